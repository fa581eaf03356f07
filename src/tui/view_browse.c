/* The panel of a phase: its registers at the left, the list of one in the middle. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

#define REGISTERS_MAX 40

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
};

static const char *phase_name(enum phase phase)
{
	static const char *const names[] = { N_("Plan"), N_("Do"), N_("Check"), N_("Act") };

	return phase < PHASE_COUNT ? _(names[phase]) : "";
}

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

/* The register under the cursor, as it was seen last. */
static void show_register(struct ui *ui, struct panel *panel)
{
	browse_end(&panel->browse);
	browse_start(ui, &panel->browse, panel->entries[panel->entry].def);
	browse_recall(ui, &panel->browse);
}

/* ---- drawing ---- */

static void draw_entry(const struct panel *panel, size_t i, int row, struct area area)
{
	const struct entry *entry = &panel->entries[i];
	char *number = count_text(entry->count), *count = xasprintf("%s%s",
							 entry->late > 0   ? "! "
							 : entry->late < 0 ? "? "
									   : "",
							 number);
	int width = text_columns(count);

	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	draw_text(
		row, area.left, 1, STYLE_ACCENT, i == panel->entry ? (panel->in_panel ? ">" : "\xc2\xb7") : " ", false);
	draw_text(row, area.left + 1, area.width - width - 3,
		i == panel->entry ? STYLE_TITLE
		: entry->count    ? STYLE_PLAIN
				  : STYLE_DIM,
		_(entry->def->plural), true);
	draw_text(
		row, area.left + area.width - width - 1, width, entry->late > 0 ? STYLE_LATE : STYLE_DIM, count, false);
	if (i == panel->entry && panel->in_panel)
		draw_bar(row, area.left, area.width);
	free(number);
	free(count);
}

/* The registers of the phase; more than there is room for are scrolled to, with a mark where more lie. */
static void draw_registers(struct ui *ui, struct panel *panel, struct area area)
{
	size_t rows = (size_t)(area.height - 1), i;
	int row = area.top + 1;

	if (!panel->counted)
		count_entries(ui, panel);
	cursor_in_view(&panel->entry_top, panel->entry, (int)rows);
	if (panel->entry_top + rows > panel->entry_count)
		panel->entry_top = panel->entry_count > rows ? panel->entry_count - rows : 0;
	draw_heading(
		(struct area){ area.top, area.left + 1, 1, area.width - 1 }, phase_name(panel->phase), panel->in_panel);
	if (panel->entry_top > 0)
		draw_text(area.top, area.left + area.width - 2, 1, STYLE_DIM, "\xe2\x86\x91", false);
	if (panel->entry_top + rows < panel->entry_count)
		draw_text(area.top, area.left + area.width - 4, 1, STYLE_DIM, "\xe2\x86\x93", false);
	for (i = panel->entry_top; i < panel->entry_count && row < area.top + area.height; i++, row++)
		draw_entry(panel, i, row, area);
	for (; row < area.top + area.height; row++)
		draw_fill(row, area.left, area.width, STYLE_PLAIN);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct panel *panel = view->data;
	int left = area.width >= 150 ? 36 : area.width >= 110 ? 30 : 22;
	struct area middle = { area.top, area.left + left + 1, area.height, area.width - left - 1 };

	panel->browse.list.quiet = panel->in_panel;
	draw_registers(ui, panel, (struct area){ area.top, area.left, area.height, left });
	draw_vertical(area.top, area.left + left, area.height);
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

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct panel *panel = view->data;
	size_t entry = panel->entry_top + (size_t)(mouse->row - area.top - 1);

	if ((mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE) ||
		mouse->column >= panel->browse.list.area.left - 1)
		return browse_mouse(ui, view, mouse, area);
	if (mouse->row > area.top && entry < panel->entry_count) {
		panel->entry = entry;
		show_register(ui, panel);
		go_to(view, false);
	}
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	((struct panel *)view->data)->counted = false;
	browse_changed(ui, view);
}

static void close_view(struct ui *ui, struct view *view)
{
	(void)ui;
	browse_end(view->data);
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
	.show = browse_show };

void browse_view_open(struct ui *ui, enum phase phase)
{
	struct panel *panel = xcalloc(1, sizeof *panel);
	size_t i;

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
	/* A panel is the ground on which other views stand. */
	while (ui->depth)
		ui_pop(ui);
	ui_push(ui, view_new(&ops, panel));
}
