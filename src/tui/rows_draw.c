/* What a list looks like: header and rows. */
#include <stdlib.h>
#include <string.h>

#include "tui/rows_parts.h"

static void draw_header(struct rowlist *list, struct area area)
{
	int column = area.left + 2;
	size_t i;

	draw_fill(area.top, area.left, area.width, STYLE_PLAIN);
	for (i = 0; i < list->column_count; i++) {
		char *label;

		if (!list->widths[i])
			continue;
		label = rowlist_heading(list, i);
		if (i + 1 == list->chosen)
			draw_text(area.top, column - 1, 1, STYLE_HEADING, ">", false);
		draw_heading((struct area){ area.top, column, 1, list->widths[i] }, label,
			i + 1 == list->chosen || (!list->quiet && !list->titled));
		column += list->widths[i] + 2;
		free(label);
	}
}

int rowlist_line(const struct rowlist *list, size_t index)
{
	return list->area.top + 1 + (int)(index - list->top);
}

void rowlist_draw_marker(const struct rowlist *list, size_t index)
{
	int row = rowlist_line(list, index);
	bool here = index == list->cursor && !list->still, marked = rowlist_is_marked(list, list->rows.items[index].id);

	if (here)
		draw_spoken(row, list->area.left + 2);
	draw_text(row, list->area.left, 1, here ? STYLE_ACCENT : STYLE_PLAIN, here ? ">" : " ", true);
	draw_text(row, list->area.left + 1, 1, marked ? STYLE_MARKED : STYLE_PLAIN, marked ? "*" : " ", true);
	if (here && !list->quiet)
		draw_bar(row, list->area.left, list->area.width);
}

void rowlist_draw_row(struct ui *ui, const struct rowlist *list, size_t index)
{
	const struct row *row = &list->rows.items[index];
	int line = rowlist_line(list, index), column = list->area.left + 2,
	    levels = store_context(ui->store)->method.scales[SCALE_RISK].count;
	size_t i;

	draw_fill(line, list->area.left, list->area.width, STYLE_PLAIN);
	for (i = 0; list->widths && i < list->column_count; i++) {
		const struct field_def *field = rowlist_field(list, i);
		const char *text = row->cells[i].text;
		enum style style = STYLE_PLAIN;

		if (!list->widths[i])
			continue;
		if (row->cells[i].level)
			style = draw_level_style(row->cells[i].level, levels);
		else if (row->cells[i].late)
			style = STYLE_LATE;
		/* What is no more recedes, whatever it once was. */
		if (row->left)
			style = STYLE_DIM;
		if (list->decorate)
			text = list->decorate(ui, row, i, &style);
		text = rowlist_text(ui, list, i, text);
		if (row->cells[i].level && style == draw_level_style(row->cells[i].level, levels)) {
			/* With the gap before it, it is what curses passes over when the cursor moves. */
			draw_fill(line, column - 2, 2, STYLE_APART);
			draw_level_text(line, column, list->widths[i], row->cells[i].level, levels, text);
		} else if (row->cells[i].level && style == STYLE_DIM)
			draw_level_left(line, column, list->widths[i], row->cells[i].level, levels, text);
		else if (field && field->type->align_right)
			draw_text_right(line, column, list->widths[i], style, text);
		else
			draw_text(line, column, list->widths[i], style, text, true);
		column += list->widths[i] + 2;
	}
	rowlist_draw_marker(list, index);
}

void rowlist_draw(struct ui *ui, struct rowlist *list, struct area area)
{
	size_t i;
	int row;

	rowlist_fetch(ui, list, area);
	rowlist_lay_out(ui, list, area.width);
	draw_header(list, area);
	if (!list->rows.count && list->failure.sentence) {
		draw_clear((struct area){ area.top + 1, area.left, area.height - 1, area.width });
		failure_draw(&list->failure, area);
		return;
	}
	for (i = list->top, row = 0; row < list->height; i++, row++) {
		if (i < list->rows.count)
			rowlist_draw_row(ui, list, i);
		else
			draw_fill(area.top + 1 + row, area.left, area.width, STYLE_PLAIN);
	}
}
