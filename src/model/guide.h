/* The way from nothing to an ISMS that stands: steps in the order of the method, each with the queries that tell whether it is done. */
#ifndef NORIA_MODEL_GUIDE_H
#define NORIA_MODEL_GUIDE_H

#include <stdbool.h>

struct guide_step {
	const char *group; /* N_(): the part of the method; the same text for the steps of one part */
	const char *label; /* N_() */
	const char *help;  /* N_(): what to do here, and which clause asks for it */
	const char *of;    /* register */
	const char *
		done; /* filter: at least one such record must be there; "" any; of what has a notion of `valid`, that */
	const char *missing; /* filter: no such record may be there; NULL: nothing to look for */
	const char *preset;  /* "FIELD=VALUE" of a new record made from here; NULL */
};

extern const struct guide_step guide_steps[]; /* ends with group NULL */

struct query;
struct model_context;
/*
 * What the records of a step lack, by the step's own filters: the labels of the fields, each with the value that it must
 * have where there is one; the caller frees.  `begun`: of those that are there and not as `done` wants them, else of
 * those that `missing` finds.  `unmet`: of what is to hold today, which conditions they do not all meet (store_unmet).
 * *first becomes the name of the field to begin with, as a form has it (static), or NULL.
 */
char *guide_lacks(const struct guide_step *step, bool begun, unsigned unmet, const struct model_context *context,
	const char **first);
/* The records that lack it, or do not hold; NULL: the step's filter cannot be read.  query_free. */
struct query *guide_lacking(const struct guide_step *step, bool begun, const struct model_context *context);

#endif
