/* The text of a reference is one, whoever shows it. */
#include "helper.h"

#define ELSEWHERE "{asset|11111111-1111-4111-8111-111111111111|AS-99|Other%2c server}"
#define NAMELESS "{asset|11111111-1111-4111-8111-111111111112|AS-98|}"

static void expect_text(struct fixture *fixture, const char *element, enum reference_form form, const char *expected)
{
	char *text = store_reference(fixture->store, element, form);

	cr_expect_str_eq(text, expected);
	free(text);
}

/* What a list shows in that column of the only record that has the title. */
static void expect_cell(struct fixture *fixture, const char *title, const char *column, const char *expected)
{
	const char *const columns[] = { column };
	struct query *query = query_new(register_find("risk"));
	struct window window = {
		.query = query, .columns = columns, .column_count = 1, .from = WINDOW_FIRST, .count = 1
	};
	struct rows rows;

	query_add(query, "title", OP_EQUAL, title);
	cr_assert(store_window(fixture->store, &window, &rows, &fixture->error));
	cr_assert_eq(rows.count, 1);
	cr_expect_str_eq(rows.items[0].cells[0].text, expected);
	rows_free(&rows);
	query_free(query);
}

Test(reference, has_ref_and_title_or_what_there_is_of_them)
{
	struct fixture fixture;

	fixture_open(&fixture);
	fixture_add(&fixture, "asset", "name", "Server", NULL);
	expect_text(&fixture, "AS-1", REFERENCE_WHOLE, "AS-1 Server");
	expect_text(&fixture, "AS-1", REFERENCE_READ, "AS-1 Server");
	expect_text(&fixture, "AS-1", REFERENCE_TITLE, "Server");
	expect_text(&fixture, "AS-1", REFERENCE_REF, "AS-1");
	expect_text(&fixture, ELSEWHERE, REFERENCE_WHOLE, "AS-99 Other, server (not in this file)");
	expect_text(&fixture, ELSEWHERE, REFERENCE_TITLE, "Other, server (not in this file)");
	expect_text(&fixture, ELSEWHERE, REFERENCE_REF, "AS-99 (not in this file)");
	expect_text(&fixture, NAMELESS, REFERENCE_WHOLE, "AS-98 (not in this file)");
	expect_text(&fixture, NAMELESS, REFERENCE_TITLE, "AS-98 (not in this file)");
	/* It never was one. */
	expect_text(&fixture, "AS-7", REFERENCE_WHOLE, "AS-7");
	fixture_remove(&fixture, "AS-1");
	expect_text(&fixture, "AS-1", REFERENCE_WHOLE, "AS-1 (deleted)");
	expect_text(&fixture, "AS-1", REFERENCE_TITLE, "AS-1 (deleted)");
	fixture_close(&fixture);
}

Test(reference, to_who_only_reads_names_people_and_shortens_the_controls_of_the_soa)
{
	struct fixture fixture;

	fixture_open(&fixture);
	fixture_add(&fixture, "person", "name", "Jane", NULL);
	expect_text(&fixture, "P-1", REFERENCE_WHOLE, "P-1 Jane");
	expect_text(&fixture, "P-1", REFERENCE_READ, "Jane");
	expect_text(&fixture, "mini:A.2", REFERENCE_WHOLE, "mini:A.2 Roles");
	expect_text(&fixture, "mini:A.2", REFERENCE_READ, "A.2 Roles");
	expect_text(&fixture, "mini:A.2", REFERENCE_REF, "A.2");
	fixture_close(&fixture);
}

Test(reference, in_a_list_is_the_same)
{
	struct fixture fixture;

	fixture_open(&fixture);
	fixture_add(&fixture, "asset", "name", "Server", NULL);
	fixture_add(&fixture, "risk", "title", "one", "asset", "AS-1", "controls", "A.2,A.10", NULL);
	fixture_add(&fixture, "risk", "title", "two", "asset", ELSEWHERE, "controls",
		"A.2,{control|11111111-1111-4111-8111-111111111113|Z:A.1|Away}", NULL);
	fixture_add(&fixture, "risk", "title", "three", "asset", NAMELESS, NULL);
	fixture_add(&fixture, "risk", "title", "four", NULL);
	expect_cell(&fixture, "one", "asset", "Server");
	expect_cell(&fixture, "one", "controls", "A.2, A.10");
	expect_cell(&fixture, "two", "asset", "Other, server (not in this file)");
	expect_cell(&fixture, "two", "controls", "A.2, Z:A.1 (not in this file)");
	expect_cell(&fixture, "three", "asset", "AS-98 (not in this file)");
	expect_cell(&fixture, "four", "asset", "");
	fixture_close(&fixture);
}

Test(reference, of_a_composed_ref_is_kept_whole)
{
	struct fixture fixture;

	fixture_open(&fixture);
	fixture_add(&fixture, "requirement", "catalogue", "mini", "number", "6.1", "title", "Actions", NULL);
	fixture_add(&fixture, "evidence", "title", "Minutes", "requirement", "6.1", NULL);
	cr_expect_str_eq(fixture_get(&fixture, "EV-1", "requirement"), "mini:6.1");
	fixture_check(&fixture);
	fixture_close(&fixture);
}
