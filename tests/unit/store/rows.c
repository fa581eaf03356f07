/* What the rows of a window answer besides their cells: open, late, the level; whatever columns were asked for. */
#include "helper.h"

/* Rows of a register by what they are called, with the columns given, space between. */
static struct rows window_of(struct fixture *fixture, const char *name, const char *words)
{
	struct query *query = query_new(register_find(name));
	struct strings columns = { 0 };
	struct window window = { .query = query, .from = WINDOW_FIRST, .count = 100 };
	struct rows rows;

	strings_split(&columns, words);
	query_sort(query, "title", NULL);
	window.columns = (const char *const *)columns.items;
	window.column_count = columns.count;
	cr_assert(store_window(fixture->store, &window, &rows, &fixture->error), "%s", fixture->error.message);
	strings_free(&columns);
	query_free(query);
	return rows;
}

static void add_actions(struct fixture *fixture)
{
	/* The clock of the tests stands at 2026-11-24. */
	fixture_add(fixture, "action", "title", "a done in time or not", "status", "done", "due", "2026-11-01", NULL);
	fixture_add(fixture, "action", "title", "b late", "status", "ongoing", "due", "2026-11-23", NULL);
	fixture_add(fixture, "action", "title", "c due today", "status", "ongoing", "due", "2026-11-24", NULL);
	fixture_add(fixture, "action", "title", "d without a status", "due", "2026-11-01", NULL);
	fixture_add(fixture, "action", "title", "e without a day", "status", "ongoing", NULL);
}

Test(rows, late_needs_no_column)
{
	static const bool open[] = { false, true, true, true, true }, late[] = { false, true, false, true, false };
	static const char *const columns[] = { "title", "due", "due,title", "ref,due,status", "status,due" };
	struct fixture fixture;

	fixture_open(&fixture);
	add_actions(&fixture);
	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++) {
		struct rows rows = window_of(&fixture, "action", columns[c]);

		cr_assert_eq(rows.count, 5);
		for (size_t i = 0; i < rows.count; i++) {
			cr_expect_eq(rows.items[i].open, open[i], "%s: open, row %zu", columns[c], i);
			cr_expect_eq(rows.items[i].late, late[i], "%s: late, row %zu", columns[c], i);
		}
		rows_free(&rows);
	}
	fixture_close(&fixture);
}

/* What a row says and what the filters `late` and `open` let through are the same rows, in every register that has both. */
Test(rows, rows_and_filters_agree)
{
	struct fixture fixture;
	size_t asked = 0;

	fixture_open(&fixture);
	add_actions(&fixture);
	fixture_add(&fixture, "risk", "title", "reviewed late", "review", "2026-11-01", NULL);
	fixture_add(&fixture, "audit", "title", "planned long ago", "planned", "2026-01-01", NULL);
	fixture_add(&fixture, "person", "name", "Ada", NULL);
	for (size_t i = 0; dictionary[i]; i++) {
		static const char *const columns[] = { "ref" };
		struct query *all = query_new(dictionary[i]);
		struct window window = {
			.query = all, .columns = columns, .column_count = 1, .from = WINDOW_FIRST, .count = 100
		};
		struct rows rows;
		int64_t open = 0, late = 0;

		cr_assert(store_window(fixture.store, &window, &rows, &fixture.error));
		for (size_t j = 0; j < rows.count; j++) {
			open += rows.items[j].open;
			late += rows.items[j].late;
		}
		asked += rows.count;
		query_add(all, NULL, OP_OPEN, NULL);
		cr_expect_eq(store_count(fixture.store, all, NULL), open, "%s: open", dictionary[i]->name);
		query_add(all, NULL, OP_LATE, NULL);
		cr_expect_eq(store_count(fixture.store, all, NULL), late, "%s: late", dictionary[i]->name);
		rows_free(&rows);
		query_free(all);
	}
	cr_expect_geq(asked, 8);
	fixture_close(&fixture);
}

/* A day tells of the record that it stands in, which behind a reference is another than the row's. */
Test(rows, a_day_behind_a_reference_is_of_its_own_record)
{
	struct fixture fixture;
	const char *done, *begun;
	struct rows rows;

	fixture_open(&fixture);
	done = fixture_add(&fixture, "risk", "title", "x", NULL);
	begun = fixture_add(&fixture, "audit", "title", "long ago", "planned", "2026-01-01", "status", "planned", NULL);
	fixture_add(&fixture, "finding", "title", "a", "audit", begun, "status", "closed", "grade", "minor", NULL);
	fixture_set(&fixture, done, "review", "2026-11-30");
	rows = window_of(&fixture, "finding", "title,audit.planned");
	cr_assert_eq(rows.count, 1);
	cr_expect_not(rows.items[0].open);
	cr_expect_not(rows.items[0].late);
	cr_expect(rows.items[0].cells[1].late, "the audit is late, whatever became of its finding");
	cr_expect_not(rows.items[0].cells[0].late);
	rows_free(&rows);
	fixture_close(&fixture);
}

Test(rows, a_level_is_one_of_today)
{
	struct fixture fixture;
	struct rows rows;

	fixture_open(&fixture);
	fixture_add(&fixture, "risk", "title", "a rated", "current_likelihood", "5", "current_impact", "5", NULL);
	fixture_add(&fixture, "risk", "title", "b not rated", NULL);
	rows = window_of(&fixture, "risk", "current_level,title,current_impact");
	cr_assert_eq(rows.count, 2);
	cr_expect_gt(rows.items[0].cells[0].level, 0);
	cr_expect_eq(rows.items[0].cells[2].level, 0, "an impact is no level of risk");
	cr_expect_eq(rows.items[1].cells[0].level, 0);
	rows_free(&rows);
	fixture_close(&fixture);
}

/* A control that its catalogue no longer has recedes, and its line of the SoA with it; what was answered stays. */
Test(rows, what_is_gone_recedes_with_what_answers_for_it)
{
	static const bool left[] = { false, false, true };
	struct fixture fixture;
	struct rows controls, lines;
	size_t i, j, gone = 0;

	fixture_open(&fixture);
	fixture_set(&fixture, "mini:A.2", "withdrawn", "2026-11-20");
	controls = window_of(&fixture, "control", "title");
	cr_assert_eq(controls.count, 3);
	/* By title: Phishing drills, Policies, Roles. */
	for (i = 0; i < controls.count; i++)
		cr_expect_eq(controls.items[i].left, left[i], "%s", controls.items[i].ref);
	rows_free(&controls);
	lines = window_of(&fixture, "applicability", "control");
	cr_assert_eq(lines.count, 3);
	for (j = 0; j < lines.count; j++) {
		cr_expect_eq(
			lines.items[j].left, strcmp(lines.items[j].ref, "soa:mini:A.2") == 0, "%s", lines.items[j].ref);
		gone += lines.items[j].left;
	}
	cr_expect_eq(gone, 1);
	rows_free(&lines);
	fixture_close(&fixture);
}
