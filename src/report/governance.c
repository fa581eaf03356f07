/* The policies, and the history of a record. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

/* What was signed and does not hold says so, across the page where it never held. */
static bool approval(struct report *report, const struct record *record, const char *signatory, const char *date,
	struct error *error)
{
	const char *status = record_get(record, "status"), *management = record_get(record, "management");
	struct strings why = { 0 };
	bool ok = true;

	document_heading(report->document, 1, _("Approval"));
	sign_add(document_sign(report->document), signatory, record_get(record, "function"), date);
	if (management && strcmp(management, "no") == 0) {
		document_set(&report->document->stamp, _("NOT VALID"));
		document_note(report->document,
			_("This signature does not hold: who signed was not general management on that day (clause 5.1). A new version signed by general management takes its place."));
	} else if (status && strcmp(status, "force") == 0) {
		ok = store_validity(report->store, record, &why, error);
		if (ok && why.count) {
			char *reasons = strings_join(&why, " "),
			     *text = xasprintf(_("It does not hold today: %s"), reasons);

			document_note(report->document, text);
			free(text);
			free(reasons);
		}
	}
	strings_free(&why);
	return ok;
}

static bool build_policy(struct report *report, struct record *record, struct error *error)
{
	static const char *const rule_columns[] = { "ref", "title", "text", "controls", "owner", "status" };
	static const int rule_widths[] = { 6, 0, 18, 8, 12, 11 };
	static const char *const reader_columns[] = { "person", "date", "how" };
	static const int reader_widths[] = { 28, 10, 0 };
	static const char *const head[] = { "title", "text", "changes", "rules", "acknowledgements", NULL };
	struct document *document = report->document;
	char *condition = xasprintf("policy=%s", record->ref), *signatory = report_value(report, record, "signatory"),
	     *date = report_date(record_get(record, "signed"));
	char *kind = report_value(report, record, "kind"), *status = report_value(report, record, "status");
	struct query *rules = report_query(report, "rule", condition, false, "ref", error),
		     *readers = report_query(report, "acknowledgement", condition, false, "date", error);
	bool ok = rules && readers;

	document->cover = true;
	document_set(&document->title, record_get(record, "title"));
	document_set(&document->subtitle, kind);
	facts_add(&document->front, _("Version"), record_get(record, "version"));
	facts_add(&document->front, _("Status"), status);
	if (*signatory)
		facts_add(&document->front, _("Signatory"), signatory);
	document_heading(document, 1, _("Text"));
	if (record_get(record, "text"))
		document_prose(document, record_get(record, "text"));
	else
		document_note(document, _("The policy has no text yet."));
	if (ok && store_count(report->store, rules, NULL) > 0) {
		document_heading(document, 1, _("Rules"));
		ok = report_table(report, rules, rule_columns, rule_widths, 6, false, error);
	}
	if (record_get(record, "changes")) {
		document_heading(document, 1, _("What changed"));
		document_prose(document, record_get(record, "changes"));
	}
	document_heading(document, 1, _("About this version"));
	report_facts(report, record, head);
	ok = ok && approval(report, record, signatory, date, error);
	if (ok && store_count(report->store, readers, NULL) > 0) {
		document_heading(document, 1, _("Acknowledgements"));
		ok = report_table(report, readers, reader_columns, reader_widths, 3, false, error);
	}
	query_free(rules);
	query_free(readers);
	free(condition);
	free(signatory);
	free(date);
	free(kind);
	free(status);
	return ok;
}

const struct report_def report_policy = {
	.name = "policy",
	.label = N_("Policy"),
	.help = N_("A policy with its rules, its approval, and who took note of it."),
	.mark = N_("Internal"),
	.formats = paper_formats,
	.about = true,
	.of = "policy",
	.build = build_policy,
};

/* ---- history ---- */

struct history {
	struct report *report;
	size_t table;
};

/* What a field held before or after a change. */
static void set_side(struct table_row *row, size_t column, const struct journal_change *change, const char *held)
{
	char *text = report_written(change ? change->field : NULL, xstrdup(held ? held : ""));

	table_set(row, column, text, NULL);
	free(text);
}

static bool entry_lines(
	void *user, const struct journal_entry *entry, const struct journal_change *changes, size_t count)
{
	struct history *history = user;
	struct block *table = &history->report->document->blocks[history->table];
	int64_t seconds;
	char *time = date_time_parse(entry->time, &seconds) ? report_moment(date_time_format_locale(seconds,
								      store_context(history->report->store)->time_zone))
							    : xstrdup(entry->time);
	char *local = report_local_time(history->report, entry->time);
	size_t i;

	for (i = 0; i < count || i == 0; i++) {
		const struct journal_change *change = i < count ? &changes[i] : NULL;
		struct table_row *row = table_row(table);

		table_set(row, 0, time, local);
		table_set(row, 1, entry->login, NULL);
		table_set(row, 2, entry->summary, NULL);
		table_set(row, 3, change && change->field ? _(change->field->label) : "", NULL);
		set_side(row, 4, change, change ? change->before : NULL);
		set_side(row, 5, change, change ? change->after : NULL);
	}
	free(time);
	free(local);
	return true;
}

static bool build_history(struct report *report, struct record *record, struct error *error)
{
	const struct column_def columns[] = {
		{ _("Time"), COLUMN_TIME, 16 },
		{ _("Who"), COLUMN_TEXT, 9 },
		{ _("What"), COLUMN_TEXT, 0 },
		{ _("Field"), COLUMN_TEXT, 12 },
		{ _("Before"), COLUMN_TEXT, 12 },
		{ _("After"), COLUMN_TEXT, 12 },
	};
	struct history history = { .report = report };
	const char *name = record_title(record, environment_language());
	char *title =
		name && strcmp(name, record->ref) != 0 ? xasprintf("%s  %s", record->ref, name) : xstrdup(record->ref);
	bool ok;

	document_set(&report->document->subtitle, title);
	free(title);
	document_heading(report->document, 1, _("As it stands"));
	report_facts(report, record, NULL);
	document_heading(report->document, 1, _("Changes, newest first"));
	document_table(report->document, columns, 6);
	history.table = report->document->count - 1;
	ok = store_history(report->store, record->id, 0, 1000000, entry_lines, &history, error);
	document_note(report->document,
		_("Times are of the organisation's zone; the journal itself is in UTC. The state of the journal above proves what it held."));
	return ok;
}

const struct report_def report_history = {
	.name = "history",
	.label = N_("History of a record"),
	.help = N_("A record as it stands, and every change of it."),
	.mark = N_("Confidential"),
	.formats = document_formats,
	.about = true,
	.build = build_history,
};
