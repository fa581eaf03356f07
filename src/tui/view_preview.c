/*
 * What an import would do, row by row: new, changed, untouched, refused with all that is wrong, kept.
 * It was tried and taken back; one key does it, as one step of undo.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui/importing.h"

/* ---- what there is ---- */

static void add_item(struct preview *preview, size_t place)
{
	const struct import_line *line = &preview->report.lines[place];
	size_t i;

	preview->items[preview->count++] = (struct preview_item){ line->kind, line->line, place };
	preview->counts[0]++;
	for (i = 1; i < PREVIEW_KINDS; i++)
		preview->counts[i] += preview_kinds[i].sign == line->kind;
}

/* The faults of a row are one line with all of them, wherever they were found; what became of it before they were is none. */
static void gather(struct preview *preview)
{
	const struct import_report *report = &preview->report;
	size_t *last, i, highest = 0;

	for (i = 0; i < report->line_count; i++)
		if (report->lines[i].kind == '!' && report->lines[i].line > (long)highest)
			highest = (size_t)report->lines[i].line;
	last = xcalloc(highest + 1, sizeof *last);
	for (i = 0; i < report->line_count; i++) {
		size_t line = report->lines[i].line > 0 ? (size_t)report->lines[i].line : 0;

		if (report->lines[i].kind != '!')
			continue;
		if (line && last[line])
			preview->next[last[line] - 1] = i;
		else
			add_item(preview, i);
		last[line] = i + 1;
	}
	for (i = 0; i < report->line_count; i++) {
		size_t line = report->lines[i].line > 0 ? (size_t)report->lines[i].line : 0;
		bool taken = line > highest || !line || !last[line];

		if (report->lines[i].kind != '!' && (taken || report->lines[i].kind == '*'))
			add_item(preview, i);
	}
	free(last);
}

/* Among all, what a table of a part of the register does not have would hide what it does: Kept has the rest of it. */
static void choose_kind(struct preview *preview, size_t kind)
{
	int64_t unnamed = import_report_unnamed(&preview->report), kept = 0;
	size_t i;

	preview->kind = kind;
	preview->shown_count = preview->cursor = preview->top = 0;
	for (i = 0; i < preview->count; i++)
		if (kind ? preview->items[i].kind == preview_kinds[kind].sign
			 : preview->items[i].kind != '-' || !unnamed || ++kept <= IMPORT_KEPT_NAMED)
			preview->shown[preview->shown_count++] = i;
}

static void forget(struct preview *preview)
{
	import_report_free(&preview->report);
	free(preview->next);
	free(preview->items);
	free(preview->shown);
	preview->next = preview->shown = NULL;
	preview->items = NULL;
	preview->count = preview->shown_count = 0;
	memset(preview->counts, 0, sizeof preview->counts);
}

static bool try(struct ui *ui, struct importing *import, struct import_report *report, struct error *error)
{
	struct ui_progress progress = { .ui = ui, .rows = true };
	bool ok;

	store_set_progress(ui->store, ui_progress, &progress);
	if (import->plan) {
		ok = import_plan_preview(import->plan, ui->store, report, error);
	} else {
		struct import_options options = { .dry_run = true, .seen = true };

		ok = import_file(ui->store, import->path, &options, report, error) ||
		     (report->refused && !error_ends(error));
		if (ok)
			error_clear(error);
	}
	store_set_progress(ui->store, NULL, NULL);
	return ok;
}

/* How many of those that stay are not named among all. */
static void say_unnamed(struct import_report *report)
{
	int64_t unnamed = import_report_unnamed(report);
	char *text;

	if (!unnamed)
		return;
	text = xasprintf(
		ngettext("%lld more record of the register is not in the table; it stays, and is under Kept.",
			"%lld more records of the register are not in the table; they stay, and are under Kept.",
			(unsigned long)unnamed),
		(long long)unnamed);
	import_report_add_note(report, text);
	free(text);
}

/* False: it could not be tried, which is said. */
static bool look(struct ui *ui, struct preview *preview)
{
	struct import_report report = { 0 };
	struct error error = { 0 };

	if (!try(ui, preview->import, &report, &error)) {
		ui_error(ui, &error);
		error_clear(&error);
		import_report_free(&report);
		return false;
	}
	say_unnamed(&report);
	forget(preview);
	preview->report = report;
	preview->next = xcalloc(report.line_count + 1, sizeof *preview->next);
	preview->items = xcalloc(report.line_count + 1, sizeof *preview->items);
	preview->shown = xcalloc(report.line_count + 1, sizeof *preview->shown);
	gather(preview);
	preview->counts[0] -= (size_t)import_report_unnamed(&report);
	choose_kind(preview, 0);
	return true;
}

/* ---- it is done ---- */

/* "risks.refused.csv" beside the input, or the next name that is free; the caller frees. */
static char *refused_path(const char *input)
{
	const char *name = importing_name(input), *dot = strrchr(name, '.');
	size_t length = dot && dot > name ? (size_t)(dot - input) : strlen(input);
	char *path = xasprintf("%.*s.refused.csv", (int)length, input);
	int i;

	for (i = 2; i < 100 && access(path, F_OK) == 0; i++) {
		free(path);
		path = xasprintf("%.*s.refused-%d.csv", (int)length, input, i);
	}
	return path;
}

/* Where the rows that were left out are now; the caller frees; NULL: none were. */
static char *write_refused(const struct importing *import, const struct import_report *report)
{
	char *path, *said;
	struct error error = { 0 };

	if (!import->plan || !report->refused)
		return NULL;
	path = refused_path(import->path);
	if (import_plan_write_refused(import->plan, path, &error))
		said = xasprintf(ngettext("%lld row was left out and is in %s.",
					 "%lld rows were left out and are in %s.", (unsigned long)report->refused),
			(long long)report->refused, path);
	else
		said = xasprintf(ngettext("%lld row was left out; it could not be written: %s",
					 "%lld rows were left out; they could not be written: %s",
					 (unsigned long)report->refused),
			(long long)report->refused, error.message);
	error_clear(&error);
	free(path);
	return said;
}

/* What was added or changed since it began. */
static void show_imported(struct ui *ui, const struct register_def *def, const char *name, const char *began)
{
	struct query *query = query_new(def);
	/* TRANSLATORS: the plural of a register, a file */
	char *shown = text_printable(name, false), *title = xasprintf(_("%s from %s"), _(def->plural), shown);

	query_add(query, "updated", OP_AT_LEAST, began);
	list_view_open(ui, query, title);
	free(shown);
	free(title);
}

static void tell_done(struct ui *ui, const struct import_report *report, const char *refused)
{
	const char *undo = command_key("undo", NULL);
	long long added = report->added, made = report->made, changed = report->changed, same = report->unchanged;
	char *counts =
		made ? xasprintf(
			       _("%lld added and %lld on the way, %lld changed, %lld left as they were; %s takes it back."),
			       added - made, made, changed, same, undo)
		     : xasprintf(_("%lld added, %lld changed, %lld left as they were; %s takes it back."), added,
			       changed, same, undo);

	if (report->added + report->changed == 0 && refused)
		ui_message(ui, "%s", refused);
	else
		ui_message(ui, "%s%s%s", counts, refused ? " " : "", refused ? refused : "");
	free(counts);
}

static bool run(struct ui *ui, struct importing *import, struct import_report *report, struct error *error)
{
	struct ui_progress progress = { .ui = ui, .rows = true };
	bool ok;

	store_set_progress(ui->store, ui_progress, &progress);
	if (import->plan) {
		ok = import_plan_run(import->plan, ui->store, report, error);
	} else {
		struct import_options options = { .seen = true };

		ok = import_file(ui->store, import->path, &options, report, error);
	}
	store_set_progress(ui->store, NULL, NULL);
	return ok;
}

static void finish(struct ui *ui, struct preview *preview, const struct import_report *report, const char *began)
{
	struct importing *import = preview->import;
	const struct register_def *def = import->plan ? import->plan->def : NULL;
	char *refused = write_refused(import, report), *name = xstrdup(importing_name(import->path));
	bool table = import->plan != NULL;

	/* The views go, and with them the import. */
	ui_pop(ui);
	if (table)
		ui_pop(ui);
	ui_changed(ui);
	if (def && report->added + report->changed)
		show_imported(ui, def, name, began);
	tell_done(ui, report, refused);
	free(refused);
	free(name);
}

static enum answer carry_in(struct ui *ui, struct view *view)
{
	struct preview *preview = view->data;
	const struct importing *import = preview->import;
	struct import_report report = { 0 };
	struct error error = { 0 };
	char *began;

	view->dirty = true;
	if (preview->report.refused && !(import->plan && import->plan->only_good)) {
		if (import->plan)
			ui_message(ui,
				_("Refused rows stop all: {only-good} takes the others, {columns-again} goes back to the columns."));
		else
			ui_message(ui, _("What is refused stops all: put the document right, and import it again."));
		return ANSWER_DONE;
	}
	/* Rows that are left out go to their table, though none is taken. */
	if (!preview->report.added && !preview->report.changed && !preview->report.refused) {
		ui_message(ui, _("Nothing would change: the file has all of it already."));
		return ANSWER_DONE;
	}
	began = date_time_format(environment_now());
	if (run(ui, preview->import, &report, &error)) {
		finish(ui, preview, &report, began);
	} else {
		ui_error(ui, &error);
		/* The file may be another than when it was tried. */
		if (!error_ends(&error))
			look(ui, preview);
	}
	error_clear(&error);
	import_report_free(&report);
	free(began);
	return ANSWER_DONE;
}

/* ---- what its keys do ---- */

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct preview *preview = view->data;
	size_t page = preview->height > 1 ? (size_t)preview->height - 1 : 1;

	(void)ui;
	if (!cursor_move(&preview->cursor, preview->shown_count, page, (enum move)argument))
		return ANSWER_IGNORED;
	view->dirty = true;
	return ANSWER_DONE;
}

/* The next kind to that side of which there are any. */
static enum answer turn_kind(struct ui *ui, struct view *view, int side)
{
	struct preview *preview = view->data;
	size_t kind = preview->kind;

	(void)ui;
	do {
		kind = (kind + (side > 0 ? 1 : PREVIEW_KINDS - 1)) % PREVIEW_KINDS;
	} while (kind && !preview->counts[kind]);
	choose_kind(preview, kind);
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer whole_row(struct ui *ui, struct view *view)
{
	struct preview *preview = view->data;
	struct strings names = { 0 }, texts = { 0 };
	struct buffer text = { 0 };
	size_t i;

	(void)view;
	if (!preview->shown_count)
		return ANSWER_DONE;
	preview_tell(preview, &preview->items[preview->shown[preview->cursor]], &names, &texts);
	for (i = 0; i < names.count; i++) {
		/* What goes on has no name of its own. */
		if (*names.items[i])
			buffer_printf(&text, _("%s: %s"), names.items[i], texts.items[i]);
		else
			buffer_add(&text, texts.items[i]);
		buffer_add_char(&text, '\n');
	}
	pager_view_open(ui, _("The whole row"), text.data ? buffer_take(&text) : xstrdup(""));
	strings_free(&names);
	strings_free(&texts);
	return ANSWER_DONE;
}

/* The word means that, in all rows. */
static void meaning_taken(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct preview *preview = view->data;
	struct importing *import = preview->import;
	size_t cursor = preview->cursor, kind = preview->kind;

	if (!value || !*value)
		return;
	import_plan_set_word(import->plan, preview->column, preview->word, value);
	import->touched = true;
	import->kept = false;
	view->dirty = true;
	if (!look(ui, preview))
		return;
	choose_kind(preview, preview->counts[kind] ? kind : 0);
	if (cursor < preview->shown_count)
		preview->cursor = cursor;
	/* TRANSLATORS: a word or a number of a table */
	ui_message(ui,
		import_word_is_kept(preview->word) ? _("\"%s\" is read so in all rows, and in the next table.")
						   : _("\"%s\" is read so in all rows of this table."),
		preview->word);
}

static enum answer meaning(struct ui *ui, struct view *view)
{
	struct preview *preview = view->data;
	const struct import_plan *plan = preview->import->plan;
	const struct preview_item *item =
		preview->shown_count ? &preview->items[preview->shown[preview->cursor]] : NULL;
	const struct field_def *field;
	struct choice *choices;
	char *title;

	view->dirty = true;
	free(preview->word);
	preview->word =
		plan && item && item->kind == '!' ? import_plan_strange_word(plan, item->line, &preview->column) : NULL;
	if (!preview->word) {
		ui_message(ui, _("No word of this row stands where one of a few is asked for."));
		return ANSWER_DONE;
	}
	field = plan->columns[preview->column].field;
	/* TRANSLATORS: a field; a word of a table */
	title = xasprintf(_("%s: what \"%s\" means"), _(field->label), preview->word);
	choices = field->type->choices(field, store_context(ui->store));
	choice_view_open(ui, title, choices, NULL, NULL, false, NULL, meaning_taken, view);
	choices_free(choices);
	free(title);
	return ANSWER_DONE;
}

static enum answer only_good(struct ui *ui, struct view *view)
{
	struct preview *preview = view->data;
	struct importing *import = preview->import;

	view->dirty = true;
	if (!import->plan) {
		ui_message(ui, _("A document is taken whole, or not at all."));
		return ANSWER_DONE;
	}
	import->plan->only_good = !import->plan->only_good;
	import->touched = true;
	if (!look(ui, preview))
		import->plan->only_good = !import->plan->only_good;
	else if (import->plan->only_good)
		ui_message(ui, _("The good rows are taken; those refused go to a table beside the input."));
	else
		ui_message(ui, _("One refused row stops all."));
	return ANSWER_DONE;
}

static enum answer go_back(struct ui *ui, struct view *view)
{
	(void)ui;
	(void)view;
	return ANSWER_CLOSE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct preview *preview = view->data;
	size_t at = preview->top + (size_t)(mouse->row - area.top - 2), i;

	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	view->dirty = true;
	for (i = 0; mouse->row == area.top + 1 && i < preview->tab_count; i++)
		if (mouse->column >= preview->tabs[i].from && mouse->column < preview->tabs[i].to)
			choose_kind(preview, preview->tabs[i].kind);
	if (mouse->row < area.top + 2 || mouse->row >= area.top + 2 + preview->height || at >= preview->shown_count)
		return ANSWER_DONE;
	preview->cursor = at;
	if (mouse->kind == MOUSE_DOUBLE)
		ui_run(ui, "whole-row");
	return ANSWER_DONE;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct preview *preview = view->data;

	(void)ui;
	forget(preview);
	free(preview->word);
	/* Of a table the view below has it. */
	if (!preview->import->plan)
		importing_free(preview->import);
	free(preview);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "kind-of", .with = turn_kind },
	{ .command = "whole-row", .run = whole_row },
	{ .command = "meaning", .run = meaning },
	{ .command = "only-good", .run = only_good },
	{ .command = "carry-in", .run = carry_in },
	{ .command = "columns-again", .run = go_back },
	{ .command = NULL },
};

static const struct view_ops ops = {
	.name = "preview", .modal = true, .draw = preview_draw, .actions = actions, .mouse = mouse, .close = close_view
};

void preview_view_open(struct ui *ui, struct importing *import)
{
	struct preview *preview = xcalloc(1, sizeof *preview);

	preview->import = import;
	if (look(ui, preview)) {
		ui_push(ui, view_new(&ops, preview));
		return;
	}
	if (!import->plan)
		importing_free(import);
	free(preview);
}
