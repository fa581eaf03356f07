/*
 * A grid that is wide, shown as the long one that it means.  Other columns keep their places, so that "column C" is what
 * people see in their sheet; what is made of the wide ones stands in the first of these, and behind the last where there
 * are not as many.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/grid.h"

bool grid_has_letter(const struct grid_cell *cell, char letter)
{
	return strchr(cell->text, letter) || strchr(cell->text, letter | 0x20);
}

static void put_aside(struct grid *grid, const bool *wide, size_t made)
{
	struct grid *was = xcalloc(1, sizeof *was);
	size_t i, behind = grid->columns;

	*was = *grid;
	grid->read_as = was;
	grid->rows = NULL;
	grid->cells = NULL;
	grid->count = grid->capacity = grid->cell_count = grid->cell_capacity = 0;
	for (i = 0; i < was->columns && grid->made_count < made; i++)
		if (wide[i])
			grid->made[grid->made_count++] = i;
	while (grid->made_count < made)
		grid->made[grid->made_count++] = behind++;
}

static bool begin_row(struct grid *grid, size_t row, size_t at, struct error *error)
{
	if (!grid_add_row(grid, grid->read_as->rows[row].line, error))
		return false;
	grid->rows[grid->count - 1].next = grid->read_as->rows[row].next;
	grid->rows[grid->count - 1].at = at;
	return true;
}

/* A title above, a note below. */
static bool copy_row(struct grid *grid, size_t row, struct error *error)
{
	bool ok = begin_row(grid, row, GRID_NOWHERE, error);
	size_t i;

	for (i = 0; ok && i < grid->read_as->rows[row].count; i++)
		ok = grid_add_as(grid, grid_at(grid->read_as, row, i), error);
	return ok;
}

/* The row without its wide columns, and with the cells that are made of them; at: the column of these, for their name. */
static bool make_row(
	struct grid *grid, size_t row, const bool *wide, const struct grid_cell *made, size_t at, struct error *error)
{
	const struct grid *was = grid->read_as;
	size_t width = was->rows[row].count, i, k;
	bool ok = begin_row(grid, row, at, error);

	/* As many cells as hold something: there may be a column for each day of a year. */
	while (width && (wide[width - 1] || !*grid_at(was, row, width - 1)->text))
		width--;
	for (k = 0; k < grid->made_count; k++)
		width = grid->made[k] >= width ? grid->made[k] + 1 : width;
	for (i = 0; ok && i < width; i++) {
		struct grid_cell cell = { .text = "" };

		for (k = 0; k < grid->made_count && grid->made[k] != i; k++)
			;
		if (k < grid->made_count)
			cell = made[k];
		else if (i >= was->columns || !wide[i])
			cell = *grid_at(was, row, i);
		ok = grid_add_as(grid, &cell, error);
	}
	return ok;
}

static struct grid_cell text_cell(struct grid *grid, const char *text)
{
	return (struct grid_cell){ .text = grid_keep(grid, text, strlen(text)),
		.kind = *text ? GRID_TEXT : GRID_EMPTY };
}

/* Whether a cell of a wide column holds a value: "n/a" is as an empty one there. */
static bool has_value(const struct grid *was, size_t row, size_t column)
{
	const char *text = grid_at(was, row, column)->text;

	return !grid_is_blank(text) && !field_names_nothing(text);
}

/* How many cells of the row hold something: of the wide columns, or of the others. */
static size_t filled(const struct grid *was, size_t row, const bool *wide, bool of_wide)
{
	size_t i, count = 0;

	for (i = 0; i < was->rows[row].count; i++)
		count += wide[i] == of_wide &&
			 (of_wide ? has_value(was, row, i) : !grid_is_blank(grid_at(was, row, i)->text));
	return count;
}

bool grid_unfold(struct grid *grid, size_t header, const bool *wide, const char *const *names, const char *name,
	const char *value, size_t *without, struct error *error)
{
	struct grid_cell more[2], *periods = xcalloc(grid->columns + 1, sizeof *periods);
	const struct grid *was;
	size_t row, i, last;
	bool ok = true;

	for (i = 0; i < grid->columns; i++)
		if (wide[i])
			periods[i] = text_cell(grid, names[i]);
	*without = 0;
	put_aside(grid, wide, 2);
	was = grid->read_as;
	for (last = was->count; last > header + 1 && !filled(was, last - 1, wide, true); last--)
		;
	for (row = 0; ok && row < was->count; row++) {
		if (row == header) {
			more[0] = text_cell(grid, name);
			more[1] = text_cell(grid, value);
			ok = make_row(grid, row, wide, more, GRID_NOWHERE, error);
		} else if (row < header || (row >= last && filled(was, row, wide, false) == 1)) {
			ok = copy_row(grid, row, error);
		} else if (!filled(was, row, wide, true)) {
			(*without)++;
		}
		for (i = 0; ok && row > header && i < was->rows[row].count; i++) {
			if (!wide[i] || !has_value(was, row, i))
				continue;
			more[0] = periods[i];
			more[1] = *grid_at(was, row, i);
			ok = make_row(grid, row, wide, more, i, error);
		}
	}
	free(periods);
	grid_end(grid);
	if (!ok)
		grid_fold(grid);
	return ok;
}

bool grid_gather(struct grid *grid, size_t header, const bool *wide, const char *const *names, const char *letters,
	const char *const *labels, bool (*holds)(const struct grid_cell *cell, char letter), struct error *error)
{
	const struct grid *was;
	size_t count = strlen(letters), row, i, k;
	struct grid_cell *more = xcalloc(count, sizeof *more);
	bool ok = true;

	put_aside(grid, wide, count);
	was = grid->read_as;
	for (row = 0; ok && row < was->count; row++) {
		for (k = 0; k < count; k++) {
			struct buffer roles = { 0 };

			for (i = 0; row > header && i < was->rows[row].count; i++) {
				if (!wide[i] || !holds(grid_at(was, row, i), letters[k]))
					continue;
				if (roles.length)
					buffer_add_char(&roles, '\n');
				buffer_add(&roles, names[i]);
			}
			more[k] = text_cell(grid, row == header ? labels[k] : roles.data ? roles.data : "");
			buffer_free(&roles);
		}
		ok = row < header ? copy_row(grid, row, error) : make_row(grid, row, wide, more, GRID_NOWHERE, error);
	}
	free(more);
	grid_end(grid);
	if (!ok)
		grid_fold(grid);
	return ok;
}
