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

/* "PM" after a time moves it to the afternoon.  False: no such time is shown by a clock of twelve hours. */
static bool read_half(const char **text, int *hour)
{
	const char *c = *text + text_blanks(*text);
	bool after = *c == 'p' || *c == 'P', points = *c && c[1] == '.';
	const char *m = c + (points ? 2 : 1);

	if ((!after && *c != 'a' && *c != 'A') || (*m | 32) != 'm')
		return true;
	m += points && m[1] == '.' ? 2 : 1;
	if (*m && *m != ' ')
		return true;
	*text = m;
	if (*hour < 1 || *hour > 12)
		return false;
	*hour = *hour % 12 + (after ? 12 : 0);
	return true;
}

/* "h" behind the hours, and "9 h 14"; *text moves before the minutes.  alone: there are none. */
static bool pass_hours(const char **text, bool *alone)
{
	const char *c = *text + text_blanks(*text);

	if ((*c | 32) != 'h')
		return false;
	*text = ++c;
	c += text_blanks(c);
	*alone = *c < '0' || *c > '9';
	if (!*alone)
		*text = c;
	return true;
}

/* "14:00", "14:00:37.5"; typed: "9:30", "9h30", "9 h", "9:30 PM", "24:00" and "14:00:37,5" too. */
static bool read_clock(const char **text, bool typed, int *seconds)
{
	int hour, minute = 0, second = 0, fraction;
	bool alone = false;

	if (!digits(text, typed ? 1 : 2, 2, &hour))
		return false;
	if (**text == ':')
		(*text)++;
	else if (!typed || !pass_hours(text, &alone))
		return false;
	if (!alone && !digits(text, 2, 2, &minute))
		return false;
	if (**text == ':') {
		(*text)++;
		if (!digits(text, 2, 2, &second))
			return false;
		if (**text == '.' || (typed && **text == ',')) {
			(*text)++;
			if (!digits(text, 1, 1, &fraction))
				return false;
			*text += strspn(*text, "0123456789");
		}
	}
	if (typed && !read_half(text, &hour))
		return false;
	*seconds = hour * 3600 + minute * 60 + second;
	/* The end of a day. */
	if (typed && hour == 24)
		return !minute && !second;
	return hour <= 23 && minute <= 59 && second <= 60;
}

static bool read_offset(const char *text, int *seconds);

/* "CEST", "GMT+1", "UTC+01:00": what people call offsets; a name that contradicts the season says the offset all the same. */
static bool read_named_offset(const char *text, int *seconds)
{
	static const struct {
		const char *name;
		int hours;
	} names[] = { { "UTC", 0 }, { "GMT", 0 }, { "WET", 0 }, { "WEST", 1 }, { "CET", 1 }, { "CEST", 2 },
		{ "MEZ", 1 }, { "MESZ", 2 }, { "EET", 2 }, { "EEST", 3 } };
	size_t i;
	int hour;
	char sign;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(text, names[i].name) == 0) {
			*seconds = names[i].hours * 3600;
			return true;
		}
	if (strncmp(text, "UTC", 3) != 0 && strncmp(text, "GMT", 3) != 0)
		return false;
	text += 3 + text_blanks(text + 3);
	sign = *text;
	/* "+1" */
	if ((sign == '+' || sign == '-') && text[1] >= '0' && text[1] <= '9' && !text[2]) {
		hour = text[1] - '0';
		*seconds = (sign == '-' ? -hour : hour) * 3600;
		return true;
	}
	return (sign == '+' || sign == '-') && read_offset(text, seconds);
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

/* The day at the start of text; form: NULL, or as people write it. */
static enum read_as read_day(
	const char **text, const struct reading_form *form, const struct date *today, struct moment *moment)
{
	size_t length = strlen(*text) > 10 ? 10 : strlen(*text);
	char *start = xstrndup(*text, length);
	bool ok = date_parse(start, &moment->day);
	struct date_reading read;
	enum read_as answer;

	free(start);
	moment->other = moment->day;
	if (ok) {
		*text += length;
		return READING_SURE;
	}
	if (!form)
		return READING_NONE;
	answer = date_read_start(text, form, today, &read);
	if (answer == READING_NONE) {
		/* "today 9:30": a word ends with the first blank. */
		length = strcspn(*text, " ");
		start = xstrndup(*text, length);
		answer = date_read(start, form, today, &read);
		free(start);
		*text += length;
	}
	moment->day = read.date;
	moment->other = read.other;
	return answer;
}

/* What the file's form can write: years of four digits. */
static bool is_within(int64_t seconds)
{
	static const struct date first = { 1, 1, 1 };

	return seconds >= (int64_t)date_days(&first) * DAY &&
	       seconds < ((int64_t)date_days(&(struct date){ 9999, 12, 31 }) + 1) * DAY;
}

/* What stands between a day and its time: "T", a blank, ", ", "at". */
static bool skip_between(const char **text, bool typed)
{
	static const char *const words[] = { "at ", "\xc3\xa0 " };
	const char *c = *text;
	size_t i;

	if (*c != 'T' && *c != ' ' && !(typed && (*c == ',' || text_blanks(c))))
		return false;
	c += *c == 'T' || *c == ' ' || *c == ',' ? 1 : 0;
	c += typed ? text_blanks(c) : 0;
	/* "22/01/2026 - 09:14" */
	if (typed && (*c == '-' || strncmp(c, "\xe2\x80\x93", 3) == 0) && c > *text) {
		const char *behind = c + (*c == '-' ? 1 : 3);

		c = text_blanks(behind) ? behind + text_blanks(behind) : c;
	}
	for (i = 0; typed && i < sizeof words / sizeof words[0]; i++)
		if (strncmp(c, words[i], strlen(words[i])) == 0)
			c += strlen(words[i]);
	*text = c;
	return true;
}

static enum moment_kind in_zone(const char *zone, int64_t wall, struct moment *moment)
{
	int64_t moments[2];
	enum wall kind;

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

enum moment_kind moment_read(const char *text, const char *zone, const struct reading_form *form,
	const struct date *today, struct moment *moment)
{
	int offset;
	int64_t wall;

	memset(moment, 0, sizeof *moment);
	if (form && form->file_form)
		form = NULL;
	if (form && date_read_serial(text, form, &moment->day, &moment->clock)) {
		moment->other = moment->day;
		moment->reading = READING_SURE;
		return moment->clock ? in_zone(zone, (int64_t)date_days(&moment->day) * DAY + moment->clock, moment)
				     : MOMENT_DAY;
	}
	moment->reading = read_day(&text, form, today, moment);
	if (form)
		text += text[text_blanks(text)] ? 0 : text_blanks(text);
	if (moment->reading == READING_NONE)
		return MOMENT_NONE;
	if (!*text)
		return moment->reading == READING_EITHER ? MOMENT_EITHER : MOMENT_DAY;
	if (!skip_between(&text, form != NULL) || !read_clock(&text, form != NULL, &moment->clock))
		return MOMENT_NONE;
	if (moment->reading == READING_EITHER)
		return MOMENT_EITHER;
	wall = (int64_t)date_days(&moment->day) * DAY + moment->clock;
	text += form ? text[text_blanks(text)] ? text_blanks(text) : 0 : *text == ' ' && text[1];
	if (*text && (read_offset(text, &offset) || (form && read_named_offset(text, &offset)))) {
		moment->seconds = moment->later = wall - offset;
		return is_within(moment->seconds) ? MOMENT_ONCE : MOMENT_NONE;
	}
	if (*text) {
		/* "14:00 Europe/Paris" */
		if (text[-1] != ' ' || !zone_offset(text, 0, &offset))
			return MOMENT_NONE;
		zone = text;
	}
	return in_zone(zone, wall, moment);
}

void moment_clear(struct moment *moment)
{
	free(moment->zone);
	moment->zone = NULL;
}

bool date_time_parse(const char *text, int64_t *seconds)
{
	struct moment moment;
	enum moment_kind kind = moment_read(text, NULL, NULL, NULL, &moment);

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
