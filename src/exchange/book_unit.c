/* What the format of a number shows beside it: a currency, alone or in thousands, or words that are none. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/book.h"

struct signs {
	struct buffer words[2]; /* before the number and behind it */
	bool number;            /* it was there */
	int hidden, commas;     /* thousands that are not shown: commas behind the last digit */
};

static void on_digit(struct signs *signs)
{
	signs->number = true;
	signs->commas = 0;
}

static void add(struct signs *signs, const char *text, size_t length)
{
	buffer_add_bytes(&signs->words[signs->number], text, length);
}

/* One character, of however many bytes; not the end of the text. */
static size_t character(const char *c)
{
	size_t length = *c ? 1 : 0;

	while (length && ((unsigned char)c[length] & 0xc0) == 0x80)
		length++;
	return length;
}

/* "[$\xe2\x82\xac-40C]" is a currency, "[$-40C]", "[Red]" and "[>=1000]" are none. */
static const char *take_bracket(const char *c, struct signs *signs)
{
	const char *end = strchr(c, ']');

	if (!end)
		return c + strlen(c);
	if (c[1] == '$') {
		size_t length = strcspn(c + 2, "-]");

		add(signs, c + 2, length);
	}
	return end + 1;
}

/* Where the sign or the quoted text that begins here ends; what it says is added. */
static const char *take_sign(const char *c, struct signs *signs)
{
	const char *end;
	size_t length;

	switch (*c) {
	case '"':
		end = strchr(c + 1, '"');
		end = end ? end : c + strlen(c);
		add(signs, c + 1, (size_t)(end - c - 1));
		return *end ? end + 1 : end;
	case '\\':
		length = character(c + 1);
		add(signs, c + 1, length);
		return c + 1 + length;
	/* As wide as the next one, or filled with it. */
	case '_':
	case '*':
		add(signs, " ", 1);
		return c + 1 + character(c + 1);
	case '[':
		return take_bracket(c, signs);
	case '0':
	case '#':
	case '?':
		on_digit(signs);
		return c + 1;
	case ',':
		signs->commas += signs->number;
		return c + 1;
	case '.':
		signs->hidden += signs->commas;
		signs->commas = 0;
		return c + 1;
	default:
		break;
	}
	if (strncasecmp(c, "General", 7) == 0) {
		on_digit(signs);
		return c + 7;
	}
	add(signs, *c == '$' || (unsigned char)*c >= 0x80 ? c : " ", 1);
	return c + 1;
}

/* The words with a blank between two, without those that are but dots and dashes. */
static char *in_order(const char *text)
{
	struct buffer out = { 0 };
	const char *c = text;

	buffer_add(&out, "");
	while (*c) {
		size_t length = 0, blanks = text_blanks(c);
		bool says = false;

		c += blanks;
		while (c[length] && !text_blanks(c + length)) {
			says = says || !strchr("()+-./:=_'~", c[length]);
			length += character(c + length);
		}
		if (says && out.length)
			buffer_add_char(&out, ' ');
		if (says)
			buffer_add_bytes(&out, c, length);
		c += length;
	}
	return buffer_take(&out);
}

static bool reads_as_money(const char *text, struct number_reading *read)
{
	static const struct reading_form cell = { .table = true };

	return number_read(text, &cell, read) != READING_NONE && *read->unit && strcmp(read->unit, "%") != 0;
}

/* Thousands that are said and not hidden: "k\xe2\x82\xac" behind 12 that is 12.  The caller frees. */
static char *with_multiple(const struct number_reading *read, int hidden)
{
	double multiple = read->value;

	for (; hidden > 0; hidden--)
		multiple /= 1000;
	return xasprintf("%s%s", multiple > 1000 ? "M" : multiple > 1 ? "k" : "", read->unit);
}

/* A currency among words that say how many thousands are hidden: "Mio \xe2\x82\xac".  NULL: none.  The caller frees. */
static char *money_among(const char *words)
{
	struct number_reading read;
	char *copy = xstrdup(words), *rest = copy, *word, *found = NULL;

	while (!found && (word = strsep(&rest, " "))) {
		char *text = xasprintf("1 %s", word);

		if (reads_as_money(text, &read))
			found = xstrdup(read.unit);
		free(text);
	}
	free(copy);
	return found;
}

char *book_unit(const char *code)
{
	struct signs signs = { 0 };
	struct number_reading read;
	char *before, *behind, *text, *words, *unit = NULL;

	buffer_add(&signs.words[0], "");
	buffer_add(&signs.words[1], "");
	/* Of negative numbers nothing else is said. */
	while (*code && *code != ';')
		code = take_sign(code, &signs);
	signs.hidden += signs.commas;
	before = in_order(signs.words[0].data);
	behind = in_order(signs.words[1].data);
	text = xasprintf("%s 1 %s", before, behind);
	words = xasprintf("%s%s%s", before, *before && *behind ? " " : "", behind);
	if (!signs.number || !*words)
		;
	else if (reads_as_money(text, &read))
		unit = with_multiple(&read, signs.hidden);
	else
		unit = signs.hidden ? money_among(words) : text_cut(words, 20);
	free(before);
	free(behind);
	free(text);
	free(words);
	buffer_free(&signs.words[0]);
	buffer_free(&signs.words[1]);
	return unit;
}
