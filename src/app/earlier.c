/*
 * Whether a file is an earlier export: by what stands in it.  XML, HTML, PDF, XLSX and
 * iCalendar name the program that wrote them.  Tables and texts do not: a table is ours
 * when its columns are those of a register (or the very ones that are about to be written),
 * a text when it begins as our reports or lists do.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/place.h"
#include "model/agenda.h"
#include "model/quality.h"

/* Of the beginning of a file; a PDF tells at its end. */
#define BEGINNING ((size_t)1 << 20)
#define LARGEST ((size_t)256 << 20)
/* As wide as document_text makes them for export. */
#define TEXT_COLUMNS 80

struct start {
	char *text; /* ended by a zero, and may hold others */
	size_t length;
};

static bool begins(const struct start *start, const char *with)
{
	return strncmp(start->text, with, strlen(with)) == 0;
}

static bool holds(const struct start *start, const char *words, size_t within)
{
	return memmem(start->text, start->length < within ? start->length : within, words, strlen(words)) != NULL;
}

static bool has_root(const struct start *start, const char *root)
{
	static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

	return begins(start, declaration) && strncmp(start->text + strlen(declaration), root, strlen(root)) == 0;
}

static bool is_soa_xml(const struct start *start)
{
	return has_root(start, "<soa xmlns=\"urn:noria:soa:1\"");
}

static bool is_catalogue_xml(const struct start *start)
{
	return has_root(start, "<catalogue xmlns=\"urn:noria:catalogue:1\"");
}

static bool is_html(const struct start *start)
{
	return begins(start, "<!DOCTYPE html>\n") && holds(start, "<meta name=\"generator\" content=\"Noria ", 2000);
}

static bool is_pdf(const struct start *start)
{
	return begins(start, "%PDF-") &&
	       (holds(start, "/Creator (Noria ", start->length) || holds(start, "\n" PDF_SIGN, start->length));
}

/* The comment at the end of the archive, which no program keeps that saves the workbook anew. */
static bool is_xlsx(const struct start *start)
{
	size_t sign = strlen(XLSX_SIGN);

	return begins(start, "PK\3\4") && start->length > sign &&
	       memcmp(start->text + start->length - sign, XLSX_SIGN, sign) == 0;
}

static bool is_calendar(const struct start *start)
{
	return begins(start, "BEGIN:VCALENDAR\r\n") && holds(start, "\r\nPRODID:-//Noria//", 200);
}

/* ---- tables: of a register, or of what is drawn together from all ---- */

static bool has_columns(const struct register_def *def, const char *first, const struct strings *names)
{
	size_t i;

	if (!names->count || strcmp(names->items[0], first) != 0)
		return false;
	for (i = 1; i < names->count; i++)
		if (!register_field(def, names->items[i]) && strcmp(names->items[i], "ref") != 0)
			return false;
	return true;
}

static bool are_columns(const struct strings *names)
{
	size_t i;

	for (i = 0; dictionary[i]; i++)
		if (has_columns(dictionary[i], "ref", names))
			return true;
	return has_columns(&register_due, "date", names) || has_columns(&register_quality, "check", names);
}

static bool has_header(const struct start *start, char separator)
{
	struct strings names = { 0 };
	const char stops[] = { separator, '\r', '\n', '\0' };
	const char *c = start->text + (begins(start, UTF8_MARK) ? strlen(UTF8_MARK) : 0), *end;
	bool ours;

	do {
		end = c + strcspn(c, stops);
		strings_take(&names, xstrndup(c, (size_t)(end - c)));
		c = end + 1;
	} while (*end == separator);
	ours = (*end == '\n' || strncmp(end, "\r\n", 2) == 0) && are_columns(&names);
	strings_free(&names);
	return ours;
}

static bool is_csv(const struct start *start)
{
	/* With tabs and without the mark it is what scripts have as TSV. */
	return has_header(start, ',') || has_header(start, ';') ||
	       (begins(start, UTF8_MARK) && has_header(start, '\t'));
}

static bool is_tsv(const struct start *start)
{
	return has_header(start, '\t');
}

static bool is_json(const struct start *start)
{
	struct strings names = { 0 };
	struct json *first, *member;
	char *line;
	size_t length;
	bool ours;

	if (strcmp(start->text, "[]\n") == 0)
		return true;
	if (!begins(start, "[\n  {"))
		return false;
	length = strcspn(start->text + 4, "\n");
	line = xstrndup(start->text + 4, length);
	if (length && line[length - 1] == ',')
		line[length - 1] = '\0';
	first = json_parse(line);
	for (member = first ? first->child : NULL; member; member = member->next)
		strings_add(&names, member->name ? member->name : "");
	ours = are_columns(&names);
	strings_free(&names);
	json_free(first);
	free(line);
	return ours;
}

/* ---- text ---- */

/* Organisation, title and what belongs to it stand over a rule of the whole width. */
static bool is_report(const struct start *start)
{
	const char *line = start->text;
	int i;

	for (i = 0; i < 12; i++) {
		size_t length = strcspn(line, "\n");

		if (i >= 2 && length == TEXT_COLUMNS && strspn(line, "=") == TEXT_COLUMNS)
			return true;
		if (!length || !line[length] || length > 4 * TEXT_COLUMNS)
			return false;
		line += length + 1;
	}
	return false;
}

static bool is_label(const struct field_def *field, const char *word)
{
	return strcmp(word, field->label) == 0 || strcmp(word, _(field->label)) == 0;
}

/* The heads of the columns of a list, two blanks or more between them. */
static bool is_list(const struct start *start)
{
	struct strings labels = { 0 };
	const char *c = start->text, *end = c + strcspn(c, "\n");
	bool found = false;
	size_t i, j, k;

	while (c < end && labels.count < 100) {
		const char *stop = strstr(c, "  ");

		stop = stop && stop < end ? stop : end;
		strings_take(&labels, xstrndup(c, (size_t)(stop - c)));
		c = stop + strspn(stop, " ");
	}
	if (*end == '\n' && labels.count > 1 &&
		(strcmp(labels.items[0], "Ref") == 0 || strcmp(labels.items[0], _("Ref")) == 0))
		for (i = 0; dictionary[i] && !found; i++) {
			const struct register_def *def = dictionary[i];

			for (j = 1, k = 0; j < labels.count && k < def->field_count; k++)
				j += is_label(&def->fields[k], labels.items[j]);
			found = j == labels.count;
		}
	strings_free(&labels);
	return found;
}

static bool is_text(const struct start *start)
{
	return is_report(start) || is_list(start);
}

/* ---- all of them ---- */

static bool read_start(const char *path, size_t most, struct start *start)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat status;
	ssize_t count = 1;

	if (file < 0 || fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
		if (file >= 0)
			close(file);
		return false;
	}
	if ((uint64_t)status.st_size < most)
		most = (size_t)status.st_size;
	start->text = xmalloc(most + 1);
	while (start->length < most && (count = read(file, start->text + start->length, most - start->length)) > 0)
		start->length += (size_t)count;
	start->text[start->length] = '\0';
	close(file);
	return count >= 0;
}

bool is_earlier_export(const char *path, const char *format)
{
	static const struct {
		const char *format;
		bool (*is)(const struct start *start);
		bool whole;
	} formats[] = {
		{ "soa xml", is_soa_xml, false },
		{ "catalogue xml", is_catalogue_xml, false },
		{ "html", is_html, false },
		{ "pdf", is_pdf, true },
		{ "xlsx", is_xlsx, true },
		{ "ics", is_calendar, false },
		{ "csv", is_csv, false },
		{ "tsv", is_tsv, false },
		{ "json", is_json, false },
		{ "text", is_text, false },
	};
	struct start start = { 0 };
	bool ours = false;
	size_t i;

	for (i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (strcmp(formats[i].format, format) == 0)
			ours = read_start(path, formats[i].whole ? LARGEST : BEGINNING, &start) &&
			       formats[i].is(&start);
	free(start.text);
	return ours;
}

bool is_earlier_table(const char *path, const char *header)
{
	struct start start = { 0 };
	bool ours = read_start(path, BEGINNING, &start) && begins(&start, header);

	free(start.text);
	return ours;
}
