/* The public holidays of France (code du travail, L3133-1): nobody signs, meets or audits on them. */
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
