/*
 * The preliminary study (ISO/IEC 27001:2022, clauses 4.1 to 4.3 and 5.1): what the registers hold before Plan,
 * as a paper that general management validates.  What nobody said is told, with how many of how many.
 */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

/* ---- what management decided ---- */

static bool keep_ref(void *user, const struct row *row)
{
	char **ref = user;

	if (!*ref)
		*ref = xstrdup(row->ref);
	return true;
}

/* The latest decision of a kind that was not withdrawn, one that holds before one that is only prepared; *record NULL: there is none. */
static bool decision_of(
	struct report *report, const char *kind, struct record **record, bool *holds, struct error *error)
{
	static const char *const conditions[] = { "valid", "status!=withdrawn" };
	char *ref = NULL;
	bool ok = true;
	size_t i;

	*record = NULL;
	*holds = false;
	for (i = 0; i < 2 && !ref && ok; i++) {
		char *condition = xasprintf("kind=%s %s", kind, conditions[i]);
		struct query *query = report_query(report, "decision", condition, false, "-date", error);

		ok = query && store_each(report->store, query, NULL, 0, keep_ref, &ref, error);
		*holds = ref && i == 0;
		query_free(query);
		free(condition);
	}
	if (ok && ref)
		*record = store_record_by_ref(report->store, ref, error);
	ok = ok && (!ref || *record);
	free(ref);
	return ok;
}

static void said(struct report *report, const char *text)
{
	if (text && *text)
		document_prose(report->document, text);
	else
		document_note(report->document, _("Not said."));
}

/* A decision with who signed it; `otherwise` where there is none. */
static bool decision_part(struct report *report, const char *kind, const char *otherwise, struct error *error)
{
	static const char *const rest[] = { "title", "kind", "reasons", "reasoning", "text", "seal", "withdrawal",
		NULL };
	struct record *record;
	bool holds;

	if (!decision_of(report, kind, &record, &holds, error))
		return false;
	if (!record) {
		document_note(report->document, otherwise);
		return true;
	}
	document_heading_of(report->document, 2, record->ref, record_get(record, "title"));
	if (!holds)
		document_note(report->document,
			_("This decision does not hold: it is not signed by general management, or not yet."));
	said(report, record_get(record, "text"));
	report_facts(report, record, rest);
	record_free(record);
	return true;
}

/* Why one begins: what the decision names, and the objectives. */
static bool reasons_part(struct report *report, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "target", "owner", "due", "status" };
	static const int widths[] = { 6, 0, 18, 14, 10, 10 };
	struct query *query = report_query(report, "objective", NULL, false, "due", error);
	struct record *record = NULL;
	bool holds, ok = query && decision_of(report, "begin", &record, &holds, error);

	document_heading(report->document, 1, _("Reasons and expected benefits"));
	if (record && record_get(record, "reasons")) {
		char *reasons = report_value(report, record, "reasons"), *text = xasprintf(_("Reasons: %s."), reasons);

		document_paragraph(report->document, text);
		free(text);
		free(reasons);
	}
	said(report, record ? record_get(record, "reasoning") : NULL);
	document_heading(report->document, 2, _("Objectives"));
	ok = ok && report_table(report, query, columns, widths, 6, false, error);
	query_free(query);
	record_free(record);
	return ok;
}

/* ---- the registers ---- */

/* A part of the study that is a table of one register. */
struct study_table {
	const char *heading; /* N_() */
	const char *help;    /* N_(): what it is for */
	const char *name, *condition, *sort;
	const char *columns[7];
	int widths[7];
};

static const struct study_table context_tables[] = {
	{ N_("Context"), N_("What around and inside the organisation bears on information security (clause 4.1)."),
		"issue", NULL, "kind", { "ref", "title", "kind", "topic", "relevant", "effect" },
		{ 6, 22, 9, 11, 8, 0 } },
	{ N_("Interested parties"),
		N_("Who has an interest in it, what they require, what is at stake for them (clause 4.2)."), "party",
		NULL, "name", { "ref", "name", "kind", "requirements", "stake", "addressed" }, { 6, 14, 9, 0, 18, 9 } },
	{ N_("Obligations"), N_("The laws, contracts and standards that bind the organisation (clause 4.2 b)."),
		"obligation", NULL, "kind", { "ref", "title", "kind", "source", "conformity" }, { 6, 0, 9, 22, 11 } },
	{ N_("Existing mechanisms"), N_("What protects information today, and how well it is mastered."), "mechanism",
		NULL, "area", { "ref", "title", "area", "maturity", "owner", "weakness" }, { 6, 16, 12, 11, 12, 0 } },
};
static const struct study_table past_tables[] = {
	{ N_("Incidents so far"), N_("What went wrong already."), "incident", NULL, "-detected",
		{ "ref", "title", "detected", "severity", "status" }, { 6, 0, 16, 10, 10 } },
	{ N_("Risks known so far"), N_("The risks above the threshold; the whole register stands in its own report."),
		"risk", "standing=current current_level>threshold", "-current_level",
		{ "ref", "title", "owner", "current_level", "treatment" }, { 6, 0, 16, 10, 10 } },
};

static bool table_part(struct report *report, const struct study_table *part, struct error *error)
{
	struct query *query = report_query(report, part->name, part->condition, false, part->sort, error);
	size_t count = 0;
	bool ok;

	while (count < 7 && part->columns[count])
		count++;
	document_heading(report->document, 1, _(part->heading));
	document_paragraph(report->document, _(part->help));
	ok = query && report_table(report, query, part->columns, part->widths, count, false, error);
	query_free(query);
	return ok;
}

static bool table_parts(struct report *report, const struct study_table *parts, size_t count, struct error *error)
{
	bool ok = true;
	size_t i;

	for (i = 0; i < count && ok; i++)
		ok = table_part(report, &parts[i], error);
	return ok;
}

/* ---- resources ---- */

static bool resources_part(struct report *report, struct error *error)
{
	struct record *organisation = store_organisation(report->store, error);
	char *officer;

	if (!organisation)
		return false;
	officer = report_value(report, organisation, "officer");
	document_heading(report->document, 1, _("Resources"));
	facts_add(document_facts(report->document), _("Information security officer"),
		*officer ? officer : _("not said"));
	free(officer);
	record_free(organisation);
	return decision_part(report, "resources", _("No decision grants resources."), error);
}

/* ---- what nobody said ---- */

static const struct {
	const char *label; /* N_() */
	const char *name, *all, *unsaid;
} gaps[] = {
	{ N_("Issues of which it is not said whether they matter"), "issue", NULL, "relevant=" },
	{ N_("Issues that matter, without their effect"), "issue", "relevant=yes", "relevant=yes effect=" },
	{ N_("Interested parties without what they require"), "party", NULL, "requirements=" },
	{ N_("Interested parties without what is at stake"), "party", NULL, "stake=" },
	{ N_("Interested parties not yet addressed or set aside"), "party", NULL, "addressed=" },
	{ N_("Obligations not assessed"), "obligation", NULL, "conformity=" },
	{ N_("Mechanisms without a maturity"), "mechanism", NULL, "maturity=" },
	{ N_("Mechanisms without an owner"), "mechanism", NULL, "owner=" },
	{ N_("Parts of the scope neither in nor out"), "scope", NULL, "included=" },
	{ N_("Parts left out without a justification"), "scope", "included=no", "included=no justification=" },
	{ N_("Risks not rated"), "risk", "standing=current", "standing=current current_level=" },
	{ N_("Incidents without a severity"), "incident", NULL, "severity=" },
	{ N_("Objectives without resources"), "objective", NULL, "resources=" },
};

static int64_t counted(struct report *report, const char *name, const char *condition, struct error *error)
{
	struct query *query = report_query(report, name, condition, false, NULL, error);
	int64_t count = query ? store_count(report->store, query, error) : -1;

	query_free(query);
	return count;
}

static bool gaps_part(struct report *report, struct error *error)
{
	const struct column_def columns[] = {
		{ _("What is not said"), COLUMN_TEXT, 0 },
		{ _("Records"), COLUMN_NUMBER, 10 },
		{ _("Of"), COLUMN_NUMBER, 10 },
	};
	struct block *table;
	size_t i;

	document_heading(report->document, 1, _("What is not said yet"));
	table = document_table(report->document, columns, 3);
	for (i = 0; i < sizeof gaps / sizeof gaps[0]; i++) {
		int64_t all = counted(report, gaps[i].name, gaps[i].all, error),
			unsaid = all > 0 ? counted(report, gaps[i].name, gaps[i].unsaid, error) : all;
		struct table_row *row;
		char *text;

		if (all < 0 || unsaid < 0)
			return false;
		row = table_row(table);
		table_set(row, 0, _(gaps[i].label), NULL);
		/* None of none is not "none lacks". */
		text = all ? xasprintf("%lld", (long long)unsaid) : xstrdup("\xe2\x80\x93");
		table_set(row, 1, text, all ? text : NULL);
		free(text);
		text = xasprintf("%lld", (long long)all);
		table_set(row, 2, text, text);
		free(text);
	}
	return true;
}

/* ---- validation ---- */

static bool validation_part(struct report *report, struct error *error)
{
	struct document *document = report->document;
	char *signatory = NULL, *date = NULL, *text;
	struct record *record;
	bool holds;

	if (!decision_of(report, "study", &record, &holds, error))
		return false;
	if (holds) {
		signatory = report_value(report, record, "signatory");
		date = report_date(record_get(record, "date"));
	}
	document_heading(document, 1, _("Validation by general management"));
	document_paragraph(document,
		_("General management has taken note of this study and of what it does not say yet, and validates it as the ground on which the scope, the policy and the assessment of the risks are set (clauses 4.1 to 4.3 and 5.1)."));
	if (holds) {
		/* TRANSLATORS: a decision, a date, a name */
		text = xasprintf(_("The study was validated by the decision %s of %s, signed by %s."), record->ref,
			date, signatory);
		document_paragraph(document, text);
		free(text);
		document_prose(document, record_get(record, "text"));
	} else if (record) {
		text = xasprintf(
			_("It is not validated yet: the decision %s does not hold, as it is not signed by general management, or not yet."),
			record->ref);
		document_note(document, text);
		free(text);
	} else {
		document_note(document, _("It is not validated yet: no decision of general management says so."));
	}
	sign_add(document_sign(document), signatory, holds ? record_get(record, "function") : NULL, date);
	free(signatory);
	free(date);
	record_free(record);
	return true;
}

static bool build_study(struct report *report, struct record *record, struct error *error)
{
	struct document *document = report->document;
	bool ok;

	(void)record;
	document->cover = true;
	document_heading(document, 1, _("The decision to begin"));
	ok = decision_part(report, "begin", _("No decision says that and why an ISMS is begun."), error) &&
	     reasons_part(report, error) &&
	     table_parts(report, context_tables, sizeof context_tables / sizeof context_tables[0], error);
	document_heading(document, 1, _("Draft of the scope"));
	ok = ok && report_scope_statement(report, error) &&
	     table_parts(report, past_tables, sizeof past_tables / sizeof past_tables[0], error) &&
	     resources_part(report, error);
	/* Who signs has before them what is missing. */
	document_break(document);
	return ok && gaps_part(report, error) && validation_part(report, error);
}

const struct report_def report_study = {
	.name = "study",
	.label = N_("Preliminary study"),
	.help = N_(
		"Why one begins, the context, the parties, what binds, what exists and what is missing, for management to validate."),
	.mark = N_("Confidential"),
	.formats = document_formats,
	.build = build_study,
};
