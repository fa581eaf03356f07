/* What the standard wants in writing: each row with what holds it, and its state. */
#include <stdlib.h>
#include <string.h>

#include "model/documented.h"
#include "report/build.h"
#include "report/verdict.h"

#define HOLDERS_MOST 8

struct holders {
	struct buffer text;
	size_t count;
};

static bool add_holder(void *user, const struct verdict_ref *ref)
{
	struct holders *holders = user;
	char *date = ref->day ? report_date(ref->day) : NULL;
	bool dated = date && *date;

	if (++holders->count <= HOLDERS_MOST)
		buffer_printf(&holders->text, dated ? "%s%s %s (%s)" : "%s%s %s", holders->text.length ? "\n" : "",
			verdict_ref_name(ref->ref), ref->title, date);
	free(date);
	return holders->count <= HOLDERS_MOST;
}

static const struct verdict_line *line_of(const struct verdict *verdict, const struct verdict_condition *condition)
{
	size_t i;

	for (i = 0; condition && i < verdict->line_count; i++)
		if (verdict->lines[i].condition == condition)
			return &verdict->lines[i];
	return NULL;
}

bool documented_undecided(struct store *store, const struct documented *row)
{
	struct query *query = documented_question(row, store_context(store));
	bool undecided = query && store_count(store, query, NULL) > 0;

	query_free(query);
	return undecided;
}

/* The first of them, and how many more there are. */
static bool say_holders(struct report *report, const struct verdict_line *line, enum verdict_count by,
	struct holders *holders, struct error *error)
{
	struct query *query;
	int64_t more = 0;

	if (!verdict_each(report->store, line->condition, by, HOLDERS_MOST + 1, add_holder, holders, error))
		return false;
	if (holders->count <= HOLDERS_MOST)
		return true;
	query = by == COUNT_SHOWS && line->condition->fails && !line->condition->shows
			? NULL
			: verdict_records(line->condition, by, store_context(report->store));
	if (query)
		more = store_count(report->store, query, error) - HOLDERS_MOST;
	query_free(query);
	if (more > 0)
		buffer_printf(&holders->text, ngettext("\nand %lld more", "\nand %lld more", (unsigned long)more),
			(long long)more);
	else
		buffer_add(&holders->text, "\n...");
	return more >= 0;
}

static bool add_row(struct report *report, const struct verdict *verdict, const struct documented *row,
	struct block *table, size_t *held, size_t *asked, struct error *error)
{
	const struct verdict_line *line = line_of(verdict, documented_condition(row));
	enum verdict_outcome outcome = line ? line->outcome : OUTCOME_UNKNOWN;
	enum verdict_count by = line ? verdict_held_by(line) : VERDICT_COUNTS;
	struct holders holders = { 0 };
	char *number = verdict_number(row->number), *to_do = NULL;
	bool undecided = by == VERDICT_COUNTS && outcome != OUTCOME_MET && documented_undecided(report->store, row);
	bool ok = by == VERDICT_COUNTS || say_holders(report, line, by, &holders, error);

	*held += by != VERDICT_COUNTS;
	*asked += by != VERDICT_COUNTS || outcome != OUTCOME_NOT_ASKED;
	if (undecided)
		to_do = xstrdup(_("Decide whether the control applies"));
	else if (line && verdict_lacks(line))
		to_do = verdict_to_do(line->condition, NULL, report_context(report));
	if (ok)
		table_add(table, (const char *const[]){ number, _(row->what),
					 holders.text.data ? holders.text.data
					 : to_do           ? to_do
							   : "",
					 by != VERDICT_COUNTS           ? _("held")
					 : undecided                    ? _("not decided")
					 : outcome == OUTCOME_NOT_ASKED ? _("does not apply")
									: _("missing") });
	buffer_free(&holders.text);
	free(to_do);
	free(number);
	return ok;
}

static bool build_documented(struct report *report, struct record *record, struct error *error)
{
	const struct column_def columns[] = { { _("Clause"), COLUMN_TEXT, 9 }, { _("What"), COLUMN_TEXT, 24 },
		{ _("Holder, or what to do"), COLUMN_TEXT, 0 }, { _("State"), COLUMN_TEXT, 12 } };
	struct verdict *verdict = verdict_begin(report->store, error);
	const struct documented *row;
	struct block *table;
	size_t held = 0, asked = 0;
	char *text;
	bool ok = verdict && verdict_go_on(report->store, verdict, -1, error);

	(void)record;
	if (ok) {
		document_heading(report->document, 1, _("What the standard wants in writing"));
		table = document_table(report->document, columns, 4);
		for (row = documented_information; row->number && ok; row++)
			ok = add_row(report, verdict, row, table, &held, &asked, error);
		/* TRANSLATORS: a count, and of how many: "24 of 25" */
		text = xasprintf(_("%zu of %zu"), held, asked);
		facts_add(&report->document->front, _("In writing"), text);
		free(text);
		document_note(report->document,
			_("A row is held by what holds today: approved, in force, not past its review, of the months that count."));
		document_note(report->document, verdict_disclaimer());
	}
	verdict_free(verdict);
	return ok;
}

const struct report_def report_documented = {
	.name = "documented",
	.label = N_("Documented information"),
	.help = N_("What the standard wants in writing, row by row: what holds it, and what is missing."),
	.mark = N_("Internal"),
	.formats = paper_formats,
	.view = "documented",
	.build = build_documented,
};
