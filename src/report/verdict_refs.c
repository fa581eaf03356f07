/* The records behind a condition of the verdict: those that show it, those that lack it. */
#include <stdlib.h>
#include <string.h>

#include "report/verdict_parts.h"

enum verdict_count verdict_shown_by(const struct verdict_line *line)
{
	return line->outcome == OUTCOME_MET && line->condition->unless_of && line->answer.counts[COUNT_UNLESS] > 0
		       ? COUNT_UNLESS
		       : COUNT_SHOWS;
}

enum verdict_count verdict_held_by(const struct verdict_line *line)
{
	return line->outcome == OUTCOME_MET ? verdict_shown_by(line) : VERDICT_COUNTS;
}

struct query *verdict_records(
	const struct verdict_condition *condition, enum verdict_count which, const struct model_context *context)
{
	if (which == COUNT_SHOWS && !condition->shows)
		which = COUNT_ALL;
	return condition->of ? verdict_query(condition, which, context) : NULL;
}

struct query *verdict_nearest(const struct verdict_condition *condition, const struct model_context *context)
{
	struct query *query = verdict_records(condition, COUNT_ALL, context);
	char *near = query && condition->near ? verdict_text(condition->near, context) : NULL;

	/* The tables are tested: no error is met. */
	if (near)
		query_parse(query, context, near, NULL);
	free(near);
	return query;
}

struct each {
	bool (*each)(void *user, const struct verdict_ref *ref);
	void *user;
	size_t left;
	bool open; /* only those that ask for work still: what was signed is changed no more */
};

/* False: it is enough. */
static bool tell(struct each *each, const struct row *row)
{
	struct verdict_ref ref = { row->id, row->ref, row->cells[0].text, row->cells[1].value };

	if (each->open && !row->open)
		return true;
	return each->each(each->user, &ref) && --each->left > 0;
}

#define FIRST_LOOKED 64   /* records among which those to be told are looked for first; then eight times as many */
#define MANY_RECORDS 1000 /* from so many on they are walked in the order of their refs, not sorted */

static bool read_first(struct store *store, struct query *query, const char *const *columns, size_t count,
	struct rows *rows, struct error *error)
{
	struct window window = {
		.query = query, .columns = columns, .column_count = 2, .from = WINDOW_FIRST, .count = count
	};

	memset(rows, 0, sizeof *rows);
	return query_sort(query, "ref", error) && store_window(store, &window, rows, error);
}

/*
 * Those of `all` that are not of `without`, which are some of them, in one order: the first of the others stand among the
 * first of all.  Only as many are read as are needed to tell them.  *enough: they were told; else more must be looked at.
 */
static bool tell_first(struct store *store, struct query *all, struct query *without, const char *const *columns,
	size_t count, struct each *each, bool *enough, struct error *error)
{
	struct rows rows = { 0 }, others = { 0 };
	size_t i, j = 0, found = 0;
	bool ok = read_first(store, all, columns, count, &rows, error) &&
		  (!without || read_first(store, without, columns, count, &others, error));

	for (i = 0; ok && i < rows.count; i++) {
		bool is_other = j < others.count && others.items[j].id == rows.items[i].id;

		j += is_other;
		found += !is_other && (!each->open || rows.items[i].open);
	}
	*enough = !ok || found >= each->left || rows.count < count;
	for (i = j = 0; ok && *enough && i < rows.count; i++) {
		if (j < others.count && others.items[j].id == rows.items[i].id)
			j++;
		else if (!tell(each, &rows.items[i]))
			break;
	}
	rows_free(&rows);
	rows_free(&others);
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

/* The register's own number is known without counting. */
static bool are_many(struct store *store, const struct query *query)
{
	struct query *all = query_new(query->def);
	bool many = store_count(store, all, NULL) >= MANY_RECORDS &&
		    store_count_most(store, query, MANY_RECORDS, NULL) >= MANY_RECORDS;

	query_free(all);
	return many;
}

bool verdict_each(struct store *store, const struct verdict_condition *condition, enum verdict_count which, size_t most,
	bool (*each)(void *user, const struct verdict_ref *ref), void *user, struct error *error)
{
	/* Which field of theirs would show it says that they are meant. */
	bool rest = which == COUNT_FAILS && !condition->fails && condition->shows && condition->field;
	struct query *query = rest ? verdict_nearest(condition, store_context(store))
				   : verdict_records(condition, which, store_context(store));
	const struct field_def *title = query ? register_title(query->def) : NULL;
	struct each state = { .each = each, .user = user, .left = most };
	const char *columns[2];
	struct query *without = NULL;
	size_t count = most + FIRST_LOOKED;
	bool ok = true, enough = false;

	if (!query)
		return true;
	if (!title)
		title = register_about(query->def);
	state.open = rest && query->def->open && !condition->near;
	columns[0] = title ? title->name : "ref";
	columns[1] = day_of(query->def) ? day_of(query->def) : "ref";
	if (which == COUNT_SHOWS && !condition->shows && condition->fails)
		without = verdict_query(condition, COUNT_FAILS, store_context(store));
	else if (rest)
		without = verdict_query(condition, COUNT_SHOWS, store_context(store));
	query->walks = are_many(store, query);
	if (without)
		without->walks = query->walks;
	while (ok && !enough) {
		ok = tell_first(store, query, without, columns, count, &state, &enough, error);
		count *= 8;
	}
	query_free(without);
	query_free(query);
	return ok;
}
