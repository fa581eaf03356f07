/* The zone in which a heading has the times below it: "Detected (UTC+2)", "Début [Europe/Paris]". */
#include <stdlib.h>
#include <string.h>

#include "exchange/heading_says.h"

/* Whether it is a time of some day, whichever of day and month stands first; *bare: it says no zone of its own. */
static bool is_time(const char *text, bool *bare)
{
	static const enum date_order orders[] = { ORDER_DAY_FIRST, ORDER_MONTH_FIRST };
	bool is = false;
	size_t i;

	for (i = 0; i < sizeof orders / sizeof orders[0] && !is; i++) {
		const struct reading_form form = { .table = true, .order = orders[i] };
		struct moment moment;
		enum moment_kind kind = moment_parse(text, NULL, &form, &moment);

		is = kind == MOMENT_ONCE || kind == MOMENT_TWICE || kind == MOMENT_SKIPPED;
		*bare = moment.zone != NULL;
		moment_clear(&moment);
	}
	return is;
}

char *heading_zone(const char *heading)
{
	const char *open = heading;
	bool is = false, bare;

	while (!is && (open = strpbrk(open, "(["))) {
		char *within = xstrndup(open + 1, strcspn(open + 1, ")]"));
		char *time = xasprintf("2026-01-15 12:00 %s", within);

		/* Not "PM" and "h", which are read as well. */
		is = is_time(time, &bare) && (!bare || (strlen(within) > 2 && !strchr(within, '.')));
		free(time);
		if (is)
			return within;
		free(within);
		open++;
	}
	return NULL;
}

char *heading_zone_beside(const char *zone, const char *text)
{
	char *with;
	bool bare;

	if (!zone || !is_time(text, &bare) || !bare)
		return NULL;
	with = xasprintf("%s %s", text, zone);
	if (is_time(with, &bare))
		return with;
	free(with);
	return NULL;
}
