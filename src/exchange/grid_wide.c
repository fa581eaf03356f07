/*
 * A grid that is wide, shown as the long one that it means, and back.  Columns keep their places, so that "column C" is what
 * people see in their sheet: those that were taken apart stand empty, and what they held follows behind the last.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/grid.h"

static void put_aside(struct grid *grid)
{
	struct grid_read_as *was = xcalloc(1, sizeof *was);

	*was = (struct grid_read_as){ grid->rows, grid->count, grid->capacity, grid->cells, grid->cell_count,
		grid->cell_capacity, grid->columns };
	grid->read_as = was;
	grid->rows = NULL;
	grid->cells = NULL;
	grid->count = grid->capacity = grid->cell_count = grid->cell_capacity = 0;
	grid->appended = was->columns;
}

static const struct grid_cell *was_at(const struct grid_read_as *was, size_t row, size_t column)
{
	static const struct grid_cell empty = { .text = "" };

	return column < was->rows[row].count ? &was->cells[was->rows[row].first + column] : &empty;
}

/* The row as it was, but for the wide columns, and behind it the cells; at: the column of the last, for its name. */
static bool copy_row(struct grid *grid, size_t row, const bool *wide, const struct grid_cell *more, size_t count,
	size_t at, struct error *error)
{
	const struct grid_read_as *was = grid->read_as;
	size_t width = more ? was->columns : was->rows[row].count, i;

	if (!grid_add_row(grid, was->rows[row].line, error))
		return false;
	grid->rows[grid->count - 1].next = was->rows[row].next;
	grid->rows[grid->count - 1].at = at;
	for (i = 0; i < width + count; i++) {
		struct grid_cell cell = i >= width ? more[i - width] : *was_at(was, row, i);

		if (wide && i < width && wide[i])
			cell = (struct grid_cell){ .text = "" };
		if (!grid_add_as(grid, &cell, error))
			return false;
	}
	return true;
}

static struct grid_cell text_cell(struct grid *grid, const char *text)
{
	return (struct grid_cell){ .text = grid_keep(grid, text, strlen(text)),
		.kind = *text ? GRID_TEXT : GRID_EMPTY };
}

/* A number of cells of the row hold something; wide: of these columns, else of the others. */
static size_t filled(const struct grid_read_as *was, size_t row, const bool *columns, bool wide)
{
	size_t i, count = 0;

	for (i = 0; i < was->rows[row].count; i++)
		count += columns[i] == wide && !grid_is_blank(was_at(was, row, i)->text);
	return count;
}

bool grid_unfold(struct grid *grid, size_t header, const bool *wide, const char *const *names, const char *name,
	const char *value, struct error *error)
{
	const struct grid_read_as *was;
	size_t row, i;
	bool ok = true;

	put_aside(grid);
	was = grid->read_as;
	for (row = 0; ok && row < was->count; row++) {
		if (row == header) {
			const struct grid_cell more[] = { text_cell(grid, name), text_cell(grid, value) };

			ok = copy_row(grid, row, wide, more, 2, 0, error);
			continue;
		}
		/* Titles above, and what stands below in one cell, are what they were; a row without a value says nothing. */
		if (row < header || (!filled(was, row, wide, true) && filled(was, row, wide, false) < 2)) {
			ok = copy_row(grid, row, NULL, NULL, 0, 0, error);
			continue;
		}
		for (i = 0; ok && i < was->rows[row].count; i++) {
			struct grid_cell more[2];

			if (!wide[i] || grid_is_blank(was_at(was, row, i)->text))
				continue;
			more[0] = text_cell(grid, names[i]);
			more[1] = *was_at(was, row, i);
			ok = copy_row(grid, row, wide, more, 2, i, error);
		}
	}
	grid_end(grid);
	if (!ok)
		grid_fold(grid);
	return ok;
}

bool grid_gather(struct grid *grid, size_t header, const bool *wide, const char *letters, const char *const *labels,
	struct error *error)
{
	const struct grid_read_as *was;
	size_t count = strlen(letters), row, i, k, at;
	struct grid_cell *more = xcalloc(count, sizeof *more);
	bool ok = true;

	put_aside(grid);
	was = grid->read_as;
	for (row = 0; ok && row < was->count; row++) {
		at = 0;
		for (k = 0; k < count; k++) {
			struct buffer names = { 0 };
			const char both[] = { letters[k], (char)(letters[k] | 0x20), '\0' };

			for (i = 0; row > header && i < was->rows[row].count; i++) {
				if (!wide[i] || !strpbrk(was_at(was, row, i)->text, both))
					continue;
				if (names.length)
					buffer_add_char(&names, '\n');
				buffer_add(&names, was_at(was, header, i)->text);
				at = i;
			}
			more[k] = text_cell(grid, row == header ? labels[k] : names.data ? names.data : "");
			buffer_free(&names);
		}
		ok = row < header ? copy_row(grid, row, NULL, NULL, 0, 0, error)
				  : copy_row(grid, row, wide, more, count, at, error);
	}
	free(more);
	grid_end(grid);
	if (!ok)
		grid_fold(grid);
	return ok;
}
