/*
 * The VFS of the store: SQLite's usual one, with a checksum in each page of a
 * database, so that a page that decayed, was zeroed or came to another place is found
 * when it is read and not when its figures are believed.
 *
 * New files keep RESERVE bytes at the end of each page, which SQLite leaves alone and
 * any other program hands through; files without them are read as they are.  The last
 * eight bytes are the checksum of the page's number and all bytes before it.  Page 1
 * holds before it the change counter of its header twice more, once inverted: each writing
 * transaction of any program raises the counter, in both of its places, but only this VFS
 * the copies.  Where they differ, and each pair agrees in itself, another program wrote: its pages have no sums that hold, nothing is verified any
 * more, and `check` says so.
 *
 * The sum is written into SQLite's own buffer: a page that is changed again goes
 * into the rollback journal as it stands in memory, and must go back with its sum.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/pages.h"

#define PAGES_CONTROL 0x4e4f5249 /* of xFileControl: gives the struct pages */
#define SUM HASH_SHORT
#define SUBPAGE_READ 0x00008000 /* SQLITE_IOCAP_SUBPAGE_READ, which older headers do not name */
#define COPY 16                 /* from the end: where the change counter stands again */
#define COUNTER 24              /* in the header of page 1 */
#define COUNTER_AGAIN 92        /* "version-valid-for": who wrote last raised both */

struct page_file {
	sqlite3_file base;
	struct pages pages;
	sqlite3_file *real; /* behind this struct */
	int size;           /* of its pages; 0: not read yet */
	int lock;           /* SQLITE_LOCK_... */
	bool recovering;    /* a journal that another left is played back: its pages go back as they were */
	sqlite3_vfs *below;
};

/* One over each VFS that the store uses. */
struct page_vfs {
	sqlite3_vfs vfs; /* first: SQLite knows it by this */
	sqlite3_vfs *below;
};

static sqlite3_vfs *below(sqlite3_vfs *vfs)
{
	return ((struct page_vfs *)vfs)->below;
}

static struct page_file *of(sqlite3_file *file)
{
	return (struct page_file *)file;
}

static sqlite3_file *real(sqlite3_file *file)
{
	return of(file)->real;
}

/* ---- sums ---- */

static bool is_page(int amount, sqlite3_int64 at)
{
	return amount >= 512 && amount <= 65536 && (amount & (amount - 1)) == 0 && at % amount == 0;
}

/* A page of this file, as far as its page size is known yet. */
static bool is_whole(sqlite3_file *file, int amount, sqlite3_int64 at)
{
	return is_page(amount, at) && (at == 0 || !of(file)->size || amount == of(file)->size);
}

static void sum_of(const unsigned char *page, int size, sqlite3_int64 number, unsigned char sum[SUM])
{
	hash_short(page, (size_t)(size - SUM), (uint64_t)number, sum);
}

static bool sum_holds(const unsigned char *page, int size, sqlite3_int64 number)
{
	unsigned char sum[SUM];

	sum_of(page, size, number, sum);
	return memcmp(page + size - SUM, sum, SUM) == 0;
}

static void stamp(unsigned char *page, int size, sqlite3_int64 number)
{
	int i;

	memset(page + size - COPY, 0, COPY - SUM);
	for (i = 0; number == 1 && i < 4; i++) {
		page[size - COPY + i] = page[COUNTER + i];
		page[size - COPY + 4 + i] = (unsigned char)~page[COUNTER + i];
	}
	sum_of(page, size, number, page + size - SUM);
}

/* Page 1 of a database that keeps sums. */
static bool keeps_sums(const unsigned char *page, int size)
{
	int said = page[16] << 8 | page[17];

	return memcmp(page, "SQLite format 3", 16) == 0 && (said == 1 ? 65536 : said) == size &&
	       page[20] == PAGES_RESERVE;
}

/* What page 1 says of the whole file, as it was just read. */
static enum pages_state state_of(const unsigned char *page, int size)
{
	int i;

	if (!keeps_sums(page, size))
		return PAGES_PLAIN;
	/* VACUUM of another program begins with empty pages. */
	for (i = 0; i < COPY && !page[size - COPY + i]; i++)
		;
	if (i == COPY)
		return PAGES_FOREIGN;
	/* Who writes sets the counter in both of its places; a pair that does not agree has decayed, and so has the sum. */
	if (memcmp(page + COUNTER, page + COUNTER_AGAIN, 4) != 0 || memcmp(page + COUNTER, page + size - COPY, 4) == 0)
		return PAGES_VERIFIED;
	for (i = 0; i < 4; i++)
		if ((page[size - COPY + i] ^ page[size - COPY + 4 + i]) != 0xff)
			return PAGES_VERIFIED;
	return PAGES_FOREIGN;
}

static uint32_t number_at(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/*
 * Whether the page is one of those that hold nothing: SQLite neither reads them nor journals what they
 * held when they come into use, so that after a rollback they may hold anything.  Asked only of a page that does not match.
 */
static bool is_free(sqlite3_file *file, sqlite3_int64 number, int size)
{
	unsigned char header[100], *trunk = xmalloc((size_t)size);
	uint32_t next, left, count, i;
	bool found = false, ok = real(file)->pMethods->xRead(real(file), header, sizeof header, 0) == SQLITE_OK;

	next = ok ? number_at(header + 32) : 0;
	for (left = ok ? number_at(header + 36) : 0; next && left && !found; left--) {
		if (real(file)->pMethods->xRead(real(file), trunk, size, (sqlite3_int64)(next - 1) * size) !=
				SQLITE_OK ||
			!sum_holds(trunk, size, next))
			break;
		count = number_at(trunk + 4);
		for (i = 0; i < count && i < (uint32_t)(size - PAGES_RESERVE) / 4 - 2 && !found; i++)
			found = number_at(trunk + 8 + 4 * i) == number;
		next = number_at(trunk);
	}
	free(trunk);
	return found;
}

static int verify(sqlite3_file *file, const unsigned char *page, int size, sqlite3_int64 at)
{
	struct pages *pages = &of(file)->pages;
	sqlite3_int64 number = at / size + 1;

	if (number == 1) {
		pages->state = state_of(page, size);
		of(file)->size = size;
	}
	if (pages->state != PAGES_VERIFIED || sum_holds(page, size, number) || is_free(file, number, size))
		return SQLITE_OK;
	if (!pages->bad)
		pages->first_bad = number;
	pages->bad++;
	return pages->lenient ? SQLITE_OK : SQLITE_IOERR_DATA;
}

bool pages_scan(sqlite3 *db, struct pages *pages, void (*found)(void *user, int64_t page), void *user)
{
	sqlite3_file *file = NULL;
	unsigned char *page;
	sqlite3_int64 size, at;
	int length = 0;
	bool ok = true;

	if (pages->state != PAGES_VERIFIED ||
		sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file ||
		real(file)->pMethods->xFileSize(real(file), &size) != SQLITE_OK)
		return pages->state != PAGES_VERIFIED;
	page = xmalloc(65536);
	if (real(file)->pMethods->xRead(real(file), page, 512, 0) == SQLITE_OK)
		length = page[16] << 8 | page[17];
	length = length == 1 ? 65536 : length;
	if (!is_page(length, 0))
		ok = false;
	for (at = 0; ok && at + length <= size; at += length) {
		ok = real(file)->pMethods->xRead(real(file), page, length, at) == SQLITE_OK;
		/* The page with the bytes for locks is never written. */
		if (ok && (at > 0x40000000 || at + length <= 0x40000000) && !sum_holds(page, length, at / length + 1) &&
			!is_free(file, at / length + 1, length))
			found(user, at / length + 1);
	}
	free(page);
	return ok;
}

void pages_stamp_all(unsigned char *bytes, sqlite3_int64 size)
{
	int page = bytes[16] << 8 | bytes[17];
	sqlite3_int64 at;

	page = page == 1 ? 65536 : page;
	if (size < page || !keeps_sums(bytes, page))
		return;
	for (at = 0; at + page <= size; at += page)
		stamp(bytes + at, page, at / page + 1);
}

/* ---- the file ---- */

/* SQLite may tell a failure of the system as damage; what the system said is kept for the sentence. */
static int note(sqlite3_file *file, int code)
{
	if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ && code != SQLITE_IOERR_DATA && code != SQLITE_BUSY &&
		code != SQLITE_NOTFOUND && !of(file)->pages.failure) {
		of(file)->pages.failure = code;
		of(file)->pages.failure_errno =
			of(file)->below->xGetLastError ? of(file)->below->xGetLastError(of(file)->below, 0, NULL) : 0;
		if (!of(file)->pages.failure_errno)
			of(file)->pages.failure_errno = errno;
	}
	return code;
}

static int page_close(sqlite3_file *file)
{
	return real(file)->pMethods->xClose(real(file));
}

static int short_read(sqlite3_file *file, int amount, sqlite3_int64 at)
{
	struct pages *pages = &of(file)->pages;
	sqlite3_int64 size;
	int code = real(file)->pMethods->xFileSize(real(file), &size);

	if (code != SQLITE_OK || at >= size)
		return code == SQLITE_OK ? SQLITE_IOERR_SHORT_READ : code;
	if (at + amount <= size)
		return SQLITE_IOERR_READ;
	/* What is smaller than a page may be anything. */
	if (at == 0)
		return SQLITE_IOERR_SHORT_READ;
	if (!pages->bad++)
		pages->first_bad = at / amount + 1;
	return SQLITE_IOERR_DATA;
}

static int page_read(sqlite3_file *file, void *to, int amount, sqlite3_int64 at);

/*
 * The beginning of a page: from 3.45 on SQLite reads long values that way, past its cache.
 * It is taken from the whole page, whose sum is looked at.
 */
static int read_part(sqlite3_file *file, void *to, int amount, sqlite3_int64 at)
{
	unsigned char *page = xmalloc((size_t)of(file)->size);
	int code = page_read(file, page, of(file)->size, at);

	if (code == SQLITE_OK)
		memcpy(to, page, (size_t)amount);
	free(page);
	return code;
}

static int page_read(sqlite3_file *file, void *to, int amount, sqlite3_int64 at)
{
	int code;

	if (at > 0 && of(file)->pages.state == PAGES_VERIFIED && amount < of(file)->size && at % of(file)->size == 0)
		return read_part(file, to, amount, at);
	code = note(file, real(file)->pMethods->xRead(real(file), to, amount, at));

	/* SQLite's own VFS takes some failures of a disk for a damaged file system, and SQLite that for a damaged database. */
	if (code == SQLITE_IOERR_CORRUPTFS)
		code = SQLITE_IOERR_READ;
	/* Beyond the end of the file a page is empty by right; one that is there and did not come whole is not. */
	if (code == SQLITE_IOERR_SHORT_READ && is_whole(file, amount, at)) {
		errno = EIO; /* the system gave no reason */
		code = note(file, short_read(file, amount, at));
	}

	return code == SQLITE_OK && is_whole(file, amount, at) ? verify(file, to, amount, at) : code;
}

static int page_write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at)
{
	enum pages_state state = of(file)->pages.state;

	if ((state == PAGES_VERIFIED || state == PAGES_FRESH) && !of(file)->recovering && is_whole(file, amount, at))
		stamp((unsigned char *)(uintptr_t)from, amount, at / amount + 1);
	return note(file, real(file)->pMethods->xWrite(real(file), from, amount, at));
}

static int page_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	return note(file, real(file)->pMethods->xTruncate(real(file), size));
}
static int page_sync(sqlite3_file *file, int flags)
{
	return note(file, real(file)->pMethods->xSync(real(file), flags));
}
static int page_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return note(file, real(file)->pMethods->xFileSize(real(file), size));
}

static int page_lock(sqlite3_file *file, int lock)
{
	int code = note(file, real(file)->pMethods->xLock(real(file), lock));

	if (code != SQLITE_OK)
		return code;
	/* Only who plays a journal back goes from SHARED to EXCLUSIVE without RESERVED; page 1, which tells what the file keeps, was not read since. */
	of(file)->recovering =
		of(file)->recovering || (lock == SQLITE_LOCK_EXCLUSIVE && of(file)->lock == SQLITE_LOCK_SHARED);
	of(file)->lock = lock;
	return SQLITE_OK;
}

static int page_unlock(sqlite3_file *file, int lock)
{
	of(file)->recovering = false;
	of(file)->lock = lock;
	return note(file, real(file)->pMethods->xUnlock(real(file), lock));
}

static int page_reserved(sqlite3_file *file, int *out)
{
	return note(file, real(file)->pMethods->xCheckReservedLock(real(file), out));
}
static int page_sector(sqlite3_file *file)
{
	return real(file)->pMethods->xSectorSize(real(file));
}
static int page_device(sqlite3_file *file)
{
	/* From 3.48 on it asks whether parts of pages may be read: they have no sum of their own. */
	return real(file)->pMethods->xDeviceCharacteristics(real(file)) & ~SUBPAGE_READ;
}
static int page_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
	return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
}
static int page_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
	return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
static void page_shm_barrier(sqlite3_file *file)
{
	real(file)->pMethods->xShmBarrier(real(file));
}
static int page_shm_unmap(sqlite3_file *file, int remove)
{
	return real(file)->pMethods->xShmUnmap(real(file), remove);
}

static int page_control(sqlite3_file *file, int operation, void *argument)
{
	if (operation == PAGES_CONTROL) {
		*(struct pages **)argument = &of(file)->pages;
		return SQLITE_OK;
	}
	return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

/* Version 1: without shared memory, as a file system's VFS may be. */
static const sqlite3_io_methods plain_methods = {
	.iVersion = 1,
	.xClose = page_close,
	.xRead = page_read,
	.xWrite = page_write,
	.xTruncate = page_truncate,
	.xSync = page_sync,
	.xFileSize = page_size,
	.xLock = page_lock,
	.xUnlock = page_unlock,
	.xCheckReservedLock = page_reserved,
	.xFileControl = page_control,
	.xSectorSize = page_sector,
	.xDeviceCharacteristics = page_device,
};

/* Version 2 has what a write-ahead log of another program needs; memory maps (version 3) would go round the sums. */
static const sqlite3_io_methods shared_methods = {
	.iVersion = 2,
	.xClose = page_close,
	.xRead = page_read,
	.xWrite = page_write,
	.xTruncate = page_truncate,
	.xSync = page_sync,
	.xFileSize = page_size,
	.xLock = page_lock,
	.xUnlock = page_unlock,
	.xCheckReservedLock = page_reserved,
	.xFileControl = page_control,
	.xSectorSize = page_sector,
	.xDeviceCharacteristics = page_device,
	.xShmMap = page_shm_map,
	.xShmLock = page_shm_lock,
	.xShmBarrier = page_shm_barrier,
	.xShmUnmap = page_shm_unmap,
};

/* ---- the VFS ---- */

static int page_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	struct page_file *opened = of(file);
	int code;

	/* Journals and temporary files are left to the VFS below; there is room enough. */
	if (!(flags & SQLITE_OPEN_MAIN_DB))
		return below(vfs)->xOpen(below(vfs), name, file, flags, out);
	memset(opened, 0, sizeof *opened);
	opened->real = (sqlite3_file *)(void *)(opened + 1);
	opened->below = below(vfs);
	code = opened->below->xOpen(opened->below, name, opened->real, flags, out);
	if (opened->real->pMethods)
		opened->base.pMethods = opened->real->pMethods->iVersion >= 2 && opened->real->pMethods->xShmMap
						? &shared_methods
						: &plain_methods;
	return code;
}

static int page_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	return below(vfs)->xDelete(below(vfs), name, sync);
}
static int page_access(sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
	return below(vfs)->xAccess(below(vfs), name, flags, out);
}
static int page_path(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
	return below(vfs)->xFullPathname(below(vfs), name, size, out);
}
static int page_random(sqlite3_vfs *vfs, int size, char *out)
{
	return below(vfs)->xRandomness(below(vfs), size, out);
}
static int page_sleep(sqlite3_vfs *vfs, int microseconds)
{
	return below(vfs)->xSleep(below(vfs), microseconds);
}
static int page_time(sqlite3_vfs *vfs, double *out)
{
	return below(vfs)->xCurrentTime(below(vfs), out);
}
static int page_last_error(sqlite3_vfs *vfs, int size, char *out)
{
	return below(vfs)->xGetLastError ? below(vfs)->xGetLastError(below(vfs), size, out) : 0;
}

static int page_time_integer(sqlite3_vfs *vfs, sqlite3_int64 *out)
{
	double day;
	int code;

	if (below(vfs)->iVersion >= 2 && below(vfs)->xCurrentTimeInt64)
		return below(vfs)->xCurrentTimeInt64(below(vfs), out);
	code = below(vfs)->xCurrentTime(below(vfs), &day);
	*out = (sqlite3_int64)(day * 86400000.0);
	return code;
}

const char *pages_vfs(const char *name)
{
	static const sqlite3_vfs operations = {
		.iVersion = 2,
		.xOpen = page_open,
		.xDelete = page_delete,
		.xAccess = page_access,
		.xFullPathname = page_path,
		.xRandomness = page_random,
		.xSleep = page_sleep,
		.xCurrentTime = page_time,
		.xGetLastError = page_last_error,
		.xCurrentTimeInt64 = page_time_integer,
	};
	static struct page_vfs kept[4];
	sqlite3_vfs *usual = sqlite3_vfs_find(name);
	static const char *const names[] = { "noria-pages", "noria-pages-2", "noria-pages-3", "noria-pages-4" };
	size_t i;

	for (i = 0; usual && i < sizeof kept / sizeof kept[0]; i++) {
		struct page_vfs *own = &kept[i];

		if (own->below == usual)
			return own->vfs.zName;
		if (own->below)
			continue;
		own->vfs = operations;
		own->vfs.zName = names[i];
		own->vfs.szOsFile = (int)sizeof(struct page_file) + usual->szOsFile;
		own->vfs.mxPathname = usual->mxPathname;
		if (sqlite3_vfs_register(&own->vfs, 0) != SQLITE_OK)
			return NULL;
		own->below = usual;
		return own->vfs.zName;
	}
	return NULL;
}

struct pages *pages_of(sqlite3 *db)
{
	struct pages *pages = NULL;

	return db && sqlite3_file_control(db, "main", PAGES_CONTROL, &pages) == SQLITE_OK ? pages : NULL;
}

bool pages_reserve(sqlite3 *db)
{
	int bytes = PAGES_RESERVE;

	return sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes) == SQLITE_OK;
}
