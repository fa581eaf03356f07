/*
 * UTF-8 text: what may be shown, how many columns it takes, how it is folded
 * and ordered.  utf8proc knows Unicode; the columns are wcwidth's, as curses' are.
 */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

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

static int columns_of(utf8proc_int32_t character)
{
	int columns;

	if (character < 0x7f)
		return character >= 0x20;
	columns = wcwidth((wchar_t)character);
	return columns >= 0 ? columns : utf8proc_charwidth(character);
}

int text_columns(const char *text)
{
	size_t length = strlen(text), i = 0;
	int columns = 0;

	while (i < length) {
		utf8proc_int32_t character;
		utf8proc_ssize_t size;

		if (text[i] >= 0x20 && text[i] < 0x7f) {
			columns++;
			i++;
			continue;
		}
		size = decode(text + i, length - i, &character);
		if (size <= 0) {
			columns++;
			i++;
			continue;
		}
		columns += columns_of(character);
		i += (size_t)size;
	}
	return columns;
}

size_t text_next(const char *text, size_t offset)
{
	size_t i = offset;
	utf8proc_int32_t state = 0, before = -1, character;

	/* How long the text is does not matter: whoever walks over all of it comes by here for each cluster. */
	while (text[i]) {
		utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text + i, -1, &character);

		if (size <= 0)
			return i == offset ? i + 1 : i;
		if (before >= 0 && utf8proc_grapheme_break_stateful(before, character, &state))
			break;
		before = character;
		i += (size_t)size;
	}
	return i;
}

/* Between two characters of ASCII a cluster always ends, but for \r\n. */
static bool parts(const char *text, size_t at)
{
	return !((unsigned char)text[at - 1] & 0x80) && !((unsigned char)text[at] & 0x80) && text[at] != '\n';
}

size_t text_previous(const char *text, size_t offset)
{
	size_t at = offset, last;

	/* Clusters are found going forward, from the next place before where one surely begins. */
	if (at)
		at--;
	while (at && !parts(text, at))
		at--;
	last = at;
	while (at < offset) {
		last = at;
		at = text_next(text, at);
		if (at == last)
			break;
	}
	return last;
}

static int cluster_columns(const char *text, size_t from, size_t to)
{
	char *cluster = xstrndup(text + from, to - from);
	int columns = text_columns(cluster);

	free(cluster);
	return columns;
}

size_t text_fit(const char *text, int columns, int *used)
{
	return text_fit_in(text, SIZE_MAX, columns, used);
}

size_t text_fit_in(const char *text, size_t length, int columns, int *used)
{
	size_t at = 0;
	int sum = 0;

	while (at < length && text[at]) {
		size_t next;
		int width;

		if (text[at] >= 0x20 && text[at] < 0x7f && !((unsigned char)text[at + 1] & 0x80)) {
			next = at + 1;
			width = 1;
		} else {
			next = text_next(text, at);
			width = cluster_columns(text, at, next);
		}
		if (sum + width > columns)
			break;
		sum += width;
		at = next;
	}
	if (used)
		*used = sum;
	return at;
}

char *text_cut(const char *text, int columns)
{
	int used;
	size_t fit = text_fit(text, columns, &used);
	char *start, *cut;

	if (!text[fit])
		return xstrdup(text);
	if (columns <= 0)
		return xstrdup("");
	fit = text_fit(text, columns - 1, &used);
	start = xstrndup(text, fit);
	/* One column, in every character set. */
	cut = xasprintf("%s%s", start, codeset_is_utf8() ? "\xe2\x80\xa6" : "~");
	free(start);
	return cut;
}

char *text_pad(const char *text, int columns, bool align_right)
{
	char *cut = text_cut(text, columns), *padded;
	int missing = columns - text_columns(cut);

	if (missing < 0)
		missing = 0;
	padded = align_right ? xasprintf("%*s%s", missing, "", cut) : xasprintf("%s%*s", cut, missing, "");
	free(cut);
	return padded;
}

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
	utf8proc_ssize_t size = decode(text, strlen(text), &character);
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

/* True where a line must not begin: with a sign that ends a word, or the blank before it. */
static bool belongs_before(const char *text)
{
	return strchr(";:!?", *text) || strncmp(text, "\xc2\xbb", 2) == 0 || strncmp(text, "\xc2\xa0", 2) == 0 ||
	       strncmp(text, "\xe2\x80\xaf", 3) == 0;
}

/* Where a word that is longer than its line is broken: not before a sign, as far as there is another place. */
static size_t before_sign(const char *text, size_t fit)
{
	size_t at = fit;

	while (at && belongs_before(text + at))
		at = text_previous(text, at);
	return at ? at : fit;
}

/* A blank at which a line may end: not the one that French writes before a sign. */
static bool may_end(const char *blank)
{
	const char *next = blank + 1;

	if (strncmp(next, "\xc2\xbb", 2) == 0)
		return false;
	return !*next || !strchr(";:!?", *next) || (next[1] && next[1] != ' ');
}

/* One line of text over as many as it needs; those after the first begin at column `hang`. */
static void wrap_line(char *rest, int columns, int hang, struct strings *lines)
{
	bool first = true;

	do {
		int width = first || hang >= columns ? columns : columns - hang;
		size_t fit = text_fit(rest, width, NULL), cut = fit;

		if (rest[fit]) {
			while (cut > 0 && (rest[cut] != ' ' || !may_end(rest + cut)))
				cut--;
			/* Where there is no other place, there. */
			for (cut = cut ? cut : fit; cut > 0 && rest[cut] != ' ';)
				cut--;
			if (cut == 0)
				cut = fit ? before_sign(rest, fit) : text_next(rest, 0);
		}
		strings_take(lines, xasprintf("%*s%.*s", first || hang >= columns ? 0 : hang, "", (int)cut, rest));
		first = false;
		rest += cut;
		while (*rest == ' ')
			rest++;
	} while (*rest);
}

/* Where the last of its columns begins (after two blanks, in the left half), else two behind its indentation; text at the edge does not hang. */
static int hanging(const char *line, int columns)
{
	size_t indent = strspn(line, " "), i;
	int hang = indent ? (int)indent + 2 : 0;

	for (i = indent; line[i]; i++)
		if (line[i] == ' ' && line[i + 1] == ' ' && line[i + 2] && line[i + 2] != ' ') {
			char *before = xstrndup(line, i + 2);
			int at = text_columns(before);

			free(before);
			if (at > columns / 2)
				break;
			hang = at;
		}
	return hang;
}

static void wrap(const char *text, int columns, bool hangs, struct strings *lines)
{
	const char *c = text;

	if (columns < 1)
		columns = 1;
	for (;;) {
		const char *end = strchr(c, '\n');
		char *line = end ? xstrndup(c, (size_t)(end - c)) : xstrdup(c);

		wrap_line(line, columns, hangs ? hanging(line, columns) : 0, lines);
		free(line);
		if (!end)
			break;
		c = end + 1;
	}
}

void text_wrap(const char *text, int columns, struct strings *lines)
{
	wrap(text, columns, false, lines);
}

void text_wrap_hanging(const char *text, int columns, struct strings *lines)
{
	wrap(text, columns, true, lines);
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
