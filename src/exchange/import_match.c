/*
 * Records by their ids elsewhere and by a key, so that reading a table twice doubles nothing.  Titles and ids
 * elsewhere the store knows; another key is read once for a whole table: twenty thousand rows ask as many times.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/import_match.h"
#include "exchange/people.h"

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
	const struct field_def *keys[KEYS_MOST];
	const char *names[KEYS_MOST];
	size_t count;
	bool by_day[KEYS_MOST]; /* of a moment its day is looked at */
	char *own; /* the one key is type_external: by the ids behind their sources, but for this one; NULL: by the values */
	bool is_read;
	struct places places;
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

void matcher_by_day(struct matcher *matcher, size_t key)
{
	matcher->by_day[key] = true;
}

/* The day of a moment where the organisation works; a day alone stays as it is. */
static void add_day(struct buffer *joined, const struct matcher *matcher, const char *value)
{
	char day[11];
	struct date date;
	int64_t seconds;
	int clock;

	if (strlen(value) <= 10 || !date_time_parse(value, &seconds)) {
		buffer_add(joined, value);
		return;
	}
	date = date_in_zone(seconds, store_context(matcher->store)->time_zone, &clock);
	date_format(&date, day);
	buffer_add(joined, day);
}

char *matcher_join(const struct matcher *matcher, const char *const *values)
{
	struct buffer joined = { 0 };
	size_t i;

	for (i = 0; i < matcher->count; i++) {
		if (i)
			/* Which no value holds. */
			buffer_add_char(&joined, '\x1f');
		if (values[i] && matcher->by_day[i])
			add_day(&joined, matcher, values[i]);
		else
			buffer_add(&joined, values[i] ? values[i] : "");
	}
	return buffer_take(&joined);
}

static void put_joined(struct matcher *matcher, const char *const values[KEYS_MOST], int64_t id)
{
	char *joined;
	bool any = false;
	size_t i;

	for (i = 0; i < matcher->count; i++)
		any = any || values[i];
	if (!any)
		return;
	joined = matcher_join(matcher, values);
	put(&matcher->places, fold(joined), id);
	free(joined);
}

/* Each id that the record has elsewhere, without what it is called by there. */
static void put_ids(struct matcher *matcher, const char *value, int64_t id)
{
	size_t own = strlen(matcher->own), i;
	struct strings ids = { 0 };

	external_split(&ids, value);
	for (i = 0; i < ids.count; i++) {
		const char *colon = strstr(ids.items[i], ": ");
		size_t source = colon ? (size_t)(colon - ids.items[i]) : 0;

		if (colon && (source != own || strncmp(ids.items[i], matcher->own, own) != 0))
			put(&matcher->places, fold(colon + 2), id);
	}
	strings_free(&ids);
}

static bool take(void *user, const struct row *row)
{
	struct matcher *matcher = user;
	const char *values[KEYS_MOST];
	size_t i;

	if (matcher->own) {
		if (row->cells[0].value)
			put_ids(matcher, row->cells[0].value, row->id);
		return true;
	}
	for (i = 0; i < matcher->count; i++)
		values[i] = row->cells[i].value;
	put_joined(matcher, values, row->id);
	return true;
}

static bool is_title(const struct matcher *matcher)
{
	return matcher->count == 1 && matcher->keys[0] == register_title(matcher->def);
}

static bool read(struct matcher *matcher, struct error *error)
{
	struct query *query;

	if (matcher->is_read)
		return true;
	query = query_new(matcher->def);
	matcher->is_read =
		store_each_value(matcher->store, query, matcher->names, matcher->count, take, matcher, error);
	query_free(query);
	return matcher->is_read;
}

struct matcher *matcher_new(
	struct store *store, const struct register_def *def, const struct field_def *const keys[KEYS_MOST])
{
	struct matcher *matcher = xcalloc(1, sizeof *matcher);

	matcher->store = store;
	matcher->def = def;
	for (; matcher->count < KEYS_MOST && keys[matcher->count]; matcher->count++) {
		matcher->keys[matcher->count] = keys[matcher->count];
		matcher->names[matcher->count] = keys[matcher->count]->name;
	}
	return matcher;
}

struct matcher *matcher_of_ids(
	struct store *store, const struct register_def *def, const struct field_def *external, const char *own)
{
	const struct field_def *const keys[KEYS_MOST] = { external };
	struct matcher *matcher = matcher_new(store, def, keys);

	matcher->own = xstrdup(own);
	return matcher;
}

void matcher_free(struct matcher *matcher)
{
	if (!matcher)
		return;
	free(matcher->own);
	places_free(&matcher->places);
	free(matcher);
}

int64_t matcher_key(struct matcher *matcher, const char *value, struct error *error)
{
	char *folded;
	int64_t id;

	if (!matcher->count || !value || !*value)
		return MATCHER_NONE;
	if (is_title(matcher)) {
		const char *bare = matcher->def->flags & REGISTER_PEOPLE ? person_bare(value) : value;

		/* "Mme Jeanne ROY" is Jeanne Roy, as where others refer to her. */
		id = store_find_name(matcher->store, matcher->def, value);
		return id || bare == value ? id : store_find_name(matcher->store, matcher->def, bare);
	}
	if (!read(matcher, error))
		return MATCHER_FAILED;
	folded = fold(value);
	id = get(&matcher->places, folded);
	free(folded);
	return id;
}

void matcher_learn(struct matcher *matcher, const struct record *record)
{
	const char *values[KEYS_MOST];
	size_t i;

	for (i = 0; i < matcher->count; i++)
		values[i] = record_get(record, matcher->names[i]);
	if (matcher->is_read && matcher->count)
		put_joined(matcher, values, record->id);
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
