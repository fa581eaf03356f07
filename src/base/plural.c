/*
 * The expression by which a language says which of its plural forms a number
 * takes ("n > 1", "n%10==1 && n%100!=11 ? 0 : ..."): evaluated as it is read.
 */
#include <stdlib.h>
#include <string.h>

#include "base/plural.h"

/* An expression of a catalogue is nested a few times; this is where one is no longer believed. */
#define DEPTH_MAX 100

struct reader {
	const char *at;
	unsigned long n;
	int depth;
	bool wrong;
};

/* Longer signs before those that they begin with. */
static const struct {
	const char *sign;
	int rank; /* a higher one binds closer */
} operators[] = {
	{ "||", 1 },
	{ "&&", 2 },
	{ "==", 3 },
	{ "!=", 3 },
	{ "<=", 4 },
	{ ">=", 4 },
	{ "<", 4 },
	{ ">", 4 },
	{ "+", 5 },
	{ "-", 5 },
	{ "*", 6 },
	{ "/", 6 },
	{ "%", 6 },
};

static void skip_blanks(struct reader *reader)
{
	reader->at += strspn(reader->at, " \t\r");
}

static bool take(struct reader *reader, const char *sign)
{
	skip_blanks(reader);
	if (strncmp(reader->at, sign, strlen(sign)) != 0)
		return false;
	reader->at += strlen(sign);
	return true;
}

static unsigned long apply(struct reader *reader, const char *sign, unsigned long a, unsigned long b)
{
	switch (sign[0]) {
	case '|':
		return a || b;
	case '&':
		return a && b;
	case '=':
		return a == b;
	case '!':
		return a != b;
	case '<':
		return sign[1] ? a <= b : a < b;
	case '>':
		return sign[1] ? a >= b : a > b;
	case '+':
		return a + b;
	case '-':
		return a - b;
	case '*':
		return a * b;
	}
	if (b == 0) {
		reader->wrong = true;
		return 0;
	}
	return sign[0] == '/' ? a / b : a % b;
}

static unsigned long whole(struct reader *reader);

/* A number, n, something in parentheses, or one of these behind "!". */
static unsigned long operand(struct reader *reader)
{
	unsigned long value;
	char *end;

	if (take(reader, "!")) {
		if (++reader->depth > DEPTH_MAX)
			reader->wrong = true;
		value = reader->wrong ? 0 : !operand(reader);
		reader->depth--;
		return value;
	}
	if (take(reader, "n"))
		return reader->n;
	if (take(reader, "(")) {
		value = whole(reader);
		if (!take(reader, ")"))
			reader->wrong = true;
		return value;
	}
	if (*reader->at < '0' || *reader->at > '9') {
		reader->wrong = true;
		return 0;
	}
	value = strtoul(reader->at, &end, 10);
	reader->at = end;
	return value;
}

/* Operands joined by operators of this rank and above. */
static unsigned long joined(struct reader *reader, int rank)
{
	unsigned long value = operand(reader);
	size_t i;

	while (!reader->wrong) {
		for (i = 0; i < sizeof operators / sizeof operators[0]; i++)
			if (take(reader, operators[i].sign))
				break;
		if (i == sizeof operators / sizeof operators[0])
			break;
		if (operators[i].rank < rank) {
			/* It joins what stands further out. */
			reader->at -= strlen(operators[i].sign);
			break;
		}
		value = apply(reader, operators[i].sign, value, joined(reader, operators[i].rank + 1));
	}
	return value;
}

static unsigned long whole(struct reader *reader)
{
	unsigned long value = 0, yes, no;

	if (++reader->depth > DEPTH_MAX)
		reader->wrong = true;
	if (!reader->wrong)
		value = joined(reader, 1);
	if (!reader->wrong && take(reader, "?")) {
		yes = whole(reader);
		if (!take(reader, ":"))
			reader->wrong = true;
		no = reader->wrong ? 0 : whole(reader);
		value = value ? yes : no;
	}
	reader->depth--;
	return value;
}

bool plural_form(const char *expression, unsigned long number, unsigned long *form)
{
	struct reader reader = { .at = expression, .n = number };
	unsigned long value = whole(&reader);

	skip_blanks(&reader);
	if (reader.wrong || (*reader.at && *reader.at != ';' && *reader.at != '\n'))
		return false;
	*form = value;
	return true;
}
