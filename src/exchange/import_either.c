/*
 * Headings that may be either of two fields: the "Date de l'incident" is the day on which it happened or was noticed,
 * the "Date de fin" of an action the one by which it is to be done or on which it was.  Where another column is one of
 * them it is the other; else nobody knows, and it is asked for.
 */
#include <stdlib.h>

#include "exchange/import.h"
#include "exchange/mapping.h"

bool import_plan_either(const struct import_plan *plan, size_t place, const struct field_def *either[2])
{
	struct heading found[2];

	if (plan->columns[place].use != USE_UNKNOWN || !plan->details->headings ||
		!headings_either(plan->details->headings, plan->columns[place].heading, found))
		return false;
	either[0] = found[0].field;
	either[1] = found[1].field;
	return true;
}

void import_either_settle(struct import_plan *plan)
{
	const struct field_def *either[2];
	size_t i;

	for (i = 0; i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];
		bool first, second;

		if (!column->filled || !import_plan_either(plan, i, either))
			continue;
		first = import_has_column(plan, either[0]);
		second = import_has_column(plan, either[1]);
		if (first == second)
			continue;
		column->use = USE_FIELD;
		column->field = either[first ? 1 : 0];
		column->origin = BY_SYNONYM;
	}
}

char *import_either_said(const struct import_plan *plan, size_t place)
{
	const struct import_column *column = &plan->columns[place];
	const struct field_def *either[2];

	if (!import_plan_either(plan, place, either))
		return NULL;
	/* TRANSLATORS: a heading, its letter; two fields; the letter and the name of the first, the letter and the name of the other */
	return xasprintf(_("%s (column %s: %s or %s, as --map=%s=%s or --map=%s=%s says)"), column->heading,
		column->letter, _(either[0]->label), _(either[1]->label), column->letter, either[0]->name,
		column->letter, either[1]->name);
}

char *import_either_asked(const struct import_plan *plan)
{
	const struct field_def *either[2];
	size_t i;

	for (i = 0; i < plan->column_count; i++) {
		const struct import_column *column = &plan->columns[i];

		if (import_plan_either(plan, i, either))
			/* TRANSLATORS: a heading, its letter; two fields; the letter and the name of the first, the letter and the name of the other; the letter */
			return xasprintf(
				_("%s (column %s) may be %s or %s: --map=%s=%s or --map=%s=%s says which; --skip=%s leaves it out."),
				column->heading, column->letter, _(either[0]->label), _(either[1]->label),
				column->letter, either[0]->name, column->letter, either[1]->name, column->letter);
	}
	return NULL;
}
