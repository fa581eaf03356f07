/*
 * `check`: is the file whole, and is it what the journal says?  Here is the order;
 * problems are told by check_tell.c; the chain of the journal is in check_chain.c, the records against it in
 * check_records.c, what is kept beside them in check_structure.c and check_search.c.
 *
 * A file that was damaged or tampered with is what this is for: nothing that is read is
 * trusted, and the check goes on behind whatever it finds.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/check.h"

/* Everything in the file is on one page or another, and free pages are what the file says is free: SQLite looks at that itself. */
static void bad_page(void *user, int64_t page)
{
	check_problem(user, _("Page %lld of the file does not match its checksum."), (long long)page);
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
	if (!pages_scan(store->db, store->pages, bad_page, checker) && check_could_read(checker, NULL))
		error_set(&checker->ended, ERROR_SYSTEM, _("%s could not be read or written (%s)."), store->path,
			strerror(errno));
}

static void check_sqlite(struct checker *checker)
{
	struct store *store = checker->store;
	/* What pages that do not match bring with them in SQLite's words is a hundred times the same. */
	sqlite3_stmt *stmt =
		statement(store, checker->problems ? "PRAGMA integrity_check(3)" : "PRAGMA integrity_check(100)", NULL);

	while (statement_row(store, stmt)) {
		const char *line = row_text(store, stmt, 0);

		if (*line && strcmp(line, "ok") != 0 && store_saw_structure(store, line, NULL))
			check_problem(checker, _("The database is damaged: %s."), line);
	}
	statement_end(store, stmt);
	check_could_read(checker, NULL);
	stmt = statement(
		store, "SELECT \"table\", \"rowid\", \"parent\" FROM pragma_foreign_key_check LIMIT 100", NULL);
	while (statement_row(store, stmt)) {
		const char *table = row_text(store, stmt, 0), *parent = row_text(store, stmt, 2);

		if (sqlite3_column_type(stmt, 1) == SQLITE_INTEGER)
			check_problem(checker, _("Row %lld of %s refers to a %s that is not there."),
				(long long)sqlite3_column_int64(stmt, 1), table, parent);
		else
			check_problem(checker, _("A row of %s refers to a %s that is not there."), table, parent);
	}
	statement_end(store, stmt);
	check_could_read(checker, NULL);
}

static void check_attachments(struct checker *checker)
{
	static const char missing[] =
		"SELECT r.\"ref\" FROM \"evidence\" e JOIN \"record\" r ON r.\"id\" = e.\"id\" WHERE e.\"kind\" = 'attached'"
		" AND NOT EXISTS(SELECT 1 FROM \"attachment\" a WHERE a.\"sha256\" = e.\"sha256\")";
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store, "SELECT \"sha256\" FROM \"attachment\"", NULL), *names;

	while (statement_row(store, stmt)) {
		const char *hex = row_text(store, stmt, 0);
		struct buffer bytes = { 0 };
		struct error failure = { 0 };

		if (!store_attachment(store, hex, &bytes, &failure))
			check_problem(checker, _("The attached file %.12s is not what was attached: %s"), hex,
				failure.message);
		error_clear(&failure);
		buffer_free(&bytes);
		/* It may be of a record that was deleted, or of what a record named before. */
		names = statement(store,
			"SELECT 1 FROM \"evidence\" WHERE \"sha256\" = ?1 UNION ALL SELECT 1 FROM \"change\" WHERE instr(\"text\", ?1) LIMIT 1",
			NULL);
		bind_text(store, names, 1, hex);
		if (!statement_row(store, names))
			check_problem(checker, _("The attached file %.12s is not in the journal."), hex);
		statement_end(store, names);
	}
	statement_end(store, stmt);
	stmt = statement(store, missing, NULL);
	while (statement_row(store, stmt))
		check_problem(checker, _("The attached file of %s is missing."), row_text(store, stmt, 0));
	statement_end(store, stmt);
	check_could_read(checker, _("An attached file"));
}

/* The file may be whole and yet an older copy: nobody can say that it stands. */
static void could_not_remember(struct checker *checker, const struct remembered *remembered)
{
	char *sentence = remembered_sentence(REMEMBERED_UNREADABLE, remembered);

	error_set(&checker->ended, ERROR_SYSTEM, _("%s Once you know why, `noria check --accept` takes it as it is."),
		sentence);
	free(sentence);
}

int64_t store_check(
	struct store *store, void (*report)(void *user, const char *sentence), void *user, struct error *error)
{
	struct checker checker = { .store = store, .report = report, .user = user };
	struct remembered remembered;
	bool ended;

	remembered_load(store, &remembered);
	/* One moment of the file, whatever others write meanwhile. */
	store_read_release(store);
	if (!store_sound(store, error) || !store_exec(store, "BEGIN", error)) {
		remembered_free(&remembered);
		return -1;
	}
	sqlite3_exec(store->db, STORE_CACHE_BULK, NULL, NULL, NULL);
	store->head_known = false;
	store->progress_done = 0;
	store->progress_total = 2 * store_integer(store, "SELECT count(*) FROM \"change\"", 0);
	check_could_read(&checker, NULL);
	check_pages(&checker);
	check_sqlite(&checker);
	check_chain(&checker, &remembered);
	check_records(&checker);
	check_structure(&checker);
	check_search(&checker);
	check_attachments(&checker);
	check_could_read(&checker, NULL);
	check_tell_rest(&checker);
	if (checker.unremembered && !checker.ended.kind && !checker.problems)
		could_not_remember(&checker, &remembered);
	remembered_free(&remembered);
	store->progress_done = store->progress_total = 0;
	/* SQLite may have ended it by itself. */
	if (!sqlite3_get_autocommit(store->db))
		store_exec(store, "ROLLBACK", NULL);
	if (store->pages)
		store->pages->lenient = store->lenient;
	sqlite3_exec(store->db, STORE_CACHE, NULL, NULL, NULL);
	context_forget(store);
	if (!checker.problems && !checker.ended.kind)
		remember_head(store, false);
	ended = checker.ended.kind != ERROR_NONE;
	if (ended)
		error_move(error, &checker.ended);
	error_clear(&checker.ended);
	return ended ? -1 : checker.problems;
}
