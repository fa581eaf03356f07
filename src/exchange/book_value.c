/* Numbers of a sheet as what they are shown as: dates, times, percentages, numbers of fifteen digits as spreadsheets have them. */
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/book.h"

#define DIGITS_MAX 15
#define SECONDS 86400.0
/* 1970-01-01 in days since 1899-12-30; what 1904-01-01 is in them; 9999-12-31. */
#define DAY_1970 25569
#define DAY_1904 1462
#define DAY_LAST 2958465
/* The 29th of February 1900, which never was: earlier days are one less. */
#define DAY_NEVER 60

unsigned char book_builtin_format(long number)
{
	if (number == 2)
		return BOOK_DECIMALS + 2;
	if (number == 9 || number == 10)
		return BOOK_PERCENT;
	if (number == 16)
		return BOOK_DAY_MONTH;
	if (number == 17)
		return BOOK_MONTH;
	if (number == 46)
		return BOOK_DURATION;
	if ((number >= 18 && number <= 21) || number == 32 || number == 33 || number == 45 || number == 47)
		return BOOK_TIME;
	if ((number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 50 && number <= 58))
		return BOOK_DATE;
	return BOOK_NUMBER;
}

/* "[h]", "[mm]", "[ss]": hours that go on beyond a day. */
static bool is_elapsed(const char *bracket, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++)
		if (!strchr("hms", bracket[i] | 32) || (bracket[i] | 32) != (bracket[0] | 32))
			return false;
	return length > 0;
}

/* What the signs of a format stand for. */
enum { YEAR = 1, MONTH = 2, HOUR = 4, PERCENT = 8, ELAPSED = 16, DAY = 32 };

/* Where the sign or the quoted text that begins here ends; what it says is added. */
static const char *next_sign(const char *c, unsigned *signs)
{
	const char *end;

	switch (*c) {
	case '"':
		end = strchr(c + 1, '"');
		return end ? end + 1 : c + strlen(c);
	case '\\':
	case '_':
	case '*':
		return c[1] ? c + 2 : c + 1;
	case '[':
		end = strchr(c, ']');
		if (!end)
			return c + strlen(c);
		if (is_elapsed(c + 1, (size_t)(end - c - 1)))
			*signs |= ELAPSED;
		return end + 1;
	case '%':
		*signs |= PERCENT;
		return c + 1;
	default:
		break;
	}
	if (strncasecmp(c, "General", 7) == 0)
		return c + 7;
	if (strncasecmp(c, "AM/PM", 5) == 0)
		return c + 5;
	if ((*c | 32) == 'd')
		*signs |= DAY;
	else if ((*c | 32) == 'y' || ((*c | 32) == 'e' && c[1] != '+' && c[1] != '-'))
		*signs |= YEAR;
	else if ((*c | 32) == 'm')
		*signs |= MONTH;
	else if ((*c | 32) == 'h' || (*c | 32) == 's')
		*signs |= HOUR;
	return c + 1;
}

unsigned char book_format(const char *code)
{
	size_t zeros = strspn(code, "0");
	unsigned signs = 0;

	/* "0000" is a number with its zeros before it. */
	if (zeros > 1 && zeros <= DIGITS_MAX && !code[zeros])
		return (unsigned char)(BOOK_PADDED + zeros);
	/* So it is with its last zeros: 5.10 of a number 5.1. */
	if (zeros == 1 && code[1] == '.') {
		zeros = strspn(code + 2, "0");
		if (zeros && zeros <= DIGITS_MAX && !code[2 + zeros])
			return (unsigned char)(BOOK_DECIMALS + zeros);
	}
	/* What is said of negative numbers comes behind a semicolon, and says nothing new. */
	while (*code && *code != ';')
		code = next_sign(code, &signs);
	if (signs & ELAPSED)
		return BOOK_DURATION;
	if (signs & YEAR && !(signs & (DAY | HOUR)))
		return signs & MONTH ? BOOK_MONTH : BOOK_YEAR;
	if ((signs & (DAY | MONTH | YEAR | HOUR)) == (DAY | MONTH))
		return BOOK_DAY_MONTH;
	if (signs & (DAY | YEAR) || (signs & MONTH && !(signs & HOUR)))
		return BOOK_DATE;
	if (signs & HOUR)
		return BOOK_TIME;
	return signs & PERCENT ? BOOK_PERCENT : BOOK_NUMBER;
}

bool book_parse(const char *text, double *value)
{
	static locale_t plain;
	locale_t before;
	char *end;

	if (!*text || text[strspn(text, "0123456789+-.eE")])
		return false;
	if (!plain)
		plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
	before = uselocale(plain);
	*value = strtod(text, &end);
	uselocale(before);
	return !*end && isfinite(*value);
}

static void add_decimal(struct buffer *out, double value, int decimals)
{
	char text[400], *point, *end;

	snprintf(text, sizeof text, "%.*f", decimals, value);
	point = strpbrk(text, ".,");
	if (point) {
		*point = '.';
		for (end = text + strlen(text); end[-1] == '0'; end--)
			end[-1] = '\0';
		if (end[-1] == '.')
			end[-1] = '\0';
	}
	buffer_add(out, strcmp(text, "-0") == 0 ? "0" : text);
}

/* As many digits as a spreadsheet shows at most: 0.1 + 0.2 is 0.3 there. */
static void add_number(struct buffer *out, double value)
{
	int magnitude = value == 0 ? 0 : (int)floor(log10(fabs(value))), decimals = DIGITS_MAX - 1 - magnitude;

	add_decimal(out, value, decimals < 0 ? 0 : decimals > 30 ? 30 : decimals);
}

static void add_time(struct buffer *out, double seconds)
{
	long whole = lround(seconds);

	buffer_printf(out, "%02ld:%02ld", whole / 3600, whole / 60 % 60);
	if (whole % 60)
		buffer_printf(out, ":%02ld", whole % 60);
}

/* False: no day has this number. */
static bool add_date(struct buffer *out, double value, bool since_1904)
{
	double day = floor(value), seconds = round((value - day) * SECONDS);
	struct date date;
	char iso[11];

	if (seconds >= SECONDS) {
		day++;
		seconds = 0;
	}
	if (since_1904)
		day += DAY_1904;
	if (day < 1 || day > DAY_LAST || day == DAY_NEVER)
		return false;
	date = date_from_days((int)day - DAY_1970 + (day < DAY_NEVER));
	date_format(&date, iso);
	buffer_add(out, iso);
	if (seconds > 0) {
		long whole = lround(seconds);

		buffer_printf(out, "T%02ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
	}
	return true;
}

static bool is_plain_integer(const char *text)
{
	size_t length = strspn(text, "0123456789");

	return length && length <= DIGITS_MAX && !text[length] && (text[0] != '0' || length == 1);
}

/*
 * "2026-12" of a first of a month that is shown without its day, as spreadsheets make of "Dec-26", and "2026" of a first of
 * January that is shown as its year: no day was written.
 */
static void cut_day(struct buffer *out, unsigned char format, enum grid_kind *kind)
{
	size_t kept = format == BOOK_MONTH ? 7 : 4;

	if ((format != BOOK_MONTH && format != BOOK_YEAR) || out->length != 10 ||
		strcmp(out->data + kept, format == BOOK_MONTH ? "-01" : "-01-01") != 0)
		return;
	out->data[out->length = kept] = '\0';
	*kind = GRID_TEXT;
}

/* The last zeros that a format of so many decimals shows; a number that it shows rounded stays what it is. */
static void add_zeros(struct buffer *out, int decimals)
{
	const char *point = strchr(out->data, '.');
	int there = point ? (int)strlen(point + 1) : 0;

	if (!point)
		buffer_add_char(out, '.');
	for (; there < decimals; there++)
		buffer_add_char(out, '0');
}

bool book_is_day(unsigned char format)
{
	return format == BOOK_DATE || format == BOOK_DAY_MONTH || format == BOOK_MONTH || format == BOOK_YEAR;
}

bool book_number(const char *text, unsigned char format, bool since_1904, struct buffer *out, enum grid_kind *kind)
{
	double value;

	*kind = GRID_NUMBER;
	if (format == BOOK_NUMBER && is_plain_integer(text)) {
		buffer_add(out, text);
		return true;
	}
	if (!book_parse(text, &value))
		return false;
	if ((book_is_day(format) || (format == BOOK_TIME && value >= 1)) && add_date(out, value, since_1904)) {
		*kind = GRID_DATE;
		cut_day(out, format, kind);
		return true;
	}
	*kind = GRID_TEXT;
	if (format == BOOK_TIME && value >= 0 && value < 1) {
		add_time(out, value * SECONDS);
	} else if (format == BOOK_DURATION && value >= 0 && value < DAY_LAST) {
		add_time(out, value * SECONDS);
	} else if (format == BOOK_PERCENT && fabs(value) < 1e12) {
		add_number(out, value * 100);
		buffer_add_char(out, '%');
	} else if (format > BOOK_PADDED && format <= BOOK_PADDED + DIGITS_MAX && value >= 0 && value < 1e15 &&
		   value == floor(value)) {
		buffer_printf(out, "%0*.0f", format - BOOK_PADDED, value);
	} else {
		*kind = GRID_NUMBER;
		add_number(out, value);
		if (format > BOOK_DECIMALS)
			add_zeros(out, format - BOOK_DECIMALS);
	}
	return true;
}

/*
 * Whether what stands before a number is of its name, as in R-007 and R007, and counts nothing: it begins with a letter
 * and ends with a sign that parts the two, or is glued to digits that are filled up with zeros, which no currency is.
 */
static bool is_of_name(const char *prefix, size_t length, size_t digits)
{
	char last = length ? prefix[length - 1] : ' ';
	char *alone;
	bool is;

	if ((*prefix | 32) < 'a' || (*prefix | 32) > 'z' || !length)
		return false;
	if (strchr("-_/.:#", last))
		return true;
	alone = xstrndup(prefix, length);
	is = digits > 1 && (last | 32) >= 'a' && (last | 32) <= 'z' && !currency_is_code(alone);
	free(alone);
	return is;
}

char *book_prefix(const char *code, size_t *zeros)
{
	struct buffer prefix = { 0 };
	bool quoted = false;

	for (; *code && (quoted || *code != '0'); code++) {
		if (*code == '"')
			quoted = !quoted;
		else if (*code == '\\' && code[1] && !quoted)
			buffer_add_char(&prefix, *++code);
		else if (quoted || strchr("-/.:", *code))
			buffer_add_char(&prefix, *code);
		else
			break;
	}
	*zeros = strspn(code, "0");
	if (*zeros && *zeros <= DIGITS_MAX && !code[*zeros] && prefix.length &&
		is_of_name(prefix.data, prefix.length, *zeros))
		return buffer_take(&prefix);
	buffer_free(&prefix);
	return NULL;
}

bool book_number_shown(const char *shown, const char *number, struct buffer *out, enum grid_kind *kind)
{
	size_t length = strlen(shown), digits = length, whole = strspn(shown, "0123456789");
	double a, b;
	char *plain;
	bool same;

	while (digits && shown[digits - 1] >= '0' && shown[digits - 1] <= '9')
		digits--;
	if (digits == length || digits == 0)
		return false;
	plain = xstrdup(whole ? shown : shown + digits);
	if (whole)
		plain[whole] = '.';
	/* "5,10" of 5.1 */
	same = (whole ? whole + 1 == digits && strchr(".,", shown[whole]) && shown[length - 1] == '0'
		      : is_of_name(shown, digits, length - digits)) &&
	       book_parse(plain, &a) && book_parse(number, &b) && a <= b && a >= b;
	if (same) {
		*kind = whole ? GRID_NUMBER : GRID_TEXT;
		buffer_add(out, whole ? plain : shown);
	}
	free(plain);
	return same;
}

/* What a shown date is made of: numbers, the longest of them, whether one is a 1 of a day; names of months. */
struct shown {
	size_t numbers, longest, words;
	bool first;
};

static struct shown look_at(const char *text)
{
	struct shown shown = { 0 };
	size_t length;

	for (; *text; text += length) {
		length = strspn(text, "0123456789");
		shown.numbers += length > 0;
		shown.longest = length > shown.longest ? length : shown.longest;
		shown.first = shown.first || (length && length < 3 && atoi(text) == 1);
		if (length)
			continue;
		while (((unsigned char)text[length] | 32) >= 'a' && text[length])
			length++;
		shown.words += length > 2;
		length = length ? length : 1;
	}
	return shown;
}

bool book_is_month(const char *text, const char *date)
{
	struct shown shown = look_at(text);
	bool year = shown.longest == 4;

	/* What is no first of a month was meant as a day. */
	if (strlen(date) < 10 || strncmp(date + 8, "01", 2) != 0)
		return false;
	return shown.numbers && ((!shown.first && shown.words <= 1) || (shown.numbers == 2 && year && !shown.words) ||
					(shown.numbers == 1 && year));
}

bool book_is_day_month(const char *text)
{
	struct shown shown = look_at(text);

	return shown.numbers == 1 && shown.longest <= 2 && shown.words == 1;
}

/* Two digits up to `most`; false: they are none. */
static bool two_digits(const char **c, int most, int *value)
{
	if (strspn(*c, "0123456789") < 2)
		return false;
	*value = ((*c)[0] - '0') * 10 + ((*c)[1] - '0');
	*c += 2;
	return *value <= most;
}

static bool clock_time(const char *c, int *hour, int *minute, int *second)
{
	*second = 0;
	if (!two_digits(&c, 23, hour) || *c++ != ':' || !two_digits(&c, 59, minute))
		return false;
	if (*c == ':') {
		c++;
		if (!two_digits(&c, 59, second))
			return false;
		if (*c == '.' || *c == ',')
			c += 1 + strspn(c + 1, "0123456789");
	}
	return !*c || strcmp(c, "Z") == 0;
}

bool book_iso_date(const char *text, struct buffer *out, enum grid_kind *kind)
{
	int hour = 0, minute = 0, second = 0;
	char day[11] = "";
	struct date date;

	snprintf(day, sizeof day, "%s", text);
	if (!date_parse(day, &date) ||
		(text[10] && (text[10] != 'T' || !clock_time(text + 11, &hour, &minute, &second))))
		return false;
	*kind = GRID_DATE;
	buffer_add(out, day);
	if (hour || minute || second)
		buffer_printf(out, "T%02d:%02d:%02d", hour, minute, second);
	return true;
}

bool book_iso_time(const char *text, struct buffer *out)
{
	static const struct {
		char sign;
		double seconds;
	} parts[] = { { 'D', SECONDS }, { 'H', 3600 }, { 'M', 60 }, { 'S', 1 } };
	double seconds = 0;
	size_t i = 0;

	if (*text++ != 'P')
		return false;
	while (*text) {
		char number[20];
		size_t length;
		double value;

		if (*text == 'T') {
			text++;
			continue;
		}
		length = strspn(text, "0123456789.");
		if (!length || length >= sizeof number)
			return false;
		memcpy(number, text, length);
		number[length] = '\0';
		text += length;
		while (i < sizeof parts / sizeof parts[0] && parts[i].sign != *text)
			i++;
		if (i == sizeof parts / sizeof parts[0] || !book_parse(number, &value))
			return false;
		seconds += value * parts[i++].seconds;
		text++;
	}
	if (seconds > DAY_LAST * SECONDS)
		return false;
	add_time(out, seconds);
	return true;
}
