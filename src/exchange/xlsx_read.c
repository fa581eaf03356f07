/*
 * A sheet of an XLSX as a table.  What a cell says is what its reader sees: a number whose style is a
 * date is a day, a formula is its value, a text in pieces is one.  Cells are where they say; without a
 * word they follow the one before.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/csv.h"
#include "exchange/xlsx.h"

enum cell_type { CELL_NUMBER, CELL_SHARED, CELL_INLINE, CELL_TEXT, CELL_BOOLEAN, CELL_ERROR, CELL_DATE };

struct sheet_reader {
	struct xlsx_book *book;
	struct book_rows rows;
	const char *main; /* the namespace, once it was seen: libxml2 has each but once */
	long next_line;
	size_t next_column, column;
	bool hidden; /* the row */
	enum cell_type type;
	struct xlsx_format format;
	unsigned short *units; /* by place in those of the book: the one in those of the grid; 0: not asked yet */
	bool in_row, in_cell, collects, phonetic, has_value, has_formula, in_formula;
	struct buffer value, formula, shown;
};

static bool is_main(struct sheet_reader *reader, const char *space)
{
	if (space == reader->main)
		return true;
	if (!xlsx_is_main(space))
		return false;
	reader->main = space;
	return true;
}

static bool damaged(struct sheet_reader *reader, size_t column, const char *sentence)
{
	return book_refuse(&reader->rows, column, sentence);
}

static bool begin_row(struct sheet_reader *reader, const struct xml_attributes *attributes)
{
	const char *value;
	size_t length;
	long line = reader->next_line;

	if (xml_attribute_value(attributes, "r", &value, &length))
		line = xml_attribute_number(attributes, "r", 0);
	reader->hidden = xml_attribute_is(attributes, "hidden");
	reader->next_line = line + 1;
	reader->next_column = 0;
	reader->in_row = true;
	return book_row_begin(&reader->rows, line);
}

/* "B7": its column from 0, and its row.  False: it is no such name. */
static bool parse_place(const char *name, size_t length, size_t *column, long *line)
{
	size_t i = 0, letters = 0;

	*column = 0;
	*line = 0;
	for (; i < length && letters < 4 && (name[i] | 32) >= 'a' && (name[i] | 32) <= 'z'; i++, letters++)
		*column = *column * 26 + (size_t)((name[i] | 32) - 'a') + 1;
	for (; i < length && *line <= BOOK_ROWS_MAX && name[i] >= '0' && name[i] <= '9'; i++)
		*line = *line * 10 + (name[i] - '0');
	if (i < length || !letters || *column > BOOK_COLUMNS_MAX || *line < 1)
		return false;
	(*column)--;
	return true;
}

static enum cell_type type_of(const struct xml_attributes *attributes)
{
	static const struct {
		const char *name;
		enum cell_type type;
	} types[] = { { "s", CELL_SHARED }, { "inlineStr", CELL_INLINE }, { "str", CELL_TEXT }, { "b", CELL_BOOLEAN },
		{ "e", CELL_ERROR }, { "d", CELL_DATE } };
	const char *value;
	size_t length, i;

	if (xml_attribute_value(attributes, "t", &value, &length))
		for (i = 0; i < sizeof types / sizeof types[0]; i++)
			if (strlen(types[i].name) == length && memcmp(types[i].name, value, length) == 0)
				return types[i].type;
	return CELL_NUMBER;
}

static bool begin_cell(struct sheet_reader *reader, const struct xml_attributes *attributes)
{
	static const struct xlsx_format none = { BOOK_NUMBER, 0, 0 };
	const char *value;
	size_t length;
	long style = xml_attribute_number(attributes, "s", 0), line;

	if (!reader->in_row)
		return true;
	reader->column = reader->next_column;
	if (xml_attribute_value(attributes, "r", &value, &length) &&
		(!parse_place(value, length, &reader->column, &line) || line != reader->rows.line))
		return damaged(reader, reader->next_column,
			_("The sheet is damaged: the cell says that it stands elsewhere."));
	reader->next_column = reader->column + 1;
	reader->type = type_of(attributes);
	reader->format = (size_t)style < reader->book->format_count ? reader->book->formats[style] : none;
	reader->in_cell = true;
	reader->has_value = reader->has_formula = false;
	buffer_reset(&reader->value);
	buffer_reset(&reader->formula);
	return true;
}

static bool on_start(void *user, const char *name, const char *space, const struct xml_attributes *attributes)
{
	struct sheet_reader *reader = user;
	const char *value;
	size_t length;

	if (!is_main(reader, space))
		return true;
	if (strcmp(name, "c") == 0)
		return begin_cell(reader, attributes);
	if (strcmp(name, "row") == 0)
		return begin_row(reader, attributes);
	if (reader->in_cell) {
		if (strcmp(name, "v") == 0)
			reader->has_value = reader->collects = true;
		else if (strcmp(name, "t") == 0)
			reader->collects = !reader->phonetic && reader->type == CELL_INLINE;
		else if (strcmp(name, "is") == 0)
			reader->has_value = true;
		else if (strcmp(name, "rPh") == 0)
			reader->phonetic = true;
		else if (strcmp(name, "f") == 0)
			reader->has_formula = reader->in_formula = true;
	} else if (strcmp(name, "col") == 0 && xml_attribute_is(attributes, "hidden")) {
		book_hidden_columns(&reader->rows, xml_attribute_number(attributes, "min", 0),
			xml_attribute_number(attributes, "max", 0));
	} else if (strcmp(name, "mergeCell") == 0 && xml_attribute_value(attributes, "ref", &value, &length)) {
		book_merged(&reader->rows, value, length);
	}
	return true;
}

static bool on_text(void *user, const char *text, size_t length)
{
	struct sheet_reader *reader = user;

	if (reader->collects)
		buffer_add_bytes(&reader->value, text, length);
	else if (reader->in_formula)
		buffer_add_bytes(&reader->formula, text, length);
	return true;
}

/* What the format of the cell shows, as the grid has it. */
static unsigned short unit_of(struct sheet_reader *reader)
{
	unsigned short *known = &reader->units[reader->format.unit - 1];
	if (!*known)
		*known = grid_unit(reader->rows.grid, reader->book->units.items[reader->format.unit - 1]);
	return *known;
}

static bool end_number(struct sheet_reader *reader)
{
	enum grid_kind kind;
	const char *unit;
	bool prefixed, shown;

	reader->format = xlsx_format_of(reader->book, reader->format, reader->value.data, &shown);
	/* No day, of which nothing or a dash is shown. */
	if (!shown && book_is_day(reader->format.format))
		return true;
	unit = reader->format.unit ? reader->book->units.items[reader->format.unit - 1] : NULL;
	prefixed = unit && reader->value.length <= 15 && reader->format.format > BOOK_PADDED &&
		   strspn(reader->value.data, "0123456789") == reader->value.length;
	buffer_reset(&reader->shown);
	if (prefixed)
		buffer_add(&reader->shown, unit);
	if (!book_number(reader->value.data, reader->format.format, reader->book->since_1904, &reader->shown, &kind))
		return damaged(reader, reader->column, _("The sheet is damaged: the cell holds no number."));
	if (!book_row_add(&reader->rows, reader->column, kind, reader->shown.data, reader->shown.length))
		return false;
	if (kind == GRID_DATE && reader->format.format == BOOK_DAY_MONTH)
		book_row_no_year(&reader->rows);
	if (unit && reader->format.format == BOOK_NUMBER)
		book_row_unit(&reader->rows, unit_of(reader));
	return true;
}

static bool end_date(struct sheet_reader *reader)
{
	enum grid_kind kind = GRID_TEXT;

	buffer_reset(&reader->shown);
	if (!book_iso_date(reader->value.data, &reader->shown, &kind)) {
		buffer_reset(&reader->shown);
		buffer_add(&reader->shown, reader->value.data);
	}
	return book_row_add(&reader->rows, reader->column, kind, reader->shown.data, reader->shown.length);
}

static bool end_shared(struct sheet_reader *reader)
{
	const char *text;
	int64_t number;
	size_t length;

	if (!xlsx_strings(reader->book, reader->rows.error))
		return false;
	if (!number_parse_integer(reader->value.data, &number) || number > INT32_MAX ||
		!xlsx_string(reader->book, (long)number, &text, &length))
		return damaged(reader, reader->column, _("The sheet is damaged: the text of the cell is not there."));
	return book_row_add(&reader->rows, reader->column, GRID_TEXT, text, length);
}

static bool end_cell(struct sheet_reader *reader)
{
	struct buffer *value = &reader->value;

	reader->in_cell = reader->phonetic = false;
	if (!reader->has_value)
		return !reader->has_formula ||
		       book_unknown(&reader->rows, reader->column, reader->formula.data ? reader->formula.data : "");
	if (!value->length)
		return true;
	switch (reader->type) {
	case CELL_SHARED:
		return end_shared(reader);
	case CELL_INLINE:
	case CELL_TEXT:
		xlsx_unescape(value, 0);
		/* Some programs write what a formula could not reckon as a text. */
		return book_row_add(&reader->rows, reader->column,
			reader->has_formula && csv_is_error(value->data) ? GRID_ERROR : GRID_TEXT, value->data,
			value->length);
	case CELL_BOOLEAN:
		return strcmp(value->data, "1") == 0 || strcmp(value->data, "true") == 0
			       ? book_row_add(&reader->rows, reader->column, GRID_BOOLEAN, "yes", 3)
			       : book_row_add(&reader->rows, reader->column, GRID_BOOLEAN, "no", 2);
	case CELL_ERROR:
		return book_row_add(&reader->rows, reader->column, GRID_ERROR, value->data, value->length);
	case CELL_DATE:
		return end_date(reader);
	case CELL_NUMBER:
		break;
	}
	return end_number(reader);
}

static bool on_end(void *user, const char *name, const char *space)
{
	struct sheet_reader *reader = user;

	if (!is_main(reader, space))
		return true;
	if (strcmp(name, "c") == 0)
		return !reader->in_cell || end_cell(reader);
	if (strcmp(name, "row") == 0) {
		bool ok = !reader->in_row || book_row_end(&reader->rows, reader->hidden);

		reader->in_row = false;
		return ok;
	}
	if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
		reader->collects = false;
	else if (strcmp(name, "rPh") == 0)
		reader->phonetic = false;
	else if (strcmp(name, "f") == 0)
		reader->in_formula = false;
	return true;
}

static const struct xml_told told = { .start = on_start, .text = on_text, .end = on_end };

static bool read_sheet(void *user, size_t sheet, struct grid *grid, struct error *error)
{
	struct xlsx_book *book = user;
	struct sheet_reader reader = { .book = book, .rows = { .grid = grid, .error = error }, .next_line = 1 };
	bool ok;

	reader.units = xcalloc(book->units.count + 1, sizeof *reader.units);
	ok = xlsx_part(book, book->sheets.items[sheet].part, BOOK_SHEET_MAX, true, &told, &reader, error) &&
	     book_rows_end(&reader.rows);
	free(reader.units);
	book_rows_free(&reader.rows);
	buffer_free(&reader.value);
	buffer_free(&reader.formula);
	buffer_free(&reader.shown);
	return ok;
}

bool xlsx_read(struct archive *archive, const struct grid_options *options, struct grid *grid, struct error *error)
{
	struct xlsx_book book;
	bool ok = xlsx_open(&book, archive, grid->name, error) &&
		  book_choose(&book.sheets, options ? options->sheet : NULL, read_sheet, &book, grid, error);

	if (ok && book.struck)
		strings_take(
			&grid->notes, xstrdup(_("Text that is struck was left out of cells that have other text.")));
	grid->since_1904 = book.since_1904;
	xlsx_close(&book);
	return ok;
}
