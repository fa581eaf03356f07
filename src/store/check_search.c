/*
 * The search index against the texts that it is of.  FTS5 has a check of its own, but that
 * is a write, which a file that is only read does not allow and a file that others write
 * makes wait.  So the words are read from the index, and made from the texts by FTS5's own
 * tokenizer, and both must come to the same; and every word must be found where FTS5 looks
 * for it.  Nothing is kept of either: sums of hashes are compared.
 */
#include <string.h>

#include "store/check.h"

#define TOKEN_MOST 32768 /* FTS5 cuts words there */

/* What the texts come to. */
struct words {
	uint64_t sum;  /* of the hashes of (text, place in it, word) */
	int64_t count; /* of words, all texts together */
	int64_t texts;
	int64_t id; /* of the text at hand, and words in it so far */
	int64_t place;
	uint64_t times; /* of the hashes of (how often, word) */
	struct buffer buffer;
};

static void add_word(struct words *words, const char *word, size_t length, int64_t place)
{
	buffer_reset(&words->buffer);
	buffer_add_bytes(&words->buffer, &words->id, sizeof words->id);
	buffer_add_bytes(&words->buffer, &place, sizeof place);
	buffer_add_bytes(&words->buffer, word, length);
	words->sum += hash_quick(words->buffer.data, words->buffer.length);
	words->count++;
}

static int on_token(void *user, int flags, const char *token, int length, int start, int end)
{
	struct words *words = user;

	(void)start;
	(void)end;
	if (!(flags & FTS5_TOKEN_COLOCATED))
		words->place++;
	add_word(words, token, length > TOKEN_MOST ? TOKEN_MOST : (size_t)length, words->place - 1);
	return SQLITE_OK;
}

/* The tokenizer that the schema names, as FTS5 makes it. */
static bool make_tokenizer(struct store *store, fts5_tokenizer *tokenizer, Fts5Tokenizer **made)
{
	const char *arguments[] = { "remove_diacritics", "0" };
	sqlite3_stmt *stmt = statement(store, "SELECT fts5(?1)", NULL);
	fts5_api *api = NULL;
	void *context;

	if (stmt)
		sqlite3_bind_pointer(stmt, 1, (void *)&api, "fts5_api_ptr", NULL);
	statement_row(store, stmt);
	statement_end(store, stmt);
	return api && api->xFindTokenizer(api, "unicode61", &context, tokenizer) == SQLITE_OK &&
	       tokenizer->xCreate(context, arguments, 2, made) == SQLITE_OK;
}

/* FTS5's variable-length numbers, most significant bits first; 0 at the end of the bytes. */
static uint64_t take_number(const unsigned char **at, const unsigned char *end)
{
	uint64_t value = 0;
	int i;

	for (i = 0; i < 9 && *at < end; i++) {
		unsigned char byte = *(*at)++;

		if (i == 8)
			return (value << 8) | byte;
		value = (value << 7) | (byte & 0x7f);
		if (!(byte & 0x80))
			break;
	}
	return value;
}

static bool read_texts(struct checker *checker, struct words *words)
{
	static const char sql[] =
		"SELECT c.\"id\", c.\"c0\", d.\"sz\" FROM \"search_content\" c LEFT JOIN \"search_docsize\" d ON d.\"id\" = c.\"id\" ORDER BY c.\"id\"";
	struct store *store = checker->store;
	fts5_tokenizer tokenizer;
	Fts5Tokenizer *made = NULL;
	sqlite3_stmt *stmt;
	bool ok = true;

	if (!make_tokenizer(store, &tokenizer, &made))
		return false;
	stmt = statement(store, sql, NULL);
	while (ok && statement_row(store, stmt)) {
		const char *text = row_text(store, stmt, 1);
		const unsigned char *size =
			sqlite3_column_type(stmt, 2) == SQLITE_BLOB ? sqlite3_column_blob(stmt, 2) : NULL;
		const unsigned char *end = size ? size + sqlite3_column_bytes(stmt, 2) : NULL;

		words->texts++;
		words->id = sqlite3_column_int64(stmt, 0);
		words->place = 0;
		ok = tokenizer.xTokenize(made, words, FTS5_TOKENIZE_DOCUMENT, text, (int)strlen(text), on_token) ==
		     SQLITE_OK;
		ok = ok && size && (int64_t)take_number(&size, end) == words->place && size == end;
	}
	statement_end(store, stmt);
	tokenizer.xDelete(made);
	return ok && store_integer(store, "SELECT count(*) FROM \"search_docsize\"", -1) == words->texts;
}

/* A word of the index, and how often it stands there. */
static void add_times(struct words *words, const char *word, int64_t times)
{
	buffer_reset(&words->buffer);
	buffer_add_bytes(&words->buffer, &times, sizeof times);
	buffer_add(&words->buffer, word);
	words->times += hash_quick(words->buffer.data, words->buffer.length);
}

static bool read_index(struct checker *checker, struct words *words)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store, "SELECT \"term\", \"doc\", \"offset\" FROM temp.\"noria_words\"", NULL);
	char *word = NULL;
	int64_t times = 0;
	bool ok = stmt != NULL;

	while (ok && statement_row(store, stmt) && !checker->ended.kind) {
		const char *term = row_text(store, stmt, 0);

		if (!word || strcmp(word, term) != 0) {
			if (word)
				add_times(words, word, times);
			free(word);
			word = xstrdup(term);
			times = 0;
		}
		times++;
		words->id = sqlite3_column_int64(stmt, 1);
		add_word(words, term, strlen(term), sqlite3_column_int64(stmt, 2));
	}
	if (word)
		add_times(words, word, times);
	statement_end(store, stmt);
	free(word);
	return ok;
}

/*
 * Every word as it is found by way of the index, as often as it stands there.  All of them in one statement:
 * to open a table of words takes longer than to look for a word in it.
 */
static bool look_for_words(struct checker *checker, struct words *found)
{
	static const char sql[] =
		"SELECT \"found\".\"term\", \"found\".\"cnt\" FROM temp.\"noria_terms\" AS \"all\" CROSS JOIN temp.\"noria_terms\" AS \"found\" ON \"found\".\"term\" = \"all\".\"term\"";
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store, sql, NULL);

	while (statement_row(store, stmt) && !checker->ended.kind)
		add_times(found, row_text(store, stmt, 0), sqlite3_column_int64(stmt, 1));
	statement_end(store, stmt);
	return stmt != NULL;
}

/* Block `id` of the index; the caller frees the buffer. */
static bool read_block(struct store *store, int64_t id, struct buffer *block)
{
	sqlite3_stmt *stmt = statement(store, "SELECT \"block\" FROM \"search_data\" WHERE \"id\" = ?1", NULL);
	bool found = false;

	if (stmt)
		sqlite3_bind_int64(stmt, 1, id);
	if (statement_row(store, stmt) && sqlite3_column_type(stmt, 0) == SQLITE_BLOB) {
		found = true;
		buffer_add_bytes(block, sqlite3_column_blob(stmt, 0), (size_t)sqlite3_column_bytes(stmt, 0));
	}
	statement_end(store, stmt);
	return found;
}

/* Block 1 counts the texts and their words; FTS5 refuses to write where it does not agree. */
static bool counts_agree(struct store *store, const struct words *words)
{
	struct buffer block = { 0 };
	bool ok = read_block(store, 1, &block);

	if (ok && block.length) {
		const unsigned char *at = (const unsigned char *)block.data, *end = at + block.length;

		ok = (int64_t)take_number(&at, end) == words->texts && (int64_t)take_number(&at, end) == words->count &&
		     at == end;
	} else {
		ok = ok && !words->texts;
	}
	buffer_free(&block);
	return ok;
}

/* Leaves that are there of a segment; of one whose words have all gone to another while those of its level are joined, FTS5 keeps some until it is done. */
static int64_t count_leaves(struct store *store, int64_t segment)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT count(*) FROM \"search_data\" WHERE \"id\" > ?1 << 37 AND \"id\" < (?1 + 1) << 37 AND NOT (\"id\" >> 36) & 1",
		NULL);
	int64_t count = -1;

	if (stmt)
		sqlite3_bind_int64(stmt, 1, segment);
	if (statement_row(store, stmt))
		count = sqlite3_column_int64(stmt, 0);
	statement_end(store, stmt);
	return count;
}

/* Block 10 says of which leaves the index is made: there are these and no others.  Later versions of FTS5 write it otherwise, which is not looked into. */
static bool leaves_agree(struct store *store)
{
	struct buffer block = { 0 };
	bool ok = read_block(store, 10, &block) && block.length > 4;
	const unsigned char *at = (const unsigned char *)block.data + 4,
			    *end = (const unsigned char *)block.data + block.length;
	uint64_t levels, level, segments;
	int64_t leaves = 0;

	if (ok && *at != 0xff) {
		levels = take_number(&at, end);
		take_number(&at, end);
		take_number(&at, end);
		for (level = 0; level < levels && at < end; level++) {
			take_number(&at, end);
			for (segments = take_number(&at, end); segments > 0 && at < end; segments--) {
				int64_t segment = (int64_t)take_number(&at, end),
					first = (int64_t)take_number(&at, end), last = (int64_t)take_number(&at, end);

				if (segment > 0 && first > 0 && last >= first)
					leaves += last - first + 1;
				else if (segment > 0 && !first && !last)
					leaves += count_leaves(store, segment);
			}
		}
		ok = store_integer(store,
			     "SELECT count(*) FROM \"search_data\" WHERE \"id\" > 10 AND NOT (\"id\" >> 36) & 1",
			     -1) == leaves;
	}
	buffer_free(&block);
	return ok;
}

/* Texts that the records do not have are left when all that they have were found, and there are more. */
static void check_orphans(struct checker *checker)
{
	struct store *store = checker->store;
	int64_t texts = store_integer(store, "SELECT count(*) FROM \"search_content\"", 0);
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		char *sql = xasprintf("SELECT count(*) FROM \"%s\"", register_table(dictionary[i]));

		texts -= store_integer(store, sql, 0);
		free(sql);
	}
	if (texts > 0)
		check_problem(checker,
			ngettext("The search index holds %lld text of no record.",
				"The search index holds %lld texts of no record.", (unsigned long)texts),
			(long long)texts);
}

void check_search(struct checker *checker)
{
	static const char tables[] =
		"CREATE VIRTUAL TABLE temp.\"noria_words\" USING fts5vocab('main', 'search', 'instance');"
		"CREATE VIRTUAL TABLE temp.\"noria_terms\" USING fts5vocab('main', 'search', 'row')";
	struct store *store = checker->store;
	struct words texts = { .sum = 0 }, index = { .sum = 0 }, found = { .sum = 0 };
	bool ok;

	if (checker->ended.kind)
		return;
	check_orphans(checker);
	/* The two tables are in memory; the file is not written. */
	ok = (!store->read_only || sqlite3_exec(store->db, "PRAGMA query_only = OFF", NULL, NULL, NULL) == SQLITE_OK) &&
	     store_exec(store, tables, NULL);
	ok = ok &&
	     store_integer(store, "SELECT count(*) = 1 AND max(\"k\" = 'version' AND \"v\" = 4) FROM \"search_config\"",
		     0) == 1;
	ok = ok && read_texts(checker, &texts) && read_index(checker, &index) && texts.sum == index.sum &&
	     texts.count == index.count && look_for_words(checker, &found) && found.times == index.times &&
	     counts_agree(store, &texts) && leaves_agree(store);
	if (!ok && store->failure.kind != ERROR_CANCELLED && !checker->ended.kind)
		check_problem(
			checker, _("The search index is not that of the texts: searches may not find what is there."));
	check_could_read(checker, _("The search index"));
	if (store->read_only)
		sqlite3_exec(store->db, "PRAGMA query_only = ON", NULL, NULL, NULL);
	buffer_free(&texts.buffer);
	buffer_free(&index.buffer);
	buffer_free(&found.buffer);
}
