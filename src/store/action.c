/*
 * Actions: one thing that a user does, one transaction, one journal entry.
 * Here are the identities of new records, the companions, optimistic concurrency
 * field by field, and what a removal does to those who refer.
 */
#include <string.h>

#include "store/internal.h"

struct action *action_begin_named(struct store *store, const char *name, const char *names)
{
	struct action *action = xcalloc(1, sizeof *action);

	action->store = store;
	action->name = xstrdup(name);
	action->names = xstrdup(names);
	return action;
}

static void action_free(struct action *action)
{
	if (action->bulk)
		sqlite3_exec(action->store->db, STORE_CACHE, NULL, NULL, NULL);
	if (action->digests) {
		unsigned char unused[HASH_BYTES];

		hash_end(action->digests, unused);
	}
	tally_forget(action);
	free(action->name);
	free(action->names);
	free(action);
}

static bool begin(struct store *store, struct error *error)
{
	if (store->read_only)
		return error_set(error, ERROR_UNAVAILABLE, _("%s is open for reading only; nothing was changed. Copy it to a place where you may write."), store->path);
	if (store->action)
		return error_set(error, ERROR_SYSTEM, "an action is under way already");
	conflicts_free(&store->conflicts);
	memset(&store->conflicts, 0, sizeof store->conflicts);
	if (!store_exec(store, "BEGIN IMMEDIATE", error))
		return false;
	/* What others wrote while we waited counts from here on. */
	notice_others(store);
	return true;
}

struct action *action_begin(struct store *store, const char *name, struct error *error)
{
	if (!begin(store, error))
		return NULL;
	return store->action = action_begin_named(store, name, "");
}

void action_rollback(struct action *action)
{
	struct store *store = action->store;

	if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	store->action = NULL;
	store->head_known = false;
	context_forget(store);
	read_forget_refs(store);
	action_free(action);
}

bool action_commit(struct action *action, struct error *error)
{
	struct store *store = action->store;
	bool touched = action->context_touched;

	if (!action->entry && !action->barrier) {
		action_rollback(action);
		return true;
	}
	if ((touched && !write_rederive(action, error)) || !tally_flush(action, error) || !journal_close(action, error) || !store_exec(store, "COMMIT", error)) {
		action_rollback(action);
		return false;
	}
	store->action = NULL;
	store->generation++;
	store->entry_seen = store->entry_own = action->entry;
	read_forget_refs(store);
	if (touched)
		context_forget(store);
	journal_remember_head(store);
	action_free(action);
	return true;
}

void action_bulk(struct action *action)
{
	/* Indexes are written all over: pages that come and go would be written more than once. */
	action->bulk = true;
	sqlite3_exec(action->store->db, STORE_CACHE_BULK, NULL, NULL, NULL);
}

struct action_counts action_counts(const struct action *action)
{
	return action->counts;
}

struct record *action_record(struct action *action, int64_t id, struct error *error)
{
	return store_record(action->store, id, error);
}

/* ---- identities ---- */

static bool next_number(struct store *store, const char *prefix, int64_t *number, struct error *error)
{
	sqlite3_stmt *stmt = statement(store, "INSERT INTO \"counter\"(\"prefix\", \"next\") VALUES(?1, 2) ON CONFLICT(\"prefix\") DO UPDATE SET \"next\" = \"next\" + 1 RETURNING \"next\" - 1", error);
	bool ok = false;

	if (!stmt)
		return false;
	sqlite3_bind_text(stmt, 1, prefix, -1, SQLITE_STATIC);
	if (statement_step(store, stmt, error) == SQLITE_ROW) {
		*number = sqlite3_column_int64(stmt, 0);
		ok = statement_step(store, stmt, error) == SQLITE_DONE;
	}
	statement_end(store, stmt);
	return ok;
}

/* A ref that was given: its form must be the register's, and the counter must stay ahead of it. */
static bool accept_ref(struct store *store, struct record *record, struct error *error)
{
	const char *prefix = record->def->prefix;
	size_t length = strlen(prefix);
	sqlite3_stmt *stmt;
	int64_t number;

	if (strncasecmp(record->ref, prefix, length) != 0 || record->ref[length] != '-' ||
	    strspn(record->ref + length + 1, "0123456789") != strlen(record->ref + length + 1) ||
	    !number_parse_integer(record->ref + length + 1, &number) || number < 1 || number > 999999999) {
		char *shown = text_printable(record->ref, false);

		error_set(error, ERROR_INVALID, _("%s is no ref of this register; its refs look like %s-12."), shown, prefix);
		free(shown);
		return false;
	}
	free(record->ref);
	record->ref = xasprintf("%s-%lld", prefix, (long long)number);
	stmt = statement(store, "INSERT INTO \"counter\"(\"prefix\", \"next\") VALUES(?1, ?2) ON CONFLICT(\"prefix\") DO UPDATE SET \"next\" = max(\"next\", excluded.\"next\")", error);
	if (!stmt)
		return false;
	sqlite3_bind_text(stmt, 1, prefix, -1, SQLITE_STATIC);
	sqlite3_bind_int64(stmt, 2, number + 1);
	return statement_run(store, stmt, error);
}

/* prefix and uuid of the catalogue that a record of a catalogue names. */
static bool read_catalogue(struct store *store, const char *ref, char **prefix, char **uuid)
{
	sqlite3_stmt *stmt = statement(store, "SELECT c.\"prefix\", r.\"uuid\" FROM \"record\" r JOIN \"catalogue\" c ON c.\"id\" = r.\"id\" WHERE r.\"ref\" = ?1", NULL);
	bool found = false;

	if (!stmt)
		return false;
	bind_text(stmt, 1, ref);
	if (sqlite3_step(stmt) == SQLITE_ROW) {
		*prefix = xstrdup(column_text(stmt, 0));
		*uuid = xstrdup(column_text(stmt, 1));
		found = true;
	}
	statement_end(store, stmt);
	return found;
}

static bool is_register(const struct record *record, const char *name)
{
	return strcmp(record->def->name, name) == 0;
}

static bool name_record(struct store *store, struct record *record, struct error *error)
{
	const char *catalogue = record_get(record, "catalogue"), *number = record_get(record, "number");
	char *prefix = NULL, *namespace = NULL;
	char uuid[UUID_TEXT];

	if (catalogue && number && register_field(record->def, "number") && read_catalogue(store, catalogue, &prefix, &namespace)) {
		if (!record->ref)
			record->ref = xasprintf("%s:%s", prefix, number);
		if (!record->uuid && strcmp(prefix, "own") != 0) {
			uuid_named(namespace, number, uuid);
			record->uuid = xstrdup(uuid);
		}
	}
	free(prefix);
	free(namespace);
	if (!record->uuid && is_register(record, "catalogue") && record_get(record, "identifier")) {
		uuid_named(UUID_NORIA, record_get(record, "identifier"), uuid);
		record->uuid = xstrdup(uuid);
	}
	if (!record->uuid && is_register(record, "applicability") && record_get(record, "control")) {
		char *control = read_uuid_of_ref(store, record_get(record, "control"));

		if (control && store_context(store)->organisation_uuid) {
			uuid_named(store_context(store)->organisation_uuid, control, uuid);
			record->uuid = xstrdup(uuid);
		}
		free(control);
	}
	if (!record->uuid) {
		uuid_random(uuid);
		record->uuid = xstrdup(uuid);
	} else if (!uuid_is_valid(record->uuid)) {
		return error_set(error, ERROR_INVALID, _("A uuid of the record is not well formed."));
	}
	if (record->def->prefix) {
		int64_t next;

		if (record->ref)
			return accept_ref(store, record, error);
		if (!next_number(store, record->def->prefix, &next, error))
			return false;
		record->ref = xasprintf("%s-%lld", record->def->prefix, (long long)next);
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

/* A ref that stood for a record once deleted may come back with the same record (a catalogue read again). */
static void reuse_identity(struct store *store, struct record *record)
{
	sqlite3_stmt *stmt = statement(store, "SELECT \"id\" FROM \"record\" WHERE \"uuid\" = ?1 AND \"ref\" = ?2 AND \"register\" = ?3", NULL);
	int64_t id = 0;

	if (!stmt)
		return;
	bind_text(stmt, 1, record->uuid);
	bind_text(stmt, 2, record->ref);
	bind_text(stmt, 3, record->def->name);
	if (sqlite3_step(stmt) == SQLITE_ROW)
		id = sqlite3_column_int64(stmt, 0);
	statement_end(store, stmt);
	if (id && !read_exists(store, record->def, id))
		record->id = id;
}

/* References as the file writes them: whole refs, natural order; "A.5.1" becomes "2022:A.5.1". */
static bool canonical_references(struct store *store, struct record *record, struct error *error)
{
	size_t i, j;

	for (i = 0; i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];
		struct strings elements = { 0 }, refs = { 0 };
		bool ok = true;

		if (!record->values[i] || !field_is_reference(field) || (field->flags & FIELD_INVERSE))
			continue;
		strings_split(&elements, record->values[i]);
		for (j = 0; j < elements.count && ok; j++) {
			const char *element = elements.items[j];
			const struct register_def *def = NULL;
			char *ref = NULL;
			int64_t id;

			if (element[0] == '{') {
				if (!strings_contain(&refs, element))
					strings_add(&refs, element);
				continue;
			}
			id = read_find_ref(store, element, &def);
			if (!id || strcmp(def->name, field->target) != 0) {
				char *shown = text_printable(element, false);

				ok = error_set_field(error, ERROR_INVALID, field->name, _("%s: there is no %s %s in this file."), _(field->label), _(register_find(field->target)->label), shown);
				free(shown);
				break;
			}
			/* Only what was shortened ("A.5.1") has another whole ref than what was said. */
			if (strcmp(def->name, "control") == 0 && !strchr(element, ':'))
				read_name(store, def, id, &ref, NULL);
			else
				ref = xstrdup(element);
			if (ref && !strings_contain(&refs, ref))
				strings_add(&refs, ref);
			free(ref);
		}
		if (ok && field->type->storage == STORED_REFERENCE && refs.count > 1)
			ok = error_set_field(error, ERROR_INVALID, field->name, _("%s takes one record only."), _(field->label));
		if (ok) {
			free(record->values[i]);
			record->values[i] = refs.count ? sort_elements(strings_join(&refs, ",")) : NULL;
		}
		strings_free(&elements);
		strings_free(&refs);
		if (!ok)
			return false;
	}
	return true;
}

/* True where the references of the field lead from `start` to `goal`. */
static bool leads_to(struct store *store, const struct register_def *def, const struct field_def *field, int64_t start, int64_t goal)
{
	sqlite3_stmt *stmt;
	char *sql;
	bool leads = false;

	if (field->type->storage == STORED_LINKS)
		sql = xasprintf("WITH RECURSIVE up(\"id\") AS (SELECT ?1 UNION SELECT l.\"target\" FROM \"link\" l JOIN up ON l.\"record\" = up.\"id\" WHERE l.\"field\" = '%s') SELECT 1 FROM up WHERE \"id\" = ?2", field->name);
	else
		sql = xasprintf("WITH RECURSIVE up(\"id\") AS (SELECT ?1 UNION SELECT t.\"%s\" FROM \"%s\" t JOIN up ON t.\"id\" = up.\"id\" WHERE t.\"%s\" IS NOT NULL) SELECT 1 FROM up WHERE \"id\" = ?2", field->name, def->name, field->name);
	stmt = statement(store, sql, NULL);
	free(sql);
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, start);
		sqlite3_bind_int64(stmt, 2, goal);
		leads = sqlite3_step(stmt) == SQLITE_ROW;
	}
	statement_end(store, stmt);
	return leads;
}

/* What only the whole register can answer: nothing is its own ancestor, nobody has another's login. */
static bool check_register(struct store *store, const struct record *record, struct error *error)
{
	const struct register_def *def = record->def;
	size_t i, j;

	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];
		struct strings elements = { 0 };
		bool loops = false;

		if (!record->values[i] || (field->flags & FIELD_INVERSE))
			continue;
		if ((field->flags & FIELD_UNIQUE) && field_has_key(field)) {
			char *sql = xasprintf("SELECT r.\"ref\" FROM \"%s\" t JOIN \"record\" r ON r.\"id\" = t.\"id\" WHERE t.\"%s_key\" = ?1 AND t.\"%s\" = ?2 AND t.\"id\" <> ?3", def->name, field->name, field->name);
			char *key = field_key(def, field, record, record->values[i]), *taken = NULL;
			sqlite3_stmt *stmt = statement(store, sql, NULL);

			if (stmt) {
				bind_text(stmt, 1, key);
				bind_text(stmt, 2, record->values[i]);
				sqlite3_bind_int64(stmt, 3, record->id);
				if (sqlite3_step(stmt) == SQLITE_ROW)
					taken = xstrdup(column_text(stmt, 0));
			}
			statement_end(store, stmt);
			free(sql);
			free(key);
			if (taken) {
				/* TRANSLATORS: field, value, ref of the record that has it */
				error_set_field(error, ERROR_INVALID, field->name, _("%s: %s is taken already, by %s."), _(field->label), record->values[i], taken);
				free(taken);
				return false;
			}
		}
		if (!record->id || !field_is_reference(field) || strcmp(field->target, def->name) != 0)
			continue;
		strings_split(&elements, record->values[i]);
		for (j = 0; j < elements.count && !loops; j++) {
			const struct register_def *target = NULL;
			int64_t id = elements.items[j][0] == '{' ? 0 : read_find_ref(store, elements.items[j], &target);

			if (id && leads_to(store, def, field, id, record->id)) {
				/* TRANSLATORS: field, ref, ref of the record itself */
				error_set_field(error, ERROR_INVALID, field->name, _("%s: %s already rests on %s; that would go round in a circle."), _(field->label), elements.items[j], record->ref);
				loops = true;
			}
		}
		strings_free(&elements);
		if (loops)
			return false;
	}
	return true;
}

/* ---- adding ---- */

static bool add_applicability(struct action *action, const struct record *control, struct error *error)
{
	struct record *line = record_new(register_find("applicability"), store_context(action->store)->time_zone);
	struct action_counts counts = action->counts;
	bool ok;

	record_set(line, "control", control->ref);
	line->ref = xasprintf("soa:%s", control->ref);
	ok = action_add(action, line, error);
	action->counts = counts;
	record_free(line);
	return ok;
}

bool action_add(struct action *action, struct record *record, struct error *error)
{
	struct store *store = action->store;

	if (!canonical_references(store, record, error))
		return false;
	if (record->def->settle && !record->def->settle(NULL, record, error))
		return false;
	if (!record_validate(record, store_context(store), error) || !check_register(store, record, error))
		return false;
	if (is_register(record, "organisation") && store_integer(store, "SELECT count(*) FROM \"organisation\"", 0) > 0)
		return error_set(error, ERROR_INVALID, _("One file holds one organisation; make another file for another one."));
	if (!name_record(store, record, error) || !freeze_enter(action, NULL, record, error))
		return false;
	reuse_identity(store, record);
	if (!write_insert(action, record, error))
		return false;
	if (is_register(record, "control"))
		return add_applicability(action, record, error);
	return freeze_supersede(action, NULL, record, error);
}

/* ---- changing ---- */

void conflicts_add(struct conflicts *conflicts, int64_t id, const char *ref, const struct field_def *field, const char *before, const char *theirs, const char *ours)
{
	struct conflict *conflict;

	conflicts->items = xreallocarray(conflicts->items, conflicts->count + 1, sizeof *conflicts->items);
	conflict = &conflicts->items[conflicts->count++];
	conflict->id = id;
	conflict->ref = xstrdup(ref);
	conflict->field = field;
	conflict->before = xstrdup(before);
	conflict->theirs = xstrdup(theirs);
	conflict->ours = xstrdup(ours);
}

void conflicts_free(struct conflicts *conflicts)
{
	size_t i;

	for (i = 0; i < conflicts->count; i++) {
		free(conflicts->items[i].ref);
		free(conflicts->items[i].before);
		free(conflicts->items[i].theirs);
		free(conflicts->items[i].ours);
	}
	free(conflicts->items);
	conflicts->items = NULL;
	conflicts->count = 0;
}

const struct conflicts *store_conflicts(const struct store *store)
{
	return &store->conflicts;
}

static bool differ(const char *a, const char *b)
{
	return a != b && (!a || !b || strcmp(a, b) != 0);
}

/* Elements that we added to or took from `before`, done to `current`. */
static char *merge_elements(const char *before, const char *current, const char *ours)
{
	struct strings old = { 0 }, now = { 0 }, new = { 0 }, merged = { 0 };
	char *joined = NULL;
	size_t i;

	if (before)
		strings_split(&old, before);
	if (current)
		strings_split(&now, current);
	if (ours)
		strings_split(&new, ours);
	for (i = 0; i < now.count; i++)
		if (!strings_contain(&old, now.items[i]) || strings_contain(&new, now.items[i]))
			strings_add(&merged, now.items[i]);
	for (i = 0; i < new.count; i++)
		if (!strings_contain(&old, new.items[i]) && !strings_contain(&merged, new.items[i]))
			strings_add(&merged, new.items[i]);
	if (merged.count)
		joined = sort_elements(strings_join(&merged, ","));
	strings_free(&old);
	strings_free(&now);
	strings_free(&new);
	strings_free(&merged);
	return joined;
}

bool action_set(struct action *action, const struct record *before, struct record *record, struct error *error)
{
	struct store *store = action->store;
	const struct register_def *def = record->def;
	struct record *current, *new;
	bool ok = false;
	size_t i;

	if (!canonical_references(store, record, error))
		return false;
	current = read_record(store, def, record->id, false, error);
	if (!current) {
		error_set(error, ERROR_INVALID, _("%s was deleted by somebody else meanwhile."), record->ref ? record->ref : "");
		return false;
	}
	new = record_copy(current);
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];
		const char *wanted = record->values[i];

		if (field->flags & (FIELD_DERIVED | FIELD_INVERSE))
			continue;
		if (before && !differ(before->values[i], wanted))
			continue;
		if (!differ(current->values[i], wanted))
			continue;
		if (field->flags & (FIELD_SEALED | FIELD_SNAPSHOT)) {
			error_set_field(error, ERROR_INVALID, field->name, _("%s is written by the program alone."), _(field->label));
			goto out;
		}
		if (field->flags & FIELD_FIXED) {
			error_set_field(error, ERROR_INVALID, field->name, _("%s cannot be changed once the record is there."), _(field->label));
			goto out;
		}
		free(new->values[i]);
		if (before && field->type->storage == STORED_LINKS) {
			new->values[i] = merge_elements(before->values[i], current->values[i], wanted);
			continue;
		}
		if (before && differ(current->values[i], before->values[i]))
			conflicts_add(&store->conflicts, record->id, record->ref, field, before->values[i], current->values[i], wanted);
		new->values[i] = xstrdup(wanted);
	}
	if (store->conflicts.count) {
		error_set(error, ERROR_CONFLICT, _("%s was changed by somebody else meanwhile; nothing was written."), current->ref);
		goto out;
	}
	if (def->settle && !def->settle(current, new, error))
		goto out;
	if (!freeze_allows_change(current, new, error) || !record_validate(new, store_context(store), error) || !check_register(store, new, error) ||
	    !freeze_enter(action, current, new, error) || !write_update(action, current, new, error))
		goto out;
	for (i = 0; i < def->field_count; i++) {
		if (def->fields[i].flags & FIELD_INVERSE)
			continue;
		free(record->values[i]);
		record->values[i] = xstrdup(new->values[i]);
	}
	record->rev = new->rev;
	free(record->updated);
	record->updated = xstrdup(new->updated);
	ok = freeze_supersede(action, current, new, error);
out:
	record_free(current);
	record_free(new);
	return ok;
}

bool action_unresolved(struct action *action, int64_t id, const char *field, const struct unresolved *link, struct error *error)
{
	const struct register_def *def = read_register(action->store, id);
	struct record *record = def ? read_record(action->store, def, id, false, error) : NULL;
	char *element, *existing;
	bool ok = true;

	if (!record)
		return false;
	element = unresolved_format(link);
	existing = store_unresolved(action->store, id, field);
	if (!existing || !strstr(existing, element))
		ok = write_unresolved(action, def, id, record->uuid, field, element, true, error);
	free(existing);
	free(element);
	record_free(record);
	return ok;
}

bool action_resolved(struct action *action, int64_t id, const char *field, const char *uuid, struct error *error)
{
	const struct register_def *def = read_register(action->store, id);
	struct record *record = def ? read_record(action->store, def, id, false, error) : NULL;
	char *existing = record ? store_unresolved(action->store, id, field) : NULL;
	struct strings elements = { 0 };
	bool ok = record != NULL;
	size_t i;

	if (existing)
		strings_split(&elements, existing);
	for (i = 0; ok && i < elements.count; i++) {
		struct unresolved link;

		if (!unresolved_parse(elements.items[i], &link))
			continue;
		if (strcmp(link.uuid, uuid) == 0)
			ok = write_unresolved(action, def, id, record->uuid, field, elements.items[i], false, error);
		unresolved_free(&link);
	}
	strings_free(&elements);
	free(existing);
	record_free(record);
	return ok;
}

bool action_adopt_organisation(struct action *action, const char *uuid, struct error *error)
{
	static const char lines[] = "SELECT a.\"id\", c.\"uuid\" FROM \"applicability\" a JOIN \"record\" c ON c.\"id\" = a.\"control\"";
	struct store *store = action->store;
	struct record *organisation = store_organisation(store, error);
	sqlite3_stmt *stmt, *update;
	bool ok;

	if (!organisation)
		return false;
	if (!uuid_is_valid(uuid)) {
		record_free(organisation);
		return error_set(error, ERROR_INVALID, _("A uuid of the organisation is not well formed."));
	}
	if (strcmp(organisation->uuid, uuid) == 0) {
		record_free(organisation);
		return true;
	}
	ok = journal_element(action, organisation->def, organisation->id, organisation->uuid, "uuid", organisation->uuid, false, error) &&
	     journal_element(action, organisation->def, organisation->id, organisation->uuid, "uuid", uuid, true, error);
	update = ok ? statement(store, "UPDATE \"record\" SET \"uuid\" = ?2 WHERE \"id\" = ?1", error) : NULL;
	if (update) {
		sqlite3_bind_int64(update, 1, organisation->id);
		bind_text(update, 2, uuid);
	}
	ok = update && statement_run(store, update, error);
	stmt = ok ? statement(store, lines, error) : NULL;
	ok = stmt != NULL;
	while (ok && sqlite3_step(stmt) == SQLITE_ROW) {
		char line[UUID_TEXT];

		uuid_named(uuid, column_text(stmt, 1), line);
		update = statement(store, "UPDATE \"record\" SET \"uuid\" = ?2 WHERE \"id\" = ?1", error);
		if (update) {
			sqlite3_bind_int64(update, 1, sqlite3_column_int64(stmt, 0));
			bind_text(update, 2, line);
		}
		ok = update && statement_run(store, update, error);
	}
	statement_end(store, stmt);
	read_forget_refs(store);
	if (ok) {
		action->counts.changed++;
		action->context_touched = true;
		context_forget(store);
	}
	record_free(organisation);
	return ok;
}

/* ---- removing ---- */

struct referrer {
	const struct register_def *def;
	const struct field_def *field;
	int64_t id;
};

static struct referrer *find_referrers(struct store *store, const struct record *record, size_t *count)
{
	struct referrer *found = NULL;
	size_t i, j;

	*count = 0;
	for (i = 0; dictionary[i]; i++)
		for (j = 0; j < dictionary[i]->field_count; j++) {
			const struct register_def *def = dictionary[i];
			const struct field_def *field = &def->fields[j];
			sqlite3_stmt *stmt;
			char *sql;

			if (!field_is_reference(field) || (field->flags & FIELD_INVERSE) || strcmp(field->target, record->def->name) != 0)
				continue;
			if (field->type->storage == STORED_LINKS)
				sql = xasprintf("SELECT l.\"record\" FROM \"link\" l JOIN \"record\" r ON r.\"id\" = l.\"record\" WHERE l.\"target\" = ?1 AND l.\"field\" = '%s' AND r.\"register\" = '%s'", field->name, def->name);
			else
				sql = xasprintf("SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ?1", def->name, field->name);
			stmt = statement(store, sql, NULL);
			free(sql);
			if (!stmt)
				continue;
			sqlite3_bind_int64(stmt, 1, record->id);
			while (sqlite3_step(stmt) == SQLITE_ROW) {
				found = xreallocarray(found, *count + 1, sizeof *found);
				found[*count].def = def;
				found[*count].field = field;
				found[(*count)++].id = sqlite3_column_int64(stmt, 0);
			}
			statement_end(store, stmt);
		}
	return found;
}

char *find_referrer(struct store *store, const struct record *record)
{
	size_t count, i;
	struct referrer *referrers = find_referrers(store, record, &count);
	char *ref = NULL;

	for (i = 0; i < count && !ref; i++)
		if (referrers[i].id != record->id)
			read_name(store, referrers[i].def, referrers[i].id, &ref, NULL);
	free(referrers);
	return ref;
}

static bool drop_reference(struct action *action, const struct referrer *referrer, const struct record *gone, struct error *error)
{
	struct record *old, *new;
	struct strings elements = { 0 }, rest = { 0 };
	int index = register_field_index(referrer->def, referrer->field->name);
	size_t i;
	bool ok;

	old = read_record(action->store, referrer->def, referrer->id, false, error);
	if (!old)
		return false;
	new = record_copy(old);
	if (old->values[index])
		strings_split(&elements, old->values[index]);
	for (i = 0; i < elements.count; i++)
		if (strcmp(elements.items[i], gone->ref) != 0)
			strings_add(&rest, elements.items[i]);
	free(new->values[index]);
	new->values[index] = rest.count ? strings_join(&rest, ",") : NULL;
	if (referrer->def->derive)
		referrer->def->derive(new, store_context(action->store));
	ok = freeze_allows_change(old, new, error) && write_update(action, old, new, error);
	strings_free(&elements);
	strings_free(&rest);
	record_free(old);
	record_free(new);
	return ok;
}

bool action_remove(struct action *action, int64_t id, struct error *error)
{
	struct store *store = action->store;
	const struct register_def *def = read_register(store, id);
	struct record *record = def ? read_record(store, def, id, false, error) : NULL;
	struct referrer *referrers;
	struct action_counts counts = action->counts;
	size_t count, i;
	bool ok = true;

	if (!record)
		return error_set(error, ERROR_INVALID, _("The record is not there any more."));
	if (is_register(record, "organisation")) {
		record_free(record);
		return error_set(error, ERROR_INVALID, _("The organisation of a file cannot be deleted."));
	}
	if (!freeze_allows_delete(record, error)) {
		record_free(record);
		return false;
	}
	/* Undo takes back what was added, whatever it is. */
	if (strcmp(action->name, "remove") == 0 && def->keep) {
		const char *sentence = def->keep(record, store_context(store));

		if (sentence) {
			char *text = xasprintf("%s", sentence), *mark = strstr(text, "%s");

			ok = error_set(error, ERROR_INVALID, "%.*s%s%s", mark ? (int)(mark - text) : 0, text, mark ? record->ref : "", mark ? mark + 2 : text);
			free(text);
			record_free(record);
			return ok;
		}
	}
	if (is_register(record, "applicability") && action->counts.removed == counts.removed && strcmp(action->name, "remove") == 0) {
		const char *control = record_get(record, "control");
		int64_t there = control ? store_find(store, control, NULL) : 0;

		if (there && !action->barrier) {
			ok = error_set(error, ERROR_INVALID, _("%s stands in the SoA as long as its control is there; set it to not applicable instead."), record->ref);
			record_free(record);
			return ok;
		}
	}
	referrers = find_referrers(store, record, &count);
	for (i = 0; i < count && ok; i++) {
		if (strcmp(referrers[i].def->name, "applicability") == 0 && strcmp(referrers[i].field->name, "control") == 0) {
			struct record *line = read_record(store, referrers[i].def, referrers[i].id, false, error);

			ok = line && write_delete(action, line, error);
			record_free(line);
		} else if (referrers[i].field->flags & FIELD_REQUIRED) {
			char *ref = NULL;

			read_name(store, referrers[i].def, referrers[i].id, &ref, NULL);
			ok = error_set(error, ERROR_INVALID, _("%s cannot be deleted: %s needs it."), record->ref, ref);
			free(ref);
		} else {
			ok = drop_reference(action, &referrers[i], record, error);
		}
	}
	free(referrers);
	ok = ok && write_delete(action, record, error);
	if (ok) {
		action->counts = counts;
		action->counts.removed++;
	}
	record_free(record);
	return ok;
}

/* ---- whole changes at once ---- */

bool store_set(struct store *store, const struct record *before, struct record *record, struct error *error)
{
	struct action *action = action_begin(store, "set", error);

	if (!action)
		return false;
	if (!action_set(action, before, record, error)) {
		action_rollback(action);
		return false;
	}
	return action_commit(action, error);
}

bool store_add(struct store *store, struct record *record, struct error *error)
{
	struct action *action = action_begin(store, "add", error);

	if (!action)
		return false;
	if (!action_add(action, record, error)) {
		action_rollback(action);
		/* The identity was never written. */
		record->id = 0;
		return false;
	}
	return action_commit(action, error);
}
