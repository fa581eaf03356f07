/* What can be exported, for the command line and the export menu alike. */
#include <stdlib.h>
#include <string.h>

#include "app/issue.h"
#include "app/lib.h"
#include "report/wire.h"

static const char *const soa_formats[] = { "xml", "text", "html", "pdf", "xlsx", "csv", "tsv", "json", NULL };
static const char *const report_formats[] = { "text", "html", "pdf", "xlsx", "csv", NULL };
static const char *const paper_formats[] = { "text", "html", "pdf", NULL };
static const char *const table_formats[] = { "csv", "tsv", "json", "text", "html", "pdf", "xlsx", NULL };
static const char *const catalogue_formats[] = { "xml", NULL };
static const char *const due_formats[] = { "ics", "csv", "tsv", "json", "text", "html", "pdf", "xlsx", NULL };
static const char *const quality_formats[] = { "csv", "tsv", "json", "text", "html", "pdf", "xlsx", NULL };
static const char *const line_formats[] = { "ics", "csv", "tsv", "json",
	NULL }; /* of these, what is a line each and no document */

const struct export_choice export_choices[] = {
	{ "soa", N_("Statement of Applicability"), soa_formats },
	{ "soa-extract", N_("Statement of Applicability, extract"), report_formats },
	{ "scope", N_("Scope of the ISMS"), report_formats },
	{ "risks", N_("Risks and their treatment"), report_formats },
	{ "treatment", N_("Risk treatment plan"), report_formats },
	{ "actions", N_("Action plan"), report_formats },
	{ "dashboard", N_("Dashboard"), report_formats },
	{ "due", N_("What is due"), due_formats },
	{ "quality", N_("Quality of the records"), quality_formats },
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

const char *const *export_formats(const char *what)
{
	const struct report_def *report = report_find(what);
	size_t i;

	for (i = 0; export_choices[i].what; i++)
		if (strcmp(export_choices[i].what, what) == 0)
			return export_choices[i].formats;
	if (strncmp(what, "catalogue:", 10) == 0 || strncmp(what, "soa:", 4) == 0)
		return catalogue_formats;
	if (report)
		return strcmp(report->what, "policy") == 0 || strcmp(report->what, "acceptance") == 0 ? paper_formats
												      : report_formats;
	return register_find(what) ? table_formats : NULL;
}

const char *export_helper(const char *format)
{
	return strcmp(format, "pdf") == 0 ? "noria-pdf" : strcmp(format, "xlsx") == 0 ? "noria-xlsx" : NULL;
}

/* ---- one export under way ---- */

struct exporting {
	struct store *store;
	const struct export_request *request;
	const char *format;
	const struct report_def *report; /* NULL: a register or a catalogue */
	struct report_options options;
	struct output *output;
};

static void to_output(void *user, const void *bytes, size_t length)
{
	output_write(user, bytes, length);
}

static bool cancelled(void *user)
{
	const struct export_request *request = user;

	return request->progress && request->progress(request->progress_user, 0, 0);
}

static struct helper *start_helper(struct exporting *exporting, struct error *error)
{
	struct helper_options options = { .take = to_output,
		.user = exporting->output,
		.cancelled = cancelled,
		.cancel_user = (void *)exporting->request,
		.note = exporting->request->note };

	return helper_start(export_helper(exporting->format), &options, error);
}

/* ---- documents ---- */

static void csv_titles(const struct block *block, struct buffer *line)
{
	size_t k;

	for (k = 0; k < block->column_count; k++) {
		if (k)
			buffer_add_char(line, ',');
		export_csv_cell(line, block->columns[k].title);
	}
	buffer_add_char(line, '\n');
}

/* The document's tables, one under the other, an empty line between them. */
static void tables_as_csv(const struct document *document, struct output *output)
{
	struct buffer line = { 0 };
	bool first = true;
	size_t i, j, k;

	for (i = 0; i < document->count; i++) {
		const struct block *block = &document->blocks[i];

		if (block->kind != BLOCK_TABLE)
			continue;
		if (!first)
			buffer_add_char(&line, '\n');
		first = false;
		csv_titles(block, &line);
		for (j = 0; j < block->row_count; j++) {
			for (k = 0; k < block->column_count; k++) {
				const struct table_cell *cell = &block->rows[j].cells[k];
				bool text =
					block->columns[k].kind == COLUMN_TEXT || block->columns[k].kind == COLUMN_LEVEL;

				if (k)
					buffer_add_char(&line, ',');
				export_csv_cell(&line, text || !cell->value ? cell->text : cell->value);
			}
			buffer_add_char(&line, '\n');
			output_write(output, line.data, line.length);
			buffer_reset(&line);
		}
	}
	buffer_free(&line);
}

static bool may_write_table(struct exporting *exporting, const struct document *document, struct error *error)
{
	struct buffer header = { 0 };
	size_t i = 0;
	bool ok;

	while (i < document->count && document->blocks[i].kind != BLOCK_TABLE)
		i++;
	if (i < document->count)
		csv_titles(&document->blocks[i], &header);
	ok = exporting->request->target ||
	     app_may_write(exporting->store, exporting->request->path, exporting->request->replace, exporting->format,
		     header.data ? header.data : "\n", error);
	buffer_free(&header);
	return ok;
}

static bool render(struct exporting *exporting, struct document *document, struct error *error)
{
	const char *format = exporting->format;
	struct helper *helper;
	struct wire_out out = { .write = helper_write };
	bool ok = true;
	char *text;

	if (!document)
		return false;
	if (export_helper(format)) {
		if (strcmp(format, "xlsx") == 0)
			document_tabulate(document);
		out.user = helper = start_helper(exporting, error);
		if (helper)
			wire_document(&out, document);
		document_free(document);
		return helper && helper_end(helper, error);
	}
	if (strcmp(format, "csv") == 0) {
		document_tabulate(document);
		ok = may_write_table(exporting, document, error);
		if (ok)
			tables_as_csv(document, exporting->output);
	} else {
		if (strcmp(format, "text") == 0)
			output_for_people(exporting->output);
		text = strcmp(format, "html") == 0 ? document_html(document) : document_text(document, 80);
		output_text(exporting->output, text);
		free(text);
	}
	document_free(document);
	return ok;
}

/* ---- tables ---- */

static enum table_format table_format(const char *format)
{
	return strcmp(format, "csv") == 0    ? TABLE_CSV
	       : strcmp(format, "tsv") == 0  ? TABLE_TSV
	       : strcmp(format, "json") == 0 ? TABLE_JSON
					     : TABLE_TEXT;
}

/* Restricts a query by the filter that was asked for. */
static bool restrict_query(struct exporting *exporting, struct query *query, struct error *error)
{
	const char *filter = exporting->options.filter;

	return !filter || (query_parse(query, store_context(exporting->store), filter, error) &&
				  store_check_query(exporting->store, query, error));
}

static bool selects(void *user, int64_t id)
{
	const struct report_options *options = user;

	return ids_hold(options->ids, options->id_count, id);
}

/* The records of a register, or of a report as a table. */
static bool export_records(struct exporting *exporting, const struct register_def *def, struct error *error)
{
	const struct model_context *context = store_context(exporting->store);
	const char *title = exporting->report ? _(exporting->report->label) : _(def->plural);
	bool soa = exporting->report && strcmp(def->name, "applicability") == 0 && context->catalogue_ref,
	     extract = exporting->report && exporting->report->extract, ok;
	struct table_choice choice = {
		.hidden = extract ? FIELD_CONFIDENTIAL : 0, .selects = selects, .user = &exporting->options
	};
	struct query *queries[2] = { NULL, NULL };
	size_t count = soa ? 2 : 1;

	queries[0] = soa ? query_soa(context, SOA_REFERENCE) : query_new(def);
	queries[1] = soa ? query_soa(context, SOA_OWN) : NULL;
	ok = restrict_query(exporting, queries[0], error) &&
	     (!queries[1] || restrict_query(exporting, queries[1], error));
	if (ok && strcmp(exporting->format, "xlsx") == 0) {
		struct wire_out out = { .write = helper_write };
		struct helper *helper = start_helper(exporting, error);

		out.user = helper;
		ok = helper && report_stream(exporting->store, (const struct query *const *)queries, count, title,
				       extract, &exporting->options, &out, error);
		if (ok)
			ok = helper_end(helper, error);
		else
			helper_abandon(helper);
	} else if (ok) {
		ok = export_tables(exporting->store, (const struct query *const *)queries, count, &choice,
			table_format(exporting->format), exporting->output, error);
	}
	query_free(queries[0]);
	query_free(queries[1]);
	return ok;
}

/* What is due, or where the records fall short: lines over all registers. */
static bool export_overall(struct exporting *exporting, const struct overall_list *list, struct error *error)
{
	struct query *query = query_new(list->def);
	bool ok = restrict_query(exporting, query, error);

	if (ok && strcmp(exporting->format, "ics") == 0)
		ok = export_calendar(exporting->store, query, exporting->output, error);
	else if (ok)
		ok = list->write(exporting->store, query, table_format(exporting->format), exporting->output, error);
	query_free(query);
	return ok;
}

/* An issued SoA, byte for byte as it was. */
static bool export_issued(struct exporting *exporting, const char *ref, struct error *error)
{
	char *document = issue_document(exporting->store, ref, error);

	if (document)
		output_text(exporting->output, document);
	free(document);
	return document != NULL;
}

static bool write_what(struct exporting *exporting, struct error *error)
{
	const char *what = exporting->request->what, *format = exporting->format;
	const char *base = exporting->report ? exporting->report->base : what;
	const struct register_def *def = base ? register_find(base) : NULL;
	const struct overall_list *overall = overall_find(what);
	bool table = strcmp(format, "csv") == 0 || strcmp(format, "xlsx") == 0 || strcmp(format, "tsv") == 0 ||
		     strcmp(format, "json") == 0;

	if (overall && has(line_formats, format))
		return export_overall(exporting, overall, error);
	if (strncmp(what, "soa:", 4) == 0)
		return export_issued(exporting, what + 4, error);
	if (strcmp(format, "xml") == 0)
		return strcmp(what, "soa") == 0
			       ? export_soa(exporting->store, exporting->output, error)
			       : export_catalogue(exporting->store, what + 10, exporting->output, error);
	/* The plain text of a register is the table that it always was. */
	if (def && (table || (!exporting->report && strcmp(format, "text") == 0)))
		return export_records(exporting, def, error);
	return render(exporting, report_build(exporting->store, what, &exporting->options, error), error);
}

/* Whether the place may be written to.  A table whose columns have titles for people is compared when these are known (render). */
static bool check_place(const struct exporting *exporting, struct error *error)
{
	const struct export_request *request = exporting->request;
	const char *base = exporting->report ? exporting->report->base : request->what;
	bool titles =
		strcmp(exporting->format, "csv") == 0 && !overall_find(request->what) && !(base && register_find(base));
	const char *format = strcmp(exporting->format, "xml") != 0           ? exporting->format
			     : strncmp(request->what, "catalogue:", 10) == 0 ? "catalogue xml"
									     : "soa xml";

	return app_may_write(exporting->store, request->path,
		titles && request->replace == REPLACE_EARLIER ? REPLACE_ANY : request->replace, format, NULL, error);
}

static bool export_request(struct store *store, const struct export_request *request, struct error *error)
{
	const char *const *formats = export_formats(request->what);
	struct exporting exporting = {
		.store = store,
		.request = request,
		.report = report_find(request->what),
		.options = { .filter = request->filter, .mark = request->mark, .paper = request->paper },
	};
	int64_t *ids;
	bool ok;

	if (request->note)
		*request->note = NULL;
	if (!formats)
		return error_set(error, ERROR_USAGE,
			_("\"%s\" cannot be exported; say soa, catalogue:ID, risks, actions, dashboard, due, quality, another report or a register (see `noria help export`)."),
			request->what);
	exporting.format = request->format ? request->format : formats[0];
	if (!check_format(formats, exporting.format, error))
		return false;
	exporting.options.flat = strcmp(exporting.format, "xlsx") == 0;
	if (request->paper && strcmp(request->paper, "a4") != 0 && strcmp(request->paper, "letter") != 0)
		return error_set(error, ERROR_USAGE, _("There is no paper %s; it is a4 or letter."), request->paper);
	if ((request->filter || request->ids) &&
		(strcmp(exporting.format, "xml") == 0 ||
			(exporting.report && !exporting.report->base && !exporting.report->lines)))
		return error_set(
			error, ERROR_USAGE, _("%s is always of the whole file; it takes no filter."), request->what);
	if (!request->target && !check_place(&exporting, error))
		return false;
	exporting.output = request->target ? output_memory(request->target)
					   : output_open(request->path, request->replace != REPLACE_NOTHING, error);
	if (!exporting.output)
		return false;
	if (request->progress)
		store_set_progress(store, request->progress, request->progress_user);
	/* In the order in which they are looked up, whatever that of the caller. */
	ids = xcalloc(request->id_count + 1, sizeof *ids);
	if (request->id_count)
		memcpy(ids, request->ids, request->id_count * sizeof *ids);
	ids_sort(ids, request->id_count);
	exporting.options.ids = request->ids ? ids : NULL;
	exporting.options.id_count = request->id_count;
	ok = write_what(&exporting, error);
	/* A report that lacks what could not be read is none. */
	ok = store_sound(store, error) && ok && !(error && error->kind);
	free(ids);
	if (request->progress)
		store_set_progress(store, NULL, NULL);
	if (!ok) {
		output_abandon(exporting.output);
		return false;
	}
	return output_end(exporting.output, error);
}

bool app_export_request(struct store *store, const struct export_request *request, struct error *error)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	int64_t seconds;
	bool ok;

	/* The date of a report, and what is late on it, are of the day that was asked for. */
	if (epoch && number_parse_integer(epoch, &seconds) && seconds >= 0 && seconds < 253402300800)
		environment_hold_clock(&seconds);
	ok = export_request(store, request, error);
	environment_hold_clock(NULL);
	return ok;
}
