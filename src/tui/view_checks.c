/* The calendar of checks: what is due on which day and what it gave; a result is recorded where it stands. */
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "tui/checks.h"
#include "tui/views.h"

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct checks *checks = view->data;
	struct date today = environment_today(store_context(ui_store(ui))->time_zone);
	struct error error = { 0 };
	int weeks, first = checks_first_day(checks, &weeks);
	size_t count;

	checks->today = date_days(&today);
	if (!checks->read || checks->first != first || checks->last != first + weeks * 7 - 1) {
		checks->first = first;
		checks->last = first + weeks * 7 - 1;
		failure_forget(&checks->failure);
		checks->read = check_days_read(ui_store(ui), first, checks->last, &checks->days, &error);
		if (!checks->read)
			failure_take(ui, &checks->failure, &error, false);
	}
	checks_of_day(checks, checks->day, &count);
	if (checks->item >= count)
		checks->item = count ? count - 1 : 0;
	checks_draw(ui, checks, area, &view->place);
}

static void go(struct checks *checks, int day)
{
	struct date date = date_from_days(day);

	if (date.year < 1970 || date.year > 9990)
		return;
	if (day != checks->day)
		checks->item = 0;
	checks->day = day;
}

/* The same day of another month, or its last. */
static int month_off(int day, int months)
{
	struct date date = date_from_days(day), moved = date_months_before(&date, -months);

	return date_days(&moved);
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct checks *checks = view->data;
	struct date date = date_from_days(checks->day);

	(void)ui;
	switch ((enum move)argument) {
	case MOVE_LEFT:
		go(checks, checks->day - 1);
		break;
	case MOVE_RIGHT:
		go(checks, checks->day + 1);
		break;
	case MOVE_UP:
		go(checks, checks->day - 7);
		break;
	case MOVE_DOWN:
		go(checks, checks->day + 7);
		break;
	case MOVE_PAGE_UP:
		go(checks, month_off(checks->day, -1));
		break;
	case MOVE_PAGE_DOWN:
		go(checks, month_off(checks->day, 1));
		break;
	case MOVE_FIRST:
		go(checks, checks->day - date.day + 1);
		break;
	case MOVE_LAST:
		go(checks, month_off(checks->day - date.day + 1, 1) - 1);
		break;
	default:
		return ANSWER_IGNORED;
	}
	view->dirty = true;
	return ANSWER_DONE;
}

/* Round the checks of the day. */
static enum answer next_item(struct ui *ui, struct view *view, int direction)
{
	struct checks *checks = view->data;
	size_t count;

	(void)ui;
	checks_of_day(checks, checks->day, &count);
	if (direction > 0)
		checks->item = checks->item + 1 < count ? checks->item + 1 : 0;
	else
		checks->item = checks->item ? checks->item - 1 : count ? count - 1 : 0;
	view->dirty = true;
	return ANSWER_DONE;
}

/* Closer: a week with its titles; further: a month. */
static enum answer zoom(struct ui *ui, struct view *view, int direction)
{
	(void)ui;
	((struct checks *)view->data)->week = direction < 0;
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer go_today(struct ui *ui, struct view *view)
{
	struct checks *checks = view->data;

	(void)ui;
	go(checks, checks->today);
	view->dirty = true;
	return ANSWER_DONE;
}

static const struct check_day *current(const struct checks *checks)
{
	size_t count;
	const struct check_day *items = checks_of_day(checks, checks->day, &count);

	return checks->item < count ? &items[checks->item] : NULL;
}

static enum answer open_item(struct ui *ui, struct view *view)
{
	const struct checks *checks = view->data;
	const struct check_day *item = current(checks);

	if (!item)
		ui_message(ui, _("No check is due on this day; choose a day with one."));
	else
		record_view_open(ui, item->execution ? item->execution : checks->days.checks[item->check].record->id);
	return ANSWER_DONE;
}

static enum answer add(struct ui *ui, struct view *view)
{
	(void)view;
	form_view_open(ui, register_find("check"), 0);
	return ANSWER_DONE;
}

/* What is to be recorded, while its note is typed. */
struct result {
	struct view *view;
	char *ref, *value, *at;
};

static void result_free(struct result *result)
{
	free(result->ref);
	free(result->value);
	free(result->at);
	free(result);
}

/* What is refused stays in the line. */
static void record_it(struct ui *ui, struct result *result, const char *value, const char *note)
{
	struct error error = { 0 };

	if (record_value(ui_store(ui), result->ref, value, result->at, note, NULL, &error)) {
		ui_changed(ui);
		ui_message(ui, _("Recorded for %s; {undo} takes it back."), result->ref);
		result->view->dirty = true;
		result_free(result);
	} else {
		ui_error(ui, &error);
		prompt_again(ui, note ? note : value);
	}
	error_clear(&error);
}

static void noted(struct ui *ui, const char *text, void *user)
{
	struct result *result = user;

	if (text)
		record_it(ui, result, result->value, text);
	else
		result_free(result);
}

static void scored(struct ui *ui, const char *text, void *user)
{
	struct result *result = user;

	if (text)
		record_it(ui, result, text, NULL);
	else
		result_free(result);
}

/* value NULL: it is asked for. */
static enum answer ask(struct ui *ui, struct view *view, const char *value)
{
	const struct checks *checks = view->data;
	const struct check_day *item = current(checks);
	struct date date = date_from_days(checks->day);
	struct result *result;
	char day[11], *label;

	if (!item) {
		ui_message(ui, _("No check is due on this day; choose a day with one."));
		return ANSWER_DONE;
	}
	if (checks->day > checks->today + 31) {
		ui_message(ui, _("That day is far ahead; a result is recorded once the check was done."));
		return ANSWER_DONE;
	}
	result = xcalloc(1, sizeof *result);
	result->view = view;
	result->ref = xstrdup(checks->days.checks[item->check].record->ref);
	result->value = xstrdup(value);
	date_format(&date, day);
	/* Of a day that is past it was done then; of another one, now. */
	result->at = checks->day < checks->today && item->state != DAY_LATE ? xstrdup(day) : NULL;
	label = value ? xasprintf(_("%s, note:"), result->ref)
		      : xasprintf(_("%s, score from 0 to 100, or part:"), result->ref);
	prompt_open(ui, label, NULL, value ? noted : scored, result);
	free(label);
	return ANSWER_DONE;
}

static enum answer pass(struct ui *ui, struct view *view)
{
	return ask(ui, view, "pass");
}

static enum answer fail(struct ui *ui, struct view *view)
{
	return ask(ui, view, "fail");
}

static enum answer score(struct ui *ui, struct view *view)
{
	return ask(ui, view, NULL);
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct checks *checks = view->data;
	const struct area *grid = &checks->grid;
	int weeks, start = checks_first_day(checks, &weeks), width = grid->width / 7, row, column;

	(void)area;
	if ((mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE) || width < 1 || mouse->row < grid->top ||
		mouse->row >= grid->top + grid->height)
		return ANSWER_IGNORED;
	row = (mouse->row - grid->top) / (grid->height / weeks);
	column = (mouse->column - grid->left) / width;
	if (row >= weeks || column > 6)
		return ANSWER_DONE;
	go(checks, start + row * 7 + column);
	view->dirty = true;
	if (mouse->kind == MOUSE_DOUBLE)
		ui_run(ui, "open");
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	(void)ui;
	((struct checks *)view->data)->read = false;
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct checks *checks = view->data;

	(void)ui;
	check_days_free(&checks->days);
	failure_forget(&checks->failure);
	free(checks);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "item", .with = next_item },
	{ .command = "zoom", .with = zoom },
	{ .command = "today", .run = go_today },
	{ .command = "open", .run = open_item },
	{ .command = "add", .run = add },
	{ .command = "pass", .run = pass },
	{ .command = "fail", .run = fail },
	{ .command = "score", .run = score },
	{ .command = NULL },
};

static const struct view_ops ops = {
	.name = "checks", .draw = draw, .actions = actions, .mouse = mouse, .changed = changed, .close = close_view
};

void checks_view_open(struct ui *ui)
{
	struct checks *checks = xcalloc(1, sizeof *checks);
	struct date today = environment_today(store_context(ui_store(ui))->time_zone);

	checks->day = date_days(&today);
	ui_push(ui, view_new(&ops, checks));
}
