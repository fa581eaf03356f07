/* Text, lines and blanks on the screen. */
#include <curses.h>
#include <stdlib.h>

#include "tui/internal.h"
#include "tui/styles.h"

static void use(enum style style)
{
	attr_set(style_attribute(style), style_pair(style), NULL);
}

/*
 * Blanks so many cells.  Over the half of a wide character curses leaves the other
 * half, and whoever blanks that one later loses the letter beside it: so nothing is
 * drawn but on cells that were blanked, edges included, as this does.
 */
static void blank(int row, int column, int columns, enum style style)
{
	if (columns > 0)
		mvhline(row, column, ' ' | style_attribute(style) | (chtype)COLOR_PAIR(style_pair(style)), columns);
}

int draw_text(int row, int column, int columns, enum style style, const char *text, bool pad)
{
	const unsigned char *c;
	bool plain = true;
	int used = 0;

	if (row < 0 || row >= LINES || column >= COLS || columns <= 0)
		return 0;
	if (column + columns > COLS)
		columns = COLS - column;
	use(style);
	for (c = (const unsigned char *)text; *c && plain; c++)
		plain = *c >= 0x20 && *c < 0x7f;
	if (plain && (int)(c - (const unsigned char *)text) <= columns) {
		used = (int)(c - (const unsigned char *)text);
		blank(row, column, pad ? columns : used, style);
		mvaddnstr(row, column, text, used);
	} else {
		char *shown = text_printable(text, false), *cut = text_cut(shown, columns);

		used = text_columns(cut);
		blank(row, column, pad ? columns : used, style);
		mvaddstr(row, column, cut);
		free(cut);
		free(shown);
	}
	use(STYLE_PLAIN);
	return used;
}

int draw_text_right(int row, int column, int columns, enum style style, const char *text)
{
	char *shown = text_printable(text, false), *padded = text_pad(shown, columns, true);
	int used = draw_text(row, column, columns, style, padded, false);

	free(padded);
	free(shown);
	return used;
}

void draw_fill(int row, int column, int columns, enum style style)
{
	if (row >= 0 && row < LINES && column < COLS)
		blank(row, column, columns, style);
}

void draw_clear(struct area area)
{
	int row;

	for (row = area.top; row < area.top + area.height; row++)
		draw_fill(row, area.left, area.width, STYLE_PLAIN);
}

void draw_horizontal(int row, int column, int columns)
{
	if (configuration.accessible) {
		draw_fill(row, column, columns, STYLE_PLAIN);
		return;
	}
	use(STYLE_DIM);
	mvhline_set(row, column, WACS_HLINE, columns);
	use(STYLE_PLAIN);
}

void draw_vertical(int row, int column, int rows)
{
	if (configuration.accessible)
		return;
	use(STYLE_DIM);
	mvvline_set(row, column, WACS_VLINE, rows);
	use(STYLE_PLAIN);
}

enum style draw_level_style(int level, int count)
{
	/* The worst of a scale is always the strongest colour, the best the weakest. */
	static const int places[][4] = { { 0 }, { 0, 4 }, { 0, 2, 4 }, { 0, 2, 3, 4 } };
	int place;

	if (level < 1 || count < 1)
		return STYLE_DIM;
	if (level > count)
		level = count;
	place = count <= 4 ? places[count - 1][level - 1] : (level - 1) * 4 / (count - 1);
	return (enum style)(STYLE_LEVEL_1 + place);
}

int draw_label_width(const struct record *record, int most)
{
	int widest = 12;
	size_t i;

	for (i = 0; i < record->def->field_count; i++) {
		int columns = record->values[i] ? text_columns(_(record->def->fields[i].label)) : 0;

		if (columns > widest)
			widest = columns;
	}
	return widest + 2 > most ? most : widest + 2;
}

static int cursor_row = -1, cursor_column;

void draw_cursor(int row, int column)
{
	cursor_row = row;
	cursor_column = column;
}

void draw_spoken(int row, int column)
{
	if (configuration.accessible)
		draw_cursor(row, column);
}

void draw_place_cursor(void)
{
	frame_cursor(cursor_row >= 0);
	/* Where nobody sees it, it may stand anywhere. */
	leaveok(stdscr, cursor_row < 0);
	if (cursor_row >= 0)
		move(cursor_row, cursor_column);
}

char *draw_numbered(int number, const char *name, int room)
{
	char *both = xasprintf("%d %s", number, name);

	if (text_columns(both) <= room || text_columns(name) > room)
		return both;
	free(both);
	return xstrdup(name);
}
