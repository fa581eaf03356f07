/* Words in either gender and number. */
#include "model/types/parts.h"

/* What is left of the words without the ends by which French tells gender and number: "publiques" and "public" are one.  In place. */
static void drop_ends(char *text)
{
	static const char *const ends[][2] = { { "ell", "el" }, { "enn", "en" }, { "iv", "if" }, { "eus", "eux" },
		{ "qu", "c" } };
	char *from = text, *to = text;

	while (*from) {
		size_t length = strcspn(from, " "), left = length, i;
		char *next = from + length;

		left -= left > 3 && (from[left - 1] == 's' || from[left - 1] == 'x') && from[left - 2] != 's';
		while (left > 3 && from[left - 1] == 'e')
			left--;
		memmove(to, from, left);
		for (i = 0; left < length && i < sizeof ends / sizeof ends[0]; i++) {
			size_t end = strlen(ends[i][0]);

			if (left > end + 1 && strncmp(to + left - end, ends[i][0], end) == 0) {
				memcpy(to + left - end, ends[i][1], strlen(ends[i][1]));
				left += strlen(ends[i][1]) - end;
				break;
			}
		}
		to += left;
		from = next;
		if (*from)
			*to++ = *from++;
	}
	*to = '\0';
}

bool words_alike(const char *word, const char *label)
{
	char *here = xstrdup(word), *there = label ? word_fold(label) : xstrdup("");
	bool same;

	drop_ends(here);
	drop_ends(there);
	same = *here && strcmp(here, there) == 0;
	free(here);
	free(there);
	return same;
}
