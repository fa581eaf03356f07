/* Sheets of a workbook, and their rows: in order whatever the file does, with a word on what was hidden or merged. */
#include <stdlib.h>
#include <string.h>

#include "exchange/book.h"

/* So many are named; of others the number is told. */
#define NAMED_MAX 6

void book_sheets_add(struct book_sheets *sheets, char *name, char *part, bool hidden)
{
	if (sheets->count == sheets->capacity) {
		sheets->capacity = sheets->capacity ? sheets->capacity * 2 : 8;
		sheets->items = xreallocarray(sheets->items, sheets->capacity, sizeof *sheets->items);
	}
	sheets->items[sheets->count++] = (struct book_sheet){ name, part, hidden };
}

void book_sheets_free(struct book_sheets *sheets)
{
	while (sheets->count) {
		sheets->count--;
		free(sheets->items[sheets->count].name);
		free(sheets->items[sheets->count].part);
	}
	free(sheets->items);
	memset(sheets, 0, sizeof *sheets);
}

/* ---- which sheet ---- */

static bool is_called(const struct book_sheet *sheet, const char *english)
{
	return strcmp(sheet->name, english) == 0 || strcmp(sheet->name, translation_in("fr", english)) == 0;
}

/* The sheets that explain a workbook of ours to whoever fills it in, and what may be chosen there: no tables of anybody. */
static bool is_ours(const struct book_sheets *sheets, size_t sheet)
{
	size_t i;

	if (is_called(&sheets->items[sheet], N_("How to fill it in")))
		return true;
	for (i = 0; i < sheets->count; i++)
		if (is_called(&sheets->items[i], "How to fill it in"))
			return sheets->items[sheet].hidden && is_called(&sheets->items[sheet], N_("Lists"));
	return false;
}

/* The names of the sheets but one (the count: of all), hidden ones said so.  NULL: there are none.  Caller frees. */
static char *other_sheets(const struct book_sheets *sheets, size_t but)
{
	struct strings names = { 0 };
	char *text;
	size_t i, told = 0;

	for (i = 0; i < sheets->count; i++) {
		if (i == but || (but < sheets->count && is_ours(sheets, i)) || told++ >= 2 * NAMED_MAX)
			continue;
		text = text_printable(sheets->items[i].name, false);
		if (sheets->items[i].hidden)
			/* TRANSLATORS: name of a sheet of a workbook */
			strings_take(&names, xasprintf(_("%s (hidden)"), text));
		else
			strings_add(&names, text);
		free(text);
	}
	if (told > 2 * NAMED_MAX)
		strings_add(&names, "...");
	text = names.count ? strings_join(&names, ", ") : NULL;
	strings_free(&names);
	return text;
}

static bool find_sheet(const struct book_sheets *sheets, const char *wanted, size_t *found, const struct grid *grid,
	struct error *error)
{
	char *folded = text_fold(wanted), *others;
	int64_t number;
	size_t i;
	bool ok = false;

	for (i = 0; !ok && i < sheets->count; i++)
		if (strcmp(sheets->items[i].name, wanted) == 0) {
			*found = i;
			ok = true;
		}
	for (i = 0; !ok && i < sheets->count; i++) {
		char *name = text_fold(sheets->items[i].name);

		if (strcmp(name, folded) == 0) {
			*found = i;
			ok = true;
		}
		free(name);
	}
	free(folded);
	if (!ok && number_parse_integer(wanted, &number) && number >= 1 && (size_t)number <= sheets->count) {
		*found = (size_t)number - 1;
		ok = true;
	}
	if (ok)
		return true;
	others = other_sheets(sheets, sheets->count);
	/* TRANSLATORS: file, name of a sheet, names of those that it has */
	error_set(error, ERROR_USAGE, _("%s has no sheet %s; it has: %s."), grid->name, wanted, others);
	free(others);
	return false;
}

/* The rows that a sheet gave are none; its place is for another. */
static void forget_rows(struct grid *grid)
{
	strings_free(&grid->notes);
	grid->count = grid->cell_count = 0;
}

static void tell_choice(const struct book_sheets *sheets, size_t chosen, bool asked, struct grid *grid)
{
	char *others = asked ? NULL : other_sheets(sheets, chosen);
	size_t i;

	grid->sheet = xstrdup(sheets->items[chosen].name);
	grid->sheet_hidden = sheets->items[chosen].hidden;
	for (i = 0; i < sheets->count; i++)
		if (i == chosen || !is_ours(sheets, i))
			strings_add(&grid->sheets, sheets->items[i].name);
	if (!others)
		return;
	strings_take(&grid->notes, grid_sheet_text(grid, others));
	free(others);
}

bool book_choose(const struct book_sheets *sheets, const char *wanted, book_reader reader, void *user,
	struct grid *grid, struct error *error)
{
	size_t chosen = 0, i;
	int hidden;

	if (!sheets->count)
		return error_set(error, ERROR_INVALID, _("%s is a workbook without a sheet."), grid->name);
	if (wanted) {
		if (!find_sheet(sheets, wanted, &chosen, grid, error) || !reader(user, chosen, grid, error))
			return false;
		tell_choice(sheets, chosen, true, grid);
		return true;
	}
	for (hidden = 0; hidden < 2; hidden++)
		for (i = 0; i < sheets->count; i++) {
			if (sheets->items[i].hidden != (hidden == 1))
				continue;
			forget_rows(grid);
			if (!reader(user, i, grid, error))
				return false;
			if (grid->count) {
				tell_choice(sheets, i, false, grid);
				return true;
			}
		}
	forget_rows(grid);
	tell_choice(sheets, 0, true, grid);
	return true;
}

/* ---- rows ---- */

bool book_refuse(struct book_rows *rows, size_t column, const char *sentence)
{
	char *letters = grid_column_name(column);

	error_set_at(
		rows->error, ERROR_INVALID, rows->grid->name, rows->line, "%s%ld: %s", letters, rows->line, sentence);
	free(letters);
	return false;
}

bool book_row_begin(struct book_rows *rows, long line)
{
	rows->line = line;
	rows->count = 0;
	buffer_reset(&rows->text);
	return (line >= 1 && line <= BOOK_ROWS_MAX) || error_set_at(rows->error, ERROR_INVALID, rows->grid->name, 0,
							       _("A row of the sheet has a number that no row has."));
}

bool book_row_add(struct book_rows *rows, size_t column, enum grid_kind kind, const char *text, size_t length)
{
	if (!length)
		return true;
	if (column >= BOOK_COLUMNS_USED_MAX)
		return book_refuse(rows, column < BOOK_COLUMNS_MAX ? column : BOOK_COLUMNS_MAX - 1,
			_("A cell stands so far to the right that the sheet is no table; empty it."));
	if (rows->count == rows->capacity) {
		rows->capacity = rows->capacity ? rows->capacity * 2 : 64;
		rows->cells = xreallocarray(rows->cells, rows->capacity, sizeof *rows->cells);
	}
	rows->cells[rows->count++] = (struct book_cell){ column, rows->text.length, length, kind, 0, false };
	buffer_add_bytes(&rows->text, text, length);
	return true;
}

void book_row_unit(struct book_rows *rows, unsigned short unit)
{
	rows->cells[rows->count - 1].unit = unit;
}

void book_row_no_year(struct book_rows *rows)
{
	rows->cells[rows->count - 1].no_year = true;
}

static int by_column(const void *a, const void *b)
{
	size_t one = ((const struct book_cell *)a)->column, two = ((const struct book_cell *)b)->column;

	return (one > two) - (one < two);
}

/* The cells in order of their columns; two in one place are refused. */
static bool put_in_order(struct book_rows *rows)
{
	size_t i;

	for (i = 1; i < rows->count && rows->cells[i].column > rows->cells[i - 1].column; i++)
		;
	if (i >= rows->count)
		return true;
	qsort(rows->cells, rows->count, sizeof *rows->cells, by_column);
	for (i = 1; i < rows->count; i++)
		if (rows->cells[i].column == rows->cells[i - 1].column)
			return book_refuse(rows, rows->cells[i].column, _("The cell is in the sheet twice."));
	return true;
}

bool book_row_end(struct book_rows *rows, bool hidden)
{
	size_t i, column = 0;

	if (!rows->count)
		return true;
	if (!put_in_order(rows) || !grid_add_row(rows->grid, rows->line, rows->error))
		return false;
	for (i = 0; i < rows->count; i++, column++) {
		const struct book_cell *cell = &rows->cells[i];

		for (; column < cell->column; column++)
			if (!grid_add_cell(rows->grid, GRID_EMPTY, "", 0, rows->error))
				return false;
		if (!grid_add_cell(rows->grid, cell->kind, rows->text.data + cell->start, cell->length, rows->error))
			return false;
		grid_set_unit(rows->grid, cell->unit);
		if (cell->no_year)
			grid_set_no_year(rows->grid);
	}
	if (!hidden)
		return true;
	if (rows->hidden_count == rows->hidden_capacity) {
		rows->hidden_capacity = rows->hidden_capacity ? rows->hidden_capacity * 2 : 64;
		rows->hidden = xreallocarray(rows->hidden, rows->hidden_capacity, sizeof *rows->hidden);
	}
	rows->hidden[rows->hidden_count++] = rows->line;
	return true;
}

void book_hidden_columns(struct book_rows *rows, long first, long last)
{
	if (first < 1 || last < first || rows->hidden_column_count >= BOOK_COLUMNS_USED_MAX)
		return;
	rows->hidden_columns =
		xreallocarray(rows->hidden_columns, rows->hidden_column_count + 1, sizeof *rows->hidden_columns);
	rows->hidden_columns[rows->hidden_column_count++] = (struct book_span){ first, last };
}

/* Whether the range "A3:B5" goes over several rows. */
static bool has_several_rows(const char *range)
{
	const char *colon = strchr(range, ':');
	const char *top = strpbrk(range, "0123456789"), *bottom = colon ? strpbrk(colon, "0123456789") : NULL;

	return top && bottom && strtol(top, NULL, 10) != strtol(bottom, NULL, 10);
}

void book_merged(struct book_rows *rows, const char *range, size_t length)
{
	char *text = xstrndup(range, length < 32 ? length : 32);

	if (has_several_rows(text))
		book_merge_keep(rows, text);
	else
		book_banner_keep(rows, text);
	if (has_several_rows(text) && rows->merged_count++ < NAMED_MAX)
		strings_take(&rows->merged, text_printable(text, false));
	free(text);
}

bool book_unknown(struct book_rows *rows, size_t column, const char *formula)
{
	char *text = xasprintf("=%s", formula), *letters = grid_column_name(column);
	bool ok = book_row_add(rows, column, GRID_ERROR, text, strlen(text));

	if (rows->unknown_count++ < NAMED_MAX)
		strings_take(&rows->unknown, xasprintf("%s%ld", letters, rows->line));
	free(letters);
	free(text);
	return ok;
}

static int by_line(const void *a, const void *b)
{
	long one = ((const struct grid_row *)a)->line, two = ((const struct grid_row *)b)->line;

	return (one > two) - (one < two);
}

/* "3, 5-7": the lines of hidden rows, ascending.  Caller frees. */
static char *hidden_rows(const struct book_rows *rows)
{
	struct buffer text = { 0 };
	size_t i, last, told = 0;

	for (i = 0; i < rows->hidden_count; i = last + 1) {
		for (last = i; last + 1 < rows->hidden_count && rows->hidden[last + 1] == rows->hidden[last] + 1;
			last++)
			;
		if (told++ == NAMED_MAX) {
			buffer_add(&text, ", ...");
			break;
		}
		buffer_printf(&text, told > 1 ? ", %ld" : "%ld", rows->hidden[i]);
		if (last > i)
			buffer_printf(&text, "-%ld", rows->hidden[last]);
	}
	return buffer_take(&text);
}

/* "B, D-F": hidden columns of the table; what is hidden behind it matters to nobody.  NULL: none.  Caller frees. */
static char *hidden_columns(const struct book_rows *rows)
{
	long columns = (long)rows->grid->columns, last;
	struct buffer text = { 0 };
	size_t i;

	for (i = 0; i < rows->hidden_column_count; i++) {
		const struct book_span *span = &rows->hidden_columns[i];
		char *from, *to;

		if (span->first > columns)
			continue;
		last = span->last < columns ? span->last : columns;
		from = grid_column_name((size_t)span->first - 1);
		to = grid_column_name((size_t)last - 1);
		buffer_printf(&text, last > span->first ? "%s%s-%s" : "%s%s", text.length ? ", " : "", from, to);
		free(from);
		free(to);
	}
	return text.length ? buffer_take(&text) : NULL;
}

/* The names, with dots where there are more than are named.  Caller frees. */
static char *names(const struct strings *strings, size_t count)
{
	char *text = strings_join(strings, ", "), *more;

	if (count <= strings->count)
		return text;
	more = xasprintf("%s, ...", text);
	free(text);
	return more;
}

static void tell(struct book_rows *rows)
{
	char *text;

	if (rows->hidden_count) {
		text = hidden_rows(rows);
		strings_take(&rows->grid->notes,
			xasprintf(ngettext("%zu row that the sheet hides was read like the others: %s.",
					  "%zu rows that the sheet hides were read like the others: %s.",
					  rows->hidden_count),
				rows->hidden_count, text));
		free(text);
	}
	text = hidden_columns(rows);
	if (text) {
		strings_take(&rows->grid->notes,
			xasprintf(_("Columns that the sheet hides were read like the others: %s."), text));
		free(text);
	}
	if (rows->merged_count && rows->grid->count) {
		text = names(&rows->merged, rows->merged_count);
		strings_take(&rows->grid->notes,
			xasprintf(_("The text of merged cells counts in each of their rows: %s."), text));
		free(text);
	}
	if (rows->unknown_count) {
		text = names(&rows->unknown, rows->unknown_count);
		strings_take(&rows->grid->notes,
			xasprintf(
				_("Formulas whose value is not in the file: %s; open it in a spreadsheet program and save it once."),
				text));
		free(text);
	}
}

bool book_rows_end(struct book_rows *rows)
{
	struct grid *grid = rows->grid;
	size_t i;

	grid_end(grid);
	for (i = 1; i < grid->count && grid->rows[i].line > grid->rows[i - 1].line; i++)
		;
	if (i < grid->count) {
		qsort(grid->rows, grid->count, sizeof *grid->rows, by_line);
		for (i = 1; i < grid->count; i++)
			if (grid->rows[i].line == grid->rows[i - 1].line)
				return error_set_at(rows->error, ERROR_INVALID, grid->name, grid->rows[i].line,
					_("The row is in the sheet twice."));
	}
	tell(rows);
	if (!book_merges_fill(rows))
		return false;
	grid_end(grid);
	book_banners_mark(rows);
	return true;
}

void book_rows_free(struct book_rows *rows)
{
	free(rows->hidden_columns);
	free(rows->merges);
	free(rows->banners);
	strings_free(&rows->merged);
	strings_free(&rows->unknown);
	buffer_free(&rows->text);
	free(rows->cells);
	free(rows->hidden);
}
