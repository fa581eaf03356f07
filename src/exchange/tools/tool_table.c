/* What was read of a tool's file, as rows of the registers. */
#include <stdlib.h>
#include <string.h>

#include "exchange/tools/tool.h"

char *tool_clean(const char *text, size_t length)
{
	static const char *const nothing[] = { "-", "--", "\xe2\x80\x93", "\xe2\x80\x94", "N/A", "n/a", "NULL" };
	char *copy, *clean;
	size_t i;

	while (length && strchr(" \t\r\n", *text)) {
		text++;
		length--;
	}
	while (length && strchr(" \t\r\n", text[length - 1]))
		length--;
	copy = xstrndup(text, length);
	for (i = 0; i < sizeof nothing / sizeof nothing[0]; i++)
		if (strcmp(copy, nothing[i]) == 0)
			*copy = '\0';
	clean = text_exchangeable(copy);
	free(copy);
	return clean;
}

struct tool_table *tool_table(struct tool_input *input, const char *name)
{
	struct tool_table *table;
	size_t i;

	for (i = 0; i < input->table_count; i++)
		if (strcmp(input->tables[i].def->name, name) == 0)
			return &input->tables[i];
	table = &input->tables[input->table_count++];
	table->def = register_find(name);
	return table;
}

void tool_begin(struct tool_table *table, long line)
{
	if (table->count == table->capacity) {
		table->capacity = table->capacity ? table->capacity * 2 : 64;
		table->rows = xreallocarray(table->rows, table->capacity, sizeof *table->rows);
	}
	table->rows[table->count++] = (struct tool_row){ .line = line };
}

/* The place of the field in the last row, which is made. */
static char **place_of(struct tool_table *table, const char *field)
{
	struct tool_row *row = &table->rows[table->count - 1];
	size_t i;

	for (i = 0; i < table->fields.count && strcmp(table->fields.items[i], field) != 0; i++)
		;
	if (i == table->fields.count)
		strings_add(&table->fields, field);
	if (row->count <= i) {
		row->values = xreallocarray(row->values, i + 1, sizeof *row->values);
		memset(row->values + row->count, 0, (i + 1 - row->count) * sizeof *row->values);
		row->count = i + 1;
	}
	return &row->values[i];
}

const char *tool_get(const struct tool_table *table, const char *field)
{
	const struct tool_row *row = &table->rows[table->count - 1];
	size_t i;

	for (i = 0; i < row->count; i++)
		if (strcmp(table->fields.items[i], field) == 0)
			return row->values[i];
	return NULL;
}

void tool_set(struct tool_table *table, const char *field, const char *text)
{
	char *clean = tool_clean(text ? text : "", text ? strlen(text) : 0), **place;

	if (!*clean) {
		free(clean);
		return;
	}
	place = place_of(table, field);
	free(*place);
	*place = clean;
}

void tool_say(struct tool_table *table, const char *field, const char *label, const char *text)
{
	char *clean = tool_clean(text ? text : "", text ? strlen(text) : 0), **place, *both;

	if (!*clean) {
		free(clean);
		return;
	}
	place = place_of(table, field);
	both = xasprintf(
		"%s%s%s%s%s", *place ? *place : "", *place ? "\n" : "", label ? label : "", label ? ": " : "", clean);
	free(*place);
	free(clean);
	*place = both;
}

void tool_drop(struct tool_table *table, const char *field)
{
	char **place = place_of(table, field);

	free(*place);
	*place = NULL;
}

void tool_unread(struct tool_input *input, const char *name)
{
	if (!strings_contain(&input->unread, name))
		strings_add(&input->unread, name);
}

void tool_input_free(struct tool_input *input)
{
	size_t i, j, k;

	for (i = 0; i < input->table_count; i++) {
		struct tool_table *table = &input->tables[i];

		for (j = 0; j < table->count; j++) {
			for (k = 0; k < table->rows[j].count; k++)
				free(table->rows[j].values[k]);
			free(table->rows[j].values);
		}
		free(table->rows);
		strings_free(&table->fields);
	}
	strings_free(&input->unread);
	strings_free(&input->said);
}

static struct tool_place *place_in(const struct tool_index *index, const char *key)
{
	size_t at = (size_t)hash_quick(key, strlen(key)) & (index->size - 1);

	while (index->places[at].key && strcmp(index->places[at].key, key) != 0)
		at = (at + 1) & (index->size - 1);
	return &index->places[at];
}

/* At most half full. */
static void grow(struct tool_index *index)
{
	struct tool_index bigger = { .size = index->size ? index->size * 2 : 256, .count = index->count };
	size_t i;

	bigger.places = xcalloc(bigger.size, sizeof *bigger.places);
	for (i = 0; i < index->size; i++)
		if (index->places[i].key)
			*place_in(&bigger, index->places[i].key) = index->places[i];
	free(index->places);
	*index = bigger;
}

size_t *tool_index_at(struct tool_index *index, const char *key)
{
	struct tool_place *place;

	if (index->count * 2 >= index->size)
		grow(index);
	place = place_in(index, key);
	if (!place->key) {
		place->key = xstrdup(key);
		index->count++;
	}
	return &place->number;
}

void tool_index_free(struct tool_index *index)
{
	size_t i;

	for (i = 0; i < index->size; i++)
		free(index->places[i].key);
	free(index->places);
	memset(index, 0, sizeof *index);
}
