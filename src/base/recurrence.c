/* What comes again: the days on which a check is due, and the periods of which a value speaks. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

static const char *const frequency_names[FREQUENCIES] = { "day", "week", "month", "quarter", "half", "year" };

bool frequency_read(const char *text, enum frequency *frequency)
{
	int i;

	for (i = 0; i < FREQUENCIES; i++)
		if (text && strcmp(text, frequency_names[i]) == 0) {
			*frequency = (enum frequency)i;
			return true;
		}
	return false;
}

int grace_days(enum frequency frequency)
{
	static const int days[FREQUENCIES] = { 1, 1, 3, 9, 18, 36 };

	return days[frequency];
}

/* ---- days ---- */

/* Months of a period that is made of months; 0: it is not. */
static int months_of(enum frequency frequency)
{
	static const int months[FREQUENCIES] = { 0, 0, 1, 3, 6, 12 };

	return months[frequency];
}

/* From 0, Monday, to 6; 1970-01-01 was a Thursday. */
static int weekday_of(int days)
{
	return ((days + 3) % 7 + 7) % 7;
}

static int month_count(const struct date *date)
{
	return date->year * 12 + date->month - 1;
}

/* That day of the month, which is so many months after January of the year 0, or the month's last. */
static struct date day_of_month(int month, int day)
{
	struct date date = { month / 12, month % 12 + 1, day };

	while (date.day > 28 && !date_exists(date.year, date.month, date.day))
		date.day--;
	return date;
}

static bool is_working(int days)
{
	struct date date = date_from_days(days);

	return weekday_of(days) < 5 && !date_is_holiday(&date);
}

static int last_working_day(int month)
{
	struct date date = day_of_month(month, 31);
	int days = date_days(&date);

	while (!is_working(days))
		days--;
	return days;
}

/* ---- when a check is due ---- */

/* A weekday by its name in English or French, by the first three letters of it, or 1 to 7; -1: none. */
static int read_weekday(const char *folded)
{
	static const char *const names[][2] = { { "monday", "lundi" }, { "tuesday", "mardi" },
		{ "wednesday", "mercredi" }, { "thursday", "jeudi" }, { "friday", "vendredi" },
		{ "saturday", "samedi" }, { "sunday", "dimanche" } };
	size_t length = strlen(folded);
	int day, language;

	if (length == 1 && *folded >= '1' && *folded <= '7')
		return *folded - '1';
	for (day = 0; day < 7; day++)
		for (language = 0; language < 2; language++)
			if (strcmp(folded, names[day][language]) == 0 ||
				(length == 3 && strncmp(folded, names[day][language], 3) == 0))
				return day;
	return -1;
}

static bool is_one_of(const char *text, const char *const *words)
{
	for (; *words; words++)
		if (strcmp(text, *words) == 0)
			return true;
	return false;
}

static bool read_on(const char *folded, struct recurrence *rule)
{
	static const char *const last[] = { "last", "dernier", NULL }, *const work[] = { "work", "working", "ouvre",
		"ouvres", NULL };
	int64_t day;

	if (rule->every == EVERY_DAY)
		return rule->working = is_one_of(folded, work);
	if (rule->every == EVERY_WEEK)
		return (rule->weekday = read_weekday(folded)) >= 0;
	if (is_one_of(folded, last))
		return rule->last = true;
	if (strlen(folded) > 2 || !number_parse_integer(folded, &day) || day < 1 || day > 31)
		return false;
	rule->day = (int)day;
	return true;
}

bool recurrence_parse(const char *every, const char *on, const struct date *start, struct recurrence *rule)
{
	struct recurrence parsed = { .start = *start, .day = start->day, .weekday = weekday_of(date_days(start)) };
	char *folded;
	bool ok = true;

	if (!frequency_read(every, &parsed.every))
		return false;
	if (on && *on) {
		folded = text_fold(on);
		ok = read_on(folded, &parsed);
		free(folded);
	}
	if (ok)
		*rule = parsed;
	return ok;
}

/* The day in the period of so many periods of `months` since the year 0, or since the month in which it starts. */
static int day_in(const struct recurrence *rule, int months, int period)
{
	struct date date;

	if (rule->last)
		return last_working_day(period * months + months - 1);
	date = day_of_month(month_count(&rule->start) + period * months, rule->day);
	return date_days(&date);
}

bool recurrence_next(const struct recurrence *rule, const struct date *after, struct date *next)
{
	int start = date_days(&rule->start), day = after ? date_days(after) + 1 : start,
	    months = months_of(rule->every);
	struct date from, found;
	int period;

	day = day > start ? day : start;
	from = date_from_days(day);
	if (!date_exists(from.year, from.month, from.day) || from.year > 9997)
		return false;
	if (rule->every == EVERY_DAY) {
		while (rule->working && !is_working(day))
			day++;
	} else if (rule->every == EVERY_WEEK) {
		day += (rule->weekday - weekday_of(day) + 7) % 7;
	} else {
		period = (month_count(&from) - (rule->last ? 0 : month_count(&rule->start))) / months;
		while (day_in(rule, months, period) < day)
			period++;
		day = day_in(rule, months, period);
	}
	found = date_from_days(day);
	*next = found;
	return true;
}

/* ---- periods ---- */

static struct period months_period(enum frequency frequency, int count)
{
	struct period period = { .frequency = frequency };
	int months = months_of(frequency), first = count * months, year = first / 12, part = first % 12 / months + 1;

	period.first = day_of_month(first, 1);
	period.last = day_of_month(first + months - 1, 31);
	if (frequency == EVERY_MONTH)
		snprintf(period.name, sizeof period.name, "%04d-%02d", year, part);
	else if (frequency == EVERY_QUARTER)
		snprintf(period.name, sizeof period.name, "%04d-Q%d", year, part);
	else if (frequency == EVERY_HALF)
		snprintf(period.name, sizeof period.name, "%04d-H%d", year, part);
	else
		snprintf(period.name, sizeof period.name, "%04d", year);
	return period;
}

/* Weeks as ISO 8601 counts them: each belongs to the year of its Thursday. */
static struct period week_period(int days)
{
	struct period period = { .frequency = EVERY_WEEK };
	int monday = days - weekday_of(days);
	struct date thursday = date_from_days(monday + 3), january = { thursday.year, 1, 1 };

	period.first = date_from_days(monday);
	period.last = date_from_days(monday + 6);
	snprintf(period.name, sizeof period.name, "%04d-W%02d", thursday.year,
		(monday + 3 - date_days(&january)) / 7 + 1);
	return period;
}

struct period period_of(enum frequency frequency, const struct date *day)
{
	struct period period = { .frequency = EVERY_DAY, .first = *day, .last = *day };

	if (frequency == EVERY_WEEK)
		return week_period(date_days(day));
	if (frequency != EVERY_DAY)
		return months_period(frequency, month_count(day) / months_of(frequency));
	date_format(day, period.name);
	return period;
}

struct period period_before(const struct period *period)
{
	struct date day = date_from_days(date_days(&period->first) - 1);

	return period_of(period->frequency, &day);
}

struct period period_after(const struct period *period)
{
	struct date day = date_from_days(date_days(&period->last) + 1);

	return period_of(period->frequency, &day);
}

struct period period_year_before(const struct period *period)
{
	struct date day = date_months_before(&period->first, 12), thursday;
	struct period before;

	if (period->frequency != EVERY_WEEK)
		return period_of(period->frequency, &day);
	/* The week of that number; the 53rd, where that year has none, is its last. */
	thursday = date_from_days(date_days(&period->first) + 3);
	day = (struct date){ thursday.year - 1, 1, 4 };
	day = date_from_days(date_days(&day) + (atoi(period->name + 6) - 1) * 7);
	before = week_period(date_days(&day));
	return atoi(before.name) == thursday.year - 1 ? before : period_before(&before);
}

/* "W31", "Q3", "H2", "07" behind the year. */
static bool read_part(const char *text, int year, struct period *period)
{
	struct date day = { year, 1, 4 };
	bool letter = *text == 'W' || *text == 'Q' || *text == 'H';
	int64_t part;

	if (strspn(text + letter, "0123456789") != strlen(text + letter) ||
		!number_parse_integer(text + letter, &part) || part < 1 || part > 53)
		return false;
	if (*text == 'W')
		*period = week_period(date_days(&day) + ((int)part - 1) * 7);
	else if (*text == 'Q' && part <= 4)
		*period = months_period(EVERY_QUARTER, year * 4 + (int)part - 1);
	else if (*text == 'H' && part <= 2)
		*period = months_period(EVERY_HALF, year * 2 + (int)part - 1);
	else if (!letter && part <= 12)
		*period = months_period(EVERY_MONTH, year * 12 + (int)part - 1);
	else
		return false;
	return true;
}

bool period_read(const char *name, struct period *period)
{
	struct period read;
	struct date day;
	int year;

	if (date_parse(name, &day)) {
		*period = period_of(EVERY_DAY, &day);
		return true;
	}
	if (strspn(name, "0123456789") != 4 || strlen(name) > 8)
		return false;
	year = atoi(name);
	if (year < 2 || year > 9997)
		return false;
	if (!name[4])
		read = months_period(EVERY_YEAR, year);
	else if (name[4] != '-' || !read_part(name + 5, year, &read))
		return false;
	/* Written as it is named, and no other way: 2026-7 is no name. */
	if (strcmp(read.name, name) != 0)
		return false;
	*period = read;
	return true;
}
