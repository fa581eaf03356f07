/* Spreadsheets of other tools, a row a record: each column as its tool's table of columns says. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/mapping.h"
#include "exchange/tools/tool.h"

static bool is_one_of(const char *folded, const char *headings)
{
	size_t length = strlen(folded);

	while (length && *headings) {
		size_t word = strcspn(headings, "|");

		if (word == length && memcmp(headings, folded, word) == 0)
			return true;
		headings += word + (headings[word] == '|');
	}
	return false;
}

size_t tool_column(const struct grid *grid, const char *headings)
{
	size_t i;

	for (i = 0; i < grid->columns; i++) {
		char *folded = heading_fold(grid_at(grid, 0, i)->text);
		bool is = is_one_of(folded, headings);

		free(folded);
		if (is)
			return i;
	}
	return grid->columns;
}

bool tool_has(const struct grid *grid, const char *heading)
{
	size_t i;

	for (i = 0; i < grid->columns; i++)
		if (strcmp(grid_at(grid, 0, i)->text, heading) == 0)
			return true;
	return false;
}

static size_t place_of(const struct grid *grid, const struct tool_column *column)
{
	return column->place ? (size_t)column->place - 1 : tool_column(grid, column->headings);
}

char *tool_cell(const struct grid *grid, size_t row, size_t column)
{
	const struct grid_cell *cell = grid_at(grid, row, column);

	return tool_clean(cell->text, cell->kind == GRID_ERROR ? 0 : strlen(cell->text));
}

/* Levels are ours where every word of the scale's columns is a name of one; a part of them would be another scale. */
static bool scale_agrees(const struct tool_input *input, const struct grid *grid, const struct tool_sheet *sheet,
	const struct field_def *field)
{
	const struct tool_column *column;
	size_t row;
	bool agrees = true;

	for (column = sheet->columns; column->field; column++) {
		const struct field_def *other = register_field(register_find(sheet->name), column->field);
		size_t place = place_of(grid, column);

		if (column->use != TOOL_LEVEL || strcmp(other->scale, field->scale) != 0)
			continue;
		for (row = 1; row < grid->count && agrees; row++) {
			char *text = tool_cell(grid, row, place);

			agrees = !*text || tool_level(input->store, field, text) > 0;
			free(text);
		}
	}
	return agrees;
}

static const struct tool_word *word_of(const struct tool_word *words, const char *text)
{
	char *folded = heading_fold(text);

	while (words->word && strcmp(words->word, folded) != 0)
		words++;
	free(folded);
	return words->word ? words : NULL;
}

static void read_level(const struct tool_input *input, struct tool_table *table, const struct tool_sheet *sheet,
	const struct tool_column *column, bool agrees, const char *label, const char *text)
{
	const struct field_def *field = register_field(table->def, column->field);
	int level = agrees && *text ? tool_level(input->store, field, text) : 0;
	char number[16];

	if (level) {
		snprintf(number, sizeof number, "%d", level);
		tool_set(table, column->field, number);
	} else {
		tool_say(table, sheet->rest, label, text);
	}
}

/* The ids of the rows: TOOL_LINKS may name any of them. */
static void learn_ids(struct tool_index *ids, const struct grid *grid, const struct tool_sheet *sheet)
{
	size_t place = sheet->ids ? tool_column(grid, sheet->ids) : grid->columns, row;

	for (row = 1; row < grid->count; row++)
		*tool_index_at(ids, grid_at(grid, row, place)->text) = 1;
}

static void read_links(const struct tool_input *input, struct tool_table *table, struct tool_index *ids,
	const char *field, const char *text)
{
	struct strings names = { 0 }, refs = { 0 };
	size_t i;
	char *all;

	tool_split(&names, text, true);
	for (i = 0; i < names.count; i++)
		strings_take(&refs, *tool_index_at(ids, names.items[i]) ? tool_foreign(input, names.items[i])
									: tool_name(input, names.items[i]));
	all = strings_join(&refs, ", ");
	tool_set(table, field, all);
	free(all);
	strings_free(&names);
	strings_free(&refs);
}

static void read_cell(const struct tool_input *input, struct tool_table *table, struct tool_index *ids,
	const struct tool_sheet *sheet, const struct tool_column *column, bool agrees, const char *label,
	const char *text)
{
	const struct tool_word *word;

	switch (column->use) {
	case TOOL_VALUE:
		tool_set(table, column->field, text);
		break;
	case TOOL_TEXT:
		tool_say(table, column->field, label, text);
		break;
	case TOOL_PLAIN:
		tool_say(table, column->field, NULL, text);
		break;
	case TOOL_WORDS:
		word = *text ? word_of(column->words, text) : NULL;
		if (word && word->key)
			tool_set(table, column->field, word->key);
		else if (!word)
			tool_say(table, sheet->rest, label, text);
		break;
	case TOOL_LEVEL:
		read_level(input, table, sheet, column, agrees, label, text);
		break;
	case TOOL_NAME:
	case TOOL_PERSON:
		tool_names(input, table, column->field, sheet->rest, label, text, column->use == TOOL_NAME);
		break;
	case TOOL_LINKS:
		read_links(input, table, ids, column->field, text);
		break;
	case TOOL_CONTROLS:
		tool_controls(input, table, column->field, sheet->rest, label, text);
		break;
	}
}

static bool row_is_blank(const struct grid *grid, size_t row)
{
	size_t i;

	for (i = 0; i < grid->rows[row].count; i++) {
		const char *text = grid_at(grid, row, i)->text;

		if (text[strspn(text, " \t\r\n")])
			return false;
	}
	return true;
}

void tool_name_unread(
	struct tool_input *input, const struct grid *grid, const struct tool_column *columns, const char *also)
{
	size_t i, row;

	for (i = 0; i < grid->columns; i++) {
		const char *heading = grid_at(grid, 0, i)->text;
		char *folded = heading_fold(heading), *name;
		const struct tool_column *column;
		bool known = is_one_of(folded, also), filled = false;

		for (column = columns; column->field && !known; column++)
			known = column->place ? (size_t)column->place == i + 1 : is_one_of(folded, column->headings);
		for (row = 1; row < grid->count && !known && !filled; row++)
			filled = *grid_at(grid, row, i)->text != '\0';
		if (filled) {
			name = *folded ? text_one_line(heading) : grid_column_name(i);
			tool_unread(input, name);
			free(name);
		}
		free(folded);
	}
}

void tool_read_sheet(struct tool_input *input, const struct grid *grid, const struct tool_sheet *sheet,
	bool (*takes)(const struct grid *grid, size_t row))
{
	struct tool_table *table = tool_table(input, sheet->name);
	struct tool_index ids = { 0 };
	const struct tool_column *column;
	bool agrees[64];
	size_t row, i;

	learn_ids(&ids, grid, sheet);
	for (column = sheet->columns, i = 0; column->field && i < 64; column++, i++)
		agrees[i] = column->use == TOOL_LEVEL &&
			    scale_agrees(input, grid, sheet, register_field(table->def, column->field));
	for (row = 1; row < grid->count; row++) {
		if (row_is_blank(grid, row) || (takes && !takes(grid, row)))
			continue;
		tool_begin(table, grid->rows[row].line);
		for (column = sheet->columns, i = 0; column->field; column++, i++) {
			size_t place = place_of(grid, column);
			char *text = tool_cell(grid, row, place), *label = tool_label(grid_at(grid, 0, place)->text);

			if (*text)
				read_cell(input, table, &ids, sheet, column, agrees[i], label, text);
			free(text);
			free(label);
		}
	}
	tool_index_free(&ids);
}
