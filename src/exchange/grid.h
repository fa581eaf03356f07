/*
 * A table as somebody gives it, wholly in memory: what CSV, XLSX and ODS are read into, and what
 * is matched, previewed and imported from there.  Included by the files of this folder only.
 */
#ifndef NORIA_EXCHANGE_GRID_H
#define NORIA_EXCHANGE_GRID_H

#include "exchange/lib.h"

/* What the program that wrote the cell took it for.  In CSV every cell is a text. */
enum grid_kind {
	GRID_EMPTY,
	GRID_TEXT,
	GRID_NUMBER,  /* text: as few digits as say the number, with a point; behind it the last zeros that are shown */
	GRID_DATE,    /* text: 2026-12-31, or 2026-12-31T09:30:00 where the time is not midnight */
	GRID_BOOLEAN, /* text: "yes" or "no" */
	GRID_ERROR    /* text: "#N/A" */
};

struct grid_cell {
	const char *text; /* valid UTF-8, never NULL; the grid's */
	enum grid_kind kind;
	unsigned short
		unit; /* of a number: place in grid->units, from 1, of what its format shows beside it; 0: nothing */
	bool no_year; /* of a date: it is shown without its year, as spreadsheets do that made one of "1.2" */
};

#define GRID_NOWHERE SIZE_MAX
#define GRID_MADE_MOST 4

struct grid_row {
	size_t first, count; /* of grid->cells; blank cells at the end are not kept */
	long line;           /* in the file, from 1: of a sheet the number of the row */
	long next;           /* the line behind it, where a blank one may stand */
	bool banner;         /* of a sheet: its one cell is merged over several columns */
	size_t at; /* of an unfolded grid: the column that what was made stands in; GRID_NOWHERE: in several, or none */
};

struct grid {
	char *name;            /* of the input, for messages */
	char *sheet;           /* the one that was read; NULL: the format has none */
	bool sheet_hidden;     /* people do not see it in their workbook */
	struct strings sheets; /* the names of all */
	char separator;        /* of a text: what parts its cells; 0: it is a workbook */
	bool marked;           /* a text with a mark, or in another encoding than UTF-8: who reads it needs one */
	bool seen;             /* as in grid_options */
	struct strings notes;  /* what is to be said of how it was read: sentences */
	struct strings units;  /* "€", "k€", "CHF": what formats show beside numbers, each once */
	struct grid_row *rows; /* those that hold something */
	size_t count, capacity;
	struct grid_cell *cells;
	size_t cell_count, cell_capacity;
	size_t columns;          /* of the longest row */
	struct grid_block *text; /* of the cells */
	size_t bytes;            /* of all texts */
	bool since_1904;         /* a number that is meant as a day counts from there */
	struct grid
		*read_as; /* grid_wide.c: as it was read, but for texts, where it is shown otherwise; NULL: it is so */
	size_t made[GRID_MADE_MOST], made_count; /* the columns that were made of others */
};

struct grid_options {
	const char *encoding; /* NULL: found out, and noted where it is none of UTF-8's */
	const char *sheet;    /* its name, or its number from 1; NULL: the first that holds something */
	bool seen;            /* somebody looks at a screen: what is said names no options of the command line */
};

/* Reads an input ("-": standard input) of whatever format.  False: error, and the grid is empty. */
bool grid_read(const char *path, const struct grid_options *options, struct grid *grid, struct error *error);
/* The same of an input in memory, called `name` in messages; the bytes are the caller's, and may be changed by it. */
bool grid_read_bytes(const char *name, struct buffer *bytes, const struct grid_options *options, struct grid *grid,
	struct error *error);
void grid_free(struct grid *grid);

/* For readers: a row begins, and its cells follow.  length: of text in bytes.  False: more than a table may hold; error names the line. */
bool grid_add_row(struct grid *grid, long line, struct error *error);
bool grid_add_cell(struct grid *grid, enum grid_kind kind, const char *text, size_t length, struct error *error);
/* What a number is shown with that nobody can tell: no amount is read from it. */
#define GRID_UNIT_UNKNOWN "?"
/* Begins words that stand before their number: "v"0.0. */
#define GRID_UNIT_BEFORE "\x01"
/*
 * The place of a unit among those of the grid, from 1, found by going through them: asked once, not for each of many
 * cells; and the cell added last has it.
 */
unsigned short grid_unit(struct grid *grid, const char *unit);
void grid_set_unit(struct grid *grid, unsigned short unit);
/* The date added last is shown without its year. */
void grid_set_no_year(struct grid *grid);
/* Puts a cell of the grid also into that place, where nothing stands; a row may become longer.  False: as above. */
bool grid_spread(struct grid *grid, size_t row, size_t column, const struct grid_cell *cell, struct error *error);
/* A row without anything above all others, of line 0: in the place of the names where the table has none. */
void grid_add_top(struct grid *grid);
/* Once all rows are there: rows without anything are dropped, `columns` is counted. */
void grid_end(struct grid *grid);

/* The same of a cell that the grid had before, with all that it is. */
bool grid_add_as(struct grid *grid, const struct grid_cell *cell, struct error *error);
/* A copy of a text that lives as long as the grid. */
const char *grid_keep(struct grid *grid, const char *text, size_t length);

/* ---- wide tables: grid_wide.c ---- */

/*
 * Each filled cell of the wide columns (a bool for each column) becomes a row: the other cells, `names` of its column, and
 * itself, below the headings `name` and `value`.  *without: rows that have no such cell, which are left out.  False: error,
 * and the grid is as it was.
 */
bool grid_unfold(struct grid *grid, size_t header, const bool *wide, const char *const *names, const char *name,
	const char *value, size_t *without, struct error *error);
/*
 * Each row gets a cell for each of the letters, below these labels: the names of those wide columns in whose cell the
 * letter stands, a line each.
 */
bool grid_gather(struct grid *grid, size_t header, const bool *wide, const char *const *names, const char *letters,
	const char *const *labels, bool (*holds)(const struct grid_cell *cell, char letter), struct error *error);
/* Whether the column is one that was made of others. */
bool grid_is_made(const struct grid *grid, size_t column);
/* Whether a letter, in either case, stands in a cell of a matrix. */
bool grid_has_letter(const struct grid_cell *cell, char letter);
bool grid_is_wide(const struct grid *grid);
/* As it was read. */
void grid_fold(struct grid *grid);

/* Whether a cell's text is nothing but white space, and a row nothing but such cells. */
bool grid_is_blank(const char *text);
bool grid_row_is_blank(const struct grid *grid, size_t row);
/* A cell; "" and GRID_EMPTY beyond the end of its row. */
const struct grid_cell *grid_at(const struct grid *grid, size_t row, size_t column);
/* "1200 CHF": the number of a cell with what its format shows beside it; NULL: it shows nothing.  The caller frees. */
char *grid_with_unit(const struct grid *grid, size_t row, size_t column);
/* A number with these as it is shown: "5 years", "v1.0"; NULL: nothing is shown beside it, or nobody knows what.  The caller frees. */
char *grid_as_shown(const struct grid *grid, size_t row, size_t column);
/* The cell of the row above the names that stands over the column; NULL: that row is a title and names no groups. */
const char *grid_group_over(const struct grid *grid, size_t header, size_t column);
/* Whether the cell is a number and nothing more, in whatever form: 3,5, 12 %, 12/20. */
bool grid_is_number(const struct grid_cell *cell);
/* Which sheet was read, of which others; printable, for people.  The caller frees. */
char *grid_sheet_text(const struct grid *grid, const char *others);
/* "B7" of a sheet, for messages; NULL where rows have lines alone.  The caller frees. */
char *grid_cell_name(const struct grid *grid, size_t row, size_t column);
/* "A", "Z", "AA": the caller frees. */
char *grid_column_name(size_t column);

#endif
