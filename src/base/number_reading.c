/* Numbers as people and spreadsheets write them: whichever sign parts decimals and thousands, with a currency or %. */
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

/* What has a sign of its own, and the codes of the currencies that are written so. */
static const struct {
	const char *sign, *codes;
} currencies[] = {
	{ "\xe2\x82\xac", "EUR" },
	{ "euros", "EUR" },
	{ "euro", "EUR" },
	{ "US$", "USD" },
	{ "CA$", "CAD" },
	{ "A$", "AUD" },
	{ "R$", "BRL" },
	{ "$", "USD CAD AUD NZD SGD HKD MXN" },
	{ "\xc2\xa3", "GBP" },
	{ "\xc2\xa5", "JPY CNY" },
	{ "Fr.", "CHF" },
	{ "kr.", "SEK NOK DKK" },
	{ "kr", "SEK NOK DKK" },
	{ "z\xc5\x82", "PLN" },
	{ "K\xc4\x8d", "CZK" },
	{ "\xe2\x82\xbd", "RUB" },
	{ "\xe2\x82\xb9", "INR" },
	{ "\xe2\x82\xba", "TRY" },
	{ "F CFA", "XOF XAF" },
	{ "FCFA", "XOF XAF" },
	{ "CFA", "XOF XAF" },
};

/* Of a sign the codes that are written so; NULL: it is none. */
static const char *codes_of(const char *written)
{
	size_t i;

	for (i = 0; i < sizeof currencies / sizeof currencies[0]; i++)
		if (strcasecmp(currencies[i].sign, written) == 0)
			return currencies[i].codes;
	return NULL;
}

/* The code whole: "E" is none of "EUR". */
static bool is_among(const char *code, size_t length, const char *codes)
{
	for (; *codes; codes += strcspn(codes, " "), codes += strspn(codes, " "))
		if (strcspn(codes, " ") == length && strncasecmp(codes, code, length) == 0)
			return true;
	return false;
}

bool currency_is_code(const char *text)
{
	/* Those without a sign above. */
	static const char others[] = "XPF HUF RON BGN ZAR KRW MAD TND DZD AED SAR ILS EGP ISK UAH THB IDR MYR PHP VND "
				     "ARS CLP COP PEN TWD";
	bool is = is_among(text, strlen(text), others);
	size_t i;

	for (i = 0; i < sizeof currencies / sizeof currencies[0]; i++)
		is = is || is_among(text, strlen(text), currencies[i].codes);
	return is;
}

bool currency_is_written(const char *written, const char *other)
{
	const char *code = codes_of(written), *codes = codes_of(other);

	if (!code && !codes)
		return strcasecmp(written, other) == 0;
	if (!code || !codes)
		return is_among(code ? other : written, strlen(code ? other : written), code ? code : codes);
	for (; *code; code += strcspn(code, " "), code += strspn(code, " "))
		if (is_among(code, strcspn(code, " "), codes))
			return true;
	return false;
}

/* The length of "%", of a sign or of a code of three capitals at the start of text. */
static size_t unit_length(const char *text)
{
	size_t i;

	if (*text == '%')
		return 1;
	/* Asked of every cell of a table: most begin with none of them. */
	for (i = 0; *text && i < sizeof currencies / sizeof currencies[0]; i++)
		if (((*text ^ *currencies[i].sign) & ~0x20) == 0 &&
			strncasecmp(text, currencies[i].sign, strlen(currencies[i].sign)) == 0)
			return strlen(currencies[i].sign);
	for (i = 0; text[i] >= 'A' && text[i] <= 'Z'; i++)
		;
	return i == 3 ? 3 : 0;
}

static bool take_unit(const char **text, struct number_reading *read)
{
	size_t length = unit_length(*text);

	if (!length)
		return true;
	if (*read->unit || length >= sizeof read->unit)
		return false;
	memcpy(read->unit, *text, length);
	read->unit[length] = '\0';
	*text += length;
	*text += text_blanks(*text);
	return true;
}

static bool take_minus(const char **text, bool *negative, bool *said)
{
	size_t length = **text == '-' || **text == '+'                                ? 1
			: strncmp(*text, "\xe2\x88\x92", strlen("\xe2\x88\x92")) == 0 ? strlen("\xe2\x88\x92")
										      : 0;

	if (!length)
		return true;
	if (*said)
		return false;
	*said = true;
	*negative = **text != '+';
	*text += length;
	*text += text_blanks(*text);
	return true;
}

/* The digits and what parts them, each kind of blank a blank, each apostrophe one; whatever follows is left. */
static bool take_digits(const char **text, char body[64])
{
	static const char typographic[] = "\xe2\x80\x99";
	const char *c = *text;
	size_t length = 0, blanks;

	while (length < 63) {
		blanks = text_blanks(c);
		if ((*c >= '0' && *c <= '9') || *c == ',' || *c == '.' || *c == '\'') {
			body[length++] = *c++;
		} else if (strncmp(c, typographic, strlen(typographic)) == 0) {
			body[length++] = '\'';
			c += strlen(typographic);
		} else if (blanks && c[blanks] >= '0' && c[blanks] <= '9') {
			body[length++] = ' ';
			c += blanks;
		} else {
			break;
		}
	}
	body[length] = '\0';
	*text = c + text_blanks(c);
	return length > 0 && length < 63;
}

/* The number where that sign parts decimals; thousands come in threes, one sign between all of them. */
static bool read_with(const char *body, char decimal, double *value)
{
	char plain[64], sign = '\0';
	const char *point = strchr(body, decimal), *c;
	size_t length = 0, run = 0, whole = point ? (size_t)(point - body) : strlen(body);

	for (c = body; c < body + whole; c++, run++) {
		if (*c >= '0' && *c <= '9') {
			plain[length++] = *c;
			continue;
		}
		/* "0,500" begins with no thousand. */
		if ((sign && *c != sign) || (sign ? run != 4 : run < 1 || run > 3 || *body == '0'))
			return false;
		sign = *c;
		run = 0;
	}
	if (sign && run != 4)
		return false;
	plain[length++] = '.';
	for (c = body + whole + (point ? 1 : 0); *c; c++) {
		if (*c < '0' || *c > '9')
			return false;
		plain[length++] = *c;
	}
	plain[length] = '\0';
	return number_parse_real(plain, value);
}

bool number_comma_first(void)
{
	static int known = -1;
	locale_t locale;

	if (known >= 0)
		return known;
	locale = newlocale(LC_NUMERIC_MASK, "", (locale_t)0);
	known = strcmp(environment_language(), "fr") == 0;
	if (locale) {
		known = known || *nl_langinfo_l(RADIXCHAR, locale) == ',';
		freelocale(locale);
	}
	return known;
}

static enum read_as settle(const char *body, const struct reading_form *form, struct number_reading *read)
{
	double point = 0, comma = 0;
	bool by_point = read_with(body, '.', &point), by_comma = read_with(body, ',', &comma), first;

	if (form->decimal != SIGN_EITHER) {
		read->value = read->other = form->decimal == SIGN_POINT ? point : comma;
		return (form->decimal == SIGN_POINT ? by_point : by_comma) ? READING_SURE : READING_NONE;
	}
	if (!by_point || !by_comma || (point <= comma && point >= comma)) {
		read->value = read->other = by_point ? point : comma;
		return by_point || by_comma ? READING_SURE : READING_NONE;
	}
	/* The file's own form has points, always. */
	first = strchr(body, '.') || form->table || form->certain || !number_comma_first();
	read->value = first ? point : comma;
	read->other = first ? comma : point;
	return form->table || (form->certain && !strchr(body, '.')) ? READING_EITHER : READING_TAKEN;
}

/* "12 k€", "1,2 M€": thousands and millions, of money alone. */
static double take_multiple(const char **text, const struct number_reading *read)
{
	const char *c = *text;
	double multiple = *c == 'k' || *c == 'K' ? 1000 : *c == 'M' ? 1000000 : 1;
	size_t unit;

	if (multiple < 2 || unit_length(c))
		return 1;
	c++;
	c += text_blanks(c);
	unit = unit_length(c);
	if (*c == '%' || (unit ? c[unit] != '\0' : *c != '\0') || (!unit && !*read->unit))
		return 1;
	*text = c;
	return multiple;
}

/* "1200.-", "1 200,--": Swiss for no centimes. */
static void skip_no_cents(char body[64], const char **text)
{
	size_t length = strlen(body);

	if (length < 2 || !strchr(".,", body[length - 1]) || **text != '-')
		return;
	body[length - 1] = '\0';
	*text += strspn(*text, "-");
	*text += text_blanks(*text);
}

/* "(1,200)" of accountants is less than nothing.  The caller frees; NULL: it is not that. */
static char *within_brackets(const char *text)
{
	size_t length = strlen(text);

	return length > 2 && text[0] == '(' && text[length - 1] == ')' && strpbrk(text, "0123456789")
		       ? xasprintf("-%.*s", (int)length - 2, text + 1)
		       : NULL;
}

enum read_as number_read(const char *text, const struct reading_form *form, struct number_reading *read)
{
	bool negative = false, said = false;
	const char *c = text + text_blanks(text);
	enum read_as answer;
	char body[64], *negated;

	memset(read, 0, sizeof *read);
	read->multiple = 1;
	if (form->file_form) {
		answer = number_parse_real(text, &read->value) ? READING_SURE : READING_NONE;
		read->other = read->value;
		return answer;
	}
	negated = within_brackets(c);
	if (negated) {
		answer = number_read(negated, form, read);
		free(negated);
		return answer;
	}
	if (!take_minus(&c, &negative, &said) || !take_unit(&c, read) || !take_minus(&c, &negative, &said) ||
		!take_digits(&c, body))
		return READING_NONE;
	skip_no_cents(body, &c);
	read->multiple = take_multiple(&c, read);
	if (!take_unit(&c, read) || *c)
		return READING_NONE;
	answer = settle(body, form, read);
	read->value *= read->multiple;
	read->other *= read->multiple;
	if (negative) {
		read->value = -read->value;
		read->other = -read->other;
	}
	return answer;
}

char *number_shown(double value)
{
	char *text = number_format_real(value), *point = number_comma_first() ? strchr(text, '.') : NULL;

	if (point)
		*point = ',';
	return text;
}
