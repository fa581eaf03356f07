/*
 * Records as they stood on an earlier day, by the journal: what a signature of that day was about.
 * The journal is read back from its newest row to the end of the day; what the record was made with
 * is how it stood before, however late it was made, since a file is often begun with what is signed already.
 */
#include <string.h>

#include "store/compile.h"
#include "store/internal.h"

static void take_element(struct record *record, const struct field_def *field, const char *element)
{
	struct strings before = { 0 }, after = { 0 };
	const char *held = record_get(record, field->name);
	char *joined;
	size_t i;

	if (held)
		strings_split(&before, held);
	for (i = 0; i < before.count; i++)
		if (strcmp(before.items[i], element) != 0)
			strings_add(&after, before.items[i]);
	joined = strings_join(&after, ",");
	record_set(record, field->name, *joined ? joined : NULL);
	free(joined);
	strings_free(&before);
	strings_free(&after);
}

static void give_element(struct record *record, const struct field_def *field, const char *element)
{
	const char *held = record_get(record, field->name);
	char *joined = held ? xasprintf("%s,%s", held, element) : xstrdup(element);

	record_set(record, field->name, joined);
	free(joined);
}

/* Takes one row of the journal back. */
static void take_back(struct store *store, struct record *record, const struct json *row)
{
	const char *kind = json_text(row, 0), *name = json_text(row, 3);
	const struct field_def *field = name ? register_field(record->def, name) : NULL;
	char *value;

	if (!kind || !field)
		return;
	value = json_text(row, 4) ? journal_unvalue(store, field, json_text(row, 4)) : NULL;
	if (strcmp(kind, "set") == 0)
		record_set(record, field->name, value);
	else if (value && strcmp(kind, "+") == 0)
		take_element(record, field, value);
	else if (value)
		give_element(record, field, value);
	free(value);
}

/* The entry that made the record, the last one if it was made again after a deletion; 0: the journal does not tell. */
static int64_t made_in(struct store *store, int64_t id)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT max(\"entry\") FROM \"change\" WHERE \"record\" = ?1 AND substr(\"text\", 1, 11) = '[\"+record\",'",
		NULL);
	int64_t entry = 0;

	if (stmt) {
		sqlite3_bind_int64(stmt, 1, id);
		if (statement_row(store, stmt))
			entry = sqlite3_column_int64(stmt, 0);
	}
	statement_end(store, stmt);
	return entry;
}

struct record *record_on_day(struct store *store, int64_t id, const char *day, struct error *error)
{
	struct record *record = store_record(store, id, error);
	struct strings rows = { 0 };
	struct date date;
	sqlite3_stmt *stmt;
	char *end;
	size_t i;

	if (!record || !day || !date_parse(day, &date))
		return record;
	date = date_from_days(date_days(&date) + 1);
	end = date_time_format(date_start(&date, store_context(store)->time_zone));
	stmt = statement(store,
		"SELECT c.\"text\" FROM \"change\" c JOIN \"entry\" e ON e.\"id\" = c.\"entry\""
		" WHERE c.\"record\" = ?1 AND c.\"entry\" > ?2 AND e.\"time\" >= ?3 ORDER BY c.\"entry\" DESC, c.\"seq\" DESC",
		error);
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, id);
		sqlite3_bind_int64(stmt, 2, made_in(store, id));
		bind_text(store, stmt, 3, end);
		while (statement_row(store, stmt))
			if (row_text_or_null(store, stmt, 0))
				strings_add(&rows, row_text_or_null(store, stmt, 0));
	}
	statement_end(store, stmt);
	free(end);
	for (i = 0; i < rows.count; i++) {
		struct json *row = json_parse(rows.items[i]);

		take_back(store, record, row);
		json_free(row);
	}
	strings_free(&rows);
	if (record->def->derive)
		record->def->derive(record, store_context(store));
	return record;
}

bool store_stands_as_read(
	struct store *store, int64_t id, const struct register_def *def, const struct field_def *field)
{
	int64_t made = made_in(store, id);
	struct buffer sql = { 0 };
	bool stands = false;
	sqlite3_stmt *stmt;
	char *action;

	journal_original(store, made, &action);
	buffer_add(&sql,
		"SELECT 1 FROM \"change\" c WHERE c.\"record\" = ?1 AND c.\"entry\" > ?2 AND (c.\"text\" IS NULL OR ");
	compile_changed(def->name, field->name, true, &sql);
	buffer_add(&sql, ") LIMIT 1");
	stmt = action && strcmp(action, "import") == 0 ? statement(store, sql.data, NULL) : NULL;
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, id);
		sqlite3_bind_int64(stmt, 2, made);
		stands = !statement_row(store, stmt);
	}
	statement_end(store, stmt);
	buffer_free(&sql);
	free(action);
	return stands;
}
