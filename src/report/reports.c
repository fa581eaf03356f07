/* The table of reports, what is found in it, and how a report is begun. */
#include <stdlib.h>
#include <string.h>

#include "report/all.h"
#include "report/build.h"

#define DECLARE(name) extern const struct report_def report_##name;
ALL_REPORTS(DECLARE)
#undef DECLARE

#define ADDRESS(name) &report_##name,
const struct report_def *const reports[] = { ALL_REPORTS(ADDRESS) NULL };
#undef ADDRESS

/* ---- the table, asked ---- */

bool report_find(const char *what, struct report_choice *choice)
{
	const char *colon = strchr(what, ':');
	size_t length = colon ? (size_t)(colon - what) : strlen(what), i;

	choice->ref = colon ? colon + 1 : NULL;
	for (i = 0; reports[i]; i++) {
		const struct report_def *def = reports[i];

		if (strlen(def->name) != length || strncmp(def->name, what, length) != 0 ||
			def->about != (colon != NULL))
			continue;
		choice->def = def;
		choice->base = def->base ? register_find(def->base) : NULL;
		return !def->base || choice->base;
	}
	choice->def = &report_register;
	choice->base = register_find(what);
	return choice->base != NULL;
}

const char *report_label(const struct report_choice *choice)
{
	return choice->def == &report_register ? _(choice->base->plural) : _(choice->def->label);
}

char *report_usage(const struct report_def *def)
{
	return def->about ? xasprintf("%s:REF", def->name) : xstrdup(def->name);
}

void report_names(struct strings *names)
{
	size_t i;

	for (i = 0; reports[i]; i++)
		strings_take(names, report_usage(reports[i]));
}

/* ---- begin and end ---- */

static bool begin(struct report *report, const char *title, const char *mark, struct error *error)
{
	struct record *organisation = store_organisation(report->store, error);
	const struct frozen *frozen = report->frozen;
	struct document *document;
	struct date today;
	char *date, *head;

	if (!organisation)
		return false;
	document = report->document = document_new(title);
	document_set(
		&document->organisation, frozen ? frozen->context.organisation_name : record_get(organisation, "name"));
	document_set(&document->mark, report->options->mark ? report->options->mark : mark);
	document_set(&document->language, environment_language());
	document_set(&document->application, PACKAGE_STRING);
	document_set(&document->paper, report->options->paper ? report->options->paper : "a4");
	document->created = environment_now();
	today = environment_today(store_context(report->store)->time_zone);
	date = date_format_long(&today);
	document_set(&document->date, date);
	free(date);
	facts_add(&document->front, _("Activity"), frozen ? frozen->activity : record_get(organisation, "activity"));
	facts_add(&document->front, _("Date"), document->date);
	head = xstrndup(frozen && record_get(frozen->record, "seal") ? record_get(frozen->record, "seal")
								     : store_head(report->store),
		16);
	facts_add(&document->front, _("State of the journal"), head);
	if (report->options->filter)
		facts_add(&document->front, _("Selection"), report->options->filter);
	else if (report->options->ids)
		facts_add(&document->front, _("Selection"), _("marked records"));
	free(head);
	record_free(organisation);
	return true;
}

/* The record that the report is about; NULL: error. */
static struct record *find_subject(struct store *store, const struct report_choice *choice, struct error *error)
{
	struct record *record = store_record_by_ref(store, choice->ref, error);

	if (record && choice->def->of && record->def != register_find(choice->def->of)) {
		error_set(error, ERROR_INVALID, _("%s is no record of the register %s."), record->ref, choice->def->of);
		record_free(record);
		return NULL;
	}
	return record;
}

struct document *report_build(struct store *store, const struct report_choice *choice,
	const struct report_options *options, struct error *error)
{
	static const struct report_options none = { 0 };
	const struct report_def *def = choice->def;
	struct report report = {
		.store = store, .options = options ? options : &none, .base = choice->base, .extract = def->extract
	};
	struct record *record = NULL;
	struct frozen *frozen = NULL;
	bool ok;

	if (def->about) {
		record = find_subject(store, choice, error);
		if (!record)
			return NULL;
	}
	if (def->of && !report_frozen(record, &frozen, error)) {
		record_free(record);
		return NULL;
	}
	report.frozen = frozen;
	report.ids = report.options->ids;
	report.id_count = report.options->id_count;
	ok = begin(&report, report_label(choice), def->mark ? _(def->mark) : NULL, error) &&
	     def->build(&report, frozen ? frozen->record : record, error);
	record_free(record);
	frozen_free(frozen);
	if (!ok) {
		document_free(report.document);
		return NULL;
	}
	if (!report.options->plain)
		document_typeset(report.document);
	return report.document;
}
