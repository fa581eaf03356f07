/* What the views with a list draw alike: heading, rows, the pane of the record under the cursor. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

#define VALUE_LEAST 30 /* columns of a value in the pane of the record */

static void draw_nothing(const struct browse *browse, struct area area)
{
	char *text;

	if (browse->filter)
		text = xasprintf(_("Nothing passes the filter \"%s\". %s changes it."), browse->filter,
			command_key("filter", NULL));
	else if (browse->empty)
		text = xasprintf(browse->empty, command_key("back", NULL));
	else
		text = xasprintf(_("%s\n\nNothing is here yet. %s adds the first one."),
			_(browse->list.query->def->help), command_key("add", NULL));
	draw_empty(area, text);
	free(text);
}

/* The columns of the place in the list, "6/80": as many for all its rows; before they are counted, what a longer list needs. */
static int place_columns(const struct rowlist *list)
{
	char *last;
	int columns;

	if (list->total <= 0)
		return 15;
	last = xasprintf("%lld/%lld", (long long)list->total, (long long)list->total);
	columns = text_columns(last);
	free(last);
	return columns;
}

/* The line under the list: where the cursor is; and, where no pane shows the record, its whole title, which the list may have cut. */
void browse_draw_status(struct ui *ui, struct browse *browse)
{
	const struct row *row = rowlist_current(&browse->list);
	char *position, *order;
	int place = place_columns(&browse->list), width;

	if (ui->message)
		return;
	/* Where no heading has the arrow, the order is said beside the place. */
	order = rowlist_order_unseen(&browse->list);
	if (order)
		place += text_columns(order) + 2;
	width = ui->columns - place - 3;
	if (!browse->pane.height && (browse->shown != (row ? row->id : 0) || browse->place != place)) {
		char *title = row ? store_title(ui->store, row->ref) : NULL,
		     *text = row ? xasprintf("%s  %s", row->ref, title ? title : "") : xstrdup("");

		draw_text(ui->rows - 2, 1, width, STYLE_DIM, text, true);
		draw_fill(ui->rows - 2, width + 1, 1, STYLE_PLAIN);
		browse->shown = row ? row->id : 0;
		browse->place = place;
		free(title);
		free(text);
	}
	position = rowlist_position(&browse->list);
	if (order) {
		char *both = xasprintf("%s  %s", order, position);

		free(position);
		position = both;
	}
	draw_text_right(ui->rows - 2, ui->columns - place - 1, place, STYLE_DIM, position);
	free(position);
	free(order);
}

#define HEADINGS 20 /* rows of a pane that parts its record by headings */

static bool is_shown(const struct field_def *field)
{
	return !(field->flags & (FIELD_TITLE | FIELD_INTERNAL));
}

#define PANE_LEAST 46  /* columns of a pane in which a long text is read with ease */
#define LIST_GOOD 130  /* columns of a list that shows its titles beside all it tells: the pane has what is left */
#define VALUE_LEFT 16  /* columns that the values have at least where a label is long */
#define TEXT_BESIDE 30 /* columns that a long text has at least beside its label; else it stands below */

int browse_draw_field(struct ui *ui, struct area area, int label, const struct record *record, size_t i)
{
	const struct model_context *context = store_context(ui->store);
	const struct field_def *field = &record->def->fields[i];
	const char *name = _(field->label);
	char *text = field->type->storage == STORED_REFERENCE
			     ? store_reference(ui->store, record->values[i], REFERENCE_TITLE)
			     : field_format(field, context, record->values[i]);
	int level = field_is_risk_level(field) ? method_level_named(context, record->values[i], text) : 0, used = 1;
	bool below = field->type->editor == EDIT_TEXT &&
		     (area.width - label - 1 < TEXT_BESIDE || text_columns(name) > label - 1);

	if (!below && text_columns(name) > label - 1 && field->short_label)
		name = _(field->short_label);
	draw_text(area.top, area.left, (below ? area.width : label) - 1, STYLE_DIM, name, false);
	if (level)
		draw_level_text(area.top, area.left + label, area.width - label - 1, level,
			context->method.scales[SCALE_RISK].count, text);
	else if (below)
		used += draw_wrapped((struct area){ area.top + 1, area.left + 2, area.height - 1, area.width - 3 },
			STYLE_PLAIN, text, false);
	else
		used = draw_wrapped((struct area){ area.top, area.left + label, area.height, area.width - label - 1 },
			STYLE_PLAIN, text, false);
	free(text);
	return used;
}

/* Columns for the labels of what stands in its line; a long text whose label is longer stands below its own. */
static int label_width(const struct record *record, int most)
{
	int widest = 12;
	size_t i;

	for (i = 0; i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];
		int columns = record->values[i] && is_shown(field) && field->type->editor != EDIT_TEXT
				      ? text_columns(_(field->label))
				      : 0;

		widest = columns > widest ? columns : widest;
	}
	return widest + 2 > most ? most : widest + 2;
}

/* The fields that hold something, from that line of the pane on. */
static void draw_fields(struct ui *ui, struct area pane, int line, const struct record *record)
{
	const struct section_def *section = NULL, *here;
	int half = pane.width / 2, beside = pane.width - VALUE_LEFT,
	    label = label_width(record, beside > half ? beside : half);
	size_t j;

	for (j = 0; j < record->def->field_count && line < pane.top + pane.height; j++) {
		if (!record->values[j] || !is_shown(&record->def->fields[j]))
			continue;
		here = register_section(record->def, j);
		/* A low pane has room for what the record says, not for headings. */
		if (here && here != section && pane.height >= HEADINGS) {
			draw_section(line++, pane.left, pane.width - 1, _(here->heading), false);
			section = here;
			if (line >= pane.top + pane.height)
				break;
		}
		line += browse_draw_field(ui,
			(struct area){ line, pane.left, pane.top + pane.height - line, pane.width }, label, record, j);
	}
}

void browse_draw_pane(struct ui *ui, struct browse *browse)
{
	const struct row *row = rowlist_current(&browse->list);
	struct area pane = browse->pane;
	struct error error = { 0 };
	struct record *record = row ? store_record(ui->store, row->id, &error) : NULL;
	int line = pane.top, i;

	browse->shown = row ? row->id : 0;
	for (i = 0; i < pane.height; i++)
		draw_fill(pane.top + i, pane.left, pane.width, STYLE_PLAIN);
	if (!record) {
		/* What is gone meanwhile leaves the list by itself. */
		if (error.kind && error.kind != ERROR_INVALID)
			draw_wrapped(pane, STYLE_ERROR, error.message, false);
		error_clear(&error);
		return;
	}
	{
		char *title = xasprintf("%s  %s", row->ref,
			browse->title_column ? row->cells[browse->title_column].text
					     : record_title(record, store_context(ui->store)->language));

		draw_text(line++, pane.left, pane.width, STYLE_TITLE, title, false);
		free(title);
	}
	draw_fields(ui, pane, line, record);
	record_free(record);
}

/* The columns that the fields of a register need beside their labels; the same for all its records, so that the pane stands still. */
static int columns_needed(const struct register_def *def)
{
	int label = 0, value = VALUE_LEAST;
	size_t i;

	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];

		/* A long text finds room below its label. */
		if (!is_shown(field) || field->type->editor == EDIT_TEXT)
			continue;
		if (text_columns(_(field->label)) > label)
			label = text_columns(_(field->label));
		if (field_width(field) > value)
			value = field_width(field);
	}
	return label + value + 4 > PANE_LEAST ? label + value + 4 : PANE_LEAST;
}

/* The lines that they need, a text that is told over several having three. */
static int lines_needed(const struct register_def *def)
{
	int lines = 2;
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (is_shown(&def->fields[i]))
			lines += def->fields[i].type->editor == EDIT_TEXT ? 3 : 1;
	return lines;
}

struct area browse_lay_out(struct browse *browse, struct area area)
{
	const struct register_def *def = browse->list.query->def;

	browse->pane.height = 0;
	if (area.width >= 120) {
		int needed = columns_needed(def), width = area.width / 3 < needed ? area.width / 3 : needed,
		    left = area.width - LIST_GOOD > PANE_LEAST ? area.width - LIST_GOOD : PANE_LEAST;

		width = left < width ? left : width;

		browse->pane = (struct area){ area.top, area.left + area.width - width + 2, area.height, width - 2 };
		area.width -= width + 1;
		draw_vertical(area.top, area.left + area.width, area.height);
	} else if (area.height >= 28) {
		int needed = lines_needed(def), height = area.height / 3 < needed ? area.height / 3 : needed;

		browse->pane =
			(struct area){ area.top + area.height - height + 1, area.left + 1, height - 1, area.width - 2 };
		area.height -= height;
		draw_horizontal(area.top + area.height, area.left, area.width);
	}
	return area;
}

/* What is shown, and behind a filter, which may be one of last time, the key that takes it off. */
static void draw_list_heading(struct ui *ui, const struct browse *browse, struct area area, const char *title)
{
	char *heading = ui_heading(ui, browse->list.query->def, title, browse->filter),
	     *way_out = browse->filter ? command_told(_("{step-back} shows all again."), NULL) : xstrdup("");
	int width = text_columns(way_out), room = area.width - 1;

	if (width && width + 2 + text_columns(title) < room) {
		draw_text_right(area.top, area.left + area.width - width - 1, width, STYLE_DIM, way_out);
		room -= width + 2;
	}
	draw_heading((struct area){ area.top, area.left + 1, 1, room }, heading, !browse->list.quiet);
	free(heading);
	free(way_out);
}

void browse_draw(struct ui *ui, struct browse *browse, struct area area, const char *title)
{
	const struct register_def *def = browse->list.query->def;

	browse->list.titled = title || browse->filter;
	if (browse->list.titled) {
		draw_list_heading(ui, browse, area, title ? title : _(def->plural));
		area.top++;
		area.height--;
	}
	rowlist_draw(ui, &browse->list, area);
	if (!browse->list.rows.count && !browse->list.failure.sentence)
		draw_nothing(browse, area);
	if (browse->pane.height)
		browse_draw_pane(ui, browse);
	else
		browse->shown = -1;
	browse_draw_status(ui, browse);
}
