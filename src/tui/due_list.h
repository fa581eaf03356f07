/* The lines of the agenda around the screen: due_list.c fetches them, view_agenda.c shows them. */
#ifndef NORIA_TUI_DUE_LIST_H
#define NORIA_TUI_DUE_LIST_H

#include "tui/internal.h"

struct due_list {
	struct agenda *agenda; /* NULL: could not be opened */
	char *owner;           /* ref that the lines are filtered by, "" for nobody, NULL: all */
	char *owner_name;
	struct agenda_items items;
	size_t top, cursor; /* within items */
	bool loaded, at_start, at_end;
	int64_t first;       /* place of the window's first line, -1: unknown */
	int64_t total, late; /* -1: not counted yet */
	struct date today;
	struct area area;       /* of the lines */
	struct failure failure; /* why there are no lines */
	bool told;              /* the line under the list tells of the one under the cursor */
};

/* The owner chosen as a query over register_due; query_free. */
struct query *due_list_filter(const struct due_list *due);
/* Opens the agenda by the owner chosen; false: error, which is said. */
bool due_list_open(struct ui *ui, struct due_list *due);
const struct agenda_item *due_list_current(const struct due_list *due);
/* Lines of a screen. */
size_t due_list_page(const struct due_list *due);
/* Forgets the lines: they are of another owner. */
void due_list_forget(struct due_list *due);
/* As agenda_count; DUE_UNCOUNTED, which is said, where it cannot. */
#define DUE_UNCOUNTED (-2)
int64_t due_list_count(struct ui *ui, struct due_list *due, bool late);
/* From the beginning, or the end. */
void due_list_end(struct ui *ui, struct due_list *due, bool last);
/* More lines behind or before the window; true when there were any. */
bool due_list_grow_down(struct ui *ui, struct due_list *due);
bool due_list_grow_up(struct ui *ui, struct due_list *due);
/* The line under the cursor stays, where it is still due; else the one that takes its place. */
void due_list_reload(struct ui *ui, struct due_list *due);

#endif
