/* Why a record does not hold today, by the one rule of its register (register_def.valid). */
#include "store/internal.h"

bool store_validity(struct store *store, const struct record *record, struct strings *otherwise, struct error *error)
{
	const struct validity *condition;
	bool ok = true;

	for (condition = record->def->valid; ok && condition && condition->filter; condition++) {
		struct query *query = query_new(record->def);
		int64_t count = 0;

		query_add(query, "ref", OP_EQUAL, record->ref);
		ok = query_parse(query, store_context(store), condition->filter, error) &&
		     (count = store_count(store, query, error)) >= 0;
		if (ok && !count)
			strings_add(otherwise, _(condition->otherwise));
		query_free(query);
	}
	return ok;
}
