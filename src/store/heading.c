/* What the columns of tables were said to be, by register and heading, so that the next table asks nothing.  Never journaled. */
#include <string.h>

#include "store/internal.h"

char *store_heading(struct store *store, const struct register_def *def, const char *heading)
{
	sqlite3_stmt *stmt = statement(
		store, "SELECT \"field\" FROM \"heading\" WHERE \"register\" = ?1 AND \"heading\" = ?2", NULL);
	char *field = NULL;

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
		" ON CONFLICT DO UPDATE SET \"field\" = excluded.\"field\"",
		error);

	if (!stmt)
		return false;
	bind_text(store, stmt, 1, def->name);
	bind_text(store, stmt, 2, heading);
	bind_text(store, stmt, 3, field);
	return statement_run(store, stmt, error);
}
