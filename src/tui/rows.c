/* Lists by windows of rows: what is read of a register, and what is marked in it. */
#include <stdlib.h>
#include <string.h>

#include "tui/rows_parts.h"

#define MARKS_LOOKED_AT 2000
#define COUNT_FAILED (-2) /* said once, not tried again until the list is read anew */

void rowlist_init(struct rowlist *list, struct query *query)
{
	memset(list, 0, sizeof *list);
	list->query = query;
	query->ended_last = true;
	list->total = list->first = -1;
}

static void free_columns(struct rowlist *list)
{
	size_t i;

	for (i = 0; i < list->column_count; i++)
		free(list->columns[i]);
	free(list->columns);
	list->columns = NULL;
	list->column_count = 0;
}

void rowlist_free(struct rowlist *list)
{
	query_free(list->query);
	free_columns(list);
	free(list->widths);
	free(list->natural);
	rows_free(&list->rows);
	failure_forget(&list->failure);
	free(list->marks);
	free(list->words);
	memset(list, 0, sizeof *list);
}

void rowlist_set_columns(struct rowlist *list, const char *const *columns, size_t count)
{
	size_t i;

	free_columns(list);
	list->columns = xcalloc(count, sizeof *list->columns);
	for (i = 0; i < count; i++)
		list->columns[i] = xstrdup(columns[i]);
	list->column_count = count;
	list->chosen = 0;
	free(list->widths);
	free(list->natural);
	list->widths = list->natural = NULL;
}

void rowlist_default_columns(struct rowlist *list)
{
	const struct register_def *def = list->query->def;
	const char **columns = xcalloc(def->field_count + 1, sizeof *columns);
	size_t count = 0, i;

	columns[count++] = "ref";
	for (i = 0; i < def->field_count; i++)
		if (def->fields[i].flags & FIELD_COLUMN)
			columns[count++] = def->fields[i].name;
	rowlist_set_columns(list, columns, count);
	free(columns);
}

static bool fetch(struct ui *ui, struct rowlist *list, enum window_from from, const struct row *at, size_t count,
	struct rows *rows)
{
	struct window window = { .query = list->query,
		.columns = (const char *const *)list->columns,
		.column_count = list->column_count,
		.from = from,
		.count = count };
	struct error error = { 0 };
	bool ok;

	if (at) {
		window.key = at->key;
		window.id = at->id;
	}
	ok = store_window(ui->store, &window, rows, &error);
	if (!ok)
		failure_take(ui, &list->failure, &error, list->rows.count > 0);
	else
		failure_forget(&list->failure);
	error_clear(&error);
	return ok;
}

void rowlist_forget(struct rowlist *list)
{
	rows_free(&list->rows);
	memset(&list->rows, 0, sizeof list->rows);
	list->top = list->cursor = 0;
	list->at_start = list->at_end = list->loaded = false;
	list->total = list->first = -1;
}

size_t rowlist_page(const struct rowlist *list)
{
	return list->height > 0 ? (size_t)list->height : 40;
}

static void take(struct rowlist *list, struct rows *rows)
{
	rows_free(&list->rows);
	list->rows = *rows;
	list->loaded = true;
}

void rowlist_load_first(struct ui *ui, struct rowlist *list)
{
	struct rows rows;

	if (!fetch(ui, list, WINDOW_FIRST, NULL, rowlist_page(list) + 1, &rows))
		return;
	take(list, &rows);
	list->at_start = true;
	list->at_end = list->rows.count <= rowlist_page(list);
	list->first = 0;
	list->top = list->cursor = 0;
}

void rowlist_load_last(struct ui *ui, struct rowlist *list)
{
	struct rows rows;

	if (!fetch(ui, list, WINDOW_LAST, NULL, rowlist_page(list) + 1, &rows))
		return;
	take(list, &rows);
	list->at_end = true;
	list->at_start = list->rows.count <= rowlist_page(list);
	list->first = list->at_start ? 0 : list->total >= 0 ? list->total - (int64_t)list->rows.count : -1;
	list->cursor = list->rows.count ? list->rows.count - 1 : 0;
	list->top = list->rows.count > rowlist_page(list) ? list->rows.count - rowlist_page(list) : 0;
}

bool rowlist_grow_down(struct ui *ui, struct rowlist *list)
{
	struct rows more;
	size_t drop;

	if (list->at_end || !list->rows.count ||
		!fetch(ui, list, WINDOW_AFTER, &list->rows.items[list->rows.count - 1], rowlist_page(list) + 1, &more))
		return false;
	if (more.count <= rowlist_page(list))
		list->at_end = true;
	list->rows.items = xreallocarray(list->rows.items, list->rows.count + more.count, sizeof *list->rows.items);
	memcpy(list->rows.items + list->rows.count, more.items, more.count * sizeof *more.items);
	list->rows.count += more.count;
	free(more.items);
	drop = list->top > 2 * rowlist_page(list) ? list->top - rowlist_page(list) : 0;
	if (drop) {
		struct rows old = { list->rows.items, drop, list->rows.columns };
		struct row *kept = xreallocarray(NULL, list->rows.count - drop, sizeof *kept);

		memcpy(kept, list->rows.items + drop, (list->rows.count - drop) * sizeof *kept);
		rows_free(&old);
		list->rows.items = kept;
		list->rows.count -= drop;
		list->top -= drop;
		list->cursor -= drop;
		list->at_start = false;
		if (list->first >= 0)
			list->first += (int64_t)drop;
	}
	return more.count > 0;
}

bool rowlist_grow_up(struct ui *ui, struct rowlist *list)
{
	struct rows more;
	size_t keep;

	if (list->at_start || !list->rows.count ||
		!fetch(ui, list, WINDOW_BEFORE, &list->rows.items[0], rowlist_page(list) + 1, &more))
		return false;
	if (more.count <= rowlist_page(list))
		list->at_start = true;
	more.items = xreallocarray(more.items, more.count + list->rows.count, sizeof *more.items);
	memcpy(more.items + more.count, list->rows.items, list->rows.count * sizeof *more.items);
	free(list->rows.items);
	list->top += more.count;
	list->cursor += more.count;
	if (list->first >= 0)
		list->first -= (int64_t)more.count;
	if (list->at_start)
		list->first = 0;
	keep = more.count + list->rows.count;
	list->rows.items = more.items;
	list->rows.count = keep;
	if (keep > list->top + 3 * rowlist_page(list)) {
		size_t end = list->top + 2 * rowlist_page(list);
		struct rows old = { NULL, keep - end, list->rows.columns };

		old.items = xreallocarray(NULL, old.count, sizeof *old.items);
		memcpy(old.items, list->rows.items + end, old.count * sizeof *old.items);
		rows_free(&old);
		list->rows.count = end;
		list->at_end = false;
	}
	return more.count > 0;
}

void rowlist_go(struct ui *ui, struct rowlist *list, int64_t id)
{
	struct rows before, from;
	struct row at = { .id = id };
	struct error error = { 0 };
	size_t half = rowlist_page(list) / 2;

	if (!store_key(ui->store, list->query, id, &at.key, &error)) {
		if (error.kind)
			failure_take(ui, &list->failure, &error, list->rows.count > 0);
		else
			rowlist_load_first(ui, list);
		return;
	}
	if (!fetch(ui, list, WINDOW_FROM, &at, rowlist_page(list) + 1, &from)) {
		free(at.key);
		return;
	}
	if (!fetch(ui, list, WINDOW_BEFORE, &at, rowlist_page(list) + 1, &before)) {
		rows_free(&from);
		free(at.key);
		return;
	}
	free(at.key);
	list->at_end = from.count <= rowlist_page(list);
	list->at_start = before.count <= rowlist_page(list);
	before.items = xreallocarray(before.items, before.count + from.count, sizeof *before.items);
	memcpy(before.items + before.count, from.items, from.count * sizeof *from.items);
	free(from.items);
	list->cursor = before.count;
	before.count += from.count;
	before.columns = list->column_count;
	take(list, &before);
	if (list->cursor >= list->rows.count)
		list->cursor = list->rows.count ? list->rows.count - 1 : 0;
	list->top = list->cursor > half ? list->cursor - half : 0;
	list->first = list->at_start ? 0 : -1;
}

const struct row *rowlist_current(const struct rowlist *list)
{
	return list->cursor < list->rows.count ? &list->rows.items[list->cursor] : NULL;
}

void rowlist_reload(struct ui *ui, struct rowlist *list, bool keep)
{
	const struct row *current = rowlist_current(list);
	int64_t id = keep && current ? current->id : 0;
	int64_t place = current && list->first >= 0 ? list->first + (int64_t)list->cursor : -1;
	size_t on_screen = list->cursor - list->top;

	list->total = -1;
	if (id && place != 0) {
		bool at_row;

		rowlist_go(ui, list, id);
		current = rowlist_current(list);
		at_row = current && current->id == id;
		/* The screen stays where it was under the eyes. */
		if (at_row && list->cursor >= on_screen)
			list->top = list->cursor - on_screen;
	} else {
		rowlist_load_first(ui, list);
		/* What others put before the first record must not come under the cursor. */
		current = rowlist_current(list);
		if (id && current && current->id != id)
			rowlist_go(ui, list, id);
	}
}

bool rowlist_is_marked(const struct rowlist *list, int64_t id)
{
	size_t i;

	for (i = 0; i < list->mark_count; i++)
		if (list->marks[i] == id)
			return true;
	return false;
}

static bool mark_row(void *user, const struct row *row)
{
	struct rowlist *list = user;

	list->marks = xreallocarray(list->marks, list->mark_count + 1, sizeof *list->marks);
	list->marks[list->mark_count++] = row->id;
	return true;
}

void rowlist_mark(struct rowlist *list)
{
	const struct row *row = rowlist_current(list);
	size_t i;

	if (!row)
		return;
	for (i = 0; i < list->mark_count; i++)
		if (list->marks[i] == row->id) {
			list->marks[i] = list->marks[--list->mark_count];
			return;
		}
	mark_row(list, row);
}

void rowlist_unmark(struct rowlist *list)
{
	list->mark_count = 0;
}

void rowlist_unmark_gone(struct ui *ui, struct rowlist *list, const struct query *query)
{
	size_t kept = 0, i;

	/* Of very many it would take too long at every change; what is gone is then told when it is asked for. */
	if (list->mark_count > MARKS_LOOKED_AT)
		return;
	for (i = 0; i < list->mark_count; i++) {
		struct error error = { 0 };
		char *key = NULL;
		bool there = store_key(ui->store, query, list->marks[i], &key, &error);

		if (there || error.kind)
			list->marks[kept++] = list->marks[i];
		free(key);
		error_clear(&error);
	}
	list->mark_count = kept;
}

void rowlist_leave(struct rowlist *list, struct left_list *left)
{
	const struct row *row = rowlist_current(list);

	free(left->marks);
	*left = (struct left_list){ row ? row->id : 0, list->marks, list->mark_count };
	list->marks = NULL;
	list->mark_count = 0;
}

void rowlist_come_back(struct ui *ui, struct rowlist *list, struct left_list *left, const struct query *base)
{
	list->marks = left->marks;
	list->mark_count = left->mark_count;
	*left = (struct left_list){ .here = left->here };
	if (list->mark_count)
		rowlist_unmark_gone(ui, list, base);
	if (left->here)
		rowlist_go(ui, list, left->here);
}

static size_t left_count(void)
{
	size_t count = LEFT_LISTS, i;

	for (i = 0; dictionary[i]; i++)
		count++;
	return count;
}

struct left_list *ui_left_list(struct ui *ui, size_t which)
{
	if (!ui->left_lists)
		ui->left_lists = xcalloc(left_count(), sizeof *ui->left_lists);
	return &ui->left_lists[which];
}

void ui_forget_lists(struct ui *ui)
{
	size_t count = ui->left_lists ? left_count() : 0, i;

	for (i = 0; i < count; i++)
		free(ui->left_lists[i].marks);
	free(ui->left_lists);
	ui->left_lists = NULL;
}

bool rowlist_mark_all(struct ui *ui, struct rowlist *list, struct error *error)
{
	list->mark_count = 0;
	return store_each(ui->store, list->query, NULL, 0, mark_row, list, error);
}

void rowlist_keep_in_view(struct rowlist *list)
{
	if (list->cursor < list->top)
		list->top = list->cursor;
	if (list->height > 0 && list->cursor >= list->top + (size_t)list->height)
		list->top = list->cursor - (size_t)list->height + 1;
}

void rowlist_fetch(struct ui *ui, struct rowlist *list, struct area area)
{
	struct date today = environment_today(store_context(ui->store)->time_zone);

	list->area = area;
	list->height = area.height - 1;
	if (!list->loaded || list->day != date_days(&today))
		rowlist_reload(ui, list, list->loaded);
	list->day = date_days(&today);
	while (!list->at_end && list->rows.count < list->top + rowlist_page(list) && rowlist_grow_down(ui, list))
		;
	rowlist_keep_in_view(list);
	/* A window that got higher shows what is above before it shows nothing below. */
	while (list->top > 0 && list->rows.count < list->top + rowlist_page(list))
		list->top--;
}

char *rowlist_position(const struct rowlist *list)
{
	if (!list->rows.count)
		return xstrdup(list->failure.sentence ? "?" : list->loaded ? "0/0" : "");
	if (list->total == COUNT_FAILED)
		return xstrdup("?");
	if (list->total < 0)
		return xstrdup("");
	if (list->first < 0)
		return xasprintf("-/%lld", (long long)list->total);
	return xasprintf("%lld/%lld", (long long)list->first + (long long)list->cursor + 1, (long long)list->total);
}

bool rowlist_idle(struct ui *ui, struct rowlist *list)
{
	bool news = false;

	if (list->loaded && list->total == -1) {
		list->total = failure_count(ui, list->query);
		news = true;
		if (list->total < 0)
			list->total = COUNT_FAILED;
		else if (list->first < 0 && list->at_end)
			list->first = list->total - (int64_t)list->rows.count;
	}
	if (list->first < 0 && list->rows.count && list->total >= 0 && list->total <= 20000) {
		int64_t place =
			store_position(ui->store, list->query, list->rows.items[0].key, list->rows.items[0].id, NULL);

		if (place >= 0) {
			list->first = place;
			news = true;
		}
	}
	return news;
}
