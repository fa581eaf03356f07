/* How a text is folded to be looked for, and ordered. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/lib.h"

/* Letters that Unicode does not decompose, but people look for under their plain form. */
static void add_plain(struct buffer *out, const char *folded)
{
	static const char letters[][2][3] = { { "\xc5\x93", "oe" }, { "\xc3\xa6", "ae" }, { "\xc3\xb8", "o" },
		{ "\xc5\x82", "l" } };
	size_t i;

	while (*folded) {
		for (i = 0; i < 4 && strncmp(folded, letters[i][0], 2) != 0; i++)
			;
		if (i < 4)
			buffer_add(out, letters[i][1]);
		else
			buffer_add_char(out, *folded);
		folded += i < 4 ? 2 : 1;
	}
}

/* False: they are no UTF-8. */
static bool fold_bytes(const char *text, size_t length, struct buffer *out)
{
	utf8proc_uint8_t *folded = NULL;

	if (utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &folded,
		    UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
			    UTF8PROC_IGNORE) < 0)
		return false;
	add_plain(out, (const char *)folded);
	free(folded);
	return true;
}

#define PAIRS 0x700 /* characters of two bytes: U+0100 to U+07FF, and U+0080 on before them */

/* A letter of two bytes, as most that Europe has beside ASCII are; what becomes of each is found out once. */
static bool fold_pair(const char *text, struct buffer *out)
{
	static char known[PAIRS + 0x80][8];
	size_t place = ((size_t)(text[0] & 0x1f) << 6 | (size_t)(text[1] & 0x3f)) - 0x80;
	struct buffer folded = { 0 };
	bool ok;

	if (*known[place]) {
		buffer_add(out, known[place]);
		return true;
	}
	ok = fold_bytes(text, 2, &folded);
	if (ok && folded.length && folded.length < sizeof known[place])
		memcpy(known[place], folded.data, folded.length + 1);
	if (ok && folded.length)
		buffer_add_bytes(out, folded.data, folded.length);
	buffer_free(&folded);
	return ok;
}

/* Marks are taken off and nothing is put together, so that each character is folded for itself. */
char *text_fold(const char *text)
{
	struct buffer out = { 0 };
	const char *at = text;
	bool ok = true;

	while (*at && ok) {
		size_t length = 0;

		while (at[length] && !(at[length] & 0x80))
			length++;
		if (length) {
			size_t from = out.length;

			buffer_add_bytes(&out, at, length);
			for (; from < out.length; from++)
				if (out.data[from] >= 'A' && out.data[from] <= 'Z')
					out.data[from] = (char)(out.data[from] + ('a' - 'A'));
		} else if ((unsigned char)at[0] >= 0xc2 && (unsigned char)at[0] < 0xe0 && (at[1] & 0xc0) == 0x80) {
			length = 2;
			ok = fold_pair(at, &out);
		} else {
			while (at[length] & 0x80)
				length++;
			ok = fold_bytes(at, length, &out);
		}
		at += length;
	}
	if (ok)
		return out.data ? buffer_take(&out) : xstrdup("");
	buffer_free(&out);
	return xstrdup(text);
}

char *text_fold_typed(const char *text)
{
	char *folded = text_fold(text), *from, *to;

	for (from = to = folded; *from; to++) {
		bool apostrophe = strncmp(from, "\xe2\x80\x99", 3) == 0;

		*to = apostrophe ? '\'' : *from;
		from += apostrophe ? 3 : 1;
	}
	*to = '\0';
	return folded;
}

char *text_capital(const char *text)
{
	utf8proc_int32_t character;
	utf8proc_ssize_t size =
		utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)strlen(text), &character);
	utf8proc_uint8_t capital[4];
	utf8proc_ssize_t length;

	if (size <= 0)
		return xstrdup(text);
	length = utf8proc_encode_char(utf8proc_toupper(character), capital);
	return xasprintf("%.*s%s", (int)length, (const char *)capital, text + size);
}

char *text_sort_key(const char *text)
{
	char *folded = text_fold(text);
	struct buffer key = { 0 };
	const char *c = folded;

	while (*c) {
		if (*c >= '0' && *c <= '9') {
			size_t digits;

			while (*c == '0' && c[1] >= '0' && c[1] <= '9')
				c++;
			digits = strspn(c, "0123456789");
			/* The length of the run comes first: 9 before 10; runs of 26 digits and more sort as text. */
			buffer_add_char(&key, (char)('0' + (digits < 26 ? digits : 26)));
			buffer_add_bytes(&key, c, digits);
			c += digits;
		} else {
			size_t plain = 0;

			while ((unsigned char)c[plain] >= 0x20 && !(c[plain] >= '0' && c[plain] <= '9'))
				plain++;
			if (plain) {
				buffer_add_bytes(&key, c, plain);
				c += plain;
			} else {
				buffer_add_char(&key, ' ');
				c++;
			}
		}
	}
	free(folded);
	return buffer_take(&key);
}
