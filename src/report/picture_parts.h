/* What the drawings are made of.  Included by the files of this folder only. */
#ifndef NORIA_REPORT_PICTURE_PARTS_H
#define NORIA_REPORT_PICTURE_PARTS_H

#include "report/picture.h"

#define PICTURE_INK 0x1d2733u
#define PICTURE_MUTED 0x5b6876u
#define PICTURE_HAIR 0xc9d1d9u
#define PICTURE_ACCENT 0x1f5a7du
#define PICTURE_ALARM 0xb3261eu

/* A shape at that place, without fill and stroke; valid until the next is added. */
struct shape *picture_add(struct picture *picture, enum shape_kind kind, double x, double y);
/* How many columns of a font of this size fit; no renderer measures here, so it is a careful guess. */
int picture_columns(double width, double size);
void picture_box(
	struct picture *picture, double x, double y, double w, double h, unsigned fill, unsigned stroke, double corner);
struct shape *picture_line(
	struct picture *picture, double x, double y, double to_x, double to_y, unsigned stroke, double size);
/* One line of text, cut to `room` points (0: as it is). */
struct shape *picture_label(struct picture *picture, double x, double y, double size, enum anchor anchor,
	unsigned colour, double room, const char *text);

/* DRAWING_LINE. */
void picture_of_line(struct picture *picture, const struct drawing *drawing);

#endif
