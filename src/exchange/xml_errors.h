/* libxml2's findings in our own words.  Included by xml_read.c and xml_stream.c only. */
#ifndef NORIA_EXCHANGE_XML_ERRORS_H
#define NORIA_EXCHANGE_XML_ERRORS_H

#include <libxml/xmlerror.h>

#include "exchange/xml.h"

/* Fills error with one sentence that names the place; ended: the input was read to its end. */
void xml_explain(struct error *error, const char *file, const xmlError *problem, bool ended);

#endif
