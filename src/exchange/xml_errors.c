/*
 * What libxml2 found wrong with a document, told in our own words.  Its
 * messages are English, name things as its authors do and repeat whatever the
 * document holds: only names and values are taken out of them, and cut.
 */
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/xml_errors.h"
#include "exchange/xml_library.h"

/* As much of a stranger's text as a sentence can carry. */
#define SHOWN_MAX 80

char *xml_shown(const char *text, size_t length)
{
	/* Cut before it is looked at: it may be megabytes. */
	char *part = xstrndup(text, length < 8 * SHOWN_MAX ? length : 8 * SHOWN_MAX),
	     *clean = text_printable(part, false), *cut = text_cut(clean, SHOWN_MAX);

	free(part);
	free(clean);
	return cut;
}

/* The name without the "{namespace}" that libxml2 writes before it. */
static char *local_name(const char *name, size_t length)
{
	const char *end = name + length, *c;

	for (c = end; c > name && c[-1] != '}'; c--)
		;
	return xml_shown(c, (size_t)(end - c));
}

/* A validation message begins "Element 'NAME': " or "Element 'NAME', attribute 'NAME': ". */
static char *place_of(const char *message)
{
	static const char element[] = "Element '", attribute[] = "', attribute '";
	const char *start, *end, *other;
	char *name, *place;

	if (strncmp(message, element, strlen(element)) != 0)
		return xstrdup("");
	start = message + strlen(element);
	end = strstr(start, "': ");
	if (!end)
		return xstrdup("");
	other = strstr(start, attribute);
	if (!other || other > end) {
		name = local_name(start, (size_t)(end - start));
		place = xasprintf("<%s>", name);
	} else {
		char *inner = local_name(other + strlen(attribute), (size_t)(end - other) - strlen(attribute));

		name = local_name(start, (size_t)(other - start));
		place = xasprintf("<%s %s=\"\">", name, inner);
		free(inner);
	}
	free(name);
	return place;
}

/* The element that is expected, where there is one only: "Expected is ( NAME )."; NULL otherwise. */
static char *expected_of(const char *message)
{
	static const char words[] = "Expected is ( ";
	const char *start = strstr(message, words), *end;

	if (!start)
		return NULL;
	start += strlen(words);
	end = strstr(start, " )");
	return end && !strstr(start, " ), ") ? local_name(start, (size_t)(end - start)) : NULL;
}

static void tell_content(struct error *error, const char *file, long line, const char *message, const char *place)
{
	char *expected = expected_of(message);

	if (strstr(message, "Missing child element")) {
		if (expected)
			error_set_at(error, ERROR_INVALID, file, line, _("%s must hold <%s>."), place, expected);
		else
			error_set_at(error, ERROR_INVALID, file, line,
				_("%s is not complete: an element is missing in it."), place);
	} else if (expected) {
		error_set_at(error, ERROR_INVALID, file, line, _("%s is not allowed here; <%s> is expected."), place,
			expected);
	} else {
		error_set_at(error, ERROR_INVALID, file, line, _("%s is not allowed here."), place);
	}
	free(expected);
}

/* The list of an enumeration comes from our own schema, as 'yes', 'no'. */
static char *unquoted(const char *list)
{
	struct buffer out = { 0 };

	for (; *list; list++)
		if (*list != '\'')
			buffer_add_char(&out, *list);
	return buffer_take(&out);
}

static void tell_invalid(struct error *error, const char *file, const xmlError *problem)
{
	char *place = place_of(problem->message),
	     *value = problem->str1 ? xml_shown(problem->str1, strlen(problem->str1)) : xstrdup("");
	long line = problem->line;
	char *list;

	switch (problem->code) {
	case XML_SCHEMAV_ELEMENT_CONTENT:
		tell_content(error, file, line, problem->message, place);
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
		error_set_at(error, ERROR_INVALID, file, line, _("%s lacks its attribute %s."), place, value);
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
		error_set_at(error, ERROR_INVALID, file, line, _("%s is not allowed here."), place);
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
		error_set_at(error, ERROR_INVALID, file, line, _("%s may not hold text of its own."), place);
		break;
	case XML_SCHEMAV_CVC_ENUMERATION_VALID:
		list = unquoted(problem->str2 ? problem->str2 : "");
		error_set_at(error, ERROR_INVALID, file, line, _("%s cannot be \"%s\"; it is one of: %s."), place,
			value, list);
		free(list);
		break;
	case XML_SCHEMAV_CVC_PATTERN_VALID:
		error_set_at(error, ERROR_INVALID, file, line, _("%s cannot be \"%s\"."), place, value);
		break;
	case XML_SCHEMAV_CVC_MINLENGTH_VALID:
		error_set_at(error, ERROR_INVALID, file, line, _("%s must not be empty."), place);
		break;
	case XML_SCHEMAV_CVC_MAXLENGTH_VALID:
		error_set_at(error, ERROR_INVALID, file, line, _("%s is longer than %s characters."), place,
			problem->str2 ? problem->str2 : "?");
		break;
	case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
		error_set_at(error, ERROR_INVALID, file, line, _("%s must be a whole number."), place);
		break;
	default:
		error_set_at(
			error, ERROR_INVALID, file, line, _("%s is not as the format asks."), *place ? place : "XML");
	}
	free(place);
	free(value);
}

/* The name of the innermost element that is open where the parser stands; NULL outside the root.  Caller frees. */
static char *open_element(xmlParserCtxtPtr parser, int code)
{
#if LIBXML_VERSION >= 21500
	const xmlNode *node = parser ? xmlCtxtGetNode(parser) : NULL;
#else
	const xmlNode *node = parser ? parser->node : NULL;
#endif

	/* An element is made before the end of its tag is missed. */
	if (node && code == XML_ERR_GT_REQUIRED)
		node = node->parent;
	if (!node || node->type != XML_ELEMENT_NODE)
		return NULL;
	return xml_shown((const char *)node->name, strlen((const char *)node->name));
}

/* What the parser's own code says well enough; the error stays empty otherwise.  one, two: its words; inside: the element that is open, NULL: none. */
static void tell_code(struct error *error, const char *file, const xmlError *problem, bool has_root, const char *inside,
	const char *one, const char *two, bool *at_end)
{
	long line = problem->line;

	switch (problem->code) {
	case XML_ERR_DOCUMENT_END:
		if (inside)
			*at_end = true;
		else if (!has_root)
			error_set_at(error, ERROR_INVALID, file, line, _("The file holds no XML document."));
		else
			error_set_at(error, ERROR_INVALID, file, line, _("Something follows the end of the document."));
		break;
	case XML_ERR_DOCUMENT_EMPTY:
		error_set_at(error, ERROR_INVALID, file, line, _("The file holds no XML document."));
		break;
	case XML_ERR_INVALID_CHAR:
		if (problem->int1)
			error_set_at(error, ERROR_INVALID, file, line, _("The character U+%04X is not allowed in XML."),
				(unsigned)problem->int1);
		else
			error_set_at(error, ERROR_INVALID, file, line,
				_("The text is not in the encoding that the file names (UTF-8 where it names none)."));
		break;
	case XML_ERR_INVALID_ENCODING:
	case XML_I18N_CONV_FAILED:
	case XML_I18N_NO_OUTPUT:
		error_set_at(error, ERROR_INVALID, file, line,
			_("The text is not in the encoding that the file names (UTF-8 where it names none)."));
		break;
	case XML_ERR_UNKNOWN_ENCODING:
	case XML_ERR_UNSUPPORTED_ENCODING:
		error_set_at(error, ERROR_INVALID, file, line, _("The encoding of the file, %s, is not known."), one);
		break;
	case XML_ERR_TAG_NAME_MISMATCH:
		error_set_at(error, ERROR_INVALID, file, line, _("<%s> of line %d is closed by </%s>."), one,
			problem->int1, two);
		*at_end = false;
		break;
	case XML_ERR_UNDECLARED_ENTITY:
	case XML_WAR_UNDECLARED_ENTITY:
	case XML_ERR_ENTITY_LOOP:
		error_set_at(error, ERROR_INVALID, file, line,
			_("The file uses an entity; Noria does not read such files."));
		break;
	case XML_ERR_ENTITYREF_SEMICOL_MISSING:
	case XML_ERR_NAME_REQUIRED:
		if (!*at_end && inside)
			error_set_at(error, ERROR_INVALID, file, line,
				_("In <%s> a character & or < stands for itself; write &amp; or &lt;."), inside);
		break;
	case XML_ERR_ATTRIBUTE_REDEFINED:
		error_set_at(error, ERROR_INVALID, file, line, _("The attribute %s is given twice."), one);
		break;
	case XML_ERR_NAME_TOO_LONG:
		error_set_at(error, ERROR_INVALID, file, line,
			_("A name in the file is longer than 1,000 characters; Noria does not read such files."));
		break;
	case XML_NS_ERR_UNDEFINED_NAMESPACE:
		error_set_at(error, ERROR_INVALID, file, line, _("The prefix of <%s:%s> is not declared."), one, two);
		break;
	case XML_ERR_INTERNAL_ERROR:
	case XML_ERR_NO_MEMORY:
		if (strstr(problem->message, "xcessive depth"))
			error_set_at(error, ERROR_INVALID, file, line,
				_("The file has too many elements, or they are nested too deep."));
		else if (strstr(problem->message, "uge"))
			error_set_at(error, ERROR_INVALID, file, line,
				_("A text in the file is larger than 1 MB; Noria does not read such files."));
		break;
	default:
		break;
	}
}

static void tell_malformed(struct error *error, const char *file, const xmlError *problem, bool ended)
{
	xmlParserCtxtPtr parser =
		problem->domain == XML_FROM_PARSER || problem->domain == XML_FROM_NAMESPACE ? problem->ctxt : NULL;
	const char *first = problem->str1 ? problem->str1 : "", *second = problem->str2 ? problem->str2 : "";
	char *inside = open_element(parser, problem->code);
	char *one = xml_shown(first, strlen(first)), *two = xml_shown(second, strlen(second));
	bool at_end = ended && parser && parser->input && parser->input->end - parser->input->cur <= 1;
	bool has_root = parser && parser->myDoc && xmlDocGetRootElement(parser->myDoc);
	long line = problem->line;

	tell_code(error, file, problem, has_root, inside, one, two, &at_end);
	/* One of many ways in which a document that was cut off is not well formed. */
	if (!error->kind && at_end && inside)
		error_set_at(error, ERROR_INVALID, file, line,
			_("The file ends before <%s> does: a part of it is missing."), inside);
	else if (!error->kind && at_end)
		error_set_at(error, ERROR_INVALID, file, line,
			_("The file ends before the document does: a part of it is missing."));
	else if (!error->kind && inside)
		error_set_at(error, ERROR_INVALID, file, line, _("The XML is not well formed in <%s>."), inside);
	else if (!error->kind)
		error_set_at(error, ERROR_INVALID, file, line, _("The XML is not well formed."));
	free(inside);
	free(one);
	free(two);
}

void xml_explain(struct error *error, const char *file, const xmlError *problem, bool ended)
{
	error_clear(error);
	if (problem->domain == XML_FROM_SCHEMASV)
		tell_invalid(error, file, problem);
	else
		tell_malformed(error, file, problem, ended);
}
