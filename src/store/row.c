/*
 * The values of a row, checked where they are read: a file is hostile until then.
 * What no Noria file holds (a NULL that the schema forbids, another type, text
 * that is no UTF-8 or goes on behind a NUL, a register that is not ours) is
 * damage, which stays with the store like any failure.
 */
#include <string.h>

#include "store/internal.h"

static const char *text_of(struct store *store, sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);
	size_t length = (size_t)sqlite3_column_bytes(stmt, column);

	if (!text) {
		store_fail(store, NULL);
		return "";
	}
	if (memchr(text, 0, length) || !text_is_valid(text, length)) {
		store_damaged(store, _("a text is not valid UTF-8"));
		return "";
	}
	return text;
}

const char *row_text_or_null(struct store *store, sqlite3_stmt *stmt, int column)
{
	switch (sqlite3_column_type(stmt, column)) {
	case SQLITE_NULL:
		return NULL;
	case SQLITE_TEXT:
		return text_of(store, stmt, column);
	default:
		store_damaged(store, _("a value is of another type"));
		return NULL;
	}
}

const char *row_text(struct store *store, sqlite3_stmt *stmt, int column)
{
	if (sqlite3_column_type(stmt, column) == SQLITE_NULL) {
		store_damaged(store, _("a value is missing"));
		return "";
	}
	return text_of(store, stmt, column);
}

int64_t row_id(struct store *store, sqlite3_stmt *stmt, int column)
{
	if (sqlite3_column_type(stmt, column) == SQLITE_NULL)
		return 0;
	if (sqlite3_column_type(stmt, column) != SQLITE_INTEGER)
		store_damaged(store, _("a value is of another type"));
	return sqlite3_column_int64(stmt, column);
}

const struct register_def *row_register(struct store *store, sqlite3_stmt *stmt, int column)
{
	const struct register_def *def = register_find(row_text(store, stmt, column));

	if (!def)
		store_damaged(store, _("a record is of a register that does not exist"));
	return def;
}

/* Whether a value of that type may stand in a column of that storage. */
static bool type_fits(enum storage storage, int type)
{
	switch (storage) {
	case STORED_INTEGER:
	case STORED_REFERENCE:
		return type == SQLITE_INTEGER;
	case STORED_REAL:
		return type == SQLITE_FLOAT || type == SQLITE_INTEGER;
	case STORED_TEXT:
	case STORED_LINKS:
		break;
	}
	return type == SQLITE_TEXT;
}

char *row_value(struct store *store, sqlite3_stmt *stmt, int column, const struct field_def *field)
{
	int type = sqlite3_column_type(stmt, column);

	if (type == SQLITE_NULL)
		return NULL;
	if (!type_fits(field->type->storage, type)) {
		store_damaged(store, _("a value is of another type"));
		return NULL;
	}
	if (field->type->storage == STORED_REAL)
		return number_format_real(sqlite3_column_double(stmt, column));
	return xstrdup(text_of(store, stmt, column));
}
