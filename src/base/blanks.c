/* Blanks and dashes of all kinds, as pages, word processors and spreadsheets leave them in what is written: many cannot be seen. */
#include <string.h>

#include "base/lib.h"

/* The length of the blank that text begins with; 0: it begins with none.  *seen: it takes room between words. */
static size_t blank(const char *text, bool *seen)
{
	const unsigned char *c = (const unsigned char *)text;
	unsigned char last;

	*seen = true;
	if (*c == ' ' || *c == '\t')
		return 1;
	if (*c < 0xc2)
		return 0;
	/* The no-break one. */
	if (c[0] == 0xc2 && c[1] == 0xa0)
		return 2;
	if (c[0] == 0xe3 && c[1] == 0x80 && c[2] == 0x80)
		return 3;
	/* U+2000 to U+200F, U+202F, U+205F: wide and narrow ones; of no width; marks of direction. */
	last = c[0] == 0xe2 && c[1] ? c[2] : 0;
	if (last && c[1] == 0x80 && (last <= 0x8a || last == 0xaf))
		return 3;
	if (last && c[1] == 0x81 && last == 0x9f)
		return 3;
	*seen = false;
	if (last && c[1] == 0x80 && (last <= 0x8f || (last >= 0xaa && last <= 0xae)))
		return 3;
	if (last && c[1] == 0x81 && last >= 0xa0 && last <= 0xa9 && last != 0xa5)
		return 3;
	/* The mark of the order of bytes. */
	return strncmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

size_t text_blanks(const char *text)
{
	size_t length = 0, more;
	bool seen;

	while ((more = blank(text + length, &seen)))
		length += more;
	return length;
}

const char *text_trimmed(const char *text, size_t *length)
{
	size_t end, before, more;
	bool seen;

	while (*text && (more = *text == '\r' || *text == '\n' ? 1 : blank(text, &seen)))
		text += more;
	for (end = strlen(text); end; end = before) {
		for (before = end - 1; before && ((unsigned char)text[before] & 0xc0) == 0x80; before--)
			;
		if (text[before] != '\r' && text[before] != '\n' && blank(text + before, &seen) != end - before)
			break;
	}
	*length = end;
	return text;
}

char *text_plain_blanks(const char *text)
{
	char *plain = xstrdup(text), *to = plain;
	size_t length;
	bool seen;

	for (; *text; text += length ? length : 1) {
		length = blank(text, &seen);
		/* Those that join letters and signs to one stay. */
		if (!length || strncmp(text, "\xe2\x80\x8c", 3) == 0 || strncmp(text, "\xe2\x80\x8d", 3) == 0)
			*to++ = *text, length = 0;
		else if (seen)
			*to++ = *text == '\t' ? '\t' : ' ';
	}
	*to = '\0';
	return plain;
}

char *text_hyphens(const char *text)
{
	/* Hyphens, dashes and the minus sign; small and wide ones. */
	static const char *const dashes[] = { "\xe2\x80\x90", "\xe2\x80\x91", "\xe2\x80\x92", "\xe2\x80\x93",
		"\xe2\x80\x94", "\xe2\x80\x95", "\xe2\x88\x92", "\xef\xb9\xa3", "\xef\xbc\x8d" };
	struct buffer plain = { 0 };
	size_t i, run;

	while (*text) {
		run = strcspn(text, "\xe2\xef");
		buffer_add_bytes(&plain, text, run);
		text += run;
		if (!*text)
			break;
		for (i = 0; i < sizeof dashes / sizeof dashes[0] && strncmp(text, dashes[i], 3) != 0; i++)
			;
		buffer_add_char(&plain, i < sizeof dashes / sizeof dashes[0] ? '-' : *text);
		text += i < sizeof dashes / sizeof dashes[0] ? 3 : 1;
	}
	return buffer_take(&plain);
}
