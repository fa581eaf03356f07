/*
 * Values as people read them.  A level that was signed or closed keeps its number: where
 * its scale got or lost a level since, the name that the number has now is not what
 * was signed, so that the number stands alone.
 */
#include <string.h>

#include "model/field_type.h"
#include "store/internal.h"

/* The journal's entry after which the record was frozen; 0: it is not known, or of another file. */
static int64_t frozen_after(struct store *store, const struct record *record)
{
	sqlite3_stmt *stmt = statement(store, "SELECT \"id\" FROM \"entry\" WHERE \"hash\" = ?1", NULL);
	const char *seal = NULL;
	int64_t entry = 0;
	size_t i;

	for (i = 0; i < record->def->field_count; i++)
		if (record->def->fields[i].flags & FIELD_SEALED)
			seal = record->values[i];
	if (stmt) {
		bind_text(store, stmt, 1, seal);
		if (statement_row(store, stmt))
			entry = sqlite3_column_int64(stmt, 0);
	}
	statement_end(store, stmt);
	return entry;
}

/* Fields of another register are those that the record wrote down when it was frozen. */
static bool stands(const struct record *record, const struct field_def *field)
{
	return record_stands(record) &&
	       (register_field(record->def, field->name) != field || field_stands(record->def, field));
}

char *store_value_text(
	struct store *store, const struct record *record, const struct field_def *field, const char *value)
{
	const struct model_context *context = store_context(store);
	unsigned scales = 0;

	if (value && *value && field->scale && context->method.rescaled && record && stands(record, field) &&
		scales_resized_since(store, frozen_after(store, record), &scales, NULL) &&
		(scales & scale_bit(field->scale)))
		/* TRANSLATORS: the number of a level that was signed before its scale was changed */
		return xasprintf(_("%s (earlier scale)"), value);
	return field_format(field, context, value);
}

char *value_text_of(struct store *store, const struct register_def *def, int64_t id, const struct field_def *field,
	const char *value)
{
	bool asks = value && field->scale && def->frozen && store_context(store)->method.rescaled;
	struct record *record = asks ? read_record(store, def, id, false, NULL) : NULL;
	char *text = store_value_text(store, record, field, value);

	record_free(record);
	return text;
}
