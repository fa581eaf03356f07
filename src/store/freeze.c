/*
 * Records that stand as they were: issued, signed, accepted, closed.  Entering
 * such a state seals the record with the journal's head and, where its register
 * asks for it, writes down what it was about; from then on only the fields that the
 * dictionary leaves free change, and the record is neither deleted nor undone.
 */
#include <string.h>

#include "store/internal.h"

/* The ref of the record with which it stands as it was (register_def.stands_with); NULL: of none. */
static const char *stands_with(struct store *store, const struct record *record)
{
	const char *ref = record->def->stands_with ? record_get(record, record->def->stands_with) : NULL;
	struct record *other = ref && *ref != '{' ? store_record_by_ref(store, ref, NULL) : NULL;
	bool stands = other && record_stands(other);

	record_free(other);
	return stands ? ref : NULL;
}

bool store_stands(struct store *store, const struct record *record)
{
	return record_stands(record) || stands_with(store, record);
}

/* It does not say itself that it stands as it was: it is so from the beginning, or belongs to what is so. */
static bool refuse_part(
	struct store *store, const struct record *record, const struct field_def *field, struct error *error)
{
	const char *whole = stands_with(store, record);

	if (!whole)
		return error_set(error, ERROR_INVALID,
			_("%s was written down by the program: it stands as it was and is not deleted."), record->ref);
	if (field)
		return error_set_field(error, ERROR_INVALID, field->name,
			_("%s belongs to %s, which stands as it was: %s is not changed any more. What follows from it is."),
			record->ref, whole, _(field->label));
	return error_set(error, ERROR_INVALID,
		_("%s belongs to %s, which stands as it was: it is not deleted. What follows from it can still be written."),
		record->ref, whole);
}

static bool refuse(struct store *store, const struct record *record, const struct field_def *field, struct error *error)
{
	const struct field_def *status = register_state(record->def);
	const char *value = status ? record_get(record, status->name) : NULL;
	char *state;

	if (!status_is_frozen(record->def, value))
		return refuse_part(store, record, field, error);
	state = field_format(status, NULL, value);
	if (field && record->def->frozen_completed)
		error_set_field(error, ERROR_INVALID, field->name,
			_("%s is %s: %s stands as it was. What is still empty can be written; what happens anew is a record of its own."),
			record->ref, state, _(field->label));
	else if (record->def->frozen_completed)
		error_set(error, ERROR_INVALID, _("%s is %s: it stands as it was and is not deleted."), record->ref,
			state);
	else if (field)
		error_set_field(error, ERROR_INVALID, field->name,
			_("%s is %s: %s stands as it was. Another version, or a withdrawal with its reason, takes its place."),
			record->ref, state, _(field->label));
	else
		error_set(error, ERROR_INVALID,
			_("%s is %s: it stands as it was and is not deleted. Another version, or a withdrawal with its reason, takes its place."),
			record->ref, state);
	free(state);
	return false;
}

/* What was closed, not signed, is taken back and done again. */
static bool is_reversal(const struct action *action, const struct register_def *def)
{
	return def->frozen_completed && (strcmp(action->name, "undo") == 0 || strcmp(action->name, "redo") == 0);
}

bool freeze_allows_change(
	const struct action *action, const struct record *old, const struct record *new, struct error *error)
{
	const struct register_def *def = old->def;
	struct store *store = action->store;
	size_t i;

	if (is_reversal(action, def) || !store_stands(store, old))
		return true;
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];

		if ((field->flags & (FIELD_DERIVED | FIELD_INVERSE)) || !text_differs(old->values[i], new->values[i]))
			continue;
		if (record_field_stands(old, field))
			return refuse(store, old, field, error);
	}
	if (record_stands(old) && !record_stands(new))
		return refuse(store, old, register_state(def), error);
	return true;
}

bool freeze_allows_delete(const struct action *action, const struct record *record, struct error *error)
{
	return is_reversal(action, record->def) || !store_stands(action->store, record) ||
	       refuse(action->store, record, NULL, error);
}

/* ---- entering ---- */

/* The field at the end of "reference.field", as it stood on the day that the record was signed. */
static bool take_copy(struct store *store, struct record *record, const struct field_def *field, struct error *error)
{
	const char *dot = strchr(field_source(field)->copied, '.'), *ref;
	char *reference = xstrndup(field_source(field)->copied, (size_t)(dot - field_source(field)->copied));
	struct record *now, *then;
	bool ok = true;

	ref = record_get(record, reference);
	free(reference);
	if (!ref || *ref == '{')
		return true;
	now = store_record_by_ref(store, ref, error);
	then = now ? record_on_day(
			     store, now->id, record->def->day ? record_get(record, record->def->day) : NULL, error)
		   : NULL;
	if (then)
		record_set(record, field->name, record_get(then, dot + 1));
	else
		ok = false;
	record_free(now);
	record_free(then);
	return ok;
}

/* The filter behind "reference.", with what the record says in place of each "@^FIELD"; NULL: it does not say. */
static char *asked_of(const struct record *record, const char *filter)
{
	struct buffer text = { 0 };
	const char *at;

	while ((at = strstr(filter, "@^"))) {
		size_t length = strcspn(at + 2, " )");
		char *name = xstrndup(at + 2, length);
		const char *value = record_get(record, name);

		free(name);
		if (!value) {
			buffer_free(&text);
			return NULL;
		}
		buffer_add_bytes(&text, filter, (size_t)(at - filter));
		buffer_add(&text, value);
		filter = at + 2 + length;
	}
	buffer_add(&text, filter);
	return buffer_take(&text);
}

bool store_answers(
	struct store *store, const struct record *record, const struct field_def *field, bool *yes, struct error *error)
{
	const char *dot = strchr(field_source(field)->answers, '.'), *ref;
	char *reference = xstrndup(field_source(field)->answers, (size_t)(dot - field_source(field)->answers)),
	     *filter = asked_of(record, dot + 1);
	int64_t count = 0;
	bool ok = true;

	ref = record_get(record, reference);
	if (ref && filter && *ref != '{') {
		struct query *query = query_new(register_find(register_field(record->def, reference)->target));

		query_add(query, "ref", OP_EQUAL, ref);
		ok = query_parse(query, store_context(store), filter, error) &&
		     (count = store_count(store, query, error)) >= 0;
		query_free(query);
	}
	*yes = ok && count;
	free(reference);
	free(filter);
	return ok;
}

static bool take_answer(struct store *store, struct record *record, const struct field_def *field, struct error *error)
{
	bool yes, ok = store_answers(store, record, field, &yes, error);

	if (ok)
		record_set(record, field->name, yes ? "yes" : "no");
	return ok;
}

/* Asked of the record itself, links and all, and so only once it is written. */
static bool is_of_itself(const struct field_def *field)
{
	return field_source(field)->answers &&
	       field_source(field)->answers[strcspn(field_source(field)->answers, ".!=<>~( ")] != '.';
}

bool freeze_witness(struct action *action, const struct record *old, struct record *new, struct error *error)
{
	struct record *written;
	bool ok = true, any = false;
	size_t i;

	if ((old && record_stands(old)) || !record_stands(new))
		return true;
	written = record_copy(new);
	for (i = 0; i < new->def->field_count &&ok; i++) {
		struct query *query;
		int64_t count;

		if (!is_of_itself(&new->def->fields[i]))
			continue;
		query = query_new(new->def);
		query_add(query, "ref", OP_EQUAL, new->ref);
		ok = query_parse(
			     query, store_context(action->store), field_source(&new->def->fields[i])->answers, error) &&
		     (count = store_count(action->store, query, error)) >= 0;
		query_free(query);
		if (ok)
			record_set(new, new->def->fields[i].name, count ? "yes" : "no");
		any = true;
	}
	ok = ok && (!any || write_update(action, written, new, error));
	record_free(written);
	return ok;
}

bool freeze_enter(struct action *action, const struct record *old, struct record *new, struct error *error)
{
	const struct register_def *def = new->def;
	bool ok = true;
	size_t i;

	if ((old && record_stands(old)) || !record_stands(new))
		return true;
	for (i = 0; i < def->field_count; i++)
		if (def->fields[i].flags & FIELD_SEALED)
			record_set(new, def->fields[i].name, store_head(action->store));
	for (i = 0; i < def->field_count && ok; i++)
		ok = (!field_source(&def->fields[i])->copied ||
			     take_copy(action->store, new, &def->fields[i], error)) &&
		     (!field_source(&def->fields[i])->answers || is_of_itself(&def->fields[i]) ||
			     take_answer(action->store, new, &def->fields[i], error));
	ok = ok && (!def->snapshot.of || frozen_take(action->store, new, error));
	/* What was signed is a barrier to undo; one act among many of an import stays the import's. */
	if (def->freeze_action && (strcmp(action->name, "set") == 0 || strcmp(action->name, "add") == 0)) {
		free(action->name);
		action->name = xstrdup(def->freeze_action);
	}
	return ok;
}

bool freeze_supersede(struct action *action, const struct record *old, const struct record *new, struct error *error)
{
	const char *before = record_get(new, "supersedes");
	struct record *other, *superseded;
	bool ok = true;

	if (!before || text_differs(record_get(new, "status"), "force") ||
		(old && !text_differs(record_get(old, "status"), "force")))
		return true;
	other = store_record_by_ref(action->store, before, error);
	if (!other)
		return false;
	if (other->def == new->def && record_stands(other) && strcmp(record_get(other, "status"), "superseded") != 0) {
		superseded = record_copy(other);
		record_set(superseded, "status", "superseded");
		ok = write_update(action, other, superseded, error);
		record_free(superseded);
	}
	record_free(other);
	return ok;
}
