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

/* The level that a cell names, looked up once for each text; 0: it is blank, -1: it is none of ours. */
static int level_of(
	const struct tool_input *input, const struct field_def *field, const char *cell, struct tool_index *levels)
{
	char *key = xasprintf("%s %s", field->scale, cell), *text;
	size_t *known = tool_index_at(levels, key);
	int level;

	if (!*known) {
		text = tool_clean(cell, strlen(cell));
		level = *text ? tool_level(input->store, field, text) : 0;
		*known = *text && level <= 0 ? 1 : (size_t)level + 2;
		free(text);
	}
	level = (int)*known - 2;
	free(key);
	return level;
}

/* Levels are ours where every word of the scale's columns is a name of one; a part of them would be another scale. */
static bool scale_agrees(const struct tool_input *input, const struct grid *grid, const struct tool_sheet *sheet,
	const struct field_def *field, struct tool_index *levels)
{
	const struct tool_column *column;
	const struct scale *ours = context_scale(store_context(input->store), field->scale);
	size_t row;
	bool agrees = ours && (!sheet->levels || ours->count == sheet->levels);

	for (column = sheet->columns; column->field && agrees; column++) {
		const struct field_def *other = register_field(register_find(sheet->name), column->field);
		size_t place = place_of(grid, column);

		if (column->use != TOOL_LEVEL || strcmp(other->scale, field->scale) != 0 || place == grid->columns)
			continue;
		for (row = 1; row < grid->count && agrees; row++)
			agrees = level_of(input, field, grid_at(grid, row, place)->text, levels) >= 0;
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

/* What a sheet is read by, found out once. */
struct sheet_reading {
	const struct tool_sheet *sheet;
	struct tool_index ids, levels;
	struct strings names; /* of levels that were taken */
	struct {
		size_t place;
		char *label;
		bool agrees; /* of a level: the scale is ours */
	} columns[64];
};

static void read_level(const struct tool_input *input, struct tool_table *table, struct sheet_reading *reading,
	size_t i, const char *text)
{
	const struct tool_column *column = &reading->sheet->columns[i];
	const struct field_def *field = register_field(table->def, column->field);
	int level = reading->columns[i].agrees ? level_of(input, field, text, &reading->levels) : 0;
	char number[16];

	if (level > 0) {
		snprintf(number, sizeof number, "%d", level);
		tool_set(table, column->field, number);
		if (!strings_contain(&reading->names, text))
			strings_add(&reading->names, text);
	} else {
		tool_say(table, reading->sheet->rest, reading->columns[i].label, text);
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

static void read_cell(const struct tool_input *input, struct tool_table *table, struct sheet_reading *reading, size_t i,
	const char *text)
{
	const struct tool_sheet *sheet = reading->sheet;
	const struct tool_column *column = &sheet->columns[i];
	const char *label = reading->columns[i].label;
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
		read_level(input, table, reading, i, text);
		break;
	case TOOL_NAME:
	case TOOL_PERSON:
		tool_names(input, table, column->field, sheet->rest, label, text, column->use == TOOL_NAME);
		break;
	case TOOL_LINKS:
		read_links(input, table, &reading->ids, column->field, text);
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

/* A name is all that the file tells of a level. */
static void say_levels(struct tool_input *input, struct strings *names)
{
	char *list = strings_join(names, ", ");

	if (names->count)
		strings_take(&input->said,
			/* TRANSLATORS: a file, names of levels */
			xasprintf(
				_("%s: its levels (%s) have the names of levels here and were taken for them; see that they mean the same."),
				input->name, list));
	free(list);
	strings_free(names);
}

void tool_read_sheet(struct tool_input *input, const struct grid *grid, const struct tool_sheet *sheet,
	bool (*takes)(const struct grid *grid, size_t row))
{
	struct tool_table *table = tool_table(input, sheet->name);
	struct sheet_reading reading = { .sheet = sheet };
	size_t row, i, count;

	learn_ids(&reading.ids, grid, sheet);
	for (count = 0; sheet->columns[count].field; count++) {
		const struct tool_column *column = &sheet->columns[count];

		reading.columns[count].place = place_of(grid, column);
		reading.columns[count].label = tool_label(grid_at(grid, 0, reading.columns[count].place)->text);
		reading.columns[count].agrees =
			column->use == TOOL_LEVEL &&
			scale_agrees(input, grid, sheet, register_field(table->def, column->field), &reading.levels);
	}
	for (row = 1; row < grid->count; row++) {
		if (row_is_blank(grid, row) || (takes && !takes(grid, row)))
			continue;
		tool_begin(table, grid->rows[row].line);
		for (i = 0; i < count; i++) {
			char *text = tool_cell(grid, row, reading.columns[i].place);

			if (*text)
				read_cell(input, table, &reading, i, text);
			free(text);
		}
	}
	for (i = 0; i < count; i++)
		free(reading.columns[i].label);
	say_levels(input, &reading.names);
	tool_index_free(&reading.ids);
	tool_index_free(&reading.levels);
}
