/* A series as a line (figure_chart.c). */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/figure.h"

/* The rows, each behind a line end. */
static char *drawn(enum figure_form form, const struct figure_chart *chart, int columns, int rows)
{
	struct buffer text = { 0 };
	int row, at;

	for (row = 0; row < rows; row++) {
		for (at = 0; at < columns;) {
			size_t piece;
			int used = figure_chart(&text, form, chart, row, rows, at, columns, &piece);

			cr_assert_gt(used, 0);
			at += used;
		}
		cr_expect_eq(at, columns);
		buffer_add_char(&text, '\n');
	}
	return buffer_take(&text);
}

static void looks(enum figure_form form, const struct figure_chart *chart, int columns, int rows, const char *wanted)
{
	char *text = drawn(form, chart, columns, rows);

	cr_expect_str_eq(text, wanted, "\n%s\nnot\n%s", text, wanted);
	free(text);
}

static const double rising[] = { 0, 50, 100 };
static const double broken[] = { 0, NAN, 100 };
static const double target[] = { 50, NAN };

Test(chart, a_series_in_letters)
{
	struct figure_chart chart = { .values = rising, .count = 3, .low = 0, .high = 100 };

	looks(FIGURE_ASCII, &chart, 5, 5, "    *\n   . \n  *  \n .   \n*    \n");
}

Test(chart, a_gap_is_not_bridged)
{
	struct figure_chart chart = { .values = broken, .count = 3, .low = 0, .high = 100 };

	looks(FIGURE_ASCII, &chart, 5, 3, "    *\n     \n*    \n");
}

Test(chart, the_target_stands_behind_the_series)
{
	struct figure_chart chart = {
		.values = rising, .count = 3, .lines = target, .line_count = 2, .low = 0, .high = 100
	};

	looks(FIGURE_ASCII, &chart, 5, 3, "   .*\n-.*--\n*    \n");
	cr_expect_eq(figure_chart_row(&chart, 50, 3), 1);
	cr_expect_eq(figure_chart_row(&chart, 101, 3), -1);
	cr_expect_eq(figure_chart_column(&chart, 2, 5), 4);
}

Test(chart, a_series_in_dots)
{
	struct figure_chart chart = { .values = rising, .count = 3, .low = 0, .high = 100 };

	looks(FIGURE_UNICODE, &chart, 4, 2, "  \xe2\xa2\x80\xe2\xa0\x9f\n\xe2\xa3\xa4\xe2\xa0\x92\xe2\xa0\x8b \n");
}

Test(chart, bounds_hold_all_and_do_not_go_below_nothing)
{
	struct figure_chart chart = { .values = rising, .count = 3, .lines = target, .line_count = 2 };
	const double same[] = { 7 };
	struct figure_chart one = { .values = same, .count = 1 };

	figure_chart_bounds(&chart);
	cr_expect_eq(chart.low, 0);
	cr_expect_eq(chart.high, 105);
	figure_chart_bounds(&one);
	cr_expect_lt(one.low, 7);
	cr_expect_gt(one.high, 7);
}

/* ---- the axis on paper ---- */

static void scales(double first, double second, double low, double high)
{
	const double values[] = { first, NAN, second };
	struct figure_chart chart = { .values = values, .count = 3 };

	figure_chart_scale(&chart);
	cr_expect_float_eq(chart.low, low, 1e-9, "%g to %g begins at %g, not %g", first, second, chart.low, low);
	cr_expect_float_eq(chart.high, high, 1e-9, "%g to %g ends at %g, not %g", first, second, chart.high, high);
}

Test(chart, an_axis_ends_in_round_numbers)
{
	scales(3, 92, 0, 100);
	scales(0, 7200, 0, 8000);
	scales(0.8, 2.4, 0, 2.5);
	scales(-3, 4, -3, 4);
}

Test(chart, what_lies_far_above_nothing_is_not_pressed_flat)
{
	scales(99.2, 99.9, 99.2, 99.9);
	scales(95, 100, 95, 100);
	scales(70, 100, 0, 100);
}

Test(chart, an_axis_always_has_a_length)
{
	scales(0, 0, 0, 1);
	scales(50, 50, 50, 51);
	scales(NAN, NAN, 0, 1);
}
