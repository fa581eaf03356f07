/*
 * Codes of numbers whose sections say themselves of which they are: [=0]"-";0% and [<43831]General;dd/mm/yyyy.  Which
 * section shows a number hangs on the number; where none says so, the first one tells how all are shown.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/book.h"

/* Where the sign, the quoted text or the bracket that begins here ends. */
static const char *sign_end(const char *c)
{
	const char close = *c == '"' ? '"' : ']', *end;

	if (*c == '"' || *c == '[') {
		end = strchr(c + 1, close);
		return end ? end + 1 : c + strlen(c);
	}
	return strchr("\\_*", *c) && c[1] ? c + 2 : c + 1;
}

/* "[>=1000]"; false: the bracket says something else. */
static bool read_condition(const char *c, const char *end, struct book_section *section)
{
	static const struct {
		const char *sign;
		enum book_condition condition;
	} signs[] = { { "<=", BOOK_AT_MOST }, { ">=", BOOK_AT_LEAST }, { "<>", BOOK_OTHER_THAN }, { "<", BOOK_BELOW },
		{ ">", BOOK_ABOVE }, { "=", BOOK_EQUAL } };
	size_t i, length;
	char *limit;
	bool is = false;

	for (i = 0; !is && i < sizeof signs / sizeof *signs; i++) {
		length = strlen(signs[i].sign);
		if (strncmp(c + 1, signs[i].sign, length) != 0)
			continue;
		limit = xstrndup(c + 1 + length, (size_t)(end - c) - length - 2);
		is = book_parse(limit, &section->limit);
		section->condition = is ? signs[i].condition : section->condition;
		free(limit);
	}
	return is;
}

/* One section up to its semicolon, which *code then stands before. */
static void read_section(const char **code, struct book_section *section)
{
	struct buffer text = { 0 };
	const char *c, *end;

	*section = (struct book_section){ .condition = BOOK_ALWAYS };
	buffer_add(&text, "");
	for (c = *code; *c && *c != ';'; c = end) {
		end = sign_end(c);
		section->value = section->value || strchr("0#?dmyhsDMYHS", *c) || strncasecmp(c, "General", 7) == 0 ||
				 (*c == '[' && c[1] && strchr("hmsHMS", c[1]) && (c[2] == ']' || c[2] == c[1]));
		if (*c != '[' || end[-1] != ']' || !read_condition(c, end, section))
			buffer_add_bytes(&text, c, (size_t)(end - c));
	}
	*code = c;
	section->code = buffer_take(&text);
}

size_t book_sections(const char *code, struct book_section sections[BOOK_SECTIONS])
{
	size_t count = 0, i;
	bool some = false;

	while (count < BOOK_SECTIONS) {
		read_section(&code, &sections[count]);
		some = some || sections[count].condition != BOOK_ALWAYS;
		count++;
		if (*code++ != ';')
			break;
	}
	/* How texts are shown. */
	if (count > 1 && !sections[count - 1].value && strchr(sections[count - 1].code, '@'))
		free(sections[--count].code);
	/* Before the last one those that say nothing are of what is above zero, and below it. */
	for (i = 0; some && i + 1 < count; i++)
		if (sections[i].condition == BOOK_ALWAYS)
			sections[i].condition = i ? BOOK_BELOW : BOOK_ABOVE;
	for (i = 0; !some && i < count; i++)
		free(sections[i].code);
	return some ? count : 0;
}

static bool is_of(double value, enum book_condition condition, double limit)
{
	switch (condition) {
	case BOOK_BELOW:
		return value < limit;
	case BOOK_AT_MOST:
		return value <= limit;
	case BOOK_ABOVE:
		return value > limit;
	case BOOK_AT_LEAST:
		return value >= limit;
	case BOOK_EQUAL:
		return value >= limit && value <= limit;
	case BOOK_OTHER_THAN:
		return value < limit || value > limit;
	case BOOK_ALWAYS:
		break;
	}
	return true;
}

size_t book_section_of(const struct book_section *sections, size_t count, double value)
{
	size_t i;

	for (i = 0; i < count && !is_of(value, sections[i].condition, sections[i].limit); i++)
		;
	return i;
}
