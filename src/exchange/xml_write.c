/* Writing XML whose differences are small: one form for one content. */
#include <stdlib.h>
#include <string.h>

#include "exchange/xml.h"

/* XML has no place for some characters; a file that holds one all the same (written by hand) is not lost for it. */
static void escape(struct buffer *out, const char *text, bool attribute)
{
	char *clean = text_exchangeable(text);

	for (text = clean; *text; text++) {
		switch (*text) {
		case '&':
			buffer_add(out, "&amp;");
			break;
		case '<':
			buffer_add(out, "&lt;");
			break;
		case '>':
			buffer_add(out, "&gt;");
			break;
		case '"':
			buffer_add(out, attribute ? "&quot;" : "\"");
			break;
		case '\n':
			buffer_add(out, attribute ? "&#10;" : "\n");
			break;
		case '\t':
			buffer_add(out, attribute ? "&#9;" : "\t");
			break;
		default:
			buffer_add_char(out, *text);
		}
	}
	free(clean);
}

static void tag(const struct xml_writer *writer, struct buffer *out, const char *name, va_list attributes)
{
	const char *attribute;

	buffer_printf(out, "%*s<%s", 2 * writer->depth, "", name);
	while ((attribute = va_arg(attributes, const char *))) {
		const char *value = va_arg(attributes, const char *);

		if (!value)
			continue;
		buffer_printf(out, " %s=\"", attribute);
		escape(out, value, true);
		buffer_add_char(out, '"');
	}
}

static void emit(struct xml_writer *writer, struct buffer *out)
{
	output_write(writer->output, out->data, out->length);
	buffer_free(out);
}

void xml_begin(struct xml_writer *writer, struct output *output)
{
	memset(writer, 0, sizeof *writer);
	writer->output = output;
	output_text(output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

void xml_start(struct xml_writer *writer, const char *name, ...)
{
	struct buffer out = { 0 };
	va_list attributes;

	va_start(attributes, name);
	tag(writer, &out, name, attributes);
	va_end(attributes);
	buffer_add(&out, ">\n");
	emit(writer, &out);
	writer->depth++;
}

void xml_end(struct xml_writer *writer, const char *name)
{
	struct buffer out = { 0 };

	writer->depth--;
	buffer_printf(&out, "%*s</%s>\n", 2 * writer->depth, "", name);
	emit(writer, &out);
}

void xml_leaf(struct xml_writer *writer, const char *name, const char *text, ...)
{
	struct buffer out = { 0 };
	va_list attributes;

	if (!text)
		return;
	va_start(attributes, text);
	tag(writer, &out, name, attributes);
	va_end(attributes);
	buffer_add_char(&out, '>');
	escape(&out, text, false);
	buffer_printf(&out, "</%s>\n", name);
	emit(writer, &out);
}

void xml_empty(struct xml_writer *writer, const char *name, ...)
{
	struct buffer out = { 0 };
	va_list attributes;

	va_start(attributes, name);
	tag(writer, &out, name, attributes);
	va_end(attributes);
	buffer_add(&out, "/>\n");
	emit(writer, &out);
}
