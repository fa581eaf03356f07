/* Values of other tools as Noria has them, where both mean the same. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/mapping.h"
#include "exchange/numbered.h"
#include "exchange/tools/tool.h"

char *tool_label(const char *heading)
{
	char *label = text_one_line(heading), *at;

	for (at = label; *at; at++)
		if (*at == '_')
			*at = ' ';
	if (islower((unsigned char)*label))
		*label = (char)toupper((unsigned char)*label);
	return label;
}

/* Where the name ends: at a sign that parts, outside of quotation marks. */
static size_t name_length(const char *text, bool commas)
{
	bool quoted = false;
	size_t length;

	for (length = 0; text[length]; length++) {
		if (text[length] == '"' && (quoted || length == 0))
			quoted = !quoted;
		else if (!quoted && (strchr("|;\r\n", text[length]) || (commas && text[length] == ',')))
			break;
	}
	return length;
}

void tool_split(struct strings *names, const char *text, bool commas)
{
	while (*text) {
		size_t length, inner;
		char *name;

		text += strspn(text, " \t");
		length = inner = name_length(text, commas);
		while (inner && strchr(" \t", text[inner - 1]))
			inner--;
		if (inner > 1 && *text == '"' && text[inner - 1] == '"')
			name = tool_clean(text + 1, inner - 2);
		else
			name = tool_clean(text, inner);
		if (*name && !strings_contain(names, name))
			strings_take(names, name);
		else
			free(name);
		text += length + (text[length] != '\0');
	}
}

int tool_level(struct store *store, const struct field_def *field, const char *text)
{
	struct reading_form before;
	char *value = NULL;
	int level = 0;

	/* A number says nothing as long as nobody knows of how many. */
	if (!text[strcspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ\xc3/")])
		return 0;
	before = store_take_reading(store, (struct reading_form){ .table = true });
	if (field_parse(field, store_context(store), text, &value, NULL) && value)
		level = atoi(value);
	store_take_reading(store, before);
	free(value);
	return level;
}

/* "A.5.01" is A.5.1. */
static char *without_zeros(const char *text)
{
	struct buffer out = { 0 };
	const char *at;

	for (at = text; *at; at++)
		if (*at != '0' || at == text || at[-1] != '.' || !isdigit((unsigned char)at[1]))
			buffer_add_char(&out, *at);
	return buffer_take(&out);
}

char *tool_number(
	struct store *store, const char *name, const char *text, enum grid_kind kind, bool zeros, struct error *error)
{
	struct field_def field = { .name = name, .label = N_("Number"), .target = name };
	struct resolving how = { .cell = true, .number = kind == GRID_NUMBER, .zeros = zeros };
	char *plain = without_zeros(text), *ref = numbered_find(store, &field, plain, &how, error);

	free(plain);
	return ref;
}

char *tool_foreign(const struct tool_input *input, const char *id)
{
	char *text = xasprintf("%s: %s", input->source, id), *sign;

	/* As the ids are kept. */
	for (sign = text; (sign = strpbrk(sign, ",;|\n\r\t")); sign++)
		*sign = ' ';
	return text;
}

char *tool_name(const struct tool_input *input, const char *name)
{
	return register_ref_form(name) ? xasprintf("%s: %s", input->source, name) : text_one_line(name);
}

/* A text that is the name of one record, whatever signs are in it. */
static bool is_a_record(struct store *store, const struct field_def *field, const char *text)
{
	return !register_ref_form(text) && !strchr(text, '\n') &&
	       store_find_name(store, register_find(field->target), text) > 0;
}

void tool_names(const struct tool_input *input, struct tool_table *table, const char *field, const char *rest,
	const char *label, const char *text, bool commas)
{
	const struct field_def *def = register_field(table->def, field);
	struct strings names = { 0 };
	char *name, *all;

	if (is_a_record(input->store, def, text))
		strings_add(&names, text);
	else
		tool_split(&names, text, commas);
	if (names.count) {
		name = tool_name(input, names.items[0]);
		tool_set(table, field, name);
		free(name);
	}
	if (names.count > 1) {
		all = strings_join(&names, ", ");
		tool_say(table, rest, label, all);
		free(all);
	}
	strings_free(&names);
}

void tool_controls(const struct tool_input *input, struct tool_table *table, const char *field, const char *rest,
	const char *label, const char *text)
{
	struct strings names = { 0 }, refs = { 0 }, others = { 0 };
	const char *held = tool_get(table, field);
	char *all;
	size_t i;

	if (held)
		strings_split(&refs, held);
	tool_split(&names, text, true);
	for (i = 0; i < names.count; i++) {
		struct error unused = { 0 };
		char *ref = numbered_is(register_find("control"), names.items[i])
				    ? tool_number(input->store, "control", names.items[i], GRID_TEXT, true, &unused)
				    : NULL;

		error_clear(&unused);
		if (!ref)
			strings_add(&others, names.items[i]);
		else if (!strings_contain(&refs, ref))
			strings_add(&refs, ref);
		free(ref);
	}
	all = strings_join(&refs, ", ");
	tool_set(table, field, all);
	free(all);
	all = strings_join(&others, ", ");
	tool_say(table, rest, label, all);
	free(all);
	strings_free(&names);
	strings_free(&refs);
	strings_free(&others);
}

/* The number stands there already: two answers to one question, of which the first is taken. */
static bool is_twice(struct tool_input *input, const char *name, const char *field, const char *value, const char *text)
{
	const struct tool_table *table = tool_table(input, name);
	size_t i, j;

	for (i = 0; i < table->count; i++)
		for (j = 0; j < table->rows[i].count; j++)
			if (strcmp(table->fields.items[j], field) == 0 && table->rows[i].values[j] &&
				strcmp(table->rows[i].values[j], value) == 0) {
				strings_take(&input->said,
					xasprintf(_("%s: %s is answered more than once; the first answer was taken."),
						input->name, text));
				return true;
			}
	return false;
}

bool tool_answer(struct tool_input *input, const char *text, enum grid_kind kind, bool zeros, long line,
	struct tool_table **table, struct strings *lacking, struct error *error)
{
	struct error local = { 0 };
	struct record *record;
	char *ref = tool_number(input->store, "control", text, kind, zeros, &local);

	*table = NULL;
	if (ref && is_twice(input, "applicability", "control", ref, text)) {
		/* Said. */
	} else if (ref) {
		*table = tool_table(input, "applicability");
		tool_begin(*table, line);
		tool_set(*table, "control", ref);
	} else if (!local.kind) {
		ref = tool_number(input->store, "requirement", text, kind, zeros, &local);
		record = ref ? store_record_by_ref(input->store, ref, NULL) : NULL;
		if (record && !is_twice(input, "requirement", "uuid", record->uuid, text)) {
			*table = tool_table(input, "requirement");
			tool_begin(*table, line);
			tool_set(*table, "uuid", record->uuid);
		}
		record_free(record);
	}
	if (local.kind) {
		error_set_at(error, ERROR_INVALID, input->name, line, "%s", local.message);
		error_clear(&local);
		return false;
	}
	if (!ref && !strings_contain(lacking, text))
		strings_add(lacking, text);
	free(ref);
	return true;
}

/* The record that the last row of answers is about, as it stands. */
static struct record *answered(const struct tool_input *input, const struct tool_table *table)
{
	const char *uuid = tool_get(table, "uuid"), *control = tool_get(table, "control");
	struct record *line, *record = NULL;
	char ref[600];
	int64_t id;

	if (uuid)
		return store_record_by_uuid(input->store, uuid, NULL);
	line = record_empty(table->def);
	record_set(line, "control", control);
	id = table->def->ref_of(line, ref, sizeof ref) ? store_find(input->store, ref, NULL) : 0;
	if (id)
		record = store_record(input->store, id, NULL);
	record_free(line);
	return record;
}

void tool_answer_end(const struct tool_input *input, struct tool_table *table)
{
	static const char *const texts[] = { "implementation", "justification", "answer" };
	struct record *record = answered(input, table);
	size_t i;

	for (i = 0; record && i < sizeof texts / sizeof texts[0]; i++) {
		const char *said = tool_get(table, texts[i]);
		const char *held = said ? record_get(record, texts[i]) : NULL;
		char *both;

		if (!held)
			continue;
		both = strstr(held, said) ? NULL : xasprintf("%s\n%s", held, said);
		if (both)
			tool_set(table, texts[i], both);
		else
			tool_drop(table, texts[i]);
		free(both);
	}
	record_free(record);
}

void tool_say_lacking(struct tool_input *input, struct strings *lacking)
{
	char *list;

	if (lacking->count) {
		list = strings_join(lacking, ", ");
		strings_take(&input->said,
			xasprintf(
				_("%s: no catalogue of this file has these numbers, and what was said of them was not read: %s."),
				input->name, list));
		free(list);
	}
	strings_free(lacking);
}
