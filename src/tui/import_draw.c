/* A table before it is imported, as it stands on the screen: what is said of all of it, its columns, and the one under the cursor. */
#include <stdlib.h>
#include <string.h>

#include "tui/importing.h"

#define WIDE 120 /* columns from which it stands beside each field how that was known */

/* Where the parts of a column's line begin. */
struct places {
	int field, known, samples, end; /* known 0: it has no room */
};

static struct places places_of(struct area area)
{
	int each = area.width >= 180 ? 40 : area.width >= WIDE ? 28 : 21;
	struct places places = { .field = area.left + 6 + each, .end = area.left + area.width - 1 };

	places.known = area.width >= WIDE ? places.field + each : 0;
	places.samples = places.known ? places.known + 18 : places.field + each;
	return places;
}

static const char *origin_label(enum column_origin origin)
{
	switch (origin) {
	case BY_NAME:
		return _("its name");
	case BY_LABEL:
		return _("its label");
	case BY_SYNONYM:
		return _("another word");
	case BY_MEMORY:
		return _("the last time");
	case BY_USER:
		return _("you");
	default:
		return "";
	}
}

static const char *use_label(const struct import_column *column, enum style *style)
{
	*style = STYLE_DIM;
	switch (column->use) {
	case USE_UNKNOWN:
		*style = STYLE_LATE;
		return _("? not known");
	case USE_SKIPPED:
		return _("left out");
	case USE_NOTHING:
		return column->own     ? _("worked out here")
		       : column->clock ? _("time of the day before it")
				       : _("nothing to read");
	case USE_REF:
		*style = STYLE_PLAIN;
		return _("Ref");
	case USE_UUID:
		*style = STYLE_PLAIN;
		return "uuid";
	default:
		*style = STYLE_PLAIN;
		return _(column->field->label);
	}
}

/* The first values that differ, on one line.  The caller frees. */
static char *samples_of(const struct import_column *column)
{
	char *joined = strings_join(&column->samples, " | "), *line = text_one_line(joined);

	free(joined);
	return line;
}

static void draw_column(const struct importing *import, size_t index, int row, struct area area)
{
	const struct import_column *column = &import->plan->columns[index];
	struct places at = places_of(area);
	bool current = importing_column(import) == index;
	char *samples = samples_of(column);
	enum style style;
	const char *field = use_label(column, &style);

	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	draw_text(row, area.left, 1, STYLE_ACCENT, current ? ">" : " ", false);
	draw_text(row, area.left + 2, 3, STYLE_DIM, column->letter, true);
	draw_text(row, area.left + 6, at.field - area.left - 7, column->use == USE_NOTHING ? STYLE_DIM : STYLE_PLAIN,
		column->heading, true);
	draw_text(row, at.field, (at.known ? at.known : at.samples) - at.field - 1, style, field, true);
	if (at.known)
		draw_text(row, at.known, at.samples - at.known - 1, STYLE_DIM, origin_label(column->origin), true);
	if (column->open)
		draw_text(row, at.samples, at.end - at.samples, STYLE_LATE,
			column->open == OPEN_ORDER ? _("? day or month first") : _("? decimals or thousands"), true);
	else
		draw_text(row, at.samples, at.end - at.samples, STYLE_DIM, samples, true);
	if (current) {
		draw_spoken(row, area.left);
		draw_bar(row, area.left, area.width);
	}
	free(samples);
}

static void draw_setting(const struct importing *import, size_t index, int row, struct area area)
{
	enum setting setting = import->settings[index];
	bool current = import->cursor == index, open = (setting == SET_REGISTER && !import->plan->def) ||
						       (setting == SET_DATES && import->given.order == ORDER_LOCALE) ||
						       (setting == SET_DECIMAL && import->given.decimal == SIGN_EITHER);
	char *value = setting_value(import, setting);

	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	draw_text(row, area.left, 1, STYLE_ACCENT, current ? ">" : " ", false);
	draw_text(row, area.left + 2, 26, STYLE_DIM, setting_label(setting), true);
	draw_text(row, area.left + 28, area.width - 29, open ? STYLE_LATE : STYLE_PLAIN, value, true);
	if (current) {
		draw_spoken(row, area.left);
		draw_bar(row, area.left, area.width);
	}
	free(value);
}

/* ---- the foot: what is to be said of what the cursor is on ---- */

/* The day that a date of the column is taken for; the caller frees; NULL: none. */
static char *as_taken(const struct importing *import, const struct import_column *column)
{
	struct date today = environment_today(NULL);
	struct reading_form form = { .table = true, .order = import->given.order };
	struct date_reading read;
	size_t i;

	if (import->given.order == ORDER_LOCALE || !field_is_day(column->field))
		return NULL;
	for (i = 0; i < column->samples.count; i++)
		if (date_read(column->samples.items[i], &form, &today, &read) == READING_SURE &&
			strpbrk(column->samples.items[i], "/.")) {
			char *day = date_format_long(&read.date),
			     /* TRANSLATORS: a date as it is written, the day it is taken for */
				*text = xasprintf(_("%s is taken as %s."), column->samples.items[i], day);

			free(day);
			return text;
		}
	return NULL;
}

static void add(struct buffer *text, const char *sentence)
{
	if (text->length && *sentence)
		buffer_add_char(text, ' ');
	buffer_add(text, sentence);
}

static void add_field(struct buffer *text, const struct importing *import, const struct import_column *column)
{
	char *taken = as_taken(import, column), *key = NULL;

	if (column->reading)
		add(text, column->reading);
	if (column->open) {
		key = xasprintf(column->open == OPEN_ORDER ? _("%s says which number is the day.")
							   : _("%s says which sign is before decimals."),
			command_key(column->open == OPEN_ORDER ? "day-or-month" : "decimal-sign", NULL));
		add(text, key);
		free(key);
	}
	if (taken)
		add(text, taken);
	free(taken);
	if (column->origin == BY_MEMORY)
		add(text, _("You said so the last time."));
	if (column->field->help)
		add(text, _(column->field->help));
}

static char *told_of_column(const struct importing *import, size_t place)
{
	const struct import_column *column = &import->plan->columns[place];
	const struct field_def *either[2];
	struct buffer text = { 0 };
	char *samples = samples_of(column), *filled, *what = NULL;

	filled = xasprintf(ngettext("%zu cell is filled: %s", "%zu cells are filled: %s", column->filled),
		column->filled, samples);
	if (import_plan_either(import->plan, place, either)) {
		/* TRANSLATORS: two fields; keys */
		what = xasprintf(_("This may be %s or %s: %s says which, %s leaves it out."), _(either[0]->label),
			_(either[1]->label), command_key("choose", NULL), command_key("leave-out", NULL));
		add(&text, what);
	} else if (column->use == USE_UNKNOWN) {
		/* TRANSLATORS: keys */
		what = xasprintf(_("Nobody knows what this column is: %s gives it a field, %s leaves it out."),
			command_key("choose", NULL), command_key("leave-out", NULL));
		add(&text, what);
	} else if (column->use == USE_FIELD) {
		add_field(&text, import, column);
	} else if (column->use == USE_REF) {
		add(&text, _("What the row is called here, or elsewhere: by it a record is known again."));
	}
	if (column->filled)
		add(&text, filled);
	free(filled);
	free(samples);
	free(what);
	return text.data ? buffer_take(&text) : xstrdup("");
}

static char *told(const struct importing *import)
{
	const struct import_plan *plan = import->plan;
	size_t column = importing_column(import), i;
	struct buffer text = { 0 };

	if (column < plan->column_count)
		return told_of_column(import, column);
	add(&text, setting_help(import->settings[import->cursor]));
	for (i = 0; import->settings[import->cursor] == SET_NOTES && i < plan->notes.count; i++)
		add(&text, importing_said(import, plan->notes.items[i]));
	return buffer_take(&text);
}

/* ---- all of it ---- */

/* A field that every record needs and no column is, where no column says which record a row is about; NULL: none. */
static const struct field_def *find_lacking(const struct import_plan *plan)
{
	size_t i, j;

	for (j = 0; j < plan->column_count; j++)
		if (plan->columns[j].use == USE_REF || plan->columns[j].use == USE_UUID)
			return NULL;
	for (i = 0; plan->def && i < plan->def->field_count; i++) {
		const struct field_def *field = &plan->def->fields[i];
		bool there = !(field->flags & FIELD_REQUIRED) || field->initial;

		for (j = 0; j < plan->column_count && !there; j++)
			there = plan->columns[j].use == USE_FIELD && plan->columns[j].field == field;
		if (!there)
			return field;
	}
	return NULL;
}

static void draw_heading_line(const struct importing *import, const struct view *view, struct area area)
{
	size_t first, open = importing_open(import, &first);
	const struct field_def *lacking = open ? NULL : find_lacking(import->plan);
	char *name = text_printable(importing_name(import->path), false),
	     /* TRANSLATORS: a file */
		*title = xasprintf(_("Import of %s"), name),
	     *said = open ? xasprintf(ngettext("%zu to settle", "%zu to settle", open), open)
		     : lacking
			     /* TRANSLATORS: the label of a field that every record needs */
			     ? xasprintf(_("no column is %s"), _(lacking->label))
			     : command_told(_("all is settled: {look} shows what it would do"), &view->place);
	int width = text_columns(said);

	draw_text(area.top, area.left + 1, area.width - width - 3, STYLE_TITLE, title, true);
	draw_text_right(
		area.top, area.left + area.width - width - 1, width, open || lacking ? STYLE_LATE : STYLE_GOOD, said);
	free(name);
	free(title);
	free(said);
}

static void draw_names(int row, struct area area)
{
	struct places at = places_of(area);

	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	draw_text(row, area.left + 6, at.field - area.left - 7, STYLE_DIM, _("Column"), false);
	draw_text(row, at.field, at.samples - at.field - 1, STYLE_DIM, _("Field"), false);
	if (at.known)
		draw_text(row, at.known, at.samples - at.known - 1, STYLE_DIM, _("Known by"), true);
	draw_text(row, at.samples, at.end - at.samples, STYLE_DIM, _("Values"), false);
}

void import_draw(struct ui *ui, struct view *view, struct area area)
{
	struct importing *import = view->data;
	int foot = area.height >= 40 ? 5 : 3, row = area.top + 1, bottom = area.top + area.height - foot - 1;
	size_t i, column;
	char *text;

	(void)ui;
	importing_arrange(import);
	view->place.idle = importing_idle(import);
	draw_heading_line(import, view, area);
	for (i = 0; i < import->setting_count && row < bottom; i++, row++)
		draw_setting(import, i, row, area);
	draw_names(row++, area);
	import->first = row;
	import->height = bottom - row > 0 ? bottom - row : 0;
	column = importing_column(import);
	if (column < import->plan->column_count)
		cursor_in_view(&import->top, column, import->height);
	if (import->top >= import->plan->column_count)
		import->top = 0;
	for (i = import->top; row < bottom; row++, i++)
		if (i < import->plan->column_count)
			draw_column(import, i, row, area);
		else
			draw_fill(row, area.left, area.width, STYLE_PLAIN);
	draw_horizontal(bottom, area.left, area.width);
	text = told(import);
	draw_paragraph((struct area){ bottom + 1, area.left + 1, foot, area.width - 2 }, STYLE_PLAIN, text);
	free(text);
}
