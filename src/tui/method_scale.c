/* A level more or less on a scale: its name, what it changes, yes or no, then all of it in one step of undo. */
#include <stdlib.h>

#include "tui/method.h"

static void carry_out(struct ui *ui, bool yes, void *user)
{
	struct view *view = user;
	struct method_editor *editor = view->data;
	const struct rescale *rescale = &editor->rescale;
	struct record *level = NULL;
	struct error error = { 0 };
	struct ui_progress progress = { .ui = ui };

	if (!yes)
		return;
	if (rescale->adds) {
		level = record_new(register_find("level"), store_context(ui->store)->time_zone);
		record_set(level, "name", editor->name);
	}
	/* The question goes from the screen before the long work. */
	ui_draw(ui);
	store_set_progress(ui->store, ui_progress, &progress);
	if (store_rescale(ui->store, rescale, level, &error)) {
		editor->at[rescale->scale] = rescale->number;
		ui_changed(ui);
		ui_message(ui, _("The method is changed; %s takes it back."), command_key("undo", NULL));
	} else {
		ui_error(ui, &error);
	}
	store_set_progress(ui->store, NULL, NULL);
	record_free(level);
	error_clear(&error);
}

static void ask(struct ui *ui, struct view *view)
{
	struct method_editor *editor = view->data;
	const struct rescale *rescale = &editor->rescale;
	const char *label = method_scale_label((int)rescale->scale),
		   *name = rescale->adds ? editor->name : method_name(ui, (int)rescale->scale, rescale->number);
	struct error error = { 0 };
	char *what, *says = app_rescale_says(ui->store, rescale, &error), *question;

	if (!says) {
		ui_error(ui, &error);
		error_clear(&error);
		return;
	}
	/* TRANSLATORS: a scale, the number and the name of a level: "Levels of impact: 3 Serious is added." */
	what = xasprintf(
		rescale->adds ? _("%s: %d %s is added.") : _("%s: %d %s is removed."), label, rescale->number, name);
	question = xasprintf(_("%s %s Go on?"), what, says);
	confirm_view_open(ui, question, carry_out, view);
	free(what);
	free(says);
	free(question);
}

static void named(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct method_editor *editor = view->data;

	if (!text)
		return;
	if (!*text) {
		prompt_again(ui, text);
		ui_message(ui, _("A level needs a name; nothing was added."));
		return;
	}
	free(editor->name);
	editor->name = xstrdup(text);
	ask(ui, view);
}

void method_scale_change(struct ui *ui, struct view *view, bool adds)
{
	struct method_editor *editor = view->data;
	struct error error = { 0 };
	char *label;
	int at;

	method_weigh(editor);
	if (editor->changed) {
		ui_message(ui,
			_("The grid or the threshold was changed: {save} saves that first, {step-back} leaves without it."));
		return;
	}
	if (editor->scale == ON_CELLS) {
		ui_message(ui,
			_("Go to a level first: left of the grid the likelihoods, below it the impacts, the levels of risk and of maturity."));
		return;
	}
	at = editor->at[editor->scale];
	editor->rescale = (struct rescale){ (enum scale_kind)editor->scale, method_count(ui, editor->scale),
		at + (adds ? 1 : 0), adds };
	if (!rescale_allowed(&editor->rescale, &error)) {
		ui_error(ui, &error);
	} else if (adds) {
		label = xasprintf(_("Name of the level after %d %s:"), at, method_name(ui, editor->scale, at));
		prompt_open(ui, label, "", named, view);
		free(label);
	} else {
		ask(ui, view);
	}
	error_clear(&error);
}
