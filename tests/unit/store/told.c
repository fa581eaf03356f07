/* What the store tells people and what it takes from them: refs, names, summaries, failures, who is there. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "helper.h"
#include "model/quality.h"
#include "store/fresh.h"

static bool adds(struct fixture *fixture, const char *ref, const char **made)
{
	static char kept[64];
	struct record *record = record_new(register_find("risk"), "UTC");
	bool ok;

	record_set(record, "title", "Flood");
	record->ref = xstrdup(ref);
	ok = store_add(fixture->store, record, &fixture->error);
	error_clear(&fixture->error);
	snprintf(kept, sizeof kept, "%s", record->ref);
	*made = kept;
	record_free(record);
	return ok;
}

Test(told, a_ref_that_is_given_has_the_registers_form_and_the_next_goes_on_from_it)
{
	static const char *const refused[] = { "R-", "R-0", "A-1", "R-1x", "R12", "R-1000000000", "R-1 2", "R--1", "1",
		"R" };
	struct fixture fixture;
	const char *made;
	size_t i;

	fixture_open(&fixture);
	for (i = 0; i < sizeof refused / sizeof refused[0]; i++)
		cr_expect(!adds(&fixture, refused[i], &made), "%s", refused[i]);
	cr_expect(adds(&fixture, "r-12", &made));
	cr_expect_str_eq(made, "R-12");
	cr_expect_str_eq(fixture_add(&fixture, "risk", "title", "Fire", NULL), "R-13");
	cr_expect(adds(&fixture, "R-5", &made));
	cr_expect_str_eq(made, "R-5");
	cr_expect(adds(&fixture, "R-999999999", &made));
	cr_expect(!adds(&fixture, "R-5", &made), "a ref is used once");
	fixture_close(&fixture);
}

static void counts(struct fixture *fixture, const char *name, const char *filter, int64_t expected)
{
	struct query *query = query_new(register_find(name));

	cr_assert(query_parse(query, store_context(fixture->store), filter, &fixture->error), "%s",
		fixture->error.message);
	cr_expect_eq(store_count(fixture->store, query, &fixture->error), expected, "%s %s: %lld", name, filter,
		(long long)store_count(fixture->store, query, NULL));
	query_free(query);
}

Test(told, a_record_is_named_by_its_title_its_ref_or_several)
{
	struct fixture fixture;
	const char *ada, *ben, *cage, *pond;

	fixture_open(&fixture);
	ada = fixture_add(&fixture, "person", "name", "Ada Keeper", NULL);
	ben = fixture_add(&fixture, "person", "name", "Ben Feeder", NULL);
	cage = fixture_add(&fixture, "asset", "name", "Cage", "owner", ada, NULL);
	pond = fixture_add(&fixture, "asset", "name", "Pond", "owner", ben, NULL);
	fixture_add(&fixture, "risk", "title", "Escape", "asset", cage, NULL);
	fixture_add(&fixture, "risk", "title", "Drought", "asset", pond, NULL);
	fixture_add(&fixture, "risk", "title", "Boredom", NULL);
	counts(&fixture, "asset", "owner=Ada", 0);
	counts(&fixture, "asset", "owner=\"ada keeper\"", 1);
	counts(&fixture, "asset", "owner~Ada", 1);
	counts(&fixture, "asset", "owner~e", 2);
	counts(&fixture, "asset", "owner=P-1", 1);
	counts(&fixture, "asset", "owner=\"P-1,P-2\"", 2);
	counts(&fixture, "asset", "owner!=P-1", 1);
	/* Over one reference after the other. */
	counts(&fixture, "risk", "asset.owner=\"Ada Keeper\"", 1);
	counts(&fixture, "risk", "asset.owner~e", 2);
	counts(&fixture, "risk", "asset.owner!=P-1", 2);
	counts(&fixture, "risk", "asset.owner.name~ben", 1);
	fixture_close(&fixture);
}

static bool keep_summary(
	void *user, const struct journal_entry *entry, const struct journal_change *changes, size_t change_count)
{
	(void)changes;
	(void)change_count;
	*(char **)user = xstrdup(entry->summary);
	return false;
}

static void says(struct fixture *fixture, const char *part, const char *lacks)
{
	char *summary = NULL;

	cr_assert(store_history(fixture->store, 0, 0, 1, keep_summary, &summary, &fixture->error));
	cr_assert(summary);
	cr_expect(strstr(summary, part), "%s", summary);
	cr_expect(!lacks || !strstr(summary, lacks), "%s", summary);
	free(summary);
}

Test(told, an_entry_says_what_was_done_with_what)
{
	struct fixture fixture;
	const char *asset;
	char *summary;

	fixture_open(&fixture);
	asset = fixture_add(&fixture, "asset", "name", "Cage", NULL);
	says(&fixture, "AS-1 Cage", NULL);
	fixture_add(&fixture, "risk", "title", "Escape", "asset", asset, NULL);
	says(&fixture, "R-1 Escape", NULL);
	fixture_set(&fixture, "R-1", "title", "Escape by night");
	says(&fixture, "R-1", "records");
	/* The risk loses its asset with it; what was deleted is the asset. */
	fixture_remove(&fixture, "AS-1");
	says(&fixture, "AS-1", "records");
	cr_assert(store_undo(fixture.store, &summary, &fixture.error));
	cr_expect(strstr(summary, "AS-1"), "%s", summary);
	free(summary);
	cr_expect_str_eq(fixture_get(&fixture, "R-1", "asset"), "AS-1");
	fixture_close(&fixture);
}

Test(told, what_the_system_refuses_is_not_told_as_a_full_disk)
{
	struct error error = { 0 };

	sqlite_fail(NULL, SQLITE_IOERR, "x.noria", true, &error);
	cr_expect(!strstr(error.message, "full"), "%s", error.message);
	cr_expect(strstr(error.message, "could not be read or written"), "%s", error.message);
	error_clear(&error);
	sqlite_fail(NULL, SQLITE_FULL, "x.noria", true, &error);
	cr_expect(strstr(error.message, "full"), "%s", error.message);
	error_clear(&error);
}

Test(told, each_way_of_a_full_disk_is_told_as_one)
{
	static const struct {
		int system;
		const char *said;
	} answers[] = { { ENOSPC, "is full" }, { EDQUOT, "is full" }, { EFBIG, "is full" },
		{ EIO, "could not be read or written" }, { EACCES, "could not be read or written" } };
	struct fixture fixture;
	struct error error = { 0 };
	size_t i;

	fixture_open(&fixture);
	for (i = 0; i < sizeof answers / sizeof answers[0]; i++) {
		fixture.store->pages->failure = SQLITE_IOERR_WRITE;
		fixture.store->pages->failure_errno = answers[i].system;
		sqlite_fail(fixture.store->db, SQLITE_IOERR_WRITE, fixture.path, true, &error);
		cr_expect(strstr(error.message, answers[i].said), "%s", error.message);
		error_clear(&error);
	}
	fixture.store->pages->failure = 0;
	fixture_close(&fixture);
}

/* Not by what failed before, and not by the number under which the folder is open. */
Test(told, whether_a_new_name_stays_is_told_by_its_folder)
{
	char folder[] = "/tmp/noria-unit-XXXXXX", *path;
	int input = dup(0);
	struct fresh fresh;

	cr_assert(mkdtemp(folder));
	path = xasprintf("%s/file", folder);
	cr_assert(fresh_begin(&fresh, path));
	close(0);
	errno = EIO;
	cr_expect(fresh_name(&fresh, path));
	cr_expect_eq(fresh.unsynced, 0, "%s", strerror(fresh.unsynced));
	fresh_end(&fresh);
	dup2(input, 0);
	close(input);
	unlink(path);
	/* A folder into which one may write, and which one may not open. */
	cr_assert_eq(chmod(folder, 0333), 0);
	if (geteuid() == 0)
		cr_assert_eq(seteuid(65534), 0);
	cr_assert(fresh_begin(&fresh, path));
	cr_expect(fresh_name(&fresh, path), "%s", strerror(errno));
	cr_expect_eq(fresh.unsynced, EACCES, "%s", strerror(fresh.unsynced));
	fresh_end(&fresh);
	cr_expect_eq(unlink(path), 0);
	cr_assert_eq(seteuid(getuid()), 0);
	cr_expect_eq(rmdir(folder), 0);
	free(path);
}

Test(told, what_is_written_is_written_whole_or_told, .timeout = 120)
{
	char folder[] = "/tmp/noria-unit-XXXXXX", *path;
	unsigned char bytes[3] = { 1, 2, 3 }, again[4];
	int file;

	cr_assert(mkdtemp(folder));
	path = xasprintf("%s/file", folder);
	file = open(path, O_CREAT | O_RDWR, 0600);
	cr_assert_geq(file, 0);
	cr_expect(write_all(file, bytes, sizeof bytes));
	cr_expect_eq(pread(file, again, sizeof again, 0), 3);
	cr_expect_eq(memcmp(bytes, again, 3), 0);
	close(file);
	errno = 0;
	cr_expect(!write_all(file, bytes, sizeof bytes));
	cr_expect_eq(errno, EBADF);
	unlink(path);
	rmdir(folder);
	free(path);
}

Test(told, a_file_is_looked_at_without_locks_and_its_sums_are_known)
{
	struct fixture fixture;
	struct store *look;
	sqlite3 *other;
	bool foreign;

	fixture_open(&fixture);
	fixture_add(&fixture, "risk", "title", "Flood", NULL);
	cr_expect(store_keeps_sums(fixture.store, &foreign));
	cr_expect(!foreign);
	look = store_open(fixture.path, STORE_READ_ONLY | STORE_LOOK, &fixture.error);
	cr_assert(look, "%s", fixture.error.message);
	cr_expect_eq(store_integer(look, "SELECT count(*) FROM \"risk\"", 0), 1);
	store_close(look);
	cr_assert_eq(sqlite3_open(fixture.path, &other), SQLITE_OK);
	cr_assert_eq(sqlite3_exec(other, "VACUUM", NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(other));
	sqlite3_close(other);
	cr_assert_eq(store_integer(fixture.store, "SELECT count(*) FROM \"risk\"", 0), 1);
	cr_expect(!store_keeps_sums(fixture.store, &foreign));
	cr_expect(foreign);
	fixture_close(&fixture);
}

static void is_there(struct fixture *fixture, const char *host, pid_t process, const char *seen, size_t expected)
{
	struct presences others;
	char *sql = xasprintf("DELETE FROM \"presence\"; INSERT INTO \"presence\" VALUES('ada', '%s', %d, '%s', '%s')",
		host, (int)process, "2026-11-24T09:00:00Z", seen);

	cr_assert(store_exec(fixture->store, sql, &fixture->error), "%s", fixture->error.message);
	cr_assert(store_others(fixture->store, &others, &fixture->error));
	cr_expect_eq(others.count, expected, "%s %d %s", host, (int)process, seen);
	presences_free(&others);
	free(sql);
}

/* The clock stands at 10:00. */
Test(told, who_is_gone_is_not_there)
{
	struct fixture fixture;
	pid_t gone = fork();

	if (gone == 0)
		_exit(0);
	waitpid(gone, NULL, 0);
	fixture_open(&fixture);
	is_there(&fixture, environment_host(), getppid(), "2026-11-24T09:59:00Z", 1);
	is_there(&fixture, environment_host(), gone, "2026-11-24T09:59:00Z", 0);
	is_there(&fixture, environment_host(), 0, "2026-11-24T09:59:00Z", 0);
	is_there(&fixture, environment_host(), INT32_MAX, "2026-11-24T09:59:00Z", 0);
	is_there(&fixture, "elsewhere", gone, "2026-11-24T09:59:00Z", 1);
	is_there(&fixture, "elsewhere", gone, "2026-11-24T09:50:00Z", 1);
	is_there(&fixture, "elsewhere", gone, "2026-11-24T09:49:59Z", 0);
	is_there(&fixture, "elsewhere", gone, "some day", 0);
	fixture_close(&fixture);
}

Test(told, one_who_is_gone_takes_nobody_along)
{
	struct fixture fixture;
	struct presences others;
	pid_t gone = fork();
	char *sql;

	if (gone == 0)
		_exit(0);
	waitpid(gone, NULL, 0);
	fixture_open(&fixture);
	sql = xasprintf("INSERT INTO \"presence\" VALUES('ada', '%s', %d, '%s', '%s'), ('ben', '%s', %d, '%s', '%s')",
		environment_host(), (int)gone, "2026-11-24T09:00:00Z", "2026-11-24T09:59:00Z", environment_host(),
		(int)getppid(), "2026-11-24T09:00:00Z", "2026-11-24T09:59:00Z");
	cr_assert(store_exec(fixture.store, sql, &fixture.error), "%s", fixture.error.message);
	free(sql);
	cr_assert(store_others(fixture.store, &others, &fixture.error));
	cr_assert_eq(others.count, 1);
	cr_expect_str_eq(others.items[0].login, "ben");
	presences_free(&others);
	fixture_close(&fixture);
}

static bool one_more(void *user, const struct quality_item *item)
{
	(void)item;
	++*(int *)user;
	return true;
}

Test(told, a_filter_over_quality_leaves_the_registers_that_it_does_not_mean)
{
	struct fixture fixture;
	const struct quality_check *check;
	size_t found = 0;

	fixture_open(&fixture);
	fixture_add(&fixture, "risk", "title", "Flood", NULL);
	fixture_add(&fixture, "asset", "name", "Cage", NULL);
	for (check = quality_next(NULL); check; check = quality_next(check)) {
		struct query *risks = query_new(&register_quality);
		int all = 0, of_risks = 0;

		cr_assert(query_parse(risks, store_context(fixture.store), "register=risk", &fixture.error));
		cr_expect(quality_each(fixture.store, check, NULL, one_more, &all, &fixture.error));
		cr_expect(quality_each(fixture.store, check, risks, one_more, &of_risks, &fixture.error), "%s: %s",
			check->name, fixture.error.message);
		cr_expect_leq(of_risks, all);
		found += all > of_risks;
		query_free(risks);
	}
	cr_expect(found > 0, "some check finds what is no risk");
	fixture_close(&fixture);
}

static void suggests(struct fixture *fixture, const char *typed, size_t count, const char *expected)
{
	struct strings refs = { 0 };
	struct found_list found;
	char *text;
	size_t i;

	cr_assert(store_suggest(fixture->store, register_find("person"), typed, count, &found, &fixture->error));
	for (i = 0; i < found.count; i++)
		strings_add(&refs, found.items[i].ref);
	text = strings_join(&refs, " ");
	cr_expect_str_eq(text, expected, "%s: %s", typed, text);
	found_free(&found);
	strings_free(&refs);
	free(text);
}

Test(told, what_begins_with_the_letters_comes_before_what_holds_them)
{
	struct fixture fixture;

	fixture_open(&fixture);
	fixture_add(&fixture, "person", "name", "Mona Ash", NULL);
	fixture_add(&fixture, "person", "name", "Ashley Lake", NULL);
	fixture_add(&fixture, "person", "name", "Ash Brook", NULL);
	fixture_add(&fixture, "person", "name", "Otto", NULL);
	suggests(&fixture, "", 9, "P-3 P-2 P-1 P-4");
	suggests(&fixture, "", 2, "P-3 P-2");
	suggests(&fixture, "ash", 9, "P-3 P-2 P-1");
	suggests(&fixture, "ash", 2, "P-3 P-2");
	suggests(&fixture, "ash", 1, "P-3");
	suggests(&fixture, "P-4", 9, "P-4");
	suggests(&fixture, "P-4", 1, "P-4");
	/* A ref is typed, and titles begin with it. */
	fixture_add(&fixture, "person", "name", "P-4 Guard", NULL);
	suggests(&fixture, "P-4", 9, "P-4 P-5");
	suggests(&fixture, "P-4", 1, "P-4");
	suggests(&fixture, "xyz", 9, "");
	fixture_close(&fixture);
}

Test(told, what_refers_to_a_record_is_found)
{
	struct fixture fixture;
	struct found_list found;
	const char *ada;

	fixture_open(&fixture);
	ada = fixture_add(&fixture, "person", "name", "Ada Keeper", NULL);
	fixture_add(&fixture, "asset", "name", "Cage", "owner", ada, NULL);
	fixture_add(&fixture, "asset", "name", "Pond", NULL);
	cr_assert(store_backlinks(fixture.store, store_find(fixture.store, ada, NULL), &found, &fixture.error), "%s",
		fixture.error.message);
	cr_assert_eq(found.count, 1);
	cr_expect_str_eq(found.items[0].ref, "AS-1");
	found_free(&found);
	fixture_close(&fixture);
}

/* A file that is new has nothing behind it: no barrier is in the way. */
Test(told, there_is_nothing_to_undo_in_a_new_file)
{
	struct store_new options = { .organisation = "Test", .time_zone = "UTC" };
	struct error error = { 0 };
	struct fixture fixture;
	struct store *store;
	char *path;

	fixture_open(&fixture);
	path = xasprintf("%s/new.noria", fixture.folder);
	store = store_create(path, &options, &error);
	cr_assert(store, "%s", error.message);
	cr_expect(!store_undo(store, NULL, &error));
	cr_expect_str_eq(error.message, "There is nothing of yours to undo.");
	error_clear(&error);
	store_close(store);
	unlink(path);
	free(path);
	fixture_close(&fixture);
}

Test(told, what_was_signed_is_told_apart_from_nothing_to_undo)
{
	struct fixture fixture;

	fixture_open(&fixture);
	fixture_add(&fixture, "risk", "title", "Flood", NULL);
	fixture_add(&fixture, "person", "name", "Jeanne Roy", NULL);
	fixture_add(&fixture, "acceptance", "risk", "R-1", "level", "3", "owner", "P-1", "date", "2026-01-01", "expiry",
		"2027-01-01", "status", "accepted", NULL);
	cr_expect(!store_undo(fixture.store, NULL, &fixture.error));
	cr_expect(strstr(fixture.error.message, "What was signed"), "%s", fixture.error.message);
	fixture_close(&fixture);
}
