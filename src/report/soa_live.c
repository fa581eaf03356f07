/* The Statement of Applicability as it stands in the file: a draft, whatever was issued before. */
#include <stdlib.h>
#include <string.h>

#include "report/soa.h"

/* "draft, 3 lines changed since version 1.0": it bears no version of its own, and nobody's approval. */
static bool tell_draft(struct report *report, struct error *error)
{
	struct record *last;
	int64_t changed;
	char *text;

	if (!soa_last_issued(report->store, &last, error))
		return false;
	changed = last ? soa_changed_since(report->store, last, NULL, NULL, error) : 0;
	if (!last)
		text = xstrdup(_("draft; no version was issued"));
	else if (!changed)
		text = xasprintf(_("draft, no line changed since version %s"), record_get(last, "version"));
	else
		text = xasprintf(ngettext("draft, %lld line changed since version %s",
					 "draft, %lld lines changed since version %s", (unsigned long)changed),
			(long long)changed, record_get(last, "version"));
	facts_add(&report->document->front, _("Status"), text);
	free(text);
	record_free(last);
	return changed >= 0;
}

/* ---- lines ---- */

enum { COLUMN_NUMBER_OF = LINE_TEXTS, COLUMN_TITLE, COLUMN_THEME, COLUMN_COUNT };

struct reading {
	struct soa_paper *paper;
	bool own;
};

/* Each record of evidence with its day. */
static char *proofs(struct soa_paper *paper, struct soa_line *line, const char *value)
{
	struct strings elements = { 0 }, texts = { 0 };
	char *joined;
	size_t i;

	strings_split(&elements, value);
	for (i = 0; i < elements.count; i++) {
		const char *element = elements.items[i];

		strings_take(&texts, soa_proof(paper, line, element,
					     store_reference(paper->report->store, element, REFERENCE_READ)));
	}
	joined = strings_join(&texts, "\n");
	strings_free(&elements);
	strings_free(&texts);
	return joined;
}

static bool read_line(void *user, const struct row *row)
{
	struct reading *reading = user;
	struct report *report = reading->paper->report;
	const struct register_def *def = register_find("applicability");
	struct soa_line *line;
	int i;

	if (!report_selects(report, row->id))
		return true;
	line = soa_add(reading->paper);
	line->own = reading->own;
	line->number = xstrdup(row->cells[COLUMN_NUMBER_OF].text);
	line->title = xstrdup(row->cells[COLUMN_TITLE].text);
	line->theme = xstrdup(row->cells[COLUMN_THEME].text);
	line->applicable = xstrdup(row->cells[LINE_APPLICABLE].value);
	line->status = xstrdup(row->cells[LINE_STATUS].value);
	line->evidence_day = xstrdup(row->cells[LINE_EVIDENCE_DATE].value);
	for (i = 0; i < LINE_TEXTS; i++) {
		const struct field_def *field = register_field(def, soa_fields[i]);

		if (!row->cells[i].value || (report->extract && (field->flags & FIELD_CONFIDENTIAL)))
			continue;
		line->texts[i] = i == LINE_PROOFS ? proofs(reading->paper, line, row->cells[i].value)
						  : report_cell(report, field, &row->cells[i]);
	}
	return true;
}

static bool read_part(struct soa_paper *paper, enum soa_part part, struct error *error)
{
	struct reading reading = { paper, part == SOA_OWN };
	const char *columns[COLUMN_COUNT];
	struct query *query = report_soa_query(paper->report, part, NULL, true, "ref", error);
	bool ok;
	int i;

	for (i = 0; i < LINE_TEXTS; i++)
		columns[i] = soa_fields[i];
	columns[COLUMN_NUMBER_OF] = "control.number";
	columns[COLUMN_TITLE] = "control";
	columns[COLUMN_THEME] = "control.theme";
	ok = query && store_each(paper->report->store, query, columns, COLUMN_COUNT, read_line, &reading, error);
	query_free(query);
	return ok;
}

static bool read_proof(void *user, const struct row *row)
{
	struct soa_paper *paper = user;

	strings_add(&paper->proofs, row->ref);
	strings_add(&paper->days, row->cells[0].value ? row->cells[0].value : "");
	return true;
}

static bool read_proofs(struct soa_paper *paper, struct error *error)
{
	static const char *const columns[] = { "date" };
	struct query *query = report_query(paper->report, "evidence", "control!=", false, NULL, error);
	bool ok = query && store_each(paper->report->store, query, columns, 1, read_proof, paper, error);

	query_free(query);
	return ok;
}

/* ---- the report ---- */

static bool build_soa(struct report *report, struct record *record, struct error *error)
{
	const char *catalogue = store_context(report->store)->catalogue_ref;
	struct soa_paper paper = { .report = report, .draft = true };
	char *title;
	bool ok;

	(void)record;
	if (!catalogue)
		return error_set(error, ERROR_INVALID,
			_("The organisation has no catalogue for its SoA; choose one in its record."));
	report->document->cover = true;
	title = store_title(report->store, catalogue);
	document_set(&report->document->subtitle, title);
	free(title);
	ok = tell_draft(report, error) && read_proofs(&paper, error) && read_part(&paper, SOA_REFERENCE, error) &&
	     read_part(&paper, SOA_OWN, error);
	if (ok) {
		soa_table(&paper);
		soa_approval(&paper);
		document_heading(report->document, 1, _("Scope"));
		ok = report_scope_statement(report, error);
		soa_counts(&paper);
		soa_details(&paper);
	}
	soa_free(&paper);
	return ok;
}

/* As a table: the lines of the standard's controls, then those of the organisation's own. */
static struct query *soa_part(const struct model_context *context, size_t part)
{
	static const enum soa_part parts[] = { SOA_REFERENCE, SOA_OWN };

	if (context->catalogue_ref)
		return part < 2 ? query_soa(context, parts[part]) : NULL;
	return part ? NULL : query_new(register_find("applicability"));
}

static bool soa_xml(struct store *store, const char *ref, struct output *output, struct error *error)
{
	(void)ref;
	return export_soa(store, output, error);
}

static const char *const soa_formats[] = { "xml", "text", "html", "pdf", "xlsx", "csv", "tsv", "json", NULL };

const struct report_def report_soa = {
	.name = "soa",
	.label = N_("Statement of Applicability"),
	.help = N_("What is decided of each control, the scope and the counts: a draft until it is issued."),
	.mark = N_("Confidential"),
	.formats = soa_formats,
	.base = "applicability",
	.part = soa_part,
	.build = build_soa,
	.xml = soa_xml,
	.xml_root = "soa",
};

const struct report_def report_soa_extract = {
	.name = "soa-extract",
	.label = N_("Statement of Applicability, extract"),
	.help = N_("The same without confidential notes, for others."),
	.mark = N_("Confidential"),
	.formats = document_formats,
	.base = "applicability",
	.extract = true,
	.part = soa_part,
	.build = build_soa,
};
