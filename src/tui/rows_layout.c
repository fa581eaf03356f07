/* Which columns of a list have room, how wide they are, and what stands over them. */
#include <stdlib.h>
#include <string.h>

#include "tui/rows_parts.h"

#define TITLE_LEAST 30  /* columns of a title wherever the list has room for it */
#define TITLE_GOOD 50   /* before names stand whole */
#define CLOSED_LEAST 20 /* of a choice, whose words are few */
#define TEXT_LEAST 16   /* of a free text; what it says, the record beside the list says whole */
#define TEXT_MOST 40
#define TEXT_KEPT 30 /* with fewer columns its beginnings tell nothing */
#define REF_LEAST 18

const struct field_def *rowlist_field(const struct rowlist *list, size_t column)
{
	const struct register_def *owner;
	const struct field_def *field = NULL;

	query_path(list->query->def, list->columns[column], &owner, &field);
	return field;
}

static const char *sort_of(const struct rowlist *list)
{
	const struct register_def *def = list->query->def;

	return list->query->sort ? list->query->sort : def->sort ? def->sort : "ref";
}

static char *heading(const struct rowlist *list, size_t column, bool shortened)
{
	const struct field_def *field = rowlist_field(list, column);
	const char *label = !field ? (strcmp(list->columns[column], "ref") == 0 ? _("Ref") : list->columns[column])
			    : shortened && field->short_label ? _(field->short_label)
							      : _(field->label);

	return xasprintf("%s%s", label,
		strcmp(sort_of(list), list->columns[column]) != 0 ? ""
		: list->query->descending                         ? " \xe2\x96\xbc"
								  : " \xe2\x96\xb2");
}

static int heading_columns(const struct rowlist *list, size_t column, bool shortened)
{
	char *text = heading(list, column, shortened);
	int columns = text_columns(text);

	free(text);
	return columns;
}

char *rowlist_heading(const struct rowlist *list, size_t column)
{
	return heading(list, column, heading_columns(list, column, false) > list->widths[column]);
}

char *rowlist_order_unseen(const struct rowlist *list)
{
	const struct register_def *owner;
	const struct field_def *field = NULL;
	size_t i;

	for (i = 0; list->widths && i < list->column_count; i++)
		if (list->widths[i] && strcmp(list->columns[i], sort_of(list)) == 0)
			return NULL;
	if (!list->widths || !query_path(list->query->def, sort_of(list), &owner, &field) || !field)
		return NULL;
	return xasprintf("%s %s", _(field->label), list->query->descending ? "\xe2\x96\xbc" : "\xe2\x96\xb2");
}

/* The column that takes what the others leave: the title, else the first reference, else the last. */
static size_t wide_column(const struct rowlist *list)
{
	size_t i;

	for (i = 0; i < list->column_count; i++)
		if (rowlist_field(list, i) && (rowlist_field(list, i)->flags & FIELD_TITLE))
			return i;
	for (i = 0; i < list->column_count; i++)
		if (rowlist_field(list, i) && field_is_reference(rowlist_field(list, i)))
			return i;
	return list->column_count - 1;
}

/* As it is drawn where there is room. */
static const char *cell_text(struct ui *ui, const struct rowlist *list, const struct row *row, size_t column)
{
	enum style style = STYLE_PLAIN;

	return list->decorate ? list->decorate(ui, row, column, &style) : row->cells[column].text;
}

/* What each column would like: as wide as what it holds in the rows at hand.  It only grows, so that lists do not twitch. */
static void measure(struct ui *ui, struct rowlist *list)
{
	size_t i, j;

	if (!list->natural)
		list->natural = xcalloc(list->column_count, sizeof *list->natural);
	for (j = 0; j < list->rows.count; j++)
		for (i = 0; i < list->column_count; i++) {
			const char *text = cell_text(ui, list, &list->rows.items[j], i);
			int columns =
				list->rows.items[j].cells[i].level ? draw_level_columns(text) : text_columns(text);

			if (columns > list->natural[i])
				list->natural[i] = columns;
		}
}

/* The widest name of a column of people in its short form. */
static int widest_name(struct ui *ui, const struct rowlist *list, size_t column)
{
	int widest = 0;
	size_t j;

	for (j = 0; j < list->rows.count; j++) {
		int columns = text_columns(ui_short_name(ui, cell_text(ui, list, &list->rows.items[j], column)));

		widest = columns > widest ? columns : widest;
	}
	return widest;
}

static bool is_people(const struct rowlist *list, size_t column)
{
	return rowlist_field(list, column) && field_is_person(rowlist_field(list, column));
}

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

static int greater(int a, int b)
{
	return a > b ? a : b;
}

/* What a column asks for beside the title. */
static struct column_wish wish_of(struct ui *ui, const struct rowlist *list, size_t column, bool shorten)
{
	const struct field_def *field = rowlist_field(list, column);
	int natural = list->natural[column], label = heading_columns(list, column, true);
	struct column_wish wish = { .good = natural, .most = greater(natural, heading_columns(list, column, false)) };

	if (!field)
		wish.least = strcmp(list->columns[column], "ref") == 0 ? smaller(natural, REF_LEAST) : natural;
	else if (field_is_person(field))
		wish.least = shorten ? widest_name(ui, list, column) : natural;
	else if (field->type->editor == EDIT_CHOICE || field->type->editor == EDIT_CHOICES)
		wish.least = smaller(natural, CLOSED_LEAST);
	else if (field->type->storage != STORED_TEXT || field->type->columns)
		wish.least = field_is_reference(field) ? smaller(natural, TEXT_LEAST) : natural;
	else
		wish.least = smaller(natural, TEXT_LEAST);
	/* A ref's heading has room for the arrow of the order. */
	wish.least = greater(wish.least, field ? label : text_columns(_("Ref")) + 2);
	if (field && field->type->editor != EDIT_CHOICE)
		wish.good = smaller(natural, TEXT_MOST);
	wish.rank = 2 + (int)column + (field ? field->spare * (int)list->column_count : 0);
	if (!field && strcmp(list->columns[column], "ref") == 0)
		wish.rank = 1;
	return wish;
}

/* The beginning of a long text tells less than the rest of a title: it leaves whole.  True: one does. */
static bool drop_long(const struct rowlist *list, struct column_wish *wishes, size_t wide, int width)
{
	bool dropped = false, short_title = wishes[wide].width < wishes[wide].good;
	size_t i;

	for (i = 0; i < list->column_count; i++) {
		const struct field_def *field = rowlist_field(list, i);

		if (i == wide || !field || field->type->editor != EDIT_TEXT || !wishes[i].width ||
			wishes[i].width >= (short_title ? wishes[i].good : smaller(wishes[i].good, TEXT_KEPT)))
			continue;
		wishes[i].least = width + 1;
		dropped = true;
	}
	return dropped;
}

/* Of ratings beside each other none stays where a more important one left: T without C would be read as all there is.  True: one leaves. */
static bool drop_alike(const struct rowlist *list, struct column_wish *wishes, int width)
{
	bool dropped = false;
	size_t i, j;

	for (i = 0; i < list->column_count; i++) {
		const struct field_def *gone = rowlist_field(list, i);

		for (j = 0; gone && gone->type == &type_level && !wishes[i].width && j < list->column_count; j++) {
			const struct field_def *field = rowlist_field(list, j);

			if (!field || field->type != gone->type || !wishes[j].width || wishes[j].rank < wishes[i].rank)
				continue;
			wishes[j].least = width + 1;
			dropped = true;
		}
	}
	return dropped;
}

/* True: names need not be shortened, every column has what it would like. */
static bool fit(struct ui *ui, struct rowlist *list, int width, bool shorten)
{
	struct column_wish *wishes = xcalloc(list->column_count, sizeof *wishes);
	size_t wide = wide_column(list), i;
	bool content;

	for (i = 0; i < list->column_count; i++)
		wishes[i] = wish_of(ui, list, i, shorten);
	/* A ref stays beside the title: in a pane that is too narrow for both the title gives way. */
	wishes[wide].least = greater(8, smaller(TITLE_LEAST, width - 2 - text_columns(_("Ref")) - 4));
	wishes[wide].good = smaller(list->natural[wide], TITLE_GOOD);
	wishes[wide].most = list->natural[wide];
	wishes[wide].rank = 0;
	list->hidden = columns_fit(wishes, list->column_count, width, 2);
	if (drop_long(list, wishes, wide, width))
		list->hidden = columns_fit(wishes, list->column_count, width, 2);
	if (drop_alike(list, wishes, width))
		list->hidden = columns_fit(wishes, list->column_count, width, 2);
	content = !list->hidden;
	for (i = 0; i < list->column_count; i++) {
		list->widths[i] = wishes[i].width;
		content = content && wishes[i].width >= wishes[i].good;
	}
	free(wishes);
	return content && list->widths[wide] >= list->natural[wide];
}

void rowlist_lay_out(struct ui *ui, struct rowlist *list, int width)
{
	bool people = false;
	size_t i;

	measure(ui, list);
	free(list->widths);
	list->widths = xcalloc(list->column_count, sizeof *list->widths);
	for (i = 0; i < list->column_count; i++)
		people = people || is_people(list, i);
	/* Two columns for the cursor and the mark, one at the end. */
	if (!fit(ui, list, width - 3, false) && people)
		fit(ui, list, width - 3, true);
	/* What left is nothing that a key should edit unseen. */
	if (list->chosen && !list->widths[list->chosen - 1])
		list->chosen = 0;
}

const char *rowlist_text(struct ui *ui, const struct rowlist *list, size_t column, const char *text)
{
	/* One form in the whole column. */
	return is_people(list, column) && list->widths[column] < list->natural[column] ? ui_short_name(ui, text) : text;
}
