/* Prepared statements, kept by their text; SQLite's failures told in a sentence. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "store/internal.h"

/* Why the file, or the journal beside it, could not be opened; the system's word where SQLite kept none. */
static const char *reason_of(sqlite3 *db, const char *path)
{
	int failure = db ? sqlite3_system_errno(db) : 0;

	if (!failure && access(path, R_OK) != 0)
		failure = errno;
	return failure ? strerror(failure) : _("its folder does not let a journal be made");
}

bool without_locks(struct store *store, int failure, struct error *error)
{
	return error_set(error, ERROR_UNAVAILABLE, _("%s lies on a file system without locks (%s): nobody could be kept from writing at the same time. Copy it to another place, or open it with --read-only."), store->path, strerror(failure));
}

bool sqlite_fail(sqlite3 *db, int code, const char *path, struct error *error)
{
	const char *detail = db ? sqlite3_errmsg(db) : sqlite3_errstr(code);

	environment_log("sqlite: %d %s", code, detail);
	if (beside_refused(error))
		return false;
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return error_set(error, ERROR_UNAVAILABLE, _("%s is being written by somebody else; nothing was changed. Try again in a moment."), path);
	case SQLITE_READONLY:
		if (code == SQLITE_READONLY_ROLLBACK)
			return error_set(error, ERROR_UNAVAILABLE, _("A write of %s was broken off and is taken back by the next who may write it. `--read-only` shows the file as it was before."), path);
		/* fall through */
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return error_set(error, ERROR_UNAVAILABLE, _("%s cannot be written; nothing was changed. Ask its owner for the right to write."), path);
	case SQLITE_CANTOPEN:
		return error_set(error, ERROR_UNAVAILABLE, _("%s cannot be opened: %s."), path, reason_of(db, path));
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

bool store_fail(struct store *store, struct error *error)
{
	int code = sqlite3_extended_errcode(store->db), failure;

	/* SQLite takes a lock that is not to be had here for one that somebody else has. */
	if ((code & 0xff) == SQLITE_BUSY || code == SQLITE_IOERR_LOCK || code == SQLITE_IOERR_RDLOCK || code == SQLITE_IOERR_UNLOCK) {
		failure = turn_without_locks(store);
		if (failure)
			return without_locks(store, failure, error);
	}
	return sqlite_fail(store->db, code, store->path, error);
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

int statement_step(struct store *store, sqlite3_stmt *stmt, struct error *error)
{
	int code = sqlite3_step(stmt);

	if (code != SQLITE_ROW && code != SQLITE_DONE)
		store_fail(store, error);
	return code;
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

	if (stmt && sqlite3_step(stmt) == SQLITE_ROW && sqlite3_column_type(stmt, 0) != SQLITE_NULL)
		value = sqlite3_column_int64(stmt, 0);
	statement_end(store, stmt);
	return value;
}

void bind_text(sqlite3_stmt *stmt, int index, const char *text)
{
	if (text)
		sqlite3_bind_text(stmt, index, text, -1, SQLITE_TRANSIENT);
	else
		sqlite3_bind_null(stmt, index);
}

const char *column_text(sqlite3_stmt *stmt, int column)
{
	return (const char *)sqlite3_column_text(stmt, column);
}
