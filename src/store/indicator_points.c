/* The series of an indicator, for who draws it: its last measurements, period by period. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/indicator.h"
#include "store/internal.h"

/* Periods of one indicator, those of other lengths among them where its frequency was changed. */
#define READ_AT_MOST 400

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

/* The measurement that counts, by its id. */
static bool read_one(struct store *store, int64_t id, struct reading *reading, struct error *error)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT t.\"id\", (SELECT \"ref\" FROM \"record\" WHERE \"id\" = t.\"id\"), t.\"value\", t.\"at\", t.\"period\","
		" (SELECT \"ref\" FROM \"record\" WHERE \"id\" = t.\"corrects\") FROM \"measurement\" t WHERE t.\"id\" = ?1",
		error);

	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, id);
	if (statement_row(store, stmt))
		reading->items[reading->count++] = read_row(store, stmt);
	statement_end(store, stmt);
	return store_sound(store, error);
}

static bool is_of(const struct record *measurement, enum frequency every)
{
	const char *name = record_get(measurement, "period");
	struct period period;

	return name && period_read(name, &period) && period.frequency == every;
}

/* Of each of the last periods what counts, however many values were taken in it; so many of the frequency that the indicator has now. */
static bool read_periods(
	struct store *store, const struct record *indicator, size_t most, struct reading *reading, struct error *error)
{
	enum frequency every = EVERY_DAY;
	bool known = frequency_read(record_get(indicator, "frequency"), &every), ok = true;
	char *below = NULL;
	size_t found = 0;
	int64_t id = 0;

	while (ok && found < most && reading->count < reading->most) {
		id = summary_before(store, indicator->def, indicator->id, &below, error);
		if (id <= 0)
			break;
		ok = read_one(store, id, reading, error);
		if (ok && (!known || is_of(reading->items[reading->count - 1], every)))
			found++;
	}
	free(below);
	return ok && id >= 0;
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

static void reading_free(struct reading *reading)
{
	while (reading->count--)
		record_free(reading->items[reading->count]);
	free(reading->items);
}

bool store_indicator_points(struct store *store, const struct record *indicator, size_t most,
	struct indicator_point **points, size_t *count, struct error *error)
{
	struct reading reading = { .most = READ_AT_MOST };
	const struct record **series = xcalloc(READ_AT_MOST + 1, sizeof *series);
	bool ok;

	reading.items = xcalloc(reading.most, sizeof(struct record *));
	*points = xcalloc(most + 1, sizeof **points);
	*count = 0;
	ok = read_periods(store, indicator, most, &reading, error);
	if (ok)
		place(store, indicator, series,
			indicator_series((const struct record *const *)reading.items, reading.count,
				store_context(store), series),
			*points, most, count);
	reading_free(&reading);
	free(series);
	return ok;
}

/* What counts of the period; NAN: nothing does. */
static bool value_of(
	struct store *store, const struct record *indicator, struct indicator_point *point, struct error *error)
{
	struct reading reading = { .items = xcalloc(1, sizeof(struct record *)), .most = 1 };
	/* The one below a name that follows on the period's own. */
	char *key = text_sort_key(point->period), *below = xasprintf("%s\x01", key);
	int64_t id = summary_before(store, indicator->def, indicator->id, &below, error);
	bool ok = id >= 0;

	if (ok && id && strcmp(below, key) == 0)
		ok = read_one(store, id, &reading, error);
	if (ok && reading.count) {
		const char *value = record_get(reading.items[0], "value");

		point->id = reading.items[0]->id;
		if (!value || !number_parse_real(value, &point->value))
			point->value = NAN;
	}
	reading_free(&reading);
	free(below);
	free(key);
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
