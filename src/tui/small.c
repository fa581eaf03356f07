/* A window that is too small shows nothing of the views: no key may do what nobody sees. */
#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

#define ROWS_LEAST 16
#define COLUMNS_LEAST 60

bool ui_is_small(const struct ui *ui)
{
	return ui->rows < ROWS_LEAST || ui->columns < COLUMNS_LEAST;
}

/* Where letters are text, one of them leaves no more than it is typed. */
const char *ui_small_way_out(const struct ui *ui)
{
	return ui->depth && ui->stack[ui->depth - 1]->ops->types ? "abort" : "back";
}

void ui_draw_small(struct ui *ui)
{
	const char *out = ui_small_way_out(ui);
	char *told;

	told = xasprintf("%s %s", _("The window is too small: 60 columns and 16 rows are needed."),
		/* TRANSLATORS: a window too small for anything is shown; {back} and {abort} are a key */
		strcmp(out, "back") == 0 ? _("Until then only {back} does something: it leaves the program.")
					 : _("Until then only {abort} does something: it leaves the program."));
	erase();
	draw_told((struct area){ ui->rows / 3, 0, ui->rows - ui->rows / 3, ui->columns }, STYLE_PLAIN, told, NULL);
	free(told);
}
