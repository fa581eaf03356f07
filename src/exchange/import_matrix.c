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

static char *period_in(const struct import_plan *plan, size_t place)
{
	char *text = import_period_text(plan, place), *value = text ? import_period_value(plan, text) : NULL;

	free(text);
	return value;
}

/* A year beside its quarters or months is their sum or mean, and no period of its own. */
static bool is_whole_of_others(const struct import_plan *plan, const char *year)
{
	bool is = false;
	size_t i;

	for (i = 0; strlen(year) == 4 && i < plan->column_count && !is; i++) {
		char *value = plan->columns[i].use == USE_UNKNOWN ? period_in(plan, i) : NULL;

		is = value && strncmp(value, year, 4) == 0 && value[4] == '-';
		free(value);
	}
	return is;
}

static bool is_period(const struct import_plan *plan, size_t place)
{
	char *value = period_in(plan, place);
	bool is = value && !is_whole_of_others(plan, value);

	free(value);
	return is;
}

/* A period, but for the year. */
static bool is_of_some_year(const struct import_plan *plan, size_t place)
{
	char *text = is_period(plan, place) ? NULL : import_period_of_year(plan, place, 2000);
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

/* Which columns that nobody knows are so; how many. */
static size_t mark(const struct import_plan *plan, bool (*is)(const struct import_plan *plan, size_t place), bool *wide)
{
	size_t i, count = 0;

	for (i = 0; i < plan->column_count; i++) {
		wide[i] = plan->columns[i].use == USE_UNKNOWN && !plan->columns[i].spoken_for &&
			  !grid_is_blank(plan->columns[i].heading) && is(plan, i);
		count += wide[i];
	}
	return count;
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

/* How many columns that nobody knows are so; *first, *last: their headings. */
static size_t like(const struct import_plan *plan, bool (*is)(const struct import_plan *plan, size_t place),
	const char **first, const char **last)
{
	bool *wide = xcalloc(plan->column_count + 1, sizeof *wide);
	size_t count = mark(plan, is, wide);

	ends(plan, wide, first, last);
	free(wide);
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
			if (field_is_list(register_field(plan->def, letter_fields[*letter])))
				continue;
			for (i = count = 0; i < plan->column_count; i++)
				count += wide[i] && grid_has_letter(grid_at(grid, *row, i), letters[*letter]);
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

static char *periods_said(const struct import_plan *plan, const bool *wide, int of_year)
{
	const char *first = NULL, *last = NULL, *records = _(plan->def->plural);

	if (ends(plan, wide, &first, &last) == 1 && of_year)
		/* TRANSLATORS: a heading, "T1"; a year; a register: Measurements */
		return xasprintf(_("The column %s is a period of %d: each cell below it is read as one of %s."), first,
			of_year, records);
	if (first == last)
		/* TRANSLATORS: a heading, "T1 2026"; a register: Measurements */
		return xasprintf(
			_("The column %s is a period: each cell below it is read as one of %s."), first, records);
	if (of_year)
		/* TRANSLATORS: two headings, "T1" and "T4"; a year; a register: Measurements */
		return xasprintf(
			_("The columns %s to %s are periods of %d: each cell below them is read as one of %s."), first,
			last, of_year, records);
	return xasprintf(_("The columns %s to %s are periods: each cell below them is read as one of %s."), first, last,
		records);
}

/* Two of the columns that are one period, *first and *second; false: there are none. */
static bool same_period(const struct import_plan *plan, const bool *wide, size_t *first, size_t *second)
{
	char **values = xcalloc(plan->column_count + 1, sizeof *values);
	bool same = false;
	size_t i, j;

	for (i = 0; i < plan->column_count && !same; i++) {
		values[i] = wide[i] ? period_in(plan, i) : NULL;
		for (j = 0; values[i] && j < i && !same; j++)
			if (values[j] && strcmp(values[i], values[j]) == 0) {
				*first = j;
				*second = i;
				same = true;
			}
	}
	for (i = 0; i < plan->column_count; i++)
		free(values[i]);
	free(values);
	return same;
}

/* What the columns are called: periods, or roles on one line. */
static char **names_of(const struct import_plan *plan, const bool *wide, bool periods)
{
	char **names = xcalloc(plan->column_count + 1, sizeof *names);
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if (wide[i])
			names[i] = periods ? import_period_text(plan, i) : text_one_line(plan->columns[i].heading);
	return names;
}

static void names_free(const struct import_plan *plan, char **names)
{
	size_t i, count = plan->column_count;

	for (i = 0; i < count; i++)
		free(names[i]);
	free(names);
}

/* A number of what stands there for the record that a value is of, is no number of the value. */
static void forget_numbers(struct import_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];

		if (column->use == USE_REF || column->use == USE_UUID ||
			(column->use == USE_FIELD && column->field->type == &type_external)) {
			column->use = USE_NOTHING;
			column->field = NULL;
		}
	}
}

static bool open_periods(struct import_plan *plan, const struct field_def *period, const struct field_def *value,
	const bool *wide, struct error *error)
{
	char **names = names_of(plan, wide, true), *said;
	int of_year = 0;
	size_t i, without;
	bool ok;

	/* Years that stand over the columns are not all the same one. */
	for (i = 0; i < plan->column_count; i++)
		if (wide[i] && !import_period_reads(plan, plan->columns[i].heading))
			of_year = plan->details->year;
	said = periods_said(plan, wide, of_year);
	ok = grid_unfold(&plan->details->grid, plan->details->header, wide, (const char *const *)names,
		_(period->label), _(value->label), &without, error);
	names_free(plan, names);
	if (!ok || !without) {
		note(plan, said);
		return ok;
	}
	note(plan, xasprintf(ngettext("%s %zu row has none, and is left out.",
				     "%s %zu rows have none, and are left out.", without),
			   said, without));
	free(said);
	return ok;
}

static bool open_letters(struct import_plan *plan, const bool *wide, struct error *error)
{
	const char *labels[sizeof letter_fields / sizeof letter_fields[0]], *first = NULL, *last = NULL;
	char **names = names_of(plan, wide, false);
	size_t i;
	bool ok;

	for (i = 0; i < sizeof labels / sizeof labels[0]; i++)
		labels[i] = _(register_field(plan->def, letter_fields[i])->label);
	ends(plan, wide, &first, &last);
	note(plan,
		xasprintf(
			_("The columns %s to %s are roles: the letters R, A, C and I below them say what each one does."),
			first, last));
	ok = grid_gather(&plan->details->grid, plan->details->header, wide, (const char *const *)names, letters, labels,
		grid_has_letter, error);
	names_free(plan, names);
	return ok;
}

/* Whether a column is one of the letters already. */
static bool has_letter_column(const struct import_plan *plan)
{
	size_t i;

	for (i = 0; i < sizeof letter_fields / sizeof letter_fields[0]; i++)
		if (import_has_column(plan, register_field(plan->def, letter_fields[i])))
			return true;
	return false;
}

bool import_matrix_open(struct import_plan *plan, struct error *error)
{
	const struct import_details *details = plan->details;
	const struct field_def *period, *value;
	size_t row, column;
	bool *wide, ok = true;
	char *said = NULL;

	if (!plan->def || details->shipped || details->foreign || !plan->column_count || grid_is_wide(&details->grid))
		return true;
	import_periods_look(plan);
	wide = xcalloc(details->grid.columns + plan->column_count, sizeof *wide);
	if (is_of_periods(plan->def, &period, &value)) {
		if (!import_has_column(plan, period) && !import_has_column(plan, value) &&
			mark(plan, is_period, wide) && !same_period(plan, wide, &row, &column))
			ok = open_periods(plan, period, value, wide, error);
	} else if (has_letters(plan->def) && !has_letter_column(plan) && mark(plan, is_raci, wide) > 1 &&
		   !odd_cell(plan, wide, &row, &column) && !twice(plan, wide, &row, &column)) {
		ok = open_letters(plan, wide, error);
	} else {
		ok = import_ticks_open(plan, &said, error);
		if (said)
			note(plan, said);
	}
	free(wide);
	return ok;
}

bool import_matrix_may_be(const struct register_def *def, bool letters_alone)
{
	const struct field_def *period, *value;

	return !def->made && (has_letters(def) || (!letters_alone && is_of_periods(def, &period, &value)));
}

void import_matrix_found(struct import_plan *plan)
{
	const struct field_def *period, *value;

	if (is_of_periods(plan->def, &period, &value))
		forget_numbers(plan);
}

void import_matrix_close(struct import_plan *plan)
{
	struct strings notes = { 0 };
	size_t i;

	if (!grid_is_wide(&plan->details->grid))
		return;
	grid_fold(&plan->details->grid);
	strings_free(&plan->details->covered);
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

/* Two columns of one period: which of them the register's value is nobody knows. */
static char *periods_asked(const struct import_plan *plan)
{
	bool *wide = xcalloc(plan->details->grid.columns + plan->column_count, sizeof *wide);
	char *said = NULL, *text;
	size_t first, second;

	if (mark(plan, is_period, wide) && same_period(plan, wide, &first, &second)) {
		text = import_period_text(plan, first);
		said = xasprintf(
			plan->details->seen
				/* TRANSLATORS: the letters of two columns; a period */
				? _("The columns %s and %s are both of %s: leave out the one that is no value of that period, such as a target.")
				: _("The columns %s and %s are both of %s: --skip=COLUMN leaves out the one that is no value of that period, such as a target."),
			plan->columns[first].letter, plan->columns[second].letter, text);
		free(text);
	}
	free(wide);
	return said;
}

char *import_matrix_said(const struct import_plan *plan)
{
	const struct register_def *of = by_period(plan->def);
	const char *first = NULL, *last = NULL;

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
	if (of && of == plan->def) {
		char *said = periods_asked(plan);

		if (said)
			return said;
	}
	if (of && of == plan->def && like(plan, is_of_some_year, &first, &last) > 1)
		return xasprintf(
			/* TRANSLATORS: the first and the last of several headings, "janv." to "déc."; the first again */
			_("The columns %s to %s are periods of a year that the table does not say: write it behind them, as in \"%s 2026\"."),
			first, last, first);
	if (has_letters(plan->def) && like(plan, is_raci, &first, &last) > 1)
		return letters_said(plan, first, last);
	return NULL;
}
