/* The verdict is counted condition by condition, count by count, each in slices, so that a screen never waits for it. */
#include <stdlib.h>
#include <string.h>

#include "report/verdict_parts.h"

/* What decides whether it is asked at all comes first. */
static const enum verdict_count order[] = { COUNT_WHEN, COUNT_UNLESS, COUNT_ALL, COUNT_SHOWS, COUNT_FAILS };
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

/* The number of the clause in the edition of the SoA; NULL: that edition has none. */
const char *verdict_in_edition(const struct verdict_clause *clause, const struct model_context *context)
{
	return context->catalogue_prefix && strcmp(context->catalogue_prefix, "2013") == 0 ? clause->old
											   : clause->requirement;
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

/* True once the rest of a condition's counts says nothing any more. */
static bool is_settled(const struct verdict_line *line)
{
	return line->answer.counts[COUNT_WHEN] == 0 || line->answer.counts[COUNT_UNLESS] > 0;
}

static bool count_part(
	struct store *store, struct verdict *verdict, struct verdict_line *line, int64_t most, struct error *error)
{
	enum verdict_count which = order[verdict->part];
	struct query *query = is_settled(line) ? NULL : verdict_query(line->condition, which, store_context(store));
	bool ok = true;

	if (!query) {
		verdict->slices.whole = true;
	} else if (most < 0) {
		line->answer.counts[which] = store_count(store, query, error);
		ok = line->answer.counts[which] >= 0;
		verdict->slices.whole = ok;
	} else {
		ok = store_count_slice(store, query, &verdict->slices, most, error);
		if (ok && verdict->slices.whole)
			line->answer.counts[which] = verdict->slices.count;
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
	if (ok && verdict->counted == verdict->line_count && (most < 0 || left > 0)) {
		ok = verdict_judge(store, verdict, error);
		verdict->judged = ok;
	}
	store_read_end(store);
	return ok;
}

bool verdict_whole(const struct verdict *verdict)
{
	return verdict->judged;
}

bool verdict_yes(const struct verdict *verdict)
{
	return verdict->judged && verdict->clause_count && !verdict->overruled &&
	       verdict->results[VERDICT_MET] == verdict->clause_count;
}

void verdict_free(struct verdict *verdict)
{
	size_t i;

	if (!verdict)
		return;
	for (i = 0; i < verdict->clause_count; i++)
		free(verdict->clauses[i].title);
	for (i = 0; i < verdict->step_count; i++) {
		free(verdict->steps[i].text);
		free(verdict->steps[i].ref);
		free(verdict->steps[i].title);
		free(verdict->steps[i].due);
	}
	strings_free(&verdict->begin_reasons);
	strings_free(&verdict->begin_lacks);
	strings_free(&verdict->stage1);
	strings_free(&verdict->stage2);
	free(verdict->begun_on);
	free(verdict->begun_by);
	free(verdict->steps);
	free(verdict->clauses);
	free(verdict->lines);
	free(verdict);
}

struct query *verdict_records(
	const struct verdict_condition *condition, enum verdict_count which, const struct model_context *context)
{
	if (which == COUNT_SHOWS && !condition->shows)
		which = COUNT_ALL;
	return condition->of ? verdict_query(condition, which, context) : NULL;
}

/* ---- the records behind a condition ---- */

struct each {
	bool (*each)(void *user, const struct verdict_ref *ref);
	void *user;
	size_t left;
	bool open;        /* only those that ask for work still: what was signed is changed no more */
	int64_t *without; /* sorted: those that are not told */
	size_t without_count, capacity;
};

static bool tell(void *user, const struct row *row)
{
	struct each *each = user;
	struct verdict_ref ref = { row->id, row->ref, row->cells[0].text, row->cells[1].value };

	if (each->open && !row->open)
		return true;
	if (each->without_count && ids_hold(each->without, each->without_count, row->id))
		return true;
	return each->each(each->user, &ref) && --each->left > 0;
}

static bool keep_id(void *user, const struct row *row)
{
	struct each *each = user;

	if (each->without_count == each->capacity) {
		each->capacity = each->capacity ? 2 * each->capacity : 64;
		each->without = xreallocarray(each->without, each->capacity, sizeof *each->without);
	}
	each->without[each->without_count++] = row->id;
	return true;
}

/* Where a condition says only whom it lacks, all others show it; where it says only what shows it, the others lack it. */
static bool find_others(struct store *store, const struct verdict_condition *condition, enum verdict_count which,
	struct each *each, struct error *error)
{
	static const char *const columns[] = { "ref" };
	struct query *query = verdict_query(condition, which, store_context(store));
	bool ok = !query || store_each_value(store, query, columns, 1, keep_id, each, error);

	query_free(query);
	ids_sort(each->without, each->without_count);
	return ok;
}

/* The day on which a record of the register was signed, held or made; NULL: it has none. */
static const char *day_of(const struct register_def *def)
{
	static const char *const days[] = { "date", "held", "signed", "at", "approved", "detected", "done" };
	size_t i;

	if (def->day)
		return def->day;
	for (i = 0; i < sizeof days / sizeof days[0]; i++)
		if (register_field(def, days[i]))
			return days[i];
	return NULL;
}

bool verdict_each(struct store *store, const struct verdict_condition *condition, enum verdict_count which, size_t most,
	bool (*each)(void *user, const struct verdict_ref *ref), void *user, struct error *error)
{
	/* Which field of theirs would show it says that they are meant. */
	bool rest = which == COUNT_FAILS && !condition->fails && condition->shows && condition->field;
	struct query *query = verdict_records(condition, rest ? COUNT_ALL : which, store_context(store));
	const struct field_def *title = query ? register_title(query->def) : NULL;
	struct each state = { .each = each, .user = user, .left = most };
	const char *columns[2];
	bool ok = true;

	if (!query)
		return true;
	if (!title)
		title = register_about(query->def);
	state.open = rest && query->def->open;
	columns[0] = title ? title->name : "ref";
	columns[1] = day_of(query->def) ? day_of(query->def) : "ref";
	if (which == COUNT_SHOWS && !condition->shows && condition->fails)
		ok = find_others(store, condition, COUNT_FAILS, &state, error);
	else if (rest)
		ok = find_others(store, condition, COUNT_SHOWS, &state, error);
	ok = ok && query_sort(query, "ref", error) && store_each(store, query, columns, 2, tell, &state, error);
	free(state.without);
	query_free(query);
	return ok;
}

const char *verdict_ref_name(const char *ref)
{
	const char *colon = strncmp(ref, "soa:", 4) == 0 ? strrchr(ref, ':') : NULL;

	return colon ? colon + 1 : ref;
}

int64_t verdict_shown(const struct verdict_line *line)
{
	const int64_t *counts = line->answer.counts;

	if (line->condition->shows)
		return counts[COUNT_SHOWS] > 0 ? counts[COUNT_SHOWS] : 0;
	if (counts[COUNT_ALL] < 0)
		return 0;
	return counts[COUNT_ALL] - (counts[COUNT_FAILS] > 0 ? counts[COUNT_FAILS] : 0);
}
