/* A line of text that is asked for: a filter, words, the path of a file. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

struct prompt {
	char *label;
	struct line_editor editor;
	void (*then)(struct ui *ui, const char *text, void *user);
	void *user;
	bool path; /* Tab completes, ~ is the home */
};

/* The one whose text is being given: it may be asked again. */
static const struct prompt *given;

#define FRAME 3  /* lines: its edges, and the text between them */
#define ASIDE 2  /* columns of the view that stay on either side of it */
#define LEAST 20 /* columns for what is typed behind the question, else the question stands above it */

/* The question as a title has it: without the colon at its end, nor the blank that French has before that.  The caller frees. */
static char *title_of(const char *label)
{
	char *title = xstrdup(label);
	size_t length = strlen(title);
	const char *kept;

	if (length && title[length - 1] == ':')
		title[length - 1] = '\0';
	kept = text_trimmed(title, &length);
	memmove(title, kept, length);
	title[length] = '\0';
	return title;
}

/*
 * Framed at the foot of the view, what is asked being the title of the frame where that has room for it.  Who has the
 * line read out hears the question in the line itself.
 */
static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct prompt *prompt = view->data;
	struct strings lines = { 0 };
	int room = area.width - 2 * ASIDE - 4, label = configuration.accessible ? text_columns(prompt->label) + 1 : 0;
	char *title = configuration.accessible ? NULL : title_of(prompt->label);
	struct area inner;
	size_t i;

	(void)ui;
	if (title ? text_columns(title) + 2 > room : label + LEAST > room) {
		text_wrap(prompt->label, room, &lines);
		label = 0;
		free(title);
		title = NULL;
	}
	inner = draw_popup((struct area){ area.top + area.height - FRAME - (int)lines.count, area.left + ASIDE,
				   FRAME + (int)lines.count, area.width - 2 * ASIDE },
		title);
	for (i = 0; i < lines.count; i++)
		draw_text(inner.top + (int)i, inner.left + 1, room, STYLE_HEADING, lines.items[i], false);
	if (label)
		draw_text(inner.top, inner.left + 1, label, STYLE_HEADING, prompt->label, false);
	line_editor_draw(
		&prompt->editor, inner.top + (int)lines.count, inner.left + 1 + label, room - label, STYLE_PLAIN, true);
	strings_free(&lines);
	free(title);
}

static enum answer take(struct ui *ui, struct view *view)
{
	struct prompt *prompt = view->data, kept = *prompt;
	const struct prompt *before = given;
	const char *typed = prompt->editor.text.data;
	char *text = prompt->path ? path_of(typed) : xstrdup(typed);

	kept.label = xstrdup(prompt->label);
	prompt->then = NULL;
	ui_pop(ui);
	given = &kept;
	kept.then(ui, text, kept.user);
	given = before;
	free(kept.label);
	free(text);
	return ANSWER_DONE;
}

static enum answer complete_name(struct ui *ui, struct view *view)
{
	struct prompt *prompt = view->data;
	char *whole =
		prompt->path ? path_complete(".", prompt->editor.text.data ? prompt->editor.text.data : "") : NULL;

	(void)ui;
	if (whole)
		line_editor_set(&prompt->editor, whole);
	free(whole);
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	(void)ui;
	line_editor_move(&((struct prompt *)view->data)->editor, (enum move)argument);
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer edit(struct ui *ui, struct view *view, int what)
{
	(void)ui;
	line_editor_edit(&((struct prompt *)view->data)->editor, (enum line_edit)what);
	view->dirty = true;
	return ANSWER_DONE;
}

static void type(struct ui *ui, struct view *view, const char *text)
{
	(void)ui;
	line_editor_insert(&((struct prompt *)view->data)->editor, text);
	view->dirty = true;
}

static enum answer leave(struct ui *ui, struct view *view)
{
	(void)ui;
	(void)view;
	return ANSWER_CLOSE;
}

static bool paste(struct ui *ui, struct view *view, const char *text)
{
	char *line = text_one_line(text);

	(void)ui;
	line_editor_insert(&((struct prompt *)view->data)->editor, line);
	free(line);
	view->dirty = true;
	return true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct prompt *prompt = view->data;

	if (prompt->then)
		prompt->then(ui, NULL, prompt->user);
	line_editor_free(&prompt->editor);
	free(prompt->label);
	free(prompt);
	ui->message_dirty = true;
}

static const struct action actions[] = {
	{ .command = "take", .run = take },
	{ .command = "leave", .run = leave },
	{ .command = "complete", .run = complete_name },
	{ .command = "move", .with = move },
	{ .command = "edit-line", .with = edit },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "prompt",
	.modal = true,
	.types = true,
	.overlay = true,
	.actions = actions,
	.draw = draw,
	.type = type,
	.paste = paste,
	.close = close_view };

/* Takes the label over. */
static void open_prompt(struct ui *ui, char *label, const char *initial,
	void (*then)(struct ui *ui, const char *text, void *user), void *user, bool path)
{
	struct prompt *prompt = xcalloc(1, sizeof *prompt);

	prompt->label = label;
	prompt->then = then;
	prompt->user = user;
	prompt->path = path;
	line_editor_set(&prompt->editor, initial);
	ui_push(ui, view_new(&ops, prompt));
}

void prompt_open(struct ui *ui, const char *label, const char *initial,
	void (*then)(struct ui *ui, const char *text, void *user), void *user)
{
	open_prompt(ui, command_told(label, NULL), initial, then, user, false);
}

void prompt_again(struct ui *ui, const char *text)
{
	open_prompt(ui, xstrdup(given->label), text, given->then, given->user, given->path);
}

void prompt_open_path(struct ui *ui, const char *label, const char *initial,
	void (*then)(struct ui *ui, const char *text, void *user), void *user)
{
	open_prompt(ui, command_told(label, NULL), initial, then, user, true);
}
