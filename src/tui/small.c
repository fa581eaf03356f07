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
static const char *way_out(struct ui *ui)
{
	const struct view *view = ui_top(ui);

	return view && view->ops->types ? "abort" : "back";
}

void ui_draw_small(struct ui *ui)
{
	const char *out = way_out(ui);
	char *told;

	told = xasprintf("%s %s", _("The window is too small: 60 columns and 16 rows are needed."),
		/* TRANSLATORS: a window too small for anything is shown; {back} and {abort} are a key */
		strcmp(out, "back") == 0 ? _("Until then only {back} does something: it leaves the program.")
					 : _("Until then only {abort} does something: it leaves the program."));
	erase();
	draw_told((struct area){ ui->rows / 3, 0, ui->rows - ui->rows / 3, ui->columns }, STYLE_PLAIN, told, NULL);
	free(told);
}

void ui_key_small(struct ui *ui, const struct key *key)
{
	static const char *const harmless[] = { "redraw", "suspend", "abort" };
	static const struct place place = { .name = "", .modal = true };
	const struct command *command = command_for_key(&place, key->name);
	size_t i;

	for (i = 0; command && i < sizeof harmless / sizeof harmless[0]; i++)
		if (strcmp(command->name, harmless[i]) == 0)
			command->run(ui);
	if (command && strcmp(command->name, way_out(ui)) == 0 && !ui->quit)
		ui_leave_all(ui);
}
