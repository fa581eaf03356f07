/*
 * The documented information that the standard asks for, row by row, and what holds each: a condition of the
 * verdict (clause 7.5.1), whose `of` and `shows` find the valid holders, whose `when` says where it applies (a
 * control that applies), and whose `field`, `adds` and `command` mend it.
 */
#ifndef NORIA_MODEL_DOCUMENTED_H
#define NORIA_MODEL_DOCUMENTED_H

#include "model/verdict.h"

struct documented {
	const char *number;    /* of the clause or control that asks for it: "6.1.3.d", "A.5.9" */
	const char *what;      /* N_() */
	const char *condition; /* its name, for verdict_find */
};

extern const struct documented documented_information[]; /* ends with number NULL */

/* What finds the control that asks for it where nobody has decided yet whether it applies; NULL: no control asks for it.  query_free. */
struct query *documented_question(const struct documented *row, const struct model_context *context);

/* The condition that says whether it is there; never NULL. */
const struct verdict_condition *documented_condition(const struct documented *row);

#endif
