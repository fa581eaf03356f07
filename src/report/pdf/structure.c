/*
 * The structure of a PDF for those who hear it: a tree of tags beside what is
 * drawn.  Parts (a table, a row, a section) hold tags and may go over several pages;
 * leaves (a paragraph, a cell) hold what is drawn, and end with their page.  What is drawn
 * outside of leaves belongs to nothing that is read: headers, footers, lines, grounds.
 */
#include <string.h>

#include "report/pdf/pdf.h"

static bool is_read(const struct pages *pages)
{
	return pages->drawing && !pages->unread;
}

void part_begin(struct pages *pages, const char *tag)
{
	if (is_read(pages))
		cairo_tag_begin(pages->cr, tag, NULL);
}

void part_end(struct pages *pages, const char *tag)
{
	if (is_read(pages))
		cairo_tag_end(pages->cr, tag);
}

static void begin(struct pages *pages)
{
	cairo_tag_begin(pages->cr, pages->leaf, NULL);
	/* Cairo writes neither: see amend.c. */
	if (strcmp(pages->leaf, "TH") == 0)
		strings_add(&pages->scopes, pages->leaf_says);
	else if (strcmp(pages->leaf, "Figure") == 0)
		strings_add(&pages->alternatives, pages->leaf_says);
}

void leaf_begin(struct pages *pages, const char *tag, const char *says)
{
	if (!is_read(pages))
		return;
	pages->leaf = tag;
	pages->leaf_says = says ? says : "";
	begin(pages);
}

void leaf_end(struct pages *pages)
{
	if (!is_read(pages))
		return;
	cairo_tag_end(pages->cr, pages->leaf);
	pages->leaf = NULL;
}

void leaf_pause(struct pages *pages)
{
	if (pages->leaf)
		cairo_tag_end(pages->cr, pages->leaf);
}

void leaf_resume(struct pages *pages)
{
	if (pages->leaf)
		begin(pages);
}
