/* The stack of views, and the lines around them. */
#include <curses.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tui/draw_figure.h"
#include "tui/internal.h"

#define SAVING_MS 300 /* what is saved sooner is not announced */
#define FRAME_TRIES 3 /* others who write without a pause do not keep the screen from showing something */

struct view *view_new(const struct view_ops *ops, void *data)
{
	struct view *view = xcalloc(1, sizeof *view);

	view->ops = ops;
	view->place = (struct place){ .name = ops->name, .modal = ops->modal, .types = ops->types };
	view->data = data;
	view->dirty = true;
	return view;
}

struct view *ui_top(struct ui *ui)
{
	return ui->depth ? ui->stack[ui->depth - 1] : NULL;
}

struct store *ui_store(struct ui *ui)
{
	return ui->store;
}

struct area ui_area(struct ui *ui)
{
	return (struct area){ 1, 0, ui->rows - 3, ui->columns };
}

void ui_quit(struct ui *ui)
{
	ui->quit = true;
}

void ui_push(struct ui *ui, struct view *view)
{
	if (ui->depth == VIEWS_MAX) {
		/* Somebody went round in circles: the oldest view gives way. */
		struct view *oldest = ui->stack[1];

		memmove(&ui->stack[1], &ui->stack[2], (VIEWS_MAX - 2) * sizeof *ui->stack);
		ui->depth--;
		if (oldest->ops->close)
			oldest->ops->close(ui, oldest);
		free(oldest);
	}
	ui->stack[ui->depth++] = view;
	ui->press.moved = ui->moved = true;
	ui_redraw(ui);
}

bool ui_bring_up(struct ui *ui, const struct view_ops *ops)
{
	struct view *view;
	size_t i;

	for (i = 0; i < ui->depth && ui->stack[i]->ops != ops; i++)
		;
	if (i == ui->depth)
		return false;
	view = ui->stack[i];
	memmove(&ui->stack[i], &ui->stack[i + 1], (ui->depth - i - 1) * sizeof(struct view *));
	ui->stack[ui->depth - 1] = view;
	ui->press.moved = ui->moved = true;
	ui_redraw(ui);
	return true;
}

void ui_pop(struct ui *ui)
{
	struct view *view = ui_top(ui);

	if (!view)
		return;
	ui->depth--;
	ui->press.moved = ui->moved = true;
	if (view->ops->close)
		view->ops->close(ui, view);
	free(view);
	draw_cursor(-1, 0);
	ui_redraw(ui);
}

void ui_changed(struct ui *ui)
{
	size_t i;

	ui->generation = ui->store ? store_generation(ui->store) : 0;
	for (i = 0; i < ui->depth; i++)
		if (ui->stack[i]->ops->changed)
			ui->stack[i]->ops->changed(ui, ui->stack[i]);
	ui_forget_top(ui);
	ui_redraw(ui);
}

/* ---- the lines around ---- */

/* The views that need it, and the lines around them. */
static const struct register_def *register_shown(struct ui *ui)
{
	const struct view *view = ui_top(ui);

	return view && view->ops->shows ? view->ops->shows(view) : NULL;
}

static void draw_all(struct ui *ui)
{
	size_t i, base = 0;

	ui->stale = false;
	if (ui_is_small(ui)) {
		ui_draw_small(ui);
		return;
	}
	for (i = 0; i < ui->depth; i++)
		if (!ui->stack[i]->ops->overlay)
			base = i;
	/* What lies below an overlay is drawn before it, so a change below redraws what is above. */
	for (i = base; i < ui->depth; i++)
		if (ui->stack[i]->dirty) {
			size_t j;

			for (j = i; j < ui->depth; j++)
				ui->stack[j]->dirty = true;
			break;
		}
	if (ui->message_dirty) {
		/* What lay under a long message comes back; a prompt stands on the message's line. */
		draw_fill(ui->rows - 2, 0, ui->columns, STYLE_PLAIN);
		for (i = base; i < ui->depth; i++)
			ui->stack[i]->dirty = true;
	}
	for (i = base; i < ui->depth; i++) {
		struct view *view = ui->stack[i];

		if (!view->dirty)
			continue;
		view->dirty = false;
		if (!view->ops->overlay)
			draw_clear(ui_area(ui));
		view->ops->draw(ui, view, ui_area(ui));
	}
	if (ui->message_dirty && ui->message && ui_top(ui)) {
		const struct view_ops *ops = ui_top(ui)->ops;

		if (!ops->silences)
			ui_draw_message(ui);
	}
	ui->message_dirty = false;
	if (ui->chrome_dirty || ui->marks_told != ui_marked(ui) || ui->hints_of != register_shown(ui)) {
		ui_draw_top(ui);
		if (ui_top(ui))
			keys_draw(ui, ui_top(ui));
		ui->chrome_dirty = false;
	}
	draw_place_cursor();
}

/* What one frame read is of one state of the file; where what a view kept is of another, all are drawn anew. */
void ui_draw(struct ui *ui)
{
	int tries = 0;

	do {
		store_read_begin(ui->store);
		if (ui->store && ui->generation != store_generation(ui->store))
			ui_changed(ui);
		draw_all(ui);
		store_read_end(ui->store);
	} while (ui->store && ui->generation != store_generation(ui->store) && ++tries < FRAME_TRIES);
	/* The terminal may stand still for as long as it likes. */
	store_read_release(ui->store);
	terminal_show();
}

/* In a large register it takes longer than a key may wait: in slices.  True when something is left to count. */
static bool count_left(struct ui *ui)
{
	struct date today = environment_today(store_context(ui->store)->time_zone);
	struct slices *slices = &ui->left_slices;
	struct query *query;
	int64_t left;

	if (ui->left_day != date_days(&today) || ui->left_generation != store_generation(ui->store)) {
		ui->left_day = date_days(&today);
		ui->left_generation = store_generation(ui->store);
		memset(slices, 0, sizeof *slices);
	}
	if (slices->whole)
		return false;
	query = query_new(register_find("risk"));
	if (!query_parse(query, store_context(ui->store), risks_left, NULL) ||
		!store_count_slice(ui->store, query, slices, UI_SLICE_MS, NULL))
		*slices = (struct slices){ .count = -1, .whole = true };
	query_free(query);
	if (!slices->whole)
		return true;
	left = slices->count;
	if (left != ui->left) {
		ui->left = left;
		ui_forget_top(ui);
	}
	if (figures_take_left(&ui->figures, left) && ui_top(ui))
		ui_top(ui)->dirty = true;
	return false;
}

bool ui_left_known(const struct ui *ui, int64_t *left)
{
	struct date today = environment_today(store_context(ui->store)->time_zone);
	bool whole = ui->left_slices.whole && ui->left_day == date_days(&today) &&
		     ui->left_generation == store_generation(ui->store);

	*left = whole ? ui->left : -1;
	return !whole || ui->left >= 0;
}

bool ui_idle(struct ui *ui)
{
	struct view *view = ui_top(ui);
	int64_t quiet = environment_clock_ms() - ui->last_key;
	bool more = ui->store && count_left(ui);

	ui_clock_tick(ui);
	return (view && view->ops->idle && view->ops->idle(ui, view, quiet)) || more;
}

enum keeping ui_save_drafts(struct ui *ui)
{
	enum keeping kept = KEPT_NONE, one;
	size_t i;

	for (i = 0; i < ui->depth; i++) {
		one = ui->stack[i]->ops->save_draft ? ui->stack[i]->ops->save_draft(ui, ui->stack[i]) : KEPT_NONE;
		kept = one > kept ? one : kept;
	}
	return kept;
}

/* Unsaved text waits: of which record, and how one comes back to it. */
static void tell_draft(struct ui *ui, const char *key)
{
	const char *colon = strchr(key, ':');
	char *name = colon ? xstrndup(key, (size_t)(colon - key)) : xstrdup(key);
	const struct register_def *def = register_find(name);

	if (def && colon && strcmp(colon + 1, "new") == 0)
		ui_message(ui,
			_("Text that you had not saved waits in a new record (%s): {add} in that register brings it back."),
			_(def->label));
	else if (def && colon)
		ui_message(ui, _("Text that you had not saved waits in %s: {edit} on that record brings it back."),
			colon + 1);
	free(name);
}

void ui_tell_draft(struct ui *ui)
{
	struct draft *draft = store_draft_any(ui->store);

	if (draft)
		tell_draft(ui, draft->key);
	draft_free(draft);
}

bool ui_close_views(struct ui *ui)
{
	enum keeping kept = ui_save_drafts(ui);

	if (kept == KEPT_NOT) {
		ui_message(ui,
			_("What was changed below this is not saved, and would be lost: save it or leave it first."));
		return false;
	}
	while (ui->depth)
		ui_pop(ui);
	if (kept == KEPT)
		ui_tell_draft(ui);
	return true;
}

/* What the keyboard sent to the editor and to us alike was the editor's; what ends the program stays. */
static void forget_stops(void)
{
	int ending[8], number;
	size_t count = 0;

	while ((number = signals_next()))
		if (number != SIGTSTP && number != SIGINT && number != SIGQUIT && number != SIGCONT &&
			number != SIGWINCH && count < sizeof ending / sizeof ending[0])
			ending[count++] = number;
	while (count)
		raise(ending[--count]);
}

int ui_run_outside(struct ui *ui, char *const argv[])
{
	int status = 0;
	pid_t child;

	store_read_release(ui->store);
	terminal_pause();
	child = fork();
	if (child == 0) {
		signal(SIGPIPE, SIG_DFL);
		execvp(argv[0], argv);
		_exit(127);
	}
	/* Who stops the editor stops this program too: the shell waits for both. */
	do {
		if (child < 0 || waitpid(child, &status, WUNTRACED) < 0)
			status = 127 << 8;
		else if (WIFSTOPPED(status))
			raise(SIGSTOP);
	} while (WIFSTOPPED(status));
	forget_stops();
	terminal_resume(ui);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 127;
}

/* total: 0 where it is not known how much there is to do. */
static void draw_working(struct ui *ui, char *text, int64_t done, int64_t total)
{
	int used;

	draw_fill(ui->rows - 2, 0, ui->columns, STYLE_PLAIN);
	used = draw_text(ui->rows - 2, 1, ui->columns - 2, STYLE_ACCENT, text, false);
	if (total > 0)
		draw_progress_beside(ui->rows - 2, 1 + used, ui->columns - 2 - used, STYLE_GOOD, done, total);
	free(text);
	terminal_show();
	ui->message_dirty = true;
}

void ui_working(struct ui *ui, char *text)
{
	draw_working(ui, text, 0, 0);
}

/* What is said while it lasts; the caller frees. */
static char *progress_says(const struct ui_progress *progress, int64_t done, int64_t total)
{
	const char *key = command_key("step-back", NULL);

	if (progress->rows)
		/* TRANSLATORS: a number of rows, of how many, a key */
		return total ? xasprintf(_("Reading: row %lld of %lld; %s breaks it off."), (long long)done,
				       (long long)total, key)
			     : xasprintf(_("Reading; %s breaks it off."), key);
	return total ? xasprintf(_("Writing: %lld of %lld; %s breaks it off."), (long long)done, (long long)total, key)
		     : xasprintf(_("Writing: %lld; %s breaks it off."), (long long)done, key);
}

bool ui_progress(void *user, int64_t done, int64_t total)
{
	struct ui_progress *progress = user;
	int64_t now = environment_clock_ms();
	struct event event;

	/* Broken off is broken off: a read in the middle of it may have passed over the answer. */
	if (progress->cancelled || now - progress->told < 100)
		return progress->cancelled;
	progress->told = now;
	if (!progress->silent)
		draw_working(progress->ui, progress_says(progress, done, total), done, total);
	if (input_next(&event)) {
		progress->cancelled = event.kind == EVENT_KEY && keys_break_off(event.name);
		free(event.bytes);
	}
	return progress->cancelled;
}

bool ui_saving(void *user, int64_t done, int64_t total)
{
	struct ui_progress *progress = user;

	(void)done;
	(void)total;
	if (!progress->silent && environment_clock_ms() - progress->told >= SAVING_MS) {
		progress->silent = true;
		/* TRANSLATORS: stands at the bottom while a large record is written */
		ui_working(progress->ui, xstrdup(_("Saving...")));
	}
	return false;
}

bool ui_refuses_writes(struct ui *ui)
{
	if (!store_is_read_only(ui->store))
		return false;
	if (store_is_look(ui->store))
		ui_message(ui,
			_("%s was opened with --read-only; nothing can be changed here. Open it without that option to write."),
			store_path(ui->store));
	else
		ui_message(ui, _("%s is open for reading only; nothing can be changed here."), store_path(ui->store));
	return true;
}

bool ui_parse_filter(struct ui *ui, struct query *query, const char *text)
{
	struct error error = { 0 };
	bool ok = query_parse(query, store_context(ui->store), text, &error) &&
		  store_check_query(ui->store, query, NULL, &error);

	if (!ok)
		ui_error(ui, &error);
	error_clear(&error);
	return ok;
}

bool ui_set_field(struct ui *ui, int64_t id, const char *field, const char *value)
{
	struct error error = { 0 };
	bool ok;
	struct record *before = store_record(ui->store, id, &error), *record = before ? record_copy(before) : NULL;

	if (record)
		record_set(record, field, value);
	ok = record && app_save(ui->store, before, record, &error);
	if (ok)
		ui_changed(ui);
	else
		ui_error(ui, &error);
	error_clear(&error);
	record_free(before);
	record_free(record);
	return ok;
}

/* The names of what numbered refs name: people know "Jeanne Roy", not "P-10". */
static char *named_filter(struct ui *ui, const struct register_def *def, const char *filter)
{
	struct query *query = query_new(def);
	char *text = NULL;
	bool any = false;
	size_t i;

	if (query_parse(query, store_context(ui->store), filter, NULL))
		for (i = 0; i < query->condition_count; i++) {
			struct condition *condition = &query->conditions[i];
			const struct register_def *owner, *of = NULL;
			const struct field_def *field = NULL;
			char *title;

			if ((condition->op != OP_EQUAL && condition->op != OP_DIFFERENT) || condition->field ||
				!query_condition_path(def, condition->path, &owner, &field) || !field ||
				!field_is_reference(field) || !store_find(ui->store, condition->value, &of) ||
				!of->prefix)
				continue;
			title = store_title(ui->store, condition->value);
			if (title && *title) {
				free(condition->value);
				condition->value = title;
				any = true;
			} else {
				free(title);
			}
		}
	if (any)
		text = query_text(query);
	query_free(query);
	return text ? text : xstrdup(filter);
}

char *ui_heading(struct ui *ui, const struct register_def *def, const char *title, const char *filter)
{
	char *shown = filter ? named_filter(ui, def, filter) : NULL,
	     *heading = shown ? xasprintf("%s  [%s]", title, shown) : xstrdup(title);

	free(shown);
	return heading;
}

void ui_show(struct ui *ui, const struct register_def *def, int64_t id)
{
	struct view *top = ui_top(ui);

	if (top && top->ops->show)
		top->ops->show(ui, top, def, id);
}

bool ui_remove(struct ui *ui, const int64_t *ids, size_t number)
{
	struct error error = { 0 };
	struct record *record = number == 1 ? store_record(ui->store, ids[0], NULL) : NULL;
	bool ok = app_remove_all(ui->store, ids, number, &error);

	if (ok) {
		ui_changed(ui);
		if (record)
			ui_message(ui, _("%s deleted; %s brings it back."), record->ref, command_key("undo", NULL));
		else
			ui_message(ui,
				ngettext("%zu record deleted; %s brings it back.",
					"%zu records deleted; %s brings them back.", number),
				number, command_key("undo", NULL));
	} else {
		ui_error(ui, &error);
	}
	record_free(record);
	error_clear(&error);
	return ok;
}
