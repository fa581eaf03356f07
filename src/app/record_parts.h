/* What the kinds of recording share (record.c: the act itself). */
#ifndef NORIA_APP_RECORD_PARTS_H
#define NORIA_APP_RECORD_PARTS_H

#include "app/lib.h"

struct recording {
	struct store *store;
	struct action *action;
	const struct record *of; /* what is measured or checked, as it stands under the lock */
	const char *value;       /* as it was written */
	const char *at, *note;   /* canonical; note: NULL for none */
	bool dated;              /* somebody said when it was; else `at` is now */
	const char *evidence;    /* a ref, NULL: none */
};
/* Adds the execution of a check, or the measurement of an indicator, within the action. */
bool record_execution(const struct recording *recording, struct error *error);
bool record_measurement(const struct recording *recording, struct error *error);
/* The number that was written; ERROR_INVALID with the sentence where it is none. */
bool record_number(const struct recording *recording, double *number, struct error *error);
/* Says who did it: the person of this login in `by`, else the login itself. */
void record_signs(const struct recording *recording, struct record *record);
/* The last due day of a check that has a result, in days since 1970; NO_DAY: none has. */
int record_answered(struct store *store, const struct record *check);

#endif
