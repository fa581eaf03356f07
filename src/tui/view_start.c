/* The start: recent files, a new one, the sample. */
#include <stdlib.h>
#include <string.h>

#include "app/sample.h"
#include "tui/internal.h"

struct start {
	struct strings recent;
	size_t cursor;
};

static size_t count(const struct start *start)
{
	return start->recent.count + 3;
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct start *start = view->data;
	size_t i;
	int row = area.top + 5;

	(void)ui;
	draw_text(area.top + 1, area.left + 4, area.width - 5, STYLE_TITLE,
		_("Noria runs an ISO/IEC 27001 information security management system."), false);
	draw_told((struct area){ area.top + 3, area.left + 4, 1, area.width - 5 }, STYLE_DIM,
		_("{open} opens what the cursor is on; {quit} leaves."), &view->place);
	for (i = 0; i < count(start) && row < area.top + area.height; i++, row++) {
		const char *label = i < start->recent.count    ? start->recent.items[i]
				    : i == start->recent.count ? _("New file for an organisation")
				    : i == start->recent.count + 1
					    ? _("Sample organisation, to look around")
					    : _("Sample organisation that does all that the verdict asks");

		if (i == start->recent.count && i)
			row++;
		draw_text(row, area.left + 4, 1, STYLE_ACCENT, i == start->cursor ? ">" : " ", true);
		draw_text(row, area.left + 6, area.width - 7, STYLE_PLAIN, label, true);
		if (i == start->cursor)
			draw_bar(row, area.left + 3, area.width - 6);
	}
}

static void make(struct ui *ui, const char *path, const char *organisation, const char *sample)
{
	struct app_new options = { .path = path, .organisation = organisation, .sample = sample };
	struct error error = { 0 };
	struct store *store;

	if (ui->look) {
		ui_message(ui, _("Nothing is made with --read-only. Start without it to make a file."));
		return;
	}
	store = app_new(&options, &error);

	if (store) {
		store_close(store);
		ui_open_file(ui, path);
		ui_message(ui, _("%s was made. {add} adds a record, {help} tells the keys."), path);
	} else {
		ui_error(ui, &error);
	}
	error_clear(&error);
}

static void placed(struct ui *ui, const char *text, void *user)
{
	char *name = user;

	if (text && *text)
		make(ui, text, name, NULL);
	free(name);
}

static void sample_placed(struct ui *ui, const char *text, void *user)
{
	if (text && *text)
		make(ui, text, NULL, user);
}

static void named(struct ui *ui, const char *text, void *user)
{
	(void)user;
	if (text && *text)
		prompt_open_path(ui, _("File:"), "isms.noria", placed, xstrdup(text));
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct start *start = view->data;

	(void)ui;
	view->dirty = true;
	return cursor_move(&start->cursor, count(start), count(start), (enum move)argument) ? ANSWER_DONE
											    : ANSWER_IGNORED;
}

static enum answer open_line(struct ui *ui, struct view *view)
{
	struct start *start = view->data;

	view->dirty = true;
	if (start->cursor < start->recent.count) {
		char *path = xstrdup(start->recent.items[start->cursor]);

		ui_open_file(ui, path);
		free(path);
	} else if (start->cursor == start->recent.count) {
		prompt_open(ui, _("Name of the organisation:"), "", named, NULL);
	} else {
		bool perfect = start->cursor == start->recent.count + 2;

		prompt_open_path(ui, _("File:"), perfect ? "perfect.noria" : "sample.noria", sample_placed,
			perfect ? SAMPLE_PERFECT : SAMPLE_USUAL);
	}
	return ANSWER_DONE;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct start *start = view->data;

	(void)ui;
	strings_free(&start->recent);
	free(start);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_line },
	{ .command = NULL },
};

/* There is no file yet, so that most commands would have nothing to work on. */
static const struct view_ops ops = {
	.name = "start", .modal = true, .actions = actions, .draw = draw, .close = close_view
};

void start_view_open(struct ui *ui)
{
	struct start *start = xcalloc(1, sizeof *start);

	app_recent(&start->recent);
	ui_push(ui, view_new(&ops, start));
}
