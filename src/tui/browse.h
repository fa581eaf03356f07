/*
 * What the views with a list share: the rows, their filter, order, columns and marks, and
 * the pane of the record under the cursor.  Each of these views is a file of its own
 * (view_browse.c: the panel of a phase, view_list.c, view_mend.c, view_checklist.c), whose
 * data begins with a struct browse, and whose ops name list_actions as the shared ones.
 */
#ifndef NORIA_TUI_BROWSE_H
#define NORIA_TUI_BROWSE_H

#include "tui/pick.h"
#include "tui/rows.h"

struct browse {
	struct rowlist list;
	/* What it shows of the register without a filter; the caller frees. */
	struct query *(*base)(struct ui *ui, const struct browse *browse, const struct register_def *def);
	char *title;  /* NULL: none but with a filter */
	char *filter; /* its text; NULL: none */
	const char
		*empty; /* what is said where nothing is and no filter is set, translated; NULL: the register's help */
	size_t title_column; /* whose text is the record's title in its pane; 0: the record's own title */
	bool keeps_order;    /* the order and the filter chosen are remembered for the register */
	bool keeps_columns;  /* likewise the columns */
	int64_t shown;       /* record in the record pane */
	int place;           /* columns of the place in the line under the list */
	struct area pane;    /* of the record pane; height 0: none */
};

/* ---- browse.c ---- */
/* The rows of its base, with the columns chosen for the register last. */
void browse_start(struct ui *ui, struct browse *browse, const struct register_def *def);
/* The order and the filter in which the register was seen last, where the list keeps them; before its rows are read. */
void browse_recall(struct ui *ui, struct browse *browse);
/* Shows only what the filter's text lets through, "" all; false: it says what is wrong with it. */
bool browse_filter(struct ui *ui, struct view *view, const char *text);
/* The same for once: it is not remembered. */
bool browse_show_only(struct ui *ui, struct view *view, const char *text);
/* The base anew, where it may be another one now, under the same filter and order. */
void browse_base_again(struct ui *ui, struct browse *browse);
/* Sorts by that field, or turns the order where it is sorted by it already. */
void browse_sort(struct ui *ui, struct view *view, const char *path);
void browse_turn(struct ui *ui, struct view *view);
/* The columns chosen: names between commas. */
void browse_columns(struct ui *ui, struct view *view, const char *value);
/* The cursor and the marks as that list was left; and leaves them. */
void browse_come_back(struct ui *ui, struct browse *browse, size_t left);
void browse_leave(struct ui *ui, struct browse *browse, size_t left);
/* Of the order, the filter and the columns nothing stays. */
void browse_end(struct browse *browse);
/* As view_ops has them. */
enum answer browse_mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area);
bool browse_idle(struct ui *ui, struct view *view, int64_t quiet);
void browse_changed(struct ui *ui, struct view *view);
int64_t browse_record(struct ui *ui, struct view *view);
void browse_selection(struct ui *ui, struct view *view, const struct register_def **def, char **filter, int64_t **marks,
	size_t *mark_count);
struct rowlist *browse_list(const struct view *view);
const struct register_def *browse_shows(const struct view *view);
bool browse_show(struct ui *ui, struct view *view, const struct register_def *def, int64_t id);
/* What all views have that are one list of a register: of struct view_ops. */
#define BROWSE_LIST                                                                                                    \
	.shared = list_actions, .paste = list_paste, .mouse = browse_mouse, .idle = browse_idle,                       \
	.changed = browse_changed, .list = browse_list, .record = browse_record, .selection = browse_selection,        \
	.show = browse_show

/* ---- browse_draw.c ---- */
/* Finds the place of the record's pane, and gives what is left of the area. */
struct area browse_lay_out(struct browse *browse, struct area area);
/* Heading (title NULL: only with a filter), rows, pane and the line under them. */
void browse_draw(struct ui *ui, struct browse *browse, struct area area, const char *title);
void browse_draw_pane(struct ui *ui, struct browse *browse);
/* The i-th field of a record and its value, as the pane has them: `label` columns for its label; the lines used. */
int browse_draw_field(struct ui *ui, struct area area, int label, const struct record *record, size_t i);
void browse_draw_status(struct ui *ui, struct browse *browse);

/* ---- list_commands.c: what is done with rows everywhere ---- */
extern const struct action list_actions[];
enum answer list_move(struct ui *ui, struct view *view, int argument);
/* To the search line, where Enter looks for it and Esc drops it. */
bool list_paste(struct ui *ui, struct view *view, const char *text);
/* list_filters.c, list_change.c: some of them. */
enum answer list_filters(struct ui *ui, struct view *view);
enum answer list_group(struct ui *ui, struct view *view);
enum answer list_edit(struct ui *ui, struct view *view, const struct meant *meant);
enum answer list_change(struct ui *ui, struct view *view, const struct meant *meant);
/* again.c: does again what was changed last, to the records that are meant now. */
enum answer list_repeat(struct ui *ui, struct view *view, const struct meant *meant);
/* stamp.c: one of the moments of these records is now: which is asked. */
void stamp_open(struct ui *ui, const struct register_def *def, const struct meant *meant);
enum answer list_stamp(struct ui *ui, struct view *view, const struct meant *meant);
/* list_suggest.c */
enum answer list_suggest(struct ui *ui, struct view *view);
/* prepare.c */
enum answer list_prepare(struct ui *ui, struct view *view);
enum answer list_work(struct ui *ui, struct view *view);

/* ---- list_change.c: one field of the records that are meant ---- */
/* What is asked for. */
struct change_ask {
	const struct register_def *def;
	const struct field_def *field;
	const char *start; /* the choice at which the cursor begins; NULL: the value that all have */
	char *(*label)(const struct choice *choice); /* what a choice is called here, the caller's; NULL: its label */
};
/* Opens the field's own editor; what it gives is written to all of them as one step of undo, and said. */
void change_open(struct ui *ui, const struct meant *meant, const struct change_ask *ask);
/* Writes a value without asking, and says nothing but what went wrong; *changed: how many had another; false: it was refused. */
bool change_give(
	struct ui *ui, const struct meant *meant, const struct field_def *field, const char *value, size_t *changed);
/* The same, and says what it did, or that they had it; remark: what else is to be said, NULL: nothing. */
bool change_give_told(
	struct ui *ui, const struct meant *meant, const struct field_def *field, const char *value, const char *remark);
/* meant.c: whether a person gives the field, and to as many records as are meant. */
bool change_can_give(const struct field_def *field, const struct meant *meant);
/* again.c: the change can be done again; out NULL: `in` is the whole value, else the entries that came, and those that went. */
void change_keep(
	struct ui *ui, const struct register_def *def, const struct field_def *field, const char *in, const char *out);
/* ---- change_told.c ---- */
/* What a record is called in a sentence: a line of the checklist is known by the number of its control. */
const char *change_name(const char *ref);
/* Where none of them changed it says so: the records had it already.  False: some did. */
bool change_told_none(struct ui *ui, size_t changed, const struct meant *meant);
/* One record is told by its ref and what it holds now, several by how many changed and how many had it already.  The caller frees. */
char *change_told(struct ui *ui, const struct meant *meant, size_t changed, const struct field_def *field);
/* What all of the records hold: the caller's; NULL: nothing, or not the same (*differ). */
char *change_common(struct ui *ui, const struct meant *meant, const struct field_def *field, bool *differ);

/* ---- checklist.c: what the checklist shows besides ---- */
/* How far a theme of the SoA is. */
struct theme_progress {
	char *ref, *title;
	int64_t total, decided, applicable, implemented;
};
struct progress {
	struct theme_progress *themes;
	size_t count;
	bool read;
};
extern const char *const checklist_columns[]; /* CHECKLIST_COLUMNS of them, the last two for wide screens */
#define CHECKLIST_COLUMNS 8
/* A letter for each of the reasons, so that all five find room in a column; not owned. */
const char *checklist_reason_letters(const char *reasons);
const char *checklist_cell(struct ui *ui, const struct row *row, size_t column, enum style *style);
/* Draws the progress by theme, a line each, and gives how many lines it took, at most `most`. */
int checklist_draw_progress(struct ui *ui, struct progress *progress, int row, int left, int width, int most);
/* After that field of these records was changed: how many are excluded without a justification, and which keys help; NULL: none.  The caller frees. */
char *checklist_unjustified(struct ui *ui, const struct meant *meant, const struct field_def *field);
void checklist_forget(struct progress *progress);

#endif
