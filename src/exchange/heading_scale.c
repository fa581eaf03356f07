/* The scale that a heading names: "Likelihood (1 to 4)", "Gravité (/4)", "Avancement (sur 10)". */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/heading_says.h"

/* Numbers from `at` on that are the ends of a scale: "1-4", "1 à 4", "0..3"; *from 1 where it says none. */
static bool is_scale(const char *at, int *from, int *to)
{
	static const char *const between[] = { "-", "\xe2\x80\x93", "..", "a", "to", "\xc3\xa0" };
	char *end;
	size_t i;

	*from = (int)strtol(at, &end, 10);
	if (end == at || *from < 0 || *from > 1)
		return false;
	end += strspn(end, " ");
	for (i = 0; i < sizeof between / sizeof *between; i++) {
		size_t length = strlen(between[i]);

		if (strncasecmp(end, between[i], length) != 0)
			continue;
		at = end + length + strspn(end + length, " ");
		*to = (int)strtol(at, &end, 10);
		return end != at && *to > 1 && *to <= 100 && !*(end + strspn(end, " ;,)]"));
	}
	return false;
}

/* "/4", "sur 4", "out of 10". */
static bool is_out_of(const char *text, int *to)
{
	static const char *const before[] = { "/", "sur ", "out of ", "of " };
	const char *digits;
	char *end;
	size_t i;

	for (i = 0; i < sizeof before / sizeof *before; i++)
		if (strncasecmp(text, before[i], strlen(before[i])) == 0) {
			digits = text + strlen(before[i]) + strspn(text + strlen(before[i]), " ");
			*to = (int)strtol(digits, &end, 10);
			return end != digits && *to > 1 && *to <= 100 && !*(end + strspn(end, " "));
		}
	return false;
}

bool heading_scale(const char *heading, int *from, int *to)
{
	const char *open = heading, *text;
	bool is = false;

	while (!is && (open = strpbrk(open, "(["))) {
		char *within = xstrndup(open + 1, strcspn(open + 1, ")]"));

		text = within + strspn(within, " ");
		text += strncasecmp(text, "de ", 3) == 0 || strncasecmp(text, "from ", 5) == 0 ? strcspn(text, " ") + 1
											       : 0;
		is = is_scale(text, from, to);
		if (!is) {
			*from = 1;
			is = is_out_of(text, to);
		}
		free(within);
		open++;
	}
	/* "Gravité /4", "Impact sur 4" */
	for (text = heading; !is && (text = strpbrk(text, " /")); text++) {
		*from = 1;
		is = is_out_of(*text == ' ' ? text + 1 : text, to);
	}
	return is;
}
