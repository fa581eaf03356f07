/* The checks of the records. */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/quality.h"

#define VALID "kind=residual valid"

const char risks_left[] =
	"current_level>threshold standing=current treatment= or treatment=retain or status=accepted acceptances!(" VALID
	")";

const char risks_lapsed[] = "standing=current acceptances(kind=residual status=accepted) acceptances!(" VALID ")";
static const struct field_def quality_fields[] = {
	{ .name = "check",
		.label = N_("Quality check"),
		.type = &type_text,
		.flags = FIELD_COLUMN,
		.help = N_("The name of the check.") },
	{ .name = "register", .label = N_("Register"), .type = &type_text, .help = N_("The register of the record.") },
	{ .name = "title",
		.label = N_("Title"),
		.type = &type_text,
		.flags = FIELD_COLUMN | FIELD_TITLE,
		.help = N_("What the record is called.") },
	{ .name = "sentence",
		.label = N_("What is wrong"),
		.type = &type_text,
		.flags = FIELD_COLUMN,
		.help = N_("What the check found.") },
	{ .name = "field",
		.label = N_("Field"),
		.type = &type_text,
		.flags = FIELD_COLUMN,
		.help = N_("The field that mends it.") },
	{ .name = "set_aside",
		.label = N_("Set aside"),
		.type = &type_text,
		.flags = FIELD_COLUMN,
		.help = N_("The record that sets it aside today, with the reason and the day on which it ends.") },
};

const struct register_def register_quality = {
	.name = "quality",
	.label = N_("Quality of the records"),
	.plural = N_("Quality of the records"),
	.phase = PHASE_NONE,
	.help = N_("Where the records say too little, or contradict themselves."),
	.fields = quality_fields,
	.field_count = sizeof quality_fields / sizeof quality_fields[0],
};

struct query *quality_query(const struct quality_check *check, const struct register_def *def,
	const struct model_context *context, enum quality_part part)
{
	struct query *query;
	char *aside = xasprintf("set_aside%s%s", part == QUALITY_ASIDE ? "=" : "!=", check->name);

	query = query_new(def);
	/* The tables' own filters are right. */
	if ((check->but && strcmp(check->but, def->name) == 0) || !query_parse(query, context, check->filter, NULL) ||
		(part != QUALITY_ALL && !query_parse(query, context, aside, NULL))) {
		query_free(query);
		query = NULL;
	}
	free(aside);
	return query;
}

const char *quality_looked_at(const struct register_def *def)
{
	static const struct {
		const char *of, *filter;
	} shipped[] = {
		{ "applicability", "applicable!=" },
		{ "indicator", "status!=draft" },
	};
	size_t i;

	for (i = 0; i < sizeof shipped / sizeof shipped[0]; i++)
		if (strcmp(shipped[i].of, def->name) == 0)
			return shipped[i].filter;
	return def->flags & REGISTER_SINGLE ? NULL : "";
}

/* The value of the field in the lines of that check and register; NULL: it is not the same in all. */
static const char *common_value(
	const struct condition *condition, const struct quality_check *check, const struct register_def *def)
{
	if (!condition->path || condition->either || condition->field || condition->op > OP_DIFFERENT)
		return NULL;
	return strcmp(condition->path, "check") == 0      ? check->name
	       : strcmp(condition->path, "register") == 0 ? def->name
							  : NULL;
}

bool quality_passes(const struct quality_check *check, const struct register_def *def, const struct query *filter,
	enum quality_part *part, struct error *error)
{
	size_t i;

	*part = QUALITY_OPEN;
	for (i = 0; filter && i < filter->condition_count; i++) {
		const struct condition *condition = &filter->conditions[i];
		const char *value = common_value(condition, check, def);

		if (condition->path && strcmp(condition->path, "set_aside") == 0 && !condition->either &&
			(condition->op == OP_EMPTY || condition->op == OP_FILLED))
			*part = condition->op == OP_FILLED ? QUALITY_ASIDE : QUALITY_OPEN;
		else if (!value)
			return error_set(error, ERROR_USAGE,
				_("The quality list is filtered by check=NAME, register=NAME and set_aside!= (those set aside)."));
		else if ((strcmp(value, condition->value) == 0) != (condition->op == OP_EQUAL))
			return false;
	}
	return true;
}

bool quality_may_set_aside(const struct quality_check *check, const struct register_def *def)
{
	return check->of ? strcmp(check->of, def->name) == 0 : !check->but || strcmp(check->but, def->name) != 0;
}
