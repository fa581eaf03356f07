/* Small views: the prompt, the question, text to read, the editor of long text, the calendar. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui/internal.h"

/* ---- prompt ---- */

struct prompt {
	char *label;
	struct line_editor editor;
	void (*then)(struct ui *ui, const char *text, void *user);
	void *user;
};

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
	if (strcmp(key->name, "Enter") == 0) {
		void (*then)(struct ui *, const char *, void *) = prompt->then;
		void *user = prompt->user;
		char *text = xstrdup(prompt->editor.text.data ? prompt->editor.text.data : "");

		prompt->then = NULL;
		ui_pop(ui);
		then(ui, text, user);
		free(text);
		return ANSWER_DONE;
	}
	line_editor_key(&prompt->editor, key);
	view->dirty = true;
	return ANSWER_DONE;
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

static const struct view_ops prompt_ops = { .name = "prompt", .captures_text = true, .overlay = true, .draw = prompt_draw, .key = prompt_key, .close = prompt_close };

void prompt_open(struct ui *ui, const char *label, const char *initial, void (*then)(struct ui *ui, const char *text, void *user), void *user)
{
	struct prompt *prompt = xcalloc(1, sizeof *prompt);

	prompt->label = xstrdup(label);
	prompt->then = then;
	prompt->user = user;
	line_editor_set(&prompt->editor, initial);
	ui_push(ui, view_new(&prompt_ops, prompt));
}

/* ---- question ---- */

struct question {
	void (*then)(struct ui *ui, void *user);
	void *user;
};

static void answered(struct ui *ui, const char *value, void *user)
{
	struct question *question = user;

	if (value && strcmp(value, "yes") == 0)
		question->then(ui, question->user);
	free(question);
}

void confirm_view_open(struct ui *ui, const char *text, void (*then)(struct ui *ui, void *user), void *user)
{
	struct choice choices[3] = { { "no", _("no") }, { "yes", _("yes") }, { NULL, NULL } };
	struct question *question = xcalloc(1, sizeof *question);

	question->then = then;
	question->user = user;
	choice_view_open(ui, text, choices, "no", false, answered, question);
}

/* ---- pager ---- */

struct pager {
	char *title, *text;
	struct strings lines;
	int width, height;
	size_t top;
};

static void pager_draw(struct ui *ui, struct view *view, struct area area)
{
	struct pager *pager = view->data;
	int row;
	size_t i;

	(void)ui;
	if (pager->width != area.width) {
		strings_free(&pager->lines);
		text_wrap(pager->text, area.width - 2, &pager->lines);
		pager->width = area.width;
	}
	pager->height = area.height - 1;
	draw_text(area.top, area.left + 1, area.width - 1, STYLE_TITLE, pager->title, true);
	for (row = 0, i = pager->top; row < pager->height; row++, i++)
		draw_text(area.top + 1 + row, area.left + 1, area.width - 1, STYLE_PLAIN, i < pager->lines.count ? pager->lines.items[i] : "", true);
}

static enum answer pager_key(struct ui *ui, struct view *view, const struct key *key)
{
	struct pager *pager = view->data;
	size_t most = pager->lines.count > (size_t)pager->height ? pager->lines.count - (size_t)pager->height : 0, page = (size_t)(pager->height > 0 ? pager->height : 1);

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

static const struct view_ops pager_ops = { .name = "pager", .draw = pager_draw, .key = pager_key, .close = pager_close };

void pager_view_open(struct ui *ui, const char *title, char *text)
{
	struct pager *pager = xcalloc(1, sizeof *pager);

	pager->title = xstrdup(title);
	pager->text = text_printable(text, true);
	free(text);
	ui_push(ui, view_new(&pager_ops, pager));
}

/* ---- the editor of long text ---- */

struct text_editor {
	char *title;
	struct buffer text;
	size_t cursor;
	size_t top; /* line of the screen's first */
	int height, width;
	bool changed;
	picked then;
	void *user;
};

/* The lines as they stand on the screen: long ones folded at the width. */
struct folded {
	size_t *starts; /* byte offset of each */
	size_t count;
};

static void fold(const struct text_editor *editor, struct folded *folded)
{
	const char *text = editor->text.data ? editor->text.data : "";
	size_t at = 0;

	memset(folded, 0, sizeof *folded);
	for (;;) {
		const char *end = strchr(text + at, '\n');
		size_t length = end ? (size_t)(end - text) - at : strlen(text + at), taken = 0;

		do {
			char *rest = xstrndup(text + at + taken, length - taken);
			size_t fit = text_fit(rest, editor->width, NULL), cut = fit;

			if (rest[fit]) {
				while (cut > 0 && rest[cut - 1] != ' ')
					cut--;
				if (!cut)
					cut = fit ? fit : text_next(rest, 0);
			}
			folded->starts = xreallocarray(folded->starts, folded->count + 1, sizeof *folded->starts);
			folded->starts[folded->count++] = at + taken;
			taken += cut;
			free(rest);
		} while (taken < length);
		if (!end)
			break;
		at += length + 1;
	}
}

static size_t line_of(const struct folded *folded, size_t offset)
{
	size_t i;

	for (i = folded->count; i > 1; i--)
		if (folded->starts[i - 1] <= offset)
			return i - 1;
	return 0;
}

static size_t line_end(const struct text_editor *editor, const struct folded *folded, size_t line)
{
	size_t end = line + 1 < folded->count ? folded->starts[line + 1] : editor->text.length;

	if (line + 1 < folded->count && end > folded->starts[line] && editor->text.data[end - 1] == '\n')
		end--;
	return end;
}

static void editor_draw(struct ui *ui, struct view *view, struct area area)
{
	struct text_editor *editor = view->data;
	struct folded folded;
	size_t line, i;
	int row;
	char *before;

	(void)ui;
	editor->width = area.width - 3;
	editor->height = area.height - 2;
	fold(editor, &folded);
	line = line_of(&folded, editor->cursor);
	if (line < editor->top)
		editor->top = line;
	if (line >= editor->top + (size_t)editor->height)
		editor->top = line - (size_t)editor->height + 1;
	draw_text(area.top, area.left + 1, area.width - 1, STYLE_TITLE, editor->title, true);
	for (row = 0, i = editor->top; row < editor->height; row++, i++) {
		char *text = i < folded.count ? xstrndup(editor->text.data + folded.starts[i], line_end(editor, &folded, i) - folded.starts[i]) : xstrdup("");

		draw_text(area.top + 1 + row, area.left + 1, area.width - 1, STYLE_PLAIN, text, true);
		free(text);
	}
	draw_text(area.top + area.height - 1, area.left + 1, area.width - 1, STYLE_DIM, _("^S or F2 takes the text, ^E opens your editor, Esc leaves"), true);
	before = xstrndup(editor->text.data + folded.starts[line], editor->cursor - folded.starts[line]);
	draw_cursor(area.top + 1 + (int)(line - editor->top), area.left + 1 + text_columns(before));
	free(before);
	free(folded.starts);
}

static void editor_insert(struct text_editor *editor, const char *text)
{
	char *rest = xstrdup(editor->text.data + editor->cursor);

	editor->text.length = editor->cursor;
	buffer_add(&editor->text, text);
	editor->cursor = editor->text.length;
	buffer_add(&editor->text, rest);
	editor->changed = true;
	free(rest);
}

static void editor_cut(struct text_editor *editor, size_t from, size_t to)
{
	memmove(editor->text.data + from, editor->text.data + to, editor->text.length - to + 1);
	editor->text.length -= to - from;
	editor->cursor = from;
	editor->changed = true;
}

static void editor_vertical(struct text_editor *editor, long lines)
{
	struct folded folded;
	size_t line, target, end;
	char *before, *text;
	int columns;

	fold(editor, &folded);
	line = line_of(&folded, editor->cursor);
	before = xstrndup(editor->text.data + folded.starts[line], editor->cursor - folded.starts[line]);
	columns = text_columns(before);
	target = lines < 0 ? (line < (size_t)-lines ? 0 : line - (size_t)-lines) : line + (size_t)lines;
	if (target >= folded.count)
		target = folded.count - 1;
	end = line_end(editor, &folded, target);
	text = xstrndup(editor->text.data + folded.starts[target], end - folded.starts[target]);
	editor->cursor = folded.starts[target] + text_fit(text, columns, NULL);
	free(before);
	free(text);
	free(folded.starts);
}

/* The text in the user's own editor, by way of a private file. */
static void editor_outside(struct ui *ui, struct text_editor *editor)
{
	const char *program = getenv("VISUAL") ? getenv("VISUAL") : getenv("EDITOR");
	char *path = xasprintf("%s/noria-XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp"), *command;
	int file = mkstemp(path);
	char *arguments[] = { (char *)(uintptr_t) "sh", (char *)(uintptr_t) "-c", NULL, NULL };
	char block[65536];
	ssize_t count;
	struct buffer text = { 0 };

	if (file < 0 || write(file, editor->text.data, editor->text.length) != (ssize_t)editor->text.length) {
		ui_message(ui, _("The text could not be handed to your editor."));
	} else {
		command = xasprintf("exec %s '%s'", program && *program ? program : "vi", path);
		arguments[2] = command;
		if (ui_run_outside(ui, arguments) == 0) {
			int again = open(path, O_RDONLY | O_CLOEXEC);

			while (again >= 0 && text.length < 1 << 20 && (count = read(again, block, sizeof block)) > 0)
				buffer_add_bytes(&text, block, (size_t)count);
			if (again >= 0)
				close(again);
			if (again >= 0 && text.data && text_is_valid(text.data, text.length) && strlen(text.data) == text.length) {
				while (text.length && text.data[text.length - 1] == '\n')
					text.data[--text.length] = '\0';
				buffer_reset(&editor->text);
				buffer_add(&editor->text, text.data);
				editor->cursor = 0;
				editor->changed = true;
			} else {
				ui_message(ui, _("Your editor left no valid UTF-8 text; the text stays as it was."));
			}
		} else {
			ui_message(ui, _("Your editor (%s) could not be run; the text stays as it was."), program ? program : "vi");
		}
		free(command);
	}
	if (file >= 0) {
		close(file);
		unlink(path);
	}
	buffer_free(&text);
	free(path);
}

static void editor_leave(struct ui *ui, void *user)
{
	(void)user;
	ui_pop(ui);
}

static enum answer editor_key(struct ui *ui, struct view *view, const struct key *key)
{
	struct text_editor *editor = view->data;
	const char *name = key->name;

	view->dirty = true;
	if (strcmp(name, "C-s") == 0 || strcmp(name, "F2") == 0) {
		picked then = editor->then;
		void *user = editor->user;
		char *text = xstrdup(editor->text.data);

		editor->then = NULL;
		ui_pop(ui);
		then(ui, text, user);
		free(text);
		return ANSWER_DONE;
	}
	if (strcmp(name, "Escape") == 0) {
		if (!editor->changed)
			return ANSWER_CLOSE;
		confirm_view_open(ui, _("Leave and lose what was typed here?"), editor_leave, NULL);
	} else if (strcmp(name, "C-e") == 0) {
		editor_outside(ui, editor);
	} else if (strcmp(name, "Enter") == 0) {
		editor_insert(editor, "\n");
	} else if (strcmp(name, "Tab") == 0) {
		editor_insert(editor, "  ");
	} else if (strcmp(name, "Space") == 0) {
		editor_insert(editor, " ");
	} else if (key->text) {
		editor_insert(editor, name);
	} else if (strcmp(name, "Left") == 0) {
		editor->cursor -= editor->cursor > 0;
		while (editor->cursor && ((unsigned char)editor->text.data[editor->cursor] & 0xc0) == 0x80)
			editor->cursor--;
	} else if (strcmp(name, "Right") == 0) {
		if (editor->cursor < editor->text.length)
			editor->cursor = text_next(editor->text.data, editor->cursor);
	} else if (strcmp(name, "Up") == 0) {
		editor_vertical(editor, -1);
	} else if (strcmp(name, "Down") == 0) {
		editor_vertical(editor, 1);
	} else if (strcmp(name, "PgUp") == 0) {
		editor_vertical(editor, -editor->height);
	} else if (strcmp(name, "PgDn") == 0) {
		editor_vertical(editor, editor->height);
	} else if (strcmp(name, "Home") == 0 || strcmp(name, "End") == 0) {
		struct folded folded;
		size_t line;

		fold(editor, &folded);
		line = line_of(&folded, editor->cursor);
		editor->cursor = *name == 'H' ? folded.starts[line] : line_end(editor, &folded, line);
		free(folded.starts);
	} else if (strcmp(name, "Backspace") == 0) {
		if (editor->cursor) {
			size_t at = editor->cursor - 1;

			while (at && ((unsigned char)editor->text.data[at] & 0xc0) == 0x80)
				at--;
			editor_cut(editor, at, editor->cursor);
		}
	} else if (strcmp(name, "Delete") == 0) {
		if (editor->cursor < editor->text.length)
			editor_cut(editor, editor->cursor, text_next(editor->text.data, editor->cursor));
	}
	return ANSWER_DONE;
}

static void editor_close(struct ui *ui, struct view *view)
{
	struct text_editor *editor = view->data;

	if (editor->then)
		editor->then(ui, NULL, editor->user);
	buffer_free(&editor->text);
	free(editor->title);
	free(editor);
}

static const struct view_ops editor_ops = { .name = "editor", .captures_text = true, .draw = editor_draw, .key = editor_key, .close = editor_close };

void text_view_open(struct ui *ui, const char *title, const char *value, picked then, void *user)
{
	struct text_editor *editor = xcalloc(1, sizeof *editor);

	editor->title = xstrdup(title);
	editor->then = then;
	editor->user = user;
	buffer_add(&editor->text, value ? value : "");
	editor->cursor = editor->text.length;
	ui_push(ui, view_new(&editor_ops, editor));
}

/* ---- the calendar ---- */

struct calendar {
	char *title;
	struct date day, today;
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
	draw_clear(box);
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
			draw_text(box.top + 3 + row, box.left + 3 + column * 4, 4, here ? STYLE_CURSOR : day == date_days(&calendar->today) ? STYLE_ACCENT : STYLE_PLAIN, number, false);
			free(number);
		}
	draw_horizontal(box.top + 10, box.left, box.width);
	draw_text(box.top + 11, box.left + 1, box.width - 2, STYLE_DIM, _("arrows, PgUp PgDn, t today, Enter"), true);
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
		shift = -30;
	else if (strcmp(name, "PgDn") == 0)
		shift = 30;
	if (shift) {
		struct date moved = date_from_days(date_days(&calendar->day) + shift);

		if (moved.year >= 1 && moved.year <= 9999)
			calendar->day = moved;
	}
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

static const struct view_ops calendar_ops = { .name = "calendar", .captures_text = true, .overlay = true, .draw = calendar_draw, .key = calendar_key, .close = calendar_close };

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
