/* What follows for other records from one that was written.  Included by the files of this folder only. */
#ifndef NORIA_APP_CONSEQUENCE_H
#define NORIA_APP_CONSEQUENCE_H

#include "app/lib.h"

/* Within the action that wrote the record; before: as it was, NULL: it is new. */
bool consequence_follow(
	struct store *store, struct action *action, const struct record *before, int64_t id, struct error *error);

/* Before a new record is added: what the program writes into it by itself, and what it refuses.  False: error. */
bool consequence_ask(struct store *store, struct record *record, struct error *error);
/* overrule.c: of a new judgement otherwise than the records, what they say; a value that differs is refused. */
bool overrule_fill(struct store *store, struct record *record, struct error *error);
/* record_indicator.c.  False, with the sentence: it is a measurement of what the program counts, and corrects none. */
bool measurement_by_hand(struct store *store, struct record *measurement, struct error *error);

#endif
