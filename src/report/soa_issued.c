/* An issued Statement of Applicability: printed from the document that was frozen, never from the records of today. */
#include <stdlib.h>
#include <string.h>

#include "report/soa.h"

static bool is_french(void)
{
	return strcmp(environment_language(), "fr") == 0;
}

static const char *in_language(const char *own, const char *french)
{
	return french && (is_french() || !own) ? french : own;
}

/* ---- lines ---- */

/* The elements of a document whose names are not those of the fields. */
static const char *element_of(int text)
{
	switch (text) {
	case LINE_RISKS:
		return "risk";
	case LINE_ACTIONS:
		return "action";
	case LINE_PROOFS:
		return "proof";
	case LINE_EXCEPTIONS:
		return "exception";
	default:
		return soa_fields[text];
	}
}

/* The records that a line names by an element, as the document calls them; NULL: none. */
static char *links(struct soa_paper *paper, struct soa_line *line, const struct soa_document_line *from, int text)
{
	const struct field_def *field = register_field(register_find("applicability"), soa_fields[text]);
	const struct model_context *context = store_context(paper->report->store);
	struct strings texts = { 0 };
	char *joined;
	size_t i;

	for (i = 0; i < from->link_count; i++) {
		const struct soa_link *link = &from->links[i];
		struct reference reference = { register_find(field->target), link->ref, link->title, REFERENCE_HERE };
		char *shown;

		if (strcmp(link->name, element_of(text)) != 0)
			continue;
		shown = reference_text(&reference, context, REFERENCE_READ);
		strings_take(&texts, text == LINE_PROOFS ? soa_proof(paper, line, link->ref, shown) : shown);
	}
	joined = texts.count ? strings_join(&texts, "\n") : NULL;
	strings_free(&texts);
	return joined;
}

/* What a field says, as people read it; NULL: nothing. */
static char *value_text(const struct soa_document_line *from, int text)
{
	const struct field_def *field = register_field(register_find("applicability"), soa_fields[text]);
	const char *value = soa_line_value(from, soa_fields[text]);
	char *copy, *c, *shown;

	if (!value)
		return NULL;
	copy = xstrdup(value);
	/* The levels of maturity may have other names today. */
	if (field->type == &type_level || field->type->editor == EDIT_TEXT)
		return copy;
	for (c = copy; text == LINE_REASONS && *c; c++)
		if (*c == ' ')
			*c = ',';
	shown = field->type == &type_date ? report_date(copy) : field_format(field, NULL, copy);
	free(copy);
	return shown;
}

static void read_line(struct soa_paper *paper, const struct soa_document_line *from)
{
	const char *colon = strchr(from->control, ':'), *theme = in_language(from->theme, from->theme_fr),
		   *title = in_language(from->title, from->title_fr);
	struct soa_line *line = soa_add(paper);
	int i;

	line->own = from->own;
	line->number = xstrdup(colon ? colon + 1 : from->control);
	line->title = xstrdup(title ? title : "");
	line->theme = xstrdup(theme ? theme : "");
	line->applicable = xstrdup(soa_line_value(from, "applicable"));
	line->status = xstrdup(soa_line_value(from, "status"));
	line->evidence_day = xstrdup(soa_line_value(from, "evidence_date"));
	for (i = 0; i < LINE_TEXTS; i++)
		line->texts[i] = i == LINE_OWNER || i >= LINE_RISKS ? links(paper, line, from, i) : value_text(from, i);
}

/* ---- head ---- */

/* The days of the records of evidence, of which a document tells only what they are called. */
static void read_proofs(struct soa_paper *paper, const char *snapshot)
{
	struct strings cells = { 0 };

	while (snapshot && *snapshot) {
		snapshot = strings_split_row(&cells, snapshot);
		if (cells.count >= 2) {
			strings_add(&paper->proofs, cells.items[0]);
			strings_add(&paper->days, cells.items[1]);
		}
		strings_free(&cells);
	}
}

static void head(struct soa_paper *paper, const struct record *statement, const struct soa_document *from)
{
	struct report *report = paper->report;
	struct document *document = report->document;
	char *start = paper->seal ? xstrndup(paper->seal, 16) : NULL, *day;

	document->cover = true;
	document_set(&document->title, _("Statement of Applicability"));
	document_set(&document->subtitle, in_language(from->catalogue, from->catalogue_fr));
	document_set(&document->organisation, from->name);
	day = report_day(record_get(statement, "date"));
	document_set(&document->date, day);
	free(day);
	/* What was told of today does not belong here. */
	document_front(document);
	facts_add(&document->front, _("Activity"), from->activity);
	facts_add(&document->front, _("Version"), record_get(statement, "version"));
	facts_add(&document->front, _("Issued on"), paper->date);
	facts_add(&document->front, _("Approved by"), paper->approver);
	facts_add(&document->front, _("Function"), paper->function);
	facts_add(&document->front, _("State of the journal"), start);
	facts_add(&document->front, _("Issued without an assessment"), record_get(statement, "without_assessment"));
	facts_add(&document->front, _("Withdrawn"), record_get(statement, "withdrawal"));
	free(start);
}

static void read_statement(struct soa_paper *paper, const struct record *statement)
{
	const char *name = record_get(statement, "approver_name");

	paper->approver = name ? xstrdup(name) : report_value(paper->report, statement, "approver");
	paper->function = xstrdup(record_get(statement, "function"));
	paper->date = report_date(record_get(statement, "date"));
	paper->seal = xstrdup(record_get(statement, "seal"));
	paper->changes = xstrdup(record_get(statement, "changes"));
	read_proofs(paper, record_get(statement, "proofs"));
}

static void scope(struct document *document, const struct record *statement, const struct soa_document *from)
{
	const char *said = record_get(statement, "scope");

	document_heading(document, 1, _("Scope"));
	if (said || from->scope)
		document_prose(document, said ? said : from->scope);
	else
		document_note(document, _("The scope was not written down."));
	if (!said && from->exclusions) {
		document_paragraph(document, _("Left out of the scope:"));
		document_prose(document, from->exclusions);
	}
}

/* A row of the table of changes: a line "A.5.4 Title", and what was told below it. */
static void changes_row(struct block *table, const char *line, const struct buffer *told)
{
	size_t length = strcspn(line, " ");
	char *number = xstrndup(line, length);
	const char *cells[] = { number, line + length + (line[length] == ' '), told->data ? told->data : "" };

	table_add(table, cells);
	free(number);
}

/*
 * What was told of the changes when the version was issued: lines of controls, below each what changed, indented.  As a
 * table it takes half the pages; a text of another form stays one.
 */
static void changes(struct document *document, const char *text)
{
	const struct column_def columns[] = {
		{ _("Number"), COLUMN_TEXT, 8 },
		{ _("Control"), COLUMN_TEXT, 26 },
		{ _("What changed"), COLUMN_TEXT, 0 },
	};
	struct buffer told = { 0 };
	struct block *table;
	char *line = NULL;

	document_heading(document, 1, _("Changes since the version before"));
	if (*text == ' ' || !strstr(text, "\n  ")) {
		document_prose(document, text);
		return;
	}
	table = document_table(document, columns, sizeof columns / sizeof columns[0]);
	while (*text) {
		size_t length = strcspn(text, "\n");

		if (length && text[0] == ' ') {
			while (length && *text == ' ')
				text++, length--;
			buffer_printf(&told, "%s%.*s", told.length ? _("; ") : "", (int)length, text);
		} else if (length) {
			if (line)
				changes_row(table, line, &told);
			free(line);
			line = xstrndup(text, length);
			buffer_free(&told);
		}
		text += length + (text[length] == '\n');
	}
	if (line)
		changes_row(table, line, &told);
	free(line);
	buffer_free(&told);
}

static bool no_statement(const struct record *statement, struct error *error)
{
	return error_set(error, ERROR_INVALID, _("%s is no issued SoA."), statement->ref);
}

static bool build_issued(struct report *report, struct record *statement, struct error *error)
{
	struct soa_paper paper = { .report = report };
	struct soa_document from;
	size_t i;

	if (!record_get(statement, "content"))
		return no_statement(statement, error);
	if (!soa_document_read(record_get(statement, "content"), &from, error))
		return false;
	read_statement(&paper, statement);
	for (i = 0; i < from.count; i++)
		read_line(&paper, &from.lines[i]);
	head(&paper, statement, &from);
	soa_table(&paper);
	soa_approval(&paper);
	scope(report->document, statement, &from);
	if (paper.changes)
		changes(report->document, paper.changes);
	soa_counts(&paper);
	soa_details(&paper);
	soa_document_free(&from);
	soa_free(&paper);
	return true;
}

/* The document of an issued version, byte for byte as it was. */
static bool issued_xml(struct store *store, const char *ref, struct output *output, struct error *error)
{
	struct record *statement = store_record_by_ref(store, ref, error);
	const char *content =
		statement && strcmp(statement->def->name, "statement") == 0 ? record_get(statement, "content") : NULL;

	if (content) {
		output_text(output, content);
		/* A document has a line end at its end, which earlier versions did not keep. */
		if (!*content || content[strlen(content) - 1] != '\n')
			output_text(output, "\n");
	} else if (statement) {
		no_statement(statement, error);
	}
	record_free(statement);
	return content != NULL;
}

static const char *const issued_formats[] = { "xml", "text", "html", "pdf", "xlsx", NULL };

const struct report_def report_soa_issued = {
	.name = "soa",
	.label = N_("Statement of Applicability, as issued"),
	.help = N_("An issued version as it was: its document byte for byte, and its print with approver and seal."),
	.mark = N_("Confidential"),
	.formats = issued_formats,
	.about = true,
	.of = "statement",
	.build = build_issued,
	.xml = issued_xml,
	.xml_root = "soa",
};
