/* The blocks of a document, one after the other. */
#include <stdlib.h>
#include <string.h>

#include "report/pdf/pdf.h"

/* A line of text in a box: the confidentiality mark. */
static void mark_draw(struct pages *pages, const char *text)
{
	PangoLayout *layout;
	double used;
	int width;

	if (!text || !*text)
		return;
	layout = layout_make(pages, text, 9, BOLD, 0);
	pango_layout_set_single_paragraph_mode(layout, TRUE);
	pango_layout_get_size(layout, &width, NULL);
	if (pages->drawing) {
		colour_set(pages->cr, INK);
		cairo_set_line_width(pages->cr, 0.8);
		cairo_rectangle(pages->cr, pages->left + 0.5, pages->y, (double)width / PANGO_SCALE + 14,
			layout_height(layout) + 6);
		cairo_stroke(pages->cr);
	}
	leaf_begin(pages, "P", NULL);
	layout_draw(pages, layout, 0, pages->left + 7, pages->y + 3, pages->height, INK, &used);
	leaf_end(pages);
	pages->y += used + 18 * pages->scale;
	g_object_unref(layout);
}

static void title_draw(struct pages *pages)
{
	const struct document *document = pages->document;
	double size = document->cover ? 28 : 19;

	if (document->cover)
		pages->y = pages->height * 0.2;
	box_draw(pages, pages->left, pages->y, 64, 4, ACCENT);
	pages->y += 14 * pages->scale;
	if (document->organisation)
		text_flow(pages, "P", document->organisation, document->cover ? 14 : 10, LIGHT, MUTED, 0);
	pages->y += (document->cover ? 6 : 2) * pages->scale;
	text_flow(pages, "H1", document->title, size, BOLD, INK, 0);
	if (document->subtitle)
		text_flow(pages, "P", document->subtitle, document->cover ? 14 : 11, LIGHT, MUTED, 0);
	pages->y += (document->cover ? 22 : 8) * pages->scale;
	if (document->cover)
		mark_draw(pages, document->mark);
	pages->y += (document->cover ? 16 : 0) * pages->scale;
	if (document->front.row_count)
		table_draw(pages, &document->front, 0);
	if (document->cover && document->count)
		page_next(pages);
	contents_draw(pages);
}

static void section_end(struct pages *pages)
{
	if (pages->section)
		part_end(pages, "Sect");
	pages->section = false;
}

/* From a heading of the first level to the next. */
static void section_begin(struct pages *pages)
{
	section_end(pages);
	part_begin(pages, "Sect");
	pages->section = true;
}

static const double heading_size[] = { 0, 15, 11, 9.5 }, heading_before[] = { 0, 16, 10, 8 },
		    heading_after[] = { 0, 8, 3, 2 };

static int level_of(const struct block *block)
{
	return block->level < 1 ? 1 : block->level > 3 ? 3 : block->level;
}

/* ---- what stands together ---- */

static double text_height(struct pages *pages, const char *text)
{
	PangoLayout *layout = layout_new(pages, text, 9.5, LIGHT, SPACED, pages->right - pages->left);
	double height = layout_height(layout) + 6 * pages->scale;

	g_object_unref(layout);
	return height;
}

static double heading_height(const struct pages *pages, int level)
{
	return (heading_size[level] * 1.4 + heading_after[level]) * pages->scale;
}

static bool is_pair(const struct document *document, size_t index)
{
	const struct block *block = &document->blocks[index];

	return index + 1 < document->count && block->kind == BLOCK_FIGURE && block->half &&
	       block[1].kind == BLOCK_FIGURE && block[1].half;
}

/* The room that a sign-off asks for right behind this block, its heading with it; 0: there is none.  It never stands alone on a page. */
static double sign_behind(struct pages *pages, size_t index)
{
	const struct document *document = pages->document;
	const size_t next = index + 1;

	if (next >= document->count || pages->wide_blocks[next] != pages->wide)
		return 0;
	if (document->blocks[next].kind == BLOCK_SIGN)
		return sign_height(pages, &document->blocks[next]);
	if (document->blocks[next].kind == BLOCK_HEADING && next + 1 < document->count &&
		document->blocks[next + 1].kind == BLOCK_SIGN) {
		int level = level_of(&document->blocks[next]);

		return heading_before[level] * pages->scale + heading_height(pages, level) +
		       sign_height(pages, &document->blocks[next + 1]);
	}
	return 0;
}

/* What must fit on the page where a block begins, so that no heading stands alone at its foot. */
static double block_least(struct pages *pages, size_t index)
{
	const struct document *document = pages->document;
	const struct block *block = &document->blocks[index], *next = index + 1 < document->count ? block + 1 : NULL;
	int level = level_of(block);
	double behind = sign_behind(pages, index);

	switch (block->kind) {
	case BLOCK_HEADING:
		if (!next)
			return heading_height(pages, level);
		return heading_height(pages, level) +
		       (next->kind == BLOCK_HEADING ? heading_before[level_of(next)] * pages->scale : 0) +
		       block_least(pages, index + 1);
	case BLOCK_PARAGRAPH:
		/* One that says what a table or a figure holds does not part them. */
		if (next && (next->kind == BLOCK_TABLE || next->kind == BLOCK_FIGURE))
			return text_height(pages, block->text) + block_least(pages, index + 1);
		return behind > 0 ? text_height(pages, block->text) + behind : 41 * pages->scale;
	case BLOCK_FIGURE:
		if (charts_count(document, index))
			return charts_least(pages, index);
		return is_pair(document, index) ? figures_least(pages, block->drawing, block[1].drawing)
						: figure_least(pages, block->drawing);
	case BLOCK_TABLE:
	case BLOCK_FACTS:
		return table_least(pages, block, behind);
	case BLOCK_SIGN:
		return sign_height(pages, block);
	default:
		return 41 * pages->scale;
	}
}

static void heading_draw(struct pages *pages, size_t index)
{
	/* The title is the first heading. */
	static const char *const tags[] = { "H1", "H2", "H3", "H4" };
	const struct block *block = &pages->document->blocks[index];
	int level = level_of(block);
	char *text = heading_text(pages, block, false);

	if (pages->y > pages->top + 1)
		pages->y += heading_before[level] * pages->scale;
	page_need(pages, block_least(pages, index));
	contents_reached(pages, index);
	bookmark(pages, level, text);
	free(text);
	text = heading_text(pages, block, true);
	if (level == 1)
		section_begin(pages);
	text_flow(pages, tags[level], text, heading_size[level], BOLD, level == 1 ? ACCENT : INK, 0);
	if (level == 1) {
		pages->y += 2;
		rule_draw(pages, pages->left, pages->y, pages->right, 0.8, ACCENT);
	}
	pages->y += heading_after[level] * pages->scale;
	free(text);
}

static bool is_item(const struct document *document, size_t index)
{
	return index < document->count && document->blocks[index].kind == BLOCK_ITEM;
}

static void item_draw(struct pages *pages, size_t index)
{
	const struct document *document = pages->document;
	bool first = !index || !is_item(document, index - 1), last = !is_item(document, index + 1);
	double used;
	PangoLayout *bullet = layout_new(pages, "\xe2\x80\xa2", 9.5, LIGHT, PLAIN, 0);

	page_need(pages, 14 * pages->scale);
	if (first)
		part_begin(pages, "L");
	part_begin(pages, "LI");
	leaf_begin(pages, "Lbl", NULL);
	layout_draw(pages, bullet, 0, pages->left + 4, pages->y, pages->height, ACCENT, &used);
	leaf_end(pages);
	g_object_unref(bullet);
	text_flow(pages, "LBody", document->blocks[index].text, 9.5, LIGHT, INK, 16);
	part_end(pages, "LI");
	if (last)
		part_end(pages, "L");
	pages->y += (last ? 7 : 2.5) * pages->scale;
}

static void note_draw(struct pages *pages, const struct block *block)
{
	PangoLayout *layout = layout_new(pages, block->text, 8.5, LIGHT, PLAIN, pages->right - pages->left - 22);
	double height = layout_height(layout), used;

	if (height + 12 < pages->bottom - pages->top) {
		page_need(pages, height + 12);
		box_draw(pages, pages->left, pages->y, pages->right - pages->left, height + 8, 0xf4f7f9);
		box_draw(pages, pages->left, pages->y, 2.5, height + 8, ACCENT);
		leaf_begin(pages, "P", NULL);
		layout_draw(pages, layout, 0, pages->left + 11, pages->y + 4, pages->height, INK, &used);
		leaf_end(pages);
		pages->y += height + 16;
	} else {
		text_flow(pages, "P", block->text, 8.5, LIGHT, INK, 11);
	}
	g_object_unref(layout);
}

void document_draw(struct pages *pages)
{
	const struct document *document = pages->document;
	size_t i;

	pages->bare = document->cover;
	/* A title that is followed by turned pages, and by no contents, is turned with them. */
	pages_begin(pages, !document->cover && !pages->depth && pages->wide_blocks[0]);
	part_begin(pages, "Document");
	title_draw(pages);
	for (i = 0; i < document->count; i++) {
		const struct block *block = &document->blocks[i];

		page_turn(pages, pages->wide_blocks[i]);
		switch (block->kind) {
		case BLOCK_HEADING:
			heading_draw(pages, i);
			break;
		case BLOCK_PARAGRAPH:
			if (sign_behind(pages, i) > 0)
				page_need(pages, block_least(pages, i));
			text_flow(pages, "P", block->text, 9.5, LIGHT, INK, 0);
			pages->y += 6 * pages->scale;
			break;
		case BLOCK_ITEM:
			item_draw(pages, i);
			break;
		case BLOCK_NOTE:
			note_draw(pages, block);
			break;
		case BLOCK_TABLE:
		case BLOCK_FACTS:
			table_draw(pages, block, sign_behind(pages, i));
			break;
		case BLOCK_FIGURE:
			if (charts_count(document, i))
				i += charts_draw(pages, i) - 1;
			else if (is_pair(document, i))
				figures_draw(pages, block->drawing, document->blocks[++i].drawing);
			else
				figure_draw(pages, block->drawing);
			break;
		case BLOCK_SIGN:
			sign_draw(pages, block);
			break;
		case BLOCK_BREAK:
			if (pages->y > pages->top + 1)
				page_next(pages);
			break;
		case BLOCK_KINDS:
			break;
		}
	}
	section_end(pages);
	part_end(pages, "Document");
	pages_end(pages);
}
