/*
 * The journal: a graph of entries, each with the hash of its parent.  A
 * row's canonical text is JSON that names register, uuid, field and values
 * (references as uuids), never ids or columns, so that another file can keep it
 * verbatim:
 *   ["+record", register, uuid, ref, {field: value, ...}]   a record with all its fields
 *   ["-record", register, uuid, ref, {field: value, ...}]
 *   ["set", register, uuid, field, before, after]
 *   ["+", register, uuid, field, element]  and  ["-", ...]  an element of a set of references
 */
#include <string.h>

#include "store/internal.h"

#define SALT_BYTES 16

static char *map_elements(struct store *store, const char *value, char *(*map)(struct store *, const char *))
{
	struct strings from = { 0 }, to = { 0 };
	char *joined;
	size_t i;

	strings_split(&from, value);
	for (i = 0; i < from.count; i++) {
		char *mapped = from.items[i][0] == '{' ? NULL : map(store, from.items[i]);

		strings_take(&to, mapped ? mapped : xstrdup(from.items[i]));
	}
	joined = strings_join(&to, ",");
	strings_free(&from);
	strings_free(&to);
	return joined;
}

char *journal_value(struct store *store, const struct field_def *field, const char *value)
{
	if (!value || !field_is_reference(field))
		return xstrdup(value);
	return map_elements(store, value, read_uuid_of_ref);
}

char *journal_unvalue(struct store *store, const struct field_def *field, const char *text)
{
	if (!text || !field_is_reference(field))
		return xstrdup(text);
	return map_elements(store, text, read_ref_of_uuid);
}

void journal_row_digest(const unsigned char *salt, size_t salt_length, const char *text, size_t length,
	unsigned char digest[HASH_BYTES])
{
	struct hash *hash = hash_new();

	hash_add(hash, salt, salt_length);
	hash_add(hash, text, length);
	hash_end(hash, digest);
}

/* Gives the action its entry when the first change comes; an action that changes nothing leaves no entry. */
static bool open_entry(struct action *action, struct error *error)
{
	sqlite3_stmt *stmt;

	if (action->entry)
		return true;
	stmt = statement(action->store, "SELECT COALESCE(max(\"id\"), 0) + 1 FROM \"entry\"", error);
	if (!stmt)
		return false;
	if (statement_step(action->store, stmt, error) == SQLITE_ROW)
		action->entry = sqlite3_column_int64(stmt, 0);
	statement_end(action->store, stmt);
	action->digests = hash_new();
	return action->entry != 0;
}

static bool add_row(struct action *action, int64_t record, const char *text, struct error *error)
{
	unsigned char salt[SALT_BYTES], digest[HASH_BYTES];
	sqlite3_stmt *stmt;

	if (!open_entry(action, error))
		return false;
	environment_random(salt, sizeof salt);
	journal_row_digest(salt, sizeof salt, text, strlen(text), digest);
	hash_add(action->digests, digest, sizeof digest);
	stmt = statement(action->store,
		"INSERT INTO \"change\"(\"entry\", \"seq\", \"record\", \"text\", \"salt\", \"digest\") VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
		error);
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, action->entry);
	sqlite3_bind_int64(stmt, 2, ++action->seq);
	sqlite3_bind_int64(stmt, 3, record);
	sqlite3_bind_text(stmt, 4, text, -1, SQLITE_STATIC);
	sqlite3_bind_blob(stmt, 5, salt, sizeof salt, SQLITE_STATIC);
	sqlite3_bind_blob(stmt, 6, digest, sizeof digest, SQLITE_STATIC);
	return statement_run(action->store, stmt, error);
}

char *journal_record(struct store *store, const struct record *record)
{
	struct buffer text = { 0 };
	size_t i;

	buffer_add(&text, "{\"created\":");
	json_add_string(&text, record->created);
	for (i = 0; i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];
		char *value;

		if ((field->flags & (FIELD_DERIVED | FIELD_INVERSE)) || !record->values[i])
			continue;
		value = journal_value(store, field, record->values[i]);
		buffer_add_char(&text, ',');
		json_add_string(&text, field->name);
		buffer_add_char(&text, ':');
		json_add_string(&text, value);
		free(value);
	}
	buffer_add_char(&text, '}');
	return buffer_take(&text);
}

struct record *journal_read_record(struct store *store, const struct register_def *def, const struct json *object)
{
	struct record *record = record_empty(def);
	const struct json *member;
	size_t i;

	member = json_member(object, "created");
	if (member && member->type == JSON_STRING)
		record->created = xstrdup(member->text);
	for (i = 0; i < def->field_count; i++) {
		member = json_member(object, def->fields[i].name);
		if (member && member->type == JSON_STRING && !(def->fields[i].flags & (FIELD_DERIVED | FIELD_INVERSE)))
			record->values[i] = journal_unvalue(store, &def->fields[i], member->text);
	}
	return record;
}

static bool whole_record(struct action *action, const char *kind, const struct record *record, struct error *error)
{
	struct buffer text = { 0 };
	char *object = journal_record(action->store, record);
	bool ok;

	buffer_printf(&text, "[\"%s\",\"%s\",", kind, record->def->name);
	json_add_string(&text, record->uuid);
	buffer_add_char(&text, ',');
	json_add_string(&text, record->ref);
	buffer_add_char(&text, ',');
	buffer_add(&text, object);
	buffer_add_char(&text, ']');
	ok = add_row(action, record->id, text.data, error);
	buffer_free(&text);
	free(object);
	return ok;
}

bool journal_created(struct action *action, const struct record *record, struct error *error)
{
	action->created++;
	action->created_companions += register_answers(record->def) ? 1 : 0;
	return whole_record(action, "+record", record, error);
}

bool journal_deleted(struct action *action, const struct record *record, struct error *error)
{
	return whole_record(action, "-record", record, error);
}

bool journal_set(struct action *action, const struct record *record, const struct field_def *field, const char *before,
	const char *after, struct error *error)
{
	struct buffer text = { 0 };
	char *old = journal_value(action->store, field, before), *new = journal_value(action->store, field, after);
	bool ok;

	buffer_printf(&text, "[\"set\",\"%s\",", record->def->name);
	json_add_string(&text, record->uuid);
	buffer_printf(&text, ",\"%s\",", field->name);
	json_add_string(&text, old);
	buffer_add_char(&text, ',');
	json_add_string(&text, new);
	buffer_add_char(&text, ']');
	ok = add_row(action, record->id, text.data, error);
	buffer_free(&text);
	free(old);
	free(new);
	return ok;
}

bool journal_element(struct action *action, const struct register_def *def, int64_t id, const char *uuid,
	const char *field, const char *element, bool add, struct error *error)
{
	struct buffer text = { 0 };
	char *mapped = element[0] == '{' ? NULL : read_uuid_of_ref(action->store, element);
	bool ok;

	buffer_printf(&text, "[\"%s\",\"%s\",", add ? "+" : "-", def->name);
	json_add_string(&text, uuid);
	buffer_printf(&text, ",\"%s\",", field);
	json_add_string(&text, mapped ? mapped : element);
	buffer_add_char(&text, ']');
	ok = add_row(action, id, text.data, error);
	buffer_free(&text);
	free(mapped);
	return ok;
}

void journal_entry_hash(const char *parent, const char *other_parent, const char *time, const char *login,
	const char *host, const char *action, const char *names, const unsigned char digests[HASH_BYTES],
	char out[HASH_TEXT])
{
	const char *const parts[] = { "noria entry 1", parent, other_parent, time, login, host, action, names };
	unsigned char digest[HASH_BYTES];
	struct hash *hash = hash_new();
	size_t i;

	for (i = 0; i < sizeof parts / sizeof parts[0]; i++)
		hash_add(hash, parts[i], strlen(parts[i]) + 1);
	hash_add(hash, digests, HASH_BYTES);
	hash_end(hash, digest);
	hash_hex(digest, HASH_BYTES, out);
}

bool store_head_after(struct store *store, const char *head, const char *before)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT (SELECT \"id\" FROM \"entry\" WHERE \"hash\" = ?1) > (SELECT \"id\" FROM \"entry\" WHERE \"hash\" = ?2)",
		NULL);
	bool after = false;

	if (stmt) {
		bind_text(store, stmt, 1, head);
		bind_text(store, stmt, 2, before);
		after = statement_row(store, stmt) && sqlite3_column_int(stmt, 0) == 1;
	}
	statement_end(store, stmt);
	return after;
}

const char *store_head(struct store *store)
{
	sqlite3_stmt *stmt;

	if (store->head_known)
		return store->head;
	store->head[0] = '\0';
	stmt = statement(store, "SELECT \"value\" FROM \"meta\" WHERE \"key\" = 'head'", NULL);
	if (statement_row(store, stmt)) {
		const char *head = row_text(store, stmt, 0);

		if (strlen(head) < HASH_TEXT)
			memcpy(store->head, head, strlen(head) + 1);
		else
			store_damaged(store, _("the head of the journal is no hash"));
	}
	statement_end(store, stmt);
	store->head_known = !store->failure.kind;
	return store->head;
}

const char *action_time(struct action *action)
{
	if (!action->time)
		action->time = date_time_format(environment_now());
	return action->time;
}

int64_t store_entry_newest(struct store *store)
{
	return store_integer(store, "SELECT max(\"id\") FROM \"entry\"", 0);
}

bool journal_close(struct action *action, struct error *error)
{
	struct store *store = action->store;
	unsigned char digests[HASH_BYTES];
	char *hash = action->hash;
	const char *time = action_time(action);
	char *login, *host;
	sqlite3_stmt *stmt;
	bool ok = false;

	if (!open_entry(action, error))
		return false;
	hash_end(action->digests, digests);
	action->digests = NULL;
	/* What stands in the file now, not what this process saw last. */
	store->head_known = false;
	login = text_printable(environment_login(), false);
	host = text_printable(environment_host(), false);
	journal_entry_hash(store_head(store), "", time, login, host, action->name, action->names, digests, hash);
	stmt = statement(store,
		"INSERT INTO \"entry\"(\"id\", \"hash\", \"parent\", \"other_parent\", \"time\", \"login\", \"host\", \"action\", \"names\") VALUES(?1, ?2, ?3, '', ?4, ?5, ?6, ?7, ?8)",
		error);
	if (!stmt)
		goto out;
	sqlite3_bind_int64(stmt, 1, action->entry);
	bind_text(store, stmt, 2, hash);
	bind_text(store, stmt, 3, store_head(store));
	bind_text(store, stmt, 4, time);
	bind_text(store, stmt, 5, login);
	bind_text(store, stmt, 6, host);
	bind_text(store, stmt, 7, action->name);
	bind_text(store, stmt, 8, action->names);
	if (!statement_run(store, stmt, error))
		goto out;
	stmt = statement(store,
		"INSERT INTO \"meta\"(\"key\", \"value\") VALUES('head', ?1) ON CONFLICT(\"key\") DO UPDATE SET \"value\" = excluded.\"value\"",
		error);
	if (!stmt)
		goto out;
	bind_text(store, stmt, 1, hash);
	ok = statement_run(store, stmt, error);
out:
	store->head_known = false;
	free(login);
	free(host);
	return ok;
}
