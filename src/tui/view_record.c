/* A whole record, read: Enter goes along a reference, keys act on it. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"
#include "tui/pick.h"
#include "tui/reading.h"

/* A heading is nothing to stop at; a line follows each, and the first has none before it. */
static void pass_heading(struct reading *reading, bool up)
{
	if (reading->cursor < reading->count && !reading->lines[reading->cursor].text)
		reading->cursor = up && reading->cursor ? reading->cursor - 1 : reading->cursor + 1;
}

static void draw_line(struct ui *ui, const struct reading *reading, size_t i, int row, struct area area)
{
	const struct line *line = &reading->lines[i];
	bool here = i == reading->cursor;

	if (here)
		draw_spoken(row, area.left + 2);
	draw_text(row, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	if (!line->text) {
		draw_section(row, area.left + 2, area.width - 4, line->label, here);
	} else {
		draw_text(row, area.left + 2, reading->label - 1, STYLE_DIM, line->label, false);
		if (line->level)
			draw_level_text(row, area.left + 2 + reading->label, area.width - 3 - reading->label,
				line->level, store_context(ui->store)->method.scales[SCALE_RISK].count, line->text);
		else
			draw_text(row, area.left + 2 + reading->label, area.width - 3 - reading->label,
				line->target ? STYLE_ACCENT : STYLE_PLAIN, line->text, false);
	}
	if (here)
		draw_bar(row, area.left, area.width);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct reading *reading = view->data;
	int row;
	size_t i;

	if (reading->width != area.width && !reading_read(ui, reading, area.width))
		reading_add(reading, "", _("The record is not there any more."), 0);
	reading->height = area.height - 2;
	if (failure_draw(&reading->failure, area))
		return;
	if (reading->cursor >= reading->count)
		reading->cursor = reading->count ? reading->count - 1 : 0;
	pass_heading(reading, false);
	cursor_in_view(&reading->top, reading->cursor, reading->height);
	if (reading->cursor && reading->top == reading->cursor && !reading->lines[reading->cursor - 1].text)
		reading->top--;
	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, reading->title ? reading->title : "", true);
	for (row = 0, i = reading->top; row < reading->height; row++, i++) {
		int line = area.top + 2 + row;

		draw_fill(line, area.left, area.width, STYLE_PLAIN);
		if (i < reading->count)
			draw_line(ui, reading, i, line, area);
	}
	if (reading->count > (size_t)reading->height && !ui->message) {
		char *place = xasprintf("%zu/%zu", reading->cursor + 1, reading->count);

		draw_text_right(ui->rows - 2, ui->columns - 16, 15, STYLE_DIM, place);
		free(place);
	}
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct reading *reading = view->data;

	size_t before = reading->cursor;

	(void)ui;
	if (!cursor_move(&reading->cursor, reading->count, (size_t)reading->height, (enum move)argument))
		return ANSWER_IGNORED;
	pass_heading(reading, reading->cursor < before);
	view->dirty = true;
	return ANSWER_DONE;
}

static bool is_evidence(struct ui *ui, const struct reading *reading)
{
	struct record *record = store_record(ui->store, reading->id, NULL);
	bool is = record && (record->def->flags & REGISTER_ATTACHMENT);

	record_free(record);
	if (!is)
		ui_message(ui, _("Files are attached to records of the register of evidence."));
	return is;
}

static void attach_taken(struct ui *ui, const char *text, void *user)
{
	struct reading *reading = ((struct view *)user)->data;
	struct record *record = text && *text ? store_record(ui->store, reading->id, NULL) : NULL;
	struct error error = { 0 };

	if (record && app_attach(ui->store, record->ref, text, &error)) {
		ui_changed(ui);
		ui_message(ui, _("Attached to %s."), record->ref);
	} else if (record) {
		ui_error(ui, &error);
		prompt_again(ui, text);
	}
	record_free(record);
	error_clear(&error);
}

static void extract_taken(struct ui *ui, const char *text, void *user)
{
	struct reading *reading = ((struct view *)user)->data;
	struct record *record = text && *text ? store_record(ui->store, reading->id, NULL) : NULL;
	char *written = NULL;
	struct error error = { 0 };

	if (record && app_extract(ui->store, record->ref, text, false, &written, &error)) {
		ui_message(ui, _("Written to %s."), written);
	} else if (record) {
		ui_error(ui, &error);
		prompt_again(ui, text);
	}
	free(written);
	record_free(record);
	error_clear(&error);
}

static enum answer stamp(struct ui *ui, struct view *view)
{
	int64_t id = ((struct reading *)view->data)->id;
	struct record *record = store_record(ui->store, id, NULL);

	if (record)
		stamp_open(ui, record->def, &(struct meant){ .ids = &id, .count = 1 });
	record_free(record);
	return ANSWER_DONE;
}

/* ---- records that refer to this one are added from here ---- */

static void fill_linked(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct record *record = store_record(ui->store, ((struct reading *)((struct view *)user)->data)->id, NULL);
	size_t i;

	for (i = 0; record && i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];

		if ((field->flags & (FIELD_INVERSE | FIELD_INTERNAL)) == FIELD_INVERSE)
			pick_offer(items, typed, field->name, _(register_find(field->target)->label), _(field->label));
	}
	record_free(record);
}

static void linked_taken(struct ui *ui, const char *value, void *user)
{
	struct record *record =
		value ? store_record(ui->store, ((struct reading *)((struct view *)user)->data)->id, NULL) : NULL;
	const struct field_def *field = record ? register_field(record->def, value) : NULL;

	if (field)
		form_view_open_for(ui, register_find(field->target), field->inverse,
			field_source(field)->through ? record_get(record, field_source(field)->through) : record->ref,
			NULL);
	record_free(record);
}

/* Where only one kind can be added there is nothing to choose. */
static enum answer add_linked(struct ui *ui, struct view *view)
{
	struct reading *reading = view->data;
	struct pick_items kinds = { 0 };
	struct pick pick = { .fill = fill_linked, .then = linked_taken, .user = view };

	fill_linked(ui, "", &kinds, view);
	if (!kinds.count) {
		ui_message(ui, _("Nothing is added from here; {edit} edits the record itself."));
	} else if (kinds.count == 1) {
		linked_taken(ui, kinds.items[0].key, view);
	} else {
		struct record *record = store_record(ui->store, reading->id, NULL);
		char *title = xasprintf(_("Add to %s"), record ? record->ref : "");

		pick.title = title;
		pick_view_open(ui, &pick);
		free(title);
		record_free(record);
	}
	pick_items_free(&kinds);
	return ANSWER_DONE;
}

/* The whole record as text. */
static enum answer clip(struct ui *ui, struct view *view)
{
	const struct reading *reading = view->data;
	struct buffer text = { 0 };
	size_t i;

	buffer_printf(&text, "%s\n", reading->title ? reading->title : "");
	for (i = 0; i < reading->count; i++)
		if (!reading->lines[i].text) {
			buffer_printf(&text, "\n%s\n", reading->lines[i].label);
		} else if (*reading->lines[i].label) {
			buffer_printf(&text, _("%s: %s"), reading->lines[i].label, reading->lines[i].text);
			buffer_add_char(&text, '\n');
		} else {
			buffer_printf(&text, "  %s\n", reading->lines[i].text);
		}
	ui_clip(ui, text.data);
	buffer_free(&text);
	return ANSWER_DONE;
}

/* What changed in the text since the version that this one replaces. */
static enum answer compare(struct ui *ui, struct view *view)
{
	const struct reading *reading = view->data;
	struct record *record = store_record(ui->store, reading->id, NULL), *older = NULL;
	const char *before =
		record && register_field(record->def, "supersedes") ? record_get(record, "supersedes") : NULL;

	if (before)
		older = store_record_by_ref(ui->store, before, NULL);
	if (older) {
		char *title = xasprintf(_("From %s %s to %s %s"), older->ref, record_get(older, "version"), record->ref,
			record_get(record, "version"));

		pager_view_open(ui, title, text_diff(record_get(older, "text"), record_get(record, "text")));
		free(title);
	} else {
		ui_message(ui, _("This record supersedes no other."));
	}
	record_free(record);
	record_free(older);
	return ANSWER_DONE;
}

static enum answer open_target(struct ui *ui, struct view *view)
{
	struct reading *reading = view->data;

	if (reading->cursor < reading->count && reading->lines[reading->cursor].target)
		record_view_open(ui, reading->lines[reading->cursor].target);
	return ANSWER_DONE;
}

static enum answer edit(struct ui *ui, struct view *view)
{
	struct record *record = store_record(ui->store, ((struct reading *)view->data)->id, NULL);

	if (record)
		form_view_open(ui, record->def, record->id);
	record_free(record);
	return ANSWER_DONE;
}

static enum answer attach(struct ui *ui, struct view *view)
{
	if (is_evidence(ui, view->data))
		prompt_open_path(ui, _("Attach the file:"), "", attach_taken, view);
	return ANSWER_DONE;
}

static enum answer extract(struct ui *ui, struct view *view)
{
	if (is_evidence(ui, view->data))
		prompt_open_path(ui, _("Write it to (a file or folder):"), "", extract_taken, view);
	return ANSWER_DONE;
}

static enum answer history(struct ui *ui, struct view *view)
{
	history_view_open(ui, ((struct reading *)view->data)->id);
	return ANSWER_DONE;
}

static enum answer prepare(struct ui *ui, struct view *view)
{
	prepare_record(ui, ((struct reading *)view->data)->id);
	return ANSWER_DONE;
}

static enum answer work(struct ui *ui, struct view *view)
{
	audit_view_open(ui, ((struct reading *)view->data)->id);
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	(void)ui;
	((struct reading *)view->data)->width = 0;
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	(void)ui;
	reading_clear(view->data);
	failure_forget(&((struct reading *)view->data)->failure);
	free(view->data);
}

static int64_t current(struct ui *ui, struct view *view)
{
	(void)ui;
	return ((struct reading *)view->data)->id;
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_target },
	{ .command = "edit", .run = edit },
	{ .command = "add-linked", .run = add_linked },
	{ .command = "attach", .run = attach },
	{ .command = "extract", .run = extract },
	{ .command = "stamp", .run = stamp },
	{ .command = "clip", .run = clip },
	{ .command = "compare", .run = compare },
	{ .command = "history", .run = history },
	{ .command = "prepare", .run = prepare },
	{ .command = "work", .run = work },
	{ .command = NULL },
};

static const struct register_def *shows(const struct view *view)
{
	return ((const struct reading *)view->data)->def;
}

static const struct view_ops ops = { .name = "record",
	.draw = draw,
	.actions = actions,
	.changed = changed,
	.close = close_view,
	.record = current,
	.shows = shows };

void record_view_open(struct ui *ui, int64_t id)
{
	struct reading *reading = xcalloc(1, sizeof *reading);

	reading->id = id;
	ui_push(ui, view_new(&ops, reading));
}
