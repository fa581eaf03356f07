/*
 * The verdict: when can we say that we have an ISMS, and what is still missing.  The sentences, how the clauses stand,
 * the next steps, the clauses and the SoA; Enter opens what a step asks for, the conditions of a clause, the SoA.
 */
#include <stdlib.h>
#include <string.h>

#include "app/snapshot.h"
#include "tui/draw_figure.h"
#include "tui/verdict.h"
#include "tui/views.h"

#define WIDE 150 /* columns from which the conditions of the clause stand beside */

struct verdict_view {
	/* What the cursor is on: a step by its condition, else a clause by its number; both of the tables. */
	const struct verdict_condition *step;
	const char *clause;
	bool on_soa;       /* neither: on the line of the SoA */
	size_t slot;       /* none of them: on the place of that step, as long as nobody knows the steps */
	bool moved;        /* a person put it there */
	int top;           /* the first line of the body in sight */
	int height, first; /* of the body: its rows, the row of the first */
	/* How the last issued SoA stands, of a state of the file; text NULL: not read yet. */
	struct {
		uint64_t generation;
		int64_t day, statement;
		char *text;
	} soa;
};

static const struct verdict_line *line_of(const struct verdict *verdict, const struct verdict_condition *condition)
{
	size_t i;

	for (i = 0; i < verdict->line_count; i++)
		if (verdict->lines[i].condition == condition)
			return &verdict->lines[i];
	return NULL;
}

/* ---- the cursor: over the steps, then the clauses, then the SoA ---- */

/* As long as they are looked for, as many places as there may be: keys that come meanwhile move among these. */
static size_t steps_of(const struct verdict *verdict)
{
	return verdict->steps || verdict->judged ? verdict->step_count : VERDICT_STEPS;
}

static size_t clauses_end(const struct verdict *verdict)
{
	return steps_of(verdict) + verdict->clause_count;
}

static size_t entries(const struct verdict *verdict)
{
	return clauses_end(verdict) + 1;
}

static const struct verdict_condition *step_at(const struct verdict *verdict, size_t at)
{
	return verdict->steps && at < verdict->step_count ? verdict->steps[at].condition : NULL;
}

static void put(struct verdict_view *view, const struct verdict *verdict, size_t at)
{
	size_t steps = steps_of(verdict);

	view->step = step_at(verdict, at);
	view->clause = at >= steps && at < clauses_end(verdict) ? verdict->clauses[at - steps].clause->number : NULL;
	view->on_soa = at == clauses_end(verdict);
	view->slot = at < steps ? at : 0;
}

static bool is_at(const struct verdict_view *view, const struct verdict *verdict, size_t at)
{
	size_t steps = steps_of(verdict);

	if (at == clauses_end(verdict))
		return view->on_soa;
	if (at >= steps)
		return view->clause && strcmp(verdict->clauses[at - steps].clause->number, view->clause) == 0;
	return verdict->steps ? step_at(verdict, at) == view->step : !view->clause && !view->on_soa && view->slot == at;
}

/* Where it is now; the first entry where what it was on is gone, or nobody moved it. */
static size_t place_of(struct verdict_view *view, const struct verdict *verdict)
{
	size_t at = 0, i;

	for (i = 0; view->moved && i < entries(verdict); i++)
		if (is_at(view, verdict, i))
			return i;
	/* On the place of a step, which is known now. */
	if (view->moved && !view->step && !view->clause && !view->on_soa && view->slot < verdict->step_count)
		at = view->slot;
	put(view, verdict, at);
	return at;
}

/*
 * The lines of the body: the heading of the steps, the steps, a blank, the heading of the clauses, the clauses,
 * a blank, the heading of the SoA, its line.
 */
static int body_line(const struct verdict *verdict, size_t entry)
{
	if (entry < steps_of(verdict))
		return (int)entry + 1;
	return (int)entry + 1 + (steps_of(verdict) ? 2 : 0) + (entry == clauses_end(verdict) ? 2 : 0);
}

/* ---- drawing ---- */

static int draw_sentence(struct area area, int row, enum style style, char *text)
{
	int used = text ? draw_wrapped((struct area){ row, area.left + 1, 3, area.width - 2 }, style, text, true) : 0;

	free(text);
	return used;
}

/* How many clauses are how, each beside its shade of the bar; closer together where there is no room.  The columns. */
static int draw_counts(
	const struct verdict *verdict, struct area area, int row, const enum style *styles, bool draws, int gap)
{
	int column = area.left + 1, i;

	for (i = 0; i < VERDICT_RESULTS; i++) {
		enum verdict_result result = (enum verdict_result)(VERDICT_RESULTS - 1 - i);
		/* TRANSLATORS: a result of clauses ("met"), and how many there are */
		char *text = xasprintf(_("%s %zu"), verdict_result_label(result), verdict->results[result]);
		int64_t swatch[VERDICT_RESULTS] = { 0 };

		swatch[i] = 1;
		if (draws) {
			draw_parts(row, column, 1, styles, swatch, VERDICT_RESULTS);
			draw_text(row, column + 2, area.left + area.width - column - 2, STYLE_PLAIN, text, false);
		}
		column += 2 + text_columns(text) + gap;
		free(text);
	}
	return column - gap - area.left;
}

static int draw_legend(const struct verdict *verdict, struct area area, int row)
{
	/* The darkest shade is of what is met. */
	static const enum style styles[] = { STYLE_GOOD, STYLE_INK_3, STYLE_INK_5, STYLE_DIM };
	int64_t values[VERDICT_RESULTS];
	int width = area.width - 2 < 90 ? area.width - 2 : 90, i;

	for (i = 0; i < VERDICT_RESULTS; i++)
		values[i] = (int64_t)verdict->results[VERDICT_RESULTS - 1 - i];
	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	draw_fill(row + 1, area.left, area.width, STYLE_PLAIN);
	draw_parts(row, area.left + 1, width, styles, values, VERDICT_RESULTS);
	draw_counts(verdict, area, row + 1, styles, true,
		draw_counts(verdict, area, row + 1, styles, false, 3) < area.width ? 3 : 1);
	return 2;
}

/* What stands above the body; its rows. */
static int draw_head(struct ui *ui, const struct verdict *verdict, struct area area)
{
	int row = area.top;
	bool fresh;

	if (!verdict_whole(verdict)) {
		/* TRANSLATORS: while it is counted: how many conditions of how many */
		row += draw_sentence(area, row, STYLE_TITLE,
			xasprintf(_("Verdict: counting, %zu of %zu conditions ..."), verdict->counted,
				verdict->line_count));
		return row - area.top;
	}
	fresh = verdict->results[VERDICT_NOT_ASSESSED] == verdict->clause_count;
	row += draw_sentence(area, row, STYLE_PLAIN, verdict_sentence_begin(verdict));
	row += draw_sentence(area, row, STYLE_TITLE, verdict_sentence_implemented(verdict));
	row += draw_sentence(area, row, STYLE_PLAIN, verdict_sentence_certification(verdict));
	if (fresh)
		row += draw_sentence(area, row, STYLE_ACCENT,
			command_told(
				_("Begin with the first step below: {open} opens it. {guide} shows the whole way."),
				NULL));
	else
		row += draw_legend(verdict, area, row);
	(void)ui;
	return row - area.top;
}

static void draw_step(
	struct ui *ui, const struct verdict_step *step, bool here, int row, struct area area, const struct place *place)
{
	const char *key = verdict_key(step, place);
	int columns = text_columns(key);
	char *number = verdict_number(step->condition->clause), *text = verdict_step_text(step);

	(void)ui;
	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	if (here)
		draw_spoken(row, area.left + 2);
	draw_text(row, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	draw_text(row, area.left + 2, 9, STYLE_DIM, verdict_clause_find(step->condition->clause) ? number : "", false);
	draw_text(row, area.left + 12, area.width - 14 - columns, STYLE_PLAIN, text, false);
	draw_text(row, area.left + area.width - 1 - columns, columns, STYLE_KEY, key, false);
	if (here)
		draw_bar(row, area.left, area.width);
	free(text);
	free(number);
}

/* Of a step that is looked for. */
static void draw_place(bool here, int row, struct area area)
{
	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	draw_text(row, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	draw_text(row, area.left + 12, 3, STYLE_DIM, "...", false);
	if (here)
		draw_bar(row, area.left, area.width);
}

static void draw_clause(
	const struct verdict *verdict, const struct verdict_of_clause *of, bool here, int row, struct area area)
{
	char *number = verdict_number(of->clause->number), *share = verdict_share(verdict, of),
	     *title = verdict_title(of), *word;
	enum style style;
	const char *mark = verdict_mark(of->result, &style);
	int columns = verdict_result_columns(), column = area.left + 12;
	bool known = verdict_whole(verdict);

	if (!known)
		mark = "...", style = STYLE_DIM;
	/* The star is that of an overrule. */
	word = xasprintf("%s%s", known ? verdict_result_label(of->result) : "", known && of->overrule ? "*" : "");
	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	if (here)
		draw_spoken(row, area.left + 2);
	draw_text(row, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	draw_text(row, area.left + 2, 9, STYLE_PLAIN, number, false);
	draw_text(row, column, 3, style, mark, false);
	draw_text(row, column + 4, columns, style, word, false);
	draw_text_right(row, column + 4 + columns, 5, STYLE_DIM, known ? share : "");
	draw_text(row, column + 11 + columns, area.width - 24 - columns,
		of->result == VERDICT_MET ? STYLE_DIM : STYLE_PLAIN, title, false);
	if (here)
		draw_bar(row, area.left, area.width);
	free(word);
	free(title);
	free(share);
	free(number);
}

static void draw_soa(const struct verdict_view *view, bool here, int row, struct area area)
{
	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	if (here)
		draw_spoken(row, area.left + 2);
	draw_text(row, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	draw_text(row, area.left + 2, area.width - 3, STYLE_PLAIN, view->soa.text ? view->soa.text : "...", false);
	if (here)
		draw_bar(row, area.left, area.width);
}

static void draw_body(struct ui *ui, struct view *view, const struct verdict *verdict, struct area area)
{
	struct verdict_view *data = view->data;
	size_t here = place_of(data, verdict), i;
	int line = body_line(verdict, here), row, steps = (int)steps_of(verdict), clauses = steps ? steps + 2 : 0;

	data->height = area.height;
	data->first = area.top;
	if (line - 1 < data->top)
		data->top = line - 1;
	if (line >= data->top + area.height)
		data->top = line + 1 - area.height;
	for (row = 0; row < area.height; row++) {
		draw_fill(area.top + row, area.left, area.width, STYLE_PLAIN);
		if (row + data->top == 0 && steps)
			draw_text(area.top + row, area.left + 2, area.width - 3, STYLE_ACCENT,
				verdict->steps ? _("Next steps") : "...", true);
		if (row + data->top == clauses)
			draw_text(area.top + row, area.left + 2, area.width - 3, STYLE_ACCENT,
				_("Clause by clause: how many conditions hold"), true);
		if (row + data->top == body_line(verdict, clauses_end(verdict)) - 1)
			draw_text(area.top + row, area.left + 2, area.width - 3, STYLE_ACCENT,
				_("Statement of Applicability"), true);
		/* Beside the stars: below, the line is full. */
		if (row + data->top == clauses && verdict->overruled) {
			int columns = text_columns(_("* by overrule"));

			draw_text_right(area.top + row, area.left + area.width - 1 - columns, columns, STYLE_DIM,
				_("* by overrule"));
		}
	}
	for (i = 0; i < entries(verdict); i++) {
		row = body_line(verdict, i) - data->top;
		if (row < 0 || row >= area.height)
			continue;
		if (i == clauses_end(verdict))
			draw_soa(data, i == here, area.top + row, area);
		else if (i >= (size_t)steps)
			draw_clause(verdict, &verdict->clauses[i - (size_t)steps], i == here, area.top + row, area);
		else if (verdict->steps)
			draw_step(ui, &verdict->steps[i], i == here, area.top + row, area, &view->place);
		else
			draw_place(i == here, area.top + row, area);
	}
}

/* The clause of what is under the cursor; NULL: none. */
static const struct verdict_of_clause *clause_here(const struct verdict_view *view, const struct verdict *verdict)
{
	const char *number = view->step ? view->step->clause : view->clause;
	size_t i;

	for (i = 0; number && i < verdict->clause_count; i++)
		if (strcmp(verdict->clauses[i].clause->number, number) == 0)
			return &verdict->clauses[i];
	return NULL;
}

/* The sentence under the list: of a step what its line had no room for, or whom it is about and why; how a clause comes to its result. */
static char *detail(struct ui *ui, const struct verdict_view *view, const struct verdict *verdict, int width)
{
	const struct verdict_of_clause *of = clause_here(view, verdict);
	size_t i;

	for (i = 0; view->step && i < verdict->step_count; i++) {
		const struct verdict_step *step = &verdict->steps[i];
		char *help, *text;

		if (step->condition != view->step)
			continue;
		help = verdict_text(step->condition->help ? _(step->condition->help) : "", store_context(ui->store));
		if (text_columns(step->text) > width - 24)
			text = xasprintf("%s. %s", step->text, help);
		else if (step->title && strcmp(step->title, step->ref) != 0)
			/* TRANSLATORS: a name, then what is said of it */
			text = xasprintf(_("%s: %s"), step->ref, step->title);
		else
			return help;
		free(help);
		return text;
	}
	if (view->on_soa)
		return xstrdup(view->soa.text && text_columns(view->soa.text) > width - 3 ? view->soa.text : "");
	return of && verdict_whole(verdict) ? verdict_said_text(of) : xstrdup("");
}

/* The sentence under a rule that says what the verdict is not. */
static void draw_foot(struct ui *ui, const struct verdict_view *view, const struct verdict *verdict, struct area area)
{
	char *text = detail(ui, view, verdict, area.width), *told = xasprintf(" %s ", verdict_disclaimer());
	int room = area.width - 2, columns = text_columns(told);

	draw_horizontal(area.top, area.left, area.width);
	draw_text(area.top, area.left + 1, columns < room ? columns : room, STYLE_DIM, told, true);
	if (ui_verdict_counts(ui) && columns < room - 4)
		draw_text_right(area.top, area.left + area.width - 5, 3, STYLE_DIM, "...");
	draw_paragraph((struct area){ area.top + 1, area.left + 1, area.height - 1, room }, STYLE_PLAIN, text);
	free(told);
	free(text);
}

static void draw_beside(struct ui *ui, const struct verdict_view *view, const struct verdict *verdict, struct area area)
{
	const struct verdict_of_clause *of = clause_here(view, verdict);
	char *number, *title;

	draw_clear(area);
	if (!of)
		return;
	number = verdict_number(of->clause->number);
	title = xasprintf("%s  %s", number, of->title ? of->title : "");
	draw_heading((struct area){ area.top, area.left + 1, 1, area.width - 1 }, title, false);
	verdict_draw_conditions(
		ui, verdict, of, SIZE_MAX, 0, (struct area){ area.top + 2, area.left, area.height - 2, area.width });
	free(title);
	free(number);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct verdict_view *data = view->data;
	const struct verdict *verdict = ui_verdict(ui);
	bool wide = area.width >= WIDE;
	struct area left = area;
	int head, foot = area.height >= 26 ? 4 : 3;

	draw_clear(area);
	if (!verdict)
		return;
	if (wide) {
		left.width = area.width * 55 / 100;
		draw_vertical(area.top, area.left + left.width, area.height);
	}
	head = draw_head(ui, verdict, left);
	left.top += head + (area.height >= 26);
	left.height -= head + (area.height >= 26) + foot;
	draw_body(ui, view, verdict, left);
	draw_foot(ui, data, verdict, (struct area){ area.top + area.height - foot, left.left, foot, left.width });
	if (wide)
		draw_beside(ui, data, verdict,
			(struct area){
				area.top, area.left + left.width + 1, area.height, area.width - left.width - 1 });
}

/* ---- keys ---- */

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct verdict_view *data = view->data;
	const struct verdict *verdict = ui_verdict(ui);
	size_t at;

	if (!verdict)
		return ANSWER_IGNORED;
	at = place_of(data, verdict);
	if (!cursor_move(&at, entries(verdict), data->height > 2 ? (size_t)data->height - 2 : 1, (enum move)argument))
		return ANSWER_IGNORED;
	put(data, verdict, at);
	data->moved = true;
	view->dirty = true;
	return ANSWER_DONE;
}

/* The form of a requirement, at what a person says of it. */
static void answer_anew(struct ui *ui, int64_t requirement)
{
	struct record *record = store_record(ui->store, requirement, NULL);

	if (record && store_is_read_only(ui->store))
		record_view_open(ui, requirement);
	else if (record)
		form_view_open_at(ui, record->def, requirement, "conformity");
	record_free(record);
}

static void mend_step(struct ui *ui, const struct verdict_view *data, const struct verdict *verdict)
{
	const struct verdict_line *line = line_of(verdict, data->step);
	size_t i;

	if (line)
		verdict_mend(ui, line);
	/* What is said of a clause is no condition. */
	for (i = 0; !line && i < verdict->step_count; i++)
		if (verdict->steps[i].condition == data->step)
			answer_anew(ui, verdict->steps[i].record);
}

static enum answer open_entry(struct ui *ui, struct view *view)
{
	struct verdict_view *data = view->data;
	const struct verdict *verdict = ui_verdict(ui);

	if (!verdict)
		return ANSWER_DONE;
	place_of(data, verdict);
	data->moved = true;
	if (data->step)
		mend_step(ui, data, verdict);
	else if (data->clause)
		clause_view_open(ui, data->clause);
	else if (data->on_soa && data->soa.statement)
		record_view_open(ui, data->soa.statement);
	else if (data->on_soa && data->soa.text)
		ui_run(ui, "checklist");
	else if (data->on_soa)
		ui_message(ui, _("It is still being counted."));
	else
		ui_message(ui, _("The next steps are still being counted."));
	return ANSWER_DONE;
}

/* Of a clause: the first of its conditions that lacks something. */
static enum answer mend(struct ui *ui, struct view *view)
{
	struct verdict_view *data = view->data;
	const struct verdict *verdict = ui_verdict(ui);
	const struct verdict_of_clause *of;
	size_t i;

	if (!verdict)
		return ANSWER_DONE;
	place_of(data, verdict);
	data->moved = true;
	if (data->step || data->on_soa)
		return open_entry(ui, view);
	of = clause_here(data, verdict);
	for (i = 0; of && i < of->count; i++)
		if (verdict_lacks(&verdict->lines[of->first + i])) {
			verdict_mend(ui, &verdict->lines[of->first + i]);
			return ANSWER_DONE;
		}
	if (of && of->requirement && of->computed == VERDICT_MET && of->result != VERDICT_MET)
		answer_anew(ui, of->requirement);
	else
		ui_message(ui, _("Nothing lacks here."));
	return ANSWER_DONE;
}

/* How it stood at the last snapshots. */
static enum answer history(struct ui *ui, struct view *view)
{
	struct error error = { 0 };
	char *text = snapshot_history(ui->store, ui->columns, &error);

	(void)view;
	if (text)
		pager_view_open(ui, _("How the verdict stood"), text);
	else
		ui_error(ui, &error);
	error_clear(&error);
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct verdict_view *data = view->data;
	const struct verdict *verdict = ui_verdict(ui);
	size_t i;

	(void)area;
	if (!verdict || (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE))
		return ANSWER_IGNORED;
	for (i = 0; i < entries(verdict); i++)
		if (data->first + body_line(verdict, i) - data->top == mouse->row) {
			put(data, verdict, i);
			data->moved = true;
			view->dirty = true;
			if (mouse->kind == MOUSE_DOUBLE)
				ui_run(ui, "open");
		}
	return ANSWER_DONE;
}

/* How the SoA stands is read once for a state of the file, after the verdict is counted.  True: it says something else now. */
static bool read_soa(struct ui *ui, struct verdict_view *data)
{
	struct date today = environment_today(store_context(ui->store)->time_zone);
	struct error error = { 0 };
	char *text;
	bool changed;

	if (data->soa.text && data->soa.generation == store_generation(ui->store) && data->soa.day == date_days(&today))
		return false;
	data->soa.statement = 0;
	text = verdict_soa_text(ui->store, &data->soa.statement, &error);
	if (!text)
		ui_error(ui, &error);
	error_clear(&error);
	changed = !text || !data->soa.text || strcmp(text, data->soa.text) != 0;
	free(data->soa.text);
	data->soa.text = text ? text : xstrdup("-");
	data->soa.generation = store_generation(ui->store);
	data->soa.day = date_days(&today);
	return changed;
}

static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	bool changed, more;

	(void)quiet;
	if (view->dirty)
		return false;
	more = ui_verdict_idle(ui, &changed);
	if (!more && !changed)
		changed = read_soa(ui, view->data);
	else
		/* What was counted is shown first. */
		more = true;
	view->dirty = changed;
	return more;
}

static void changed(struct ui *ui, struct view *view)
{
	(void)ui;
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct verdict_view *data = view->data;

	(void)ui;
	free(data->soa.text);
	free(data);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_entry },
	{ .command = "mend", .run = mend },
	{ .command = "verdict-history", .run = history },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "verdict",
	.legend = verdict_legend,
	.draw = draw,
	.actions = actions,
	.mouse = mouse,
	.idle = idle,
	.changed = changed,
	.close = close_view };

void verdict_view_open(struct ui *ui)
{
	ui_push(ui, view_new(&ops, xcalloc(1, sizeof(struct verdict_view))));
}
