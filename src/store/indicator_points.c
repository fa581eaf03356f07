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

#define VALUES                                                                                                            \
	"SELECT t.\"id\", (SELECT \"ref\" FROM \"record\" WHERE \"id\" = t.\"id\"), t.\"value\", t.\"at\", t.\"period\"," \
	" (SELECT \"ref\" FROM \"record\" WHERE \"id\" = t.\"corrects\") FROM \"measurement\" t"
#define LAST_FIRST " ORDER BY t.\"at\" DESC, t.\"id\" DESC LIMIT ?2"

/* The last ones, or those of that period alone. */
static bool read_last(
	struct store *store, int64_t indicator, const char *period, struct reading *reading, struct error *error)
{
	/* By the index of the indicator and the moment, and no further than needed: a query of lists would sort them all. */
	static const char last[] = VALUES " WHERE t.\"indicator\" = ?1" LAST_FIRST,
			  /* Of a period there are few of all indicators, and many of one: + leaves its index aside. */
		of_period[] = VALUES " WHERE t.\"period_key\" = ?3 AND +t.\"indicator\" = ?1" LAST_FIRST;
	sqlite3_stmt *stmt = statement(store, period ? of_period : last, error);
	char *key;

	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, indicator);
	sqlite3_bind_int64(stmt, 2, (int64_t)reading->most);
	if (period) {
		key = text_sort_key(period);
		sqlite3_bind_text(stmt, 3, key, -1, SQLITE_TRANSIENT);
		free(key);
	}
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
	ok = read_last(store, indicator->id, NULL, &reading, error);
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

/* What counts of the period; NAN: nothing does. */
static bool value_of(
	struct store *store, const struct record *indicator, struct indicator_point *point, struct error *error)
{
	struct reading reading = { .most = INDICATOR_VALUES };
	const struct record *series[INDICATOR_VALUES + 1];
	const char *value;
	bool ok;

	reading.items = xcalloc(reading.most, sizeof(struct record *));
	ok = read_last(store, indicator->id, point->period, &reading, error);
	if (ok && indicator_series(
			  (const struct record *const *)reading.items, reading.count, store_context(store), series)) {
		value = record_get(series[0], "value");
		point->id = series[0]->id;
		if (!value || !number_parse_real(value, &point->value))
			point->value = NAN;
	}
	while (reading.count--)
		record_free(reading.items[reading.count]);
	free(reading.items);
	return ok;
}

bool store_indicator_year_before(
	struct store *store, const struct record *indicator, struct indicator_point *point, struct error *error)
{
	struct indicator_point *last = NULL;
	struct period period;
	size_t count = 0;
	bool ok = store_indicator_points(store, indicator, 1, &last, &count, error);

	*point = (struct indicator_point){ .value = NAN };
	if (ok && count && period_read(last[0].period, &period)) {
		period = period_year_before(&period);
		snprintf(point->period, sizeof point->period, "%s", period.name);
		ok = value_of(store, indicator, point, error);
	}
	free(last);
	return ok;
}
