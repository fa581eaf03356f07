/* The action plan with its Gantt, and the dashboard. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

/* ---- actions ---- */

/* As many bars as a page holds; the first has the title above it. */
enum { GANTT_FIRST = 32, GANTT_ROWS = 38 };

enum { BAR_REF, BAR_TITLE, BAR_START, BAR_DUE, BAR_DONE, BAR_PROGRESS, BAR_COLUMNS };
static const char *const bar_columns[BAR_COLUMNS] = { "ref", "title", "start", "due", "done", "progress" };

struct bar {
	char *label;
	int from, to;
	int64_t progress;
	bool late, done;
};
struct bars {
	struct report *report;
	struct bar *items;
	size_t count, undated;
	int today;
};

static bool collect_bar(void *user, const struct row *row)
{
	struct bars *bars = user;
	struct date start, due, done;
	bool has_start = row->cells[BAR_START].value && date_parse(row->cells[BAR_START].value, &start);
	bool has_due = row->cells[BAR_DUE].value && date_parse(row->cells[BAR_DUE].value, &due);
	bool has_done = row->cells[BAR_DONE].value && date_parse(row->cells[BAR_DONE].value, &done);
	struct bar *bar;

	if (!report_selects(bars->report, row->id))
		return true;
	if (!has_start && !has_due && !has_done) {
		bars->undated++;
		return true;
	}
	bars->items = xreallocarray(bars->items, bars->count + 1, sizeof *bars->items);
	bar = &bars->items[bars->count++];
	memset(bar, 0, sizeof *bar);
	bar->label = xasprintf("%s %s", row->cells[BAR_REF].text, row->cells[BAR_TITLE].text);
	bar->done = !row->open;
	bar->to = has_due ? date_days(&due) : has_done ? date_days(&done) : bars->today;
	if (bar->done && has_done)
		bar->to = date_days(&done);
	bar->from = has_start ? date_days(&start) : bar->to - 7;
	if (bar->to < bar->from)
		bar->to = bar->from;
	bar->late = row->cells[BAR_DUE].late;
	if (row->cells[BAR_PROGRESS].value)
		number_parse_integer(row->cells[BAR_PROGRESS].value, &bar->progress);
	if (bar->done)
		bar->progress = 100;
	return true;
}

static void draw(struct report *report, struct bars *bars)
{
	/* A year typed wrong must not squeeze all others into a line. */
	const int reach = 3 * 366;
	struct drawing *drawing = NULL;
	int from = bars->today - 14, to = bars->today + 60;
	size_t i;

	for (i = 0; i < bars->count; i++) {
		if (bars->items[i].from < from)
			from = bars->items[i].from < bars->today - reach ? bars->today - reach : bars->items[i].from;
		if (bars->items[i].to > to)
			to = bars->items[i].to > bars->today + reach ? bars->today + reach : bars->items[i].to;
	}
	for (i = 0; i < bars->count; i++) {
		struct bar *bar = &bars->items[i];
		struct mark *mark;

		if (i == 0 || (i >= GANTT_FIRST && (i - GANTT_FIRST) % GANTT_ROWS == 0)) {
			drawing = document_figure(report->document, DRAWING_GANTT,
				i ? _("Gantt, continued") : _("Gantt"),
				_("A bar for each action from its start to the day it is due, filled by its progress; today is a dashed line; late bars are red and say so."));
			drawing->from = from;
			drawing->to = to;
			drawing->today = bars->today;
		}
		mark = drawing_mark(drawing, bar->label, bar->late ? _("late") : "");
		mark->from = bar->from < from ? from : bar->from > to ? to : bar->from;
		mark->to = bar->to > to ? to : bar->to < from ? from : bar->to;
		mark->value = bar->progress;
		mark->late = bar->late;
		mark->done = bar->done;
		free(bar->label);
	}
	free(bars->items);
	if (bars->undated) {
		char *note = xasprintf(ngettext("%zu action has no date and no bar.",
					       "%zu actions have no date and no bar.", bars->undated),
			bars->undated);

		document_note(report->document, note);
		free(note);
	}
}

static bool build_actions(struct report *report, struct record *record, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "start", "due", "progress", "status" };
	static const int widths[] = { 6, 0, 13, 10, 10, 6, 11 };
	struct query *query = report_query(report, "action", NULL, true, "due", error);
	struct date today = environment_today(store_context(report->store)->time_zone);
	struct bars bars = { .report = report, .today = date_days(&today) };
	bool ok;

	(void)record;
	if (!query)
		return false;
	document_heading(report->document, 1, _("In short"));
	ok = store_each(report->store, query, bar_columns, BAR_COLUMNS, collect_bar, &bars, error);
	draw(report, &bars);
	ok = ok && report_table(report, query, columns, widths, 7, true, error);
	if (ok && report->document->blocks[report->document->count - 1].kind == BLOCK_TABLE) {
		document_heading(report->document, 1, _("Action by action"));
		ok = report_details(report, query, 2, true, error);
	}
	query_free(query);
	return ok;
}

const struct report_def report_actions = {
	.name = "actions",
	.label = N_("Action plan"),
	.help = N_("The actions through time, and each with its fields."),
	.mark = N_("Internal"),
	.formats = document_formats,
	.base = "action",
	.view = "gantt",
	.build = build_actions,
};

/* ---- the dashboard ---- */

static void group_figure(struct report *report, const struct figure_group *group)
{
	struct drawing *drawing = document_figure(report->document, DRAWING_BARS, group->title, NULL);
	struct buffer description = { 0 };
	size_t i;

	report->document->blocks[report->document->count - 1].half = true;
	for (i = 0; i < group->count; i++) {
		const struct figure *figure = &group->items[i];
		char *text = figure->of ? xasprintf("%lld/%lld", (long long)figure->count, (long long)figure->of)
					: xasprintf("%lld", (long long)figure->count);
		struct mark *mark = drawing_mark(drawing, figure->label, text);

		mark->value = figure->count;
		mark->of = figure->of;
		mark->level = figure->level;
		mark->levels = figure->levels;
		mark->late = figure->late;
		buffer_printf(&description, "%s: %s. ", figure->label, text);
		free(text);
	}
	document_set(&drawing->description, description.data);
	buffer_free(&description);
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
		buffer_printf(&description, "%s: %s. ", drawing->marks[i].label, drawing->marks[i].text);
	document_set(&drawing->description, description.data);
	buffer_free(&description);
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
	if (!figures_read(report->store, &figures, error))
		return false;
	risks = report_query(report, "risk", "standing=current", false, NULL, error);
	ok = wheel(report, error) && risks && report_matrix(report, risks, "current", true, false, error);
	query_free(risks);
	for (i = 0; i < figures.count; i++)
		group_figure(report, &figures.groups[i]);
	figures_free(&figures);
	return ok;
}

const struct report_def report_dashboard = {
	.name = "dashboard",
	.label = N_("Dashboard"),
	.help = N_("The figures of the ISMS on one page."),
	.mark = N_("Confidential"),
	.formats = document_formats,
	.view = "dashboard",
	.build = build_dashboard,
};
