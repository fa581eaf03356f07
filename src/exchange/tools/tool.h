/*
 * What people leave other tools with, made tables of Noria's registers: one file a tool.  Nothing is made
 * up: what a tool says in a scale or a word of its own stays a text, and what has no place is named.
 * Included by the files of this folder and its parent only.
 */
#ifndef NORIA_EXCHANGE_TOOLS_TOOL_H
#define NORIA_EXCHANGE_TOOLS_TOOL_H

#include "exchange/grid.h"
#include "exchange/import.h"

/* The rows of one register, as they will be imported. */
struct tool_row {
	char **values; /* by field of the table; NULL: nothing is said of it */
	size_t count;
	long line; /* of the input */
};
struct tool_table {
	const struct register_def *def;
	struct strings fields;
	struct tool_row *rows;
	size_t count, capacity;
};

#define TOOL_TABLES 12
struct tool_input {
	struct store *store;
	const char *name;   /* of the file, for messages */
	const char *tool;   /* "CISO Assistant" */
	const char *source; /* before foreign ids: the tool, where nobody said otherwise */
	struct tool_table tables[TOOL_TABLES];
	size_t table_count;
	struct strings unread; /* names of what holds something and has no place */
	struct strings said;   /* sentences */
};

struct tool {
	const char *kind; /* of --as */
	const char *name;
	/* True where the table is one of its; NULL: its files are no tables. */
	bool (*fits)(const struct grid *grid);
	/* Makes the tables.  False: error. */
	bool (*read_grid)(struct tool_input *input, const struct grid *grid, struct error *error);
	/* The same of a file that is no table; the bytes may be changed. */
	bool (*read_bytes)(struct tool_input *input, struct buffer *bytes, struct error *error);
};
extern const struct tool tool_ciso_assistant, tool_deming, tool_monarc, tool_simplerisk, tool_verinice;

/* The tool of that name in --as; NULL: there is none. */
const struct tool *tool_named(const char *kind);
/* The tool whose table it is; NULL: of none. */
const struct tool *tool_of_grid(const struct grid *grid);
/* The same of a file that is no table, by its beginning and its parts. */
const struct tool *tool_of_file(const char *path);
/* Imports what the tool's file says, in one action.  grid NULL: it is read from the path ("-": standard input). */
bool tool_import(struct store *store, const struct tool *tool, const char *path, const struct grid *grid,
	const struct import_options *options, struct import_report *report, struct error *error);

/* ---- for readers: tool_table.c ---- */

/* Without blanks around; "" where it says that nothing was said ("--", "N/A").  The caller frees. */
char *tool_clean(const char *text, size_t length);
void tool_input_free(struct tool_input *input);

/* The table of that register, which is begun where there is none; the registers are imported in the order in which they began. */
struct tool_table *tool_table(struct tool_input *input, const char *name);
void tool_begin(struct tool_table *table, long line);
/* Of the last row; what is blank says nothing.  "ref" is the id that the record has there. */
void tool_set(struct tool_table *table, const char *field, const char *text);
/* One more paragraph of a long text, behind "LABEL: " where label is not NULL. */
void tool_say(struct tool_table *table, const char *field, const char *label, const char *text);
/* What the last row says of the field by now; NULL: nothing. */
const char *tool_get(const struct tool_table *table, const char *field);
/* Nothing is said of the field after all. */
void tool_drop(struct tool_table *table, const char *field);
void tool_unread(struct tool_input *input, const char *name);

/* Numbers by text.  All zero: empty. */
struct tool_index {
	struct tool_place {
		char *key;
		size_t number;
	} * places;
	size_t size, count;
};
/* The number of the text, 0 until somebody says otherwise; until the next call. */
size_t *tool_index_at(struct tool_index *index, const char *key);
void tool_index_free(struct tool_index *index);

/* ---- for readers: tool_values.c ---- */

/* "existing_controls" as "Existing controls"; the caller frees. */
char *tool_label(const char *heading);
/* The names in a text: parted by bars, semicolons, lines, and by commas where no quotation marks are around. */
void tool_split(struct strings *names, const char *text, bool commas);
/* The level of the field's scale whose name the text has; 0: none, and a number alone is none. */
int tool_level(struct store *store, const struct field_def *field, const char *text);
/* The ref of the control (or requirement) of that number, NULL: no catalogue of the file has it, or (error) 5.1 may have been 5.10. */
char *tool_number(
	struct store *store, const char *name, const char *text, enum grid_kind kind, bool zeros, struct error *error);
/* How a record is referred to that has that id there.  The caller frees. */
char *tool_foreign(const struct tool_input *input, const char *id);
/* A name as it is looked up: one with the form of a ref is not ours.  The caller frees. */
char *tool_name(const struct tool_input *input, const char *name);
/* The first name to the field; all to the text where there are several. */
void tool_names(const struct tool_input *input, struct tool_table *table, const char *field, const char *rest,
	const char *label, const char *text, bool commas);
/* Controls by number to the field, what else is named to the text. */
void tool_controls(const struct tool_input *input, struct tool_table *table, const char *field, const char *rest,
	const char *label, const char *text);
/* An answer to a control in the SoA, or to a requirement, begun by its number; *table NULL: none has it, and the name is kept in lacking. */
bool tool_answer(struct tool_input *input, const char *text, enum grid_kind kind, bool zeros, long line,
	struct tool_table **table, struct strings *lacking, struct error *error);
/* Once all is said: what stands in the answer already stays, with the new text below it where that is not there yet. */
void tool_answer_end(const struct tool_input *input, struct tool_table *table);
void tool_say_lacking(struct tool_input *input, struct strings *lacking);

/* ---- spreadsheets with a row a record: tool_sheet.c ---- */

enum tool_use {
	TOOL_VALUE,   /* a field, as it stands */
	TOOL_TEXT,    /* a paragraph of a long text, behind the heading */
	TOOL_PLAIN,   /* the same without the heading */
	TOOL_WORDS,   /* a choice, by the words of the tool; others are told in the text */
	TOOL_LEVEL,   /* a level by its name, where all of the scale's columns have ours; else told in the text */
	TOOL_NAME,    /* a record by name, made where there is none; others are told in the text */
	TOOL_PERSON,  /* the same, where commas are of the name */
	TOOL_LINKS,   /* records of the same table, by the ids that they have there, or by name */
	TOOL_CONTROLS /* controls by number; others are told in the text */
};
struct tool_word {
	const char *word, *key; /* folded as by heading_fold; key NULL: known, and nothing here */
};
struct tool_column {
	const char *headings; /* as heading_fold has them, parted by '|' */
	enum tool_use use;
	const char *field;
	const struct tool_word *words;
	int place; /* from 1: the column by its place, whatever it is called */
};
struct tool_sheet {
	const char *name;                  /* of the register */
	const char *rest;                  /* the long text that gets what no field does */
	const char *ids;                   /* headings of the column that TOOL_LINKS names, or NULL */
	const struct tool_column *columns; /* ends with field NULL */
	int levels;                        /* of the tool's scales; 0: they are whatever somebody made them */
};
/* The column with one of these headings (folded, parted by '|'); the count where there is none. */
size_t tool_column(const struct grid *grid, const char *headings);
/* The cell, cleaned; the caller frees. */
char *tool_cell(const struct grid *grid, size_t row, size_t column);
/* True where the header has just this word. */
bool tool_has(const struct grid *grid, const char *heading);
/* Adds a row for each of the grid's that it takes (NULL: all). */
void tool_read_sheet(struct tool_input *input, const struct grid *grid, const struct tool_sheet *sheet,
	bool (*takes)(const struct grid *grid, size_t row));
/* Names the columns that hold something and are in neither list. */
void tool_name_unread(
	struct tool_input *input, const struct grid *grid, const struct tool_column *columns, const char *also);

#endif
