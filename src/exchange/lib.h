/*
 * exchange: formats in and out.  Catalogue XML, SoA XML, CSV, JSON.  The
 * only folder with libxml2.  Everything read is hostile until checked: DOCTYPE
 * refused, own caps on size, depth and text, file and line in every error.
 */
#ifndef NORIA_EXCHANGE_LIB_H
#define NORIA_EXCHANGE_LIB_H

#include "store/lib.h"

/* ---- output: written beside its place, synced and renamed, so that a failure leaves what was there; "-" is standard output; links are followed ---- */

struct output;
/* NULL: error.  overwrite false refuses an existing path (ERROR_UNAVAILABLE). */
struct output *output_open(const char *path, bool overwrite, struct error *error);
/* True where the name stands for what is open already: /dev/stdout, /dev/fd/3. */
bool output_is_descriptor(const char *path);
/* Errors are kept until the end; false: there was one, and whoever has much to write need not go on. */
bool output_write(struct output *output, const void *bytes, size_t length);
void output_text(struct output *output, const char *text);
/* What goes there is text for people and no data: on standard output it is in the character set of the locale.  On a terminal everything is. */
void output_for_people(struct output *output);
/* Into a string in memory, which must outlive it; output_end never fails then. */
struct output *output_memory(struct buffer *target);
bool output_end(
	struct output *output, struct error *error); /* syncs, renames, frees; false: nothing is left at the path */
void output_abandon(struct output *output);
/* Columns of the terminal that it goes to; 0: it goes elsewhere. */
int output_columns(const struct output *output);

#define UTF8_MARK "\xef\xbb\xbf"
/* How CSV is written.  All zero: as programs read it, with commas and LF. */
struct csv_form {
	char separator; /* ',', ';' or a tab; 0: a comma */
	bool mark; /* for spreadsheets: the mark of UTF-8 at the beginning, without which Excel takes it for another encoding, and lines that end with CR LF */
};
/* The form of all CSV that goes there, copied. */
void output_set_csv(struct output *output, const struct csv_form *form);
const struct csv_form *output_csv(const struct output *output);
/* What stands before the first cell of a table, between two of a row, and behind the last. */
void csv_form_begin(const struct csv_form *form, struct buffer *line);
void csv_form_next(const struct csv_form *form, struct buffer *line);
void csv_form_end(const struct csv_form *form, struct buffer *line);

/* ---- what an import did, or would do: import_report.c ---- */

/* A field that the table says otherwise than the file, as people read it ("" where empty). */
struct import_change {
	const struct field_def *field;
	char *before, *after;
};
struct import_line {
	char kind; /* '+' new, '~' changed, '=' untouched, '-' no longer there, and kept, '!' refused, '*' to be said of how a value was taken, ' ' nothing: it was refused after all */
	char *ref;
	char *sentence;                /* the record's title, or why it is refused ("FILE:LINE: ...") */
	long line;                     /* of the table; 0: none */
	struct import_change *changes; /* of '~' */
	size_t change_count;
};
struct import_report {
	char *kind; /* "catalogue", "soa", "csv:risk" */
	int64_t added, changed, unchanged, refused;
	int64_t made; /* of those added: on the way, for names that no record bore */
	int64_t gone; /* records of the register that the table does not have; they stay */
	struct import_line *
		lines; /* all that were refused, one for each fault, and what is to be said; the others too where `all` is set before */
	size_t line_count, line_capacity;
	bool all;
	bool kept;         /* the refused rows are in the file that the options name for them */
	int64_t postponed; /* rows with references left out in a first pass */
	char *note;        /* e.g. whose organisation the answers were; NULL */
};
void import_report_free(struct import_report *report);
/* Something more to be said of it, after all else. */
void import_report_add_note(struct import_report *report, const char *sentence);
/* Of the records that a table of a part of the register does not have the first ones are named, unless somebody asks for all. */
#define IMPORT_KEPT_NAMED 5
/* How many of them are not: 0 where the table has most of the register, and what it lacks is worth a look. */
int64_t import_report_unnamed(const struct import_report *report);

struct import_plan;
/* The moment at which a table is read, for what ran a few hours ago. */
struct import_now {
	int64_t at;
	const char *zone; /* where they work whose table it is */
};
/* What becomes of a record that the file has already. */
enum import_match { MATCH_UPDATE, MATCH_SKIP, MATCH_STOP };

/* Of a table whose first row is a record already: its columns have letters alone. */
#define IMPORT_NO_HEADER (-1)
/* How an input is read.  All zero: as whoever reads it has said nothing. */
struct import_options {
	const char *
		as; /* NULL recognises catalogue and soa from the root element, a table from its header, its refs or its name ("csv:risk") */
	bool dry_run;         /* nothing is written */
	bool seen;            /* somebody looks at a screen: what is said names no options of the command line */
	const char *encoding; /* see grid_read */
	const char *sheet;
	long header;                  /* the row that names the fields; 0: it is found; IMPORT_NO_HEADER */
	const struct strings *map;    /* "COLUMN=FIELD"; a column by its heading or its letter */
	const struct strings *skip;   /* "COLUMN" */
	const struct strings *word;   /* "COLUMN:WORD=VALUE": what a word of one of a few means */
	const struct strings *create; /* registers of which names that no record bears make one */
	const char *
		key; /* the field by which a row is matched after uuid, ref and foreign id; NULL: the title; "ref": none */
	enum import_match on_match;
	bool only_good;            /* rows that cannot be taken are left out, in place of all */
	const char *refused;       /* the file that gets them; NULL: none */
	const char *source;        /* before foreign ids; NULL: the name of the input */
	struct reading_form given; /* the order of day and month, and the sign of decimals, where somebody said so */
	/* For tables that ship with the program: */
	const char *language;         /* "FIELD:fr" over "FIELD"; NULL: columns with a language are none */
	const struct date *base;      /* the day to which @+30 refers, NULL: such dates are refused */
	const struct import_now *now; /* what @now-56..68 refers to, NULL: such moments are refused */
	const char *only_field;       /* take only the rows whose field has only_value; NULL: all */
	const char *only_value;
	const struct strings *only_refs; /* take only these rows (a line of the SoA: by its control); NULL: all */
	const struct strings *instead;   /* field, value, ...: what the rows taken say instead; NULL: nothing */
	bool first_pass; /* references that nothing answers yet are left out and counted: the caller reads the table again */
};
/*
 * Imports input ("-": standard input) in one transaction and one undo step; dry_run rolls
 * back.  False: nothing was changed, error says why (all refused lines are in report).
 */
bool import_file(struct store *store, const char *input, const struct import_options *options,
	struct import_report *report, struct error *error);
/* The same of an input that ships with the program, in the file's own form, within an action that the caller began (used by `new`). */
bool import_into(struct action *action, struct store *store, const char *input, const struct import_options *options,
	struct import_report *report, struct error *error);

/* The words of --as for the tools whose files are read: "ciso-assistant", ... */
void import_tools(struct strings *kinds);

/* ---- a table before it is imported: what it is taken for, looked at and put right: import_plan.c ---- */

enum column_use {
	USE_UNKNOWN, /* it holds something and nobody knows what: the import is refused until somebody says */
	USE_FIELD,
	USE_REF,
	USE_UUID,
	USE_SKIPPED, /* somebody said that it is left out */
	USE_NOTHING  /* nothing is in it, it is a comment, or what the program works out by itself */
};
/* Of a name of a person that stands in two columns; "Nom" alone is all of it, and the family name beside "Prénom". */
enum name_part { NAME_WHOLE, NAME_PLAIN, NAME_GIVEN, NAME_FAMILY };
/* By what its heading was known. */
enum column_origin { BY_NOTHING, BY_NAME, BY_LABEL, BY_SYNONYM, BY_MEMORY, BY_USER };

struct import_column {
	char *heading; /* as it stands there; "": none */
	char *letter;  /* "E" */
	enum column_use use;
	const struct field_def *field; /* of USE_FIELD */
	const struct field_def *
		own; /* what the heading is called by and nobody writes: worked out, or others refer by it; NULL: it is none */
	enum column_origin origin;
	struct strings samples; /* its first values that differ, at most three */
	size_t filled;          /* cells with a value */
	char *reading;          /* how its dates or numbers are taken, where that is to be said; NULL */
	bool contradicts;       /* they cannot all be taken in one way: reading says why */
	enum {
		OPEN_NOTHING,
		OPEN_ORDER,
		OPEN_SIGN
	} open; /* what the column does not show of its dates or numbers, and nobody said: the locale decides, or they are refused */
	enum name_part part;
	bool whole;      /* the family names beside or in it are whole ones */
	bool half;       /* it is the field beside the other part alone */
	size_t beside;   /* the column with that, from 1; 0: there is none */
	size_t clock;    /* of a day: the column with its time, from 1, and of that one the day's; 0: there is none */
	bool spoken_for; /* somebody said on the command line what it is, or that it is left out */
};

struct import_details;
/* To be read; changed by the functions below, each of which looks at the columns anew.  Rows that are refused are all told by a preview. */
struct import_plan {
	char *input;                    /* for messages */
	struct strings sheets;          /* of a workbook; none: the format has no sheets */
	char *sheet;                    /* the one that is read; NULL */
	const struct register_def *def; /* NULL: it is not known, import_plan_set_register says it */
	long header;                    /* the row of the input that names the fields */
	size_t rows;                    /* below it */
	struct import_column *columns;
	size_t column_count;
	size_t unknown;       /* columns that are USE_UNKNOWN */
	struct strings notes; /* how the input was read: sentences */
	/* To be set by whoever decides; as in import_options. */
	enum import_match on_match;
	const struct field_def *key; /* NULL: the title */
	bool by_ref_only;            /* neither by key nor title */
	bool only_good;
	struct strings create;
	char *source;
	bool source_given; /* somebody said it; else it is the name of the input */
	struct import_details *details;
};
/* Whether an input is a table, which a plan is made of, or a document, which import_file reads as it is.  False: it cannot be read. */
bool import_is_table(const char *input, bool *table, struct error *error);
/* Reads the input, and finds out what it is.  options may be NULL; as, dry_run, refused and what is for shipped tables do not count.  NULL: error.  The store must outlive it. */
struct import_plan *import_plan_open(
	struct store *store, const char *input, const struct import_options *options, struct error *error);
void import_plan_free(struct import_plan *plan);
/* Whether another tool wrote the table, whose columns are known as they are: import_file reads it whole. */
bool import_plan_is_of_tool(const struct import_plan *plan);
/* How many columns each register of the dictionary knows, in its order. */
void import_plan_likely(const struct import_plan *plan, size_t *fits);
bool import_plan_set_register(struct import_plan *plan, const struct register_def *def, struct error *error);
/* Another sheet, by its name; the register is guessed anew. */
bool import_plan_set_sheet(struct import_plan *plan, const char *sheet, struct error *error);
/* Another row for the names, by its number in the input, or IMPORT_NO_HEADER. */
bool import_plan_set_header(struct import_plan *plan, long line, struct error *error);
/* field: of USE_FIELD, else NULL.  What had the field (or ref, or uuid) before is unknown then. */
void import_plan_set_column(struct import_plan *plan, size_t place, enum column_use use, const struct field_def *field);
/* The same of one that is left out; where it was one of two columns of one period the others are read as periods now.  False: error. */
bool import_plan_skip_column(struct import_plan *plan, size_t place, struct error *error);
/* As import_plan_forget_column; where others were read as periods without it, they stand as in the table again. */
void import_plan_take_back_column(struct import_plan *plan, size_t place);
/* The first cell of a row, by its number in the input, whose text is none of the few that its field takes, and its column; NULL: there is none.  The caller frees. */
char *import_plan_strange_word(const struct import_plan *plan, long line, size_t *column);
/* Whether what the word means holds for the next table, too; a number is of this table's scale alone. */
bool import_word_is_kept(const char *word);
/* That such a text stands for the value in the column's field, and in those that have the same levels. */
void import_plan_set_word(struct import_plan *plan, size_t column, const char *word, const char *value);
/* What rows without ref are known again by, for people: "Training, Person"; NULL: the ref alone.  The caller frees. */
char *import_plan_known_by(const struct import_plan *plan);
/* Whether the heading of a column that nobody knows may be either of two fields: these. */
bool import_plan_either(const struct import_plan *plan, size_t place, const struct field_def *either[2]);
/* What its heading says, and nobody else: unknown where another column has that, or it says nothing.  What import_plan_keep_columns kept of it is taken back. */
void import_plan_forget_column(struct import_plan *plan, size_t place);
/* How dates and numbers are to be read in the columns that do not show it: only order and decimal count. */
void import_plan_set_reading(struct import_plan *plan, struct reading_form given);
/* The text of a cell, by the number of the row in the input (import_line.line); "" beyond the end.  The plan's. */
const char *import_plan_text(const struct import_plan *plan, long line, size_t column);
/* A row of the input from its first, the names included: its cells between bars, and its number.  The caller frees; NULL: there is no such row. */
char *import_plan_row(const struct import_plan *plan, size_t row, long *line);
/* What would happen, line by line, without a trace of it; may be asked again.  False: error; where rows are refused it is true all the same. */
bool import_plan_preview(
	struct import_plan *plan, struct store *store, struct import_report *report, struct error *error);
/* Keeps what the columns were said to be while the file is open: a table that is refused as a whole leaves nothing in it, and is read again once it is put right. */
void import_plan_keep_columns(const struct import_plan *plan);
/* Does it, in one undo step, and remembers what the columns are.  False: nothing was changed. */
bool import_plan_run(struct import_plan *plan, struct store *store, struct import_report *report, struct error *error);
/* The rows that the last preview or run refused, as CSV with their reasons before them, ready to be put right and read again.  Replaces only what is such a table. */
bool import_plan_write_refused(const struct import_plan *plan, const char *path, struct error *error);

/* Whether they may be written there: to be asked before the good ones are taken.  False: error. */
bool import_plan_may_write_refused(const struct import_plan *plan, const char *path, struct error *error);

/* "2.9.14": of libxml2. */
const char *exchange_engine_version(void);
/* "1.7.3": of libzip, which spreadsheets are unpacked with; NULL: it is not there. */
const char *exchange_zip_version(void);
/* One record as a JSON object. */
void export_record_json(struct buffer *json, const struct record *record);
/* How references are found, beside what the field says.  All zero or NULL: as a person types them. */
struct resolving {
	/* Names of registers of which a name that no record bears makes one, in every field; NULL: FIELD_ADD_BY_NAME alone says. */
	const struct strings *create;
	bool cell;   /* of a table, where "5.1" may be what a spreadsheet left of 5.10: said */
	bool number; /* the cell is a number to the spreadsheet, to which 5.10 is 5.1, or its column shows that some were: refused where both are there */
	bool zeros;  /* the column has numbers with a last zero (numbered_shows_zero): none was cut */
	bool whole;  /* a row that comes later may bear a name with "&" in it: it is not taken for several yet */
	bool seen;   /* somebody looks at a screen: what is said names no options of the command line */
	bool rehearsal;       /* nothing stays of what is made */
	struct strings *made; /* gets what was made: "P-12 Jeanne Roy was added."; NULL: nobody asks */
	struct strings *said; /* gets what is to be said of how a text was taken; NULL: nobody asks */
};
/*
 * Text that a person or a table gave for a field, made canonical against the file: by type, then references
 * looked up by ref, by number in a catalogue, by id elsewhere, by name in either language however it is spelt; several are
 * parted by commas, semicolons, bars or lines, and a name that holds a comma is found first.  Where the field is
 * FIELD_ADD_BY_NAME, or `how` says so, a name that no record bears adds one within action; with action NULL it is
 * only checked.  how may be NULL.  *value is the caller's.
 */
bool value_resolve(struct store *store, struct action *action, const struct field_def *field, const char *text,
	const struct resolving *how, char **value, struct error *error);
/* True for "5.10" and "A.5.20": a column that has one was not cut by a spreadsheet. */
bool numbered_shows_zero(const struct register_def *target, const char *text);
/* The ref of the record that a spreadsheet would have cut to this number, as 2022:A.5.10 to 5.1; NULL: none.  The caller frees. */
char *numbered_longer(struct store *store, const struct register_def *target, const char *text);
/* Makes a record of that name, or gives the one that is called so by now; its ref, NULL: error.  The caller frees. */
char *name_make(struct store *store, struct action *action, const struct register_def *target, const char *name,
	const struct resolving *how, struct error *error);

/* The catalogue `own`, added within the action where the file has none. */
bool own_catalogue(struct store *store, struct action *action, struct error *error);

bool export_catalogue(struct store *store, const char *catalogue, struct output *output, struct error *error);
bool export_soa(struct store *store, struct output *output, struct error *error);
/* Registers: header of field names, RFC 4180, formula injection neutralised ... see csv.h. */
enum table_format { TABLE_TEXT, TABLE_TSV, TABLE_CSV, TABLE_JSON };
/* columns NULL: all fields of the register for TSV, CSV and JSON; its default columns for TABLE_TEXT. */
bool export_table(struct store *store, const struct query *query, const char *const *columns, size_t column_count,
	enum table_format format, struct output *output, struct error *error);
/* Rows that do not come from one query: source gives each of them, once more where it is asked again.  def names and types the columns. */
typedef bool (*table_source)(void *user, store_row each, void *each_user, struct error *error);
bool export_rows(const struct register_def *def, const char *const *columns, size_t column_count,
	enum table_format format, table_source source, void *user, struct output *output, struct error *error);
/* What is due (register_due), and where the records fall short (register_quality); filter: a query over these, NULL: all. */
bool export_due(struct store *store, const struct query *filter, enum table_format format, struct output *output,
	struct error *error);
/* The same for who has the file: with what others are not to know, which is marked. */
bool list_due(struct store *store, const struct query *filter, enum table_format format, struct output *output,
	struct error *error);
bool export_quality(struct store *store, const struct query *filter, enum table_format format, struct output *output,
	struct error *error);
/* What is due as iCalendar (RFC 5545): a day's event for each line. */
bool export_calendar(struct store *store, const struct query *filter, struct output *output, struct error *error);

/* What a table leaves out: fields by their flags, records by what the caller says of them.  All zero: nothing. */
struct table_choice {
	unsigned hidden;
	bool (*selects)(void *user, int64_t id); /* NULL: every record */
	void *user;
};
/* The rows of several queries over one register under one header. */
bool export_tables(struct store *store, const struct query *const *queries, size_t query_count,
	const struct table_choice *choice, enum table_format format, struct output *output, struct error *error);
/* The first cell of each row of a CSV below its header, added to the list; none where it cannot be read. */
void table_first_column(const char *path, struct strings *values);
/* Appends a cell of CSV, guarded as in export_table. */
void export_csv_cell(struct buffer *line, const char *value);
/* ---- two SoA documents compared: soa_compare.c ---- */

/* An owner, risk, action, piece of evidence (proof) or exception as the document names it. */
struct soa_link {
	char *name, *ref, *title; /* name of its element */
};
struct soa_document_line {
	char *control, *title, *title_fr;
	char *theme, *theme_fr;       /* NULL: the document is of a time when it did not say */
	bool own;                     /* beyond the catalogue */
	struct strings names, values; /* of its fields: elements of the document, links as "REF TITLE" */
	struct soa_link *links;
	size_t link_count;
};
struct soa_document {
	char *name, *activity, *scope, *exclusions; /* of the organisation */
	char *catalogue, *catalogue_fr;             /* its title */
	struct soa_document_line *lines;
	size_t count;
};
bool soa_document_read(const char *text, struct soa_document *document, struct error *error);
void soa_document_free(struct soa_document *document);
/* What a field of a line says; NULL: nothing. */
const char *soa_line_value(const struct soa_document_line *line, const char *name);
/* kind '~': a field of a line differs; '+' and '-': a whole line is new or gone (field NULL). */
typedef void (*soa_difference)(void *user, const struct soa_document_line *line, const char *field, const char *was,
	const char *is, char kind);
/* Returns how many lines differ.  each may be NULL. */
int64_t soa_compare(const struct soa_document *before, const struct soa_document *now, soa_difference each, void *user);
/* The document as text, as export_soa writes it now. */
bool soa_document_now(struct store *store, struct buffer *document, struct error *error);
/* How many lines of the file differ from those that the document of a statement holds; -1: error. */
int64_t soa_changed_since(
	struct store *store, const struct record *statement, soa_difference each, void *user, struct error *error);
/* The statement that holds now.  *last is NULL where none was issued; record_free.  False: error. */
bool soa_last_issued(struct store *store, struct record **last, struct error *error);

/* ---- small tables with named columns, wholly in memory: sheet.c ---- */

struct sheet {
	struct strings columns;
	struct sheet_row {
		struct strings cells;
		long line; /* in the file that it was read from */
	} * rows;
	size_t count;
	unsigned lists; /* bits of the columns whose cells are lists: arrays in JSON */
};
/* A CSV whose first row names the columns.  False: error. */
bool sheet_read(const char *path, struct sheet *sheet, struct error *error);
bool sheet_has(const struct sheet *sheet, const char *column);
/* A cell; NULL when it is empty or there is no such column. */
const char *sheet_get(const struct sheet *sheet, size_t row, const char *column);
/* One cell a column; NULL: empty. */
void sheet_add(struct sheet *sheet, const char *const *cells);
/* labels stand at the head of TABLE_TEXT; NULL: the names of the columns. */
void sheet_write(const struct sheet *sheet, enum table_format format, const char *const *labels, struct buffer *out);
void sheet_free(struct sheet *sheet);

/* ---- the editions of the controls: correspondence.c ---- */

struct correspondence {
	char *from_catalogue, *from, *to_catalogue;
	char *to;  /* NULL: without successor */
	bool sure; /* else likely: for decision */
};
struct correspondences {
	struct correspondence *items;
	size_t count;
};
/* Reads data/catalogues/NAME.csv; false: error. */
bool correspondences_read(const char *name, struct correspondences *all, struct error *error);
void correspondences_free(struct correspondences *all);

/* The controls of a shipped catalogue, in its order. */
struct catalogue_list {
	char *prefix, *title, *title_fr;
	struct catalogue_control {
		char *number, *title, *title_fr;
	} * items;
	size_t count;
};
bool catalogue_list_read(const char *identifier, struct catalogue_list *list, struct error *error);
void catalogue_list_free(struct catalogue_list *list);

#endif
