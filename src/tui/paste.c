/* Where pasted text goes: to the view on top, where it has a place for text; never to commands. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

#define LINE_MOST 500 /* characters of what is searched for */

bool ui_takes_commands(struct ui *ui)
{
	const struct view *view = ui_top(ui);

	return view && !view->ops->types;
}

/* One more sentence behind what was said. */
static void say_too(struct ui *ui, char *sentence)
{
	char *before = ui->answer ? xstrdup(ui->answer) : NULL;

	if (before)
		ui_message(ui, "%s %s", before, sentence);
	else
		ui_message(ui, "%s", sentence);
	free(before);
	free(sentence);
}

char *ui_paste_line(struct ui *ui, const char *text)
{
	char *line = text_one_line(text);
	size_t length = text_length(line);

	if (length <= LINE_MOST)
		return line;
	ui_message(ui, _("What was pasted has %zu characters, and a search takes %d: nothing was taken."), length,
		LINE_MOST);
	free(line);
	return NULL;
}

void ui_paste(struct ui *ui, const struct event *event)
{
	struct view *view = ui_top(ui);
	size_t left_out = 0;
	char *text;

	if (!view)
		return;
	ui_forget_message(ui);
	if (event->too_long) {
		ui_message(ui, _("What was pasted is longer than 16 MB; nothing of it was taken."));
		return;
	}
	text = text_pasted(event->bytes, event->length, &left_out);
	if (*text && (!view->ops->paste || !view->ops->paste(ui, view, text))) {
		ui_message(ui,
			_("Keys are commands here, so nothing of what was pasted was taken; a form or a search line takes it."));
	} else {
		if (left_out)
			say_too(ui,
				xasprintf(ngettext("%zu control character was left out of what was pasted.",
						  "%zu control characters were left out of what was pasted.", left_out),
					left_out));
		if (!event->whole)
			say_too(ui, xstrdup(_("The paste had no end; what came of it was taken.")));
	}
	free(text);
}
