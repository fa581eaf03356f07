/* Drafts: the unsaved text of forms, so that a lost line loses nothing.  Never journaled. */
#include <string.h>

#include "store/internal.h"

bool store_draft_save(struct store *store, const char *key, const char *content, struct error *error)
{
	sqlite3_stmt *stmt;
	char *time;
	bool ok;

	if (store->read_only)
		return true;
	stmt = statement(store,
		"INSERT INTO \"draft\"(\"login\", \"key\", \"host\", \"time\", \"content\") VALUES(?1, ?2, ?3, ?4, ?5)"
		" ON CONFLICT DO UPDATE SET \"host\" = excluded.\"host\", \"time\" = excluded.\"time\", \"content\" = excluded.\"content\"",
		error);
	if (!stmt)
		return false;
	time = date_time_format(environment_now());
	bind_text(store, stmt, 1, environment_login());
	bind_text(store, stmt, 2, key);
	bind_text(store, stmt, 3, environment_host());
	bind_text(store, stmt, 4, time);
	bind_text(store, stmt, 5, content);
	turn_take(store);
	ok = statement_run(store, stmt, error);
	turn_leave(store);
	free(time);
	return ok;
}

static struct draft *read_draft(struct store *store, const char *sql, const char *key)
{
	sqlite3_stmt *stmt = statement(store, sql, NULL);
	struct draft *draft = NULL;

	if (!stmt)
		return NULL;
	bind_text(store, stmt, 1, environment_login());
	if (key)
		bind_text(store, stmt, 2, key);
	if (statement_row(store, stmt)) {
		draft = xcalloc(1, sizeof *draft);
		draft->key = xstrdup(row_text(store, stmt, 0));
		draft->login = xstrdup(row_text(store, stmt, 1));
		draft->host = xstrdup(row_text(store, stmt, 2));
		draft->time = xstrdup(row_text(store, stmt, 3));
		draft->content = xstrdup(row_text(store, stmt, 4));
	}
	statement_end(store, stmt);
	return draft;
}

struct draft *store_draft(struct store *store, const char *key)
{
	return read_draft(store,
		"SELECT \"key\", \"login\", \"host\", \"time\", \"content\" FROM \"draft\" WHERE \"login\" = ?1 AND \"key\" = ?2",
		key);
}

/* Mostly nobody has one: then the account is not asked for its name, which costs more than all else here. */
static bool has_drafts(struct store *store)
{
	sqlite3_stmt *stmt = statement(store, "SELECT 1 FROM \"draft\" LIMIT 1", NULL);
	bool found = stmt && statement_row(store, stmt);

	if (stmt)
		statement_end(store, stmt);
	return found;
}

struct draft *store_draft_any(struct store *store)
{
	if (!has_drafts(store))
		return NULL;
	return read_draft(store,
		"SELECT \"key\", \"login\", \"host\", \"time\", \"content\" FROM \"draft\" WHERE \"login\" = ?1 ORDER BY \"time\" DESC LIMIT 1",
		NULL);
}

void store_draft_forget(struct store *store, const char *key)
{
	struct draft *draft = store->read_only ? NULL : store_draft(store, key);
	sqlite3_stmt *stmt;

	/* Most often there is none: then nothing is written. */
	if (!draft)
		return;
	draft_free(draft);
	stmt = statement(store, "DELETE FROM \"draft\" WHERE \"login\" = ?1 AND \"key\" = ?2", NULL);
	if (stmt) {
		bind_text(store, stmt, 1, environment_login());
		bind_text(store, stmt, 2, key);
		turn_take(store);
		statement_run(store, stmt, NULL);
		turn_leave(store);
	}
}

void draft_free(struct draft *draft)
{
	if (!draft)
		return;
	free(draft->key);
	free(draft->login);
	free(draft->host);
	free(draft->time);
	free(draft->content);
	free(draft);
}
