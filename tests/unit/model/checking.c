/* When a check is due, which day a result answers, and what its results say together. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/lib.h"
#include "model/checking.h"
#include "model/record.h"

static struct record *record_of(const char *name, const char *const *pairs)
{
	struct record *record = record_empty(register_find(name));

	for (; *pairs; pairs += 2)
		record_set(record, pairs[0], pairs[1]);
	return record;
}
#define CHECK(...) record_of("check", (const char *const[]){ "status", "active", __VA_ARGS__, NULL })

static int day_of(const char *text)
{
	struct date date;

	cr_assert(date_parse(text, &date), "%s", text);
	return date_days(&date);
}

static void is_day(int day, const char *expected, const char *of)
{
	struct date date = date_from_days(day == NO_DAY ? 0 : day);
	char text[11] = "";

	if (day != NO_DAY)
		date_format(&date, text);
	cr_expect_str_eq(text, expected, "%s: %s", of, text);
}

/* 2026-07-03 is a Friday. */
Test(checking, a_day_is_due_within_start_and_end)
{
	struct record *check = CHECK("every", "day", "on", "work", "start", "2026-07-01", "end", "2026-07-07");

	is_day(check_due_after(check, NO_DAY), "2026-07-01", "the first");
	is_day(check_due_after(check, day_of("2026-07-03")), "2026-07-06", "after Friday");
	is_day(check_due_after(check, day_of("2026-07-07")), "", "after its end");
	record_free(check);
}

Test(checking, a_result_answers_the_day_that_waits_else_the_nearest)
{
	static const struct {
		const char *every, *on, *grace, *answered, *day, *answers;
	} cases[] = {
		/* It waits: in time, late within its grace, and later still where nothing newer waits. */
		{ "week", "monday", NULL, "2026-07-06", "2026-07-13", "2026-07-13" },
		{ "week", "monday", "3", "2026-07-06", "2026-07-15", "2026-07-13" },
		{ "week", "monday", NULL, "2026-07-06", "2026-07-15", "2026-07-13" },
		/* Of two that wait the one whose grace is not over. */
		{ "week", "monday", "10", "2026-07-06", "2026-07-21", "2026-07-13" },
		{ "week", "monday", "3", "2026-07-06", "2026-07-21", "2026-07-20" },
		/* Nothing waits: again, early, or long after. */
		{ "day", NULL, NULL, "2026-07-06", "2026-07-06", "2026-07-06" },
		{ "week", "monday", NULL, "2026-07-06", "2026-07-07", "2026-07-06" },
		{ "week", "monday", NULL, "2026-07-06", "2026-07-11", "2026-07-13" },
		{ "week", "monday", "5", "2026-07-06", "2026-07-11", "2026-07-06" },
		{ "month", "1", NULL, "2026-08-01", "2026-07-02", "2026-07-01" },
		{ "year", NULL, NULL, "2026-07-01", "2027-01-30", "2027-07-01" },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct record *check = CHECK(
			"every", cases[i].every, "on", cases[i].on, "grace", cases[i].grace, "start", "2026-07-01");

		is_day(check_answers(check, day_of(cases[i].day), day_of(cases[i].answered)), cases[i].answers,
			cases[i].day);
		record_free(check);
	}
}

Test(checking, before_it_starts_the_first_day_is_answered)
{
	struct record *check = CHECK("every", "month", "start", "2026-07-01");

	is_day(check_answers(check, day_of("2026-06-01"), NO_DAY), "2026-07-01", "before it starts");
	record_free(check);
}

/* Days before 1970 are days like others. */
Test(checking, a_check_may_have_started_long_ago)
{
	struct record *check = CHECK("every", "day", "start", "1900-01-01");

	is_day(check_due_after(check, NO_DAY), "1900-01-01", "the first");
	is_day(check_due_after(check, day_of("1900-01-01")), "1900-01-02", "the second");
	is_day(check_due_after(check, day_of("1969-12-31")), "1970-01-01", "over the beginning of counting");
	is_day(check_answers(check, day_of("2026-11-28"), NO_DAY), "2026-11-28", "never done");
	is_day(check_answers(check, day_of("1950-06-01"), day_of("1950-05-31")), "1950-06-01", "done then");
	record_free(check);
}

static struct record *execution(const char *due, const char *at, const char *result)
{
	return record_of("execution", (const char *const[]){ "due", due, "at", at, "result", result, NULL });
}

static void filled(
	struct record *check, struct record **executions, size_t count, const char *const *expected /* pairs */)
{
	struct model_context context = { .time_zone = NULL };
	size_t i;

	check_fill(check, (const struct record *const *)executions, count, &context);
	for (i = 0; i < count; i++)
		record_free(executions[i]);
	for (; *expected; expected += 2) {
		const char *value = record_get(check, expected[0]);

		cr_expect_str_eq(value ? value : "", expected[1], "%s: %s", expected[0], value);
	}
	record_free(check);
}
#define FILLED(check, executions, count, ...)                                                                          \
	filled(check, executions, count, (const char *const[]){ __VA_ARGS__, NULL })

Test(checking, without_results_the_first_day_waits)
{
	FILLED(CHECK("every", "week", "on", "monday", "start", "2026-07-01", "grace", "2"), NULL, 0, "next",
		"2026-07-06", "due", "2026-07-08", "last", "", "last_result", "", "streak", "");
}

Test(checking, results_give_the_next_day_and_what_failed_in_a_row)
{
	struct record *executions[] = {
		execution("2026-07-20", "2026-07-22T08:00:00Z", "missed"),
		execution("2026-07-13", "2026-07-13T08:00:00Z", "fail"),
		execution("2026-07-06", "2026-07-06T08:00:00Z", "pass"),
		execution("2026-06-29", "2026-06-29T08:00:00Z", "fail"),
	};

	FILLED(CHECK("every", "week", "on", "monday", "start", "2026-06-01", "grace", "1"), executions, 4, "next",
		"2026-07-27", "due", "2026-07-28", "last", "2026-07-13", "last_result", "missed", "streak", "2");
}

Test(checking, what_is_recorded_afterwards_takes_the_place_of_what_was_missed)
{
	/* The missed one was found later than the moment that the result tells. */
	struct record *executions[] = {
		execution("2026-07-20", "2026-07-22T08:00:00Z", "missed"),
		execution("2026-07-20", "2026-07-20T08:00:00Z", "pass"),
	};

	FILLED(CHECK("every", "week", "on", "monday", "start", "2026-06-01"), executions, 2, "last_result", "pass",
		"streak", "0", "last", "2026-07-20");
}

Test(checking, what_is_done_twice_for_a_day_counts_once)
{
	struct record *executions[] = {
		execution("2026-07-20", "2026-07-20T09:00:00Z", "fail"),
		execution("2026-07-20", "2026-07-20T08:00:00Z", "fail"),
		execution(NULL, "2026-07-19T08:00:00Z", "fail"),
	};

	FILLED(CHECK("every", "day", "start", "2026-06-01"), executions, 3, "streak", "2", "due", "2026-07-21");
}

Test(checking, a_part_is_no_failure)
{
	struct record *executions[] = { execution("2026-07-20", "2026-07-20T09:00:00Z", "part"),
		execution("2026-07-19", "2026-07-19T08:00:00Z", "fail") };

	FILLED(CHECK("every", "day", "start", "2026-06-01"), executions, 2, "streak", "0");
}

Test(checking, only_what_is_active_waits_and_after_a_pause_from_then_on)
{
	struct record *before = record_of("check",
			      (const char *const[]){ "status", "paused", "every", "day", "start", "2026-01-01", NULL }),
		      *check = record_copy(before), *done = execution("2026-02-01", "2026-02-01T09:00:00Z", "pass");
	struct date today = environment_today(NULL);
	char text[11];

	check_fill(check, NULL, 0, NULL);
	cr_expect_null(record_get(check, "next"));
	record_set(check, "status", "active");
	cr_expect(check_settle(before, check, NULL, NULL));
	check_fill(check, (const struct record *const[]){ done }, 1, NULL);
	date_format(&today, text);
	cr_expect_str_eq(record_get(check, "due"), text);
	record_free(before);
	record_free(check);
	record_free(done);
}

Test(checking, a_schedule_that_changes_gives_the_next_day_anew)
{
	struct record *executions[] = { execution("2026-07-20", "2026-07-20T09:00:00Z", "pass") };

	FILLED(CHECK("every", "month", "on", "last", "start", "2026-06-01"), executions, 1, "due", "2026-07-31");
}

Test(checking, a_score_is_judged)
{
	struct record *check = CHECK("ok", "90"), *bare = CHECK("every", "day");

	cr_expect_str_eq(check_judges(check, 90), "pass");
	cr_expect_str_eq(check_judges(check, 89), "fail");
	cr_expect_str_eq(check_judges(bare, 100), "pass");
	cr_expect_str_eq(check_judges(bare, 99), "part");
	cr_expect_str_eq(check_judges(bare, 0), "fail");
	record_free(check);
	record_free(bare);
}
