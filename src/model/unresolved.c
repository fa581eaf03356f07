/* References to what is not in the file, as one element of a value: "{register|uuid|ref|title}". */
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"
#include "model/record.h"

static void encode(struct buffer *out, const char *part)
{
	for (; *part; part++) {
		if (strchr("|{},%\n\r\t", *part))
			buffer_printf(out, "%%%02x", (unsigned char)*part);
		else
			buffer_add_char(out, *part);
	}
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

static char *decode(const char *start, const char *end)
{
	struct buffer out = { 0 };

	for (; start < end; start++) {
		if (*start == '%' && end - start > 2 && hex(start[1]) >= 0 && hex(start[2]) >= 0) {
			buffer_add_char(&out, (char)(hex(start[1]) << 4 | hex(start[2])));
			start += 2;
		} else {
			buffer_add_char(&out, *start);
		}
	}
	return buffer_take(&out);
}

bool unresolved_parse(const char *element, struct unresolved *out)
{
	const char *part = element + 1, *end;
	char **parts[4] = { &out->register_name, &out->uuid, &out->ref, &out->title };
	size_t length = strlen(element), i;

	if (length < 5 || element[0] != '{' || element[length - 1] != '}')
		return false;
	memset(out, 0, sizeof *out);
	for (i = 0; i < 4; i++) {
		end = i < 3 ? strchr(part, '|') : element + length - 1;
		if (!end) {
			unresolved_free(out);
			return false;
		}
		*parts[i] = decode(part, end);
		part = end + 1;
	}
	return true;
}

char *unresolved_format(const struct unresolved *link)
{
	struct buffer out = { 0 };

	buffer_add_char(&out, '{');
	encode(&out, link->register_name);
	buffer_add_char(&out, '|');
	encode(&out, link->uuid);
	buffer_add_char(&out, '|');
	encode(&out, link->ref);
	buffer_add_char(&out, '|');
	encode(&out, link->title);
	buffer_add_char(&out, '}');
	return buffer_take(&out);
}

void unresolved_free(struct unresolved *link)
{
	free(link->register_name);
	free(link->uuid);
	free(link->ref);
	free(link->title);
	memset(link, 0, sizeof *link);
}
