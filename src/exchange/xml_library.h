/*
 * libxml2, loaded when the first document is read: it brings ICU and the C++ library, 2.3 MB and
 * half of the time that the program takes to start, and most runs read no XML.  Its functions keep
 * their names: included after its headers, this makes each of them one of the library that was loaded.
 * Included by xml_read.c, xml_stream.c and xml_errors.c only.
 */
#ifndef NORIA_EXCHANGE_XML_LIBRARY_H
#define NORIA_EXCHANGE_XML_LIBRARY_H

#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>

#include "base/lib.h"

/* Loads it, once; false: error.  Nothing of it may be called before. */
bool xml_library_load(struct error *error);

#ifdef LIBXML_SONAME

/* Its functions, without the "xml" that they begin with. */
/* clang-format off */
#define XML_FUNCTIONS(each) \
	each(CtxtReadMemory) \
	each(DocGetRootElement) \
	each(FreeDoc) \
	each(FreeParserCtxt) \
	each(FreeTextReader) \
	each(NewInputFromFile) \
	each(NewParserCtxt) \
	each(ReaderForIO) \
	each(SchemaFree) \
	each(SchemaFreeParserCtxt) \
	each(SchemaFreeValidCtxt) \
	each(SchemaNewParserCtxt) \
	each(SchemaNewValidCtxt) \
	each(SchemaParse) \
	each(SchemaSetParserStructuredErrors) \
	each(SchemaSetValidStructuredErrors) \
	each(SetExternalEntityLoader) \
	each(SetStructuredErrorFunc) \
	each(StopParser) \
	each(StrEqual) \
	each(TextReaderConstLocalName) \
	each(TextReaderConstNamespaceUri) \
	each(TextReaderConstValue) \
	each(TextReaderCurrentNode) \
	each(TextReaderDepth) \
	each(TextReaderGetAttribute) \
	each(TextReaderGetAttributeNs) \
	each(TextReaderGetParserLineNumber) \
	each(TextReaderIsEmptyElement) \
	each(TextReaderIsValid) \
	each(TextReaderNodeType) \
	each(TextReaderRead) \
	each(TextReaderSchemaValidateCtxt) \
	each(TextReaderSetStructuredErrorHandler)
/* clang-format on */

#define XML_FUNCTION(name) __typeof__(&xml##name) name;
struct xml_library {
	XML_FUNCTIONS(XML_FUNCTION)
	/* The name of this one is out of date since 2.11, and there is no other; its type is not. */
	xmlRegisterNodeFunc (*RegisterNodeDefault)(xmlRegisterNodeFunc function);
	xmlFreeFunc *Free; /* a variable of the library */
};
extern struct xml_library xml_library;

#define xmlCtxtReadMemory xml_library.CtxtReadMemory
#define xmlDocGetRootElement xml_library.DocGetRootElement
#define xmlFreeDoc xml_library.FreeDoc
#define xmlFreeParserCtxt xml_library.FreeParserCtxt
#define xmlFreeTextReader xml_library.FreeTextReader
#define xmlNewInputFromFile xml_library.NewInputFromFile
#define xmlNewParserCtxt xml_library.NewParserCtxt
#define xmlReaderForIO xml_library.ReaderForIO
#define xmlRegisterNodeDefault xml_library.RegisterNodeDefault
#define xmlSchemaFree xml_library.SchemaFree
#define xmlSchemaFreeParserCtxt xml_library.SchemaFreeParserCtxt
#define xmlSchemaFreeValidCtxt xml_library.SchemaFreeValidCtxt
#define xmlSchemaNewParserCtxt xml_library.SchemaNewParserCtxt
#define xmlSchemaNewValidCtxt xml_library.SchemaNewValidCtxt
#define xmlSchemaParse xml_library.SchemaParse
#define xmlSchemaSetParserStructuredErrors xml_library.SchemaSetParserStructuredErrors
#define xmlSchemaSetValidStructuredErrors xml_library.SchemaSetValidStructuredErrors
#define xmlSetExternalEntityLoader xml_library.SetExternalEntityLoader
#define xmlSetStructuredErrorFunc xml_library.SetStructuredErrorFunc
#define xmlStopParser xml_library.StopParser
#define xmlStrEqual xml_library.StrEqual
#define xmlTextReaderConstLocalName xml_library.TextReaderConstLocalName
#define xmlTextReaderConstNamespaceUri xml_library.TextReaderConstNamespaceUri
#define xmlTextReaderConstValue xml_library.TextReaderConstValue
#define xmlTextReaderCurrentNode xml_library.TextReaderCurrentNode
#define xmlTextReaderDepth xml_library.TextReaderDepth
#define xmlTextReaderGetAttribute xml_library.TextReaderGetAttribute
#define xmlTextReaderGetAttributeNs xml_library.TextReaderGetAttributeNs
#define xmlTextReaderGetParserLineNumber xml_library.TextReaderGetParserLineNumber
#define xmlTextReaderIsEmptyElement xml_library.TextReaderIsEmptyElement
#define xmlTextReaderIsValid xml_library.TextReaderIsValid
#define xmlTextReaderNodeType xml_library.TextReaderNodeType
#define xmlTextReaderRead xml_library.TextReaderRead
#define xmlTextReaderSchemaValidateCtxt xml_library.TextReaderSchemaValidateCtxt
#define xmlTextReaderSetStructuredErrorHandler xml_library.TextReaderSetStructuredErrorHandler
#undef xmlFree
#define xmlFree (*xml_library.Free)

#endif

#endif
