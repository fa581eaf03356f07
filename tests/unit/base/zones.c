/* Time zones: what clocks show, over both changes of a year, and in years that no table holds. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/lib.h"

static int64_t utc(const char *text)
{
	int64_t seconds = 0;

	cr_assert(date_time_parse(text, &seconds), "%s", text);
	return seconds;
}

/* Also that what is offered for editing is the same moment again. */
static void shows(const char *zone, const char *moment, const char *expected)
{
	char *text = date_time_format_locale(utc(moment), zone), *typed = date_time_format_typed(utc(moment), zone);
	struct moment again;

	cr_assert(zone_offset(zone, 0, &(int){ 0 }), "the tests need tzdata");
	cr_expect_str_eq(text, expected, "%s in %s is %s, not %s", moment, zone, text, expected);
	cr_expect_eq(moment_parse(typed, zone, NULL, &again), MOMENT_ONCE, "%s in %s", typed, zone);
	cr_expect_eq(again.seconds, utc(moment), "%s in %s", typed, zone);
	moment_clear(&again);
	free(text);
	free(typed);
}

Test(zones, clocks_over_both_changes_of_a_year)
{
	shows("Europe/Paris", "2026-03-29T00:59:00Z", "2026-03-29 01:59 +01:00");
	shows("Europe/Paris", "2026-03-29T01:00:00Z", "2026-03-29 03:00 +02:00");
	shows("Europe/Paris", "2026-10-25T00:30:00Z", "2026-10-25 02:30 +02:00");
	shows("Europe/Paris", "2026-10-25T01:30:00Z", "2026-10-25 02:30 +01:00");
	shows("America/New_York", "2026-03-08T06:59:00Z", "2026-03-08 01:59 -05:00");
	shows("America/New_York", "2026-03-08T07:00:00Z", "2026-03-08 03:00 -04:00");
	shows("America/New_York", "2026-11-01T05:30:00Z", "2026-11-01 01:30 -04:00");
	shows("America/New_York", "2026-11-01T06:30:00Z", "2026-11-01 01:30 -05:00");
	shows("Asia/Kolkata", "2026-03-05T08:30:00Z", "2026-03-05 14:00 +05:30");
	shows("Asia/Kolkata", "2026-10-25T01:00:00Z", "2026-10-25 06:30 +05:30");
	shows("Pacific/Auckland", "2026-04-04T13:30:00Z", "2026-04-05 02:30 +13:00");
	shows("Pacific/Auckland", "2026-04-04T14:30:00Z", "2026-04-05 02:30 +12:00");
	shows("Pacific/Auckland", "2026-09-26T13:59:00Z", "2026-09-27 01:59 +12:00");
	shows("Pacific/Auckland", "2026-09-26T14:00:00Z", "2026-09-27 03:00 +13:00");
	shows("UTC", "2026-03-05T14:00:00Z", "2026-03-05 14:00 UTC");
}

Test(zones, years_beyond_the_table_follow_the_rule)
{
	shows("Europe/Paris", "2130-07-01T12:00:00Z", "2130-07-01 14:00 +02:00");
	shows("Europe/Paris", "2130-01-01T12:00:00Z", "2130-01-01 13:00 +01:00");
	shows("Pacific/Auckland", "2130-07-01T12:00:00Z", "2130-07-02 00:00 +12:00");
	shows("Pacific/Auckland", "2130-12-31T12:00:00Z", "2131-01-01 01:00 +13:00");
	/* Winter is what is shifted in Ireland's rule, and in Greenland the change is on the day before. */
	shows("Europe/Dublin", "2130-07-01T12:00:00Z", "2130-07-01 13:00 +01:00");
	shows("America/Nuuk", "2130-07-01T12:00:00Z", "2130-07-01 11:00 -01:00");
	shows("Europe/Paris", "1890-01-01T12:00:00Z", "1890-01-01 12:09 +00:09:21");
	shows("Europe/Paris", "1000-01-02T00:00:00Z", "1000-01-02 00:09 +00:09:21");
}

static void reads(const char *zone, const char *text, enum moment_kind kind, const char *moment)
{
	struct moment read;
	enum moment_kind got = moment_parse(text, zone, &(struct reading_form){ 0 }, &read);
	char *seconds = got == MOMENT_ONCE || got == MOMENT_TWICE || got == MOMENT_SKIPPED
				? date_time_format(read.seconds)
				: xstrdup("");

	cr_expect_eq(got, kind, "%s in %s is %d", text, zone, (int)got);
	cr_expect_str_eq(seconds, moment, "%s in %s is %s, not %s", text, zone, seconds, moment);
	moment_clear(&read);
	free(seconds);
}

Test(zones, times_without_an_offset_are_the_zone_s)
{
	reads("Europe/Paris", "2026-03-05 14:00", MOMENT_ONCE, "2026-03-05T13:00:00Z");
	reads("Europe/Paris", "2026-07-05T14:00:30.25", MOMENT_ONCE, "2026-07-05T12:00:30Z");
	reads("America/New_York", "2026-03-05 14:00", MOMENT_ONCE, "2026-03-05T19:00:00Z");
	reads("Asia/Kolkata", "2026-03-05 14:00", MOMENT_ONCE, "2026-03-05T08:30:00Z");
	reads("Pacific/Auckland", "2026-03-05 9:05", MOMENT_ONCE, "2026-03-04T20:05:00Z");
	reads("Etc/Nowhere", "2026-03-05 14:00", MOMENT_LOST, "");
	reads("Etc/Nowhere", "2026-03-05 14:00Z", MOMENT_ONCE, "2026-03-05T14:00:00Z");
}

Test(zones, an_offset_says_what_it_is)
{
	static const char *const same[] = { "2026-03-05T14:00:00Z", "2026-03-05 14:00 UTC", "2026-03-05 16:00+02:00",
		"2026-03-05 16:00 +0200", "2026-03-05T15:00+01", "2026-03-05 19:30 Asia/Kolkata" };
	static const char *const refused[] = { "2026-03-05 14:00 Nowhere", "2026-03-05 14:00 ../../etc/passwd",
		"2026-03-05 14:00+", "2026-03-05 14:00+1", "2026-03-05 14:00+16:00", "2026-03-05 14:00+01:60",
		"2026-03-05 24:01", "2026-03-05 14:60", "2026-03-05 14", "2026-03-05T", "2026-02-30 14:00",
		"2026-03-05 14:00ZZ", "0001-01-01 00:00+01:00", "9999-12-31 23:59-01:00", "14:00" };
	size_t i;

	for (i = 0; i < sizeof same / sizeof same[0]; i++)
		reads("America/New_York", same[i], MOMENT_ONCE, "2026-03-05T14:00:00Z");
	for (i = 0; i < sizeof refused / sizeof refused[0]; i++)
		reads("America/New_York", refused[i], MOMENT_NONE, "");
	reads("America/New_York", "2026-03-05", MOMENT_DAY, "");
	reads("America/New_York", "2026-03-05 UTC", MOMENT_NONE, "");
}

Test(zones, hours_that_clocks_pass_over_and_repeat)
{
	/* The moment is that of the change; of two the earlier. */
	reads("Europe/Paris", "2026-03-29 02:00", MOMENT_SKIPPED, "2026-03-29T01:00:00Z");
	reads("Europe/Paris", "2026-03-29 02:59", MOMENT_SKIPPED, "2026-03-29T01:00:00Z");
	reads("Europe/Paris", "2026-03-29 03:00", MOMENT_ONCE, "2026-03-29T01:00:00Z");
	reads("Europe/Paris", "2026-10-25 01:59", MOMENT_ONCE, "2026-10-24T23:59:00Z");
	reads("Europe/Paris", "2026-10-25 02:00", MOMENT_TWICE, "2026-10-25T00:00:00Z");
	reads("Europe/Paris", "2026-10-25 02:59", MOMENT_TWICE, "2026-10-25T00:59:00Z");
	reads("Europe/Paris", "2026-10-25 03:00", MOMENT_ONCE, "2026-10-25T02:00:00Z");
	reads("America/New_York", "2026-03-08 02:30", MOMENT_SKIPPED, "2026-03-08T07:00:00Z");
	reads("America/New_York", "2026-11-01 01:30", MOMENT_TWICE, "2026-11-01T05:30:00Z");
	reads("Asia/Kolkata", "2026-03-29 02:30", MOMENT_ONCE, "2026-03-28T21:00:00Z");
	reads("Pacific/Auckland", "2026-09-27 02:30", MOMENT_SKIPPED, "2026-09-26T14:00:00Z");
	reads("Pacific/Auckland", "2026-04-05 02:30", MOMENT_TWICE, "2026-04-04T13:30:00Z");
	/* Half an hour; and a whole day, when Samoa went over the date line. */
	reads("Australia/Lord_Howe", "2026-10-04 02:15", MOMENT_SKIPPED, "2026-10-03T15:30:00Z");
	reads("Pacific/Apia", "2011-12-30 12:00", MOMENT_SKIPPED, "2011-12-30T10:00:00Z");
}

static void begins(const char *zone, const char *day, const char *moment)
{
	struct date date;
	char *start;

	cr_assert(date_parse(day, &date));
	start = date_time_format(date_start(&date, zone));
	cr_expect_str_eq(start, moment, "%s in %s begins %s, not %s", day, zone, start, moment);
	free(start);
}

Test(zones, where_a_day_begins)
{
	begins("Europe/Paris", "2026-03-29", "2026-03-28T23:00:00Z");
	begins("Europe/Paris", "2026-03-30", "2026-03-29T22:00:00Z");
	begins("America/New_York", "2026-11-02", "2026-11-02T05:00:00Z");
	begins("Asia/Kolkata", "2026-03-05", "2026-03-04T18:30:00Z");
	begins("Pacific/Auckland", "2026-04-06", "2026-04-05T12:00:00Z");
	/* Clocks are put forward, and back, at midnight. */
	begins("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z");
	begins("America/Havana", "2026-03-08", "2026-03-08T05:00:00Z");
	begins("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z");
	begins("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z");
}

Test(zones, the_process_keeps_its_own)
{
	int offset;

	setenv("TZ", "Asia/Tokyo", 1);
	cr_expect(zone_offset("Europe/Paris", utc("2026-03-05T14:00:00Z"), &offset) && offset == 3600);
	cr_expect_str_eq(getenv("TZ"), "Asia/Tokyo");
	environment_today("America/New_York");
	cr_expect_str_eq(getenv("TZ"), "Asia/Tokyo");
}

Test(zones, unknown_ones_are_refused)
{
	static const char *const unknown[] = { "Europe/Atlantis", "Europe", "../zoneinfo/UTC",
		"/usr/share/zoneinfo/UTC", "zone.tab", "", "CET-1CEST" };
	size_t i;

	for (i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
		cr_expect(!zone_is_known(unknown[i]), "%s", unknown[i]);
	cr_expect(zone_is_known("Europe/Paris"));
	cr_expect(zone_is_known("UTC"));
}

static void write_file(const char *path, const char *bytes, size_t length)
{
	FILE *file = fopen(path, "wb");

	cr_assert(file);
	cr_assert_eq(fwrite(bytes, 1, length, file), length);
	cr_assert_eq(fclose(file), 0);
}

/* Each file has a name of its own: what was read once is kept. */
Test(zones, damaged_files_are_refused_or_read_but_never_crash)
{
	char folder[] = "/tmp/noria-zones-XXXXXX", path[128], name[32], bytes[8192], changed[8192];
	FILE *file = fopen("/usr/share/zoneinfo/Europe/Paris", "rb");
	size_t length, i, j;
	int offset;

	cr_assert(file, "the tests need tzdata");
	length = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	cr_assert(length > 500 && length < sizeof bytes);
	cr_assert(mkdtemp(folder));
	setenv("TZDIR", folder, 1);
	for (i = 0; i < 2 * length; i++) {
		snprintf(name, sizeof name, "Z%zu", i);
		snprintf(path, sizeof path, "%s/%s", folder, name);
		memcpy(changed, bytes, length);
		if (i >= length)
			for (j = i - length; j < length; j += 97)
				changed[j] = (char)(changed[j] ^ (1 << (i + j) % 8));
		write_file(path, changed, i < length ? i : length);
		if (zone_offset(name, utc("2026-07-05T14:00:00Z"), &offset) && i >= length)
			cr_expect(abs(offset) < 86400 * 8);
		/* Half of the table is no zone: only the rule at the end may be missing. */
		if (i < length / 2)
			cr_expect(!zone_is_known(name), "%zu bytes of a zone", i);
		cr_expect_eq(unlink(path), 0);
	}
	snprintf(path, sizeof path, "%s/Pipe", folder);
	cr_expect_eq(mkfifo(path, 0600), 0);
	cr_expect(!zone_is_known("Pipe"));
	unlink(path);
	rmdir(folder);
}

Test(zones, times_as_people_write_them)
{
	reads("Europe/Paris", "22/01/2026 24:00", MOMENT_ONCE, "2026-01-22T23:00:00Z");
	reads("Europe/Paris", "22 janv. 2026 \xc3\xa0 9 h 14", MOMENT_ONCE, "2026-01-22T08:14:00Z");
	reads("Europe/Paris", "22/01/2026 9h", MOMENT_ONCE, "2026-01-22T08:00:00Z");
	reads("Europe/Paris", "22/01/2026 9 h", MOMENT_ONCE, "2026-01-22T08:00:00Z");
	reads("Europe/Paris", "22/01/2026 09:14:59,123", MOMENT_ONCE, "2026-01-22T08:14:59Z");
	reads("Europe/Paris", "22/01/2026 9:14 a.m.", MOMENT_ONCE, "2026-01-22T08:14:00Z");
	reads("Europe/Paris", "22/01/2026 9:14 p.m.", MOMENT_ONCE, "2026-01-22T20:14:00Z");
	reads("Europe/Paris", "22/01/2026 - 09:14", MOMENT_ONCE, "2026-01-22T08:14:00Z");
	/* A name of an offset is that offset, whatever clocks show there on the day. */
	reads("Asia/Kolkata", "2026-07-22 09:14 CEST", MOMENT_ONCE, "2026-07-22T07:14:00Z");
	reads("Europe/Paris", "22/07/2026 09:14 CET", MOMENT_ONCE, "2026-07-22T08:14:00Z");
	reads("Europe/Paris", "22/07/2026 09:14 GMT+1", MOMENT_ONCE, "2026-07-22T08:14:00Z");
	reads("Europe/Paris", "22/07/2026 09:14 UTC+01:00", MOMENT_ONCE, "2026-07-22T08:14:00Z");
	reads("Europe/Paris", "22/07/2026 09:14 Asia/Kolkata", MOMENT_ONCE, "2026-07-22T03:44:00Z");
}
