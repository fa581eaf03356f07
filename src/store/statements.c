/*
 * Prepared statements, kept by their text, and the one place that steps them.
 *
 * A statement that ends with anything but DONE is a failure, and a failure is never
 * lost: it goes to the caller's error, or, where the caller has none, stays with the
 * store until store_sound hands it on.  Until then nothing is committed.  So no loop
 * over rows can take "could not read" for "no more rows", and no look-up that
 * failed counts as one that found nothing.
 */
#include <errno.h>
#include <string.h>

#include "store/internal.h"

bool sqlite_fail(sqlite3 *db, int code, const char *path, struct error *error)
{
	const char *detail = db ? sqlite3_errmsg(db) : sqlite3_errstr(code);
	struct pages *pages = pages_of(db);

	environment_log("sqlite: %d %s", code, detail);
	if (pages && pages->bad && ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_IOERR))
		return error_set(error, ERROR_DAMAGED, _("%s is damaged (page %lld does not match its checksum). Restore a copy, or look at it with `noria check`."), path, (long long)pages->first_bad);
	/* What the system could not read may come back as damage. */
	if (pages && pages->failure && ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_ERROR)) {
		code = pages->failure;
		detail = sqlite3_errstr(code);
	}
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return error_set(error, ERROR_UNAVAILABLE, _("%s is being written by somebody else; nothing was changed. Try again in a moment."), path);
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return error_set(error, ERROR_UNAVAILABLE, _("%s cannot be written; nothing was changed. Ask its owner for the right to write."), path);
	case SQLITE_CANTOPEN:
		return error_set(error, ERROR_UNAVAILABLE, _("%s cannot be opened: %s."), path, strerror(db ? sqlite3_system_errno(db) : EIO));
	case SQLITE_NOTADB:
		return error_set(error, ERROR_UNAVAILABLE, _("%s is not a Noria file."), path);
	case SQLITE_CORRUPT:
		return error_set(error, ERROR_DAMAGED, _("%s is damaged (%s). Restore a copy, or look at it with `noria check`."), path, detail);
	case SQLITE_INTERRUPT:
		return error_set(error, ERROR_CANCELLED, _("Broken off; nothing was changed."));
	case SQLITE_FULL:
		return error_set(error, ERROR_SYSTEM, _("The disk is full; nothing was changed. Make room and try again."));
	case SQLITE_NOMEM:
		return error_set(error, ERROR_SYSTEM, _("There is not enough memory; nothing was changed."));
	case SQLITE_IOERR:
		return error_set(error, ERROR_SYSTEM, _("%s could not be read or written (%s); nothing was changed."), path,
		                 db && sqlite3_system_errno(db) ? strerror(sqlite3_system_errno(db)) : detail);
	default:
		return error_set(error, ERROR_SYSTEM, _("The file %s gave an unexpected answer: %s."), path, detail);
	}
}

/* The first failure of an action ends it: SQLite may have rolled its transaction back by itself, and what came next would stand alone. */
static void end_action(struct store *store, const struct error *failure)
{
	if (store->action && !store->action->ended.kind)
		error_set(&store->action->ended, failure->kind, "%s", failure->message);
}

static bool fail(struct store *store, struct error *failure, struct error *error)
{
	end_action(store, failure);
	if (error)
		error_move(error, failure);
	else if (!store->failure.kind)
		error_move(&store->failure, failure);
	error_clear(failure);
	return false;
}

bool store_fail(struct store *store, struct error *error)
{
	struct error failure = { 0 };

	sqlite_fail(store->db, sqlite3_extended_errcode(store->db), store->path, &failure);
	return fail(store, &failure, error);
}

bool store_damaged(struct store *store, const char *what)
{
	struct error failure = { 0 };

	environment_log("damage: %s", what);
	error_set(&failure, ERROR_DAMAGED, _("%s is damaged (%s). Restore a copy, or look at it with `noria check`."), store->path, what);
	return fail(store, &failure, NULL);
}

bool store_sound(struct store *store, struct error *error)
{
	if (!store->failure.kind)
		return true;
	if (!error)
		return false;
	error_move(error, &store->failure);
	/* What was read by half is read again, not believed. */
	if (store->context_partial)
		store->context_known = store->context_partial = false;
	return false;
}

bool store_answer(struct store *store, bool ok, struct error *error)
{
	return store_sound(store, error) && ok;
}

bool action_sound(struct action *action, struct error *error)
{
	struct store *store = action->store;

	if (!action->ended.kind && store->failure.kind)
		end_action(store, &store->failure);
	if (!action->ended.kind && sqlite3_get_autocommit(store->db))
		error_set(&action->ended, ERROR_SYSTEM, _("The transaction ended before its time; nothing was changed."));
	if (!action->ended.kind)
		return true;
	error_clear(&store->failure);
	return error_set(error, action->ended.kind, "%s", action->ended.message);
}

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
		error_set(error, ERROR_SYSTEM, "too many statements");
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
	error_set(error, ERROR_SYSTEM, "too many statements");
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

int statement_step(struct store *store, sqlite3_stmt *stmt, struct error *error)
{
	int code;

	if (!may_write(store, stmt, error))
		return SQLITE_ABORT;
	if (store->pages)
		store->pages->failure = 0;
	code = sqlite3_step(stmt);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		store_fail(store, error);
	return code;
}

int statement_try(struct store *store, sqlite3_stmt *stmt, struct error *error)
{
	int code;

	if (!may_write(store, stmt, error))
		return SQLITE_ABORT;
	code = sqlite3_step(stmt);
	if (code != SQLITE_ROW && code != SQLITE_DONE && (code & 0xff) != SQLITE_CONSTRAINT)
		store_fail(store, error);
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

void bind_text(sqlite3_stmt *stmt, int index, const char *text)
{
	if (!stmt)
		return;
	if (text)
		sqlite3_bind_text(stmt, index, text, -1, SQLITE_TRANSIENT);
	else
		sqlite3_bind_null(stmt, index);
}
