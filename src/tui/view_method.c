/*
 * The editor of the risk method: the grid, filled by sum, by product or by hand, the
 * threshold, and how many levels the scales have.  Nothing is written before it was
 * said what it changes; then all of it is one step of undo.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/method.h"
#include "tui/views.h"

bool method_load(struct ui *ui, struct method_editor *editor)
{
	const struct method *method = &store_context(ui->store)->method;
	struct error error = { 0 };
	struct record *record = method->ref ? store_record_by_ref(ui->store, method->ref, &error) : NULL;
	struct rating_counts counts;
	int i;

	if (error.kind || !app_rating_counts(ui->store, &counts, &error)) {
		ui_error(ui, &error);
		error_clear(&error);
		record_free(record);
		return false;
	}
	if (!record || !method_count(ui, SCALE_LIKELIHOOD) || !method_count(ui, SCALE_IMPACT) ||
		!method_count(ui, SCALE_RISK)) {
		record_free(record);
		ui_message(ui, _("The organisation has no risk method yet; {organisation} opens its record."));
		return false;
	}
	record_free(editor->before);
	editor->before = record;
	editor->was = editor->grid = grid_of(method);
	editor->counts = counts;
	for (i = 0; i < SCALE_COUNT; i++)
		if (editor->at[i] < 1 || editor->at[i] > method_count(ui, i))
			editor->at[i] = method_count(ui, i);
	return true;
}

/* ---- writing ---- */

static bool moves_threshold(const struct method_editor *editor)
{
	return editor->grid.threshold != editor->was.threshold;
}

/* One action: where the threshold moves, that is a record of its own, with its reason and who decided (struct field_def, versions). */
static bool write_all(
	struct ui *ui, struct method_editor *editor, const char *decider, char **warning, struct error *error)
{
	struct record *record = record_copy(editor->before);
	char *grid = grid_text(&editor->grid);
	bool ok;

	record_set(record, "grid", grid);
	if (moves_threshold(editor)) {
		record_set_number(record, "threshold", editor->grid.threshold);
		record_set(record, "threshold_reason", editor->reason);
		record_set(record, "threshold_owner", decider);
	}
	ok = app_save(ui->store, editor->before, record, error);
	if (ok && moves_threshold(editor))
		*warning = app_threshold_warning(
			ui->store, NULL, record_get(record, "threshold_owner"), record_get(record, "threshold_date"));
	record_free(record);
	free(grid);
	return ok;
}

static void save_all(struct ui *ui, struct view *view, const char *decider)
{
	struct method_editor *editor = view->data;
	struct error error = { 0 };
	struct ui_progress progress = { .ui = ui };
	char *warning = NULL;
	bool ok;

	store_set_progress(ui->store, ui_progress, &progress);
	ok = write_all(ui, editor, decider, &warning, &error);
	store_set_progress(ui->store, NULL, NULL);
	if (ok) {
		char *done = xasprintf(_("The method is changed; %s takes it back."), command_key("undo", NULL));

		ui_pop(ui);
		ui_changed(ui);
		ui_message(ui, warning ? "%s %s" : "%s", done, warning);
		free(done);
	} else {
		ui_error(ui, &error);
	}
	free(warning);
	error_clear(&error);
}

/* "+NAME" is a person who is not in the file yet. */
static void decided(struct ui *ui, const char *value, void *user)
{
	if (value && *value)
		save_all(ui, user, value);
}

static void reasoned(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct method_editor *editor = view->data;

	if (!text)
		return;
	free(editor->reason);
	editor->reason = xstrdup(text);
	if (moves_threshold(editor))
		picker_view_open(ui, _("Who of general management decided the threshold?"), register_people(), NULL,
			false, NULL, decided, view);
	else
		save_all(ui, view, NULL);
}

static enum answer save(struct ui *ui, struct view *view)
{
	struct method_editor *editor = view->data;

	view->dirty = true;
	if (ui_refuses_writes(ui))
		return ANSWER_DONE;
	method_weigh(editor);
	if (!editor->changed)
		ui_message(ui, _("Nothing was changed."));
	else
		prompt_open(ui, _("Why ({take} writes, {leave} does not):"), "", reasoned, view);
	return ANSWER_DONE;
}

static void leave(struct ui *ui, bool yes, void *user)
{
	(void)user;
	if (yes)
		ui_pop(ui);
}

/* ---- keys ---- */

/* Down from the grid to the impacts, the levels of risk and of maturity; left of it are the likelihoods. */
static void move_rows(struct ui *ui, struct method_editor *editor, int step)
{
	int *likelihood = &editor->at[SCALE_LIKELIHOOD], scale = editor->scale;

	if (scale == ON_CELLS || scale == SCALE_LIKELIHOOD) {
		if (step < 0)
			*likelihood += *likelihood < editor->grid.likelihoods;
		else if (*likelihood > 1)
			--*likelihood;
		else
			editor->scale = SCALE_IMPACT;
	} else if (scale == SCALE_IMPACT) {
		editor->scale = step < 0 ? ON_CELLS : SCALE_RISK;
	} else if (scale == SCALE_RISK) {
		editor->scale = step < 0                           ? SCALE_IMPACT
				: method_count(ui, SCALE_MATURITY) ? SCALE_MATURITY
								   : SCALE_RISK;
	} else if (step < 0) {
		editor->scale = SCALE_RISK;
	}
}

static void move_columns(struct ui *ui, struct method_editor *editor, int step)
{
	int scale = editor->scale == ON_CELLS ? SCALE_IMPACT : editor->scale, *at = &editor->at[scale];

	if (scale == SCALE_LIKELIHOOD) {
		editor->scale = step > 0 ? ON_CELLS : SCALE_LIKELIHOOD;
		return;
	}
	if (*at + step >= 1 && *at + step <= method_count(ui, scale))
		*at += step;
	else if (step < 0 && editor->scale == ON_CELLS)
		editor->scale = SCALE_LIKELIHOOD;
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct method_editor *editor = view->data;

	switch ((enum move)argument) {
	case MOVE_UP:
		move_rows(ui, editor, -1);
		break;
	case MOVE_DOWN:
		move_rows(ui, editor, 1);
		break;
	case MOVE_RIGHT:
	case MOVE_NEXT:
		move_columns(ui, editor, 1);
		break;
	case MOVE_LEFT:
	case MOVE_PREVIOUS:
		move_columns(ui, editor, -1);
		break;
	default:
		return ANSWER_IGNORED;
	}
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer set_cell(struct ui *ui, struct view *view, int level)
{
	struct method_editor *editor = view->data;

	view->dirty = true;
	if (editor->scale != ON_CELLS)
		ui_message(ui, _("Digits set the cells of the grid; the arrows lead back to them."));
	else if (level <= editor->grid.levels)
		editor->grid.cells[editor->at[SCALE_LIKELIHOOD] - 1][editor->at[SCALE_IMPACT] - 1] =
			(unsigned char)level;
	else
		ui_message(ui, _("There is no level %d of risk; the highest is %d."), level, editor->grid.levels);
	return ANSWER_DONE;
}

static enum answer list_levels(struct ui *ui, struct view *view)
{
	const struct method_editor *editor = view->data;
	struct query *query = query_new(register_find("level"));

	query_add(query, "method", OP_EQUAL, editor->before->ref);
	query_sort(query, "scale", NULL);
	list_view_open(ui, query, _("Levels of the scales"));
	return ANSWER_DONE;
}

static enum keeping keep(struct ui *ui, struct view *view)
{
	struct method_editor *editor = view->data;

	(void)ui;
	method_weigh(editor);
	return editor->changed ? KEPT_NOT : KEPT_NONE;
}

static enum answer go_back(struct ui *ui, struct view *view)
{
	if (keep(ui, view) == KEPT_NONE)
		return ANSWER_CLOSE;
	confirm_view_open(ui, _("Leave without saving?"), leave, view);
	return ANSWER_DONE;
}

static enum answer fill(struct ui *ui, struct view *view, int how)
{
	(void)ui;
	grid_fill(&((struct method_editor *)view->data)->grid, how == 'p' ? GRID_BY_PRODUCT : GRID_BY_SUM);
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer move_threshold(struct ui *ui, struct view *view, int step)
{
	struct risk_grid *grid = &((struct method_editor *)view->data)->grid;

	(void)ui;
	if (grid->threshold + step >= 1 && grid->threshold + step <= grid->levels)
		grid->threshold += step;
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer add_level(struct ui *ui, struct view *view)
{
	view->dirty = true;
	method_scale_change(ui, view, true);
	return ANSWER_DONE;
}

static enum answer remove_level(struct ui *ui, struct view *view)
{
	view->dirty = true;
	method_scale_change(ui, view, false);
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct method_editor *editor = view->data;
	size_t i;

	(void)ui;
	(void)area;
	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	for (i = 0; i < editor->spot_count; i++) {
		const struct method_spot *spot = &editor->spots[i];

		if (mouse->row != spot->row || mouse->column < spot->from || mouse->column >= spot->to)
			continue;
		editor->scale = spot->scale;
		editor->at[spot->scale == ON_CELLS ? SCALE_LIKELIHOOD : spot->scale] = spot->number;
		if (spot->scale == ON_CELLS)
			editor->at[SCALE_IMPACT] = spot->impact;
		view->dirty = true;
		break;
	}
	return ANSWER_DONE;
}

/* Those that were known stay where they cannot be read anew. */
static void keep_counts(struct ui *ui, struct method_editor *editor)
{
	struct rating_counts counts;
	struct error error = { 0 };

	if (app_rating_counts(ui->store, &counts, &error))
		editor->counts = counts;
	else
		ui_error(ui, &error);
	error_clear(&error);
}

/* What was not saved is kept as long as the scales are those that it was made for; saving finds what others changed. */
static void changed(struct ui *ui, struct view *view)
{
	struct method_editor *editor = view->data;
	const struct method *method = &store_context(ui->store)->method;
	struct risk_grid now = grid_of(method);

	method_weigh(editor);
	view->dirty = true;
	if (editor->changed && method->ref && strcmp(method->ref, editor->before->ref) == 0 &&
		now.likelihoods == editor->was.likelihoods && now.impacts == editor->was.impacts &&
		now.levels == editor->was.levels)
		keep_counts(ui, editor);
	else
		method_load(ui, editor);
}

static void close_view(struct ui *ui, struct view *view)
{
	struct method_editor *editor = view->data;

	(void)ui;
	record_free(editor->before);
	free(editor->name);
	free(editor->reason);
	free(editor);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "level", .with = set_cell },
	{ .command = "fill", .with = fill },
	{ .command = "threshold", .with = move_threshold },
	{ .command = "levels", .run = list_levels },
	{ .command = "add-level", .run = add_level },
	{ .command = "remove-level", .run = remove_level },
	{ .command = "save", .run = save },
	{ .command = "leave", .run = go_back },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "method",
	.draw = method_draw,
	.actions = actions,
	.mouse = mouse,
	.changed = changed,
	.save_draft = keep,
	.close = close_view };

void method_view_open(struct ui *ui)
{
	struct method_editor *editor = xcalloc(1, sizeof *editor);

	editor->scale = ON_CELLS;
	if (!method_load(ui, editor)) {
		free(editor);
		return;
	}
	ui_push(ui, view_new(&ops, editor));
}
