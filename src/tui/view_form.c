/*
 * The form of a record, made from the dictionary: a line a field, edited as its
 * type says.  What is typed is kept as a draft after two seconds and on signals.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/form.h"

/* Leaves the field for another.  What is wrong there must be put right first; that it is empty is said when the form is saved. */
static void go(struct ui *ui, struct form *form, size_t to)
{
	if (!form_take_typed(ui, form) && !form_empty_typed(form)) {
		/* That the key did nothing has its reason: what stands below the field may have been there before. */
		ui_message(ui, "%s", form->problem);
		return;
	}
	if (form->remark)
		ui_message(ui, "%s", form->remark);
	form->cursor = to;
	form_enter_field(ui, form);
}

static void save(struct ui *ui, struct view *view)
{
	struct form *form = view->data;
	const struct register_def *def = form->def;
	struct ui_progress progress = { .ui = ui, .told = environment_clock_ms() };
	struct error error = { 0 };
	char *ref, *remark, *said;
	uint64_t generation;
	bool saved;
	int64_t id;
	size_t i;

	view->dirty = true;
	/* A line that is empty is missing, which is told with all else that is. */
	if (!form_take_typed(ui, form) && !form_empty_typed(form)) {
		ui_message(ui, "%s", form->problem);
		return;
	}
	/* To close an assessment copies all that it is about. */
	store_set_progress(ui->store, ui_saving, &progress);
	generation = store_generation(ui->store);
	saved = app_save(ui->store, form->before, form->now, &error);
	store_set_progress(ui->store, NULL, NULL);
	if (saved) {
		form_draft_forget(ui, def, form_ref(form));
		ref = xstrdup(form->now->ref);
		id = form->now->id;
		if (form->before)
			ui_keep_saved(ui, form->before, id);
		remark = app_consequence(ui->store, form->before, form->now);
		if (!remark)
			remark = xstrdup(form->remark);
		ui_pop(ui);
		ui_changed(ui);
		ui_show(ui, def, id);
		/* Where nothing was written there is nothing that a key takes back. */
		if (store_generation(ui->store) == generation)
			said = xasprintf(_("%s stays as it was: nothing was changed."), ref);
		else if (store_undo_is_barred(ui->store))
			/* TRANSLATORS: what was signed, which no undo takes back */
			said = xasprintf(_("%s saved; it stands as it is from now on."), ref);
		else
			said = xasprintf(_("%s saved; %s takes it back."), ref, command_key("undo", NULL));
		ui_message(ui, "%s%s%s", said, remark ? " " : "", remark ? remark : "");
		free(said);
		free(ref);
		free(remark);
	} else if (error.kind == ERROR_CONFLICT) {
		conflict_view_open_form(ui, record_copy(form->before), record_copy(form->now));
	} else {
		/* The cursor goes to the field that is refused. */
		for (i = 0; error.field && i < form->count; i++)
			if (strcmp(form_field(form, i)->name, error.field) == 0) {
				form->cursor = i;
				form_enter_field(ui, form);
				form->problem = xstrdup(error.message);
			}
		ui_error(ui, &error);
	}
	error_clear(&error);
}

static void leave(struct ui *ui, bool yes, void *user)
{
	struct view *view = user;
	struct form *form = view->data;

	if (!yes)
		return;
	form_draft_forget(ui, form->def, form_ref(form));
	ui_pop(ui);
}

static enum answer save_form(struct ui *ui, struct view *view)
{
	view->dirty = true;
	save(ui, view);
	return ANSWER_DONE;
}

static enum answer leave_form(struct ui *ui, struct view *view)
{
	struct form *form = view->data;

	view->dirty = true;
	form_take_typed(ui, form);
	if (!form->changed)
		return ANSWER_CLOSE;
	confirm_view_open(ui, _("Leave without saving?"), leave, view);
	return ANSWER_DONE;
}

/* Up and down go from field to field, to the side within the line. */
static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct form *form = view->data;

	view->dirty = true;
	switch ((enum move)argument) {
	case MOVE_NEXT:
		if (form->went_on) {
			form->went_on = false;
			/* TRANSLATORS: the label of the field */
			ui_message(ui, _("The digit went on to %s already."), _(form_field(form, form->cursor)->label));
			break;
		}
		/* fallthrough */
	case MOVE_DOWN:
		go(ui, form, form_next_stop(form, form->cursor, 1));
		break;
	case MOVE_PREVIOUS:
	case MOVE_UP:
		go(ui, form, form_next_stop(form, form->cursor, -1));
		break;
	case MOVE_PAGE_DOWN:
		go(ui, form, form_next_section(form, 1));
		break;
	case MOVE_PAGE_UP:
		go(ui, form, form_next_section(form, -1));
		break;
	default:
		if (form->editing)
			line_editor_move(&form->editor, (enum move)argument);
	}
	return ANSWER_DONE;
}

static enum answer choose(struct ui *ui, struct view *view)
{
	struct form *form = view->data;

	view->dirty = true;
	/* The calendar is for a day that nobody typed. */
	if (form->editing && (form_field(form, form->cursor)->type->editor == EDIT_LINE || form_has_typed(form)))
		go(ui, form, form_next_stop(form, form->cursor, 1));
	else
		form_open_field(ui, view, NULL);
	return ANSWER_DONE;
}

/* In a line; where the field has none, what erases empties it. */
static enum answer edit_line(struct ui *ui, struct view *view, int what)
{
	struct form *form = view->data;
	const struct field_def *field = form_field(form, form->cursor);

	view->dirty = true;
	if (form->editing) {
		line_editor_edit(&form->editor, (enum line_edit)what);
		if (what >= LINE_ERASE)
			form_line_changed(form);
	} else if ((what == LINE_ERASE || what == LINE_ERASE_NEXT) && !form_is_fixed(form, field)) {
		record_set(form->now, field->name, NULL);
		form_changed_value(ui, form);
	}
	return ANSWER_DONE;
}

static enum answer rate_as_above(struct ui *ui, struct view *view)
{
	form_rate_as_above(ui, view);
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct form *form = view->data;
	int row = mouse->row - area.top - 1;
	size_t field;

	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	if (row < 0 || row >= form->height || form->top + (size_t)row >= form->row_count)
		return ANSWER_DONE;
	field = form->rows[form->top + (size_t)row].field;
	if (field == SIZE_MAX)
		return ANSWER_DONE;
	view->dirty = true;
	if (!form_is_stop(form, field)) {
		form_tell_fixed(ui, form, form_field(form, field));
		return ANSWER_DONE;
	}
	go(ui, form, field);
	if (mouse->kind == MOUSE_DOUBLE)
		form_open_field(ui, view, NULL);
	return ANSWER_DONE;
}

static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	if (quiet >= 2000)
		form_keep(ui, view);
	return false;
}

static void load_draft(struct ui *ui, struct form *form)
{
	if (!form_draft_load(ui, form->now, form_ref(form)))
		return;
	form->changed = true;
	form->drafted = true;
	form_derive(ui, form);
	ui_message(ui, _("Your unsaved text is back; {leave} drops it."));
}

static void close_view(struct ui *ui, struct view *view)
{
	struct form *form = view->data;

	(void)ui;
	record_free(form->before);
	record_free(form->now);
	free(form->made_from);
	line_editor_free(&form->editor);
	form_forget_problem(form);
	free(form->opened);
	free(form->held);
	free(form->stash);
	free(form->letters);
	free(form->fields);
	form_forget_rows(form);
	free(form);
}

static const struct action actions[] = {
	{ .command = "save", .run = save_form },
	{ .command = "leave", .run = leave_form },
	{ .command = "move", .with = move },
	{ .command = "choose", .run = choose },
	{ .command = "edit-line", .with = edit_line },
	{ .command = "as-above", .run = rate_as_above },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "form",
	.modal = true,
	.types = true,
	.actions = actions,
	.draw = form_draw,
	.type = form_type,
	.paste = form_paste,
	.mouse = mouse,
	.idle = idle,
	.save_draft = form_keep,
	.close = close_view };

/*
 * A copy: the values of another record, none of its identity.  Of one that was
 * signed it is the next version, which nobody has signed yet: it begins anew,
 * without days.
 */
static void take_values(struct record *copy, const struct record *record)
{
	const struct register_def *def = record->def;
	bool frozen = record_stands(record);
	size_t i;

	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];

		if (field->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_BY_PROGRAM))
			continue;
		if (!frozen || (field->type->editor != EDIT_DATE && strcmp(field->name, "status") != 0))
			record_set(copy, field->name, record->values[i]);
	}
	if (frozen && register_field(def, "supersedes"))
		record_set(copy, "supersedes", record->ref);
}

/* NULL: the record is not there, which is said; a new one (id 0) always is. */
static struct form *form_open(struct ui *ui, const struct register_def *def, int64_t id)
{
	struct form *form;
	struct error error = { 0 };
	struct record *record = id ? store_record(ui->store, id < 0 ? -id : id, &error) : NULL;
	size_t i;

	if (id && !record) {
		ui_error(ui, &error);
		error_clear(&error);
		return NULL;
	}
	form = xcalloc(1, sizeof *form);
	form->def = def;
	form->fields = xcalloc(def->field_count, sizeof *form->fields);
	for (i = 0; i < def->field_count; i++)
		if (!(def->fields[i].flags & (FIELD_HIDDEN | FIELD_INTERNAL | FIELD_SNAPSHOT)) &&
			!(id <= 0 && (def->fields[i].flags & (FIELD_INVERSE | FIELD_BY_PROGRAM))))
			form->fields[form->count++] = i;
	if (id > 0) {
		form->before = record;
		form->stands = store_stands(ui->store, record);
		form->now = record_copy(record);
	} else {
		form->now = record_new(def, store_context(ui->store)->time_zone);
		if (record)
			take_values(form->now, record);
		form->changed = record != NULL;
		form_derive(ui, form);
		record_free(record);
	}
	load_draft(ui, form);
	return form;
}

/* What is proposed is passed over: the cursor stands where something is to be said. */
static void pass_over(struct form *form)
{
	size_t i;

	for (i = 0; i < form->count; i++)
		if (form_is_stop(form, i)) {
			form->cursor = i;
			if (!form->now->values[form->fields[i]])
				return;
		}
}

/* Shows it with the cursor on that field, where the form has it. */
static void form_push(struct ui *ui, struct form *form, const char *field)
{
	size_t i;

	form->cursor = form_stop_from(form, form->cursor);
	for (i = 0; field && i < form->count; i++)
		if (strcmp(form_field(form, i)->name, field) == 0)
			form->cursor = i;
	form_enter_field(ui, form);
	ui_push(ui, view_new(&ops, form));
}

void form_view_open(struct ui *ui, const struct register_def *def, int64_t id)
{
	form_view_open_at(ui, def, id, NULL);
}

void form_view_open_at(struct ui *ui, const struct register_def *def, int64_t id, const char *field)
{
	struct form *form = form_open(ui, def, id);

	if (form)
		form_push(ui, form, field);
}

/* A new record is made from the one that the reference names: what follows from that is proposed. */
static void form_made_from(struct ui *ui, struct form *form, const char *link, const char *ref)
{
	const struct field_def *field = register_field(form->def, link);

	if (!field || !field_is_reference(field) || !ref)
		return;
	form->made_from = store_reference(ui->store, ref, REFERENCE_WHOLE);
	app_propose(ui->store, form->now, link, NULL);
}

/* A new record with a field set already; a draft that came back goes before what is preset. */
static void open_preset(
	struct ui *ui, const struct register_def *def, const char *preset, const char *value, const char *field)
{
	struct form *form = form_open(ui, def, 0);

	if (preset && !form->changed) {
		record_set(form->now, preset, value);
		form_made_from(ui, form, preset, value);
		form_derive(ui, form);
		pass_over(form);
	}
	form_push(ui, form, field);
}

void form_view_open_for(
	struct ui *ui, const struct register_def *def, const char *link, const char *ref, const char *field)
{
	open_preset(ui, def, link, ref, field);
}

void form_view_open_with(struct ui *ui, const struct register_def *def, const char *preset)
{
	const char *equals = preset ? strchr(preset, '=') : NULL;
	char *field = equals ? xstrndup(preset, (size_t)(equals - preset)) : NULL;

	open_preset(ui, def, field, equals ? equals + 1 : NULL, NULL);
	free(field);
}

bool form_view_open_record(struct ui *ui, struct record *start, const char *field)
{
	struct form *form = form_open(ui, start->def, start->id);
	/* An unsaved text that was found goes before what is only proposed; so does what somebody else wrote just now. */
	bool taken = form && !form->changed && (!form->before || form->before->rev == start->rev);

	if (taken) {
		record_free(form->now);
		form->now = start;
		form_derive(ui, form);
		pass_over(form);
	} else {
		record_free(start);
	}
	if (form)
		form_push(ui, form, field);
	return taken;
}
