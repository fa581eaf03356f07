/* Fields of many records, as one step of undo: the same value for all, or entries that all get or lose. */
#include <stdlib.h>
#include <string.h>

#include "app/edit_parts.h"

/* What becomes of the field: all of its value, or some of its entries. */
struct giving {
	const struct field_def *field;
	bool whole;
	struct strings in, out; /* refs and keys; of a whole value `in` alone */
};

/* Names of records that are still to be made (+NAME), made: once, however many refer to them. */
static bool make_named(struct store *store, struct action *action, const struct field_def *field, struct strings *names,
	struct error *error)
{
	size_t i;

	for (i = 0; field_is_reference(field) && i < names->count; i++) {
		char *ref;

		if (names->items[i][0] != '+')
			continue;
		ref = app_add_of_name(store, action, register_find(field->target), names->items[i] + 1, error);
		if (!ref)
			return false;
		free(names->items[i]);
		names->items[i] = ref;
	}
	return true;
}

/* The entries that the record has, without those that go, with those that come. */
static char *merged(const char *has, const struct giving *giving)
{
	struct strings had = { 0 }, now = { 0 };
	char *value;
	size_t i;

	if (has)
		strings_split(&had, has);
	for (i = 0; i < had.count; i++)
		if (!strings_contain(&giving->out, had.items[i]))
			strings_add(&now, had.items[i]);
	for (i = 0; i < giving->in.count; i++)
		if (!strings_contain(&now, giving->in.items[i]))
			strings_add(&now, giving->in.items[i]);
	value = now.count ? strings_join(&now, ",") : NULL;
	strings_free(&had);
	strings_free(&now);
	return value;
}

/* In the order of the list of choices, as a form writes it. */
static bool in_order(struct store *store, const struct giving *giving, char **value, struct error *error)
{
	char *ordered = NULL;
	bool ok = !*value || field_is_reference(giving->field) ||
		  field_parse(giving->field, store_context(store), *value, &ordered, error);

	if (ok && ordered) {
		free(*value);
		*value = ordered;
	}
	return ok;
}

/* What the record is to hold in the field; *differs where that is not what it holds.  The caller frees. */
static bool value_for(struct store *store, const struct record *record, const struct giving *giving, char **value,
	bool *differs, struct error *error)
{
	const char *has = record_get(record, giving->field->name);

	*value = giving->whole ? giving->in.count ? strings_join(&giving->in, ",") : NULL : merged(has, giving);
	if (!giving->whole && !in_order(store, giving, value, error))
		return false;
	*differs = text_differs(has, *value);
	return true;
}

/* All fields at once: one may ask for another.  What holds it already is not touched. */
static bool give(struct store *store, struct action *action, int64_t id, const struct giving *givings, size_t number,
	size_t *changed, struct error *error)
{
	struct record *record = action_record(action, id, error);
	bool ok = record != NULL, touched = false;
	size_t i;

	for (i = 0; i < number && ok; i++) {
		bool differs = false;
		char *value = NULL;

		ok = value_for(store, record, &givings[i], &value, &differs, error);
		if (ok && differs)
			record_set(record, givings[i].field->name, value);
		touched = touched || differs;
		free(value);
	}
	if (ok && touched)
		ok = app_change_record(store, action, NULL, record, NULL, 0, error);
	*changed += touched;
	record_free(record);
	return ok;
}

/* The field of that name; NULL: the records are gone, which the error says. */
static const struct field_def *field_of(struct store *store, const int64_t *ids, const char *name, struct error *error)
{
	struct record *first = store_record(store, ids[0], error);
	const struct field_def *field = first ? register_field(first->def, name) : NULL;

	record_free(first);
	return field;
}

static void take_giving(struct giving *giving, const struct app_change *change)
{
	giving->whole = !change->out;
	if (change->out) {
		strings_split(&giving->in, change->in);
		strings_split(&giving->out, change->out);
	} else if (change->in && giving->field && giving->field->type->storage == STORED_LINKS) {
		strings_split(&giving->in, change->in);
	} else if (change->in) {
		strings_add(&giving->in, change->in);
	}
}

bool app_change_fields(struct store *store, const int64_t *ids, size_t count, const struct app_change *changes,
	size_t number, size_t *changed, struct error *error)
{
	struct giving *givings = xcalloc(number ? number : 1, sizeof *givings);
	struct action *action = NULL;
	size_t touched = 0, i;
	bool ok = true;

	for (i = 0; i < number && ok; i++) {
		givings[i].field = field_of(store, ids, changes[i].field, error);
		ok = givings[i].field != NULL;
		take_giving(&givings[i], &changes[i]);
	}
	action = ok ? action_begin(store, "set", error) : NULL;
	ok = action != NULL;
	for (i = 0; i < number && ok; i++)
		ok = make_named(store, action, givings[i].field, &givings[i].in, error);
	for (i = 0; i < count && ok; i++)
		ok = give(store, action, ids[i], givings, number, &touched, error);
	ok = action_end(action, ok, error);
	for (i = 0; i < number; i++) {
		strings_free(&givings[i].in);
		strings_free(&givings[i].out);
	}
	free(givings);
	if (changed)
		*changed = touched;
	return ok;
}

bool app_change_all(struct store *store, const int64_t *ids, size_t count, const char *field, const char *value,
	size_t *changed, struct error *error)
{
	struct app_change change = { .field = field, .in = value };

	return app_change_fields(store, ids, count, &change, 1, changed, error);
}

bool app_change_entries(struct store *store, const int64_t *ids, size_t count, const char *field, const char *in,
	const char *out, size_t *changed, struct error *error)
{
	struct app_change change = { .field = field, .in = in, .out = out };

	return app_change_fields(store, ids, count, &change, 1, changed, error);
}
