/* A level that is new: whether it has a place of its own on its scale.  Scales in use grow by rescale.c. */
#include <string.h>

#include "store/internal.h"

/* Beyond the scale of the method in use a level would be of no scale. */
static bool check_place(struct store *store, const struct record *record, struct error *error)
{
	const struct method *method = &store_context(store)->method;
	const char *number = record_get(record, "number");
	int i;

	for (i = 0; i < SCALE_COUNT && method->ref && strcmp(record_get(record, "method"), method->ref) == 0; i++)
		if (scale_count_field((enum scale_kind)i) && strcmp(record_get(record, "scale"), scale_names[i]) == 0 &&
			atoi(number) > method->scales[i].count)
			return error_set_field(error, ERROR_INVALID, "number",
				_("The scale has %d levels; another one comes in by the editor of the risk method or by `noria add --rescale`."),
				method->scales[i].count);
	return true;
}

/* A new level has a number of its own; moving the others is store_rescale's. */
static bool check_number(struct store *store, const struct record *record, struct error *error)
{
	static const char sql[] =
		"SELECT count(*) FROM \"level\" l JOIN \"record\" r ON r.\"id\" = l.\"method\" WHERE r.\"ref\" = ?1 AND l.\"scale\" = ?2 AND l.\"number\" = ?3";
	sqlite3_stmt *stmt = statement(store, sql, error);
	int code = SQLITE_ERROR;
	bool taken = false;

	if (stmt) {
		bind_text(store, stmt, 1, record_get(record, "method"));
		bind_text(store, stmt, 2, record_get(record, "scale"));
		bind_text(store, stmt, 3, record_get(record, "number"));
		code = statement_step(store, stmt, error);
		taken = code == SQLITE_ROW && sqlite3_column_int(stmt, 0);
	}
	statement_end(store, stmt);
	if (taken)
		return error_set_field(error, ERROR_INVALID, "number",
			_("The scale has a level %s already; another one comes in by the editor of the risk method or by `noria add --rescale`."),
			record_get(record, "number"));
	return code == SQLITE_ROW;
}

bool check_level(struct store *store, const struct record *record, struct error *error)
{
	return strcmp(record->def->name, "level") != 0 ||
	       (check_place(store, record, error) && check_number(store, record, error));
}
