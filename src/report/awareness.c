/* Awareness and competence: sessions held, how many of each unit they reached, phishing, competences and what lacks. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

/* ---- how many of each unit were reached ---- */

struct reached {
	char *ref, *name;
	int64_t headcount;     /* -1: nobody said */
	int64_t counted;       /* how many of it came to sessions without being named */
	struct strings people; /* those named, once each */
};
struct coverage {
	struct reached *units;
	size_t count;
	struct strings elsewhere; /* people named, of no unit */
	bool any;                 /* somebody's attendance is recorded */
};

static bool add_unit(void *user, const struct row *row)
{
	struct coverage *coverage = user;
	struct reached *unit;

	coverage->units = xreallocarray(coverage->units, coverage->count + 1, sizeof *coverage->units);
	unit = &coverage->units[coverage->count++];
	memset(unit, 0, sizeof *unit);
	unit->ref = xstrdup(row->ref);
	unit->name = xstrdup(row->cells[0].text);
	if (!row->cells[1].value || !number_parse_integer(row->cells[1].value, &unit->headcount))
		unit->headcount = -1;
	return true;
}

static struct reached *unit_of(struct coverage *coverage, const char *ref)
{
	size_t i;

	for (i = 0; ref && i < coverage->count; i++)
		if (strcmp(coverage->units[i].ref, ref) == 0)
			return &coverage->units[i];
	return NULL;
}

/* Somebody named, or a number of a unit. */
static bool add_attendance(void *user, const struct row *row)
{
	struct coverage *coverage = user;
	const char *person = row->cells[0].value;
	struct reached *unit = unit_of(coverage, person ? row->cells[1].value : row->cells[2].value);
	struct strings *people = unit ? &unit->people : &coverage->elsewhere;
	int64_t count;

	coverage->any = true;
	if (person) {
		if (!strings_contain(people, person))
			strings_add(people, person);
	} else if (unit && row->cells[3].value && number_parse_integer(row->cells[3].value, &count)) {
		unit->counted += count;
	}
	return true;
}

static int64_t came_of(const struct reached *unit)
{
	return (int64_t)unit->people.count + unit->counted;
}

/*
 * As condition awareness-reach and IN-27 have it: who is named once; sessions are held for one part of a unit after
 * another, so their numbers are added up, but no unit is more than whole.
 */
static int64_t reached_by(const struct reached *unit)
{
	int64_t reached = came_of(unit);

	return unit->headcount >= 0 && reached > unit->headcount ? unit->headcount : reached;
}

static void coverage_row(struct block *table, const char *name, int64_t reached, int64_t headcount)
{
	struct table_row *row = table_row(table);
	char *came = xasprintf("%lld", (long long)reached),
	     *of = headcount < 0 ? xstrdup(_("not known")) : xasprintf("%lld", (long long)headcount),
	     *share = headcount > 0 ? xasprintf("%lld\xc2\xa0%%", (long long)number_percent(reached, headcount))
				    : xstrdup("-");

	table_set(row, 0, name, NULL);
	table_set(row, 1, came, came);
	table_set(row, 2, of, headcount < 0 ? NULL : of);
	table_set(row, 3, share, NULL);
	free(share);
	free(of);
	free(came);
}

/* The text is freed. */
static void note(struct report *report, char *text)
{
	document_note(report->document, text);
	free(text);
}

static void coverage_table(struct report *report, const struct coverage *coverage)
{
	const struct column_def columns[] = {
		{ _("Unit"), COLUMN_TEXT, 0 },
		{ _("Came"), COLUMN_NUMBER, 8 },
		{ _("Headcount"), COLUMN_NUMBER, 12 },
		{ _("Share"), COLUMN_TEXT, 8 },
	};
	struct block *table;
	int64_t reached = 0, headcount = 0;
	size_t i, unknown = 0, over = 0;

	if (!coverage->count) {
		document_note(report->document,
			_("The organisation has no units here, so nobody can say what share of whom came."));
		return;
	}
	/* Nothing recorded is not nobody. */
	if (!coverage->any) {
		document_note(report->document,
			_("Nobody's attendance is recorded in the months that count: whom it reached is not known."));
		return;
	}
	table = document_table(report->document, columns, 4);
	for (i = 0; i < coverage->count; i++) {
		const struct reached *unit = &coverage->units[i];

		coverage_row(table, unit->name, reached_by(unit), unit->headcount);
		unknown += unit->headcount < 0;
		over += unit->headcount >= 0 && came_of(unit) > unit->headcount;
		if (unit->headcount >= 0) {
			reached += reached_by(unit);
			headcount += unit->headcount;
		}
	}
	coverage_row(table, _("All whose headcount is known"), reached, headcount);
	document_paragraph(report->document,
		_("People who are named count once, however often they came; where only numbers of a unit are known, they are added up, as far as its headcount goes."));
	if (unknown)
		note(report, xasprintf(ngettext("Of %zu unit the headcount is not known.",
					       "Of %zu units the headcount is not known.", unknown),
				     unknown));
	if (over)
		note(report,
			xasprintf(ngettext("Of %zu unit more came than work there: some came more than once.",
					  "Of %zu units more came than work there: some came more than once.", over),
				over));
	if (coverage->elsewhere.count)
		note(report, xasprintf(ngettext("%zu person who came belongs to no unit.",
					       "%zu people who came belong to no unit.", coverage->elsewhere.count),
				     coverage->elsewhere.count));
}

static bool coverage_part(struct report *report, struct error *error)
{
	static const char *const unit_columns[] = { "name", "headcount" };
	static const char *const columns[] = { "person", "person.unit", "unit", "count" };
	struct query *units = report_query(report, "unit", NULL, false, "ref", error);
	struct query *came =
		report_query(report, "attendance", "present=yes training(valid kind=awareness)", false, "ref", error);
	struct coverage coverage = { 0 };
	size_t i;
	bool ok = units && came && store_each(report->store, units, unit_columns, 2, add_unit, &coverage, error) &&
		  store_each(report->store, came, columns, 4, add_attendance, &coverage, error);

	document_heading(report->document, 1, _("Whom awareness reached"));
	if (ok)
		coverage_table(report, &coverage);
	for (i = 0; i < coverage.count; i++) {
		free(coverage.units[i].ref);
		free(coverage.units[i].name);
		strings_free(&coverage.units[i].people);
	}
	free(coverage.units);
	strings_free(&coverage.elsewhere);
	query_free(units);
	query_free(came);
	return ok;
}

/* ---- phishing ---- */

static void share_put(
	struct table_row *row, size_t column, const struct cell *part, const struct cell *whole, bool rest)
{
	int64_t some, all;
	char *text;

	if (!part->value || !whole->value || !number_parse_integer(part->value, &some) ||
		!number_parse_integer(whole->value, &all) || all <= 0) {
		table_set(row, column, _("not known"), NULL);
		return;
	}
	some = rest ? all - some : some;
	text = xasprintf("%lld (%lld\xc2\xa0%%)", (long long)some, (long long)number_percent(some, all));
	table_set(row, column, text, NULL);
	free(text);
}

static bool phishing_row(void *user, const struct row *row)
{
	struct report *report = user;
	struct document *document = report->document;
	struct table_row *line = table_row(&document->blocks[document->count - 1]);
	char *day = report_date(row->cells[1].value);

	table_set(line, 0, row->ref, NULL);
	table_set(line, 1, row->cells[0].text, NULL);
	table_set(line, 2, day, row->cells[1].value);
	table_set(line, 3, row->cells[2].value ? row->cells[2].text : _("not known"), row->cells[2].value);
	share_put(line, 4, &row->cells[3], &row->cells[2], true);
	share_put(line, 5, &row->cells[4], &row->cells[2], false);
	free(day);
	return true;
}

static bool phishing_part(struct report *report, struct error *error)
{
	static const char *const fields[] = { "title", "held", "invited", "passed", "reported" };
	const struct column_def columns[] = {
		{ _("Ref"), COLUMN_TEXT, 7 },
		{ _("Title"), COLUMN_TEXT, 0 },
		{ _("Held"), COLUMN_DATE, 10 },
		{ _("Sent to"), COLUMN_NUMBER, 8 },
		{ _("Fell for it"), COLUMN_TEXT, 12 },
		{ _("Reported it"), COLUMN_TEXT, 12 },
	};
	struct query *query =
		report_query(report, "training", "kind=phishing status=held held>=horizon", false, "held", error);
	bool ok = query != NULL;

	if (ok && store_count(report->store, query, NULL) > 0) {
		document_heading(report->document, 1, _("Phishing tests"));
		document_table(report->document, columns, 6);
		ok = store_each(report->store, query, fields, 5, phishing_row, report, error);
	}
	query_free(query);
	return ok;
}

/* ---- tables of records ---- */

static bool table_part(struct report *report, const char *name, const char *condition, const char *sort,
	const char *heading, const char *const *columns, const int *widths, size_t count, struct error *error)
{
	struct query *query = report_query(report, name, condition, false, sort, error);
	bool ok = query != NULL;

	if (ok) {
		document_heading(report->document, 1, heading);
		ok = report_table(report, query, columns, widths, count, false, error);
	}
	query_free(query);
	return ok;
}

/* Of a role, or of a person: one column says of whom. */
static bool skill_row(void *user, const struct row *row)
{
	static const char *const paths[] = { "skill", "required", "held", "gap", "until" };
	struct report *report = user;
	const struct register_def *def = register_find("competence");
	struct table_row *line = table_row(&report->document->blocks[report->document->count - 1]);
	char *who = row->cells[0].value && row->cells[1].value
			    ? xasprintf("%s, %s", row->cells[0].text, row->cells[1].text)
			    : xstrdup(row->cells[row->cells[0].value ? 0 : 1].text);
	size_t i;

	table_set(line, 0, row->ref, NULL);
	table_set(line, 1, who, NULL);
	for (i = 0; i < sizeof paths / sizeof paths[0]; i++)
		report_put(report, def, paths[i], line, i + 2, &row->cells[i + 2]);
	free(who);
	return true;
}

static bool skills_part(struct report *report, struct error *error)
{
	static const char *const fields[] = { "role", "person", "skill", "required", "held", "gap", "until" };
	const struct register_def *def = register_find("competence");
	const struct column_def columns[] = { { _("Ref"), COLUMN_TEXT, 6 }, { _("Whose"), COLUMN_TEXT, 18 },
		report_column(def, "skill", 0), report_column(def, "required", 11), report_column(def, "held", 11),
		report_column(def, "gap", 5), report_column(def, "until", 10) };
	struct query *query = report_query(report, "competence", NULL, false, "role", error);
	bool ok = query != NULL;

	document_heading(report->document, 1, _("Competences, needed and held"));
	if (ok && store_count(report->store, query, NULL) > 0) {
		document_table(report->document, columns, 7);
		ok = store_each(report->store, query, fields, 7, skill_row, report, error);
	} else if (ok) {
		document_note(report->document, _("There is no record of this kind."));
	}
	query_free(query);
	return ok;
}

static bool build_awareness(struct report *report, struct record *record, struct error *error)
{
	static const char *const sessions[] = { "ref", "title", "kind", "held", "invited", "present", "passed" };
	static const int session_widths[] = { 6, 0, 14, 10, 8, 8, 8 };
	static const char *const planned[] = { "ref", "title", "kind", "planned", "audience" };
	static const int planned_widths[] = { 6, 0, 14, 10, 18 };
	static const char *const gaps[] = { "ref", "role", "person", "skill", "gap", "training", "action", "effect" };
	static const int gap_widths[] = { 6, 13, 13, 0, 6, 10, 10, 12 };

	(void)record;
	return table_part(report, "training", "status=held held>=horizon", "held", _("Sessions held"), sessions,
		       session_widths, 7, error) &&
	       coverage_part(report, error) && phishing_part(report, error) &&
	       table_part(report, "training", "status=planned", "planned", _("Sessions planned"), planned,
		       planned_widths, 5, error) &&
	       skills_part(report, error) &&
	       table_part(report, "competence", "gap>0", "-gap", _("What lacks, and what is done about it"), gaps,
		       gap_widths, 8, error);
}

const struct report_def report_awareness = {
	.name = "awareness",
	.label = N_("Awareness and competence"),
	.help = N_("Sessions held, what share of each unit they reached, phishing tests, competences and what lacks."),
	.mark = N_("Internal"),
	.formats = document_formats,
	.base = "training",
	.composed = true,
	.build = build_awareness,
};
