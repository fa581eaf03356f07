/* What a list looks like: how wide its columns are, which have room, header and rows. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "tui/rows_parts.h"

#define TEXT_FIRST 20 /* columns of a long text before the title has what it wants */

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
			int columns =
				list->rows.items[j].cells[i].level ? draw_level_columns(text) : text_columns(text);

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
		if (field && field_is_risk_level(field))
			base += draw_level_columns("");
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
	/* Headings lack more easily than titles. */
	for (i = list->column_count - 1; i > 0 && rest < 0; i--)
		if (list->widths[i] > list->natural[i]) {
			list->widths[i]--;
			rest++;
		}
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
		draw_heading(
			(struct area){ area.top, column, 1, list->widths[i] }, label, !list->quiet && !list->titled);
		column += list->widths[i] + 2;
		free(label);
	}
}

void rowlist_draw_marker(const struct rowlist *list, size_t index)
{
	int row = list->area.top + 1 + (int)(index - list->top);
	bool here = index == list->cursor, marked = rowlist_is_marked(list, list->rows.items[index].id);

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
	int line = list->area.top + 1 + (int)(index - list->top), column = list->area.left + 2,
	    levels = store_context(ui->store)->method.scales[SCALE_RISK].count;
	size_t i;

	draw_fill(line, list->area.left, list->area.width, STYLE_PLAIN);

	for (i = 0; list->widths && i < list->column_count; i++) {
		const struct field_def *field = column_field(list, i);
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
		if (row->cells[i].level && style == draw_level_style(row->cells[i].level, levels)) {
			/* With the gap before it, it is what curses passes over when the cursor moves. */
			draw_fill(line, column - 2, 2, STYLE_APART);
			draw_level_text(line, column, list->widths[i], row->cells[i].level, levels, text);
		} else if (field && field->type->align_right)
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
	lay_out(ui, list, area.width);
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
