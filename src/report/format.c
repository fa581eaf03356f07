/* The forms in which reports come. */
#include <string.h>

#include "report/lib.h"

const char *const document_formats[] = { "text", "html", "pdf", "xlsx", "csv", NULL };
const char *const paper_formats[] = { "text", "html", "pdf", NULL };
const char *const xml_formats[] = { "xml", NULL };

static char *text_for_printing(const struct document *document)
{
	return document_text(document, 80);
}

const struct format_def format_defs[] = {
	{ .name = "pdf", .label = N_("PDF, for paper"), .kind = FORMAT_PAGE, .helper = "noria-pdf" },
	{ .name = "html", .label = N_("HTML, one page for a browser"), .kind = FORMAT_PAGE, .render = document_html },
	{ .name = "xml", .label = N_("XML, for another Noria file"), .kind = FORMAT_XML },
	{ .name = "text",
		.label = N_("text of 80 columns, for printing"),
		.kind = FORMAT_PAGE,
		.render = text_for_printing },
	{ .name = "xlsx", .label = N_("XLSX, a workbook"), .kind = FORMAT_TABLE, .helper = "noria-xlsx" },
	{ .name = "csv", .label = N_("CSV, for a spreadsheet"), .kind = FORMAT_TABLE, .table = TABLE_CSV },
	{ .name = "ics", .label = N_("iCalendar, for a calendar"), .kind = FORMAT_CALENDAR },
	{ .name = "tsv", .label = N_("TSV, for scripts"), .kind = FORMAT_TABLE, .table = TABLE_TSV },
	{ .name = "json", .label = N_("JSON, for programs"), .kind = FORMAT_TABLE, .table = TABLE_JSON },
	{ .name = NULL },
};

const struct format_def *format_find(const char *name)
{
	const struct format_def *format;

	for (format = format_defs; format->name; format++)
		if (strcmp(format->name, name) == 0)
			return format;
	return NULL;
}

bool report_has_format(const struct report_def *def, const char *format)
{
	size_t i;

	for (i = 0; def->formats[i]; i++)
		if (strcmp(def->formats[i], format) == 0)
			return true;
	return false;
}
