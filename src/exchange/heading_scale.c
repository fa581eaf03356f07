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

/* ---- what stands above or below a table ---- */

/* The end of the range of levels that begins with that 1: "1 (low) to 3", "1-4"; 0: none does. */
static int range_from(const char *one)
{
	const char *at = one + 1 + strspn(one + 1, " ");
	char *plain;
	int from, to = 0;

	if (*at == '(')
		at += strcspn(at, ")") + (strchr(at, ')') != NULL);
	plain = xasprintf("1%s", at);
	/* Behind the end may stand what it means, and more. */
	at = plain + 1;
	at += strcspn(at, "0123456789");
	if (*at) {
		size_t digits = strspn(at, "0123456789");
		bool ends = !at[digits] || !strchr(".-/:", at[digits]) || !at[digits + 1] || at[digits + 1] == ' ';

		plain[(size_t)(at - plain) + digits] = '\0';
		to = ends && digits < 3 && is_scale(plain, &from, &to) ? to : 0;
	}
	free(plain);
	return to;
}

/* How many levels a list explains that begins with that 1: "1 = low; 2 = medium"; 0: it is none. */
static int list_from(const char *one)
{
	const char *at = one;
	int level = 0;

	while (at && (int)strtol(at, NULL, 10) == level + 1) {
		const char *sign = at + strspn(at, "0123456789");

		sign += strspn(sign, " ");
		if (*sign != '=' && *sign != ':')
			break;
		level++;
		at = strpbrk(sign, "0123456789");
	}
	return level > 1 ? level : 0;
}

int heading_levels_said(const char *text, int levels)
{
	static const char words[] =
		"scale|scales|echelle|echelles|rated|rating|ratings|cotation|cotations|cote|cotee|notes|note|"
		"niveau|niveaux|level|levels|score|scores|evaluated|evalue|evaluee|from|bareme";
	char *folded = heading_fold(text);
	bool speaks = heading_has(folded, words);
	const char *at;
	int other = 0;

	free(folded);
	for (at = text; (at = strchr(at, '1')); at++) {
		int said;

		if ((at > text && strchr("0123456789.-/", at[-1])) || strchr("0123456789", at[1]))
			continue;
		said = list_from(at);
		if (!said && speaks)
			said = range_from(at);
		if (said == levels)
			return 0;
		other = said ? said : other;
	}
	return other;
}
