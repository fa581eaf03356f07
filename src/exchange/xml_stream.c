/* libxml2's parser, which tells each element as it meets it and keeps none: see xml_stream.h. */
#include <libxml/parser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/xml_errors.h"
#include "exchange/xml_guard.h"
#include "exchange/xml_library.h"
#include "exchange/xml_stream.h"

struct stream {
	xmlParserCtxtPtr parser;
	const char *part;
	const struct xml_told *told;
	void *user;
	struct error *error; /* never NULL */
	struct error failure;
	bool stopped;
};

/* libxml2 gives five pointers an attribute: name, prefix, namespace, value, end of the value. */
enum { PLACES = 5, PLACE_NAME = 0, PLACE_SPACE = 2, PLACE_VALUE = 3, PLACE_END = 4 };

bool xml_attribute_of(const struct xml_attributes *attributes, const char *name, const char *space, const char **value,
	size_t *length)
{
	const char *const *list = attributes->list;
	size_t i;

	for (i = 0; i < attributes->count; i++, list += PLACES)
		if (strcmp(list[PLACE_NAME], name) == 0 &&
			(!space || (list[PLACE_SPACE] && strcmp(list[PLACE_SPACE], space) == 0))) {
			*value = list[PLACE_VALUE];
			*length = (size_t)(list[PLACE_END] - list[PLACE_VALUE]);
			return true;
		}
	return false;
}

bool xml_attribute_value(const struct xml_attributes *attributes, const char *name, const char **value, size_t *length)
{
	return xml_attribute_of(attributes, name, NULL, value, length);
}

char *xml_attribute_copy(const struct xml_attributes *attributes, const char *name)
{
	const char *value;
	size_t length;

	return xml_attribute_value(attributes, name, &value, &length) ? xstrndup(value, length) : NULL;
}

long xml_attribute_number(const struct xml_attributes *attributes, const char *name, long otherwise)
{
	const char *value;
	size_t length, i;
	long number = 0;

	if (!xml_attribute_value(attributes, name, &value, &length) || !length || length > 10)
		return otherwise;
	for (i = 0; i < length; i++) {
		if (value[i] < '0' || value[i] > '9')
			return otherwise;
		number = number * 10 + (value[i] - '0');
	}
	return number;
}

bool xml_attribute_is(const struct xml_attributes *attributes, const char *name)
{
	const char *value;
	size_t length;

	return xml_attribute_value(attributes, name, &value, &length) &&
	       ((length == 1 && *value == '1') || (length == 4 && memcmp(value, "true", 4) == 0));
}

static void stop(struct stream *stream)
{
	stream->stopped = true;
	xmlStopParser(stream->parser);
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int spaces,
	const xmlChar **declared, int count, int defaulted, const xmlChar **list)
{
	struct stream *stream = user;
	struct xml_attributes attributes = { list, (size_t)count };

	(void)prefix;
	(void)spaces;
	(void)declared;
	(void)defaulted;
	if (!stream->stopped &&
		!stream->told->start(stream->user, (const char *)name, space ? (const char *)space : "", &attributes))
		stop(stream);
}

static void on_text(void *user, const xmlChar *text, int length)
{
	struct stream *stream = user;

	if (!stream->stopped && stream->told->text &&
		!stream->told->text(stream->user, (const char *)text, (size_t)length))
		stop(stream);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
	struct stream *stream = user;

	(void)prefix;
	if (!stream->stopped && stream->told->end &&
		!stream->told->end(stream->user, (const char *)name, space ? (const char *)space : ""))
		stop(stream);
}

#if LIBXML_VERSION >= 21200
static void on_error(void *user, const xmlError *problem)
#else
static void on_error(void *user, xmlErrorPtr problem)
#endif
{
	/* Without a tree the parser gives itself as the user. */
	struct stream *stream = user;

	if (stream->stopped || stream->failure.kind || problem->level < XML_ERR_ERROR || !problem->message)
		return;
	xml_explain(&stream->failure, stream->part, problem, false);
}

/* The fields that say what came of it are out of date since 2.14, and older ones have no functions for it. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
static bool prepare(struct stream *stream)
{
	xmlSAXHandler *sax;

	stream->parser = xmlNewParserCtxt();
	if (!stream->parser)
		return error_set(stream->error, ERROR_SYSTEM, _("There is not enough memory."));
	sax = stream->parser->sax;
	memset(sax, 0, sizeof *sax);
	sax->initialized = XML_SAX2_MAGIC;
	sax->startElementNs = on_start;
	sax->endElementNs = on_end;
	sax->characters = sax->cdataBlock = sax->ignorableWhitespace = on_text;
	sax->serror = (xmlStructuredErrorFunc)on_error;
	stream->parser->userData = stream;
	return true;
}

static bool parse(struct stream *stream, const struct buffer *bytes)
{
	/* The guard has smaller caps on depth and texts than libxml2, which has one on the whole besides. */
	xmlDocPtr document = xmlCtxtReadMemory(
		stream->parser, bytes->data, (int)bytes->length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

	if (document)
		xmlFreeDoc(document);
	if (stream->stopped)
		return false;
	if (stream->failure.kind) {
		error_move(stream->error, &stream->failure);
		return false;
	}
	return stream->parser->wellFormed ||
	       error_set_at(stream->error, ERROR_INVALID, stream->part, 0, _("The XML is not well formed."));
}
#pragma GCC diagnostic pop

bool xml_stream(
	const char *part, const struct buffer *bytes, const struct xml_told *told, void *user, struct error *error)
{
	struct xml_guard guard = { 0 };
	struct error local = { 0 };
	struct stream stream = { .part = part, .told = told, .user = user, .error = error ? error : &local };
	bool ok = bytes->length <= INT_MAX && xml_library_load(stream.error) &&
		  xml_guard_feed(&guard, part, bytes->data, bytes->length, stream.error) && prepare(&stream) &&
		  parse(&stream, bytes);

	xml_guard_end(&guard);
	if (stream.parser)
		xmlFreeParserCtxt(stream.parser);
	error_clear(&stream.failure);
	error_clear(&local);
	return ok;
}
