/* The reports: SoA, risks, actions, dashboard. */
#include <stdlib.h>
#include <string.h>

#include "report/lib.h"

/* What stands at the head of every report: of whom, when, from which state of the file. */
static struct document *begin(struct store *store, const char *title, struct error *error)
{
	static const int widths[] = { 22, 0 };
	struct record *organisation = store_organisation(store, error);
	struct document *document;
	struct date today;
	struct block *facts;
	char *date, *head;

	if (!organisation)
		return NULL;
	document = document_new();
	document_add(document, BLOCK_TITLE, 0, title);
	facts = document_table(document, 2, NULL, widths);
	table_add(facts, (const char *const[]){ _("Organisation"), record_get(organisation, "name") });
	if (record_get(organisation, "activity"))
		table_add(facts, (const char *const[]){ _("Activity"), record_get(organisation, "activity") });
	if (record_get(organisation, "scope"))
		table_add(facts, (const char *const[]){ _("Scope"), record_get(organisation, "scope") });
	if (record_get(organisation, "exclusions"))
		table_add(facts, (const char *const[]){ _("Exclusions"), record_get(organisation, "exclusions") });
	today = environment_today(store_context(store)->time_zone);
	date = date_format_locale(&today);
	head = xstrndup(store_head(store), 16);
	table_add(facts, (const char *const[]){ _("Date"), date });
	table_add(facts, (const char *const[]){ _("State of the journal"), head });
	free(date);
	free(head);
	record_free(organisation);
	return document;
}

/* ---- the SoA ---- */

struct soa {
	struct store *store;
	struct document *document;
	char *theme;
};

/* The columns of a line, as read by store_each. */
enum {
	LINE_CONTROL, LINE_NUMBER, LINE_THEME, LINE_APPLICABLE, LINE_REASONS, LINE_JUSTIFICATION, LINE_STATUS, LINE_HOW, LINE_OWNER,
	LINE_MATURITY, LINE_PLANNED, LINE_EVIDENCE, LINE_EVIDENCE_DATE, LINE_RISKS, LINE_ACTIONS, LINE_COUNT
};
static const char *const line_columns[LINE_COUNT] = {
	"control", "control.number", "control.theme", "applicable", "reasons", "justification", "status", "implementation", "owner",
	"maturity", "planned", "evidence", "evidence_date", "risks", "actions",
};

static bool soa_line(void *user, const struct row *row)
{
	static const int widths[] = { 22, 0 };
	struct soa *soa = user;
	const struct register_def *def = register_find("applicability");
	const char *theme = row->cells[LINE_THEME].text;
	struct block *facts;
	char *heading;
	int i;

	if (!soa->theme || strcmp(soa->theme, theme) != 0) {
		free(soa->theme);
		soa->theme = xstrdup(theme);
		document_add(soa->document, BLOCK_HEADING, 1, *theme ? theme : _("Other controls"));
	}
	heading = xasprintf("%s  %s", row->cells[LINE_NUMBER].text, row->cells[LINE_CONTROL].text);
	document_add(soa->document, BLOCK_HEADING, 2, heading);
	free(heading);
	facts = document_table(soa->document, 2, NULL, widths);
	table_add(facts, (const char *const[]){ _("Applicable"), row->cells[LINE_APPLICABLE].value ? row->cells[LINE_APPLICABLE].text : _("not decided") });
	for (i = LINE_REASONS; i < LINE_COUNT; i++)
		if (row->cells[i].value)
			table_add(facts, (const char *const[]){ _(register_field(def, line_columns[i])->label), row->cells[i].text });
	return true;
}

static void count_line(struct store *store, struct block *facts, const char *label, const char *filter)
{
	char *whole = xasprintf("%s control.catalogue=%s", filter, store_context(store)->catalogue_ref), *text;
	struct query *query = query_new(register_find("applicability"));
	int64_t count = query_parse(query, store_context(store), whole, NULL) ? store_count(store, query, NULL) : -1;

	text = xasprintf("%5lld", (long long)count);
	table_add(facts, (const char *const[]){ label, text });
	free(text);
	free(whole);
	query_free(query);
}

struct document *report_soa(struct store *store, struct error *error)
{
	static const int widths[] = { 30, 0 };
	struct soa soa = { .store = store };
	struct query *query;
	struct block *facts;
	char *title;
	bool ok;

	if (!store_context(store)->catalogue_ref) {
		error_set(error, ERROR_INVALID, _("The organisation has no catalogue for its SoA; choose one in its record."));
		return NULL;
	}
	soa.document = begin(store, _("Statement of Applicability"), error);
	if (!soa.document)
		return NULL;
	title = store_title(store, store_context(store)->catalogue_ref);
	document_add(soa.document, BLOCK_PARAGRAPH, 0, title ? title : "");
	free(title);
	document_add(soa.document, BLOCK_HEADING, 2, _("Counts"));
	facts = document_table(soa.document, 2, NULL, widths);
	count_line(store, facts, _("Controls"), "");
	count_line(store, facts, _("Applicable"), "applicable=yes");
	count_line(store, facts, _("Excluded"), "applicable=no");
	count_line(store, facts, _("Not decided"), "applicable=");
	count_line(store, facts, _("Implemented"), "applicable=yes status=implemented");
	count_line(store, facts, _("Partly implemented"), "applicable=yes status=partial");
	count_line(store, facts, _("Planned"), "applicable=yes status=planned");
	count_line(store, facts, _("Not started"), "applicable=yes status=none");
	document_add(soa.document, BLOCK_HEADING, 2, _("Legend"));
	document_add(soa.document, BLOCK_ITEM, 0, _("Applicable: yes, no (excluded, with its justification), or not decided."));
	document_add(soa.document, BLOCK_ITEM, 0, _("Reasons for inclusion: law, contract, risk, business need, good practice (clause 6.1.3 d)."));
	document_add(soa.document, BLOCK_ITEM, 0, _("Status: not started, planned, partial, implemented. Maturity: from 1, the lowest."));
	document_add(soa.document, BLOCK_ITEM, 0, _("A question mark after a name: a record that stands in another file."));
	document_add(soa.document, BLOCK_PARAGRAPH, 0, "");
	query = query_new(register_find("applicability"));
	query_add(query, "control.catalogue", OP_EQUAL, store_context(store)->catalogue_ref);
	query_sort(query, "ref", NULL);
	ok = store_each(store, query, line_columns, LINE_COUNT, soa_line, &soa, error);
	query_free(query);
	free(soa.theme);
	if (!ok) {
		document_free(soa.document);
		return NULL;
	}
	return soa.document;
}

/* ---- tables ---- */

struct table_report {
	struct block *table;
	size_t columns;
};

static bool table_row(void *user, const struct row *row)
{
	struct table_report *report = user;
	const char **cells = xcalloc(report->columns, sizeof *cells);
	size_t i;

	for (i = 0; i < report->columns; i++)
		cells[i] = row->cells[i].text;
	table_add(report->table, cells);
	free(cells);
	return true;
}

static struct document *report_register(struct store *store, const char *title, const char *name, const char *sort, const char *const *columns, const int *widths, size_t count, struct error *error)
{
	struct document *document = begin(store, title, error);
	const struct register_def *def = register_find(name);
	struct table_report report = { .columns = count };
	const char **headers;
	struct query *query;
	bool ok;
	size_t i;

	if (!document)
		return NULL;
	headers = xcalloc(count, sizeof *headers);
	for (i = 0; i < count; i++) {
		const struct field_def *field = register_field(def, columns[i]);

		headers[i] = field ? _(field->label) : _("Ref");
	}
	report.table = document_table(document, count, headers, widths);
	free(headers);
	query = query_new(def);
	ok = query_sort(query, sort, error) && store_each(store, query, columns, count, table_row, &report, error);
	query_free(query);
	if (!ok) {
		document_free(document);
		return NULL;
	}
	return document;
}

struct document *report_risks(struct store *store, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "current_level", "treatment", "controls", "residual_level" };
	static const int widths[] = { 5, 0, 12, 8, 9, 8, 8 };

	return report_register(store, _("Risks and their treatment"), "risk", "-current_level", columns, widths, 7, error);
}

struct document *report_actions(struct store *store, struct error *error)
{
	static const char *const columns[] = { "ref", "title", "owner", "due", "progress", "status" };
	static const int widths[] = { 6, 0, 14, 10, 8, 11 };

	return report_register(store, _("Action plan"), "action", "due", columns, widths, 6, error);
}

struct document *report_dashboard(struct store *store, struct error *error)
{
	static const int widths[] = { 44, 7, 0 };
	struct document *document = begin(store, _("Dashboard"), error);
	struct figures figures;
	size_t i, j;

	if (!document)
		return NULL;
	if (!figures_read(store, &figures, error)) {
		document_free(document);
		return NULL;
	}
	for (i = 0; i < figures.count; i++) {
		const struct figure_group *group = &figures.groups[i];
		struct block *table;
		int64_t most = 1;

		document_add(document, BLOCK_HEADING, 2, group->title);
		table = document_table(document, 3, NULL, widths);
		for (j = 0; j < group->count; j++)
			if (group->items[j].count > most)
				most = group->items[j].count;
		for (j = 0; j < group->count; j++) {
			struct buffer bar = { 0 };
			const struct figure *figure = &group->items[j];
			char *count = figure->of ? xasprintf("%3lld/%lld", (long long)figure->count, (long long)figure->of) : xasprintf("%6lld", (long long)figure->count);
			int64_t whole = figure->of ? figure->of : most, k;

			for (k = 0; group->bars && k < (figure->count * 20 + whole - 1) / whole; k++)
				buffer_add_char(&bar, '#');
			if (group->items[j].late)
				buffer_add(&bar, group->bars ? " !" : "!");
			table_add(table, (const char *const[]){ group->items[j].label, count, bar.data });
			free(count);
			buffer_free(&bar);
		}
	}
	figures_free(&figures);
	return document;
}
