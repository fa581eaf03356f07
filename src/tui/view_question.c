/* A question that wants a yes or a no. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

struct question {
	char *text;
	void (*then)(struct ui *ui, bool yes, void *user);
	void *user;
	bool pasted; /* something was, which answers nothing */
};

static void draw(struct ui *ui, struct view *view, struct area area)
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

/* What leads back elsewhere is no answer. */
static enum answer stay(struct ui *ui, struct view *view)
{
	(void)ui;
	(void)view;
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
	.on_message_line = true,
	.actions = actions,
	.draw = draw,
	.paste = paste,
	.close = close_view };

void confirm_view_open(struct ui *ui, const char *text, void (*then)(struct ui *ui, bool yes, void *user), void *user)
{
	struct question *question = xcalloc(1, sizeof *question);
	struct view *view = view_new(&ops, question);
	char *answers;

	/* TRANSLATORS: what stands behind a question; what is in braces becomes keys */
	answers = command_told(_("{yes}: yes, {no}: no"), &view->place);
	question->text = xasprintf("%s %s", text, answers);
	free(answers);
	question->then = then;
	question->user = user;
	ui_push(ui, view);
}
