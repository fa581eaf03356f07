/* The series of an indicator, for who draws it: its last measurements, period by period. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/indicator.h"
#include "store/internal.h"

#define READ_AT_MOST 400 /* of one indicator, the last taken: corrections and second values among them */

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

bool store_indicator_points(struct store *store, const struct record *indicator, size_t most,
	struct indicator_point **points, size_t *count, struct error *error)
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
