/*
 * Tables to be filled in: empty rows whose cells know what they take.  What may be chosen stands on a
 * sheet of its own: within a validation a list may have 255 characters and no comma in a choice.
 */
#include <stdlib.h>
#include <string.h>

#include "report/xlsx/sheets.h"

/* Rows that are made ready. */
#define READY 1000u
/* Characters of what is said beside a cell, and of its title; of a choice that a spreadsheet offers whole. */
enum { SAID_MOST = 255, TITLE_MOST = 32, CHOICE_MOST = 255 };
static struct entry_rule *entry_at(const struct sheets *sheets, size_t column)
{
	return sheets->block.columns[column].entry;
}

bool entry_is(const struct sheets *sheets)
{
	return sheets->block.column_count && entry_at(sheets, 0);
}

/* The beginning of a text, of so many characters at most; the caller frees. */
static char *beginning(const char *text, size_t most)
{
	const char *end = text;

	if (text_length(text) <= most)
		return xstrdup(text);
	for (; most > 1; most--)
		end += text_next(end, 0);
	return xasprintf("%.*s\xe2\x80\xa6", (int)(end - text), text);
}

/* ---- lists ---- */

static bool same(const struct strings *a, const struct strings *b)
{
	size_t i;

	if (a->count != b->count)
		return false;
	for (i = 0; i < a->count; i++)
		if (strcmp(a->items[i], b->items[i]) != 0)
			return false;
	return true;
}

static bool fits(const struct strings *choices)
{
	size_t i;

	for (i = 0; i < choices->count; i++)
		if (text_units(choices->items[i]) > CHOICE_MOST)
			return false;
	return choices->count > 0;
}

/* The column of the sheet of lists that holds these; they are taken over where none does. */
static size_t list_of(struct sheets *sheets, const char *title, struct strings *choices)
{
	size_t i;

	for (i = 0; i < sheets->list_count; i++)
		if (same(&sheets->lists[i].choices, choices))
			return i;
	sheets->lists = xreallocarray(sheets->lists, sheets->list_count + 1, sizeof *sheets->lists);
	sheets->lists[sheets->list_count] = (struct list){ xstrdup(title), *choices };
	memset(choices, 0, sizeof *choices);
	if (!sheets->lists_name)
		sheets->lists_name = sheet_name(sheets, _("Lists"));
	return sheets->list_count++;
}

void entry_lists(struct sheets *sheets)
{
	lxw_worksheet *sheet;
	size_t most = 0, i;
	lxw_row_t row;

	if (!sheets->list_count)
		return;
	sheet = workbook_add_worksheet(sheets->book, sheets->lists_name);
	for (i = 0; i < sheets->list_count; i++) {
		worksheet_write_string(sheet, 0, (lxw_col_t)i, sheets->lists[i].title, sheets->header);
		worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, (double)WIDTH_MOST / 2, NULL);
		if (sheets->lists[i].choices.count > most)
			most = sheets->lists[i].choices.count;
	}
	/* Row by row: the library writes what is above as it goes. */
	for (row = 1; row <= most; row++)
		for (i = 0; i < sheets->list_count; i++)
			if (row <= sheets->lists[i].choices.count)
				worksheet_write_string(sheet, row, (lxw_col_t)i,
					sheets->lists[i].choices.items[row - 1], sheets->styles[STYLE_KEPT]);
	worksheet_hide(sheet);
}

void entry_free(struct sheets *sheets)
{
	size_t i;

	for (i = 0; i < sheets->list_count; i++) {
		free(sheets->lists[i].title);
		strings_free(&sheets->lists[i].choices);
	}
	free(sheets->lists);
	free(sheets->lists_name);
}

/* ---- what a cell takes ---- */

/* The library copies it. */
static void says(lxw_data_validation *rule, const char *sentence)
{
	rule->error_message = (char *)sentence;
}

static void choose(lxw_data_validation *rule, const struct entry_rule *entry)
{
	rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
	rule->error_type =
		entry->other == ENTRY_WARNED ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP;
	rule->show_error = entry->other == ENTRY_ANYTHING ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON;
	says(rule, entry->other == ENTRY_WARNED ? _("This is none of the list.")
						: _("Choose one of the list that the cell offers."));
}

static void number(lxw_data_validation *rule, const struct entry_rule *entry)
{
	bool bounded = entry->most > entry->least;

	rule->validate = LXW_VALIDATION_TYPE_DECIMAL;
	rule->criteria = bounded ? LXW_VALIDATION_CRITERIA_BETWEEN : LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
	rule->minimum_number = bounded ? (double)entry->least : -1e300;
	rule->maximum_number = (double)entry->most;
	rule->value_number = -1e300;
	says(rule, _("The cell takes a number."));
}

static void by_kind(lxw_data_validation *rule, enum column_kind kind, const struct entry_rule *entry)
{
	switch (kind) {
	case COLUMN_DATE:
	case COLUMN_TIME:
		rule->validate = LXW_VALIDATION_TYPE_DATE;
		rule->criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
		rule->value_datetime = (lxw_datetime){ 1900, 1, 1, 0, 0, 0 };
		says(rule, _("The cell takes a date."));
		break;
	case COLUMN_PERCENT:
		rule->validate = LXW_VALIDATION_TYPE_DECIMAL;
		rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
		rule->minimum_number = 0;
		rule->maximum_number = 1;
		says(rule, _("The cell takes a percentage from 0 % to 100 %."));
		break;
	case COLUMN_NUMBER:
		number(rule, entry);
		break;
	default:
		if (entry->most > 0 && !entry->choices.count) {
			rule->validate = LXW_VALIDATION_TYPE_LENGTH;
			rule->criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
			rule->value_number = (double)entry->most;
			says(rule, _("The text is too long for this column."));
		} else {
			rule->validate = LXW_VALIDATION_TYPE_ANY;
		}
	}
}

static void prepare(struct sheets *sheets, size_t column)
{
	const struct column *shown = &sheets->block.columns[column];
	struct entry_rule *entry = shown->entry;
	lxw_data_validation rule = { .input_title = NULL, .ignore_blank = LXW_VALIDATION_ON };
	char range[LXW_MAX_CELL_RANGE_LENGTH], *formula = NULL, *title = beginning(shown->title, TITLE_MOST),
					       *said = NULL;

	if (fits(&entry->choices)) {
		lxw_row_t last = (lxw_row_t)entry->choices.count;
		lxw_col_t list = (lxw_col_t)list_of(sheets, shown->title, &entry->choices);

		lxw_rowcol_to_range_abs(range, 1, list, last, list);
		formula = xasprintf("='%s'!%s", sheets->lists_name, range);
		choose(&rule, entry);
		rule.value_formula = formula;
	} else {
		by_kind(&rule, shown->kind, entry);
	}
	said = entry->required ? xasprintf(_("Must be filled in. %s"), entry->help) : xstrdup(entry->help);
	formula = formula ? formula : xstrdup("");
	rule.input_title = title;
	rule.input_message = beginning(said, SAID_MOST);
	rule.error_title = title;
	worksheet_data_validation_range(
		sheets->sheet, sheets->first + 1, (lxw_col_t)column, sheets->first + READY, (lxw_col_t)column, &rule);
	free((char *)rule.input_message);
	free(said);
	free(title);
	free(formula);
}

void entry_prepare(struct sheets *sheets)
{
	size_t i;

	for (i = 0; i < sheets->block.column_count; i++)
		if (entry_at(sheets, i))
			prepare(sheets, i);
}

lxw_format *entry_style(const struct sheets *sheets, size_t column)
{
	const struct column *shown = &sheets->block.columns[column];
	const struct entry_rule *entry = shown->entry;

	switch (shown->kind) {
	case COLUMN_DATE:
		return sheets->styles[STYLE_OWN_DATE];
	case COLUMN_TIME:
		return sheets->styles[STYLE_OWN_TIME];
	case COLUMN_PERCENT:
		return sheets->styles[STYLE_PERCENT];
	case COLUMN_NUMBER:
		return sheets->styles[STYLE_NUMBER];
	default:
		return entry->text ? sheets->styles[STYLE_KEPT] : sheets->styles[STYLE_LONG];
	}
}

int entry_width(const struct sheets *sheets, size_t column)
{
	const struct column *shown = &sheets->block.columns[column];
	const struct entry_rule *entry = shown->entry;
	int width = shown->width, most = 0;
	size_t i;

	for (i = 0; i < entry->choices.count; i++)
		if (measure(entry->choices.items[i], '\n') > most)
			most = measure(entry->choices.items[i], '\n');
	if (most > width)
		width = most < WIDTH_MOST / 2 ? most : WIDTH_MOST / 2;
	return width ? width : entry->text ? WIDTH_MOST / 2 : WIDTH_MOST - 2;
}
