/* What the files of store/ share.  Included by them only. */
#ifndef NORIA_STORE_INTERNAL_H
#define NORIA_STORE_INTERNAL_H

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "store/beside.h"
#include "store/lib.h"
#include "store/migrations.h"
#include "store/pages.h"

#define APPLICATION_ID 0x4E4F5249
#define STATEMENTS 256
/* Pages kept in memory: enough for a screen's windows, so that memory does not grow with the file. */
#define STORE_CACHE "PRAGMA cache_size = -500;"
#define STORE_CACHE_BULK "PRAGMA cache_size = -16000;"
#define KEPT_TEXTS 1024 /* a power of two, more than registers and fields together */
#define KEPT_REFS 1024  /* in sets of REFS_SET, of which the one that was asked for least lately gives way */
#define REFS_SET 4
#define TITLE_DEPTH 8
#define BUSY_WAIT_MS 10000

struct cached_statement {
	char *sql;
	uint32_t hash; /* of sql: where the search for it begins */
	sqlite3_stmt *stmt;
	bool in_use;
	uint64_t last;
};

/* Text of a generated statement, kept by what it was made for. */
struct kept_text {
	const void *of; /* a register or field of the dictionary */
	char *(*compose)(const void *of);
	char *sql;
};

/* What a ref means, remembered while one action runs: nobody else writes meanwhile. */
struct kept_ref {
	char *ref;
	char uuid[UUID_TEXT];
	int64_t id;
	const struct register_def *def;
};

/* How many records a register has, and how many of them are late (-1: not asked yet). */
struct totals {
	int64_t records, late;
	bool known; /* false: neither was asked */
};

struct store {
	sqlite3 *db;
	struct pages *pages; /* of the file; NULL: it is in memory */
	char *path;
	struct strings headings; /* of tables, kept while it is open: register, heading, field, ... */
	char *place;             /* the file itself: a link that the path names is followed once, when it is opened */
	bool read_only;
	bool lenient; /* STORE_LENIENT */
	bool look;    /* read without locks: STORE_LOOK */
	bool in_memory; /* what is written never reaches the file: not published yet, migrated for reading, or a rehearsal */
	struct cached_statement statements[STATEMENTS];
	uint64_t statement_clock;
	struct kept_text texts[KEPT_TEXTS];
	struct kept_ref *refs;     /* KEPT_REFS of them while an action runs that met one, or NULL */
	struct known_names *names; /* of each register, while an action runs: names.c; NULL: nothing was asked */
	struct {
		char *ref, *prefix, *uuid;
	} catalogue; /* that new records named last, kept as refs are */
	struct model_context context;
	bool context_known;
	int64_t context_until;     /* when its day ends */
	bool context_partial;      /* something of it could not be read: it is read again once that was told */
	struct reading_form given; /* how those given for fields are read */
	uint64_t generation;
	int64_t data_version;
	char head[HASH_TEXT];
	bool head_known;
	struct conflicts conflicts;
	struct action *action; /* the one under way, or NULL */
	int title_depth;       /* records whose titles are being looked for, each for the one before */
	bool commit_unknown;   /* whether the last commit is in the file could not be found out */
	bool changing;         /* an action begins or is under way: what fails now changes nothing */
	struct error failure;  /* that nobody was told of yet: see store_sound */
	store_progress progress;
	void *progress_user;
	int64_t progress_done, progress_total;
	int64_t busy_most;              /* ms: how long a lock is waited for while nothing moves */
	int turn;                       /* descriptor of the file, for the row of writers; -1: none */
	off_t turn_place;               /* in the row; 0: none */
	bool turn_taken;                /* the waiting began when the place was taken */
	int64_t wait_began, wait_moved; /* ms: when it began, when somebody's write was last seen */
	unsigned char wait_counter[4];  /* the file's change counter then */
	int64_t entry_seen;             /* newest entry of the journal that was noticed */
	struct own_entries *own;        /* of the journal, by this program */
	size_t own_count;
	bool others_wrote;   /* not told yet */
	bool presence_stale; /* somebody wrote since the presence was read */
	char *present_since; /* this program is in the table presence; NULL: it is not */
	char *organisation_uuid;
	unsigned frames; /* store_read_begin without store_read_end */
	bool reading;    /* a read transaction of a frame is open */
	/* Of each register, in the dictionary's order, as this reading found them; NULL: not asked yet. */
	struct totals *totals;
};

/* Entries of the journal without another's between them. */
struct own_entries {
	int64_t from, to;
};

/* What an undo settles by itself or by the user's choice when fields were changed since. */
struct resolution {
	const bool *ours; /* one for each conflict, in order; NULL: none chosen */
	size_t next;
};

/* The records of a register whose inherited values, and those of what rests on them, are to be found again. */
struct inheritance {
	const struct register_def *def;
	int64_t *ids; /* owned */
	size_t count;
};

/* The records whose summary (register_def.summary) is to be found again. */
struct summaries {
	struct summarised {
		const struct register_def *def;
		int64_t id;
	} * items; /* owned */
	size_t count, capacity;
};

struct action {
	struct store *store;
	struct inheritance inheritance;
	struct summaries summaries;
	char *name;
	char *names;          /* hash of the entry that an undo or redo names; "" */
	int64_t entry;        /* id of the journal entry to be written; 0: nothing written yet */
	char hash[HASH_TEXT]; /* of that entry, once it is written */
	char *time;           /* of that entry and of all that it writes; NULL until action_time is asked */
	int64_t seq;
	int64_t created,
		created_companions; /* rows of the journal that are new records, and those of them that are lines of controls */
	struct hash *digests; /* of the changes so far */
	struct action_counts counts;
	struct error ended;     /* the failure after which nothing of it may be written any more */
	bool context_touched;   /* method, levels or organisation changed: derived fields follow */
	bool derive_all;        /* the file comes from a version that did not keep what is inherited */
	bool rescaled;          /* a scale has a level more or less: ratings follow, */
	struct rescale rescale; /* by this */
	bool barrier;
	bool by_program; /* it writes what the program alone writes (FIELD_BY_PROGRAM) */
	bool bulk;
	/* Of tables, kept last: register, heading, field.  Alone they are committed without an entry, since no record says them. */
	struct strings heading;
	struct texts_later {
		struct text_later {
			int64_t id;
			char *text;
		} * items;
		size_t count, capacity, bytes;
	} later; /* of new records, not in the search index yet */
	struct pending_tallies *tallies;
	struct numbers {
		struct number {
			const char *prefix; /* of the dictionary */
			int64_t next, written;
		} * items;
		size_t count;
	} numbers; /* of new refs */
};

/* ---- version.c, threshold.c ---- */

/* The register that keeps later values of fields of this one; NULL: none does. */
const struct register_def *versions_of(const struct register_def *def);
/* The value in force on a day, of a row of the field's register; day: SQL.  The caller frees. */
char *version_sql(const struct field_def *field, const char *alias, const char *day);
/* The reference of a version to the record that it is of; the id of the version in force today, 0: none. */
const struct field_def *version_of_whom(const struct register_def *versions);
int64_t version_in_force(struct store *store, const struct register_def *versions, int64_t of);
/* The organisation's day, as version_sql wants it bound. */
void version_today(struct store *store, char day[11]);
/*
 * Of a change from what was shown to `new`: gives both what the file holds for the fields with versions,
 * so that writing them changes nothing there, and the version to be written instead (which is added, or
 * changes the one in force; NULL: none).  Where the value itself stays and there is no version yet, they change as any field.
 */
bool version_take(
	struct store *store, struct record *current, struct record *new, struct record **version, struct error *error);
/* The threshold of that method on that day; 0: none. */
int threshold_on(struct store *store, int64_t method, const char *day);

/* ---- statements.c ---- */

/* A prepared statement, kept for the next time; statement_end gives it back.  NULL: error. */
sqlite3_stmt *statement(struct store *store, const char *sql, struct error *error);
/* The same for a text generated from the dictionary: composed once for each register or field. */
sqlite3_stmt *statement_of(struct store *store, char *(*compose)(const void *of), const void *of, struct error *error);
void statement_end(struct store *store, sqlite3_stmt *stmt);
void statements_close(struct store *store);
/* Steps; SQLITE_ROW or SQLITE_DONE, anything else fills error, or stays with the store where that is NULL.  No other file steps. */
int statement_step(struct store *store, sqlite3_stmt *stmt, struct error *error);
/* The same of a statement that only reads, for about so many microseconds: SQLITE_INTERRUPT where that was too short, which is no failure. */
int statement_step_within(struct store *store, sqlite3_stmt *stmt, int64_t us, struct error *error);
/* The same, but SQLITE_CONSTRAINT is an answer and no failure. */
int statement_try(struct store *store, sqlite3_stmt *stmt, struct error *error);
/* True: there is a row.  False: the end, or a failure, which stays with the store; NULL is a statement that failed before. */
bool statement_row(struct store *store, sqlite3_stmt *stmt);
/* Steps to the end and gives back. */
bool statement_run(struct store *store, sqlite3_stmt *stmt, struct error *error);
/* Executes text without result. */
bool store_exec(struct store *store, const char *sql, struct error *error);
/* One integer of a query without parameters, or `otherwise`. */
int64_t store_integer(struct store *store, const char *sql, int64_t otherwise);
/* The text is copied; that there is no memory for it stays with the store. */
void bind_text(struct store *store, sqlite3_stmt *stmt, int index, const char *text);
/* From the first place on (window.c). */
void bind_all(struct store *store, sqlite3_stmt *stmt, const struct strings *binds);

/* ---- reading.c ---- */

/* Before a step: within a frame who reads does so in its transaction, and who writes lets go of it. */
bool reading_prepare(struct store *store, sqlite3_stmt *stmt, struct error *error);

/* ---- failure.c ---- */

/* SQLite's failure in a sentence; changing: an action was under way, and nothing of it is in the file.  Returns false. */
bool sqlite_fail(sqlite3 *db, int code, const char *path, bool changing, struct error *error);
/* Fills error from SQLite's last failure, or keeps it with the store where error is NULL; ends the action under way.  Returns false. */
bool store_fail(struct store *store, struct error *error);
/* The sentence of a file system without locks, by the errno that told it; returns false. */
bool without_locks(struct store *store, int failure, struct error *error);
/* False: SQLite's look at the structure gave this line since memory lacked, which says nothing of the file; told or kept as its other failures are. */
bool store_saw_structure(struct store *store, const char *line, struct error *error);
/* A failure of the program's own, told or kept as SQLite's are.  Returns false. */
bool store_told(struct store *store, enum error_kind kind, const char *sentence, struct error *error);
/* False, with the failure, where the system failed below the newest statement, which may have told it as an answer of its own (PRAGMA integrity_check). */
bool store_could_read(struct store *store, struct error *error);
/* The file holds what no Noria file can: a failure that stays with the store.  what: "the register of a record".  Returns false. */
bool store_damaged(struct store *store, const char *what);
/* What a door says in the end: ok, unless something could not be read on the way, which then is the error.  So what is asked on the way is asked with error NULL. */
bool store_answer(struct store *store, bool ok, struct error *error);
/* False, with the failure, where the action may not write or commit any more. */
bool action_sound(struct action *action, struct error *error);

/* ---- row.c: values checked as they are read; what cannot be in our file is damage, which stays with the store ---- */

/* Never NULL; a missing one is damage. */
const char *row_text(struct store *store, sqlite3_stmt *stmt, int column);
const char *row_text_or_null(struct store *store, sqlite3_stmt *stmt, int column);
/* 0: NULL. */
int64_t row_id(struct store *store, sqlite3_stmt *stmt, int column);
/* The register that a row names; NULL: damage. */
const struct register_def *row_register(struct store *store, sqlite3_stmt *stmt, int column);
/* The value of a field that has a column; NULL where it is empty.  The caller frees. */
char *row_value(struct store *store, sqlite3_stmt *stmt, int column, const struct field_def *field);

/* ---- file.c ---- */

/* Looks for others' commits; what was known of the file is forgotten where the journal went on. */
void notice_others(struct store *store);
/* The entry that this program just wrote is no news to it. */
void remember_own(struct store *store, int64_t entry);

/* ---- copy.c ---- */

bool copy_database(sqlite3 *from, sqlite3 *to);
/* Copies the committed state of the file to `copy`, with its mode and group.  A failure, a signal or the end of the program leaves nothing of it. */
bool copy_file(struct store *store, const char *copy, struct error *error);
/* Writes, syncs and names it so, without replacing anything; the same holds. */
bool write_new(const char *path, const unsigned char *bytes, size_t size, struct error *error);

/* ---- place.c ---- */

/* True where the file, and the folder in which SQLite keeps its journal, can be written. */
bool place_is_writable(const char *path);
/* Finds the file and looks at it and at what lies beside, before SQLite does; fills store->place and ->turn. */
bool place_open(struct store *store, bool writable, struct error *error);
/* Whether SQLite opened the very file that was looked at. */
bool place_is_same(struct store *store);
/* Refuses a place that is taken or where nothing can be made, before the work is done. */
bool place_is_free(const char *path, struct error *error);

/* ---- turn.c: who writes next ---- */

/* A byte of the file behind all that SQLite knows of: here the places of the row of writers begin. */
#define TURN_BYTES (1LL << 40)
/* The errno that says that the file system has no locks; 0: it has. */
int turn_without_locks(const struct store *store);
/* Lets go of what is read (see reading.c) and waits until nobody stands before in the row of writers; turn_leave once SQLite gave its lock, or did not. */
void turn_take(struct store *store);
void turn_leave(struct store *store);
/* BEGIN IMMEDIATE in its turn. */
bool turn_begin(struct store *store, struct error *error);
/* SQLite's busy handler. */
int turn_wait(void *user, int count);

/* ---- schema.c ---- */

int schema_version(void); /* the newest */
bool schema_digest(sqlite3 *db, char digest[HASH_TEXT]);
bool schema_apply(sqlite3 *db, int from, int to);
/* The newest schema in a database that has none, by its whole text. */
bool schema_make(sqlite3 *db);
/* The SQL that makes this schema; NULL: it could not be read.  The caller frees. */
char *schema_text(sqlite3 *db);
/* read: whether the schema could be read at all. */
bool schema_is_known(sqlite3 *db, int version, bool *read);
/* schema_compare.c: the SQL, with comments, that makes the schema what the dictionary asks for; NULL: it is that.  The caller frees. */
char *schema_compare(sqlite3 *db);
/* Whether there is an index for the field alone, "TABLE.FIELD". */
bool field_is_indexed(const struct register_def *def, const struct field_def *field);

/* ---- fields.c: how fields lie in columns ---- */

bool field_is_stored(const struct field_def *field); /* has a column of its own */
bool field_has_key(const struct field_def *field);   /* has a NAME_key column */
/* The sort key of a value; never NULL; caller frees. */
char *field_key(
	const struct register_def *def, const struct field_def *field, const struct record *record, const char *value);
/* The folded text of a record for the search index; caller frees. */
char *record_search_text(struct store *store, const struct record *record);

/* ---- names.c ---- */

/* A name as it is compared: folded, blanks alike; of people whatever the order of its words.  The caller frees. */
char *name_folded(const struct register_def *def, const char *name);
/* What a record that was written is called from now on. */
void names_note(struct store *store, const struct record *record);
void names_forget(struct store *store);

/* ---- read.c ---- */

/* A record with its references as refs; inverse fields only when asked. */
struct record *read_record(
	struct store *store, const struct register_def *def, int64_t id, bool inverse, struct error *error);
/* Register of an id; NULL: unknown. */
const struct register_def *read_register(struct store *store, int64_t id);
/* ref and title of an id; false: there is none. Caller frees both (either may be NULL). */
bool read_name(struct store *store, const struct register_def *def, int64_t id, char **ref, char **title);
/* The same for what a reference field names; that it is not there is damage. */
void read_target(struct store *store, const struct field_def *field, int64_t id, char **ref, char **title);
/* Ids of the records that a query's value means for a reference field: by ref, number or title. */
int64_t read_find_ref(struct store *store, const char *ref, const struct register_def **def);
/* Remembers what the ref of a record means, while an action runs. */
/* Where a ref is kept, or would be. */
const struct kept_ref *kept_ref(struct store *store, const char *ref);
void read_keep_ref(struct store *store, const char *ref, const char *uuid, int64_t id, const struct register_def *def);
/* Forgets what refs meant: when an action ends, or a record goes. */
void read_forget_refs(struct store *store);
bool read_exists(struct store *store, const struct register_def *def, int64_t id);
/* uuid of a ref, ref of a uuid; caller frees; NULL: none. */
char *read_uuid_of_ref(struct store *store, const char *ref);
char *read_ref_of_uuid(struct store *store, const char *uuid);
/* The refs, unresolved elements included, of a field with links or an inverse field. */
char *read_links(struct store *store, const struct register_def *def, const struct field_def *field, int64_t id);
/* Sorts the elements of a comma-separated list naturally. */
char *sort_elements(char *list);

/* ---- compile.c, compile_path.c, compile_late.c, compile_tally.c: queries to SQL (compile.h has what they share) ---- */

struct compiled {
	char root[16];               /* alias of the register's table: "t", "s1" in a filter within a filter */
	char outer[QUERY_OUTER][16]; /* those of the records outside the parentheses, the nearest first */
	struct buffer from;          /* FROM and joins */
	struct buffer where;         /* conditions, "1" when none */
	struct strings binds;        /* of the conditions */
	char *sort;                  /* expression of the sort key */
	bool sort_null;              /* the sort key may be NULL */
	bool descending;
	int joins;
	bool by_index;
	bool whole;   /* asked once over the whole register: a filter behind few records may be answered first */
	bool outward; /* a filter within it asks something of the record outside */
	struct strings aliases; /* join paths already made */
};
/* compile_order.c, also for the index: whether a record of the register is done with; its own order with these last.  alias is "t." or "".  The caller frees. */
char *ended_status(const struct register_def *def, const char *alias);
char *ended_sort(const struct register_def *def, const char *alias);
bool compile_query(struct store *store, const struct query *query, struct compiled *out, struct error *error);
/* The same for a count over the whole register at once. */
bool compile_whole(struct store *store, const struct query *query, struct compiled *out, struct error *error);
/*
 * count.c: counted anew, whatever is known of the register, up to `most` (0: all of them) and for about so many microseconds
 * (0: to the end).  COUNT_UNFINISHED: these were too few, which is no failure; -1: error.
 */
#define COUNT_UNFINISHED (-2)
int64_t count_query(struct store *store, const struct query *query, int64_t most, int64_t us, struct error *error);
/* totals.c: what is known within a frame; NULL: nothing.  The records of a register; -1: it is not known. */
struct totals *totals_known(struct store *store, const struct register_def *def);
int64_t count_known(struct store *store, const struct register_def *def);
/* The SQL of a path's raw value; joins are added as needed. Caller frees. */
char *compile_path(struct store *store, struct compiled *compiled, const struct register_def *def, const char *path,
	const struct register_def **owner, const struct field_def **field, struct error *error);
/* ", OPEN, LATE, LEFT" of the record itself, as the words of a filter mean them. */
void compile_answers(
	struct store *store, struct compiled *compiled, const struct register_def *def, struct buffer *select);
/* ", LATE" of the record that holds the path's field, by that day alone; false, and nothing, where it is no day on which something is due. */
bool compile_path_late(struct store *store, struct compiled *compiled, const struct register_def *def, const char *path,
	struct buffer *select);
void compiled_free(struct compiled *compiled);
/*
 * compile_measure.c: the statement that measures all records of a query and gives one number, or NULL where none has a
 * measure; the joins and values that it needs are added to compiled, which is that query's.  NULL: error.  Caller frees.
 */
char *compile_measure(struct store *store, struct compiled *compiled, const struct query *query,
	enum expression_kind kind, const struct measure *measure, struct error *error);
/* evaluate.c: whether the value of a field whose type rests on other records may be written; error names the field. */
bool check_expression(struct store *store, const struct record *record, const struct field_def *field,
	const char *value, struct error *error);
/* What a user typed as an FTS5 expression: quoted words, the last one a prefix, or each of them (begun); "" when it holds no word. Caller frees. */
char *search_expression(const char *words, bool begun);
/* A tally that answers the query; NULL: none. */
const struct tally_def *compile_tally(const struct query *query);
/* WHERE over that tally. */
bool compile_tally_where(struct store *store, const struct query *query, const struct tally_def *tally,
	struct buffer *where, struct strings *binds);

/* ---- columns.c: the row of a record in its register's table ---- */

/* Whether a change writes the field of that index; what is only read backwards is never written. */
bool columns_differ(const struct record *old, const struct record *new, size_t index);
/* Writes a new record's row; its id, rev and times are set. */
bool columns_insert(struct store *store, const struct record *record, struct error *error);
/* Writes what differs, and the number of changes and the moment of the last: both tell of the entries that touched the record (check.c compares). */
bool columns_update(struct store *store, const struct record *old, const struct record *new, struct error *error);

/* ---- write.c: the low level, without companions; each journals, tallies and indexes ---- */

bool write_insert(struct action *action, struct record *record, struct error *error);
bool write_update(struct action *action, const struct record *old, struct record *new, struct error *error);
bool write_delete(struct action *action, const struct record *record, struct error *error);
/* Before the first journal row of an action for a record that is there: the record counts the entry, and has its time. */
bool write_touch(struct action *action, const struct register_def *def, int64_t id, struct error *error);
bool write_unresolved(struct action *action, const struct register_def *def, int64_t id, const char *uuid,
	const char *field, const char *element, bool add, struct error *error);
struct action *action_begin_named(struct store *store, const char *name, const char *names);
/* The one moment of the action, UTC, ISO 8601. */
const char *action_time(struct action *action); /* journal.c */

/* ---- inherit.c ---- */

/* Notes what a record gives or takes (old NULL: it is new). */
void inherit_touch(struct action *action, const struct record *old, const struct record *new);
/* Finds again what was noted, or all; before the commit. */
bool inherit_follow(struct action *action, bool everywhere, struct error *error);
void inherit_forget(struct action *action);
/* The ids of the records whose inherited value is not what those that they rest on give; the caller frees. */
char *inherit_differing(const struct register_def *def, const struct field_def *field);

/* ---- summary.c ---- */

/* Notes whom a record that is new (old NULL), changed or deleted (new NULL) bears on. */
void summary_touch(struct action *action, const struct record *old, const struct record *new);
/* Finds again what was noted, or all; before the commit (summary_follow.c). */
bool summary_follow(struct action *action, bool everywhere, struct error *error);
void summary_forget(struct action *action);
/*
 * Of those that a record of the register is summed up of value by value (summary_def.each): the one that counts of the
 * greatest value below `*below` (NULL: of all), which is then that value; the caller frees it.  0: there is none, -1: error.
 */
int64_t summary_before(
	struct store *store, const struct register_def *def, int64_t id, char **below, struct error *error);
/* A copy of the record with what those that it is summed up of say; NULL: error.  The caller frees. */
struct record *summary_of(struct store *store, const struct record *record, struct error *error);

/* ---- standing.c ---- */

/* The record as it stood at the end of that day of the organisation, as far as the journal goes back; as it was made, where that was later. NULL day: as it stands. */
struct record *record_on_day(struct store *store, int64_t id, const char *day, struct error *error);

/* ---- rederive.c ---- */

/* After a change of the method: derived fields of all records follow, not journaled, and ratings on a scale that changed, journaled. */
bool write_rederive(struct action *action, struct error *error);
/* The number of changes of each record and the date of the last, as the journal gives them: earlier versions counted otherwise. */
bool write_recount(struct store *store, struct error *error);
/* The condition of records with a level that moves, in fields that stand when frozen or in all; NULL: there is no such field.  The caller frees. */
char *rescale_condition(const struct rescale *rescale, const struct register_def *def, bool standing);

/* ---- level.c ---- */

/* Whether a new record, where it is a level, has a place of its own on its scale. */
bool check_level(struct store *store, const struct record *record, struct error *error);

/* ---- rescale_undo.c ---- */

/* False, with the record that stands in the way, where reversing the entry would leave a level on another scale than it was chosen on. */
bool rescale_may_go_back(struct store *store, int64_t entry, struct error *error);
/* A scale as a bit of a set of them; 0: there is none of that name. */
unsigned scale_bit(const char *name);
/* The scales that have other levels than when the entry was written. */
bool scales_resized_since(struct store *store, int64_t entry, unsigned *scales, struct error *error);

/* ---- value_text.c ---- */

/* As store_value_text, of the record of that id. */
char *value_text_of(struct store *store, const struct register_def *def, int64_t id, const struct field_def *field,
	const char *value);

/* ---- identity.c ---- */

/* Gives a new record the ref and the uuid that it lacks; refuses those that cannot be. */
bool name_record(struct store *store, struct record *record, struct error *error);
/* Writes how far the refs of the action have come. */
bool numbers_flush(struct action *action, struct error *error);
/* A ref that stood for a record once deleted may come back with the same record (a catalogue read again). */
void reuse_identity(struct store *store, struct record *record);

/* ---- references.c ---- */

/* References as the file writes them: whole refs, natural order; "A.5.1" becomes "2022:A.5.1". */
bool canonical_references(struct store *store, struct record *record, struct error *error);
/* What only the whole register can answer: nothing is its own ancestor, nobody has another's login. */
bool check_register(struct store *store, const struct record *record, struct error *error);

/* ---- remove.c ---- */

/* The ref of a record that refers to this one, other than itself; NULL: none does.  Caller frees. */
char *find_referrer(struct store *store, const struct record *record);

/* ---- undo_raised.c ---- */

/*
 * Deletes what the program noted by itself since the entry of the records that it made, or whose fields it set that decide
 * of that (summary_def.raised_by), and that nobody touched since; *count: how many.
 */
bool undo_raised(struct action *action, int64_t entry, size_t *count, struct error *error);

/* ---- freeze.c ---- */

/* False, with the field, where a frozen record would change. */
bool freeze_allows_change(
	const struct action *action, const struct record *old, const struct record *new, struct error *error);
bool freeze_allows_delete(const struct action *action, const struct record *record, struct error *error);
/* Where the change enters such a state (old NULL: a new record): seals, writes the snapshot down, makes the action a barrier. */
bool freeze_enter(struct action *action, const struct record *old, struct record *new, struct error *error);
/* Afterwards, once it is written: what is asked of the record itself, links and all (field_source.answers). */
bool freeze_witness(struct action *action, const struct record *old, struct record *new, struct error *error);
/* The version that a record names as superseded, once this one is in force, is so in the same action. */
bool freeze_supersede(struct action *action, const struct record *old, const struct record *new, struct error *error);
/* ---- frozen.c ---- */
/* Fills the record's own copy of what it is about (register_def.snapshot.copy), as the file stands now. */
bool frozen_take(struct store *store, struct record *record, struct error *error);

/* ---- tally.c ---- */
/* ---- search_later.c: action->later, written at its end, and before the index is read within it ---- */
bool search_write(struct store *store, int64_t id, const char *text, bool replace, struct error *error);
/* Takes over the text of a new record. */
bool search_later(struct action *action, int64_t id, char *text, struct error *error);
bool search_flush(struct action *action, struct error *error); /* action may be NULL */
void search_forget(struct action *action);

/* Counts of an action gather in memory; tally_flush writes them: at its end, and before a count is read within it. */
bool tally_record(struct action *action, const struct record *record, int delta, struct error *error);
bool tally_update(struct action *action, const struct record *old, const struct record *new, struct error *error);
bool tally_flush(struct action *action, struct error *error); /* action may be NULL */
void tally_forget(struct action *action);

/* ---- journal.c ---- */

/* The canonical text of a value: references become uuids. Caller frees; NULL stays NULL. */
char *journal_value(struct store *store, const struct field_def *field, const char *value);
/* And back: uuids become refs (an unknown uuid an unresolved element). */
char *journal_unvalue(struct store *store, const struct field_def *field, const char *text);
bool journal_created(struct action *action, const struct record *record, struct error *error);
bool journal_deleted(struct action *action, const struct record *record, struct error *error);
bool journal_set(struct action *action, const struct record *record, const struct field_def *field, const char *before,
	const char *after, struct error *error);
bool journal_element(struct action *action, const struct register_def *def, int64_t id, const char *uuid,
	const char *field, const char *element, bool add, struct error *error);
/* Writes the entry of the action and moves the head. */
bool journal_close(struct action *action, struct error *error);
/* The whole record as canonical JSON (an object); caller frees. */
char *journal_record(struct store *store, const struct record *record);
/* What an entry did, in a translated sentence; caller frees. */
char *journal_summary(struct store *store, int64_t entry, const char *action);
/* The entry that an undo or redo is about in the end, itself otherwise; *action (caller frees) is what it did. */
int64_t journal_original(struct store *store, int64_t entry, char **action);
/* True where the newest undo that names the entry was not redone. */
bool journal_is_undone(struct store *store, const char *hash);
/* A record back from it. */
struct record *journal_read_record(struct store *store, const struct register_def *def, const struct json *object);
void journal_entry_hash(const char *parent, const char *other_parent, const char *time, const char *login,
	const char *host, const char *action, const char *names, const unsigned char digests[HASH_BYTES],
	char out[HASH_TEXT]);
void journal_row_digest(const unsigned char *salt, size_t salt_length, const char *text, size_t length,
	unsigned char digest[HASH_BYTES]);

/* ---- remember.c: the journal as this account saw it last ---- */

/* The word of an entry by which somebody accepts a journal that is another than the one remembered. */
#define ACTION_ACCEPT_JOURNAL "accept-journal"
#define ACTION_RAISE "raise" /* what the program notes by itself: nobody undoes it */

#define REMEMBERED_MOST 8
struct remembered {
	struct remembered_head {
		char first[HASH_TEXT]; /* "": not known, as in files of earlier versions */
		char newest[HASH_TEXT];
		int64_t id; /* of the newest entry; 0: not known */
		char *path; /* where that was read */
	} heads[REMEMBERED_MOST]; /* under the uuid of the organisation, and under those that it had; else by the place alone */
	size_t count, at;         /* the one that counts, once they were compared */
	bool unreadable;          /* something is there that says nothing */
	bool failed;              /* since the system could not read it */
};
enum remembered_answer {
	REMEMBERED_NOTHING,
	REMEMBERED_STANDS,
	REMEMBERED_MISSING,
	REMEMBERED_OTHER_BEGINNING,
	REMEMBERED_UNREADABLE
};

/* Read it before the journal that it is compared with: others go on meanwhile. */
void remembered_load(struct store *store, struct remembered *remembered);
void remembered_free(struct remembered *remembered);
enum remembered_answer remembered_compare(struct store *store, struct remembered *remembered);
/* NULL: nothing is wrong.  The caller frees. */
char *remembered_sentence(enum remembered_answer answer, const struct remembered *remembered);
/* Remembers the head where it follows what is remembered, or, accepted, whatever it is. */
void remember_head(struct store *store, bool accepted);
/* A copy that this account itself puts to a place is no surprise there. */
void remember_no_place(const char *path);

/* ---- context.c ---- */

/* The id of the organisation; 0: there is none. */
int64_t read_single(struct store *store);
void context_forget(struct store *store);
/* Another day has another threshold: where one has begun, the context is read again. */
void context_of_today(struct store *store);

void conflicts_add(struct conflicts *conflicts, int64_t id, const char *ref, const struct field_def *field,
	const char *before, const char *theirs, const char *ours);

#endif
