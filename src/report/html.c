/*
 * A document as one HTML file that needs nothing else: styles inside, figures
 * as SVG, no script, no address.  Every text from the file is escaped and stands in
 * an element of its own with dir="auto", so that its direction stays inside it.
 */
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/layout.h"
#include "report/picture.h"

static const char style[] =
	":root{--ink:#1d2733;--muted:#5b6876;--hair:#d5dbe1;--accent:#1f5a7d}\n"
	"*{box-sizing:border-box}\n"
	"body{margin:0 auto;padding:2rem 1.5rem 4rem;max-width:60rem;color:var(--ink);background:#fff;font:16px/1.5 \"Source Sans 3\",\"Noto Sans\",\"Segoe UI\",\"Liberation Sans\",\"DejaVu Sans\",sans-serif}\n"
	"header{border-top:4px solid var(--accent);padding-top:1.25rem;margin-bottom:2rem}\n"
	"h1{font-size:2rem;line-height:1.2;margin:.2rem 0 .4rem}\n"
	"h2{font-size:1.4rem;margin:2.4rem 0 .8rem;padding-bottom:.25rem;border-bottom:2px solid var(--accent)}\n"
	"h3{font-size:1.08rem;margin:1.6rem 0 .5rem}\n"
	"h4{font-size:1rem;color:var(--muted);margin:1.2rem 0 .4rem}\n"
	"p{margin:.5rem 0;white-space:pre-line}\n"
	".organisation,.subtitle{margin:0;color:var(--muted)}\n"
	".mark{display:inline-block;margin:.4rem 0;padding:.1rem .6rem;border:1px solid var(--ink);font-size:.85rem;letter-spacing:.04em}\n"
	".note{margin:.8rem 0;padding:.5rem .9rem;border-inline-start:3px solid var(--accent);background:#f4f7f9;font-size:.95rem}\n"
	"nav ul{columns:2;padding-inline-start:1.2rem}\n"
	"a{color:var(--accent)}\n"
	".wide{overflow-x:auto}\n"
	"table{border-collapse:collapse;width:100%;margin:.6rem 0 1.2rem;font-size:.92rem}\n"
	"th,td{text-align:start;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--hair);white-space:pre-line;hyphens:manual}\n"
	"thead th{border-bottom:2px solid var(--ink);white-space:normal}\n"
	"tbody th{font-weight:600}\n"
	".facts th{width:13rem;font-weight:400;color:var(--muted)}\n"
	".facts td{min-width:12rem;overflow-wrap:anywhere}\n"
	".prose{min-width:11rem}\n"
	".number{text-align:end;font-variant-numeric:tabular-nums}\n"
	".whole{white-space:nowrap}\n"
	".level{display:inline-block;padding:0 .5rem;border-radius:3px}\n"
	".sign td{height:3.5rem;vertical-align:bottom;border-bottom:1px solid var(--ink)}\n"
	".row{display:flex;flex-wrap:wrap;gap:1.5rem}.row>figure{flex:1 1 22rem;min-width:0}\n"
	".charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:0 1.5rem;align-items:end;margin:.6rem 0 1.2rem}\n"
	".charts>figure{margin:.4rem 0}.charts figcaption{font-size:.88rem}\n"
	"figure{margin:1rem 0 1.5rem}figcaption{font-weight:600;margin-bottom:.4rem}\n"
	"svg{width:100%;height:auto;max-width:44rem;font-family:inherit}\n"
	/* Light enough to read through; what is fixed is repeated on each page that is printed. */
	".stamp{position:fixed;inset:0;z-index:1;display:flex;align-items:center;justify-content:center;pointer-events:none;-webkit-user-select:none;user-select:none}\n"
	".stamp span{transform:rotate(-35deg);font-size:11vmin;font-weight:700;letter-spacing:.06em;text-align:center;color:#b3261e;opacity:.16}\n"
	"footer{margin-top:3rem;padding-top:.6rem;border-top:1px solid var(--hair);color:var(--muted);font-size:.85rem}\n"
	"@page turned{size:landscape}.turned{page:turned}\n"
	"@media print{@page{margin:18mm 16mm}.prose{min-width:7rem}.wide{overflow:visible}body{padding:0;max-width:none;font-size:10pt}nav{display:none}thead{display:table-header-group}tr,figure,.sign{break-inside:avoid}h2,h3,h4{break-after:avoid}.break{break-before:page}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

static void escape(struct buffer *out, const char *text)
{
	for (; text && *text; text++) {
		switch (*text) {
		case '&':
			buffer_add(out, "&amp;");
			break;
		case '<':
			buffer_add(out, "&lt;");
			break;
		case '>':
			buffer_add(out, "&gt;");
			break;
		case '"':
			buffer_add(out, "&quot;");
			break;
		case '\'':
			buffer_add(out, "&#39;");
			break;
		default:
			buffer_add_char(out, *text);
		}
	}
}

static void element(struct buffer *out, const char *name, const char *attributes, const char *text)
{
	buffer_printf(out, "<%s dir=\"auto\"%s%s>", name, attributes ? " " : "", attributes ? attributes : "");
	escape(out, text);
	buffer_printf(out, "</%s>\n", name);
}

/* ---- figures ---- */

/* Numbers without the locale's comma, two places, no needless zeros. */
static void number(struct buffer *out, double value)
{
	long hundredths = lround(value * 100), whole;

	if (hundredths < 0) {
		buffer_add_char(out, '-');
		hundredths = -hundredths;
	}
	whole = hundredths / 100;
	buffer_printf(out, "%ld", whole);
	if (hundredths % 100)
		buffer_printf(out, hundredths % 10 ? ".%02ld" : ".%ld",
			hundredths % 10 ? hundredths % 100 : hundredths % 100 / 10);
}

static void attribute(struct buffer *out, const char *name, double value)
{
	buffer_printf(out, " %s=\"", name);
	number(out, value);
	buffer_add_char(out, '"');
}

static void paint(struct buffer *out, const struct shape *shape)
{
	if (shape->fill == PICTURE_NONE)
		buffer_add(out, " fill=\"none\"");
	else
		buffer_printf(out, " fill=\"#%06x\"", shape->fill);
	if (shape->stroke != PICTURE_NONE)
		buffer_printf(out, " stroke=\"#%06x\"", shape->stroke);
}

static void point(struct buffer *out, const struct shape *shape, double radius, double angle)
{
	number(out, shape->x + cos(angle) * radius);
	buffer_add_char(out, ' ');
	number(out, shape->y + sin(angle) * radius);
}

static void svg_shape(struct buffer *out, const struct shape *shape)
{
	static const char *const anchors[] = { "start", "middle", "end" };

	switch (shape->kind) {
	case SHAPE_BOX:
		buffer_add(out, "<rect");
		attribute(out, "x", shape->x);
		attribute(out, "y", shape->y);
		attribute(out, "width", shape->w);
		attribute(out, "height", shape->h);
		if (shape->from > 0)
			attribute(out, "rx", shape->from);
		paint(out, shape);
		buffer_add(out, "/>\n");
		break;
	case SHAPE_LINE:
		buffer_add(out, "<line");
		attribute(out, "x1", shape->x);
		attribute(out, "y1", shape->y);
		attribute(out, "x2", shape->w);
		attribute(out, "y2", shape->h);
		attribute(out, "stroke-width", shape->size);
		if (shape->dashed)
			buffer_add(out, " stroke-dasharray=\"3 2\"");
		paint(out, shape);
		buffer_add(out, "/>\n");
		break;
	case SHAPE_SECTOR:
		buffer_add(out, "<path d=\"M");
		point(out, shape, shape->w, shape->from);
		buffer_add(out, " L");
		point(out, shape, shape->h, shape->from);
		buffer_add(out, " A");
		number(out, shape->h);
		buffer_add_char(out, ' ');
		number(out, shape->h);
		buffer_add(out, " 0 0 1 ");
		point(out, shape, shape->h, shape->to);
		buffer_add(out, " L");
		point(out, shape, shape->w, shape->to);
		buffer_add(out, " A");
		number(out, shape->w);
		buffer_add_char(out, ' ');
		number(out, shape->w);
		buffer_add(out, " 0 0 0 ");
		point(out, shape, shape->w, shape->from);
		buffer_add(out, " Z\"");
		paint(out, shape);
		buffer_add(out, "/>\n");
		break;
	case SHAPE_TEXT:
		buffer_add(out, "<text");
		attribute(out, "x", shape->x);
		attribute(out, "y", shape->y);
		attribute(out, "font-size", shape->size);
		if (shape->anchor != ANCHOR_START)
			buffer_printf(out, " text-anchor=\"%s\"", anchors[shape->anchor]);
		if (shape->bold)
			buffer_add(out, " font-weight=\"700\"");
		paint(out, shape);
		buffer_add_char(out, '>');
		/* U+2068 and U+2069: an SVG text has no dir="auto". */
		buffer_add(out, "\xe2\x81\xa8");
		escape(out, shape->text);
		buffer_add(out, "\xe2\x81\xa9</text>\n");
		break;
	}
}

static void figure(struct buffer *out, const struct block *block, size_t id)
{
	struct picture *picture = picture_new(block->drawing, block->drawing->kind == DRAWING_LINE ? 190
							      : block->half                        ? 330
												   : 660);
	size_t i;

	buffer_add(out, "<figure>\n");
	if (block->drawing->title)
		element(out, "figcaption", NULL, block->drawing->title);
	buffer_printf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"f%zut f%zud\" viewBox=\"0 0 ",
		id, id);
	number(out, picture->width);
	buffer_add_char(out, ' ');
	number(out, picture->height);
	buffer_printf(out, "\">\n<title id=\"f%zut\">", id);
	escape(out, block->drawing->title);
	buffer_printf(out, "</title>\n<desc id=\"f%zud\">", id);
	escape(out, block->drawing->description);
	buffer_add(out, "</desc>\n");
	for (i = 0; i < picture->count; i++)
		svg_shape(out, &picture->shapes[i]);
	buffer_add(out, "</svg>\n</figure>\n");
	picture_free(picture);
}

/* ---- tables ---- */

/* Prose is longer than this, in columns: the other columns leave it room to be read. */
#define PROSE 40.0

static double width_of(void *user, const char *text, size_t length, bool bold)
{
	int columns;

	text_fit_in(text, length, INT_MAX, &columns);
	return columns * (bold ? 1.1 : 1) * ((const struct measure *)user)->column;
}

/* In points of print: see the styles. */
static struct measure measure_of(struct measure *measure)
{
	*measure = (struct measure){ width_of, measure, 4.7, 12, false, false };
	return *measure;
}

#define PAGE 500.0 /* what a portrait page has between its margins, in points */

/* A word with a figure in it: a ref, a version, a date that somebody typed. */
static bool is_ref(const char *text)
{
	return *text && strlen(text) <= 24 && !strpbrk(text, " \n") && strpbrk(text, "0123456789");
}

static void class_of(struct buffer *out, enum column_kind kind, const char *text, bool prose)
{
	const bool number = kind == COLUMN_NUMBER || kind == COLUMN_PERCENT,
		   whole = text && (layout_is_whole(kind, text) || is_ref(text));

	if (number || whole || prose)
		buffer_printf(out, " class=\"%s%s%s\"", number ? "number" : "", number && whole ? " " : "",
			whole   ? "whole"
			: prose ? "prose"
				: "");
}

static void cell(struct buffer *out, const struct column *column, const struct table_cell *content, const char *name,
	const char *more, bool prose)
{
	buffer_printf(out, "<%s%s", name, more);
	class_of(out, column->kind, content->text, prose);
	buffer_add(out, " dir=\"auto\">");
	if (content->level > 0)
		buffer_printf(out, "<span class=\"level\" style=\"background:#%06x\">",
			level_tint(content->level, content->levels));
	escape(out, content->text);
	if (content->level > 0)
		buffer_add(out, "</span>");
	buffer_printf(out, "</%s>", name);
}

/* The shares of the columns, as the other renderings have them: a browser knows no more of the words than their lengths. */
static void shares(struct buffer *out, const struct block *block, const struct need *needs)
{
	double *widths = xcalloc(block->column_count, sizeof *widths);
	size_t j;

	layout_widths(needs, block->column_count, PAGE, true, widths);
	buffer_add(out, "<colgroup>");
	for (j = 0; j < block->column_count; j++)
		buffer_printf(out, "<col style=\"width:%d%%\">", (int)(widths[j] * 100 / PAGE + 0.5));
	buffer_add(out, "</colgroup>\n");
	free(widths);
}

static void table(struct buffer *out, const struct block *block)
{
	bool facts = block->kind == BLOCK_FACTS;
	struct measure measure = measure_of(&measure);
	struct need *needs;
	size_t i, j;

	if (!block->row_count && facts)
		return;
	needs = xcalloc(block->column_count, sizeof *needs);
	layout_needs(block, &measure, needs);
	buffer_printf(out, "<div class=\"wide\"><table%s>\n",
		facts                       ? " class=\"facts\""
		: block->kind == BLOCK_SIGN ? " class=\"sign\""
					    : "");
	if (block->kind == BLOCK_TABLE)
		shares(out, block, needs);
	if (!facts) {
		buffer_add(out, "<thead><tr>");
		for (j = 0; j < block->column_count; j++) {
			buffer_add(out, "<th scope=\"col\"");
			class_of(out, block->columns[j].kind, NULL, false);
			buffer_add(out, " dir=\"auto\">");
			escape(out, block->columns[j].title);
			buffer_add(out, "</th>");
		}
		buffer_add(out, "</tr></thead>\n");
	}
	buffer_add(out, "<tbody>\n");
	for (i = 0; i < block->row_count; i++) {
		buffer_add(out, "<tr>");
		for (j = 0; j < block->column_count; j++)
			cell(out, &block->columns[j], &block->rows[i].cells[j],
				j == 0 && block->kind != BLOCK_SIGN ? "th" : "td",
				j == 0 && block->kind != BLOCK_SIGN ? " scope=\"row\"" : "",
				!facts && needs[j].natural > PROSE * measure.column);
		buffer_add(out, "</tr>\n");
	}
	buffer_add(out, "</tbody></table></div>\n");
	free(needs);
}

/* ---- the page ---- */

static bool is_half_figure(const struct document *document, size_t i)
{
	return i < document->count && document->blocks[i].kind == BLOCK_FIGURE && document->blocks[i].half;
}

static bool is_chart(const struct document *document, size_t i)
{
	return i < document->count && document->blocks[i].kind == BLOCK_FIGURE &&
	       document->blocks[i].drawing->kind == DRAWING_LINE;
}

static void contents(struct buffer *out, const struct document *document)
{
	size_t i, count = 0;

	for (i = 0; i < document->count; i++)
		count += document->blocks[i].kind == BLOCK_HEADING && document->blocks[i].level == 1;
	if (count < 3 || document->at_once)
		return;
	buffer_add(out, "<nav aria-label=\"");
	escape(out, _("Contents"));
	buffer_add(out, "\"><ul>\n");
	for (i = 0; i < document->count; i++) {
		if (document->blocks[i].kind != BLOCK_HEADING || document->blocks[i].level != 1)
			continue;
		buffer_printf(out, "<li dir=\"auto\"><a href=\"#h%zu\">", i);
		escape(out, document->blocks[i].text);
		buffer_add(out, "</a></li>\n");
	}
	buffer_add(out, "</ul></nav>\n");
}

static void head(struct buffer *out, const struct document *document)
{
	buffer_add(out, "<!DOCTYPE html>\n<html lang=\"");
	escape(out, document->language ? document->language : "en");
	buffer_add(out,
		"\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<meta name=\"generator\" content=\"");
	escape(out, document->application);
	buffer_add(out, "\">\n<title>");
	escape(out, document->title);
	if (document->organisation) {
		buffer_add(out, " \xe2\x80\x93 ");
		escape(out, document->organisation);
	}
	buffer_printf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n", style);
	if (document->stamp) {
		buffer_add(out, "<div class=\"stamp\" aria-hidden=\"true\"><span>");
		escape(out, document->stamp);
		buffer_add(out, "</span></div>\n");
	}
	buffer_add(out, "<header>\n");
	if (document->organisation)
		element(out, "p", "class=\"organisation\"", document->organisation);
	element(out, "h1", NULL, document->title);
	if (document->subtitle)
		element(out, "p", "class=\"subtitle\"", document->subtitle);
	if (document->mark && *document->mark)
		element(out, "p", "class=\"mark\"", document->mark);
	table(out, &document->front);
	buffer_add(out, "</header>\n");
}

/* A page under way. */
struct page {
	const struct document *document;
	struct buffer *out;
	bool *wide;  /* of each block: it stands on turned pages */
	bool list;   /* one is open */
	bool pair;   /* of figures: one is drawn */
	bool broken; /* the next heading begins a page */
	bool turned; /* a section of turned pages is open */
};

static void heading(struct page *page, size_t i)
{
	const struct block *block = &page->document->blocks[i];
	/* h1 is the title; a level left out would break the outline. */
	char name[] = "h2", attributes[64];

	name[1] = (char)('1' + (block->level < 1 ? 1 : block->level > 3 ? 3 : block->level));
	snprintf(attributes, sizeof attributes, "id=\"h%zu\"%s", i, page->broken ? " class=\"break\"" : "");
	if (block->label) {
		buffer_printf(page->out, "<%s %s><bdi>", name, attributes);
		escape(page->out, block->label);
		buffer_add(page->out, "</bdi> <bdi>");
		escape(page->out, block->text);
		buffer_printf(page->out, "</bdi></%s>\n", name);
	} else {
		element(page->out, name, attributes, block->text);
	}
	page->broken = false;
}

static void figures(struct page *page, size_t i)
{
	const struct document *document = page->document;

	if (is_chart(document, i)) {
		if (!i || !is_chart(document, i - 1))
			buffer_add(page->out, "<div class=\"charts\">\n");
		figure(page->out, &document->blocks[i], i);
		if (!is_chart(document, i + 1))
			buffer_add(page->out, "</div>\n");
		return;
	}
	if (!page->pair && is_half_figure(document, i) && is_half_figure(document, i + 1)) {
		buffer_add(page->out, "<div class=\"row\">\n");
		figure(page->out, &document->blocks[i], i);
		page->pair = true;
		return;
	}
	figure(page->out, &document->blocks[i], i);
	if (page->pair)
		buffer_add(page->out, "</div>\n");
	page->pair = false;
}

/* Ends the list and the section that a block does not belong to, and begins its own. */
static void surround(struct page *page, bool item, bool wide)
{
	if (page->list && (!item || wide != page->turned)) {
		buffer_add(page->out, "</ul>\n");
		page->list = false;
	}
	if (wide != page->turned)
		buffer_add(page->out, wide ? "<div class=\"turned\">\n" : "</div><!-- turned -->\n");
	page->turned = wide;
	if (item && !page->list)
		buffer_add(page->out, "<ul>\n");
	page->list = item;
}

static void draw(struct page *page, size_t i)
{
	const struct block *block = &page->document->blocks[i];

	surround(page, block->kind == BLOCK_ITEM, page->wide[i]);
	switch (block->kind) {
	case BLOCK_HEADING:
		heading(page, i);
		break;
	case BLOCK_PARAGRAPH:
		element(page->out, "p", NULL, block->text);
		break;
	case BLOCK_ITEM:
		element(page->out, "li", NULL, block->text);
		break;
	case BLOCK_NOTE:
		element(page->out, "p", "class=\"note\"", block->text);
		break;
	case BLOCK_TABLE:
	case BLOCK_FACTS:
	case BLOCK_SIGN:
		table(page->out, block);
		break;
	case BLOCK_FIGURE:
		figures(page, i);
		break;
	case BLOCK_BREAK:
		page->broken = true;
		break;
	case BLOCK_KINDS:
		break;
	}
}

char *document_html(const struct document *document)
{
	struct buffer out = { 0 };
	struct page page = { .document = document, .out = &out };
	struct measure measure = measure_of(&measure);
	size_t i;

	page.wide = xcalloc(document->count + 1, sizeof *page.wide);
	layout_turn(document, &measure, PAGE, page.wide);
	head(&out, document);
	contents(&out, document);
	buffer_add(&out, "<main>\n");
	for (i = 0; i < document->count; i++)
		draw(&page, i);
	surround(&page, false, false);
	free(page.wide);
	buffer_add(&out, "</main>\n<footer>\n");
	element(&out, "p", NULL, document->application);
	buffer_add(&out, "</footer>\n</body>\n</html>\n");
	return buffer_take(&out);
}
