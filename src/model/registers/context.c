/* Before Plan and its beginning: the decision to begin, the preliminary study, meetings, issues, parties, scope, obligations, objectives, roles (clauses 4.1 to 4.3, 5.1, 5.3, 6.2). */
#include "model/registers/parts.h"

static const struct choice choices_decision_kind[] = {
	{ "begin", N_("to begin") }, { "study", N_("preliminary study validated") }, { "scope", N_("scope") }, { "policy", N_("policy") },
	{ "risk", N_("risk") }, { "resources", N_("resources") }, { "other", N_("other") },
	{ NULL, NULL },
};
static const struct choice choices_begin_reason[] = {
	{ "risk", N_("risks") }, { "obligation", N_("obligations") }, { "client", N_("clients' demands") }, { "benefit", N_("expected benefits") },
	{ NULL, NULL },
};
static const struct choice choices_decision_status[] = {
	{ "prepared", N_("prepared") }, { "decided", N_("decided") }, { "withdrawn", N_("withdrawn") },
	{ NULL, NULL },
};
static const char *const decision_open[] = { "prepared", "", NULL };
static const char *const decision_frozen[] = { "decided", "withdrawn", NULL };
static const char *const decision_free[] = { "status", "withdrawal", NULL };

static const struct field_def decision_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("What is decided, in one sentence.") },
	{ .name = "kind", .label = N_("Kind"), .type = &type_choice, .choices = choices_decision_kind, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("To begin with the ISMS, to validate the preliminary study, or what else it is about.") },
	{ .name = "date", .label = N_("Date"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("The day on which management decided.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_decision_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "prepared",
	  .help = N_("Once decided, the text stands as it was; it can only be withdrawn, with a reason.") },
	{ .name = "reasons", .label = N_("Reasons"), .type = &type_choices, .choices = choices_begin_reason,
	  .help = N_("Why an ISMS is wanted: risks, obligations, clients' demands, expected benefits.") },
	{ .name = "reasoning", .label = N_("Reasoning"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("The reasons in words: which risks, which obligations, who asks, what it is to bring.") },
	{ .name = "text", .label = N_("What is decided"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("The decision in full; for a preliminary study, what exactly was validated.") },
	{ .name = "signatory", .label = N_("Signatory"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The member of general management who decided.") },
	{ .name = "function", .label = N_("Function"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("The function in which they signed.") },
	{ .name = "copy", .label = N_("Signed copy"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("Where the signed paper or file is kept.") },
	{ .name = "meeting", .label = N_("Meeting"), .type = &type_reference, .target = "meeting",
	  .help = N_("The meeting in which it was decided.") },
	{ .name = "withdrawal", .label = N_("Reason of the withdrawal"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("Why it no longer holds.") },
	{ .name = "seal", .label = N_("Seal"), .type = &type_text, .flags = FIELD_SEALED,
	  .help = N_("The head of the journal when it was decided: what the file held then can be proved.") },
};

const struct register_def register_decision = {
	.name = "decision", .label = N_("Decision"), .plural = N_("Decisions"), .prefix = "D", .phase = PHASE_PLAN,
	.help = N_("What general management decided, first of all to begin: why, when, who (clause 5.1)."),
	.fields = decision_fields, .field_count = COUNT(decision_fields), .open = decision_open, .sort = "date",
	.check = decision_check, .frozen = decision_frozen, .frozen_free = decision_free, .freeze_action = "sign",
};

static const struct choice choices_meeting_kind[] = {
	{ "kickoff", N_("kick-off") }, { "followup", N_("follow-up") }, { "committee", N_("security committee") }, { "other", N_("other") },
	{ NULL, NULL },
};
static const struct choice choices_meeting_status[] = {
	{ "planned", N_("planned") }, { "held", N_("held") }, { "cancelled", N_("cancelled") },
	{ NULL, NULL },
};
static const char *const meeting_open[] = { "planned", "", NULL };

static const struct field_def meeting_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("What the meeting is about.") },
	{ .name = "kind", .label = N_("Kind"), .type = &type_choice, .choices = choices_meeting_kind, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "followup",
	  .help = N_("The kind of meeting.") },
	{ .name = "planned", .label = N_("Planned for"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day for which it is planned.") },
	{ .name = "held", .label = N_("Held on"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("The day on which it took place.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_meeting_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "planned",
	  .help = N_("Whether it was held.") },
	{ .name = "attendees", .label = N_("Attendees"), .type = &type_references, .target = "person",
	  .help = N_("The people who were there.") },
	{ .name = "agenda", .label = N_("Agenda"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What is to be spoken of.") },
	{ .name = "minutes", .label = N_("Minutes"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What was said and decided; a decision that asks for work becomes an action.") },
	{ .name = "actions", .label = N_("Actions"), .type = &type_references, .target = "action", .flags = FIELD_INVERSE, .inverse = "meeting",
	  .help = N_("The actions that came out of it.") },
	{ .name = "decisions", .label = N_("Decisions"), .type = &type_references, .target = "decision", .flags = FIELD_INVERSE, .inverse = "meeting",
	  .help = N_("The decisions that were taken.") },
};
static const struct tally_def meeting_tallies[] = {
	{ "meeting.status", { "status", "planned" } },
};

const struct register_def register_meeting = {
	.name = "meeting", .label = N_("Meeting"), .plural = N_("Meetings"), .prefix = "M", .phase = PHASE_PLAN,
	.help = N_("Follow-up meetings with general management and the committee: who was there, what was decided (clause 5.1)."),
	.fields = meeting_fields, .field_count = COUNT(meeting_fields), .open = meeting_open, .sort = "planned",
	.tallies = meeting_tallies, .tally_count = COUNT(meeting_tallies),
};

static const struct choice choices_mechanism_area[] = {
	{ "organisation", N_("organisation") }, { "people", N_("people") }, { "physical", N_("physical") }, { "technical", N_("technical") },
	{ NULL, NULL },
};

static const struct field_def mechanism_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("A security measure that exists already, before the ISMS.") },
	{ .name = "area", .label = N_("Area"), .type = &type_choice, .choices = choices_mechanism_area, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("Where it works.") },
	{ .name = "maturity", .label = N_("Maturity"), .type = &type_level, .scale = "maturity", .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("How well it is mastered today.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who runs it.") },
	{ .name = "description", .label = N_("Description"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("How it works and what it protects.") },
	{ .name = "weakness", .label = N_("Weakness"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What it lacks.") },
	{ .name = "controls", .label = N_("Controls"), .type = &type_control, .target = "control",
	  .help = N_("The controls of the catalogue that it carries out, in part or in full.") },
	{ .name = "asset", .label = N_("Assets"), .type = &type_references, .target = "asset",
	  .help = N_("The assets that it protects.") },
};

const struct register_def register_mechanism = {
	.name = "mechanism", .label = N_("Existing mechanism"), .plural = N_("Existing mechanisms"), .prefix = "EM", .phase = PHASE_PLAN,
	.help = N_("The state of the art: the security mechanisms that exist before the ISMS, and how mature they are; part of the preliminary study (clause 4.1)."),
	.fields = mechanism_fields, .field_count = COUNT(mechanism_fields), .sort = "area",
};

static const struct choice choices_issue_kind[] = {
	{ "external", N_("external") }, { "internal", N_("internal") },
	{ NULL, NULL },
};
static const struct choice choices_issue_topic[] = {
	{ "law", N_("law") }, { "market", N_("market") }, { "technology", N_("technology") }, { "threat", N_("threat landscape") },
	{ "organisation", N_("organisation") }, { "people", N_("people") }, { "culture", N_("culture") }, { "climate", N_("climate change") }, { "other", N_("other") },
	{ NULL, NULL },
};

static const struct field_def issue_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("What around or inside the organisation bears on the ISMS.") },
	{ .name = "kind", .label = N_("Kind"), .type = &type_choice, .choices = choices_issue_kind, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("Whether it lies outside or inside the organisation.") },
	{ .name = "topic", .label = N_("Topic"), .type = &type_choice, .choices = choices_issue_topic, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("What it is about; whether climate change matters has to be said (Amendment 1:2024).") },
	{ .name = "relevant", .label = N_("Relevant"), .type = &type_yes_no, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("Does it matter to the ISMS? Empty: not determined yet.") },
	{ .name = "reason", .label = N_("Reason"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("Why it matters or does not.") },
	{ .name = "effect", .label = N_("Effect"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What follows from it for information security.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_ADD_BY_NAME,
	  .help = N_("The person who watches it.") },
	{ .name = "risk", .label = N_("Risks"), .type = &type_references, .target = "risk",
	  .help = N_("The risks that it brings about or changes.") },
	{ .name = "review", .label = N_("Next review"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day by which it is to be looked at again.") },
};
static const struct tally_def issue_tallies[] = {
	{ "issue.review", { "review" } },
};

const struct register_def register_issue = {
	.name = "issue", .label = N_("Context issue"), .plural = N_("Context issues"), .prefix = "CI", .phase = PHASE_PLAN,
	.help = N_("External and internal issues that bear on the ISMS, climate change among them (clause 4.1)."),
	.fields = issue_fields, .field_count = COUNT(issue_fields), .check = issue_check,
	.tallies = issue_tallies, .tally_count = COUNT(issue_tallies),
};

static const struct choice choices_party_kind[] = {
	{ "client", N_("client") }, { "authority", N_("authority") }, { "staff", N_("staff") }, { "supplier", N_("supplier") },
	{ "owner", N_("shareholder") }, { "partner", N_("partner") }, { "public", N_("public") }, { "other", N_("other") },
	{ NULL, NULL },
};

static const struct field_def party_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("Who has an interest in the organisation's information security.") },
	{ .name = "kind", .label = N_("Kind"), .type = &type_choice, .choices = choices_party_kind, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("What they are to the organisation.") },
	{ .name = "requirements", .label = N_("Requirements"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What they require of information security (clause 4.2 b).") },
	{ .name = "stake", .label = N_("Stake"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What they gain or lose by it.") },
	{ .name = "addressed", .label = N_("Addressed by the ISMS"), .type = &type_yes_no, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("Are these requirements met through the ISMS (clause 4.2 c)? Empty: not decided.") },
	{ .name = "how", .label = N_("How"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("How the ISMS answers them, or why it does not.") },
	{ .name = "climate", .label = N_("Asks about climate"), .type = &type_yes_no,
	  .help = N_("Does the party have requirements about climate change (Amendment 1:2024)?") },
	{ .name = "obligation", .label = N_("Obligations"), .type = &type_references, .target = "obligation",
	  .help = N_("The obligations in which these requirements are written down.") },
	{ .name = "contact", .label = N_("Contact"), .type = &type_text, .flags = FIELD_SEARCH | FIELD_CONFIDENTIAL,
	  .help = N_("Whom to speak to.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who keeps in touch with them.") },
	{ .name = "review", .label = N_("Next review"), .type = &type_date, .flags = FIELD_SORT | FIELD_DUE,
	  .help = N_("The day by which it is to be looked at again.") },
};
static const struct tally_def party_tallies[] = {
	{ "party.review", { "review" } },
};

const struct register_def register_party = {
	.name = "party", .label = N_("Interested party"), .plural = N_("Interested parties"), .prefix = "IP", .phase = PHASE_PLAN,
	.help = N_("Who has an interest in the organisation's information security, what they require and what is at stake for them (clause 4.2)."),
	.fields = party_fields, .field_count = COUNT(party_fields), .sort = "name",
	.tallies = party_tallies, .tally_count = COUNT(party_tallies),
};

static const struct choice choices_scope_kind[] = {
	{ "activity", N_("activity") }, { "site", N_("site") }, { "unit", N_("unit") }, { "system", N_("system") }, { "interface", N_("interface") },
	{ NULL, NULL },
};

static const struct field_def scope_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("An activity, site, unit, system or interface.") },
	{ .name = "kind", .label = N_("Kind"), .type = &type_choice, .choices = choices_scope_kind, .flags = FIELD_REQUIRED | FIELD_COLUMN | FIELD_SORT, .initial = "activity",
	  .help = N_("What it is.") },
	{ .name = "included", .label = N_("In the scope"), .type = &type_yes_no, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "yes",
	  .help = N_("Does the ISMS apply to it? What is left out needs a justification.") },
	{ .name = "justification", .label = N_("Justification"), .type = &type_long_text, .flags = FIELD_SEARCH | FIELD_COLUMN,
	  .help = N_("Why it is left out, or why it belongs in.") },
	{ .name = "interface", .label = N_("Interface"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What is exchanged with whom, and who answers for it on both sides (clause 4.3 c).") },
	{ .name = "unit", .label = N_("Units"), .type = &type_references, .target = "unit",
	  .help = N_("The units concerned.") },
	{ .name = "asset", .label = N_("Assets"), .type = &type_references, .target = "asset",
	  .help = N_("The assets concerned.") },
	{ .name = "party", .label = N_("Interested parties"), .type = &type_references, .target = "party",
	  .help = N_("The parties at the other side of the interface.") },
};

const struct register_def register_scope = {
	.name = "scope", .label = N_("Part of the scope"), .plural = N_("Scope"), .prefix = "SC", .phase = PHASE_PLAN,
	.help = N_("To what the ISMS applies and to what not: activities, sites, units, systems, interfaces; the scope statement is composed of them (clause 4.3)."),
	.fields = scope_fields, .field_count = COUNT(scope_fields), .sort = "kind", .check = scope_check,
};

static const struct choice choices_obligation_kind[] = {
	{ "law", N_("law") }, { "contract", N_("contract") }, { "standard", N_("standard") }, { "internal", N_("internal rule") }, { "other", N_("other") },
	{ NULL, NULL },
};
static const struct field_def obligation_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("What the organisation is bound to.") },
	{ .name = "kind", .label = N_("Kind"), .type = &type_choice, .choices = choices_obligation_kind, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("A law, a contract, a standard, or a rule of one's own.") },
	{ .name = "source", .label = N_("Source"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("The text: its number, its article, its date.") },
	{ .name = "summary", .label = N_("What it asks for"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What follows from it for information security.") },
	{ .name = "conformity", .label = N_("Conformity"), .type = &type_choice, .choices = choices_conformity, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("How far it is met; empty: not assessed.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who answers for it.") },
	{ .name = "controls", .label = N_("Controls"), .type = &type_control, .target = "control",
	  .help = N_("The controls by which it is met; it is a reason for including them.") },
	{ .name = "review", .label = N_("Next review"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day by which it is to be looked at again.") },
};
static const struct tally_def obligation_tallies[] = {
	{ "obligation.review", { "review" } },
};

const struct register_def register_obligation = {
	.name = "obligation", .label = N_("Obligation"), .plural = N_("Obligations"), .prefix = "OB", .phase = PHASE_PLAN,
	.help = N_("Laws, contracts and standards that bind the organisation (clause 4.2 b, A.5.31)."),
	.fields = obligation_fields, .field_count = COUNT(obligation_fields),
	.tallies = obligation_tallies, .tally_count = COUNT(obligation_tallies),
};

static const struct choice choices_objective_status[] = {
	{ "planned", N_("planned") }, { "ongoing", N_("under way") }, { "done", N_("reached") }, { "missed", N_("missed") }, { "cancelled", N_("cancelled") },
	{ NULL, NULL },
};
static const char *const objective_open[] = { "planned", "ongoing", "", NULL };

static const struct field_def objective_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("What is to be reached.") },
	{ .name = "measure", .label = N_("Measure"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("How one sees whether it is reached (clause 6.2 b).") },
	{ .name = "target", .label = N_("Target"), .type = &type_text, .flags = FIELD_COLUMN | FIELD_SEARCH,
	  .help = N_("The value to be reached.") },
	{ .name = "result", .label = N_("Result"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("The value reached so far.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who answers for it.") },
	{ .name = "due", .label = N_("Due"), .type = &type_date, .flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
	  .help = N_("The day by which it is to be reached.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_objective_status, .flags = FIELD_COLUMN | FIELD_SORT, .initial = "planned",
	  .help = N_("Where it stands.") },
	{ .name = "resources", .label = N_("Resources"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What it takes: people, money, time.") },
	{ .name = "plan", .label = N_("Way to reach it"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What will be done, and how the result is evaluated (clause 6.2).") },
	{ .name = "policy", .label = N_("Policy"), .type = &type_reference, .target = "policy",
	  .help = N_("The policy from which it follows.") },
	{ .name = "actions", .label = N_("Actions"), .type = &type_references, .target = "action", .flags = FIELD_INVERSE, .inverse = "objective",
	  .help = N_("The actions that lead to it.") },
};
static const struct tally_def objective_tallies[] = {
	{ "objective.status", { "status", "due" } },
};

const struct register_def register_objective = {
	.name = "objective", .label = N_("Objective"), .plural = N_("Objectives"), .prefix = "OJ", .phase = PHASE_PLAN,
	.help = N_("What information security is to reach, how it is measured, by when and with what (clause 6.2)."),
	.fields = objective_fields, .field_count = COUNT(objective_fields), .open = objective_open, .sort = "due",
	.tallies = objective_tallies, .tally_count = COUNT(objective_tallies),
};

static const struct field_def role_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("The name of the role.") },
	{ .name = "short", .label = N_("Short"), .type = &type_text, .flags = FIELD_COLUMN, .length = 12,
	  .help = N_("A few letters that head its column in the responsibility matrix.") },
	{ .name = "holders", .label = N_("Held by"), .type = &type_references, .target = "person", .flags = FIELD_COLUMN,
	  .help = N_("The people who hold the role.") },
	{ .name = "deputies", .label = N_("Deputies"), .type = &type_references, .target = "person",
	  .help = N_("Who stands in for them.") },
	{ .name = "unit", .label = N_("Units"), .type = &type_references, .target = "unit",
	  .help = N_("The units in which the role exists.") },
	{ .name = "duties", .label = N_("Duties"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What the role answers for.") },
	{ .name = "authority", .label = N_("Authority"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What the role may decide.") },
	{ .name = "assigned", .label = N_("Assigned on"), .type = &type_date, .flags = FIELD_SORT,
	  .help = N_("The day on which general management assigned it (clause 5.3).") },
};

const struct register_def register_role = {
	.name = "role", .label = N_("Role"), .plural = N_("Roles"), .prefix = "RO", .phase = PHASE_PLAN, .template_part = true,
	.help = N_("Roles, responsibilities and authorities for information security (clause 5.3)."),
	.fields = role_fields, .field_count = COUNT(role_fields),
};

static const struct field_def responsibility_fields[] = {
	{ .name = "title", .label = N_("Activity"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("An activity of the ISMS.") },
	{ .name = "responsible", .label = N_("Responsible"), .type = &type_references, .target = "role", .flags = FIELD_COLUMN,
	  .help = N_("R: the roles that do it.") },
	{ .name = "accountable", .label = N_("Accountable"), .type = &type_reference, .target = "role", .flags = FIELD_COLUMN,
	  .help = N_("A: the one role that answers for it.") },
	{ .name = "consulted", .label = N_("Consulted"), .type = &type_references, .target = "role", .flags = FIELD_COLUMN,
	  .help = N_("C: the roles that are asked before.") },
	{ .name = "informed", .label = N_("Informed"), .type = &type_references, .target = "role", .flags = FIELD_COLUMN,
	  .help = N_("I: the roles that are told.") },
	{ .name = "requirement", .label = N_("Requirement"), .type = &type_reference, .target = "requirement",
	  .help = N_("The clause that asks for it.") },
};

const struct register_def register_responsibility = {
	.name = "responsibility", .label = N_("Responsibility"), .plural = N_("Responsibilities (RACI)"), .prefix = "RS", .phase = PHASE_PLAN, .template_part = true,
	.help = N_("Who does, answers for, is asked and is told, activity by activity: the RACI matrix (clause 5.3)."),
	.fields = responsibility_fields, .field_count = COUNT(responsibility_fields),
};
