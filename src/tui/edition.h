/* What the files of the edition change share: view_edition.c decides, edition_draw.c draws.  Included by these alone. */
#ifndef NORIA_TUI_EDITION_H
#define NORIA_TUI_EDITION_H

#include "app/edition.h"
#include "tui/internal.h"

/* A line on the screen: an old line of the SoA, or a new control whose owner is asked for. */
struct item {
	bool owner;
	size_t index; /* into plan.lines, or plan.controls */
};

struct change {
	struct edition plan;
	struct item *items;
	size_t count, cursor, top;
	int height;   /* rows of the list at the last draw */
	bool touched; /* a decision was taken */
};

/* The old line of an item that is no question of owners. */
struct edition_line *edition_line_at(struct change *change, size_t i);
bool edition_item_is_open(struct change *change, size_t i);
/* What people call an owner, in this file or not; caller frees. */
char *edition_owner_name(struct ui *ui, const char *owner);
void edition_draw(struct ui *ui, struct view *view, struct area area);

#endif
