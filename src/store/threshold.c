/* The threshold of a day, and what becomes of a change of a field that has versions (version.c). */
#include <string.h>

#include "store/internal.h"

int store_threshold_on(struct store *store, const char *method, const char *day)
{
	const char *ref = method ? method : store_context(store)->method.ref;
	const struct register_def *def = NULL;
	int64_t id = ref ? read_find_ref(store, ref, &def) : 0;
	char today[11];

	if (!id || def != register_find("method"))
		return 0;
	if (!day)
		version_today(store, today);
	return threshold_on(store, id, day ? day : today);
}

/* ---- another one ---- */

bool version_take(
	struct store *store, struct record *current, struct record *new, struct record **version, struct error *error)
{
	const struct register_def *def = new->def, *versions = versions_of(def);
	struct record *held;
	int64_t id;
	bool moved = false, changed = false;
	size_t i;

	*version = NULL;
	if (!versions)
		return true;
	for (i = 0; i < def->field_count; i++)
		if (field_source(&def->fields[i])->versions && text_differs(current->values[i], new->values[i])) {
			changed = true;
			moved = moved || (def->fields[i].flags & FIELD_REQUIRED);
		}
	held = read_record(store, def, new->id, false, error);
	if (!held)
		return false;
	id = version_in_force(store, versions, new->id);
	if (changed && moved)
		*version = record_new(versions, store_context(store)->time_zone);
	else if (changed && id)
		*version = read_record(store, versions, id, false, error);
	if (*version)
		record_set(*version, version_of_whom(versions)->name, new->ref);
	for (i = 0; i < def->field_count; i++) {
		const char *dot = field_source(&def->fields[i])->versions
					  ? strchr(field_source(&def->fields[i])->versions, '.')
					  : NULL;

		if (!dot)
			continue;
		/* A version without a day would be none: that of the new one is today. */
		if (*version && (new->values[i] || strcmp(dot, ".date") != 0))
			record_set(*version, dot + 1, new->values[i]);
		record_set(current, def->fields[i].name, held->values[i]);
		if (*version || !changed)
			record_set(new, def->fields[i].name, held->values[i]);
	}
	record_free(held);
	return store_sound(store, error);
}
