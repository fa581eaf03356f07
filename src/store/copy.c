/* Copies: of a file while others write to it, and the one by which a new file comes to its place, whole or not at all. */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

static bool sync_path(const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = file >= 0 && fsync(file) == 0;

	if (file >= 0)
		close(file);
	return ok;
}

/* The pages of the copy get sums of their own; where another program wrote to the original, it shows in the copy too. */
static bool keep_sums(sqlite3 *from, sqlite3 *to)
{
	/* Its first page tells what it has. */
	bool ok = sqlite3_exec(from, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL) == SQLITE_OK;

	if (ok && pages_of(from) && pages_of(to) && pages_of(from)->state == PAGES_VERIFIED)
		pages_of(to)->state = PAGES_FRESH;
	return ok;
}

/* Who has the file open is nothing that a copy tells. */
static bool forget_presence(sqlite3 *db)
{
	bool there = sqlite3_table_column_metadata(db, "main", "presence", NULL, NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;

	return !there || sqlite3_exec(db, "PRAGMA secure_delete = ON; DELETE FROM \"presence\"", NULL, NULL, NULL) == SQLITE_OK;
}

bool copy_file(const char *path, const char *copy, const char *place, struct error *error)
{
	struct stat status;
	sqlite3 *from = NULL, *to = NULL;
	int file = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool ok = false;

	if (file < 0)
		return error_set(error, errno == EEXIST || errno == ENOENT || errno == ENOTDIR || errno == EACCES ? ERROR_UNAVAILABLE : ERROR_SYSTEM,
		                 _("The copy %s cannot be written: %s."), place, strerror(errno));
	close(file);
	if (sqlite3_open_v2(path, &from, SQLITE_OPEN_READONLY, pages_vfs()) == SQLITE_OK &&
	    sqlite3_open_v2(copy, &to, SQLITE_OPEN_READWRITE, pages_vfs()) == SQLITE_OK) {
		sqlite3_busy_timeout(from, BUSY_WAIT_MS);
		ok = keep_sums(from, to) && copy_database(from, to) && forget_presence(to);
	}
	if (!ok)
		error_set(error, ERROR_SYSTEM, _("The copy %s cannot be written: %s."), place, sqlite3_errmsg(to ? to : from));
	sqlite3_close(from);
	sqlite3_close(to);
	if (ok && !sync_path(copy))
		ok = error_set(error, ERROR_SYSTEM, _("The copy %s cannot be written: %s."), place, strerror(errno));
	if (ok && stat(path, &status) == 0) {
		if (chown(copy, (uid_t)-1, status.st_gid) == 0)
			chmod(copy, status.st_mode & 0777);
	}
	if (!ok)
		unlink(copy);
	return ok;
}

/* A copy that nobody can restore gives false comfort. */
static bool is_whole(struct store *store, struct error *error)
{
	sqlite3_stmt *stmt = statement(store, "PRAGMA quick_check(1)", error);
	int code = stmt ? statement_step(store, stmt, error) : SQLITE_ERROR;
	bool ok = code == SQLITE_ROW && !text_differs(row_text(store, stmt, 0), "ok");

	/* A file that is locked or cannot be read now is not called damaged. */
	if (!ok && store_could_read(store, error) && (code == SQLITE_ROW || code == SQLITE_DONE || (code & 0xff) == SQLITE_CORRUPT))
		error_set(error, ERROR_DAMAGED, _("%s is damaged and was not copied; `noria check` tells more."), store->path);
	statement_end(store, stmt);
	return ok;
}

bool store_backup(struct store *store, const char *path, bool overwrite, struct error *error)
{
	char *beside;
	bool ok;

	if (!overwrite && access(path, F_OK) == 0)
		return error_set(error, ERROR_UNAVAILABLE, _("%s exists already; choose another name."), path);
	if (!is_whole(store, error))
		return false;
	beside = xasprintf("%s.part-%ld", path, (long)getpid());
	ok = copy_file(store->path, beside, path, error);
	if (ok && rename(beside, path) != 0) {
		ok = error_set(error, ERROR_SYSTEM, _("The copy %s cannot be written: %s."), path, strerror(errno));
		unlink(beside);
	}
	if (ok) {
		char *copy = xstrdup(path);

		sync_path(dirname(copy));
		free(copy);
	}
	free(beside);
	return ok;
}

static bool write_all(int file, const unsigned char *bytes, size_t size)
{
	while (size) {
		ssize_t written = write(file, bytes, size);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return false;
		bytes += written;
		size -= (size_t)written;
	}
	return true;
}

/* Through a file without a name: a slow reader must not hold the lock. */
bool store_backup_to(struct store *store, int file, struct error *error)
{
	char *copy = environment_temporary();
	unsigned char block[65536];
	ssize_t count = 0;
	int from = -1;
	bool ok = is_whole(store, error);

	if (ok && !mkdtemp(copy)) {
		ok = error_set(error, ERROR_SYSTEM, _("The copy %s cannot be written: %s."), copy, strerror(errno));
	} else if (ok) {
		char *name = xasprintf("%s/copy", copy);

		ok = copy_file(store->path, name, name, error);
		from = ok ? open(name, O_RDONLY | O_CLOEXEC) : -1;
		unlink(name);
		rmdir(copy);
		free(name);
	}
	while (ok && (count = read(from, block, sizeof block)) > 0)
		if (!write_all(file, block, (size_t)count))
			ok = error_set(error, ERROR_SYSTEM, _("The output could not be written: %s."), strerror(errno));
	if (ok && count < 0)
		ok = error_set(error, ERROR_SYSTEM, _("%s could not be read or written (%s)."), store->path, strerror(errno));
	if (from >= 0)
		close(from);
	free(copy);
	return ok;
}

/* Gives the file its name unless something has it; errno tells. */
static bool name_new(const char *beside, const char *path)
{
#ifdef RENAME_NOREPLACE
	if (renameat2(AT_FDCWD, beside, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
#endif
	/* Not every file system can do that in one step. */
	if (link(beside, path) != 0)
		return false;
	unlink(beside);
	return true;
}

bool write_new(const char *path, const unsigned char *bytes, size_t size, struct error *error)
{
	char *beside = xasprintf("%s.part-%ld", path, (long)getpid()), *copy;
	int file, failure = 0;

	unlink(beside);
	file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (file < 0) {
		failure = errno;
	} else {
		if (!write_all(file, bytes, size) || fsync(file) != 0)
			failure = errno ? errno : EIO;
		if (close(file) != 0 && !failure)
			failure = errno;
		if (!failure && !name_new(beside, path))
			failure = errno;
		if (failure)
			unlink(beside);
	}
	free(beside);
	if (failure == EEXIST)
		return error_set(error, ERROR_UNAVAILABLE, _("%s exists already; choose another name."), path);
	if (failure)
		return error_set(error, failure == EACCES || failure == ENOENT || failure == EROFS ? ERROR_UNAVAILABLE : ERROR_SYSTEM, _("%s cannot be made: %s."), path, strerror(failure));
	copy = xstrdup(path);
	sync_path(dirname(copy));
	free(copy);
	return true;
}
