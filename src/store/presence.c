/*
 * Who has the file open.  A row a program, refreshed while it runs and taken away
 * when it ends; a row that is left behind (a crash, a lost connection) is known
 * by its age, on this host at once by its process.  None of it is journaled.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/internal.h"

#define STALE_SECONDS 600
#define SHORT_WAIT_MS 50 /* presence can wait for the next time, keys cannot */

/* One that ended, and whose parent did not ask for it yet, answers as if it lived.  Where the system does not tell, it lives. */
static bool has_ended(pid_t process)
{
	char *path = xasprintf("/proc/%ld/stat", (long)process), line[512];
	FILE *file = fopen(path, "re");
	bool ended = false;
	const char *name;

	free(path);
	if (!file)
		return false;
	/* The state stands behind the name, which may hold anything. */
	if (fgets(line, sizeof line, file) && (name = strrchr(line, ')')) && name[1] == ' ')
		ended = name[2] == 'Z' || name[2] == 'X';
	fclose(file);
	return ended;
}

static bool is_gone(const char *host, int64_t process, const char *seen)
{
	int64_t at;

	if (!date_time_parse(seen, &at) || environment_now() - at > STALE_SECONDS)
		return true;
	if (strcmp(host, environment_host()) != 0 || process <= 0 || process > INT32_MAX)
		return process <= 0;
	return (kill((pid_t)process, 0) != 0 && errno == ESRCH) || has_ended((pid_t)process);
}

static bool is_self(const char *login, const char *host, int64_t process)
{
	return process == getpid() && strcmp(host, environment_host()) == 0 && strcmp(login, environment_login()) == 0;
}

void presences_free(struct presences *presences)
{
	size_t i;

	for (i = 0; i < presences->count; i++) {
		free(presences->items[i].login);
		free(presences->items[i].host);
		free(presences->items[i].since);
	}
	free(presences->items);
	memset(presences, 0, sizeof *presences);
}

/* Those who are there, or those who are gone without a word. */
static bool read_rows(struct store *store, bool gone, struct presences *presences, struct error *error)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT \"login\", \"host\", \"process\", \"since\", \"seen\" FROM \"presence\" ORDER BY \"login\", \"since\", \"host\", \"process\"",
		error);
	int code = SQLITE_ERROR;

	memset(presences, 0, sizeof *presences);
	while (stmt && (code = statement_step(store, stmt, error)) == SQLITE_ROW) {
		const char *login = row_text(store, stmt, 0), *host = row_text(store, stmt, 1);
		int64_t process = sqlite3_column_int64(stmt, 2);

		if (is_self(login, host, process) || is_gone(host, process, row_text(store, stmt, 4)) != gone)
			continue;
		presences->items = xreallocarray(presences->items, presences->count + 1, sizeof *presences->items);
		presences->items[presences->count++] =
			(struct presence){ xstrdup(login), xstrdup(host), process, xstrdup(row_text(store, stmt, 3)) };
	}
	statement_end(store, stmt);
	if (store_answer(store, code == SQLITE_DONE, error))
		return true;
	presences_free(presences);
	return false;
}

bool store_others(struct store *store, struct presences *others, struct error *error)
{
	return read_rows(store, false, others, error);
}

bool store_presence_changed(struct store *store)
{
	bool changed = store->presence_stale;

	store->presence_stale = false;
	return changed;
}

/* error: whoever is or was there is no figure of the ISMS; the callers try again another time and drop it. */
static bool remove_row(struct store *store, const char *login, const char *host, int64_t process, struct error *error)
{
	sqlite3_stmt *stmt = statement(
		store, "DELETE FROM \"presence\" WHERE \"login\" = ?1 AND \"host\" = ?2 AND \"process\" = ?3", error);

	if (!stmt)
		return false;
	bind_text(store, stmt, 1, login);
	bind_text(store, stmt, 2, host);
	sqlite3_bind_int64(stmt, 3, process);
	return statement_run(store, stmt, error);
}

static bool write_self(struct store *store, const char *now, struct error *error)
{
	sqlite3_stmt *stmt = statement(store,
		"INSERT INTO \"presence\"(\"login\", \"host\", \"process\", \"since\", \"seen\") VALUES(?1, ?2, ?3, ?4, ?5)"
		" ON CONFLICT DO UPDATE SET \"seen\" = excluded.\"seen\"",
		error);

	if (!stmt)
		return false;
	bind_text(store, stmt, 1, environment_login());
	bind_text(store, stmt, 2, environment_host());
	sqlite3_bind_int64(stmt, 3, getpid());
	bind_text(store, stmt, 4, store->present_since);
	bind_text(store, stmt, 5, now);
	return statement_run(store, stmt, error);
}

void store_hurry(struct store *store, bool hurry)
{
	store->busy_most = hurry ? SHORT_WAIT_MS : BUSY_WAIT_MS;
}

bool store_stay(struct store *store)
{
	struct presences gone = { 0 };
	struct error unsaid = { 0 };
	char *now;
	size_t i;
	bool ok;

	/* What could not be read is told first. */
	if (!store_sound(store, NULL))
		return false;
	/* Nobody sees what never reaches the file. */
	if (store->read_only || store->in_memory)
		return true;
	now = date_time_format(environment_now());
	if (!store->present_since)
		store->present_since = xstrdup(now);
	store->busy_most = SHORT_WAIT_MS;
	ok = turn_begin(store, &unsaid);
	if (ok) {
		ok = read_rows(store, true, &gone, &unsaid) && write_self(store, now, &unsaid);
		for (i = 0; i < gone.count && ok; i++)
			ok = remove_row(store, gone.items[i].login, gone.items[i].host, gone.items[i].process, &unsaid);
		ok = ok && store_exec(store, "COMMIT", &unsaid);
		if (!ok && !sqlite3_get_autocommit(store->db))
			store_exec(store, "ROLLBACK", &unsaid);
	}
	error_clear(&unsaid);
	store->busy_most = BUSY_WAIT_MS;
	presences_free(&gone);
	free(now);
	return ok;
}

void store_leave(struct store *store)
{
	struct error unsaid = { 0 };

	if (!store->present_since)
		return;
	free(store->present_since);
	store->present_since = NULL;
	/* A moment longer than when staying: what is left behind here is taken for somebody until it is swept. */
	store->busy_most = 10 * SHORT_WAIT_MS;
	remove_row(store, environment_login(), environment_host(), getpid(), &unsaid);
	error_clear(&unsaid);
	store->busy_most = BUSY_WAIT_MS;
}
