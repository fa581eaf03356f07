/*
 * A disk that fails: a VFS over the usual one in which the n-th write or sync goes
 * wrong, for every n until an edit gets through.  After each failure the file is as it was.
 */
#include "helper.h"

static int countdown = -1; /* writes and syncs left before the failure; -1: none */
static int code = SQLITE_FULL;

struct shim {
	sqlite3_file base;
	sqlite3_file *real;
};

static bool fails(void)
{
	if (countdown < 0)
		return false;
	/* Once it has failed the disk stays so. */
	return countdown == 0 || --countdown == 0;
}

#define REAL(file) (((struct shim *)(file))->real)

static int shim_close(sqlite3_file *file) { int result = REAL(file)->pMethods ? REAL(file)->pMethods->xClose(REAL(file)) : SQLITE_OK; sqlite3_free(REAL(file)); return result; }
static int shim_read(sqlite3_file *file, void *to, int amount, sqlite3_int64 at) { return REAL(file)->pMethods->xRead(REAL(file), to, amount, at); }
static int shim_write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at) { return fails() ? code : REAL(file)->pMethods->xWrite(REAL(file), from, amount, at); }
static int shim_truncate(sqlite3_file *file, sqlite3_int64 size) { return REAL(file)->pMethods->xTruncate(REAL(file), size); }
static int shim_sync(sqlite3_file *file, int flags) { return fails() ? SQLITE_IOERR_FSYNC : REAL(file)->pMethods->xSync(REAL(file), flags); }
static int shim_size(sqlite3_file *file, sqlite3_int64 *size) { return REAL(file)->pMethods->xFileSize(REAL(file), size); }
static int shim_lock(sqlite3_file *file, int lock) { return REAL(file)->pMethods->xLock(REAL(file), lock); }
static int shim_unlock(sqlite3_file *file, int lock) { return REAL(file)->pMethods->xUnlock(REAL(file), lock); }
static int shim_reserved(sqlite3_file *file, int *out) { return REAL(file)->pMethods->xCheckReservedLock(REAL(file), out); }
static int shim_control(sqlite3_file *file, int op, void *argument) { return REAL(file)->pMethods->xFileControl(REAL(file), op, argument); }
static int shim_sector(sqlite3_file *file) { return REAL(file)->pMethods->xSectorSize(REAL(file)); }
static int shim_device(sqlite3_file *file) { return REAL(file)->pMethods->xDeviceCharacteristics(REAL(file)); }

static const sqlite3_io_methods methods = {
	1, shim_close, shim_read, shim_write, shim_truncate, shim_sync, shim_size, shim_lock, shim_unlock, shim_reserved, shim_control, shim_sector, shim_device,
	NULL, NULL, NULL, NULL, NULL, NULL,
};

static sqlite3_vfs *usual;

static int shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	struct shim *shim = (struct shim *)file;
	int result;

	(void)vfs;
	shim->base.pMethods = NULL;
	shim->real = sqlite3_malloc(usual->szOsFile);
	memset(shim->real, 0, (size_t)usual->szOsFile);
	result = usual->xOpen(usual, name, shim->real, flags, out);
	if (result == SQLITE_OK)
		shim->base.pMethods = &methods;
	else
		sqlite3_free(shim->real);
	return result;
}

static void install(void)
{
	static sqlite3_vfs vfs;

	usual = sqlite3_vfs_find(NULL);
	vfs = *usual;
	vfs.zName = "failing";
	vfs.szOsFile = sizeof(struct shim);
	vfs.xOpen = shim_open;
	cr_assert_eq(sqlite3_vfs_register(&vfs, 1), SQLITE_OK);
}

static void every_failure(int failure)
{
	struct fixture fixture;
	char *before;
	int n;

	install();
	code = failure;
	fixture_open(&fixture);
	fixture_add(&fixture, "risk", "title", "There before", NULL);
	before = fixture_dump(&fixture);
	for (n = 1; n < 500; n++) {
		struct record *record = record_new(register_find("risk"), "UTC");
		struct error error = { 0 };
		bool ok;
		char *now;

		record_set(record, "title", "New");
		record_set(record, "controls", "A.1,A.2");
		countdown = n;
		ok = store_add(fixture.store, record, &error);
		countdown = -1;
		record_free(record);
		if (ok)
			break;
		cr_assert(error.message && *error.message, "a failure has its sentence");
		cr_assert_eq(error.kind, ERROR_SYSTEM, "%s", error.message);
		error_clear(&error);
		now = fixture_dump(&fixture);
		cr_assert_str_eq(now, before, "the file is as it was after failure %d", n);
		free(now);
	}
	cr_expect_gt(n, 5, "writes were failed: %d", n);
	cr_expect_lt(n, 500);
	fixture_check(&fixture);
	free(before);
	fixture_close(&fixture);
}

Test(fault, a_full_disk_at_any_write_leaves_the_file_as_it_was, .timeout = 120)
{
	every_failure(SQLITE_FULL);
}

Test(fault, an_input_output_error_at_any_write_leaves_the_file_as_it_was, .timeout = 120)
{
	every_failure(SQLITE_IOERR_WRITE);
}
