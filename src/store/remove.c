/* What a removal does to those who refer. */
#include <string.h>

#include "store/internal.h"

struct referrer {
	const struct register_def *def;
	const struct field_def *field;
	int64_t id;
};

static struct referrer *find_referrers(struct store *store, const struct record *record, size_t *count)
{
	struct referrer *found = NULL;
	size_t i, j;

	*count = 0;
	for (i = 0; dictionary[i]; i++)
		for (j = 0; j < dictionary[i]->field_count; j++) {
			const struct register_def *def = dictionary[i];
			const struct field_def *field = &def->fields[j];
			sqlite3_stmt *stmt;
			char *sql;

			if (!field_is_reference(field) || (field->flags & FIELD_INVERSE) ||
				strcmp(field->target, record->def->name) != 0)
				continue;
			if (field->type->storage == STORED_LINKS)
				sql = xasprintf(
					"SELECT l.\"record\" FROM \"link\" l JOIN \"record\" r ON r.\"id\" = l.\"record\" WHERE l.\"target\" = ?1 AND l.\"field\" = '%s' AND r.\"register\" = '%s'",
					field->name, def->name);
			else
				sql = xasprintf("SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ?1", register_table(def),
					field->name);
			stmt = statement(store, sql, NULL);
			free(sql);
			if (!stmt)
				continue;
			sqlite3_bind_int64(stmt, 1, record->id);
			while (statement_row(store, stmt)) {
				found = xreallocarray(found, *count + 1, sizeof *found);
				found[*count].def = def;
				found[*count].field = field;
				found[(*count)++].id = sqlite3_column_int64(stmt, 0);
			}
			statement_end(store, stmt);
		}
	return found;
}

/* Whether the value of the one record rests on the other; what cannot be read any more rests on nothing. */
static bool rests_on(struct store *store, const char *value, const char *ref)
{
	struct expression *expression = expression_read(value, store_context(store), NULL);
	struct strings refs = { 0 };
	bool rests;

	if (expression)
		expression_depends(expression, &refs);
	rests = strings_contain(&refs, ref);
	strings_free(&refs);
	expression_free(expression);
	return rests;
}

/* The ref of another record of the register whose value of the field rests on this one; NULL: there is none.  The caller frees. */
static char *find_resting_in(struct store *store, const struct record *record, const struct field_def *field)
{
	const struct register_def *def = record->def;
	char *sql = xasprintf("SELECT \"id\", \"%s\" FROM \"%s\" WHERE \"%s\" LIKE '%%' || ?1 || '%%' AND \"id\" <> ?2",
		field->name, register_table(def), field->name);
	sqlite3_stmt *stmt = statement(store, sql, NULL);
	char *ref = NULL;

	free(sql);
	if (!stmt)
		return NULL;
	bind_text(store, stmt, 1, record->ref);
	sqlite3_bind_int64(stmt, 2, record->id);
	while (!ref && statement_row(store, stmt))
		if (rests_on(store, (const char *)sqlite3_column_text(stmt, 1), record->ref))
			read_name(store, def, sqlite3_column_int64(stmt, 0), &ref, NULL);
	statement_end(store, stmt);
	return ref;
}

/* Formulas name others of their own register (field_type.rests). */
static char *find_resting(struct store *store, const struct record *record)
{
	char *ref = NULL;
	size_t i;

	for (i = 0; i < record->def->field_count && !ref; i++)
		if (record->def->fields[i].type->rests)
			ref = find_resting_in(store, record, &record->def->fields[i]);
	return ref;
}

char *find_referrer(struct store *store, const struct record *record)
{
	size_t count, i;
	struct referrer *referrers = find_referrers(store, record, &count);
	char *ref = NULL;

	for (i = 0; i < count && !ref; i++)
		if (referrers[i].id != record->id)
			read_name(store, referrers[i].def, referrers[i].id, &ref, NULL);
	free(referrers);
	return ref ? ref : find_resting(store, record);
}

static bool drop_reference(
	struct action *action, const struct referrer *referrer, const struct record *gone, struct error *error)
{
	struct record *old, *new;
	struct strings elements = { 0 }, rest = { 0 };
	int index = register_field_index(referrer->def, referrer->field->name);
	size_t i;
	bool ok;

	old = read_record(action->store, referrer->def, referrer->id, false, error);
	if (!old)
		return false;
	new = record_copy(old);
	if (old->values[index])
		strings_split(&elements, old->values[index]);
	for (i = 0; i < elements.count; i++)
		if (strcmp(elements.items[i], gone->ref) != 0)
			strings_add(&rest, elements.items[i]);
	free(new->values[index]);
	new->values[index] = rest.count ? strings_join(&rest, ",") : NULL;
	if (referrer->def->derive)
		referrer->def->derive(new, store_context(action->store));
	if (freeze_allows_change(action, old, new, NULL))
		ok = write_update(action, old, new, error);
	else
		ok = error_set(error, ERROR_INVALID,
			_("%s cannot be deleted: %s refers to it, and stands as it was signed or closed."), gone->ref,
			old->ref);
	strings_free(&elements);
	strings_free(&rest);
	record_free(old);
	record_free(new);
	return ok;
}

bool action_remove(struct action *action, int64_t id, struct error *error)
{
	struct store *store = action->store;
	const struct register_def *def = read_register(store, id);
	struct record *record = def ? read_record(store, def, id, false, error) : NULL;
	struct referrer *referrers;
	struct action_counts counts = action->counts;
	const char *sentence;
	char *resting;
	size_t count, i;
	bool ok = false;

	if (!def)
		return store_sound(store, error) &&
		       error_set(error, ERROR_INVALID, _("The record is not there any more."));
	if (!record)
		return false;
	if (def->flags & REGISTER_SINGLE) {
		error_set(error, ERROR_INVALID, _("The organisation of a file cannot be deleted."));
		goto out;
	}
	if (!freeze_allows_delete(action, record, error))
		goto out;
	/* Undo takes back what was added, whatever it is. */
	sentence = strcmp(action->name, "remove") == 0 && def->keep ? def->keep(record, store_context(store)) : NULL;
	if (sentence) {
		error_set(error, ERROR_INVALID, sentence, record->ref);
		goto out;
	}
	resting = find_resting(store, record);
	if (resting) {
		/* TRANSLATORS: two indicators; the formula of the second names the first */
		error_set(error, ERROR_INVALID, _("%s cannot be deleted: the formula of %s rests on it."), record->ref,
			resting);
		free(resting);
		goto out;
	}
	referrers = find_referrers(store, record, &count);
	ok = true;
	for (i = 0; i < count && ok; i++) {
		if (referrers[i].field->flags & FIELD_ANSWERS) {
			struct record *line = read_record(store, referrers[i].def, referrers[i].id, false, error);

			ok = line && write_delete(action, line, error);
			record_free(line);
		} else if (register_rests_on(referrers[i].def, referrers[i].field)) {
			char *ref = NULL;

			read_name(store, referrers[i].def, referrers[i].id, &ref, NULL);
			ok = error_set(error, ERROR_INVALID, _("%s cannot be deleted: %s needs it."), record->ref, ref);
			free(ref);
		} else {
			ok = drop_reference(action, &referrers[i], record, error);
		}
	}
	free(referrers);
	ok = ok && write_delete(action, record, error);
	if (ok) {
		action->counts = counts;
		action->counts.removed++;
	}
out:
	record_free(record);
	return store_answer(store, ok, error);
}
