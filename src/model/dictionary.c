/* The registers of Noria, phase by phase.  A new one is a line here, its declaration in registers/ and a migration in data/schema. */
#include <stddef.h>

#include "model/registers/parts.h"

const struct register_def *const dictionary[] = {
	&register_organisation,
	&register_unit,
	&register_person,
	&register_asset,
	&register_threat,
	&register_vulnerability,
	&register_risk,
	&register_applicability,
	&register_action,
	&register_incident,
	&register_requirement,
	&register_audit,
	&register_finding,
	&register_review,
	&register_nonconformity,
	&register_cycle,
	&register_control,
	&register_catalogue,
	&register_theme,
	&register_method,
	&register_level,
	NULL,
};
