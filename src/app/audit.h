/* The audits of clause 9.2: the points drawn from the scope, the findings of these, the audit that a programme lacks. */
#ifndef NORIA_APP_AUDIT_H
#define NORIA_APP_AUDIT_H

#include "app/lib.h"
#include "report/audit.h"

/*
 * Draws the points of an audit from its scope, as one step of undo: each clause and lettered clause that it names (all
 * of 4 to 10 where it names neither clauses nor controls), each of its controls (then all that apply), with what is
 * known of it.  Drawn again it adds what lacks and leaves alone what is there.  False: error.
 */
bool app_prepare_audit(struct store *store, const char *ref, size_t *added, struct error *error);
/* The finding that a point leads to, filled with what the point knows, not written yet.  NULL: error; record_free. */
struct record *audit_finding_of(struct store *store, const struct record *point, struct error *error);

/* An audit of the programme for what no audit has covered, not written yet.  NULL: error, or nothing is left; record_free. */
struct record *app_plan_audit(struct store *store, const struct record *programme, struct error *error);

#endif
