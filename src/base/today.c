/* The day that it is, and moments told by it: the clock (environment.c) and the zones (moment.c) together. */
#include "base/lib.h"

struct date environment_today(const char *time_zone)
{
	int clock;

	return date_in_zone(environment_now(), time_zone, &clock);
}

enum moment_kind moment_parse(
	const char *text, const char *zone, const struct reading_form *form, struct moment *moment)
{
	struct date today = environment_today(zone);

	return moment_read(text, zone, form, &today, moment);
}
