/* Rows that people put among their records and that are none: the header once more, a line drawn, what stands below the table, headings and notes. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/import_rows.h"

#define LINES_SHOWN 5
#define BELOW_SHOWN 60 /* columns of the words of a row */

/* The cell without white space around it; length: of what is left. */
static const char *bare(const struct table *table, size_t row, size_t column, size_t *length)
{
	return text_trimmed(grid_at(&table->details->grid, row, column)->text, length);
}

/* Printed pages begin with the names of the columns once more. */
static bool is_header_again(const struct table *table)
{
	size_t i, same = 0, length, there;

	for (i = 0; i < table->plan->column_count; i++) {
		const char *text = bare(table, table->row, i, &length),
			   *heading = bare(table, table->details->header, i, &there);

		if (length != there || strncasecmp(text, heading, length) != 0)
			return false;
		same += length > 0;
	}
	return same > 0;
}

/* "---", ":---:": what texts that are tables draw. */
static bool is_line_drawn(const struct table *table)
{
	size_t i, drawn = 0, length;

	for (i = 0; i < table->plan->column_count; i++) {
		const char *text = bare(table, table->row, i, &length);

		if (length && (length < 3 || strspn(text, "-=_:+") < length))
			return false;
		drawn += length > 0;
	}
	return drawn > 0;
}

/* What stands below the table; of many rows who reads it wants to know which. */
static char *below_text(const struct table *table)
{
	const struct grid_row *row = &table->details->grid.rows[table->row];
	size_t i, length = 0;
	char *text, *shown, *sentence;

	for (i = 0; i < row->count && !length; i++)
		bare(table, table->row, i, &length);
	text = xstrndup(bare(table, table->row, i - 1, &length), length);
	shown = text_cut(text, BELOW_SHOWN);
	/* TRANSLATORS: the first words of a row */
	sentence = xasprintf(_("\"%s\" stands below the table, and is left out."), shown);
	free(text);
	free(shown);
	return sentence;
}

static const char *below_doubt(void)
{
	return _(
		"The row stands apart below the table and has few of its cells; where it is a record, fill it in or move it up to the others, else delete it.");
}

static const char *sum_doubt(void)
{
	return _(
		"The row may sum up those above it; where it is a record, fill it in or move it up to the others, else delete it.");
}

/* In a table of refused rows nothing stands apart: what was asked there is, until the reason or the row is another.  NULL: nothing was. */
static const char *asked_again(const struct table *table)
{
	const char *asked = NULL;
	size_t i, filled = 0, length;

	for (i = 0; i < table->plan->column_count; i++) {
		const char *text = bare(table, table->row, i, &length);

		if (!import_is_reason(table->plan->columns[i].heading))
			filled += length > 0;
		else if (strstr(text, below_doubt()))
			asked = below_doubt();
		else if (strstr(text, sum_doubt()))
			asked = sum_doubt();
	}
	return filled < 3 ? asked : NULL;
}

static bool is_below(struct table *table)
{
	enum below below = table->details->below ? table->details->below[table->row] : BELOW_NOT;
	struct error error = { 0 };
	const char *doubt;
	char *sentence;

	if (below == BELOW_NOTE) {
		sentence = below_text(table);
		table_say(table, sentence);
		free(sentence);
		return true;
	}
	doubt = below == BELOW_UNSURE ? below_doubt() : below == BELOW_UNSURE_SUM ? sum_doubt() : asked_again(table);
	if (!doubt)
		return false;
	error_set(&error, ERROR_INVALID, "%s", doubt);
	table_refuse(table, table->plan->column_count, &error);
	return true;
}

bool table_is_aside(struct table *table)
{
	const char *sentence = NULL;

	if (table->details->shipped || table->details->foreign)
		return false;
	if (is_line_drawn(table))
		return true;
	if (is_header_again(table))
		sentence = _("The row names the columns once more, and is left out.");
	else if (table->details->below && table->details->below[table->row] == BELOW_SUM)
		sentence = _("The row sums up those above it, and is left out.");
	if (sentence)
		table_say(table, sentence);
	return sentence || is_below(table);
}

void table_see_row(struct table *table)
{
	const struct grid *grid = &table->details->grid;
	size_t i, filled = 0, length;

	for (i = 0; i < table->plan->column_count && filled < 2; i++) {
		bare(table, table->row, i, &length);
		filled += length > 0;
	}
	table->taken++;
	if (filled > 1 || grid->columns < 3 || table->states[table->row].kind != '+')
		return;
	if (table->alone_count < LINES_SHOWN)
		table->alone[table->alone_count] = grid->rows[table->row].line;
	table->alone_count++;
}

void table_say_alone(struct table *table)
{
	struct strings lines = { 0 };
	char *list, *text;
	size_t i;

	/* Where most rows are so, the table has no more to say. */
	if (!table->alone_count || table->alone_count * 3 > table->taken * 2)
		return;
	for (i = 0; i < table->alone_count && i < LINES_SHOWN; i++)
		strings_take(&lines, xasprintf("%ld", table->alone[i]));
	if (table->alone_count > LINES_SHOWN)
		strings_add(&lines, "...");
	list = strings_join(&lines, ", ");
	text = xasprintf(
		/* TRANSLATORS: name of a file; a number of a line, or several: "4, 9" */
		ngettext(
			"%s: line %s has one cell and was taken for a record; where it is a heading or a note, delete it.",
			"%s: lines %s have one cell and were taken for records; where they are headings or notes, delete them.",
			(unsigned long)table->alone_count),
		table->plan->input, list);
	import_report_add(table->report, '*', NULL, text);
	free(text);
	free(list);
	strings_free(&lines);
}
