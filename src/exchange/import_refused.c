/* The rows that were refused, as a table: the reasons, then the cells as they were. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exchange/csv.h"
#include "exchange/import.h"

/* A comment when the table is read again: its cells are no field's. */
#define REASON "# reason"

/* True where nothing is lost by writing there: nothing is there, or such a table. */
static bool may_be_written(const char *path)
{
	char start[3 + sizeof REASON - 1] = { 0 };
	FILE *file = fopen(path, "re");
	size_t count;

	if (!file)
		return access(path, F_OK) != 0;
	count = fread(start, 1, sizeof start, file);
	fclose(file);
	return count == sizeof start && memcmp(start + 3, REASON, sizeof REASON - 1) == 0;
}

static void write_row(const struct import_plan *plan, struct output *output, const char *reason, size_t row)
{
	const struct grid *grid = &plan->details->grid;
	struct buffer line = { 0 };
	size_t i;

	csv_add_cell(&line, reason);
	for (i = 0; i < grid->columns; i++) {
		/* The reasons of the time before are no column of the table. */
		if (strcmp(plan->columns[i].heading, REASON) == 0)
			continue;
		buffer_add_char(&line, ',');
		csv_add_cell(&line, grid_at(grid, row, i)->text);
	}
	buffer_add(&line, "\r\n");
	output_text(output, line.data);
	buffer_free(&line);
}

bool import_plan_write_refused(const struct import_plan *plan, const char *path, struct error *error)
{
	const struct import_details *details = plan->details;
	bool standard = strcmp(path, "-") == 0;
	struct output *output;
	size_t row;

	if (!standard && !may_be_written(path))
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s is there already, and no table of refused rows; name another file."), path);
	output = output_open(path, true, error);
	if (!output)
		return false;
	/* Spreadsheets know UTF-8 by its mark. */
	output_text(output, "\xef\xbb\xbf");
	write_row(plan, output, REASON, details->header);
	for (row = details->header + 1; row < details->reasons.count; row++)
		if (*details->reasons.items[row])
			write_row(plan, output, details->reasons.items[row], row);
	return output_end(output, error);
}
