/* The scope of the ISMS: its statement, for the SoA too, and its report. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

struct scope_part {
	char *title, *kind, *justification, *interface;
	bool included;
};
struct scope_parts {
	struct scope_part *items;
	size_t count;
};

static bool collect_part(void *user, const struct row *row)
{
	struct scope_parts *parts = user;
	struct scope_part *part;

	parts->items = xreallocarray(parts->items, parts->count + 1, sizeof *parts->items);
	part = &parts->items[parts->count++];
	part->title = xstrdup(row->cells[0].text);
	part->kind = xstrdup(row->cells[1].text);
	part->justification = xstrdup(row->cells[3].text);
	part->interface = xstrdup(row->cells[4].text);
	part->included = !row->cells[2].value || strcmp(row->cells[2].value, "no") != 0;
	return true;
}

static void part_items(struct report *report, const struct scope_parts *parts, bool included, const char *sentence)
{
	bool any = false;
	size_t i;

	for (i = 0; i < parts->count; i++) {
		const struct scope_part *part = &parts->items[i];
		const char *reason = included ? part->interface : part->justification;
		char *text;

		if (part->included != included)
			continue;
		if (!any)
			document_paragraph(report->document, sentence);
		any = true;
		/* TRANSLATORS: a part of the scope: its title, its kind, and its interface or why it is left out */
		text = *reason ? xasprintf(_("%s (%s): %s"), part->title, part->kind, reason)
			       : xasprintf("%s (%s)", part->title, part->kind);
		document_item(report->document, text);
		free(text);
	}
}

bool report_scope_statement(struct report *report, struct error *error)
{
	static const char *const columns[] = { "title", "kind", "included", "justification", "interface" };
	struct record *organisation = store_organisation(report->store, error);
	struct scope_parts parts = { 0 };
	struct query *query;
	bool ok;
	size_t i;

	if (!organisation)
		return false;
	query = report_query(report, "scope", NULL, false, "kind", error);
	ok = query && store_each(report->store, query, columns, 5, collect_part, &parts, error);
	query_free(query);
	document_prose(report->document, record_get(organisation, "scope"));
	part_items(report, &parts, true, _("The ISMS applies to:"));
	if (record_get(organisation, "exclusions")) {
		document_paragraph(report->document, _("Left out of the scope:"));
		document_prose(report->document, record_get(organisation, "exclusions"));
		part_items(report, &parts, false, NULL);
	} else {
		part_items(report, &parts, false, _("Left out of the scope:"));
	}
	if (!record_get(organisation, "scope") && !parts.count)
		document_note(report->document, _("The scope is not written down yet."));
	for (i = 0; i < parts.count; i++) {
		free(parts.items[i].title);
		free(parts.items[i].kind);
		free(parts.items[i].justification);
		free(parts.items[i].interface);
	}
	free(parts.items);
	record_free(organisation);
	return ok;
}

static bool build_scope(struct report *report, struct record *record, struct error *error)
{
	/* Why a part is in or out stands above and with the part: a third time helps nobody. */
	static const char *const columns[] = { "ref", "title", "kind", "included", "unit" };
	static const int widths[] = { 6, 0, 12, 10, 26 };
	struct query *query = report_query(report, "scope", NULL, true, "kind", error);
	bool ok;

	(void)record;
	if (!query)
		return false;
	document_heading(report->document, 1, _("Scope"));
	ok = report_scope_statement(report, error);
	document_heading(report->document, 1, _("Parts of the scope"));
	ok = ok && report_table(report, query, columns, widths, 5, true, error) &&
	     report_details(report, query, 2, true, error);
	query_free(query);
	document_heading(report->document, 1, _("Approval"));
	sign_add(document_sign(report->document), NULL, NULL, NULL);
	return ok;
}

const struct report_def report_scope = {
	.name = "scope",
	.label = N_("Scope of the ISMS"),
	.help = N_("What the ISMS applies to, and what is left out and why."),
	.mark = N_("Internal"),
	.formats = document_formats,
	.base = "scope",
	.build = build_scope,
};
