/*
 * A column for each choice of a field that takes several, ticked where it is one: LR, CO, BR and RRA of an SoA.  They are
 * gathered into one column of that field.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/import.h"

bool import_is_tick(const struct grid_cell *cell, char letter)
{
	static const char *const ticks[] = { "x", "yes", "oui", "y", "o", "1", "true", "vrai", "ok", "\xe2\x9c\x93",
		"\xe2\x9c\x94", "\xe2\x98\x91", "\xe2\x98\x92", "\xe2\x80\xa2" };
	size_t length, i;
	const char *bare = text_trimmed(cell->text, &length);
	char *kept = xstrndup(bare, length), *word = text_fold(kept);
	bool is = false;

	(void)letter;
	for (i = 0; i < sizeof ticks / sizeof ticks[0] && !is; i++)
		is = strcmp(word, ticks[i]) == 0 || strcmp(kept, ticks[i]) == 0;
	free(word);
	free(kept);
	return is;
}

/* "-", "no", "0": it is not. */
bool import_is_no_tick(const char *text)
{
	static const char *const words[] = { "-", "no", "non", "n", "0", "false", "faux", "\xe2\x80\x93",
		"\xe2\x98\x90", "n/a" };
	size_t length, i;
	const char *bare = text_trimmed(text, &length);
	char *kept = xstrndup(bare, length), *word = text_fold(kept);
	bool is = !length;

	for (i = 0; i < sizeof words / sizeof words[0] && !is; i++)
		is = strcmp(word, words[i]) == 0 || strcmp(kept, words[i]) == 0;
	free(word);
	free(kept);
	return is;
}

/* Whether ticks stand in the column, or nothing; *ticks: how many more. */
static bool is_ticked(const struct import_plan *plan, size_t place, size_t *ticks)
{
	const struct grid *grid = &plan->details->grid;
	size_t row;

	for (row = plan->details->header + 1; row < grid->count; row++) {
		const struct grid_cell *cell = grid_at(grid, row, place);
		bool tick = import_is_tick(cell, 'x');

		if (import_is_below(plan, row))
			continue;
		if (!tick && !import_is_no_tick(cell->text))
			return false;
		*ticks += tick;
	}
	return true;
}

/* The one choice of the field that the heading names; NULL: none.  The caller frees. */
static char *choice_of(const struct import_plan *plan, const struct field_def *field, size_t place)
{
	struct model_context context = *store_context(plan->details->store);
	char *plain = xstrndup(plan->columns[place].heading, strcspn(plan->columns[place].heading, "([")),
	     *value = NULL, *label = NULL;
	size_t length;

	context.reading = (struct reading_form){ .table = true };
	text_trimmed(plain, &length);
	if (length && field_parse(field, &context, plain, &value, NULL) && value && !strchr(value, ','))
		label = field_format(field, &context, value);
	free(value);
	free(plain);
	return label;
}

bool import_is_of_several(const struct import_plan *plan, size_t place)
{
	char *text = import_period_text(plan, place);
	bool is = text != NULL;
	size_t i;

	free(text);
	for (i = 0; i < plan->def->field_count && !is; i++) {
		text = plan->def->fields[i].type == &type_choices ? choice_of(plan, &plan->def->fields[i], place)
								  : NULL;
		is = text != NULL;
		free(text);
	}
	return is;
}

/* How many columns that nobody knows are ticked choices of the field; names: what these are called. */
static size_t find_choices(const struct import_plan *plan, const struct field_def *field, bool *wide, char **names)
{
	size_t i, count = 0, ticks = 0;

	for (i = 0; i < plan->column_count; i++) {
		const struct import_column *column = &plan->columns[i];
		/* One that is empty says of each row that it is not that. */
		bool open = (column->use == USE_UNKNOWN || (column->use == USE_NOTHING && !column->filled)) &&
			    !column->spoken_for && !column->own;

		names[i] = open ? choice_of(plan, field, i) : NULL;
		wide[i] = names[i] && is_ticked(plan, i, &ticks);
		count += wide[i];
	}
	return ticks ? count : 0;
}

/* Of what the columns do not speak each record keeps what it has. */
static void cover(struct import_details *details, const struct field_def *field, const struct model_context *context,
	const char *name)
{
	char *value = NULL;

	if (field_parse(field, context, name, &value, NULL) && value)
		strings_add(&details->covered, value);
	free(value);
}

static bool gather(struct import_plan *plan, const struct field_def *field, const bool *wide, char *const *names,
	char **said, struct error *error)
{
	const char *label = _(field->label), *first = NULL, *last = NULL;
	struct model_context context = *store_context(plan->details->store);
	size_t i;

	context.reading = (struct reading_form){ .table = true };

	for (i = 0; i < plan->column_count; i++)
		if (wide[i]) {
			first = first ? first : plan->columns[i].heading;
			last = plan->columns[i].heading;
			cover(plan->details, field, &context, names[i]);
		}
	/* TRANSLATORS: the first and the last of several headings; a field, as "Reasons for inclusion" */
	*said = xasprintf(_("The columns %s to %s are %s: each is one where it is ticked."), first, last, label);
	return grid_gather(&plan->details->grid, plan->details->header, wide, (const char *const *)names, "x", &label,
		import_is_tick, error);
}

bool import_ticks_open(struct import_plan *plan, char **said, struct error *error)
{
	size_t count = plan->column_count, i, j;
	bool *wide = xcalloc(plan->details->grid.columns + count + 1, sizeof *wide), ok = true;
	char **names = xcalloc(count + 1, sizeof *names);

	*said = NULL;
	for (i = 0; ok && i < plan->def->field_count && !grid_is_wide(&plan->details->grid); i++) {
		const struct field_def *field = &plan->def->fields[i];

		if (field->type != &type_choices || import_has_column(plan, field) ||
			field->flags & (FIELD_DERIVED | FIELD_INTERNAL | FIELD_HIDDEN))
			continue;
		if (find_choices(plan, field, wide, names) > 1)
			ok = gather(plan, field, wide, names, said, error);
		for (j = 0; j < count; j++) {
			free(names[j]);
			names[j] = NULL;
		}
	}
	free(names);
	free(wide);
	return ok;
}
