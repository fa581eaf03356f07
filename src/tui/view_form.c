/*
 * The form of a record, made from the dictionary: a line a field, edited as its
 * type says.  What is typed is kept as a draft after two seconds and on signals.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

struct form {
	const struct register_def *def;
	struct record *before; /* as it was read; NULL: a new record */
	struct record *now;
	size_t *fields; /* those shown */
	size_t count, cursor, top;
	struct line_editor editor; /* of the field under the cursor, where it is a line */
	bool editing;              /* the editor holds that field's text */
	bool typed;                /* it was changed, and its text not looked at since */
	char *problem;             /* of the field under the cursor */
	char *remark;              /* what is to be said of how its text is taken */
	char *opened, *held;       /* the text that the editor began with, and the value that it stood for */
	char *letters;             /* typed in a field of choices since it was entered, NULL: none */
	char *stash;               /* of a long text under edit: what its field held before */
	bool changed, drafted;
	int height, label; /* rows of fields, columns of their labels */
};

static const struct field_def *field_at(const struct form *form, size_t i)
{
	return &form->def->fields[form->fields[i]];
}

static bool is_line(const struct field_def *field)
{
	return field->type->editor == EDIT_LINE || field->type->editor == EDIT_DATE;
}

static bool is_fixed(const struct form *form, const struct field_def *field)
{
	return (field->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_BY_PROGRAM)) ||
	       ((field->flags & FIELD_FIXED) && form->before) ||
	       (form->before && status_is_frozen(form->def, record_get(form->before, "status")) &&
		       field_stands(form->def, field));
}

static const char *ref_of(const struct form *form)
{
	return form->before ? form->before->ref : NULL;
}

/* What a value looks like in the form. */
static char *shown(struct ui *ui, const struct form *form, const struct field_def *field, const char *value)
{
	struct strings refs = { 0 }, titles = { 0 };
	char *text;
	size_t i;

	if (!value)
		return xstrdup("");
	if (!field_is_reference(field))
		return store_value_text(ui->store, form->before, field, value);
	if (field->type->storage == STORED_LINKS)
		strings_split(&refs, value);
	else
		strings_add(&refs, value);
	for (i = 0; i < refs.count; i++) {
		/* TRANSLATORS: the name of a record that is made when the form is saved */
		strings_take(&titles, refs.items[i][0] == '+'
					      ? xasprintf(_("%s (new)"), refs.items[i] + 1)
					      : store_reference(ui->store, refs.items[i], REFERENCE_WHOLE));
	}
	text = strings_join(&titles, ", ");
	strings_free(&refs);
	strings_free(&titles);
	return text;
}

static void derive(struct ui *ui, struct form *form)
{
	if (form->def->derive)
		form->def->derive(form->now, store_context(ui->store));
}

static void forget_problem(struct form *form)
{
	free(form->problem);
	free(form->remark);
	form->problem = form->remark = NULL;
}

/* The typed text becomes the field's value, or says why not. */
static bool take_typed(struct ui *ui, struct form *form)
{
	const struct field_def *field = field_at(form, form->cursor);
	const char *typed = form->editor.text.data ? form->editor.text.data : "";
	struct error error = { 0 };
	char *value = NULL;
	bool ok;

	form->typed = false;
	forget_problem(form);
	if (!form->editing)
		return true;
	/* What is shown is not all of a moment; as long as it stands so is the moment. */
	if (field->type->edit && strcmp(typed, form->opened) == 0) {
		record_set(form->now, field->name, form->held);
		return true;
	}
	ok = field_parse(field, store_context(ui->store), typed, &value, &error);
	if (ok) {
		record_set(form->now, field->name, value);
		form->remark = field_remark(field, store_context(ui->store), typed);
		derive(ui, form);
	} else {
		form->problem = xstrdup(error.message);
	}
	free(value);
	error_clear(&error);
	return ok;
}

static void enter_field(struct ui *ui, struct form *form)
{
	const struct field_def *field = field_at(form, form->cursor);

	form->editing = is_line(field) && !is_fixed(form, field);
	if (form->editing) {
		const char *value = form->now->values[form->fields[form->cursor]];

		free(form->opened);
		free(form->held);
		form->opened = field_edit(field, store_context(ui->store), value);
		form->held = xstrdup(value);
		line_editor_set(&form->editor, form->opened);
	}
	form->typed = false;
	forget_problem(form);
	free(form->letters);
	form->letters = NULL;
}

/* The levels that follow from what is rated stay in sight, wherever the cursor is: inherent, current, residual on one line. */
static void draw_levels(struct ui *ui, const struct form *form, int row, struct area area)
{
	const struct scale *scale = context_scale(store_context(ui->store), "risk");
	int column = area.left + 1;
	size_t i;
	bool first = true;

	for (i = 0; scale && i < form->def->field_count; i++) {
		const struct field_def *field = &form->def->fields[i];
		int level = form->now->values[i] ? atoi(form->now->values[i]) : 0;
		char *text;

		if (!(field->flags & FIELD_DERIVED) || (field->flags & FIELD_INTERNAL) || !field_is_risk_level(field))
			continue;
		if (first) {
			/* TRANSLATORS: in front of three levels of risk, with arrows between them */
			char *label = xasprintf(" %s ", _("inherent \xe2\x86\x92 current \xe2\x86\x92 residual:"));

			column += 1 + draw_text(row, column + 1, area.width - 3, STYLE_DIM, label, false);
			free(label);
		} else {
			draw_text(row, column, 3, STYLE_DIM, " \xe2\x86\x92 ", false);
			column += 3;
		}
		first = false;
		text = level ? method_level_text(store_context(ui->store), level) : xstrdup(_("not rated"));
		column += draw_text(row, column, area.left + area.width - column,
			level ? draw_level_style(level, scale->count) : STYLE_DIM, text, false);
		free(text);
	}
	if (!first)
		draw_text(row, column, 1, STYLE_PLAIN, " ", false);
}

/* What is pressed in a form for that command. */
static const char *key_of(const char *command)
{
	static const struct place place = { .name = "form", .modal = true, .types = true };

	return command_key(command, &place);
}

/* What the value under the cursor means, or how to give one. */
static char *advice(struct ui *ui, const struct form *form)
{
	const struct field_def *field = field_at(form, form->cursor);
	const struct scale *scale = context_scale(store_context(ui->store), field->scale);
	const char *value = form->now->values[form->fields[form->cursor]];
	int level = value ? atoi(value) : 0;
	char *needs, *demanded;

	if (form->before && status_is_frozen(form->def, record_get(form->before, "status")) &&
		field_stands(form->def, field))
		return xstrdup(_("It stands as it was signed; another version or a withdrawal replaces it."));
	if (is_fixed(form, field))
		return xstrdup(_("This follows from other fields or cannot be changed."));
	if ((demanded = form_demands_advice(form->now, field)))
		return demanded;
	if (scale && level >= 1 && level <= scale->count && scale->definitions[level - 1] &&
		*scale->definitions[level - 1])
		return xasprintf(_("%s: %s"), scale->names[level - 1], scale->definitions[level - 1]);
	if (scale && (needs = app_needs(ui->store, form->now))) {
		char *text = xasprintf(_("Needs of %s. A digit from 1 to %d rates."), needs, scale->count);

		free(needs);
		return text;
	}
	if (scale)
		return xasprintf(_("A digit from 1 to %d rates, %s tells what each level means, %s empties."),
			scale->count, key_of("choose"), key_of("erase-next"));
	if (field->type->editor == EDIT_DATE)
		return xasprintf(_("A date, +30 for in thirty days, or %s for the calendar."), key_of("choose"));
	if (field->type == &type_date_time)
		/* TRANSLATORS: a time zone */
		return xasprintf(
			_("A date and time of %s, or with Z or an offset such as +01:00; a date alone names no time."),
			field_beside(field, store_context(ui->store), NULL));
	if (!is_line(field))
		return xasprintf(_("%s chooses or opens, %s empties."), key_of("choose"), key_of("erase-next"));
	return xstrdup("");
}

#define BESIDE 28 /* columns of a value that has something beside it, with the gap */

static void draw_field(struct ui *ui, struct form *form, size_t i, int line, struct area area)
{
	const struct field_def *field = field_at(form, i);
	const char *value = form->now->values[form->fields[i]];
	int left = area.left + form->label + 1, width = area.width - form->label - 2;
	bool here = i == form->cursor;
	const char *beside;
	char *text, *newline;

	if (here)
		draw_spoken(line, area.left + 2);
	draw_text(line, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	draw_text(line, area.left + 2, form->label - 3, is_fixed(form, field) ? STYLE_DIM : STYLE_PLAIN,
		_(field->label), false);
	if ((field->flags & FIELD_REQUIRED) || (!is_fixed(form, field) && form_demands_field(form->now, field)))
		draw_text(line, area.left + form->label - 1, 1, STYLE_LATE, "*", false);
	beside = field_beside(field, store_context(ui->store), value);
	/* The zone stands where it leaves room for the time, in one column for all. */
	if (beside && width >= BESIDE + text_columns(beside)) {
		draw_text(line, left + BESIDE, width - BESIDE, STYLE_DIM, beside, false);
		width = BESIDE - 2;
	}
	if (here && form->editing) {
		line_editor_draw(&form->editor, line, left, width, STYLE_FIELD_ACTIVE, true);
		return;
	}
	text = shown(ui, form, field, value);
	newline = strchr(text, '\n');
	if (newline)
		strcpy(newline, strlen(newline) > 3 ? "..." : "");
	if (field_is_risk_level(field) && value) {
		const struct model_context *context = store_context(ui->store);

		draw_text(line, left, width < text_columns(text) ? width : text_columns(text),
			draw_level_style(
				method_level_named(context, value, text), context->method.scales[SCALE_RISK].count),
			text, false);
	} else {
		draw_text(line, left, width,
			here                    ? STYLE_FIELD_ACTIVE
			: is_fixed(form, field) ? STYLE_DIM
						: STYLE_FIELD,
			text, here);
	}
	free(text);
}

static int label_width(const struct form *form, int width)
{
	int widest = 10;
	size_t i;

	for (i = 0; i < form->count; i++) {
		int columns = text_columns(_(field_at(form, i)->label));

		if (columns > widest)
			widest = columns;
	}
	/* A mark of what is required, and a gap. */
	widest += 4;
	return widest > width / 2 ? width / 2 : widest;
}

/* "R-1  Theft of a laptop"; what has no title of its own is told by what it is about. */
static char *heading(struct ui *ui, const struct form *form)
{
	char *about = form->before && !register_title(form->def) ? store_title(ui->store, form->before->ref) : NULL,
	     *text;

	if (form->before)
		text = xasprintf("%s  %s", form->before->ref,
			about ? about : record_title(form->now, store_context(ui->store)->language));
	else
		text = xasprintf(_("New: %s"), _(form->def->label));
	free(about);
	return text;
}

/* Title, fields, the levels of a risk, and below them the help: why a value is refused, what the field is for, what the value means. */
static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct form *form = view->data;
	const struct field_def *active = field_at(form, form->cursor);
	const char *warning;
	char *title, *text;
	int row;
	size_t i;

	/* Once for all that was typed ahead, not once for each letter of it. */
	if (form->typed)
		take_typed(ui, form);
	warning = record_warning(form->now, store_context(ui->store));

	form->height = area.height - 6;
	form->label = label_width(form, area.width);
	cursor_in_view(&form->top, form->cursor, form->height);
	if (form->top + (size_t)form->height > form->count)
		form->top = form->count > (size_t)form->height ? form->count - (size_t)form->height : 0;
	title = heading(ui, form);
	draw_text(area.top, area.left + 1, area.width - 10, STYLE_TITLE, title, true);
	free(title);
	text = xasprintf("%zu/%zu", form->cursor + 1, form->count);
	draw_text_right(area.top, area.left + area.width - 9, 8, STYLE_DIM, text);
	free(text);
	draw_cursor(-1, 0);
	for (row = 0, i = form->top; row < form->height; row++, i++) {
		draw_fill(area.top + 1 + row, area.left, area.width, STYLE_PLAIN);
		if (i < form->count)
			draw_field(ui, form, i, area.top + 1 + row, area);
	}
	row = area.top + area.height - 5;
	draw_horizontal(row, area.left, area.width);
	draw_levels(ui, form, row, area);
	draw_paragraph((struct area){ row + 1, area.left + 1, 2, area.width - 2 },
		form->problem  ? STYLE_ERROR
		: form->remark ? STYLE_LATE
			       : STYLE_DIM,
		form->problem  ? form->problem
		: form->remark ? form->remark
			       : _(active->help));
	text = warning ? xstrdup(warning) : advice(ui, form);
	draw_paragraph(
		(struct area){ row + 3, area.left + 1, 2, area.width - 2 }, warning ? STYLE_LATE : STYLE_DIM, text);
	free(text);
}

static void changed_value(struct ui *ui, struct form *form)
{
	form->changed = true;
	form->drafted = false;
	derive(ui, form);
}

static void picked_value(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct form *form = view->data;
	const struct field_def *field = field_at(form, form->cursor);
	struct error error = { 0 };
	char *canonical = NULL;

	view->dirty = true;
	if (form->stash && !value)
		record_set(form->now, field->name, form->stash);
	free(form->stash);
	form->stash = NULL;
	if (!value)
		return;
	if (field_parse(field, store_context(ui->store), value, &canonical, &error))
		record_set(form->now, field->name, canonical);
	else if (!*value)
		record_set(form->now, field->name, NULL);
	else
		ui_error(ui, &error);
	changed_value(ui, form);
	value = record_get(form->now, field->name);
	if (field->scale && canonical && *canonical && value && strcmp(value, canonical) != 0)
		ui_message(ui, _("%s follows from its parts; empty those first."), _(field->label));
	free(canonical);
	error_clear(&error);
	enter_field(ui, form);
}

static void save_draft(struct ui *ui, struct view *view);

/* Long text under edit belongs to the draft before it is taken. */
static void keep_text(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct form *form = view->data;

	record_set(form->now, field_at(form, form->cursor)->name, text);
	form->changed = true;
	form->drafted = false;
	save_draft(ui, view);
}

static void open_choices(
	struct ui *ui, struct view *view, const struct field_def *field, const char *value, const char *typed)
{
	const struct scale *scale = context_scale(store_context(ui->store), field->scale);
	struct choice *choices = field->type->choices(field, store_context(ui->store));
	struct strings details = { 0 };
	bool asks;

	asks = form_demands_details(((struct form *)view->data)->now, field, choices, &details);
	choice_view_open(ui, _(field->label), choices,
		scale  ? (const char *const *)scale->definitions
		: asks ? (const char *const *)details.items
		       : NULL,
		value, field->type->editor == EDIT_CHOICES, typed, picked_value, view);
	strings_free(&details);
	choices_free(choices);
}

/* Opens what edits the field; typed is the text that asked for it, NULL: Enter did. */
static void open_field(struct ui *ui, struct view *view, const char *typed)
{
	struct form *form = view->data;
	const struct field_def *field = field_at(form, form->cursor);
	const char *value = form->now->values[form->fields[form->cursor]];

	if (is_fixed(form, field)) {
		ui_message(ui, _("This follows from other fields or cannot be changed."));
		return;
	}
	switch (field->type->editor) {
	case EDIT_CHOICE:
	case EDIT_CHOICES:
		open_choices(ui, view, field, value, typed);
		break;
	case EDIT_RECORD:
	case EDIT_RECORDS:
		picker_view_open(ui, _(field->label), register_find(field->target), value,
			field->type->editor == EDIT_RECORDS, typed, picked_value, view);
		break;
	case EDIT_DATE:
		take_typed(ui, form);
		calendar_view_open(
			ui, _(field->label), form->now->values[form->fields[form->cursor]], picked_value, view);
		break;
	case EDIT_TEXT:
		free(form->stash);
		form->stash = xstrdup(value ? value : "");
		text_view_open(ui, _(field->label), value, field_most(field), typed, picked_value, keep_text, view);
		break;
	case EDIT_LINE:
		break;
	}
}

/* What was typed is no more than spaces: the field is empty then.  False: it is something. */
static bool empty_typed(struct form *form)
{
	const char *typed = form->editor.text.data ? form->editor.text.data : "";

	if (typed[strspn(typed, " ")])
		return false;
	record_set(form->now, field_at(form, form->cursor)->name, NULL);
	return true;
}

/* Leaves the field for another.  What is wrong there must be put right first; that it is empty is said when the form is saved. */
static void go(struct ui *ui, struct form *form, size_t to)
{
	if (!take_typed(ui, form) && !empty_typed(form))
		return;
	if (form->remark)
		ui_message(ui, "%s", form->remark);
	form->cursor = to;
	enter_field(ui, form);
}

static void save(struct ui *ui, struct view *view)
{
	struct form *form = view->data;
	const struct register_def *def = form->def;
	struct ui_progress progress = { .ui = ui, .told = environment_clock_ms() };
	struct error error = { 0 };
	char *ref, *remark, *said;
	bool saved;
	int64_t id;
	size_t i;

	view->dirty = true;
	/* A line that is empty is missing, which is told with all else that is. */
	if (!take_typed(ui, form) && !empty_typed(form)) {
		ui_message(ui, "%s", form->problem);
		return;
	}
	/* To close an assessment copies all that it is about. */
	store_set_progress(ui->store, ui_saving, &progress);
	saved = app_save(ui->store, form->before, form->now, &error);
	store_set_progress(ui->store, NULL, NULL);
	if (saved) {
		form_draft_forget(ui, def, ref_of(form));
		ref = xstrdup(form->now->ref);
		id = form->now->id;
		remark = xstrdup(form->remark);
		ui_pop(ui);
		ui_changed(ui);
		ui_show(ui, def, id);
		said = xasprintf(_("%s saved; %s takes it back."), ref, command_key("undo", NULL));
		ui_message(ui, "%s%s%s", said, remark ? " " : "", remark ? remark : "");
		free(said);
		free(ref);
		free(remark);
	} else if (error.kind == ERROR_CONFLICT) {
		conflict_view_open_form(ui, record_copy(form->before), record_copy(form->now));
	} else {
		/* The cursor goes to the field that is refused. */
		for (i = 0; error.field && i < form->count; i++)
			if (strcmp(field_at(form, i)->name, error.field) == 0) {
				form->cursor = i;
				enter_field(ui, form);
				form->problem = xstrdup(error.message);
			}
		ui_error(ui, &error);
	}
	error_clear(&error);
}

static void leave(struct ui *ui, bool yes, void *user)
{
	struct view *view = user;
	struct form *form = view->data;

	if (!yes)
		return;
	form_draft_forget(ui, form->def, ref_of(form));
	ui_pop(ui);
}

/* The choice of that key, or the first whose label begins with what was typed, from `from` on and round; -1: none. */
static int find_choice(const struct choice *choices, const char *typed, size_t from)
{
	char *wanted = text_fold_typed(typed);
	size_t count = 0, i;
	int found = -1;

	while (choices[count].key)
		count++;
	for (i = 0; i < count && found < 0; i++) {
		size_t at = (from + i) % count;
		char *label = text_fold_typed(choices[at].label);
		bool digit = typed[0] >= '0' && typed[0] <= '9';

		if (strcmp(choices[at].key, typed) == 0 ||
			(!digit && *wanted && strncmp(label, wanted, strlen(wanted)) == 0))
			found = (int)at;
		free(label);
	}
	free(wanted);
	return found;
}

static bool any_holds(const struct choice *choices, const char *typed)
{
	char *wanted = text_fold_typed(typed);
	bool found = false;

	for (; choices->key && !found; choices++) {
		char *label = text_fold_typed(choices->label);

		found = strstr(label, wanted) != NULL;
		free(label);
	}
	free(wanted);
	return found;
}

/* A digit takes the level; letters the choice that begins with them, the same letter again the next one; else the list opens. */
static void choose_typed(struct ui *ui, struct view *view, const char *letter)
{
	struct form *form = view->data;
	const struct field_def *field = field_at(form, form->cursor);
	const char *value = form->now->values[form->fields[form->cursor]];
	struct choice *choices = field->type->choices(field, store_context(ui->store));
	bool digit = letter[0] >= '0' && letter[0] <= '9';
	char *word = xasprintf("%s%s", digit || !form->letters ? "" : form->letters, letter);
	int found = strcmp(letter, " ") == 0 ? -1 : find_choice(choices, word, 0);

	if (found < 0 && form->letters && strcmp(form->letters, letter) == 0) {
		size_t now = 0;

		while (value && choices[now].key && strcmp(choices[now].key, value) != 0)
			now++;
		found = find_choice(choices, letter, choices[now].key ? now + 1 : 0);
		free(word);
		word = xstrdup(letter);
	}
	if (found >= 0) {
		picked_value(ui, choices[found].key, view);
		form->letters = digit ? NULL : xstrdup(word);
	} else if (field->scale && digit) {
		ui_message(ui, _("There is no level %s; {choose} shows them all."), letter);
	} else {
		/* What no choice holds would only show an empty list. */
		open_field(ui, view, strcmp(letter, " ") != 0 && any_holds(choices, word) ? word : NULL);
	}
	free(word);
	choices_free(choices);
}

static enum answer save_form(struct ui *ui, struct view *view)
{
	view->dirty = true;
	save(ui, view);
	return ANSWER_DONE;
}

static enum answer leave_form(struct ui *ui, struct view *view)
{
	struct form *form = view->data;

	view->dirty = true;
	take_typed(ui, form);
	if (!form->changed)
		return ANSWER_CLOSE;
	confirm_view_open(ui, _("Leave without saving?"), leave, view);
	return ANSWER_DONE;
}

/* Up and down go from field to field, to the side within the line. */
static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct form *form = view->data;
	size_t page = (size_t)form->height;

	view->dirty = true;
	switch ((enum move)argument) {
	case MOVE_NEXT:
	case MOVE_DOWN:
		go(ui, form, (form->cursor + 1) % form->count);
		break;
	case MOVE_PREVIOUS:
	case MOVE_UP:
		go(ui, form, form->cursor ? form->cursor - 1 : form->count - 1);
		break;
	case MOVE_PAGE_DOWN:
		go(ui, form, form->cursor + page < form->count ? form->cursor + page : form->count - 1);
		break;
	case MOVE_PAGE_UP:
		go(ui, form, form->cursor > page ? form->cursor - page : 0);
		break;
	default:
		if (form->editing)
			line_editor_move(&form->editor, (enum move)argument);
	}
	return ANSWER_DONE;
}

static enum answer choose(struct ui *ui, struct view *view)
{
	struct form *form = view->data;

	view->dirty = true;
	if (form->editing && field_at(form, form->cursor)->type->editor == EDIT_LINE)
		go(ui, form, (form->cursor + 1) % form->count);
	else
		open_field(ui, view, NULL);
	return ANSWER_DONE;
}

static void line_changed(struct form *form)
{
	form->changed = form->typed = true;
	form->drafted = false;
}

/* In a line; where the field has none, what erases empties it. */
static enum answer edit_line(struct ui *ui, struct view *view, int what)
{
	struct form *form = view->data;
	const struct field_def *field = field_at(form, form->cursor);

	view->dirty = true;
	if (form->editing) {
		line_editor_edit(&form->editor, (enum line_edit)what);
		if (what >= LINE_ERASE)
			line_changed(form);
	} else if ((what == LINE_ERASE || what == LINE_ERASE_NEXT) && !is_fixed(form, field)) {
		record_set(form->now, field->name, NULL);
		changed_value(ui, form);
	}
	return ANSWER_DONE;
}

static void type(struct ui *ui, struct view *view, const char *text)
{
	struct form *form = view->data;
	const struct field_def *field = field_at(form, form->cursor);

	view->dirty = true;
	if (form->editing) {
		line_editor_insert(&form->editor, text);
		line_changed(form);
	} else if (field->type->editor == EDIT_CHOICE && field->type->choices && !is_fixed(form, field)) {
		choose_typed(ui, view, text);
	} else {
		open_field(ui, view, strcmp(text, " ") == 0 ? NULL : text);
	}
}

/* Into the line, the long text or the list of the field under the cursor. */
static bool paste(struct ui *ui, struct view *view, const char *text)
{
	struct form *form = view->data;
	const struct field_def *field = field_at(form, form->cursor);
	struct choice *choices = field->type->editor == EDIT_CHOICE || field->type->editor == EDIT_CHOICES
					 ? field->type->choices(field, store_context(ui->store))
					 : NULL;
	char *line;

	view->dirty = true;
	if (form->editing) {
		line = text_one_line(text);
		line_editor_insert(&form->editor, line);
		free(line);
		line_changed(form);
	} else if (field->type->editor == EDIT_TEXT || is_fixed(form, field)) {
		open_field(ui, view, text);
	} else if ((line = ui_paste_line(ui, text)) != NULL) {
		if (choices && !any_holds(choices, line))
			ui_message(ui, _("%s has no choice that holds what was pasted; {choose} shows them all."),
				_(field->label));
		else
			open_field(ui, view, line);
		free(line);
	}
	choices_free(choices);
	return true;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct form *form = view->data;
	int row = mouse->row - area.top - 1;

	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	if (row < 0 || row >= form->height || form->top + (size_t)row >= form->count)
		return ANSWER_DONE;
	view->dirty = true;
	go(ui, form, form->top + (size_t)row);
	if (mouse->kind == MOUSE_DOUBLE)
		open_field(ui, view, NULL);
	return ANSWER_DONE;
}

static void save_draft(struct ui *ui, struct view *view)
{
	struct form *form = view->data;

	if (!form->changed || form->drafted)
		return;
	take_typed(ui, form);
	form->drafted = form_draft_save(ui, form->now, ref_of(form));
}

static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	if (quiet >= 2000)
		save_draft(ui, view);
	return false;
}

static void load_draft(struct ui *ui, struct form *form)
{
	if (!form_draft_load(ui, form->now, ref_of(form)))
		return;
	form->changed = true;
	form->drafted = true;
	derive(ui, form);
	ui_message(ui, _("Your unsaved text is back; {leave} drops it."));
}

static void close_view(struct ui *ui, struct view *view)
{
	struct form *form = view->data;

	(void)ui;
	record_free(form->before);
	record_free(form->now);
	line_editor_free(&form->editor);
	forget_problem(form);
	free(form->opened);
	free(form->held);
	free(form->stash);
	free(form->letters);
	free(form->fields);
	free(form);
}

static const struct action actions[] = {
	{ .command = "save", .run = save_form },
	{ .command = "leave", .run = leave_form },
	{ .command = "move", .with = move },
	{ .command = "choose", .run = choose },
	{ .command = "edit-line", .with = edit_line },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "form",
	.modal = true,
	.types = true,
	.actions = actions,
	.draw = draw,
	.type = type,
	.paste = paste,
	.mouse = mouse,
	.idle = idle,
	.save_draft = save_draft,
	.close = close_view };

/*
 * A copy: the values of another record, none of its identity.  Of one that was
 * signed it is the next version, which nobody has signed yet: it begins anew,
 * without days.
 */
static void take_values(struct record *copy, const struct record *record)
{
	const struct register_def *def = record->def;
	bool frozen = status_is_frozen(def, record_get(record, "status"));
	size_t i;

	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];

		if (field->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_BY_PROGRAM))
			continue;
		if (!frozen || (field->type->editor != EDIT_DATE && strcmp(field->name, "status") != 0))
			record_set(copy, field->name, record->values[i]);
	}
	if (frozen && register_field(def, "supersedes"))
		record_set(copy, "supersedes", record->ref);
}

/* NULL: the record is not there, which is said; a new one (id 0) always is. */
static struct form *form_open(struct ui *ui, const struct register_def *def, int64_t id)
{
	struct form *form;
	struct error error = { 0 };
	struct record *record = id ? store_record(ui->store, id < 0 ? -id : id, &error) : NULL;
	size_t i;

	if (id && !record) {
		ui_error(ui, &error);
		error_clear(&error);
		return NULL;
	}
	form = xcalloc(1, sizeof *form);
	form->def = def;
	form->fields = xcalloc(def->field_count, sizeof *form->fields);
	for (i = 0; i < def->field_count; i++)
		if (!(def->fields[i].flags & (FIELD_HIDDEN | FIELD_INTERNAL | FIELD_SNAPSHOT)) &&
			!(id <= 0 && (def->fields[i].flags & (FIELD_INVERSE | FIELD_BY_PROGRAM))))
			form->fields[form->count++] = i;
	if (id > 0) {
		form->before = record;
		form->now = record_copy(record);
	} else {
		form->now = record_new(def, store_context(ui->store)->time_zone);
		if (record)
			take_values(form->now, record);
		form->changed = record != NULL;
		derive(ui, form);
		record_free(record);
	}
	load_draft(ui, form);
	return form;
}

/* What is proposed is passed over: the cursor stands where something is to be said. */
static void pass_over(struct form *form)
{
	while (form->cursor + 1 < form->count && form->now->values[form->fields[form->cursor]])
		form->cursor++;
}

/* Shows it with the cursor on that field, where the form has it. */
static void form_push(struct ui *ui, struct form *form, const char *field)
{
	size_t i;

	for (i = 0; field && i < form->count; i++)
		if (strcmp(field_at(form, i)->name, field) == 0)
			form->cursor = i;
	enter_field(ui, form);
	ui_push(ui, view_new(&ops, form));
}

void form_view_open(struct ui *ui, const struct register_def *def, int64_t id)
{
	form_view_open_at(ui, def, id, NULL);
}

void form_view_open_at(struct ui *ui, const struct register_def *def, int64_t id, const char *field)
{
	struct form *form = form_open(ui, def, id);

	if (form)
		form_push(ui, form, field);
}

/* A new record with a field set already; a draft that came back goes before what is preset. */
static void open_preset(
	struct ui *ui, const struct register_def *def, const char *preset, const char *value, const char *field)
{
	struct form *form = form_open(ui, def, 0);

	if (preset && !form->changed) {
		record_set(form->now, preset, value);
		derive(ui, form);
		pass_over(form);
	}
	form_push(ui, form, field);
}

void form_view_open_for(
	struct ui *ui, const struct register_def *def, const char *link, const char *ref, const char *field)
{
	open_preset(ui, def, link, ref, field);
}

void form_view_open_with(struct ui *ui, const struct register_def *def, const char *preset)
{
	const char *equals = preset ? strchr(preset, '=') : NULL;
	char *field = equals ? xstrndup(preset, (size_t)(equals - preset)) : NULL;

	open_preset(ui, def, field, equals ? equals + 1 : NULL, NULL);
	free(field);
}

void form_view_open_record(struct ui *ui, struct record *start, const char *field)
{
	struct form *form = form_open(ui, start->def, 0);

	/* An unsaved text that was found goes before what is only proposed. */
	if (form->changed) {
		record_free(start);
	} else {
		record_free(form->now);
		form->now = start;
		derive(ui, form);
		pass_over(form);
	}
	form_push(ui, form, field);
}
