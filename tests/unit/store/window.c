/* Lists in windows: whatever the sort, every way through a list gives the same rows, each at its place. */
#include "helper.h"

#define ROWS 40
#define WINDOW 7

struct line {
	int64_t id;
	const char *value; /* of the field sorted by; NULL: empty */
};

static int by_value(const void *a, const void *b)
{
	const struct line *left = a, *right = b;
	int order = !left->value || !right->value ? (left->value != NULL) - (right->value != NULL)
						  : strcmp(left->value, right->value);

	return order ? order : (left->id > right->id) - (left->id < right->id);
}

/* The rows of a window are those of the list from `first` on. */
static void expect_rows(struct fixture *fixture, const struct window *window, const struct line *lines, size_t first,
	size_t count, struct rows *rows)
{
	size_t i;

	cr_assert(store_window(fixture->store, window, rows, &fixture->error), "%s", fixture->error.message);
	cr_assert_eq(rows->count, count, "%zu rows, %zu expected from %zu on (way %d)", rows->count, count, first,
		(int)window->from);
	for (i = 0; i < count; i++)
		cr_assert_eq(rows->items[i].id, lines[first + i].id, "way %d: row %zu", (int)window->from, first + i);
}

static void one_row(struct fixture *fixture, const struct query *query, const struct row *row, const char *key,
	const struct line *lines, size_t count, size_t i)
{
	struct window window = { .query = query, .key = key, .id = row->id, .count = WINDOW };
	size_t before = i < WINDOW ? i : WINDOW, after = count - i - 1 < WINDOW ? count - i - 1 : WINDOW;
	struct rows rows;
	char *again;

	cr_expect_eq(store_position(fixture->store, query, key, row->id, &fixture->error), (int64_t)i);
	cr_assert(store_key(fixture->store, query, row->id, &again, &fixture->error));
	cr_expect((!key && !again) || (key && again && strcmp(key, again) == 0));
	free(again);
	window.from = WINDOW_BEFORE;
	expect_rows(fixture, &window, lines, i - before, before, &rows);
	rows_free(&rows);
	window.from = WINDOW_AFTER;
	expect_rows(fixture, &window, lines, i + 1, after, &rows);
	rows_free(&rows);
	window.from = WINDOW_FROM;
	expect_rows(fixture, &window, lines, i, after < WINDOW ? after + 1 : WINDOW, &rows);
	rows_free(&rows);
}

static void walk(struct fixture *fixture, const struct query *query, const struct line *lines, size_t count)
{
	struct window all = { .query = query, .from = WINDOW_FIRST, .count = 2 * ROWS };
	struct rows rows, some;
	size_t i;

	expect_rows(fixture, &all, lines, 0, count, &rows);
	all.count = WINDOW;
	expect_rows(fixture, &all, lines, 0, WINDOW, &some);
	rows_free(&some);
	all.from = WINDOW_LAST;
	expect_rows(fixture, &all, lines, count - WINDOW, WINDOW, &some);
	rows_free(&some);
	cr_expect_eq(store_count(fixture->store, query, &fixture->error), (int64_t)count);
	for (i = 0; i < count; i++)
		one_row(fixture, query, &rows.items[i], rows.items[i].key, lines, count, i);
	rows_free(&rows);
}

static void both_ways(struct fixture *fixture, const char *sort, const char *filter, struct line *lines, size_t count)
{
	struct query *query = query_new(register_find("incident"));
	size_t i;

	if (filter)
		cr_assert(query_parse(query, store_context(fixture->store), filter, &fixture->error), "%s",
			fixture->error.message);
	cr_assert(query_sort(query, sort, &fixture->error), "%s", fixture->error.message);
	qsort(lines, count, sizeof *lines, by_value);
	query->descending = false;
	walk(fixture, query, lines, count);
	for (i = 0; i < count / 2; i++) {
		struct line swap = lines[i];

		lines[i] = lines[count - 1 - i];
		lines[count - 1 - i] = swap;
	}
	query->descending = true;
	walk(fixture, query, lines, count);
	query_free(query);
}

/* Few values, so that many rows share one; some are empty. */
Test(window, every_way_through_a_list_is_the_same_list)
{
	static const char *const titles[] = { "ash", "beech", "cedar" };
	static const char *const days[] = { "2026-11-01T08:00:00Z", NULL, "2026-10-01T08:00:00Z",
		"2026-11-02T08:00:00Z" };
	struct line by_title[ROWS], by_day[ROWS], by_ref[ROWS], beeches[ROWS];
	struct fixture fixture;
	size_t i, count = 0;

	fixture_open(&fixture);
	for (i = 0; i < ROWS; i++) {
		const char *ref = fixture_add(
			&fixture, "incident", "title", titles[i * 7 % 3], "detected", days[i * 5 % 4], NULL);
		int64_t id = store_find(fixture.store, ref, NULL);

		by_title[i] = (struct line){ id, titles[i * 7 % 3] };
		by_day[i] = (struct line){ id, days[i * 5 % 4] };
		by_ref[i] = (struct line){ id, "" };
		if (i * 7 % 3 == 1)
			beeches[count++] = by_day[i];
	}
	both_ways(&fixture, "title", NULL, by_title, ROWS);
	both_ways(&fixture, "detected", NULL, by_day, ROWS);
	both_ways(&fixture, "ref", NULL, by_ref, ROWS);
	both_ways(&fixture, "detected", "title=beech", beeches, count);
	fixture_close(&fixture);
}

/* What is done with comes last, in the same order; who chose another order has that one. */
Test(window, what_is_done_with_stands_below)
{
	static const struct {
		const char *status, *due, *value;
	} cases[] = {
		{ "planned", "2026-12-01", "02026-12-01" },
		{ "done", "2026-10-01", "12026-10-01" },
		{ "ongoing", NULL, "0~" },
		{ "cancelled", NULL, "1~" },
		{ NULL, "2026-11-01", "02026-11-01" },
		{ "done", "2026-12-01", "12026-12-01" },
		{ "ongoing", "2026-10-01", "02026-10-01" },
	};
	struct line lines[ROWS];
	struct fixture fixture;
	struct window window = { .from = WINDOW_FIRST, .count = 1 };
	struct rows rows;
	struct query *query;
	size_t i;

	fixture_open(&fixture);
	for (i = 0; i < ROWS; i++) {
		size_t k = i * 5 % 7;
		const char *ref = fixture_add(
			&fixture, "action", "title", "To do", "status", cases[k].status, "due", cases[k].due, NULL);

		lines[i] = (struct line){ store_find(fixture.store, ref, NULL), cases[k].value };
	}
	qsort(lines, ROWS, sizeof *lines, by_value);
	query = query_new(register_find("action"));
	query->ended_last = true;
	walk(&fixture, query, lines, ROWS);
	/* Chosen, the register's own order is the same; turned, it is one of days alone. */
	cr_assert(query_sort(query, "due", &fixture.error));
	walk(&fixture, query, lines, ROWS);
	query->descending = true;
	window.query = query;
	cr_assert(store_window(fixture.store, &window, &rows, &fixture.error));
	cr_expect_str_eq(rows.items[0].key, "2026-12-01");
	rows_free(&rows);
	/* For scripts the order is of days alone. */
	query->descending = query->ended_last = false;
	cr_assert(store_window(fixture.store, &window, &rows, &fixture.error));
	cr_expect(!rows.items[0].key);
	rows_free(&rows);
	query_free(query);
	fixture_close(&fixture);
}

static bool take_title(void *user, const char *title)
{
	struct strings *titles = user;

	strings_add(titles, title);
	return titles->count < 3;
}

Test(titles, of_a_register)
{
	struct fixture fixture;
	struct strings titles = { 0 };

	fixture_open(&fixture);
	fixture_add(&fixture, "person", "name", "Jeanne Roy", NULL);
	fixture_add(&fixture, "person", "name", "Karim Benali", NULL);
	cr_assert(store_each_title(fixture.store, register_find("person"), take_title, &titles, &fixture.error));
	cr_expect_eq(titles.count, 2);
	cr_expect(strings_contain(&titles, "Jeanne Roy"));
	cr_expect(strings_contain(&titles, "Karim Benali"));
	strings_free(&titles);
	/* Who has enough is asked no more. */
	fixture_add(&fixture, "person", "name", "Ana Silva", NULL);
	fixture_add(&fixture, "person", "name", "Li Wei", NULL);
	cr_assert(store_each_title(fixture.store, register_find("person"), take_title, &titles, &fixture.error));
	cr_expect_eq(titles.count, 3);
	strings_free(&titles);
	/* A value that is none is told, and not handed on. */
	cr_assert_eq(sqlite3_exec(fixture.store->db, "UPDATE \"person\" SET \"name\" = CAST(x'ff41' AS TEXT)", NULL,
			     NULL, NULL),
		SQLITE_OK);
	cr_expect_not(store_each_title(fixture.store, register_find("person"), take_title, &titles, &fixture.error));
	cr_expect_eq(titles.count, 0);
	strings_free(&titles);
	error_clear(&fixture.error);
	fixture_close(&fixture);
}
