/* What can be exported, for the command line and the export menu alike. */
#include <stdlib.h>
#include <string.h>

#include "app/lib.h"

static const char *const soa_formats[] = { "xml", "text", "csv", "tsv", "json", NULL };
static const char *const report_formats[] = { "text", NULL };
static const char *const table_formats[] = { "csv", "tsv", "json", "text", NULL };

const struct export_choice export_choices[] = {
	{ "soa", N_("Statement of Applicability"), soa_formats },
	{ "risks", N_("Risks and their treatment"), report_formats },
	{ "actions", N_("Action plan"), report_formats },
	{ "dashboard", N_("Dashboard"), report_formats },
	{ NULL, NULL, table_formats },
};

static bool has(const char *const *formats, const char *format)
{
	size_t i;

	for (i = 0; formats[i]; i++)
		if (strcmp(formats[i], format) == 0)
			return true;
	return false;
}

static bool check_format(const char *const *formats, const char *format, struct error *error)
{
	struct buffer list = { 0 };
	size_t i;

	if (has(formats, format))
		return true;
	for (i = 0; formats[i]; i++)
		buffer_printf(&list, "%s%s", i ? ", " : "", formats[i]);
	error_set(error, ERROR_USAGE, _("There is no format %s for this; it is one of: %s."), format, list.data);
	buffer_free(&list);
	return false;
}

static bool export_document(struct document *document, struct output *output)
{
	char *text;

	if (!document)
		return false;
	text = document_text(document, 80);
	output_text(output, text);
	free(text);
	document_free(document);
	return true;
}

static enum table_format table_format(const char *format)
{
	return strcmp(format, "csv") == 0 ? TABLE_CSV : strcmp(format, "tsv") == 0 ? TABLE_TSV : strcmp(format, "json") == 0 ? TABLE_JSON : TABLE_TEXT;
}

static bool export_register(struct store *store, const struct register_def *def, const char *condition, const char *format, struct output *output, struct error *error)
{
	struct query *query = query_new(def);
	bool ok = !condition || query_parse(query, store_context(store), condition, error);

	ok = ok && export_table(store, query, NULL, 0, table_format(format), output, error);
	query_free(query);
	return ok;
}

static bool write_what(struct store *store, const char *what, const char *format, struct output *output, struct error *error)
{
	if (strcmp(what, "soa") == 0 && strcmp(format, "xml") == 0)
		return export_soa(store, output, error);
	if (strcmp(what, "soa") == 0 && strcmp(format, "text") == 0)
		return export_document(report_soa(store, error), output);
	if (strcmp(what, "soa") == 0) {
		char *condition = store_context(store)->catalogue_ref ? xasprintf("control.catalogue=%s", store_context(store)->catalogue_ref) : NULL;
		bool ok = export_register(store, register_find("applicability"), condition, format, output, error);

		free(condition);
		return ok;
	}
	if (strcmp(what, "risks") == 0)
		return export_document(report_risks(store, error), output);
	if (strcmp(what, "actions") == 0)
		return export_document(report_actions(store, error), output);
	if (strcmp(what, "dashboard") == 0)
		return export_document(report_dashboard(store, error), output);
	if (strncmp(what, "catalogue:", 10) == 0)
		return export_catalogue(store, what + 10, output, error);
	return export_register(store, register_find(what), NULL, format, output, error);
}

static bool export_what(struct store *store, const char *what, const char *format, const char *path, bool overwrite, struct error *error)
{
	static const char *const catalogue_formats[] = { "xml", NULL };
	const char *const *formats = NULL;
	struct output *output;
	size_t i;

	for (i = 0; export_choices[i].what; i++)
		if (strcmp(export_choices[i].what, what) == 0)
			formats = export_choices[i].formats;
	if (strncmp(what, "catalogue:", 10) == 0)
		formats = catalogue_formats;
	else if (!formats && register_find(what))
		formats = table_formats;
	if (!formats)
		return error_set(error, ERROR_USAGE, _("\"%s\" cannot be exported; say soa, catalogue:ID, risks, actions, dashboard or a register."), what);
	if (!format)
		format = formats[0];
	if (!check_format(formats, format, error))
		return false;
	if (!app_check_place(store, path, error))
		return false;
	output = output_open(path, overwrite, error);
	if (!output)
		return false;
	if (!write_what(store, what, format, output, error)) {
		output_abandon(output);
		return false;
	}
	return output_end(output, error);
}

bool app_export(struct store *store, const char *what, const char *format, const char *path, bool overwrite, struct error *error)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	int64_t seconds;
	bool ok;

	/* The date of a report, and what is late on it, are of the day that was asked for. */
	if (epoch && number_parse_integer(epoch, &seconds) && seconds >= 0 && seconds < 253402300800)
		environment_hold_clock(&seconds);
	ok = export_what(store, what, format, path, overwrite, error);
	environment_hold_clock(NULL);
	return ok;
}
