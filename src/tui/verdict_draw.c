/* How the verdict's clauses and conditions look, in the view of all and in that of one clause; and what mends a condition. */
#include <stdlib.h>
#include <string.h>

#include "tui/verdict.h"

const char *verdict_mark(enum verdict_result result, enum style *style)
{
	static const struct {
		const char *mark;
		enum style style;
	} marks[VERDICT_RESULTS] = {
		[VERDICT_NOT_ASSESSED] = { "[ ]", STYLE_DIM },
		[VERDICT_NOT_MET] = { "[!]", STYLE_LATE },
		[VERDICT_PARTLY] = { "[-]", STYLE_PLAIN },
		[VERDICT_MET] = { "[x]", STYLE_GOOD },
	};

	*style = marks[result].style;
	return marks[result].mark;
}

const char *verdict_outcome_mark(enum verdict_outcome outcome, enum style *style)
{
	switch (outcome) {
	case OUTCOME_MET:
		return verdict_mark(VERDICT_MET, style);
	case OUTCOME_FAILS:
		return verdict_mark(VERDICT_NOT_MET, style);
	case OUTCOME_EMPTY:
		return verdict_mark(VERDICT_NOT_ASSESSED, style);
	case OUTCOME_NOT_ASKED:
		*style = STYLE_DIM;
		return " - ";
	default:
		*style = STYLE_DIM;
		return "...";
	}
}

const char *const verdict_legend[] = { N_("Clauses: [x] met   [-] partly met   [!] not met   [ ] not assessed"),
	N_("Conditions: [x] met   [!] not met   [ ] nothing is recorded yet    -  not asked here"), NULL };

int verdict_result_columns(void)
{
	int i, columns = 0;

	for (i = 0; i < VERDICT_RESULTS; i++) {
		int width = text_columns(verdict_result_label((enum verdict_result)i));

		columns = width > columns ? width : columns;
	}
	return columns + 1;
}

/* The columns of "key" and "full", whichever the language has longer, and a gap. */
static int need_columns(void)
{
	int key = text_columns(_("key")), full = text_columns(_("full"));

	return (key > full ? key : full) + 1;
}

/* One condition over as many lines as it needs; the lines. */
static int draw_condition(struct ui *ui, const struct verdict_line *line, bool here, struct area area)
{
	const struct verdict_condition *condition = line->condition;
	char *sentence = verdict_told(line, store_context(ui->store));
	enum style style;
	const char *mark = verdict_outcome_mark(line->outcome, &style);
	int need = need_columns(), lines, i;
	struct area text = { area.top, area.left + 10 + need, area.height, area.width - 11 - need };

	for (i = 0; i < area.height && i < 3; i++)
		draw_fill(area.top + i, area.left, area.width, STYLE_PLAIN);
	if (text.height > 3)
		text.height = 3;
	lines = draw_wrapped(text,
		line->outcome == OUTCOME_MET || line->outcome == OUTCOME_NOT_ASKED ? STYLE_DIM : STYLE_PLAIN, sentence,
		true);
	if (here)
		draw_spoken(area.top, text.left);
	draw_text(area.top, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	draw_text(area.top, area.left + 2, 3, style, mark, false);
	draw_text(area.top, area.left + 6, 3, STYLE_DIM, condition->letters ? condition->letters : "", false);
	draw_text(area.top, area.left + 10, need, STYLE_DIM, condition->need == NEED_KEY ? _("key") : _("full"), false);
	for (i = 0; here && i < lines; i++)
		draw_bar(area.top + i, area.left, area.width);
	free(sentence);
	return lines > 0 ? lines : 1;
}

int verdict_draw_conditions(struct ui *ui, const struct verdict *verdict, const struct verdict_of_clause *of,
	size_t here, size_t top, struct area area)
{
	int used = 0, i;
	size_t line;

	for (line = of->first + top; line < of->first + of->count && used < area.height; line++)
		used += draw_condition(ui, &verdict->lines[line], here != SIZE_MAX && line == of->first + here,
			(struct area){ area.top + used, area.left, area.height - used, area.width });
	for (i = used; i < area.height; i++)
		draw_fill(area.top + i, area.left, area.width, STYLE_PLAIN);
	return used < area.height ? used : area.height;
}

/* ---- what mends it ---- */

void verdict_mend(struct ui *ui, const struct verdict_line *line)
{
	const struct command *command = line->condition->command ? command_find(line->condition->command) : NULL;
	struct verdict_step step = { 0 };
	struct error error = { 0 };

	/* A form would begin with nothing of what lacks. */
	if (line->outcome == OUTCOME_UNKNOWN) {
		ui_message(ui, _("This condition is still being counted."));
		return;
	}
	if (line->outcome == OUTCOME_MET || line->outcome == OUTCOME_NOT_ASKED) {
		ui_message(ui, line->outcome == OUTCOME_MET ? _("This condition is met: there is nothing to mend.")
							    : _("This condition is not asked here."));
		return;
	}
	if (!verdict_find_deed(ui->store, line, &step, &error)) {
		ui_error(ui, &error);
	} else if (step.adds) {
		if (!ui_refuses_writes(ui))
			verdict_form_add(ui, line, &step);
	} else if (step.deed == DEED_COMMAND && command) {
		ui_command(ui, command);
	} else if (step.record) {
		if (store_is_read_only(ui->store) || !verdict_step_field(&step))
			record_view_open(ui, step.record);
		else
			verdict_form_change(ui, &step);
	}
	verdict_step_free(&step);
	error_clear(&error);
}

const char *verdict_key(const struct verdict_step *step, const struct place *place)
{
	if (step->deed == DEED_COMMAND && step->command && command_find(step->command))
		return command_key(step->command, place);
	return command_key("open", place);
}

void verdict_open_records(struct ui *ui, const struct verdict_line *line)
{
	const struct verdict_condition *condition = line->condition;
	bool fails = line->answer.counts[COUNT_FAILS] > 0,
	     lacking = fails || (verdict_lacks(line) && condition->field && line->answer.counts[COUNT_ALL] > 0);
	const struct model_context *context = store_context(ui->store);
	struct query *query =
		lacking && !fails ? verdict_nearest(condition, context)
				  : verdict_records(condition, fails ? COUNT_FAILS : verdict_shown_by(line), context);
	char *title;

	if (!query || line->outcome == OUTCOME_NOT_ASKED) {
		query_free(query);
		verdict_mend(ui, line);
		return;
	}
	if (lacking) {
		title = verdict_to_do(condition, NULL, store_context(ui->store));
		lacking_view_open(ui, query, title, condition->field);
	} else {
		title = verdict_asked(condition, store_context(ui->store));
		list_view_open(ui, query, title);
	}
	free(title);
}
