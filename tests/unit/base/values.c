/* Numbers and days as they are read from files, command line and forms: strict, and in any locale the same. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/lib.h"

Test(values, whole_numbers)
{
	static const char *const refused[] = { "", " 1", "1 ", "+", "1.0", "0x10", "9223372036854775808", "1e3",
		"--1" };
	int64_t value = 0;
	size_t i;

	cr_expect(number_parse_integer("-42", &value) && value == -42);
	cr_expect(number_parse_integer("9223372036854775807", &value) && value == INT64_MAX);
	for (i = 0; i < sizeof refused / sizeof refused[0]; i++)
		cr_expect(!number_parse_integer(refused[i], &value), "\"%s\"", refused[i]);
}

Test(values, whole_numbers_written)
{
	static const int64_t numbers[] = { 0, 7, 10, -1, 1234567890, INT64_MAX, INT64_MIN };
	size_t i;

	for (i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		char *text = number_format_integer(numbers[i]);
		int64_t back = 1;

		cr_expect(number_parse_integer(text, &back) && back == numbers[i], "%s", text);
		cr_expect(*text != '+' && (*text != '0' || !text[1]), "%s", text);
		free(text);
	}
}

static void written(double number, const char *expected)
{
	char *text = number_format_real(number);

	cr_expect_str_eq(text, expected);
	free(text);
}

Test(values, real_numbers)
{
	static const char *const refused[] = { "", ".", "-", "nan", "inf", "1e3", "1.2.3", "1 000" };
	double value = 0;
	size_t i;

	cr_expect(number_parse_real("-2.5", &value) && value <= -2.5 && value >= -2.5);
	cr_expect(number_parse_real("2,5", &value) && value <= 2.5 && value >= 2.5);
	for (i = 0; i < sizeof refused / sizeof refused[0]; i++)
		cr_expect(!number_parse_real(refused[i], &value), "\"%s\"", refused[i]);
	written(0.1, "0.1");
	written(1200, "1200");
	written(-0.0, "0");
	written(1.0 / 3, "0.333333");
}

Test(values, days)
{
	static const char *const refused[] = { "2026-02-29", "2026-13-01", "2026-1-1", "0000-01-01", "2026-11-24 ",
		"2026/11/24", "" };
	struct date date, today = { 2026, 11, 24 }, back;
	size_t i;

	cr_expect(date_parse("2024-02-29", &date));
	cr_expect_eq(date_days(&date), 19782);
	back = date_from_days(19782);
	cr_expect(back.year == 2024 && back.month == 2 && back.day == 29);
	for (i = 0; i < sizeof refused / sizeof refused[0]; i++)
		cr_expect(!date_parse(refused[i], &date), "\"%s\"", refused[i]);
	cr_expect(date_parse_word("today+30", &today, &date) && date.month == 12 && date.day == 24);
	cr_expect(date_parse_typed("-24", &today, &date) && date.month == 10 && date.day == 31);
}

static void falls_on(const char *day, const char *expected)
{
	struct date date, moved;
	char text[11];

	cr_assert(date_parse(day, &date));
	moved = date_before_holiday(&date);
	date_format(&moved, text);
	cr_expect_str_eq(text, expected, "%s gives %s", day, text);
	cr_expect_eq(date_is_holiday(&date), strcmp(day, expected) != 0, "%s", day);
}

Test(values, holidays_of_france_give_way_to_the_working_day_before)
{
	falls_on("2026-11-10", "2026-11-10");
	falls_on("2026-11-11", "2026-11-10");
	falls_on("2026-12-25", "2026-12-24");
	falls_on("2027-01-01", "2026-12-31");
	/* Mondays: the Friday before. */
	falls_on("2027-03-29", "2027-03-26");
	falls_on("2026-05-25", "2026-05-22");
	falls_on("2026-05-14", "2026-05-13");
	/* The latest and the earliest Easter of these times. */
	falls_on("2038-04-26", "2038-04-23");
	falls_on("2008-03-24", "2008-03-21");
	/* A day that was no working day before stays. */
	falls_on("2026-11-28", "2026-11-28");
}

static void is_at_work(const char *now, int least, int most, const char *expected)
{
	int64_t seconds;
	char *text;

	cr_assert(date_time_parse(now, &seconds));
	text = date_time_format(moment_at_work(seconds, least, most, "Europe/Paris"));
	cr_expect_str_eq(text, expected, "%s less %d to %d gives %s", now, least, most, text);
	free(text);
}

Test(values, what_ran_a_few_hours_ago_began_at_work)
{
	/* A Monday morning: on Friday, when they left.  A Thursday: within the hours asked. */
	is_at_work("2026-11-23T09:30:00Z", 56, 68, "2026-11-20T17:30:00Z");
	is_at_work("2026-11-26T14:33:20Z", 20, 30, "2026-11-25T17:30:00Z");
	is_at_work("2026-11-27T15:00:00Z", 56, 68, "2026-11-25T07:30:00Z");
	is_at_work("2026-11-27T15:00:00Z", 50, 56, "2026-11-25T13:00:00Z");
	/* A Tuesday: the hours asked were a weekend, so the Monday, as they came. */
	is_at_work("2026-11-24T09:30:00Z", 56, 68, "2026-11-23T07:30:00Z");
	/* The same over a public holiday, and before anybody came: the last working day. */
	is_at_work("2027-03-30T06:00:00Z", 56, 68, "2027-03-26T17:30:00Z");
	/* Summer time. */
	is_at_work("2026-07-02T20:00:00Z", 2, 12, "2026-07-02T16:30:00Z");
}

Test(values, moments)
{
	int64_t seconds;
	char *text;

	cr_expect(date_time_parse("2026-11-24T10:30:00+01:00", &seconds));
	text = date_time_format(seconds);
	cr_expect_str_eq(text, "2026-11-24T09:30:00Z");
	free(text);
	cr_expect(!date_time_parse("2026-11-24T25:00", &seconds));
	cr_expect(!date_time_parse("2026-11-24T10:30:00+25:00", &seconds));
}

Test(values, json_is_read_or_refused)
{
	static const char *const refused[] = { "", "{", "[1,]", "{\"a\" 1}", "\"\\x\"", "nul", "[1] 2" };
	struct json *json = json_parse("{\"a\":[\"x\\u00e9\\n\",null,true,-1.5]}");
	const struct json *list = json ? json_member(json, "a") : NULL;
	size_t i;

	cr_assert(list);
	cr_expect_str_eq(json_at(list, 0)->text, "x\xc3\xa9\n");
	cr_expect_eq(json_at(list, 1)->type, JSON_NULL);
	cr_expect_str_eq(json_at(list, 3)->text, "-1.5");
	cr_expect(!json_at(list, 4));
	json_free(json);
	for (i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		json = json_parse(refused[i]);
		cr_expect(!json, "%s", refused[i]);
		json_free(json);
	}
}
