/* Checks that were not done although their day and grace have passed: each day is recorded as missed, by nobody. */
#include <stdlib.h>

#include "app/catch_up_parts.h"
#include "app/record_parts.h"
#include "model/checking.h"

#define MOST_MISSED 100 /* of one check: the last ones */

/* Those that are waited for and late. */
static struct query *late_checks(struct store *store)
{
	struct query *query = query_new(register_find("check"));

	if (query_parse(query, store_context(store), "status=active due<today", NULL))
		return query;
	query_free(query);
	return NULL;
}

bool checks_wait(struct store *store)
{
	struct query *query = late_checks(store);
	bool waits = query && store_count(store, query, NULL) > 0;

	query_free(query);
	return waits;
}

static bool add_missed(struct action *action, const struct record *check, int due, const char *now, struct error *error)
{
	struct record *execution = record_empty(register_find("execution"));
	struct date date = date_from_days(due);
	char day[11];
	bool ok;

	date_format(&date, day);
	record_set(execution, "check", check->ref);
	record_set(execution, "due", day);
	record_set(execution, "at", now);
	record_set(execution, "result", "missed");
	ok = action_add(action, execution, error);
	record_free(execution);
	return ok;
}

/* The days of a check that have passed with their grace, the last of them in `days`; returns how many these are. */
static size_t missed_days(struct store *store, const struct record *check, int today, int days[MOST_MISSED])
{
	const char *zone = store_context(store)->time_zone;
	int grace = check_grace(check), due = check_waits_for(check, record_answered(store, check), zone),
	    kept[MOST_MISSED];
	size_t count = 0, i;

	for (; due != NO_DAY && due + grace < today; due = check_waits_for(check, due, zone))
		kept[count++ % MOST_MISSED] = due;
	for (i = count > MOST_MISSED ? count - MOST_MISSED : 0; i < count; i++)
		days[count > MOST_MISSED ? i - (count - MOST_MISSED) : i] = kept[i % MOST_MISSED];
	return count < MOST_MISSED ? count : MOST_MISSED;
}

struct raising {
	struct store *store;
	struct action *action;
	struct error *error;
	int64_t *ids;
	size_t count, missed;
};

static bool keep_id(void *user, const struct row *row)
{
	struct raising *raising = user;

	raising->ids = xreallocarray(raising->ids, raising->count + 1, sizeof *raising->ids);
	raising->ids[raising->count++] = row->id;
	return true;
}

static bool raise_all(struct raising *raising)
{
	struct date now = environment_today(store_context(raising->store)->time_zone);
	char *moment = date_time_format(environment_now());
	int today = date_days(&now), days[MOST_MISSED] = { 0 };
	bool ok = true;
	size_t i, j, count;

	for (i = 0; i < raising->count && ok; i++) {
		struct record *check = store_record(raising->store, raising->ids[i], raising->error);

		ok = check != NULL;
		count = ok ? missed_days(raising->store, check, today, days) : 0;
		for (j = 0; j < count && ok; j++)
			ok = add_missed(raising->action, check, days[j], moment, raising->error);
		raising->missed += count;
		record_free(check);
	}
	free(moment);
	return ok;
}

bool checks_catch_up(struct store *store, size_t *missed, struct error *error)
{
	static const char *const columns[] = { "ref" };
	struct raising raising = { .store = store, .action = catch_up_begin(store, error), .error = error };
	struct query *query;
	bool ok;

	if (!raising.action)
		return false;
	/* Asked under the lock: another program may have raised them meanwhile. */
	query = late_checks(store);
	ok = query && store_each_value(store, query, columns, 1, keep_id, &raising, error) && raise_all(&raising);
	query_free(query);
	free(raising.ids);
	ok = action_end(raising.action, ok, error);
	*missed += ok ? raising.missed : 0;
	return ok;
}
