/* What a row says of which record it is: its ref, its uuid, the id that it has elsewhere. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"

bool import_tells_apart(const struct import_plan *plan, const struct field_def *field)
{
	const char *const *identity = plan->def->identity;
	size_t i;

	if (field == register_title(plan->def) || field == register_answers(plan->def) || field == plan->key)
		return true;
	for (i = 0; identity && identity[i]; i++)
		if (strcmp(field->name, identity[i]) == 0)
			return true;
	return false;
}

/* Whether the column of a period says it as well: the day of the reading is then none by which a record is known. */
static bool is_told_by_period(const struct import_plan *plan, const struct field_def *field)
{
	const char *const *identity = plan->def->identity;

	if (!field->initial || !field_is_day(field) || import_has_column(plan, field))
		return false;
	for (; *identity; identity++)
		if (register_field(plan->def, *identity)->type == &type_period &&
			import_has_column(plan, register_field(plan->def, *identity)))
			return true;
	return false;
}

void import_keys(const struct import_plan *plan, const struct field_def *keys[KEYS_MOST])
{
	const char *const *identity = plan->def->identity;
	size_t i, count = 0;

	if (plan->by_ref_only)
		return;
	keys[0] = plan->key ? plan->key : identity ? NULL : register_title(plan->def);
	if (keys[0])
		return;
	for (i = 0; i < KEYS_MOST && identity && identity[i]; i++)
		if (!is_told_by_period(plan, register_field(plan->def, identity[i])))
			keys[count++] = register_field(plan->def, identity[i]);
}

bool import_has_column(const struct import_plan *plan, const struct field_def *field)
{
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if (plan->columns[i].use == USE_FIELD && plan->columns[i].field == field)
			return true;
	return false;
}

char *import_plan_known_by(const struct import_plan *plan)
{
	const struct field_def *keys[KEYS_MOST] = { NULL };
	struct strings labels = { 0 };
	char *joined = NULL;
	size_t i;

	import_keys(plan, keys);
	for (i = 0; i < KEYS_MOST && keys[i]; i++)
		if (i == 0 || import_has_column(plan, keys[i]))
			strings_add(&labels, _(keys[i]->label));
	if (labels.count)
		joined = strings_join(&labels, ", ");
	strings_free(&labels);
	return joined;
}

/* "SOURCE: ID", with nothing in it that parts two of them. */
static char *elsewhere_of(const struct table *table, const char *text)
{
	char *id = xasprintf("%s: %s", table->plan->source, text), *sign;

	for (sign = id; (sign = strpbrk(sign, ",;|\n\r\t")); sign++)
		*sign = ' ';
	return id;
}

/* A ref of this register, or the whole ref of another one, which is refused; "5" is a clause to those who refer to one alone. */
static bool is_ref_here(const struct table *table, const char *text)
{
	const struct register_def *def = NULL;
	int64_t id = store_find(table->store, text, &def);
	char *ref = id > 0 && def != table->def ? store_ref(table->store, id) : NULL;
	bool is = id > 0 && (def == table->def || (ref && strcmp(ref, text) == 0));

	free(ref);
	return is;
}

static bool is_ref_of_ours(const struct table *table, const char *text)
{
	return !table->details->foreign && (ref_form_is_own(&table->ref_form, text) || is_ref_here(table, text));
}

/* Without blanks around it and those that nobody sees.  The caller frees. */
static char *bare_text(const char *cell)
{
	size_t length;
	const char *bare = text_trimmed(cell, &length);
	char *kept = xstrndup(bare, length), *text = text_plain_blanks(kept);

	free(kept);
	return text;
}

/* A ref, uuid or id; NULL: it says nothing.  The caller frees. */
static char *identity_text(const struct table *table, const char *cell)
{
	char *text = bare_text(cell), *plain;

	if (!*text) {
		free(text);
		return NULL;
	}
	/* "R–2" is R-2; ids of others are theirs to write. */
	plain = text_hyphens(text);
	if (strcmp(plain, text) != 0 && (is_ref_of_ours(table, plain) || uuid_is_valid(plain))) {
		free(text);
		return plain;
	}
	free(plain);
	return text;
}

bool table_read_identity(struct table *table, struct record *given, char **elsewhere, struct error *error)
{
	size_t i;

	for (i = 0; i < table->plan->column_count; i++) {
		const struct import_column *column = &table->plan->columns[i];
		const struct grid_cell *cell;
		char *text;

		if (column->use != USE_REF && column->use != USE_UUID)
			continue;
		cell = grid_at(&table->details->grid, table->row, i);
		if (cell->kind == GRID_ERROR)
			return error_set(error, ERROR_INVALID,
				_("%s: the cell holds the error %s of the spreadsheet; put the value there."),
				column->heading, cell->text);
		if (table_is_ditto(table, NULL, NULL, cell->text))
			return table_refuse_ditto(column->heading, cell->text, error);
		if (table_is_spoilt(table, NULL, cell))
			return table_refuse_spoilt(column->heading, cell->text, error);
		text = identity_text(table, cell->text);
		if (!text)
			continue;
		if (column->use == USE_UUID) {
			given->uuid = text;
		} else if (!table->external || is_ref_of_ours(table, text)) {
			given->ref = text;
		} else {
			*elsewhere = elsewhere_of(table, text);
			free(text);
		}
	}
	if (given->uuid && !uuid_is_valid(given->uuid))
		return error_set(error, ERROR_INVALID, _("A uuid of the record is not well formed."));
	return true;
}

bool table_is_elsewhere(const struct table *table, const struct record *record, const char *elsewhere)
{
	const char *value = table->external ? record_get(record, table->external->name) : NULL;
	struct strings ids = { 0 };
	bool is;

	if (!elsewhere || !value)
		return false;
	external_split(&ids, value);
	is = strings_contain(&ids, elsewhere);
	strings_free(&ids);
	return is;
}

void table_keep_elsewhere(const struct table *table, struct record *record, const char *elsewhere)
{
	const char *value = table->external ? record_get(record, table->external->name) : NULL;
	struct strings ids = { 0 };
	char *both;

	if (!elsewhere || !table->external || table_is_elsewhere(table, record, elsewhere))
		return;
	if (value)
		external_split(&ids, value);
	strings_add(&ids, elsewhere);
	both = strings_join(&ids, ", ");
	record_set(record, table->external->name, both);
	free(both);
	strings_free(&ids);
}

void table_see_ref(struct table *table, const char *cell)
{
	char *text = bare_text(cell);

	ref_form_see(&table->ref_form, text);
	free(text);
}
