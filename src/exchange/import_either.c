/*
 * Headings that may be either of two fields: the "Date de l'incident" is the day on which it happened or was noticed,
 * the "Date de fin" of an action the one by which it is to be done or on which it was.  Where another column is one of
 * them it is the other; else nobody knows, and it is asked for.
 */
#include <stdlib.h>

#include "exchange/import.h"
#include "exchange/mapping.h"

/* Whether a column in which anything stands is the field. */
static bool is_told(const struct import_plan *plan, const struct field_def *field)
{
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if (plan->columns[i].use == USE_FIELD && plan->columns[i].field == field && plan->columns[i].filled)
			return true;
	return false;
}

bool import_plan_either(const struct import_plan *plan, size_t place, const struct field_def *either[2])
{
	struct heading found[2];

	if (plan->columns[place].use != USE_UNKNOWN || !plan->details->headings ||
		!headings_either(plan->details->headings, plan->columns[place].heading, found) ||
		(is_told(plan, found[0].field) && is_told(plan, found[1].field)))
		return false;
	either[0] = found[0].field;
	either[1] = found[1].field;
	return true;
}

/* What was settled by another column is open again where that one is something else by now. */
static void open_again(const struct import_plan *plan, struct import_column *column)
{
	struct heading either[2];

	if (column->use != USE_FIELD || column->origin != BY_SYNONYM || !plan->details->headings ||
		!headings_either(plan->details->headings, column->heading, either))
		return;
	column->use = USE_UNKNOWN;
	column->field = NULL;
	column->origin = BY_NOTHING;
}

/* The one of a level and a text that the cells are; NULL: the two are not such, or the cells may be either. */
static const struct field_def *said_by_cells(
	const struct import_plan *plan, size_t place, const struct field_def *const either[2])
{
	size_t level = either[0]->type == &type_level ? 0 : 1;

	if (either[level]->type != &type_level || either[1 - level]->type->editor != EDIT_TEXT)
		return NULL;
	if (import_holds_values(plan, place, either[level]))
		return either[level];
	return import_holds_sentences(plan, place) ? either[1 - level] : NULL;
}

void import_either_settle(struct import_plan *plan)
{
	const struct field_def *either[2], *said;
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		open_again(plan, &plan->columns[i]);
	for (i = 0; i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];
		bool first, second;

		if (!column->filled || !import_plan_either(plan, i, either))
			continue;
		first = is_told(plan, either[0]);
		second = is_told(plan, either[1]);
		/* "Consequence" is a level, or the words for what follows: numbers beside an impact are neither. */
		said = said_by_cells(plan, i, either);
		if (either[0]->type == &type_level || either[1]->type == &type_level) {
			if (!said || is_told(plan, said))
				continue;
		} else if (first == second) {
			continue;
		} else {
			said = either[first ? 1 : 0];
		}
		column->use = USE_FIELD;
		column->field = said;
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
