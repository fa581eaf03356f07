/*
 * Versions of what a record says: the threshold of a method stands in a register of its own,
 * each with its day, and the last whose day has come is the one in force (struct field_def,
 * versions).  As long as there is none, what the method came with counts.
 */
#include <string.h>

#include "store/internal.h"

/* "threshold" of "threshold.level". */
static const struct register_def *holder(const struct field_def *field)
{
	char *name = xstrndup(field_source(field)->versions, strcspn(field_source(field)->versions, "."));
	const struct register_def *def = register_find(name);

	free(name);
	return def;
}

const struct register_def *versions_of(const struct register_def *def)
{
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (field_source(&def->fields[i])->versions)
			return holder(&def->fields[i]);
	return NULL;
}

/* The reference by which a version names whose it is: its first one. */
const struct field_def *version_of_whom(const struct register_def *versions)
{
	size_t i;

	for (i = 0; versions->fields[i].type->storage != STORED_REFERENCE; i++)
		;
	return &versions->fields[i];
}

char *version_sql(const struct field_def *field, const char *alias, const char *day)
{
	const struct register_def *versions = holder(field);
	char *which = xasprintf("FROM \"%s\" v WHERE v.\"%s\" = %s.\"id\" AND v.\"date\" <= %s",
		     register_table(versions), version_of_whom(versions)->name, alias, day),
	     *sql = xasprintf(
		     "CASE WHEN EXISTS(SELECT 1 %s) THEN (SELECT v.\"%s\" %s ORDER BY v.\"date\" DESC, v.\"created\" DESC, v.\"id\" DESC LIMIT 1) ELSE %s.\"%s\" END",
		     which, strchr(field_source(field)->versions, '.') + 1, which, alias, field->name);

	free(which);
	return sql;
}

/* Asked of the file itself: who reads the context reads through here. */
void version_today(struct store *store, char day[11])
{
	sqlite3_stmt *stmt =
		statement(store, "SELECT \"time_zone\" FROM \"organisation\" ORDER BY \"id\" LIMIT 1", NULL);
	char *zone = statement_row(store, stmt) ? xstrdup(row_text_or_null(store, stmt, 0)) : NULL;
	struct date today = environment_today(zone);

	statement_end(store, stmt);
	date_format(&today, day);
	free(zone);
}

/* The id of the version in force; 0: none. */
int64_t version_in_force(struct store *store, const struct register_def *versions, int64_t of)
{
	char *sql = xasprintf(
		"SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ?1 AND \"date\" <= ?2 ORDER BY \"date\" DESC, \"created\" DESC, \"id\" DESC LIMIT 1",
		register_table(versions), version_of_whom(versions)->name);
	sqlite3_stmt *stmt = statement(store, sql, NULL);
	int64_t id = 0;
	char today[11];

	free(sql);
	version_today(store, today);
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, of);
		bind_text(store, stmt, 2, today);
		if (statement_row(store, stmt))
			id = sqlite3_column_int64(stmt, 0);
	}
	statement_end(store, stmt);
	return id;
}

int threshold_on(struct store *store, int64_t method, const char *day)
{
	const struct field_def *field = register_field(register_find("method"), "threshold");
	char *value = version_sql(field, "t", "?2"),
	     *sql = xasprintf("SELECT %s FROM \"method\" t WHERE t.\"id\" = ?1", value);
	sqlite3_stmt *stmt = statement(store, sql, NULL);
	int64_t level = 0;

	if (stmt) {
		sqlite3_bind_int64(stmt, 1, method);
		bind_text(store, stmt, 2, day);
		if (statement_row(store, stmt))
			level = sqlite3_column_int64(stmt, 0);
	}
	statement_end(store, stmt);
	free(value);
	free(sql);
	return level > 0 && level <= SCALE_MAX ? (int)level : 0;
}
