/* CSV (RFC 4180): cells out, lines in.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_CSV_H
#define NORIA_EXCHANGE_CSV_H

#include "exchange/lib.h"

/* Appends a cell, quoted where needed; what a spreadsheet would run as a formula gets an apostrophe before it. */
void csv_add_cell(struct buffer *line, const char *value);
/* Appends what is no text but an error of a spreadsheet, and is read as one again. */
void csv_add_error(struct buffer *line, const char *error);
/* Appends a cell of tab-separated values: \t, \n and \\ stand for what would part it. */
void tsv_add_cell(struct buffer *line, const char *value);

/* A table being read. */
struct csv {
	const char *name; /* for messages */
	char separator;
	long line; /* of the row just read, from 1 */
	long next_line;
	enum { ENDS_UNKNOWN, ENDS_LF, ENDS_CR, ENDS_DOUBLED } ends; /* of lines, as the first one ends */
	const char *bytes;                                          /* all of it */
	size_t at, length;
	char *owned; /* the bytes, where csv_open read them */
	struct strings cells;
	bool again; /* the next row is this one once more */
};
/* Reads a table of ours, in UTF-8 ("-": standard input). */
bool csv_open(struct csv *csv, const char *path, struct error *error);
/* The same of bytes in memory, which outlive it; a mark is no part of them. */
void csv_open_bytes(struct csv *csv, const char *name, const char *bytes, size_t length);
/* Finds the separator, before the first row.  csv_separator.c. */
void csv_begin(struct csv *csv);
/* The next row into csv->cells; false at the end or on error (then error is filled). */
bool csv_row(struct csv *csv, struct error *error);
void csv_close(struct csv *csv);
/* Takes away the apostrophe that csv_add_cell puts, in place.  False: there was none. */
bool csv_unguard(char *cell);
/* Whether it is what a spreadsheet writes where a formula fails, in the languages of Western Europe, or a number is too wide: #N/A, #VALEUR !, Err:502, #####. */
bool csv_is_error(const char *cell);

#endif
