/* The action plan with its Gantt. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

/* ---- actions ---- */

/* Bars of one figure: it goes over as many pages as it needs, but no figure grows without end. */
enum { GANTT_ROWS = 1000 };

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

		if (i % GANTT_ROWS == 0) {
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
