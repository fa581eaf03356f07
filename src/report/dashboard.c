/* The dashboard on paper: the figures, each with its whole, the period that they are of, and what changed since the last SoA. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

/* A mark in the words of those who hear the figure; what stands on lines of its own is parted by commas. */
static void describe(struct buffer *description, const char *label, const char *text)
{
	struct strings lines = { 0 };
	char *line, *rest = xstrdup(text), *at = rest;

	while ((line = strsep(&at, "\n")))
		strings_add(&lines, line);
	free(rest);
	line = strings_join(&lines, ", ");
	buffer_printf(description, _("%s: %s"), label, line);
	buffer_add(description, ". ");
	free(line);
	strings_free(&lines);
}

static bool group_figure(struct report *report, const struct figure_group *group, struct error *error)
{
	struct drawing *drawing = document_figure(report->document, DRAWING_BARS, group->title, NULL);
	struct buffer description = { 0 };
	bool ok = true;
	size_t i;

	report->document->blocks[report->document->count - 1].half = true;
	for (i = 0; i < group->count && ok; i++) {
		const struct figure *figure = &group->items[i];
		struct mark *mark;
		int64_t whole;
		char *text;

		whole = figure_whole(report->store, group, figure, error);
		ok = whole >= 0;
		/* TRANSLATORS: a figure of the dashboard, and how many there are in all: "7 of 93" */
		text = whole > 0 ? xasprintf(_("%lld of %lld"), (long long)figure->count, (long long)whole)
				 /* None of none is neither good nor bad. */
				 : xstrdup("\xe2\x80\x93");
		mark = drawing_mark(drawing, figure->label, text);
		mark->value = figure->count;
		/* A bar is a share of what the number beside it is of. */
		mark->of = whole;
		mark->level = figure->level;
		mark->levels = figure->levels;
		mark->late = figure->late;
		describe(&description, figure->label, text);
		free(text);
	}
	document_set(&drawing->description, description.data);
	buffer_free(&description);
	return ok;
}

/* Adds how many records of a register there are, or are late. */
static bool add_count(
	struct report *report, const struct register_def *def, bool late, int64_t *sum, struct error *error)
{
	struct query *query = query_new(def);
	int64_t count;

	if (late)
		query_add(query, NULL, OP_LATE, NULL);
	count = store_count(report->store, query, error);
	query_free(query);
	*sum += count;
	return count >= 0;
}

/* One phase of the wheel: how much there is, and how much of it is late. */
static bool phase_mark(
	struct report *report, struct drawing *drawing, enum phase phase, const char *label, struct error *error)
{
	int64_t records = 0, late = 0;
	struct mark *mark;
	char *text;
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		const struct register_def *def = dictionary[i];

		if (def->phase != phase || (def->flags & REGISTER_SINGLE))
			continue;
		if (!add_count(report, def, false, &records, error) ||
			(def->open && !add_count(report, def, true, &late, error)))
			return false;
	}
	text = xasprintf(ngettext("%lld record\n%lld late", "%lld records\n%lld late", (unsigned long)records),
		(long long)records, (long long)late);
	mark = drawing_mark(drawing, label, text);
	mark->value = records;
	mark->late = late > 0;
	free(text);
	return true;
}

static bool wheel(struct report *report, struct error *error)
{
	struct drawing *drawing = document_figure(report->document, DRAWING_WHEEL, _("The wheel"), NULL);
	struct buffer description = { 0 };
	bool ok;
	size_t i;

	report->document->blocks[report->document->count - 1].half = true;
	ok = phase_mark(report, drawing, PHASE_PLAN, _("Plan"), error) &&
	     phase_mark(report, drawing, PHASE_DO, _("Do"), error) &&
	     phase_mark(report, drawing, PHASE_CHECK, _("Check"), error) &&
	     phase_mark(report, drawing, PHASE_ACT, _("Act"), error);
	for (i = 0; i < drawing->count; i++)
		describe(&description, drawing->marks[i].label, drawing->marks[i].text);
	document_set(&drawing->description, description.data);
	buffer_free(&description);
	return ok;
}

/* ---- the period, and what changed in it ---- */

static bool take_period(void *user, const struct row *row)
{
	struct report *report = user;
	char *start = report_date(row->cells[1].value), *end = report_date(row->cells[2].value),
	     *text = xasprintf(
		     _("%s to %s (%s), as it stands on %s"), start, end, row->cells[0].text, report->document->date);

	if (!report->document->front.row_count ||
		strcmp(report->document->front.rows[report->document->front.row_count - 1].cells[0].text,
			_("Period")) != 0)
		facts_add(&report->document->front, _("Period"), text);
	free(start);
	free(end);
	free(text);
	return true;
}

/* The turn of the wheel that is open; without one the figures are those of the day. */
static bool period_fact(struct report *report, struct error *error)
{
	static const char *const columns[] = { "title", "start", "end" };
	struct query *query = report_query(report, "cycle", "status=open", false, "-start", error);
	size_t before = report->document->front.row_count;
	bool ok = query && store_each(report->store, query, columns, 3, take_period, report, error);

	query_free(query);
	if (ok && report->document->front.row_count == before) {
		char *text = xasprintf(_("as it stands on %s; no cycle is open"), report->document->date);

		facts_add(&report->document->front, _("Period"), text);
		free(text);
	}
	return ok;
}

enum { ISSUE_VERSION, ISSUE_DATE, ISSUE_FIGURES, ISSUE_COLUMNS = ISSUE_FIGURES + 3 };
static const char *const issue_columns[ISSUE_COLUMNS] = { "version", "date", "total", "applicable", "implemented" };

struct issue {
	char *version, *date;
	int64_t figures[3];
};

static bool take_issue(void *user, const struct row *row)
{
	struct issue *issue = user;
	size_t i;

	if (issue->version)
		return true;
	issue->version = xstrdup(row->cells[ISSUE_VERSION].text);
	issue->date = report_date(row->cells[ISSUE_DATE].value);
	for (i = 0; i < 3; i++)
		if (!row->cells[ISSUE_FIGURES + i].value ||
			!number_parse_integer(row->cells[ISSUE_FIGURES + i].value, &issue->figures[i]))
			issue->figures[i] = -1;
	return true;
}

static const struct {
	const char *label, *condition; /* N_() */
} issue_figures[] = {
	{ N_("Controls"), "" },
	{ N_("Applicable"), "applicable=yes" },
	{ N_("Implemented"), "applicable=yes status=implemented" },
};

/* The same figure as it is now; -1: error. */
static int64_t figure_now(struct report *report, size_t which, struct error *error)
{
	const char *catalogue = store_context(report->store)->catalogue_ref;
	char *filter = catalogue ? xasprintf("%s control.catalogue=%s", issue_figures[which].condition, catalogue)
				 : xstrdup(issue_figures[which].condition);
	struct query *query = report_query(report, "applicability", filter, false, NULL, error);
	int64_t now = query ? store_count(report->store, query, error) : -1;

	query_free(query);
	free(filter);
	return now;
}

static char *change_text(int64_t then, int64_t now)
{
	return then < 0 ? xstrdup("") : now == then ? xstrdup("=") : xasprintf("%+lld", (long long)(now - then));
}

static void change_row(struct block *table, const char *label, int64_t then, int64_t now)
{
	struct table_row *row = table_row(table);
	char *before = then < 0 ? xstrdup(_("not said")) : xasprintf("%lld", (long long)then),
	     *after = xasprintf("%lld", (long long)now), *change = change_text(then, now);

	table_set(row, 0, label, NULL);
	table_set(row, 1, before, then < 0 ? NULL : before);
	table_set(row, 2, after, after);
	table_set(row, 3, change, then < 0 ? NULL : change);
	free(before);
	free(after);
	free(change);
}

/* The figures of the SoA then and now: a line at the head of the page, in a workbook a sheet. */
static bool change_parts(struct report *report, const struct issue *issue, struct error *error)
{
	/* TRANSLATORS: a version, a date */
	char *heading = xasprintf(_("Since the SoA %s of %s"), issue->version, issue->date);
	const struct column_def columns[] = {
		{ heading, COLUMN_TEXT, 0 },
		/* TRANSLATORS: the figures of an earlier day, beside those of now */
		{ _("Then"), COLUMN_NUMBER, 12 },
		{ _("Now"), COLUMN_NUMBER, 12 },
		{ _("Difference"), COLUMN_NUMBER, 12 },
	};
	struct block *table = report->options->flat ? document_table(report->document, columns, 4) : NULL;
	struct buffer line = { 0 };
	bool ok = true;
	size_t i;

	if (table)
		table->text = document_clean(heading);
	for (i = 0; i < 3 && ok; i++) {
		int64_t then = issue->figures[i], now = figure_now(report, i, error);
		char *change = change_text(then, now);

		ok = now >= 0;
		if (table)
			change_row(table, _(issue_figures[i].label), then, now);
		else if (then < 0)
			buffer_printf(&line, "%s%s %lld", i ? _("; ") : "", _(issue_figures[i].label), (long long)now);
		else
			/* 33 then, 34 now, one more. */
			buffer_printf(&line, "%s%s %lld \xe2\x86\x92 %lld (%s)", i ? _("; ") : "",
				_(issue_figures[i].label), (long long)then, (long long)now, change);
		free(change);
	}
	if (ok && !table)
		facts_add(&report->document->front, heading, line.data);
	buffer_free(&line);
	free(heading);
	return ok;
}

static bool changes(struct report *report, struct error *error)
{
	struct query *query = report_query(report, "statement", "status=issued", false, "-date", error);
	struct issue issue = { 0 };
	bool ok = query && store_each(report->store, query, issue_columns, ISSUE_COLUMNS, take_issue, &issue, error);

	query_free(query);
	if (ok && issue.version)
		ok = change_parts(report, &issue, error);
	else if (ok)
		facts_add(&report->document->front, _("Since the last SoA"),
			_("none is issued: there is nothing to compare with"));
	free(issue.version);
	free(issue.date);
	return ok;
}

static bool build_dashboard(struct report *report, struct record *record, struct error *error)
{
	struct figures figures;
	struct query *risks;
	bool ok;
	size_t i;

	(void)record;
	report->document->one_page = true;
	if (!period_fact(report, error) || !figures_read(report->store, &figures, NULL, error))
		return false;
	risks = report_query(report, "risk", "standing=current", false, NULL, error);
	ok = wheel(report, error) && risks && report_matrix(report, risks, "current", true, false, error);
	query_free(risks);
	for (i = 0; i < figures.count && ok; i++)
		ok = group_figure(report, &figures.groups[i], error);
	figures_free(&figures);
	return ok && changes(report, error);
}

const struct report_def report_dashboard = {
	.name = "dashboard",
	.label = N_("Dashboard"),
	.help = N_("The figures of the ISMS on one page."),
	.mark = N_("Confidential"),
	.formats = document_formats,
	.view = "dashboard",
	.composed = true,
	.build = build_dashboard,
};
