/* Text to read. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

struct pager {
	char *title, *text;
	struct strings lines;
	int width, height, margin;
	int column; /* at which the last column of its table begins; 0: there is none */
	size_t top;
};

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct pager *pager = view->data;
	int row;
	size_t i;

	if (pager->width != area.width) {
		strings_free(&pager->lines);
		/* Text made for 80 columns has them all; other text has a margin. */
		pager->margin = area.width > 80 ? 1 : 0;
		text_wrap_table(pager->text, area.width - pager->margin, pager->column, &pager->lines);
		pager->width = area.width;
	}
	pager->height = area.height - 1;
	draw_text(area.top, area.left + 1, area.width - 1, STYLE_TITLE, pager->title, true);
	for (row = 0, i = pager->top; row < pager->height; row++, i++)
		draw_text(area.top + 1 + row, area.left + pager->margin, area.width - pager->margin, STYLE_PLAIN,
			i < pager->lines.count ? pager->lines.items[i] : "", true);
	if (pager->lines.count > (size_t)pager->height) {
		char *place = xasprintf("%zu/%zu",
			pager->top + (size_t)pager->height < pager->lines.count ? pager->top + (size_t)pager->height
										: pager->lines.count,
			pager->lines.count);

		draw_text_right(ui->rows - 2, ui->columns - 16, 15, STYLE_DIM, place);
		free(place);
	}
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct pager *pager = view->data;
	size_t height = (size_t)(pager->height > 0 ? pager->height : 1),
	       places = pager->lines.count > height ? pager->lines.count - height + 1 : 1;

	(void)ui;
	/* Its first line is what moves. */
	if (!cursor_move(&pager->top, places, height, (enum move)argument))
		return ANSWER_IGNORED;
	view->dirty = true;
	return ANSWER_DONE;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct pager *pager = view->data;

	(void)ui;
	strings_free(&pager->lines);
	free(pager->title);
	free(pager->text);
	free(pager);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "pager", .actions = actions, .draw = draw, .close = close_view };

void pager_view_open(struct ui *ui, const char *title, char *text)
{
	pager_view_open_table(ui, title, text, 0);
}

void pager_view_open_table(struct ui *ui, const char *title, char *text, int column)
{
	struct pager *pager = xcalloc(1, sizeof *pager);

	pager->column = column;
	pager->title = xstrdup(title);
	pager->text = text_printable(text, true);
	free(text);
	ui_push(ui, view_new(&ops, pager));
}
