/*
 * Moments: read as people and files write them, shown as the clocks of a zone do.
 * What has no offset is what those clocks show, so it may be there twice, or never.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

#define DAY 86400

static bool digits(const char **text, int least, int most, int *value)
{
	int count = 0;

	for (*value = 0; count < most && **text >= '0' && **text <= '9'; count++)
		*value = *value * 10 + (*(*text)++ - '0');
	return count >= least;
}

/* "14:00", "14:00:37.5"; typed: "9:30" too. */
static bool read_clock(const char **text, bool typed, int *seconds)
{
	int hour, minute, second = 0, fraction;

	if (!digits(text, typed ? 1 : 2, 2, &hour) || *(*text)++ != ':' || !digits(text, 2, 2, &minute))
		return false;
	if (**text == ':') {
		(*text)++;
		if (!digits(text, 2, 2, &second))
			return false;
		if (**text == '.') {
			(*text)++;
			if (!digits(text, 1, 1, &fraction))
				return false;
			*text += strspn(*text, "0123456789");
		}
	}
	*seconds = hour * 3600 + minute * 60 + second;
	return hour <= 23 && minute <= 59 && second <= 60;
}

/* "Z", "UTC", "+01:00", "-0330", "+01". */
static bool read_offset(const char *text, int *seconds)
{
	int sign = *text == '-' ? -1 : 1, hour, minute = 0, second = 0;

	*seconds = 0;
	if (strcmp(text, "Z") == 0 || strcmp(text, "UTC") == 0)
		return true;
	if (*text != '+' && *text != '-')
		return false;
	text++;
	if (!digits(&text, 2, 2, &hour))
		return false;
	if (*text) {
		bool colon = *text == ':';

		text += colon;
		if (!digits(&text, 2, 2, &minute))
			return false;
		/* Before there were zones, towns had seconds of their own. */
		if (colon && *text == ':') {
			text++;
			if (!digits(&text, 2, 2, &second))
				return false;
		}
	}
	*seconds = sign * (hour * 3600 + minute * 60 + second);
	return !*text && hour <= 15 && minute <= 59 && second <= 59;
}

/* The day at the start of text; typed (today is not NULL): as people write it, up to a space. */
static bool read_day(const char **text, const struct date *today, struct date *day)
{
	size_t length = strlen(*text) > 10 ? 10 : strlen(*text);
	char *start = xstrndup(*text, length);
	bool ok = date_parse(start, day);

	if (!ok && today) {
		free(start);
		length = strcspn(*text, " ");
		start = xstrndup(*text, length);
		ok = date_parse_typed(start, today, day);
	}
	free(start);
	*text += length;
	return ok;
}

/* What the file's form can write: years of four digits. */
static bool is_within(int64_t seconds)
{
	static const struct date first = { 1, 1, 1 };

	return seconds >= (int64_t)date_days(&first) * DAY &&
	       seconds < ((int64_t)date_days(&(struct date){ 9999, 12, 31 }) + 1) * DAY;
}

enum moment_kind moment_read(const char *text, const char *zone, const struct date *today, struct moment *moment)
{
	struct date day;
	int clock, offset;
	int64_t wall, moments[2];
	enum wall kind;

	memset(moment, 0, sizeof *moment);
	if (!read_day(&text, today, &day))
		return MOMENT_NONE;
	moment->day = day;
	if (!*text)
		return MOMENT_DAY;
	if (*text != 'T' && *text != ' ')
		return MOMENT_NONE;
	text++;
	text += today ? strspn(text, " ") : 0;
	if (!read_clock(&text, today != NULL, &clock))
		return MOMENT_NONE;
	wall = (int64_t)date_days(&day) * DAY + clock;
	text += *text == ' ' && text[1];
	if (*text && read_offset(text, &offset)) {
		moment->seconds = moment->later = wall - offset;
		return is_within(moment->seconds) ? MOMENT_ONCE : MOMENT_NONE;
	}
	if (*text) {
		/* "14:00 Europe/Paris" */
		if (text[-1] != ' ' || !zone_offset(text, 0, &offset))
			return MOMENT_NONE;
		zone = text;
	}
	moment->wall = wall;
	moment->zone = xstrdup(zone_is_utc(zone) ? "UTC" : zone);
	kind = zone_moments(zone, wall, moments);
	moment->seconds = moments[0];
	moment->later = moments[1];
	if (kind != WALL_UNKNOWN && !is_within(moment->seconds)) {
		moment_clear(moment);
		return MOMENT_NONE;
	}
	return kind == WALL_UNKNOWN   ? MOMENT_LOST
	       : kind == WALL_SKIPPED ? MOMENT_SKIPPED
	       : kind == WALL_TWICE   ? MOMENT_TWICE
				      : MOMENT_ONCE;
}

void moment_clear(struct moment *moment)
{
	free(moment->zone);
	moment->zone = NULL;
}

bool date_time_parse(const char *text, int64_t *seconds)
{
	struct moment moment;
	enum moment_kind kind = moment_read(text, NULL, NULL, &moment);

	if (kind == MOMENT_DAY)
		*seconds = (int64_t)date_days(&moment.day) * DAY;
	else if (kind == MOMENT_ONCE)
		*seconds = moment.seconds;
	moment_clear(&moment);
	return kind == MOMENT_DAY || kind == MOMENT_ONCE;
}

int64_t date_start(const struct date *date, const char *time_zone)
{
	int64_t moments[2];

	/* Where clocks are put forward at midnight the day begins as they are. */
	zone_moments(time_zone, (int64_t)date_days(date) * DAY, moments);
	return moments[0];
}

/* The day, and the seconds since its midnight. */
static struct date split(int64_t seconds, int *clock)
{
	int64_t days = seconds / DAY, rest = seconds % DAY;

	if (rest < 0) {
		rest += DAY;
		days--;
	}
	*clock = (int)rest;
	return date_from_days((int)days);
}

char *date_time_format(int64_t seconds)
{
	int clock;
	struct date date = split(seconds, &clock);

	return xasprintf("%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month, date.day, clock / 3600,
		clock / 60 % 60, clock % 60);
}

struct date date_in_zone(int64_t seconds, const char *time_zone, int *clock)
{
	int offset;

	zone_offset(time_zone, seconds, &offset);
	return split(seconds + offset, clock);
}

char *offset_format(int64_t seconds, const char *time_zone)
{
	int offset, size;

	if (!zone_offset(time_zone, seconds, &offset) || zone_is_utc(time_zone))
		return xstrdup("UTC");
	size = abs(offset);
	if (size % 60)
		return xasprintf("%c%02d:%02d:%02d", offset < 0 ? '-' : '+', size / 3600, size / 60 % 60, size % 60);
	return xasprintf("%c%02d:%02d", offset < 0 ? '-' : '+', size / 3600, size / 60 % 60);
}

char *date_time_format_locale(int64_t seconds, const char *time_zone)
{
	int clock;
	struct date date = date_in_zone(seconds, time_zone, &clock);
	char *day = date_format_locale(&date), *offset = offset_format(seconds, time_zone), *text;

	text = xasprintf("%s %02d:%02d %s", day, clock / 3600, clock / 60 % 60, offset);
	free(day);
	free(offset);
	return text;
}

int date_time_columns(void)
{
	return date_columns() + (int)strlen(" 10:30 +01:00");
}

char *wall_format(int64_t wall, bool with_seconds)
{
	int clock;
	struct date date = split(wall, &clock);

	if (with_seconds)
		return xasprintf("%04d-%02d-%02d %02d:%02d:%02d", date.year, date.month, date.day, clock / 3600,
			clock / 60 % 60, clock % 60);
	return xasprintf("%04d-%02d-%02d %02d:%02d", date.year, date.month, date.day, clock / 3600, clock / 60 % 60);
}

char *date_time_format_typed(int64_t seconds, const char *time_zone)
{
	int64_t moments[2];
	char *text, *offset, *both;
	int shift;
	enum wall kind;

	if (!zone_offset(time_zone, seconds, &shift))
		return date_time_format(seconds);
	kind = zone_moments(time_zone, seconds + shift, moments);
	text = wall_format(seconds + shift, seconds % 60 != 0 || shift % 60 != 0);
	if (kind == WALL_ONCE && moments[0] == seconds)
		return text;
	offset = offset_format(seconds, time_zone);
	both = xasprintf("%s %s", text, offset);
	free(text);
	free(offset);
	return both;
}
