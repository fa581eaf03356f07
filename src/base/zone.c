/*
 * Time zones, read from the machine's compiled files (TZif, RFC 9636): the offsets
 * of the past from the table, those to come from the rule at its end.  The C library
 * knows the zones as well, but one at a time, and only through TZ, which is the
 * process' own: what it starts (an editor, a printer's program) would get it too.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/lib.h"

#define DAY 86400
#define ZONE_SIZE_MAX (1 << 20)

/* When clocks change in any year. */
struct change {
	enum { CHANGE_WEEKDAY, CHANGE_DAY, CHANGE_DAY_BUT_LEAP } kind; /* M3.5.0, 59, J60 */
	int month, week, day;
	int time; /* seconds after midnight, which may be days away */
};

struct zone {
	struct zone *next;
	char *name;
	size_t count;     /* changes in the table */
	int64_t *changes; /* their moments, ascending */
	int *offsets;     /* from each of them on */
	int first;        /* before all of them */
	bool has_rule, has_summer;
	int standard, summer;
	struct change begin, end; /* of summer time */
};

static struct zone *zones; /* those that were asked for */

/* ---- the rule: "CET-1CEST,M3.5.0,M10.5.0/3" ---- */

static bool read_number(const char **text, int most, int *value)
{
	int digits = 0;

	for (*value = 0; **text >= '0' && **text <= '9' && digits < 4; digits++)
		*value = *value * 10 + (*(*text)++ - '0');
	return digits > 0 && *value <= most;
}

/* "2", "-1", "2:30:15". */
static bool read_clock(const char **text, int *seconds)
{
	int sign = **text == '-' ? -1 : 1, hours, minutes = 0, rest = 0;

	if (**text == '-' || **text == '+')
		(*text)++;
	if (!read_number(text, 167, &hours))
		return false;
	if (**text == ':') {
		(*text)++;
		if (!read_number(text, 59, &minutes))
			return false;
		if (**text == ':') {
			(*text)++;
			if (!read_number(text, 59, &rest))
				return false;
		}
	}
	*seconds = sign * (hours * 3600 + minutes * 60 + rest);
	return true;
}

/* The name of a time, "CET" or "<+0530>", which nobody is shown. */
static bool pass_name(const char **text)
{
	const char *start = *text;

	if (**text == '<') {
		*text += strcspn(*text, ">");
		return *(*text)++ == '>';
	}
	while ((**text >= 'A' && **text <= 'Z') || (**text >= 'a' && **text <= 'z'))
		(*text)++;
	return *text - start >= 3;
}

static bool read_change(const char **text, struct change *change)
{
	bool ok;

	if (*(*text)++ != ',')
		return false;
	change->time = 7200;
	if (**text == 'M') {
		(*text)++;
		change->kind = CHANGE_WEEKDAY;
		ok = read_number(text, 12, &change->month) && change->month && *(*text)++ == '.' &&
		     read_number(text, 5, &change->week) && change->week && *(*text)++ == '.' &&
		     read_number(text, 6, &change->day);
	} else if (**text == 'J') {
		(*text)++;
		change->kind = CHANGE_DAY_BUT_LEAP;
		ok = read_number(text, 365, &change->day) && change->day;
	} else {
		change->kind = CHANGE_DAY;
		ok = read_number(text, 365, &change->day);
	}
	if (!ok || **text != '/')
		return ok;
	(*text)++;
	return read_clock(text, &change->time);
}

static bool read_rule(struct zone *zone, const char *text)
{
	if (!pass_name(&text) || !read_clock(&text, &zone->standard))
		return false;
	zone->standard = -zone->standard;
	if (!*text)
		return true;
	zone->has_summer = true;
	zone->summer = zone->standard + 3600;
	if (!pass_name(&text))
		return false;
	if (*text != ',') {
		if (!read_clock(&text, &zone->summer))
			return false;
		zone->summer = -zone->summer;
	}
	return read_change(&text, &zone->begin) && read_change(&text, &zone->end) && !*text;
}

/* What clocks show when they change in that year, in seconds. */
static int64_t change_in(const struct change *change, int year)
{
	struct date first = { year, change->kind == CHANGE_WEEKDAY ? change->month : 1, 1 }, next = first;
	int day = date_days(&first), shift;

	switch (change->kind) {
	case CHANGE_WEEKDAY:
		/* 1970-01-01 was a Thursday. */
		shift = (change->day - (day + 4) % 7 + 7) % 7 + (change->week - 1) * 7;
		next.month = change->month == 12 ? 1 : change->month + 1;
		next.year = change->month == 12 ? year + 1 : year;
		while (day + shift >= date_days(&next))
			shift -= 7;
		day += shift;
		break;
	case CHANGE_DAY:
		day += change->day;
		break;
	case CHANGE_DAY_BUT_LEAP:
		first.month = 3;
		next.month = 2;
		/* The 29th of February is not counted. */
		day += change->day - 1 + (change->day >= 60 && date_days(&first) - date_days(&next) == 29);
		break;
	}
	return (int64_t)day * DAY + change->time;
}

static int rule_offset(const struct zone *zone, int64_t moment)
{
	int64_t begin, end, local = moment + zone->standard;
	int year;

	if (!zone->has_summer)
		return zone->standard;
	year = date_from_days((int)(local >= 0 ? local / DAY : -((DAY - 1 - local) / DAY))).year;
	begin = change_in(&zone->begin, year) - zone->standard;
	end = change_in(&zone->end, year) - zone->summer;
	/* South of the equator summer lies over the turn of the year. */
	if (begin < end)
		return moment >= begin && moment < end ? zone->summer : zone->standard;
	return moment >= end && moment < begin ? zone->standard : zone->summer;
}

/* ---- the file ---- */

static int64_t big_endian(const unsigned char *bytes, size_t count)
{
	uint64_t value = bytes[0] & 0x80 ? UINT64_MAX : 0;

	while (count--)
		value = value << 8 | *bytes++;
	return (int64_t)value;
}

struct counts {
	size_t utc, standard, leaps, changes, kinds, letters;
};

/* The numbers in the head of a block, and how long what follows is; 0: it is none. */
static size_t read_counts(const unsigned char *at, size_t left, size_t width, struct counts *counts)
{
	size_t *const all[] = { &counts->utc, &counts->standard, &counts->leaps, &counts->changes, &counts->kinds,
		&counts->letters };
	size_t i;

	if (left < 44 || memcmp(at, "TZif", 4) != 0)
		return 0;
	for (i = 0; i < sizeof all / sizeof all[0]; i++) {
		*all[i] = (size_t)big_endian(at + 20 + i * 4, 4);
		if (*all[i] > ZONE_SIZE_MAX)
			return 0;
	}
	return counts->changes * (width + 1) + counts->kinds * 6 + counts->letters + counts->leaps * (width + 4) +
	       counts->standard + counts->utc;
}

static bool read_block(struct zone *zone, const unsigned char *at, const struct counts *counts, size_t width)
{
	const unsigned char *kinds_of = at + counts->changes * width, *kinds = kinds_of + counts->changes;
	size_t i;

	if (!counts->kinds || counts->kinds > 256)
		return false;
	for (i = 0; i < counts->kinds; i++)
		if (llabs(big_endian(kinds + i * 6, 4)) >= DAY)
			return false;
	zone->first = (int)big_endian(kinds, 4);
	zone->count = counts->changes;
	zone->changes = xcalloc(zone->count + 1, sizeof *zone->changes);
	zone->offsets = xcalloc(zone->count + 1, sizeof *zone->offsets);
	for (i = 0; i < zone->count; i++) {
		zone->changes[i] = big_endian(at + i * width, width);
		if (kinds_of[i] >= counts->kinds || (i && zone->changes[i] <= zone->changes[i - 1]))
			return false;
		zone->offsets[i] = (int)big_endian(kinds + (size_t)kinds_of[i] * 6, 4);
	}
	return true;
}

static bool read_zone(struct zone *zone, const unsigned char *bytes, size_t length)
{
	struct counts counts = { 0 };
	size_t width = 4, at = 0, size = read_counts(bytes, length, width, &counts);
	char *rule;
	bool ok;

	if (!counts.kinds && !size)
		return false;
	/* Since version 2 the same stands once more with longer numbers. */
	if (bytes[4] >= '2') {
		at = 44 + size;
		width = 8;
		if (at > length)
			return false;
		size = read_counts(bytes + at, length - at, width, &counts);
	}
	if (!size || at + 44 + size > length || !read_block(zone, bytes + at + 44, &counts, width))
		return false;
	at += 44 + size;
	if (width == 4 || at + 2 > length || bytes[at] != '\n' || bytes[at + 1] == '\n')
		return true;
	rule = xstrndup((const char *)bytes + at + 1, length - at - 1);
	rule[strcspn(rule, "\n")] = '\0';
	ok = read_rule(zone, rule);
	zone->has_rule = ok;
	free(rule);
	return ok;
}

static void zone_free(struct zone *zone)
{
	free(zone->name);
	free(zone->changes);
	free(zone->offsets);
	free(zone);
}

static const char *zone_folder(void)
{
	const char *folder = getenv("TZDIR");

	return folder && *folder ? folder : "/usr/share/zoneinfo";
}

/* The file's bytes; the caller frees.  NULL: there is no such file, or it is none of zones. */
static unsigned char *read_file(const char *name, size_t *length)
{
	char *path = xasprintf("%s/%s", zone_folder(), name);
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat status;
	unsigned char *bytes = NULL;

	free(path);
	*length = 0;
	if (file < 0)
		return NULL;
	if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= 44 &&
		status.st_size <= ZONE_SIZE_MAX) {
		ssize_t count;

		bytes = xcalloc(1, (size_t)status.st_size);
		while (*length < (size_t)status.st_size &&
			(count = read(file, bytes + *length, (size_t)status.st_size - *length)) > 0)
			*length += (size_t)count;
	}
	close(file);
	return bytes;
}

/* Names come from files and people: none leads out of the folder of zones. */
static bool is_name(const char *name)
{
	return *name && *name != '/' && !strpbrk(name, ".: ");
}

/* NULL: this machine does not know it. */
static const struct zone *zone_find(const char *name)
{
	struct zone *zone;
	unsigned char *bytes;
	size_t length;

	for (zone = zones; zone; zone = zone->next)
		if (strcmp(zone->name, name) == 0)
			return zone;
	bytes = is_name(name) ? read_file(name, &length) : NULL;
	if (!bytes)
		return NULL;
	zone = xcalloc(1, sizeof *zone);
	zone->name = xstrdup(name);
	if (read_zone(zone, bytes, length)) {
		zone->next = zones;
		zones = zone;
	} else {
		zone_free(zone);
		zone = NULL;
	}
	free(bytes);
	return zone;
}

bool zone_is_utc(const char *name)
{
	return !name || !*name || strcmp(name, "UTC") == 0 || strcmp(name, "Etc/UTC") == 0;
}

bool zone_offset(const char *name, int64_t moment, int *seconds)
{
	const struct zone *zone = zone_is_utc(name) ? NULL : zone_find(name);
	size_t from = 0, to;

	*seconds = 0;
	if (!zone)
		return zone_is_utc(name);
	if (!zone->count || moment < zone->changes[0]) {
		*seconds = !zone->count && zone->has_rule ? rule_offset(zone, moment) : zone->first;
		return true;
	}
	for (to = zone->count; to - from > 1;) {
		size_t middle = from + (to - from) / 2;

		if (zone->changes[middle] <= moment)
			from = middle;
		else
			to = middle;
	}
	*seconds = from + 1 == zone->count && zone->has_rule ? rule_offset(zone, moment) : zone->offsets[from];
	return true;
}

bool zone_is_known(const char *name)
{
	if (strcmp(name, "UTC") == 0)
		return true;
	if (!is_name(name))
		return false;
	return zone_find(name) || access(zone_folder(), R_OK | X_OK) != 0;
}

/* The moment at which clocks change between two that have different offsets. */
static int64_t find_change(const char *name, int64_t before, int64_t after)
{
	int was, now;

	zone_offset(name, before, &was);
	while (after - before > 1) {
		int64_t middle = before + (after - before) / 2;

		zone_offset(name, middle, &now);
		if (now == was)
			before = middle;
		else
			after = middle;
	}
	return after;
}

enum wall zone_moments(const char *name, int64_t wall, int64_t moments[2])
{
	int offsets[2], now;
	size_t count = 0, i;

	/* A day earlier and a day later clocks show what they did before and after any change. */
	if (!zone_offset(name, wall - DAY, &offsets[0]) || !zone_offset(name, wall + DAY, &offsets[1])) {
		moments[0] = moments[1] = wall;
		return WALL_UNKNOWN;
	}
	for (i = 0; i < 2; i++) {
		int64_t moment = wall - offsets[i];

		zone_offset(name, moment, &now);
		if (now == offsets[i] && (!count || moments[0] != moment))
			moments[count++] = moment;
	}
	if (count == 2) {
		if (moments[0] > moments[1]) {
			int64_t swap = moments[0];

			moments[0] = moments[1];
			moments[1] = swap;
		}
		return WALL_TWICE;
	}
	if (count == 0)
		moments[0] = find_change(name, wall - DAY, wall + DAY);
	moments[1] = moments[0];
	return count ? WALL_ONCE : WALL_SKIPPED;
}
