/* UTF-8 text: whether it is valid, and what of it may be shown.  utf8proc knows Unicode. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/lib.h"

static utf8proc_ssize_t decode(const char *text, size_t length, utf8proc_int32_t *character)
{
	return utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, character);
}

/* How many bytes at the beginning are ASCII, counted by words: most texts are nothing else, and each is looked at often. */
static size_t ascii_length(const char *text, size_t length)
{
	size_t i = 0;
	uint64_t word;

	while (i + sizeof word <= length) {
		memcpy(&word, text + i, sizeof word);
		if (word & UINT64_C(0x8080808080808080))
			break;
		i += sizeof word;
	}
	while (i < length && (unsigned char)text[i] < 0x80)
		i++;
	return i;
}

bool text_is_valid(const char *text, size_t length)
{
	size_t i = 0;

	while ((i += ascii_length(text + i, length - i)) < length) {
		utf8proc_int32_t character;
		utf8proc_ssize_t size;

		size = decode(text + i, length - i, &character);
		if (size <= 0)
			return false;
		i += (size_t)size;
	}
	return true;
}

bool text_differs(const char *a, const char *b)
{
	return a != b && (!a || !b || strcmp(a, b) != 0);
}

size_t text_length(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		if (((unsigned char)*text & 0xc0) != 0x80)
			count++;
	return count;
}

bool text_has_control(const char *text, const char *allowed)
{
	const unsigned char *c;

	for (c = (const unsigned char *)text; *c; c++) {
		if (*c >= 0x20 && *c < 0x7f)
			continue;
		if ((*c < 0x20 || *c == 0x7f) && !strchr(allowed, *c))
			return true;
		if (c[0] == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0)
			return true;
	}
	return false;
}

/* C0, DEL and C1. */
static bool is_control(utf8proc_int32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

static bool is_noncharacter(utf8proc_int32_t c)
{
	return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

bool text_has_noncharacter(const char *text)
{
	size_t length = strlen(text), i = 0;

	while ((i += ascii_length(text + i, length - i)) < length) {
		utf8proc_int32_t character;
		utf8proc_ssize_t size;

		/* All of them begin with 0xef or 0xf0 and above. */
		if ((unsigned char)text[i] < 0xef) {
			i++;
			continue;
		}
		size = decode(text + i, length - i, &character);
		if (size > 0 && is_noncharacter(character))
			return true;
		i += size > 0 ? (size_t)size : 1;
	}
	return false;
}

char *text_exchangeable(const char *text)
{
	struct buffer out = { 0 };
	size_t length = strlen(text), i = 0;

	while (i < length) {
		utf8proc_int32_t character;
		utf8proc_ssize_t size = decode(text + i, length - i, &character);

		if (size <= 0 || (is_control(character) && character != '\n' && character != '\t') ||
			is_noncharacter(character))
			buffer_add(&out, "\xef\xbf\xbd");
		else
			buffer_add_bytes(&out, text + i, (size_t)size);
		i += size > 0 ? (size_t)size : 1;
	}
	return buffer_take(&out);
}

/* Controls, bidi controls, line separators and what has no meaning: never sent to a terminal. */
static bool is_unprintable(utf8proc_int32_t c)
{
	return is_control(c) || c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) ||
	       (c >= 0xe0000 && c <= 0xe007f) || is_noncharacter(c);
}

void text_neutralise(struct buffer *out, const char *bytes, size_t length, const char *kept)
{
	size_t i = 0;

	while (i < length) {
		utf8proc_int32_t character;
		utf8proc_ssize_t size;

		if (bytes[i] >= 0x20 && bytes[i] < 0x7f) {
			size_t plain = i;

			while (i < length && bytes[i] >= 0x20 && bytes[i] < 0x7f)
				i++;
			buffer_add_bytes(out, bytes + plain, i - plain);
			continue;
		}
		size = decode(bytes + i, length - i, &character);
		if (size <= 0) {
			buffer_add(out, "\xef\xbf\xbd");
			i++;
			continue;
		}
		/* A carriage return alone would go back over the line. */
		if ((character == '\n' || character == '\t' ||
			    (character == '\r' && i + 1 < length && bytes[i + 1] == '\n')) &&
			strchr(kept, character))
			buffer_add_char(out, bytes[i]);
		else if (character == '\t' || character == '\n')
			buffer_add_char(out, ' ');
		else if (is_unprintable(character))
			buffer_add(out, "\xef\xbf\xbd");
		else
			buffer_add_bytes(out, bytes + i, (size_t)size);
		i += (size_t)size;
	}
}

char *text_printable(const char *text, bool keep_newlines)
{
	struct buffer out = { 0 };

	text_neutralise(&out, text, strlen(text), keep_newlines ? "\n" : "");
	return buffer_take(&out);
}

const char *strings_split_row(struct strings *strings, const char *line)
{
	size_t length = strcspn(line, "\n"), at = 0;

	while (at <= length && length) {
		size_t wide = strcspn(line + at, "\t\n");

		strings_take(strings, xstrndup(line + at, wide));
		at += wide + 1;
	}
	return line + length + (line[length] == '\n');
}
