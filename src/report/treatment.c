/* The risk treatment plan: each risk with its actions and its owner's approval (ISO/IEC 27001:2022, 6.1.3 e and f, 8.3). */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

enum {
	PLAN_REF,
	PLAN_TITLE,
	PLAN_OWNER,
	PLAN_NOW,
	PLAN_AFTER,
	PLAN_DUE,
	PLAN_BUDGET,
	PLAN_PROGRESS,
	PLAN_STATUS,
	PLAN_APPROVAL,
	PLAN_COLUMNS
};

struct plan {
	struct report *report;
	struct block *table; /* of the group under way */
	struct error *error;
	struct strings shown;  /* the actions that stand under a risk */
	struct strings chosen; /* the risks that the selection lets through, where there is one */
	const char *treatment; /* of the group under way; NULL: not decided */
	size_t risks, approved, outdated, needless;
};

/* ---- the owner's approval ---- */

static bool first_date(void *user, const struct row *row)
{
	char **date = user;

	if (!*date)
		*date = report_date(row->cells[0].value);
	return true;
}

/* The date of the latest acceptance of a risk that passes the condition, as people read it; "" where it has none, NULL: there is none. */
static char *acceptance_date(struct plan *plan, const char *risk, const char *kind, const char *condition)
{
	static const char *const columns[] = { "date" };
	char *text = xasprintf("risk=%s kind=%s %s", risk, kind, condition), *date = NULL;
	struct query *query = report_query(plan->report, "acceptance", text, false, "-date", plan->error);

	if (query && !store_each(plan->report->store, query, columns, 1, first_date, &date, plan->error)) {
		free(date);
		date = NULL;
	}
	query_free(query);
	free(text);
	return date;
}

/* What stands under "owner's approval": of a plan its date, of a risk that is kept that of its acceptance.  Caller frees. */
static char *approval(struct plan *plan, const char *risk, const struct cell *level)
{
	const struct model_context *context = store_context(plan->report->store);
	bool kept = plan->treatment && strcmp(plan->treatment, "retain") == 0;
	const char *kind = kept ? "residual" : "plan";
	char *date = acceptance_date(plan, risk, kind, "valid"), *text;
	int64_t current;

	plan->risks++;
	if (date) {
		plan->approved++;
		return date;
	}
	if (kept && level->value && number_parse_integer(level->value, &current) &&
		current <= context->method.threshold) {
		plan->needless++;
		/* TRANSLATORS: of an approval: the risk is low enough to be kept without one */
		return xstrdup(_("not needed"));
	}
	date = acceptance_date(plan, risk, kind, "status=accepted");
	if (!date)
		/* TRANSLATORS: of an approval */
		return xstrdup(_("missing"));
	plan->outdated++;
	/* TRANSLATORS: of an approval that does not hold any more: its date */
	text = xasprintf(_("outdated (%s)"), date);
	free(date);
	return text;
}

/* ---- the table ---- */

static void begin_table(struct plan *plan, const char *name)
{
	const struct column_def columns[PLAN_COLUMNS] = {
		{ _("Ref"), COLUMN_TEXT, 6 },
		{ _("Risk, and the actions that treat it"), COLUMN_TEXT, 0 },
		{ _("Owner"), COLUMN_TEXT, 14 },
		{ _("Level now"), COLUMN_LEVEL, 9 },
		{ _("Level after"), COLUMN_LEVEL, 9 },
		{ _("Due"), COLUMN_DATE, 10 },
		{ _("Budget"), COLUMN_NUMBER, 8 },
		{ _("Progress"), COLUMN_PERCENT, 5 },
		{ _("Status"), COLUMN_TEXT, 10 },
		{ _("Owner's approval"), COLUMN_TEXT, 11 },
	};

	plan->table = document_table(plan->report->document, columns, PLAN_COLUMNS);
	/* The sheet of a workbook has that name. */
	plan->table->text = document_clean(name);
}

static const char *const action_columns[] = { "ref", "title", "owner", "due", "budget", "progress", "status" };

static bool action_line(void *user, const struct row *row)
{
	static const size_t to[] = { PLAN_REF, PLAN_TITLE, PLAN_OWNER, PLAN_DUE, PLAN_BUDGET, PLAN_PROGRESS,
		PLAN_STATUS };
	struct plan *plan = user;
	struct table_row *line = table_row(plan->table);
	char *title = xasprintf("\xe2\x80\x93 %s", row->cells[1].text);
	size_t i;

	for (i = 0; i < PLAN_COLUMNS; i++)
		table_set(line, i, "", NULL);
	for (i = 0; i < sizeof to / sizeof to[0]; i++)
		report_put(plan->report, register_find("action"), action_columns[i], line, to[i], &row->cells[i]);
	table_set(line, PLAN_TITLE, title, NULL);
	free(title);
	if (!strings_contain(&plan->shown, row->ref))
		strings_add(&plan->shown, row->ref);
	return true;
}

static const char *const risk_columns[] = { "ref", "title", "owner", "current_level", "residual_level", "status" };

static bool risk_line(void *user, const struct row *row)
{
	static const size_t to[] = { PLAN_REF, PLAN_TITLE, PLAN_OWNER, PLAN_NOW, PLAN_AFTER, PLAN_STATUS };
	struct plan *plan = user;
	struct report *report = plan->report;
	struct table_row *line;
	struct query *actions;
	char *text;
	bool ok;
	size_t i;

	if (!report_selects(report, row->id))
		return true;
	line = table_row(plan->table);
	for (i = 0; i < PLAN_COLUMNS; i++)
		table_set(line, i, "", NULL);
	for (i = 0; i < sizeof to / sizeof to[0]; i++)
		report_put(report, register_find("risk"), risk_columns[i], line, to[i], &row->cells[i]);
	text = approval(plan, row->ref, &row->cells[3]);
	table_set(line, PLAN_APPROVAL, text, NULL);
	free(text);
	text = xasprintf("risk=%s status!=cancelled", row->ref);
	actions = report_query(report, "action", text, false, "due", plan->error);
	free(text);
	ok = actions && store_each(report->store, actions, action_columns, 7, action_line, plan, plan->error);
	query_free(actions);
	return ok;
}

/* The risks that are treated in one way, with their actions. */
static bool treated_as(struct plan *plan, const struct choice *choice, const char *condition)
{
	const char *name = choice ? _(choice->label) : _("not decided");
	struct report *report = plan->report;
	struct query *query = report_query(report, "risk", condition, true, "-current_level", plan->error);
	bool ok = query != NULL;

	plan->treatment = choice ? choice->key : NULL;
	if (ok && store_count(report->store, query, NULL) > 0) {
		document_heading(report->document, 2, name);
		begin_table(plan, name);
		ok = store_each(report->store, query, risk_columns, 6, risk_line, plan, plan->error);
		if (ok && !plan->table->row_count) {
			/* None of them is among those that were chosen: neither the table nor its heading. */
			block_free(&report->document->blocks[--report->document->count]);
			block_free(&report->document->blocks[--report->document->count]);
		}
	}
	query_free(query);
	return ok;
}

/* ---- actions without a risk of the plan ---- */

static bool other_action(void *user, const struct row *row)
{
	struct plan *plan = user;

	if (strings_contain(&plan->shown, row->ref))
		return true;
	if (!plan->table) {
		document_heading(plan->report->document, 2, _("Actions that treat no risk of the plan"));
		begin_table(plan, _("Actions that treat no risk of the plan"));
	}
	return action_line(plan, row);
}

static bool collect_chosen(void *user, const struct row *row)
{
	struct plan *plan = user;

	if (report_selects(plan->report, row->id))
		strings_add(&plan->chosen, row->ref);
	return true;
}

/* What is called a treatment and stands under no risk; of a part of the risks only what treats these. */
static bool other_actions(struct plan *plan, struct query *risks)
{
	struct report *report = plan->report;
	struct query *actions =
		report_query(report, "action", "kind=treatment status!=cancelled", false, "due", plan->error);
	bool ok = actions != NULL;

	if (ok && (report->options->filter || report->ids)) {
		char *refs;

		ok = store_each(report->store, risks, NULL, 0, collect_chosen, plan, plan->error);
		refs = strings_join(&plan->chosen, ",");
		query_add(actions, "risk", OP_EQUAL, refs);
		free(refs);
	}
	plan->table = NULL;
	ok = ok && store_each(report->store, actions, action_columns, 7, other_action, plan, plan->error);
	query_free(actions);
	return ok;
}

/* ---- the plan ---- */

/* How far its owners approved it. */
static char *approved_text(const struct plan *plan)
{
	size_t needed = plan->risks - plan->needless, missing = needed - plan->approved - plan->outdated;

	if (!plan->risks)
		return xstrdup(_("There is no risk in this plan yet."));
	if (!needed)
		return xstrdup(_("No risk of this plan needs an approval."));
	/* TRANSLATORS: numbers of risks */
	return xasprintf(_("Approved by the owners: %zu of %zu; outdated: %zu; missing: %zu."), plan->approved, needed,
		plan->outdated, missing);
}

static bool plan_section(struct plan *plan, struct query *risks)
{
	struct report *report = plan->report;
	struct document *document = report->document;
	const struct choice *choice = register_field(register_find("risk"), "treatment")->choices;
	size_t sentence;
	char *text;
	bool ok = true;

	document_wide(document, true);
	document_heading(document, 1, _("Actions of the treatment"));
	sentence = document->count;
	document_add(document, BLOCK_PARAGRAPH, 0, "");
	for (; choice->key && ok; choice++) {
		text = xasprintf("standing=current treatment=%s", choice->key);
		ok = treated_as(plan, choice, text);
		free(text);
	}
	ok = ok && treated_as(plan, NULL, "standing=current treatment= current_level>threshold") &&
	     other_actions(plan, risks);
	text = approved_text(plan);
	document_set(&document->blocks[sentence].text, text);
	free(text);
	document_wide(document, false);
	return ok;
}

/* What is closed or avoided: no figure of the plan counts it. */
static bool left_section(struct report *report, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "treatment", "treatment_reason", "status" };
	static const int widths[] = { 6, 24, 12, 10, 0, 10 };
	struct query *query = report_query(report, "risk", "standing=left", true, "ref", error);
	bool ok = query != NULL;

	if (ok && store_count(report->store, query, NULL) > 0) {
		document_heading(report->document, 1, _("Left the register"));
		document_paragraph(
			report->document, _("These risks are closed or avoided; no figure of this plan counts them."));
		ok = report_table(report, query, columns, widths, 6, true, error);
	}
	query_free(query);
	return ok;
}

/* What stands before the plan. */
static bool overview(struct report *report, struct query *risks, struct error *error)
{
	report->document->cover = true;
	report_threshold_note(report);
	document_heading(report->document, 1, _("Before and after"));
	return report_undecided_note(report, error) && report_matrix(report, risks, "current", false, true, error) &&
	       report_matrix(report, risks, "residual", false, true, error);
}

static bool build_treatment(struct report *report, struct record *record, struct error *error)
{
	struct plan plan = { .report = report, .error = error };
	struct query *risks = report_query(report, "risk", "standing=current", true, "-current_level", error);
	/* A workbook is the plan itself. */
	bool flat = report->options->flat,
	     ok = risks && (flat || overview(report, risks, error)) && plan_section(&plan, risks);

	(void)record;
	if (ok && !flat) {
		document_heading(report->document, 1, _("Risk by risk"));
		ok = report_details(report, risks, 2, true, error);
	}
	ok = ok && left_section(report, error);
	query_free(risks);
	strings_free(&plan.shown);
	strings_free(&plan.chosen);
	document_heading(report->document, 1, _("Approval"));
	document_paragraph(report->document,
		_("The owners of the risks approve their treatment and accept what is left (clause 6.1.3 f)."));
	sign_add(document_sign(report->document), NULL, NULL, NULL);
	return ok;
}

const struct report_def report_treatment = {
	.name = "treatment",
	.label = N_("Risk treatment plan"),
	.help = N_(
		"The risks before and after, by their treatment, each with the actions that carry it out and its owner's approval."),
	.mark = N_("Confidential"),
	.formats = document_formats,
	.base = "risk",
	.composed = true,
	.build = build_treatment,
};
