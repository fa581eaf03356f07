/*
 * The journal as a chain: every row against its digest, every entry against its hash and the
 * entry before it, the head against the newest, and all of it against what this account saw last.
 */
#include <string.h>

#include "store/check.h"

/* What the rows of one entry come to. */
struct rows_of_entry {
	int64_t count;
	unsigned char digest[HASH_BYTES];
	bool whole;
};

static bool check_row(struct checker *checker, int64_t entry, sqlite3_stmt *changes)
{
	unsigned char digest[HASH_BYTES];

	if (sqlite3_column_type(changes, 3) != SQLITE_BLOB || sqlite3_column_bytes(changes, 3) != HASH_BYTES) {
		check_problem(checker, _("A row of journal entry %lld has no digest."), (long long)entry);
		return false;
	}
	/* Rows lose their text when something is erased; no action does that yet, so none may have. */
	if (sqlite3_column_type(changes, 1) != SQLITE_TEXT) {
		check_problem(checker, _("A row of journal entry %lld has lost its text."), (long long)entry);
		return false;
	}
	journal_row_digest(sqlite3_column_blob(changes, 2), (size_t)sqlite3_column_bytes(changes, 2),
		(const char *)sqlite3_column_text(changes, 1), (size_t)sqlite3_column_bytes(changes, 1), digest);
	if (sqlite3_column_type(changes, 2) == SQLITE_BLOB &&
		memcmp(digest, sqlite3_column_blob(changes, 3), HASH_BYTES) == 0)
		return true;
	check_problem(checker, _("A row of journal entry %lld was changed."), (long long)entry);
	return false;
}

static void check_rows(struct checker *checker, int64_t entry, struct rows_of_entry *rows)
{
	struct store *store = checker->store;
	sqlite3_stmt *changes = statement(store,
		"SELECT \"seq\", \"text\", \"salt\", \"digest\" FROM \"change\" WHERE \"entry\" = ?1 ORDER BY \"seq\"",
		NULL);
	struct hash *digests = hash_new();

	rows->count = 0;
	rows->whole = changes != NULL;
	if (changes)
		sqlite3_bind_int64(changes, 1, entry);
	while (statement_row(store, changes) && check_goes_on(checker)) {
		if (sqlite3_column_int64(changes, 0) != ++rows->count && rows->whole) {
			check_problem(checker, _("Row %lld of journal entry %lld is missing."), (long long)rows->count,
				(long long)entry);
			rows->whole = false;
		}
		rows->whole = check_row(checker, entry, changes) && rows->whole;
		if (sqlite3_column_type(changes, 3) == SQLITE_BLOB)
			hash_add(digests, sqlite3_column_blob(changes, 3), (size_t)sqlite3_column_bytes(changes, 3));
	}
	statement_end(store, changes);
	hash_end(digests, rows->digest);
}

/* hash becomes the entry's own. */
static void check_entry(struct checker *checker, sqlite3_stmt *entries, int64_t id, const char *before,
	char hash[HASH_TEXT], int64_t *rows_seen)
{
	struct store *store = checker->store;
	const char *parts[8]; /* as they are hashed, the hash itself first */
	struct rows_of_entry rows;
	char expected[HASH_TEXT], *what = xasprintf(_("Journal entry %lld"), (long long)id);
	int64_t seconds;
	int i;

	for (i = 0; i < 8; i++)
		parts[i] = row_text(store, entries, i + 1);
	hash[0] = '\0';
	if (strlen(parts[0]) < HASH_TEXT)
		memcpy(hash, parts[0], strlen(parts[0]) + 1);
	if (check_could_read(checker, what)) {
		check_rows(checker, id, &rows);
		*rows_seen += rows.count;
		journal_entry_hash(
			parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7], rows.digest, expected);
		if (strcmp(expected, parts[0]) != 0)
			check_problem(checker, _("Journal entry %lld does not match its hash."), (long long)id);
		if (strcmp(parts[1], before) != 0)
			check_problem(
				checker, _("Journal entry %lld does not follow the one before it."), (long long)id);
		if (!date_time_parse(parts[3], &seconds))
			check_problem(checker, _("Journal entry %lld has no time."), (long long)id);
		check_could_read(checker, what);
	}
	free(what);
}

void check_chain(struct checker *checker, struct remembered *remembered)
{
	struct store *store = checker->store;
	sqlite3_stmt *entries = statement(store,
		"SELECT \"id\", \"hash\", \"parent\", \"other_parent\", \"time\", \"login\", \"host\", \"action\", \"names\" FROM \"entry\" ORDER BY \"id\"",
		NULL);
	char before[HASH_TEXT] = "", hash[HASH_TEXT], *sentence;
	int64_t id = 0, rows = 0, entry;
	enum remembered_answer answer;

	while (statement_row(store, entries) && check_goes_on(checker)) {
		entry = sqlite3_column_int64(entries, 0);
		if (entry != ++id)
			check_problem(checker, _("Journal entry %lld is missing."), (long long)id);
		id = entry;
		check_entry(checker, entries, id, before, hash, &rows);
		memcpy(before, hash, sizeof before);
	}
	statement_end(store, entries);
	check_could_read(checker, _("The journal"));
	if (checker->ended.kind)
		return;
	rows = store_integer(store, "SELECT count(*) FROM \"change\"", rows) - rows;
	if (rows > 0)
		check_problem(checker,
			ngettext("%lld row of the journal belongs to no entry.",
				"%lld rows of the journal belong to no entry.", (unsigned long)rows),
			(long long)rows);
	if (strcmp(before, store_head(store)) != 0)
		check_problem(checker, _("The head of the journal is not its newest entry."));
	check_could_read(checker, _("The journal"));
	answer = remembered_compare(store, remembered);
	sentence = remembered_sentence(answer, remembered);
	checker->unremembered = answer == REMEMBERED_UNREADABLE && remembered->failed;
	if (sentence && !checker->unremembered)
		check_problem(checker, _("%s Once you know why, `noria check --accept` takes it as it is."), sentence);
	free(sentence);
	check_could_read(checker, _("The journal"));
}
