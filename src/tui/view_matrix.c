/* The risk matrix: likelihood by impact, counts and refs in the cells, the level by letter and colour. */
#include <stdlib.h>
#include <string.h>

#include "model/quality.h"
#include "tui/matrix.h"
#include "tui/views.h"

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;

	/* The highest likelihood stands at the top. */
	switch ((enum move)argument) {
	case MOVE_UP:
		matrix->row += matrix->row < method->scales[SCALE_LIKELIHOOD].count;
		break;
	case MOVE_DOWN:
		matrix->row -= matrix->row > 1;
		break;
	case MOVE_RIGHT:
		matrix->column += matrix->column < method->scales[SCALE_IMPACT].count;
		break;
	case MOVE_LEFT:
		matrix->column -= matrix->column > 1;
		break;
	default:
		return ANSWER_IGNORED;
	}
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer show_state(struct ui *ui, struct view *view, int state)
{
	struct matrix *matrix = view->data;

	(void)ui;
	matrix->state = state;
	matrix_forget(matrix);
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer next_state(struct ui *ui, struct view *view)
{
	return show_state(ui, view, (((struct matrix *)view->data)->state + 1) % MATRIX_STATES);
}

static void filtered(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct matrix *matrix = view->data;
	struct query *query = query_new(register_find("risk"));

	if (text && ui_parse_filter(ui, query, text)) {
		free(matrix->filter);
		matrix->filter = *text ? xstrdup(text) : NULL;
		matrix_forget(matrix);
		view->dirty = true;
	} else if (text) {
		prompt_again(ui, text);
	}
	query_free(query);
}

static enum answer open_cell(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;
	char *cell, *title;

	if (!matrix_has_grid(method))
		return ANSWER_DONE;
	cell = xasprintf("%d %s \xc3\x97 %d %s", matrix->row, method->scales[SCALE_LIKELIHOOD].names[matrix->row - 1],
		matrix->column, method->scales[SCALE_IMPACT].names[matrix->column - 1]);
	title = xasprintf(_("%s: %s"), matrix_state_name(matrix->state), cell);
	list_view_open(ui, matrix_cell_query(ui, matrix, matrix->row, matrix->column), title);
	free(cell);
	free(title);
	return ANSWER_DONE;
}

static enum answer list_unrated(struct ui *ui, struct view *view)
{
	list_view_open(ui, matrix_unrated_query(ui, view->data), _("Risks that are not rated"));
	return ANSWER_DONE;
}

static enum answer list_left(struct ui *ui, struct view *view)
{
	list_view_open(ui, matrix_beside_query(ui, view->data, MATRIX_LEFT), _("Risks that left the register"));
	return ANSWER_DONE;
}

static enum answer list_lapsed(struct ui *ui, struct view *view)
{
	list_view_open(ui, matrix_beside_query(ui, view->data, risks_lapsed),
		_("Accepted risks whose acceptance does not hold any more"));
	return ANSWER_DONE;
}

static enum answer turn_arrows(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;

	matrix->arrows = !matrix->arrows;
	view->dirty = true;
	if (matrix->arrows)
		ui_message(ui, _("The arrows tell where the risks of the cell under the cursor stand once treated."));
	return ANSWER_DONE;
}

static enum answer ask_filter(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;

	prompt_open(ui, _("Filter:"), matrix->filter ? matrix->filter : "", filtered, view);
	return ANSWER_DONE;
}

static enum answer add(struct ui *ui, struct view *view)
{
	(void)view;
	form_view_open(ui, register_find("risk"), 0);
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;

	(void)area;
	if ((mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE) || !matrix->cell_width ||
		mouse->row < matrix->grid.top || mouse->row >= matrix->grid.top + matrix->grid.height ||
		mouse->column < matrix->grid.left || mouse->column >= matrix->grid.left + matrix->grid.width)
		return ANSWER_IGNORED;
	matrix->row = method->scales[SCALE_LIKELIHOOD].count - (mouse->row - matrix->grid.top) / matrix->cell_height;
	matrix->column = (mouse->column - matrix->grid.left) / matrix->cell_width + 1;
	view->dirty = true;
	if (mouse->kind == MOUSE_DOUBLE)
		ui_run(ui, "open");
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;

	matrix->read = false;
	matrix->arrows_row = 0;
	if (matrix->row > method->scales[SCALE_LIKELIHOOD].count)
		matrix->row = 1;
	if (matrix->column > method->scales[SCALE_IMPACT].count)
		matrix->column = 1;
	view->dirty = true;
}

static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	struct matrix *matrix = view->data;
	struct error error = { 0 };
	struct query *query;
	bool ok;

	(void)quiet;
	if (matrix->weighed.whole || !matrix->read)
		return false;
	query = matrix_beside_query(ui, matrix, risks_lapsed);
	ok = store_count_slice(ui->store, query, &matrix->weighed, UI_SLICE_MS, &error);
	error_clear(&error);
	query_free(query);
	if (!ok) {
		/* What stood here stays. */
		matrix->weighed.whole = true;
		return false;
	}
	if (!matrix->weighed.whole)
		return true;
	view->dirty = view->dirty || matrix->weighed.count != matrix->lapsed;
	matrix->lapsed = matrix->weighed.count;
	return false;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;

	(void)ui;
	matrix_forget(matrix);
	failure_forget(&matrix->failure);
	free(matrix->filter);
	free(matrix);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_cell },
	{ .command = "state", .run = next_state },
	{ .command = "state-of", .with = show_state },
	{ .command = "arrows", .run = turn_arrows },
	{ .command = "unrated", .run = list_unrated },
	{ .command = "gone", .run = list_left },
	{ .command = "lapsed", .run = list_lapsed },
	{ .command = "filter", .run = ask_filter },
	{ .command = "add", .run = add },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "matrix",
	.draw = matrix_draw,
	.actions = actions,
	.mouse = mouse,
	.changed = changed,
	.idle = idle,
	.close = close_view };

/* The cell of the risk under the cursor of the view below; where there is none, the worst one that holds risks. */
static void place_cursor(struct ui *ui, struct matrix *matrix)
{
	const struct method *method = &store_context(ui->store)->method;
	struct view *below = ui_top(ui);
	int64_t id = below && below->ops->record ? below->ops->record(ui, below) : 0;
	struct record *risk = id ? store_record(ui->store, id, NULL) : NULL;
	const char *likelihood =
		risk && risk->def == register_find("risk") ? record_get(risk, "current_likelihood") : NULL;
	const char *impact = likelihood ? record_get(risk, "current_impact") : NULL;

	matrix->row = impact ? atoi(likelihood) : method->scales[SCALE_LIKELIHOOD].count;
	matrix->column = impact ? atoi(impact) : method->scales[SCALE_IMPACT].count;
	matrix->unplaced = !impact;
	/* A rating of an older method may lie outside of this one. */
	if (matrix->row < 1 || matrix->row > method->scales[SCALE_LIKELIHOOD].count)
		matrix->row = 1;
	if (matrix->column < 1 || matrix->column > method->scales[SCALE_IMPACT].count)
		matrix->column = 1;
	record_free(risk);
}

void matrix_view_open(struct ui *ui)
{
	struct matrix *matrix = xcalloc(1, sizeof *matrix);

	matrix->state = 1;
	place_cursor(ui, matrix);
	ui_push(ui, view_new(&ops, matrix));
}
