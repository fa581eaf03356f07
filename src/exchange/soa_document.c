/* An SoA document read whole into memory: to print what was issued, and to hold it against another. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exchange/xml.h"

/* Takes a text in its language; any other than French is the document's own. */
static void take(char **own, char **french, const char *language, const char *text)
{
	char **kept = language && strcmp(language, "fr") == 0 ? french : own;

	free(*kept);
	*kept = xstrdup(text);
}

/* Several of a kind are one field. */
static void add_value(struct soa_document_line *line, const char *name, const char *value)
{
	size_t i;

	for (i = 0; i < line->names.count; i++)
		if (strcmp(line->names.items[i], name) == 0) {
			char *both = xasprintf("%s, %s", line->values.items[i], value);

			free(line->values.items[i]);
			line->values.items[i] = both;
			return;
		}
	strings_add(&line->names, name);
	strings_add(&line->values, value);
}

/* A link is what it points to.  Takes ref and title. */
static void add_link(struct soa_document_line *line, const char *name, char *ref, char *title)
{
	char *value = xasprintf("%s %s", ref, title ? title : "");

	add_value(line, name, value);
	free(value);
	line->links = xreallocarray(line->links, line->link_count + 1, sizeof *line->links);
	line->links[line->link_count++] = (struct soa_link){ xstrdup(name), ref, title };
}

static bool read_element(struct xml_reader *xml, struct soa_document_line *line, struct error *error)
{
	char *name = xstrdup(xml_name(xml)), *language = xml_language(xml), *ref = xml_attribute(xml, "ref"),
	     *title = xml_attribute(xml, "title"), *text = xml_content(xml, error);

	if (text && strcmp(name, "title") == 0) {
		take(&line->title, &line->title_fr, language, text);
	} else if (text && strcmp(name, "theme") == 0) {
		take(&line->theme, &line->theme_fr, language, text);
	} else if (text && ref) {
		add_link(line, name, ref, title);
		ref = title = NULL;
	} else if (text) {
		add_value(line, name, text);
	}
	free(name);
	free(language);
	free(ref);
	free(title);
	free(text);
	return text != NULL;
}

/* Reads one <line>: its titles and, of each field, what it says. */
static bool read_line(struct xml_reader *xml, struct soa_document *document, bool own, struct error *error)
{
	struct soa_document_line *line;
	enum xml_event event;

	document->lines = xreallocarray(document->lines, document->count + 1, sizeof *document->lines);
	line = &document->lines[document->count++];
	memset(line, 0, sizeof *line);
	line->own = own;
	line->control = xml_attribute(xml, "control");
	while ((event = xml_next(xml, error)) != XML_END) {
		if (event == XML_FAILED || event == XML_FINISHED)
			return false;
		if (event == XML_START && !read_element(xml, line, error))
			return false;
	}
	return true;
}

/* Reads <organisation> or <catalogue>. */
static bool read_head(struct xml_reader *xml, struct soa_document *document, struct error *error)
{
	struct {
		const char *name;
		char **kept;
	} said[] = {
		{ "name", &document->name },
		{ "activity", &document->activity },
		{ "scope", &document->scope },
		{ "exclusions", &document->exclusions },
	};
	enum xml_event event;
	size_t i;

	while ((event = xml_next(xml, error)) != XML_END) {
		char *name, *language, *text;

		if (event == XML_FAILED || event == XML_FINISHED)
			return false;
		if (event != XML_START)
			continue;
		name = xstrdup(xml_name(xml));
		language = xml_language(xml);
		text = xml_content(xml, error);
		if (text && strcmp(name, "title") == 0)
			take(&document->catalogue, &document->catalogue_fr, language, text);
		for (i = 0; text && i < sizeof said / sizeof said[0]; i++)
			if (strcmp(name, said[i].name) == 0)
				take(said[i].kept, said[i].kept, NULL, text);
		free(name);
		free(language);
		free(text);
		if (!text)
			return false;
	}
	return true;
}

static bool read_document(struct xml_reader *xml, struct soa_document *document, struct error *error)
{
	enum xml_event event;
	bool own = false, ok = true;

	while (ok && (event = xml_next(xml, error)) != XML_FINISHED) {
		const char *name;

		if (event == XML_FAILED)
			return false;
		if (event != XML_START)
			continue;
		name = xml_name(xml);
		if (strcmp(name, "own") == 0)
			own = true;
		else if (strcmp(name, "organisation") == 0 || strcmp(name, "catalogue") == 0)
			ok = read_head(xml, document, error);
		else if (strcmp(name, "line") == 0)
			ok = read_line(xml, document, own, error);
	}
	return ok;
}

bool soa_document_read(const char *text, struct soa_document *document, struct error *error)
{
	/* The reader takes what can be read twice: a file without a name. */
	FILE *copy = tmpfile();
	struct xml_reader *xml;
	bool ok = false;
	char *path;

	memset(document, 0, sizeof *document);
	if (!copy || fputs(text, copy) == EOF || fflush(copy) != 0) {
		if (copy)
			fclose(copy);
		return error_set(error, ERROR_SYSTEM, _("The input could not be kept: %s."), strerror(errno));
	}
	path = xasprintf("/dev/fd/%d", fileno(copy));
	xml = xml_open(path, _("the issued SoA"), error);
	free(path);
	if (xml) {
		ok = read_document(xml, document, error);
		xml_close(xml);
	}
	fclose(copy);
	if (!ok)
		soa_document_free(document);
	return ok;
}

static void line_free(struct soa_document_line *line)
{
	size_t i;

	for (i = 0; i < line->link_count; i++) {
		free(line->links[i].name);
		free(line->links[i].ref);
		free(line->links[i].title);
	}
	free(line->links);
	free(line->control);
	free(line->title);
	free(line->title_fr);
	free(line->theme);
	free(line->theme_fr);
	strings_free(&line->names);
	strings_free(&line->values);
}

void soa_document_free(struct soa_document *document)
{
	size_t i;

	for (i = 0; i < document->count; i++)
		line_free(&document->lines[i]);
	free(document->lines);
	free(document->name);
	free(document->activity);
	free(document->scope);
	free(document->exclusions);
	free(document->catalogue);
	free(document->catalogue_fr);
	memset(document, 0, sizeof *document);
}
