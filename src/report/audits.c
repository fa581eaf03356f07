/* The audit programme and the report of an audit (ISO/IEC 27001:2022, 9.2). */
#include <stdlib.h>
#include <string.h>

#include "model/agenda.h"
#include "model/field_type.h"
#include "report/audit_report.h"

/* ---- what both say ---- */

static void prose(struct document *document, const struct record *record, const char *field)
{
	const struct field_def *def = register_field(record->def, field);

	document_heading(document, 2, _(def->label));
	if (record_get(record, field))
		document_prose(document, record_get(record, field));
	else
		document_note(document, _("Nothing is written."));
}

/* Whether its auditors are independent, and by what they are not. */
static void say_independence(struct report *report, const struct record *audit)
{
	char *text = audit_independence(report->store, audit), *sentence;

	if (!text)
		text = xstrdup(_("nobody is named who audits"));
	/* TRANSLATORS: "yes, by the records", or "no:" with sentences that say why */
	sentence = xasprintf(_("Independent of what is audited (clause 9.2.2 c): %s"), text);
	document_paragraph(report->document, sentence);
	free(sentence);
	free(text);
}

/* ---- the programme ---- */

static bool take_ref(void *user, const struct row *row)
{
	strings_add(user, row->ref);
	return true;
}

static bool audits_of(struct report *report, struct query *query, struct strings *refs, struct error *error)
{
	static const char *const columns[] = { "title" };

	return store_each_value(report->store, query, columns, 1, take_ref, refs, error);
}

static const char *value_of(const void *record, const char *field)
{
	return record_get(record, field);
}

/* A day, in the file's own form too; of an audit that is to surprise those who may read this, only that it is not told. */
static void put_day(struct table_row *row, size_t column, const struct record *audit, const char *field)
{
	bool quiet = strcmp(field, "planned") == 0 && due_is_quiet(audit->def, value_of, audit);
	char *text = quiet ? xstrdup(_("not told")) : report_date(record_get(audit, field));

	table_set(row, column, text, quiet ? NULL : record_get(audit, field));
	free(text);
}

static void audit_row(struct report *report, struct block *table, const struct record *audit)
{
	static const char *const fields[] = { "title", "kind", "planned", "held", "auditor", "status" };
	struct table_row *row = table_row(table);
	struct strings reasons = { 0 };
	bool known = record_get(audit, "auditor") || record_get(audit, "body"),
	     asked = audit_dependences(report->store, audit, &reasons, NULL);
	size_t i;

	table_set(row, 0, audit->ref, NULL);
	for (i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (register_field(audit->def, fields[i])->type == &type_date) {
			put_day(row, i + 1, audit, fields[i]);
		} else {
			char *text = report_value(report, audit, fields[i]);

			table_set(row, i + 1, text, NULL);
			free(text);
		}
	}
	table_set(row, 7, !known || !asked ? "" : reasons.count ? _("no") : _("yes"), NULL);
	strings_free(&reasons);
}

static bool calendar(struct report *report, const struct strings *refs, struct error *error)
{
	const struct column_def columns[] = {
		{ _("Ref"), COLUMN_TEXT, 6 },
		{ _("Audit"), COLUMN_TEXT, 0 },
		{ _("Kind"), COLUMN_TEXT, 12 },
		{ _("Planned for"), COLUMN_DATE, 10 },
		{ _("Held on"), COLUMN_DATE, 10 },
		{ _("Auditor"), COLUMN_TEXT, 16 },
		{ _("Status"), COLUMN_TEXT, 10 },
		{ _("Independent"), COLUMN_TEXT, 6 },
	};
	struct block *table;
	size_t i;

	document_heading(report->document, 1, _("Calendar"));
	if (!refs->count) {
		document_note(report->document, _("No audit is planned in this programme."));
		return true;
	}
	table = document_table(report->document, columns, 8);
	for (i = 0; i < refs->count; i++) {
		struct record *audit = store_record_by_ref(report->store, refs->items[i], error);

		if (!audit)
			return false;
		audit_row(report, table, audit);
		record_free(audit);
	}
	return true;
}

/* The clauses or controls that it is about, by their numbers: all of them would fill pages. */
static void add_numbers(struct report *report, const struct record *audit, const char *field)
{
	/* Below the other facts. */
	struct block *facts = &report->document->blocks[report->document->count - 1];
	char *numbers = record_get(audit, field)
				? store_references(report->store, record_get(audit, field), REFERENCE_REF, ", ")
				: NULL;

	if (numbers)
		facts_add(facts, _(register_field(audit->def, field)->label), numbers);
	free(numbers);
}

static bool each_audit(struct report *report, const struct strings *refs, struct error *error)
{
	static const char *const skip[] = { "title", "programme", "planned", "held", "status", "kind", "conclusion",
		"opinion", "reported", "reported_to", "report", "seal", "points", "findings", "certificates",
		"requirements", "controls", "external", NULL };
	size_t i;

	if (refs->count)
		document_heading(report->document, 1, _("Criteria, scope and methods"));
	for (i = 0; i < refs->count; i++) {
		struct record *audit = store_record_by_ref(report->store, refs->items[i], error);

		if (!audit)
			return false;
		document_heading_of(report->document, 2, audit->ref, record_get(audit, "title"));
		report_facts(report, audit, skip);
		add_numbers(report, audit, "requirements");
		add_numbers(report, audit, "controls");
		say_independence(report, audit);
		record_free(audit);
	}
	return true;
}

static bool say_coverage(struct report *report, const struct record *programme, struct error *error)
{
	struct coverage coverage;
	bool ok = coverage_of(report->store, programme, &coverage, error);
	char *text;

	if (ok) {
		document_heading(report->document, 1, _("What was looked at until today"));
		text = xasprintf(
			_("Audits planned: %zu, of these late: %zu. Held: %zu, of these counted here: %zu, being reported and made by who is independent."),
			coverage.planned, coverage.late, coverage.held, coverage.counted);
		document_paragraph(report->document, text);
		free(text);
		audit_say_part(report, _("Clauses 4 to 10"), &coverage.clauses);
		audit_say_part(report, _("Applicable controls"), &coverage.controls);
		audit_say_part(report, _("Units"), &coverage.units);
	}
	coverage_free(&coverage);
	return ok;
}

static bool build_plan(struct report *report, struct record *record, struct error *error)
{
	struct document *document = report->document;
	char *condition = xasprintf("programme=%s", record->ref), *approver = report_value(report, record, "approver"),
	     *approved = report_day(record_get(record, "approved")), *start = report_day(record_get(record, "start")),
	     *end = report_day(record_get(record, "end")), *status = report_value(report, record, "status");
	struct query *query = report_query(report, "audit", condition, false, "planned", error);
	struct strings refs = { 0 };
	bool ok = query && audits_of(report, query, &refs, error);

	document_set(&document->subtitle, record_get(record, "title"));
	facts_add(&document->front, _("From"), start);
	facts_add(&document->front, _("To"), end);
	facts_add(&document->front, _("Status"), status);
	ok = ok && calendar(report, &refs, error) && say_coverage(report, record, error);
	if (ok) {
		document_heading(document, 1, _("How it is done"));
		prose(document, record, "frequency");
		prose(document, record, "methods");
		prose(document, record, "responsibilities");
		prose(document, record, "criteria");
	}
	ok = ok && each_audit(report, &refs, error);
	if (ok) {
		document_heading(document, 1, _("Approval"));
		sign_add(document_sign(document), *approver ? approver : NULL, NULL, *approved ? approved : NULL);
	}
	strings_free(&refs);
	query_free(query);
	free(condition);
	free(approver);
	free(approved);
	free(start);
	free(end);
	free(status);
	return ok;
}

const struct report_def report_audit_plan = {
	.name = "audit-plan",
	.label = N_("Audit programme"),
	.help = N_("An audit programme: calendar, criteria and methods, independence, and what was looked at."),
	.mark = N_("Internal"),
	.formats = document_formats,
	.about = true,
	.of = "programme",
	.build = build_plan,
};

/* ---- the report of an audit ---- */

struct heard {
	struct strings people;
	size_t points, ok, found, unseen, unjudged;
};

static bool take_point(void *user, const struct row *row)
{
	struct heard *heard = user;
	const char *verdict = row->cells[0].value;

	heard->points++;
	heard->ok += verdict && strcmp(verdict, "ok") == 0;
	heard->found += verdict && strcmp(verdict, "finding") == 0;
	heard->unseen += verdict && strcmp(verdict, "unseen") == 0;
	heard->unjudged += !verdict;
	if (row->cells[1].value && !strings_contain(&heard->people, row->cells[1].text))
		strings_add(&heard->people, row->cells[1].text);
	return true;
}

/* What was looked at: the sample, the points, who was heard. */
static bool looked_at(struct report *report, const struct record *audit, const char *condition, struct error *error)
{
	static const char *const columns[] = { "verdict", "asked" };
	struct query *query = report_query(report, "auditpoint", condition, false, "ref", error);
	struct heard heard = { 0 };
	bool ok = query && store_each(report->store, query, columns, 2, take_point, &heard, error);
	char *text;

	document_heading(report->document, 1, _("What was looked at"));
	if (record_get(audit, "sampled") && record_get(audit, "population")) {
		text = xasprintf(_("Sample: %s of %s."), record_get(audit, "sampled"), record_get(audit, "population"));
		document_paragraph(report->document, text);
		free(text);
	}
	if (record_get(audit, "sample"))
		document_prose(report->document, record_get(audit, "sample"));
	else if (!record_get(audit, "sampled"))
		document_note(report->document, _("Nobody wrote down what sample was drawn."));
	if (heard.points) {
		text = xasprintf(
			_("Points: %zu; in order: %zu; with a finding: %zu; not seen: %zu; not judged yet: %zu."),
			heard.points, heard.ok, heard.found, heard.unseen, heard.unjudged);
		document_paragraph(report->document, text);
		free(text);
	} else {
		document_note(report->document, _("The audit has no points."));
	}
	if (heard.people.count) {
		char *people = strings_join(&heard.people, ", ");

		text = xasprintf(_("People heard: %s"), people);
		document_paragraph(report->document, text);
		free(text);
		free(people);
	} else {
		document_note(report->document, _("Nobody is named as heard."));
	}
	strings_free(&heard.people);
	query_free(query);
	return ok;
}

static void finding_part(struct report *report, const struct record *finding, struct block *facts, const char *field)
{
	char *text = report_value(report, finding, field);

	facts_add(facts, _(register_field(finding->def, field)->label), text);
	free(text);
}

static bool one_finding(struct report *report, const char *ref, struct error *error)
{
	static const char *const fields[] = { "requirement", "control", "unit", "risk", "statement", "evidence", "gap",
		"repeat", "owner", "due", "answer", "accepted", "nonconformities" };
	struct record *finding = store_record_by_ref(report->store, ref, error);
	struct block *facts;
	size_t i;

	if (!finding)
		return false;
	document_heading_of(report->document, 3, finding->ref, record_get(finding, "title"));
	facts = document_facts(report->document);
	for (i = 0; i < sizeof fields / sizeof *fields; i++)
		finding_part(report, finding, facts, fields[i]);
	record_free(finding);
	return true;
}

/* The findings of a grade; "": those without one. */
static bool findings_of_grade(struct report *report, const char *condition, const char *grade, const char *label,
	size_t *all, struct error *error)
{
	static const char *const columns[] = { "title" };
	char *filter = xasprintf("%s grade=%s", condition, grade), *heading;
	struct query *query = report_query(report, "finding", filter, false, "ref", error);
	struct strings refs = { 0 };
	bool ok = query && store_each_value(report->store, query, columns, 1, take_ref, &refs, error);
	size_t i;

	if (ok && refs.count) {
		/* TRANSLATORS: a grade of findings, and how many there are */
		heading = xasprintf(_("%s (%zu)"), label, refs.count);
		document_heading(report->document, 2, heading);
		free(heading);
	}
	for (i = 0; i < refs.count && ok; i++)
		ok = one_finding(report, refs.items[i], error);
	*all += refs.count;
	strings_free(&refs);
	query_free(query);
	free(filter);
	return ok;
}

/* The gravest first. */
static bool findings(struct report *report, const char *condition, struct error *error)
{
	const struct choice *grades = register_field(register_find("finding"), "grade")->choices;
	size_t count = 0, all = 0;
	bool ok = true;

	document_heading(report->document, 1, _("Findings"));
	while (grades[count].key)
		count++;
	while (count-- > 0 && ok)
		ok = findings_of_grade(report, condition, grades[count].key, _(grades[count].label), &all, error);
	ok = ok && findings_of_grade(report, condition, "", _("Without a grade"), &all, error);
	if (ok && !all)
		document_note(report->document, _("The audit has no finding."));
	return ok;
}

/* Each of those to whom it was reported signs apart. */
static void received(struct report *report, const struct record *audit)
{
	struct strings refs = { 0 };
	size_t i = 0;

	if (record_get(audit, "reported_to"))
		strings_split(&refs, record_get(audit, "reported_to"));
	do {
		char *name = refs.count ? store_reference(report->store, refs.items[i], REFERENCE_READ) : NULL;

		sign_add(document_sign(report->document), name, _("Received by"), NULL);
		free(name);
	} while (++i < refs.count);
	strings_free(&refs);
}

static bool build_audit(struct report *report, struct record *record, struct error *error)
{
	static const char *const skip[] = { "title", "conclusion", "opinion", "sample", "sampled", "population",
		"points", "findings", "certificates", "seal", "external", "requirements", "controls", "units", NULL };
	struct document *document = report->document;
	char *condition = xasprintf("audit=%s", record->ref), *auditor = report_value(report, record, "auditor"),
	     *opinion = report_value(report, record, "opinion"), *reported = report_day(record_get(record, "reported"));
	bool ok;

	document_set(&document->subtitle, record_get(record, "title"));
	facts_add(&document->front, _("Reported on"), *reported ? reported : _("not reported yet"));
	facts_add(&document->front, _("Opinion"), *opinion ? opinion : _("none is given"));
	ok = audit_brief(report, record, condition, error);
	document_heading(document, 1, _("The audit"));
	report_facts(report, record, skip);
	say_independence(report, record);
	ok = ok && looked_at(report, record, condition, error) && audit_seen(report, record, condition, error) &&
	     findings(report, condition, error);
	if (ok) {
		document_heading(document, 1, _("Signatures"));
		sign_add(document_sign(document), *auditor ? auditor : record_get(record, "body"), _("Auditor"),
			*reported ? reported : NULL);
		received(report, record);
		if (record_get(record, "seal"))
			facts_add(document_facts(document), _("Seal"), record_get(record, "seal"));
	}
	free(condition);
	free(auditor);
	free(opinion);
	free(reported);
	return ok;
}

const struct report_def report_audit = {
	.name = "audit",
	.label = N_("Audit report"),
	.help = N_("An audit: criteria, independence, sample, people heard, findings by grade, opinion, signatures."),
	.mark = N_("Confidential"),
	.formats = paper_formats,
	.about = true,
	.of = "audit",
	.build = build_audit,
};
