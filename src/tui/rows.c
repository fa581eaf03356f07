/* Lists by windows of rows. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "tui/rows.h"

#define COUNT_FAILED (-2) /* said once, not tried again until the list is read anew */
#define TEXT_FIRST 20     /* columns of a long text before the title has what it wants */

void rowlist_init(struct rowlist *list, struct query *query)
{
	memset(list, 0, sizeof *list);
	list->query = query;
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

static size_t page(const struct rowlist *list)
{
	return list->height > 0 ? (size_t)list->height : 40;
}

static void take(struct rowlist *list, struct rows *rows)
{
	rows_free(&list->rows);
	list->rows = *rows;
	list->loaded = true;
}

static void load_first(struct ui *ui, struct rowlist *list)
{
	struct rows rows;

	if (!fetch(ui, list, WINDOW_FIRST, NULL, page(list) + 1, &rows))
		return;
	take(list, &rows);
	list->at_start = true;
	list->at_end = list->rows.count <= page(list);
	list->first = 0;
	list->top = list->cursor = 0;
}

static void load_last(struct ui *ui, struct rowlist *list)
{
	struct rows rows;

	if (!fetch(ui, list, WINDOW_LAST, NULL, page(list) + 1, &rows))
		return;
	take(list, &rows);
	list->at_end = true;
	list->at_start = list->rows.count <= page(list);
	list->first = list->at_start ? 0 : list->total >= 0 ? list->total - (int64_t)list->rows.count : -1;
	list->cursor = list->rows.count ? list->rows.count - 1 : 0;
	list->top = list->rows.count > page(list) ? list->rows.count - page(list) : 0;
}

/* Rows after the window are put behind it; what is far above the screen is dropped. */
static bool grow_down(struct ui *ui, struct rowlist *list)
{
	struct rows more;
	size_t drop;

	if (list->at_end || !list->rows.count ||
		!fetch(ui, list, WINDOW_AFTER, &list->rows.items[list->rows.count - 1], page(list) + 1, &more))
		return false;
	if (more.count <= page(list))
		list->at_end = true;
	list->rows.items = xreallocarray(list->rows.items, list->rows.count + more.count, sizeof *list->rows.items);
	memcpy(list->rows.items + list->rows.count, more.items, more.count * sizeof *more.items);
	list->rows.count += more.count;
	free(more.items);
	drop = list->top > 2 * page(list) ? list->top - page(list) : 0;
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

static bool grow_up(struct ui *ui, struct rowlist *list)
{
	struct rows more;
	size_t keep;

	if (list->at_start || !list->rows.count ||
		!fetch(ui, list, WINDOW_BEFORE, &list->rows.items[0], page(list) + 1, &more))
		return false;
	if (more.count <= page(list))
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
	if (keep > list->top + 3 * page(list)) {
		size_t end = list->top + 2 * page(list);
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
	size_t half = page(list) / 2;

	if (!store_key(ui->store, list->query, id, &at.key, &error)) {
		if (error.kind)
			failure_take(ui, &list->failure, &error, list->rows.count > 0);
		else
			load_first(ui, list);
		return;
	}
	if (!fetch(ui, list, WINDOW_FROM, &at, page(list) + 1, &from)) {
		free(at.key);
		return;
	}
	if (!fetch(ui, list, WINDOW_BEFORE, &at, page(list) + 1, &before)) {
		rows_free(&from);
		free(at.key);
		return;
	}
	free(at.key);
	list->at_end = from.count <= page(list);
	list->at_start = before.count <= page(list);
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
		load_first(ui, list);
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

bool rowlist_mark_all(struct ui *ui, struct rowlist *list, struct error *error)
{
	list->mark_count = 0;
	return store_each(ui->store, list->query, NULL, 0, mark_row, list, error);
}

/* ---- drawing ---- */

static const struct field_def *column_field(const struct rowlist *list, size_t column)
{
	const struct register_def *owner;
	const struct field_def *field = NULL;

	query_path(list->query->def, list->columns[column], &owner, &field);
	return field;
}

/* What a column would like: as wide as what it holds in the rows at hand.  It only grows, so that lists do not twitch. */
static void measure(struct ui *ui, struct rowlist *list)
{
	size_t i, j;

	if (!list->natural)
		list->natural = xcalloc(list->column_count, sizeof *list->natural);
	for (j = 0; j < list->rows.count; j++)
		for (i = 0; i < list->column_count; i++) {
			enum style style = STYLE_PLAIN;
			const char *text = list->decorate ? list->decorate(ui, &list->rows.items[j], i, &style)
							  : list->rows.items[j].cells[i].text;
			int columns = text_columns(text);

			if (columns > list->natural[i])
				list->natural[i] = columns;
		}
}

static char *column_label(const struct rowlist *list, size_t column)
{
	const char *sort = list->query->sort        ? list->query->sort
			   : list->query->def->sort ? list->query->def->sort
						    : "ref";
	const struct field_def *field = column_field(list, column);

	return xasprintf("%s%s",
		field                                       ? _(field->label)
		: strcmp(list->columns[column], "ref") == 0 ? _("Ref")
							    : list->columns[column],
		strcmp(sort, list->columns[column]) == 0 ? (list->query->descending ? " \xe2\x96\xbc" : " \xe2\x96\xb2")
							 : "");
}

/* The column that takes what the others leave: the title, else the first reference, else the last. */
static size_t wide_column(const struct rowlist *list)
{
	size_t i;

	for (i = 0; i < list->column_count; i++)
		if (column_field(list, i) && (column_field(list, i)->flags & FIELD_TITLE))
			return i;
	for (i = 0; i < list->column_count; i++)
		if (column_field(list, i) && field_is_reference(column_field(list, i)))
			return i;
	return list->column_count - 1;
}

/* Gives one column more, as far as it wants and the rest goes. */
static void widen(int *width, int wanted, int *rest)
{
	int more = wanted - *width;

	if (more > *rest)
		more = *rest;
	if (more > 0 && *width) {
		*width += more;
		*rest -= more;
	}
}

/* The same for its heading, where no more than so many columns lack, and so many are left. */
static void widen_heading(struct rowlist *list, size_t column, int most, int *rest)
{
	char *label = column_label(list, column);
	int wanted = text_columns(label), lack = wanted - list->widths[column];

	free(label);
	if (lack <= most && lack <= *rest)
		widen(&list->widths[column], wanted, rest);
}

/*
 * Each column begins with what its type asks for; where that is too much,
 * columns at the right end are left out.  What is over goes to headings that lack
 * little, to the title, to headings that lack more, then to all that are cut.
 */
static void lay_out(struct ui *ui, struct rowlist *list, int width)
{
	size_t wide = wide_column(list), i;
	int used = 2, rest, least;

	measure(ui, list);
	free(list->widths);
	list->widths = xcalloc(list->column_count, sizeof *list->widths);
	for (i = 0; i < list->column_count; i++) {
		const struct field_def *field = column_field(list, i);
		int base = !field ? (strcmp(list->columns[i], "ref") == 0 ? 18 : 16) : field_width(field);

		/* A ref's heading has room for the arrow of the order. */
		int smallest = field ? 5 : text_columns(_("Ref")) + 2;

		/* Long texts come after the title; what they say, the record beside the list says whole. */
		if (base > TEXT_FIRST && !(field && field->type == &type_date_time))
			base = TEXT_FIRST;
		list->widths[i] = list->natural[i] < base ? list->natural[i] : base;
		if (list->widths[i] < smallest)
			list->widths[i] = smallest;
	}
	least = list->natural[wide] < 20 ? list->natural[wide] : 20;
	list->widths[wide] = least < 8 ? 8 : least;
	list->hidden = 0;
	for (i = 0; i < list->column_count; i++) {
		int needed = list->widths[i] + (i ? 2 : 0);

		if (used + needed > width && i > wide) {
			list->widths[i] = 0;
			list->hidden++;
		} else {
			used += needed;
		}
	}
	rest = width - used - 1;
	/* A column or two more show a heading whole. */
	for (i = 0; i < list->column_count; i++)
		widen_heading(list, i, 2, &rest);
	if (rest < 0) {
		list->widths[wide] = list->widths[wide] + rest > 8 ? list->widths[wide] + rest : 8;
		return;
	}
	widen(&list->widths[wide], list->natural[wide] < 36 ? list->natural[wide] : 36, &rest);
	/* A few columns more show a name whole. */
	for (i = 0; i < list->column_count; i++)
		if (list->natural[i] <= list->widths[i] + 6)
			widen(&list->widths[i], list->natural[i], &rest);
	for (i = 0; i < list->column_count; i++)
		widen_heading(list, i, 6, &rest);
	widen(&list->widths[wide], list->natural[wide] < 70 ? list->natural[wide] : 70, &rest);
	for (i = 0; i < list->column_count; i++)
		widen(&list->widths[i], list->natural[i] < 40 ? list->natural[i] : 40, &rest);
	for (i = 0; i < list->column_count; i++)
		widen_heading(list, i, INT_MAX, &rest);
	widen(&list->widths[wide], list->natural[wide], &rest);
}

char *rowlist_order_unseen(const struct rowlist *list)
{
	const struct register_def *def = list->query->def;
	const char *sort = list->query->sort ? list->query->sort : def->sort ? def->sort : "ref";
	const struct register_def *owner;
	const struct field_def *field = NULL;
	size_t i;

	for (i = 0; list->widths && i < list->column_count; i++)
		if (list->widths[i] && strcmp(list->columns[i], sort) == 0)
			return NULL;
	if (!list->widths || !query_path(def, sort, &owner, &field) || !field)
		return NULL;
	return xasprintf("%s %s", _(field->label), list->query->descending ? "\xe2\x96\xbc" : "\xe2\x96\xb2");
}

static void draw_header(struct rowlist *list, struct area area)
{
	int column = area.left + 2;
	size_t i;

	draw_fill(area.top, area.left, area.width, STYLE_PLAIN);
	for (i = 0; i < list->column_count; i++) {
		char *label;

		if (!list->widths[i])
			continue;
		label = column_label(list, i);
		draw_text(area.top, column, list->widths[i], STYLE_DIM, label, false);
		column += list->widths[i] + 2;
		free(label);
	}
}

static void draw_marker(const struct rowlist *list, size_t index)
{
	int row = list->area.top + 1 + (int)(index - list->top);
	bool here = index == list->cursor, marked = rowlist_is_marked(list, list->rows.items[index].id);

	if (here)
		draw_spoken(row, list->area.left + 2);
	draw_text(row, list->area.left, 1, STYLE_ACCENT, here ? ">" : " ", true);
	draw_text(row, list->area.left + 1, 1, STYLE_MARKED, marked ? "*" : " ", true);
}

static void draw_row(struct ui *ui, struct rowlist *list, size_t index)
{
	const struct row *row = &list->rows.items[index];
	int line = list->area.top + 1 + (int)(index - list->top), column = list->area.left + 2;
	size_t i;

	for (i = 0; i < list->column_count; i++) {
		const struct field_def *field = column_field(list, i);
		const char *text = row->cells[i].text;
		enum style style = STYLE_PLAIN;

		if (!list->widths[i])
			continue;
		if (!field && strcmp(list->columns[i], "ref") == 0)
			style = STYLE_ACCENT;
		if (row->cells[i].level)
			style = draw_level_style(
				row->cells[i].level, store_context(ui->store)->method.scales[SCALE_RISK].count);
		else if (row->cells[i].late)
			style = STYLE_LATE;
		/* What is no more recedes, whatever it once was. */
		if (row->left)
			style = STYLE_DIM;
		if (list->decorate)
			text = list->decorate(ui, row, i, &style);
		if (field && field->type->align_right)
			draw_text_right(line, column, list->widths[i], style, text);
		else
			draw_text(line, column, list->widths[i], style, text, true);
		column += list->widths[i] + 2;
	}
	draw_marker(list, index);
}

static void keep_in_view(struct rowlist *list)
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
	while (!list->at_end && list->rows.count < list->top + page(list) && grow_down(ui, list))
		;
	keep_in_view(list);
	/* A window that got higher shows what is above before it shows nothing below. */
	while (list->top > 0 && list->rows.count < list->top + page(list))
		list->top--;
}

void rowlist_draw(struct ui *ui, struct rowlist *list, struct area area)
{
	size_t i;
	int row;

	rowlist_fetch(ui, list, area);
	lay_out(ui, list, area.width);
	draw_header(list, area);
	if (!list->rows.count && list->failure.sentence) {
		draw_clear((struct area){ area.top + 1, area.left, area.height - 1, area.width });
		failure_draw(&list->failure, area);
		return;
	}
	for (i = list->top, row = 0; row < list->height; i++, row++) {
		draw_fill(area.top + 1 + row, area.left, area.width, STYLE_PLAIN);
		if (i < list->rows.count)
			draw_row(ui, list, i);
	}
}

/* ---- moving ---- */

static bool move_by(struct ui *ui, struct rowlist *list, long delta, bool *full)
{
	size_t old = list->cursor, old_top = list->top, target;

	if (!list->rows.count)
		return true;
	while (delta > 0 && list->cursor + (size_t)delta >= list->rows.count && grow_down(ui, list))
		;
	while (delta < 0 && list->cursor < (size_t)-delta && grow_up(ui, list))
		;
	old = list->cursor;
	old_top = list->top;
	if (delta < 0)
		target = list->cursor < (size_t)-delta ? 0 : list->cursor - (size_t)-delta;
	else
		target = list->cursor + (size_t)delta >= list->rows.count ? list->rows.count - 1
									  : list->cursor + (size_t)delta;
	list->cursor = target;
	if (list->cursor < list->top || (list->height > 0 && list->cursor >= list->top + (size_t)list->height)) {
		size_t rows = page(list);

		if (delta == 1 || delta == -1) {
			/* At the edge half a page comes at once: the terminal is not rewritten for every step. */
			if (delta == 1)
				list->top = list->cursor + rows / 2 < rows ? 0 : list->cursor + rows / 2 - rows + 1;
			else
				list->top = list->cursor > rows / 2 ? list->cursor - rows / 2 : 0;
		} else if (delta > 0) {
			list->top = list->top + (size_t)delta;
		} else {
			list->top = list->top > (size_t)-delta ? list->top - (size_t)-delta : 0;
		}
		while (!list->at_end && list->rows.count < list->top + rows && grow_down(ui, list))
			;
		if (list->rows.count < list->top + rows)
			list->top = list->rows.count > rows ? list->rows.count - rows : 0;
		keep_in_view(list);
	}
	if (list->top != old_top) {
		*full = true;
	} else if (old != list->cursor) {
		draw_marker(list, old);
		draw_marker(list, list->cursor);
	}
	return true;
}

static void go_first(struct ui *ui, struct rowlist *list)
{
	if (list->at_start)
		list->top = list->cursor = 0;
	else
		load_first(ui, list);
}

static void go_last(struct ui *ui, struct rowlist *list)
{
	if (list->at_end) {
		list->cursor = list->rows.count ? list->rows.count - 1 : 0;
		keep_in_view(list);
	} else {
		load_last(ui, list);
	}
}

bool rowlist_move(struct ui *ui, struct rowlist *list, enum move move, bool *full)
{
	long rows = (long)page(list);

	switch (move) {
	case MOVE_DOWN:
		return move_by(ui, list, 1, full);
	case MOVE_UP:
		return move_by(ui, list, -1, full);
	case MOVE_PAGE_DOWN:
		return move_by(ui, list, rows, full);
	case MOVE_PAGE_UP:
		return move_by(ui, list, -rows, full);
	case MOVE_FIRST:
		go_first(ui, list);
		break;
	case MOVE_LAST:
		go_last(ui, list);
		break;
	default:
		return false;
	}
	*full = true;
	return true;
}

bool rowlist_click(struct rowlist *list, const struct mouse *mouse, bool *header, size_t *column)
{
	int at = list->area.left + 2;
	size_t i;

	*header = false;
	if (mouse->row < list->area.top || mouse->row >= list->area.top + list->area.height ||
		mouse->column < list->area.left || mouse->column >= list->area.left + list->area.width)
		return false;
	if (mouse->row == list->area.top) {
		for (i = 0; list->widths && i < list->column_count; i++) {
			if (!list->widths[i])
				continue;
			if (mouse->column >= at && mouse->column < at + list->widths[i]) {
				*header = true;
				*column = i;
				return true;
			}
			at += list->widths[i] + 2;
		}
		return false;
	}
	i = list->top + (size_t)(mouse->row - list->area.top - 1);
	if (i >= list->rows.count)
		return false;
	list->cursor = i;
	return true;
}

void rowlist_search(struct ui *ui, struct rowlist *list, bool backward)
{
	const struct row *row = rowlist_current(list);
	struct error error = { 0 };
	int64_t hit;

	if (!list->words || !row)
		return;
	hit = store_search_next(ui->store, list->query, list->words, row->key, row->id, backward, &error);
	if (error.kind)
		ui_error(ui, &error);
	else if (!hit)
		ui_message(ui, _("Nothing here holds \"%s\"."), list->words);
	else {
		size_t i;

		for (i = 0; i < list->rows.count; i++)
			if (list->rows.items[i].id == hit)
				break;
		if (i < list->rows.count) {
			list->cursor = i;
			keep_in_view(list);
		} else {
			rowlist_go(ui, list, hit);
		}
	}
	error_clear(&error);
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
