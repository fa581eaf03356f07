/* The top line: whose file it is, where the cycle stands, and what presses. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

#define NAME_LEAST 16         /* columns of the organisation's name, as far as it is that long */
#define NAME_LEAST_BY_CLOCK 6 /* the same beside a clock that runs */

void ui_forget_top(struct ui *ui)
{
	free(ui->top);
	free(ui->top_cycle);
	free(ui->top_clock);
	clocks_free(&ui->clocks);
	ui->top = ui->top_cycle = ui->top_clock = NULL;
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

/* In their order. */
static const struct choice *phases(void)
{
	return register_field(register_find("cycle"), "phase")->choices;
}

const char *ui_register_name(const struct register_def *def, int room)
{
	const char *name = _(def->plural);

	return text_columns(name) > room && def->short_plural ? _(def->short_plural) : name;
}

const char *ui_phase_name(enum phase phase)
{
	return phase < PHASE_COUNT ? _(phases()[phase].label) : "";
}

enum phase ui_phase(struct ui *ui)
{
	enum phase phase = PHASE_NONE;
	struct rows rows;
	int i;

	if (!ui_open_cycle(ui, &rows))
		return phase;
	for (i = 0; rows.count && i < PHASE_COUNT; i++)
		if (rows.items[0].cells[1].value && strcmp(rows.items[0].cells[1].value, phases()[i].key) == 0)
			phase = (enum phase)i;
	rows_free(&rows);
	return phase;
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

/* Before the warnings, so that no lack of room cuts it: who must be told of an incident, and within how many hours. */
static char *clock_text(const struct ui *ui)
{
	int64_t now = environment_now();
	char *text = clocks_text(&ui->clocks, now), *marked;

	if (!text || !hours_pressing(&ui->clocks.nearest, now))
		return text;
	marked = xasprintf("! %s", text);
	free(text);
	return marked;
}

void ui_clock_tick(struct ui *ui)
{
	char *text;

	if (!ui->top_clock)
		return;
	text = clock_text(ui);
	if (text_differs(text, ui->top_clock)) {
		free(ui->top_clock);
		ui->top_clock = text;
		ui->chrome_dirty = true;
		return;
	}
	free(text);
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
	if (clocks_read(ui->store, &ui->clocks, NULL))
		ui->top_clock = clock_text(ui);
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

/* From that column on, red once it presses, whatever the rest is; the columns used. */
static int draw_clock(struct ui *ui, int column)
{
	int columns = text_columns(ui->top_clock);
	enum style style = hours_pressing(&ui->clocks.nearest, environment_now()) ? STYLE_LATE : STYLE_TITLE;

	draw_text(0, column, columns, style, ui->top_clock, true);
	return columns;
}

/* The warnings stay whole: where room lacks the organisation's name is cut, then the cycle goes. */
void ui_draw_top(struct ui *ui)
{
	const char *name = ui->store ? store_context(ui->store)->organisation_name : NULL;
	int room, column, least = NAME_LEAST;
	enum style style;
	char *shown, *line;

	if (!ui->top)
		compose(ui);
	style = ui->top_late ? STYLE_LATE : STYLE_TITLE;
	if (!name) {
		draw_text(0, 0, ui->columns, style, ui->top, true);
		return;
	}
	/* A blank at either end, " | " between two. */
	room = ui->columns - text_columns(ui->top) - text_columns(ui->top_cycle) - 8;
	if (ui->top_clock) {
		room -= text_columns(ui->top_clock) + 3;
		least = NAME_LEAST_BY_CLOCK;
	}
	if (room >= NAME_LEAST || room >= text_columns(name)) {
		shown = text_cut(name, room);
		line = xasprintf(" %s \xe2\x94\x82 %s \xe2\x94\x82 ", shown, ui->top_cycle);
	} else {
		room += text_columns(ui->top_cycle) + 3;
		shown = text_cut(name, room > least ? room : least);
		line = xasprintf(" %s \xe2\x94\x82 ", shown);
	}
	column = draw_text(0, 0, ui->columns, style, line, false);
	if (ui->top_clock) {
		column += draw_clock(ui, column);
		column += draw_text(0, column, ui->columns - column, style, " \xe2\x94\x82 ", false);
	}
	draw_text(0, column, ui->columns - column, style, ui->top, true);
	free(shown);
	free(line);
}
