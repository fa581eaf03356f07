/*
 * A rollback journal of SQLite, read by ourselves: what it says of itself, and the
 * pages that it holds.  https://sqlite.org/fileformat2.html#the_rollback_journal
 */
#ifndef NORIA_STORE_ROLLBACK_H
#define NORIA_STORE_ROLLBACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum rollback_fault {
	ROLLBACK_SOUND,
	ROLLBACK_NOTHING, /* it rolls nothing back: empty, zeroed, or cut off in its header */
	ROLLBACK_NOT_ONE, /* something else lies under this name */
	ROLLBACK_SUPER,   /* it names a super-journal, which SQLite would delete */
	ROLLBACK_FOREIGN  /* of another database, or of this one at another time */
};

/* Reads all of `amount` bytes; false where they are not there. */
typedef bool (*rollback_reader)(void *user, void *to, size_t amount, int64_t at);

struct rollback {
	rollback_reader read;
	void *user;
	int64_t size;   /* bytes */
	uint32_t pages; /* of the database before the transaction */
	uint32_t sector, page_size;
};

/* Called with each page and where its content begins; false ends it. */
typedef bool (*rollback_page)(void *user, uint32_t number, const unsigned char *content, int64_t at);

/* Fills the rest of `journal` from its first header; read, user and size are given. */
enum rollback_fault rollback_open(struct rollback *journal);
/*
 * Compares with the first bytes of the database as it stands and its size in bytes:
 * it must be the one from which this journal was made.
 */
enum rollback_fault rollback_judge(const struct rollback *journal, const unsigned char header[100], int64_t size);
/*
 * The pages as SQLite would play them back.  With `unsynced` also those that the
 * header does not count yet.  False: it could not be read.
 */
bool rollback_each(const struct rollback *journal, bool unsynced, rollback_page page, void *user);
/* True where its end names a super-journal, whatever its beginning is. */
bool rollback_names_super(const struct rollback *journal);

#endif
