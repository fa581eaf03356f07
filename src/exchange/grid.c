/* A table in memory.  Texts stand one behind the other in blocks, so that a cell costs its bytes. */
#include <stdlib.h>
#include <string.h>

#include "exchange/grid.h"

#define BLOCK ((size_t)1 << 18)
#define BYTES_MAX ((size_t)128 << 20)
#define CELLS_MAX ((size_t)8 << 20)
#define ROWS_MAX 500000
#define UNITS_MAX 500

struct grid_block {
	struct grid_block *next;
	size_t used, size;
	char bytes[];
};

const char *grid_keep(struct grid *grid, const char *text, size_t length)
{
	struct grid_block *block = grid->text;
	char *kept;

	if (!block || block->size - block->used <= length) {
		size_t size = length >= BLOCK ? length + 1 : BLOCK;

		block = xmalloc(sizeof *block + size);
		block->next = grid->text;
		block->used = 0;
		block->size = size;
		grid->text = block;
	}
	kept = block->bytes + block->used;
	memcpy(kept, text, length);
	kept[length] = '\0';
	block->used += length + 1;
	grid->bytes += length + 1;
	return kept;
}

static bool too_large(const struct grid *grid, long line, struct error *error)
{
	return error_set_at(error, ERROR_INVALID, grid->name, line,
		_("The table has more than 8 million cells or 128 MiB of text; import it in parts."));
}

bool grid_add_row(struct grid *grid, long line, struct error *error)
{
	if (grid->cell_count > CELLS_MAX || grid->bytes > BYTES_MAX)
		return too_large(grid, line, error);
	/* A row without anything gives its place to the next one. */
	if (grid->count && !grid->rows[grid->count - 1].count)
		grid->count--;
	if (grid->count >= ROWS_MAX)
		return error_set_at(error, ERROR_INVALID, grid->name, line,
			_("The table has more than 500,000 rows; import it in parts."));
	if (grid->count == grid->capacity) {
		grid->capacity = grid->capacity ? grid->capacity * 2 : 256;
		grid->rows = xreallocarray(grid->rows, grid->capacity, sizeof *grid->rows);
	}
	grid->rows[grid->count++] = (struct grid_row){ .first = grid->cell_count, .line = line, .next = line + 1 };
	return true;
}

void grid_add_top(struct grid *grid)
{
	if (grid->count && !grid->rows[0].line)
		return;
	if (grid->count == grid->capacity) {
		grid->capacity = grid->capacity ? grid->capacity * 2 : 256;
		grid->rows = xreallocarray(grid->rows, grid->capacity, sizeof *grid->rows);
	}
	memmove(grid->rows + 1, grid->rows, grid->count * sizeof *grid->rows);
	grid->rows[0] = (struct grid_row){ .next = 1 };
	grid->count++;
}

static void make_room(struct grid *grid)
{
	if (grid->cell_count < grid->cell_capacity)
		return;
	grid->cell_capacity = grid->cell_capacity ? grid->cell_capacity * 2 : 1024;
	grid->cells = xreallocarray(grid->cells, grid->cell_capacity, sizeof *grid->cells);
}

bool grid_spread(struct grid *grid, size_t row, size_t column, const struct grid_cell *cell, struct error *error)
{
	struct grid_row *filled = &grid->rows[row];
	const struct grid_cell kept = *cell, none = { .text = "" };
	size_t first = grid->cell_count, i;

	if (column < filled->count) {
		if (grid->cells[filled->first + column].kind == GRID_EMPTY)
			grid->cells[filled->first + column] = kept;
		return true;
	}
	if (grid->cell_count + column >= CELLS_MAX)
		return too_large(grid, filled->line, error);
	/* The row moves to the end, where it may grow. */
	for (i = 0; i <= column; i++) {
		make_room(grid);
		grid->cells[grid->cell_count++] = i < filled->count ? grid->cells[filled->first + i]
						  : i == column     ? kept
								    : none;
	}
	filled->first = first;
	filled->count = column + 1;
	return true;
}

bool grid_add_cell(struct grid *grid, enum grid_kind kind, const char *text, size_t length, struct error *error)
{
	struct grid_row *row = &grid->rows[grid->count - 1];

	if (grid->bytes + length > BYTES_MAX || grid->cell_count >= CELLS_MAX)
		return too_large(grid, row->line, error);
	make_room(grid);
	grid->cells[grid->cell_count++] =
		length ? (struct grid_cell){ .text = grid_keep(grid, text, length), .kind = kind }
		       : (struct grid_cell){ .text = "" };
	/* Blank cells at the end of a row are none; those within it were counted when something followed. */
	if (length)
		row->count = grid->cell_count - row->first;
	return true;
}

bool grid_add_as(struct grid *grid, const struct grid_cell *cell, struct error *error)
{
	struct grid_row *row = &grid->rows[grid->count - 1];

	if (grid->cell_count >= CELLS_MAX)
		return too_large(grid, row->line, error);
	make_room(grid);
	grid->cells[grid->cell_count++] = *cell;
	if (*cell->text)
		row->count = grid->cell_count - row->first;
	return true;
}

void grid_end(struct grid *grid)
{
	size_t i;

	if (grid->count && !grid->rows[grid->count - 1].count)
		grid->count--;
	grid->columns = 0;
	for (i = 0; i < grid->count; i++)
		if (grid->rows[i].count > grid->columns)
			grid->columns = grid->rows[i].count;
}

const struct grid_cell *grid_at(const struct grid *grid, size_t row, size_t column)
{
	static const struct grid_cell empty = { .text = "" };

	return row < grid->count && column < grid->rows[row].count ? &grid->cells[grid->rows[row].first + column]
								   : &empty;
}

bool grid_is_blank(const char *text)
{
	size_t length;

	/* Most begin with what is no blank. */
	if (*text > ' ' && *text < 0x7f)
		return false;
	text_trimmed(text, &length);
	return !length;
}

bool grid_row_is_blank(const struct grid *grid, size_t row)
{
	size_t i;

	for (i = 0; i < grid->rows[row].count; i++)
		if (!grid_is_blank(grid_at(grid, row, i)->text))
			return false;
	return true;
}

unsigned short grid_unit(struct grid *grid, const char *unit)
{
	size_t i;

	for (i = 0; i < grid->units.count && strcmp(grid->units.items[i], unit) != 0; i++)
		;
	/* There are not as many currencies: what comes beyond is none of these, and the last place says so. */
	if (i == grid->units.count && i < UNITS_MAX)
		strings_add(&grid->units, i == UNITS_MAX - 1 ? GRID_UNIT_UNKNOWN : unit);
	return (unsigned short)(i < UNITS_MAX ? i + 1 : UNITS_MAX);
}

void grid_set_unit(struct grid *grid, unsigned short unit)
{
	grid->cells[grid->cell_count - 1].unit = unit;
}

void grid_set_no_year(struct grid *grid)
{
	grid->cells[grid->cell_count - 1].no_year = true;
}

char *grid_with_unit(const struct grid *grid, size_t row, size_t column)
{
	const struct grid_cell *cell = grid_at(grid, row, column);

	const char *unit = cell->unit ? grid->units.items[cell->unit - 1] : NULL;

	return unit ? xasprintf("%s %s", cell->text, unit + (*unit == *GRID_UNIT_BEFORE)) : NULL;
}

char *grid_as_shown(const struct grid *grid, size_t row, size_t column)
{
	const struct grid_cell *cell = grid_at(grid, row, column);
	const char *unit = cell->unit ? grid->units.items[cell->unit - 1] : NULL;

	if (!unit || strcmp(unit, GRID_UNIT_UNKNOWN) == 0)
		return NULL;
	return *unit == *GRID_UNIT_BEFORE ? xasprintf("%s%s", unit + 1, cell->text)
					  : xasprintf("%s %s", cell->text, unit);
}

const char *grid_group_over(const struct grid *grid, size_t header, size_t column)
{
	size_t above, i, groups = 0, first = 0;
	const char *over = NULL;

	if (!header || header >= grid->count)
		return NULL;
	above = header - 1;
	for (i = 0; i < grid->rows[above].count; i++) {
		const char *text = grid_at(grid, above, i)->text;

		if (grid_is_blank(text))
			continue;
		first = groups++ ? first : i;
		if (i <= column)
			over = text;
	}
	return groups > 1 || first > 0 ? over : NULL;
}

bool grid_is_number(const struct grid_cell *cell)
{
	static const struct reading_form form = { .table = true };
	struct number_reading read;
	const char *of = strchr(cell->text, '/');
	char *before = of ? xstrndup(cell->text, (size_t)(of - cell->text)) : NULL;
	bool is = cell->kind == GRID_NUMBER || number_read(of ? before : cell->text, &form, &read) != READING_NONE;

	/* "12/20" is a mark; what has two of them may be a day. */
	if (of && is)
		is = of[1] && !of[1 + strspn(of + 1, "0123456789 ")];
	free(before);
	return is;
}

char *grid_column_name(size_t column)
{
	char name[16];
	size_t at = sizeof name - 1;

	name[at] = '\0';
	for (column++; column && at; column = (column - 1) / 26)
		name[--at] = (char)('A' + (column - 1) % 26);
	return xstrdup(name + at);
}

char *grid_sheet_text(const struct grid *grid, const char *others)
{
	char *name = text_printable(grid->sheet ? grid->sheet : "", false), *text;

	text = xasprintf(
		/* TRANSLATORS: name of a sheet, names of the others */
		grid->seen ? grid->sheet_hidden ? _("The sheet %s was read, which is hidden; there is also: %s.")
						: _("The sheet %s was read; there is also: %s.")
		: grid->sheet_hidden
			? _("The sheet %s was read, which is hidden; there is also: %s. --sheet= takes another.")
			: _("The sheet %s was read; there is also: %s. --sheet= takes another."),
		name, others);
	free(name);
	return text;
}

bool grid_is_made(const struct grid *grid, size_t column)
{
	size_t i;

	for (i = 0; i < grid->made_count; i++)
		if (grid->made[i] == column)
			return true;
	return false;
}

char *grid_cell_name(const struct grid *grid, size_t row, size_t column)
{
	char *letters, *name;

	if (!grid->sheet || row >= grid->count)
		return NULL;
	if (grid_is_made(grid, column) && grid->rows[row].at == GRID_NOWHERE)
		return NULL;
	letters = grid_column_name(grid_is_made(grid, column) ? grid->rows[row].at : column);
	name = xasprintf("%s%ld", letters, grid->rows[row].line);
	free(letters);
	return name;
}

bool grid_is_wide(const struct grid *grid)
{
	return grid->read_as != NULL;
}

void grid_fold(struct grid *grid)
{
	struct grid *was = grid->read_as;

	if (!was)
		return;
	free(grid->rows);
	free(grid->cells);
	was->text = grid->text;
	was->bytes = grid->bytes;
	*grid = *was;
	free(was);
}

void grid_free(struct grid *grid)
{
	grid_fold(grid);
	while (grid->text) {
		struct grid_block *next = grid->text->next;

		free(grid->text);
		grid->text = next;
	}
	strings_free(&grid->sheets);
	strings_free(&grid->notes);
	strings_free(&grid->units);
	free(grid->rows);
	free(grid->cells);
	free(grid->name);
	free(grid->sheet);
	memset(grid, 0, sizeof *grid);
}
