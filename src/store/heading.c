/* What the columns of tables were said to be, by register and heading, so that the next table asks nothing.  Never journaled. */
#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

/* Of what was kept in memory, three texts each, the place of the field; the count: none of that heading. */
static size_t kept_place(const struct store *store, const struct register_def *def, const char *heading)
{
	const struct strings *kept = &store->headings;
	size_t i;

	for (i = 0; i + 2 < kept->count; i += 3)
		if (strcmp(kept->items[i], def->name) == 0 && strcmp(kept->items[i + 1], heading) == 0)
			return i + 2;
	return kept->count;
}

void store_heading_keep(struct store *store, const struct register_def *def, const char *heading, const char *field)
{
	struct strings *kept = &store->headings;
	size_t place = kept_place(store, def, heading), i;

	if (!field && place < kept->count) {
		/* The last three take their place. */
		for (i = 0; i < 3; i++) {
			free(kept->items[place - i]);
			kept->items[place - i] = kept->items[kept->count - 1 - i];
			kept->items[kept->count - 1 - i] = NULL;
		}
		kept->count -= 3;
	}
	if (!field)
		return;
	if (place < store->headings.count) {
		free(store->headings.items[place]);
		store->headings.items[place] = xstrdup(field);
		return;
	}
	strings_add(&store->headings, def->name);
	strings_add(&store->headings, heading);
	strings_add(&store->headings, field);
}

char *store_heading(struct store *store, const struct register_def *def, const char *heading)
{
	size_t place = kept_place(store, def, heading);
	sqlite3_stmt *stmt;
	char *field = NULL;

	if (place < store->headings.count)
		return xstrdup(store->headings.items[place]);
	stmt = statement(store, "SELECT \"field\" FROM \"heading\" WHERE \"register\" = ?1 AND \"heading\" = ?2", NULL);
	if (!stmt)
		return NULL;
	bind_text(store, stmt, 1, def->name);
	bind_text(store, stmt, 2, heading);
	if (statement_row(store, stmt))
		field = xstrdup(row_text(store, stmt, 0));
	statement_end(store, stmt);
	return field;
}

bool action_heading(struct action *action, const struct register_def *def, const char *heading, const char *field,
	struct error *error)
{
	struct store *store = action->store;
	sqlite3_stmt *stmt = statement(store,
		"INSERT INTO \"heading\"(\"register\", \"heading\", \"field\") VALUES(?1, ?2, ?3)"
		" ON CONFLICT DO UPDATE SET \"field\" = excluded.\"field\" WHERE \"heading\".\"field\" <> excluded.\"field\"",
		error);

	if (!stmt)
		return false;
	bind_text(store, stmt, 1, def->name);
	bind_text(store, stmt, 2, heading);
	bind_text(store, stmt, 3, field);
	if (!statement_run(store, stmt, error))
		return false;
	if (sqlite3_changes(store->db) > 0) {
		strings_free(&action->heading);
		strings_add(&action->heading, def->name);
		strings_add(&action->heading, heading);
		strings_add(&action->heading, field);
	}
	return true;
}
