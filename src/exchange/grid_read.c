/* Which kind of table an input is, by what it holds and not by its name, and who reads it. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/book.h"
#include "exchange/csv.h"
#include "exchange/input.h"

#define INPUT_MAX ((size_t)64 << 20)

/* "="001"" keeps a spreadsheet from making a number of it: the text within is meant.  In place. */
static void take_out_of_formula(char *cell)
{
	size_t length = strlen(cell), i, to = 0;

	if (length < 3 || cell[0] != '=' || cell[1] != '"' || cell[length - 1] != '"')
		return;
	for (i = 2; i < length - 1; i++)
		if (cell[i] == '"' && (cell[++i] != '"' || i == length - 1))
			return;
	for (i = 2; i < length - 1; i += cell[i] == '"' ? 2 : 1)
		cell[to++] = cell[i];
	cell[to] = '\0';
}

static bool add_csv_row(struct csv *csv, struct grid *grid, struct error *error)
{
	size_t i;

	if (!grid_add_row(grid, csv->line, error))
		return false;
	grid->rows[grid->count - 1].next = csv->next_line;
	for (i = 0; i < csv->cells.count; i++) {
		char *cell = csv->cells.items[i];
		bool guarded = csv_unguard(cell);

		if (!guarded)
			take_out_of_formula(cell);
		if (!grid_add_cell(
			    grid, !guarded && csv_is_error(cell) ? GRID_ERROR : GRID_TEXT, cell, strlen(cell), error))
			return false;
	}
	return true;
}

/* Whether each row is one cell, and each has the sign by which its own cells are parted: whole lines were quoted. */
static bool is_of_whole_lines(const struct grid *grid)
{
	const char *sign = grid->count > 1 ? strpbrk(grid_at(grid, 0, 0)->text, ",;\t|") : NULL;
	size_t i;

	for (i = 0; sign && i < grid->count; i++)
		if (grid->rows[i].count != 1 || !strchr(grid_at(grid, i, 0)->text, *sign))
			return false;
	return sign != NULL;
}

static bool add_rows(struct buffer *text, struct grid *grid, struct error *error)
{
	struct csv csv;
	bool ok = true;

	csv_open_bytes(&csv, grid->name, text->data, text->length);
	while (ok && csv_row(&csv, error))
		ok = add_csv_row(&csv, grid, error);
	grid->separator = csv.separator;
	csv_close(&csv);
	return ok && !error->kind;
}

/* The lines that were quoted as wholes, read as what they are; lines count on as they stand in the file. */
static bool read_whole_lines(struct grid *grid, struct error *error)
{
	struct buffer text = { 0 };
	size_t i, count = grid->count;
	long *lines = xcalloc(count, sizeof *lines), *next = xcalloc(count, sizeof *next);
	bool ok;

	for (i = 0; i < count; i++) {
		buffer_add(&text, grid_at(grid, i, 0)->text);
		buffer_add_char(&text, '\n');
		lines[i] = grid->rows[i].line;
		next[i] = grid->rows[i].next;
	}
	grid->count = 0;
	ok = add_rows(&text, grid, error);
	for (i = 0; ok && i < grid->count && i < count; i++) {
		grid->rows[i].line = lines[i];
		grid->rows[i].next = next[i];
	}
	buffer_free(&text);
	free(lines);
	free(next);
	return ok;
}

static bool read_csv(struct buffer *bytes, const struct grid_options *options, struct grid *grid, struct error *error)
{
	char *found;

	if (options && options->sheet)
		return error_set(error, ERROR_USAGE, _("%s is text, which has no sheets."), grid->name);
	grid->marked = bytes->length >= 3 && memcmp(bytes->data, "\xef\xbb\xbf", 3) == 0;
	if (!input_decode(grid->name, bytes, options ? options->encoding : NULL, &found, error))
		return false;
	if (found)
		/* TRANSLATORS: name of a file, of an encoding */
		strings_take(&grid->notes, xasprintf(grid->seen ? _("%s was read as %s.")
								: _("%s was read as %s; --encoding= says otherwise."),
						   grid->name, found));
	grid->marked = grid->marked || found;
	free(found);
	if (!add_rows(bytes, grid, error))
		return false;
	grid_end(grid);
	return !is_of_whole_lines(grid) || read_whole_lines(grid, error);
}

static bool archive_has(const struct archive *archive, const char *entry)
{
	size_t i;

	for (i = 0; i < archive_count(archive); i++)
		if (strcasecmp(archive_entry(archive, i), entry) == 0)
			return true;
	return false;
}

static bool read_workbook(
	const struct buffer *bytes, const struct grid_options *options, struct grid *grid, struct error *error)
{
	struct archive *archive = archive_open(grid->name, bytes, error);
	bool ok;

	if (!archive)
		return false;
	if (archive_has(archive, "xl/workbook.bin"))
		ok = error_set(
			error, ERROR_INVALID, _("%s is a binary workbook (.xlsb); save it as .xlsx."), grid->name);
	else if (archive_has(archive, "word/document.xml"))
		ok = error_set(error, ERROR_INVALID,
			_("%s is a text document (Word); copy its table into a spreadsheet and save that as .xlsx."),
			grid->name);
	else if (archive_has(archive, "[Content_Types].xml"))
		ok = xlsx_read(archive, options, grid, error);
	else if (archive_has(archive, "content.xml"))
		ok = ods_read(archive, options, grid, error);
	else if (archive_has(archive, "verinice.xml"))
		ok = error_set(error, ERROR_INVALID, _("%s is an archive of verinice; say --as=verinice."), grid->name);
	else
		ok = error_set(
			error, ERROR_INVALID, _("%s is packed, but it is no workbook (XLSX or ODS)."), grid->name);
	archive_close(archive);
	return ok;
}

/* Texts that are no tables: web programs call their pages workbooks, and others save what is written for programs. */
static bool refuse_page(const char *start, const char *name, struct error *error)
{
	static const char *const pages[] = { "<!doctype html", "<html", "<head", "<meta", "<body", "<div", "<table",
		"<style" };
	const char *inner;
	size_t i;

	start += strncmp(start, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	start += strspn(start, " \t\r\n");
	for (i = 0; i < sizeof pages / sizeof pages[0]; i++)
		if (strncasecmp(start, pages[i], strlen(pages[i])) == 0)
			return error_set(error, ERROR_INVALID,
				_("%s is a web page, whatever it is called; open it with a spreadsheet and save it as .xlsx."),
				name);
	if (strncmp(start, "<?xml", 5) == 0)
		return error_set(error, ERROR_INVALID,
			_("%s is XML and no table; if a spreadsheet opens it, save it from there as .xlsx."), name);
	if (strncmp(start, "{\\rtf", 5) == 0)
		return error_set(error, ERROR_INVALID,
			_("%s is a text document (RTF); copy its table into a spreadsheet and save that as .xlsx."),
			name);
	inner = *start ? start + 1 + strspn(start + 1, " \t\r\n") : start;
	if ((*start == '[' || *start == '{') && *inner && strchr("{[\"", *inner))
		return error_set(error, ERROR_INVALID,
			_("%s is JSON and no table; save the table itself as .xlsx or .csv."), name);
	return true;
}

/* What is no table that is read here, by its first bytes: each with the way out. */
static bool refuse_others(const struct buffer *bytes, const struct grid *grid, struct error *error)
{
	const char *start = bytes->data;

	if (bytes->length >= 8 && memcmp(start, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
		return error_set(error, ERROR_INVALID,
			_("%s is a workbook of an old Excel (.xls), or one with a password; save it as .xlsx without a password."),
			grid->name);
	if (bytes->length >= 5 && memcmp(start, "%PDF-", 5) == 0)
		return error_set(error, ERROR_INVALID,
			_("%s is a PDF, which holds no table that can be read; save the table itself as .xlsx or .csv."),
			grid->name);
	return refuse_page(start, grid->name, error);
}

bool grid_read_bytes(const char *name, struct buffer *bytes, const struct grid_options *options, struct grid *grid,
	struct error *error)
{
	struct error local = { 0 };
	bool ok;

	memset(grid, 0, sizeof *grid);
	grid->name = xstrdup(name);
	grid->seen = options && options->seen;
	ok = refuse_others(bytes, grid, &local) &&
	     (archive_is(bytes) ? read_workbook(bytes, options, grid, &local) : read_csv(bytes, options, grid, &local));
	if (ok) {
		grid_end(grid);
		return true;
	}
	grid_free(grid);
	error_move(error, &local);
	return false;
}

bool grid_read(const char *path, const struct grid_options *options, struct grid *grid, struct error *error)
{
	struct buffer bytes;
	bool ok;

	memset(grid, 0, sizeof *grid);
	if (!input_read(path, INPUT_MAX, &bytes, error))
		return false;
	ok = grid_read_bytes(strcmp(path, "-") == 0 ? _("standard input") : path, &bytes, options, grid, error);
	buffer_free(&bytes);
	return ok;
}
