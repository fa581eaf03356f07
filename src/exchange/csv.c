/*
 * CSV, written and read.  A quoted cell may span lines; the line told of a row is
 * where it begins, that of a byte which cannot be read is its own.  No byte of a
 * cell is dropped: what has no meaning where it stands is refused.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "exchange/csv.h"

#define BYTES_MAX ((size_t)64 << 20)
#define CELL_MAX ((size_t)1 << 20)
#define CELLS_MAX 500
#define BLOCK ((size_t)1 << 16)

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

static bool fill(struct csv *csv)
{
	if (!csv->block)
		csv->block = xmalloc(BLOCK);
	csv->at = 0;
	csv->filled = fread(csv->block, 1, BLOCK, csv->file);
	if (!csv->filled && ferror(csv->file))
		csv->failure = errno ? errno : EIO;
	return csv->filled > 0;
}

/* The next byte without taking it; EOF at the end. */
static int peek(struct csv *csv)
{
	return csv->at < csv->filled || fill(csv) ? (unsigned char)csv->block[csv->at] : EOF;
}

static int next(struct csv *csv)
{
	int c = peek(csv);

	if (c != EOF) {
		csv->at++;
		csv->bytes++;
	}
	return c;
}

/* The separator is the one of , ; and tab that stands most often in the header, outside quotation marks. */
static void begin(struct csv *csv)
{
	size_t counts[3] = { 0, 0, 0 }, i;
	bool quoted = false;

	peek(csv);
	/* A byte order mark is no part of the first name. */
	if (csv->filled >= 3 && memcmp(csv->block, "\xef\xbb\xbf", 3) == 0)
		csv->at = 3;
	for (i = csv->at; i < csv->filled && (quoted || (csv->block[i] != '\n' && csv->block[i] != '\r')); i++) {
		quoted ^= csv->block[i] == '"';
		counts[0] += !quoted && csv->block[i] == ',';
		counts[1] += !quoted && csv->block[i] == ';';
		counts[2] += !quoted && csv->block[i] == '\t';
	}
	csv->separator = counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
}

static bool unreadable(const struct csv *csv, struct error *error)
{
	return error_set(error, ERROR_SYSTEM, _("%s cannot be read: %s."), csv->name, strerror(csv->failure));
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

/*
 * A line end outside quotation marks: LF, CR LF, or CR alone as old Macs wrote
 * it.  The first one of a file says which; what then stands for another is
 * no line end and no part of a cell either, and is refused.
 */
static bool end_line(struct csv *csv, int c, struct error *error)
{
	bool bare = c == '\r' && peek(csv) != '\n';

	if (csv->ends == ENDS_UNKNOWN)
		csv->ends = bare ? ENDS_CR : ENDS_LF;
	if (bare && csv->ends == ENDS_LF)
		return error_set_at(error, ERROR_INVALID, csv->name, csv->next_line,
			_("A carriage return stands within the row; put the cell that holds it into quotation marks."));
	if (!bare && csv->ends == ENDS_CR)
		return error_set_at(error, ERROR_INVALID, csv->name, csv->next_line,
			_("The line ends in another way than the first one; save the table with one kind of line ends."));
	if (c == '\r' && !bare)
		next(csv);
	csv->next_line++;
	return true;
}

/* Takes a cell up to the quotation mark that closes it; the opening one was taken. */
static bool quoted_cell(struct csv *csv, struct buffer *cell, struct error *error)
{
	long began = csv->next_line;
	int c, last = 0;

	for (; (c = next(csv)) != EOF; last = c) {
		if (c == '"' && peek(csv) != '"') {
			c = peek(csv);
			if (c == EOF || c == '\n' || c == '\r' || c == csv->separator)
				return true;
			return error_set_at(error, ERROR_INVALID, csv->name, csv->next_line,
				_("Something follows the quotation mark that closes a cell; within a cell it is written twice."));
		}
		if (c == '\0')
			return error_set_at(
				error, ERROR_INVALID, csv->name, csv->next_line, _("The row holds a NUL byte."));
		if (csv->bytes > BYTES_MAX || cell->length > CELL_MAX)
			return error_set_at(error, ERROR_INVALID, csv->name, began,
				_("The table is too large, or a quotation mark is not closed."));
		if (c == '\r' || (c == '\n' && last != '\r'))
			csv->next_line++;
		buffer_add_char(cell, (char)(c == '"' ? next(csv) : c));
	}
	return csv->failure
		       ? unreadable(csv, error)
		       : error_set_at(error, ERROR_INVALID, csv->name, began, _("A quotation mark is not closed."));
}

/* The cells of a row up to its line end.  False with no error: nothing is left. */
static bool take_row(struct csv *csv, struct buffer *cell, struct error *error)
{
	bool any = false, closed = false;
	int c;

	while ((c = next(csv)) != EOF) {
		if (csv->bytes > BYTES_MAX || cell->length > CELL_MAX)
			return error_set_at(error, ERROR_INVALID, csv->name, csv->line, _("The table is too large."));
		if (c == '\0')
			return error_set_at(
				error, ERROR_INVALID, csv->name, csv->next_line, _("The row holds a NUL byte."));
		if (c == '"' && cell->length == 0 && !closed) {
			if (!quoted_cell(csv, cell, error))
				return false;
			any = closed = true;
		} else if (c == csv->separator) {
			if (!end_cell(csv, cell, error))
				return false;
			any = true;
			closed = false;
		} else if (c == '\n' || c == '\r') {
			if (!end_line(csv, c, error))
				return false;
			if (any || cell->length)
				return end_cell(csv, cell, error);
			/* An empty line says nothing. */
			csv->line = csv->next_line;
		} else {
			buffer_add_char(cell, (char)c);
		}
	}
	if (csv->failure)
		return unreadable(csv, error);
	return (any || cell->length) && end_cell(csv, cell, error);
}

bool csv_row(struct csv *csv, struct error *error)
{
	struct buffer cell = { 0 };
	bool ok;

	if (csv->again) {
		csv->again = false;
		return true;
	}
	strings_free(&csv->cells);
	if (!csv->separator)
		begin(csv);
	csv->line = csv->next_line;
	ok = take_row(csv, &cell, error);
	buffer_free(&cell);
	return ok;
}

void csv_close(struct csv *csv)
{
	strings_free(&csv->cells);
	free(csv->block);
	csv->block = NULL;
	if (csv->file && csv->file != stdin)
		fclose(csv->file);
	csv->file = NULL;
}

void table_first_column(const char *path, struct strings *values)
{
	struct csv csv;
	bool header = true;

	if (!csv_open(&csv, path, NULL))
		return;
	for (; csv_row(&csv, NULL); header = false)
		if (!header && csv.cells.count)
			strings_add(values, csv.cells.items[0]);
	csv_close(&csv);
}
