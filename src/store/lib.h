/*
 * store: the one SQLite file.  Opens, migrates, reads windows of lists,
 * writes with the journal, undoes, searches, backs up.  The only folder
 * with SQL.
 *
 * Reading never holds a statement open between two calls.  Writing goes
 * through an action: one user action, one transaction, one journal entry.
 */
#ifndef NORIA_STORE_LIB_H
#define NORIA_STORE_LIB_H

#include "base/lib.h"
#include "model/agenda.h"
#include "model/expression.h"
#include "model/field_type.h"
#include "model/hours.h"
#include "model/quality.h"
#include "model/query.h"
#include "model/record.h"
#include "model/reference.h"
#include "model/rules.h"
#include "model/scale.h"

struct store;

/* ---- the file ---- */

enum store_flag {
	STORE_READ_ONLY = 1 << 0,
	STORE_LENIENT = 1 << 3, /* for store_check: pages that do not match are read all the same */
	STORE_NO_WAIT = 1 << 1, /* do not wait for a lock (tests) */
	STORE_LOOK =
		1
		<< 2 /* read without locks and without writing anything; a broken-off write is seen as if it were rolled back */
};

struct store_new {
	const char *organisation; /* name; NULL: "" gives a default in the language */
	const char *time_zone;    /* NULL: of the environment (TZ), else UTC */
	bool unpublished; /* keep it in memory until store_publish: what fails or is killed before leaves nothing */
};

/* "3.40.1": of the library that is linked. */
const char *store_engine_version(void);
/* Creates the file (mode 0600) with its schema and one organisation record; refuses an existing path (ERROR_UNAVAILABLE). */
struct store *store_create(const char *path, const struct store_new *options, struct error *error);
/* Writes an unpublished file beside its place, syncs it and names it so without replacing anything; goes on in it.  False: nothing is left there. */
bool store_publish(struct store *store, struct error *error);
/*
 * Opens; checks application_id, version and schema text; migrates an older
 * file after a copy beside it (in memory for STORE_READ_ONLY); falls back to read-only
 * where it cannot be written.  NULL: error (ERROR_DAMAGED: it is ours and not whole).
 */
struct store *store_open(const char *path, unsigned flags, struct error *error);
void store_close(struct store *store);
bool store_is_read_only(const struct store *store);
/* True where it was opened with STORE_LOOK. */
bool store_is_look(const struct store *store);
/* Goes on with a copy in memory that may be written: a rehearsal that leaves the file alone. */
bool store_rehearse(struct store *store, struct error *error);
const char *store_path(const struct store *store);
/*
 * The highest level that could be kept on a day (ISO; NULL: today) by a method (its ref; NULL: the one
 * in use): of the last threshold whose day had come, else the one that the method came with.  0: there is no such method.
 */
int store_threshold_on(struct store *store, const char *method, const char *day);
/* The organisation's method, catalogue, zone; kept up to date after writes and others' commits.  Owned by the store. */
const struct model_context *store_context(struct store *store);
/* Whether texts given for fields are in the file's own form only (command line, tables) or also what people type (forms, the default).  Returns what it was. */
bool store_take_file_form(struct store *store, bool on);
/* How texts given for fields are read from now on.  Returns how they were. */
struct reading_form store_take_reading(struct store *store, struct reading_form reading);
/* Fills in what the record has from those that it names (register_def.completions).  False: error. */
bool store_complete(struct store *store, struct record *record, struct error *error);
/*
 * As field_parse, for a field of that record (NULL: of nobody knows which): "85 %" is a number where the record says
 * that it is measured in % (field_source.unit).
 */
bool store_parse(struct store *store, const struct record *record, const struct field_def *field, const char *text,
	char **value, struct error *error);
/* The organisation record; record_free. */
struct record *store_organisation(struct store *store, struct error *error);
/* Whether the pages of the file are verified as they are read: new files and copies keep checksums, unless another program wrote since (*foreign). */
bool store_keeps_sums(struct store *store, bool *foreign);
/* True where the name of the file stands for another one now, or for none; cheap. */
bool store_is_replaced(const struct store *store);
/* True once after another process changed records (data_version moved, and the journal's newest entry); cheap, ask twice a second. */
bool store_changed_elsewhere(struct store *store);
/* The id of the newest entry of the journal; 0: none. */
int64_t store_entry_newest(struct store *store);
/* True for an entry that this program wrote since it opened the file. */
bool store_entry_is_own(const struct store *store, int64_t entry);
/* Counts this process' and others' commits as seen: a view's cached window is stale when it differs. */
uint64_t store_generation(const struct store *store);
/* Called now and then during long work; returning true cancels it (ERROR_CANCELLED). done and total count steps; total 0: unknown. */
typedef bool (*store_progress)(void *user, int64_t done, int64_t total);
void store_set_progress(struct store *store, store_progress progress, void *user);
/* For long work that is no single statement: how far it is, told with the statements that it makes.  Both 0: it has ended. */
void store_progress_at(struct store *store, int64_t done, int64_t total);
/* A consistent copy (SQLite's backup), with checksums in its pages, that has its name when it is whole and synced; refuses an existing path, and to copy a damaged file (ERROR_DAMAGED). */
bool store_backup(struct store *store, const char *path, struct error *error);
/* The same copy written to a file descriptor. */
bool store_backup_to(struct store *store, int file, struct error *error);

/* True where these first bytes are those of a Noria file: SQLite's first words and our application_id. */
#define STORE_BEGINNING 72
bool store_begins_file(const unsigned char beginning[STORE_BEGINNING]);

/* ---- reading ---- */

/*
 * A frame: all that is read between the two stands in one read transaction, one state of
 * the file.  They nest; the store may be NULL.  What writes ends the transaction, and what
 * is read after it begins another one.  A frame never waits for a person: meanwhile nobody
 * else could write.
 */
void store_read_begin(struct store *store);
void store_read_end(struct store *store);
/* Lets go of the transaction, not of the frame: before what waits (a terminal, a reader, another program). */
void store_read_release(struct store *store);

/*
 * What could not be read is kept where a function has no error to tell it by, and
 * where it answered less than there is: false, with that failure (*error gets it, whatever
 * it held), once.  Whoever believes an answer asks first; functions with an
 * error have asked themselves.
 */
bool store_sound(struct store *store, struct error *error);

/* The record of that id, or ref ("R-12", case-insensitive; "A.5.1" stands for "2022:A.5.1" of the SoA's catalogue); NULL: error (ERROR_INVALID: no such record). record_free. */
struct record *store_record(struct store *store, int64_t id, struct error *error);
struct record *store_record_by_ref(struct store *store, const char *ref, struct error *error);
/* By uuid; NULL without error when there is none. */
struct record *store_record_by_uuid(struct store *store, const char *uuid, struct error *error);
/* The id and register of a ref; 0 when there is none. */
int64_t store_find(struct store *store, const char *ref, const struct register_def **def);
/*
 * The id of the one record of a register with that title (in either language), however it is written: case,
 * accents and blanks say nothing, nor does the order of the words of a person's name.  0: none, -1: several.
 */
int64_t store_find_name(struct store *store, const struct register_def *def, const char *name);
/* The same by an id elsewhere (FIELD_EXTERNAL): "SOURCE: ID", or the id alone where only one record has it. */
int64_t store_find_external(struct store *store, const struct register_def *def, const char *text);
/* The id of a ref that names a record or named one that was deleted since (*deleted); 0: it never did. */
int64_t store_find_ever(struct store *store, const char *ref, bool *deleted);
/* The ref of the record of that id, in the register or deleted since, and nothing else of it; NULL: there never was one.  The caller frees. */
char *store_ref(struct store *store, int64_t id);
/* What people call a ref: the title of its record in the context's language, or NULL; caller frees. */
char *store_title(struct store *store, const char *ref);
/*
 * The text of a reference, in every place that shows one (model/reference.h).  element: a ref, or "{...}" of a record
 * that is not in the file; one that was deleted is told so.  The caller frees.
 */
char *store_reference(struct store *store, const char *element, enum reference_form form);
/* The same for all elements of a value, with `between` between them. */
char *store_references(struct store *store, const char *value, enum reference_form form, const char *between);

/* One cell of a list: value is canonical (NULL: empty); text is what a person reads, already formatted (titles for references, labels, localised dates); never NULL. */
struct cell {
	char *value;
	char *text;
	int level; /* of risk, in the method of today; 0: it is none */
	bool late; /* a day by which something was to be done, past, of a record that is open */
};
struct row {
	int64_t id;
	char *ref;
	/* The record's own answers, whatever columns were asked for; not with values alone, nor without any column. */
	bool open, late,
		left; /* left: the register, by its standing (register_def.standing), or done with, by its status (.ended) */
	struct cell *cells; /* one for each column asked for */
	/* opaque sort position, for keyset paging */
	char *key;
};
/* Rows of a list, owned; rows_free. */
struct rows {
	struct row *items;
	size_t count;
	size_t columns;
};
void rows_free(struct rows *rows);

enum window_from {
	WINDOW_FIRST,  /* from the beginning */
	WINDOW_LAST,   /* the last `count` rows, in list order */
	WINDOW_AFTER,  /* after the row (key, id) */
	WINDOW_BEFORE, /* the `count` rows before it, in list order */
	WINDOW_FROM    /* from that row on, itself included (or its place, when it is gone) */
};
struct window {
	const struct query *query;
	const char *const *columns; /* paths: "ref", "title", "owner", "asset.type" */
	size_t column_count;
	enum window_from from;
	const char *key; /* of the row; with id */
	int64_t id;
	size_t count;
};
/* Fetches at most window->count rows.  By index where the sort is a FIELD_SORT field or the ref.  False: error (ERROR_CANCELLED too). */
bool store_window(struct store *store, const struct window *window, struct rows *rows, struct error *error);
/* The sort key of one record in the query's order, for WINDOW_FROM after a jump (*key may be NULL: empty; the caller's). False: it is not in the list, or error. */
bool store_key(struct store *store, const struct query *query, int64_t id, char **key, struct error *error);
/* Refuses (ERROR_INVALID) a query with a condition that names a record by a ref that is nowhere; *place (may be NULL): bytes before it in the text of the query. */
bool store_check_query(struct store *store, const struct query *query, size_t *place, struct error *error);
/* How many records: from tallies where they know, else counted (interruptible). -1: error. */
int64_t store_count(struct store *store, const struct query *query, struct error *error);
/* The same, but no further than `most` where it has to be counted: as many means that there may be more.  -1: error. */
int64_t store_count_most(struct store *store, const struct query *query, int64_t most, struct error *error);
/*
 * The same for who has only a moment: counts on for about `most` ms.  Zeroed before the first slice; count is right once
 * whole.  All slices are of one state of the file (store_generation) and one day, else who asks begins anew.  False: error.
 */
struct slices {
	int64_t count, after; /* after: the id up to which it went */
	int64_t enough; /* set before the first slice: whole once there are so many, or more; 0: all are counted */
	int at_once;    /* how many records the last step looked at, by what the one before took; 0: it was not begun */
	bool whole;
};
bool store_count_slice(
	struct store *store, const struct query *query, struct slices *slices, int64_t most, struct error *error);
/* Whether a record that is not written yet would pass the filter of such a field (field_source.answers).  False: error. */
bool store_answers(struct store *store, const struct record *record, const struct field_def *field, bool *yes,
	struct error *error);
/* Which conditions of what holds today (register_def.valid) not all records of the query meet: bit 0 stands for the first.  False: error. */
bool store_unmet(struct store *store, const struct query *query, unsigned *unmet, struct error *error);
/* True where the record stands as it was, by itself or with the one that it belongs to (register_def.stands_with). */
bool store_stands(struct store *store, const struct record *record);
/* Why a record of a register that has the notion does not hold today: sentences are added to otherwise, none where it holds. */
bool store_validity(struct store *store, const struct record *record, struct strings *otherwise, struct error *error);
/* The same of what is asked besides when it enters a frozen state (register_def.entered). */
bool store_entered(struct store *store, const struct record *record, struct strings *otherwise, struct error *error);
/* Calls each for the acceptances of a risk that were signed and do not hold today, with the reason; nothing for other records. */
typedef void (*store_lapsed)(void *user, const char *ref, const char *why);
void store_each_lapsed(struct store *store, const struct record *record, store_lapsed each, void *user);
/* The row's place in the list from 0, or -1; counts, so ask when idle. */
int64_t store_position(
	struct store *store, const struct query *query, const char *key, int64_t id, struct error *error);
/* Counts per group (query->group).  Called once a group with its canonical values (NULL: empty); from tallies where they know. */
typedef void (*store_group)(void *user, const char *const values[3], int64_t count);
bool store_aggregate(struct store *store, const struct query *query, store_group each, void *user, struct error *error);
/*
 * What an expression comes to for the period from the day first up to the day before after (ISO; both NULL: the present
 * month), in one state of the file.  Counts are those of store_count, all else is one statement a term.  False: error.
 */
bool store_evaluate(struct store *store, const struct expression *expression, const char *first, const char *after,
	struct value *value, struct error *error);
/* What one of its terms comes to, for who shows them one by one. */
bool store_evaluate_term(struct store *store, const struct expression_term *term, const char *first, const char *after,
	struct value *value, struct error *error);
/*
 * Whether the indicator `own` (NULL: it has no ref yet) may be counted so: what the expression and its filters name is in
 * the file, and it does not rest on itself (expression_sound).  The write path asks it of every value of such a field.
 * *character: where in its text it names what it may not.
 */
bool store_expression_sound(struct store *store, const char *own, const struct expression *expression,
	size_t *character, struct error *error);
/* One value of a series, the oldest first. */
struct indicator_point {
	char period[24];
	double value; /* NAN: the period has none */
	int64_t id;   /* of the measurement; 0: there is none */
};
/* The last `most` periods of an indicator up to that of its last value, gaps among them; the caller frees *points.  False: error. */
bool store_indicator_points(struct store *store, const struct record *indicator, size_t most,
	struct indicator_point **points, size_t *count, struct error *error);
/* The same period of the year before that of its last value: its name and what was measured then, NAN: nothing; no name: it has no value.  False: error. */
bool store_indicator_year_before(
	struct store *store, const struct record *indicator, struct indicator_point *point, struct error *error);
/* Every row in order, streamed, for exports; each returns false to stop. */
typedef bool (*store_row)(void *user, const struct row *row);
bool store_each(struct store *store, const struct query *query, const char *const *columns, size_t column_count,
	store_row each, void *user, struct error *error);
/* The same with values alone, as the file has them: the texts for people are NULL. */
bool store_each_value(struct store *store, const struct query *query, const char *const *columns, size_t column_count,
	store_row each, void *user, struct error *error);
/* The titles of a whole register in its own language, in no order, where nothing else of the records is asked; each returns false to stop. */
typedef bool (*store_title_each)(void *user, const char *title);
bool store_each_title(
	struct store *store, const struct register_def *def, store_title_each each, void *user, struct error *error);
/* Full-text search over the whole file, best first; columns: ref, register, title.  At most `count`. */
struct found {
	int64_t id;
	const struct register_def *def;
	char *ref;
	char *title;
};
struct found_list {
	struct found *items;
	size_t count;
};
bool store_search(struct store *store, const char *words, const struct register_def *only, size_t count,
	struct found_list *found, struct error *error);
void found_free(struct found_list *found);
/* The next (or previous) record after (key, id) in the list's order that the words find; wraps; 0 when nothing does. */
int64_t store_search_next(struct store *store, const struct query *query, const char *words, const char *key,
	int64_t id, bool backward, struct error *error);
/* Type-ahead for pickers: records of a register whose ref, title or number begins with or holds the words; at most `count`. */
bool store_suggest(struct store *store, const struct register_def *def, const char *typed, size_t count,
	struct found_list *found, struct error *error);
/* The records that refer to this one (what links here). */
bool store_backlinks(struct store *store, int64_t id, struct found_list *found, struct error *error);

/* The bytes of an attached file by the SHA-256 of its record, verified; added to bytes.  ERROR_NEGATIVE: they were altered; ERROR_INVALID: they are not here. */
bool store_attachment(struct store *store, const char *sha256, struct buffer *bytes, struct error *error);

/* ---- what is due, over all registers: agenda.c ---- */

struct agenda_item {
	const struct register_def *def;
	const struct field_def *field; /* that holds the day */
	size_t source; /* its place among the sources: with date and id it is the line's place in the order */
	int64_t id;
	char *ref, *uuid, *date;
	char *title, *owner; /* as people read them, "" where there is none */
	char *owner_ref;     /* NULL: none */
	bool runs;           /* it is due at a moment, by a clock */
	struct hours_clock clock;
};
struct agenda_items {
	struct agenda_item *items;
	size_t count;
};
void agenda_items_free(struct agenda_items *items);
/* "3 days late", "today", by a clock "in 14 h"; caller frees. */
char *agenda_text(const struct agenda_item *item, const struct date *today);
/* filter: a query over register_due (model/agenda.h), NULL: all that is open; it is not kept.  NULL: error.  The store must outlive it. */
struct agenda;
struct agenda *agenda_open(struct store *store, const struct query *filter, struct error *error);
/* The same for what goes to others: without what is to surprise them, which the other marks in its title. */
struct agenda *agenda_open_told(struct store *store, const struct query *filter, struct error *error);
void agenda_close(struct agenda *agenda);
/* At most `count` lines by date, from an end or after or before a line (of which date, source and id are read). */
bool agenda_window(struct agenda *agenda, enum window_from from, const struct agenda_item *at, size_t count,
	struct agenda_items *items, struct error *error);
/* Every line in order; each returns false to stop. */
bool agenda_each(struct agenda *agenda, bool (*each)(void *user, const struct agenda_item *item), void *user,
	struct error *error);
/* How many lines, or how many of them are late; from tallies where they know.  -1: error. */
int64_t agenda_count(struct agenda *agenda, bool late, struct error *error);
/* How many lines of the whole file are late: the figure of the top line.  -1: error. */
int64_t store_late(struct store *store);

/* ---- the clocks that run, over all registers: clocks.c ---- */

struct clocks {
	size_t count;               /* how many run */
	char *ref;                  /* of the one that ends first; NULL: none runs */
	struct hours_clock nearest; /* and itself */
};
/* By index, those of which nobody was told yet and that are open.  False: error.  clocks_free. */
bool clocks_read(struct store *store, struct clocks *clocks, struct error *error);
void clocks_free(struct clocks *clocks);
/* "I-3 notify in 14 h +2": the nearest, and how many more; NULL: none runs.  Caller frees. */
char *clocks_text(const struct clocks *clocks, int64_t now);
/* The clock of a record from the cells of its two moments; false: the register has none, or they are not known. */
bool clocks_running(const struct register_def *def, const struct cell *from, const struct cell *until,
	const struct model_context *context, struct hours_clock *clock);

/* ---- where the records fall short, over all registers: quality.c ---- */

struct quality_item {
	const struct quality_check *check;
	const struct register_def *def;
	const struct field_def *field; /* that mends it; NULL: none is named */
	int64_t id;
	const char *ref, *title;     /* "": it has none */
	const struct record *waiver; /* by which it is set aside; NULL: it is not */
};
/* Returns false to stop. */
typedef bool (*quality_found)(void *user, const struct quality_item *item);
/* Every record that a check finds, register by register, but those set aside; filter: a query over register_quality, which may ask for these, NULL: all. */
bool quality_each(struct store *store, const struct quality_check *check, const struct query *filter,
	quality_found each, void *user, struct error *error);
/* Whether the register has anything for the checks to look at; and whether any has of those that they look at. */
bool quality_has(struct store *store, const struct register_def *def);
bool quality_has_any(struct store *store);

/* ---- writing: one action, one transaction, one journal entry ---- */

struct action;
/*
 * Begins: takes the write lock (waits up to 10 s).  `name` is the journal's
 * word: "add", "set", "remove", "import", "new".  NULL: error.
 */
struct action *action_begin(struct store *store, const char *name, struct error *error);
/* From now on it writes what the program found out by itself, also into fields that nobody else may write (FIELD_BY_PROGRAM). */
void action_by_program(struct action *action);
/*
 * Adds a record: validates, gives id, uuid (unless set) and ref (unless set:
 * then it must be free), writes companions (an applicability for a control).
 * record->id, ref and uuid are filled.
 */
bool action_add(struct action *action, struct record *record, struct error *error);
/*
 * Writes the fields in which `record` differs from `before` (both of the
 * same id).  Where another has changed one of these fields since `before` was read:
 * ERROR_CONFLICT and the conflict is kept (action_conflicts); other fields of
 * others are kept as they are.  before NULL: whatever is in the file now.
 */
bool action_set(struct action *action, const struct record *before, struct record *record, struct error *error);
/* Removes a record; references to it elsewhere are emptied in the same action (refused where they are required). */
bool action_remove(struct action *action, int64_t id, struct error *error);
/* A record of the action's view of the file (uncommitted writes included): as store_record. */
struct record *action_record(struct action *action, int64_t id, struct error *error);
/* Links a control's line to what is not in the file: see model/record.h, struct unresolved. field: "risks", "actions". */
bool action_unresolved(
	struct action *action, int64_t id, const char *field, const struct unresolved *link, struct error *error);
/* Forgets the line's link to the absent record of that uuid, where it has one. */
bool action_resolved(struct action *action, int64_t id, const char *field, const char *uuid, struct error *error);
/* Gives the organisation another uuid (an SoA read into a file without answers) and its lines theirs, which follow from it. */
bool action_adopt_organisation(struct action *action, const char *uuid, struct error *error);
#define ATTACHMENT_MAX (10u << 20) /* bytes */
/* Keeps the bytes of an attached file, once however often they come; hex gets their SHA-256. */
bool action_attach(struct action *action, const void *bytes, size_t count, char hex[HASH_TEXT], struct error *error);

/* Keeps what a column of a table was said to be: the name of a field, "ref", "uuid", or "": nothing.  heading: folded. */
bool action_heading(struct action *action, const struct register_def *def, const char *heading, const char *field,
	struct error *error);
/* The same while the file is open, and nothing of it in the file.  field: NULL: it is taken back, and what the file has counts. */
void store_heading_keep(struct store *store, const struct register_def *def, const char *heading, const char *field);
/* What was kept; NULL: nothing was.  The caller frees. */
char *store_heading(struct store *store, const struct register_def *def, const char *heading);

/* How many records were added, changed, removed so far. */
struct action_counts {
	int64_t added, changed, removed, unchanged;
};

/* The action will write many records: it takes more memory until it ends. */
void action_bulk(struct action *action);
struct action_counts action_counts(const struct action *action);
/* How many records the action made and changed so far, companions (a control's line in the SoA) left out, as its summary in the journal will tell. */
void action_named(struct action *action, int64_t *added, int64_t *changed);
/* Commits and frees.  An action that changed nothing writes nothing.  False: rolled back, error. */
bool action_commit(struct action *action, struct error *error);
void action_rollback(struct action *action); /* and frees */
/* Commits what went well, else takes all of it back; NULL: it was not begun.  False: nothing was written, for the reason that the error has. */
bool action_end(struct action *action, bool ok, struct error *error);
/* Writes one whole change at once: begin, set, commit. */
bool store_set(struct store *store, const struct record *before, struct record *record, struct error *error);
bool store_add(struct store *store, struct record *record, struct error *error);

/*
 * A value of the record as people read it; field: one of its own, or one of the register of which it
 * wrote a table down when it was frozen.  record NULL: of none.  The caller frees.
 */
char *store_value_text(
	struct store *store, const struct record *record, const struct field_def *field, const char *value);

/* How many records of a register a level more or less on a scale moves, and how many keep what they say because they were signed or closed. */
struct rescale_count {
	const struct register_def *def;
	int64_t moved, frozen;
};
struct rescale_counts {
	struct rescale_count *items; /* only those that are concerned; free(items) */
	size_t count;
};
struct rescale_counts store_rescale_counts(struct store *store, const struct rescale *rescale);
/*
 * A level comes to a scale of the method in use, or goes: one action, "scale", with
 * the levels, the method's grid and threshold and everything rated on the scale.
 * level: the record of the new one, its method, scale and number are filled; NULL: none
 * (always where a level goes).  ERROR_CONFLICT: the scale has another count by now.
 */
bool store_rescale(struct store *store, const struct rescale *rescale, struct record *level, struct error *error);

/* One field on which two people, or an undo and a later edit, disagree. */
struct conflict {
	int64_t id;
	char *ref;
	const struct field_def *field;
	char *before; /* value that was read */
	char *theirs; /* value in the file now */
	char *ours;   /* value that was to be written */
};
struct conflicts {
	struct conflict *items;
	size_t count;
};
void conflicts_free(struct conflicts *conflicts);
/* The conflicts of the last action_set, store_set, store_undo or store_redo that ended with ERROR_CONFLICT; owned by the store until the next. */
const struct conflicts *store_conflicts(const struct store *store);

/* Unresolved links of a record's field as values ("{...}" elements joined by commas); NULL when none; caller frees. */
char *store_unresolved(struct store *store, int64_t id, const char *field);

/* ---- undo and the journal ---- */

/* What an entry did, told to a person. */
struct journal_entry {
	int64_t id;
	char hash[HASH_TEXT];
	char *time; /* UTC, ISO 8601 */
	char *login, *host;
	char *action;  /* "add", "set", "undo", ... */
	char *undoes;  /* the action named by an undo or redo, or NULL */
	char *summary; /* translated: "added R-12 Theft of laptops" */
	bool undone;
};
struct journal_change {
	const struct register_def *def; /* NULL: a register that this version does not know */
	const struct field_def *field;  /* NULL: the whole record */
	char kind;                      /* 'C' created, 'D' deleted, 'S' set, '+' and '-' an element of a set */
	char *ref;
	char *before, *after; /* readable (titles, labels); NULL where empty */
};
/* Reverses this login's latest action not yet undone; *summary tells what (caller frees).  ERROR_INVALID "nothing to undo"; ERROR_CONFLICT with store_conflicts. */
bool store_undo(struct store *store, char **summary, struct error *error);
/* True where what this login wrote last was signed or issued: it stands, and so does all before it. */
bool store_undo_is_barred(struct store *store);
bool store_redo(struct store *store, char **summary, struct error *error);
/* After a conflict: undo or redo all the same, with the chosen value per conflict (true: ours). */
bool store_undo_resolved(struct store *store, bool redo, const bool *ours, char **summary, struct error *error);
/* History, newest first: of one record (id) or the whole file (id 0), entries older than `before` (0: from the newest), at most count. each(changes of that record or all). False from each stops. */
typedef bool (*store_entry)(
	void *user, const struct journal_entry *entry, const struct journal_change *changes, size_t change_count);
bool store_history(struct store *store, int64_t id, int64_t before, size_t count, store_entry each, void *user,
	struct error *error);
/* Whether an import made the record, also where that was undone and done again, and nothing has set the field since. */
bool store_stands_as_read(
	struct store *store, int64_t id, const struct register_def *def, const struct field_def *field);
/* The hash of the newest entry, hexadecimal. */
const char *store_head(struct store *store);
/* Whether one head came after the other, by the order of the journal; false too where it has not both. */
bool store_head_after(struct store *store, const char *head, const char *before);
/*
 * `check`: integrity_check, foreign keys, chain of hashes, every field against its
 * last journal value, search index, tallies, refs, the remembered head.  report is called once
 * a problem with a translated sentence.  Returns the number of problems, -1 on error.
 */
int64_t store_check(
	struct store *store, void (*report)(void *user, const char *sentence), void *user, struct error *error);
/*
 * What is wrong where the journal does not go on from the one that this account saw last
 * (kept in $XDG_STATE_HOME/noria, after each commit and each check that finds nothing); NULL:
 * nothing.  It stays wrong until it is accepted.  The caller frees.
 */
char *store_alarm(struct store *store);
/* Accepts such a journal as it is, by an entry of it; *accepted is false where there was nothing to accept.  False: error. */
bool store_accept(struct store *store, bool *accepted, struct error *error);

/* ---- who has the file open: presence.c; not journaled, never in copies ---- */

struct presence {
	char *login, *host;
	int64_t process;
	char *since; /* UTC, ISO 8601 */
};
struct presences {
	struct presence *items;
	size_t count;
};
/* Whether actions wait for others but a moment (where nobody asked for them, and they can be left for later), or as long as is usual. */
void store_hurry(struct store *store, bool hurry);
/*
 * Says that this program has the file open, or has it still: asked at the
 * start and every five minutes.  Sweeps away who is gone.  Nothing is written to
 * a file that is read-only; where the file is locked, it is left for the next time (false).
 */
bool store_stay(struct store *store);
/* Takes this program away again; store_close does it too. */
void store_leave(struct store *store);
/* True once after somebody may have come or gone; cheap. */
bool store_presence_changed(struct store *store);
/* The others who have the file open, by login; who was not seen for ten minutes, or whose process on this host is gone, is not among them. */
bool store_others(struct store *store, struct presences *others, struct error *error);
void presences_free(struct presences *presences);

/* ---- drafts: the unsaved text of forms; not journaled ---- */

struct draft {
	char *key; /* "risk:R-12" or "risk:new" */
	char *login, *host;
	char *time;
	char *content; /* JSON object of field and value */
};
bool store_draft_save(struct store *store, const char *key, const char *content, struct error *error);
/* This login's draft of that key; NULL when none; draft_free. */
struct draft *store_draft(struct store *store, const char *key);
/* This login's newest draft of any key, to offer at the start; NULL when none. */
struct draft *store_draft_any(struct store *store);
void store_draft_forget(struct store *store, const char *key);
void draft_free(struct draft *draft);

#endif
