/* What edits the field under the cursor of a form, as its type says: the line, or the view that is opened for it. */
#include <stdlib.h>
#include <string.h>

#include "tui/form.h"

/* In a new record: what the chosen one lets one propose, and a word of it. */
static void propose(struct ui *ui, struct form *form, const struct field_def *field)
{
	struct strings labels = { 0 };
	char *list;

	if (!form->before && field_is_reference(field) && app_propose(ui->store, form->now, field->name, &labels)) {
		list = strings_join(&labels, ", ");
		/* TRANSLATORS: a ref; the labels of fields */
		ui_message(ui, _("Proposed from %s: %s."), record_get(form->now, field->name), list);
		free(list);
	}
	strings_free(&labels);
}

static void picked_value(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct form *form = view->data;
	const struct field_def *field = form_field(form, form->cursor);
	struct error error = { 0 };
	char *canonical = NULL;

	view->dirty = true;
	if (form->stash && !value)
		record_set(form->now, field->name, form->stash);
	free(form->stash);
	form->stash = NULL;
	if (!value)
		return;
	if (field_parse(field, store_context(ui->store), value, &canonical, &error))
		record_set(form->now, field->name, canonical);
	else if (!*value)
		record_set(form->now, field->name, NULL);
	else
		ui_error(ui, &error);
	propose(ui, form, field);
	form_changed_value(ui, form);
	value = record_get(form->now, field->name);
	if (field->scale && canonical && *canonical && value && strcmp(value, canonical) != 0)
		ui_message(ui, _("%s follows from its parts; empty those first."), _(field->label));
	free(canonical);
	error_clear(&error);
	form_enter_field(ui, form);
}

/* Long text under edit belongs to the draft before it is taken. */
static bool keep_text(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct form *form = view->data;

	record_set(form->now, form_field(form, form->cursor)->name, text);
	form->changed = true;
	form->drafted = false;
	return form_keep(ui, view) == KEPT;
}

static void open_choices(
	struct ui *ui, struct view *view, const struct field_def *field, const char *value, const char *typed)
{
	const struct scale *scale = context_scale(store_context(ui->store), field->scale);
	struct choice *choices = field->type->choices(field, store_context(ui->store));
	struct strings details = { 0 };
	bool asks;

	asks = form_demands_details(((struct form *)view->data)->now, field, choices, &details);
	choice_view_open(ui, _(field->label), choices,
		scale  ? (const char *const *)scale->definitions
		: asks ? (const char *const *)details.items
		       : NULL,
		value, field->type->editor == EDIT_CHOICES, typed, picked_value, view);
	strings_free(&details);
	choices_free(choices);
}

void form_open_field(struct ui *ui, struct view *view, const char *typed)
{
	struct form *form = view->data;
	const struct field_def *field = form_field(form, form->cursor);
	const char *value = form->now->values[form->fields[form->cursor]];

	if (form_is_fixed(form, field)) {
		form_tell_fixed(ui, form, field);
		return;
	}
	switch (field->type->editor) {
	case EDIT_CHOICE:
	case EDIT_CHOICES:
		open_choices(ui, view, field, value, typed);
		break;
	case EDIT_RECORD:
	case EDIT_RECORDS:
		picker_view_open(ui, _(field->label), register_find(field->target), value,
			field->type->editor == EDIT_RECORDS, typed, picked_value, view);
		break;
	case EDIT_DATE:
		form_take_typed(ui, form);
		calendar_view_open(
			ui, _(field->label), form->now->values[form->fields[form->cursor]], picked_value, view);
		break;
	case EDIT_TEXT:
		free(form->stash);
		form->stash = xstrdup(value ? value : "");
		text_view_open(ui, _(field->label), value, field_most(field), typed, picked_value, keep_text, view);
		break;
	case EDIT_LINE:
		break;
	}
}

/* The choice of that key, or the first whose label begins with what was typed, from `from` on and round; -1: none. */
static int find_choice(const struct choice *choices, const char *typed, size_t from)
{
	char *wanted = text_fold_typed(typed);
	size_t count = 0, i;
	int found = -1;

	while (choices[count].key)
		count++;
	for (i = 0; i < count && found < 0; i++) {
		size_t at = (from + i) % count;
		char *label = text_fold_typed(choices[at].label);
		bool digit = typed[0] >= '0' && typed[0] <= '9';

		if (strcmp(choices[at].key, typed) == 0 ||
			(!digit && *wanted && strncmp(label, wanted, strlen(wanted)) == 0))
			found = (int)at;
		free(label);
	}
	free(wanted);
	return found;
}

static bool any_holds(const struct choice *choices, const char *typed)
{
	char *wanted = text_fold_typed(typed);
	bool found = false;

	for (; choices->key && !found; choices++) {
		char *label = text_fold_typed(choices->label);

		found = strstr(label, wanted) != NULL;
		free(label);
	}
	free(wanted);
	return found;
}

/* What the field's type reads is taken as it is, be it "4 - Likely" or "Oui". */
static bool take_pasted(struct ui *ui, struct view *view, const char *line)
{
	const struct field_def *field = form_field(view->data, ((struct form *)view->data)->cursor);
	char *value = NULL;
	bool taken = (field->type->editor == EDIT_CHOICE || strpbrk(line, ",;|")) &&
		     field_parse(field, store_context(ui->store), line, &value, NULL) && value;

	if (taken)
		picked_value(ui, value, view);
	free(value);
	return taken;
}

/* A digit takes the level; letters the choice that begins with them, the same letter again the next one; else the list opens. */
static void choose_typed(struct ui *ui, struct view *view, const char *letter)
{
	struct form *form = view->data;
	const struct field_def *field = form_field(form, form->cursor);
	const char *value = form->now->values[form->fields[form->cursor]];
	struct choice *choices = field->type->choices(field, store_context(ui->store));
	bool digit = letter[0] >= '0' && letter[0] <= '9';
	char *word = xasprintf("%s%s", digit || !form->letters ? "" : form->letters, letter);
	int found = strcmp(letter, " ") == 0 ? -1 : find_choice(choices, word, 0);

	if (found < 0 && form->letters && strcmp(form->letters, letter) == 0) {
		size_t now = 0;

		while (value && choices[now].key && strcmp(choices[now].key, value) != 0)
			now++;
		found = find_choice(choices, letter, choices[now].key ? now + 1 : 0);
		free(word);
		word = xstrdup(letter);
	}
	if (found >= 0) {
		picked_value(ui, choices[found].key, view);
		form->letters = digit ? NULL : xstrdup(word);
		if (digit && field->scale)
			form_rated(ui, form);
	} else if (field->scale && digit) {
		ui_message(ui, _("There is no level %s; {choose} shows them all."), letter);
	} else {
		/* What fits nothing is not swallowed: the list says so, with the way out. */
		form_open_field(ui, view, strcmp(letter, " ") == 0 ? NULL : any_holds(choices, word) ? word : letter);
	}
	free(word);
	choices_free(choices);
}

void form_type(struct ui *ui, struct view *view, const char *text)
{
	struct form *form = view->data;
	const struct field_def *field = form_field(form, form->cursor);

	view->dirty = true;
	if (form->editing) {
		line_editor_insert(&form->editor, text);
		form_line_changed(form);
	} else if (field->type->editor == EDIT_CHOICE && field->type->choices && !form_is_fixed(form, field)) {
		choose_typed(ui, view, text);
	} else {
		form_open_field(ui, view, strcmp(text, " ") == 0 ? NULL : text);
	}
}

bool form_paste(struct ui *ui, struct view *view, const char *text)
{
	struct form *form = view->data;
	const struct field_def *field = form_field(form, form->cursor);
	struct choice *choices = field->type->editor == EDIT_CHOICE || field->type->editor == EDIT_CHOICES
					 ? field->type->choices(field, store_context(ui->store))
					 : NULL;
	char *line;

	view->dirty = true;
	if (form->editing) {
		line = text_one_line(text);
		line_editor_insert(&form->editor, line);
		free(line);
		form_line_changed(form);
	} else if (field->type->editor == EDIT_TEXT || form_is_fixed(form, field)) {
		form_open_field(ui, view, text);
	} else if ((line = ui_paste_line(ui, text)) != NULL) {
		if (choices && take_pasted(ui, view, line))
			;
		else if (choices && !any_holds(choices, line))
			ui_message(ui, _("%s has no choice that holds what was pasted; {choose} shows them all."),
				_(field->label));
		else
			form_open_field(ui, view, line);
		free(line);
	}
	choices_free(choices);
	return true;
}
