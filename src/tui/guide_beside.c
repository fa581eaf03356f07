/* Beside the steps of the guide, where there is room: what one of them asks for, what hinders it, and its records. */
#include <stdlib.h>
#include <string.h>

#include "tui/guide.h"
#include "tui/views.h"

#define PROSE 100 /* columns of a sentence, at most */

static bool is_begun(const struct guide_state *state)
{
	return state->missing <= 0 && state->begun > 0;
}

struct query *guide_records(struct ui *ui, const struct guide_step *step, const struct guide_state *state)
{
	struct query *query = state->missing > 0 || is_begun(state)
				      ? guide_lacking(step, is_begun(state), store_context(ui->store))
				      : NULL;

	return query ? query : query_new(register_find(step->of));
}

char *guide_lacking_told(struct ui *ui, const struct guide_step *step, const struct guide_state *state,
	const struct query *query, const char **field)
{
	unsigned unmet = 0;

	/* What cannot be read the list says. */
	if (is_begun(state) && register_find(step->of)->valid)
		store_unmet(ui->store, query, &unmet, NULL);
	return state->missing > 0 || is_begun(state)
		       ? guide_lacks(step, is_begun(state), unmet, store_context(ui->store), field)
		       : NULL;
}

void guide_beside_forget(struct guide_beside *beside)
{
	free(beside->lacks);
	strings_free(&beside->refs);
	strings_free(&beside->titles);
	*beside = (struct guide_beside){ 0 };
}

/* Only as many records as have room. */
static void read_step(struct ui *ui, struct guide_beside *beside, const struct guide_step *step,
	const struct guide_state *state, int room)
{
	struct query *query = guide_records(ui, step, state);
	struct window window = { .query = query, .from = WINDOW_FIRST, .count = (size_t)room };
	struct error error = { 0 };
	const char *field;
	struct rows rows;
	size_t i;

	guide_beside_forget(beside);
	beside->step = step;
	beside->room = room;
	beside->lacks = guide_lacking_told(ui, step, state, query, &field);
	query_sort(query, "ref", NULL);
	beside->total = state->missing > 0 ? state->missing
			: is_begun(state)  ? state->begun
					   : store_count(ui->store, query, &error);
	if (beside->total > 0 && store_window(ui->store, &window, &rows, &error)) {
		for (i = 0; i < rows.count; i++) {
			char *title = store_title(ui->store, rows.items[i].ref);

			strings_add(&beside->refs, rows.items[i].ref);
			strings_add(&beside->titles, title ? title : "");
			free(title);
		}
		rows_free(&rows);
	}
	/* The list that the step opens says it at length. */
	if (error.kind)
		beside->total = -1;
	error_clear(&error);
	query_free(query);
}

/* A sentence and the blank line after it; the lines used. */
static int draw_prose(struct area area, const char *text)
{
	if (area.width > PROSE)
		area.width = PROSE;
	return *text && area.height > 0 ? draw_wrapped(area, STYLE_PLAIN, text, false) + 1 : 0;
}

/* As many as have room, their titles whole, and how many more there are; the lines used. */
static int draw_records(const struct guide_beside *beside, struct area area)
{
	int ref = 0, used = 0, columns;
	int64_t left = beside->total;
	char *more;
	size_t i;

	for (i = 0; i < beside->refs.count; i++) {
		columns = text_columns(beside->refs.items[i]);
		ref = columns > ref ? columns : ref;
	}
	columns = area.width - ref - 2 < PROSE ? area.width - ref - 2 : PROSE;
	for (i = 0; i < beside->refs.count; i++, left--) {
		struct strings lines = { 0 };
		int height;

		text_wrap(beside->titles.items[i], columns, &lines);
		height = lines.count ? (int)lines.count : 1;
		strings_free(&lines);
		if (used + height + (left > 1) > area.height)
			break;
		draw_text(area.top + used, area.left, ref, STYLE_DIM, beside->refs.items[i], false);
		draw_wrapped((struct area){ area.top + used, area.left + ref + 2, height, columns }, STYLE_PLAIN,
			beside->titles.items[i], false);
		used += height;
	}
	if (left <= 0 || used >= area.height)
		return used;
	more = xasprintf(ngettext("and %zu more", "and %zu more", (unsigned long)left), (size_t)left);
	draw_text(area.top + used, area.left + ref + 2, columns, STYLE_DIM, more, false);
	free(more);
	return used + 1;
}

/* Where to go from here. */
static char *way(const struct guide_beside *beside, const struct register_def *def)
{
	if (register_answers(def) || def->made)
		return command_told(_("{open} opens the checklist."), NULL);
	return command_told(beside->total > 0 ? _("{open} opens them, {add} adds one.")
					      : _("Nothing is here yet. {add} adds the first one."),
		NULL);
}

void guide_beside_draw(struct ui *ui, struct guide_beside *beside, const struct guide_step *step,
	const struct guide_state *state, const char *why, struct area area)
{
	const struct register_def *def = register_find(step->of);
	int end = area.top + area.height;
	char *text;

	draw_clear(area);
	if (beside->step != step || beside->room < area.height)
		read_step(ui, beside, step, state, area.height);
	draw_text(area.top, area.left, area.width, STYLE_TITLE, _(step->label), false);
	area.top += 1;
	area.height = end - area.top;
	area.top += draw_prose(area, _(step->help));
	if (area.top + 3 > end || beside->total < 0)
		return;
	if (beside->lacks && *beside->lacks)
		/* TRANSLATORS: over the records of a step of the guide that still lack something: how many, and the fields that lack */
		text = xasprintf(ngettext("%lld to complete: %s", "%lld to complete: %s", (unsigned long)beside->total),
			(long long)beside->total, beside->lacks);
	else
		text = xasprintf("%s  %lld", ui_register_name(def, area.width - 8), (long long)beside->total);
	draw_section(area.top++, area.left, area.width, text, false);
	free(text);
	area.height = end - area.top;
	area.top += draw_prose(area, why);
	area.height = end - area.top - 2;
	if (area.height < 1)
		return;
	area.top += draw_records(beside, area) + 1;
	text = way(beside, def);
	draw_text(area.top, area.left, area.width, STYLE_DIM, text, false);
	free(text);
}
