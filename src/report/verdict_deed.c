/*
 * What mends a condition that lacks something: the record that is to be changed, or the new one.  Of what is there only
 * that is changed which can come to show it (the ways of the condition): a role of somebody else is not made the officer's.
 */
#include <stdlib.h>
#include <string.h>

#include "report/verdict_parts.h"

/* The day by which records of the register are to be done; NULL: they have none. */
static const char *due_of(const struct register_def *def)
{
	static const char *const days[] = { "due", "expiry", "review", "planned", "next" };
	size_t i;

	for (i = 0; register_can_be_late(def) && i < sizeof days / sizeof days[0]; i++) {
		const struct field_def *field = register_field(def, days[i]);

		if (field && field->flags & FIELD_SORT)
			return field->name;
	}
	return NULL;
}

/* Of the records of the query, which is freed, the one that is due first; none: step->record stays 0. */
static bool take_first(struct store *store, struct query *query, struct verdict_step *step, struct error *error)
{
	const struct field_def *title = query ? register_title(query->def) : NULL;
	const char *due = query ? due_of(query->def) : NULL, *columns[2];
	struct window window = {
		.query = query, .columns = columns, .column_count = 2, .from = WINDOW_FIRST, .count = 1
	};
	struct rows rows = { 0 };
	bool ok;

	if (!query)
		return true;
	if (!title)
		title = register_about(query->def);
	columns[0] = title ? title->name : "ref";
	columns[1] = due ? due : "ref";
	query->walks = due != NULL;
	ok = query_sort(query, due ? due : "ref", error) && store_window(store, &window, &rows, error);
	if (ok && rows.count) {
		step->record = rows.items[0].id;
		step->ref = xstrdup(rows.items[0].ref);
		step->title = xstrdup(rows.items[0].cells[0].text);
		step->due = due && rows.items[0].cells[1].value ? xstrdup(rows.items[0].cells[1].value) : NULL;
	}
	rows_free(&rows);
	query_free(query);
	return ok;
}

/* The first way by which something that is there comes to show it. */
static bool find_way(struct store *store, struct verdict_step *step, struct error *error)
{
	const struct verdict_way *way;

	for (way = step->condition->ways; way && way->of && !step->record; way++) {
		char *filter = verdict_text(way->filter, store_context(store));
		struct query *query = query_new(register_find(way->of));

		if (!query_parse(query, store_context(store), filter, error)) {
			query_free(query);
			free(filter);
			return false;
		}
		free(filter);
		if (!take_first(store, query, step, error))
			return false;
		if (step->record) {
			step->way = way;
			step->adds = way->adds ? register_find(way->adds) : NULL;
			step->deed = way->deed || !step->adds ? way->deed : DEED_ADD;
		}
	}
	return true;
}

static bool is_empty(struct store *store, const struct register_def *def, bool *empty, struct error *error)
{
	struct query *query = query_new(def);
	int64_t count = store_count_most(store, query, 1, error);

	query_free(query);
	*empty = count == 0;
	return count >= 0;
}

/* What refers to a record is not added before there is one: the check before its result. */
static bool add_before(struct store *store, struct verdict_step *step, struct error *error)
{
	size_t i;

	for (i = 0; i < step->adds->field_count; i++) {
		const struct field_def *field = &step->adds->fields[i];
		const struct register_def *target =
			field->flags & FIELD_REQUIRED && field->target ? register_find(field->target) : NULL;
		bool empty = false;

		if (!target || target->made)
			continue;
		if (!is_empty(store, target, &empty, error))
			return false;
		if (empty) {
			step->adds = target;
			step->begins = true;
			return true;
		}
	}
	return true;
}

static bool take_single(struct store *store, struct verdict_step *step, struct error *error)
{
	struct record *single = store_organisation(store, error);

	step->record = single ? single->id : 0;
	step->ref = single ? xstrdup(single->ref) : NULL;
	record_free(single);
	return step->record != 0;
}

/* What is signed, reported or closed does not change any more: it is said in the next one. */
static bool stands(struct store *store, struct verdict_step *step, struct error *error)
{
	struct record *record = store_record(store, step->record, error);
	const char *name = verdict_step_field(step);
	const struct field_def *state = record ? register_state(record->def) : NULL,
			       *field = record && name ? register_field(record->def, name) : NULL;

	if (!record)
		return false;
	if (state && field && field != state && record_field_stands(record, field) &&
		status_is_frozen(record->def, record_get(record, state->name))) {
		step->adds = record->def;
		step->stands = true;
		step->deed = DEED_ADD;
	}
	record_free(record);
	return true;
}

/* What is to name a record of a register that has none needs that record first: the evidence before the competence. */
static bool name_before(struct store *store, struct verdict_step *step, struct error *error)
{
	const struct register_def *def = NULL, *target;
	const struct field_def *field;
	bool empty = false;

	if (step->deed != DEED_CHANGE || !step->ref || !verdict_step_field(step))
		return true;
	store_find(store, step->ref, &def);
	field = def ? register_field(def, verdict_step_field(step)) : NULL;
	target = field && field->target ? register_find(field->target) : NULL;
	if (!target || target->made || target->flags & REGISTER_PEOPLE)
		return true;
	if (!is_empty(store, target, &empty, error))
		return false;
	if (empty) {
		step->adds = target;
		step->names = true;
		step->deed = DEED_ADD;
	}
	return true;
}

bool verdict_find_deed(
	struct store *store, const struct verdict_line *line, struct verdict_step *step, struct error *error)
{
	const struct verdict_condition *condition = step->condition = line->condition;
	const struct register_def *of = condition->of ? register_find(condition->of) : NULL,
				  *adds = condition->adds ? register_find(condition->adds) : NULL;
	bool nothing = of && line->answer.counts[COUNT_ALL] == 0 && (condition->fails || condition->none || of != adds);

	step->command = condition->command;
	if (!find_way(store, step, error))
		return false;
	if (!step->record && condition->fails && line->answer.counts[COUNT_FAILS] > 0) {
		if (!take_first(store, verdict_query(condition, COUNT_FAILS, store_context(store)), step, error))
			return false;
		step->adds = adds;
		step->deed = adds ? DEED_ADD : condition->command && !condition->field ? DEED_COMMAND : DEED_CHANGE;
	}
	if (step->record && step->deed == DEED_CHANGE && !stands(store, step, error))
		return false;
	if (step->record)
		return name_before(store, step, error);
	if (of && of->flags & REGISTER_SINGLE) {
		step->adds = condition->field ? NULL : adds;
		step->deed = step->adds ? DEED_ADD : DEED_CHANGE;
		return take_single(store, step, error);
	}
	step->deed = DEED_COMMAND;
	if (nothing && !of->made) {
		step->begins = true;
		step->adds = of;
	} else {
		step->adds = adds;
	}
	if (!step->adds)
		return true;
	step->deed = DEED_ADD;
	return add_before(store, step, error);
}

void verdict_step_free(struct verdict_step *step)
{
	free(step->text);
	free(step->ref);
	free(step->title);
	free(step->due);
	free(step->words);
	memset(step, 0, sizeof *step);
}

const char *verdict_step_field(const struct verdict_step *step)
{
	if (step->begins || step->names)
		return NULL;
	if (step->way)
		return step->way->field;
	return step->adds && !step->stands ? step->condition->at : step->condition->field;
}
