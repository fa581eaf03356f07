/*
 * The next five steps: of what is not met, key conditions before those that make a clause whole, since these
 * alone hold up others; the review after all of its kind; then what rests on nothing else that lacks, the nearest due, the
 * least work.  First one step of each clause, so that the five are not five faces of one gap; no deed is told twice.
 */
#include <stdlib.h>
#include <string.h>

#include "report/verdict_parts.h"

#define CANDIDATES 24 /* whose records are looked at */

struct candidate {
	const struct verdict_line *line;
	enum verdict_need need; /* of its condition, or of one whose steps it comes before */
	unsigned order;         /* of its clause */
	size_t turn;            /* how many of its clause come before it */
	bool waits;             /* for another one */
	struct verdict_step step;
};

/* One record is less work than a new one, that less than many. */
static int work(const struct candidate *candidate)
{
	const struct verdict_condition *condition = candidate->line->condition;

	return (condition->command && !condition->field ? 2 : 0) + (candidate->step.adds ? 1 : 0);
}

static int compare(const void *a, const void *b)
{
	const struct candidate *one = a, *two = b;
	bool blocks = one->line->condition->flags & CONDITION_BLOCKS,
	     other = two->line->condition->flags & CONDITION_BLOCKS;
	const char *due = one->step.due ? one->step.due : "9999", *later = two->step.due ? two->step.due : "9999";

	bool last = one->line->condition->flags & CONDITION_LAST,
	     last_too = two->line->condition->flags & CONDITION_LAST;

	if (one->need != two->need)
		return one->need == NEED_KEY ? -1 : 1;
	if (last != last_too)
		return last ? 1 : -1;
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

bool verdict_count_others(struct store *store, struct verdict_step *step, struct error *error)
{
	const struct verdict_condition *condition = step->condition;
	struct query *query = condition->fails && step->record && !step->way
				      ? verdict_query(condition, COUNT_FAILS, store_context(store))
				      : NULL;
	int64_t count = query ? store_count_most(store, query, VERDICT_OTHERS + 1, error) : 1;

	query_free(query);
	step->others = count > VERDICT_OTHERS ? VERDICT_OTHERS : count > 0 ? count - 1 : 0;
	return count >= 0;
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
		*candidate = (struct candidate){ .line = line,
			.need = line->condition->need,
			.order = line->condition->order ? line->condition->order
				 : clause               ? clause->order
							: 0 };
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

static bool has_word(const char *words, const char *word)
{
	size_t length = strlen(word);

	for (; words && *words; words += strspn(words, " ")) {
		size_t here = strcspn(words, " ");

		if (here == length && strncmp(words, word, length) == 0)
			return true;
		words += here;
	}
	return false;
}

/*
 * A condition that makes a clause whole and is about records of which there are none says nothing while a key
 * condition asks for them.
 */
static bool waits_for_records(const struct candidate *candidates, size_t count, const struct candidate *candidate)
{
	const struct verdict_condition *condition = candidate->line->condition;
	size_t i;

	if (condition->need == NEED_KEY || !condition->fails || condition->none ||
		candidate->line->answer.counts[COUNT_ALL])
		return false;
	for (i = 0; i < count; i++) {
		const struct verdict_condition *other = candidates[i].line->condition;

		if (other->need == NEED_KEY && ((other->of && strcmp(other->of, condition->of) == 0) ||
						       (other->adds && strcmp(other->adds, condition->of) == 0)))
			return true;
	}
	return false;
}

/* A name with + before it counts once there is something that the other could spoil, one with - until there is. */
static bool waits_for(const struct candidate *candidate, const char *name)
{
	const char *after = candidate->line->condition->after;
	char *other = xasprintf("%c%s", candidate->line->answer.counts[COUNT_ALL] > 0 ? '+' : '-', name);
	bool waits = has_word(after, name) || has_word(after, other);

	free(other);
	return waits;
}

/* What others wait for takes their rank, and they are left out: a SoA is not issued before its lines are decided. */
static void put_first(struct candidate *candidates, size_t *count)
{
	size_t i, j, kept = 0;

	for (i = 0; i < *count; i++)
		for (j = 0; j < *count; j++)
			if (waits_for(&candidates[i], candidates[j].line->condition->name)) {
				if (candidates[i].need == NEED_KEY)
					candidates[j].need = NEED_KEY;
				candidates[i].waits = true;
			}
	for (i = 0; i < *count; i++)
		candidates[i].waits = candidates[i].waits || waits_for_records(candidates, *count, &candidates[i]);
	for (i = 0; i < *count; i++)
		if (!candidates[i].waits)
			candidates[kept++] = candidates[i];
	*count = kept;
}

static struct verdict_candidates *begin_candidates(const struct verdict *verdict)
{
	struct verdict_candidates *candidates = xcalloc(1, sizeof *candidates);

	candidates->items = collect(verdict, &candidates->count);
	put_first(candidates->items, &candidates->count);
	qsort(candidates->items, candidates->count, sizeof *candidates->items, compare);
	candidates->looked = candidates->count < CANDIDATES ? candidates->count : CANDIDATES;
	return candidates;
}

void verdict_candidates_free(struct verdict_candidates *candidates)
{
	size_t i;

	for (i = 0; candidates && i < candidates->looked; i++)
		verdict_step_free(&candidates->items[i].step);
	if (candidates)
		free(candidates->items);
	free(candidates);
}

/* Whether who does the one has done the other: two new records of one register, of which the one is told by less. */
static bool covers(const struct verdict_step *one, const struct verdict_step *two)
{
	const char *preset = one->begins || one->way ? NULL : one->condition->preset,
		   *other = two->begins || two->way ? NULL : two->condition->preset;

	if (strcmp(one->words, two->words) == 0)
		return true;
	if (one->deed != two->deed)
		return false;
	if (one->deed == DEED_CHANGE)
		return one->record == two->record && verdict_step_field(one) == verdict_step_field(two);
	return one->deed == DEED_ADD && !one->record && !two->record && one->adds == two->adds &&
	       !two->condition->title && (!other || (preset && strcmp(preset, other) == 0));
}

/* The first ones become the steps, no deed twice; a candidate is left without what its step owns. */
static void choose(struct verdict *verdict, struct verdict_candidates *candidates)
{
	size_t i, j;

	qsort(candidates->items, candidates->looked, sizeof *candidates->items, compare);
	verdict->steps = xcalloc(VERDICT_STEPS, sizeof *verdict->steps);
	for (i = 0; i < candidates->looked; i++) {
		struct verdict_step *step = &candidates->items[i].step;

		for (j = 0; j < verdict->step_count && !covers(&verdict->steps[j], step); j++)
			if (covers(step, &verdict->steps[j]))
				break;
		/* What says more takes the place of what says less. */
		if (j < verdict->step_count && !covers(&verdict->steps[j], step))
			verdict_step_free(&verdict->steps[j]);
		else if (j < verdict->step_count || j == VERDICT_STEPS)
			continue;
		else
			verdict->step_count++;
		verdict->steps[j] = *step;
		memset(step, 0, sizeof *step);
	}
}

/* ---- what is said of a clause ---- */

/* What its step is about where the records show more of a clause than a person said: the same for all, but for the number. */
static const struct verdict_condition *answer_of(const struct verdict_clause *clause, const struct register_def *def)
{
	static struct verdict_condition *answers;
	struct verdict_condition *answer;
	size_t count = 0;

	while (!answers && verdict_clauses[count].number)
		count++;
	if (!answers)
		answers = xcalloc(count, sizeof *answers);
	answer = &answers[clause - verdict_clauses];
	*answer = (struct verdict_condition){ .name = "answer",
		.clause = clause->number,
		.of = def->name,
		.lacks = N_("Say anew how far %s is met: the records show more than was said"),
		.help = N_("What a person said of a clause holds it down, whatever the records show."),
		.field = "conformity" };
	return answer;
}

/* Where there is room: the clauses that are held down by what is said of them alone. */
static bool add_answers(struct store *store, struct verdict *verdict, struct error *error)
{
	bool ok = true;
	size_t i;

	for (i = 0; i < verdict->clause_count && verdict->step_count < VERDICT_STEPS && ok; i++) {
		const struct verdict_of_clause *of = &verdict->clauses[i];
		struct verdict_step *step = &verdict->steps[verdict->step_count];
		struct record *record;

		if (of->computed != VERDICT_MET || of->result == VERDICT_MET || !of->requirement)
			continue;
		record = store_record(store, of->requirement, error);
		ok = record != NULL;
		if (ok) {
			step->condition = answer_of(of->clause, record->def);
			step->deed = DEED_CHANGE;
			step->record = of->requirement;
			step->ref = xstrdup(record->ref);
			step->title = xstrdup(of->title);
			ok = verdict_find_words(store, step, error);
			verdict->step_count++;
		}
		record_free(record);
	}
	return ok;
}

bool verdict_find_steps(struct store *store, struct verdict *verdict, bool *more, struct error *error)
{
	struct verdict_candidates *candidates = verdict->candidates;
	bool ok = true;

	if (!candidates)
		candidates = verdict->candidates = begin_candidates(verdict);
	if (candidates->at < candidates->looked) {
		struct candidate *candidate = &candidates->items[candidates->at];

		ok = verdict_find_deed(store, candidate->line, &candidate->step, error) &&
		     verdict_find_words(store, &candidate->step, error);
	} else {
		if (!verdict->steps) {
			choose(verdict, candidates);
			ok = add_answers(store, verdict, error);
		}
		if (candidates->at - candidates->looked < verdict->step_count)
			ok = verdict_count_others(store, &verdict->steps[candidates->at - candidates->looked], error);
	}
	candidates->at++;
	*more = ok && (!verdict->steps || candidates->at - candidates->looked < verdict->step_count);
	return ok;
}
