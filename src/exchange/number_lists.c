/* Numbers of a catalogue in one cell with signs or words between them, as people list them. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

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

/* What stands between two numbers; *range: those between are meant too. */
static const char *after_sign(const char *text, bool *range)
{
	static const struct {
		const char *sign;
		bool range;
	} signs[] = { { "...", true }, { "..", true }, { "\xe2\x80\xa6", true }, { "-", true },
		{ "\xe2\x80\x93", true }, { "\xe2\x80\x94", true }, { "to ", true }, { "\xc3\xa0 ", true },
		{ "&", false }, { "/", false }, { "+", false }, { "et ", false }, { "and ", false } };
	size_t i;

	*range = false;
	for (i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (strncasecmp(text, signs[i].sign, strlen(signs[i].sign)) == 0) {
			*range = signs[i].range;
			text += strlen(signs[i].sign);
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

bool numbered_list(const char *text, struct strings *pieces)
{
	struct strings found = { 0 };
	bool range = false, ok = true;
	size_t i;

	for (text += text_blanks(text); ok && *text;) {
		size_t length = numbered_length(text);
		char *piece = xstrndup(text, length);

		ok = length > 0;
		if (ok && range)
			ok = add_range(&found, piece);
		else if (ok)
			strings_add(&found, piece);
		free(piece);
		text += length;
		text += text_blanks(text);
		text = *text ? after_sign(text, &range) : text;
	}
	ok = ok && found.count > 1;
	for (i = 0; ok && i < found.count; i++)
		strings_add(pieces, found.items[i]);
	strings_free(&found);
	return ok;
}
