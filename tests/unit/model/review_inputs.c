/* What a management review looks at: each line of the table is a query that its register knows, and no input is without one. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "model/query.h"
#include "model/review_inputs.h"

static struct model_context context = { .method = { .threshold = 2, .scales = { [SCALE_RISK] = { .count = 4 } } } };

static void parses(const struct review_line *line, const char *filter)
{
	struct query *query = query_new(register_find(line->of));
	struct error error = { 0 };
	char *filled = review_filter(filter, "2026-01-31", "RV-2");

	cr_expect(query_parse(query, &context, filled, &error), "%s: %s", filled, error.message);
	cr_expect_not(strstr(filled, "SINCE") || strstr(filled, "THIS"), "%s", filled);
	error_clear(&error);
	query_free(query);
	free(filled);
}

Test(review_inputs, each_line_is_a_query)
{
	const struct review_line *line;
	const struct register_def *owner;
	const struct field_def *field;
	size_t i;

	for (line = review_lines; line->input; line++) {
		cr_assert(register_find(line->of), "%s", line->of);
		parses(line, line->filter);
		if (line->whole)
			parses(line, line->whole);
		for (i = 0; line->beside && line->beside[i]; i++)
			cr_expect(query_path(register_find(line->of), line->beside[i], &owner, &field), "%s.%s",
				line->of, line->beside[i]);
	}
}

Test(review_inputs, each_input_has_lines_and_fields)
{
	const struct register_def *def = register_find("review");
	const struct review_input *input;
	size_t inputs = 0;

	for (input = review_inputs; input->letter; input++, inputs++) {
		const struct review_line *line = review_lines;

		cr_expect(register_field(def, input->draft) && register_field(def, input->said), "%s", input->letter);
		while (line->input && strcmp(line->input, input->letter) != 0)
			line++;
		cr_expect(line->input, "%s", input->letter);
	}
	cr_expect_eq(inputs, 10);
}

Test(review_inputs, the_words_are_filled_in)
{
	char *filled = review_filter("reviews(ref!=THIS) done>=SINCE", "2026-01-31", "RV-2");

	cr_expect_str_eq(filled, "reviews(ref!=RV-2) done>=2026-01-31");
	free(filled);
}
