/* The Statement of Applicability as XML, read: answers by control, links to what the file lacks kept as they are. */
#include <assert.h>
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

/* What an organisation says of a control. */
static const char *const answers[] = { "applicable", "reasons", "justification", "status", "implementation", "owner",
	"maturity", "planned", "evidence", "evidence_date" };
enum { ANSWER_COUNT = sizeof answers / sizeof answers[0] };

static bool has_answers(struct store *store)
{
	size_t i;

	for (i = 0; i < ANSWER_COUNT; i++) {
		struct query *query = query_new(register_find("applicability"));
		int64_t count;

		query_add(query, answers[i], OP_FILLED, NULL);
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

/* The elements that link a line, and the field that holds them; the other side of that is a field of the register. */
static const struct link_kind {
	const char *element, *field;
} link_kinds[] = {
	{ "risk", "risks" },
	{ "action", "actions" },
	{ "proof", "proofs" },
	{ "exception", "exceptions" },
};
enum { LINK_KINDS = sizeof link_kinds / sizeof link_kinds[0] };

static const struct field_def *linked_by(const char *element)
{
	size_t i;

	for (i = 0; i < LINK_KINDS; i++)
		if (strcmp(element, link_kinds[i].element) == 0)
			return register_field(register_find("applicability"), link_kinds[i].field);
	return NULL;
}

/* A record that stands as it was signed, and was not about this control, takes no link any more. */
static bool takes_link(const struct record *target, const char *back, const char *control)
{
	struct strings held = { 0 };
	bool there;

	if (record_get(target, back))
		strings_split(&held, record_get(target, back));
	there = strings_contain(&held, control);
	strings_free(&held);
	return there || !record_stands(target);
}

/* A link of the line: real in the target's own record, else one that waits.  The one that waited before it goes. */
static bool link_line(struct soa_reader *reader, struct record *line, const struct field_def *of,
	const struct unresolved *link, struct record *target, const char *control, struct error *error)
{
	const char *field = of->name, *held = record_get(line, field), *back = of->inverse;
	char *element = unresolved_format(link), *all;
	struct strings elements = { 0 };
	bool waits;

	if (target && !takes_link(target, back, control))
		target = NULL;

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

/* Reads <owner/>, or an element of link_kinds. */
static bool read_link(
	struct soa_reader *reader, const char *element, struct record *line, const char *control, struct error *error)
{
	const struct field_def *of = linked_by(element);
	struct unresolved link = { .register_name = xstrdup(of ? of->target : register_people()->name) };
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
	if (!of) {
		char *value = target ? xstrdup(target->ref) : unresolved_format(&link);

		record_set(line, "owner", value);
		free(value);
	} else {
		ok = link_line(reader, line, of, &link, target, control, error);
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

/* ---- a line ---- */

enum { ENGLISH, FRENCH, LANGUAGES };

struct line_reader {
	struct soa_reader *reader;
	long number;                   /* of the line of the document */
	char *control_ref, *uuid;      /* as the document names the control */
	struct record *control, *line; /* of the file */
	bool added;                    /* the control is an own one, made for this line */
	char *titles[LANGUAGES];       /* of the control, in the document */
};

static void line_free(struct line_reader *line)
{
	free(line->control_ref);
	free(line->uuid);
	free(line->titles[ENGLISH]);
	free(line->titles[FRENCH]);
	record_free(line->control);
	record_free(line->line);
}

static bool is_own_ref(const char *ref)
{
	return ref && strncmp(ref, "own:", 4) == 0 && ref[4];
}

/* The control that the line answers for, which has no other line in the document. */
static bool find_control(struct line_reader *line, struct error *error)
{
	struct soa_reader *reader = line->reader;
	const char *ref = line->control_ref;

	line->control = line->uuid ? store_record_by_uuid(reader->store, line->uuid, NULL) : NULL;
	if (!line->control && ref)
		line->control = store_record_by_ref(reader->store, ref, NULL);
	if (!line->control && reader->own && is_own_ref(ref)) {
		line->control = add_own(reader, ref, line->uuid, error);
		line->added = true;
		if (!line->control)
			return xml_refuse(reader->xml, line->number, error);
	}
	if (!line->control || strcmp(line->control->def->name, "control") != 0) {
		char *shown = xml_shown(ref ? ref : "?", ref ? strlen(ref) : 1);

		error_set_at(error, ERROR_INVALID, xml_path(reader->xml), line->number,
			_("This file has no control %s; import its catalogue first."), shown);
		free(shown);
		return false;
	}
	if (strings_contain(&reader->controls, line->control->ref))
		return error_set_at(error, ERROR_INVALID, xml_path(reader->xml), line->number,
			_("The control %s has a second line here."), line->control->ref);
	strings_add(&reader->controls, line->control->ref);
	return true;
}

/* The control's line in the file, its answers emptied: what the document does not say is not answered. */
static bool find_line(struct line_reader *line, struct error *error)
{
	char *ref;
	size_t i;

	assert(line->control);
	ref = xasprintf("soa:%s", line->control->ref);
	line->line = store_record_by_ref(line->reader->store, ref, error);
	free(ref);
	for (i = 0; line->line && i < ANSWER_COUNT; i++)
		record_set(line->line, answers[i], NULL);
	return line->line != NULL;
}

/* An element that holds text: an answer, or the control's title in a language. */
static bool read_text(struct line_reader *line, const char *name, const char *language, struct error *error)
{
	char *text = xml_content(line->reader->xml, error), *c;

	if (!text)
		return false;
	if (strcmp(name, "title") == 0) {
		if (language) {
			char **title = &line->titles[strcmp(language, "fr") == 0 ? FRENCH : ENGLISH];

			free(*title);
			*title = xstrdup(text);
		}
	} else if (strcmp(name, "theme") != 0) { /* which is the catalogue's */
		for (c = text; *c && strcmp(name, "reasons") == 0; c++)
			if (*c == ' ')
				*c = ',';
		record_set(line->line, name, text);
	}
	free(text);
	return true;
}

static bool is_link(const char *name)
{
	return strcmp(name, "owner") == 0 || linked_by(name);
}

/* Everything inside of the line. */
static bool read_elements(struct line_reader *line, struct error *error)
{
	struct xml_reader *xml = line->reader->xml;
	enum xml_event event;
	bool ok = true;

	while (ok && (event = xml_next(xml, error)) != XML_END) {
		char *name, *language;

		if (event != XML_START) {
			ok = event == XML_TEXT;
			continue;
		}
		name = xstrdup(xml_name(xml));
		language = xml_language(xml);
		xml_place(xml, name);
		ok = is_link(name) ? read_link(line->reader, name, line->line, line->control->ref, error)
				   : read_text(line, name, language, error);
		free(language);
		free(name);
	}
	return ok;
}

static bool write_line(struct line_reader *line, struct error *error)
{
	struct soa_reader *reader = line->reader;

	soa_count_line(&reader->sections[reader->own].counts, record_get(line->line, "applicable"),
		record_get(line->line, "status"));
	return (!reader->own || name_own(reader, line->control, line->uuid, (const char *const *)line->titles,
					line->number, error)) &&
	       action_set(reader->action, NULL, line->line, error);
}

/* What became of the line, for the report of the import. */
static void tell_line(const struct line_reader *line, const struct action_counts *before)
{
	struct import_report *report = line->reader->report;
	struct action_counts after = action_counts(line->reader->action);

	if (line->added) {
		report->added++;
		import_report_add(report, '+', line->line->ref, line->titles[ENGLISH]);
	} else if (after.changed > before->changed) {
		report->changed++;
		import_report_add(report, '~', line->line->ref, record_title(line->control, environment_language()));
	} else {
		report->unchanged++;
	}
}

static bool read_line(struct soa_reader *reader, struct error *error)
{
	struct line_reader line = {
		.reader = reader,
		.number = xml_line(reader->xml),
		.control_ref = xml_attribute(reader->xml, "control"),
		.uuid = xml_attribute(reader->xml, "control-uuid"),
	};
	struct action_counts before = action_counts(reader->action);
	bool ok = find_control(&line, error);

	if (ok) {
		xml_places_forget(reader->xml);
		ok = find_line(&line, error) && read_elements(&line, error) && write_line(&line, error);
		if (ok)
			tell_line(&line, &before);
		else
			xml_refuse(reader->xml, line.number, error);
	}
	line_free(&line);
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
