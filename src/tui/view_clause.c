/* A clause of the verdict: its conditions, what shows each and what lacks; Enter lists these, and the key to mend opens the form that mends it. */
#include <stdlib.h>
#include <string.h>

#include "tui/verdict.h"

#define FOOT 7
#define REFS_TOLD 12

struct clause_view {
	const char *number; /* of its clause, in the tables */
	size_t cursor, top;
	int height;
	const struct verdict_condition *told; /* of which the foot tells; NULL: of none yet */
	int64_t told_generation;
	char *shows, *lacks; /* the records behind it, in a sentence; NULL: none */
};

static const struct verdict_of_clause *find(const struct verdict *verdict, const char *number)
{
	size_t i;

	for (i = 0; verdict && i < verdict->clause_count; i++)
		if (strcmp(verdict->clauses[i].clause->number, number) == 0)
			return &verdict->clauses[i];
	return NULL;
}

static const struct verdict_line *line_here(const struct verdict *verdict, const struct clause_view *clause)
{
	const struct verdict_of_clause *of = find(verdict, clause->number);

	return of && clause->cursor < of->count ? &verdict->lines[of->first + clause->cursor] : NULL;
}

/* ---- the records behind the condition under the cursor ---- */

struct telling {
	struct buffer text;
	size_t count;
	bool opens; /* the key opens the list of these */
};

static bool add_ref(void *user, const struct verdict_ref *ref)
{
	struct telling *telling = user;
	struct date day;
	char *date = ref->day && date_parse(ref->day, &day) ? date_format_locale(&day) : NULL;

	if (++telling->count > REFS_TOLD) {
		char *more = telling->opens ? command_told(_("{open} shows all"), NULL) : NULL;

		buffer_printf(&telling->text, more ? " ... (%s)" : " ...", more);
		free(more);
		return false;
	}
	buffer_printf(&telling->text, date ? "%s%s (%s)" : "%s%s", telling->text.length ? ", " : "",
		verdict_ref_name(ref->ref), date);
	free(date);
	return true;
}

static char *tell(struct ui *ui, const struct verdict_line *line, enum verdict_count which, bool opens)
{
	struct telling telling = { .opens = opens };

	if (line->outcome == OUTCOME_NOT_ASKED)
		return NULL;
	verdict_each(ui->store, line->condition, which, REFS_TOLD + 1, add_ref, &telling, NULL);
	return telling.text.length ? buffer_take(&telling.text) : NULL;
}

static bool is_told(const struct ui *ui, const struct clause_view *clause, const struct verdict_line *line)
{
	return clause->told == line->condition && clause->told_generation == (int64_t)store_generation(ui->store);
}

static void read_refs(struct ui *ui, struct clause_view *clause, const struct verdict_line *line)
{
	free(clause->shows);
	free(clause->lacks);
	clause->lacks = verdict_lacks(line) ? tell(ui, line, COUNT_FAILS, true) : NULL;
	clause->shows = tell(ui, line, verdict_shown_by(line), !clause->lacks);
	clause->told = line->condition;
	clause->told_generation = (int64_t)store_generation(ui->store);
}

/* ---- drawing ---- */

static void add_labelled(struct area *area, enum style style, const char *label, int64_t count, const char *text)
{
	/* TRANSLATORS: "shown by 12: R-1, R-2" */
	char *line = count > 0 ? xasprintf(_("%s %lld: %s"), label, (long long)count, text)
			       /* TRANSLATORS: a name, then what is said of it */
			       : xasprintf(_("%s: %s"), label, text);
	int used = draw_wrapped(*area, style, line, true);

	area->top += used;
	area->height -= used;
	free(line);
}

static void draw_foot(
	struct ui *ui, const struct clause_view *clause, const struct verdict_line *line, struct area area)
{
	const struct verdict_condition *condition = line->condition;
	int i;

	for (i = 0; i < area.height; i++)
		draw_fill(area.top + i, area.left, area.width, STYLE_PLAIN);
	if (verdict_lacks(line)) {
		char *text = verdict_to_do(condition, NULL, store_context(ui->store));

		add_labelled(&area, STYLE_PLAIN, _("To do"), 0, text);
		free(text);
	}
	if (is_told(ui, clause, line) && clause->lacks && area.height > 0)
		add_labelled(&area, STYLE_PLAIN, _("Lacking"),
			line->answer.some & 1U << COUNT_FAILS ? 0 : line->answer.counts[COUNT_FAILS], clause->lacks);
	if (is_told(ui, clause, line) && clause->shows && area.height > 0)
		add_labelled(&area, STYLE_PLAIN, _("Shown by"), verdict_shown(line), clause->shows);
	if (condition->tolerance && condition->figure && area.height > 0) {
		const struct model_context *context = store_context(ui->store);
		char *figure = line->answer.known ? verdict_measured(line->answer.figure,
							    verdict_tolerance_find(condition->tolerance), context)
						  : xstrdup("-"),
		     *bound = number_shown(verdict_tolerance(condition->tolerance, context)),
		     /* TRANSLATORS: a figure, and the tolerance that it is measured by */
			     *text = xasprintf(_("%s, tolerance %s"), figure, bound);

		add_labelled(&area, STYLE_PLAIN, _("Figure"), 0, text);
		free(text);
		free(bound);
		free(figure);
	}
	if (area.height > 0 && condition->help) {
		char *help = verdict_text(_(condition->help), store_context(ui->store));

		draw_wrapped(area, STYLE_DIM, help, true);
		free(help);
	}
}

static void draw_head(const struct verdict *verdict, const struct verdict_of_clause *of, struct area area)
{
	char *number = verdict_number(of->clause->number),
	     *title = xasprintf("%s  %s", number, of->title ? of->title : ""), *share = verdict_share(verdict, of),
	     *said = verdict_said_text(of), *right;
	enum style style;
	const char *mark = verdict_mark(of->result, &style);
	int columns;

	right = verdict_whole(verdict) ? xasprintf("%s %s%s  %s", mark, verdict_result_label(of->result),
						 of->overrule ? "*" : "", share)
				       : xstrdup("...");
	columns = text_columns(right);
	draw_fill(area.top, area.left, area.width, STYLE_PLAIN);
	draw_text(area.top, area.left + 1, area.width - columns - 4, STYLE_TITLE, title, true);
	draw_text_right(area.top, area.left + area.width - columns - 1, columns, style, right);
	draw_paragraph((struct area){ area.top + 1, area.left + 1, 2, area.width - 2 }, STYLE_DIM,
		verdict_whole(verdict) ? said : "");
	free(right);
	free(said);
	free(share);
	free(title);
	free(number);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct clause_view *clause = view->data;
	const struct verdict *verdict = ui_verdict(ui);
	const struct verdict_of_clause *of = find(verdict, clause->number);
	const struct verdict_line *line = line_here(verdict, clause);
	int foot = area.height > 30 ? FOOT + 3 : FOOT;

	draw_clear(area);
	if (!of)
		return;
	draw_head(verdict, of, area);
	clause->height = area.height - 4 - foot;
	/* A condition may take two or three lines. */
	cursor_in_view(&clause->top, clause->cursor, clause->height / 2 > 0 ? clause->height / 2 : 1);
	verdict_draw_conditions(ui, verdict, of, clause->cursor, clause->top,
		(struct area){ area.top + 3, area.left, clause->height, area.width });
	draw_horizontal(area.top + area.height - foot - 1, area.left, area.width);
	if (line)
		draw_foot(ui, clause, line,
			(struct area){ area.top + area.height - foot, area.left + 1, foot, area.width - 2 });
}

/* ---- keys ---- */

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct clause_view *clause = view->data;
	const struct verdict_of_clause *of = find(ui_verdict(ui), clause->number);
	size_t page = clause->height > 2 ? (size_t)clause->height / 2 : 1;

	if (!of || !cursor_move(&clause->cursor, of->count, page, (enum move)argument))
		return ANSWER_IGNORED;
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer open_line(struct ui *ui, struct view *view)
{
	const struct verdict_line *line = line_here(ui_verdict(ui), view->data);

	if (line)
		verdict_open_records(ui, line);
	return ANSWER_DONE;
}

static enum answer mend(struct ui *ui, struct view *view)
{
	const struct verdict_line *line = line_here(ui_verdict(ui), view->data);

	if (line)
		verdict_mend(ui, line);
	return ANSWER_DONE;
}

static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	struct clause_view *clause = view->data;
	bool changed, looked = false, more = ui_verdict_idle(ui, &changed);
	const struct verdict_line *line = line_here(ui_verdict(ui), clause);

	if (line && !is_told(ui, clause, line)) {
		if (quiet < 100)
			return true;
		read_refs(ui, clause, line);
		changed = true;
	}
	if (line && !more)
		more = ui_verdict_look(ui, line, &looked);
	view->dirty = view->dirty || changed || looked;
	return more;
}

static void changed_file(struct ui *ui, struct view *view)
{
	(void)ui;
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct clause_view *clause = view->data;

	(void)ui;
	free(clause->shows);
	free(clause->lacks);
	free(clause);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_line },
	{ .command = "mend", .run = mend },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "clause",
	.legend = verdict_legend,
	.draw = draw,
	.actions = actions,
	.idle = idle,
	.changed = changed_file,
	.close = close_view };

void clause_view_open(struct ui *ui, const char *number)
{
	struct clause_view *clause = xcalloc(1, sizeof *clause);

	clause->number = number;
	ui_push(ui, view_new(&ops, clause));
}
