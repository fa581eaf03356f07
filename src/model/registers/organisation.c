/* The organisation itself, its units and its people. */
#include "model/registers/parts.h"

static const struct field_def organisation_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("The name of the organisation as it stands on its reports.") },
	{ .name = "activity", .label = N_("Activity"), .type = &type_text, .flags = FIELD_SEARCH,
	  .help = N_("What the organisation does, in a few words.") },
	{ .name = "scope", .label = N_("Scope"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("The activities, sites and systems to which the ISMS applies (clause 4.3).") },
	{ .name = "exclusions", .label = N_("Exclusions"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What is left out of the scope, and why.") },
	{ .name = "time_zone", .label = N_("Time zone"), .type = &type_text, .initial = "UTC",
	  .help = N_("The zone of the times that are typed and shown, and of today, for example Europe/Paris.") },
	{ .name = "catalogue", .label = N_("Catalogue of the SoA"), .type = &type_reference, .target = "catalogue",
	  .help = N_("The catalogue to which the Statement of Applicability refers; the others never enter its totals.") },
	{ .name = "method", .label = N_("Risk method"), .type = &type_reference, .target = "method",
	  .help = N_("The scales, the grid and the threshold by which risks are rated (clause 6.1.2).") },
	{ .name = "currency", .label = N_("Currency"), .type = &type_text, .length = 10, .initial = "EUR",
	  .help = N_("The currency of budgets, for example EUR.") },
	{ .name = "officer", .label = N_("Security officer"), .type = &type_person,
	  .target = "person", .flags = FIELD_ADD_BY_NAME,
	  .help = N_("The officer responsible for information system security.") },
};

const struct register_def register_organisation = {
	.name = "organisation", .label = N_("Organisation"), .plural = N_("Organisation"), .prefix = "ORG", .phase = PHASE_PLAN,
	.help = N_("The organisation that this file is about, with the scope of its ISMS (clauses 4.1 and 4.3)."),
	.fields = organisation_fields, .field_count = COUNT(organisation_fields), .sort = "name", .check = organisation_check,
};

static const struct field_def unit_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("The name of the department, team or site.") },
	{ .name = "parent", .label = N_("Part of"), .type = &type_reference, .target = "unit", .flags = FIELD_COLUMN,
	  .help = N_("The unit to which this one belongs.") },
	{ .name = "manager", .label = N_("Manager"), .type = &type_person, .target = "person",
	  .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME, .help = N_("The person who answers for the unit.") },
};

const struct register_def register_unit = {
	.name = "unit", .label = N_("Unit"), .plural = N_("Units"), .prefix = "U", .phase = PHASE_PLAN,
	.help = N_("Departments, teams and sites: where people work and who answers for what (clause 5.3)."),
	.fields = unit_fields, .field_count = COUNT(unit_fields), .sort = "name",
};

static const struct field_def person_fields[] = {
	{ .name = "name", .label = N_("Name"), .type = &type_text, .flags = TITLE_FLAGS,
	  .help = N_("Given name and family name.") },
	{ .name = "function", .label = N_("Function"), .type = &type_text, .flags = FIELD_SEARCH | FIELD_SORT | FIELD_COLUMN,
	  .help = N_("What the person does in the organisation.") },
	{ .name = "unit", .label = N_("Unit"), .type = &type_reference, .target = "unit",
	  .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME, .help = N_("The unit where the person works.") },
	{ .name = "login", .label = N_("Login"), .type = &type_text, .flags = FIELD_SORT | FIELD_CONFIDENTIAL | FIELD_UNIQUE,
	  .help = N_("The account under which the person works in this program; the journal's entries bear it.") },
	{ .name = "mail", .label = N_("Mail"), .type = &type_text, .flags = FIELD_SEARCH | FIELD_COLUMN | FIELD_CONFIDENTIAL,
	  .help = N_("The mail address.") },
	{ .name = "left", .label = N_("Left on"), .type = &type_date, .flags = FIELD_SORT,
	  .help = N_("The day on which the person left; what they own then needs a new owner.") },
};

const struct register_def register_person = {
	.name = "person", .label = N_("Person"), .plural = N_("People"), .prefix = "P", .phase = PHASE_PLAN,
	.help = N_("People who own assets, risks, controls and actions (clause 5.3)."),
	.fields = person_fields, .field_count = COUNT(person_fields), .sort = "name", .check = person_check,
};
