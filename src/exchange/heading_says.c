/*
 * What a heading says of the cells below it besides whose they are: the unit of numbers, the order of dates.
 * Whoever wrote it there wrote it for each cell.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/heading_says.h"

char *heading_fold(const char *text)
{
	char *folded = text_fold(text), *from, *to;
	bool blank = false;

	for (from = to = folded; *from; from++) {
		unsigned char c = (unsigned char)*from;

		if (c < 0x80 && !isalnum(c)) {
			blank = to > folded;
			continue;
		}
		/* No-break blanks, the degree sign and the like are signs too; folding made letters of what are letters. */
		if (c == 0xc2 || (c == 0xe2 && ((unsigned char)from[1] == 0x80))) {
			from += c == 0xc2 ? (from[1] != '\0') : (from[1] && from[2] ? 2 : 0);
			blank = to > folded;
			continue;
		}
		if (blank)
			*to++ = ' ';
		blank = false;
		*to++ = *from;
	}
	*to = '\0';
	return folded;
}

bool heading_has(const char *folded, const char *list)
{
	char *padded = xasprintf(" %s ", folded);
	bool has = false;

	while (*list && !has) {
		size_t length = strcspn(list, "|");
		char *words = xasprintf(" %.*s ", (int)length, list);

		has = strstr(padded, words) != NULL;
		free(words);
		list += length + (list[length] == '|');
	}
	free(padded);
	return has;
}

/* ---- names of people ---- */

enum name_part name_part_of(const char *heading)
{
	char *folded = heading_fold(heading);
	bool given = heading_has(folded, NAME_GIVEN_WORDS), family = heading_has(folded, NAME_FAMILY_WORDS);
	enum name_part part = NAME_WHOLE;

	if (given != family)
		part = given ? NAME_GIVEN : NAME_FAMILY;
	/* "First name" has the word too; "Nom et prénom" and "Last name, first name" are whole. */
	if (!given && !family && heading_has(folded, "name|nom") &&
		!heading_has(folded, "full|complet|display|affiche|entier|user"))
		part = NAME_PLAIN;
	if (given && heading_has(folded, "nom"))
		part = NAME_WHOLE;
	free(folded);
	return part;
}

/* ---- units ---- */

/* The span of time that the words name, as fields that count them call it; NULL: none. */
static const char *span_of(const char *words)
{
	char *folded = heading_fold(words);
	const char *named =
		span_named(strncmp(folded, "en ", 3) == 0 || strncmp(folded, "in ", 3) == 0 ? folded + 3 : folded);

	free(folded);
	return named;
}

/* "en k€ HT" is k€: without what leads to it, and what says of taxes.  The caller frees. */
static char *unit_alone(const char *text)
{
	static const char *const before[] = { "en ", "in ", "montant en ", "montants en ", "amount in ",
		"amounts in " };
	static const char *const behind[] = { " ht", " ttc", " hors taxes", " h.t.", " excl. vat", " incl. vat" };
	char *alone = text_one_line(text), *start = alone, *found;
	size_t i, length;

	start += text_blanks(start);
	for (i = 0; i < sizeof before / sizeof before[0]; i++)
		if (strncasecmp(start, before[i], strlen(before[i])) == 0)
			start += strlen(before[i]);
	length = strlen(start);
	while (length && start[length - 1] == ' ')
		length--;
	for (i = 0; i < sizeof behind / sizeof behind[0]; i++)
		if (length > strlen(behind[i]) &&
			strncasecmp(start + length - strlen(behind[i]), behind[i], strlen(behind[i])) == 0)
			length -= strlen(behind[i]);
	found = xstrndup(start, length);
	free(alone);
	return found;
}

/* "milliers d'euros", "thousands of USD", "k": how many, and of what, "" where it says no more; false: no such words. */
static bool in_words(const char *text, const char **sign, const char **rest)
{
	static const struct {
		const char *words, *sign;
	} all[] = {
		{ "milliers d\xe2\x80\x99|milliers d'|milliers de |millier d'|milliers |milliers|thousands of |thousand |thousands|k",
			"k" },
		{ "millions d\xe2\x80\x99|millions d'|millions de |millions of |million |millions|mio ", "M" },
		{ "milliards d'|milliards de |milliards|billions of |billion |billions|md|mds|bn|g|m", "?" },
	};
	size_t i;

	for (i = 0; i < sizeof all / sizeof all[0]; i++) {
		const char *words = all[i].words;

		while (*words) {
			size_t length = strcspn(words, "|");
			bool open = strchr(" '\x99", words[length - 1]) != NULL;

			if (strncasecmp(text, words, length) == 0 && (open ? text[length] != '\0' : !text[length])) {
				*sign = all[i].sign;
				*rest = text + length;
				return true;
			}
			words += length + (words[length] == '|');
		}
	}
	return false;
}

/* What stands beside a number of that text: a currency that there is, or %; *multiple of them. */
static bool is_currency(const char *text, const char *ours, bool *multiple)
{
	static const struct reading_form form = { .table = true };
	struct number_reading read;
	char *number = xasprintf("1 %s", text);
	bool is = *text && !strpbrk(text, "0123456789") && number_read(number, &form, &read) != READING_NONE &&
		  *read.unit;

	/* Three capitals are no currency for that: MAX, TTC. */
	if (is && strlen(read.unit) == 3 && strspn(read.unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3)
		is = currency_is_code(read.unit) || currency_is_written(read.unit, ours);
	*multiple = is && read.value > 1;
	free(number);
	return is;
}

/* Days of people's work, which are no money. */
static bool is_work(const char *text)
{
	char *folded = heading_fold(text);
	bool is = heading_has(folded,
		"jours homme|jour homme|jours hommes|j h|jh|hommes jours|homme jour|man days|man day|person days|person day|etp|fte");

	free(folded);
	return is;
}

static bool take_money(const char *text, const char *ours, bool alone, struct heading_unit *unit)
{
	char *bare = unit_alone(text), *whole = NULL;
	const char *sign, *rest;
	bool is = is_currency(bare, ours, &unit->multiple);

	if (is) {
		unit->beside = xstrdup(bare);
		unit->plain = !unit->multiple && *ours && currency_is_written(bare, ours);
	} else if (alone && in_words(bare, &sign, &rest)) {
		bool unused;

		whole = xasprintf("%s%s", sign, *rest ? rest : *ours ? ours : "EUR");
		is = true;
		if (*sign != '?' && is_currency(whole, ours, &unused)) {
			unit->beside = xstrdup(whole);
			unit->multiple = true;
		} else if (*rest && *sign != '?') {
			/* Of something else. */
			is = false;
		} else {
			unit->refused = xstrdup(bare);
		}
	} else if (alone && (strncmp(bare, "Md", 2) == 0 || strncmp(bare, "Mrd", 3) == 0 || *bare == 'G')) {
		/* Thousands of millions, which no cell has either. */
		rest = bare + (*bare == 'G' ? 1 : bare[1] == 'r' ? 3 : 2);
		rest += *rest == 's';
		rest += text_blanks(rest);
		is = is_currency(rest, ours, &unit->multiple);
		if (is)
			unit->refused = xstrdup(bare);
	} else if (alone && (span_of(bare) || is_work(bare))) {
		is = true;
		unit->refused = xstrdup(bare);
	}
	free(whole);
	free(bare);
	return is;
}

static bool take_span(const char *text, const struct field_def *field, bool alone, struct heading_unit *unit)
{
	const char *span = span_of(text);
	const char *sign, *rest;
	char *bare;
	bool is = false;

	if (span && (field->flags & FIELD_MINUTES)) {
		is = true;
		unit->plain = strcmp(span, "minute") == 0;
		if (unit->plain || strcmp(span, "hour") == 0)
			unit->beside = xstrdup(unit->plain ? "min" : "h");
	} else if (span && alone) {
		const char *counted = field_source(field)->counted;

		is = true;
		unit->plain = counted && strcmp(counted, span) == 0;
	} else if (!span && alone) {
		bare = unit_alone(text);
		is = in_words(bare, &sign, &rest);
		free(bare);
	}
	/* So many % of the people are no number of them. */
	if (!is && alone && text[strspn(text, " ")] == '%' && field->type == &type_integer)
		is = true;
	if (is && !unit->beside && !unit->plain)
		unit->refused = text_one_line(text);
	return is;
}

/* alone: it stands in brackets, or behind a word that leads to it. */
static bool take(
	const char *text, const struct field_def *field, const char *currency, bool alone, struct heading_unit *unit)
{
	const char *sign, *rest;
	char *bare;
	bool is;

	if (field->type == &type_amount)
		return take_money(text, currency, alone, unit);
	if (!field->source || !field->source->unit)
		return take_span(text, field, alone, unit);
	/* The record says what it is measured in, and the number is held against that. */
	bare = unit_alone(text);
	is = alone && (is_currency(bare, currency, &unit->multiple) || span_of(bare));
	if (is)
		unit->beside = bare;
	else if (alone && in_words(bare, &sign, &rest))
		unit->refused = bare;
	else
		free(bare);
	return is || unit->refused;
}

static bool take_last_words(
	const char *heading, const struct field_def *field, const char *currency, struct heading_unit *unit)
{
	char *line = text_one_line(heading), *blank;
	bool is = false, leads;
	size_t length;

	for (length = strlen(line); length && line[length - 1] == ' '; length--)
		line[length - 1] = '\0';
	blank = strrchr(line, ' ');
	/* "Budget en k€", "Budget k€", "Heures" */
	leads = blank && blank - line > 3 &&
		(strncasecmp(blank - 3, " en", 3) == 0 || strncasecmp(blank - 3, " in", 3) == 0);
	is = take(blank ? blank + 1 : line, field, currency, leads, unit);
	free(line);
	return is;
}

/* The word of the text that says thousands or millions of a currency, and stands behind no number; NULL: none.  The caller frees. */
static char *thousands_in(const char *text, const char *currency)
{
	char *line = text_one_line(text), *rest = line, *word, *found = NULL;
	bool number = false;

	while (!found && (word = strsep(&rest, " ()[],:"))) {
		bool multiple = false;

		if (!number && *word && is_currency(word, currency, &multiple) && multiple)
			found = xstrdup(word);
		number = *word ? strpbrk(word, "0123456789") != NULL : number;
	}
	free(line);
	return found;
}

bool heading_says_thousands(const char *text, const char *currency)
{
	char *word = thousands_in(text, currency);
	bool says = word != NULL;

	free(word);
	return says;
}

/* "Enveloppe k€ 2026": thousands wherever they stand, since what is read without them is a thousandth. */
static void take_any_word(const char *heading, const char *currency, struct heading_unit *unit)
{
	unit->beside = thousands_in(heading, currency);
	unit->multiple = unit->beside != NULL;
}

void heading_unit(const char *heading, const struct field_def *field, const char *currency, struct heading_unit *unit)
{
	const char *open = heading;
	bool is = false;

	memset(unit, 0, sizeof *unit);
	if (field->type == &type_date_time)
		unit->zone = heading_zone(heading);
	if (field->type != &type_amount && field->type != &type_integer && field->type != &type_number &&
		field->type != &type_percentage)
		return;
	while (!is && (open = strpbrk(open, "(["))) {
		char *within = xstrndup(open + 1, strcspn(open + 1, ")]"));

		is = take(within, field, currency, true, unit);
		free(within);
		open++;
	}
	if (!is)
		is = take_last_words(heading, field, currency, unit);
	if (!is && field->type == &type_amount)
		take_any_word(heading, currency, unit);
}

void heading_unit_free(struct heading_unit *unit)
{
	free(unit->beside);
	free(unit->refused);
	free(unit->above);
	free(unit->levels);
	free(unit->zone);
	memset(unit, 0, sizeof *unit);
}

char *heading_unit_beside(const struct heading_unit *unit, const char *text)
{
	static const struct reading_form form = { .table = true };
	struct number_reading read;
	size_t length = strlen(text);

	if (unit->zone)
		return heading_zone_beside(unit->zone, text);
	if ((!unit->beside && !unit->refused) || number_read(text, &form, &read) == READING_NONE || *read.unit)
		return NULL;
	while (length && text[length - 1] == ' ')
		length--;
	/* "(12)" is less than nothing, and the unit stands within. */
	if (length && text[length - 1] == ')')
		return xasprintf("%.*s %s)", (int)length - 1, text, unit->beside ? unit->beside : unit->refused);
	return xasprintf("%.*s %s", (int)length, text, unit->beside ? unit->beside : unit->refused);
}

/* ---- dates ---- */

/* One letter again and again, up to so many times; 0: none of these letters. */
static size_t letters_of(const char *text, const char *letters, size_t most)
{
	size_t length = 0;

	if (!*text || !strchr(letters, *text))
		return 0;
	while (text[length] && tolower((unsigned char)text[length]) == tolower((unsigned char)*text))
		length++;
	return length <= most && !isalnum((unsigned char)text[length]) ? length : 0;
}

/* "jj/mm/aaaa" at the start of text: its length, and the order; 0: it is none. */
static size_t form_of_dates(const char *text, enum date_order *order)
{
	static const char *const day = "dDjJ", *const month = "mM", *const year = "aAyY";
	const char *kinds[3] = { NULL, NULL, NULL };
	const char *at = text;
	size_t count = 0, length, days = 0, months = 0, i;
	char sign = '\0';

	while (count < 3) {
		const char *kind = letters_of(at, day, 2)     ? day
				   : letters_of(at, month, 2) ? month
				   : letters_of(at, year, 4)  ? year
							      : NULL;

		if (!kind)
			break;
		length = letters_of(at, kind, 4);
		days += kind == day;
		months += kind == month;
		kinds[count++] = kind;
		at += length;
		if (!*at || !strchr("/.- ", *at) || (sign && *at != sign) || count == 3)
			break;
		sign = *at++;
	}
	if (count < 3 || days != 1 || months != 1)
		return 0;
	for (i = 0; i < 3 && kinds[i] == year; i++)
		;
	*order = i ? ORDER_LOCALE : kinds[0] == day ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
	return (size_t)(at - text);
}

static const char *find_form(const char *heading, size_t *length, enum date_order *order)
{
	const char *at;

	for (at = heading; *at; at++) {
		if (at > heading && (isalnum((unsigned char)at[-1]) || (unsigned char)at[-1] >= 0x80))
			continue;
		*length = form_of_dates(at, order);
		if (*length)
			return at;
	}
	return NULL;
}

enum date_order heading_order(const char *heading)
{
	enum date_order order = ORDER_LOCALE;
	size_t length;

	find_form(heading, &length, &order);
	return order;
}

char *heading_bare(const char *heading)
{
	enum date_order order;
	size_t length;
	const char *form = find_form(heading, &length, &order), *last;
	char *line, *bare;
	bool multiple;

	if (form)
		return xasprintf("%.*s%s", (int)(form - heading), heading, form + length);
	line = text_one_line(heading);
	last = strrchr(line, ' ');
	/* "EUR" alone, or "%", may be of the name. */
	if (last && is_currency(last + 1, "", &multiple) && last[1] != '%') {
		length = (size_t)(last - line);
		if (length > 3 && (strncasecmp(last - 3, " en", 3) == 0 || strncasecmp(last - 3, " in", 3) == 0))
			length -= 3;
		bare = xstrndup(line, length);
	} else {
		bare = xstrdup(heading);
	}
	free(line);
	return bare;
}
