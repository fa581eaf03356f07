/* The registers of Noria, phase by phase; dictionary.c and programs with more of their own take the list from here. */
#define ALL_REGISTERS                                                                                                  \
	&register_organisation, &register_decision, &register_meeting, &register_mechanism, &register_issue,           \
		&register_party, &register_obligation, &register_scope, &register_unit, &register_person,              \
		&register_role, &register_responsibility, &register_policy, &register_rule, &register_objective,       \
		&register_asset, &register_threat, &register_vulnerability, &register_assessment, &register_risk,      \
		&register_threshold, &register_acceptance, &register_applicability, &register_statement,               \
		&register_exception, &register_action, &register_incident, &register_acknowledgement,                  \
		&register_document, &register_evidence, &register_requirement, &register_audit, &register_finding,     \
		&register_review, &register_nonconformity, &register_cycle, &register_control, &register_catalogue,    \
		&register_theme, &register_method, &register_level,
