/* What the files of the filter language share.  Included by these alone. */
#ifndef NORIA_MODEL_QUERY_MOMENT_H
#define NORIA_MODEL_QUERY_MOMENT_H

#include "model/query.h"

/* A day as filters name it: 2026-11-24, today+30, and what people type. */
bool query_read_day(const struct model_context *context, const char *text, struct date *day);
/* A condition on a moment: of a field, which may hold a day alone as well, or of the record's own (field NULL: created, updated). */
bool query_add_moment(struct query *query, const struct model_context *context, const char *path,
	const struct field_def *field, enum operator op, const char *text, struct error *error);
/* The first condition behind those that are tied to the one at `at`, at most `end`. */
/* query_alike.c: "first=FIELD", "shared=FIELD:NUMBER": whether the word is one of them here, what it adds, its text. */
bool query_is_alike(const struct query *query, const char *word);
bool query_add_alike(struct query *query, const char *term, const char *word, enum operator op, const char *text,
	struct error *error);
void query_alike_text(struct buffer *text, const struct condition *condition);
/*
 * query_compare.c: whether "@other" (without its sign) is a field here; what "level>@other" and "#actions>=2" add, path
 * being what stands before the sign of comparison.  False: error.
 */
bool query_is_other(const struct query *query, const char *other);
bool query_add_comparison(struct query *query, const char *path, const struct field_def *field, enum operator op,
	const char *other, struct error *error);
bool query_add_number(struct query *query, const struct model_context *context, const char *term, const char *path,
	enum operator op, const char *text, struct error *error);
size_t query_tied_until(const struct query *query, size_t at, size_t end);
/*
 * Ties the conditions from `term` on to those from `chain` on by "or".  A term may
 * be several conditions, as a day of moments is: each of them is tied to each.
 * Those that are tied already stay together.
 */
bool query_tie(struct query *query, size_t chain, size_t term, struct error *error);

#endif
