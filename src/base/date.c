/* Dates of the Gregorian calendar. */
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/lib.h"

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool date_exists(int year, int month, int day)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
		return false;
	return day <= days[month - 1] + (month == 2 && is_leap(year));
}

static bool digits(const char *text, int count, int *value)
{
	int i;

	*value = 0;
	for (i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		*value = *value * 10 + (text[i] - '0');
	}
	return true;
}

static bool parse_start(const char *text, struct date *date)
{
	return digits(text, 4, &date->year) && text[4] == '-' && digits(text + 5, 2, &date->month) && text[7] == '-' &&
	       digits(text + 8, 2, &date->day) && date_exists(date->year, date->month, date->day);
}

bool date_parse(const char *text, struct date *date)
{
	struct date parsed;

	if (strlen(text) != 10 || !parse_start(text, &parsed))
		return false;
	*date = parsed;
	return true;
}

void date_format(const struct date *date, char text[11])
{
	snprintf(text, 11, "%04u-%02u-%02u", (unsigned)date->year % 10000, (unsigned)date->month % 100,
		(unsigned)date->day % 100);
}

/* Days since 1970-01-01 (the civil calendar's arithmetic with years that begin in March). */
int date_days(const struct date *date)
{
	int year = date->year - (date->month <= 2), era = (year >= 0 ? year : year - 399) / 400,
	    of_era = year - era * 400;
	int of_year = (153 * (date->month + (date->month > 2 ? -3 : 9)) + 2) / 5 + date->day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date date_from_days(int days)
{
	struct date date;
	int era, of_era, years, of_year, month;

	days += 719468;
	era = (days >= 0 ? days : days - 146096) / 146097;
	of_era = days - era * 146097;
	years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	of_year = of_era - (365 * years + years / 4 - years / 100);
	month = (5 * of_year + 2) / 153;
	date.day = of_year - (153 * month + 2) / 5 + 1;
	date.month = month < 10 ? month + 3 : month - 9;
	date.year = years + era * 400 + (date.month <= 2);
	return date;
}

struct date date_months_before(const struct date *date, int months)
{
	struct date moved = *date;
	int month = date->year * 12 + date->month - 1 - months;

	moved.year = month / 12;
	moved.month = month % 12 + 1;
	while (moved.day > 28 && !date_exists(moved.year, moved.month, moved.day))
		moved.day--;
	return moved;
}

/* The C locale's format, which is nobody's habit. */
static bool is_no_format(const char *format)
{
	return strcmp(format, "%m/%d/%y") == 0 || strcmp(format, "%D") == 0;
}

/* The name of the locale that is asked for, be it here or not: "en_GB.UTF-8". */
static const char *wanted_locale(void)
{
	static const char *const variables[] = { "LC_ALL", "LC_TIME", "LANG" };
	const char *name = NULL;
	size_t i;

	for (i = 0; i < sizeof variables / sizeof variables[0] && (!name || !*name); i++)
		name = getenv(variables[i]);
	return name ? name : "";
}

bool date_order_is_known(void)
{
	return !is_no_format(nl_langinfo(D_FMT)) || strncmp(wanted_locale(), "en_", 3) == 0 ||
	       strcmp(environment_language(), "en") != 0;
}

bool date_day_first(void)
{
	const char *format = nl_langinfo(D_FMT), *wanted = wanted_locale(), *day, *month;

	/* The machine may lack the locale: the United States and the Philippines begin with the month. */
	if (is_no_format(format) && strncmp(wanted, "en_", 3) == 0)
		return strncmp(wanted, "en_US", 5) != 0 && strncmp(wanted, "en_PH", 5) != 0;
	if (is_no_format(format))
		return strcmp(environment_language(), "en") != 0;
	day = strpbrk(format, "de");
	month = strpbrk(format, "mbB");
	return !month || (day && day < month);
}

bool date_parse_word(const char *text, const struct date *today, struct date *date)
{
	struct date moved;
	int64_t shift = 0;

	if (strncmp(text, "today", 5) != 0)
		return false;
	if (text[5] && ((text[5] != '+' && text[5] != '-') || !number_parse_integer(text + 5, &shift) ||
			       shift < -40000 || shift > 40000))
		return false;
	moved = date_from_days(date_days(today) + (int)shift);
	if (!date_exists(moved.year, moved.month, moved.day))
		return false;
	*date = moved;
	return true;
}

static char *format_time(const struct tm *time, const char *format)
{
	char text[128];
	size_t length = strftime(text, sizeof text, format, time);

	return length ? xstrdup(text) : xstrdup("");
}

char *date_format_locale(const struct date *date)
{
	struct tm time = { .tm_year = date->year - 1900, .tm_mon = date->month - 1, .tm_mday = date->day };
	const char *format = nl_langinfo(D_FMT);

	/* The C locale writes month first with two digits of a year: ISO is clearer. */
	if (is_no_format(format))
		format = "%Y-%m-%d";
	return format_time(&time, format);
}

/* The format with all digits of the year; the caller frees. */
static char *with_century(const char *format)
{
	struct buffer whole = { 0 };

	for (; *format; format++) {
		if (strncmp(format, "%y", 2) == 0)
			buffer_add(&whole, "%Y");
		else if (strncmp(format, "%D", 2) == 0)
			buffer_add(&whole, "%m/%d/%Y");
		else if (*format == '%' && format[1])
			buffer_printf(&whole, "%.2s", format);
		else
			buffer_printf(&whole, "%c", *format);
		format += *format == '%' && format[1];
	}
	return buffer_take(&whole);
}

char *date_format_paper(const struct date *date)
{
	struct tm time = { .tm_year = date->year - 1900, .tm_mon = date->month - 1, .tm_mday = date->day };
	const char *format = nl_langinfo(D_FMT);
	char *whole, *text;

	if (is_no_format(format))
		return strcmp(environment_language(), "fr") == 0
			       ? xasprintf("%02d/%02d/%04d", date->day, date->month, date->year)
			       : date_format_locale(date);
	/* A document is read in other years too. */
	whole = with_century(format);
	text = format_time(&time, whole);
	free(whole);
	return text;
}

static const char *const months[] = { N_("January %d"), N_("February %d"), N_("March %d"), N_("April %d"), N_("May %d"),
	N_("June %d"), N_("July %d"), N_("August %d"), N_("September %d"), N_("October %d"), N_("November %d"),
	N_("December %d") };

char *date_format_month(const struct date *date)
{
	return xasprintf(_(months[date->month - 1]), date->year);
}

char *date_format_long(const struct date *date)
{
	char *month = date_format_month(date), *text;

	/* French counts the first day of a month, and no other. */
	text = xasprintf(
		"%d%s %s", date->day, date->day == 1 && strcmp(environment_language(), "fr") == 0 ? "er" : "", month);
	free(month);
	return text;
}

int date_columns(void)
{
	static int most;
	struct date date = { .year = 2028, .month = 1, .day = 28 };

	/* Names of months may be of many lengths. */
	for (; !most || (date.month > 1 && date.month <= 12); date.month++) {
		char *text = date_format_locale(&date);
		int columns = text_columns(text);

		most = columns > most ? columns : most;
		free(text);
	}
	return most;
}
