/*
 * Tables that are wide where a register is long: a column for each period of indicators, a column for each role of a
 * RACI matrix.  Read as what they mean they are unfolded (grid_wide.c); as another register they are told what they are.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/import.h"
#include "exchange/mapping.h"

static const char letters[] = "RACI";
/* In the order of the letters. */
static const char *const letter_fields[] = { "responsible", "accountable", "consulted", "informed" };

/* Whether the register has a field of that type. */
static const struct field_def *field_of_type(const struct register_def *def, const struct field_type *type)
{
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (def->fields[i].type == type)
			return &def->fields[i];
	return NULL;
}

/* The register with records by period: this one, or one whose records belong to records of this one; NULL: there is none. */
static const struct register_def *by_period(const struct register_def *def)
{
	size_t i, j;

	if (field_of_type(def, &type_period))
		return def;
	for (i = 0; dictionary[i]; i++)
		for (j = 0; field_of_type(dictionary[i], &type_period) && j < dictionary[i]->field_count; j++) {
			const struct field_def *field = &dictionary[i]->fields[j];

			if (field->flags & FIELD_REQUIRED && field_is_reference(field) &&
				strcmp(field->target, def->name) == 0)
				return dictionary[i];
		}
	return NULL;
}

static bool reads_period(const struct import_plan *plan, const char *text)
{
	static const struct field_def period = { .name = "period", .label = "", .type = &type_period };
	struct model_context context = *store_context(plan->details->store);
	char *value = NULL;
	bool is;

	context.reading = (struct reading_form){ .table = true };
	is = *text && field_parse(&period, &context, text, &value, NULL) && value;
	free(value);
	return is;
}

/* Adds what looks like a year of our time; *year: -1 where it is another than before. */
static void see_years(const char *text, int *year)
{
	size_t i;

	for (i = 0; text[i]; i++) {
		size_t digits = strspn(text + i, "0123456789");

		if (digits == 4 && strncmp(text + i, "20", 2) == 0) {
			int seen = atoi(text + i);

			*year = *year == 0 || *year == seen ? seen : -1;
		}
		if (digits)
			i += digits - 1;
	}
}

#define ABOVE_MOST 20 /* rows above the names that may tell the year */

/* The one year that stands above the table, in the name of its sheet or else of its file; 0: there is none, or several. */
static int find_year(const struct import_plan *plan)
{
	const struct grid *grid = &plan->details->grid;
	const char *slash = strrchr(plan->input, '/');
	size_t row, i;
	int year = 0;

	for (row = plan->details->header > ABOVE_MOST ? plan->details->header - ABOVE_MOST : 0;
		row < plan->details->header; row++)
		for (i = 0; i < grid->rows[row].count; i++)
			see_years(grid_at(grid, row, i)->text, &year);
	if (grid->sheet)
		see_years(grid->sheet, &year);
	if (!year)
		see_years(slash ? slash + 1 : plan->input, &year);
	return year > 0 ? year : 0;
}

/* "T1" or "janv." behind which a year would make a period; the year: any. */
static char *with_year(const struct import_plan *plan, size_t place, int year)
{
	char *line = text_one_line(plan->columns[place].heading), *text;

	/* A bare number is none. */
	if (!line[strcspn(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")]) {
		free(line);
		return NULL;
	}
	text = xasprintf("%s %d", line, year);
	free(line);
	if (reads_period(plan, text))
		return text;
	free(text);
	return NULL;
}

/* Whether the headings that a workbook holds as days are first days of months, all of them: "janv-26" stands for its month. */
static bool days_are_months(const struct import_plan *plan)
{
	const struct grid *grid = &plan->details->grid;
	size_t i;

	for (i = 0; i < grid->columns; i++) {
		const struct grid_cell *cell = grid_at(grid, plan->details->header, i);

		if (cell->kind == GRID_DATE && (strlen(cell->text) != 10 || strcmp(cell->text + 8, "01") != 0))
			return false;
	}
	return true;
}

/* What headings rest on, found once for all of them. */
static void look_around(const struct import_plan *plan)
{
	plan->details->year = find_year(plan);
	plan->details->months = days_are_months(plan);
}

/* The period that the heading is, as it is read; NULL: none.  The caller frees. */
static char *period_text(const struct import_plan *plan, size_t place)
{
	const struct grid_cell *cell = grid_at(&plan->details->grid, plan->details->header, place);
	char *line;

	if (cell->kind == GRID_DATE && plan->details->months)
		return xstrndup(cell->text, 7);
	line = text_one_line(plan->columns[place].heading);
	if (reads_period(plan, line))
		return line;
	free(line);
	return plan->details->year ? with_year(plan, place, plan->details->year) : NULL;
}

static bool is_period(const struct import_plan *plan, size_t place)
{
	char *text = period_text(plan, place);
	bool is = text != NULL;

	free(text);
	return is;
}

/* A period, but for the year. */
static bool is_of_some_year(const struct import_plan *plan, size_t place)
{
	char *text = is_period(plan, place) ? NULL : with_year(plan, place, 2000);
	bool is = text != NULL;

	free(text);
	return is;
}

static bool is_letters(const char *text)
{
	return !text[strspn(text, "RACIraci/,;+- \n")];
}

/* Whether R, A, C and I stand in the column, one or several in a cell: in most cells, so that others are told. */
static bool is_raci(const struct import_plan *plan, size_t place)
{
	const struct import_column *column = &plan->columns[place];
	size_t i, count = 0;

	for (i = 0; i < column->samples.count; i++)
		count += is_letters(column->samples.items[i]) && strpbrk(column->samples.items[i], "RACIraci");
	return count && count * 2 >= column->samples.count;
}

/* How many columns that nobody knows are so; *first, *last: their headings. */
static size_t like(const struct import_plan *plan, bool (*is)(const struct import_plan *plan, size_t place),
	const char **first, const char **last)
{
	size_t i, count = 0;

	for (i = 0; i < plan->column_count; i++)
		if (plan->columns[i].use == USE_UNKNOWN && is(plan, i)) {
			*first = count++ ? *first : plan->columns[i].heading;
			*last = plan->columns[i].heading;
		}
	return count;
}

/* ---- what is unfolded ---- */

/* The register's period, and the number by which its records are told apart: its value in that period. */
static bool is_of_periods(
	const struct register_def *def, const struct field_def **period, const struct field_def **value)
{
	const char *const *name;

	*period = field_of_type(def, &type_period);
	*value = NULL;
	for (name = def->identity; *period && name && *name; name++)
		if (register_field(def, *name)->type == &type_number)
			*value = register_field(def, *name);
	return *value != NULL;
}

static bool has_letters(const struct register_def *def)
{
	size_t i;

	for (i = 0; i < sizeof letter_fields / sizeof letter_fields[0]; i++)
		if (!register_field(def, letter_fields[i]))
			return false;
	return true;
}

/* Which columns that nobody knows are so; how many. */
static size_t mark(const struct import_plan *plan, bool (*is)(const struct import_plan *plan, size_t place), bool *wide)
{
	size_t i, count = 0;

	for (i = 0; i < plan->column_count; i++) {
		wide[i] = plan->columns[i].use == USE_UNKNOWN && !plan->columns[i].spoken_for && is(plan, i);
		count += wide[i];
	}
	return count;
}

/* The first cell of the columns that holds something else than letters; false: none does. */
static bool odd_cell(const struct import_plan *plan, const bool *wide, size_t *row, size_t *column)
{
	const struct grid *grid = &plan->details->grid;

	for (*row = plan->details->header + 1; *row < grid->count; (*row)++)
		for (*column = 0; *column < plan->column_count; (*column)++) {
			const char *text = grid_at(grid, *row, *column)->text;

			if (wide[*column] && !is_letters(text))
				return true;
		}
	return false;
}

/* The first row in which a letter stands more often than its field has places; false: there is none. */
static bool twice(const struct import_plan *plan, const bool *wide, size_t *row, size_t *letter)
{
	const struct grid *grid = &plan->details->grid;
	size_t i, count;

	for (*row = plan->details->header + 1; *row < grid->count; (*row)++)
		for (*letter = 0; letters[*letter]; (*letter)++) {
			const char both[] = { letters[*letter], (char)(letters[*letter] | 0x20), '\0' };

			if (field_is_list(register_field(plan->def, letter_fields[*letter])))
				continue;
			for (i = count = 0; i < plan->column_count; i++)
				count += wide[i] && strpbrk(grid_at(grid, *row, i)->text, both);
			if (count > 1)
				return true;
		}
	return false;
}

static void note(struct import_plan *plan, char *text)
{
	free(plan->details->unfolded);
	plan->details->unfolded = text;
	strings_add(&plan->notes, text);
}

/* How many of them there are; *first, *last: their headings. */
static size_t ends(const struct import_plan *plan, const bool *wide, const char **first, const char **last)
{
	size_t i, count = 0;

	for (i = 0; i < plan->column_count; i++)
		if (wide[i]) {
			*first = count++ ? *first : plan->columns[i].heading;
			*last = plan->columns[i].heading;
		}
	return count;
}

static char *periods_said(const struct import_plan *plan, const bool *wide, bool of_year)
{
	const char *first = NULL, *last = NULL, *records = _(plan->def->plural);

	if (ends(plan, wide, &first, &last) == 1)
		/* TRANSLATORS: a heading, "T1 2026"; a register: Measurements */
		return xasprintf(
			_("The column %s is a period: each cell below it is read as one of %s."), first, records);
	if (of_year)
		/* TRANSLATORS: two headings, "T1" and "T4"; a year; a register: Measurements */
		return xasprintf(
			_("The columns %s to %s are periods of %d: each cell below them is read as one of %s."), first,
			last, plan->details->year, records);
	return xasprintf(_("The columns %s to %s are periods: each cell below them is read as one of %s."), first, last,
		records);
}

static bool open_periods(struct import_plan *plan, const struct field_def *period, const struct field_def *value,
	const bool *wide, struct error *error)
{
	char **names = xcalloc(plan->column_count, sizeof *names);
	bool ok, of_year = false;
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if (wide[i]) {
			names[i] = period_text(plan, i);
			of_year = of_year || !reads_period(plan, plan->columns[i].heading);
		}
	note(plan, periods_said(plan, wide, of_year));
	ok = grid_unfold(&plan->details->grid, plan->details->header, wide, (const char *const *)names,
		_(period->label), _(value->label), error);
	for (i = 0; i < plan->column_count; i++)
		free(names[i]);
	free(names);
	return ok;
}

static bool open_letters(struct import_plan *plan, const bool *wide, struct error *error)
{
	const char *labels[sizeof letter_fields / sizeof letter_fields[0]], *first = NULL, *last = NULL;
	size_t i;

	for (i = 0; i < sizeof labels / sizeof labels[0]; i++)
		labels[i] = _(register_field(plan->def, letter_fields[i])->label);
	ends(plan, wide, &first, &last);
	note(plan,
		xasprintf(
			_("The columns %s to %s are roles: the letters R, A, C and I below them say what each one does."),
			first, last));
	return grid_gather(&plan->details->grid, plan->details->header, wide, letters, labels, error);
}

bool import_matrix_open(struct import_plan *plan, struct error *error)
{
	const struct import_details *details = plan->details;
	const struct field_def *period, *value;
	size_t row, column;
	bool *wide, ok = true;

	if (!plan->def || details->shipped || details->foreign || !plan->column_count || grid_is_wide(&details->grid))
		return true;
	look_around(plan);
	wide = xcalloc(details->grid.columns + plan->column_count, sizeof *wide);
	if (is_of_periods(plan->def, &period, &value)) {
		if (!import_has_column(plan, period) && !import_has_column(plan, value) && mark(plan, is_period, wide))
			ok = open_periods(plan, period, value, wide, error);
	} else if (has_letters(plan->def) && mark(plan, is_raci, wide) > 1 && !odd_cell(plan, wide, &row, &column) &&
		   !twice(plan, wide, &row, &column)) {
		ok = open_letters(plan, wide, error);
	}
	free(wide);
	return ok;
}

bool import_matrix_may_be(const struct register_def *def)
{
	const struct field_def *period, *value;

	return !def->made && (is_of_periods(def, &period, &value) || has_letters(def));
}

void import_matrix_close(struct import_plan *plan)
{
	struct strings notes = { 0 };
	size_t i;

	if (!grid_is_wide(&plan->details->grid))
		return;
	grid_fold(&plan->details->grid);
	for (i = 0; i < plan->notes.count; i++)
		if (strcmp(plan->notes.items[i], plan->details->unfolded) != 0)
			strings_add(&notes, plan->notes.items[i]);
	strings_free(&plan->notes);
	plan->notes = notes;
}

/* ---- what is told ---- */

static char *letters_said(const struct import_plan *plan, const char *first, const char *last)
{
	bool *wide = xcalloc(plan->details->grid.columns + plan->column_count, sizeof *wide);
	char *said = NULL, *name, *text;
	size_t row, column;

	if (mark(plan, is_raci, wide) > 1 && odd_cell(plan, wide, &row, &column)) {
		name = grid_cell_name(&plan->details->grid, row, column);
		text = text_one_line(grid_at(&plan->details->grid, row, column)->text);
		said = name
			       /* TRANSLATORS: the first and the last of several headings, names of roles; a cell, "B7"; its text */
			       ? xasprintf(
					 _("The columns %s to %s hold the letters of a RACI matrix, but for the cell %s (\"%s\"): let R, A, C and I stand there, or nothing."),
					 first, last, name, text)
			       : xasprintf(
					 _("The columns %s to %s hold the letters of a RACI matrix, but for \"%s\" in line %ld: let R, A, C and I stand there, or nothing."),
					 first, last, text, plan->details->grid.rows[row].line);
		free(name);
		free(text);
	} else if (twice(plan, wide, &row, &column)) {
		said = xasprintf(
			/* TRANSLATORS: the number of a row; a letter of a RACI matrix, as "A" */
			_("In line %ld %c stands more than once: there is one role alone that answers for an activity."),
			plan->details->grid.rows[row].line, letters[column]);
	}
	free(wide);
	return said;
}

char *import_matrix_said(const struct import_plan *plan)
{
	const struct register_def *of = by_period(plan->def);
	const char *first = NULL, *last = NULL;

	look_around(plan);
	if (of && of != plan->def && like(plan, is_period, &first, &last) > 1)
		return plan->details->seen
			       /* TRANSLATORS: the first and the last of several headings, "T1 2026"; a register */
			       ? xasprintf(
					 _("The columns %s to %s are periods: read as %s, each of their cells is a record; here they are to be left out."),
					 first, last, _(of->plural))
			       /* TRANSLATORS: the same; the register's word at the end */
			       : xasprintf(
					 _("The columns %s to %s are periods: each of their cells is one of %s, which --as=%s reads; here --skip=COLUMN leaves them out."),
					 first, last, _(of->plural), of->name);
	if (of && of == plan->def && like(plan, is_of_some_year, &first, &last) > 1)
		return xasprintf(
			/* TRANSLATORS: the first and the last of several headings, "janv." to "déc."; the first again */
			_("The columns %s to %s are periods of a year that the table does not say: write it behind them, as in \"%s 2026\"."),
			first, last, first);
	if (has_letters(plan->def) && like(plan, is_raci, &first, &last) > 1)
		return letters_said(plan, first, last);
	return NULL;
}
