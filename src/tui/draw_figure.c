/* Figures on the screen, each part in its style. */
#include <curses.h>
#include <string.h>

#include "tui/draw_figure.h"
#include "tui/internal.h"

/* Terminals whose font has no more than the letters, and full and half blocks at most; by the beginnings of their names. */
static bool has_blocks(const char *terminal)
{
	static const char *const without[] = { "linux", "vt1", "vt2", "vt3", "vt4", "vt5", "ansi", "dumb", "cons25",
		"pcvt", "sun", "wy", "hp" };
	size_t i;

	for (i = 0; i < sizeof without / sizeof without[0]; i++)
		if (strncmp(terminal, without[i], strlen(without[i])) == 0)
			return false;
	return true;
}

void draw_figures_start(void)
{
	if (configuration.accessible || !has_blocks(termname()))
		figure_set_plain(true);
}

/* Draws what is in the buffer and empties it. */
static void flush(struct buffer *part, int row, int column, int columns, enum style style)
{
	if (part->data && columns > 0)
		draw_text(row, column, columns, style, part->data, false);
	buffer_reset(part);
}

/* In blocks, a level's colour is their ink; and none is reversed. */
static enum style ink(enum style style)
{
	if (figure_form() != FIGURE_UNICODE)
		return style;
	return style >= STYLE_LEVEL_1 && style <= STYLE_LEVEL_5 ? style - STYLE_LEVEL_1 + STYLE_INK_1 : style;
}

void draw_measure(int row, int column, int columns, enum style style, int64_t value, int64_t whole)
{
	struct buffer part = { 0 };
	int used = figure_bar(&part, figure_form(), value, whole, columns);

	flush(&part, row, column, used, ink(style));
	figure_bar_track(&part, figure_form(), columns - used);
	flush(&part, row, column + used, columns - used, STYLE_DIM);
	buffer_free(&part);
}

void draw_progress(int row, int column, int columns, enum style style, int64_t done, int64_t whole)
{
	struct buffer part = { 0 };
	int used = figure_progress(&part, figure_form(), done, whole, columns);

	flush(&part, row, column, used, style);
	figure_progress_track(&part, figure_form(), columns - used);
	flush(&part, row, column + used, columns - used, STYLE_DIM);
	buffer_free(&part);
}

void draw_parts(int row, int column, int columns, const enum style *styles, const int64_t *values, size_t count)
{
	struct buffer part = { 0 };
	int widths[4];
	size_t i;

	figure_parts(values, count, columns, widths);
	for (i = 0; i < count; i++) {
		figure_part(&part, figure_form(), (int)i, widths[i]);
		flush(&part, row, column, widths[i], styles[i]);
		column += widths[i];
	}
	buffer_free(&part);
}

void draw_progress_beside(int row, int column, int columns, enum style style, int64_t done, int64_t whole)
{
	int room = columns - 2 > PROGRESS_MOST ? PROGRESS_MOST : columns - 2;

	if (room >= 8 && figure_form() == FIGURE_UNICODE)
		draw_progress(row, column + 2, room, style, done, whole);
}

void draw_wheel(int row, int from, int end, const char *const *names, int count, int present)
{
	struct buffer part = { 0 };
	int columns = 0, column, used, i;

	for (i = 0; i < count; i++) {
		columns += figure_wheel_phase(&part, figure_form(), names[i], i == present);
		columns += i + 1 < count ? figure_wheel_link(&part, figure_form()) : 0;
	}
	buffer_free(&part);
	column = end - columns;
	for (i = 0; i < count && end - columns > from; i++) {
		used = figure_wheel_phase(&part, figure_form(), names[i], i == present);
		flush(&part, row, column, used, i == present ? STYLE_TITLE : STYLE_PLAIN);
		column += used;
		used = i + 1 < count ? figure_wheel_link(&part, figure_form()) : 0;
		flush(&part, row, column, used, STYLE_DIM);
		column += used;
	}
	buffer_free(&part);
}

void draw_gantt(int row, int column, int columns, enum style style, const struct figure_gantt *line)
{
	struct buffer part = { 0 };
	int at, run;

	for (at = 0; at < columns; at += run) {
		enum figure_piece piece;
		const enum style styles[] = { [PIECE_NONE] = STYLE_PLAIN,
			[PIECE_TODAY] = STYLE_GOOD,
			[PIECE_BAR] = style,
			[PIECE_LATE] = STYLE_LATE,
			[PIECE_OVERDUE] = STYLE_LATE,
			[PIECE_EARLIER] = line->late ? STYLE_LATE : STYLE_DIM,
			[PIECE_LATER] = STYLE_DIM };

		run = figure_gantt(&part, figure_form(), line, at, columns, &piece);
		flush(&part, row, column + at, run, styles[piece]);
	}
	buffer_free(&part);
}
