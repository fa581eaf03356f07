/*
 * The verdict is counted condition by condition, count by count, each in slices, so that a screen never waits for it.  A
 * count ends where it decides: whether any fails is asked first, and how many only where somebody looks at them.
 */
#include <stdlib.h>
#include <string.h>

#include "model/verdict_tables.h"
#include "report/verdict_parts.h"

/* What decides whether it is asked at all comes first. */
static const enum verdict_count order[] = { COUNT_WHEN, COUNT_UNLESS, COUNT_ALL, COUNT_SHOWS, COUNT_FAILS, COUNT_GROUND,
	COUNT_SURE, COUNT_KNOWN, COUNT_UNKNOWN };
#define PARTS (sizeof order / sizeof order[0])

static void add_line(struct verdict *verdict, const struct verdict_condition *condition)
{
	struct verdict_line *line;
	size_t i;

	verdict->lines = xreallocarray(verdict->lines, verdict->line_count + 1, sizeof *verdict->lines);
	line = &verdict->lines[verdict->line_count++];
	*line = (struct verdict_line){ .condition = condition };
	for (i = 0; i < VERDICT_COUNTS; i++)
		line->answer.counts[i] = -1;
}

struct verdict *verdict_begin(struct store *store, struct error *error)
{
	struct verdict *verdict = xcalloc(1, sizeof *verdict);
	struct date today = environment_today(store_context(store)->time_zone);
	const struct verdict_condition *condition;
	const struct verdict_clause *clause;

	(void)error;
	verdict->generation = store_generation(store);
	verdict->day = date_days(&today);
	for (clause = verdict_clauses; clause->number; clause++) {
		struct verdict_of_clause *of;

		if (!verdict_in_edition(clause, store_context(store)))
			continue;
		verdict->clauses = xreallocarray(verdict->clauses, verdict->clause_count + 1, sizeof *verdict->clauses);
		of = &verdict->clauses[verdict->clause_count++];
		*of = (struct verdict_of_clause){ .clause = clause, .first = verdict->line_count };
		for (condition = verdict_next(NULL); condition; condition = verdict_next(condition))
			if (strcmp(condition->clause, clause->number) == 0)
				add_line(verdict, condition);
		of->count = verdict->line_count - of->first;
	}
	verdict->extra = verdict->line_count;
	for (condition = verdict_next(NULL); condition; condition = verdict_next(condition))
		if (!verdict_clause_find(condition->clause))
			add_line(verdict, condition);
	return verdict;
}

/* How many are enough, of what is only to be judged; 0: all are told. */
static int64_t enough(struct store *store, const struct verdict_line *line, enum verdict_count which)
{
	if (strcmp(line->condition->clause, VERDICT_REASONS) == 0)
		return 0;
	return verdict_enough(line->condition, which, store_context(store));
}

static void keep(struct verdict_line *line, enum verdict_count which, int64_t count, int64_t most)
{
	line->answer.counts[which] = count;
	line->answer.some &= ~(1U << which);
	if (most && count >= most)
		line->answer.some |= 1U << which;
}

/* True once the rest of a condition's counts says nothing any more. */
static bool is_settled(const struct verdict_line *line)
{
	return line->answer.counts[COUNT_WHEN] == 0 || line->answer.counts[COUNT_UNLESS] > 0;
}

/* Whether it is known that there is nothing is asked only where there is nothing. */
static bool is_wanted(const struct verdict_line *line, enum verdict_count which)
{
	return !is_settled(line) && (which < COUNT_GROUND || line->answer.counts[COUNT_ALL] == 0);
}

static bool count_part(
	struct store *store, struct verdict *verdict, struct verdict_line *line, int64_t most, struct error *error)
{
	enum verdict_count which = order[verdict->part];
	struct query *query =
		is_wanted(line, which) ? verdict_query(line->condition, which, store_context(store)) : NULL;
	int64_t wanted = enough(store, line, which);
	bool ok = true;

	if (!query || ((which == COUNT_SHOWS || which == COUNT_FAILS) && !line->answer.counts[COUNT_ALL])) {
		/* Of none none fails. */
		if (query)
			line->answer.counts[which] = 0;
		verdict->slices.whole = true;
	} else if (most < 0) {
		int64_t count = store_count_most(store, query, wanted, error);

		ok = count >= 0;
		if (ok)
			keep(line, which, count, wanted);
		verdict->slices.whole = ok;
	} else {
		verdict->slices.enough = wanted;
		ok = store_count_slice(store, query, &verdict->slices, most, error);
		if (ok && verdict->slices.whole)
			keep(line, which, verdict->slices.count, wanted);
	}
	query_free(query);
	return ok;
}

/* Goes on with the line that is not counted yet: one of its counts, or a slice of it. */
static bool count_on(struct store *store, struct verdict *verdict, int64_t most, struct error *error)
{
	struct verdict_line *line = &verdict->lines[verdict->counted];

	if (verdict->part < PARTS) {
		if (!count_part(store, verdict, line, most, error))
			return false;
		if (verdict->slices.whole) {
			memset(&verdict->slices, 0, sizeof verdict->slices);
			verdict->part++;
		}
		return true;
	}
	if (line->condition->figure && !is_settled(line) && !verdict_figure(store, line, error))
		return false;
	line->outcome = verdict_outcome(line->condition, &line->answer, store_context(store));
	verdict->part = 0;
	verdict->counted++;
	return true;
}

/* Judges the clauses, then looks for the next steps, part by part. */
static bool judge_on(struct store *store, struct verdict *verdict, struct error *error)
{
	bool more, ok;

	if (!verdict->clauses_judged)
		return verdict->clauses_judged = verdict_judge(store, verdict, error);
	ok = verdict_find_steps(store, verdict, &more, error);
	verdict->judged = ok && !more;
	return ok;
}

bool verdict_go_on(struct store *store, struct verdict *verdict, int64_t most, struct error *error)
{
	int64_t began = environment_clock_ms(), left = most;
	bool ok = true;

	if (verdict->judged)
		return true;
	store_read_begin(store);
	while (ok && verdict->counted < verdict->line_count && (most < 0 || left > 0)) {
		ok = count_on(store, verdict, left, error);
		left = most < 0 ? most : most - (environment_clock_ms() - began);
	}
	while (ok && !verdict->judged && verdict->counted == verdict->line_count && (most < 0 || left > 0)) {
		ok = judge_on(store, verdict, error);
		left = most < 0 ? most : most - (environment_clock_ms() - began);
	}
	store_read_end(store);
	return ok;
}

bool verdict_look_on(struct store *store, struct verdict *verdict, struct verdict_line *line, int64_t most, bool *more,
	struct error *error)
{
	int which = 0;
	struct query *query;
	bool ok = true;

	while (which < VERDICT_COUNTS && !(line->answer.some & 1U << which))
		which++;
	*more = false;
	if (which == VERDICT_COUNTS)
		return true;
	if (verdict->looked_at != line->condition)
		memset(&verdict->slices, 0, sizeof verdict->slices);
	verdict->looked_at = line->condition;
	store_read_begin(store);
	query = verdict_query(line->condition, (enum verdict_count)which, store_context(store));
	ok = store_count_slice(store, query, &verdict->slices, most, error);
	query_free(query);
	store_read_end(store);
	if (ok && verdict->slices.whole) {
		keep(line, (enum verdict_count)which, verdict->slices.count, 0);
		memset(&verdict->slices, 0, sizeof verdict->slices);
	}
	*more = ok && line->answer.some;
	return ok;
}

bool verdict_look(struct store *store, struct verdict_line *line, struct error *error)
{
	int which;

	for (which = 0; which < VERDICT_COUNTS; which++) {
		struct query *query =
			line->answer.some & 1U << which
				? verdict_query(line->condition, (enum verdict_count)which, store_context(store))
				: NULL;
		int64_t count = query ? store_count(store, query, error) : 0;

		if (query && count >= 0)
			keep(line, (enum verdict_count)which, count, 0);
		query_free(query);
		if (count < 0)
			return false;
	}
	return true;
}

void verdict_free(struct verdict *verdict)
{
	size_t i;

	if (!verdict)
		return;
	for (i = 0; i < verdict->clause_count; i++)
		free(verdict->clauses[i].title);
	for (i = 0; i < verdict->step_count; i++)
		verdict_step_free(&verdict->steps[i]);
	verdict_candidates_free(verdict->candidates);
	strings_free(&verdict->begin_reasons);
	strings_free(&verdict->begin_lacks);
	strings_free(&verdict->stage1);
	strings_free(&verdict->stage2);
	strings_free(&verdict->uncounted_why);
	free(verdict->uncounted);
	free(verdict->begun_on);
	free(verdict->begun_by);
	free(verdict->steps);
	free(verdict->clauses);
	free(verdict->lines);
	free(verdict);
}
