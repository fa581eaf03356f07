/*
 * Windows of lists.  A window is paged by keyset: from a
 * row's (sort key, id) the next rows are found by the index, at either end and in
 * the middle of a million as quickly as among ten.
 */
#include <string.h>

#include "store/internal.h"

/* One column of a window: what SQL gives and how it becomes a cell. */
struct column {
	const struct register_def *owner;
	const struct field_def *field;      /* NULL: ref, created, updated */
	const char *name;                   /* of these */
	bool direct;                        /* of the record itself, not behind a reference */
	const struct field_def *translated; /* NAME_fr shown instead, read from the next SQL column */
	const struct field_def
		*inherited; /* what counts where the record says nothing, read from the next SQL column */
	bool due;           /* whether it is late stands in the SQL column behind */
};

/* A reference that a row before named, with its words. */
struct told {
	const struct register_def *target;
	int64_t id;
	char *value, *text;
};

/* Few people own many records: by the last bits of the id, the last one stands. */
#define TOLD 16

struct reader {
	struct store *store;
	struct compiled compiled;
	struct column *columns;
	size_t count;
	bool values;  /* as the file has them, without the words for people */
	bool answers; /* whether the record is open, late, and left the register, stand before the columns */
	struct buffer select;
	struct told told[TOLD];
};

/*
 * Most rows have no links and no unresolved references: the row itself tells,
 * so that no further statement is run for them.  `sql` is what compile_path
 * gave; the caller frees what comes back.
 */
static char *only_where_linked(const struct column *column, const char *path, const char *sql, bool values)
{
	const struct field_def *field = column->field, *back;

	if (field_is_stored(field)) {
		char *id;

		if (field->type->storage != STORED_REFERENCE)
			return xstrdup(sql);
		/* -1: empty, but there are unresolved references (see read_cell). */
		id = strchr(path, '.')
			     ? xstrdup(sql)
			     : xasprintf(
				       "coalesce(%s, CASE WHEN EXISTS(SELECT 1 FROM \"unresolved\" WHERE \"record\" = t.\"id\" AND \"field\" = '%s') THEN -1 END)",
				       sql, field->name);
		if (values) {
			char *ref =
				xasprintf("coalesce((SELECT \"ref\" FROM \"record\" WHERE \"id\" = %s), %s)", sql, id);

			free(id);
			return ref;
		}
		return id;
	}
	if (!(field->flags & FIELD_INVERSE))
		return xasprintf(
			"CASE WHEN EXISTS(SELECT 1 FROM \"link\" WHERE \"record\" = %s AND \"field\" = '%s')"
			" OR EXISTS(SELECT 1 FROM \"unresolved\" WHERE \"record\" = %s AND \"field\" = '%s') THEN %s END",
			sql, field->name, sql, field->name, sql);
	back = register_field(register_find(field->target), field->inverse);
	if (field_source(field)->through || back->type->storage != STORED_LINKS)
		return xstrdup(sql);
	return xasprintf(
		"CASE WHEN EXISTS(SELECT 1 FROM \"link\" WHERE \"target\" = %s AND \"field\" = '%s')"
		" OR EXISTS(SELECT 1 FROM \"unresolved\" WHERE \"record\" = %s AND \"field\" = '%s') THEN %s END",
		sql, back->name, sql, field->name, sql);
}

static bool reader_open(struct reader *reader, struct store *store, const struct query *query,
	const char *const *columns, size_t count, bool values, struct error *error)
{
	size_t i;

	memset(reader, 0, sizeof *reader);
	reader->store = store;
	reader->values = values;
	reader->answers = count && !values;
	if (!compile_query(store, query, &reader->compiled, error))
		return false;
	reader->columns = xcalloc(count ? count : 1, sizeof *reader->columns);
	reader->count = count;
	buffer_printf(&reader->select, "SELECT t.\"id\", (SELECT \"ref\" FROM \"record\" WHERE \"id\" = t.\"id\"), %s",
		reader->compiled.sort);
	if (reader->answers)
		compile_answers(store, &reader->compiled, query->def, &reader->select);
	for (i = 0; i < count; i++) {
		struct column *column = &reader->columns[i];
		char *sql = compile_path(
			store, &reader->compiled, query->def, columns[i], &column->owner, &column->field, error);
		const char *dot = strrchr(columns[i], '.');

		if (!sql)
			return false;
		column->name = dot ? dot + 1 : columns[i];
		column->direct = !dot;
		if (column->field) {
			char *linked = only_where_linked(column, columns[i], sql, reader->values);

			free(sql);
			sql = linked;
		}
		buffer_printf(&reader->select, ", %s", sql);
		if (!values && column->field && field_source(column->field)->inherited) {
			size_t stem = strlen(columns[i]) - strlen(column->name);
			char *path = xasprintf("%.*s%s", (int)stem, columns[i], field_source(column->field)->inherited);
			const struct register_def *owner;
			char *inherited = compile_path(
				store, &reader->compiled, query->def, path, &owner, &column->inherited, NULL);

			if (inherited)
				buffer_printf(&reader->select, ", %s", inherited);
			else
				column->inherited = NULL;
			free(inherited);
			free(path);
		}
		if (!values && column->field && (column->field->flags & FIELD_TRANSLATED)) {
			const struct field_def *shown =
				field_in_language(column->owner, column->field, store_context(store)->language);

			if (shown != column->field) {
				/* The same table, the companion's column. */
				char *path = xasprintf("%s_fr", columns[i]);
				const struct register_def *owner;
				char *companion = compile_path(
					store, &reader->compiled, query->def, path, &owner, &column->translated, NULL);

				if (companion)
					buffer_printf(&reader->select, ", %s", companion);
				else
					column->translated = NULL;
				free(companion);
				free(path);
			}
		}
		column->due = reader->answers &&
			      compile_path_late(store, &reader->compiled, query->def, columns[i], &reader->select);
		free(sql);
	}
	return true;
}

static void told_free(struct told *told)
{
	free(told->value);
	free(told->text);
	*told = (struct told){ 0 };
}

static void reader_close(struct reader *reader)
{
	for (size_t i = 0; i < TOLD; i++)
		told_free(&reader->told[i]);
	compiled_free(&reader->compiled);
	buffer_free(&reader->select);
	free(reader->columns);
}

/* The value alone: as the file has it. */
static char *read_value(struct reader *reader, sqlite3_stmt *stmt, const struct column *column, int index)
{
	const struct field_def *field = column->field;

	if (field && !field_is_stored(field)) {
		int64_t id = row_id(reader->store, stmt, index);

		return id ? read_links(reader->store, column->owner, field, id) : NULL;
	}
	if (field && field->type->storage == STORED_REFERENCE && sqlite3_column_type(stmt, index) == SQLITE_INTEGER) {
		/* An id in place of a ref: what it names is not there, unless it stands for unresolved ones. */
		if (sqlite3_column_int64(stmt, index) != -1)
			store_damaged(reader->store, _("a record refers to one that is not in its register"));
		return store_unresolved(reader->store, sqlite3_column_int64(stmt, 0), field->name);
	}
	if (field && field->type->storage != STORED_REFERENCE)
		return row_value(reader->store, stmt, index, field);
	return xstrdup(row_text_or_null(reader->store, stmt, index));
}

/* What is said of the record that the field names; the reader keeps it. */
static const struct told *reference_told(struct reader *reader, const struct field_def *field, int64_t id)
{
	const struct register_def *target = register_find(field->target);
	struct told *told = &reader->told[id % TOLD];
	char *title = NULL;

	if (told->id == id && told->target == target)
		return told;
	told_free(told);
	told->target = target;
	told->id = id;
	read_target(reader->store, field, id, &told->value, &title);
	told->text =
		reference_text(&(struct reference){ target, told->value ? told->value : "", title, REFERENCE_HERE },
			store_context(reader->store), REFERENCE_TITLE);
	free(title);
	return told;
}

/* A reference with the title of what it names. */
static void read_reference(
	struct reader *reader, sqlite3_stmt *stmt, int index, const struct field_def *field, struct cell *cell)
{
	struct store *store = reader->store;
	int64_t id = row_id(store, stmt, index);

	if (id > 0) {
		const struct told *told = reference_told(reader, field, id);

		cell->value = xstrdup(told->value);
		cell->text = xstrdup(told->text);
		return;
	}
	if (id < 0)
		cell->value = store_unresolved(store, sqlite3_column_int64(stmt, 0), field->name);
	cell->text = cell->value ? store_references(store, cell->value, REFERENCE_TITLE, ", ") : xstrdup("");
}

static char *format_property(struct store *store, const struct column *column, const char *value)
{
	int64_t seconds;

	if (value && strcmp(column->name, "ref") != 0 && strcmp(column->name, "uuid") != 0 &&
		date_time_parse(value, &seconds))
		return date_time_format_locale(seconds, store_context(store)->time_zone);
	return xstrdup(value ? value : "");
}

/* In parentheses: the record does not say it itself. */
static char *inherited_text(struct store *store, sqlite3_stmt *stmt, int index, const struct field_def *field)
{
	char *value = row_value(store, stmt, index, field), *text = field_format(field, store_context(store), value),
	     *marked = xasprintf("(%s)", text);

	free(value);
	free(text);
	return marked;
}

static void read_cell(
	struct reader *reader, sqlite3_stmt *stmt, int *at, const struct column *column, struct cell *cell)
{
	struct store *store = reader->store;
	const struct field_def *field = column->field;
	int index = (*at)++;

	if (column->translated || column->inherited)
		(*at)++;
	if (column->due)
		cell->late = sqlite3_column_int(stmt, (*at)++);
	if (field && field->type->storage == STORED_REFERENCE && field_is_stored(field) && !reader->values) {
		read_reference(reader, stmt, index, field, cell);
		return;
	}
	cell->value = read_value(reader, stmt, column, index);
	if (reader->values)
		return;
	if (!field)
		cell->text = format_property(store, column, cell->value);
	else if (!field_is_stored(field))
		cell->text = cell->value ? store_references(store, cell->value, REFERENCE_REF, ", ") : xstrdup("");
	else if (column->translated && row_text_or_null(store, stmt, index + 1))
		cell->text = xstrdup(row_text_or_null(store, stmt, index + 1));
	else if (column->inherited && !cell->value && sqlite3_column_type(stmt, index + 1) != SQLITE_NULL)
		cell->text = inherited_text(store, stmt, index + 1, column->inherited);
	else
		cell->text = column->direct ? value_text_of(store, column->owner, sqlite3_column_int64(stmt, 0), field,
						      cell->value)
					    : field_format(field, store_context(store), cell->value);
	if (field_is_risk_level(field))
		cell->level = method_level_named(store_context(store), cell->value, cell->text);
}

static void read_row(struct reader *reader, sqlite3_stmt *stmt, struct row *row)
{
	int at = 3;
	size_t i;

	row->id = sqlite3_column_int64(stmt, 0);
	row->ref = xstrdup(row_text(reader->store, stmt, 1));
	row->key = xstrdup((const char *)sqlite3_column_text(stmt, 2));
	row->open = row->late = row->left = false;
	if (reader->answers) {
		row->open = sqlite3_column_int(stmt, at++);
		row->late = sqlite3_column_int(stmt, at++);
		row->left = sqlite3_column_int(stmt, at++);
	}
	row->cells = xcalloc(reader->count ? reader->count : 1, sizeof *row->cells);
	for (i = 0; i < reader->count; i++)
		read_cell(reader, stmt, &at, &reader->columns[i], &row->cells[i]);
}

static void row_free(struct row *row, size_t columns)
{
	size_t i;

	for (i = 0; i < columns; i++) {
		free(row->cells[i].value);
		free(row->cells[i].text);
	}
	free(row->cells);
	free(row->ref);
	free(row->key);
}

void rows_free(struct rows *rows)
{
	size_t i;

	for (i = 0; i < rows->count; i++)
		row_free(&rows->items[i], rows->columns);
	free(rows->items);
	rows->items = NULL;
	rows->count = 0;
}

/* One stretch of the way through the index: rows with the same key, then greater (or smaller) ones, then empty ones. */
struct stretch {
	char where[160];
	bool key, id; /* which of them it binds */
};

static size_t plan(const struct compiled *compiled, enum window_from from, bool have_key, const char *sort,
	struct stretch stretches[3], bool *descending)
{
	bool forward = from == WINDOW_FIRST || from == WINDOW_AFTER || from == WINDOW_FROM;
	const char *tie;
	size_t count = 0;

	*descending = forward == compiled->descending;
	memset(stretches, 0, 3 * sizeof *stretches);
	if (from == WINDOW_FIRST || from == WINDOW_LAST) {
		snprintf(stretches[0].where, sizeof stretches[0].where, "1");
		return 1;
	}
	tie = from == WINDOW_FROM ? (*descending ? "<=" : ">=") : (*descending ? "<" : ">");
	(void)sort;
	/* :key and :id are numbered after the binds of the conditions. */
	if (have_key)
		snprintf(stretches[count].where, sizeof stretches[count].where, "SORT = KEY AND t.\"id\" %s ID", tie);
	else
		snprintf(stretches[count].where, sizeof stretches[count].where, "SORT IS NULL AND t.\"id\" %s ID", tie);
	stretches[count].key = have_key;
	stretches[count++].id = true;
	if (have_key) {
		snprintf(stretches[count].where, sizeof stretches[count].where, "SORT %s KEY", *descending ? "<" : ">");
		stretches[count++].key = true;
		if (*descending && compiled->sort_null)
			snprintf(stretches[count++].where, sizeof stretches[0].where, "SORT IS NULL");
	} else if (!*descending) {
		snprintf(stretches[count++].where, sizeof stretches[0].where, "SORT IS NOT NULL");
	}
	return count;
}

static void expand(struct buffer *sql, const char *where, const char *sort, size_t binds)
{
	const char *c = where;

	while (*c) {
		if (strncmp(c, "SORT", 4) == 0) {
			buffer_add(sql, sort);
			c += 4;
		} else if (strncmp(c, "KEY", 3) == 0) {
			buffer_printf(sql, "?%zu", binds + 1);
			c += 3;
		} else if (strncmp(c, "ID", 2) == 0) {
			buffer_printf(sql, "?%zu", binds + 2);
			c += 2;
		} else {
			buffer_add_char(sql, *c++);
		}
	}
}

void bind_all(struct store *store, sqlite3_stmt *stmt, const struct strings *binds)
{
	size_t i;

	for (i = 0; i < binds->count; i++)
		bind_text(store, stmt, (int)i + 1, binds->items[i]);
}

bool store_window(struct store *store, const struct window *window, struct rows *rows, struct error *error)
{
	struct reader reader;
	struct stretch stretches[3];
	size_t count, i, capacity = 0;
	bool descending, ok = false;

	memset(rows, 0, sizeof *rows);
	rows->columns = window->column_count;
	if (!reader_open(&reader, store, window->query, window->columns, window->column_count, false, error))
		goto out;
	count = plan(&reader.compiled, window->from, window->key != NULL, reader.compiled.sort, stretches, &descending);
	for (i = 0; i < count && rows->count < window->count; i++) {
		size_t binds = reader.compiled.binds.count;
		struct buffer sql = { 0 };
		sqlite3_stmt *stmt;
		int code;

		buffer_printf(&sql, "%s%s WHERE %s AND ", reader.select.data, reader.compiled.from.data,
			reader.compiled.where.data);
		expand(&sql, stretches[i].where, reader.compiled.sort, binds);
		buffer_printf(&sql, " ORDER BY %s%s, t.\"id\"%s LIMIT ?%zu", reader.compiled.sort,
			descending ? " DESC" : "", descending ? " DESC" : "", binds + 3);
		stmt = statement(store, sql.data, error);
		buffer_free(&sql);
		if (!stmt)
			goto out;
		bind_all(store, stmt, &reader.compiled.binds);
		if (stretches[i].key)
			bind_text(store, stmt, (int)binds + 1, window->key);
		if (stretches[i].id)
			sqlite3_bind_int64(stmt, (int)binds + 2, window->id);
		sqlite3_bind_int64(stmt, (int)binds + 3, (int64_t)(window->count - rows->count));
		while ((code = statement_step(store, stmt, error)) == SQLITE_ROW) {
			if (rows->count == capacity) {
				capacity = capacity ? capacity * 2 : 64;
				rows->items = xreallocarray(rows->items, capacity, sizeof *rows->items);
			}
			read_row(&reader, stmt, &rows->items[rows->count++]);
		}
		statement_end(store, stmt);
		if (code != SQLITE_DONE)
			goto out;
	}
	if (window->from == WINDOW_LAST || window->from == WINDOW_BEFORE)
		for (i = 0; i < rows->count / 2; i++) {
			struct row swap = rows->items[i];

			rows->items[i] = rows->items[rows->count - 1 - i];
			rows->items[rows->count - 1 - i] = swap;
		}
	ok = true;
out:
	ok = store_answer(store, ok, error);
	if (!ok)
		rows_free(rows);
	reader_close(&reader);
	return ok;
}

static bool each_row(struct store *store, const struct query *query, const char *const *columns, size_t column_count,
	bool values, store_row each, void *user, struct error *error)
{
	struct reader reader;
	struct buffer sql = { 0 };
	sqlite3_stmt *stmt = NULL;
	bool ok = false, go = true;
	int code;

	if (!reader_open(&reader, store, query, columns, column_count, values, error))
		goto out;
	buffer_printf(&sql, "%s%s WHERE %s ORDER BY %s%s, t.\"id\"%s", reader.select.data, reader.compiled.from.data,
		reader.compiled.where.data, reader.compiled.sort, reader.compiled.descending ? " DESC" : "",
		reader.compiled.descending ? " DESC" : "");
	stmt = statement(store, sql.data, error);
	if (!stmt)
		goto out;
	bind_all(store, stmt, &reader.compiled.binds);
	while (go && (code = statement_step(store, stmt, error)) == SQLITE_ROW) {
		struct row row;

		read_row(&reader, stmt, &row);
		/* A row with a hole in it is not handed on. */
		go = !store->failure.kind && each(user, &row);
		row_free(&row, column_count);
	}
	ok = !go || code == SQLITE_DONE;
out:
	statement_end(store, stmt);
	buffer_free(&sql);
	reader_close(&reader);
	return store_answer(store, ok, error);
}

bool store_each(struct store *store, const struct query *query, const char *const *columns, size_t column_count,
	store_row each, void *user, struct error *error)
{
	return each_row(store, query, columns, column_count, false, each, user, error);
}

bool store_each_value(struct store *store, const struct query *query, const char *const *columns, size_t column_count,
	store_row each, void *user, struct error *error)
{
	return each_row(store, query, columns, column_count, true, each, user, error);
}
