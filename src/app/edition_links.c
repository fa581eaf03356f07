/* What referred to the controls and clauses of the old edition refers to those of the new one too. */
#include <stdlib.h>
#include <string.h>

#include "app/edition_parts.h"

struct linked {
	struct strings refs, values;
};

static bool collect(void *user, const struct row *row)
{
	struct linked *linked = user;

	strings_add(&linked->refs, row->ref);
	strings_add(&linked->values, row->cells[0].value ? row->cells[0].value : "");
	return true;
}

/* The refs of the controls at which a line's answer stands now. */
static void add_controls(const struct edition *plan, const char *control, struct strings *refs)
{
	size_t i, j;

	for (i = 0; i < plan->count; i++) {
		const struct edition_line *line = &plan->lines[i];
		struct strings here = { 0 };

		if (strcmp(line->control, control) != 0)
			continue;
		for (j = 0; line->decision == EDITION_CARRY && j < line->targets.count; j++)
			strings_take(&here, xasprintf("%s:%s", plan->list.prefix, line->targets.items[j]));
		if (line->decision == EDITION_OWN)
			strings_take(&here, edition_own_ref(plan, line));
		for (j = 0; j < here.count; j++)
			if (!strings_contain(refs, here.items[j]))
				strings_add(refs, here.items[j]);
		strings_free(&here);
	}
}

static bool extend_record(struct store *store, struct action *action, struct edition *plan,
	const struct field_def *field, const char *ref, const char *value, struct error *error)
{
	struct strings old = { 0 }, all = { 0 };
	struct record *record;
	bool ok = true;
	size_t i;

	strings_split(&old, value);
	for (i = 0; i < old.count; i++)
		if (!strings_contain(&all, old.items[i]))
			strings_add(&all, old.items[i]);
	for (i = 0; i < old.count; i++)
		(strcmp(field->target, "requirement") == 0 ? edition_clause_successors : add_controls)(
			plan, old.items[i], &all);
	if (all.count > old.count) {
		record = store_record_by_ref(store, ref, error);
		ok = record != NULL;
		if (ok && store_stands(store, record) && field_stands(record->def, field)) {
			plan->frozen++;
		} else if (ok) {
			/* One reference has room for one: the first of the new ones. */
			char *joined =
				field->type->storage == STORED_LINKS ? strings_join(&all, ",") : xstrdup(all.items[1]);

			record_set(record, field->name, joined);
			ok = action_set(action, NULL, record, error);
			free(joined);
		}
		record_free(record);
	}
	strings_free(&old);
	strings_free(&all);
	return ok;
}

bool edition_extend_links(struct store *store, struct action *action, struct edition *plan, struct error *error)
{
	bool ok = true;
	size_t i, j, k;

	for (i = 0; ok && dictionary[i]; i++)
		for (j = 0; ok && j < dictionary[i]->field_count; j++) {
			const struct field_def *field = &dictionary[i]->fields[j];
			struct linked linked = { 0 };
			struct query *query;

			if (!field->target ||
				(strcmp(field->target, "control") != 0 && strcmp(field->target, "requirement") != 0) ||
				!field_is_reference(field) ||
				(field->flags & (FIELD_INVERSE | FIELD_FIXED | FIELD_DERIVED)))
				continue;
			query = query_new(dictionary[i]);
			query_add(query, field->name, OP_FILLED, NULL);
			ok = store_each(store, query, &field->name, 1, collect, &linked, error);
			query_free(query);
			for (k = 0; ok && k < linked.refs.count; k++)
				ok = extend_record(store, action, plan, field, linked.refs.items[k],
					linked.values.items[k], error);
			strings_free(&linked.refs);
			strings_free(&linked.values);
		}
	return ok;
}
