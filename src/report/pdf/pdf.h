/*
 * noria-pdf: what its files share.  A document is laid out twice, first to
 * count the pages, then to draw them: "3/12" stands on each.
 */
#ifndef NORIA_REPORT_PDF_H
#define NORIA_REPORT_PDF_H

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>

#include "report/document.h"

/* Characters whose widths are kept: Latin ones, then those from U+2000. */
enum { TYPE_LATIN = 0x250, TYPE_PLACES = TYPE_LATIN + 0x70 };

/* The paper under the pen.  Lengths in points, y downwards. */
struct pages {
	const struct document *document;
	cairo_surface_t *surface;
	cairo_t *cr;
	PangoContext *context;
	double paper_width, paper_height; /* upright */
	double width, height;             /* of this page */
	double left, right, top, bottom;  /* of the text */
	double y;
	double scale; /* of all sizes of type: below 1 to fit one page */
	int number, total;
	bool wide;                       /* this page is turned */
	bool *wide_blocks;               /* which blocks stand on such pages */
	PangoAttrList *attributes;       /* of all text */
	double advances[2][TYPE_PLACES]; /* widths of characters at a size of 1, light and bold; 0: not measured yet */
	bool drawing;                    /* false: only counting */
	bool bare;                       /* the cover: no header */
	GHashTable *kept;  /* layouts by what they are of: the second pass and equal cells take them again */
	int *places;       /* the page of each heading, by the number of its block: as the pass before found it */
	int depth;         /* of the headings in the page of contents; 0: there is none */
	int contents;      /* pages that the contents take */
	int contents_last; /* entries on the last of them */
	bool tight;        /* entries stand closer, so that no few of them are left for a page of their own */
	const char *leaf, *leaf_says;        /* the tag under way: structure.c; NULL: none */
	bool unread;                         /* what is drawn now was read already */
	struct strings alternatives, scopes; /* words for each figure, what each header of a table heads: amend.c */
	bool section;                        /* one is open */
	int outline[3];                      /* the bookmarks under which the next stand */
};

enum weight { LIGHT, BOLD };
enum setting { PLAIN, RIGHT, SPACED, LINE };

/* ---- page.c ---- */
/* The first page; wide: it is turned. */
void pages_begin(struct pages *pages, bool wide);
void page_next(struct pages *pages);
/* What follows stands on pages that are turned, or are not: begins one where this is another. */
void page_turn(struct pages *pages, bool wide);
/* The width of the text on a page. */
double page_room(const struct pages *pages, bool wide);
/* Begins a page when less than this is left. */
void page_need(struct pages *pages, double height);
double page_left(const struct pages *pages);
/* Forgets the layouts that are kept: the scale changes. */
void pages_forget(struct pages *pages);
void pages_end(struct pages *pages);
/* A layout of this text; g_object_unref. width 0: as wide as it is. */
PangoLayout *layout_make(struct pages *pages, const char *text, double size, enum weight weight, double width);
/* The same out of those that are kept, set in that way; not to be changed. */
PangoLayout *layout_new(
	struct pages *pages, const char *text, double size, enum weight weight, enum setting setting, double width);
double layout_height(PangoLayout *layout);
/* Draws the lines of a layout from `line` on that end above `below`; returns the first that did not fit; *used is their height. */
int layout_draw(struct pages *pages, PangoLayout *layout, int line, double x, double y, double below, unsigned colour,
	double *used);
void colour_set(cairo_t *cr, unsigned colour);
void rule_draw(struct pages *pages, double x, double y, double to_x, double width, unsigned colour);
void box_draw(struct pages *pages, double x, double y, double width, double height, unsigned colour);
/* Text that flows over pages as a leaf of that tag; x from the left margin. */
void text_flow(struct pages *pages, const char *tag, const char *text, double size, enum weight weight, unsigned colour,
	double x);
void bookmark(struct pages *pages, int level, const char *text);

/* ---- structure.c ---- */
/* A part: it holds other tags. */
void part_begin(struct pages *pages, const char *tag);
void part_end(struct pages *pages, const char *tag);
/* A leaf: it holds what is drawn until it ends.  says: of TH "Row" or "Column", of Figure its description; it must outlive the leaf. */
void leaf_begin(struct pages *pages, const char *tag, const char *says);
void leaf_end(struct pages *pages);
/* Around the end of a page. */
void leaf_pause(struct pages *pages);
void leaf_resume(struct pages *pages);

/* ---- amend.c ---- */
/* Writes what cairo made, with what it cannot say. */
void amend(const struct pages *pages, const struct buffer *pdf, FILE *out);

/* ---- objects.c ---- */
#define OBJECTS_ENTRY 20 /* bytes of an entry of the table of objects */
/* A PDF whose table of objects is plain: where the table stands, its first entry, how many there are, where the last lines begin. */
struct objects {
	const char *data;
	size_t length, table, entries, count, tail;
};
/* False: cairo packed it. */
bool objects_find(struct objects *objects, const struct buffer *pdf);
/* Where an object stands; 0: it is free. */
size_t object_place(const struct objects *objects, size_t object);

/* ---- pack.c ---- */
/* Writes a PDF whose table of objects is plain with its objects in compressed streams; as it is where it cannot. */
void pack(const struct buffer *pdf, FILE *out);

/* ---- tell.c ---- */
/* Writes one whose objects are packed, with what cairo cannot say.  False: there is no qpdf, or it could not; nothing was written. */
/* ", qpdf 11.3.0", or "" where there is none. */
const char *tells(void);
bool tell(const struct pages *pages, const struct buffer *pdf, FILE *out);

/* ---- contents.c ---- */
/* Decides how deep the contents go, before the pages are counted. */
void contents_plan(struct pages *pages);
/* False after counting: so few pages have none; count again without (depth 0). */
bool contents_wanted(const struct pages *pages);
/* True after counting: but for a few all entries stand on the pages before; count again with them closer (tight). */
bool contents_lonely(const struct pages *pages);
void contents_draw(struct pages *pages);
/* The heading that is this block stands here. */
void contents_reached(struct pages *pages, size_t index);
/* The ref and the title of a heading; isolated: for a line of type, where the title may run the other way. */
char *heading_text(struct pages *pages, const struct block *block, bool isolated);

/* ---- blocks.c ---- */
void document_draw(struct pages *pages);

/* ---- type.c ---- */
/* The width of these bytes of text on one line, of type of size 1 and scale 1. */
double type_width(struct pages *pages, const char *text, size_t length, enum weight weight);

/* ---- table.c ---- */
/* Decides which blocks stand on turned pages; fills wide_blocks. */
void pages_turn(struct pages *pages);
#define TABLE_LEAST 60 /* of room: header and first row */
/* What a table or a list of facts asks for where it begins: all of it where it is short, `behind` with it. */
double table_least(struct pages *pages, const struct block *block, double behind);
/* behind: what must stand on the page of its last rows; 0: nothing. */
void table_draw(struct pages *pages, const struct block *block, double behind);
double sign_height(const struct pages *pages, const struct block *block);
void sign_draw(struct pages *pages, const struct block *block);

/* ---- figure.c ---- */
void figure_draw(struct pages *pages, const struct drawing *drawing);
/* What a figure asks for where it begins, its title with it. */
double figure_least(struct pages *pages, const struct drawing *drawing);
/* Two side by side. */
double figures_least(struct pages *pages, const struct drawing *left, const struct drawing *right);
void figures_draw(struct pages *pages, const struct drawing *left, const struct drawing *right);
/* Series that follow each other from that block on: how many, what the first row of them asks for; draws all, returns how many. */
size_t charts_count(const struct document *document, size_t index);
double charts_least(struct pages *pages, size_t index);
size_t charts_draw(struct pages *pages, size_t index);

#define INK 0x1d2733u
#define MUTED 0x5b6876u
#define HAIR 0xc9d1d9u
#define ACCENT 0x1f5a7du
#define STAMP_OPACITY 0.16

#endif
