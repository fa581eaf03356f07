/* help expressions: the language in which indicators are counted, with examples. */
#include <stdlib.h>

#include "cli/help.h"
#include "model/expression.h"

#define LINE 78

static void lines(const char *text, int indent)
{
	struct strings wrapped = { 0 };
	size_t i;

	text_wrap(text, LINE - indent, &wrapped);
	for (i = 0; i < wrapped.count; i++)
		cli_line("%*s%s\n", indent, "", wrapped.items[i]);
	strings_free(&wrapped);
}

void help_expressions(void)
{
	const struct expression_example *example;

	cli_paragraph(_(
		"The formula of an indicator is made of terms with + - * / and parentheses between them. A term is a number (100, 0.5), the last value of another indicator (IN-3), count(REGISTER 'FILTER'), or sum, avg, min, max or median of a field: sum(REGISTER FIELD 'FILTER'). FIELD has a number, an amount, a percentage or a level; days(FIELD, FIELD) and hours(FIELD, FIELD) stand for the time between two days or moments, where one may be today."));
	cli_line("\n");
	cli_paragraph(_(
		"A filter is one of lists (`noria help list`); it stands in ' or \" and may be left out. In it, period and periodend are the first day of the indicator's period and the day after its last one: due>=period due<periodend."));
	cli_line("\n");
	cli_paragraph(_(
		"A division by zero has no value, and neither has an avg, min, max or median of no record; a sum of none is 0. What rests on no value has none. Parentheses stand 8 deep at most, and so do indicators that rest on others; none may rest on itself."));
	cli_line("\n");
	cli_line("%s\n", _("Examples:"));
	for (example = expression_examples; example->text; example++) {
		lines(example->text, 2);
		lines(_(example->tells), 6);
	}
}
