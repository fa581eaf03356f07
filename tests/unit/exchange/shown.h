/* Tables as a test writes them down: cells parted by |, rows by ¶ with their number; what is no text bears a sign, a number its unit. */
#ifndef NORIA_TESTS_SHOWN_H
#define NORIA_TESTS_SHOWN_H

#include <stdlib.h>
#include <string.h>

#include "exchange/grid.h"

/* # number, @ date, ? yes or no, ! error.  Caller frees. */
static inline char *shown_grid(const struct grid *grid)
{
	static const char *const signs[] = { "", "", "#", "@", "?", "!" };
	struct buffer out = { 0 };
	size_t i, j;

	buffer_add(&out, "");
	for (i = 0; i < grid->count; i++) {
		buffer_printf(&out, "%ld: ", grid->rows[i].line);
		for (j = 0; j < grid->rows[i].count; j++) {
			const struct grid_cell *cell = grid_at(grid, i, j);
			char *with_unit = grid_with_unit(grid, i, j);

			buffer_printf(
				&out, "%s%s%s", j ? "|" : "", signs[cell->kind], with_unit ? with_unit : cell->text);
			free(with_unit);
		}
		buffer_add(&out, "\xc2\xb6");
	}
	for (i = 0; i < grid->notes.count; i++)
		buffer_printf(&out, "(%s)", grid->notes.items[i]);
	return buffer_take(&out);
}

/* The bytes read as x: the table, or the sentence of the refusal.  Caller frees. */
static inline char *shown_bytes(const void *bytes, size_t length, const struct grid_options *options)
{
	struct buffer copy = { 0 };
	struct grid grid;
	struct error error = { 0 };
	char *shown;

	buffer_add(&copy, "");
	buffer_add_bytes(&copy, bytes, length);
	shown = grid_read_bytes("x", &copy, options, &grid, &error) ? shown_grid(&grid) : error_text(&error);
	grid_free(&grid);
	error_clear(&error);
	buffer_free(&copy);
	return shown;
}

#endif
