/* The public holidays of France (code du travail, L3133-1): nobody signs, meets or audits on them; and working hours. */
#include "base/lib.h"

/* Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher), in days since 1970-01-01. */
static int easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100,
	    h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30,
	    l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 22 * l) / 451,
	    n = h + l - 7 * m + 114;
	struct date date = { .year = year, .month = n / 31, .day = n % 31 + 1 };

	return date_days(&date);
}

bool date_is_holiday(const struct date *date)
{
	static const struct {
		int month, day;
	} fixed[] = { { 1, 1 }, { 5, 1 }, { 5, 8 }, { 7, 14 }, { 8, 15 }, { 11, 1 }, { 11, 11 }, { 12, 25 } };
	/* Easter Monday, Ascension, Whit Monday: days after Easter. */
	int after = date_days(date) - easter(date->year);
	size_t i;

	for (i = 0; i < sizeof fixed / sizeof fixed[0]; i++)
		if (date->month == fixed[i].month && date->day == fixed[i].day)
			return true;
	return after == 1 || after == 39 || after == 50;
}

struct date date_before_holiday(const struct date *date)
{
	struct date day = *date;
	int days = date_days(date);

	/* 1970-01-01 was a Thursday: what leaves 2 or 3 is a Saturday or a Sunday. */
	while (date_is_holiday(&day) ||
		(days < date_days(date) && ((days % 7 + 7) % 7 == 2 || (days % 7 + 7) % 7 == 3)))
		day = date_from_days(--days);
	return day;
}

#define STEP 600 /* seconds */

/* Half past eight to half past six. */
static bool is_at_work(int64_t at, const char *time_zone)
{
	/* A day there is the one in UTC, that before, or that after. */
	int days = (int)(at / 86400) + 1, weekday;
	struct date date = date_from_days(days);
	int64_t into;

	while ((into = at - date_start(&date, time_zone)) < 0)
		date = date_from_days(--days);
	weekday = (days + 3) % 7;
	return weekday < 5 && !date_is_holiday(&date) && into >= 8 * 3600 + 1800 && into <= 18 * 3600 + 1800;
}

int64_t moment_at_work(int64_t now, int least, int most, const char *time_zone)
{
	int64_t last = now - (int64_t)least * 3600, first = now - (int64_t)most * 3600, at;

	last -= last % STEP;
	for (at = last; at >= first; at -= STEP)
		if (is_at_work(at, time_zone))
			return at;
	for (at = last; at < now; at += STEP)
		if (is_at_work(at, time_zone))
			return at;
	for (at = first - first % STEP; !is_at_work(at, time_zone);)
		at -= STEP;
	return at;
}
