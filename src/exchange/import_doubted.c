/* Headings that say one thing over cells that say another: "Note" over marks, "Type" over what is no type. */
#include <stdlib.h>
#include <string.h>

#include "exchange/heading_says.h"
#include "exchange/import.h"
#include "exchange/mapping.h"

/* Whether (nearly) all cells are numbers: "Note" is a mark then, and no remark. */
static bool holds_numbers(const struct import_plan *plan, size_t place)
{
	const struct grid *grid = &plan->details->grid;
	size_t row, filled = 0, numbers = 0;

	for (row = plan->details->header + 1; row < grid->count; row++) {
		const struct grid_cell *cell = grid_at(grid, row, place);

		if (grid_is_blank(cell->text) || import_is_below(plan, row))
			continue;
		filled++;
		numbers += grid_is_number(cell);
	}
	return filled && numbers * 10 >= filled * 9;
}

/* Whether records of the register are given marks of any kind. */
static bool has_marks(const struct register_def *def)
{
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (def->fields[i].type == &type_level || def->fields[i].type == &type_percentage)
			return true;
	return false;
}

/* "Notes", "Note": marks as well, whatever the field is called; as the field's own name stands in a file of ours it is that. */
static bool may_be_marks(
	const struct import_plan *plan, const struct import_column *column, const struct field_def *field)
{
	char *folded = heading_fold(column->heading);
	bool may = field && (field->type == &type_long_text || field->type == &type_text) && has_marks(plan->def) &&
		   strcmp(column->heading, field->name) != 0 &&
		   (strcmp(folded, "note") == 0 || strcmp(folded, "notes") == 0);

	free(folded);
	return may;
}

#define CELLS_TRIED 50 /* different ones, of a column of which none is what its heading says */

/* How many different cells of the column were tried for the field; *values: how many of them are values of it. */
static size_t try_cells(
	const struct import_plan *plan, size_t place, const struct field_def *field, size_t most, size_t *values)
{
	const struct grid *grid = &plan->details->grid;
	struct model_context context = *store_context(plan->details->store);
	struct strings tried = { 0 };
	size_t row, count;

	*values = 0;
	context.reading = (struct reading_form){ .table = true };
	for (row = plan->details->header + 1; row < grid->count && tried.count < CELLS_TRIED && *values <= most;
		row++) {
		const char *text = grid_at(grid, row, place)->text;
		char *line, *value = NULL;

		if (grid_is_blank(text) || import_is_below(plan, row) || strings_contain(&tried, text))
			continue;
		line = text_one_line(text);
		/* "N/A" is no value, and no fault either. */
		if (!field_parse(field, &context, line, &value, NULL))
			strings_add(&tried, text);
		else if (value) {
			strings_add(&tried, text);
			++*values;
		}
		free(value);
		free(line);
	}
	count = tried.count;
	strings_free(&tried);
	return count;
}

bool import_holds_values(const struct import_plan *plan, size_t place, const struct field_def *field)
{
	size_t values, count = try_cells(plan, place, field, CELLS_TRIED, &values);

	return count && values == count;
}

bool import_holds_sentences(const struct import_plan *plan, size_t place)
{
	const struct import_column *column = &plan->columns[place];
	size_t i, sentences = 0;

	for (i = 0; i < column->samples.count; i++) {
		const char *blank = strchr(column->samples.items[i], ' ');

		/* "Très grave" may be a level. */
		sentences += blank && strchr(blank + 1, ' ');
	}
	return sentences * 2 >= column->samples.count && !holds_numbers(plan, place);
}

/* Whether a column is called Type, and nothing in it is one of the types. */
static bool says_none(const struct import_plan *plan, size_t place, const struct field_def *field)
{
	size_t values;

	return field->choices && try_cells(plan, place, field, 0, &values) > 1 && !values;
}

/* "Date de revue", of a day to come, over days that are all past: it was looked at then. */
static bool are_past(const struct import_plan *plan, size_t place, const struct field_def *field)
{
	const struct grid *grid = &plan->details->grid;
	struct model_context context = *store_context(plan->details->store);
	struct date today = environment_today(context.time_zone), day;
	char *folded = heading_fold(plan->columns[place].heading);
	bool past = field->type == &type_date && heading_has(folded, "revue|revision|review|reviewed") &&
		    !heading_has(folded, "next|prochaine|prochain|due|upcoming|a venir|avant|before|by");
	size_t row, days = 0;

	free(folded);
	context.reading = (struct reading_form){ .table = true, .order = ORDER_DAY_FIRST };
	for (row = plan->details->header + 1; row < grid->count && past; row++) {
		const char *text = grid_at(grid, row, place)->text;
		char *value = NULL;

		if (grid_is_blank(text) || import_is_below(plan, row) ||
			!field_parse(field, &context, text, &value, NULL) || !value)
			continue;
		past = date_parse(value, &day) && date_days(&day) < date_days(&today);
		days++;
		free(value);
	}
	return past && days > 0;
}

/* A word for texts over numbers alone says something else there, and so does one for choices over none of them. */
bool import_is_doubted(const struct import_plan *plan, size_t place, const struct heading *found)
{
	bool known = found->use == USE_FIELD && found->origin != BY_MEMORY && !plan->details->foreign &&
		     !plan->details->shipped;

	if (known && ((found->origin == BY_SYNONYM && says_none(plan, place, found->field)) ||
			     (found->origin == BY_SYNONYM && are_past(plan, place, found->field))))
		return true;
	return known &&
	       ((found->origin == BY_SYNONYM && found->field->type == &type_long_text) ||
		       may_be_marks(plan, &plan->columns[place], found->field)) &&
	       holds_numbers(plan, place);
}
