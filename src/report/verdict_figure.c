/* The figure of a condition: an expression with its tolerances put in. */
#include <stdlib.h>

#include "report/verdict_parts.h"

bool verdict_figure(struct store *store, struct verdict_line *line, struct error *error)
{
	char *text = verdict_text(line->condition->figure, store_context(store));
	/* What this version cannot read has no value; the tables are tested. */
	struct expression *expression = expression_parse(text, store_context(store), NULL);
	struct value value = { 0 };
	bool ok = !expression || store_evaluate(store, expression, NULL, NULL, &value, error);

	line->answer.known = ok && value.known;
	line->answer.figure = value.number;
	expression_free(expression);
	free(text);
	return ok;
}
