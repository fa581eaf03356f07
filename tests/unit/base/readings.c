/*
 * Dates and numbers as people and spreadsheets write them.  The rule that matters: what is read is what was meant,
 * or a word is said, or it is refused.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

static const struct date today = { 2026, 11, 24 };
static const struct reading_form form = { 0 }, certain = { .certain = true }, cell = { .table = true },
				 day_first = { .table = true, .order = ORDER_DAY_FIRST },
				 month_first = { .table = true, .order = ORDER_MONTH_FIRST };

/* expected: the day; "": it is refused; "a or b": it may be two. */
static void day_is(const struct reading_form *how, const char *text, const char *expected)
{
	struct date_reading read;
	enum read_as answer = date_read(text, how, &today, &read);
	char got[40] = "", other[11];

	if (answer != READING_NONE)
		date_format(&read.date, got);
	if (answer == READING_EITHER) {
		date_format(&read.other, other);
		strcat(strcat(got, " or "), other);
	}
	cr_expect_str_eq(got, expected, "\"%s\" is \"%s\", not \"%s\"", text, got, expected);
}

Test(readings, days_that_can_be_nothing_else)
{
	static const char *const texts[] = { "2026-12-31", "2026-12-31 ", "2026/12/31", "2026.12.31", "20261231",
		"31/12/2026", "31.12.2026", "31-12-2026", "12/31/2026", "31 / 12 / 2026", "31-Dec-26",
		"31-d\xc3\xa9"
		"c-26",
		"31-d\xc3\xa9"
		"c.-26",
		"31 d\xc3\xa9"
		"c. 2026",
		"31 de\xcc\x81"
		"c. 2026",
		"31 D\xc3\x89"
		"CEMBRE 2026",
		"31\xc2\xa0"
		"decembre\xe2\x80\xaf"
		"2026",
		"December 31, 2026", "Dec. 31, 2026", "December 31st, 2026", "31st December 2026", "31dec2026",
		"Thursday, December 31, 2026",
		"jeudi 31 d\xc3\xa9"
		"cembre 2026",
		"jeu. 31 dec. 2026", "2026-Dec-31",
		"\xe2\x80\x8e"
		"31/12/2026" };
	size_t i;

	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		day_is(&form, texts[i], "2026-12-31");
		day_is(&certain, texts[i], "2026-12-31");
		day_is(&cell, texts[i], "2026-12-31");
	}
	day_is(&cell, "1er ao\xc3\xbbt 2026", "2026-08-01");
	day_is(&cell, "2 f\xc3\xa9vr. 2026", "2026-02-02");
	day_is(&cell, "2026-1-5", "2026-01-05");
	day_is(&cell, "05/05/2026", "2026-05-05");
	day_is(&certain, "05/05/2026", "2026-05-05");
	day_is(&cell, "mar 3 mars 2026", "2026-03-03");
	day_is(&cell, "mar 3, 2026", "2026-03-03");
	day_is(&cell, "31/12/26", "2026-12-31");
	day_is(&cell, "31/12/75", "2075-12-31");
	day_is(&cell, "31/12/76", "1976-12-31");
}

Test(readings, what_is_no_day_is_refused)
{
	static const char *const texts[] = { "", "31/02/2026", "2026-13-01", "32/12/2026", "31/12-2026", "31,12,2026",
		"31/12/026", "Friday, December 31, 2026", "31 jui 2026", "Dec-26", "Dec 2026", "2026", "12/2026",
		"20262031", "31/12/2026x", "31/12/2026/1", "soon", "0", "00/01/1900", "+", "1e3", "-" };
	size_t i;

	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		day_is(&form, texts[i], "");
		day_is(&certain, texts[i], "");
		day_is(&cell, texts[i], "");
	}
	/* Words are typed, serial numbers stand in tables. */
	day_is(&form, "today", "2026-11-24");
	day_is(&form, "+30", "2026-12-24");
	day_is(&certain, "tomorrow", "2026-11-25");
	/* In both languages, whichever the user's is. */
	environment_start("noria");
	day_is(&form, "demain", "2026-11-25");
	day_is(&form, "24/12", "2026-12-24");
	day_is(&certain, "24/12", "");
	day_is(&cell, "24/12", "");
	day_is(&cell, "today", "");
	day_is(&cell, "+30", "");
	day_is(&form, "46022", "");
	day_is(&certain, "46022", "");
	day_is(&cell, "46022", "2025-12-31");
	day_is(&cell, "46022.5", "2025-12-31");
	day_is(&(struct reading_form){ .table = true, .since_1904 = true }, "44560", "2025-12-31");
	day_is(&cell, "1", "");
	day_is(&cell, "99999", "");
	day_is(&(struct reading_form){ .file_form = true }, "31/12/2026", "");
}

Test(readings, a_day_that_may_be_two_is_settled_or_refused)
{
	day_is(&day_first, "05/06/2026", "2026-06-05");
	day_is(&month_first, "05/06/2026", "2026-05-06");
	day_is(&certain, "05/06/2026", "2026-05-06 or 2026-06-05");
	day_is(&certain, "31/12/26", "2026-12-31 or 2031-12-26");
	/* Who decided for an order has no cell of the other. */
	day_is(&day_first, "12/31/2026", "");
	day_is(&month_first, "31/12/2026", "");
	/* A weekday says which of the two it is. */
	day_is(&certain, "Fri 05/06/2026", "2026-06-05");
	day_is(&certain, "Wed 05/06/2026", "2026-05-06");
	day_is(&certain, "Mon 05/06/2026", "");
	/* But not against the order of its column, nor beside one that says the other. */
	day_is(&day_first, "Fri 05/06/2026", "2026-06-05");
	day_is(&day_first, "Wed 05/06/2026", "");
	day_is(&month_first, "Fri 05/06/2026", "");
	day_is(&(struct reading_form){ .certain = true, .weekdays_differ = true }, "Fri 05/06/2026",
		"2026-06-05 or 2026-05-06");
}

static uint64_t state = 88172645463325252u;

static int below(int limit)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (int)(state % (uint64_t)limit);
}

/* Every spelling of a day, by readers of all kinds: it is that day, or the answer says that it may be another. */
Test(readings, no_day_is_silently_another)
{
	static const char *const english[] = { "January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December" },
				 *const french[] = { "janvier", "f\xc3\xa9vrier", "mars", "avril", "mai", "juin",
					 "juillet", "ao\xc3\xbbt", "septembre", "octobre", "novembre",
					 "d\xc3\xa9"
					 "cembre" };
	const struct reading_form *const readers[] = { &form, &certain, &cell };
	size_t round, i;

	for (round = 0; round < 5000; round++) {
		struct date date = date_from_days(7305 + below(40000)), *meant = &date;
		char texts[14][64];
		int d = date.day, m = date.month, y = date.year;

		snprintf(texts[0], 64, "%04d-%02d-%02d", y, m, d);
		snprintf(texts[1], 64, "%d/%d/%d", d, m, y);
		snprintf(texts[2], 64, "%d/%d/%d", m, d, y);
		snprintf(texts[3], 64, "%02d.%02d.%04d", d, m, y);
		snprintf(texts[4], 64, "%02d-%02d-%04d", m, d, y);
		snprintf(texts[5], 64, "%d/%d/%d", y, m, d);
		snprintf(texts[6], 64, "%d-%.3s-%d", d, english[m - 1], y);
		snprintf(texts[7], 64, "%d %s %d", d, french[m - 1], y);
		snprintf(texts[8], 64, "%s %d, %d", english[m - 1], d, y);
		snprintf(texts[9], 64, "%04d%02d%02d", y, m, d);
		snprintf(texts[10], 64, "%02d%02d%04d", d, m, y);
		snprintf(texts[11], 64, "%02d/%02d/%02d", d, m, y % 100);
		snprintf(texts[12], 64, "%02d/%02d/%02d", m, d, y % 100);
		snprintf(texts[13], 64, "%d-%.3s-%02d", d, english[m - 1], y % 100);
		for (i = 0; i < 14 * 3; i++) {
			const char *text = texts[i / 3];
			struct date_reading read;
			enum read_as answer = date_read(text, readers[i % 3], &today, &read);
			bool is = memcmp(&read.date, meant, sizeof read.date) == 0;

			/* Plain spellings are all read. */
			if (i / 3 == 0 || (i / 3 >= 5 && i / 3 <= 9))
				cr_assert(answer == READING_SURE && is, "%s", text);
			/* Of a year with two digits a column says which it took. */
			cr_assert(answer != READING_SURE || is ||
					  (read.short_year && read.date.year % 100 == y % 100 && read.date.month == m &&
						  read.date.day == d),
				"%s was taken as %04d-%02d-%02d", text, read.date.year, read.date.month, read.date.day);
			cr_assert(answer != READING_TAKEN || i % 3 != 1, "%s: the command line took one of two", text);
		}
	}
}

static void number_is(const struct reading_form *how, const char *text, const char *expected)
{
	struct number_reading read;
	enum read_as answer = number_read(text, how, &read);
	char *value = number_format_real(read.value), *other = number_format_real(read.other),
	     *got = answer == READING_NONE     ? xstrdup("")
		    : answer == READING_EITHER ? xasprintf("%s or %s", value, other)
					       : xasprintf("%s%s", value, read.unit);

	cr_expect_str_eq(got, expected, "\"%s\" is \"%s\", not \"%s\"", text, got, expected);
	free(value);
	free(other);
	free(got);
}

Test(readings, numbers)
{
	const struct reading_form *const readers[] = { &form, &certain, &cell };
	size_t i;

	for (i = 0; i < 3; i++) {
		number_is(readers[i], "1200.5", "1200.5");
		number_is(readers[i], "1200,5", "1200.5");
		number_is(readers[i], "1,200.50", "1200.5");
		number_is(readers[i], "1.200,50", "1200.5");
		number_is(readers[i], "1 200,50", "1200.5");
		number_is(readers[i],
			"1\xe2\x80\xaf"
			"200\xe2\x80\xaf"
			"300",
			"1200300");
		number_is(readers[i],
			"1\xc2\xa0"
			"200,50\xc2\xa0\xe2\x82\xac",
			"1200.5\xe2\x82\xac");
		number_is(readers[i], "1'200.50", "1200.5");
		number_is(readers[i],
			"CHF 1\xe2\x80\x99"
			"200",
			"1200CHF");
		number_is(readers[i], "EUR 1,200,300", "1200300EUR");
		number_is(readers[i], "-$3.50", "-3.5$");
		number_is(readers[i],
			"\xe2\x88\x92"
			"12",
			"-12");
		number_is(readers[i], "50 %", "50%");
		number_is(readers[i], "0,500", "0.5");
		number_is(readers[i], "1200,500", "1200.5");
		number_is(readers[i], ",5", "0.5");
		number_is(readers[i], "", "");
		number_is(readers[i], "1,20,000", "");
		number_is(readers[i], "1.2.3", "");
		number_is(readers[i], "1 20", "");
		number_is(readers[i], "1,200 300", "");
		number_is(readers[i], "12 34 567", "");
		number_is(readers[i], "1e3", "");
		number_is(readers[i], "--1", "");
		number_is(readers[i], "EUR 1 EUR", "");
		number_is(readers[i], "EUR", "");
		number_is(readers[i], "1200 k", "");
	}
	/* The file's own form has a point. */
	number_is(&form, "1.234", "1.234");
	number_is(&certain, "1.234", "1.234");
	number_is(&cell, "1.234", "1.234 or 1234");
	number_is(&cell, "1,234", "1234 or 1.234");
	number_is(&certain, "1,234", "1234 or 1.234");
	number_is(&(struct reading_form){ .table = true, .decimal = SIGN_COMMA }, "1,234", "1.234");
	number_is(&(struct reading_form){ .table = true, .decimal = SIGN_COMMA }, "1.234", "1234");
	number_is(&(struct reading_form){ .table = true, .decimal = SIGN_POINT }, "1,234", "1234");
	number_is(&(struct reading_form){ .table = true, .decimal = SIGN_POINT }, "1,5", "");
	cr_expect(currency_is_written("\xe2\x82\xac", "EUR") && currency_is_written("$", "CAD") &&
		  currency_is_written("chf", "CHF"));
	cr_expect(!currency_is_written("$", "EUR") && !currency_is_written("EUR", "USD"));
	/* Either way, a sign or a code, and codes whole. */
	cr_expect(currency_is_written("EUR", "\xe2\x82\xac") && currency_is_written("\xe2\x82\xac", "Euros") &&
		  currency_is_written("US$", "$"));
	cr_expect(!currency_is_written("\xe2\x82\xac", "E") && !currency_is_written("\xe2\x82\xac", "EUR per day") &&
		  !currency_is_written("CA$", "A$") && !currency_is_written("\xe2\x82\xac", ""));
}

/* The number with its thousands and decimals parted by these. */
static void spell(char *out, long whole, int decimals, int places, const char *thousands, const char *sign)
{
	char digits[24];
	size_t length, i;

	snprintf(digits, sizeof digits, "%ld", whole);
	length = strlen(digits);
	*out = '\0';
	for (i = 0; i < length; i++) {
		if (i && (length - i) % 3 == 0)
			strcat(out, thousands);
		strncat(out, digits + i, 1);
	}
	if (places)
		sprintf(out + strlen(out), "%s%0*d", sign, places, decimals);
}

Test(readings, no_number_is_silently_another)
{
	static const struct {
		const char *thousands, *sign;
	} habits[] = { { "", "." }, { "", "," }, { ",", "." }, { ".", "," }, { " ", "," }, { "\xc2\xa0", "," },
		{ "\xe2\x80\xaf", "," }, { "'", "." }, { "\xe2\x80\x99", "." } };
	static const long bounds[] = { 10, 1000, 100000, 100000000 };
	const struct reading_form *const readers[] = { &certain, &cell };
	size_t round, i, j;

	for (round = 0; round < 5000; round++) {
		static const int tens[] = { 1, 10, 100, 1000 };
		long whole = below((int)bounds[below(4)]);
		int places = below(4), decimals = below(tens[places]);
		double meant = (double)whole + (double)decimals / tens[places];

		for (i = 0; i < sizeof habits / sizeof habits[0]; i++) {
			char text[64];

			spell(text, whole, decimals, places, habits[i].thousands, habits[i].sign);
			for (j = 0; j < 2; j++) {
				struct number_reading read;
				enum read_as answer = number_read(text, readers[j], &read);
				bool is = read.value - meant < 1e-9 && meant - read.value < 1e-9,
				     may = read.other - meant < 1e-9 && meant - read.other < 1e-9;

				cr_assert(answer != READING_NONE, "%s was not read", text);
				/* A point that parts thousands, where the file's own form has one before decimals. */
				if (j == 0 && *habits[i].thousands == '.' && answer == READING_TAKEN)
					continue;
				cr_assert(is || (may && answer == READING_EITHER), "%s was taken as %f", text,
					read.value);
			}
		}
	}
}
Test(readings, a_share_is_rounded_to_the_nearest_and_reaches_neither_end_too_early)
{
	cr_expect_eq(number_percent(148, 190), 78);
	cr_expect_eq(number_percent(1, 3), 33);
	cr_expect_eq(number_percent(2, 3), 67);
	cr_expect_eq(number_percent(999, 1000), 99, "not whole");
	cr_expect_eq(number_percent(1, 1000), 1, "not none");
	cr_expect_eq(number_percent(0, 7), 0);
	cr_expect_eq(number_percent(7, 7), 100);
}

/* expected: the first day and the last; "": it is no period. */
static void period_is(const char *text, const char *expected)
{
	struct period period;
	char got[24] = "";

	if (period_read_written(text, &period)) {
		date_format(&period.first, got);
		got[10] = ' ';
		date_format(&period.last, got + 11);
	}
	cr_expect_str_eq(got, expected, "\"%s\" is \"%s\", not \"%s\"", text, got, expected);
}

Test(readings, periods_as_people_write_them)
{
	static const char *const none[] = { "", "T1", "T5 2026", "T0 2026", "Q 2026", "2026 2026", "13/2026", "2026-00",
		"H3 2026", "W54 2026", "S0 2026", "mars", "un 2026", "1 2 2026", "T1 1899", "T1 2100",
		"9e semestre 2026", "x1 2026", "T1x 2026", "1x 2026", "2026 60 semaine" };
	size_t i;

	period_is("2026", "2026-01-01 2026-12-31");
	period_is("Fin 2026", "2026-01-01 2026-12-31");
	period_is("fin mars 2026", "2026-03-01 2026-03-31");
	period_is("d'ici fin f\xc3\xa9vrier 2028", "2028-02-01 2028-02-29");
	period_is("12/2026", "2026-12-01 2026-12-31");
	period_is("2026 T1", "2026-01-01 2026-03-31");
	period_is("T4 2026", "2026-10-01 2026-12-31");
	period_is("2026Q2", "2026-04-01 2026-06-30");
	period_is("Trimestre 3, 2026", "2026-07-01 2026-09-30");
	period_is("1er semestre 2026", "2026-01-01 2026-06-30");
	period_is("S2 2026", "2026-07-01 2026-12-31");
	period_is("S3 2026", "2026-01-12 2026-01-18");
	period_is("2026-W53", "2026-12-28 2027-01-03");
	period_is("week 1 of 2026", "2025-12-29 2026-01-04");
	for (i = 0; i < sizeof none / sizeof none[0]; i++)
		period_is(none[i], "");
}

Test(readings, the_day_of_the_week_before_a_date)
{
	cr_expect_str_eq(date_after_weekday("le lundi 31/12/2026"), "31/12/2026");
	cr_expect_str_eq(date_after_weekday("Mon., 31/12/2026"), "31/12/2026");
	cr_expect_null(date_after_weekday("31/12/2026"));
	cr_expect_null(date_after_weekday("mars 2026"));
	cr_expect_eq(date_month_called("aout"), 8);
	cr_expect_eq(date_month_called("jui"), 0);
}
