/* The checks through time: on which days each is due, and what it gave; for the calendar on the screen and on paper. */
#ifndef NORIA_REPORT_CHECK_DAYS_H
#define NORIA_REPORT_CHECK_DAYS_H

#include "store/lib.h"

enum day_state { DAY_DUE, DAY_LATE, DAY_PASSED, DAY_PART, DAY_FAILED, DAY_MISSED };
#define DAY_STATES 6

struct check_day {
	int day; /* since 1970 */
	enum day_state state;
	size_t check;      /* its place among the checks */
	int64_t execution; /* 0: it has none yet */
};
struct dated_check {
	struct record *record;
	char *owner; /* as people read it, "" where there is none */
};
/* Zero-initialise; check_days_free. */
struct check_days {
	struct dated_check *checks; /* all that are not retired, and those with a result in these days */
	size_t check_count;
	struct check_day *items; /* by day, then by check */
	size_t count;
};
/* The days from the first to the last; what waits and is late stands on its due day.  False: error. */
bool check_days_read(struct store *store, int first, int last, struct check_days *days, struct error *error);
void check_days_free(struct check_days *days);

#endif
