/* What the drawings are made of: boxes, lines, texts. */
#include <stdlib.h>
#include <string.h>

#include "report/picture_parts.h"

struct shape *picture_add(struct picture *picture, enum shape_kind kind, double x, double y)
{
	struct shape *shape;

	if (picture->count == picture->capacity) {
		picture->capacity = picture->capacity ? picture->capacity * 2 : 64;
		picture->shapes = xreallocarray(picture->shapes, picture->capacity, sizeof *picture->shapes);
	}
	shape = &picture->shapes[picture->count++];
	memset(shape, 0, sizeof *shape);
	shape->kind = kind;
	shape->x = x;
	shape->y = y;
	shape->fill = shape->stroke = PICTURE_NONE;
	return shape;
}

void picture_box(
	struct picture *picture, double x, double y, double w, double h, unsigned fill, unsigned stroke, double corner)
{
	struct shape *shape = picture_add(picture, SHAPE_BOX, x, y);

	shape->w = w;
	shape->h = h;
	shape->fill = fill;
	shape->stroke = stroke;
	shape->from = corner;
}

struct shape *picture_line(
	struct picture *picture, double x, double y, double to_x, double to_y, unsigned stroke, double size)
{
	struct shape *shape = picture_add(picture, SHAPE_LINE, x, y);

	shape->w = to_x;
	shape->h = to_y;
	shape->stroke = stroke;
	shape->size = size;
	return shape;
}

/* How many columns of a font of this size fit; no renderer measures here, so it is a careful guess. */
int picture_columns(double width, double size)
{
	int columns = (int)(width / (size * 0.62));

	return columns > 1 ? columns : 1;
}

/* One line of text, cut to `room` points (0: as it is). */
struct shape *picture_label(struct picture *picture, double x, double y, double size, enum anchor anchor,
	unsigned colour, double room, const char *text)
{
	struct shape *shape = picture_add(picture, SHAPE_TEXT, x, y);
	char *c;

	shape->text = room > 0 ? text_cut(text, picture_columns(room, size)) : xstrdup(text);
	for (c = shape->text; *c; c++)
		if (*c == '\n')
			*c = ' ';
	shape->size = size;
	shape->anchor = anchor;
	shape->fill = colour;
	return shape;
}
