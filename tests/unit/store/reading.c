/*
 * Frames: what is read in one stands in one read transaction, and who writes or waits lets go of it.
 */
#include "helper.h"

/* ---- the locks that SQLite takes ---- */

static const sqlite3_io_methods *usual;
static sqlite3_io_methods counting;
static int locks;

static int count_lock(sqlite3_file *file, int level)
{
	locks += level == SQLITE_LOCK_SHARED;
	return usual->xLock(file, level);
}

/* From here on `locks` counts how often the file is locked for reading. */
static void count_locks(struct fixture *fixture)
{
	sqlite3_file *file = NULL;

	cr_assert_eq(sqlite3_file_control(fixture->store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file), SQLITE_OK);
	usual = file->pMethods;
	counting = *usual;
	counting.xLock = count_lock;
	file->pMethods = &counting;
	locks = 0;
}

/* ---- others ---- */

/* Another program, which does not wait: SQLITE_OK, or SQLITE_BUSY where somebody reads. */
static int other_writes(const struct fixture *fixture, const char *sql)
{
	sqlite3 *db;
	int code;

	cr_assert_eq(sqlite3_open(fixture->path, &db), SQLITE_OK);
	code = sqlite3_exec(db, sql, NULL, NULL, NULL);
	if (code != SQLITE_OK)
		sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	sqlite3_close(db);
	return code & 0xff;
}

static const char *const rename_risk =
	"BEGIN IMMEDIATE; UPDATE risk SET title = title || '!'; DELETE FROM draft; COMMIT";

static int64_t risks(struct fixture *fixture)
{
	struct query *query = query_new(register_find("risk"));
	int64_t count = store_count(fixture->store, query, &fixture->error);

	query_free(query);
	return count;
}

static size_t listed(struct fixture *fixture)
{
	static const char *const columns[] = { "ref", "title" };
	struct query *query = query_new(register_find("risk"));
	struct window window = {
		.query = query, .columns = columns, .column_count = 2, .from = WINDOW_FIRST, .count = 100
	};
	struct rows rows;
	size_t count;

	cr_assert(store_window(fixture->store, &window, &rows, &fixture->error));
	count = rows.count;
	rows_free(&rows);
	query_free(query);
	return count;
}

Test(reading, a_frame_is_one_lock)
{
	struct fixture fixture;
	int alone;

	fixture_open(&fixture);
	fixture_add(&fixture, "risk", "title", "Theft", NULL);
	count_locks(&fixture);
	risks(&fixture);
	listed(&fixture);
	store_late(fixture.store);
	alone = locks;
	cr_expect_gt(alone, 2, "without a frame each statement takes one");
	locks = 0;
	store_read_begin(fixture.store);
	risks(&fixture);
	store_read_begin(fixture.store);
	listed(&fixture);
	store_read_end(fixture.store);
	store_late(fixture.store);
	cr_expect_eq(locks, 1, "%d locks in one frame", locks);
	store_read_end(fixture.store);
	cr_expect_eq(locks, 1, "%d locks in one frame and its end", locks);
	locks = 0;
	store_read_begin(fixture.store);
	store_read_end(fixture.store);
	cr_expect_eq(locks, 0, "who reads nothing takes none");
	fixture_close(&fixture);
}

/* ---- what is counted once ---- */

static int statements_run;

static int count_statement(unsigned type, void *user, void *stmt, void *sql)
{
	(void)type;
	(void)user;
	(void)stmt;
	(void)sql;
	statements_run++;
	return 0;
}

static int64_t late_findings(struct fixture *fixture)
{
	struct query *query = query_new(register_find("finding"));
	int64_t count;

	query_add(query, NULL, OP_LATE, NULL);
	count = store_count(fixture->store, query, &fixture->error);
	query_free(query);
	return count;
}

/* The top line tells of all registers what the panel tells of each: within a frame it is counted once. */
Test(reading, who_is_late_is_counted_once_in_a_frame)
{
	struct fixture fixture;

	fixture_open(&fixture);
	fixture_add(&fixture, "finding", "title", "Repair", "due", "2020-01-02", NULL);
	fixture_add(&fixture, "finding", "title", "Paint", "due", "2199-01-02", NULL);
	cr_assert_eq(sqlite3_trace_v2(fixture.store->db, SQLITE_TRACE_STMT, count_statement, NULL), SQLITE_OK);
	store_read_begin(fixture.store);
	cr_expect_eq(store_late(fixture.store), 1);
	statements_run = 0;
	cr_expect_eq(late_findings(&fixture), 1);
	cr_expect_eq(statements_run, 0, "%d statements for what is known", statements_run);
	/* What was written in the frame is counted anew. */
	fixture_add(&fixture, "finding", "title", "Sweep", "due", "2020-01-03", NULL);
	cr_expect_eq(late_findings(&fixture), 2);
	cr_expect_eq(store_late(fixture.store), 2);
	store_read_end(fixture.store);
	/* What others wrote is in the next frame. */
	cr_expect_eq(
		other_writes(&fixture, "UPDATE tally SET n = n + 3 WHERE '2020-01-02' IN (k1, k2, k3)"), SQLITE_OK);
	store_read_begin(fixture.store);
	cr_expect_eq(late_findings(&fixture), 5);
	cr_expect_eq(store_late(fixture.store), 5);
	store_read_end(fixture.store);
	fixture_close(&fixture);
}

Test(reading, a_figure_and_its_list_agree)
{
	struct fixture fixture;
	uint64_t generation;
	int64_t count;

	fixture_open(&fixture);
	fixture_add(&fixture, "risk", "title", "Theft", NULL);
	store_read_begin(fixture.store);
	count = risks(&fixture);
	cr_expect_eq(other_writes(&fixture, rename_risk), SQLITE_BUSY, "nobody commits between two reads of a frame");
	cr_expect_eq(listed(&fixture), (size_t)count);
	store_read_end(fixture.store);
	cr_expect_eq(other_writes(&fixture, rename_risk), SQLITE_OK, "after the frame everybody may");
	cr_expect_str_eq(fixture_get(&fixture, "R-1", "title"), "Theft!");
	/* Where the journal goes on, views are told by the end of the frame that read it. */
	generation = store_generation(fixture.store);
	cr_assert_eq(
		other_writes(&fixture,
			"INSERT INTO entry SELECT id + 1, hash || 'x', parent, other_parent, time, login, host, action, names FROM entry ORDER BY id DESC LIMIT 1"),
		SQLITE_OK);
	store_read_begin(fixture.store);
	risks(&fixture);
	cr_expect_eq(store_generation(fixture.store), generation, "not in its middle");
	store_read_end(fixture.store);
	cr_expect_gt(store_generation(fixture.store), generation);
	fixture_close(&fixture);
}

Test(reading, who_lets_go_keeps_nobody_from_writing)
{
	struct fixture fixture;

	fixture_open(&fixture);
	fixture_add(&fixture, "risk", "title", "Theft", NULL);
	store_read_begin(fixture.store);
	risks(&fixture);
	store_read_release(fixture.store);
	cr_expect_eq(other_writes(&fixture, rename_risk), SQLITE_OK);
	/* The frame goes on, with another transaction. */
	cr_expect_str_eq(fixture_get(&fixture, "R-1", "title"), "Theft!");
	cr_expect_eq(other_writes(&fixture, rename_risk), SQLITE_BUSY);
	store_read_end(fixture.store);
	fixture_close(&fixture);
}

Test(reading, every_write_lets_go_first)
{
	struct fixture fixture;
	char *summary = NULL;
	bool accepted;

	fixture_open(&fixture);
	store_read_begin(fixture.store);
	cr_expect_eq(risks(&fixture), 0);
	fixture_add(&fixture, "risk", "title", "Theft", NULL);
	cr_expect_eq(risks(&fixture), 1, "what was written is read");
	fixture_set(&fixture, "R-1", "title", "Burglary");
	cr_expect_str_eq(fixture_get(&fixture, "R-1", "title"), "Burglary");
	cr_assert(store_undo(fixture.store, &summary, &fixture.error), "%s", fixture.error.message);
	free(summary);
	cr_expect_str_eq(fixture_get(&fixture, "R-1", "title"), "Theft");
	cr_assert(store_draft_save(fixture.store, "risk:R-1", "{}", &fixture.error));
	cr_expect_eq(fixture.store->reading, false, "a draft is written outside of what is read");
	draft_free(store_draft(fixture.store, "risk:R-1"));
	store_draft_forget(fixture.store, "risk:R-1");
	cr_expect_null(store_draft(fixture.store, "risk:R-1"));
	cr_expect(store_stay(fixture.store));
	cr_expect_eq(risks(&fixture), 1);
	cr_expect(store_accept(fixture.store, &accepted, &fixture.error));
	cr_expect_eq(risks(&fixture), 1);
	fixture_check(&fixture);
	cr_expect_eq(risks(&fixture), 1);
	store_leave(fixture.store);
	cr_expect_eq(risks(&fixture), 1);
	cr_expect(store_rehearse(fixture.store, &fixture.error));
	cr_expect_eq(risks(&fixture), 1);
	store_read_end(fixture.store);
	store_read_end(fixture.store);
	cr_expect_eq(fixture.store->frames, 0, "an end too many is none");
	fixture_close(&fixture);
}

/* Two who read and then write: with SQLite alone each would wait until the other has read. */
Test(reading, two_who_read_and_then_write_do_not_wait_for_each_other)
{
	struct fixture fixture, other = { .error = { 0 } };
	struct record *record = record_new(register_find("risk"), "UTC");
	struct action *action;

	fixture_open(&fixture);
	sqlite3_busy_handler(fixture.store->db, NULL, NULL);
	other.store = store_open(fixture.path, STORE_NO_WAIT, &other.error);
	cr_assert(other.store, "%s", other.error.message);
	store_read_begin(fixture.store);
	store_read_begin(other.store);
	cr_expect_eq(risks(&fixture), 0);
	cr_expect_eq(risks(&other), 0);
	action = action_begin(fixture.store, "add", &fixture.error);
	cr_assert(action, "%s", fixture.error.message);
	record_set(record, "title", "Theft");
	cr_assert(action_add(action, record, &fixture.error));
	record_free(record);
	/* The second is refused as long as the first writes, and no longer in its way. */
	cr_expect_null(action_begin(other.store, "add", &other.error));
	cr_expect_eq(other.error.kind, ERROR_UNAVAILABLE);
	error_clear(&other.error);
	cr_assert(action_commit(action, &fixture.error), "%s", fixture.error.message);
	store_read_release(fixture.store);
	action = action_begin(other.store, "add", &other.error);
	cr_assert(action, "%s", other.error.message);
	action_rollback(action);
	cr_expect_eq(risks(&other), 1);
	store_read_end(other.store);
	store_close(other.store);
	store_read_end(fixture.store);
	fixture_check(&fixture);
	fixture_close(&fixture);
}
