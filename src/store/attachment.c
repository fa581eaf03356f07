/* The bytes of attached evidence, kept by their SHA-256: what comes out is what went in, or it is said that it is not. */
#include <string.h>

#include "store/internal.h"

static void digest_of(const void *bytes, size_t count, char hex[HASH_TEXT])
{
	struct hash *hash = hash_new();
	unsigned char digest[HASH_BYTES];

	hash_add(hash, bytes, count);
	hash_end(hash, digest);
	hash_hex(digest, HASH_BYTES, hex);
}

bool action_attach(struct action *action, const void *bytes, size_t count, char hex[HASH_TEXT], struct error *error)
{
	sqlite3_stmt *stmt;

	if (count > ATTACHMENT_MAX)
		return error_set(error, ERROR_INVALID,
			_("An attached file may have 10 MB at most; keep larger ones elsewhere and say where."));
	digest_of(bytes, count, hex);
	stmt = statement(
		action->store, "INSERT OR IGNORE INTO \"attachment\"(\"sha256\", \"bytes\") VALUES(?1, ?2)", error);
	if (!stmt)
		return false;
	bind_text(action->store, stmt, 1, hex);
	sqlite3_bind_blob64(stmt, 2, count ? bytes : "", count, SQLITE_STATIC);
	return statement_run(action->store, stmt, error);
}

bool store_attachment(struct store *store, const char *hex, struct buffer *bytes, struct error *error)
{
	sqlite3_stmt *stmt = statement(store, "SELECT \"bytes\" FROM \"attachment\" WHERE \"sha256\" = ?1", error);
	char found[HASH_TEXT];
	int code;

	if (!stmt)
		return false;
	bind_text(store, stmt, 1, hex);
	code = statement_step(store, stmt, error);
	if (code == SQLITE_ROW && sqlite3_column_bytes(stmt, 0))
		buffer_add_bytes(bytes, sqlite3_column_blob(stmt, 0), (size_t)sqlite3_column_bytes(stmt, 0));
	statement_end(store, stmt);
	if (code != SQLITE_ROW)
		return code == SQLITE_DONE &&
		       error_set(error, ERROR_INVALID,
			       _("The attached file is not in this file; it was left out when the file was made."));
	digest_of(bytes->data ? bytes->data : "", bytes->length, found);
	if (strcmp(found, hex) != 0)
		return error_set(error, ERROR_NEGATIVE,
			_("The attached file was altered: its SHA-256 is no longer the one that was recorded."));
	return true;
}
