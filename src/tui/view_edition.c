/*
 * An edition change side by side: at the left the old lines of the SoA, at the
 * right what becomes of each.  What asks for a decision stands first.  Nothing is
 * written before F2.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/edition.h"
#include "tui/pick.h"

static bool asks(const struct edition_line *line)
{
	return line->fate == EDITION_LIKELY || line->fate == EDITION_NONE;
}

static void add_item(struct change *change, bool owner, size_t index)
{
	change->items = xreallocarray(change->items, change->count + 1, sizeof *change->items);
	change->items[change->count++] = (struct item){ owner, index };
}

/* For decision first, then the owners that follow from decisions, then what the standard settles: merged and split before the rest. */
static void arrange(struct change *change)
{
	struct item here = change->count ? change->items[change->cursor] : (struct item){ false, 0 };
	struct edition *plan = &change->plan;
	bool first = change->count == 0;
	size_t i;

	change->count = 0;
	for (i = 0; i < plan->count; i++)
		if (asks(&plan->lines[i]))
			add_item(change, false, i);
	for (i = 0; i < plan->list.count; i++)
		if (plan->controls[i].owners.count)
			add_item(change, true, i);
	for (i = 0; i < plan->count; i++)
		if (!asks(&plan->lines[i]) && plan->lines[i].fate != EDITION_CARRIED)
			add_item(change, false, i);
	for (i = 0; i < plan->count; i++)
		if (plan->lines[i].fate == EDITION_CARRIED)
			add_item(change, false, i);
	for (i = 0; !first && i < change->count; i++)
		if (change->items[i].owner == here.owner && change->items[i].index == here.index)
			change->cursor = i;
	if (change->cursor >= change->count)
		change->cursor = change->count ? change->count - 1 : 0;
}

/* ---- decisions ---- */

static void decided(struct ui *ui, struct view *view, bool ok, struct error *error)
{
	struct change *change = view->data;

	if (ok)
		change->touched = true;
	else
		ui_error(ui, error);
	error_clear(error);
	arrange(change);
	view->dirty = true;
}

static void decide(
	struct ui *ui, struct view *view, enum edition_decision decision, const char *targets, const char *reason)
{
	struct change *change = view->data;
	struct error error = { 0 };

	decided(ui, view,
		edition_decide(&change->plan, change->items[change->cursor].index, decision, targets, reason, &error),
		&error);
}

static void fill_controls(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct edition *plan = &((struct change *)((struct view *)user)->data)->plan;
	size_t i;

	(void)ui;
	for (i = 0; i < plan->list.count; i++) {
		char *label = xasprintf("%-7s %s", plan->list.items[i].number, edition_title(&plan->list.items[i]));

		pick_offer(items, typed, plan->list.items[i].number, label,
			plan->controls[i].source_count ? NULL : _("nothing answers it"));
		free(label);
	}
}

static void controls_taken(struct ui *ui, const char *value, void *user)
{
	if (value && *value)
		decide(ui, user, EDITION_CARRY, value, NULL);
}

static void reason_taken(struct ui *ui, const char *text, void *user)
{
	if (text && *text) {
		decide(ui, user, EDITION_CLOSE, NULL, text);
	} else if (text) {
		prompt_again(ui, text);
		ui_message(ui, _("It is not closed without a reason."));
	}
}

static void choice_taken(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct change *change = view->data;
	struct edition_line *line = edition_line_at(change, change->cursor);

	if (!value)
		return;
	if (strcmp(value, "accept") == 0) {
		decide(ui, view, EDITION_CARRY, NULL, NULL);
	} else if (strcmp(value, "other") == 0) {
		char *chosen = strings_join(&line->targets, ",");
		struct pick pick = { .title = _("Controls that it answers"),
			.several = true,
			.value = chosen,
			.fill = fill_controls,
			.then = controls_taken,
			.user = view };

		pick_view_open(ui, &pick);
		free(chosen);
	} else if (strcmp(value, "own") == 0) {
		decide(ui, view, EDITION_OWN, NULL, NULL);
	} else {
		prompt_open(ui, _("Reason:"), line->reason, reason_taken, view);
	}
}

static void owner_taken(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct change *change = view->data;
	struct error error = { 0 };

	if (value)
		decided(ui, view,
			edition_choose_owner(&change->plan, change->items[change->cursor].index, value, &error),
			&error);
}

static void choose_owner(struct ui *ui, struct view *view)
{
	struct change *change = view->data;
	const struct edition_control *control = &change->plan.controls[change->items[change->cursor].index];
	struct choice *choices = xcalloc(control->owners.count + 1, sizeof *choices);
	size_t i;

	for (i = 0; i < control->owners.count; i++)
		choices[i] = (struct choice){ xstrdup(control->owners.items[i]),
			edition_owner_name(ui, control->owners.items[i]) };
	choice_view_open(ui, _("Owner"), choices, NULL, control->owner, false, NULL, owner_taken, view);
	choices_free(choices);
}

static void choose(struct ui *ui, struct view *view)
{
	struct change *change = view->data;
	const struct edition_line *line;
	struct choice choices[5];
	char *accept = NULL;
	size_t count = 0;

	if (!change->count)
		return;
	if (change->items[change->cursor].owner) {
		choose_owner(ui, view);
		return;
	}
	line = edition_line_at(change, change->cursor);
	memset(choices, 0, sizeof choices);
	if (line->successors.count) {
		char *numbers = strings_join(&line->successors, ", ");

		accept = xasprintf(_("it answers %s"), numbers);
		free(numbers);
		choices[count++] = (struct choice){ "accept", accept };
	}
	choices[count++] = (struct choice){ "other", _("it answers other controls ...") };
	choices[count++] = (struct choice){ "own", _("it becomes an own control") };
	choices[count++] = (struct choice){ "close", _("it is closed, with a reason ...") };
	choice_view_open(ui, _("What becomes of it"), choices, NULL,
		line->decision == EDITION_OWN     ? "own"
		: line->decision == EDITION_CLOSE ? "close"
						  : "accept",
		false, NULL, choice_taken, view);
	free(accept);
}

/* Takes what is proposed, or opens the question again. */
static void toggle(struct ui *ui, struct view *view)
{
	struct change *change = view->data;
	struct edition_line *line;

	if (!change->count || change->items[change->cursor].owner) {
		choose(ui, view);
		return;
	}
	line = edition_line_at(change, change->cursor);
	if (!asks(line))
		ui_message(ui, _("The standard settles this line; {choose} chooses otherwise."));
	else
		decide(ui, view, line->decision == EDITION_OPEN ? line->proposed : EDITION_OPEN, NULL, NULL);
}

/* ---- carrying it out ---- */

/* What became of every old line, to be read when it is done. */
static char *report(const struct edition *plan)
{
	struct buffer text = { 0 };
	char *told = edition_told(plan);
	size_t i;

	buffer_printf(&text, "%s%s", told, *told ? "\n" : "");
	free(told);
	for (i = 0; i < plan->count; i++) {
		const struct edition_line *line = &plan->lines[i];
		char *where = edition_where(plan, line),
		     *fate = xasprintf(_("%s: %s"), edition_decision_label(line->decision), where);

		buffer_printf(&text, "%-8s %s\n         %s\n", line->number, line->title, fate);
		free(fate);
		free(where);
	}
	buffer_printf(&text, "\n%s\n", _("New controls that nothing answers yet:"));
	for (i = 0; i < plan->list.count; i++)
		if (!plan->controls[i].source_count)
			buffer_printf(
				&text, "%-8s %s\n", plan->list.items[i].number, edition_title(&plan->list.items[i]));
	return buffer_take(&text);
}

static void confirmed(struct ui *ui, bool yes, void *user)
{
	struct view *view = user;
	struct change *change = view->data;
	struct error error = { 0 };
	char *text, *title;

	if (!yes)
		return;
	if (!edition_carry_out(ui->store, &change->plan, &error)) {
		ui_error(ui, &error);
		error_clear(&error);
		return;
	}
	text = report(&change->plan);
	title = xasprintf(_("What became of each line; %s takes it all back."), command_key("undo", NULL));
	ui_pop(ui);
	ui_changed(ui);
	pager_view_open(ui, title, text);
	free(title);
}

static void carry_out(struct ui *ui, struct view *view)
{
	struct change *change = view->data;
	const struct edition *plan = &change->plan;
	size_t open = edition_open(plan, NULL), own = 0, closed = 0, new = 0, i;
	char *question;

	if (open) {
		for (i = 0; i < change->count && !edition_item_is_open(change, i); i++)
			;
		change->cursor = i < change->count ? i : 0;
		ui_message(ui,
			ngettext(
				"%zu decision is open still: {choose} takes it, {accept-all} takes whatever is proposed.",
				"%zu decisions are open still: {choose} takes one, {accept-all} takes whatever is proposed.",
				open),
			open);
		return;
	}
	for (i = 0; i < plan->count; i++) {
		own += plan->lines[i].decision == EDITION_OWN;
		closed += plan->lines[i].decision == EDITION_CLOSE;
	}
	for (i = 0; i < plan->list.count; i++)
		new += !plan->controls[i].source_count;
	question = xasprintf(
		_("Carry the SoA to %s? Of %zu lines %zu are carried over, %zu become own controls, %zu are closed; of %zu new controls %zu are undecided."),
		plan->to_title, plan->count, plan->count - own - closed, own, closed, plan->list.count, new);
	confirm_view_open(ui, question, confirmed, view);
	free(question);
}

static void accept_open(struct ui *ui, struct view *view)
{
	struct change *change = view->data;

	edition_accept(&change->plan);
	change->touched = true;
	arrange(change);
	ui_message(ui, _("Whatever was open is decided as proposed; {carry-out} carries it out."));
}

/* ---- the view ---- */

static void leave(struct ui *ui, bool yes, void *user)
{
	(void)user;
	if (yes)
		ui_pop(ui);
}

static enum answer choose_line(struct ui *ui, struct view *view)
{
	view->dirty = true;
	choose(ui, view);
	return ANSWER_DONE;
}

static enum answer accept_line(struct ui *ui, struct view *view)
{
	view->dirty = true;
	toggle(ui, view);
	return ANSWER_DONE;
}

static enum answer accept_all(struct ui *ui, struct view *view)
{
	view->dirty = true;
	accept_open(ui, view);
	return ANSWER_DONE;
}

static enum answer ask_carry_out(struct ui *ui, struct view *view)
{
	view->dirty = true;
	carry_out(ui, view);
	return ANSWER_DONE;
}

/* The decisions stand nowhere before they are carried out. */
static enum keeping keep(struct ui *ui, struct view *view)
{
	(void)ui;
	return ((struct change *)view->data)->touched ? KEPT_NOT : KEPT_NONE;
}

static enum answer go_back(struct ui *ui, struct view *view)
{
	if (keep(ui, view) == KEPT_NONE)
		return ANSWER_CLOSE;
	confirm_view_open(ui, _("Leave without carrying it out? The decisions are dropped."), leave, view);
	return ANSWER_DONE;
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct change *change = view->data;
	size_t page = change->height > 1 ? (size_t)change->height - 1 : 1;

	(void)ui;
	if (!cursor_move(&change->cursor, change->count, page, (enum move)argument))
		return ANSWER_IGNORED;
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct change *change = view->data;
	size_t at = change->top + (size_t)(mouse->row - area.top - 2);

	if ((mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE) || mouse->row < area.top + 2 ||
		mouse->row >= area.top + 2 + change->height || at >= change->count)
		return ANSWER_IGNORED;
	change->cursor = at;
	view->dirty = true;
	if (mouse->kind == MOUSE_DOUBLE)
		choose(ui, view);
	return ANSWER_DONE;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct change *change = view->data;

	(void)ui;
	edition_free(&change->plan);
	free(change->items);
	free(change);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "choose", .run = choose_line },
	{ .command = "accept", .run = accept_line },
	{ .command = "accept-all", .run = accept_all },
	{ .command = "carry-out", .run = ask_carry_out },
	{ .command = "leave", .run = go_back },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "edition",
	.modal = true,
	.draw = edition_draw,
	.actions = actions,
	.mouse = mouse,
	.save_draft = keep,
	.close = close_view };

static void open_plan(struct ui *ui, const char *catalogue)
{
	struct change *change = xcalloc(1, sizeof *change);
	struct error error = { 0 };

	if (!edition_plan(ui->store, catalogue, &change->plan, &error)) {
		ui_error(ui, &error);
		error_clear(&error);
		free(change);
		return;
	}
	arrange(change);
	ui_push(ui, view_new(&ops, change));
}

static void target_taken(struct ui *ui, const char *value, void *user)
{
	(void)user;
	if (value)
		open_plan(ui, value);
}

void edition_view_open(struct ui *ui)
{
	struct strings targets = { 0 };
	struct error error = { 0 };

	if (!edition_targets(ui->store, &targets, &error)) {
		ui_error(ui, &error);
	} else if (!targets.count) {
		ui_message(ui, _("No later edition is known to which %s could be carried."),
			store_context(ui->store)->catalogue_ref);
	} else if (targets.count == 1) {
		open_plan(ui, targets.items[0]);
	} else {
		struct choice *choices = xcalloc(targets.count + 1, sizeof *choices);
		size_t i;

		for (i = 0; i < targets.count; i++)
			choices[i] = (struct choice){ xstrdup(targets.items[i]), xstrdup(targets.items[i]) };
		choice_view_open(ui, _("Carry the SoA to"), choices, NULL, NULL, false, NULL, target_taken, NULL);
		choices_free(choices);
	}
	strings_free(&targets);
	error_clear(&error);
}
