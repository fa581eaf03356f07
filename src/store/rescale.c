/*
 * A level more or less on a scale of the method in use: the levels, the counts,
 * grid and threshold of the method, and by rederive.c all that is rated on the scale.
 */
#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

/* ---- what it touches ---- */

/* ('closed', 'signed'): the states in which records of the register stand as they were; NULL: none.  The caller frees. */
static char *frozen_states(const struct register_def *def)
{
	struct buffer text = { 0 };
	size_t i;

	for (i = 0; def->frozen && def->frozen[i]; i++)
		buffer_printf(&text, "%s'%s'", i ? ", " : "(", def->frozen[i]);
	if (!text.length)
		return NULL;
	buffer_add_char(&text, ')');
	return buffer_take(&text);
}

/* Records of the register that hold, written down, levels of the scale that others had when they were frozen. */
static bool writes_down(const struct register_def *def, enum scale_kind scale)
{
	size_t i;

	for (i = 0; def->snapshot.table && def->snapshot.columns[i]; i++) {
		const struct field_def *field =
			register_field(register_find(def->snapshot.of), def->snapshot.columns[i]);

		if (field && field->scale && strcmp(field->scale, scale_names[scale]) == 0)
			return true;
	}
	return false;
}

static int64_t count_where(
	struct store *store, const struct register_def *def, const char *condition, const char *states)
{
	char *sql = xasprintf("SELECT count(*) FROM \"%s\" WHERE (%s)%s%s", register_table(def), condition,
		states ? " AND \"status\" IN " : "", states ? states : "");
	int64_t count = store_integer(store, sql, 0);

	free(sql);
	return count;
}

struct rescale_counts store_rescale_counts(struct store *store, const struct rescale *rescale)
{
	struct rescale_counts counts = { NULL, 0 };
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		const struct register_def *def = dictionary[i];
		char *condition = rescale_condition(rescale, def, false),
		     *standing = rescale_condition(rescale, def, true), *states = frozen_states(def);
		struct rescale_count count = { .def = def };

		count.moved = condition ? count_where(store, def, condition, NULL) : 0;
		count.frozen = standing && states ? count_where(store, def, standing, states) : 0;
		count.moved -= count.frozen;
		if (states && writes_down(def, rescale->scale))
			count.frozen += count_where(store, def, "1", states);
		if (count.moved || count.frozen) {
			counts.items = xreallocarray(counts.items, counts.count + 1, sizeof *counts.items);
			counts.items[counts.count++] = count;
		}
		free(condition);
		free(standing);
		free(states);
	}
	return counts;
}

/* ---- carrying it out ---- */

/* The ids of the levels from a number on, in the order in which they can move without meeting.  The caller frees them, in any case. */
static bool levels_from(struct action *action, const struct rescale *rescale, int64_t method, int64_t **ids,
	size_t *count, struct error *error)
{
	struct store *store = action->store;
	char *sql = xasprintf(
		"SELECT \"id\" FROM \"level\" WHERE \"method\" = ?1 AND \"scale\" = ?2 AND \"number\" >= ?3 ORDER BY \"number\" %s",
		rescale->adds ? "DESC" : "ASC");
	sqlite3_stmt *stmt = statement(store, sql, error);
	int code = SQLITE_ERROR;

	free(sql);
	*ids = NULL;
	*count = 0;
	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, method);
	sqlite3_bind_text(stmt, 2, scale_names[rescale->scale], -1, SQLITE_STATIC);
	sqlite3_bind_int(stmt, 3, rescale->number);
	while ((code = statement_step(store, stmt, error)) == SQLITE_ROW) {
		*ids = xreallocarray(*ids, *count + 1, sizeof **ids);
		(*ids)[(*count)++] = sqlite3_column_int64(stmt, 0);
	}
	statement_end(store, stmt);
	return code == SQLITE_DONE;
}

/* One level of the scale: it goes, or stands one place further. */
static bool move_level(struct action *action, const struct rescale *rescale, int64_t id, struct error *error)
{
	struct record *old = read_record(action->store, register_find("level"), id, false, error),
		      *new = old ? record_copy(old) : NULL;
	int64_t number = 0;
	bool ok = new &&record_get(old, "number") && number_parse_integer(record_get(old, "number"), &number);

	if (ok && !rescale->adds && number == rescale->number) {
		ok = write_delete(action, old, error);
	} else if (ok) {
		/* The number is fixed for people: it changes for all of the scale or not at all. */
		record_set_number(new, "number", number + (rescale->adds ? 1 : -1));
		ok = write_update(action, old, new, error);
	}
	record_free(old);
	record_free(new);
	return ok;
}

static bool move_levels(struct action *action, const struct rescale *rescale, int64_t method, struct error *error)
{
	int64_t *ids;
	size_t count, i;
	bool ok = levels_from(action, rescale, method, &ids, &count, error);

	for (i = 0; i < count && ok; i++)
		ok = move_level(action, rescale, ids[i], error);
	free(ids);
	return ok;
}

static bool change_method(struct action *action, const struct rescale *rescale, const struct record *method,
	const struct risk_grid *grid, struct error *error)
{
	struct record *new = record_copy(method);
	const char *field = scale_count_field(rescale->scale);
	char *cells = grid_text(grid);
	int64_t threshold;
	bool ok;

	if (field) {
		record_set_number(new, field, rescale->count + (rescale->adds ? 1 : -1));
		record_set(new, "grid", cells);
		if (rescale->scale == SCALE_RISK && record_get(method, "threshold") &&
			number_parse_integer(record_get(method, "threshold"), &threshold))
			record_set_number(new, "threshold", rescale_level(rescale, (int)threshold));
	}
	ok = write_update(action, method, new, error);
	free(cells);
	record_free(new);
	return ok;
}

/* The method in use as the file holds it: the threshold that it came with moves here, later ones as all that is rated. */
static struct record *held_method(struct store *store, struct error *error)
{
	const struct register_def *def = NULL;
	int64_t id = read_find_ref(store, store_context(store)->method.ref, &def);

	if (!id || !def)
		return store_record_by_ref(store, store_context(store)->method.ref, error);
	return read_record(store, def, id, false, error);
}

static bool rescale(struct action *action, const struct rescale *rescale, struct record *level, struct error *error)
{
	struct store *store = action->store;
	const struct method *method = &store_context(store)->method;
	struct risk_grid grid = grid_of(method);
	struct record *record;
	bool ok;

	if (!rescale_fits(rescale, method, error) || !rescale_allowed(rescale, error))
		return false;
	record = held_method(store, error);
	if (!record)
		return false;
	grid = grid_rescale(&grid, rescale);
	action->rescale = *rescale;
	action->rescaled = true;
	ok = move_levels(action, rescale, record->id, error) && change_method(action, rescale, record, &grid, error);
	if (ok && level) {
		record_set(level, "method", record->ref);
		record_set(level, "scale", scale_names[rescale->scale]);
		record_set_number(level, "number", rescale->number);
		ok = action_add(action, level, error);
	}
	record_free(record);
	return ok;
}

bool store_rescale(struct store *store, const struct rescale *change, struct record *level, struct error *error)
{
	struct action *action = action_begin(store, "scale", error);

	if (!action)
		return false;
	action_bulk(action);
	if (rescale(action, change, level, error))
		return action_commit(action, error);
	action_rollback(action);
	return false;
}
