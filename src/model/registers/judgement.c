/* Check: what is judged otherwise than the records say, and how they stood (clause 9.1). */
#include "model/registers/parts.h"

static const struct field_def waiver_fields[] = {
	{ .name = "reason",
		.label = N_("Because"),
		.type = &type_text,
		.flags = TITLE_FLAGS,
		.help = N_("Why what the check found is right as it is.") },
	{ .name = "check",
		.label = N_("Quality check"),
		.spare = 1,
		.type = &type_text,
		.flags = FIELD_REQUIRED | FIELD_SEARCH | FIELD_SORT | FIELD_COLUMN,
		.length = 60,
		.width = 22,
		.help = N_("The name of the check, as the quality of the records shows it.") },
	{ .name = "record",
		.label = N_("Record"),
		.type = &type_text,
		.flags = FIELD_REQUIRED | FIELD_SEARCH | FIELD_SORT | FIELD_COLUMN | FIELD_NAMES,
		.length = 60,
		.width = 12,
		.help = N_("The ref of the record that the check found.") },
	{ .name = "owner",
		.label = N_("Said by"),
		.type = &type_person,
		.target = "person",
		.flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
		.help = N_("Who says so.") },
	{ .name = "date",
		.label = N_("Date"),
		.type = &type_date,
		.flags = FIELD_SORT,
		.initial = "today",
		.help = N_("The day on which it was said.") },
	{ .name = "expiry",
		.label = N_("Expires on"),
		.type = &type_date,
		.flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
		.help = N_("The last day on which it holds; then the check tells the record again.") },
	EXTERNAL_ID,
};

static const struct validity waiver_valid[] = {
	{ "date<=today", N_("It is dated in the future.") },
	{ "expiry>=today", N_("It has expired.") },
	{ NULL, NULL },
};

static const char *const waiver_identity[] = { "check", "record", "date", NULL };
const struct register_def register_waiver = {
	.name = "waiver",
	.label = N_("Check set aside"),
	.plural = N_("Checks set aside"),
	.prefix = "WA",
	.phase = PHASE_CHECK,
	.help = N_("Where a check of the records finds what is right as it is: why, said by whom, and until when."),
	.fields = waiver_fields,
	.identity = waiver_identity,
	.field_count = COUNT(waiver_fields),
	.check = waiver_check,
	.sort = "expiry",
	.valid = waiver_valid,
};

static const struct choice choices_result[] = {
	{ "unassessed", N_("not assessed") },
	{ "none", N_("not met") },
	{ "partial", N_("partly met") },
	{ "met", N_("met") },
	{ NULL, NULL },
};
static const struct choice choices_overrule_status[] = {
	{ "made", N_("made") },
	{ "withdrawn", N_("withdrawn") },
	{ NULL, NULL },
};
static const char *const overrule_open[] = { "made", NULL };
static const char *const overrule_frozen[] = { "made", "withdrawn", NULL };
static const char *const overrule_free[] = { "status", "withdrawal", NULL };

static const struct field_def overrule_fields[] = {
	{ .name = "requirement",
		.known_as = "clause|exigence|article",
		.label = N_("Requirement"),
		.type = &type_reference,
		.target = "requirement",
		.flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SEARCH,
		.help = N_("The clause whose result is judged otherwise.") },
	{ .name = "from",
		.known_as = "computed|calculé",
		.label = N_("By the records"),
		.short_label = N_("From"),
		.spare = 1,
		.type = &type_choice,
		.choices = choices_result,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.help = N_("The result that the records give.") },
	{ .name = "to",
		.known_as = "judged|jugé",
		.label = N_("By judgement"),
		.short_label = N_("To"),
		.spare = 1,
		.type = &type_choice,
		.choices = choices_result,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.help = N_("The result that is said instead, above that of the records.") },
	{ .name = "reason",
		.known_as = "raison|motif|justification",
		.label = N_("Reason"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH | FIELD_COLUMN,
		.help = N_("Why the records do not say it all.") },
	{ .name = "evidence",
		.known_as = "preuve|preuves|proof",
		.label = N_("Evidence records"),
		.type = &type_references,
		.target = "evidence",
		.help = N_("The evidence that shows it.") },
	{ .name = "by",
		.known_as = "said by|dit par|owner",
		.label = N_("Said by"),
		.type = &type_person,
		.target = "person",
		.flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
		.help = N_("Who judges so: another person than the owner of the clause.") },
	{ .name = "at",
		.known_as = "date|said on",
		.label = N_("Date"),
		.type = &type_date,
		.flags = FIELD_SORT,
		.initial = "today",
		.help = N_("The day on which it was said.") },
	{ .name = "expiry",
		.known_as = "expires|expire le|until|jusqu’au",
		.label = N_("Expires on"),
		.type = &type_date,
		.flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
		.help = N_("The last day on which it counts, twelve months after the first at most.") },
	{ .name = "status",
		.known_as = "statut|état|state",
		.label = N_("Status"),
		.type = &type_choice,
		.choices = choices_overrule_status,
		.flags = FIELD_SORT,
		.initial = "made",
		.help = N_("Once made it stands as it was; it can only be withdrawn, with a reason.") },
	{ .name = "withdrawal",
		.label = N_("Reason of the withdrawal"),
		.type = &type_text,
		.flags = FIELD_SEARCH,
		.help = N_("Why it no longer holds.") },
	{ .name = "seal",
		.label = N_("Seal"),
		.type = &type_text,
		.flags = FIELD_SEALED,
		.help = N_("The head of the journal when it was made: what the file held then can be proved.") },
	EXTERNAL_ID,
};
static const struct tally_def overrule_tallies[] = {
	{ "overrule.status", { "status", "expiry" } },
};

#define OWN_JUDGE N_("Nobody said so but the owner of the clause.")
#define NO_PROOF N_("It has no evidence, or one that does not hold today.")

static const char *const overrule_binding[] = { OWN_JUDGE, NO_PROOF, NULL };

static const struct validity overrule_valid[] = {
	{ "status=made", N_("It was withdrawn.") },
	{ "at<=today", N_("It is dated in the future, or has no date.") },
	{ "expiry>=today", N_("It has expired.") },
	{ "by!= by!=@requirement.owner", OWN_JUDGE },
	{ "evidence!= evidence!(invalid)", NO_PROOF },
	{ "reason!=", N_("It is not said why.") },
	{ NULL, NULL },
};

static const char *const overrule_made[] = { "made", NULL }, *const overrule_needs[] = { "from", "to", "reason",
	"evidence", "by", "at", "expiry", NULL };
static const struct demand overrule_demands[] = {
	{ "status", overrule_made, NULL, NULL, overrule_needs,
		N_("Who judges otherwise than the records says so with both results, the reason, the evidence, the name, the day and the day on which it expires.") },
	DEMAND_WITHDRAWAL,
	{ .sentence = NULL },
};

static const char *const overrule_ended[] = { "withdrawn", NULL };

static const struct section_def overrule_sections[] = {
	{ "requirement", N_("What is judged") },
	{ "by", N_("Who and when") },
	{ NULL, NULL },
};

static const struct proposal overrule_proposals[] = {
	{ "requirement", "expiry", "=horizon", NULL },
	{ .link = NULL },
};

static const char *const overrule_identity[] = { "requirement", "by", "at", NULL };
const struct register_def register_overrule = {
	.name = "overrule",
	.works = "verdict",
	.label = N_("Result judged otherwise"),
	.plural = N_("Results judged otherwise"),
	.short_plural = N_("Overrules"),
	.prefix = "OV",
	.phase = PHASE_CHECK,
	.flags = REGISTER_FEW,
	.help = N_(
		"Where a person judges a clause to be met although the records do not show it: why, on what evidence, until when; such results are counted apart."),
	.ended = overrule_ended,
	.fields = overrule_fields,
	.identity = overrule_identity,
	.field_count = COUNT(overrule_fields),
	.proposals = overrule_proposals,
	.sections = overrule_sections,
	.open = overrule_open,
	.sort = "expiry",
	.check = overrule_check,
	.demands = overrule_demands,
	.binding = overrule_binding,
	.tallies = overrule_tallies,
	.tally_count = COUNT(overrule_tallies),
	.frozen = overrule_frozen,
	.frozen_free = overrule_free,
	.freeze_action = "sign",
	.day = "at",
	.valid = overrule_valid,
};

static const struct choice choices_snapshot_kind[] = {
	{ "month", N_("end of the month") },
	{ "review", N_("management review") },
	{ "close", N_("cycle closed") },
	{ "issue", N_("SoA issued") },
	{ NULL, NULL },
};

static const char *const snapshot_free[] = { NULL };

static const struct field_def snapshot_fields[] = {
	{ .name = "cycle",
		.label = N_("Cycle"),
		.type = &type_reference,
		.target = "cycle",
		.flags = FIELD_COLUMN,
		.help = N_("The cycle during which it was taken.") },
	{ .name = "at",
		.label = N_("Taken"),
		.type = &type_date_time,
		.flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SORT,
		.initial = "now",
		.help = N_("When it was taken.") },
	{ .name = "kind",
		.label = N_("Kind"),
		.type = &type_choice,
		.choices = choices_snapshot_kind,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.help = N_("On which occasion it was taken.") },
	{ .name = "figures",
		.label = N_("Figures"),
		.type = &type_long_text,
		.flags = FIELD_SNAPSHOT,
		.length = 8000000,
		.help = N_("All figures and the verdict by clause as they stood, in JSON.") },
	{ .name = "head",
		.label = N_("Head of the journal"),
		.type = &type_text,
		.flags = FIELD_SEALED,
		.help = N_("The head of the journal when it was taken: what the file held then can be proved.") },
	EXTERNAL_ID,
};

static const char *const snapshot_identity[] = { "at", "kind", NULL };
const struct register_def register_snapshot = {
	.name = "snapshot",
	.works = "verdict",
	.label = N_("Snapshot"),
	.plural = N_("Snapshots"),
	.prefix = "SN",
	.phase = PHASE_CHECK,
	.flags = REGISTER_STANDS | REGISTER_FEW,
	.help = N_(
		"How all figures and the verdict stood on a day, so that later ones are compared with them (clause 9.1)."),
	.fields = snapshot_fields,
	.identity = snapshot_identity,
	.field_count = COUNT(snapshot_fields),
	.sort = "at",
	.frozen_free = snapshot_free,
	.made = true,
};
