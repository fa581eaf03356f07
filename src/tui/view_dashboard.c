/* The dashboard: figures, each opens its records. */
#include <stdlib.h>
#include <string.h>

#include "tui/dashboard.h"
#include "tui/rows.h"
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
	struct rowlist below; /* the records of the figure under the cursor, where there is room */
	size_t below_of;      /* the figure of which it lists them */
	bool below_waits;     /* for a moment without a key */
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
	rowlist_free(&dashboard->below);
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

/* Puts the groups, one after the other, into columns of at most that height; how many columns it takes. */
static int fill(struct dashboard *dashboard, const struct dashboard_measures *both, int height)
{
	int column = 0, line = 0;
	size_t i, j, index = 0;

	for (i = 0; i < dashboard->figures->count; i++) {
		const struct figure_group *group = &dashboard->figures->groups[i];

		/* A blank line between groups, but none on top of a column. */
		if (line && line + 1 + dashboard_group_height(group, both) > height) {
			column++;
			line = 0;
		}
		line += line ? 2 : 1;
		for (j = 0; j < group->count; j++, index++) {
			int lines = dashboard_figure_height(&group->items[j], dashboard_measures_of(both, group));

			dashboard->places[index] = (struct spot){ column, line, lines };
			line += lines;
		}
	}
	return column + 1;
}

/* The columns as equal in height as the groups allow, none of which is broken; the height of the highest. */
static int lay_out(struct dashboard *dashboard, const struct dashboard_measures *both, int columns)
{
	int height = 1;
	size_t i;

	for (i = 0; i < dashboard->figures->count; i++) {
		int group = dashboard_group_height(&dashboard->figures->groups[i], both);

		height = group > height ? group : height;
	}
	while (fill(dashboard, both, height) > columns)
		height++;
	return height;
}

static int columns_for(int width)
{
	return width >= 190 ? 3 : width >= 110 ? 2 : 1;
}

/* Moves the first line in sight so that the cursor's figure is seen, with the title of its group where it is the first. */
static void scroll(struct dashboard *dashboard, int lines, int height)
{
	const struct spot *here = &dashboard->places[dashboard->cursor];
	int top = dashboard->top;

	if (here->line < top + 1)
		top = here->line - 1;
	if (here->line + here->height > top + height)
		top = here->line + here->height - height;
	if (top > lines - height)
		top = lines > height ? lines - height : 0;
	dashboard->top = top;
}

static void draw_figures(
	const struct dashboard *dashboard, const struct dashboard_measures *both, struct area area, int width)
{
	size_t i, j, index = 0;

	for (i = 0; i < dashboard->figures->count; i++) {
		const struct figure_group *group = &dashboard->figures->groups[i];

		for (j = 0; j < group->count; j++, index++) {
			int at = dashboard->places[index].line - dashboard->top,
			    left = area.left + 1 + dashboard->places[index].column * (width + 2);

			if (j == 0 && at >= 1 && at - 1 < area.height)
				draw_text(area.top + at - 1, left, width, STYLE_TITLE, group->title, false);
			if (at >= 0 && at < area.height)
				dashboard_draw_figure(group, &group->items[j], index == dashboard->cursor,
					area.top + at, area.height - at, left, width,
					dashboard_measures_of(both, group));
		}
	}
}

#define BELOW_LEAST 8 /* lines below the figures in which records are listed */

/* The records that the figure under the cursor counts, as the list shows them that it opens; read once no key has come for a moment. */
static void draw_below(struct ui *ui, struct dashboard *dashboard, struct area area)
{
	const struct figure_group *group = NULL;
	const struct figure *figure = figure_at(dashboard, dashboard->cursor, &group);
	struct area rows = { area.top + 1, area.left, area.height - 1, area.width };
	char *title;

	draw_clear(area);
	if (!figure)
		return;
	title = xasprintf(_("%s: %s"), group->title, figure->label);
	draw_section(area.top, area.left + 1, area.width - 2, title, false);
	free(title);
	if (!figure->count) {
		if (!figure->waits)
			draw_text(rows.top, area.left + 2, area.width - 3, STYLE_DIM, _("It counts no record today."),
				false);
		return;
	}
	if (dashboard->below.query && dashboard->below_of == dashboard->cursor && !dashboard->below_waits) {
		rowlist_draw(ui, &dashboard->below, rows);
		return;
	}
	rowlist_free(&dashboard->below);
	rowlist_init(&dashboard->below, query_copy(figure->query));
	rowlist_default_columns(&dashboard->below);
	dashboard->below.quiet = dashboard->below.still = dashboard->below.titled = true;
	dashboard->below_of = dashboard->cursor;
	dashboard->below_waits = true;
}

static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	struct dashboard *dashboard = view->data;

	(void)ui;
	if (!dashboard->below_waits || view->dirty)
		return false;
	if (quiet >= 100) {
		dashboard->below_waits = false;
		view->dirty = true;
	}
	return false;
}

/* What does not fit is scrolled to by the cursor, all columns together. */
static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct dashboard *dashboard = view->data;
	int columns = columns_for(area.width), width = area.width / columns - 2, lines;
	struct dashboard_measures both;

	if (!dashboard->read)
		read_figures(ui, dashboard);
	if (!dashboard->count) {
		failure_draw(&dashboard->failure, area);
		return;
	}
	if (dashboard->cursor >= dashboard->count)
		dashboard->cursor = dashboard->count - 1;
	both = dashboard_measure(dashboard->figures, width, columns);
	lines = lay_out(dashboard, &both, columns);
	scroll(dashboard, lines, area.height);
	draw_figures(dashboard, &both, area, width);
	if (area.height - lines > BELOW_LEAST)
		draw_below(ui, dashboard,
			(struct area){ area.top + lines + 1, area.left, area.height - lines - 1, area.width });
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
	rowlist_free(&dashboard->below);
	free(dashboard->places);
	free(dashboard);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_figure },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "dashboard",
	.draw = draw,
	.actions = actions,
	.mouse = mouse,
	.idle = idle,
	.changed = changed,
	.close = close_view };

void dashboard_view_open(struct ui *ui)
{
	struct dashboard *dashboard = xcalloc(1, sizeof *dashboard);

	dashboard->figures = &ui->figures;
	ui_push(ui, view_new(&ops, dashboard));
}
