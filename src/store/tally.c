/* Counts kept by the write path: a row for each value of the fields of each tally of the dictionary. */
#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

#define PLACES 4096 /* a power of two */

/* What an action adds to one count, written once at its end. */
struct pending {
	char *name, *keys[3]; /* name NULL: free */
	int64_t delta;
};

/* By name and keys, at the place of their hash or after it; at most half full. */
struct pending_tallies {
	struct pending items[PLACES];
	size_t count;
};

static void pending_free(struct pending_tallies *pending)
{
	size_t i;
	int k;

	for (i = 0; pending->count && i < PLACES; i++) {
		free(pending->items[i].name);
		for (k = 0; k < 3; k++)
			free(pending->items[i].keys[k]);
	}
	if (pending->count)
		memset(pending, 0, sizeof *pending);
}

void tally_forget(struct action *action)
{
	if (action->tallies)
		pending_free(action->tallies);
	free(action->tallies);
	action->tallies = NULL;
}

bool tally_flush(struct action *action, struct error *error)
{
	struct pending_tallies *pending = action ? action->tallies : NULL;
	bool ok = true;
	size_t i;
	int k;

	for (i = 0; pending && pending->count && ok && i < PLACES; i++) {
		const struct pending *item = &pending->items[i];
		sqlite3_stmt *stmt;

		if (!item->name || !item->delta)
			continue;
		stmt = statement(action->store,
			"INSERT INTO \"tally\"(\"name\", \"k1\", \"k2\", \"k3\", \"n\") VALUES(?1, ?2, ?3, ?4, ?5)"
			" ON CONFLICT DO UPDATE SET \"n\" = \"n\" + excluded.\"n\"",
			error);
		if (!stmt)
			return false;
		bind_text(action->store, stmt, 1, item->name);
		for (k = 0; k < 3; k++)
			bind_text(action->store, stmt, k + 2, item->keys[k]);
		sqlite3_bind_int64(stmt, 5, item->delta);
		ok = statement_run(action->store, stmt, error);
	}
	if (pending && ok)
		pending_free(pending);
	return ok;
}

/* Where a count stands, or would. */
static struct pending *place_of(struct pending_tallies *pending, const char *name, const char *const keys[3])
{
	const char *const texts[] = { name, keys[0], keys[1], keys[2] };
	uint32_t hash = 2166136261u;
	struct pending *item;
	const char *at;
	size_t i;

	for (i = 0; i < 4; i++, hash *= 16777619u)
		for (at = texts[i]; *at; at++)
			hash = (hash ^ (unsigned char)*at) * 16777619u;
	for (;; hash++) {
		item = &pending->items[hash % PLACES];
		if (!item->name || (strcmp(item->name, name) == 0 && strcmp(item->keys[0], keys[0]) == 0 &&
					   strcmp(item->keys[1], keys[1]) == 0 && strcmp(item->keys[2], keys[2]) == 0))
			return item;
	}
}

static bool add(struct action *action, const char *name, const char *const keys[3], int delta, struct error *error)
{
	struct pending_tallies *pending = action->tallies;
	struct pending *item;
	int k;

	if (!pending)
		pending = action->tallies = xcalloc(1, sizeof *pending);
	item = place_of(pending, name, keys);
	if (!item->name && pending->count == PLACES / 2) {
		if (!tally_flush(action, error))
			return false;
		item = place_of(pending, name, keys);
	}
	if (!item->name) {
		item->name = xstrdup(name);
		for (k = 0; k < 3; k++)
			item->keys[k] = xstrdup(keys[k]);
		pending->count++;
	}
	item->delta += delta;
	return true;
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

/* Whether tallies count the record: one that left its register is in no figure of today. */
static bool counts(const struct record *record)
{
	const char *standing = record->def->standing ? record_get(record, record->def->standing) : "current";

	return standing && strcmp(standing, "current") == 0;
}

bool tally_record(struct action *action, const struct record *record, int delta, struct error *error)
{
	static const char *const none[3] = { "", "", "" };
	const char *keys[3];
	size_t i;

	if (!add(action, record->def->name, none, delta, error))
		return false;
	for (i = 0; i < record->def->tally_count; i++) {
		keys_of(&record->def->tallies[i], record, keys);
		if (counts(record) && !add(action, record->def->tallies[i].name, keys, delta, error))
			return false;
	}
	return true;
}

bool tally_update(struct action *action, const struct record *old, const struct record *new, struct error *error)
{
	const char *before[3], *after[3];
	size_t i;

	for (i = 0; i < new->def->tally_count; i++) {
		const struct tally_def *tally = &new->def->tallies[i];

		keys_of(tally, old, before);
		keys_of(tally, new, after);
		if (counts(old) == counts(new) && strcmp(before[0], after[0]) == 0 &&
			strcmp(before[1], after[1]) == 0 && strcmp(before[2], after[2]) == 0)
			continue;
		if ((counts(old) && !add(action, tally->name, before, -1, error)) ||
			(counts(new) && !add(action, tally->name, after, 1, error)))
			return false;
	}
	return true;
}
