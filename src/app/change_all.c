/* One field of many records, as one step of undo: the same value for all, or entries that all get or lose. */
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

static bool give(
	struct store *store, struct action *action, int64_t id, const struct giving *giving, struct error *error)
{
	const char *field = giving->field->name;
	struct record *record = action_record(action, id, error);
	const char *has = record ? record_get(record, field) : NULL;
	char *value;
	bool ok;

	if (!record)
		return false;
	value = giving->whole ? giving->in.count ? strings_join(&giving->in, ",") : NULL : merged(has, giving);
	ok = giving->whole || in_order(store, giving, &value, error);
	/* What holds it already is not touched. */
	if (ok && text_differs(has, value)) {
		record_set(record, field, value);
		ok = app_change_record(store, action, NULL, record, NULL, 0, error);
	}
	free(value);
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

static bool give_all(struct store *store, const int64_t *ids, size_t count, struct giving *giving, struct error *error)
{
	struct action *action = giving->field ? action_begin(store, "set", error) : NULL;
	bool ok = action && make_named(store, action, giving->field, &giving->in, error);
	size_t i;

	for (i = 0; i < count && ok; i++)
		ok = give(store, action, ids[i], giving, error);
	ok = action_end(action, ok, error);
	strings_free(&giving->in);
	strings_free(&giving->out);
	return ok;
}

bool app_change_all(struct store *store, const int64_t *ids, size_t count, const char *field, const char *value,
	struct error *error)
{
	struct giving giving = { .field = field_of(store, ids, field, error), .whole = true };

	if (value && giving.field && giving.field->type->storage == STORED_LINKS)
		strings_split(&giving.in, value);
	else if (value)
		strings_add(&giving.in, value);
	return give_all(store, ids, count, &giving, error);
}

bool app_change_entries(struct store *store, const int64_t *ids, size_t count, const char *field, const char *in,
	const char *out, struct error *error)
{
	struct giving giving = { .field = field_of(store, ids, field, error) };

	strings_split(&giving.in, in);
	strings_split(&giving.out, out);
	return give_all(store, ids, count, &giving, error);
}
