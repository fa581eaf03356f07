/* For which records a key is meant: those marked, else the one of the line.  No view decides that by itself. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

static const struct rowlist *list_of(const struct view *view)
{
	return view->ops->list ? view->ops->list(view) : NULL;
}

bool ui_meant(const struct view *view, struct meant *meant)
{
	const struct rowlist *list = list_of(view);
	const struct row *row = list && list->cursor < list->rows.count ? &list->rows.items[list->cursor] : NULL;

	memset(meant, 0, sizeof *meant);
	if (list && list->mark_count) {
		meant->marked = true;
		meant->count = list->mark_count;
		meant->ids = xcalloc(meant->count, sizeof *meant->ids);
		memcpy(meant->ids, list->marks, meant->count * sizeof *meant->ids);
	} else if (row) {
		meant->count = 1;
		meant->ids = xcalloc(1, sizeof *meant->ids);
		*meant->ids = row->id;
	}
	return meant->count > 0;
}

struct meant meant_copy(const struct meant *meant)
{
	struct meant copy = *meant;

	copy.ids = xcalloc(copy.count ? copy.count : 1, sizeof *copy.ids);
	memcpy(copy.ids, meant->ids, copy.count * sizeof *copy.ids);
	return copy;
}

void meant_free(struct meant *meant)
{
	free(meant->ids);
	memset(meant, 0, sizeof *meant);
}

size_t ui_marked(const struct ui *ui)
{
	size_t i;

	for (i = ui->depth; i-- > 0;) {
		const struct rowlist *list = list_of(ui->stack[i]);

		if (list || !ui->stack[i]->ops->overlay)
			return list ? list->mark_count : 0;
	}
	return 0;
}

bool change_can_give(const struct field_def *field, const struct meant *meant)
{
	return field_is_given(field) && !(meant->marked && field->flags & FIELD_TITLE);
}
