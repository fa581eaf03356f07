/*
 * Tables that are wide where a register is long: a column for each period of indicators, a column for each role of a
 * RACI matrix.  What their columns are nobody can say with --map; how such a table is written is said instead.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/import.h"

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

static bool is_period(const struct import_plan *plan, size_t place)
{
	static const struct field_def period = { .name = "period", .label = "", .type = &type_period };
	struct model_context context = *store_context(plan->details->store);
	char *line = text_one_line(plan->columns[place].heading), *value = NULL;
	bool is;

	context.reading = (struct reading_form){ .table = true };
	is = *line && field_parse(&period, &context, line, &value, NULL) && value;
	free(value);
	free(line);
	return is;
}

/* Whether R, A, C and I stand in the column, one or several in a cell, and nothing else. */
static bool is_raci(const struct import_plan *plan, size_t place)
{
	const struct import_column *column = &plan->columns[place];
	size_t i;

	for (i = 0; i < column->samples.count; i++) {
		const char *text = column->samples.items[i];

		if (text[strspn(text, "RACIraci/,;+- \n")] || !strpbrk(text, "RACIraci"))
			return false;
	}
	return column->samples.count > 0;
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

char *import_matrix_said(const struct import_plan *plan)
{
	const struct register_def *of = by_period(plan->def);
	const struct field_def *period = of ? field_of_type(of, &type_period) : NULL;
	const char *first = NULL, *last = NULL;

	if (period && like(plan, is_period, &first, &last) > 1)
		/* TRANSLATORS: the first and the last of several headings, "T1 2026"; a register; its field for periods */
		return xasprintf(
			_("The columns %s to %s are periods; a table of %s has them below each other in one column, %s, and what was measured in another."),
			first, last, _(of->plural), _(period->label));
	if (register_field(plan->def, "accountable") && register_field(plan->def, "consulted") &&
		like(plan, is_raci, &first, &last) > 1)
		/* TRANSLATORS: the first and the last of several headings, names of roles; a register; four fields */
		return xasprintf(
			_("The columns %s to %s hold the letters of a RACI matrix; a table of %s has a column for each letter, %s, %s, %s and %s, and the roles in its cells."),
			first, last, _(plan->def->plural), _(register_field(plan->def, "responsible")->label),
			_(register_field(plan->def, "accountable")->label),
			_(register_field(plan->def, "consulted")->label),
			_(register_field(plan->def, "informed")->label));
	return NULL;
}
