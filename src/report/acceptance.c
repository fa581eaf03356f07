/*
 * Letters of acceptance (ISO/IEC 27001:2022, 6.1.3 f): of one acceptance, and of all that one owner accepts.
 * What does not hold today is told in the past, and a word across the page says so: nobody may hand
 * over a letter that says "I accept" where nothing is accepted any more.
 */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

enum letter_state {
	LETTER_PREPARED, /* to be signed */
	LETTER_HOLDS,
	LETTER_WITHDRAWN,
	LETTER_EXPIRED,
	LETTER_OUTGROWN, /* it held once: the risk or its treatment is another now */
	LETTER_VOID      /* it never held */
};

static const char *stamp_of(enum letter_state state)
{
	switch (state) {
	case LETTER_WITHDRAWN:
		/* TRANSLATORS: in large letters across an acceptance (feminine in French) that does not hold */
		return _("WITHDRAWN");
	case LETTER_EXPIRED:
		/* TRANSLATORS: in large letters across an acceptance (feminine in French) that does not hold */
		return _("EXPIRED");
	case LETTER_OUTGROWN:
		/* TRANSLATORS: in large letters across an acceptance (feminine in French) that does not hold */
		return _("NO LONGER VALID");
	case LETTER_VOID:
		/* TRANSLATORS: in large letters across an acceptance (feminine in French) that never held */
		return _("NOT VALID");
	default:
		return NULL;
	}
}

static bool equal(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

/* Why an accepted one does not hold: by its end, by what the risk became, or from the first day. */
static enum letter_state fallen_state(struct report *report, const struct record *record, const struct record *risk)
{
	struct date day = environment_today(store_context(report->store)->time_zone);
	const char *expiry = record_get(record, "expiry"), *date = record_get(record, "date"),
		   *then = record_get(record, "risk_owner");
	char today[11];

	date_format(&day, today);
	if (expiry && strcmp(expiry, today) < 0)
		return LETTER_EXPIRED;
	if (!then)
		then = record_get(risk, "owner");
	if (!date || strcmp(date, today) > 0 || !equal(record_get(record, "owner"), then))
		return LETTER_VOID;
	return LETTER_OUTGROWN;
}

/* What the letter of an acceptance is today; `why` takes the sentences that say why it does not hold. */
static bool letter_state(struct report *report, const struct record *record, const struct record *risk,
	enum letter_state *state, struct strings *why, struct error *error)
{
	const char *status = record_get(record, "status"), *withdrawal = record_get(record, "withdrawal");

	if (equal(status, "withdrawn")) {
		*state = LETTER_WITHDRAWN;
		strings_add(why, withdrawal ? withdrawal : _("It was withdrawn."));
		return true;
	}
	if (!equal(status, "accepted")) {
		*state = LETTER_PREPARED;
		return true;
	}
	if (!store_validity(report->store, record, why, error))
		return false;
	*state = why->count ? fallen_state(report, record, risk) : LETTER_HOLDS;
	return true;
}

/* ---- the letter of one acceptance ---- */

struct letter {
	struct report *report;
	struct record *record, *risk;
	enum letter_state state;
	struct strings why;
	bool plan; /* the approval of a plan, not the acceptance of what remains */
	char *signatory, *date, *level, *expiry;
};

static void accept_sentences(const struct letter *letter)
{
	struct document *document = letter->report->document;
	char *text;

	if (letter->plan)
		text = xasprintf(
			_("I have taken note of the risk %s and of the plan by which it is treated, and I approve this plan (ISO/IEC 27001, clause 6.1.3 f)."),
			letter->risk->ref);
	else
		text = xasprintf(
			_("I have taken note of the risk %s and of what remains of it, and I accept this residual risk (ISO/IEC 27001, clause 6.1.3 f)."),
			letter->risk->ref);
	document_paragraph(document, text);
	free(text);
	if (*letter->level && *letter->expiry) {
		text = xasprintf(
			_("The level accepted is %s. The acceptance holds until %s; after that day it must be given anew."),
			letter->level, letter->expiry);
		document_paragraph(document, text);
		free(text);
	}
}

static void past_sentences(const struct letter *letter)
{
	struct document *document = letter->report->document;
	const char *day = *letter->date ? letter->date : _("a day that is not said"),
		   *who = *letter->signatory ? letter->signatory : _("somebody who is not named");
	char *why = strings_join(&letter->why, " "), *text;

	if (letter->plan)
		/* TRANSLATORS: a date, a name, a risk */
		text = xasprintf(
			_("On %s, %s approved the plan by which the risk %s is treated (ISO/IEC 27001, clause 6.1.3 f)."),
			day, who, letter->risk->ref);
	else
		/* TRANSLATORS: a date, a name, a risk */
		text = xasprintf(_("On %s, %s accepted what remained of the risk %s (ISO/IEC 27001, clause 6.1.3 f)."),
			day, who, letter->risk->ref);
	document_paragraph(document, text);
	free(text);
	text = letter->state == LETTER_VOID ? xasprintf(_("It does not hold: %s"), why)
					    : xasprintf(_("It does not hold any more: %s"), why);
	document_note(document, text);
	free(text);
	free(why);
	if (*letter->level && *letter->expiry) {
		text = xasprintf(_("The level accepted was %s, until %s."), letter->level, letter->expiry);
		document_paragraph(document, text);
		free(text);
	}
}

static void write_letter(const struct letter *letter)
{
	static const char *const head[] = { "risk", "seal", NULL };
	static const char *const risk_head[] = { "title", NULL };
	struct document *document = letter->report->document;
	const struct record *record = letter->record, *risk = letter->risk;
	bool stands = letter->state == LETTER_PREPARED || letter->state == LETTER_HOLDS;
	/* Once it is signed, the owner of that day. */
	const struct record *owned = record_get(record, "risk_owner") ? record : risk;
	const char *owner_field = owned == record ? "risk_owner" : "owner";

	(stands ? accept_sentences : past_sentences)(letter);
	if (record_get(record, "owner") && record_get(owned, owner_field) &&
		!equal(record_get(record, "owner"), record_get(owned, owner_field))) {
		char *owner = report_value(letter->report, owned, owner_field),
		     *text = xasprintf(_("The signatory is not the owner of the risk, who is %s."), owner);

		document_note(document, text);
		free(text);
		free(owner);
	}
	document_heading(document, 1, _("The acceptance"));
	report_facts(letter->report, record, head);
	if (record_get(record, "seal"))
		facts_add(document_facts(document), _("Seal"), record_get(record, "seal"));
	/* A line to sign on would ask for what is over. */
	if (stands)
		sign_add(document_sign(document), letter->signatory, record_get(record, "function"), letter->date);
	document_heading(document, 1, _("The risk"));
	report_facts(letter->report, risk, risk_head);
}

/* The level that was accepted, without the letter that stands beside it in tables. */
static char *level_in_words(struct report *report, const struct record *record)
{
	const struct model_context *context = store_context(report->store);
	char *text = report_value(report, record, "level"), *name;
	int level = method_level_named(context, record_get(record, "level"), text);

	/* Of an earlier scale it is a number. */
	if (!level)
		return text;
	name = method_level_name(context, level);
	free(text);
	return name;
}

static bool build_acceptance(struct report *report, struct record *record, struct error *error)
{
	struct document *document = report->document;
	struct letter letter = { .report = report, .record = record };
	char *heading;
	bool ok;

	letter.risk = record_get(record, "risk") ? store_record_by_ref(report->store, record_get(record, "risk"), error)
						 : NULL;
	if (!letter.risk)
		return false;
	ok = letter_state(report, record, letter.risk, &letter.state, &letter.why, error);
	letter.plan = equal(record_get(record, "kind"), "plan");
	letter.signatory = report_value(report, record, "owner");
	letter.date = report_day(record_get(record, "date"));
	letter.level = level_in_words(report, record);
	letter.expiry = report_day(record_get(record, "expiry"));
	document->one_page = true;
	document_set(&document->stamp, stamp_of(letter.state));
	document_set(&document->title,
		letter.plan ? _("Approval of a risk treatment plan") : _("Acceptance of a residual risk"));
	heading = xasprintf(
		"%s  %s", letter.risk->ref, record_get(letter.risk, "title") ? record_get(letter.risk, "title") : "");
	document_set(&document->subtitle, heading);
	free(heading);
	if (ok)
		write_letter(&letter);
	record_free(letter.risk);
	strings_free(&letter.why);
	free(letter.signatory);
	free(letter.date);
	free(letter.level);
	free(letter.expiry);
	return ok;
}

const struct report_def report_acceptance = {
	.name = "acceptance",
	.label = N_("Acceptance of a residual risk"),
	.help = N_("The letter by which its owner accepts a risk or approves a plan; what holds no more says so."),
	.mark = N_("Confidential"),
	.formats = paper_formats,
	.about = true,
	.of = "acceptance",
	.build = build_acceptance,
};

/* ---- the letter of one owner ---- */

enum { TO_SIGN, IN_FORCE, PAST, PARTS };

/* All that one person accepts, in three parts; the tables are made when the first row of each is known. */
struct owner_letter {
	struct report *report;
	const struct record *person;
	struct block parts[PARTS]; /* rows until they are set under their headings */
	struct strings others;     /* the risks of which the signatory is not the owner */
};

static bool collect_ref(void *user, const struct row *row)
{
	strings_add(user, row->ref);
	return true;
}

static void put_level(struct report *report, struct table_row *row, size_t column, const struct record *record,
	const char *field, const char *of)
{
	char *text = report_value(report, record, field);
	struct cell cell = { .value = (char *)record_get(record, field), .text = text };

	report_put(report, register_find(of), field, row, column, &cell);
	free(text);
}

/* One acceptance as a row of its part. */
static void owner_row(struct owner_letter *letter, const struct record *record, const struct record *risk, size_t part,
	const struct strings *why)
{
	struct report *report = letter->report;
	struct table_row *row = table_row(&letter->parts[part]);
	char *named = xasprintf("%s  %s", risk->ref, record_get(risk, "title") ? record_get(risk, "title") : ""),
	     *kind = report_value(report, record, "kind"), *date = report_date(record_get(record, "date")),
	     *expiry = report_date(record_get(record, "expiry")), *reasons = strings_join(why, " ");

	table_set(row, 0, record->ref, NULL);
	table_set(row, 1, named, NULL);
	table_set(row, 2, kind, NULL);
	put_level(report, row, 3, record, "level", "acceptance");
	if (part == PAST) {
		table_set(row, 4, date, record_get(record, "date"));
		table_set(row, 5, reasons, NULL);
	} else {
		put_level(report, row, 4, risk, "remaining_level", "risk");
		table_set(row, 5, expiry, record_get(record, "expiry"));
		table_set(row, 6, part == TO_SIGN ? "" : date, part == TO_SIGN ? NULL : record_get(record, "date"));
		if (!equal(record_get(risk, "owner"), letter->person->ref))
			strings_add(&letter->others, risk->ref);
	}
	free(named);
	free(kind);
	free(date);
	free(expiry);
	free(reasons);
}

static bool owner_line(struct owner_letter *letter, const char *ref, struct error *error)
{
	struct record *record = store_record_by_ref(letter->report->store, ref, error);
	struct record *risk = record && record_get(record, "risk")
				      ? store_record_by_ref(letter->report->store, record_get(record, "risk"), error)
				      : NULL;
	struct strings why = { 0 };
	enum letter_state state;
	bool ok = risk && letter_state(letter->report, record, risk, &state, &why, error);

	if (ok)
		owner_row(letter, record, risk,
			state == LETTER_PREPARED ? TO_SIGN
			: state == LETTER_HOLDS  ? IN_FORCE
						 : PAST,
			&why);
	strings_free(&why);
	record_free(risk);
	record_free(record);
	return ok;
}

static void begin_parts(struct owner_letter *letter)
{
	const struct column_def columns[] = {
		{ _("Ref"), COLUMN_TEXT, 6 },
		{ _("Risk"), COLUMN_TEXT, 0 },
		{ _("Kind"), COLUMN_TEXT, 12 },
		{ _("Level accepted"), COLUMN_LEVEL, 10 },
		{ _("Level that remains"), COLUMN_LEVEL, 10 },
		/* TRANSLATORS: of an acceptance: the day on which it ends */
		{ _("Until"), COLUMN_DATE, 10 },
		{ _("Signed on"), COLUMN_DATE, 10 },
	};
	const struct column_def past[] = {
		columns[0],
		columns[1],
		columns[2],
		columns[3],
		columns[6],
		{ _("Why it does not hold"), COLUMN_TEXT, 22 },
	};

	block_columns(&letter->parts[TO_SIGN], columns, 7);
	block_columns(&letter->parts[IN_FORCE], columns, 7);
	block_columns(&letter->parts[PAST], past, 6);
}

/* The table of a part under its heading, where it has rows. */
static void set_part(struct owner_letter *letter, size_t part, const char *heading)
{
	struct document *document = letter->report->document;
	struct block *block;

	if (!letter->parts[part].row_count)
		return;
	document_heading(document, 1, heading);
	block = document_add(document, BLOCK_TABLE, 0, heading);
	letter->parts[part].kind = block->kind;
	letter->parts[part].wide = block->wide;
	letter->parts[part].text = block->text;
	*block = letter->parts[part];
	memset(&letter->parts[part], 0, sizeof letter->parts[part]);
}

static void write_owner_letter(struct owner_letter *letter)
{
	struct document *document = letter->report->document;
	const char *name = record_get(letter->person, "name"), *function = record_get(letter->person, "function");
	size_t stands = letter->parts[TO_SIGN].row_count + letter->parts[IN_FORCE].row_count;

	document_set(&document->subtitle, name ? name : letter->person->ref);
	facts_add(&document->front, _("Function"), function);
	if (stands)
		document_paragraph(document,
			_("I have taken note of the risks below and of the plans by which they are treated. I accept what remains of each, up to the level and until the day that stand beside it, and I approve the plans where it says so (ISO/IEC 27001, clause 6.1.3 f)."));
	else if (letter->parts[PAST].row_count)
		document_set(&document->stamp, _("NO LONGER VALID"));
	else
		document_note(document, _("This person has accepted no risk, and none is prepared to be signed."));
	if (letter->others.count) {
		char *refs = strings_join(&letter->others, ", "),
		     *text = xasprintf(_("Another person owns: %s."), refs);

		document_note(document, text);
		free(text);
		free(refs);
	}
	set_part(letter, TO_SIGN, _("To be signed"));
	set_part(letter, IN_FORCE, _("In force"));
	if (stands) {
		document_heading(document, 1, _("Signature"));
		sign_add(document_sign(document), name, function, NULL);
	}
	set_part(letter, PAST, _("What does not hold any more"));
}

static bool build_owner_letter(struct report *report, struct record *record, struct error *error)
{
	struct owner_letter letter = { .report = report, .person = record };
	char *condition = xasprintf("owner=%s", record->ref);
	struct query *query = report_query(report, "acceptance", condition, false, "-level", error);
	struct strings refs = { 0 };
	bool ok = query && store_each(report->store, query, NULL, 0, collect_ref, &refs, error);
	size_t i;

	begin_parts(&letter);
	for (i = 0; i < refs.count && ok; i++)
		ok = owner_line(&letter, refs.items[i], error);
	if (ok)
		write_owner_letter(&letter);
	for (i = 0; i < PARTS; i++)
		block_free(&letter.parts[i]);
	strings_free(&letter.others);
	strings_free(&refs);
	query_free(query);
	free(condition);
	return ok;
}

const struct report_def report_acceptance_letter = {
	.name = "acceptance-letter",
	.label = N_("Acceptances of one owner"),
	.help = N_(
		"One letter to sign for all that a person accepts: each risk, its level, until when; and what holds no more."),
	.mark = N_("Confidential"),
	.formats = document_formats,
	.about = true,
	.of = "person",
	.build = build_owner_letter,
};
