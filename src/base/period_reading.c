/*
 * Periods as people write them where a day is asked for, in English and French: "T1 2026", "fin mars 2026",
 * "1er semestre 2026".  None is a day; what is refused is refused with the days at its ends.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

static bool is_among(const char *list, const char *word)
{
	char *padded = xasprintf(" %s ", word);
	bool is = strstr(list, padded) != NULL;

	free(padded);
	return is;
}

/* What says where in it, and what leads to it. */
static bool is_beside(const char *word)
{
	return is_among(
		" fin debut mi milieu courant end beginning start early mid late of de du d l le la the en in by ici "
		"pour avant before annee year mois month ",
		word);
}

/* The words of a folded text; "2026q1" is two, and signs are blanks. */
static void split(const char *text, struct strings *words)
{
	char *folded = text_fold(text), *at;

	for (at = folded; *at;) {
		size_t digits = strspn(at, "0123456789"), length = strcspn(at, " \t-/.,_()'");

		if (digits == 4 && isalpha((unsigned char)at[4]))
			length = 4;
		if (length) {
			char *word = xstrndup(at, length);

			if (!is_beside(word))
				strings_add(words, word);
			free(word);
		}
		at += length;
		at += strspn(at, " \t-/.,_()'");
	}
	free(folded);
}

static int year_of(const char *word)
{
	return strlen(word) == 4 && strspn(word, "0123456789") == 4 ? atoi(word) : 0;
}

/* The number of "1", "1er", "2nd", "3e", "4eme"; 0: it is none. */
static int number_of(const char *word)
{
	size_t digits = strspn(word, "0123456789");

	return digits && digits < 3 && (!word[digits] || is_among(" er ere e eme st nd rd th ", word + digits))
		       ? atoi(word)
		       : 0;
}

/* What period_read calls the one of a kind of that number: 'Q', 'H', 'W', or 'M'. */
static bool called(char kind, int number, int year, struct period *period)
{
	char name[32];

	if (kind == 'M')
		snprintf(name, sizeof name, "%04d-%02d", year, number);
	else if (kind == 'W')
		snprintf(name, sizeof name, "%04d-W%02d", year, number);
	else
		snprintf(name, sizeof name, "%04d-%c%d", year, kind, number);
	return number > 0 && number < 60 && period_read(name, period);
}

static char kind_of(const char *word)
{
	return is_among(" t q trim trimestre quarter ", word)           ? 'Q'
	       : is_among(" h semestre half semester half-year ", word) ? 'H'
	       : is_among(" w wk sem semaine week kw ", word)           ? 'W'
									: '\0';
}

/* "t1", "s12", "mars", "03" */
static bool one_word(const char *word, int year, struct period *period)
{
	int month = date_month_called(word), number = number_of(word);
	char letter[2] = { *word, '\0' };

	if (month || number)
		return called('M', month ? month : number, year, period);
	number = *word && strspn(word + 1, "0123456789") == strlen(word + 1) ? number_of(word + 1) : 0;
	/* "S1" is a half of the year in French, "S12" a week. */
	return number && called(*word == 's' ? number > 2 ? 'W' : 'H' : kind_of(letter), number, year, period);
}

bool period_read_written(const char *text, struct period *period)
{
	struct strings words = { 0 };
	const char *rest[2] = { NULL, NULL };
	int year = 0;
	size_t i, count = 0;
	bool is;

	split(text, &words);
	for (i = 0; i < words.count; i++)
		if (!year && year_of(words.items[i]))
			year = year_of(words.items[i]);
		else if (count++ < 2)
			rest[count - 1] = words.items[i];
	is = year >= 1900 && year <= 2099 && count < 3;
	if (is && !count) {
		char name[8];

		snprintf(name, sizeof name, "%04d", year);
		is = period_read(name, period);
	} else if (is && count == 1) {
		is = one_word(rest[0], year, period);
	} else if (is) {
		i = number_of(rest[0]) ? 0 : 1;
		is = kind_of(rest[1 - i]) && called(kind_of(rest[1 - i]), number_of(rest[i]), year, period);
	}
	strings_free(&words);
	return is;
}
