/* Tables: widths from what is in them, a header on every page, rows that break where they must. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/pdf/pdf.h"

static const double body_size = 8.5, pad = 4;

struct grid {
	const struct block *block;
	double *x, *width; /* of each column, from the left margin */
	bool header;
};

/* ---- widths ---- */

/* The longest word and the longest line of a cell, in columns; `breaks` part words. */
static void measure(const char *text, const char *breaks, int *word, int *line)
{
	while (text && *text) {
		size_t length = strcspn(text, "\n"), at = 0;
		char *part = xstrndup(text, length);
		int columns = text_columns(part);

		if (columns > *line)
			*line = columns;
		while (part[at]) {
			size_t wide = strcspn(part + at, breaks);
			char saved;

			/* No line ends between a hyphen and a digit: "AC-12", "2026-11-24". */
			while (part[at + wide] == '-' && isdigit((unsigned char)part[at + wide + 1]))
				wide += 1 + strcspn(part + at + wide + 1, breaks);
			saved = part[at + wide];
			part[at + wide] = '\0';
			columns = text_columns(part + at);
			if (columns > *word)
				*word = columns;
			part[at + wide] = saved;
			at += wide + (saved != '\0');
		}
		free(part);
		text += length + (text[length] == '\n');
	}
}

static void set_widths(struct pages *pages, struct grid *grid)
{
	const struct block *block = grid->block;
	const double size = body_size * pages->scale, room = pages->right - pages->left;
	size_t count = block->column_count, sample = block->row_count < 300 ? block->row_count : 300, i, j;
	double *least = xcalloc(count, sizeof *least), *natural = xcalloc(count, sizeof *natural), sum_least = 0,
	       sum_natural = 0, at = 0;

	grid->x = xcalloc(count, sizeof *grid->x);
	grid->width = xcalloc(count, sizeof *grid->width);
	for (j = 0; j < count; j++) {
		/* Columns of type are a guess; that of bold type is wider. */
		const double em = size * (j == 0 && grid->header ? 0.76 : 0.62);
		int word = 3, line = 3, title = 3, whole = 3;

		if (grid->header)
			measure(block->columns[j].title, " ", &title, &whole);
		for (i = 0; i < sample; i++)
			measure(block->rows[i].cells[j].text, j == 0 ? " " : " -/", &word, &line);
		if (block->columns[j].kind == COLUMN_DATE || block->columns[j].kind == COLUMN_LEVEL)
			word = line < 16 ? line : word;
		if (word > 24)
			word = 24;
		if (line > 90)
			line = 90;
		title = (int)ceil(title * 0.78 / (em / size));
		word = title > word ? title : word;
		line = word > line ? word : line;
		least[j] = word * em + 2 * pad;
		natural[j] = line * em + 2 * pad > least[j] ? line * em + 2 * pad : least[j];
		sum_least += least[j];
		sum_natural += natural[j];
	}
	for (j = 0; j < count; j++) {
		if (block->kind == BLOCK_FACTS)
			grid->width[j] = j == 0 ? room * 0.26 : room * 0.74 / (double)(count - 1);
		else if (sum_natural <= room)
			grid->width[j] = natural[j] * room / sum_natural;
		else if (sum_least >= room)
			grid->width[j] = least[j] * room / sum_least;
		else
			grid->width[j] =
				least[j] + (natural[j] - least[j]) * (room - sum_least) / (sum_natural - sum_least);
		grid->x[j] = at;
		at += grid->width[j];
	}
	free(least);
	free(natural);
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

		layouts[j] = layout_new(pages, text, body_size, !row || (j == 0 && grid->header) ? BOLD : LIGHT,
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

void table_draw(struct pages *pages, const struct block *block)
{
	struct grid grid = { .block = block, .header = block->kind != BLOCK_FACTS };
	size_t i;

	if (!block->row_count && !grid.header)
		return;
	set_widths(pages, &grid);
	if (grid.header)
		page_need(pages, TABLE_LEAST * pages->scale);
	part_begin(pages, "Table");
	if (grid.header)
		header_draw(pages, &grid);
	for (i = 0; i < block->row_count; i++)
		row_draw(pages, &grid, &block->rows[i]);
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

void sign_draw(struct pages *pages, const struct block *block)
{
	const double height = 74 * pages->scale;
	size_t i;

	for (i = 0; i < block->row_count; i++) {
		page_need(pages, height + 8);
		part_begin(pages, "Table");
		signatory_draw(pages, block, &block->rows[i], height);
		part_end(pages, "Table");
		pages->y += height + 8;
	}
}
