/* The rows of a field in its form: of a long text the first of its lines, and how many more there are. */
#include <stdlib.h>
#include <string.h>

#include "tui/form.h"

/* Lines of a text on a screen of that many rows of fields. */
#define LINES_LOW 2
#define LINES_HIGH 3
#define HIGH 24

struct form_row *form_add_row(struct form *form, size_t field)
{
	form->rows = xreallocarray(form->rows, form->row_count + 1, sizeof *form->rows);
	form->rows[form->row_count] = (struct form_row){ .field = field };
	return &form->rows[form->row_count++];
}

static void add_row(struct form *form, size_t field, int part, const char *text, size_t left_out)
{
	*form_add_row(form, field) =
		(struct form_row){ .field = field, .part = part, .text = xstrdup(text), .left_out = left_out };
}

void form_add_rows(struct form *form, size_t i)
{
	const char *value = form->now->values[form->fields[i]];
	size_t most = form->height >= HIGH ? LINES_HIGH : LINES_LOW, rows, part;
	struct strings lines = { 0 };
	char *shown;

	if (form_field(form, i)->type->editor != EDIT_TEXT || !value || form->width <= 0) {
		add_row(form, i, 0, NULL, 0);
		return;
	}
	shown = text_printable(value, true);
	text_wrap(shown, form->width, &lines);
	rows = lines.count > most ? most : lines.count;
	for (part = 0; part < rows; part++)
		add_row(form, i, (int)part, lines.items[part], part + 1 == rows ? lines.count - rows : 0);
	if (!rows)
		add_row(form, i, 0, NULL, 0);
	strings_free(&lines);
	free(shown);
}

void form_text_draw(const struct form_row *line, int row, int left, int width, enum style style, bool pad)
{
	char *more, *text;
	int room;

	if (!line->left_out) {
		draw_text(row, left, width, style, line->text ? line->text : "", pad);
		return;
	}
	/* TRANSLATORS: behind the first lines of a text: how many more it has */
	more = xasprintf(ngettext("+%zu line", "+%zu lines", line->left_out), line->left_out);
	room = width - text_columns(more) - 1;
	draw_text_right(row, left + room, width - room, STYLE_DIM, more);
	free(more);
	text = xasprintf("%s \xe2\x80\xa6", line->text);
	draw_text(row, left, room, style, text, pad);
	free(text);
}
