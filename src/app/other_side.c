/* A new record that is made for another one which names it: an action that a review asks for, the answer to feedback. */
#include <stdlib.h>
#include <string.h>

#include "app/other_side.h"

/* One of them gets the ref, beside those that it has where it takes several. */
static bool name_it(struct store *store, struct action *action, const char *other_ref, const char *field,
	const char *ref, struct error *error)
{
	struct record *other = store_record_by_ref(store, other_ref, error), *changed = NULL;
	const char *has = other ? record_get(other, field) : NULL;
	char *both = NULL;
	bool ok = other != NULL;

	if (ok) {
		changed = record_copy(other);
		if (has && field_is_list(register_field(other->def, field)))
			both = xasprintf("%s,%s", has, ref);
		record_set(changed, field, both ? both : ref);
		ok = action_set(action, other, changed, error);
	}
	free(both);
	record_free(changed);
	record_free(other);
	return ok;
}

bool other_side_write(
	struct store *store, struct action *action, const struct record *given, const char *ref, struct error *error)
{
	bool ok = true;
	size_t i, j;

	for (i = 0; i < given->def->field_count && ok; i++) {
		const struct field_def *field = &given->def->fields[i];
		struct strings refs = { 0 };

		if (!(field->flags & FIELD_INVERSE) || field_source(field)->through || !given->values[i])
			continue;
		strings_split(&refs, given->values[i]);
		for (j = 0; j < refs.count && ok; j++)
			ok = name_it(store, action, refs.items[j], field->inverse, ref, error);
		strings_free(&refs);
	}
	return ok;
}
