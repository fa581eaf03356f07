/*
 * A million measurements into a file, by SQLite alone: through the write path they would take an hour.  What an indicator
 * has from its last ones comes with one more value of each, through the write path.
 */
#include "generate.h"

#include "base/lib.h"
#include "store/lib.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define INDICATORS 200
#define FIRST_DAY 20770 /* of the last values, in days since 1970: the day before that of the tests */

static void check(sqlite3 *db, int status)
{
	if (status != SQLITE_OK && status != SQLITE_DONE && status != SQLITE_ROW) {
		fprintf(stderr, "generate: %s\n", sqlite3_errmsg(db));
		exit(EXIT_FAILURE);
	}
}

static int64_t number(sqlite3 *db, const char *text)
{
	sqlite3_stmt *stmt;
	int64_t value;

	check(db, sqlite3_prepare_v2(db, text, -1, &stmt, NULL));
	check(db, sqlite3_step(stmt));
	value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return value;
}

static struct record *indicator(long i, const char *owner)
{
	static const char *const levels[] = { "strategic", "functional", "operational" };
	struct record *record = record_new(register_find("indicator"), NULL);
	char *name = xasprintf("Measured %ld", i + 1);

	record_set(record, "name", name);
	record_set(record, "measure", "Counted each day.");
	record_set(record, "unit", "%");
	record_set(record, "target", "90");
	record_set(record, "amber", "80");
	record_set(record, "red", "60");
	record_set(record, "frequency", "day");
	record_set(record, "start", "2013-01-01");
	record_set(record, "level", levels[i % 3]);
	record_set(record, "status", "active");
	record_set(record, "owner", owner);
	free(name);
	return record;
}

struct filling {
	sqlite3 *db;
	sqlite3_stmt *record, *measurement;
	int64_t id, count;
};

static void add(struct filling *filling, int64_t of, int day, long value)
{
	struct date date = date_from_days(day);
	char text[11], uuid[40], ref[24], at[24], *ref_key, *period_key;

	date_format(&date, text);
	filling->id++;
	filling->count++;
	snprintf(uuid, sizeof uuid, "00000000-0000-4000-8000-%012llx", (unsigned long long)filling->id);
	snprintf(ref, sizeof ref, "ME-%lld", (long long)filling->count);
	snprintf(at, sizeof at, "%sT06:00:00Z", text);
	ref_key = text_sort_key(ref);
	period_key = text_sort_key(text);
	sqlite3_bind_int64(filling->record, 1, filling->id);
	sqlite3_bind_text(filling->record, 2, uuid, -1, SQLITE_STATIC);
	sqlite3_bind_text(filling->record, 3, ref, -1, SQLITE_STATIC);
	check(filling->db, sqlite3_step(filling->record));
	sqlite3_reset(filling->record);
	sqlite3_bind_int64(filling->measurement, 1, filling->id);
	sqlite3_bind_text(filling->measurement, 2, at, -1, SQLITE_STATIC);
	sqlite3_bind_text(filling->measurement, 3, ref_key, -1, SQLITE_STATIC);
	sqlite3_bind_int64(filling->measurement, 4, of);
	sqlite3_bind_double(filling->measurement, 5, (double)value);
	sqlite3_bind_text(filling->measurement, 6, text, -1, SQLITE_STATIC);
	sqlite3_bind_text(filling->measurement, 7, period_key, -1, SQLITE_STATIC);
	check(filling->db, sqlite3_step(filling->measurement));
	sqlite3_reset(filling->measurement);
	free(ref_key);
	free(period_key);
}

static void fill(const char *path, const int64_t *ids, long count)
{
	struct filling filling = { 0 };
	char *counter;

	check(NULL, sqlite3_open(path, &filling.db));
	check(filling.db, sqlite3_exec(filling.db, "PRAGMA synchronous = OFF; BEGIN", NULL, NULL, NULL));
	filling.id = number(filling.db, "SELECT max(\"id\") FROM \"record\"");
	check(filling.db, sqlite3_prepare_v2(filling.db, "INSERT INTO \"record\" VALUES(?1, 'measurement', ?2, ?3)", -1,
				  &filling.record, NULL));
	check(filling.db,
		sqlite3_prepare_v2(filling.db,
			"INSERT INTO \"measurement\"(\"id\", \"rev\", \"created\", \"updated\", \"ref_key\", \"indicator\","
			" \"at\", \"value\", \"period\", \"period_key\") VALUES(?1, 1, ?2, ?2, ?3, ?4, ?2, ?5, ?6, ?7)",
			-1, &filling.measurement, NULL));
	/* Day by day, as they would have come. */
	for (long i = 0; i < count; i++)
		add(&filling, ids[i % INDICATORS], FIRST_DAY - (int)((count - 1 - i) / INDICATORS), i * 37 % 101);
	sqlite3_finalize(filling.record);
	sqlite3_finalize(filling.measurement);
	counter = xasprintf("INSERT OR REPLACE INTO \"counter\" VALUES('ME', %ld)", count + 1);
	check(filling.db, sqlite3_exec(filling.db, counter, NULL, NULL, NULL));
	free(counter);
	counter = xasprintf("INSERT OR REPLACE INTO \"tally\" VALUES('measurement', '', '', '', %ld)", count);
	check(filling.db, sqlite3_exec(filling.db, counter, NULL, NULL, NULL));
	free(counter);
	check(filling.db, sqlite3_exec(filling.db, "COMMIT", NULL, NULL, NULL));
	sqlite3_close(filling.db);
}

/* One more value of each, which brings value, state and day of the next into the indicator. */
static void settle(const char *path, char *const *refs)
{
	struct error error = { 0 };
	struct store *store = store_open(path, 0, &error);
	struct action *action = store ? action_begin(store, "import", &error) : NULL;
	bool ok = action != NULL;

	for (long i = 0; i < INDICATORS && ok; i++) {
		struct record *record = record_new(register_find("measurement"), NULL);

		record_set(record, "indicator", refs[i]);
		record_set(record, "at", "2026-11-23T06:00:00Z");
		record_set(record, "value", i % 3 ? "95" : "50");
		ok = action_add(action, record, &error);
		record_free(record);
	}
	if (!ok || !action_commit(action, &error))
		generate_fail(&error);
	store_close(store);
}

void generate_measurements(const char *path, long count, char *const *owners)
{
	struct error error = { 0 };
	struct store *store = store_open(path, 0, &error);
	struct action *action = store ? action_begin(store, "import", &error) : NULL;
	int64_t ids[INDICATORS];
	char *refs[INDICATORS];

	if (!action)
		generate_fail(&error);
	for (long i = 0; i < INDICATORS; i++) {
		struct record *record = indicator(i, owners[i % 19]);

		if (!action_add(action, record, &error))
			generate_fail(&error);
		ids[i] = record->id;
		refs[i] = xstrdup(record->ref);
		record_free(record);
	}
	if (!action_commit(action, &error))
		generate_fail(&error);
	store_close(store);
	fill(path, ids, count);
	settle(path, refs);
	for (long i = 0; i < INDICATORS; i++)
		free(refs[i]);
}
