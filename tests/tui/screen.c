/* The emulated screen as text: see terminal.h. */

#include "terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put_utf8(FILE *out, uint32_t c)
{
	if (c < 0x80) {
		putc((int)c, out);
	} else if (c < 0x800) {
		putc((int)(0xc0 | c >> 6), out);
		putc((int)(0x80 | (c & 0x3f)), out);
	} else if (c < 0x10000) {
		putc((int)(0xe0 | c >> 12), out);
		putc((int)(0x80 | (c >> 6 & 0x3f)), out);
		putc((int)(0x80 | (c & 0x3f)), out);
	} else {
		putc((int)(0xf0 | c >> 18), out);
		putc((int)(0x80 | (c >> 12 & 0x3f)), out);
		putc((int)(0x80 | (c >> 6 & 0x3f)), out);
		putc((int)(0x80 | (c & 0x3f)), out);
	}
}

static VTermScreenCell cell_at(const struct terminal *terminal, int row, int column)
{
	VTermScreenCell cell;

	memset(&cell, 0, sizeof cell);
	vterm_screen_get_cell(terminal->screen, (VTermPos){ .row = row, .col = column }, &cell);
	return cell;
}

/* The text of the columns [from, to) of a row. */
static void put_cells(FILE *out, const struct terminal *terminal, int row, int from, int to)
{
	for (int column = from; column < to; column++) {
		VTermScreenCell cell = cell_at(terminal, row, column);

		if (cell.chars[0] == (uint32_t)-1)
			continue; /* the right half of a wide character */
		if (cell.chars[0] == 0) {
			putc(' ', out);
			continue;
		}
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			put_utf8(out, cell.chars[i]);
	}
}

static char *without_trailing_spaces(char *text)
{
	size_t length = strlen(text);

	while (length > 0 && text[length - 1] == ' ')
		text[--length] = '\0';
	return text;
}

char *terminal_row(const struct terminal *terminal, int row)
{
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);

	if (!out)
		abort();
	put_cells(out, terminal, row, 0, terminal->columns);
	fclose(out);
	return without_trailing_spaces(text);
}

static void put_color(FILE *out, const char *what, const VTermColor *color)
{
	if (VTERM_COLOR_IS_INDEXED(color))
		fprintf(out, " %s %d", what, color->indexed.idx);
	else
		fprintf(out, " %s #%02x%02x%02x", what, color->rgb.red, color->rgb.green, color->rgb.blue);
}

/* Words for a cell's attributes, each with a space before it; nothing for a plain cell. */
static void describe(const VTermScreenCell *cell, char *words, size_t size)
{
	FILE *out = fmemopen(words, size, "w");

	if (!out)
		abort();
	if (cell->attrs.bold)
		fputs(" bold", out);
	if (cell->attrs.underline)
		fputs(" underline", out);
	if (cell->attrs.italic)
		fputs(" italic", out);
	if (cell->attrs.blink)
		fputs(" blink", out);
	if (cell->attrs.reverse)
		fputs(" reverse", out);
	if (!VTERM_COLOR_IS_DEFAULT_FG(&cell->fg))
		put_color(out, "text", &cell->fg);
	if (!VTERM_COLOR_IS_DEFAULT_BG(&cell->bg))
		put_color(out, "ground", &cell->bg);
	putc('\0', out);
	fclose(out);
}

/* One line for each run of cells of a row that share attributes. */
static void put_attributes(FILE *out, const struct terminal *terminal, int row)
{
	char words[128], first[128];
	int column = 0;

	while (column < terminal->columns) {
		VTermScreenCell cell = cell_at(terminal, row, column);
		int begin = column;

		describe(&cell, first, sizeof first);
		for (column++; column < terminal->columns; column++) {
			cell = cell_at(terminal, row, column);
			describe(&cell, words, sizeof words);
			if (strcmp(words, first) != 0)
				break;
		}
		if (first[0] == '\0')
			continue;
		fprintf(out, "%d, %d-%d:%s \"", row + 1, begin + 1, column, first);
		put_cells(out, terminal, row, begin, column);
		fputs("\"\n", out);
	}
}

char *terminal_dump(const struct terminal *terminal)
{
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);
	VTermPos cursor;

	if (!out)
		abort();
	vterm_state_get_cursorpos(vterm_obtain_state(terminal->vterm), &cursor);
	fprintf(out, "size %dx%d", terminal->columns, terminal->rows);
	if (terminal->modes & MODE_CURSOR)
		fprintf(out, ", cursor at %d, %d", cursor.row + 1, cursor.col + 1);
	fputs("\n\n", out);
	for (int row = 0; row < terminal->rows; row++) {
		char *line = terminal_row(terminal, row);

		fprintf(out, "|%s\n", line);
		free(line);
	}
	fputs("\nattributes (row, columns)\n", out);
	for (int row = 0; row < terminal->rows; row++)
		put_attributes(out, terminal, row);
	fclose(out);
	return text;
}

/*
 * Writes an attribute line of a dump, "ROW, FROM-TO: WORDS "TEXT"", without the blanks at
 * both ends of its text where none of the words can be seen on a blank.
 */
static void put_seen(FILE *out, const char *line, size_t length)
{
	const char *open = memchr(line, '"', length), *from, *to;
	int row, first, last;

	if (!open || line[length - 1] != '"' || sscanf(line, "%d, %d-%d:", &row, &first, &last) != 3) {
		fwrite(line, 1, length, out);
		return;
	}
	from = open + 1;
	to = line + length - 1;
	for (const char *c = line; c < open; c++)
		if (strncmp(c, " ground ", 8) == 0 || strncmp(c, " reverse ", 9) == 0 ||
			strncmp(c, " underline ", 11) == 0) {
			fwrite(line, 1, length, out);
			return;
		}
	while (from < to && *from == ' ')
		from++, first++;
	while (from < to && to[-1] == ' ')
		to--, last--;
	if (from == to)
		return;
	fprintf(out, "%d, %d-%d%.*s%.*s\"", row, first, last, (int)(open + 1 - strchr(line, ':')), strchr(line, ':'),
		(int)(to - from), from);
}

char *terminal_seen(const char *dump)
{
	const char *line = strstr(dump, "\nattributes (row, columns)\n");
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);

	if (!out)
		abort();
	line = line ? strchr(line + 1, '\n') + 1 : dump + strlen(dump);
	fwrite(dump, 1, (size_t)(line - dump), out);
	while (*line) {
		size_t count = strcspn(line, "\n");
		long before = ftell(out);

		put_seen(out, line, count);
		if (ftell(out) != before)
			putc('\n', out);
		line += count + (line[count] == '\n');
	}
	fclose(out);
	return text;
}
