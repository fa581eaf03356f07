/* The top line: whose file it is, where the cycle stands, and what presses. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

#define NAME_LEAST 16 /* columns of the organisation's name, as far as it is that long */

void ui_forget_top(struct ui *ui)
{
	free(ui->top);
	free(ui->top_cycle);
	ui->top = ui->top_cycle = NULL;
	ui->chrome_dirty = true;
}

bool ui_open_cycle(struct ui *ui, struct rows *rows)
{
	static const char *const columns[] = { "title", "phase" };
	struct query *query = query_new(register_find("cycle"));
	struct window window = {
		.query = query, .columns = columns, .column_count = 2, .from = WINDOW_LAST, .count = 1
	};
	bool ok;

	query_add(query, NULL, OP_OPEN, NULL);
	ok = store_window(ui->store, &window, rows, NULL);
	query_free(query);
	return ok;
}

/* The cycle that turns: its title and phase, formatted. */
static char *cycle_text(struct ui *ui)
{
	struct rows rows;
	char *text = NULL;

	if (!ui_open_cycle(ui, &rows))
		return xstrdup("?");
	if (rows.count)
		text = xasprintf("%s \xc2\xb7 %s", rows.items[0].cells[0].text, rows.items[0].cells[1].text);
	rows_free(&rows);
	return text ? text : xstrdup(_("no open cycle"));
}

static void compose(struct ui *ui)
{
	struct buffer top = { 0 };
	int64_t late;
	char *others;

	title_set(ui->store ? store_context(ui->store)->organisation_name : NULL);
	if (!ui->store) {
		ui->top = xstrdup("Noria");
		ui->top_late = false;
		return;
	}
	late = store_late(ui->store);
	ui->top_cycle = cycle_text(ui);
	if (late < 0)
		buffer_add(&top, _("! what is late could not be read"));
	else if (late)
		buffer_printf(&top, ngettext("! %lld late", "! %lld late", (unsigned long)late), (long long)late);
	else
		buffer_add(&top, _("nothing late"));
	if (ui->left < 0)
		buffer_add(&top, _("  ! risks could not be counted"));
	else if (ui->left > 0)
		/* TRANSLATORS: risks above the threshold that nobody treats and whose owner has not accepted them */
		buffer_printf(&top,
			ngettext("  ! %lld risk undecided", "  ! %lld risks undecided", (unsigned long)ui->left),
			(long long)ui->left);
	if (store_is_read_only(ui->store))
		buffer_printf(&top, " \xe2\x94\x82 %s", _("read only"));
	if (ui->alarm)
		/* TRANSLATORS: short, for the top line: the journal is another than the one seen last */
		buffer_printf(&top, " \xe2\x94\x82 ! %s", _("another journal"));
	others = ui_others_text(ui);
	if (*others)
		buffer_printf(&top, " \xe2\x94\x82 %s", others);
	free(others);
	ui->top_late = late != 0 || ui->left != 0 || ui->alarm;
	ui->top = buffer_take(&top);
}

/* The warnings stay whole: where room lacks the organisation's name is cut, then the cycle goes. */
void ui_draw_top(struct ui *ui)
{
	const char *name = ui->store ? store_context(ui->store)->organisation_name : NULL;
	enum style style;
	char *shown, *line;
	int room;

	if (!ui->top)
		compose(ui);
	style = ui->top_late ? STYLE_LATE : STYLE_TITLE;
	if (!name) {
		draw_text(0, 0, ui->columns, style, ui->top, true);
		return;
	}
	/* A blank at either end, " | " between two. */
	room = ui->columns - text_columns(ui->top) - text_columns(ui->top_cycle) - 8;
	if (room >= NAME_LEAST || room >= text_columns(name)) {
		shown = text_cut(name, room);
		line = xasprintf(" %s \xe2\x94\x82 %s \xe2\x94\x82 %s", shown, ui->top_cycle, ui->top);
	} else {
		room += text_columns(ui->top_cycle) + 3;
		shown = text_cut(name, room > NAME_LEAST ? room : NAME_LEAST);
		line = xasprintf(" %s \xe2\x94\x82 %s", shown, ui->top);
	}
	draw_text(0, 0, ui->columns, style, line, true);
	free(shown);
	free(line);
}
