/* Cells that are one over several rows: what stands in the first counts in each, as whoever reads the sheet takes it. */
#include <stdlib.h>
#include <string.h>

#include "exchange/book.h"

#define MERGES_MOST 20000

/* "B", which moves behind it; from 1, 0: there is none. */
static size_t column_of(const char **range)
{
	const char *c = *range;
	size_t column = 0;

	for (c += *c == '$'; *c >= 'A' && *c <= 'Z' && column <= BOOK_COLUMNS_MAX; c++)
		column = column * 26 + (size_t)(*c - 'A') + 1;
	c += *c == '$';
	*range = c;
	return column;
}

/* "B3:C5": its first column, from 0, and its rows. */
static bool take_apart(const char *range, struct book_merge *merge)
{
	size_t column = column_of(&range);
	char *end;

	merge->first = strtol(range, &end, 10);
	range = strchr(end, ':') ? strpbrk(strchr(end, ':'), "0123456789") : NULL;
	merge->last = range ? strtol(range, NULL, 10) : 0;
	merge->column = column - 1;
	return column > 0 && column <= BOOK_COLUMNS_USED_MAX && merge->first > 0 && merge->last > merge->first &&
	       merge->last <= BOOK_ROWS_MAX;
}

void book_merge_keep(struct book_rows *rows, const char *range)
{
	struct book_merge merge;

	if (rows->merge_count >= MERGES_MOST || !take_apart(range, &merge))
		return;
	if (rows->merge_count == rows->merge_capacity) {
		rows->merge_capacity = rows->merge_capacity ? rows->merge_capacity * 2 : 16;
		rows->merges = xreallocarray(rows->merges, rows->merge_capacity, sizeof *rows->merges);
	}
	rows->merges[rows->merge_count++] = merge;
}

/* The first row of the grid with that line or a later one. */
static size_t row_from(const struct grid *grid, long line)
{
	size_t low = 0, high = grid->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (grid->rows[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool book_merges_fill(struct book_rows *rows)
{
	struct grid *grid = rows->grid;
	size_t i, row;

	for (i = 0; i < rows->merge_count; i++) {
		const struct book_merge *merge = &rows->merges[i];
		struct grid_cell cell;

		row = row_from(grid, merge->first);
		if (row == grid->count || grid->rows[row].line != merge->first)
			continue;
		cell = *grid_at(grid, row, merge->column);
		for (row++; cell.kind != GRID_EMPTY && row < grid->count && grid->rows[row].line <= merge->last; row++)
			if (!grid_spread(grid, row, merge->column, &cell, rows->error))
				return false;
	}
	return true;
}

void book_banner_keep(struct book_rows *rows, const char *range)
{
	struct book_banner banner = { 0 };
	size_t first = column_of(&range), last;
	char *end;

	banner.line = strtol(range, &end, 10);
	if (*end != ':' || rows->banner_count >= MERGES_MOST)
		return;
	range = end + 1;
	last = column_of(&range);
	if (!first || last <= first || last > BOOK_COLUMNS_USED_MAX || banner.line < 1 || banner.line > BOOK_ROWS_MAX ||
		strtol(range, NULL, 10) != banner.line)
		return;
	banner.first = first - 1;
	banner.last = last - 1;
	if (rows->banner_count == rows->banner_capacity) {
		rows->banner_capacity = rows->banner_capacity ? rows->banner_capacity * 2 : 16;
		rows->banners = xreallocarray(rows->banners, rows->banner_capacity, sizeof *rows->banners);
	}
	rows->banners[rows->banner_count++] = banner;
}

/* Over all columns, of which there are several: two cells that are one may be a record. */
void book_banners_mark(struct book_rows *rows)
{
	struct grid *grid = rows->grid;
	size_t i, row, column;

	for (i = 0; i < rows->banner_count; i++) {
		const struct book_banner *banner = &rows->banners[i];

		row = row_from(grid, banner->line);
		if (row == grid->count || grid->rows[row].line != banner->line || grid->columns < 3 ||
			banner->first > 1 || banner->last + 1 < grid->columns)
			continue;
		grid->rows[row].banner = !grid_is_blank(grid_at(grid, row, banner->first)->text);
		for (column = 0; column < grid->rows[row].count; column++)
			if (column != banner->first && !grid_is_blank(grid_at(grid, row, column)->text))
				grid->rows[row].banner = false;
	}
}
