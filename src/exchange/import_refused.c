/* The rows that were refused, as a table: the reasons, then the cells as they were. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "exchange/csv.h"
#include "exchange/heading_says.h"
#include "exchange/import.h"
#include "exchange/import_rows.h"
#include "model/field_type.h"

/* A comment when the table is read again: its cells are no field's. */

/* True where nothing is lost by writing there: nothing is there, such a table, or what keeps nothing, as pipes. */
static bool may_be_written(const char *path)
{
	static const char mark[] = "\xef\xbb\xbf";
	/* Behind the mark and the quote of a heading that holds a separator. */
	char start[3 + 1 + sizeof IMPORT_REASON - 1] = { 0 };
	struct stat status;
	FILE *file;
	const char *at = start;
	size_t count;

	if (stat(path, &status) != 0)
		return errno == ENOENT;
	/* A pipe is not opened for a look: that waits for whoever writes there. */
	if (output_is_descriptor(path) || (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) ||
		(S_ISREG(status.st_mode) && !status.st_size))
		return true;
	file = fopen(path, "re");
	if (!file)
		return false;
	count = fread(start, 1, sizeof start, file);
	fclose(file);
	at += memcmp(at, mark, 3) == 0 ? 3 : 0;
	at += *at == '"';
	/* What is shorter ends with zeros. */
	return count && memcmp(at, IMPORT_REASON, sizeof IMPORT_REASON - 1) == 0;
}

/* Rows that were put right are in the input alone until they are read. */
static bool is_input(const struct import_plan *plan, const char *path)
{
	struct stat input, output;

	return strcmp(plan->details->path, "-") != 0 && stat(plan->details->path, &input) == 0 &&
	       stat(path, &output) == 0 && S_ISREG(input.st_mode) && input.st_dev == output.st_dev &&
	       input.st_ino == output.st_ino;
}

bool import_plan_may_write_refused(const struct import_plan *plan, const char *path, struct error *error)
{
	if (strcmp(path, "-") == 0)
		return true;
	if (is_input(plan, path))
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s is the table that is read; name another file for the rows that are refused."), path);
	return may_be_written(path) ||
	       error_set(error, ERROR_UNAVAILABLE,
		       _("%s is there already, and no table of refused rows; name another file."), path);
}

/*
 * What the row says of what the number of its column is measured in, as when it was read; NULL: the column is of no
 * such number.
 */
static struct record *measured_by(const struct import_plan *plan, size_t row, size_t column)
{
	const struct field_def *field = plan->columns[column].field;
	const struct import_options options = { .dry_run = true };
	struct import_plan looked_at = *plan;
	struct import_report report = { 0 };
	struct table *table;
	struct record *record;

	if (!field_source(field)->unit)
		return NULL;
	table = xcalloc(1, sizeof *table);
	*table = (struct table){ .plan = &looked_at,
		.details = plan->details,
		.store = plan->details->store,
		.def = plan->def,
		.options = &options,
		.report = &report,
		.row = row };
	record = table_measured_by(table, field);
	table_forget_known(table);
	free(table);
	import_report_free(&report);
	return record;
}

/* A value in the file's own form; NULL: the text is none in that reading.  The caller frees. */
static char *value_in(const struct import_plan *plan, const struct record *measured, const struct field_def *field,
	const char *text, struct reading_form form)
{
	struct store *store = plan->details->store;
	struct reading_form before = store_take_reading(store, form);
	struct error error = { 0 };
	char *value = NULL;

	if (!store_parse(store, measured, field, text, &value, &error)) {
		free(value);
		value = NULL;
	}
	error_clear(&error);
	store_take_reading(store, before);
	return value;
}

/* The value as a text that says it without the rest of the column: 1.234 may be a thousand, 1.2340 is none.  Takes it over; NULL: none does. */
static char *said_alone(const struct import_plan *plan, const struct field_def *field, char *value)
{
	const struct reading_form form = { .table = true };
	char *alone = value ? value_in(plan, NULL, field, value, form) : NULL, *longer;

	if (!value || (alone && strcmp(alone, value) == 0)) {
		free(alone);
		return value;
	}
	free(alone);
	longer = strchr(value, '.') ? xasprintf("%s0", value) : NULL;
	alone = longer ? value_in(plan, NULL, field, longer, form) : NULL;
	if (!alone || strcmp(alone, value) != 0) {
		free(longer);
		longer = NULL;
	}
	free(alone);
	free(value);
	return longer;
}

/*
 * A date or number that the column settled, or somebody who said so, is written so that it reads the same without
 * them: as 2026-12-31.  Under a heading with a unit, which stands there again, it is none.  NULL: the text stays as it is.  The caller frees.
 */
static char *settled(const struct import_plan *plan, size_t row, size_t column)
{
	const struct import_column *it = &plan->columns[column];
	const struct grid_cell *cell = grid_at(&plan->details->grid, row, column);
	struct reading_form form = plan->details->readings[column];
	struct record *measured;
	char *value, *text;

	if (row <= plan->details->header || it->use != USE_FIELD || !*cell->text || cell->kind == GRID_ERROR ||
		!import_is_read_by_column(it->field) || plan->details->units[column].beside ||
		plan->details->units[column].zone)
		return NULL;
	if (cell->kind == GRID_NUMBER)
		form.decimal = SIGN_POINT;
	measured = measured_by(plan, row, column);
	text = import_cell_text(plan, row, column);
	value = value_in(plan, measured, it->field, text, form);
	free(text);
	record_free(measured);
	return said_alone(plan, it->field, value);
}

static char separator_of(const struct import_plan *plan)
{
	return plan->details->grid.separator ? plan->details->grid.separator : ',';
}

/* Quoted where the comma and the semicolon would ask for it, and besides where the table's own sign does. */
static void add_cell(const struct import_plan *plan, struct buffer *line, const char *text, enum grid_kind kind)
{
	struct buffer cell = { 0 };
	bool bare;

	if (kind == GRID_ERROR)
		csv_add_error(&cell, text);
	else
		csv_add_cell(&cell, text);
	bare = cell.length && cell.data[0] != '"' && strchr(cell.data, separator_of(plan));
	if (bare)
		buffer_add_char(line, '"');
	if (cell.length)
		buffer_add(line, cell.data);
	if (bare)
		buffer_add_char(line, '"');
	buffer_free(&cell);
}

static void write_row(const struct import_plan *plan, struct output *output, const char *reason, size_t row)
{
	const struct grid *grid = &plan->details->grid;
	struct buffer line = { 0 };
	size_t i;

	add_cell(plan, &line, reason, GRID_TEXT);
	for (i = 0; i < grid->columns; i++) {
		char *value;

		/* The reasons of the time before are no column of the table. */
		if (import_is_reason(plan->columns[i].heading))
			continue;
		value = settled(plan, row, i);
		/* Where no row names the columns, those of the refused ones are named by what they were taken for. */
		if (!value && row == plan->details->header && !plan->header && plan->columns[i].use == USE_FIELD)
			value = xstrdup(!plan->columns[i].beside              ? plan->columns[i].field->name
					: plan->columns[i].part == NAME_GIVEN ? "given name"
									      : "family name");
		if (!value)
			value = import_cell_text(plan, row, i);
		buffer_add_char(&line, separator_of(plan));
		add_cell(plan, &line, value, grid_at(grid, row, i)->kind);
		free(value);
	}
	buffer_add(&line, "\r\n");
	output_text(output, line.data);
	buffer_free(&line);
}

/* The caller frees. */
static char *reason_heading(const struct import_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if (plan->columns[i].use == USE_REF && strcmp(plan->source, "-") != 0)
			return xasprintf(IMPORT_REASON " [%s]", plan->source);
	return xstrdup(IMPORT_REASON);
}

bool import_plan_write_refused(const struct import_plan *plan, const char *path, struct error *error)
{
	const struct import_details *details = plan->details;
	struct output *output;
	char *heading;
	size_t row;

	if (!import_plan_may_write_refused(plan, path, error))
		return false;
	output = output_open(path, true, error);
	if (!output)
		return false;
	/* Spreadsheets know UTF-8 by its mark; a table that had none is of a program that wants none. */
	if (details->grid.marked || !details->grid.separator)
		output_text(output, "\xef\xbb\xbf");
	heading = reason_heading(plan);
	write_row(plan, output, heading, details->header);
	free(heading);
	for (row = details->header + 1; row < details->reasons.count; row++)
		if (*details->reasons.items[row])
			write_row(plan, output, details->reasons.items[row], row);
	return output_end(output, error);
}
