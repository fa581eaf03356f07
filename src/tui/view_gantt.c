/*
 * The action plan through time: a bar an action from its start to its due day,
 * what is done of it filled, today's line, what is late in its own colour.  Rows
 * come by windows, as in lists.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"
#include "tui/rows.h"

enum {
	COLUMN_REF,
	COLUMN_TITLE,
	COLUMN_START,
	COLUMN_DUE,
	COLUMN_PROGRESS,
	COLUMN_STATUS,
	COLUMN_OWNER,
	COLUMN_DEPENDS,
	COLUMN_COUNT
};
static const char *const columns[COLUMN_COUNT] = { "ref", "title", "start", "due", "progress", "status", "owner",
	"depends" };

struct gantt {
	struct rowlist list; /* holds the window and the cursor; drawn here */
	char *filter;
	int first;           /* day at the left edge, since 1970 */
	int days_per_column; /* 1: days, 7: weeks, 30: months */
	struct area area;
	int label;
	bool placed;
};

static bool day_of(const struct cell *cell, int *days)
{
	struct date date;

	if (!cell->value || !date_parse(cell->value, &date))
		return false;
	*days = date_days(&date);
	return true;
}

static int today(struct ui *ui)
{
	struct date date = environment_today(store_context(ui->store)->time_zone);

	return date_days(&date);
}

static int column_of(const struct gantt *gantt, int day)
{
	int distance = day - gantt->first;

	return distance >= 0 ? distance / gantt->days_per_column
			     : -((-distance + gantt->days_per_column - 1) / gantt->days_per_column);
}

/* Months above the bars, as far as they find room. */
static void draw_scale(const struct gantt *gantt, int row, int left, int width)
{
	int x, last = -10, month = 0;

	draw_fill(row, left, width, STYLE_PLAIN);
	for (x = 0; x < width; x++) {
		struct date date = date_from_days(gantt->first + x * gantt->days_per_column);

		if (date.month != month && x - last >= 8 && x + 7 <= width) {
			char *text = xasprintf("%04d-%02d", date.year, date.month);

			draw_text(row, left + x, width - x, STYLE_DIM, text, false);
			free(text);
			last = x;
		}
		month = date.month;
	}
}

static void draw_bar(struct ui *ui, const struct gantt *gantt, const struct row *row, int line, int left, int width)
{
	int start = 0, due = 0, now = today(ui), from, to, x, done;
	bool has_start = day_of(&row->cells[COLUMN_START], &start), has_due = day_of(&row->cells[COLUMN_DUE], &due);
	const char *status = row->cells[COLUMN_STATUS].value;
	bool open = row->open, late = row->cells[COLUMN_DUE].late;
	int progress = row->cells[COLUMN_PROGRESS].value ? atoi(row->cells[COLUMN_PROGRESS].value) : 0;
	int line_now = column_of(gantt, now);

	if (status && strcmp(status, "done") == 0)
		progress = 100;
	if (!has_due)
		due = has_start ? start : 0;
	if (!has_start)
		start = due;
	from = column_of(gantt, start);
	to = column_of(gantt, due);
	done = from + (to - from + 1) * progress / 100;
	for (x = 0; x < width; x++) {
		bool in_bar = (has_start || has_due) && x >= from && x <= to;

		if (in_bar)
			draw_text(line, left + x, 1,
				late   ? STYLE_LATE
				: open ? STYLE_ACCENT
				       : STYLE_DIM,
				x == line_now ? "|"
				: x < done    ? "#"
				: late        ? "!"
					      : "=",
				false);
		else if (x == line_now)
			draw_text(line, left + x, 1, STYLE_GOOD, "|", false);
		else
			draw_text(line, left + x, 1, STYLE_DIM, " ", false);
	}
	if (!has_start && !has_due)
		draw_text(line, left, width, STYLE_DIM, _("no date"), true);
	if ((has_start || has_due) && to < 0)
		draw_text(line, left, 1, late ? STYLE_LATE : STYLE_DIM, "<", false);
	if ((has_start || has_due) && from >= width)
		draw_text(line, left + width - 1, 1, STYLE_DIM, ">", false);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct gantt *gantt = view->data;
	struct rowlist *list = &gantt->list;
	int left, width, line;
	const struct row *current;
	char *text;
	size_t i;

	gantt->area = area;
	gantt->label = area.width >= 190 ? 68 : area.width >= 140 ? 56 : 32;
	left = area.left + gantt->label;
	width = area.width - gantt->label - 1;
	if (!gantt->placed) {
		gantt->first = today(ui) - width * gantt->days_per_column / 3;
		gantt->placed = true;
	}
	rowlist_fetch(ui, list, (struct area){ area.top + 1, area.left, area.height - 2, area.width });
	text = ui_heading(ui, gantt->list.query->def, _("Action plan"), gantt->filter);
	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, text, false);
	free(text);
	draw_scale(gantt, area.top + 1, left, width);
	for (i = list->top, line = area.top + 2; i < list->rows.count && line < area.top + area.height - 1;
		i++, line++) {
		const struct row *row = &list->rows.items[i];
		bool here = i == list->cursor;

		if (here)
			draw_spoken(line, area.left + 2);
		draw_text(line, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
		draw_text(line, area.left + 2, 6, STYLE_ACCENT, row->ref, false);
		draw_text(line, area.left + 9, gantt->label - 10, here ? STYLE_CURSOR : STYLE_PLAIN,
			row->cells[COLUMN_TITLE].text, false);
		draw_bar(ui, gantt, row, line, left, width);
	}
	if (!list->rows.count &&
		!failure_draw(&list->failure, (struct area){ area.top + 1, area.left, area.height - 1, area.width }))
		draw_told((struct area){ area.top + 3, area.left + 3, 1, area.width - 4 }, STYLE_DIM,
			gantt->filter ? _("No action passes the filter; {filter} changes it.")
				      : _("No action yet; {add} adds the first one."),
			&view->place);
	current = rowlist_current(list);
	if (current) {
		text = xasprintf("%s  %s  %s \xe2\x86\x92 %s  %s%s", current->ref, current->cells[COLUMN_OWNER].text,
			current->cells[COLUMN_START].text, current->cells[COLUMN_DUE].text,
			current->cells[COLUMN_PROGRESS].text,
			*current->cells[COLUMN_PROGRESS].text && !strchr(current->cells[COLUMN_PROGRESS].text, '%')
				? " %"
				: "");
		line = draw_text(area.top + area.height - 1, area.left + 1, area.width - 2, STYLE_DIM, text, true);
		free(text);
		if (*current->cells[COLUMN_DEPENDS].text) {
			text = xasprintf(_("%s: %s"), _("Waits for"), current->cells[COLUMN_DEPENDS].text);
			draw_text(area.top + area.height - 1, area.left + 3 + line, area.width - 4 - line, STYLE_DIM,
				text, true);
			free(text);
		}
	}
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct gantt *gantt = view->data;
	bool full = false;

	view->dirty = true;
	return rowlist_move(ui, &gantt->list, (enum move)argument, &full) ? ANSWER_DONE : ANSWER_IGNORED;
}

static int chart_width(const struct gantt *gantt)
{
	return gantt->area.width - gantt->label - 1;
}

/* A quarter of what is shown earlier or later. */
static enum answer shift(struct ui *ui, struct view *view, int direction)
{
	struct gantt *gantt = view->data;
	int quarter = chart_width(gantt) / 4;

	(void)ui;
	gantt->first += direction * gantt->days_per_column * (quarter > 0 ? quarter : 1);
	view->dirty = true;
	return ANSWER_DONE;
}

/* One scale up or down, the day in the middle where it is. */
static enum answer zoom(struct ui *ui, struct view *view, int direction)
{
	static const int scales[] = { 1, 3, 7, 14, 30 };
	struct gantt *gantt = view->data;
	int width = chart_width(gantt), middle = gantt->first + width * gantt->days_per_column / 2, i;

	(void)ui;
	for (i = 0; i < 4 && scales[i] != gantt->days_per_column; i++)
		;
	if (i + direction >= 0 && i + direction <= 4)
		i += direction;
	gantt->days_per_column = scales[i];
	gantt->first = middle - width * gantt->days_per_column / 2;
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer go_today(struct ui *ui, struct view *view)
{
	(void)ui;
	((struct gantt *)view->data)->placed = false;
	view->dirty = true;
	return ANSWER_DONE;
}

static void filtered(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct gantt *gantt = view->data;
	struct query *query = query_new(register_find("action"));

	if (text && ui_parse_filter(ui, query, text)) {
		query_sort(query, "due", NULL);
		query_free(gantt->list.query);
		gantt->list.query = query;
		free(gantt->filter);
		gantt->filter = *text ? xstrdup(text) : NULL;
		rowlist_forget(&gantt->list);
		rowlist_reload(ui, &gantt->list, false);
	} else {
		query_free(query);
	}
	view->dirty = true;
}

static enum answer add(struct ui *ui, struct view *view)
{
	(void)view;
	form_view_open(ui, register_find("action"), 0);
	return ANSWER_DONE;
}

static enum answer edit(struct ui *ui, struct view *view)
{
	const struct row *row = rowlist_current(&((struct gantt *)view->data)->list);

	if (row)
		form_view_open(ui, register_find("action"), row->id);
	return ANSWER_DONE;
}

static enum answer open_action(struct ui *ui, struct view *view)
{
	const struct row *row = rowlist_current(&((struct gantt *)view->data)->list);

	if (row)
		record_view_open(ui, row->id);
	return ANSWER_DONE;
}

static enum answer ask_filter(struct ui *ui, struct view *view)
{
	prompt_open(ui, _("Filter:"), ((struct gantt *)view->data)->filter, filtered, view);
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct gantt *gantt = view->data;
	size_t row = gantt->list.top + (size_t)(mouse->row - area.top - 2);

	if ((mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE) || mouse->row < area.top + 2 ||
		mouse->row >= area.top + area.height - 1 || row >= gantt->list.rows.count)
		return ANSWER_IGNORED;
	gantt->list.cursor = row;
	view->dirty = true;
	if (mouse->kind == MOUSE_DOUBLE)
		ui_run(ui, "open");
	return ANSWER_DONE;
}

static bool show(struct ui *ui, struct view *view, const struct register_def *def, int64_t id)
{
	struct gantt *gantt = view->data;

	if (gantt->list.query->def != def)
		return false;
	rowlist_go(ui, &gantt->list, id);
	view->dirty = true;
	return true;
}

/* For the export menu. */
static void selection(struct ui *ui, struct view *view, const struct register_def **def, char **filter, int64_t **marks,
	size_t *mark_count)
{
	const struct query *query = ((struct gantt *)view->data)->list.query;

	(void)ui;
	*def = query->def;
	*filter = query->condition_count ? query_text(query) : NULL;
	*marks = NULL;
	*mark_count = 0;
}

static void changed(struct ui *ui, struct view *view)
{
	struct gantt *gantt = view->data;

	if (gantt->list.loaded)
		rowlist_reload(ui, &gantt->list, true);
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct gantt *gantt = view->data;

	(void)ui;
	rowlist_free(&gantt->list);
	free(gantt->filter);
	free(gantt);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "shift", .with = shift },
	{ .command = "zoom", .with = zoom },
	{ .command = "today", .run = go_today },
	{ .command = "add", .run = add },
	{ .command = "edit", .run = edit },
	{ .command = "open", .run = open_action },
	{ .command = "filter", .run = ask_filter },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "gantt",
	.draw = draw,
	.actions = actions,
	.mouse = mouse,
	.changed = changed,
	.close = close_view,
	.selection = selection,
	.show = show };

void gantt_view_open(struct ui *ui)
{
	struct gantt *gantt = xcalloc(1, sizeof *gantt);
	struct query *query = query_new(register_find("action"));

	query_sort(query, "due", NULL);
	rowlist_init(&gantt->list, query);
	rowlist_set_columns(&gantt->list, columns, COLUMN_COUNT);
	gantt->days_per_column = 7;
	ui_push(ui, view_new(&ops, gantt));
}
