/*
 * The form of a record, made from the dictionary: a line a field, edited as its
 * type says.  What is typed is kept as a draft after two seconds and on signals.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

struct form {
	const struct register_def *def;
	struct record *before; /* as it was read; NULL: a new record */
	struct record *now;
	size_t *fields;        /* those shown */
	size_t count, cursor, top;
	struct line_editor editor; /* of the field under the cursor, where it is a line */
	bool editing;          /* the editor holds that field's text */
	char *problem;         /* of the field under the cursor */
	bool changed, drafted;
	int height;
};

static const struct field_def *field_at(const struct form *form, size_t i)
{
	return &form->def->fields[form->fields[i]];
}

static bool is_line(const struct field_def *field)
{
	return field->type->editor == EDIT_LINE || field->type->editor == EDIT_DATE;
}

static bool is_fixed(const struct form *form, const struct field_def *field)
{
	return (field->flags & (FIELD_DERIVED | FIELD_INVERSE)) || ((field->flags & FIELD_FIXED) && form->before);
}

static char *draft_key(const struct form *form)
{
	return xasprintf("%s:%s", form->def->name, form->before ? form->before->ref : "new");
}

/* What a value looks like in the form. */
static char *shown(struct ui *ui, const struct field_def *field, const char *value)
{
	struct strings refs = { 0 }, titles = { 0 };
	char *text;
	size_t i;

	if (!value)
		return xstrdup("");
	if (!field_is_reference(field))
		return field_format(field, store_context(ui->store), value);
	strings_split(&refs, value);
	for (i = 0; i < refs.count; i++) {
		char *title = refs.items[i][0] == '{' ? field_format(field, store_context(ui->store), refs.items[i]) : store_title(ui->store, refs.items[i]);

		if (refs.items[i][0] == '{')
			strings_take(&titles, xasprintf(_("%s (not in this file)"), title));
		else
			strings_take(&titles, title ? xasprintf("%s %s", refs.items[i], title) : xstrdup(refs.items[i]));
		free(title);
	}
	text = strings_join(&titles, ", ");
	strings_free(&refs);
	strings_free(&titles);
	return text;
}

static void derive(struct ui *ui, struct form *form)
{
	if (form->def->derive)
		form->def->derive(form->now, store_context(ui->store));
}

/* The typed text becomes the field's value, or says why not. */
static bool take_typed(struct ui *ui, struct form *form)
{
	const struct field_def *field = field_at(form, form->cursor);
	struct error error = { 0 };
	char *value = NULL;
	bool ok;

	free(form->problem);
	form->problem = NULL;
	if (!form->editing)
		return true;
	ok = field_parse(field, store_context(ui->store), form->editor.text.data ? form->editor.text.data : "", &value, &error);
	if (ok) {
		record_set(form->now, field->name, value);
		derive(ui, form);
	} else {
		form->problem = xstrdup(error.message);
	}
	free(value);
	error_clear(&error);
	return ok;
}

static void enter_field(struct form *form)
{
	const struct field_def *field = field_at(form, form->cursor);

	form->editing = is_line(field) && !is_fixed(form, field);
	if (form->editing)
		line_editor_set(&form->editor, form->now->values[form->fields[form->cursor]]);
	free(form->problem);
	form->problem = NULL;
}

/* The levels that follow from what is rated stay in sight at the top right, wherever the cursor is. */
static void draw_levels(struct ui *ui, const struct form *form, struct area area)
{
	const struct scale *scale = context_scale(store_context(ui->store), "risk");
	int column = area.left + area.width - 1;
	size_t i;

	for (i = form->def->field_count; scale && i > 0; i--) {
		const struct field_def *field = &form->def->fields[i - 1];
		int level = form->now->values[i - 1] ? atoi(form->now->values[i - 1]) : 0, width;
		char *text;

		if (!(field->flags & FIELD_DERIVED) || !field->scale || strcmp(field->scale, "risk") != 0 || level < 1 || level > scale->count)
			continue;
		text = xasprintf(" %c %s ", method_level_letter(level, scale->count), scale->names[level - 1]);
		width = text_columns(text);
		column -= width + 1;
		draw_text(area.top, column, width, draw_level_style(level, scale->count), text, false);
		free(text);
	}
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct form *form = view->data;
	int label = area.width >= 100 ? 28 : 24, row;
	const struct field_def *active = field_at(form, form->cursor);
	const char *warning;
	char *title;
	size_t i;

	form->height = area.height - 4;
	if (form->cursor < form->top)
		form->top = form->cursor;
	if (form->cursor >= form->top + (size_t)form->height)
		form->top = form->cursor - (size_t)form->height + 1;
	title = form->before ? xasprintf("%s %s", form->before->ref, record_title(form->now, store_context(ui->store)->language)) : xasprintf(_("New: %s"), _(form->def->label));
	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, title, true);
	free(title);
	draw_levels(ui, form, area);
	draw_cursor(-1, 0);
	for (row = 0, i = form->top; row < form->height; row++, i++) {
		const struct field_def *field;
		int line = area.top + 1 + row;
		bool here = i == form->cursor;
		char *text;

		draw_fill(line, area.left, area.width, STYLE_PLAIN);
		if (i >= form->count)
			continue;
		field = field_at(form, i);
		draw_text(line, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
		draw_text(line, area.left + 2, label - 3, is_fixed(form, field) ? STYLE_DIM : STYLE_PLAIN, _(field->label), false);
		if (field->flags & FIELD_REQUIRED)
			draw_text(line, area.left + label - 1, 1, STYLE_LATE, "*", false);
		if (here && form->editing) {
			line_editor_draw(&form->editor, line, area.left + label + 1, area.width - label - 2, STYLE_FIELD_ACTIVE, true);
			continue;
		}
		text = shown(ui, field, form->now->values[form->fields[i]]);
		if (field->scale && strcmp(field->scale, "risk") == 0 && form->now->values[form->fields[i]]) {
			const struct scale *scale = context_scale(store_context(ui->store), "risk");
			int level = atoi(form->now->values[form->fields[i]]);

			if (scale && level >= 1 && level <= scale->count) {
				char *name = xasprintf(" %c %s ", method_level_letter(level, scale->count), scale->names[level - 1]);

				draw_text(line, area.left + label + 1, area.width - label - 2, draw_level_style(level, scale->count), name, false);
				free(name);
			}
		} else {
			char *newline = strchr(text, '\n');

			if (newline)
				strcpy(newline, strlen(newline) > 3 ? "..." : "");
			draw_text(line, area.left + label + 1, area.width - label - 2, here ? STYLE_FIELD_ACTIVE : is_fixed(form, field) ? STYLE_DIM : STYLE_FIELD, text, here);
		}
		free(text);
	}
	draw_horizontal(area.top + area.height - 3, area.left, area.width);
	draw_text(area.top + area.height - 2, area.left + 1, area.width - 2, form->problem ? STYLE_ERROR : STYLE_DIM, form->problem ? form->problem : _(active->help), true);
	warning = record_warning(form->now, store_context(ui->store));
	if (warning)
		draw_text(area.top + area.height - 1, area.left + 1, area.width - 2, STYLE_LATE, warning, true);
	else if (is_fixed(form, active))
		draw_text(area.top + area.height - 1, area.left + 1, area.width - 2, STYLE_DIM, _("This follows from other fields or cannot be changed."), true);
	else if (!is_line(active))
		draw_text(area.top + area.height - 1, area.left + 1, area.width - 2, STYLE_DIM, _("Enter chooses or opens, Delete empties."), true);
	else if (active->type->editor == EDIT_DATE)
		draw_text(area.top + area.height - 1, area.left + 1, area.width - 2, STYLE_DIM, _("A date, +30 for in thirty days, or Enter for the calendar."), true);
	else
		draw_fill(area.top + area.height - 1, area.left, area.width, STYLE_PLAIN);
}

static void picked_value(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct form *form = view->data;
	const struct field_def *field = field_at(form, form->cursor);
	struct error error = { 0 };

	view->dirty = true;
	if (!value)
		return;
	if (*value == '+' && field_is_reference(field)) {
		/* A name that no record bears: the record is made on the spot, a step of its own. */
		const struct register_def *target = register_find(field->target);
		struct record *record = record_new(target, store_context(ui->store)->time_zone);

		record_set(record, register_title(target)->name, value + 1);
		if (store_add(ui->store, record, &error)) {
			record_set(form->now, field->name, record->ref);
			ui_message(ui, _("%s was added."), record->ref);
		} else {
			ui_error(ui, &error);
		}
		record_free(record);
		error_clear(&error);
	} else {
		record_set(form->now, field->name, value);
	}
	form->changed = true;
	form->drafted = false;
	derive(ui, form);
	enter_field(form);
}

static void open_field(struct ui *ui, struct view *view)
{
	struct form *form = view->data;
	const struct field_def *field = field_at(form, form->cursor);
	const char *value = form->now->values[form->fields[form->cursor]];
	struct choice *choices;

	if (is_fixed(form, field)) {
		ui_message(ui, _("This follows from other fields or cannot be changed."));
		return;
	}
	switch (field->type->editor) {
	case EDIT_CHOICE:
	case EDIT_CHOICES:
		choices = field->type->choices(field, store_context(ui->store));
		choice_view_open(ui, _(field->label), choices, value, field->type->editor == EDIT_CHOICES, picked_value, view);
		choices_free(choices);
		break;
	case EDIT_RECORD:
	case EDIT_RECORDS:
		picker_view_open(ui, _(field->label), register_find(field->target), value, field->type->editor == EDIT_RECORDS, picked_value, view);
		break;
	case EDIT_DATE:
		take_typed(ui, form);
		calendar_view_open(ui, _(field->label), form->now->values[form->fields[form->cursor]], picked_value, view);
		break;
	case EDIT_TEXT:
		text_view_open(ui, _(field->label), value, picked_value, view);
		break;
	case EDIT_LINE:
		break;
	}
}

static void go(struct ui *ui, struct form *form, size_t to)
{
	if (!take_typed(ui, form))
		return;
	form->cursor = to;
	enter_field(form);
}

static void save(struct ui *ui, struct view *view)
{
	struct form *form = view->data;
	struct error error = { 0 };
	char *key, *ref;
	bool ok;

	view->dirty = true;
	if (!take_typed(ui, form)) {
		ui_message(ui, "%s", form->problem);
		return;
	}
	key = draft_key(form);
	ok = form->before ? store_set(ui->store, form->before, form->now, &error) : store_add(ui->store, form->now, &error);
	if (ok) {
		store_draft_forget(ui->store, key);
		ref = xstrdup(form->now->ref);
		ui_pop(ui);
		ui_changed(ui);
		ui_message(ui, _("%s saved; %s takes it back."), ref, command_key(command_find("undo")));
		free(ref);
	} else if (error.kind == ERROR_CONFLICT) {
		conflict_view_open_form(ui, record_copy(form->before), record_copy(form->now));
	} else {
		size_t i;

		/* The cursor goes to the field that is refused. */
		for (i = 0; error.field && i < form->count; i++)
			if (strcmp(field_at(form, i)->name, error.field) == 0) {
				form->cursor = i;
				enter_field(form);
				form->problem = xstrdup(error.message);
			}
		ui_error(ui, &error);
	}
	free(key);
	error_clear(&error);
}

static void leave(struct ui *ui, void *user)
{
	struct view *view = user;
	struct form *form = view->data;
	char *key = draft_key(form);

	store_draft_forget(ui->store, key);
	free(key);
	ui_pop(ui);
}

static enum answer key(struct ui *ui, struct view *view, const struct key *key)
{
	struct form *form = view->data;
	const struct field_def *field = field_at(form, form->cursor);
	const char *name = key->name;

	view->dirty = true;
	if (strcmp(name, "C-s") == 0 || strcmp(name, "F2") == 0) {
		save(ui, view);
	} else if (strcmp(name, "Escape") == 0) {
		take_typed(ui, form);
		if (!form->changed)
			return ANSWER_CLOSE;
		confirm_view_open(ui, _("Leave without saving?"), leave, view);
	} else if (strcmp(name, "Tab") == 0 || strcmp(name, "Down") == 0) {
		go(ui, form, (form->cursor + 1) % form->count);
	} else if (strcmp(name, "S-Tab") == 0 || strcmp(name, "Up") == 0) {
		go(ui, form, form->cursor ? form->cursor - 1 : form->count - 1);
	} else if (strcmp(name, "PgDn") == 0) {
		go(ui, form, form->cursor + (size_t)form->height < form->count ? form->cursor + (size_t)form->height : form->count - 1);
	} else if (strcmp(name, "PgUp") == 0) {
		go(ui, form, form->cursor > (size_t)form->height ? form->cursor - (size_t)form->height : 0);
	} else if (strcmp(name, "Enter") == 0) {
		if (form->editing && field->type->editor == EDIT_LINE)
			go(ui, form, (form->cursor + 1) % form->count);
		else
			open_field(ui, view);
	} else if (form->editing) {
		if (line_editor_key(&form->editor, key)) {
			form->changed = true;
			form->drafted = false;
			take_typed(ui, form);
		}
	} else if (strcmp(name, "Delete") == 0 || strcmp(name, "Backspace") == 0) {
		if (!is_fixed(form, field)) {
			record_set(form->now, field->name, NULL);
			form->changed = true;
			form->drafted = false;
			derive(ui, form);
		}
	} else if (key->text && field->type->editor == EDIT_CHOICE && field->type->choices && !is_fixed(form, field)) {
		/* A digit takes the level, a letter the choice that begins with it. */
		struct choice *choices = field->type->choices(field, store_context(ui->store));
		size_t i;

		for (i = 0; choices[i].key; i++) {
			char *folded = text_fold(choices[i].label);

			if (strcmp(choices[i].key, name) == 0 || (name[0] >= 'a' && strncmp(folded, name, strlen(name)) == 0)) {
				free(folded);
				picked_value(ui, choices[i].key, view);
				break;
			}
			free(folded);
		}
		choices_free(choices);
	} else if (key->text) {
		open_field(ui, view);
	}
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct form *form = view->data;
	int row = mouse->row - area.top - 1;

	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	if (row < 0 || row >= form->height || form->top + (size_t)row >= form->count)
		return ANSWER_DONE;
	view->dirty = true;
	go(ui, form, form->top + (size_t)row);
	if (mouse->kind == MOUSE_DOUBLE)
		open_field(ui, view);
	return ANSWER_DONE;
}

static void save_draft(struct ui *ui, struct view *view)
{
	struct form *form = view->data;
	struct buffer json = { 0 };
	char *key;
	size_t i;

	if (!form->changed || form->drafted)
		return;
	take_typed(ui, form);
	buffer_add_char(&json, '{');
	for (i = 0; i < form->def->field_count; i++) {
		if (form->def->fields[i].flags & (FIELD_DERIVED | FIELD_INVERSE))
			continue;
		if (json.length > 1)
			buffer_add_char(&json, ',');
		json_add_string(&json, form->def->fields[i].name);
		buffer_add_char(&json, ':');
		json_add_string(&json, form->now->values[i]);
	}
	buffer_add_char(&json, '}');
	key = draft_key(form);
	form->drafted = store_draft_save(ui->store, key, json.data, NULL);
	free(key);
	buffer_free(&json);
}

static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	if (quiet >= 2000)
		save_draft(ui, view);
	return false;
}

static void load_draft(struct ui *ui, struct form *form)
{
	char *key = draft_key(form);
	struct draft *draft = store_draft(ui->store, key);
	struct json *json = draft ? json_parse(draft->content) : NULL;
	size_t i;

	if (json && json->type == JSON_OBJECT) {
		for (i = 0; i < form->def->field_count; i++) {
			const struct json *value = json_member(json, form->def->fields[i].name);
			char *parsed = NULL;

			if (!value || (form->def->fields[i].flags & (FIELD_DERIVED | FIELD_INVERSE)))
				continue;
			/* A draft is as hostile as any text: what its type refuses is left out. */
			if (value->type == JSON_NULL)
				record_set(form->now, form->def->fields[i].name, NULL);
			else if (value->type == JSON_STRING && field_parse(&form->def->fields[i], store_context(ui->store), value->text, &parsed, NULL))
				record_set(form->now, form->def->fields[i].name, parsed);
			free(parsed);
		}
		form->changed = true;
		form->drafted = true;
		derive(ui, form);
		ui_message(ui, _("Your unsaved text is back; Esc drops it."));
	}
	json_free(json);
	draft_free(draft);
	free(key);
}

static void close_view(struct ui *ui, struct view *view)
{
	struct form *form = view->data;

	(void)ui;
	record_free(form->before);
	record_free(form->now);
	line_editor_free(&form->editor);
	free(form->problem);
	free(form->fields);
	free(form);
}

static const struct view_ops ops = { .name = "form", .captures_text = true, .draw = draw, .key = key, .mouse = mouse, .idle = idle, .save_draft = save_draft, .close = close_view };

void form_view_open(struct ui *ui, const struct register_def *def, int64_t id)
{
	struct form *form;
	struct error error = { 0 };
	struct record *record = id ? store_record(ui->store, id < 0 ? -id : id, &error) : NULL;
	size_t i;

	if (store_is_read_only(ui->store))
		ui_message(ui, _("The file is open for reading only; nothing can be saved."));
	if (id && !record) {
		ui_error(ui, &error);
		error_clear(&error);
		return;
	}
	form = xcalloc(1, sizeof *form);
	form->def = def;
	form->fields = xcalloc(def->field_count, sizeof *form->fields);
	for (i = 0; i < def->field_count; i++)
		if (!(def->fields[i].flags & FIELD_HIDDEN) && !(!record && (def->fields[i].flags & FIELD_INVERSE)))
			form->fields[form->count++] = i;
	if (id > 0) {
		form->before = record;
		form->now = record_copy(record);
	} else {
		form->now = record_new(def, store_context(ui->store)->time_zone);
		/* A copy: the values of another record, none of its identity. */
		for (i = 0; record && i < def->field_count; i++)
			if (!(def->fields[i].flags & (FIELD_DERIVED | FIELD_INVERSE)))
				record_set(form->now, def->fields[i].name, record->values[i]);
		form->changed = record != NULL;
		derive(ui, form);
		record_free(record);
	}
	load_draft(ui, form);
	enter_field(form);
	ui_push(ui, view_new(&ops, form));
}
