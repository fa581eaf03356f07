/* Recording: a value of an indicator, or what a check gave; for programs that do it again and again, and for people. */
#ifndef NORIA_APP_RECORD_H
#define NORIA_APP_RECORD_H

#include "app/lib.h"

/*
 * Records a value under the ref of what is measured or checked, as one action: of a check pass, part, fail or a score in
 * percent, of an indicator a number.  at: the moment, as people write it in the organisation's zone; NULL: now.  note
 * and evidence (a ref) may be NULL.  ERROR_INVALID: the ref or a value, and nothing was changed.
 */
bool record_value(struct store *store, const char *ref, const char *value, const char *at, const char *note,
	const char *evidence, struct error *error);

#endif
