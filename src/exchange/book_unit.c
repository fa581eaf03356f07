/* What the format of a number shows beside it: a currency, alone or in thousands, or words that are none. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/book.h"

/* Of which numbers a section of a format is: of all that are left, of those above or below zero, of zero, of some. */
enum numbers_shown { OF_REST, OF_SIGN, OF_ZERO, OF_SOME };

struct signs {
	enum numbers_shown condition;
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

/* "[$€-40C]" is a currency, "[$-40C]", "[Red]" and "[>=1000]" are none. */
static const char *take_bracket(const char *c, struct signs *signs)
{
	const char *end = strchr(c, ']');

	if (!end)
		return c + strlen(c);
	if (c[1] == '$') {
		size_t length = strcspn(c + 2, "-]");

		add(signs, c + 2, length);
	} else if (strchr("<>=", c[1])) {
		signs->condition = strncmp(c, "[=0]", 4) == 0                                 ? OF_ZERO
				   : strncmp(c, "[>0]", 4) == 0 || strncmp(c, "[<0]", 4) == 0 ? OF_SIGN
											      : OF_SOME;
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
			/* "1200.–" is Swiss for no centimes. */
			bool dash = strncmp(c + length, "\xe2\x80\x93", 3) == 0 ||
				    strncmp(c + length, "\xe2\x80\x94", 3) == 0;

			says = says || (!dash && !strchr("()+-./:=_'~", c[length]));
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

/*
 * Thousands that are said and not hidden: "k€" behind 12 that is 12.  NULL: another number stands there, as in
 * 0" 500 €".  The caller frees.
 */
static char *with_multiple(const struct number_reading *read, int hidden)
{
	/* "000 €" are thousands too. */
	int said = read->value < 1 || read->value > 1000000 ? -1
		   : (long)read->value == 1                 ? 0
		   : (long)read->value == 1000              ? 1
		   : (long)read->value == 1000000           ? 2
							    : -1;

	if (said < 0)
		return NULL;
	return xasprintf("%s%s", said - hidden > 1 ? "M" : said - hidden > 0 ? "k" : "", read->unit);
}

/* A currency among words that say how many thousands are hidden: "Mio €".  NULL: none.  The caller frees. */
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

/* The words without the bracket around the number that they stand in, of those before it or behind it: "($" and ")".  The caller frees. */
static char *without_bracket(const char *words, char bracket, bool last)
{
	char *copy = xstrdup(words), *at = copy + strspn(copy, " ");

	if (last)
		for (at = copy + strlen(copy); at > copy && (!*at || *at == ' '); at--)
			;
	if (*at == bracket)
		*at = ' ';
	return copy;
}

/* "k€" before a number is money as well. */
static bool is_money_behind(const char *words)
{
	struct number_reading read;
	char *text = xasprintf("1 %s", words);
	bool is = reads_as_money(text, &read);

	free(text);
	return is;
}

/* What these words before and behind a number, with so many hidden thousands, say of it.  The caller frees. */
static char *unit_of(const char *before, const char *behind, int hidden)
{
	bool brackets = strchr(before, '(') && !strchr(before, ')') && strchr(behind, ')') && !strchr(behind, '(');
	char *left = brackets ? without_bracket(before, '(', false) : xstrdup(before),
	     *right = brackets ? without_bracket(behind, ')', true) : xstrdup(behind);
	char *first = in_order(left), *last = in_order(right), *text = xasprintf("%s 1 %s", first, last),
	     *words = xasprintf("%s%s%s", first, *first && *last ? " " : "", last), *unit = NULL;
	struct number_reading read;
	bool money = reads_as_money(text, &read);

	if (money)
		unit = with_multiple(&read, hidden);
	if (!unit && *words)
		unit = hidden && !money ? money_among(words) : text_cut(words, 20);
	/* "v"0.0 is no number of v. */
	if (unit && !money && !hidden && *first && !*last && !is_money_behind(words) &&
		strcmp(unit, GRID_UNIT_UNKNOWN) != 0) {
		char *marked = xasprintf("%s%s", GRID_UNIT_BEFORE, unit);

		free(unit);
		unit = marked;
	}
	free(left);
	free(right);
	free(first);
	free(last);
	free(text);
	free(words);
	return unit;
}

/* One section of a code, up to its semicolon, which *code then stands before. */
static char *section_unit(const char **code, struct signs *signs)
{
	char *unit;

	memset(signs, 0, sizeof *signs);
	buffer_add(&signs->words[0], "");
	buffer_add(&signs->words[1], "");
	while (**code && **code != ';')
		*code = take_sign(*code, signs);
	unit = signs->number ? unit_of(signs->words[0].data, signs->words[1].data, signs->hidden + signs->commas)
			     : NULL;
	buffer_free(&signs->words[0]);
	buffer_free(&signs->words[1]);
	return unit;
}

static bool is_of_thousands(const char *unit)
{
	struct number_reading read;
	char *text = xasprintf("1 %s", unit);
	bool is = reads_as_money(text, &read) && read.multiple > 1;

	free(text);
	return is;
}

/* Two sections that say something else of a number: which one shows it hangs on the number.  Takes both over. */
static char *either(char *unit, char *other, bool some)
{
	bool differ = unit && other   ? strcmp(unit, other) != 0
		      : unit || other ? is_of_thousands(unit ? unit : other)
				      : false;
	char *kept = differ ? xstrdup(GRID_UNIT_UNKNOWN) : unit || !some ? unit : other;

	if (kept != unit)
		free(unit);
	if (kept != other)
		free(other);
	return kept;
}

char *book_unit(const char *code)
{
	struct signs signs;
	char *unit = NULL;
	bool any = false, some = false;
	int section;

	/* Sections are of numbers above zero, below it, of zero and of texts, unless they say of which they are. */
	for (section = 0; section < 3; section++) {
		char *other = section_unit(&code, &signs);

		some = some || (signs.condition != OF_REST && signs.condition != OF_SIGN);
		/* What shows no number shows no other; nothing is nothing in thousands too. */
		if (!signs.number || signs.condition == OF_ZERO || (section == 2 && !some)) {
			free(other);
		} else {
			unit = any ? either(unit, other, some) : other;
			any = true;
		}
		if (*code++ != ';')
			break;
	}
	return unit;
}

/* ---- what a cell shows, where its format is not at hand ---- */

/* The number that is shown: its start, and its length. */
static size_t number_within(const char *text, const char **start)
{
	const char *c = text + strcspn(text, "0123456789"), *end;

	*start = c;
	for (end = c; *c;) {
		size_t blanks = text_blanks(c), apostrophe = strncmp(c, "\xe2\x80\x99", 3) == 0 ? 3 : 0,
		       between = blanks              ? blanks
				 : apostrophe        ? apostrophe
				 : strchr(".,'", *c) ? 1
						     : 0;

		c += between;
		if (*c < '0' || *c > '9')
			break;
		end = ++c;
	}
	return (size_t)(end - *start);
}

static double amount(double value)
{
	return value < 0 ? -value : value;
}

/* Whether the value, as so many units of so many each, is shown by these digits: rounded to as many decimals. */
static bool shows(const char *digits, enum decimal_sign decimal, double value, double each)
{
	const struct reading_form form = { .table = true, .decimal = decimal };
	const char *point = strchr(digits, decimal == SIGN_POINT ? '.' : ',');
	struct number_reading read;
	double last = each;
	size_t i;

	if (number_read(digits, &form, &read) == READING_NONE)
		return false;
	for (i = point ? strlen(point + 1) : 0; i > 0; i--)
		last /= 10;
	return amount(read.value * each - amount(value)) <= last * 0.5000001 + 1e-9;
}

/* What is beside the digits: with its thousands where the value is a number of them, without where it has them within; "?": neither. */
static char *beside_digits(char *unit, const char *digits, double value)
{
	struct number_reading read;
	char *text = xasprintf("1 %s", unit), *kept;
	bool money = reads_as_money(text, &read), alone, within;

	free(text);
	if (!money)
		return unit;
	alone = shows(digits, SIGN_POINT, value, 1) || shows(digits, SIGN_COMMA, value, 1);
	within = shows(digits, SIGN_POINT, value, read.multiple) || shows(digits, SIGN_COMMA, value, read.multiple);
	if (alone && (!within || read.multiple <= 1 || (value <= 0 && value >= 0)))
		return unit;
	kept = xstrdup(within && !alone ? read.unit : GRID_UNIT_UNKNOWN);
	free(unit);
	return kept;
}

char *book_shown_unit(const char *text, double value, const char *currency)
{
	struct number_reading read;
	const char *start;
	char *before, *digits, *unit, *one;
	size_t length = number_within(text, &start);

	/* Most numbers stand alone; what shows none says nothing of it. */
	if (!length || !text[strspn(text, "0123456789.,-+() ")])
		return *currency ? xstrdup(currency) : NULL;
	before = xstrndup(text, (size_t)(start - text));
	digits = xstrndup(start, length);
	/* "1.2E+03": its digits are not all there. */
	unit = start[length] == 'E' && start[length + 1] && strchr("+-", start[length + 1])
		       ? unit_of(before, start + length + 2 + strspn(start + length + 2, "0123456789"), 0)
		       : unit_of(before, start + length, 0);
	if (unit && start[length] != 'E')
		unit = beside_digits(unit, digits, value);
	free(before);
	free(digits);
	if (!unit || !*currency)
		return unit ? unit : *currency ? xstrdup(currency) : NULL;
	/* The code tells more than the sign does, unless they are two. */
	one = xasprintf("1 %s", unit);
	if (reads_as_money(one, &read)) {
		free(unit);
		unit = !currency_is_written(read.unit, currency) ? xstrdup(GRID_UNIT_UNKNOWN)
								 : xasprintf("%s%s",
									   read.multiple > 1000 ? "M"
									   : read.multiple > 1  ? "k"
												: "",
									   currency);
	}
	free(one);
	return unit;
}
