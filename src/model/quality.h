/*
 * The quality of the records: a table of checks.  Each is a filter over one
 * register (or over all) that finds records which say too little or contradict
 * themselves, with the field that mends them.  The views, the command line and the
 * counts read this one table.
 */
#ifndef NORIA_MODEL_QUALITY_H
#define NORIA_MODEL_QUALITY_H

#include "model/quality_tables.h"
#include "model/query.h"

/* Finds the risks in the register that have an accepted residual acceptance, and none that holds. */
extern const char risks_lapsed[];
/* Finds the risks above the threshold that nobody treats and whose owner has not accepted them, or no longer: what must be in sight wherever risks are judged (clause 6.1.3). */
extern const char risks_left[];

/* The form of a line of the list, for filters and tables.  It is no register of the file. */
extern const struct register_def register_quality;

/* What a check finds: without what a waiver that holds today sets aside, that alone, or all. */
enum quality_part { QUALITY_OPEN, QUALITY_ASIDE, QUALITY_ALL };
/* The query of a check over a register (def: check->of, or any where that is NULL).  NULL: the check cannot be asked of that register. */
struct query *quality_query(const struct quality_check *check, const struct register_def *def,
	const struct model_context *context, enum quality_part part);
/* True where the lines of that check and register pass a filter over register_quality, which says in *part which of them; false with error where the filter asks what is not known. */
bool quality_passes(const struct quality_check *check, const struct register_def *def, const struct query *filter,
	enum quality_part *part, struct error *error);
/* The records of the register that somebody made or decided, as a filter, "": all; a check that finds nothing says something only where there are some.  NULL: the register always has one. */
const char *quality_looked_at(const struct register_def *def);
/* Whether the check asks records of that register. */
bool quality_may_set_aside(const struct quality_check *check, const struct register_def *def);

#endif
