/*
 * What a change of scale means for undo and redo: a number that was chosen on a scale
 * comes back on the same scale or not at all, and a scale does not go back under what
 * was chosen on it since.
 */
#include <string.h>

#include "model/field_type.h"
#include "store/internal.h"

static unsigned bit(enum scale_kind scale)
{
	return 1u << scale;
}

unsigned scale_bit(const char *name)
{
	int i;

	for (i = 0; name && i < SCALE_COUNT; i++)
		if (strcmp(scale_names[i], name) == 0)
			return bit((enum scale_kind)i);
	return 0;
}

/* The scales on which a value of the field stands, where people chose it. */
static unsigned scales_of_field(const struct register_def *def, const char *name)
{
	const struct field_def *field = name ? register_field(def, name) : NULL;

	if (field && field->type == &type_level && !(field->flags & FIELD_DERIVED))
		return scale_bit(field->scale);
	if (strcmp(def->name, "method") != 0 || !field)
		return 0;
	if (strcmp(name, "threshold") == 0)
		return bit(SCALE_RISK);
	return strcmp(name, "grid") == 0 ? bit(SCALE_LIKELIHOOD) | bit(SCALE_IMPACT) | bit(SCALE_RISK) : 0;
}

static bool is_kind(const struct json *row, const char *kind)
{
	return strcmp(json_text(row, 0), kind) == 0;
}

/* The scales on which the row chose a level, or, reversed, would bring one back. */
static unsigned scales_of_row(const struct register_def *def, const struct json *row, bool back)
{
	const struct json *value;
	unsigned scales = 0;

	if (is_kind(row, "set"))
		return json_text(row, back ? 4 : 5) ? scales_of_field(def, json_text(row, 3)) : 0;
	if (!is_kind(row, back ? "-record" : "+record") || !json_at(row, 4))
		return 0;
	for (value = json_at(row, 4)->child; value; value = value->next)
		if (value->type == JSON_STRING)
			scales |= scales_of_field(def, value->name);
	return scales;
}

/* The scales that got or lost a level by the row, one of a change of scale. */
static unsigned scales_resized(const struct register_def *def, const struct json *row)
{
	const struct json *scale;
	int i;

	for (i = 0; strcmp(def->name, "method") == 0 && is_kind(row, "set") && i < SCALE_COUNT; i++)
		if (scale_count_field((enum scale_kind)i) && json_text(row, 3) &&
			strcmp(scale_count_field((enum scale_kind)i), json_text(row, 3)) == 0)
			return bit((enum scale_kind)i);
	if (strcmp(def->name, "level") != 0 || !(is_kind(row, "+record") || is_kind(row, "-record")))
		return 0;
	scale = json_at(row, 4) ? json_member(json_at(row, 4), "scale") : NULL;
	return scale ? scale_bit(scale->text) : 0;
}

/* ---- through the journal ---- */

struct change_row {
	int64_t record;
	const char *hash; /* of the entry */
	const struct register_def *def;
	const struct json *json;
};

/* Calls for each row that the statement gives (hash, record, text) until one is met.  The caller's statement ends here. */
static bool each_row(struct store *store, sqlite3_stmt *stmt,
	bool (*meet)(struct store *, const struct change_row *, void *), void *user, struct error *error)
{
	bool met = false;
	int code = SQLITE_DONE;

	while (!met && (code = statement_step(store, stmt, error)) == SQLITE_ROW) {
		const char *text = row_text_or_null(store, stmt, 2);
		struct json *json = text ? json_parse(text) : NULL;
		const struct register_def *def =
			json && json_text(json, 0) && json_text(json, 1) ? register_find(json_text(json, 1)) : NULL;

		met = def && meet(store,
				     &(struct change_row){ sqlite3_column_int64(stmt, 1),
					     row_text_or_null(store, stmt, 0), def, json },
				     user);
		json_free(json);
	}
	statement_end(store, stmt);
	return met || code == SQLITE_DONE;
}

static sqlite3_stmt *rows_of(struct store *store, int64_t entry, struct error *error)
{
	sqlite3_stmt *stmt =
		statement(store, "SELECT NULL, \"record\", \"text\" FROM \"change\" WHERE \"entry\" = ?1", error);

	if (stmt)
		sqlite3_bind_int64(stmt, 1, entry);
	return stmt;
}

static bool add_resized(struct store *store, const struct change_row *row, void *user)
{
	unsigned *scales = user;

	(void)store;
	*scales |= scales_resized(row->def, row->json);
	return false;
}

/* The scales that the action changed. */
static bool resized_by(struct store *store, int64_t action, unsigned *scales, struct error *error)
{
	sqlite3_stmt *stmt = rows_of(store, action, error);

	return stmt && each_row(store, stmt, add_resized, scales, error);
}

/* A change of scale that is done and undone again leaves the scale as it was. */
static void toggle(int64_t **changes, size_t *count, int64_t change)
{
	size_t i;

	for (i = 0; i < *count && (*changes)[i] != change; i++)
		;
	if (i < *count) {
		(*changes)[i] = (*changes)[--*count];
		return;
	}
	*changes = xreallocarray(*changes, *count + 1, sizeof **changes);
	(*changes)[(*count)++] = change;
}

bool scales_resized_since(struct store *store, int64_t entry, unsigned *scales, struct error *error)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT \"id\" FROM \"entry\" WHERE \"id\" > ?1 AND \"action\" IN ('scale', 'undo', 'redo') ORDER BY \"id\"",
		error);
	int64_t *changes = NULL;
	size_t count = 0, i;
	int code = SQLITE_ERROR;
	bool ok;

	*scales = 0;
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, entry);
	while ((code = statement_step(store, stmt, error)) == SQLITE_ROW) {
		char *action = NULL;
		int64_t original = journal_original(store, sqlite3_column_int64(stmt, 0), &action);

		if (action && strcmp(action, "scale") == 0)
			toggle(&changes, &count, original);
		free(action);
	}
	statement_end(store, stmt);
	ok = code == SQLITE_DONE;
	for (i = 0; i < count && ok; i++)
		ok = resized_by(store, changes[i], scales, error);
	free(changes);
	return ok;
}

/* ---- what is in the way ---- */

struct way {
	unsigned scales;
	bool back; /* levels that the rows would bring back; false: levels that they chose */
	bool method;
	char *ref; /* of the record that stands in the way; NULL: none does */
};

static bool stands_in(struct store *store, const struct change_row *row, void *user)
{
	struct way *way = user;

	if (!(scales_of_row(row->def, row->json, way->back) & way->scales) ||
		(row->hash && journal_is_undone(store, row->hash)))
		return false;
	if (read_exists(store, row->def, row->record))
		read_name(store, row->def, row->record, &way->ref, NULL);
	else if (way->back && is_kind(row->json, "-record"))
		way->ref = xstrdup(json_text(row->json, 3));
	way->method = strcmp(row->def->name, "method") == 0;
	return way->ref != NULL;
}

static bool brings_none_back(struct store *store, int64_t entry, struct error *error)
{
	struct way way = { .back = true };
	sqlite3_stmt *stmt;
	bool ok;

	if (!scales_resized_since(store, entry, &way.scales, error))
		return false;
	if (!way.scales)
		return true;
	stmt = rows_of(store, entry, error);
	ok = stmt && each_row(store, stmt, stands_in, &way, error);
	if (way.ref)
		ok = error_set(error, ERROR_INVALID,
			_("A scale was changed since: the levels that %s had on it would mean others now. Nothing was undone or done again."),
			way.ref);
	free(way.ref);
	return ok;
}

static bool none_chosen_since(struct store *store, int64_t entry, int64_t change, struct error *error)
{
	static const char sql[] =
		"SELECT e.\"hash\", c.\"record\", c.\"text\" FROM \"entry\" e JOIN \"change\" c ON c.\"entry\" = e.\"id\" WHERE e.\"id\" > ?1 AND e.\"action\" NOT IN ('undo', 'redo')";
	struct way way = { 0 };
	sqlite3_stmt *stmt;
	bool ok;

	if (!resized_by(store, change, &way.scales, error))
		return false;
	stmt = statement(store, sql, error);
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, entry);
	ok = each_row(store, stmt, stands_in, &way, error);
	if (way.ref)
		ok = error_set(error, ERROR_INVALID,
			way.method
				? _("The grid or the threshold of %s was set since, for the scale as it is; change the scale in the editor of the risk method, where they follow.")
				: _("%s was rated since, on the scale as it is; change the scale in the editor of the risk method, where the ratings follow."),
			way.ref);
	free(way.ref);
	return ok;
}

bool rescale_may_go_back(struct store *store, int64_t entry, struct error *error)
{
	char *first = NULL;
	int64_t original = journal_original(store, entry, &first);
	bool ok = !first || strcmp(first, "scale") != 0 || none_chosen_since(store, entry, original, error);

	free(first);
	return ok && brings_none_back(store, entry, error);
}
