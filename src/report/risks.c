/* Risks, their assessment, treatment and acceptance (ISO/IEC 27001:2022, 6.1.2, 6.1.3, 8.2, 8.3). */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

static void threshold_note(struct report *report)
{
	const struct model_context *context = store_context(report->store);
	char *level = method_level_text(context, context->method.threshold), *text;

	if (context->method.title) {
		text = xasprintf(_("Rated by the method %s; risks up to %s may be kept."), context->method.title, level);
		document_paragraph(report->document, text);
		free(text);
	}
	free(level);
}

bool build_risks(struct report *report, struct record *record, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "current_level", "treatment", "residual_level", "status" };
	static const int widths[] = { 6, 0, 12, 10, 9, 10, 10 };
	struct query *query = report_query(report, "risk", NULL, true, "-current_level", error);
	bool ok;

	(void)record;
	if (!query)
		return false;
	threshold_note(report);
	document_heading(report->document, 1, _("In short"));
	ok = report_matrix(report, query, "current", false, true, error) && report_table(report, query, columns, widths, 7, true, error);
	if (ok && report->document->blocks[report->document->count - 1].kind == BLOCK_TABLE) {
		document_heading(report->document, 1, _("Risk by risk"));
		ok = report_details(report, query, 2, true, error);
	}
	query_free(query);
	return ok;
}

/* ---- treatment ---- */

static bool treated_as(struct report *report, const struct choice *choice, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "current_level", "residual_level", "controls", "actions" };
	static const int widths[] = { 5, 0, 10, 9, 9, 11, 11 };
	char *condition = xasprintf("treatment=%s", choice ? choice->key : "");
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

bool build_treatment(struct report *report, struct record *record, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "start", "due", "progress", "status", "risk" };
	static const int widths[] = { 6, 0, 10, 10, 10, 5, 8, 10 };
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
	ok = report_matrix(report, query, "current", false, true, error) && report_matrix(report, query, "residual", false, true, error);
	for (choice = register_field(register_find("risk"), "treatment")->choices; choice->key && ok; choice++)
		ok = treated_as(report, choice, error);
	ok = ok && treated_as(report, NULL, error);
	if (ok) {
		struct query *actions = report_query(report, "action", "kind=treatment", false, "due", error);

		document_heading(report->document, 1, _("Actions of the treatment"));
		ok = actions && report_table(report, actions, columns, widths, 8, false, error);
		query_free(actions);
	}
	if (ok) {
		document_heading(report->document, 1, _("Risk by risk"));
		ok = report_details(report, query, 2, true, error);
	}
	query_free(query);
	document_heading(report->document, 1, _("Approval"));
	document_paragraph(report->document, _("The owners of the risks approve their treatment and accept what is left (clause 6.1.3 f)."));
	sign_add(document_sign(report->document), NULL, NULL, NULL);
	return ok;
}

/* ---- assessment ---- */

/* What a line of the snapshot says of one field, as people read it. */
static char *snapshot_text(struct report *report, const char *column, const char *value)
{
	const struct register_def *def = register_find("risk");
	const struct field_def *field = register_field(def, column);
	struct cell cell = { (char *)value, (char *)value };

	if (!*value)
		return xstrdup("");
	if (field && field_is_reference(field))
		return report_cell(report, field, &cell);
	return field ? field_format(field, store_context(report->store), value) : xstrdup(value);
}

/* The ratings as they stood: a table with tabs under a header of field names that begins with ref. */
static void snapshot_table(struct report *report, const char *snapshot)
{
	static const char *const shown[] = { "ref", "title", "owner", "inherent_level", "current_level", "residual_level", "treatment", "status" };
	static const int widths[] = { 6, 0, 12, 9, 9, 9, 9, 10 };
	const char *line = strncmp(snapshot, "ref\t", 4) == 0 ? snapshot : strstr(snapshot, "\nref\t");
	const struct register_def *def = register_find("risk");
	struct column_def columns[8];
	struct strings names = { 0 };
	struct block *table;
	size_t i;

	for (i = 0; i < 8; i++)
		columns[i] = report_column(def, shown[i], widths[i]);
	if (!line) {
		document_prose(report->document, snapshot);
		return;
	}
	table = document_table(report->document, columns, 8);
	for (line += *line == '\n'; *line; ) {
		size_t length = strcspn(line, "\n"), at = 0, cell = 0;
		struct table_row *row = NULL;
		bool header = names.count == 0;

		while (at <= length && length) {
			size_t wide = 0;
			char *value;

			while (at + wide < length && line[at + wide] != '\t')
				wide++;
			value = xstrndup(line + at, wide);
			if (header)
				strings_add(&names, value);
			for (i = 0; !header && i < 8 && cell < names.count; i++) {
				if (strcmp(shown[i], names.items[cell]) == 0) {
					struct cell content = { *value ? value : NULL, snapshot_text(report, shown[i], value) };

					if (!row)
						row = table_row(table);
					report_put(report, def, shown[i], row, i, &content);
					free(content.text);
				}
			}
			free(value);
			cell++;
			at += wide + 1;
		}
		line += length + (line[length] == '\n');
	}
	strings_free(&names);
}

/* Every value of the snapshot, risk by risk, so that nothing of what was frozen is left out. */
static void snapshot_details(struct report *report, const char *snapshot)
{
	const char *line = strncmp(snapshot, "ref\t", 4) == 0 ? snapshot : strstr(snapshot, "\nref\t");
	const struct register_def *def = register_find("risk");
	struct strings names = { 0 };

	if (!line)
		return;
	document_heading(report->document, 1, _("Risk by risk"));
	for (line += *line == '\n'; *line; ) {
		size_t length = strcspn(line, "\n"), at = 0, cell = 0;
		struct strings values = { 0 };
		bool header = names.count == 0;

		for (; at <= length && length; cell++) {
			size_t wide = 0;

			while (at + wide < length && line[at + wide] != '\t')
				wide++;
			strings_take(header ? &names : &values, xstrndup(line + at, wide));
			at += wide + 1;
		}
		if (values.count > 1) {
			struct block *facts;

			document_heading_of(report->document, 2, values.items[0], values.items[1]);
			facts = document_facts(report->document);
			for (cell = 2; cell < values.count && cell < names.count; cell++) {
				const struct field_def *field = register_field(def, names.items[cell]);
				char *text = snapshot_text(report, names.items[cell], values.items[cell]);

				facts_add(facts, field ? _(field->label) : names.items[cell], text);
				free(text);
			}
		}
		strings_free(&values);
		line += length + (line[length] == '\n');
	}
	strings_free(&names);
}

/* The grid of the method, without risks in it. */
static void grid(struct report *report)
{
	const struct model_context *context = store_context(report->store);
	const struct scale *likelihood = context_scale(context, "likelihood"), *impact = context_scale(context, "impact"), *risk = context_scale(context, "risk");
	struct drawing *drawing;
	int i, j;

	if (!likelihood || !impact || !risk || !likelihood->count || !impact->count)
		return;
	drawing = document_figure(report->document, DRAWING_MATRIX, _("Grid of the method"), _("The level that the method gives for each likelihood and impact."));
	drawing->row_axis = xstrdup(_("Likelihood"));
	drawing->column_axis = xstrdup(_("Impact"));
	for (j = 0; j < impact->count; j++)
		strings_take(&drawing->columns, document_clean(impact->names[j]));
	for (i = likelihood->count - 1; i >= 0; i--) {
		strings_take(&drawing->rows, document_clean(likelihood->names[i]));
		for (j = 0; j < impact->count; j++) {
			int level = method_level(&context->method, i + 1, j + 1);
			struct mark *mark = drawing_mark(drawing, method_level_mark(level, risk->count), level > 0 && level <= risk->count ? risk->names[level - 1] : "");

			mark->level = level;
			mark->levels = risk->count;
		}
	}
}

static bool named_risks(struct report *report, const struct record *record, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "inherent_level", "current_level", "residual_level", "treatment", "status" };
	static const int widths[] = { 6, 0, 12, 9, 9, 9, 9, 10 };
	struct query *query = report_query(report, "risk", NULL, false, "-current_level", error);
	struct strings refs = { 0 };
	bool ok = query != NULL;
	size_t i;

	/* None named means all of the register. */
	if (ok && record_get(record, "risk")) {
		strings_split(&refs, record_get(record, "risk"));
		report->ids = xcalloc(refs.count + 1, sizeof *report->ids);
		for (i = 0; i < refs.count; i++)
			report->ids[report->id_count++] = store_find(report->store, refs.items[i], NULL);
		report_sort(report);
		strings_free(&refs);
	}
	ok = ok && report_matrix(report, query, "current", false, true, error) && report_table(report, query, columns, widths, 8, true, error);
	document_heading(report->document, 1, _("Risk by risk"));
	ok = ok && report_details(report, query, 2, true, error);
	query_free(query);
	return ok;
}

bool build_assessment(struct report *report, struct record *record, struct error *error)
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
	grid(report);
	document_heading(report->document, 1, _("Ratings"));
	if (snapshot) {
		document_note(report->document, _("The assessment is closed: these are the ratings as they stood then."));
		snapshot_table(report, snapshot);
		snapshot_details(report, snapshot);
	} else {
		document_note(report->document, _("The assessment is open: these are the ratings as they stand today."));
		ok = named_risks(report, record, error);
	}
	document_heading(report->document, 1, _("Validation"));
	sign_add(document_sign(report->document), NULL, NULL, NULL);
	return ok;
}

/* ---- acceptance ---- */

bool build_acceptance(struct report *report, struct record *record, struct error *error)
{
	static const char *const head[] = { "risk", "seal", NULL };
	static const char *const risk_head[] = { "title", NULL };
	struct document *document = report->document;
	struct record *risk = record_get(record, "risk") ? store_record_by_ref(report->store, record_get(record, "risk"), error) : NULL;
	const char *kind = record_get(record, "kind");
	char *signatory = report_value(report, record, "owner"), *date = report_date(record_get(record, "date")), *level = report_value(report, record, "level");
	char *expiry = report_date(record_get(record, "expiry")), *text, *heading;
	bool plan = kind && strcmp(kind, "plan") == 0, ok = risk != NULL;

	if (!ok)
		goto out;
	document->one_page = true;
	document_set(&document->title, plan ? _("Approval of a risk treatment plan") : _("Acceptance of a residual risk"));
	heading = xasprintf("%s  %s", risk->ref, record_get(risk, "title") ? record_get(risk, "title") : "");
	document_set(&document->subtitle, heading);
	if (plan)
		text = xasprintf(_("I have taken note of the risk %s and of the plan by which it is treated, and I approve this plan (ISO/IEC 27001, clause 6.1.3 f)."), risk->ref);
	else
		text = xasprintf(_("I have taken note of the risk %s and of what remains of it, and I accept this residual risk (ISO/IEC 27001, clause 6.1.3 f)."), risk->ref);
	document_paragraph(document, text);
	free(text);
	if (*level && *expiry) {
		text = xasprintf(_("The level accepted is %s. The acceptance holds until %s; after that day it must be given anew."), level, expiry);
		document_paragraph(document, text);
		free(text);
	}
	if (record_get(record, "owner") && record_get(risk, "owner") && strcmp(record_get(record, "owner"), record_get(risk, "owner")) != 0) {
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
