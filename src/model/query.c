/* Queries in memory. */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/query.h"
#include "model/query_moment.h"

struct query *query_new(const struct register_def *def)
{
	struct query *query = xcalloc(1, sizeof *query);

	query->def = def;
	return query;
}

struct query *query_soa(const struct model_context *context, enum soa_part part)
{
	struct query *query = query_new(register_find("applicability"));
	char *both;

	if (part == SOA_OWN || !context->catalogue_ref) {
		query_add(query, "control.catalogue", OP_EQUAL, OWN_CATALOGUE);
	} else if (part == SOA_REFERENCE || strcmp(context->catalogue_ref, OWN_CATALOGUE) == 0) {
		query_add(query, "control.catalogue", OP_EQUAL, context->catalogue_ref);
	} else {
		both = xasprintf("%s,%s", context->catalogue_ref, OWN_CATALOGUE);
		query_add(query, "control.catalogue", OP_EQUAL, both);
		free(both);
	}
	return query;
}

static void copy_condition(struct query *to, const struct condition *condition)
{
	struct condition *copy;

	query_add(to, condition->path, condition->op, condition->value);
	copy = &to->conditions[to->condition_count - 1];
	copy->field = condition->field;
	copy->number = condition->number;
	copy->event = condition->event;
	copy->either = condition->either;
	copy->implied = condition->implied;
	copy->place = condition->place;
	copy->inside = condition->inside;
	copy->of = condition->of ? query_copy(condition->of) : NULL;
}

struct query *query_copy(const struct query *query)
{
	struct query *copy = query_new(query->def);
	size_t i;

	memcpy(copy->outer, query->outer, sizeof copy->outer);
	for (i = 0; i < query->condition_count; i++)
		copy_condition(copy, &query->conditions[i]);
	copy->sort = xstrdup(query->sort);
	copy->descending = query->descending;
	copy->ended_last = query->ended_last;
	copy->walks = query->walks;
	for (i = 0; i < 3; i++)
		copy->group[i] = query->group[i];
	return copy;
}

static void free_condition(struct condition *condition)
{
	free(condition->path);
	free(condition->value);
	query_free(condition->of);
}

void query_free(struct query *query)
{
	size_t i;

	if (!query)
		return;
	for (i = 0; i < query->condition_count; i++)
		free_condition(&query->conditions[i]);
	free(query->conditions);
	free(query->sort);
	free(query);
}

void query_add(struct query *query, const char *path, enum operator op, const char *value)
{
	struct condition *condition;

	query->conditions = xreallocarray(query->conditions, query->condition_count + 1, sizeof *query->conditions);
	condition = &query->conditions[query->condition_count++];
	memset(condition, 0, sizeof *condition);
	condition->path = xstrdup(path);
	condition->op = op;
	condition->value = xstrdup(value);
}

static bool follow(const struct register_def *def, const char *path, bool many, const struct register_def **owner,
	const struct field_def **field)
{
	const char *dot;

	while ((dot = strchr(path, '.'))) {
		char *step = xstrndup(path, (size_t)(dot - path));
		const struct field_def *reference = register_field(def, step);

		free(step);
		if (!reference ||
			!(many ? field_is_reference(reference) : reference->type->storage == STORED_REFERENCE))
			return false;
		def = register_find(reference->target);
		if (!def)
			return false;
		path = dot + 1;
	}
	*owner = def;
	*field = register_field(def, path);
	return *field || strcmp(path, "ref") == 0 || strcmp(path, "created") == 0 || strcmp(path, "updated") == 0;
}

bool query_path(const struct register_def *def, const char *path, const struct register_def **owner,
	const struct field_def **field)
{
	return follow(def, path, false, owner, field);
}

bool query_condition_path(const struct register_def *def, const char *path, const struct register_def **owner,
	const struct field_def **field)
{
	return follow(def, path, true, owner, field);
}

#define MOST_CONDITIONS 500 /* that an "or" may come to */

/* Where the conditions that begin at `at` and of which one must hold are at their end. */
size_t query_tied_until(const struct query *query, size_t at, size_t end)
{
	while (query->conditions[at].either && at + 1 < end)
		at++;
	return at + 1;
}

bool query_tie(struct query *query, size_t chain, size_t term, struct error *error)
{
	struct query *tied = query_new(query->def);
	size_t i, j, k, end, stop;

	for (i = chain; i < term; i = end) {
		end = query_tied_until(query, i, term);
		for (j = term; j < query->condition_count && tied->condition_count < MOST_CONDITIONS; j = stop) {
			stop = query_tied_until(query, j, query->condition_count);
			for (k = i; k < end; k++) {
				copy_condition(tied, &query->conditions[k]);
				tied->conditions[tied->condition_count - 1].either = true;
			}
			for (k = j; k < stop; k++)
				copy_condition(tied, &query->conditions[k]);
		}
	}
	if (tied->condition_count >= MOST_CONDITIONS) {
		query_free(tied);
		return error_set(error, ERROR_INVALID, _("The filter asks for too much at once."));
	}
	while (query->condition_count > chain)
		free_condition(&query->conditions[--query->condition_count]);
	query->conditions = xreallocarray(query->conditions, chain + tied->condition_count, sizeof *query->conditions);
	memcpy(query->conditions + chain, tied->conditions, tied->condition_count * sizeof *tied->conditions);
	query->condition_count += tied->condition_count;
	tied->condition_count = 0;
	query_free(tied);
	return true;
}

bool query_sort(struct query *query, const char *text, struct error *error)
{
	const struct register_def *owner;
	const struct field_def *field;
	bool descending = *text == '-';

	if (descending)
		text++;
	if (!query_path(query->def, text, &owner, &field))
		return error_set(error, ERROR_USAGE, _("There is no field %s in %s."), text, _(query->def->plural));
	free(query->sort);
	query->sort = xstrdup(text);
	query->descending = descending;
	return true;
}
