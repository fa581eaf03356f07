/* What changed from one text to another, line by line: the longest common subsequence of lines. */
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

#define LINES_MAX 4000

static void lines_of(const char *text, struct strings *lines)
{
	while (text && *text && lines->count < LINES_MAX) {
		size_t length = strcspn(text, "\n");

		strings_take(lines, xstrndup(text, length));
		text += length + (text[length] == '\n');
	}
}

static void put(struct buffer *out, const char *mark, const char *line)
{
	buffer_printf(out, "%s%s\n", mark, line);
}

char *text_diff(const char *old_text, const char *new_text)
{
	struct strings a = { 0 }, b = { 0 };
	struct buffer out = { 0 };
	unsigned short *common;
	size_t i, j, width;

	lines_of(old_text, &a);
	lines_of(new_text, &b);
	width = b.count + 1;
	/* common[i][j]: how many lines the rests from i and j have in common. */
	common = xcalloc((a.count + 1) * width, sizeof *common);
	for (i = a.count; i-- > 0;)
		for (j = b.count; j-- > 0;) {
			unsigned short down = common[(i + 1) * width + j], right = common[i * width + j + 1];

			common[i * width + j] = strcmp(a.items[i], b.items[j]) == 0
							? (unsigned short)(common[(i + 1) * width + j + 1] + 1)
						: down > right ? down
							       : right;
		}
	for (i = j = 0; i < a.count || j < b.count;) {
		if (i < a.count && j < b.count && strcmp(a.items[i], b.items[j]) == 0) {
			put(&out, "  ", a.items[i++]);
			j++;
		} else if (i < a.count && (j == b.count || common[(i + 1) * width + j] >= common[i * width + j + 1])) {
			put(&out, "- ", a.items[i++]);
		} else {
			put(&out, "+ ", b.items[j++]);
		}
	}
	free(common);
	strings_free(&a);
	strings_free(&b);
	return buffer_take(&out);
}
