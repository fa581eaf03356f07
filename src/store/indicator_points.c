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

static struct record *read_row(struct store *store, sqlite3_stmt *stmt)
{
	static const char *const fields[] = { "at", "period", "corrects" };
	struct record *record = record_empty(register_find("measurement"));
	char *value =
		sqlite3_column_type(stmt, 2) == SQLITE_NULL ? NULL : number_format_real(sqlite3_column_double(stmt, 2));
	size_t i;

	record->id = row_id(store, stmt, 0);
	record->ref = xstrdup((const char *)sqlite3_column_text(stmt, 1));
	record_set(record, "value", value);
	for (i = 0; i < sizeof fields / sizeof fields[0]; i++)
		record_set(record, fields[i], (const char *)sqlite3_column_text(stmt, 3 + (int)i));
	free(value);
	return record;
}

/* By the index of the indicator and the moment, and no further than needed: a query of lists would sort them all. */
static bool read_last(struct store *store, int64_t indicator, struct reading *reading, struct error *error)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT t.\"id\", (SELECT \"ref\" FROM \"record\" WHERE \"id\" = t.\"id\"), t.\"value\", t.\"at\", t.\"period\","
		" (SELECT \"ref\" FROM \"record\" WHERE \"id\" = t.\"corrects\") FROM \"measurement\" t"
		" WHERE t.\"indicator\" = ?1 ORDER BY t.\"at\" DESC, t.\"id\" DESC LIMIT ?2",
		error);

	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, indicator);
	sqlite3_bind_int64(stmt, 2, (int64_t)reading->most);
	while (reading->count < reading->most && statement_row(store, stmt))
		reading->items[reading->count++] = read_row(store, stmt);
	statement_end(store, stmt);
	return store_sound(store, error);
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
	ok = read_last(store, indicator->id, &reading, error);
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
