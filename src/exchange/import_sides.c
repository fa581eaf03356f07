/*
 * Reasons for one answer only: what stands under "Justification for exclusion" is no reason where the control applies.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"

#include "exchange/heading_says.h"

/* The answer for which the heading has the reasons: "yes" or "no"; NULL: for both, or it says none. */
static const char *side_of(const struct import_column *column)
{
	const struct field_source *source = field_source(column->field);
	char *folded = heading_fold(column->heading);
	bool yes = heading_has(folded, source->for_yes), no = heading_has(folded, source->for_no);

	free(folded);
	return yes == no ? NULL : yes ? "yes" : "no";
}

enum reasons_side table_side(const struct table *table, size_t column, const struct record *record, struct error *error)
{
	const struct import_column *it = &table->plan->columns[column];
	const char *text = grid_at(&table->details->grid, table->row, column)->text,
		   *decided = field_source(it->field)->reasons_for,
		   *answer = decided ? record_get(record, decided) : NULL, *side;
	const struct field_def *other;
	char *shown;

	if (!answer || grid_is_blank(text) || !(side = side_of(it)) || strcmp(answer, side) == 0)
		return SIDE_OWN;
	if (import_says_nothing(text))
		return SIDE_NOTHING;
	other = register_field(table->def, decided);
	shown = field_format(other, store_context(table->store), answer);
	error_set_field(error, ERROR_INVALID, it->field->name,
		/* TRANSLATORS: a field; what is in the cell; a heading; a field and its value; the field again */
		_("%s: \"%s\" stands under the heading \"%s\", while %s is %s; empty the cell, or correct %s."),
		_(it->field->label), text, it->heading, _(other->label), shown, _(other->label));
	free(shown);
	return SIDE_OTHER;
}
