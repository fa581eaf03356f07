/* When a security check is due, what a result answers, and what its results say together.  Pure. */
#ifndef NORIA_MODEL_CHECKING_H
#define NORIA_MODEL_CHECKING_H

#include <limits.h>

#include "model/rules.h"

/* Days are counted since 1970 (date_days), those before it below zero; NO_DAY, before all of them: there is none. */
#define NO_DAY INT_MIN

/* The first day on which the check is due after that day (NO_DAY: of all), within its start and end; whether it is active says nothing.  NO_DAY: there is none. */
int check_due_after(const struct record *check, int after);
/* The same of one that is waited for: active, from the day on which its record was made, and after a pause from its end on. */
int check_waits_for(const struct record *check, int answered, const char *time_zone);
/* How many days it may be late. */
int check_grace(const struct record *check);
/*
 * The due day that a result of that day answers: the one that waits, else the one that is nearest.
 * answered: the last due day that has a result, a missed one too.  NO_DAY: it is never due.
 */
int check_answers(const struct record *check, int day, int answered);
/* The due day of a result, or the one that its moment answers; NO_DAY: neither is known. */
int execution_due(const struct record *check, const struct record *execution, const struct model_context *context);
/* register_def.summary of checks. */
void check_fill(struct record *check, const struct record *const *executions, size_t count,
	const struct model_context *context);
/* register_def.settle of checks: who makes a paused one active again has it waited for from today on. */
bool check_settle(
	const struct record *before, struct record *record, const struct model_context *context, struct error *error);
/* The result for a score in percent: "pass" or "fail" by what the check says is enough; where it says nothing, "part" stands between nothing and all. */
const char *check_judges(const struct record *check, int64_t score);

#endif
