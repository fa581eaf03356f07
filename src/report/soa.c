/*
 * The Statement of Applicability (ISO/IEC 27001:2022, 6.1.3 d) as it is set: all lines in one wide
 * table, as auditors read it; the approval; scope, counts, legend; the lines in full.
 */
#include <stdlib.h>
#include <string.h>

#include "report/soa.h"

const char *const soa_fields[LINE_TEXTS] = { "applicable", "reasons", "justification", "status", "implementation",
	"owner", "maturity", "planned", "evidence", "evidence_date", "risks", "actions", "proofs", "exceptions" };

/* ---- lines ---- */

struct soa_line *soa_add(struct soa_paper *paper)
{
	struct soa_line *line;

	paper->lines = xreallocarray(paper->lines, paper->count + 1, sizeof *paper->lines);
	line = &paper->lines[paper->count++];
	memset(line, 0, sizeof *line);
	return line;
}

char *soa_proof(struct soa_paper *paper, struct soa_line *line, const char *ref, char *text)
{
	const char *day = NULL;
	char *shown, *both;
	size_t i;

	for (i = 0; i < paper->proofs.count && !day; i++)
		if (strcmp(paper->proofs.items[i], ref) == 0)
			day = paper->days.items[i];
	if (*ref != '{') {
		char *refs = line->proofs ? xasprintf("%s, %s", line->proofs, ref) : xstrdup(ref);

		free(line->proofs);
		line->proofs = refs;
	}
	if (!day || !*day)
		return text;
	/* The evidence that the line itself names has its own day. */
	if (!line->texts[LINE_EVIDENCE_DATE] && (!line->evidence_day || strcmp(line->evidence_day, day) < 0)) {
		free(line->evidence_day);
		line->evidence_day = xstrdup(day);
	}
	shown = report_date(day);
	/* TRANSLATORS: a record of evidence, and the day of what it shows */
	both = xasprintf(_("%s (%s)"), text, shown);
	free(shown);
	free(text);
	return both;
}

void soa_free(struct soa_paper *paper)
{
	size_t i, k;

	for (i = 0; i < paper->count; i++) {
		struct soa_line *line = &paper->lines[i];

		for (k = 0; k < LINE_TEXTS; k++)
			free(line->texts[k]);
		free(line->number);
		free(line->title);
		free(line->theme);
		free(line->applicable);
		free(line->status);
		free(line->proofs);
		free(line->evidence_day);
	}
	free(paper->lines);
	strings_free(&paper->proofs);
	strings_free(&paper->days);
	free(paper->approver);
	free(paper->function);
	free(paper->date);
	free(paper->seal);
	free(paper->changes);
}

/* ---- the table ---- */

/* How much of a text the table has room for, in characters, so that 93 controls take some eight pages; the rest stands in full further on. */
#define WHY_MOST 60
#define EVIDENCE_MOST 40

/* The text on one line, cut between words where it is longer than that; NULL gives "".  The caller frees. */
static char *shortened(const char *text, size_t most)
{
	size_t i, characters = 0, end = 0;
	char *line = xstrdup(text ? text : "");

	for (i = 0; line[i]; i++) {
		if (line[i] == '\n')
			line[i] = ' ';
		if (line[i] == ' ' && characters <= most)
			end = i;
		characters += ((unsigned char)line[i] & 0xc0) != 0x80;
	}
	/* The dots belong to the last word, which no line parts from them. */
	while (end && strchr(" ,;:(", line[end - 1]))
		end--;
	if (characters > most && end) {
		char *cut = xasprintf("%.*s\xe2\x80\xa6", (int)end, line);

		free(line);
		return cut;
	}
	return line;
}

/* One behind the other; takes the second, the caller frees. */
static char *joined(const char *first, const char *between, char *second)
{
	char *both = first && *first ? xasprintf("%s%s%s", first, *second ? between : "", second) : xstrdup(second);

	free(second);
	return both;
}

/* Why a control is left out is never cut: who reads the table judges by it. */
static char *why(const struct soa_line *line)
{
	const char *reasons = line->texts[LINE_REASONS];
	bool out = line->applicable && strcmp(line->applicable, "no") == 0;
	size_t taken = reasons ? (size_t)text_columns(reasons) : 0;

	return joined(reasons, " \xe2\x80\x93 ",
		shortened(line->texts[LINE_JUSTIFICATION], out                     ? (size_t)-1
							   : taken + 20 < WHY_MOST ? WHY_MOST - taken
										   : 20));
}

static const char *decision(const struct soa_line *line)
{
	return line->applicable ? line->texts[LINE_APPLICABLE] : _("not decided");
}

void soa_table(struct soa_paper *paper)
{
	const struct column_def columns[] = {
		{ _("Number"), COLUMN_TEXT, 8 },
		{ _("Control"), COLUMN_TEXT, 0 },
		{ _("Applies"), COLUMN_TEXT, 8 },
		{ _("Reasons and justification"), COLUMN_TEXT, 28 },
		{ _("Status"), COLUMN_TEXT, 12 },
		{ _("Owner"), COLUMN_TEXT, 13 },
		{ _("Evidence"), COLUMN_TEXT, 24 },
		{ _("Its date"), COLUMN_DATE, 10 },
	};
	struct document *document = paper->report->document;
	struct block *table;
	size_t i;

	document_wide(document, true);
	document_heading(document, 1, _("Controls, all in one table"));
	table = document_table(document, columns, sizeof columns / sizeof columns[0]);
	for (i = 0; i < paper->count; i++) {
		const struct soa_line *line = &paper->lines[i];
		struct table_row *row = table_row(table);
		char *reasons = why(line), *day = report_date(line->evidence_day),
		     *proof = joined(line->proofs, ", ", shortened(line->texts[LINE_EVIDENCE], EVIDENCE_MOST));

		table_set(row, 0, line->number, NULL);
		table_set(row, 1, line->title, NULL);
		table_set(row, 2, decision(line), NULL);
		table_set(row, 3, reasons, NULL);
		table_set(row, 4, line->texts[LINE_STATUS], NULL);
		table_set(row, 5, line->texts[LINE_OWNER], NULL);
		table_set(row, 6, proof, NULL);
		table_set(row, 7, day, line->evidence_day);
		free(reasons);
		free(proof);
		free(day);
	}
	document_wide(document, false);
}

void soa_approval(struct soa_paper *paper)
{
	struct document *document = paper->report->document;

	document_heading(document, 1, _("Approval"));
	if (paper->draft) {
		document_note(document,
			_("This is a draft, which nobody approves: what is signed is the version that is issued."));
		return;
	}
	sign_add(document_sign(document), paper->approver, paper->function, paper->date);
	if (paper->seal)
		facts_add(document_facts(document), _("Seal"), paper->seal);
}

/* ---- counts ---- */

struct counts {
	int64_t total, own, applicable, excluded, undecided, implemented, partial, planned, none, unsaid;
};

static void count(struct counts *counts, const struct soa_line *line)
{
	const char *status = line->status;

	counts->total++;
	if (!line->applicable) {
		counts->undecided++;
		return;
	}
	if (strcmp(line->applicable, "yes") != 0) {
		counts->excluded++;
		return;
	}
	counts->applicable++;
	if (!status)
		counts->unsaid++;
	else if (strcmp(status, "implemented") == 0)
		counts->implemented++;
	else if (strcmp(status, "partial") == 0)
		counts->partial++;
	else if (strcmp(status, "planned") == 0)
		counts->planned++;
	else
		counts->none++;
}

static void count_line(struct drawing *drawing, const char *label, int64_t number, int64_t of)
{
	char *text = of && number != of ? xasprintf("%lld/%lld", (long long)number, (long long)of)
					: xasprintf("%lld", (long long)number);
	struct mark *mark = drawing_mark(drawing, label, text);

	mark->value = number;
	mark->of = of ? of : 1;
	free(text);
}

/* Every line is in one of the first three below the total, every one that applies in one of those that follow. */
void soa_counts(struct soa_paper *paper)
{
	struct document *document = paper->report->document;
	struct counts counts = { 0 };
	struct drawing *drawing;
	size_t i;

	for (i = 0; i < paper->count; i++)
		if (paper->lines[i].own)
			counts.own++;
		else
			count(&counts, &paper->lines[i]);
	document_heading(document, 1, _("Counts"));
	drawing = document_figure(document, DRAWING_BARS, _("Controls and their state"),
		_("How many controls apply, and how far they are implemented."));
	count_line(drawing, _("Controls"), counts.total, counts.total);
	count_line(drawing, _("Applicable"), counts.applicable, counts.total);
	count_line(drawing, _("Excluded"), counts.excluded, counts.total);
	count_line(drawing, _("Not decided"), counts.undecided, counts.total);
	count_line(drawing, _("Implemented"), counts.implemented, counts.applicable);
	count_line(drawing, _("Partly implemented"), counts.partial, counts.applicable);
	count_line(drawing, _("Planned"), counts.planned, counts.applicable);
	count_line(drawing, _("Not started"), counts.none, counts.applicable);
	count_line(drawing, _("Status not said"), counts.unsaid, counts.applicable);
	if (counts.own)
		count_line(drawing, _("Controls of our own"), counts.own, counts.own);
}

/* ---- the lines in full ---- */

static void legend(struct report *report)
{
	document_heading(report->document, 1, _("Legend"));
	document_item(report->document, _("Applicable: yes, no (excluded, with its justification), or not decided."));
	document_item(report->document,
		_("Reasons for inclusion: law, contract, risk, business need, good practice (clause 6.1.3 d)."));
	document_item(report->document,
		_("Status: not started, planned, partial, implemented. Maturity: from 1, the lowest."));
	document_item(report->document,
		_("A text of the table that ends in an ellipsis stands in full with its control, further on."));
	document_item(report->document, _("A question mark after a name: a record that stands in another file."));
	if (report->extract)
		document_item(report->document, _("This is an extract: confidential notes are left out."));
}

static void full_line(struct report *report, const struct soa_line *line)
{
	const struct register_def *def = register_find("applicability");
	struct block *facts;
	int i;

	document_heading_of(report->document, 2, line->number, line->title);
	facts = document_facts(report->document);
	facts_add(facts, _("Applicable"), decision(line));
	for (i = LINE_APPLICABLE + 1; i < LINE_TEXTS; i++)
		facts_add(facts, _(register_field(def, soa_fields[i])->label), line->texts[i]);
}

void soa_details(struct soa_paper *paper)
{
	struct document *document = paper->report->document;
	const char *theme = NULL;
	bool own = false;
	size_t i;

	legend(paper->report);
	document_break(document);
	for (i = 0; i < paper->count; i++) {
		const struct soa_line *line = &paper->lines[i];

		if (line->own && !own)
			document_heading(document, 1, _("Controls of our own"));
		else if (!line->own && (!theme || strcmp(theme, line->theme) != 0))
			document_heading(document, 1, *line->theme ? line->theme : _("Other controls"));
		own = line->own;
		theme = line->theme;
		full_line(paper->report, line);
	}
}
