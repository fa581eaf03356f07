/* Counts kept by the write path: a row for each value of the fields of each tally of the dictionary. */
#include <string.h>

#include "store/internal.h"

static bool add(struct store *store, const char *name, const char *const keys[3], int delta, struct error *error)
{
	sqlite3_stmt *stmt = statement(store, "INSERT INTO \"tally\"(\"name\", \"k1\", \"k2\", \"k3\", \"n\") VALUES(?1, ?2, ?3, ?4, ?5)"
	                                      " ON CONFLICT DO UPDATE SET \"n\" = \"n\" + excluded.\"n\"", error);
	int i;

	if (!stmt)
		return false;
	sqlite3_bind_text(stmt, 1, name, -1, SQLITE_STATIC);
	for (i = 0; i < 3; i++)
		sqlite3_bind_text(stmt, i + 2, keys[i] ? keys[i] : "", -1, SQLITE_STATIC);
	sqlite3_bind_int(stmt, 5, delta);
	return statement_run(store, stmt, error);
}

static void keys_of(const struct tally_def *tally, const struct record *record, const char *keys[3])
{
	int i;

	for (i = 0; i < 3; i++) {
		keys[i] = tally->fields[i] ? record_get(record, tally->fields[i]) : NULL;
		if (!keys[i])
			keys[i] = "";
	}
}

bool tally_record(struct store *store, const struct record *record, int delta, struct error *error)
{
	static const char *const none[3] = { "", "", "" };
	const char *keys[3];
	size_t i;

	if (!add(store, record->def->name, none, delta, error))
		return false;
	for (i = 0; i < record->def->tally_count; i++) {
		keys_of(&record->def->tallies[i], record, keys);
		if (!add(store, record->def->tallies[i].name, keys, delta, error))
			return false;
	}
	return true;
}

bool tally_update(struct store *store, const struct record *old, const struct record *new, struct error *error)
{
	const char *before[3], *after[3];
	size_t i;

	for (i = 0; i < new->def->tally_count; i++) {
		const struct tally_def *tally = &new->def->tallies[i];

		keys_of(tally, old, before);
		keys_of(tally, new, after);
		if (strcmp(before[0], after[0]) == 0 && strcmp(before[1], after[1]) == 0 && strcmp(before[2], after[2]) == 0)
			continue;
		if (!add(store, tally->name, before, -1, error) || !add(store, tally->name, after, 1, error))
			return false;
	}
	return true;
}
