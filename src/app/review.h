/* A management review, drawn from the records (clause 9.3). */
#ifndef NORIA_APP_REVIEW_H
#define NORIA_APP_REVIEW_H

#include "app/lib.h"
#include "model/review_inputs.h"

/* The day from which the review looks: that of the review held before it, else the horizon. */
bool app_review_since(struct store *store, const struct record *review, char since[11], struct error *error);
/* What the records say of one input since that day, in the user's language: a figure a line, the records below it.  NULL: error; the caller frees. */
char *app_review_draft(struct store *store, const struct record *review, const struct review_input *input,
	const char *since, struct error *error);
/* Draws all inputs, as one step of undo; what people said of them stays.  ERROR_INVALID: it is signed, or cancelled, or no review. */
bool app_review_prepare(struct store *store, int64_t id, struct error *error);

#endif
