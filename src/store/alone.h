/*
 * What the file systems of ours share that SQLite uses for one file alone, with nothing
 * beside it: what fresh.c writes and look.c reads.
 */
#ifndef NORIA_STORE_ALONE_H
#define NORIA_STORE_ALONE_H

#include <sqlite3.h>
#include <stddef.h>

/* Methods of the file: nothing to sync, nobody else's lock, no answer, 0. */
int alone_sync(sqlite3_file *file, int flags);
int alone_reserved(sqlite3_file *file, int *out);
int alone_control(sqlite3_file *file, int what, void *argument);
int alone_number(sqlite3_file *file);
/* The system's VFS under another name, with files of that size; nothing is there beside the file.  The caller registers it. */
void alone_vfs(sqlite3_vfs *vfs, const char *name, size_t size,
	int (*open)(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out));

#endif
