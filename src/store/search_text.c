/* The text by which a record is found: its own fields, and of a line of the SoA its control's. */
#include <string.h>

#include "store/internal.h"

/* The texts by which a record is found, for those who are found by them too. */
static char *search_columns_sql(const void *of)
{
	const struct register_def *def = of;
	struct buffer sql = { 0 };
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if ((def->fields[i].flags & FIELD_SEARCH) && field_is_stored(&def->fields[i]) &&
			!field_is_reference(&def->fields[i]))
			buffer_printf(&sql, "%s\"%s\"", sql.length ? ", " : "SELECT ", def->fields[i].name);
	if (!sql.length)
		buffer_add(&sql, "SELECT NULL");
	buffer_printf(&sql, " FROM \"%s\" WHERE \"id\" = ?1", register_table(def));
	return buffer_take(&sql);
}

char *record_search_text(struct store *store, const struct record *record)
{
	struct buffer text = { 0 };
	size_t i;
	char *joined, *folded;

	if (record->ref)
		buffer_add(&text, record->ref);
	for (i = 0; i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];
		const char *value = record->values[i];

		if (!(field->flags & FIELD_SEARCH) || !value)
			continue;
		buffer_add_char(&text, '\n');
		if (field_is_reference(field)) {
			/* A line of the SoA is found by the titles of its control. */
			const struct register_def *def;
			int64_t id = read_find_ref(store, value, &def);
			sqlite3_stmt *stmt = id ? statement_of(store, search_columns_sql, def, NULL) : NULL;
			int column;

			if (!stmt)
				continue;
			sqlite3_bind_int64(stmt, 1, id);
			if (statement_row(store, stmt))
				for (column = 0; column < sqlite3_column_count(stmt); column++)
					if (row_text_or_null(store, stmt, column)) {
						buffer_add(&text, row_text_or_null(store, stmt, column));
						buffer_add_char(&text, '\n');
					}
			statement_end(store, stmt);
		} else {
			buffer_add(&text, value);
		}
	}
	joined = buffer_take(&text);
	folded = text_fold(joined);
	free(joined);
	return folded;
}
