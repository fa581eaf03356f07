/* The verdict that the views show: counted in slices when no key waits, and again after the file changed; until then the one before stays in sight. */
#include <stdlib.h>

#include "app/snapshot.h"
#include "tui/verdict.h"

static bool is_of_now(const struct ui *ui, const struct verdict *verdict)
{
	struct date today = environment_today(store_context(ui->store)->time_zone);

	return verdict && verdict->generation == store_generation(ui->store) && verdict->day == date_days(&today);
}

const struct verdict *ui_verdict(struct ui *ui)
{
	struct error error = { 0 };

	if (!is_of_now(ui, ui->verdict) && !is_of_now(ui, ui->verdict_next)) {
		verdict_free(ui->verdict_next);
		ui->verdict_next = verdict_begin(ui->store, &error);
		ui->verdict_failed = !ui->verdict_next;
		if (error.kind)
			ui_error(ui, &error);
		error_clear(&error);
	}
	return ui->verdict ? ui->verdict : ui->verdict_next;
}

bool ui_verdict_counts(const struct ui *ui)
{
	return !is_of_now(ui, ui->verdict);
}

bool ui_verdict_idle(struct ui *ui, bool *changed)
{
	struct error error = { 0 };

	*changed = false;
	ui_verdict(ui);
	if (!ui->verdict_next || ui->verdict_failed)
		return false;
	if (!verdict_go_on(ui->store, ui->verdict_next, UI_SLICE_MS, &error)) {
		ui->verdict_failed = true;
		ui_error(ui, &error);
		error_clear(&error);
		return false;
	}
	*changed = !ui->verdict || verdict_whole(ui->verdict_next);
	if (!verdict_whole(ui->verdict_next))
		return true;
	verdict_free(ui->verdict);
	ui->verdict = ui->verdict_next;
	ui->verdict_next = NULL;
	return false;
}

bool ui_verdict_look(struct ui *ui, const struct verdict_line *line, bool *changed)
{
	struct error error = { 0 };
	bool more = false;

	if (!line->answer.some || ui_verdict_counts(ui))
		return false;
	/* What is shown is the program's own verdict: its lines are counted on where they stand. */
	if (!verdict_look_on(
		    ui->store, ui->verdict, &ui->verdict->lines[line - ui->verdict->lines], UI_SLICE_MS, &more, &error))
		ui_error(ui, &error);
	error_clear(&error);
	*changed = !more;
	return more;
}

void ui_verdict_forget(struct ui *ui)
{
	verdict_free(ui->verdict);
	verdict_free(ui->verdict_next);
	ui->verdict = ui->verdict_next = NULL;
	ui->verdict_failed = false;
	ui->month = 0;
}

#define MONTH_QUIET_MS 10000 /* nobody works: what nobody asked for is done now */

bool ui_month_idle(struct ui *ui, int64_t quiet)
{
	struct view *view = ui_top(ui);
	struct error error = { 0 };
	struct date today;
	bool changed;
	size_t i;

	if (!ui->store || quiet < MONTH_QUIET_MS)
		return false;
	today = environment_today(store_context(ui->store)->time_zone);
	/* Not below a form or a question. */
	if (ui->month == today.month || ui->alarm || store_is_read_only(ui->store) || !view || view->ops->types ||
		view->ops->modal)
		return false;
	if (!snapshot_month_is_due(ui->store)) {
		ui->month = today.month;
		return false;
	}
	if (ui_verdict_counts(ui) && (ui_verdict_idle(ui, &changed) || ui_verdict_counts(ui)))
		return !ui->verdict_failed;
	/* What is kept has its figures; they too are counted while nobody waits. */
	for (i = 0; i < ui->verdict->line_count; i++) {
		const struct verdict_line *line = &ui->verdict->lines[i];

		/* One at a time; what cannot be counted is told without. */
		if (line->answer.some && (ui_verdict_look(ui, line, &changed) || !line->answer.some))
			return true;
	}
	ui->month = today.month;
	if (snapshot_month(ui->store, ui->verdict, &error))
		ui_changed(ui);
	/* It is tried again when the file is opened next. */
	error_clear(&error);
	return false;
}
