/*
 * The schema: versions, and the proof that a file has ours.  The text of
 * sqlite_schema is compared through its BLAKE2b digest (a third of SHA-256's time, and paid at every start), so a file with a trigger, a view
 * or a changed table is refused before anything of it runs.
 */
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

bool schema_digest(sqlite3 *db, char digest[HASH_TEXT])
{
	static const char sql[] = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name";
	struct buffer all = { 0 };
	sqlite3_stmt *stmt;
	int code;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
		return false;
	while ((code = sqlite3_step(stmt)) == SQLITE_ROW) {
		const char *type = (const char *)sqlite3_column_text(stmt, 0),
			   *name = (const char *)sqlite3_column_text(stmt, 1),
			   *text = (const char *)sqlite3_column_text(stmt, 2);

		if (!type || !name || !text || is_search_part(type, name) || strncmp(name, "sqlite_stat", 11) == 0)
			continue;
		buffer_add_bytes(&all, type, strlen(type) + 1);
		buffer_add_bytes(&all, name, strlen(name) + 1);
		buffer_add_bytes(&all, text, strlen(text) + 1);
	}
	sqlite3_finalize(stmt);
	hash_text(all.data, all.length, digest);
	buffer_free(&all);
	return code == SQLITE_DONE;
}

bool schema_apply(sqlite3 *db, int from, int to)
{
	int version;

	for (version = from + 1; version <= to; version++) {
		char *pragma = xasprintf("PRAGMA user_version = %d", version);
		bool ok = sqlite3_exec(db, migrations[version - 1].sql, NULL, NULL, NULL) == SQLITE_OK &&
			  sqlite3_exec(db, pragma, NULL, NULL, NULL) == SQLITE_OK;

		if (!ok)
			environment_log("migration %d: %s", version, sqlite3_errmsg(db));
		free(pragma);
		if (!ok)
			return false;
	}
	return true;
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
