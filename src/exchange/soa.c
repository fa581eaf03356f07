/*
 * The Statement of Applicability as XML.  Each link to an owner, risk or
 * action carries uuid, ref and title, so that a file without the target keeps the
 * link, shows it and writes it again.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/xml.h"

/* ---- writing ---- */

struct soa_writer {
	struct xml_writer xml;
	struct store *store;
	struct strings refs;
	int64_t applicable, excluded, undecided, status[5]; /* implemented, partial, planned, none, unset */
};

static bool collect(void *user, const struct row *row)
{
	struct soa_writer *writer = user;
	const char *applicable = row->cells[0].value, *status = row->cells[1].value;
	static const char *const states[] = { "implemented", "partial", "planned", "none" };
	int i;

	strings_add(&writer->refs, row->ref);
	if (!applicable)
		writer->undecided++;
	else if (strcmp(applicable, "no") == 0)
		writer->excluded++;
	else {
		writer->applicable++;
		for (i = 0; i < 4 && !(status && strcmp(status, states[i]) == 0); i++)
			;
		writer->status[i]++;
	}
	return true;
}

static void write_link(struct soa_writer *writer, const char *name, const char *element)
{
	struct unresolved link;
	struct record *record;

	if (unresolved_parse(element, &link)) {
		xml_empty(&writer->xml, name, "uuid", link.uuid, "ref", link.ref, "title", link.title, NULL);
		unresolved_free(&link);
		return;
	}
	record = store_record_by_ref(writer->store, element, NULL);
	if (record)
		/* The title as it was written, whatever language the interface speaks. */
		xml_empty(&writer->xml, name, "uuid", record->uuid, "ref", record->ref, "title", record_title(record, "en"), NULL);
	record_free(record);
}

static void write_links(struct soa_writer *writer, const char *name, const char *value)
{
	struct strings elements = { 0 };
	size_t i;

	if (value)
		strings_split(&elements, value);
	for (i = 0; i < elements.count; i++)
		write_link(writer, name, elements.items[i]);
	strings_free(&elements);
}

static bool write_line(struct soa_writer *writer, const char *ref, struct error *error)
{
	struct record *line = store_record_by_ref(writer->store, ref, error), *control;
	char *reasons = NULL, *c;

	control = line && record_get(line, "control") ? store_record_by_ref(writer->store, record_get(line, "control"), error) : NULL;
	if (!control) {
		record_free(line);
		return false;
	}
	xml_start(&writer->xml, "line", "control", control->ref, "uuid", line->uuid, "control-uuid", control->uuid, NULL);
	xml_leaf(&writer->xml, "title", record_get(control, "title"), "xml:lang", "en", NULL);
	xml_leaf(&writer->xml, "title", record_get(control, "title_fr"), "xml:lang", "fr", NULL);
	xml_leaf(&writer->xml, "applicable", record_get(line, "applicable"), NULL);
	reasons = xstrdup(record_get(line, "reasons"));
	for (c = reasons; c && *c; c++)
		if (*c == ',')
			*c = ' ';
	xml_leaf(&writer->xml, "reasons", reasons, NULL);
	xml_leaf(&writer->xml, "justification", record_get(line, "justification"), NULL);
	xml_leaf(&writer->xml, "status", record_get(line, "status"), NULL);
	xml_leaf(&writer->xml, "implementation", record_get(line, "implementation"), NULL);
	write_links(writer, "owner", record_get(line, "owner"));
	xml_leaf(&writer->xml, "maturity", record_get(line, "maturity"), NULL);
	xml_leaf(&writer->xml, "planned", record_get(line, "planned"), NULL);
	xml_leaf(&writer->xml, "evidence", record_get(line, "evidence"), NULL);
	xml_leaf(&writer->xml, "evidence_date", record_get(line, "evidence_date"), NULL);
	write_links(writer, "risk", record_get(line, "risks"));
	write_links(writer, "action", record_get(line, "actions"));
	xml_end(&writer->xml, "line");
	free(reasons);
	record_free(control);
	record_free(line);
	return true;
}

static void write_counts(struct soa_writer *writer)
{
	char text[9][24];
	const int64_t values[9] = { writer->applicable + writer->excluded + writer->undecided, writer->applicable, writer->excluded, writer->undecided,
		writer->status[0], writer->status[1], writer->status[2], writer->status[3], writer->status[4] };
	int i;

	for (i = 0; i < 9; i++)
		snprintf(text[i], sizeof text[i], "%lld", (long long)values[i]);
	xml_empty(&writer->xml, "counts", "controls", text[0], "applicable", text[1], "excluded", text[2], "undecided", text[3],
	          "implemented", text[4], "partial", text[5], "planned", text[6], "none", text[7], "unset", text[8], NULL);
}

bool export_soa(struct store *store, struct output *output, struct error *error)
{
	static const char *const columns[] = { "applicable", "status" };
	const struct model_context *context = store_context(store);
	struct soa_writer writer = { .store = store };
	struct record *organisation = store_organisation(store, error), *catalogue;
	struct query *query;
	bool ok;
	size_t i;

	if (!organisation)
		return false;
	catalogue = context->catalogue_ref ? store_record_by_ref(store, context->catalogue_ref, NULL) : NULL;
	if (!catalogue) {
		record_free(organisation);
		return error_set(error, ERROR_INVALID, _("The organisation has no catalogue for its SoA; choose one in its record."));
	}
	query = query_new(register_find("applicability"));
	query_add(query, "control.catalogue", OP_EQUAL, catalogue->ref);
	query_sort(query, "ref", NULL);
	ok = store_each(store, query, columns, 2, collect, &writer, error);
	xml_begin(&writer.xml, output);
	xml_start(&writer.xml, "soa", "xmlns", SOA_NAMESPACE, "version", "1", NULL);
	xml_start(&writer.xml, "organisation", "uuid", organisation->uuid, NULL);
	xml_leaf(&writer.xml, "name", record_get(organisation, "name"), NULL);
	xml_leaf(&writer.xml, "activity", record_get(organisation, "activity"), NULL);
	xml_leaf(&writer.xml, "scope", record_get(organisation, "scope"), NULL);
	xml_leaf(&writer.xml, "exclusions", record_get(organisation, "exclusions"), NULL);
	xml_end(&writer.xml, "organisation");
	xml_start(&writer.xml, "catalogue", "id", record_get(catalogue, "identifier"), "prefix", record_get(catalogue, "prefix"), "uuid", catalogue->uuid, NULL);
	xml_leaf(&writer.xml, "title", record_get(catalogue, "title"), "xml:lang", "en", NULL);
	xml_leaf(&writer.xml, "title", record_get(catalogue, "title_fr"), "xml:lang", "fr", NULL);
	xml_end(&writer.xml, "catalogue");
	write_counts(&writer);
	for (i = 0; ok && i < writer.refs.count; i++)
		ok = write_line(&writer, writer.refs.items[i], error);
	xml_end(&writer.xml, "soa");
	strings_free(&writer.refs);
	query_free(query);
	record_free(organisation);
	record_free(catalogue);
	return xml_finish(&writer.xml, ok ? error : NULL) && ok;
}

/* ---- reading ---- */

struct soa_reader {
	struct action *action;
	struct store *store;
	struct xml_reader *xml;
	struct import_report *report;
	bool adopt; /* the file has no answer yet: the document's organisation becomes its own */
};

static bool located(struct soa_reader *reader, long line, struct error *error)
{
	if (error->kind == ERROR_INVALID && !error->file) {
		char *text = xstrdup(error->message);

		error_set_at(error, ERROR_INVALID, xml_path(reader->xml), line, "%s", text);
		free(text);
	}
	return false;
}

static bool has_answers(struct store *store)
{
	static const char *const fields[] = { "applicable", "reasons", "justification", "status", "implementation", "owner", "maturity", "planned", "evidence", "evidence_date" };
	size_t i;

	for (i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		struct query *query = query_new(register_find("applicability"));
		int64_t count;

		query_add(query, fields[i], OP_FILLED, NULL);
		count = store_count(store, query, NULL);
		query_free(query);
		if (count > 0)
			return true;
	}
	return false;
}

static bool read_organisation(struct soa_reader *reader, struct error *error)
{
	struct record *organisation = store_organisation(reader->store, error);
	char *uuid = xml_attribute(reader->xml, "uuid"), *name = NULL;
	long line = xml_line(reader->xml);
	enum xml_event event;
	bool ok = organisation != NULL;

	if (ok && reader->adopt) {
		/* What the document does not say, the organisation does not have. */
		record_set(organisation, "activity", NULL);
		record_set(organisation, "scope", NULL);
		record_set(organisation, "exclusions", NULL);
	}
	while (ok && (event = xml_next(reader->xml, error)) != XML_END) {
		char *field, *text;

		if (event != XML_START) {
			ok = event == XML_TEXT;
			continue;
		}
		field = xstrdup(xml_name(reader->xml));
		text = xml_content(reader->xml, error);
		ok = text != NULL;
		if (ok && strcmp(field, "name") == 0)
			name = xstrdup(text);
		if (ok && reader->adopt)
			record_set(organisation, field, text);
		free(field);
		free(text);
	}
	if (ok && reader->adopt) {
		ok = action_adopt_organisation(reader->action, uuid, error) && action_set(reader->action, NULL, organisation, error);
		if (!ok)
			located(reader, line, error);
	} else if (ok && strcmp(organisation->uuid, uuid ? uuid : "") != 0) {
		free(reader->report->note);
		/* TRANSLATORS: the name of the document's organisation, then the file's */
		reader->report->note = xasprintf(_("The answers of %s were taken by control; this file stays that of %s."), name ? name : "?", record_get(organisation, "name"));
	}
	free(uuid);
	free(name);
	record_free(organisation);
	return ok;
}

/* Reads <owner/>, <risk/> or <action/>: a real link where the target is here, else one that waits. */
static bool read_link(struct soa_reader *reader, const char *element, struct record *line, int64_t control, const char *control_ref, struct error *error)
{
	struct unresolved link = { .register_name = xstrdup(strcmp(element, "owner") == 0 ? "person" : element) };
	struct record *target;
	bool ok = true;

	link.uuid = xml_attribute(reader->xml, "uuid");
	link.ref = xml_attribute(reader->xml, "ref");
	link.title = xml_attribute(reader->xml, "title");
	(void)control;
	free(xml_content(reader->xml, error));
	if (!link.uuid || !link.ref || !link.title || error->kind) {
		unresolved_free(&link);
		return false;
	}
	target = store_record_by_uuid(reader->store, link.uuid, NULL);
	if (target && strcmp(target->def->name, link.register_name) != 0) {
		record_free(target);
		target = NULL;
	}
	if (strcmp(element, "owner") == 0) {
		char *value = target ? xstrdup(target->ref) : unresolved_format(&link);

		record_set(line, "owner", value);
		free(value);
	} else if (target) {
		const char *field = strcmp(element, "risk") == 0 ? "controls" : "control";
		char *all = record_get(target, field) ? xasprintf("%s,%s", record_get(target, field), control_ref) : xstrdup(control_ref);

		record_set(target, field, all);
		ok = action_set(reader->action, NULL, target, error);
		free(all);
	} else {
		ok = action_unresolved(reader->action, line->id, strcmp(element, "risk") == 0 ? "risks" : "actions", &link, error);
	}
	record_free(target);
	unresolved_free(&link);
	return ok;
}

static bool read_line(struct soa_reader *reader, struct error *error)
{
	static const char *const fields[] = { "applicable", "reasons", "justification", "status", "implementation", "owner", "maturity", "planned", "evidence", "evidence_date" };
	char *control_ref = xml_attribute(reader->xml, "control"), *control_uuid = xml_attribute(reader->xml, "control-uuid"), *ref = NULL;
	struct action_counts before = action_counts(reader->action), after;
	struct record *control = control_uuid ? store_record_by_uuid(reader->store, control_uuid, NULL) : NULL, *line = NULL;
	long number = xml_line(reader->xml);
	enum xml_event event;
	bool ok;
	size_t i;

	if (!control && control_ref)
		control = store_record_by_ref(reader->store, control_ref, NULL);
	if (!control || strcmp(control->def->name, "control") != 0) {
		ok = error_set_at(error, ERROR_INVALID, xml_path(reader->xml), number, _("This file has no control %s; import its catalogue first."), control_ref ? control_ref : "?");
		goto out;
	}
	ref = xasprintf("soa:%s", control->ref);
	line = store_record_by_ref(reader->store, ref, error);
	ok = line != NULL;
	for (i = 0; ok && i < sizeof fields / sizeof fields[0]; i++)
		record_set(line, fields[i], NULL);
	while (ok && (event = xml_next(reader->xml, error)) != XML_END) {
		char *name, *text, *c;

		if (event != XML_START) {
			ok = event == XML_TEXT;
			continue;
		}
		name = xstrdup(xml_name(reader->xml));
		if (strcmp(name, "owner") == 0 || strcmp(name, "risk") == 0 || strcmp(name, "action") == 0) {
			ok = read_link(reader, name, line, control->id, control->ref, error);
		} else {
			text = xml_content(reader->xml, error);
			ok = text != NULL;
			for (c = text; c && *c && strcmp(name, "reasons") == 0; c++)
				if (*c == ' ')
					*c = ',';
			if (ok && strcmp(name, "title") != 0)
				record_set(line, name, text);
			free(text);
		}
		free(name);
	}
	ok = ok && action_set(reader->action, NULL, line, error);
	if (!ok) {
		located(reader, number, error);
		goto out;
	}
	after = action_counts(reader->action);
	if (after.changed > before.changed) {
		reader->report->changed++;
		import_report_add(reader->report, '~', line->ref, record_title(control, environment_language()));
	} else {
		reader->report->unchanged++;
	}
out:
	free(control_ref);
	free(control_uuid);
	free(ref);
	record_free(control);
	record_free(line);
	return ok;
}

bool soa_read(struct action *action, struct store *store, struct xml_reader *xml, struct import_report *report, struct error *error)
{
	struct soa_reader reader = { .action = action, .store = store, .xml = xml, .report = report, .adopt = !has_answers(store) };
	enum xml_event event;
	bool ok = true;

	while (ok && (event = xml_next(xml, error)) != XML_FINISHED) {
		if (event == XML_FAILED) {
			ok = false;
			break;
		}
		if (event != XML_START)
			continue;
		if (strcmp(xml_name(xml), "organisation") == 0) {
			ok = read_organisation(&reader, error);
		} else if (strcmp(xml_name(xml), "line") == 0) {
			ok = read_line(&reader, error);
		}
		/* The catalogue's title and the counts follow from the lines. */
	}
	return ok;
}
