/* Numbers in the file's own form, whatever the locale's decimal sign. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

bool number_parse_integer(const char *text, int64_t *value)
{
	char *end;
	long long number;

	if (!*text || strspn(text, "+-0123456789") != strlen(text))
		return false;
	errno = 0;
	number = strtoll(text, &end, 10);
	if (*end || errno || end == text)
		return false;
	*value = number;
	return true;
}

char *number_format_integer(int64_t value)
{
	char digits[24];
	size_t at = sizeof digits;
	uint64_t left = value < 0 ? -(uint64_t)value : (uint64_t)value;

	do
		digits[--at] = (char)('0' + left % 10);
	while (left /= 10);
	if (value < 0)
		digits[--at] = '-';
	return xstrndup(digits + at, sizeof digits - at);
}

bool number_parse_real(const char *text, double *value)
{
	const char *c = text;
	double whole = 0, scale = 1;
	bool negative, digits = false;

	negative = *c == '-';
	if (*c == '-' || *c == '+')
		c++;
	for (; *c >= '0' && *c <= '9'; c++, digits = true)
		whole = whole * 10 + (*c - '0');
	if (*c == '.' || *c == ',') {
		for (c++; *c >= '0' && *c <= '9'; c++, digits = true) {
			whole = whole * 10 + (*c - '0');
			scale *= 10;
		}
	}
	if (!digits || *c || !isfinite(whole) || !isfinite(scale))
		return false;
	*value = (negative ? -whole : whole) / scale;
	return true;
}

char *number_format_amount(const char *value, const char *currency)
{
	bool french = strcmp(environment_language(), "fr") == 0, named = currency && *currency;
	size_t sign = *value == '-', digits = strspn(value + sign, "0123456789"), decimals, i;
	struct buffer text = { 0 };

	if (!french && named)
		buffer_printf(&text, "%s ", currency);
	buffer_add_bytes(&text, value, sign);
	for (i = 0; i < digits; i++) {
		if (i && (digits - i) % 3 == 0)
			buffer_add_char(&text, french ? ' ' : ',');
		buffer_add_char(&text, value[sign + i]);
	}
	value += sign + digits;
	decimals = *value == '.' ? strlen(value + 1) : 0;
	if (decimals)
		/* Cents are two. */
		buffer_printf(&text, "%c%s%s", french ? ',' : '.', value + 1, decimals == 1 ? "0" : "");
	if (french && named)
		buffer_printf(&text, " %s", strcmp(currency, "EUR") == 0 ? "\xe2\x82\xac" : currency);
	return buffer_take(&text);
}

char *number_format_real(double value)
{
	char *text = xasprintf("%.6f", value), *dot = strpbrk(text, ".,");

	if (dot) {
		char *end = text + strlen(text);

		*dot = '.';
		while (end[-1] == '0')
			*--end = '\0';
		if (end[-1] == '.')
			end[-1] = '\0';
	}
	if (strcmp(text, "-0") == 0)
		memmove(text, text + 1, 2);
	return text;
}

int64_t number_percent(int64_t part, int64_t whole)
{
	int64_t percent = whole > 0 ? (int64_t)floor(100.0 * (double)part / (double)whole + 0.5) : 0;

	if (part < whole && percent >= 100)
		return 99;
	return part > 0 && percent < 1 ? 1 : percent;
}
