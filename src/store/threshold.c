/*
 * Versions of what a record says: the threshold of a method stands in a register of its own,
 * each with its day, and the last whose day has come is the one in force (struct field_def,
 * versions).  As long as there is none, what the method came with counts.
 */
#include <string.h>

#include "store/internal.h"

/* ---- which one is in force ---- */

/* "threshold" of "threshold.level". */
static const struct register_def *holder(const struct field_def *field)
{
	char *name = xstrndup(field->versions, strcspn(field->versions, "."));
	const struct register_def *def = register_find(name);

	free(name);
	return def;
}

const struct register_def *versions_of(const struct register_def *def)
{
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (def->fields[i].versions)
			return holder(&def->fields[i]);
	return NULL;
}

/* The reference by which a version names whose it is: its first one. */
static const struct field_def *back(const struct register_def *versions)
{
	size_t i;

	for (i = 0; versions->fields[i].type->storage != STORED_REFERENCE; i++)
		;
	return &versions->fields[i];
}

char *version_sql(const struct field_def *field, const char *alias, const char *day)
{
	const struct register_def *versions = holder(field);
	char *which = xasprintf("FROM \"%s\" v WHERE v.\"%s\" = %s.\"id\" AND v.\"date\" <= %s", versions->name,
		     back(versions)->name, alias, day),
	     *sql = xasprintf(
		     "CASE WHEN EXISTS(SELECT 1 %s) THEN (SELECT v.\"%s\" %s ORDER BY v.\"date\" DESC, v.\"created\" DESC, v.\"id\" DESC LIMIT 1) ELSE %s.\"%s\" END",
		     which, strchr(field->versions, '.') + 1, which, alias, field->name);

	free(which);
	return sql;
}

void version_today(struct store *store, char day[11])
{
	struct date today = environment_today(store_context(store)->time_zone);

	date_format(&today, day);
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

int store_threshold_on(struct store *store, const char *method, const char *day)
{
	const char *ref = method ? method : store_context(store)->method.ref;
	const struct register_def *def = NULL;
	int64_t id = ref ? read_find_ref(store, ref, &def) : 0;
	char today[11];

	if (!id || def != register_find("method"))
		return 0;
	if (!day)
		version_today(store, today);
	return threshold_on(store, id, day ? day : today);
}
