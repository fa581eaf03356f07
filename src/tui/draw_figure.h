/* Figures on the screen: what base/figure.h makes, each part in its style.  Included by the files of this folder only. */
#ifndef NORIA_TUI_DRAW_FIGURE_H
#define NORIA_TUI_DRAW_FIGURE_H

#include "base/figure.h"
#include "tui/draw.h"

/* Once the terminal is started: whether it, and who reads it, has figures in Unicode. */
void draw_figures_start(void);
/* A bar of `columns` for `value` of `whole`, on its track; in the colour of the style's ground where it has one, as those of levels. */
void draw_measure(int row, int column, int columns, enum style style, int64_t value, int64_t whole);
/* How far something has come. */
void draw_progress(int row, int column, int columns, enum style style, int64_t done, int64_t whole);
/* The same behind a sentence that tells it, two columns after it, where there is room; in ASCII the sentence alone does. */
void draw_progress_beside(int row, int column, int columns, enum style style, int64_t done, int64_t whole);
/* A series, its last value at the right end of the columns; low, high as figure_spark. */
void draw_spark(int row, int column, int columns, enum style style, const double *values, size_t count, double low,
	double high);
/* A line of a Gantt chart, its bar in that style, or in that of what is late. */
void draw_gantt(int row, int column, int columns, enum style style, const struct figure_gantt *line);
/* The phases of the wheel, of which the present one is marked (0 to 3; -1: none); returns the columns used. */
int draw_wheel(int row, int column, int columns, const char *const names[4], int present);

#endif
