/*
 * Texts of new records on their way into the search index.  Each statement behind one that wrote there makes
 * FTS5 put down what it holds, so an action of many records writes their texts in bundles.
 */
#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

#define BUNDLE ((size_t)4 << 20) /* bytes */

bool search_write(struct store *store, int64_t id, const char *text, bool replace, struct error *error)
{
	sqlite3_stmt *stmt = statement(store,
		replace ? "UPDATE \"search\" SET \"text\" = ?2 WHERE rowid = ?1"
			: "INSERT INTO \"search\"(rowid, \"text\") VALUES(?1, ?2)",
		error);

	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, id);
	sqlite3_bind_text(stmt, 2, text, -1, SQLITE_STATIC);
	return statement_run(store, stmt, error);
}

bool search_later(struct action *action, int64_t id, char *text, struct error *error)
{
	struct texts_later *later = &action->later;

	if (later->count == later->capacity) {
		later->capacity = later->capacity ? later->capacity * 2 : 256;
		later->items = xreallocarray(later->items, later->capacity, sizeof *later->items);
	}
	later->items[later->count].id = id;
	later->items[later->count++].text = text;
	later->bytes += strlen(text);
	return later->bytes < BUNDLE || search_flush(action, error);
}

bool search_flush(struct action *action, struct error *error)
{
	bool ok = true;
	size_t i;

	if (!action || !action->later.count)
		return true;
	for (i = 0; i < action->later.count && ok; i++)
		ok = search_write(action->store, action->later.items[i].id, action->later.items[i].text, false, error);
	search_forget(action);
	return ok;
}

void search_forget(struct action *action)
{
	size_t i;

	for (i = 0; i < action->later.count; i++)
		free(action->later.items[i].text);
	free(action->later.items);
	memset(&action->later, 0, sizeof action->later);
}
