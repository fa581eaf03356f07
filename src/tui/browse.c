/* Rows, their filter, order and columns: what the views with a list share. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

/* The same as far as the filter's text lets through, in the present order; NULL: error. */
static struct query *try_filter(struct ui *ui, struct browse *browse, const char *text, struct error *error)
{
	const struct query *now = browse->list.query;
	struct query *query = browse->base(ui, browse, now->def);

	if (!query_parse(query, store_context(ui->store), text, error) ||
		!store_check_query(ui->store, query, NULL, error)) {
		query_free(query);
		return NULL;
	}
	free(query->sort);
	query->sort = xstrdup(now->sort);
	query->descending = now->descending;
	query->ended_last = now->ended_last;
	return query;
}

/* The same; what is wrong with the text is said. */
static struct query *filtered_query(struct ui *ui, struct browse *browse, const char *text)
{
	struct error error = { 0 };
	struct query *query = try_filter(ui, browse, text, &error);

	if (!query)
		ui_error(ui, &error);
	error_clear(&error);
	return query;
}

/* The columns that were chosen for the register last, as far as it still has them; else its own. */
static void choose_columns(struct ui *ui, struct rowlist *list)
{
	const struct register_def *def = list->query->def, *owner;
	char *chosen = app_preference(ui->store, "columns", def->name);
	struct strings names = { 0 }, kept = { 0 };
	const struct field_def *field;
	size_t i;

	if (chosen)
		strings_split(&names, chosen);
	for (i = 0; i < names.count; i++)
		if (query_path(def, names.items[i], &owner, &field))
			strings_add(&kept, names.items[i]);
	if (kept.count)
		rowlist_set_columns(list, (const char *const *)kept.items, kept.count);
	else
		rowlist_default_columns(list);
	strings_free(&names);
	strings_free(&kept);
	free(chosen);
}

void browse_start(struct ui *ui, struct browse *browse, const struct register_def *def)
{
	rowlist_init(&browse->list, browse->base(ui, browse, def));
	choose_columns(ui, &browse->list);
}

bool browse_show_only(struct ui *ui, struct view *view, const char *text)
{
	struct browse *browse = view->data;
	struct query *query = filtered_query(ui, browse, text);

	if (!query)
		return false;
	query_free(browse->list.query);
	browse->list.query = query;
	free(browse->filter);
	browse->filter = *text ? xstrdup(text) : NULL;
	rowlist_forget(&browse->list);
	rowlist_reload(ui, &browse->list, false);
	view->dirty = true;
	return true;
}

bool browse_filter(struct ui *ui, struct view *view, const char *text)
{
	struct browse *browse = view->data;

	if (!browse_show_only(ui, view, text))
		return false;
	if (browse->keeps_order)
		app_preference_set(ui->store, "shown", browse->list.query->def->name, *text ? text : NULL);
	return true;
}

void browse_base_again(struct ui *ui, struct browse *browse)
{
	struct query *fresh = filtered_query(ui, browse, browse->filter ? browse->filter : "");

	if (!fresh)
		return;
	query_free(browse->list.query);
	browse->list.query = fresh;
}

/* Order and filter are remembered for the register; lists opened by a figure or a cell keep their own. */
static void remember_sort(struct ui *ui, const struct browse *browse)
{
	const struct query *query = browse->list.query;
	char *value;

	if (!browse->keeps_order || !query->sort)
		return;
	value = xasprintf("%s%s", query->descending ? "-" : "", query->sort);
	app_preference_set(ui->store, "sort", query->def->name, value);
	free(value);
}

/* A list can be sorted by it: "due", "-due". */
static bool is_order(const struct register_def *def, const char *text)
{
	const struct register_def *owner;
	const struct field_def *field = NULL;

	return query_path(def, text + (*text == '-'), &owner, &field) &&
	       !(field && field->type->storage == STORED_LINKS);
}

void browse_recall(struct ui *ui, struct browse *browse)
{
	const struct register_def *def = browse->list.query->def;
	char *sort = app_preference(ui->store, "sort", def->name),
	     *shown = app_preference(ui->store, "shown", def->name);
	struct query *query;

	/* What is no order or no filter any more, as of a field that is gone, is nothing that one has to be told of. */
	if (sort && is_order(def, sort))
		query_sort(browse->list.query, sort, NULL);
	query = shown && *shown ? try_filter(ui, browse, shown, NULL) : NULL;
	if (query) {
		query_free(browse->list.query);
		browse->list.query = query;
		browse->filter = xstrdup(shown);
	}
	free(shown);
	free(sort);
}

static void read_again(struct ui *ui, struct view *view)
{
	struct browse *browse = view->data;

	rowlist_forget(&browse->list);
	rowlist_reload(ui, &browse->list, false);
	remember_sort(ui, browse);
	view->dirty = true;
}

void browse_sort(struct ui *ui, struct view *view, const char *path)
{
	struct browse *browse = view->data;
	struct query *query = browse->list.query;

	query->descending = query->sort && strcmp(query->sort, path) == 0 ? !query->descending : false;
	free(query->sort);
	query->sort = xstrdup(path);
	read_again(ui, view);
}

void browse_turn(struct ui *ui, struct view *view)
{
	struct query *query = ((struct browse *)view->data)->list.query;

	query->descending = !query->descending;
	read_again(ui, view);
}

void browse_columns(struct ui *ui, struct view *view, const char *value)
{
	struct browse *browse = view->data;
	const struct row *row = rowlist_current(&browse->list);
	int64_t here = row ? row->id : 0;
	struct strings names = { 0 };

	strings_split(&names, value);
	rowlist_forget(&browse->list);
	rowlist_set_columns(&browse->list, (const char *const *)names.items, names.count);
	if (browse->keeps_columns)
		app_preference_set(ui->store, "columns", browse->list.query->def->name, value);
	if (here)
		rowlist_go(ui, &browse->list, here);
	else
		rowlist_reload(ui, &browse->list, false);
	strings_free(&names);
	view->dirty = true;
	rowlist_draw(ui, &browse->list, browse->list.area);
	if (browse->list.hidden)
		ui_message(ui,
			ngettext("%zu column has no room here; the record under the cursor shows it.",
				"%zu columns have no room here; the record under the cursor shows them.",
				browse->list.hidden),
			browse->list.hidden);
}

enum answer browse_mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct browse *browse = view->data;
	bool header;
	size_t column = 0;

	(void)area;
	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	if (!rowlist_click(&browse->list, mouse, &header, &column))
		return ANSWER_DONE;
	view->dirty = true;
	if (header)
		browse_sort(ui, view, browse->list.columns[column]);
	else if (mouse->kind == MOUSE_DOUBLE)
		ui_run(ui, "open");
	return ANSWER_DONE;
}

bool browse_idle(struct ui *ui, struct view *view, int64_t quiet)
{
	struct browse *browse = view->data;
	const struct row *row = rowlist_current(&browse->list);
	bool moved = browse->shown != (row ? row->id : 0);

	(void)quiet;
	if (view->dirty || ui_top(ui) != view)
		return false;
	if (rowlist_idle(ui, &browse->list) || !browse->pane.height || moved)
		browse_draw_status(ui, browse);
	if (browse->pane.height && moved)
		browse_draw_pane(ui, browse);
	return false;
}

void browse_changed(struct ui *ui, struct view *view)
{
	struct browse *browse = view->data;
	struct query *base = browse->base(ui, browse, browse->list.query->def);

	if (base)
		rowlist_unmark_gone(ui, &browse->list, base);
	query_free(base);
	if (browse->list.loaded)
		rowlist_reload(ui, &browse->list, true);
	view->dirty = true;
}

void browse_come_back(struct ui *ui, struct browse *browse, size_t left)
{
	struct query *base = browse->base(ui, browse, browse->list.query->def);

	rowlist_come_back(ui, &browse->list, ui_left_list(ui, left), base);
	query_free(base);
}

void browse_leave(struct ui *ui, struct browse *browse, size_t left)
{
	rowlist_leave(&browse->list, ui_left_list(ui, left));
}

void browse_end(struct browse *browse)
{
	rowlist_free(&browse->list);
	free(browse->title);
	free(browse->filter);
	browse->title = browse->filter = NULL;
}

int64_t browse_record(struct ui *ui, struct view *view)
{
	const struct row *row = rowlist_current(&((struct browse *)view->data)->list);

	(void)ui;
	return row ? row->id : 0;
}

const struct register_def *browse_shows(const struct view *view)
{
	return browse_list(view)->query->def;
}

struct rowlist *browse_list(const struct view *view)
{
	return &((struct browse *)view->data)->list;
}

void browse_selection(struct ui *ui, struct view *view, const struct register_def **def, char **filter, int64_t **marks,
	size_t *mark_count)
{
	const struct query *query = browse_list(view)->query;
	struct meant meant;

	(void)ui;
	*def = query->def;
	*filter = query->condition_count ? query_text(query) : NULL;
	*marks = NULL;
	*mark_count = 0;
	if (ui_meant(view, &meant) && meant.marked) {
		*marks = meant.ids;
		*mark_count = meant.count;
	} else {
		meant_free(&meant);
	}
}

/* The cursor goes to a record just written, where it is in this list. */
bool browse_show(struct ui *ui, struct view *view, const struct register_def *def, int64_t id)
{
	struct browse *browse = view->data;
	const struct row *row = rowlist_current(&browse->list);

	if (browse->list.query->def != def || !id)
		return false;
	if (!row || row->id != id)
		rowlist_go(ui, &browse->list, id);
	view->dirty = true;
	return true;
}
