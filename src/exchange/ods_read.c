/*
 * A sheet of an ODS as a table.  All sheets stand in one part, content.xml: it is gone through
 * once for which there are and which hold something, and once for the one that is read.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/book.h"
#include "exchange/xml_stream.h"

#define SPACE "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACE_OFFICE SPACE "office:1.0"
#define SPACE_TABLE SPACE "table:1.0"
#define SPACE_TEXT SPACE "text:1.0"
#define SPACE_STYLE SPACE "style:1.0"
#define SPACE_CALC "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
#define SHEETS_MAX 1000
#define STYLES_MAX 10000
#define CURRENCY_MAX 20
#define ALIKE_MAX 1000 /* filled rows, one like the other: more are what somebody filled a column down with */

enum cell_type { CELL_TEXT, CELL_NUMBER, CELL_PERCENT, CELL_DATE, CELL_TIME, CELL_BOOLEAN, CELL_ERROR };

struct ods {
	const struct buffer *content;
	char *part; /* "x.ods: content.xml" */
	struct book_sheets sheets;
	bool *holds; /* by sheet: it holds something */
	size_t holds_capacity;
	struct strings hidden_styles;
	char *style; /* of tables, under way */
};

struct ods_reader {
	struct ods *ods;
	struct book_rows rows;
	bool lists;       /* the first time */
	size_t wanted;    /* the sheet */
	size_t sheet;     /* under way, from 1 */
	int tables;       /* one in the other */
	int aside;        /* depth within what is beside the text: an annotation */
	long line, times; /* of the row; so many rows alike */
	bool row_hidden, in_cell, in_paragraph, blank;
	size_t column, column_times, column_shown;
	enum cell_type type;
	struct buffer text, value, shown, currency;
};

static bool is(const char *space, const char *wanted)
{
	return strcmp(space, wanted) == 0;
}

static bool attribute_is(const struct xml_attributes *attributes, const char *name, const char *text)
{
	const char *value;
	size_t length;

	return xml_attribute_value(attributes, name, &value, &length) && strlen(text) == length &&
	       memcmp(value, text, length) == 0;
}

/* How often something repeats, within reason: 1 where nothing is said. */
static long times(const struct xml_attributes *attributes, const char *name)
{
	long number = xml_attribute_number(attributes, name, 1);

	return number < 1 ? 1 : number > BOOK_ROWS_MAX ? BOOK_ROWS_MAX : number;
}

/* ---- styles of tables say which are not shown ---- */

static void on_style(struct ods *ods, const char *name, const struct xml_attributes *attributes)
{
	if (strcmp(name, "style") == 0) {
		free(ods->style);
		ods->style =
			attribute_is(attributes, "family", "table") ? xml_attribute_copy(attributes, "name") : NULL;
	} else if (strcmp(name, "table-properties") == 0 && ods->style &&
		   attribute_is(attributes, "display", "false") && ods->hidden_styles.count < STYLES_MAX) {
		strings_add(&ods->hidden_styles, ods->style);
	}
}

/* ---- tables, rows, cells ---- */

static bool begin_table(struct ods_reader *reader, const struct xml_attributes *attributes)
{
	struct ods *ods = reader->ods;
	char *name, *style;

	if (reader->tables++)
		return true;
	reader->sheet++;
	reader->line = 1;
	reader->column_shown = 0;
	if (!reader->lists)
		return true;
	if (ods->sheets.count >= SHEETS_MAX)
		return error_set(reader->rows.error, ERROR_INVALID, _("%s has more than 1,000 sheets."),
			reader->rows.grid->name);
	name = xml_attribute_copy(attributes, "name");
	style = xml_attribute_copy(attributes, "style-name");
	if (ods->sheets.count == ods->holds_capacity) {
		ods->holds_capacity = ods->holds_capacity ? ods->holds_capacity * 2 : 8;
		ods->holds = xreallocarray(ods->holds, ods->holds_capacity, sizeof *ods->holds);
	}
	ods->holds[ods->sheets.count] = false;
	book_sheets_add(
		&ods->sheets, name ? name : xstrdup(""), NULL, style && strings_contain(&ods->hidden_styles, style));
	free(style);
	return true;
}

static bool is_wanted(const struct ods_reader *reader)
{
	return reader->tables == 1 && (reader->lists || reader->sheet == reader->wanted + 1);
}

static bool begin_row(struct ods_reader *reader, const struct xml_attributes *attributes)
{
	reader->times = times(attributes, "number-rows-repeated");
	reader->row_hidden =
		attribute_is(attributes, "visibility", "collapse") || attribute_is(attributes, "visibility", "filter");
	reader->column = 0;
	if (reader->lists)
		return true;
	if (reader->line <= BOOK_ROWS_MAX)
		return book_row_begin(&reader->rows, reader->line);
	return error_set_at(reader->rows.error, ERROR_INVALID, reader->rows.grid->name, 0,
		_("A row of the sheet has a number that no row has."));
}

static bool end_row(struct ods_reader *reader)
{
	long i;

	if (!reader->lists && reader->rows.count && reader->times > ALIKE_MAX)
		return error_set_at(reader->rows.error, ERROR_INVALID, reader->rows.grid->name, 0,
			_("Row %ld is filled, and %ld rows are like it down to the end; delete those that are none of the table."),
			reader->line, reader->times);
	for (i = 0; !reader->lists && reader->rows.count && i < reader->times; i++) {
		reader->rows.line = reader->line + i;
		if (reader->rows.line > BOOK_ROWS_MAX || !book_row_end(&reader->rows, reader->row_hidden))
			return reader->rows.line > BOOK_ROWS_MAX &&
			       error_set_at(reader->rows.error, ERROR_INVALID, reader->rows.grid->name, 0,
				       _("A row of the sheet has a number that no row has."));
	}
	reader->line += reader->times;
	return true;
}

static enum cell_type type_of(const struct xml_attributes *attributes)
{
	static const struct {
		const char *name;
		enum cell_type type;
	} types[] = { { "float", CELL_NUMBER }, { "currency", CELL_NUMBER }, { "percentage", CELL_PERCENT },
		{ "date", CELL_DATE }, { "time", CELL_TIME }, { "boolean", CELL_BOOLEAN } };
	const char *value;
	size_t length, i;

	if (xml_attribute_of(attributes, "value-type", SPACE_CALC, &value, &length) && length == 5 &&
		memcmp(value, "error", 5) == 0)
		return CELL_ERROR;
	if (xml_attribute_of(attributes, "value-type", SPACE_OFFICE, &value, &length))
		for (i = 0; i < sizeof types / sizeof types[0]; i++)
			if (strlen(types[i].name) == length && memcmp(types[i].name, value, length) == 0)
				return types[i].type;
	return CELL_TEXT;
}

static void begin_cell(struct ods_reader *reader, const struct xml_attributes *attributes)
{
	static const char *const values[] = { "string-value", "value", "value", "date-value", "time-value",
		"boolean-value", "string-value" };
	const char *value;
	size_t length;
	long rows = xml_attribute_number(attributes, "number-rows-spanned", 1),
	     columns = xml_attribute_number(attributes, "number-columns-spanned", 1);

	reader->column_times = (size_t)times(attributes, "number-columns-repeated");
	reader->type = type_of(attributes);
	reader->in_cell = true;
	buffer_reset(&reader->text);
	buffer_reset(&reader->value);
	if (xml_attribute_of(attributes, values[reader->type], SPACE_OFFICE, &value, &length))
		buffer_add_bytes(&reader->value, value, length);
	buffer_reset(&reader->currency);
	if (reader->type == CELL_NUMBER && xml_attribute_of(attributes, "currency", SPACE_OFFICE, &value, &length))
		/* What is longer is none that anybody knows. */
		buffer_add_bytes(
			&reader->currency, length > CURRENCY_MAX ? "?" : value, length > CURRENCY_MAX ? 1 : length);
	if (!reader->lists && (rows > 1 || (columns > 1 && columns <= BOOK_COLUMNS_MAX))) {
		char *first = grid_column_name(reader->column),
		     *last = rows > 1 ? xstrdup(first) : grid_column_name(reader->column + (size_t)columns - 1),
		     *range = xasprintf("%s%ld:%s%ld", first, reader->line, last, reader->line + rows - 1);

		book_merged(&reader->rows, range, strlen(range));
		free(range);
		free(first);
		free(last);
	}
}

/* What the cell says, into shown. */
static bool cell_value(struct ods_reader *reader, enum grid_kind *kind)
{
	const char *value = reader->value.data ? reader->value.data : "";

	buffer_reset(&reader->shown);
	*kind = GRID_TEXT;
	switch (reader->type) {
	case CELL_NUMBER:
		if (reader->text.length && book_number_shown(reader->text.data, value, &reader->shown, kind))
			return true;
		/* fallthrough */
	case CELL_PERCENT:
		if (book_number(value, reader->type == CELL_PERCENT ? BOOK_PERCENT : BOOK_NUMBER, false, &reader->shown,
			    kind))
			return true;
		return book_refuse(&reader->rows, reader->column, _("The sheet is damaged: the cell holds no number."));
	case CELL_DATE:
		if (book_iso_date(value, &reader->shown, kind)) {
			if (reader->shown.length == 10 && reader->text.length &&
				book_is_month(reader->text.data, reader->shown.data)) {
				reader->shown.data[reader->shown.length = 7] = '\0';
				*kind = GRID_TEXT;
			}
			return true;
		}
		break;
	case CELL_TIME:
		if (book_iso_time(value, &reader->shown))
			return true;
		break;
	case CELL_BOOLEAN:
		*kind = GRID_BOOLEAN;
		buffer_add(&reader->shown, strcmp(value, "true") == 0 ? "yes" : "no");
		return true;
	case CELL_ERROR:
		*kind = GRID_ERROR;
		break;
	case CELL_TEXT:
		break;
	}
	buffer_reset(&reader->shown);
	buffer_add(&reader->shown, reader->text.length ? reader->text.data : value);
	return true;
}

/* What is shown beside the number, as the grid has it; 0: nothing. */
static unsigned short unit_of(struct ods_reader *reader)
{
	char *unit = NULL;
	unsigned short place;
	double value;

	if (reader->type == CELL_NUMBER && number_parse_real(reader->shown.data, &value))
		unit = book_shown_unit(reader->text.length ? reader->text.data : "", value,
			reader->currency.length ? reader->currency.data : "");
	place = unit ? grid_unit(reader->rows.grid, unit) : 0;
	free(unit);
	return place;
}

static bool end_cell(struct ods_reader *reader)
{
	bool holds = reader->text.length || reader->value.length;
	enum grid_kind kind;
	unsigned short unit;
	size_t i;

	reader->in_cell = false;
	if (reader->lists && holds)
		reader->ods->holds[reader->sheet - 1] = true;
	if (!reader->lists && holds) {
		if (!cell_value(reader, &kind))
			return false;
		unit = kind == GRID_NUMBER ? unit_of(reader) : 0;
		for (i = 0; i < reader->column_times; i++) {
			if (!book_row_add(
				    &reader->rows, reader->column + i, kind, reader->shown.data, reader->shown.length))
				return false;
			if (unit)
				book_row_unit(&reader->rows, unit);
			if (kind == GRID_DATE && reader->text.length && book_is_day_month(reader->text.data))
				book_row_no_year(&reader->rows);
		}
	}
	reader->column += reader->column_times;
	return true;
}

static void on_column(struct ods_reader *reader, const struct xml_attributes *attributes)
{
	size_t first = reader->column_shown;

	reader->column_shown += (size_t)times(attributes, "number-columns-repeated");
	if (!reader->lists && attribute_is(attributes, "visibility", "collapse"))
		book_hidden_columns(&reader->rows, (long)first + 1, (long)reader->column_shown);
}

/* ---- texts: paragraphs are lines, blanks are counted ---- */

static void on_text_element(struct ods_reader *reader, const char *name, const struct xml_attributes *attributes)
{
	long count;

	if (strcmp(name, "p") == 0) {
		if (reader->text.length)
			buffer_add_char(&reader->text, '\n');
		reader->in_paragraph = true;
		reader->blank = false;
	} else if (strcmp(name, "s") == 0) {
		count = xml_attribute_number(attributes, "c", 1);
		for (; count > 0 && reader->text.length < (1 << 20); count--)
			buffer_add_char(&reader->text, ' ');
	} else if (strcmp(name, "tab") == 0) {
		buffer_add_char(&reader->text, '\t');
	} else if (strcmp(name, "line-break") == 0) {
		buffer_add_char(&reader->text, '\n');
	}
}

static bool on_start(void *user, const char *name, const char *space, const struct xml_attributes *attributes)
{
	struct ods_reader *reader = user;

	if (reader->aside) {
		reader->aside++;
		return true;
	}
	if (is(space, SPACE_TEXT)) {
		if (reader->in_cell && reader->tables == 1)
			on_text_element(reader, name, attributes);
		return true;
	}
	if (is(space, SPACE_STYLE)) {
		if (reader->lists)
			on_style(reader->ods, name, attributes);
		return true;
	}
	if (is(space, SPACE_OFFICE) && strcmp(name, "annotation") == 0) {
		reader->aside = 1;
		return true;
	}
	if (!is(space, SPACE_TABLE))
		return true;
	if (strcmp(name, "table") == 0)
		return begin_table(reader, attributes);
	if (!is_wanted(reader))
		return true;
	if (strcmp(name, "table-row") == 0)
		return begin_row(reader, attributes);
	if (strcmp(name, "table-cell") == 0 || strcmp(name, "covered-table-cell") == 0)
		begin_cell(reader, attributes);
	else if (strcmp(name, "table-column") == 0)
		on_column(reader, attributes);
	return true;
}

static bool on_text(void *user, const char *text, size_t length)
{
	struct ods_reader *reader = user;
	size_t i;

	if (!reader->in_cell || !reader->in_paragraph || reader->aside || reader->tables != 1)
		return true;
	for (i = 0; i < length; i++) {
		bool blank = text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r';

		if (!blank)
			buffer_add_char(&reader->text, text[i]);
		else if (!reader->blank)
			buffer_add_char(&reader->text, ' ');
		reader->blank = blank;
	}
	return true;
}

static bool on_end(void *user, const char *name, const char *space)
{
	struct ods_reader *reader = user;

	if (reader->aside) {
		reader->aside--;
		return true;
	}
	if (is(space, SPACE_TEXT)) {
		reader->blank = false;
		if (strcmp(name, "p") == 0)
			reader->in_paragraph = false;
		return true;
	}
	if (!is(space, SPACE_TABLE))
		return true;
	if (is_wanted(reader) && reader->in_cell &&
		(strcmp(name, "table-cell") == 0 || strcmp(name, "covered-table-cell") == 0))
		return end_cell(reader);
	if (is_wanted(reader) && strcmp(name, "table-row") == 0)
		return end_row(reader);
	if (strcmp(name, "table") == 0)
		reader->tables--;
	return true;
}

static bool go_through(struct ods_reader *reader)
{
	static const struct xml_told told = { .start = on_start, .text = on_text, .end = on_end };
	bool ok = xml_stream(reader->ods->part, reader->ods->content, &told, reader, reader->rows.error);

	buffer_free(&reader->text);
	buffer_free(&reader->value);
	buffer_free(&reader->shown);
	buffer_free(&reader->currency);
	return ok;
}

static bool read_sheet(void *user, size_t sheet, struct grid *grid, struct error *error)
{
	struct ods *ods = user;
	struct ods_reader reader = { .ods = ods, .wanted = sheet, .rows = { .grid = grid, .error = error } };
	bool ok = !ods->holds[sheet] || (go_through(&reader) && book_rows_end(&reader.rows));

	book_rows_free(&reader.rows);
	return ok;
}

/* With a password all parts but the list of them are scrambled, which the list says. */
static bool has_password(struct archive *archive)
{
	struct buffer list;
	bool has = archive_read(archive, "META-INF/manifest.xml", BOOK_PART_MAX, &list, NULL) == ARCHIVE_READ &&
		   memmem(list.data, list.length, "encryption-data", strlen("encryption-data"));

	buffer_free(&list);
	return has;
}

bool ods_read(struct archive *archive, const struct grid_options *options, struct grid *grid, struct error *error)
{
	struct buffer content;
	struct ods ods = { .content = &content };
	struct ods_reader lists = { .ods = &ods, .lists = true, .rows = { .grid = grid, .error = error } };
	bool ok;

	if (has_password(archive))
		return error_set(error, ERROR_INVALID, _("%s has a password; save it without one."), grid->name);
	ods.part = xasprintf("%s: content.xml", grid->name);
	ok = archive_read(archive, "content.xml", BOOK_SHEET_MAX, &content, error) == ARCHIVE_READ &&
	     go_through(&lists) &&
	     book_choose(&ods.sheets, options ? options->sheet : NULL, read_sheet, &ods, grid, error);
	buffer_free(&content);
	book_sheets_free(&ods.sheets);
	strings_free(&ods.hidden_styles);
	free(ods.holds);
	free(ods.style);
	free(ods.part);
	return ok;
}
