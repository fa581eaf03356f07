/*
 * Actions: one thing that a user does, one transaction, one journal entry.
 * Here are adding and changing: the companions, and optimistic concurrency field
 * by field.
 */
#include <errno.h>
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
	free(action->numbers.items);
	tally_forget(action);
	search_forget(action);
	inherit_forget(action);
	summary_forget(action);
	error_clear(&action->ended);
	strings_free(&action->heading);
	free(action->name);
	free(action->names);
	free(action->time);
	free(action);
}

static bool begin(struct store *store, struct error *error)
{
	if (store->look)
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s was opened with --read-only; nothing was changed. Open it without that option to write."),
			store->path);
	if (store->read_only)
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s is open for reading only; nothing was changed. Copy it to a place where you may write."),
			store->path);
	if (store->action)
		return error_set(error, ERROR_SYSTEM, "an action is under way already");
	if (!store_sound(store, error))
		return false;
	conflicts_free(&store->conflicts);
	memset(&store->conflicts, 0, sizeof store->conflicts);
	store->changing = true;
	if (!turn_begin(store, error)) {
		store->changing = false;
		return false;
	}
	/* What others wrote while we waited counts from here on. */
	notice_others(store);
	return true;
}

struct action *action_begin(struct store *store, const char *name, struct error *error)
{
	context_of_today(store);
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
	store->changing = false;
	store->head_known = false;
	context_forget(store);
	read_forget_refs(store);
	names_forget(store);
	action_free(action);
}

/*
 * A commit that ends with an error may have been one all the same: where the journal was
 * deleted and only then the folder could not be synced, or the lock not be given back.
 * The file itself is asked, by the hash of the entry; where there is none, by the heading
 * of a table that was kept last.
 */
static bool is_written(const struct action *action)
{
	struct store *store = action->store;
	sqlite3_stmt *stmt;
	size_t i;
	bool written;

	if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	stmt = statement(store,
		*action->hash
			? "SELECT 1 FROM \"entry\" WHERE \"hash\" = ?1"
			: "SELECT 1 FROM \"heading\" WHERE \"register\" = ?1 AND \"heading\" = ?2 AND \"field\" = ?3",
		NULL);
	if (*action->hash)
		bind_text(store, stmt, 1, action->hash);
	for (i = 0; !*action->hash && i < action->heading.count; i++)
		bind_text(store, stmt, (int)i + 1, action->heading.items[i]);
	written = statement_row(store, stmt);
	statement_end(store, stmt);
	return written;
}

/* True: the changes are in the file, even where that could not be made safe; then the failure stays with the store. */
static bool commit(struct action *action, struct error *error)
{
	struct store *store = action->store;
	struct error failure = { 0 };
	bool written;

	if (!action_sound(action, error))
		return false;
	if (store_exec(store, "COMMIT", &failure))
		return true;
	store->action = NULL;
	store->changing = false;
	written = is_written(action);
	store->commit_unknown = store->failure.kind != ERROR_NONE;
	if (store->failure.kind)
		/* Neither can be said.  What began it is told, not what the look met after it. */
		error_set(&failure, ERROR_SYSTEM,
			_("Whether the change is in %s is not known (%s). Look at its history before you make it again."),
			store->path, failure.message);
	else if (written)
		error_set(&store->failure, ERROR_SYSTEM,
			_("The change is in %s, but the system could not make sure that it stays there (%s). Look for a failing disk, and make a copy."),
			store->path, strerror(sqlite3_system_errno(store->db) ? sqlite3_system_errno(store->db) : EIO));
	if (!written)
		error_move(error, &failure);
	error_clear(&failure);
	if (!written) {
		error_clear(&store->failure);
		store->action = action;
	}
	return written;
}

bool action_commit(struct action *action, struct error *error)
{
	struct store *store = action->store;
	bool touched = action->context_touched;

	if (!action->entry && !action->barrier) {
		/* Nothing to write is an answer only where everything could be read. */
		bool ok = action_sound(action, error);

		/* What columns are is no change of the records: it stays where no row was good or new. */
		ok = ok && (!action->heading.count || commit(action, error));
		action_rollback(action);
		return ok;
	}
	if ((touched && !write_rederive(action, error)) || !inherit_follow(action, action->derive_all, error) ||
		!summary_follow(action, action->derive_all, error) || !search_flush(action, error) ||
		!tally_flush(action, error) || !numbers_flush(action, error) || !journal_close(action, error) ||
		!commit(action, error)) {
		store_sound(store, error);
		action_rollback(action);
		return false;
	}
	store->action = NULL;
	store->changing = false;
	store->generation++;
	remember_own(store, action->entry);
	read_forget_refs(store);
	names_forget(store);
	if (touched)
		context_forget(store);
	remember_head(store, strcmp(action->name, ACTION_ACCEPT_JOURNAL) == 0);
	action_free(action);
	return true;
}

bool action_end(struct action *action, bool ok, struct error *error)
{
	if (ok)
		return action_commit(action, error);
	if (action)
		action_rollback(action);
	return false;
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

/* ---- adding ---- */

/* The record that answers for a new one: the line of a control in the SoA. */
static bool add_answer(
	struct action *action, const struct register_def *def, const struct record *asked, struct error *error)
{
	struct record *line = record_new(def, store_context(action->store)->time_zone);
	struct action_counts counts = action->counts;
	const char *organisation = store_context(action->store)->organisation_uuid;
	char uuid[UUID_TEXT];
	bool ok;

	record_set(line, register_answers(def)->name, asked->ref);
	/* As name_record would find it out, by the ref alone. */
	if (organisation) {
		uuid_named(organisation, asked->uuid, uuid);
		line->uuid = xstrdup(uuid);
	}
	ok = action_add(action, line, error);
	action->counts = counts;
	record_free(line);
	return ok;
}

/* completion_def.same. */
static bool agrees(const struct completion_def *completion, const struct record *record, const struct record *of,
	struct error *error)
{
	const char *own = completion->same ? record_get(record, completion->same) : NULL,
		   *theirs = completion->same ? record_get(of, completion->same) : NULL;

	return !own || !theirs || strcmp(own, theirs) == 0 ||
	       error_set_field(error, ERROR_INVALID, completion->link, _(completion->otherwise), of->ref, theirs);
}

bool store_complete(struct store *store, struct record *record, struct error *error)
{
	const struct completion_def *completion = record->def->completions;

	for (; completion && completion->link; completion++) {
		const char *ref = record_get(record, completion->link);
		const struct register_def *def = NULL;
		int64_t id = ref ? read_find_ref(store, ref, &def) : 0;
		struct record *of = id ? read_record(store, def, id, false, error) : NULL;

		bool ok = of || !id;

		if (of) {
			completion->fill(record, of, store_context(store));
			ok = agrees(completion, record, of, error);
		}
		record_free(of);
		if (!ok || !store_sound(store, error))
			return false;
	}
	return true;
}

static bool add(struct action *action, struct record *record, struct error *error)
{
	struct store *store = action->store;
	const struct register_def *answers = register_answered_by(record->def);

	if (!canonical_references(store, record, error))
		return false;
	if (!store_complete(store, record, error) ||
		(record->def->settle && !record->def->settle(NULL, record, store_context(store), error)))
		return false;
	if (!record_validate(record, store_context(store), error) ||
		!record_happened(NULL, record, store_context(store), error) || !check_register(store, record, error))
		return false;
	if ((record->def->flags & REGISTER_SINGLE) && read_single(store))
		return error_set(
			error, ERROR_INVALID, _("One file holds one organisation; make another file for another one."));
	if (!name_record(store, record, error) || !freeze_enter(action, NULL, record, error))
		return false;
	if (!write_insert(action, record, error) || !freeze_witness(action, NULL, record, error))
		return false;
	if (answers)
		return add_answer(action, answers, record, error);
	return freeze_supersede(action, NULL, record, error);
}

void action_by_program(struct action *action)
{
	action->by_program = true;
}

bool action_add(struct action *action, struct record *record, struct error *error)
{
	bool ok = add(action, record, error);

	return store_answer(action->store, ok, error);
}

/* ---- changing ---- */

void conflicts_add(struct conflicts *conflicts, int64_t id, const char *ref, const struct field_def *field,
	const char *before, const char *theirs, const char *ours)
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

static bool write_version(struct action *action, struct record *version, struct error *error)
{
	return version->id ? action_set(action, NULL, version, error) : action_add(action, version, error);
}

bool action_set(struct action *action, const struct record *before, struct record *record, struct error *error)
{
	struct store *store = action->store;
	const struct register_def *def = record->def;
	struct record *current, *new, *version = NULL;
	bool ok = false;
	size_t i;

	if (!canonical_references(store, record, error))
		return false;
	/* Of what has versions, the one in force is what was changed. */
	current = read_record(store, def, record->id, versions_of(def) != NULL, error);
	if (!current) {
		/* Nobody can have deleted what is not there to be read for another reason. */
		if (!(error && error_ends(error)) && !read_exists(store, def, record->id) && store_sound(store, error))
			error_set(error, ERROR_INVALID, _("%s was deleted by somebody else meanwhile."),
				record->ref ? record->ref : "");
		return false;
	}
	new = record_copy(current);
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];
		const char *wanted = record->values[i];

		if (field->flags & (FIELD_DERIVED | FIELD_INVERSE))
			continue;
		if (before && !text_differs(before->values[i], wanted))
			continue;
		if (!text_differs(current->values[i], wanted))
			continue;
		if ((field->flags & FIELD_BY_PROGRAM) && !action->by_program) {
			error_set_field(error, ERROR_INVALID, field->name, _("%s is written by the program alone."),
				_(field->label));
			goto out;
		}
		if (field->flags & FIELD_FIXED) {
			error_set_field(error, ERROR_INVALID, field->name,
				_("%s cannot be changed once the record is there."), _(field->label));
			goto out;
		}
		free(new->values[i]);
		if (before && field->type->storage == STORED_LINKS) {
			new->values[i] = merge_elements(before->values[i], current->values[i], wanted);
			continue;
		}
		if (before && text_differs(current->values[i], before->values[i]))
			conflicts_add(&store->conflicts, record->id, record->ref, field, before->values[i],
				current->values[i], wanted);
		new->values[i] = xstrdup(wanted);
	}
	if (store->conflicts.count) {
		error_set(error, ERROR_CONFLICT, _("%s was changed by somebody else meanwhile; nothing was written."),
			current->ref);
		goto out;
	}
	if (def->settle && !def->settle(current, new, store_context(store), error))
		goto out;
	if (!freeze_allows_change(action, current, new, error) || !record_validate(new, store_context(store), error) ||
		!record_happened(current, new, store_context(store), error) || !check_register(store, new, error) ||
		!freeze_enter(action, current, new, error) || !version_take(store, current, new, &version, error) ||
		!write_update(action, current, new, error) || !freeze_witness(action, current, new, error) ||
		(version && !write_version(action, version, error)))
		goto out;
	for (i = 0; i < def->field_count; i++) {
		if ((def->fields[i].flags & FIELD_INVERSE) || field_source(&def->fields[i])->versions)
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
	record_free(version);
	return store_answer(store, ok, error);
}

bool action_unresolved(
	struct action *action, int64_t id, const char *field, const struct unresolved *link, struct error *error)
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

/* The uuids of the records that answer for others follow from that of the organisation. */
static bool rename_answers(
	struct store *store, const struct register_def *def, const char *organisation, struct error *error)
{
	char *sql = xasprintf("SELECT a.\"id\", c.\"uuid\" FROM \"%s\" a JOIN \"record\" c ON c.\"id\" = a.\"%s\"",
		register_table(def), register_answers(def)->name);
	sqlite3_stmt *stmt = statement(store, sql, error), *update;
	bool ok = stmt != NULL;

	free(sql);
	while (ok && statement_row(store, stmt)) {
		char line[UUID_TEXT];

		uuid_named(organisation, row_text(store, stmt, 1), line);
		update = statement(store, "UPDATE \"record\" SET \"uuid\" = ?2 WHERE \"id\" = ?1", error);
		if (update) {
			sqlite3_bind_int64(update, 1, sqlite3_column_int64(stmt, 0));
			bind_text(store, update, 2, line);
		}
		ok = update && statement_run(store, update, error);
	}
	statement_end(store, stmt);
	return ok;
}

bool action_adopt_organisation(struct action *action, const char *uuid, struct error *error)
{
	struct store *store = action->store;
	struct record *organisation = store_organisation(store, error);
	sqlite3_stmt *update;
	bool ok;
	size_t i;

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
	ok = write_touch(action, organisation->def, organisation->id, error) &&
	     journal_element(action, organisation->def, organisation->id, organisation->uuid, "uuid",
		     organisation->uuid, false, error) &&
	     journal_element(
		     action, organisation->def, organisation->id, organisation->uuid, "uuid", uuid, true, error);
	update = ok ? statement(store, "UPDATE \"record\" SET \"uuid\" = ?2 WHERE \"id\" = ?1", error) : NULL;
	if (update) {
		sqlite3_bind_int64(update, 1, organisation->id);
		bind_text(store, update, 2, uuid);
	}
	ok = update && statement_run(store, update, error);
	for (i = 0; ok && dictionary[i]; i++)
		if (register_answers(dictionary[i]))
			ok = rename_answers(store, dictionary[i], uuid, error);
	read_forget_refs(store);
	names_forget(store);
	if (ok) {
		action->counts.changed++;
		action->context_touched = true;
		context_forget(store);
	}
	record_free(organisation);
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
