/* Check: the audit programme, its audits and the points that they look at (clause 9.2). */
#include "model/registers/parts.h"

static const struct choice choices_programme_status[] = {
	{ "draft", N_("draft") },
	{ "approved", N_("approved") },
	{ "closed", N_("closed") },
	{ NULL, NULL },
};
static const char *const programme_open[] = { "draft", "approved", "", NULL };
static const char *const programme_frozen[] = { "approved", "closed", NULL };
static const char *const programme_free[] = { "status", NULL };

static const struct field_def programme_fields[] = {
	{ .name = "title",
		.known_as = "audit programme|programme d’audit|audit plan|plan d’audit",
		.label = N_("Title"),
		.type = &type_text,
		.flags = TITLE_FLAGS,
		.help = N_("The name of the programme, with the years that it covers.") },
	{ .name = "years",
		.known_as = "duration|durée|années",
		.label = N_("Years"),
		.spare = 1,
		.type = &type_integer,
		.source = &(const struct field_source){ .counted = "year" },
		.min = 1,
		.max = 10,
		.flags = FIELD_COLUMN,
		.initial = "3",
		.width = 6,
		.help = N_("In how many years all clauses and all applicable controls are to be audited once.") },
	{ .name = "start",
		.known_as = "start date|début|date de début",
		.label = N_("Start"),
		.type = &type_date,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.initial = "today",
		.help = N_("The first day of the programme.") },
	{ .name = "end",
		.known_as = "end date|fin|date de fin",
		.label = N_("End"),
		.type = &type_date,
		.flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
		.help = N_("The last day of the programme; by then another one is to be approved.") },
	{ .name = "status",
		.label = N_("Status"),
		.type = &type_choice,
		.choices = choices_programme_status,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.initial = "draft",
		.help = N_("Once approved, the programme stands as it was; its audits are planned and held.") },
	{ .name = "frequency",
		.known_as = "fréquence|périodicité",
		.label = N_("How often"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("How often what is audited (clause 9.2.2).") },
	{ .name = "methods",
		.known_as = "méthodes|audit methods",
		.label = N_("Methods"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("How the audits are made: interviews, samples, tests, on the spot or from afar.") },
	{ .name = "responsibilities",
		.known_as = "responsabilités",
		.label = N_("Who does what"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("Who plans, who audits, who answers, to whom one reports.") },
	{ .name = "criteria",
		.known_as = "importance|critères",
		.label = N_("What weighs"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_(
			"By what the programme sets its weights: how important a process is, and what earlier audits found (clause 9.2.2).") },
	{ .name = "approver",
		.known_as = "approved by|approuvé par|approbateur",
		.label = N_("Approved by"),
		.type = &type_person,
		.target = "person",
		.flags = FIELD_ADD_BY_NAME,
		.help = N_("The person who approved the programme.") },
	{ .name = "approved",
		.known_as = "approval date|date d’approbation|approuvé le",
		.label = N_("Approved on"),
		.type = &type_date,
		.flags = FIELD_SORT,
		.help = N_("The day of the approval.") },
	{ .name = "audits",
		.label = N_("Audits"),
		.type = &type_references,
		.target = "audit",
		.flags = FIELD_INVERSE,
		.inverse = "programme",
		.help = N_("The audits of the programme.") },
	EXTERNAL_ID,
};
static const struct tally_def programme_tallies[] = {
	{ "programme.status", { "status", "end" } },
};

static const struct validity programme_valid[] = {
	{ "status=approved", N_("It is not approved.") },
	{ "approver!= approved<=today", N_("Nobody is named who approved it, or the day has not come.") },
	{ "start<=today", N_("It begins on a day that has not come, or on none.") },
	{ "end>=today", N_("It is past its end, or has none.") },
	{ NULL, NULL },
};

static const char *const programme_approved[] = { "approved", NULL }, *const programme_needs[] = { "start", "end",
	"approver", "approved", NULL };
static const struct demand programme_demands[] = {
	{ "status", programme_approved, NULL, NULL, programme_needs,
		N_("An approved programme has its first and its last day, who approved it and when.") },
	{ .sentence = NULL },
};

static const char *const programme_ended[] = { "closed", NULL };

static const struct section_def programme_sections[] = {
	{ "title", N_("What it is") },
	{ "frequency", N_("How it is done") },
	{ "approver", N_("Approval") },
	{ NULL, NULL },
};

const struct register_def register_programme = {
	.name = "programme",
	.works = "prepare",
	.label = N_("Audit programme"),
	.plural = N_("Audit programmes"),
	.prefix = "AP",
	.phase = PHASE_CHECK,
	.flags = REGISTER_FEW,
	.help = N_(
		"What is audited over the years, how often, how and by whom, and which audits carry it out (clause 9.2.2)."),
	.ended = programme_ended,
	.fields = programme_fields,
	.field_count = COUNT(programme_fields),
	.sections = programme_sections,
	.open = programme_open,
	.sort = "start",
	.check = programme_check,
	.demands = programme_demands,
	.tallies = programme_tallies,
	.tally_count = COUNT(programme_tallies),
	.frozen = programme_frozen,
	.frozen_free = programme_free,
	.freeze_action = "sign",
	.day = "approved",
	.valid = programme_valid,
};

static const struct choice choices_audit_kind[] = {
	{ "internal", N_("internal") },
	{ "unannounced", N_("unannounced") },
	{ "maturity", N_("maturity") },
	{ "mock", N_("mock") },
	{ "supplier", N_("supplier") },
	{ "stage1", N_("certification, stage 1") },
	{ "stage2", N_("certification, stage 2") },
	{ "surveillance", N_("surveillance") },
	{ "recertification", N_("recertification") },
	{ NULL, NULL },
};
static const struct choice choices_audit_status[] = {
	{ "planned", N_("planned") },
	{ "ongoing", N_("under way") },
	{ "done", N_("done") },
	{ "reported", N_("reported") },
	{ "cancelled", N_("cancelled") },
	{ NULL, NULL },
};
static const struct choice choices_audit_method[] = {
	{ "interview", N_("interview") },
	{ "document", N_("documents read") },
	{ "observation", N_("observation") },
	{ "test", N_("test") },
	{ "sampling", N_("sampling") },
	{ NULL, NULL },
};
static const struct choice choices_opinion[] = {
	{ "conforms", N_("conforms") },
	{ "but", N_("conforms, but") },
	{ "not", N_("does not conform") },
	{ NULL, NULL },
};
static const char *const audit_open[] = { "planned", "ongoing", "", NULL };
static const char *const audit_frozen[] = { "reported", NULL };
static const char *const audit_free[] = { NULL };

/*
 * Who comes from outside is independent.  Others, the auditor and the team, neither own what is audited nor work in it:
 * a clause, a control and the risks, actions and documents of these, a unit with its people, its roles and its assets
 * (clause 9.2.2 c).  An audit that names neither clauses nor controls is of all of them.  audit_independence names what
 * each of these finds.  Once it is reported, what the records said of it on that day stands: `independent`.
 */
#define FROM_OUTSIDE AUDIT_FROM_OUTSIDE " or "
#define OWNED_1 "owner=@^auditor or owner(team_of(ref=@^^^ref))"
#define OWNED_2 "owner=@^^auditor or owner(team_of(ref=@^^^^ref))"
#define NO_OFFICER_OF_CLAUSES "auditor.officer_of= or requirements="
#define NO_OFFICER_OF_ALL "auditor.officer_of= or requirements!= or controls!="
#define NO_OFFICER_IN_TEAM "requirements= or team!(officer_of!=)"
#define NO_CLAUSE "requirements!(" OWNED_1 ")"
#define NO_DOCUMENT_OF_CLAUSE "requirements!(documents(" OWNED_2 "))"
#define NO_CONTROL "controls!(lines(" OWNED_2 "))"
#define NO_RISK "controls!(risks(" OWNED_2 " standing=current))"
#define NO_ACTION "controls!(actions(" OWNED_2 " status!=cancelled))"
#define NO_DOCUMENT_OF_CONTROL "controls!(documents(" OWNED_2 "))"
#define NO_LEAD "units!(manager=@^auditor or manager(team_of(ref=@^^^ref)))"
#define NO_PERSON "units!(people(ref=@^^auditor or team_of(ref=@^^^ref)))"
#define NO_ROLE "units!(roles(ended= holders(ref=@^^^auditor or team_of(ref=@^^^^ref))))"
#define NO_ASSET "units!(assets(" OWNED_2 "))"
#define AUDITORS_INDEPENDENT                                                                                           \
	FROM_OUTSIDE NO_OFFICER_OF_CLAUSES                                                                             \
		" " FROM_OUTSIDE NO_OFFICER_OF_ALL " " FROM_OUTSIDE NO_OFFICER_IN_TEAM " " FROM_OUTSIDE NO_CLAUSE      \
		" " FROM_OUTSIDE NO_DOCUMENT_OF_CLAUSE " " FROM_OUTSIDE NO_CONTROL " " FROM_OUTSIDE NO_RISK            \
		" " FROM_OUTSIDE NO_ACTION " " FROM_OUTSIDE NO_DOCUMENT_OF_CONTROL " " FROM_OUTSIDE NO_LEAD            \
		" " FROM_OUTSIDE NO_PERSON " " FROM_OUTSIDE NO_ROLE " " FROM_OUTSIDE NO_ASSET

static const struct quiet_def audit_quiet = {
	.until = "held",
	.when = (const char *const[]){ "announced", "no", "kind", "unannounced", NULL },
};

static const struct field_def audit_fields[] = {
	{ .name = "title",
		.known_as = "audit",
		.label = N_("Title"),
		.type = &type_text,
		.flags = TITLE_FLAGS,
		.help = N_("What is audited.") },
	{ .name = "kind",
		.known_as = "type|audit type|type d’audit",
		.label = N_("Kind"),
		.spare = 1,
		.type = &type_choice,
		.choices = choices_audit_kind,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.initial = "internal",
		.help = N_("The kind of audit.") },
	{ .name = "planned",
		.known_as = "planned date|date prévue|date",
		.label = N_("Planned for"),
		.short_label = N_("Date"),
		.type = &type_date,
		.flags = FIELD_COLUMN | FIELD_SORT | FIELD_DUE,
		.help = N_("The day for which the audit is planned.") },
	{ .name = "held",
		.known_as = "audit date|actual date|date de réalisation|réalisé le|date d’audit|date réelle",
		.label = N_("Held on"),
		.type = &type_date,
		.flags = FIELD_SORT,
		.help = N_("The day on which it took place.") },
	{ .name = "auditor",
		.known_as = "lead auditor|auditeur|auditeur principal|auditors",
		.label = N_("Auditor"),
		.type = &type_person,
		.target = "person",
		.flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
		.help = N_("The person who leads the audit, independent of what is audited (clause 9.2.2).") },
	{ .name = "status",
		.label = N_("Status"),
		.type = &type_choice,
		.choices = choices_audit_status,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.initial = "planned",
		.help = N_(
			"Where the audit stands; once it is reported, it stands as it was with its points and findings.") },
	{ .name = "programme",
		.known_as = "audit programme|programme d’audit",
		.label = N_("Programme"),
		.type = &type_reference,
		.target = "programme",
		.help = N_("The audit programme to which it belongs.") },
	{ .name = "announced",
		.known_as = "annoncé",
		.label = N_("Announced"),
		.type = &type_yes_no,
		.help = N_(
			"Whether those who are audited know the day before; where they do not, reports of what is due and calendars leave it out until it is held.") },
	{ .name = "scope",
		.known_as = "périmètre|perimeter|champ",
		.label = N_("Scope and criteria"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("What is looked at, and against what.") },
	{ .name = "criteria",
		.known_as = "audit criteria|critères|critères d’audit|référentiel",
		.label = N_("Criteria"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_(
			"Against what it is held: the standard, the organisation's own rules, contracts, laws (clause 9.2.2 b).") },
	{ .name = "requirements",
		.known_as = "clauses|exigences|articles",
		.label = N_("Requirements"),
		.type = &type_references,
		.target = "requirement",
		.help = N_("The clauses that are audited.") },
	{ .name = "controls",
		.known_as = "mesures|annex a controls|contrôles",
		.label = N_("Controls"),
		.type = &type_control,
		.target = "control",
		.help = N_("The controls that are audited.") },
	{ .name = "units",
		.known_as = "departments|services|sites|entités",
		.label = N_("Units"),
		.type = &type_references,
		.target = "unit",
		.help = N_("The units that are audited.") },
	{ .name = "method",
		.known_as = "audit methods|méthode|méthodes",
		.label = N_("Methods"),
		.type = &type_choices,
		.choices = choices_audit_method,
		.help = N_("How it is made.") },
	{ .name = "sample",
		.known_as = "échantillon|sampling",
		.label = N_("Sample"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("What was drawn, from what, and how it was chosen.") },
	{ .name = "sampled",
		.label = N_("Drawn"),
		.type = &type_integer,
		.min = 0,
		.max = 1000000000,
		.help = N_("How many were drawn.") },
	{ .name = "population",
		.label = N_("Out of"),
		.type = &type_integer,
		.min = 0,
		.max = 1000000000,
		.help = N_("How many there are in all.") },
	{ .name = "team",
		.known_as = "audit team|équipe|équipe d’audit|auditeurs",
		.label = N_("Team"),
		.type = &type_references,
		.target = "person",
		.help = N_("Who audits with the lead auditor.") },
	{ .name = "body",
		.known_as = "audit firm|cabinet|organisme|certification body|organisme de certification",
		.label = N_("Body from outside"),
		.type = &type_text,
		.flags = FIELD_SEARCH,
		.help = N_("The firm or body that audits, where it comes from outside: it is independent.") },
	{ .name = "reason",
		.label = N_("Why independent"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("What makes the auditors independent, or what was done where they are not.") },
	{ .name = "conclusion",
		.known_as = "result|résultat|conclusions|summary|résumé",
		.label = N_("Conclusion"),
		.type = &type_long_text,
		.flags = FIELD_SEARCH,
		.help = N_("What the audit found, in a few sentences.") },
	{ .name = "opinion",
		.known_as = "avis|overall opinion|appréciation",
		.label = N_("Opinion"),
		.type = &type_choice,
		.choices = choices_opinion,
		.flags = FIELD_SORT,
		.help = N_("What the auditor says as a whole.") },
	{ .name = "reported",
		.known_as = "report date|date du rapport|reported on|rapport remis le",
		.label = N_("Reported on"),
		.type = &type_date,
		.flags = FIELD_SORT,
		.help = N_("The day on which the report was issued.") },
	{ .name = "reported_to",
		.known_as = "recipient|destinataire|reported to",
		.label = N_("Reported to"),
		.type = &type_references,
		.target = "person",
		.help = N_("Those of management to whom it was reported (clause 9.2.2).") },
	{ .name = "report",
		.known_as = "audit report|rapport|rapport d’audit",
		.label = N_("Report"),
		.type = &type_reference,
		.target = "document",
		.help = N_("The document that holds the report.") },
	{ .name = "independent",
		.label = N_("Independent then"),
		.type = &type_yes_no,
		.flags = FIELD_WITNESS,
		.source = &(const struct field_source){ .answers = AUDITORS_INDEPENDENT },
		.help = N_(
			"Whether the auditors were independent of what they audited, by the records of the day on which it was reported.") },
	{ .name = "seal",
		.label = N_("Seal"),
		.type = &type_text,
		.flags = FIELD_SEALED,
		.help = N_("The head of the journal when it was reported: what the file held then can be proved.") },
	{ .name = "points",
		.label = N_("Points"),
		.type = &type_references,
		.target = "auditpoint",
		.flags = FIELD_INVERSE,
		.inverse = "audit",
		.help = N_("The points of its checklist.") },
	{ .name = "findings",
		.label = N_("Findings"),
		.type = &type_references,
		.target = "finding",
		.flags = FIELD_INVERSE,
		.inverse = "audit",
		.help = N_("The findings of this audit.") },
	{ .name = "certificates",
		.label = N_("Certificates"),
		.type = &type_references,
		.target = "certificate",
		.flags = FIELD_INVERSE | FIELD_INTERNAL,
		.inverse = "audits",
		.help = N_("The certifications that it serves or prepares.") },
	EXTERNAL_ID,
};
static const struct tally_def audit_tallies[] = {
	{ "audit.status", { "status", "planned" } },
};

#define INDEPENDENT(filter, sentence)                                                                                  \
	{                                                                                                              \
		"independent=yes or " FROM_OUTSIDE filter, sentence                                                    \
	}
#define AUDITS_ISMS N_("The security officer audits clauses that are the officer's own work.")
#define DEPENDS_ON_CLAUSE N_("An auditor answers for a clause that is audited, or for its documents.")
#define DEPENDS_ON_CONTROL N_("An auditor owns a control that is audited, or a risk, an action or a document of it.")
#define DEPENDS_ON_UNIT N_("An auditor works in a unit that is audited, leads it, holds a role or owns an asset there.")

static const struct validity audit_valid[] = {
	{ "status=done or status=reported", N_("It is not done.") },
	{ "held<=today held>=horizon",
		N_("It was held too long ago to count today, or its day is not known or has not come.") },
	{ "reported<=today", N_("Its report is not issued.") },
	{ "auditor!= or body!=", N_("No auditor is named.") },
	{ "independent!=no", N_("Its auditors were not independent on the day on which it was reported.") },
	INDEPENDENT(NO_OFFICER_OF_CLAUSES, AUDITS_ISMS),
	INDEPENDENT(NO_OFFICER_OF_ALL, AUDITS_ISMS),
	INDEPENDENT(NO_OFFICER_IN_TEAM, AUDITS_ISMS),
	INDEPENDENT(NO_CLAUSE, DEPENDS_ON_CLAUSE),
	INDEPENDENT(NO_DOCUMENT_OF_CLAUSE, DEPENDS_ON_CLAUSE),
	INDEPENDENT(NO_CONTROL, DEPENDS_ON_CONTROL),
	INDEPENDENT(NO_RISK, DEPENDS_ON_CONTROL),
	INDEPENDENT(NO_ACTION, DEPENDS_ON_CONTROL),
	INDEPENDENT(NO_DOCUMENT_OF_CONTROL, DEPENDS_ON_CONTROL),
	INDEPENDENT(NO_LEAD, DEPENDS_ON_UNIT),
	INDEPENDENT(NO_PERSON, DEPENDS_ON_UNIT),
	INDEPENDENT(NO_ROLE, DEPENDS_ON_UNIT),
	INDEPENDENT(NO_ASSET, DEPENDS_ON_UNIT),
	{ NULL, NULL },
};

static const char *const audit_needs[] = { "held", "auditor", "conclusion", "reported", NULL };
static const struct demand audit_demands[] = {
	{ "status", audit_frozen, NULL, NULL, audit_needs,
		N_("An audit that is reported has its day, its auditor, its conclusion and the day of the report.") },
	{ .sentence = NULL },
};

static const char *const audit_ended[] = { "done", "reported", "cancelled", NULL };

static const struct section_def audit_sections[] = {
	{ "title", N_("What it is") },
	{ "scope", N_("Scope and criteria") },
	{ "method", N_("How it is made") },
	{ "team", N_("Independence") },
	{ "conclusion", N_("Result") },
	{ NULL, NULL },
};

/* Early enough to mend what it finds. */
static const struct proposal audit_proposals[] = {
	{ "certificates", "title", "body", N_("Mock audit before that of %s") },
	{ "certificates", "planned", "=today+14", NULL },
	{ .link = NULL },
};

const struct register_def register_audit = {
	.name = "audit",
	.works = "work prepare",
	.label = N_("Audit"),
	.plural = N_("Audits"),
	.prefix = "AU",
	.phase = PHASE_CHECK,
	.flags = REGISTER_FEW,
	.help = N_("Internal audits and those of others: planned, held, concluded (clause 9.2)."),
	.quiet = &audit_quiet,
	.ended = audit_ended,
	.fields = audit_fields,
	.field_count = COUNT(audit_fields),
	.sections = audit_sections,
	.open = audit_open,
	.over = "held",
	.sort = "planned",
	.check = audit_check,
	.proposals = audit_proposals,
	.demands = audit_demands,
	.tallies = audit_tallies,
	.tally_count = COUNT(audit_tallies),
	.frozen = audit_frozen,
	.frozen_free = audit_free,
	.freeze_action = "issue",
	.day = "reported",
	.valid = audit_valid,
};
