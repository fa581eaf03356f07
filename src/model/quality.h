/*
 * The quality of the records: a table of checks.  Each is a filter over one
 * register (or over all) that finds records which say too little or contradict
 * themselves, with the field that mends them.  The views, the command line and the
 * counts read this one table.
 */
#ifndef NORIA_MODEL_QUALITY_H
#define NORIA_MODEL_QUALITY_H

#include "model/query.h"

struct quality_check {
	const char *name;      /* the word of the command line */
	const char *of;        /* the register; NULL: every register */
	const char *sentence;  /* N_(): what is wrong with the record */
	const char *help;      /* N_(): why it matters and how it is mended */
	const char *filter;    /* what finds them: the text form of a query */
	const char *field;     /* what lacks, where the cursor goes in the form; NULL: the first unresolved link */
	const char *adds;      /* mended by a new record of that register; NULL: by the form of the record itself */
	const char *link, *at; /* of that new record: the field that names this one, and where the cursor goes */
	int weight;            /* 3: an auditor would raise a nonconformity, 2: an observation, 1: untidy */
};

/* Ends with name NULL. */
extern const struct quality_check quality_checks[];
/* Finds the risks in the register that have an accepted residual acceptance, and none that holds. */
extern const char risks_lapsed[];
/* Finds the risks above the threshold that nobody treats and whose owner has not accepted them, or no longer: what must be in sight wherever risks are judged (clause 6.1.3). */
extern const char risks_left[];

/* The form of a line of the list, for filters and tables.  It is no register of the file. */
extern const struct register_def register_quality;

/* The query of a check over a register (def: check->of, or any where that is NULL).  NULL: the check cannot be asked of that register. */
struct query *quality_query(
	const struct quality_check *check, const struct register_def *def, const struct model_context *context);
/* True where the line of that check and register passes a filter over register_quality; false with error where the filter asks what is not known. */
bool quality_passes(const struct quality_check *check, const struct register_def *def, const struct query *filter,
	struct error *error);

#endif
