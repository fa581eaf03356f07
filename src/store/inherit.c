/*
 * Values that a record has from those that it refers to: an asset's needs from the assets that
 * it supports.  Where a record says nothing itself, the greatest of theirs counts, through as many
 * steps as say nothing (field_source.along, .inherited).  Kept beside the record's own value by
 * the write path, at the end of each action, for what the action touched and what rests on it.
 */
#include <string.h>

#include "store/internal.h"

#define MOST_SINGLE 200 /* records one by one; more are looked at all together */

static const struct field_def *inheriting(const struct register_def *def, const struct field_def *after)
{
	const struct field_def *field = after ? after + 1 : def->fields;

	while (field < def->fields + def->field_count && !field_source(field)->inherited)
		field++;
	return field < def->fields + def->field_count ? field : NULL;
}

static void touch(struct action *action, const struct register_def *def, int64_t id)
{
	struct inheritance *inheritance = &action->inheritance;

	inheritance->def = def;
	if (inheritance->count < MOST_SINGLE)
		inheritance->ids[inheritance->count] = id;
	if (inheritance->count <= MOST_SINGLE)
		inheritance->count++;
}

void inherit_touch(struct action *action, const struct record *old, const struct record *new)
{
	const struct field_def *field;

	for (field = inheriting(new->def, NULL); field; field = inheriting(new->def, field)) {
		if (!old ? record_get(new, field_source(field)->along) != NULL
			 : text_differs(record_get(old, field->name), record_get(new, field->name)) ||
					text_differs(record_get(old, field_source(field)->along),
						record_get(new, field_source(field)->along))) {
			if (!action->inheritance.ids)
				action->inheritance.ids = xcalloc(MOST_SINGLE, sizeof *action->inheritance.ids);
			touch(action, new->def, new->id);
			return;
		}
	}
}

void inherit_forget(struct action *action)
{
	free(action->inheritance.ids);
	memset(&action->inheritance, 0, sizeof action->inheritance);
}

/* The greatest of those that "o" leads to; "o" is the record's alias. */
static char *greatest(const struct register_def *def, const struct field_def *field)
{
	return xasprintf("(WITH RECURSIVE up(\"id\") AS ("
			 "SELECT l.\"target\" FROM \"link\" l WHERE l.\"record\" = o.\"id\" AND l.\"field\" = '%s'"
			 " UNION SELECT l.\"target\" FROM up JOIN \"%s\" p ON p.\"id\" = up.\"id\" AND p.\"%s\" IS NULL"
			 " JOIN \"link\" l ON l.\"record\" = up.\"id\" AND l.\"field\" = '%s')"
			 " SELECT max(p.\"%s\") FROM up JOIN \"%s\" p ON p.\"id\" = up.\"id\")",
		field_source(field)->along, register_table(def), field->name, field_source(field)->along, field->name,
		register_table(def));
}

/* Gives the value to those on whom ?1 bears, or to all of the register. */
static bool follow(struct action *action, const struct register_def *def, const struct field_def *field, int64_t id,
	struct error *error)
{
	char *value = greatest(def, field), *sql;
	sqlite3_stmt *stmt;

	sql = id ? xasprintf(
			   "UPDATE \"%s\" AS o SET \"%s\" = %s WHERE o.\"id\" IN (WITH RECURSIVE down(\"id\") AS ("
			   "VALUES(?1) UNION SELECT l.\"record\" FROM down JOIN \"link\" l ON l.\"target\" = down.\"id\" AND l.\"field\" = '%s')"
			   " SELECT \"id\" FROM down)",
			   register_table(def), field_source(field)->inherited, value, field_source(field)->along)
		 : xasprintf("UPDATE \"%s\" AS o SET \"%s\" = %s", register_table(def), field_source(field)->inherited,
			   value);
	stmt = statement(action->store, sql, error);
	free(value);
	free(sql);
	if (!stmt)
		return false;
	if (id)
		sqlite3_bind_int64(stmt, 1, id);
	return statement_run(action->store, stmt, error);
}

static bool follow_all(struct action *action, const struct register_def *def, int64_t id, struct error *error)
{
	const struct field_def *field;

	for (field = inheriting(def, NULL); field; field = inheriting(def, field))
		if (!follow(action, def, field, id, error))
			return false;
	return true;
}

bool inherit_follow(struct action *action, bool everywhere, struct error *error)
{
	struct inheritance *inheritance = &action->inheritance;
	size_t i;
	bool ok = true;

	if (everywhere) {
		for (i = 0; dictionary[i] && ok; i++)
			ok = follow_all(action, dictionary[i], 0, error);
	} else if (inheritance->count > MOST_SINGLE) {
		ok = follow_all(action, inheritance->def, 0, error);
	} else {
		for (i = 0; i < inheritance->count && ok; i++)
			ok = follow_all(action, inheritance->def, inheritance->ids[i], error);
	}
	inherit_forget(action);
	return ok;
}

char *inherit_differing(const struct register_def *def, const struct field_def *field)
{
	char *value = greatest(def, field), *sql = xasprintf("SELECT o.\"id\" FROM \"%s\" o WHERE o.\"%s\" IS NOT %s",
						    register_table(def), field_source(field)->inherited, value);

	free(value);
	return sql;
}
