/*
 * French typography of text that is to be printed: the blanks before ; ! ? and » and after « are
 * narrow ones that no line breaks at (U+202F), those before : and in numbers and amounts wide ones
 * (U+00A0).  Only blanks that somebody wrote are exchanged: what has none (2022:A.5.1, 14:30,
 * https://example.org) stays, as does what stands between `marks of code`.  And "de" before a vowel
 * in a sentence that was put together.
 */
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

#define NARROW "\xe2\x80\xaf"
#define WIDE "\xc2\xa0"
#define OPENING "\xc2\xab"
#define CLOSING "\xc2\xbb"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The length of the blank that stands here: a plain one, or one of those that this file sets. */
static size_t blank_at(const char *text)
{
	if (*text == ' ')
		return 1;
	if (strncmp(text, WIDE, 2) == 0)
		return 2;
	return strncmp(text, NARROW, 3) == 0 ? 3 : 0;
}

/* True where a sign ends its word: ":=" and "!(valid)" are no sentence's. */
static bool ends_word(const char *text)
{
	static const char *const behind[] = { CLOSING, "\xe2\x80\x9d", "\xe2\x80\xa6", "\xe2\x80\x99" };
	size_t i;

	if (!*text || strchr(" \n).,;:!?\"'*_", *text) || blank_at(text))
		return true;
	for (i = 0; i < sizeof behind / sizeof behind[0]; i++)
		if (strncmp(text, behind[i], strlen(behind[i])) == 0)
			return true;
	return false;
}

/* Exactly three digits, as a number's thousands have. */
static bool is_group(const char *text)
{
	return is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) && !is_digit(text[3]);
}

/* True where what ends here is the beginning of a number that may go on with thousands: "14", not "2026", "A.5" or "3,5". */
static bool begins_number(const char *text, const char *end)
{
	const char *start = end, *before;

	while (start > text && is_digit(start[-1]))
		start--;
	if (start == end || end - start > 3)
		return false;
	if (start == text)
		return true;
	before = start - 1;
	if (strchr(" \n([", *before))
		return true;
	/* Behind one of the blanks or quotes that this file knows. */
	return (start - text >= 2 && (strncmp(start - 2, WIDE, 2) == 0)) ||
	       (start - text >= 3 && strncmp(start - 3, NARROW, 3) == 0);
}

/* True where a unit that belongs to the number stands here. */
static bool is_unit(const char *text)
{
	static const char *const units[] = { "%", "\xe2\x82\xac", "EUR", "CHF", "CAD", "USD" };
	size_t i;

	for (i = 0; i < sizeof units / sizeof units[0]; i++)
		if (strncmp(text, units[i], strlen(units[i])) == 0 && ends_word(text + strlen(units[i])))
			return true;
	return false;
}

/* What the blank of that length at `at` becomes; NULL: it stays. */
static const char *blank_for(const char *text, const char *at, size_t length)
{
	const char *next = at + length;

	if (at - text >= 2 && strncmp(at - 2, OPENING, 2) == 0)
		return NARROW;
	if (strncmp(next, CLOSING, 2) == 0)
		return NARROW;
	if (*next && strchr(";!?", *next) && ends_word(next + 1))
		return NARROW;
	if (*next == ':' && ends_word(next + 1))
		return WIDE;
	if (at == text || !is_digit(at[-1]))
		return NULL;
	return (is_group(next) && begins_number(text, at)) || is_unit(next) ? WIDE : NULL;
}

static bool is_french(const char *language)
{
	return language && strncmp(language, "fr", 2) == 0 &&
	       (!language[2] || language[2] == '_' || language[2] == '-');
}

char *text_typeset(const char *text, const char *language)
{
	struct buffer out = { 0 };
	const char *c = text, *run = text;
	bool code = false;

	if (!is_french(language))
		return xstrdup(text);
	while (*c) {
		size_t length = blank_at(c);
		const char *blank;

		if (*c == '`')
			code = !code && strchr(c + 1, '`');
		if (!length || code || c[length] == ' ' || !c[length] || (c > text && c[-1] == ' ') ||
			!(blank = blank_for(text, c, length))) {
			c += length ? length : 1;
			continue;
		}
		buffer_add_bytes(&out, run, (size_t)(c - run));
		buffer_add(&out, blank);
		run = c += length;
	}
	buffer_add(&out, run);
	return buffer_take(&out);
}

/* ---- elision ---- */

/* True where "de" loses its vowel before the word: it begins with one, or with an h that is not aspirated. */
static bool elides(const char *word)
{
	static const char *const full[] = { "hach", "hack", "hall", "handicap", "hangar", "harcel", "hard", "hasard",
		"hauss", "haut", "hierarch", "holl", "hors", "hub", "huit", "onz", "oui" };
	char *plain = text_fold(word);
	bool yes = *plain && strchr("aehiou", *plain);
	size_t i;

	for (i = 0; i < sizeof full / sizeof full[0] && yes; i++)
		yes = strncmp(plain, full[i], strlen(full[i])) != 0;
	free(plain);
	return yes;
}

char *text_elided(char *text, const char *word)
{
	char *needle, *at, *elided;

	if (!is_french(environment_language()) || !elides(word))
		return text;
	needle = xasprintf("de %s", word);
	at = strstr(text, needle);
	while (at && at > text && at[-1] != ' ')
		at = strstr(at + 1, needle);
	free(needle);
	if (!at)
		return text;
	elided = xasprintf("%.*sd\xe2\x80\x99%s", (int)(at - text), text, at + strlen("de "));
	free(text);
	return elided;
}
