/*
 * The form of a record: what its files share.  view_form.c is the view, form_field.c the field
 * under the cursor, form_edit.c what edits it, form_draw.c what it looks like.
 */
#ifndef NORIA_TUI_FORM_H
#define NORIA_TUI_FORM_H

#include "tui/internal.h"

struct form {
	const struct register_def *def;
	struct record *before; /* as it was read; NULL: a new record */
	struct record *now;
	size_t *fields; /* those shown */
	size_t count, cursor, top;
	struct line_editor editor; /* of the field under the cursor, where it is a line */
	bool editing;              /* the editor holds that field's text */
	bool typed;                /* it was changed, and its text not looked at since */
	char *problem;             /* of the field under the cursor */
	char *remark;              /* what is to be said of how its text is taken */
	char *opened, *held;       /* the text that the editor began with, and the value that it stood for */
	char *letters;             /* typed in a field of choices since it was entered, NULL: none */
	char *stash;               /* of a long text under edit: what its field held before */
	bool changed, drafted;
	int height, label; /* rows of fields, columns of their labels */
};

/* ---- form_field.c ---- */
/* Of those shown, the one of that index. */
const struct field_def *form_field(const struct form *form, size_t i);
/* Whether it is typed in its line; whether nothing can be typed or chosen in it. */
bool form_is_line(const struct field_def *field);
bool form_is_fixed(const struct form *form, const struct field_def *field);
/* The ref of the record; NULL: it is new. */
const char *form_ref(const struct form *form);
/* What follows from the values is computed anew. */
void form_derive(struct ui *ui, struct form *form);
void form_forget_problem(struct form *form);
/* The typed text becomes the field's value, or says why not (form->problem). */
bool form_take_typed(struct ui *ui, struct form *form);
/* The cursor came to the field: its text goes into the editor where it is a line. */
void form_enter_field(struct ui *ui, struct form *form);
/* What was typed is no more than spaces: the field is empty then.  False: it is something. */
bool form_empty_typed(struct form *form);
/* A value, or the text of the line, is another one now; no draft has it yet. */
void form_changed_value(struct ui *ui, struct form *form);
void form_line_changed(struct form *form);
/* Keeps what was changed as a draft, where none has it yet. */
void form_keep(struct ui *ui, struct view *view);

/* ---- form_edit.c ---- */
/* Opens what edits the field; typed is the text that asked for it, NULL: Enter did. */
void form_open_field(struct ui *ui, struct view *view, const char *typed);
/* As view_ops has them: into the line, the long text or the list of the field under the cursor. */
void form_type(struct ui *ui, struct view *view, const char *text);
bool form_paste(struct ui *ui, struct view *view, const char *text);

/* ---- form_draw.c ---- */
/* As view_ops has it. */
void form_draw(struct ui *ui, struct view *view, struct area area);

#endif
