/* What an indicator has from its measurements: value, state, trend, and the day by which the next one must be there. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/indicator.h"
#include "model/query.h"

static bool number_of(const struct record *record, const char *field, double *number)
{
	const char *text = record_get(record, field);

	return text && number_parse_real(text, number);
}

static bool is(const struct record *record, const char *field, const char *value)
{
	const char *text = record_get(record, field);

	return text && strcmp(text, value) == 0;
}

/* ---- what a value says ---- */

/* Where neither much nor little is wanted: the bounds, either of which may be missing. */
static enum indicator_state between(const struct record *indicator, double value)
{
	double low = 0, high = 0;
	bool lower = number_of(indicator, "amber", &low), higher = number_of(indicator, "red", &high);

	if (!lower && !higher)
		return INDICATOR_NOT_JUDGED;
	return (lower && value < low) || (higher && value > high) ? INDICATOR_RED : INDICATOR_GOOD;
}

/* Drafts and retired ones are shown with what was measured, and nothing is judged by it. */
static bool is_judged(const struct record *indicator)
{
	return !is(indicator, "status", "draft") && !is(indicator, "status", "retired");
}

enum indicator_state indicator_state_of(const struct record *indicator, double value)
{
	double target = 0, amber = 0, red = 0, sign;
	bool aimed, watched, alarmed;

	if (!isfinite(value))
		return INDICATOR_NO_VALUE;
	if (!is_judged(indicator))
		return INDICATOR_NOT_JUDGED;
	if (is(indicator, "better", "between"))
		return between(indicator, value);
	sign = is(indicator, "better", "lower") ? -1 : 1;
	aimed = number_of(indicator, "target", &target);
	watched = number_of(indicator, "amber", &amber);
	alarmed = number_of(indicator, "red", &red);
	if (!aimed && !watched && !alarmed)
		return INDICATOR_NOT_JUDGED;
	if (aimed && sign * value >= sign * target)
		return INDICATOR_GOOD;
	if (alarmed && sign * value <= sign * red)
		return INDICATOR_RED;
	/* Where nobody said from when on it is watched, it is as soon as the target is missed. */
	if (watched ? sign * value <= sign * amber : aimed)
		return INDICATOR_AMBER;
	return INDICATOR_GOOD;
}

const char *indicator_state_name(enum indicator_state state)
{
	static const char *const names[] = { NULL, "good", "amber", "red", "none" };

	return names[state];
}

/* How far a value lies outside of what is wanted: from the target, else from the bounds. */
static double distance(const struct record *indicator, double value)
{
	double target = 0, low = 0, high = 0;

	if (number_of(indicator, "target", &target))
		return fabs(value - target);
	if (number_of(indicator, "amber", &low) && value < low)
		return low - value;
	if (number_of(indicator, "red", &high) && value > high)
		return value - high;
	return 0;
}

int indicator_trend_of(const struct record *indicator, double before, double value)
{
	if (is(indicator, "better", "between")) {
		before = -distance(indicator, before);
		value = -distance(indicator, value);
	} else if (is(indicator, "better", "lower")) {
		before = -before;
		value = -value;
	}
	return (value > before) - (value < before);
}

/* ---- the series ---- */

/* The day of a moment in the organisation's zone; false: there is none. */
static bool day_of(
	const struct record *record, const char *field, const struct model_context *context, struct date *day)
{
	const char *text = record_get(record, field);
	int64_t seconds;
	int clock;

	if (!text || date_parse(text, day))
		return text != NULL;
	if (!date_time_parse(text, &seconds))
		return false;
	*day = date_in_zone(seconds, context ? context->time_zone : NULL, &clock);
	return true;
}

bool measurement_period_of(const struct record *measurement, const char *frequency, const struct model_context *context,
	struct period *period)
{
	const char *name = record_get(measurement, "period");
	enum frequency every;
	struct date day;

	if (name)
		return period_read(name, period);
	if (!frequency_read(frequency, &every) || !day_of(measurement, "at", context, &day))
		return false;
	*period = period_of(every, &day);
	return true;
}

/* One that counts, by the last day of which it speaks. */
struct placed {
	const struct record *measurement;
	int last;
	size_t latest; /* 0: taken last */
};

static int last_first(const void *a, const void *b)
{
	const struct placed *one = a, *other = b;

	if (one->last != other->last)
		return one->last < other->last ? 1 : -1;
	return (one->latest > other->latest) - (one->latest < other->latest);
}

static bool is_corrected(const struct record *measurement, const struct record *const *all, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (measurement->ref && is(all[i], "corrects", measurement->ref))
			return true;
	return false;
}

size_t indicator_series(const struct record *const *measurements, size_t count, const struct model_context *context,
	const struct record **series)
{
	struct placed *placed = xcalloc(count + 1, sizeof *placed);
	size_t i, kept = 0, used = 0;

	for (i = 0; i < count; i++) {
		struct period period;
		struct date day;

		if (is_corrected(measurements[i], measurements, count))
			continue;
		if (measurement_period_of(measurements[i], NULL, context, &period))
			day = period.last;
		else if (!day_of(measurements[i], "at", context, &day))
			continue;
		placed[kept++] = (struct placed){ measurements[i], date_days(&day), i };
	}
	if (kept)
		qsort(placed, kept, sizeof *placed, last_first);
	for (i = 0; i < kept; i++)
		if (!i || placed[i].last != placed[i - 1].last)
			series[used++] = placed[i].measurement;
	free(placed);
	return used;
}

/* ---- the indicator ---- */

/* The last day of the first period without a value, and how late it may be. */
static void fill_due(struct record *indicator, const struct record *last, const struct model_context *context)
{
	struct period period;
	enum frequency every;
	struct date day;
	char text[11];

	record_set(indicator, "due", NULL);
	if (!is(indicator, "status", "active") || !frequency_read(record_get(indicator, "frequency"), &every))
		return;
	if (last && measurement_period_of(last, record_get(indicator, "frequency"), context, &period)) {
		/* Of another length where the frequency was changed meanwhile. */
		period = period_of(every, &period.last);
		period = period_after(&period);
	} else if (day_of(indicator, "start", context, &day)) {
		period = period_of(every, &day);
	} else {
		return;
	}
	day = date_from_days(date_days(&period.last) + grace_days(every));
	if (!date_exists(day.year, day.month, day.day))
		return;
	date_format(&day, text);
	record_set(indicator, "due", text);
}

static void fill_trend(struct record *indicator, const struct record *last, const struct record *before)
{
	double value, earlier;
	int trend;

	if (!last || !before || !number_of(last, "value", &value) || !number_of(before, "value", &earlier)) {
		record_set(indicator, "trend", "none");
		return;
	}
	trend = indicator_trend_of(indicator, earlier, value);
	record_set(indicator, "trend", trend > 0 ? "better" : trend < 0 ? "worse" : "same");
}

void indicator_fill(struct record *indicator, const struct record *const *measurements, size_t count,
	const struct model_context *context)
{
	const struct record **series = xcalloc(count + 1, sizeof *series), *last, *before;
	size_t used = indicator_series(measurements, count, context, series);
	double value = NAN;

	last = used > 0 ? series[0] : NULL;
	before = used > 1 ? series[1] : NULL;
	if (last && !number_of(last, "value", &value))
		value = NAN;
	record_set(indicator, "value", last ? record_get(last, "value") : NULL);
	record_set(indicator, "at", last ? record_get(last, "at") : NULL);
	record_set(indicator, "before", before ? record_get(before, "value") : NULL);
	record_set_number(indicator, "taken", (int64_t)(used < INDICATOR_VALUES ? used : INDICATOR_VALUES));
	record_set(indicator, "state",
		is_judged(indicator) ? indicator_state_name(indicator_state_of(indicator, value)) : NULL);
	fill_trend(indicator, last, before);
	fill_due(indicator, last, context);
	free(series);
}

/* ---- a new measurement ---- */

void measurement_period(struct record *measurement, const struct record *indicator, const struct model_context *context)
{
	const char *name = record_get(measurement, "period"), *frequency = record_get(indicator, "frequency");
	struct period period;
	enum frequency every;

	/* A spreadsheet keeps "Mar 2026" as its first day. */
	if (name && period_read(name, &period) && period.frequency == EVERY_DAY && frequency_read(frequency, &every)) {
		period = period_of(every, &period.first);
		record_set(measurement, "period", period.name);
	} else if (!name && measurement_period_of(measurement, frequency, context, &period)) {
		record_set(measurement, "period", period.name);
	}
}

void measurement_correction(
	struct record *measurement, const struct record *corrected, const struct model_context *context)
{
	(void)context;
	if (!record_get(measurement, "period"))
		record_set(measurement, "period", record_get(corrected, "period"));
	if (!record_get(measurement, "indicator"))
		record_set(measurement, "indicator", record_get(corrected, "indicator"));
}
