/*
 * Headings that are periods: "T1 2026", "janv-26", and "janv." below a title that says the year.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/import.h"

/* The period that the text is, in the file's own form; NULL: none.  The caller frees. */
char *import_period_value(const struct import_plan *plan, const char *text)
{
	static const struct field_def period = { .name = "period", .label = "", .type = &type_period };
	struct model_context context = { 0 };
	char *value = NULL;

	if (plan)
		context = *store_context(plan->details->store);

	context.reading = (struct reading_form){ .table = true };
	if (*text && !field_parse(&period, &context, text, &value, NULL)) {
		free(value);
		value = NULL;
	}
	return value;
}

bool import_period_reads(const struct import_plan *plan, const char *text)
{
	char *value = import_period_value(plan, text);
	bool is = value != NULL;

	free(value);
	return is;
}

/* ---- the year that headings lack ---- */

#define ABOVE_MOST 20 /* rows above the names that may tell the year */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether what ends there may stand before a year: not the number of a standard, not the rest of a day. */
static bool may_stand_before(const char *text, size_t end)
{
	size_t start, digits = 0, most = 0, before;
	char *word, *folded;
	bool is;

	while (end && strchr(" _-([\"", text[end - 1]))
		end--;
	for (start = end; start && !strchr(" _-([\"", text[start - 1]); start--) {
		digits = is_digit(text[start - 1]) ? digits + 1 : 0;
		most = digits > most ? digits : most;
	}
	word = xstrndup(text + start, end - start);
	folded = text_fold_typed(word);
	for (before = start; before && text[before - 1] == ' '; before--)
		;
	is = most < 4 && (!most || most < end - start) &&
	     !(before && is_digit(text[before - 1]) && date_month_called(folded));
	free(folded);
	free(word);
	return is;
}

/* Adds the years that the text says; *year: -1 where it is another than before. */
static void see_years(const char *text, bool of_file, int *year)
{
	int latest = environment_today(NULL).year + 1;
	size_t i, digits;

	for (i = 0; text[i]; i += digits ? digits : 1) {
		const char *behind;
		int seen;

		digits = strspn(text + i, "0123456789");
		behind = text + i + digits;
		if (digits != 4 || strncmp(text + i, "20", 2) != 0 ||
			(*behind && strchr("-/.", *behind) && is_digit(behind[1])))
			continue;
		if (i && !strchr(of_file ? " _-([.\"" : " ([\"", text[i - 1]))
			continue;
		seen = atoi(text + i);
		if (seen <= latest && may_stand_before(text, i))
			*year = *year == 0 || *year == seen ? seen : -1;
	}
}

static size_t filled_cells(const struct grid *grid, size_t row)
{
	size_t i, count = 0;

	for (i = 0; i < grid->rows[row].count; i++)
		count += !grid_is_blank(grid_at(grid, row, i)->text);
	return count;
}

/*
 * The one year that stands above the table, in the name of its sheet or else of its file; 0: there is none, or several, or
 * headings have years of their own.
 */
static int find_year(const struct import_plan *plan)
{
	const struct grid *grid = &plan->details->grid;
	const char *slash = strrchr(plan->input, '/');
	size_t row, i;
	int year = 0;

	for (i = 0; i < plan->column_count; i++)
		if (plan->columns[i].use == USE_UNKNOWN && import_period_reads(plan, plan->columns[i].heading))
			return 0;
	for (row = plan->details->header > ABOVE_MOST ? plan->details->header - ABOVE_MOST : 0;
		row < plan->details->header; row++)
		/* A row of several says what stands below each. */
		for (i = 0; i < grid->rows[row].count && filled_cells(grid, row) == 1; i++)
			see_years(grid_at(grid, row, i)->text, false, &year);
	if (grid->sheet)
		see_years(grid->sheet, true, &year);
	if (!year)
		see_years(slash ? slash + 1 : plan->input, true, &year);
	return year > 0 ? year : 0;
}

/* "T1" or "janv." behind which a year would make a period; the year: any. */
char *import_period_of_year(const struct import_plan *plan, size_t place, int year)
{
	char *line = text_one_line(plan->columns[place].heading), *text;

	/* A bare number is none. */
	if (!line[strcspn(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")]) {
		free(line);
		return NULL;
	}
	text = xasprintf("%s %d", line, year);
	free(line);
	if (import_period_reads(plan, text))
		return text;
	free(text);
	return NULL;
}

/*
 * What headings rest on, found once for all of them.  Days that are first ones of months, one behind the other, are these
 * months: "janv-26" of a workbook; others of which all are first ones may be quarters or years, and are not known.
 */
void import_periods_look(struct import_plan *plan)
{
	const struct grid *grid = &plan->details->grid;
	int before = 0, month;
	bool firsts = true, months = false;
	size_t i;

	plan->details->year = find_year(plan);
	for (i = 0; i < grid->columns; i++) {
		const struct grid_cell *cell = grid_at(grid, plan->details->header, i);

		if (cell->kind != GRID_DATE)
			continue;
		firsts = firsts && strlen(cell->text) == 10 && strcmp(cell->text + 8, "01") == 0;
		month = firsts ? atoi(cell->text) * 12 + atoi(cell->text + 5) : 0;
		months = months || (before && month == before + 1);
		before = month;
	}
	plan->details->days = !firsts ? DAYS_DAYS : months ? DAYS_MONTHS : DAYS_UNKNOWN;
}

/* "2026" in a cell over the column and its neighbours, else the year of all of them; 0: none. */
static int year_over(const struct import_plan *plan, size_t place)
{
	const char *group = grid_group_over(&plan->details->grid, plan->details->header, place);
	int year = 0;

	if (group)
		see_years(group, false, &year);
	return year > 0 ? year : plan->details->year;
}

/* The period that the heading is, as it is read; NULL: none.  The caller frees. */
char *import_period_text(const struct import_plan *plan, size_t place)
{
	const struct grid_cell *cell = grid_at(&plan->details->grid, plan->details->header, place);
	char *line;
	int year;

	if (cell->kind == GRID_DATE && plan->details->days != DAYS_DAYS)
		return plan->details->days == DAYS_MONTHS ? xstrndup(cell->text, 7) : NULL;
	line = text_one_line(plan->columns[place].heading);
	if (import_period_reads(plan, line))
		return line;
	free(line);
	year = year_over(plan, place);
	return year ? import_period_of_year(plan, place, year) : NULL;
}
