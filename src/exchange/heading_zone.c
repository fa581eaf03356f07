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

/* Whether the words are a zone as times have it behind them. */
static bool is_zone(const char *words)
{
	char *time = xasprintf("2026-01-15 12:00 %s", words);
	bool bare, is;

	/* Not "PM" and "h", which are read as well. */
	is = is_time(time, &bare) && (!bare || (strlen(words) > 2 && !strchr(words, '.')));
	free(time);
	return is;
}

/* "utc+2" is UTC+2, and "New York" America/New_York; NULL: it is none.  The caller frees. */
static char *zone_of(const char *words)
{
	static const char *const parts[] = { "Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic",
		"Indian" };
	char *zone = xstrdup(words), *sign;
	size_t i;

	if (is_zone(zone))
		return zone;
	for (sign = zone; *sign; sign++)
		*sign = *sign >= 'a' && *sign <= 'z' ? (char)(*sign - 32) : *sign;
	if (strncmp(zone, "UTC", 3) == 0 && is_zone(zone))
		return zone;
	free(zone);
	if (strlen(words) < 4 || strpbrk(words, "/.:0123456789"))
		return NULL;
	for (i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		zone = xasprintf("%s/%s", parts[i], words);
		for (sign = zone; *sign; sign++)
			*sign = *sign == ' ' ? '_' : *sign;
		if (is_zone(zone))
			return zone;
		free(zone);
	}
	return NULL;
}

char *heading_zone(const char *heading)
{
	const char *open = heading;
	char *zone = NULL;

	while (!zone && (open = strpbrk(open, "(["))) {
		char *within = xstrndup(open + 1, strcspn(open + 1, ")]"));

		zone = zone_of(within);
		free(within);
		open++;
	}
	return zone;
}

static bool names_unknown(const char *heading)
{
	/* What several zones are called, or none that is known by it. */
	static const char *const words[] = { "ist", "cst", "pst", "pdt", "mst", "mdt", "cdt", "edt", "est", "bst",
		"jst", "kst", "hkt", "sgt", "msk", "aest", "aedt", "acst", "awst", "nzst", "nzdt", "et", "pt", "ct",
		"mt" };
	const char *open = strpbrk(heading, "([");
	char *within = open ? xstrndup(open + 1, strcspn(open + 1, ")]")) : NULL,
	     *folded = within ? text_fold(within) : NULL, *zone;
	bool unknown = false;
	size_t i;

	for (i = 0; folded && i < sizeof words / sizeof words[0] && !unknown; i++)
		unknown = strcmp(folded, words[i]) == 0;
	zone = unknown ? zone_of(within) : NULL;
	unknown = unknown && !zone;
	free(zone);
	free(folded);
	free(within);
	return unknown;
}

bool heading_zone_is_asked(const char *heading, const char *text)
{
	bool bare;

	return names_unknown(heading) && is_time(text, &bare) && bare;
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
