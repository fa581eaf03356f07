/*
 * The schema: versions, and the proof that a file has ours.  The text of
 * sqlite_schema is compared through its BLAKE2b digest (a third of SHA-256's time, and paid at every start), so a file with a trigger, a view
 * or a changed table is refused before anything of it runs.
 */
#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

int schema_version(void)
{
	int version = 0;

	while (migrations[version].sql)
		version++;
	return version;
}

/* The tables that FTS5 keeps behind the table search; their text is SQLite's own and may differ between its versions. */
static bool is_search_part(const char *type, const char *name)
{
	static const char *const parts[] = { "search_data", "search_idx", "search_content", "search_docsize",
		"search_config" };
	size_t i;

	if (strcmp(type, "table") != 0)
		return false;
	for (i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (strcmp(name, parts[i]) == 0)
			return true;
	return false;
}

/* One table, index or view: its type, name and text, each with its NUL, as they lie one behind another. */
struct part {
	size_t at, length;
	const char *text;
};

static int by_type_and_name(const void *a, const void *b)
{
	const char *one = ((const struct part *)a)->text, *other = ((const struct part *)b)->text;
	int order = strcmp(one, other);

	return order ? order : strcmp(one + strlen(one) + 1, other + strlen(other) + 1);
}

static void digest_parts(struct buffer *all, struct part *parts, size_t count, char digest[HASH_TEXT])
{
	struct buffer sorted = { 0 };
	size_t i;

	for (i = 0; i < count; i++)
		parts[i].text = all->data + parts[i].at;
	if (count)
		qsort(parts, count, sizeof *parts, by_type_and_name);
	for (i = 0; i < count; i++)
		buffer_add_bytes(&sorted, parts[i].text, parts[i].length);
	hash_text(sorted.data, sorted.length, digest);
	buffer_free(&sorted);
}

bool schema_digest(sqlite3 *db, char digest[HASH_TEXT])
{
	/* Every start pays for it: SQLite would take three times as long to sort them. */
	static const char sql[] = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL";
	struct buffer all = { 0 };
	struct part *parts = NULL;
	size_t count = 0;
	sqlite3_stmt *stmt;
	int code;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
		return false;
	while ((code = sqlite3_step(stmt)) == SQLITE_ROW) {
		const char *type = (const char *)sqlite3_column_text(stmt, 0),
			   *name = (const char *)sqlite3_column_text(stmt, 1),
			   *text = (const char *)sqlite3_column_text(stmt, 2);
		size_t before = all.length;

		if (!type || !name || !text || is_search_part(type, name) || strncmp(name, "sqlite_stat", 11) == 0)
			continue;
		buffer_add_bytes(&all, type, strlen(type) + 1);
		buffer_add_bytes(&all, name, strlen(name) + 1);
		buffer_add_bytes(&all, text, strlen(text) + 1);
		if (count % 64 == 0)
			parts = xreallocarray(parts, count + 64, sizeof *parts);
		parts[count++] = (struct part){ .at = before, .length = all.length - before };
	}
	sqlite3_finalize(stmt);
	digest_parts(&all, parts, count, digest);
	free(parts);
	buffer_free(&all);
	return code == SQLITE_DONE;
}

/* Runs what brings the schema to the version. */
static bool bring_to(sqlite3 *db, int version, const char *sql)
{
	char *pragma = xasprintf("PRAGMA user_version = %d", version);
	bool ok = sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK &&
		  sqlite3_exec(db, pragma, NULL, NULL, NULL) == SQLITE_OK;

	if (!ok)
		environment_log("schema %d: %s", version, sqlite3_errmsg(db));
	free(pragma);
	return ok;
}

bool schema_apply(sqlite3 *db, int from, int to)
{
	int version;

	for (version = from + 1; version <= to; version++)
		if (!bring_to(db, version, migrations[version - 1].sql))
			return false;
	return true;
}

bool schema_make(sqlite3 *db)
{
	int version = whole_schema.version;

	return (!version || bring_to(db, version, whole_schema.sql)) && schema_apply(db, version, schema_version());
}

char *schema_text(sqlite3 *db)
{
	static const char sql[] = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid";
	struct buffer text = { 0 };
	sqlite3_stmt *stmt;
	int code;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
		return NULL;
	while ((code = sqlite3_step(stmt)) == SQLITE_ROW) {
		const char *type = (const char *)sqlite3_column_text(stmt, 0),
			   *name = (const char *)sqlite3_column_text(stmt, 1);

		if (!is_search_part(type, name) && strncmp(name, "sqlite_", 7) != 0)
			buffer_printf(&text, "%s;\n", (const char *)sqlite3_column_text(stmt, 2));
	}
	sqlite3_finalize(stmt);
	if (code == SQLITE_DONE)
		return buffer_take(&text);
	buffer_free(&text);
	return NULL;
}

bool schema_is_known(sqlite3 *db, int version, bool *read)
{
	char digest[HASH_TEXT];

	*read = schema_digest(db, digest);
	if (!*read)
		return false;
	if (strcmp(digest, migrations[version - 1].digest) == 0)
		return true;
	environment_log("schema %d: digest %s", version, digest);
	return false;
}
