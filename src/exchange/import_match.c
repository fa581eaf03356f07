/*
 * Records by their ids elsewhere and by a key, so that reading a table twice doubles nothing.  They are read
 * once for a whole table: twenty thousand rows ask as many times.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/import_match.h"

struct place {
	char *text; /* NULL: empty */
	int64_t id; /* or MATCHER_SEVERAL */
};

/* Texts and ids: open addressing, at most half full. */
struct places {
	struct place *items;
	size_t size, count;
};

struct matcher {
	struct store *store;
	const struct register_def *def;
	const struct field_def *key, *external;
	bool is_read;
	struct places keys, externals;
};

static struct place *place_of(const struct places *places, const char *text)
{
	size_t at = (size_t)hash_quick(text, strlen(text)) & (places->size - 1);

	while (places->items[at].text && strcmp(places->items[at].text, text) != 0)
		at = (at + 1) & (places->size - 1);
	return &places->items[at];
}

static void grow(struct places *places)
{
	struct places bigger = { .size = places->size ? places->size * 2 : 1024, .count = places->count };
	size_t i;

	bigger.items = xcalloc(bigger.size, sizeof *bigger.items);
	for (i = 0; i < places->size; i++)
		if (places->items[i].text)
			*place_of(&bigger, places->items[i].text) = places->items[i];
	free(places->items);
	*places = bigger;
}

/* Takes over the text. */
static void put(struct places *places, char *text, int64_t id)
{
	struct place *place;

	if (places->count * 2 >= places->size)
		grow(places);
	place = place_of(places, text);
	if (place->text) {
		free(text);
		place->id = place->id == id ? id : MATCHER_SEVERAL;
		return;
	}
	*place = (struct place){ text, id };
	places->count++;
}

static int64_t get(const struct places *places, const char *text)
{
	return places->size && place_of(places, text)->text ? place_of(places, text)->id : MATCHER_NONE;
}

static void places_free(struct places *places)
{
	size_t i;

	for (i = 0; i < places->size; i++)
		free(places->items[i].text);
	free(places->items);
}

/* Case, accents and the number of blanks say nothing. */
static char *fold(const char *text)
{
	char *folded = text_fold_typed(text), *from, *to;

	for (from = to = folded; *from; from++) {
		if (isspace((unsigned char)*from)) {
			if (to > folded && to[-1] != ' ')
				*to++ = ' ';
			continue;
		}
		*to++ = *from;
	}
	if (to > folded && to[-1] == ' ')
		to--;
	*to = '\0';
	return folded;
}

static void learn(struct matcher *matcher, int64_t id, const char *key, const char *external)
{
	struct strings ids = { 0 };
	size_t i;

	if (key && *key)
		put(&matcher->keys, fold(key), id);
	if (!external || !*external)
		return;
	strings_split(&ids, external);
	for (i = 0; i < ids.count; i++)
		put(&matcher->externals, fold(ids.items[i]), id);
	strings_free(&ids);
}

static bool take(void *user, const struct row *row)
{
	struct matcher *matcher = user;
	size_t external = matcher->key ? 1 : 0;

	learn(matcher, row->id, matcher->key ? row->cells[0].value : NULL,
		matcher->external ? row->cells[external].value : NULL);
	return true;
}

static bool read(struct matcher *matcher, struct error *error)
{
	const char *columns[2];
	size_t count = 0;
	struct query *query;

	if (matcher->is_read || (!matcher->key && !matcher->external))
		return true;
	if (matcher->key)
		columns[count++] = matcher->key->name;
	if (matcher->external)
		columns[count++] = matcher->external->name;
	query = query_new(matcher->def);
	matcher->is_read = store_each_value(matcher->store, query, columns, count, take, matcher, error);
	query_free(query);
	return matcher->is_read;
}

struct matcher *matcher_new(struct store *store, const struct register_def *def, const struct field_def *key)
{
	struct matcher *matcher = xcalloc(1, sizeof *matcher);

	matcher->store = store;
	matcher->def = def;
	matcher->key = key;
	matcher->external = register_field(def, "external");
	return matcher;
}

void matcher_free(struct matcher *matcher)
{
	if (!matcher)
		return;
	places_free(&matcher->keys);
	places_free(&matcher->externals);
	free(matcher);
}

int64_t matcher_external(struct matcher *matcher, const char *external, struct error *error)
{
	char *folded;
	int64_t id;

	if (!read(matcher, error))
		return MATCHER_FAILED;
	folded = fold(external);
	id = get(&matcher->externals, folded);
	free(folded);
	return id;
}

int64_t matcher_key(struct matcher *matcher, const char *value, struct error *error)
{
	char *folded;
	int64_t id;

	if (!matcher->key || !value || !*value)
		return MATCHER_NONE;
	if (!read(matcher, error))
		return MATCHER_FAILED;
	folded = fold(value);
	id = get(&matcher->keys, folded);
	free(folded);
	return id;
}

void matcher_learn(struct matcher *matcher, const struct record *record)
{
	if (matcher->is_read)
		learn(matcher, record->id, matcher->key ? record_get(record, matcher->key->name) : NULL,
			matcher->external ? record_get(record, matcher->external->name) : NULL);
}

struct each_known {
	bool (*each)(void *user, int64_t id, const char *ref);
	void *user;
};

static bool tell(void *user, const struct row *row)
{
	struct each_known *known = user;

	return known->each(known->user, row->id, row->ref);
}

bool matcher_each(
	struct matcher *matcher, bool (*each)(void *user, int64_t id, const char *ref), void *user, struct error *error)
{
	struct each_known known = { each, user };
	struct query *query = query_new(matcher->def);
	bool ok = store_each_value(matcher->store, query, NULL, 0, tell, &known, error);

	query_free(query);
	return ok;
}

/* The digits of "R-012" in a register with the prefix R; NULL: it has no such form. */
static const char *digits_of(const struct register_def *def, const char *text)
{
	size_t length = def->prefix ? strlen(def->prefix) : 0;
	const char *digits = text + length + 1;

	if (!length || strncasecmp(text, def->prefix, length) != 0 || text[length] != '-' || !*digits)
		return NULL;
	return strspn(digits, "0123456789") == strlen(digits) ? digits : NULL;
}

void ref_form_see(struct ref_form *form, const char *text)
{
	const char *digits = digits_of(form->def, text);

	if (digits && *digits == '0' && (!form->padded || strlen(digits) < form->padded))
		form->padded = strlen(digits);
}

/* Among is one of theirs and not of ours. */
bool ref_form_is_own(const struct ref_form *form, const char *text)
{
	const char *digits = digits_of(form->def, text);

	if (!form->def->prefix)
		return true;
	return digits && *digits != '0' && (!form->padded || strlen(digits) < form->padded);
}
