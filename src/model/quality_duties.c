/* The checks of the records: what is done again and again, and was not. */
#include <stddef.h>

#include "base/lib.h"
#include "model/quality_tables.h"

const struct quality_check quality_of_duties[] = {
	{ .name = "check-three-failures",
		.of = "check",
		.weight = 3,
		.field = "streak",
		.adds = "nonconformity",
		.link = "check",
		.at = "cause",
		.preset = "origin=check",
		.filter = "status=active streak>=3 nonconformities!(open)",
		.sentence = N_("Security check missed or failed three times in a row, and nobody took it up"),
		.help = N_(
			"What fails again and again is no accident (clause 10.2). The form is a new nonconformity of this check, filled as far as the check tells; say why it came about.") },
	{ .name = "execution-unanswered",
		.of = "execution",
		.weight = 3,
		.field = "nonconformity",
		.filter = "answer_by<today check.nonconformities!(open)",
		.sentence = N_("Failed or missed check without an answer for ten days"),
		.help = N_(
			"Each is answered (clauses 8.1 and 10.2): by an action, an incident, a nonconformity, or by the reason why it is no matter.") },
	{ .name = NULL },
};
