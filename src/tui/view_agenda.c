/*
 * What is due, over all registers: late, today, this week, this month, later.
 * The list holds a window of lines around the screen, never all of them; the
 * heading of the group at the top of the screen stays in sight.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/due_list.h"
#include "tui/pick.h"
#include "tui/views.h"

#define WIDE 130 /* columns with room for long labels and names */

static enum due_when when_of(const struct due_list *due, size_t index)
{
	return due_when(&due->today, due->items.items[index].date);
}

/* The row of a line from the top of the list, its group's heading and those between counted. */
static int row_of(const struct due_list *due, size_t index)
{
	int row = 0;
	size_t i;

	for (i = due->top; i <= index; i++)
		row += 1 + (i == due->top || when_of(due, i) != when_of(due, i - 1));
	return row - 1;
}

static void keep_in_view(struct ui *ui, struct due_list *due)
{
	while (!due->at_end && due->items.count < due->top + due_list_page(due) + 1 && due_list_grow_down(ui, due))
		;
	if (due->cursor < due->top)
		due->top = due->cursor;
	while (due->top < due->cursor && row_of(due, due->cursor) >= due->area.height)
		due->top++;
	/* At the end the screen is full. */
	while (due->at_end && due->top > 0) {
		due->top--;
		if (row_of(due, due->items.count - 1) >= due->area.height) {
			due->top++;
			break;
		}
	}
}

enum { DATE, LATE, REF, TITLE, WHAT, OWNER, REGISTER, PARTS };

/* Where room lacks, labels and names are short. */
static void texts_of(struct ui *ui, const struct due_list *due, const struct agenda_item *item, char *texts[PARTS])
{
	bool wide = due->area.width >= WIDE;
	const char *label = item->field->short_label;
	struct date day;

	texts[DATE] = date_parse(item->date, &day) ? date_format_locale(&day) : xstrdup(item->date);
	texts[LATE] = agenda_text(item, &due->today);
	texts[REF] = xstrdup(item->ref);
	texts[TITLE] = xstrdup(item->title);
	texts[WHAT] = xstrdup(label && !wide ? _(label) : _(item->field->label));
	texts[OWNER] = xstrdup(wide ? item->owner : ui_short_name(ui, item->owner));
	texts[REGISTER] = xstrdup(_(item->def->label));
}

/* Each part as wide as what stands on the screen asks, the title what is left; what has no room leaves whole. */
static void lay_out(struct ui *ui, const struct due_list *due, int widths[PARTS])
{
	/* In the order of the line; how late says the day too, and the line below says the register. */
	struct column_wish wishes[PARTS] = { [DATE] = { .rank = 3 },
		[LATE] = { .rank = 1 },
		[REF] = { .rank = 2 },
		[TITLE] = { .rank = 0 },
		[WHAT] = { .rank = 4 },
		[OWNER] = { .rank = 5 },
		[REGISTER] = { .rank = 6 } };
	int part;
	size_t i;

	for (i = due->top; i < due->items.count && i < due->top + due_list_page(due); i++) {
		char *texts[PARTS];

		texts_of(ui, due, &due->items.items[i], texts);
		for (part = 0; part < PARTS; part++) {
			int columns = text_columns(texts[part]);

			wishes[part].most = columns > wishes[part].most ? columns : wishes[part].most;
			free(texts[part]);
		}
	}
	for (part = 0; part < PARTS; part++)
		wishes[part].least = wishes[part].good = wishes[part].most;
	wishes[TITLE].least = due->area.width >= WIDE ? 50 : 30;
	columns_fit(wishes, PARTS, due->area.width - 3, 2);
	for (part = 0; part < PARTS; part++)
		widths[part] = wishes[part].width;
}

static void draw_line(struct ui *ui, const struct due_list *due, size_t index, int row, const int widths[PARTS])
{
	/* In the order of the eye: the day, how late, what it is, whose it is. */
	static const int order[] = { DATE, LATE, REGISTER, REF, TITLE, WHAT, OWNER };
	const struct agenda_item *item = &due->items.items[index];
	bool late = when_of(due, index) == DUE_LATE;
	char *texts[PARTS];
	int column = due->area.left + 2;
	size_t i;

	texts_of(ui, due, item, texts);
	draw_fill(row, due->area.left, due->area.width, STYLE_PLAIN);
	draw_text(row, due->area.left, 1, STYLE_ACCENT, index == due->cursor ? ">" : " ", true);
	for (i = 0; i < sizeof order / sizeof order[0]; i++) {
		int part = order[i];
		enum style style = part == REF                        ? STYLE_ACCENT
				   : part == LATE                     ? (late ? STYLE_LATE : STYLE_DIM)
				   : part == WHAT || part == REGISTER ? STYLE_DIM
								      : STYLE_PLAIN;

		if (!widths[part])
			continue;
		/* Days stand under days. */
		if (part == LATE)
			draw_text_right(row, column, widths[part], style, texts[part]);
		else
			draw_text(row, column, widths[part], style, texts[part], true);
		column += widths[part] + 2;
	}
	if (index == due->cursor)
		draw_bar(row, due->area.left, due->area.width);
	for (i = 0; i < PARTS; i++)
		free(texts[i]);
}

/* A line whose looks changed: the cursor left it, or came. */
static void draw_anew(struct ui *ui, const struct due_list *due, size_t index)
{
	int row = row_of(due, index), widths[PARTS];

	lay_out(ui, due, widths);
	if (row < 0 || row >= due->area.height)
		return;
	draw_line(ui, due, index, due->area.top + row, widths);
}

static void draw_status(struct ui *ui, struct due_list *due)
{
	const struct agenda_item *item = due_list_current(due);
	char *place;

	if (ui->message)
		return;
	if (item) {
		char *text = xasprintf("%s %s \xc2\xb7 %s \xc2\xb7 %s%s%s", _(item->def->label), item->ref,
			_(item->field->label), item->owner, *item->owner ? " \xc2\xb7 " : "", item->title);

		draw_text(ui->rows - 2, 1, ui->columns - 18, STYLE_DIM, text, true);
		free(text);
	}
	if (!item)
		place = xstrdup(due->failure.sentence ? "?" : "0/0");
	else if (due->total == DUE_UNCOUNTED)
		place = xstrdup("?");
	else if (due->total < 0)
		place = xstrdup("");
	else if (due->first < 0)
		place = xasprintf("-/%lld", (long long)due->total);
	else
		place = xasprintf(
			"%lld/%lld", (long long)due->first + (long long)due->cursor + 1, (long long)due->total);
	draw_text_right(ui->rows - 2, ui->columns - 16, 15, STYLE_DIM, place);
	due->told = true;
	free(place);
}

static void draw_title(struct due_list *due, struct area area)
{
	struct buffer title = { 0 };

	buffer_add(&title, _("What is due"));
	if (due->owner)
		buffer_printf(&title, "  [%s]", due->owner_name);
	if (due->late > 0) {
		buffer_add(&title, "  ");
		buffer_printf(
			&title, ngettext("! %lld late", "! %lld late", (unsigned long)due->late), (long long)due->late);
	}
	draw_text(area.top, area.left + 1, area.width - 1, STYLE_TITLE, title.data, true);
	buffer_free(&title);
}

static void draw_nothing(const struct due_list *due, struct area area)
{
	char *text =
		due->owner
			? xasprintf(_("Nothing is due of %s. %s chooses another owner."), due->owner_name,
				  command_key("filter", NULL))
			: xstrdup(_(
				  "Reviews, expiries, actions, audits and acceptances of all registers stand here in the order of their dates.\n\nNo record has such a date yet. One brings it here: the next review of a risk, the due day of an action."));

	draw_empty(area, text);
	free(text);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct due_list *due = view->data;
	int widths[PARTS], row = 0;
	size_t i;

	due->area = (struct area){ area.top + 1, area.left, area.height - 1, area.width };
	if (!due->agenda)
		due_list_open(ui, due);
	if (!due->loaded)
		due_list_end(ui, due, false);
	/* Tallies know it at once, unless an owner is asked for. */
	if (due->late == -1 && !due->owner && due->agenda)
		due->late = due_list_count(ui, due, true);
	draw_title(due, area);
	if (!due->items.count) {
		if (!failure_draw(&due->failure, area))
			draw_nothing(due, area);
		draw_status(ui, due);
		return;
	}
	keep_in_view(ui, due);
	lay_out(ui, due, widths);
	for (i = due->top; i < due->items.count && row < due->area.height; i++) {
		if (i == due->top || when_of(due, i) != when_of(due, i - 1)) {
			draw_text(due->area.top + row, area.left + 1, area.width - 1,
				when_of(due, i) == DUE_LATE ? STYLE_LATE : STYLE_TITLE, due_when_label(when_of(due, i)),
				true);
			row++;
		}
		if (row < due->area.height)
			draw_line(ui, due, i, due->area.top + row++, widths);
	}
	draw_status(ui, due);
}

/* ---- keys ---- */

static void move_by(struct ui *ui, struct view *view, long delta)
{
	struct due_list *due = view->data;
	size_t old, top;

	while (delta > 0 && due->cursor + (size_t)delta >= due->items.count && due_list_grow_down(ui, due))
		;
	while (delta < 0 && due->cursor < (size_t)-delta && due_list_grow_up(ui, due))
		;
	if (!due->items.count)
		return;
	old = due->cursor;
	top = due->top;
	if (delta < 0)
		due->cursor = due->cursor < (size_t)-delta ? 0 : due->cursor - (size_t)-delta;
	else
		due->cursor = due->cursor + (size_t)delta >= due->items.count ? due->items.count - 1
									      : due->cursor + (size_t)delta;
	if (delta > 1 || delta < -1) {
		/* A page: the screen goes along. */
		due->top = due->cursor > old - top ? due->cursor - (old - top) : 0;
		view->dirty = true;
	} else if (due->cursor < due->top || row_of(due, due->cursor) >= due->area.height) {
		/* At the edge half a page comes at once. */
		due->top = due->cursor > due_list_page(due) / 2 ? due->cursor - due_list_page(due) / 2 : 0;
		view->dirty = true;
	} else {
		draw_anew(ui, due, old);
		draw_anew(ui, due, due->cursor);
		due->told = false;
	}
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct due_list *due = view->data;
	long rows = (long)due_list_page(due) - 1;

	switch ((enum move)argument) {
	case MOVE_DOWN:
		move_by(ui, view, 1);
		break;
	case MOVE_UP:
		move_by(ui, view, -1);
		break;
	case MOVE_HALF_DOWN:
		move_by(ui, view, rows > 1 ? rows / 2 : 1);
		break;
	case MOVE_HALF_UP:
		move_by(ui, view, rows > 1 ? -(rows / 2) : -1);
		break;
	case MOVE_PAGE_DOWN:
		move_by(ui, view, rows);
		break;
	case MOVE_PAGE_UP:
		move_by(ui, view, -rows);
		break;
	case MOVE_FIRST:
	case MOVE_LAST:
		due_list_end(ui, due, argument == MOVE_LAST);
		view->dirty = true;
		break;
	default:
		return ANSWER_IGNORED;
	}
	return ANSWER_DONE;
}

static void fill_owners(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct found_list found;
	struct error error = { 0 };
	size_t i;

	(void)user;
	if (!*typed) {
		pick_add(items, "all", _("everybody"), NULL);
		pick_add(items, "nobody", _("nobody: what has no owner"), NULL);
	}
	if (!store_suggest(ui->store, register_people(), typed, 200, &found, &error)) {
		pick_fail(items, &error);
		return;
	}
	for (i = 0; i < found.count; i++)
		pick_add(items, found.items[i].ref, found.items[i].title, found.items[i].ref);
	found_free(&found);
}

static void owner_taken(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct due_list *due = view->data;
	bool nobody;

	if (!value)
		return;
	nobody = strcmp(value, "nobody") == 0;
	free(due->owner);
	free(due->owner_name);
	due->owner = strcmp(value, "all") == 0 ? NULL : xstrdup(nobody ? "" : value);
	due->owner_name = !due->owner ? NULL
			  : nobody    ? xstrdup(_("nobody"))
				      : store_reference(ui->store, value, REFERENCE_TITLE);
	due_list_forget(due);
	due_list_open(ui, due);
	due_list_end(ui, due, false);
	view->dirty = true;
}

static enum answer choose_owner(struct ui *ui, struct view *view)
{
	struct pick pick = { .title = _("Whose?"), .fill = fill_owners, .then = owner_taken, .user = view };

	pick_view_open(ui, &pick);
	return ANSWER_DONE;
}

static enum answer open_item(struct ui *ui, struct view *view)
{
	const struct agenda_item *item = due_list_current(view->data);

	if (item)
		record_view_open(ui, item->id);
	return ANSWER_DONE;
}

static enum answer edit(struct ui *ui, struct view *view)
{
	const struct agenda_item *item = due_list_current(view->data);

	if (item)
		form_view_open_at(ui, item->def, item->id, item->field->name);
	return ANSWER_DONE;
}

static enum answer history(struct ui *ui, struct view *view)
{
	const struct agenda_item *item = due_list_current(view->data);

	if (item)
		history_view_open(ui, item->id);
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct due_list *due = view->data;
	size_t i;

	(void)area;
	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	for (i = due->top; i < due->items.count && row_of(due, i) < due->area.height; i++)
		if (due->area.top + row_of(due, i) == mouse->row) {
			due->cursor = i;
			view->dirty = true;
			if (mouse->kind == MOUSE_DOUBLE)
				ui_run(ui, "open");
			break;
		}
	return ANSWER_DONE;
}

static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	struct due_list *due = view->data;

	(void)quiet;
	if (view->dirty || !due->agenda)
		return false;
	if (due->total == -1) {
		due->total = due_list_count(ui, due, false);
		due->late = due_list_count(ui, due, true);
		if (due->first < 0 && due->at_end && due->total >= 0)
			due->first = due->total - (int64_t)due->items.count;
		draw_title(due, (struct area){ due->area.top - 1, due->area.left, 1, due->area.width });
		due->told = false;
	}
	if (!due->told)
		draw_status(ui, due);
	return false;
}

static void changed(struct ui *ui, struct view *view)
{
	struct due_list *due = view->data;

	if (due->loaded && due_list_open(ui, due))
		due_list_reload(ui, due);
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct due_list *due = view->data;

	(void)ui;
	agenda_close(due->agenda);
	agenda_items_free(&due->items);
	failure_forget(&due->failure);
	free(due->owner);
	free(due->owner_name);
	free(due);
}

static int64_t record(struct ui *ui, struct view *view)
{
	const struct agenda_item *item = due_list_current(view->data);

	(void)ui;
	return item ? item->id : 0;
}

/* For the export menu: those of the owner who was chosen. */
static void selection(struct ui *ui, struct view *view, const struct register_def **def, char **filter, int64_t **marks,
	size_t *mark_count)
{
	struct query *query = due_list_filter(view->data);

	(void)ui;
	*def = &register_due;
	*filter = query->condition_count ? query_text(query) : NULL;
	*marks = NULL;
	*mark_count = 0;
	query_free(query);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "filter", .run = choose_owner },
	{ .command = "open", .run = open_item },
	{ .command = "edit", .run = edit },
	{ .command = "history", .run = history },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "agenda",
	.draw = draw,
	.actions = actions,
	.mouse = mouse,
	.idle = idle,
	.changed = changed,
	.close = close_view,
	.record = record,
	.selection = selection };

void agenda_view_open(struct ui *ui)
{
	struct due_list *due = xcalloc(1, sizeof *due);

	due->first = due->total = due->late = -1;
	ui_push(ui, view_new(&ops, due));
}
