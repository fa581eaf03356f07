/*
 * Failures: what SQLite and the system answer, told in a sentence, and never lost.
 * A failure goes to the caller's error, or, where the caller has none, stays with the
 * store until store_sound hands it on.  Until then nothing is committed.  So no loop
 * over rows can take "could not read" for "no more rows", and no look-up that
 * failed counts as one that found nothing.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/internal.h"

static enum error_kind kind_of(int code)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_AUTH:
	case SQLITE_CANTOPEN:
	case SQLITE_NOTADB:
		return ERROR_UNAVAILABLE;
	/* What the program asks fits its own schema and rules: where it does not, the rows do not. */
	case SQLITE_ERROR:
	case SQLITE_CONSTRAINT:
	case SQLITE_MISMATCH:
	case SQLITE_TOOBIG:
	case SQLITE_CORRUPT:
		return ERROR_DAMAGED;
	case SQLITE_INTERRUPT:
		return ERROR_CANCELLED;
	default:
		return ERROR_SYSTEM;
	}
}

/* Why the file, or the journal beside it, could not be opened; the system's word where SQLite kept none. */
static const char *reason_of(int system, const char *path)
{
	if (!system && access(path, R_OK) != 0)
		system = errno;
	return system ? strerror(system) : _("its folder does not let a journal be made");
}

bool without_locks(struct store *store, int failure, struct error *error)
{
	return error_set(error, ERROR_UNAVAILABLE,
		_("%s lies on a file system without locks (%s): nobody could be kept from writing at the same time. Copy it to another place, or open it with --read-only."),
		store->path, strerror(failure));
}

/* While `check` looks, the way out is not to run it. */
static bool tell_damage(const struct pages *pages, const char *path, const char *what, struct error *error)
{
	if (pages && pages->lenient)
		return error_set(error, ERROR_DAMAGED, _("%s is damaged (%s)."), path, what);
	return error_set(error, ERROR_DAMAGED,
		_("%s is damaged (%s). Restore a copy, or look at it with `noria check`."), path, what);
}

static bool tell_bad_page(const struct pages *pages, const char *path, struct error *error)
{
	char *what = xasprintf(_("page %lld does not match its checksum"), (long long)pages->first_bad);

	tell_damage(pages, path, what, error);
	free(what);
	return false;
}

/* The caller frees. */
static char *sentence_of(int code, int system, const char *path, const char *detail)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return xasprintf(_("%s is being written by somebody else. Try again in a moment."), path);
	case SQLITE_READONLY:
		if (code == SQLITE_READONLY_DBMOVED)
			return xasprintf(
				_("%s was replaced, moved or deleted since it was opened; open it anew."), path);
		if (code == SQLITE_READONLY_ROLLBACK)
			return xasprintf(
				_("A write of %s was broken off and is taken back by the next who may write it. `--read-only` shows the file as it was before."),
				path);
		/* fall through */
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return xasprintf(_("%s cannot be written. Ask its owner for the right to write."), path);
	case SQLITE_CANTOPEN:
		return xasprintf(_("%s cannot be opened: %s."), path, reason_of(system, path));
	case SQLITE_NOTADB:
		return xasprintf(_("%s is not a Noria file."), path);
	case SQLITE_INTERRUPT:
		return xstrdup(_("Broken off."));
	case SQLITE_FULL:
		return xstrdup(_("The disk is full. Make room and try again."));
	case SQLITE_NOMEM:
		return xstrdup(_("There is not enough memory."));
	case SQLITE_IOERR:
		if (system == ENOSPC || system == EDQUOT || system == EFBIG)
			return xasprintf(_("The disk, or your share of it, is full (%s). Make room and try again."),
				strerror(system));
		return xasprintf(_("%s could not be read or written (%s)."), path, system ? strerror(system) : detail);
	default:
		return xasprintf(_("The file %s gave an unexpected answer: %s."), path, detail);
	}
}

bool sqlite_fail(sqlite3 *db, int code, const char *path, bool changing, struct error *error)
{
	const char *detail = db && sqlite3_extended_errcode(db) == code ? sqlite3_errmsg(db) : sqlite3_errstr(code);
	int system = db ? sqlite3_system_errno(db) : EIO;
	struct pages *pages = pages_of(db);
	char *sentence;

	environment_log("sqlite: %d %s", code, detail);
	if (beside_refused(error))
		return false;
	if (pages && pages->bad && ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_IOERR))
		return tell_bad_page(pages, path, error);
	/* What the system could not read may come back as damage, or as an answer that explains nothing. */
	if (pages && pages->failure &&
		((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_ERROR)) {
		code = pages->failure;
		system = pages->failure_errno;
		detail = sqlite3_errstr(code);
	}
	if (pages && pages->failure && (code & 0xff) == SQLITE_IOERR)
		system = pages->failure_errno;
	if (kind_of(code) == ERROR_DAMAGED)
		return tell_damage(pages, path, detail, error);
	sentence = sentence_of(code, system, path, detail);
	if (changing)
		/* TRANSLATORS: what failed, and that the file is as it was */
		error_set(error, kind_of(code), _("%s Nothing was changed."), sentence);
	else
		error_set(error, kind_of(code), "%s", sentence);
	free(sentence);
	return false;
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
	int code = sqlite3_extended_errcode(store->db), system = 0;
	struct error failure = { 0 };

	/* SQLite takes a lock that is not to be had here for one that somebody else has. */
	if ((code & 0xff) == SQLITE_BUSY || code == SQLITE_IOERR_LOCK || code == SQLITE_IOERR_RDLOCK ||
		code == SQLITE_IOERR_UNLOCK)
		system = turn_without_locks(store);
	if (system)
		without_locks(store, system, &failure);
	else
		sqlite_fail(store->db, code, store->path, store->changing, &failure);
	return fail(store, &failure, error);
}

bool store_saw_structure(struct store *store, const char *line, struct error *error)
{
	const char *code = strstr(line, "error code=");
	struct error failure = { 0 };

	if (!code || (strtol(code + strlen("error code="), NULL, 10) & 0xff) != SQLITE_NOMEM)
		return true;
	sqlite_fail(store->db, SQLITE_NOMEM, store->path, store->changing, &failure);
	return fail(store, &failure, error);
}

bool store_told(struct store *store, enum error_kind kind, const char *sentence, struct error *error)
{
	struct error failure = { 0 };

	error_set(&failure, kind, "%s", sentence);
	return fail(store, &failure, error);
}

bool store_could_read(struct store *store, struct error *error)
{
	struct error failure = { 0 };

	if (!store->pages || !store->pages->failure)
		return true;
	sqlite_fail(store->db, store->pages->failure, store->path, store->changing, &failure);
	return fail(store, &failure, error);
}

bool store_damaged(struct store *store, const char *what)
{
	struct error failure = { 0 };

	environment_log("damage: %s", what);
	tell_damage(store->pages, store->path, what, &failure);
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
		error_set(
			&action->ended, ERROR_SYSTEM, _("The transaction ended before its time; nothing was changed."));
	if (!action->ended.kind)
		return true;
	error_clear(&store->failure);
	return error_set(error, action->ended.kind, "%s", action->ended.message);
}
