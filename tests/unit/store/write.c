/* The row that is written: every field in its own column, with the key that follows from it. */
#include "helper.h"

/* The raw columns of a record, as "value|key". */
static char *raw(struct fixture *fixture, const char *name, const char *ref, const char *field)
{
	char *sql = xasprintf(
		"SELECT ifnull(\"%s\", '-') || '|' || \"%s_key\" FROM \"%s\" WHERE \"id\" = ?1", field, field, name);
	sqlite3_stmt *stmt = statement(fixture->store, sql, &fixture->error);
	char *text;

	cr_assert(stmt, "%s", fixture->error.message);
	sqlite3_bind_int64(stmt, 1, store_find(fixture->store, ref, NULL));
	cr_assert(statement_row(fixture->store, stmt));
	text = xstrdup((const char *)sqlite3_column_text(stmt, 0));
	strings_take(&fixture->kept, text);
	statement_end(fixture->store, stmt);
	free(sql);
	return text;
}

/* As many fields as one change may have, next to each other in the table and far apart. */
Test(write, a_change_of_several_fields_puts_each_into_its_column)
{
	static const char *const pairs[][2] = { { "title", "Mend the door" }, { "kind", "corrective" },
		{ "start", "2026-01-02" }, { "due", "2026-03-04" }, { "progress", "35" }, { "status", "ongoing" } };
	const size_t count = sizeof pairs / sizeof *pairs;
	struct fixture fixture;
	const char *ref;

	fixture_open(&fixture);
	/* Every set of them. */
	for (unsigned set = 1; set < 1u << count; set++) {
		struct record *before, *record;

		ref = fixture_add(&fixture, "action", "title", "x", NULL);
		before = store_record_by_ref(fixture.store, ref, &fixture.error);
		record = record_copy(before);
		for (size_t i = 0; i < count; i++)
			if (set & 1u << i)
				record_set(record, pairs[i][0], pairs[i][1]);
		cr_assert(store_set(fixture.store, before, record, &fixture.error), "%s", fixture.error.message);
		for (size_t i = 0; i < count; i++) {
			const char *old = record_get(before, pairs[i][0]);

			cr_expect_str_eq(fixture_get(&fixture, ref, pairs[i][0]),
				set & 1u << i ? pairs[i][1]
				: old         ? old
					      : "",
				"%s in set %u", pairs[i][0], set);
		}
		record_free(before);
		record_free(record);
	}
	fixture_check(&fixture);
	fixture_close(&fixture);
}

/* What nobody translated sorts by what is shown in its place, also after that was changed. */
Test(write, the_key_of_a_translation_follows_its_original)
{
	struct fixture fixture;

	fixture_open(&fixture);
	cr_expect_str_eq(raw(&fixture, "control", "mini:A.1", "title_fr"), "-|policies");
	fixture_set(&fixture, "mini:A.1", "title", "Rules");
	cr_expect_str_eq(raw(&fixture, "control", "mini:A.1", "title"), "Rules|rules");
	cr_expect_str_eq(raw(&fixture, "control", "mini:A.1", "title_fr"), "-|rules");
	fixture_set(&fixture, "mini:A.1", "title_fr", "Politiques");
	cr_expect_str_eq(raw(&fixture, "control", "mini:A.1", "title_fr"), "Politiques|politiques");
	fixture_set(&fixture, "mini:A.1", "title", "Policies");
	cr_expect_str_eq(raw(&fixture, "control", "mini:A.1", "title_fr"), "Politiques|politiques");
	fixture_set(&fixture, "mini:A.1", "title_fr", NULL);
	cr_expect_str_eq(raw(&fixture, "control", "mini:A.1", "title_fr"), "-|policies");
	fixture_check(&fixture);
	fixture_close(&fixture);
}
