/* What lies beside the file: who may have left it, and the two ways by which SQLite comes to the file. */
#ifndef NORIA_STORE_BESIDE_H
#define NORIA_STORE_BESIDE_H

#include <sqlite3.h>
#include <sys/stat.h>

#include "base/lib.h"

enum beside_fault {
	BESIDE_NONE,
	BESIDE_LINK,    /* a link, a second name of another file, or no ordinary file */
	BESIDE_OWNER,   /* of somebody who may not write the file */
	BESIDE_SUPER,   /* a journal that names another file to be deleted */
	BESIDE_FOREIGN, /* no journal of this file */
	BESIDE_WAL,     /* a write-ahead log: Noria's files have none */
	BESIDE_CHANGED  /* the file changed while it was read without a lock */
};

/* ---- beside.c ---- */

/* False, with the sentence, where a file beside `path` shows that it must not be opened as it lies there. */
bool beside_allows(const char *path, struct error *error);
/* What is wrong with the file of that name beside the database, by its kind and its owner alone. */
enum beside_fault beside_look(const char *name, const char *database);
/* What is wrong with an open journal; `current` is the open database. */
enum beside_fault beside_judge(sqlite3_file *journal, sqlite3_file *current);
/* Keeps why SQLite is told that it cannot; the next failure's sentence says it.  Returns SQLITE_CANTOPEN. */
int beside_refuse(enum beside_fault fault, const char *name);
/* True, with the sentence, where the last failure of SQLite was such a refusal. */
bool beside_refused(struct error *error);
/* The name of the VFS through which a file is written and read: the one of that name (NULL: the usual) behind a look at what lies beside. */
const char *beside_vfs(const char *below);

/* ---- look.c ---- */

/* The name of the VFS that reads a file without locks and without writing anything, and sees what a broken-off write left as it was before. */
const char *look_vfs(void);

#endif
