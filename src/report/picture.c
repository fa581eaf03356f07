/* Figures as shapes. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/picture_parts.h"

static const unsigned ink = PICTURE_INK, muted = PICTURE_MUTED, hair = PICTURE_HAIR, ground = 0xe9edf1,
		      accent = PICTURE_ACCENT, alarm = PICTURE_ALARM, done_colour = 0x8a97a3;

/* Green to red; light enough for dark text, or full. */
static const unsigned tints[] = { 0xcfe8d5, 0xe6edc2, 0xfbe8b0, 0xf9cfa8, 0xf2b5ae };
static const unsigned colours[] = { 0x3d8b5a, 0x93a83c, 0xd9a520, 0xd9772b, 0xb3261e };

static unsigned of_scale(const unsigned palette[5], int level, int levels)
{
	int place;

	if (level < 1 || levels < 1)
		return 0xffffff;
	place = levels == 1 ? 0 : ((level > levels ? levels : level) - 1) * 4 / (levels - 1);
	return palette[place];
}

unsigned level_tint(int level, int levels)
{
	return of_scale(tints, level, levels);
}

unsigned level_colour(int level, int levels)
{
	return of_scale(colours, level, levels);
}

/* Lines of text under each other; returns the place below. */
static double lines_of(struct picture *picture, double x, double y, double size, enum anchor anchor, unsigned colour,
	double room, const char *text)
{
	struct strings lines = { 0 };
	size_t i;

	text_wrap(text, picture_columns(room, size), &lines);
	for (i = 0; i < lines.count; i++, y += size * 1.25)
		picture_label(picture, x, y, size, anchor, colour, 0, lines.items[i]);
	strings_free(&lines);
	return y;
}

/* The size at which the longest word of all labels fits. */
static double size_for(const struct strings *labels, double room, double most)
{
	int longest = 1, columns;
	double size;
	size_t i;

	for (i = 0; i < labels->count; i++) {
		const char *c = labels->items[i];

		while (*c) {
			size_t length = strcspn(c, " \n");
			char *word = xstrndup(c, length);

			columns = text_columns(word);
			if (columns > longest)
				longest = columns;
			free(word);
			c += length + (c[length] != '\0');
		}
	}
	size = room / (longest * 0.62 + 0.1);
	return size > most ? most : size < 5 ? 5 : size;
}

static double lines_height(const char *text, double room, double size)
{
	struct strings lines = { 0 };
	double height;

	text_wrap(text, picture_columns(room, size), &lines);
	height = (double)(lines.count ? lines.count : 1) * size * 1.25;
	strings_free(&lines);
	return height;
}

/* ---- bars ---- */

static void draw_bars(struct picture *picture, const struct drawing *drawing)
{
	/* Words are narrower than picture_columns takes them for: the gap before the bars is in it. */
	const double size = 8.5, left = picture->width * 0.46, named = left + 2, digit = size * 0.56, gap = 2.5;
	int64_t most = 1;
	double y = 2, right = 52, room;
	size_t i;

	for (i = 0; i < drawing->count; i++) {
		double text = (double)text_length(drawing->marks[i].text) * digit;

		if (drawing->marks[i].value > most)
			most = drawing->marks[i].value;
		if (text > right)
			right = text;
	}
	room = picture->width - left - right - 12;
	for (i = 0; i < drawing->count; i++) {
		const struct mark *mark = &drawing->marks[i];
		double height = lines_height(mark->label, named, size) + gap, middle;
		double part = (double)mark->value / (double)(mark->of > 0 ? mark->of : most);

		if (part > 1)
			part = 1;
		lines_of(picture, 0, y + size + 1, size, ANCHOR_START, ink, named, mark->label);
		middle = y + (height - gap) / 2;
		picture_box(picture, left, middle - 3.5, room, 8, ground, PICTURE_NONE, 2);
		if (part > 0)
			picture_box(picture, left, middle - 3.5, part * room < 2 ? 2 : part * room, 8,
				mark->level  ? level_colour(mark->level, mark->levels)
				: mark->late ? alarm
					     : accent,
				PICTURE_NONE, 2);
		picture_label(picture, left + room + 6, middle + 3.8, size, ANCHOR_START, mark->late ? alarm : ink, 0,
			mark->text)
			->bold = mark->late;
		y += height;
	}
	picture->height = y + 2;
}

/* ---- matrix ---- */

static void draw_matrix(struct picture *picture, const struct drawing *drawing)
{
	const double size = 8.5, left = picture->width < 300 ? 70 : 110, top = drawing->column_axis ? 13 : 2;
	size_t columns = drawing->columns.count, rows = drawing->rows.count, i, j;
	double cell = columns ? (picture->width - left) / (double)columns : 0, height = 26, y = top, below = 0,
	       below_size;

	if (cell > 84)
		cell = 84;
	for (i = 0; i < drawing->count; i++) {
		double tall = lines_height(drawing->marks[i].text, cell - 6, 8) + 10;

		if (tall > height)
			height = tall;
	}
	if (drawing->row_axis)
		picture_label(picture, 0, 8, 8, ANCHOR_START, muted, 0, drawing->row_axis);
	if (drawing->column_axis)
		picture_label(picture, left + cell * (double)columns, 8, 8, ANCHOR_END, muted, 0, drawing->column_axis);
	for (i = 0; i < rows; i++, y += height) {
		lines_of(picture, left - 6,
			y + height / 2 + 3 -
				(lines_height(drawing->rows.items[i], left - 8, size) / size > 1.5 ? 5 : 0),
			size, ANCHOR_END, ink, left - 8, drawing->rows.items[i]);
		for (j = 0; j < columns && i * columns + j < drawing->count; j++) {
			const struct mark *mark = &drawing->marks[i * columns + j];
			double x = left + cell * (double)j;

			picture_box(picture, x + 0.75, y + 0.75, cell - 1.5, height - 1.5,
				level_tint(mark->level, mark->levels), PICTURE_NONE, 2);
			/* The level's letter stands in the corner: never colour alone. */
			picture_label(picture, x + 4, y + 9, 6.5, ANCHOR_START, muted, 0, mark->label);
			if (*mark->text) {
				double tall = lines_height(mark->text, cell - 6, 8);

				lines_of(picture, x + cell / 2, y + (height - tall) / 2 + 8.5, 8, ANCHOR_MIDDLE, ink,
					cell - 6, mark->text);
			}
		}
	}
	below_size = size_for(&drawing->columns, cell - 2, size);
	for (j = 0; j < columns; j++) {
		double tall = lines_height(drawing->columns.items[j], cell - 2, below_size);

		lines_of(picture, left + cell * ((double)j + 0.5), y + size + 3, below_size, ANCHOR_MIDDLE, ink,
			cell - 2, drawing->columns.items[j]);
		if (tall > below)
			below = tall;
	}
	picture->height = y + below + 6;
}

/* ---- Gantt ---- */

/* Labels take what the longest asks for, up to half of the width; those that are longer go over more lines. */
static double gantt_labels(const struct picture *picture, const struct drawing *drawing, double size)
{
	int longest = 1;
	size_t i;

	for (i = 0; i < drawing->count; i++)
		if (text_columns(drawing->marks[i].label) > longest)
			longest = text_columns(drawing->marks[i].label);
	return (longest + 1) * size * 0.62 + 8 < picture->width / 2 ? (longest + 1) * size * 0.62 + 8
								    : picture->width / 2;
}

static double gantt_row(const char *text, double room, double size)
{
	return lines_height(text, room, size) + 5.5;
}

static void draw_gantt(struct picture *picture, const struct drawing *drawing)
{
	const double size = 7.5, left = gantt_labels(picture, drawing, size), room = picture->width - left - 2;
	int span = drawing->to > drawing->from ? drawing->to - drawing->from : 1, day, months = span / 30 + 1,
	    step = 1 + months / 13;
	double y = 14, bottom = y, row;
	size_t i;

	for (i = 0; i < drawing->count; i++)
		bottom += gantt_row(drawing->marks[i].label, left - 8, size);

#define PLACE(days) (left + room * (double)((days)-drawing->from) / (double)span)
	/* A line at the first of the months, as many as can be told apart. */
	for (day = drawing->from; day <= drawing->to; day++) {
		struct date date = date_from_days(day);
		char *text;

		if (date.day != 1 || (date.month - 1) % step)
			continue;
		picture_line(picture, PLACE(day), y - 2, PLACE(day), bottom, hair, 0.5);
		text = date.month == 1 || step > 6 ? xasprintf("%d", date.year) : xasprintf("%02d", date.month);
		picture_label(picture, PLACE(day) + 2, y - 4, 7, ANCHOR_START, muted, 0, text)->bold = date.month == 1;
		free(text);
	}
	for (i = 0; i < drawing->count; i++, y += row) {
		const struct mark *mark = &drawing->marks[i];
		double from = PLACE(mark->from), to = PLACE(mark->to + 1);
		unsigned colour = mark->done ? done_colour : mark->late ? alarm : accent;

		row = gantt_row(mark->label, left - 8, size);
		if (i % 2 == 0)
			picture_box(picture, 0, y, picture->width, row, 0xf6f8fa, PICTURE_NONE, 0);
		lines_of(picture, 2, y + 10.5, size, ANCHOR_START, mark->late ? alarm : ink, left - 8, mark->label);
		if (to - from < 3)
			to = from + 3;
		if (to > left + room)
			to = left + room;
		picture_box(picture, from, y + 3.5, to - from, 8,
			mark->done   ? 0xdde2e7
			: mark->late ? 0xf2c4bf
				     : 0xbcd3e0,
			PICTURE_NONE, 1.5);
		if (mark->value > 0)
			picture_box(picture, from, y + 3.5,
				(to - from) * (double)(mark->value > 100 ? 100 : mark->value) / 100, 8, colour,
				PICTURE_NONE, 1.5);
		if (*mark->text) {
			/* Beside the bar where there is room, before it otherwise. */
			bool after = to + 60 < left + room;

			picture_label(picture, after ? to + 3 : from - 3, y + 10.5, 7,
				after ? ANCHOR_START : ANCHOR_END, mark->late ? alarm : muted, 0, mark->text);
		}
	}
	if (drawing->today >= drawing->from && drawing->today <= drawing->to)
		picture_line(picture, PLACE(drawing->today), 10, PLACE(drawing->today), bottom, alarm, 1)->dashed =
			true;
	picture_line(picture, 0, bottom, picture->width, bottom, hair, 0.5);
	picture->height = bottom + 3;
#undef PLACE
}

/* ---- the wheel ---- */

/* How much there is, and below it, in red, what of it is late. */
static void wheel_lines(struct picture *picture, const struct mark *mark, double x, double y, double room, double size)
{
	const char *second = strchr(mark->text, '\n');
	char *first = xstrndup(mark->text, second ? (size_t)(second - mark->text) : strlen(mark->text));

	lines_of(picture, x, y, size, ANCHOR_MIDDLE, ink, room, first);
	if (second)
		lines_of(picture, x, y + lines_height(first, room, size), size, ANCHOR_MIDDLE, mark->late ? alarm : ink,
			room, second + 1);
	free(first);
}

static void draw_wheel(struct picture *picture, const struct drawing *drawing)
{
	static const unsigned fills[] = { 0xd5e4ee, 0xd9ead9, 0xfbe9c6, 0xf3d5cf };
	const double pi = 3.14159265358979, outer = picture->width < 400 ? picture->width * 0.25 : 126,
		     inner = outer * 0.28, middle = picture->width / 2, room = outer * 0.72;
	struct strings texts = { 0 };
	double size;
	size_t i;

	picture->height = outer * 2 + 8;
	for (i = 0; i < drawing->count && i < 4; i++)
		strings_add(&texts, drawing->marks[i].text);
	size = size_for(&texts, room, 7.5);
	strings_free(&texts);
	/* Plan begins at the left and above: the wheel turns clockwise. */
	for (i = 0; i < drawing->count && i < 4; i++) {
		const struct mark *mark = &drawing->marks[i];
		struct shape *sector = picture_add(picture, SHAPE_SECTOR, middle, outer + 4);
		double from = pi + pi / 2 * (double)i + 0.03, to = from + pi / 2 - 0.06, at = (from + to) / 2;
		double x = middle + cos(at) * outer * 0.62, y = outer + 4 + sin(at) * outer * 0.62,
		       tall = lines_height(mark->text, room, size);

		sector->w = inner;
		sector->h = outer;
		sector->from = from;
		sector->to = to;
		sector->fill = fills[i];
		picture_label(picture, x, y - tall / 2, 10.5, ANCHOR_MIDDLE, ink, 0, mark->label)->bold = true;
		wheel_lines(picture, mark, x, y - tall / 2 + 12, room, size);
	}
	if (drawing->row_axis)
		lines_of(picture, middle, outer + 4 - lines_height(drawing->row_axis, inner * 1.7, 8) / 2 + 8, 8,
			ANCHOR_MIDDLE, ink, inner * 1.7, drawing->row_axis);
}

struct picture *picture_new(const struct drawing *drawing, double width)
{
	static void (*const draw[])(struct picture *, const struct drawing *) = {
		[DRAWING_BARS] = draw_bars,
		[DRAWING_MATRIX] = draw_matrix,
		[DRAWING_GANTT] = draw_gantt,
		[DRAWING_WHEEL] = draw_wheel,
		[DRAWING_LINE] = picture_of_line,
	};
	struct picture *picture = xcalloc(1, sizeof *picture);

	picture->width = width;
	draw[drawing->kind](picture, drawing);
	return picture;
}

void picture_free(struct picture *picture)
{
	size_t i;

	if (!picture)
		return;
	for (i = 0; i < picture->count; i++)
		free(picture->shapes[i].text);
	free(picture->shapes);
	free(picture);
}
