/*
 * Drawing and input over curses.  Text of the file reaches the terminal only
 * through draw_text, which neutralises control and bidi characters and counts columns.
 */
#ifndef NORIA_TUI_DRAW_H
#define NORIA_TUI_DRAW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/lib.h"
#include "tui/command.h"

struct area {
	int top, left, height, width;
};

enum style {
	STYLE_PLAIN,
	STYLE_TITLE,
	STYLE_DIM,
	STYLE_ACCENT,
	STYLE_HEADING, /* the heading of the pane that has the keys */
	STYLE_CURSOR,
	STYLE_MARKED,
	STYLE_LATE,
	STYLE_ERROR,
	STYLE_KEY,
	STYLE_FIELD,
	STYLE_FIELD_ACTIVE,
	STYLE_GOOD,
	STYLE_LEVEL_1,
	STYLE_LEVEL_2,
	STYLE_LEVEL_3,
	STYLE_LEVEL_4,
	STYLE_LEVEL_5, /* colour-blind-safe ramp, lowest to highest */
	STYLE_APART,   /* blanks that no bar reaches */
	STYLE_INK_1,   /* the colours of the levels as ink: for bars */
	STYLE_INK_2,
	STYLE_INK_3,
	STYLE_INK_4,
	STYLE_INK_5,
	STYLE_COUNT
};

struct key {
	const char *
		name; /* "a", "Enter", "Escape", "C-s", "F2", "Up", "PgDn", "Space", ...; for text: the UTF-8 character */
	bool text;    /* a printable character */
};
enum mouse_kind { MOUSE_PRESS, MOUSE_DOUBLE, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };
struct mouse {
	enum mouse_kind kind;
	int row, column;
};

/* Prints text cut to `columns` (with an ellipsis), padded with blanks when pad; returns the columns used. */
int draw_text(int row, int column, int columns, enum style style, const char *text, bool pad);
int draw_text_right(int row, int column, int columns, enum style style, const char *text);
void draw_fill(int row, int column, int columns, enum style style);
void draw_clear(struct area area);
void draw_horizontal(int row, int column, int columns);
void draw_vertical(int row, int column, int rows);
/* The quiet heading over a part of a record; active: the one with the cursor. */
void draw_section(int row, int column, int columns, const char *heading, bool active);
/* Text folded at the width of the area, as many lines as it has; the lines used. */
int draw_wrapped(struct area area, enum style style, const char *text, bool pad);
/* As draw_wrapped, {COMMAND} being the key of that command there. */
void draw_told(struct area area, enum style style, const char *text, const struct place *place);
/* As draw_wrapped, with the rest of the area blank. */
void draw_paragraph(struct area area, enum style style, const char *text);
/* What a list says that holds nothing. */
void draw_empty(struct area area, const char *text);
/*
 * The bar of the cursor's line: called after the line was drawn, gives the cells of that stretch its ground; each
 * keeps its own foreground and weight.  Reverse where there are few colours; nothing in the accessible mode.
 */
void draw_bar(int row, int column, int columns);
/*
 * Takes it off again: the stretch is as it was before the bar; for who drew nothing else there since.  False: nothing
 * was done, it is to be drawn anew (another bar was drawn since, or the letters are wide).
 */
bool draw_bar_off(int row, int column, int columns);
/* The letter of a level in a chip; the columns used. */
int draw_chip(int row, int column, int level, int count);
/* "H High" as method_level_text writes it: the letter in a chip, the name plain; other text in the level's style.  The columns used. */
int draw_level_text(int row, int column, int columns, int level, int count, const char *text);
/* The same of a record that is no more, dimmed and without the chip, each letter where that has it. */
void draw_level_left(int row, int column, int columns, int level, int count, const char *text);
/* The columns that draw_level_text needs for that text. */
int draw_level_columns(const char *text);
/* A frame at the edge of the area. */
void draw_frame(struct area area);
/* Ground for what lies over a view: clears it and a column and a line around, frames it under its title, gives what is inside. */
struct area draw_popup(struct area outer, const char *title);
/* The heading of a pane, in the accent colour where it has the keys; one line of that area. */
void draw_heading(struct area line, const char *text, bool active);
/* The style of a risk level of a scale of `count`; the letter stands beside it (method_level_letter). */
enum style draw_level_style(int level, int count);
/* Columns for the labels of a record's fields, a gap included, at most `most`. */
struct record;
int draw_label_width(const struct record *record, int most);
void draw_cursor(int row, int column);
/* Where a screen reader should listen: the row under the cursor; nothing unless the screen is to be accessible. */
void draw_spoken(int row, int column);
/* Puts it there, after all else was drawn. */
void draw_place_cursor(void); /* where the terminal's cursor rests */

/* "3 Possible"; the name alone, whole, where both have no room: a name that is cut says less than one without its number.  The caller frees. */
char *draw_numbered(int number, const char *name, int room);

#endif
