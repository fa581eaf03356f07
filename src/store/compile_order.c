/* The order of a query: by what its rows are sorted. */
#include <stdlib.h>
#include <string.h>

#include "store/compile.h"

char *ended_status(const struct register_def *def, const char *alias)
{
	struct buffer sql = { 0 };
	size_t i;

	buffer_printf(&sql, "%s\"status\" IN (", alias);
	for (i = 0; def->ended[i]; i++)
		buffer_printf(&sql, "%s'%s'", i ? ", " : "", def->ended[i]);
	buffer_add_char(&sql, ')');
	return buffer_take(&sql);
}

char *ended_sort(const struct register_def *def, const char *alias)
{
	const struct field_def *field = def->sort ? register_field(def, def->sort) : NULL;
	char *ended = ended_status(def, alias), *sort;

	/* What has no day comes after all that have one. */
	sort = xasprintf("(CASE WHEN %s THEN '1' ELSE '0' END || coalesce(%s\"%s%s\", '~'))", ended, alias,
		field ? field->name : "ref_key", field && field_has_key(field) ? "_key" : "");
	free(ended);
	return sort;
}

bool compile_sort(struct store *store, struct compiled *compiled, const struct query *query, struct error *error)
{
	const char *path = query->sort ? query->sort : query->def->sort ? query->def->sort : "ref", *name;
	const struct register_def *owner;
	const struct field_def *field;
	char *alias;

	compiled->descending = query->descending;
	if (query->ended_last && query->def->ended && !query->descending &&
		strcmp(path, query->def->sort ? query->def->sort : "ref") == 0) {
		compiled->sort = ended_sort(query->def, "t.");
		compiled->by_index = true;
		return true;
	}
	if (!compile_walk(compiled, query->def, path, &alias, &owner, &field, &name, error))
		return false;
	compiled->sort_null = true;
	if (field && field->type->storage == STORED_REFERENCE) {
		/* A reference sorts by what its record is called. */
		const struct register_def *target = register_find(field->target);
		const struct field_def *title = register_title(target);
		char *joined = compile_join(compiled, alias, path, strlen(path), field);

		if (title)
			title = compile_shown_field(store, target, title);
		compiled->sort = title && field_has_key(title) ? xasprintf("%s.\"%s_key\"", joined, title->name)
							       : xasprintf("%s.\"ref_key\"", joined);
		free(joined);
	} else if (!field && strcmp(name, "ref") == 0) {
		compiled->sort = xasprintf("%s.\"ref_key\"", alias);
		compiled->by_index = strcmp(alias, "t") == 0;
		compiled->sort_null = !compiled->by_index;
	} else if (field && field_is_stored(field)) {
		const struct field_def *shown = compile_shown_field(store, owner, field);

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
