/* Do: the security action plan and incidents. */
#include "model/registers/parts.h"

static const struct choice choices_action_kind[] = {
	{ "treatment", N_("treatment") }, { "corrective", N_("corrective") }, { "preventive", N_("preventive") }, { "improvement", N_("improvement") },
	{ NULL, NULL },
};
static const struct choice choices_action_status[] = {
	{ "planned", N_("planned") }, { "ongoing", N_("under way") }, { "done", N_("done") }, { "cancelled", N_("cancelled") },
	{ NULL, NULL },
};
static const char *const action_open[] = { "planned", "ongoing", "", NULL };
static const struct choice choices_priority[] = {
	{ "low", N_("low") }, { "normal", N_("normal") }, { "high", N_("high") },
	{ NULL, NULL },
};

static const struct field_def action_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("What is to be done, beginning with a verb.") },
	{ .name = "kind", .label = N_("Kind"), .type = &type_choice, .choices = choices_action_kind, .flags = FIELD_SORT, .initial = "treatment",
	  .help = N_("Treats a risk, corrects a nonconformity, prevents one, or improves.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who carries it out.") },
	{ .name = "priority", .label = N_("Priority"), .type = &type_choice, .choices = choices_priority, .flags = FIELD_SORT, .initial = "normal",
	  .help = N_("Which of two actions comes first.") },
	{ .name = "start", .label = N_("Start"), .type = &type_date, .flags = FIELD_SORT,
	  .help = N_("The day on which the work begins.") },
	{ .name = "due", .label = N_("Due"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day by which it must be done.") },
	{ .name = "done", .label = N_("Done on"), .type = &type_date, .flags = FIELD_SORT,
	  .help = N_("The day on which it was done.") },
	{ .name = "progress", .label = N_("Progress"), .type = &type_percentage, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("How much of the work is done, in percent.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_action_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "planned",
	  .help = N_("Where the work stands.") },
	{ .name = "risk", .label = N_("Risks"), .type = &type_references, .target = "risk",
	  .help = N_("The risks that the action treats.") },
	{ .name = "control", .label = N_("Controls"), .type = &type_control, .target = "control",
	  .help = N_("The controls that the action brings about.") },
	{ .name = "nonconformity", .label = N_("Nonconformity"), .type = &type_reference, .target = "nonconformity",
	  .help = N_("The nonconformity that the action corrects.") },
	{ .name = "rule", .label = N_("Rules"), .type = &type_references, .target = "rule",
	  .help = N_("The rules of the policies that the action carries out.") },
	{ .name = "objective", .label = N_("Objective"), .type = &type_reference, .target = "objective",
	  .help = N_("The objective to which it leads.") },
	{ .name = "meeting", .label = N_("Meeting"), .type = &type_reference, .target = "meeting",
	  .help = N_("The meeting in which it was decided.") },
	{ .name = "depends", .label = N_("Waits for"), .type = &type_references, .target = "action",
	  .help = N_("The actions that must be done before it can begin.") },
	{ .name = "budget", .label = N_("Budget"), .type = &type_number, .min = 0, .max = 1e12,
	  .help = N_("What it may cost, in the organisation's currency.") },
	{ .name = "spent", .label = N_("Spent"), .type = &type_number, .min = 0, .max = 1e12,
	  .help = N_("What it has cost so far.") },
	{ .name = "description", .label = N_("Description"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("How it is done and how one sees that it is done.") },
};
static const struct tally_def action_tallies[] = {
	{ "action.status", { "status", "due" } },
};

const struct register_def register_action = {
	.name = "action", .label = N_("Action"), .plural = N_("Actions"), .prefix = "AC", .phase = PHASE_DO,
	.help = N_("The security action plan: what is done, by whom, by when (clauses 6.1.3 e, 6.2 and 10.2)."),
	.fields = action_fields, .field_count = COUNT(action_fields), .open = action_open, .sort = "due",
	.tallies = action_tallies, .tally_count = COUNT(action_tallies), .check = action_check,
};

const struct choice choices_severity[] = {
	{ "low", N_("low") }, { "moderate", N_("moderate") }, { "high", N_("high") }, { "critical", N_("critical") },
	{ NULL, NULL },
};
static const struct choice choices_incident_status[] = {
	{ "open", N_("open") }, { "analysed", N_("under analysis") }, { "resolved", N_("resolved") }, { "closed", N_("closed") },
	{ NULL, NULL },
};
static const char *const incident_open[] = { "open", "analysed", "resolved", "", NULL };

static const struct field_def incident_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("What happened.") },
	{ .name = "detected", .label = N_("Detected"), .type = &type_date_time, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "now",
	  .help = N_("When it was noticed.") },
	{ .name = "severity", .label = N_("Severity"), .type = &type_choice, .choices = choices_severity, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("How bad it is.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_incident_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "open",
	  .help = N_("Where the handling stands.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who handles it.") },
	{ .name = "asset", .label = N_("Assets"), .type = &type_references, .target = "asset",
	  .help = N_("The assets that it touched.") },
	{ .name = "risk", .label = N_("Risks"), .type = &type_references, .target = "risk",
	  .help = N_("The risks that came true in it.") },
	{ .name = "rule", .label = N_("Rules broken"), .type = &type_references, .target = "rule",
	  .help = N_("The rules of the policies that were broken.") },
	{ .name = "description", .label = N_("Description"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What was seen, in the order of time.") },
	{ .name = "cause", .label = N_("Cause"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("Why it could happen.") },
	{ .name = "response", .label = N_("Response"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What was done, and what is learned from it.") },
	{ .name = "notified", .label = N_("Notified on"), .type = &type_date, .flags = FIELD_SORT,
	  .help = N_("The day on which the authority or the persons concerned were told, where the law asks for it.") },
	{ .name = "closed", .label = N_("Closed on"), .type = &type_date, .flags = FIELD_SORT,
	  .help = N_("The day on which the handling ended.") },
};
static const struct tally_def incident_tallies[] = {
	{ "incident.status", { "status", "severity" } },
};

const struct register_def register_incident = {
	.name = "incident", .label = N_("Incident"), .plural = N_("Incidents"), .prefix = "I", .phase = PHASE_DO,
	.help = N_("What went wrong, how it was handled and what it teaches (A.5.24 to A.5.28)."),
	.fields = incident_fields, .field_count = COUNT(incident_fields), .open = incident_open, .sort = "detected",
	.tallies = incident_tallies, .tally_count = COUNT(incident_tallies),
};
