/* The dashboard: figures, each opens its records. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

struct dashboard {
	const struct figures
		*figures; /* those of the screen, which are read again when the file or the day is another */
	bool read;
	struct failure failure;
	size_t cursor, top; /* counted over the figures */
	size_t count;
	int *lines; /* of each figure, down one column after the other; the title of a group is the line above its first */
	int columns;
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

		if (figures_read(ui->store, &fresh, &error)) {
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
	dashboard->lines = xreallocarray(dashboard->lines, dashboard->count, sizeof *dashboard->lines);
	/* What could not be read is read again when it is drawn again. */
	dashboard->read = !dashboard->failure.sentence;
}

static void draw_figure(
	const struct figure_group *group, const struct figure *figure, bool here, int row, int left, int width)
{
	int64_t most = 1;
	int bar = width > 60 ? 20 : 10, label = width - bar - 12, length;
	/* A part of its own whole ("16/37"), or of the largest of its group. */
	char *count = figure->of ? xasprintf("%lld/%lld", (long long)figure->count, (long long)figure->of)
				 : xasprintf("%lld", (long long)figure->count);
	size_t i;

	for (i = 0; i < group->count; i++)
		if (group->items[i].count > most)
			most = group->items[i].count;
	if (figure->of)
		most = figure->of;
	draw_fill(row, left, width, STYLE_PLAIN);
	if (here)
		draw_spoken(row, left + 2);
	draw_text(row, left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	if (figure->level) {
		draw_chip(row, left + 2, figure->level, figure->levels);
		draw_text(row, left + 6, label - 6, STYLE_PLAIN, figure->label, false);
	} else {
		draw_text(row, left + 2, label - 2, STYLE_PLAIN, figure->label, false);
	}
	draw_text_right(row, left + label, 7,
		figure->late    ? STYLE_LATE
		: figure->count ? STYLE_PLAIN
				: STYLE_DIM,
		count);
	if (figure->late)
		draw_text(row, left + label + 8, 1, STYLE_LATE, "!", false);
	if (group->bars) {
		length = figure->count > 0 ? (int)((figure->count * bar + most - 1) / most) : 0;
		for (i = 0; i < (size_t)length; i++)
			draw_text(row, left + label + 10 + (int)i, 1,
				figure->level ? draw_level_style(figure->level, figure->levels) : STYLE_GOOD, "#",
				false);
	}
	if (here)
		draw_bar(row, left, width);
	free(count);
}

/* The groups flow through columns of that height, top to bottom; `whole`: none is broken between two.  How many lines it takes. */
static int lay_out(struct dashboard *dashboard, int height, bool whole)
{
	int line = 0;
	size_t i, j, index = 0;

	for (i = 0; i < dashboard->figures->count; i++) {
		int size = (int)dashboard->figures->groups[i].count + 1, used = line % height;

		/* A blank line between groups, but none on top of a column. */
		if (i && (!whole || used))
			used = ++line % height;
		if (whole && used && used + size > height)
			line += height - used;
		line++;
		for (j = 0; j < dashboard->figures->groups[i].count; j++)
			dashboard->lines[index++] = line++;
	}
	return line;
}

/* What does not fit is scrolled to by the cursor. */
static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct dashboard *dashboard = view->data;
	int columns = area.width >= 150 ? 2 : 1, width = area.width / columns - 2, room = area.height * columns, line,
	    top;
	size_t i, j, index = 0;

	if (!dashboard->read)
		read_figures(ui, dashboard);
	if (!dashboard->count) {
		failure_draw(&dashboard->failure, area);
		return;
	}
	if (dashboard->cursor >= dashboard->count)
		dashboard->cursor = dashboard->count - 1;
	dashboard->columns = columns;
	if (columns == 1 || lay_out(dashboard, area.height, true) > room)
		lay_out(dashboard, area.height, false);
	line = dashboard->lines[dashboard->cursor];
	top = (int)dashboard->top;
	if (line < top + 1)
		top = line > 1 ? line - 1 : 0;
	if (line >= top + room)
		top = line - room + 1;
	dashboard->top = (size_t)top;
	for (i = 0; i < dashboard->figures->count; i++) {
		const struct figure_group *group = &dashboard->figures->groups[i];

		for (j = 0; j < group->count; j++, index++) {
			int at = dashboard->lines[index] - top;

			if (j == 0 && at >= 1 && at - 1 < room)
				draw_text(area.top + (at - 1) % area.height,
					area.left + 1 + (at - 1) / area.height * (width + 2), width, STYLE_TITLE,
					group->title, false);
			if (at >= 0 && at < room)
				draw_figure(group, &group->items[j], index == dashboard->cursor,
					area.top + at % area.height, area.left + 1 + at / area.height * (width + 2),
					width);
		}
	}
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct dashboard *dashboard = view->data;

	(void)ui;
	if (!cursor_move(&dashboard->cursor, dashboard->count, 10, (enum move)argument))
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
	int at;
	size_t i;

	if ((mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE) || !dashboard->columns || !area.height)
		return ANSWER_IGNORED;
	at = (int)dashboard->top + mouse->row - area.top +
	     mouse->column / (area.width / dashboard->columns) * area.height;
	for (i = 0; i < dashboard->count; i++)
		if (dashboard->lines[i] == at) {
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
	free(dashboard->lines);
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
