/*
 * Rows that people put among their records and that are none: the header once more, a line drawn, what a template holds
 * ready, another table, what stands below the table, headings and notes.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"

#define LINES_SHOWN 5
#define BELOW_SHOWN 60 /* columns of the words of a row */

/* The cell without white space around it; length: of what is left. */
static const char *bare(const struct table *table, size_t row, size_t column, size_t *length)
{
	return text_trimmed(grid_at(&table->details->grid, row, column)->text, length);
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

/* A sentence about the row with its first words: of many rows who reads it wants to know which. */
static void say_words(struct table *table, const char *form)
{
	const struct grid_row *row = &table->details->grid.rows[table->row];
	size_t i, length = 0;
	char *text, *shown, *sentence;

	for (i = 0; i < row->count && !length; i++)
		bare(table, table->row, i, &length);
	text = xstrndup(bare(table, table->row, i - 1, &length), length);
	shown = text_cut(text, BELOW_SHOWN);
	sentence = xasprintf(form, shown);
	table_say(table, sentence);
	free(sentence);
	free(text);
	free(shown);
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

/* Sentences that the rows of a table of refused rows are known by; NULL: it is none of those. */
static const char *other_doubt(enum below below)
{
	switch (below) {
	case BELOW_UNSURE_NAMES:
		return _(
			"The row seems to name the columns of another table; where it is a record, move it up to the others, else delete it with its rows.");
	case BELOW_UNSURE_OTHER:
		return _(
			"The row stands below one that seems to name the columns of another table; where it is a record, move it up to the others, else delete it.");
	case BELOW_UNSURE_HEADING:
		return _(
			"The row stands above one that seems to name the columns of another table; where it is a record, move it up to the others, else delete it.");
	case BELOW_UNSURE_APART:
		return _(
			"The row stands apart below another table; where it is a record, move it up to those of the first one, else delete it, or the blank row above it.");
	default:
		return NULL;
	}
}

/* The one of them that is in the text; NULL: none. */
static const char *other_asked(const char *text)
{
	static const enum below all[] = { BELOW_UNSURE_NAMES, BELOW_UNSURE_OTHER, BELOW_UNSURE_HEADING,
		BELOW_UNSURE_APART };
	size_t i;

	for (i = 0; i < sizeof all / sizeof *all; i++) {
		const char *doubt = other_doubt(all[i]);

		if (doubt && strstr(text, doubt))
			return doubt;
	}
	return NULL;
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
		else if (other_asked(text))
			return other_asked(text);
	}
	return filled < 3 ? asked : NULL;
}

/* How the other table is read.  The caller frees. */
static char *way_to_names(const struct table *table)
{
	long line = table->details->grid.rows[table->row].line;

	/* TRANSLATORS: the number of a row; what stands in quotation marks is that setting of the screen of imports */
	return table->details->seen ? xasprintf(_("\"Names in row\" %ld reads it."), line)
				    : xasprintf(_("--header=%ld reads it."), line);
}

/* The row names the columns of another table. */
static void say_names(struct table *table, size_t rows)
{
	struct strings names = { 0 };
	char *words, *shown, *way = way_to_names(table), *sentence;
	size_t i, length;

	for (i = 0; i < table->plan->column_count; i++) {
		const char *text = bare(table, table->row, i, &length);

		if (length)
			strings_take(&names, xstrndup(text, length));
	}
	words = strings_join(&names, ", ");
	shown = text_cut(words, BELOW_SHOWN);
	sentence = xasprintf(
		/* TRANSLATORS: the names; a number of rows; the sentence that says how these are read */
		ngettext("Another table begins here (%s), and is left out with its %zu row. %s",
			"Another table begins here (%s), and is left out with its %zu rows. %s", rows),
		shown, rows, way);
	table_say(table, sentence);
	free(sentence);
	strings_free(&names);
	free(words);
	free(shown);
	free(way);
}

static void refuse_names(struct table *table, enum below below)
{
	struct error error = { 0 };
	char *way = below == BELOW_UNSURE_NAMES ? way_to_names(table) : NULL;

	error_set(&error, ERROR_INVALID, "%s%s%s", other_doubt(below), way ? " " : "", way ? way : "");
	table_refuse(table, table->plan->column_count, &error);
	free(way);
}

static enum below below_of(const struct table *table, size_t row)
{
	const struct import_details *details = table->details;

	return details->below && row < details->grid.count ? details->below[row] : BELOW_NOT;
}

/* How many rows are of the other table whose names the row is; blank ones and what a template holds ready stand between them. */
static size_t rows_of_other(const struct table *table)
{
	const struct grid *grid = &table->details->grid;
	size_t row, rows = 0;

	for (row = table->row + 1; row < grid->count; row++) {
		enum below below = below_of(table, row);

		rows += below == BELOW_OTHER;
		if (below != BELOW_OTHER && below != BELOW_READY &&
			!(below == BELOW_NOT && grid_row_is_blank(grid, row)))
			break;
	}
	return rows;
}

/* Whether the row is of another table; which is said once. */
static bool is_of_other(struct table *table)
{
	enum below below = below_of(table, table->row);

	if (other_doubt(below)) {
		refuse_names(table, below);
		return true;
	}
	if (below == BELOW_OTHER_NAMES)
		say_names(table, rows_of_other(table));
	return below == BELOW_OTHER_NAMES || below == BELOW_OTHER;
}

/* Whether a template holds the row ready; one whose record is in the file already was filled in once, and says that it is no more. */
static bool is_ready(struct table *table)
{
	struct record *given, *found = NULL;
	struct error error = { 0 };
	char *elsewhere = NULL;

	if (below_of(table, table->row) != BELOW_READY)
		return false;
	given = record_empty(table->def);
	if (table_read_identity(table, given, &elsewhere, &error))
		found = table_find(table, given, elsewhere, &error);
	table->states[table->row].ready = !found && !error.kind;
	error_clear(&error);
	record_free(given);
	record_free(found);
	free(elsewhere);
	return table->states[table->row].ready;
}

static bool is_below(struct table *table)
{
	enum below below = below_of(table, table->row);
	struct error error = { 0 };
	const char *doubt, *asked = NULL;

	if (below == BELOW_NOTE) {
		/* TRANSLATORS: the first words of a row */
		say_words(table, _("\"%s\" stands below the table, and is left out."));
		return true;
	}
	doubt = below == BELOW_UNSURE       ? below_doubt()
		: below == BELOW_UNSURE_SUM ? sum_doubt()
					    : (asked = asked_again(table));
	if (!doubt)
		return false;
	/* Among refused rows there are no others to which it could be moved. */
	error_set(&error, ERROR_INVALID, "%s%s%s", doubt, asked ? " " : "",
		asked ? _("In a table of refused rows: empty the cell of the reason.") : "");
	table_refuse(table, table->plan->column_count, &error);
	return true;
}

bool table_is_aside(struct table *table)
{
	enum below below = below_of(table, table->row);
	const char *sentence = below == BELOW_AGAIN     ? _("The row names the columns once more, and is left out.")
			       : below == BELOW_SUM     ? _("The row sums up those above it, and is left out.")
			       : below == BELOW_SECTION ? _("The row is the heading of a theme, and is left out.")
							: NULL;

	if (table->details->shipped || table->details->foreign)
		return false;
	if (is_line_drawn(table))
		return true;
	if (sentence)
		table_say(table, sentence);
	if (below == BELOW_BANNER)
		/* TRANSLATORS: the first words of a row */
		say_words(table,
			_("\"%s\" is one cell over the columns, a heading of the rows below it, and is left out."));
	if (below == BELOW_HEADING)
		/* TRANSLATORS: the first words of a row */
		say_words(table, _("\"%s\" stands above names of columns, and is left out."));
	return sentence || below == BELOW_HEADING || below == BELOW_BANNER || is_of_other(table) || is_ready(table) ||
	       is_below(table);
}

/* "5", "5-9": rows that follow one another are one. */
static void add_lines(struct strings *lines, long first, long last)
{
	strings_take(lines, first == last ? xasprintf("%ld", first) : xasprintf("%ld-%ld", first, last));
}

void table_say_ready(struct table *table)
{
	const struct grid *grid = &table->details->grid;
	struct strings lines = { 0 };
	long first = 0, last = 0;
	size_t row, count = 0;
	char *list, *text;

	for (row = table->details->header + 1; row < grid->count; row++) {
		if (!table->states[row].ready)
			continue;
		if (count++ && (grid->rows[row].line != grid->rows[row - 1].next || !table->states[row - 1].ready)) {
			add_lines(&lines, first, last);
			first = 0;
		}
		last = grid->rows[row].line;
		first = first ? first : last;
	}
	if (!count)
		return;
	add_lines(&lines, first, last);
	list = strings_join(&lines, ", ");
	text = xasprintf(
		/* TRANSLATORS: name of a file; a number of a line, or several: "4, 9-12" */
		ngettext(
			"%s: line %s says nothing of its own, but a number at most or what a template puts in each row, and is left out.",
			"%s: lines %s say nothing of their own, but a number at most or what a template puts in each row, and are left out.",
			(unsigned long)count),
		table->plan->input, list);
	import_report_add(table->report, '*', NULL, text);
	free(text);
	free(list);
	strings_free(&lines);
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
