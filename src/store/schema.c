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

/* A text in a row of sqlite_schema, as it lies in the page: without a NUL, and good until the next step. */
struct name {
	const char *text;
	size_t length;
};

static struct name name_of(sqlite3_stmt *stmt, int column)
{
	/* As text SQLite would copy each of them for its NUL. */
	const char *text = sqlite3_column_blob(stmt, column);

	return (struct name){ text ? text : "", text ? (size_t)sqlite3_column_bytes(stmt, column) : 0 };
}

static bool is_name(struct name name, const char *text)
{
	return name.length == strlen(text) && memcmp(name.text, text, name.length) == 0;
}

/* The tables that FTS5 keeps behind the table search; their text is SQLite's own and may differ between its versions. */
static bool is_search_part(struct name type, struct name name)
{
	static const char *const parts[] = { "search_data", "search_idx", "search_content", "search_docsize",
		"search_config" };
	size_t i;

	if (!is_name(type, "table"))
		return false;
	for (i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (is_name(name, parts[i]))
			return true;
	return false;
}

/* What ANALYZE counted. */
static bool is_statistics(struct name name)
{
	static const char begin[] = "sqlite_stat";

	return name.length >= sizeof begin - 1 && memcmp(name.text, begin, sizeof begin - 1) == 0;
}

/* One table, index or view: its type, name and text, each with its NUL, as they lie one behind another. */
struct part {
	size_t at, length;
	const char *text;
};

/* The NUL behind a type or a name goes before any letter, so that what lies one behind another is compared at once. */
static int by_type_and_name(const void *a, const void *b)
{
	const struct part *one = a, *other = b;

	return memcmp(one->text, other->text, one->length < other->length ? one->length : other->length);
}

static void digest_parts(const struct buffer *all, struct part *parts, size_t count, char digest[HASH_TEXT])
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

/* Appends the three, each with a NUL. */
static void add_part(struct buffer *all, const struct name names[3])
{
	size_t length = names[0].length + names[1].length + names[2].length + 3, i;
	char *at;

	buffer_reserve(all, length);
	for (i = 0, at = all->data + all->length; i < 3; i++, at++) {
		memcpy(at, names[i].text, names[i].length);
		at += names[i].length;
		*at = '\0';
	}
	all->length += length;
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
		struct name names[3] = { name_of(stmt, 0), name_of(stmt, 1), name_of(stmt, 2) };
		size_t before = all.length;

		if (is_search_part(names[0], names[1]) || is_statistics(names[1]))
			continue;
		add_part(&all, names);
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
		if (!is_search_part(name_of(stmt, 0), name_of(stmt, 1)) &&
			strncmp((const char *)sqlite3_column_text(stmt, 1), "sqlite_", 7) != 0)
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
