/*
 * How tables lie on a page: the widths of their columns by what is in them, and
 * which of them want the page turned.  Pure: the renderers bring the measure, in columns of
 * a terminal or in points of type.
 *
 * A line ends between words and nowhere else; a date, a number, a level, a share, a time has no
 * place where it may end, whatever blanks are in it.
 */
#ifndef NORIA_REPORT_LAYOUT_H
#define NORIA_REPORT_LAYOUT_H

#include "report/document.h"

struct measure {
	/* The width of these bytes of text on one line; bold: of the header and of what stands in the first column. */
	double (*width)(void *user, const char *text, size_t length, bool bold);
	void *user;
	double column; /* of one character as they are on average */
	double pad;    /* of each cell, both sides */
	bool hyphens;  /* a line may end behind a hyphen or a slash between letters */
	bool brief;    /* the words of a header may be cut: they ask for LAYOUT_BRIEF columns at most */
};
#define LAYOUT_BRIEF 6.0

/* What a column asks for, pad and all. */
struct need {
	double least;   /* of what may not be broken */
	double fair;    /* that prose can be read: up to this it comes before what is longer */
	double natural; /* that no cell takes more lines than it has itself */
};
/* needs: one a column. */
void layout_needs(const struct block *block, const struct measure *measure, struct need *needs);
/* Widths that fill `room` (less where nothing asks for it and `fill` is false).  False: what may not be broken does not fit; each has its share of the room. */
bool layout_widths(const struct need *needs, size_t count, double room, bool fill, double *widths);

/* True where a cell of this kind stands on one line, whatever is in it. */
bool layout_is_whole(enum column_kind kind, const char *text);
/* Which blocks stand on landscape pages, one answer a block: those that ask for it, and the sections of tables that do not fit into `room`, the width of a portrait page. */
void layout_turn(const struct document *document, const struct measure *measure, double room, bool *wide);

#endif
