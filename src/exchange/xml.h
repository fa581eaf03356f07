/* XML in and out, as catalogue.c and soa.c need it.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_XML_H
#define NORIA_EXCHANGE_XML_H

#include "exchange/import.h"

#define CATALOGUE_NAMESPACE "urn:noria:catalogue:1"
#define SOA_NAMESPACE "urn:noria:soa:1"

/* ---- reading: a pull over libxml2's reader, hostile until checked ---- */

enum xml_event { XML_START, XML_END, XML_TEXT, XML_FINISHED, XML_FAILED };

struct xml_reader;
/* Opens a file that can be read twice, called `shown` in messages, and reads up to the root element; its kind is told by xml_root. NULL: error. */
struct xml_reader *xml_open(const char *path, const char *shown, struct error *error);
/* "catalogue" or "soa"; anything else is refused by xml_open. */
const char *xml_root(const struct xml_reader *reader);
/* The next event; XML_FAILED fills error (malformed, invalid by the schema, over a cap). */
enum xml_event xml_next(struct xml_reader *reader, struct error *error);
/* Of the current element: its name, and an attribute's value (NULL when absent; caller frees). */
const char *xml_name(const struct xml_reader *reader);
char *xml_attribute(struct xml_reader *reader, const char *name);
char *xml_language(struct xml_reader *reader);
const char *xml_text(const struct xml_reader *reader);
/* The line on which the current element's start tag ends, true in files of any length. */
long xml_line(const struct xml_reader *reader);
/* Remembers the current element's line as that of a field, until forgotten. */
void xml_place(struct xml_reader *reader, const char *field);
void xml_places_forget(struct xml_reader *reader);
/* Gives an invalid value's error the document's name and its field's line, or else `line`.  Returns false. */
bool xml_refuse(const struct xml_reader *reader, long line, struct error *error);
const char *xml_path(const struct xml_reader *reader);
/* The text inside the current element, up to its end; NULL: error. Caller frees. */
char *xml_content(struct xml_reader *reader, struct error *error);
void xml_close(struct xml_reader *reader);
/* A stranger's text as a sentence may repeat it: printable, 80 columns at most.  Caller frees. */
char *xml_shown(const char *text, size_t length);

bool catalogue_read(struct action *action, struct store *store, struct xml_reader *reader, struct import_report *report,
	struct error *error);
bool soa_read(struct action *action, struct store *store, struct xml_reader *reader, struct import_report *report,
	struct error *error);

/* ---- writing: two blanks a level, LF, attributes in the order of the call ---- */

struct xml_writer {
	struct output *output;
	int depth;
};
void xml_begin(struct xml_writer *writer, struct output *output);
/* <name a="x" ...> with NULL at the end; attributes whose value is NULL are left out. */
void xml_start(struct xml_writer *writer, const char *name, ...) __attribute__((sentinel));
void xml_end(struct xml_writer *writer, const char *name);
/* <name ...>text</name>; nothing where text is NULL. */
void xml_leaf(struct xml_writer *writer, const char *name, const char *text, ...) __attribute__((sentinel));
/* <name .../> */
void xml_empty(struct xml_writer *writer, const char *name, ...) __attribute__((sentinel));

#endif
