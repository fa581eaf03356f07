/* Two SoA documents held against each other, line by line: what changed from one issued version to the next. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exchange/xml.h"

/* Reads one <line>: its titles and, of each field, what it says. */
static bool read_line(struct xml_reader *xml, struct soa_document *document, struct error *error)
{
	struct soa_document_line *line;
	enum xml_event event;

	document->lines = xreallocarray(document->lines, document->count + 1, sizeof *document->lines);
	line = &document->lines[document->count++];
	memset(line, 0, sizeof *line);
	line->control = xml_attribute(xml, "control");
	while ((event = xml_next(xml, error)) != XML_END) {
		char *name, *language, *ref, *title, *text;

		if (event == XML_FAILED || event == XML_FINISHED)
			return false;
		if (event != XML_START)
			continue;
		name = xstrdup(xml_name(xml));
		language = xml_language(xml);
		ref = xml_attribute(xml, "ref");
		title = xml_attribute(xml, "title");
		text = xml_content(xml, error);
		if (text && strcmp(name, "title") == 0) {
			char **kept = language && strcmp(language, "fr") == 0 ? &line->title_fr : &line->title;

			free(*kept);
			*kept = xstrdup(text);
		} else if (text) {
			/* A link is what it points to; several of a kind are one field. */
			char *value = ref ? xasprintf("%s %s", ref, title ? title : "") : xstrdup(text);
			size_t i;

			for (i = 0; i < line->names.count && strcmp(line->names.items[i], name) != 0; i++)
				;
			if (i < line->names.count) {
				char *both = xasprintf("%s, %s", line->values.items[i], value);

				free(line->values.items[i]);
				line->values.items[i] = both;
			} else {
				strings_add(&line->names, name);
				strings_add(&line->values, value);
			}
			free(value);
		}
		free(name);
		free(language);
		free(ref);
		free(title);
		if (!text)
			return false;
		free(text);
	}
	return true;
}

bool soa_document_read(const char *text, struct soa_document *document, struct error *error)
{
	/* The reader takes what can be read twice: a file without a name. */
	FILE *copy = tmpfile();
	struct xml_reader *xml;
	enum xml_event event = XML_FAILED;
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
		while ((event = xml_next(xml, error)) != XML_FINISHED && event != XML_FAILED)
			if (event == XML_START && strcmp(xml_name(xml), "line") == 0 &&
				!read_line(xml, document, error)) {
				event = XML_FAILED;
				break;
			}
		xml_close(xml);
	}
	fclose(copy);
	if (event == XML_FINISHED)
		return true;
	soa_document_free(document);
	return false;
}

void soa_document_free(struct soa_document *document)
{
	size_t i;

	for (i = 0; i < document->count; i++) {
		free(document->lines[i].control);
		free(document->lines[i].title);
		free(document->lines[i].title_fr);
		strings_free(&document->lines[i].names);
		strings_free(&document->lines[i].values);
	}
	free(document->lines);
	memset(document, 0, sizeof *document);
}

static const struct soa_document_line *find(const struct soa_document *document, const char *control)
{
	size_t i;

	for (i = 0; i < document->count; i++)
		if (strcmp(document->lines[i].control, control) == 0)
			return &document->lines[i];
	return NULL;
}

static const char *value_of(const struct soa_document_line *line, const char *name)
{
	size_t i;

	for (i = 0; i < line->names.count; i++)
		if (strcmp(line->names.items[i], name) == 0)
			return line->values.items[i];
	return NULL;
}

int64_t soa_compare(const struct soa_document *before, const struct soa_document *now, soa_difference each, void *user)
{
	static const char *const fields[] = { "applicable", "reasons", "justification", "status", "implementation",
		"owner", "maturity", "planned", "evidence", "evidence_date", "risk", "action" };
	int64_t changed = 0;
	size_t i, j;

	for (i = 0; i < now->count; i++) {
		const struct soa_document_line *line = &now->lines[i], *old = find(before, line->control);
		bool differs = !old;

		if (!old)
			each(user, line, NULL, NULL, NULL, '+');
		for (j = 0; old && j < sizeof fields / sizeof fields[0]; j++) {
			const char *was = value_of(old, fields[j]), *is = value_of(line, fields[j]);

			if (was == is || (was && is && strcmp(was, is) == 0))
				continue;
			each(user, line, fields[j], was, is, '~');
			differs = true;
		}
		changed += differs;
	}
	for (i = 0; i < before->count; i++)
		if (!find(now, before->lines[i].control)) {
			each(user, &before->lines[i], NULL, NULL, NULL, '-');
			changed++;
		}
	return changed;
}
