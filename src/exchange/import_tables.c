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

/*
 * Whether the row names the columns of another table: three names of one register among few other words behind a blank
 * row, or three in other places than those of the table, which no record says.  Two may be a record.
 */
static enum below read_names(const struct below_layout *layout, struct all_headings *all, size_t row)
{
	const struct import_plan *plan = layout->plan;
	size_t names = names_in(layout, row), filled, fit, i;
	enum below found = BELOW_NOT;

	if (names < 2 || row + 1 == layout->grid->count)
		return BELOW_NOT;
	if (names > 2 && plan->details->headings &&
		headings_fit(plan->details->headings, layout->grid, row, &filled) == names)
		return BELOW_OTHER;
	if (!layout->rows[row].apart)
		return BELOW_NOT;
	headings_make(all);
	for (i = 0; i < all->count && found != BELOW_OTHER; i++) {
		fit = headings_fit(all->of[i], layout->grid, row, &filled);
		if (fit > 2 && fit * 3 >= names * 2)
			found = BELOW_OTHER;
		else if (fit == 2 && (names == 3 || (names == 2 && has_title(layout, all->of[i], row))))
			found = BELOW_UNSURE_OTHER;
	}
	return found;
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

/* A row of one cell right above names, behind a blank one, or as one stands above the names of the table: what the rows are of, as "March". */
static bool is_heading(const struct below_layout *layout, size_t row)
{
	const size_t names = layout->first - 1, only = only_cell(layout, row);

	return row > layout->first && only < layout->grid->columns &&
	       (layout->rows[row].apart || (names && only_cell(layout, names - 1) == only));
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
				layout->tables[row - 1] = BELOW_HEADING;
			in = BELOW_NOT;
			continue;
		}
		found = read_names(layout, &all, row);
		if (found) {
			in = found;
			layout->tables[row] = found == BELOW_OTHER ? BELOW_OTHER_NAMES : BELOW_UNSURE_NAMES;
			if (found == BELOW_OTHER && is_heading(layout, row - 1))
				layout->tables[row - 1] = BELOW_HEADING;
		} else if (in) {
			layout->tables[row] = (unsigned char)in;
		}
	}
	headings_forget(&all);
}
