/* Figures: the shapes of picture.c, drawn by cairo; they stay vectors. */
#include <math.h>

#include "report/pdf/pdf.h"
#include "report/picture.h"

/* Rows of a chart that goes on on another page: so many at the least stand on either. */
enum { LEAST_PART = 4 };

static void text_shape(struct pages *pages, const struct shape *shape)
{
	/* Pictures are scaled as a whole. */
	PangoLayout *layout =
		layout_make(pages, shape->text, shape->size / pages->scale, shape->bold ? BOLD : LIGHT, 0);
	PangoRectangle logical;
	double x = shape->x;

	pango_layout_set_single_paragraph_mode(layout, TRUE);
	pango_layout_get_extents(layout, NULL, &logical);
	if (shape->anchor == ANCHOR_MIDDLE)
		x -= (double)logical.width / PANGO_SCALE / 2;
	else if (shape->anchor == ANCHOR_END)
		x -= (double)logical.width / PANGO_SCALE;
	colour_set(pages->cr, shape->fill);
	cairo_move_to(pages->cr, x, shape->y - (double)pango_layout_get_baseline(layout) / PANGO_SCALE);
	pango_cairo_show_layout(pages->cr, layout);
	g_object_unref(layout);
}

static void rounded(cairo_t *cr, const struct shape *shape)
{
	double r = shape->from, w = shape->w, h = shape->h;

	if (r > w / 2)
		r = w / 2;
	if (r > h / 2)
		r = h / 2;
	cairo_new_sub_path(cr);
	cairo_arc(cr, shape->x + w - r, shape->y + r, r, -M_PI / 2, 0);
	cairo_arc(cr, shape->x + w - r, shape->y + h - r, r, 0, M_PI / 2);
	cairo_arc(cr, shape->x + r, shape->y + h - r, r, M_PI / 2, M_PI);
	cairo_arc(cr, shape->x + r, shape->y + r, r, M_PI, M_PI * 3 / 2);
	cairo_close_path(cr);
}

static void paint(cairo_t *cr, const struct shape *shape)
{
	if (shape->fill != PICTURE_NONE) {
		colour_set(cr, shape->fill);
		cairo_fill_preserve(cr);
	}
	if (shape->stroke != PICTURE_NONE) {
		colour_set(cr, shape->stroke);
		cairo_set_line_width(cr, 0.6);
		cairo_stroke_preserve(cr);
	}
	cairo_new_path(cr);
}

static void shape_draw(struct pages *pages, const struct shape *shape)
{
	static const double dashes[] = { 3, 2 };
	cairo_t *cr = pages->cr;

	switch (shape->kind) {
	case SHAPE_BOX:
		cairo_new_path(cr);
		if (shape->from > 0)
			rounded(cr, shape);
		else
			cairo_rectangle(cr, shape->x, shape->y, shape->w, shape->h);
		paint(cr, shape);
		break;
	case SHAPE_LINE:
		colour_set(cr, shape->stroke);
		cairo_set_line_width(cr, shape->size);
		cairo_set_dash(cr, dashes, shape->dashed ? 2 : 0, 0);
		cairo_move_to(cr, shape->x, shape->y);
		cairo_line_to(cr, shape->w, shape->h);
		cairo_stroke(cr);
		cairo_set_dash(cr, dashes, 0, 0);
		break;
	case SHAPE_SECTOR:
		cairo_new_path(cr);
		cairo_arc(cr, shape->x, shape->y, shape->h, shape->from, shape->to);
		cairo_arc_negative(cr, shape->x, shape->y, shape->w, shape->to, shape->from);
		cairo_close_path(cr);
		paint(cr, shape);
		break;
	case SHAPE_TEXT:
		text_shape(pages, shape);
		break;
	}
}

static void draw_at(
	struct pages *pages, const struct drawing *drawing, const struct picture *picture, double x, double y)
{
	size_t i;

	if (!pages->drawing)
		return;
	leaf_begin(
		pages, "Figure", drawing->description && *drawing->description ? drawing->description : drawing->title);
	cairo_save(pages->cr);
	cairo_translate(pages->cr, x, y);
	cairo_scale(pages->cr, pages->scale, pages->scale);
	for (i = 0; i < picture->count; i++)
		shape_draw(pages, &picture->shapes[i]);
	cairo_restore(pages->cr);
	leaf_end(pages);
}

/* The caption's height; draws it. */
static double caption(struct pages *pages, const struct drawing *drawing, double x, double y, double width)
{
	PangoLayout *layout;
	double used = 0;

	if (!drawing->title || !*drawing->title)
		return 0;
	layout = layout_new(pages, drawing->title, 9.5, BOLD, PLAIN, width);
	leaf_begin(pages, "P", NULL);
	layout_draw(pages, layout, 0, x, y, pages->height, INK, &used);
	leaf_end(pages);
	g_object_unref(layout);
	return used + 4 * pages->scale;
}

/* The title's line, and what stands around. */
#define AROUND 24

static bool may_part(const struct drawing *drawing)
{
	return drawing->kind == DRAWING_GANTT;
}

static double height_of(struct pages *pages, const struct drawing *drawing, double width)
{
	struct picture *picture = picture_new(drawing, width / pages->scale);
	double height = picture->height * pages->scale;

	picture_free(picture);
	return height;
}

double figure_least(struct pages *pages, const struct drawing *drawing)
{
	struct drawing first = *drawing;

	if (may_part(drawing) && first.count > LEAST_PART)
		first.count = LEAST_PART;
	return height_of(pages, &first, pages->right - pages->left) + AROUND * pages->scale;
}

/* As much of a drawing as fits on a page: of a Gantt chart its first rows, of others all. */
static struct picture *part_of(struct pages *pages, struct drawing *part, double room)
{
	const double width = (pages->right - pages->left) / pages->scale;
	const size_t all = part->count;
	struct picture *picture = picture_new(part, width);

	while (may_part(part) && part->count > 1 && picture->height > room) {
		size_t fit = (size_t)((double)part->count * room / picture->height);

		part->count = fit < 1 ? 1 : fit < part->count ? fit : part->count - 1;
		picture_free(picture);
		picture = picture_new(part, width);
	}
	if (part->count < all && all - part->count < LEAST_PART && part->count > 2 * LEAST_PART) {
		part->count = all - LEAST_PART;
		picture_free(picture);
		picture = picture_new(part, width);
	}
	return picture;
}

void figure_draw(struct pages *pages, const struct drawing *drawing)
{
	const double page = pages->bottom - pages->top;
	struct drawing part = *drawing;
	size_t done = 0;

	do {
		struct picture *picture;
		double height, room = page_left(pages) > page / 3 ? page_left(pages) : page;

		part.marks = drawing->marks + done;
		part.count = drawing->count - done;
		picture = part_of(pages, &part, room / pages->scale - AROUND);
		height = picture->height * pages->scale;
		page_need(pages, height + AROUND * pages->scale);
		if (!done)
			pages->y += caption(pages, drawing, pages->left, pages->y, pages->right - pages->left);
		draw_at(pages, &part, picture, pages->left, pages->y);
		pages->y += height + 12 * pages->scale;
		picture_free(picture);
		done += part.count;
	} while (done < drawing->count);
}

#define GAP 22 /* between two */

static double half_width(const struct pages *pages)
{
	return (pages->right - pages->left - GAP) / 2;
}

double figures_least(struct pages *pages, const struct drawing *left, const struct drawing *right)
{
	double a = height_of(pages, left, half_width(pages)), b = height_of(pages, right, half_width(pages));

	return (a > b ? a : b) + AROUND * pages->scale;
}

void figures_draw(struct pages *pages, const struct drawing *left, const struct drawing *right)
{
	const double width = half_width(pages), second = pages->left + width + GAP;
	struct picture *a = picture_new(left, width / pages->scale), *b = picture_new(right, width / pages->scale);
	double height = (a->height > b->height ? a->height : b->height) * pages->scale, below;

	page_need(pages, height + 20 * pages->scale);
	below = pages->y + caption(pages, left, pages->left, pages->y, width);
	draw_at(pages, left, a, pages->left, below);
	below = pages->y + caption(pages, right, second, pages->y, width);
	draw_at(pages, right, b, second, below);
	pages->y = below + height + 12 * pages->scale;
	picture_free(a);
	picture_free(b);
}

/* ---- series, side by side ---- */

/* So many in a row: small ones where there are many, so that those of one page can be compared on it. */
static size_t in_a_row(size_t count)
{
	enum { MANY = 9 };

	return count > MANY ? 4 : 3;
}

static double chart_width(const struct pages *pages, size_t row)
{
	const double gap = 14;

	return (pages->right - pages->left - gap * (double)(row - 1)) / (double)row;
}

static double caption_height(struct pages *pages, const struct drawing *drawing, double width)
{
	PangoLayout *layout = layout_new(pages, drawing->title ? drawing->title : "", 7.5, BOLD, PLAIN, width);
	double height = layout_height(layout);

	g_object_unref(layout);
	return height;
}

size_t charts_count(const struct document *document, size_t index)
{
	size_t count = 0;

	while (index + count < document->count && document->blocks[index + count].kind == BLOCK_FIGURE &&
		document->blocks[index + count].drawing->kind == DRAWING_LINE)
		count++;
	return count;
}

/* What the captions and the drawings of a row ask for. */
static double row_height(struct pages *pages, const struct block *blocks, size_t count, double width, double *captions)
{
	double most = 0, height;
	size_t i;

	*captions = 0;
	for (i = 0; i < count; i++) {
		height = caption_height(pages, blocks[i].drawing, width);
		*captions = height > *captions ? height : *captions;
		height = height_of(pages, blocks[i].drawing, width);
		most = height > most ? height : most;
	}
	return *captions + 2 * pages->scale + most + 6 * pages->scale;
}

double charts_least(struct pages *pages, size_t index)
{
	size_t count = charts_count(pages->document, index), row = in_a_row(count);
	double captions;

	return row_height(
		pages, &pages->document->blocks[index], count < row ? count : row, chart_width(pages, row), &captions);
}

static void chart_draw(struct pages *pages, const struct drawing *drawing, double x, double width, double captions)
{
	struct picture *picture = picture_new(drawing, width / pages->scale);
	PangoLayout *layout = layout_new(pages, drawing->title ? drawing->title : "", 7.5, BOLD, PLAIN, width);
	double used;

	leaf_begin(pages, "P", NULL);
	/* At the foot of the captions' room: it stands by its own drawing. */
	layout_draw(pages, layout, 0, x, pages->y + captions - layout_height(layout), pages->height, INK, &used);
	leaf_end(pages);
	g_object_unref(layout);
	draw_at(pages, drawing, picture, x, pages->y + captions + 2 * pages->scale);
	picture_free(picture);
}

size_t charts_draw(struct pages *pages, size_t index)
{
	const struct block *blocks = &pages->document->blocks[index];
	const size_t count = charts_count(pages->document, index), row = in_a_row(count);
	size_t i, j;

	for (i = 0; i < count; i += row) {
		const size_t here = count - i < row ? count - i : row;
		double width = chart_width(pages, row), captions, height;

		height = row_height(pages, blocks + i, here, width, &captions);
		page_need(pages, height);
		for (j = 0; j < here; j++)
			chart_draw(pages, blocks[i + j].drawing,
				pages->left + (double)j * (pages->right - pages->left + 14) / (double)row, width,
				captions);
		pages->y += height;
	}
	return count;
}
