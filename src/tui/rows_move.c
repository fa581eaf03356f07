/* What moves the cursor of a list: keys, the mouse, a search. */
#include "tui/rows_parts.h"

static bool move_by(struct ui *ui, struct rowlist *list, long delta, bool *full)
{
	size_t old = list->cursor, old_top = list->top, target;

	if (!list->rows.count)
		return true;
	while (delta > 0 && list->cursor + (size_t)delta >= list->rows.count && rowlist_grow_down(ui, list))
		;
	while (delta < 0 && list->cursor < (size_t)-delta && rowlist_grow_up(ui, list))
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
		size_t rows = rowlist_page(list);

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
		while (!list->at_end && list->rows.count < list->top + rows && rowlist_grow_down(ui, list))
			;
		if (list->rows.count < list->top + rows)
			list->top = list->rows.count > rows ? list->rows.count - rows : 0;
		rowlist_keep_in_view(list);
	}
	if (list->top != old_top) {
		*full = true;
	} else if (old != list->cursor) {
		/* What lies below the bar is there still. */
		if (!list->quiet && draw_bar_off(rowlist_line(list, old), list->area.left, list->area.width))
			rowlist_draw_marker(list, old);
		else
			rowlist_draw_row(ui, list, old);
		/* Its text stands there already; the bar goes over it. */
		rowlist_draw_marker(list, list->cursor);
	}
	return true;
}

static void go_first(struct ui *ui, struct rowlist *list)
{
	if (list->at_start)
		list->top = list->cursor = 0;
	else
		rowlist_load_first(ui, list);
}

static void go_last(struct ui *ui, struct rowlist *list)
{
	if (list->at_end) {
		list->cursor = list->rows.count ? list->rows.count - 1 : 0;
		rowlist_keep_in_view(list);
	} else {
		rowlist_load_last(ui, list);
	}
}

bool rowlist_move(struct ui *ui, struct rowlist *list, enum move move, bool *full)
{
	long rows = (long)rowlist_page(list);

	switch (move) {
	case MOVE_DOWN:
		return move_by(ui, list, 1, full);
	case MOVE_UP:
		return move_by(ui, list, -1, full);
	case MOVE_HALF_DOWN:
		return move_by(ui, list, rows > 1 ? rows / 2 : 1, full);
	case MOVE_HALF_UP:
		return move_by(ui, list, rows > 1 ? -(rows / 2) : -1, full);
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

bool field_is_given(const struct field_def *field)
{
	return !(field->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_FIXED | FIELD_BY_PROGRAM));
}

const struct field_def *rowlist_chosen_field(const struct rowlist *list)
{
	return list->chosen ? register_field(list->query->def, list->columns[list->chosen - 1]) : NULL;
}

static bool can_choose(const struct rowlist *list, size_t column)
{
	const struct field_def *field = register_field(list->query->def, list->columns[column]);

	return field && field_is_given(field) && list->widths && list->widths[column];
}

bool rowlist_choose_column(struct rowlist *list, enum move move)
{
	size_t at;

	if (move == MOVE_LEFT) {
		for (at = list->chosen; at > 1 && !can_choose(list, at - 2); at--)
			;
		if (!list->chosen)
			return false;
		list->chosen = at > 1 ? at - 1 : 0;
		return true;
	}
	for (at = list->chosen; at < list->column_count; at++)
		if (can_choose(list, at)) {
			list->chosen = at + 1;
			return true;
		}
	return false;
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

	if (!list->words)
		ui_message(ui, _("No words were looked for yet; {search} takes them."));
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
			rowlist_keep_in_view(list);
		} else {
			rowlist_go(ui, list, hit);
		}
	}
	error_clear(&error);
}
