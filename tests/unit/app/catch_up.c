/* What the program raises by itself is in nobody's way. */
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/catch_up.h"
#include "app/snapshot.h"
#include "store/internal.h"

#define NEVER_WAITED_MS 5000 /* an action that somebody asked for waits twice as long */

static int64_t count_of(struct store *store, const char *name)
{
	struct query *query = query_new(register_find(name));
	int64_t count = store_count(store, query, NULL);

	query_free(query);
	return count;
}

static int64_t missed(struct store *store)
{
	return count_of(store, "execution");
}

Test(catch_up, who_writes_is_not_waited_for)
{
	char folder[] = "/tmp/noria-XXXXXX", *path;
	struct store_new options = { .organisation = "Test" };
	struct record *check;
	struct error error = { 0 };
	struct store *store, *other;
	struct action *action;
	int64_t began, made = 1577869200 /* 2020-01-01T09:00:00Z */;

	cr_assert_not_null(mkdtemp(folder));
	path = xasprintf("%s/t.noria", folder);
	store = store_create(path, &options, NULL);
	cr_assert_not_null(store);
	check = record_new(register_find("check"), "UTC");
	record_set(check, "title", "Backup");
	record_set(check, "kind", "automaton");
	record_set(check, "login", "cron");
	record_set(check, "every", "day");
	record_set(check, "start", "2020-01-01");
	/* It is waited for from the day on which it was made. */
	environment_hold_clock(&made);
	cr_assert(app_save(store, NULL, check, &error), "%s", error.message);
	environment_hold_clock(NULL);
	record_free(check);
	other = store_open(path, 0, &error);
	cr_assert_not_null(other);
	action = action_begin(other, "set", &error);
	cr_assert_not_null(action);
	began = environment_clock_ms();
	catch_up(store, false);
	cr_expect_lt(environment_clock_ms() - began, NEVER_WAITED_MS);
	cr_expect_eq(missed(store), 0);
	action_rollback(action);
	catch_up(store, false);
	cr_expect_gt(missed(store), 0, "the next time it is raised");
	store_close(other);
	store_close(store);
	unlink(path);
	rmdir(folder);
	free(path);
}

/* A file of version 5, which knew neither checks nor indicators. */
static void make_version_5(const char *path)
{
	sqlite3 *db;

	cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
	cr_assert_eq(sqlite3_exec(db,
			     "PRAGMA application_id = 1313821257; PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF",
			     NULL, NULL, NULL),
		SQLITE_OK);
	cr_assert(schema_apply(db, 0, 5));
	cr_assert_eq(
		sqlite3_exec(db,
			"INSERT INTO record VALUES(1, 'organisation', '00000000-0000-4000-8000-000000000001', 'ORG-1'), (2, 'incident', '00000000-0000-4000-8000-000000000002', 'I-1');"
			"INSERT INTO organisation(id, rev, created, updated, ref_key, name, name_key, time_zone) VALUES(1, 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'org-11', 'Old', 'old', 'UTC');"
			"INSERT INTO incident(id, rev, created, updated, ref_key, title, title_key, severity_key, status, status_key, detected) VALUES(2, 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'i-11', 'Flood', 'flood', '', 'open', '00', '2026-01-01T00:00:00Z');",
			NULL, NULL, NULL),
		SQLITE_OK, "%s", sqlite3_errmsg(db));
	sqlite3_close(db);
}

static void add_check(struct store *store, const char *title, const char *every, const char *start)
{
	struct record *check = record_new(register_find("check"), "UTC");
	struct error error = { 0 };

	record_set(check, "title", title);
	record_set(check, "kind", "automaton");
	record_set(check, "login", "cron");
	record_set(check, "every", every);
	record_set(check, "start", start);
	cr_assert(app_save(store, NULL, check, &error), "%s", error.message);
	record_free(check);
}

#define QUICKLY_MS 20000 /* 2,700 days on a slow machine that does other things too; 0.3 s on a quiet one */

Test(catch_up, a_file_of_before_checks_waits_for_nothing_and_a_year_of_days_is_bounded)
{
	char folder[] = "/tmp/noria-XXXXXX", *path, *copy;
	int64_t day = 1792832400 /* 2026-10-24T09:00:00Z */, year_before = day - 365 * 86400L, began;
	struct error error = { 0 };
	struct store *store;
	size_t i;

	cr_assert_not_null(mkdtemp(folder));
	setenv("XDG_STATE_HOME", folder, 1);
	environment_hold_clock(&day);
	path = xasprintf("%s/old.noria", folder);
	copy = xasprintf("%s.bak-5", path);
	make_version_5(path);
	store = store_open(path, 0, &error);
	cr_assert(store, "%s", error.message);
	catch_up(store, true);
	cr_expect_eq(missed(store), 0, "what was not asked for then was not missed");
	cr_expect_eq(count_of(store, "snapshot"), 0, "while keys may come, the month is left to who counts in slices");
	cr_expect(catch_up_waits(store));
	catch_up(store, false);
	cr_expect_eq(missed(store), 0);
	cr_expect_eq(count_of(store, "snapshot"), 1, "the month that ended is kept");
	cr_expect(!catch_up_waits(store));
	add_check(store, "Made today", "day", "2025-10-24");
	catch_up(store, false);
	cr_expect_eq(missed(store), 0, "days before its record was made are not missed");
	environment_hold_clock(&year_before);
	for (i = 0; i < 25; i++)
		add_check(store, "Every day", "day", "2025-10-24");
	add_check(store, "Every week", "week", "2025-10-24");
	add_check(store, "Every month", "month", "2025-10-24");
	environment_hold_clock(&day);
	began = environment_clock_ms();
	catch_up(store, false);
	cr_expect_lt(environment_clock_ms() - began, QUICKLY_MS);
	cr_expect_eq(missed(store), 25 * 100 + 53 + 12, "the last hundred of each, up to yesterday");
	cr_expect(!catch_up_waits(store));
	cr_expect(store_undo(store, NULL, &error), "%s", error.message);
	cr_expect_eq(missed(store), 25 * 100 + 53, "the last check is taken back with its days");
	store_close(store);
	unlink(path);
	unlink(copy);
	free(path);
	free(copy);
	environment_hold_clock(NULL);
}

Test(catch_up, a_cycle_is_taken_back_with_the_snapshot_that_names_it)
{
	char folder[] = "/tmp/noria-XXXXXX", *path, *copy;
	int64_t day = 1792832400;
	struct error error = { 0 };
	struct record *cycle = record_new(register_find("cycle"), "UTC");
	struct store *store;

	cr_assert_not_null(mkdtemp(folder));
	setenv("XDG_STATE_HOME", folder, 1);
	environment_hold_clock(&day);
	path = xasprintf("%s/old.noria", folder);
	copy = xasprintf("%s.bak-5", path);
	make_version_5(path);
	store = store_open(path, 0, &error);
	cr_assert(store, "%s", error.message);
	record_set(cycle, "title", "First turn");
	record_set(cycle, "start", "2026-10-01");
	cr_assert(app_save(store, NULL, cycle, &error), "%s", error.message);
	cr_assert(snapshot_month(store, NULL, &error), "%s", error.message);
	cr_assert_eq(count_of(store, "snapshot"), 1);
	cr_expect(store_undo(store, NULL, &error), "%s", error.message);
	cr_expect_eq(count_of(store, "snapshot"), 0);
	cr_expect_eq(count_of(store, "cycle"), 0);
	cr_expect(store_redo(store, NULL, &error), "%s", error.message);
	cr_expect_eq(count_of(store, "snapshot"), 1);
	cr_expect_eq(count_of(store, "cycle"), 1);
	record_free(cycle);
	store_close(store);
	unlink(path);
	unlink(copy);
	free(path);
	free(copy);
	environment_hold_clock(NULL);
}
