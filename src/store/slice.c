/*
 * Counting in slices, for who has only a moment: the register is gone through by the ids of its
 * records, so many at a time, until the moment is over; the next slice goes on from there.
 */
#include "store/internal.h"

#define AT_ONCE 250 /* records looked at between two looks at the clock */

/* The last id of the next records of the register after that one; 0: there are none, -1: error. */
static int64_t next_end(struct store *store, const struct register_def *def, int64_t after, struct error *error)
{
	char *sql = xasprintf(
		"SELECT coalesce(max(\"id\"), 0) FROM (SELECT \"id\" FROM \"%s\" WHERE \"id\" > ?1 ORDER BY \"id\" LIMIT %d)",
		register_table(def), AT_ONCE);
	sqlite3_stmt *stmt = statement(store, sql, error);
	int64_t end = -1;

	free(sql);
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, after);
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

static bool count_on(
	struct store *store, const struct query *query, struct slices *slices, int64_t most, struct error *error)
{
	int64_t began = environment_clock_ms(), end, count = 0;
	struct compiled compiled;

	if (!compile_query(store, query, &compiled, error))
		return false;
	do {
		end = next_end(store, query->def, slices->after, error);
		if (end > 0)
			count = count_between(store, query->def, &compiled, slices->after, end, error);
		if (end > 0 && count >= 0) {
			slices->count += count;
			slices->after = end;
		}
		slices->whole = end == 0;
	} while (end > 0 && count >= 0 && environment_clock_ms() - began < most);
	compiled_free(&compiled);
	return end >= 0 && count >= 0;
}

bool store_count_slice(
	struct store *store, const struct query *query, struct slices *slices, int64_t most, struct error *error)
{
	bool ok = true;

	if (slices->whole)
		return true;
	if (compile_tally(query)) {
		slices->count = store_count(store, query, error);
		slices->whole = ok = slices->count >= 0;
	} else {
		ok = count_on(store, query, slices, most, error);
	}
	return store_answer(store, ok, error);
}
