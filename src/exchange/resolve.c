/* Values that people and tables give, made canonical against the file. */
#include <stdlib.h>
#include <string.h>

#include "exchange/lib.h"

/* The record of a register whose title is exactly these words; 0: none, -1: several. */
static int64_t find_by_title(struct store *store, const struct register_def *def, const char *title, char **ref)
{
	const struct field_def *field = register_title(def);
	struct query *query;
	struct window window = { .from = WINDOW_FIRST, .count = 2 };
	struct rows rows;
	int64_t id = 0;

	if (!field)
		return 0;
	query = query_new(def);
	query_add(query, field->name, OP_EQUAL, title);
	window.query = query;
	if (store_window(store, &window, &rows, NULL)) {
		id = rows.count > 1 ? -1 : rows.count ? rows.items[0].id : 0;
		if (id > 0)
			*ref = xstrdup(rows.items[0].ref);
		rows_free(&rows);
	}
	query_free(query);
	return id;
}

static bool resolve_one(struct store *store, struct action *action, const struct field_def *field, const char *text,
	char **ref, struct error *error)
{
	const struct register_def *target = register_find(field->target), *def = NULL;
	struct record *record;
	int64_t id;
	char *shown;

	*ref = NULL;
	if (text[0] == '{') {
		struct unresolved link;

		if (unresolved_parse(text, &link)) {
			unresolved_free(&link);
			*ref = xstrdup(text);
			return true;
		}
	}
	id = store_find(store, text, &def);
	if (id && def == target) {
		*ref = xstrdup(text);
		return true;
	}
	if (!store_sound(store, error))
		return false;
	/* A ref that is mistyped, or comes later, must not become somebody's name. */
	id = register_ref_form(text) ? 0 : find_by_title(store, target, text, ref);
	if (id > 0)
		return true;
	if (!store_sound(store, error))
		return false;
	shown = text_printable(text, false);
	if (id < 0) {
		error_set_field(error, ERROR_INVALID, field->name,
			_("%s: several records are called %s; give the ref."), _(field->label), shown);
	} else if (!(field->flags & FIELD_ADD_BY_NAME) || !register_title(target) || register_ref_form(text)) {
		error_set_field(error, ERROR_INVALID, field->name, _("%s: there is no %s %s in this file."),
			_(field->label), _(target->label), shown);
	} else if (!action) {
		*ref = xstrdup(text);
	} else {
		record = record_new(target, store_context(store)->time_zone);
		record_set(record, register_title(target)->name, text);
		if (action_add(action, record, error))
			*ref = xstrdup(record->ref);
		record_free(record);
	}
	free(shown);
	return *ref != NULL;
}

bool value_resolve(struct store *store, struct action *action, const struct field_def *field, const char *text,
	char **value, struct error *error)
{
	struct strings elements = { 0 }, refs = { 0 };
	char *parsed;
	bool ok = true;
	size_t i;

	*value = NULL;
	if (!field_parse(field, store_context(store), text, &parsed, error))
		return false;
	if (!parsed || !field_is_reference(field)) {
		*value = parsed;
		return true;
	}
	if (field->type->storage == STORED_REFERENCE)
		strings_add(&elements, parsed);
	else
		strings_split(&elements, parsed);
	for (i = 0; i < elements.count && ok; i++) {
		char *ref;

		ok = resolve_one(store, action, field, elements.items[i], &ref, error);
		if (ok)
			strings_take(&refs, ref);
	}
	if (ok)
		*value = strings_join(&refs, ",");
	strings_free(&elements);
	strings_free(&refs);
	free(parsed);
	return ok;
}
