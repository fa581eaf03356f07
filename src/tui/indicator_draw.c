/* One indicator as it is drawn: its values as a line over their periods, what they are held against, the values with their notes and analyses. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"
#include "tui/draw_figure.h"
#include "tui/indicators.h"

enum { SCALE = 9, HEAD = 5, PROSE = 100, CHART_LEAST = 3 };
#define CHART_MOST 16 /* lines of a chart beside the table */

void indicator_one_forget(struct indicator_one *one)
{
	size_t i;

	for (i = 0; i < one->count; i++)
		free(one->notes[i]);
	free(one->notes);
	free(one->points);
	free(one->lines);
	record_free(one->indicator);
	indicator_analyses_free(&one->analyses);
	one->notes = NULL;
	one->points = NULL;
	one->lines = NULL;
	one->indicator = NULL;
	one->count = one->line_count = 0;
}

/* The point under which an analysis stands: of the period in which ends what it speaks of, else of the last one. */
static size_t point_of(const struct indicator_one *one, const struct indicator_analysis *analysis)
{
	struct period period;
	size_t i;

	for (i = 0; i + 1 < one->count; i++)
		if (period_read(one->points[i].period, &period) && date_days(&period.last) >= analysis->last_day)
			break;
	return i;
}

/* The last period first, each with its analyses below it. */
static void make_lines(struct indicator_one *one)
{
	size_t i, j;

	one->lines = xcalloc(one->count + one->analyses.count + 1, sizeof *one->lines);
	for (i = one->count; i-- > 0;) {
		one->lines[one->line_count++].point = i;
		for (j = 0; j < one->analyses.count; j++)
			if (point_of(one, &one->analyses.items[j]) == i)
				one->lines[one->line_count++] =
					(struct indicator_one_line){ i, &one->analyses.items[j] };
	}
	if (one->row >= one->line_count)
		one->row = 0;
}

/* Reads it where it was not yet. */
static bool read_one(struct ui *ui, struct indicator_one *one)
{
	struct error error = { 0 };
	size_t i;

	one->indicator = store_record(ui->store, one->id, &error);
	if (one->indicator &&
		store_indicator_points(
			ui->store, one->indicator, INDICATOR_PERIODS_MAX, &one->points, &one->count, &error) &&
		store_indicator_year_before(ui->store, one->indicator, &one->year_before, &error) &&
		indicator_analyses_read(ui->store, one->indicator->ref, &one->analyses, &error)) {
		one->notes = xcalloc(one->count + 1, sizeof *one->notes);
		for (i = 0; i < one->count; i++) {
			struct record *measurement =
				one->points[i].id ? store_record(ui->store, one->points[i].id, NULL) : NULL;

			one->notes[i] = measurement ? xstrdup(record_get(measurement, "note")) : NULL;
			record_free(measurement);
		}
		make_lines(one);
		failure_forget(&one->failure);
		return true;
	}
	failure_take(ui, &one->failure, &error, false);
	return false;
}

/* ---- the chart ---- */

/* The chart of `height` rows: what it shows, and where its parts stand. */
struct chart {
	struct figure_chart figure;
	double values[INDICATOR_PERIODS_MAX], lines[INDICATOR_LINES];
	int columns, behind; /* of the figure; of the names to its right */
};

/* The lines of the row, the foremost first: its name, or "98 target, 95 watched" where several share it; NULL: none. */
static char *row_label(const struct indicator_one *one, const struct chart *chart, int row, int height, size_t *first)
{
	struct strings names = { 0 };
	char *label = NULL;
	size_t i, count = 0;

	for (i = 0; i < INDICATOR_LINES; i++) {
		char *number, *name;

		if (!isfinite(chart->lines[i]) || figure_chart_row(&chart->figure, chart->lines[i], height) != row)
			continue;
		if (!count++)
			*first = i;
		number = indicator_number(one->indicator, chart->lines[i], NULL);
		name = xasprintf("%s %s", number, indicator_line_name(one->indicator, i));
		strings_add(&names, name);
		free(name);
		free(number);
	}
	if (count == 1)
		label = xstrdup(indicator_line_name(one->indicator, *first));
	else if (count)
		label = strings_join(&names, ", ");
	strings_free(&names);
	return label;
}

static void make_chart(const struct indicator_one *one, struct area area, struct chart *chart)
{
	size_t i;
	int row;

	chart->figure = (struct figure_chart){
		.values = chart->values, .count = one->count, .lines = chart->lines, .line_count = INDICATOR_LINES
	};
	for (i = 0; i < one->count; i++)
		chart->values[i] = one->points[i].value;
	for (i = 0; i < INDICATOR_LINES; i++)
		chart->lines[i] = indicator_line(one->indicator, i);
	figure_chart_bounds(&chart->figure);
	chart->behind = 9;
	for (row = 0; row < area.height; row++) {
		size_t first;
		char *label = row_label(one, chart, row, area.height, &first);
		int width = label ? text_columns(label) : 0;

		chart->behind = width > chart->behind ? width : chart->behind;
		free(label);
	}
	if (chart->behind > area.width / 2)
		chart->behind = area.width / 2;
	chart->columns = area.width - SCALE - 1 - chart->behind;
}

/* The lower end of the axis, as a number that is round for what the axis spans. */
static void draw_low(const struct indicator_one *one, const struct chart *chart, struct area area)
{
	double span = chart->figure.high - chart->figure.low, part = pow(10, floor(log10(span > 0 ? span : 1)) - 1);
	char *number = indicator_number(one->indicator, round(chart->figure.low / part) * part, NULL);

	draw_text_right(area.top + area.height - 1, area.left, SCALE - 1, STYLE_DIM, number);
	free(number);
}

static void draw_chart(const struct indicator_one *one, const struct chart *chart, struct area area)
{
	static const enum style styles[] = { STYLE_GOOD, STYLE_LEVEL_3, STYLE_LATE };
	struct buffer text = { 0 };
	int row, at, used;
	size_t piece, first;

	draw_low(one, chart, area);
	for (row = 0; row < area.height; row++) {
		char *label = row_label(one, chart, row, area.height, &first);

		for (at = 0; at < chart->columns; at += used) {
			used = figure_chart(
				&text, figure_form(), &chart->figure, row, area.height, at, chart->columns, &piece);
			draw_text(area.top + row, area.left + SCALE + at, used,
				piece == CHART_SERIES   ? STYLE_ACCENT
				: piece == CHART_GROUND ? STYLE_PLAIN
							: STYLE_DIM,
				text.data, false);
			buffer_reset(&text);
		}
		if (label) {
			char *number = indicator_number(one->indicator, chart->lines[first], NULL);

			draw_text_right(area.top + row, area.left, SCALE - 1, STYLE_DIM, number);
			draw_text(area.top + row, area.left + SCALE + chart->columns + 1, chart->behind, styles[first],
				label, true);
			free(number);
		}
		free(label);
	}
	buffer_free(&text);
}

/* Below the chart. */
static void draw_periods(const struct indicator_one *one, const struct chart *chart, struct area area)
{
	int last = text_columns(one->points[one->count - 1].period), row = area.top + area.height;

	draw_text(row, area.left + SCALE, chart->columns, STYLE_DIM, one->points[0].period, false);
	if (one->count > 1 && chart->columns > 2 * last + 2)
		draw_text(row, area.left + SCALE + chart->columns - last, last, STYLE_DIM,
			one->points[one->count - 1].period, false);
}

/* ---- the values, the last first ---- */

static void draw_value(const struct indicator_one *one, size_t i, int row, struct area area)
{
	enum indicator_state state = indicator_state_of(one->indicator, one->points[i].value);
	char *value = indicator_number(one->indicator, one->points[i].value, one->context), *note = NULL;

	draw_text(row, area.left + 2, 1, indicator_style(state), indicator_letter(state), false);
	draw_text(row, area.left + 4, 11, STYLE_PLAIN, one->points[i].period, false);
	draw_text_right(row, area.left + 15, 14, STYLE_PLAIN, value);
	if (one->notes[i])
		note = xstrndup(one->notes[i], strcspn(one->notes[i], "\n"));
	if (note || !one->points[i].id)
		draw_text(row, area.left + 31, area.width - 32, STYLE_DIM, note ? note : _("nothing was measured"),
			false);
	free(value);
	free(note);
}

static void draw_line(const struct indicator_one *one, size_t i, int row, struct area area, bool here)
{
	const struct indicator_one_line *line = &one->lines[i];

	draw_text(row, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	if (here)
		draw_spoken(row, area.left);
	if (line->analysis)
		indicator_analysis_draw(line->analysis, row, area.left + 6, area.width - 7);
	else
		draw_value(one, line->point, row, area);
	if (here)
		draw_bar(row, area.left, area.width);
}

void indicator_trend_draw(const struct record *indicator, int row, int column)
{
	double value = indicator_field(indicator, "value"), before = indicator_field(indicator, "before");
	char *text;
	int better;

	if (!isfinite(value) || !isfinite(before))
		return;
	better = indicator_trend_of(indicator, before, value);
	text = xasprintf("%s%s", indicator_arrow(before, value), better > 0 ? "+" : better < 0 ? "-" : "");
	draw_text(row, column, 2, better > 0 ? STYLE_GOOD : better < 0 ? STYLE_LATE : STYLE_DIM, text, false);
	free(text);
}

/* A sentence of the head: in one line, beside the table over as many as it needs; the lines used. */
static int draw_said(struct area area, enum style style, const char *text, bool beside)
{
	if (beside) {
		area.width = area.width < PROSE ? area.width : PROSE;
		return draw_wrapped(area, style, text, false);
	}
	draw_text(area.top, area.left, area.width, style, text, false);
	return 1;
}

/* How the last value stands to the one before, and to that of a year before; the lines used. */
static int draw_trends(const struct indicator_one *one, struct area area, bool beside)
{
	int used = 1;
	size_t i = one->count;
	double value = i ? one->points[i - 1].value : NAN;
	char *last = i > 1 ? indicator_trend_text(one->indicator, one->points[i - 2].value, one->points[i - 2].period,
				     value, one->context)
			   : NULL,
	     *year = indicator_trend_text(
		     one->indicator, one->year_before.value, one->year_before.period, value, one->context);
	struct buffer text = { 0 };

	if (last)
		buffer_add(&text, last);
	/* Of a yearly one both are the same. */
	if (year && (i < 2 || strcmp(one->points[i - 2].period, one->year_before.period) != 0))
		buffer_printf(&text, "%s%s", last ? "   " : "", year);
	if (text.data)
		used = draw_said(area, STYLE_PLAIN, text.data, beside);
	buffer_free(&text);
	free(last);
	free(year);
	return used;
}

/* The lines used. */
static int draw_head(const struct indicator_one *one, struct area area, bool beside)
{
	struct area said = { area.top + 2, area.left + 1, HEAD, area.width - 2 };
	const struct record *indicator = one->indicator;
	const char *title = record_title(indicator, environment_language());
	enum indicator_state state = indicator_record_state(indicator);
	const char *measure = indicator_said(indicator, "measure");
	char *value = indicator_number(indicator, indicator_field(indicator, "value"), one->context),
	     *head = xasprintf("%s  %s", indicator->ref, title), *told;
	const char *state_name = indicator_state_name(state);

	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, head, true);
	told = state_name
		       ? xasprintf("%s  %s", value, choice_label(register_field(indicator->def, "state"), state_name))
		       : xstrdup(value);
	draw_text(area.top + 1, area.left + 1, 1, indicator_style(state), indicator_letter(state), false);
	draw_text(area.top + 1, area.left + 3, area.width - 4, STYLE_PLAIN, told, false);
	said.top += draw_trends(one, said, beside);
	if (measure)
		said.top += draw_said(said, STYLE_DIM, measure, beside);
	free(told);
	free(head);
	free(value);
	return said.top - area.top;
}

/* Owner, rhythm, next day: what the head does not say. */
static int draw_given(struct ui *ui, const struct indicator_one *one, struct area area)
{
	static const char *const names[] = { "owner", "analyst", "frequency", "due" };
	const struct register_def *def = one->indicator->def;
	size_t i, j;
	int label = 0, line = area.top, columns;

	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		columns = text_columns(_(register_field(def, names[i])->label));
		label = columns > label ? columns : label;
	}
	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		for (j = 0; j < def->field_count && line < area.top + area.height; j++)
			if (strcmp(def->fields[j].name, names[i]) == 0 && one->indicator->values[j])
				line += browse_draw_field(ui,
					(struct area){ line, area.left, area.top + area.height - line, area.width },
					label + 2, one->indicator, j);
	return line - area.top;
}

static void draw_values(struct indicator_one *one, struct area area, bool beside)
{
	size_t i;
	int row;

	one->height = area.height;
	if (beside)
		one->top = 0;
	else
		cursor_in_view(&one->top, one->row, one->height);
	for (i = one->top, row = area.top; i < one->line_count && row < area.top + area.height; i++, row++)
		draw_line(one, i, row, area, !beside && i == one->row);
}

void indicator_one_draw(
	struct ui *ui, struct indicator_one *one, struct area area, const struct place *place, bool beside)
{
	struct area middle = { area.top + HEAD, area.left, (area.height - HEAD) * 3 / 5, area.width };
	struct chart chart;
	int end = area.top + area.height, head;

	draw_clear(area);
	one->context = store_context(ui->store);
	if ((!one->indicator && !read_one(ui, one)) || failure_draw(&one->failure, area))
		return;
	head = draw_head(one, area, beside);
	if (beside) {
		middle.top = area.top + head;
		middle.top += draw_given(ui, one, (struct area){ middle.top, area.left + 1, HEAD, area.width - 2 }) + 1;
		middle.height = (end - middle.top) * 3 / 5 < CHART_MOST ? (end - middle.top) * 3 / 5 : CHART_MOST;
	}
	if (!one->count) {
		draw_told((struct area){ middle.top, area.left + 3, end - middle.top, area.width - 8 }, STYLE_DIM,
			_("No value yet: {value} records one, {count} counts it where there is a formula."), place);
		return;
	}
	if (middle.height < CHART_LEAST)
		return;
	make_chart(one, middle, &chart);
	draw_chart(one, &chart, middle);
	draw_periods(one, &chart, middle);
	middle.top += middle.height + 2;
	draw_values(one, (struct area){ middle.top, area.left, end - middle.top, area.width }, beside);
}
