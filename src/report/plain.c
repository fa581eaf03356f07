/* The plain report of any register: its columns, then each record with all its fields. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

static bool build_register(struct report *report, struct record *record, struct error *error)
{
	const struct register_def *def = report->base;
	struct query *query = report_query(report, def->name, NULL, true, def->sort, error);
	const char **columns = xcalloc(def->field_count + 1, sizeof *columns);
	int *widths = xcalloc(def->field_count + 1, sizeof *widths);
	size_t count = 0, i;
	bool ok;

	(void)record;
	columns[count] = "ref";
	widths[count++] = 8;
	for (i = 0; i < def->field_count && count < 7; i++) {
		const struct field_def *field = &def->fields[i];

		if (!(field->flags & FIELD_COLUMN))
			continue;
		columns[count] = field->name;
		widths[count++] = field->flags & FIELD_TITLE                       ? 0
				  : field->width                                   ? field->width
				  : field->type->width > 14 || !field->type->width ? 12
										   : field->type->width;
	}
	document_paragraph(report->document, _(def->help));
	document_heading(report->document, 1, _("In short"));
	ok = query && report_table(report, query, columns, widths, count, true, error);
	if (ok && report->document->blocks[report->document->count - 1].kind == BLOCK_TABLE) {
		document_heading(report->document, 1, _("Record by record"));
		ok = report_details(report, query, 2, true, error);
	}
	free(columns);
	free(widths);
	query_free(query);
	return ok;
}

static const char *const register_formats[] = { "csv", "tsv", "json", "text", "html", "pdf", "xlsx", NULL };

const struct report_def report_register = {
	.name = "REGISTER",
	.label = N_("Register"),
	.help = N_("The records of a register: as a table, or each with all its fields."),
	.mark = N_("Confidential"),
	.formats = register_formats,
	.build = build_register,
};
