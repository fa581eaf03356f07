/* What the register declarations share.  Included by the files of this folder only. */
#ifndef NORIA_MODEL_REGISTERS_PARTS_H
#define NORIA_MODEL_REGISTERS_PARTS_H

#include "base/lib.h"
#include "model/field_type.h"
#include "model/record.h"
#include "model/register.h"
#include "model/rules.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#define TITLE_FLAGS (FIELD_REQUIRED | FIELD_SEARCH | FIELD_SORT | FIELD_COLUMN | FIELD_TITLE)

extern const struct choice choices_severity[], choices_conformity[], choices_classification[];

extern const struct register_def register_organisation, register_unit, register_person;
extern const struct register_def register_method, register_level;
extern const struct register_def register_catalogue, register_theme, register_control, register_requirement,
	register_applicability;
extern const struct register_def register_asset, register_threat, register_vulnerability, register_risk;
extern const struct register_def register_action, register_incident;
extern const struct register_def register_audit, register_finding, register_review;
extern const struct register_def register_nonconformity, register_cycle;
extern const struct register_def register_decision, register_meeting, register_mechanism, register_issue,
	register_party;
extern const struct register_def register_scope, register_obligation, register_objective, register_role,
	register_responsibility;
extern const struct register_def register_policy, register_rule, register_acknowledgement, register_document,
	register_evidence, register_exception;
extern const struct register_def register_assessment, register_acceptance, register_threshold, register_statement;

#endif
