/*
 * Figures of character cells: bars, progress, sparklines, Gantt lines, the wheel.  One function each, for the screen
 * and for reports in text, and nothing else draws one.  Each appends to a buffer and returns the columns that it
 * took; the parts of a figure come apart, so that the screen gives each its style.
 */
#ifndef NORIA_BASE_FIGURE_H
#define NORIA_BASE_FIGURE_H

#include "base/lib.h"

enum figure_form {
	FIGURE_ASCII,  /* vt100, the linux console, the C locale, a screen that is read aloud */
	FIGURE_UNICODE /* eighth blocks, heavy and light lines */
};

/* Unicode where the locale is in UTF-8, unless figure_set_plain said otherwise. */
enum figure_form figure_form(void);
/* environment_start says so of a locale without these characters, the screen of a terminal without them. */
void figure_set_plain(bool plain);

/*
 * The filled part of a bar of `columns`, for `value` of `whole`: in eighths, at least one for anything above nothing, full
 * for the whole alone.  What is below nothing is nothing, what is above the whole is full.  In ASCII '#', a part of a column
 * being one.
 */
int figure_bar(struct buffer *out, enum figure_form form, int64_t value, int64_t whole, int columns);
/* The faint track in the columns that the bar leaves; in ASCII blanks. */
int figure_bar_track(struct buffer *out, enum figure_form form, int columns);

/*
 * Parts of a whole side by side, of which this is one: its cells have the shade (0 the darkest of four), so that parts are
 * told apart without colours.  figure_parts gives the columns of each: at least one for anything above nothing.
 */
int figure_part(struct buffer *out, enum figure_form form, int shade, int columns);
void figure_parts(const int64_t *values, size_t count, int columns, int *widths);

/* How far something has come: the same, but that in ASCII a part of a column is none, and the track is dots. */
int figure_progress(struct buffer *out, enum figure_form form, int64_t done, int64_t whole, int columns);
int figure_progress_track(struct buffer *out, enum figure_form form, int columns);

/*
 * A series as one column a value, the last `columns` of them: NAN is a gap.  `low` and `high` are what the lowest and the
 * highest mark stand for; where low is not below high, nothing (or the least value, where that is less) and the greatest.
 */
int figure_spark(struct buffer *out, enum figure_form form, const double *values, size_t count, int columns, double low,
	double high);

/*
 * A series as a line over its periods: NAN is a gap.  `lines` are the values that it is held against, the foremost
 * first where two meet in a row; NAN: none.  figure_chart_bounds makes low and high of all of them.
 */
struct figure_chart {
	const double *values;
	size_t count;
	const double *lines;
	size_t line_count;
	double low, high;
};
void figure_chart_bounds(struct figure_chart *chart);
/* The same for paper, where the ends of the axis are read: round numbers; from nothing on, unless all lies far above it. */
void figure_chart_scale(struct figure_chart *chart);
enum { CHART_SERIES, CHART_GROUND }; /* CHART_GROUND + n: the n-th line that it is held against */
/* The run of cells of one piece that begins at column `at` of a row; rows from the top, 0. */
int figure_chart(struct buffer *out, enum figure_form form, const struct figure_chart *chart, int row, int rows, int at,
	int columns, size_t *piece);
/* The row in which a value stands, -1: it is not shown; the column of a point. */
int figure_chart_row(const struct figure_chart *chart, double value, int rows);
int figure_chart_column(const struct figure_chart *chart, size_t point, int columns);

/* A line of a Gantt chart, by columns; from, to and today may lie outside of what is shown. */
struct figure_gantt {
	bool dated;   /* there is a bar */
	int from, to; /* its first and last column */
	int today;
	int done;   /* percent */
	bool late;  /* what is not done of it is late */
	bool paper; /* in ASCII: planned parts are dashes, and the bar goes over today's line */
};
enum figure_piece {
	PIECE_NONE,    /* blanks */
	PIECE_TODAY,   /* the line of today, outside of the bar */
	PIECE_BAR,     /* of the bar: done, planned, its end, today's line through it */
	PIECE_LATE,    /* of a late bar: what is not done, and its end */
	PIECE_OVERDUE, /* from the end of a late bar to today; none in ASCII */
	PIECE_EARLIER, /* the bar lies before what is shown */
	PIECE_LATER
};
/* The run of cells of one piece that begins at column `at` of `columns`. */
int figure_gantt(struct buffer *out, enum figure_form form, const struct figure_gantt *line, int at, int columns,
	enum figure_piece *piece);

/* One of the phases of the wheel, by its place and name, marked where it is the present one; and what leads to the next. */
int figure_wheel_phase(struct buffer *out, enum figure_form form, const char *name, bool present);
int figure_wheel_link(struct buffer *out, enum figure_form form);

#endif
