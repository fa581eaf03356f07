/* What can be exported, for the command line and the export menu alike. */
#include <stdlib.h>
#include <string.h>

#include "app/lib.h"
#include "report/wire.h"

/* Adds what is between the items of a list. */
static void list_add(struct buffer *list, const char *item)
{
	buffer_printf(list, "%s%s", list->length ? ", " : "", item);
}

static bool find_format(
	const struct report_def *def, const char *name, const struct format_def **format, struct error *error)
{
	struct buffer list = { 0 };
	size_t i;

	*format = format_find(name ? name : def->formats[0]);
	if (*format && report_has_format(def, (*format)->name))
		return true;
	for (i = 0; def->formats[i]; i++)
		list_add(&list, def->formats[i]);
	error_set(error, ERROR_USAGE, _("There is no format %s for this; it is one of: %s."), name, list.data);
	buffer_free(&list);
	return false;
}

/* Why what was asked for is none: it lacks its record, or there is no such report. */
static bool refuse_what(const char *what, struct error *error)
{
	struct strings names = { 0 };
	char *list;
	size_t i;

	for (i = 0; reports[i]; i++)
		if (strcmp(reports[i]->name, what) == 0)
			return error_set(error, ERROR_USAGE, _("%s is made of one record: say %s:REF."), what, what);
	report_names(&names);
	list = strings_join(&names, ", ");
	error_set(error, ERROR_USAGE,
		_("\"%s\" cannot be exported; it is one of: %s, or a register (see `noria help export`)."), what, list);
	free(list);
	strings_free(&names);
	return false;
}

/* ---- one export under way ---- */

struct exporting {
	struct store *store;
	const struct export_request *request;
	const struct format_def *format;
	struct report_choice choice;
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

	return helper_start(exporting->format->helper, &options, error);
}

/* ---- documents ---- */

static void csv_titles(const struct csv_form *form, const struct block *block, struct buffer *line)
{
	size_t k;

	for (k = 0; k < block->column_count; k++) {
		if (k)
			csv_form_next(form, line);
		export_csv_cell(line, block->columns[k].title);
	}
	csv_form_end(form, line);
}

/* The document's tables, one under the other, an empty line between them. */
static void tables_as_csv(const struct document *document, struct output *output)
{
	const struct csv_form *form = output_csv(output);
	struct buffer line = { 0 };
	bool first = true;
	size_t i, j, k;

	csv_form_begin(form, &line);
	for (i = 0; i < document->count; i++) {
		const struct block *block = &document->blocks[i];

		if (block->kind != BLOCK_TABLE)
			continue;
		if (!first)
			csv_form_end(form, &line);
		first = false;
		csv_titles(form, block, &line);
		for (j = 0; j < block->row_count; j++) {
			for (k = 0; k < block->column_count; k++) {
				const struct table_cell *cell = &block->rows[j].cells[k];
				bool text =
					block->columns[k].kind == COLUMN_TEXT || block->columns[k].kind == COLUMN_LEVEL;

				if (k)
					csv_form_next(form, &line);
				export_csv_cell(&line, text || !cell->value ? cell->text : cell->value);
			}
			csv_form_end(form, &line);
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
	csv_form_begin(&exporting->request->csv, &header);
	if (i < document->count)
		csv_titles(&exporting->request->csv, &document->blocks[i], &header);
	ok = exporting->request->target ||
	     app_may_write(exporting->store, exporting->request->path, exporting->request->replace,
		     exporting->format->name, header.data ? header.data : "\n", error);
	buffer_free(&header);
	return ok;
}

static bool render(struct exporting *exporting, struct document *document, struct error *error)
{
	const struct format_def *format = exporting->format;
	struct helper *helper;
	struct wire_out out = { .write = helper_write };
	bool ok = true;
	char *text;

	if (!document)
		return false;
	/* All of it is read; a program that makes a PDF of it takes its time. */
	store_read_release(exporting->store);
	if (format->kind == FORMAT_TABLE)
		document_tabulate(document);
	if (format->helper) {
		out.user = helper = start_helper(exporting, error);
		if (helper)
			wire_document(&out, document);
		ok = helper && helper_end(helper, error);
	} else if (format->render) {
		if (strcmp(format->name, "text") == 0)
			output_for_people(exporting->output);
		text = format->render(document);
		output_text(exporting->output, text);
		free(text);
	} else {
		ok = may_write_table(exporting, document, error);
		if (ok)
			tables_as_csv(document, exporting->output);
	}
	document_free(document);
	return ok;
}

/* ---- tables ---- */

/* Restricts a query by the filter that was asked for. */
static bool restrict_query(struct exporting *exporting, struct query *query, struct error *error)
{
	const char *filter = exporting->options.filter;

	return !filter || (query_parse(query, store_context(exporting->store), filter, error) &&
				  store_check_query(exporting->store, query, NULL, error));
}

static bool selects(void *user, int64_t id)
{
	const struct report_options *options = user;

	return ids_hold(options->ids, options->id_count, id);
}

#define PARTS_MOST 4

/* The queries of the records, those that were asked for of them; the caller frees them, also after an error. */
static bool queries_of(struct exporting *exporting, struct query **queries, size_t *count, struct error *error)
{
	const struct report_choice *choice = &exporting->choice;
	const struct model_context *context = store_context(exporting->store);

	for (*count = 0; *count < PARTS_MOST; ++*count) {
		struct query *query = choice->def->part ? choice->def->part(context, *count)
				      : *count          ? NULL
							: query_new(choice->base);

		if (!query)
			break;
		queries[*count] = query;
		if (!restrict_query(exporting, query, error)) {
			++*count;
			return false;
		}
	}
	return true;
}

/* The records that the report lists, as a table. */
static bool export_records(struct exporting *exporting, struct error *error)
{
	const struct report_def *def = exporting->choice.def;
	struct table_choice choice = {
		.hidden = def->extract ? FIELD_CONFIDENTIAL : 0, .selects = selects, .user = &exporting->options
	};
	struct query *queries[PARTS_MOST];
	const struct query *const *given = (const struct query *const *)queries;
	size_t count, i;
	bool ok = queries_of(exporting, queries, &count, error);

	if (ok && exporting->format->helper) {
		struct wire_out out = { .write = helper_write };
		struct helper *helper = start_helper(exporting, error);

		out.user = helper;
		ok = helper && report_stream(exporting->store, given, count, report_label(&exporting->choice),
				       def->extract, &exporting->options, &out, error);
		if (ok)
			ok = helper_end(helper, error);
		else
			helper_abandon(helper);
	} else if (ok) {
		ok = export_tables(
			exporting->store, given, count, &choice, exporting->format->table, exporting->output, error);
	}
	for (i = 0; i < count; i++)
		query_free(queries[i]);
	return ok;
}

/* The lines over all registers, as a table or a calendar. */
static bool export_lines(struct exporting *exporting, struct error *error)
{
	const struct report_def *def = exporting->choice.def;
	struct query *query = query_new(def->lines);
	bool ok = restrict_query(exporting, query, error);

	if (ok && exporting->format->kind == FORMAT_CALENDAR)
		ok = def->calendar(exporting->store, query, exporting->output, error);
	else if (ok)
		ok = def->table(exporting->store, query, exporting->format->table, exporting->output, error);
	query_free(query);
	return ok;
}

static bool export_template(struct exporting *exporting, struct error *error)
{
	struct wire_out out = { .write = helper_write };
	struct helper *helper = start_helper(exporting, error);
	bool ok;

	out.user = helper;
	ok = helper && report_entry(exporting->store, exporting->choice.base, &out, error);
	if (ok)
		return helper_end(helper, error);
	if (helper)
		helper_abandon(helper);
	return false;
}

static bool write_what(struct exporting *exporting, struct error *error)
{
	const struct report_choice *choice = &exporting->choice;
	const struct format_def *format = exporting->format;

	if (exporting->request->template)
		return export_template(exporting, error);
	if (format->kind == FORMAT_XML)
		return choice->def->xml(exporting->store, choice->ref, exporting->output, error);
	if (format->kind == FORMAT_CALENDAR || (format->kind == FORMAT_TABLE && choice->def->table && !format->helper))
		return export_lines(exporting, error);
	/* The plain text of a register is the table that it always was. */
	if (choice->base && ((format->kind == FORMAT_TABLE && !choice->def->composed) ||
				    (choice->def == &report_register && strcmp(format->name, "text") == 0)))
		return export_records(exporting, error);
	return render(exporting, report_build(exporting->store, choice, &exporting->options, error), error);
}

/* Whether the place may be written to.  A table whose columns have titles for people is compared when these are known (render). */
static bool check_place(const struct exporting *exporting, struct error *error)
{
	const struct export_request *request = exporting->request;
	const struct report_choice *choice = &exporting->choice;
	const struct format_def *format = exporting->format;
	bool titles = format->kind == FORMAT_TABLE && !format->helper && !choice->def->table &&
		      (!choice->base || choice->def->composed);
	char *known = format->kind == FORMAT_XML ? xasprintf("%s xml", choice->def->xml_root) : xstrdup(format->name);
	bool ok = app_may_write(exporting->store, request->path,
		titles && request->replace == REPLACE_EARLIER ? REPLACE_ANY : request->replace, known, NULL, error);

	free(known);
	return ok;
}

/* A name that a report shares with a register ("scope") is the report's, but where a template is asked for. */
static bool find_what(const struct export_request *request, struct report_choice *choice, struct error *error)
{
	const struct register_def *def = request->template ? register_find(request->what) : NULL;

	if (def)
		*choice = (struct report_choice){ .def = &report_register, .base = def };
	return def || report_find(request->what, choice) || refuse_what(request->what, error);
}

/* What of the request goes with nothing else of it. */
static bool check_words(const struct exporting *exporting, struct error *error)
{
	const struct export_request *request = exporting->request;
	const struct report_choice *choice = &exporting->choice;
	const struct format_def *format = exporting->format;

	if ((request->csv.mark || request->csv.separator) && strcmp(format->name, "csv") != 0)
		return error_set(error, ERROR_USAGE,
			_("A separator and the mark of UTF-8 are of CSV alone; say --format=csv with them."));
	if (request->paper && strcmp(request->paper, "a4") != 0 && strcmp(request->paper, "letter") != 0)
		return error_set(error, ERROR_USAGE, _("There is no paper %s; it is a4 or letter."), request->paper);
	if (request->template && choice->def != &report_register)
		return error_set(error, ERROR_USAGE, _("%s is a report; a template is of a register."), request->what);
	if (request->template && choice->base->made)
		return error_set(error, ERROR_USAGE,
			_("%s are written by the program alone; there is nothing to fill in."),
			_(choice->base->plural));
	if (request->template && strcmp(format->name, "xlsx") != 0)
		return error_set(error, ERROR_USAGE, _("A template is a workbook; say --format=xlsx."));
	if (request->template && (request->filter || request->ids))
		return error_set(error, ERROR_USAGE, _("A template holds no records; it takes no filter."));
	if ((request->filter || request->ids) && (format->kind == FORMAT_XML || (!choice->base && !choice->def->lines)))
		return error_set(
			error, ERROR_USAGE, _("%s is always of the whole file; it takes no filter."), request->what);
	return true;
}

static bool export_request(struct store *store, const struct export_request *request, struct error *error)
{
	struct exporting exporting = {
		.store = store,
		.request = request,
		.options = { .filter = request->filter, .mark = request->mark, .paper = request->paper },
	};
	int64_t *ids;
	bool ok;

	if (request->note)
		*request->note = NULL;
	if (!find_what(request, &exporting.choice, error))
		return false;
	if (!find_format(exporting.choice.def, request->template && !request->format ? "xlsx" : request->format,
		    &exporting.format, error) ||
		!check_words(&exporting, error))
		return false;
	exporting.options.flat =
		exporting.format->kind == FORMAT_TABLE && (exporting.format->helper || exporting.choice.def->composed);
	exporting.options.exact = exporting.choice.def == &report_register;
	exporting.options.plain = exporting.format->kind == FORMAT_TABLE && !exporting.format->helper;
	if (!request->target && !check_place(&exporting, error))
		return false;
	exporting.output = request->target ? output_memory(request->target)
					   : output_open(request->path, request->replace != REPLACE_NOTHING, error);
	if (!exporting.output)
		return false;
	output_set_csv(exporting.output, &request->csv);
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
	/* Who reads the output may be slow. */
	store_read_release(store);
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
