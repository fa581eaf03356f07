/* Numbers of a catalogue in one cell with signs or words between them, as people list them. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/lists.h"
#include "exchange/numbered.h"

#define RANGE_MOST 100

size_t numbered_length(const char *text)
{
	size_t length = isalpha((unsigned char)text[0]) && text[1] && strchr(". -0123456789", text[1]) ? 1 : 0, digits;
	bool parted = false;

	length += length ? strspn(text + length, ". -") : 0;
	for (;;) {
		digits = strspn(text + length, "0123456789");
		if (!digits || digits > 3)
			return 0;
		length += digits;
		if (text[length] != '.' || !isdigit((unsigned char)text[length + 1]))
			break;
		length++;
		parted = true;
	}
	return parted && !isalnum((unsigned char)text[length]) && text[length] != '%' ? length : 0;
}

const char *numbered_after_sign(const char *text, enum number_sign *found)
{
	static const struct {
		const char *text;
		enum number_sign sign;
	} signs[] = { { "...", NUMBERS_RANGE }, { "..", NUMBERS_RANGE }, { "\xe2\x80\xa6", NUMBERS_RANGE },
		{ "->", NUMBERS_RANGE }, { "-", NUMBERS_DASH }, { "\xe2\x80\x93", NUMBERS_DASH },
		{ "\xe2\x80\x94", NUMBERS_DASH }, { "\xe2\x86\x92", NUMBERS_RANGE }, { "to ", NUMBERS_RANGE },
		{ "through ", NUMBERS_RANGE }, { "\xc3\xa0 ", NUMBERS_RANGE }, { "au ", NUMBERS_RANGE },
		{ "jusqu'\xc3\xa0 ", NUMBERS_RANGE }, { "jusqu\xe2\x80\x99\xc3\xa0 ", NUMBERS_RANGE },
		{ "&", NUMBERS_BESIDE }, { "/", NUMBERS_BESIDE }, { "+", NUMBERS_BESIDE }, { "et ", NUMBERS_BESIDE },
		{ "and ", NUMBERS_BESIDE } };
	size_t i;

	*found = NUMBERS_BESIDE;
	for (i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (strncasecmp(text, signs[i].text, strlen(signs[i].text)) == 0) {
			*found = signs[i].sign;
			text += strlen(signs[i].text);
			break;
		}
	return text + text_blanks(text);
}

static const char *digits_of(const char *number)
{
	return number + strcspn(number, "0123456789");
}

/* Adds those after the last piece up to `end`, of the same clause. */
static bool add_range(struct strings *pieces, const char *end)
{
	const char *from = pieces->items[pieces->count - 1], *first = strrchr(from, '.') + 1,
		   *last = strrchr(end, '.') + 1;
	size_t clause = (size_t)(first - digits_of(from));
	char *before;
	int number;

	if (clause != (size_t)(last - digits_of(end)) || strncmp(digits_of(from), digits_of(end), clause) != 0 ||
		atoi(last) <= atoi(first) || atoi(last) - atoi(first) > RANGE_MOST)
		return false;
	before = xstrndup(from, (size_t)(first - from));
	for (number = atoi(first) + 1; number <= atoi(last); number++)
		strings_take(pieces, xasprintf("%s%d", before, number));
	free(before);
	return true;
}

/* The length of "3" at the start of text, a number within the clause of another one, and nothing of a longer one; 0: it is none. */
static size_t within_clause(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits < 3 && !isalnum((unsigned char)text[digits]) && text[digits] != '.' && text[digits] != '%'
		       ? digits
		       : 0;
}

/* "A.5.3" of the "3" behind "A.5.1 to".  The caller frees. */
static char *in_clause_of(const char *from, const char *text, size_t digits)
{
	return xasprintf("%.*s%.*s", (int)(strrchr(from, '.') + 1 - from), from, (int)digits, text);
}

/* "de 5.1 à 5.3" */
static const char *after_from(const char *text)
{
	static const char *const words[] = { "de ", "du ", "from " };
	size_t i;

	text += text_blanks(text);
	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strncasecmp(text, words[i], strlen(words[i])) == 0 && numbered_length(text + strlen(words[i])))
			return text + strlen(words[i]);
	return text;
}

bool numbered_list(const char *text, struct strings *pieces)
{
	struct strings found = { 0 };
	enum number_sign sign = NUMBERS_BESIDE;
	bool ok = true, parted = false;
	const char *behind;
	size_t i;

	for (text = after_from(text); ok && *text;) {
		size_t length = numbered_length(text),
		       digits = length || sign != NUMBERS_RANGE ? 0 : within_clause(text);
		char *piece =
			digits ? in_clause_of(found.items[found.count - 1], text, digits) : xstrndup(text, length);

		length += digits;
		/* Nobody knows whether "5.1 a 5.4" is what people type for "5.1 à 5.4". */
		ok = length > 0 && (parted || !found.count || strncmp(text, "a ", 2) != 0);
		if (ok && sign != NUMBERS_BESIDE)
			ok = add_range(&found, piece);
		else if (ok)
			strings_add(&found, piece);
		free(piece);
		text += length;
		text += text_blanks(text);
		behind = text;
		text = *text ? numbered_after_sign(text, &sign) : text;
		parted = text > behind;
	}
	ok = ok && found.count > 1;
	for (i = 0; ok && i < found.count; i++)
		strings_add(pieces, found.items[i]);
	strings_free(&found);
	return ok;
}

/* "A.5.1-3": the range that it may be, "A.5.1 - A.5.3"; NULL: it may be none.  The caller frees. */
static char *short_range(const char *text)
{
	enum number_sign sign = NUMBERS_BESIDE;
	size_t length, digits;
	char *from, *end, *whole = NULL;
	const char *last;

	text = after_from(text);
	length = numbered_length(text);
	last = length ? numbered_after_sign(text + length + text_blanks(text + length), &sign) : text;
	digits = sign != NUMBERS_BESIDE ? within_clause(last) : 0;
	if (!digits || last[digits + text_blanks(last + digits)])
		return NULL;
	from = xstrndup(text, length);
	end = in_clause_of(from, last, digits);
	if (atoi(strrchr(end, '.') + 1) > atoi(strrchr(from, '.') + 1))
		whole = xasprintf("%s - %s", from, end);
	free(from);
	free(end);
	return whole;
}

/* Two numbers with those between them, and nothing else. */
static bool is_range(const char *text)
{
	enum number_sign sign = NUMBERS_BESIDE;
	size_t length;

	text = after_from(text);
	length = numbered_length(text);
	text += length;
	text += text_blanks(text);
	text = length ? numbered_after_sign(text, &sign) : text;
	length = sign != NUMBERS_BESIDE ? numbered_length(text) : 0;
	return length && !text[length + text_blanks(text + length)];
}

/* Whether more than one number stands in it, each a word. */
static bool holds_several(const char *text)
{
	const char *at = text;
	size_t count = 0;

	while (*at) {
		size_t length =
			at > text && (isalnum((unsigned char)at[-1]) || at[-1] == '.') ? 0 : numbered_length(at);

		count += length > 0;
		at += length ? length : 1;
	}
	return count > 1;
}

/* "05.janv", "5-Jan", "05/01/2026": what a spreadsheet makes of 5.1, and writes as a text. */
static bool is_made_day(const char *text)
{
	static const struct reading_form form = { .table = true };
	static const struct date today = { 2026, 1, 1 };
	int elements = date_elements(text);
	struct date_reading read;
	size_t i, digits = 0, most = 0;
	bool letters = false;

	for (i = 0; text[i]; i++) {
		digits = isdigit((unsigned char)text[i]) ? digits + 1 : 0;
		most = digits > most ? digits : most;
		letters = letters || isalpha((unsigned char)text[i]) || (unsigned char)text[i] >= 0xc3;
	}
	return (elements == 2 && letters) ||
	       (elements == 3 && (letters || most == 4) && date_read(text, &form, &today, &read) != READING_NONE);
}

bool numbered_refuse(const struct field_def *field, const char *text, bool cell, struct error *error)
{
	bool several = field->type->storage == STORED_LINKS, range, day, more;
	char *shown, *whole = several ? short_range(text) : NULL;

	range = whole || is_range(text);
	day = !range && cell && is_made_day(text);
	more = !range && !day && holds_several(text);
	shown = text_printable(text, false);
	if (whole)
		error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: a field; "A.5.1-3"; "A.5.1 - A.5.3" */
			_("%s: \"%s\" may be a range; then write \"%s\"."), _(field->label), shown, whole);
	else if (more)
		list_refuse_several(field, text, error);
	else if (range && several)
		error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: a field; "5.3 - 6.1" */
			_("%s: \"%s\" is no range from a lower number to a higher one of the same clause; write each number."),
			_(field->label), shown);
	else if (range)
		error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: a field; "5.1 - 5.3" */
			_("%s takes one, and \"%s\" is a range; write each number of it in a row of its own."),
			_(field->label), shown);
	else if (day)
		error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: a field; "05.janv" */
			_("%s: \"%s\" is a day, which a spreadsheet makes of a number such as 5.1; have its column formatted as text, and write the number again."),
			_(field->label), shown);
	free(shown);
	free(whole);
	return range || day || more;
}
