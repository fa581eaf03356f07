/*
 * `check`: is the file whole?  SQLite's own integrity, the chain of hashes
 * from the first entry to the head, every field against its last journal value, the
 * search index, the tallies, and the head that this account saw last.
 */
#include <string.h>

#include "store/internal.h"

struct checker {
	struct store *store;
	void (*report)(void *user, const char *sentence);
	void *user;
	int64_t problems;
	char *last; /* a sentence not reported yet, and how often it came */
	int64_t times;
};

/* One sentence a kind of damage: twelve counts of one register are not twelve sentences. */
static void report_last(struct checker *checker)
{
	char *text;

	if (!checker->last)
		return;
	text = checker->times == 1 ? xstrdup(checker->last) :
	       /* TRANSLATORS: a sentence, and how often it holds */
	       xasprintf(ngettext("%s (%lld time)", "%s (%lld times)", (unsigned long)checker->times), checker->last, (long long)checker->times);
	checker->report(checker->user, text);
	free(text);
	free(checker->last);
	checker->last = NULL;
}

__attribute__((format(printf, 2, 3))) static void problem(struct checker *checker, const char *format, ...)
{
	va_list arguments;
	char *text = NULL, *shown;
	int length;

	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	text = xmalloc((size_t)length + 1);
	va_start(arguments, format);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	va_end(arguments);
	shown = text_printable(text, false);
	checker->problems++;
	free(text);
	if (checker->last && strcmp(checker->last, shown) == 0) {
		checker->times++;
		free(shown);
		return;
	}
	report_last(checker);
	checker->last = shown;
	checker->times = 1;
}

static void bad_page(void *user, int64_t page)
{
	problem(user, _("Page %lld of the file does not match its checksum."), (long long)page);
}

/* Every page, free ones and unused space included; then the rest is read as it is, to say which records are concerned. */
static void check_pages(struct checker *checker)
{
	struct store *store = checker->store;

	if (!store->pages)
		return;
	store->pages->lenient = true;
	/* The first page tells what the file keeps, and holds the lock while the others are read. */
	store_integer(store, "PRAGMA schema_version", 0);
	if (!pages_scan(store->db, store->pages, bad_page, checker))
		problem(checker, _("The pages of the file cannot be read."));
}

static void check_sqlite(struct checker *checker)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store, "PRAGMA integrity_check(20)", NULL);

	if (!stmt) {
		problem(checker, _("The database cannot be read: %s."), sqlite3_errmsg(checker->store->db));
		return;
	}
	while (statement_row(store, stmt))
		if (row_text_or_null(store, stmt, 0) && strcmp(row_text_or_null(store, stmt, 0), "ok") != 0)
			problem(checker, _("The database is damaged: %s."), row_text_or_null(store, stmt, 0));
	statement_end(checker->store, stmt);
	stmt = statement(checker->store, "SELECT \"table\", \"rowid\", \"parent\" FROM pragma_foreign_key_check LIMIT 20", NULL);
	while (statement_row(store, stmt))
		problem(checker, _("Row %lld of %s refers to a %s that is not there."), (long long)sqlite3_column_int64(stmt, 1), row_text_or_null(store, stmt, 0), row_text_or_null(store, stmt, 2));
	statement_end(checker->store, stmt);
}

static void check_chain(struct checker *checker)
{
	struct store *store = checker->store;
	sqlite3_stmt *entries = statement(store, "SELECT \"id\", \"hash\", \"parent\", \"other_parent\", \"time\", \"login\", \"host\", \"action\", \"names\" FROM \"entry\" ORDER BY \"id\"", NULL);
	sqlite3_stmt *changes = statement(store, "SELECT \"text\", \"salt\", \"digest\" FROM \"change\" WHERE \"entry\" = ?1 ORDER BY \"seq\"", NULL);
	char expected[HASH_TEXT] = "", remembered[HASH_TEXT];
	bool seen = !journal_remembered(store, remembered);

	while (changes && statement_row(store, entries)) {
		struct hash *digests = hash_new();
		unsigned char digest[HASH_BYTES], all[HASH_BYTES];
		char hash[HASH_TEXT];
		int64_t id = sqlite3_column_int64(entries, 0);

		sqlite3_reset(changes);
		sqlite3_bind_int64(changes, 1, id);
		while (statement_row(store, changes)) {
			const char *text = row_text_or_null(store, changes, 0);
			const void *kept = sqlite3_column_blob(changes, 2);
			int length = sqlite3_column_bytes(changes, 2);

			if (length != HASH_BYTES) {
				problem(checker, _("A row of journal entry %lld has no digest."), (long long)id);
				continue;
			}
			/* An erased row has lost its text and keeps its digest: the chain still holds. */
			if (text) {
				journal_row_digest(sqlite3_column_blob(changes, 1), (size_t)sqlite3_column_bytes(changes, 1), text, digest);
				if (memcmp(digest, kept, HASH_BYTES) != 0)
					problem(checker, _("A row of journal entry %lld was changed."), (long long)id);
			}
			hash_add(digests, kept, HASH_BYTES);
		}
		hash_end(digests, all);
		journal_entry_hash(row_text_or_null(store, entries, 2), row_text_or_null(store, entries, 3), row_text_or_null(store, entries, 4), row_text_or_null(store, entries, 5),
		                   row_text_or_null(store, entries, 6), row_text_or_null(store, entries, 7), row_text_or_null(store, entries, 8), all, hash);
		if (strcmp(hash, row_text_or_null(store, entries, 1)) != 0)
			problem(checker, _("Journal entry %lld does not match its hash."), (long long)id);
		if (strcmp(row_text_or_null(store, entries, 2), expected) != 0)
			problem(checker, _("Journal entry %lld does not follow the one before it."), (long long)id);
		memcpy(expected, hash, sizeof expected);
		if (!seen && strcmp(hash, remembered) == 0)
			seen = true;
	}
	statement_end(store, entries);
	statement_end(store, changes);
	if (strcmp(expected, store_head(store)) != 0)
		problem(checker, _("The head of the journal is not its newest entry."));
	if (!seen)
		problem(checker, _("The entry that this account saw last (%.12s) is not in the journal: it was rewritten, or this is an older copy of the file."), remembered);
}

/* The values that the journal gives a record, rebuilt row by row. */
struct rebuilt {
	int64_t id;
	const struct register_def *def;
	char **values; /* in the journal's form */
	bool live;     /* created and not deleted */
	bool unknown;  /* a row was erased: nothing can be said */
};

static void rebuilt_clear(struct rebuilt *rebuilt)
{
	size_t i;

	if (rebuilt->values)
		for (i = 0; i < rebuilt->def->field_count; i++)
			free(rebuilt->values[i]);
	free(rebuilt->values);
	memset(rebuilt, 0, sizeof *rebuilt);
}

static bool same_elements(const char *a, const char *b)
{
	struct strings first = { 0 }, second = { 0 };
	size_t i;
	bool same;

	if (a)
		strings_split(&first, a);
	if (b)
		strings_split(&second, b);
	same = first.count == second.count;
	for (i = 0; i < first.count && same; i++)
		same = strings_contain(&second, first.items[i]);
	strings_free(&first);
	strings_free(&second);
	return same;
}

static void compare_record(struct checker *checker, struct rebuilt *rebuilt)
{
	struct store *store = checker->store;
	struct record *record;
	sqlite3_stmt *stmt;
	char *text;
	size_t i;

	if (!rebuilt->def || rebuilt->unknown)
		return;
	if (!read_exists(store, rebuilt->def, rebuilt->id)) {
		if (rebuilt->live)
			problem(checker, _("A %s of the journal is missing from its register."), _(rebuilt->def->label));
		return;
	}
	record = read_record(store, rebuilt->def, rebuilt->id, false, NULL);
	if (!record)
		return;
	if (!rebuilt->live)
		problem(checker, _("%s is in its register, but the journal does not know it."), record->ref);
	for (i = 0; rebuilt->live && i < rebuilt->def->field_count; i++) {
		const struct field_def *field = &rebuilt->def->fields[i];
		char *now;
		bool same;

		if (field->flags & FIELD_DERIVED)
			continue;
		now = field->flags & FIELD_INVERSE ? store_unresolved(store, record->id, field->name) : journal_value(store, field, record->values[i]);
		if (field_is_reference(field))
			same = same_elements(now, rebuilt->values[i]);
		else
			same = (!now && !rebuilt->values[i]) || (now && rebuilt->values[i] && strcmp(now, rebuilt->values[i]) == 0);
		if (!same)
			environment_log("%s.%s: file %s, journal %s", record->ref, field->name, now ? now : "-", rebuilt->values[i] ? rebuilt->values[i] : "-");
		if (!same)
			problem(checker, _("%s: %s is not what the journal says."), record->ref, _(field->label));
		free(now);
	}
	if (record->def->derive) {
		struct record *derived = record_copy(record);

		record->def->derive(derived, store_context(store));
		for (i = 0; i < record->def->field_count; i++)
			if ((record->def->fields[i].flags & FIELD_DERIVED) &&
			    (!record->values[i] != !derived->values[i] || (record->values[i] && strcmp(record->values[i], derived->values[i]) != 0)))
				problem(checker, _("%s: %s is not what the method gives."), record->ref, _(record->def->fields[i].label));
		record_free(derived);
	}
	stmt = statement(store, "SELECT \"text\" FROM \"search\" WHERE rowid = ?1", NULL);
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, record->id);
		text = record_search_text(store, record);
		if (!statement_row(store, stmt) || !row_text_or_null(store, stmt, 0) || strcmp(row_text_or_null(store, stmt, 0), text) != 0)
			problem(checker, _("%s is not what the search index holds."), record->ref);
		free(text);
	}
	statement_end(store, stmt);
	record_free(record);
}

static void replay_element(struct rebuilt *rebuilt, int index, const char *element, bool add)
{
	struct strings elements = { 0 }, rest = { 0 };
	size_t i;

	if (rebuilt->values[index])
		strings_split(&elements, rebuilt->values[index]);
	for (i = 0; i < elements.count; i++)
		if (strcmp(elements.items[i], element) != 0)
			strings_add(&rest, elements.items[i]);
	if (add)
		strings_add(&rest, element);
	free(rebuilt->values[index]);
	rebuilt->values[index] = rest.count ? strings_join(&rest, ",") : NULL;
	strings_free(&elements);
	strings_free(&rest);
}

static void replay(struct checker *checker, struct rebuilt *rebuilt, const char *text)
{
	struct json *row = text ? json_parse(text) : NULL;
	const char *kind = json_text(row, 0), *name = json_text(row, 1), *field = json_text(row, 3);
	const struct register_def *def = name ? register_find(name) : NULL;
	int index;
	size_t i;

	if (!text || !kind || !def) {
		if (text)
			problem(checker, _("A row of the journal cannot be read."));
		rebuilt->unknown = true;
		json_free(row);
		return;
	}
	if (!rebuilt->def) {
		rebuilt->def = def;
		rebuilt->values = xcalloc(def->field_count, sizeof *rebuilt->values);
	}
	if (strcmp(kind, "+record") == 0 || strcmp(kind, "-record") == 0) {
		rebuilt->live = kind[0] == '+';
		for (i = 0; i < def->field_count; i++) {
			const struct json *value = json_member(json_at(row, 4), def->fields[i].name);

			free(rebuilt->values[i]);
			rebuilt->values[i] = rebuilt->live && value && value->type == JSON_STRING ? xstrdup(value->text) : NULL;
		}
	} else if (field && (index = register_field_index(def, field)) >= 0) {
		if (strcmp(kind, "set") == 0) {
			free(rebuilt->values[index]);
			rebuilt->values[index] = xstrdup(json_text(row, 5));
		} else if (json_text(row, 4)) {
			replay_element(rebuilt, index, json_text(row, 4), kind[0] == '+');
		}
	}
	json_free(row);
}

static void check_records(struct checker *checker)
{
	struct store *store = checker->store;
	struct rebuilt rebuilt = { 0 };
	sqlite3_stmt *stmt = statement(store, "SELECT \"record\", \"text\" FROM \"change\" ORDER BY \"record\", \"entry\", \"seq\"", NULL);
	size_t i;

	while (statement_row(store, stmt)) {
		int64_t id = sqlite3_column_int64(stmt, 0);

		if (rebuilt.id && rebuilt.id != id) {
			compare_record(checker, &rebuilt);
			rebuilt_clear(&rebuilt);
		}
		rebuilt.id = id;
		replay(checker, &rebuilt, row_text_or_null(store, stmt, 1));
	}
	statement_end(store, stmt);
	if (rebuilt.id)
		compare_record(checker, &rebuilt);
	rebuilt_clear(&rebuilt);
	for (i = 0; dictionary[i]; i++) {
		char *sql = xasprintf("SELECT count(*) FROM \"%s\" t WHERE NOT EXISTS(SELECT 1 FROM \"change\" c WHERE c.\"record\" = t.\"id\")", dictionary[i]->name);
		int64_t count = store_integer(store, sql, 0);

		free(sql);
		if (count)
			problem(checker, _("%lld records of %s are not in the journal."), (long long)count, _(dictionary[i]->plural));
	}
}

static void check_tally(struct checker *checker, const struct register_def *def, const struct tally_def *tally)
{
	struct store *store = checker->store;
	struct buffer sql = { 0 };
	sqlite3_stmt *stmt;
	int i;

	buffer_add(&sql, "SELECT count(*) FROM (SELECT * FROM (SELECT ");
	for (i = 0; i < 3; i++) {
		if (tally && tally->fields[i])
			buffer_printf(&sql, "COALESCE(CAST(\"%s\" AS TEXT), '') AS a%d, ", tally->fields[i], i);
		else
			buffer_printf(&sql, "'' AS a%d, ", i);
	}
	buffer_printf(&sql, "count(*) AS n FROM \"%s\" GROUP BY 1, 2, 3) WHERE n > 0 EXCEPT SELECT \"k1\", \"k2\", \"k3\", \"n\" FROM \"tally\" WHERE \"name\" = ?1)", def->name);
	stmt = statement(store, sql.data, NULL);
	buffer_reset(&sql);
	if (stmt) {
		bind_text(store, stmt, 1, tally ? tally->name : def->name);
		if (statement_row(store, stmt) && sqlite3_column_int64(stmt, 0) > 0)
			problem(checker, _("The counts of %s do not match its records."), _(def->plural));
	}
	statement_end(store, stmt);
	buffer_free(&sql);
	stmt = statement(store, "SELECT COALESCE(sum(\"n\"), 0) FROM \"tally\" WHERE \"name\" = ?1", NULL);
	if (stmt) {
		char *count = xasprintf("SELECT count(*) FROM \"%s\"", def->name);
		int64_t records = store_integer(store, count, -1);

		free(count);
		bind_text(store, stmt, 1, tally ? tally->name : def->name);
		if (statement_row(store, stmt) && sqlite3_column_int64(stmt, 0) != records)
			problem(checker, _("The counts of %s do not match its records."), _(def->plural));
	}
	statement_end(store, stmt);
}

int64_t store_check(struct store *store, void (*report)(void *user, const char *sentence), void *user, struct error *error)
{
	struct checker checker = { .store = store, .report = report, .user = user };
	struct error failure = { 0 };
	int64_t altered;
	size_t i, j;

	/* One moment of the file, whatever others write meanwhile. */
	if (!store_exec(store, "BEGIN", error))
		return -1;
	check_pages(&checker);
	check_sqlite(&checker);
	if (!checker.problems) {
		check_chain(&checker);
		check_records(&checker);
		for (i = 0; dictionary[i]; i++) {
			check_tally(&checker, dictionary[i], NULL);
			for (j = 0; j < dictionary[i]->tally_count; j++)
				check_tally(&checker, dictionary[i], &dictionary[i]->tallies[j]);
		}
		altered = attachments_altered(store);
		if (altered)
			problem(&checker, _("%lld attached files are altered or missing."), (long long)altered);
	}
	if (!store_sound(store, &failure))
		problem(&checker, "%s", failure.message);
	error_clear(&failure);
	report_last(&checker);
	store_exec(store, "ROLLBACK", NULL);
	if (store->pages)
		store->pages->lenient = false;
	if (!checker.problems)
		journal_remember_head(store);
	return checker.problems;
}
