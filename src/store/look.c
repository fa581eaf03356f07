/*
 * Reading a file without a lock and without writing anything: for auditors, for what
 * is on a medium or in a folder that cannot be written, for file systems without
 * locks.  In place of a lock stands a comparison: what was seen when a read began
 * (the change counter of the file, the journal beside it) must still be so after each
 * page, else the read fails.  Where a broken-off write left its journal, the
 * pages that it holds are read in place of the file's: as if it were rolled back.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/alone.h"
#include "store/beside.h"
#include "store/rollback.h"

#define AT_COUNTER 24 /* in the header: change counter, size, free pages */
#define STEADY_MS 30  /* a journal that stays so for this long, and STEADY_TIMES, was left behind */
#define STEADY_TIMES 10

struct seen {
	unsigned char counter[16];
	bool journal; /* there is one that says something */
	dev_t device;
	ino_t inode;
	off_t size;
	struct timespec time;
};

struct old_page {
	uint32_t number;
	int64_t at; /* its content in the journal */
};

struct look {
	sqlite3_file base; /* first: SQLite knows it by this */
	char *name, *journal_name;
	int file, journal; /* journal: -1 where nothing is rolled back */
	struct seen seen, overlaid;
	struct old_page *pages; /* by number */
	size_t count;
	struct rollback rollback;
	bool reading;
};

static bool read_all(int file, void *to, size_t amount, int64_t at)
{
	unsigned char *next = to;

	while (amount) {
		ssize_t count = pread(file, next, amount, at);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return false;
		next += count;
		at += count;
		amount -= (size_t)count;
	}
	return true;
}

static bool read_journal(void *user, void *to, size_t amount, int64_t at)
{
	return read_all(*(int *)user, to, amount, at);
}

static int open_ordinary(const char *name, struct stat *status)
{
	int file = open(name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC);

	if (file >= 0 && (fstat(file, status) != 0 || !S_ISREG(status->st_mode))) {
		close(file);
		errno = EINVAL;
		return -1;
	}
	return file;
}

/* How things stand now.  False: the file cannot be read. */
static bool see(const struct look *look, struct seen *seen)
{
	struct stat status;
	unsigned char first = 0;
	int journal;

	memset(seen, 0, sizeof *seen);
	if (!read_all(look->file, seen->counter, sizeof seen->counter, AT_COUNTER))
		return false;
	if (lstat(look->journal_name, &status) != 0)
		return errno == ENOENT;
	/* A writer that keeps its journal leaves it empty or with a first byte of nothing. */
	journal = S_ISREG(status.st_mode) && status.st_size > 0 ? open_ordinary(look->journal_name, &status) : -1;
	if (journal >= 0) {
		seen->journal = !read_all(journal, &first, 1, 0) || first != 0;
		close(journal);
	} else {
		seen->journal = !S_ISREG(status.st_mode) || status.st_size > 0;
	}
	if (seen->journal) {
		seen->device = status.st_dev;
		seen->inode = status.st_ino;
		seen->size = status.st_size;
		seen->time = status.st_mtim;
	}
	return true;
}

static bool is_same(const struct seen *one, const struct seen *other)
{
	return memcmp(one->counter, other->counter, sizeof one->counter) == 0 && one->journal == other->journal &&
	       one->device == other->device && one->inode == other->inode && one->size == other->size &&
	       one->time.tv_sec == other->time.tv_sec && one->time.tv_nsec == other->time.tv_nsec;
}

static void forget_overlay(struct look *look)
{
	if (look->journal >= 0)
		close(look->journal);
	look->journal = -1;
	free(look->pages);
	look->pages = NULL;
	look->count = 0;
	memset(&look->overlaid, 0, sizeof look->overlaid);
}

static bool keep_page(void *user, uint32_t number, const unsigned char *content, int64_t at)
{
	struct look *look = user;

	(void)content;
	if ((look->count & (look->count + 1)) == 0)
		look->pages = xreallocarray(look->pages, 2 * (look->count + 1), sizeof *look->pages);
	look->pages[look->count++] = (struct old_page){ number, at };
	return true;
}

static int by_number(const void *one, const void *other)
{
	const struct old_page *a = one, *b = other;

	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

/* Takes the pages of a journal that was left behind. */
static int overlay(struct look *look)
{
	enum beside_fault fault = beside_look(look->journal_name, look->name);
	enum rollback_fault found;
	unsigned char header[100];
	struct stat status, file;

	if (fault)
		return beside_refuse(fault, look->journal_name);
	forget_overlay(look);
	look->journal = open_ordinary(look->journal_name, &status);
	if (look->journal < 0)
		return errno == ENOENT ? SQLITE_BUSY : SQLITE_CANTOPEN;
	look->rollback = (struct rollback){ .read = read_journal, .user = &look->journal, .size = status.st_size };
	found = rollback_open(&look->rollback);
	if (found == ROLLBACK_SOUND && read_all(look->file, header, sizeof header, 0) && fstat(look->file, &file) == 0)
		found = rollback_judge(&look->rollback, header, file.st_size);
	if (found == ROLLBACK_SOUND && !rollback_each(&look->rollback, true, keep_page, look))
		found = ROLLBACK_NOT_ONE;
	if (found == ROLLBACK_NOTHING)
		forget_overlay(look);
	else if (found != ROLLBACK_SOUND)
		return beside_refuse(found == ROLLBACK_SUPER ? BESIDE_SUPER : BESIDE_FOREIGN, look->journal_name);
	/* Of a page that is there twice the first is the older. */
	if (look->count)
		qsort(look->pages, look->count, sizeof *look->pages, by_number);
	look->overlaid = look->seen;
	return SQLITE_OK;
}

/* Begins a read: waits until no write is under way. */
static int begin(struct look *look)
{
	struct timespec pause = { 0, STEADY_MS * 1000000L };
	struct seen again;
	int times;

	if (!see(look, &look->seen))
		return SQLITE_IOERR_READ;
	if (!look->seen.journal) {
		forget_overlay(look);
		return SQLITE_OK;
	}
	if (is_same(&look->seen, &look->overlaid))
		return SQLITE_OK;
	/* A writer's journal is there for a moment only, and grows; one that was left behind stays. */
	for (times = 0; times < STEADY_TIMES; times++) {
		nanosleep(&pause, NULL);
		if (!see(look, &again))
			return SQLITE_IOERR_READ;
		if (!is_same(&look->seen, &again))
			return SQLITE_BUSY;
	}
	return overlay(look);
}

/* ---- the file ---- */

static int look_close(sqlite3_file *file)
{
	struct look *look = (struct look *)file;

	forget_overlay(look);
	close(look->file);
	free(look->name);
	free(look->journal_name);
	return SQLITE_OK;
}

static const struct old_page *find_page(const struct look *look, uint32_t number)
{
	size_t low = 0, high = look->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (look->pages[middle].number < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < look->count && look->pages[low].number == number ? &look->pages[low] : NULL;
}

static int look_size(sqlite3_file *file, sqlite3_int64 *size)
{
	struct look *look = (struct look *)file;
	struct stat status;

	if (look->journal >= 0) {
		*size = (sqlite3_int64)look->rollback.pages * look->rollback.page_size;
		return SQLITE_OK;
	}
	if (fstat(look->file, &status) != 0)
		return SQLITE_IOERR_FSTAT;
	*size = status.st_size;
	return SQLITE_OK;
}

static int look_read(sqlite3_file *file, void *to, int amount, sqlite3_int64 at)
{
	struct look *look = (struct look *)file;
	const struct old_page *old = NULL;
	sqlite3_int64 size = 0;
	struct seen now;
	int there = amount;

	if (look_size(file, &size) != SQLITE_OK)
		return SQLITE_IOERR_FSTAT;
	if (at + amount > size)
		there = at < size ? (int)(size - at) : 0;
	if (look->journal >= 0)
		old = find_page(look, (uint32_t)(at / look->rollback.page_size) + 1);
	if (there && !read_all(old ? look->journal : look->file, to, (size_t)there,
			     old ? old->at + at % look->rollback.page_size : at))
		return SQLITE_IOERR_READ;
	memset((unsigned char *)to + there, 0, (size_t)(amount - there));
	/* A file that somebody turned to a write-ahead log is whole where no log lies beside it; it was refused otherwise. */
	if (at == 0 && there >= 20) {
		unsigned char *bytes = to;

		if (bytes[18] == 2)
			bytes[18] = 1;
		if (bytes[19] == 2)
			bytes[19] = 1;
	}
	if (look->reading && (!see(look, &now) || !is_same(&look->seen, &now))) {
		beside_refuse(BESIDE_CHANGED, look->name);
		return SQLITE_IOERR_READ;
	}
	return there == amount ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

static int look_lock(sqlite3_file *file, int level)
{
	struct look *look = (struct look *)file;
	int code = SQLITE_OK;

	if (level > SQLITE_LOCK_SHARED)
		return SQLITE_READONLY;
	if (!look->reading)
		code = begin(look);
	look->reading = code == SQLITE_OK;
	return code;
}

static int look_unlock(sqlite3_file *file, int level)
{
	if (level == SQLITE_LOCK_NONE)
		((struct look *)file)->reading = false;
	return SQLITE_OK;
}

static int look_write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at)
{
	(void)file, (void)from, (void)amount, (void)at;
	return SQLITE_READONLY;
}

static int look_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	(void)file, (void)size;
	return SQLITE_READONLY;
}

static int look_sector(sqlite3_file *file)
{
	(void)file;
	return 4096;
}

static const sqlite3_io_methods look_methods = {
	.iVersion = 1,
	.xClose = look_close,
	.xRead = look_read,
	.xWrite = look_write,
	.xTruncate = look_truncate,
	.xSync = alone_sync,
	.xFileSize = look_size,
	.xLock = look_lock,
	.xUnlock = look_unlock,
	.xCheckReservedLock = alone_reserved,
	.xFileControl = alone_control,
	.xSectorSize = look_sector,
	.xDeviceCharacteristics = alone_number,
};

/* ---- the VFS ---- */

static int look_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	struct look *look = (struct look *)file;
	struct stat status;

	(void)vfs;
	memset(look, 0, sizeof *look);
	if (!(flags & SQLITE_OPEN_MAIN_DB) || (flags & SQLITE_OPEN_READWRITE))
		return SQLITE_CANTOPEN;
	look->journal = -1;
	look->file = open_ordinary(name, &status);
	if (look->file < 0)
		return SQLITE_CANTOPEN;
	look->name = xstrdup(name);
	look->journal_name = xasprintf("%s-journal", name);
	look->base.pMethods = &look_methods;
	if (out)
		*out = SQLITE_OPEN_READONLY;
	return SQLITE_OK;
}

static int look_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs, (void)name, (void)sync;
	return SQLITE_IOERR_DELETE;
}

const char *look_vfs(void)
{
	static sqlite3_vfs vfs;

	if (!vfs.zName) {
		alone_vfs(&vfs, "noria-look", sizeof(struct look), look_open);
		vfs.xDelete = look_delete;
		sqlite3_vfs_register(&vfs, 0);
	}
	return vfs.zName;
}
