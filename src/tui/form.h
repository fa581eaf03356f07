/*
 * The form of a record: what its files share.  view_form.c is the view, form_field.c the field
 * under the cursor, form_edit.c what edits it, form_rate.c its ratings, form_text.c its long texts, form_rows.c where the
 * fields stand and at which the cursor stops, form_draw.c what it looks like.
 */
#ifndef NORIA_TUI_FORM_H
#define NORIA_TUI_FORM_H

#include "tui/internal.h"

/* A row of the form: a heading, a field or one of the first lines of its long text, or (neither) nothing. */
struct form_row {
	const char *heading;
	size_t field;    /* of those shown; SIZE_MAX: none */
	int part;        /* which of its rows, from 0 */
	char *text;      /* of a long text: its line */
	size_t left_out; /* behind its last row: how many more lines there are */
};

struct form {
	const struct register_def *def;
	struct record *before; /* as it was read; NULL: a new record */
	struct record *now;
	char *made_from; /* of a new one: the record from which it was asked for, as people know it; NULL: none */
	size_t *fields;  /* those shown */
	size_t count, cursor;
	struct form_row *rows;     /* as they stood when they were drawn last */
	size_t row_count, top;     /* the first row on the screen */
	struct line_editor editor; /* of the field under the cursor, where it is a line */
	bool editing;              /* the editor holds that field's text */
	bool typed;                /* it was changed, and its text not looked at since */
	char *problem;             /* of the field under the cursor */
	char *remark;              /* what is to be said of how its text is taken */
	char *opened, *held;       /* the text that the editor began with, and the value that it stood for */
	char *letters;             /* typed in a field of choices since it was entered, NULL: none */
	char *stash;               /* of a long text under edit: what its field held before */
	bool went_on;              /* a digit brought the cursor here: who tabs after it means this field */
	bool stands;               /* the record stands as it was, but for some fields */
	bool changed, drafted;
	int height, label, width; /* rows of fields, columns of their labels and of their values */
};

/* ---- form_field.c ---- */
/* The place of a form, for the keys that sentences name. */
extern const struct place form_place;
/* Of those shown, the one of that index. */
const struct field_def *form_field(const struct form *form, size_t i);
/* Whether it is typed in its line; whether nothing can be typed or chosen in it. */
bool form_is_line(const struct field_def *field);
bool form_is_fixed(const struct form *form, const struct field_def *field);
/* Why such a field cannot be changed, and what to do where it can.  The caller frees. */
char *form_fixed_text(const struct form *form, const struct field_def *field);
void form_tell_fixed(struct ui *ui, const struct form *form, const struct field_def *field);
/* The ref of the record; NULL: it is new. */
const char *form_ref(const struct form *form);
/* What follows from the values is computed anew. */
void form_derive(struct ui *ui, struct form *form);
void form_forget_problem(struct form *form);
/* The typed text becomes the field's value, or says why not (form->problem). */
bool form_take_typed(struct ui *ui, struct form *form);
/* The cursor came to the field: its text goes into the editor where it is a line. */
void form_enter_field(struct ui *ui, struct form *form);
/* Whether something else stands in the line of the field than when it was entered, and not nothing. */
bool form_has_typed(const struct form *form);
/* What was typed is no more than spaces: the field is empty then.  False: it is something. */
bool form_empty_typed(struct form *form);
/* A value, or the text of the line, is another one now; no draft has it yet. */
void form_changed_value(struct ui *ui, struct form *form);
void form_line_changed(struct form *form);
/* Keeps what was changed as a draft, where none has it yet (view_ops.save_draft). */
enum keeping form_keep(struct ui *ui, struct view *view);

/* ---- form_rows.c ---- */
/* False for what is only shown: computed, read from elsewhere, never changed again. */
bool form_is_stop(const struct form *form, size_t i);
/* The next stop in that direction (1, -1) and round; `from` where there is no other. */
size_t form_next_stop(const struct form *form, size_t from, int direction);
/* The first stop of the next section, or of this one, then of the one before; without sections, or further ones, as far as a page goes. */
size_t form_next_section(const struct form *form, int direction);
/* The first stop from `from` on. */
size_t form_stop_from(const struct form *form, size_t from);
/* Its place among the stops, from 1, and how many there are. */
size_t form_stop_place(const struct form *form, size_t *count);
const struct section_def *form_section(const struct form *form, size_t i);
void form_forget_rows(struct form *form);
/* Lays the rows out for form->height and form->width, and moves them so that the cursor's section is seen. */
void form_lay_out(struct form *form);

/* ---- form_rate.c ---- */
/* The rating that a digit goes on to after this one; where none follows, the field itself. */
size_t form_next_rating(const struct form *form, size_t from);
/* Rates the state under the cursor as the one above it. */
void form_rate_as_above(struct ui *ui, struct view *view);
/* A digit rated the field under the cursor: the cursor goes on to the next rating. */
void form_rated(struct ui *ui, struct form *form);
/* What a digit does under the cursor, where it rates; NULL: it does not.  The caller frees. */
char *form_rating_advice(struct ui *ui, const struct form *form);

/* ---- form_edit.c ---- */
/* Opens what edits the field; typed is the text that asked for it, NULL: Enter did. */
void form_open_field(struct ui *ui, struct view *view, const char *typed);
/* As view_ops has them: into the line, the long text or the list of the field under the cursor. */
void form_type(struct ui *ui, struct view *view, const char *text);
bool form_paste(struct ui *ui, struct view *view, const char *text);

/* ---- form_text.c ---- */
/* A row of that field (SIZE_MAX: none) behind the others; the form's, until the next one. */
struct form_row *form_add_row(struct form *form, size_t field);
/* Adds the rows that a field takes: one, or as many as a long text has lines, up to a few. */
void form_add_rows(struct form *form, size_t i);
/* A row of a long text; the last one says how many more lines there are. */
void form_text_draw(const struct form_row *line, int row, int left, int width, enum style style, bool pad);

/* ---- form_draw.c ---- */
/* As view_ops has it. */
void form_draw(struct ui *ui, struct view *view, struct area area);

#endif
