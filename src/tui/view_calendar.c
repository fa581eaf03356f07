/* The calendar, where a day is chosen. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

struct calendar {
	char *title;
	struct date day, today;
	struct area days; /* where they stand */
	picked then;
	void *user;
};

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct calendar *calendar = view->data;
	struct date first = { calendar->day.year, calendar->day.month, 1 };
	int start = date_days(&first), weekday = (start + 3) % 7, row, column, day;
	/* Title, month, days of the week, six weeks, keys, and the frame. */
	struct area box = { area.top + (area.height - 12) / 2, area.left + (area.width - 40) / 2, 12, 40 };
	char *label;

	(void)ui;
	draw_popup(box, calendar->title);
	calendar->days = (struct area){ box.top + 3, box.left + 6, 6, 28 };
	label = xasprintf("%04d-%02d", calendar->day.year, calendar->day.month);
	draw_text(box.top + 1, box.left + 16, 10, STYLE_ACCENT, label, false);
	free(label);
	/* TRANSLATORS: the days of the week from Monday, two letters each, four columns apart */
	draw_text(box.top + 2, box.left + 7, 28, STYLE_DIM, _("Mo  Tu  We  Th  Fr  Sa  Su"), false);
	for (row = 0, day = start - weekday; row < 6; row++)
		for (column = 0; column < 7; column++, day++) {
			struct date date = date_from_days(day);
			bool here = day == date_days(&calendar->day);
			char *number;

			if (date.month != calendar->day.month)
				continue;
			number = xasprintf("%c%2d%c", here ? '[' : ' ', date.day, here ? ']' : ' ');
			draw_text(calendar->days.top + row, calendar->days.left + column * 4, 4,
				here                                 ? STYLE_CURSOR
				: day == date_days(&calendar->today) ? STYLE_ACCENT
								     : STYLE_PLAIN,
				number, false);
			free(number);
		}
	draw_told((struct area){ box.top + 10, box.left + 2, 1, box.width - 4 }, STYLE_DIM,
		_("arrows, {page-up} {page-down}, {today} today, {take}"), &view->place);
}

/* The same day of the month before or after, or its last where it is shorter. */
static struct date another_month(const struct date *day, int shift)
{
	struct date moved = { day->year, day->month + shift, 1 };
	int last;

	if (moved.month < 1 || moved.month > 12) {
		moved.year += shift;
		moved.month = moved.month < 1 ? 12 : 1;
	}
	if (moved.year < 1 || moved.year > 9999)
		return *day;
	/* 31 days after its first is a day of the month after: the first, or as many later as it is shorter. */
	last = 32 - date_from_days(date_days(&moved) + 31).day;
	moved.day = day->day < last ? day->day : last;
	return moved;
}

static enum answer take(struct ui *ui, struct view *view)
{
	struct calendar *calendar = view->data;
	picked then = calendar->then;
	void *user = calendar->user;
	char text[11];

	date_format(&calendar->day, text);
	calendar->then = NULL;
	ui_pop(ui);
	then(ui, text, user);
	return ANSWER_DONE;
}

static enum answer today(struct ui *ui, struct view *view)
{
	struct calendar *calendar = view->data;

	(void)ui;
	calendar->day = calendar->today;
	view->dirty = true;
	return ANSWER_DONE;
}

static void shift_days(struct calendar *calendar, int days)
{
	struct date moved = date_from_days(date_days(&calendar->day) + days);

	if (moved.year >= 1 && moved.year <= 9999)
		calendar->day = moved;
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct calendar *calendar = view->data;

	(void)ui;
	switch ((enum move)argument) {
	case MOVE_LEFT:
		shift_days(calendar, -1);
		break;
	case MOVE_RIGHT:
		shift_days(calendar, 1);
		break;
	case MOVE_UP:
		shift_days(calendar, -7);
		break;
	case MOVE_DOWN:
		shift_days(calendar, 7);
		break;
	case MOVE_PAGE_UP:
		calendar->day = another_month(&calendar->day, -1);
		break;
	case MOVE_PAGE_DOWN:
		calendar->day = another_month(&calendar->day, 1);
		break;
	default:
		return ANSWER_IGNORED;
	}
	view->dirty = true;
	return ANSWER_DONE;
}

/* What is typed instead of chosen, until it is a day. */
struct typing {
	char *title;
	struct date today;
	picked then;
	void *user;
};

static void typing_free(struct typing *typing)
{
	free(typing->title);
	free(typing);
}

static void typed(struct ui *ui, const char *text, void *user)
{
	struct typing *typing = user;
	struct date day;
	char iso[11];

	if (text && !date_parse_typed(text, &typing->today, &day)) {
		ui_message(ui, _("%s is no day such as 2026-11-24."), text);
		prompt_again(ui, text);
		return;
	}
	if (text)
		date_format(&day, iso);
	typing->then(ui, text ? iso : NULL, typing->user);
	typing_free(typing);
}

/* A digit begins a day that is typed. */
static void type(struct ui *ui, struct view *view, const char *text)
{
	struct calendar *calendar = view->data;
	struct typing *typing;

	if (*text < '0' || *text > '9') {
		ui_message(ui, _("%s does nothing here; the keys stand below."), text);
		return;
	}
	typing = xcalloc(1, sizeof *typing);
	*typing = (struct typing){ xstrdup(calendar->title), calendar->today, calendar->then, calendar->user };
	calendar->then = NULL;
	ui_pop(ui);
	prompt_open(ui, typing->title, text, typed, typing);
}

/* A day, as people write it. */
static bool paste(struct ui *ui, struct view *view, const char *text)
{
	struct calendar *calendar = view->data;
	char *line = text_one_line(text);
	struct date day;

	if (date_parse_typed(line, &calendar->today, &day)) {
		calendar->day = day;
		view->dirty = true;
	} else {
		ui_message(ui, _("What was pasted is no day such as 2026-11-24."));
	}
	free(line);
	return true;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct calendar *calendar = view->data;
	const struct area *days = &calendar->days;
	struct date first = { calendar->day.year, calendar->day.month, 1 }, pressed;
	int start = date_days(&first);

	(void)area;
	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	if (mouse->row < days->top || mouse->row >= days->top + days->height || mouse->column < days->left ||
		mouse->column >= days->left + days->width)
		return ANSWER_DONE;
	pressed = date_from_days(
		start - (start + 3) % 7 + (mouse->row - days->top) * 7 + (mouse->column - days->left) / 4);
	if (pressed.month != calendar->day.month)
		return ANSWER_DONE;
	calendar->day = pressed;
	view->dirty = true;
	if (mouse->kind == MOUSE_DOUBLE)
		return take(ui, view);
	return ANSWER_DONE;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct calendar *calendar = view->data;

	if (calendar->then)
		calendar->then(ui, NULL, calendar->user);
	free(calendar->title);
	free(calendar);
}

static enum answer leave(struct ui *ui, struct view *view)
{
	(void)ui;
	(void)view;
	return ANSWER_CLOSE;
}

static const struct action actions[] = {
	{ .command = "take", .run = take },
	{ .command = "today", .run = today },
	{ .command = "leave", .run = leave },
	{ .command = "move", .with = move },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "calendar",
	.modal = true,
	.overlay = true,
	.actions = actions,
	.draw = draw,
	.type = type,
	.paste = paste,
	.mouse = mouse,
	.close = close_view };

void calendar_view_open(struct ui *ui, const char *title, const char *value, picked then, void *user)
{
	struct calendar *calendar = xcalloc(1, sizeof *calendar);

	calendar->title = xstrdup(title);
	calendar->today = environment_today(store_context(ui->store)->time_zone);
	calendar->day = calendar->today;
	if (value)
		date_parse(value, &calendar->day);
	calendar->then = then;
	calendar->user = user;
	ui_push(ui, view_new(&ops, calendar));
}
