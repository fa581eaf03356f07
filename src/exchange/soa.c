/* The Statement of Applicability as XML, read: answers by control, links to what the file lacks kept as they are. */
#include <stdlib.h>
#include <string.h>

#include "exchange/soa.h"

struct soa_reader {
	struct action *action;
	struct store *store;
	struct xml_reader *xml;
	struct import_report *report;
	bool adopt;              /* the file has no answer yet: the document's organisation becomes its own */
	struct strings controls; /* refs of those answered so far */
	bool own;                /* within <own>: controls that the file may not have yet */
	struct section {
		char *told[SOA_COUNTS]; /* what the document says its lines amount to */
		long line;
		struct soa_counts counts; /* what they do */
	} sections[2];                    /* the reference's, the organisation's own */
};

static bool has_answers(struct store *store)
{
	static const char *const fields[] = { "applicable", "reasons", "justification", "status", "implementation",
		"owner", "maturity", "planned", "evidence", "evidence_date" };
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
		ok = action_adopt_organisation(reader->action, uuid, error) &&
		     action_set(reader->action, NULL, organisation, error);
		if (!ok)
			xml_refuse(reader->xml, line, error);
	} else if (ok && strcmp(organisation->uuid, uuid ? uuid : "") != 0) {
		free(reader->report->note);
		/* TRANSLATORS: the name of the document's organisation, then the file's */
		reader->report->note =
			xasprintf(_("The answers of %s were taken by control; this file stays that of %s."),
				name ? name : "?", record_get(organisation, "name"));
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
static bool link_line(struct soa_reader *reader, struct record *line, const char *field, const struct unresolved *link,
	struct record *target, const char *control, struct error *error)
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
static bool read_link(
	struct soa_reader *reader, const char *element, struct record *line, const char *control, struct error *error)
{
	struct unresolved link = { .register_name =
					   xstrdup(strcmp(element, "owner") == 0 ? register_people()->name : element) };
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
		ok = link_line(reader, line, strcmp(element, "risk") == 0 ? "risks" : "actions", &link, target, control,
			error);
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

/* An own control of the document, which the file need not know: made, its title to be read. */
static struct record *add_own(struct soa_reader *reader, const char *ref, const char *uuid, struct error *error)
{
	struct record *control;

	if (!own_catalogue(reader->store, reader->action, error))
		return NULL;
	control = record_new(register_find("control"), store_context(reader->store)->time_zone);
	record_set(control, "catalogue", OWN_CATALOGUE);
	record_set(control, "number", ref + strlen("own:"));
	record_set(control, "title", ref + strlen("own:"));
	control->uuid = xstrdup(uuid);
	if (action_add(reader->action, control, error))
		return control;
	record_free(control);
	return NULL;
}

/* What the document calls an own control.  One of the same number that is another is no place for its answer. */
static bool name_own(struct soa_reader *reader, const struct record *control, const char *uuid,
	const char *const titles[2], long line, struct error *error)
{
	struct record *named = record_copy(control);
	bool ok = true;

	if (uuid && strcmp(control->uuid, uuid) != 0 && titles[0] &&
		strcmp(record_get(control, "title"), titles[0]) != 0)
		ok = error_set_at(error, ERROR_INVALID, xml_path(reader->xml), line,
			_("%s is another own control in this file, \"%s\"; give one of them another number."),
			control->ref, record_get(control, "title"));
	if (titles[0])
		record_set(named, "title", titles[0]);
	if (titles[1])
		record_set(named, "title_fr", titles[1]);
	ok = ok && action_set(reader->action, NULL, named, error);
	record_free(named);
	return ok;
}

static bool read_line(struct soa_reader *reader, struct error *error)
{
	static const char *const fields[] = { "applicable", "reasons", "justification", "status", "implementation",
		"owner", "maturity", "planned", "evidence", "evidence_date" };
	char *control_ref = xml_attribute(reader->xml, "control"),
	     *control_uuid = xml_attribute(reader->xml, "control-uuid"), *ref = NULL;
	struct action_counts before = action_counts(reader->action), after;
	struct record *control = control_uuid ? store_record_by_uuid(reader->store, control_uuid, NULL) : NULL,
		      *line = NULL;
	long number = xml_line(reader->xml);
	char *titles[2] = { NULL, NULL }; /* English, French */
	enum xml_event event;
	bool ok, added = false;
	size_t i;

	if (!control && control_ref)
		control = store_record_by_ref(reader->store, control_ref, NULL);
	if (!control && reader->own && control_ref && strncmp(control_ref, "own:", 4) == 0 && control_ref[4]) {
		control = add_own(reader, control_ref, control_uuid, error);
		added = true;
		if (!control) {
			ok = xml_refuse(reader->xml, number, error);
			goto out;
		}
	}
	if (!control || strcmp(control->def->name, "control") != 0) {
		char *shown = xml_shown(control_ref ? control_ref : "?", control_ref ? strlen(control_ref) : 1);

		ok = error_set_at(error, ERROR_INVALID, xml_path(reader->xml), number,
			_("This file has no control %s; import its catalogue first."), shown);
		free(shown);
		goto out;
	}
	if (strings_contain(&reader->controls, control->ref)) {
		ok = error_set_at(error, ERROR_INVALID, xml_path(reader->xml), number,
			_("The control %s has a second line here."), control->ref);
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
		char *name, *text, *c, *language;

		if (event != XML_START) {
			ok = event == XML_TEXT;
			continue;
		}
		name = xstrdup(xml_name(reader->xml));
		language = xml_language(reader->xml);
		xml_place(reader->xml, name);
		if (strcmp(name, "owner") == 0 || strcmp(name, "risk") == 0 || strcmp(name, "action") == 0) {
			ok = read_link(reader, name, line, control->ref, error);
		} else {
			text = xml_content(reader->xml, error);
			ok = text != NULL;
			for (c = text; c && *c && strcmp(name, "reasons") == 0; c++)
				if (*c == ' ')
					*c = ',';
			if (ok && strcmp(name, "title") != 0) {
				record_set(line, name, text);
			} else if (ok && language) {
				char **title = &titles[strcmp(language, "fr") == 0];

				free(*title);
				*title = xstrdup(text);
			}
			free(text);
		}
		free(language);
		free(name);
	}
	if (ok)
		soa_count_line(&reader->sections[reader->own].counts, record_get(line, "applicable"),
			record_get(line, "status"));
	if (ok && reader->own)
		ok = name_own(reader, control, control_uuid, (const char *const *)titles, number, error);
	ok = ok && action_set(reader->action, NULL, line, error);
	if (!ok) {
		xml_refuse(reader->xml, number, error);
		goto out;
	}
	after = action_counts(reader->action);
	if (added) {
		reader->report->added++;
		import_report_add(reader->report, '+', line->ref, titles[0]);
	} else if (after.changed > before.changed) {
		reader->report->changed++;
		import_report_add(reader->report, '~', line->ref, record_title(control, environment_language()));
	} else {
		reader->report->unchanged++;
	}
out:
	free(control_ref);
	free(control_uuid);
	free(ref);
	free(titles[0]);
	free(titles[1]);
	record_free(control);
	record_free(line);
	return ok;
}

static void read_counts(struct soa_reader *reader)
{
	struct section *section = &reader->sections[reader->own];
	int i;

	section->line = xml_line(reader->xml);
	for (i = 0; i < SOA_COUNTS; i++) {
		free(section->told[i]);
		section->told[i] = xml_attribute(reader->xml, soa_count_names[i]);
	}
}

/* A document whose counts are not those of its lines was cut or changed by somebody who forgot them. */
static bool counts_hold(const struct soa_reader *reader, const struct section *section, struct error *error)
{
	int i;

	for (i = 0; i < SOA_COUNTS; i++) {
		int64_t told;

		if (section->told[i] &&
			(!number_parse_integer(section->told[i], &told) || told != section->counts.of[i])) {
			char *shown = xml_shown(section->told[i], strlen(section->told[i]));

			/* TRANSLATORS: the name of a count ("applicable"), what the document says, what its lines give */
			error_set_at(error, ERROR_INVALID, xml_path(reader->xml), section->line,
				_("The counts are not those of the lines: %s is %s, the lines give %lld."),
				soa_count_names[i], shown, (long long)section->counts.of[i]);
			free(shown);
			return false;
		}
	}
	return true;
}

bool soa_read(struct action *action, struct store *store, struct xml_reader *xml, struct import_report *report,
	struct error *error)
{
	struct soa_reader reader = {
		.action = action, .store = store, .xml = xml, .report = report, .adopt = !has_answers(store)
	};
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
		else if (strcmp(xml_name(xml), "own") == 0)
			reader.own = true;
		else if (strcmp(xml_name(xml), "counts") == 0)
			read_counts(&reader);
		else if (strcmp(xml_name(xml), "line") == 0)
			ok = read_line(&reader, error);
		/* The catalogue's title follows from the lines. */
	}
	ok = ok && counts_hold(&reader, &reader.sections[0], error) && counts_hold(&reader, &reader.sections[1], error);
	strings_free(&reader.controls);
	for (i = 0; i < 2 * SOA_COUNTS; i++)
		free(reader.sections[i / SOA_COUNTS].told[i % SOA_COUNTS]);
	return ok;
}
