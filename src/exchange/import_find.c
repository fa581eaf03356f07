/* The record that a row is about: by uuid, ref, id elsewhere, then by its key. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"

/* The value of one key in the row, as the file would have it; NULL: it says nothing, or (*readable false) what is not known. */
static char *value_of(struct table *table, const struct field_def *key, bool *readable)
{
	char *value = NULL;
	size_t i;

	*readable = true;

	for (i = 0; i < table->plan->column_count; i++) {
		struct reading_form before;
		const char *text = grid_at(&table->details->grid, table->row, i)->text;
		char *line;

		if (table->plan->columns[i].use != USE_FIELD || table->plan->columns[i].field != key || !*text)
			continue;
		free(value);
		before = store_take_reading(table->store, table_reading(table, i));
		if (field_is_reference(key)) {
			*readable = table_read_reference(table, i, text, false, &value, NULL) && *readable;
		} else {
			line = key->type->editor == EDIT_LINE ? text_one_line(text) : xstrdup(text);
			*readable = field_parse(key, store_context(table->store), line, &value, NULL) && *readable;
			free(line);
		}
		store_take_reading(table->store, before);
	}
	return value;
}

/* The control that the row is about, found as references are: "5.1" and "A.5.1 Policies ..." are one; NULL: none. */
static struct record *answered(struct table *table, const struct field_def *answers)
{
	bool readable;
	char *asked = value_of(table, answers, &readable);
	struct record *record = asked ? store_record_by_ref(table->store, asked, NULL) : NULL;

	free(asked);
	return record;
}

/* A line of the SoA is known by its control. */
static struct record *by_answer(struct table *table)
{
	const struct field_def *answers = register_answers(table->def);
	struct record *record = answers ? answered(table, answers) : NULL, *line, *found = NULL;
	char ref[600];
	int64_t id;

	if (!record)
		return NULL;
	line = record_empty(table->def);
	record_set(line, answers->name, record->ref);
	id = table->def->ref_of(line, ref, sizeof ref) ? store_find(table->store, ref, NULL) : 0;
	if (id)
		found = store_record(table->store, id, NULL);
	record_free(line);
	record_free(record);
	return found;
}

/*
 * The same of all keys, of which some may say nothing: a session is of a person or of a unit.  NULL where none
 * says anything, or one names what the file does not have.
 */
static char *key_of(struct table *table)
{
	char *values[KEYS_MOST] = { NULL }, *joined = NULL;
	bool any = false, known = true, readable;
	size_t count, i;

	for (count = 0; count < KEYS_MOST && table->keys[count]; count++) {
		values[count] = value_of(table, table->keys[count], &readable);
		any = any || values[count];
		known = known && readable;
	}
	if (any && known)
		joined = matcher_join((const char *const *)values, count);
	for (i = 0; i < count; i++)
		free(values[i]);
	return joined;
}

/* Whether the record has another number in the same place, and so is another than the row's. */
static bool is_numbered_there(const struct table *table, const struct record *record, const char *elsewhere)
{
	const char *value = table->external ? record_get(record, table->external->name) : NULL;
	const char *colon = elsewhere ? strstr(elsewhere, ": ") : NULL;
	struct strings ids = { 0 };
	bool is = false;
	size_t i;

	if (!value || !colon)
		return false;
	external_split(&ids, value);
	for (i = 0; i < ids.count; i++)
		is = is || strncmp(ids.items[i], elsewhere, (size_t)(colon - elsewhere) + 2) == 0;
	strings_free(&ids);
	return is;
}

static struct record *several(const char *text, const char *label, struct error *error)
{
	error_set(error, ERROR_INVALID, _("Several records have %s as their %s; a column ref says which one is meant."),
		text, label);
	return NULL;
}

static struct record *by_key(struct table *table, const char *elsewhere, struct error *error)
{
	char *value = key_of(table);
	int64_t id = value ? matcher_key(table->matcher, value, error) : MATCHER_NONE;
	struct record *found = NULL;

	if (id == MATCHER_SEVERAL)
		several(value, _(table->keys[0]->label), error);
	else if (id > 0)
		found = store_record(table->store, id, error);
	free(value);
	if (found && is_numbered_there(table, found, elsewhere)) {
		record_free(found);
		return NULL;
	}
	return found;
}

static struct record *by_external(struct table *table, const char *elsewhere, struct error *error)
{
	int64_t id = store_find_external(table->store, table->def, elsewhere);

	if (id == MATCHER_SEVERAL)
		return several(elsewhere, _("id elsewhere"), error);
	return id > 0 ? store_record(table->store, id, error) : NULL;
}

struct record *table_find(struct table *table, const struct record *given, const char *elsewhere, struct error *error)
{
	struct record *found = given->uuid ? store_record_by_uuid(table->store, given->uuid, NULL) : NULL;
	int64_t id;

	if (!found && given->ref) {
		id = store_find(table->store, given->ref, NULL);
		if (id)
			found = store_record(table->store, id, NULL);
	}
	if (!found)
		found = by_answer(table);
	if (!found && elsewhere)
		found = by_external(table, elsewhere, error);
	if (!found && (table->def->flags & REGISTER_SINGLE))
		found = store_organisation(table->store, NULL);
	if (!found && !error->kind && !given->uuid && !given->ref)
		found = by_key(table, elsewhere, error);
	if (found && found->def != table->def) {
		error_set(error, ERROR_INVALID, _("%s is no record of this register."), found->ref);
		record_free(found);
		return NULL;
	}
	return found;
}
