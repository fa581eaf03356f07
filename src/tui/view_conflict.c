/* Two people, one field: what was there, theirs, ours; the user chooses field by field. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

struct quarrel {
	struct conflicts conflicts; /* a copy */
	bool *ours;
	size_t cursor;
	bool redo;
	struct record *before, *record; /* of a form; NULL: of an undo */
};

static char *readable(struct ui *ui, const struct field_def *field, const char *value)
{
	if (!value)
		return xstrdup(_("(empty)"));
	if (!field)
		return xstrdup(value);
	if (field_is_reference(field))
		return store_references(ui->store, value, REFERENCE_WHOLE, ", ");
	return field_format(field, store_context(ui->store), value);
}

/* One side of a quarrel, as many lines as it takes; the row after it. */
static int draw_side(
	const char *mark, const char *label, const char *value, int row, int bottom, int width, enum style style)
{
	struct strings lines = { 0 };
	int left = 24;
	size_t i;

	text_wrap(value, width - left - 1, &lines);
	if (row < bottom) {
		draw_text(row, 3, 4, style, mark, false);
		draw_text(row, 7, left - 8, style, label, false);
	}
	for (i = 0; i < lines.count && row < bottom; i++, row++)
		draw_text(row, left, width - left - 1, style, lines.items[i], true);
	strings_free(&lines);
	return row;
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct quarrel *quarrel = view->data;
	int row = area.top + 3, bottom = area.top + area.height;
	size_t i;

	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, _("Somebody else changed the same fields."),
		true);
	draw_told((struct area){ area.top + 1, area.left + 1, 2, area.width - 2 }, STYLE_DIM,
		_("{choose-side} takes one or the other, {save} saves what is marked, {leave} leaves all as it is."),
		&view->place);
	/* The one under the cursor is always in sight: the list begins with it, or one before. */
	for (i = quarrel->cursor > 1 ? quarrel->cursor - 1 : 0; i < quarrel->conflicts.count && row < bottom; i++) {
		const struct conflict *conflict = &quarrel->conflicts.items[i];
		bool ours_chosen = quarrel->ours[i];
		char *heading = xasprintf(
			"%s  %s", conflict->ref, conflict->field ? _(conflict->field->label) : _("the whole record"));
		char *before = readable(ui, conflict->field, conflict->before),
		     *theirs = readable(ui, conflict->field, conflict->theirs),
		     *ours = readable(ui, conflict->field, conflict->ours);

		draw_text(row, area.left, 1, STYLE_ACCENT, i == quarrel->cursor ? ">" : " ", false);
		draw_text(row, area.left + 2, area.width - 3, STYLE_TITLE, heading, true);
		if (i == quarrel->cursor)
			draw_bar(row, area.left, area.width);
		row++;
		row = draw_side("", _("it was"), before, row, bottom, area.width, STYLE_DIM);
		row = draw_side(ours_chosen ? "[ ]" : "[x]", _("theirs"), theirs, row, bottom, area.width,
			ours_chosen ? STYLE_PLAIN : STYLE_ACCENT);
		row = draw_side(ours_chosen ? "[x]" : "[ ]", _("yours"), ours, row, bottom, area.width,
			ours_chosen ? STYLE_ACCENT : STYLE_PLAIN);
		row++;
		free(heading);
		free(before);
		free(theirs);
		free(ours);
	}
}

static enum answer save(struct ui *ui, struct view *view)
{
	struct quarrel *quarrel = view->data;
	struct error error = { 0 };
	char *summary = NULL;
	bool ok;
	size_t i;

	if (quarrel->record) {
		/* What is theirs is taken as if it had been read so; what is ours is written over it. */
		for (i = 0; i < quarrel->conflicts.count; i++) {
			const struct conflict *conflict = &quarrel->conflicts.items[i];

			record_set(quarrel->before, conflict->field->name, conflict->theirs);
			if (!quarrel->ours[i])
				record_set(quarrel->record, conflict->field->name, conflict->theirs);
		}
		ok = app_save(ui->store, quarrel->before, quarrel->record, &error);
		if (ok) {
			form_draft_forget(ui, quarrel->record->def, quarrel->record->ref);
			/* This view, and the form below it. */
			ui_pop(ui);
			ui_pop(ui);
			ui_changed(ui);
			ui_message(ui, _("Saved as you chose."));
		}
	} else {
		ok = store_undo_resolved(ui->store, quarrel->redo, quarrel->ours, &summary, &error);
		if (ok) {
			bool redo = quarrel->redo;

			ui_pop(ui);
			ui_changed(ui);
			ui_message(ui, redo ? _("Done again: %s") : _("Undone: %s"), summary);
		}
	}
	if (!ok)
		ui_error(ui, &error);
	free(summary);
	error_clear(&error);
	return ANSWER_DONE;
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct quarrel *quarrel = view->data;
	enum move move = argument == MOVE_NEXT ? MOVE_DOWN : argument == MOVE_PREVIOUS ? MOVE_UP : (enum move)argument;

	(void)ui;
	if (!cursor_move(&quarrel->cursor, quarrel->conflicts.count, 10, move))
		return ANSWER_IGNORED;
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer choose_side(struct ui *ui, struct view *view)
{
	struct quarrel *quarrel = view->data;

	(void)ui;
	quarrel->ours[quarrel->cursor] = !quarrel->ours[quarrel->cursor];
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer leave(struct ui *ui, struct view *view)
{
	(void)ui;
	(void)view;
	return ANSWER_CLOSE;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct quarrel *quarrel = view->data;

	(void)ui;
	conflicts_free(&quarrel->conflicts);
	free(quarrel->ours);
	record_free(quarrel->before);
	record_free(quarrel->record);
	free(quarrel);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "choose-side", .run = choose_side },
	{ .command = "save", .run = save },
	{ .command = "leave", .run = leave },
	{ .command = NULL },
};

static const struct view_ops ops = {
	.name = "conflict", .modal = true, .draw = draw, .actions = actions, .close = close_view
};

static struct quarrel *begin(struct ui *ui)
{
	const struct conflicts *conflicts = store_conflicts(ui->store);
	struct quarrel *quarrel = xcalloc(1, sizeof *quarrel);
	size_t i;

	quarrel->conflicts.items = xcalloc(conflicts->count ? conflicts->count : 1, sizeof *quarrel->conflicts.items);
	quarrel->conflicts.count = conflicts->count;
	for (i = 0; i < conflicts->count; i++) {
		const struct conflict *from = &conflicts->items[i];

		quarrel->conflicts.items[i] = (struct conflict){ from->id, xstrdup(from->ref), from->field,
			xstrdup(from->before), xstrdup(from->theirs), xstrdup(from->ours) };
	}
	quarrel->ours = xcalloc(conflicts->count ? conflicts->count : 1, sizeof *quarrel->ours);
	return quarrel;
}

void conflict_view_open(struct ui *ui, bool redo)
{
	struct quarrel *quarrel = begin(ui);

	quarrel->redo = redo;
	ui_push(ui, view_new(&ops, quarrel));
}

void conflict_view_open_form(struct ui *ui, struct record *before, struct record *ours)
{
	struct quarrel *quarrel = begin(ui);

	quarrel->before = before;
	quarrel->record = ours;
	ui_push(ui, view_new(&ops, quarrel));
}
