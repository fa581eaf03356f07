/* Series of indicators, for who draws them; and drafts that are taken into use. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/indicators.h"

#define READ_AT_MOST 400 /* of one indicator, the last taken: corrections and second values among them */

/* ---- series ---- */

struct reading {
	struct record **items;
	size_t count, most;
};

static bool keep_measurement(void *user, const struct row *row)
{
	static const char *const fields[] = { "at", "value", "period", "corrects" };
	struct reading *reading = user;
	struct record *record = record_empty(register_find("measurement"));
	size_t i;

	record->id = row->id;
	record->ref = xstrdup(row->ref);
	for (i = 0; i < sizeof fields / sizeof fields[0]; i++)
		record_set(record, fields[i], row->cells[i].value);
	reading->items[reading->count++] = record;
	return reading->count < reading->most;
}

static bool read_last(struct store *store, const char *ref, struct reading *reading, struct error *error)
{
	static const char *const columns[] = { "at", "value", "period", "corrects" };
	struct query *query = query_new(register_find("measurement"));
	struct error why = { 0 };
	bool ok;

	query_add(query, "indicator", OP_EQUAL, ref);
	free(query->sort);
	query->sort = xstrdup("at");
	query->descending = true;
	/* Enough of them end the reading without an error. */
	ok = store_each_value(store, query, columns, 4, keep_measurement, reading, &why) || !why.kind;
	if (!ok)
		error_move(error, &why);
	error_clear(&why);
	query_free(query);
	return ok;
}

/* The periods up to the last measured one; `series` has the last first. */
static void place(struct store *store, const struct record *indicator, const struct record **series, size_t used,
	struct indicator_point *points, size_t most, size_t *count)
{
	const char *frequency = record_get(indicator, "frequency");
	struct period period, own;
	size_t i = 0, at;

	*count = 0;
	if (!used || !measurement_period_of(series[0], frequency, store_context(store), &period))
		return;
	for (at = most; at > 0 && i < used; period = period_before(&period)) {
		struct indicator_point *point = &points[--at];

		snprintf(point->period, sizeof point->period, "%s", period.name);
		point->value = NAN;
		point->id = 0;
		while (i < used && measurement_period_of(series[i], frequency, store_context(store), &own) &&
			date_days(&own.last) >= date_days(&period.first)) {
			const char *value = record_get(series[i], "value");

			if (!point->id && (!value || !number_parse_real(value, &point->value)))
				point->value = NAN;
			point->id = point->id ? point->id : series[i]->id;
			i++;
		}
	}
	*count = most - at;
	memmove(points, points + at, *count * sizeof *points);
}

bool indicator_points(struct store *store, const struct record *indicator, size_t most, struct indicator_point **points,
	size_t *count, struct error *error)
{
	struct reading reading = { .most = 2 * most + INDICATOR_VALUES };
	const struct record **series;
	bool ok;

	if (reading.most > READ_AT_MOST)
		reading.most = READ_AT_MOST;
	reading.items = xcalloc(reading.most, sizeof(struct record *));
	series = xcalloc(reading.most + 1, sizeof *series);
	*points = xcalloc(most + 1, sizeof **points);
	*count = 0;
	ok = read_last(store, indicator->ref, &reading, error);
	if (ok)
		place(store, indicator, series,
			indicator_series((const struct record *const *)reading.items, reading.count,
				store_context(store), series),
			*points, most, count);
	while (reading.count--)
		record_free(reading.items[reading.count]);
	free(reading.items);
	free(series);
	return ok;
}

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
