/*
 * Small tables in memory, with named columns: those that are read from a CSV
 * of ours or of a person, and those that a command prints.  Registers do not come
 * this way: they are streamed (table.c).
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/csv.h"

bool sheet_read(const char *path, struct sheet *sheet, struct error *error)
{
	struct csv csv;
	size_t i;

	memset(sheet, 0, sizeof *sheet);
	if (!csv_open(&csv, path, error))
		return false;
	if (csv_row(&csv, error))
		for (i = 0; i < csv.cells.count; i++)
			strings_add(&sheet->columns, csv.cells.items[i]);
	while (sheet->columns.count && csv_row(&csv, error)) {
		struct sheet_row *row;

		if (csv.cells.count > sheet->columns.count) {
			error_set_at(error, ERROR_INVALID, path, csv.line,
				_("The row has more cells than the first one has names."));
			break;
		}
		sheet->rows = xreallocarray(sheet->rows, sheet->count + 1, sizeof *sheet->rows);
		row = &sheet->rows[sheet->count++];
		*row = (struct sheet_row){ .line = csv.line };
		for (i = 0; i < sheet->columns.count; i++) {
			strings_add(&row->cells, i < csv.cells.count ? csv.cells.items[i] : "");
			csv_unguard(row->cells.items[i]);
		}
	}
	csv_close(&csv);
	if (!error->kind)
		return true;
	sheet_free(sheet);
	return false;
}

bool sheet_has(const struct sheet *sheet, const char *column)
{
	return strings_contain(&sheet->columns, column);
}

const char *sheet_get(const struct sheet *sheet, size_t row, const char *column)
{
	size_t i;

	for (i = 0; i < sheet->columns.count; i++)
		if (strcmp(sheet->columns.items[i], column) == 0)
			return *sheet->rows[row].cells.items[i] ? sheet->rows[row].cells.items[i] : NULL;
	return NULL;
}

void sheet_add(struct sheet *sheet, const char *const *cells)
{
	struct sheet_row *row;
	size_t i;

	sheet->rows = xreallocarray(sheet->rows, sheet->count + 1, sizeof *sheet->rows);
	row = &sheet->rows[sheet->count++];
	memset(row, 0, sizeof *row);
	for (i = 0; i < sheet->columns.count; i++)
		strings_add(&row->cells, cells[i] ? cells[i] : "");
}

void sheet_free(struct sheet *sheet)
{
	size_t i;

	for (i = 0; i < sheet->count; i++)
		strings_free(&sheet->rows[i].cells);
	free(sheet->rows);
	strings_free(&sheet->columns);
	memset(sheet, 0, sizeof *sheet);
}

/* ---- writing ---- */

static void add_text_row(struct buffer *out, const struct strings *cells, const int *widths)
{
	size_t i;

	for (i = 0; i < cells->count; i++) {
		char *shown = text_printable(cells->items[i], false),
		     *padded = i + 1 < cells->count ? text_pad(shown, widths[i], false) : xstrdup(shown);

		if (i)
			buffer_add(out, "  ");
		buffer_add(out, padded);
		free(shown);
		free(padded);
	}
	while (out->length && out->data[out->length - 1] == ' ')
		out->data[--out->length] = '\0';
	buffer_add_char(out, '\n');
}

static void add_text(struct buffer *out, const struct sheet *sheet, const char *const *labels)
{
	int *widths = xcalloc(sheet->columns.count, sizeof *widths);
	struct strings header = { 0 };
	size_t i, j;

	for (j = 0; j < sheet->columns.count; j++) {
		strings_add(&header, labels ? labels[j] : sheet->columns.items[j]);
		widths[j] = text_columns(header.items[j]);
		for (i = 0; i < sheet->count; i++) {
			int columns = text_columns(sheet->rows[i].cells.items[j]);

			if (columns > widths[j])
				widths[j] = columns;
		}
		/* One long title must not push the rest off a terminal. */
		if (widths[j] > 30)
			widths[j] = 30;
	}
	add_text_row(out, &header, widths);
	for (i = 0; i < sheet->count; i++)
		add_text_row(out, &sheet->rows[i].cells, widths);
	strings_free(&header);
	free(widths);
}

static void add_separated(struct buffer *out, const struct strings *cells, bool tab)
{
	size_t i;

	for (i = 0; i < cells->count; i++) {
		if (i)
			buffer_add_char(out, tab ? '\t' : ',');
		(tab ? tsv_add_cell : csv_add_cell)(out, cells->items[i]);
	}
	buffer_add_char(out, '\n');
}

static void add_json(struct buffer *out, const struct sheet *sheet, size_t row)
{
	size_t i, j;

	buffer_add(out, row ? ",\n  {" : "\n  {");
	for (j = 0; j < sheet->columns.count; j++) {
		const char *value = sheet->rows[row].cells.items[j];

		if (j)
			buffer_add(out, ", ");
		json_add_string(out, sheet->columns.items[j]);
		buffer_add(out, ": ");
		if (j < 32 && (sheet->lists & (1u << j))) {
			struct strings elements = { 0 };

			strings_split(&elements, value);
			buffer_add_char(out, '[');
			for (i = 0; i < elements.count; i++) {
				if (i)
					buffer_add_char(out, ',');
				json_add_string(out, elements.items[i]);
			}
			buffer_add_char(out, ']');
			strings_free(&elements);
		} else {
			json_add_string(out, *value ? value : NULL);
		}
	}
	buffer_add_char(out, '}');
}

void sheet_write(const struct sheet *sheet, enum table_format format, const char *const *labels, struct buffer *out)
{
	size_t i;

	switch (format) {
	case TABLE_TEXT:
		add_text(out, sheet, labels);
		break;
	case TABLE_TSV:
	case TABLE_CSV:
		add_separated(out, &sheet->columns, format == TABLE_TSV);
		for (i = 0; i < sheet->count; i++)
			add_separated(out, &sheet->rows[i].cells, format == TABLE_TSV);
		break;
	case TABLE_JSON:
		buffer_add_char(out, '[');
		for (i = 0; i < sheet->count; i++)
			add_json(out, sheet, i);
		buffer_add(out, sheet->count ? "\n]\n" : "]\n");
		break;
	}
}
