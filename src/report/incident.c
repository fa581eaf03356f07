/* One incident: hour by hour, who was told and when, what it touched, why, what is learned and done. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

static void timeline(struct report *report, const struct record *record)
{
	const struct column_def columns[] = {
		{ _("What"), COLUMN_TEXT, 0 },
		{ _("When"), COLUMN_TEXT, 26 },
		{ /* TRANSLATORS: the time that passed since the first moment, and since the one before */
			_("Elapsed"), COLUMN_TEXT, 14 },
		{ _("Step"), COLUMN_TEXT, 14 },
	};
	struct block *table;
	struct hours_line *lines;
	size_t count, i;

	lines = hours_lines(record, store_context(report->store), &count);
	document_heading(report->document, 1, _("Hour by hour"));
	if (!count)
		document_note(report->document, _("No moment of it is noted."));
	table = count ? document_table(report->document, columns, 4) : NULL;
	for (i = 0; i < count; i++) {
		struct table_row *row = table_row(table);
		char *at = report_value(report, record, lines[i].field->name),
		     *since = i && !lines[i].day ? hours_span(lines[i].since) : xstrdup(""),
		     *step = i && !lines[i].day && !lines[i - 1].day ? hours_span(lines[i].at - lines[i - 1].at)
								     : xstrdup("");

		table_set(row, 0, _(lines[i].field->label), NULL);
		table_set(row, 1, at, record_get(record, lines[i].field->name));
		table_set(row, 2, since, NULL);
		table_set(row, 3, step, NULL);
		free(step);
		free(since);
		free(at);
	}
	free(lines);
}

/* Within how many hours somebody had to be told, and whether it was so. */
static void notification(struct report *report, const struct record *record)
{
	const struct model_context *context = store_context(report->store);
	const struct hours_def *hours = record->def->hours;
	const char *told = record_get(record, "informed");
	char *until = report_value(report, record, hours->until), *text = NULL;
	struct hours_clock clock;
	int64_t at;

	document_heading(report->document, 1, _("Who must be told"));
	if (!hours_moment(record_get(record, hours->from), context, &clock.from) ||
		!hours_moment(record_get(record, hours->until), context, &clock.until)) {
		document_paragraph(
			report->document, _("No obligation that it names asks to tell somebody within hours."));
	} else if (told && hours_moment(told, context, &at)) {
		char *after = hours_span(at - clock.from),
		     *late = at > clock.until ? hours_span(at - clock.until) : NULL;

		text = late ? xasprintf(_("Somebody had to be told before %s; it was done after %s, %s too late."),
				      until, after, late)
			    : xasprintf(_("Somebody had to be told before %s; it was done in time, after %s."), until,
				      after);
		document_paragraph(report->document, text);
		free(late);
		free(after);
	} else if (record_get(record, "notified")) {
		text = xasprintf(
			_("Somebody had to be told before %s; it was done, and only its day is known."), until);
		document_paragraph(report->document, text);
	} else {
		char *left = hours_due_text(&clock, environment_now());

		/* TRANSLATORS: a moment; "in 14 h" or "3 h late" */
		text = xasprintf(_("Somebody must be told before %s (%s), and nobody was yet."), until, left);
		document_note(report->document, text);
		free(left);
	}
	if (hours_assumption(record))
		document_note(report->document, hours_assumption(record));
	free(text);
	free(until);
}

/* The records of a register that come from it; nothing where there are none. */
static bool follows(struct report *report, const char *name, const char *condition, const char *heading,
	const char *const *columns, const int *widths, size_t count, struct error *error)
{
	struct query *query = report_query(report, name, condition, false, "ref", error);
	bool ok = query != NULL;

	if (ok && store_count(report->store, query, NULL) > 0) {
		document_heading(report->document, 1, heading);
		ok = report_table(report, query, columns, widths, count, false, error);
	}
	query_free(query);
	return ok;
}

static bool build_incident(struct report *report, struct record *record, struct error *error)
{
	static const char *const skip[] = { "title", "occurred", "detected", "reported", "classified", "contained",
		"informed", "notified", "resolved", "closed", "deadline", "due", "description", "cause", "response",
		NULL };
	static const char *const wrong[] = { "ref", "title", "grade", "owner", "due", "status" };
	static const int wrong_widths[] = { 7, 0, 10, 16, 10, 12 };
	static const char *const actions[] = { "ref", "title", "owner", "due", "progress", "status" };
	static const int action_widths[] = { 7, 0, 16, 10, 6, 12 };
	static const struct {
		const char *field, *heading;
	} texts[] = {
		{ "description", N_("What happened") },
		{ "cause", N_("Why it could happen") },
		{ "response", N_("What was done and what is learned") },
	};
	struct document *document = report->document;
	char *title = xasprintf("%s %s", record->ref, record_get(record, "title")),
	     *condition = xasprintf("incident=%s", record->ref),
	     *through = xasprintf("nonconformity.incident=%s", record->ref);
	size_t i;
	bool ok;

	document_set(&document->subtitle, title);
	timeline(report, record);
	notification(report, record);
	document_heading(document, 1, _("What it is and what it touched"));
	report_facts(report, record, skip);
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		document_heading(document, 1, _(texts[i].heading));
		if (record_get(record, texts[i].field))
			document_prose(document, record_get(record, texts[i].field));
		else
			document_note(document, _("Nothing is written yet."));
	}
	ok = follows(report, "nonconformity", condition, _("Nonconformities"), wrong, wrong_widths, 6, error) &&
	     follows(report, "action", through, _("Actions"), actions, action_widths, 6, error);
	free(title);
	free(condition);
	free(through);
	return ok;
}

const struct report_def report_incident = {
	.name = "incident",
	.label = N_("Report of an incident"),
	.help = N_("One incident hour by hour: who was told in time, what it touched, why, what is learned and done."),
	.mark = N_("Confidential"),
	.formats = document_formats,
	.about = true,
	.of = "incident",
	.build = build_incident,
};
