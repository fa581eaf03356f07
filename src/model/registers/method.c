/* The risk method: scales, grid, threshold (ISO/IEC 27001:2022, 6.1.2 a). */
#include "model/registers/parts.h"

static const struct field_def method_fields[] = {
	{ .name = "identifier", .label = N_("Identifier"), .type = &type_text, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_COLUMN | FIELD_SORT, .length = 40,
	  .help = N_("A short word of letters and digits that names the method.") },
	{ .name = "title", .label = N_("Title"), .type = &type_text, .flags = TITLE_FLAGS | FIELD_TRANSLATED,
	  .help = N_("The name of the method.") },
	{ .name = "title_fr", .label = N_("Title in French"), .type = &type_text, .flags = FIELD_SEARCH | FIELD_SORT,
	  .help = N_("The name of the method in French.") },
	{ .name = "likelihoods", .label = N_("Levels of likelihood"), .type = &type_integer, .flags = FIELD_REQUIRED | FIELD_COLUMN, .min = 3, .max = 10, .initial = "5",
	  .help = N_("How many levels the scale of likelihood has, 3 to 10.") },
	{ .name = "impacts", .label = N_("Levels of impact"), .type = &type_integer, .flags = FIELD_REQUIRED | FIELD_COLUMN, .min = 3, .max = 10, .initial = "5",
	  .help = N_("How many levels the scale of impact has, 3 to 10.") },
	{ .name = "levels", .label = N_("Levels of risk"), .type = &type_integer, .flags = FIELD_REQUIRED | FIELD_COLUMN, .min = 2, .max = 10, .initial = "4",
	  .help = N_("How many levels of risk the grid tells apart, 2 to 10.") },
	{ .name = "grid", .label = N_("Grid"), .type = &type_long_text, .flags = FIELD_REQUIRED | FIELD_MULTILINE,
	  .help = N_("The level of risk of each cell: one line for each likelihood from 1 up, in it a number for each impact from 1 up.") },
	{ .name = "threshold", .label = N_("Acceptance threshold"), .type = &type_integer, .flags = FIELD_REQUIRED | FIELD_COLUMN, .min = 1, .max = 10, .initial = "2",
	  .help = N_("The highest level of risk that may be kept without further treatment.") },
	{ .name = "threshold_date", .label = N_("Threshold set on"), .type = &type_date, .initial = "today",
	  .help = N_("The day on which management set the threshold.") },
	{ .name = "threshold_reason", .label = N_("Reason for the threshold"), .type = &type_long_text,
	  .help = N_("Why this level is acceptable.") },
	{ .name = "reason", .label = N_("Reason for the method"), .type = &type_long_text,
	  .help = N_("Why this method suits the organisation.") },
};

const struct register_def register_method = {
	.name = "method", .label = N_("Risk method"), .plural = N_("Risk methods"), .phase = PHASE_NONE, .template_part = true,
	.help = N_("How risks are rated: the scales, the grid and the acceptance threshold (clause 6.1.2)."),
	.fields = method_fields, .field_count = COUNT(method_fields), .ref_of = method_ref, .check = method_check, .keep = method_keep,
};

static const struct choice choices_scale[] = {
	{ "likelihood", N_("likelihood") },
	{ "impact", N_("impact") },
	{ "risk", N_("risk") },
	{ "maturity", N_("maturity") },
	{ NULL, NULL },
};

static const struct field_def level_fields[] = {
	{ .name = "method", .label = N_("Risk method"), .type = &type_reference, .target = "method", .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_COLUMN,
	  .help = N_("The method to which the level belongs.") },
	{ .name = "scale", .label = N_("Scale"), .type = &type_choice, .choices = choices_scale, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_COLUMN | FIELD_SORT,
	  .help = N_("The scale on which the level stands.") },
	{ .name = "number", .label = N_("Number"), .type = &type_integer, .flags = FIELD_REQUIRED | FIELD_FIXED | FIELD_COLUMN | FIELD_SORT, .min = 1, .max = 10,
	  .help = N_("The place of the level on its scale, from 1, the lowest.") },
	{ .name = "name", .label = N_("Name"), .type = &type_text, .flags = TITLE_FLAGS | FIELD_TRANSLATED, .length = 60,
	  .help = N_("The name of the level.") },
	{ .name = "name_fr", .label = N_("Name in French"), .type = &type_text, .flags = FIELD_SEARCH | FIELD_SORT, .length = 60,
	  .help = N_("The name of the level in French.") },
	{ .name = "definition", .label = N_("Definition"), .type = &type_long_text, .flags = FIELD_SEARCH | FIELD_TRANSLATED,
	  .help = N_("What the level means, so that two people rate alike.") },
	{ .name = "definition_fr", .label = N_("Definition in French"), .type = &type_long_text, .flags = FIELD_SEARCH,
	  .help = N_("What the level means, in French.") },
};

const struct register_def register_level = {
	.name = "level", .label = N_("Level"), .plural = N_("Levels of the scales"), .prefix = "L", .phase = PHASE_NONE, .template_part = true,
	.help = N_("The levels of the scales of likelihood, impact, risk and maturity (clause 6.1.2)."),
	.fields = level_fields, .field_count = COUNT(level_fields), .keep = level_keep,
};
