/* The list that a query gives: what a figure counts, a cell of the matrix holds, a register has. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

struct list {
	struct browse browse; /* first: what the views with a list share finds it there */
	struct query *query;  /* what it shows without a filter */
};

static struct query *base(struct ui *ui, const struct browse *browse, const struct register_def *def)
{
	(void)ui;
	(void)def;
	return query_copy(((const struct list *)browse)->query);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct browse *browse = view->data;

	browse_draw(ui, browse, browse_lay_out(browse, area), browse->title);
}

static void close_view(struct ui *ui, struct view *view)
{
	struct list *list = view->data;

	(void)ui;
	browse_end(&list->browse);
	query_free(list->query);
	free(list);
}

static const struct view_ops ops = {
	.name = "list", BROWSE_LIST, .shows = browse_shows, .draw = draw, .close = close_view
};

void list_view_open(struct ui *ui, struct query *query, const char *title)
{
	struct list *list = xcalloc(1, sizeof *list);

	list->query = query;
	list->browse.base = base;
	list->browse.keeps_columns = true;
	list->browse.title = xstrdup(title ? title : _(query->def->plural));
	if (query->condition_count)
		list->browse.empty = _("No record is left here. %s goes back.");
	browse_start(ui, &list->browse, query->def);
	ui_push(ui, view_new(&ops, list));
}
