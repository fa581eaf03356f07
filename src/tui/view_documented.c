/* What the standard wants in writing, clause by clause: what holds it, and what is missing. */
#include <stdlib.h>
#include <string.h>

#include "model/documented.h"
#include "tui/verdict.h"

#define HOLDERS_TOLD 6
#define ROWS_MOST 60

struct documented_view {
	size_t count, cursor, top;
	int height;
	char *holders[ROWS_MOST]; /* of the state of the file `generation`; NULL: not read yet */
	uint64_t generation;
};

static const struct verdict_line *line_of(const struct verdict *verdict, size_t row)
{
	const struct verdict_condition *condition = documented_condition(&documented_information[row]);
	size_t i;

	for (i = 0; verdict && condition && i < verdict->line_count; i++)
		if (verdict->lines[i].condition == condition)
			return &verdict->lines[i];
	return NULL;
}

/* By the records that are looked for, or by those on account of which these need not be there. */
static bool is_held(const struct verdict_line *line)
{
	return line && verdict_held_by(line) != VERDICT_COUNTS;
}

struct telling {
	struct buffer text;
	size_t count;
};

static bool add_holder(void *user, const struct verdict_ref *ref)
{
	struct telling *telling = user;

	if (++telling->count > HOLDERS_TOLD) {
		buffer_add(&telling->text, " ...");
		return false;
	}
	if (telling->count == 1)
		buffer_printf(&telling->text, "%s %s", verdict_ref_name(ref->ref), ref->title);
	else
		buffer_printf(&telling->text, ", %s", verdict_ref_name(ref->ref));
	return true;
}

static char *read_holders(struct ui *ui, const struct documented *row, const struct verdict_line *line)
{
	struct telling telling = { 0 };

	if (verdict_held_by(line) != VERDICT_COUNTS)
		verdict_each(ui->store, line->condition, verdict_held_by(line), HOLDERS_TOLD + 1, add_holder, &telling,
			NULL);
	else if (line->outcome != OUTCOME_MET && documented_undecided(ui->store, row))
		return xstrdup(_("whether the control applies is not decided yet"));
	return buffer_take(&telling.text);
}

static void forget(struct documented_view *documented)
{
	size_t i;

	for (i = 0; i < ROWS_MOST; i++) {
		free(documented->holders[i]);
		documented->holders[i] = NULL;
	}
}

static void draw_row(const struct documented_view *documented, const struct verdict *verdict, size_t index, int row,
	struct area area)
{
	const struct documented *each = &documented_information[index];
	const struct verdict_line *line = line_of(verdict, index);
	bool here = index == documented->cursor;
	enum style style;
	const char *mark = verdict_outcome_mark(is_held(line) ? OUTCOME_MET
						: line        ? line->outcome
							      : OUTCOME_UNKNOWN,
		&style);
	const char *holders = documented->holders[index];
	char *number = verdict_number(each->number);
	int what = area.width >= 110 ? 46 : 34, rest = area.left + 16 + what;

	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	if (here)
		draw_spoken(row, area.left + 2);
	draw_text(row, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	draw_text(row, area.left + 2, 3, style, mark, false);
	draw_text(row, area.left + 6, 8, STYLE_PLAIN, number, false);
	draw_text(row, area.left + 15, what, STYLE_PLAIN, _(each->what), false);
	draw_text(row, rest, area.left + area.width - rest - 1, STYLE_DIM,
		holders && *holders                                            ? holders
		: line && line->outcome == OUTCOME_NOT_ASKED && !is_held(line) ? _("the control does not apply")
		: line && verdict_lacks(line)                                  ? _("nothing valid holds it")
									       : "",
		false);
	if (here)
		draw_bar(row, area.left, area.width);
	free(number);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct documented_view *documented = view->data;
	const struct verdict *verdict = ui_verdict(ui);
	const struct verdict_line *line = line_of(verdict, documented->cursor);
	size_t i, held = 0, asked = 0;
	char *text;
	int row;

	draw_clear(area);
	for (i = 0; i < documented->count; i++) {
		const struct verdict_line *each = line_of(verdict, i);

		held += is_held(each);
		asked += !each || each->outcome != OUTCOME_NOT_ASKED || is_held(each);
	}
	/* TRANSLATORS: the heading of a list; how many of its rows have a valid holder, of how many that are asked */
	text = xasprintf(_("Mandatory documented information: %zu of %zu held"), held, asked);
	documented->height = area.height - 5;
	cursor_in_view(&documented->top, documented->cursor, documented->height);
	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, text, true);
	free(text);
	for (row = 0, i = documented->top; row < documented->height && i < documented->count; row++, i++)
		draw_row(documented, verdict, i, area.top + 1 + row, area);
	draw_horizontal(area.top + area.height - 4, area.left, area.width);
	text = !line                 ? xstrdup("")
	       : verdict_lacks(line) ? verdict_to_do(line->condition, NULL, store_context(ui->store))
				     : verdict_asked(line->condition, store_context(ui->store));
	draw_paragraph(
		(struct area){ area.top + area.height - 3, area.left + 1, 3, area.width - 2 }, STYLE_PLAIN, text);
	free(text);
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct documented_view *documented = view->data;

	(void)ui;
	if (!cursor_move(&documented->cursor, documented->count,
		    documented->height > 1 ? (size_t)documented->height : 1, (enum move)argument))
		return ANSWER_IGNORED;
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer open_row(struct ui *ui, struct view *view)
{
	const struct verdict_line *line = line_of(ui_verdict(ui), ((struct documented_view *)view->data)->cursor);

	if (line)
		verdict_open_records(ui, line);
	return ANSWER_DONE;
}

static enum answer mend(struct ui *ui, struct view *view)
{
	const struct verdict_line *line = line_of(ui_verdict(ui), ((struct documented_view *)view->data)->cursor);

	if (line)
		verdict_mend(ui, line);
	return ANSWER_DONE;
}

/* Counts on; then reads who holds each, one at a time. */
static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	struct documented_view *documented = view->data;
	bool changed, more = ui_verdict_idle(ui, &changed);
	size_t i;

	(void)quiet;
	if (documented->generation != store_generation(ui->store)) {
		forget(documented);
		documented->generation = store_generation(ui->store);
	}
	for (i = 0; !more && i < documented->count; i++) {
		const struct verdict_line *line = line_of(ui_verdict(ui), i);

		if (documented->holders[i] || !line)
			continue;
		documented->holders[i] = read_holders(ui, &documented_information[i], line);
		changed = more = true;
	}
	view->dirty = view->dirty || changed;
	return more;
}

static void changed_file(struct ui *ui, struct view *view)
{
	(void)ui;
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	(void)ui;
	forget(view->data);
	free(view->data);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_row },
	{ .command = "mend", .run = mend },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "documented",
	.draw = draw,
	.actions = actions,
	.idle = idle,
	.changed = changed_file,
	.close = close_view };

void documented_view_open(struct ui *ui)
{
	struct documented_view *documented = xcalloc(1, sizeof *documented);

	while (documented->count < ROWS_MOST && documented_information[documented->count].number)
		documented->count++;
	ui_push(ui, view_new(&ops, documented));
}
