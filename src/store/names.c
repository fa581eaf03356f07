/*
 * Records by what people call them, however they spell it, and by their ids elsewhere.  While an action
 * runs, what each register has is read once and kept as hashes; a hit is a hint, which the record itself
 * then confirms, so that only what is new has to be noted.  Outside of actions nothing is kept.
 */
#include <string.h>

#include "store/internal.h"

enum known_kind { KNOWN_NAME, KNOWN_EXTERNAL, KNOWN_KINDS };

struct known {
	struct known_slot {
		uint64_t hash;
		int64_t id; /* 0: free */
	} * slots;
	size_t size, count;
	bool read;
};

struct known_names {
	struct known known[KNOWN_KINDS];
};

static void known_put(struct known *known, uint64_t hash, int64_t id)
{
	size_t at;

	if (known->count * 2 >= known->size) {
		struct known old = *known;

		known->size = old.size ? old.size * 2 : 256;
		known->slots = xcalloc(known->size, sizeof *known->slots);
		known->count = 0;
		for (at = 0; at < old.size; at++)
			if (old.slots[at].id)
				known_put(known, old.slots[at].hash, old.slots[at].id);
		free(old.slots);
	}
	for (at = hash & (known->size - 1); known->slots[at].id; at = (at + 1) & (known->size - 1))
		if (known->slots[at].hash == hash && known->slots[at].id == id)
			return;
	known->slots[at].hash = hash;
	known->slots[at].id = id;
	known->count++;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char *name_folded(const struct register_def *def, const char *name)
{
	const bool person = (def->flags & REGISTER_PEOPLE) != 0;
	char *folded = text_fold_typed(name), *joined, *at;
	struct strings words = { 0 };

	/* Of a person's name the order of its words says nothing: "Roy, Jeanne", "ROY Jeanne". */
	for (at = folded; *at;) {
		size_t length = strcspn(at, person ? " \t\n,.-" : " \t\n");

		if (length)
			strings_take(&words, xstrndup(at, length));
		at += length + (at[length] != '\0');
	}
	if (person && words.count)
		qsort(words.items, words.count, sizeof *words.items, by_text);
	joined = strings_join(&words, " ");
	strings_free(&words);
	free(folded);
	return joined;
}

static uint64_t hash_of(const char *text)
{
	return hash_quick(text, strlen(text));
}

static void put_name(struct known *known, const struct register_def *def, const char *name, int64_t id)
{
	char *folded = name ? name_folded(def, name) : NULL;

	if (folded && *folded)
		known_put(known, hash_of(folded), id);
	free(folded);
}

/* Each id by all of it, and by itself without its source. */
static void put_external(struct known *known, const char *value, int64_t id)
{
	struct strings ids = { 0 };
	size_t i;

	if (value)
		external_split(&ids, value);
	for (i = 0; i < ids.count; i++) {
		char *whole = text_fold_typed(ids.items[i]), *alone = text_fold_typed(external_id(ids.items[i]));

		known_put(known, hash_of(whole), id);
		known_put(known, hash_of(alone), id);
		free(whole);
		free(alone);
	}
	strings_free(&ids);
}

/* The field with the title in French, of registers that have one; NULL: none. */
static const struct field_def *translated_title(const struct register_def *def)
{
	const struct field_def *title = register_title(def), *french;

	french = title ? field_in_language(def, title, "fr") : NULL;
	return french == title ? NULL : french;
}

static char *names_sql(const void *of)
{
	const struct register_def *def = of;
	const struct field_def *french = translated_title(def);

	return xasprintf("SELECT \"id\", \"%s\"%s%s%s FROM \"%s\"", register_title(def)->name, french ? ", \"" : "",
		french ? french->name : "", french ? "\"" : "", register_table(def));
}

static char *external_sql(const void *of)
{
	const struct register_def *def = of;

	return xasprintf("SELECT \"id\", \"external\" FROM \"%s\" WHERE \"external\" IS NOT NULL", register_table(def));
}

static char *name_of_one_sql(const void *of)
{
	char *all = names_sql(of), *sql = xasprintf("%s WHERE \"id\" = ?1", all);

	free(all);
	return sql;
}

static char *external_of_one_sql(const void *of)
{
	char *all = external_sql(of), *sql = xasprintf("%s AND \"id\" = ?1", all);

	free(all);
	return sql;
}

static void read_known(struct store *store, const struct register_def *def, enum known_kind kind, struct known *known)
{
	sqlite3_stmt *stmt = statement_of(store, kind == KNOWN_NAME ? names_sql : external_sql, def, NULL);
	int column;

	while (stmt && statement_row(store, stmt)) {
		int64_t id = row_id(store, stmt, 0);

		for (column = 1; column < sqlite3_column_count(stmt); column++)
			if (kind == KNOWN_NAME)
				put_name(known, def, row_text_or_null(store, stmt, column), id);
			else
				put_external(known, row_text_or_null(store, stmt, column), id);
	}
	statement_end(store, stmt);
	known->read = true;
}

void names_note(struct store *store, const struct record *record)
{
	const struct field_def *title = register_title(record->def), *french = translated_title(record->def);
	struct known_names *names = store->names ? &store->names[register_index(record->def)] : NULL;

	if (!names)
		return;
	if (names->known[KNOWN_NAME].read && title)
		put_name(&names->known[KNOWN_NAME], record->def, record_get(record, title->name), record->id);
	if (names->known[KNOWN_NAME].read && french)
		put_name(&names->known[KNOWN_NAME], record->def, record_get(record, french->name), record->id);
	if (names->known[KNOWN_EXTERNAL].read)
		put_external(&names->known[KNOWN_EXTERNAL], record_get(record, "external"), record->id);
}

void names_forget(struct store *store)
{
	size_t i, kind, count = register_index(NULL);

	for (i = 0; store->names && i < count; i++)
		for (kind = 0; kind < KNOWN_KINDS; kind++)
			free(store->names[i].known[kind].slots);
	free(store->names);
	store->names = NULL;
}

/* Whether the record, as it stands, is called so. */
static bool is_called(
	struct store *store, const struct register_def *def, int64_t id, enum known_kind kind, const char *folded)
{
	sqlite3_stmt *stmt = statement_of(store, kind == KNOWN_NAME ? name_of_one_sql : external_of_one_sql, def, NULL);
	bool is = false;
	int column;

	if (stmt) {
		sqlite3_bind_int64(stmt, 1, id);
		while (statement_row(store, stmt))
			for (column = 1; column < sqlite3_column_count(stmt) && !is; column++) {
				const char *value = row_text_or_null(store, stmt, column);
				struct strings ids = { 0 };
				size_t i;

				if (value && kind == KNOWN_EXTERNAL)
					external_split(&ids, value);
				for (i = 0; i < ids.count && !is; i++) {
					char *whole = text_fold_typed(ids.items[i]),
					     *alone = text_fold_typed(external_id(ids.items[i]));

					is = strcmp(whole, folded) == 0 || strcmp(alone, folded) == 0;
					free(whole);
					free(alone);
				}
				if (value && kind == KNOWN_NAME) {
					char *other = name_folded(def, value);

					is = strcmp(other, folded) == 0;
					free(other);
				}
				strings_free(&ids);
			}
	}
	statement_end(store, stmt);
	return is;
}

static int64_t find_known(struct store *store, const struct register_def *def, enum known_kind kind, const char *folded)
{
	struct known once = { 0 }, *known = &once;
	uint64_t hash = hash_of(folded);
	int64_t found = 0;
	size_t at;

	if (store->action) {
		if (!store->names)
			store->names = xcalloc(register_index(NULL), sizeof *store->names);
		known = &store->names[register_index(def)].known[kind];
	}
	if (!known->read)
		read_known(store, def, kind, known);
	for (at = known->size ? hash & (known->size - 1) : 0; known->size && known->slots[at].id && found >= 0;
		at = (at + 1) & (known->size - 1))
		if (known->slots[at].hash == hash && known->slots[at].id != found &&
			is_called(store, def, known->slots[at].id, kind, folded))
			found = found ? -1 : known->slots[at].id;
	free(once.slots);
	return found;
}

int64_t store_find_name(struct store *store, const struct register_def *def, const char *name)
{
	char *folded;
	int64_t id;

	if (!register_title(def))
		return 0;
	folded = name_folded(def, name);
	id = *folded ? find_known(store, def, KNOWN_NAME, folded) : 0;
	free(folded);
	return id;
}

int64_t store_find_external(struct store *store, const struct register_def *def, const char *text)
{
	struct strings ids = { 0 };
	char *folded;
	int64_t id = 0;

	/* As it was written when it was kept. */
	external_split(&ids, text);
	if (ids.count == 1) {
		folded = text_fold_typed(ids.items[0]);
		id = find_known(store, def, KNOWN_EXTERNAL, folded);
		free(folded);
	}
	strings_free(&ids);
	return id;
}

bool store_each_title(
	struct store *store, const struct register_def *def, store_title_each each, void *user, struct error *error)
{
	char *sql = xasprintf("SELECT \"%s\" FROM \"%s\"", register_title(def)->name, def->name);
	sqlite3_stmt *stmt = statement(store, sql, error);
	int code = SQLITE_ERROR;
	bool go = true;

	free(sql);
	while (stmt && go && (code = statement_step(store, stmt, error)) == SQLITE_ROW) {
		const char *title = row_text_or_null(store, stmt, 0);

		/* One that could not be read is not handed on. */
		go = !store->failure.kind && (!title || each(user, title));
	}
	statement_end(store, stmt);
	return store_answer(store, !go || code == SQLITE_DONE, error);
}
