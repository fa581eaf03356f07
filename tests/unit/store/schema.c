/* The schema's digests, and the dictionary against the schema. */
#include "helper.h"

Test(schema, each_version_has_the_digest_of_its_text)
{
	int version;
	sqlite3 *db;

	cr_assert_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
	for (version = 1; version <= schema_version(); version++) {
		char digest[HASH_TEXT];

		cr_assert(schema_apply(db, version - 1, version));
		cr_assert(schema_digest(db, digest));
		cr_expect_str_eq(digest, migrations[version - 1].digest,
			"the digest of version %d is %s: make update-schema", version, digest);
	}
	sqlite3_close(db);
}

/* Everything in sqlite_schema, SQLite's own parts included, and where there are rows; the caller frees. */
static char *dump(sqlite3 *db)
{
	struct buffer text = { 0 };
	sqlite3_stmt *stmt;

	cr_assert_eq(sqlite3_prepare_v2(db,
			     "SELECT type, name, tbl_name, coalesce(sql, '-') FROM sqlite_schema ORDER BY type, name",
			     -1, &stmt, NULL),
		SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *type = (const char *)sqlite3_column_text(stmt, 0),
			   *name = (const char *)sqlite3_column_text(stmt, 1);

		buffer_printf(&text, "%s %s of %s: %s\n", type, name, sqlite3_column_text(stmt, 2),
			sqlite3_column_text(stmt, 3));
		if (strcmp(type, "table") == 0) {
			char *sql = xasprintf("SELECT count(*) FROM \"%s\"", name);
			sqlite3_stmt *count;

			cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &count, NULL), SQLITE_OK);
			cr_assert_eq(sqlite3_step(count), SQLITE_ROW);
			buffer_printf(&text, "%d rows\n", sqlite3_column_int(count, 0));
			sqlite3_finalize(count);
			free(sql);
		}
	}
	sqlite3_finalize(stmt);
	cr_assert_eq(sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &stmt, NULL), SQLITE_OK);
	cr_assert_eq(sqlite3_step(stmt), SQLITE_ROW);
	buffer_printf(&text, "version %d\n", sqlite3_column_int(stmt, 0));
	sqlite3_finalize(stmt);
	return buffer_take(&text);
}

Test(schema, a_new_file_is_what_one_of_version_1_becomes)
{
	sqlite3 *made, *migrated;
	char *one, *other;

	cr_expect_eq(whole_schema.version, schema_version(), "whole.sql is of version %d: make update-schema",
		whole_schema.version);
	cr_assert_eq(sqlite3_open(":memory:", &made), SQLITE_OK);
	cr_assert_eq(sqlite3_open(":memory:", &migrated), SQLITE_OK);
	cr_assert(schema_make(made));
	cr_assert(schema_apply(migrated, 0, schema_version()));
	one = dump(made);
	other = dump(migrated);
	cr_expect_str_eq(one, other, "make update-schema");
	free(one);
	free(other);
	one = schema_text(made);
	cr_assert(strstr(whole_schema.sql, one), "whole.sql is the text of its schema: make update-schema");
	free(one);
	sqlite3_close(made);
	sqlite3_close(migrated);
}

/* A schema of the newest version. */
static sqlite3 *schema_open(void)
{
	sqlite3 *db;

	cr_assert_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
	cr_assert(schema_make(db));
	return db;
}

/* To apply all migrations takes longer than to copy what they made. */
static sqlite3 *copy_of(sqlite3 *whole)
{
	sqlite3 *db;
	sqlite3_backup *backup;

	cr_assert_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
	backup = sqlite3_backup_init(db, "main", whole, "main");
	cr_assert(backup);
	cr_assert_eq(sqlite3_backup_step(backup, -1), SQLITE_DONE);
	cr_assert_eq(sqlite3_backup_finish(backup), SQLITE_OK);
	return db;
}

static void alter(sqlite3 *db, const char *sql)
{
	cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
}

Test(schema, is_what_the_dictionary_asks_for)
{
	sqlite3 *db = schema_open();
	char *differences = schema_compare(db);

	cr_expect_null(differences, "make update-schema:\n%s", differences);
	free(differences);
	sqlite3_close(db);
}

/* What is altered, and what schema_compare says: SQL that makes it whole, or a comment where a person must. */
Test(schema, what_it_lacks_is_told_as_sql)
{
	static const struct {
		const char *alter, *told;
		bool mends;
	} cases[] = {
		{ "DROP TABLE \"finding\"", "CREATE TABLE \"finding\"(\n", true },
		{ "ALTER TABLE \"incident\" DROP COLUMN \"response\"",
			"ALTER TABLE \"incident\" ADD COLUMN \"response\" TEXT;\n", true },
		{ "DROP INDEX \"incident.owner\"; ALTER TABLE \"incident\" DROP COLUMN \"owner\"",
			"ADD COLUMN \"owner\" INTEGER REFERENCES \"person\"(\"id\") DEFERRABLE INITIALLY DEFERRED;\n"
			"CREATE INDEX \"incident.owner\" ON \"incident\"(\"owner\");\n",
			true },
		{ "DROP INDEX \"incident.title\"; CREATE INDEX \"incident.title\" ON \"incident\"(\"title\")",
			"DROP INDEX \"incident.title\";\nCREATE INDEX \"incident.title\" ON \"incident\"(\"title_key\");\n",
			true },
		{ "DROP INDEX \"incident.title\"; ALTER TABLE \"incident\" DROP COLUMN \"title_key\"",
			"ADD COLUMN \"title_key\" TEXT NOT NULL DEFAULT '';\n-- Rows that have a \"title\" want its key",
			true },
		{ "ALTER TABLE \"incident\" ADD COLUMN \"colour\" TEXT",
			"-- \"incident\".\"colour\" is a column of no field.\n", false },
		{ "ALTER TABLE \"incident\" ADD COLUMN \"response_key\" TEXT NOT NULL DEFAULT ''",
			"-- \"incident\".\"response_key\" is a column of no field.\n", false },
		{ "ALTER TABLE \"incident\" DROP COLUMN \"response\"; ALTER TABLE \"incident\" ADD COLUMN \"response\" INTEGER",
			"-- \"incident\".\"response\" is INTEGER and should be TEXT", false },
	};
	sqlite3 *whole = schema_open();
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		sqlite3 *db = copy_of(whole);
		char *told, *again;

		alter(db, cases[i].alter);
		told = schema_compare(db);
		cr_assert(told, "%s", cases[i].alter);
		cr_expect(strstr(told, cases[i].told), "%s", told);
		alter(db, told);
		again = schema_compare(db);
		cr_expect_eq(!again, cases[i].mends, "%s", again ? again : cases[i].alter);
		free(again);
		free(told);
		sqlite3_close(db);
	}
	sqlite3_close(whole);
}

/* How SQLite means to run it, each step behind a line's end; freed by the caller. */
static char *plan_of(struct fixture *fixture, const char *sql)
{
	struct buffer plan = { 0 };
	char *explain = xasprintf("EXPLAIN QUERY PLAN %s", sql);
	sqlite3_stmt *stmt;

	cr_assert_eq(sqlite3_prepare_v2(fixture->store->db, explain, -1, &stmt, NULL), SQLITE_OK, "%s", sql);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		buffer_printf(&plan, "\n%s", (const char *)sqlite3_column_text(stmt, 3));
	cr_assert_gt(plan.length, 0, "%s", sql);
	sqlite3_finalize(stmt);
	free(explain);
	return plan.data;
}

/* Rows behind a key are found by an index, and none is sorted. */
static void expect_paged(struct fixture *fixture, const struct query *query, const char *sort)
{
	struct compiled compiled;
	char *sql, *plan;

	cr_assert(compile_query(fixture->store, query, &compiled, &fixture->error));
	sql = xasprintf("SELECT t.id %s WHERE %s AND %s > ?1 ORDER BY %s, t.id LIMIT 50", compiled.from.data,
		compiled.where.data, compiled.sort, compiled.sort);
	plan = plan_of(fixture, sql);
	cr_expect(
		!strstr(plan, "TEMP B-TREE") && !strstr(plan, "\nSCAN"), "%s by %s: %s", query->def->name, sort, plan);
	free(plan);
	free(sql);
	compiled_free(&compiled);
}

Test(schema, every_register_is_paged_in_its_own_order)
{
	struct fixture fixture;
	size_t i, ended = 0;

	fixture_open(&fixture);
	for (i = 0; dictionary[i]; i++) {
		struct query *query = query_new(dictionary[i]);

		query->ended_last = true;
		ended += dictionary[i]->ended != NULL;
		if (!(dictionary[i]->flags & REGISTER_FEW))
			expect_paged(&fixture, query, "its own order");
		query_free(query);
	}
	cr_expect_gt(ended, 10);
	fixture_close(&fixture);
}

Test(schema, every_sortable_field_is_paged_by_its_index)
{
	struct fixture fixture;
	size_t i, j;

	fixture_open(&fixture);
	for (i = 0; dictionary[i]; i++)
		for (j = 0; j <= dictionary[i]->field_count; j++) {
			const struct register_def *def = dictionary[i];
			const char *sort = j < def->field_count ? def->fields[j].name : "ref";
			struct query *query = query_new(def);

			if ((def->flags & REGISTER_FEW) ||
				(j < def->field_count &&
					(!(def->fields[j].flags & FIELD_SORT) || !field_is_stored(&def->fields[j])))) {
				query_free(query);
				continue;
			}
			cr_assert(query_sort(query, sort, &fixture.error));
			expect_paged(&fixture, query, sort);
			query_free(query);
		}
	fixture_close(&fixture);
}

/* In the tallies of these another field stands before the day, or they have two days. */
static bool is_by_all_days(const struct register_def *def)
{
	static const char *const names[] = { "competence", "execution", "incident", "action" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(def->name, names[i]) == 0)
			return true;
	return false;
}

/* The start asks each tally what is late: it reads the days that are past, not those that come. */
Test(schema, what_is_late_is_a_range_of_a_tally)
{
	struct fixture fixture;
	size_t i, tallies = 0;

	fixture_open(&fixture);
	for (i = 0; dictionary[i]; i++) {
		struct query *query = query_new(dictionary[i]);
		const struct tally_def *tally;
		struct buffer where = { 0 };
		struct strings binds = { 0 };
		char *sql, *plan;

		query_add(query, NULL, OP_LATE, NULL);
		tally = register_can_be_late(dictionary[i]) ? compile_tally(query) : NULL;
		if (tally) {
			tallies++;
			compile_tally_where(fixture.store, query, tally, &where, &binds);
			sql = xasprintf("SELECT sum(\"n\") FROM \"tally\" WHERE %s", where.data);
			plan = plan_of(&fixture, sql);
			cr_expect_neq(strstr(plan, ">? AND k") != NULL, is_by_all_days(dictionary[i]), "%s: %s%s",
				dictionary[i]->name, sql, plan);
			free(plan);
			free(sql);
		}
		buffer_free(&where);
		strings_free(&binds);
		query_free(query);
	}
	cr_expect_gt(tallies, 10);
	fixture_close(&fixture);
}
