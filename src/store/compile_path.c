/* The paths of a query as columns of SQL; what they lead through is joined when first asked for. */
#include <assert.h>
#include <string.h>

#include "store/compile.h"

const char *compile_bind(struct strings *binds, const char *value, char mark[16])
{
	strings_add(binds, value ? value : "");
	snprintf(mark, 16, "?%zu", binds->count);
	return mark;
}

char *compile_join(
	struct compiled *compiled, const char *from, const char *path, size_t length, const struct field_def *field)
{
	char *key = xstrndup(path, length), *alias;
	size_t i;

	for (i = 0; i + 1 < compiled->aliases.count; i += 2)
		if (strcmp(compiled->aliases.items[i], key) == 0) {
			free(key);
			return xstrdup(compiled->aliases.items[i + 1]);
		}
	alias = xasprintf("j%d", ++compiled->joins);
	buffer_printf(&compiled->from, " LEFT JOIN \"%s\" %s ON %s.\"id\" = %s.\"%s\"",
		register_table(register_find(field->target)), alias, alias, from, field->name);
	strings_take(&compiled->aliases, key);
	strings_add(&compiled->aliases, alias);
	return alias;
}

bool compile_walk(struct compiled *compiled, const struct register_def *def, const char *path, char **alias,
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
		next = compile_join(compiled, at, path, (size_t)(dot - path), reference);
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

const struct field_def *compile_shown_field(
	struct store *store, const struct register_def *def, const struct field_def *field)
{
	return field_in_language(def, field, store_context(store)->language);
}

char *compile_column(struct store *store, const struct field_def *field, const char *alias)
{
	char today[11], *day, *sql;

	if (!field_source(field)->versions)
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

	if (!compile_walk(compiled, def, path, &alias, owner, field, &name, error))
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
		sql = compile_column(store, *field, alias);
	free(alias);
	return sql;
}
