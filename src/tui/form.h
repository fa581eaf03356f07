/*
 * The form of a record: what its files share.  view_form.c is the view, form_field.c the field
 * under the cursor, form_edit.c what edits it, form_text.c its long texts and the rows, form_draw.c what it looks like.
 */
#ifndef NORIA_TUI_FORM_H
#define NORIA_TUI_FORM_H

#include "tui/internal.h"

/* A row of the form: a field, or one of the first lines of its long text. */
struct form_row {
	size_t field;    /* of those shown */
	int part;        /* which of its rows, from 0 */
	char *text;      /* of a long text: its line */
	size_t left_out; /* behind its last row: how many more lines there are */
};

struct form {
	const struct register_def *def;
	struct record *before; /* as it was read; NULL: a new record */
	struct record *now;
	size_t *fields; /* those shown */
	size_t count, cursor;
	struct form_row *rows;     /* as they were drawn last */
	size_t row_count, top;     /* top: the first row on the screen */
	struct line_editor editor; /* of the field under the cursor, where it is a line */
	bool editing;              /* the editor holds that field's text */
	bool typed;                /* it was changed, and its text not looked at since */
	char *problem;             /* of the field under the cursor */
	char *remark;              /* what is to be said of how its text is taken */
	char *opened, *held;       /* the text that the editor began with, and the value that it stood for */
	char *letters;             /* typed in a field of choices since it was entered, NULL: none */
	char *stash;               /* of a long text under edit: what its field held before */
	bool changed, drafted;
	int height, label, width; /* rows of fields, columns of their labels and of their values */
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

/* ---- form_text.c ---- */
/* Adds the rows that a field takes: one, or as many as a long text has lines, up to a few. */
void form_add_rows(struct form *form, size_t i);
void form_forget_rows(struct form *form);
/* A row of a long text; the last one says how many more lines there are. */
void form_text_draw(const struct form_row *line, int row, int left, int width, enum style style, bool pad);
/* Lays out the rows for form->height and form->width, those of the cursor's field in sight. */
void form_lay_out(struct form *form);

/* ---- form_draw.c ---- */
/* As view_ops has it. */
void form_draw(struct ui *ui, struct view *view, struct area area);

#endif
