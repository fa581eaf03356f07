/* Conditions on what a record refers to, and on what refers to it: by ref, by title, or at all. */
#include <string.h>

#include "store/compile.h"

/* "R-1,R-2": the ids of those that are refs of the register; false when none is. */
static bool several_ids(struct store *store, const struct register_def *target, const char *value, struct buffer *sql)
{
	struct strings refs = { 0 };
	bool any = false;
	size_t i;

	strings_split(&refs, value);
	for (i = 0; i < refs.count; i++) {
		const struct register_def *def = NULL;
		int64_t id = read_find_ref(store, refs.items[i], &def);

		if (!id || def != target)
			continue;
		buffer_printf(sql, any ? ", %lld" : "%lld", (long long)id);
		any = true;
	}
	strings_free(&refs);
	return any;
}

/* Ids of the records that a value means: of that ref, of one of those refs, or of that title. */
static void target_ids(struct store *store, const struct field_def *field, const char *value, bool contains,
	struct buffer *sql, struct strings *binds)
{
	const struct register_def *target = register_find(field->target), *def = NULL;
	const struct field_def *title = register_title(target);
	char mark[16];
	int64_t id = contains ? 0 : read_find_ref(store, value, &def);

	if (id && def == target) {
		buffer_printf(sql, "SELECT %lld", (long long)id);
	} else if (!contains && strchr(value, ',') && several_ids(store, target, value, sql)) {
		return;
	} else if (title && contains) {
		char *folded = text_fold_typed(value);

		buffer_printf(sql, "SELECT \"id\" FROM \"%s\" WHERE instr(noria_fold(\"%s\"), %s) > 0",
			register_table(target), compile_shown_field(store, target, title)->name,
			compile_bind(binds, folded, mark));
		free(folded);
	} else if (title && field_has_key(title)) {
		const struct field_def *shown = compile_shown_field(store, target, title);
		char *key = text_sort_key(value);

		compile_bind(binds, key, mark);
		buffer_printf(sql, "SELECT \"id\" FROM \"%s\" WHERE \"%s_key\" = %s", register_table(target),
			title->name, mark);
		if (shown != title && field_has_key(shown))
			buffer_printf(sql, " OR \"%s_key\" = %s", shown->name, mark);
		free(key);
	} else {
		buffer_add(sql, "SELECT 0");
	}
}

void compile_unresolved(struct buffer *where, const struct field_def *field, const char *alias, bool none)
{
	buffer_printf(where,
		" %s EXISTS(SELECT 1 FROM \"unresolved\" u WHERE u.\"record\" = %s.\"id\" AND u.\"field\" = '%s')",
		none ? "AND NOT" : "OR", alias, field->name);
}

void compile_unresolved_any(const struct register_def *def, const char *root, struct buffer *where)
{
	size_t i;

	buffer_printf(where, "(%s.\"id\" IN (SELECT \"record\" FROM \"unresolved\")", root);
	for (i = 0; i < def->field_count; i++)
		if (def->fields[i].flags & FIELD_NAMES)
			/* A row of "record" stays when the record is gone, one of "search" goes with it. */
			buffer_printf(where,
				" OR NOT EXISTS(SELECT 1 FROM \"record\" r JOIN \"search\" f ON f.rowid = r.\"id\" WHERE r.\"ref\" = %s.\"%s\")",
				root, def->fields[i].name);
	buffer_add_char(where, ')');
}

void compile_links(struct store *store, const struct field_def *field, const char *alias,
	const struct condition *condition, struct buffer *where, struct strings *binds)
{
	bool none = condition->op == OP_EMPTY || condition->op == OP_DIFFERENT;
	bool any = condition->op == OP_EMPTY || condition->op == OP_FILLED;
	struct buffer ids = { 0 };

	buffer_add(where, none ? "(NOT EXISTS(" : "(EXISTS(");
	if (!any)
		target_ids(store, field, condition->value, condition->op == OP_CONTAINS, &ids, binds);
	if (field->flags & FIELD_INVERSE) {
		const struct register_def *target = register_find(field->target);
		const struct field_def *back = register_field(target, field->inverse);
		char *at = field_source(field)->through ? xasprintf("%s.\"%s\"", alias, field_source(field)->through)
							: xasprintf("%s.\"id\"", alias);

		if (back->type->storage == STORED_LINKS)
			buffer_printf(where,
				"SELECT 1 FROM \"link\" l JOIN \"record\" lr ON lr.\"id\" = l.\"record\" WHERE l.\"target\" = %s AND l.\"field\" = '%s' AND lr.\"register\" = '%s'",
				at, back->name, target->name);
		else
			buffer_printf(where, "SELECT 1 FROM \"%s\" l WHERE l.\"%s\" = %s", register_table(target),
				back->name, at);
		if (!any)
			buffer_printf(where, " AND l.\"%s\" IN (%s)",
				back->type->storage == STORED_LINKS ? "record" : "id", ids.data);
		free(at);
	} else {
		buffer_printf(where, "SELECT 1 FROM \"link\" l WHERE l.\"record\" = %s.\"id\" AND l.\"field\" = '%s'",
			alias, field->name);
		if (!any)
			buffer_printf(where, " AND l.\"target\" IN (%s)", ids.data);
	}
	buffer_add(where, ")");
	if (any)
		compile_unresolved(where, field, alias, none);
	buffer_add(where, ")");
	buffer_free(&ids);
}

void compile_reference(struct store *store, const struct field_def *field, const char *alias,
	const struct condition *condition, struct buffer *where, struct strings *binds)
{
	if (condition->op == OP_DIFFERENT)
		buffer_printf(
			where, "(%s.\"%s\" IS NULL OR %s.\"%s\" NOT IN (", alias, field->name, alias, field->name);
	else
		buffer_printf(where, "(%s.\"%s\" IN (", alias, field->name);
	target_ids(store, field, condition->value, condition->op == OP_CONTAINS, where, binds);
	buffer_add(where, "))");
}
