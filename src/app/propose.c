/* What a new record takes from the one that it is made from (register_def.proposals). */
#include <stdlib.h>
#include <string.h>

#include "app/lib.h"

static bool take_first(void *user, const struct row *row)
{
	*(char **)user = xstrdup(row->cells[0].value);
	return false;
}

/* The value at the end of a path from the one record of that register in which the field is so; NULL: none, or no such path. */
static char *read_path(
	struct store *store, const struct register_def *def, const char *field, const char *value, const char *path)
{
	struct query *query = query_new(def);
	char *found = NULL;

	query_add(query, field, OP_EQUAL, value);
	/* What cannot be read is not proposed: the form says so of itself soon enough. */
	store_each_value(store, query, &path, 1, take_first, &found, NULL);
	query_free(query);
	return found;
}

/* What the record of that ref says, or the one that answers for it. */
static char *said_by(struct store *store, const struct register_def *target, const char *ref, const char *path)
{
	const struct register_def *answering = register_answered_by(target);
	const struct field_def *title = register_title(target);
	char *name = xstrndup(path, strcspn(path, ".")), *value = NULL;

	if (title && strcmp(title->name, path) == 0)
		value = store_title(store, ref);
	else if (register_field(target, name))
		value = read_path(store, target, "ref", ref, path);
	else if (answering)
		value = read_path(store, answering, register_answers(answering)->name, ref, path);
	free(name);
	return value;
}

/* Of a constant; NULL: from is a path. */
static char *constant(struct store *store, const char *from)
{
	const struct model_context *context = store_context(store);
	struct date day = environment_today(context->time_zone);
	char text[11];

	if (*from != '=')
		return NULL;
	if (strncmp(from, "=today", 6) != 0 && strcmp(from, "=horizon") != 0)
		return xstrdup(from + 1);
	if (from[1] == 't')
		day = date_from_days(date_days(&day) + (int)strtol(from + 6, NULL, 10));
	else
		day = date_months_before(&day, -context->horizon);
	date_format(&day, text);
	return xstrdup(text);
}

/* Nobody said anything yet: it is empty, or as every new record begins. */
static bool is_untouched(const struct record *record, const char *field)
{
	const struct field_def *def = register_field(record->def, field);
	const char *value = record_get(record, field);

	return !value || (def->initial && strcmp(def->initial, value) == 0);
}

/* Words of one register need not be words of another: an observation is no grade of a nonconformity. */
static bool may_hold(const struct record *record, const char *field, const char *value)
{
	const struct field_def *def = register_field(record->def, field);
	const struct choice *choice = def->type == &type_choice ? def->choices : NULL;

	while (choice && choice->key && strcmp(choice->key, value) != 0)
		choice++;
	return !choice || choice->key;
}

bool app_propose(struct store *store, struct record *record, const char *link, struct strings *labels)
{
	const struct field_def *reference = register_field(record->def, link);
	const struct proposal *proposal;
	const char *ref = record_get(record, link);
	bool any = false;

	/* Of several records nobody knows which one it is made from. */
	if (!reference || !ref || *ref == '+' || *ref == '{' || strchr(ref, ','))
		return false;
	for (proposal = record->def->proposals; proposal && proposal->link; proposal++) {
		char *value;

		if (strcmp(proposal->link, link) != 0 || !is_untouched(record, proposal->field))
			continue;
		value = constant(store, proposal->from);
		if (!value)
			value = said_by(store, register_find(reference->target), ref, proposal->from);
		if (value && proposal->as) {
			char *text = xasprintf(_(proposal->as), value);

			free(value);
			value = text;
		}
		if (value && may_hold(record, proposal->field, value) &&
			text_differs(value, record_get(record, proposal->field))) {
			record_set(record, proposal->field, value);
			if (labels)
				strings_add(labels, _(register_field(record->def, proposal->field)->label));
			any = true;
		}
		free(value);
	}
	return any;
}
