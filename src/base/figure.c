/* Figures of character cells, in Unicode and in ASCII. */
#include <math.h>
#include <stdlib.h>

#include "base/figure.h"

static bool is_plain;

enum figure_form figure_form(void)
{
	return is_plain || !codeset_is_utf8() ? FIGURE_ASCII : FIGURE_UNICODE;
}

void figure_set_plain(bool plain)
{
	is_plain = plain;
}

static int repeat(struct buffer *out, const char *cell, int columns)
{
	int i;

	for (i = 0; i < columns; i++)
		buffer_add(out, cell);
	return columns > 0 ? columns : 0;
}

/* How many of `steps` a value is of the whole, rounded up or down; counts of any size. */
static int share(int64_t value, int64_t whole, int64_t steps, bool up)
{
	if (value <= 0 || steps <= 0)
		return 0;
	if (value >= whole)
		return (int)steps;
	while (whole > INT64_MAX / (steps + 1)) {
		whole /= 2;
		value /= 2;
	}
	return (int)((value * steps + (up ? whole - 1 : 0)) / whole);
}

/* ---- bars ---- */

/* Filled from the left: one eighth to seven. */
static const char *const eighths[] = { "\xe2\x96\x8f", "\xe2\x96\x8e", "\xe2\x96\x8d", "\xe2\x96\x8c", "\xe2\x96\x8b",
	"\xe2\x96\x8a", "\xe2\x96\x89" };
#define FULL "\xe2\x96\x88"
#define TRACK "\xe2\x96\x91"

static int blocks(struct buffer *out, int64_t value, int64_t whole, int columns)
{
	int parts = share(value, whole, (int64_t)columns * 8, false);

	if (value > 0 && columns > 0 && parts < 1)
		parts = 1;
	repeat(out, FULL, parts / 8);
	if (parts % 8)
		buffer_add(out, eighths[parts % 8 - 1]);
	return (parts + 7) / 8;
}

int figure_bar(struct buffer *out, enum figure_form form, int64_t value, int64_t whole, int columns)
{
	if (form == FIGURE_UNICODE)
		return blocks(out, value, whole, columns);
	return repeat(out, "#", share(value, whole, columns, true));
}

int figure_bar_track(struct buffer *out, enum figure_form form, int columns)
{
	return repeat(out, form == FIGURE_UNICODE ? TRACK : " ", columns);
}

int figure_part(struct buffer *out, enum figure_form form, int shade, int columns)
{
	static const char *const shades[][4] = {
		[FIGURE_ASCII] = { "#", "=", "-", "." },
		[FIGURE_UNICODE] = { FULL, "\xe2\x96\x93", "\xe2\x96\x92", TRACK },
	};

	return repeat(out, shades[form][shade & 3], columns);
}

void figure_parts(const int64_t *values, size_t count, int columns, int *widths)
{
	int64_t whole = 0;
	int used = 0;
	size_t i, largest = 0;

	for (i = 0; i < count; i++) {
		whole += values[i] > 0 ? values[i] : 0;
		largest = values[i] > values[largest] ? i : largest;
	}
	for (i = 0; i < count; i++) {
		widths[i] = share(values[i], whole, columns, false);
		if (values[i] > 0 && !widths[i] && used < columns)
			widths[i] = 1;
		used += widths[i];
	}
	/* What rounding leaves or takes too much is the largest part's. */
	if (whole > 0)
		widths[largest] += columns - used;
	if (whole > 0 && widths[largest] < 0)
		widths[largest] = 0;
}

int figure_progress(struct buffer *out, enum figure_form form, int64_t done, int64_t whole, int columns)
{
	if (form == FIGURE_UNICODE)
		return blocks(out, done, whole, columns);
	return repeat(out, "#", share(done, whole, columns, false));
}

int figure_progress_track(struct buffer *out, enum figure_form form, int columns)
{
	return repeat(out, form == FIGURE_UNICODE ? TRACK : ".", columns);
}

/* ---- sparklines ---- */

enum { HEIGHTS = 8 };
static const char *const heights[][HEIGHTS] = {
	[FIGURE_ASCII] = { "_", ".", ":", "-", "=", "+", "*", "#" },
	[FIGURE_UNICODE] = { "\xe2\x96\x81", "\xe2\x96\x82", "\xe2\x96\x83", "\xe2\x96\x84", "\xe2\x96\x85",
		"\xe2\x96\x86", "\xe2\x96\x87", FULL },
};

/* What the marks stand for where the caller does not say. */
static void bounds(const double *values, size_t count, double *low, double *high)
{
	size_t i;

	*low = 0;
	*high = -INFINITY;
	for (i = 0; i < count; i++) {
		if (isfinite(values[i]) && values[i] < *low)
			*low = values[i];
		if (isfinite(values[i]) && values[i] > *high)
			*high = values[i];
	}
}

static const char *mark_of(enum figure_form form, double value, double low, double high)
{
	double height;

	if (isnan(value))
		return " ";
	/* Halves, so that no difference is too large to be a number. */
	height = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0;
	if (!(height > 0))
		return heights[form][0];
	return heights[form][height >= 1 ? HEIGHTS - 1 : (int)(height * (HEIGHTS - 1) + 0.5)];
}

int figure_spark(struct buffer *out, enum figure_form form, const double *values, size_t count, int columns, double low,
	double high)
{
	size_t i;

	if (columns <= 0)
		return 0;
	if (count > (size_t)columns) {
		values += count - (size_t)columns;
		count = (size_t)columns;
	}
	if (!(low < high))
		bounds(values, count, &low, &high);
	for (i = 0; i < count; i++)
		buffer_add(out, mark_of(form, values[i], low, high));
	return (int)count;
}

/* ---- Gantt ---- */

#define HEAVY "\xe2\x94\x81"
#define LIGHT "\xe2\x94\x80"
#define DASHED "\xe2\x95\x8d"        /* heavy: what is late is no line that is done, nor one that is planned */
#define DOTTED "\xe2\x94\x88"        /* light */
#define VERTICAL "\xe2\x94\x82"      /* today */
#define HEAVY_CROSSED "\xe2\x94\xbf" /* heavy, today's line through it */
#define LIGHT_CROSSED "\xe2\x94\xbc"
#define HEAVY_END "\xe2\x94\xab"
#define LIGHT_END "\xe2\x94\xa4"
#define HEAVY_POINT "\xe2\x97\x86" /* one column is a point */
#define LIGHT_POINT "\xe2\x97\x87"

/* How many columns of the bar are done. */
static int64_t columns_done(const struct figure_gantt *line)
{
	int percent = line->done < 0 ? 0 : line->done > 100 ? 100 : line->done;

	return ((int64_t)line->to - line->from + 1) * percent / 100;
}

static const char *ascii_cell(const struct figure_gantt *line, int x, enum figure_piece *piece)
{
	bool inside = line->dated && x >= line->from && x <= line->to;

	*piece = inside ? line->late ? PIECE_LATE : PIECE_BAR : x == line->today ? PIECE_TODAY : PIECE_NONE;
	if (x == line->today && (!inside || !line->paper))
		return "|";
	if (!inside)
		return " ";
	if ((int64_t)x - line->from < columns_done(line))
		return "#";
	return line->late ? "!" : line->paper ? "-" : "=";
}

/* A late bar ends where it was due, and what is drawn from there to today says how long ago; no line crosses it. */
static const char *unicode_cell(const struct figure_gantt *line, int x, enum figure_piece *piece)
{
	bool inside = line->dated && x >= line->from && x <= line->to, done;

	if (!inside) {
		bool overdue = line->dated && line->late && x > line->to && x < line->today;

		*piece = overdue ? PIECE_OVERDUE : x == line->today ? PIECE_TODAY : PIECE_NONE;
		return overdue ? DOTTED : x == line->today ? VERTICAL : " ";
	}
	done = (int64_t)x - line->from < columns_done(line);
	*piece = line->late && (!done || x == line->to) ? PIECE_LATE : PIECE_BAR;
	if (line->late)
		return x == line->to ? "!" : done ? HEAVY : DASHED;
	if (line->from == line->to)
		return done ? HEAVY_POINT : LIGHT_POINT;
	if (x == line->to)
		return done ? HEAVY_END : LIGHT_END;
	if (x == line->today)
		return done ? HEAVY_CROSSED : LIGHT_CROSSED;
	return done ? HEAVY : LIGHT;
}

static const char *gantt_cell(
	enum figure_form form, const struct figure_gantt *line, int x, int columns, enum figure_piece *piece)
{
	if (line->dated && !line->paper && x == 0 && line->to < 0) {
		*piece = PIECE_EARLIER;
		return form == FIGURE_UNICODE ? "\xe2\x97\x82" : "<";
	}
	if (line->dated && !line->paper && x == columns - 1 && line->from >= columns) {
		*piece = PIECE_LATER;
		return form == FIGURE_UNICODE ? "\xe2\x96\xb8" : ">";
	}
	return form == FIGURE_UNICODE ? unicode_cell(line, x, piece) : ascii_cell(line, x, piece);
}

int figure_gantt(struct buffer *out, enum figure_form form, const struct figure_gantt *line, int at, int columns,
	enum figure_piece *piece)
{
	const char *cell;
	enum figure_piece next;
	int x = at;

	*piece = PIECE_NONE;
	if (at < 0 || at >= columns)
		return 0;
	cell = gantt_cell(form, line, x, columns, piece);
	next = *piece;
	while (next == *piece) {
		buffer_add(out, cell);
		if (++x == columns)
			break;
		cell = gantt_cell(form, line, x, columns, &next);
	}
	return x - at;
}

/* ---- the wheel ---- */

int figure_wheel_phase(struct buffer *out, enum figure_form form, const char *name, bool present)
{
	const char *format = form == FIGURE_ASCII ? present ? "[%s]" : "%s"
			     : present            ? "\xe2\x97\x8f %s"
						  : "\xe2\x97\x8b %s";
	char *text = xasprintf(format, name);
	int columns = text_columns(text);

	buffer_add(out, text);
	free(text);
	return columns;
}

int figure_wheel_link(struct buffer *out, enum figure_form form)
{
	buffer_add(out, form == FIGURE_UNICODE ? " " LIGHT LIGHT " " : " > ");
	return form == FIGURE_UNICODE ? 4 : 3;
}
