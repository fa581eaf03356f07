/*
 * Rows that a template holds ready and nobody filled in: their number, which goes on with those above, and what stands
 * in each such row: boxes that are not ticked, zeros, dashes, the choice that a list begins with.  None of them could be
 * a record, since it lacks what its register asks for; what says anything of its own stays a row, and is refused as such.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_below.h"
#include "exchange/mapping.h"

/* What a cell of a row that may be ready says. */
enum says { SAYS_NOTHING, SAYS_DEFAULT, SAYS_SOMETHING };

/* The numbers of a column so far: "R-017" is 17 behind "R-". */
struct sequence {
	const char *text;  /* the last one; NULL: none yet */
	size_t start, end; /* of its digits */
	long number, step;
};

struct template
{
	const struct below_layout *layout;
	const bool *needed;       /* by column: a new record is none without it */
	struct sequence *numbers; /* by column */
	const char **defaults;    /* by column: what the last of the rows has there; NULL: none has anything */
	size_t *counts;           /* of the rows that have it */
};

/* False: the text has no number at its end, or before a last sign. */
static bool number_in(const char *text, struct sequence *found)
{
	size_t length;

	text = text_trimmed(text, &length);
	found->text = text;
	found->end = length;
	if (found->end && strchr(".)", text[found->end - 1]))
		found->end--;
	for (found->start = found->end; found->start && strchr("0123456789", text[found->start - 1]);)
		found->start--;
	if (found->start == found->end || found->end - found->start > 9)
		return false;
	found->number = strtol(text + found->start, NULL, 10);
	found->step = 0;
	return true;
}

/* The same but for its number: what stands before and behind it. */
static bool is_alike(const struct sequence *a, const struct sequence *b)
{
	return a->start == b->start && memcmp(a->text, b->text, a->start) == 0 && a->text[a->end] == b->text[b->end];
}

/* Whether the cell goes on with the numbers above it; above none it begins them. */
static bool goes_on(const struct template *template, size_t row, size_t column, struct sequence *it)
{
	const struct sequence *before = &template->numbers[column];
	const struct grid *grid = template->layout->grid;
	struct sequence next;

	if (before->text) {
		it->step = is_alike(before, it) ? it->number - before->number : 0;
		return it->step == 1 || (it->step > 0 && it->step == before->step);
	}
	while (++row < grid->count && !number_in(grid_at(grid, row, column)->text, &next))
		;
	return it->number == 1 || (row < grid->count && is_alike(it, &next) && next.number == it->number + 1);
}

/* Whether rows are numbered there: the number of a record, or what stands before all else and is no field. */
static bool is_of_numbers(const struct import_plan *plan, size_t column)
{
	size_t i;

	if (plan->columns[column].use == USE_REF)
		return true;
	for (i = 0; i < column; i++)
		if (*plan->columns[i].heading != '#')
			return false;
	return plan->columns[column].use != USE_FIELD && plan->columns[column].use != USE_UUID;
}

/* A box that is not ticked, zero of whatever, a dash. */
static bool says_nothing(const struct grid_cell *cell)
{
	static const char *const boxes[] = { "false", "faux", "\xe2\x98\x90", "\xe2\x96\xa1" };
	static const struct reading_form form = { .table = true };
	struct number_reading read;
	size_t i, length;
	char *text, *bare, *plain;
	bool nothing = false;

	if (cell->kind == GRID_ERROR || cell->kind == GRID_DATE)
		return false;
	if (cell->kind == GRID_BOOLEAN)
		return strcmp(cell->text, "no") == 0;
	if (field_names_nothing(cell->text))
		return true;
	text = text_fold_typed(cell->text);
	bare = xstrdup(text_trimmed(text, &length));
	bare[length] = '\0';
	plain = text_hyphens(bare);
	for (i = 0; !nothing && i < sizeof boxes / sizeof *boxes; i++)
		nothing = strcmp(plain, boxes[i]) == 0;
	if (!nothing && strchr(plain, '0') && !strpbrk(plain, "123456789/"))
		nothing = number_read(plain, &form, &read) != READING_NONE && !(read.value < 0) && !(read.value > 0);
	free(text);
	free(bare);
	free(plain);
	return nothing;
}

/* Whether a template may have begun the cells of the column with one of the words of a list. */
static bool may_begin_with(const struct import_column *column)
{
	return column->use != USE_FIELD || column->field->type == &type_choice;
}

static enum says read_cell(struct template *template, size_t row, size_t column)
{
	const struct import_plan *plan = template->layout->plan;
	const struct grid_cell *cell = grid_at(template->layout->grid, row, column);
	struct sequence number;
	bool on;

	if (is_of_numbers(plan, column) && number_in(cell->text, &number)) {
		on = goes_on(template, row, column, &number);
		template->numbers[column] = number;
		return on ? SAYS_NOTHING : SAYS_SOMETHING;
	}
	/* A dash for the title too. */
	if (template->needed[column])
		return cell->kind == GRID_TEXT && field_names_nothing(cell->text) ? SAYS_NOTHING : SAYS_SOMETHING;
	if (says_nothing(cell))
		return SAYS_NOTHING;
	return cell->kind != GRID_ERROR && may_begin_with(&plan->columns[column]) ? SAYS_DEFAULT : SAYS_SOMETHING;
}

/* Whether no cell of the row says anything of its own, as far as this is seen without the others. */
static bool may_be_ready(struct template *template, size_t row)
{
	bool may = true;
	size_t i;

	/* The numbers of each row count, whatever else it says. */
	for (i = 0; i < template->layout->grid->rows[row].count; i++)
		if ((may || is_of_numbers(template->layout->plan, i)) && below_holds(template->layout, row, i) &&
			read_cell(template, row, i) == SAYS_SOMETHING)
			may = false;
	return may;
}

/* Whether all of the column is that. */
static bool is_everywhere(const struct template *template, size_t column, const char *text)
{
	const struct below_layout *layout = template->layout;
	size_t row, count = 0;

	for (row = layout->first; row < layout->grid->count; row++) {
		if (!below_holds(layout, row, column))
			continue;
		if (strcmp(grid_at(layout->grid, row, column)->text, text) != 0)
			return false;
		count++;
	}
	return count > 1;
}

/* Calls take for each cell of the row that may be what a list begins with, until it says no. */
static bool each_default(struct template *template, size_t row, bool (*take)(struct template *, size_t, const char *))
{
	const struct below_layout *layout = template->layout;
	struct sequence number;
	size_t i;

	for (i = 0; i < layout->grid->rows[row].count; i++) {
		const struct grid_cell *cell = grid_at(layout->grid, row, i);

		if (below_holds(layout, row, i) &&
			!(is_of_numbers(layout->plan, i) && number_in(cell->text, &number)) && !says_nothing(cell) &&
			!take(template, i, cell->text))
			return false;
	}
	return true;
}

static bool count_default(struct template *template, size_t column, const char *text)
{
	if (!template->defaults[column])
		template->defaults[column] = text;
	template->counts[column] += strcmp(template->defaults[column], text) == 0;
	return true;
}

static bool is_default(struct template *template, size_t column, const char *text)
{
	return strcmp(template->defaults[column], text) == 0 &&
	       (template->counts[column] > 1 || is_everywhere(template, column, text));
}

/* By column, the caller frees: whether a new record must have it and is known by it; *any: there is one. */
static bool *needed_columns(const struct import_plan *plan, bool *any)
{
	bool *needed = xcalloc(plan->column_count + 1, sizeof *needed);
	size_t i;

	*any = false;
	for (i = 0; i < plan->column_count; i++) {
		const struct field_def *field = plan->columns[i].use == USE_FIELD ? plan->columns[i].field : NULL;

		if (!field || !import_tells_apart(plan, field))
			continue;
		needed[i] = true;
		*any = *any || (field->flags & FIELD_REQUIRED && !field->initial);
	}
	return needed;
}

/* What the cells of the column name, each part and its first word; sorted. */
static void names_of(const struct below_layout *layout, size_t column, struct strings *names)
{
	size_t row;

	for (row = layout->first; row < layout->grid->count; row++) {
		const char *part = grid_at(layout->grid, row, column)->text;

		while (*part) {
			size_t length = strcspn(part, ",;|\n");
			char *one = xstrndup(part, length), *bare;
			size_t bare_length;

			bare = xstrdup(text_trimmed(one, &bare_length));
			bare[bare_length] = '\0';
			if (*bare && bare[strcspn(bare, " ")])
				strings_take(names, xstrndup(bare, strcspn(bare, " ")));
			strings_take(names, bare);
			free(one);
			part += length + (part[length] != '\0');
		}
	}
	strings_sort(names);
}

/* Whether a row names the one with that number: whoever is named is somebody, whose title is missing. */
static bool is_named(const struct strings *names, const char *number)
{
	size_t length, low = 0, high = names->count;
	char *bare = xstrdup(text_trimmed(number, &length));
	int order = 1;

	bare[length] = '\0';
	while (order != 0 && low < high) {
		size_t middle = low + (high - low) / 2;

		order = strcmp(bare, names->items[middle]);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	free(bare);
	return order == 0;
}

/* The rows that others lean on are no longer ready. */
static void keep_named(const struct below_layout *layout, bool *ready)
{
	const struct import_plan *plan = layout->plan;
	struct sequence number;
	size_t i, j, row;

	for (i = 0; i < plan->column_count; i++) {
		struct strings names = { 0 };
		const struct field_def *field = plan->columns[i].use == USE_FIELD ? plan->columns[i].field : NULL;

		if (!field || !field_is_reference(field) || register_find(field->target) != plan->def)
			continue;
		names_of(layout, i, &names);
		for (row = layout->first; row < layout->grid->count; row++)
			for (j = 0; ready[row] && j < layout->grid->rows[row].count; j++)
				ready[row] = !(below_holds(layout, row, j) && is_of_numbers(plan, j) &&
					       number_in(grid_at(layout->grid, row, j)->text, &number) &&
					       is_named(&names, number.text));
		strings_free(&names);
	}
}

static bool is_none(struct template *template, size_t column, const char *text)
{
	(void)template;
	(void)column;
	(void)text;
	return false;
}

static bool has_number(const struct below_layout *layout, size_t row)
{
	struct sequence number;
	size_t i;

	for (i = 0; i < layout->grid->rows[row].count; i++)
		if (below_holds(layout, row, i) && is_of_numbers(layout->plan, i) &&
			number_in(grid_at(layout->grid, row, i)->text, &number))
			return true;
	return false;
}

/* Words of a list between records, with no number before them, are more likely of the record above or of one whose title is missing. */
static void keep_between(struct template *template, bool *ready)
{
	const struct below_layout *layout = template->layout;
	bool between = false;
	size_t row;

	for (row = layout->grid->count; row-- > layout->first;) {
		if (ready[row] && between && !has_number(layout, row) && !each_default(template, row, is_none))
			ready[row] = false;
		between = between || (!ready[row] && !grid_row_is_blank(layout->grid, row));
	}
}

void below_find_ready(const struct below_layout *layout, bool *ready)
{
	const size_t columns = layout->plan->column_count + 1;
	struct template template = { .layout = layout };
	bool any, *needed = needed_columns(layout->plan, &any);
	size_t row;

	template.needed = needed;
	template.numbers = xcalloc(columns, sizeof *template.numbers);
	template.defaults = xcalloc(columns, sizeof *template.defaults);
	template.counts = xcalloc(columns, sizeof *template.counts);
	for (row = layout->first; row < layout->grid->count; row++)
		ready[row] = any && !grid_row_is_blank(layout->grid, row) && may_be_ready(&template, row);
	for (row = layout->grid->count; row-- > layout->first;)
		if (ready[row])
			each_default(&template, row, count_default);
	for (row = layout->first; row < layout->grid->count; row++)
		ready[row] = ready[row] && each_default(&template, row, is_default);
	keep_named(layout, ready);
	keep_between(&template, ready);
	free(template.numbers);
	free(template.defaults);
	free(template.counts);
	free(needed);
}
