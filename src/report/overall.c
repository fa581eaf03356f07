/* What is due, and where the records fall short: the lines of all registers as reports. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

static void count_fact(struct report *report, const char *label, size_t count)
{
	char *text = xasprintf("%zu", count);

	facts_add(&report->document->front, label, text);
	free(text);
}

/* A ref that is broken is none: its column is as wide as the longest. */
static void widen(struct block *table, size_t column, const char *ref)
{
	int width = text_columns(ref);

	if (width > table->columns[column].width)
		table->columns[column].width = width;
}

/* ---- what is due ---- */

struct due {
	struct report *report;
	struct date today;
	char *group; /* the heading under which the next line may stand; NULL: none yet */
	size_t count, late;
};

/* Late, today, this week, this month; what comes later by its month.  Caller frees. */
static char *group_of(const struct due *due, const char *date)
{
	enum due_when when = due_when(&due->today, date);
	struct date day;

	if (when != DUE_LATER || !date_parse(date, &day))
		return xstrdup(due_when_label(when));
	return date_format_month(&day);
}

/* A table for a group; for a workbook one for all, with a column for each thing that may be asked for. */
static struct block *due_table(struct report *report)
{
	const struct column_def grouped[] = {
		{ _("Date"), COLUMN_DATE, 10 },
		{ _("How late"), COLUMN_TEXT, 8 },
		{ _("Ref"), COLUMN_TEXT, 6 },
		{ _("Title"), COLUMN_TEXT, 0 },
		{ _("What"), COLUMN_TEXT, 11 },
		{ _("Owner"), COLUMN_TEXT, 10 },
	};
	const struct column_def flat[] = {
		{ _("Date"), COLUMN_DATE, 10 },
		{ _("Days late"), COLUMN_NUMBER, 10 },
		{ _("Register"), COLUMN_TEXT, 16 },
		{ _("Ref"), COLUMN_TEXT, 10 },
		{ _("Title"), COLUMN_TEXT, 0 },
		{ _("Field"), COLUMN_TEXT, 16 },
		{ _("Owner"), COLUMN_TEXT, 20 },
	};

	return report->options->flat ? document_table(report->document, flat, 7)
				     : document_table(report->document, grouped, 6);
}

static void due_grouped(struct block *table, const struct agenda_item *item, const char *date, const struct date *today)
{
	struct table_row *row = table_row(table);
	char *late = agenda_text(item, today),
	     *what = xasprintf(_("%s: %s"), _(item->def->label), _(item->field->label));

	table_set(row, 0, date, item->date);
	table_set(row, 1, late, NULL);
	table_set(row, 2, item->ref, NULL);
	table_set(row, 3, item->title, NULL);
	table_set(row, 4, what, NULL);
	table_set(row, 5, item->owner, NULL);
	widen(table, 2, item->ref);
	free(late);
	free(what);
}

static void due_flat(struct block *table, const struct agenda_item *item, const char *date, int days)
{
	struct table_row *row = table_row(table);
	char *number = xasprintf("%d", days);

	table_set(row, 0, date, item->date);
	table_set(row, 1, number, number);
	table_set(row, 2, _(item->def->label), NULL);
	table_set(row, 3, item->ref, NULL);
	table_set(row, 4, item->title, NULL);
	table_set(row, 5, _(item->field->label), NULL);
	table_set(row, 6, item->owner, NULL);
	free(number);
}

static bool due_line(void *user, const struct agenda_item *item)
{
	struct due *due = user;
	struct document *document = due->report->document;
	bool flat = due->report->options->flat;
	int days = due_days(&due->today, item->date);
	char *group = group_of(due, item->date), *date = report_date(item->date);

	if (!due->group || (!flat && strcmp(due->group, group) != 0)) {
		if (!flat)
			document_heading(document, 1, group);
		due_table(due->report);
	}
	if (flat)
		due_flat(&document->blocks[document->count - 1], item, date, days);
	else
		due_grouped(&document->blocks[document->count - 1], item, date, &due->today);
	free(due->group);
	due->group = group;
	due->count++;
	due->late += days > 0;
	free(date);
	return true;
}

static bool build_due(struct report *report, struct record *record, struct error *error)
{
	struct due due = { .report = report, .today = environment_today(store_context(report->store)->time_zone) };
	struct query *query = report_lines_query(report, &register_due, error);
	struct agenda *agenda = query ? agenda_open_told(report->store, query, error) : NULL;
	bool ok;

	(void)record;
	document_paragraph(report->document, _(register_due.help));
	ok = agenda && agenda_each(agenda, due_line, &due, error);
	if (!due.count)
		document_note(report->document, report->options->filter
							? _("Nothing is due.")
							: _("No record has a day yet on which it is due."));
	count_fact(report, _("Lines"), due.count);
	count_fact(report, _("Late"), due.late);
	agenda_close(agenda);
	query_free(query);
	free(due.group);
	return ok;
}

static const char *const due_formats[] = { "ics", "csv", "tsv", "json", "text", "html", "pdf", "xlsx", NULL };

const struct report_def report_due = {
	.name = "due",
	.label = N_("What is due"),
	.help = N_("Reviews, expiries, actions and audits of all registers, by their day."),
	.mark = N_("Internal"),
	.formats = due_formats,
	.lines = &register_due,
	.build = build_due,
	.table = export_due,
	.list = list_due,
	.calendar = export_calendar,
};

/* ---- where the records fall short ---- */

struct quality {
	struct report *report;
	const struct quality_check *check;
	int weight;          /* of the heading under which the next check may stand */
	size_t summary;      /* its place among the blocks: those move as they grow in number */
	size_t found, count; /* lines of the check, of all */
	size_t aside;        /* how many more are set aside */
};

static const char *weight_label(int weight)
{
	return weight >= 3 ? _("Nonconformity") : weight == 2 ? _("Observation") : _("Untidy");
}

static const char *weight_heading(int weight)
{
	return weight >= 3   ? _("What an auditor would raise as a nonconformity")
	       : weight == 2 ? _("What an auditor would raise as an observation")
			     : _("What is untidy");
}

static void begin_summary(struct quality *quality)
{
	struct document *document = quality->report->document;
	const struct column_def columns[] = {
		{ _("What is wrong"), COLUMN_TEXT, 0 },
		{ _("Weight"), COLUMN_TEXT, 14 },
		{ _("Name of the check"), COLUMN_TEXT, 30 },
		{ _("Records"), COLUMN_NUMBER, 8 },
	};

	document_heading(document, 1, _("In short"));
	/* A table's text names its sheet in a workbook. */
	document_table(document, columns, 4)->text = xstrdup(_("In short"));
	quality->summary = document->count - 1;
}

static void sum_up(struct quality *quality)
{
	struct table_row *row = table_row(&quality->report->document->blocks[quality->summary]);
	char *number = xasprintf("%zu", quality->found);

	table_set(row, 0, _(quality->check->sentence), NULL);
	table_set(row, 1, weight_label(quality->check->weight), NULL);
	table_set(row, 2, quality->check->name, NULL);
	table_set(row, 3, number, number);
	free(number);
}

/* The heading of a check with why it matters and how it is mended, and the table of what it finds. */
static void begin_check(struct quality *quality)
{
	struct document *document = quality->report->document;
	const struct column_def columns[] = { { _("Ref"), COLUMN_TEXT, 6 }, { _("Title"), COLUMN_TEXT, 0 },
		{ _("Register"), COLUMN_TEXT, 16 }, { _("Field to mend"), COLUMN_TEXT, 18 } };

	if (quality->weight != quality->check->weight)
		document_heading(document, 1, weight_heading(quality->check->weight));
	quality->weight = quality->check->weight;
	document_heading(document, 2, _(quality->check->sentence));
	document_paragraph(document, _(quality->check->help));
	document_table(document, columns, 4);
}

/* For a workbook: the table of all lines. */
static void begin_lines(struct quality *quality)
{
	const struct column_def columns[] = {
		{ _("Weight"), COLUMN_TEXT, 14 },
		{ _("Name of the check"), COLUMN_TEXT, 30 },
		{ _("What is wrong"), COLUMN_TEXT, 30 },
		{ _("Ref"), COLUMN_TEXT, 10 },
		{ _("Title"), COLUMN_TEXT, 0 },
		{ _("Register"), COLUMN_TEXT, 16 },
		{ _("Field to mend"), COLUMN_TEXT, 18 },
		{ _("How to mend it"), COLUMN_TEXT, 40 },
	};

	document_table(quality->report->document, columns, 8);
}

static bool quality_line(void *user, const struct quality_item *item)
{
	struct quality *quality = user;
	struct document *document = quality->report->document;
	const struct quality_check *check = item->check;
	const char *field = item->field ? _(item->field->label) : "", *of = _(item->def->label);
	bool flat = quality->report->options->flat;
	struct block *table;

	if (flat && !quality->count)
		begin_lines(quality);
	else if (!flat && !quality->found)
		begin_check(quality);
	table = &document->blocks[document->count - 1];
	if (flat)
		table_add(table, (const char *const[]){ weight_label(check->weight), check->name, _(check->sentence),
					 item->ref, item->title, of, field, _(check->help) });
	else
		table_add(table, (const char *const[]){ item->ref, item->title, of, field });
	widen(table, flat ? 3 : 0, item->ref);
	quality->found++;
	quality->count++;
	return true;
}

/* All checks of a weight, in their order. */
static bool quality_weight(struct quality *quality, int weight, const struct query *query, struct error *error)
{
	bool ok = true;

	for (quality->check = quality_next(NULL); quality->check && ok; quality->check = quality_next(quality->check)) {
		if (quality->check->weight != weight)
			continue;
		quality->found = 0;
		ok = quality_each(quality->report->store, quality->check, query, quality_line, quality, error);
		if (quality->found)
			sum_up(quality);
	}
	return ok;
}

static bool aside_line(void *user, const struct quality_item *item)
{
	struct quality *quality = user;
	struct document *document = quality->report->document;
	const struct column_def columns[] = { { _("Ref"), COLUMN_TEXT, 6 }, { _("Title"), COLUMN_TEXT, 0 },
		{ _("What is wrong"), COLUMN_TEXT, 30 }, { _("Because"), COLUMN_TEXT, 30 },
		{ _("Said by"), COLUMN_TEXT, 16 }, { _("Expires on"), COLUMN_DATE, 12 } };
	const char *owner = item->waiver ? record_get(item->waiver, "owner") : NULL;
	struct table_row *row;
	struct block *table;
	char *by, *expiry;

	if (!item->waiver)
		return true;
	if (!quality->aside++) {
		document_heading(document, 1, _("Set aside"));
		document_paragraph(document, _(register_find("waiver")->help));
		document_table(document, columns, 6)->text = xstrdup(_("Set aside"));
	}
	table = &document->blocks[document->count - 1];
	by = owner ? store_title(quality->report->store, owner) : NULL;
	expiry = report_date(record_get(item->waiver, "expiry"));
	row = table_row(table);
	table_set(row, 0, item->ref, NULL);
	table_set(row, 1, item->title, NULL);
	table_set(row, 2, _(item->check->sentence), NULL);
	table_set(row, 3, record_get(item->waiver, "reason"), NULL);
	table_set(row, 4, by ? by : "", NULL);
	table_set(row, 5, expiry, record_get(item->waiver, "expiry"));
	widen(table, 0, item->ref);
	free(expiry);
	free(by);
	return true;
}

/* Their own part, with reason and end; but where the filter asked for one or the other already. */
static bool set_aside(struct quality *quality, const struct query *query, struct error *error)
{
	struct query *aside = query_copy(query);
	const struct quality_check *check;
	bool ok = true;
	size_t i;

	for (i = 0; i < query->condition_count; i++)
		if (query->conditions[i].path && strcmp(query->conditions[i].path, "set_aside") == 0)
			goto out;
	query_add(aside, "set_aside", OP_FILLED, NULL);
	for (check = quality_next(NULL); check && ok; check = quality_next(check))
		ok = quality_each(quality->report->store, check, aside, aside_line, quality, error);
out:
	query_free(aside);
	return ok;
}

static bool build_quality(struct report *report, struct record *record, struct error *error)
{
	struct quality quality = { .report = report };
	struct query *query = report_lines_query(report, &register_quality, error);
	struct document *document = report->document;
	bool ok = query != NULL;
	int weight;

	(void)record;
	document_paragraph(document, _(register_quality.help));
	begin_summary(&quality);
	for (weight = 3; weight > 0 && ok; weight--)
		ok = quality_weight(&quality, weight, query, error);
	if (!quality.count) {
		/* Neither an empty table nor its heading. */
		block_free(&document->blocks[--document->count]);
		block_free(&document->blocks[--document->count]);
		document_note(document,
			quality_has_any(report->store)
				? _("Every check is content: no record falls short.")
				: _("There is nothing to look at yet: the checks begin with the first records."));
	}
	ok = ok && set_aside(&quality, query, error);
	count_fact(report, _("Lines"), quality.count);
	if (quality.aside)
		count_fact(report, _("Set aside"), quality.aside);
	query_free(query);
	return ok;
}

static const char *const quality_formats[] = { "csv", "tsv", "json", "text", "html", "pdf", "xlsx", NULL };

const struct report_def report_quality = {
	.name = "quality",
	.label = N_("Quality of the records"),
	.help = N_("Where the records fall short, why it matters, and what mends it."),
	.mark = N_("Confidential"),
	.formats = quality_formats,
	.lines = &register_quality,
	.view = "quality",
	.build = build_quality,
	.table = export_quality,
};
