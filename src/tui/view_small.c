/* Small views: the prompt, the question, text to read, the calendar. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

/* ---- prompt ---- */

struct prompt {
	char *label;
	struct line_editor editor;
	void (*then)(struct ui *ui, const char *text, void *user);
	void *user;
	bool path; /* Tab completes, ~ is the home */
};

/* "~/x" as shells read it. */
static char *place_of(const char *text)
{
	const char *home = getenv("HOME");

	return text[0] == '~' && text[1] == '/' && home ? xasprintf("%s%s", home, text + 1) : xstrdup(text);
}

/* The names of a folder that begin as the last part of the text does: as far as they agree is added. */
static void complete(struct prompt *prompt)
{
	const char *text = prompt->editor.text.data ? prompt->editor.text.data : "", *slash = strrchr(text, '/'),
		   *start = slash ? slash + 1 : text;
	char *before = xstrndup(text, (size_t)(start - text)), *place = place_of(before);
	DIR *folder = opendir(*place ? place : ".");
	struct strings found = { 0 };
	struct dirent *entry;
	size_t common, i;

	while (folder && (entry = readdir(folder)) && found.count < 1000)
		if (strncmp(entry->d_name, start, strlen(start)) == 0 && (entry->d_name[0] != '.' || *start == '.') &&
			text_is_valid(entry->d_name, strlen(entry->d_name)) && strcmp(entry->d_name, ".") != 0 &&
			strcmp(entry->d_name, "..") != 0)
			strings_take(&found, xasprintf("%s%s", entry->d_name, entry->d_type == DT_DIR ? "/" : ""));
	if (folder)
		closedir(folder);
	if (found.count) {
		char *whole;

		common = strlen(found.items[0]);
		for (i = 1; i < found.count; i++)
			while (strncmp(found.items[0], found.items[i], common) != 0)
				common--;
		while (common && ((unsigned char)found.items[0][common] & 0xc0) == 0x80)
			common--;
		whole = xasprintf("%.*s%.*s", (int)(start - text), text, (int)common, found.items[0]);
		line_editor_set(&prompt->editor, whole);
		free(whole);
	}
	strings_free(&found);
	free(before);
	free(place);
}

static void prompt_draw(struct ui *ui, struct view *view, struct area area)
{
	struct prompt *prompt = view->data;
	int row = area.top + area.height, width = text_columns(prompt->label);

	(void)ui;
	draw_fill(row, 0, area.width, STYLE_PLAIN);
	draw_text(row, 1, width, STYLE_ACCENT, prompt->label, false);
	line_editor_draw(&prompt->editor, row, width + 2, area.width - width - 3, STYLE_PLAIN, true);
}

static enum answer prompt_key(struct ui *ui, struct view *view, const struct key *key)
{
	struct prompt *prompt = view->data;

	if (strcmp(key->name, "Escape") == 0)
		return ANSWER_CLOSE;
	if (strcmp(key->name, "Enter") == 0 || strcmp(key->name, "F2") == 0 || strcmp(key->name, "C-s") == 0) {
		void (*then)(struct ui *, const char *, void *) = prompt->then;
		void *user = prompt->user;
		const char *typed = prompt->editor.text.data;
		char *text = prompt->path ? place_of(typed) : xstrdup(typed);

		prompt->then = NULL;
		ui_pop(ui);
		then(ui, text, user);
		free(text);
		return ANSWER_DONE;
	}
	if (strcmp(key->name, "Tab") == 0 && prompt->path)
		complete(prompt);
	else
		line_editor_key(&prompt->editor, key);
	view->dirty = true;
	return ANSWER_DONE;
}

static bool prompt_paste(struct ui *ui, struct view *view, const char *text)
{
	char *line = text_one_line(text);

	(void)ui;
	line_editor_insert(&((struct prompt *)view->data)->editor, line);
	free(line);
	view->dirty = true;
	return true;
}

static void prompt_close(struct ui *ui, struct view *view)
{
	struct prompt *prompt = view->data;

	if (prompt->then)
		prompt->then(ui, NULL, prompt->user);
	line_editor_free(&prompt->editor);
	free(prompt->label);
	free(prompt);
	ui->message_dirty = true;
}

static const struct view_ops prompt_ops = { .name = "prompt",
	.captures_text = true,
	.overlay = true,
	.on_message_line = true,
	.hints = N_("Enter Take|Esc Leave|^U Empty"),
	.draw = prompt_draw,
	.key = prompt_key,
	.paste = prompt_paste,
	.close = prompt_close };

void prompt_open(struct ui *ui, const char *label, const char *initial,
	void (*then)(struct ui *ui, const char *text, void *user), void *user)
{
	struct prompt *prompt = xcalloc(1, sizeof *prompt);

	prompt->label = xstrdup(label);
	prompt->then = then;
	prompt->user = user;
	line_editor_set(&prompt->editor, initial);
	ui_push(ui, view_new(&prompt_ops, prompt));
}

void prompt_open_path(struct ui *ui, const char *label, const char *initial,
	void (*then)(struct ui *ui, const char *text, void *user), void *user)
{
	prompt_open(ui, label, initial, then, user);
	((struct prompt *)ui_top(ui)->data)->path = true;
}

/* ---- question ---- */

struct question {
	char *text;
	void (*then)(struct ui *ui, bool yes, void *user);
	void *user;
	bool pasted; /* something was, which answers nothing */
};

static void question_draw(struct ui *ui, struct view *view, struct area area)
{
	struct question *question = view->data;
	struct strings lines = { 0 };
	int row;
	size_t i;

	(void)ui;
	if (question->pasted)
		text_wrap(_("What was pasted answers nothing; press a key."), area.width - 2, &lines);
	text_wrap(question->text, area.width - 2, &lines);
	row = area.top + area.height + 1 - (int)lines.count;
	for (i = 0; i < lines.count && row + (int)i > 0; i++) {
		draw_fill(row + (int)i, 0, area.width, STYLE_PLAIN);
		draw_text(row + (int)i, 1, area.width - 2, STYLE_LATE, lines.items[i], false);
	}
	strings_free(&lines);
}

static void question_answered(struct ui *ui, struct question *question, bool yes)
{
	void (*then)(struct ui *, bool, void *) = question->then;
	void *user = question->user;

	question->then = NULL;
	ui_pop(ui);
	then(ui, yes, user);
}

static enum answer question_key(struct ui *ui, struct view *view, const struct key *key)
{
	struct question *question = view->data;

	/* TRANSLATORS: the keys that say yes and no to a question */
	if (strcmp(key->name, _("y")) == 0 || strcmp(key->name, "y") == 0)
		question_answered(ui, question, true);
	else if (strcmp(key->name, _("n")) == 0 || strcmp(key->name, "n") == 0 || strcmp(key->name, "Escape") == 0)
		question_answered(ui, question, false);
	return ANSWER_DONE;
}

/* On the question's own lines: no message is shown below it. */
static bool question_paste(struct ui *ui, struct view *view, const char *text)
{
	(void)text;
	((struct question *)view->data)->pasted = true;
	ui_redraw(ui);
	return true;
}

static void question_close(struct ui *ui, struct view *view)
{
	struct question *question = view->data;

	if (question->then)
		question->then(ui, false, question->user);
	free(question->text);
	free(question);
	ui->message_dirty = true;
}

static const struct view_ops question_ops = { .name = "question",
	.captures_text = true,
	.letters_act = true,
	.overlay = true,
	.on_message_line = true,
	.hints = N_("y Yes|n No"),
	.draw = question_draw,
	.key = question_key,
	.paste = question_paste,
	.close = question_close };

void confirm_view_open(struct ui *ui, const char *text, void (*then)(struct ui *ui, bool yes, void *user), void *user)
{
	struct question *question = xcalloc(1, sizeof *question);

	question->text = xstrdup(text);
	question->then = then;
	question->user = user;
	ui_push(ui, view_new(&question_ops, question));
}

/* ---- pager ---- */

struct pager {
	char *title, *text;
	struct strings lines;
	int width, height, margin;
	size_t top;
};

static void pager_draw(struct ui *ui, struct view *view, struct area area)
{
	struct pager *pager = view->data;
	int row;
	size_t i;

	if (pager->width != area.width) {
		strings_free(&pager->lines);
		/* Text made for 80 columns has them all; other text has a margin. */
		pager->margin = area.width > 80 ? 1 : 0;
		text_wrap_hanging(pager->text, area.width - pager->margin, &pager->lines);
		pager->width = area.width;
	}
	pager->height = area.height - 1;
	draw_text(area.top, area.left + 1, area.width - 1, STYLE_TITLE, pager->title, true);
	for (row = 0, i = pager->top; row < pager->height; row++, i++)
		draw_text(area.top + 1 + row, area.left + pager->margin, area.width - pager->margin, STYLE_PLAIN,
			i < pager->lines.count ? pager->lines.items[i] : "", true);
	if (pager->lines.count > (size_t)pager->height) {
		char *place = xasprintf("%zu/%zu",
			pager->top + (size_t)pager->height < pager->lines.count ? pager->top + (size_t)pager->height
										: pager->lines.count,
			pager->lines.count);

		draw_text_right(ui->rows - 2, ui->columns - 16, 15, STYLE_DIM, place);
		free(place);
	}
}

static enum answer pager_key(struct ui *ui, struct view *view, const struct key *key)
{
	struct pager *pager = view->data;
	size_t most = pager->lines.count > (size_t)pager->height ? pager->lines.count - (size_t)pager->height : 0,
	       page = (size_t)(pager->height > 0 ? pager->height : 1);

	(void)ui;
	if (strcmp(key->name, "Down") == 0 || strcmp(key->name, "j") == 0)
		pager->top++;
	else if (strcmp(key->name, "Up") == 0 || strcmp(key->name, "k") == 0)
		pager->top -= pager->top > 0;
	else if (strcmp(key->name, "PgDn") == 0 || strcmp(key->name, "Space") == 0)
		pager->top += page;
	else if (strcmp(key->name, "PgUp") == 0)
		pager->top = pager->top > page ? pager->top - page : 0;
	else if (strcmp(key->name, "g") == 0 || strcmp(key->name, "Home") == 0)
		pager->top = 0;
	else if (strcmp(key->name, "G") == 0 || strcmp(key->name, "End") == 0)
		pager->top = most;
	else
		return ANSWER_IGNORED;
	if (pager->top > most)
		pager->top = most;
	view->dirty = true;
	return ANSWER_DONE;
}

static void pager_close(struct ui *ui, struct view *view)
{
	struct pager *pager = view->data;

	(void)ui;
	strings_free(&pager->lines);
	free(pager->title);
	free(pager->text);
	free(pager);
}

static const struct view_ops pager_ops = {
	.name = "pager", .hints = N_("PgDn Further|G End"), .draw = pager_draw, .key = pager_key, .close = pager_close
};

void pager_view_open(struct ui *ui, const char *title, char *text)
{
	struct pager *pager = xcalloc(1, sizeof *pager);

	pager->title = xstrdup(title);
	pager->text = text_printable(text, true);
	free(text);
	ui_push(ui, view_new(&pager_ops, pager));
}

/* ---- the calendar ---- */

struct calendar {
	char *title;
	struct date day, today;
	struct area days; /* where they stand */
	picked then;
	void *user;
};

static void calendar_draw(struct ui *ui, struct view *view, struct area area)
{
	struct calendar *calendar = view->data;
	struct date first = { calendar->day.year, calendar->day.month, 1 };
	int start = date_days(&first), weekday = (start + 3) % 7, row, column, day;
	struct area box = { area.top + (area.height - 12) / 2, area.left + (area.width - 36) / 2, 12, 36 };
	char *label;

	(void)ui;
	/* A column of ground at both sides keeps it apart from what lies below. */
	draw_clear((struct area){ box.top, box.left - 1, box.height, box.width + 2 });
	calendar->days = (struct area){ box.top + 3, box.left + 3, 6, 28 };
	draw_horizontal(box.top, box.left, box.width);
	draw_text(box.top, box.left + 2, box.width - 4, STYLE_TITLE, calendar->title, false);
	label = xasprintf("%04d-%02d", calendar->day.year, calendar->day.month);
	draw_text(box.top + 1, box.left + 14, 10, STYLE_ACCENT, label, false);
	free(label);
	/* TRANSLATORS: the days of the week from Monday, two letters each, four columns apart */
	draw_text(box.top + 2, box.left + 4, 28, STYLE_DIM, _("Mo  Tu  We  Th  Fr  Sa  Su"), false);
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
	draw_horizontal(box.top + 10, box.left, box.width);
	draw_text(box.top + 11, box.left + 1, box.width - 2, STYLE_DIM, _("arrows, PgUp PgDn, t today, Enter"), true);
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

static enum answer calendar_key(struct ui *ui, struct view *view, const struct key *key)
{
	struct calendar *calendar = view->data;
	const char *name = key->name;
	int shift = 0;

	view->dirty = true;
	if (strcmp(name, "Escape") == 0)
		return ANSWER_CLOSE;
	if (strcmp(name, "Enter") == 0) {
		picked then = calendar->then;
		void *user = calendar->user;
		char text[11];

		date_format(&calendar->day, text);
		calendar->then = NULL;
		ui_pop(ui);
		then(ui, text, user);
		return ANSWER_DONE;
	}
	if (strcmp(name, "t") == 0)
		calendar->day = calendar->today;
	else if (strcmp(name, "Left") == 0 || strcmp(name, "h") == 0)
		shift = -1;
	else if (strcmp(name, "Right") == 0 || strcmp(name, "l") == 0)
		shift = 1;
	else if (strcmp(name, "Up") == 0 || strcmp(name, "k") == 0)
		shift = -7;
	else if (strcmp(name, "Down") == 0 || strcmp(name, "j") == 0)
		shift = 7;
	else if (strcmp(name, "PgUp") == 0)
		calendar->day = another_month(&calendar->day, -1);
	else if (strcmp(name, "PgDn") == 0)
		calendar->day = another_month(&calendar->day, 1);
	if (shift) {
		struct date moved = date_from_days(date_days(&calendar->day) + shift);

		if (moved.year >= 1 && moved.year <= 9999)
			calendar->day = moved;
	}
	return ANSWER_DONE;
}

/* A day, as people write it. */
static bool calendar_paste(struct ui *ui, struct view *view, const char *text)
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

static enum answer calendar_mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
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
		return calendar_key(ui, view, &(struct key){ "Enter", false });
	return ANSWER_DONE;
}

static void calendar_close(struct ui *ui, struct view *view)
{
	struct calendar *calendar = view->data;

	if (calendar->then)
		calendar->then(ui, NULL, calendar->user);
	free(calendar->title);
	free(calendar);
}

static const struct view_ops calendar_ops = { .name = "calendar",
	.captures_text = true,
	.letters_act = true,
	.overlay = true,
	.hints = N_("Enter Take|t Today|Esc Leave"),
	.draw = calendar_draw,
	.key = calendar_key,
	.paste = calendar_paste,
	.mouse = calendar_mouse,
	.close = calendar_close };

void calendar_view_open(struct ui *ui, const char *title, const char *value, picked then, void *user)
{
	struct calendar *calendar = xcalloc(1, sizeof *calendar);

	calendar->title = xasprintf(" %s ", title);
	calendar->today = environment_today(store_context(ui->store)->time_zone);
	calendar->day = calendar->today;
	if (value)
		date_parse(value, &calendar->day);
	calendar->then = then;
	calendar->user = user;
	ui_push(ui, view_new(&calendar_ops, calendar));
}
