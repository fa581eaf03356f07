/*
 * Counting in slices, for who has only a moment.  First a moment is given to the count as a whole: by its indexes most are
 * done within it.  Else the register is gone through by the ids of its records, so many at a time, until the moment is over;
 * the next slice goes on from there.
 */
#include "store/internal.h"

/* Records looked at between two looks at the clock: so many more, or fewer, that a step takes a millisecond; one record may be much work. */
#define STEP_FIRST 8
#define STEP_LEAST 4
#define STEP_MOST 4000
#define WHOLE_MOST_US 3000 /* what the count as a whole is given, once, however little is left of the moment */
#define STEP_SHORT_US 500
#define STEP_LONG_US 1500

/* The last id of the next records of the register after that one; 0: there are none, -1: error. */
static int64_t next_end(
	struct store *store, const struct register_def *def, int64_t after, int at_once, struct error *error)
{
	char *sql = xasprintf(
		"SELECT coalesce(max(\"id\"), 0) FROM (SELECT \"id\" FROM \"%s\" WHERE \"id\" > ?1 ORDER BY \"id\" LIMIT ?2)",
		register_table(def));
	sqlite3_stmt *stmt = statement(store, sql, error);
	int64_t end = -1;

	free(sql);
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, after);
		sqlite3_bind_int(stmt, 2, at_once);
		if (statement_step(store, stmt, error) == SQLITE_ROW)
			end = sqlite3_column_int64(stmt, 0);
	}
	statement_end(store, stmt);
	return end;
}

/* Those of the query with an id after the one and up to the other: by the ids, whatever index another condition has. */
static int64_t count_between(struct store *store, const struct register_def *def, const struct compiled *compiled,
	int64_t after, int64_t end, struct error *error)
{
	size_t binds = compiled->binds.count;
	char *sql = xasprintf("SELECT count(*)%s WHERE t.\"id\" IN (SELECT \"id\" FROM \"%s\" WHERE \"id\" > ?%zu AND "
			      "\"id\" <= ?%zu) AND %s",
		compiled->from.data, register_table(def), binds + 1, binds + 2, compiled->where.data);
	sqlite3_stmt *stmt = statement(store, sql, error);
	int64_t count = -1;

	free(sql);
	if (stmt) {
		bind_all(store, stmt, &compiled->binds);
		sqlite3_bind_int64(stmt, (int)binds + 1, after);
		sqlite3_bind_int64(stmt, (int)binds + 2, end);
		if (statement_step(store, stmt, error) == SQLITE_ROW)
			count = sqlite3_column_int64(stmt, 0);
	}
	statement_end(store, stmt);
	return count;
}

/* All of them, where the moment is enough for that; else the next slice begins to go through them. */
static bool count_whole(struct store *store, const struct query *query, struct slices *slices, struct error *error)
{
	int64_t count = count_query(store, query, slices->enough, WHOLE_MOST_US, error);

	slices->whole = count >= 0;
	slices->count = slices->whole ? count : 0;
	return slices->whole || count == COUNT_UNFINISHED;
}

static bool count_on(
	struct store *store, const struct query *query, struct slices *slices, int64_t most, struct error *error)
{
	int64_t began = environment_clock_us(), now = began, before, end, count = 0;
	struct compiled compiled;

	if (!slices->at_once) {
		slices->at_once = STEP_FIRST;
		if (most > 0)
			return count_whole(store, query, slices, error);
	}
	if (!compile_query(store, query, &compiled, error))
		return false;
	do {
		before = now;
		end = next_end(store, query->def, slices->after, slices->at_once, error);
		if (end > 0)
			count = count_between(store, query->def, &compiled, slices->after, end, error);
		if (end > 0 && count >= 0) {
			slices->count += count;
			slices->after = end;
		}
		slices->whole = end == 0 || (slices->enough && slices->count >= slices->enough);
		now = environment_clock_us();
		if (now - before < STEP_SHORT_US && slices->at_once < STEP_MOST)
			slices->at_once *= 2;
		else if (now - before > STEP_LONG_US && slices->at_once > STEP_LEAST)
			slices->at_once /= 2;
	} while (!slices->whole && end > 0 && count >= 0 && now - began + (now - before) < most * 1000);
	compiled_free(&compiled);
	return end >= 0 && count >= 0;
}

bool store_count_slice(
	struct store *store, const struct query *query, struct slices *slices, int64_t most, struct error *error)
{
	bool ok = true;

	if (slices->whole)
		return true;
	if (compile_tally(query) || count_known(store, query->def) == 0) {
		slices->count = store_count(store, query, error);
		slices->whole = ok = slices->count >= 0;
	} else {
		ok = count_on(store, query, slices, most, error);
	}
	return store_answer(store, ok, error);
}
