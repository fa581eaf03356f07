/* The field under the cursor of a form: its text becomes its value, and what is typed is kept as a draft. */
#include <stdlib.h>
#include <string.h>

#include "model/demands.h"
#include "tui/form.h"

const struct place form_place = { .name = "form", .modal = true, .types = true };

const struct field_def *form_field(const struct form *form, size_t i)
{
	return &form->def->fields[form->fields[i]];
}

bool form_is_line(const struct field_def *field)
{
	return field->type->editor == EDIT_LINE || field->type->editor == EDIT_DATE;
}

bool form_is_fixed(const struct form *form, const struct field_def *field)
{
	return (field->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_BY_PROGRAM)) ||
	       ((field->flags & FIELD_FIXED) && form->before) || rating_follows(form->now, field) ||
	       record_excludes(form->now, field) || (form->stands && record_field_stands(form->before, field));
}

char *form_fixed_text(const struct form *form, const struct field_def *field)
{
	char *labels, *text;

	if (!record_excludes(form->now, field))
		return xstrdup(_("This follows from other fields or cannot be changed."));
	labels = either_labels(form->def);
	/* TRANSLATORS: labels of fields */
	text = xasprintf(_("Of these only one can be said: %s. Empty the other one first."), labels);
	free(labels);
	return text;
}

void form_tell_fixed(struct ui *ui, const struct form *form, const struct field_def *field)
{
	char *text = form_fixed_text(form, field);

	ui_message(ui, "%s", text);
	free(text);
}

const char *form_ref(const struct form *form)
{
	return form->before ? form->before->ref : NULL;
}

void form_derive(struct ui *ui, struct form *form)
{
	if (form->def->derive)
		form->def->derive(form->now, store_context(ui->store));
}

void form_forget_problem(struct form *form)
{
	free(form->problem);
	free(form->remark);
	form->problem = form->remark = NULL;
}

bool form_take_typed(struct ui *ui, struct form *form)
{
	const struct field_def *field = form_field(form, form->cursor);
	const char *typed = form->editor.text.data ? form->editor.text.data : "";
	struct error error = { 0 };
	char *value = NULL;
	bool ok;

	form->typed = false;
	form_forget_problem(form);
	if (!form->editing)
		return true;
	/* What is shown is not all of a moment; as long as it stands so is the moment. */
	if (field->type->edit && strcmp(typed, form->opened) == 0) {
		record_set(form->now, field->name, form->held);
		return true;
	}
	ok = store_parse(ui->store, form->now, field, typed, &value, &error);
	if (ok) {
		record_set(form->now, field->name, value);
		form->remark = field_remark(field, store_context(ui->store), typed);
		form_derive(ui, form);
	} else {
		form->problem = xstrdup(error.message);
	}
	free(value);
	error_clear(&error);
	return ok;
}

bool form_has_typed(const struct form *form)
{
	const char *typed = form->editor.text.data ? form->editor.text.data : "";

	return form->editing && typed[strspn(typed, " ")] && strcmp(typed, form->opened ? form->opened : "") != 0;
}

void form_enter_field(struct ui *ui, struct form *form)
{
	const struct field_def *field = form_field(form, form->cursor);

	form->editing = form_is_line(field) && !form_is_fixed(form, field);
	if (form->editing) {
		const char *value = form->now->values[form->fields[form->cursor]];

		free(form->opened);
		free(form->held);
		form->opened = field_edit(field, store_context(ui->store), value);
		form->held = xstrdup(value);
		line_editor_set(&form->editor, form->opened);
	}
	form->typed = form->went_on = false;
	form_forget_problem(form);
	free(form->letters);
	form->letters = NULL;
}

bool form_empty_typed(struct form *form)
{
	const char *typed = form->editor.text.data ? form->editor.text.data : "";

	if (typed[strspn(typed, " ")])
		return false;
	record_set(form->now, form_field(form, form->cursor)->name, NULL);
	return true;
}

void form_changed_value(struct ui *ui, struct form *form)
{
	form->changed = true;
	form->drafted = form->went_on = false;
	if (!form->now->values[form->fields[form->cursor]])
		rating_forget(form->now, form_field(form, form->cursor));
	form_derive(ui, form);
}

void form_line_changed(struct form *form)
{
	form->changed = form->typed = true;
	form->drafted = false;
}

enum keeping form_keep(struct ui *ui, struct view *view)
{
	struct form *form = view->data;

	if (!form->changed)
		return KEPT_NONE;
	if (!form->drafted) {
		form_take_typed(ui, form);
		form->drafted = form_draft_save(ui, form->now, form_ref(form));
	}
	return form->drafted ? KEPT : KEPT_NOT;
}
