/*
 * A second table below the first: its names are no record, and its rows are not read under the names of the first one.
 * Where the names are those of the first once more, as on the next page or over the next month, its rows go on.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/import_below.h"
#include "exchange/mapping.h"

#define NAME_MOST 60 /* bytes: names of columns are short */

/* What columns are called in all registers: made once a row asks. */
struct all_headings {
	struct headings **of;
	size_t count;
};

static void headings_make(struct all_headings *all)
{
	size_t i, count = 0;

	if (all->of)
		return;
	while (dictionary[count])
		count++;
	all->of = xcalloc(count + 1, sizeof *all->of);
	all->count = count;
	for (i = 0; i < count; i++)
		all->of[i] = headings_of(dictionary[i]);
}

static void headings_forget(struct all_headings *all)
{
	size_t i;

	for (i = 0; i < all->count; i++)
		headings_free(all->of[i]);
	free(all->of);
}

static bool is_same_cell(const char *text, const char *other)
{
	size_t length, there;

	text = text_trimmed(text, &length);
	other = text_trimmed(other, &there);
	return length == there && strncasecmp(text, other, length) == 0;
}

static bool is_same_name(const char *text, const char *heading)
{
	char *a = heading_fold(text), *b = heading_fold(heading);
	bool is = *a && strcmp(a, b) == 0;

	free(a);
	free(b);
	return is;
}

/* Whether the row has what the row `first` has in the same places: all of it, or some of it and nothing else. */
static bool repeats(const struct below_layout *layout, size_t row, size_t first)
{
	const struct grid *grid = layout->grid;
	size_t i, same = 0;
	bool whole = true;

	for (i = 0; i < layout->plan->column_count; i++) {
		const char *text = grid_at(grid, row, i)->text, *name = grid_at(grid, first, i)->text;

		whole = whole && is_same_cell(text, name);
		if (grid_is_blank(text))
			continue;
		if (!is_same_cell(text, name) && !is_same_name(text, name))
			return false;
		same++;
	}
	return same > 1 || (same && whole);
}

/* How many cells of the row are short texts; 0: another thing stands there. */
static size_t names_in(const struct below_layout *layout, size_t row)
{
	size_t i, names = 0;

	for (i = 0; i < layout->grid->rows[row].count; i++) {
		const struct grid_cell *cell = grid_at(layout->grid, row, i);

		if (!below_holds(layout, row, i))
			continue;
		if (cell->kind != GRID_TEXT || strlen(cell->text) > NAME_MOST || grid_is_number(cell))
			return 0;
		names++;
	}
	return names;
}

/* Whether the row says how the records of those headings are called. */
static bool has_title(const struct below_layout *layout, const struct headings *headings, size_t row)
{
	struct heading found;
	size_t i;

	for (i = 0; i < layout->grid->rows[row].count; i++)
		if (headings_find(headings, grid_at(layout->grid, row, i)->text, &found) &&
			(found.use == USE_REF || (found.use == USE_FIELD && found.field->flags & FIELD_TITLE)))
			return true;
	return false;
}

/* The row above that has anything; 0: none of the table does. */
static size_t row_above(const struct below_layout *layout, size_t row)
{
	while (row-- > layout->first)
		if (!layout->rows[row].blank)
			return row;
	return 0;
}

/* The column of the only cell of the row; the count of columns: it has others, or none. */
static size_t only_cell(const struct below_layout *layout, size_t row)
{
	size_t i, only = layout->grid->columns, count = 0;

	for (i = 0; i < layout->grid->rows[row].count; i++)
		if (!grid_is_blank(grid_at(layout->grid, row, i)->text) && !count++)
			only = i;
	return count == 1 ? only : layout->grid->columns;
}

/* The first of the rows of one cell right above that are the title of what begins here, behind a blank row; the row itself: it has none. */
static size_t title_above(const struct below_layout *layout, size_t row)
{
	size_t first = row, above;

	while ((above = row_above(layout, first)) && !layout->tables[above] &&
		only_cell(layout, above) < layout->grid->columns && (first == row || !layout->rows[first].apart))
		first = above;
	return first < row && layout->rows[first].apart ? first : row;
}

/* Whether the row names something of any register; a register by its own name too. */
static bool is_name(struct all_headings *all, const char *text)
{
	struct heading found;
	size_t i;

	for (i = 0; i < all->count; i++)
		if (headings_find(all->of[i], text, &found))
			return true;
	return import_register_called(text) != NULL;
}

/* Whether the cell is one of the words that its column takes: "Site" is a kind of assets. */
static bool is_choice(const struct below_layout *layout, size_t column, const char *text)
{
	const struct import_column *it = &layout->plan->columns[column];
	struct error error = { 0 };
	char *value = NULL;
	bool is;

	if (it->use != USE_FIELD || it->field->type != &type_choice)
		return false;
	is = store_parse(layout->plan->details->store, NULL, it->field, text, &value, &error);
	error_clear(&error);
	free(value);
	return is;
}

/* Whether another row has the same as one of the cells in its column: names stand once. */
static bool stands_elsewhere(const struct below_layout *layout, size_t row)
{
	size_t i, other;

	for (other = layout->first; other < layout->grid->count; other++)
		for (i = 0; other != row && i < layout->grid->rows[row].count; i++)
			if (below_holds(layout, row, i) && is_same_cell(grid_at(layout->grid, other, i)->text,
								   grid_at(layout->grid, row, i)->text))
				return true;
	return false;
}

/* How many cells most of the rows above have. */
static size_t usual_above(const struct below_layout *layout, size_t row)
{
	size_t *counts = xcalloc(layout->grid->columns + 1, sizeof *counts), i, all = 0, seen = 0, cells = 0;

	for (i = layout->first; i < row; i++)
		if (!layout->rows[i].blank && !layout->tables[i]) {
			counts[layout->rows[i].filled]++;
			all++;
		}
	while (cells < layout->grid->columns && (seen += counts[cells]) * 2 < all)
		cells++;
	free(counts);
	return cells;
}

/* Whether the row is so much shorter than those above that what stands below the table is known by that: import_below.c. */
static bool is_short(const struct below_layout *layout, size_t row, size_t names)
{
	size_t usual = usual_above(layout, row), i;
	bool few = names <= FEW;

	if (names * 2 > usual)
		return false;
	for (i = row; few && i < layout->grid->count; i++)
		few = layout->rows[i].filled <= FEW;
	return few || below_signs(layout, row);
}

/*
 * Whether the row may name columns: all its cells are words that name some, of records, of legends, of versions or of
 * who signs; or one names a field and what stands beside it are bare nouns.  A record may say the same.
 */
static bool may_name(const struct below_layout *layout, struct all_headings *all, size_t row, size_t names)
{
	size_t i, of_fields = 0, nouns = 0;

	for (i = 0; i < layout->grid->rows[row].count; i++) {
		const char *text = grid_at(layout->grid, row, i)->text;

		if (!below_holds(layout, row, i))
			continue;
		if (is_choice(layout, i, text))
			return false;
		if (is_name(all, text))
			of_fields++;
		else if (below_is_noun(text))
			nouns += !below_names_column(text);
		else if (!below_names_column(text))
			return false;
	}
	return (!nouns || (of_fields && !stands_elsewhere(layout, row))) && !is_short(layout, row, names);
}

/* Whether a row with anything follows. */
static bool has_rows(const struct below_layout *layout, size_t row)
{
	while (++row < layout->grid->count)
		if (!layout->rows[row].blank)
			return true;
	return false;
}

/*
 * Whether the row names the columns of another table: three names of one register among few other words behind a blank
 * row, or three in other places than those of the table, which no record says.  Others may be a record.
 */
static enum below read_names(const struct below_layout *layout, struct all_headings *all, size_t row)
{
	const struct import_plan *plan = layout->plan;
	size_t names = names_in(layout, row), fit, i;
	enum below found = BELOW_NOT;
	bool rows = has_rows(layout, row);

	if (names < 2)
		return BELOW_NOT;
	if (rows && names > 2 && plan->details->headings &&
		headings_different(plan->details->headings, layout->grid, row) == names)
		return BELOW_OTHER;
	if (!layout->rows[row].apart && title_above(layout, row) == row)
		return BELOW_NOT;
	headings_make(all);
	for (i = 0; i < all->count && found != BELOW_OTHER; i++) {
		fit = headings_different(all->of[i], layout->grid, row);
		if (fit > 2 && fit * 3 >= names * 2)
			found = rows && fit == names ? BELOW_OTHER : BELOW_UNSURE_OTHER;
		else if (rows && fit == 2 && !below_signs(layout, row) &&
			 (names == 3 || (names == 2 && has_title(layout, all->of[i], row))))
			found = BELOW_UNSURE_OTHER;
	}
	return !found && may_name(layout, all, row, names) ? BELOW_UNSURE_OTHER : found;
}

/* A row of one cell right above names, behind a blank one, or as one stands above the names of the table: what the rows are of, as "March". */
static bool is_heading(const struct below_layout *layout, size_t row)
{
	const size_t names = layout->first - 1, only = only_cell(layout, row);

	return row > layout->first && only < layout->grid->columns &&
	       (layout->rows[row].apart || (names && only_cell(layout, names - 1) == only));
}

/* "March 2026", "T1 2026", "2026". */
static bool is_of_time(const char *text)
{
	struct period period;
	char *folded = text_fold_typed(text), *rest = folded, *word;
	bool is = period_read_written(text, &period);

	while (!is && (word = strsep(&rest, " -/")))
		is = date_month_called(word) > 0 || (strlen(word) == 4 && strspn(word, "0123456789") == 4);
	free(folded);
	return is;
}

/* What such a row is: for certain where a blank row is above it, or where it says a time, or the same as the title of the table; else it may be a record. */
static enum below heading_of(const struct below_layout *layout, size_t row)
{
	const size_t only = only_cell(layout, row), names = layout->first - 1;
	const char *text = grid_at(layout->grid, row, only)->text;

	return layout->rows[row].apart || is_of_time(text) ||
			       (names && is_same_cell(text, grid_at(layout->grid, names - 1, only)->text))
		       ? BELOW_HEADING
		       : BELOW_UNSURE_HEADING;
}

/* What stands above the names of another table, as "Action plan"; where it may be a record, or more than a title, it is refused with them. */
static void take_title(struct below_layout *layout, size_t row, enum below found)
{
	size_t first = title_above(layout, row), above;

	if (found == BELOW_OTHER && !layout->rows[row].apart && is_heading(layout, row - 1)) {
		layout->tables[row - 1] = (unsigned char)heading_of(layout, row - 1);
		first = first < row - 1 ? first : row - 1;
		row--;
	}
	for (above = first; above < row; above++)
		if (!layout->rows[above].blank)
			layout->tables[above] = BELOW_UNSURE_HEADING;
}

/* Whether the column takes the cell, as far as that is seen before it is known how days and numbers are written. */
static bool may_take(const struct below_layout *layout, size_t row, size_t column)
{
	const struct field_def *field = layout->plan->columns[column].field;
	const struct grid_cell *cell = grid_at(layout->grid, row, column);
	struct error error = { 0 };
	char *value = NULL;
	bool takes;

	if (field_is_reference(field) || (field_is_day(field) && strpbrk(cell->text, "0123456789")))
		return true;
	takes = store_parse(layout->plan->details->store, NULL, field, cell->text, &value, &error) ||
		(field->type == &type_number && grid_is_number(cell));
	error_clear(&error);
	free(value);
	return takes;
}

/* Whether the row could be one of the first table, whose title it has: nothing in it is what its column does not take. */
static bool fits_above(const struct below_layout *layout, size_t row)
{
	const struct field_def *title = register_title(layout->plan->def);
	bool titled = !title;
	size_t i;

	for (i = 0; i < layout->grid->rows[row].count; i++) {
		const struct import_column *column = &layout->plan->columns[i];

		if (!below_holds(layout, row, i))
			continue;
		if (column->use == USE_NOTHING || column->use == USE_UNKNOWN ||
			(column->use == USE_FIELD && !may_take(layout, row, i)))
			return false;
		titled = titled || (column->use == USE_FIELD && column->field == title);
	}
	return titled;
}

/* What a row below the names of another table is: behind one more blank row it may be of the first one again. */
static enum below read_other(const struct below_layout *layout, size_t row, enum below in)
{
	if (in == BELOW_OTHER && layout->rows[row].apart && layout->rows[row].filled > 1 &&
		layout->tables[row_above(layout, row)] == BELOW_OTHER && fits_above(layout, row))
		return BELOW_UNSURE_APART;
	return in;
}

void below_find_tables(struct below_layout *layout)
{
	struct all_headings all = { 0 };
	const size_t header = layout->first - 1;
	enum below in = BELOW_NOT;
	size_t row;

	/* Where nobody named the columns there is nothing to repeat. */
	if (!layout->plan->header)
		return;
	for (row = layout->first; row < layout->grid->count; row++) {
		enum below found;

		if (layout->rows[row].blank)
			continue;
		if (repeats(layout, row, header)) {
			layout->tables[row] = BELOW_AGAIN;
			/* Of names in two rows the upper one groups them. */
			if (header && row > layout->first && repeats(layout, row - 1, header - 1))
				layout->tables[row - 1] = BELOW_AGAIN;
			else if (is_heading(layout, row - 1))
				layout->tables[row - 1] = (unsigned char)heading_of(layout, row - 1);
			in = BELOW_NOT;
			continue;
		}
		found = read_names(layout, &all, row);
		if (found) {
			in = found;
			take_title(layout, row, found);
			layout->tables[row] = found == BELOW_OTHER ? BELOW_OTHER_NAMES : BELOW_UNSURE_NAMES;
		} else if (in) {
			in = read_other(layout, row, in);
			layout->tables[row] = (unsigned char)in;
		}
	}
	headings_forget(&all);
}
