/* What a terminal hands over as pasted: any bytes at all, of which only text is taken. */
#include <string.h>
#include <utf8proc.h>

#include "base/lib.h"

char *text_pasted(const char *bytes, size_t length, size_t *left_out)
{
	struct buffer out = { 0 };
	size_t i = 0;

	*left_out = 0;
	while (i < length) {
		unsigned char c = (unsigned char)bytes[i];
		utf8proc_int32_t character;
		utf8proc_ssize_t size;

		if (c >= 0x20 && c < 0x7f) {
			size_t run = i + 1;

			while (run < length && bytes[run] >= 0x20 && bytes[run] < 0x7f)
				run++;
			buffer_add_bytes(&out, bytes + i, run - i);
			i = run;
			continue;
		}
		size = utf8proc_iterate(
			(const utf8proc_uint8_t *)bytes + i, (utf8proc_ssize_t)(length - i), &character);
		if (size <= 0) {
			buffer_add(&out, "\xef\xbf\xbd");
			i++;
			continue;
		}
		/* Terminals send the end of a line as the key Enter does. */
		if (character == '\r' || character == '\n')
			buffer_add_char(&out, '\n');
		else if (character == '\t')
			buffer_add_char(&out, '\t');
		else if (character < 0x20 || (character >= 0x7f && character < 0xa0))
			++*left_out;
		else
			buffer_add_bytes(&out, bytes + i, (size_t)size);
		if (character == '\r' && i + 1 < length && bytes[i + 1] == '\n')
			i++;
		i += (size_t)size;
	}
	return buffer_take(&out);
}

char *text_one_line(const char *text)
{
	char *line = xstrdup(text), *from, *to;
	size_t length = strlen(line);

	while (length && (line[length - 1] == '\n' || line[length - 1] == '\r'))
		line[--length] = '\0';
	for (from = to = line; *from; from++) {
		/* A line may end with \r\n. */
		if (*from == '\r' && from[1] == '\n')
			continue;
		*to++ = strchr("\n\r\t", *from) ? ' ' : *from;
	}
	*to = '\0';
	return line;
}
