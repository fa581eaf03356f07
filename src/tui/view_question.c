/* A question that wants a yes or a no. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

struct question {
	char *text, *answers;
	void (*then)(struct ui *ui, bool yes, void *user);
	void *user;
	bool pasted; /* something was, which answers nothing */
	bool idle;   /* the last key was no answer */
};

#define WIDEST 72 /* columns of its text: more are read with effort */

static int widest_of(const struct strings *lines, int widest)
{
	size_t i;

	for (i = 0; i < lines->count; i++)
		if (text_columns(lines->items[i]) > widest)
			widest = text_columns(lines->items[i]);
	return widest;
}

/* In the middle, as wide as what it says: what was pasted, the question, a blank line, the answers. */
static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct question *question = view->data;
	struct strings lines = { 0 };
	int most = area.width - 8 < WIDEST ? area.width - 8 : WIDEST, width, height, row;
	struct area inner;
	size_t i, before;

	(void)ui;
	if (question->pasted)
		text_wrap(_("What was pasted answers nothing; press a key."), most, &lines);
	else if (question->idle)
		text_wrap(_("That key is no answer."), most, &lines);
	before = lines.count;
	text_wrap(question->text, most, &lines);
	width = widest_of(&lines, text_columns(question->answers)) + 4;
	height = (int)lines.count + 4 < area.height ? (int)lines.count + 4 : area.height;
	inner = draw_popup((struct area){ area.top + (area.height - height) / 2, area.left + (area.width - width) / 2,
				   height, width },
		/* TRANSLATORS: the title of the frame around what wants a yes or a no */
		_("Question"));
	draw_spoken(inner.top, inner.left + 1);
	for (i = 0, row = inner.top; i < lines.count && row < inner.top + inner.height - 1; i++, row++)
		draw_text(row, inner.left + 1, inner.width - 2, i < before ? STYLE_LATE : STYLE_PLAIN, lines.items[i],
			false);
	draw_text(
		inner.top + inner.height - 1, inner.left + 1, inner.width - 2, STYLE_HEADING, question->answers, false);
	strings_free(&lines);
}

static void answered(struct ui *ui, struct question *question, bool yes)
{
	void (*then)(struct ui *, bool, void *) = question->then;
	void *user = question->user;

	question->then = NULL;
	ui_pop(ui);
	then(ui, yes, user);
}

static enum answer yes(struct ui *ui, struct view *view)
{
	answered(ui, view->data, true);
	return ANSWER_DONE;
}

static enum answer no(struct ui *ui, struct view *view)
{
	answered(ui, view->data, false);
	return ANSWER_DONE;
}

static void idle_key(struct ui *ui, struct view *view)
{
	((struct question *)view->data)->idle = true;
	ui_redraw(ui);
}

/* What leads back elsewhere is no answer. */
static enum answer stay(struct ui *ui, struct view *view)
{
	idle_key(ui, view);
	return ANSWER_DONE;
}

/* On the question's own lines: no message is shown below it. */
static bool paste(struct ui *ui, struct view *view, const char *text)
{
	(void)text;
	((struct question *)view->data)->pasted = true;
	ui_redraw(ui);
	return true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct question *question = view->data;

	if (question->then)
		question->then(ui, false, question->user);
	free(question->text);
	free(question->answers);
	free(question);
	ui->message_dirty = true;
}

static const struct action actions[] = {
	{ .command = "yes", .run = yes },
	{ .command = "no", .run = no },
	{ .command = "step-back", .run = no },
	{ .command = "leave", .run = stay },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "question",
	.modal = true,
	.overlay = true,
	.silences = true,
	.actions = actions,
	.draw = draw,
	.paste = paste,
	.idle_key = idle_key,
	.close = close_view };

void confirm_view_open(struct ui *ui, const char *text, void (*then)(struct ui *ui, bool yes, void *user), void *user)
{
	struct question *question = xcalloc(1, sizeof *question);
	struct view *view = view_new(&ops, question);

	/* TRANSLATORS: what stands behind a question; what is in braces becomes keys */
	question->answers = command_told(_("{yes}: yes, {no}: no"), &view->place);
	question->text = xstrdup(text);
	question->then = then;
	question->user = user;
	ui_push(ui, view);
}
