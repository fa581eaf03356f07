/*
 * A VFS over the system's own: counts what SQLite asks for, and lets the one call fail
 * that is to fail, with the codes and the errno that the system's VFS would give.
 *
 * Where the power is to go, everything since the last sync of each file is remembered.
 * The seed says how much of it is lost: all, nothing, or every sector by its own coin.
 */
#include "fault.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SECTOR 512

void (*vfs_saw_read)(int64_t offset, int count);

/* What stood there before a write or a truncation that is not synced yet. */
struct unsynced {
	struct unsynced *before;
	char *name;
	int64_t offset, length; /* that were written, or cut off */
	int64_t size;           /* of the file before */
	unsigned char *old;     /* length bytes; beyond the size: zeros */
	bool created;           /* the file itself came to be; old is NULL */
	bool deleted;           /* the file went; old is all of it */
};
static struct unsynced *unsynced;

struct file {
	sqlite3_file base;
	const char *name;   /* SQLite's, until it is closed; NULL: a temporary one */
	sqlite3_file *real; /* behind this struct */
};

static sqlite3_vfs *below;
static int last_error;

static struct file *of(sqlite3_file *file)
{
	return (struct file *)(void *)file;
}

/* ---- power ---- */

static void remember(struct file *file, int64_t offset, int64_t length)
{
	struct unsynced *op;
	sqlite3_int64 size = 0;

	if (!file->name || !fault_loses_power() || length <= 0)
		return;
	fault_pause(true);
	op = calloc(1, sizeof *op);
	op->old = calloc(1, (size_t)length);
	op->name = strdup(file->name);
	file->real->pMethods->xFileSize(file->real, &size);
	op->size = size;
	op->offset = offset;
	op->length = length;
	/* A read beyond the end leaves zeros: so the sector would be. */
	file->real->pMethods->xRead(file->real, op->old, (int)length, offset);
	op->before = unsynced;
	unsynced = op;
	fault_pause(false);
}

static void remember_file(const char *name, bool deleted)
{
	struct unsynced *op;
	FILE *file;

	if (!name || !fault_loses_power())
		return;
	fault_pause(true);
	op = calloc(1, sizeof *op);
	op->name = strdup(name);
	op->created = !deleted;
	op->deleted = deleted;
	file = deleted ? fopen(name, "rb") : NULL;
	if (file) {
		op->old = calloc(1, 1u << 24);
		op->length = (int64_t)fread(op->old, 1, 1u << 24, file);
		fclose(file);
	}
	op->before = unsynced;
	unsynced = op;
	fault_pause(false);
}

static void free_op(struct unsynced *op)
{
	free(op->name);
	free(op->old);
	free(op);
}

/* name NULL: what happened to the names of files, that is the folder, is synced. */
static void forget(const char *name)
{
	struct unsynced **at = &unsynced;

	while (*at) {
		struct unsynced *op = *at;

		if (name ? !op->deleted && strcmp(op->name, name) == 0 : op->created || op->deleted) {
			*at = op->before;
			free_op(op);
		} else {
			at = &op->before;
		}
	}
}

static bool is_lost(uint64_t seed, const char *name, int64_t sector)
{
	uint64_t hash = seed / 3 * 2654435769u + 1;

	if (seed % 3 == 0)
		return true;
	if (seed % 3 == 1)
		return false;
	for (; *name; name++)
		hash = (hash ^ (unsigned char)*name) * 1099511628211u;
	hash = (hash ^ (uint64_t)sector) * 1099511628211u;
	hash ^= hash >> 29;
	return (hash * 1099511628211u >> 40) & 1;
}

static void put_back(const struct unsynced *op, uint64_t seed)
{
	int64_t at = 0;
	int file;

	if (op->created || op->deleted) {
		if (!is_lost(seed, op->name, -1))
			return;
		if (op->created) {
			unlink(op->name);
			return;
		}
	}
	file = open(op->name, O_RDWR | (op->deleted ? O_CREAT : 0), 0600);
	if (file < 0)
		return;
	while (at < op->length) {
		int64_t sector = (op->offset + at) / SECTOR, rest = (sector + 1) * SECTOR - op->offset - at;

		if (rest > op->length - at)
			rest = op->length - at;
		if ((op->deleted || is_lost(seed, op->name, sector)) &&
			pwrite(file, op->old + at, (size_t)rest, op->offset + at) < 0)
			break;
		at += rest;
	}
	if (!op->deleted && seed % 3 == 0 && ftruncate(file, op->size) != 0)
		perror(op->name);
	close(file);
}

void vfs_lose_power(uint64_t seed)
{
	while (unsynced) {
		struct unsynced *op = unsynced;

		put_back(op, seed);
		unsynced = op->before;
		free_op(op);
	}
}

/* ---- one file ---- */

static int fail(enum fault_error error, int code)
{
	last_error = fault_errno(error);
	errno = last_error;
	return code;
}

static int on_close(sqlite3_file *base)
{
	struct file *file = of(base);

	return file->real->pMethods ? file->real->pMethods->xClose(file->real) : SQLITE_OK;
}

static int on_read(sqlite3_file *base, void *bytes, int count, sqlite3_int64 offset)
{
	enum fault_error error = fault_strikes(FAULT_READ);
	struct file *file = of(base);

	if (error == FAULT_SHORT) {
		file->real->pMethods->xRead(file->real, bytes, count, offset);
		memset((char *)bytes + count / 2, 0, (size_t)(count - count / 2));
		return SQLITE_IOERR_SHORT_READ;
	}
	if (error)
#ifdef SQLITE_IOERR_CORRUPTFS
		return fail(error, SQLITE_IOERR_CORRUPTFS);
#else
		return fail(error, SQLITE_IOERR_READ);
#endif
	if (vfs_saw_read && fault_is_armed())
		vfs_saw_read(offset, count);
	return file->real->pMethods->xRead(file->real, bytes, count, offset);
}

static int on_write(sqlite3_file *base, const void *bytes, int count, sqlite3_int64 offset)
{
	enum fault_error error = fault_strikes(FAULT_WRITE);
	struct file *file = of(base);

	if (error == FAULT_SHORT || error == FAULT_KILL_HALF)
		file->real->pMethods->xWrite(file->real, bytes, count / 2, offset);
	if (error == FAULT_KILL_HALF)
		fault_die();
	if (error == FAULT_ENOSPC)
		return fail(error, SQLITE_FULL);
	if (error)
		return fail(error, SQLITE_IOERR_WRITE);
	remember(file, offset, count);
	return file->real->pMethods->xWrite(file->real, bytes, count, offset);
}

static int on_truncate(sqlite3_file *base, sqlite3_int64 size)
{
	enum fault_error error = fault_strikes(FAULT_TRUNCATE);
	struct file *file = of(base);
	sqlite3_int64 now = 0;

	if (error)
		return fail(error, SQLITE_IOERR_TRUNCATE);
	if (fault_loses_power() && file->real->pMethods->xFileSize(file->real, &now) == SQLITE_OK)
		remember(file, size, now - size);
	return file->real->pMethods->xTruncate(file->real, size);
}

static int on_sync(sqlite3_file *base, int flags)
{
	enum fault_error error = fault_strikes(FAULT_SYNC);
	struct file *file = of(base);
	int code;

	if (error)
		return fail(error, SQLITE_IOERR_FSYNC);
	code = file->real->pMethods->xSync(file->real, flags);
	if (file->name)
		forget(file->name);
	return code;
}

static int on_size(sqlite3_file *base, sqlite3_int64 *size)
{
	enum fault_error error = fault_strikes(FAULT_SIZE);

	return error ? fail(error, SQLITE_IOERR_FSTAT) : of(base)->real->pMethods->xFileSize(of(base)->real, size);
}

static int on_lock(sqlite3_file *base, int level)
{
	enum fault_error error = fault_strikes(FAULT_LOCK);

	return error ? fail(error, SQLITE_IOERR_LOCK) : of(base)->real->pMethods->xLock(of(base)->real, level);
}

static int on_unlock(sqlite3_file *base, int level)
{
	enum fault_error error = fault_strikes(FAULT_UNLOCK);
	int code = of(base)->real->pMethods->xUnlock(of(base)->real, level);

	return error ? fail(error, SQLITE_IOERR_UNLOCK) : code;
}

static int on_check_lock(sqlite3_file *base, int *held)
{
	return of(base)->real->pMethods->xCheckReservedLock(of(base)->real, held);
}

static int on_control(sqlite3_file *base, int what, void *argument)
{
	if (what == SQLITE_FCNTL_LAST_ERRNO && last_error) {
		*(int *)argument = last_error;
		return SQLITE_OK;
	}
	return of(base)->real->pMethods->xFileControl(of(base)->real, what, argument);
}

static int on_sector_size(sqlite3_file *base)
{
	return of(base)->real->pMethods->xSectorSize(of(base)->real);
}

static int on_characteristics(sqlite3_file *base)
{
	/* Without SQLITE_IOCAP_POWERSAFE_OVERWRITE a half-written sector is something that SQLite reckons with. */
	return of(base)->real->pMethods->xDeviceCharacteristics(of(base)->real);
}

static const sqlite3_io_methods methods = {
	.iVersion = 1,
	.xClose = on_close,
	.xRead = on_read,
	.xWrite = on_write,
	.xTruncate = on_truncate,
	.xSync = on_sync,
	.xFileSize = on_size,
	.xLock = on_lock,
	.xUnlock = on_unlock,
	.xCheckReservedLock = on_check_lock,
	.xFileControl = on_control,
	.xSectorSize = on_sector_size,
	.xDeviceCharacteristics = on_characteristics,
};

/* ---- the VFS ---- */

static int on_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *flags_out)
{
	enum fault_error error = fault_strikes(FAULT_OPEN);
	struct file *file = of(base);
	int there = 1, code;

	(void)vfs;
	file->base.pMethods = NULL;
	if (error)
		return fail(error, SQLITE_CANTOPEN);
	if (name && (flags & SQLITE_OPEN_CREATE))
		below->xAccess(below, name, SQLITE_ACCESS_EXISTS, &there);
	file->real = (sqlite3_file *)(void *)(file + 1);
	memset(file->real, 0, (size_t)below->szOsFile);
	code = below->xOpen(below, name, file->real, flags, flags_out);
	if (code != SQLITE_OK) {
		if (file->real->pMethods)
			file->real->pMethods->xClose(file->real);
		return code;
	}
	file->name = name;
	if (!there)
		remember_file(name, false);
	file->base.pMethods = &methods;
	return SQLITE_OK;
}

static int on_delete(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
	enum fault_error error = fault_strikes(FAULT_DELETE);
	int code;

	(void)vfs;
	if (error)
		return fail(error, SQLITE_IOERR_DELETE);
	forget(name);
	remember_file(name, true);
	code = below->xDelete(below, name, 0);
	if (code != SQLITE_OK || !sync_folder)
		return code;
	error = fault_strikes(FAULT_FOLDER_SYNC);
	if (error)
		return fail(error, SQLITE_IOERR_DIR_FSYNC);
	/* The system's folder is not synced for the sake of a test; what counts is that it was asked for. */
	forget(NULL);
	return SQLITE_OK;
}

static int on_access(sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
	enum fault_error error = fault_strikes(FAULT_ACCESS);

	(void)vfs;
	*result = 0;
	return error ? fail(error, SQLITE_IOERR_ACCESS) : below->xAccess(below, name, flags, result);
}

static int on_full_path(sqlite3_vfs *vfs, const char *name, int size, char *path)
{
	(void)vfs;
	return below->xFullPathname(below, name, size, path);
}

static int on_random(sqlite3_vfs *vfs, int count, char *bytes)
{
	/* The same command must do the same calls each time: journals have the same nonce. */
	(void)vfs;
	memset(bytes, 0x5a, (size_t)count);
	return count;
}

static int on_sleep(sqlite3_vfs *vfs, int microseconds)
{
	(void)vfs;
	return below->xSleep(below, microseconds);
}

static int on_time(sqlite3_vfs *vfs, double *now)
{
	(void)vfs;
	return below->xCurrentTime(below, now);
}

static int on_last_error(sqlite3_vfs *vfs, int size, char *text)
{
	(void)vfs;
	if (size > 0)
		*text = '\0';
	return last_error ? last_error : below->xGetLastError(below, 0, NULL);
}

static int on_time_exact(sqlite3_vfs *vfs, sqlite3_int64 *now)
{
	(void)vfs;
	return below->xCurrentTimeInt64(below, now);
}

bool vfs_register(void)
{
	static sqlite3_vfs vfs = {
		.iVersion = 2,
		.zName = "fault",
		.xOpen = on_open,
		.xDelete = on_delete,
		.xAccess = on_access,
		.xFullPathname = on_full_path,
		.xRandomness = on_random,
		.xSleep = on_sleep,
		.xCurrentTime = on_time,
		.xGetLastError = on_last_error,
		.xCurrentTimeInt64 = on_time_exact,
	};

	below = sqlite3_vfs_find(NULL);
	if (!below)
		return false;
	vfs.szOsFile = (int)sizeof(struct file) + below->szOsFile;
	vfs.mxPathname = below->mxPathname;
	return sqlite3_vfs_register(&vfs, 1) == SQLITE_OK;
}
