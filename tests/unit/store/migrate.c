/* Files of an older version, of a newer one, and of others. */
#include <sys/stat.h>

#include "helper.h"

/* A file of version 1 with one incident, as the program of that time left it. */
static void make_version_1(const char *path)
{
	sqlite3 *db;

	cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
	cr_assert_eq(sqlite3_exec(db, "PRAGMA application_id = 1313821257", NULL, NULL, NULL), SQLITE_OK);
	cr_assert(schema_apply(db, 0, 1));
	cr_assert_eq(
		sqlite3_exec(db,
			"INSERT INTO record VALUES(1, 'organisation', '00000000-0000-4000-8000-000000000001', 'ORG-1'), (2, 'incident', '00000000-0000-4000-8000-000000000002', 'I-1');"
			"INSERT INTO organisation(id, rev, created, updated, ref_key, name, name_key, time_zone) VALUES(1, 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'org-11', 'Old', 'old', 'UTC');"
			"INSERT INTO incident(id, rev, created, updated, ref_key, title, title_key, severity_key, status, status_key) VALUES(2, 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'i-11', 'Flood', 'flood', '', 'open', '00');",
			NULL, NULL, NULL),
		SQLITE_OK, "%s", sqlite3_errmsg(db));
	sqlite3_close(db);
}

static char *title_of(struct store *store, const char *ref)
{
	struct error error = { 0 };
	struct record *record = store_record_by_ref(store, ref, &error);
	char *title;

	cr_assert(record, "%s", error.message);
	title = xstrdup(record_get(record, "title"));
	record_free(record);
	return title;
}

Test(migrate, an_older_file_is_migrated_after_a_copy_beside_it)
{
	char folder[] = "/tmp/noria-unit-XXXXXX", *path, *copy, *title;
	struct error error = { 0 };
	struct store *store;
	struct stat status;

	cr_assert(mkdtemp(folder));
	setenv("XDG_STATE_HOME", folder, 1);
	path = xasprintf("%s/old.noria", folder);
	copy = xasprintf("%s.bak-1", path);
	make_version_1(path);
	store = store_open(path, 0, &error);
	cr_assert(store, "%s", error.message);
	cr_expect_eq(store_integer(store, "PRAGMA user_version", 0), schema_version());
	title = title_of(store, "I-1");
	cr_expect_str_eq(title, "Flood");
	free(title);
	cr_expect_eq(store_integer(store, "SELECT count(*) FROM entry WHERE action = 'migrate'", 0), 1);
	cr_expect(!store_undo(store, NULL, &error), "a migration is never undone");
	cr_expect_str_eq(error.message, "There is nothing of yours to undo.");
	error_clear(&error);
	store_close(store);
	cr_expect_eq(stat(copy, &status), 0, "the copy stands beside it");
	/* Opened again, nothing is left to do. */
	store = store_open(path, 0, &error);
	cr_assert(store, "%s", error.message);
	cr_expect_eq(store_integer(store, "SELECT count(*) FROM entry", 0), 1);
	store_close(store);
	unlink(path);
	unlink(copy);
	free(path);
	free(copy);
}

Test(migrate, changes_are_counted_as_the_journal_has_them)
{
	struct fixture fixture;
	const char *ref;

	fixture_open(&fixture);
	ref = fixture_add(&fixture, "risk", "title", "Flood", NULL);
	fixture_set(&fixture, ref, "title", "Flooding");
	cr_assert(store_exec(fixture.store, "UPDATE \"risk\" SET \"rev\" = 7, \"updated\" = '2026-01-01T00:00:00Z'",
		&fixture.error));
	cr_assert(write_recount(fixture.store, &fixture.error));
	cr_expect_eq(store_integer(fixture.store, "SELECT \"rev\" FROM \"risk\"", 0), 2);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(migrate, a_file_that_may_only_be_read_is_migrated_in_memory)
{
	char folder[] = "/tmp/noria-unit-XXXXXX", *path, *title;
	struct error error = { 0 };
	struct store *store;
	struct stat before, after;

	cr_assert(mkdtemp(folder));
	path = xasprintf("%s/old.noria", folder);
	make_version_1(path);
	cr_assert_eq(stat(path, &before), 0);
	store = store_open(path, STORE_READ_ONLY, &error);
	cr_assert(store, "%s", error.message);
	title = title_of(store, "I-1");
	cr_expect_str_eq(title, "Flood");
	free(title);
	store_close(store);
	cr_assert_eq(stat(path, &after), 0);
	cr_expect_eq(before.st_size, after.st_size);
	cr_expect_eq(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec, "the file itself stays as it was");
	unlink(path);
	free(path);
}

Test(migrate, a_newer_file_and_one_with_another_schema_are_refused)
{
	struct fixture fixture;
	struct error error = { 0 };
	sqlite3 *db;

	fixture_open(&fixture);
	store_close(fixture.store);
	cr_assert_eq(sqlite3_open(fixture.path, &db), SQLITE_OK);
	cr_assert_eq(sqlite3_exec(db, "PRAGMA user_version = 99", NULL, NULL, NULL), SQLITE_OK);
	cr_expect(!store_open(fixture.path, 0, &error));
	cr_expect_eq(error.kind, ERROR_UNAVAILABLE);
	error_clear(&error);
	cr_assert_eq(
		sqlite3_exec(db, "PRAGMA user_version = 2; CREATE TRIGGER t AFTER INSERT ON risk BEGIN SELECT 1; END",
			NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
	cr_expect(!store_open(fixture.path, 0, &error), "a trigger is not ours");
	cr_expect_eq(error.kind, ERROR_DAMAGED);
	error_clear(&error);
	fixture.store = NULL;
	fixture_close(&fixture);
}
