/* Finds the summaries again of what an action touched, before it is committed. */
#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

static bool follow(struct action *action, const struct register_def *def, int64_t id, struct error *error)
{
	struct store *store = action->store;
	struct action_counts counts = action->counts;
	struct record *old, *new;
	bool ok;

	/* It may have been deleted by the same action. */
	if (!read_exists(store, def, id))
		return store_sound(store, error);
	old = read_record(store, def, id, false, error);
	new = old ? summary_of(store, old, error) : NULL;
	ok = new &&write_update(action, old, new, error);
	/* What follows by itself is no change that a person made. */
	action->counts = counts;
	record_free(old);
	record_free(new);
	return ok;
}

static bool follow_all(struct action *action, const struct register_def *def, struct error *error)
{
	char *sql = xasprintf("SELECT min(\"id\") FROM \"%s\" WHERE \"id\" > ?1", register_table(def));
	int64_t id = 0;
	bool ok = true;

	do {
		sqlite3_stmt *stmt = statement(action->store, sql, error);
		int code = SQLITE_ERROR;
		int64_t next = 0;

		if (stmt) {
			sqlite3_bind_int64(stmt, 1, id);
			code = statement_step(action->store, stmt, error);
			next = code == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : 0;
		}
		statement_end(action->store, stmt);
		ok = code == SQLITE_ROW && (!next || follow(action, def, next, error));
		id = next;
	} while (ok && id);
	free(sql);
	return ok;
}

static int by_record(const void *a, const void *b)
{
	const struct summarised *one = a, *other = b;

	return (one->id > other->id) - (one->id < other->id);
}

bool summary_follow(struct action *action, bool everywhere, struct error *error)
{
	struct summaries summaries = action->summaries;
	size_t i;
	bool ok = true;

	/* What is written now touches nothing more: derived fields alone change. */
	memset(&action->summaries, 0, sizeof action->summaries);
	if (everywhere) {
		for (i = 0; dictionary[i] && ok; i++)
			if (dictionary[i]->summary)
				ok = follow_all(action, dictionary[i], error);
	} else {
		if (summaries.count)
			qsort(summaries.items, summaries.count, sizeof *summaries.items, by_record);
		for (i = 0; i < summaries.count && ok; i++)
			if (!i || summaries.items[i].id != summaries.items[i - 1].id)
				ok = follow(action, summaries.items[i].def, summaries.items[i].id, error);
	}
	free(summaries.items);
	return ok;
}
