/*
 * A table before it is imported: whose register, which column is which field, how what may be two
 * things is read, and what becomes of what the file has.  Nothing is written here.
 */
#include <string.h>

#include "tui/importing.h"
#include "tui/pick.h"

/* ---- what its keys do ---- */

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct importing *import = view->data;
	size_t page = import->height > 1 ? (size_t)import->height - 1 : 1;

	(void)ui;
	if (!cursor_move(
		    &import->cursor, import->setting_count + import->plan->column_count, page, (enum move)argument))
		return ANSWER_IGNORED;
	view->dirty = true;
	return ANSWER_DONE;
}

/* The same file in another character set; what was said of its columns is found out anew. */
static void encoding_taken(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct importing *import = view->data;
	struct import_options options = { .encoding = value && *value == '+' ? value + 1 : value };
	struct error error = { 0 };
	struct import_plan *plan = value ? import_plan_open(ui->store, import->path, &options, &error) : NULL;

	if (plan) {
		import_plan_free(import->plan);
		import->plan = plan;
		import->given = (struct reading_form){ 0 };
		import->cursor = import->setting_count = 0;
		importing_arrange(import);
	} else if (value) {
		ui_error(ui, &error);
	}
	error_clear(&error);
	view->dirty = true;
}

static void fill_encodings(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	static const char *const names[] = { "windows-1252", "iso-8859-15", "macintosh", "cp850", "utf-8", "utf-16" };
	size_t i;

	(void)ui;
	(void)user;
	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		pick_offer(items, typed, names[i], names[i], NULL);
}

static void choose_encoding(struct ui *ui, struct view *view)
{
	struct pick pick = { .title = _("In which character set is it written?"),
		.fill = fill_encodings,
		.then = encoding_taken,
		.user = view };

	pick_view_open(ui, &pick);
}

static enum answer choose(struct ui *ui, struct view *view)
{
	struct importing *import = view->data;
	size_t column = importing_column(import);

	view->dirty = true;
	if (column == import->plan->column_count && import->settings[import->cursor] == SET_NOTES &&
		!import->plan->sheets.count)
		choose_encoding(ui, view);
	else if (column == import->plan->column_count)
		setting_choose(ui, view, import->settings[import->cursor]);
	else if (!import->plan->def)
		ui_message(ui, _("Say first whose table it is: the first line, {choose}."));
	else
		column_choose(ui, view, column);
	return ANSWER_DONE;
}

static enum answer leave_out(struct ui *ui, struct view *view)
{
	struct importing *import = view->data;
	size_t column = importing_column(import);
	struct error error = { 0 };

	view->dirty = true;
	if (column == import->plan->column_count) {
		if (!setting_turn(ui, view, import->settings[import->cursor]))
			setting_choose(ui, view, import->settings[import->cursor]);
		return ANSWER_DONE;
	}
	if (!import->plan->def) {
		ui_message(ui, _("Say first whose table it is: the first line, {choose}."));
		return ANSWER_DONE;
	}
	import->touched = true;
	import->kept = false;
	if (import->plan->columns[column].use == USE_SKIPPED)
		import_plan_take_back_column(import->plan, column);
	else if (!import_plan_skip_column(import->plan, column, &error))
		ui_error(ui, &error);
	error_clear(&error);
	importing_arrange(import);
	return ANSWER_DONE;
}

static enum answer turn_dates(struct ui *ui, struct view *view)
{
	dates_turn(ui, view);
	return ANSWER_DONE;
}

static enum answer turn_decimal(struct ui *ui, struct view *view)
{
	decimal_turn(ui, view);
	return ANSWER_DONE;
}

static enum answer only_good(struct ui *ui, struct view *view)
{
	setting_turn(ui, view, SET_GOOD);
	return ANSWER_DONE;
}

/* What is open comes first: nothing is tried on a guess. */
static enum answer look(struct ui *ui, struct view *view)
{
	struct importing *import = view->data;
	size_t first, open = importing_open(import, &first);

	view->dirty = true;
	if (!open) {
		/* Whoever finds rows refused puts the table right, and reads it again. */
		import_plan_keep_columns(import->plan);
		import->kept = true;
		preview_view_open(ui, import);
		return ANSWER_DONE;
	}
	import->cursor = first;
	if (!import->plan->def)
		ui_message(ui, _("Say first whose table it is: the first line, {choose}."));
	else if (import->plan->columns[importing_column(import)].open == OPEN_ORDER)
		ui_message(ui, _("These dates may be two days each: {day-or-month} says which number is the day."));
	else if (import->plan->columns[importing_column(import)].open == OPEN_SIGN)
		ui_message(ui, _("These numbers may be two each: {decimal-sign} says which sign is before decimals."));
	else
		ui_message(ui, _("Nobody knows this column: {choose} gives it a field, {leave-out} leaves it out."));
	return ANSWER_DONE;
}

static void leave_answered(struct ui *ui, bool yes, void *user)
{
	(void)user;
	if (yes)
		ui_pop(ui);
}

static enum answer leave(struct ui *ui, struct view *view)
{
	if (!((struct importing *)view->data)->touched)
		return ANSWER_CLOSE;
	confirm_view_open(ui,
		((struct importing *)view->data)->kept
			? _("Leave without importing? What the columns are is kept until the file is closed.")
			: _("Leave without importing? What you said of the columns is dropped."),
		leave_answered, view);
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct importing *import = view->data;
	size_t all = import->setting_count + import->plan->column_count, at = all;

	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	if (mouse->row > area.top && mouse->row <= area.top + (int)import->setting_count)
		at = (size_t)(mouse->row - area.top - 1);
	else if (mouse->row >= import->first && mouse->row < import->first + import->height)
		at = import->setting_count + import->top + (size_t)(mouse->row - import->first);
	if (at >= all)
		return ANSWER_DONE;
	import->cursor = at;
	view->dirty = true;
	if (mouse->kind == MOUSE_DOUBLE)
		ui_run(ui, "choose");
	return ANSWER_DONE;
}

static void close_view(struct ui *ui, struct view *view)
{
	(void)ui;
	importing_free(view->data);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "choose", .run = choose },
	{ .command = "leave-out", .run = leave_out },
	{ .command = "day-or-month", .run = turn_dates },
	{ .command = "decimal-sign", .run = turn_decimal },
	{ .command = "only-good", .run = only_good },
	{ .command = "look", .run = look },
	{ .command = "leave", .run = leave },
	{ .command = NULL },
};

static const struct view_ops ops = {
	.name = "import", .modal = true, .draw = import_draw, .actions = actions, .mouse = mouse, .close = close_view
};

/* What was said of the same headings before is said, so that nobody takes it for found out. */
static void tell_remembered(struct ui *ui, const struct import_plan *plan)
{
	size_t remembered = 0, i;

	for (i = 0; i < plan->column_count; i++)
		remembered += plan->columns[i].origin == BY_MEMORY;
	if (remembered)
		ui_message(ui,
			ngettext("%zu column is read as the last time; look at it.",
				"%zu columns are read as the last time; look at them.", remembered),
			remembered);
}

void import_view_open_plan(struct ui *ui, const char *path, struct import_plan *plan)
{
	struct importing *import = xcalloc(1, sizeof *import);
	size_t first, depth;

	import->path = xstrdup(path);
	import->plan = plan;
	for (depth = ui->depth; depth && !import->from; depth--)
		if (ui->stack[depth - 1]->ops->shows)
			import->from = ui->stack[depth - 1]->ops->shows(ui->stack[depth - 1]);
	importing_arrange(import);
	if (importing_open(import, &first))
		import->cursor = first;
	ui_push(ui, view_new(&ops, import));
	tell_remembered(ui, plan);
}
