/* Headings that say one thing over cells that say another: "Note" over marks, "Type" over what is no type. */
#include <stdlib.h>
#include <string.h>

#include "exchange/heading_says.h"
#include "exchange/import.h"
#include "exchange/mapping.h"
#include "exchange/numbered.h"

/* Of the cells of a column that hold something, how many are so; *filled: how many do. */
static size_t count_cells(
	const struct import_plan *plan, size_t place, bool (*is)(const struct grid_cell *cell), size_t *filled)
{
	const struct grid *grid = &plan->details->grid;
	size_t row, count = 0;

	*filled = 0;
	for (row = plan->details->header + 1; row < grid->count; row++) {
		const struct grid_cell *cell = grid_at(grid, row, place);

		if (grid_is_blank(cell->text) || import_is_below(plan, row))
			continue;
		++*filled;
		count += is(cell);
	}
	return count;
}

/* Whether (nearly) all cells are numbers: "Note" is a mark then, and no remark. */
static bool holds_numbers(const struct import_plan *plan, size_t place)
{
	size_t filled, numbers = count_cells(plan, place, grid_is_number, &filled);

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

static bool has_digit(const struct grid_cell *cell)
{
	return strpbrk(cell->text, "0123456789") != NULL;
}

static bool says_nothing(const struct grid_cell *cell)
{
	return import_says_nothing(cell->text);
}

/* Whether the column says something and has a digit nowhere. */
static bool has_no_digit(const struct import_plan *plan, size_t place)
{
	size_t filled;

	return !count_cells(plan, place, has_digit, &filled) &&
	       count_cells(plan, place, says_nothing, &filled) < filled;
}

/* A tick that is no number: 1 may be a day of a spreadsheet's. */
static bool is_word_tick(const struct grid_cell *cell)
{
	return import_is_tick(cell, 'x') && !has_digit(cell);
}

static bool is_no_tick(const struct grid_cell *cell)
{
	return import_is_no_tick(cell->text);
}

/* Whether the column has ticks, yes or no and nothing else. */
static bool has_ticks_alone(const struct import_plan *plan, size_t place)
{
	size_t filled, ticks = count_cells(plan, place, is_word_tick, &filled);

	return ticks && ticks + count_cells(plan, place, is_no_tick, &filled) == filled;
}

enum doubt import_doubt(const struct import_plan *plan, size_t place, const struct heading *found)
{
	const struct field_def *field = found->field;

	if (found->use != USE_FIELD || found->origin == BY_MEMORY || plan->details->foreign || plan->details->shipped)
		return DOUBT_NONE;
	/* "Done" over yes and no. */
	if (field_is_day(field) && has_ticks_alone(plan, place))
		return DOUBT_DAYS;
	if (found->origin == BY_SYNONYM) {
		if (says_none(plan, place, field))
			return DOUBT_CHOICES;
		if (are_past(plan, place, field))
			return DOUBT_PAST;
		/* "Existing controls" over what they are in words. */
		if (field_is_day(field) && has_no_digit(plan, place))
			return DOUBT_DAYS;
		if (field != register_answers(plan->def) && field_is_reference(field) &&
			numbered_register(register_find(field->target)) && has_no_digit(plan, place))
			return DOUBT_NUMBERED;
	}
	return ((found->origin == BY_SYNONYM && field->type == &type_long_text) ||
		       may_be_marks(plan, &plan->columns[place], field)) &&
			       holds_numbers(plan, place)
		       ? DOUBT_TEXT
		       : DOUBT_NONE;
}

char *import_doubt_said(const struct import_plan *plan, size_t place, const struct heading *found)
{
	const struct import_column *column = &plan->columns[place];
	const char *label = found->use == USE_FIELD ? _(found->field->label) : "";

	switch (import_doubt(plan, place, found)) {
	case DOUBT_CHOICES:
		/* TRANSLATORS: a heading, its letter; a field, as "Kind" */
		return xasprintf(
			_("%s (column %s: nothing in it is known as %s)"), column->heading, column->letter, label);
	case DOUBT_PAST:
		/* TRANSLATORS: a heading, its letter; a field, as "Next review" */
		return xasprintf(_("%s (column %s: its days are all past, and %s is one to come)"), column->heading,
			column->letter, label);
	case DOUBT_DAYS:
		/* TRANSLATORS: a heading, its letter; a field, as "Done on" */
		return xasprintf(
			_("%s (column %s: no cell of it is a day, as %s is)"), column->heading, column->letter, label);
	case DOUBT_NUMBERED:
		/* TRANSLATORS: a heading, its letter; a field, as "Controls" */
		return xasprintf(_("%s (column %s: no cell of it has a number, by which %s are known)"),
			column->heading, column->letter, label);
	case DOUBT_TEXT:
		/* TRANSLATORS: a heading, its letter; a field */
		return xasprintf(_("%s (column %s: its cells are numbers, and %s is a text)"), column->heading,
			column->letter, label);
	case DOUBT_NONE:
		break;
	}
	return NULL;
}
