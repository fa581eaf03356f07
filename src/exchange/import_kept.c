/* What of a record stays as it is in the file, whatever a cell says of it. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"

/* Whether the record was read from there before. */
static bool is_from_there(const struct table *table, const struct record *record)
{
	const char *value = table->external ? record_get(record, table->external->name) : NULL;
	char *start = xasprintf("%s: ", table->plan->source);
	struct strings ids = { 0 };
	bool is = false;
	size_t i;

	if (value)
		external_split(&ids, value);
	for (i = 0; i < ids.count; i++)
		is = is || strncmp(ids.items[i], start, strlen(start)) == 0;
	strings_free(&ids);
	free(start);
	return is;
}

/* A text of another tool takes the place of its own earlier one alone; what was written here stands above it. */
char *table_beside_ours(
	const struct table *table, const struct field_def *field, const struct record *record, const char *text)
{
	const char *held = record_get(record, field->name);

	if (!table->details->foreign || field->type->editor != EDIT_TEXT || !held || strstr(text, held))
		return xstrdup(text);
	if (strstr(held, text))
		return xstrdup(held);
	return is_from_there(table, record) ? xstrdup(text) : xasprintf("%s\n%s", held, text);
}

/*
 * "ROY Jeanne" of a person who was found by that name, "SERVEUR" of what was found as Serveur: they say the same, and
 * nothing is renamed by it.  Who was found by an id may have another name now, but for "Roy, Jeanne".
 */
bool table_holds_name(const struct table *table, const struct field_def *field, const char *text)
{
	return table->by_keys && field == register_title(table->def) && table->keys[0] == field &&
	       (!table->by_id || (table->def->flags & REGISTER_PEOPLE && strchr(text, ',')));
}

/* Whether the record has in that field what such records begin with: it is new, or a row like this one made it. */
static bool begins_so(const struct table *table, const struct field_def *field, const struct record *record)
{
	return table->fresh || table->by_keys ||
	       (!table->details->shipped && record->id && record_get(record, field->name) &&
		       store_stands_as_read(table->store, record->id, table->def, field));
}

/*
 * An empty cell that empties nothing: of another tool, since what was written here stays; of a new record, which
 * has what such records begin with, and of the same one when the row is read once more; of what follows from other
 * fields; of a key that says nothing.
 */
bool table_says_nothing(const struct table *table, size_t column, const struct record *record)
{
	const struct field_def *field = table->plan->columns[column].field;
	const char *text = grid_at(&table->details->grid, table->row, column)->text;
	size_t beside = table->plan->columns[column].beside;

	if (beside && !grid_is_blank(grid_at(&table->details->grid, table->row, beside - 1)->text))
		return false;
	return grid_is_blank(text) && (table->details->foreign || (field->initial && begins_so(table, field, record)) ||
					      (table->by_keys && (field->flags & FIELD_FIXED)) ||
					      (!table->details->shipped && rating_follows(record, field)));
}

/* What the program wrote when a record was closed is in its tables too, and stays as it is there. */
bool table_keeps(const struct table *table, const struct field_def *field, const struct record *record)
{
	return !table->details->shipped && record->id && (field->flags & FIELD_BY_PROGRAM);
}
