/*
 * The one write path, low level: a record in or out, or its fields changed,
 * with its links, search text, tallies and journal rows.  Rules of the
 * registers and companions stand in action.c above.
 */
#include <string.h>

#include "store/internal.h"

/* Binds a canonical value as its column holds it; a reference's ref becomes an id. */
static bool bind_value(struct store *store, sqlite3_stmt *stmt, int index, const struct field_def *field,
	const char *value, struct error *error)
{
	if (!value || (field->type->storage == STORED_REFERENCE && value[0] == '{')) {
		sqlite3_bind_null(stmt, index);
		return true;
	}
	switch (field->type->storage) {
	case STORED_INTEGER: {
		int64_t number;

		if (!number_parse_integer(value, &number))
			return error_set_field(
				error, ERROR_INVALID, field->name, _("%s must be a whole number."), _(field->label));
		sqlite3_bind_int64(stmt, index, number);
		return true;
	}
	case STORED_REAL: {
		double number;

		if (!number_parse_real(value, &number))
			return error_set_field(
				error, ERROR_INVALID, field->name, _("%s must be a number."), _(field->label));
		sqlite3_bind_double(stmt, index, number);
		return true;
	}
	case STORED_REFERENCE: {
		const struct register_def *def = NULL;
		int64_t id = read_find_ref(store, value, &def);

		if (!store_sound(store, error))
			return false;
		if (!id || strcmp(def->name, field->target) != 0)
			return error_set_field(error, ERROR_INVALID, field->name,
				_("%s: there is no %s %s in this file."), _(field->label), field->target, value);
		sqlite3_bind_int64(stmt, index, id);
		return true;
	}
	case STORED_TEXT:
	case STORED_LINKS:
		break;
	}
	sqlite3_bind_text(stmt, index, value, -1, SQLITE_STATIC);
	return true;
}

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
		return error_set_field(error, ERROR_INVALID, field->name, _("%s: there is no %s %s in this file."),
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

static bool index_text(struct store *store, const struct record *record, bool replace, struct error *error)
{
	sqlite3_stmt *stmt = statement(store,
		replace ? "UPDATE \"search\" SET \"text\" = ?2 WHERE rowid = ?1"
			: "INSERT INTO \"search\"(rowid, \"text\") VALUES(?1, ?2)",
		error);
	char *text;
	bool ok;

	if (!stmt)
		return false;
	text = record_search_text(store, record);
	sqlite3_bind_int64(stmt, 1, record->id);
	sqlite3_bind_text(stmt, 2, text, -1, SQLITE_STATIC);
	ok = statement_run(store, stmt, error);
	free(text);
	return ok;
}

static void note_context(struct action *action, const struct register_def *def)
{
	if (strcmp(def->name, "organisation") == 0 || strcmp(def->name, "method") == 0 ||
		strcmp(def->name, "level") == 0 || strcmp(def->name, "catalogue") == 0) {
		action->context_touched = true;
		context_forget(action->store);
	}
}

static char *insert_sql(const void *of)
{
	const struct register_def *def = of;
	struct buffer columns = { 0 }, marks = { 0 }, sql = { 0 };
	int mark = 5;
	size_t i;

	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];

		if (!field_is_stored(field))
			continue;
		buffer_printf(&columns, ", \"%s\"", field->name);
		buffer_printf(&marks, ", ?%d", ++mark);
		if (field_has_key(field)) {
			buffer_printf(&columns, ", \"%s_key\"", field->name);
			buffer_printf(&marks, ", ?%d", ++mark);
		}
	}
	buffer_printf(&sql,
		"INSERT INTO \"%s\"(\"id\", \"rev\", \"created\", \"updated\", \"ref_key\"%s) VALUES(?1, ?2, ?3, ?4, ?5%s)",
		def->name, columns.data ? columns.data : "", marks.data ? marks.data : "");
	buffer_free(&columns);
	buffer_free(&marks);
	return buffer_take(&sql);
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

bool write_insert(struct action *action, struct record *record, struct error *error)
{
	struct store *store = action->store;
	const struct register_def *def = record->def;
	sqlite3_stmt *stmt;
	struct strings keys = { 0 };
	char *ref_key;
	size_t i;
	int mark = 5;
	bool ok = false;

	if (!claim_identity(store, record, error))
		return false;
	free(record->updated);
	record->updated = xstrdup(action_time(action));
	if (!record->created)
		record->created = xstrdup(record->updated);
	record->rev = 1;
	stmt = statement_of(store, insert_sql, def, error);
	if (!stmt)
		return false;
	ref_key = text_sort_key(record->ref);
	sqlite3_bind_int64(stmt, 1, record->id);
	sqlite3_bind_int64(stmt, 2, record->rev);
	sqlite3_bind_text(stmt, 3, record->created, -1, SQLITE_STATIC);
	sqlite3_bind_text(stmt, 4, record->updated, -1, SQLITE_STATIC);
	sqlite3_bind_text(stmt, 5, ref_key, -1, SQLITE_STATIC);
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];

		if (!field_is_stored(field))
			continue;
		if (!bind_value(store, stmt, ++mark, field, record->values[i], error)) {
			statement_end(store, stmt);
			goto out;
		}
		if (field_has_key(field)) {
			strings_take(&keys, field_key(def, field, record, record->values[i]));
			sqlite3_bind_text(stmt, ++mark, keys.items[keys.count - 1], -1, SQLITE_STATIC);
		}
	}
	if (!statement_run(store, stmt, error))
		goto out;
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];
		struct strings elements = { 0 };
		size_t j;
		bool fine = true;

		if (!record->values[i] || (field->flags & FIELD_INVERSE))
			continue;
		if (field->type->storage == STORED_REFERENCE && record->values[i][0] == '{') {
			if (!add_unresolved_row(store, record->id, field->name, record->values[i], true, error))
				goto out;
			continue;
		}
		if (field->type->storage != STORED_LINKS)
			continue;
		strings_split(&elements, record->values[i]);
		for (j = 0; j < elements.count && fine; j++)
			fine = link_row(store, record->id, field, elements.items[j], true, error);
		strings_free(&elements);
		if (!fine)
			goto out;
	}
	read_keep_ref(store, record->ref, record->uuid, record->id, def);
	ok = index_text(store, record, false, error) && tally_record(action, record, 1, error) &&
	     journal_created(action, record, error);
	if (ok) {
		action->counts.added++;
		note_context(action, def);
	}
out:
	strings_free(&keys);
	free(ref_key);
	return ok;
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
			sql = xasprintf(
				"SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ?1", dictionary[i]->name, field->name);
			stmt = statement(store, sql, error);
			free(sql);
			if (!stmt)
				return false;
			sqlite3_bind_int64(stmt, 1, record->id);
			while (ok && statement_row(store, stmt)) {
				struct record *other =
					read_record(store, dictionary[i], sqlite3_column_int64(stmt, 0), false, error);

				ok = other && index_text(store, other, true, error);
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
	sql = xasprintf("UPDATE \"%s\" SET \"rev\" = \"rev\" + 1, \"updated\" = ?2 WHERE \"id\" = ?1", def->name);
	stmt = statement(action->store, sql, error);
	free(sql);
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, id);
	bind_text(action->store, stmt, 2, action_time(action));
	return statement_run(action->store, stmt, error);
}

bool write_update(struct action *action, const struct record *old, struct record *new, struct error *error)
{
	struct store *store = action->store;
	const struct register_def *def = new->def;
	struct buffer sql = { 0 };
	struct strings keys = { 0 };
	sqlite3_stmt *stmt;
	bool changed = false, journaled = false, searched = false, titled = false, ok = false;
	size_t i;
	int mark = 3;

	/* Only columns that change are named, so that only their indexes are written. */
	buffer_printf(&sql, "UPDATE \"%s\" SET \"rev\" = \"rev\" + ?1, \"updated\" = ?2", def->name);
	/* Both tell of the entries that touched the record: check.c compares.  What follows from the method alone has none. */
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];

		if ((field->flags & FIELD_INVERSE) || !text_differs(old->values[i], new->values[i]))
			continue;
		changed = true;
		journaled = journaled || !(field->flags & FIELD_DERIVED);
		searched = searched || (field->flags & FIELD_SEARCH);
		titled = titled || (field->flags & (FIELD_TITLE | FIELD_SEARCH));
		if (!field_is_stored(field))
			continue;
		buffer_printf(&sql, ", \"%s\" = ?%d", field->name, ++mark);
		if (field_has_key(field))
			buffer_printf(&sql, ", \"%s_key\" = ?%d", field->name, ++mark);
		if (field->flags & FIELD_TRANSLATED) {
			char *name = xasprintf("%s_fr", field->name);
			const struct field_def *companion = register_field(def, name);
			int index = register_field_index(def, name);

			if (companion && field_has_key(companion) && !new->values[index] && !old->values[index])
				buffer_printf(&sql, ", \"%s_key\" = ?%d", name, ++mark);
			free(name);
		}
	}
	if (!changed) {
		buffer_free(&sql);
		action->counts.unchanged++;
		return true;
	}
	buffer_printf(&sql, " WHERE \"id\" = ?3");
	stmt = statement(store, sql.data, error);
	buffer_free(&sql);
	if (!stmt)
		return false;
	free(new->updated);
	new->updated = xstrdup(journaled ? action_time(action) : old->updated);
	new->rev = old->rev + (journaled && !is_touched(action, new->id));
	sqlite3_bind_int64(stmt, 1, new->rev - old->rev);
	sqlite3_bind_text(stmt, 2, new->updated, -1, SQLITE_STATIC);
	sqlite3_bind_int64(stmt, 3, new->id);
	mark = 3;
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];

		if ((field->flags & FIELD_INVERSE) || !text_differs(old->values[i], new->values[i]) ||
			!field_is_stored(field))
			continue;
		if (!bind_value(store, stmt, ++mark, field, new->values[i], error)) {
			statement_end(store, stmt);
			goto out;
		}
		if (field_has_key(field)) {
			strings_take(&keys, field_key(def, field, new, new->values[i]));
			sqlite3_bind_text(stmt, ++mark, keys.items[keys.count - 1], -1, SQLITE_STATIC);
		}
		if (field->flags & FIELD_TRANSLATED) {
			char *name = xasprintf("%s_fr", field->name);
			const struct field_def *companion = register_field(def, name);
			int index = register_field_index(def, name);

			if (companion && field_has_key(companion) && !new->values[index] && !old->values[index]) {
				strings_take(&keys, field_key(def, companion, new, NULL));
				sqlite3_bind_text(stmt, ++mark, keys.items[keys.count - 1], -1, SQLITE_STATIC);
			}
			free(name);
		}
	}
	if (!statement_run(store, stmt, error))
		goto out;
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];
		const char *before = old->values[i], *after = new->values[i];

		if ((field->flags & FIELD_INVERSE) || !text_differs(before, after))
			continue;
		if (field->type->storage == STORED_LINKS) {
			if (!update_links(action, new, field, before, after, error))
				goto out;
			continue;
		}
		if (field->type->storage == STORED_REFERENCE) {
			if (before && before[0] == '{' &&
				!add_unresolved_row(store, new->id, field->name, before, false, error))
				goto out;
			if (after && after[0] == '{' &&
				!add_unresolved_row(store, new->id, field->name, after, true, error))
				goto out;
		}
		if (!(field->flags & FIELD_DERIVED) && !journal_set(action, new, field, before, after, error))
			goto out;
	}
	if (searched && !index_text(store, new, true, error))
		goto out;
	if (titled && !index_referrers(action, new, error))
		goto out;
	ok = tally_update(action, old, new, error);
	if (ok) {
		action->counts.changed++;
		note_context(action, def);
	}
out:
	strings_free(&keys);
	return ok;
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

	if (!journal_deleted(action, record, error) || !tally_record(action, record, -1, error))
		return false;
	sql = xasprintf("DELETE FROM \"%s\" WHERE \"id\" = ?1", record->def->name);
	ok = run_id(store, "DELETE FROM \"link\" WHERE \"record\" = ?1", record->id, error) &&
	     run_id(store, "DELETE FROM \"unresolved\" WHERE \"record\" = ?1", record->id, error) &&
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
