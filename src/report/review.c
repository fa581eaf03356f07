/* The file of a management review (clause 9.3): what was looked at, what was said, what was decided; a signed one as it stood then. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/review_inputs.h"
#include "report/build.h"

/* True where a day stands by itself: "2026-11-24", and neither a longer number nor a moment. */
static bool is_day(const char *text, const char *c)
{
	bool begins = c == text || (!strchr("-.:/", c[-1]) && !(c[-1] >= '0' && c[-1] <= '9'));
	struct date date;
	char day[11];

	snprintf(day, sizeof day, "%s", c);
	return begins && date_parse(day, &date) && !strchr("-T0123456789", c[10] ? c[10] : ' ');
}

/* What was drawn has days in the file's own form; on paper they stand as its readers write them.  The caller frees. */
static char *with_days(const char *text)
{
	struct buffer out = { 0 };
	const char *c;

	for (c = text; *c; c++) {
		if (*c >= '0' && *c <= '9' && strnlen(c, 10) == 10 && is_day(text, c)) {
			char *iso = xstrndup(c, 10), *day = report_date(iso);

			buffer_add(&out, day);
			free(day);
			free(iso);
			c += 9;
		} else {
			buffer_add_char(&out, *c);
		}
	}
	return out.data ? buffer_take(&out) : xstrdup("");
}

/* The heading, and below it what was drawn and what was said. */
static void input_part(struct report *report, const struct record *record, const struct review_input *input)
{
	struct document *document = report->document;
	const char *draft = record_get(record, input->draft), *said = record_get(record, input->said);
	char *letter = xasprintf("%s)", input->letter);

	document_heading_of(document, 2, letter, _(register_field(record->def, input->said)->label));
	if (draft) {
		char *drawn = with_days(draft);

		document_heading(document, 3, _("As the records stood"));
		document_prose(document, drawn);
		free(drawn);
	}
	document_heading(document, 3, _("What was said"));
	if (said)
		document_prose(document, said);
	else
		document_note(document, _("Nothing was said of it yet."));
	free(letter);
}

static void text_part(struct report *report, const struct record *record, const char *field, const char *none)
{
	document_heading(report->document, 2, _(register_field(record->def, field)->label));
	if (record_get(record, field))
		document_prose(report->document, record_get(record, field));
	else
		document_note(report->document, none);
}

static bool decisions_part(struct report *report, const struct record *record, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "due", "status" };
	static const int widths[] = { 7, 0, 20, 12, 12 };
	static const char *const texts[] = { "decisions", "out_improve", "out_change", "resources" };
	/* Those that it asks for, and those that carry out what it decided. */
	char *condition = xasprintf("reviews(ref=%s) or decision(reviews(ref=%s))", record->ref, record->ref), *decided;
	struct query *query = report_query(report, "action", condition, false, "ref", error);
	bool ok = query != NULL;
	size_t i;

	document_heading(report->document, 1, _("What was decided"));
	for (i = 0; i < sizeof texts / sizeof *texts; i++)
		text_part(report, record, texts[i], _("Nothing is written yet."));
	decided = report_value(report, record, "decided");
	if (*decided) {
		document_heading(report->document, 2, _("Decisions taken"));
		document_prose(report->document, decided);
	}
	free(decided);
	document_heading(report->document, 2, _("Actions"));
	/* A signed one prints what it froze: what it asked for itself. */
	if (ok &&
		(report->frozen ? record_get(record, "actions") != NULL : store_count(report->store, query, NULL) > 0))
		ok = report_table(report, query, columns, widths, 5, false, error);
	else
		document_note(report->document, _("No action is asked for."));
	query_free(query);
	free(condition);
	return ok;
}

static void attendance_part(struct report *report, const struct record *record)
{
	static const char *const fields[] = { "number", "planned", "held", "status", "chair", "participants", "absent",
		"next", "minutes" };
	struct block *facts;
	size_t i;

	document_heading(report->document, 1, _("When and who"));
	facts = document_facts(report->document);
	for (i = 0; i < sizeof fields / sizeof *fields; i++) {
		char *text = report_value(report, record, fields[i]);

		facts_add(facts, _(register_field(record->def, fields[i])->label), text);
		free(text);
	}
}

static bool build_review(struct report *report, struct record *record, struct error *error)
{
	struct document *document = report->document;
	const struct review_input *input;
	char *name = report_value(report, record, record_get(record, "signatory") ? "signatory" : "chair"),
	     *day = report_day(record_get(record, "signed"));
	bool ok;

	document->cover = true;
	document_set(&document->subtitle, record_get(record, "title"));
	if (report->frozen)
		document_note(document, _("The review is signed: this is how it stood then."));
	else
		document_note(document, _("The review is not signed: this is how it stands today."));
	attendance_part(report, record);
	document_heading(document, 1, _("What was looked at (clause 9.3.2)"));
	if (record_get(record, "inputs"))
		document_prose(document, record_get(record, "inputs"));
	for (input = review_inputs; input->letter; input++)
		input_part(report, record, input);
	ok = decisions_part(report, record, error);
	document_heading(document, 1, _("Signature"));
	sign_add(document_sign(document), *name ? name : NULL, NULL, *day ? day : NULL);
	if (record_get(record, "seal"))
		facts_add(document_facts(document), _("Seal"), record_get(record, "seal"));
	free(name);
	free(day);
	return ok;
}

const struct report_def report_review = {
	.name = "review",
	.label = N_("Management review"),
	.help = N_(
		"The file of a management review: its inputs with figures and words, decisions, actions, attendance, signature; a signed one as it stood then."),
	.mark = N_("Internal"),
	.formats = paper_formats,
	.about = true,
	.of = "review",
	.view = "review",
	.build = build_review,
};
