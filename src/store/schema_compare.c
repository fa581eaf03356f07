/*
 * What the dictionary asks of the schema, as the SQL that brings a schema there.  For those who write
 * migrations (make update-schema) and for the test that the two agree; the program itself does not need it.
 */
#include <string.h>

#include "store/internal.h"

static const char column_of_reference[] = "INTEGER REFERENCES \"%s\"(\"id\") DEFERRABLE INITIALLY DEFERRED";

/* The declared type of a field's column; the caller frees. */
static char *column_type(const struct field_def *field)
{
	switch (field->type->storage) {
	case STORED_INTEGER:
		return xstrdup("INTEGER");
	case STORED_REAL:
		return xstrdup("REAL");
	case STORED_REFERENCE:
		return xasprintf(column_of_reference, register_table(register_find(field->target)));
	case STORED_TEXT:
	case STORED_LINKS:
		break;
	}
	return xstrdup("TEXT");
}

/* The first column of the first row, NULL where there is none; the caller frees. */
static int keep_first(void *user, int count, char **values, char **names)
{
	char **first = user;

	(void)names;
	if (!*first && count > 0 && values[0])
		*first = xstrdup(values[0]);
	return 0;
}

static char *first_of(sqlite3 *db, char *sql)
{
	char *first = NULL;

	if (sqlite3_exec(db, sql, keep_first, &first, NULL) != SQLITE_OK) {
		free(first);
		first = xstrdup(sqlite3_errmsg(db));
	}
	free(sql);
	return first;
}

/* What orders the records that a reference leads to where they are summed up, the latest first; NULL: nothing does. */
static const char *order_of(const struct register_def *def, const struct field_def *field)
{
	const struct register_def *target =
		field->type->storage == STORED_REFERENCE ? register_find(field->target) : NULL;
	const struct summary_def *summary = target ? target->summary : NULL;

	return summary && summary->link && strcmp(summary->of, def->name) == 0 &&
			       strcmp(summary->link, field->name) == 0
		       ? summary->order
		       : NULL;
}

static char *index_sql(const struct register_def *def, const struct field_def *field)
{
	const char *order = order_of(def, field);

	return xasprintf("CREATE INDEX \"%s.%s\" ON \"%s\"(\"%s%s\"%s%s%s)", register_table(def), field->name,
		register_table(def), field->name, field_has_key(field) ? "_key" : "", order ? ", \"" : "",
		order ? order : "", order ? "\"" : "");
}

bool field_is_indexed(const struct register_def *def, const struct field_def *field)
{
	return !(def->flags & REGISTER_FEW) && field_is_stored(field) &&
	       ((field->flags & FIELD_SORT) || field_is_reference(field));
}

static void write_table(const struct register_def *def, struct buffer *sql)
{
	size_t i;

	buffer_printf(sql,
		"CREATE TABLE \"%s\"(\n\t\"id\" INTEGER PRIMARY KEY REFERENCES \"record\"(\"id\"),\n"
		"\t\"rev\" INTEGER NOT NULL,\n\t\"created\" TEXT NOT NULL,\n\t\"updated\" TEXT NOT NULL,\n"
		"\t\"ref_key\" TEXT NOT NULL UNIQUE",
		register_table(def));
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];
		char *type = column_type(field);

		if (field_is_stored(field))
			buffer_printf(sql, ",\n\t\"%s\" %s", field->name, type);
		if (field_has_key(field))
			buffer_printf(sql, ",\n\t\"%s_key\" TEXT NOT NULL", field->name);
		free(type);
	}
	buffer_add(sql, "\n) STRICT;\n");
}

/* One column that is as wanted (true: it was there at all), or the SQL (or, where none is enough, the sentence) that mends it. */
static bool compare_column(
	sqlite3 *db, const char *table, const char *column, const char *wanted, const char *to_add, struct buffer *sql)
{
	char *found = first_of(db,
		xasprintf("SELECT type || CASE \"notnull\" WHEN 0 THEN '' ELSE ' NOT NULL' END || coalesce("
			  "(SELECT ' REFERENCES \"' || k.\"table\" || '\"(\"' || k.\"to\" || '\") DEFERRABLE INITIALLY "
			  "DEFERRED' FROM pragma_foreign_key_list('%s') k WHERE k.\"from\" = c.name), '') "
			  "FROM pragma_table_info('%s') c WHERE name = '%s'",
			table, table, column));
	bool there;

	if (!found)
		buffer_printf(sql, "ALTER TABLE \"%s\" ADD COLUMN \"%s\" %s%s;\n", table, column, wanted, to_add);
	else if (strcmp(found, wanted) != 0)
		buffer_printf(sql, "-- \"%s\".\"%s\" is %s and should be %s: make the table anew, as 002.sql does.\n",
			table, column, found, wanted);
	there = found != NULL;
	free(found);
	return there;
}

static void compare_field(
	sqlite3 *db, const struct register_def *def, const struct field_def *field, struct buffer *sql)
{
	char *key = xasprintf("%s_key", field->name), *type = column_type(field);

	bool stood = field_is_stored(field) && compare_column(db, register_table(def), field->name, type, "", sql);

	if (field_has_key(field) &&
		!compare_column(db, register_table(def), key, "TEXT NOT NULL", " DEFAULT ''", sql) && stood)
		buffer_printf(sql, "-- Rows that have a \"%s\" want its key (field_key).\n", field->name);
	free(key);
	free(type);
}

static void compare_index(
	sqlite3 *db, const struct register_def *def, const struct field_def *field, struct buffer *sql)
{
	char *wanted = field_is_indexed(def, field) ? index_sql(def, field) : NULL;
	char *found = first_of(
		db, xasprintf("SELECT sql FROM sqlite_schema WHERE name = '%s.%s'", register_table(def), field->name));

	if (found && (!wanted || strcmp(found, wanted) != 0))
		buffer_printf(sql, "DROP INDEX \"%s.%s\";\n", register_table(def), field->name);
	if (wanted && (!found || strcmp(found, wanted) != 0))
		buffer_printf(sql, "%s;\n", wanted);
	free(found);
	free(wanted);
}

/* By which a register with records that are done with is read in its own order (ended_sort). */
static void compare_ended(sqlite3 *db, const struct register_def *def, struct buffer *sql)
{
	char *sort = ended_sort(def, ""),
	     *wanted = def->flags & REGISTER_FEW ? NULL
						 : xasprintf("CREATE INDEX \"%s.ended_last\" ON \"%s\"(%s)",
							   register_table(def), register_table(def), sort),
	     *found = first_of(
		     db, xasprintf("SELECT sql FROM sqlite_schema WHERE name = '%s.ended_last'", register_table(def)));

	if (found && (!wanted || strcmp(found, wanted) != 0))
		buffer_printf(sql, "DROP INDEX \"%s.ended_last\";\n", register_table(def));
	if (wanted && (!found || strcmp(found, wanted) != 0))
		buffer_printf(sql, "%s;\n", wanted);
	free(found);
	free(wanted);
	free(sort);
}

/* By which those that are summed up of each value of a field are found: one of a thousand as fast as the only one. */
static void compare_each(sqlite3 *db, const struct register_def *def, struct buffer *sql)
{
	const struct summary_def *summary = def->summary;
	const struct register_def *of = register_find(summary->of);
	const char *table = register_table(of);
	char *wanted = xasprintf("CREATE INDEX \"%s.each_%s\" ON \"%s\"(\"%s\", \"%s%s\", \"%s\")", table,
		     summary->each, table, summary->link, summary->each,
		     field_has_key(register_field(of, summary->each)) ? "_key" : "", summary->order),
	     *found = first_of(
		     db, xasprintf("SELECT sql FROM sqlite_schema WHERE name = '%s.each_%s'", table, summary->each));

	if (found && strcmp(found, wanted) != 0)
		buffer_printf(sql, "DROP INDEX \"%s.each_%s\";\n", table, summary->each);
	if (!found || strcmp(found, wanted) != 0)
		buffer_printf(sql, "%s;\n", wanted);
	free(found);
	free(wanted);
}

static bool has_column(const struct register_def *def, const char *column)
{
	static const char *const always[] = { "id", "rev", "created", "updated", "ref_key" };
	size_t i, length = strlen(column);

	for (i = 0; i < sizeof always / sizeof always[0]; i++)
		if (strcmp(always[i], column) == 0)
			return true;
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];

		if (field_is_stored(field) && strcmp(field->name, column) == 0)
			return true;
		if (field_has_key(field) && length == strlen(field->name) + 4 &&
			strncmp(field->name, column, length - 4) == 0 && strcmp(column + length - 4, "_key") == 0)
			return true;
	}
	return false;
}

struct surplus {
	const struct register_def *def;
	struct buffer *sql;
};

static int note_surplus(void *user, int count, char **values, char **names)
{
	struct surplus *surplus = user;

	(void)count;
	(void)names;
	if (!has_column(surplus->def, values[0]))
		buffer_printf(surplus->sql, "-- \"%s\".\"%s\" is a column of no field.\n", register_table(surplus->def),
			values[0]);
	return 0;
}

char *schema_compare(sqlite3 *db)
{
	struct buffer sql = { 0 };
	size_t i, j;

	for (i = 0; dictionary[i]; i++) {
		const struct register_def *def = dictionary[i];
		char *table =
			first_of(db, xasprintf("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = '%s'",
					     register_table(def)));
		char *columns = xasprintf("SELECT name FROM pragma_table_info('%s')", register_table(def));
		struct surplus surplus = { def, &sql };

		if (!table)
			write_table(def, &sql);
		for (j = 0; table && j < def->field_count; j++)
			compare_field(db, def, &def->fields[j], &sql);
		sqlite3_exec(db, columns, note_surplus, &surplus, NULL);
		for (j = 0; j < def->field_count; j++)
			compare_index(db, def, &def->fields[j], &sql);
		if (def->ended)
			compare_ended(db, def, &sql);
		free(columns);
		free(table);
	}
	/* Once all tables are there. */
	for (i = 0; dictionary[i]; i++)
		if (dictionary[i]->summary && dictionary[i]->summary->each)
			compare_each(db, dictionary[i], &sql);
	return sql.length ? buffer_take(&sql) : NULL;
}
