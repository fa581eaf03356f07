/* The rows of a table as import_below.c looks at them, and what their words say.  Included by these files only. */
#ifndef NORIA_EXCHANGE_IMPORT_BELOW_H
#define NORIA_EXCHANGE_IMPORT_BELOW_H

#include "exchange/import.h"

#define FEW 2 /* cells of a row that may be a note */

struct below_row {
	size_t filled;
	size_t need;    /* the cells that the rows above must have, the usual one of them, for it to stand below them */
	bool blank;     /* nothing is in it that is of the table, or below it */
	long gap;       /* blank rows above it */
	bool apart;     /* there are more of them than above others */
	bool sum;       /* by its first words, and what goes with them is numbers */
	bool open;      /* and may be a record: its numbers are below no others, or what stands below it may be one */
	bool labelled;  /* and has its number behind a colon */
	bool no_answer; /* or stands where a control would, and is none */
	bool section;   /* where a control would stand, the number of a theme does, and nothing is said of it */
	bool note;      /* by its first words */
	bool asked;     /* they may be a title as well: something is called so, and a text goes with it */
	bool doubt;     /* they may be a title as well */
	bool signs;     /* its cells say who made or agreed to the table, and so does what stands below them: */
	bool signature; /* this */
	bool numbered;  /* it begins with a number, */
	bool level;     /* or in a legend with the name of a level, or it is the head of such rows */
	bool headed;    /* the first row of its like is a note */
	bool in_legend; /* that is a legend */
};

/* Whether nothing that the table goes on with stands below a row. */
enum last { LAST_NOT, LAST_MAYBE, LAST };

/* What a column was taken for. */
struct column_taken {
	enum column_use use;
	const struct field_def *field;
};

struct below_layout {
	const struct import_plan *plan;
	const struct grid *grid;
	struct below_row *rows;     /* by row of the grid */
	bool *ready;                /* by row: a template holds it ready, as the columns are taken */
	unsigned char *tables;      /* by row: enum below, of those of import_tables.c; else BELOW_NOT */
	struct column_taken *taken; /* by column: as what, when all this was found */
	signed char *numbers;       /* by column: 1: it holds numbers, -1: it does not, 0: nobody asked yet */
	size_t first;               /* below the header */
	size_t end;                 /* from here on all is below the table */
	size_t usual;               /* cells of the rows above that */
	bool again;                 /* rows that were refused: what was asked of them is */
};

/* import_below_words.c.  Whether the cell says something; comments do not. */
bool below_holds(const struct below_layout *layout, size_t row, size_t column);
/* "1 = Low, 2 = Medium", "* see the annex". */
bool below_explains(const char *text);
/* Whether the folded text is what levels are called, where the method calls its own otherwise. */
bool below_is_level(const char *folded);
/* Whether the text is what columns of versions, legends and signatures are called. */
bool below_names_column(const char *text);
/* Whether it is a noun and nothing else, as columns are called: "Room", "Numéro de lot". */
bool below_is_noun(const char *text);
/* Whether the row's cells say who signs, each below itself. */
bool below_signs(const struct below_layout *layout, size_t row);
/* What the words of the row's first cell say. */
void below_read_words(struct below_layout *layout, size_t row, enum last last);

/* import_template.c.  By row of the grid: whether a template holds it ready, and nobody filled it in. */
void below_find_ready(const struct below_layout *layout, bool *ready);
/* import_tables.c.  Fills layout->tables, where it is known which rows stand apart. */
void below_find_tables(struct below_layout *layout);

#endif
