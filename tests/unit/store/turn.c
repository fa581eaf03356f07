/*
 * Writers in a row: who waits first writes first, who died or stands still holds nobody.
 */
#include "helper.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* How many processes have a place in the row, as the system tells. */
static int waiting(const struct fixture *fixture)
{
	FILE *file = fopen("/proc/locks", "r");
	char line[256], inode[32];
	struct stat status;
	int count = 0;

	cr_assert(file);
	cr_assert_eq(stat(fixture->path, &status), 0);
	snprintf(inode, sizeof inode, ":%llu ", (unsigned long long)status.st_ino);
	while (fgets(line, sizeof line, file))
		count += strstr(line, "OFDLCK") && strstr(line, inode) ? 1 : 0;
	fclose(file);
	return count;
}

static void until_waiting(const struct fixture *fixture, int count)
{
	int i, seen = 0, steady = 0;

	/* Who takes another place is for a moment in none, or in both: four looks in a row do not meet that. */
	for (i = 0; i < 4000 && steady < 4; i++) {
		seen = waiting(fixture);
		steady = seen >= count ? steady + 1 : 0;
		usleep(10000);
	}
	cr_assert_eq(steady, 4, "%d of %d wait", seen, count);
}

/* A program that adds one risk: SQLite does not outlive a fork. */
static pid_t writer(const struct fixture *fixture, const char *title)
{
	char *assignment = xasprintf("title=%s", title);
	pid_t child = fork();

	cr_assert_geq(child, 0);
	if (child == 0) {
		execlp("noria", "noria", "add", fixture->path, "risk", assignment, NULL);
		_exit(127);
	}
	free(assignment);
	return child;
}

static int ended(pid_t child)
{
	int status = 0;

	while (waitpid(child, &status, 0) < 0)
		;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static char *titles(struct fixture *fixture)
{
	sqlite3_stmt *stmt;
	char *text = NULL;

	cr_assert_eq(
		sqlite3_prepare_v2(fixture->store->db,
			"SELECT group_concat(title, ' ') FROM (SELECT title FROM risk ORDER BY id)", -1, &stmt, NULL),
		SQLITE_OK);
	cr_assert_eq(sqlite3_step(stmt), SQLITE_ROW);
	text = xstrdup(row_text(fixture->store, stmt, 0));
	sqlite3_finalize(stmt);
	return text;
}

Test(turn, who_waits_first_writes_first, .timeout = 120)
{
	static const char *const names[] = { "a", "b", "c", "d", "e", "f" };
	struct fixture fixture;
	pid_t children[6];
	char *order;
	int i;

	fixture_open(&fixture);
	cr_assert(store_exec(fixture.store, "BEGIN IMMEDIATE", NULL));
	for (i = 0; i < 6; i++) {
		children[i] = writer(&fixture, names[i]);
		until_waiting(&fixture, i + 1);
	}
	cr_assert(store_exec(fixture.store, "COMMIT", NULL));
	for (i = 0; i < 6; i++)
		cr_expect_eq(ended(children[i]), 0);
	order = titles(&fixture);
	cr_expect_str_eq(order, "a b c d e f");
	free(order);
	cr_expect_eq(waiting(&fixture), 0);
	store_changed_elsewhere(fixture.store);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(turn, one_who_comes_late_does_not_pass_those_who_wait, .timeout = 120)
{
	struct fixture fixture;
	struct record *record = record_new(register_find("risk"), "UTC");
	pid_t first;
	char *order;

	fixture_open(&fixture);
	cr_assert(store_exec(fixture.store, "BEGIN IMMEDIATE", NULL));
	first = writer(&fixture, "first");
	until_waiting(&fixture, 1);
	cr_assert(store_exec(fixture.store, "COMMIT", NULL));
	/* At once, by a process that need not wake up. */
	record_set(record, "title", "late");
	cr_assert(store_add(fixture.store, record, &fixture.error), "%s", fixture.error.message);
	record_free(record);
	cr_expect_eq(ended(first), 0);
	order = titles(&fixture);
	cr_expect_str_eq(order, "first late");
	free(order);
	fixture_close(&fixture);
}

Test(turn, the_dead_and_the_stopped_hold_nobody, .timeout = 120)
{
	struct fixture fixture;
	pid_t dead, stopped, last;
	int64_t began;
	int i;

	fixture_open(&fixture);
	cr_assert(store_exec(fixture.store, "BEGIN IMMEDIATE", NULL));
	dead = writer(&fixture, "dead");
	until_waiting(&fixture, 1);
	stopped = writer(&fixture, "stopped");
	until_waiting(&fixture, 2);
	last = writer(&fixture, "last");
	until_waiting(&fixture, 3);
	/* Behind another it only looks; at the front it asks SQLite again and again, and might be stopped with a lock in hand. */
	kill(stopped, SIGSTOP);
	kill(dead, SIGKILL);
	cr_expect_eq(ended(dead), 128 + SIGKILL);
	/* The last one, as it moves up, is for a moment in no place. */
	for (i = 0; i < 2000 && waiting(&fixture) != 2; i++)
		usleep(5000);
	cr_expect_lt(i, 2000, "a place ends with its process");
	cr_assert(store_exec(fixture.store, "COMMIT", NULL));
	/* A row that does not move while nobody writes is passed; each of those that follow passes it too. */
	cr_expect_eq(ended(last), 0, "one who waits is not held by one who is stopped");
	began = environment_clock_ms();
	for (i = 0; i < 4; i++) {
		pid_t next = writer(&fixture, "next");

		cr_expect_eq(ended(next), 0);
	}
	cr_expect_lt(environment_clock_ms() - began, BUSY_WAIT_MS,
		"four together wait less than one did who gave the stopped one half of its time each");
	kill(stopped, SIGCONT);
	ended(stopped);
	store_changed_elsewhere(fixture.store);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

/* A whole file that another program has locked is no row of places without end. */
Test(turn, a_lock_of_another_program_is_told_and_not_counted, .timeout = 300)
{
	struct fixture fixture;
	struct error error = { 0 };
	struct record *record = record_new(register_find("risk"), "UTC");
	int ready[2], status;
	char byte;
	pid_t child;

	fixture_open(&fixture);
	sqlite3_busy_handler(fixture.store->db, NULL, NULL);
	cr_assert_eq(pipe(ready), 0);
	child = fork();
	if (child == 0) {
		struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET };
		int file = open(fixture.path, O_RDONLY);

		if (fcntl(file, F_SETLK, &lock) != 0 || write(ready[1], "", 1) != 1)
			_exit(1);
		pause();
	}
	cr_assert_eq(read(ready[0], &byte, 1), 1);
	record_set(record, "title", "Not now");
	cr_assert(!store_add(fixture.store, record, &error));
	cr_assert_eq(error.kind, ERROR_UNAVAILABLE, "%s", error.message);
	error_clear(&error);
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	record_free(record);
	fixture_close(&fixture);
}
