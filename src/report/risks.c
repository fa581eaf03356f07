/* Risks and their assessment (ISO/IEC 27001:2022, 6.1.2, 8.2). */
#include <stdlib.h>
#include <string.h>

#include "model/quality.h"
#include "report/build.h"

void report_threshold_note(struct report *report)
{
	const struct model_context *context = report_context(report);
	char *level = method_level_name(context, context->method.threshold), *text;

	if (context->method.title) {
		text = xasprintf(
			_("Rated by the method %s; risks up to %s may be kept."), context->method.title, level);
		document_paragraph(report->document, text);
		free(text);
	}
	free(level);
}

#define LEFT_MOST 20 /* named one by one */

struct left {
	struct strings refs;
	int64_t count;
};

static bool add_left(void *user, const struct row *row)
{
	struct left *left = user;

	if (left->count++ < LEFT_MOST)
		strings_add(&left->refs, row->ref);
	return true;
}

bool report_undecided_note(struct report *report, struct error *error)
{
	struct query *query = report_query(report, "risk", risks_left, true, "-current_level", error);
	struct left left = { 0 };
	bool ok = query && store_each(report->store, query, NULL, 0, add_left, &left, error);

	if (ok && left.count) {
		char *refs, *text;

		if (left.count > LEFT_MOST)
			strings_add(&left.refs, "\xe2\x80\xa6");
		refs = strings_join(&left.refs, ", ");
		text = xasprintf(
			ngettext("%lld risk stands above the threshold and is neither treated nor accepted: %s.",
				"%lld risks stand above the threshold and are neither treated nor accepted: %s.",
				(unsigned long)left.count),
			(long long)left.count, refs);
		document_note(report->document, text);
		free(text);
		free(refs);
	}
	strings_free(&left.refs);
	query_free(query);
	return ok;
}

static bool build_risks(struct report *report, struct record *record, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "current_level", "treatment", "residual_level",
		"status" };
	static const int widths[] = { 6, 0, 12, 10, 9, 10, 10 };
	struct query *query = report_query(report, "risk", NULL, true, "-current_level", error),
		     *current = report_query(report, "risk", "standing=current", true, NULL, error);
	bool ok;

	(void)record;
	if (!query || !current) {
		query_free(query);
		query_free(current);
		return false;
	}
	report_threshold_note(report);
	document_heading(report->document, 1, _("In short"));
	ok = report_undecided_note(report, error) && report_matrix(report, current, "current", false, true, error) &&
	     report_table(report, query, columns, widths, 7, true, error);
	if (ok && report->document->blocks[report->document->count - 1].kind == BLOCK_TABLE) {
		document_heading(report->document, 1, _("Risk by risk"));
		ok = report_details(report, query, 2, true, error);
	}
	query_free(current);
	query_free(query);
	return ok;
}

const struct report_def report_risks = {
	.name = "risks",
	.label = N_("Risks and their treatment"),
	.help = N_("The matrix, and each risk with its ratings."),
	.mark = N_("Confidential"),
	.formats = document_formats,
	.base = "risk",
	.view = "matrix",
	.build = build_risks,
};

/* ---- assessment ---- */

/* What a line of the snapshot says of one field, as people read it. */
static char *snapshot_text(struct report *report, const struct record *record, const char *column, const char *value)
{
	const struct register_def *def = register_find("risk");
	const struct field_def *field = register_field(def, column);
	struct cell cell = { .value = (char *)value, .text = (char *)value };

	if (!*value)
		return xstrdup("");
	if (field && field_is_reference(field))
		return report_cell(report, field, &cell);
	return field ? report_written(field, store_value_text(report->store, record, field, value)) : xstrdup(value);
}

/* What stands under a name in a line of the snapshot; "" where nothing does. */
static const char *snapshot_value(const struct strings *names, const struct strings *cells, const char *name)
{
	size_t i;

	for (i = 0; i < names->count && i < cells->count; i++)
		if (strcmp(names->items[i], name) == 0)
			return cells->items[i];
	return "";
}

/* One risk of the snapshot with every value that was frozen. */
static void snapshot_facts(
	struct report *report, const struct record *record, const struct strings *names, const struct strings *cells)
{
	const struct register_def *def = register_find("risk");
	struct block *facts;
	size_t i;

	document_heading_of(
		report->document, 2, snapshot_value(names, cells, "ref"), snapshot_value(names, cells, "title"));
	facts = document_facts(report->document);
	for (i = 0; i < names->count && i < cells->count; i++) {
		const struct field_def *field = register_field(def, names->items[i]);
		char *text = snapshot_text(report, record, names->items[i], cells->items[i]);

		if (strcmp(names->items[i], "ref") != 0 && strcmp(names->items[i], "title") != 0)
			facts_add(facts, field ? _(field->label) : names->items[i], text);
		free(text);
	}
}

/* The ratings as they stood: a table with tabs under a header of field names that begins with ref. */
static void snapshot_ratings(struct report *report, const struct record *record, const char *snapshot)
{
	static const char *const shown[] = { "ref", "title", "owner", "inherent_level", "current_level",
		"residual_level", "treatment", "status" };
	static const int widths[] = { 6, 0, 12, 9, 9, 9, 9, 10 };
	const char *start = strncmp(snapshot, "ref\t", 4) == 0 ? snapshot : strstr(snapshot, "\nref\t"), *line;
	const struct register_def *def = register_find("risk");
	struct column_def columns[8];
	struct strings names = { 0 }, cells = { 0 };
	struct block *table;
	size_t i;

	if (!start) {
		document_prose(report->document, snapshot);
		return;
	}
	for (i = 0; i < 8; i++)
		columns[i] = report_column(def, shown[i], widths[i]);
	table = document_table(report->document, columns, 8);
	start = strings_split_row(&names, start + (*start == '\n'));
	for (line = start; *line; strings_free(&cells)) {
		struct table_row *row = table_row(table);

		line = strings_split_row(&cells, line);
		for (i = 0; i < 8; i++) {
			const char *value = snapshot_value(&names, &cells, shown[i]);
			struct cell content = { .value = *value ? (char *)value : NULL,
				.text = snapshot_text(report, record, shown[i], value) };

			report_put(report, def, shown[i], row, i, &content);
			free(content.text);
		}
	}
	document_heading(report->document, 1, _("Risk by risk"));
	for (line = start; *line; strings_free(&cells)) {
		line = strings_split_row(&cells, line);
		snapshot_facts(report, record, &names, &cells);
	}
	strings_free(&names);
}

static bool named_risks(struct report *report, const struct record *record, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "inherent_level", "current_level",
		"residual_level", "treatment", "status" };
	static const int widths[] = { 6, 0, 12, 9, 9, 9, 9, 10 };
	struct query *query = report_query(report, "risk", NULL, false, "-current_level", error);
	struct strings refs = { 0 };
	int64_t *ids = NULL;
	bool ok = query != NULL;
	size_t i;

	/* None named means all of the register; a copy holds those that were meant. */
	if (ok && !report->frozen && record_get(record, "risk")) {
		strings_split(&refs, record_get(record, "risk"));
		ids = xcalloc(refs.count + 1, sizeof *ids);
		for (i = 0; i < refs.count; i++)
			ids[i] = store_find(report->store, refs.items[i], NULL);
		ids_sort(ids, refs.count);
		report->ids = ids;
		report->id_count = refs.count;
		strings_free(&refs);
	}
	report->current_only = true;
	ok = ok && report_matrix(report, query, "current", false, true, error);
	report->current_only = false;
	ok = ok && report_table(report, query, columns, widths, 8, true, error);
	document_heading(report->document, 1, _("Risk by risk"));
	ok = ok && report_details(report, query, 2, true, error);
	report->ids = NULL;
	free(ids);
	query_free(query);
	return ok;
}

static bool build_assessment(struct report *report, struct record *record, struct error *error)
{
	static const char *const head[] = { "title", "conclusion", NULL };
	const char *snapshot = record_get(record, "ratings"); /* of versions that kept no more */
	bool ok = true;

	report->document->cover = true;
	document_set(&report->document->subtitle, record_get(record, "title"));
	document_heading(report->document, 1, _("The assessment"));
	report_facts(report, record, head);
	if (record_get(record, "conclusion")) {
		document_heading(report->document, 2, _("Conclusion"));
		document_prose(report->document, record_get(record, "conclusion"));
	}
	document_heading(report->document, 1, _("Method"));
	report_threshold_note(report);
	report_grid(report);
	document_heading(report->document, 1, _("Ratings"));
	if (report->frozen) {
		document_note(
			report->document, _("The assessment is closed: these are the ratings as they stood then."));
		ok = named_risks(report, record, error);
	} else if (snapshot) {
		document_note(report->document,
			_("The assessment was closed by a version of Noria that kept its ratings only: these are as they stood then, the method and the names are those of today."));
		snapshot_ratings(report, record, snapshot);
	} else {
		document_note(
			report->document, _("The assessment is open: these are the ratings as they stand today."));
		ok = named_risks(report, record, error);
	}
	document_heading(report->document, 1, _("Validation"));
	sign_add(document_sign(report->document), NULL, NULL, NULL);
	return ok;
}

const struct report_def report_assessment = {
	.name = "assessment",
	.label = N_("Risk assessment"),
	.help = N_("An assessment with its method and ratings; a closed one as they stood then."),
	.mark = N_("Confidential"),
	.formats = document_formats,
	.about = true,
	.of = "assessment",
	.build = build_assessment,
};
