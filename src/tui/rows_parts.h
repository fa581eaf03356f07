/* What the files of the list share (rows.c: its window, rows_draw.c, rows_move.c); views include rows.h. */
#ifndef NORIA_TUI_ROWS_PARTS_H
#define NORIA_TUI_ROWS_PARTS_H

#include "tui/rows.h"

/* ---- rows.c ---- */
/* Rows on the screen, or as many as are read before it is known. */
size_t rowlist_page(const struct rowlist *list);
/* Reads the window at that end of the list, with the cursor at it; what cannot be read is said, and the rows stay. */
void rowlist_load_first(struct ui *ui, struct rowlist *list);
void rowlist_load_last(struct ui *ui, struct rowlist *list);
/* Rows after (before) the window are put behind (in front of) it, what is far off the screen is dropped; false: there were none. */
bool rowlist_grow_down(struct ui *ui, struct rowlist *list);
bool rowlist_grow_up(struct ui *ui, struct rowlist *list);
/* The screen follows the cursor. */
void rowlist_keep_in_view(struct rowlist *list);

/* ---- rows_layout.c ---- */
/* The field of a column; NULL: ref, created, updated. */
const struct field_def *rowlist_field(const struct rowlist *list, size_t column);
/* Finds out which columns have room in an area so wide, and how wide they are. */
void rowlist_lay_out(struct ui *ui, struct rowlist *list, int width);
/* What stands over a column, with the arrow where the rows are sorted by it; the caller frees. */
char *rowlist_heading(const struct rowlist *list, size_t column);
/* The text of a cell as the column has room for it. */
const char *rowlist_text(struct ui *ui, const struct rowlist *list, size_t column, const char *text);

/* ---- rows_draw.c ---- */
/* The line of the screen on which the row of that index stands. */
int rowlist_line(const struct rowlist *list, size_t index);
/* Before the row of that index: whether the cursor is there, whether it is marked. */
void rowlist_draw_marker(const struct rowlist *list, size_t index);
/* The row of that index, with what is before it. */
void rowlist_draw_row(struct ui *ui, const struct rowlist *list, size_t index);

#endif
