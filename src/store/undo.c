/*
 * Undo and redo.  An undo reverses this login's latest action that is not
 * undone yet, as a new action that names it; a redo reverses the undo.  Nothing in
 * the journal is ever rewritten.
 */
#include <string.h>

#include "store/internal.h"

struct entry {
	int64_t id;
	char *hash;
	char *action;
};

static bool is_barrier(const char *action)
{
	static const char *const barriers[] = { "new", "migrate", "issue", "sign", "accept", "close" };
	size_t i;

	for (i = 0; i < sizeof barriers / sizeof barriers[0]; i++)
		if (strcmp(barriers[i], action) == 0)
			return true;
	return false;
}

/*
 * Walks this login's entries from the newest.  A redo cancels the undo that
 * it names, an undo the action that it names; what is then first is what comes
 * next.  For a redo, an edit that stands before any open undo ends it.  *barred
 * becomes true where what stands next, which is found then, cannot be undone.
 */
static bool find_next(struct store *store, bool redo, struct entry *found, bool *barred)
{
	struct strings cancelled = { 0 };
	char *login = text_printable(environment_login(), false);
	sqlite3_stmt *stmt = statement(store,
		"SELECT \"id\", \"hash\", \"action\", \"names\" FROM \"entry\" WHERE \"login\" = ?1 ORDER BY \"id\" DESC",
		NULL);
	bool have = false;

	if (stmt) {
		bind_text(store, stmt, 1, login);
		while (!have && statement_row(store, stmt)) {
			const char *hash = row_text(store, stmt, 1), *action = row_text(store, stmt, 2),
				   *names = row_text(store, stmt, 3);

			/* What the program noted by itself is no edit of this login. */
			if (strcmp(action, ACTION_RAISE) == 0 || strcmp(action, "snapshot") == 0)
				continue;
			if (strcmp(action, "redo") == 0) {
				strings_add(&cancelled, names);
				continue;
			}
			if (strcmp(action, "undo") == 0) {
				if (strings_contain(&cancelled, hash))
					continue;
				if (!redo) {
					strings_add(&cancelled, names);
					continue;
				}
			} else if (strings_contain(&cancelled, hash)) {
				continue;
			} else if (redo) {
				/* After a redo its action is done again; the next undo may still wait behind it. */
				bool redone = false;
				sqlite3_stmt *other = statement(store,
					"SELECT 1 FROM \"entry\" u JOIN \"entry\" r ON r.\"names\" = u.\"hash\" AND r.\"action\" = 'redo' WHERE u.\"names\" = ?1 AND u.\"action\" = 'undo'",
					NULL);

				if (other) {
					bind_text(store, other, 1, hash);
					redone = statement_row(store, other);
				}
				statement_end(store, other);
				if (redone)
					continue;
				break;
			}
			/* To accept the journal changes nothing of the records: who undoes goes past it. */
			if (!redo && strcmp(action, ACTION_ACCEPT_JOURNAL) == 0)
				continue;
			found->id = sqlite3_column_int64(stmt, 0);
			found->hash = xstrdup(hash);
			found->action = xstrdup(action);
			if (!redo && is_barrier(action)) {
				*barred = strcmp(action, "new") != 0 && strcmp(action, "migrate") != 0;
				break;
			}
			have = true;
		}
	}
	statement_end(store, stmt);
	strings_free(&cancelled);
	free(login);
	return have;
}

static void entry_forget(struct entry *entry)
{
	free(entry->hash);
	free(entry->action);
}

bool store_undo_is_barred(struct store *store)
{
	struct entry entry = { 0 };
	bool barred = false;

	store_read_begin(store);
	find_next(store, false, &entry, &barred);
	store_read_end(store);
	entry_forget(&entry);
	return barred;
}

/* The record that consecutive rows change, written once. */
struct pending {
	struct record *old, *new;
};

static bool flush(struct action *action, struct pending *pending, struct error *error)
{
	bool ok = true;

	if (pending->new) {
		if (pending->new->def->derive)
			pending->new->def->derive(pending->new, store_context(action->store));
		ok = freeze_allows_change(action, pending->old, pending->new, error) &&
		     write_update(action, pending->old, pending->new, error);
	}
	record_free(pending->old);
	record_free(pending->new);
	pending->old = pending->new = NULL;
	return ok;
}

/* Whether the user's choice, or the lack of a quarrel, lets a step go on. */
static bool settle(struct store *store, struct resolution *resolution, int64_t id, const char *ref,
	const struct field_def *field, const char *before, const char *theirs, const char *ours)
{
	if (resolution->ours)
		return resolution->ours[resolution->next++];
	conflicts_add(&store->conflicts, id, ref, field, before, theirs, ours);
	return false;
}

static bool reverse_created(struct action *action, const struct register_def *def, int64_t id, const struct json *row,
	struct resolution *resolution, struct error *error)
{
	struct store *store = action->store;
	struct record *current, *created;
	char *now, *then;
	bool go = true, ok;

	if (!read_exists(store, def, id))
		return true;
	current = read_record(store, def, id, false, error);
	if (!current)
		return false;
	created = journal_read_record(store, def, json_at(row, 4));
	now = journal_record(store, current);
	then = journal_record(store, created);
	if (strcmp(now, then) != 0)
		go = settle(store, resolution, id, current->ref, NULL, record_title(created, environment_language()),
			record_title(current, environment_language()), NULL);
	free(now);
	free(then);
	record_free(created);
	if (!go) {
		record_free(current);
		return true;
	}
	now = find_referrer(store, current);
	if (now && !resolution->ours && store->conflicts.count) {
		/* Who refers may be in a quarrel itself: that is told first. */
		ok = true;
	} else if (now) {
		/* Others have built on it since; their references must not be emptied behind their backs. */
		ok = error_set(error, ERROR_INVALID,
			_("%s cannot be taken back: %s refers to it since. Nothing was undone; change or delete %s first."),
			current->ref, now, now);
	} else if (register_answers(def)) {
		ok = freeze_allows_delete(action, current, error) && write_delete(action, current, error);
	} else {
		ok = action_remove(action, id, error);
	}
	free(now);
	record_free(current);
	return ok;
}

static bool reverse_deleted(
	struct action *action, const struct register_def *def, int64_t id, const struct json *row, struct error *error)
{
	struct record *record;
	bool ok;

	if (read_exists(action->store, def, id))
		return true;
	record = journal_read_record(action->store, def, json_at(row, 4));
	record->id = id;
	record->uuid = xstrdup(json_text(row, 2));
	record->ref = xstrdup(json_text(row, 3));
	if (def->derive)
		def->derive(record, store_context(action->store));
	ok = write_insert(action, record, error);
	record_free(record);
	return ok;
}

static bool pend(
	struct action *action, struct pending *pending, const struct register_def *def, int64_t id, struct error *error)
{
	if (pending->new && pending->new->id == id)
		return true;
	if (!flush(action, pending, error))
		return false;
	if (!read_exists(action->store, def, id))
		return true;
	pending->old = read_record(action->store, def, id, false, error);
	if (!pending->old)
		return false;
	pending->new = record_copy(pending->old);
	return true;
}

static void reverse_set(
	struct action *action, struct pending *pending, const struct json *row, struct resolution *resolution)
{
	struct store *store = action->store;
	const struct field_def *field = register_field(pending->new->def, json_text(row, 3));
	char *before, *after;
	int index;

	if (!field)
		return;
	index = register_field_index(pending->new->def, field->name);
	before = journal_unvalue(store, field, json_text(row, 4));
	after = journal_unvalue(store, field, json_text(row, 5));
	if (!text_differs(pending->new->values[index], after) ||
		(text_differs(pending->new->values[index], before) &&
			settle(store, resolution, pending->new->id, pending->new->ref, field, after,
				pending->new->values[index], before))) {
		free(pending->new->values[index]);
		pending->new->values[index] = xstrdup(before);
	}
	free(before);
	free(after);
}

static bool reverse_element(struct action *action, struct pending *pending, const struct register_def *def, int64_t id,
	const struct json *row, bool was_added, struct error *error)
{
	const char *name = json_text(row, 3), *element = json_text(row, 4);
	const struct field_def *field = name ? register_field(def, name) : NULL;
	struct strings elements = { 0 }, rest = { 0 };
	char *ref;
	int index;
	size_t i;

	if (!element || !name)
		return true;
	if (strcmp(name, "uuid") == 0)
		return was_added || action_adopt_organisation(action, element, error);
	if (!field)
		return true;
	if (field->flags & FIELD_INVERSE) {
		struct record *record = read_record(action->store, def, id, false, error);
		bool ok = record && write_unresolved(action, def, id, record->uuid, name, element, !was_added, error);

		record_free(record);
		return ok;
	}
	if (!pend(action, pending, def, id, error))
		return false;
	if (!pending->new)
		return true;
	index = register_field_index(def, name);
	ref = journal_unvalue(action->store, field, element);
	if (pending->new->values[index])
		strings_split(&elements, pending->new->values[index]);
	for (i = 0; i < elements.count; i++)
		if (strcmp(elements.items[i], ref) != 0)
			strings_add(&rest, elements.items[i]);
	if (!was_added)
		strings_add(&rest, ref);
	free(pending->new->values[index]);
	pending->new->values[index] = rest.count ? sort_elements(strings_join(&rest, ",")) : NULL;
	strings_free(&elements);
	strings_free(&rest);
	free(ref);
	return true;
}

static bool reverse_row(struct action *action, struct pending *pending, int64_t id, const char *text,
	struct resolution *resolution, struct error *error)
{
	struct json *row = json_parse(text);
	const char *kind = json_text(row, 0), *name = json_text(row, 1);
	const struct register_def *def = name ? register_find(name) : NULL;
	bool ok;

	if (!kind || !def)
		ok = error_set(error, ERROR_UNAVAILABLE,
			_("A row of the journal cannot be read; look at the file with `noria check`."));
	else if (strcmp(kind, "+record") == 0)
		ok = flush(action, pending, error) && reverse_created(action, def, id, row, resolution, error);
	else if (strcmp(kind, "-record") == 0)
		ok = flush(action, pending, error) && reverse_deleted(action, def, id, row, error);
	else if (strcmp(kind, "set") == 0) {
		ok = pend(action, pending, def, id, error);
		if (ok && pending->new)
			reverse_set(action, pending, row, resolution);
	} else {
		ok = reverse_element(action, pending, def, id, row, strcmp(kind, "+") == 0, error);
	}
	json_free(row);
	return ok;
}

static bool reverse_entry(struct action *action, int64_t entry, struct resolution *resolution, struct error *error)
{
	struct store *store = action->store;
	struct pending pending = { NULL, NULL };
	int64_t seq = INT64_MAX, record;
	bool ok = true;
	/* One row a statement: nothing stays open while the rows are reversed. */
	while (ok) {
		sqlite3_stmt *stmt = statement(store,
			"SELECT \"record\", \"text\", \"seq\" FROM \"change\" WHERE \"entry\" = ?1 AND \"seq\" < ?2 ORDER BY \"seq\" DESC LIMIT 1",
			error);
		int code = SQLITE_ERROR;
		char *text;

		if (stmt) {
			sqlite3_bind_int64(stmt, 1, entry);
			sqlite3_bind_int64(stmt, 2, seq);
			code = statement_step(store, stmt, error);
		}
		if (code != SQLITE_ROW) {
			statement_end(store, stmt);
			ok = code == SQLITE_DONE;
			break;
		}
		record = sqlite3_column_int64(stmt, 0);
		text = xstrdup(row_text_or_null(store, stmt, 1));
		seq = sqlite3_column_int64(stmt, 2);
		statement_end(store, stmt);
		if (!text)
			ok = error_set(error, ERROR_INVALID,
				_("This action was erased from the journal and cannot be undone."));
		else
			ok = reverse_row(action, &pending, record, text, resolution, error);
		free(text);
	}
	if (ok)
		ok = flush(action, &pending, error);
	record_free(pending.old);
	record_free(pending.new);
	return ok;
}

/* What was undone or done again, and what went with it. */
static char *summary_of_reversal(struct store *store, const struct entry *entry, size_t raised)
{
	char *first = NULL;
	int64_t original = journal_original(store, entry->id, &first);
	char *summary = journal_summary(store, original, first ? first : entry->action), *both;

	free(first);
	if (!raised)
		return summary;
	/* TRANSLATORS: "added CK-1 Backup; what the program had noted of it since went with it (3 records)" */
	both = xasprintf(ngettext("%s; what the program had noted of it since went with it (%zu record)",
				 "%s; what the program had noted of it since went with it (%zu records)", raised),
		summary, raised);
	free(summary);
	return both;
}

/* Nothing comes next, or an act that stands; what it is tells the user how far undo goes back. */
static void refuse(struct store *store, bool redo, const struct entry *barring, struct error *error)
{
	char *summary = barring ? journal_summary(store, barring->id, barring->action) : NULL;

	if (summary)
		/* TRANSLATORS: an entry of the journal: "signed PO-3 Policy on access" */
		error_set(error, ERROR_INVALID,
			_("What was signed or issued stands: %s. Undo goes no further back; another version or a withdrawal replaces it, and what was written before is changed by hand."),
			summary);
	else
		error_set(error, ERROR_INVALID,
			redo ? _("There is nothing to redo.") : _("There is nothing of yours to undo."));
	free(summary);
}

static bool reverse(struct store *store, bool redo, const bool *ours, char **summary, struct error *error)
{
	struct resolution resolution = { ours, 0 };
	struct entry entry = { 0 };
	struct action *action = action_begin(store, redo ? "redo" : "undo", error);
	bool ok = false, barred = false;
	size_t raised;

	if (summary)
		*summary = NULL;
	if (!action)
		return false;
	if (!find_next(store, redo, &entry, &barred)) {
		if (store_sound(store, error))
			refuse(store, redo, barred ? &entry : NULL, error);
		goto out;
	}
	free(action->names);
	action->names = xstrdup(entry.hash);
	if (!rescale_may_go_back(store, entry.id, error) || !undo_raised(action, entry.id, &raised, error) ||
		!reverse_entry(action, entry.id, &resolution, error))
		goto out;
	if (!ours && store->conflicts.count) {
		error_set(error, ERROR_CONFLICT, _("Somebody changed the same fields since; nothing was undone."));
		goto out;
	}
	if (summary)
		*summary = summary_of_reversal(store, &entry, raised);
	/* Even where nothing was left to reverse the undo is written, so that the next one goes further back. */
	action->barrier = true;
	ok = action_commit(action, error);
	action = NULL;
out:
	if (action)
		action_rollback(action);
	if (!ok && summary) {
		free(*summary);
		*summary = NULL;
	}
	entry_forget(&entry);
	return ok;
}

bool store_undo(struct store *store, char **summary, struct error *error)
{
	return reverse(store, false, NULL, summary, error);
}

bool store_redo(struct store *store, char **summary, struct error *error)
{
	return reverse(store, true, NULL, summary, error);
}

bool store_undo_resolved(struct store *store, bool redo, const bool *ours, char **summary, struct error *error)
{
	return reverse(store, redo, ours, summary, error);
}
