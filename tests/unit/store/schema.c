/* The schema's digests, and the dictionary against the schema. */
#include "helper.h"

Test(schema, each_version_has_the_digest_of_its_text)
{
	int version;

	for (version = 1; version <= schema_version(); version++) {
		char digest[HASH_TEXT];
		sqlite3 *db;

		cr_assert_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
		cr_assert(schema_apply(db, 0, version));
		cr_assert(schema_digest(db, digest));
		cr_expect_str_eq(digest, migrations[version - 1].digest,
			"the digest of version %d is %s; see src/store/migrations.h", version, digest);
		sqlite3_close(db);
	}
}

static bool has_column(sqlite3 *db, const char *table, const char *column)
{
	char *sql = xasprintf("SELECT 1 FROM pragma_table_info('%s') WHERE name = '%s'", table, column);
	sqlite3_stmt *stmt;
	bool found;

	cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	found = sqlite3_step(stmt) == SQLITE_ROW;
	sqlite3_finalize(stmt);
	free(sql);
	return found;
}

Test(schema, every_stored_field_of_the_dictionary_has_its_column)
{
	struct fixture fixture;
	size_t i, j;

	fixture_open(&fixture);
	for (i = 0; dictionary[i]; i++) {
		const struct register_def *def = dictionary[i];
		char *count = xasprintf("SELECT count(*) FROM pragma_table_info('%s')", def->name);
		int64_t columns = store_integer(fixture.store, count, 0), expected = 5;

		free(count);
		for (j = 0; j < def->field_count; j++) {
			const struct field_def *field = &def->fields[j];
			char *key = xasprintf("%s_key", field->name),
			     *index = xasprintf(
				     "SELECT count(*) FROM sqlite_schema WHERE name = '%s.%s'", def->name, field->name);

			cr_expect_eq(has_column(fixture.store->db, def->name, field->name), field_is_stored(field),
				"%s.%s", def->name, field->name);
			cr_expect_eq(has_column(fixture.store->db, def->name, key), field_has_key(field), "%s.%s",
				def->name, key);
			if (field_is_stored(field) && ((field->flags & FIELD_SORT) || field_is_reference(field)))
				cr_expect_eq(store_integer(fixture.store, index, 0), 1, "an index for %s.%s", def->name,
					field->name);
			expected += field_is_stored(field) + field_has_key(field);
			free(key);
			free(index);
		}
		cr_expect_eq(columns, expected, "%s has %d columns, the dictionary wants %d", def->name, (int)columns,
			(int)expected);
	}
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
			struct compiled compiled;
			sqlite3_stmt *stmt;
			char *sql;

			if (j < def->field_count &&
				(!(def->fields[j].flags & FIELD_SORT) || !field_is_stored(&def->fields[j]))) {
				query_free(query);
				continue;
			}
			cr_assert(query_sort(query, sort, &fixture.error));
			cr_assert(compile_query(fixture.store, query, &compiled, &fixture.error));
			sql = xasprintf(
				"EXPLAIN QUERY PLAN SELECT t.id %s WHERE %s AND %s > ?1 ORDER BY %s, t.id LIMIT 50",
				compiled.from.data, compiled.where.data, compiled.sort, compiled.sort);
			cr_assert_eq(sqlite3_prepare_v2(fixture.store->db, sql, -1, &stmt, NULL), SQLITE_OK, "%s", sql);
			while (sqlite3_step(stmt) == SQLITE_ROW) {
				const char *detail = (const char *)sqlite3_column_text(stmt, 3);

				cr_expect(!strstr(detail, "TEMP B-TREE") && strncmp(detail, "SCAN", 4) != 0,
					"%s by %s: %s", def->name, sort, detail);
			}
			sqlite3_finalize(stmt);
			free(sql);
			compiled_free(&compiled);
			query_free(query);
		}
	fixture_close(&fixture);
}
