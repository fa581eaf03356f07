/*
 * The action plan through time: a bar an action from its start to its due day,
 * what is done of it filled, today's line, what is late in its own colour.  Rows
 * come by windows, as in lists; what is done only when it is asked for.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/gantt.h"
#include "tui/views.h"

static const char *const columns[GANTT_COLUMNS] = { "ref", "title", "start", "due", "progress", "status", "owner",
	"depends" };

/* A quarter of what is shown earlier or later. */
static enum answer shift(struct ui *ui, struct view *view, int direction)
{
	struct gantt *gantt = view->data;

	(void)ui;
	gantt->first += direction * (gantt->span > 4 ? gantt->span / 4 : 1);
	view->dirty = true;
	return ANSWER_DONE;
}

/* The bar of that row is in sight, or its end where there is no room for all of it. */
static void show_bar(struct gantt *gantt, const struct row *row)
{
	int start, due, margin = gantt->span / 50 + 1;

	if (!row || !gantt_days(row, &start, &due))
		return;
	if (due - start + 1 > gantt->span - 2 * margin)
		start = due - gantt->span / 2;
	if (start - margin < gantt->first)
		gantt->first = start - margin;
	if (due + 1 + margin > gantt->first + gantt->span)
		gantt->first = due + 1 + margin - gantt->span;
}

/* A bar of which nothing is in sight any more comes back. */
static void show_bar_again(struct gantt *gantt, const struct row *row)
{
	int start, due;

	if (row && gantt->span && gantt_days(row, &start, &due) &&
		(due < gantt->first || start >= gantt->first + gantt->span))
		show_bar(gantt, row);
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct gantt *gantt = view->data;
	enum answer answer = list_move(ui, view, argument);

	show_bar_again(gantt, rowlist_current(&gantt->browse.list));
	gantt->moved = !view->dirty;
	view->dirty = true;
	return answer;
}

/* Half of the time or twice of it, the day in the middle where it is as far as the bar under the cursor stays in sight. */
static enum answer zoom(struct ui *ui, struct view *view, int direction)
{
	struct gantt *gantt = view->data;
	int middle = gantt->first + gantt->span / 2, span = direction < 0 ? gantt->span / 2 : gantt->span * 2;

	(void)ui;
	gantt->span = span < GANTT_SPAN_LEAST ? GANTT_SPAN_LEAST : span > GANTT_SPAN_MOST ? GANTT_SPAN_MOST : span;
	gantt->first = middle - gantt->span / 2;
	show_bar(gantt, rowlist_current(&gantt->browse.list));
	view->dirty = true;
	return ANSWER_DONE;
}

/* Today, at a third of the line. */
static enum answer go_today(struct ui *ui, struct view *view)
{
	struct gantt *gantt = view->data;

	gantt->first = gantt_today(ui) - gantt->span / 3;
	view->dirty = true;
	return ANSWER_DONE;
}

/* The actions by the day on which they are due, and without what is done unless that is asked for. */
static struct query *base(struct ui *ui, const struct browse *browse, const struct register_def *def)
{
	struct query *query = query_new(def);

	(void)ui;
	if (!((const struct gantt *)browse)->all)
		query_add(query, NULL, OP_OPEN, NULL);
	query_sort(query, "due", NULL);
	/* As lists have it. */
	query->ended_last = true;
	return query;
}

static enum answer open_only(struct ui *ui, struct view *view)
{
	struct gantt *gantt = view->data;

	gantt->all = !gantt->all;
	browse_base_again(ui, &gantt->browse);
	rowlist_reload(ui, &gantt->browse.list, true);
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct gantt *gantt = view->data;
	size_t row = gantt->browse.list.top + (size_t)(mouse->row - area.top - 2);

	if ((mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE) || mouse->row < area.top + 2 ||
		mouse->row >= area.top + area.height - 1 || row >= gantt->browse.list.rows.count)
		return ANSWER_IGNORED;
	gantt->browse.list.cursor = row;
	view->dirty = true;
	if (mouse->kind == MOUSE_DOUBLE)
		ui_run(ui, "open");
	return ANSWER_DONE;
}

/* What is done is marked still, though it may be out of sight now. */
static void changed(struct ui *ui, struct view *view)
{
	struct rowlist *list = browse_list(view);
	struct query *all = query_new(list->query->def);

	rowlist_unmark_gone(ui, list, all);
	query_free(all);
	if (list->loaded)
		rowlist_reload(ui, list, true);
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct gantt *gantt = view->data;

	browse_leave(ui, &gantt->browse, LEFT_GANTT);
	browse_end(&gantt->browse);
	free(gantt->fitted);
	free(gantt);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "shift", .with = shift },
	{ .command = "zoom", .with = zoom },
	{ .command = "today", .run = go_today },
	{ .command = "open-only", .run = open_only },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "gantt",
	.actions = actions,
	.shared = list_actions,
	.draw = gantt_draw,
	.paste = list_paste,
	.mouse = mouse,
	.idle = browse_idle,
	.changed = changed,
	.close = close_view,
	.list = browse_list,
	.record = browse_record,
	.selection = browse_selection,
	.show = browse_show };

void gantt_view_open(struct ui *ui)
{
	struct gantt *gantt;

	if (ui_bring_up(ui, &ops))
		return;
	gantt = xcalloc(1, sizeof *gantt);
	gantt->browse.base = base;
	rowlist_init(&gantt->browse.list, base(ui, &gantt->browse, register_find("action")));
	rowlist_set_columns(&gantt->browse.list, columns, GANTT_COLUMNS);
	browse_come_back(ui, &gantt->browse, LEFT_GANTT);
	ui_push(ui, view_new(&ops, gantt));
}
