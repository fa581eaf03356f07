/* Act: nonconformities, and the cycle that closes and starts again. */
#include "model/registers/parts.h"

static const struct choice choices_nonconformity_origin[] = {
	{ "audit", N_("audit") }, { "incident", N_("incident") }, { "review", N_("management review") },
	{ "check", N_("check") }, { "feedback", N_("feedback") }, { "other", N_("other") },
	{ NULL, NULL },
};
static const struct choice choices_nonconformity_status[] = {
	{ "open", N_("open") }, { "analysed", N_("analysed") }, { "action", N_("being corrected") },
	{ "verified", N_("verified") }, { "closed", N_("closed") },
	{ NULL, NULL },
};
static const char *const nonconformity_open[] = { "open", "analysed", "action", "verified", "", NULL };

static const struct field_def nonconformity_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("Which requirement is not met, and how it shows.") },
	{ .name = "origin", .label = N_("Origin"), .type = &type_choice, .choices = choices_nonconformity_origin, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("Where it was noticed.") },
	{ .name = "detected", .label = N_("Detected on"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "today",
	  .help = N_("The day on which it was noticed.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_nonconformity_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "open",
	  .help = N_("Where its correction stands.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who has it corrected.") },
	{ .name = "due", .label = N_("Due"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day by which it must be closed.") },
	{ .name = "finding", .label = N_("Finding"), .type = &type_reference, .target = "finding",
	  .help = N_("The finding from which it comes.") },
	{ .name = "incident", .label = N_("Incident"), .type = &type_reference, .target = "incident",
	  .help = N_("The incident from which it comes.") },
	{ .name = "correction", .label = N_("Correction"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What was done at once (clause 10.2 a).") },
	{ .name = "cause", .label = N_("Cause"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("Why it came about, and whether it exists elsewhere (clause 10.2 b).") },
	{ .name = "effective", .label = N_("Effective"), .type = &type_yes_no,
	  .help = N_("Did the corrective action work? Empty: not reviewed yet (clause 10.2 d).") },
	{ .name = "actions", .label = N_("Actions"), .type = &type_references, .target = "action", .flags = FIELD_INVERSE, .inverse = "nonconformity",
	  .help = N_("The actions that correct it.") },
};
static const struct tally_def nonconformity_tallies[] = {
	{ "nonconformity.status", { "status", "due" } },
};

const struct register_def register_nonconformity = {
	.name = "nonconformity", .label = N_("Nonconformity"), .plural = N_("Nonconformities"), .prefix = "NC", .phase = PHASE_ACT,
	.help = N_("Requirements that are not met, their causes and their correction (clause 10.2)."),
	.fields = nonconformity_fields, .field_count = COUNT(nonconformity_fields), .open = nonconformity_open,
	.tallies = nonconformity_tallies, .tally_count = COUNT(nonconformity_tallies),
};

static const struct choice choices_cycle_phase[] = {
	{ "plan", N_("Plan") }, { "do", N_("Do") }, { "check", N_("Check") }, { "act", N_("Act") },
	{ NULL, NULL },
};
static const struct choice choices_cycle_status[] = {
	{ "open", N_("open") }, { "closed", N_("closed") },
	{ NULL, NULL },
};
static const char *const cycle_open[] = { "open", "", NULL };

static const struct field_def cycle_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("The name of the turn of the wheel, often a year.") },
	{ .name = "start", .label = N_("Start"), .type = &type_date, .flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SORT, .initial = "today",
	  .help = N_("The day on which the cycle begins.") },
	{ .name = "end", .label = N_("End"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day by which the cycle is to be closed.") },
	{ .name = "phase", .label = N_("Phase"), .type = &type_choice, .choices = choices_cycle_phase, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "plan",
	  .help = N_("Where on the wheel the organisation stands.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_cycle_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "open",
	  .help = N_("Whether the cycle is still turning.") },
	{ .name = "goals", .label = N_("Goals"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What this turn is to bring.") },
	{ .name = "lessons", .label = N_("Lessons"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What this turn taught, and what the next one starts from (clause 10.1).") },
};
static const struct tally_def cycle_tallies[] = {
	{ "cycle.status", { "status", "end" } },
};

const struct register_def register_cycle = {
	.name = "cycle", .label = N_("Cycle"), .plural = N_("Cycles"), .prefix = "CY", .phase = PHASE_ACT,
	.help = N_("The turns of the wheel: each starts from what the one before has taught (clause 10.1)."),
	.fields = cycle_fields, .field_count = COUNT(cycle_fields), .open = cycle_open, .sort = "start", .check = cycle_check,
	.tallies = cycle_tallies, .tally_count = COUNT(cycle_tallies),
};
