/*
 * Counts whose conditions and groups all lie in one tally are read from the
 * tally, so that a matrix over a million risks costs as little as one over ten.
 */
#include <string.h>

#include "store/compile.h"

/* standing=current: what a tally of those that count today has by itself. */
static bool is_present(const struct register_def *def, const struct condition *condition)
{
	return def->standing && condition->path && !condition->either && !condition->field &&
	       condition->op == OP_EQUAL && strcmp(condition->path, def->standing) == 0 &&
	       strcmp(condition->value, "current") == 0;
}

/* Whether the query asks for those alone that count today: who is open or late is one of them. */
static bool asks_present(const struct query *query)
{
	size_t i;

	for (i = 0; i < query->condition_count; i++)
		if (is_present(query->def, &query->conditions[i]) ||
			(query->def->standing && !query->conditions[i].either &&
				(!i || !query->conditions[i - 1].either) &&
				(query->conditions[i].op == OP_OPEN || query->conditions[i].op == OP_LATE)))
			return true;
	return false;
}

static bool tally_knows(
	const struct register_def *def, const struct tally_def *tally, const struct condition *condition)
{
	const struct field_def *field;

	if (condition->field || condition->either || condition->number)
		return false;
	if (is_present(def, condition))
		return true;
	switch (condition->op) {
	case OP_SEARCH:
	case OP_CONTAINS:
	case OP_UNRESOLVED:
	case OP_VALID:
	case OP_INVALID:
	case OP_ASIDE:
	case OP_NOT_ASIDE:
	case OP_FIRST:
	case OP_NOT_FIRST:
	case OP_SHARED:
	case OP_UNPLANNED:
	case OP_SOME:
	case OP_NONE:
		return false;
	case OP_LATE:
		for (field = compile_next_due(def, NULL); field; field = compile_next_due(def, field))
			if (compile_tally_place(tally, field->name) < 0)
				return false;
		/* FALLTHROUGH */
	case OP_OPEN:
		return !def->open || !register_field(def, "status") || compile_tally_place(tally, "status") >= 0;
	default:
		field = register_field(def, condition->path);
		return field && compile_tally_place(tally, condition->path) >= 0 && !field_is_list(field) &&
		       (field->type->storage == STORED_INTEGER || !field->choices || condition->op <= OP_DIFFERENT ||
			       condition->op >= OP_EMPTY);
	}
}

const struct tally_def *compile_tally(const struct query *query)
{
	static const struct tally_def total = { .name = NULL };
	const struct register_def *def = query->def;
	size_t i, j;

	if (!query->condition_count && !query->group[0])
		return &total;
	for (i = 0; i < def->tally_count; i++) {
		const struct tally_def *tally = &def->tallies[i];
		bool fits = !def->standing || asks_present(query);

		for (j = 0; j < query->condition_count && fits; j++)
			fits = tally_knows(def, tally, &query->conditions[j]);
		for (j = 0; j < 3 && query->group[j] && fits; j++)
			fits = compile_tally_place(tally, query->group[j]) >= 0;
		if (fits)
			return tally;
	}
	return NULL;
}

bool compile_tally_where(struct store *store, const struct query *query, const struct tally_def *tally,
	struct buffer *where, struct strings *binds)
{
	char mark[16];
	size_t i;

	buffer_printf(where, "\"name\" = %s", compile_bind(binds, tally->name ? tally->name : query->def->name, mark));
	for (i = 0; i < query->condition_count; i++) {
		const struct condition *condition = &query->conditions[i];
		char key[24], status[24];

		if (is_present(query->def, condition))
			continue;
		buffer_add(where, " AND ");
		snprintf(status, sizeof status, "\"k%d\"", compile_tally_place(tally, "status") + 1);
		switch (condition->op) {
		case OP_OPEN:
			compile_open(query->def, NULL, status, binds, where);
			continue;
		case OP_LATE:
			compile_late(store, query->def, NULL, tally, NULL, status, binds, where);
			continue;
		default:
			break;
		}
		snprintf(key, sizeof key, "\"k%d\"", compile_tally_place(tally, condition->path) + 1);
		if (condition->op == OP_EMPTY || condition->op == OP_FILLED)
			buffer_printf(where, "%s %s ''", key, condition->op == OP_EMPTY ? "=" : "<>");
		else if (condition->op == OP_EQUAL || condition->op == OP_DIFFERENT)
			buffer_printf(where, "%s %s %s", key, condition->op == OP_EQUAL ? "=" : "<>",
				compile_bind(binds, condition->value, mark));
		else if (register_field(query->def, condition->path)->type->storage == STORED_INTEGER)
			buffer_printf(where, "%s <> '' AND CAST(%s AS INTEGER) %s CAST(%s AS INTEGER)", key, key,
				compile_sign(condition->op), compile_bind(binds, condition->value, mark));
		else
			buffer_printf(where, "%s > '' AND %s %s %s", key, key, compile_sign(condition->op),
				compile_bind(binds, condition->value, mark));
	}
	return true;
}
