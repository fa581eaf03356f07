/* The day that it is, and moments told by it: the clock (environment.c) and the zones (moment.c) together. */
#include <string.h>

#include "base/lib.h"

struct date environment_today(const char *time_zone)
{
	/* Asked for every date of a table: within a second and a zone it stays. */
	static struct {
		int64_t moment;
		char zone[64];
		struct date date;
	} last;
	const char *zone = time_zone ? time_zone : "";
	int64_t now = environment_now();
	struct date date;
	int clock;

	if (last.date.year && last.moment == now && strcmp(last.zone, zone) == 0)
		return last.date;
	date = date_in_zone(now, time_zone, &clock);
	if (strlen(zone) < sizeof last.zone) {
		last.moment = now;
		strcpy(last.zone, zone);
		last.date = date;
	}
	return date;
}

enum moment_kind moment_parse(
	const char *text, const char *zone, const struct reading_form *form, struct moment *moment)
{
	struct date today = environment_today(zone);

	return moment_read(text, zone, form, &today, moment);
}
