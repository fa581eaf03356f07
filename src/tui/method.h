/* What the files of the risk method's editor share: view_method.c edits, method_draw.c draws, method_scale.c adds and removes levels.  Included by these alone. */
#ifndef NORIA_TUI_METHOD_H
#define NORIA_TUI_METHOD_H

#include "tui/internal.h"

#define ON_CELLS SCALE_COUNT

struct method_editor {
	struct record *before;
	struct risk_grid was, grid;
	struct rating_counts counts;
	struct grid_effect effect; /* what the change would do */
	bool changed;
	int at[SCALE_COUNT]; /* the level under the cursor, for each scale, from 1; likelihood and impact meet in a cell */
	int scale;           /* enum scale_kind of the level that the cursor is on, or ON_CELLS */
	struct method_spot {
		int row, from, to, scale, number, impact;
	} spots[SCALE_MAX * SCALE_MAX +
		SCALE_COUNT * SCALE_MAX]; /* where each cell and level was drawn; of a cell number is the likelihood */
	size_t spot_count;
	struct rescale rescale; /* the change of a scale that is asked about */
	char *name;             /* of the level that it adds */
	char *reason;           /* of the change that is being saved */
};

/* Reads the method of the file again; what was not saved is dropped.  False, which is said: there is none, or it cannot be read. */
bool method_load(struct ui *ui, struct method_editor *editor);
/* What the grid as it is edited would change. */
void method_weigh(struct method_editor *editor);
/* How many levels the scale has, and what one of them is called; "" where it has none. */
int method_count(struct ui *ui, int scale);
const char *method_name(struct ui *ui, int scale, int number);
/* "Levels of likelihood": what stands before the levels of a scale. */
const char *method_scale_label(int scale);
void method_draw(struct ui *ui, struct view *view, struct area area);
/* Asks for a level more after the one under the cursor, or for that one to go; says what it changes, then does it. */
void method_scale_change(struct ui *ui, struct view *view, bool adds);

#endif
