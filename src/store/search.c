/* Search: over the whole file, within a list, and as people type in a picker. */
#include <string.h>

#include "store/internal.h"

#define DENSE_ROWS 400 /* rows walked from the cursor before hits are ranked instead */

void found_free(struct found_list *found)
{
	size_t i;

	for (i = 0; i < found->count; i++) {
		free(found->items[i].ref);
		free(found->items[i].title);
	}
	free(found->items);
	found->items = NULL;
	found->count = 0;
}

static void found_add(struct store *store, struct found_list *found, int64_t id, const struct register_def *def)
{
	struct found *item;

	found->items = xreallocarray(found->items, found->count + 1, sizeof *found->items);
	item = &found->items[found->count];
	memset(item, 0, sizeof *item);
	item->id = id;
	item->def = def;
	if (read_name(store, def, id, &item->ref, &item->title)) {
		if (!item->title)
			item->title = xstrdup("");
		found->count++;
	}
}

/* A list that is not whole is none. */
static bool give(struct store *store, struct found_list *found, bool ok, struct error *error)
{
	ok = store_answer(store, ok, error);
	if (!ok)
		found_free(found);
	return ok;
}

/* begun: what was typed of each word is its beginning. */
static bool search(struct store *store, const char *words, bool begun, const struct register_def *only, size_t count,
	struct found_list *found, struct error *error)
{
	char *expression = search_expression(words, begun);
	sqlite3_stmt *stmt;
	int code = SQLITE_DONE;

	memset(found, 0, sizeof *found);
	if (!*expression) {
		free(expression);
		return true;
	}
	search_flush(store->action, NULL);
	stmt = statement(store,
		only ? "SELECT s.rowid, r.\"register\" FROM \"search\" s JOIN \"record\" r ON r.\"id\" = s.rowid WHERE s.\"search\" MATCH ?1 AND r.\"register\" = ?3 LIMIT ?2"
		     : "SELECT s.rowid, r.\"register\" FROM \"search\" s JOIN \"record\" r ON r.\"id\" = s.rowid WHERE s.\"search\" MATCH ?1 LIMIT ?2",
		error);
	if (stmt) {
		bind_text(store, stmt, 1, expression);
		sqlite3_bind_int64(stmt, 2, (int64_t)count);
		if (only)
			bind_text(store, stmt, 3, only->name);
		while ((code = statement_step(store, stmt, error)) == SQLITE_ROW) {
			const struct register_def *def = row_register(store, stmt, 1);

			if (def)
				found_add(store, found, sqlite3_column_int64(stmt, 0), def);
		}
	}
	statement_end(store, stmt);
	free(expression);
	return give(store, found, stmt && code == SQLITE_DONE, error);
}

bool store_search(struct store *store, const char *words, const struct register_def *only, size_t count,
	struct found_list *found, struct error *error)
{
	return search(store, words, false, only, count, found, error);
}

/*
 * The next hit in the list's order.  Where hits are dense the next one is near:
 * a short walk along the index finds it.  Where they are rare there are few: their places are compared.
 */
static int64_t walk_next(struct store *store, const struct query *query, const char *expression, const char *key,
	int64_t id, bool backward, struct error *error)
{
	struct window window = { .query = query,
		.from = backward ? WINDOW_BEFORE : WINDOW_AFTER,
		.key = key,
		.id = id,
		.count = DENSE_ROWS };
	struct rows rows;
	sqlite3_stmt *stmt;
	int64_t hit = 0;
	size_t i;

	if (!search_flush(store->action, error) || !store_window(store, &window, &rows, error))
		return -1;
	stmt = statement(store, "SELECT 1 FROM \"search\" WHERE \"search\" MATCH ?1 AND rowid = ?2", error);
	for (i = 0; stmt && i < rows.count && !hit; i++) {
		const struct row *row = &rows.items[backward ? rows.count - 1 - i : i];

		sqlite3_reset(stmt);
		bind_text(store, stmt, 1, expression);
		sqlite3_bind_int64(stmt, 2, row->id);
		if (statement_row(store, stmt))
			hit = row->id;
	}
	statement_end(store, stmt);
	rows_free(&rows);
	return hit;
}

static int64_t rank_next(struct store *store, const struct query *query, const char *words, const char *key, int64_t id,
	bool backward, bool wrap, struct error *error)
{
	struct query *narrowed = query_copy(query);
	struct compiled compiled;
	struct buffer sql = { 0 };
	sqlite3_stmt *stmt = NULL;
	int64_t hit = 0;
	bool descending;
	size_t binds, i;

	query_add(narrowed, NULL, OP_SEARCH, words);
	if (!compile_query(store, narrowed, &compiled, error)) {
		query_free(narrowed);
		return -1;
	}
	binds = compiled.binds.count;
	descending = compiled.descending != backward;
	/* A sort by an index over all rows would be the wrong plan here: + keeps SQLite to the hits. */
	buffer_printf(&sql, "SELECT t.\"id\"%s WHERE %s", compiled.from.data, compiled.where.data);
	if (!wrap) {
		const char *more = descending ? "<" : ">";

		if (key)
			buffer_printf(&sql, " AND (+%s %s ?%zu OR (+%s = ?%zu AND t.\"id\" %s ?%zu)%s%s%s)",
				compiled.sort, more, binds + 1, compiled.sort, binds + 1, more, binds + 2,
				descending ? " OR " : "", descending ? compiled.sort : "",
				descending ? " IS NULL" : "");
		else
			buffer_printf(&sql,
				descending ? " AND %s IS NULL AND t.\"id\" %s ?%zu"
					   : " AND (%s IS NOT NULL OR t.\"id\" %s ?%zu)",
				compiled.sort, more, binds + 2);
	}
	buffer_printf(&sql, " ORDER BY +%s%s, t.\"id\"%s LIMIT 1", compiled.sort, descending ? " DESC" : "",
		descending ? " DESC" : "");
	stmt = statement(store, sql.data, error);
	if (stmt) {
		for (i = 0; i < binds; i++)
			bind_text(store, stmt, (int)i + 1, compiled.binds.items[i]);
		if (!wrap) {
			if (key)
				bind_text(store, stmt, (int)binds + 1, key);
			sqlite3_bind_int64(stmt, (int)binds + 2, id);
		}
		if (statement_step(store, stmt, error) == SQLITE_ROW)
			hit = sqlite3_column_int64(stmt, 0);
	}
	statement_end(store, stmt);
	buffer_free(&sql);
	compiled_free(&compiled);
	query_free(narrowed);
	return hit;
}

int64_t store_search_next(struct store *store, const struct query *query, const char *words, const char *key,
	int64_t id, bool backward, struct error *error)
{
	char *expression = search_expression(words, false);
	int64_t hit = 0;

	if (*expression) {
		hit = id ? walk_next(store, query, expression, key, id, backward, error) : 0;
		if (!hit)
			hit = rank_next(store, query, words, key, id, backward, id == 0, error);
		if (!hit && id)
			hit = rank_next(store, query, words, NULL, 0, backward, true, error);
	}
	free(expression);
	return store_answer(store, true, error) && hit > 0 ? hit : 0;
}

bool store_suggest(struct store *store, const struct register_def *def, const char *typed, size_t count,
	struct found_list *found, struct error *error)
{
	const struct register_def *other = NULL;
	const struct field_def *title = register_title(def);
	char *key;
	int64_t id;
	sqlite3_stmt *stmt = NULL;
	char *sql;
	bool ok = true;

	memset(found, 0, sizeof *found);
	if (!typed || !*typed) {
		const struct field_def *sort = def->sort ? register_field(def, def->sort) : NULL;

		if (title)
			sort = sort && field_has_key(sort) ? sort : title;
		sort = sort ? field_in_language(def, sort, store_context(store)->language) : NULL;
		sql = sort && field_has_key(sort)
			      ? xasprintf("SELECT \"id\" FROM \"%s\" ORDER BY \"%s_key\", \"id\" LIMIT ?1",
					register_table(def), sort->name)
			      : xasprintf(
					"SELECT \"id\" FROM \"%s\" ORDER BY \"ref_key\" LIMIT ?1", register_table(def));
		stmt = statement(store, sql, error);
		free(sql);
		if (!stmt)
			return false;
		sqlite3_bind_int64(stmt, 1, (int64_t)count);
		while (statement_row(store, stmt))
			found_add(store, found, sqlite3_column_int64(stmt, 0), def);
		statement_end(store, stmt);
		return give(store, found, true, error);
	}
	id = read_find_ref(store, typed, &other);
	if (id && other == def)
		found_add(store, found, id, def);
	/* Titles that begin with what was typed come before those that hold it. */
	key = text_sort_key(typed);
	if (title) {
		const struct field_def *shown = field_in_language(def, title, store_context(store)->language);

		if (field_has_key(shown)) {
			sql = xasprintf(
				"SELECT \"id\" FROM \"%s\" WHERE \"%s_key\" >= ?1 AND \"%s_key\" < ?1 || char(1114111) ORDER BY \"%s_key\", \"id\" LIMIT ?2",
				register_table(def), shown->name, shown->name, shown->name);
			stmt = statement(store, sql, error);
			free(sql);
			if (stmt) {
				bind_text(store, stmt, 1, key);
				sqlite3_bind_int64(stmt, 2, (int64_t)count);
				while (found->count < count && statement_row(store, stmt))
					if (sqlite3_column_int64(stmt, 0) != id)
						found_add(store, found, sqlite3_column_int64(stmt, 0), def);
			}
			statement_end(store, stmt);
		}
	}
	free(key);
	if (found->count < count) {
		struct found_list more;
		size_t i, j;

		ok = search(store, typed, true, def, count, &more, error);
		for (i = 0; i < more.count && found->count < count; i++) {
			for (j = 0; j < found->count && found->items[j].id != more.items[i].id; j++)
				;
			if (j == found->count)
				found_add(store, found, more.items[i].id, def);
		}
		found_free(&more);
	}
	return give(store, found, ok, error);
}

bool store_backlinks(struct store *store, int64_t id, struct found_list *found, struct error *error)
{
	static const size_t most = 200;
	const struct register_def *def = read_register(store, id);
	size_t i, j;

	memset(found, 0, sizeof *found);
	if (!def)
		return store_sound(store, error) &&
		       error_set(error, ERROR_INVALID, _("The record is not there any more."));
	for (i = 0; dictionary[i]; i++)
		for (j = 0; j < dictionary[i]->field_count; j++) {
			const struct field_def *field = &dictionary[i]->fields[j];
			sqlite3_stmt *stmt;
			char *sql;

			if (!field_is_reference(field) || (field->flags & FIELD_INVERSE) ||
				strcmp(field->target, def->name) != 0)
				continue;
			if (field->type->storage == STORED_LINKS)
				sql = xasprintf(
					"SELECT l.\"record\" FROM \"link\" l JOIN \"record\" r ON r.\"id\" = l.\"record\" WHERE l.\"target\" = ?1 AND l.\"field\" = '%s' AND r.\"register\" = '%s' LIMIT 200",
					field->name, dictionary[i]->name);
			else
				sql = xasprintf("SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ?1 LIMIT 200",
					register_table(dictionary[i]), field->name);
			stmt = statement(store, sql, error);
			free(sql);
			if (!stmt)
				return false;
			sqlite3_bind_int64(stmt, 1, id);
			while (found->count < most && statement_row(store, stmt))
				found_add(store, found, sqlite3_column_int64(stmt, 0), dictionary[i]);
			statement_end(store, stmt);
		}
	return give(store, found, true, error);
}
