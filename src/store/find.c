/* Records by what people call them: refs, whole or short, uuids, titles. */
#include <string.h>

#include "store/internal.h"

static int64_t find_exact(struct store *store, const char *ref, const struct register_def **def)
{
	const struct kept_ref *kept = kept_ref(store, ref);
	sqlite3_stmt *stmt;
	char uuid[UUID_TEXT] = "";
	int64_t id = 0;

	if (kept) {
		*def = kept->def;
		return kept->id;
	}
	stmt = statement(store, "SELECT \"id\", \"register\", \"uuid\" FROM \"record\" WHERE \"ref\" = ?1", NULL);
	if (!stmt)
		return 0;
	bind_text(store, stmt, 1, ref);
	if (statement_row(store, stmt)) {
		id = row_id(store, stmt, 0);
		*def = row_register(store, stmt, 1);
		if (strlen(row_text(store, stmt, 2)) < sizeof uuid)
			memcpy(uuid, row_text(store, stmt, 2), strlen(row_text(store, stmt, 2)) + 1);
	}
	statement_end(store, stmt);
	/* The row of a deleted record stays; its record does not. */
	if (!id || !*def || !read_exists(store, *def, id))
		return 0;
	read_keep_ref(store, ref, uuid, id, *def);
	return id;
}

int64_t read_find_ref(struct store *store, const char *ref, const struct register_def **def)
{
	int64_t id = find_exact(store, ref, def);
	const char *prefix;

	if (id || strchr(ref, ':'))
		return id;
	prefix = store_context(store)->catalogue_prefix;
	if (prefix) {
		char *whole = xasprintf("%s:%s", prefix, ref);

		id = find_exact(store, whole, def);
		/* The short form stands for it as long as the action runs. */
		if (id && kept_ref(store, whole))
			read_keep_ref(store, ref, kept_ref(store, whole)->uuid, id, *def);
		free(whole);
	}
	return id;
}

int64_t store_find(struct store *store, const char *ref, const struct register_def **def)
{
	const struct register_def *found = NULL;
	int64_t id = read_find_ref(store, ref, &found);

	if (def)
		*def = found;
	return id;
}

int64_t store_find_ever(struct store *store, const char *ref, bool *deleted)
{
	const struct register_def *def = NULL;
	int64_t id = read_find_ref(store, ref, &def);
	sqlite3_stmt *stmt;

	*deleted = false;
	if (id)
		return id;
	stmt = statement(store, "SELECT \"id\" FROM \"record\" WHERE \"ref\" = ?1", NULL);
	if (stmt) {
		bind_text(store, stmt, 1, ref);
		if (statement_row(store, stmt))
			id = sqlite3_column_int64(stmt, 0);
	}
	statement_end(store, stmt);
	*deleted = id != 0 && !store->failure.kind;
	return id;
}

struct record *store_record_by_ref(struct store *store, const char *ref, struct error *error)
{
	const struct register_def *def = NULL;
	int64_t id = read_find_ref(store, ref, &def);

	if (!id && !store_sound(store, error))
		return NULL;
	if (!id) {
		char *shown = text_printable(ref, false);

		error_set(error, ERROR_INVALID, _("There is no record %s in this file."), shown);
		free(shown);
		return NULL;
	}
	return read_record(store, def, id, true, error);
}

static int64_t find_uuid(struct store *store, const char *uuid, const struct register_def **def)
{
	sqlite3_stmt *stmt = statement(store, "SELECT \"id\", \"register\" FROM \"record\" WHERE \"uuid\" = ?1", NULL);
	int64_t id = 0;

	if (!stmt)
		return 0;
	bind_text(store, stmt, 1, uuid);
	if (statement_row(store, stmt)) {
		id = row_id(store, stmt, 0);
		*def = row_register(store, stmt, 1);
	}
	statement_end(store, stmt);
	return id;
}

struct record *store_record_by_uuid(struct store *store, const char *uuid, struct error *error)
{
	const struct register_def *def = NULL;
	int64_t id = find_uuid(store, uuid, &def);

	if (!id || !def || !read_exists(store, def, id)) {
		store_sound(store, error);
		return NULL;
	}
	return read_record(store, def, id, true, error);
}

char *read_uuid_of_ref(struct store *store, const char *ref)
{
	const struct kept_ref *kept = kept_ref(store, ref);
	sqlite3_stmt *stmt;
	char *uuid = NULL;

	if (kept)
		return xstrdup(kept->uuid);
	stmt = statement(store, "SELECT \"uuid\" FROM \"record\" WHERE \"ref\" = ?1", NULL);
	if (!stmt)
		return NULL;
	bind_text(store, stmt, 1, ref);
	if (statement_row(store, stmt))
		uuid = xstrdup(row_text(store, stmt, 0));
	statement_end(store, stmt);
	return uuid;
}

char *read_ref_of_uuid(struct store *store, const char *uuid)
{
	sqlite3_stmt *stmt = statement(store, "SELECT \"ref\" FROM \"record\" WHERE \"uuid\" = ?1", NULL);
	char *ref = NULL;

	if (!stmt)
		return NULL;
	bind_text(store, stmt, 1, uuid);
	if (statement_row(store, stmt))
		ref = xstrdup(row_text(store, stmt, 0));
	statement_end(store, stmt);
	return ref;
}

char *store_ref(struct store *store, int64_t id)
{
	sqlite3_stmt *stmt = statement(store, "SELECT \"ref\" FROM \"record\" WHERE \"id\" = ?1", NULL);
	char *ref = NULL;

	if (!stmt)
		return NULL;
	sqlite3_bind_int64(stmt, 1, id);
	if (statement_row(store, stmt))
		ref = xstrdup(row_text(store, stmt, 0));
	statement_end(store, stmt);
	return ref;
}

char *store_title(struct store *store, const char *ref)
{
	const struct register_def *def = NULL;
	int64_t id = read_find_ref(store, ref, &def);
	char *title = NULL;

	if (id)
		read_name(store, def, id, NULL, &title);
	return title;
}
