/*
 * What a record has from others: an indicator its value from its measurements, a check its next day from
 * its executions, an incident its deadline from what binds (register_def.summary).  Found again by the
 * write path at the end of each action, for what the action touched; pure functions of the model say how.
 */
#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

static void touch(struct action *action, const struct register_def *def, int64_t id)
{
	struct summaries *summaries = &action->summaries;

	if (!id || (summaries->count && summaries->items[summaries->count - 1].id == id))
		return;
	if (summaries->count == summaries->capacity) {
		summaries->capacity = summaries->capacity ? 2 * summaries->capacity : 16;
		summaries->items = xreallocarray(summaries->items, summaries->capacity, sizeof *summaries->items);
	}
	summaries->items[summaries->count++] = (struct summarised){ def, id };
}

/* The records that a field of references names. */
static void touch_named(
	struct action *action, const struct register_def *def, const struct record *record, const char *field)
{
	const char *value = record ? record_get(record, field) : NULL;
	struct strings refs = { 0 };
	size_t i;

	if (!value)
		return;
	strings_split(&refs, value);
	for (i = 0; i < refs.count; i++) {
		const struct register_def *of = NULL;
		int64_t id = store_find(action->store, refs.items[i], &of);

		if (id && of == def)
			touch(action, def, id);
	}
	strings_free(&refs);
}

/* The records of a register whose field names the one. */
static void touch_naming(struct action *action, const struct register_def *def, const char *field, int64_t id)
{
	bool several = register_field(def, field)->type->storage == STORED_LINKS;
	char *sql =
		several ? xasprintf(
				  "SELECT t.\"id\" FROM \"link\" l JOIN \"%s\" t ON t.\"id\" = l.\"record\" WHERE l.\"target\" = ?1 AND l.\"field\" = '%s'",
				  register_table(def), field)
			: xasprintf("SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ?1", register_table(def), field);
	sqlite3_stmt *stmt = statement(action->store, sql, NULL);

	free(sql);
	if (!stmt)
		return;
	sqlite3_bind_int64(stmt, 1, id);
	while (statement_row(action->store, stmt))
		touch(action, def, row_id(action->store, stmt, 0));
	statement_end(action->store, stmt);
}

static bool differ(const struct record *old, const struct record *new)
{
	size_t i;

	if (!old || !new)
		return true;
	for (i = 0; i < new->def->field_count; i++)
		if (!(new->def->fields[i].flags &FIELD_DERIVED) && text_differs(old->values[i], new->values[i]))
			return true;
	return false;
}

void summary_touch(struct action *action, const struct record *old, const struct record *new)
{
	const struct record *record = new ? new : old;
	size_t i;

	if (!differ(old, new))
		return;
	for (i = 0; dictionary[i]; i++) {
		const struct summary_def *summary = dictionary[i]->summary;

		if (!summary)
			continue;
		if (dictionary[i] == record->def && new)
			touch(action, record->def, new->id);
		if (strcmp(summary->of, record->def->name) != 0)
			continue;
		if (summary->link) {
			touch_named(action, dictionary[i], old, summary->link);
			touch_named(action, dictionary[i], new, summary->link);
		} else {
			touch_naming(action, dictionary[i], summary->field, record->id);
		}
	}
}

void summary_forget(struct action *action)
{
	free(action->summaries.items);
	memset(&action->summaries, 0, sizeof action->summaries);
}

/* The ids of what the record is summed up of, the latest first (?1: the record, ?2: how many). */
static char *sources_sql(const void *of)
{
	const struct register_def *def = of;
	const struct summary_def *summary = def->summary;
	const struct register_def *source = register_find(summary->of);
	const char *field = summary->link ? summary->link : summary->field;
	bool several = register_field(summary->link ? source : def, field)->type->storage == STORED_LINKS;
	char *from, *sql;

	if (summary->link)
		from = several ? xasprintf(
					 "\"link\" l JOIN \"%s\" t ON t.\"id\" = l.\"record\" WHERE l.\"target\" = ?1 AND l.\"field\" = '%s'",
					 register_table(source), field)
			       : xasprintf("\"%s\" t WHERE t.\"%s\" = ?1", register_table(source), field);
	else
		from = several ? xasprintf(
					 "\"link\" l JOIN \"%s\" t ON t.\"id\" = l.\"target\" WHERE l.\"record\" = ?1 AND l.\"field\" = '%s'",
					 register_table(source), field)
			       : xasprintf("\"%s\" o JOIN \"%s\" t ON t.\"id\" = o.\"%s\" WHERE o.\"id\" = ?1",
					 register_table(def), register_table(source), field);
	sql = xasprintf("SELECT t.\"id\" FROM %s ORDER BY t.\"%s\" DESC, t.\"id\" DESC LIMIT ?2", from, summary->order);
	free(from);
	return sql;
}

struct record *summary_of(struct store *store, const struct record *record, struct error *error)
{
	const struct summary_def *summary = record->def->summary;
	const struct register_def *of = register_find(summary->of);
	struct record **sources = xcalloc(summary->most, sizeof *sources), *filled = NULL;
	sqlite3_stmt *stmt = statement_of(store, sources_sql, record->def, error);
	int64_t *ids = xcalloc(summary->most, sizeof *ids);
	size_t count = 0, read;
	bool ok = stmt != NULL;

	if (ok) {
		sqlite3_bind_int64(stmt, 1, record->id);
		sqlite3_bind_int64(stmt, 2, (int64_t)summary->most);
		while (count < summary->most && statement_row(store, stmt))
			ids[count++] = row_id(store, stmt, 0);
		statement_end(store, stmt);
		ok = store_sound(store, error);
	}
	for (read = 0; read < count && ok; read++) {
		sources[read] = read_record(store, of, ids[read], false, error);
		ok = sources[read] != NULL;
	}
	if (ok) {
		filled = record_copy(record);
		summary->fill(filled, (const struct record *const *)sources, count, store_context(store));
	}
	while (read--)
		record_free(sources[read]);
	free(sources);
	free(ids);
	return filled;
}
