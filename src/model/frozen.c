/* The copy that a closed record keeps of what it was about: frozen.h. */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/frozen.h"

#define COPY_VERSION 1

struct frozen_name {
	const struct register_def *def;
	char *ref, *title;
	bool deleted;
};

/* ---- writing ---- */

void frozen_begin(struct buffer *text, const char *word)
{
	if (text->length)
		buffer_add_char(text, '\n');
	buffer_add_char(text, '[');
	json_add_string(text, word);
}

void frozen_add(struct buffer *text, const char *value)
{
	size_t length = value ? strlen(value) : 0;

	buffer_add_char(text, ',');
	/* Most values are levels of a scale: a digit instead of three characters, of which the journal would escape two. */
	if (!length)
		buffer_add_char(text, '0');
	else if (length < 10 && value[0] != '0' && strspn(value, "0123456789") == length)
		buffer_add(text, value);
	else
		json_add_string(text, value);
}

void frozen_end(struct buffer *text)
{
	buffer_add_char(text, ']');
}

void frozen_write_head(struct buffer *text, const char *ref, const char *rows)
{
	char *version = xasprintf("%d", COPY_VERSION);

	frozen_begin(text, "copy");
	frozen_add(text, version);
	frozen_add(text, ref);
	frozen_add(text, rows);
	frozen_end(text);
	free(version);
}

/* ---- reading ---- */

/* The text of an element; NULL: empty, or none. */
static const char *element(const struct json *line, size_t index)
{
	const struct json *item = json_at(line, index);

	if (!item || (item->type != JSON_STRING && item->type != JSON_NUMBER) || !*item->text ||
		(item->type == JSON_NUMBER && strcmp(item->text, "0") == 0))
		return NULL;
	return item->text;
}

static int number(const struct json *line, size_t index, int most)
{
	const char *text = element(line, index);
	int64_t value;

	return text && number_parse_integer(text, &value) && value >= 1 && value <= most ? (int)value : 0;
}

/* An array of texts and numbers without control characters, of at least two elements. */
static bool is_sound(const struct json *line)
{
	const struct json *item;

	if (!line || line->type != JSON_ARRAY || !json_text(line, 0) || !json_at(line, 1))
		return false;
	for (item = line->child; item; item = item->next)
		if ((item->type != JSON_STRING && item->type != JSON_NUMBER) ||
			!text_is_valid(item->text, strlen(item->text)) || text_has_control(item->text, "\n\t"))
			return false;
	return true;
}

/* The text in the language, where it is told in two. */
static const char *in_language(const struct frozen *frozen, const struct json *line, size_t index)
{
	const char *french = element(line, index + 1);

	return strcmp(frozen->context.language, "fr") == 0 && french ? french : element(line, index);
}

static bool read_head(
	struct frozen *frozen, const struct json *line, const struct register_def *def, struct error *error)
{
	if (frozen->record || !element(line, 2) || !element(line, 3))
		return false;
	if (number(line, 1, 99) != COPY_VERSION)
		return error_set(error, ERROR_DAMAGED,
			_("What %s kept when it was closed was written by a later version of Noria, which reads it."),
			element(line, 2));
	frozen->record = record_empty(def);
	frozen->record->ref = xstrdup(element(line, 2));
	frozen->of = register_find(element(line, 3));
	return frozen->of != NULL;
}

static bool read_organisation(struct frozen *frozen, const struct json *line)
{
	struct model_context *context = &frozen->context;

	if (context->organisation_name)
		return false;
	context->organisation_name = xstrdup(element(line, 1) ? element(line, 1) : "");
	frozen->activity = xstrdup(element(line, 2));
	context->time_zone = xstrdup(element(line, 3));
	context->catalogue_prefix = xstrdup(element(line, 4));
	return true;
}

static bool read_method(struct frozen *frozen, const struct json *line)
{
	struct method *method = &frozen->context.method;
	int likelihoods = number(line, 4, SCALE_MAX), impacts = number(line, 5, SCALE_MAX),
	    levels = number(line, 6, SCALE_MAX);

	if (method->ref || !element(line, 1) || !levels || !element(line, 7) ||
		!method_parse_grid(element(line, 7), likelihoods, impacts, levels, method->grid, NULL))
		return false;
	method->ref = xstrdup(element(line, 1));
	method->title = xstrdup(in_language(frozen, line, 2));
	method->scales[SCALE_LIKELIHOOD].count = likelihoods;
	method->scales[SCALE_IMPACT].count = impacts;
	method->scales[SCALE_RISK].count = levels;
	method->threshold = number(line, 8, SCALE_MAX);
	return true;
}

static bool read_level(struct frozen *frozen, const struct json *line)
{
	const char *of = element(line, 1);
	int level = number(line, 2, SCALE_MAX);
	size_t i;

	for (i = 0; i < SCALE_COUNT; i++) {
		struct scale *scale = &frozen->context.method.scales[i];

		if (!of || strcmp(scale_names[i], of) != 0)
			continue;
		if (!level || scale->names[level - 1])
			return false;
		if (!scale_count_field((enum scale_kind)i) && level > scale->count)
			scale->count = level;
		scale->names[level - 1] = xstrdup(in_language(frozen, line, 3) ? in_language(frozen, line, 3) : "");
		scale->definitions[level - 1] =
			xstrdup(in_language(frozen, line, 5) ? in_language(frozen, line, 5) : "");
		return true;
	}
	return false;
}

static bool read_field(struct frozen *frozen, const struct json *line)
{
	const struct field_def *field = element(line, 1) ? register_field(frozen->record->def, element(line, 1)) : NULL;

	/* A field that this version does not know is not shown. */
	if (field)
		record_set(frozen->record, field->name, element(line, 2));
	return element(line, 1) != NULL;
}

static bool read_columns(struct frozen *frozen, const struct json *line)
{
	const struct json *item;

	if (frozen->columns.count)
		return false;
	for (item = line->child->next; item; item = item->next)
		strings_add(&frozen->columns, item->text);
	return true;
}

static bool read_name(struct frozen *frozen, const struct json *line, size_t *capacity)
{
	struct frozen_name *name;

	if (!element(line, 2))
		return false;
	if (frozen->name_count == *capacity) {
		*capacity = *capacity ? *capacity * 2 : 64;
		frozen->names = xreallocarray(frozen->names, *capacity, sizeof *frozen->names);
	}
	name = &frozen->names[frozen->name_count++];
	name->def = element(line, 1) ? register_find(element(line, 1)) : NULL;
	name->ref = xstrdup(element(line, 2));
	name->title = xstrdup(in_language(frozen, line, 3));
	name->deleted = element(line, 5) != NULL;
	return true;
}

static bool read_line(struct frozen *frozen, const struct json *line, const struct register_def *def, size_t *capacity,
	struct error *error)
{
	const char *word = json_text(line, 0);

	if (strcmp(word, "copy") == 0)
		return read_head(frozen, line, def, error);
	if (!frozen->record)
		return false;
	if (strcmp(word, "organisation") == 0)
		return read_organisation(frozen, line);
	if (strcmp(word, "method") == 0)
		return read_method(frozen, line);
	if (strcmp(word, "level") == 0)
		return read_level(frozen, line);
	if (strcmp(word, "field") == 0)
		return read_field(frozen, line);
	if (strcmp(word, "columns") == 0)
		return read_columns(frozen, line);
	if (strcmp(word, "name") == 0)
		return read_name(frozen, line, capacity);
	return strcmp(word, "row") == 0 && frozen->columns.count && element(line, 1);
}

static int by_ref(const void *a, const void *b)
{
	return strcmp(((const struct frozen_name *)a)->ref, ((const struct frozen_name *)b)->ref);
}

/* A level that no line names is known by its number. */
static void number_levels(struct method *method)
{
	int i, j;

	for (i = 0; i < SCALE_COUNT; i++)
		for (j = 0; j < method->scales[i].count; j++)
			if (!method->scales[i].names[j]) {
				method->scales[i].names[j] = xasprintf("%d", j + 1);
				method->scales[i].definitions[j] = xstrdup("");
			}
}

static bool read_lines(struct frozen *frozen, const struct register_def *def, struct error *error)
{
	size_t capacity = 0, names = 0;
	char *at, *next;
	bool ok = true;

	for (at = frozen->text; at && ok; at = next) {
		struct json *line;
		bool row;

		next = strchr(at, '\n');
		if (next)
			*next++ = '\0';
		line = json_parse(at);
		ok = is_sound(line) && read_line(frozen, line, def, &names, error);
		row = ok && strcmp(json_text(line, 0), "row") == 0;
		json_free(line);
		if (!row)
			continue;
		if (frozen->count == capacity) {
			capacity = capacity ? capacity * 2 : 64;
			frozen->rows = xreallocarray(frozen->rows, capacity, sizeof *frozen->rows);
		}
		frozen->rows[frozen->count++] = at;
	}
	return ok && frozen->record;
}

struct frozen *frozen_read(const struct register_def *def, const char *text, const char *language, struct error *error)
{
	struct frozen *frozen = xcalloc(1, sizeof *frozen);

	frozen->text = xstrdup(text);
	frozen->context.language = xstrdup(language);
	frozen->context.horizon = 12;
	if (!read_lines(frozen, def, error)) {
		if (error && !error->kind)
			error_set(error, ERROR_DAMAGED,
				_("What the record kept when it was closed cannot be read; `noria check` looks at the file."));
		frozen_free(frozen);
		return NULL;
	}
	number_levels(&frozen->context.method);
	if (frozen->name_count)
		qsort(frozen->names, frozen->name_count, sizeof *frozen->names, by_ref);
	return frozen;
}

void frozen_free(struct frozen *frozen)
{
	size_t i;

	if (!frozen)
		return;
	for (i = 0; i < frozen->name_count; i++) {
		free(frozen->names[i].ref);
		free(frozen->names[i].title);
	}
	model_context_free(&frozen->context);
	record_free(frozen->record);
	strings_free(&frozen->columns);
	free(frozen->activity);
	free(frozen->names);
	free(frozen->rows);
	free(frozen->text);
	free(frozen);
}

struct json *frozen_row(const struct frozen *frozen, size_t i)
{
	return json_parse(frozen->rows[i]);
}

const char *frozen_value(const struct frozen *frozen, const struct json *row, const char *column)
{
	size_t i;

	if (strcmp(column, "ref") == 0)
		return element(row, 1);
	for (i = 0; i < frozen->columns.count; i++)
		if (strcmp(frozen->columns.items[i], column) == 0)
			return element(row, i + 2);
	return NULL;
}

static char *reference(const struct frozen *frozen, const char *ref, enum reference_form form)
{
	struct frozen_name wanted = { .ref = (char *)(uintptr_t)ref };
	const struct frozen_name *name =
		frozen->name_count ? bsearch(&wanted, frozen->names, frozen->name_count, sizeof *frozen->names, by_ref)
				   : NULL;
	char *text = reference_elsewhere(ref, &frozen->context, form);

	if (text)
		return text;
	return reference_text(&(struct reference){ name ? name->def : NULL, ref, name ? name->title : NULL,
				      name && name->deleted ? REFERENCE_DELETED : REFERENCE_HERE },
		&frozen->context, form);
}

char *frozen_text(const struct frozen *frozen, const struct field_def *field, const char *value, const char *between,
	enum reference_form form)
{
	struct strings refs = { 0 };
	char *joined;
	size_t i;

	if (!value || !field)
		return xstrdup(value ? value : "");
	if (!field_is_reference(field))
		return field_format(field, &frozen->context, value);
	strings_split(&refs, value);
	for (i = 0; i < refs.count; i++) {
		char *text = reference(frozen, refs.items[i], form);

		free(refs.items[i]);
		refs.items[i] = text;
	}
	joined = strings_join(&refs, between);
	strings_free(&refs);
	return joined;
}
