/* Paragraphs in lines of so many columns. */
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

/* True where a line must not begin: with a sign that ends a word, or the blank before it. */
static bool belongs_before(const char *text)
{
	return strchr(";:!?", *text) || strncmp(text, "\xc2\xbb", 2) == 0 || strncmp(text, "\xc2\xa0", 2) == 0 ||
	       strncmp(text, "\xe2\x80\xaf", 3) == 0;
}

/* Where a word that is longer than its line is broken: not before a sign, as far as there is another place. */
static size_t before_sign(const char *text, size_t fit)
{
	size_t at = fit;

	while (at && belongs_before(text + at))
		at = text_previous(text, at);
	return at ? at : fit;
}

/* A blank at which a line may end: not the one that French writes before a sign. */
static bool may_end(const char *blank)
{
	const char *next = blank + 1;

	if (strncmp(next, "\xc2\xbb", 2) == 0)
		return false;
	return !*next || !strchr(";:!?", *next) || (next[1] && next[1] != ' ');
}

/* One line of text over as many as it needs; those after the first begin at column `hang`. */
static void wrap_line(char *rest, int columns, int hang, struct strings *lines)
{
	bool first = true;

	do {
		int width = first || hang >= columns ? columns : columns - hang;
		size_t fit = text_fit(rest, width, NULL), cut = fit;

		if (rest[fit]) {
			while (cut > 0 && (rest[cut] != ' ' || !may_end(rest + cut)))
				cut--;
			/* Where there is no other place, there. */
			for (cut = cut ? cut : fit; cut > 0 && rest[cut] != ' ';)
				cut--;
			if (cut == 0)
				cut = fit ? before_sign(rest, fit) : text_next(rest, 0);
		}
		strings_take(lines, xasprintf("%*s%.*s", first || hang >= columns ? 0 : hang, "", (int)cut, rest));
		first = false;
		rest += cut;
		while (*rest == ' ')
			rest++;
	} while (*rest);
}

/* Where the last of its columns begins (after two blanks, in the left half), else two behind its indentation; text at the edge does not hang. */
static int hanging(const char *line, int columns)
{
	size_t indent = strspn(line, " "), i;
	int hang = indent ? (int)indent + 2 : 0;

	for (i = indent; line[i]; i++)
		if (line[i] == ' ' && line[i + 1] == ' ' && line[i + 2] && line[i + 2] != ' ') {
			char *before = xstrndup(line, i + 2);
			int at = text_columns(before);

			free(before);
			if (at > columns / 2)
				break;
			hang = at;
		}
	return hang;
}

/* Whether something begins at that column of the line, behind two blanks. */
static bool begins_at(const char *line, int column)
{
	size_t at = text_fit(line, column, NULL);

	return strncmp(line, "  ", 2) == 0 && at >= 2 && line[at] && line[at] != ' ' && line[at - 1] == ' ' &&
	       line[at - 2] == ' ';
}

/* column: where the last column of a table begins, 0: that is found out, -1: nothing hangs. */
static void wrap(const char *text, int columns, int column, struct strings *lines)
{
	const char *c = text;

	if (columns < 1)
		columns = 1;
	for (;;) {
		const char *end = strchr(c, '\n');
		char *line = end ? xstrndup(c, (size_t)(end - c)) : xstrdup(c);

		wrap_line(line, columns,
			column > 0 && column < columns && begins_at(line, column) ? column
			: column >= 0                                             ? hanging(line, columns)
										  : 0,
			lines);
		free(line);
		if (!end)
			break;
		c = end + 1;
	}
}

void text_wrap(const char *text, int columns, struct strings *lines)
{
	wrap(text, columns, -1, lines);
}

void text_wrap_hanging(const char *text, int columns, struct strings *lines)
{
	wrap(text, columns, 0, lines);
}

void text_wrap_table(const char *text, int columns, int column, struct strings *lines)
{
	wrap(text, columns, column, lines);
}
