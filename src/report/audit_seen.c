/* What an audit came to and what it looked at: conclusion, findings by grade, its scope beside its points, and what its programme still lacks. */
#include <stdlib.h>
#include <string.h>

#include "report/audit_report.h"

/* ---- in brief ---- */

static bool count_findings(
	struct report *report, const char *condition, const char *grade, int64_t *count, struct error *error)
{
	char *filter = xasprintf("%s grade=%s", condition, grade);
	struct query *query = report_query(report, "finding", filter, false, "ref", error);

	*count = query ? store_count(report->store, query, error) : -1;
	query_free(query);
	free(filter);
	return *count >= 0;
}

static void grade_row(struct block *table, const char *label, int64_t count)
{
	struct table_row *row = table_row(table);
	char *text = xasprintf("%lld", (long long)count);

	table_set(row, 0, label, NULL);
	table_set(row, 1, text, text);
	free(text);
}

/* The gravest first; those without a grade only where there are any. */
static bool findings_by_grade(struct report *report, const char *condition, struct error *error)
{
	const struct choice *grades = register_field(register_find("finding"), "grade")->choices;
	const struct column_def columns[] = { { _("Grade of findings"), COLUMN_TEXT, 0 },
		{ _("Findings"), COLUMN_NUMBER, 12 } };
	struct block *table = document_table(report->document, columns, 2);
	size_t count = 0;
	int64_t found;

	while (grades[count].key)
		count++;
	while (count-- > 0) {
		if (!count_findings(report, condition, grades[count].key, &found, error))
			return false;
		grade_row(table, _(grades[count].label), found);
	}
	if (!count_findings(report, condition, "", &found, error))
		return false;
	if (found)
		grade_row(table, _("Without a grade"), found);
	return true;
}

bool audit_brief(struct report *report, const struct record *audit, const char *condition, struct error *error)
{
	document_heading(report->document, 1, _("In short"));
	if (record_get(audit, "conclusion"))
		document_prose(report->document, record_get(audit, "conclusion"));
	else
		document_note(report->document, _("No conclusion is written."));
	return findings_by_grade(report, condition, error);
}

/* ---- what was looked at ---- */

struct looked {
	struct strings seen[2]; /* requirements, controls: of points with a verdict */
	size_t points;
};

static bool take_point(void *user, const struct row *row)
{
	struct looked *looked = user;
	const char *verdict = row->cells[0].value;
	bool seen = verdict && (strcmp(verdict, "ok") == 0 || strcmp(verdict, "finding") == 0);
	int i;

	looked->points++;
	for (i = 0; i < 2 && seen; i++)
		if (row->cells[1 + i].value && !strings_contain(&looked->seen[i], row->cells[1 + i].value))
			strings_add(&looked->seen[i], row->cells[1 + i].value);
	return true;
}

/* The clause itself, or a letter or clause below it. */
static bool is_seen(const struct strings *seen, const char *ref)
{
	size_t length = strlen(ref), i;

	for (i = 0; i < seen->count; i++)
		if (strncmp(seen->items[i], ref, length) == 0 &&
			(!seen->items[i][length] || seen->items[i][length] == '.'))
			return true;
	return false;
}

/* Numbers of records, or names of units, in a row; "-": none.  The caller frees. */
static char *told(struct report *report, const struct strings *refs, enum reference_form form)
{
	char *joined = strings_join(refs, ","),
	     *text = refs->count ? store_references(report->store, joined, form, ", ") : NULL;

	free(joined);
	return text ? text : xstrdup("-");
}

static void part_row(struct report *report, struct block *table, const char *label, const struct strings *scope,
	const struct strings *seen, const struct strings *left)
{
	enum reference_form form = strcmp(label, _("Units")) == 0 ? REFERENCE_TITLE : REFERENCE_REF;
	struct table_row *row;
	char *looked_at = told(report, seen, form), *missed = told(report, left, form),
	     *count = xasprintf("%zu", scope->count);

	row = table_row(table);
	table_set(row, 0, label, NULL);
	table_set(row, 1, count, count);
	table_set(row, 2, looked_at, NULL);
	table_set(row, 3, missed, NULL);
	free(looked_at);
	free(missed);
	free(count);
}

/* The scope says what is to be looked at, the points what was; where there are no points the scope speaks for both. */
static void scope_row(struct report *report, struct block *table, const struct record *audit, const char *field,
	const char *label, const struct looked *looked, int part)
{
	struct strings scope = { 0 }, left = { 0 };
	const struct strings *seen = part < 2 && looked->points ? &looked->seen[part] : &scope;
	size_t i;

	if (record_get(audit, field))
		strings_split(&scope, record_get(audit, field));
	for (i = 0; i < scope.count; i++)
		if (!is_seen(seen, scope.items[i]))
			strings_add(&left, scope.items[i]);
	if (scope.count || seen->count)
		part_row(report, table, label, &scope, seen, &left);
	strings_free(&scope);
	strings_free(&left);
}

void audit_say_part(struct report *report, const char *heading, const struct coverage_part *part)
{
	char *text = coverage_text(part), *refs, *spots, *sentence;

	sentence = xasprintf(_("%s: %s"), heading, text);
	document_paragraph(report->document, sentence);
	free(sentence);
	free(text);
	if (part->spots.count) {
		refs = strings_join(&part->spots, ",");
		spots = store_references(report->store, refs,
			part->def == register_find("unit") ? REFERENCE_TITLE : REFERENCE_REF, ", ");
		free(refs);
		sentence = xasprintf(_("No audit has looked at: %s"), spots);
		document_item(report->document, sentence);
		free(sentence);
		free(spots);
	}
}

static bool programme_lacks(struct report *report, const struct record *audit, struct error *error)
{
	const char *ref = record_get(audit, "programme");
	struct record *programme = ref ? store_record_by_ref(report->store, ref, error) : NULL;
	struct coverage coverage = { 0 };
	char *text;
	bool ok;

	if (!ref) {
		document_note(report->document, _("The audit belongs to no programme."));
		return true;
	}
	ok = programme && coverage_of(report->store, programme, &coverage, error);
	if (ok) {
		/* TRANSLATORS: the ref and the title of an audit programme */
		text = xasprintf(_("What the audits of %s %s have looked at until today"), programme->ref,
			record_title(programme, environment_language()));
		document_heading(report->document, 2, text);
		free(text);
		audit_say_part(report, _("Clauses 4 to 10"), &coverage.clauses);
		audit_say_part(report, _("Applicable controls"), &coverage.controls);
		audit_say_part(report, _("Units"), &coverage.units);
	}
	coverage_free(&coverage);
	record_free(programme);
	return ok;
}

bool audit_seen(struct report *report, const struct record *audit, const char *condition, struct error *error)
{
	static const char *const columns[] = { "verdict", "requirement", "control" };
	const struct column_def heads[] = { { _("What"), COLUMN_TEXT, 12 }, { _("In scope"), COLUMN_NUMBER, 8 },
		{ _("Looked at"), COLUMN_TEXT, 0 }, { _("Not looked at"), COLUMN_TEXT, 24 } };
	struct query *query = report_query(report, "auditpoint", condition, false, "ref", error);
	struct looked looked = { 0 };
	bool ok = query && store_each_value(report->store, query, columns, 3, take_point, &looked, error);
	struct block *table;

	document_heading(report->document, 1, _("Coverage"));
	table = document_table(report->document, heads, 4);
	scope_row(report, table, audit, "requirements", _("Clauses"), &looked, 0);
	scope_row(report, table, audit, "controls", _("Controls"), &looked, 1);
	scope_row(report, table, audit, "units", _("Units"), &looked, 2);
	if (!table->row_count)
		table_add(table, (const char *const[]){ _("Nothing"), "0", "-", "-" });
	if (!looked.points)
		document_note(
			report->document, _("No points were kept: what stands in the scope is taken as looked at."));
	strings_free(&looked.seen[0]);
	strings_free(&looked.seen[1]);
	query_free(query);
	return ok && programme_lacks(report, audit, error);
}
