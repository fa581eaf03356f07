/*
 * An edition change carried out: one action that adds the new catalogue,
 * writes what its controls are answered by, makes own controls of what has no
 * successor, and lets what referred to the old controls refer to the new ones.
 * The old lines stay to be read.
 */
#include <stdlib.h>
#include <string.h>

#include "app/edition_parts.h"

/* ---- several answers made one ---- */

static bool applies(const struct edition_source *source)
{
	const char *applicable = record_get(source->answer, "applicable");

	return applicable && strcmp(applicable, "yes") == 0;
}

/* What a new line held before counts as one more answer. */
static int rank_of(const struct record *record, const char *field, const char *const *order)
{
	const char *value = record_get(record, field);
	int rank = 0;

	if (!value)
		return 0;
	while (order[rank] && strcmp(order[rank], value) != 0)
		rank++;
	return rank + 1;
}

/* The least of those that apply; where one of them says nothing, nothing is said. */
static void take_least(const struct edition_source *sources, size_t count, const char *field, const char *const *order,
	struct record *line)
{
	const char *least = NULL;
	int best = 0;
	bool any = false;
	size_t i;

	for (i = 0; i < count; i++) {
		int rank = rank_of(sources[i].answer, field, order);

		if (!applies(&sources[i]) || (any && rank >= best))
			continue;
		any = true;
		best = rank;
		least = record_get(sources[i].answer, field);
	}
	/* Nothing applies: what the first says of it is kept all the same. */
	for (i = 0; !any && !least && i < count; i++)
		least = record_get(sources[i].answer, field);
	record_set(line, field, least);
}

static void take_date(
	const struct edition_source *sources, size_t count, const char *field, bool latest, struct record *line)
{
	const char *chosen = NULL;
	size_t i;

	for (i = 0; i < count; i++) {
		const char *date = record_get(sources[i].answer, field);

		/* ISO dates sort as they are read. */
		if (date && (!chosen || (strcmp(date, chosen) > 0) == latest))
			chosen = date;
	}
	record_set(line, field, chosen);
}

static void unite_reasons(const struct edition_source *sources, size_t count, struct record *line)
{
	struct strings reasons = { 0 };
	char *all;
	size_t i, j;

	for (i = 0; i < count; i++) {
		struct strings some = { 0 };
		const char *value = record_get(sources[i].answer, "reasons");

		if (value)
			strings_split(&some, value);
		for (j = 0; j < some.count; j++)
			if (!strings_contain(&reasons, some.items[j]))
				strings_add(&reasons, some.items[j]);
		strings_free(&some);
	}
	all = strings_join(&reasons, ",");
	record_set(line, "reasons", all);
	free(all);
	strings_free(&reasons);
}

static void combine(const struct edition_source *given, size_t count, const char *owner, struct record *line)
{
	static const char *const statuses[] = { "none", "planned", "partial", "implemented", NULL };
	static const char *const levels[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", NULL };
	struct edition_source *sources = xcalloc(count + 1, sizeof *sources);
	struct record *before = record_copy(line);
	size_t i, decided = 0, yes = 0;

	memcpy(sources, given, count * sizeof *sources);
	edition_join_texts(sources, count, "justification", line);
	edition_join_texts(sources, count, "implementation", line);
	edition_join_texts(sources, count, "evidence", line);
	if (record_get(before, "applicable"))
		sources[count++].answer = before;
	for (i = 0; i < count; i++) {
		decided += record_get(sources[i].answer, "applicable") != NULL;
		yes += applies(&sources[i]);
	}
	/* It applies where any did; it is left out only where all were. */
	record_set(line, "applicable", yes ? "yes" : decided == count ? "no" : NULL);
	unite_reasons(sources, count, line);
	take_least(sources, count, "status", statuses, line);
	take_least(sources, count, "maturity", levels, line);
	take_date(sources, count, "planned", true, line);
	/* Joined evidence is as old as its oldest part. */
	take_date(sources, count, "evidence_date", false, line);
	for (i = 0; !owner && i < count; i++)
		owner = record_get(sources[i].answer, "owner");
	if (!record_get(before, "owner"))
		record_set(line, "owner", owner);
	record_free(before);
	free(sources);
}

/* ---- writing the answers ---- */

/* Links of the line to what is not in this file wait at the new line too. */
static bool carry_waiting(
	struct store *store, struct action *action, const struct record *from, int64_t to, struct error *error)
{
	static const char *const fields[] = { "risks", "actions" };
	bool ok = true;
	size_t i, j;

	for (i = 0; ok && i < sizeof fields / sizeof fields[0]; i++) {
		char *waiting = store_unresolved(store, from->id, fields[i]);
		struct strings elements = { 0 };

		if (waiting)
			strings_split(&elements, waiting);
		for (j = 0; ok && j < elements.count; j++) {
			struct unresolved link;

			if (!unresolved_parse(elements.items[j], &link))
				continue;
			ok = action_unresolved(action, to, fields[i], &link, error);
			unresolved_free(&link);
		}
		strings_free(&elements);
		free(waiting);
	}
	return ok;
}

static bool answer(struct store *store, struct action *action, const char *control,
	const struct edition_source *sources, size_t count, const char *owner, struct error *error)
{
	char *ref = xasprintf("soa:%s", control);
	struct record *line = store_record_by_ref(store, ref, error);
	bool ok = line != NULL;
	size_t i;

	free(ref);
	if (ok) {
		combine(sources, count, owner, line);
		ok = action_set(action, NULL, line, error);
	}
	for (i = 0; ok && i < count; i++)
		ok = carry_waiting(store, action, sources[i].answer, line->id, error);
	record_free(line);
	return ok;
}

static bool answer_new(struct store *store, struct action *action, const struct edition *plan, struct error *error)
{
	bool ok = true;
	size_t i, j;

	for (i = 0; ok && i < plan->list.count; i++) {
		const struct edition_control *control = &plan->controls[i];
		struct edition_source *sources;
		char *ref;

		if (!control->source_count)
			continue;
		sources = xcalloc(control->source_count, sizeof *sources);
		for (j = 0; j < control->source_count; j++) {
			const struct edition_line *line = &plan->lines[control->sources[j]];

			sources[j] = (struct edition_source){ line->number, line->answer };
		}
		ref = xasprintf("%s:%s", plan->list.prefix, control->control->number);
		ok = answer(store, action, ref, sources, control->source_count, control->owner, error);
		free(ref);
		free(sources);
	}
	return ok;
}

static bool make_own(struct store *store, struct action *action, const struct edition *plan,
	const struct edition_line *line, struct error *error)
{
	char *ref = edition_own_ref(plan, line);
	struct edition_source source = { line->number, line->answer };
	struct record *old = store_record_by_ref(store, line->control, error), *control;
	bool ok = old != NULL && own_catalogue(store, action, error);

	if (ok && !store_find(store, ref, NULL)) {
		control = record_new(register_find("control"), store_context(store)->time_zone);
		record_set(control, "catalogue", OWN_CATALOGUE);
		record_set(control, "number", ref + strlen("own:"));
		record_set(control, "title", record_get(old, "title"));
		record_set(control, "title_fr", record_get(old, "title_fr"));
		record_set(control, "description", record_get(old, "description"));
		record_set(control, "description_fr", record_get(old, "description_fr"));
		ok = action_add(action, control, error);
		record_free(control);
	}
	ok = ok && answer(store, action, ref, &source, 1, NULL, error);
	record_free(old);
	free(ref);
	return ok;
}

static bool close_line(struct store *store, struct action *action, const struct edition *plan,
	const struct edition_line *line, struct error *error)
{
	struct record *old = store_record(store, line->answer->id, error);
	const char *said;
	char *text;
	bool ok;

	if (!old)
		return false;
	said = record_get(old, "justification");
	/* TRANSLATORS: the catalogue that came instead, then why a line ended */
	text = xasprintf(
		_("%s%sClosed at the change to %s: %s"), said ? said : "", said ? "\n" : "", plan->to, line->reason);
	record_set(old, "justification", text);
	ok = action_set(action, NULL, old, error);
	free(text);
	record_free(old);
	return ok;
}

/* ---- all of it ---- */

static bool add_catalogue(struct store *store, struct action *action, const struct edition *plan, struct error *error)
{
	struct import_options options = { .as = "catalogue" };
	struct import_report report = { 0 };
	char *name, *path;
	bool ok;

	if (store_find(store, plan->to, NULL))
		return true;
	name = xasprintf("catalogues/%s.xml", plan->to);
	path = environment_data(name);
	ok = import_into(action, store, path, &options, &report, error);
	import_report_free(&report);
	free(name);
	free(path);
	return ok;
}

static bool refer_to(struct store *store, struct action *action, const char *catalogue, struct error *error)
{
	struct record *organisation = store_organisation(store, error);
	bool ok = organisation != NULL;

	if (ok) {
		record_set(organisation, "catalogue", catalogue);
		ok = action_set(action, NULL, organisation, error);
	}
	record_free(organisation);
	return ok;
}

/* Somebody may have answered a line since the plan was made: what is carried is what the file holds now. */
static bool read_again(struct store *store, struct edition *plan, struct error *error)
{
	size_t i;

	if (!store_context(store)->catalogue_ref || strcmp(store_context(store)->catalogue_ref, plan->from) != 0)
		return error_set(error, ERROR_INVALID,
			_("The SoA refers to another catalogue meanwhile; plan the change again."));
	for (i = 0; i < plan->count; i++) {
		struct record *now = store_record(store, plan->lines[i].answer->id, error);

		if (!now)
			return false;
		record_free(plan->lines[i].answer);
		plan->lines[i].answer = now;
	}
	return true;
}

bool edition_carry_out(struct store *store, struct edition *plan, struct error *error)
{
	struct action *action;
	char *which;
	size_t open = edition_open(plan, &which), i;
	bool ok;

	plan->frozen = plan->clauses_answered = plan->clauses_anew = 0;
	if (open) {
		error_set(error, ERROR_INVALID,
			ngettext("%zu decision is open: %s.", "%zu decisions are open: %s.", open), open, which);
		free(which);
		return false;
	}
	free(which);
	action = action_begin(store, "edition", error);
	if (!action)
		return false;
	ok = read_again(store, plan, error) && add_catalogue(store, action, plan, error) &&
	     answer_new(store, action, plan, error);
	for (i = 0; ok && i < plan->count; i++) {
		if (plan->lines[i].decision == EDITION_OWN)
			ok = make_own(store, action, plan, &plan->lines[i], error);
		else if (plan->lines[i].decision == EDITION_CLOSE)
			ok = close_line(store, action, plan, &plan->lines[i], error);
	}
	ok = ok && edition_answer_clauses(store, action, plan, error) &&
	     edition_extend_links(store, action, plan, error) && refer_to(store, action, plan->to, error);
	if (ok)
		return action_commit(action, error);
	action_rollback(action);
	return false;
}
