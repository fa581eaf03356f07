/* The record that a row is about: by uuid, ref, id elsewhere, then by its key. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"
#include "exchange/numbered.h"

/* "7.4" of a requirement is "2022:7.4", as its records have it.  Takes the text over. */
static char *whole_ref(struct store *store, char *text)
{
	int64_t id = text ? store_find(store, text, NULL) : 0;
	char *ref = id > 0 ? store_ref(store, id) : NULL;

	if (!ref)
		return text;
	free(text);
	return ref;
}

static char *value_of(struct table *table, const struct field_def *key, bool *readable);

/* What the row says of a field that says what another is measured in. */
static void take_measure(struct table *table, struct record *record, const char *name)
{
	const struct field_def *field = register_field(table->def, name);
	bool readable;
	char *value = field ? value_of(table, field, &readable) : NULL;

	if (value)
		record_set(record, name, value);
	free(value);
}

struct record *table_measured_by(struct table *table, const struct field_def *field)
{
	const char *path = field_source(field)->unit;
	struct record *record;
	char *name, *french;

	if (!path)
		return NULL;
	record = record_empty(table->def);
	name = xstrndup(path, strcspn(path, "."));
	french = xasprintf("%s_fr", name);
	take_measure(table, record, name);
	take_measure(table, record, french);
	free(french);
	free(name);
	return record;
}

/* The value of one key in the row, as the file would have it; NULL: the row says nothing, or (*readable false) something that cannot be read. */
static char *value_of(struct table *table, const struct field_def *key, bool *readable)
{
	struct record *measured = table_measured_by(table, key);
	char *value = NULL;
	size_t i;

	*readable = true;
	for (i = 0; i < table->plan->column_count; i++) {
		struct reading_form before;
		char *text, *line;

		if (table->plan->columns[i].use != USE_FIELD || table->plan->columns[i].field != key ||
			!*grid_at(&table->details->grid, table->row, i)->text)
			continue;
		line = import_cell_meant(table->plan, table->row, i);
		text = key->type->editor == EDIT_TEXT || field_is_list(key) || !strpbrk(line, "\n\r\t")
			       ? xstrdup(line)
			       : table_joined(line, " ");
		free(line);
		free(value);
		before = store_take_reading(table->store, table_reading(table, i));
		if (field_is_reference(key)) {
			*readable = table_read_reference(table, i, text, false, &value, NULL) && *readable;
			value = whole_ref(table->store, value);
		} else {
			*readable = store_parse(table->store, measured, key, text, &value, NULL) && *readable;
		}
		store_take_reading(table->store, before);
		free(text);
	}
	record_free(measured);
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

/* What a new record gets where the row does not say it, but for a day that its column leaves blank, which is asked for; NULL: nothing.  The caller frees. */
static char *initial_of(const struct table *table, const struct field_def *field)
{
	struct record *empty;
	char *value;

	if (!field->initial || (field_is_day(field) && import_has_column(table->plan, field)))
		return NULL;
	empty = record_new(table->def, store_context(table->store)->time_zone);
	value = xstrdup(record_get(empty, field->name));
	record_free(empty);
	return value;
}

/*
 * What a record with these keys has of the others from those that the row names, keys or not, as a value has its
 * period of its indicator or of what it corrects; the texts are owned by values.
 */
static void complete_keys(struct table *table, char *values[KEYS_MOST], size_t count)
{
	struct record *record = record_empty(table->def);
	const struct completion_def *completion;
	struct error error = { 0 };
	bool readable;
	size_t i;

	for (completion = table->def->completions; completion->link; completion++) {
		char *named = value_of(table, register_field(table->def, completion->link), &readable);

		record_set(record, completion->link, named);
		free(named);
	}

	for (i = 0; i < count; i++)
		if (values[i])
			record_set(record, table->keys[i]->name, values[i]);
	if (store_complete(table->store, record, &error))
		for (i = 0; i < count; i++)
			if (record_get(record, table->keys[i]->name)) {
				free(values[i]);
				values[i] = xstrdup(record_get(record, table->keys[i]->name));
			}
	error_clear(&error);
	record_free(record);
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
		if (!values[count] && readable && table->keys[1])
			values[count] = initial_of(table, table->keys[count]);
		any = any || values[count];
		known = known && readable;
	}
	if (any && known && table->def->completions && table->keys[1])
		complete_keys(table, values, count);
	if (any && known)
		joined = matcher_join(table->matcher, (const char *const *)values);
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

	if (id == MATCHER_SEVERAL) {
		char *labels = import_plan_known_by(table->plan), *at;

		/* Refs and values parted by signs that nobody writes. */
		for (at = value; (at = strchr(at, '\x1f'));)
			*at = ' ';
		several(value, labels, error);
		free(labels);
	} else if (id > 0)
		found = store_record(table->store, id, error);
	free(value);
	if (found && is_numbered_there(table, found, elsewhere)) {
		record_free(found);
		return NULL;
	}
	return found;
}

/* What the id is called by in the value of type_external.  The caller frees. */
static char *known_by(const char *value, const char *id)
{
	struct strings ids = { 0 };
	char *by = NULL;
	size_t i;

	external_split(&ids, value ? value : "");
	for (i = 0; i < ids.count && !by; i++) {
		const char *colon = strstr(ids.items[i], ": ");
		char *one = colon ? text_fold_typed(colon + 2) : NULL, *other = text_fold_typed(id);

		if (one && strcmp(one, other) == 0)
			by = xstrndup(ids.items[i], (size_t)(colon - ids.items[i]));
		free(one);
		free(other);
	}
	strings_free(&ids);
	return by ? by : xstrdup("-");
}

static struct record *by_external(struct table *table, const char *elsewhere, struct error *error)
{
	int64_t id = store_find_external(table->store, table->def, elsewhere);

	if (id == MATCHER_SEVERAL)
		return several(elsewhere, _("id elsewhere"), error);
	return id > 0 ? store_record(table->store, id, error) : NULL;
}

/*
 * A record has that id in a table of another name: the next month's issue of it, or somebody else's.  Nobody
 * knows, unless it was said what the ids are called by.  True: error says so.
 */
static bool is_known_elsewhere(struct table *table, const char *elsewhere, struct error *error)
{
	const char *colon = strstr(elsewhere, ": ");
	struct record *record;
	char *by;
	int64_t id;

	if (table->plan->source_given || table->details->foreign || !table->external || !colon)
		return false;
	if (!table->ids)
		table->ids = matcher_of_ids(table->store, table->def, table->external, table->plan->source);
	id = matcher_key(table->ids, colon + 2, error);
	if (id == MATCHER_SEVERAL)
		return !several(colon + 2, _("id elsewhere"), error);
	if (id <= 0 || !(record = store_record(table->store, id, NULL)))
		return false;
	by = known_by(record_get(record, table->external->name), colon + 2);
	error_set(error, ERROR_INVALID,
		table->details->seen
			/* TRANSLATORS: an id; a ref; what the ids of another table are called by; the same of this one */
			? _("%s is the number of %s in %s. Say what the numbers are called by: %s where it is the same, %s where it is another.")
			/* TRANSLATORS: an id; a ref; what the ids of another table are called by; the same of this one */
			: _("%s is the number of %s in %s; say --source=\"%s\" where it is the same, --source=\"%s\" where it is another."),
		colon + 2, record->ref, by, by, table->plan->source);
	free(by);
	record_free(record);
	return true;
}

/* "4.1" under the clauses of a table of requirements, which names no catalogue: that of the organisation. */
static struct record *by_number(struct table *table)
{
	const struct field_def *number = numbered_register(table->def) ? register_field(table->def, "number") : NULL;
	const struct register_def *def = NULL;
	bool readable;
	char *text = number ? value_of(table, number, &readable) : NULL;
	int64_t id = text && !import_has_column(table->plan, register_field(table->def, "catalogue"))
			     ? store_find(table->store, text, &def)
			     : 0;

	free(text);
	return id > 0 && def == table->def ? store_record(table->store, id, NULL) : NULL;
}

/*
 * Whether somebody else has the address of a row that is about nobody the file has: a name that was changed, or an
 * address that two share.  Nobody knows.  True: error says so.
 */
static bool is_mail_of_another(struct table *table, struct error *error)
{
	const struct field_def *const keys[KEYS_MOST] = { register_field(table->def, "mail") };
	struct record *record;
	bool readable;
	char *mail = keys[0] && !table->details->shipped ? value_of(table, keys[0], &readable) : NULL;
	int64_t id;

	if (!mail)
		return false;
	if (!table->mails)
		table->mails = matcher_new(table->store, table->def, keys);
	id = matcher_key(table->mails, mail, error);
	record = id > 0 ? store_record(table->store, id, NULL) : NULL;
	if (record)
		error_set(error, ERROR_INVALID,
			table->details->seen
				/* TRANSLATORS: an address for mail; a ref, a name */
				? _("%s is the address of %s %s already; where both are one person, write the name that stands there, or choose Mail for \"Known again by\".")
				/* TRANSLATORS: an address for mail; a ref, a name */
				: _("%s is the address of %s %s already; where both are one person, write the name that stands there, or say --key=mail."),
			mail, record->ref, record_title(record, environment_language()));
	record_free(record);
	free(mail);
	return error->kind != ERROR_NONE;
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
	if (!found && !given->uuid && !given->ref)
		found = by_number(table);
	if (!found && elsewhere)
		found = by_external(table, elsewhere, error);
	if (!found && (table->def->flags & REGISTER_SINGLE))
		found = store_organisation(table->store, NULL);
	if (!found && !error->kind && !given->uuid && !given->ref)
		found = by_key(table, elsewhere, error);
	if (!found && !error->kind && !given->uuid && !given->ref && elsewhere &&
		is_known_elsewhere(table, elsewhere, error))
		return NULL;
	if (!found && !error->kind && !given->uuid && !given->ref && is_mail_of_another(table, error))
		return NULL;
	if (found && found->def != table->def) {
		error_set(error, ERROR_INVALID, _("%s is no record of this register."), found->ref);
		record_free(found);
		return NULL;
	}
	return found;
}
