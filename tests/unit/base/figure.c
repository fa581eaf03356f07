/* Figures of character cells: what each looks like, in both forms, and that no count breaks one. */
#include <criterion/criterion.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "base/figure.h"

/* The filled part and its track, of which together there are `columns`. */
static void bar(enum figure_form form, int64_t value, int64_t whole, int columns, const char *expected)
{
	struct buffer out = { 0 };
	int used = figure_bar(&out, form, value, whole, columns);
	int all = used + figure_bar_track(&out, form, columns - used);

	cr_expect_eq(all, columns > 0 ? columns : 0);
	cr_expect_str_eq(out.data ? out.data : "", expected, "%lld of %lld in %d: \"%s\"", (long long)value,
		(long long)whole, columns, out.data);
	buffer_free(&out);
}

Test(figure, bars_in_eighths_on_a_track)
{
	bar(FIGURE_UNICODE, 0, 8, 4, "░░░░");
	bar(FIGURE_UNICODE, 1, 32, 4, "▏░░░");
	bar(FIGURE_UNICODE, 2, 32, 4, "▎░░░");
	bar(FIGURE_UNICODE, 3, 32, 4, "▍░░░");
	bar(FIGURE_UNICODE, 4, 32, 4, "▌░░░");
	bar(FIGURE_UNICODE, 5, 32, 4, "▋░░░");
	bar(FIGURE_UNICODE, 6, 32, 4, "▊░░░");
	bar(FIGURE_UNICODE, 7, 32, 4, "▉░░░");
	bar(FIGURE_UNICODE, 8, 32, 4, "█░░░");
	bar(FIGURE_UNICODE, 17, 32, 4, "██▏░");
	bar(FIGURE_UNICODE, 32, 32, 4, "████");
	bar(FIGURE_UNICODE, 1, 1, 1, "█");
	bar(FIGURE_UNICODE, 1, 2, 1, "▌");
	bar(FIGURE_UNICODE, 1, 2, 0, "");
	bar(FIGURE_UNICODE, 1, 2, -3, "");
}

Test(figure, anything_above_nothing_is_seen_and_only_the_whole_is_full)
{
	bar(FIGURE_UNICODE, 1, 1000000, 4, "▏░░░");
	bar(FIGURE_UNICODE, 999999, 1000000, 4, "███▉");
	bar(FIGURE_ASCII, 1, 1000000, 4, "#   ");
	bar(FIGURE_ASCII, 999999, 1000000, 4, "####");
}

Test(figure, no_count_breaks_a_bar)
{
	bar(FIGURE_UNICODE, -1, 8, 4, "░░░░");
	bar(FIGURE_UNICODE, INT64_MIN, INT64_MAX, 4, "░░░░");
	bar(FIGURE_UNICODE, 9, 8, 4, "████");
	bar(FIGURE_UNICODE, INT64_MAX, 1, 4, "████");
	bar(FIGURE_UNICODE, INT64_MAX, INT64_MAX, 4, "████");
	bar(FIGURE_UNICODE, INT64_MAX / 2, INT64_MAX, 4, "█▉░░");
	bar(FIGURE_UNICODE, INT64_MAX / 2 + 1, INT64_MAX, 4, "██░░");
	bar(FIGURE_ASCII, INT64_MAX - 1, INT64_MAX, 4, "####");
	bar(FIGURE_UNICODE, 0, 0, 4, "░░░░");
	bar(FIGURE_UNICODE, 3, 0, 2, "██");
	bar(FIGURE_UNICODE, 3, -5, 2, "██");
}

Test(figure, bars_in_ascii_are_what_they_were)
{
	bar(FIGURE_ASCII, 0, 50, 20, "                    ");
	bar(FIGURE_ASCII, 33, 50, 20, "##############      ");
	bar(FIGURE_ASCII, 2, 50, 20, "#                   ");
	bar(FIGURE_ASCII, 50, 50, 20, "####################");
	bar(FIGURE_ASCII, 1, 8, 1, "#");
}

static void progress(enum figure_form form, int64_t done, int64_t whole, int columns, const char *expected)
{
	struct buffer out = { 0 };
	int used = figure_progress(&out, form, done, whole, columns);

	figure_progress_track(&out, form, columns - used);
	cr_expect_str_eq(out.data, expected, "%s", out.data);
	buffer_free(&out);
}

Test(figure, progress)
{
	progress(FIGURE_ASCII, 16, 37, 10, "####......");
	progress(FIGURE_ASCII, 0, 37, 10, "..........");
	progress(FIGURE_ASCII, 36, 37, 10, "#########.");
	progress(FIGURE_ASCII, 37, 37, 10, "##########");
	progress(FIGURE_UNICODE, 16, 37, 10, "████▎░░░░░");
	progress(FIGURE_UNICODE, 37, 37, 10, "██████████");
	progress(FIGURE_UNICODE, 5, 0, 3, "███");
}

static void spark(enum figure_form form, const double *values, size_t count, int columns, double low, double high,
	const char *expected)
{
	struct buffer out = { 0 };
	int used = figure_spark(&out, form, values, count, columns, low, high);

	cr_expect_eq(used, text_columns(expected));
	cr_expect_str_eq(out.data ? out.data : "", expected, "%s", out.data);
	buffer_free(&out);
}

Test(figure, sparklines)
{
	static const double rising[] = { 0, 1, 2, 3, 4, 5, 6, 7 }, missing[] = { 7, NAN, NAN, 0 }, same[] = { 3, 3, 3 },
			    none[] = { 0, 0 }, below[] = { -7, 0, 7 }, huge[] = { -1e308, 0, 1e308, INFINITY },
			    close[] = { 99, 99.5, 100 };

	spark(FIGURE_UNICODE, rising, 8, 20, 0, 0, "▁▂▃▄▅▆▇█");
	spark(FIGURE_ASCII, rising, 8, 20, 0, 0, "_.:-=+*#");
	/* The latest values, one a column, and the scale is theirs. */
	spark(FIGURE_UNICODE, rising, 8, 3, 0, 7, "▆▇█");
	spark(FIGURE_UNICODE, rising, 8, 1, 0, 0, "█");
	spark(FIGURE_UNICODE, rising, 8, 0, 0, 0, "");
	spark(FIGURE_UNICODE, rising, 0, 8, 0, 0, "");
	spark(FIGURE_UNICODE, missing, 4, 8, 0, 0, "█  ▁");
	spark(FIGURE_ASCII, missing, 4, 8, 0, 0, "#  _");
	spark(FIGURE_UNICODE, missing + 1, 2, 8, 0, 0, "  ");
	spark(FIGURE_UNICODE, same, 3, 8, 0, 0, "███");
	spark(FIGURE_UNICODE, none, 2, 8, 0, 0, "▁▁");
	spark(FIGURE_UNICODE, below, 3, 8, 0, 0, "▁▅█");
	spark(FIGURE_UNICODE, huge, 4, 8, 0, 0, "▁▅██");
	/* On a scale of the caller's. */
	spark(FIGURE_UNICODE, close, 3, 8, 99, 100, "▁▅█");
	spark(FIGURE_UNICODE, close, 3, 8, 0, 1, "███");
	spark(FIGURE_UNICODE, close, 3, 8, 200, 300, "▁▁▁");
}

static const char letters[] = { [PIECE_NONE] = ' ',
	[PIECE_TODAY] = 't',
	[PIECE_BAR] = 'b',
	[PIECE_LATE] = 'l',
	[PIECE_OVERDUE] = 'o',
	[PIECE_EARLIER] = 'e',
	[PIECE_LATER] = 'r' };

/* The whole line, and a letter for the piece of each cell. */
static void gantt(enum figure_form form, const struct figure_gantt *line, int columns, const char *expected,
	const char *expected_pieces)
{
	struct buffer out = { 0 }, pieces = { 0 };
	enum figure_piece piece;
	int at, run;

	for (at = 0; at < columns; at += run) {
		run = figure_gantt(&out, form, line, at, columns, &piece);
		cr_assert(run > 0);
		for (int i = 0; i < run; i++)
			buffer_add_char(&pieces, letters[piece]);
	}
	cr_expect_str_eq(out.data, expected, "\"%s\"", out.data);
	cr_expect_str_eq(pieces.data, expected_pieces, "\"%s\"", pieces.data);
	buffer_free(&out);
	buffer_free(&pieces);
}

Test(figure, gantt_lines)
{
	struct figure_gantt line = { .dated = true, .from = 2, .to = 9, .today = 6, .done = 25 };

	gantt(FIGURE_UNICODE, &line, 12, "  ━━──┼──┤  ", "  bbbbbbbb  ");
	gantt(FIGURE_ASCII, &line, 12, "  ##==|===  ", "  bbbbbbbb  ");
	line.paper = true;
	gantt(FIGURE_ASCII, &line, 12, "  ##------  ", "  bbbbbbbb  ");
	line.paper = false;
	line.done = 100;
	gantt(FIGURE_UNICODE, &line, 12, "  ━━━━┿━━┫  ", "  bbbbbbbb  ");
	line.done = 1000;
	gantt(FIGURE_UNICODE, &line, 12, "  ━━━━┿━━┫  ", "  bbbbbbbb  ");
	line.done = -1;
	gantt(FIGURE_UNICODE, &line, 12, "  ────┼──┤  ", "  bbbbbbbb  ");
	/* The line of today goes on through the end of a bar. */
	line.today = 9;
	gantt(FIGURE_UNICODE, &line, 12, "  ───────┤  ", "  bbbbbbbb  ");
	line.today = 11;
	gantt(FIGURE_UNICODE, &line, 12, "  ───────┤ │", "  bbbbbbbb t");
	gantt(FIGURE_ASCII, &line, 12, "  ======== |", "  bbbbbbbb t");
	line.dated = false;
	gantt(FIGURE_UNICODE, &line, 12, "           │", "           t");
	line.today = 12;
	gantt(FIGURE_UNICODE, &line, 12, "            ", "            ");
}

Test(figure, what_is_late_ends_where_it_was_due_and_no_line_crosses_it)
{
	struct figure_gantt line = { .dated = true, .from = 1, .to = 4, .today = 9, .done = 50, .late = true };

	gantt(FIGURE_UNICODE, &line, 12, " ━━╍!┈┈┈┈│  ", " bblloooot  ");
}

Test(figure, what_is_late_since_this_column)
{
	struct figure_gantt line = { .dated = true, .from = 1, .to = 4, .today = 4, .done = 50, .late = true };

	gantt(FIGURE_UNICODE, &line, 8, " ━━╍!   ", " bbll   ");
	gantt(FIGURE_ASCII, &line, 8, " ##!|   ", " llll   ");
	line.paper = true;
	gantt(FIGURE_ASCII, &line, 8, " ##!!   ", " llll   ");
}

Test(figure, one_column_is_a_point)
{
	struct figure_gantt line = { .dated = true, .from = 2, .to = 2, .today = -1 };

	gantt(FIGURE_UNICODE, &line, 4, "  ◇ ", "  b ");
	gantt(FIGURE_ASCII, &line, 4, "  = ", "  b ");
	line.done = 100;
	gantt(FIGURE_UNICODE, &line, 4, "  ◆ ", "  b ");
	line.late = true;
	gantt(FIGURE_UNICODE, &line, 4, "  ! ", "  l ");
	line.from = line.to = 0;
	gantt(FIGURE_UNICODE, &line, 1, "!", "l");
}

Test(figure, what_is_not_in_sight_has_an_arrow)
{
	struct figure_gantt line = { .dated = true, .from = -9, .to = -2, .today = 2 };

	gantt(FIGURE_UNICODE, &line, 5, "◂ │  ", "e t  ");
	gantt(FIGURE_ASCII, &line, 5, "< |  ", "e t  ");
	line.late = true;
	gantt(FIGURE_UNICODE, &line, 5, "◂┈│  ", "eot  ");
	line.late = false;
	line.from = 5;
	line.to = INT_MAX;
	gantt(FIGURE_UNICODE, &line, 5, "  │ ▸", "  t r");
	gantt(FIGURE_ASCII, &line, 5, "  | >", "  t r");
	/* From before to after, both out of sight, and counts of any size. */
	line.from = INT_MIN;
	line.done = 50;
	gantt(FIGURE_UNICODE, &line, 5, "──┼──", "bbbbb");
}

Test(figure, the_wheel)
{
	struct buffer out = { 0 };

	cr_expect_eq(figure_wheel_phase(&out, FIGURE_UNICODE, "Plan", false), 6);
	cr_expect_eq(figure_wheel_link(&out, FIGURE_UNICODE), 4);
	cr_expect_eq(figure_wheel_phase(&out, FIGURE_UNICODE, "Do", true), 4);
	cr_expect_str_eq(out.data, "○ Plan ── ● Do");
	buffer_reset(&out);
	cr_expect_eq(figure_wheel_phase(&out, FIGURE_ASCII, "Plan", false), 4);
	cr_expect_eq(figure_wheel_link(&out, FIGURE_ASCII), 3);
	cr_expect_eq(figure_wheel_phase(&out, FIGURE_ASCII, "Do", true), 4);
	cr_expect_str_eq(out.data, "Plan > [Do]");
	buffer_free(&out);
}

Test(figure, the_form)
{
	cr_expect_eq(figure_form(), FIGURE_UNICODE);
	figure_set_plain(true);
	cr_expect_eq(figure_form(), FIGURE_ASCII);
	figure_set_plain(false);
	codeset_set_utf8(false);
	cr_expect_eq(figure_form(), FIGURE_ASCII);
}

static void parts(const int64_t *values, int columns, int one, int two, int three)
{
	int widths[3];

	figure_parts(values, 3, columns, widths);
	cr_expect_eq(widths[0], one, "%d", widths[0]);
	cr_expect_eq(widths[1], two, "%d", widths[1]);
	cr_expect_eq(widths[2], three, "%d", widths[2]);
}

Test(figure, parts_fill_the_whole_and_each_is_seen)
{
	struct buffer out = { 0 };

	parts((int64_t[]){ 1, 1, 2 }, 8, 2, 2, 4);
	parts((int64_t[]){ 1, 0, 99 }, 10, 1, 0, 9);
	parts((int64_t[]){ 1, 1, 1 }, 10, 4, 3, 3);
	parts((int64_t[]){ 0, 0, 0 }, 10, 0, 0, 0);
	cr_expect_eq(figure_part(&out, FIGURE_UNICODE, 2, 2), 2);
	figure_part(&out, FIGURE_ASCII, 0, 1);
	figure_part(&out, FIGURE_ASCII, 3, 1);
	cr_expect_str_eq(out.data, "▒▒#.");
	buffer_free(&out);
}
