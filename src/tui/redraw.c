/* All of the screen is to be drawn anew. */
#include "tui/internal.h"

void ui_redraw(struct ui *ui)
{
	size_t i;

	for (i = 0; i < ui->depth; i++)
		ui->stack[i]->dirty = true;
	ui->chrome_dirty = true;
	ui->message_dirty = true;
	ui->stale = true;
}
