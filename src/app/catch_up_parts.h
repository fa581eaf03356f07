/* The parts of catching up, each a line in the table of catch_up.c: a cheap question, and one action. */
#ifndef NORIA_APP_CATCH_UP_PARTS_H
#define NORIA_APP_CATCH_UP_PARTS_H

#include "app/lib.h"

/* The action of a part; NULL: somebody writes, or error.  What could not begin is left for the next time. */
struct action *catch_up_begin(struct store *store, struct error *error);
/* Missed checks (catch_up_checks.c). */
bool checks_wait(struct store *store);
/* *missed: how many results of checks were noted as missed is added to it. */
bool checks_catch_up(struct store *store, size_t *missed, struct error *error);

#endif
