/* Parts that views share: a line editor, a text editor, a choice list, a picker of records, a calendar. */
#ifndef NORIA_TUI_WIDGET_H
#define NORIA_TUI_WIDGET_H

#include "tui/view.h"

/* One line of text under edit; moves by grapheme clusters. */
struct line_editor {
	struct buffer text;
	size_t cursor; /* byte offset */
	int scroll;    /* columns scrolled off at the left */
};
void line_editor_set(struct line_editor *editor, const char *text);
/* One of the commands that edit a line; a move within it. False: the move is none of a line. */
void line_editor_edit(struct line_editor *editor, enum line_edit what);
bool line_editor_move(struct line_editor *editor, enum move move);
/* The same within the line from start to end of a text of several: Home, End, ^U, ^K, ^W stay there. */
void line_editor_edit_in(struct line_editor *editor, enum line_edit what, size_t start, size_t end);
void line_editor_insert(struct line_editor *editor, const char *text);
void line_editor_draw(struct line_editor *editor, int row, int column, int columns, enum style style, bool active);
void line_editor_free(struct line_editor *editor);

/* Moves a cursor over `count` lines; false: the move is to the side. */
bool cursor_move(size_t *cursor, size_t count, size_t page, enum move move);
/* Moves the first line on the screen so that the cursor's is among the `height` that are seen. */
void cursor_in_view(size_t *top, size_t cursor, int height);
/* The same where a line takes several rows: `rows` tells how many. */
void cursor_in_view_tall(
	size_t *top, size_t cursor, int height, int (*rows)(const void *user, size_t line), const void *user);

/*
 * Overlays that give back a canonical value; then is called once, with NULL
 * when left by Esc (user owns nothing of value).  typed is the key that opened
 * them, taken as the first one typed; NULL or "": none.
 */
typedef void (*picked)(struct ui *ui, const char *value, void *user);
/* Of several records: the entries that all are to have and those that none is, between commas; what was not touched is
 * in neither, and stays as it is in each.  NULL, NULL when left by Esc. */
typedef void (*touched)(struct ui *ui, const char *in, const char *out, void *user);
/* Copies choices; details tell of each what it means, NULL: nothing. */
void choice_view_open(struct ui *ui, const char *title, const struct choice *list, const char *const *details,
	const char *value, bool several, const char *typed, picked then, void *user);
/* Type-ahead over the records of a register.  A name that none bears comes as "+NAME", to be made when all is saved. */
void picker_view_open(struct ui *ui, const char *title, const struct register_def *def, const char *value, bool several,
	const char *typed, picked then, void *user);
/* The same for several records at once: value is what all of them have, some what only some have. */
void choice_view_open_many(struct ui *ui, const char *title, const struct choice *list, const char *value,
	const char *some, touched then, void *user);
void picker_view_open_many(struct ui *ui, const char *title, const struct register_def *def, const char *value,
	const char *some, touched then, void *user);
/* One of the records, or none of them (""): as picker_view_open. */
void picker_view_open_or_none(
	struct ui *ui, const char *title, const struct register_def *def, const char *value, picked then, void *user);
void calendar_view_open(struct ui *ui, const char *title, const char *value, picked then, void *user);
/* Unsaved text is to be kept; false: it could not be. */
typedef bool text_keep(struct ui *ui, const char *text, void *user);
/* The editor of several lines; ^E opens the user's own.  It gives back no more than `most` characters.  keep is called with unsaved text when the hands rest and when the program must end; NULL: it is not kept. */
void text_view_open(struct ui *ui, const char *title, const char *value, size_t most, const char *typed, picked then,
	text_keep *keep, void *user);

#endif
