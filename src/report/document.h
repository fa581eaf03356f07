/*
 * A report as a document: what it says, in which order, and not how it looks.
 * Built once a report; text and HTML are rendered in the program, PDF and XLSX
 * by helper programs that read it from a pipe (wire.h).  Figures stand in it
 * as data: each renderer draws them.
 *
 * Every string is cleaned when it enters: control and bidi characters become
 * U+FFFD, so that no renderer has to think of them.
 */
#ifndef NORIA_REPORT_DOCUMENT_H
#define NORIA_REPORT_DOCUMENT_H

#include "base/lib.h"

enum block_kind {
	BLOCK_HEADING = 1, /* level 1 to 3 */
	BLOCK_PARAGRAPH,
	BLOCK_ITEM, /* of a list */
	BLOCK_NOTE,
	BLOCK_TABLE, /* its header is repeated on each page */
	BLOCK_FACTS, /* two columns: label, value */
	BLOCK_FIGURE,
	BLOCK_BREAK, /* what follows begins a page */
	BLOCK_SIGN,  /* a table whose rows are signatories: name, function, date, signature */
	BLOCK_KINDS
};

enum column_kind { COLUMN_TEXT, COLUMN_NUMBER, COLUMN_PERCENT, COLUMN_DATE, COLUMN_TIME, COLUMN_LEVEL, COLUMN_KINDS };

/* What a person may write in a column of a table that is to be filled in. */
enum entry_others {
	ENTRY_ANYTHING, /* what may be chosen is an offer */
	ENTRY_WARNED,   /* the spreadsheet asks whether it is meant */
	ENTRY_REFUSED
};
struct entry_rule {
	char *help;              /* what to write, shown beside the cell */
	struct strings choices;  /* what may be chosen; none: it is written freely */
	enum entry_others other; /* what becomes of what is none of these */
	bool required, text;     /* text: no spreadsheet makes a number or a date of it */
	int64_t least, most;     /* of a number; both 0: any.  Of a text the most characters; 0: any number */
};
struct column {
	char *title;
	enum column_kind kind;
	int width;                /* columns of text, 0: what is left */
	struct entry_rule *entry; /* NULL: the table is to be read */
};
/* text is what a person reads; value the same in the file's own form where the column's kind is not text (NULL: empty). */
struct table_cell {
	char *text;
	char *value;
	int level, levels; /* level of levels, for the colour; 0: none */
};
struct table_row {
	struct table_cell *cells;
};

/* ---- figures ---- */

enum drawing_kind {
	DRAWING_BARS,   /* marks: label, count of a whole */
	DRAWING_MATRIX, /* rows by columns; marks row by row: text, level */
	DRAWING_GANTT,  /* marks: label, from and to as days, progress, lateness */
	DRAWING_WHEEL,  /* four marks: the phases with what there is in each */
	/*
	 * A series over its periods: marks, the oldest first, each a period, its value as text, and where that stands
	 * between the ends of the axis (0 to DRAWING_WHOLE; of 0: there was none); then, of levels 1, the lines that it is
	 * held against (done: the target).  rows: the upper and the lower end of the axis; column_axis: how it stands.
	 * Those that follow each other stand side by side.
	 */
	DRAWING_LINE,
	DRAWING_KINDS
};
#define DRAWING_WHOLE 10000
struct mark {
	char *label;
	char *text;
	int64_t value, of; /* bars: of 0: the greatest is the measure; Gantt: progress of 100 */
	int from, to;      /* days since 1970 */
	int level, levels;
	bool late, done;
};
struct drawing {
	enum drawing_kind kind;
	char *title;
	char *description;            /* for those who do not see it */
	struct strings rows, columns; /* matrix: labels, rows from the top */
	char *row_axis, *column_axis;
	int from, to, today; /* Gantt: days */
	struct mark *marks;
	size_t count;
};

/* ---- the document ---- */

struct block {
	enum block_kind kind;
	int level;
	bool half;   /* two of these in a row stand side by side where there is room */
	bool wide;   /* it stands on a landscape page: see document_wide */
	char *label; /* headings: the ref before the text, kept apart for text that runs the other way */
	char *text;
	struct column *columns;
	size_t column_count;
	struct table_row *rows;
	size_t row_count, row_capacity;
	struct drawing *drawing;
};
struct document {
	char *title, *subtitle, *organisation;
	char *mark;         /* confidentiality mark on every page; NULL: none */
	char *stamp;        /* a word across every page, of what holds no more ("WITHDRAWN"); NULL: none */
	char *language;     /* "en", "fr" */
	char *date;         /* as a person reads it */
	char *application;  /* "Noria 0.1.0" */
	char *paper;        /* "a4", "letter" */
	int64_t created;    /* seconds, for metadata */
	bool cover;         /* the title stands on a page of its own */
	bool one_page;      /* shrinks until it fits on one page */
	bool at_once;       /* what it says first stands on the first page: no contents come before it */
	struct block front; /* facts beside the title */
	struct block *blocks;
	size_t count, capacity;
	bool wide; /* what is added now stands on landscape pages */
};

struct document *document_new(const char *title);
void document_free(struct document *document);
/* Takes the facts beside the title away, for others. */
void document_front(struct document *document);
/* Replaces one of the strings of the head. */
void document_set(char **string, const char *text);

/* It begins with a capital. */
void document_heading(struct document *document, int level, const char *text);
/* The heading of a record: its ref, and what people call it. */
void document_heading_of(struct document *document, int level, const char *ref, const char *text);
void document_paragraph(struct document *document, const char *text);
/* Text that a person wrote over several lines: paragraphs, and items where lines begin with a hyphen or a bullet. */
void document_prose(struct document *document, const char *text);
void document_item(struct document *document, const char *text);
void document_note(struct document *document, const char *text);
void document_break(struct document *document);
/*
 * What is added from here on stands on landscape pages, until it is taken back by false; each
 * change begins a page by itself, so that no document_break is needed beside it:
 *
 *	document_wide(document, true);
 *	document_heading(document, 1, title);
 *	table = document_table(document, columns, count);
 *	...
 *	document_wide(document, false);
 *
 * A table whose columns do not fit on a portrait page needs none of this: its section is turned by itself.
 */
void document_wide(struct document *document, bool wide);

/* Columns as a report declares them; title is translated already. */
struct column_def {
	const char *title;
	enum column_kind kind;
	int width;
};
/* The block is the document's and may move when the next is added: fill it first. */
struct block *document_table(struct document *document, const struct column_def *columns, size_t count);
struct block *document_facts(struct document *document);
/* A row of empty cells, valid until the next is added. */
struct table_row *table_row(struct block *table);
void table_set(struct table_row *row, size_t column, const char *text, const char *value);
void table_set_level(struct table_row *row, size_t column, int level, int levels);
/* A row of texts. */
void table_add(struct block *table, const char *const *cells);
/* Two rows with a label and its value; nothing where text is empty. */
struct table_row *facts_add(struct block *facts, const char *label, const char *text);
/* A block to sign in: rows with name, function and date, NULL where a line is to be filled by hand. */
struct block *document_sign(struct document *document);
void sign_add(struct block *sign, const char *name, const char *function, const char *date);

struct drawing *document_figure(
	struct document *document, enum drawing_kind kind, const char *title, const char *description);
struct mark *drawing_mark(struct drawing *drawing, const char *label, const char *text);
void drawing_free(struct drawing *drawing);

/* A cleaned copy: see above. NULL gives NULL. */
char *document_clean(const char *text);
/* Sets all that people read of it as the typography of its language asks (text_typeset); values stay. */
void document_typeset(struct document *document);
void block_typeset(struct block *block, const char *language);
void row_typeset(struct table_cell *cells, size_t count, const char *language);
/* Makes room for a block; used by the builders above and by the reader of the wire. */
struct block *document_add(struct document *document, enum block_kind kind, int level, const char *text);
void block_columns(struct block *block, const struct column_def *columns, size_t count);
void block_free(struct block *block);
/* The entry of a column, made where it has none; valid until the block is freed. */
struct entry_rule *block_entry(struct block *block, size_t column);

/* ---- renderers in the program ---- */

/* Text of `columns` columns (80 for print). Caller frees. */
char *document_text(const struct document *document, int columns);
/* One self-contained page. Caller frees. */
char *document_html(const struct document *document);

/* "#RRGGBB" values of a level on its scale: a light ground for dark text, and the full colour. */
unsigned level_tint(int level, int levels);
unsigned level_colour(int level, int levels);

#endif
