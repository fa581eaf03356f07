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

bool consequence_follow(
	struct store *store, struct action *action, const struct record *before, int64_t id, struct error *error)
{
	struct record *record = action_record(action, id, error), *other = NULL, *changed;
	const struct consequence *consequence = record ? record->def->consequence : NULL;
	struct strings otherwise = { 0 };
	bool ok = record != NULL;

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
