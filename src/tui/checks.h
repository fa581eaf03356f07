/* The calendar of checks: what the view and its drawing share. */
#ifndef NORIA_TUI_CHECKS_H
#define NORIA_TUI_CHECKS_H

#include "report/check_days.h"
#include "tui/internal.h"

struct checks {
	int day, today;  /* the cursor's, since 1970 */
	bool week;       /* a week is shown, else a month */
	size_t item;     /* of the day's checks, the one under the cursor */
	int first, last; /* the days that were read */
	struct check_days days;
	struct failure failure;
	bool read;
	struct area grid; /* where the days stand */
};

/* The first of the days that stand in the grid, and how many weeks. */
int checks_first_day(const struct checks *checks, int *weeks);
/* The checks of a day: the first of its items, and how many. */
const struct check_day *checks_of_day(const struct checks *checks, int day, size_t *count);
void checks_draw(struct ui *ui, struct checks *checks, struct area area, const struct place *place);

#endif
