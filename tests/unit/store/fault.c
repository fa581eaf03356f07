/*
 * A disk that fails: a VFS over the usual one in which the n-th write or sync goes
 * wrong, for every n until an edit gets through.  After each failure the file is as it was.
 */
#include "helper.h"

static bool delete_fails_after; /* the journal goes, and only then the folder cannot be synced */
static int reads_left = -1;     /* until one fails; -1: none does */
static int countdown = -1;      /* writes and syncs left before the failure; -1: none */
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

static int shim_close(sqlite3_file *file)
{
	int result = REAL(file)->pMethods ? REAL(file)->pMethods->xClose(REAL(file)) : SQLITE_OK;
	sqlite3_free(REAL(file));
	return result;
}
static int shim_read(sqlite3_file *file, void *to, int amount, sqlite3_int64 at)
{
	return reads_left > 0 && --reads_left == 0 ? SQLITE_IOERR_READ
						   : REAL(file)->pMethods->xRead(REAL(file), to, amount, at);
}
static int shim_write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at)
{
	return fails() ? code : REAL(file)->pMethods->xWrite(REAL(file), from, amount, at);
}
static int shim_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	return REAL(file)->pMethods->xTruncate(REAL(file), size);
}
static int shim_sync(sqlite3_file *file, int flags)
{
	return fails() ? SQLITE_IOERR_FSYNC : REAL(file)->pMethods->xSync(REAL(file), flags);
}
static int shim_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return REAL(file)->pMethods->xFileSize(REAL(file), size);
}
static int shim_lock(sqlite3_file *file, int lock)
{
	return REAL(file)->pMethods->xLock(REAL(file), lock);
}
static int shim_unlock(sqlite3_file *file, int lock)
{
	return REAL(file)->pMethods->xUnlock(REAL(file), lock);
}
static int shim_reserved(sqlite3_file *file, int *out)
{
	return REAL(file)->pMethods->xCheckReservedLock(REAL(file), out);
}
static int shim_control(sqlite3_file *file, int op, void *argument)
{
	return REAL(file)->pMethods->xFileControl(REAL(file), op, argument);
}
static int shim_sector(sqlite3_file *file)
{
	return REAL(file)->pMethods->xSectorSize(REAL(file));
}
static int shim_device(sqlite3_file *file)
{
	return REAL(file)->pMethods->xDeviceCharacteristics(REAL(file));
}

static const sqlite3_io_methods methods = {
	1,
	shim_close,
	shim_read,
	shim_write,
	shim_truncate,
	shim_sync,
	shim_size,
	shim_lock,
	shim_unlock,
	shim_reserved,
	shim_control,
	shim_sector,
	shim_device,
	NULL,
	NULL,
	NULL,
	NULL,
	NULL,
	NULL,
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

static int shim_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	int result = usual->xDelete(usual, name, sync);

	(void)vfs;
	return result == SQLITE_OK && delete_fails_after ? SQLITE_IOERR_DIR_FSYNC : result;
}

static void install(void)
{
	static sqlite3_vfs vfs;

	usual = sqlite3_vfs_find(NULL);
	vfs = *usual;
	vfs.zName = "failing";
	vfs.szOsFile = sizeof(struct shim);
	vfs.xOpen = shim_open;
	vfs.xDelete = shim_delete;
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

/* Who goes on after a failure, as an import did that took it for a value that comes later, gets nowhere. */
Test(fault, an_action_that_failed_writes_and_commits_nothing_more, .timeout = 120)
{
	struct fixture fixture;
	char *before, *now;
	int n, failed = 0;

	install();
	code = SQLITE_FULL;
	fixture_open(&fixture);
	before = fixture_dump(&fixture);
	/* Pages that do not fit the cache are written in the middle of the action: SQLite ends the transaction there. */
	store_exec(fixture.store, "PRAGMA cache_size = 10", NULL);
	for (n = 1; n < 60; n += 4) {
		struct action *action = action_begin(fixture.store, "import", &fixture.error);
		struct error error = { 0 };
		bool lost = false;
		int i;

		cr_assert(action, "%s", fixture.error.message);
		countdown = n;
		for (i = 0; i < 60; i++) {
			struct record *record = record_new(register_find("risk"), "UTC");
			char *title = xasprintf("Risk %d %0400d", i, i);

			record_set(record, "title", title);
			record_set(record, "controls", "A.1,A.2");
			if (!action_add(action, record, &error)) {
				countdown = -1;
				lost = true;
				cr_assert_eq(error.kind, ERROR_SYSTEM, "%s", error.message);
			} else {
				cr_assert(!lost, "after a failure nothing is added any more");
			}
			error_clear(&error);
			record_free(record);
			free(title);
		}
		if (lost) {
			cr_assert(!action_commit(action, &error), "what failed does not commit");
			cr_assert_eq(error.kind, ERROR_SYSTEM);
			cr_assert(strstr(error.message, "full"), "the first failure is told: %s", error.message);
			error_clear(&error);
			failed++;
		} else {
			action_rollback(action);
		}
		countdown = -1;
		now = fixture_dump(&fixture);
		cr_assert_str_eq(now, before, "nothing of it is in the file (%d)", n);
		free(now);
	}
	cr_assert_gt(failed, 5, "writes in the middle were failed: %d", failed);
	fixture_check(&fixture);
	free(before);
	fixture_close(&fixture);
}

/* What columns of tables are is committed without an entry of the journal, and no less sure. */
static void try_headings_alone(void)
{
	const struct register_def *def = register_find("risk");
	struct fixture fixture;
	struct error error = { 0 };
	struct action *action;
	char *field, *head;
	int n;

	fixture_open(&fixture);
	head = xstrdup(store_head(fixture.store));
	action = action_begin(fixture.store, "import", &error);
	cr_assert(action && action_heading(action, def, "mood", "notes", &error), "%s", error.message);
	delete_fails_after = true;
	cr_assert(action_commit(action, &error), "the heading is in the file: %s", error.message);
	delete_fails_after = false;
	cr_assert(!store_sound(fixture.store, &error), "what failed is told all the same");
	cr_assert(strstr(error.message, "The change is in"), "%s", error.message);
	error_clear(&error);
	field = store_heading(fixture.store, def, "mood");
	cr_assert(field && strcmp(field, "notes") == 0);
	free(field);
	/* One that is not there is a failure. */
	code = SQLITE_FULL;
	for (n = 1; n < 100; n++) {
		bool ok;

		action = action_begin(fixture.store, "import", &error);
		cr_assert(action, "%s", error.message);
		countdown = n;
		ok = action_heading(action, def, "mood", "", &error);
		ok = action_end(action, ok, &error);
		countdown = -1;
		if (ok)
			break;
		cr_assert_eq(error.kind, ERROR_SYSTEM, "%s", error.message);
		cr_assert(!strstr(error.message, "The change is in"), "%s", error.message);
		error_clear(&error);
		field = store_heading(fixture.store, def, "mood");
		cr_assert(field && strcmp(field, "notes") == 0, "after failure %d", n);
		free(field);
	}
	cr_assert(n > 1 && n < 100, "%d", n);
	cr_assert_str_eq(store_head(fixture.store), head, "no entry tells it");
	free(head);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(fault, a_commit_is_not_denied_when_only_what_comes_after_it_fails, .timeout = 300)
{
	struct fixture fixture;
	struct record *record = record_new(register_find("risk"), "UTC");
	struct error error = { 0 };

	install();
	fixture_open(&fixture);
	record_set(record, "title", "Written");
	delete_fails_after = true;
	cr_assert(store_add(fixture.store, record, &error), "the change is in the file: %s", error.message);
	delete_fails_after = false;
	cr_assert(!store_sound(fixture.store, &error), "what failed is told all the same");
	cr_assert_eq(error.kind, ERROR_SYSTEM);
	cr_assert(!strstr(error.message, "nothing was changed"), "%s", error.message);
	error_clear(&error);
	cr_assert_str_eq(fixture_get(&fixture, record->ref, "title"), "Written");
	record_free(record);
	fixture_check(&fixture);
	fixture_close(&fixture);
	try_headings_alone();
}

/* Neither "there is no such record" nor a shorter list. */
Test(fault, what_cannot_be_read_is_never_what_is_not_there, .timeout = 120)
{
	static const char *const columns[] = { "ref", "title", "owner", "controls" };
	struct fixture fixture;
	struct query *query = query_new(register_find("risk"));
	int n, i, failed = 0;

	install();
	fixture_open(&fixture);
	for (i = 0; i < 40; i++) {
		char *title = xasprintf("Risk %d", i), *person = xasprintf("Person %d", i);

		fixture_add(&fixture, "risk", "title", title, "owner",
			fixture_add(&fixture, "person", "name", person, NULL), "controls", "A.1,A.2", NULL);
		free(title);
		free(person);
	}
	store_exec(fixture.store, "PRAGMA cache_size = 1", NULL);
	for (n = 1; n < 60; n++) {
		struct window window = {
			.query = query, .columns = columns, .column_count = 4, .from = WINDOW_FIRST, .count = 50
		};
		struct error error = { 0 };
		struct rows rows;
		struct record *record;

		sqlite3_db_release_memory(fixture.store->db);
		reads_left = n;
		record = store_record_by_ref(fixture.store, "R-40", &error);
		if (record)
			cr_assert_str_eq(record_get(record, "controls"), "mini:A.1,mini:A.2");
		else
			cr_assert_eq(error.kind, ERROR_SYSTEM, "%s", error.message);
		failed += !record;
		record_free(record);
		error_clear(&error);
		reads_left = n;
		if (store_window(fixture.store, &window, &rows, &error)) {
			cr_assert_eq(rows.count, 40);
			for (i = 0; i < 40; i++)
				cr_assert(rows.items[i].cells[2].value && rows.items[i].cells[3].value,
					"row %d is whole", i);
			rows_free(&rows);
		} else {
			cr_assert_eq(error.kind, ERROR_SYSTEM, "%s", error.message);
			failed++;
		}
		error_clear(&error);
		reads_left = -1;
	}
	cr_assert_gt(failed, 20, "reads were failed: %d", failed);
	query_free(query);
	fixture_close(&fixture);
}

Test(fault, a_page_that_memory_lacked_for_is_no_damage)
{
	struct fixture fixture;

	fixture_open(&fixture);
	cr_expect(store_saw_structure(fixture.store, "wrong # of entries in index risk.level", &fixture.error));
	cr_expect(store_saw_structure(fixture.store, "Page 9: unable to get the page. error code=11", &fixture.error));
	cr_expect_eq(fixture.error.kind, ERROR_NONE);
	cr_expect(!store_saw_structure(fixture.store, "Page 9: unable to get the page. error code=7", &fixture.error));
	cr_expect_eq(fixture.error.kind, ERROR_SYSTEM);
	fixture_close(&fixture);
}
