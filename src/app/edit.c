/* add, set, remove: FIELD=VALUE words made one action. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app/consequence.h"
#include "app/other_side.h"
#include "app/edit_parts.h"
#include "app/edition.h"

bool app_parse_value(struct store *store, struct action *action, const struct field_def *field, const char *text,
	char **value, struct error *error)
{
	return value_resolve(store, action, field, text, NULL, value, error);
}

/* said gets what a person should know of how a value was taken. */
static bool assign(struct store *store, struct action *action, struct record *record, const char *assignment,
	struct strings *said, struct error *error)
{
	const char *equals = strchr(assignment, '=');
	const struct field_def *field;
	char *name, *value = NULL;
	bool ok;

	if (!equals || equals == assignment)
		return error_set(error, ERROR_USAGE, _("\"%s\" is no assignment; write FIELD=VALUE."), assignment);
	name = xstrndup(assignment, (size_t)(equals - assignment));
	field = register_field(record->def, name);
	if (!field) {
		ok = error_set(error, ERROR_USAGE, _("There is no field %s in %s; `noria help %s` lists them."), name,
			_(record->def->plural), record->def->name);
	} else if (field->flags & (FIELD_DERIVED | FIELD_INVERSE)) {
		ok = error_set_field(error, ERROR_INVALID, name, _("%s follows from other fields and cannot be set."),
			_(field->label));
	} else if (field->flags & FIELD_BY_PROGRAM) {
		ok = error_set_field(
			error, ERROR_INVALID, name, _("%s is written by the program alone."), _(field->label));
	} else {
		ok = field_is_reference(field) ? value_resolve(store, action, field, equals + 1,
							 &(struct resolving){ .said = said }, &value, error)
					       : store_parse(store, record, field, equals + 1, &value, error);
		if (ok) {
			char *remark = field_remark(field, store_context(store), equals + 1);

			record_set(record, name, value);
			if (remark)
				strings_take(said, remark);
		}
	}
	free(value);
	free(name);
	return ok;
}

/* All of them: what says in what another one is measured before that one, in whatever order they are given. */
static bool assign_all(struct store *store, struct action *action, struct record *record,
	const char *const *assignments, size_t count, struct strings *said, struct error *error)
{
	bool ok = true;
	size_t i;
	int measured;

	for (measured = 0; measured < 2; measured++)
		for (i = 0; i < count && ok; i++) {
			char *name = xstrndup(assignments[i], strcspn(assignments[i], "="));
			const struct field_def *field = register_field(record->def, name);

			free(name);
			if ((field && field_source(field)->unit) == (measured == 1))
				ok = assign(store, action, record, assignments[i], said, error);
		}
	return ok;
}

/* A field given twice means one of two things; nobody knows which. */
static bool check_twice(const char *const *assignments, size_t count, struct error *error)
{
	size_t i, j;

	for (i = 0; i < count; i++) {
		size_t length = strcspn(assignments[i], "=") + 1;

		for (j = 0; j < i; j++)
			if (strncmp(assignments[i], assignments[j], length) == 0)
				return error_set(error, ERROR_USAGE, _("The field %.*s is given twice."),
					(int)length - 1, assignments[i]);
	}
	return true;
}

static bool is_named(const char *const *assignments, size_t count, const char *field)
{
	size_t length = strlen(field), i;

	for (i = 0; i < count; i++)
		if (strncmp(assignments[i], field, length) == 0 && assignments[i][length] == '=')
			return true;
	return false;
}

static bool is_method(const struct record *record)
{
	return strcmp(record->def->name, "method") == 0;
}

/* Whether the person held a role of general management on that day. */
static bool was_management(struct store *store, const char *person, const char *day)
{
	struct query *query = query_new(register_people());
	char *filter = xasprintf("roles(management=yes assigned<=%s ended= or ended>=%s)", day, day);
	bool held;

	query_add(query, "ref", OP_EQUAL, person);
	held = query_parse(query, store_context(store), filter, NULL) && store_count(store, query, NULL) > 0;
	free(filter);
	query_free(query);
	return held;
}

static bool is_overtaken(struct store *store, const char *method, const char *day)
{
	struct record *record = method ? store_record_by_ref(store, method, NULL) : NULL;
	bool overtaken = record && text_differs(record_get(record, "threshold_date"), day);

	record_free(record);
	return overtaken;
}

char *app_threshold_warning(struct store *store, const char *method, const char *owner, const char *day)
{
	struct date today = environment_today(store_context(store)->time_zone), from;
	bool parsed = day && date_parse(day, &from);
	struct strings lines = { 0 };
	char now[11], *text;

	date_format(&today, now);
	if (!owner)
		strings_add(&lines,
			_("Nobody is named who decided this threshold: that is for general management (clause 6.1.2 a)."));
	else if (!was_management(store, owner, parsed ? day : now))
		strings_take(&lines,
			xasprintf(_("%s, who decided this threshold, held no role of general management on that day."),
				owner));
	if (parsed && date_days(&from) > date_days(&today)) {
		char *shown = date_format_locale(&from);

		strings_take(&lines, xasprintf(_("It holds from %s on; until then the one before does."), shown));
		free(shown);
	} else if (parsed && is_overtaken(store, method, day)) {
		strings_add(&lines,
			_("A threshold of a later day is in force already; this one counts for its own days only."));
	}
	text = lines.count ? strings_join(&lines, "\n") : NULL;
	strings_free(&lines);
	return text;
}

/* More to be said, on lines of its own; both may be NULL, and are taken. */
static char *and_line(char *first, char *second)
{
	char *both;

	if (!first || !second)
		return first ? first : second;
	both = xasprintf("%s\n%s", first, second);
	free(first);
	free(second);
	return both;
}

/* What is to be said of the values, and of the record. */
static char *copy_warning(struct store *store, const struct record *record, const struct strings *said)
{
	const char *warning = record_warning(record, store_context(store));
	char *remarks = said->count ? strings_join(said, "\n") : NULL, *both;

	if (!remarks || !warning)
		return remarks ? remarks : xstrdup(warning);
	both = xasprintf("%s\n%s", remarks, warning);
	free(remarks);
	return both;
}

/*
 * A level of the method in use: its scale grows, or shrinks, with all that is rated on
 * it.  What that changes is said before it is done, so the first answer is no.
 */
static bool change_scale(struct store *store, const struct rescale *change, struct record *level, bool agreed,
	char **said, struct error *error)
{
	*said = app_rescale_says(store, change, error);
	if (!*said)
		return false;
	if (agreed && store_rescale(store, change, change->adds ? level : NULL, error))
		return true;
	if (!agreed)
		error_set(error, ERROR_INVALID,
			change->adds
				? _("This adds a level to a scale in use. %s Nothing was changed: --rescale does it.")
				: _("This removes a level from a scale in use. %s Nothing was changed: --rescale does it."),
			*said);
	free(*said);
	*said = NULL;
	return false;
}

bool app_add(struct store *store, const struct register_def *def, const char *const *assignments, size_t count,
	bool rescale, char **ref, char **warning, struct error *error)
{
	struct action *action = action_begin(store, "add", error);
	struct rescale change;
	struct record *record;
	struct strings said = { 0 };
	bool ok = true;
	size_t i;

	*ref = *warning = NULL;
	if (!action)
		return false;
	ok = check_twice(assignments, count, error);
	record = record_new(def, store_context(store)->time_zone);
	for (i = 0; i < count && ok; i++)
		if (strncmp(assignments[i], "catalogue=", 10) == 0)
			ok = app_own_needed(store, action, def, assignments[i] + 10, error);
	ok = ok && assign_all(store, action, record, assignments, count, &said, error);
	if (ok && app_rescale_of(store, record, true, &change)) {
		action_rollback(action);
		ok = change_scale(store, &change, record, rescale, warning, error);
		*ref = ok ? xstrdup(record->ref) : NULL;
		strings_free(&said);
		record_free(record);
		return ok;
	}
	ok = ok && consequence_ask(store, record, error) && action_add(action, record, error) &&
	     consequence_follow(store, action, NULL, record->id, error);
	if (ok) {
		*ref = xstrdup(record->ref);
		*warning = and_line(copy_warning(store, record, &said), app_consequence(store, NULL, record));
		if (strcmp(def->name, "threshold") == 0)
			*warning = and_line(*warning, app_threshold_warning(store, record_get(record, "method"),
							      record_get(record, "owner"), record_get(record, "date")));
		ok = action_commit(action, error);
	} else {
		action_rollback(action);
	}
	strings_free(&said);
	record_free(record);
	return ok;
}

/*
 * The threshold of a method has versions: where it moves, the store keeps another one.  Its day is today
 * unless another is said.  Of FIELD=VALUE words a reason and a person that are not among them were those
 * of the threshold before; in a form (shown) they stand under the eyes of who moves the threshold.
 */
static void begin_version(struct store *store, const struct record *was, bool shown, struct record *record,
	const char *const *assignments, size_t count)
{
	static const char *const said[] = { "threshold_reason", "threshold_owner" };
	size_t i;

	if (!is_method(record) || !text_differs(record_get(was, "threshold"), record_get(record, "threshold")))
		return;
	if (!is_named(assignments, count, "threshold_date") &&
		!text_differs(record_get(was, "threshold_date"), record_get(record, "threshold_date"))) {
		struct date today = environment_today(store_context(store)->time_zone);
		char day[11];

		date_format(&today, day);
		record_set(record, "threshold_date", day);
	}
	for (i = 0; i < 2 && !shown; i++)
		if (!is_named(assignments, count, said[i]))
			record_set(record, said[i], NULL);
}

/*
 * A rating that followed from its parts and is now given as a whole, as it was: for the store it would go
 * with its parts, since nobody changed it.  So it goes first, and is then given: to the record as it stands
 * by then, with what others wrote since the form was opened.
 */
static bool set_shown(struct action *action, const struct record *before, struct record *record, struct error *error)
{
	struct record *shown = record_copy(record), *between;
	bool again = false, ok;
	size_t i;

	for (i = 0; i < record->def->field_count; i++)
		if (rating_said_again(before, shown, &record->def->fields[i])) {
			record_set(record, record->def->fields[i].name, NULL);
			again = true;
		}
	ok = action_set(action, before, record, error);
	if (ok && again) {
		between = record_copy(record);
		for (i = 0; i < record->def->field_count; i++)
			if (rating_said_again(before, shown, &record->def->fields[i]))
				record_set(record, record->def->fields[i].name, shown->values[i]);
		ok = action_set(action, between, record, error);
		record_free(between);
	}
	record_free(shown);
	return ok;
}

bool app_change_record(struct store *store, struct action *action, const struct record *before, struct record *record,
	const char *const *assignments, size_t count, struct error *error)
{
	struct record *was = before ? record_copy(before) : action_record(action, record->id, error);
	bool ok;

	if (!was)
		return false;
	begin_version(store, was, before != NULL, record, assignments, count);
	ok = (before ? set_shown(action, before, record, error) : action_set(action, NULL, record, error)) &&
	     consequence_follow(store, action, was, record->id, error);
	record_free(was);
	return ok;
}

bool app_set(struct store *store, const char *ref, const char *const *assignments, size_t count, char **warning,
	struct error *error)
{
	struct action *action = action_begin(store, "set", error);
	struct strings said = { 0 };
	struct record *record, *was;
	bool ok;

	*warning = NULL;
	if (!action)
		return false;
	record = store_record_by_ref(store, ref, error);
	was = record ? record_copy(record) : NULL;
	ok = record && check_twice(assignments, count, error);
	ok = ok && assign_all(store, action, record, assignments, count, &said, error);
	ok = ok && app_change_record(store, action, NULL, record, assignments, count, error);
	if (ok) {
		/* What a person wrote, judged with what follows from it. */
		struct record *now = action_record(action, record->id, NULL);

		*warning = now ? and_line(copy_warning(store, now, &said), app_consequence(store, was, now)) : NULL;
		if (is_method(record) && is_named(assignments, count, "threshold"))
			*warning = and_line(*warning,
				app_threshold_warning(store, record->ref, record_get(record, "threshold_owner"),
					record_get(record, "threshold_date")));
		record_free(now);
		ok = action_commit(action, error);
	} else {
		action_rollback(action);
	}
	strings_free(&said);
	record_free(record);
	record_free(was);
	return ok;
}

/* All of them: where the formula of one rests on another of them, it goes first. */
static bool remove_records(struct action *action, const int64_t *ids, size_t count, struct error *error)
{
	bool *gone = xcalloc(count + 1, sizeof *gone), ok = true;
	size_t left = count, before, i;

	do {
		struct error why = { 0 };

		before = left;
		for (i = 0; i < count && ok; i++) {
			if (gone[i])
				continue;
			error_clear(&why);
			gone[i] = action_remove(action, ids[i], &why);
			left -= gone[i];
			ok = gone[i] || why.kind == ERROR_INVALID;
		}
		if (!ok || (left && left == before)) {
			ok = false;
			error_move(error, &why);
		}
		error_clear(&why);
	} while (ok && left);
	free(gone);
	return ok;
}

static bool remove_all(struct store *store, const char *const *refs, size_t count, struct error *error)
{
	struct action *action = action_begin(store, "remove", error);
	int64_t *ids = xcalloc(count + 1, sizeof *ids);
	bool ok = action != NULL;
	size_t i, j, found = 0;

	for (i = 0; i < count && ok; i++) {
		struct record *record;

		for (j = 0; j < i && strcasecmp(refs[i], refs[j]) != 0; j++)
			;
		if (j < i)
			continue;
		record = store_record_by_ref(store, refs[i], error);
		ok = record != NULL;
		ids[found++] = ok ? record->id : 0;
		record_free(record);
	}
	ok = action && action_end(action, ok && remove_records(action, ids, found, error), error);
	free(ids);
	return ok;
}

bool app_remove(
	struct store *store, const char *const *refs, size_t count, bool rescale, char **said, struct error *error)
{
	struct record *level = count == 1 ? store_record_by_ref(store, refs[0], NULL) : NULL;
	struct rescale change;
	bool ok;

	*said = NULL;
	if (level && app_rescale_of(store, level, false, &change))
		ok = change_scale(store, &change, level, rescale, said, error);
	else
		ok = remove_all(store, refs, count, error);
	record_free(level);
	return ok;
}

bool app_remove_all(struct store *store, const int64_t *ids, size_t count, struct error *error)
{
	struct action *action = action_begin(store, "remove", error);

	return action && action_end(action, remove_records(action, ids, count, error), error);
}

char *app_add_of_name(struct store *store, struct action *action, const struct register_def *target, const char *name,
	struct error *error)
{
	return name_make(store, action, target, name, NULL, error);
}

/* References to records that are still to be made (+NAME), made. */
static bool add_named(struct store *store, struct action *action, struct record *record, struct error *error)
{
	bool ok = true;
	size_t i, j;

	for (i = 0; i < record->def->field_count && ok; i++) {
		const struct field_def *field = &record->def->fields[i];
		const char *value = record->values[i];
		struct strings refs = { 0 };

		if (!value || !field_is_reference(field) || !strchr(value, '+'))
			continue;
		if (field->type->storage == STORED_LINKS)
			strings_split(&refs, value);
		else
			strings_add(&refs, value);
		for (j = 0; j < refs.count && ok; j++) {
			char *ref;

			if (refs.items[j][0] != '+')
				continue;
			ref = app_add_of_name(store, action, register_find(field->target), refs.items[j] + 1, error);
			ok = ref != NULL;
			free(refs.items[j]);
			refs.items[j] = ref ? ref : xstrdup("");
		}
		if (ok) {
			char *joined = strings_join(&refs, ",");

			record_set(record, field->name, joined);
			free(joined);
		}
		strings_free(&refs);
	}
	return ok;
}

bool app_save(struct store *store, const struct record *before, struct record *record, struct error *error)
{
	struct action *action = action_begin(store, before ? "set" : "add", error);
	struct record *written;
	bool ok;

	if (!action)
		return false;
	/* What the caller holds stays as it was where this fails. */
	written = record_copy(record);
	ok = app_own_needed(store, action, record->def, record_get(record, "catalogue"), error) &&
	     add_named(store, action, written, error) &&
	     (before ? app_change_record(store, action, before, written, NULL, 0, error)
		     : consequence_ask(store, written, error) && action_add(action, written, error) &&
				     other_side_write(store, action, record, written->ref, error) &&
				     consequence_follow(store, action, NULL, written->id, error));
	if (ok) {
		ok = action_commit(action, error);
	} else {
		action_rollback(action);
	}
	if (ok) {
		size_t i;

		for (i = 0; i < record->def->field_count; i++)
			record_set(record, record->def->fields[i].name, written->values[i]);
		record->id = written->id;
		free(record->ref);
		record->ref = xstrdup(written->ref);
	}
	record_free(written);
	return ok;
}
