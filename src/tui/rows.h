/*
 * A list that holds a window of rows, never the register: what views with a
 * list share.  Included by the files of this folder only.
 */
#ifndef NORIA_TUI_ROWS_H
#define NORIA_TUI_ROWS_H

#include "tui/internal.h"

struct rowlist {
	struct query *query; /* owned */
	char **columns;      /* paths, owned */
	size_t column_count;
	int *widths;           /* of the columns on the screen, set by rowlist_draw; 0: no room */
	int *natural;          /* the widest text of each column seen so far */
	size_t hidden;         /* columns without room */
	size_t chosen;         /* the column that is edited, from 1; 0: none */
	struct rows rows;      /* the window: what is on the screen and its neighbours */
	size_t top, cursor;    /* within rows */
	bool at_start, at_end; /* the window touches that end */
	int64_t total;         /* -1: not counted yet */
	int64_t first;         /* place of the window's first row in the list, -1: unknown */
	int height;            /* rows on the screen at the last draw */
	struct area area;      /* of the last draw, header included */
	int64_t *marks;
	size_t mark_count;
	char *words; /* searched for last */
	bool loaded;
	bool quiet;             /* another pane has the keys: no bar, its headings recede */
	bool still;             /* nobody moves in it: no line has the cursor */
	bool titled;            /* a heading stands above, which is that of the pane */
	int day;                /* on which the rows were read, since 1970: what is late is of that day */
	struct failure failure; /* why there are no rows */
	/* How a cell looks; NULL: plain. Returns the text to draw (static or the cell's) and sets the style. */
	const char *(*decorate)(struct ui *ui, const struct row *row, size_t column, enum style *style);
};

void rowlist_init(struct rowlist *list, struct query *query);
void rowlist_free(struct rowlist *list);
/* The register's default columns, or those chosen. */
void rowlist_default_columns(struct rowlist *list);
void rowlist_set_columns(struct rowlist *list, const char *const *columns, size_t count);
/* Forgets the rows: the query or the columns are others now. */
void rowlist_forget(struct rowlist *list);
/* Reads the window anew; the cursor's record stays when keep.  What cannot be read is said, and the rows stay. */
void rowlist_reload(struct ui *ui, struct rowlist *list, bool keep);
void rowlist_go(struct ui *ui, struct rowlist *list, int64_t id);
const struct row *rowlist_current(const struct rowlist *list);
/* Fetches the rows of that area, a header over them, without drawing: for views that draw them their own way. */
void rowlist_fetch(struct ui *ui, struct rowlist *list, struct area area);
/* Draws header and rows, or why there are none. */
void rowlist_draw(struct ui *ui, struct rowlist *list, struct area area);
/* Moves the cursor; draws what changed unless *full.  False: the move is to the side. */
bool rowlist_move(struct ui *ui, struct rowlist *list, enum move move, bool *full);
/* True for a field to which a person gives its value, also of a record that stands. */
bool field_is_given(const struct field_def *field);
/* Chooses the next column to that side whose field can be given a value; from the first to the left none.  False: there is none further. */
bool rowlist_choose_column(struct rowlist *list, enum move move);
/* The field of the chosen column; NULL: none is. */
const struct field_def *rowlist_chosen_field(const struct rowlist *list);
bool rowlist_click(struct rowlist *list, const struct mouse *mouse, bool *header, size_t *column);
void rowlist_mark(struct rowlist *list);
void rowlist_unmark(struct rowlist *list); /* all of them */
/* Takes the marks off records that the query does not find any more: what is gone, or mended, is not meant. */
void rowlist_unmark_gone(struct ui *ui, struct rowlist *list, const struct query *query);
/* Cursor and marks go to where a list was left, and come from there; base: as above. */
/* Where that list was left: LEFT_CHECKLIST ..., or LEFT_LISTS and the place of a register in the dictionary. */
struct left_list *ui_left_list(struct ui *ui, size_t which);
void rowlist_leave(struct rowlist *list, struct left_list *left);
void rowlist_come_back(struct ui *ui, struct rowlist *list, struct left_list *left, const struct query *base);
bool rowlist_mark_all(struct ui *ui, struct rowlist *list,
	struct error *error); /* what the list shows, on every page, and nothing else */
bool rowlist_is_marked(const struct rowlist *list, int64_t id);
void rowlist_search(struct ui *ui, struct rowlist *list, bool backward);
/* "Asset ▲", where the order is by a column that is not on the screen; NULL otherwise.  Caller frees. */
char *rowlist_order_unseen(const struct rowlist *list);
/* "12/80", "?" for what could not be counted; the place stays blank until it is known. Caller frees. */
char *rowlist_position(const struct rowlist *list);
/* Finds out total and place; true when something new is to be shown. */
bool rowlist_idle(struct ui *ui, struct rowlist *list);

#endif
