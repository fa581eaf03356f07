/* The records behind a condition of the verdict: those that show it, those that lack it. */
#include <stdlib.h>
#include <string.h>

#include "report/verdict_parts.h"

struct query *verdict_records(
	const struct verdict_condition *condition, enum verdict_count which, const struct model_context *context)
{
	if (which == COUNT_SHOWS && !condition->shows)
		which = COUNT_ALL;
	return condition->of ? verdict_query(condition, which, context) : NULL;
}

struct each {
	bool (*each)(void *user, const struct verdict_ref *ref);
	void *user;
	size_t left;
	bool open;        /* only those that ask for work still: what was signed is changed no more */
	int64_t *without; /* sorted: those that are not told */
	size_t without_count, capacity;
};

static bool tell(void *user, const struct row *row)
{
	struct each *each = user;
	struct verdict_ref ref = { row->id, row->ref, row->cells[0].text, row->cells[1].value };

	if (each->open && !row->open)
		return true;
	if (each->without_count && ids_hold(each->without, each->without_count, row->id))
		return true;
	return each->each(each->user, &ref) && --each->left > 0;
}

static bool keep_id(void *user, const struct row *row)
{
	struct each *each = user;

	if (each->without_count == each->capacity) {
		each->capacity = each->capacity ? 2 * each->capacity : 64;
		each->without = xreallocarray(each->without, each->capacity, sizeof *each->without);
	}
	each->without[each->without_count++] = row->id;
	return true;
}

/* Where a condition says only whom it lacks, all others show it; where it says only what shows it, the others lack it. */
static bool find_others(struct store *store, const struct verdict_condition *condition, enum verdict_count which,
	struct each *each, struct error *error)
{
	static const char *const columns[] = { "ref" };
	struct query *query = verdict_query(condition, which, store_context(store));
	bool ok = !query || store_each_value(store, query, columns, 1, keep_id, each, error);

	query_free(query);
	ids_sort(each->without, each->without_count);
	return ok;
}

/* The day on which a record of the register was signed, held or made; NULL: it has none. */
static const char *day_of(const struct register_def *def)
{
	static const char *const days[] = { "date", "held", "signed", "at", "approved", "detected", "done" };
	size_t i;

	if (def->day)
		return def->day;
	for (i = 0; i < sizeof days / sizeof days[0]; i++)
		if (register_field(def, days[i]))
			return days[i];
	return NULL;
}

bool verdict_each(struct store *store, const struct verdict_condition *condition, enum verdict_count which, size_t most,
	bool (*each)(void *user, const struct verdict_ref *ref), void *user, struct error *error)
{
	/* Which field of theirs would show it says that they are meant. */
	bool rest = which == COUNT_FAILS && !condition->fails && condition->shows && condition->field;
	struct query *query = verdict_records(condition, rest ? COUNT_ALL : which, store_context(store));
	const struct field_def *title = query ? register_title(query->def) : NULL;
	struct each state = { .each = each, .user = user, .left = most };
	const char *columns[2];
	bool ok = true;

	if (!query)
		return true;
	if (!title)
		title = register_about(query->def);
	state.open = rest && query->def->open;
	columns[0] = title ? title->name : "ref";
	columns[1] = day_of(query->def) ? day_of(query->def) : "ref";
	if (which == COUNT_SHOWS && !condition->shows && condition->fails)
		ok = find_others(store, condition, COUNT_FAILS, &state, error);
	else if (rest)
		ok = find_others(store, condition, COUNT_SHOWS, &state, error);
	ok = ok && query_sort(query, "ref", error) && store_each(store, query, columns, 2, tell, &state, error);
	free(state.without);
	query_free(query);
	return ok;
}
