/* Catalogues of controls, the requirements of clauses 4 to 10, and the organisation's answers to them. */
#include "model/registers/parts.h"

static const struct field_def catalogue_fields[] = {
	{ .name = "identifier", .label = N_("Identifier"), .type = &type_text, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_COLUMN | FIELD_SORT, .length = 60,
	  .help = N_("The word that names the catalogue, for example iso27001-2022.") },
	{ .name = "prefix", .label = N_("Prefix"), .type = &type_text, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_COLUMN, .length = 20,
	  .help = N_("The word before the colon in the refs of its controls, for example 2022.") },
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS | FIELD_TRANSLATED,
	  .help = N_("The title of the catalogue.") },
	{ .name = "title_fr", .label = N_("Title in French"), .type = &type_text, .flags = FIELD_SEARCH | FIELD_SORT,
	  .help = N_("The title of the catalogue in French.") },
	{ .name = "edition", .label = N_("Edition"), .type = &type_text, .flags = FIELD_COLUMN,
	  .help = N_("The edition of the standard, with its amendments.") },
	{ .name = "publisher", .label = N_("Publisher"), .type = &type_text,
	  .help = N_("Who publishes the standard.") },
};

const struct register_def register_catalogue = {
	.name = "catalogue", .label = N_("Catalogue"), .plural = N_("Catalogues"), .phase = PHASE_NONE, .template_part = true,
	.help = N_("Sets of controls: the annexes of the standards, and the organisation's own."),
	.fields = catalogue_fields, .field_count = COUNT(catalogue_fields), .ref_of = catalogue_ref,
};

static const struct field_def theme_fields[] = {
	{ .name = "catalogue", .label = N_("Catalogue"), .type = &type_reference, .target = "catalogue", .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_COLUMN,
	  .help = N_("The catalogue to which the theme belongs.") },
	{ .name = "number", .label = N_("Number"), .type = &type_text, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_COLUMN | FIELD_SORT, .length = 40,
	  .help = N_("The number of the theme in its catalogue.") },
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS | FIELD_TRANSLATED,
	  .help = N_("The title of the theme, domain, area or objective.") },
	{ .name = "title_fr", .label = N_("Title in French"), .type = &type_text, .flags = FIELD_SEARCH | FIELD_SORT,
	  .help = N_("The title in French.") },
	{ .name = "parent", .label = N_("Part of"), .type = &type_reference, .target = "theme",
	  .help = N_("The theme to which this one belongs.") },
};

const struct register_def register_theme = {
	.name = "theme", .label = N_("Theme"), .plural = N_("Themes and domains"), .phase = PHASE_NONE, .template_part = true,
	.help = N_("The headings under which a catalogue groups its controls."),
	.fields = theme_fields, .field_count = COUNT(theme_fields), .ref_of = theme_ref, .keep = catalogue_keep,
};

/* The attributes of ISO/IEC 27002:2022, 4.2. */
static const struct choice choices_control_type[] = {
	{ "preventive", N_("preventive") }, { "detective", N_("detective") }, { "corrective", N_("corrective") },
	{ NULL, NULL },
};
static const struct choice choices_property[] = {
	{ "confidentiality", N_("confidentiality") }, { "integrity", N_("integrity") },
	{ "availability", N_("availability") }, { "traceability", N_("traceability") },
	{ NULL, NULL },
};
static const struct choice choices_concept[] = {
	{ "identify", N_("identify") }, { "protect", N_("protect") }, { "detect", N_("detect") },
	{ "respond", N_("respond") }, { "recover", N_("recover") },
	{ NULL, NULL },
};
static const struct choice choices_capability[] = {
	{ "governance", N_("governance") },
	{ "asset_management", N_("asset management") },
	{ "information_protection", N_("information protection") },
	{ "human_resource_security", N_("human resource security") },
	{ "physical_security", N_("physical security") },
	{ "system_and_network_security", N_("system and network security") },
	{ "application_security", N_("application security") },
	{ "secure_configuration", N_("secure configuration") },
	{ "identity_and_access_management", N_("identity and access management") },
	{ "threat_and_vulnerability_management", N_("threat and vulnerability management") },
	{ "continuity", N_("continuity") },
	{ "supplier_relationships_security", N_("supplier relationships security") },
	{ "legal_and_compliance", N_("legal and compliance") },
	{ "information_security_event_management", N_("information security event management") },
	{ "information_security_assurance", N_("information security assurance") },
	{ NULL, NULL },
};
static const struct choice choices_domain[] = {
	{ "governance_and_ecosystem", N_("governance and ecosystem") }, { "protection", N_("protection") },
	{ "defence", N_("defence") }, { "resilience", N_("resilience") },
	{ NULL, NULL },
};

static const struct field_def control_fields[] = {
	{ .name = "catalogue", .label = N_("Catalogue"), .type = &type_reference, .target = "catalogue", .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_COLUMN, .width = 14,
	  .help = N_("The catalogue to which the control belongs.") },
	{ .name = "number", .label = N_("Number"), .type = &type_text, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_COLUMN | FIELD_SORT | FIELD_SEARCH, .length = 40, .width = 13,
	  .help = N_("The number of the control in its catalogue, for example A.5.1.") },
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS | FIELD_TRANSLATED,
	  .help = N_("The short title of the control.") },
	{ .name = "title_fr", .label = N_("Title in French"), .type = &type_text, .flags = FIELD_SEARCH | FIELD_SORT,
	  .help = N_("The short title in French.") },
	{ .name = "theme", .label = N_("Theme"), .type = &type_reference, .target = "theme",
	  .help = N_("The theme, domain or objective under which the control stands.") },
	{ .name = "description", .label = N_("In our words"), .type = &type_long_text, .flags = FIELD_SEARCH | FIELD_TRANSLATED,
	  .help = N_("What the control asks for, in one's own words.") },
	{ .name = "description_fr", .label = N_("In our words, in French"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What the control asks for, in French.") },
	{ .name = "control_type", .label = N_("Control type"), .type = &type_choices, .choices = choices_control_type,
	  .help = N_("When the control acts: before, during or after an event.") },
	{ .name = "properties", .label = N_("Properties"), .type = &type_choices, .choices = choices_property,
	  .help = N_("The properties of information that the control protects.") },
	{ .name = "concepts", .label = N_("Concepts"), .type = &type_choices, .choices = choices_concept,
	  .help = N_("The cybersecurity concepts that the control serves.") },
	{ .name = "capabilities", .label = N_("Capabilities"), .type = &type_choices, .choices = choices_capability,
	  .help = N_("The operational capabilities to which the control belongs.") },
	{ .name = "domains", .label = N_("Domains"), .type = &type_choices, .choices = choices_domain,
	  .help = N_("The security domains to which the control belongs.") },
};

const struct register_def register_control = {
	.name = "control", .label = N_("Control"), .plural = N_("Controls"), .phase = PHASE_NONE, .template_part = true,
	.help = N_("The controls of the catalogues; what the organisation answers stands in the checklist."),
	.fields = control_fields, .field_count = COUNT(control_fields), .ref_of = control_ref, .sort = "number", .keep = catalogue_keep,
};

const struct choice choices_conformity[] = {
	{ "none", N_("not met") }, { "partial", N_("partly met") }, { "met", N_("met") },
	{ NULL, NULL },
};

static const struct choice choices_rank[] = {
	{ "heading", N_("heading") }, { "clause", N_("clause") }, { "item", N_("item") },
	{ NULL, NULL },
};

static const struct field_def requirement_fields[] = {
	{ .name = "catalogue", .label = N_("Catalogue"), .type = &type_reference, .target = "catalogue", .flags = FIELD_REQUIRED | FIELD_FIXED,
	  .help = N_("The standard to which the requirement belongs.") },
	{ .name = "number", .label = N_("Clause"), .type = &type_text, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_COLUMN | FIELD_SORT | FIELD_SEARCH, .length = 40, .width = 8,
	  .help = N_("The number of the clause, for example 6.1.3.") },
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS | FIELD_TRANSLATED,
	  .help = N_("The short title of the clause.") },
	{ .name = "title_fr", .label = N_("Title in French"), .type = &type_text, .flags = FIELD_SEARCH | FIELD_SORT,
	  .help = N_("The short title in French.") },
	{ .name = "documented", .label = N_("Documented information"), .type = &type_text, .flags = FIELD_SEARCH | FIELD_TRANSLATED,
	  .help = N_("What the clause asks to be kept in writing; empty where it asks for nothing.") },
	{ .name = "documented_fr", .label = N_("Documented information, in French"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("What the clause asks to be kept in writing, in French.") },
	{ .name = "rank", .label = N_("Rank"), .type = &type_choice, .choices = choices_rank, .flags = FIELD_DERIVED | FIELD_SORT,
	  .help = N_("A heading, a clause to be met, or a lettered item of one; only clauses are counted.") },
	{ .name = "conformity", .label = N_("Conformity"), .type = &type_choice, .choices = choices_conformity, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("How far the organisation meets the requirement; empty: not assessed.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who answers for the requirement.") },
	{ .name = "answer", .label = N_("How it is met"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What the organisation does to meet the requirement, and what shows it.") },
	{ .name = "proofs", .label = N_("Evidence records"), .type = &type_references, .target = "evidence", .flags = FIELD_INVERSE, .inverse = "requirement",
	  .help = N_("The evidence that shows it to be met.") },
	{ .name = "documents", .label = N_("Documents"), .type = &type_references, .target = "document", .flags = FIELD_INVERSE, .inverse = "requirement",
	  .help = N_("The documents that answer it.") },
};
static const struct tally_def requirement_tallies[] = {
	{ "requirement.conformity", { "conformity" } },
	{ "requirement.rank", { "rank", "conformity" } },
};

const struct register_def register_requirement = {
	.name = "requirement", .label = N_("Requirement"), .plural = N_("Requirements"), .phase = PHASE_CHECK, .template_part = true,
	.help = N_("The requirements of clauses 4 to 10, and how far the organisation meets them."),
	.fields = requirement_fields, .field_count = COUNT(requirement_fields), .ref_of = requirement_ref, .sort = "number", .derive = requirement_derive, .keep = catalogue_keep,
	.tallies = requirement_tallies, .tally_count = COUNT(requirement_tallies),
};

static const struct choice choices_reason[] = {
	{ "law", N_("law") }, { "contract", N_("contract") }, { "risk", N_("risk") },
	{ "business", N_("business need") }, { "good_practice", N_("good practice") },
	{ NULL, NULL },
};
static const struct choice choices_implementation[] = {
	{ "none", N_("not started") }, { "planned", N_("planned") }, { "partial", N_("partial") }, { "implemented", N_("implemented") },
	{ NULL, NULL },
};
static const char *const applicability_open[] = { "none", "planned", "partial", "", NULL };

static const struct field_def applicability_fields[] = {
	{ .name = "control", .label = N_("Control"), .type = &type_reference, .target = "control",
	  .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_COLUMN | FIELD_SEARCH,
	  .help = N_("The control to which this line of the Statement of Applicability answers.") },
	{ .name = "applicable", .label = N_("Applicable"), .type = &type_yes_no, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("Does the control apply? Empty means that nobody has decided yet.") },
	{ .name = "reasons", .label = N_("Reasons for inclusion"), .type = &type_choices, .choices = choices_reason, .flags = FIELD_COLUMN, .width = 8,
	  .help = N_("Why the control applies (clause 6.1.3 d).") },
	{ .name = "justification", .label = N_("Justification"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("The reason in words; an excluded control must have one.") },
	{ .name = "status", .label = N_("Status"), .type = &type_choice, .choices = choices_implementation, .flags = FIELD_COLUMN | FIELD_SORT,
	  .help = N_("How far the control is implemented.") },
	{ .name = "implementation", .label = N_("How it is done"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What the organisation does to carry out the control.") },
	{ .name = "owner", .label = N_("Owner"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME,
	  .help = N_("The person who answers for the control.") },
	{ .name = "maturity", .label = N_("Maturity"), .type = &type_level, .scale = "maturity", .flags = FIELD_SORT,
	  .help = N_("How well the control is mastered.") },
	{ .name = "planned", .label = N_("Planned for"), .type = &type_date, .flags = FIELD_SORT | FIELD_DUE,
	  .help = N_("The day by which the control is to be implemented.") },
	{ .name = "evidence", .label = N_("Evidence"), .type = &type_long_text, .flags = FIELD_SEARCH | FIELD_CONFIDENTIAL,
	  .help = N_("What shows that the control works: a document, a record, a place.") },
	{ .name = "evidence_date", .label = N_("Date of the evidence"), .type = &type_date,
	  .help = N_("The day of the fact that the evidence shows, not the day of its filing.") },
	{ .name = "risks", .label = N_("Risks"), .type = &type_references, .target = "risk", .flags = FIELD_INVERSE,
	  .inverse = "controls", .through = "control", .help = N_("The risks that the control treats.") },
	{ .name = "actions", .label = N_("Actions"), .type = &type_references, .target = "action", .flags = FIELD_INVERSE,
	  .inverse = "control", .through = "control", .help = N_("The actions that bring the control about.") },
	{ .name = "proofs", .label = N_("Evidence records"), .type = &type_references, .target = "evidence", .flags = FIELD_INVERSE,
	  .inverse = "control", .through = "control", .help = N_("The evidence that shows the control at work.") },
	{ .name = "exceptions", .label = N_("Exceptions"), .type = &type_references, .target = "exception", .flags = FIELD_INVERSE,
	  .inverse = "control", .through = "control", .help = N_("The departures from the control.") },
};
static const struct tally_def applicability_tallies[] = {
	{ "applicability.status", { "applicable", "status" } },
};

const struct register_def register_applicability = {
	.name = "applicability", .label = N_("Control in the SoA"), .plural = N_("Statement of Applicability"), .phase = PHASE_PLAN,
	.help = N_("What the organisation answers to each control: does it apply, why, how far is it done (clause 6.1.3 d)."),
	.fields = applicability_fields, .field_count = COUNT(applicability_fields), .ref_of = applicability_ref,
	.tallies = applicability_tallies, .tally_count = COUNT(applicability_tallies), .open = applicability_open,
	.keep = applicability_keep, .warn = applicability_warn,
};
