/* Records that go hour by hour: the clock's words and when it presses, the order of moments and the time between them. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"
#include "model/hours.h"

#define HOUR 3600

static void says(int64_t left, const char *top, const char *due)
{
	struct hours_clock clock = { .from = 0, .until = 72 * HOUR };
	char *text = hours_clock_text(&clock, clock.until - left), *other = hours_due_text(&clock, clock.until - left);

	cr_expect_str_eq(text, top, "%lld: %s", (long long)left, text);
	cr_expect_str_eq(other, due, "%lld: %s", (long long)left, other);
	free(text);
	free(other);
}

Test(hours, what_is_left_is_rounded_down)
{
	says(72 * HOUR, "notify in 72 h", "in 72 h");
	says(14 * HOUR + HOUR - 1, "notify in 14 h", "in 14 h");
	says(HOUR, "notify in 1 h", "in 1 h");
	says(HOUR - 1, "notify in 59 min", "in 59 min");
	says(1, "notify in 0 min", "in 0 min");
	says(0, "overdue 0 min", "0 min late");
	says(-59, "overdue 0 min", "0 min late");
	says(-60, "overdue 1 min", "1 min late");
	says(-4 * HOUR + 1, "overdue 3 h", "3 h late");
}

Test(hours, three_quarters_of_the_time_press)
{
	struct hours_clock clock = { .from = 1000, .until = 1000 + 72 * HOUR };

	cr_expect_not(hours_pressing(&clock, 1000));
	cr_expect_not(hours_pressing(&clock, 1000 + 54 * HOUR - 1));
	cr_expect(hours_pressing(&clock, 1000 + 54 * HOUR));
	cr_expect(hours_pressing(&clock, 1000 + 80 * HOUR));
}

static void spans(int64_t seconds, const char *expected)
{
	char *text = hours_span(seconds);

	cr_expect_str_eq(text, expected, "%lld: %s", (long long)seconds, text);
	free(text);
}

Test(hours, time_that_passed)
{
	spans(0, "0 min");
	spans(59, "0 min");
	spans(HOUR - 1, "59 min");
	spans(HOUR, "1 h");
	spans(HOUR + 5 * 60, "1 h 05 min");
	spans(71 * HOUR + 59 * 60, "71 h 59 min");
	spans(72 * HOUR + 59 * 60, "72 h");
}

Test(hours, moments_stand_in_the_order_of_time)
{
	static const char *const order[] = { "occurred", "detected", "contained", "informed", "closed" };
	struct model_context context = { .time_zone = (char *)"Europe/Paris" };
	struct record *record = record_empty(register_find("incident"));
	struct hours_line *lines;
	size_t count, i;

	lines = hours_lines(record, &context, &count);
	cr_expect_eq(count, 0);
	free(lines);
	record_set(record, "closed", "2026-03-29");
	record_set(record, "informed", "2026-03-29T20:00:00Z");
	record_set(record, "detected", "2026-03-28T23:30:00Z");
	record_set(record, "contained", "2026-03-29T02:30:00Z");
	record_set(record, "occurred", "2026-03-28T22:30:00Z");
	lines = hours_lines(record, &context, &count);
	cr_assert_eq(count, 5);
	for (i = 0; i < count; i++)
		cr_expect_str_eq(lines[i].field->name, order[i], "%zu: %s", i, lines[i].field->name);
	cr_expect_eq(lines[1].since, HOUR);
	/* The hour that clocks left out is none that passed. */
	cr_expect_eq(lines[2].since, 4 * HOUR);
	/* A day ends after all that is known to have been on it. */
	cr_expect(lines[4].day);
	cr_expect_not(lines[3].day);
	free(lines);
	record_free(record);
}

static bool runs(const char *due, const char *detected, const char *deadline)
{
	struct record *record = record_empty(register_find("incident"));
	struct hours_clock clock;
	bool running;

	record_set(record, "due", due);
	record_set(record, "detected", detected);
	record_set(record, "deadline", deadline);
	running = hours_clock(record, NULL, &clock);
	record_free(record);
	return running;
}

Test(hours, the_clock_runs_until_somebody_was_told)
{
	struct record *action = record_empty(register_find("action"));
	struct hours_clock clock;

	cr_expect(runs("2026-03-29", "2026-03-26T10:00:00Z", "2026-03-29T10:00:00Z"));
	cr_expect_not(runs(NULL, "2026-03-26T10:00:00Z", "2026-03-29T10:00:00Z"));
	cr_expect_not(runs("2026-03-29", NULL, "2026-03-29T10:00:00Z"));
	cr_expect_not(runs("2026-03-29", "2026-03-26T10:00:00Z", NULL));
	cr_expect_not(hours_clock(action, NULL, &clock));
	record_free(action);
}
