/* The guide: the steps of the method with what is done and what is missing; Enter opens it, a adds what is asked for. */
#include <stdlib.h>
#include <string.h>

#include "model/guide.h"
#include "tui/browse.h"
#include "tui/draw_figure.h"
#include "tui/guide.h"
#include "tui/views.h"

struct guide {
	struct guide_state *states;
	size_t count, cursor, top;
	bool read, known; /* known: read at least once */
	char *why; /* of the step under the cursor: its newest records that do not hold, each with the reason; NULL: not read */
	size_t why_of;
	struct guide_beside beside;
	struct failure failure;
	int height, width; /* of the list of steps at the last draw */
};

/* What a step's paragraph has room for. */
#define WHY_RECORDS 3

/* Adds an error to none that came before. */
static int64_t count_begun(struct ui *ui, const struct guide_step *step, struct error *error)
{
	struct query *query = error->kind ? NULL : guide_lacking(step, true, store_context(ui->store));
	int64_t count = query ? store_count(ui->store, query, error) : error->kind ? -1 : 0;

	query_free(query);
	return count;
}

/* Likewise. */
static int64_t count_of(struct ui *ui, const struct guide_step *step, const char *filter, struct error *error)
{
	struct query *query = query_new(register_find(step->of));
	int64_t count = 0;

	if (error->kind)
		count = -1;
	else if (query_parse(query, store_context(ui->store), filter, NULL))
		count = store_count(ui->store, query, error);
	query_free(query);
	return count;
}

static bool is_done(const struct guide_state *state)
{
	return state->done > 0 && state->missing <= 0;
}

static void read_states(struct ui *ui, struct guide *guide)
{
	struct guide_state *fresh = xcalloc(guide->count, sizeof *fresh);
	struct error error = { 0 };
	bool ok = true;
	size_t i;

	for (i = 0; i < guide->count && ok; i++) {
		fresh[i].done = count_of(ui, &guide_steps[i], guide_steps[i].done, &error);
		fresh[i].missing =
			guide_steps[i].missing ? count_of(ui, &guide_steps[i], guide_steps[i].missing, &error) : 0;
		if (!fresh[i].done && !guide_steps[i].missing)
			fresh[i].begun = count_begun(ui, &guide_steps[i], &error);
		ok = fresh[i].done >= 0 && fresh[i].missing >= 0 && fresh[i].begun >= 0;
	}
	if (ok) {
		free(guide->states);
		guide->states = fresh;
		guide->known = true;
		failure_forget(&guide->failure);
	} else {
		free(fresh);
		failure_take(ui, &guide->failure, &error, guide->known);
	}
	free(guide->why);
	guide->why = NULL;
	guide_beside_forget(&guide->beside);
	guide->read = guide->known;
}

/* "D-1: It is dated in the future, or has no date.", and how many such sentences it has; NULL: it holds, or is gone. */
static char *why_not(struct ui *ui, int64_t id, size_t *sentences)
{
	struct record *record = store_record(ui->store, id, NULL);
	struct strings otherwise = { 0 };
	char *joined = NULL, *text = NULL;

	if (record && store_validity(ui->store, record, &otherwise, NULL) && otherwise.count) {
		joined = strings_join(&otherwise, " ");
		/* TRANSLATORS: a name, then what is said of it */
		text = xasprintf(_("%s: %s"), record->ref, joined);
	}
	*sentences = otherwise.count;
	free(joined);
	strings_free(&otherwise);
	record_free(record);
	return text;
}

/* The newest records of the step, the one that lacks least first: it is the nearest to holding. */
static void add_reasons(struct ui *ui, struct query *query, struct buffer *text)
{
	struct window window = { .query = query, .from = WINDOW_LAST, .count = WHY_RECORDS };
	char *reasons[WHY_RECORDS] = { NULL };
	size_t sentences[WHY_RECORDS], i, least, most = 0;
	struct rows rows;

	query_sort(query, "ref", NULL);
	if (!store_window(ui->store, &window, &rows, NULL))
		return;
	for (i = 0; i < rows.count; i++) {
		reasons[i] = why_not(ui, rows.items[i].id, &sentences[i]);
		if (reasons[i] && sentences[i] > most)
			most = sentences[i];
	}
	for (least = 1; least <= most; least++)
		for (i = rows.count; i-- > 0;)
			if (reasons[i] && sentences[i] == least)
				buffer_printf(text, text->length ? "\n%s" : "%s", reasons[i]);
	for (i = 0; i < rows.count; i++)
		free(reasons[i]);
	rows_free(&rows);
}

/* Why the step under the cursor is begun and not done; "" where that is not so, or its title says it all. */
static const char *why_begun(struct ui *ui, struct guide *guide)
{
	const struct guide_step *step = &guide_steps[guide->cursor];
	struct buffer text = { 0 };
	struct query *query = NULL;

	if (guide->why && guide->why_of == guide->cursor)
		return guide->why;
	if (register_find(step->of)->valid && guide->states[guide->cursor].begun > 0)
		query = guide_lacking(step, true, store_context(ui->store));
	if (query)
		add_reasons(ui, query, &text);
	query_free(query);
	free(guide->why);
	guide->why = text.data ? buffer_take(&text) : xstrdup("");
	guide->why_of = guide->cursor;
	return guide->why;
}

/* What hinders it first, then what is asked for, as far as there is room. */
static void draw_help(struct ui *ui, struct guide *guide, struct area area)
{
	const char *why = why_begun(ui, guide);
	int used = *why ? draw_wrapped(area, STYLE_PLAIN, why, true) : 0;

	area.top += used;
	area.height -= used;
	draw_paragraph(area, STYLE_DIM, _(guide_steps[guide->cursor].help));
}

/* How far a step has come; the caller frees. */
static char *told(const struct guide_state *state)
{
	if (state->done > 0 && state->missing > 0)
		return xasprintf(ngettext("%lld to complete", "%lld to complete", (unsigned long)state->missing),
			(long long)state->missing);
	if (state->begun > 0)
		/* TRANSLATORS: how many records of this step are there, none of them finished: a policy not yet in force */
		return xasprintf(
			ngettext("%lld begun", "%lld begun", (unsigned long)state->begun), (long long)state->begun);
	return state->done > 0 ? xasprintf("%lld", (long long)state->done) : xstrdup(_("nothing yet"));
}

static void draw_step(const struct guide *guide, size_t i, int row, struct area area)
{
	const struct guide_step *step = &guide_steps[i];
	const struct guide_state *state = &guide->states[i];
	bool done = is_done(state), begun = state->done > 0 || state->begun > 0, here = i == guide->cursor;
	int width = area.width < 100 ? area.width : 100; /* further apart the eye loses the line */
	char *text = told(state);

	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	if (here)
		draw_spoken(row, area.left + 3);
	draw_text(row, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	draw_text(row, area.left + 3, 3, done ? STYLE_GOOD : STYLE_DIM, done ? "[x]" : begun ? "[-]" : "[ ]", false);
	draw_text(row, area.left + 7, width - 12 - text_columns(text), done && !here ? STYLE_DIM : STYLE_PLAIN,
		_(step->label), false);
	draw_text_right(row, area.left + width - 2 - text_columns(text), text_columns(text),
		state->done > 0 && state->missing > 0 ? STYLE_LATE : STYLE_DIM, text);
	if (here)
		draw_bar(row, area.left, width);
	free(text);
}

static bool begins_group(size_t step)
{
	return step == 0 || strcmp(guide_steps[step].group, guide_steps[step - 1].group) != 0;
}

/* The lines above a step: its group's heading, where it is the first of it, and a blank one. */
static int line_of(size_t step)
{
	int line = 0;
	size_t i;

	for (i = 0; i <= step; i++) {
		if (begins_group(i))
			line += i ? 2 : 1;
		if (i < step)
			line++;
	}
	return line;
}

/* The wheel: where the cycle stands, at the end of a line that has room for it. */
static void draw_phases(struct ui *ui, int row, int from, int end)
{
	const char *names[PHASE_COUNT];
	enum phase present = ui_phase(ui);
	int i;

	for (i = 0; i < PHASE_COUNT; i++)
		names[i] = ui_phase_name((enum phase)i);
	draw_wheel(row, from, end, names, PHASE_COUNT, present == PHASE_NONE ? -1 : (int)present);
}

/* The columns that the steps need, the widest of them and of what is told beside them. */
static int list_width(const struct guide *guide)
{
	int label = 0, beside = 0, columns;
	char *text;
	size_t i;

	for (i = 0; i < guide->count; i++) {
		columns = text_columns(_(guide_steps[i].label));
		label = columns > label ? columns : label;
		text = told(&guide->states[i]);
		columns = text_columns(text);
		beside = columns > beside ? columns : beside;
		free(text);
	}
	return label + beside + 13;
}

#define WIDE 120 /* from here on what is told of a step stands beside them all, else below */

/* The steps, as many as have room below the line of the title. */
static void draw_steps(struct guide *guide, struct area area)
{
	size_t i;
	int row, most = line_of(guide->count - 1) + 1 - guide->height;

	/* On a screen that grew what lies above comes back. */
	if ((int)guide->top > most)
		guide->top = most > 0 ? (size_t)most : 0;

	if (line_of(guide->cursor) < (int)guide->top + 1)
		guide->top = (size_t)line_of(guide->cursor) - 1;
	if (line_of(guide->cursor) >= (int)guide->top + guide->height)
		guide->top = (size_t)line_of(guide->cursor) + 1 - (size_t)guide->height;
	for (i = 0; i < guide->count; i++) {
		row = area.top + 1 + line_of(i) - (int)guide->top;
		if (begins_group(i) && row - 1 > area.top && row - 1 <= area.top + guide->height)
			draw_text(row - 1, area.left + 2, area.width - 3, STYLE_ACCENT, _(guide_steps[i].group), true);
		if (row > area.top && row <= area.top + guide->height)
			draw_step(guide, i, row, area);
	}
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct guide *guide = view->data;
	struct area steps = area;
	bool wide = area.width >= WIDE;
	size_t i, complete = 0;
	char *text;
	int used;

	if (!guide->read)
		read_states(ui, guide);
	if (failure_draw(&guide->failure, area))
		return;
	for (i = 0; i < guide->count; i++)
		complete += is_done(&guide->states[i]);
	if (wide)
		steps.width = list_width(guide);
	guide->height = area.height - (wide ? 1 : 6);
	guide->width = steps.width;
	text = xasprintf(_("The way to an ISMS: %zu of %zu steps done"), complete, guide->count);
	draw_fill(area.top, area.left, area.width, STYLE_PLAIN);
	used = draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, text, false);
	draw_progress_beside(area.top, area.left + 1 + used, area.width - 2 - used, STYLE_GOOD, (int64_t)complete,
		(int64_t)guide->count);
	draw_phases(ui, area.top, area.left + used + PROGRESS_MOST + 5, area.left + area.width - 2);
	free(text);
	draw_steps(guide, steps);
	if (wide) {
		draw_vertical(area.top + 1, area.left + steps.width, area.height - 1);
		guide_beside_draw(ui, &guide->beside, &guide_steps[guide->cursor], &guide->states[guide->cursor],
			why_begun(ui, guide),
			(struct area){ area.top + 1, area.left + steps.width + 2, area.height - 1,
				area.width - steps.width - 3 });
		return;
	}
	draw_horizontal(area.top + area.height - 4, area.left, area.width);
	draw_help(ui, guide, (struct area){ area.top + area.height - 3, area.left + 1, 3, area.width - 2 });
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct guide *guide = view->data;

	(void)ui;
	if (!cursor_move(&guide->cursor, guide->count, 8, (enum move)argument))
		return ANSWER_IGNORED;
	view->dirty = true;
	return ANSWER_DONE;
}

/* Those records of the step that lack something, with what they lack; where none does, all of its register. */
static void open_lacking(struct ui *ui, const struct guide *guide)
{
	const struct guide_step *step = &guide_steps[guide->cursor];
	const struct guide_state *state = &guide->states[guide->cursor];
	struct query *query = guide_records(ui, step, state);
	const char *field = NULL;
	char *lacks = guide_lacking_told(ui, step, state, query, &field), *title;

	if (lacks && *lacks) {
		/* TRANSLATORS: the title of a list: those records of a step of the guide that still lack something, and the fields that lack */
		title = xasprintf(_("%s: to complete (%s)"), _(step->label), lacks);
		lacking_view_open(ui, query, title, state->missing > 0 ? field : NULL);
	} else {
		title = xstrdup(_(step->label));
		list_view_open(ui, query, title);
	}
	free(title);
	free(lacks);
}

static enum answer open_step(struct ui *ui, struct view *view)
{
	struct guide *guide = view->data;
	const struct guide_step *step = &guide_steps[guide->cursor];

	if (!register_answers(register_find(step->of))) {
		open_lacking(ui, guide);
		return ANSWER_DONE;
	}
	checklist_view_open(ui);
	if (guide->states[guide->cursor].missing > 0 && ui_top(ui) != view)
		browse_show_only(ui, ui_top(ui), step->missing);
	return ANSWER_DONE;
}

static enum answer add_record(struct ui *ui, struct view *view)
{
	const struct guide_step *step = &guide_steps[((struct guide *)view->data)->cursor];

	if (register_answers(register_find(step->of)) || register_find(step->of)->made)
		checklist_view_open(ui);
	else
		form_view_open_with(ui, register_find(step->of), step->preset);
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct guide *guide = view->data;
	size_t i;

	if ((mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE) || mouse->column >= area.left + guide->width)
		return ANSWER_IGNORED;
	for (i = 0; i < guide->count; i++)
		if (area.top + 1 + line_of(i) - (int)guide->top == mouse->row) {
			guide->cursor = i;
			view->dirty = true;
			if (mouse->kind == MOUSE_DOUBLE)
				ui_run(ui, "open");
		}
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	(void)ui;
	((struct guide *)view->data)->read = false;
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct guide *guide = view->data;

	(void)ui;
	failure_forget(&guide->failure);
	guide_beside_forget(&guide->beside);
	free(guide->why);
	free(guide->states);
	free(guide);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_step },
	{ .command = "add", .run = add_record },
	{ .command = NULL },
};

static const struct view_ops ops = {
	.name = "guide", .draw = draw, .actions = actions, .mouse = mouse, .changed = changed, .close = close_view
};

void guide_view_open(struct ui *ui)
{
	struct guide *guide = xcalloc(1, sizeof *guide);
	size_t i;

	while (guide_steps[guide->count].group)
		guide->count++;
	guide->states = xcalloc(guide->count, sizeof *guide->states);
	read_states(ui, guide);
	/* The first step that is not done is where the eye should be. */
	for (i = 0; i < guide->count && guide->known && is_done(&guide->states[i]); i++)
		;
	guide->cursor = i < guide->count ? i : 0;
	ui_push(ui, view_new(&ops, guide));
}
