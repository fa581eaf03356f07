/* Risk assessments, acceptances, versions of the threshold (clauses 6.1.2, 6.1.3, 8.2, 8.3). */
#include "model/registers/parts.h"

static const struct choice choices_trigger[] = {
	{ "initial", N_("first assessment") },
	{ "periodic", N_("planned interval") },
	{ "change", N_("significant change") },
	{ "incident", N_("incident") },
	{ "other", N_("other") },
	{ NULL, NULL },
};
static const struct choice choices_assessment_status[] = {
	{ "open", N_("open") },
	{ "closed", N_("closed") },
	{ NULL, NULL },
};
static const char *const assessment_open[] = { "open", "", NULL };
static const char *const assessment_frozen[] = { "closed", NULL };
static const char *const assessment_free[] = { NULL };

static const struct field_def assessment_fields[] = {
	{ .name = "title",
		.label = N_("Title"),
		.type = &type_text,
		.flags = TITLE_FLAGS,
		.help = N_("The name of the assessment.") },
	{ .name = "date",
		.label = N_("Date"),
		.type = &type_date,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.initial = "today",
		.help = N_("The day on which it was carried out.") },
	{ .name = "due",
		.label = N_("Due"),
		.type = &type_date,
		.flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
		.help = N_("The day by which it is to be closed.") },
	{ .name = "trigger",
		.label = N_("Trigger"),
		.spare = 1,
		.type = &type_choice,
		.choices = choices_trigger,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.help = N_("Why it is made now (clause 8.2).") },
	{ .name = "status",
		.label = N_("Status"),
		.type = &type_choice,
		.choices = choices_assessment_status,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.initial = "open",
		.help = N_("Closing freezes the ratings of its risks as they stand.") },
	{ .name = "scope",
		.label = N_("Perimeter"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("The part of the scope that was looked at.") },
	{ .name = "participants",
		.label = N_("Participants"),
		.type = &type_references,
		.target = "person",
		.help = N_("The people who took part.") },
	{ .name = "method",
		.label = N_("Risk method"),
		.type = &type_reference,
		.target = "method",
		.help = N_("The method by which the risks are rated.") },
	{ .name = "reason",
		.label = N_("Why this method"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("Why the method suits the context.") },
	{ .name = "before",
		.label = N_("Compared with"),
		.type = &type_reference,
		.target = "assessment",
		.help = N_("The assessment before, with which it is compared.") },
	{ .name = "conversion",
		.label = N_("How they compare"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("How the ratings of both compare, where the method is another one (clause 6.1.2 b).") },
	{ .name = "risk",
		.label = N_("Risks"),
		.type = &type_references,
		.target = "risk",
		.help = N_("The risks that were assessed; none named means all of the register.") },
	{ .name = "conclusion",
		.label = N_("Conclusion"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("What it showed.") },
	{ .name = "ratings",
		.label = N_("Ratings when closed"),
		.type = &type_long_text,
		.flags = FIELD_SNAPSHOT,
		.length = 40000000,
		.help = N_(
			"The method, its grid and threshold, and the ratings of the risks as they stood when the assessment was closed.") },
	{ .name = "seal",
		.label = N_("Seal"),
		.type = &type_text,
		.flags = FIELD_SEALED,
		.help = N_("The head of the journal when it was closed: what the file held then can be proved.") },
	{ .name = "content",
		.label = N_("What was assessed"),
		.type = &type_long_text,
		.flags = FIELD_SNAPSHOT,
		.length = 40000000,
		.help = N_(
			"Method, scales, grid, threshold, and the risks with their ratings, owners, treatments and statuses as they stood when the assessment was closed.") },
	EXTERNAL_ID,
};
static const struct tally_def assessment_tallies[] = {
	{ "assessment.status", { "status", "due" } },
};

static const char *const assessment_columns[] = {
	"ref",
	"title",
	"asset",
	"owner",
	"inherent_likelihood",
	"inherent_impact",
	"inherent_level",
	"current_likelihood",
	"current_impact",
	"current_level",
	"residual_likelihood",
	"residual_impact",
	"residual_level",
	"treatment",
	"status",
	NULL,
};

#define KEPT_RATING(state)                                                                                             \
	state "_likelihood", state "_impact", state "_impact_c", state "_impact_i", state "_impact_a",                 \
		state "_impact_t", state "_level"

/* All that the report tells of a risk; the officer's notes are nobody else's. */
static const char *const assessment_kept[] = {
	"title",
	"asset",
	"threat",
	"vulnerability",
	"owner",
	"scenario",
	KEPT_RATING("inherent"),
	KEPT_RATING("current"),
	KEPT_RATING("residual"),
	"treatment",
	"treatment_reason",
	"controls",
	"status",
	"identified",
	"review",
	"actions",
	"standing",
	NULL,
};

static const struct validity assessment_valid[] = {
	{ "status=closed", N_("It is not closed.") },
	{ "date<=today date>=horizon", N_("It is older than what counts today, or dated in the future.") },
	{ NULL, NULL },
};

static const char *const assessment_needs[] = { "date", NULL };
static const struct demand assessment_demands[] = {
	{ "status", assessment_frozen, NULL, NULL, assessment_needs,
		N_("A closed assessment has its day, since the threshold of that day is its own.") },
	{ .sentence = NULL },
};

static const char *const assessment_ended[] = { "closed", NULL };

static const struct section_def assessment_sections[] = {
	{ "title", N_("What it is") },
	{ "scope", N_("How it is made") },
	{ "conclusion", N_("Result") },
	{ NULL, NULL },
};

const struct register_def register_assessment = {
	.name = "assessment",
	.label = N_("Risk assessment"),
	.plural = N_("Risk assessments"),
	.short_plural = N_("Assessments"),
	.prefix = "RA",
	.phase = PHASE_PLAN,
	.flags = REGISTER_FEW,
	.help = N_(
		"When risks were assessed, why, by whom and by which method; closing one freezes its ratings (clauses 6.1.2 and 8.2)."),
	.ended = assessment_ended,
	.fields = assessment_fields,
	.field_count = COUNT(assessment_fields),
	.sections = assessment_sections,
	.open = assessment_open,
	.sort = "date",
	.tallies = assessment_tallies,
	.tally_count = COUNT(assessment_tallies),
	.demands = assessment_demands,
	.frozen = assessment_frozen,
	.frozen_free = assessment_free,
	.freeze_action = "close",
	.day = "date",
	.snapshot = { "risk", "risk", "content", "current_level", assessment_kept, "ratings", assessment_columns },
	.valid = assessment_valid,
};

static const struct choice choices_acceptance_kind[] = {
	{ "plan", N_("treatment plan approved") },
	{ "residual", N_("residual risk accepted") },
	{ NULL, NULL },
};
static const struct choice choices_acceptance_status[] = {
	{ "prepared", N_("prepared") },
	{ "accepted", N_("accepted") },
	{ "withdrawn", N_("withdrawn") },
	{ NULL, NULL },
};
static const char *const acceptance_open[] = { "prepared", "accepted", "", NULL };
static const char *const acceptance_frozen[] = { "accepted", "withdrawn", NULL };
static const char *const acceptance_free[] = { "status", "withdrawal", NULL };

static const struct field_def acceptance_fields[] = {
	{ .name = "risk",
		.label = N_("Risk"),
		.type = &type_reference,
		.target = "risk",
		.flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SEARCH,
		.help = N_("The risk whose treatment plan is approved, or of which what is left is accepted.") },
	{ .name = "risks",
		.label = N_("Also these risks"),
		.type = &type_references,
		.target = "risk",
		.help = N_("Other risks that the same letter is about.") },
	{ .name = "kind",
		.label = N_("Kind"),
		.spare = 1,
		.type = &type_choice,
		.choices = choices_acceptance_kind,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.initial = "residual",
		.help = N_(
			"The approval of the treatment plan, or the acceptance of the residual risk (clause 6.1.3 f).") },
	{ .name = "level",
		.label = N_("Level accepted"),
		.short_label = N_("Level"),
		.type = &type_level,
		.scale = "risk",
		.flags = FIELD_COLUMN | FIELD_SORT,
		.help = N_("The level of risk that is accepted.") },
	{ .name = "owner",
		.label = N_("Signatory"),
		.type = &type_person,
		.target = "person",
		.flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
		.help = N_("Who accepts: the risk's own owner; any other signatory is flagged.") },
	{ .name = "function",
		.label = N_("Function"),
		.type = &type_text,
		.flags = FIELD_SEARCH,
		.help = N_("The function in which they signed.") },
	{ .name = "delegation",
		.known_as = "delegation|délégation",
		.label = N_("Right to sign"),
		.type = &type_text,
		.flags = FIELD_SEARCH,
		.help = N_("Who gave the signatory the right to sign for the owner of the risk.") },
	{ .name = "date",
		.label = N_("Date"),
		.spare = 1,
		.type = &type_date,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.help = N_("The day of the signature.") },
	{ .name = "expiry",
		.label = N_("Expires on"),
		.type = &type_date,
		.flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
		.help = N_("The day after which it must be given anew.") },
	{ .name = "status",
		.label = N_("Status"),
		.type = &type_choice,
		.choices = choices_acceptance_status,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.initial = "prepared",
		.help = N_("Once accepted it stands as it was; it can only be withdrawn, with a reason.") },
	{ .name = "reason",
		.label = N_("Reason"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("Why the level may be kept.") },
	{ .name = "copy",
		.label = N_("Signed copy"),
		.type = &type_text,
		.flags = FIELD_SEARCH,
		.help = N_("Where the signed paper or file is kept.") },
	{ .name = "withdrawal",
		.label = N_("Reason of the withdrawal"),
		.type = &type_text,
		.flags = FIELD_SEARCH,
		.help = N_("Why it no longer holds.") },
	{ .name = "seal",
		.label = N_("Seal"),
		.type = &type_text,
		.flags = FIELD_SEALED,
		.help = N_("The head of the journal when it was accepted: what the file held then can be proved.") },
	{ .name = "risk_owner",
		.label = N_("Owner of the risk then"),
		.type = &type_person,
		.target = "person",
		.flags = FIELD_WITNESS,
		.copied = "risk.owner",
		.help = N_("Who owned the risk on the day of the signature, by the journal.") },
	{ .name = "plan",
		.label = N_("Plan approved"),
		.type = &type_plan,
		.flags = FIELD_WITNESS,
		.copied = "risk.plan",
		.help = N_("Treatment and controls of the risk on the day of the signature, by the journal.") },
	EXTERNAL_ID,
};
static const struct tally_def acceptance_tallies[] = {
	{ "acceptance.status", { "status", "expiry" } },
};

static const struct validity acceptance_valid[] = {
	{ "status=accepted", N_("It is not accepted, or was withdrawn.") },
	{ "date<=today", N_("It is dated in the future, or has no date.") },
	{ "expiry= or expiry>=today", N_("It has expired.") },
	{ "kind!=residual or expiry!=", N_("No day is set on which it expires.") },
	{ "risk_owner= or owner=@risk_owner risk_owner!= or owner=@risk.owner",
		N_("Who signed it did not own the risk on that day.") },
	{ "kind!=plan or plan= or plan=@risk.plan",
		N_("The treatment or the controls of the risk changed after the plan was approved.") },
	{ "kind!=residual or level>=@risk.remaining_level",
		N_("The risk is now above the level that was accepted, or is not rated.") },
	{ "risks!(owner!=@^owner)", N_("Who signed it does not own all the risks that it is about.") },
	{ "kind!=residual or risks!(remaining_level>@^level)",
		N_("One of its other risks is now above the level that was accepted.") },
	{ NULL, NULL },
};

static const char *const accepted[] = { "accepted", NULL },
			 *const acceptance_needs[] = { "level", "owner", "date", "expiry", NULL },
			 *const approval_needs[] = { "owner", "date", NULL };
static const struct demand acceptance_demands[] = {
	{ "status", accepted, "kind", "residual", acceptance_needs,
		N_("An acceptance has the level, who accepts, the day and the day on which it expires.") },
	{ "status", accepted, NULL, NULL, approval_needs, N_("An approval has who approves and the day.") },
	DEMAND_WITHDRAWAL,
	{ .sentence = NULL },
};

static const char *const acceptance_ended[] = { "withdrawn", NULL };

static const struct section_def acceptance_sections[] = {
	{ "risk", N_("What is accepted") },
	{ "owner", N_("Signature") },
	{ "reason", N_("Follow-up") },
	{ NULL, NULL },
};

static const struct proposal acceptance_proposals[] = {
	{ "risk", "level", "remaining_level", NULL },
	{ "risk", "owner", "owner", NULL },
	{ "risk", "function", "owner.function", NULL },
	{ "risk", "expiry", "=horizon", NULL },
	{ .link = NULL },
};

/* What is left of the risk is accepted by its owner, at a level that covers it (clause 6.1.3 f): so says the risk then. */
static const struct consequence acceptance_consequence = {
	.link = "risk", .field = "status", .value = "accepted", .never = "closed", .also = "kind", .as = "residual"
};

static const char *const acceptance_identity[] = { "risk", "kind", "date", NULL };
const struct register_def register_acceptance = {
	.name = "acceptance",
	.label = N_("Acceptance"),
	.plural = N_("Acceptances"),
	.prefix = "RC",
	.phase = PHASE_PLAN,
	.help = N_(
		"Owners approve the treatment plans of their risks and accept what is left, with a date and an expiry (clause 6.1.3 f)."),
	.ended = acceptance_ended,
	.fields = acceptance_fields,
	.identity = acceptance_identity,
	.field_count = COUNT(acceptance_fields),
	.proposals = acceptance_proposals,
	.consequence = &acceptance_consequence,
	.sections = acceptance_sections,
	.open = acceptance_open,
	.check = acceptance_check,
	.demands = acceptance_demands,
	.tallies = acceptance_tallies,
	.tally_count = COUNT(acceptance_tallies),
	.frozen = acceptance_frozen,
	.frozen_free = acceptance_free,
	.freeze_action = "accept",
	.day = "date",
	.valid = acceptance_valid,
};

static const struct field_def threshold_fields[] = {
	{ .name = "method",
		.label = N_("Risk method"),
		.short_label = N_("Method"),
		.spare = 1,
		.type = &type_reference,
		.target = "method",
		.flags = FIELD_REQUIRED | FIELD_COLUMN,
		.help = N_("The method whose threshold it is.") },
	{ .name = "level",
		.label = N_("Acceptable up to"),
		.short_label = N_("Up to"),
		.type = &type_level,
		.scale = "risk",
		.flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SORT,
		.help = N_("The highest level that may be kept without more.") },
	{ .name = "date",
		.label = N_("From"),
		.type = &type_date,
		.flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SORT,
		.initial = "today",
		.help = N_("The day from which it holds.") },
	{ .name = "owner",
		.label = N_("Decided by"),
		.type = &type_person,
		.target = "person",
		.flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
		.help = N_("The member of general management who decided.") },
	{ .name = "reason",
		.label = N_("Reason"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH | FIELD_COLUMN,
		.help = N_("Why this level: organisation, technology, law and public opinion change.") },
	{ .name = "review",
		.label = N_("Next review"),
		.short_label = N_("Review"),
		.type = &type_date,
		.flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
		.help = N_("The day by which the threshold is to be looked at again.") },
	EXTERNAL_ID,
};
static const struct tally_def threshold_tallies[] = {
	{ "threshold.review", { "review" } },
};

static const struct validity threshold_valid[] = {
	{ "date<=today", N_("It holds from a day that has not come.") },
	{ "reason!=", N_("Nobody said why this level may be kept.") },
	{ MANAGEMENT("owner", "date"), NOT_MANAGEMENT },
	{ NULL, NULL },
};

static const char *const threshold_identity[] = { "method", "date", NULL };
const struct register_def register_threshold = {
	.name = "threshold",
	.label = N_("Acceptance threshold"),
	.plural = N_("Acceptance thresholds"),
	.prefix = "TH",
	.phase = PHASE_PLAN,
	.flags = REGISTER_JUDGES | REGISTER_FEW,
	.help = N_(
		"The levels of acceptable risk through time, each with its date, its reason and its next review (clause 6.1.2 a)."),
	.fields = threshold_fields,
	.identity = threshold_identity,
	.field_count = COUNT(threshold_fields),
	.sort = "date",
	.tallies = threshold_tallies,
	.tally_count = COUNT(threshold_tallies),
	.valid = threshold_valid,
};
