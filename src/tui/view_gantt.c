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

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct gantt *gantt = view->data;
	bool full = false;

	view->dirty = true;
	return rowlist_move(ui, &gantt->list, (enum move)argument, &full) ? ANSWER_DONE : ANSWER_IGNORED;
}

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

/* Half of the time or twice of it, the day in the middle where it is as far as the bar under the cursor stays in sight. */
static enum answer zoom(struct ui *ui, struct view *view, int direction)
{
	struct gantt *gantt = view->data;
	int middle = gantt->first + gantt->span / 2, span = direction < 0 ? gantt->span / 2 : gantt->span * 2;

	(void)ui;
	gantt->span = span < GANTT_SPAN_LEAST ? GANTT_SPAN_LEAST : span > GANTT_SPAN_MOST ? GANTT_SPAN_MOST : span;
	gantt->first = middle - gantt->span / 2;
	show_bar(gantt, rowlist_current(&gantt->list));
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

/* The list by its filter, and without what is done unless that is asked for; the caller's.  NULL: the filter is not one, which is said. */
static struct query *query_of(struct ui *ui, const char *filter, bool all)
{
	struct query *query = query_new(register_find("action"));

	if (filter && *filter && !ui_parse_filter(ui, query, filter)) {
		query_free(query);
		return NULL;
	}
	if (!all)
		query_add(query, NULL, OP_OPEN, NULL);
	query_sort(query, "due", NULL);
	/* As lists have it. */
	query->ended_last = true;
	return query;
}

static void take_query(struct ui *ui, struct gantt *gantt, struct query *query)
{
	query_free(gantt->list.query);
	gantt->list.query = query;
	rowlist_reload(ui, &gantt->list, true);
}

static void filtered(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct gantt *gantt = view->data;
	struct query *query = text ? query_of(ui, text, gantt->all) : NULL;

	if (query) {
		free(gantt->filter);
		gantt->filter = *text ? xstrdup(text) : NULL;
		rowlist_forget(&gantt->list);
		take_query(ui, gantt, query);
		gantt->span = 0;
	}
	view->dirty = true;
}

static enum answer open_only(struct ui *ui, struct view *view)
{
	struct gantt *gantt = view->data;
	struct query *query = query_of(ui, gantt->filter, !gantt->all);

	if (query) {
		gantt->all = !gantt->all;
		take_query(ui, gantt, query);
	}
	view->dirty = true;
	return ANSWER_DONE;
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
	{ .command = "open-only", .run = open_only },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "gantt",
	.draw = gantt_draw,
	.actions = actions,
	.mouse = mouse,
	.changed = changed,
	.close = close_view,
	.selection = selection,
	.show = show };

void gantt_view_open(struct ui *ui)
{
	struct gantt *gantt = xcalloc(1, sizeof *gantt);

	rowlist_init(&gantt->list, query_of(ui, NULL, false));
	rowlist_set_columns(&gantt->list, columns, GANTT_COLUMNS);
	ui_push(ui, view_new(&ops, gantt));
}
