/* The indicators, a page a level: state by letter, value, target, how it went, when the next value is due; and each as a line over its periods. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/figure.h"
#include "model/indicator.h"
#include "report/build.h"

#define PERIODS 13 /* of months: the last year, and the month before it */

static const char *const columns[] = { "name", "name_fr", "unit", "unit_fr", "better", "target", "amber", "red",
	"value", "before", "frequency", "due" };
enum { COLUMNS = sizeof columns / sizeof columns[0] };

struct page {
	struct report *report;
	size_t table; /* its place among the blocks: those move as they grow in number */
	struct record **indicators;
	size_t count, states[INDICATOR_NO_VALUE + 1], late;
	char today[11];
	struct error *error;
};

static double value_of(const struct record *indicator)
{
	return indicator_field(indicator, "value");
}

static const char *title_of(const struct record *indicator)
{
	return record_title(indicator, environment_language());
}

/* ---- one line of the table ---- */

/* "^ better": which way it went, and what that means; "": one of the two is not known. */
static char *trend(const struct record *indicator, double before)
{
	double value = value_of(indicator);
	int better;

	if (!isfinite(value) || !isfinite(before))
		return xstrdup("");
	better = indicator_trend_of(indicator, before, value);
	return xasprintf("%s %s", indicator_arrow(before, value),
		better > 0   ? _("better")
		: better < 0 ? _("worse")
			     : _("as before"));
}

/* What it was a year before, and how it went since; "-" where nobody measured then. */
static bool year_before(struct page *page, const struct record *indicator, char **text)
{
	struct indicator_point point;
	char *number, *went;

	*text = NULL;
	if (!store_indicator_year_before(page->report->store, indicator, &point, page->error))
		return false;
	number = indicator_number(indicator, point.value, NULL);
	went = trend(indicator, point.value);
	*text = xasprintf("%s %s", number, went);
	if (!*went)
		(*text)[strlen(number)] = '\0';
	free(number);
	free(went);
	return true;
}

static bool is_late(const struct page *page, const struct record *indicator)
{
	const char *day = record_get(indicator, "due");

	return day && strcmp(day, page->today) < 0;
}

static bool add_row(struct page *page, const struct record *indicator)
{
	enum indicator_state state = indicator_state_of(indicator, value_of(indicator));
	struct table_row *line;
	char *value, *target, *went, *year, *due, *states;

	if (!year_before(page, indicator, &year))
		return false;
	value = indicator_number(indicator, value_of(indicator), store_context(page->report->store));
	target = indicator_number(indicator, indicator_field(indicator, "target"), NULL);
	went = trend(indicator, indicator_field(indicator, "before"));
	due = report_date(record_get(indicator, "due"));
	page->states[state]++;
	page->late += is_late(page, indicator);
	states = xasprintf("%s%s", indicator_letter(state), is_late(page, indicator) ? " !" : "");
	line = table_row(&page->report->document->blocks[page->table]);
	table_set(line, 0, states, NULL);
	table_set(line, 1, indicator->ref, NULL);
	table_set(line, 2, title_of(indicator), NULL);
	table_set(line, 3, value, NULL);
	table_set(line, 4, target, NULL);
	table_set(line, 5, went, NULL);
	table_set(line, 6, year, NULL);
	table_set(line, 7, due, NULL);
	free(states);
	free(value);
	free(target);
	free(went);
	free(year);
	free(due);
	return true;
}

/* ---- one chart ---- */

/* Where a value stands between the ends of the axis. */
static int64_t share(const struct figure_chart *chart, double value)
{
	return (int64_t)lround((value - chart->low) / (chart->high - chart->low) * DRAWING_WHOLE);
}

static void add_lines(
	struct drawing *drawing, struct buffer *said, const struct record *indicator, const struct figure_chart *chart)
{
	size_t i;

	for (i = 0; i < INDICATOR_LINES; i++) {
		double value = indicator_line(indicator, i);
		struct mark *mark;
		char *number;

		if (!isfinite(value))
			continue;
		number = indicator_number(indicator, value, NULL);
		mark = drawing_mark(drawing, indicator_line_name(indicator, i), number);
		mark->value = share(chart, value);
		mark->levels = 1;
		mark->done = i == 0;
		mark->late = i == 2;
		buffer_printf(said, "; %s %s", indicator_line_name(indicator, i), number);
		free(number);
	}
}

static void add_points(struct drawing *drawing, struct buffer *said, const struct record *indicator,
	const struct figure_chart *chart, const struct indicator_point *points)
{
	size_t i;

	for (i = 0; i < chart->count; i++) {
		char *number = indicator_number(indicator, points[i].value, NULL);
		struct mark *mark = drawing_mark(drawing, points[i].period, number);

		if (isfinite(points[i].value)) {
			mark->value = share(chart, points[i].value);
			mark->of = DRAWING_WHOLE;
			mark->late = indicator_state_of(indicator, points[i].value) == INDICATOR_RED;
		}
		buffer_printf(said, "%s%s %s", i ? ", " : "", points[i].period, number);
		free(number);
	}
}

static void add_axis(struct drawing *drawing, const struct record *indicator, const struct figure_chart *chart)
{
	char *high = indicator_number(indicator, chart->high, NULL),
	     *low = indicator_number(indicator, chart->low, NULL);

	strings_take(&drawing->rows, high);
	strings_take(&drawing->rows, low);
}

static void draw(struct page *page, const struct record *indicator, struct figure_chart *chart,
	const struct indicator_point *points)
{
	enum indicator_state state = indicator_state_of(indicator, value_of(indicator));
	char *title = xasprintf("%s  %s", indicator->ref, title_of(indicator)),
	     *value = indicator_number(indicator, value_of(indicator), store_context(page->report->store)),
	     *head = xasprintf("%s  %s", indicator_letter(state), value);
	struct drawing *drawing = document_figure(page->report->document, DRAWING_LINE, title, NULL);
	struct buffer said = { 0 };

	document_set(&drawing->column_axis, head);
	add_axis(drawing, indicator, chart);
	add_points(drawing, &said, indicator, chart, points);
	add_lines(drawing, &said, indicator, chart);
	document_set(&drawing->description, said.data);
	buffer_free(&said);
	free(head);
	free(value);
	free(title);
}

static bool add_chart(struct page *page, const struct record *indicator)
{
	struct indicator_point *points = NULL;
	double values[PERIODS], lines[INDICATOR_LINES];
	struct figure_chart chart = { .values = values, .lines = lines, .line_count = INDICATOR_LINES };
	size_t i;
	bool ok = store_indicator_points(page->report->store, indicator, PERIODS, &points, &chart.count, page->error);

	for (i = 0; i < chart.count; i++)
		values[i] = points[i].value;
	for (i = 0; i < INDICATOR_LINES; i++)
		lines[i] = indicator_line(indicator, i);
	figure_chart_scale(&chart);
	if (ok && chart.count)
		draw(page, indicator, &chart, points);
	free(points);
	return ok;
}

static bool keep(void *user, const struct row *row)
{
	struct page *page = user;
	struct record *indicator = record_empty(register_find("indicator"));
	int i;

	indicator->id = row->id;
	indicator->ref = xstrdup(row->ref);
	for (i = 0; i < COLUMNS; i++)
		record_set(indicator, columns[i], row->cells[i].value);
	page->indicators = xreallocarray(page->indicators, page->count + 1, sizeof *page->indicators);
	page->indicators[page->count++] = indicator;
	return true;
}

/* ---- the pages ---- */

static void add_counts(struct page *page)
{
	char *text = xasprintf(
		_("Of %zu in use: %zu good (%s), %zu to watch (%s), %zu alert (%s), %zu not judged, %zu without a value (-); %zu late (!)."),
		page->count, page->states[INDICATOR_GOOD], indicator_letter(INDICATOR_GOOD),
		page->states[INDICATOR_AMBER], indicator_letter(INDICATOR_AMBER), page->states[INDICATOR_RED],
		indicator_letter(INDICATOR_RED), page->states[INDICATOR_NOT_JUDGED], page->states[INDICATOR_NO_VALUE],
		page->late);

	document_note(page->report->document, text);
	free(text);
}

static bool add_table(struct page *page)
{
	/* TRANSLATORS: heading of a column of letters: good, amber, red */
	const struct column_def heads[] = { { _("G/A/R"), COLUMN_TEXT, 5 }, { _("Ref"), COLUMN_TEXT, 6 },
		{ _("Indicator"), COLUMN_TEXT, 0 }, { _("Value"), COLUMN_TEXT, 9 }, { _("Target"), COLUMN_TEXT, 7 },
		{ _("Trend"), COLUMN_TEXT, 11 }, { _("A year before"), COLUMN_TEXT, 14 },
		{ _("Next value"), COLUMN_TEXT, 10 } };
	size_t i;

	document_table(page->report->document, heads, sizeof heads / sizeof heads[0]);
	page->table = page->report->document->count - 1;
	for (i = 0; i < page->count; i++)
		if (!add_row(page, page->indicators[i]))
			return false;
	return true;
}

static bool add_charts(struct page *page)
{
	size_t i;

	for (i = 0; i < page->count; i++)
		if (!add_chart(page, page->indicators[i]))
			return false;
	return true;
}

static bool add_page(struct report *report, const char *condition, const char *title, bool first, struct error *error)
{
	struct page page = { .report = report, .error = error };
	struct date today = environment_today(store_context(report->store)->time_zone);
	struct query *query = report_query(report, "indicator", condition, true, "ref", error);
	bool ok = query && store_each_value(report->store, query, columns, COLUMNS, keep, &page, error);
	size_t i;

	query_free(query);
	date_format(&today, page.today);
	if (ok && page.count) {
		if (!first)
			document_break(report->document);
		document_heading(report->document, 1, title);
		ok = add_table(&page);
		add_counts(&page);
		ok = ok && add_charts(&page);
	}
	for (i = 0; i < page.count; i++)
		record_free(page.indicators[i]);
	free(page.indicators);
	return ok;
}

static bool build(struct report *report, struct record *record, struct error *error)
{
	static const struct {
		const char *condition, *title;
	} pages[] = { { "status=active level=strategic", N_("Strategic: general management") },
		{ "status=active level=functional", N_("Functional: those in charge") },
		{ "status=active level=operational", N_("Operational: those who run systems") },
		{ "status=active level=", N_("Of no level") } };
	size_t before = report->document->count, i;

	(void)record;
	for (i = 0; i < sizeof pages / sizeof pages[0]; i++)
		if (!add_page(report, pages[i].condition, _(pages[i].title), report->document->count == before, error))
			return false;
	if (report->document->count == before)
		document_note(report->document, _("No indicator is in use."));
	return true;
}

const struct report_def report_indicators = {
	.name = "indicators",
	.label = N_("Indicators"),
	.help = N_(
		"The indicators in use, a page a level: state, value, target, how each went since the last time and in a year, and its line."),
	.mark = N_("Internal"),
	.formats = document_formats,
	.base = "indicator",
	.composed = true,
	.view = "indicators",
	.build = build,
};
