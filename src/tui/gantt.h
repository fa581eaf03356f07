/* The action plan through time: what its two files share.  Included by them only. */
#ifndef NORIA_TUI_GANTT_H
#define NORIA_TUI_GANTT_H

#include "tui/browse.h"

enum {
	COLUMN_REF,
	COLUMN_TITLE,
	COLUMN_START,
	COLUMN_DUE,
	COLUMN_PROGRESS,
	COLUMN_STATUS,
	COLUMN_OWNER,
	COLUMN_DEPENDS,
	GANTT_COLUMNS
};

#define GANTT_SPAN_LEAST 14 /* days */
#define GANTT_SPAN_MOST (40 * 365)

struct gantt {
	struct browse browse; /* first: what the views with a list share finds it there; the rows are drawn here */
	bool all;             /* what is done as well */
	char *fitted;         /* the filter by which the days were placed; NULL: none */
	bool moved;           /* nothing but the cursor, since it was drawn */
	int first, span; /* the day at the left edge, since 1970, and how many days there are; span 0: not placed yet */
	struct area area;
	int ref, title; /* the widest of each seen so far: the columns stay while the list scrolls */
};

int gantt_today(struct ui *ui);
/* The days of a row's bar; false: it has none. */
bool gantt_days(const struct row *row, int *start, int *due);
void gantt_draw(struct ui *ui, struct view *view, struct area area);

#endif
