/* The columns of a table: what each is taken for, and what its cells show. */
#include <stdlib.h>
#include <string.h>

#include "exchange/heading_says.h"
#include "exchange/import.h"
#include "exchange/mapping.h"
#include "exchange/numbered.h"

#define SAMPLES 3

/* What stands in each column, of the rows that are records. */
static void take_samples(struct import_plan *plan)
{
	const struct grid *grid = &plan->details->grid;
	size_t row, i;

	for (i = 0; i < plan->column_count; i++) {
		strings_free(&plan->columns[i].samples);
		plan->columns[i].filled = 0;
	}
	for (row = plan->details->header + 1; row < grid->count; row++) {
		if (import_is_below(plan, row))
			continue;
		for (i = 0; i < grid->rows[row].count; i++) {
			struct import_column *column = &plan->columns[i];
			const char *text = grid_at(grid, row, i)->text;

			if (grid_is_blank(text))
				continue;
			column->filled++;
			if (column->samples.count < SAMPLES && !strings_contain(&column->samples, text))
				strings_add(&column->samples, text);
		}
	}
}

/* "12 k€" of a number that is measured in what another field says, as a text with the same would be; words are no such unit. */
static bool is_money(const char *text)
{
	static const struct reading_form form = { .table = true };
	const size_t length = strlen(text), unknown = sizeof GRID_UNIT_UNKNOWN - 1;
	struct number_reading read;

	return (length > unknown && strcmp(text + length - unknown, GRID_UNIT_UNKNOWN) == 0) ||
	       (number_read(text, &form, &read) != READING_NONE && *read.unit);
}

char *import_cell_text(const struct import_plan *plan, size_t row, size_t column)
{
	const struct field_def *field = plan->columns[column].use == USE_FIELD ? plan->columns[column].field : NULL;
	const struct grid *grid = &plan->details->grid;
	bool measured = field && field_source(field)->unit;
	size_t clock = field ? plan->columns[column].clock : 0;
	char *shown = measured || (field && field->type == &type_amount) ? grid_with_unit(grid, row, column) : NULL;

	if (shown && (!measured || is_money(shown)))
		return shown;
	free(shown);
	/* What a text says is what one sees. */
	shown = field && (field->type == &type_text || field->type == &type_long_text)
			? grid_as_shown(grid, row, column)
			: NULL;
	if (shown)
		return shown;
	if (clock && !grid_is_blank(grid_at(grid, row, clock - 1)->text))
		return import_moment_text(plan, row, column);
	return xstrdup(grid_at(grid, row, column)->text);
}

char *import_cell_meant(const struct import_plan *plan, size_t row, size_t column)
{
	char *text, *meant;

	if (plan->columns[column].beside)
		return import_names_joined(plan, row, column);
	text = import_cell_text(plan, row, column);
	meant = heading_unit_beside(&plan->details->units[column], text);
	if (!meant)
		return text;
	free(text);
	return meant;
}

/* "title:fr" of a shipped table: taken where it is the language asked for. */
static bool is_of_language(const struct import_plan *plan, const char *text, struct heading *found)
{
	const char *colon = strchr(text, ':'), *language = plan->details->language;
	char *name;

	if (!colon || !language)
		return false;
	name = xstrndup(text, (size_t)(colon - text));
	found->use = strcmp(colon + 1, language) == 0 ? USE_FIELD : USE_NOTHING;
	found->field = register_field(plan->def, name);
	found->origin = BY_NAME;
	free(name);
	return found->field != NULL;
}

/* What somebody said of the same heading the last time; *half: that it is that part of a name. */
static bool is_remembered(const struct import_plan *plan, const char *text, struct heading *found, enum name_part *half)
{
	char *folded, *field, *part;
	bool is = false;

	if (plan->details->shipped || plan->details->foreign || !plan->def)
		return false;
	folded = heading_fold(text);
	field = *folded ? store_heading(plan->details->store, plan->def, folded) : NULL;
	part = field ? strchr(field, '/') : NULL;
	if (part)
		*part++ = '\0';
	if (field) {
		*half = !part ? NAME_WHOLE : strcmp(part, "given") == 0 ? NAME_GIVEN : NAME_FAMILY;
		found->field = register_field(plan->def, field);
		found->use = found->field                 ? USE_FIELD
			     : strcmp(field, "ref") == 0  ? USE_REF
			     : strcmp(field, "uuid") == 0 ? USE_UUID
							  : USE_SKIPPED;
		/* A field that was renamed since is asked for anew. */
		is = found->use != USE_SKIPPED || !*field;
		found->origin = BY_MEMORY;
	}
	free(folded);
	free(field);
	return is;
}

/* again: whatever was said the last time; *half: as of is_remembered. */
static struct heading recognise(
	const struct import_plan *plan, const struct import_column *column, bool again, enum name_part *half)
{
	struct heading found = { USE_UNKNOWN, NULL, BY_NOTHING, NULL };

	*half = NAME_WHOLE;
	if (grid_is_blank(column->heading)) {
		found.use = column->filled ? USE_UNKNOWN : USE_NOTHING;
	} else if (*column->heading == '#') {
		found.use = USE_NOTHING;
	} else if (!again && is_remembered(plan, column->heading, &found, half)) {
		/* It is that. */
	} else if (import_group_says(plan, (size_t)(column - plan->columns), column->heading, &found)) {
		/* It is that. */
	} else if (plan->details->headings && !is_of_language(plan, column->heading, &found) &&
		   !headings_find(plan->details->headings, column->heading, &found) &&
		   !import_names_heading(plan, column->heading, &found) && !column->filled) {
		found.use = USE_NOTHING;
	}
	import_own_ask(plan, column, &found);
	if (import_doubt(plan, (size_t)(column - plan->columns), &found) != DOUBT_NONE)
		found = (struct heading){ USE_UNKNOWN, NULL, BY_NOTHING, NULL };
	return found;
}

/* Of two columns for one thing the first is it; where a language has one of its own, that one. */
static void settle_twice(struct import_plan *plan, size_t place)
{
	struct import_column *column = &plan->columns[place];
	size_t i;

	if (column->use == USE_UNKNOWN || column->use == USE_NOTHING || column->use == USE_SKIPPED)
		return;
	for (i = 0; i < place; i++) {
		struct import_column *other = &plan->columns[i];

		if (other->use != column->use || other->field != column->field || import_names_are_one(other, column) ||
			import_shares(plan, i, place))
			continue;
		if (plan->details->language && strchr(column->heading, ':'))
			other->use = USE_NOTHING;
		else if (plan->details->language && strchr(other->heading, ':'))
			column->use = USE_NOTHING;
		else if (column->origin < other->origin)
			*other = (struct import_column){ .heading = other->heading,
				.letter = other->letter,
				.use = USE_UNKNOWN,
				.origin = BY_NOTHING,
				.samples = other->samples,
				.filled = other->filled,
				.reading = other->reading };
		else
			column->use = USE_UNKNOWN;
	}
	/* "Control name" beside "Control ID" is for whoever reads the table. */
	if (column->use == USE_UNKNOWN && column->field && column->field == register_answers(plan->def))
		column->use = USE_NOTHING;
	if (column->use == USE_UNKNOWN || column->use == USE_NOTHING) {
		column->field = NULL;
		column->origin = BY_NOTHING;
	}
}

/* Where no column is the title, what describes the records is. */
static void settle_title(struct import_plan *plan)
{
	const struct field_def *title = plan->def ? register_title(plan->def) : NULL;
	struct import_column *description = NULL;
	size_t i;

	for (i = 0; title && !plan->details->shipped && i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];
		char *folded = heading_fold(column->heading);

		if (column->use == USE_FIELD && column->field == title)
			title = NULL;
		else if (column->use == USE_FIELD && column->origin == BY_SYNONYM && strcmp(folded, "description") == 0)
			description = column;
		free(folded);
	}
	if (title && description)
		description->field = title;
}

static void columns_free(struct import_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->column_count; i++) {
		free(plan->columns[i].heading);
		free(plan->columns[i].letter);
		free(plan->columns[i].reading);
		strings_free(&plan->columns[i].samples);
	}
	free(plan->columns);
	for (i = 0; plan->details->units && i < plan->column_count; i++)
		heading_unit_free(&plan->details->units[i]);
	free(plan->details->units);
	free(plan->details->readings);
	free(plan->details->zeros);
	free(plan->details->cut);
	plan->columns = NULL;
	plan->details->zeros = plan->details->cut = NULL;
	plan->details->readings = NULL;
	plan->details->units = NULL;
	plan->column_count = 0;
}

/* Whether the cells of the column, as far as they are seen, are numbers of what the field refers to. */
static bool are_numbers(const struct field_def *field, const struct import_column *column)
{
	const struct register_def *target = register_find(field->target);
	size_t i;

	size_t themes = 0;

	for (i = 0; i < column->samples.count; i++) {
		/* "5" and "A.5" stand above the controls of their theme. */
		const char *text = column->samples.items[i], *digits = text + strcspn(text, "0123456789");

		if (digits - text < 3 && *digits && strlen(digits) < 3 && !digits[strspn(digits, "0123456789")])
			themes++;
		else if (!strchr(text, '.') || !numbered_is(target, text))
			return false;
	}
	return column->samples.count > themes;
}

/* In a table of the SoA "Ref" and "ID" are the control's number, unless they are refs of its lines. */
static void settle_answers(struct import_plan *plan)
{
	const struct import_details *details = plan->details;
	const struct field_def *answers = plan->def ? register_answers(plan->def) : NULL;
	struct import_column *ref = NULL, *control = NULL;
	struct heading found;
	size_t i;

	if (!answers || details->shipped)
		return;
	for (i = 0; i < plan->column_count; i++) {
		if (plan->columns[i].use == USE_FIELD && plan->columns[i].field == answers)
			control = &plan->columns[i];
		if (plan->columns[i].use == USE_REF)
			ref = &plan->columns[i];
		else if (plan->columns[i].use == USE_UNKNOWN && !ref && details->headings &&
			 headings_find(details->headings, plan->columns[i].heading, &found) && found.field == answers)
			ref = &plan->columns[i];
	}
	/* Beside a column of their numbers "Control" has their names, for whoever reads the table. */
	/* Another tool has ids of its own beside them. */
	if (control && (details->foreign || !ref || control->origin > BY_SYNONYM || !are_numbers(answers, ref) ||
			       are_numbers(answers, control)))
		return;
	for (i = 0; ref && i < ref->samples.count; i++) {
		const struct register_def *def = NULL;

		if (store_find(details->store, ref->samples.items[i], &def) && def == plan->def)
			return;
	}
	if (control) {
		control->use = USE_NOTHING;
		control->field = NULL;
		control->origin = BY_NOTHING;
	}
	if (ref) {
		ref->use = USE_FIELD;
		ref->field = answers;
	}
}

bool import_row_is_blank(const struct import_plan *plan, size_t row)
{
	const struct grid *grid = &plan->details->grid;
	size_t i;

	if (grid_row_is_blank(grid, row))
		return true;
	for (i = 0; i < grid->rows[row].count; i++)
		if ((i >= plan->column_count || plan->columns[i].use != USE_SKIPPED) &&
			!grid_is_blank(grid_at(grid, row, i)->text))
			return false;
	return true;
}

/* The rows that are its records: not those of blanks, nor what stands below the table. */
static void count_rows(struct import_plan *plan)
{
	const struct grid *grid = &plan->details->grid;
	size_t row;

	plan->rows = 0;
	for (row = plan->details->header + 1; row < grid->count; row++)
		/* Of several that were made of one, that one. */
		plan->rows += !import_row_is_blank(plan, row) && !import_is_below(plan, row) &&
			      (row == plan->details->header + 1 || grid->rows[row].line != grid->rows[row - 1].line);
}

/* What stands below the table fills no column of it: one that holds nothing else is none. */
static void look_below(struct import_plan *plan)
{
	enum name_part half;
	size_t i;

	/* All rows are gone over where others are records than before alone: this is asked with each change of one column. */
	if (import_below_find(plan)) {
		count_rows(plan);
		if (plan->details->below)
			take_samples(plan);
	}
	for (i = 0; plan->details->below && i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];

		if (column->use == USE_UNKNOWN && !column->filled)
			column->use = USE_NOTHING;
		else if (column->use == USE_NOTHING && column->filled)
			column->use =
				recognise(plan, column, false, &half).use == USE_UNKNOWN ? USE_UNKNOWN : USE_NOTHING;
	}
}

void import_columns_read(struct import_plan *plan)
{
	size_t i;

	plan->unknown = 0;
	import_either_settle(plan);
	import_names_pair(plan);
	look_below(plan);
	import_clocks_pair(plan);
	import_readings_find(plan);
	for (i = 0; i < plan->column_count; i++)
		plan->unknown += plan->columns[i].use == USE_UNKNOWN;
}

void import_columns_find(struct import_plan *plan)
{
	struct import_details *details = plan->details;
	const struct grid *grid = &details->grid;
	size_t i;

	columns_free(plan);
	import_below_forget(plan);
	headings_free(details->headings);
	details->headings = plan->def ? headings_of(plan->def) : NULL;
	plan->header = details->header < grid->count ? grid->rows[details->header].line : 0;
	plan->column_count = grid->columns;
	plan->columns = xcalloc(plan->column_count ? plan->column_count : 1, sizeof *plan->columns);
	details->readings = xcalloc(plan->column_count ? plan->column_count : 1, sizeof *details->readings);
	details->units = xcalloc(plan->column_count ? plan->column_count : 1, sizeof *details->units);
	details->zeros = xcalloc(plan->column_count ? plan->column_count : 1, sizeof *details->zeros);
	details->cut = xcalloc(plan->column_count ? plan->column_count : 1, sizeof *details->cut);
	for (i = 0; i < plan->column_count; i++) {
		plan->columns[i].heading = import_group_heading(plan, i);
		plan->columns[i].letter = grid_column_name(i);
	}
	take_samples(plan);
	for (i = 0; i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];
		enum name_part half;
		struct heading found = recognise(plan, column, false, &half);

		column->use = found.use;
		column->field = found.field;
		column->origin = found.origin;
		column->own = found.own;
		import_names_take(plan, column, half);
		settle_twice(plan, i);
	}
	settle_answers(plan);
	settle_title(plan);
	import_columns_read(plan);
}

void import_columns_free(struct import_plan *plan)
{
	columns_free(plan);
	headings_free(plan->details->headings);
	plan->details->headings = NULL;
}

/* What another column left is taken by the one that is called so, too. */
static void take_free(struct import_plan *plan, size_t left)
{
	enum name_part half;
	size_t i;

	for (i = 0; i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];
		struct heading found;

		if (i == left || column->use != USE_UNKNOWN)
			continue;
		found = recognise(plan, column, false, &half);
		if (found.use != USE_FIELD || import_has_column(plan, found.field))
			continue;
		column->use = found.use;
		column->field = found.field;
		column->origin = found.origin;
		column->own = found.own;
		import_names_take(plan, column, half);
	}
}

void import_columns_set(
	struct import_plan *plan, size_t place, enum column_use use, const struct field_def *field, enum name_part said)
{
	struct import_column *column = &plan->columns[place];
	size_t i;

	column->use = use;
	column->field = use == USE_FIELD ? field : NULL;
	column->origin = BY_USER;
	import_names_take(plan, column, said);
	column->half = false;
	for (i = 0; (use == USE_FIELD || use == USE_REF || use == USE_UUID) && i < plan->column_count; i++) {
		struct import_column *other = &plan->columns[i];

		if (i == place || other->use != use || other->field != field || import_names_are_one(other, column) ||
			import_shares(plan, i, place))
			continue;
		other->use = other->filled ? USE_UNKNOWN : USE_NOTHING;
		other->field = NULL;
		other->origin = BY_NOTHING;
	}
	take_free(plan, place);
	import_columns_read(plan);
}

void import_plan_set_column(struct import_plan *plan, size_t place, enum column_use use, const struct field_def *field)
{
	import_columns_set(plan, place, use, field, NAME_WHOLE);
}

void import_plan_forget_column(struct import_plan *plan, size_t place)
{
	struct import_column *column = &plan->columns[place];
	enum name_part half;
	struct heading found = recognise(plan, column, true, &half);
	char *folded = heading_fold(column->heading);
	size_t i;

	/* What was kept of it would come back with the next table, as said the last time. */
	if (plan->def)
		store_heading_keep(plan->details->store, plan->def, folded, NULL);
	free(folded);
	column->use = found.use;
	column->field = found.field;
	column->origin = found.origin;
	column->own = found.own;
	import_names_take(plan, column, half);
	for (i = 0; i < plan->column_count && column->use != USE_NOTHING; i++)
		if (i != place && plan->columns[i].use == column->use && plan->columns[i].field == column->field &&
			!import_names_are_one(&plan->columns[i], column) && !import_shares(plan, i, place)) {
			column->use = USE_UNKNOWN;
			column->field = NULL;
		}
	column->origin = column->use == USE_UNKNOWN ? BY_NOTHING : BY_USER;
	import_columns_read(plan);
}
