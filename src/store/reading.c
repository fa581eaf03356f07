/*
 * Read transactions.  Within a frame (a command of the command line, a key, a picture
 * of the screen) the first statement that reads begins a transaction, and all that
 * is read stands in it: one lock for all of them, and one state of the file, so that a figure and
 * the list that it counts agree.  Who writes, or waits for a person or for another
 * program, lets go of it first: two readers who both want to write would wait for each
 * other for ever, and a writer cannot commit while anybody reads.  What is read after
 * that begins another one.
 */
#include <stdlib.h>

#include "store/internal.h"

/* No failure of what ends a reading is one of what was read. */
void store_read_release(struct store *store)
{
	if (!store || !store->reading)
		return;
	store->reading = false;
	free(store->totals);
	store->totals = NULL;
	/* SQLite may have ended it by itself. */
	if (!sqlite3_get_autocommit(store->db) && sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK &&
		!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}

bool reading_prepare(struct store *store, sqlite3_stmt *stmt, struct error *error)
{
	if (!sqlite3_stmt_readonly(stmt)) {
		store_read_release(store);
		return true;
	}
	if (!sqlite3_get_autocommit(store->db) || (!store->frames && sqlite3_stmt_busy(stmt)))
		return true;
	environment_log("read: %s", store->frames ? "a frame" : sqlite3_sql(stmt));
	if (!store->frames)
		return true;
	if (sqlite3_exec(store->db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
		return store_fail(store, error);
	store->reading = true;
	return true;
}
