/* Drafts of indicators that are taken into use. */
#include <stdlib.h>
#include <string.h>

#include "app/indicators.h"

/* ---- drafts ---- */

struct drafts {
	int64_t *ids;
	size_t count;
};

static bool keep_draft(void *user, const struct row *row)
{
	struct drafts *drafts = user;

	drafts->ids = xreallocarray(drafts->ids, drafts->count + 1, sizeof *drafts->ids);
	drafts->ids[drafts->count++] = row->id;
	return true;
}

static bool activate(struct action *action, int64_t id, const char *owner, const char *today, struct error *error)
{
	struct record *before = action_record(action, id, error), *record = before ? record_copy(before) : NULL;
	bool ok;

	if (!record)
		return false;
	record_set(record, "status", "active");
	record_set(record, "start", today);
	if (!record_get(record, "owner"))
		record_set(record, "owner", owner);
	ok = action_set(action, before, record, error);
	record_free(before);
	record_free(record);
	return ok;
}

bool indicators_activate(struct store *store, const char *level, const char *owner, size_t *count, struct error *error)
{
	static const char *const columns[] = { "ref" };
	struct action *action = action_begin(store, "set", error);
	struct query *query = query_new(register_find("indicator"));
	struct date day = environment_today(store_context(store)->time_zone);
	struct drafts drafts = { 0 };
	char today[11], *person = NULL;
	bool ok = action != NULL;
	size_t i;

	date_format(&day, today);
	query_add(query, "status", OP_EQUAL, "draft");
	query_add(query, "level", OP_EQUAL, level);
	/* "+NAME" is somebody new. */
	ok = ok &&
	     app_parse_value(store, action, register_field(register_find("indicator"), "owner"),
		     *owner == '+' ? owner + 1 : owner, &person, error) &&
	     store_each_value(store, query, columns, 1, keep_draft, &drafts, error);
	for (i = 0; i < drafts.count && ok; i++)
		ok = activate(action, drafts.ids[i], person, today, error);
	*count = drafts.count;
	query_free(query);
	free(drafts.ids);
	free(person);
	return action ? action_end(action, ok, error) : false;
}
