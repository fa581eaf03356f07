/* The sheet of a nonconformity: what clause 10.2 asks for, a to g in its order, on one page. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

/* One of the letters, with the fields that answer it; ends with NULL. */
struct part {
	const char *letter, *heading; /* N_() */
	const char *fields[8];
};
static const struct part parts[] = {
	{ "a)", N_("How it was met: kept in check, corrected, its consequences"),
		{ "containment", "correction", "consequences", NULL } },
	{ "b)", N_("Why it came about, and where else"),
		{ "cause", "method", "elsewhere", "where", "repeat", "risk", NULL } },
};
static const struct part effect = { "d)", N_("Whether the actions worked"),
	{ "effective", "checked", "checker", "how", NULL } };
static const struct part change = { "e)", N_("What changes in the ISMS"), { "isms_change", NULL } };
static const struct part nature = { "f)", N_("What it is"),
	{ "origin", "grade", "detected", "finding", "incident", "requirement", "control", NULL } };
static const struct part result = { "g)", N_("Where it stands"),
	{ "status", "owner", "due", "closed", "lateness", NULL } };

static void write_part(struct report *report, const struct record *record, const struct part *part)
{
	struct strings unsaid = { 0 };
	struct block *facts;
	char *joined;
	size_t i;

	document_heading_of(report->document, 2, part->letter, _(part->heading));
	facts = document_facts(report->document);
	for (i = 0; part->fields[i]; i++) {
		const struct field_def *field = register_field(record->def, part->fields[i]);
		char *text = report_value(report, record, field->name);

		if (*text)
			facts_add(facts, _(field->label), text);
		else
			strings_add(&unsaid, _(field->label));
		free(text);
	}
	/* In one row, so that the sheet keeps to its page at a size that is read and signed on paper. */
	joined = strings_join(&unsaid, _("; "));
	if (unsaid.count)
		facts_add(facts, _("Not said"), joined);
	free(joined);
	strings_free(&unsaid);
}

static bool write_actions(struct report *report, const struct record *record, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "due", "done", "status", "effective" };
	static const int widths[] = { 7, 0, 16, 10, 10, 11, 9 };
	char *condition = xasprintf("nonconformity=%s", record->ref);
	struct query *query = report_query(report, "action", condition, false, "ref", error);
	int64_t count = query ? store_count(report->store, query, error) : -1;
	bool ok = count >= 0;

	document_heading_of(report->document, 2, "c)", _("What is done"));
	if (count > 0)
		ok = report_table(report, query, columns, widths, 7, false, error);
	else if (ok)
		document_note(report->document, _("No action corrects it yet."));
	query_free(query);
	free(condition);
	return ok;
}

/* A line to sign on: the name, and the day where it is known. */
static void sign_by(struct report *report, struct block *sign, const struct record *record, const char *field,
	const char *as, const char *day)
{
	char *name = report_value(report, record, field), *date = report_day(day ? record_get(record, day) : NULL);

	sign_add(sign, *name ? name : NULL, as, *date ? date : NULL);
	free(name);
	free(date);
}

static bool build_nonconformity(struct report *report, struct record *record, struct error *error)
{
	struct document *document = report->document;
	char *subtitle = xasprintf("%s  %s", record->ref, record_get(record, "title"));
	struct block *sign;
	size_t i;
	bool ok;

	document->one_page = true;
	document_set(&document->subtitle, subtitle);
	free(subtitle);
	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		write_part(report, record, &parts[i]);
	ok = write_actions(report, record, error);
	write_part(report, record, &effect);
	write_part(report, record, &change);
	write_part(report, record, &nature);
	write_part(report, record, &result);
	document_heading(document, 2, _("Signatures"));
	sign = document_sign(document);
	sign_by(report, sign, record, "owner", _("Owner"), NULL);
	sign_by(report, sign, record, "checker", _("Looked at by"), "checked");
	return ok;
}

const struct report_def report_nonconformity = {
	.name = "nonconformity",
	.label = N_("Nonconformity"),
	.help = N_("The sheet of a nonconformity: clause 10.2, a to g in its order, with its actions, to be signed."),
	.mark = N_("Internal"),
	.formats = paper_formats,
	.about = true,
	.of = "nonconformity",
	.build = build_nonconformity,
};
