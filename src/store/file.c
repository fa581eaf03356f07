/*
 * Opening and creating the one file.  Nothing in a file is trusted: it is
 * opened defensively, its schema must be ours to the letter, and where
 * it cannot be written it is opened for reading.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/internal.h"

/* noria_fold(text): for conditions that look inside a text; used in queries only, never in the schema. */
static void sql_fold(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	char *folded;

	(void)count;
	if (!text)
		return;
	folded = text_is_valid(text, strlen(text)) ? text_fold_typed(text) : xstrdup("");
	sqlite3_result_text(context, folded, -1, free);
}

/* noria_day(moment or day, zone): the day on which it is there, counted from 1970. */
static void sql_day(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]),
		   *zone = (const char *)sqlite3_value_text(values[1]);
	struct date day;
	int64_t seconds;
	int clock;

	(void)count;
	if (!text)
		return;
	if (date_parse(text, &day)) {
		sqlite3_result_int(context, date_days(&day));
	} else if (date_time_parse(text, &seconds)) {
		day = date_in_zone(seconds, zone && *zone ? zone : NULL, &clock);
		sqlite3_result_int(context, date_days(&day));
	}
}

/* noria_second(moment): NULL for a day alone, whose hour nobody knows. */
static void sql_second(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	struct date day;
	int64_t seconds;

	(void)count;
	if (text && !date_parse(text, &day) && date_time_parse(text, &seconds))
		sqlite3_result_int64(context, seconds);
}

static bool configure(struct store *store, struct error *error)
{
	static const char pragmas[] = "PRAGMA cell_size_check = ON;"
				      "PRAGMA foreign_keys = ON;"
				      "PRAGMA synchronous = EXTRA;"
				      "PRAGMA secure_delete = ON;"
				      "PRAGMA temp_store = MEMORY;" STORE_CACHE "PRAGMA mmap_size = 0;";
	sqlite3 *db = store->db;
	struct sigaction action;

	/* A file-size limit must come back as an error, not end the program. */
	if (sigaction(SIGXFSZ, NULL, &action) == 0 && action.sa_handler == SIG_DFL)
		signal(SIGXFSZ, SIG_IGN);
	sqlite3_extended_result_codes(db, 1);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
	sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 64 << 20);
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 1);
	sqlite3_create_function_v2(db, "noria_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
		sql_fold, NULL, NULL, NULL);
	sqlite3_create_function_v2(db, "noria_day", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
		sql_day, NULL, NULL, NULL);
	sqlite3_create_function_v2(db, "noria_second", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
		sql_second, NULL, NULL, NULL);
	return store_exec(store, pragmas, error);
}

/* One thread, and nobody asks how much memory SQLite has: without locks and counts it works 4 % faster.  Where somebody else began with it, it goes on as it is. */
static void begin_engine(void)
{
	static bool begun;

	if (begun)
		return;
	begun = true;
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static struct store *store_allocate(const char *path)
{
	struct store *store = xcalloc(1, sizeof *store);

	begin_engine();
	store->path = xstrdup(path);
	store->data_version = -1;
	store->busy_most = BUSY_WAIT_MS;
	store->turn = -1;
	store->presence_stale = true;
	return store;
}

static bool open_database(struct store *store, int flags, struct error *error)
{
	const char *vfs = pages_vfs(store->look ? look_vfs() : beside_vfs(NULL));
	int code = vfs ? SQLITE_OK : SQLITE_NOMEM;

	/* Without it SQLite would take its own, which looks at nothing. */
	if (vfs)
		code = sqlite3_open_v2(store->place, &store->db,
			flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, vfs);

	if (code != SQLITE_OK)
		return sqlite_fail(store->db, code, store->path, false, error);
	store->pages = pages_of(store->db);
	if (store->pages)
		store->pages->lenient = store->lenient;
	if (!place_is_same(store))
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s was replaced by another file while it was opened. Try again."), store->path);
	sqlite3_busy_handler(store->db, turn_wait, store);
	return configure(store, error);
}

static int64_t pragma(struct store *store, const char *sql, struct error *error)
{
	sqlite3_stmt *stmt;
	int64_t value = -1;

	if (sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL) != SQLITE_OK) {
		store_fail(store, error);
		return -1;
	}
	if (statement_step(store, stmt, error) == SQLITE_ROW)
		value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return value;
}

static char *backup_name(const char *path, int version)
{
	char *name = xasprintf("%s.bak-%d", path, version);
	int i;

	for (i = 2; access(name, F_OK) == 0; i++) {
		free(name);
		name = xasprintf("%s.bak-%d.%d", path, version, i);
	}
	return name;
}

/* Goes on with a copy in memory. */
static bool go_to_memory(struct store *store, struct error *error)
{
	sqlite3 *memory = NULL;
	bool ok;

	store_read_release(store);
	ok = sqlite3_open_v2(":memory:", &memory, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) == SQLITE_OK &&
	     copy_database(store->db, memory);

	if (!ok) {
		/* The backup keeps its error on the copy. */
		sqlite_fail(store->db, sqlite3_extended_errcode(memory), store->path, false, error);
		sqlite3_close(memory);
		return false;
	}
	statements_close(store);
	sqlite3_close(store->db);
	store->db = memory;
	store->pages = NULL;
	store->in_memory = true;
	return configure(store, error);
}

bool store_rehearse(struct store *store, struct error *error)
{
	if (!go_to_memory(store, error))
		return false;
	store->read_only = false;
	context_forget(store);
	return true;
}

static bool migrate(struct store *store, int version, struct error *error)
{
	char *backup = NULL;
	struct action *action;
	bool ok = false, copied = false, known, read;
	int64_t loose;

	/* A file that is only read is migrated in memory, and read there. */
	if (store->read_only && !go_to_memory(store, error))
		return false;
	store_read_release(store);
	if (!store_exec(store, "PRAGMA foreign_keys = OFF", error) || !turn_begin(store, error))
		return false;
	/* Somebody else may have been quicker. */
	version = (int)pragma(store, "PRAGMA user_version", error);
	if (version == schema_version()) {
		ok = store_exec(store, "ROLLBACK; PRAGMA foreign_keys = ON", error);
		return ok;
	}
	if (!store->read_only) {
		backup = backup_name(store->path, version);
		copied = copy_file(store, backup, error);
		if (!copied)
			goto out;
	}
	if (!schema_apply(store->db, version, schema_version())) {
		store_fail(store, error);
		goto out;
	}
	known = schema_is_known(store->db, schema_version(), &read);
	if (!read) {
		store_fail(store, error);
		goto out;
	}
	loose = store_integer(store, "SELECT count(*) FROM pragma_foreign_key_check", 1);
	if (!store_sound(store, error))
		goto out;
	if (!known || loose) {
		error_set(error, ERROR_UNAVAILABLE, _("%s could not be brought to version %d; it was left as it was."),
			store->path, schema_version());
		goto out;
	}
	action = write_recount(store, error) ? action_begin_named(store, "migrate", "") : NULL;
	if (!action)
		goto out;
	action->barrier = true;
	/* What the dictionary derives may be new. */
	action->context_touched = action->derive_all = true;
	store->action = action;
	ok = action_commit(action, error);
out:
	if (!ok && !sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	sqlite3_exec(store->db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
	/* Where nobody can say whether the new version is in the file, the copy is the one whole thing. */
	if (!ok && copied && !store->commit_unknown)
		unlink(backup);
	free(backup);
	return ok;
}

static bool verify(struct store *store, struct error *error)
{
	int64_t id = pragma(store, "PRAGMA application_id", error);
	int64_t version;
	bool known, read;

	if (id < 0)
		return false;
	if (id != APPLICATION_ID)
		return error_set(
			error, ERROR_UNAVAILABLE, _("%s is not a Noria file; another program made it."), store->path);
	version = pragma(store, "PRAGMA user_version", error);
	if (version < 0)
		return false;
	if (version > schema_version())
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s was made by a newer Noria (version %d of the file, this program knows %d); bring the program up to date."),
			store->path, (int)version, schema_version());
	known = version >= 1 && schema_is_known(store->db, (int)version, &read);
	if (version >= 1 && !read)
		return store_fail(store, error);
	if (!known)
		return error_set(error, ERROR_DAMAGED,
			_("%s does not have the tables of a Noria file; it was changed by another program."),
			store->path);
	return version == schema_version() || migrate(store, (int)version, error);
}

/* What every file has from its first moment on; without it nothing can be done, and nothing must be believed. */
static bool is_complete(struct store *store, struct error *error)
{
	int64_t organisations = store_integer(store, "SELECT count(*) FROM \"organisation\"", -1);

	bool journaled = store_integer(store, "SELECT EXISTS(SELECT 1 FROM \"entry\")", 0);

	if (!store_sound(store, error))
		return false;
	if (organisations != 1)
		return error_set(error, ERROR_DAMAGED, _("%s has no organisation; it is damaged."), store->path);
	if (!journaled)
		return error_set(
			error, ERROR_DAMAGED, _("The journal of %s is empty; the file is damaged."), store->path);
	return true;
}

struct store *store_open(const char *path, unsigned flags, struct error *error)
{
	struct store *store = store_allocate(path);
	bool writable;

	/*
	 * A reader who may write opens for writing all the same: after a crash it is the
	 * one who rolls the half-written transaction back, which a read-only connection cannot.
	 */
	store->look = flags & STORE_LOOK;
	store->lenient = flags & STORE_LENIENT;
	writable = !store->look && place_is_writable(path);
	store->read_only = (flags & STORE_READ_ONLY) || !writable;
	if (!place_open(store, writable, error) ||
		!open_database(store, writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, error))
		goto fail;
	if (writable && store->read_only && !store_exec(store, "PRAGMA query_only = ON", error))
		goto fail;
	if (flags & STORE_NO_WAIT)
		sqlite3_busy_handler(store->db, NULL, NULL);
	/* Who it is and whether it is whole is asked in one moment of the file. */
	store_read_begin(store);
	if (!verify(store, error) || (!is_complete(store, error) && !store->lenient))
		goto fail;
	store->data_version = pragma(store, "PRAGMA data_version", NULL);
	store->entry_seen = store_entry_newest(store);
	store_read_end(store);
	if (!store->read_only) {
		/* A file that somebody turned to WAL would no longer be one file. */
		sqlite3_stmt *stmt;

		if (sqlite3_prepare_v2(store->db, "PRAGMA journal_mode = DELETE", -1, &stmt, NULL) == SQLITE_OK) {
			struct error unsaid = { 0 };

			statement_step(store, stmt, &unsaid);
			sqlite3_finalize(stmt);
			error_clear(&unsaid);
		}
	}
	/* Who looks for damage finds it again, and more. */
	if (!store_sound(store, error) && !store->lenient)
		goto fail;
	if (error)
		error_clear(error);
	return store;
fail:
	store_close(store);
	return NULL;
}

static char *environment_zone(void)
{
	const char *zone = getenv("TZ");
	char link[256];
	ssize_t length;

	if (zone && *zone == ':')
		zone++;
	/* TZ may also hold rules of its own ("CET-1CEST"), which no other machine knows by a name. */
	if (zone && *zone && zone_is_known(zone))
		return xstrdup(zone);
	length = readlink("/etc/localtime", link, sizeof link - 1);
	if (length > 0) {
		char *start;

		link[length] = '\0';
		start = strstr(link, "zoneinfo/");
		if (start && zone_is_known(start + strlen("zoneinfo/")))
			return xstrdup(start + strlen("zoneinfo/"));
	}
	return xstrdup("UTC");
}

struct store *store_create(const char *path, const struct store_new *options, struct error *error)
{
	struct store *store;
	struct record *organisation = NULL;
	struct action *action = NULL;
	char *zone = NULL;
	bool ok = false, read;

	if (!place_is_free(path, error))
		return NULL;
	zone = options->time_zone ? xstrdup(options->time_zone) : environment_zone();
	store = store_allocate(path);
	store->in_memory = true;
	if (sqlite3_open_v2(":memory:", &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
		    NULL) != SQLITE_OK) {
		store_fail(store, error);
		goto out;
	}
	if (!pages_reserve(store->db)) {
		error_set(error, ERROR_SYSTEM, _("There is not enough memory."));
		goto out;
	}
	if (!configure(store, error) ||
		!store_exec(store, "PRAGMA application_id = 1313821257; BEGIN IMMEDIATE", error))
		goto out;
	if (!schema_make(store->db)) {
		store_fail(store, error);
		goto out;
	}
	if (!store_exec(store, "COMMIT", error))
		goto out;
	if (!schema_is_known(store->db, schema_version(), &read)) {
		if (read)
			error_set(error, ERROR_SYSTEM,
				"the schema of this program does not match its digest (make update-schema)");
		else
			store_fail(store, error);
		goto out;
	}
	action = action_begin(store, "new", error);
	if (!action)
		goto out;
	action->barrier = true;
	organisation = record_new(register_single(), zone);
	record_set(organisation, "name",
		options->organisation && *options->organisation ? options->organisation : _("Our organisation"));
	record_set(organisation, "time_zone", zone);
	if (!action_add(action, organisation, error)) {
		action_rollback(action);
		goto out;
	}
	ok = action_commit(action, error) && (options->unpublished || store_publish(store, error));
out:
	free(zone);
	record_free(organisation);
	if (!ok) {
		store_close(store);
		return NULL;
	}
	return store;
}

bool store_publish(struct store *store, struct error *error)
{
	sqlite3_int64 size = 0;
	unsigned char *bytes = sqlite3_serialize(store->db, "main", &size, 0);
	struct error failure = { 0 };
	bool ok;

	if (!bytes)
		return error_set(error, ERROR_SYSTEM, _("There is not enough memory."));
	pages_stamp_all(bytes, size);
	/* Whoever stood here before is gone, however this ends. */
	remember_no_place(store->path);
	ok = write_new(store->path, bytes, (size_t)size, error);
	sqlite3_free(bytes);
	if (!ok)
		return false;
	store_read_release(store);
	statements_close(store);
	context_forget(store);
	sqlite3_close(store->db);
	store->db = NULL;
	store->in_memory = false;
	store->head_known = false;
	if (!place_open(store, true, &failure) || !open_database(store, SQLITE_OPEN_READWRITE, &failure))
		goto made;
	store->data_version = pragma(store, "PRAGMA data_version", &failure);
	if (failure.kind)
		goto made;
	/* Whatever stood here before is gone. */
	remember_head(store, true);
	return true;
made:
	/* Nobody may believe that there is no file. */
	error_set(error, failure.kind, _("The new file was made, but could not be opened again: %s"), failure.message);
	error_clear(&failure);
	return false;
}

void store_close(struct store *store)
{
	if (!store)
		return;
	if (store->action)
		action_rollback(store->action);
	store_leave(store);
	statements_close(store);
	sqlite3_close(store->db);
	if (store->turn >= 0)
		close(store->turn);
	context_forget(store);
	conflicts_free(&store->conflicts);
	error_clear(&store->failure);
	free(store->organisation_uuid);
	free(store->own);
	strings_free(&store->headings);
	free(store->path);
	free(store->place);
	free(store);
}

bool store_is_read_only(const struct store *store)
{
	return store->read_only;
}

bool store_is_look(const struct store *store)
{
	return store->look;
}

const char *store_path(const struct store *store)
{
	return store->path;
}

uint64_t store_generation(const struct store *store)
{
	return store->generation;
}

bool store_keeps_sums(struct store *store, bool *foreign)
{
	*foreign = store->pages && store->pages->state == PAGES_FOREIGN;
	return store->pages && store->pages->state == PAGES_VERIFIED;
}

const char *store_engine_version(void)
{
	return sqlite3_libversion();
}
