/* "#FIELD" of a filter: how many records a field refers to, or how often its value was changed, compared with a number. */
#include <stdlib.h>
#include <string.h>

#include "store/compile.h"

/*
 * How many records refer to this one by the field at the other side of `field`; people: how many people those records
 * stand for, as one of a whole session says.
 */
static void count_inverse(const struct field_def *field, const char *alias, bool people, struct buffer *where)
{
	const struct register_def *target = register_find(field->target);
	const struct field_def *back = register_field(target, field->inverse);
	const char *at = field_source(field)->through ? field_source(field)->through : "id",
		   *number = people && register_field(target, "count") ? "coalesce(sum(coalesce(l.\"count\", 1)), 0)"
								       : "count(*)";

	if (back->type->storage == STORED_LINKS)
		buffer_printf(where,
			"(SELECT count(*) FROM \"link\" l JOIN \"record\" lr ON lr.\"id\" = l.\"record\" WHERE l.\"target\" = %s.\"%s\" AND l.\"field\" = '%s' AND lr.\"register\" = '%s')",
			alias, at, back->name, target->name);
	else
		buffer_printf(where, "(SELECT %s FROM \"%s\" l WHERE l.\"%s\" = %s.\"%s\")", number,
			register_table(target), back->name, alias, at);
}

void compile_changed(const char *of, const char *field, bool first_too, struct buffer *where)
{
	static const char any[] = "____________________________________";

	buffer_printf(where, "c.\"text\" LIKE '[\"set\",\"%s\",\"%s\",\"%s\",%%'", of, any, field);
	if (!first_too)
		buffer_printf(
			where, " AND c.\"text\" NOT LIKE '[\"set\",\"%s\",\"%s\",\"%s\",null,%%'", of, any, field);
}

/* How often a value was put in the place of another, by the journal, since a day if there is one. */
static void count_changes(const struct register_def *owner, const struct field_def *field, const char *alias,
	const char *since, struct buffer *where)
{
	buffer_add(where, "(SELECT count(*) FROM \"change\" c WHERE ");
	if (since)
		buffer_printf(where,
			"EXISTS(SELECT 1 FROM \"entry\" e WHERE e.\"id\" = c.\"entry\" AND e.\"time\" >= %s) AND ",
			since);
	/* One of a set comes or goes: ["+", register, uuid, field, other]; those that a new record brings along stand in its own row. */
	if (field->type->storage == STORED_LINKS) {
		buffer_printf(where,
			"c.\"record\" = %s.\"id\" AND c.\"text\" LIKE '[\"_\",\"%s\",\"____________________________________\",\"%s\",%%')",
			alias, owner->name, field->name);
		return;
	}
	buffer_printf(where, "c.\"record\" = %s.\"id\" AND ", alias);
	compile_changed(owner->name, field->name, false, where);
	buffer_add_char(where, ')');
}

void compile_number(const struct register_def *owner, const struct field_def *field, const char *alias,
	const struct condition *condition, const char *since, struct buffer *where)
{
	long long number = strtoll(condition->value, NULL, 10);
	bool part = strchr(condition->value, '%') != NULL;
	char *day = !since && strchr(condition->value, '-') ? xasprintf("'%s'", condition->value) : NULL;

	buffer_add_char(where, '(');
	if (since || day) {
		/* Since a day that nobody wrote nothing is said. */
		if (since)
			buffer_printf(where, "%s IS NOT NULL AND ", since);
		count_changes(owner, field, alias, since ? since : day, where);
		buffer_add(where, condition->op == OP_LESS ? " = 0)" : " > 0)");
		free(day);
		return;
	}
	/* What changed less often as a whole need not be looked for in the journal. */
	if (!field_is_reference(field) && !part && (condition->op == OP_MORE || condition->op == OP_AT_LEAST))
		buffer_printf(where, "%s.\"rev\" >= %lld AND ", alias, number);
	if (field->flags & FIELD_INVERSE)
		count_inverse(field, alias, part, where);
	else if (field->type->storage == STORED_LINKS)
		buffer_printf(where,
			"(SELECT count(*) FROM \"link\" l WHERE l.\"record\" = %s.\"id\" AND l.\"field\" = '%s')",
			alias, field->name);
	else
		count_changes(owner, field, alias, NULL, where);
	if (part)
		/* Where nobody said how many work here, it is neither more nor less. */
		buffer_printf(where, " * 100 %s %lld * (SELECT NULLIF(sum(\"headcount\"), 0) FROM \"unit\")",
			compile_sign(condition->op), number);
	else
		buffer_printf(where, " %s %lld", compile_sign(condition->op), number);
	buffer_add_char(where, ')');
}
