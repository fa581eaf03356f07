/* The emulated screen as text: see terminal.h. */

#include "terminal.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

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

/* ---- what can be seen of a dump ---- */

/* A run of cells of one row, being put together from what looks alike. */
struct seen {
	FILE *out;
	int row, first, last;
	char words[128], *text;
	size_t length;
};

static void seen_flush(struct seen *seen)
{
	if (seen->words[0])
		fprintf(seen->out, "%d, %d-%d:%s \"%.*s\"\n", seen->row, seen->first, seen->last, seen->words,
			(int)seen->length, seen->text);
	seen->words[0] = '\0';
	seen->length = 0;
}

/* Cells from `column` on that show `length` bytes of text; they join what stands before them and looks alike. */
static void seen_add(
	struct seen *seen, int row, int column, int width, const char *words, const char *text, size_t length)
{
	if (row != seen->row || column != seen->last + 1 || strcmp(words, seen->words) != 0)
		seen_flush(seen);
	if (seen->length == 0) {
		seen->row = row;
		seen->first = column;
		snprintf(seen->words, sizeof seen->words, "%s", words);
	}
	seen->last = column + width - 1;
	seen->text = realloc(seen->text, seen->length + length);
	if (!seen->text)
		abort();
	memcpy(seen->text + seen->length, text, length);
	seen->length += length;
}

/* Of the words for a cell's attributes those that can be seen on a blank. */
static void on_blank(const char *words, char *seen, size_t size)
{
	const char *ground = strstr(words, " ground ");

	if (strstr(words, " reverse") || strstr(words, " underline"))
		snprintf(seen, size, "%s", words);
	else
		snprintf(seen, size, "%s", ground ? ground : "");
}

/* An attribute line of a dump: ROW, FROM-TO: WORDS "TEXT".  Words and blanks of the text go their own ways. */
static void seen_line(struct seen *seen, const char *line, size_t length)
{
	const char *open = memchr(line, '"', length), *colon = memchr(line, ':', length), *c;
	char words[128], blank[128];
	int row, column, last;
	mbstate_t state = { 0 };

	if (!open || !colon || line[length - 1] != '"' || sscanf(line, "%d, %d-%d:", &row, &column, &last) != 3) {
		seen_flush(seen);
		fprintf(seen->out, "%.*s\n", (int)length, line);
		return;
	}
	snprintf(words, sizeof words, "%.*s", (int)(open - colon - 2), colon + 1);
	on_blank(words, blank, sizeof blank);
	for (c = open + 1; c < line + length - 1;) {
		wchar_t letter;
		size_t count = mbrtowc(&letter, c, (size_t)(line + length - 1 - c), &state);
		int width;

		if (count == 0 || count > 4) {
			/* What a mask or a stranger's letter left. */
			count = 1;
			memset(&state, 0, sizeof state);
			letter = L'?';
		}
		width = wcwidth(letter) < 0 ? 1 : wcwidth(letter);
		seen_add(seen, row, column, width, *c == ' ' ? blank : words, c, count);
		column += width;
		c += count;
	}
}

char *terminal_seen(const char *dump)
{
	const char *line = strstr(dump, "\nattributes (row, columns)\n");
	char *text = NULL;
	size_t length;
	struct seen seen = { .out = open_memstream(&text, &length) };

	if (!seen.out || !setlocale(LC_CTYPE, "C.UTF-8"))
		abort();
	line = line ? strchr(line + 1, '\n') + 1 : dump + strlen(dump);
	fwrite(dump, 1, (size_t)(line - dump), seen.out);
	while (*line) {
		size_t count = strcspn(line, "\n");

		seen_line(&seen, line, count);
		line += count + (line[count] == '\n');
	}
	seen_flush(&seen);
	fclose(seen.out);
	free(seen.text);
	return text;
}
