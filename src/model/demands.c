/* What a record must say: demands.h. */
#include <stdlib.h>
#include <string.h>

#include "model/demands.h"

static bool says_nothing(const char *value)
{
	return !value || !value[strspn(value, " \t\r\n")];
}

static bool is_empty(const struct record *record, const char *field)
{
	return says_nothing(record_get(record, field));
}

/* A field of the record's register, by its place. */
static bool lacks(const struct record *record, const struct field_def *field)
{
	return says_nothing(record->values[field - record->def->fields]);
}

bool demand_applies(const struct demand *demand, const struct record *record)
{
	const char *value = record_get(record, demand->field),
		   *also = demand->also ? record_get(record, demand->also) : NULL;
	size_t i;

	if (is_empty(record, demand->field) || (demand->also && (!also || strcmp(also, demand->as) != 0)))
		return false;
	for (i = 0; demand->values && demand->values[i]; i++)
		if (strcmp(value, demand->values[i]) == 0)
			return true;
	return !demand->values;
}

static bool asks_for(const struct demand *demand, const char *field)
{
	size_t i;

	for (i = 0; demand->needed[i]; i++)
		if (strcmp(demand->needed[i], field) == 0)
			return true;
	return false;
}

const struct demand *record_demand(const struct record *record, const struct field_def *field)
{
	const struct demand *demand;

	if (!lacks(record, field))
		return NULL;
	for (demand = record->def->demands; demand && demand->sentence; demand++)
		if (asks_for(demand, field->name) && demand_applies(demand, record))
			return demand;
	return NULL;
}

/* How many of those of which a record has one it names. */
static size_t count_either(const struct record *record)
{
	size_t count = 0, i;

	for (i = 0; record->def->either && record->def->either[i]; i++)
		count += !is_empty(record, record->def->either[i]);
	return count;
}

bool record_excludes(const struct record *record, const struct field_def *field)
{
	return register_is_either(record->def, field) && is_empty(record, field->name) && count_either(record);
}

bool record_wants_one(const struct record *record, const struct field_def *field)
{
	return register_is_either(record->def, field) && !count_either(record);
}

char *either_labels(const struct register_def *def)
{
	struct strings labels = { 0 };
	char *joined;
	size_t i;

	for (i = 0; def->either[i]; i++)
		strings_add(&labels, _(register_field(def, def->either[i])->label));
	joined = strings_join(&labels, ", ");
	strings_free(&labels);
	return joined;
}

/* Of those of which a record has one it names one.  False: error. */
static bool names_one(const struct record *record, struct error *error)
{
	char *labels;

	if (!record->def->either || count_either(record) == 1)
		return true;
	labels = either_labels(record->def);
	error_set_field(error, ERROR_INVALID, record->def->either[0],
		/* TRANSLATORS: labels of fields */
		count_either(record) ? _("Of these only one can be said: %s. Add another record for the other.")
				     : _("One of these must be said: %s."),
		labels);
	free(labels);
	return false;
}

static bool is_missing(const struct record *record, const struct field_def *field)
{
	if (field->flags & (FIELD_DERIVED | FIELD_INVERSE))
		return false;
	return record_demand(record, field) || ((field->flags & FIELD_REQUIRED) && lacks(record, field));
}

void record_missing(const struct record *record, struct strings *labels)
{
	size_t i;

	for (i = 0; i < record->def->field_count; i++)
		if (is_missing(record, &record->def->fields[i]))
			strings_add(labels, _(record->def->fields[i].label));
}

/* Of the first demand that finds something empty; NULL: the register itself asks for what is missing. */
static const char *why(const struct record *record)
{
	const struct demand *demand;
	size_t i;

	for (demand = record->def->demands; demand && demand->sentence; demand++)
		for (i = 0; demand->needed[i] && demand_applies(demand, record); i++)
			if (is_empty(record, demand->needed[i]))
				return demand->sentence;
	return NULL;
}

bool record_demands(const struct record *record, struct error *error)
{
	const struct field_def *first = NULL;
	struct strings labels = { 0 };
	const char *sentence;
	char *list;
	size_t i;

	for (i = 0; i < record->def->field_count && !first; i++)
		if (is_missing(record, &record->def->fields[i]))
			first = &record->def->fields[i];
	if (!first)
		return names_one(record, error);
	record_missing(record, &labels);
	list = strings_join(&labels, ", ");
	sentence = why(record);
	if (sentence)
		/* TRANSLATORS: a sentence that says what a state asks for, then the labels of the fields that are empty */
		error_set_field(error, ERROR_INVALID, first->name, _("%s Missing: %s."), _(sentence), list);
	else if (labels.count > 1)
		/* TRANSLATORS: labels of fields */
		error_set_field(error, ERROR_INVALID, first->name, _("These must not be empty: %s."), list);
	else
		error_set_field(error, ERROR_INVALID, first->name, _("%s must not be empty."), list);
	free(list);
	strings_free(&labels);
	return false;
}
