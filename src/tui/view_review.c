/*
 * The file of a management review (clause 9.3): its inputs and outputs one by one, what the program drew
 * beside or above what people say, and a key for each thing that is done at the table.
 */
#include <stdlib.h>
#include <string.h>

#include "app/review.h"
#include "tui/internal.h"

#define WIDE 120 /* columns from which the draft stands beside the words */

/* The pages after the inputs. */
static const char *const outputs[] = { "decisions", "out_improve", "out_change", "resources" };
#define OUTPUTS (sizeof outputs / sizeof *outputs)

struct file {
	int64_t id;
	struct record *review; /* NULL: not read, or gone */
	struct failure failure;
	size_t page, inputs; /* inputs: how many pages are inputs */
	size_t top;          /* the first line of the draft that is seen */
	int height;          /* lines of the draft that have room */
	size_t lines;
};

static void forget(struct file *file)
{
	record_free(file->review);
	file->review = NULL;
	failure_forget(&file->failure);
}

static void read_review(struct ui *ui, struct file *file)
{
	struct error error = { 0 };

	forget(file);
	file->review = store_record(ui->store, file->id, &error);
	if (!file->review)
		failure_take(ui, &file->failure, &error, false);
}

/* The field with the words of a page. */
static const char *said(const struct file *file, size_t page)
{
	return page < file->inputs ? review_inputs[page].said : outputs[page - file->inputs];
}

static const struct field_def *field_of(const struct file *file, size_t page)
{
	return register_field(register_find("review"), said(file, page));
}

/* ---- drawing ---- */

/* "a*" where something is said, "a" where nothing is. */
static void draw_pages(const struct file *file, int row, int left, int width)
{
	size_t i;
	int at = left;

	draw_fill(row, left, width, STYLE_PLAIN);
	for (i = 0; i < file->inputs + OUTPUTS; i++) {
		bool filled = record_get(file->review, said(file, i)) != NULL;
		char *text;

		if (i == file->inputs)
			at += draw_text(row, at, 2, STYLE_DIM, "| ", false);
		if (i < file->inputs)
			text = xasprintf("%s%s", review_inputs[i].letter, filled ? "*" : " ");
		else
			text = xasprintf("%zu%s", i - file->inputs + 1, filled ? "*" : " ");
		at += draw_text(row, at, left + width - at,
			i == file->page ? STYLE_CURSOR
			: filled        ? STYLE_GOOD
					: STYLE_PLAIN,
			text, false);
		at += draw_text(row, at, 1, STYLE_PLAIN, " ", false);
		free(text);
	}
}

static char *shown(struct ui *ui, const struct record *record, const char *name)
{
	const struct field_def *field = register_field(record->def, name);

	const char *value = record_get(record, name);

	return field_is_reference(field) && value ? store_references(ui->store, value, REFERENCE_TITLE, ", ")
						  : store_value_text(ui->store, record, field, value);
}

/* "Planned for 2027-01-26 · planned · Chair: Claire Valmont" */
static void draw_head(struct ui *ui, const struct file *file, int row, int left, int width)
{
	static const char *const fields[] = { "held", "status", "chair", "participants", "absent", "next",
		"signatory" };
	struct buffer text = { 0 };
	size_t i;

	for (i = 0; i < sizeof fields / sizeof *fields; i++) {
		const char *name = i == 0 && !record_get(file->review, "held") ? "planned" : fields[i];
		char *value = shown(ui, file->review, name), *c;

		for (c = value; *c; c++)
			if (*c == '\n')
				*c = ',';
		if (*value) {
			buffer_add(&text, text.length ? " \xc2\xb7 " : "");
			buffer_printf(&text, _("%s: %s"), _(register_field(file->review->def, name)->label), value);
		}
		free(value);
	}
	draw_text(row, left, width, STYLE_DIM, text.data ? text.data : "", true);
	buffer_free(&text);
}

/* Text from its line `top` on, folded; *lines: how many it has in all. */
static void draw_from(struct area area, enum style style, const char *text, size_t top, size_t *lines)
{
	struct strings folded = { 0 };
	size_t i;
	int row;

	text_wrap(text, area.width, &folded);
	for (row = 0, i = top; row < area.height; row++, i++)
		draw_text(area.top + row, area.left, area.width, style, i < folded.count ? folded.items[i] : "", true);
	if (lines)
		*lines = folded.count;
	strings_free(&folded);
}

static void draw_draft(struct file *file, struct area area)
{
	bool input = file->page < file->inputs;
	const char *draft = input ? record_get(file->review, review_inputs[file->page].draft) : NULL;

	draw_section(
		area.top, area.left, area.width, input ? _("As the records stand") : _("What belongs here"), false);
	area.top++;
	area.height--;
	file->height = area.height;
	if (draft)
		draw_from(area, STYLE_PLAIN, draft, file->top, &file->lines);
	else if (input)
		draw_told(area, STYLE_DIM, _("Nothing was drawn yet: {draw-inputs} draws it from the records."), NULL);
	else
		draw_from(area, STYLE_DIM, _(field_of(file, file->page)->help), 0, &file->lines);
}

static void draw_words(struct file *file, struct area area)
{
	const char *words = record_get(file->review, said(file, file->page));

	draw_section(area.top, area.left, area.width, _("What is said"), true);
	area.top++;
	area.height--;
	if (words)
		draw_from(area, STYLE_PLAIN, words, 0, NULL);
	else
		draw_told(area, STYLE_DIM,
			file->page < file->inputs
				? _("Nothing yet: {write} writes it. Where there is nothing to report, say why.")
				: _("Nothing yet: {write} writes it."),
			NULL);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct file *file = view->data;
	struct area draft, words;
	char *title;

	if (!file->review)
		read_review(ui, file);
	draw_clear(area);
	if (!file->review) {
		failure_draw(&file->failure, area);
		return;
	}
	title = xasprintf("%s  %s", file->review->ref, record_get(file->review, "title"));
	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, title, true);
	free(title);
	draw_head(ui, file, area.top + 1, area.left + 1, area.width - 2);
	draw_pages(file, area.top + 3, area.left + 1, area.width - 2);
	/* TRANSLATORS: "a) Earlier actions": an input of a management review by its letter */
	title = file->page < file->inputs
			? xasprintf(_("%s) %s"), review_inputs[file->page].letter, _(field_of(file, file->page)->label))
			: xstrdup(_(field_of(file, file->page)->label));
	draw_text(area.top + 4, area.left + 1, area.width - 2, STYLE_HEADING, title, true);
	free(title);
	draft = words = (struct area){ area.top + 6, area.left + 1, area.height - 6, area.width - 2 };
	if (area.width >= WIDE) {
		draft.width = words.width = (area.width - 4) / 2;
		words.left += draft.width + 2;
	} else {
		draft.height = (draft.height * 3 + 2) / 5;
		words.top += draft.height;
		words.height -= draft.height;
	}
	draw_draft(file, draft);
	draw_words(file, words);
}

/* ---- keys ---- */

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct file *file = view->data;
	size_t pages = file->inputs + OUTPUTS, page = file->page, most,
	       step = file->height > 2 ? (size_t)file->height - 1 : 1;

	(void)ui;
	most = file->lines > (size_t)file->height ? file->lines - (size_t)file->height : 0;
	switch ((enum move)argument) {
	case MOVE_NEXT:
	case MOVE_RIGHT:
		file->page = (page + 1) % pages;
		break;
	case MOVE_PREVIOUS:
	case MOVE_LEFT:
		file->page = (page + pages - 1) % pages;
		break;
	case MOVE_FIRST:
		file->page = 0;
		break;
	case MOVE_LAST:
		file->page = pages - 1;
		break;
	case MOVE_DOWN:
		file->top += file->top < most;
		break;
	case MOVE_UP:
		file->top -= file->top > 0;
		break;
	case MOVE_PAGE_DOWN:
	case MOVE_HALF_DOWN:
		file->top = file->top + step < most ? file->top + step : most;
		break;
	case MOVE_PAGE_UP:
	case MOVE_HALF_UP:
		file->top = file->top > step ? file->top - step : 0;
		break;
	}
	if (file->page != page)
		file->top = file->lines = 0;
	view->dirty = true;
	return ANSWER_DONE;
}

/* True where something may be written; else it is said why not. */
static bool may_write(struct ui *ui, const struct file *file)
{
	if (!file->review)
		return false;
	if (!store_stands(ui->store, file->review))
		return true;
	ui_message(ui, _("%s is signed: it stands as it was."), file->review->ref);
	return false;
}

/* The words of a page, written as one step of undo. */
static void words_taken(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct file *file = view->data;
	struct error error = { 0 };

	if (!value || !file->review)
		return;
	if (app_change_all(ui->store, &file->id, 1, said(file, file->page), *value ? value : NULL, NULL, &error)) {
		ui_changed(ui);
		ui_message(ui, _("Saved; {next} goes to the next one, {undo} takes it back."));
	} else {
		ui_error(ui, &error);
		form_draft_keep(ui, file->review->def, file->review->ref, said(file, file->page), value);
	}
	error_clear(&error);
}

/* What is not saved yet is kept as the draft of the record's form. */
static bool words_kept(struct ui *ui, const char *value, void *user)
{
	struct file *file = ((struct view *)user)->data;

	return file->review && form_draft_keep(ui, file->review->def, file->review->ref, said(file, file->page), value);
}

static enum answer write_words(struct ui *ui, struct view *view)
{
	struct file *file = view->data;
	const struct field_def *field = field_of(file, file->page);

	if (may_write(ui, file))
		text_view_open(ui, _(field->label), record_get(file->review, field->name), field_most(field), NULL,
			words_taken, words_kept, view);
	return ANSWER_DONE;
}

static enum answer prepare(struct ui *ui, struct view *view)
{
	struct file *file = view->data;
	struct error error = { 0 };

	if (app_review_prepare(ui->store, file->id, &error)) {
		ui_changed(ui);
		ui_message(ui, _("Drawn from the records of today; what was said stays. {undo} takes it back."));
	} else {
		ui_error(ui, &error);
	}
	error_clear(&error);
	return ANSWER_DONE;
}

/* A decision becomes an action: asked for by who is in the chair, due by the next review. */
static enum answer add_action(struct ui *ui, struct view *view)
{
	struct file *file = view->data;

	if (may_write(ui, file))
		form_view_open_for(ui, register_find("action"), "reviews", file->review->ref, "title");
	return ANSWER_DONE;
}

static void open_at(struct ui *ui, struct view *view, const char *field)
{
	struct file *file = view->data;

	if (may_write(ui, file))
		form_view_open_at(ui, file->review->def, file->id, field);
}

static enum answer attendance(struct ui *ui, struct view *view)
{
	open_at(ui, view, "held");
	return ANSWER_DONE;
}

static void sign_taken(struct ui *ui, bool yes, void *user)
{
	struct file *file = ((struct view *)user)->data;
	struct date day = environment_today(store_context(ui->store)->time_zone);
	char today[11];
	struct app_change changes[] = { { .field = "status", .in = "signed" }, { .field = "signed", .in = today },
		{ .field = "signatory" } };
	struct error error = { 0 };

	if (!yes || !file->review)
		return;
	date_format(&day, today);
	changes[2].in = record_get(file->review, "signatory");
	if (!changes[2].in)
		changes[2].in = record_get(file->review, "chair");
	if (app_change_fields(ui->store, &file->id, 1, changes, 3, NULL, &error)) {
		ui_changed(ui);
		ui_message(ui, _("Signed: it stands as it was from now on."));
	} else {
		ui_error(ui, &error);
	}
	error_clear(&error);
}

static enum answer sign(struct ui *ui, struct view *view)
{
	struct file *file = view->data;
	char *who, *text;

	if (!may_write(ui, file))
		return ANSWER_DONE;
	who = shown(ui, file->review, record_get(file->review, "signatory") ? "signatory" : "chair");
	/* TRANSLATORS: a ref, a name */
	text = xasprintf(_("Sign %s today in the name of %s? It then stands as it was, for good."), file->review->ref,
		*who ? who : _("nobody yet"));
	confirm_view_open(ui, text, sign_taken, view);
	free(text);
	free(who);
	return ANSWER_DONE;
}

/* The next one, for the day that was set. */
static enum answer plan_next(struct ui *ui, struct view *view)
{
	struct file *file = view->data;

	if (!file->review)
		return ANSWER_DONE;
	if (!record_get(file->review, "next") && !store_stands(ui->store, file->review)) {
		ui_message(ui, _("Say first by which day the next review is to be held."));
		open_at(ui, view, "next");
	} else {
		form_view_open_for(ui, file->review->def, "previous", file->review->ref, "planned");
	}
	return ANSWER_DONE;
}

static enum answer whole(struct ui *ui, struct view *view)
{
	record_view_open(ui, ((struct file *)view->data)->id);
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	(void)ui;
	forget(view->data);
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	(void)ui;
	forget(view->data);
	free(view->data);
}

static int64_t current(struct ui *ui, struct view *view)
{
	(void)ui;
	return ((struct file *)view->data)->id;
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "write", .run = write_words },
	{ .command = "draw-inputs", .run = prepare },
	{ .command = "decide", .run = add_action },
	{ .command = "attendance", .run = attendance },
	{ .command = "sign", .run = sign },
	{ .command = "plan-next", .run = plan_next },
	{ .command = "whole", .run = whole },
	{ .command = NULL },
};

static const struct view_ops ops = {
	.name = "review", .draw = draw, .actions = actions, .changed = changed, .close = close_view, .record = current
};

void review_view_open(struct ui *ui, int64_t id)
{
	struct file *file = xcalloc(1, sizeof *file);

	file->id = id;
	while (review_inputs[file->inputs].letter)
		file->inputs++;
	ui_push(ui, view_new(&ops, file));
}

/* Of the review under the cursor: its file, drawn where it never was. */
void review_prepare(struct ui *ui, const struct record *review)
{
	review_view_open(ui, review->id);
	if (!record_get(review, "draft_a") && !store_is_read_only(ui->store) && !store_stands(ui->store, review))
		ui_run(ui, "draw-inputs");
}
