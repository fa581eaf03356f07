/* Tables: widths from what is in them, a header on every page, rows that break where they must. */
#include <stdlib.h>
#include <string.h>

#include "report/layout.h"
#include "report/pdf/pdf.h"

#define SIZE_LEAST 5.5 /* of type that can be read */
#define SHORT 0.3      /* of a page: what is not taller stands whole */
#define WITH_SIGN 0.6  /* the same where a sign-off follows */
#define SHORT_ROWS 40  /* no table of more is short */
#define LAST_ROWS 2    /* stand beside the sign-off that follows */

static const double body_size = 8.5, pad = 4;

struct grid {
	const struct block *block;
	double *x, *width; /* of each column, from the left margin */
	double size;       /* of the type */
	bool header;
};

/* ---- widths ---- */

static double text_width(void *user, const char *text, size_t length, bool bold)
{
	return type_width(user, text, length, bold ? BOLD : LIGHT) * body_size;
}

/* In points of the scale 1. */
static struct measure measure_of(struct pages *pages)
{
	return (struct measure){ text_width, pages, 0.55 * body_size, 2 * pad + 0.5, true, false };
}

void pages_turn(struct pages *pages)
{
	const struct measure measure = measure_of(pages);

	pages->wide_blocks = xcalloc(pages->document->count + 1, sizeof *pages->wide_blocks);
	layout_turn(pages->document, &measure, page_room(pages, false), pages->wide_blocks);
}

static void set_widths(struct pages *pages, struct grid *grid)
{
	const struct block *block = grid->block;
	const struct measure measure = measure_of(pages);
	const double room = (pages->right - pages->left) / pages->scale;
	size_t count = block->column_count, j;
	struct need *needs = xcalloc(count, sizeof *needs);
	double least = 0, at = 0;

	grid->x = xcalloc(count, sizeof *grid->x);
	grid->width = xcalloc(count, sizeof *grid->width);
	layout_needs(block, &measure, needs);
	for (j = 0; j < count; j++)
		least += needs[j].least;
	/* What must not be broken is set smaller, as long as it can be read. */
	grid->size = body_size * (least > room ? room / least : 1);
	if (grid->size < SIZE_LEAST)
		grid->size = SIZE_LEAST;
	if (block->kind == BLOCK_FACTS) {
		needs[0].least = needs[0].least > room * 0.26 ? needs[0].least : room * 0.26;
		needs[0].fair = needs[0].natural = needs[0].least;
		for (j = 1; j < count; j++)
			needs[j].natural = room;
	}
	layout_widths(needs, count, room, true, grid->width);
	for (j = 0; j < count; j++) {
		grid->width[j] *= pages->scale;
		grid->x[j] = at;
		at += grid->width[j];
	}
	free(needs);
}

/* ---- rows ---- */

static bool to_the_right(const struct grid *grid, size_t column)
{
	return grid->block->columns[column].kind == COLUMN_NUMBER ||
	       grid->block->columns[column].kind == COLUMN_PERCENT;
}

static PangoLayout **row_layouts(struct pages *pages, const struct grid *grid, const struct table_row *row)
{
	size_t count = grid->block->column_count, j;
	PangoLayout **layouts = xcalloc(count, sizeof *layouts);

	for (j = 0; j < count; j++) {
		const char *text = row ? row->cells[j].text : grid->block->columns[j].title;

		layouts[j] = layout_new(pages, text, grid->size, !row || (j == 0 && grid->header) ? BOLD : LIGHT,
			to_the_right(grid, j) ? RIGHT : PLAIN, grid->width[j] - 2 * pad);
	}
	return layouts;
}

static void layouts_free(PangoLayout **layouts, size_t count)
{
	size_t j;

	for (j = 0; j < count; j++)
		g_object_unref(layouts[j]);
	free(layouts);
}

static double row_height(PangoLayout *const *layouts, size_t count)
{
	double height = 0;
	size_t j;

	for (j = 0; j < count; j++)
		if (layout_height(layouts[j]) > height)
			height = layout_height(layouts[j]);
	return height;
}

static void header_draw(struct pages *pages, const struct grid *grid)
{
	size_t count = grid->block->column_count, j;
	PangoLayout **layouts = row_layouts(pages, grid, NULL);
	double height = row_height(layouts, count), used;

	box_draw(pages, pages->left, pages->y, pages->right - pages->left, height + 2 * pad, 0xe9edf1);
	part_begin(pages, "TR");
	for (j = 0; j < count; j++) {
		leaf_begin(pages, "TH", "Column");
		layout_draw(pages, layouts[j], 0, pages->left + grid->x[j] + pad, pages->y + pad, pages->height, INK,
			&used);
		leaf_end(pages);
	}
	part_end(pages, "TR");
	pages->y += height + 2 * pad;
	rule_draw(pages, pages->left, pages->y, pages->right, 0.8, INK);
	layouts_free(layouts, count);
}

static void next_page(struct pages *pages, const struct grid *grid)
{
	page_next(pages);
	/* The header is read once. */
	pages->unread = true;
	if (grid->header)
		header_draw(pages, grid);
	pages->unread = false;
}

/* A row under way: it may go over several pages. */
struct row_draw {
	const struct grid *grid;
	const struct table_row *row;
	PangoLayout **layouts;
	int *lines; /* of each cell: the next to draw */
	double height, padding;
};

/* The ground of a cell that holds a level. */
static void level_draw(struct pages *pages, const struct row_draw *draw, size_t column)
{
	const struct table_cell *cell = &draw->row->cells[column];
	const struct grid *grid = draw->grid;
	PangoRectangle logical;

	pango_layout_get_extents(draw->layouts[column], NULL, &logical);
	box_draw(pages, pages->left + grid->x[column] + 1, pages->y + 1,
		grid->header ? grid->width[column] - 2 : (double)logical.width / PANGO_SCALE + 2 * pad,
		draw->height + 2 * draw->padding - 2, level_tint(cell->level, cell->levels));
}

/* The lines of a cell that fit on this page; returns their height. */
static double cell_draw(struct pages *pages, const struct row_draw *draw, size_t column)
{
	const struct grid *grid = draw->grid;
	unsigned colour = !grid->header && column == 0 ? MUTED : INK;
	double used = 0;

	if (draw->row->cells[column].level > 0 && draw->lines[column] == 0)
		level_draw(pages, draw, column);
	leaf_begin(pages, column == 0 ? "TH" : "TD", "Row");
	if (draw->lines[column] < pango_layout_get_line_count(draw->layouts[column]))
		draw->lines[column] = layout_draw(pages, draw->layouts[column], draw->lines[column],
			pages->left + grid->x[column] + pad, pages->y + draw->padding, pages->bottom, colour, &used);
	leaf_end(pages);
	return used;
}

static void row_draw(struct pages *pages, const struct grid *grid, const struct table_row *row)
{
	size_t count = grid->block->column_count, j;
	struct row_draw draw = { .grid = grid,
		.row = row,
		.layouts = row_layouts(pages, grid, row),
		.lines = xcalloc(count, sizeof *draw.lines),
		.padding = (grid->header ? pad : pad * 0.5) * pages->scale };
	bool more = true;
	int empty = 0;

	draw.height = row_height(draw.layouts, count);
	/* A row stays whole, unless it is so tall that it would leave a hole. */
	if (draw.height + 2 * draw.padding > page_left(pages) &&
		(draw.height < (pages->bottom - pages->top) / 3 || page_left(pages) < 40))
		next_page(pages, grid);
	while (more) {
		double most = 0;

		more = false;
		/* A row that goes on on another page is a row there too. */
		part_begin(pages, "TR");
		for (j = 0; j < count; j++) {
			double used = cell_draw(pages, &draw, j);

			if (used > most)
				most = used;
			more = more || draw.lines[j] < pango_layout_get_line_count(draw.layouts[j]);
		}
		part_end(pages, "TR");
		pages->y += most + 2 * draw.padding;
		if (more) {
			/* Not a line fits on a whole page: there is no use in another. */
			if (most <= 0 && ++empty > 1)
				break;
			next_page(pages, grid);
		}
	}
	rule_draw(pages, pages->left, pages->y, pages->right, 0.4, grid->header ? HAIR : 0xe9edf1);
	free(draw.lines);
	layouts_free(draw.layouts, count);
}

/* From a row to the last, the next that are drawn. */
static double rows_height(struct pages *pages, const struct grid *grid, size_t from)
{
	const double padding = (grid->header ? pad : pad * 0.5) * pages->scale;
	size_t count = grid->block->column_count, i;
	double height = 0;

	for (i = from; i < grid->block->row_count; i++) {
		PangoLayout **layouts = row_layouts(pages, grid, &grid->block->rows[i]);

		height += row_height(layouts, count) + 2 * padding;
		layouts_free(layouts, count);
	}
	return height;
}

static double header_height(struct pages *pages, const struct grid *grid)
{
	size_t count = grid->block->column_count;
	PangoLayout **layouts = row_layouts(pages, grid, NULL);
	double height = row_height(layouts, count) + 2 * pad;

	layouts_free(layouts, count);
	return height;
}

double table_least(struct pages *pages, const struct block *block, double behind)
{
	const double page = pages->bottom - pages->top, most = page * (behind > 0 ? WITH_SIGN : SHORT);
	struct grid grid = { .block = block, .header = block->kind != BLOCK_FACTS };
	double height, least = TABLE_LEAST * pages->scale;

	/* Where there is room in any case nothing need be measured, nor where it cannot be short. */
	if (page_left(pages) > page * 0.8 || block->row_count > SHORT_ROWS)
		return least;
	set_widths(pages, &grid);
	height = rows_height(pages, &grid, 0) + (grid.header ? header_height(pages, &grid) : 0);
	free(grid.x);
	free(grid.width);
	height += 10 * pages->scale + behind;
	return height <= most ? height : least;
}

void table_draw(struct pages *pages, const struct block *block, double behind)
{
	struct grid grid = { .block = block, .header = block->kind != BLOCK_FACTS };
	size_t last = block->row_count > LAST_ROWS ? block->row_count - LAST_ROWS : 0, i;

	if (!block->row_count && !grid.header)
		return;
	page_need(pages, table_least(pages, block, behind));
	set_widths(pages, &grid);
	part_begin(pages, "Table");
	if (grid.header)
		header_draw(pages, &grid);
	for (i = 0; i < block->row_count; i++) {
		if (behind > 0 && i && i == last &&
			rows_height(pages, &grid, i) + 10 * pages->scale + behind > page_left(pages))
			next_page(pages, &grid);
		row_draw(pages, &grid, &block->rows[i]);
	}
	part_end(pages, "Table");
	pages->y += 10 * pages->scale;
	free(grid.x);
	free(grid.width);
}

/* What a signatory fills in: label and text, or room for it. */
static void signatory_draw(struct pages *pages, const struct block *block, const struct table_row *row, double height)
{
	const double width = (pages->right - pages->left) / (double)block->column_count;
	bool labels;
	int pass;
	size_t j;

	for (pass = 0; pass < 2; pass++) {
		labels = pass == 0;
		part_begin(pages, "TR");
		for (j = 0; j < block->column_count; j++) {
			double x = pages->left + width * (double)j, used;
			PangoLayout *text = layout_new(pages, labels ? block->columns[j].title : row->cells[j].text,
				labels ? 8 : 10, LIGHT, PLAIN, width - 12);

			leaf_begin(pages, labels ? "TH" : "TD", "Column");
			layout_draw(pages, text, 0, x, labels ? pages->y : pages->y + height - 14 - layout_height(text),
				pages->height, labels ? MUTED : INK, &used);
			leaf_end(pages);
			if (!labels)
				rule_draw(pages, x, pages->y + height - 10, x + width - 12, 0.7, INK);
			g_object_unref(text);
		}
		part_end(pages, "TR");
	}
}

static double signatory_height(const struct pages *pages)
{
	return 74 * pages->scale;
}

double sign_height(const struct pages *pages, const struct block *block)
{
	return (signatory_height(pages) + 8) * (double)block->row_count;
}

void sign_draw(struct pages *pages, const struct block *block)
{
	const double height = signatory_height(pages);
	size_t i;

	for (i = 0; i < block->row_count; i++) {
		page_need(pages, height + 8);
		part_begin(pages, "Table");
		signatory_draw(pages, block, &block->rows[i], height);
		part_end(pages, "Table");
		pages->y += height + 8;
	}
}
