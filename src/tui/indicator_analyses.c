/* The analyses of an indicator: what somebody concluded from its values, each under the period of which it speaks. */
#include <stdlib.h>
#include <string.h>

#include "tui/indicators.h"

#define ANALYSES_MAX 200

static const char *const columns[] = { "title", "date", "period", "status", "conclusion", "findings" };
enum { TITLE, DATE, PERIOD, STATUS, CONCLUSION, FINDINGS, COLUMNS };

/* The last day of which it speaks; of no period, the day on which it was made. */
static int last_day(const struct row *row)
{
	const char *period = row->cells[PERIOD].value, *date = row->cells[DATE].value;
	struct period of;
	struct date day;

	if (period && period_read(period, &of))
		return date_days(&of.last);
	return date && date_parse(date, &day) ? date_days(&day) : 0;
}

static bool keep(void *user, const struct row *row)
{
	struct indicator_analyses *analyses = user;
	const char *findings = row->cells[FINDINGS].value, *title = row->cells[TITLE].value;
	const char *text = findings && *findings ? findings : title ? title : "";
	struct indicator_analysis *item;

	analyses->items = xreallocarray(analyses->items, analyses->count + 1, sizeof *analyses->items);
	item = &analyses->items[analyses->count++];
	*item = (struct indicator_analysis){ .id = row->id,
		.last_day = last_day(row),
		.signed_off = row->cells[STATUS].value && strcmp(row->cells[STATUS].value, "signed") == 0,
		.date = xstrdup(row->cells[DATE].value),
		.conclusion = xstrdup(row->cells[CONCLUSION].value),
		.text = xstrndup(text, strcspn(text, "\n")) };
	return analyses->count < ANALYSES_MAX;
}

void indicator_analyses_free(struct indicator_analyses *analyses)
{
	size_t i;

	for (i = 0; i < analyses->count; i++) {
		free(analyses->items[i].date);
		free(analyses->items[i].conclusion);
		free(analyses->items[i].text);
	}
	free(analyses->items);
	*analyses = (struct indicator_analyses){ 0 };
}

bool indicator_analyses_read(
	struct store *store, const char *ref, struct indicator_analyses *analyses, struct error *error)
{
	struct query *query = query_new(register_find("analysis"));
	bool ok;

	query_add(query, "indicators", OP_EQUAL, ref);
	ok = query_sort(query, "-date", error) &&
	     /* Too many of them end the reading without an error. */
	     (store_each_value(store, query, columns, COLUMNS, keep, analyses, error) || !error->kind);
	query_free(query);
	return ok;
}

static enum style conclusion_style(const char *conclusion)
{
	return !conclusion                          ? STYLE_DIM
	       : strcmp(conclusion, "planned") == 0 ? STYLE_GOOD
	       : strcmp(conclusion, "watch") == 0   ? STYLE_LEVEL_3
						    : STYLE_LATE;
}

/* "2026-10-12  to act on   What they show". */
void indicator_analysis_draw(const struct indicator_analysis *analysis, int row, int column, int width)
{
	const struct field_def *field = register_field(register_find("analysis"), "conclusion");
	const char *told = analysis->conclusion ? choice_label(field, analysis->conclusion) : _("no conclusion yet");
	struct date date;
	char *day = analysis->date && date_parse(analysis->date, &date) ? date_format_locale(&date) : xstrdup(""),
	     *text = xasprintf(
		     "%s%s%s", told, analysis->signed_off ? "" : ", ", analysis->signed_off ? "" : _("draft"));
	int used = text_columns(day) + 2, end;

	draw_text(row, column, used, STYLE_DIM, day, false);
	end = text_columns(text);
	draw_text(row, column + used, width - used, conclusion_style(analysis->conclusion), text, false);
	used += end + 2;
	if (width > used)
		draw_text(row, column + used, width - used, STYLE_PLAIN, analysis->text, false);
	free(text);
	free(day);
}

void indicator_analyse(struct ui *ui, const struct record *indicator, const char *period)
{
	struct record *analysis = record_new(register_find("analysis"), store_context(ui->store)->time_zone);
	const char *name = record_title(indicator, environment_language()), *analyst = record_get(indicator, "analyst");
	/* TRANSLATORS: the title of an analysis: an indicator, the period of which it speaks */
	char *title = period ? xasprintf(_("%s, %s"), name, period) : xstrdup(name);

	record_set(analysis, "title", title);
	record_set(analysis, "indicators", indicator->ref);
	record_set(analysis, "period", period);
	record_set(analysis, "by", analyst ? analyst : record_get(indicator, "owner"));
	form_view_open_record(ui, analysis, "findings");
	free(title);
}
