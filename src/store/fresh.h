/* A new file that has no name until it is whole: whatever ends the program before, nothing is left of it. */
#ifndef NORIA_STORE_FRESH_H
#define NORIA_STORE_FRESH_H

#include <signal.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

struct fresh {
	int file;
	int unsynced;
	char *beside; /* its name beside the place, where the file system has no files without a name; NULL: it has none */
	sigset_t before;
};

/* Opens one for `path`, mode 0600; false with errno.  Signals that would end the program wait until fresh_end. */
bool fresh_begin(struct fresh *fresh, const char *path);
/* Such a signal waits. */
bool fresh_is_stopped(void);
/* Writes all; false with errno. */
bool write_all(int file, const unsigned char *bytes, size_t size);
/* Syncs it and gives it its name, never over something (EEXIST); unsynced: why its folder could not be synced, 0 where it was.  False with errno. */
bool fresh_name(struct fresh *fresh, const char *path);
/* Ends in any case: what has no name by now is gone. */
void fresh_end(struct fresh *fresh);
/* Opens a connection on it, without a journal; SQLite's code. */
int fresh_database(const struct fresh *fresh, sqlite3 **db);

#endif
