/* The view of one indicator: what indicator_draw.c shows of it, and what its keys do. */
#include <stdlib.h>

#include "tui/indicators.h"

static void draw(struct ui *ui, struct view *view, struct area area)
{
	indicator_one_draw(ui, view->data, area, &view->place, false);
}

/* ---- keys ---- */

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct indicator_one *one = view->data;

	(void)ui;
	if (!one->line_count)
		return ANSWER_IGNORED;
	cursor_move(&one->row, one->line_count, (size_t)(one->height > 1 ? one->height : 1), (enum move)argument);
	view->dirty = true;
	return ANSWER_DONE;
}

static const struct indicator_one_line *line_here(const struct indicator_one *one)
{
	return one->row < one->line_count ? &one->lines[one->row] : NULL;
}

/* The measurement or the analysis under the cursor; of a period without a value, the indicator. */
static enum answer open_one(struct ui *ui, struct view *view)
{
	const struct indicator_one *one = view->data;
	const struct indicator_one_line *line = line_here(one);
	int64_t id = !line ? 0 : line->analysis ? line->analysis->id : one->points[line->point].id;

	record_view_open(ui, id ? id : one->id);
	return ANSWER_DONE;
}

/* Of the period under the cursor. */
static enum answer analyse(struct ui *ui, struct view *view)
{
	const struct indicator_one *one = view->data;
	const struct indicator_one_line *line = line_here(one);

	if (one->indicator)
		indicator_analyse(ui, one->indicator, line ? one->points[line->point].period : NULL);
	return ANSWER_DONE;
}

static enum answer edit(struct ui *ui, struct view *view)
{
	form_view_open(ui, register_find("indicator"), ((struct indicator_one *)view->data)->id);
	return ANSWER_DONE;
}

#define WITH_INDICATOR(name, does)                                                                                     \
	static enum answer name(struct ui *ui, struct view *view)                                                      \
	{                                                                                                              \
		const struct indicator_one *one = view->data;                                                          \
                                                                                                                       \
		if (one->indicator)                                                                                    \
			does(ui, one->indicator);                                                                      \
		return ANSWER_DONE;                                                                                    \
	}
WITH_INDICATOR(value, indicator_ask_value)
WITH_INDICATOR(count_now, indicator_count_now)
WITH_INDICATOR(formula, indicator_formula_open)
WITH_INDICATOR(use, indicator_use)

static void changed(struct ui *ui, struct view *view)
{
	(void)ui;
	indicator_one_forget(view->data);
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	(void)ui;
	indicator_one_forget(view->data);
	failure_forget(&((struct indicator_one *)view->data)->failure);
	free(view->data);
}

static int64_t record_here(struct ui *ui, struct view *view)
{
	(void)ui;
	return ((struct indicator_one *)view->data)->id;
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_one },
	{ .command = "edit", .run = edit },
	{ .command = "value", .run = value },
	{ .command = "count", .run = count_now },
	{ .command = "formula", .run = formula },
	{ .command = "use", .run = use },
	{ .command = "analyse", .run = analyse },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "indicator",
	.draw = draw,
	.actions = actions,
	.changed = changed,
	.close = close_view,
	.record = record_here };

void indicator_view_open(struct ui *ui, int64_t id)
{
	struct indicator_one *one = xcalloc(1, sizeof *one);

	one->id = id;
	ui_push(ui, view_new(&ops, one));
}
