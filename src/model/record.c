/* Records in memory. */
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"
#include "model/record.h"

struct record *record_empty(const struct register_def *def)
{
	struct record *record = xcalloc(1, sizeof *record);

	record->def = def;
	record->values = xcalloc(def->field_count, sizeof *record->values);
	return record;
}

struct record *record_new(const struct register_def *def, const char *time_zone)
{
	struct record *record = record_empty(def);
	size_t i;

	for (i = 0; i < def->field_count; i++) {
		const char *initial = def->fields[i].initial;

		if (!initial)
			continue;
		if (strcmp(initial, "today") == 0) {
			struct date today = environment_today(time_zone);
			char text[11];

			date_format(&today, text);
			record->values[i] = xstrdup(text);
		} else if (strcmp(initial, "now") == 0) {
			record->values[i] = date_time_format(environment_now());
		} else {
			record->values[i] = xstrdup(initial);
		}
	}
	return record;
}

struct record *record_copy(const struct record *record)
{
	struct record *copy = record_empty(record->def);
	size_t i;

	copy->id = record->id;
	copy->rev = record->rev;
	copy->uuid = xstrdup(record->uuid);
	copy->ref = xstrdup(record->ref);
	copy->created = xstrdup(record->created);
	copy->updated = xstrdup(record->updated);
	for (i = 0; i < record->def->field_count; i++)
		copy->values[i] = xstrdup(record->values[i]);
	return copy;
}

void record_free(struct record *record)
{
	size_t i;

	if (!record)
		return;
	for (i = 0; i < record->def->field_count; i++)
		free(record->values[i]);
	free(record->values);
	free(record->uuid);
	free(record->ref);
	free(record->created);
	free(record->updated);
	free(record);
}

const char *record_get(const struct record *record, const char *field)
{
	int index = register_field_index(record->def, field);

	return index < 0 ? NULL : record->values[index];
}

void record_set(struct record *record, const char *field, const char *value)
{
	int index = register_field_index(record->def, field);

	if (index < 0)
		return;
	value = value && *value ? value : NULL;
	if (value == record->values[index])
		return;
	free(record->values[index]);
	record->values[index] = xstrdup(value);
}

void record_set_number(struct record *record, const char *field, int64_t number)
{
	char *text = xasprintf("%lld", (long long)number);

	record_set(record, field, text);
	free(text);
}

const char *snapshot_line(const char *line, struct strings *cells)
{
	size_t length = strcspn(line, "\n"), at = 0;

	while (at <= length && length) {
		size_t wide = strcspn(line + at, "\t\n");

		strings_take(cells, xstrndup(line + at, wide));
		at += wide + 1;
	}
	return line + length + (line[length] == '\n');
}

const char *record_title(const struct record *record, const char *language)
{
	const struct field_def *field = register_title(record->def);
	const char *title = NULL;

	if (field) {
		title = record_get(record, field_in_language(record->def, field, language)->name);
		if (!title)
			title = record_get(record, field->name);
	}
	return title ? title : record->ref ? record->ref : "";
}

static void encode(struct buffer *out, const char *part)
{
	for (; *part; part++) {
		if (strchr("|{},%\n\r\t", *part))
			buffer_printf(out, "%%%02x", (unsigned char)*part);
		else
			buffer_add_char(out, *part);
	}
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

static char *decode(const char *start, const char *end)
{
	struct buffer out = { 0 };

	for (; start < end; start++) {
		if (*start == '%' && end - start > 2 && hex(start[1]) >= 0 && hex(start[2]) >= 0) {
			buffer_add_char(&out, (char)(hex(start[1]) << 4 | hex(start[2])));
			start += 2;
		} else {
			buffer_add_char(&out, *start);
		}
	}
	return buffer_take(&out);
}

bool unresolved_parse(const char *element, struct unresolved *out)
{
	const char *part = element + 1, *end;
	char **parts[4] = { &out->register_name, &out->uuid, &out->ref, &out->title };
	size_t length = strlen(element), i;

	if (length < 5 || element[0] != '{' || element[length - 1] != '}')
		return false;
	memset(out, 0, sizeof *out);
	for (i = 0; i < 4; i++) {
		end = i < 3 ? strchr(part, '|') : element + length - 1;
		if (!end) {
			unresolved_free(out);
			return false;
		}
		*parts[i] = decode(part, end);
		part = end + 1;
	}
	return true;
}

char *unresolved_format(const struct unresolved *link)
{
	struct buffer out = { 0 };

	buffer_add_char(&out, '{');
	encode(&out, link->register_name);
	buffer_add_char(&out, '|');
	encode(&out, link->uuid);
	buffer_add_char(&out, '|');
	encode(&out, link->ref);
	buffer_add_char(&out, '|');
	encode(&out, link->title);
	buffer_add_char(&out, '}');
	return buffer_take(&out);
}

void unresolved_free(struct unresolved *link)
{
	free(link->register_name);
	free(link->uuid);
	free(link->ref);
	free(link->title);
	memset(link, 0, sizeof *link);
}
