/* Checksums of the pages: decay is found when it is read; another program may write, and it is noticed. */
#include <fcntl.h>
#include <sys/wait.h>

#include "helper.h"

static unsigned char *contents(const char *path, long *size)
{
	FILE *file = fopen(path, "rb");
	unsigned char *bytes;

	cr_assert(file);
	fseek(file, 0, SEEK_END);
	*size = ftell(file);
	rewind(file);
	bytes = xmalloc((size_t)*size);
	cr_assert_eq(fread(bytes, 1, (size_t)*size, file), (size_t)*size);
	fclose(file);
	return bytes;
}

static void overwrite(const char *path, long at, const void *bytes, size_t count)
{
	int file = open(path, O_WRONLY);

	cr_assert(file >= 0);
	cr_assert_eq(pwrite(file, bytes, count, at), (ssize_t)count);
	close(file);
}

static void count_bad(void *user, int64_t page)
{
	(void)page;
	++*(int *)user;
}

static int bad_pages(struct store *store)
{
	int bad = 0;

	store_integer(store, "PRAGMA schema_version", 0);
	cr_assert_eq(store->pages->state, PAGES_VERIFIED, "the file keeps sums that hold");
	cr_assert(pages_scan(store->db, store->pages, count_bad, &bad));
	return bad;
}

static void fill(struct fixture *fixture)
{
	int i;

	for (i = 0; i < 30; i++) {
		char *title = xasprintf("Theft of laptop %d", i);

		fixture_add(fixture, "risk", "title", title, "controls", "A.1,A.2", NULL);
		free(title);
	}
}

Test(pages, every_page_has_its_sum_after_edits_a_rollback_and_a_copy)
{
	struct fixture fixture;
	struct action *action;
	struct store *copy;
	char *path;
	int i;

	fixture_open(&fixture);
	fill(&fixture);
	cr_assert_eq(bad_pages(fixture.store), 0);
	/* A rollback puts back pages that were written already. */
	store_exec(fixture.store, "PRAGMA cache_size = 5", NULL);
	action = action_begin(fixture.store, "import", &fixture.error);
	for (i = 0; i < 100; i++) {
		struct record *record = record_new(register_find("risk"), "UTC");

		record_set(record, "title", "Not for long");
		cr_assert(action_add(action, record, &fixture.error));
		record_free(record);
	}
	action_rollback(action);
	cr_assert_eq(bad_pages(fixture.store), 0);
	fixture_remove(&fixture, "R-3");
	cr_assert_eq(bad_pages(fixture.store), 0);
	path = xasprintf("%s/copy.noria", fixture.folder);
	cr_assert(store_backup(fixture.store, path, &fixture.error), "%s", fixture.error.message);
	copy = store_open(path, 0, &fixture.error);
	cr_assert(copy, "%s", fixture.error.message);
	cr_assert_eq(bad_pages(copy), 0);
	store_close(copy);
	free(path);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(pages, what_a_killed_program_left_is_rolled_back_with_its_sums)
{
	struct fixture fixture;
	int status;

	fixture_open(&fixture);
	fill(&fixture);
	if (fork() == 0) {
		struct store *store = store_open(fixture.path, 0, NULL);
		struct action *action = action_begin(store, "import", NULL);
		int i;

		store_exec(store, "PRAGMA cache_size = 5", NULL);
		for (i = 0; i < 200; i++) {
			struct record *record = record_new(register_find("risk"), "UTC");

			record_set(record, "title", "Half written");
			action_add(action, record, NULL);
		}
		kill(getpid(), SIGKILL);
	}
	wait(&status);
	cr_assert(WIFSIGNALED(status));
	cr_assert_eq(store_integer(fixture.store, "SELECT count(*) FROM \"risk\"", 0), 30);
	cr_assert_eq(bad_pages(fixture.store), 0);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

/* The right answer or the sentence of a damaged file, for a bit in every part of every page. */
Test(pages, a_bit_that_decayed_is_found_when_it_is_read, .timeout = 120)
{
	static const char *const columns[] = { "ref", "title", "controls", "status" };
	struct fixture fixture;
	unsigned char *whole;
	long size, at;
	int found = 0, i;

	fixture_open(&fixture);
	fill(&fixture);
	store_close(fixture.store);
	whole = contents(fixture.path, &size);
	for (at = 100; at < size; at += 1777L * fixture_part(5)) {
		unsigned char flipped = whole[at] ^ (unsigned char)(1 << at % 8);
		struct query *query = query_new(register_find("risk"));
		struct window window = { .query = query, .columns = columns, .column_count = 4, .count = 100 };
		struct error error = { 0 };
		struct rows rows;

		overwrite(fixture.path, at, &flipped, 1);
		fixture.store = store_open(fixture.path, STORE_READ_ONLY, &error);
		if (fixture.store && store_window(fixture.store, &window, &rows, &error)) {
			struct record *record;

			cr_assert_eq(rows.count, 30, "byte %ld", at);
			for (i = 0; i < 30; i++) {
				char *title = xasprintf("Theft of laptop %d", i);

				cr_assert_str_eq(rows.items[i].cells[1].text, title, "byte %ld", at);
				free(title);
			}
			rows_free(&rows);
			record = store_record_by_ref(fixture.store, "R-7", &error);
			if (record)
				cr_assert_str_eq(record_get(record, "controls"), "mini:A.1,mini:A.2");
			record_free(record);
		}
		if (error.kind) {
			cr_assert(error.kind == ERROR_DAMAGED || error.kind == ERROR_UNAVAILABLE, "byte %ld: %s", at,
				error.message);
			found++;
		}
		error_clear(&error);
		query_free(query);
		store_close(fixture.store);
		overwrite(fixture.path, at, &whole[at], 1);
	}
	cr_assert_gt(found, 20 / fixture_part(2), "damage was found: %d", found);
	fixture.store = store_open(fixture.path, 0, &fixture.error);
	free(whole);
	fixture_close(&fixture);
}

Test(pages, another_program_may_write_and_the_file_stays_readable)
{
	struct fixture fixture;
	sqlite3 *other;

	fixture_open(&fixture);
	fill(&fixture);
	cr_assert_eq(sqlite3_open(fixture.path, &other), SQLITE_OK);
	cr_assert_eq(
		sqlite3_exec(other,
			"UPDATE \"draft\" SET \"content\" = ''; UPDATE \"meta\" SET \"value\" = \"value\"; DELETE FROM \"presence\"; VACUUM",
			NULL, NULL, NULL),
		SQLITE_OK, "%s", sqlite3_errmsg(other));
	sqlite3_close(other);
	cr_assert_eq(store_integer(fixture.store, "SELECT count(*) FROM \"risk\"", 0), 30);
	cr_assert_eq(fixture.store->pages->state, PAGES_FOREIGN, "it is noticed");
	/* And what is written now does not make the rest unreadable. */
	fixture_add(&fixture, "risk", "title", "After it", NULL);
	store_close(fixture.store);
	fixture.store = store_open(fixture.path, 0, &fixture.error);
	cr_assert(fixture.store, "%s", fixture.error.message);
	cr_assert_eq(store_integer(fixture.store, "SELECT count(*) FROM \"risk\"", 0), 31);
	cr_assert_eq(fixture.store->pages->state, PAGES_FOREIGN);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

static void foreign(const char *path, const char *sql)
{
	sqlite3 *other;

	cr_assert_eq(sqlite3_open(path, &other), SQLITE_OK);
	cr_assert_eq(sqlite3_exec(other, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(other));
	sqlite3_close(other);
}

/* SQLite does not journal what free pages held: after somebody's rollback it may be anything. */
Test(pages, what_a_free_page_holds_is_nobodys)
{
	struct fixture fixture;
	char *path;

	fixture_open(&fixture);
	fill(&fixture);
	cr_assert(
		store_exec(fixture.store,
			"CREATE TABLE filler(a); INSERT INTO filler SELECT zeroblob(3000) FROM \"record\" LIMIT 30; DROP TABLE filler",
			&fixture.error),
		"%s", fixture.error.message);
	cr_assert_gt(store_integer(fixture.store, "SELECT \"freelist_count\" FROM pragma_freelist_count", 0), 20);
	cr_assert_eq(bad_pages(fixture.store), 0);
	foreign(fixture.path,
		"PRAGMA cache_size = 2; BEGIN; CREATE TABLE filler(a); INSERT INTO filler SELECT randomblob(3000) FROM \"record\" LIMIT 25; ROLLBACK");
	cr_assert_eq(bad_pages(fixture.store), 0);
	fixture_check(&fixture);
	path = xasprintf("%s/copy.noria", fixture.folder);
	cr_assert(store_backup(fixture.store, path, &fixture.error), "%s", fixture.error.message);
	free(path);
	fixture_close(&fixture);
}

/* Who was verified and plays back what a killed program of others left does not take its pages for his own. */
Test(pages, a_journal_of_another_program_is_played_back_as_it_is)
{
	struct fixture fixture;
	int status;

	fixture_open(&fixture);
	fill(&fixture);
	cr_assert_eq(bad_pages(fixture.store), 0);
	if (fork() == 0) {
		sqlite3 *other;

		sqlite3_open(fixture.path, &other);
		sqlite3_exec(other,
			"PRAGMA cache_size = 2; UPDATE \"risk\" SET \"notes\" = 'by another'; BEGIN; UPDATE \"risk\" SET \"notes\" = printf('%0600d', 1); UPDATE \"search_content\" SET \"c0\" = printf('%0600d', 1)",
			NULL, NULL, NULL);
		kill(getpid(), SIGKILL);
	}
	wait(&status);
	cr_assert(WIFSIGNALED(status));
	cr_assert_eq(
		store_integer(fixture.store, "SELECT count(*) FROM \"risk\" WHERE \"notes\" = 'by another'", 0), 30);
	cr_assert_eq(fixture.store->pages->state, PAGES_FOREIGN);
	store_close(fixture.store);
	fixture.store = store_open(fixture.path, 0, &fixture.error);
	cr_assert(fixture.store, "%s", fixture.error.message);
	cr_assert_eq(
		store_integer(fixture.store, "SELECT count(*) FROM \"risk\" WHERE \"notes\" = 'by another'", 0), 30);
	fixture_close(&fixture);
}

/* As SQLite reads long values from 3.45 on: a part of a page, past its cache. */
Test(pages, a_part_of_a_page_is_taken_from_a_whole_one_whose_sum_holds)
{
	struct fixture fixture;
	sqlite3_file *file = NULL;
	unsigned char part[1024], *bytes, wrong;
	long size;
	const sqlite3_int64 page = 4096;

	fixture_open(&fixture);
	fill(&fixture);
	bytes = contents(fixture.path, &size);
	cr_assert_gt(size, 3 * page);
	store_integer(fixture.store, "PRAGMA schema_version", 0);
	cr_assert_eq(sqlite3_file_control(fixture.store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file), SQLITE_OK);
	cr_assert_eq(file->pMethods->xRead(file, part, sizeof part, 2 * page), SQLITE_OK);
	cr_assert_arr_eq(part, bytes + 2 * page, sizeof part);
	cr_assert_eq(file->pMethods->xRead(file, part, 1000, 2 * page), SQLITE_OK);
	/* What is wrong stands behind the part. */
	wrong = bytes[2 * page + 3000] ^ 1;
	overwrite(fixture.path, 2 * page + 3000, &wrong, 1);
	cr_assert_eq(file->pMethods->xRead(file, part, 1000, 2 * page), SQLITE_IOERR_DATA);
	cr_assert_eq(file->pMethods->xRead(file, part, sizeof part, 2 * page), SQLITE_IOERR_DATA);
	free(bytes);
	fixture_close(&fixture);
}
