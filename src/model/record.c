/* Records in memory. */
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"
#include "model/record.h"

struct record *record_empty(const struct register_def *def)
{
	struct record *record = xcalloc(1, sizeof *record);

	record->def = def;
	record->values = xcalloc(def->field_count, sizeof *record->values);
	return record;
}

struct record *record_new(const struct register_def *def, const char *time_zone)
{
	struct record *record = record_empty(def);
	size_t i;

	for (i = 0; i < def->field_count; i++) {
		const char *initial = def->fields[i].initial;

		if (!initial)
			continue;
		if (strcmp(initial, "today") == 0) {
			struct date today = environment_today(time_zone);
			char text[11];

			date_format(&today, text);
			record->values[i] = xstrdup(text);
		} else if (strcmp(initial, "now") == 0) {
			record->values[i] = date_time_format(environment_now());
		} else {
			record->values[i] = xstrdup(initial);
		}
	}
	return record;
}

struct record *record_copy(const struct record *record)
{
	struct record *copy = record_empty(record->def);
	size_t i;

	copy->id = record->id;
	copy->rev = record->rev;
	copy->uuid = xstrdup(record->uuid);
	copy->ref = xstrdup(record->ref);
	copy->created = xstrdup(record->created);
	copy->updated = xstrdup(record->updated);
	for (i = 0; i < record->def->field_count; i++)
		copy->values[i] = xstrdup(record->values[i]);
	return copy;
}

void record_free(struct record *record)
{
	size_t i;

	if (!record)
		return;
	for (i = 0; i < record->def->field_count; i++)
		free(record->values[i]);
	free(record->values);
	free(record->uuid);
	free(record->ref);
	free(record->created);
	free(record->updated);
	free(record);
}

const char *record_get(const struct record *record, const char *field)
{
	int index = register_field_index(record->def, field);

	return index < 0 ? NULL : record->values[index];
}

void record_set(struct record *record, const char *field, const char *value)
{
	int index = register_field_index(record->def, field);

	if (index < 0)
		return;
	value = value && *value ? value : NULL;
	if (value == record->values[index])
		return;
	free(record->values[index]);
	record->values[index] = xstrdup(value);
}

void record_set_number(struct record *record, const char *field, int64_t number)
{
	char *text = xasprintf("%lld", (long long)number);

	record_set(record, field, text);
	free(text);
}

bool record_says_by(const struct record *record, const struct field_def *field)
{
	size_t i;

	for (i = 0; i < record->def->field_count; i++) {
		const struct field_def *of = &record->def->fields[i];

		if (field_source(of)->inherited && strcmp(field_source(of)->inherited, field->name) == 0)
			return !record->values[i];
	}
	return false;
}

const char *record_title(const struct record *record, const char *language)
{
	const struct field_def *field = register_title(record->def);
	const char *title = NULL;

	if (field) {
		title = record_get(record, field_in_language(record->def, field, language)->name);
		if (!title)
			title = record_get(record, field->name);
	}
	return title ? title : record->ref ? record->ref : "";
}

bool record_field_stands(const struct record *record, const struct field_def *field)
{
	return field_stands(record->def, field) &&
	       (!record->def->frozen_completed || record->values[field - record->def->fields]);
}

bool record_stands(const struct record *record)
{
	const struct field_def *state = register_state(record->def);

	return (record->def->flags & REGISTER_STANDS) ||
	       (state && status_is_frozen(record->def, record_get(record, state->name)));
}
