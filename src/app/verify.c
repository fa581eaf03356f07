/* What `check` found to be whole, noted in the file: the verdict asks when attached files were compared (clause 7.5.3). */
#include <stdlib.h>

#include "app/verify.h"

static bool take_ref(void *user, const struct row *row)
{
	strings_add(user, row->ref);
	return true;
}

static bool note(struct store *store, struct action *action, const char *ref, const char *today, struct error *error)
{
	struct record *record = store_record_by_ref(store, ref, error);
	bool ok = record != NULL;

	if (ok) {
		record_set(record, "verified", today);
		ok = action_set(action, NULL, record, error);
	}
	record_free(record);
	return ok;
}

bool verify_note(struct store *store, size_t *count, struct error *error)
{
	static const char *const columns[] = { "ref" };
	struct date day = environment_today(store_context(store)->time_zone);
	struct query *query = query_new(register_find("evidence"));
	struct action *action = action_begin(store, "verify", error);
	struct strings refs = { 0 };
	char today[11];
	bool ok;
	size_t i;

	date_format(&day, today);
	ok = action && query_parse(query, store_context(store), "kind=attached sha256!=", error) &&
	     store_each_value(store, query, columns, 1, take_ref, &refs, error);
	if (action)
		action_by_program(action);
	for (i = 0; i < refs.count && ok; i++)
		ok = note(store, action, refs.items[i], today, error);
	*count = refs.count;
	query_free(query);
	strings_free(&refs);
	return action_end(action, ok, error);
}
