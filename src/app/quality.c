/* The quality list: every check over every register that it is about, counted one by one so that a screen need not wait for all. */
#include <stdlib.h>
#include <string.h>

#include "app/lib.h"

#define MOST_ASIDE 400 /* that one list names */

struct quality_line *quality_lines(struct store *store, size_t *count)
{
	struct quality_line *lines = NULL;
	const struct quality_check *check;
	size_t i;

	*count = 0;
	for (check = quality_next(NULL); check; check = quality_next(check))
		for (i = 0; dictionary[i]; i++) {
			struct query *query;

			if (check->of && strcmp(check->of, dictionary[i]->name) != 0)
				continue;
			query = quality_query(check, dictionary[i], store_context(store), QUALITY_OPEN);
			/* A check of every register stands only where it finds something. */
			if (query && (check->of || store_count(store, query, NULL) > 0)) {
				lines = xreallocarray(lines, *count + 1, sizeof *lines);
				lines[(*count)++] = (struct quality_line){ check, dictionary[i], -1, 0, true, false };
			}
			query_free(query);
		}
	return lines;
}

/* Whether a waiver names the check: where none does, what it sets aside need not be counted. */
static bool is_waived(struct store *store, const struct quality_check *check)
{
	struct query *query = query_new(register_find("waiver"));
	bool waived;

	query_add(query, "check", OP_EQUAL, check->name);
	waived = query_parse(query, store_context(store), "valid", NULL) && store_count(store, query, NULL) > 0;
	query_free(query);
	return waived;
}

bool quality_count(struct store *store, struct quality_line *line, struct error *error)
{
	struct query *query = quality_query(line->check, line->def, store_context(store), QUALITY_OPEN), *aside = NULL;
	int64_t count = query ? store_count(store, query, error) : 0, set_aside = 0;

	if (count >= 0 && is_waived(store, line->check)) {
		aside = quality_query(line->check, line->def, store_context(store), QUALITY_ASIDE);
		set_aside = aside ? store_count(store, aside, error) : 0;
	}
	query_free(query);
	query_free(aside);
	line->count = count > 0 ? count : 0;
	line->aside = set_aside > 0 ? set_aside : 0;
	line->stale = false;
	line->none = count == 0 && !quality_has(store, line->def);
	return count >= 0 && set_aside >= 0;
}

static bool name_waiver(void *user, const struct quality_item *item)
{
	struct query *query = user;
	size_t count = query->condition_count;

	if (!item->waiver)
		return true;
	if (count)
		query->conditions[count - 1].either = true;
	query_add(query, "ref", OP_EQUAL, item->waiver->ref);
	return count < MOST_ASIDE;
}

struct query *quality_waivers(struct store *store, const struct quality_check *check, struct error *error)
{
	struct query *query = query_new(register_find("waiver")), *aside = query_new(&register_quality);
	const struct quality_check *each;
	bool ok = true;

	query_add(aside, "set_aside", OP_FILLED, NULL);
	for (each = quality_next(NULL); each && ok; each = quality_next(each))
		if ((!check || each == check) && is_waived(store, each))
			ok = quality_each(store, each, aside, name_waiver, query, error);
	query_free(aside);
	if (!ok) {
		query_free(query);
		return NULL;
	}
	if (!query->condition_count)
		query_add(query, "ref", OP_EQUAL, "");
	return query;
}

struct record *quality_waiver(struct store *store, const struct quality_check *check, const char *ref)
{
	struct date today = environment_today(store_context(store)->time_zone), end = date_months_before(&today, -6);
	struct record *waiver = record_new(register_find("waiver"), store_context(store)->time_zone);
	char expiry[11];

	date_format(&end, expiry);
	record_set(waiver, "check", check->name);
	record_set(waiver, "record", ref);
	record_set(waiver, "expiry", expiry);
	return waiver;
}

bool quality_waive_all(struct store *store, const struct quality_check *check, const int64_t *ids, size_t count,
	const char *reason, struct error *error)
{
	struct action *action = action_begin(store, "add", error);
	bool ok = action != NULL;
	size_t i;

	for (i = 0; i < count && ok; i++) {
		struct record *record = action_record(action, ids[i], error),
			      *waiver = record ? quality_waiver(store, check, record->ref) : NULL;

		ok = record != NULL;
		if (ok) {
			record_set(waiver, "reason", reason);
			ok = action_add(action, waiver, error);
		}
		record_free(waiver);
		record_free(record);
	}
	return action_end(action, ok, error);
}

int quality_compare(const void *a, const void *b)
{
	const struct quality_line *one = a, *two = b;

	/* Not counted yet counts as found: it stays in its place until it is known. */
	if ((one->count == 0) != (two->count == 0))
		return one->count == 0 ? 1 : -1;
	if (one->check->weight != two->check->weight)
		return two->check->weight - one->check->weight;
	if (one->count != two->count)
		return one->count > two->count ? -1 : 1;
	return one->check != two->check ? (quality_place(one->check) < quality_place(two->check) ? -1 : 1)
	       : one->def < two->def    ? -1
					: 1;
}
