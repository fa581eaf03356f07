/* The Statement of Applicability (ISO/IEC 27001:2022, 6.1.3 d): scope, counts, legend, the lines in short, the lines in full. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

/* ---- the issued version ---- */

struct issued {
	struct report *report;
	char *changes, *approver, *function, *date, *created;
};

static bool issued_version(void *user, const struct row *row)
{
	struct issued *issued = user;
	struct block *front = &issued->report->document->front;

	facts_add(front, _("Version"), row->cells[0].text);
	facts_add(front, _("Issued on"), row->cells[1].text);
	facts_add(front, _("Approved by"), row->cells[2].text);
	facts_add(front, _("Function"), row->cells[3].text);
	issued->changes = xstrdup(row->cells[4].text);
	issued->approver = xstrdup(row->cells[2].text);
	issued->function = xstrdup(row->cells[3].text);
	issued->date = xstrdup(row->cells[1].text);
	issued->created = xstrdup(row->cells[5].value);
	return false;
}

/* Whoever approved the version has not seen what was changed since: their name does not stand under it. */
static bool look_for_changes(struct report *report, struct issued *issued, struct error *error)
{
	char *condition = xasprintf("updated>%s", issued->created);
	struct query *query = report_soa_query(report, SOA_ALL, condition, false, NULL, error);
	int64_t changed = query ? store_count(report->store, query, error) : -1;

	if (changed > 0) {
		char *text = xasprintf(
			ngettext("%lld line was changed since; these changes are not issued",
				"%lld lines were changed since; these changes are not issued", (unsigned long)changed),
			(long long)changed);

		facts_add(&report->document->front, _("Status"), text);
		free(text);
		free(issued->approver);
		free(issued->function);
		free(issued->date);
		issued->approver = issued->function = issued->date = NULL;
	}
	query_free(query);
	free(condition);
	return changed >= 0;
}

static bool find_issued(struct report *report, struct issued *issued, struct error *error)
{
	static const char *const columns[] = { "version", "date", "approver", "function", "changes", "created" };
	struct query *query = report_query(report, "statement", "status=issued", false, "-date", error);
	bool ok = query && store_each(report->store, query, columns, 6, issued_version, issued, error);

	query_free(query);
	if (ok && issued->created)
		ok = look_for_changes(report, issued, error);
	else if (ok)
		facts_add(&report->document->front, _("Version"), _("draft, not issued"));
	return ok;
}

/* ---- counts, and the lines in short ---- */

enum {
	SHORT_NUMBER,
	SHORT_CONTROL,
	SHORT_APPLICABLE,
	SHORT_STATUS,
	SHORT_MATURITY,
	SHORT_OWNER,
	SHORT_THEME,
	SHORT_COUNT
};
static const char *const short_columns[SHORT_COUNT] = { "control.number", "control", "applicable", "status", "maturity",
	"owner", "control.theme" };

struct counts {
	struct report *report;
	size_t table;   /* index of the block: it moves when others are added */
	bool own_lines; /* they are counted apart: the totals are the standard's */
	int64_t total, own, applicable, excluded, undecided, implemented, partial, planned, none;
};

static void count(struct counts *counts, const char *applicable, const char *status)
{
	counts->total++;
	if (!applicable)
		counts->undecided++;
	else if (strcmp(applicable, "no") == 0)
		counts->excluded++;
	else
		counts->applicable++;
	if (!applicable || strcmp(applicable, "yes") != 0 || !status)
		return;
	if (strcmp(status, "implemented") == 0)
		counts->implemented++;
	else if (strcmp(status, "partial") == 0)
		counts->partial++;
	else if (strcmp(status, "planned") == 0)
		counts->planned++;
	else
		counts->none++;
}

static bool short_line(void *user, const struct row *row)
{
	struct counts *counts = user;
	struct table_row *line;
	int i;

	if (!report_selects(counts->report, row->id))
		return true;
	if (counts->own_lines)
		counts->own++;
	else
		count(counts, row->cells[SHORT_APPLICABLE].value, row->cells[SHORT_STATUS].value);
	line = table_row(&counts->report->document->blocks[counts->table]);
	for (i = 0; i < SHORT_THEME; i++) {
		const struct field_def *field = register_field(register_find("applicability"), short_columns[i]);
		const char *text = row->cells[i].text;

		if (i == SHORT_APPLICABLE && !row->cells[i].value)
			text = _("not decided");
		else if (field && row->cells[SHORT_APPLICABLE].value && !counts->report->options->plain &&
			 strcmp(row->cells[SHORT_APPLICABLE].value, "yes") == 0)
			text = report_said(field, text);
		table_set(line, (size_t)i, text, row->cells[i].value);
	}
	return true;
}

static void count_line(struct drawing *drawing, const char *label, int64_t number, int64_t of)
{
	char *text = of && number != of ? xasprintf("%lld/%lld", (long long)number, (long long)of)
					: xasprintf("%lld", (long long)number);
	struct mark *mark = drawing_mark(drawing, label, text);

	mark->value = number;
	mark->of = of ? of : 1;
	free(text);
}

/* ---- the lines in full ---- */

/* The fields of a line in the order in which an auditor reads them; the control is the heading. */
static const char *const line_columns[] = {
	"control",
	"control.number",
	"control.theme",
	"applicable",
	"reasons",
	"justification",
	"status",
	"implementation",
	"owner",
	"maturity",
	"planned",
	"evidence",
	"evidence_date",
	"risks",
	"actions",
	"proofs",
	"exceptions",
};
enum {
	LINE_CONTROL,
	LINE_NUMBER,
	LINE_THEME,
	LINE_APPLICABLE,
	LINE_COUNT = sizeof line_columns / sizeof line_columns[0]
};

struct lines {
	struct report *report;
	char *theme;
	bool own;
};

static bool full_line(void *user, const struct row *row)
{
	struct lines *lines = user;
	struct report *report = lines->report;
	const struct register_def *def = register_find("applicability");
	const char *theme = row->cells[LINE_THEME].text;
	struct block *facts;
	int i;

	if (!report_selects(report, row->id))
		return true;
	if (!lines->own && (!lines->theme || strcmp(lines->theme, theme) != 0)) {
		free(lines->theme);
		lines->theme = xstrdup(theme);
		document_heading(report->document, 1, *theme ? theme : _("Other controls"));
	}
	document_heading_of(report->document, 2, row->cells[LINE_NUMBER].text, row->cells[LINE_CONTROL].text);
	facts = document_facts(report->document);
	facts_add(facts, _("Applicable"),
		row->cells[LINE_APPLICABLE].value ? row->cells[LINE_APPLICABLE].text : _("not decided"));
	for (i = LINE_APPLICABLE + 1; i < LINE_COUNT; i++) {
		const struct field_def *field = register_field(def, line_columns[i]);
		char *text;

		if (report->extract && (field->flags & FIELD_CONFIDENTIAL))
			continue;
		text = report_cell(report, field, &row->cells[i]);
		facts_add(facts, _(field->label), text);
		free(text);
	}
	return true;
}

static void legend(struct report *report)
{
	document_heading(report->document, 1, _("Legend"));
	document_item(report->document, _("Applicable: yes, no (excluded, with its justification), or not decided."));
	document_item(report->document,
		_("Reasons for inclusion: law, contract, risk, business need, good practice (clause 6.1.3 d)."));
	document_item(report->document,
		_("Status: not started, planned, partial, implemented. Maturity: from 1, the lowest."));
	document_item(report->document, _("A question mark after a name: a record that stands in another file."));
	if (report->extract)
		document_item(report->document, _("This is an extract: confidential notes are left out."));
}

static bool count_lines(struct report *report, struct query *const *queries, struct error *error)
{
	static const int widths[] = { 8, 0, 10, 12, 12, 14 };
	struct counts counts = { .report = report };
	struct drawing *drawing = document_figure(report->document, DRAWING_BARS, _("Controls and their state"), NULL);
	struct column_def columns[SHORT_THEME];
	bool ok = true;
	int i;

	document_heading(report->document, 1, _("Lines in short"));
	for (i = 0; i < SHORT_THEME; i++)
		columns[i] = report_column(register_find("applicability"), short_columns[i], widths[i]);
	document_table(report->document, columns, SHORT_THEME);
	counts.table = report->document->count - 1;
	for (i = 0; i < 2 && ok; i++, counts.own_lines = true)
		ok = store_each(report->store, queries[i], short_columns, SHORT_COUNT, short_line, &counts, error);
	count_line(drawing, _("Controls"), counts.total, counts.total);
	count_line(drawing, _("Applicable"), counts.applicable, counts.total);
	count_line(drawing, _("Excluded"), counts.excluded, counts.total);
	count_line(drawing, _("Not decided"), counts.undecided, counts.total);
	count_line(drawing, _("Implemented"), counts.implemented, counts.applicable);
	count_line(drawing, _("Partly implemented"), counts.partial, counts.applicable);
	count_line(drawing, _("Planned"), counts.planned, counts.applicable);
	count_line(drawing, _("Not started"), counts.none, counts.applicable);
	if (counts.own)
		count_line(drawing, _("Controls of our own"), counts.own, counts.own);
	document_set(&drawing->description, _("How many controls apply, and how far they are implemented."));
	return ok;
}

static bool build_soa(struct report *report, struct record *record, struct error *error)
{
	const char *catalogue = store_context(report->store)->catalogue_ref;
	struct lines lines = { .report = report };
	struct issued issued = { .report = report };
	struct query *queries[2] = { NULL, NULL };
	char *title;
	size_t before;
	bool ok;

	(void)record;
	if (!catalogue)
		return error_set(error, ERROR_INVALID,
			_("The organisation has no catalogue for its SoA; choose one in its record."));
	report->document->cover = true;
	title = store_title(report->store, catalogue);
	document_set(&report->document->subtitle, title);
	free(title);
	queries[0] = report_soa_query(report, SOA_REFERENCE, NULL, true, "ref", error);
	/* What the organisation added to the standard's controls. */
	queries[1] = queries[0] ? report_soa_query(report, SOA_OWN, NULL, true, "ref", error) : NULL;
	ok = queries[1] && find_issued(report, &issued, error);
	if (ok) {
		document_heading(report->document, 1, _("Scope"));
		ok = report_scope_statement(report, error);
	}
	if (ok && issued.changes && *issued.changes) {
		document_heading(report->document, 1, _("Changes since the version before"));
		document_prose(report->document, issued.changes);
	}
	if (ok) {
		document_heading(report->document, 1, _("Counts"));
		ok = count_lines(report, queries, error);
	}
	if (ok) {
		legend(report);
		document_break(report->document);
		ok = store_each(report->store, queries[0], line_columns, LINE_COUNT, full_line, &lines, error);
	}
	if (ok) {
		before = report->document->count;
		document_heading(report->document, 1, _("Controls of our own"));
		lines.own = true;
		ok = store_each(report->store, queries[1], line_columns, LINE_COUNT, full_line, &lines, error);
		if (report->document->count == before + 1)
			block_free(&report->document->blocks[--report->document->count]);
	}
	if (ok) {
		document_heading(report->document, 1, _("Approval"));
		sign_add(document_sign(report->document), issued.approver, issued.function, issued.date);
	}
	free(issued.changes);
	free(issued.approver);
	free(issued.function);
	free(issued.date);
	free(issued.created);
	free(lines.theme);
	query_free(queries[0]);
	query_free(queries[1]);
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
	.help = N_("The scope, the counts, and what is decided of each control."),
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

/* ---- issued ---- */

/* The document of an issued version, byte for byte as it was. */
static bool issued_xml(struct store *store, const char *ref, struct output *output, struct error *error)
{
	struct record *statement = store_record_by_ref(store, ref, error);
	const char *content =
		statement && strcmp(statement->def->name, "statement") == 0 ? record_get(statement, "content") : NULL;

	if (content) {
		output_text(output, content);
		/* A field keeps no line end at its end; a document has one. */
		output_text(output, "\n");
	} else if (statement) {
		error_set(error, ERROR_INVALID, _("%s is no issued SoA."), statement->ref);
	}
	record_free(statement);
	return content != NULL;
}

const struct report_def report_soa_issued = {
	.name = "soa",
	.label = N_("Statement of Applicability, as issued"),
	.help = N_("An issued version, byte for byte as it was."),
	.formats = xml_formats,
	.about = true,
	.of = "statement",
	.xml = issued_xml,
	.xml_root = "soa",
};
