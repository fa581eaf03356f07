/* What the program raises by itself is in nobody's way. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/catch_up.h"

#define NEVER_WAITED_MS 5000 /* an action that somebody asked for waits twice as long */

static int64_t missed(struct store *store)
{
	struct query *query = query_new(register_find("execution"));
	int64_t count = store_count(store, query, NULL);

	query_free(query);
	return count;
}

Test(catch_up, who_writes_is_not_waited_for)
{
	char folder[] = "/tmp/noria-XXXXXX", *path;
	struct store_new options = { .organisation = "Test" };
	struct record *check;
	struct error error = { 0 };
	struct store *store, *other;
	struct action *action;
	int64_t began;

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
	cr_assert(app_save(store, NULL, check, &error), "%s", error.message);
	record_free(check);
	other = store_open(path, 0, &error);
	cr_assert_not_null(other);
	action = action_begin(other, "set", &error);
	cr_assert_not_null(action);
	began = environment_clock_ms();
	catch_up(store);
	cr_expect_lt(environment_clock_ms() - began, NEVER_WAITED_MS);
	cr_expect_eq(missed(store), 0);
	action_rollback(action);
	catch_up(store);
	cr_expect_gt(missed(store), 0, "the next time it is raised");
	store_close(other);
	store_close(store);
	unlink(path);
	rmdir(folder);
	free(path);
}
