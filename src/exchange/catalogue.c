/* Catalogues as XML: a tree of groups with controls, and requirements; titles by language. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/import.h"
#include "exchange/xml.h"

/* ---- reading ---- */

/* The numbers read so far, each with its line: a catalogue may hold hundreds of thousands. */
struct number {
	char *ref;
	long line;
};
struct numbers {
	struct number *slots;
	size_t count, size; /* size: a power of two, more than twice the count */
};

struct catalogue_reader {
	struct action *action;
	struct store *store;
	struct xml_reader *xml;
	struct import_report *report;
	char *identifier, *prefix; /* of the catalogue being read */
	bool fresh;                /* the file does not hold it yet: nothing to look up */
	bool shipped;              /* a catalogue of Noria's: its controls are known */
	int64_t controls;
	struct numbers numbers;
	struct strings registers; /* of which it has anything */
};

static struct number *slot_of(const struct numbers *numbers, const char *ref)
{
	uint32_t hash = 2166136261u;
	const char *c;
	size_t i;

	/* Refs do not differ by case alone. */
	for (c = ref; *c; c++)
		hash = (hash ^ (unsigned char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c)) * 16777619u;
	for (i = hash & (numbers->size - 1); numbers->slots[i].ref && strcasecmp(numbers->slots[i].ref, ref) != 0;
		i = (i + 1) & (numbers->size - 1))
		;
	return &numbers->slots[i];
}

/* Remembers a number; the line where it stood before, 0 when it is new. */
static long note_number(struct numbers *numbers, const char *ref, long line)
{
	struct number *slot;
	size_t i;

	if (2 * (numbers->count + 1) > numbers->size) {
		struct numbers larger = { .count = numbers->count, .size = numbers->size ? 2 * numbers->size : 256 };

		larger.slots = xcalloc(larger.size, sizeof *larger.slots);
		for (i = 0; i < numbers->size; i++)
			if (numbers->slots[i].ref)
				*slot_of(&larger, numbers->slots[i].ref) = numbers->slots[i];
		free(numbers->slots);
		*numbers = larger;
	}
	slot = slot_of(numbers, ref);
	if (slot->ref)
		return slot->line ? slot->line : 1;
	*slot = (struct number){ .ref = xstrdup(ref), .line = line };
	numbers->count++;
	return 0;
}

static void numbers_free(struct numbers *numbers)
{
	size_t i;

	for (i = 0; i < numbers->size; i++)
		free(numbers->slots[i].ref);
	free(numbers->slots);
}

/*
 * The catalogues that Noria ships, by which files agree with each other.  A
 * stranger's document that takes the name of one may not bring other controls under it.
 */
static const char *const shipped[][2] = {
	{ "iso27002-2005", "2005" },
	{ "iso27001-2013", "2013" },
	{ "iso27001-2022", "2022" },
	{ "itil4", NULL },
};

static size_t shipped_at(const char *identifier)
{
	size_t i;

	for (i = 0; i < sizeof shipped / sizeof shipped[0] && strcmp(shipped[i][0], identifier) != 0; i++)
		;
	return i;
}

static bool check_shipped(struct catalogue_reader *reader, long line, struct error *error)
{
	struct record *held;
	const char *prefix;
	size_t i;
	bool same;

	i = shipped_at(reader->identifier);
	if (i == sizeof shipped / sizeof shipped[0])
		return true;
	reader->shipped = true;
	held = reader->fresh ? NULL : store_record_by_ref(reader->store, reader->identifier, NULL);
	prefix = held && strcmp(held->def->name, "catalogue") == 0 ? record_get(held, "prefix") : shipped[i][1];
	same = !prefix || strcmp(prefix, reader->prefix) == 0;
	record_free(held);
	return same || error_set_at(error, ERROR_INVALID, xml_path(reader->xml), line,
			       _("%s is a catalogue of Noria, and this is another; give it an id of its own."),
			       reader->identifier);
}

/* Whether a control of the document is one that the file's catalogue of that name holds. */
static bool check_control(struct catalogue_reader *reader, const char *ref, long line, struct error *error)
{
	const struct register_def *def = NULL;

	reader->controls++;
	if (!reader->shipped || reader->fresh ||
		(store_find(reader->store, ref, &def) && strcmp(def->name, "control") == 0))
		return true;
	return error_set_at(error, ERROR_INVALID, xml_path(reader->xml), line,
		_("%s is a catalogue of Noria and has no control %s; give this one an id of its own."),
		reader->identifier, ref);
}

/* Whether the document left controls of that catalogue out. */
static bool check_whole(struct catalogue_reader *reader, long line, struct error *error)
{
	struct query *query;
	int64_t held;

	if (!reader->shipped || reader->fresh)
		return true;
	query = query_new(register_find("control"));
	query_add(query, "catalogue", OP_EQUAL, reader->identifier);
	held = store_count(reader->store, query, error);
	query_free(query);
	if (held < 0)
		return false;
	return held == reader->controls ||
	       error_set_at(error, ERROR_INVALID, xml_path(reader->xml), line,
		       _("%s is a catalogue of Noria and has %lld controls, not %lld; give this one an id of its own."),
		       reader->identifier, (long long)held, (long long)reader->controls);
}

/* Writes a record of the catalogue: new, changed, or as it was. */
static bool put(struct catalogue_reader *reader, struct record *record, char *ref, long line, struct error *error)
{
	const struct register_def *def = NULL;
	int64_t id = reader->fresh ? 0 : store_find(reader->store, ref, &def);
	struct action_counts before = action_counts(reader->action), after;
	struct record *old = NULL;
	long first = note_number(&reader->numbers, ref, line);
	bool ok;
	size_t i;

	if (first)
		return error_set_at(error, ERROR_INVALID, xml_path(reader->xml), line,
			_("%s stands here a second time; the first is on line %ld."), ref, first);
	if (!strings_contain(&reader->registers, record->def->name))
		strings_add(&reader->registers, record->def->name);
	if (strcmp(record->def->name, "control") == 0 && !check_control(reader, ref, line, error))
		return false;
	if (id && def != record->def) {
		ok = error_set(error, ERROR_INVALID, _("%s is no record of this register."), ref);
	} else if (id) {
		old = store_record(reader->store, id, error);
		/* Only what a catalogue says is replaced: answers stay. */
		for (i = 0; old && i < record->def->field_count; i++)
			if (record->values[i])
				record_set(old, record->def->fields[i].name, record->values[i]);
		if (old && old->def->gone)
			record_set(old, old->def->gone, NULL);
		ok = old && action_set(reader->action, NULL, old, error);
	} else {
		record->ref = xstrdup(ref);
		ok = action_add(reader->action, record, error);
	}
	record_free(old);
	if (!ok)
		return xml_refuse(reader->xml, line, error);
	after = action_counts(reader->action);
	if (!id) {
		reader->report->added++;
		import_report_add(reader->report, '+', ref, record_title(record, environment_language()));
	} else if (after.changed > before.changed) {
		reader->report->changed++;
		import_report_add(reader->report, '~', ref, record_title(record, environment_language()));
	} else {
		reader->report->unchanged++;
	}
	return true;
}

/* "title" in English is the field title, in French title_fr; other languages are passed over. */
static bool read_text(struct catalogue_reader *reader, struct record *record, const char *field, struct error *error)
{
	char *language = xml_language(reader->xml), *name, *text;

	name = language && strcmp(language, "en") != 0 ? xasprintf("%s_%s", field, language) : xstrdup(field);
	xml_place(reader->xml, name);
	text = xml_content(reader->xml, error);
	if (text && register_field(record->def, name))
		record_set(record, name, text);
	free(name);
	free(language);
	free(text);
	return text != NULL;
}

static bool read_attribute(struct catalogue_reader *reader, struct record *record, struct error *error)
{
	char *name = xml_attribute(reader->xml, "name"), *text = xml_content(reader->xml, error);
	bool ok = name && text;

	if (ok)
		xml_place(reader->xml, name);
	if (ok && register_field(record->def, name)) {
		const char *before = record_get(record, name);
		char *all = before ? xasprintf("%s,%s", before, text) : xstrdup(text);

		record_set(record, name, all);
		free(all);
	}
	free(name);
	free(text);
	return ok;
}

/* The children of a control or requirement, up to its end. */
static bool read_leaf(struct catalogue_reader *reader, const char *name, const char *theme, struct error *error)
{
	struct record *record = record_empty(register_find(name));
	char *number = xml_attribute(reader->xml, "number"), *ref;
	long line = xml_line(reader->xml);
	enum xml_event event;
	bool ok = true;

	xml_places_forget(reader->xml);
	record_set(record, "catalogue", reader->identifier);
	record_set(record, "number", number);
	if (theme)
		record_set(record, "theme", theme);
	while (ok && (event = xml_next(reader->xml, error)) != XML_END) {
		if (event == XML_FAILED || event == XML_FINISHED) {
			ok = false;
		} else if (event == XML_START) {
			if (strcmp(xml_name(reader->xml), "attribute") == 0)
				ok = read_attribute(reader, record, error);
			else
				ok = read_text(reader, record, xml_name(reader->xml), error);
		}
	}
	ref = xasprintf("%s:%s", reader->prefix, number ? number : "");
	ok = ok && put(reader, record, ref, line, error);
	free(ref);
	free(number);
	record_free(record);
	return ok;
}

static bool read_group(struct catalogue_reader *reader, const char *parent, struct error *error)
{
	struct record *record = record_empty(register_find("theme"));
	char *number = xml_attribute(reader->xml, "number"),
	     *ref = xasprintf("%s:%s", reader->prefix, number ? number : "");
	long line = xml_line(reader->xml);
	bool ok = true, written = false;
	enum xml_event event;

	xml_places_forget(reader->xml);
	record_set(record, "catalogue", reader->identifier);
	record_set(record, "number", number);
	if (parent)
		record_set(record, "parent", parent);
	while (ok && (event = xml_next(reader->xml, error)) != XML_END) {
		const char *name;

		if (event == XML_FAILED || event == XML_FINISHED)
			ok = false;
		if (event != XML_START)
			continue;
		name = xml_name(reader->xml);
		if (strcmp(name, "title") == 0) {
			ok = read_text(reader, record, "title", error);
			continue;
		}
		/* Titles come first: the group is known when its first part begins. */
		if (!written) {
			bool group = strcmp(name, "group") == 0;

			ok = put(reader, record, ref, line, error);
			written = true;
			if (!ok)
				break;
			ok = group ? read_group(reader, ref, error) : read_leaf(reader, "control", ref, error);
		} else {
			ok = strcmp(name, "group") == 0 ? read_group(reader, ref, error)
							: read_leaf(reader, "control", ref, error);
		}
	}
	if (ok && !written)
		ok = put(reader, record, ref, line, error);
	free(number);
	free(ref);
	record_free(record);
	return ok;
}

static bool stands_there(void *user, const char *ref)
{
	const struct numbers *numbers = user;

	return numbers->size && slot_of(numbers, ref)->ref;
}

/* Of a new version, which is whole: what it no longer has.  The organisation's own catalogue has no versions. */
static bool withdraw_others(struct catalogue_reader *reader, struct error *error)
{
	return reader->fresh || reader->shipped || strcmp(reader->identifier, OWN_CATALOGUE) == 0 ||
	       catalogue_withdraw(reader->action, reader->store, reader->identifier, &reader->registers, stands_there,
		       &reader->numbers, reader->report, error);
}

bool catalogue_read(struct action *action, struct store *store, struct xml_reader *xml, struct import_report *report,
	struct error *error)
{
	struct catalogue_reader reader = { .action = action, .store = store, .xml = xml, .report = report };
	struct record *catalogue = record_empty(register_find("catalogue"));
	long line = xml_line(xml);
	bool ok = true, written = false;
	enum xml_event event;

	reader.identifier = xml_attribute(xml, "id");
	reader.prefix = xml_attribute(xml, "prefix");
	reader.fresh = reader.identifier && !store_find(store, reader.identifier, NULL);
	record_set(catalogue, "identifier", reader.identifier);
	record_set(catalogue, "prefix", reader.prefix);
	ok = check_shipped(&reader, line, error);
	while (ok && (event = xml_next(xml, error)) != XML_FINISHED) {
		const char *name;

		if (event == XML_FAILED) {
			ok = false;
			break;
		}
		if (event != XML_START)
			continue;
		name = xml_name(xml);
		if (strcmp(name, "title") == 0) {
			ok = read_text(&reader, catalogue, "title", error);
		} else if (strcmp(name, "edition") == 0 || strcmp(name, "publisher") == 0) {
			ok = read_text(&reader, catalogue, name, error);
		} else {
			char *kind = xstrdup(name);

			if (!written)
				ok = put(&reader, catalogue, reader.identifier, line, error);
			written = true;
			if (!ok)
				;
			else if (strcmp(kind, "group") == 0)
				ok = read_group(&reader, NULL, error);
			else
				ok = read_leaf(&reader, kind, NULL, error);
			free(kind);
		}
	}
	if (ok && !written)
		ok = put(&reader, catalogue, reader.identifier, line, error);
	ok = ok && check_whole(&reader, line, error) && withdraw_others(&reader, error);
	numbers_free(&reader.numbers);
	strings_free(&reader.registers);
	free(reader.identifier);
	free(reader.prefix);
	record_free(catalogue);
	return ok;
}

/* ---- writing ---- */

struct catalogue_writer {
	struct xml_writer xml;
	struct store *store;
	struct strings refs; /* of the records of one query */
	bool whole;          /* a catalogue of Noria's, which is always written whole */
};

static bool collect(void *user, const struct row *row)
{
	struct catalogue_writer *writer = user;

	strings_add(&writer->refs, row->ref);
	return true;
}

/* The refs of a register's records that meet two conditions, by number. */
static bool read_refs(struct catalogue_writer *writer, const char *name, const char *catalogue, const char *path,
	const char *parent, struct strings *refs, struct error *error)
{
	struct query *query = query_new(register_find(name));
	bool ok;

	query_add(query, "catalogue", OP_EQUAL, catalogue);
	if (path)
		query_add(query, path, parent ? OP_EQUAL : OP_EMPTY, parent);
	if (query->def->gone && !writer->whole)
		query_add(query, query->def->gone, OP_EMPTY, NULL);
	query_sort(query, "number", NULL);
	memset(&writer->refs, 0, sizeof writer->refs);
	ok = store_each(writer->store, query, NULL, 0, collect, writer, error);
	*refs = writer->refs;
	memset(&writer->refs, 0, sizeof writer->refs);
	query_free(query);
	return ok;
}

static void write_texts(struct catalogue_writer *writer, const struct record *record, const char *field)
{
	char *french = xasprintf("%s_fr", field);

	xml_leaf(&writer->xml, field, record_get(record, field), "xml:lang", "en", NULL);
	xml_leaf(&writer->xml, field, record_get(record, french), "xml:lang", "fr", NULL);
	free(french);
}

static bool write_control(struct catalogue_writer *writer, const char *ref, struct error *error)
{
	static const char *const attributes[] = { "control_type", "properties", "concepts", "capabilities", "domains" };
	struct record *record = store_record_by_ref(writer->store, ref, error);
	size_t i, j;

	if (!record)
		return false;
	xml_start(&writer->xml, "control", "number", record_get(record, "number"), NULL);
	write_texts(writer, record, "title");
	write_texts(writer, record, "description");
	for (i = 0; i < sizeof attributes / sizeof attributes[0]; i++) {
		struct strings keys = { 0 };

		if (record_get(record, attributes[i]))
			strings_split(&keys, record_get(record, attributes[i]));
		for (j = 0; j < keys.count; j++)
			xml_leaf(&writer->xml, "attribute", keys.items[j], "name", attributes[i], NULL);
		strings_free(&keys);
	}
	xml_end(&writer->xml, "control");
	record_free(record);
	return true;
}

static bool write_controls(
	struct catalogue_writer *writer, const char *catalogue, const char *theme, struct error *error)
{
	struct strings refs;
	bool ok = read_refs(writer, "control", catalogue, "theme", theme, &refs, error);
	size_t i;

	for (i = 0; ok && i < refs.count; i++)
		ok = write_control(writer, refs.items[i], error);
	strings_free(&refs);
	return ok;
}

static bool write_groups(
	struct catalogue_writer *writer, const char *catalogue, const char *parent, int depth, struct error *error)
{
	struct strings refs;
	bool ok = read_refs(writer, "theme", catalogue, "parent", parent, &refs, error);
	size_t i;

	for (i = 0; ok && depth < 16 && i < refs.count; i++) {
		struct record *record = store_record_by_ref(writer->store, refs.items[i], error);

		if (!record) {
			ok = false;
			break;
		}
		xml_start(&writer->xml, "group", "number", record_get(record, "number"), NULL);
		write_texts(writer, record, "title");
		ok = write_groups(writer, catalogue, refs.items[i], depth + 1, error) &&
		     write_controls(writer, catalogue, refs.items[i], error);
		xml_end(&writer->xml, "group");
		record_free(record);
	}
	strings_free(&refs);
	return ok;
}

static bool write_requirements(struct catalogue_writer *writer, const char *catalogue, struct error *error)
{
	struct strings refs;
	bool ok = read_refs(writer, "requirement", catalogue, NULL, NULL, &refs, error);
	size_t i;

	for (i = 0; ok && i < refs.count; i++) {
		struct record *record = store_record_by_ref(writer->store, refs.items[i], error);

		ok = record != NULL;
		if (!ok)
			break;
		xml_start(&writer->xml, "requirement", "number", record_get(record, "number"), NULL);
		write_texts(writer, record, "title");
		write_texts(writer, record, "documented");
		xml_end(&writer->xml, "requirement");
		record_free(record);
	}
	strings_free(&refs);
	return ok;
}

bool export_catalogue(struct store *store, const char *catalogue, struct output *output, struct error *error)
{
	struct catalogue_writer writer = { .store = store };
	struct record *record = store_record_by_ref(store, catalogue, NULL);
	bool ok;

	if (!record || strcmp(record->def->name, "catalogue") != 0) {
		record_free(record);
		return error_set(error, ERROR_INVALID, _("There is no catalogue %s in this file."), catalogue);
	}
	writer.whole = shipped_at(record_get(record, "identifier")) < sizeof shipped / sizeof shipped[0];
	xml_begin(&writer.xml, output);
	xml_start(&writer.xml, "catalogue", "xmlns", CATALOGUE_NAMESPACE, "id", record_get(record, "identifier"),
		"prefix", record_get(record, "prefix"), NULL);
	write_texts(&writer, record, "title");
	xml_leaf(&writer.xml, "edition", record_get(record, "edition"), NULL);
	xml_leaf(&writer.xml, "publisher", record_get(record, "publisher"), NULL);
	ok = write_groups(&writer, record->ref, NULL, 0, error) && write_controls(&writer, record->ref, NULL, error) &&
	     write_requirements(&writer, record->ref, error);
	xml_end(&writer.xml, "catalogue");
	record_free(record);
	return ok;
}
