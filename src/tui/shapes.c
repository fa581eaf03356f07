/* Shapes that all views share: the bar of the cursor's line, chips of levels, frames of popups, headings of panes. */
#include <curses.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "tui/internal.h"
#include "tui/styles.h"

#define BAR_MOST 256 /* cells that are coloured at once */

/* What lies below the bar that was drawn last: when the cursor goes on it is put back rather than drawn anew. */
static struct {
	int row, column, count; /* 0: nothing is known of it */
	cchar_t cells[BAR_MOST + 1];
} below;

/* Cell by cell, over letters that are two cells wide: none of them may lose its other half. */
static void bar_wide(int row, int column, int last)
{
	int width;

	for (; column < last; column += width) {
		wchar_t text[CCHARW_MAX + 1];
		attr_t attributes;
		cchar_t cell;
		short pair;

		if (mvin_wch(row, column, &cell) == ERR || getcchar(&cell, text, &attributes, &pair, NULL) == ERR)
			return;
		width = wcwidth(text[0]) > 1 ? wcwidth(text[0]) : 1;
		style_on_bar(&attributes, &pair);
		if (setcchar(&cell, text[0] ? text : L" ", attributes, pair, NULL) != ERR)
			mvadd_wchnstr(row, column, &cell, 1);
	}
}

/* Where every letter is one cell wide the cells of one style are coloured at once: a move of the cursor waits for it. */
static bool bar_narrow(int row, int column, int last)
{
	const cchar_t *cells = below.cells;
	attr_t attributes[BAR_MOST];
	short pairs[BAR_MOST];
	int count = last - column, i, from;

	if (count > BAR_MOST || mvin_wchnstr(row, column, below.cells, count) == ERR)
		return false;
	for (i = 0; i < count; i++) {
		wchar_t text[CCHARW_MAX + 1];

		/* Most cells are like the one before: blanks. */
		if (i && memcmp(&cells[i], &cells[i - 1], sizeof *cells) == 0) {
			attributes[i] = attributes[i - 1];
			pairs[i] = pairs[i - 1];
			continue;
		}
		if (getcchar(&cells[i], text, &attributes[i], &pairs[i], NULL) == ERR ||
			(text[0] >= 0x7f && wcwidth(text[0]) != 1))
			return false;
	}
	for (i = from = 0; i < count; i++) {
		if (i + 1 < count && attributes[i + 1] == attributes[from] && pairs[i + 1] == pairs[from])
			continue;
		style_on_bar(&attributes[from], &pairs[from]);
		mvchgat(row, column + from, i + 1 - from, attributes[from], pairs[from], NULL);
		from = i + 1;
	}
	below.row = row;
	below.column = column;
	below.count = count;
	return true;
}

void draw_bar(int row, int column, int columns)
{
	int last = column + columns < COLS ? column + columns : COLS;

	below.count = 0;
	if (configuration.accessible || row < 0 || row >= LINES)
		return;
	if (!bar_narrow(row, column, last))
		bar_wide(row, column, last);
}

bool draw_bar_off(int row, int column, int columns)
{
	int count = below.count;

	below.count = 0;
	return count && below.row == row && below.column == column && columns == count &&
	       mvadd_wchnstr(row, column, below.cells, count) != ERR;
}

int draw_chip(int row, int column, int level, int count)
{
	char *text = xasprintf(" %s ", method_level_mark(level, count));
	int used = draw_text(row, column, text_columns(text), draw_level_style(level, count), text, false);

	free(text);
	return used;
}

/* Columns that a chip is wider than the letter that it shows. */
#define CHIP_EDGES 2

/*
 * The bar stops before and behind a chip: six cells that look the same with and without it are
 * what curses passes over rather than writes them anew, and a chip's colours are long.
 */
static bool has_chip(const char *text, const char *mark, int columns)
{
	size_t length = strlen(mark);

	return strncmp(text, mark, length) == 0 && (!text[length] || text[length] == ' ') &&
	       columns >= text_columns(mark) + CHIP_EDGES;
}

void draw_level_left(int row, int column, int columns, int level, int count, const char *text)
{
	const char *mark = method_level_mark(level, count);
	char *apart = has_chip(text, mark, columns) ? xasprintf(" %s %s", mark, text + strlen(mark)) : NULL;

	draw_text(row, column, columns, STYLE_DIM, apart ? apart : text, true);
	free(apart);
}

int draw_level_text(int row, int column, int columns, int level, int count, const char *text)
{
	const char *mark = method_level_mark(level, count);
	size_t length = strlen(mark);
	int used;

	if (!has_chip(text, mark, columns))
		return draw_text(row, column, columns, draw_level_style(level, count), text, false);
	used = draw_chip(row, column, level, count);
	if (text[length] && used + 1 < columns) {
		draw_text(row, column + used, 1, STYLE_APART, " ", false);
		length++;
		used++;
	}
	if (text[length] && used < columns)
		used += draw_text(row, column + used, columns - used, STYLE_PLAIN, text + length, false);
	return used;
}

int draw_level_columns(const char *text)
{
	return text_columns(text) + CHIP_EDGES;
}

/* ---- frames ---- */

/* Round corners where the terminal is sure to have them. */
static bool has_round(void)
{
	return COLORS >= 256 && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static void put(int row, int column, const cchar_t *drawn, const wchar_t *round, const wchar_t *plain)
{
	cchar_t cell;

	if (configuration.accessible || (round && has_round())) {
		if (setcchar(&cell, configuration.accessible ? plain : round, style_attribute(STYLE_KEY),
			    style_pair(STYLE_KEY), NULL) == ERR)
			return;
	} else {
		wchar_t text[CCHARW_MAX + 1];
		attr_t attributes;
		short pair;

		if (getcchar(drawn, text, &attributes, &pair, NULL) == ERR ||
			setcchar(&cell, text, attributes | style_attribute(STYLE_KEY), style_pair(STYLE_KEY), NULL) ==
				ERR)
			return;
	}
	mvadd_wchnstr(row, column, &cell, 1);
}

void draw_frame(struct area area)
{
	int bottom = area.top + area.height - 1, right = area.left + area.width - 1, i;

	for (i = area.left + 1; i < right; i++) {
		put(area.top, i, WACS_HLINE, NULL, L"-");
		put(bottom, i, WACS_HLINE, NULL, L"-");
	}
	for (i = area.top + 1; i < bottom; i++) {
		put(i, area.left, WACS_VLINE, NULL, L"|");
		put(i, right, WACS_VLINE, NULL, L"|");
	}
	put(area.top, area.left, WACS_ULCORNER, L"\u256d", L"+");
	put(area.top, right, WACS_URCORNER, L"\u256e", L"+");
	put(bottom, area.left, WACS_LLCORNER, L"\u2570", L"+");
	put(bottom, right, WACS_LRCORNER, L"\u256f", L"+");
}

#define SPLINTER 4 /* columns of the view below that nobody could read */

struct area draw_popup(struct area outer, const char *title)
{
	/* The top line, and those of messages and keys, are nobody's ground. */
	int top = outer.top > 1 ? outer.top - 1 : outer.top,
	    bottom = outer.top + outer.height < LINES - 2 ? outer.top + outer.height + 1 : outer.top + outer.height,
	    left = outer.left > 0 ? outer.left - 1 : 0,
	    right = outer.left + outer.width < COLS ? outer.left + outer.width + 1 : COLS;

	/* Splinters of a view at the edges tell nothing. */
	if (left <= SPLINTER)
		left = 0;
	if (COLS - right <= SPLINTER)
		right = COLS;
	draw_clear((struct area){ top, left, bottom - top, right - left });
	/* Whose cursor stood below it does not stand in it. */
	draw_cursor(-1, 0);
	draw_frame(outer);
	if (title && *title) {
		char *shown = xasprintf(" %s ", title);

		draw_text(outer.top, outer.left + 2, outer.width - 4, STYLE_HEADING, shown, false);
		free(shown);
	}
	return (struct area){ outer.top + 1, outer.left + 1, outer.height - 2, outer.width - 2 };
}

void draw_heading(struct area line, const char *text, bool active)
{
	draw_text(line.top, line.left, line.width, active ? STYLE_HEADING : STYLE_DIM, text, true);
}
