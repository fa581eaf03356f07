/* What the files of the method editor ask of the method. */
#include <string.h>

#include "tui/method.h"

int method_count(struct ui *ui, int scale)
{
	return store_context(ui->store)->method.scales[scale].count;
}

const char *method_name(struct ui *ui, int scale, int number)
{
	const struct scale *levels = &store_context(ui->store)->method.scales[scale];

	return number >= 1 && number <= levels->count && levels->names[number - 1] ? levels->names[number - 1] : "";
}

void method_weigh(struct method_editor *editor)
{
	editor->effect = grid_weigh(&editor->counts, &editor->was, &editor->grid, NULL);
	editor->changed = editor->grid.threshold != editor->was.threshold ||
			  memcmp(editor->grid.cells, editor->was.cells, sizeof editor->was.cells) != 0;
}
