/* The page of contents: each heading with dots that lead to its page, and a link to it. */
#include <stdlib.h>
#include <string.h>

#include "report/pdf/pdf.h"

/* Below these nobody needs it; above that the headings of records are left to the bookmarks. */
enum { LEAST_HEADINGS = 4, LEAST_PAGES = 5, MOST_ENTRIES = 150, LONELY = 6 };

static bool runs_leftward(struct pages *pages, const char *text)
{
	PangoLayout *layout = pango_layout_new(pages->context);
	bool leftward;

	pango_layout_set_text(layout, text, -1);
	leftward = pango_layout_get_line_readonly(layout, 0)->resolved_dir == PANGO_DIRECTION_RTL;
	g_object_unref(layout);
	return leftward;
}

char *heading_text(struct pages *pages, const struct block *block, bool isolated)
{
	if (!block->label)
		return xstrdup(block->text);
	/* An isolate, where the title runs its own way beside the ref: readers of the file see its characters else. */
	isolated = isolated && runs_leftward(pages, block->text);
	return xasprintf(isolated ? "%s  \xe2\x81\xa8%s\xe2\x81\xa9" : "%s  %s", block->label, block->text);
}

static bool is_entry(const struct block *block, int depth)
{
	return block->kind == BLOCK_HEADING && block->level <= depth;
}

static size_t count_entries(const struct document *document, int depth)
{
	size_t count = 0, i;

	for (i = 0; i < document->count; i++)
		count += is_entry(&document->blocks[i], depth);
	return count;
}

void contents_plan(struct pages *pages)
{
	const struct document *document = pages->document;

	pages->places = xcalloc(document->count + 1, sizeof *pages->places);
	pages->depth = document->one_page || document->at_once || count_entries(document, 3) < LEAST_HEADINGS ? 0
		       : count_entries(document, 2) <= MOST_ENTRIES                                           ? 2
													      : 1;
}

bool contents_wanted(const struct pages *pages)
{
	return !pages->depth || pages->total - pages->contents - pages->document->cover >= LEAST_PAGES;
}

bool contents_lonely(const struct pages *pages)
{
	return pages->depth && !pages->tight && pages->contents > 1 && pages->contents_last <= LONELY;
}

/* A row of dots from x to x, as one line of round dashes: they are drawn, not read. */
static void leader(struct pages *pages, double from, double to, double y)
{
	static const double dots[] = { 0, 4 };
	cairo_t *cr = pages->cr;

	if (!pages->drawing || to <= from)
		return;
	cairo_save(cr);
	colour_set(cr, MUTED);
	cairo_set_line_width(cr, 0.7);
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
	/* From the right, so that the dots of all lines stand below each other. */
	cairo_set_dash(cr, dots, 2, 0);
	cairo_move_to(cr, to, y);
	cairo_line_to(cr, from, y);
	cairo_stroke(cr);
	cairo_restore(cr);
}

static double layout_width(PangoLayout *layout)
{
	int width;

	pango_layout_get_size(layout, &width, NULL);
	return (double)width / PANGO_SCALE;
}

/* By a name, and not by page and place: cairo 1.16 forgets those of pages that it has not written yet. */
static void link_begin(struct pages *pages, size_t index)
{
	char *target;

	if (!pages->drawing)
		return;
	target = xasprintf("dest='%06zu'", index);
	cairo_tag_begin(pages->cr, CAIRO_TAG_LINK, target);
	free(target);
}

void contents_reached(struct pages *pages, size_t index)
{
	char *name;

	pages->places[index] = pages->number;
	if (!pages->drawing || !is_entry(&pages->document->blocks[index], pages->depth))
		return;
	name = xasprintf("name='%06zu' x=%d y=%d", index, (int)pages->left, (int)pages->y);
	cairo_tag_begin(pages->cr, CAIRO_TAG_DEST, name);
	cairo_tag_end(pages->cr, CAIRO_TAG_DEST);
	free(name);
}

static void entry_draw(struct pages *pages, size_t index)
{
	const struct block *block = &pages->document->blocks[index];
	const double indent = block->level > 1 ? 14 : 0, room = pages->right - pages->left, figures = 30,
		     size = block->level > 1 ? 8.5 : 9.5;
	enum weight weight = block->level > 1 ? LIGHT : BOLD;
	/* The blank at its end parts title and number for those who hear them. */
	char *heading = heading_text(pages, block, true), *text = xasprintf("%s ", heading),
	     *number = xasprintf("%d", pages->places[index]);
	PangoLayout *title = layout_new(pages, text, size, weight, LINE, room - indent - figures),
		    *page = layout_make(pages, number, size, weight, 0);
	double height = layout_height(title), width, used, y;
	int before;

	if (block->level == 1)
		pages->y += (pages->tight ? 2 : 4) * pages->scale;
	before = pages->number;
	page_need(pages, height + (block->level == 1 ? 16 * pages->scale : 0));
	pages->contents_last = pages->number == before ? pages->contents_last + 1 : 1;
	y = pages->y;
	width = layout_width(page);
	part_begin(pages, "TOCI");
	link_begin(pages, index);
	layout_draw(pages, title, 0, pages->left + indent, y, pages->height, INK, &used);
	layout_draw(pages, page, 0, pages->right - width, y, pages->height, INK, &used);
	part_end(pages, CAIRO_TAG_LINK);
	part_end(pages, "TOCI");
	leader(pages, pages->left + indent + layout_width(title) + 5, pages->right - width - 5, y + height * 0.72);
	pages->y += height + (pages->tight ? 0.8 : 2.5) * pages->scale;
	g_object_unref(title);
	g_object_unref(page);
	free(number);
	free(text);
	free(heading);
}

void contents_draw(struct pages *pages)
{
	const struct document *document = pages->document;
	int first;
	size_t i;

	pages->contents = pages->contents_last = 0;
	if (!pages->depth)
		return;
	/* Below the facts beside the title, where there is no cover. */
	if (pages->y > pages->top + 1)
		pages->y += 10 * pages->scale;
	page_need(pages, 80 * pages->scale);
	first = pages->number;
	text_flow(pages, "H2", _("Contents"), 15, BOLD, ACCENT, 0);
	pages->y += 2;
	rule_draw(pages, pages->left, pages->y, pages->right, 0.8, ACCENT);
	pages->y += 8 * pages->scale;
	part_begin(pages, "TOC");
	for (i = 0; i < document->count; i++)
		if (is_entry(&document->blocks[i], pages->depth))
			entry_draw(pages, i);
	part_end(pages, "TOC");
	page_next(pages);
	pages->contents = pages->number - first;
}
