/* The checks through time. */
#include <stdlib.h>
#include <string.h>

#include "model/checking.h"
#include "report/check_days.h"

#define MOST_DAYS 4000 /* of one check */

static void add_day(struct check_days *days, struct check_day day)
{
	if ((days->count & (days->count - 1)) == 0)
		days->items = xreallocarray(days->items, days->count ? 2 * days->count : 1, sizeof *days->items);
	days->items[days->count++] = day;
}

static size_t place_of(const struct check_days *days, const char *ref)
{
	size_t i;

	for (i = 0; i < days->check_count && strcmp(days->checks[i].record->ref, ref) != 0; i++)
		;
	return i;
}

struct reading {
	struct store *store;
	struct check_days *days;
	struct error *error;
	int64_t *ids;
	size_t count;
};

static bool keep_id(void *user, const struct row *row)
{
	struct reading *reading = user;

	reading->ids = xreallocarray(reading->ids, reading->count + 1, sizeof *reading->ids);
	reading->ids[reading->count++] = row->id;
	return true;
}

static bool read_checks(struct reading *reading)
{
	static const char *const columns[] = { "ref" };
	struct query *query = query_new(register_find("check"));
	struct check_days *days = reading->days;
	bool ok = store_each_value(reading->store, query, columns, 1, keep_id, reading, reading->error);
	size_t i;

	query_free(query);
	days->checks = xcalloc(reading->count + 1, sizeof *days->checks);
	for (i = 0; i < reading->count && ok; i++) {
		struct record *record = store_record(reading->store, reading->ids[i], reading->error);
		const char *owner = record ? record_get(record, "owner") : NULL;

		ok = record != NULL;
		if (ok)
			days->checks[days->check_count++] = (struct dated_check){ record,
				owner ? store_reference(reading->store, owner, REFERENCE_TITLE) : xstrdup("") };
	}
	free(reading->ids);
	return ok;
}

static enum day_state state_of(const char *result)
{
	if (!result || strcmp(result, "missed") == 0)
		return DAY_MISSED;
	return strcmp(result, "pass") == 0 ? DAY_PASSED : strcmp(result, "part") == 0 ? DAY_PART : DAY_FAILED;
}

/* The last one of a day counts, and one that was done before one that was missed. */
static bool add_execution(void *user, const struct row *row)
{
	struct check_days *days = ((struct reading *)user)->days;
	struct check_day found = { .state = state_of(row->cells[2].value), .execution = row->id };
	struct date date;
	size_t i;

	if (!row->cells[0].value || !row->cells[1].value || !date_parse(row->cells[1].value, &date))
		return true;
	found.check = place_of(days, row->cells[0].value);
	found.day = date_days(&date);
	if (found.check == days->check_count)
		return true;
	/* They come by day. */
	for (i = days->count; i > 0 && days->items[i - 1].day == found.day; i--)
		if (days->items[i - 1].check == found.check) {
			struct check_day *before = &days->items[i - 1];

			if (found.state != DAY_MISSED &&
				(before->state == DAY_MISSED || found.execution > before->execution))
				*before = found;
			return true;
		}
	add_day(days, found);
	return true;
}

static bool read_executions(struct reading *reading, int first, int last)
{
	static const char *const columns[] = { "check", "due", "result" };
	struct query *query = query_new(register_find("execution"));
	struct date from = date_from_days(first), to = date_from_days(last);
	char since[11], until[11];
	bool ok;

	date_format(&from, since);
	date_format(&to, until);
	query_add(query, "due", OP_AT_LEAST, since);
	query_add(query, "due", OP_AT_MOST, until);
	ok = query_sort(query, "due", reading->error) &&
	     store_each_value(reading->store, query, columns, 3, add_execution, reading, reading->error);
	query_free(query);
	return ok;
}

/* The days on which it is still to be done. */
static void add_waiting(struct check_days *days, size_t place, int first, int last, int today)
{
	const struct record *check = days->checks[place].record;
	const char *next = record_get(check, "next");
	struct date date;
	int day, grace = check_grace(check), count = 0;

	if (!next || !date_parse(next, &date))
		return;
	for (day = date_days(&date); day != NO_DAY && day <= last && count < MOST_DAYS;
		day = check_due_after(check, day), count++)
		if (day >= first)
			add_day(days, (struct check_day){ day, day + grace < today ? DAY_LATE : DAY_DUE, place, 0 });
}

static int by_day(const void *a, const void *b)
{
	const struct check_day *one = a, *other = b;

	if (one->day != other->day)
		return one->day < other->day ? -1 : 1;
	return (one->check > other->check) - (one->check < other->check);
}

bool check_days_read(struct store *store, int first, int last, struct check_days *days, struct error *error)
{
	struct reading reading = { .store = store, .days = days, .error = error };
	struct date today = environment_today(store_context(store)->time_zone);
	size_t i;

	check_days_free(days);
	if (!read_checks(&reading) || !read_executions(&reading, first, last))
		return false;
	for (i = 0; i < days->check_count; i++)
		add_waiting(days, i, first, last, date_days(&today));
	if (days->count)
		qsort(days->items, days->count, sizeof *days->items, by_day);
	return true;
}

void check_days_free(struct check_days *days)
{
	size_t i;

	for (i = 0; i < days->check_count; i++) {
		record_free(days->checks[i].record);
		free(days->checks[i].owner);
	}
	free(days->checks);
	free(days->items);
	memset(days, 0, sizeof *days);
}
