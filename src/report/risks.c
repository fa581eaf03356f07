/* Risks, their assessment, treatment and acceptance (ISO/IEC 27001:2022, 6.1.2, 6.1.3, 8.2, 8.3). */
#include <stdlib.h>
#include <string.h>

#include "model/quality.h"
#include "report/build.h"

static void threshold_note(struct report *report)
{
	const struct model_context *context = store_context(report->store);
	char *level = method_level_text(context, context->method.threshold), *text;

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

/* What clause 6.1.3 would not have: risks above the threshold that nobody treats or accepts. */
static bool left_note(struct report *report, struct error *error)
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
	threshold_note(report);
	document_heading(report->document, 1, _("In short"));
	ok = left_note(report, error) && report_matrix(report, current, "current", false, true, error) &&
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

/* ---- treatment ---- */

static bool treated_as(struct report *report, const struct choice *choice, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "current_level", "residual_level", "controls",
		"actions" };
	static const int widths[] = { 5, 0, 10, 9, 9, 11, 11 };
	char *condition = xasprintf("treatment=%s standing=current", choice ? choice->key : "");
	struct query *query = report_query(report, "risk", condition, true, "-current_level", error);
	bool ok = query != NULL;

	free(condition);
	if (ok && store_count(report->store, query, NULL) > 0) {
		document_heading(report->document, 1, choice ? _(choice->label) : _("not decided"));
		ok = report_table(report, query, columns, widths, 7, true, error);
	}
	query_free(query);
	return ok;
}

struct chosen {
	struct report *report;
	struct strings refs;
};

static bool collect_chosen(void *user, const struct row *row)
{
	struct chosen *chosen = user;

	if (report_selects(chosen->report, row->id))
		strings_add(&chosen->refs, row->ref);
	return true;
}

/* The actions of the treatment; of a part of the risks only those that treat them. */
static bool treating_actions(struct report *report, struct query *risks, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "start", "due", "progress", "status", "risk" };
	static const int widths[] = { 6, 0, 10, 10, 10, 5, 8, 10 };
	struct query *actions = report_query(report, "action", "kind=treatment", false, "due", error);
	struct chosen chosen = { .report = report };
	bool ok = actions != NULL;

	if (ok && (report->options->filter || report->ids)) {
		char *refs;

		ok = store_each(report->store, risks, NULL, 0, collect_chosen, &chosen, error);
		refs = strings_join(&chosen.refs, ",");
		query_add(actions, "risk", OP_EQUAL, refs);
		free(refs);
		strings_free(&chosen.refs);
	}
	document_heading(report->document, 1, _("Actions of the treatment"));
	ok = ok && report_table(report, actions, columns, widths, 8, false, error);
	query_free(actions);
	return ok;
}

static bool build_treatment(struct report *report, struct record *record, struct error *error)
{
	const struct choice *choice;
	struct query *query;
	bool ok = true;

	(void)record;
	report->document->cover = true;
	threshold_note(report);
	query = report_query(report, "risk", NULL, true, "-current_level", error);
	if (!query)
		return false;
	document_heading(report->document, 1, _("Before and after"));
	ok = left_note(report, error) && report_matrix(report, query, "current", false, true, error) &&
	     report_matrix(report, query, "residual", false, true, error);
	for (choice = register_field(register_find("risk"), "treatment")->choices; choice->key && ok; choice++)
		ok = treated_as(report, choice, error);
	ok = ok && treated_as(report, NULL, error);
	ok = ok && treating_actions(report, query, error);
	if (ok) {
		document_heading(report->document, 1, _("Risk by risk"));
		ok = report_details(report, query, 2, true, error);
	}
	query_free(query);
	document_heading(report->document, 1, _("Approval"));
	document_paragraph(report->document,
		_("The owners of the risks approve their treatment and accept what is left (clause 6.1.3 f)."));
	sign_add(document_sign(report->document), NULL, NULL, NULL);
	return ok;
}

const struct report_def report_treatment = {
	.name = "treatment",
	.label = N_("Risk treatment plan"),
	.help = N_("The risks before and after, by their treatment, and the actions that carry it out."),
	.mark = N_("Confidential"),
	.formats = document_formats,
	.base = "risk",
	.build = build_treatment,
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
	return field ? store_value_text(report->store, record, field, value) : xstrdup(value);
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

	/* None named means all of the register. */
	if (ok && record_get(record, "risk")) {
		strings_split(&refs, record_get(record, "risk"));
		ids = xcalloc(refs.count + 1, sizeof *ids);
		for (i = 0; i < refs.count; i++)
			ids[i] = store_find(report->store, refs.items[i], NULL);
		ids_sort(ids, refs.count);
		report->ids = ids;
		report->id_count = refs.count;
		strings_free(&refs);
	}
	ok = ok && report_matrix(report, query, "current", false, true, error) &&
	     report_table(report, query, columns, widths, 8, true, error);
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
	const char *snapshot = record_get(record, "ratings");
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
	threshold_note(report);
	report_grid(report);
	document_heading(report->document, 1, _("Ratings"));
	if (snapshot) {
		document_note(
			report->document, _("The assessment is closed: these are the ratings as they stood then."));
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

/* ---- acceptance ---- */

static bool build_acceptance(struct report *report, struct record *record, struct error *error)
{
	static const char *const head[] = { "risk", "seal", NULL };
	static const char *const risk_head[] = { "title", NULL };
	struct document *document = report->document;
	struct record *risk = record_get(record, "risk")
				      ? store_record_by_ref(report->store, record_get(record, "risk"), error)
				      : NULL;
	const char *kind = record_get(record, "kind");
	char *signatory = report_value(report, record, "owner"), *date = report_date(record_get(record, "date")),
	     *level = report_value(report, record, "level");
	char *expiry = report_date(record_get(record, "expiry")), *text, *heading;
	bool plan = kind && strcmp(kind, "plan") == 0, ok = risk != NULL;

	if (!ok)
		goto out;
	document->one_page = true;
	document_set(
		&document->title, plan ? _("Approval of a risk treatment plan") : _("Acceptance of a residual risk"));
	heading = xasprintf("%s  %s", risk->ref, record_get(risk, "title") ? record_get(risk, "title") : "");
	document_set(&document->subtitle, heading);
	if (plan)
		text = xasprintf(
			_("I have taken note of the risk %s and of the plan by which it is treated, and I approve this plan (ISO/IEC 27001, clause 6.1.3 f)."),
			risk->ref);
	else
		text = xasprintf(
			_("I have taken note of the risk %s and of what remains of it, and I accept this residual risk (ISO/IEC 27001, clause 6.1.3 f)."),
			risk->ref);
	document_paragraph(document, text);
	free(text);
	if (*level && *expiry) {
		text = xasprintf(
			_("The level accepted is %s. The acceptance holds until %s; after that day it must be given anew."),
			level, expiry);
		document_paragraph(document, text);
		free(text);
	}
	if (record_get(record, "owner") && record_get(risk, "owner") &&
		strcmp(record_get(record, "owner"), record_get(risk, "owner")) != 0) {
		char *owner = report_value(report, risk, "owner");

		text = xasprintf(_("The signatory is not the owner of the risk, who is %s."), owner);
		document_note(document, text);
		free(text);
		free(owner);
	}
	document_heading(document, 1, _("The acceptance"));
	report_facts(report, record, head);
	if (record_get(record, "seal"))
		facts_add(document_facts(document), _("Seal"), record_get(record, "seal"));
	sign_add(document_sign(document), signatory, record_get(record, "function"), date);
	document_heading(document, 1, _("The risk"));
	report_facts(report, risk, risk_head);
	free(heading);
out:
	record_free(risk);
	free(signatory);
	free(date);
	free(level);
	free(expiry);
	return ok;
}

const struct report_def report_acceptance = {
	.name = "acceptance",
	.label = N_("Acceptance of a residual risk"),
	.help = N_("The letter by which its owner accepts a risk or approves a plan."),
	.mark = N_("Confidential"),
	.formats = paper_formats,
	.about = true,
	.of = "acceptance",
	.build = build_acceptance,
};
