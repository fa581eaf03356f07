/* The journal read by people: what an entry did, the history of a record. */
#include <string.h>

#include "store/internal.h"

/* What an entry did, counted: companions come and go with their control and are not named. */
struct counted {
	int64_t added, changed, removed;
	int64_t last_added, first_changed, first_removed; /* ids */
};

static char *counted_sql(const void *of)
{
	const struct register_def *const *registers = of;
	struct buffer named = { 0 };
	char *sql;
	size_t i;

	/* Records that answer for others come and go with them, and are not counted. */
	buffer_add(&named, "1");
	for (i = 0; registers[i]; i++)
		if (register_answers(registers[i]))
			buffer_printf(&named, " AND substr(\"text\", 12, %zu) <> '\"%s\"'",
				strlen(registers[i]->name) + 2, registers[i]->name);
	/* Of a record that came or went in the entry, only that is told. */
	sql = xasprintf(
		"SELECT sum(\"came\"), max(CASE WHEN \"came\" THEN \"record\" END), sum(\"went\"), min(CASE WHEN \"went\" THEN \"record\" END),"
		" sum(\"touched\"), min(CASE WHEN \"touched\" THEN \"record\" END) FROM (SELECT \"record\","
		" COALESCE(max(substr(\"text\", 1, 11) = '[\"+record\",' AND %s), 0) AS \"came\","
		" COALESCE(max(substr(\"text\", 1, 11) = '[\"-record\",' AND %s), 0) AS \"went\","
		" sum(substr(\"text\", 3, 7) IN ('+record', '-record')) IS NOT 1 AS \"touched\""
		" FROM \"change\" WHERE \"entry\" = ?1 GROUP BY \"record\")",
		named.data, named.data);
	buffer_free(&named);
	return sql;
}

static struct counted count_entry(struct store *store, int64_t entry)
{
	struct counted counted = { 0 };
	sqlite3_stmt *stmt = statement_of(store, counted_sql, dictionary, NULL);

	if (stmt) {
		sqlite3_bind_int64(stmt, 1, entry);
		if (statement_row(store, stmt)) {
			counted.added = sqlite3_column_int64(stmt, 0);
			counted.last_added = sqlite3_column_int64(stmt, 1);
			counted.removed = sqlite3_column_int64(stmt, 2);
			counted.first_removed = sqlite3_column_int64(stmt, 3);
			counted.changed = sqlite3_column_int64(stmt, 4);
			counted.first_changed = sqlite3_column_int64(stmt, 5);
		}
	}
	statement_end(store, stmt);
	return counted;
}

void action_named(struct action *action, int64_t *added, int64_t *changed)
{
	struct counted counted = { 0 };

	/* Where all rows are new records, as in most imports, they need not be read to be counted. */
	if (action->seq == action->created)
		counted.added = action->created - action->created_companions;
	else
		counted = count_entry(action->store, action->entry);
	*added = counted.added;
	*changed = counted.changed;
}

/* "R-12 Theft of laptops"; a record deleted since is still known by its ref. */
static char *record_words(struct store *store, int64_t id)
{
	const struct register_def *def = read_register(store, id);
	char *ref = NULL, *title = NULL, *words;

	if (!def || !read_name(store, def, id, &ref, &title))
		ref = store_ref(store, id);
	words = title ? xasprintf("%s %s", ref, title) : xstrdup(ref ? ref : "?");
	free(ref);
	free(title);
	return words;
}

/* "Status of R-12 Theft of laptops", "3 fields of R-12 ...": what was changed in the one record. */
static char *field_words(struct store *store, int64_t entry, int64_t id)
{
	sqlite3_stmt *stmt =
		statement(store, "SELECT \"text\" FROM \"change\" WHERE \"entry\" = ?1 AND \"record\" = ?2", NULL);
	struct strings names = { 0 };
	const struct register_def *def = NULL;
	const struct field_def *field = NULL;
	char *words = record_words(store, id), *result;

	if (stmt) {
		sqlite3_bind_int64(stmt, 1, entry);
		sqlite3_bind_int64(stmt, 2, id);
		while (statement_row(store, stmt)) {
			struct json *row =
				row_text_or_null(store, stmt, 0) ? json_parse(row_text_or_null(store, stmt, 0)) : NULL;
			const char *name = json_text(row, 3);

			if (name && !strings_contain(&names, name)) {
				strings_add(&names, name);
				def = json_text(row, 1) ? register_find(json_text(row, 1)) : NULL;
				field = def ? register_field(def, name) : NULL;
			}
			json_free(row);
		}
	}
	statement_end(store, stmt);
	if (names.count == 1 && field)
		/* TRANSLATORS: a field and a record: "Status of R-12 Theft of laptops" */
		result = xasprintf(_("%s of %s"), _(field->label), words);
	else if (names.count > 1)
		result = xasprintf(ngettext("%zu field of %s", "%zu fields of %s", names.count), names.count, words);
	else
		result = xstrdup(words);
	result = text_elided(result, words);
	strings_free(&names);
	free(words);
	return result;
}

static char *records_words(struct store *store, int64_t count, int64_t id)
{
	return count == 1 ? record_words(store, id)
			  : xasprintf(ngettext("%lld record", "%lld records", (unsigned long)count), (long long)count);
}

int64_t journal_original(struct store *store, int64_t entry, char **action)
{
	/* An undo names an action, a redo an undo: what came first is what they are about. */
	static const char sql[] =
		"WITH RECURSIVE step(\"id\", \"action\", \"names\") AS (SELECT \"id\", \"action\", \"names\" FROM \"entry\" WHERE \"id\" = ?1"
		" UNION SELECT e.\"id\", e.\"action\", e.\"names\" FROM step JOIN \"entry\" e ON e.\"hash\" = step.\"names\" WHERE step.\"action\" IN ('undo', 'redo'))"
		" SELECT \"id\", \"action\" FROM step ORDER BY \"id\" LIMIT 1";
	sqlite3_stmt *stmt = statement(store, sql, NULL);

	*action = NULL;
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, entry);
		if (statement_row(store, stmt)) {
			entry = sqlite3_column_int64(stmt, 0);
			*action = xstrdup(row_text(store, stmt, 1));
		}
	}
	statement_end(store, stmt);
	return entry;
}

/* What the entry did with what: the records that the user named, not what came along. */
static char *subject_of(struct store *store, int64_t entry, const char *action)
{
	struct counted counted = count_entry(store, entry);

	if (strcmp(action, "add") == 0 && counted.added)
		/* An owner known by name alone was added on the way, before the record. */
		return record_words(store, counted.last_added);
	if (strcmp(action, "set") == 0 && counted.changed == 1)
		return field_words(store, entry, counted.first_changed);
	if (strcmp(action, "set") == 0 && counted.changed)
		return records_words(store, counted.changed, counted.first_changed);
	if (strcmp(action, "remove") == 0 && counted.removed)
		return records_words(store, counted.removed, counted.first_removed);
	return records_words(store, counted.added + counted.changed + counted.removed,
		counted.added     ? counted.last_added
		: counted.changed ? counted.first_changed
				  : counted.first_removed);
}

char *journal_summary(struct store *store, int64_t entry, const char *action)
{
	bool step = strcmp(action, "undo") == 0 || strcmp(action, "redo") == 0;
	char *first = NULL, *subject, *summary;

	if (step) {
		int64_t original = journal_original(store, entry, &first);

		subject = subject_of(store, original, first ? first : action);
	} else {
		subject = subject_of(store, entry, action);
	}
	if (strcmp(action, "add") == 0)
		/* TRANSLATORS: what an entry of the journal did, followed by a record or a number of records */
		summary = xasprintf(_("added %s"), subject);
	else if (strcmp(action, "set") == 0)
		summary = xasprintf(_("changed %s"), subject);
	else if (strcmp(action, "remove") == 0)
		summary = xasprintf(_("deleted %s"), subject);
	else if (strcmp(action, "record") == 0)
		summary = xasprintf(_("recorded %s"), subject);
	else if (strcmp(action, ACTION_RAISE) == 0)
		summary = xasprintf(_("noted by itself: %s"), subject);
	else if (strcmp(action, "import") == 0)
		summary = xasprintf(_("imported %s"), subject);
	else if (strcmp(action, "undo") == 0)
		summary = xasprintf(_("undid a change of %s"), subject);
	else if (strcmp(action, "redo") == 0)
		summary = xasprintf(_("did again a change of %s"), subject);
	else if (strcmp(action, "new") == 0)
		summary = xasprintf(_("made the file with %s"), subject);
	else if (strcmp(action, "sign") == 0)
		summary = xasprintf(_("signed %s"), subject);
	else if (strcmp(action, "issue") == 0)
		summary = xasprintf(_("issued %s"), subject);
	else if (strcmp(action, "accept") == 0)
		summary = xasprintf(_("accepted %s"), subject);
	else if (strcmp(action, "snapshot") == 0)
		summary = xasprintf(_("kept how it stands: %s"), subject);
	else if (strcmp(action, "close") == 0)
		summary = xasprintf(_("closed %s"), subject);
	else if (strcmp(action, "edition") == 0)
		summary = xasprintf(_("carried the SoA to another edition: %s"), subject);
	else if (strcmp(action, "scale") == 0)
		summary = xasprintf(_("changed a scale of the risk method: %s"), subject);
	else if (strcmp(action, "migrate") == 0)
		summary = xstrdup(_("brought the file to a newer version"));
	else if (strcmp(action, ACTION_ACCEPT_JOURNAL) == 0)
		summary = xstrdup(_("accepted the journal as it stands, without an entry that was seen before"));
	else
		summary = xasprintf("%s %s", action, subject);
	free(first);
	summary = text_elided(summary, subject);
	free(subject);
	return summary;
}

/* Undone: the newest undo that names it was not redone. */
bool journal_is_undone(struct store *store, const char *hash)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT \"hash\" FROM \"entry\" WHERE \"names\" = ?1 AND \"action\" = 'undo' ORDER BY \"id\" DESC LIMIT 1",
		NULL);
	char *undo = NULL;
	bool redone = false;

	if (stmt) {
		bind_text(store, stmt, 1, hash);
		if (statement_row(store, stmt))
			undo = xstrdup(row_text(store, stmt, 0));
	}
	statement_end(store, stmt);
	if (!undo)
		return false;
	stmt = statement(store, "SELECT 1 FROM \"entry\" WHERE \"names\" = ?1 AND \"action\" = 'redo'", NULL);
	if (stmt) {
		bind_text(store, stmt, 1, undo);
		redone = statement_row(store, stmt);
	}
	statement_end(store, stmt);
	free(undo);
	return !redone;
}

/* A value of the journal as a person reads it. */
static char *readable(struct store *store, const struct field_def *field, const char *text)
{
	struct strings elements = { 0 }, shown = { 0 };
	char *joined;
	size_t i;

	if (!text)
		return NULL;
	if (!field || !field_is_reference(field))
		return field ? field_format(field, store_context(store), text) : xstrdup(text);
	strings_split(&elements, text);
	for (i = 0; i < elements.count; i++) {
		/* The journal names records by uuid. */
		char *ref = elements.items[i][0] == '{' ? NULL : read_ref_of_uuid(store, elements.items[i]);

		strings_take(&shown, store_reference(store, ref ? ref : elements.items[i], REFERENCE_WHOLE));
		free(ref);
	}
	joined = strings_join(&shown, ", ");
	strings_free(&elements);
	strings_free(&shown);
	return joined;
}

/* Without a title a record is known by what it is about: a line of the SoA by its control. */
static char *title_about(struct store *store, const struct json *about)
{
	char *ref = about && about->type == JSON_STRING ? read_ref_of_uuid(store, about->text) : NULL;
	char *title = ref ? store_title(store, ref) : NULL;

	free(ref);
	return title;
}

/* What a record without a title is about: of references of which it has one, the one that it had. */
static const struct field_def *about_of(const struct register_def *def, const struct json *values)
{
	size_t i;

	for (i = 0; def->either && def->either[i]; i++)
		if (json_member(values, def->either[i]))
			return register_field(def, def->either[i]);
	return register_about(def);
}

static void read_change(struct store *store, int64_t record, const char *text, struct journal_change *change)
{
	struct json *row = text ? json_parse(text) : NULL;
	const char *kind = json_text(row, 0), *name = json_text(row, 1);

	memset(change, 0, sizeof *change);
	change->kind = '?';
	change->def = name ? register_find(name) : NULL;
	change->ref = store_ref(store, record);
	if (kind && change->def) {
		const char *field = json_text(row, 3);

		if (strcmp(kind, "+record") == 0 || strcmp(kind, "-record") == 0) {
			const struct field_def *title = register_title(change->def),
					       *about = about_of(change->def, json_at(row, 4));
			const struct json *value = title ? json_member(json_at(row, 4), title->name) : NULL;

			change->kind = kind[0] == '+' ? 'C' : 'D';
			if (value && value->type == JSON_STRING)
				*(kind[0] == '+' ? &change->after : &change->before) = xstrdup(value->text);
			else if (about)
				*(kind[0] == '+' ? &change->after : &change->before) =
					title_about(store, json_member(json_at(row, 4), about->name));
		} else if (strcmp(kind, "set") == 0) {
			change->kind = 'S';
			change->field = field ? register_field(change->def, field) : NULL;
			change->before = readable(store, change->field, json_text(row, 4));
			change->after = readable(store, change->field, json_text(row, 5));
		} else {
			change->kind = kind[0];
			change->field = field ? register_field(change->def, field) : NULL;
			*(kind[0] == '+' ? &change->after : &change->before) =
				readable(store, change->field, json_text(row, 4));
		}
	}
	json_free(row);
}

/* False: nobody wants more, or the store could not read it. */
static bool tell_entry(struct store *store, int64_t record, int64_t id, store_entry each, void *user)
{
	static const size_t most = 500; /* changes of one entry shown; an import has thousands */
	struct journal_entry entry = { .id = id };
	struct journal_change *changes = NULL;
	size_t count = 0, i;
	char *names = NULL;
	bool go = true;
	sqlite3_stmt *stmt = statement(store,
		"SELECT \"hash\", \"time\", \"login\", \"host\", \"action\", \"names\" FROM \"entry\" WHERE \"id\" = ?1",
		NULL);

	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, id);
	if (!statement_row(store, stmt)) {
		statement_end(store, stmt);
		return true;
	}
	strncat(entry.hash, row_text(store, stmt, 0), sizeof entry.hash - 1);
	entry.time = xstrdup(row_text(store, stmt, 1));
	entry.login = text_printable(row_text(store, stmt, 2), false);
	entry.host = text_printable(row_text(store, stmt, 3), false);
	entry.action = xstrdup(row_text(store, stmt, 4));
	names = xstrdup(row_text(store, stmt, 5));
	statement_end(store, stmt);
	entry.summary = journal_summary(store, id, entry.action);
	entry.undone = journal_is_undone(store, entry.hash);
	if (*names) {
		stmt = statement(store, "SELECT \"action\" FROM \"entry\" WHERE \"hash\" = ?1", NULL);
		if (stmt) {
			bind_text(store, stmt, 1, names);
			if (statement_row(store, stmt))
				entry.undoes = xstrdup(row_text(store, stmt, 0));
		}
		statement_end(store, stmt);
	}
	stmt = statement(store,
		record ? "SELECT \"record\", \"text\" FROM \"change\" WHERE \"record\" = ?2 AND \"entry\" = ?1 ORDER BY \"seq\" LIMIT 500"
		       : "SELECT \"record\", \"text\" FROM \"change\" WHERE \"entry\" = ?1 ORDER BY \"seq\" LIMIT 500",
		NULL);
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, id);
		if (record)
			sqlite3_bind_int64(stmt, 2, record);
		while (count < most && statement_row(store, stmt)) {
			changes = xreallocarray(changes, count + 1, sizeof *changes);
			read_change(store, sqlite3_column_int64(stmt, 0), row_text_or_null(store, stmt, 1),
				&changes[count++]);
		}
	}
	statement_end(store, stmt);
	/* An entry of which something could not be read is not told by half. */
	go = !store->failure.kind && each(user, &entry, changes, count);
	for (i = 0; i < count; i++) {
		free(changes[i].ref);
		free(changes[i].before);
		free(changes[i].after);
	}
	free(changes);
	free(entry.time);
	free(entry.login);
	free(entry.host);
	free(entry.action);
	free(entry.undoes);
	free(entry.summary);
	free(names);
	return go;
}

bool store_history(struct store *store, int64_t id, int64_t before, size_t count, store_entry each, void *user,
	struct error *error)
{
	int64_t *entries = xcalloc(count ? count : 1, sizeof *entries);
	size_t found = 0, i;
	sqlite3_stmt *stmt = statement(store,
		id ? "SELECT DISTINCT \"entry\" FROM \"change\" WHERE \"record\" = ?3 AND \"entry\" < ?1 ORDER BY \"entry\" DESC LIMIT ?2"
		   : "SELECT \"id\" FROM \"entry\" WHERE \"id\" < ?1 ORDER BY \"id\" DESC LIMIT ?2",
		error);

	if (!stmt) {
		free(entries);
		return false;
	}
	sqlite3_bind_int64(stmt, 1, before ? before : INT64_MAX);
	sqlite3_bind_int64(stmt, 2, (int64_t)count);
	if (id)
		sqlite3_bind_int64(stmt, 3, id);
	while (found < count && statement_row(store, stmt))
		entries[found++] = sqlite3_column_int64(stmt, 0);
	statement_end(store, stmt);
	for (i = 0; i < found; i++)
		if (!tell_entry(store, id, entries[i], each, user))
			break;
	free(entries);
	return store_answer(store, true, error);
}
