/*
 * Queries compiled to SQL.  Values are always bound.  Counts whose
 * conditions and groups all lie in one tally are read from the tally, so that a
 * matrix over a million risks costs as little as one over ten.
 */
#include <assert.h>
#include <string.h>

#include "store/internal.h"

static const char *bind(struct strings *binds, const char *value, char mark[16])
{
	strings_add(binds, value ? value : "");
	snprintf(mark, 16, "?%zu", binds->count);
	return mark;
}

/* The alias of the table at the end of a join path ("" is t), joined when first asked for. */
static char *join(struct compiled *compiled, const char *from, const struct register_def *def, const char *path,
	size_t length, const struct field_def *field)
{
	char *key = xstrndup(path, length), *alias;
	size_t i;

	(void)def;
	for (i = 0; i + 1 < compiled->aliases.count; i += 2)
		if (strcmp(compiled->aliases.items[i], key) == 0) {
			free(key);
			return xstrdup(compiled->aliases.items[i + 1]);
		}
	alias = xasprintf("j%d", ++compiled->joins);
	buffer_printf(&compiled->from, " LEFT JOIN \"%s\" %s ON %s.\"id\" = %s.\"%s\"", field->target, alias, alias,
		from, field->name);
	strings_take(&compiled->aliases, key);
	strings_add(&compiled->aliases, alias);
	return alias;
}

/* Walks a path; gives the alias of the table that holds its last field. */
static bool walk(struct compiled *compiled, const struct register_def *def, const char *path, char **alias,
	const struct register_def **owner, const struct field_def **field, const char **name, struct error *error)
{
	const char *start = path, *dot;
	char *at = xstrdup(compiled->root);

	assert(start);
	while ((dot = strchr(start, '.'))) {
		char *step = xstrndup(start, (size_t)(dot - start)), *next;
		const struct field_def *reference = register_field(def, step);

		free(step);
		if (!reference || reference->type->storage != STORED_REFERENCE) {
			free(at);
			return error_set(error, ERROR_USAGE, _("There is no field %s in %s."), path, _(def->plural));
		}
		next = join(compiled, at, def, path, (size_t)(dot - path), reference);
		free(at);
		at = next;
		def = register_find(reference->target);
		start = dot + 1;
	}
	*field = register_field(def, start);
	if (!*field && strcmp(start, "ref") != 0 && strcmp(start, "created") != 0 && strcmp(start, "updated") != 0 &&
		strcmp(start, "uuid") != 0) {
		free(at);
		return error_set(error, ERROR_USAGE, _("There is no field %s in %s."), path, _(def->plural));
	}
	*alias = at;
	*owner = def;
	*name = start;
	return true;
}

/* The field whose column is read where a path names a text with a translation. */
static const struct field_def *shown_field(
	struct store *store, const struct register_def *def, const struct field_def *field)
{
	return field_in_language(def, field, store_context(store)->language);
}

/* The column of a field, or the version of it that is in force today.  The caller frees. */
static char *column_of(struct store *store, const struct field_def *field, const char *alias)
{
	char today[11], *day, *sql;

	if (!field->versions)
		return xasprintf("%s.\"%s\"", alias, field->name);
	version_today(store, today);
	day = xasprintf("'%s'", today);
	sql = version_sql(field, alias, day);
	free(day);
	if (field->type->storage == STORED_INTEGER) {
		/* Compared as the column is. */
		day = xasprintf("CAST(%s AS INTEGER)", sql);
		free(sql);
		sql = day;
	}
	return sql;
}

char *compile_path(struct store *store, struct compiled *compiled, const struct register_def *def, const char *path,
	const struct register_def **owner, const struct field_def **field, struct error *error)
{
	const char *name;
	char *alias, *sql;

	if (!walk(compiled, def, path, &alias, owner, field, &name, error))
		return NULL;
	if (!*field && strcmp(name, "ref") == 0)
		sql = xasprintf("(SELECT \"ref\" FROM \"record\" WHERE \"id\" = %s.\"id\")", alias);
	else if (!*field && strcmp(name, "uuid") == 0)
		sql = xasprintf("(SELECT \"uuid\" FROM \"record\" WHERE \"id\" = %s.\"id\")", alias);
	else if (!*field)
		sql = xasprintf("%s.\"%s\"", alias, name);
	else if (!field_is_stored(*field))
		sql = xasprintf("%s.\"id\"", alias);
	else
		sql = column_of(store, *field, alias);
	free(alias);
	return sql;
}

/* The sort key of a path. */
static bool compile_sort(struct store *store, struct compiled *compiled, const struct query *query, struct error *error)
{
	const char *path = query->sort ? query->sort : query->def->sort ? query->def->sort : "ref", *name;
	const struct register_def *owner;
	const struct field_def *field;
	char *alias;

	if (!walk(compiled, query->def, path, &alias, &owner, &field, &name, error))
		return false;
	compiled->descending = query->descending;
	compiled->sort_null = true;
	if (field && field->type->storage == STORED_REFERENCE) {
		/* A reference sorts by what its record is called. */
		const struct register_def *target = register_find(field->target);
		const struct field_def *title = register_title(target);
		char *joined = join(compiled, alias, owner, path, strlen(path), field);

		if (title)
			title = shown_field(store, target, title);
		compiled->sort = title && field_has_key(title) ? xasprintf("%s.\"%s_key\"", joined, title->name)
							       : xasprintf("%s.\"ref_key\"", joined);
		free(joined);
	} else if (!field && strcmp(name, "ref") == 0) {
		compiled->sort = xasprintf("%s.\"ref_key\"", alias);
		compiled->by_index = strcmp(alias, "t") == 0;
		compiled->sort_null = !compiled->by_index;
	} else if (field && field_is_stored(field)) {
		const struct field_def *shown = shown_field(store, owner, field);

		compiled->by_index = (shown->flags & FIELD_SORT) && strcmp(alias, "t") == 0;
		if (field_has_key(shown)) {
			compiled->sort = xasprintf("%s.\"%s_key\"", alias, shown->name);
			compiled->sort_null = strcmp(alias, "t") != 0;
		} else {
			compiled->sort = xasprintf("%s.\"%s\"", alias, shown->name);
		}
	} else if (!field) {
		compiled->sort = xasprintf("%s.\"%s\"", alias, name);
	} else {
		free(alias);
		return error_set(error, ERROR_USAGE, _("A list cannot be sorted by %s."), _(field->label));
	}
	free(alias);
	return true;
}

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

		buffer_printf(sql, "SELECT \"id\" FROM \"%s\" WHERE instr(noria_fold(\"%s\"), %s) > 0", target->name,
			shown_field(store, target, title)->name, bind(binds, folded, mark));
		free(folded);
	} else if (title && field_has_key(title)) {
		const struct field_def *shown = shown_field(store, target, title);
		char *key = text_sort_key(value);

		bind(binds, key, mark);
		buffer_printf(sql, "SELECT \"id\" FROM \"%s\" WHERE \"%s_key\" = %s", target->name, title->name, mark);
		if (shown != title && field_has_key(shown))
			buffer_printf(sql, " OR \"%s_key\" = %s", shown->name, mark);
		free(key);
	} else {
		buffer_add(sql, "SELECT 0");
	}
}

/* " AND NOT EXISTS(...)" or " OR EXISTS(...)": a link to what is not in the file is a link all the same. */
static void compile_unresolved(struct buffer *where, const struct field_def *field, const char *alias, bool none)
{
	buffer_printf(where,
		" %s EXISTS(SELECT 1 FROM \"unresolved\" u WHERE u.\"record\" = %s.\"id\" AND u.\"field\" = '%s')",
		none ? "AND NOT" : "OR", alias, field->name);
}

/* The word alone: by any of its fields, those among them that name a record by its ref. */
static void compile_unresolved_any(const struct register_def *def, const char *root, struct buffer *where)
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

static void compile_links(struct store *store, const struct field_def *field, const char *alias,
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
		char *at =
			field->through ? xasprintf("%s.\"%s\"", alias, field->through) : xasprintf("%s.\"id\"", alias);

		if (back->type->storage == STORED_LINKS)
			buffer_printf(where,
				"SELECT 1 FROM \"link\" l JOIN \"record\" lr ON lr.\"id\" = l.\"record\" WHERE l.\"target\" = %s AND l.\"field\" = '%s' AND lr.\"register\" = '%s'",
				at, back->name, target->name);
		else
			buffer_printf(
				where, "SELECT 1 FROM \"%s\" l WHERE l.\"%s\" = %s", target->name, back->name, at);
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

static void compile_reference(struct store *store, const struct field_def *field, const char *alias,
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

static void compile_scalar(struct store *store, const struct register_def *owner, const struct field_def *field,
	const char *alias, const struct condition *condition, struct buffer *where, struct strings *binds)
{
	char *column = field->inherited ? xasprintf("COALESCE(%s.\"%s\", %s.\"%s\")", alias, field->name, alias,
						  field->inherited)
					: column_of(store, field, alias);
	char mark[16];

	if (condition->op == OP_CONTAINS) {
		char *folded = text_fold_typed(condition->value), *name = xasprintf("%s_fr", field->name);
		const struct field_def *companion =
			field->flags & FIELD_TRANSLATED ? register_field(owner, name) : NULL;

		bind(binds, folded, mark);
		if (companion)
			buffer_printf(where, "(instr(noria_fold(%s), %s) > 0 OR instr(noria_fold(%s.\"%s\"), %s) > 0)",
				column, mark, alias, companion->name, mark);
		else
			buffer_printf(where, "instr(noria_fold(%s), %s) > 0", column, mark);
		free(name);
		free(folded);
	} else if (field->inherited) {
		/* An expression has no affinity: the number is told to be one. */
		bind(binds, condition->value, mark);
		if (condition->op == OP_DIFFERENT)
			buffer_printf(where, "%s IS NOT CAST(%s AS INTEGER)", column, mark);
		else
			buffer_printf(where, "%s %s CAST(%s AS INTEGER)", column, compile_sign(condition->op), mark);
	} else if (field_is_list(field)) {
		buffer_printf(where,
			condition->op == OP_DIFFERENT
				? "(%s IS NULL OR instr(',' || %s || ',', ',' || %s || ',') = 0)"
				: "(%s IS NOT NULL AND instr(',' || %s || ',', ',' || %s || ',') > 0)",
			column, column, bind(binds, condition->value, mark));
	} else if (field_has_key(field) && (field->type->natural_key || condition->op != OP_EQUAL)) {
		char *key = field_key(owner, field, NULL, condition->value);

		bind(binds, key, mark);
		if (condition->op == OP_DIFFERENT)
			buffer_printf(where, "%s.\"%s_key\" <> %s", alias, field->name, mark);
		else
			buffer_printf(where, "(%s.\"%s_key\" %s %s AND %s IS NOT NULL)", alias, field->name,
				compile_sign(condition->op), mark, column);
		free(key);
	} else if (condition->op == OP_DIFFERENT) {
		buffer_printf(where, "(%s IS NULL OR %s <> %s)", column, column, bind(binds, condition->value, mark));
	} else if (field_has_key(field)) {
		/* The index stands on the key. */
		char *key = field_key(owner, field, NULL, condition->value);

		buffer_printf(where, "%s.\"%s_key\" = %s", alias, field->name, bind(binds, key, mark));
		free(key);
	} else {
		buffer_printf(
			where, "%s %s %s", column, compile_sign(condition->op), bind(binds, condition->value, mark));
	}
	free(column);
}

/* alias NULL: in a tally, which has those only that count today (is_present). */
static void compile_open(const struct register_def *def, const char *alias, const char *column, struct buffer *where)
{
	size_t i;
	bool first = true;

	if (def->standing && alias)
		buffer_printf(where, "%s.\"%s\" = 'current' AND ", alias, def->standing);
	if (!def->open || !register_field(def, "status")) {
		buffer_add(where, "1");
		return;
	}
	buffer_add(where, "(");
	for (i = 0; def->open[i]; i++) {
		if (!first)
			buffer_add(where, " OR ");
		first = false;
		if (def->open[i][0])
			buffer_printf(where, "%s = '%s'", column, def->open[i]);
		else
			buffer_printf(where, "%s IS NULL OR %s = ''", column, column);
	}
	buffer_add(where, ")");
}

static const struct field_def *next_due(const struct register_def *def, const struct field_def *before)
{
	const struct field_def *field = before ? before + 1 : def->fields;

	while (field < def->fields + def->field_count && !(field->flags & FIELD_DUE))
		field++;
	return field < def->fields + def->field_count ? field : NULL;
}

static void today_text(struct store *store, char text[11])
{
	struct date today = environment_today(store_context(store)->time_zone);

	date_format(&today, text);
}

/* ---- tallies ---- */

static int tally_place(const struct tally_def *tally, const char *field)
{
	int i;

	for (i = 0; i < 3 && tally->fields[i]; i++)
		if (strcmp(tally->fields[i], field) == 0)
			return i;
	return -1;
}

/*
 * The one rule of what is late: open, and a day by which something was to be done is
 * past; that of one field, or (only NULL) one of all.  In the register's table, or in a tally.
 */
static void compile_late(struct store *store, const struct register_def *def, const struct field_def *only,
	const struct tally_def *tally, const char *alias, const char *status, struct strings *binds,
	struct buffer *where)
{
	const struct field_def *due = only ? only : next_due(def, NULL), *field;
	char today[11], mark[16];

	if (!due) {
		buffer_add(where, "0");
		return;
	}
	today_text(store, today);
	bind(binds, today, mark);
	buffer_add_char(where, '(');
	compile_open(def, alias, status, where);
	buffer_add(where, " AND (");
	for (field = due; field; field = only ? NULL : next_due(def, field)) {
		buffer_add(where, field == due ? "" : " OR ");
		if (tally)
			buffer_printf(where, "(\"k%d\" <> '' AND \"k%d\" < %s)", tally_place(tally, field->name) + 1,
				tally_place(tally, field->name) + 1, mark);
		else
			buffer_printf(where, "%s.\"%s\" < %s", alias, field->name, mark);
	}
	buffer_add(where, "))");
}

void compile_answers(
	struct store *store, struct compiled *compiled, const struct register_def *def, struct buffer *select)
{
	char status[32];

	snprintf(status, sizeof status, "%s.\"status\"", compiled->root);
	buffer_add(select, ", ");
	compile_open(def, compiled->root, status, select);
	buffer_add(select, ", ");
	compile_late(store, def, NULL, NULL, compiled->root, status, &compiled->binds, select);
}

bool compile_path_late(struct store *store, struct compiled *compiled, const struct register_def *def, const char *path,
	struct buffer *select)
{
	const struct register_def *owner;
	const struct field_def *field;
	const char *name;
	char *alias, *status;
	bool due;

	if (!walk(compiled, def, path, &alias, &owner, &field, &name, NULL))
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

/* What the user types becomes quoted words, the last one a prefix. */
char *search_expression(const char *words)
{
	char *folded = text_fold(words);
	struct buffer expression = { 0 };
	char *word, *rest = folded;

	while ((word = strtok_r(rest, " \t\n", &rest))) {
		const char *c;

		if (expression.length)
			buffer_add(&expression, " ");
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

/* One field against another of the same kind: an empty one is different from any that is filled, and neither less nor more. */
static bool compile_comparison(struct store *store, struct compiled *compiled, const struct register_def *def,
	const struct condition *condition, struct error *error)
{
	const struct register_def *owner;
	const struct field_def *field;
	char *left = compile_path(store, compiled, def, condition->path, &owner, &field, error);
	char *right = !left ? NULL
		      : condition->value[0] == '^'
			      ? xasprintf("%s.\"%s\"", compiled->outer, condition->value + 1)
			      : compile_path(store, compiled, def, condition->value, &owner, &field, error);

	if (right)
		buffer_printf(&compiled->where, "%s %s %s", left,
			condition->op == OP_DIFFERENT ? "IS NOT" : compile_sign(condition->op), right);
	free(left);
	free(right);
	return right != NULL;
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
	memcpy(inner.outer, compiled->root, sizeof inner.outer);
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
		buffer_printf(where, "SELECT %s.\"id\" FROM \"%s\" %s%s WHERE %s))", inner.root, target->name,
			inner.root, inner.from.data ? inner.from.data : "", inner.where.data);
		goto out;
	}
	at = xasprintf("%s.\"%s\"", alias, inverse && field->through ? field->through : "id");
	buffer_add(where, none ? "NOT EXISTS(" : "EXISTS(");
	if (!inverse)
		buffer_printf(where,
			"SELECT 1 FROM \"link\" l JOIN \"%s\" %s ON %s.\"id\" = l.\"target\"%s WHERE l.\"record\" = %s AND l.\"field\" = '%s'",
			target->name, inner.root, inner.root, inner.from.data ? inner.from.data : "", at, field->name);
	else if (register_field(target, field->inverse)->type->storage == STORED_LINKS)
		buffer_printf(where,
			"SELECT 1 FROM \"link\" l JOIN \"%s\" %s ON %s.\"id\" = l.\"record\"%s WHERE l.\"target\" = %s AND l.\"field\" = '%s'",
			target->name, inner.root, inner.root, inner.from.data ? inner.from.data : "", at,
			field->inverse);
	else
		buffer_printf(where, "SELECT 1 FROM \"%s\" %s%s WHERE %s.\"%s\" = %s", target->name, inner.root,
			inner.from.data ? inner.from.data : "", inner.root, field->inverse, at);
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
	bool ok = walk(compiled, query->def, path, &alias, &owner, &field, &name, error);

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
		expression = search_expression(condition->value);
		if (*expression)
			buffer_printf(where, "%s.\"id\" IN (SELECT rowid FROM \"search\" WHERE \"search\" MATCH %s)",
				compiled->root, bind(&compiled->binds, expression, mark));
		else
			buffer_add(where, "1");
		free(expression);
		return true;
	case OP_OPEN:
		buffer_add_char(where, '(');
		compile_open(def, compiled->root, status, where);
		buffer_add_char(where, ')');
		return true;
	case OP_UNRESOLVED:
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
	else if (condition->issue)
		buffer_printf(where, "%s %s (SELECT max(\"created\") FROM \"statement\" WHERE \"status\" = 'issued')",
			column, compile_sign(condition->op));
	else if (condition->op == OP_CONTAINS)
		buffer_printf(where, "instr(lower(%s), lower(%s)) > 0", column,
			bind(&compiled->binds, condition->value, mark));
	else if (condition->op == OP_DIFFERENT)
		buffer_printf(where, "%s <> %s", column, bind(&compiled->binds, condition->value, mark));
	else if (strcmp(name, "ref") == 0 && condition->op == OP_EQUAL)
		buffer_printf(where, "%s.\"id\" = (SELECT \"id\" FROM \"record\" WHERE \"ref\" = %s)", alias,
			bind(&compiled->binds, condition->value, mark));
	else
		buffer_printf(where, "%s %s %s", column, compile_sign(condition->op),
			bind(&compiled->binds, condition->value, mark));
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
	if (condition->field)
		return compile_comparison(store, compiled, query->def, condition, error);
	if (several)
		return compile_any_of(store, compiled, query, condition, several, error);
	if (!walk(compiled, query->def, condition->path, &alias, &owner, &field, &name, error))
		return false;
	if (condition->number) {
		compile_number(owner, field, alias, condition, where);
	} else if (condition->op == OP_SOME || condition->op == OP_NONE) {
		ok = compile_related(store, compiled, field, alias, condition, error);
	} else if (!field) {
		compile_property(compiled, name, alias, condition);
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

bool store_check_query(struct store *store, const struct query *query, struct error *error)
{
	size_t i;

	for (i = 0; i < query->condition_count; i++) {
		const struct condition *condition = &query->conditions[i];
		const struct register_def *owner, *def = NULL;
		const struct field_def *field;
		char *shown;

		if (condition->of && !store_check_query(store, condition->of, error))
			return false;
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
		error_set_field(error, ERROR_INVALID, field->name, _("%s: there is no %s %s in this file."),
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

bool compile_query(struct store *store, const struct query *query, struct compiled *out, struct error *error)
{
	memset(out, 0, sizeof *out);
	strcpy(out->root, "t");
	buffer_printf(&out->from, " FROM \"%s\" t", query->def->name);
	if (compile_conditions(store, out, query, error) && compile_sort(store, out, query, error))
		return true;
	compiled_free(out);
	return false;
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
	case OP_SOME:
	case OP_NONE:
		return false;
	case OP_LATE:
		for (field = next_due(def, NULL); field; field = next_due(def, field))
			if (tally_place(tally, field->name) < 0)
				return false;
		/* FALLTHROUGH */
	case OP_OPEN:
		return !def->open || !register_field(def, "status") || tally_place(tally, "status") >= 0;
	default:
		field = register_field(def, condition->path);
		return field && tally_place(tally, condition->path) >= 0 && !field_is_list(field) &&
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
			fits = tally_place(tally, query->group[j]) >= 0;
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

	buffer_printf(where, "\"name\" = %s", bind(binds, tally->name ? tally->name : query->def->name, mark));
	for (i = 0; i < query->condition_count; i++) {
		const struct condition *condition = &query->conditions[i];
		char key[24], status[24];

		if (is_present(query->def, condition))
			continue;
		buffer_add(where, " AND ");
		snprintf(status, sizeof status, "\"k%d\"", tally_place(tally, "status") + 1);
		switch (condition->op) {
		case OP_OPEN:
			compile_open(query->def, NULL, status, where);
			continue;
		case OP_LATE:
			compile_late(store, query->def, NULL, tally, NULL, status, binds, where);
			continue;
		default:
			break;
		}
		snprintf(key, sizeof key, "\"k%d\"", tally_place(tally, condition->path) + 1);
		if (condition->op == OP_EMPTY || condition->op == OP_FILLED)
			buffer_printf(where, "%s %s ''", key, condition->op == OP_EMPTY ? "=" : "<>");
		else if (condition->op == OP_EQUAL || condition->op == OP_DIFFERENT)
			buffer_printf(where, "%s %s %s", key, condition->op == OP_EQUAL ? "=" : "<>",
				bind(binds, condition->value, mark));
		else if (register_field(query->def, condition->path)->type->storage == STORED_INTEGER)
			buffer_printf(where, "%s <> '' AND CAST(%s AS INTEGER) %s CAST(%s AS INTEGER)", key, key,
				compile_sign(condition->op), bind(binds, condition->value, mark));
		else
			buffer_printf(where, "%s <> '' AND %s %s %s", key, key, compile_sign(condition->op),
				bind(binds, condition->value, mark));
	}
	return true;
}
