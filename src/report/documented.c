/* What the standard wants in writing: each row with what holds it, and its state. */
#include <stdlib.h>
#include <string.h>

#include "model/documented.h"
#include "report/build.h"
#include "report/verdict.h"

#define HOLDERS_MOST 20

struct holders {
	struct buffer text;
	size_t count;
};

static bool add_holder(void *user, const struct verdict_ref *ref)
{
	struct holders *holders = user;
	char *date = ref->day ? report_date(ref->day) : NULL;
	bool dated = date && *date;

	if (++holders->count > HOLDERS_MOST)
		buffer_add(&holders->text, "\n...");
	else
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

static bool add_row(struct report *report, const struct verdict *verdict, const struct documented *row,
	struct block *table, struct error *error)
{
	const struct verdict_line *line = line_of(verdict, documented_condition(row));
	enum verdict_outcome outcome = line ? line->outcome : OUTCOME_UNKNOWN;
	struct holders holders = { 0 };
	char *number = verdict_number(row->number), *to_do = NULL;
	bool undecided = outcome != OUTCOME_MET && documented_undecided(report->store, row);
	bool ok = outcome != OUTCOME_MET || verdict_each(report->store, line->condition, COUNT_SHOWS, HOLDERS_MOST + 1,
						    add_holder, &holders, error);

	if (undecided)
		to_do = xstrdup(_("Decide whether the control applies"));
	else if (line && verdict_lacks(line))
		to_do = verdict_to_do(line->condition, NULL, report_context(report));
	if (ok)
		table_add(table, (const char *const[]){ number, _(row->what),
					 holders.text.data ? holders.text.data
					 : to_do           ? to_do
							   : "",
					 undecided                      ? _("not decided")
					 : outcome == OUTCOME_MET       ? _("held")
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
	bool ok = verdict && verdict_go_on(report->store, verdict, -1, error);

	(void)record;
	if (ok) {
		document_heading(report->document, 1, _("What the standard wants in writing"));
		table = document_table(report->document, columns, 4);
		for (row = documented_information; row->number && ok; row++)
			ok = add_row(report, verdict, row, table, error);
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
