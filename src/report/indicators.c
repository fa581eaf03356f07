/* The indicators, a page a level: state by letter, value, target, trend, how it went, and when the next value is due. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/indicator.h"
#include "report/build.h"

#define PERIODS 8

static const char *const columns[] = { "name", "name_fr", "unit", "unit_fr", "better", "target", "amber", "red",
	"value", "before", "frequency", "due", "owner", "measure", "measure_fr" };
enum { COLUMNS = sizeof columns / sizeof columns[0] };

struct page {
	struct report *report;
	size_t table; /* its place among the blocks: those move as they grow in number */
	struct drawing *drawing;
	struct buffer description;
	size_t count, states[INDICATOR_NO_VALUE + 1], late;
	char today[11];
	struct error *error;
	bool ok;
};

/* ---- how it is told ---- */

static const char *letter(enum indicator_state state)
{
	/* TRANSLATORS: the letters of three states: good, amber (to watch), red (alert) */
	static const char *const letters = N_("GAR");
	static char texts[3][2];
	size_t i = (size_t)state - INDICATOR_GOOD;

	if (state == INDICATOR_NOT_JUDGED)
		return "\xc2\xb7";
	if (state == INDICATOR_NO_VALUE)
		return "-";
	texts[i][0] = _(letters)[i];
	return texts[i];
}

static double number_of(const struct record *record, const char *field)
{
	const char *text = record_get(record, field);
	double value;

	return text && number_parse_real(text, &value) ? value : NAN;
}

static char *number_text(double value)
{
	char *text = isfinite(value) ? number_format_real(round(value * 100) / 100) : xstrdup("-"), *point;

	if (number_comma_first() && (point = strchr(text, '.')))
		*point = ',';
	return text;
}

/* What it has in the language of the report. */
static const char *said(const struct record *record, const char *field)
{
	char *french = xasprintf("%s_fr", field);
	const char *text = strcmp(environment_language(), "fr") == 0 ? record_get(record, french) : NULL;

	free(french);
	return text ? text : record_get(record, field);
}

static char *with_unit(const struct record *indicator, double value)
{
	const char *unit = said(indicator, "unit");
	char *number = number_text(value), *text;

	if (!unit || !isfinite(value) || strcmp(unit, _("number")) == 0)
		return number;
	text = xasprintf("%s %s", number, unit);
	free(number);
	return text;
}

static const char *trend(const struct record *indicator)
{
	double value = number_of(indicator, "value"), before = number_of(indicator, "before");
	int better;

	if (!isfinite(value) || !isfinite(before))
		return "";
	better = indicator_trend_of(indicator, before, value);
	return better > 0 ? _("better") : better < 0 ? _("worse") : _("as before");
}

/* "36, 40, -, 52": the last periods, the oldest first. */
static char *series(struct page *page, const struct record *indicator)
{
	struct indicator_point *points = NULL;
	struct buffer text = { 0 };
	size_t count = 0, i;

	page->ok = store_indicator_points(page->report->store, indicator, PERIODS, &points, &count, page->error);
	for (i = 0; i < count; i++) {
		char *number = number_text(points[i].value);

		buffer_printf(&text, "%s%s", i ? "  " : "", number);
		free(number);
	}
	free(points);
	return text.data ? buffer_take(&text) : xstrdup("");
}

/* ---- one line ---- */

/* The bar of what has a share: of a hundred. */
static void add_bar(struct page *page, const struct record *indicator, const char *value, enum indicator_state state)
{
	const char *unit = record_get(indicator, "unit"), *title = record_title(indicator, environment_language());
	double number = number_of(indicator, "value");
	struct mark *mark;
	char *text;

	if (!unit || strcmp(unit, "%") != 0 || !isfinite(number))
		return;
	text = xasprintf("%s %s", letter(state), value);
	mark = drawing_mark(page->drawing, title, text);
	mark->value = (int64_t)lround(number < 0 ? 0 : number > 100 ? 100 : number);
	mark->of = 100;
	buffer_printf(&page->description, _("%s: %s"), title, value);
	buffer_add(&page->description, ". ");
	free(text);
}

static bool add_row(void *user, const struct row *row)
{
	struct page *page = user;
	struct record *indicator = record_empty(register_find("indicator"));
	enum indicator_state state;
	struct table_row *line;
	char *value, *target, *went, *due, *states;
	const char *day;
	int i;

	indicator->id = row->id;
	indicator->ref = xstrdup(row->ref);
	for (i = 0; i < COLUMNS; i++)
		record_set(indicator, columns[i], row->cells[i].value);
	state = indicator_state_of(indicator, number_of(indicator, "value"));
	day = record_get(indicator, "due");
	value = with_unit(indicator, number_of(indicator, "value"));
	target = number_text(number_of(indicator, "target"));
	went = series(page, indicator);
	due = report_date(day);
	page->count++;
	page->states[state]++;
	page->late += day && strcmp(day, page->today) < 0;
	states = xasprintf("%s%s", letter(state), day && strcmp(day, page->today) < 0 ? " !" : "");
	line = table_row(&page->report->document->blocks[page->table]);
	table_set(line, 0, states, NULL);
	table_set(line, 1, row->ref, NULL);
	table_set(line, 2, record_title(indicator, environment_language()), NULL);
	table_set(line, 3, value, NULL);
	table_set(line, 4, target, NULL);
	table_set(line, 5, trend(indicator), NULL);
	table_set(line, 6, went, NULL);
	table_set(line, 7, due, NULL);
	add_bar(page, indicator, value, state);
	free(states);
	free(value);
	free(target);
	free(went);
	free(due);
	record_free(indicator);
	return page->ok;
}

/* ---- the pages ---- */

static void add_counts(struct page *page)
{
	char *text = xasprintf(
		_("Of %zu in use: %zu good (%s), %zu to watch (%s), %zu alert (%s), %zu not judged, %zu without a value (-); %zu late (!)."),
		page->count, page->states[INDICATOR_GOOD], letter(INDICATOR_GOOD), page->states[INDICATOR_AMBER],
		letter(INDICATOR_AMBER), page->states[INDICATOR_RED], letter(INDICATOR_RED),
		page->states[INDICATOR_NOT_JUDGED], page->states[INDICATOR_NO_VALUE], page->late);

	document_note(page->report->document, text);
	free(text);
}

static bool add_page(struct report *report, const char *condition, const char *title, bool first, struct error *error)
{
	/* TRANSLATORS: heading of a column of letters: good, amber, red */
	const struct column_def heads[] = { { _("G/A/R"), COLUMN_TEXT, 5 }, { _("Ref"), COLUMN_TEXT, 6 },
		{ _("Indicator"), COLUMN_TEXT, 0 }, { _("Value"), COLUMN_TEXT, 10 }, { _("Target"), COLUMN_TEXT, 7 },
		{ _("Trend"), COLUMN_TEXT, 9 }, { _("Last periods"), COLUMN_TEXT, 20 },
		{ _("Next value"), COLUMN_TEXT, 10 } };
	struct document *document = report->document;
	struct page page = { .report = report, .error = error, .ok = true };
	struct date today = environment_today(store_context(report->store)->time_zone);
	struct query *query = report_query(report, "indicator", condition, true, "ref", error);
	bool ok = query != NULL;

	if (ok && !store_count(report->store, query, NULL)) {
		query_free(query);
		return true;
	}
	if (!first)
		document_break(document);
	date_format(&today, page.today);
	document_heading(document, 1, title);
	document_table(document, heads, sizeof heads / sizeof heads[0]);
	page.table = document->count - 1;
	page.drawing = document_figure(document, DRAWING_BARS, _("Shares, of a hundred"), NULL);
	ok = ok && store_each_value(report->store, query, columns, COLUMNS, add_row, &page, error) && page.ok;
	document_set(&page.drawing->description, page.description.data ? page.description.data : _("No value."));
	buffer_free(&page.description);
	add_counts(&page);
	query_free(query);
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
	.help = N_("The indicators in use, a page a level: state, value, target, trend, the last periods."),
	.mark = N_("Internal"),
	.formats = document_formats,
	.base = "indicator",
	.composed = true,
	.view = "indicators",
	.build = build,
};
