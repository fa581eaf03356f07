/* What a record may refer to, and what only the whole register can say of it. */
#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

/* The whole ref of a record that is called "A.5.1" or "6.1.3"; the caller frees. */
static char *whole_ref(struct store *store, const struct register_def *def, int64_t id, const char *element)
{
	const char *prefix = store_context(store)->catalogue_prefix;
	char *ref = prefix ? xasprintf("%s:%s", prefix, element) : NULL;
	const struct register_def *found = NULL;

	if (ref && read_find_ref(store, ref, &found) == id)
		return ref;
	free(ref);
	ref = NULL;
	read_name(store, def, id, &ref, NULL);
	return ref;
}

bool canonical_references(struct store *store, struct record *record, struct error *error)
{
	size_t i, j;

	for (i = 0; i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];
		struct strings elements = { 0 }, refs = { 0 };
		bool ok = true;

		if (!record->values[i] || !field_is_reference(field) || (field->flags & FIELD_INVERSE))
			continue;
		strings_split(&elements, record->values[i]);
		for (j = 0; j < elements.count && ok; j++) {
			const char *element = elements.items[j];
			const struct register_def *def = NULL;
			char *ref = NULL;
			int64_t id;

			if (element[0] == '{') {
				if (!strings_contain(&refs, element))
					strings_add(&refs, element);
				continue;
			}
			id = read_find_ref(store, element, &def);
			if (!store_sound(store, error)) {
				ok = false;
				break;
			}
			if (!id || strcmp(def->name, field->target) != 0) {
				char *shown = text_printable(element, false);

				ok = error_set_field(error, ERROR_INVALID, field->name,
					_("%s: there is no %s \"%s\" in this file."), _(field->label),
					_(register_find(field->target)->label), shown);
				free(shown);
				break;
			}
			/* Only what was shortened ("A.5.1", "6.1.3") has another whole ref than what was said. */
			ref = def->prefix || strchr(element, ':') ? xstrdup(element)
								  : whole_ref(store, def, id, element);
			if (ref && !strings_contain(&refs, ref))
				strings_add(&refs, ref);
			free(ref);
		}
		if (ok && field->type->storage == STORED_REFERENCE && refs.count > 1)
			ok = error_set_field(
				error, ERROR_INVALID, field->name, _("%s takes one record only."), _(field->label));
		if (ok) {
			free(record->values[i]);
			record->values[i] = refs.count ? sort_elements(strings_join(&refs, ",")) : NULL;
		}
		strings_free(&elements);
		strings_free(&refs);
		if (!ok)
			return false;
	}
	return true;
}

/* Whether the references of the field lead from `start` to `goal`.  False: error. */
static bool leads_to(struct store *store, const struct register_def *def, const struct field_def *field, int64_t start,
	int64_t goal, bool *leads, struct error *error)
{
	sqlite3_stmt *stmt;
	char *sql;
	int code = SQLITE_ERROR;

	if (field->type->storage == STORED_LINKS)
		sql = xasprintf(
			"WITH RECURSIVE up(\"id\") AS (SELECT ?1 UNION SELECT l.\"target\" FROM \"link\" l JOIN up ON l.\"record\" = up.\"id\" WHERE l.\"field\" = '%s') SELECT 1 FROM up WHERE \"id\" = ?2",
			field->name);
	else
		sql = xasprintf(
			"WITH RECURSIVE up(\"id\") AS (SELECT ?1 UNION SELECT t.\"%s\" FROM \"%s\" t JOIN up ON t.\"id\" = up.\"id\" WHERE t.\"%s\" IS NOT NULL) SELECT 1 FROM up WHERE \"id\" = ?2",
			field->name, register_table(def), field->name);
	stmt = statement(store, sql, error);
	free(sql);
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, start);
		sqlite3_bind_int64(stmt, 2, goal);
		code = statement_step(store, stmt, error);
	}
	statement_end(store, stmt);
	*leads = code == SQLITE_ROW;
	return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* Nothing is its own ancestor. */
static bool check_circle(struct store *store, const struct record *record, const struct field_def *field,
	const char *value, struct error *error)
{
	struct strings elements = { 0 };
	bool ok = true;
	size_t i;

	strings_split(&elements, value);
	for (i = 0; i < elements.count && ok; i++) {
		const struct register_def *target = NULL;
		int64_t id = elements.items[i][0] == '{' ? 0 : read_find_ref(store, elements.items[i], &target);
		bool leads = false;

		ok = !id || leads_to(store, record->def, field, id, record->id, &leads, error);
		if (leads)
			/* TRANSLATORS: field, ref, ref of the record itself */
			ok = error_set_field(error, ERROR_INVALID, field->name,
				_("%s: %s already rests on %s; that would go round in a circle."), _(field->label),
				elements.items[i], record->ref);
	}
	strings_free(&elements);
	return ok;
}

/* Nobody has another's login. */
static bool check_unique(struct store *store, const struct record *record, const struct field_def *field,
	const char *value, struct error *error)
{
	const struct register_def *def = record->def;
	char *sql = xasprintf(
		"SELECT r.\"ref\" FROM \"%s\" t JOIN \"record\" r ON r.\"id\" = t.\"id\" WHERE t.\"%s_key\" = ?1 AND t.\"%s\" = ?2 AND t.\"id\" <> ?3",
		register_table(def), field->name, field->name);
	char *key = field_key(def, field, record, value);
	sqlite3_stmt *stmt = statement(store, sql, error);
	int code = SQLITE_ERROR;

	if (stmt) {
		bind_text(store, stmt, 1, key);
		bind_text(store, stmt, 2, value);
		sqlite3_bind_int64(stmt, 3, record->id);
		code = statement_step(store, stmt, error);
	}
	if (code == SQLITE_ROW)
		/* TRANSLATORS: field, value, ref of the record that has it */
		error_set_field(error, ERROR_INVALID, field->name, _("%s: %s is taken already, by %s."),
			_(field->label), value, row_text_or_null(store, stmt, 0));
	statement_end(store, stmt);
	free(sql);
	free(key);
	return code == SQLITE_DONE;
}

/* A ref that stands as text: of a record that is here, and of a register that the check asks. */
static bool check_named(
	struct store *store, const struct record *record, const struct field_def *field, size_t i, struct error *error)
{
	const struct quality_check *check =
		quality_find(record_get(record, "check") ? record_get(record, "check") : "");
	const struct register_def *def = NULL;
	struct record *named;
	int64_t id = read_find_ref(store, record->values[i], &def);

	if (!id) {
		if (store_sound(store, error)) {
			char *shown = text_printable(record->values[i], false);

			error_set_field(
				error, ERROR_INVALID, field->name, _("There is no record %s in this file."), shown);
			free(shown);
		}
		return false;
	}
	if (check && !quality_may_set_aside(check, def))
		return error_set_field(error, ERROR_INVALID, field->name, _("The check %s is not about %s."),
			check->name, _(def->plural));
	named = read_record(store, def, id, false, error);
	if (!named)
		return false;
	free(record->values[i]);
	record->values[i] = xstrdup(named->ref);
	record_free(named);
	return true;
}

/* A change of something else is none of what it names. */
static bool names_anew(struct store *store, const struct record *record, size_t i)
{
	struct record *before = record->id ? read_record(store, record->def, record->id, false, NULL) : NULL;
	bool anew = !before || text_differs(before->values[i], record->values[i]);

	record_free(before);
	return anew;
}

bool check_register(struct store *store, const struct record *record, struct error *error)
{
	const struct register_def *def = record->def;
	size_t i;

	if (!record->id && !check_level(store, record, error))
		return false;
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];
		const char *value = record->values[i];

		if (!value || (field->flags & FIELD_INVERSE))
			continue;
		if ((field->flags & FIELD_UNIQUE) && field_has_key(field) &&
			!check_unique(store, record, field, value, error))
			return false;
		if ((field->flags & FIELD_NAMES) && names_anew(store, record, i) &&
			!check_named(store, record, field, i, error))
			return false;
		if (field->type->rests && names_anew(store, record, i) &&
			!check_expression(store, record, field, value, error))
			return false;
		/* To a record that is not there yet nothing leads. */
		if (record->id && field_is_reference(field) && strcmp(field->target, def->name) == 0 &&
			!check_circle(store, record, field, value, error))
			return false;
	}
	return true;
}
