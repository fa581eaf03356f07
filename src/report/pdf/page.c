/* Pages: margins, header and footer, and text that flows over them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/pdf/pdf.h"

static const double margin = 54, head_room = 34, foot_room = 34;

void colour_set(cairo_t *cr, unsigned colour)
{
	cairo_set_source_rgb(cr, (double)(colour >> 16 & 0xff) / 255, (double)(colour >> 8 & 0xff) / 255,
		(double)(colour & 0xff) / 255);
}

void rule_draw(struct pages *pages, double x, double y, double to_x, double width, unsigned colour)
{
	if (!pages->drawing)
		return;
	colour_set(pages->cr, colour);
	cairo_set_line_width(pages->cr, width);
	cairo_move_to(pages->cr, x, y);
	cairo_line_to(pages->cr, to_x, y);
	cairo_stroke(pages->cr);
}

void box_draw(struct pages *pages, double x, double y, double width, double height, unsigned colour)
{
	if (!pages->drawing)
		return;
	colour_set(pages->cr, colour);
	cairo_rectangle(pages->cr, x, y, width, height);
	cairo_fill(pages->cr);
}

/* ---- layouts ---- */

/* A blank before each end of a line parts the words for those who hear them. */
static void set_text(PangoLayout *layout, const char *text)
{
	struct buffer spaced = { 0 };
	const char *c;

	if (!strchr(text, '\n')) {
		pango_layout_set_text(layout, text, -1);
		return;
	}
	for (c = text; *c; c++) {
		if (*c == '\n')
			buffer_add_char(&spaced, ' ');
		buffer_add_char(&spaced, *c);
	}
	pango_layout_set_text(layout, spaced.data, -1);
	buffer_free(&spaced);
}

/* The number of a control is one word, "A.7.3"; Pango would end a line behind its letter. */
static void keep_numbers(const struct pages *pages, PangoLayout *layout)
{
	const char *text = pango_layout_get_text(layout), *c;
	PangoAttrList *attributes = NULL;

	for (c = text; *c; c++) {
		PangoAttribute *whole;

		if (c[0] < 'A' || c[0] > 'Z' || c[1] != '.' || c[2] < '0' || c[2] > '9')
			continue;
		if (!attributes)
			attributes = pango_attr_list_copy(pages->attributes);
		whole = pango_attr_allow_breaks_new(FALSE);
		whole->start_index = (guint)(c - text);
		whole->end_index = whole->start_index + 2 + (guint)strspn(c + 2, "0123456789.");
		pango_attr_list_insert(attributes, whole);
	}
	if (attributes) {
		pango_layout_set_attributes(layout, attributes);
		pango_attr_list_unref(attributes);
	}
}

PangoLayout *layout_make(struct pages *pages, const char *text, double size, enum weight weight, double width)
{
	PangoLayout *layout = pango_layout_new(pages->context);
	PangoFontDescription *font = pango_font_description_copy(pango_context_get_font_description(pages->context));

	pango_font_description_set_size(font, (int)(size * pages->scale * PANGO_SCALE));
	if (weight == BOLD)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	if (width > 0)
		pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	/* Between words alone, and never with a hyphen that nobody wrote. */
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
	pango_layout_set_attributes(layout, pages->attributes);
	set_text(layout, text ? text : "");
	keep_numbers(pages, layout);
	return layout;
}

/* From the left whatever its language, and cut where it is too long. */
static void one_line(PangoLayout *layout)
{
	pango_layout_set_single_paragraph_mode(layout, TRUE);
	pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
	pango_layout_set_auto_dir(layout, FALSE);
}

/* A word that is longer than its line, an address or a digest, is broken after all. */
static void break_giant(PangoLayout *layout, double width)
{
	int widest;

	pango_layout_get_size(layout, &widest, NULL);
	if (widest > (int)(width * PANGO_SCALE) + PANGO_SCALE / 2)
		pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
}

/* As many as a long SoA asks for; what a report of thousands of risks holds beyond is laid out anew. */
enum { KEPT_MAX = 20000 };

PangoLayout *layout_new(
	struct pages *pages, const char *text, double size, enum weight weight, enum setting setting, double width)
{
	char *key = xasprintf(
		"%d %d %d %d %s", (int)(size * 100), (int)weight, (int)setting, (int)(width * 100), text ? text : "");
	PangoLayout *layout;

	if (!pages->kept)
		pages->kept = g_hash_table_new_full(g_str_hash, g_str_equal, free, g_object_unref);
	layout = g_hash_table_lookup(pages->kept, key);
	if (layout) {
		free(key);
		return g_object_ref(layout);
	}
	layout = layout_make(pages, text, size, weight, width);
	if (setting == RIGHT) {
		pango_layout_set_auto_dir(layout, FALSE);
		pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
	} else if (setting == SPACED) {
		pango_layout_set_spacing(layout, (int)(size * pages->scale * 0.22 * PANGO_SCALE));
	} else if (setting == LINE) {
		one_line(layout);
	}
	if (width > 0 && setting != LINE)
		break_giant(layout, width);
	if (g_hash_table_size(pages->kept) < KEPT_MAX)
		g_hash_table_insert(pages->kept, key, g_object_ref(layout));
	else
		free(key);
	return layout;
}

void pages_forget(struct pages *pages)
{
	if (pages->kept)
		g_hash_table_destroy(pages->kept);
	pages->kept = NULL;
}

double layout_height(PangoLayout *layout)
{
	int height;

	pango_layout_get_size(layout, NULL, &height);
	return (double)height / PANGO_SCALE;
}

/* Pango draws no blank where it broke a line; without it those who hear the text hear one word. */
static void keep_blank(PangoLayoutLine *line)
{
	const int last = line->start_index + line->length - 1;
	hb_codepoint_t blank;
	GSList *run;
	int i;

	for (run = line->runs; run; run = run->next) {
		const PangoGlyphItem *part = run->data;

		if (part->item->offset > last || part->item->offset + part->item->length <= last)
			continue;
		for (i = 0; i < part->glyphs->num_glyphs; i++)
			if (part->glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY &&
				part->glyphs->log_clusters[i] == last - part->item->offset &&
				hb_font_get_nominal_glyph(
					pango_font_get_hb_font(part->item->analysis.font), ' ', &blank))
				part->glyphs->glyphs[i].glyph = blank;
	}
}

int layout_draw(struct pages *pages, PangoLayout *layout, int line, double x, double y, double below, unsigned colour,
	double *used)
{
	PangoLayoutIter *iter = pango_layout_get_iter(layout);
	double first = -1, end = 0;
	int at = 0;

	if (pages->drawing)
		colour_set(pages->cr, colour);
	do {
		PangoRectangle extents;
		double top, bottom;

		if (at < line) {
			at++;
			continue;
		}
		pango_layout_iter_get_line_extents(iter, NULL, &extents);
		top = (double)extents.y / PANGO_SCALE;
		bottom = (double)(extents.y + extents.height) / PANGO_SCALE;
		if (first < 0)
			first = top;
		if (y + bottom - first > below + 0.5)
			break;
		end = bottom - first;
		if (pages->drawing) {
			double baseline = (double)pango_layout_iter_get_baseline(iter) / PANGO_SCALE;
			PangoLayoutLine *drawn = pango_layout_iter_get_line_readonly(iter);

			keep_blank(drawn);
			cairo_move_to(pages->cr, x + (double)extents.x / PANGO_SCALE, y + baseline - first);
			pango_cairo_show_layout_line(pages->cr, drawn);
		}
		at++;
	} while (pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
	*used = end;
	return at;
}

/* ---- pages ---- */

/* One line of the header or footer: at the left, at the right, or in the middle; cut where it is too long. */
static void margin_text(struct pages *pages, const char *text, double y, PangoAlignment alignment, double room,
	double x, enum weight weight)
{
	PangoLayout *layout;

	if (!text || !*text)
		return;
	layout = layout_make(pages, text, 8 / pages->scale, weight, room);
	one_line(layout);
	pango_layout_set_alignment(layout, alignment);
	colour_set(pages->cr, MUTED);
	cairo_move_to(pages->cr, x, y);
	pango_cairo_show_layout(pages->cr, layout);
	g_object_unref(layout);
}

/* A word from corner to corner, over what is written and clear enough to read through.  Like all that stands outside of leaves it is not read. */
static void stamp_draw(struct pages *pages, const char *text)
{
	double diagonal = hypot(pages->width, pages->height), wide, high;
	PangoLayout *layout = layout_make(pages, text, 100 / pages->scale, BOLD, 0);
	PangoRectangle ink;

	pango_layout_get_extents(layout, &ink, NULL);
	wide = (double)ink.width / PANGO_SCALE;
	high = (double)ink.height / PANGO_SCALE;
	if (wide > 0 && high > 0) {
		/* No higher than a fifth of the page, were the word ever so short. */
		double zoom = diagonal * 0.62 / wide;

		if (high * zoom > pages->height / 5)
			zoom = pages->height / 5 / high;
		cairo_save(pages->cr);
		cairo_translate(pages->cr, pages->width / 2, pages->height / 2);
		cairo_rotate(pages->cr, -atan2(pages->height, pages->width));
		cairo_scale(pages->cr, zoom, zoom);
		cairo_move_to(
			pages->cr, -(double)ink.x / PANGO_SCALE - wide / 2, -(double)ink.y / PANGO_SCALE - high / 2);
		cairo_set_source_rgba(pages->cr, 0xb3 / 255.0, 0x26 / 255.0, 0x1e / 255.0, STAMP_OPACITY);
		pango_cairo_show_layout(pages->cr, layout);
		cairo_restore(pages->cr);
	}
	g_object_unref(layout);
}

static void furniture(struct pages *pages)
{
	const struct document *document = pages->document;
	double room = pages->right - pages->left, y = pages->top - head_room + 4, foot = pages->bottom + foot_room - 18;
	char *number, *left;

	if (!pages->drawing)
		return;
	if (document->stamp)
		stamp_draw(pages, document->stamp);
	if (!pages->bare) {
		margin_text(pages, document->organisation, y, PANGO_ALIGN_LEFT, room * 0.32, pages->left, LIGHT);
		margin_text(pages, document->mark, y, PANGO_ALIGN_CENTER, room * 0.32, pages->left + room * 0.34, BOLD);
		margin_text(
			pages, document->title, y, PANGO_ALIGN_RIGHT, room * 0.32, pages->left + room * 0.68, LIGHT);
		rule_draw(pages, pages->left, y + 14, pages->right, 0.5, HAIR);
	}
	left = document->mark && *document->mark ? xasprintf("%s \xc2\xb7 %s", document->date, document->mark)
						 : xstrdup(document->date);
	number = xasprintf("%d/%d", pages->number, pages->total);
	rule_draw(pages, pages->left, foot - 5, pages->right, 0.5, HAIR);
	margin_text(pages, left, foot, PANGO_ALIGN_LEFT, room * 0.45, pages->left, LIGHT);
	margin_text(pages, number, foot, PANGO_ALIGN_RIGHT, room * 0.45, pages->left + room * 0.55, LIGHT);
	free(number);
	free(left);
}

double page_room(const struct pages *pages, bool wide)
{
	return (wide ? pages->paper_height : pages->paper_width) - 2 * margin;
}

static void set_paper(struct pages *pages)
{
	pages->width = pages->wide ? pages->paper_height : pages->paper_width;
	pages->height = pages->wide ? pages->paper_width : pages->paper_height;
	pages->left = margin;
	pages->right = pages->width - margin;
	pages->top = margin - 8 + head_room - 10;
	pages->bottom = pages->height - margin + 8 - foot_room + 14;
	pages->y = pages->top;
	if (pages->drawing)
		cairo_pdf_surface_set_size(pages->surface, pages->width, pages->height);
}

static void page_start(struct pages *pages)
{
	pages->number++;
	set_paper(pages);
}

/* What stands around the text comes last: until then the page may be turned. */
static void page_end(struct pages *pages)
{
	if (!pages->drawing)
		return;
	leaf_pause(pages);
	furniture(pages);
	cairo_show_page(pages->cr);
}

void pages_begin(struct pages *pages, bool wide)
{
	pages->wide = wide;
	pages->number = 0;
	memset(pages->outline, 0, sizeof pages->outline);
	page_start(pages);
}

void page_next(struct pages *pages)
{
	page_end(pages);
	pages->bare = false;
	page_start(pages);
	if (pages->drawing)
		leaf_resume(pages);
}

void page_turn(struct pages *pages, bool wide)
{
	if (pages->wide == wide)
		return;
	pages->wide = wide;
	if (pages->y > pages->top + 1)
		page_next(pages);
	else
		set_paper(pages);
}

double page_left(const struct pages *pages)
{
	return pages->bottom - pages->y;
}

void page_need(struct pages *pages, double height)
{
	/* At the top of a page there is no better place. */
	if (height > page_left(pages) && pages->y > pages->top + 1)
		page_next(pages);
}

void pages_end(struct pages *pages)
{
	page_end(pages);
	pages->total = pages->number;
}

void text_flow(struct pages *pages, const char *tag, const char *text, double size, enum weight weight, unsigned colour,
	double x)
{
	PangoLayout *layout = layout_new(pages, text, size, weight, SPACED, pages->right - pages->left - x);
	int lines = pango_layout_get_line_count(layout), line = 0;

	leaf_begin(pages, tag, NULL);
	while (line < lines) {
		double used;
		int next = layout_draw(pages, layout, line, pages->left + x, pages->y, pages->bottom, colour, &used);

		if (next == line && pages->y <= pages->top + 1)
			break; /* taller than a page: one line of a giant's type */
		/* No line alone at the foot of a page when the next are on another. */
		pages->y += used;
		line = next;
		if (line < lines)
			page_next(pages);
	}
	leaf_end(pages);
	g_object_unref(layout);
}

void bookmark(struct pages *pages, int level, const char *text)
{
	char *attributes;
	int parent = 0, i;

	if (!pages->drawing || level < 1 || level > 2)
		return;
	for (i = level - 1; i > 0 && !parent; i--)
		parent = pages->outline[i];
	attributes = xasprintf("page=%d pos=[%d %d]", pages->number, (int)pages->left, (int)pages->y);
	pages->outline[level] = cairo_pdf_surface_add_outline(pages->surface, parent ? parent : CAIRO_PDF_OUTLINE_ROOT,
		text, attributes, level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
	for (i = level + 1; i < 3; i++)
		pages->outline[i] = 0;
	free(attributes);
}
