/*
 * XML without a schema of ours, as the parts of a spreadsheet are: told element by element, capped by
 * xml_guard.c, without document types and entities.  Included by the files of this folder only.
 */
#ifndef NORIA_EXCHANGE_XML_STREAM_H
#define NORIA_EXCHANGE_XML_STREAM_H

#include "base/lib.h"

/* Attributes of an element, while it is told. */
struct xml_attributes {
	const void *list; /* libxml2's */
	size_t count;
};
/* The value of an attribute by its local name, in whatever namespace; false: it is not there.  Not ended by NUL; read at once. */
bool xml_attribute_value(const struct xml_attributes *attributes, const char *name, const char **value, size_t *length);
/* The same, of that namespace; NULL: in whatever one. */
bool xml_attribute_of(const struct xml_attributes *attributes, const char *name, const char *space, const char **value,
	size_t *length);
/* The same as a copy, which the caller frees; NULL: it is not there. */
char *xml_attribute_copy(const struct xml_attributes *attributes, const char *name);
/* As a number; `otherwise` where it is not there, or is none. */
long xml_attribute_number(const struct xml_attributes *attributes, const char *name, long otherwise);
/* "1" or "true". */
bool xml_attribute_is(const struct xml_attributes *attributes, const char *name);

/* What is told.  space: the namespace, "" for none.  False: it ends there, and error, which was given to xml_stream, says why. */
struct xml_told {
	bool (*start)(void *user, const char *name, const char *space, const struct xml_attributes *attributes);
	bool (*text)(void *user, const char *text, size_t length);
	bool (*end)(void *user, const char *name, const char *space);
};
/* part: what is called so in messages, "x.xlsx: xl/workbook.xml".  False: error. */
bool xml_stream(
	const char *part, const struct buffer *bytes, const struct xml_told *told, void *user, struct error *error);

#endif
