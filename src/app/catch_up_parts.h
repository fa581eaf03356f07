/* The parts of catching up, each a line in the table of catch_up.c: a cheap question, and one action. */
#ifndef NORIA_APP_CATCH_UP_PARTS_H
#define NORIA_APP_CATCH_UP_PARTS_H

#include "app/lib.h"

/* Missed checks (catch_up_checks.c). */
bool checks_wait(struct store *store);
bool checks_catch_up(struct store *store, struct error *error);

#endif
