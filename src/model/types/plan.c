/* The plan of a risk, "modify: 2022:A.5.29,2022:A.8.13" (risk_plan): kept to be compared, told in words. */
#include "model/types/parts.h"

/* Controls of the SoA's catalogue without its prefix, as wherever they are read. */
static void add_control(struct strings *names, const struct model_context *context, const char *ref)
{
	const char *prefix = context ? context->catalogue_prefix : NULL;
	size_t length = prefix ? strlen(prefix) : 0;

	strings_add(names, length && strncmp(ref, prefix, length) == 0 && ref[length] == ':' ? ref + length + 1 : ref);
}

static char *format(const struct field_def *field, const struct model_context *context, const char *value)
{
	const struct field_def *treatment = register_field(register_find("risk"), "treatment");
	const char *colon = strchr(value, ':');
	struct strings refs = { 0 }, names = { 0 };
	char *key, *chosen, *controls, *text;
	size_t i;

	if (!colon)
		return format_plain(field, context, value);
	key = xstrndup(value, (size_t)(colon - value));
	chosen = *key ? field_format(treatment, context, key) : xstrdup(_("not said"));
	strings_split(&refs, colon + 1);
	for (i = 0; i < refs.count; i++)
		add_control(&names, context, refs.items[i]);
	controls = strings_join(&names, ", ");
	/* TRANSLATORS: the treatment of a risk, the controls that treat it */
	text = names.count ? xasprintf(_("%s: %s"), chosen, controls) : xstrdup(chosen);
	free(key);
	free(chosen);
	free(controls);
	strings_free(&refs);
	strings_free(&names);
	return text;
}

const struct field_type type_plan = {
	.name = "plan",
	.label = N_("plan"),
	.storage = STORED_TEXT,
	.editor = EDIT_LINE,
	.natural_key = true,
	.width = 30,
	.length = 500,
	.parse = parse_plain,
	.format = format,
	.compare = compare_text,
};
