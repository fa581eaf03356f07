/*
 * Prepared statements, kept by their text, and the one place that steps them.  A
 * statement that ends with anything but DONE is a failure: see failure.c.
 */
#include <string.h>

#include "store/internal.h"

/* FNV-1a over the length and at most 32 bytes spread over the text: long statements are told apart by fewer. */
static uint32_t hash_of(const char *sql)
{
	size_t length = strlen(sql), step = length / 32 + 1;
	uint32_t hash = (uint32_t)length * 16777619u;

	for (size_t i = 0; i < length; i += step)
		hash = (hash ^ (unsigned char)sql[i]) * 16777619u;
	return hash;
}

sqlite3_stmt *statement(struct store *store, const char *sql, struct error *error)
{
	struct cached_statement *oldest = NULL;
	uint32_t hash = hash_of(sql);
	size_t i;

	/* A statement stands at the place of its hash or after it, unless that was taken. */
	for (i = 0; i < STATEMENTS; i++) {
		struct cached_statement *slot = &store->statements[(hash + i) % STATEMENTS];

		if (slot->sql && slot->hash == hash && !slot->in_use && strcmp(slot->sql, sql) == 0) {
			slot->in_use = true;
			slot->last = ++store->statement_clock;
			return slot->stmt;
		}
		if (!slot->sql) {
			/* Nothing of this hash stands further on: a slot is emptied only by a statement that does not compile. */
			oldest = slot;
			break;
		}
		if (!slot->in_use && (!oldest || slot->last < oldest->last))
			oldest = slot;
	}
	if (!oldest) {
		store_told(store, ERROR_SYSTEM, "too many statements", error);
		return NULL;
	}
	sqlite3_finalize(oldest->stmt);
	free(oldest->sql);
	oldest->sql = NULL;
	oldest->stmt = NULL;
	if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &oldest->stmt, NULL) != SQLITE_OK) {
		environment_log("sql: %s", sql);
		store_fail(store, error);
		return NULL;
	}
	oldest->sql = xstrdup(sql);
	oldest->hash = hash;
	oldest->in_use = true;
	oldest->last = ++store->statement_clock;
	return oldest->stmt;
}

sqlite3_stmt *statement_of(struct store *store, char *(*compose)(const void *of), const void *of, struct error *error)
{
	size_t at = ((uintptr_t)of >> 4) ^ ((uintptr_t)compose >> 4), tries;

	for (tries = 0; tries < KEPT_TEXTS; tries++, at++) {
		struct kept_text *kept = &store->texts[at % KEPT_TEXTS];

		if (!kept->sql) {
			kept->of = of;
			kept->compose = compose;
			kept->sql = compose(of);
		}
		if (kept->of == of && kept->compose == compose)
			return statement(store, kept->sql, error);
	}
	store_told(store, ERROR_SYSTEM, "too many statements", error);
	return NULL;
}

void statement_end(struct store *store, sqlite3_stmt *stmt)
{
	uint32_t hash;
	size_t i;

	if (!stmt)
		return;
	sqlite3_reset(stmt);
	sqlite3_clear_bindings(stmt);
	hash = hash_of(sqlite3_sql(stmt));
	for (i = 0; i < STATEMENTS; i++) {
		struct cached_statement *slot = &store->statements[(hash + i) % STATEMENTS];

		if (slot->stmt == stmt) {
			slot->in_use = false;
			return;
		}
	}
}

void statements_close(struct store *store)
{
	size_t i;

	for (i = 0; i < STATEMENTS; i++) {
		sqlite3_finalize(store->statements[i].stmt);
		free(store->statements[i].sql);
	}
	for (i = 0; i < KEPT_TEXTS; i++)
		free(store->texts[i].sql);
	memset(store->texts, 0, sizeof store->texts);
	read_forget_refs(store);
	memset(store->statements, 0, sizeof store->statements);
}

/* An action that has failed writes nothing more: outside its transaction a row would stand without its journal. */
static bool may_write(struct store *store, sqlite3_stmt *stmt, struct error *error)
{
	return !store->action || sqlite3_stmt_readonly(stmt) || action_sound(store->action, error);
}

/* What failed below SQLite before is no reason of what fails now. */
static void forget_failures(struct store *store)
{
	if (!store->pages)
		return;
	store->pages->failure = 0;
	if (!store->pages->lenient)
		store->pages->bad = 0;
}

/* Steps; what is neither a row, the end nor the answer that is passed on is a failure. */
static int step(struct store *store, sqlite3_stmt *stmt, int answer, struct error *error)
{
	int code;

	if (!may_write(store, stmt, error) || !reading_prepare(store, stmt, error))
		return SQLITE_ABORT;
	forget_failures(store);
	code = sqlite3_step(stmt);
	if (code != SQLITE_ROW && code != SQLITE_DONE && (code & 0xff) != answer)
		store_fail(store, error);
	return code;
}

int statement_step(struct store *store, sqlite3_stmt *stmt, struct error *error)
{
	return step(store, stmt, SQLITE_DONE, error);
}

int statement_try(struct store *store, sqlite3_stmt *stmt, struct error *error)
{
	return step(store, stmt, SQLITE_CONSTRAINT, error);
}

static int on_progress(void *user)
{
	struct store *store = user;

	return store->progress && store->progress(store->progress_user, store->progress_done, store->progress_total);
}

void store_set_progress(struct store *store, store_progress progress, void *user)
{
	store->progress = progress;
	store->progress_user = user;
	sqlite3_progress_handler(store->db, progress ? 4000 : 0, progress ? on_progress : NULL, store);
}

void store_progress_at(struct store *store, int64_t done, int64_t total)
{
	store->progress_done = done;
	store->progress_total = total;
}

#define STEPS_BETWEEN_LOOKS 500 /* of SQLite's machine, between two looks at the clock */

static int is_over(void *user)
{
	const int64_t *until = user;

	return environment_clock_us() >= *until;
}

int statement_step_within(struct store *store, sqlite3_stmt *stmt, int64_t us, struct error *error)
{
	int64_t until = environment_clock_us() + us;
	int code;

	/* What begins the reading has the time that it takes. */
	if (!reading_prepare(store, stmt, error))
		return SQLITE_ABORT;
	sqlite3_progress_handler(store->db, STEPS_BETWEEN_LOOKS, is_over, &until);
	code = step(store, stmt, SQLITE_INTERRUPT, error);
	store_set_progress(store, store->progress, store->progress_user);
	return code;
}

bool statement_row(struct store *store, sqlite3_stmt *stmt)
{
	return stmt && statement_step(store, stmt, NULL) == SQLITE_ROW;
}

bool statement_run(struct store *store, sqlite3_stmt *stmt, struct error *error)
{
	int code;

	if (!stmt)
		return false;
	do {
		code = statement_step(store, stmt, error);
	} while (code == SQLITE_ROW);
	statement_end(store, stmt);
	return code == SQLITE_DONE;
}

bool store_exec(struct store *store, const char *sql, struct error *error)
{
	forget_failures(store);
	if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return store_fail(store, error);
	return true;
}

int64_t store_integer(struct store *store, const char *sql, int64_t otherwise)
{
	sqlite3_stmt *stmt = statement(store, sql, NULL);
	int64_t value = otherwise;

	if (statement_row(store, stmt) && sqlite3_column_type(stmt, 0) != SQLITE_NULL)
		value = sqlite3_column_int64(stmt, 0);
	statement_end(store, stmt);
	return value;
}

void bind_text(struct store *store, sqlite3_stmt *stmt, int index, const char *text)
{
	int code;

	if (!stmt)
		return;
	code = text ? sqlite3_bind_text(stmt, index, text, -1, SQLITE_TRANSIENT) : sqlite3_bind_null(stmt, index);
	/* What was not bound would be looked for as nothing, and not be found. */
	if (code != SQLITE_OK)
		store_fail(store, NULL);
}
