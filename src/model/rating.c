/* The ratings of a risk as wholes of their parts: the impact of its criteria, a state after the one before it. */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/rules.h"

bool rating_is_part(const struct field_def *whole, const struct field_def *part)
{
	size_t length = strlen(whole->name);

	return whole->scale && part->scale && strcmp(whole->scale, part->scale) == 0 &&
	       strncmp(part->name, whole->name, length) == 0 && part->name[length] == '_';
}

bool rating_follows(const struct record *record, const struct field_def *whole)
{
	size_t i;

	for (i = 0; i < record->def->field_count; i++)
		if (record->values[i] && rating_is_part(whole, &record->def->fields[i]))
			return true;
	return false;
}

bool rating_said_again(const struct record *before, const struct record *record, const struct field_def *whole)
{
	const char *value = record_get(record, whole->name);

	return value && rating_follows(before, whole) && !rating_follows(record, whole) &&
	       !text_differs(value, record_get(before, whole->name));
}

void rating_forget(struct record *record, const struct field_def *part)
{
	size_t i;

	for (i = 0; i < record->def->field_count; i++) {
		const struct field_def *whole = &record->def->fields[i];

		if (rating_is_part(whole, part) && !rating_follows(record, whole))
			record_set(record, whole->name, NULL);
	}
}

/* The name within a state: "impact_c" of "current_impact_c"; NULL: the field is not of that state. */
static const char *name_in(const struct field_def *field, int state)
{
	size_t length = strlen(rating_states[state]);

	return strncmp(field->name, rating_states[state], length) == 0 && field->name[length] == '_'
		       ? field->name + length + 1
		       : NULL;
}

int rating_state(const struct register_def *def, const struct field_def *field)
{
	int state;

	for (state = 0; (def->flags & REGISTER_RATED) && state < RATINGS; state++)
		if (name_in(field, state))
			return state;
	return -1;
}

bool rating_copy(struct record *record, int state)
{
	const struct register_def *def = record->def;
	bool any = false;
	int pass;
	size_t i;

	/* First it is looked whether there is anything: nothing is no rating to be copied. */
	for (pass = 0; pass < 2 && (!pass || any); pass++)
		for (i = 0; i < def->field_count; i++) {
			const char *name = name_in(&def->fields[i], state), *value;
			char *above;

			if (!name || (def->fields[i].flags & FIELD_DERIVED))
				continue;
			above = xasprintf("%s_%s", rating_states[state - 1], name);
			value = record_get(record, above);
			if (pass)
				record_set(record, def->fields[i].name, value);
			any = any || value;
			free(above);
		}
	return any;
}
