/* A reference in the words of people.  Included by the files that resolve one. */
#ifndef NORIA_EXCHANGE_RESOLVE_PARTS_H
#define NORIA_EXCHANGE_RESOLVE_PARTS_H

#include "exchange/lib.h"

/* What one field of one record is resolved by. */
struct resolver {
	struct store *store;
	struct action *action;
	const struct field_def *field;
	const struct register_def *target;
	const struct resolving *how;
};

/* The ref of the record that the text names; NULL: none, *several: more than one, or error.  The caller frees. */
char *resolve_find(const struct resolver *resolver, const char *text, bool *several, struct error *error);
/* Whether a record of that name may be made where none is. */
bool resolve_may_make(const struct resolver *resolver);
/* "Jeanne Roy; Karim Benali" in a field of one: no record bears it, and none is to be made that does. */
bool resolve_may_be_several(const struct resolver *resolver, const char *text);
/* The ref of the one record that the text names, which is made where it may be.  False: error.  The caller frees. */
bool resolve_one(const struct resolver *resolver, const char *text, char **ref, struct error *error);

#endif
