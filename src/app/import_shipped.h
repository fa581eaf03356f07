/* Reads what ships with the program into a file. */
#ifndef NORIA_APP_IMPORT_SHIPPED_H
#define NORIA_APP_IMPORT_SHIPPED_H

#include "app/lib.h"

/* A catalogue or table of the program's data.  *postponed (may be NULL) gets how many rows wait for a second pass. */
bool import_shipped(struct action *action, struct store *store, const char *name, const struct import_options *options,
	int64_t *postponed, struct error *error);

#endif
