/* What the files of the list views share: view_browse.c draws and moves, checklist.c is what the checklist adds. */
#ifndef NORIA_TUI_BROWSE_H
#define NORIA_TUI_BROWSE_H

#include "tui/pick.h"
#include "tui/rows.h"

#define REGISTERS_MAX 40

struct entry {
	const struct register_def *def;
	int64_t count, late;
};

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

struct browse {
	bool panel, checklist;
	enum phase phase;
	struct entry entries[REGISTERS_MAX];
	size_t entry_count, entry, entry_top;
	bool counted;
	bool in_panel; /* the keys go to the registers */
	struct rowlist list;
	struct query *base;               /* of a list: what it shows without a filter; NULL: all of the register */
	const struct quality_check *mend; /* its records are mended here; NULL: an ordinary list */
	char *title;
	char *filter;
	int64_t shown;            /* record in the record pane */
	struct area pane;         /* of the record pane; height 0: none */
	struct progress progress; /* of the checklist */
	char *issued;             /* of the checklist: what was issued last; NULL: nothing */
	bool issued_known;
};

/* view_browse.c: shows only what the filter's text lets through, "" all; says what is wrong with it. */
void browse_filter(struct ui *ui, struct view *view, const char *text);

/* list_commands.c: named filters, counts by a field, one field of all that are marked; false: not one of these. */
bool list_command(struct ui *ui, struct view *view, const char *name);

/* checklist.c */
extern const char *const checklist_columns[]; /* CHECKLIST_COLUMNS of them, the last two for wide screens */
#define CHECKLIST_COLUMNS 8
const char *checklist_cell(struct ui *ui, const struct row *row, size_t column, enum style *style);
/* Draws the progress by theme, a line each, and gives how many lines it took, at most `most`. */
int checklist_draw_progress(struct ui *ui, struct browse *browse, int row, int left, int width, int most);
void checklist_forget(struct browse *browse);
/* The checklist's own keys; each change is one step of undo. */
/* The form of a new control of the organisation's own. */
void checklist_add_own(struct ui *ui);
/* The line that answers to a control; 0: none. */
int64_t checklist_line_of(struct ui *ui, int64_t id);
enum answer checklist_command(struct ui *ui, struct view *view, const char *name);

#endif
