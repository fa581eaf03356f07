/* What the files that change records share (edit.c: words and forms, change_all.c: many at once). */
#ifndef NORIA_APP_EDIT_PARTS_H
#define NORIA_APP_EDIT_PARTS_H

#include "app/lib.h"

/* A record that a person changes, with what is kept of the change besides.  before: what a form showed; NULL: the words say what changes. */
bool app_change_record(struct store *store, struct action *action, const struct record *before, struct record *record,
	const char *const *assignments, size_t count, struct error *error);
/* The ref of a record that is made under that name; NULL: it is refused.  The caller frees. */
char *app_add_of_name(struct store *store, struct action *action, const struct register_def *target, const char *name,
	struct error *error);

#endif
