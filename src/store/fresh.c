/*
 * New files without a name (O_TMPFILE), named when they are whole; where there are none,
 * files beside their place.  SQLite writes into one by its descriptor.
 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/lib.h"
#include "store/alone.h"
#include "store/fresh.h"
#include "store/pages.h"

static const int stops[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

bool fresh_is_stopped(void)
{
	sigset_t waiting;
	size_t i;

	if (sigpending(&waiting) != 0)
		return false;
	for (i = 0; i < sizeof stops / sizeof stops[0]; i++)
		if (sigismember(&waiting, stops[i]) == 1)
			return true;
	return false;
}

bool fresh_begin(struct fresh *fresh, const char *path)
{
	sigset_t held;
	size_t i;
	int failure;

	sigemptyset(&held);
	for (i = 0; i < sizeof stops / sizeof stops[0]; i++)
		sigaddset(&held, stops[i]);
	sigprocmask(SIG_BLOCK, &held, &fresh->before);
	fresh->beside = NULL;
	fresh->file = unnamed_open(path, O_RDWR, 0600);
	if (fresh->file >= 0)
		return true;
	fresh->beside = xasprintf("%s.part-%ld", path, (long)getpid());
	unlink(fresh->beside);
	fresh->file = open(fresh->beside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fresh->file >= 0)
		return true;
	failure = errno;
	free(fresh->beside);
	fresh->beside = NULL;
	fresh_end(fresh);
	errno = failure;
	return false;
}

bool write_all(int file, const unsigned char *bytes, size_t size)
{
	while (size) {
		ssize_t written = write(file, bytes, size);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0) {
			if (written == 0)
				errno = EIO;
			return false;
		}
		bytes += written;
		size -= (size_t)written;
	}
	return true;
}

/* Gives the file beside its place its name unless something has it. */
static bool name_new(struct fresh *fresh, const char *path)
{
	if (!fresh->beside)
		return unnamed_link(fresh->file, path);
#ifdef RENAME_NOREPLACE
	if (renameat2(AT_FDCWD, fresh->beside, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
#endif
	/* Not every file system can do that in one step. */
	if (link(fresh->beside, path) != 0)
		return false;
	unlink(fresh->beside);
	return true;
}

bool fresh_name(struct fresh *fresh, const char *path)
{
	char *copy;
	int folder;

	if (fsync(fresh->file) != 0 || !name_new(fresh, path))
		return false;
	free(fresh->beside);
	fresh->beside = NULL;
	copy = xstrdup(path);
	folder = open(dirname(copy), O_RDONLY | O_CLOEXEC);
	free(copy);
	/* The name is there; whether it stays is another matter. */
	fresh->unsynced = folder < 0 || fsync(folder) != 0 ? errno : 0;
	if (folder >= 0)
		close(folder);
	return true;
}

void fresh_end(struct fresh *fresh)
{
	if (fresh->beside)
		unlink(fresh->beside);
	free(fresh->beside);
	fresh->beside = NULL;
	if (fresh->file >= 0)
		close(fresh->file);
	fresh->file = -1;
	sigprocmask(SIG_SETMASK, &fresh->before, NULL);
}

/* ---- SQLite on a descriptor ---- */

struct described {
	sqlite3_file base; /* first: SQLite knows it by this */
	int file;
};

static int fresh_close(sqlite3_file *file)
{
	(void)file;
	return SQLITE_OK;
}

static int fresh_read(sqlite3_file *file, void *to, int amount, sqlite3_int64 at)
{
	int done = 0;

	while (done < amount) {
		ssize_t count =
			pread(((struct described *)file)->file, (char *)to + done, (size_t)(amount - done), at + done);

		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0)
			return SQLITE_IOERR_READ;
		if (count == 0) {
			memset((char *)to + done, 0, (size_t)(amount - done));
			return SQLITE_IOERR_SHORT_READ;
		}
		done += (int)count;
	}
	return SQLITE_OK;
}

static int fresh_write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at)
{
	int done = 0;

	while (done < amount) {
		ssize_t count = pwrite(((struct described *)file)->file, (const char *)from + done,
			(size_t)(amount - done), at + done);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return count == 0 || errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? SQLITE_FULL
												  : SQLITE_IOERR_WRITE;
		done += (int)count;
	}
	return SQLITE_OK;
}

static int fresh_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	return ftruncate(((struct described *)file)->file, size) == 0 ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

static int fresh_size(sqlite3_file *file, sqlite3_int64 *size)
{
	struct stat status;

	if (fstat(((struct described *)file)->file, &status) != 0)
		return SQLITE_IOERR_FSTAT;
	*size = status.st_size;
	return SQLITE_OK;
}

static int fresh_lock(sqlite3_file *file, int level)
{
	(void)file, (void)level;
	return SQLITE_OK; /* nobody else has it */
}

static const sqlite3_io_methods fresh_methods = {
	.iVersion = 1,
	.xClose = fresh_close,
	.xRead = fresh_read,
	.xWrite = fresh_write,
	.xTruncate = fresh_truncate,
	.xSync = alone_sync,
	.xFileSize = fresh_size,
	.xLock = fresh_lock,
	.xUnlock = fresh_lock,
	.xCheckReservedLock = alone_reserved,
	.xFileControl = alone_control,
	.xSectorSize = alone_number,
	.xDeviceCharacteristics = alone_number,
};

/* The name is the descriptor's number. */
static int fresh_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	(void)vfs;
	file->pMethods = NULL;
	if (!(flags & SQLITE_OPEN_MAIN_DB))
		return SQLITE_CANTOPEN;
	((struct described *)file)->file = atoi(name);
	file->pMethods = &fresh_methods;
	if (out)
		*out = flags;
	return SQLITE_OK;
}

static int fresh_full_name(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
	(void)vfs;
	snprintf(out, (size_t)size, "%s", name);
	return SQLITE_OK;
}

int fresh_database(const struct fresh *fresh, sqlite3 **db)
{
	static sqlite3_vfs vfs;
	char name[16];
	int code;

	if (!vfs.zName) {
		alone_vfs(&vfs, "noria-fresh", sizeof(struct described), fresh_open);
		vfs.xFullPathname = fresh_full_name;
		sqlite3_vfs_register(&vfs, 0);
	}
	snprintf(name, sizeof name, "%d", fresh->file);
	code = sqlite3_open_v2(
		name, db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, pages_vfs(vfs.zName));
	if (code == SQLITE_OK)
		code = sqlite3_exec(*db, "PRAGMA journal_mode = OFF; PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
	return code;
}
