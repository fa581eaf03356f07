/* What keys do with an indicator: a value, what its formula counts, a draft taken into use. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "tui/indicators.h"
#include "tui/pick.h"

/* ---- how it is told ---- */

enum style indicator_style(enum indicator_state state)
{
	return state == INDICATOR_GOOD    ? STYLE_GOOD
	       : state == INDICATOR_AMBER ? STYLE_LEVEL_3
	       : state == INDICATOR_RED   ? STYLE_LATE
					  : STYLE_DIM;
}

enum indicator_state indicator_record_state(const struct record *indicator)
{
	return indicator_state_of(indicator, indicator_field(indicator, "value"));
}

bool indicator_is_draft(const struct record *indicator)
{
	const char *status = record_get(indicator, "status");

	return !status || strcmp(status, "draft") == 0;
}

/* ---- a value ---- */

static void record_typed(struct ui *ui, const char *text, void *user)
{
	char *ref = user, *value, *note;
	struct error error = { 0 };
	bool again = false;

	if (text && *text) {
		value = xstrndup(text, strcspn(text, " "));
		note = xstrdup(text + strlen(value) + strspn(text + strlen(value), " "));
		if (record_value(ui->store, ref, value, NULL, *note ? note : NULL, NULL, &error)) {
			ui_changed(ui);
			ui_message(ui, _("The value of %s is recorded; {undo} takes it back."), ref);
		} else {
			ui_error(ui, &error);
			prompt_again(ui, text);
			again = true;
		}
		free(value);
		free(note);
	}
	error_clear(&error);
	if (!again)
		free(ref);
}

void indicator_ask_value(struct ui *ui, const struct record *indicator)
{
	char *label;

	if (indicator_is_draft(indicator)) {
		ui_message(ui, _("%s is a draft: {use} takes it into use first."), indicator->ref);
		return;
	}
	if (record_get(indicator, "formula")) {
		ui_message(ui, _("The program counts %s by its formula; {count} does it at once."), indicator->ref);
		return;
	}
	label = xasprintf(_("Value of %s, and a note behind it: "), indicator->ref);
	prompt_open(ui, label, "", record_typed, xstrdup(indicator->ref));
	free(label);
}

void indicator_count_now(struct ui *ui, const struct record *indicator)
{
	struct error error = { 0 };
	bool known;

	if (!indicator_take(ui->store, indicator->ref, &known, &error)) {
		ui_error(ui, &error);
	} else if (known) {
		ui_changed(ui);
		ui_message(ui, _("The value of %s for the present period is counted; {undo} takes it back."),
			indicator->ref);
	} else {
		ui_message(ui, _("There is nothing to count in the present period."));
	}
	error_clear(&error);
}

/* ---- the formula, part by part ---- */

struct parts {
	char *formula, *first, *after;
};

/* The list of what the part counts. */
static void open_part(struct ui *ui, const char *value, void *user)
{
	struct parts *parts = user;
	struct model_context context = *store_context(ui->store);
	struct expression *expression = value && *value ? expression_parse(parts->formula, &context, NULL) : NULL;
	size_t i = expression ? (size_t)strtoul(value, NULL, 10) : 0;

	if (expression && i < expression->count) {
		struct error error = { 0 };
		struct query *query;

		snprintf(context.period.first, sizeof context.period.first, "%s", parts->first);
		snprintf(context.period.after, sizeof context.period.after, "%s", parts->after);
		query = expression_query(&expression->terms[i], &context, &error);
		if (query)
			list_view_open(ui, query, NULL);
		else if (error.kind)
			ui_error(ui, &error);
		error_clear(&error);
	}
	expression_free(expression);
	free(parts->formula);
	free(parts->first);
	free(parts->after);
	free(parts);
}

static void fill_parts(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct parts *parts = user;
	struct error error = { 0 };
	struct expression *expression = expression_parse(parts->formula, store_context(ui->store), &error);
	size_t i;

	for (i = 0; expression && i < expression->count; i++) {
		const struct expression_term *term = &expression->terms[i];
		struct value value = { 0 };
		char *key, *text, *number, *label;

		if (!term->query || !store_evaluate_term(ui->store, term, parts->first, parts->after, &value, &error))
			continue;
		key = xasprintf("%zu", i);
		text = expression_term_text(term);
		number = value.known ? number_shown(round(value.number * 100) / 100) : xstrdup("-");
		label = xasprintf("%s = %s", text, number);
		pick_offer(items, typed, key, label, NULL);
		free(key);
		free(text);
		free(number);
		free(label);
	}
	if (error.kind)
		pick_fail(items, &error);
	error_clear(&error);
	expression_free(expression);
}

void indicator_formula_open(struct ui *ui, const struct record *indicator)
{
	const char *formula = record_get(indicator, "formula");
	struct date today = environment_today(store_context(ui->store)->time_zone);
	enum frequency every = EVERY_MONTH;
	struct period period, next;
	struct parts *parts;
	char day[11];

	if (!formula) {
		ui_message(ui, _("%s has no formula: its values are entered, by {value} or by a program."),
			indicator->ref);
		return;
	}
	frequency_read(record_get(indicator, "frequency"), &every);
	period = period_of(every, &today);
	next = period_after(&period);
	parts = xcalloc(1, sizeof *parts);
	parts->formula = xstrdup(formula);
	date_format(&period.first, day);
	parts->first = xstrdup(day);
	date_format(&next.first, day);
	parts->after = xstrdup(day);
	pick_view_open(ui, &(struct pick){ .title = _("What the formula counts in the present period"),
				   .fill = fill_parts,
				   .then = open_part,
				   .user = parts });
}

/* ---- drafts ---- */

/* The form, with what taking it into use says already written. */
void indicator_use(struct ui *ui, const struct record *indicator)
{
	struct date day = environment_today(store_context(ui->store)->time_zone);
	struct error error = { 0 };
	struct record *used;
	char today[11];

	if (!indicator_is_draft(indicator)) {
		ui_message(ui, _("%s is no draft any more; {edit} changes it."), indicator->ref);
		return;
	}
	date_format(&day, today);
	used = store_record(ui->store, indicator->id, &error);
	if (!used) {
		ui_error(ui, &error);
		error_clear(&error);
		return;
	}
	record_set(used, "status", "active");
	record_set(used, "start", today);
	if (form_view_open_record(ui, used, "owner"))
		ui_message(ui, _("Choose owner, collector and target; {save} takes it into use from today on."));
}

static void use_level(struct ui *ui, const char *owner, void *user)
{
	char *level = user;
	struct error error = { 0 };
	size_t count = 0;

	if (owner && *owner && indicators_activate(ui->store, level, owner, &count, &error)) {
		ui_changed(ui);
		ui_message(ui,
			ngettext("%zu indicator is in use from today on; {undo} takes it back.",
				"%zu indicators are in use from today on; {undo} takes it back.", count),
			count);
	} else if (error.kind) {
		ui_error(ui, &error);
	}
	error_clear(&error);
	free(level);
}

void indicator_use_level(struct ui *ui, const struct record *indicator)
{
	const char *level = record_get(indicator, "level");
	struct query *query = query_new(indicator->def);
	int64_t drafts;

	query_add(query, "status", OP_EQUAL, "draft");
	query_add(query, "level", OP_EQUAL, level ? level : "");
	drafts = level ? failure_count(ui, query) : 0;
	query_free(query);
	if (drafts > 0)
		picker_view_open(ui, _("Who answers for them?"), register_find("person"), NULL, false, NULL, use_level,
			xstrdup(level));
	else if (drafts == 0)
		ui_message(ui, _("No draft of this level is left."));
}
