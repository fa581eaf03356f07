/* Check: audits, their findings, management reviews. */
#include "model/registers/parts.h"

static const struct choice choices_audit_kind[] = {
	{ "internal", N_("internal") }, { "unannounced", N_("unannounced") }, { "maturity", N_("maturity") }, { "mock", N_("mock") },
	{ "supplier", N_("supplier") }, { "stage1", N_("certification, stage 1") }, { "stage2", N_("certification, stage 2") },
	{ "surveillance", N_("surveillance") }, { "recertification", N_("recertification") },
	{ NULL, NULL },
};
static const struct choice choices_work_status[] = {
	{ "planned", N_("planned") }, { "ongoing", N_("under way") }, { "done", N_("done") }, { "cancelled", N_("cancelled") },
	{ NULL, NULL },
};
static const char *const work_open[] = { "planned", "ongoing", "", NULL };

static const struct field_def audit_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("What is audited.") },
	{ .name = "kind", .label = N_("Kind"), .type = &type_choice, .choices = choices_audit_kind, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "internal",
	  .help = N_("The kind of audit.") },
	{ .name = "planned", .label = N_("Planned for"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day for which the audit is planned.") },
	{ .name = "held", .label = N_("Held on"), .type = &type_date, .flags = FIELD_SORT,
	  .help = N_("The day on which it took place.") },
	{ .name = "auditor", .label = N_("Auditor"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who leads the audit, independent of what is audited (clause 9.2.2).") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_work_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "planned",
	  .help = N_("Where the audit stands.") },
	{ .name = "scope", .label = N_("Scope and criteria"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What is looked at, and against what.") },
	{ .name = "conclusion", .label = N_("Conclusion"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What the audit found, in a few sentences.") },
	{ .name = "findings", .label = N_("Findings"), .type = &type_references, .target = "finding", .flags = FIELD_INVERSE, .inverse = "audit",
	  .help = N_("The findings of this audit.") },
};
static const struct tally_def audit_tallies[] = {
	{ "audit.status", { "status", "planned" } },
};

const struct register_def register_audit = {
	.name = "audit", .label = N_("Audit"), .plural = N_("Audits"), .prefix = "AU", .phase = PHASE_CHECK,
	.help = N_("Internal audits and those of others: planned, held, concluded (clause 9.2)."),
	.fields = audit_fields, .field_count = COUNT(audit_fields), .open = work_open, .sort = "planned",
	.tallies = audit_tallies, .tally_count = COUNT(audit_tallies),
};

static const struct choice choices_grade[] = {
	{ "conformity", N_("conformity") }, { "strength", N_("strength") }, { "opportunity", N_("opportunity for improvement") },
	{ "observation", N_("observation") }, { "minor", N_("minor nonconformity") }, { "major", N_("major nonconformity") },
	{ NULL, NULL },
};
static const struct choice choices_finding_status[] = {
	{ "open", N_("open") }, { "closed", N_("closed") },
	{ NULL, NULL },
};
static const char *const finding_open[] = { "open", "", NULL };

static const struct field_def finding_fields[] = {
	{ .name = "audit", .label = N_("Audit"), .type = &type_reference, .target = "audit", .flags = FIELD_COLUMN,
	  .help = N_("The audit in which it was found.") },
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("What was found.") },
	{ .name = "grade", .label = N_("Grade"), .type = &type_choice, .choices = choices_grade, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("From conformity to major nonconformity.") },
	{ .name = "requirement", .label = N_("Requirement"), .type = &type_reference, .target = "requirement",
	  .help = N_("The requirement that it concerns.") },
	{ .name = "control", .label = N_("Controls"), .type = &type_control, .target = "control",
	  .help = N_("The controls that it concerns.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who answers it.") },
	{ .name = "due", .label = N_("Due"), .type = &type_date, .flags = FIELD_SORT | FIELD_DUE | FIELD_COLUMN,
	  .help = N_("The day by which it must be answered.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_finding_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "open",
	  .help = N_("Whether it still asks for work.") },
	{ .name = "evidence", .label = N_("Evidence"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What the auditor saw.") },
};
static const struct tally_def finding_tallies[] = {
	{ "finding.status", { "status", "due" } },
	{ "finding.grade", { "grade", "status" } },
};

const struct register_def register_finding = {
	.name = "finding", .label = N_("Finding"), .plural = N_("Findings"), .prefix = "F", .phase = PHASE_CHECK,
	.help = N_("What audits found, from strength to major nonconformity (clause 9.2)."),
	.fields = finding_fields, .field_count = COUNT(finding_fields), .open = finding_open,
	.tallies = finding_tallies, .tally_count = COUNT(finding_tallies),
};

static const struct field_def review_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("The name of the review.") },
	{ .name = "planned", .label = N_("Planned for"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day for which it is planned.") },
	{ .name = "held", .label = N_("Held on"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("The day on which it took place.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_work_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "planned",
	  .help = N_("Where the review stands.") },
	{ .name = "chair", .label = N_("Chair"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The member of general management who chairs it.") },
	{ .name = "participants", .label = N_("Participants"), .type = &type_references, .target = "person",
	  .help = N_("The people who took part.") },
	{ .name = "inputs", .label = N_("Inputs"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What was looked at: incidents, audits, measures, feedback, changes (clause 9.3.2).") },
	{ .name = "decisions", .label = N_("Decisions"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What management decided (clause 9.3.3).") },
};
static const struct tally_def review_tallies[] = {
	{ "review.status", { "status", "planned" } },
};

const struct register_def register_review = {
	.name = "review", .label = N_("Management review"), .plural = N_("Management reviews"), .prefix = "RV", .phase = PHASE_CHECK,
	.help = N_("Management looks at the ISMS and decides where it goes (clause 9.3)."),
	.fields = review_fields, .field_count = COUNT(review_fields), .open = work_open, .sort = "planned",
	.tallies = review_tallies, .tally_count = COUNT(review_tallies),
};
