/* The verdict on paper: when can we say that we have an ISMS, what shows it, and what is still missing. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"
#include "report/verdict.h"

#define REFS_MOST 40 /* that a cell names; its number tells of all */

/* ---- page 1 ---- */

static void add_sentence(struct document *document, char *sentence)
{
	if (sentence)
		document_paragraph(document, sentence);
	free(sentence);
}

static void results_figure(struct document *document, const struct verdict *verdict)
{
	struct drawing *drawing = document_figure(document, DRAWING_BARS, _("Clauses by result"),
		_("How many clauses are met, partly met, not met and not assessed, of all that are judged."));
	int i;

	for (i = VERDICT_RESULTS - 1; i >= 0; i--) {
		/* TRANSLATORS: a figure of the dashboard, and how many there are in all: "7 of 93" */
		char *text =
			xasprintf(_("%lld of %lld"), (long long)verdict->results[i], (long long)verdict->clause_count);
		struct mark *mark = drawing_mark(drawing, verdict_result_label((enum verdict_result)i), text);

		mark->value = (int64_t)verdict->results[i];
		mark->of = (int64_t)verdict->clause_count;
		free(text);
	}
}

static bool overrules(struct report *report, const struct verdict *verdict, struct error *error)
{
	const struct column_def columns[] = { { _("Clause"), COLUMN_TEXT, 9 }, { _("By the records"), COLUMN_TEXT, 14 },
		{ _("By judgement"), COLUMN_TEXT, 14 }, { _("Reason"), COLUMN_TEXT, 0 },
		{ _("Said by"), COLUMN_TEXT, 16 }, { _("Expires on"), COLUMN_DATE, 11 } };
	struct block *table = NULL;
	size_t i;

	document_heading(report->document, 1, _("Results judged otherwise"));
	for (i = 0; i < verdict->clause_count; i++) {
		const struct verdict_of_clause *of = &verdict->clauses[i];
		struct record *record = of->overrule ? store_record(report->store, of->overrule, error) : NULL;
		char *number, *by, *expiry;

		if (!of->overrule)
			continue;
		if (!record)
			return false;
		if (!table)
			table = document_table(report->document, columns, 6);
		number = verdict_number(of->clause->number);
		by = report_value(report, record, "by");
		expiry = report_date(record_get(record, "expiry"));
		table_add(
			table, (const char *const[]){ number, verdict_result_label(of->computed),
				       verdict_result_label(of->result),
				       record_get(record, "reason") ? record_get(record, "reason") : "", by, expiry });
		free(expiry);
		free(by);
		free(number);
		record_free(record);
	}
	if (!table)
		document_paragraph(report->document, _("None: each result is the one that the records show, or less."));
	return true;
}

static void next_steps(struct document *document, const struct verdict *verdict)
{
	size_t i;

	if (!verdict->step_count)
		return;
	document_heading(document, 1, _("Next steps"));
	for (i = 0; i < verdict->step_count; i++) {
		char *text = verdict_step_text(&verdict->steps[i]);

		document_item(document, text);
		free(text);
	}
}

static void lacks(struct document *document, const char *heading, const struct strings *strings)
{
	char *joined = strings->count ? strings_join(strings, _("; ")) : NULL;

	if (joined) {
		/* TRANSLATORS: a name, then what is said of it */
		char *text = xasprintf(_("%s: %s"), heading, joined);

		document_paragraph(document, text);
		free(text);
	}
	free(joined);
}

/* What a human says of it, and by which other part of the clause it is carried. */
static char *said_cell(const struct verdict_of_clause *of)
{
	const char *said = of->said == VERDICT_NOT_ASSESSED ? "-" : verdict_result_label(of->said);
	char *part = of->carrier ? verdict_number(of->carrier->number) : NULL,
	     /* TRANSLATORS: what is said of a clause, and the part of it that is meant: "partly met (6.1.3 f)" */
		*text = part ? xasprintf(_("%s (%s)"), said, part) : xstrdup(said);

	free(part);
	return text;
}

static void clause_table(struct document *document, const struct verdict *verdict)
{
	const struct column_def columns[] = { { _("Clause"), COLUMN_TEXT, 9 }, { _("Title"), COLUMN_TEXT, 0 },
		{ _("Result"), COLUMN_TEXT, 16 }, { _("Conditions"), COLUMN_TEXT, 10 },
		{ _("Said"), COLUMN_TEXT, 16 } };
	struct block *table;
	size_t i;

	document_heading(document, 1, _("Clause by clause"));
	table = document_table(document, columns, 5);
	for (i = 0; i < verdict->clause_count; i++) {
		const struct verdict_of_clause *of = &verdict->clauses[i];
		char *number = verdict_number(of->clause->number), *share = verdict_share(verdict, of),
		     *result = xasprintf("%s%s", verdict_result_label(of->result), of->overrule ? " *" : ""),
		     *said = said_cell(of);
		const char *const cells[] = { number, of->title ? of->title : "", result, share, said };

		table_add(table, cells);
		free(said);
		free(result);
		free(share);
		free(number);
	}
}

/* ---- what stands behind it ---- */

static bool soa_section(struct report *report, struct error *error)
{
	char *text = verdict_soa_text(report->store, NULL, error);

	document_heading(report->document, 1, _("Statement of Applicability"));
	if (text)
		document_paragraph(report->document, text);
	free(text);
	return text != NULL;
}

static void tolerances(struct report *report)
{
	const struct column_def columns[] = { { _("Tolerance"), COLUMN_TEXT, 0 },
		{ _("Noria's rule"), COLUMN_TEXT, 14 }, { _("Here"), COLUMN_TEXT, 14 } };
	const struct verdict_tolerance *tolerance;
	struct block *table;

	document_heading(report->document, 1, _("Tolerances"));
	table = document_table(report->document, columns, 3);
	for (tolerance = verdict_tolerances; tolerance->name; tolerance++) {
		char *shipped = number_shown(tolerance->value),
		     *here = number_shown(verdict_tolerance(tolerance->name, report_context(report))),
		     *one = xasprintf("%s %s", shipped, _(tolerance->unit)),
		     *two = xasprintf("%s %s", here, _(tolerance->unit));

		table_add(table, (const char *const[]){ _(tolerance->label), one, two });
		free(two);
		free(one);
		free(here);
		free(shipped);
	}
}

static bool snapshots(struct report *report, struct error *error)
{
	static const char *const columns[] = { "ref", "at", "kind", "cycle" };
	static const int widths[] = { 8, 18, 20, 0 };
	struct query *query = report_query(report, "snapshot", NULL, false, "-at", error);
	bool ok = query != NULL;

	if (ok && store_count(report->store, query, NULL) > 0) {
		document_heading(report->document, 1, _("How it stood"));
		ok = report_table(report, query, columns, widths, 4, false, error);
	}
	query_free(query);
	return ok;
}

/* ---- clause by clause ---- */

struct refs {
	struct buffer text;
	size_t count;
};

static bool add_ref(void *user, const struct verdict_ref *ref)
{
	struct refs *refs = user;
	char *date = ref->day ? report_date(ref->day) : NULL;

	if (++refs->count > REFS_MOST) {
		buffer_add(&refs->text, " ...");
	} else {
		buffer_printf(&refs->text, date && *date ? "%s%s (%s)" : "%s%s", refs->text.length ? ", " : "",
			verdict_ref_name(ref->ref), date);
	}
	free(date);
	return refs->count <= REFS_MOST;
}

static const char *outcome_label(enum verdict_outcome outcome)
{
	switch (outcome) {
	case OUTCOME_MET:
		return _("met");
	case OUTCOME_FAILS:
		return _("not met");
	case OUTCOME_NOT_ASKED:
		return _("not asked");
	default:
		return _("not assessed");
	}
}

static bool condition_row(
	struct report *report, const struct verdict_line *line, struct block *table, struct error *error)
{
	const struct verdict_condition *condition = line->condition;
	struct refs shown = { 0 }, missing = { 0 };
	char *sentence = verdict_told(line, report_context(report)), *asked;
	bool ok = line->outcome == OUTCOME_NOT_ASKED ||
		  (verdict_each(
			   report->store, condition, verdict_shown_by(line), REFS_MOST + 1, add_ref, &shown, error) &&
			  (!verdict_lacks(line) || verdict_each(report->store, condition, COUNT_FAILS, REFS_MOST + 1,
							   add_ref, &missing, error)));

	asked = xasprintf(
		"%s%s%s", condition->letters ? condition->letters : "", condition->letters ? " " : "", sentence);
	if (ok)
		table_add(table, (const char *const[]){ asked, condition->need == NEED_KEY ? _("key") : _("full"),
					 outcome_label(line->outcome), shown.text.data ? shown.text.data : "",
					 line->outcome == OUTCOME_MET ? ""
					 : missing.text.data          ? missing.text.data
								      : "" });
	buffer_free(&shown.text);
	buffer_free(&missing.text);
	free(asked);
	free(sentence);
	return ok;
}

static bool clause_details(struct report *report, const struct verdict *verdict, struct error *error)
{
	const struct column_def columns[] = { { _("Condition"), COLUMN_TEXT, 0 }, { _("Need"), COLUMN_TEXT, 5 },
		{ _("State"), COLUMN_TEXT, 11 }, { _("Shown by"), COLUMN_TEXT, 22 },
		{ _("Missing"), COLUMN_TEXT, 16 } };
	bool ok = true;
	size_t i, j;

	document_wide(report->document, true);
	document_heading(report->document, 1, _("The conditions of each clause"));
	for (i = 0; i < verdict->clause_count && ok; i++) {
		const struct verdict_of_clause *of = &verdict->clauses[i];
		char *number = verdict_number(of->clause->number),
		     /* TRANSLATORS: the title of a clause, and how it stands */
			*title = xasprintf(_("%s: %s"), of->title ? of->title : "", verdict_result_label(of->result));
		struct block *table;

		document_heading_of(report->document, 2, number, title);
		free(title);
		free(number);
		if (!of->count)
			continue;
		table = document_table(report->document, columns, 5);
		for (j = of->first; j < of->first + of->count && ok; j++)
			ok = condition_row(report, &verdict->lines[j], table, error);
	}
	document_wide(report->document, false);
	return ok;
}

static bool build_verdict(struct report *report, struct record *record, struct error *error)
{
	struct verdict *verdict = verdict_begin(report->store, error);
	struct document *document = report->document;
	bool ok = verdict && verdict_go_on(report->store, verdict, -1, error);

	(void)record;
	if (ok) {
		document->at_once = true;
		document_heading(document, 1, _("In short"));
		add_sentence(document, verdict_sentence_begin(verdict));
		add_sentence(document, verdict_sentence_implemented(verdict));
		add_sentence(document, verdict_sentence_certification(verdict));
		results_figure(document, verdict);
		document_note(document, verdict_disclaimer());
		ok = overrules(report, verdict, error);
		next_steps(document, verdict);
		clause_table(document, verdict);
		if (verdict->certificate) {
			document_heading(document, 1, _("Certification"));
			lacks(document, _("Missing for stage 1"), &verdict->stage1);
			lacks(document, _("Missing for stage 2"), &verdict->stage2);
		}
		ok = ok && soa_section(report, error) && snapshots(report, error);
		tolerances(report);
		ok = ok && clause_details(report, verdict, error);
		document_note(document, verdict_disclaimer());
	}
	verdict_free(verdict);
	return ok;
}

const struct report_def report_verdict = {
	.name = "verdict",
	.label = N_("Verdict"),
	.help = N_(
		"When can we say that we have an ISMS: each clause, what shows it, what is missing, and the next steps."),
	.mark = N_("Internal"),
	.formats = paper_formats,
	.view = "verdict",
	.build = build_verdict,
};
