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
		table_draw(pages, &document->front);
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

/* What must fit below the top of a heading so that it does not stand alone at the foot of a page; in sizes of scale 1. */
static double heading_need(struct pages *pages, size_t index)
{
	const struct document *document = pages->document;
	int level = level_of(&document->blocks[index]);
	double need = heading_size[level] * 1.4 + heading_after[level];
	const struct block *next = index + 1 < document->count ? &document->blocks[index + 1] : NULL;

	if (next && next->kind == BLOCK_HEADING && level_of(next) > level)
		return need + heading_before[level_of(next)] + heading_need(pages, index + 1);
	/* A paragraph that says what a table holds does not part them. */
	if (next && next->kind == BLOCK_PARAGRAPH && index + 2 < document->count && next[1].kind == BLOCK_TABLE) {
		PangoLayout *layout = layout_new(pages, next->text, 9.5, LIGHT, SPACED, pages->right - pages->left);

		need += layout_height(layout) / pages->scale + 6 + TABLE_LEAST;
		g_object_unref(layout);
		return need;
	}
	return need + (level == 1 ? 62 : 41);
}

static void heading_draw(struct pages *pages, size_t index)
{
	/* The title is the first heading. */
	static const char *const tags[] = { "H1", "H2", "H3", "H4" };
	const struct block *block = &pages->document->blocks[index];
	int level = level_of(block);
	char *text = heading_text(block, false);

	if (pages->y > pages->top + 1)
		pages->y += heading_before[level] * pages->scale;
	page_need(pages, heading_need(pages, index) * pages->scale);
	contents_reached(pages, index);
	bookmark(pages, level, text);
	free(text);
	text = heading_text(block, true);
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
		bool pair = block->kind == BLOCK_FIGURE && block->half && i + 1 < document->count &&
			    document->blocks[i + 1].kind == BLOCK_FIGURE && document->blocks[i + 1].half;

		page_turn(pages, pages->wide_blocks[i]);
		switch (block->kind) {
		case BLOCK_HEADING:
			heading_draw(pages, i);
			break;
		case BLOCK_PARAGRAPH:
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
			table_draw(pages, block);
			break;
		case BLOCK_FIGURE:
			if (pair)
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
