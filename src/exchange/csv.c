/* CSV, written and read.  A quoted cell may span lines; the line told in a message is where the row begins. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "exchange/csv.h"

#define BYTES_MAX ((size_t)64 << 20)
#define CELL_MAX ((size_t)1 << 20)
#define CELLS_MAX 500

/*
 * Spreadsheets run what begins so, East Asian ones its wide forms too; plain
 * negative numbers are not run.  The guard is an apostrophe, which a spreadsheet shows and
 * an import takes away again: the value that comes back is the value that went out.
 */
static bool is_dangerous(const char *value)
{
	static const char *const wide[] = { "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0" };
	double number;
	size_t i;

	for (i = 0; *value == wide[0][0] && i < sizeof wide / sizeof wide[0]; i++)
		if (strncmp(value, wide[i], 3) == 0)
			return true;
	if (!*value || !strchr("=+-@\t\r\n", *value))
		return false;
	return !number_parse_real(value, &number);
}

void csv_add_cell(struct buffer *line, const char *value)
{
	const char *c, *plain = value;
	bool guard, quote;

	if (!value || !*value)
		return;
	while (*plain == '\'')
		plain++;
	/* A text that begins with apostrophes before such a sign gets one more, so that reading takes away exactly one. */
	guard = is_dangerous(plain);
	quote = strpbrk(value, ",;\"\n\r\t") != NULL || *value == ' ' || value[strlen(value) - 1] == ' ';
	if (!guard && !quote) {
		buffer_add(line, value);
		return;
	}
	if (quote)
		buffer_add_char(line, '"');
	if (guard)
		buffer_add_char(line, '\'');
	for (c = value; *c; c++) {
		if (*c == '"' && quote)
			buffer_add_char(line, '"');
		buffer_add_char(line, *c);
	}
	if (quote)
		buffer_add_char(line, '"');
}

void export_csv_cell(struct buffer *line, const char *value)
{
	csv_add_cell(line, value);
}

void csv_unguard(char *cell)
{
	const char *plain = cell;

	while (*plain == '\'')
		plain++;
	if (*cell == '\'' && is_dangerous(plain))
		memmove(cell, cell + 1, strlen(cell));
}

bool csv_open(struct csv *csv, const char *path, struct error *error)
{
	struct stat status;

	memset(csv, 0, sizeof *csv);
	csv->name = path;
	csv->next_line = 1;
	if (strcmp(path, "-") == 0) {
		csv->file = stdin;
		return true;
	}
	if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
		return error_set(error, ERROR_UNAVAILABLE, _("%s is a folder."), path);
	csv->file = fopen(path, "re");
	if (!csv->file)
		return error_set(error, ERROR_UNAVAILABLE, _("%s cannot be read: %s."), path, strerror(errno));
	return true;
}

static int next(struct csv *csv)
{
	int c = getc_unlocked(csv->file);

	if (c != EOF)
		csv->bytes++;
	else if (ferror(csv->file) && !csv->unread)
		csv->unread = errno;
	return c;
}

/* The separator is the one of , ; and tab that stands most often in the header. */
static void detect(struct csv *csv)
{
	struct buffer line = { 0 };
	size_t counts[3] = { 0, 0, 0 };
	int c;
	const char *d;

	while (line.length < 65536 && (c = getc_unlocked(csv->file)) != EOF) {
		buffer_add_char(&line, (char)c);
		if (c == '\n')
			break;
	}
	if (ferror(csv->file))
		csv->unread = errno;
	for (d = line.data; d && d < line.data + line.length; d++) {
		counts[0] += *d == ',';
		counts[1] += *d == ';';
		counts[2] += *d == '\t';
	}
	csv->separator = counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
	/* The header goes back to be read as a row. */
	for (d = line.data ? line.data + line.length : NULL; d && d > line.data; d--)
		if (ungetc((unsigned char)d[-1], csv->file) == EOF)
			break;
	if (d && d > line.data) {
		/* More than the stream takes back: read it through a copy. */
		FILE *copy = tmpfile();
		char block[65536];
		size_t count;

		if (copy) {
			/* What ungetc took back is dropped by reading it again. */
			size_t back = (size_t)(line.data + line.length - d);

			while (back--)
				getc_unlocked(csv->file);
			fwrite(line.data, 1, line.length, copy);
			while ((count = fread(block, 1, sizeof block, csv->file)) > 0 && ftell(copy) < (long)BYTES_MAX + 65536)
				fwrite(block, 1, count, copy);
			if (ferror(csv->file) || fflush(copy) != 0)
				csv->unread = errno;
			rewind(copy);
			if (csv->file != stdin)
				fclose(csv->file);
			csv->file = copy;
		} else {
			csv->unread = errno;
		}
	}
	buffer_free(&line);
}

static bool end_cell(struct csv *csv, struct buffer *cell, struct error *error)
{
	char *text = buffer_take(cell);
	size_t length = strlen(text);

	if (csv->cells.count >= CELLS_MAX) {
		free(text);
		return error_set_at(error, ERROR_INVALID, csv->name, csv->line, _("The row has too many cells."));
	}
	if (!text_is_valid(text, length)) {
		free(text);
		return error_set_at(error, ERROR_INVALID, csv->name, csv->line, _("The row is not valid UTF-8 text."));
	}
	strings_take(&csv->cells, text);
	return true;
}

bool csv_row(struct csv *csv, struct error *error)
{
	struct buffer cell = { 0 };
	bool quoted = false, any = false;
	int c;

	if (csv->again) {
		csv->again = false;
		return true;
	}
	strings_free(&csv->cells);
	if (!csv->separator)
		detect(csv);
	csv->line = csv->next_line;
	if (csv->bytes == 0) {
		/* A byte order mark is no part of the first name. */
		c = next(csv);
		if (c == 0xef && next(csv) == 0xbb && next(csv) == 0xbf)
			;
		else if (c != EOF)
			ungetc(c, csv->file), csv->bytes--;
	}
	while (!csv->unread && (c = next(csv)) != EOF) {
		if (csv->bytes > BYTES_MAX || cell.length > CELL_MAX) {
			buffer_free(&cell);
			return error_set_at(error, ERROR_INVALID, csv->name, csv->line, _("The table is too large."));
		}
		if (c == '\0') {
			buffer_free(&cell);
			return error_set_at(error, ERROR_INVALID, csv->name, csv->line, _("The row holds a NUL byte."));
		}
		if (c == '\n')
			csv->next_line++;
		if (quoted) {
			if (c != '"') {
				buffer_add_char(&cell, (char)c);
				continue;
			}
			c = next(csv);
			if (c == '"') {
				buffer_add_char(&cell, '"');
				continue;
			}
			quoted = false;
			if (c == EOF)
				break;
			if (c == '\n')
				csv->next_line++;
		} else if (c == '"' && cell.length == 0) {
			quoted = any = true;
			continue;
		}
		if (c == '\r')
			continue;
		if (c == csv->separator) {
			any = true;
			if (!end_cell(csv, &cell, error))
				return false;
			continue;
		}
		if (c == '\n') {
			if (!any && cell.length == 0) {
				/* An empty line says nothing. */
				csv->line = csv->next_line;
				continue;
			}
			return end_cell(csv, &cell, error);
		}
		buffer_add_char(&cell, (char)c);
	}
	if (csv->unread) {
		/* Not the end of the table, whatever it looks like. */
		buffer_free(&cell);
		return error_set(error, ERROR_SYSTEM, _("%s cannot be read: %s."), csv->name, strerror(csv->unread));
	}
	if (quoted) {
		buffer_free(&cell);
		return error_set_at(error, ERROR_INVALID, csv->name, csv->line, _("A quotation mark is not closed."));
	}
	if (any || cell.length)
		return end_cell(csv, &cell, error);
	buffer_free(&cell);
	return false;
}

void csv_close(struct csv *csv)
{
	strings_free(&csv->cells);
	if (csv->file && csv->file != stdin)
		fclose(csv->file);
	csv->file = NULL;
}
