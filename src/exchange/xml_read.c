/*
 * Reading XML from strangers.  libxml2's reader streams and validates at once,
 * so lines are true in long files.  A document type declaration is refused, no
 * external entity is ever loaded; size and number of elements are capped here, depth
 * and whatever else costs the parser too much in xml_guard.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exchange/xml_errors.h"
#include "exchange/xml_guard.h"
#include "exchange/xml_library.h"

#define BYTES_MAX ((int64_t)64 << 20)
#define DEPTH_MAX 64
#define ELEMENTS_MAX 8000000

struct xml_reader {
	xmlTextReaderPtr reader;
	xmlSchemaPtr schema;
	xmlSchemaValidCtxtPtr valid;
	xmlSchemaParserCtxtPtr parser;
	char *path;
	const char *root;
	int file;
	int64_t bytes, elements;
	int unread;                             /* errno of a read that failed */
	bool over, ended, pending_end, invalid; /* invalid: the failure is against the schema */
	struct xml_place {
		char *field;
		long line;
	} * places;
	size_t place_count;
	struct error failure; /* the first one that libxml2 told, or the guard */
	struct xml_guard guard;
};

/* Only while one of our own schemas is compiled may libxml2 load a file, and only one of these. */
static bool loading_schema;

static bool is_schema(const char *url)
{
	static const char *const names[] = { "/noria-catalogue.xsd", "/noria-soa.xsd", "/xml.xsd" };
	size_t length = strlen(url), i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (length > strlen(names[i]) && strcmp(url + length - strlen(names[i]), names[i]) == 0)
			return true;
	return false;
}

static xmlParserInputPtr load_nothing(const char *url, const char *id, xmlParserCtxtPtr context)
{
	(void)id;
	if (url && loading_schema && is_schema(url))
		return xmlNewInputFromFile(context, url);
	return NULL;
}

static int read_bytes(void *user, char *buffer, int length)
{
	struct xml_reader *reader = user;
	ssize_t count;

	do {
		count = read(reader->file, buffer, (size_t)length);
	} while (count < 0 && errno == EINTR);
	if (count < 0)
		reader->unread = errno;
	if (count > 0)
		reader->bytes += count;
	else
		reader->ended = true;
	if (count < 0 && !reader->failure.kind)
		error_set(&reader->failure, ERROR_SYSTEM, _("%s cannot be read: %s."), reader->path, strerror(errno));
	if (reader->bytes > BYTES_MAX) {
		reader->over = true;
		return -1;
	}
	if (count > 0 && !xml_guard_feed(&reader->guard, reader->path, buffer, (size_t)count,
				 reader->failure.kind ? NULL : &reader->failure))
		return -1;
	return (int)count;
}

static int close_nothing(void *user)
{
	(void)user;
	return 0;
}

#if LIBXML_VERSION >= 21200
static void on_error(void *user, const xmlError *problem)
#else
static void on_error(void *user, xmlErrorPtr problem)
#endif
{
	struct xml_reader *reader = user;

	bool first = !reader->failure.kind && problem->level >= XML_ERR_ERROR;
	/* A tag that was cut off ("<ti") is looked up in the schema before its end is missed. */
	bool cut = reader->invalid && reader->ended && problem->level == XML_ERR_FATAL &&
		   problem->line == reader->failure.line;

	if (!problem->message || !(first || cut))
		return;
	xml_explain(&reader->failure, reader->path, problem, reader->ended);
	reader->invalid = problem->domain == XML_FROM_SCHEMASV;
}

/*
 * libxml2 parses ahead of what it shows, and the line in a node ends at 65,535:
 * a node is given its line when it is made, while the parser still stands there.
 */
static struct xml_reader *reading;

static void on_node(xmlNodePtr node)
{
	if (reading && reading->reader)
		node->_private = (void *)(intptr_t)xmlTextReaderGetParserLineNumber(reading->reader);
}

/* libxml2 has called this way of watching out of date since 2.11, and has no other. */
static void watch_nodes(struct xml_reader *reader)
{
	reading = reader;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
	if (reader)
		xmlRegisterNodeDefault(on_node);
	else
		xmlRegisterNodeDefault(NULL);
#pragma GCC diagnostic pop
}

static bool failed(struct xml_reader *reader, struct error *error)
{
	if (reader->unread) {
		/* libxml2 sees an end there, and finds fault with it. */
		error_set(&reader->failure, ERROR_SYSTEM, _("%s cannot be read: %s."), reader->path,
			strerror(reader->unread));
	} else if (reader->over) {
		error_set_at(&reader->failure, ERROR_INVALID, reader->path, 0,
			_("The file is larger than 64 MB; Noria does not read such files."));
	} else if (!reader->failure.kind) {
		error_set_at(
			&reader->failure, ERROR_INVALID, reader->path, xml_line(reader), _("The XML cannot be read."));
	}
	error_move(error, &reader->failure);
	return false;
}

/* Compiles our schema for the root that was seen, and has the reader validate from here on. */
static bool start_validation(struct xml_reader *reader, struct error *error)
{
	char *name = xasprintf("catalogues/noria-%s.xsd", reader->root), *path = environment_data(name);
	bool ok = false;

	free(name);
	reader->parser = xmlSchemaNewParserCtxt(path);
	if (reader->parser) {
		xmlSchemaSetParserStructuredErrors(reader->parser, (xmlStructuredErrorFunc)on_error, reader);
		loading_schema = true;
		reader->schema = xmlSchemaParse(reader->parser);
		loading_schema = false;
	}
	if (reader->schema)
		reader->valid = xmlSchemaNewValidCtxt(reader->schema);
	if (reader->valid && xmlTextReaderSchemaValidateCtxt(reader->reader, reader->valid, 0) == 0) {
		xmlSchemaSetValidStructuredErrors(reader->valid, (xmlStructuredErrorFunc)on_error, reader);
		ok = true;
	}
	if (!ok)
		error_set(error, ERROR_SYSTEM, _("A file of the program is missing: %s."), path);
	free(path);
	return ok;
}

/* Reads up to the root, and names the kind of document.  Nothing is valid yet. */
static bool read_root(struct xml_reader *reader, struct error *error)
{
	const xmlChar *name, *space;
	char *root;
	int code;

	while ((code = xmlTextReaderRead(reader->reader)) == 1) {
		int type = xmlTextReaderNodeType(reader->reader);

		if (type == XML_READER_TYPE_DOCUMENT_TYPE)
			return error_set_at(error, ERROR_INVALID, reader->path, xml_line(reader),
				_("The file has a DOCTYPE; Noria does not read such files."));
		if (type == XML_READER_TYPE_ELEMENT)
			break;
	}
	if (code != 1) {
		failed(reader, error);
		return false;
	}
	name = xmlTextReaderConstLocalName(reader->reader);
	space = xmlTextReaderConstNamespaceUri(reader->reader);
	if (space && xmlStrEqual(name, BAD_CAST "catalogue") && xmlStrEqual(space, BAD_CAST CATALOGUE_NAMESPACE))
		reader->root = "catalogue";
	else if (space && xmlStrEqual(name, BAD_CAST "soa") && xmlStrEqual(space, BAD_CAST SOA_NAMESPACE))
		reader->root = "soa";
	if (reader->root)
		return true;
	root = xml_shown((const char *)name, strlen((const char *)name));
	error_set_at(error, ERROR_INVALID, reader->path, xml_line(reader),
		_("The file is neither a catalogue nor an SoA of Noria; its root is <%s>."), root);
	free(root);
	return false;
}

/* Reads again from the start with the schema, up to the root: validation must see it. */
static bool read_valid(struct xml_reader *reader, struct error *error)
{
	watch_nodes(NULL);
	xmlFreeTextReader(reader->reader);
	reader->reader = NULL;
	if (lseek(reader->file, 0, SEEK_SET) != 0)
		return error_set(error, ERROR_SYSTEM, _("The input cannot be read twice."));
	reader->bytes = 0;
	reader->ended = false;
	xml_guard_end(&reader->guard);
	reader->reader = xmlReaderForIO(read_bytes, close_nothing, reader, NULL, NULL, XML_PARSE_NONET);
	if (!reader->reader || !start_validation(reader, error))
		return false;
	/*
	 * Not the reader's own handler: once a schema is plugged in, libxml2 2.9
	 * calls that with the plug for its data and crashes on a truncated document.
	 */
	xmlSetStructuredErrorFunc(reader, (xmlStructuredErrorFunc)on_error);
	watch_nodes(reader);
	while (xmlTextReaderRead(reader->reader) == 1 &&
		xmlTextReaderNodeType(reader->reader) != XML_READER_TYPE_ELEMENT)
		;
	if (!reader->failure.kind && !reader->unread &&
		xmlTextReaderNodeType(reader->reader) == XML_READER_TYPE_ELEMENT)
		return true;
	failed(reader, error);
	return false;
}

struct xml_reader *xml_open(const char *path, const char *shown, struct error *error)
{
	struct xml_reader *reader = xcalloc(1, sizeof *reader);

	if (!xml_library_load(error)) {
		free(reader);
		return NULL;
	}
	xmlSetExternalEntityLoader(load_nothing);
	reader->path = text_printable(shown, false);
	reader->file = open(path, O_RDONLY | O_CLOEXEC);
	if (reader->file < 0) {
		error_set(error, ERROR_UNAVAILABLE, _("%s cannot be read: %s."), reader->path, strerror(errno));
		xml_close(reader);
		return NULL;
	}
	reader->reader = xmlReaderForIO(read_bytes, close_nothing, reader, NULL, NULL, XML_PARSE_NONET);
	if (!reader->reader) {
		error_set(error, ERROR_SYSTEM, _("There is not enough memory."));
		xml_close(reader);
		return NULL;
	}
	xmlTextReaderSetStructuredErrorHandler(reader->reader, (xmlStructuredErrorFunc)on_error, reader);
	/* The kind first: the root alone is looked at before the schema is chosen. */
	watch_nodes(reader);
	if (!read_root(reader, error) || !read_valid(reader, error)) {
		xml_close(reader);
		return NULL;
	}
	return reader;
}

const char *xml_root(const struct xml_reader *reader)
{
	return reader->root;
}

long xml_line(const struct xml_reader *reader)
{
	xmlNodePtr node = reader->reader ? xmlTextReaderCurrentNode(reader->reader) : NULL;

	if (node && node->_private)
		return (long)(intptr_t)node->_private;
	return reader->reader ? xmlTextReaderGetParserLineNumber(reader->reader) : 0;
}

void xml_place(struct xml_reader *reader, const char *field)
{
	reader->places = xreallocarray(reader->places, reader->place_count + 1, sizeof *reader->places);
	reader->places[reader->place_count++] = (struct xml_place){ .field = xstrdup(field), .line = xml_line(reader) };
}

void xml_places_forget(struct xml_reader *reader)
{
	while (reader->place_count)
		free(reader->places[--reader->place_count].field);
}

bool xml_refuse(const struct xml_reader *reader, long line, struct error *error)
{
	size_t i;
	char *text;

	if (error->kind != ERROR_INVALID || error->file)
		return false;
	for (i = 0; error->field && i < reader->place_count; i++)
		if (strcmp(reader->places[i].field, error->field) == 0)
			line = reader->places[i].line;
	text = xstrdup(error->message);
	error_set_at(error, ERROR_INVALID, reader->path, line, "%s", text);
	free(text);
	return false;
}

const char *xml_path(const struct xml_reader *reader)
{
	return reader->path;
}

const char *xml_name(const struct xml_reader *reader)
{
	return (const char *)xmlTextReaderConstLocalName(reader->reader);
}

const char *xml_text(const struct xml_reader *reader)
{
	return (const char *)xmlTextReaderConstValue(reader->reader);
}

static char *take(xmlChar *value)
{
	char *copy = value ? xstrdup((const char *)value) : NULL;

	xmlFree(value);
	return copy;
}

char *xml_attribute(struct xml_reader *reader, const char *name)
{
	return take(xmlTextReaderGetAttribute(reader->reader, BAD_CAST name));
}

char *xml_language(struct xml_reader *reader)
{
	return take(xmlTextReaderGetAttributeNs(reader->reader, BAD_CAST "lang", XML_XML_NAMESPACE));
}

enum xml_event xml_next(struct xml_reader *reader, struct error *error)
{
	if (reader->pending_end) {
		/* <empty/> ends as it begins. */
		reader->pending_end = false;
		return XML_END;
	}
	for (;;) {
		int code = xmlTextReaderRead(reader->reader);

		if (code < 0 || reader->failure.kind || reader->over || reader->unread) {
			failed(reader, error);
			return XML_FAILED;
		}
		if (code == 0) {
			if (xmlTextReaderIsValid(reader->reader) != 1) {
				failed(reader, error);
				return XML_FAILED;
			}
			return XML_FINISHED;
		}
		switch (xmlTextReaderNodeType(reader->reader)) {
		case XML_READER_TYPE_ELEMENT:
			if (++reader->elements > ELEMENTS_MAX || xmlTextReaderDepth(reader->reader) > DEPTH_MAX) {
				error_set_at(error, ERROR_INVALID, reader->path, xml_line(reader),
					_("The file has too many elements, or they are nested too deep."));
				return XML_FAILED;
			}
			reader->pending_end = xmlTextReaderIsEmptyElement(reader->reader) == 1;
			return XML_START;
		case XML_READER_TYPE_END_ELEMENT:
			return XML_END;
		case XML_READER_TYPE_TEXT:
		case XML_READER_TYPE_CDATA:
		case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
			return XML_TEXT;
		case XML_READER_TYPE_DOCUMENT_TYPE:
			error_set_at(error, ERROR_INVALID, reader->path, xml_line(reader),
				_("The file has a DOCTYPE; Noria does not read such files."));
			return XML_FAILED;
		case XML_READER_TYPE_ENTITY_REFERENCE:
			error_set_at(error, ERROR_INVALID, reader->path, xml_line(reader),
				_("The file uses an entity; Noria does not read such files."));
			return XML_FAILED;
		default:
			break;
		}
	}
}

char *xml_content(struct xml_reader *reader, struct error *error)
{
	struct buffer text = { 0 };
	char *place;

	for (;;) {
		switch (xml_next(reader, error)) {
		case XML_TEXT:
			buffer_add(&text, xml_text(reader));
			break;
		case XML_END:
			return buffer_take(&text);
		case XML_START:
			place = xasprintf("<%s>", xml_name(reader));
			error_set_at(error, ERROR_INVALID, reader->path, xml_line(reader), _("%s is not allowed here."),
				place);
			free(place);
			/* FALLTHROUGH */
		default:
			buffer_free(&text);
			return NULL;
		}
	}
}

void xml_close(struct xml_reader *reader)
{
	watch_nodes(NULL);
	if (reader->reader)
		xmlFreeTextReader(reader->reader);
	if (reader->valid)
		xmlSchemaFreeValidCtxt(reader->valid);
	if (reader->schema)
		xmlSchemaFree(reader->schema);
	if (reader->parser)
		xmlSchemaFreeParserCtxt(reader->parser);
	if (reader->file > STDIN_FILENO)
		close(reader->file);
	xmlSetStructuredErrorFunc(NULL, NULL);
	error_clear(&reader->failure);
	xml_guard_end(&reader->guard);
	xml_places_forget(reader);
	free(reader->places);
	free(reader->path);
	free(reader);
}

/* Standard input may be a pipe, and is read twice: by way of a file without a name.  NULL: error. */
static FILE *spool(struct error *error)
{
	char block[65536];
	size_t count, total = 0;
	FILE *copy = tmpfile();
	int failure = copy ? 0 : errno ? errno : EIO;

	while (!failure && (count = fread(block, 1, sizeof block, stdin)) > 0 &&
		(total += count) <= (size_t)BYTES_MAX + 1)
		if (fwrite(block, 1, count, copy) != count)
			failure = errno ? errno : EIO;
	if (!failure && ferror(stdin))
		failure = errno ? errno : EIO;
	if (!failure && fflush(copy) != 0)
		failure = errno ? errno : EIO;
	if (!failure)
		return copy;
	error_set(error, ERROR_SYSTEM, _("The input could not be kept: %s."), strerror(failure));
	if (copy)
		fclose(copy);
	return NULL;
}

bool import_xml(struct action *action, struct store *store, const char *input, const char *as,
	const struct xml_kind *kinds, struct import_report *report, struct error *error)
{
	struct xml_reader *reader;
	FILE *copy = NULL;
	char *spooled = NULL;
	bool ok;

	if (strcmp(input, "-") == 0) {
		copy = spool(error);
		if (!copy)
			return false;
		spooled = xasprintf("/dev/fd/%d", fileno(copy));
	}
	reader = xml_open(spooled ? spooled : input, spooled ? _("standard input") : input, error);
	if (!reader) {
		ok = false;
	} else if (as && strcmp(as, reader->root) != 0) {
		ok = error_set_at(
			error, ERROR_INVALID, reader->path, 1, _("The file is of another kind: %s."), reader->root);
	} else {
		free(report->kind);
		report->kind = xstrdup(reader->root);
		while (strcmp(kinds->root, reader->root) != 0)
			kinds++;
		ok = kinds->read(action, store, reader, report, error);
	}
	if (reader)
		xml_close(reader);
	if (copy)
		fclose(copy);
	free(spooled);
	return ok;
}

const char *exchange_engine_version(void)
{
	return LIBXML_DOTTED_VERSION;
}
