/* What a form looks like: a line a field, and under them why a value is refused, what the field is for, what the value means. */
#include <stdlib.h>
#include <string.h>

#include "tui/form.h"

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
		if (level)
			column += draw_level_text(
				row, column, area.left + area.width - column, level, scale->count, text);
		else
			column += draw_text(row, column, area.left + area.width - column, STYLE_DIM, text, false);
		free(text);
	}
	if (!first)
		draw_text(row, column, 1, STYLE_PLAIN, " ", false);
}

/* What is pressed in a form for that command. */
static const char *key_of(const char *command)
{
	return command_key(command, &form_place);
}

/* What the value under the cursor means, or how to give one. */
static char *advice(struct ui *ui, const struct form *form)
{
	const struct field_def *field = form_field(form, form->cursor);
	const struct scale *scale = context_scale(store_context(ui->store), field->scale);
	const char *value = form->now->values[form->fields[form->cursor]];
	int level = value ? atoi(value) : 0;
	char *rates, *demanded;

	if (form->stands && record_field_stands(form->before, field))
		return xstrdup(form->def->frozen_completed
				       ? _("It stands as it was closed; what is still empty can be written.")
				       : _("It stands as it was signed; another version or a withdrawal replaces it."));
	if (form_is_fixed(form, field))
		return form_fixed_text(form, field);
	if ((demanded = form_demands_advice(form->now, field)))
		return demanded;
	if (scale && level >= 1 && level <= scale->count && scale->definitions[level - 1] &&
		*scale->definitions[level - 1])
		return xasprintf(_("%s: %s"), scale->names[level - 1], scale->definitions[level - 1]);
	if ((rates = form_rating_advice(ui, form)))
		return rates;
	if (field->type->editor == EDIT_DATE)
		return xasprintf(_("A date, +30 for in thirty days, or %s for the calendar."), key_of("choose"));
	if (field->type == &type_date_time)
		/* TRANSLATORS: a time zone */
		return xasprintf(
			_("A date and time of %s, or with Z or an offset such as +01:00; a date alone names no time."),
			field_beside(field, store_context(ui->store), NULL));
	if (!form_is_line(field))
		return xasprintf(_("%s chooses or opens, %s empties."), key_of("choose"), key_of("erase-next"));
	return xstrdup("");
}

#define BESIDE 28 /* columns of a value that has something beside it, with the gap */

static void draw_field(struct ui *ui, struct form *form, const struct form_row *of, int line, struct area area)
{
	size_t i = of->field;
	const struct field_def *field = form_field(form, i);
	const char *value = form->now->values[form->fields[i]];
	int left = area.left + form->label + 1, width = area.width - form->label - 2;
	bool here = i == form->cursor;
	const char *beside;
	enum style style = here ? STYLE_FIELD_ACTIVE : form_is_fixed(form, field) ? STYLE_DIM : STYLE_FIELD;
	char *text;

	if (field->type->editor == EDIT_TEXT)
		form_text_draw(of, line, left, width, style, here);
	if (of->part)
		return;
	if (here)
		draw_spoken(line, area.left + 2);
	draw_text(line, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	draw_text(line, area.left + 2, form->label - 3, form_is_fixed(form, field) ? STYLE_DIM : STYLE_PLAIN,
		_(field->label), false);
	if ((field->flags & FIELD_REQUIRED) || (!form_is_fixed(form, field) && form_demands_field(form->now, field)))
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
	if (field->type->editor == EDIT_TEXT)
		return;
	text = shown(ui, form, field, value);
	if (field_is_risk_level(field) && value) {
		const struct model_context *context = store_context(ui->store);

		draw_level_text(line, left, width, method_level_named(context, value, text),
			context->method.scales[SCALE_RISK].count, text);
	} else {
		draw_text(line, left, width, style, text, here);
	}
	free(text);
}

static void draw_row(struct ui *ui, struct form *form, size_t i, int line, struct area area)
{
	const struct section_def *here = form_section(form, form->cursor);
	const struct form_row *row = i < form->row_count ? &form->rows[i] : NULL;

	draw_fill(line, area.left, area.width, STYLE_PLAIN);
	if (row && row->heading)
		draw_section(line, area.left + 1, area.width - 2, row->heading,
			here && strcmp(_(here->heading), row->heading) == 0);
	else if (row && row->field != SIZE_MAX)
		draw_field(ui, form, row, line, area);
	if (row && row->field == form->cursor && !row->heading)
		draw_bar(line, area.left, area.width);
}

static int label_width(const struct form *form, int width)
{
	int widest = 10;
	size_t i;

	for (i = 0; i < form->count; i++) {
		int columns = text_columns(_(form_field(form, i)->label));

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
	else if (form->made_from)
		/* TRANSLATORS: "New: Action (M-1 Kick-off)": what it is, what it is made from */
		text = xasprintf(_("New: %s (%s)"), _(form->def->label), form->made_from);
	else
		text = xasprintf(_("New: %s"), _(form->def->label));
	free(about);
	return text;
}

static int lines_of(const char *text, int width)
{
	struct strings lines = { 0 };
	int count;

	text_wrap(text, width, &lines);
	count = (int)lines.count;
	strings_free(&lines);
	return count;
}

/* What the field is for, and below it what its value means: half of the lines each, and what one leaves the other takes. */
static void draw_foot(
	struct area area, enum style style, const char *text, enum style advice_style, const char *advice_text)
{
	int half = area.height / 2, above = lines_of(text, area.width), below = lines_of(advice_text, area.width);

	if (above < half && below > half)
		above = area.height - below > above ? area.height - below : above;
	else if (above > half && below < half)
		above = area.height - below < above ? area.height - below : above;
	else
		above = half;
	draw_paragraph((struct area){ area.top, area.left, above, area.width }, style, text);
	draw_paragraph((struct area){ area.top + above, area.left, area.height - above, area.width }, advice_style,
		advice_text);
}

void form_draw(struct ui *ui, struct view *view, struct area area)
{
	struct form *form = view->data;
	const struct field_def *active = form_field(form, form->cursor);
	const char *warning, *problem;
	char *title, *text;
	int row;
	size_t i, stops;

	/* Once for all that was typed ahead, not once for each letter of it. */
	if (form->typed)
		form_take_typed(ui, form);
	warning = record_warning(form->now, store_context(ui->store));

	form->height = area.height - 6;
	form->label = label_width(form, area.width);
	form->width = area.width - form->label - 2;
	form_lay_out(form);
	title = heading(ui, form);
	draw_text(area.top, area.left + 1, area.width - 10, STYLE_TITLE, title, true);
	free(title);
	i = form_stop_place(form, &stops);
	text = xasprintf("%zu/%zu", i, stops);
	draw_text_right(area.top, area.left + area.width - 9, 8, STYLE_DIM, text);
	free(text);
	draw_cursor(-1, 0);
	for (row = 0; row < form->height; row++)
		draw_row(ui, form, form->top + (size_t)row, area.top + 1 + row, area);
	row = area.top + area.height - 5;
	draw_horizontal(row, area.left, area.width);
	draw_levels(ui, form, row, area);
	text = warning ? xstrdup(warning) : advice(ui, form);
	problem = form->problem && !ui_answered(ui, form->problem) ? form->problem : NULL;
	draw_foot((struct area){ row + 1, area.left + 1, 4, area.width - 2 },
		problem        ? STYLE_ERROR
		: form->remark ? STYLE_LATE
			       : STYLE_DIM,
		problem        ? problem
		: form->remark ? form->remark
			       : _(active->help),
		warning ? STYLE_LATE : STYLE_DIM, text);
	free(text);
}
