/*
 * Text for a terminal, or a pipe, whose locale is not in UTF-8.  What the locale's character set lacks is
 * shown by what is like it: œ as oe, the typographic apostrophe as the plain one, → as ->; what is like nothing is a
 * question mark a column.
 */
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/lib.h"

static iconv_t converter = (iconv_t)-1;

static const struct {
	const char *character, *like;
} replacements[] = {
	{ "\xe2\x80\x98", "'" },   /* ‘ */
	{ "\xe2\x80\x99", "'" },   /* ’ */
	{ "\xe2\x80\x9c", "\"" },  /* “ */
	{ "\xe2\x80\x9d", "\"" },  /* ” */
	{ "\xe2\x80\x9e", "\"" },  /* „ */
	{ "\xe2\x80\x93", "-" },   /* – */
	{ "\xe2\x80\x94", "-" },   /* — */
	{ "\xe2\x88\x92", "-" },   /* − */
	{ "\xe2\x80\xa2", "*" },   /* • */
	{ "\xe2\x80\xa6", "..." }, /* … */
	{ "\xe2\x80\xaf", " " },   /* narrow no-break space */
	{ "\xe2\x86\x92", "->" },  /* → */
	{ "\xe2\x86\x90", "<-" },  /* ← */
	{ "\xe2\x89\xa4", "<=" },  /* ≤ */
	{ "\xe2\x89\xa5", ">=" },  /* ≥ */
	{ "\xe2\x89\xa0", "!=" },  /* ≠ */
	{ "\xe2\x82\xac", "EUR" }, /* € */
	{ "\xc5\x93", "oe" },      /* œ */
	{ "\xc5\x92", "OE" },      /* Œ */
	{ "\xc3\x97", "x" },       /* × */
	{ "\xe2\x94\x80", "-" },   /* ─ */
	{ "\xe2\x94\x82", "|" },   /* │ */
	{ "\xe2\x94\xbc", "+" },   /* ┼ */
	{ "\xe2\x96\x88", "#" },   /* █ */
	{ "\xe2\x96\x91", "." },   /* ░ */
	{ "\xef\xbf\xbd", "?" },   /* U+FFFD */
};

/* True where all of it is in the character set; then it was added. */
static bool convert(struct buffer *out, const char *text, size_t length)
{
	char *from = (char *)text;

	while (length) {
		char block[4096], *to = block;
		size_t room = sizeof block, code = iconv(converter, &from, &length, &to, &room);

		buffer_add_bytes(out, block, sizeof block - room);
		if (code == (size_t)-1 && errno != E2BIG)
			return false;
	}
	return true;
}

/* Where a character set shifts (ISO-2022), each text ends as it began. */
static void shift_back(struct buffer *out)
{
	char block[16], *to = block;
	size_t room = sizeof block;

	iconv(converter, NULL, NULL, &to, &room);
	buffer_add_bytes(out, block, sizeof block - room);
}

static void add_like(struct buffer *out, const char *character, size_t length)
{
	utf8proc_uint8_t *plain = NULL;
	char *text = xstrndup(character, length);
	int columns = text_columns(text);
	size_t i;
	bool done = false;

	for (i = 0; i < sizeof replacements / sizeof replacements[0] && !done; i++)
		if (strcmp(replacements[i].character, text) == 0)
			done = convert(out, replacements[i].like, strlen(replacements[i].like));
	/* Without its marks, and compatible forms in their plain one: ﬁ, ①, ş. */
	if (!done && utf8proc_map((const utf8proc_uint8_t *)text, 0, &plain,
			     UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
				     UTF8PROC_STRIPMARK) >= 0) {
		struct buffer whole = { 0 };

		done = convert(&whole, (const char *)plain, strlen((const char *)plain));
		if (done)
			buffer_add_bytes(out, whole.data ? whole.data : "", whole.length);
		buffer_free(&whole);
	}
	for (; !done && columns > 0; columns--)
		buffer_add_char(out, '?');
	free(plain);
	free(text);
}

void codeset_start(const char *codeset)
{
	converter = codeset ? iconv_open(codeset, "UTF-8") : (iconv_t)-1;
	codeset_set_utf8(converter == (iconv_t)-1);
}

void codeset_add(struct buffer *out, const char *text, size_t length)
{
	size_t at = 0;

	if (codeset_is_utf8()) {
		buffer_add_bytes(out, text, length);
		return;
	}
	while (at < length) {
		utf8proc_int32_t character;
		utf8proc_ssize_t size = utf8proc_iterate(
			(const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(length - at), &character);
		size_t run = size > 0 ? (size_t)size : 1;

		if (size <= 0)
			buffer_add_char(out, '?');
		else if (!convert(out, text + at, run))
			add_like(out, text + at, run);
		at += run;
	}
	shift_back(out);
}
