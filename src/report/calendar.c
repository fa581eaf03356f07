/* The calendar of checks on paper: how each went within the months that count, and on which days it comes next. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"
#include "report/check_days.h"

#define MONTHS 12    /* that it looks ahead */
#define DAYS_NAMED 5 /* of a month; more are counted */

struct shares {
	int64_t due, done, passed, missed;
};

static struct shares count_shares(const struct check_days *days, size_t place, bool all, int first, int last)
{
	struct shares shares = { 0 };
	size_t i;

	for (i = 0; i < days->count; i++) {
		const struct check_day *item = &days->items[i];

		if (item->day < first || item->day > last || item->state == DAY_DUE || (!all && item->check != place))
			continue;
		shares.due++;
		shares.passed += item->state == DAY_PASSED;
		shares.missed += item->state == DAY_MISSED || item->state == DAY_LATE;
	}
	shares.done = shares.due - shares.missed;
	return shares;
}

/* "93 % (13 of 14)"; of nothing there is no share. */
static char *share_text(int64_t part, int64_t whole)
{
	return whole ? xasprintf(_("%d %% (%d of %d)"), (int)number_percent(part, whole), (int)part, (int)whole)
		     : xstrdup("-");
}

static char *choice_text(const struct record *record, const char *name)
{
	const char *value = record_get(record, name);

	return xstrdup(value ? choice_label(register_field(record->def, name), value) : "");
}

static struct table_row *next_row(struct report *report)
{
	return table_row(&report->document->blocks[report->document->count - 1]);
}

static void put(struct table_row *row, size_t column, char *text)
{
	table_set(row, column, text, NULL);
	free(text);
}

static void in_short(struct report *report, const struct check_days *days, int first, int today)
{
	struct shares shares = count_shares(days, 0, true, first, today);
	struct date from = date_from_days(first), to = date_from_days(today);
	char *since = date_format_long(&from), *until = date_format_long(&to),
	     *done = share_text(shares.done, shares.due), *passed = share_text(shares.passed, shares.done),
	     *text = xasprintf(_("From %s to %s: done %s; of these passed %s."), since, until, done, passed);

	const struct column_def columns[] = {
		{ _("Due"), COLUMN_NUMBER, 10 },
		{ _("Done"), COLUMN_NUMBER, 10 },
		{ _("Passed"), COLUMN_NUMBER, 10 },
		{ _("Missed"), COLUMN_NUMBER, 10 },
	};
	const int64_t counts[] = { shares.due, shares.done, shares.passed, shares.missed };
	struct table_row *row;
	size_t i;

	document_heading(report->document, 1, _("In short"));
	document_paragraph(report->document, text);
	document_table(report->document, columns, 4);
	row = next_row(report);
	for (i = 0; i < 4; i++) {
		char *number = xasprintf("%lld", (long long)counts[i]);

		table_set(row, i, number, number);
		free(number);
	}
	document_note(report->document,
		_("What was done late counts as done; what is late today, or was missed, as not done."));
	free(since);
	free(until);
	free(done);
	free(passed);
	free(text);
}

static void each_check(struct report *report, const struct check_days *days, int first, int today)
{
	const struct column_def columns[] = {
		{ _("Ref"), COLUMN_TEXT, 6 },
		{ _("Check"), COLUMN_TEXT, 0 },
		{ _("Who"), COLUMN_TEXT, 14 },
		{ _("Every"), COLUMN_TEXT, 8 },
		{ _("Last result"), COLUMN_TEXT, 9 },
		{ _("Next"), COLUMN_TEXT, 10 },
		{ _("Done"), COLUMN_TEXT, 15 },
		{ _("Passed"), COLUMN_TEXT, 15 },
	};
	size_t i;

	document_heading(report->document, 1, _("Check by check"));
	document_table(report->document, columns, sizeof columns / sizeof columns[0]);
	for (i = 0; i < days->check_count; i++) {
		const struct record *check = days->checks[i].record;
		struct shares shares = count_shares(days, i, false, first, today);
		const char *status = record_get(check, "status");
		struct table_row *row;

		if (!shares.due && status && strcmp(status, "retired") == 0)
			continue;
		row = next_row(report);
		table_set(row, 0, check->ref, NULL);
		table_set(row, 1, record_get(check, "title"), NULL);
		table_set(row, 2, days->checks[i].owner, NULL);
		put(row, 3, choice_text(check, "every"));
		put(row, 4, choice_text(check, "last_result"));
		put(row, 5, report_date(record_get(check, "next")));
		put(row, 6, share_text(shares.done, shares.due));
		put(row, 7, share_text(shares.passed, shares.done));
	}
}

/* "3, 10, 17, 24", or how many there are; NULL: none in these days. */
static char *days_text(const struct check_days *days, size_t place, int first, int last)
{
	struct buffer text = { 0 };
	size_t count = 0, i;

	for (i = 0; i < days->count; i++) {
		const struct check_day *item = &days->items[i];
		struct date date = date_from_days(item->day);

		if (item->day < first || item->day > last || item->check != place ||
			(item->state != DAY_DUE && item->state != DAY_LATE))
			continue;
		buffer_printf(&text, "%s%d", count++ ? ", " : "", date.day);
	}
	if (count > DAYS_NAMED) {
		buffer_free(&text);
		return xasprintf(ngettext("%zu day", "%zu days", count), count);
	}
	return count ? buffer_take(&text) : NULL;
}

static void month(struct report *report, const struct check_days *days, const struct period *period)
{
	const struct column_def columns[] = {
		{ _("Days"), COLUMN_TEXT, 20 },
		{ _("Ref"), COLUMN_TEXT, 6 },
		{ _("Check"), COLUMN_TEXT, 0 },
		{ _("Who"), COLUMN_TEXT, 16 },
	};
	bool begun = false;
	size_t i;

	for (i = 0; i < days->check_count; i++) {
		char *text = days_text(days, i, date_days(&period->first), date_days(&period->last));
		struct table_row *row;

		if (!text)
			continue;
		if (!begun) {
			char *name = date_format_month(&period->first);

			document_heading(report->document, 2, name);
			document_table(report->document, columns, 4);
			free(name);
			begun = true;
		}
		row = next_row(report);
		put(row, 0, text);
		table_set(row, 1, days->checks[i].record->ref, NULL);
		table_set(row, 2, record_get(days->checks[i].record, "title"), NULL);
		table_set(row, 3, days->checks[i].owner, NULL);
	}
}

/* How many months count, of what comes again. */
static int horizon(struct store *store)
{
	struct record *organisation = store_organisation(store, NULL);
	const char *text = organisation ? record_get(organisation, "horizon") : NULL;
	int64_t months = 0;

	if (!text || !number_parse_integer(text, &months) || months < 1)
		months = 12;
	record_free(organisation);
	return (int)months;
}

static bool unanswered(struct report *report, struct error *error)
{
	static const char *const columns[] = { "ref", "check", "due", "result", "answer_by" };
	static const int widths[] = { 8, 0, 10, 9, 10 };
	struct query *query = report_query(report, "execution", "answer_by!=", false, "answer_by", error);
	bool ok;

	document_heading(report->document, 1, _("Failed or missed, without an answer"));
	ok = query && report_table(report, query, columns, widths, 5, false, error);
	query_free(query);
	return ok;
}

static bool build_calendar(struct report *report, struct record *record, struct error *error)
{
	struct date now = environment_today(store_context(report->store)->time_zone),
		    from = date_months_before(&now, horizon(report->store)), until = date_months_before(&now, -MONTHS);
	struct period period = period_of(EVERY_MONTH, &now);
	struct check_days days = { 0 };
	int first = date_days(&from) + 1, today = date_days(&now), i;
	bool ok = check_days_read(report->store, first, date_days(&until), &days, error);

	(void)record;
	if (ok && !days.check_count) {
		document_note(report->document, _("There are no checks yet."));
	} else if (ok) {
		in_short(report, &days, first, today);
		each_check(report, &days, first, today);
		ok = unanswered(report, error);
		document_heading(report->document, 1, _("The months to come"));
		for (i = 0; i <= MONTHS; i++, period = period_after(&period))
			month(report, &days, &period);
	}
	check_days_free(&days);
	return ok;
}

const struct report_def report_calendar = {
	.name = "calendar",
	.label = N_("Calendar of checks"),
	.help = N_(
		"The security checks: how much was done and passed within the months that count, what lacks an answer, and the days to come."),
	.mark = N_("Internal"),
	.formats = document_formats,
	.composed = true,
	.view = "checks",
	.build = build_calendar,
};
