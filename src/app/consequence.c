/* What follows for another record where one is signed and holds: a risk whose rest is accepted says so (register_def.consequence). */
#include <stdlib.h>
#include <string.h>

#include "app/consequence.h"
#include "app/snapshot.h"

static bool is_so(const struct record *record, const char *field, const char *value)
{
	const char *held = record_get(record, field);

	return held && strcmp(held, value) == 0;
}

/* It is signed now, and was not before; of a withdrawal nothing follows, since it does not hold. */
static bool was_signed(const struct record *before, const struct record *record)
{
	const struct consequence *consequence = record->def->consequence;

	return consequence && (!consequence->also || is_so(record, consequence->also, consequence->as)) &&
	       record_stands(record) && !(before && record_stands(before));
}

/* The record for which something follows; NULL: none. */
static struct record *linked(struct store *store, const struct record *record)
{
	const char *ref = record_get(record, record->def->consequence->link);

	return ref && *ref != '{' ? store_record_by_ref(store, ref, NULL) : NULL;
}

/* The field of which a condition speaks first, where it is one of the record's; NULL: none is. */
static const struct field_def *asked_field(const struct register_def *def, const struct validity *condition)
{
	char *name = xstrndup(condition->filter, strcspn(condition->filter, "!=.<>("));
	const struct field_def *field = register_field(def, name);

	free(name);
	return field;
}

static bool is_binding(const struct register_def *def, const struct validity *condition)
{
	size_t i;

	for (i = 0; def->binding[i]; i++)
		if (strcmp(def->binding[i], condition->otherwise) == 0)
			return true;
	return false;
}

/* What binds whoever signs is met; else all that is not is told at once. */
static bool binds(struct store *store, const struct record *before, const struct record *record, struct error *error)
{
	const struct validity *condition;
	const struct field_def *field = NULL;
	struct strings otherwise = { 0 }, unmet = { 0 };
	bool ok = true;
	char *text;

	if (!record_stands(record) || (before && record_stands(before)))
		return true;
	if (record->def->entered)
		ok = store_entered(store, record, &unmet, error);
	if (record->def->binding)
		ok = ok && store_validity(store, record, &otherwise, error);
	for (condition = record->def->valid; ok && record->def->binding && condition->filter; condition++)
		if (is_binding(record->def, condition) && strings_contain(&otherwise, _(condition->otherwise))) {
			if (!unmet.count)
				field = asked_field(record->def, condition);
			strings_add(&unmet, _(condition->otherwise));
		}
	if (unmet.count) {
		text = strings_join(&unmet, " ");
		ok = field ? error_set_field(error, ERROR_INVALID, field->name, "%s", text)
			   : error_set(error, ERROR_INVALID, "%s", text);
		free(text);
	}
	strings_free(&otherwise);
	strings_free(&unmet);
	return ok;
}

bool consequence_ask(struct store *store, struct record *record, struct error *error)
{
	/* Each knows its register. */
	static bool (*const parts[])(
		struct store *, struct record *, struct error *) = { overrule_fill, measurement_by_hand };
	size_t i;

	for (i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (!parts[i](store, record, error))
			return false;
	return true;
}

bool consequence_follow(
	struct store *store, struct action *action, const struct record *before, int64_t id, struct error *error)
{
	struct record *record = action_record(action, id, error), *other = NULL, *changed;
	const struct consequence *consequence = record ? record->def->consequence : NULL;
	struct strings otherwise = { 0 };
	bool ok = record && binds(store, before, record, error);

	if (ok && was_signed(before, record) && store_validity(store, record, &otherwise, NULL) && !otherwise.count)
		other = linked(store, record);
	if (other && !is_so(other, consequence->field, consequence->value) &&
		!is_so(other, consequence->field, consequence->never)) {
		changed = record_copy(other);
		record_set(changed, consequence->field, consequence->value);
		ok = action_set(action, other, changed, error);
		record_free(changed);
	}
	ok = ok && snapshot_follow(store, action, before, record, error);
	strings_free(&otherwise);
	record_free(other);
	record_free(record);
	return ok;
}

char *app_consequence(struct store *store, const struct record *before, const struct record *record)
{
	const struct consequence *consequence = record->def->consequence;
	struct record *other = was_signed(before, record) ? linked(store, record) : NULL;
	struct strings otherwise = { 0 };
	const struct field_def *field;
	char *why, *shown, *text = NULL;

	if (!other)
		return NULL;
	field = register_field(other->def, consequence->field);
	shown = field_format(field, store_context(store), record_get(other, field->name));
	store_validity(store, record, &otherwise, NULL);
	why = otherwise.count ? strings_join(&otherwise, " ") : NULL;
	if (is_so(other, field->name, consequence->value))
		/* TRANSLATORS: a ref, the label of a field, its value */
		text = xasprintf(_("%s: %s is now \"%s\"."), other->ref, _(field->label), shown);
	else
		/* TRANSLATORS: as before, and whole sentences that say why */
		text = xasprintf(_("%s: %s stays \"%s\".%s%s"), other->ref, _(field->label), shown, why ? " " : "",
			why ? why : "");
	free(why);
	free(shown);
	strings_free(&otherwise);
	record_free(other);
	return text;
}
