/* Cells that refer to records: whom a text names, what is made of it, what waits for a later row. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"
#include "exchange/people.h"

/* What was made on the way, and how a text was taken. */
static void say_all(struct table *table, struct strings *sentences)
{
	size_t i;

	for (i = 0; i < sentences->count; i++)
		table_say_once(table, sentences->items[i]);
	strings_free(sentences);
}

static bool is_known(const struct known_reference *known, size_t column, const char *text)
{
	return known->text && known->column == column && strcmp(known->text, text) == 0;
}

/* Of the few places that a text may have the one that holds it, else a free one, else the first. */
struct known_reference *table_known(struct table *table, size_t column, const char *text)
{
	size_t first = (size_t)hash_quick(text, strlen(text)) + column, i, free_one = PLACES_OF_ONE;

	for (i = 0; i < PLACES_OF_ONE; i++) {
		struct known_reference *known = &table->known[(first + i) % KNOWN_REFERENCES];

		if (is_known(known, column, text))
			return known;
		if (!known->text && free_one == PLACES_OF_ONE)
			free_one = i;
	}
	return &table->known[(first + free_one % PLACES_OF_ONE) % KNOWN_REFERENCES];
}

static void forget(struct known_reference *known)
{
	free(known->text);
	free(known->value);
	free(known->refused);
}

void table_forget_known(struct table *table)
{
	size_t i;

	for (i = 0; i < KNOWN_REFERENCES; i++)
		forget(&table->known[i]);
}

void table_know(struct known_reference *known, size_t column, const char *text, const char *value)
{
	struct known_reference now = { .column = column, .text = xstrdup(text), .value = xstrdup(value) };

	forget(known);
	*known = now;
}

bool table_read_reference(
	struct table *table, size_t column, const char *text, bool create, char **value, struct error *error)
{
	struct known_reference *known = table_known(table, column, text);
	struct field_def field = *table->plan->columns[column].field;
	struct strings made = { 0 }, taken = { 0 };
	struct resolving how = {
		.create = create ? &table->plan->create : NULL,
		.cell = !table->details->shipped,
		.whole = !create && register_find(field.target) == table->def,
		.seen = table->details->seen,
		.rehearsal = table->options->dry_run,
		.number = grid_at(&table->details->grid, table->row, column)->kind == GRID_NUMBER ||
			  table->details->cut[column],
		.zeros = table->details->zeros[column],
		.made = table->details->shipped ? NULL : &made,
		.said = table->details->shipped ? NULL : &taken,
	};
	bool ok, keep;

	if (!how.number && is_known(known, column, text) && known->refused && create)
		return error_set_field(error, ERROR_INVALID, field.name, "%s", known->refused);
	if (!how.number && is_known(known, column, text) && !known->refused && !known->waits) {
		*value = xstrdup(known->value);
		return true;
	}
	if (!create)
		field.flags &= ~(unsigned)FIELD_ADD_BY_NAME;
	ok = value_resolve(table->store, table->action, &field, text, &how, value, error);
	/* Names of its own register may come to be others' while the table is read; what has to be said is said of each. */
	keep = ok && !how.number && !made.count && !taken.count && !table->details->shipped &&
	       register_find(field.target) != table->def;
	if (keep)
		table_know(known, column, text, *value);
	/* A name that is refused stands in many rows, and all people were looked through for it. */
	if (!ok && create && !how.number && error->kind == ERROR_INVALID && error->message &&
		(register_find(field.target)->flags & REGISTER_PEOPLE) && person_is_one_name(text)) {
		table_know(known, column, text, NULL);
		known->refused = xstrdup(error->message);
	}
	if (ok) {
		table->report->made += (int64_t)made.count;
		say_all(table, &made);
		say_all(table, &taken);
	}
	strings_free(&made);
	strings_free(&taken);
	return ok;
}

static bool may_come_whole(const struct table *table, const struct field_def *field, const char *text)
{
	return (register_find(field->target)->flags & REGISTER_PEOPLE) && !register_rests_on(table->def, field) &&
	       (person_has_initial(text) || person_is_one_name(text));
}

/* A reference: what nothing answers may name a row that comes later. */
bool table_take_reference(struct table *table, size_t column, const char *text, struct record *record,
	struct strings *later, struct error *error)
{
	const struct field_def *field = table->plan->columns[column].field;
	struct known_reference *known = table_known(table, column, text);
	bool whole = may_come_whole(table, field, text), waits = whole && is_known(known, column, text) && known->waits;
	struct error first = { 0 };
	char *value = NULL;
	bool ok;

	if (!*text) {
		record_set(record, field->name, NULL);
		return !(field->flags & FIELD_REQUIRED) ||
		       error_set_field(error, ERROR_INVALID, field->name, _("%s must not be empty."), _(field->label));
	}
	/* A row of the same table may bear the name: then none is made for it.  "J. Roy" and "Roy" may be somebody whose whole name comes later. */
	ok = !waits &&
	     table_read_reference(table, column, text,
		     table->details->shipped || (register_find(field->target) != table->def && !whole), &value, &first);
	if (ok) {
		record_set(record, field->name, value);
	} else if (register_rests_on(table->def, field) || error_ends(&first)) {
		error_move(error, &first);
	} else {
		if (whole && !waits && person_is_one_name(text)) {
			table_know(known, column, text, NULL);
			known->waits = true;
		}
		strings_take(later, xasprintf("%zu", column));
		strings_add(later, text);
		ok = true;
	}
	free(value);
	error_clear(&first);
	return ok;
}
