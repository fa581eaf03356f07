/* The records that the checks of the quality find, over all registers. */
#include <string.h>

#include "store/lib.h"

struct finding {
	struct quality_item item;
	enum quality_part part;
	quality_found each;
	struct store *store;
	void *user;
	bool go;
};

static bool first_id(void *user, const struct row *row)
{
	*(int64_t *)user = row->id;
	return false;
}

/* The waiver that sets the record aside for the check today, the one that lasts longest; NULL: none, or error. */
static struct record *waiver_of(struct store *store, const char *check, const char *ref)
{
	static const char *const columns[] = { "expiry" };
	struct query *query = query_new(register_find("waiver"));
	int64_t id = 0;

	query_add(query, "check", OP_EQUAL, check);
	query_add(query, "record", OP_EQUAL, ref);
	if (query_parse(query, store_context(store), "valid", NULL) && query_sort(query, "-expiry", NULL))
		store_each(store, query, columns, 1, first_id, &id, NULL);
	query_free(query);
	return id ? store_record(store, id, NULL) : NULL;
}

static bool found(void *user, const struct row *row)
{
	struct finding *finding = user;
	const struct quality_check *check = finding->item.check;
	struct record *waiver = NULL;

	if (finding->part == QUALITY_ASIDE)
		waiver = waiver_of(finding->store, check->name, row->ref);
	finding->item.waiver = waiver;
	finding->item.field = check->field ? register_field(finding->item.def, check->field) : NULL;
	finding->item.id = row->id;
	finding->item.ref = row->ref;
	finding->item.title = row->cells[0].text;
	finding->go = finding->each(finding->user, &finding->item);
	record_free(waiver);
	return finding->go;
}

static bool check_register(
	struct store *store, struct finding *finding, const struct query *filter, struct error *error)
{
	const struct register_def *def = finding->item.def;
	const struct field_def *title = register_title(def);
	const char *column;
	struct query *query;
	bool ok;

	if (!quality_passes(finding->item.check, def, filter, &finding->part, error))
		return !error || !error->kind;
	query = quality_query(finding->item.check, def, store_context(store), finding->part);
	if (!query)
		return true;
	if (!title)
		title = register_about(def);
	column = title ? title->name : "ref";
	ok = store_each(store, query, &column, 1, found, finding, error);
	query_free(query);
	return ok;
}

bool quality_each(struct store *store, const struct quality_check *check, const struct query *filter,
	quality_found each, void *user, struct error *error)
{
	struct finding finding = { .item.check = check, .each = each, .store = store, .user = user, .go = true };
	bool ok = true;
	size_t i;

	for (i = 0; dictionary[i] && ok && finding.go; i++)
		if (!check->of || strcmp(check->of, dictionary[i]->name) == 0) {
			finding.item.def = dictionary[i];
			ok = check_register(store, &finding, filter, error);
		}
	return ok;
}

bool quality_has(struct store *store, const struct register_def *def)
{
	const char *filter = quality_looked_at(def);
	struct query *query = filter ? query_new(def) : NULL;
	bool has =
		query && query_parse(query, store_context(store), filter, NULL) && store_count(store, query, NULL) > 0;

	query_free(query);
	return has;
}

bool quality_has_any(struct store *store)
{
	const struct quality_check *check;

	for (check = quality_next(NULL); check; check = quality_next(check))
		if (check->of && quality_has(store, register_find(check->of)))
			return true;
	return false;
}
