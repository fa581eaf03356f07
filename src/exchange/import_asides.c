/* Rows that people put among their records and that are none: the header once more, a line drawn, a total, headings and notes. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/import_rows.h"

#define LINES_SHOWN 5

/* The cell without white space around it; length: of what is left. */
static const char *bare(const struct table *table, size_t row, size_t column, size_t *length)
{
	const char *text = grid_at(&table->details->grid, row, column)->text;

	text += strspn(text, " \t\r\n");
	for (*length = strlen(text); *length && strchr(" \t\r\n", text[*length - 1]); --*length)
		;
	return text;
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

static bool is_number(const char *text)
{
	static const struct reading_form form = { .table = true };
	struct number_reading read;

	return number_read(text, &form, &read) != READING_NONE;
}

/* The last row, which begins with "Total" and else has numbers alone. */
static bool is_total(const struct table *table)
{
	static const char *const words[] = { "total", "totals", "totaux", "grand total", "total general", "sum",
		"somme", "subtotal", "sous total", "average", "mean", "moyenne" };
	const struct grid *grid = &table->details->grid;
	size_t i, j, numbers = 0;
	bool named = false;

	if (table->row + 1 < grid->count)
		return false;
	for (i = 0; i < grid->rows[table->row].count; i++) {
		const char *text = grid_at(grid, table->row, i)->text;
		char *word;

		if (!text[strspn(text, " \t\r\n")])
			continue;
		if (named && !is_number(text))
			return false;
		numbers += named;
		if (named)
			continue;
		word = heading_fold(text);
		for (j = 0; j < sizeof words / sizeof words[0] && !named; j++)
			named = strcmp(words[j], word) == 0;
		free(word);
		if (!named)
			return false;
	}
	return numbers > 0;
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
	else if (is_total(table))
		sentence = _("The row sums up those above it, and is left out.");
	if (sentence)
		table_say(table, sentence);
	return sentence != NULL;
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
