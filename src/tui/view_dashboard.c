/* The dashboard: figures, each opens its records. */
#include <stdlib.h>
#include <string.h>

#include "tui/draw_figure.h"
#include "tui/internal.h"
#include "tui/views.h"

/* Where a figure stands: in which column, from which of its lines on, over how many. */
struct spot {
	int column, line, height;
};
struct dashboard {
	const struct figures
		*figures; /* those of the screen, which are read again when the file or the day is another */
	bool read;
	struct failure failure;
	size_t cursor, count; /* counted over the figures */
	struct spot *places;  /* of each figure; the title of a group is the line above its first */
	int top;              /* the first line in sight */
};

static const struct figure *figure_at(
	const struct dashboard *dashboard, size_t index, const struct figure_group **group)
{
	size_t i;

	for (i = 0; i < dashboard->figures->count; i++) {
		if (index < dashboard->figures->groups[i].count) {
			if (group)
				*group = &dashboard->figures->groups[i];
			return &dashboard->figures->groups[i].items[index];
		}
		index -= dashboard->figures->groups[i].count;
	}
	return NULL;
}

static void read_figures(struct ui *ui, struct dashboard *dashboard)
{
	struct date today = environment_today(store_context(ui->store)->time_zone);
	struct error error = { 0 };
	size_t i;

	dashboard->count = 0;
	if (ui->figures_day != date_days(&today) || ui->figures_generation != store_generation(ui->store)) {
		struct figures fresh = { 0 };
		int64_t left;
		bool counting = ui_left_known(ui, &left);

		if (figures_read(ui->store, &fresh, counting ? &left : NULL, &error)) {
			figures_free(&ui->figures);
			ui->figures = fresh;
			ui->figures_day = date_days(&today);
			ui->figures_generation = store_generation(ui->store);
			failure_forget(&dashboard->failure);
		} else {
			figures_free(&fresh);
			failure_take(ui, &dashboard->failure, &error, ui->figures.count > 0);
		}
	}
	for (i = 0; i < dashboard->figures->count; i++)
		dashboard->count += dashboard->figures->groups[i].count;
	dashboard->places = xreallocarray(dashboard->places, dashboard->count, sizeof *dashboard->places);
	/* What could not be read is read again when it is drawn again. */
	dashboard->read = !dashboard->failure.sentence;
}

/* How wide the parts of a figure are: the same for all, so that labels, numbers and bars stand below each other. */
struct measures {
	int label, number, of, bar;
};

/* "C ", in front of a label. */
static int mark_columns(const struct figure *figure)
{
	return figure->level ? draw_level_columns(method_level_mark(figure->level, figure->levels)) + 1 : 0;
}

static int digits(int64_t number)
{
	int count = 1;

	for (; number >= 10; number /= 10)
		count++;
	return count;
}

#define BAR_LEAST 8
#define BAR_MOST 40

static struct measures measure(const struct figures *figures, int width)
{
	struct measures measures = { .number = 4 };
	int rest;
	size_t i, j;

	for (i = 0; i < figures->count; i++)
		for (j = 0; j < figures->groups[i].count; j++) {
			const struct figure *figure = &figures->groups[i].items[j];
			int label = mark_columns(figure) + text_columns(figure->label), number = digits(figure->count),
			    of = figure->of ? digits(figure->of) + 1 : 0;

			measures.label = label > measures.label ? label : measures.label;
			measures.number = number > measures.number ? number : measures.number;
			measures.of = of > measures.of ? of : measures.of;
		}
	/* The cursor, the gaps, the mark of what is late. */
	rest = width - 2 - 1 - measures.number - measures.of - 3;
	if (measures.label > rest - BAR_LEAST)
		measures.label = rest - BAR_LEAST;
	measures.bar = rest - measures.label < BAR_MOST ? rest - measures.label : BAR_MOST;
	return measures;
}

/* A label that is longer than there is room for goes on below; the caller frees the lines. */
static int wrap_label(const struct figure *figure, const struct measures *measures, struct strings *lines)
{
	text_wrap(figure->label, measures->label - mark_columns(figure), lines);
	return lines->count ? (int)lines->count : 1;
}

static int figure_height(const struct figure *figure, const struct measures *measures)
{
	struct strings lines = { 0 };
	int height = wrap_label(figure, measures, &lines);

	strings_free(&lines);
	return height;
}

static void draw_figure(const struct figure_group *group, const struct figure *figure, bool here, int row, int rows,
	int left, int width, const struct measures *measures)
{
	struct strings lines = { 0 };
	int64_t most = 1;
	int mark = mark_columns(figure), column = left + 2 + measures->label + 1;
	enum style style = figure->late ? STYLE_LATE : figure->count ? STYLE_PLAIN : STYLE_DIM;
	char *text;
	size_t i;

	/* A part of its own whole ("16/37"), or of the largest of its group. */
	for (i = 0; i < group->count; i++)
		if (group->items[i].count > most)
			most = group->items[i].count;
	if (figure->of)
		most = figure->of;
	draw_fill(row, left, width, STYLE_PLAIN);
	if (here)
		draw_spoken(row, left + 2);
	draw_text(row, left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	if (figure->level)
		draw_chip(row, left + 2, figure->level, figure->levels);
	wrap_label(figure, measures, &lines);
	for (i = 0; i < lines.count && (int)i < rows; i++) {
		if (i)
			draw_fill(row + (int)i, left, width, STYLE_PLAIN);
		draw_text(row + (int)i, left + 2 + mark, measures->label - mark, STYLE_PLAIN, lines.items[i], false);
	}
	strings_free(&lines);
	text = figure->waits  ? xstrdup("\xe2\x80\xa6")
	       : figure->none ? xstrdup("-")
			      : xasprintf("%lld", (long long)figure->count);
	draw_text_right(row, column, measures->number, style, text);
	free(text);
	if (figure->of) {
		text = xasprintf("/%lld", (long long)figure->of);
		draw_text(row, column + measures->number, measures->of, style, text, false);
		free(text);
	}
	column += measures->number + measures->of + 1;
	if (figure->late)
		draw_text(row, column, 1, STYLE_LATE, "!", false);
	if (group->bars)
		draw_measure(row, column + 2, measures->bar,
			figure->level ? draw_level_style(figure->level, figure->levels) : STYLE_GOOD, figure->count,
			most);
	for (i = 0; here && i < (size_t)figure_height(figure, measures) && (int)i < rows; i++)
		draw_bar(row + (int)i, left, width);
}

/* Lines of a group: its title, its figures. */
static int group_height(const struct figure_group *group, const struct measures *measures)
{
	int height = 1;
	size_t i;

	for (i = 0; i < group->count; i++)
		height += figure_height(&group->items[i], measures);
	return height;
}

/* Puts the groups, one after the other, into columns of at most that height; how many columns it takes. */
static int fill(struct dashboard *dashboard, const struct measures *measures, int height)
{
	int column = 0, line = 0;
	size_t i, j, index = 0;

	for (i = 0; i < dashboard->figures->count; i++) {
		const struct figure_group *group = &dashboard->figures->groups[i];

		/* A blank line between groups, but none on top of a column. */
		if (line && line + 1 + group_height(group, measures) > height) {
			column++;
			line = 0;
		}
		line += line ? 2 : 1;
		for (j = 0; j < group->count; j++, index++) {
			int lines = figure_height(&group->items[j], measures);

			dashboard->places[index] = (struct spot){ column, line, lines };
			line += lines;
		}
	}
	return column + 1;
}

/* The columns as equal in height as the groups allow, none of which is broken; the height of the highest. */
static int lay_out(struct dashboard *dashboard, const struct measures *measures, int columns)
{
	int height = 1;
	size_t i;

	for (i = 0; i < dashboard->figures->count; i++) {
		int group = group_height(&dashboard->figures->groups[i], measures);

		height = group > height ? group : height;
	}
	while (fill(dashboard, measures, height) > columns)
		height++;
	return height;
}

static int columns_for(int width)
{
	return width >= 190 ? 3 : width >= 110 ? 2 : 1;
}

/* What does not fit is scrolled to by the cursor, all columns together. */
static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct dashboard *dashboard = view->data;
	int columns = columns_for(area.width), width = area.width / columns - 2, height, line, top;
	struct measures measures;
	size_t i, j, index = 0;

	if (!dashboard->read)
		read_figures(ui, dashboard);
	if (!dashboard->count) {
		failure_draw(&dashboard->failure, area);
		return;
	}
	if (dashboard->cursor >= dashboard->count)
		dashboard->cursor = dashboard->count - 1;
	measures = measure(dashboard->figures, width);
	height = lay_out(dashboard, &measures, columns);
	line = dashboard->places[dashboard->cursor].line;
	top = dashboard->top;
	if (line < top + 1)
		top = line - 1;
	if (line + dashboard->places[dashboard->cursor].height > top + area.height)
		top = line + dashboard->places[dashboard->cursor].height - area.height;
	if (top > height - area.height)
		top = height > area.height ? height - area.height : 0;
	dashboard->top = top;
	for (i = 0; i < dashboard->figures->count; i++) {
		const struct figure_group *group = &dashboard->figures->groups[i];

		for (j = 0; j < group->count; j++, index++) {
			int at = dashboard->places[index].line - top,
			    left = area.left + 1 + dashboard->places[index].column * (width + 2);

			if (j == 0 && at >= 1 && at - 1 < area.height)
				draw_text(area.top + at - 1, left, width, STYLE_TITLE, group->title, false);
			if (at >= 0 && at < area.height)
				draw_figure(group, &group->items[j], index == dashboard->cursor, area.top + at,
					area.height - at, left, width, &measures);
		}
	}
}

/* The figure of the column beside that is nearest to the line of the cursor. */
static bool move_aside(struct dashboard *dashboard, int direction)
{
	struct spot here = dashboard->places[dashboard->cursor];
	int nearest = -1, best = 0;
	size_t i;

	for (i = 0; i < dashboard->count; i++) {
		int distance = abs(dashboard->places[i].line - here.line);

		if (dashboard->places[i].column == here.column + direction && (nearest < 0 || distance < best)) {
			nearest = (int)i;
			best = distance;
		}
	}
	if (nearest >= 0)
		dashboard->cursor = (size_t)nearest;
	return nearest >= 0;
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct dashboard *dashboard = view->data;
	bool aside = argument == MOVE_LEFT || argument == MOVE_RIGHT;

	(void)ui;
	if (!dashboard->count)
		return ANSWER_IGNORED;
	if (aside ? !move_aside(dashboard, argument == MOVE_LEFT ? -1 : 1)
		  : !cursor_move(&dashboard->cursor, dashboard->count, 10, (enum move)argument))
		return ANSWER_IGNORED;
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer open_figure(struct ui *ui, struct view *view)
{
	struct dashboard *dashboard = view->data;
	const struct figure_group *group = NULL;
	const struct figure *figure = figure_at(dashboard, dashboard->cursor, &group);

	if (figure) {
		char *title = xasprintf(_("%s: %s"), group->title, figure->label);

		list_view_open(ui, query_copy(figure->query), title);
		free(title);
	}
	return ANSWER_DONE;
}

/* A click puts the cursor on a figure, a second one opens it. */
static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct dashboard *dashboard = view->data;
	int columns = columns_for(area.width), line = mouse->row - area.top + dashboard->top,
	    column = (mouse->column - area.left) / (area.width / columns);
	size_t i;

	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	for (i = 0; i < dashboard->count; i++)
		if (line >= dashboard->places[i].line &&
			line < dashboard->places[i].line + dashboard->places[i].height &&
			column == dashboard->places[i].column) {
			bool again = i == dashboard->cursor;

			dashboard->cursor = i;
			view->dirty = true;
			if (again || mouse->kind == MOUSE_DOUBLE)
				ui_run(ui, "open");
			break;
		}
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	(void)ui;
	((struct dashboard *)view->data)->read = false;
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct dashboard *dashboard = view->data;

	(void)ui;
	failure_forget(&dashboard->failure);
	free(dashboard->places);
	free(dashboard);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_figure },
	{ .command = NULL },
};

static const struct view_ops ops = {
	.name = "dashboard", .draw = draw, .actions = actions, .mouse = mouse, .changed = changed, .close = close_view
};

void dashboard_view_open(struct ui *ui)
{
	struct dashboard *dashboard = xcalloc(1, sizeof *dashboard);

	dashboard->figures = &ui->figures;
	ui_push(ui, view_new(&ops, dashboard));
}
