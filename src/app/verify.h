/* What `check` found to be whole, noted in the file. */
#ifndef NORIA_APP_VERIFY_H
#define NORIA_APP_VERIFY_H

#include "store/lib.h"

/*
 * Notes today as the day on which each attached file was compared with its hash (evidence.verified), in one action
 * named "verify".  To be called once store_check found no problem.  count: how many.  False: error.
 */
bool verify_note(struct store *store, size_t *count, struct error *error);

#endif
