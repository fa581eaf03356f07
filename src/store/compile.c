/* Queries compiled to SQL, condition by condition.  Values are always bound. */
#include <string.h>

#include "store/compile.h"

static void compile_scalar(struct store *store, const struct register_def *owner, const struct field_def *field,
	const char *alias, const struct condition *condition, struct buffer *where, struct strings *binds)
{
	char *column = field_source(field)->inherited ? xasprintf("COALESCE(%s.\"%s\", %s.\"%s\")", alias, field->name,
								alias, field_source(field)->inherited)
						      : compile_column(store, field, alias);
	char mark[16];

	if (condition->op == OP_CONTAINS) {
		char *folded = text_fold_typed(condition->value), *name = xasprintf("%s_fr", field->name);
		const struct field_def *companion =
			field->flags & FIELD_TRANSLATED ? register_field(owner, name) : NULL;

		compile_bind(binds, folded, mark);
		if (companion)
			buffer_printf(where, "(instr(noria_fold(%s), %s) > 0 OR instr(noria_fold(%s.\"%s\"), %s) > 0)",
				column, mark, alias, companion->name, mark);
		else
			buffer_printf(where, "instr(noria_fold(%s), %s) > 0", column, mark);
		free(name);
		free(folded);
	} else if (field_source(field)->inherited) {
		/* An expression has no affinity: the number is told to be one. */
		compile_bind(binds, condition->value, mark);
		if (condition->op == OP_DIFFERENT)
			buffer_printf(where, "%s IS NOT CAST(%s AS INTEGER)", column, mark);
		else
			buffer_printf(where, "%s %s CAST(%s AS INTEGER)", column, compile_sign(condition->op), mark);
	} else if (field_is_list(field)) {
		buffer_printf(where,
			condition->op == OP_DIFFERENT
				? "(%s IS NULL OR instr(',' || %s || ',', ',' || %s || ',') = 0)"
				: "(%s IS NOT NULL AND instr(',' || %s || ',', ',' || %s || ',') > 0)",
			column, column, compile_bind(binds, condition->value, mark));
	} else if (field_has_key(field) && (field->type->natural_key || condition->op != OP_EQUAL)) {
		char *key = field_key(owner, field, NULL, condition->value);

		compile_bind(binds, key, mark);
		if (condition->op == OP_DIFFERENT)
			buffer_printf(where, "%s.\"%s_key\" <> %s", alias, field->name, mark);
		else
			buffer_printf(where, "(%s.\"%s_key\" %s %s AND %s IS NOT NULL)", alias, field->name,
				compile_sign(condition->op), mark, column);
		free(key);
	} else if (condition->op == OP_DIFFERENT) {
		buffer_printf(
			where, "(%s IS NULL OR %s <> %s)", column, column, compile_bind(binds, condition->value, mark));
	} else if (field_has_key(field)) {
		/* The index stands on the key. */
		char *key = field_key(owner, field, NULL, condition->value);

		buffer_printf(where, "%s.\"%s_key\" = %s", alias, field->name, compile_bind(binds, key, mark));
		free(key);
	} else {
		buffer_printf(where, "%s %s %s", column, compile_sign(condition->op),
			compile_bind(binds, condition->value, mark));
	}
	free(column);
}

char *search_expression(const char *words, bool begun)
{
	char *folded = text_fold(words);
	struct buffer expression = { 0 };
	char *word, *rest = folded;

	while ((word = strtok_r(rest, " \t\n", &rest))) {
		const char *c;

		if (expression.length)
			buffer_add(&expression, begun ? "* " : " ");
		buffer_add_char(&expression, '"');
		for (c = word; *c; c++) {
			if (*c == '"')
				buffer_add_char(&expression, '"');
			buffer_add_char(&expression, *c);
		}
		buffer_add_char(&expression, '"');
	}
	if (expression.length)
		buffer_add(&expression, "*");
	free(folded);
	return buffer_take(&expression);
}

static bool compile_conditions(
	struct store *store, struct compiled *compiled, const struct query *query, struct error *error);

/* The dot behind the first step of a path that leads to several records; NULL: none does. */
static const char *several_at(const struct register_def *def, const char *path)
{
	const char *start = path, *dot;

	while (def && (dot = strchr(start, '.'))) {
		char *step = xstrndup(start, (size_t)(dot - start));
		const struct field_def *field = register_field(def, step);

		free(step);
		if (!field || !field_is_reference(field))
			return NULL;
		if (field->type->storage != STORED_REFERENCE)
			return dot;
		def = register_find(field->target);
		start = dot + 1;
	}
	return NULL;
}

/* The id of the record whose ref the path leads to. */
static char *compile_id(
	struct compiled *compiled, const struct register_def *def, const char *path, struct error *error)
{
	const struct register_def *owner;
	const struct field_def *field;
	const char *name;
	char *alias = NULL, *id;

	if (!compile_walk(compiled, def, path, &alias, &owner, &field, &name, error))
		return NULL;
	id = xasprintf("%s.\"id\"", alias);
	free(alias);
	return id;
}

/* The field that the condition's value names, of this record or of one outside, and so many days after it.  The caller frees; NULL: error. */
static char *compile_other(struct store *store, struct compiled *compiled, const struct register_def *def,
	const struct condition *condition, struct error *error)
{
	const struct register_def *owner;
	const struct field_def *field;
	size_t out = strspn(condition->value, "^"), length = strcspn(condition->value, "+-");
	const char *days = condition->value[length] ? condition->value + length : NULL;
	char *name = xstrndup(condition->value + out, length - out), *other, *later;

	compiled->outward = compiled->outward || out;
	if (out)
		other = xasprintf("%s.\"%s\"", compiled->outer[out - 1], strcmp(name, "ref") == 0 ? "id" : name);
	else
		other = compile_path(store, compiled, def, name, &owner, &field, error);
	if (other && days) {
		later = xasprintf("date(%s, '%s days')", other, days);
		free(other);
		other = later;
	}
	free(name);
	return other;
}

/* One field against another of the same kind: an empty one is different from any that is filled, and neither less nor more. */
static bool compile_comparison(struct store *store, struct compiled *compiled, const struct register_def *def,
	const struct condition *condition, struct error *error)
{
	const struct register_def *owner;
	const struct field_def *field;
	bool ok;
	char *left = compile_path(store, compiled, def, condition->path, &owner, &field, error), *right = NULL;

	/* Records are the same where their ids are. */
	if (left && !field) {
		free(left);
		left = compile_id(compiled, def, condition->path, error);
	}
	if (left)
		right = compile_other(store, compiled, def, condition, error);
	if (right && condition->op == OP_CONTAINS && !field)
		buffer_printf(&compiled->where,
			"instr((SELECT \"ref\" FROM \"record\" WHERE \"id\" = %s), (SELECT \"ref\" FROM \"record\" WHERE \"id\" = %s)) > 0",
			left, right);
	else if (right && condition->op == OP_CONTAINS)
		buffer_printf(&compiled->where, "instr(%s, %s) > 0", left, right);
	else if (right)
		buffer_printf(&compiled->where, "%s %s %s", left,
			condition->op == OP_DIFFERENT ? "IS NOT" : compile_sign(condition->op), right);
	ok = right != NULL;
	free(left);
	free(right);
	return ok;
}

/* "#owner<@date": the day of the other field is an expression, and as often as its value was changed since is counted. */
static bool compile_counted(struct store *store, struct compiled *compiled, const struct query *query,
	const struct condition *condition, const struct register_def *owner, const struct field_def *field,
	const char *alias, struct error *error)
{
	char *since = condition->field ? compile_other(store, compiled, query->def, condition, error) : NULL;

	if (condition->field && !since)
		return false;
	compile_number(owner, field, alias, condition, since, &compiled->where);
	free(since);
	return true;
}

#define SMALL 1000

/* So few records that those which pass are found at once, and then who refers to them. */
static bool is_small(struct store *store, const struct register_def *def)
{
	int64_t records = count_known(store, def);

	return records >= 0 && records < SMALL;
}

/*
 * Records at the other end of a reference that pass a filter of their own.  The
 * filter has a root and joins of its own and shares the values bound.
 */
static bool compile_related(struct store *store, struct compiled *compiled, const struct field_def *field,
	const char *alias, const struct condition *condition, struct error *error)
{
	struct compiled inner = { 0 };
	struct buffer *where = &compiled->where;
	const struct register_def *target = register_find(field->target);
	bool none = condition->op == OP_NONE, inverse = field->flags & FIELD_INVERSE, ok;
	char *at;

	inner.joins = compiled->joins + 1;
	snprintf(inner.root, sizeof inner.root, "s%d", inner.joins);
	memcpy(inner.outer[0], compiled->root, sizeof inner.outer[0]);
	memcpy(inner.outer[1], compiled->outer[0], sizeof inner.outer - sizeof inner.outer[0]);
	inner.binds = compiled->binds;
	ok = compile_conditions(store, &inner, condition->of, error);
	compiled->binds = inner.binds;
	memset(&inner.binds, 0, sizeof inner.binds);
	compiled->joins = inner.joins;
	if (!ok)
		goto out;
	if (field->type->storage == STORED_REFERENCE && !inverse) {
		if (none)
			buffer_printf(where, "(%s.\"%s\" IS NULL OR %s.\"%s\" NOT IN (", alias, field->name, alias,
				field->name);
		else
			buffer_printf(where, "(%s.\"%s\" IN (", alias, field->name);
		buffer_printf(where, "SELECT %s.\"id\" FROM \"%s\" %s%s WHERE %s))", inner.root, register_table(target),
			inner.root, inner.from.data ? inner.from.data : "", inner.where.data);
		goto out;
	}
	compiled->outward = compiled->outward || inner.outward;
	if (compiled->whole && !none && !inverse && !inner.outward && is_small(store, target)) {
		buffer_printf(where,
			"%s.\"id\" IN (SELECT l.\"record\" FROM \"%s\" %s CROSS JOIN \"link\" l%s WHERE l.\"target\" = %s.\"id\" AND l.\"field\" = '%s' AND %s)",
			alias, register_table(target), inner.root, inner.from.data ? inner.from.data : "", inner.root,
			field->name, inner.where.data);
		goto out;
	}
	at = xasprintf(
		"%s.\"%s\"", alias, inverse && field_source(field)->through ? field_source(field)->through : "id");
	buffer_add(where, none ? "NOT EXISTS(" : "EXISTS(");
	if (!inverse)
		buffer_printf(where,
			"SELECT 1 FROM \"link\" l JOIN \"%s\" %s ON %s.\"id\" = l.\"target\"%s WHERE l.\"record\" = %s AND l.\"field\" = '%s'",
			register_table(target), inner.root, inner.root, inner.from.data ? inner.from.data : "", at,
			field->name);
	else if (register_field(target, field->inverse)->type->storage == STORED_LINKS)
		buffer_printf(where,
			"SELECT 1 FROM \"link\" l JOIN \"%s\" %s ON %s.\"id\" = l.\"record\"%s WHERE l.\"target\" = %s AND l.\"field\" = '%s'",
			register_table(target), inner.root, inner.root, inner.from.data ? inner.from.data : "", at,
			field->inverse);
	else
		buffer_printf(where, "SELECT 1 FROM \"%s\" %s%s WHERE %s.\"%s\" = %s", register_table(target),
			inner.root, inner.from.data ? inner.from.data : "", inner.root, field->inverse, at);
	buffer_printf(where, " AND %s)", inner.where.data);
	free(at);
out:
	compiled_free(&inner);
	return ok;
}

/* A condition behind a set of references, or behind what refers back: one of them meets it. */
static bool compile_any_of(struct store *store, struct compiled *compiled, const struct query *query,
	const struct condition *condition, const char *dot, struct error *error)
{
	char *path = xstrndup(condition->path, (size_t)(dot - condition->path)), *rest = xstrdup(dot + 1),
	     *alias = NULL;
	struct condition behind = *condition, some = { .op = OP_SOME };
	struct query of = { .conditions = &behind, .condition_count = 1 };
	const struct register_def *owner;
	const struct field_def *field;
	const char *name;
	bool ok = compile_walk(compiled, query->def, path, &alias, &owner, &field, &name, error);

	if (ok) {
		behind.path = rest;
		of.def = register_find(field->target);
		some.of = &of;
		ok = compile_related(store, compiled, field, alias, &some, error);
	}
	free(path);
	free(rest);
	free(alias);
	return ok;
}

/* A word that stands alone: open, late, unresolved, or what is searched for; false: the condition is none of them. */
static bool compile_word(struct store *store, struct compiled *compiled, const struct register_def *def,
	const struct condition *condition)
{
	struct buffer *where = &compiled->where;
	char mark[16], status[32], *expression;

	snprintf(status, sizeof status, "%s.\"status\"", compiled->root);
	switch (condition->op) {
	case OP_SEARCH:
		search_flush(store->action, NULL);
		expression = search_expression(condition->value, false);
		if (*expression)
			buffer_printf(where, "%s.\"id\" IN (SELECT rowid FROM \"search\" WHERE \"search\" MATCH %s)",
				compiled->root, compile_bind(&compiled->binds, expression, mark));
		else
			buffer_add(where, "1");
		free(expression);
		return true;
	case OP_OPEN:
		buffer_add_char(where, '(');
		compile_open(def, compiled->root, status, &compiled->binds, where);
		buffer_add_char(where, ')');
		return true;
	case OP_UNRESOLVED:
		search_flush(store->action, NULL);
		compile_unresolved_any(def, compiled->root, where);
		return true;
	case OP_LATE:
		compile_late(store, def, NULL, NULL, compiled->root, status, &compiled->binds, where);
		return true;
	default:
		return false;
	}
}

/* The rule of the register, over the same record: what it cannot say of an empty field is not valid. */
static bool compile_valid(
	struct store *store, struct compiled *compiled, const struct condition *condition, struct error *error)
{
	buffer_add(&compiled->where, "((");
	if (!compile_conditions(store, compiled, condition->of, error))
		return false;
	buffer_add(&compiled->where, condition->op == OP_VALID ? ") IS TRUE)" : ") IS NOT TRUE)");
	return true;
}

/* Those that a waiver of the inner filter names. */
static bool compile_aside(
	struct store *store, struct compiled *compiled, const struct condition *condition, struct error *error)
{
	struct compiled inner = { 0 };
	bool ok;

	inner.joins = compiled->joins + 1;
	snprintf(inner.root, sizeof inner.root, "s%d", inner.joins);
	inner.binds = compiled->binds;
	ok = compile_conditions(store, &inner, condition->of, error);
	compiled->binds = inner.binds;
	memset(&inner.binds, 0, sizeof inner.binds);
	compiled->joins = inner.joins;
	if (ok)
		buffer_printf(&compiled->where,
			"%s.\"id\" %s (SELECT r.\"id\" FROM \"waiver\" %s%s JOIN \"record\" r ON r.\"ref\" = %s.\"record\" WHERE %s)",
			compiled->root, condition->op == OP_ASIDE ? "IN" : "NOT IN", inner.root,
			inner.from.data ? inner.from.data : "", inner.root, inner.where.data);
	compiled_free(&inner);
	return ok;
}

/* Compared with what happened last.  An assessment of all risks is one that names none; where there is none yet, everything came after it. */
static void compile_event(const char *column, const struct condition *condition, struct buffer *where)
{
	if (condition->event == EVENT_ISSUE)
		buffer_printf(where, "%s %s (SELECT max(\"created\") FROM \"statement\" WHERE \"status\" = 'issued')",
			column, compile_sign(condition->op));
	else if (condition->event == EVENT_SCOPED) {
		buffer_printf(where,
			"%s %s COALESCE((SELECT max(substr(e.\"time\", 1, 10)) FROM \"change\" c JOIN \"entry\" e ON e.\"id\" = c.\"entry\" WHERE c.\"record\" IN (SELECT \"id\" FROM \"organisation\") AND ",
			column, compile_sign(condition->op));
		compile_changed("organisation", "scope", true, where);
		buffer_add(where, "), '')");
	} else
		buffer_printf(where,
			"substr(%s, 1, 10) %s COALESCE((SELECT max(a.\"date\") FROM \"assessment\" a WHERE a.\"status\" = 'closed' AND NOT EXISTS(SELECT 1 FROM \"link\" l WHERE l.\"record\" = a.\"id\" AND l.\"field\" = 'risk')), '')",
			column, compile_sign(condition->op));
}

/* What every record has: ref, uuid, created, updated. */
static void compile_property(
	struct compiled *compiled, const char *name, const char *alias, const struct condition *condition)
{
	bool of_record = strcmp(name, "ref") == 0 || strcmp(name, "uuid") == 0;
	char *column = of_record ? xasprintf("(SELECT \"%s\" FROM \"record\" WHERE \"id\" = %s.\"id\")", name, alias)
				 : xasprintf("%s.\"%s\"", alias, name);
	struct buffer *where = &compiled->where;
	char mark[16];

	if (condition->op == OP_EMPTY || condition->op == OP_FILLED)
		buffer_add(where, condition->op == OP_EMPTY ? "0" : "1");
	else if (condition->event)
		compile_event(column, condition, where);
	else if (condition->op == OP_CONTAINS)
		buffer_printf(where, "instr(lower(%s), lower(%s)) > 0", column,
			compile_bind(&compiled->binds, condition->value, mark));
	else if (condition->op == OP_DIFFERENT)
		buffer_printf(where, "%s <> %s", column, compile_bind(&compiled->binds, condition->value, mark));
	else if (strcmp(name, "ref") == 0 && condition->op == OP_EQUAL)
		buffer_printf(where, "%s.\"id\" = (SELECT \"id\" FROM \"record\" WHERE \"ref\" = %s)", alias,
			compile_bind(&compiled->binds, condition->value, mark));
	else
		buffer_printf(where, "%s %s %s", column, compile_sign(condition->op),
			compile_bind(&compiled->binds, condition->value, mark));
	free(column);
}

static bool compile_condition(struct store *store, struct compiled *compiled, const struct query *query,
	const struct condition *condition, struct error *error)
{
	const char *several = condition->path ? several_at(query->def, condition->path) : NULL;
	struct buffer *where = &compiled->where;
	const struct register_def *owner;
	const struct field_def *field;
	const char *name;
	bool ok = true;
	char *alias;

	if (condition->number)
		several = NULL;
	if (compile_word(store, compiled, query->def, condition))
		return true;
	if (condition->op == OP_VALID || condition->op == OP_INVALID)
		return compile_valid(store, compiled, condition, error);
	if (condition->op == OP_ASIDE || condition->op == OP_NOT_ASIDE)
		return compile_aside(store, compiled, condition, error);
	if (condition->op == OP_UNPLANNED) {
		compile_unplanned(store, query->def, compiled->root, condition, where);
		return true;
	}
	if (condition->op == OP_FIRST || condition->op == OP_NOT_FIRST || condition->op == OP_SHARED) {
		compile_alike(query->def, compiled->root, condition, where);
		return true;
	}
	if (condition->field && !condition->number)
		return compile_comparison(store, compiled, query->def, condition, error);
	if (several)
		return compile_any_of(store, compiled, query, condition, several, error);
	if (!compile_walk(compiled, query->def, condition->path, &alias, &owner, &field, &name, error))
		return false;
	if (condition->number) {
		ok = compile_counted(store, compiled, query, condition, owner, field, alias, error);
	} else if (condition->op == OP_SOME || condition->op == OP_NONE) {
		ok = compile_related(store, compiled, field, alias, condition, error);
	} else if (!field) {
		compile_property(compiled, name, alias, condition);
	} else if (condition->event) {
		char *column = compile_column(store, field, alias);

		compile_event(column, condition, where);
		free(column);
	} else if (!field_is_stored(field)) {
		compile_links(store, field, alias, condition, where, &compiled->binds);
	} else if (condition->op == OP_EMPTY || condition->op == OP_FILLED) {
		buffer_printf(
			where, "(%s.\"%s\" IS %sNULL", alias, field->name, condition->op == OP_EMPTY ? "" : "NOT ");
		if (field->type->storage == STORED_REFERENCE)
			compile_unresolved(where, field, alias, condition->op == OP_EMPTY);
		buffer_add(where, ")");
	} else if (field->type->storage == STORED_REFERENCE) {
		compile_reference(store, field, alias, condition, where, &compiled->binds);
	} else {
		compile_scalar(store, owner, field, alias, condition, where, &compiled->binds);
	}
	free(alias);
	return ok;
}

bool store_check_query(struct store *store, const struct query *query, size_t *place, struct error *error)
{
	size_t i;

	for (i = 0; i < query->condition_count; i++) {
		const struct condition *condition = &query->conditions[i];
		const struct register_def *owner, *def = NULL;
		const struct field_def *field;
		char *shown;

		if (place)
			*place = condition->place;
		if (condition->of && !store_check_query(store, condition->of, place, error)) {
			if (place)
				*place += condition->place + condition->inside;
			return false;
		}
		if (!condition->path || condition->field || !condition->value ||
			(condition->op != OP_EQUAL && condition->op != OP_DIFFERENT) ||
			!query_condition_path(query->def, condition->path, &owner, &field) || !field ||
			!field_is_reference(field) || !register_ref_form(condition->value))
			continue;
		if (read_find_ref(store, condition->value, &def) && strcmp(def->name, field->target) == 0)
			continue;
		if (!store_sound(store, error))
			return false;
		shown = text_printable(condition->value, false);
		error_set_field(error, ERROR_INVALID, field->name, _("%s: there is no %s \"%s\" in this file."),
			_(field->label), _(register_find(field->target)->label), shown);
		free(shown);
		return false;
	}
	return true;
}

/* All conditions; "1" when there is none. */
static bool compile_conditions(
	struct store *store, struct compiled *compiled, const struct query *query, struct error *error)
{
	struct buffer *where = &compiled->where;
	bool in_either = false;
	size_t i;

	for (i = 0; i < query->condition_count; i++) {
		bool either = query->conditions[i].either && i + 1 < query->condition_count;

		if (i)
			buffer_add(where, in_either ? " OR " : " AND ");
		if (either && !in_either)
			buffer_add_char(where, '(');
		if (!compile_condition(store, compiled, query, &query->conditions[i], error))
			return false;
		if (!either && in_either)
			buffer_add_char(where, ')');
		in_either = either;
	}
	if (!where->length)
		buffer_add(where, "1");
	return true;
}

static bool compile_all(
	struct store *store, const struct query *query, bool whole, struct compiled *out, struct error *error)
{
	const struct field_def *sort = query->sort ? register_field(query->def, query->sort) : NULL;

	memset(out, 0, sizeof *out);
	out->whole = whole;
	strcpy(out->root, "t");
	buffer_printf(&out->from, " FROM \"%s\" t", register_table(query->def));
	/* The refs are the one unique column beside the id. */
	if (query->walks && query->sort && strcmp(query->sort, "ref") == 0)
		buffer_printf(&out->from, " INDEXED BY \"sqlite_autoindex_%s_1\"", register_table(query->def));
	else if (query->walks && sort && field_is_indexed(query->def, sort))
		buffer_printf(&out->from, " INDEXED BY \"%s.%s\"", register_table(query->def), sort->name);
	if (compile_conditions(store, out, query, error) && compile_sort(store, out, query, error))
		return true;
	compiled_free(out);
	return false;
}

bool compile_query(struct store *store, const struct query *query, struct compiled *out, struct error *error)
{
	return compile_all(store, query, false, out, error);
}

bool compile_whole(struct store *store, const struct query *query, struct compiled *out, struct error *error)
{
	return compile_all(store, query, true, out, error);
}

void compiled_free(struct compiled *compiled)
{
	buffer_free(&compiled->from);
	buffer_free(&compiled->where);
	strings_free(&compiled->binds);
	strings_free(&compiled->aliases);
	free(compiled->sort);
	memset(compiled, 0, sizeof *compiled);
}
