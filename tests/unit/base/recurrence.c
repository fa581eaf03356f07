/* What comes again: days on which something is due, and periods. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/lib.h"

static struct date day_of(const char *text)
{
	struct date date = { 0, 0, 0 };

	cr_assert(date_parse(text, &date), "%s", text);
	return date;
}

/* The days that follow one another, each found from the one before. */
static void due(const char *every, const char *on, const char *start, const char *days)
{
	struct date from = day_of(start), next, last = { 0, 0, 0 };
	struct recurrence rule;
	char text[11];
	size_t i;

	cr_assert(recurrence_parse(every, on, &from, &rule), "%s %s", every, on ? on : "-");
	for (i = 0; i * 11 < strlen(days); i++) {
		cr_assert(recurrence_next(&rule, i ? &last : NULL, &next));
		date_format(&next, text);
		cr_expect_eq(strncmp(text, days + i * 11, 10), 0, "%s %s from %s: %s, not %.10s", every, on ? on : "-",
			start, text, days + i * 11);
		last = next;
	}
}

Test(recurrence, days_follow_one_another)
{
	static const struct {
		const char *every, *on, *start, *days;
	} cases[] = {
		{ "day", NULL, "2026-02-27", "2026-02-27 2026-02-28 2026-03-01" },
		{ "day", "work", "2026-05-01", "2026-05-04 2026-05-05 2026-05-06 2026-05-07 2026-05-11" },
		{ "day", "ouvrés", "2026-12-31", "2026-12-31 2027-01-04" },
		{ "week", NULL, "2026-11-26", "2026-11-26 2026-12-03" },
		{ "week", "", "2026-11-26", "2026-11-26 2026-12-03" },
		{ "week", "Monday", "2026-11-26", "2026-11-30 2026-12-07" },
		{ "week", "mer", "2026-11-26", "2026-12-02 2026-12-09" },
		{ "week", "7", "2026-11-26", "2026-11-29 2026-12-06" },
		{ "week", "thu", "2026-11-26", "2026-11-26 2026-12-03" },
		{ "month", NULL, "2026-01-31", "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31" },
		{ "month", "31", "2027-12-10", "2027-12-31 2028-01-31 2028-02-29 2028-03-31" },
		{ "month", "1", "2026-01-02", "2026-02-01 2026-03-01" },
		{ "month", "15", "2026-01-15", "2026-01-15 2026-02-15" },
		{ "month", "last", "2026-01-15", "2026-01-30 2026-02-27 2026-03-31 2026-04-30 2026-05-29" },
		{ "month", "Dernier", "2026-01-31", "2026-02-27 2026-03-31" },
		{ "quarter", NULL, "2025-11-30", "2025-11-30 2026-02-28 2026-05-30 2026-08-30" },
		{ "quarter", "10", "2026-02-20", "2026-05-10 2026-08-10" },
		{ "quarter", "last", "2026-01-01", "2026-03-31 2026-06-30 2026-09-30 2026-12-31" },
		{ "half", NULL, "2026-08-31", "2026-08-31 2027-02-28 2027-08-31 2028-02-29" },
		{ "half", "last", "2026-02-01", "2026-06-30 2026-12-31 2027-06-30" },
		{ "year", NULL, "2024-02-29", "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29" },
		{ "year", "last", "2026-03-01", "2026-12-31 2027-12-31 2028-12-29" },
		{ "year", NULL, "2096-02-29", "2096-02-29 2097-02-28" },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
		due(cases[i].every, cases[i].on, cases[i].start, cases[i].days);
}

Test(recurrence, nothing_is_due_before_the_start_or_twice)
{
	struct date start = day_of("2026-11-24"), long_before = day_of("1999-01-01"), next, last = day_of("9999-12-31");
	static const char *const every[] = { "day", "week", "month", "quarter", "half", "year" };
	struct recurrence rule;
	int i, days;

	for (i = 0; i < FREQUENCIES; i++) {
		cr_assert(recurrence_parse(every[i], i >= 2 ? "3" : NULL, &start, &rule));
		cr_assert(recurrence_next(&rule, &long_before, &next));
		cr_expect_geq(date_days(&next), date_days(&start), "%s", every[i]);
		for (days = 0; days < 800; days++) {
			struct date after = date_from_days(date_days(&start) + days), again;

			cr_assert(recurrence_next(&rule, &after, &next));
			cr_expect_gt(date_days(&next), date_days(&after), "%s", every[i]);
			/* From the day before it, the same is found. */
			after = date_from_days(date_days(&next) - 1);
			cr_assert(recurrence_next(&rule, &after, &again));
			cr_expect_eq(date_days(&again), date_days(&next), "%s", every[i]);
		}
		cr_expect(!recurrence_next(&rule, &last, &next));
	}
}

Test(recurrence, what_says_nothing_is_refused)
{
	static const char *const refused[][2] = { { "day", "1" }, { "day", "Monday" }, { "week", "8" }, { "week", "0" },
		{ "week", "last" }, { "week", "mo" }, { "week", "mondays" }, { "month", "32" }, { "month", "0" },
		{ "month", "-1" }, { "month", "Monday" }, { "month", "1.5" }, { "year", "work" }, { "month", " " },
		{ "fortnight", NULL }, { "", NULL }, { NULL, NULL } };
	struct date start = day_of("2026-11-24");
	struct recurrence rule = { .day = 99 };
	size_t i;

	for (i = 0; i < sizeof refused / sizeof refused[0]; i++)
		cr_expect(!recurrence_parse(refused[i][0], refused[i][1], &start, &rule), "%s %s",
			refused[i][0] ? refused[i][0] : "-", refused[i][1] ? refused[i][1] : "-");
	cr_expect_eq(rule.day, 99);
}

static void is_period(const struct period *period, const char *name, const char *first, const char *last)
{
	char text[11];

	cr_expect_str_eq(period->name, name);
	date_format(&period->first, text);
	cr_expect_str_eq(text, first, "%s begins on %s", name, text);
	date_format(&period->last, text);
	cr_expect_str_eq(text, last, "%s ends on %s", name, text);
}

Test(periods, have_names_days_and_neighbours)
{
	static const struct {
		enum frequency frequency;
		const char *day, *name, *first, *last, *before, *after, *year_before;
	} cases[] = {
		{ EVERY_DAY, "2026-07-15", "2026-07-15", "2026-07-15", "2026-07-15", "2026-07-14", "2026-07-16",
			"2025-07-15" },
		{ EVERY_DAY, "2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29", "2024-02-28", "2024-03-01",
			"2023-02-28" },
		{ EVERY_WEEK, "2026-07-29", "2026-W31", "2026-07-27", "2026-08-02", "2026-W30", "2026-W32",
			"2025-W31" },
		{ EVERY_WEEK, "2027-01-03", "2026-W53", "2026-12-28", "2027-01-03", "2026-W52", "2027-W01",
			"2025-W52" },
		{ EVERY_WEEK, "2024-12-30", "2025-W01", "2024-12-30", "2025-01-05", "2024-W52", "2025-W02",
			"2024-W01" },
		{ EVERY_MONTH, "2028-02-10", "2028-02", "2028-02-01", "2028-02-29", "2028-01", "2028-03", "2027-02" },
		{ EVERY_MONTH, "2026-12-31", "2026-12", "2026-12-01", "2026-12-31", "2026-11", "2027-01", "2025-12" },
		{ EVERY_QUARTER, "2026-07-01", "2026-Q3", "2026-07-01", "2026-09-30", "2026-Q2", "2026-Q4", "2025-Q3" },
		{ EVERY_QUARTER, "2026-03-31", "2026-Q1", "2026-01-01", "2026-03-31", "2025-Q4", "2026-Q2", "2025-Q1" },
		{ EVERY_HALF, "2026-12-31", "2026-H2", "2026-07-01", "2026-12-31", "2026-H1", "2027-H1", "2025-H2" },
		{ EVERY_YEAR, "2026-06-15", "2026", "2026-01-01", "2026-12-31", "2025", "2027", "2025" },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct date day = day_of(cases[i].day);
		struct period period = period_of(cases[i].frequency, &day), other;

		is_period(&period, cases[i].name, cases[i].first, cases[i].last);
		cr_expect_eq(period.frequency, cases[i].frequency);
		other = period_before(&period);
		cr_expect_str_eq(other.name, cases[i].before);
		other = period_after(&period);
		cr_expect_str_eq(other.name, cases[i].after);
		other = period_year_before(&period);
		cr_expect_str_eq(other.name, cases[i].year_before);
		cr_assert(period_read(cases[i].name, &other), "%s", cases[i].name);
		is_period(&other, cases[i].name, cases[i].first, cases[i].last);
		cr_expect_eq(other.frequency, cases[i].frequency);
	}
}

Test(periods, other_texts_are_none)
{
	static const char *const refused[] = { "", "26", "20261", "2026-", "2026-0", "2026-7", "2026-13", "2026-Q",
		"2026-Q0", "2026-Q5", "2026-Q03", "2026-H3", "2026-W0", "2026-W1", "2026-W54", "2025-W53", "2026-W-1",
		"2026-07-32", "2026-02-29", "2026Q3", "2026-q3", "2026-Q3 ", "0001", "9999", "July 2026", "2026-X1" };
	struct period period;
	size_t i;

	for (i = 0; i < sizeof refused / sizeof refused[0]; i++)
		cr_expect(!period_read(refused[i], &period), "%s", refused[i]);
}

Test(periods, grace_is_a_tenth_and_a_day_at_least)
{
	static const char *const names[] = { "day", "week", "month", "quarter", "half", "year" };
	static const int days[] = { 1, 1, 3, 9, 18, 36 };
	enum frequency frequency;
	int i;

	for (i = 0; i < FREQUENCIES; i++) {
		cr_assert(frequency_read(names[i], &frequency));
		cr_expect_eq((int)frequency, i);
		cr_expect_eq(grace_days(frequency), days[i], "%s", names[i]);
	}
	cr_expect(!frequency_read("Day", &frequency));
	cr_expect(!frequency_read(NULL, &frequency));
}
