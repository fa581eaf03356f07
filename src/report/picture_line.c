/* A series as a line over its periods, with the values that it is held against, each named at its end. */
#include <stdlib.h>
#include <string.h>

#include "report/picture_parts.h"

#define TOP 5
#define SMALL 6.2
/* Names of lines that would lie upon each other stand so far apart. */
#define APART 6.6
#define NAMES_MAX 8
#define NARROW 140.0
#define LOW 36.0
#define TALL 46.0

struct plot {
	struct picture *picture;
	const struct drawing *drawing;
	double left, right, tall; /* tall: between the ends of the axis */
	size_t points;            /* of the marks; the others are the lines */
};

/* Of what a pipe brings, too, nothing leaves the frame. */
static double place_of(const struct plot *plot, const struct mark *mark)
{
	int64_t value = mark->value < 0 ? 0 : mark->value > DRAWING_WHOLE ? DRAWING_WHOLE : mark->value;

	return TOP + plot->tall * (1 - (double)value / DRAWING_WHOLE);
}

static double x_of(const struct plot *plot, size_t point)
{
	if (plot->points < 2)
		return (plot->left + plot->right) / 2;
	return plot->left + 3 + (plot->right - plot->left - 6) * (double)point / (double)(plot->points - 1);
}

static double width_of(const char *text, double size)
{
	return (double)text_columns(text) * size * 0.64;
}

/* ---- what it is held against ---- */

/* Where the names stand: each beside its line, but none upon another, nor below the axis. */
static void place_names(const struct plot *plot, const struct mark *const *lines, size_t count, double *places)
{
	double most = TOP + plot->tall;
	size_t i;

	for (i = 0; i < count; i++) {
		places[i] = place_of(plot, lines[i]);
		if (i && places[i] < places[i - 1] + APART)
			places[i] = places[i - 1] + APART;
	}
	for (i = count; i-- > 0; most = places[i] - APART)
		places[i] = places[i] < most ? places[i] : most;
}

static void draw_lines(const struct plot *plot)
{
	const struct mark *lines[NAMES_MAX];
	double places[NAMES_MAX];
	size_t count = 0, i, j;

	/* The highest value first. */
	for (i = plot->points; i < plot->drawing->count && count < NAMES_MAX; i++) {
		const struct mark *mark = &plot->drawing->marks[i];

		for (j = count++; j > 0 && lines[j - 1]->value < mark->value; j--)
			lines[j] = lines[j - 1];
		lines[j] = mark;
	}
	place_names(plot, lines, count, places);
	for (i = 0; i < count; i++) {
		char *name = xasprintf("%s %s", lines[i]->label, lines[i]->text);
		unsigned colour = lines[i]->late ? PICTURE_ALARM : PICTURE_MUTED;
		double y = place_of(plot, lines[i]);

		picture_line(plot->picture, plot->left, y, plot->right, y, colour, 0.6)->dashed = !lines[i]->done;
		picture_label(plot->picture, plot->right + 3, places[i] + 1, SMALL, ANCHOR_START, colour,
			plot->picture->width - plot->right - 3, name);
		free(name);
	}
}

/* ---- the axes ---- */

/* The first and the last, or the last alone where there is no room for both. */
static void draw_periods(const struct plot *plot, double y)
{
	const struct mark *marks = plot->drawing->marks, *last = plot->points ? &marks[plot->points - 1] : NULL;

	if (!last)
		return;
	picture_label(plot->picture, plot->points > 1 ? plot->right : x_of(plot, 0), y, SMALL,
		plot->points > 1 ? ANCHOR_END : ANCHOR_MIDDLE, PICTURE_MUTED, 0, last->label);
	if (plot->points > 1 &&
		width_of(marks[0].label, SMALL) + width_of(last->label, SMALL) < plot->right - plot->left)
		picture_label(plot->picture, plot->left, y, SMALL, ANCHOR_START, PICTURE_MUTED, 0, marks[0].label);
}

static void draw_axes(const struct plot *plot)
{
	const struct drawing *drawing = plot->drawing;
	const double base = TOP + plot->tall;
	size_t i;

	if (drawing->rows.count > 1) {
		picture_label(plot->picture, plot->left - 3, TOP + 2.2, SMALL, ANCHOR_END, PICTURE_MUTED, 0,
			drawing->rows.items[0]);
		picture_label(plot->picture, plot->left - 3, base + 2.2, SMALL, ANCHOR_END, PICTURE_MUTED, 0,
			drawing->rows.items[1]);
	}
	picture_line(plot->picture, plot->left, TOP, plot->left, base, PICTURE_HAIR, 0.6);
	picture_line(plot->picture, plot->left, base, plot->right, base, PICTURE_HAIR, 0.6);
	for (i = 0; i < plot->points; i++)
		picture_line(plot->picture, x_of(plot, i), base, x_of(plot, i), base + 2, PICTURE_HAIR, 0.6);
	draw_periods(plot, base + 9);
}

/* ---- the series ---- */

static void draw_series(const struct plot *plot)
{
	const struct mark *before = NULL;
	size_t i, last = 0;

	for (i = 0; i < plot->points; i++) {
		const struct mark *mark = &plot->drawing->marks[i];

		/* A gap is not bridged. */
		if (mark->of > 0 && before)
			picture_line(plot->picture, x_of(plot, i - 1), place_of(plot, before), x_of(plot, i),
				place_of(plot, mark), PICTURE_ACCENT, 1.2);
		before = mark->of > 0 ? mark : NULL;
		last = before ? i : last;
	}
	for (i = 0; i < plot->points; i++) {
		const struct mark *mark = &plot->drawing->marks[i];
		double radius = i == last ? 2 : 1.1;

		if (mark->of > 0)
			picture_box(plot->picture, x_of(plot, i) - radius, place_of(plot, mark) - radius, 2 * radius,
				2 * radius, mark->late ? PICTURE_ALARM : PICTURE_ACCENT, PICTURE_NONE, radius);
	}
}

void picture_of_line(struct picture *picture, const struct drawing *drawing)
{
	struct plot plot = {
		.picture = picture, .drawing = drawing, .left = 8, .tall = picture->width < NARROW ? LOW : TALL
	};
	double names = 0, width;
	size_t i;

	while (plot.points < drawing->count && drawing->marks[plot.points].levels == 0)
		plot.points++;
	for (i = 0; i < drawing->rows.count; i++) {
		width = width_of(drawing->rows.items[i], SMALL) + 5;
		plot.left = width > plot.left ? width : plot.left;
	}
	for (i = plot.points; i < drawing->count; i++) {
		width = width_of(drawing->marks[i].label, SMALL) + width_of(drawing->marks[i].text, SMALL) + 9;
		names = width > names ? width : names;
	}
	plot.left = plot.left > picture->width / 4 ? picture->width / 4 : plot.left;
	width = drawing->column_axis ? width_of(drawing->column_axis, 7.5) + 3 : 0;
	names = width > names ? width : names;
	plot.right = picture->width - (names > picture->width / 2.2 ? picture->width / 2.2 : names) - 2;
	/* How it stands is read beside its last period. */
	if (drawing->column_axis)
		picture_label(picture, plot.right + 3, TOP + plot.tall + 9, 7.5, ANCHOR_START, PICTURE_INK, 0,
			drawing->column_axis)
			->bold = true;
	draw_axes(&plot);
	draw_lines(&plot);
	draw_series(&plot);
	picture->height = TOP + plot.tall + 12;
}
