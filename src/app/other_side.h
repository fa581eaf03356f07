/* What a new record says in a field that is kept on the other side.  Included by the files of this folder only. */
#ifndef NORIA_APP_OTHER_SIDE_H
#define NORIA_APP_OTHER_SIDE_H

#include "app/lib.h"

/* Each record that `given` names in a FIELD_INVERSE field gets the new record's ref in the field behind it. */
bool other_side_write(
	struct store *store, struct action *action, const struct record *given, const char *ref, struct error *error);

#endif
