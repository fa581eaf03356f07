/* Identities of new records: refs that are numbered, composed or given, and uuids that follow from what they name. */
#include <string.h>
#include <strings.h>

#include "store/internal.h"

/* The number that the next record of the prefix gets, as the action knows it: read once, and written when it ends.  NULL: error. */
static int64_t *number_of(struct store *store, const char *prefix, struct error *error)
{
	struct numbers *numbers = &store->action->numbers;
	sqlite3_stmt *stmt;
	size_t i;
	int code;

	for (i = 0; i < numbers->count; i++)
		if (strcmp(numbers->items[i].prefix, prefix) == 0)
			return &numbers->items[i].next;
	stmt = statement(store, "SELECT \"next\" FROM \"counter\" WHERE \"prefix\" = ?1", error);
	if (!stmt)
		return NULL;
	sqlite3_bind_text(stmt, 1, prefix, -1, SQLITE_STATIC);
	code = statement_step(store, stmt, error);
	if (code == SQLITE_ROW || code == SQLITE_DONE) {
		int64_t next = code == SQLITE_ROW ? row_id(store, stmt, 0) : 1;

		numbers->items = xreallocarray(numbers->items, numbers->count + 1, sizeof *numbers->items);
		numbers->items[numbers->count++] = (struct number){ prefix, next, next };
	}
	statement_end(store, stmt);
	return code == SQLITE_ROW || code == SQLITE_DONE ? &numbers->items[numbers->count - 1].next : NULL;
}

bool numbers_flush(struct action *action, struct error *error)
{
	size_t i;

	for (i = 0; i < action->numbers.count; i++) {
		struct number *number = &action->numbers.items[i];
		sqlite3_stmt *stmt;

		if (number->next == number->written)
			continue;
		stmt = statement(action->store,
			"INSERT INTO \"counter\"(\"prefix\", \"next\") VALUES(?1, ?2) ON CONFLICT(\"prefix\") DO UPDATE SET \"next\" = excluded.\"next\"",
			error);
		if (!stmt)
			return false;
		sqlite3_bind_text(stmt, 1, number->prefix, -1, SQLITE_STATIC);
		sqlite3_bind_int64(stmt, 2, number->next);
		if (!statement_run(action->store, stmt, error))
			return false;
		number->written = number->next;
	}
	return true;
}

/* A ref that was given: its form must be the register's, and the counter must stay ahead of it. */
static bool accept_ref(struct store *store, struct record *record, struct error *error)
{
	const char *prefix = record->def->prefix;
	size_t length = strlen(prefix);
	int64_t number, *next;

	if (strncasecmp(record->ref, prefix, length) != 0 || record->ref[length] != '-' ||
		strspn(record->ref + length + 1, "0123456789") != strlen(record->ref + length + 1) ||
		!number_parse_integer(record->ref + length + 1, &number) || number < 1 || number > 999999999) {
		char *shown = text_printable(record->ref, false);

		error_set(error, ERROR_INVALID, _("%s is no ref of this register; its refs look like %s-12."), shown,
			prefix);
		free(shown);
		return false;
	}
	free(record->ref);
	record->ref = xasprintf("%s-%lld", prefix, (long long)number);
	next = number_of(store, prefix, error);
	if (next && *next <= number)
		*next = number + 1;
	return next != NULL;
}

/* Prefix and uuid of the catalogue that a record names, which stay as they are; an import names the same one thousands of times.  False: there is none. */
static bool know_catalogue(struct store *store, const char *ref)
{
	sqlite3_stmt *stmt;

	if (store->catalogue.ref && strcmp(store->catalogue.ref, ref) == 0)
		return true;
	stmt = statement(store,
		"SELECT c.\"prefix\", r.\"uuid\" FROM \"record\" r JOIN \"catalogue\" c ON c.\"id\" = r.\"id\" WHERE r.\"ref\" = ?1",
		NULL);
	if (!stmt)
		return false;
	bind_text(store, stmt, 1, ref);
	free(store->catalogue.ref);
	store->catalogue.ref = NULL;
	if (statement_row(store, stmt)) {
		free(store->catalogue.prefix);
		free(store->catalogue.uuid);
		store->catalogue.ref = xstrdup(ref);
		store->catalogue.prefix = xstrdup(row_text(store, stmt, 0));
		store->catalogue.uuid = xstrdup(row_text(store, stmt, 1));
	}
	statement_end(store, stmt);
	return store->catalogue.ref != NULL;
}

bool name_record(struct store *store, struct record *record, struct error *error)
{
	const char *catalogue = record_get(record, "catalogue"), *number = record_get(record, "number"),
		   *named = record->def->named_by ? record_get(record, record->def->named_by) : NULL;
	const struct field_def *answers = register_answers(record->def);
	char uuid[UUID_TEXT];

	if (catalogue && number && register_field(record->def, "number") && know_catalogue(store, catalogue)) {
		if (!record->ref)
			record->ref = xasprintf("%s:%s", store->catalogue.prefix, number);
		if (!record->uuid && strcmp(store->catalogue.prefix, "own") != 0) {
			uuid_named(store->catalogue.uuid, number, uuid);
			record->uuid = xstrdup(uuid);
		}
	}
	if (!record->uuid && named) {
		uuid_named(UUID_NORIA, named, uuid);
		record->uuid = xstrdup(uuid);
	}
	if (!record->uuid && answers && record_get(record, answers->name)) {
		char *asked = read_uuid_of_ref(store, record_get(record, answers->name));

		if (asked && store_context(store)->organisation_uuid) {
			uuid_named(store_context(store)->organisation_uuid, asked, uuid);
			record->uuid = xstrdup(uuid);
		}
		free(asked);
	}
	if (!record->uuid) {
		uuid_random(uuid);
		record->uuid = xstrdup(uuid);
	} else if (!uuid_is_valid(record->uuid)) {
		return error_set(error, ERROR_INVALID, _("A uuid of the record is not well formed."));
	}
	if (record->def->prefix) {
		int64_t *next;

		if (record->ref)
			return accept_ref(store, record, error);
		next = number_of(store, record->def->prefix, error);
		if (!next)
			return false;
		record->ref = xasprintf("%s-%lld", record->def->prefix, (long long)(*next)++);
	} else if (!record->ref && record->def->ref_of) {
		char ref[600];

		if (record->def->ref_of(record, ref, sizeof ref))
			record->ref = xstrdup(ref);
	}
	if (!record->ref || !*record->ref)
		return error_set(error, ERROR_INVALID, _("A field that names the record is empty."));
	if (strpbrk(record->ref, ", {}\t\n") || text_has_control(record->ref, ""))
		return error_set(error, ERROR_INVALID, _("A ref may not hold spaces, commas or braces."));
	return true;
}

void reuse_identity(struct store *store, struct record *record)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT \"id\" FROM \"record\" WHERE \"uuid\" = ?1 AND \"ref\" = ?2 AND \"register\" = ?3", NULL);
	int64_t id = 0;

	if (!stmt)
		return;
	bind_text(store, stmt, 1, record->uuid);
	bind_text(store, stmt, 2, record->ref);
	bind_text(store, stmt, 3, record->def->name);
	if (statement_row(store, stmt))
		id = sqlite3_column_int64(stmt, 0);
	statement_end(store, stmt);
	if (id && !read_exists(store, record->def, id))
		record->id = id;
}
