/* The parts of the report of an audit.  Included by the files of this folder only. */
#ifndef NORIA_REPORT_AUDIT_REPORT_H
#define NORIA_REPORT_AUDIT_REPORT_H

#include "report/audit.h"
#include "report/build.h"

/* "Clauses 4 to 10: 12 of 25 (48 %)", and what no audit has looked at. */
void audit_say_part(struct report *report, const char *heading, const struct coverage_part *part);
/* Conclusion, findings by grade; condition: "audit=AU-1".  False: error. */
bool audit_brief(struct report *report, const struct record *audit, const char *condition, struct error *error);
/* Clauses, controls and units: in scope, looked at, not looked at; and what the programme lacks.  False: error. */
bool audit_seen(struct report *report, const struct record *audit, const char *condition, struct error *error);

#endif
