/* noria-xlsx: what its files share. */
#ifndef NORIA_REPORT_XLSX_SHEETS_H
#define NORIA_REPORT_XLSX_SHEETS_H

#include <xlsxwriter.h>

#include "report/wire.h"

/* Characters: of a column, and of what a portrait page holds beside each other. */
enum { WIDTH_LEAST = 6, WIDTH_MOST = 50, PAGE_WIDTH = 90 };

enum style {
	STYLE_TEXT,
	STYLE_LONG,
	STYLE_NUMBER,
	STYLE_PERCENT,
	STYLE_DATE,
	STYLE_TIME,
	STYLE_KEPT,     /* a text that is one whatever is typed over it: "5.10" */
	STYLE_OWN_DATE, /* as the spreadsheet of whoever fills it in writes dates */
	STYLE_OWN_TIME,
	STYLE_REQUIRED, /* the heading of a column that must be filled in */
	STYLES
};

/* What may be chosen in a column, kept until the sheet of the lists is written. */
struct list {
	char *title;
	struct strings choices;
};

struct sheets {
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *stamp, *header, *styles[STYLES], *levels[16][16];
	struct block block; /* the columns of the table under way */
	int *widths;
	lxw_row_t first, row; /* the header's; the last that was written */
	size_t count;
	bool letter;
	size_t cut;           /* texts that no cell could hold */
	struct strings names; /* folded, for they must differ whatever their case */
	char *lists_name;     /* of the sheet with the lists; NULL: nothing is to be chosen */
	struct list *lists;
	size_t list_count;
};

/* A name as a sheet may bear it: 31 units of UTF-16, without those that stand for something in formulas, like no other.  The caller frees. */
char *sheet_name(struct sheets *sheets, const char *wanted);
/* Characters of the longest line, as far as a column's width needs to know; ends: what else ends a line. */
int measure(const char *text, char ends);
/* The units of UTF-16 that a text takes. */
size_t text_units(const char *text);

/* ---- tables to be filled in: entry.c ---- */

/* True where the table under way is one. */
bool entry_is(const struct sheets *sheets);
/* Makes its empty rows ready: what may be chosen or written, and what is said beside the cell. */
void entry_prepare(struct sheets *sheets);
/* The format of the cells of a column of it. */
lxw_format *entry_style(const struct sheets *sheets, size_t column);
/* How wide a column of it is at least. */
int entry_width(const struct sheets *sheets, size_t column);
/* The sheet with what may be chosen, which nobody needs to see. */
void entry_lists(struct sheets *sheets);
void entry_free(struct sheets *sheets);

#endif
