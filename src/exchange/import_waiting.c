/* References of a table, and formulas, that may name a later row: they wait until all rows are taken. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"

void table_wait(struct table *table, int64_t id, const struct strings *texts)
{
	size_t i;

	if (!texts->count)
		return;
	if (table->waiting_count == table->waiting_capacity) {
		table->waiting_capacity = table->waiting_capacity ? table->waiting_capacity * 2 : 256;
		table->waiting = xreallocarray(table->waiting, table->waiting_capacity, sizeof *table->waiting);
	}
	table->waiting[table->waiting_count++] =
		(struct waiting){ id, table->row, table->waiting_texts.count, texts->count };
	for (i = 0; i < texts->count; i++)
		strings_add(&table->waiting_texts, texts->items[i]);
}

static bool names_a_refused_row(const struct table *table, const char *text)
{
	struct strings elements = { 0 };
	bool names = false;
	size_t i;

	if (!table->refused_refs.count)
		return false;
	strings_split(&elements, text);
	for (i = 0; i < elements.count && !names; i++)
		names = strings_contain(&table->refused_refs, elements.items[i]);
	strings_free(&elements);
	return names;
}

/* A row that was taken as it stood says more by its references. */
static void changed_after_all(struct table *table, size_t row, const struct record *before, const struct record *after)
{
	struct row_state *state = &table->states[row];

	if (state->kind == '=') {
		state->kind = '~';
		if (state->line)
			table->report->lines[state->line - 1].kind = '~';
	}
	if (state->kind == '~' || state->kind == '+')
		table_tell_changes(table, row, before, after);
}

/* False: error, or the row is refused by then. */
static bool resolve_waiting(struct table *table, const struct waiting *waiting, struct error *error)
{
	struct record *record = waiting->id ? store_record(table->store, waiting->id, error) : record_empty(table->def);
	struct record *before;
	struct action_counts counts = action_counts(table->action);
	bool fine = waiting->id != 0;
	size_t j;

	if (!record)
		return false;
	before = record_copy(record);
	for (j = 0; j < waiting->count; j += 2) {
		size_t column = strtoul(table->waiting_texts.items[waiting->first + j], NULL, 10);
		const char *text = table->waiting_texts.items[waiting->first + j + 1];
		struct reading_form form = store_take_reading(table->store, table->details->readings[column]);
		struct error fault = { 0 };

		if (names_a_refused_row(table, text)) {
			/* Told with that row. */
		} else if (table_read_later(table, column, text, record, &fault)) {
			/* The record is written below. */
		} else if (error_ends(&fault)) {
			error_move(error, &fault);
			fine = false;
		} else if (table->options->first_pass) {
			table->report->postponed++;
		} else {
			table->row = waiting->row;
			table_refuse(table, column, &fault);
			fine = false;
		}
		store_take_reading(table->store, form);
		error_clear(&fault);
		if (error->kind)
			break;
	}
	fine = fine && (!waiting->id || action_set(table->action, NULL, record, error));
	if (fine && action_counts(table->action).changed > counts.changed)
		changed_after_all(table, waiting->row, before, record);
	record_free(before);
	record_free(record);
	return fine;
}

bool table_second_pass(struct table *table, struct error *error)
{
	size_t i;

	for (i = 0; i < table->waiting_count; i++) {
		table->row = table->waiting[i].row;
		if (resolve_waiting(table, &table->waiting[i], error) || !error->kind)
			continue;
		if (error_ends(error))
			return false;
		table_refuse(table, table->plan->column_count, error);
	}
	return true;
}
