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
	if (field->type->storage == STORED_REFERENCE) {
		char *title = store_title(ui->store, value), *text = title ? xasprintf("%s %s", value, title) : xstrdup(value);

		free(title);
		return text;
	}
	return field_format(field, store_context(ui->store), value);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct quarrel *quarrel = view->data;
	int row = area.top + 2;
	size_t i;

	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, _("Somebody else changed the same fields. Space chooses, ^S saves the choice, Esc leaves all as it is."), true);
	for (i = quarrel->cursor > 2 ? quarrel->cursor - 2 : 0; i < quarrel->conflicts.count && row + 4 < area.top + area.height; i++) {
		const struct conflict *conflict = &quarrel->conflicts.items[i];
		char *heading = xasprintf("%s  %s", conflict->ref, conflict->field ? _(conflict->field->label) : _("the whole record"));
		char *before = readable(ui, conflict->field, conflict->before), *theirs = readable(ui, conflict->field, conflict->theirs), *ours = readable(ui, conflict->field, conflict->ours);
		char *line;

		draw_text(row, area.left, 1, STYLE_ACCENT, i == quarrel->cursor ? ">" : " ", false);
		draw_text(row++, area.left + 2, area.width - 3, STYLE_CURSOR, heading, true);
		line = xasprintf(_("     before:  %s"), before);
		draw_text(row++, area.left + 2, area.width - 3, STYLE_DIM, line, true);
		free(line);
		line = xasprintf("%s %s", quarrel->ours[i] ? "[ ]" : "[x]", "");
		free(line);
		line = xasprintf(_("%s theirs:  %s"), quarrel->ours[i] ? "[ ]" : "[x]", theirs);
		draw_text(row++, area.left + 3, area.width - 4, quarrel->ours[i] ? STYLE_PLAIN : STYLE_ACCENT, line, true);
		free(line);
		line = xasprintf(_("%s ours:    %s"), quarrel->ours[i] ? "[x]" : "[ ]", ours);
		draw_text(row++, area.left + 3, area.width - 4, quarrel->ours[i] ? STYLE_ACCENT : STYLE_PLAIN, line, true);
		free(line);
		row++;
		free(heading);
		free(before);
		free(theirs);
		free(ours);
	}
}

static void save(struct ui *ui, struct view *view)
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
		ok = store_set(ui->store, quarrel->before, quarrel->record, &error);
		if (ok) {
			char *key = xasprintf("%s:%s", quarrel->record->def->name, quarrel->record->ref);

			store_draft_forget(ui->store, key);
			free(key);
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
}

static enum answer key(struct ui *ui, struct view *view, const struct key *key)
{
	struct quarrel *quarrel = view->data;
	const char *name = key->name;

	view->dirty = true;
	if (strcmp(name, "Escape") == 0 || strcmp(name, "q") == 0)
		return ANSWER_CLOSE;
	if (strcmp(name, "C-s") == 0 || strcmp(name, "F2") == 0)
		save(ui, view);
	else if (strcmp(name, "Down") == 0 || strcmp(name, "j") == 0 || strcmp(name, "Tab") == 0)
		quarrel->cursor += quarrel->cursor + 1 < quarrel->conflicts.count;
	else if (strcmp(name, "Up") == 0 || strcmp(name, "k") == 0)
		quarrel->cursor -= quarrel->cursor > 0;
	else if (strcmp(name, "Space") == 0)
		quarrel->ours[quarrel->cursor] = !quarrel->ours[quarrel->cursor];
	else
		return ANSWER_IGNORED;
	return ANSWER_DONE;
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

static const struct view_ops ops = { .name = "conflict", .captures_text = true, .draw = draw, .key = key, .close = close_view };

static struct quarrel *begin(struct ui *ui)
{
	const struct conflicts *conflicts = store_conflicts(ui->store);
	struct quarrel *quarrel = xcalloc(1, sizeof *quarrel);
	size_t i;

	quarrel->conflicts.items = xcalloc(conflicts->count ? conflicts->count : 1, sizeof *quarrel->conflicts.items);
	quarrel->conflicts.count = conflicts->count;
	for (i = 0; i < conflicts->count; i++) {
		const struct conflict *from = &conflicts->items[i];

		quarrel->conflicts.items[i] = (struct conflict){ from->id, xstrdup(from->ref), from->field, xstrdup(from->before), xstrdup(from->theirs), xstrdup(from->ours) };
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
