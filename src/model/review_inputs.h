/*
 * What a management review looks at (clause 9.3.2), as a table: each line is a query over a register
 * of which the program draws a figure for one of the inputs.  SINCE in a filter stands for the day from
 * which it looks (that of the review before, or the horizon), THIS for the ref of the review.
 */
#ifndef NORIA_MODEL_REVIEW_INPUTS_H
#define NORIA_MODEL_REVIEW_INPUTS_H

#include "base/lib.h"

/* One of the inputs, the fourth in its four parts. */
struct review_input {
	const char *letter;       /* "a", "d1": of the fields draft_a and in_a */
	const char *draft, *said; /* these fields */
};
extern const struct review_input review_inputs[]; /* ends with letter NULL */

struct review_line {
	const char *input;         /* its letter */
	const char *of;            /* the register */
	const char *filter;        /* what it counts */
	const char *whole;         /* of how many: a filter over the same register; NULL: all of it */
	const char *sentence;      /* N_(): what these records are */
	const char *const *beside; /* what is said of each beside ref and title, ends with NULL; NULL: nothing */
};
extern const struct review_line review_lines[]; /* ends with input NULL */

/* The filter with SINCE and THIS filled in; the caller frees. */
char *review_filter(const char *filter, const char *since, const char *ref);

#endif
