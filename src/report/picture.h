/*
 * A figure as shapes: boxes, lines, sectors and texts with places and colours.
 * The one geometry that SVG and cairo both draw, in points, the origin at the top left.
 */
#ifndef NORIA_REPORT_PICTURE_H
#define NORIA_REPORT_PICTURE_H

#include "report/document.h"

#define PICTURE_NONE 0x1000000u /* no fill, no stroke */

enum shape_kind { SHAPE_BOX, SHAPE_LINE, SHAPE_SECTOR, SHAPE_TEXT };
enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };
struct shape {
	enum shape_kind kind;
	double x, y; /* box: corner; sector: centre; text: its anchor on the baseline */
	double w, h; /* box: size; line: the other end; sector: inner and outer radius */
	double from,
		to;  /* sector: angles in radians, clockwise from the right; box: from is the radius of its corners */
	double size; /* text: of the font; line: its width */
	unsigned fill, stroke;
	enum anchor anchor;
	bool bold, dashed;
	char *text;
};
struct picture {
	double width, height;
	struct shape *shapes;
	size_t count, capacity;
};

/* Draws for a given width; picture_free. */
struct picture *picture_new(const struct drawing *drawing, double width);
void picture_free(struct picture *picture);

#endif
