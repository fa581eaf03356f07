/* How a value is counted: see model/expression.h. */
#include "model/expression.h"
#include "model/types/parts.h"

static bool parse_expression(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	struct expression_fault fault;
	struct expression *expression = expression_read(text, context, &fault);

	if (expression)
		*value = expression_text(expression);
	else
		/* TRANSLATORS: field, where in its text, what is wrong there */
		error_set_field(error, ERROR_INVALID, field->name, _("%s, character %zu: %s"), _(field->label),
			fault.character, fault.sentence);
	free(fault.sentence);
	expression_free(expression);
	return *value != NULL;
}

const struct field_type type_expression = {
	.name = "formula",
	.label = N_("formula"),
	.storage = STORED_TEXT,
	.editor = EDIT_LINE,
	.rests = true,
	.width = 40,
	.length = 2000,
	.parse = parse_expression,
	.format = format_plain,
	.compare = compare_text,
};
