/* Cells that are one over several rows: what stands in the first counts in each, as whoever reads the sheet takes it. */
#include <stdlib.h>
#include <string.h>

#include "exchange/book.h"

#define MERGES_MOST 20000

/* "B3:C5": its first column, from 0, and its rows. */
static bool take_apart(const char *range, struct book_merge *merge)
{
	size_t column = 0;
	char *end;

	for (range += *range == '$'; *range >= 'A' && *range <= 'Z' && column <= BOOK_COLUMNS_MAX; range++)
		column = column * 26 + (size_t)(*range - 'A') + 1;
	range += *range == '$';
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
