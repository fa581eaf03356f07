/*
 * The Statement of Applicability as XML.  Each link to an owner, risk or
 * action carries uuid, ref and title, so that a file without the target keeps the
 * link, shows it and writes it again.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/xml.h"

/* ---- the counts: what the lines amount to ---- */

#define COUNT_KINDS 9
static const char *const count_names[COUNT_KINDS] = { "controls", "applicable", "excluded", "undecided", "implemented", "partial", "planned", "none", "unset" };

struct counts {
	int64_t of[COUNT_KINDS];
};

static void count_line(struct counts *counts, const char *applicable, const char *status)
{
	int i = 4;

	counts->of[0]++;
	counts->of[!applicable ? 3 : strcmp(applicable, "no") == 0 ? 2 : 1]++;
	if (!applicable || strcmp(applicable, "no") == 0)
		return;
	while (i < COUNT_KINDS - 1 && !(status && strcmp(status, count_names[i]) == 0))
		i++;
	counts->of[i]++;
}

/* ---- writing ---- */

struct soa_writer {
	struct xml_writer xml;
	struct store *store;
	struct strings refs;
	struct counts counts;
};

static bool collect(void *user, const struct row *row)
{
	struct soa_writer *writer = user;

	strings_add(&writer->refs, row->ref);
	count_line(&writer->counts, row->cells[0].value, row->cells[1].value);
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
	char text[COUNT_KINDS][24];
	int i;

	for (i = 0; i < COUNT_KINDS; i++)
		snprintf(text[i], sizeof text[i], "%lld", (long long)writer->counts.of[i]);
	xml_empty(&writer->xml, "counts", count_names[0], text[0], count_names[1], text[1], count_names[2], text[2], count_names[3], text[3],
	          count_names[4], text[4], count_names[5], text[5], count_names[6], text[6], count_names[7], text[7], count_names[8], text[8], NULL);
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
	return ok;
}

/* ---- reading ---- */

struct soa_reader {
	struct action *action;
	struct store *store;
	struct xml_reader *xml;
	struct import_report *report;
	bool adopt; /* the file has no answer yet: the document's organisation becomes its own */
	struct strings controls; /* refs of those answered so far */
	char *told[COUNT_KINDS]; /* what the document says its lines amount to */
	long counts_line;
	struct counts counts;    /* what they do */
};

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
		xml_place(reader->xml, field);
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
			xml_refuse(reader->xml, line, error);
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

/* The record that a link means: that of its uuid, else the one that bears its ref and its title. */
static struct record *find_target(struct soa_reader *reader, const struct unresolved *link)
{
	struct record *target = store_record_by_uuid(reader->store, link->uuid, NULL);

	if (!target) {
		target = store_record_by_ref(reader->store, link->ref, NULL);
		if (target && strcmp(record_title(target, "en"), link->title) != 0) {
			record_free(target);
			target = NULL;
		}
	}
	if (target && strcmp(target->def->name, link->register_name) != 0) {
		record_free(target);
		target = NULL;
	}
	return target;
}

/* A link of the line to a risk or an action: real in the target's own record, else one that waits.  The one that waited before it goes. */
static bool link_line(struct soa_reader *reader, struct record *line, const char *field, const struct unresolved *link, struct record *target, const char *control, struct error *error)
{
	const char *held = record_get(line, field), *back = strcmp(field, "risks") == 0 ? "controls" : "control";
	char *element = unresolved_format(link), *all;
	struct strings elements = { 0 };
	bool waits;

	if (held)
		strings_split(&elements, held);
	waits = strings_contain(&elements, element);
	strings_free(&elements);
	free(element);
	if (!target && waits)
		return true;
	if (held && strstr(held, link->uuid) && !action_resolved(reader->action, line->id, field, link->uuid, error))
		return false;
	if (!target)
		return action_unresolved(reader->action, line->id, field, link, error);
	all = record_get(target, back) ? xasprintf("%s,%s", record_get(target, back), control) : xstrdup(control);
	record_set(target, back, all);
	free(all);
	return action_set(reader->action, NULL, target, error);
}

/* Reads <owner/>, <risk/> or <action/>. */
static bool read_link(struct soa_reader *reader, const char *element, struct record *line, const char *control, struct error *error)
{
	struct unresolved link = { .register_name = xstrdup(strcmp(element, "owner") == 0 ? "person" : element) };
	long number = xml_line(reader->xml);
	struct record *target;
	bool ok = true;

	link.uuid = xml_attribute(reader->xml, "uuid");
	link.ref = xml_attribute(reader->xml, "ref");
	link.title = xml_attribute(reader->xml, "title");
	free(xml_content(reader->xml, error));
	if (!link.uuid || !link.ref || !link.title || error->kind) {
		unresolved_free(&link);
		return false;
	}
	target = find_target(reader, &link);
	if (strcmp(element, "owner") == 0) {
		char *value = target ? xstrdup(target->ref) : unresolved_format(&link);

		record_set(line, "owner", value);
		free(value);
	} else {
		ok = link_line(reader, line, strcmp(element, "risk") == 0 ? "risks" : "actions", &link, target, control, error);
		if (!ok && error->kind == ERROR_INVALID) {
			/* What the store refuses here is a field of the target, not of the line. */
			free(error->field);
			error->field = NULL;
			xml_refuse(reader->xml, number, error);
		}
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
		char *shown = xml_shown(control_ref ? control_ref : "?", control_ref ? strlen(control_ref) : 1);

		ok = error_set_at(error, ERROR_INVALID, xml_path(reader->xml), number, _("This file has no control %s; import its catalogue first."), shown);
		free(shown);
		goto out;
	}
	if (strings_contain(&reader->controls, control->ref)) {
		ok = error_set_at(error, ERROR_INVALID, xml_path(reader->xml), number, _("The control %s has a second line here."), control->ref);
		goto out;
	}
	strings_add(&reader->controls, control->ref);
	xml_places_forget(reader->xml);
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
		xml_place(reader->xml, name);
		if (strcmp(name, "owner") == 0 || strcmp(name, "risk") == 0 || strcmp(name, "action") == 0) {
			ok = read_link(reader, name, line, control->ref, error);
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
	if (ok)
		count_line(&reader->counts, record_get(line, "applicable"), record_get(line, "status"));
	ok = ok && action_set(reader->action, NULL, line, error);
	if (!ok) {
		xml_refuse(reader->xml, number, error);
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

static void read_counts(struct soa_reader *reader)
{
	int i;

	reader->counts_line = xml_line(reader->xml);
	for (i = 0; i < COUNT_KINDS; i++) {
		free(reader->told[i]);
		reader->told[i] = xml_attribute(reader->xml, count_names[i]);
	}
}

/* A document whose counts are not those of its lines was cut or changed by somebody who forgot them. */
static bool counts_hold(struct soa_reader *reader, struct error *error)
{
	int i;

	for (i = 0; i < COUNT_KINDS; i++) {
		int64_t told;

		if (reader->told[i] && (!number_parse_integer(reader->told[i], &told) || told != reader->counts.of[i])) {
			char *shown = xml_shown(reader->told[i], strlen(reader->told[i]));

			/* TRANSLATORS: the name of a count ("applicable"), what the document says, what its lines give */
			error_set_at(error, ERROR_INVALID, xml_path(reader->xml), reader->counts_line, _("The counts are not those of the lines: %s is %s, the lines give %lld."), count_names[i], shown, (long long)reader->counts.of[i]);
			free(shown);
			return false;
		}
	}
	return true;
}

bool soa_read(struct action *action, struct store *store, struct xml_reader *xml, struct import_report *report, struct error *error)
{
	struct soa_reader reader = { .action = action, .store = store, .xml = xml, .report = report, .adopt = !has_answers(store) };
	enum xml_event event;
	bool ok = true;
	int i;

	while (ok && (event = xml_next(xml, error)) != XML_FINISHED) {
		if (event == XML_FAILED) {
			ok = false;
			break;
		}
		if (event != XML_START)
			continue;
		if (strcmp(xml_name(xml), "organisation") == 0)
			ok = read_organisation(&reader, error);
		else if (strcmp(xml_name(xml), "counts") == 0)
			read_counts(&reader);
		else if (strcmp(xml_name(xml), "line") == 0)
			ok = read_line(&reader, error);
		/* The catalogue's title follows from the lines. */
	}
	ok = ok && counts_hold(&reader, error);
	strings_free(&reader.controls);
	for (i = 0; i < COUNT_KINDS; i++)
		free(reader.told[i]);
	return ok;
}
