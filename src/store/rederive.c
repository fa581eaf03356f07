/*
 * After a change of the method: what the dictionary derives follows in all
 * records, and where a scale got or lost a level, what people rated on it.  Within
 * the action that changed the method, so that nobody ever sees one without the other.
 */
#include <string.h>

#include "store/internal.h"

/* "likelihood" >= 3 OR ...: the records that the level moves; NULL: the register has no such field. */
char *rescale_condition(const struct rescale *rescale, const struct register_def *def, bool standing)
{
	struct buffer text = { 0 };
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (rescale_concerns(rescale, &def->fields[i]) && (!standing || field_stands(def, &def->fields[i])))
			buffer_printf(&text, "%s\"%s\" >= %d", text.length ? " OR " : "", def->fields[i].name,
				rescale_first(rescale));
	return text.length ? buffer_take(&text) : NULL;
}

/* Ratings on the scale go to the level that means the same; what was signed or closed keeps its own. */
static void move_ratings(const struct rescale *rescale, struct record *record)
{
	const struct register_def *def = record->def;
	bool frozen = record_stands(record);
	size_t i;

	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];
		int64_t level;

		if (!rescale_concerns(rescale, field) || (frozen && field_stands(def, field)) || !record->values[i] ||
			!number_parse_integer(record->values[i], &level))
			continue;
		record_set_number(record, field->name, rescale_level(rescale, (int)level));
	}
}

static bool follow(struct action *action, const struct register_def *def, int64_t id, struct error *error)
{
	struct record *old = read_record(action->store, def, id, false, error), *new = old ? record_copy(old) : NULL;
	bool ok;

	if (new && action->rescaled)
		move_ratings(&action->rescale, new);
	if (new && def->derive)
		def->derive(new, store_context(action->store));
	ok = new &&write_update(action, old, new, error);
	/* What it has from others may hang on the zone: a day begins elsewhere. */
	if (ok && def->summary)
		summary_touch(action, NULL, new);
	record_free(old);
	record_free(new);
	return ok;
}

/* One record a statement: nothing stays open while records are written. */
static bool follow_all(
	struct action *action, const struct register_def *def, const char *condition, struct error *error)
{
	struct store *store = action->store;
	char *sql = xasprintf("SELECT \"id\" FROM \"%s\" WHERE \"id\" > ?1 AND (%s) ORDER BY \"id\" LIMIT 1",
		register_table(def), condition);
	int64_t last = 0;
	bool ok = true;

	while (ok) {
		sqlite3_stmt *stmt = statement(store, sql, error);
		int code = SQLITE_ERROR;

		if (stmt) {
			sqlite3_bind_int64(stmt, 1, last);
			code = statement_step(store, stmt, error);
			last = code == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : last;
			statement_end(store, stmt);
		}
		if (code == SQLITE_DONE)
			break;
		ok = code == SQLITE_ROW && follow(action, def, last, error);
		store->progress_done++;
	}
	free(sql);
	return ok;
}

/* The records of a register that follow, as a condition; NULL: none do.  The caller frees. */
static char *followers(const struct action *action, const struct register_def *def)
{
	if (def->derive)
		return xstrdup("1");
	return action->rescaled ? rescale_condition(&action->rescale, def, false) : NULL;
}

static int64_t count_followers(struct action *action)
{
	int64_t total = 0;
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		char *condition = followers(action, dictionary[i]);
		char *sql = condition ? xasprintf("SELECT count(*) FROM \"%s\" WHERE %s", register_table(dictionary[i]),
						condition)
				      : NULL;

		total += sql ? store_integer(action->store, sql, 0) : 0;
		free(sql);
		free(condition);
	}
	return total;
}

bool write_rederive(struct action *action, struct error *error)
{
	struct store *store = action->store;
	struct action_counts counts = action->counts;
	bool ok = true;
	size_t i;

	store->progress_done = 0;
	store->progress_total = store->progress ? count_followers(action) : 0;
	for (i = 0; dictionary[i] && ok; i++) {
		char *condition = followers(action, dictionary[i]);

		ok = !condition || follow_all(action, dictionary[i], condition, error);
		free(condition);
	}
	store->progress_done = store->progress_total = 0;
	action->counts = counts;
	return ok;
}

bool write_recount(struct store *store, struct error *error)
{
	size_t i;
	bool ok = true;

	for (i = 0; dictionary[i] && ok; i++) {
		char *sql = xasprintf(
			"UPDATE \"%s\" AS t SET"
			" \"rev\" = (SELECT count(DISTINCT c.\"entry\") FROM \"change\" c WHERE c.\"record\" = t.\"id\" AND c.\"entry\" >="
			" (SELECT COALESCE(max(m.\"entry\"), 0) FROM \"change\" m WHERE m.\"record\" = t.\"id\" AND m.\"text\" LIKE '[\"+record\",%%')),"
			" \"updated\" = (SELECT e.\"time\" FROM \"entry\" e WHERE e.\"id\" = (SELECT max(c.\"entry\") FROM \"change\" c WHERE c.\"record\" = t.\"id\"))"
			" WHERE EXISTS(SELECT 1 FROM \"change\" c JOIN \"entry\" e ON e.\"id\" = c.\"entry\" WHERE c.\"record\" = t.\"id\")",
			register_table(dictionary[i]));

		ok = store_exec(store, sql, error);
		free(sql);
	}
	return ok;
}
