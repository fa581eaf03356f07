/*
 * The next five steps: of what is not met, key conditions before those that make a clause whole, since these
 * alone hold up others; then what rests on nothing else that lacks, the nearest due, the least work.  First one step
 * of each clause, so that the five are not five faces of one gap.
 */
#include <stdlib.h>
#include <string.h>

#include "report/verdict_parts.h"

#define CANDIDATES 12 /* whose records are looked at */

struct candidate {
	const struct verdict_line *line;
	unsigned order; /* of its clause */
	size_t turn;    /* how many of its clause come before it */
	struct verdict_step step;
};

/* One record is less work than a new one, that less than many. */
static int work(const struct candidate *candidate)
{
	const struct verdict_condition *condition = candidate->line->condition;

	return (condition->command && !condition->field ? 2 : 0) + (condition->adds ? 1 : 0);
}

static int compare(const void *a, const void *b)
{
	const struct candidate *one = a, *two = b;
	bool blocks = one->line->condition->flags & CONDITION_BLOCKS,
	     other = two->line->condition->flags & CONDITION_BLOCKS;
	const char *due = one->step.due ? one->step.due : "9999", *later = two->step.due ? two->step.due : "9999";

	if (one->line->condition->need != two->line->condition->need)
		return one->line->condition->need == NEED_KEY ? -1 : 1;
	if (one->turn != two->turn)
		return one->turn < two->turn ? -1 : 1;
	if (one->order != two->order)
		return one->order < two->order ? -1 : 1;
	if (blocks != other)
		return blocks ? -1 : 1;
	if (strcmp(due, later) != 0)
		return strcmp(due, later);
	if (work(one) != work(two))
		return work(one) - work(two);
	return one->line < two->line ? -1 : one->line > two->line;
}

/* The day by which records of the register are to be done; NULL: they have none. */
static const char *due_of(const struct register_def *def)
{
	static const char *const days[] = { "due", "expiry", "review", "planned", "next" };
	size_t i;

	for (i = 0; register_can_be_late(def) && i < sizeof days / sizeof days[0]; i++) {
		const struct field_def *field = register_field(def, days[i]);

		if (field && field->flags & FIELD_SORT)
			return field->name;
	}
	return NULL;
}

static bool take_record(void *user, const struct verdict_ref *ref)
{
	struct verdict_step *step = user;

	step->record = ref->id;
	step->ref = xstrdup(ref->ref);
	step->title = xstrdup(ref->title);
	return false;
}

/* Whom the step is about: of the records that lack it the one that is due first. */
static bool find_record(struct store *store, struct candidate *candidate, struct error *error)
{
	const struct verdict_condition *condition = candidate->line->condition;
	struct query *query = condition->fails ? verdict_query(condition, COUNT_FAILS, store_context(store)) : NULL;
	const struct field_def *title = query ? register_title(query->def) : NULL;
	const char *due = query ? due_of(query->def) : NULL, *columns[2];
	struct window window = {
		.query = query, .columns = columns, .column_count = 2, .from = WINDOW_FIRST, .count = 1
	};
	struct rows rows = { 0 };
	bool ok = true;

	if (query && !title)
		title = register_about(query->def);
	columns[0] = title ? title->name : "ref";
	columns[1] = due ? due : "ref";
	if (query)
		query->walks = due != NULL;
	if (query && candidate->line->answer.counts[COUNT_FAILS] > 0)
		ok = query_sort(query, due ? due : "ref", error) && store_window(store, &window, &rows, error);
	if (ok && rows.count) {
		candidate->step.record = rows.items[0].id;
		candidate->step.ref = xstrdup(rows.items[0].ref);
		candidate->step.title = xstrdup(rows.items[0].cells[0].text);
		candidate->step.due = due ? xstrdup(rows.items[0].cells[1].value) : NULL;
	}
	rows_free(&rows);
	query_free(query);
	if (ok && !condition->fails && candidate->line->answer.counts[COUNT_ALL] > 0)
		ok = verdict_each(store, condition, COUNT_FAILS, 1, take_record, &candidate->step, error);
	if (ok && !candidate->step.record && condition->of && register_find(condition->of)->flags & REGISTER_SINGLE) {
		struct record *single = store_organisation(store, error);

		ok = single != NULL;
		candidate->step.record = ok ? single->id : 0;
		candidate->step.ref = ok ? xstrdup(single->ref) : NULL;
		record_free(single);
	}
	return ok;
}

/* How many lack the same, of a step that is told. */
static bool count_others(struct store *store, struct verdict_step *step, struct error *error)
{
	const struct verdict_condition *condition = step->condition;
	struct query *query =
		condition->fails && step->record ? verdict_query(condition, COUNT_FAILS, store_context(store)) : NULL;
	int64_t count = query ? store_count_most(store, query, VERDICT_OTHERS + 1, error) : 1;

	query_free(query);
	step->others = count > VERDICT_OTHERS ? VERDICT_OTHERS : count > 0 ? count - 1 : 0;
	return count >= 0;
}

static void forget(struct verdict_step *step)
{
	free(step->text);
	free(step->ref);
	free(step->title);
	free(step->due);
}

/* What is not met, each with its turn among those of its clause. */
static struct candidate *collect(const struct verdict *verdict, size_t *count)
{
	struct candidate *candidates = xcalloc(verdict->line_count + 1, sizeof *candidates);
	size_t i, j;

	*count = 0;
	for (i = 0; i < verdict->line_count; i++) {
		const struct verdict_line *line = &verdict->lines[i];
		const struct verdict_clause *clause = verdict_clause_find(line->condition->clause);
		struct candidate *candidate = &candidates[*count];

		/* The decision and the study come before all; one reason suffices; the clauses lead to certification by themselves. */
		if (!verdict_lacks(line) || (!clause && strcmp(line->condition->clause, "A.decision") != 0 &&
						    strcmp(line->condition->clause, "A.study") != 0))
			continue;
		*candidate = (struct candidate){ .line = line, .order = clause ? clause->order : 0 };
		candidate->step.condition = line->condition;
		candidate->step.command = line->condition->command;
		for (j = 0; j < *count; j++)
			candidate->turn += candidates[j].line->condition->need == line->condition->need &&
					   strcmp(candidates[j].line->condition->clause, line->condition->clause) == 0;
		(*count)++;
	}
	return candidates;
}

struct verdict_candidates {
	struct candidate *items;
	size_t count, looked, at; /* at: the next whose record is looked for; behind them, whose others are counted */
};

static struct verdict_candidates *begin_candidates(const struct verdict *verdict)
{
	struct verdict_candidates *candidates = xcalloc(1, sizeof *candidates);

	candidates->items = collect(verdict, &candidates->count);
	qsort(candidates->items, candidates->count, sizeof *candidates->items, compare);
	candidates->looked = candidates->count < CANDIDATES ? candidates->count : CANDIDATES;
	return candidates;
}

void verdict_candidates_free(struct verdict_candidates *candidates)
{
	size_t i;

	for (i = 0; candidates && i < candidates->looked; i++)
		forget(&candidates->items[i].step);
	if (candidates)
		free(candidates->items);
	free(candidates);
}

/* The first ones become the steps; a candidate is left without what its step owns. */
static void choose(struct store *store, struct verdict *verdict, struct verdict_candidates *candidates)
{
	size_t i;

	qsort(candidates->items, candidates->looked, sizeof *candidates->items, compare);
	verdict->steps = xcalloc(VERDICT_STEPS, sizeof *verdict->steps);
	for (i = 0; i < candidates->looked && verdict->step_count < VERDICT_STEPS; i++) {
		struct verdict_step *step = &candidates->items[i].step;

		step->text = verdict_to_do(step->condition, step->ref, store_context(store));
		verdict->steps[verdict->step_count++] = *step;
		memset(step, 0, sizeof *step);
	}
}

bool verdict_find_steps(struct store *store, struct verdict *verdict, bool *more, struct error *error)
{
	struct verdict_candidates *candidates = verdict->candidates;
	bool ok = true;

	if (!candidates)
		candidates = verdict->candidates = begin_candidates(verdict);
	if (candidates->at < candidates->looked) {
		ok = find_record(store, &candidates->items[candidates->at], error);
	} else {
		if (!verdict->steps)
			choose(store, verdict, candidates);
		if (candidates->at - candidates->looked < verdict->step_count)
			ok = count_others(store, &verdict->steps[candidates->at - candidates->looked], error);
	}
	candidates->at++;
	*more = ok && (!verdict->steps || candidates->at - candidates->looked < verdict->step_count);
	return ok;
}

char *verdict_words(const struct verdict_step *step)
{
	const struct verdict_condition *condition = step->condition;
	struct buffer words = { 0 };

	/* One that is there and does not show it yet is changed before another is made. */
	if (condition->adds && !(step->ref && !condition->fails && condition->field)) {
		buffer_printf(&words, "noria add FILE %s", condition->adds);
		if (condition->link && step->ref)
			buffer_printf(&words, " %s=%s", condition->link, step->ref);
		if (condition->preset)
			buffer_printf(&words, " %s", condition->preset);
		buffer_add(&words, condition->at ? "" : " ...");
		if (condition->at)
			buffer_printf(&words, " %s=...", condition->at);
	} else if (condition->command && strcmp(condition->command, "issue") == 0) {
		buffer_add(&words, "noria issue FILE ...");
	} else if (step->ref) {
		buffer_printf(
			&words, "noria set FILE %s %s=...", step->ref, condition->field ? condition->field : "FIELD");
	} else if (condition->of) {
		buffer_printf(&words, "noria list FILE %s", condition->of);
	}
	return buffer_take(&words);
}
