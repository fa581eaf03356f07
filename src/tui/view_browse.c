/* The panel of a phase: its registers at the left, the list of one in the middle. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

#define REGISTERS_MAX 40
#define PANEL_LEAST 24  /* columns of the panel of registers */
#define FOLDS_BELOW 100 /* columns of the screen: with fewer the registers are one line while the list has the keys */

struct entry {
	const struct register_def *def;
	int64_t count, late;
};

struct panel {
	struct browse browse; /* first: what the views with a list share finds it there */
	enum phase phase;
	struct entry entries[REGISTERS_MAX];
	size_t entry_count, entry, entry_top;
	bool counted;
	bool in_panel; /* the moves go to the registers */
	bool folded;   /* the registers are the one line above the list */
	/* Of that line: which columns name which register; the first names the one that is shown. */
	struct {
		int from, to;
		size_t entry;
	} parts[REGISTERS_MAX];
	size_t part_count;
};

static int64_t count_of(struct ui *ui, const struct register_def *def, bool late)
{
	struct query *query = query_new(def);
	int64_t count;

	if (late && !register_can_be_late(def)) {
		query_free(query);
		return 0;
	}
	if (late)
		query_add(query, NULL, OP_LATE, NULL);
	count = failure_count(ui, query);
	query_free(query);
	return count;
}

static void count_entries(struct ui *ui, struct panel *panel)
{
	size_t i;

	for (i = 0; i < panel->entry_count; i++) {
		panel->entries[i].count = count_of(ui, panel->entries[i].def, false);
		panel->entries[i].late = count_of(ui, panel->entries[i].def, true);
	}
	panel->counted = true;
}

static struct query *whole_register(struct ui *ui, const struct browse *browse, const struct register_def *def)
{
	(void)ui;
	(void)browse;
	return query_new(def);
}

/* Cursor and marks are kept for when it is seen again. */
static void leave_register(struct ui *ui, struct panel *panel)
{
	if (panel->browse.list.query)
		browse_leave(ui, &panel->browse, LEFT_LISTS + register_index(panel->browse.list.query->def));
	browse_end(&panel->browse);
}

/* The register under the cursor, as it was seen last. */
static void show_register(struct ui *ui, struct panel *panel)
{
	const struct register_def *def = panel->entries[panel->entry].def;

	leave_register(ui, panel);
	browse_start(ui, &panel->browse, def);
	browse_recall(ui, &panel->browse);
	browse_come_back(ui, &panel->browse, LEFT_LISTS + register_index(def));
}

/* ---- drawing ---- */

/* "7!": how many are due, with its mark; "" where none is.  The caller frees. */
static char *late_text(const struct entry *entry)
{
	char *number = entry->late > 0 ? count_text(entry->late) : NULL,
	     *text = entry->late < 0 ? xstrdup("?") : xasprintf("%s%s", number ? number : "", number ? "!" : "");

	free(number);
	return text;
}

/* How wide the counts of what is due are, so that the totals stand below each other. */
static int late_columns(const struct panel *panel)
{
	int widest = 0;
	size_t i;

	for (i = 0; i < panel->entry_count; i++) {
		char *late = late_text(&panel->entries[i]);

		if (text_columns(late) > widest)
			widest = text_columns(late);
		free(late);
	}
	return widest ? widest + 2 : 0;
}

/* "Risks      60  7!" */
static void draw_entry(const struct panel *panel, size_t i, int row, struct area area, int beside)
{
	const struct entry *entry = &panel->entries[i];
	char *count = count_text(entry->count), *late = late_text(entry);
	int end = area.left + area.width - 1, width = text_columns(count), room = area.width - width - beside - 3;

	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	draw_text(
		row, area.left, 1, STYLE_ACCENT, i == panel->entry ? (panel->in_panel ? ">" : "\xc2\xb7") : " ", false);
	draw_text(row, area.left + 1, room,
		i == panel->entry ? STYLE_TITLE
		: entry->count    ? STYLE_PLAIN
				  : STYLE_DIM,
		ui_register_name(entry->def, room), true);
	draw_text(row, end - beside - width, width, STYLE_DIM, count, false);
	draw_text_right(row, end - beside, beside, STYLE_LATE, late);
	if (i == panel->entry && panel->in_panel)
		draw_bar(row, area.left, area.width);
	free(count);
	free(late);
}

/* How wide the panel has to be for what its lines say; where the window is narrow the longest names have a short form. */
static int panel_columns(const struct panel *panel, int most)
{
	int widest = PANEL_LEAST, beside = late_columns(panel);
	size_t i;

	for (i = 0; i < panel->entry_count; i++) {
		char *count = count_text(panel->entries[i].count);
		int columns = text_columns(_(panel->entries[i].def->plural)) + text_columns(count) + beside + 4;

		widest = columns > widest ? columns : widest;
		free(count);
	}
	return widest < most ? widest : most;
}

/* The registers of the phase; more than there is room for are scrolled to, with a mark where more lie. */
static void draw_registers(struct panel *panel, struct area area)
{
	size_t rows = (size_t)(area.height - 1), i;
	int row = area.top + 1, beside = late_columns(panel);

	cursor_in_view(&panel->entry_top, panel->entry, (int)rows);
	if (panel->entry_top + rows > panel->entry_count)
		panel->entry_top = panel->entry_count > rows ? panel->entry_count - rows : 0;
	draw_heading((struct area){ area.top, area.left + 1, 1, area.width - 1 }, ui_phase_name(panel->phase),
		panel->in_panel);
	if (panel->entry_top > 0)
		draw_text(area.top, area.left + area.width - 2, 1, STYLE_DIM, "\xe2\x86\x91", false);
	if (panel->entry_top + rows < panel->entry_count)
		draw_text(area.top, area.left + area.width - 4, 1, STYLE_DIM, "\xe2\x86\x93", false);
	for (i = panel->entry_top; i < panel->entry_count && row < area.top + area.height; i++, row++)
		draw_entry(panel, i, row, area, beside);
	for (; row < area.top + area.height; row++)
		draw_fill(row, area.left, area.width, STYLE_PLAIN);
}

/* A text of the line above the list, where it has room whole; true when it was drawn. */
static bool draw_part(int row, int *column, int end, enum style style, const char *text)
{
	int width = text_columns(text);

	if (*column + width > end)
		return false;
	draw_text(row, *column, width, style, text, false);
	*column += width;
	return true;
}

/* A register's part of that line, "Risks  60  7!", without its total where it is another one. */
static bool draw_named(struct panel *panel, size_t i, int row, int *column, int end)
{
	const struct entry *entry = &panel->entries[i];
	bool here = i == panel->entry, drawn;
	char *count = here ? count_text(entry->count) : xstrdup(""), *late = late_text(entry);
	int from = *column;

	drawn = *column + text_columns(_(entry->def->plural)) + text_columns(count) + text_columns(late) + 4 <= end;
	if (drawn) {
		draw_part(row, column, end, here ? STYLE_HEADING : STYLE_DIM, _(entry->def->plural));
		*column += here ? 2 : 1;
		draw_part(row, column, end, STYLE_DIM, count);
		*column += here && *late ? 2 : 0;
		draw_part(row, column, end, STYLE_LATE, late);
		panel->parts[panel->part_count].from = from;
		panel->parts[panel->part_count].to = *column;
		panel->parts[panel->part_count++].entry = i;
	}
	free(count);
	free(late);
	return drawn;
}

/* "Plan  Risks  60  7!  │  Meetings 2!  Assets 13!  +3      Tab": the register that is shown, others where something is due, and the key that brings all back. */
static void draw_strip(const struct view *view, struct panel *panel, struct area area)
{
	const char *key = command_key("next", &view->place);
	int column = area.left + 1, end = area.left + area.width - text_columns(key) - 3;
	size_t i, unnamed = 0;

	panel->part_count = 0;
	draw_fill(area.top, area.left, area.width, STYLE_PLAIN);
	draw_part(area.top, &column, end, STYLE_TITLE, ui_phase_name(panel->phase));
	column += 2;
	draw_named(panel, panel->entry, area.top, &column, end);
	for (i = 0; i < panel->entry_count; i++) {
		bool second = panel->part_count == 1;
		int at = column + (second ? 5 : 2);

		if (i == panel->entry || !panel->entries[i].late)
			continue;
		/* Behind it there is room for how many have none. */
		if (unnamed || !draw_named(panel, i, area.top, &at, end - 4)) {
			unnamed++;
			continue;
		}
		if (second)
			draw_text(area.top, column + 2, 1, STYLE_DIM, "\xe2\x94\x82", false);
		column = at;
	}
	if (unnamed) {
		char *more = xasprintf("  +%zu", unnamed);

		draw_part(area.top, &column, end, STYLE_DIM, more);
		free(more);
	}
	draw_text_right(area.top, end + 2, text_columns(key), STYLE_KEY, key);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct panel *panel = view->data;
	struct area middle;
	int left;

	panel->browse.list.quiet = panel->in_panel;
	if (!panel->counted)
		count_entries(ui, panel);
	left = panel_columns(panel, area.width >= 150 ? 36 : 30);
	middle = (struct area){ area.top, area.left + left + 1, area.height, area.width - left - 1 };
	panel->folded = area.width < FOLDS_BELOW && !panel->in_panel;
	if (panel->folded) {
		draw_strip(view, panel, area);
		middle = (struct area){ area.top + 1, area.left, area.height - 1, area.width };
	} else {
		draw_registers(panel, (struct area){ area.top, area.left, area.height, left });
		draw_vertical(area.top, area.left + left, area.height);
	}
	browse_draw(ui, &panel->browse, browse_lay_out(&panel->browse, middle), NULL);
}

/* ---- keys ---- */

static enum answer go_to(struct view *view, bool in_panel)
{
	((struct panel *)view->data)->in_panel = in_panel;
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct panel *panel = view->data;
	size_t before = panel->entry;

	if (argument == MOVE_NEXT || argument == MOVE_PREVIOUS)
		return go_to(view, !panel->in_panel);
	/* From the first column of the list on to the registers. */
	if (argument == MOVE_LEFT && (panel->in_panel || !panel->browse.list.chosen))
		return go_to(view, true);
	if (!panel->in_panel)
		return list_move(ui, view, argument);
	if (argument == MOVE_RIGHT)
		return go_to(view, false);
	if (!cursor_move(&panel->entry, panel->entry_count, panel->entry_count, (enum move)argument))
		return ANSWER_IGNORED;
	if (panel->entry != before)
		show_register(ui, panel);
	view->dirty = true;
	return ANSWER_DONE;
}

/* Opens the register under the cursor: from here on the moves go to its list. */
static enum answer open_entry(struct ui *ui, struct view *view)
{
	(void)ui;
	return ((struct panel *)view->data)->in_panel ? go_to(view, false) : ANSWER_IGNORED;
}

/* A press on a register: its list, with the keys. */
static enum answer choose(struct ui *ui, struct view *view, size_t entry)
{
	struct panel *panel = view->data;

	panel->entry = entry;
	show_register(ui, panel);
	return go_to(view, false);
}

/* On the line above the list: another register of it, or, elsewhere, all of them come back. */
static enum answer press_strip(struct ui *ui, struct view *view, int column)
{
	struct panel *panel = view->data;
	size_t i;

	for (i = 0; i < panel->part_count; i++)
		if (column >= panel->parts[i].from && column < panel->parts[i].to &&
			panel->parts[i].entry != panel->entry)
			return choose(ui, view, panel->parts[i].entry);
	return go_to(view, true);
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct panel *panel = view->data;
	size_t entry = panel->entry_top + (size_t)(mouse->row - area.top - 1);
	bool press = mouse->kind == MOUSE_PRESS || mouse->kind == MOUSE_DOUBLE;

	if (press && panel->folded && mouse->row == area.top)
		return press_strip(ui, view, mouse->column);
	if (!press || panel->folded || mouse->column >= panel->browse.list.area.left - 1)
		return browse_mouse(ui, view, mouse, area);
	if (mouse->row > area.top && entry < panel->entry_count)
		return choose(ui, view, entry);
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	((struct panel *)view->data)->counted = false;
	browse_changed(ui, view);
}

static void close_view(struct ui *ui, struct view *view)
{
	leave_register(ui, view->data);
	free(view->data);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_entry },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "browse",
	.actions = actions,
	.shared = list_actions,
	.draw = draw,
	.paste = list_paste,
	.mouse = mouse,
	.idle = browse_idle,
	.changed = changed,
	.close = close_view,
	.list = browse_list,
	.record = browse_record,
	.selection = browse_selection,
	.show = browse_show,
	.shows = browse_shows };

void browse_view_open(struct ui *ui, enum phase phase)
{
	struct panel *panel;
	size_t i;

	/* A panel is the ground on which other views stand. */
	if (!ui_close_views(ui))
		return;
	panel = xcalloc(1, sizeof *panel);
	panel->phase = phase;
	panel->browse.base = whole_register;
	panel->browse.keeps_order = panel->browse.keeps_columns = true;
	for (i = 0; dictionary[i] && panel->entry_count < REGISTERS_MAX; i++)
		if (dictionary[i]->phase == phase)
			panel->entries[panel->entry_count++].def = dictionary[i];
	/* Plan opens on its risks; the other panels on their first register. */
	for (i = 0; i < panel->entry_count; i++)
		if (panel->entries[i].def->flags & REGISTER_FIRST)
			panel->entry = i;
	show_register(ui, panel);
	ui_push(ui, view_new(&ops, panel));
}
