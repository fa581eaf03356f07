/* Figures on the screen: what base/figure.h makes, each part in its style.  Included by the files of this folder only. */
#ifndef NORIA_TUI_DRAW_FIGURE_H
#define NORIA_TUI_DRAW_FIGURE_H

#include "base/figure.h"
#include "tui/draw.h"

/* Once the terminal is started: whether it, and who reads it, has figures in Unicode. */
void draw_figures_start(void);
/* A bar of `columns` for `value` of `whole`, on its track; in ink of the level's colour where the style is one. */
void draw_measure(int row, int column, int columns, enum style style, int64_t value, int64_t whole);
/* Parts of a whole side by side, each in its style and its shade; at most four. */
void draw_parts(int row, int column, int columns, const enum style *styles, const int64_t *values, size_t count);
/* How far something has come. */
void draw_progress(int row, int column, int columns, enum style style, int64_t done, int64_t whole);
#define PROGRESS_MOST 24 /* columns of a bar beside a sentence */
/* The same behind a sentence that tells it, two columns after it, where there is room; in ASCII the sentence alone does. */
void draw_progress_beside(int row, int column, int columns, enum style style, int64_t done, int64_t whole);
/* The phases by their names, the present one marked (-1: none is): at the end of the line, where there is room behind `from`. */
void draw_wheel(int row, int from, int end, const char *const *names, int count, int present);
/* A line of a Gantt chart, its bar in that style, or in that of what is late. */
void draw_gantt(int row, int column, int columns, enum style style, const struct figure_gantt *line);

#endif
