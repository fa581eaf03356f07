/* What is open and what is late, as SQL; over records and over tallies. */
#include <stdlib.h>
#include <string.h>

#include "store/compile.h"

void compile_open(const struct register_def *def, const char *alias, const char *column, struct strings *binds,
	struct buffer *where)
{
	char mark[16];
	bool none = false;
	size_t i;

	if (def->standing && alias)
		buffer_printf(where, "%s.\"%s\" = 'current' AND ", alias, def->standing);
	if (!def->open || !register_field(def, "status")) {
		buffer_add(where, "1");
		return;
	}
	/*
	 * As a list, which an index can follow; nothing said is NULL in a record and '' in a tally.  The tallies of all
	 * registers are asked at the start: with values that are bound a few statements serve them all.
	 */
	buffer_printf(where, "(%s IN (", column);
	for (i = 0; def->open[i]; i++) {
		none = none || !def->open[i][0];
		buffer_add(where, i ? ", " : "");
		if (alias)
			buffer_printf(where, "'%s'", def->open[i]);
		else
			buffer_add(where, compile_bind(binds, def->open[i], mark));
	}
	buffer_add(where, ")");
	if (none && alias)
		buffer_printf(where, " OR %s IS NULL", column);
	buffer_add(where, ")");
}

const struct field_def *compile_next_due(const struct register_def *def, const struct field_def *before)
{
	const struct field_def *field = before ? before + 1 : def->fields;

	while (field < def->fields + def->field_count && !(field->flags & FIELD_DUE))
		field++;
	return field < def->fields + def->field_count ? field : NULL;
}

int compile_tally_place(const struct tally_def *tally, const char *field)
{
	int i;

	for (i = 0; i < 3 && tally->fields[i]; i++)
		if (strcmp(tally->fields[i], field) == 0)
			return i;
	return -1;
}

static void today_text(struct store *store, char text[11])
{
	struct date today = environment_today(store_context(store)->time_zone);

	date_format(&today, text);
}

static void add_past(const struct tally_def *tally, const char *alias, const struct field_def *field, const char *mark,
	struct buffer *where)
{
	int place = tally ? compile_tally_place(tally, field->name) + 1 : 0;

	if (tally)
		buffer_printf(where, "(\"k%d\" > '' AND \"k%d\" < %s)", place, place, mark);
	else
		buffer_printf(where, "%s.\"%s\" < %s", alias, field->name, mark);
}

/*
 * The day of one of these fields is past: of those that are asked whatever is open, or of the others.  Of one field
 * alone that is a range, which a tally follows: else the start counts over all its days.  A list is left to the index
 * of its order: the first word is an OR there.
 */
static void add_pasts(const struct register_def *def, const struct field_def *only, unsigned asks,
	const struct tally_def *tally, const char *alias, const char *mark, const char *first, struct buffer *where)
{
	const struct field_def *field = only ? only : compile_next_due(def, NULL);

	for (; field; field = only ? NULL : compile_next_due(def, field))
		if ((field->flags & FIELD_ASKS) == asks) {
			buffer_add(where, first);
			add_past(tally, alias, field, mark, where);
			first = " OR ";
		}
}

void compile_late(struct store *store, const struct register_def *def, const struct field_def *only,
	const struct tally_def *tally, const char *alias, const char *status, struct strings *binds,
	struct buffer *where)
{
	const struct field_def *due = only ? only : compile_next_due(def, NULL);
	size_t before;
	char today[11], mark[16];

	if (!due) {
		buffer_add(where, "0");
		return;
	}
	today_text(store, today);
	compile_bind(binds, today, mark);
	buffer_add(where, "((");
	compile_open(def, alias, status, binds, where);
	buffer_add(where, " AND (");
	before = where->length;
	add_pasts(def, only, 0, tally, alias, mark, tally ? "" : "0 OR ", where);
	buffer_add(where, where->length == before ? "0))" : "))");
	add_pasts(def, only, FIELD_ASKS, tally, alias, mark, " OR ", where);
	buffer_add(where, ")");
}

static void add_ended(const struct register_def *def, const char *root, struct buffer *select)
{
	char *alias = xasprintf("%s.", root), *ended = ended_status(def, alias);

	buffer_printf(select, ", %s", ended);
	free(ended);
	free(alias);
}

/* Whether the record is gone by its own field, or by that of the record that it answers for. */
static void add_gone(const struct register_def *def, const char *root, struct buffer *select)
{
	const struct field_def *answers = register_answers(def);
	const struct register_def *asked = answers ? register_find(answers->target) : NULL;

	if (def->gone)
		buffer_printf(select, ", %s.\"%s\" IS NOT NULL", root, def->gone);
	else if (asked && asked->gone)
		buffer_printf(select,
			", EXISTS(SELECT 1 FROM \"%s\" g WHERE g.\"id\" = %s.\"%s\" AND g.\"%s\" IS NOT NULL)",
			register_table(asked), root, answers->name, asked->gone);
	else
		buffer_add(select, ", 0");
}

void compile_answers(
	struct store *store, struct compiled *compiled, const struct register_def *def, struct buffer *select)
{
	char status[32];

	snprintf(status, sizeof status, "%s.\"status\"", compiled->root);
	buffer_add(select, ", ");
	compile_open(def, compiled->root, status, &compiled->binds, select);
	buffer_add(select, ", ");
	compile_late(store, def, NULL, NULL, compiled->root, status, &compiled->binds, select);
	if (def->standing)
		buffer_printf(select, ", %s.\"%s\" <> 'current'", compiled->root, def->standing);
	else if (def->ended)
		add_ended(def, compiled->root, select);
	else
		add_gone(def, compiled->root, select);
}

bool compile_path_late(struct store *store, struct compiled *compiled, const struct register_def *def, const char *path,
	struct buffer *select)
{
	const struct register_def *owner;
	const struct field_def *field;
	const char *name;
	char *alias, *status;
	bool due;

	if (!compile_walk(compiled, def, path, &alias, &owner, &field, &name, NULL))
		return false;
	due = field && (field->flags & FIELD_DUE);
	if (due) {
		status = xasprintf("%s.\"status\"", alias);
		buffer_add(select, ", ");
		compile_late(store, owner, field, NULL, alias, status, &compiled->binds, select);
		free(status);
	}
	free(alias);
	return due;
}
