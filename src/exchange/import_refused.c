/* The rows that were refused, as a table: the reasons, then the cells as they were. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "exchange/csv.h"
#include "exchange/import.h"

/* A comment when the table is read again: its cells are no field's. */
#define REASON "# reason"

/* True where nothing is lost by writing there: nothing is there, such a table, or what keeps nothing, as pipes. */
static bool may_be_written(const char *path)
{
	char start[3 + sizeof REASON - 1] = { 0 };
	struct stat status;
	FILE *file;
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
	return count == sizeof start && memcmp(start + 3, REASON, sizeof REASON - 1) == 0;
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
	struct output *output;
	size_t row;

	if (!import_plan_may_write_refused(plan, path, error))
		return false;
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
