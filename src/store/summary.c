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

/* The last one that counts of the greatest value below ?2 of summary_def.each, and that value. */
static char *each_sql(const void *of)
{
	const struct summary_def *summary = ((const struct register_def *)of)->summary;
	const struct register_def *source = register_find(summary->of);
	const char *key = field_has_key(register_field(source, summary->each)) ? "_key" : "";

	return xasprintf("SELECT t.\"id\", t.\"%s%s\" FROM \"%s\" t WHERE t.\"%s\" = ?1 AND t.\"%s%s\" < ?2"
			 " AND NOT EXISTS(SELECT 1 FROM \"%s\" r WHERE r.\"%s\" = t.\"id\")"
			 " ORDER BY t.\"%s%s\" DESC, t.\"%s\" DESC, t.\"id\" DESC LIMIT 1",
		summary->each, key, register_table(source), summary->link, summary->each, key, register_table(source),
		summary->replaced, summary->each, key, summary->order);
}

int64_t summary_before(
	struct store *store, const struct register_def *def, int64_t id, char **below, struct error *error)
{
	sqlite3_stmt *stmt = statement_of(store, each_sql, def, error);
	int64_t found = 0;

	if (!stmt)
		return -1;
	sqlite3_bind_int64(stmt, 1, id);
	/* A blob is greater than any text. */
	if (*below)
		bind_text(store, stmt, 2, *below);
	else
		sqlite3_bind_zeroblob(stmt, 2, 0);
	if (statement_row(store, stmt)) {
		found = row_id(store, stmt, 0);
		free(*below);
		*below = xstrdup((const char *)sqlite3_column_text(stmt, 1));
	}
	statement_end(store, stmt);
	return store_sound(store, error) ? found : -1;
}

struct sources {
	int64_t *ids;
	size_t count;
};

static bool find_each(struct store *store, const struct record *record, struct sources *sources, struct error *error)
{
	char *below = NULL;
	int64_t id = 0;

	while (sources->count < record->def->summary->most &&
		(id = summary_before(store, record->def, record->id, &below, error)) > 0)
		sources->ids[sources->count++] = id;
	free(below);
	return id >= 0;
}

static bool find_last(struct store *store, const struct record *record, struct sources *sources, struct error *error)
{
	sqlite3_stmt *stmt = statement_of(store, sources_sql, record->def, error);
	size_t each = sources->count, i;

	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, record->id);
	sqlite3_bind_int64(stmt, 2, (int64_t)record->def->summary->most);
	while (statement_row(store, stmt)) {
		int64_t id = row_id(store, stmt, 0);

		for (i = 0; i < each && sources->ids[i] != id; i++)
			;
		if (i == each)
			sources->ids[sources->count++] = id;
	}
	statement_end(store, stmt);
	return store_sound(store, error);
}

struct record *summary_of(struct store *store, const struct record *record, struct error *error)
{
	const struct summary_def *summary = record->def->summary;
	const struct register_def *of = register_find(summary->of);
	struct record **read = xcalloc(2 * summary->most, sizeof *read), *filled = NULL;
	struct sources sources = { .ids = xcalloc(2 * summary->most, sizeof *sources.ids) };
	bool ok = (!summary->each || find_each(store, record, &sources, error)) &&
		  find_last(store, record, &sources, error);
	size_t count;

	for (count = 0; count < sources.count && ok; count++) {
		read[count] = read_record(store, of, sources.ids[count], false, error);
		ok = read[count] != NULL;
	}
	if (ok) {
		filled = record_copy(record);
		summary->fill(filled, (const struct record *const *)read, count, store_context(store));
	}
	while (count--)
		record_free(read[count]);
	free(read);
	free(sources.ids);
	return filled;
}
