/* Risk assessments, acceptances, versions of the threshold; issued Statements of Applicability (clauses 6.1.2, 6.1.3, 8.2, 8.3). */
#include "model/registers/parts.h"

static const struct choice choices_trigger[] = {
	{ "initial", N_("first assessment") }, { "periodic", N_("planned interval") }, { "change", N_("significant change") }, { "incident", N_("incident") }, { "other", N_("other") },
	{ NULL, NULL },
};
static const struct choice choices_assessment_status[] = {
	{ "open", N_("open") }, { "closed", N_("closed") },
	{ NULL, NULL },
};
static const char *const assessment_open[] = { "open", "", NULL };
static const char *const assessment_frozen[] = { "closed", NULL };
static const char *const assessment_free[] = { NULL };

static const struct field_def assessment_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("The name of the assessment.") },
	{ .name = "date", .label = N_("Date"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "today",
	  .help = N_("The day on which it was carried out.") },
	{ .name = "due", .label = N_("Due"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day by which it is to be closed.") },
	{ .name = "trigger", .label = N_("Trigger"), .type = &type_choice, .choices = choices_trigger, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("Why it is made now (clause 8.2).") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_assessment_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "open",
	  .help = N_("Closing freezes the ratings of its risks as they stand.") },
	{ .name = "scope", .label = N_("Perimeter"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("The part of the scope that was looked at.") },
	{ .name = "participants", .label = N_("Participants"), .type = &type_references, .target = "person",
	  .help = N_("The people who took part.") },
	{ .name = "method", .label = N_("Risk method"), .type = &type_reference, .target = "method",
	  .help = N_("The method by which the risks are rated.") },
	{ .name = "reason", .label = N_("Why this method"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("Why the method suits the context.") },
	{ .name = "risk", .label = N_("Risks"), .type = &type_references, .target = "risk",
	  .help = N_("The risks that were assessed; none named means all of the register.") },
	{ .name = "conclusion", .label = N_("Conclusion"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What it showed.") },
	{ .name = "ratings", .label = N_("Ratings when closed"), .type = &type_long_text, .flags = FIELD_SNAPSHOT, .length = 8000000,
	  .help = N_("The method, its grid and threshold, and the ratings of the risks as they stood when the assessment was closed.") },
	{ .name = "seal", .label = N_("Seal"), .type = &type_text, .flags = FIELD_SEALED,
	  .help = N_("The head of the journal when it was closed: what the file held then can be proved.") },
};
static const struct tally_def assessment_tallies[] = {
	{ "assessment.status", { "status", "due" } },
};

static const char *const assessment_columns[] = {
	"ref", "title", "asset", "owner", "inherent_likelihood", "inherent_impact", "inherent_level", "current_likelihood", "current_impact", "current_level",
	"residual_likelihood", "residual_impact", "residual_level", "treatment", "status", NULL,
};

const struct register_def register_assessment = {
	.name = "assessment", .label = N_("Risk assessment"), .plural = N_("Risk assessments"), .prefix = "RA", .phase = PHASE_PLAN,
	.help = N_("When risks were assessed, why, by whom and by which method; closing one freezes its ratings (clauses 6.1.2 and 8.2)."),
	.fields = assessment_fields, .field_count = COUNT(assessment_fields), .open = assessment_open, .sort = "date",
	.tallies = assessment_tallies, .tally_count = COUNT(assessment_tallies),
	.frozen = assessment_frozen, .frozen_free = assessment_free, .freeze_action = "close",
	.snapshot = { "ratings", "risk", "risk", assessment_columns },
};

static const struct choice choices_acceptance_kind[] = {
	{ "plan", N_("treatment plan approved") }, { "residual", N_("residual risk accepted") },
	{ NULL, NULL },
};
static const struct choice choices_acceptance_status[] = {
	{ "prepared", N_("prepared") }, { "accepted", N_("accepted") }, { "withdrawn", N_("withdrawn") },
	{ NULL, NULL },
};
static const char *const acceptance_open[] = { "prepared", "accepted", "", NULL };
static const char *const acceptance_frozen[] = { "accepted", "withdrawn", NULL };
static const char *const acceptance_free[] = { "status", "withdrawal", NULL };

static const struct field_def acceptance_fields[] = {
	{ .name = "risk", .label = N_("Risk"), .type = &type_reference, .target = "risk", .flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SEARCH,
	  .help = N_("The risk whose treatment plan is approved, or of which what is left is accepted.") },
	{ .name = "kind", .label = N_("Kind"), .type = &type_choice, .choices = choices_acceptance_kind, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "residual",
	  .help = N_("The approval of the treatment plan, or the acceptance of the residual risk (clause 6.1.3 f).") },
	{ .name = "level", .label = N_("Level accepted"), .type = &type_level, .scale = "risk", .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("The level of risk that is accepted.") },
	{ .name = "owner", .label = N_("Signatory"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("Who accepts: the risk's own owner; any other signatory is flagged.") },
	{ .name = "function", .label = N_("Function"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("The function in which they signed.") },
	{ .name = "date", .label = N_("Date"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("The day of the signature.") },
	{ .name = "expiry", .label = N_("Expires on"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day after which it must be given anew.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_acceptance_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "prepared",
	  .help = N_("Once accepted it stands as it was; it can only be withdrawn, with a reason.") },
	{ .name = "reason", .label = N_("Reason"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("Why the level may be kept.") },
	{ .name = "copy", .label = N_("Signed copy"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("Where the signed paper or file is kept.") },
	{ .name = "withdrawal", .label = N_("Reason of the withdrawal"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("Why it no longer holds.") },
	{ .name = "seal", .label = N_("Seal"), .type = &type_text, .flags = FIELD_SEALED,
	  .help = N_("The head of the journal when it was accepted: what the file held then can be proved.") },
};
static const struct tally_def acceptance_tallies[] = {
	{ "acceptance.status", { "status", "expiry" } },
};

const struct register_def register_acceptance = {
	.name = "acceptance", .label = N_("Acceptance"), .plural = N_("Acceptances"), .prefix = "RC", .phase = PHASE_PLAN,
	.help = N_("Owners approve the treatment plans of their risks and accept what is left, with a date and an expiry (clause 6.1.3 f)."),
	.fields = acceptance_fields, .field_count = COUNT(acceptance_fields), .open = acceptance_open, .check = acceptance_check,
	.tallies = acceptance_tallies, .tally_count = COUNT(acceptance_tallies),
	.frozen = acceptance_frozen, .frozen_free = acceptance_free, .freeze_action = "accept",
};

static const struct field_def threshold_fields[] = {
	{ .name = "method", .label = N_("Risk method"), .type = &type_reference, .target = "method", .flags = FIELD_REQUIRED | FIELD_COLUMN,
	  .help = N_("The method whose threshold it is.") },
	{ .name = "level", .label = N_("Acceptable up to"), .type = &type_level, .scale = "risk", .flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SORT,
	  .help = N_("The highest level that may be kept without more.") },
	{ .name = "date", .label = N_("From"), .type = &type_date, .flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SORT, .initial = "today",
	  .help = N_("The day from which it holds.") },
	{ .name = "owner", .label = N_("Decided by"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The member of general management who decided.") },
	{ .name = "reason", .label = N_("Reason"), .type = &type_long_text, .flags = FIELD_SEARCH | FIELD_COLUMN,
	  .help = N_("Why this level: organisation, technology, law and public opinion change.") },
	{ .name = "review", .label = N_("Next review"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day by which the threshold is to be looked at again.") },
};
static const struct tally_def threshold_tallies[] = {
	{ "threshold.review", { "review" } },
};

const struct register_def register_threshold = {
	.name = "threshold", .label = N_("Acceptance threshold"), .plural = N_("Acceptance thresholds"), .prefix = "TH", .phase = PHASE_PLAN,
	.help = N_("The levels of acceptable risk through time, each with its date, its reason and its next review (clause 6.1.2 a)."),
	.fields = threshold_fields, .field_count = COUNT(threshold_fields), .sort = "date",
	.tallies = threshold_tallies, .tally_count = COUNT(threshold_tallies),
};

static const struct choice choices_statement_status[] = {
	{ "issued", N_("issued") }, { "superseded", N_("superseded") }, { "withdrawn", N_("withdrawn") },
	{ NULL, NULL },
};
static const char *const statement_frozen[] = { "issued", "superseded", "withdrawn", NULL };
static const char *const statement_free[] = { "status", "withdrawal", "copy", NULL };

static const struct field_def statement_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("The title of the issued statement.") },
	{ .name = "version", .label = N_("Version"), .type = &type_text, .flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SORT, .length = 20, .width = 8,
	  .help = N_("The version under which it was issued.") },
	{ .name = "date", .label = N_("Issued on"), .type = &type_date, .flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SORT,
	  .help = N_("The day on which it was issued.") },
	{ .name = "approver", .label = N_("Approved by"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("Who approved it.") },
	{ .name = "function", .label = N_("Function"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("The function in which they approved it.") },
	{ .name = "catalogue", .label = N_("Catalogue"), .type = &type_reference, .target = "catalogue",
	  .help = N_("The catalogue to which it answers.") },
	{ .name = "scope", .label = N_("Scope"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("The scope statement as it stood.") },
	{ .name = "total", .label = N_("Controls"), .type = &type_integer, .flags = FIELD_COLUMN, .min = 0, .max = 1000000, .width = 8,
	  .help = N_("How many controls it answers.") },
	{ .name = "applicable", .label = N_("Applicable"), .type = &type_integer, .flags = FIELD_COLUMN, .min = 0, .max = 1000000, .width = 8,
	  .help = N_("How many of them apply.") },
	{ .name = "implemented", .label = N_("Implemented"), .type = &type_integer, .flags = FIELD_COLUMN, .min = 0, .max = 1000000, .width = 8,
	  .help = N_("How many of those are implemented.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_statement_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "issued",
	  .help = N_("Issued, or superseded by a later one.") },
	{ .name = "changes", .label = N_("What changed"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What changed since the version before.") },
	{ .name = "content", .label = N_("Content"), .type = &type_long_text, .flags = FIELD_SNAPSHOT, .length = 8000000,
	  .help = N_("The statement as it was issued, an SoA document in XML.") },
	{ .name = "copy", .label = N_("Signed copy"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("Where the signed paper or file is kept.") },
	{ .name = "withdrawal", .label = N_("Reason of the withdrawal"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("Why it no longer holds.") },
	{ .name = "seal", .label = N_("Seal"), .type = &type_text, .flags = FIELD_SEALED,
	  .help = N_("The head of the journal when it was issued: what the file held then can be proved.") },
};

const struct register_def register_statement = {
	.name = "statement", .label = N_("Issued SoA"), .plural = N_("Issued SoAs"), .prefix = "SO", .phase = PHASE_PLAN,
	.help = N_("The Statements of Applicability that were issued, frozen as they were, with approver, scope and counts (clause 6.1.3 d)."),
	.fields = statement_fields, .field_count = COUNT(statement_fields), .sort = "date",
	.frozen = statement_frozen, .frozen_free = statement_free, .freeze_action = "issue", .made = true,
};
