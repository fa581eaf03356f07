/* What the guide says that the records of a step lack, and where a form begins with it. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "model/guide.h"
#include "model/query.h"

static struct model_context context = { .time_zone = NULL };

static const struct guide_step *step(const char *label)
{
	const struct guide_step *step = guide_steps;

	while (step->group && strcmp(step->label, label) != 0)
		step++;
	cr_assert(step->group, "%s", label);
	return step;
}

static void step_lacks(
	const struct guide_step *step, bool begun, unsigned unmet, const char *expected, const char *first)
{
	const char *field;
	char *text = guide_lacks(step, begun, unmet, &context, &field);

	cr_expect_str_eq(text ? text : "", expected, "%s: %s", step->label, text);
	if (first)
		cr_expect(field && strcmp(field, first) == 0, "%s: %s", step->label, field ? field : "none");
	else
		cr_expect_null(field);
	free(text);
}

static void lacks(const char *label, bool begun, const char *expected, const char *first)
{
	step_lacks(step(label), begun, 0, expected, first);
}

/* The conditions of its register's validity whose bits are set are not met. */
static void lacks_to_hold(const char *label, unsigned unmet, const char *expected, const char *first)
{
	step_lacks(step(label), true, unmet, expected, first);
}

Test(guide, what_is_begun_lacks_what_would_make_it_done)
{
	lacks_to_hold("Management decides to begin", 1, "Status: decided", "status");
	lacks_to_hold("Policy", 1, "Status: in force", "status");
	lacks_to_hold("Policy", 0, "", NULL);
	/* Filled, with whatever. */
	lacks("Climate change", true, "Relevant", "relevant");
	lacks("Scope", true, "In the scope", "included");
	lacks("Existing mechanisms", true, "", NULL);
	/* A value that it must not have is not told as one that it must have. */
	step_lacks(&(struct guide_step){ .label = "Treated", .of = "risk", .done = "treatment!=retain" }, true, 0,
		"Treatment", "treatment");
}

Test(guide, what_is_missing_begins_in_the_field_by_which_it_is_filled)
{
	lacks("Risks, rated", false, "Current level", "current_likelihood");
	lacks("Treatments", false, "Treatment", "treatment");
	lacks("Action plan", false, "Owner", "owner");
}
