/*
 * The one write path, low level: a record in or out, or its fields changed,
 * with its links, search text, tallies and journal rows.  Rules of the
 * registers and companions stand in action.c above.
 */
#include <string.h>

#include "store/internal.h"

static bool add_unresolved_row(
	struct store *store, int64_t id, const char *field, const char *element, bool add, struct error *error)
{
	struct unresolved link;
	sqlite3_stmt *stmt;

	if (!unresolved_parse(element, &link))
		return error_set_field(error, ERROR_INVALID, field, _("%s is no reference."), element);
	stmt = statement(store,
		add ? "INSERT OR REPLACE INTO \"unresolved\"(\"record\", \"field\", \"uuid\", \"register\", \"ref\", \"title\") VALUES(?1, ?2, ?3, ?4, ?5, ?6)"
		    : "DELETE FROM \"unresolved\" WHERE \"record\" = ?1 AND \"field\" = ?2 AND \"uuid\" = ?3",
		error);
	if (!stmt) {
		unresolved_free(&link);
		return false;
	}
	sqlite3_bind_int64(stmt, 1, id);
	bind_text(store, stmt, 2, field);
	bind_text(store, stmt, 3, link.uuid);
	if (add) {
		bind_text(store, stmt, 4, link.register_name);
		bind_text(store, stmt, 5, link.ref);
		bind_text(store, stmt, 6, link.title);
	}
	unresolved_free(&link);
	return statement_run(store, stmt, error);
}

static bool link_row(struct store *store, int64_t id, const struct field_def *field, const char *element, bool add,
	struct error *error)
{
	const struct register_def *def = NULL;
	sqlite3_stmt *stmt;
	int64_t target;

	if (element[0] == '{')
		return add_unresolved_row(store, id, field->name, element, add, error);
	target = read_find_ref(store, element, &def);
	if (!store_sound(store, error))
		return false;
	if (!target || strcmp(def->name, field->target) != 0)
		return error_set_field(error, ERROR_INVALID, field->name, _("%s: there is no %s \"%s\" in this file."),
			_(field->label), field->target, element);
	stmt = statement(store,
		add ? "INSERT OR IGNORE INTO \"link\"(\"record\", \"field\", \"target\") VALUES(?1, ?2, ?3)"
		    : "DELETE FROM \"link\" WHERE \"record\" = ?1 AND \"field\" = ?2 AND \"target\" = ?3",
		error);
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, id);
	sqlite3_bind_text(stmt, 2, field->name, -1, SQLITE_STATIC);
	sqlite3_bind_int64(stmt, 3, target);
	return statement_run(store, stmt, error);
}

static bool index_text(struct action *action, const struct record *record, bool replace, struct error *error)
{
	struct store *store = action->store;
	char *text = record_search_text(store, record);
	bool ok;

	if (action->bulk && !replace)
		return search_later(action, record->id, text, error);
	ok = search_flush(action, error) && search_write(store, record->id, text, replace, error);
	free(text);
	return ok;
}

static void note_context(struct action *action, const struct register_def *def)
{
	if (def->flags & REGISTER_CONTEXT)
		action->context_touched = true;
	if (def->flags & (REGISTER_CONTEXT | REGISTER_JUDGES))
		context_forget(action->store);
}

/* The row of record in the table "record"; a record that comes back by undo has one already. */
static bool claim_identity(struct store *store, struct record *record, struct error *error)
{
	sqlite3_stmt *stmt;
	int code;

	if (record->id)
		return true;
	stmt = statement(store, "INSERT INTO \"record\"(\"register\", \"uuid\", \"ref\") VALUES(?1, ?2, ?3)", error);
	if (!stmt)
		return false;
	sqlite3_bind_text(stmt, 1, record->def->name, -1, SQLITE_STATIC);
	bind_text(store, stmt, 2, record->uuid);
	bind_text(store, stmt, 3, record->ref);
	code = statement_try(store, stmt, error);
	statement_end(store, stmt);
	if (code == SQLITE_DONE)
		record->id = sqlite3_last_insert_rowid(store->db);
	else if ((code & 0xff) == SQLITE_CONSTRAINT)
		reuse_identity(store, record);
	if (!record->id && (code & 0xff) == SQLITE_CONSTRAINT && store_sound(store, error))
		error_set(error, ERROR_INVALID,
			_("The ref %s is taken already, or was once; a ref is never used again."), record->ref);
	return record->id != 0;
}

/* What a field refers to that its column cannot hold: sets of references, and what is not in this file. */
static bool insert_links(struct store *store, const struct record *record, size_t index, struct error *error)
{
	const struct field_def *field = &record->def->fields[index];
	const char *value = record->values[index];
	struct strings elements = { 0 };
	bool ok = true;
	size_t i;

	if (!value || (field->flags & FIELD_INVERSE))
		return true;
	if (field->type->storage == STORED_REFERENCE && value[0] == '{')
		return add_unresolved_row(store, record->id, field->name, value, true, error);
	if (field->type->storage != STORED_LINKS)
		return true;
	strings_split(&elements, value);
	for (i = 0; i < elements.count && ok; i++)
		ok = link_row(store, record->id, field, elements.items[i], true, error);
	strings_free(&elements);
	return ok;
}

bool write_insert(struct action *action, struct record *record, struct error *error)
{
	struct store *store = action->store;
	bool ok;
	size_t i;

	if (!claim_identity(store, record, error))
		return false;
	free(record->updated);
	record->updated = xstrdup(action_time(action));
	if (!record->created)
		record->created = xstrdup(record->updated);
	record->rev = 1;
	ok = columns_insert(store, record, error);
	for (i = 0; i < record->def->field_count && ok; i++)
		ok = insert_links(store, record, i, error);
	if (!ok)
		return false;
	read_keep_ref(store, record->ref, record->uuid, record->id, record->def);
	names_note(store, record);
	if (!index_text(action, record, false, error) || !tally_record(action, record, 1, error) ||
		!journal_created(action, record, error))
		return false;
	action->counts.added++;
	note_context(action, record->def);
	inherit_touch(action, NULL, record);
	summary_touch(action, NULL, record);
	return true;
}

/* Writes what is new in a set of references and drops what is gone. */
static bool update_links(struct action *action, const struct record *new, const struct field_def *field,
	const char *before, const char *after, struct error *error)
{
	struct strings old_elements = { 0 }, new_elements = { 0 };
	size_t i;
	bool ok = true;

	if (before)
		strings_split(&old_elements, before);
	if (after)
		strings_split(&new_elements, after);
	for (i = 0; i < old_elements.count && ok; i++)
		if (!strings_contain(&new_elements, old_elements.items[i]))
			ok = link_row(action->store, new->id, field, old_elements.items[i], false, error) &&
			     journal_element(action, new->def, new->id, new->uuid, field->name, old_elements.items[i],
				     false, error);
	for (i = 0; i < new_elements.count && ok; i++)
		if (!strings_contain(&old_elements, new_elements.items[i]))
			ok = link_row(action->store, new->id, field, new_elements.items[i], true, error) &&
			     journal_element(action, new->def, new->id, new->uuid, field->name, new_elements.items[i],
				     true, error);
	strings_free(&old_elements);
	strings_free(&new_elements);
	return ok;
}

/* Records that are found by this one's texts (lines of the SoA by their control's) are indexed again. */
static bool index_referrers(struct action *action, const struct record *record, struct error *error)
{
	struct store *store = action->store;
	size_t i, j;

	for (i = 0; dictionary[i]; i++)
		for (j = 0; j < dictionary[i]->field_count; j++) {
			const struct field_def *field = &dictionary[i]->fields[j];
			sqlite3_stmt *stmt;
			char *sql;
			bool ok = true;

			if (!(field->flags & FIELD_SEARCH) || field->type->storage != STORED_REFERENCE ||
				strcmp(field->target, record->def->name) != 0)
				continue;
			sql = xasprintf("SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ?1", register_table(dictionary[i]),
				field->name);
			stmt = statement(store, sql, error);
			free(sql);
			if (!stmt)
				return false;
			sqlite3_bind_int64(stmt, 1, record->id);
			while (ok && statement_row(store, stmt)) {
				struct record *other =
					read_record(store, dictionary[i], sqlite3_column_int64(stmt, 0), false, error);

				ok = other && index_text(action, other, true, error);
				record_free(other);
			}
			statement_end(store, stmt);
			if (!ok)
				return false;
		}
	return true;
}

/* Whether the action has journaled something of the record already. */
static bool is_touched(struct action *action, int64_t id)
{
	sqlite3_stmt *stmt =
		action->entry ? statement(action->store,
					"SELECT 1 FROM \"change\" WHERE \"record\" = ?1 AND \"entry\" = ?2", NULL)
			      : NULL;
	bool touched;

	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, id);
	sqlite3_bind_int64(stmt, 2, action->entry);
	touched = statement_row(action->store, stmt);
	statement_end(action->store, stmt);
	return touched;
}

bool write_touch(struct action *action, const struct register_def *def, int64_t id, struct error *error)
{
	sqlite3_stmt *stmt;
	char *sql;

	if (is_touched(action, id))
		return true;
	sql = xasprintf(
		"UPDATE \"%s\" SET \"rev\" = \"rev\" + 1, \"updated\" = ?2 WHERE \"id\" = ?1", register_table(def));
	stmt = statement(action->store, sql, error);
	free(sql);
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, id);
	bind_text(action->store, stmt, 2, action_time(action));
	return statement_run(action->store, stmt, error);
}

/* What a field that changed has besides its column: its references, and its row of the journal. */
static bool update_field(
	struct action *action, const struct record *old, const struct record *new, size_t index, struct error *error)
{
	struct store *store = action->store;
	const struct field_def *field = &new->def->fields[index];
	const char *before = old->values[index], *after = new->values[index];

	if (field->type->storage == STORED_LINKS)
		return update_links(action, new, field, before, after, error);
	if (field->type->storage == STORED_REFERENCE) {
		if (before && before[0] == '{' &&
			!add_unresolved_row(store, new->id, field->name, before, false, error))
			return false;
		if (after && after[0] == '{' && !add_unresolved_row(store, new->id, field->name, after, true, error))
			return false;
	}
	return (field->flags & FIELD_DERIVED) || journal_set(action, new, field, before, after, error);
}

bool write_update(struct action *action, const struct record *old, struct record *new, struct error *error)
{
	const struct register_def *def = new->def;
	bool changed = false, journaled = false, searched = false, titled = false, ok;
	size_t i;

	for (i = 0; i < def->field_count; i++) {
		unsigned flags = def->fields[i].flags;

		if (!columns_differ(old, new, i))
			continue;
		changed = true;
		/* What follows from the method alone has no entry. */
		journaled = journaled || !(flags & FIELD_DERIVED);
		searched = searched || (flags & FIELD_SEARCH);
		titled = titled || (flags & (FIELD_TITLE | FIELD_SEARCH));
	}
	if (!changed) {
		action->counts.unchanged++;
		return true;
	}
	free(new->updated);
	new->updated = xstrdup(journaled ? action_time(action) : old->updated);
	new->rev = old->rev + (journaled && !is_touched(action, new->id));
	ok = columns_update(action->store, old, new, error);
	for (i = 0; i < def->field_count && ok; i++)
		if (columns_differ(old, new, i))
			ok = update_field(action, old, new, i, error);
	ok = ok && (!searched || index_text(action, new, true, error)) &&
	     (!titled || index_referrers(action, new, error)) && tally_update(action, old, new, error);
	if (!ok)
		return false;
	names_note(action->store, new);
	action->counts.changed++;
	note_context(action, def);
	inherit_touch(action, old, new);
	summary_touch(action, old, new);
	return true;
}

static bool run_id(struct store *store, const char *sql, int64_t id, struct error *error)
{
	sqlite3_stmt *stmt = statement(store, sql, error);

	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, id);
	return statement_run(store, stmt, error);
}

bool write_delete(struct action *action, const struct record *record, struct error *error)
{
	struct store *store = action->store;
	char *sql;
	bool ok;

	/* Before it goes: whom it names is asked of what it refers to. */
	summary_touch(action, record, NULL);
	if (!journal_deleted(action, record, error) || !tally_record(action, record, -1, error))
		return false;
	sql = xasprintf("DELETE FROM \"%s\" WHERE \"id\" = ?1", register_table(record->def));
	ok = run_id(store, "DELETE FROM \"link\" WHERE \"record\" = ?1", record->id, error) &&
	     run_id(store, "DELETE FROM \"unresolved\" WHERE \"record\" = ?1", record->id, error) &&
	     search_flush(action, error) &&
	     run_id(store, "DELETE FROM \"search\" WHERE rowid = ?1", record->id, error) &&
	     run_id(store, sql, record->id, error);
	free(sql);
	read_forget_refs(store);
	if (ok) {
		action->counts.removed++;
		note_context(action, record->def);
	}
	return ok;
}

bool write_unresolved(struct action *action, const struct register_def *def, int64_t id, const char *uuid,
	const char *field, const char *element, bool add, struct error *error)
{
	if (!add_unresolved_row(action->store, id, field, element, add, error) ||
		!write_touch(action, def, id, error) ||
		!journal_element(action, def, id, uuid, field, element, add, error))
		return false;
	action->counts.changed++;
	return true;
}
