/* A table while its rows are taken.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_IMPORT_ROWS_H
#define NORIA_EXCHANGE_IMPORT_ROWS_H

#include "exchange/import_match.h"
#include "exchange/mapping.h"

/* A row whose references wait for the second pass. */
struct waiting {
	int64_t id; /* 0: it is refused already, and what else is wrong with it is told */
	size_t row;
	size_t first, count; /* of the texts: number of the column, text, ... */
};

struct row_state {
	char kind;   /* as in struct import_line; 0: not taken */
	size_t line; /* of the report, from 1; 0: none */
	bool ready;  /* a template holds it, and it is left out */
};

/* How a text was taken, said with the first row that has it, and how many have. */
#define SAID_ONCE 256
struct said_once {
	char *sentence; /* NULL: none */
	size_t row;     /* the last that has it */
	size_t rows;
	size_t line; /* of the report, from 1 */
};

/* What the text of a reference stands for: twenty thousand rows name few people. */
#define KNOWN_REFERENCES 1024
#define PLACES_OF_ONE 4 /* two that took turns in one place would be looked up in each row */
struct known_reference {
	size_t column;
	char *text, *value; /* NULL: none */
	char *refused;      /* why nothing is made of it; NULL: it is not refused */
	bool waits;         /* for the rows that come later: it has no value yet */
};

struct table {
	struct import_plan *plan;
	struct import_details *details; /* of the plan */
	struct action *action;
	struct store *store;
	const struct register_def *def;
	const struct import_options *options;
	struct import_report *report;
	struct matcher *matcher;
	struct matcher *ids;                     /* those of other tables; NULL: not asked yet */
	struct matcher *mails;                   /* people by their address, where a row has one; NULL: none did yet */
	const struct field_def *keys[KEYS_MOST]; /* the first NULL: none */
	const struct field_def *external;
	struct ref_form ref_form;
	size_t row;    /* of the grid, being taken */
	bool fresh;    /* its record is new, and nobody had it before */
	bool by_keys;  /* its record was found by what the row says of the keys, some of which follow from others */
	bool by_id;    /* it was found by the id that it has elsewhere */
	bool nameless; /* the record is new, and its keys are all by which it will be known again */
	struct row_state *states; /* by row of the grid */
	size_t refused;           /* rows */
	struct waiting *waiting;
	size_t waiting_count, waiting_capacity;
	struct strings waiting_texts;
	struct strings refused_refs; /* who refers to such a row is not to blame */
	struct known_reference known[KNOWN_REFERENCES];
	struct said_once once[SAID_ONCE];
	long *lines; /* by record: the row that gave it; 0: none yet */
	size_t lines_count;
	size_t taken;       /* rows that were */
	long alone[5];      /* the first lines whose record is new and that have one cell */
	size_t alone_count; /* of all such */
};

/* Keeps what is wrong with the row, as often as something is; column: of the grid, or its count: none.  The error is cleared. */
void table_refuse(struct table *table, size_t column, struct error *error);
/* What is to be said of the whole input; and where rows are refused, what of that is the reason. */
void table_say_input(const struct table *table);
void table_say_why_refused(const struct table *table);
/* Something to be said of a row. */
void table_say(struct table *table, const char *sentence);
/* The same of how a text was taken, once for all rows that have it; and how many do, once all are read. */
void table_say_once(struct table *table, const char *sentence);
/* What a table without the day that tells records apart does the next time. */
void table_say_of_day(const struct table *table);
/* Where the row has the day on which a record was over, and its state does not say so: that one is what counts. */
void table_say_over(struct table *table, const struct record *record);
void table_say_counts(struct table *table);
/* What rows without ref are known by: what somebody said, the fields that tell the records of the register apart, or the title. */
void import_keys(const struct import_plan *plan, const struct field_def *keys[KEYS_MOST]);
/* What the row says of itself: ref, uuid, and the id that it has elsewhere: import_identity.c. */
bool table_read_identity(struct table *table, struct record *given, char **elsewhere, struct error *error);
/* Whether the record has that id elsewhere ("SOURCE: ID"; NULL: none is asked for). */
bool table_is_elsewhere(const struct table *table, const struct record *record, const char *elsewhere);
/* The id elsewhere stands with the others that the record has. */
void table_keep_elsewhere(const struct table *table, struct record *record, const char *elsewhere);
/* What a cell shows of how the refs of the table are written. */
void table_see_ref(struct table *table, const char *cell);
/* The record that the row is about; NULL: none yet, or error.  given: its ref and uuid, as the row has them; *elsewhere: its id there, or NULL. */
struct record *table_find(struct table *table, const struct record *given, const char *elsewhere, struct error *error);
/* What the row says of what the field is measured in, as a record with that alone; NULL: it is no such number. */
struct record *table_measured_by(struct table *table, const struct field_def *field);
/* Reads the cells of the row into the record; what may name a later row is added to later.  False: at least one is refused, or error has what ends all. */
bool table_read_row(struct table *table, struct record *record, struct strings *later, struct error *error);
/* import_kept.c.  A text of another tool, with what was written here before it.  The caller frees. */
char *table_beside_ours(
	const struct table *table, const struct field_def *field, const struct record *record, const char *text);
/* Whether the cell has the name by which the record was found, written in another way. */
bool table_holds_name(const struct table *table, const struct field_def *field, const char *text);
/* Whether the cell is empty and empties nothing. */
bool table_says_nothing(const struct table *table, size_t column, const struct record *record);
/* Whether the field of the record is the program's own. */
bool table_keeps(const struct table *table, const struct field_def *field, const struct record *record);
/* import_ditto.c.  Whether the text of a cell stands for the one above, "idem"; field NULL: of what says which record the row is. */
bool table_is_ditto(
	const struct table *table, const struct field_def *field, const struct record *record, const char *text);
/* Says so, of a field or heading of that name.  False. */
bool table_refuse_ditto(const char *name, const char *text, struct error *error);
/* Whether a spreadsheet made a day of what was typed for the field, NULL: for a number of records; and the fault.  import_spoilt.c. */
bool table_is_spoilt(const struct table *table, const struct field_def *field, const struct grid_cell *cell);
bool table_refuse_spoilt(const char *name, const char *text, struct error *error);
/* Whether somebody said what the text means in this column, whatever the field takes it for.  import_words.c. */
bool table_is_said(const struct table *table, size_t column, const char *text);
/* After a text was refused, or where it is said: by what somebody said that it means.  False: nobody did; the error says how that is said.  import_words.c. */
bool table_read_meaning(struct table *table, size_t column, const char *text, const struct record *record, char **value,
	struct error *error);
/* After a number was refused since the column has another scale: the same. */
bool table_take_other_level(
	struct table *table, size_t column, const char *text, struct record *record, struct error *error);
/* How a cell of reasons fits the answer of its row, which is read before: it is for that one or for both; it says nothing, "N/A", and is none; it is for the other one (the error says so).  import_sides.c. */
enum reasons_side { SIDE_OWN, SIDE_NOTHING, SIDE_OTHER };
enum reasons_side table_side(
	const struct table *table, size_t column, const struct record *record, struct error *error);
/* Whether it is no name where a person is asked for: "All", "Vacant (formerly Jane Doe)"; says so.  False. */
bool table_is_nobody(const struct table *table, const struct field_def *field, const char *text);
bool table_refuse_nobody(const char *name, const char *text, struct error *error);
/* The same of "-" where a record has its title; one that the file calls so already keeps it. */
bool table_is_nameless(
	const struct table *table, const struct field_def *field, const struct record *record, const char *text);
bool table_refuse_nameless(const char *name, const char *text, struct error *error);
/* The lines of a cell, without blanks around them.  The caller frees. */
char *table_joined(const char *cell, const char *between);
/* How the text of a cell of the row is read. */
struct reading_form table_reading(const struct table *table, size_t column);
/* Reads into the record what waited for the rows after its own.  False: error. */
bool table_read_later(struct table *table, size_t column, const char *text, struct record *record, struct error *error);
/* Reads the reference in a cell; create: a name that none bears may make a record.  False: error. */
bool table_read_reference(
	struct table *table, size_t column, const char *text, bool create, char **value, struct error *error);
/* Where it is kept what the text of a column stood for; another text may stand there. */
struct known_reference *table_known(struct table *table, size_t column, const char *text);
/* The reference of a cell into the record; what nothing answers yet is added to later.  False: error. */
bool table_take_reference(struct table *table, size_t column, const char *text, struct record *record,
	struct strings *later, struct error *error);
/* Keeps what a text stands for; the strings are copied. */
void table_know(struct known_reference *known, size_t column, const char *text, const char *value);
/* Frees what the texts of references were found to stand for. */
void table_forget_known(struct table *table);
/* What the row changes of the record, for the report. */
void table_tell_changes(struct table *table, size_t row, const struct record *before, const struct record *after);
/* The texts of references (number of the column, text, ...) of the row, for its record (0: it is refused already), wait for the second pass: import_waiting.c. */
void table_wait(struct table *table, int64_t id, const struct strings *texts);
/* Finds what they name, and refuses the rows that name nothing.  False: error. */
bool table_second_pass(struct table *table, struct error *error);

/* import_asides.c.  Whether the row is no record but the header once more, a line drawn, another table, a total or a note below the table, which is said; or is refused, since it may be one. */
bool table_is_aside(struct table *table);
/* Notes a row that was taken; and says, once all are, which may be headings and notes. */
void table_see_row(struct table *table);
void table_say_alone(struct table *table);
/* Says which rows are those of a template that nobody filled in. */
void table_say_ready(struct table *table);

#endif
