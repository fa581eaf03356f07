/* The readers behind import_into.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_IMPORT_H
#define NORIA_EXCHANGE_IMPORT_H

#include "exchange/grid.h"
#include "exchange/lib.h"

/*
 * The heading of what was wrong with the rows in a table of those that were refused; where the rows have numbers of
 * their own, what these are called by stands behind it: "# reason [risks]".
 */
#define IMPORT_REASON "# reason"
bool import_is_reason(const char *heading);

struct xml_reader;
/* A kind of document: its root, and who reads it. */
struct xml_kind {
	const char *root; /* NULL: the last */
	bool (*read)(struct action *action, struct store *store, struct xml_reader *reader,
		struct import_report *report, struct error *error);
};

/* A document of one of the kinds, told by the root element; as: it must be that one, NULL: any. */
bool import_xml(struct action *action, struct store *store, const char *input, const char *as,
	const struct xml_kind *kinds, struct import_report *report, struct error *error);

/* Counts refused lines and keeps them, and what is to be said of the values; the others where the report is to have all.  The line, NULL: it is not kept; until the next is added. */
struct import_line *import_report_add(struct import_report *report, char kind, const char *ref, const char *sentence);
/* One more fault of what is counted as refused already. */
void import_report_fault(struct import_report *report, long line, const char *sentence);
/* Takes back all but the refused lines, before the others are tried again. */
void import_report_again(struct import_report *report);

/* ---- tables: import_plan.c, import_columns.c, import_table.c ---- */

struct headings;
/* What a plan keeps for itself. */
struct import_details {
	struct store *store;
	char *path, *encoding;
	bool shipped; /* the file's own form, and nothing remembered or guessed */
	bool foreign; /* of another tool: refs are ids there, and an empty cell says nothing */
	bool seen;    /* somebody looks at the columns, who need not be told what they are taken for */
	const char *language;
	struct grid grid;
	size_t header; /* row of the grid; its count: there is none */
	bool header_given;
	struct headings *headings;
	struct reading_form *readings; /* by column */
	struct reading_form given;     /* what somebody said of dates and numbers */
	struct heading_unit *units;    /* by column: what the heading says beside its numbers */
	bool *zeros;                   /* by column: it shows numbers like 5.10, so that none was cut to 5.1 */
	bool *cut;                     /* by column: it shows numbers like 5.10 cut to 5.1 */
	unsigned char *below;          /* by row of the grid: enum below; NULL: nothing is */
	struct below_layout *layout;   /* what the rows say of that, whatever the columns are; NULL: not read yet */
	bool *left_out;                /* by row of the grid: refused, and the others are taken without it */
	struct strings reasons;        /* by row of the grid, what was wrong with it; "": nothing */
	struct strings spoken_for;     /* the columns of --map and --skip */
	int year;                      /* import_period.c: the one that stands above the table; 0: none */
	enum { DAYS_DAYS, DAYS_MONTHS, DAYS_UNKNOWN } days; /* the same: what headings that are days stand for */
	struct strings covered; /* import_ticks.c: the choices of which a column was made; none: it has all of them */
	struct strings words;   /* import_words.c: field, word, what somebody said that it means, three texts each */
	bool word_told;         /* how that is said is told once */
	char *unfolded;         /* what is told of a grid that is not shown as it was read */
};
/* A plan with its table in memory, and nothing found out yet (seen: as in import_details); then all that the options and the table say.  whole: a register there must be. */
struct import_plan *import_plan_begin(struct store *store, const char *input, const struct import_options *options,
	bool shipped, bool seen, struct error *error);
bool import_plan_settle(
	struct import_plan *plan, const struct import_options *options, bool whole, struct error *error);
/* A plan over a table that somebody else made, whose first row has names of fields; the grid is the plan's from then on.  For readers of other tools' files. */
struct import_plan *import_plan_of_grid(struct store *store, struct grid *grid, const struct register_def *def,
	const char *source, struct error *error);
/* Several plans, one after the other, in one action; see import_plan_run. */
bool import_plans_carry_out(struct import_plan *const *plans, size_t count, struct store *store,
	const struct import_options *options, struct import_report *report, struct error *error);
/* What is known by row is not: the rows are others.  import_below.c. */
void import_rows_forget(struct import_plan *plan);
/* Whether nothing stands in the row but in columns that are left out: a key beside the table. */
bool import_row_is_blank(const struct import_plan *plan, size_t row);
/* That there is no such column, and which there are.  False. */
bool import_no_column(const struct import_plan *plan, const char *text, struct error *error);
/* import_words.c.  Whether a cell of the field is one of a few. */
bool import_is_closed(const struct field_def *field);
/* Whether a text of the column is none of them, or a number of another scale, and nobody said what it means. */
bool import_is_strange(const struct import_plan *plan, size_t column, const char *text);
/* What somebody said that the text means where a field takes one of a few; NULL: nothing.  The caller frees. */
char *import_meaning(const struct import_plan *plan, const struct field_def *field, const char *text);
/* Takes what --word says: "COLUMN:WORD=VALUE". */
bool import_words_say(struct import_plan *plan, const struct strings *words, struct error *error);
/* How that is said of a text that the column's field does not take, once for a table; NULL: it is not told.  The caller frees. */
char *import_word_option(const struct import_plan *plan, size_t column, const char *text);
/* Remembers what was said, within the action, or in memory where that is NULL. */
bool import_words_remember(const struct import_plan *plan, struct action *action, struct error *error);
/* The columns of the row with the names, found out anew; and what they hold, freed. */
void import_columns_find(struct import_plan *plan);
void import_columns_free(struct import_plan *plan);
/* What a look at the cells says of each column: samples, and how dates and numbers are read. */
void import_columns_read(struct import_plan *plan);
/* The second of these: import_readings.c. */
void import_readings_find(struct import_plan *plan);
/* What stands in a cell for the field of its column: of an amount with what its format shows, "1200 CHF".  The caller frees. */
char *import_cell_text(const struct import_plan *plan, size_t row, size_t column);
/* The same as it is meant: a bare number with the unit of the heading. */
char *import_cell_meant(const struct import_plan *plan, size_t row, size_t column);

/* What rows at the end of the table are: import_below.c. */
enum below {
	BELOW_NOT,
	BELOW_SUM,            /* a total or an average, which may stand between the rows too */
	BELOW_SECTION,        /* "A.5 Organizational controls" above the lines of its controls */
	BELOW_BANNER,         /* one cell over the columns, between the rows: a heading of those below it */
	BELOW_NOTE,           /* a legend, who validated it: no record */
	BELOW_UNSURE,         /* a note or a record: refused */
	BELOW_UNSURE_SUM,     /* a total or a record: refused */
	BELOW_READY,          /* import_template.c: what a template holds ready: no record */
	BELOW_AGAIN,          /* import_tables.c: the names of the columns once more, and the table goes on */
	BELOW_HEADING,        /* what stands above such a row, or the next: "March" */
	BELOW_OTHER_NAMES,    /* the names of another table, */
	BELOW_OTHER,          /* its rows: no records of this one */
	BELOW_UNSURE_NAMES,   /* such names or a record: refused, */
	BELOW_UNSURE_OTHER,   /* and so is what stands below them, */
	BELOW_UNSURE_HEADING, /* or above them: their title */
	BELOW_UNSURE_APART    /* below another table and a blank row: of that one, or a record: refused */
};
/* False: the same rows are records as before. */
bool import_below_find(struct import_plan *plan);
/* Where the grid, the row of the names or the register is another. */
void import_below_forget(struct import_plan *plan);
/* Whether the row is no record, so that its cells say nothing of their columns. */
bool import_is_below(const struct import_plan *plan, size_t row);
/* Whether texts of the field may be meant in more than one way: dates, and numbers with decimals. */
bool import_is_read_by_column(const struct field_def *field);
/* Whether records of the register are known by that field: their title, what they answer for, the key, what tells them apart.  import_identity.c. */
bool import_tells_apart(const struct import_plan *plan, const struct field_def *field);
/* Whether a column of the table is the field. */
bool import_has_column(const struct import_plan *plan, const struct field_def *field);

/* ---- two columns of one field: import_shared.c ---- */

/* Whether what stands in a cell of words is as good as nothing: blank, "N/A", "-". */
bool import_says_nothing(const char *text);
/* Whether they are one field of which no row fills both. */
bool import_shares(const struct import_plan *plan, size_t one, size_t other);
/* Whether the cell is empty where another column of its field says something. */
bool import_is_said_beside(const struct import_plan *plan, size_t row, size_t column);
/* Finds the columns of times that stand behind their days; anew where a column is something else. */
void import_clocks_pair(struct import_plan *plan);
/* The day and the time of a row, in the zone that the heading of the time says.  The caller frees. */
char *import_moment_text(const struct import_plan *plan, size_t row, size_t day);
/* That the column is one with another one; NULL: it is not.  The caller frees. */
char *import_shared_said(const struct import_plan *plan, size_t place);

/* ---- columns that nobody writes here: import_own.c ---- */

/* Whether the table is one that was written here: by its refs, uuids, or the names of its columns. */
bool import_is_ours(const struct import_plan *plan);
/* Why the column is asked about: "Actions (column E: ...)"; NULL: it is none of these.  The caller frees. */
char *import_own_asked(const struct import_plan *plan, size_t place);
/* That what stands in the column is not read; NULL: nothing is to be said.  The caller frees. */
char *import_own_said(const struct import_plan *plan, size_t place);

/* ---- headings that may be either of two fields: import_either.c ---- */

/* Where a column of the table is one of the two, it is the other. */
void import_either_settle(struct import_plan *plan);
/* The column and both fields, for whoever is asked; NULL: it is no such column.  The caller frees. */
char *import_either_said(const struct import_plan *plan, size_t place);
/* The question about the first of them, a sentence; NULL: there is none.  The caller frees. */
char *import_either_asked(const struct import_plan *plan);

/* ---- headings that are periods: import_period.c ---- */

/* What they rest on, found once for all of them; before the others are asked. */
void import_periods_look(struct import_plan *plan);
/* The period that a heading is, as it is read; NULL: none.  The caller frees. */
char *import_period_text(const struct import_plan *plan, size_t place);
/* The same with that year behind it, which it lacks; NULL: that makes none.  The caller frees. */
char *import_period_of_year(const struct import_plan *plan, size_t place, int year);
/* The period that a text is, in the file's own form; NULL: none.  The caller frees.  Whether it is one.  plan NULL: in whatever zone. */
char *import_period_value(const struct import_plan *plan, const char *text);
bool import_period_reads(const struct import_plan *plan, const char *text);

/* ---- a column for each period, or for each role: import_matrix.c ---- */

/* The same where columns are the choices of a field, ticked: import_ticks.c.  *said (the caller's): what is told of it; NULL: there are none. */
bool import_ticks_open(struct import_plan *plan, char **said, struct error *error);
/* Whether the heading is a period, or a choice of a field of several: with others such a column is one field. */
bool import_is_of_several(const struct import_plan *plan, size_t place);
/* Whether the cell is a tick, for whatever letter. */
bool import_is_tick(const struct grid_cell *cell, char letter);
/* Whether a text says that it is not: blank, "-", "no". */
bool import_is_no_tick(const char *text);
/* Where the register is the one that such columns are records or letters of, the grid is shown as the long table that it means.  False: error. */
bool import_matrix_open(struct import_plan *plan, struct error *error);
/* Whether there are such tables of the register; letters: of roles alone. */
bool import_matrix_may_be(const struct register_def *def, bool letters);
/* Once the columns of such a grid are known: which of them say nothing of its records. */
void import_matrix_found(struct import_plan *plan);
/* As it was read. */
void import_matrix_close(struct import_plan *plan);
/* What is to be done with such columns: a sentence; NULL: there are none.  The caller frees. */
char *import_matrix_said(const struct import_plan *plan);

/* ---- a name in two columns: import_names.c ---- */

/*
 * Whether the row below that one parts names of persons: "Prénom" under a cell that is merged over it, and nothing that
 * does not stand under one of the row.
 */
bool import_names_part(const struct grid *grid, size_t row);
/* Whether the field is the name of one person. */
bool import_names_person(const struct import_plan *plan, const struct field_def *field);
/* Which part the column is by its heading, or said to be (NAME_WHOLE: nothing was). */
void import_names_take(const struct import_plan *plan, struct import_column *column, enum name_part said);
/* Whether two columns are the parts of one name, so that neither takes the field from the other. */
bool import_names_are_one(const struct import_column *one, const struct import_column *other);
/* Finds for each part the other one, and makes those unknown that are nothing without it. */
void import_names_pair(struct import_plan *plan);
/* The sentence that tells of the two, of the first of them; NULL: there is nothing to tell.  The caller frees. */
char *import_names_said(const struct import_plan *plan, size_t place);
/* Whether a given name stands there alone, *alone (the caller's), which nobody whom the file has is called. */
bool import_names_lack(const struct import_plan *plan, size_t row, size_t column, char **alone);
/* The function that stands in brackets behind a part of a person's own name; NULL: none.  The caller frees. */
char *import_names_function(const struct import_plan *plan, size_t row, size_t column);
/* The name whose part the column is.  The caller frees. */
char *import_names_joined(const struct import_plan *plan, size_t row, size_t column);
/* A column is said to be that; said: a part of the name, where that was told. */
void import_columns_set(struct import_plan *plan, size_t place, enum column_use use, const struct field_def *field,
	enum name_part said);
/* "COLUMN=FIELD" and "COLUMN" of somebody who says so. */
bool import_columns_say(
	struct import_plan *plan, const struct strings *map, const struct strings *skip, struct error *error);
/* Keeps what somebody said of the columns, for the next table with such headings. */
bool import_columns_remember(const struct import_plan *plan, struct action *action, struct error *error);
/* A column by its heading or its letter; the count where there is none. */
size_t import_column_named(const struct import_plan *plan, const char *text);
/* False: columns hold something that nobody knows; error lists them. */
bool import_columns_settled(const struct import_plan *plan, struct error *error);
/* Takes the rows within the action; what is not left out and refused is in plan->details->reasons.  False: error, some are refused or nothing can be read. */
bool import_table(struct import_plan *plan, struct action *action, const struct import_options *options,
	struct import_report *report, struct error *error);

/* What the table shows of itself: the row with the names, and the register (NULL: it is not plain; *several: its header fits more than one). */
void import_guess_header(struct import_plan *plan);
void import_guess_register(struct import_plan *plan, bool *several);
/* The names of the registers that the whole header fits, parted by commas.  The caller frees. */
char *import_guess_fits(const struct import_plan *plan);
/* The register that some words name: its name, or what it is called in either number and language; NULL: none. */
const struct register_def *import_register_called(const char *words);
/* A whole input at once: of a table that ships with the program, within the caller's action; and of a person's. */
bool import_table_into(struct action *action, struct store *store, const char *input,
	const struct import_options *options, struct import_report *report, struct error *error);
bool import_table_file(struct store *store, const char *input, const struct import_options *options,
	struct import_report *report, struct error *error);

/*
 * Tells the controls and requirements of a catalogue that `stands` does not know, each a line '-' of the report,
 * named in its note, and marks the controls.  What is marked already is told and stays as it is.
 * read: the registers of which the new version has anything; of others it says nothing.
 */
bool catalogue_withdraw(struct action *action, struct store *store, const char *catalogue, const struct strings *read,
	bool (*stands)(void *user, const char *ref), void *user, struct import_report *report, struct error *error);

#endif
