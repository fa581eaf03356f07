/* What is measured over the records of a query: sums, averages, extremes and medians, each one statement. */
#include <stdlib.h>
#include <string.h>

#include "store/compile.h"

/* The SQL of a path's value; what the record does not say itself but another one says for it counts too. */
static char *value_sql(struct store *store, struct compiled *compiled, const struct register_def *def, const char *path,
	struct error *error)
{
	const struct register_def *owner;
	const struct field_def *field;
	const char *name;
	char *alias, *sql;

	if (!compile_walk(compiled, def, path, &alias, &owner, &field, &name, error))
		return NULL;
	if (!field)
		sql = xasprintf("%s.\"%s\"", alias, name);
	else if (field_source(field)->inherited)
		sql = xasprintf(
			"COALESCE(%s.\"%s\", %s.\"%s\")", alias, field->name, alias, field_source(field)->inherited);
	else
		sql = compile_column(store, field, alias);
	free(alias);
	return sql;
}

/* One end of a time in days or seconds; path NULL: now. */
static char *end_sql(struct store *store, struct compiled *compiled, const struct register_def *def, const char *path,
	bool days, struct error *error)
{
	const char *zone = store_context(store)->time_zone;
	char *column, *sql, mark[16];

	if (!path) {
		struct date today = environment_today(zone);

		return days ? xasprintf("%d", date_days(&today)) : xasprintf("%lld", (long long)environment_now());
	}
	column = value_sql(store, compiled, def, path, error);
	if (!column)
		return NULL;
	sql = days ? xasprintf("noria_day(%s, %s)", column, compile_bind(&compiled->binds, zone, mark))
		   : xasprintf("noria_second(%s)", column);
	free(column);
	return sql;
}

static char *measure_sql(struct store *store, struct compiled *compiled, const struct register_def *def,
	const struct measure *measure, struct error *error)
{
	bool days = measure->kind == MEASURE_DAYS;
	char *first, *second, *sql = NULL;

	if (measure->kind == MEASURE_FIELD)
		return value_sql(store, compiled, def, measure->first, error);
	first = end_sql(store, compiled, def, measure->first, days, error);
	second = first ? end_sql(store, compiled, def, measure->second, days, error) : NULL;
	if (second)
		sql = days ? xasprintf("(%s - %s)", second, first) : xasprintf("((%s - %s) / 3600.0)", second, first);
	free(first);
	free(second);
	return sql;
}

/*
 * The most and the fewest days to or from now are those of the first or the last moments, which an index finds: what
 * lies further than some days from them (a day alone, and zones, shift by less) needs no reading.  NULL: another measure.
 */
static char *ends_sql(struct store *store, struct compiled *compiled, const struct query *query,
	enum expression_kind kind, const struct measure *measure, struct error *error)
{
	const char *path = measure->first ? measure->first : measure->second;
	bool earliest = (kind == EXPRESSION_MOST) == (measure->first != NULL);
	char *column, *sql;

	if (measure->kind != MEASURE_DAYS || (kind != EXPRESSION_LEAST && kind != EXPRESSION_MOST) || !path ||
		(measure->first && measure->second))
		return NULL;
	column = value_sql(store, compiled, query->def, path, error);
	if (!column)
		return NULL;
	sql = earliest ? xasprintf(" AND %s <= (SELECT COALESCE(date(min(%s), '+3 days'), '9999')%s WHERE %s)", column,
				 column, compiled->from.data, compiled->where.data)
		       : xasprintf(" AND %s >= (SELECT COALESCE(date(max(%s), '-3 days'), '')%s WHERE %s)", column,
				 column, compiled->from.data, compiled->where.data);
	free(column);
	return sql;
}

char *compile_measure(struct store *store, struct compiled *compiled, const struct query *query,
	enum expression_kind kind, const struct measure *measure, struct error *error)
{
	static const char *const functions[] = { "total", "avg", "min", "max" };
	char *value = measure_sql(store, compiled, query->def, measure, error),
	     *ends = value ? ends_sql(store, compiled, query, kind, measure, error) : NULL, *sql;

	if (!value)
		return NULL;
	if (kind != EXPRESSION_MEDIAN)
		sql = xasprintf("SELECT %s(%s)%s WHERE (%s)%s", functions[kind - EXPRESSION_SUM], value,
			compiled->from.data, compiled->where.data, ends ? ends : "");
	else
		/* The one in the middle, or both: SQLite sorts them, nobody fetches them. */
		sql = xasprintf(
			"WITH v(\"x\") AS MATERIALIZED (SELECT %s%s WHERE (%s) AND %s IS NOT NULL) SELECT avg(\"x\") FROM (SELECT \"x\" FROM v ORDER BY \"x\" LIMIT 2 - (SELECT count(*) FROM v) %% 2 OFFSET max(0, ((SELECT count(*) FROM v) - 1) / 2))",
			value, compiled->from.data, compiled->where.data, value);
	free(ends);
	free(value);
	return sql;
}
