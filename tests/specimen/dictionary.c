/*
 * Noria's registers and one more, the specimen, which has a field of every
 * type.  With one migration it has to work by form, command line, CSV and
 * search without any other change.
 */
#include "model/registers/all.h"
#include "model/registers/parts.h"

static const struct choice choices_colour[] = {
	{ "red", N_("red") }, { "green", N_("green") }, { "blue", N_("blue") },
	{ NULL, NULL },
};

static const struct field_def specimen_fields[] = {
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS, .help = N_("A line of text.") },
	{ .name = "story", .label = N_("Story"), .type = &type_long_text, .flags = FIELD_SEARCH, .help = N_("Several lines.") },
	{ .name = "legs", .label = N_("Legs"), .type = &type_integer, .flags = FIELD_SORT | FIELD_COLUMN, .min = 0, .max = 1000, .help = N_("A whole number.") },
	{ .name = "weight", .label = N_("Weight"), .type = &type_number, .flags = FIELD_SORT, .help = N_("A number.") },
	{ .name = "day", .label = N_("Day"), .type = &type_date, .flags = FIELD_SORT | FIELD_DUE, .help = N_("A date.") },
	{ .name = "moment", .label = N_("Moment"), .type = &type_date_time, .flags = FIELD_SORT | FIELD_DUE, .help = N_("A date and a time.") },
	{ .name = "colour", .label = N_("Colour"), .type = &type_choice, .choices = choices_colour, .flags = FIELD_SORT | FIELD_COLUMN, .help = N_("One of a list.") },
	{ .name = "stripes", .label = N_("Stripes"), .type = &type_choices, .choices = choices_colour, .help = N_("Some of a list.") },
	{ .name = "tame", .label = N_("Tame"), .type = &type_yes_no, .flags = FIELD_SORT, .help = N_("Yes, no or not known.") },
	{ .name = "grown", .label = N_("Grown"), .type = &type_percentage, .flags = FIELD_SORT, .help = N_("A percentage.") },
	{ .name = "keeper", .label = N_("Keeper"), .type = &type_person, .target = "person", .flags = FIELD_COLUMN | FIELD_ADD_BY_NAME, .help = N_("A person.") },
	{ .name = "danger", .label = N_("Danger"), .type = &type_level, .scale = "impact", .flags = FIELD_SORT, .help = N_("A level of a scale.") },
	{ .name = "home", .label = N_("Home"), .type = &type_reference, .target = "asset", .help = N_("One record.") },
	{ .name = "fears", .label = N_("Fears"), .type = &type_references, .target = "risk", .help = N_("Some records.") },
	{ .name = "controls", .label = N_("Controls"), .type = &type_control, .target = "control", .help = N_("Some controls.") },
};

static const struct register_def register_specimen = {
	.name = "specimen", .label = N_("Specimen"), .plural = N_("Specimens"), .prefix = "SP", .phase = PHASE_DO,
	.help = N_("A field of every type."),
	.fields = specimen_fields, .field_count = COUNT(specimen_fields),
};

const struct register_def *const dictionary[] = {
	ALL_REGISTERS
	&register_specimen,
	NULL,
};
