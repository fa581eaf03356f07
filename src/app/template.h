/* What a new file takes over from the file of another organisation. */
#ifndef NORIA_APP_TEMPLATE_H
#define NORIA_APP_TEMPLATE_H

#include "app/lib.h"

/*
 * Copies what a template gives (register_def.template_part) from the file of that path; the refs of
 * its catalogue and its method (NULL: it has none) are the caller's to free, also on error.
 */
bool template_copy(struct action *action, struct store *store, const char *path, char **catalogue, char **method,
	struct error *error);

#endif
