/* What a form tells of the fields that the state of its record asks for, before it is saved (model/demands.h). */
#include <stdlib.h>
#include <string.h>

#include "model/demands.h"
#include "tui/internal.h"

static bool says_state(const struct register_def *def, const struct field_def *field)
{
	const struct demand *demand;

	for (demand = def->demands; demand && demand->sentence; demand++)
		if (strcmp(demand->field, field->name) == 0)
			return true;
	return false;
}

/* The labels of what that value of the field asks for and is empty; NULL: nothing. */
static char *asked_by(const struct record *record, const struct field_def *field, const char *value)
{
	struct record *then = record_copy(record);
	struct strings labels = { 0 };
	char *list;
	size_t i;

	record_set(then, field->name, value);
	for (i = 0; i < then->def->field_count; i++) {
		const struct demand *demand = record_demand(then, &then->def->fields[i]);

		if (demand && strcmp(demand->field, field->name) == 0)
			strings_add(&labels, _(then->def->fields[i].label));
	}
	list = labels.count ? strings_join(&labels, ", ") : NULL;
	strings_free(&labels);
	record_free(then);
	return list;
}

bool form_demands_field(const struct record *record, const struct field_def *field)
{
	return record_demand(record, field) || record_wants_one(record, field);
}

char *form_demands_advice(const struct record *record, const struct field_def *field)
{
	const struct demand *demand = record_demand(record, field);
	const char *value = record_get(record, field->name);
	char *list, *text;

	if (demand) {
		const struct field_def *state = register_field(record->def, demand->field);
		char *shown = field_format(state, NULL, record_get(record, demand->field));

		/* TRANSLATORS: the label of a field that says a state, and its value: "Status" "signed" */
		text = xasprintf(_("* Needed while %s is \"%s\"."), _(state->label), shown);
		free(shown);
		return text;
	}
	list = value && says_state(record->def, field) ? asked_by(record, field, value) : NULL;
	if (!list)
		return NULL;
	text = field_format(field, NULL, value);
	value = text;
	/* TRANSLATORS: a state, and the labels of fields that are empty */
	text = xasprintf(_("\"%s\" still needs: %s."), value, list);
	free((char *)(uintptr_t)value);
	free(list);
	return text;
}

bool form_demands_details(const struct record *record, const struct field_def *field, const struct choice *choices,
	struct strings *details)
{
	bool any = false;

	if (!says_state(record->def, field))
		return false;
	for (; choices->key; choices++) {
		char *list = asked_by(record, field, choices->key);

		/* TRANSLATORS: the labels of fields that are empty */
		strings_take(details, list ? xasprintf(_("Still needs: %s."), list) : xstrdup(""));
		any = any || list;
		free(list);
	}
	return any;
}
