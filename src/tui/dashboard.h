/* What the dashboard and the drawing of its figures share.  Included by the files of this folder only. */
#ifndef NORIA_TUI_DASHBOARD_H
#define NORIA_TUI_DASHBOARD_H

#include "tui/internal.h"

/* How wide the parts of a figure are: the same for all of a kind, so that labels, numbers and bars stand below each other. */
struct measures {
	int label, number, of, share, bar;
};
/* Figures with bars, and those without, which need the room of a bar for their labels. */
struct dashboard_measures {
	struct measures bars, plain;
};
const struct measures *dashboard_measures_of(const struct dashboard_measures *both, const struct figure_group *group);
/* For `columns` columns of that width. */
struct dashboard_measures dashboard_measure(const struct figures *figures, int width, int columns);
/* The lines of a figure, and of a group with its title. */
int dashboard_figure_height(const struct figure *figure, const struct measures *measures);
int dashboard_group_height(const struct figure_group *group, const struct dashboard_measures *both);
/* here: it has the cursor; rows: as many as there are left. */
void dashboard_draw_figure(const struct figure_group *group, const struct figure *figure, bool here, int row, int rows,
	int left, int width, const struct measures *measures);

#endif
