/* The reports, in the order in which they are offered.  A new one is its file, which defines report_NAME, and a line here. */
#ifndef NORIA_REPORT_ALL_H
#define NORIA_REPORT_ALL_H

/* clang-format off */
#define ALL_REPORTS(REPORT) \
	REPORT(soa) \
	REPORT(soa_issued) \
	REPORT(soa_extract) \
	REPORT(study) \
	REPORT(scope) \
	REPORT(policy) \
	REPORT(risks) \
	REPORT(assessment) \
	REPORT(treatment) \
	REPORT(acceptance) \
	REPORT(acceptance_letter) \
	REPORT(actions) \
	REPORT(verdict) \
	REPORT(documented) \
	REPORT(dashboard) \
	REPORT(due) \
	REPORT(quality) \
	REPORT(history) \
	REPORT(catalogue)
/* clang-format on */

#endif
