/* What an indicator has from its measurements (indicator.c). */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/lib.h"
#include "model/indicator.h"
#include "model/query.h"

static const struct model_context *context(void)
{
	static struct model_context context;

	return &context;
}

static struct record *record_of(const char *name, const char *ref, const char *const *pairs)
{
	struct record *record = record_empty(register_find(name));

	record->ref = ref ? xstrdup(ref) : NULL;
	for (; *pairs; pairs += 2) {
		cr_assert_not_null(register_field(record->def, pairs[0]), "%s.%s", name, pairs[0]);
		record_set(record, pairs[0], pairs[1]);
	}
	return record;
}

#define INDICATOR(...) record_of("indicator", "IN-1", (const char *const[]){ __VA_ARGS__, NULL })
#define MEASURED(ref, ...) record_of("measurement", ref, (const char *const[]){ __VA_ARGS__, NULL })

static void expect(const struct record *record, const char *field, const char *value)
{
	const char *found = record_get(record, field);

	cr_expect((found == NULL) == (value == NULL) && (!value || strcmp(found, value) == 0), "%s is %s, not %s",
		field, found ? found : "empty", value ? value : "empty");
}

/* Fills and frees what was measured. */
static void fill(struct record *indicator, struct record **measured, size_t count)
{
	const struct record *others[INDICATOR_VALUES + 1];
	size_t i;

	for (i = 0; i < count; i++)
		others[i] = measured[i];
	indicator_fill(indicator, others, count, context());
	for (i = 0; i < count; i++)
		record_free(measured[i]);
}

#define FILL(indicator, ...)                                                                                           \
	do {                                                                                                           \
		struct record *measured[] = { __VA_ARGS__ };                                                           \
		fill(indicator, measured, sizeof measured / sizeof measured[0]);                                       \
	} while (0)

static void judged(double value, const char *state, const char *const *pairs)
{
	struct record *indicator = record_of("indicator", "IN-1", pairs);
	const char *found = indicator_state_name(indicator_state_of(indicator, value));

	cr_expect((found == NULL) == (state == NULL) && (!state || strcmp(found, state) == 0), "%s %g: %s, not %s",
		pairs[1], value, found ? found : "not judged", state ? state : "not judged");
	record_free(indicator);
}

#define JUDGED(value, state, ...) judged(value, state, (const char *const[]){ __VA_ARGS__, NULL })

Test(indicator, a_value_is_good_to_watch_or_an_alert)
{
	JUDGED(95, "good", "better", "higher", "target", "90", "amber", "85", "red", "70");
	JUDGED(90, "good", "better", "higher", "target", "90", "amber", "90", "red", "90");
	JUDGED(88, "good", "better", "higher", "target", "90", "amber", "85", "red", "70");
	JUDGED(85, "amber", "better", "higher", "target", "90", "amber", "85", "red", "70");
	JUDGED(70, "red", "better", "higher", "target", "90", "amber", "85", "red", "70");
	JUDGED(89, "amber", "better", "higher", "target", "90");
	JUDGED(0, "good", "better", "lower", "target", "0", "amber", "1", "red", "5");
	JUDGED(1, "amber", "better", "lower", "target", "0", "amber", "1", "red", "5");
	JUDGED(5, "red", "better", "lower", "target", "0", "amber", "1", "red", "5");
	JUDGED(-3, "red", "better", "higher", "red", "-2");
	JUDGED(10, "good", "better", "between", "amber", "10", "red", "20");
	JUDGED(21, "red", "better", "between", "amber", "10", "red", "20");
	JUDGED(9, "red", "better", "between", "amber", "10");
	JUDGED(9, NULL, "better", "higher");
	JUDGED(NAN, "none", "better", "higher", "target", "3");
}

Test(indicator, the_trend_honours_what_is_better)
{
	struct record *higher = INDICATOR("better", "higher"), *lower = INDICATOR("better", "lower"),
		      *between = INDICATOR("better", "between", "amber", "10", "target", "15", "red", "20");

	cr_expect_gt(indicator_trend_of(higher, 1, 2), 0);
	cr_expect_lt(indicator_trend_of(lower, 1, 2), 0);
	cr_expect_eq(indicator_trend_of(lower, 2, 2), 0);
	cr_expect_gt(indicator_trend_of(between, 8, 12), 0);
	cr_expect_lt(indicator_trend_of(between, 15, 19), 0);
	record_free(higher);
	record_free(lower);
	record_free(between);
}

Test(indicator, it_is_waited_for_from_its_start_and_only_while_in_use)
{
	struct record *indicator = INDICATOR("status", "active", "frequency", "month", "start", "2026-05-10");

	indicator_fill(indicator, NULL, 0, context());
	expect(indicator, "due", "2026-06-03");
	expect(indicator, "state", "none");
	expect(indicator, "trend", "none");
	expect(indicator, "value", NULL);
	expect(indicator, "taken", "0");
	record_set(indicator, "status", "draft");
	indicator_fill(indicator, NULL, 0, context());
	expect(indicator, "due", NULL);
	record_free(indicator);
}

Test(indicator, the_last_period_counts_not_the_last_day_of_taking)
{
	struct record *indicator = INDICATOR(
		"status", "active", "frequency", "month", "better", "higher", "target", "90", "start", "2026-01-01");

	FILL(indicator, MEASURED("ME-3", "value", "50", "at", "2026-08-20T08:00:00Z", "period", "2026-05"),
		MEASURED("ME-2", "value", "92", "at", "2026-07-10T08:00:00Z", "period", "2026-07"),
		MEASURED("ME-1", "value", "80", "at", "2026-06-10T08:00:00Z", "period", "2026-06"));
	expect(indicator, "value", "92");
	expect(indicator, "at", "2026-07-10T08:00:00Z");
	expect(indicator, "before", "80");
	expect(indicator, "taken", "3");
	expect(indicator, "state", "good");
	expect(indicator, "trend", "better");
	expect(indicator, "due", "2026-09-03");
	record_free(indicator);
}

Test(indicator, a_correction_takes_the_place_of_what_it_corrects)
{
	struct record *indicator =
		INDICATOR("status", "active", "frequency", "quarter", "better", "lower", "start", "2026-01-01");

	FILL(indicator,
		MEASURED("ME-4", "value", "9", "at", "2026-08-03T08:00:00Z", "period", "2026-Q1", "corrects", "ME-3"),
		MEASURED("ME-3", "value", "8", "at", "2026-08-02T08:00:00Z", "period", "2026-Q1", "corrects", "ME-1"),
		MEASURED("ME-2", "value", "6", "at", "2026-05-02T08:00:00Z", "period", "2026-Q2"),
		MEASURED("ME-1", "value", "1", "at", "2026-02-02T08:00:00Z", "period", "2026-Q1"));
	expect(indicator, "value", "6");
	expect(indicator, "before", "9");
	expect(indicator, "trend", "better");
	expect(indicator, "taken", "2");
	expect(indicator, "due", "2026-10-09");
	record_free(indicator);
}

Test(indicator, of_a_period_the_latest_value_counts)
{
	struct record *indicator = INDICATOR("status", "active", "frequency", "month", "start", "2026-01-01");

	FILL(indicator, MEASURED("ME-3", "value", "3", "at", "2026-02-20T08:00:00Z", "period", "2026-02"),
		MEASURED("ME-2", "value", "2", "at", "2026-02-10T08:00:00Z", "period", "2026-02"),
		MEASURED("ME-1", "value", "1", "at", "2026-01-10T08:00:00Z"));
	expect(indicator, "value", "3");
	expect(indicator, "before", "1");
	record_free(indicator);
}

Test(indicator, a_measurement_has_its_period_from_what_is_measured)
{
	static const struct {
		const char *frequency, *period;
	} cases[] = { { "day", "2026-08-02" }, { "week", "2026-W31" }, { "month", "2026-08" }, { "quarter", "2026-Q3" },
		{ "half", "2026-H2" }, { "year", "2026" } };
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct record *indicator = INDICATOR("frequency", cases[i].frequency),
			      *measurement = MEASURED(NULL, "value", "1", "at", "2026-08-02T08:00:00Z"),
			      *said = MEASURED(NULL, "value", "1", "at", "2026-08-02T08:00:00Z", "period", "2026-07"),
			      *correction = MEASURED(NULL, "value", "2", "at", "2026-09-02T08:00:00Z");

		measurement_period(measurement, indicator, context());
		expect(measurement, "period", cases[i].period);
		measurement_period(said, indicator, context());
		expect(said, "period", "2026-07");
		measurement_correction(correction, measurement, context());
		measurement_period(correction, indicator, context());
		expect(correction, "period", cases[i].period);
		record_free(indicator);
		record_free(measurement);
		record_free(said);
		record_free(correction);
	}
}
