/* How many columns a text takes, and where it is cut: by grapheme clusters (utf8proc); the columns are wcwidth's, as curses' are. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

#include "base/lib.h"

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
		size = utf8proc_iterate(
			(const utf8proc_uint8_t *)(text + i), (utf8proc_ssize_t)(length - i), &character);
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
