/* The items of a list within a cell or a line of a form. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/lists.h"
#include "model/reference.h"

/* Without the sign before an item of a list: "• A.5.1", "- A.5.1". */
static const char *after_bullet(const char *text)
{
	static const char *const bullets[] = { "- ", "* ", "+ ", "\xe2\x80\xa2", "\xc2\xb7", "\xe2\x96\xaa",
		"\xe2\x97\xa6", "\xe2\x80\xa3", "\xe2\x80\x93 ", "\xe2\x80\x94 ", "\xef\x82\xb7" };
	size_t i;

	for (i = 0; i < sizeof bullets / sizeof bullets[0]; i++)
		if (strncmp(text, bullets[i], strlen(bullets[i])) == 0)
			return text + strlen(bullets[i]) + text_blanks(text + strlen(bullets[i]));
	return text;
}

void list_split(struct strings *pieces, const char *text, const char *signs)
{
	while (*text) {
		const char *bare;
		char *whole;
		size_t length = 0, end;
		bool inside = false;

		while (text[length] && (inside || !strchr(signs, text[length]))) {
			inside = text[length] == '{' || (inside && text[length] != '}');
			length++;
		}
		whole = xstrndup(text, length);
		bare = text_trimmed(whole, &end);
		if (end) {
			char *kept = xstrndup(bare, end), *piece = reference_plain(kept);

			free(kept);
			if (*after_bullet(piece))
				strings_add(pieces, after_bullet(piece));
			free(piece);
		}
		free(whole);
		text += length + (text[length] != '\0');
	}
}

const char *list_after_number(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (!digits || digits > 2 || !strchr(".)", text[digits]) || !text[digits] || text[digits + 1] != ' ')
		return NULL;
	text += digits + 1;
	text += text_blanks(text);
	return *text ? text : NULL;
}

/* What stands between two names: in one place, since each who reads names asks for some of these. */
static const struct {
	const char *sign;
	unsigned between;
} signs[] = {
	{ " / ", LIST_JOINED | LIST_APART },
	{ " & ", LIST_JOINED | LIST_APART },
	{ " + ", LIST_JOINED },
	{ "&", LIST_JOINED },
	{ "/", LIST_JOINED | LIST_PEOPLE },
	{ "+", LIST_PEOPLE },
	{ " et ", LIST_JOINED | LIST_PEOPLE },
	{ " and ", LIST_JOINED | LIST_PEOPLE },
	{ " ou ", LIST_CHOSEN },
	{ " or ", LIST_CHOSEN },
	{ " puis ", LIST_CHOSEN },
	{ " then ", LIST_CHOSEN },
	{ ",", LIST_PARTED },
	{ ";", LIST_PARTED | LIST_APART },
	{ "|", LIST_PARTED | LIST_APART },
};

size_t list_sign(const char *text, unsigned between)
{
	size_t i;

	for (i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (signs[i].between & between && strncasecmp(text, signs[i].sign, strlen(signs[i].sign)) == 0)
			return strlen(signs[i].sign);
	return 0;
}

bool list_has_sign(const char *text, unsigned between)
{
	while (*text && !list_sign(text, between))
		text++;
	return *text != '\0';
}

void list_joined(struct strings *names, const char *text)
{
	const char *start = text;

	for (;; text++) {
		size_t sign = list_sign(text, LIST_JOINED), length;
		char *name;
		const char *bare;

		if (!sign && *text)
			continue;
		name = xstrndup(start, (size_t)(text - start));
		bare = text_trimmed(name, &length);
		if (length)
			strings_take(names, xstrndup(bare, length));
		free(name);
		if (!*text)
			return;
		start = text + sign;
		text = start - 1;
	}
}

bool list_refuse_several(const struct field_def *field, const char *text, struct error *error)
{
	char *shown = text_printable(text, false);

	error_set_field(error, ERROR_INVALID, field->name,
		field->type->storage == STORED_LINKS
			/* TRANSLATORS: a field; what stands in it */
			? _("%s: \"%s\" may be several; part them by semicolons.")
			/* TRANSLATORS: a field; what stands in it */
			: _("%s takes one, and \"%s\" may be several; write the one that is meant."),
		_(field->label), shown);
	free(shown);
	return false;
}
