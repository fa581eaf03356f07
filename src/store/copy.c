/* Copies: of a file while others write to it, and the one by which a new file comes to its place, whole or not at all. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/fresh.h"
#include "store/internal.h"

bool copy_database(sqlite3 *from, sqlite3 *to)
{
	sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
	int code;

	if (!backup)
		return false;
	code = sqlite3_backup_step(backup, -1);
	return sqlite3_backup_finish(backup) == SQLITE_OK && code == SQLITE_DONE;
}

/* The pages of the copy get sums of their own; where another program wrote to the original, it shows in the copy too. */
static void keep_sums(sqlite3 *from, sqlite3 *to)
{
	if (pages_of(from) && pages_of(to) && pages_of(from)->state == PAGES_VERIFIED)
		pages_of(to)->state = PAGES_FRESH;
}

/* A copy of a file that keeps no sums, or no longer verifies them, is written once more with sums: nobody else knows it yet, and where that fails nothing is left of it. */
static int give_sums(sqlite3 *to)
{
	struct pages *pages = pages_of(to);

	if (!pages || pages->state == PAGES_FRESH || pages->state == PAGES_VERIFIED)
		return SQLITE_OK;
	if (!pages_reserve(to))
		return SQLITE_NOMEM;
	pages->state = PAGES_FRESH;
	return sqlite3_exec(to, "VACUUM", NULL, NULL, NULL);
}

/* Who has the file open is nothing that a copy tells. */
static bool forget_presence(sqlite3 *db)
{
	bool there =
		sqlite3_table_column_metadata(db, "main", "presence", NULL, NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;

	return !there ||
	       sqlite3_exec(db, "PRAGMA secure_delete = ON; DELETE FROM \"presence\"", NULL, NULL, NULL) == SQLITE_OK;
}

/* As copy_database, page by page: a signal ends it.  The reader's lock is held meanwhile, so that nobody's commit makes it begin again. */
static int copy_pages(sqlite3 *from, sqlite3 *to)
{
	sqlite3_backup *backup;
	int code = sqlite3_exec(from, "BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL), end;

	if (code != SQLITE_OK)
		return code;
	keep_sums(from, to);
	backup = sqlite3_backup_init(to, "main", from, "main");
	if (!backup)
		return sqlite3_extended_errcode(to);
	do {
		code = fresh_is_stopped() ? SQLITE_INTERRUPT : sqlite3_backup_step(backup, 1000);
	} while (code == SQLITE_OK);
	end = sqlite3_backup_finish(backup);
	return code == SQLITE_DONE ? end : code;
}

static bool cannot_copy(const char *place, int failure, struct error *error)
{
	bool place_is_wrong =
		failure == EEXIST || failure == ENOENT || failure == ENOTDIR || failure == EACCES || failure == EROFS;

	if (failure == ENOSPC || failure == EDQUOT)
		return error_set(error, ERROR_SYSTEM,
			_("The copy %s does not fit on the disk; nothing is left of it. Make room and try again."),
			place);
	return error_set(error, place_is_wrong ? ERROR_UNAVAILABLE : ERROR_SYSTEM,
		_("The copy %s cannot be written: %s."), place, strerror(failure));
}

/* Which of the two failed is told apart: a copy that has no room, and a file that cannot be read. */
static bool tell_copy(struct store *store, sqlite3 *from, sqlite3 *to, int code, const char *place, struct error *error)
{
	int failure = to ? sqlite3_system_errno(to) : 0;

	if (code == SQLITE_INTERRUPT)
		return error_set(error, ERROR_CANCELLED, _("Broken off."));
	if (code == SQLITE_NOMEM)
		return sqlite_fail(to ? to : from, code, store->path, false, error);
	if ((code & 0xff) == SQLITE_FULL)
		return cannot_copy(place, ENOSPC, error);
	if (from && pages_of(from) && (pages_of(from)->bad || pages_of(from)->failure))
		return sqlite_fail(from, code, store->path, false, error);
	/* The backup's error is kept on the copy; the file's own is on the file. */
	if (from && sqlite3_errcode(from) != SQLITE_OK && sqlite3_errcode(from) != SQLITE_DONE &&
		sqlite3_errcode(from) != SQLITE_ROW)
		return sqlite_fail(from, sqlite3_extended_errcode(from), store->path, false, error);
	if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB ||
		(code & 0xff) == SQLITE_PROTOCOL || code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ)
		return sqlite_fail(NULL, code, store->path, false, error);
	return cannot_copy(place, failure ? failure : EIO, error);
}

/* Fills the new file with what is committed, and gives it the mode and group of the original. */
static bool fill(struct store *store, const struct fresh *fresh, const char *place, struct error *error)
{
	sqlite3 *from = NULL, *to = NULL;
	struct stat status;
	int code = sqlite3_open_v2(store->place, &from,
		SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
		pages_vfs(store->look ? look_vfs() : beside_vfs(NULL)));

	if (code == SQLITE_OK)
		code = fresh_database(fresh, &to);
	if (code == SQLITE_OK) {
		sqlite3_busy_timeout(from, BUSY_WAIT_MS);
		code = copy_pages(from, to);
	}
	if (code == SQLITE_OK && !forget_presence(to))
		code = sqlite3_extended_errcode(to);
	if (code == SQLITE_OK)
		code = give_sums(to);
	if (code != SQLITE_OK)
		tell_copy(store, from, to, code, place, error);
	sqlite3_close(from);
	sqlite3_close(to);
	if (code == SQLITE_OK && stat(store->place, &status) == 0 && fchown(fresh->file, (uid_t)-1, status.st_gid) == 0)
		fchmod(fresh->file, status.st_mode & 0777);
	return code == SQLITE_OK;
}

/* It is there all the same. */
static bool told_unsynced(const struct fresh *fresh, const char *path, struct error *error)
{
	return !fresh->unsynced ||
	       error_set(error, ERROR_SYSTEM,
		       _("%s was written, but the system could not make sure that it stays there (%s). Look for a failing disk."),
		       path, strerror(fresh->unsynced));
}

bool copy_file(struct store *store, const char *copy, struct error *error)
{
	struct fresh fresh;
	bool ok;

	if (!fresh_begin(&fresh, copy))
		return cannot_copy(copy, errno, error);
	ok = fill(store, &fresh, copy, error);
	if (ok && fresh_is_stopped())
		ok = error_set(error, ERROR_CANCELLED, _("Broken off."));
	if (ok && !fresh_name(&fresh, copy)) {
		if (errno == EEXIST)
			ok = error_set(error, ERROR_UNAVAILABLE, _("%s exists already; choose another name."), copy);
		else
			ok = cannot_copy(copy, errno, error);
	} else if (ok) {
		ok = told_unsynced(&fresh, copy, error);
	}
	fresh_end(&fresh);
	return ok;
}

/* A copy that nobody can restore gives false comfort. */
static bool is_whole(struct store *store, struct error *error)
{
	sqlite3_stmt *stmt = statement(store, "PRAGMA quick_check(1)", error);
	int code = stmt ? statement_step(store, stmt, error) : SQLITE_ERROR;
	bool ok = code == SQLITE_ROW && !text_differs(row_text(store, stmt, 0), "ok");

	/* A file that is locked or cannot be read now is not called damaged. */
	if (!ok && store_could_read(store, error) &&
		(code != SQLITE_ROW || store_saw_structure(store, row_text(store, stmt, 0), error)) &&
		(code == SQLITE_ROW || code == SQLITE_DONE || (code & 0xff) == SQLITE_CORRUPT))
		error_set(error, ERROR_DAMAGED, _("%s is damaged and was not copied; `noria check` tells more."),
			store->path);
	statement_end(store, stmt);
	return ok;
}

bool store_backup(struct store *store, const char *path, struct error *error)
{
	if (access(path, F_OK) == 0)
		return error_set(error, ERROR_UNAVAILABLE, _("%s exists already; choose another name."), path);
	if (!is_whole(store, error))
		return false;
	remember_no_place(path);
	return copy_file(store, path, error);
}

/* Through a file without a name: a slow reader must not hold the lock. */
bool store_backup_to(struct store *store, int file, struct error *error)
{
	char *place = environment_temporary();
	unsigned char block[65536];
	ssize_t count = 0;
	off_t at = 0;
	struct fresh fresh;
	int from = -1;
	bool ok = is_whole(store, error);

	if (ok && !fresh_begin(&fresh, place)) {
		ok = cannot_copy(place, errno, error);
	} else if (ok) {
		ok = fill(store, &fresh, place, error);
		from = ok ? fcntl(fresh.file, F_DUPFD_CLOEXEC, 0) : -1;
		if (ok && from < 0)
			ok = cannot_copy(place, errno, error);
		fresh_end(&fresh);
	}
	store_read_release(store);
	while (ok && (count = pread(from, block, sizeof block, at)) > 0) {
		if (!write_all(file, block, (size_t)count))
			ok = errno == EPIPE ? error_set_unread(error)
					    : error_set(error, ERROR_SYSTEM, _("The output could not be written: %s."),
						      strerror(errno));
		at += count;
	}
	if (ok && count < 0)
		ok = error_set(error, ERROR_SYSTEM, _("%s could not be read or written (%s)."), place, strerror(errno));
	if (from >= 0)
		close(from);
	free(place);
	return ok;
}

bool write_new(const char *path, const unsigned char *bytes, size_t size, struct error *error)
{
	struct fresh fresh;
	int failure = 0;

	if (!fresh_begin(&fresh, path)) {
		failure = errno;
	} else {
		if (!write_all(fresh.file, bytes, size) || !fresh_name(&fresh, path))
			failure = errno ? errno : EIO;
		fresh_end(&fresh);
	}
	if (failure == EEXIST)
		return error_set(error, ERROR_UNAVAILABLE, _("%s exists already; choose another name."), path);
	if (failure)
		return error_set(error,
			failure == EACCES || failure == ENOENT || failure == EROFS ? ERROR_UNAVAILABLE : ERROR_SYSTEM,
			_("%s cannot be made: %s."), path, strerror(failure));
	return told_unsynced(&fresh, path, error);
}
