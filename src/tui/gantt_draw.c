/* The action plan through time as it is drawn: which days, how wide the labels are, a line an action. */
#include <stdlib.h>
#include <string.h>

#include "tui/draw_figure.h"
#include "tui/gantt.h"

static bool day_of(const struct cell *cell, int *days)
{
	struct date date;

	if (!cell->value || !date_parse(cell->value, &date))
		return false;
	*days = date_days(&date);
	return true;
}

int gantt_today(struct ui *ui)
{
	struct date date = environment_today(store_context(ui->store)->time_zone);

	return date_days(&date);
}

/* ---- days and columns ---- */

#define TITLE_LEAST 30 /* columns, where the title has so many */

/* Of the ref, the title, and what stands around them; half of the line is for the bars, unless the title is too short then. */
static int label_width(const struct gantt *gantt)
{
	int around = 2 + gantt->ref + 2 + 2, title = gantt->area.width / 2 - around;

	if (title < TITLE_LEAST)
		title = TITLE_LEAST;
	return around + (gantt->title < title ? gantt->title : title);
}

static int chart_width(const struct gantt *gantt)
{
	int width = gantt->area.width - label_width(gantt) - 1;

	return width > 1 ? width : 1;
}

static int column_of(const struct gantt *gantt, int day)
{
	int64_t cells = ((int64_t)day - gantt->first) * chart_width(gantt);

	return (int)(cells >= 0 ? cells / gantt->span : -((-cells + gantt->span - 1) / gantt->span));
}

/* The first or the last day of a field among the open actions of the list. */
static bool end_of_work(struct ui *ui, const struct gantt *gantt, const char *field, bool last, int *day)
{
	struct query *query = query_copy(gantt->browse.list.query);
	struct window window = { .query = query,
		.columns = &field,
		.column_count = 1,
		.from = last ? WINDOW_LAST : WINDOW_FIRST,
		.count = 1 };
	struct rows rows;
	bool found = false;

	query_add(query, NULL, OP_OPEN, NULL);
	query_add(query, field, OP_FILLED, NULL);
	if (query_sort(query, field, NULL) && store_window(ui->store, &window, &rows, NULL)) {
		found = rows.count && day_of(&rows.items[0].cells[0], day);
		rows_free(&rows);
	}
	query_free(query);
	return found;
}

#define SPAN_EMPTY 180 /* where nothing is open */

/* The days from the first to the last on which there is work, and today. */
static void fit(struct ui *ui, struct gantt *gantt)
{
	int now = gantt_today(ui), from = now, to = now, day, margin;

	if (end_of_work(ui, gantt, "start", false, &day) && day < from)
		from = day;
	if (end_of_work(ui, gantt, "due", false, &day) && day < from)
		from = day;
	if (end_of_work(ui, gantt, "due", true, &day) && day > to)
		to = day;
	if (from == to)
		to = from + SPAN_EMPTY;
	margin = (to - from) / 50 + 2;
	gantt->first = from - margin;
	gantt->span = to - from + 1 + 2 * margin;
	if (gantt->span < GANTT_SPAN_LEAST)
		gantt->span = GANTT_SPAN_LEAST;
	if (gantt->span > GANTT_SPAN_MOST) {
		gantt->first = now - GANTT_SPAN_MOST / 3;
		gantt->span = GANTT_SPAN_MOST;
	}
}

bool gantt_days(const struct row *row, int *start, int *due)
{
	bool has_start = day_of(&row->cells[COLUMN_START], start), has_due = day_of(&row->cells[COLUMN_DUE], due);

	if (!has_due)
		*due = has_start ? *start : 0;
	if (!has_start)
		*start = *due;
	return has_start || has_due;
}

/* ---- drawing ---- */

/* The next day on which a label may stand: the first of every so many months, or where a month is wide, Mondays. */
static int next_label(int day, int months)
{
	struct date date = date_from_days(day);

	if (!months)
		/* 1970-01-01 was a Thursday. */
		return day + 7 - (int)(((int64_t)day + 3) % 7 + 7) % 7;
	date.day = 1;
	do {
		date.month++;
		if (date.month > 12) {
			date.month = 1;
			date.year++;
		}
	} while ((date.month - 1) % months);
	return date_days(&date);
}

/* Days above the bars, as far apart as their labels ask for. */
static void draw_scale(const struct gantt *gantt, int row, int left, int width)
{
	static const int steps[] = { 0, 1, 2, 3, 6, 12 };
	static const int days[] = { 7, 30, 61, 91, 182, 365 };
	size_t i;
	int day, months;

	draw_fill(row, left, width, STYLE_PLAIN);
	for (i = 0; i + 1 < sizeof steps / sizeof steps[0] && (int64_t)days[i] * width / gantt->span < 10; i++)
		;
	months = steps[i];
	for (day = next_label(gantt->first - 1, months); column_of(gantt, day) + 7 <= width;
		day = next_label(day, months)) {
		struct date date = date_from_days(day);
		char *text = months ? xasprintf("%04d-%02d", date.year, date.month)
				    : xasprintf("%02d-%02d", date.month, date.day);

		draw_text(row, left + column_of(gantt, day), 8, STYLE_DIM, text, false);
		free(text);
	}
}

static void draw_line(struct ui *ui, const struct gantt *gantt, const struct row *row, int line, int left, int width)
{
	const char *status = row->cells[COLUMN_STATUS].value, *progress = row->cells[COLUMN_PROGRESS].value;
	struct figure_gantt bar = { .today = column_of(gantt, gantt_today(ui)), .late = row->cells[COLUMN_DUE].late };
	int start = 0, due = 0;

	bar.dated = gantt_days(row, &start, &due);
	bar.from = column_of(gantt, start);
	bar.to = column_of(gantt, due + 1) - 1;
	if (bar.to < column_of(gantt, due))
		bar.to = column_of(gantt, due);
	bar.done = status && strcmp(status, "done") == 0 ? 100 : progress ? atoi(progress) : 0;
	draw_gantt(line, left, width, row->open ? STYLE_ACCENT : STYLE_DIM, &bar);
	if (!bar.dated)
		draw_text(line, left, width, STYLE_DIM, _("no date"), true);
}

/* What is under the cursor, in words; its ref and whole title stand on the line below. */
static void draw_current(const struct row *current, struct area area)
{
	const struct cell *cells = current->cells;
	const char *owner = cells[COLUMN_OWNER].text, *start = cells[COLUMN_START].text, *due = cells[COLUMN_DUE].text,
		   *progress = cells[COLUMN_PROGRESS].text;
	char *text = xasprintf("%s%s%s%s%s%s%s%s", owner, *owner ? "  " : "", start, *start ? " " : "",
		*start || *due ? "\xe2\x86\x92 " : "", due, *progress ? "  " : "", progress);
	int row = area.top + area.height - 1,
	    used = draw_text(row, area.left + 1, area.width - 2, STYLE_DIM, text, true);

	free(text);
	if (*current->cells[COLUMN_DEPENDS].text) {
		text = xasprintf(_("%s: %s"), _("Waits for"), current->cells[COLUMN_DEPENDS].text);
		draw_text(row, area.left + 3 + used, area.width - 4 - used, STYLE_DIM, text, true);
		free(text);
	}
}

/* The title, and whether what is done is among it. */
static void draw_heading_line(struct ui *ui, const struct gantt *gantt, const struct view *view, struct area area)
{
	char *text = ui_heading(ui, gantt->browse.list.query->def, _("Action plan"), gantt->browse.filter);
	int used = draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, text, false), room;

	free(text);
	text = command_told(
		gantt->all ? _("{open-only} hides what is done") : _("open ones; {open-only} shows what is done too"),
		&view->place);
	room = area.width - 4 - used;
	if (text_columns(text) <= room)
		draw_text_right(area.top, area.left + 3 + used, room, STYLE_DIM, text);
	free(text);
}

static const char *why_empty(const struct gantt *gantt)
{
	if (gantt->browse.filter)
		return gantt->all
			       ? _("No action passes the filter; {filter} changes it.")
			       : _("No open action passes the filter; {filter} changes it, {open-only} shows what is done too.");
	return gantt->all ? _("No action yet; {add} adds the first one.")
			  : _("No action is open; {add} adds one, {open-only} shows what is done.");
}

/* The widest of what is in sight, as far as it is wider than what was. */
static void measure(struct gantt *gantt)
{
	const struct rowlist *list = &gantt->browse.list;
	size_t i;

	for (i = list->top; i < list->rows.count && i < list->top + (size_t)gantt->area.height; i++) {
		int ref = text_columns(list->rows.items[i].ref),
		    title = text_columns(list->rows.items[i].cells[COLUMN_TITLE].text);

		gantt->ref = ref > gantt->ref ? ref : gantt->ref;
		gantt->title = title > gantt->title ? title : gantt->title;
	}
}

void gantt_draw(struct ui *ui, struct view *view, struct area area)
{
	struct gantt *gantt = view->data;
	struct rowlist *list = &gantt->browse.list;
	int left, label, width, line;
	size_t i;

	gantt->area = area;
	rowlist_fetch(ui, list, (struct area){ area.top + 1, area.left, area.height - 2, area.width });
	/* Under another filter the days are those of its work. */
	if (text_differs(gantt->fitted, gantt->browse.filter)) {
		free(gantt->fitted);
		gantt->fitted = xstrdup(gantt->browse.filter);
		gantt->span = 0;
	}
	if (!gantt->span)
		fit(ui, gantt);
	measure(gantt);
	label = label_width(gantt);
	left = area.left + label;
	width = chart_width(gantt);
	draw_heading_line(ui, gantt, view, area);
	draw_scale(gantt, area.top + 1, left, width);
	for (i = list->top, line = area.top + 2; i < list->rows.count && line < area.top + area.height - 1;
		i++, line++) {
		const struct row *row = &list->rows.items[i];
		bool here = i == list->cursor, marked = rowlist_is_marked(list, row->id);

		if (here)
			draw_spoken(line, area.left + 2);
		draw_text(line, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
		draw_text(line, area.left + 1, 1, STYLE_MARKED, marked ? "*" : " ", false);
		draw_text(line, area.left + 2, gantt->ref, STYLE_ACCENT, row->ref, false);
		draw_text(line, area.left + 2 + gantt->ref + 2, label - gantt->ref - 6,
			row->open ? STYLE_PLAIN : STYLE_DIM, row->cells[COLUMN_TITLE].text, false);
		draw_line(ui, gantt, row, line, left, width);
		if (here)
			draw_bar(line, area.left, label - 2);
	}
	if (!list->rows.count &&
		!failure_draw(&list->failure, (struct area){ area.top + 1, area.left, area.height - 1, area.width }))
		draw_told((struct area){ area.top + 3, area.left + 3, 3, area.width - 4 }, STYLE_DIM, why_empty(gantt),
			&view->place);
	if (rowlist_current(list))
		draw_current(rowlist_current(list), area);
	/* As in lists it follows when the hand rests. */
	if (!gantt->moved) {
		gantt->browse.shown = -1;
		browse_draw_status(ui, &gantt->browse);
	}
	gantt->moved = false;
}
