/*
 * What the program noted by itself since an action that is undone: results of a check that is taken back, or of one
 * whose days go back to what they were, were never waited for.  They go with it, in the same action; whatever somebody
 * has answered or built upon stays.
 */
#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

struct ids {
	int64_t *items;
	size_t count;
};

static void keep(struct ids *ids, int64_t id)
{
	if (ids->count && ids->items[ids->count - 1] == id)
		return;
	ids->items = xreallocarray(ids->items, ids->count + 1, sizeof *ids->items);
	ids->items[ids->count++] = id;
}

static int by_id(const void *a, const void *b)
{
	int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;

	return (one > other) - (one < other);
}

/* Whether the row makes a record, or sets what decides of what is noted of it. */
static bool decides(const char *text)
{
	struct json *row = json_parse(text);
	const char *kind = json_text(row, 0), *name = json_text(row, 1), *field = json_text(row, 3);
	const struct register_def *def = name ? register_find(name) : NULL;
	const char *const *by = def && def->summary ? def->summary->raised_by : NULL;
	bool found = kind && strcmp(kind, "+record") == 0;

	for (; kind && strcmp(kind, "set") == 0 && field && by && *by && !found; by++)
		found = strcmp(*by, field) == 0;
	json_free(row);
	return found;
}

static void read_deciding(struct store *store, int64_t entry, struct ids *ids)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT \"record\", \"text\" FROM \"change\" WHERE \"entry\" = ?1 AND \"text\" IS NOT NULL", NULL);

	if (stmt)
		sqlite3_bind_int64(stmt, 1, entry);
	while (statement_row(store, stmt))
		if (decides(row_text(store, stmt, 1)))
			keep(ids, row_id(store, stmt, 0));
	statement_end(store, stmt);
	if (ids->count)
		qsort(ids->items, ids->count, sizeof *ids->items, by_id);
}

/* What was noted since, each with the row that made it. */
static void read_raised(struct store *store, int64_t entry, struct ids *ids, struct strings *rows)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT c.\"record\", c.\"text\" FROM \"entry\" e JOIN \"change\" c ON c.\"entry\" = e.\"id\" WHERE e.\"id\" > ?1 AND e.\"action\" IN ('" ACTION_RAISE
		"', 'snapshot') AND c.\"text\" LIKE '[\"+record\",%' ORDER BY c.\"record\"",
		NULL);

	if (stmt)
		sqlite3_bind_int64(stmt, 1, entry);
	while (statement_row(store, stmt)) {
		keep(ids, row_id(store, stmt, 0));
		if (rows->count < ids->count)
			strings_add(rows, row_text(store, stmt, 1));
	}
	statement_end(store, stmt);
}

/* Whether one of its references names one of the records. */
static bool is_about(struct store *store, const struct record *record, const struct ids *records)
{
	size_t i;

	for (i = 0; i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];
		int64_t id = 0;

		if (record->values[i] && field_is_reference(field) && !(field->flags & FIELD_INVERSE) &&
			field->type->storage != STORED_LINKS)
			id = store_find(store, record->values[i], NULL);
		if (id && bsearch(&id, records->items, records->count, sizeof id, by_id))
			return true;
	}
	return false;
}

/* As it was noted: nobody has answered it, and nobody refers to it. */
static bool is_untouched(struct store *store, const struct record *current, const struct json *row)
{
	struct record *made = journal_read_record(store, current->def, json_at(row, 4));
	char *now = journal_record(store, current), *then = journal_record(store, made),
	     *referrer = find_referrer(store, current);
	bool untouched = strcmp(now, then) == 0 && !referrer;

	record_free(made);
	free(now);
	free(then);
	free(referrer);
	return untouched;
}

static bool take_back(struct action *action, int64_t id, const char *text, const struct ids *records, size_t *count,
	struct error *error)
{
	struct store *store = action->store;
	struct json *row = json_parse(text);
	const char *name = json_text(row, 1);
	const struct register_def *def = name ? register_find(name) : NULL;
	struct record *current = NULL;
	bool ok = true;

	if (def && read_exists(store, def, id)) {
		current = read_record(store, def, id, false, error);
		ok = current != NULL;
	}
	if (ok && current && is_about(store, current, records) && is_untouched(store, current, row)) {
		ok = write_delete(action, current, error);
		(*count)++;
	}
	record_free(current);
	json_free(row);
	return ok;
}

bool undo_raised(struct action *action, int64_t entry, size_t *count, struct error *error)
{
	struct ids records = { 0 }, raised = { 0 };
	struct strings rows = { 0 };
	bool ok;
	size_t i;

	*count = 0;
	read_deciding(action->store, entry, &records);
	if (records.count)
		read_raised(action->store, entry, &raised, &rows);
	ok = store_sound(action->store, error);
	for (i = 0; i < raised.count && ok; i++)
		ok = take_back(action, raised.items[i], rows.items[i], &records, count, error);
	free(records.items);
	free(raised.items);
	strings_free(&rows);
	return ok;
}
