/* The zone in which a heading has the times below it: "Detected (UTC+2)", "Début [Europe/Paris]". */
#include <stdlib.h>
#include <string.h>

#include "exchange/heading_says.h"

/* How a time is read there, whatever its day; *bare: it says no zone of its own. */
static bool is_time(const char *text, bool *bare)
{
	static const struct reading_form form = { .table = true, .order = ORDER_DAY_FIRST };
	struct moment moment;
	enum moment_kind kind = moment_parse(text, NULL, &form, &moment);

	*bare = moment.zone != NULL;
	moment_clear(&moment);
	return kind == MOMENT_ONCE || kind == MOMENT_TWICE || kind == MOMENT_SKIPPED;
}

char *heading_zone(const char *heading)
{
	const char *open = heading;
	bool is = false, bare;

	while (!is && (open = strpbrk(open, "(["))) {
		char *within = xstrndup(open + 1, strcspn(open + 1, ")]"));
		char *time = xasprintf("2026-01-15 12:00 %s", within);

		/* Not "PM", which is read as well. */
		is = *within && is_time(time, &bare) && (!bare || strchr(within, '/'));
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
