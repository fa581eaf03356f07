/*
 * What is said of the requirements of clauses 4 to 10, carried to the clauses of
 * the new edition (data/catalogues/requirement-correspondence.csv).  No decision
 * is asked: where the new edition asks for more, text and owner come over, and
 * how far the clause is met is to be assessed again.
 */
#include <stdlib.h>
#include <string.h>

#include "app/edition_parts.h"

static char *clause_ref(const struct edition *plan, const char *number)
{
	return xasprintf("%s:%s", plan->list.prefix, number);
}

void edition_clause_successors(const struct edition *plan, const char *clause, struct strings *refs)
{
	const char *colon = strchr(clause, ':');
	size_t i;

	for (i = 0; colon && i < plan->clauses.count; i++) {
		const struct correspondence *step = &plan->clauses.items[i];
		char *ref;

		if (strcmp(step->from_catalogue, plan->from) != 0 || strcmp(step->to_catalogue, plan->to) != 0 ||
			strcmp(step->from, colon + 1) != 0 || !step->to)
			continue;
		/* The number alone does not tell the edition. */
		if (strlen(plan->from_prefix) != (size_t)(colon - clause) ||
			strncmp(clause, plan->from_prefix, strlen(plan->from_prefix)) != 0)
			continue;
		ref = clause_ref(plan, step->to);
		if (!strings_contain(refs, ref))
			strings_add(refs, ref);
		free(ref);
	}
}

static bool answer_clause(struct store *store, struct action *action, struct edition *plan, const struct record *old,
	const struct correspondence *step, struct error *error)
{
	struct edition_source source = { record_get(old, "number"), old };
	char *ref = clause_ref(plan, step->to);
	struct record *new = store_record_by_ref(store, ref, error);
	bool ok = new != NULL;

	free(ref);
	if (ok) {
		edition_join_texts(&source, 1, "answer", new);
		if (!record_get(new, "owner"))
			record_set(new, "owner", record_get(old, "owner"));
		if (!record_get(new, "conformity") && step->sure)
			record_set(new, "conformity", record_get(old, "conformity"));
		plan->clauses_answered++;
		plan->clauses_anew += record_get(old, "conformity") && !record_get(new, "conformity");
		ok = action_set(action, NULL, new, error);
	}
	record_free(new);
	return ok;
}

static bool collect(void *user, const struct row *row)
{
	strings_add(user, row->ref);
	return true;
}

bool edition_answer_clauses(struct store *store, struct action *action, struct edition *plan, struct error *error)
{
	struct query *query = query_new(register_find("requirement"));
	struct strings refs = { 0 };
	bool ok;
	size_t i, j;

	query_add(query, "catalogue", OP_EQUAL, plan->from);
	ok = store_each(store, query, NULL, 0, collect, &refs, error);
	query_free(query);
	for (i = 0; ok && i < refs.count; i++) {
		struct record *old = store_record_by_ref(store, refs.items[i], error);

		ok = old != NULL;
		for (j = 0; ok && j < plan->clauses.count; j++) {
			const struct correspondence *step = &plan->clauses.items[j];
			bool said =
				record_get(old, "conformity") || record_get(old, "owner") || record_get(old, "answer");

			if (said && step->to && strcmp(step->from_catalogue, plan->from) == 0 &&
				strcmp(step->to_catalogue, plan->to) == 0 &&
				strcmp(step->from, record_get(old, "number")) == 0)
				ok = answer_clause(store, action, plan, old, step, error);
		}
		record_free(old);
	}
	strings_free(&refs);
	return ok;
}
