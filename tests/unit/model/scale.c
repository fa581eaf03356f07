/* What a level more or less does to ratings, grid and threshold. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "model/scale.h"

static struct risk_grid grid_from(const char *text, int likelihoods, int impacts, int levels, int threshold)
{
	struct risk_grid grid = {
		.likelihoods = likelihoods, .impacts = impacts, .levels = levels, .threshold = threshold
	};

	cr_assert(method_parse_grid(text, likelihoods, impacts, levels, grid.cells, NULL));
	return grid;
}

static void expect_grid(const struct risk_grid *grid, const char *text)
{
	char *cells = grid_text(grid);

	cr_expect_str_eq(cells, text);
	free(cells);
}

/* "1 2 4": where the levels from 1 up go. */
static void expect_levels(struct rescale rescale, const char *where)
{
	struct buffer text = { 0 };
	int i;

	for (i = 1; i <= rescale.count; i++)
		buffer_printf(&text, "%s%d", i > 1 ? " " : "", rescale_level(&rescale, i));
	cr_expect_str_eq(text.data, where);
	buffer_free(&text);
}

Test(scale, levels_above_move_and_those_at_a_level_that_goes_become_the_next_lower)
{
	expect_levels((struct rescale){ SCALE_IMPACT, 4, 3, true }, "1 2 4 5");
	expect_levels((struct rescale){ SCALE_IMPACT, 4, 1, true }, "2 3 4 5");
	expect_levels((struct rescale){ SCALE_IMPACT, 4, 5, true }, "1 2 3 4");
	expect_levels((struct rescale){ SCALE_IMPACT, 4, 3, false }, "1 2 2 3");
	expect_levels((struct rescale){ SCALE_IMPACT, 4, 4, false }, "1 2 3 3");
	expect_levels((struct rescale){ SCALE_IMPACT, 4, 1, false }, "1 1 2 3");
}

Test(scale, an_unrated_record_stays_unrated)
{
	struct rescale rescale = { SCALE_LIKELIHOOD, 4, 1, true };

	cr_expect_eq(rescale_level(&rescale, 0), 0);
}

Test(scale, a_grid_by_a_rule_keeps_its_rule)
{
	struct risk_grid grid = { .likelihoods = 4, .impacts = 4, .levels = 3, .threshold = 1 }, after, filled;
	enum grid_rule rule;

	for (rule = GRID_BY_SUM; rule <= GRID_BY_PRODUCT; rule++) {
		grid_fill(&grid, rule);
		cr_expect_eq(grid_rule(&grid), rule);
		after = grid_rescale(&grid, &(struct rescale){ SCALE_LIKELIHOOD, 4, 3, true });
		cr_expect_eq(after.likelihoods, 5);
		filled = after;
		grid_fill(&filled, rule);
		cr_expect_arr_eq(after.cells, filled.cells, sizeof filled.cells);
		after = grid_rescale(&after, &(struct rescale){ SCALE_LIKELIHOOD, 5, 3, false });
		cr_expect_arr_eq(after.cells, grid.cells, sizeof grid.cells);
	}
}

Test(scale, a_grid_by_hand_gets_the_cells_of_the_level_below)
{
	struct risk_grid grid = grid_from("1 1 4\n1 2 3\n4 3 3", 3, 3, 4, 2), after;

	cr_expect_eq(grid_rule(&grid), GRID_BY_HAND);
	after = grid_rescale(&grid, &(struct rescale){ SCALE_LIKELIHOOD, 3, 3, true });
	expect_grid(&after, "1 1 4\n1 2 3\n1 2 3\n4 3 3");
	after = grid_rescale(&grid, &(struct rescale){ SCALE_IMPACT, 3, 4, true });
	expect_grid(&after, "1 1 4 4\n1 2 3 3\n4 3 3 3");
	after = grid_rescale(&grid, &(struct rescale){ SCALE_IMPACT, 3, 1, true });
	expect_grid(&after, "1 1 1 4\n1 1 2 3\n4 4 3 3");
	after = grid_rescale(&grid, &(struct rescale){ SCALE_LIKELIHOOD, 3, 2, false });
	expect_grid(&after, "1 1 4\n4 3 3");
	cr_expect_eq(after.threshold, 2);
}

Test(scale, the_threshold_and_the_cells_follow_the_levels_of_risk)
{
	struct risk_grid grid = grid_from("1 1 4\n1 2 3\n4 3 3", 3, 3, 4, 2), after;

	after = grid_rescale(&grid, &(struct rescale){ SCALE_RISK, 4, 2, true });
	expect_grid(&after, "1 1 5\n1 3 4\n5 4 4");
	cr_expect_eq(after.threshold, 3);
	after = grid_rescale(&grid, &(struct rescale){ SCALE_RISK, 4, 3, true });
	cr_expect_eq(after.threshold, 2);
	after = grid_rescale(&grid, &(struct rescale){ SCALE_RISK, 4, 2, false });
	expect_grid(&after, "1 1 3\n1 1 2\n3 2 2");
	cr_expect_eq(after.threshold, 1);
	after = grid_rescale(&grid, &(struct rescale){ SCALE_RISK, 4, 1, false });
	cr_expect_eq(after.threshold, 1);
}

Test(scale, what_only_changed_its_number_has_no_other_level)
{
	struct risk_grid grid = grid_from("1 1 4\n1 2 3\n4 3 3", 3, 3, 4, 2), after;
	struct rating_counts counts = { 0 };
	struct rescale rescale = { SCALE_RISK, 4, 2, true };
	struct grid_effect effect;

	counts.n[1][1][3] = 5;
	counts.n[1][2][2] = 7;
	after = grid_rescale(&grid, &rescale);
	effect = grid_weigh(&counts, &grid, &after, &rescale);
	cr_expect_eq(effect.moved[1], 0);
	cr_expect_eq(effect.above_before, 5);
	cr_expect_eq(effect.above_after, 5);
	/* The likelihood 2 goes: its risks stand at 1, where the impact 2 gives the level 1. */
	rescale = (struct rescale){ SCALE_LIKELIHOOD, 3, 2, false };
	after = grid_rescale(&grid, &rescale);
	effect = grid_weigh(&counts, &grid, &after, &rescale);
	cr_expect_eq(effect.moved[1], 7);
}

Test(scale, no_scale_leaves_its_bounds)
{
	struct error error = { 0 };

	cr_expect(rescale_allowed(&(struct rescale){ SCALE_LIKELIHOOD, 9, 10, true }, &error));
	cr_expect_not(rescale_allowed(&(struct rescale){ SCALE_LIKELIHOOD, 10, 3, true }, &error));
	cr_expect_not(rescale_allowed(&(struct rescale){ SCALE_LIKELIHOOD, 3, 3, false }, &error));
	cr_expect(rescale_allowed(&(struct rescale){ SCALE_RISK, 3, 3, false }, &error));
	cr_expect_not(rescale_allowed(&(struct rescale){ SCALE_RISK, 2, 1, false }, &error));
	cr_expect_not(rescale_allowed(&(struct rescale){ SCALE_RISK, 4, 6, true }, &error));
	cr_expect_not(rescale_allowed(&(struct rescale){ SCALE_RISK, 4, 5, false }, &error));
	cr_expect_eq(error.kind, ERROR_INVALID);
	error_clear(&error);
}
