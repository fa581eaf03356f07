/* Checksums of the pages of a file: see pages.c.  Included by store/ only. */
#ifndef NORIA_STORE_PAGES_H
#define NORIA_STORE_PAGES_H

#include <sqlite3.h>

#include "base/lib.h"

#define PAGES_RESERVE 16 /* bytes of each page that SQLite leaves alone */

enum pages_state {
	PAGES_UNKNOWN, /* page 1 was not read yet */
	PAGES_PLAIN,   /* the file keeps no sums */
	PAGES_FOREIGN, /* it does, but another program wrote since: none is verified, none written */
	PAGES_VERIFIED,
	PAGES_FRESH /* a new file, or one that is written anew: every page gets its sum */
};

/* Of one open database file; owned by its connection. */
struct pages {
	enum pages_state state;
	bool lenient;           /* pages that do not match are counted and read all the same (`check`) */
	int64_t bad, first_bad; /* pages read that did not match, and the number of the first */
	int failure,
		failure_errno; /* SQLite's code of the first failed call of the system since it was reset, and the system's; 0: none */
};

/* The name of the VFS of sums over one of that name (NULL: the default); NULL: out of memory. */
const char *pages_vfs(const char *name);
/* Of a connection's main file; NULL: it is in memory. */
struct pages *pages_of(sqlite3 *db);
/* A database that is still empty will keep sums. */
bool pages_reserve(sqlite3 *db);
/* Reads every page of the file, free ones too, and tells the numbers of those that do not match.  False: it could not be read.  Call it within a transaction. */
bool pages_scan(sqlite3 *db, struct pages *pages, void (*found)(void *user, int64_t page), void *user);
/* Gives all pages of a database in memory (sqlite3_serialize) their sums; without the room for them nothing happens. */
void pages_stamp_all(unsigned char *bytes, sqlite3_int64 size);

#endif
