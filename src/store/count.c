/* How many records pass a query, at which place one stands among them, and counts by groups: from the tallies where these know. */
#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

/* Runs a statement over the query's FROM and WHERE that gives one row; NULL: there is none or error. */
static sqlite3_stmt *over(
	struct store *store, const struct compiled *compiled, const char *select, const char *more, struct error *error)
{
	char *sql = xasprintf("SELECT %s%s WHERE %s%s", select, compiled->from.data, compiled->where.data, more);
	sqlite3_stmt *stmt = statement(store, sql, error);

	free(sql);
	if (stmt)
		bind_all(store, stmt, &compiled->binds);
	return stmt;
}

/* The same for a count that ends at `most`. */
static sqlite3_stmt *first_of(struct store *store, const struct compiled *compiled, int64_t most, struct error *error)
{
	char *sql = xasprintf("SELECT count(*) FROM (SELECT 1%s WHERE %s LIMIT %lld)", compiled->from.data,
		compiled->where.data, (long long)most);
	sqlite3_stmt *stmt = statement(store, sql, error);

	free(sql);
	if (stmt)
		bind_all(store, stmt, &compiled->binds);
	return stmt;
}

bool store_key(struct store *store, const struct query *query, int64_t id, char **key, struct error *error)
{
	struct compiled compiled;
	sqlite3_stmt *stmt;
	bool found = false;
	char *more;

	*key = NULL;
	if (!compile_query(store, query, &compiled, error))
		return false;
	more = xasprintf(" AND t.\"id\" = ?%zu", compiled.binds.count + 1);
	stmt = over(store, &compiled, compiled.sort, more, error);
	if (stmt) {
		sqlite3_bind_int64(stmt, (int)compiled.binds.count + 1, id);
		if (statement_step(store, stmt, error) == SQLITE_ROW) {
			*key = xstrdup((const char *)sqlite3_column_text(stmt, 0));
			found = true;
		}
	}
	statement_end(store, stmt);
	free(more);
	compiled_free(&compiled);
	found = store_answer(store, found, error);
	if (!found) {
		free(*key);
		*key = NULL;
	}
	return found;
}

/* Records that refer to one of a register without any. */
static bool asks_for_none(struct store *store, const struct query *query)
{
	bool either = false;
	size_t i;

	for (i = 0; i < query->condition_count; i++) {
		const struct condition *condition = &query->conditions[i];

		if (condition->op == OP_SOME && !either && !condition->either && condition->of &&
			count_known(store, condition->of->def) == 0)
			return true;
		either = condition->either;
	}
	return false;
}

int64_t count_query(struct store *store, const struct query *query, int64_t most, int64_t us, struct error *error)
{
	const struct tally_def *tally = query->group[0] ? NULL : compile_tally(query);
	struct compiled compiled;
	sqlite3_stmt *stmt;
	int64_t count = -1;
	int code = SQLITE_ERROR;

	if (tally) {
		struct buffer where = { 0 };
		struct strings binds = { 0 };
		char *sql;

		if (!tally_flush(store->action, error))
			return -1;
		compile_tally_where(store, query, tally, &where, &binds);
		sql = xasprintf("SELECT COALESCE(sum(\"n\"), 0) FROM \"tally\" WHERE %s", where.data);
		stmt = statement(store, sql, error);
		free(sql);
		if (stmt) {
			bind_all(store, stmt, &binds);
			if (statement_step(store, stmt, error) == SQLITE_ROW)
				count = sqlite3_column_int64(stmt, 0);
		}
		statement_end(store, stmt);
		buffer_free(&where);
		strings_free(&binds);
		return store_answer(store, true, error) ? count : -1;
	}
	if (!query->group[0] && asks_for_none(store, query))
		return 0;
	if (!compile_whole(store, query, &compiled, error))
		return -1;
	stmt = most ? first_of(store, &compiled, most, error) : over(store, &compiled, "count(*)", "", error);
	if (stmt)
		code = us ? statement_step_within(store, stmt, us, error) : statement_step(store, stmt, error);
	if (code == SQLITE_ROW)
		count = sqlite3_column_int64(stmt, 0);
	else if (code == SQLITE_INTERRUPT && us)
		count = COUNT_UNFINISHED;
	statement_end(store, stmt);
	compiled_free(&compiled);
	return store_answer(store, true, error) ? count : -1;
}

/* Whether it asks for the late ones of the whole register: the panel does, and so does the top line. */
static bool asks_late(const struct query *query)
{
	const struct condition *only = query->conditions;

	return query->condition_count == 1 && only->op == OP_LATE && !only->path && !only->either && !only->field &&
	       !query->group[0];
}

int64_t store_count_most(struct store *store, const struct query *query, int64_t most, struct error *error)
{
	struct totals *totals = totals_known(store, query->def);
	int64_t count;

	if (totals && (totals->records == 0 || (totals->records > 0 && !query->condition_count && !query->group[0])))
		return totals->records;
	if (!asks_late(query))
		return count_query(store, query, most, 0, error);
	if (totals && totals->late >= 0)
		return totals->late;
	count = count_query(store, query, 0, 0, error);
	/* Reading may have begun anew meanwhile, and then nothing is known. */
	totals = count < 0 ? NULL : totals_known(store, query->def);
	if (totals)
		totals->late = count;
	return count;
}

int64_t store_count(struct store *store, const struct query *query, struct error *error)
{
	return store_count_most(store, query, 0, error);
}

int64_t store_position(struct store *store, const struct query *query, const char *key, int64_t id, struct error *error)
{
	struct compiled compiled;
	sqlite3_stmt *stmt;
	size_t binds;
	int64_t position = -1;
	const char *before;
	char *more;

	if (!compile_query(store, query, &compiled, error))
		return -1;
	binds = compiled.binds.count;
	before = compiled.descending ? ">" : "<";
	if (!key)
		more = compiled.descending ? xasprintf(" AND (%s IS NOT NULL OR (%s IS NULL AND t.\"id\" > ?%zu))",
						     compiled.sort, compiled.sort, binds + 2)
					   : xasprintf(" AND %s IS NULL AND t.\"id\" < ?%zu", compiled.sort, binds + 2);
	else
		more = xasprintf(" AND (%s %s ?%zu OR (%s = ?%zu AND t.\"id\" %s ?%zu)%s%s%s)", compiled.sort, before,
			binds + 1, compiled.sort, binds + 1, before, binds + 2,
			!compiled.descending && compiled.sort_null ? " OR " : "",
			!compiled.descending && compiled.sort_null ? compiled.sort : "",
			!compiled.descending && compiled.sort_null ? " IS NULL" : "");
	stmt = over(store, &compiled, "count(*)", more, error);
	if (stmt) {
		if (key)
			bind_text(store, stmt, (int)binds + 1, key);
		sqlite3_bind_int64(stmt, (int)binds + 2, id);
		if (statement_step(store, stmt, error) == SQLITE_ROW)
			position = sqlite3_column_int64(stmt, 0);
	}
	statement_end(store, stmt);
	free(more);
	compiled_free(&compiled);
	return store_answer(store, true, error) ? position : -1;
}

static void tell_group(struct store *store, sqlite3_stmt *stmt, size_t groups, store_group each, void *user)
{
	const char *values[3] = { NULL, NULL, NULL };
	size_t i;

	for (i = 0; i < groups; i++) {
		/* A number is told as one. */
		if (sqlite3_column_type(stmt, (int)i + 1) != SQLITE_TEXT)
			values[i] = (const char *)sqlite3_column_text(stmt, (int)i + 1);
		else
			values[i] = row_text(store, stmt, (int)i + 1);
		if (values[i] && !*values[i])
			values[i] = NULL;
	}
	each(user, values, sqlite3_column_int64(stmt, 0));
}

static bool aggregate_tally(struct store *store, const struct query *query, const struct tally_def *tally,
	size_t groups, store_group each, void *user, struct error *error)
{
	struct buffer where = { 0 }, columns = { 0 }, sql = { 0 };
	struct strings binds = { 0 };
	sqlite3_stmt *stmt;
	size_t i;
	int code = SQLITE_ERROR, place;

	if (!tally_flush(store->action, error))
		return false;
	for (i = 0; i < groups; i++) {
		for (place = 0; strcmp(tally->fields[place], query->group[i]) != 0; place++)
			;
		buffer_printf(&columns, ", \"k%d\"", place + 1);
	}
	compile_tally_where(store, query, tally, &where, &binds);
	buffer_printf(&sql, "SELECT sum(\"n\")%s FROM \"tally\" WHERE %s GROUP BY %s HAVING sum(\"n\") <> 0",
		columns.data, where.data, columns.data + 2);
	stmt = statement(store, sql.data, error);
	if (stmt) {
		bind_all(store, stmt, &binds);
		while ((code = statement_step(store, stmt, error)) == SQLITE_ROW)
			tell_group(store, stmt, groups, each, user);
	}
	statement_end(store, stmt);
	buffer_free(&where);
	buffer_free(&columns);
	buffer_free(&sql);
	strings_free(&binds);
	return store_answer(store, code == SQLITE_DONE, error);
}

bool store_aggregate(struct store *store, const struct query *query, store_group each, void *user, struct error *error)
{
	const struct tally_def *tally;
	struct compiled compiled;
	struct buffer columns = { 0 }, sql = { 0 };
	sqlite3_stmt *stmt = NULL;
	size_t groups = 0, i;
	int code = SQLITE_ERROR;

	while (groups < 3 && query->group[groups])
		groups++;
	if (!groups) {
		const char *const none[3] = { NULL, NULL, NULL };
		int64_t count = store_count(store, query, error);

		if (count >= 0)
			each(user, none, count);
		return count >= 0;
	}
	tally = compile_tally(query);
	if (tally && tally->name)
		return aggregate_tally(store, query, tally, groups, each, user, error);
	if (!compile_query(store, query, &compiled, error))
		return false;
	for (i = 0; i < groups; i++) {
		const struct register_def *owner;
		const struct field_def *field;
		char *path = compile_path(store, &compiled, query->def, query->group[i], &owner, &field, error);

		if (!path)
			goto out;
		if (field && field->type->storage == STORED_REFERENCE)
			buffer_printf(&columns, ", (SELECT \"ref\" FROM \"record\" WHERE \"id\" = %s)", path);
		else
			buffer_printf(&columns, ", %s", path);
		free(path);
	}
	buffer_printf(&sql, "SELECT count(*)%s%s WHERE %s GROUP BY %s", columns.data, compiled.from.data,
		compiled.where.data, columns.data + 2);
	stmt = statement(store, sql.data, error);
	if (stmt) {
		bind_all(store, stmt, &compiled.binds);
		while ((code = statement_step(store, stmt, error)) == SQLITE_ROW)
			tell_group(store, stmt, groups, each, user);
	}
out:
	statement_end(store, stmt);
	buffer_free(&columns);
	buffer_free(&sql);
	compiled_free(&compiled);
	return store_answer(store, code == SQLITE_DONE, error);
}
