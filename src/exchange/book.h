/* What is alike in workbooks, whoever wrote them: XLSX and ODS.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_BOOK_H
#define NORIA_EXCHANGE_BOOK_H

#include "exchange/grid.h"
#include "exchange/zip.h"

/* Of a sheet; columns that hold something: a stray cell far to the right is no table. */
#define BOOK_ROWS_MAX 1048576
#define BOOK_COLUMNS_MAX 16384
#define BOOK_COLUMNS_USED_MAX 500
/* Bytes of a part, unpacked. */
#define BOOK_PART_MAX ((size_t)16 << 20)
#define BOOK_SHEET_MAX ((size_t)128 << 20)

/* Read a workbook into the grid, whose name is set.  False: error. */
bool xlsx_read(struct archive *archive, const struct grid_options *options, struct grid *grid, struct error *error);
bool ods_read(struct archive *archive, const struct grid_options *options, struct grid *grid, struct error *error);

/* ---- sheets, and which of them is read ---- */

struct book_sheet {
	char *name;
	char *part; /* XLSX: where it is */
	bool hidden;
};
struct book_sheets {
	struct book_sheet *items;
	size_t count, capacity;
};
void book_sheets_add(struct book_sheets *sheets, char *name, char *part, bool hidden); /* takes both */
void book_sheets_free(struct book_sheets *sheets);
/* Reads one sheet into the empty grid. */
typedef bool (*book_reader)(void *user, size_t sheet, struct grid *grid, struct error *error);
/* Reads the one that is wanted: by name or number, else the first that is seen and holds something.  The grid's sheet, sheets and notes say which. */
bool book_choose(const struct book_sheets *sheets, const char *wanted, book_reader reader, void *user,
	struct grid *grid, struct error *error);

/* ---- rows, in whatever order the cells come ---- */

struct book_cell {
	size_t column, start, length;
	enum grid_kind kind;
	unsigned short unit; /* as in struct grid_cell */
	bool no_year;        /* likewise */
};
/* Cells of a column that are one with the first of them; column from 0, rows from 1. */
struct book_merge {
	size_t column;
	long first, last;
};
/* One cell over several columns of a row; columns from 0. */
struct book_banner {
	long line;
	size_t first, last;
};
struct book_rows {
	struct grid *grid;
	struct error *error;
	long line;
	struct book_cell *cells; /* of the row under way */
	size_t count, capacity;
	struct buffer text;
	long *hidden; /* rows that are not shown, ascending as they came */
	size_t hidden_count, hidden_capacity;
	struct book_span {
		long first, last;
	} * hidden_columns; /* from 1 */
	size_t hidden_column_count;
	struct strings merged, unknown; /* "A3:A5"; cells with a formula that has no value */
	size_t merged_count, unknown_count;
	struct book_merge *merges;
	size_t merge_count, merge_capacity;
	struct book_banner *banners;
	size_t banner_count, banner_capacity;
};
/* All zero but grid and error before. */
bool book_row_begin(struct book_rows *rows, long line);
/* column from 0; what is empty is not kept. */
bool book_row_add(struct book_rows *rows, size_t column, enum grid_kind kind, const char *text, size_t length);
/* What the format of the cell added last shows beside its number: of grid_unit, or 0. */
void book_row_unit(struct book_rows *rows, unsigned short unit);
/* The date of the cell added last is shown without its year. */
void book_row_no_year(struct book_rows *rows);
bool book_row_end(struct book_rows *rows, bool hidden);
/* All rows are there: puts them in order and says what was hidden or merged. */
bool book_rows_end(struct book_rows *rows);
void book_rows_free(struct book_rows *rows);
/* Columns first to last, from 1, are not shown; rows top to bottom are one cell; a formula's value is not there. */
void book_hidden_columns(struct book_rows *rows, long first, long last);
void book_merged(struct book_rows *rows, const char *range, size_t length);
bool book_unknown(struct book_rows *rows, size_t column, const char *formula);
/* Keeps a range over several rows; and once all rows are in order, its text stands in each of them.  False: error. */
void book_merge_keep(struct book_rows *rows, const char *range);
/* The same of a range of one row; and, where all rows are there, marks those that are such a cell and no more. */
void book_banner_keep(struct book_rows *rows, const char *range);
void book_banners_mark(struct book_rows *rows);
bool book_merges_fill(struct book_rows *rows);
/* "B7: " is put before the sentence.  Returns false. */
bool book_refuse(struct book_rows *rows, size_t column, const char *sentence);

/* ---- values: book_value.c, book_unit.c ---- */

/*
 * How the number of a cell is shown; behind BOOK_PADDED with so many digits, behind BOOK_DECIMALS with so many decimals.
 * BOOK_DAY_MONTH: a date without its year; BOOK_MONTH: without its day; BOOK_YEAR: without its month, too.
 */
enum book_format {
	BOOK_NUMBER,
	BOOK_DATE,
	BOOK_DAY_MONTH,
	BOOK_TIME,
	BOOK_DURATION,
	BOOK_PERCENT,
	BOOK_MONTH,
	BOOK_YEAR,
	BOOK_PADDED,
	BOOK_DECIMALS = BOOK_PADDED + 20
};
/* Whether it shows a day, or what is left of one. */
bool book_is_day(unsigned char format);
/* What a code such as "R-"000 shows before the digits of an id, *zeros of them; NULL: nothing.  The caller frees. */
char *book_prefix(const char *code, size_t *zeros);
/* A number as an ODS shows it, "5,10" and "R-001", where that is the same number; added to out.  False: it is another, or no more than the number. */
bool book_number_shown(const char *shown, const char *number, struct buffer *out, enum grid_kind *kind);
/* Whether a date is shown without its day: "Dec-26", "12/2026". */
bool book_is_month(const char *shown, const char *date);
/* Whether it is shown without its year: "1-Feb". */
bool book_is_day_month(const char *shown);
/* Of one of the formats that have no code, and of a code: "dd/mm/yyyy;@". */
unsigned char book_builtin_format(long number);
unsigned char book_format(const char *code);
/* book_sections.c.  A section of a code that says of which numbers it is. */
#define BOOK_SECTIONS 3
enum book_condition { BOOK_ALWAYS, BOOK_BELOW, BOOK_AT_MOST, BOOK_ABOVE, BOOK_AT_LEAST, BOOK_EQUAL, BOOK_OTHER_THAN };
struct book_section {
	enum book_condition condition;
	double limit;
	char *code; /* without the condition */
	bool value; /* it shows the number in some way, and not a text in its place */
};
/* How many there are, whose codes are the caller's to free; 0: none says of which numbers it is. */
size_t book_sections(const char *code, struct book_section sections[BOOK_SECTIONS]);
/* The place of the one that shows the value; their count: none does. */
size_t book_section_of(const struct book_section *sections, size_t count, double value);
/* A number as it stands in the file, with a point wherever the program runs. */
bool book_parse(const char *text, double *value);
/*
 * What the code of a number shows beside it, as people write it behind one: "€" of #,##0.00 [$€-40C], "k€" of
 * 0" k€"; what is no currency as it stands, "/an".  NULL: nothing.  The caller frees.
 */
char *book_unit(const char *code);
/*
 * The same of the text that a cell shows for its value, which has that currency beside it ("": none): "12 k€" of 12 is
 * in k€, and of 12000 in €; "?" where they tell of two things.  The caller frees.
 */
char *book_shown_unit(const char *text, double value, const char *currency);
/* A number as it stands in the file ("46022.5", "1E-3"), added as the format shows it; false: it is none. */
bool book_number(const char *text, unsigned char format, bool since_1904, struct buffer *out, enum grid_kind *kind);
/* "2026-12-31T00:00:00.000" as the grid has dates; false: it is no date. */
bool book_iso_date(const char *text, struct buffer *out, enum grid_kind *kind);
/* "PT36H30M00S" as 36:30; false: it is no time. */
bool book_iso_time(const char *text, struct buffer *out);

#endif
