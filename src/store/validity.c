/* Why a record does not hold today, by the one rule of its register (register_def.valid). */
#include <string.h>

#include "store/internal.h"

static bool unmet_of(struct store *store, const struct query *query, const struct validity *conditions, unsigned *unmet,
	struct error *error)
{
	const struct validity *condition;
	int64_t all = store_count(store, query, error);
	unsigned bit = 1;

	*unmet = 0;
	for (condition = conditions; all > 0 && condition && condition->filter; condition++, bit <<= 1) {
		struct query *meeting = query_copy(query);
		int64_t count = query_parse(meeting, store_context(store), condition->filter, error)
					? store_count(store, meeting, error)
					: -1;

		query_free(meeting);
		if (count < 0)
			return false;
		if (count < all)
			*unmet |= bit;
	}
	return all >= 0;
}

bool store_unmet(struct store *store, const struct query *query, unsigned *unmet, struct error *error)
{
	return unmet_of(store, query, query->def->valid, unmet, error);
}

static bool sentences_of(struct store *store, const struct record *record, const struct validity *conditions,
	struct strings *otherwise, struct error *error)
{
	struct query *query = query_new(record->def);
	unsigned unmet;
	bool ok;
	size_t i;

	query_add(query, "ref", OP_EQUAL, record->ref);
	ok = unmet_of(store, query, conditions, &unmet, error);
	for (i = 0; ok && unmet >> i; i++)
		/* Several conditions may lack the same. */
		if (unmet >> i & 1 && !strings_contain(otherwise, _(conditions[i].otherwise)))
			strings_add(otherwise, _(conditions[i].otherwise));
	query_free(query);
	return ok;
}

bool store_validity(struct store *store, const struct record *record, struct strings *otherwise, struct error *error)
{
	return sentences_of(store, record, record->def->valid, otherwise, error);
}

bool store_entered(struct store *store, const struct record *record, struct strings *otherwise, struct error *error)
{
	return sentences_of(store, record, record->def->entered, otherwise, error);
}

void store_each_lapsed(struct store *store, const struct record *record, store_lapsed each, void *user)
{
	const struct field_def *field = register_field(record->def, "acceptances");
	const char *held = field && record->def->standing ? record_get(record, field->name) : NULL;
	struct strings refs = { 0 };
	size_t i;

	if (held)
		strings_split(&refs, held);
	for (i = 0; i < refs.count; i++) {
		struct record *signature = store_record_by_ref(store, refs.items[i], NULL);
		struct strings otherwise = { 0 };
		char *why;

		/* What was never signed, or was withdrawn, says so itself. */
		if (signature && signature->def->day && record_get(signature, "status") &&
			strcmp(record_get(signature, "status"), "accepted") == 0 &&
			store_validity(store, signature, &otherwise, NULL) && otherwise.count) {
			why = strings_join(&otherwise, " ");
			each(user, signature->ref, why);
			free(why);
		}
		strings_free(&otherwise);
		record_free(signature);
	}
	strings_free(&refs);
}
