/* The verdict's engine: what a condition counts, how it stands, and what follows for its clause. */
#include <stdlib.h>
#include <string.h>

#include "model/verdict.h"
#include "model/verdict_tables.h"

static const struct verdict_condition *const tables[] = { verdict_of_begin, verdict_of_context, verdict_of_leadership,
	verdict_of_planning, verdict_of_treatment, verdict_of_changes, verdict_of_support, verdict_of_documented,
	verdict_of_information, verdict_of_operation, verdict_of_evaluation, verdict_of_review, verdict_of_improvement,
	verdict_of_certification, NULL };

const struct verdict_condition *verdict_next(const struct verdict_condition *condition)
{
	size_t i;

	if (!condition)
		return tables[0];
	if ((++condition)->name)
		return condition;
	/* The end of one table: the next begins behind the one that ends here. */
	for (i = 0; tables[i]; i++) {
		const struct verdict_condition *last = tables[i];

		while (last->name)
			last++;
		if (last == condition)
			return tables[i + 1];
	}
	return NULL;
}

const struct verdict_condition *verdict_find(const char *name)
{
	const struct verdict_condition *condition = NULL;

	while ((condition = verdict_next(condition)))
		if (strcmp(condition->name, name) == 0)
			return condition;
	return NULL;
}

const struct verdict_clause *verdict_clause_find(const char *number)
{
	const struct verdict_clause *clause;

	for (clause = verdict_clauses; clause->number; clause++)
		if (strcmp(clause->number, number) == 0)
			return clause;
	return NULL;
}

char *verdict_text(const char *text, const struct model_context *context)
{
	struct buffer result = { 0 };
	const char *brace, *end;

	while ((brace = strchr(text, '{')) && (end = strchr(brace, '}'))) {
		char *name = xstrndup(brace + 1, (size_t)(end - brace - 1));

		buffer_add_bytes(&result, text, (size_t)(brace - text));
		buffer_printf(&result, "%g", verdict_tolerance(name, context));
		free(name);
		text = end + 1;
	}
	buffer_add(&result, text);
	return buffer_take(&result);
}

static bool add_text(struct query *query, const char *text, const struct model_context *context)
{
	char *filter;
	bool ok;

	if (!text)
		return true;
	filter = verdict_text(text, context);
	ok = query_parse(query, context, filter, NULL);
	free(filter);
	return ok;
}

struct query *verdict_query(
	const struct verdict_condition *condition, enum verdict_count which, const struct model_context *context)
{
	const struct {
		const char *of, *filter;
		bool only; /* where it has a filter */
	} counted[VERDICT_COUNTS] = {
		[COUNT_ALL] = { condition->of, NULL, false },
		[COUNT_SHOWS] = { condition->of, condition->shows, true },
		[COUNT_FAILS] = { condition->of, condition->fails, true },
		[COUNT_UNLESS] = { condition->unless_of, condition->unless, false },
		[COUNT_WHEN] = { condition->when_of, condition->when, false },
		[COUNT_GROUND] = { condition->ground_of, condition->ground, false },
		[COUNT_SURE] = { condition->of, condition->sure, true },
		[COUNT_KNOWN] = { condition->of, condition->known, true },
		[COUNT_UNKNOWN] = { condition->of, condition->unknown, true },
	};
	const char *of = counted[which].of, *then = counted[which].filter,
		   *all = which <= COUNT_FAILS ? condition->all : NULL;
	struct query *query;

	if (!of || !register_find(of) || (counted[which].only && !then))
		return NULL;
	query = query_new(register_find(of));
	if (!add_text(query, all, context) || !add_text(query, then, context)) {
		query_free(query);
		return NULL;
	}
	return query;
}

/* Of nothing nothing is asked, where it is known that there is nothing; never is it met. */
static enum verdict_outcome of_nothing(const struct verdict_condition *condition, const int64_t *counts)
{
	bool known = condition->flags & CONDITION_MAY_BE_EMPTY;

	if (condition->ground_of)
		known = counts[COUNT_GROUND] > 0 &&
			(counts[COUNT_SURE] > 0 ||
				((!condition->known || counts[COUNT_KNOWN] > 0) && counts[COUNT_UNKNOWN] <= 0));
	return known ? OUTCOME_NOT_ASKED : OUTCOME_EMPTY;
}

static enum verdict_outcome of_figure(const struct verdict_condition *condition, const struct verdict_answer *answer,
	const struct model_context *context)
{
	const struct verdict_tolerance *tolerance = verdict_tolerance_find(condition->tolerance);
	double bound = verdict_tolerance(condition->tolerance, context);

	if (!answer->known)
		return of_nothing(condition, answer->counts);
	return (tolerance->at_least ? answer->figure >= bound : answer->figure <= bound) ? OUTCOME_MET : OUTCOME_FAILS;
}

static int64_t least_of(const struct verdict_condition *condition, const struct model_context *context)
{
	if (condition->tolerance && !condition->figure)
		return (int64_t)verdict_tolerance(condition->tolerance, context);
	return condition->least ? condition->least : 1;
}

int64_t verdict_enough(
	const struct verdict_condition *condition, enum verdict_count which, const struct model_context *context)
{
	bool decides = !condition->fails && !condition->figure && which == (condition->shows ? COUNT_SHOWS : COUNT_ALL);
	int64_t least = decides ? least_of(condition, context) : 1;

	return least > 1 ? least : 1;
}

enum verdict_outcome verdict_outcome(const struct verdict_condition *condition, const struct verdict_answer *answer,
	const struct model_context *context)
{
	const int64_t *counts = answer->counts;

	if (condition->when_of && counts[COUNT_WHEN] < 0)
		return OUTCOME_UNKNOWN;
	if (condition->when_of && !counts[COUNT_WHEN])
		return OUTCOME_NOT_ASKED;
	if (condition->unless_of && counts[COUNT_UNLESS] < 0)
		return OUTCOME_UNKNOWN;
	if (condition->unless_of && counts[COUNT_UNLESS] > 0)
		return OUTCOME_MET;
	if (condition->figure)
		return of_figure(condition, answer, context);
	if (counts[COUNT_ALL] < 0 || (condition->shows && counts[COUNT_SHOWS] < 0) ||
		(condition->fails && counts[COUNT_FAILS] < 0))
		return OUTCOME_UNKNOWN;
	if (!counts[COUNT_ALL])
		return of_nothing(condition, counts);
	if (condition->fails)
		return counts[COUNT_FAILS] ? OUTCOME_FAILS : OUTCOME_MET;
	return (condition->shows ? counts[COUNT_SHOWS] : counts[COUNT_ALL]) >= least_of(condition, context)
		       ? OUTCOME_MET
		       : OUTCOME_FAILS;
}

enum verdict_result verdict_computed(const struct verdict_condition *const *conditions,
	const enum verdict_outcome *outcomes, size_t count, bool answered)
{
	size_t i, empty = 0, lacking = 0, holding = 0, partial = 0, said = 0;

	for (i = 0; i < count; i++) {
		bool held = outcomes[i] == OUTCOME_MET || outcomes[i] == OUTCOME_NOT_ASKED;

		if (conditions[i]->need == NEED_FULL)
			partial += !held;
		else if (outcomes[i] == OUTCOME_EMPTY || outcomes[i] == OUTCOME_UNKNOWN)
			empty++;
		else if (outcomes[i] == OUTCOME_FAILS)
			lacking++;
		/* What asks nothing of what is not there, or comes with the file, does not say that anything was recorded. */
		else if (outcomes[i] == OUTCOME_MET &&
			 !(conditions[i]->flags & (CONDITION_MAY_BE_EMPTY | CONDITION_GIVEN)))
			holding++;
		said += conditions[i]->need == NEED_KEY &&
			(outcomes[i] == OUTCOME_MET || (outcomes[i] == OUTCOME_NOT_ASKED && conditions[i]->ground_of));
	}
	if (lacking)
		return VERDICT_NOT_MET;
	if (empty)
		return holding || answered ? VERDICT_NOT_MET : VERDICT_NOT_ASSESSED;
	/* Conditions that hold of nothing do not meet a clause. */
	if (!said)
		return VERDICT_NOT_ASSESSED;
	return partial ? VERDICT_PARTLY : VERDICT_MET;
}

static const struct {
	const char *key, *label, *said;
} results[VERDICT_RESULTS] = {
	[VERDICT_NOT_ASSESSED] = { "not_assessed", N_("not assessed"), NULL },
	[VERDICT_NOT_MET] = { "not_met", N_("not met"), "none" },
	[VERDICT_PARTLY] = { "partly", N_("partly met"), "partial" },
	[VERDICT_MET] = { "met", N_("met"), "met" },
};

enum verdict_result verdict_said(const char *conformity)
{
	int i;

	for (i = VERDICT_NOT_MET; conformity && i < VERDICT_RESULTS; i++)
		if (strcmp(results[i].said, conformity) == 0)
			return (enum verdict_result)i;
	return VERDICT_NOT_ASSESSED;
}

const char *verdict_result_label(enum verdict_result result)
{
	return _(results[result].label);
}

const char *verdict_result_key(enum verdict_result result)
{
	return results[result].key;
}
