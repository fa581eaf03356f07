/*
 * The row of a record in its register's table, written as a whole or where it
 * changes.  Links, search text, tallies and journal stand in write.c above.
 */
#include <string.h>

#include "store/internal.h"

/* Binds a canonical value as its column holds it; a reference's ref becomes an id. */
static bool bind_value(struct store *store, sqlite3_stmt *stmt, int index, const struct field_def *field,
	const char *value, struct error *error)
{
	if (!value || (field->type->storage == STORED_REFERENCE && value[0] == '{')) {
		sqlite3_bind_null(stmt, index);
		return true;
	}
	switch (field->type->storage) {
	case STORED_INTEGER: {
		int64_t number;

		if (!number_parse_integer(value, &number))
			return error_set_field(
				error, ERROR_INVALID, field->name, _("%s must be a whole number."), _(field->label));
		sqlite3_bind_int64(stmt, index, number);
		return true;
	}
	case STORED_REAL: {
		double number;

		if (!number_parse_real(value, &number))
			return error_set_field(
				error, ERROR_INVALID, field->name, _("%s must be a number."), _(field->label));
		sqlite3_bind_double(stmt, index, number);
		return true;
	}
	case STORED_REFERENCE: {
		const struct register_def *def = NULL;
		int64_t id = read_find_ref(store, value, &def);

		if (!store_sound(store, error))
			return false;
		if (!id || strcmp(def->name, field->target) != 0)
			return error_set_field(error, ERROR_INVALID, field->name,
				_("%s: there is no %s \"%s\" in this file."), _(field->label), field->target, value);
		sqlite3_bind_int64(stmt, index, id);
		return true;
	}
	case STORED_TEXT:
	case STORED_LINKS:
		break;
	}
	sqlite3_bind_text(stmt, index, value, -1, SQLITE_STATIC);
	return true;
}

/* A column of a register's own: a field's value, or the key by which it is sorted and found. */
struct column {
	const struct field_def *field;
	size_t index; /* of the field */
	bool key;
};

/*
 * The columns that a statement writes.  Its text and its values are both made from this
 * one list: the column at place i is parameter first + i of the statement.
 */
struct columns {
	struct column *items; /* owned */
	size_t count;
	int first;
};

static void add_column(struct columns *columns, const struct register_def *def, size_t index, bool key)
{
	if (!columns->items)
		columns->items = xreallocarray(NULL, 2 * def->field_count, sizeof *columns->items);
	columns->items[columns->count++] = (struct column){ &def->fields[index], index, key };
}

/* All of them, for a new record; not owned, until those of another register are asked for: a table asks for the same ones. */
static const struct columns *all_columns(const struct register_def *def)
{
	static struct columns columns;
	static const struct register_def *of;
	size_t i;

	if (of == def)
		return &columns;
	free(columns.items);
	columns = (struct columns){ .first = 6 };
	of = def;
	for (i = 0; i < def->field_count; i++) {
		if (!field_is_stored(&def->fields[i]))
			continue;
		add_column(&columns, def, i, false);
		if (field_has_key(&def->fields[i]))
			add_column(&columns, def, i, true);
	}
	return &columns;
}

bool columns_differ(const struct record *old, const struct record *new, size_t index)
{
	return !(new->def->fields[index].flags &FIELD_INVERSE) && text_differs(old->values[index], new->values[index]);
}

/* A text that nobody translated sorts by the text that is shown in its place (field_key). */
static bool key_follows(const struct record *old, const struct record *new, size_t index)
{
	const struct register_def *def = new->def;
	size_t i;

	if (old->values[index] || new->values[index])
		return false;
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];
		size_t length = strlen(field->name);

		if ((field->flags & FIELD_TRANSLATED) && columns_differ(old, new, i) &&
			strncmp(def->fields[index].name, field->name, length) == 0 &&
			strcmp(def->fields[index].name + length, "_fr") == 0)
			return true;
	}
	return false;
}

/* Those that change, so that only their indexes are written. */
static struct columns changed_columns(const struct record *old, const struct record *new)
{
	const struct register_def *def = new->def;
	struct columns columns = { .first = 4 };
	size_t i;

	for (i = 0; i < def->field_count; i++) {
		bool changed = columns_differ(old, new, i);

		if (!field_is_stored(&def->fields[i]))
			continue;
		if (changed)
			add_column(&columns, def, i, false);
		if (field_has_key(&def->fields[i]) && (changed || key_follows(old, new, i)))
			add_column(&columns, def, i, true);
	}
	return columns;
}

static void name_column(struct buffer *sql, const struct column *column)
{
	buffer_printf(sql, ", \"%s%s\"", column->field->name, column->key ? "_key" : "");
}

/* The record's values; keys keeps what must live until the statement has run. */
static bool bind_columns(struct store *store, sqlite3_stmt *stmt, const struct columns *columns,
	const struct record *record, struct strings *keys, struct error *error)
{
	size_t i;

	for (i = 0; i < columns->count; i++) {
		const struct column *column = &columns->items[i];
		const char *value = record->values[column->index];
		int mark = columns->first + (int)i;

		if (column->key) {
			strings_take(keys, field_key(record->def, column->field, record, value));
			sqlite3_bind_text(stmt, mark, keys->items[keys->count - 1], -1, SQLITE_STATIC);
		} else if (!bind_value(store, stmt, mark, column->field, value, error)) {
			return false;
		}
	}
	return true;
}

static char *insert_sql(const void *of)
{
	const struct register_def *def = of;
	const struct columns *columns = all_columns(def);
	struct buffer sql = { 0 };
	size_t i;

	buffer_printf(
		&sql, "INSERT INTO \"%s\"(\"id\", \"rev\", \"created\", \"updated\", \"ref_key\"", register_table(def));
	for (i = 0; i < columns->count; i++)
		name_column(&sql, &columns->items[i]);
	buffer_add(&sql, ") VALUES(?1, ?2, ?3, ?4, ?5");
	for (i = 0; i < columns->count; i++)
		buffer_printf(&sql, ", ?%d", columns->first + (int)i);
	buffer_add_char(&sql, ')');
	return buffer_take(&sql);
}

bool columns_insert(struct store *store, const struct record *record, struct error *error)
{
	struct strings keys = { 0 };
	sqlite3_stmt *stmt = statement_of(store, insert_sql, record->def, error);
	char *ref_key;
	bool ok;

	if (!stmt)
		return false;
	ref_key = text_sort_key(record->ref);
	sqlite3_bind_int64(stmt, 1, record->id);
	sqlite3_bind_int64(stmt, 2, record->rev);
	sqlite3_bind_text(stmt, 3, record->created, -1, SQLITE_STATIC);
	sqlite3_bind_text(stmt, 4, record->updated, -1, SQLITE_STATIC);
	sqlite3_bind_text(stmt, 5, ref_key, -1, SQLITE_STATIC);
	ok = bind_columns(store, stmt, all_columns(record->def), record, &keys, error);
	if (ok)
		ok = statement_run(store, stmt, error);
	else
		statement_end(store, stmt);
	strings_free(&keys);
	free(ref_key);
	return ok;
}

bool columns_update(struct store *store, const struct record *old, const struct record *new, struct error *error)
{
	struct columns columns = changed_columns(old, new);
	struct strings keys = { 0 };
	struct buffer sql = { 0 };
	sqlite3_stmt *stmt;
	bool ok;
	size_t i;

	buffer_printf(&sql, "UPDATE \"%s\" SET \"rev\" = \"rev\" + ?1, \"updated\" = ?2", register_table(new->def));
	for (i = 0; i < columns.count; i++) {
		name_column(&sql, &columns.items[i]);
		buffer_printf(&sql, " = ?%d", columns.first + (int)i);
	}
	buffer_add(&sql, " WHERE \"id\" = ?3");
	stmt = statement(store, sql.data, error);
	buffer_free(&sql);
	ok = stmt && bind_columns(store, stmt, &columns, new, &keys, error);
	if (ok) {
		sqlite3_bind_int64(stmt, 1, new->rev - old->rev);
		sqlite3_bind_text(stmt, 2, new->updated, -1, SQLITE_STATIC);
		sqlite3_bind_int64(stmt, 3, new->id);
		ok = statement_run(store, stmt, error);
	} else {
		statement_end(store, stmt);
	}
	free(columns.items);
	strings_free(&keys);
	return ok;
}
