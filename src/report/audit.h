/* The audits of clause 9.2 in figures: whether who audits is independent, and what the audits of a programme have looked at. */
#ifndef NORIA_REPORT_AUDIT_H
#define NORIA_REPORT_AUDIT_H

#include "store/lib.h"

/*
 * Why the auditor and the team of an audit are not independent of what it looks at, by the records of today: a sentence
 * for each reason, with what it is ("Karim Benali owns controls that are audited: 2022:A.5.15."); none where they are.
 * It finds what the conditions of `valid` of an audit find.  False: error.
 */
bool audit_dependences(struct store *store, const struct record *audit, struct strings *sentences, struct error *error);
/* The same as one text for readers, "yes" where there is no reason; NULL: the record is no audit, or nobody is named who audits.  The caller frees. */
char *audit_independence(struct store *store, const struct record *record);
/* Whether it is: as it was found on the day on which it was reported, else by the records of today.  False: error. */
bool audit_is_independent(struct store *store, const struct record *audit, bool *yes, struct error *error);

/* What the audits of a programme have looked at: clauses of 4 to 10, applicable controls, units. */
struct coverage_part {
	const struct register_def *def;
	size_t covered, all;
	size_t planned;       /* stand in the scope of one of its audits, held or not */
	struct strings spots; /* refs of those that no audit has covered */
};
struct coverage {
	struct coverage_part clauses, controls, units;
	size_t planned, late, held, counted; /* audits; counted: done, reported and independent */
};
/* False: error.  coverage_free in any case. */
bool coverage_of(struct store *store, const struct record *programme, struct coverage *coverage, struct error *error);
void coverage_free(struct coverage *coverage);
/* "looked at: 12 of 25 (48 %); planned: 25 of 25", so that the one is not taken for the other; the caller frees. */
char *coverage_text(const struct coverage_part *part);
#endif
