/* The emulated screen as a picture (SVG): what a person would see, on a dark and on a light terminal; see terminal.h. */

#include "terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 9.0 /* of a cell; letters are stretched to fit */
#define HEIGHT 19.0
#define MARGIN 8.0

static VTermScreenCell cell_at(const struct terminal *terminal, int row, int column)
{
	VTermScreenCell cell;

	memset(&cell, 0, sizeof cell);
	vterm_screen_get_cell(terminal->screen, (VTermPos){ .row = row, .col = column }, &cell);
	return cell;
}

/* 0xRRGGBB as terminals show it; `own` is the terminal's. */
static unsigned colour_of(const VTermColor *colour, bool is_own, unsigned own)
{
	static const unsigned named[] = { 0x1d1f21, 0xcc3b3b, 0x4e9a06, 0xc4a000, 0x3465a4, 0x9b5fa8, 0x06989a,
		0xd3d7cf, 0x707370, 0xef4b4b, 0x8ae234, 0xfce94f, 0x729fcf, 0xbb7fc0, 0x34e2e2, 0xf5f5f3 };
	static const unsigned steps[] = { 0, 95, 135, 175, 215, 255 };
	unsigned index;

	if (is_own)
		return own;
	if (!VTERM_COLOR_IS_INDEXED(colour))
		return (unsigned)colour->rgb.red << 16 | (unsigned)colour->rgb.green << 8 | colour->rgb.blue;
	index = colour->indexed.idx;
	if (index < 16)
		return named[index];
	if (index >= 232)
		return (8 + 10 * (index - 232)) * 0x010101u;
	index -= 16;
	return steps[index / 36] << 16 | steps[index / 6 % 6] << 8 | steps[index % 6];
}

static void colours(const VTermScreenCell *cell, bool dark, unsigned *text, unsigned *ground)
{
	unsigned own_text = dark ? 0xd4d7da : 0x24292e, own_ground = dark ? 0x15181c : 0xffffff, swap;

	*text = colour_of(&cell->fg, VTERM_COLOR_IS_DEFAULT_FG(&cell->fg), own_text);
	*ground = colour_of(&cell->bg, VTERM_COLOR_IS_DEFAULT_BG(&cell->bg), own_ground);
	if (cell->attrs.reverse) {
		swap = *text;
		*text = *ground;
		*ground = swap;
	}
}

static void put_letter(FILE *out, uint32_t c)
{
	fprintf(out, "&#%u;", (unsigned)c);
}

/* Grounds first: letters may reach beyond their cell. */
static void put_grounds(FILE *out, const struct terminal *terminal, int row, bool dark)
{
	int column = 0;

	while (column < terminal->columns) {
		VTermScreenCell cell = cell_at(terminal, row, column);
		unsigned text, ground, next;
		int begin = column;

		colours(&cell, dark, &text, &ground);
		for (next = ground, column++; column < terminal->columns; column++) {
			cell = cell_at(terminal, row, column);
			colours(&cell, dark, &text, &next);
			if (next != ground)
				break;
		}
		fprintf(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#%06x\"/>\n",
			MARGIN + begin * WIDTH, MARGIN + row * HEIGHT, (column - begin) * WIDTH, HEIGHT, ground);
	}
}

/* Each letter at its own place: no font then shifts what stands behind it. */
static void put_letters(FILE *out, const struct terminal *terminal, int row, bool dark)
{
	for (int column = 0; column < terminal->columns; column++) {
		VTermScreenCell cell = cell_at(terminal, row, column);
		unsigned text, ground;

		if (cell.chars[0] == 0 || cell.chars[0] == (uint32_t)-1 || cell.chars[0] == ' ')
			continue;
		colours(&cell, dark, &text, &ground);
		fprintf(out, "<text x=\"%.1f\" y=\"%.1f\" fill=\"#%06x\"%s%s>", MARGIN + column * WIDTH,
			MARGIN + row * HEIGHT + HEIGHT * 0.76, text, cell.attrs.bold ? " font-weight=\"bold\"" : "",
			cell.attrs.underline ? " text-decoration=\"underline\"" : "");
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			put_letter(out, cell.chars[i]);
		fputs("</text>\n", out);
	}
}

bool terminal_picture(const struct terminal *terminal, const char *path, bool dark)
{
	FILE *out = fopen(path, "w");
	double width = 2 * MARGIN + terminal->columns * WIDTH, height = 2 * MARGIN + terminal->rows * HEIGHT;
	VTermPos cursor;

	if (!out)
		return false;
	fprintf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
		"font-family=\"DejaVu Sans Mono, monospace\" font-size=\"15\" xml:space=\"preserve\">\n"
		"<rect width=\"100%%\" height=\"100%%\" fill=\"#%06x\"/>\n",
		width, height, dark ? 0x15181cu : 0xffffffu);
	for (int row = 0; row < terminal->rows; row++)
		put_grounds(out, terminal, row, dark);
	for (int row = 0; row < terminal->rows; row++)
		put_letters(out, terminal, row, dark);
	vterm_state_get_cursorpos(vterm_obtain_state(terminal->vterm), &cursor);
	if (terminal->modes & MODE_CURSOR)
		fprintf(out,
			"<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"none\" stroke=\"#%06x\"/>\n",
			MARGIN + cursor.col * WIDTH, MARGIN + cursor.row * HEIGHT, WIDTH, HEIGHT,
			dark ? 0xffffffu : 0x000000u);
	fputs("</svg>\n", out);
	return fclose(out) == 0;
}
