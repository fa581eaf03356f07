/*
 * Texts in other encodings than UTF-8, as spreadsheets save them.  A mark settles it; bytes that are UTF-8
 * are nothing else; what then looks like Western European Windows is read as that, and said.  What
 * looks like neither is asked for: a guess that is wrong would change every accent of a register.
 */
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/input.h"

/* What Windows-1252 has from 0x80 to 0x9f; 0: nothing. */
static const unsigned short upper[32] = { 0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030,
	0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122,
	0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178 };

static void add_character(struct buffer *out, unsigned long c)
{
	char text[4];
	size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4, i;

	for (i = length; i-- > 1; c >>= 6)
		text[i] = (char)(0x80 | (c & 0x3f));
	/* Of the first byte as many ones lead as there are bytes. */
	text[0] = (char)(length == 1 ? c : ((0xf00u >> length & 0xff) | c));
	buffer_add_bytes(out, text, length);
}

static void replace(struct buffer *bytes, struct buffer *text)
{
	buffer_free(bytes);
	*bytes = *text;
	if (!bytes->data)
		buffer_add(bytes, "");
}

static void from_western(struct buffer *bytes)
{
	struct buffer text = { 0 };
	size_t i;

	for (i = 0; i < bytes->length; i++) {
		unsigned char c = (unsigned char)bytes->data[i];

		if (c < 0x80)
			buffer_add_char(&text, (char)c);
		else
			add_character(&text, c >= 0xa0 ? c : upper[c - 0x80]);
	}
	replace(bytes, &text);
}

static bool from_wide(const char *name, struct buffer *bytes, bool little, struct error *error)
{
	const unsigned char *from = (const unsigned char *)bytes->data;
	struct buffer text = { 0 };
	size_t i;
	long line = 1;

	for (i = 0; i + 1 < bytes->length; i += 2) {
		unsigned long c = little ? from[i] | (unsigned)from[i + 1] << 8 : from[i + 1] | (unsigned)from[i] << 8;

		if (c >= 0xd800 && c < 0xdc00 && i + 3 < bytes->length) {
			unsigned long low = little ? from[i + 2] | (unsigned)from[i + 3] << 8
						   : from[i + 3] | (unsigned)from[i + 2] << 8;

			if (low >= 0xdc00 && low < 0xe000) {
				c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
				i += 2;
			}
		}
		if (c >= 0xd800 && c < 0xe000)
			break;
		line += c == '\n';
		add_character(&text, c);
	}
	if (i < bytes->length) {
		buffer_free(&text);
		return error_set_at(error, ERROR_INVALID, name, line, _("The row is not valid UTF-16 text."));
	}
	replace(bytes, &text);
	return true;
}

/* What was not opened is closed too: that is refused as well. */
static bool knows(const char *encoding)
{
	return iconv_close(iconv_open("UTF-8", encoding)) == 0;
}

/* By the C library, which knows some hundred names. */
static bool from_named(const char *name, struct buffer *bytes, const char *encoding, struct error *error)
{
	struct buffer text = { 0 };
	iconv_t converter;
	char *from = bytes->data, block[4096];
	size_t left = bytes->length, i;
	bool ok = true, rest = true;
	long line = 1;

	if (!knows(encoding))
		return error_set(error, ERROR_USAGE,
			_("There is no encoding %s; it is utf-8, utf-16, windows-1252, iso-8859-15, macintosh, cp850 ..."),
			encoding);
	converter = iconv_open("UTF-8", encoding);
	while (ok && (left || rest)) {
		char *to = block;
		size_t room = sizeof block, code;

		/* At the end, what the encoding still holds back. */
		rest = left > 0;
		code = iconv(converter, left ? &from : NULL, &left, &to, &room);
		ok = code != (size_t)-1 || errno == E2BIG;
		buffer_add_bytes(&text, block, sizeof block - room);
	}
	iconv_close(converter);
	if (ok) {
		replace(bytes, &text);
		return true;
	}
	for (i = 0; i < text.length; i++)
		line += text.data[i] == '\n';
	buffer_free(&text);
	return error_set_at(error, ERROR_INVALID, name, line, _("The row is not valid %s text."), encoding);
}

static bool is_letter(int c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_small(int c)
{
	return c >= 'a' && c <= 'z';
}

/* The byte there; a blank before the text and behind it. */
static int at(const struct buffer *bytes, size_t place)
{
	return place < bytes->length ? (unsigned char)bytes->data[place] : ' ';
}

/* A letter of ASCII, or of Windows-1252 with its accent. */
static bool is_western_letter(int c)
{
	return is_letter(c) || (c >= 0xc0 && c != 0xd7 && c != 0xf7);
}

static bool is_of(const char *bytes, int c)
{
	return c && strchr(bytes, c);
}

/* What opens a quotation, and letters that are never small words' ends: behind a small letter they are accents of a Mac or of DOS. */
static bool is_odd_behind_letter(int c)
{
	return is_of("\x82\x84\x88\x8a\x8e\x98\x9f", c);
}

/* Whether a sign of Windows-1252 cannot stand where it does. */
static bool is_out_of_place(const struct buffer *bytes, size_t i)
{
	static const char within[] = "\x85\x8c\x91\x92\x96\x97\x9a\x9c\x9e";
	int c = at(bytes, i), before = at(bytes, i - 1), after = at(bytes, i + 1);

	if (!upper[c - 0x80])
		return true;
	if (is_western_letter(before) && is_western_letter(after) && !is_of(within, c))
		return true;
	if (is_small(before) && is_odd_behind_letter(c))
		return true;
	/* A circumflex and a tilde stand beside no word; "per mille" stands behind figures. */
	return is_of("\x88\x89\x98", c) &&
	       (is_western_letter(before == ' ' ? at(bytes, i - 2) : before) ||
		       (c != 0x89 && is_western_letter(after == ' ' ? at(bytes, i + 2) : after)));
}

/* Whether the letters of ASCII that end before the place are one of the words. */
static bool is_behind_word(const struct buffer *bytes, size_t i, const char *const *words, size_t count)
{
	size_t start = i, k;

	while (start && is_letter(at(bytes, start - 1)))
		start--;
	for (k = 0; k < count; k++)
		if (strlen(words[k]) == i - start && strncasecmp(bytes->data + start, words[k], i - start) == 0)
			return true;
	return false;
}

/* Whether the sign may be, and be an accent of a Mac or of DOS as well: nothing but other accents of the text tells. */
static bool is_doubtful(const struct buffer *bytes, size_t i)
{
	/* Without their last letter, which has a grave accent. */
	static const char *const in_a[] = { "l", "voil", "del", "hol", "cel" }, *const in_u[] = { "o" };
	int c = at(bytes, i), before = at(bytes, i - 1), after = at(bytes, i + 1);
	bool begins = is_letter(after) && !is_western_letter(before);
	size_t rest = 0;

	while (is_small(at(bytes, i + 1 + rest)))
		rest++;
	switch (c) {
	case 0x83:
	case 0x86:
	case 0x87:
		return is_western_letter(before) || is_western_letter(after);
	case 0x82:
		return begins && !strpbrk(bytes->data, "\x91\x92");
	case 0x84:
		return begins && !strpbrk(bytes->data, "\x93\x94");
	case 0x85:
		/* "Panne \x85 Lyon" */
		return (before == ' ' && after == ' ' && is_letter(at(bytes, i - 2)) && is_letter(at(bytes, i + 2))) ||
		       (!is_letter(after) && is_behind_word(bytes, i, in_a, sizeof in_a / sizeof in_a[0]));
	case 0x8c:
		/* "\x8cle", "\x8cr" */
		return begins && (after == 'l' || after == 'r');
	case 0x8e:
	case 0x99:
	case 0x9a:
		return begins;
	case 0x96:
	case 0x9e:
		/* "ao\x96t" */
		return is_small(before) && rest > 0 && rest <= 2;
	case 0x97:
		return !is_letter(after) && is_behind_word(bytes, i, in_u, 1);
	case 0x9c:
		return after >= '0' && after <= '9';
	default:
		return false;
	}
}

/* An accent as Windows has it, beside a small letter. */
static bool is_western_accent(const struct buffer *bytes, size_t i)
{
	return is_of("\xe0\xe2\xe4\xe7\xe8\xe9\xea\xeb\xee\xef\xf4\xf6\xf9\xfb\xfc", at(bytes, i)) &&
	       (is_small(at(bytes, i - 1)) || is_small(at(bytes, i + 1)));
}

/*
 * Whether the bytes may be Western European Windows: none of those that it lacks, and its signs only where
 * they stand.  On a Mac and under DOS the accents are where Windows has these.
 */
static bool may_be_western(const struct buffer *bytes)
{
	bool doubtful = false, shown = false;
	size_t i;

	for (i = 0; i < bytes->length; i++) {
		int c = at(bytes, i);

		if (c < 0x80)
			continue;
		if (c > 0x9f)
			shown = shown || is_western_accent(bytes, i);
		else if (is_out_of_place(bytes, i))
			return false;
		else
			doubtful = doubtful || is_doubtful(bytes, i);
	}
	return shown || !doubtful;
}

/* The euro and "oe" of Latin-9 stand where Windows has signs that nobody writes; it has nothing from 0x80 to 0x9f. */
static bool is_latin_9(const struct buffer *bytes)
{
	const unsigned char *text = (const unsigned char *)bytes->data;
	bool shows = false;
	size_t i;

	for (i = 0; i < bytes->length; i++) {
		if (text[i] >= 0x80 && text[i] <= 0x9f)
			return false;
		/* A half and a quarter stand beside figures. */
		if (text[i] == 0xa4 ||
			((text[i] == 0xbd || text[i] == 0xbc) && i + 1 < bytes->length && is_letter(text[i + 1]) &&
				(i == 0 || !strchr("0123456789", text[i - 1]))))
			shows = true;
	}
	return shows;
}

/* Every other byte of a Latin text in UTF-16 is 0, and of another text none. */
static bool is_wide(const struct buffer *bytes, bool *little)
{
	size_t zeros[2] = { 0, 0 }, i, half = bytes->length / 2;

	for (i = 0; i < bytes->length; i++)
		zeros[i % 2] += bytes->data[i] == '\0';
	*little = zeros[1] > zeros[0];
	return half > 1 && zeros[*little ? 1 : 0] * 10 > half * 9 && zeros[*little ? 0 : 1] * 10 < half;
}

/* The next character of valid UTF-8 as a byte of Windows-1252; 256: it has none. */
static unsigned western_byte(const char **text)
{
	const unsigned char *c = (const unsigned char *)*text;
	unsigned code = c[0] < 0x80   ? c[0]
			: c[0] < 0xe0 ? (unsigned)(c[0] & 0x1f) << 6 | (c[1] & 0x3f)
			: c[0] < 0xf0 ? (unsigned)(c[0] & 0x0f) << 12 | (unsigned)(c[1] & 0x3f) << 6 | (c[2] & 0x3f)
				      : 0xffff,
		 i;

	*text += c[0] < 0x80 ? 1 : c[0] < 0xe0 ? 2 : c[0] < 0xf0 ? 3 : 4;
	if (code < 0x80 || (code >= 0xa0 && code < 0x100))
		return code;
	for (i = 0; i < 32; i++)
		/* The five holes are kept as they are. */
		if (upper[i] == code || (!upper[i] && code == 0x80 + i))
			return 0x80 + i;
	return 256;
}

static bool is_first_of_several(unsigned byte)
{
	return byte >= 0xc2 && byte <= 0xf4;
}

/* UTF-8 that a program took for Windows-1252 and wrote as UTF-8 once more, "donn\xc3\x83\xc2\xa9" "es": taken back.  False: it is not that. */
static bool from_twice(struct buffer *bytes)
{
	struct buffer once = { 0 };
	const char *text = bytes->data, *end = text + bytes->length;

	while (text < end && (unsigned char)*text < 0x80)
		text++;
	/* A character's first byte, and then its second: text of this kind has no other character. */
	if (text == end || !is_first_of_several(western_byte(&text)) || text == end || western_byte(&text) < 0x80)
		return false;
	for (text = bytes->data; text < end;) {
		unsigned byte = western_byte(&text);

		if (byte > 255) {
			buffer_free(&once);
			return false;
		}
		buffer_add_char(&once, (char)byte);
	}
	if (!text_is_valid(once.data, once.length)) {
		buffer_free(&once);
		return false;
	}
	replace(bytes, &once);
	return true;
}

/* Characters of several bytes that are UTF-8, and bytes that are not. */
struct mixture {
	size_t whole, bad;
	size_t letters; /* of the whole ones, accents and signs as Western texts have them, which other texts do not spell */
	long line;      /* of the first byte that is not */
};

static struct mixture mixture_of(const struct buffer *bytes)
{
	struct mixture mixture = { .line = 1 };
	size_t i = 0;

	while (i < bytes->length) {
		unsigned char c = (unsigned char)bytes->data[i];
		size_t length = c < 0xc2 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 1;

		if (length > bytes->length - i)
			length = 1;
		if (length > 1 && text_is_valid(bytes->data + i, length)) {
			mixture.whole++;
			mixture.letters += c == 0xc3 || (c == 0xe2 && bytes->data[i + 1] == '\x80');
		} else {
			mixture.bad += c >= 0x80;
			mixture.line += c == '\n' && !mixture.bad;
			length = 1;
		}
		i += length;
	}
	return mixture;
}

static void drop(struct buffer *bytes, size_t count)
{
	bytes->length -= count;
	memmove(bytes->data, bytes->data + count, bytes->length + 1);
}

static bool guess(const char *name, struct buffer *bytes, char **found, struct error *error)
{
	struct mixture mixture;
	bool little;

	if (is_wide(bytes, &little)) {
		if (!from_wide(name, bytes, little, error))
			return false;
		*found = xstrdup(little ? "UTF-16LE" : "UTF-16BE");
		return true;
	}
	if (text_is_valid(bytes->data, bytes->length)) {
		if (from_twice(bytes))
			/* TRANSLATORS: an encoding in which a table was read */
			*found = xstrdup(_("UTF-8 that was encoded twice"));
		return true;
	}
	mixture = mixture_of(bytes);
	/* Most of a damaged text is still whole. */
	if (mixture.whole > mixture.bad)
		return true;
	if (mixture.letters)
		return error_set_at(error, ERROR_INVALID, name, mixture.line,
			_("A part of the table is UTF-8 and this row is not, as where two files were put together; save it in one encoding, or say by --encoding= which one to take."));
	if (is_latin_9(bytes)) {
		if (!from_named(name, bytes, "ISO-8859-15", error))
			return false;
		*found = xstrdup("ISO-8859-15");
		return true;
	}
	if (!may_be_western(bytes))
		return error_set(error, ERROR_INVALID,
			_("%s is neither UTF-8 nor Windows-1252; say which encoding it has by --encoding=, for instance macintosh or cp850."),
			name);
	from_western(bytes);
	*found = xstrdup("Windows-1252");
	return true;
}

bool input_decode(const char *name, struct buffer *bytes, const char *encoding, char **found, struct error *error)
{
	bool marked = bytes->length >= 3 && memcmp(bytes->data, "\xef\xbb\xbf", 3) == 0,
	     little = bytes->length >= 2 && memcmp(bytes->data, "\xff\xfe", 2) == 0,
	     big = bytes->length >= 2 && memcmp(bytes->data, "\xfe\xff", 2) == 0;

	*found = NULL;
	if (encoding && (strcasecmp(encoding, "windows-1252") == 0 || strcasecmp(encoding, "cp1252") == 0)) {
		/* Its five holes are not worth a refusal to who named it. */
		return from_named(name, bytes, "WINDOWS-1252", error);
	}
	if (encoding && strcasecmp(encoding, "utf-8") != 0 && strcasecmp(encoding, "utf8") != 0) {
		if ((little || big) && strncasecmp(encoding, "utf-16", 6) == 0) {
			drop(bytes, 2);
			return from_wide(name, bytes, little, error);
		}
		return from_named(name, bytes, encoding, error);
	}
	if (marked) {
		drop(bytes, 3);
		if (!encoding && text_is_valid(bytes->data, bytes->length) && from_twice(bytes))
			*found = xstrdup(_("UTF-8 that was encoded twice"));
		return true;
	}
	if (!encoding && (little || big)) {
		drop(bytes, 2);
		return from_wide(name, bytes, little, error);
	}
	return encoding || guess(name, bytes, found, error);
}
