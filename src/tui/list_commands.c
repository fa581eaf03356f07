/* What is done with the rows of a list, whichever view shows them. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

static const struct row *current(const struct view *view)
{
	return rowlist_current(&((struct browse *)view->data)->list);
}

static const struct register_def *shown(const struct view *view)
{
	return ((struct browse *)view->data)->list.query->def;
}

/* ---- moving ---- */

/* Left and right choose the column whose field is edited. */
static enum answer choose_column(struct ui *ui, struct view *view, enum move move)
{
	struct rowlist *list = browse_list(view);

	if (!rowlist_choose_column(list, move)) {
		if (move == MOVE_LEFT)
			return ANSWER_IGNORED;
		if (!list->chosen)
			ui_message(ui, _("No column here is filled by hand; {columns} chooses others."));
		return ANSWER_DONE;
	}
	view->dirty = true;
	if (list->chosen)
		ui_message(ui,
			_("%s: {edit} changes it, {repeat} does the last change again, {step-back} leaves the columns."),
			_(rowlist_chosen_field(list)->label));
	return ANSWER_DONE;
}

enum answer list_move(struct ui *ui, struct view *view, int argument)
{
	struct browse *browse = view->data;
	bool full = false;

	if (argument == MOVE_LEFT || argument == MOVE_RIGHT)
		return choose_column(ui, view, (enum move)argument);
	if (!rowlist_move(ui, &browse->list, (enum move)argument, &full))
		return ANSWER_IGNORED;
	/* The line below follows with the record, when the hand rests. */
	if (full)
		view->dirty = true;
	return ANSWER_DONE;
}

/* One step back: no column is chosen, then all records again, the cursor where it was. */
static enum answer take_filter_off(struct ui *ui, struct view *view)
{
	struct browse *browse = view->data;
	const struct row *row = current(view);
	int64_t here = row ? row->id : 0;

	if (browse->list.chosen) {
		browse->list.chosen = 0;
		view->dirty = true;
		return ANSWER_DONE;
	}
	if (!browse->filter)
		return ANSWER_IGNORED;
	browse_filter(ui, view, "");
	if (here)
		rowlist_go(ui, &browse->list, here);
	return ANSWER_DONE;
}

/* ---- records ---- */

static enum answer add(struct ui *ui, struct view *view)
{
	if (register_answers(shown(view)))
		ui_message(ui,
			_("Each control of the catalogue has its line already; own controls are added in the checklist."));
	else
		form_view_open(ui, shown(view), 0);
	return ANSWER_DONE;
}

static enum answer open_record(struct ui *ui, struct view *view)
{
	if (current(view))
		record_view_open(ui, current(view)->id);
	return ANSWER_DONE;
}

/* The field of the chosen column, right in the list; without one the form, or of those marked the field that is chosen then. */
enum answer list_edit(struct ui *ui, struct view *view, const struct meant *meant)
{
	struct change_ask ask = { .def = shown(view), .field = rowlist_chosen_field(browse_list(view)) };

	if (ask.field && meant->marked && ask.field->flags & FIELD_TITLE)
		ui_message(ui, _("%s is given to one record at a time."), _(ask.field->label));
	else if (ask.field)
		change_open(ui, meant, &ask);
	else if (meant->marked)
		return list_change(ui, view, meant);
	else
		form_view_open(ui, ask.def, *meant->ids);
	return ANSWER_DONE;
}

static enum answer copy(struct ui *ui, struct view *view)
{
	if (current(view))
		form_view_open(ui, shown(view), -current(view)->id);
	return ANSWER_DONE;
}

static enum answer history(struct ui *ui, struct view *view)
{
	if (current(view))
		history_view_open(ui, current(view)->id);
	return ANSWER_DONE;
}

static enum answer clip(struct ui *ui, struct view *view)
{
	const struct row *row = current(view);
	char *title = row ? store_title(ui->store, row->ref) : NULL,
	     *text = row ? xasprintf("%s %s", row->ref, title ? title : "") : NULL;

	if (text)
		ui_clip(ui, text);
	free(title);
	free(text);
	return ANSWER_DONE;
}

/* What is to go, until the question is answered. */
struct removal {
	struct view *view;
	struct meant meant;
};

static void remove_marked(struct ui *ui, bool yes, void *user)
{
	struct removal *removal = user;

	/* The list is read anew while they go; they are marked still where they do not. */
	if (yes && ui_remove(ui, removal->meant.ids, removal->meant.count))
		rowlist_unmark(browse_list(removal->view));
	meant_free(&removal->meant);
	free(removal);
}

/* Some of them may be out of sight. */
static void ask_to_remove(struct ui *ui, struct view *view, const struct meant *meant)
{
	struct removal *removal = xcalloc(1, sizeof *removal);
	char *question =
		xasprintf(ngettext("Delete the %zu marked record?", "Delete the %zu marked records?", meant->count),
			meant->count);

	removal->view = view;
	removal->meant = meant_copy(meant);
	confirm_view_open(ui, question, remove_marked, removal);
	free(question);
}

/* The cursor goes to the neighbour, not to the top; where the record stays, it stays on it. */
static void remove_current(struct ui *ui, struct rowlist *list, const struct meant *meant)
{
	size_t before = list->cursor;

	list->cursor = before + 1 < list->rows.count ? before + 1 : before ? before - 1 : 0;
	if (!ui_remove(ui, meant->ids, meant->count))
		list->cursor = before;
}

static enum answer delete_records(struct ui *ui, struct view *view, const struct meant *meant)
{
	if (meant->marked)
		ask_to_remove(ui, view, meant);
	else
		remove_current(ui, browse_list(view), meant);
	return ANSWER_DONE;
}

/* ---- marks ---- */

static enum answer mark(struct ui *ui, struct view *view)
{
	struct rowlist *list = &((struct browse *)view->data)->list;
	bool full = false;

	rowlist_mark(list);
	rowlist_move(ui, list, MOVE_DOWN, &full);
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer unmark(struct ui *ui, struct view *view)
{
	if (!ui_marked(ui))
		ui_message(ui, _("Nothing is marked."));
	rowlist_unmark(browse_list(view));
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer mark_all(struct ui *ui, struct view *view)
{
	struct rowlist *list = &((struct browse *)view->data)->list;
	struct error error = { 0 };

	if (rowlist_mark_all(ui, list, &error))
		ui_message(ui,
			ngettext("%zu record is marked; %s changes a field of it.",
				"%zu records are marked; %s changes a field of them all.", ui_marked(ui)),
			ui_marked(ui), command_key("change", NULL));
	else
		ui_error(ui, &error);
	error_clear(&error);
	view->dirty = true;
	return ANSWER_DONE;
}

/* ---- searching and filtering ---- */

static void searched(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct browse *browse = view->data;

	if (!text || !*text)
		return;
	free(browse->list.words);
	browse->list.words = xstrdup(text);
	rowlist_search(ui, &browse->list, false);
	view->dirty = true;
}

static enum answer search(struct ui *ui, struct view *view)
{
	prompt_open(ui, _("Search:"), ((struct browse *)view->data)->list.words, searched, view);
	return ANSWER_DONE;
}

static enum answer search_next(struct ui *ui, struct view *view)
{
	rowlist_search(ui, &((struct browse *)view->data)->list, false);
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer search_previous(struct ui *ui, struct view *view)
{
	rowlist_search(ui, &((struct browse *)view->data)->list, true);
	view->dirty = true;
	return ANSWER_DONE;
}

bool list_paste(struct ui *ui, struct view *view, const char *text)
{
	char *line = ui_paste_line(ui, text);

	if (line)
		prompt_open(ui, _("Search:"), line, searched, view);
	free(line);
	return true;
}

/* What is no filter stays in the line, to be put right. */
static void filtered(struct ui *ui, const char *text, void *user)
{
	if (text && !browse_filter(ui, user, text))
		prompt_again(ui, text);
}

static enum answer filter(struct ui *ui, struct view *view)
{
	prompt_open(ui, _("Filter:"), ((struct browse *)view->data)->filter, filtered, view);
	return ANSWER_DONE;
}

static enum answer open_only(struct ui *ui, struct view *view)
{
	const char *now = ((struct browse *)view->data)->filter;

	if (shown(view)->open)
		browse_filter(ui, view, now && strcmp(now, "open") == 0 ? "" : "open");
	else
		ui_message(ui, _("Nothing in this register is open or done."));
	return ANSWER_DONE;
}

/* ---- order and columns ---- */

static void fill_fields(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct view *view = user;
	const struct register_def *def = ((struct browse *)view->data)->list.query->def;
	size_t i;

	(void)ui;
	pick_offer(items, typed, "ref", _("Ref"), NULL);
	for (i = 0; i < def->field_count; i++)
		if (!(def->fields[i].flags & (FIELD_INVERSE | FIELD_INTERNAL)))
			pick_offer(items, typed, def->fields[i].name, _(def->fields[i].label), def->fields[i].name);
}

static void sort_taken(struct ui *ui, const char *value, void *user)
{
	const struct field_def *field;
	struct browse *browse = ((struct view *)user)->data;

	if (!value)
		return;
	field = register_field(browse->list.query->def, value);
	if (field && field->type->storage == STORED_LINKS)
		ui_message(ui, _("A list cannot be sorted by %s."), _(field->label));
	else
		browse_sort(ui, user, value);
}

static enum answer sort(struct ui *ui, struct view *view)
{
	struct pick pick = { .title = _("Sort by"), .fill = fill_fields, .then = sort_taken, .user = view };

	pick_view_open(ui, &pick);
	return ANSWER_DONE;
}

static enum answer reverse(struct ui *ui, struct view *view)
{
	browse_turn(ui, view);
	return ANSWER_DONE;
}

static void columns_taken(struct ui *ui, const char *value, void *user)
{
	if (value && *value)
		browse_columns(ui, user, value);
}

static enum answer choose_columns(struct ui *ui, struct view *view)
{
	const struct rowlist *list = &((struct browse *)view->data)->list;
	struct strings names = { 0 };
	struct pick pick = {
		.title = _("Columns"), .several = true, .fill = fill_fields, .then = columns_taken, .user = view
	};
	char *value;
	size_t i;

	for (i = 0; i < list->column_count; i++)
		strings_add(&names, list->columns[i]);
	value = strings_join(&names, ",");
	pick.value = value;
	pick_view_open(ui, &pick);
	strings_free(&names);
	free(value);
	return ANSWER_DONE;
}

const struct action list_actions[] = {
	{ .command = "move", .with = list_move },
	{ .command = "step-back", .run = take_filter_off },
	{ .command = "add", .run = add },
	{ .command = "open", .run = open_record },
	{ .command = "edit", .meant = list_edit },
	{ .command = "copy", .run = copy },
	{ .command = "delete", .meant = delete_records },
	{ .command = "history", .run = history },
	{ .command = "clip", .run = clip },
	{ .command = "mark", .run = mark },
	{ .command = "mark-line", .run = mark },
	{ .command = "mark-all", .run = mark_all },
	{ .command = "unmark", .run = unmark },
	{ .command = "change", .meant = list_change },
	{ .command = "repeat", .meant = list_repeat },
	{ .command = "suggest", .run = list_suggest },
	{ .command = "prepare", .run = list_prepare },
	{ .command = "work", .run = list_work },
	{ .command = "search", .run = search },
	{ .command = "search-next", .run = search_next },
	{ .command = "search-previous", .run = search_previous },
	{ .command = "filter", .run = filter },
	{ .command = "filters", .run = list_filters },
	{ .command = "open-only", .run = open_only },
	{ .command = "group", .run = list_group },
	{ .command = "sort", .run = sort },
	{ .command = "reverse", .run = reverse },
	{ .command = "columns", .run = choose_columns },
	{ .command = "stamp", .meant = list_stamp },
	{ .command = NULL },
};
