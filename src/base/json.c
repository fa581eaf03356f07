/* The small part of JSON that the journal and drafts need. */
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

#define DEPTH_MAX 32

static bool is_c1(const char *c)
{
	return (unsigned char)c[0] == 0xc2 && (unsigned char)c[1] >= 0x80 && (unsigned char)c[1] < 0xa0;
}

/* Whether it stands as it is; the small letters, which are most of a text, are known first. */
static bool is_plain(const char *c)
{
	unsigned char byte = (unsigned char)*c;

	return (byte > '\\' && byte < 0x7f) || (byte >= ' ' && byte < '\\' && byte != '"') ||
	       (byte > 0x7f && !is_c1(c));
}

void json_add_string(struct buffer *buffer, const char *text)
{
	const char *plain = text, *c;
	char *valid = NULL;

	if (!text) {
		buffer_add(buffer, "null");
		return;
	}
	/* Only a file that somebody else wrote holds such. */
	if (!text_is_valid(text, strlen(text)))
		plain = text = valid = text_exchangeable(text);
	buffer_add_char(buffer, '"');
	for (c = text; *c; c++) {
		if (is_plain(c))
			continue;
		buffer_add_bytes(buffer, plain, (size_t)(c - plain));
		plain = c + 1;
		switch (*c) {
		case '"':
			buffer_add(buffer, "\\\"");
			break;
		case '\\':
			buffer_add(buffer, "\\\\");
			break;
		case '\n':
			buffer_add(buffer, "\\n");
			break;
		case '\r':
			buffer_add(buffer, "\\r");
			break;
		case '\t':
			buffer_add(buffer, "\\t");
			break;
		default:
			if (is_c1(c))
				plain = ++c + 1;
			buffer_printf(buffer, "\\u%04x", (unsigned char)*c);
		}
	}
	buffer_add_bytes(buffer, plain, (size_t)(c - plain));
	buffer_add_char(buffer, '"');
	free(valid);
}

struct parser {
	const char *c;
	int deepest;
};

static void skip(struct parser *parser)
{
	parser->c += strspn(parser->c, " \t\r\n");
}

static void add_utf8(struct buffer *out, unsigned c)
{
	if (c < 0x80) {
		buffer_add_char(out, (char)c);
	} else if (c < 0x800) {
		buffer_add_char(out, (char)(0xc0 | c >> 6));
		buffer_add_char(out, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		buffer_add_char(out, (char)(0xe0 | c >> 12));
		buffer_add_char(out, (char)(0x80 | (c >> 6 & 0x3f)));
		buffer_add_char(out, (char)(0x80 | (c & 0x3f)));
	} else {
		buffer_add_char(out, (char)(0xf0 | c >> 18));
		buffer_add_char(out, (char)(0x80 | (c >> 12 & 0x3f)));
		buffer_add_char(out, (char)(0x80 | (c >> 6 & 0x3f)));
		buffer_add_char(out, (char)(0x80 | (c & 0x3f)));
	}
}

static bool hex4(const char *text, unsigned *value)
{
	int i;

	*value = 0;
	for (i = 0; i < 4; i++) {
		char c = text[i];

		*value <<= 4;
		if (c >= '0' && c <= '9')
			*value |= (unsigned)(c - '0');
		else if (c >= 'a' && c <= 'f')
			*value |= (unsigned)(c - 'a' + 10);
		else if (c >= 'A' && c <= 'F')
			*value |= (unsigned)(c - 'A' + 10);
		else
			return false;
	}
	return true;
}

static char *parse_string(struct parser *parser)
{
	struct buffer out = { 0 };
	const char *c = parser->c + 1;

	while (*c && *c != '"') {
		unsigned value, low;

		if (*c != '\\') {
			buffer_add_char(&out, *c++);
			continue;
		}
		c++;
		switch (*c) {
		case 'n':
			buffer_add_char(&out, '\n');
			break;
		case 'r':
			buffer_add_char(&out, '\r');
			break;
		case 't':
			buffer_add_char(&out, '\t');
			break;
		case 'b':
			buffer_add_char(&out, '\b');
			break;
		case 'f':
			buffer_add_char(&out, '\f');
			break;
		case '"':
		case '\\':
		case '/':
			buffer_add_char(&out, *c);
			break;
		case 'u':
			if (!hex4(c + 1, &value) || value == 0)
				goto bad;
			c += 4;
			if (value >= 0xd800 && value < 0xdc00) {
				if (c[1] != '\\' || c[2] != 'u' || !hex4(c + 3, &low) || low < 0xdc00 || low > 0xdfff)
					goto bad;
				value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
				c += 6;
			} else if (value >= 0xdc00 && value < 0xe000) {
				goto bad;
			}
			add_utf8(&out, value);
			break;
		default:
			goto bad;
		}
		c++;
	}
	if (*c != '"')
		goto bad;
	parser->c = c + 1;
	return buffer_take(&out);
bad:
	buffer_free(&out);
	return NULL;
}

static struct json *parse_value(struct parser *parser, int depth);

static bool parse_members(struct parser *parser, struct json *parent, char close, int depth)
{
	struct json **tail = &parent->child;

	parser->c++;
	skip(parser);
	if (*parser->c == close) {
		parser->c++;
		return true;
	}
	for (;;) {
		char *name = NULL;

		skip(parser);
		if (close == '}') {
			if (*parser->c != '"' || !(name = parse_string(parser)))
				return false;
			skip(parser);
			if (*parser->c != ':') {
				free(name);
				return false;
			}
			parser->c++;
		}
		*tail = parse_value(parser, depth + 1);
		if (!*tail) {
			free(name);
			return false;
		}
		(*tail)->name = name;
		tail = &(*tail)->next;
		skip(parser);
		if (*parser->c == ',') {
			parser->c++;
			continue;
		}
		if (*parser->c != close)
			return false;
		parser->c++;
		return true;
	}
}

static struct json *parse_value(struct parser *parser, int depth)
{
	struct json *json;
	size_t length;
	bool ok = true;

	if (depth > parser->deepest)
		return NULL;
	skip(parser);
	json = xcalloc(1, sizeof *json);
	switch (*parser->c) {
	case '"':
		json->type = JSON_STRING;
		json->text = parse_string(parser);
		ok = json->text != NULL;
		break;
	case '[':
		json->type = JSON_ARRAY;
		ok = parse_members(parser, json, ']', depth);
		break;
	case '{':
		json->type = JSON_OBJECT;
		ok = parse_members(parser, json, '}', depth);
		break;
	default:
		length = strspn(parser->c, "abcdefghijklmnopqrstuvwxyz");
		if (length == 4 && strncmp(parser->c, "null", 4) == 0) {
			json->type = JSON_NULL;
		} else if ((length == 4 && strncmp(parser->c, "true", 4) == 0) ||
			   (length == 5 && strncmp(parser->c, "false", 5) == 0)) {
			json->type = JSON_BOOLEAN;
		} else {
			length = strspn(parser->c, "+-.0123456789eE");
			json->type = JSON_NUMBER;
			ok = length > 0;
		}
		if (json->type != JSON_NULL)
			json->text = xstrndup(parser->c, length);
		parser->c += length;
	}
	if (!ok) {
		json_free(json);
		return NULL;
	}
	return json;
}

struct json *json_parse(const char *text)
{
	return json_parse_within(text, DEPTH_MAX);
}

struct json *json_parse_within(const char *text, int depth)
{
	struct parser parser = { text, depth };
	struct json *json = parse_value(&parser, 0);

	if (!json)
		return NULL;
	skip(&parser);
	if (*parser.c) {
		json_free(json);
		return NULL;
	}
	return json;
}

const struct json *json_at(const struct json *array, size_t index)
{
	const struct json *item = array ? array->child : NULL;

	while (item && index--)
		item = item->next;
	return item;
}

const char *json_text(const struct json *array, size_t index)
{
	const struct json *item = json_at(array, index);

	return item && item->type == JSON_STRING ? item->text : NULL;
}

const struct json *json_member(const struct json *object, const char *name)
{
	const struct json *item = object ? object->child : NULL;

	while (item && (!item->name || strcmp(item->name, name) != 0))
		item = item->next;
	return item;
}

void json_free(struct json *json)
{
	while (json) {
		struct json *next = json->next;

		json_free(json->child);
		free(json->text);
		free(json->name);
		free(json);
		json = next;
	}
}
