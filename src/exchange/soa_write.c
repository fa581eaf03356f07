/*
 * The Statement of Applicability as XML, written.  Each link to an owner, risk,
 * action, piece of evidence or exception carries uuid, ref and title, so that a file without the target keeps the
 * link, shows it and writes it again.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/soa.h"

/* ---- the counts: what the lines amount to ---- */

const char *const soa_count_names[SOA_COUNTS] = { "controls", "applicable", "excluded", "undecided", "implemented",
	"partial", "planned", "none", "unset" };

void soa_count_line(struct soa_counts *counts, const char *applicable, const char *status)
{
	int i = 4;

	counts->of[0]++;
	counts->of[!applicable ? 3 : strcmp(applicable, "no") == 0 ? 2 : 1]++;
	if (!applicable || strcmp(applicable, "no") == 0)
		return;
	while (i < SOA_COUNTS - 1 && !(status && strcmp(status, soa_count_names[i]) == 0))
		i++;
	counts->of[i]++;
}

/* ---- writing ---- */

struct soa_writer {
	struct xml_writer xml;
	struct store *store;
	struct strings refs;
	struct soa_counts counts;
	struct record *theme; /* of the line before: many have the same */
};

static bool collect(void *user, const struct row *row)
{
	struct soa_writer *writer = user;

	strings_add(&writer->refs, row->ref);
	soa_count_line(&writer->counts, row->cells[0].value, row->cells[1].value);
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
		xml_empty(&writer->xml, name, "uuid", record->uuid, "ref", record->ref, "title",
			record_title(record, "en"), NULL);
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

/* The heading under which the catalogue has the control; own controls have none of their own kind. */
static void write_theme(struct soa_writer *writer, const struct record *control)
{
	const char *ref = record_get(control, "theme");

	if (!ref || strcmp(record_get(control, "catalogue"), OWN_CATALOGUE) == 0)
		return;
	if (!writer->theme || strcmp(writer->theme->ref, ref) != 0) {
		record_free(writer->theme);
		writer->theme = store_record_by_ref(writer->store, ref, NULL);
	}
	if (!writer->theme)
		return;
	xml_leaf(&writer->xml, "theme", record_get(writer->theme, "title"), "xml:lang", "en", NULL);
	xml_leaf(&writer->xml, "theme", record_get(writer->theme, "title_fr"), "xml:lang", "fr", NULL);
}

static bool write_line(struct soa_writer *writer, const char *ref, struct error *error)
{
	struct record *line = store_record_by_ref(writer->store, ref, error), *control;
	char *reasons = NULL, *c;

	control = line && record_get(line, "control")
			  ? store_record_by_ref(writer->store, record_get(line, "control"), error)
			  : NULL;
	if (!control) {
		record_free(line);
		return false;
	}
	xml_start(
		&writer->xml, "line", "control", control->ref, "uuid", line->uuid, "control-uuid", control->uuid, NULL);
	xml_leaf(&writer->xml, "title", record_get(control, "title"), "xml:lang", "en", NULL);
	xml_leaf(&writer->xml, "title", record_get(control, "title_fr"), "xml:lang", "fr", NULL);
	write_theme(writer, control);
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
	write_links(writer, "proof", record_get(line, "proofs"));
	write_links(writer, "exception", record_get(line, "exceptions"));
	xml_end(&writer->xml, "line");
	free(reasons);
	record_free(control);
	record_free(line);
	return true;
}

static void write_counts(struct soa_writer *writer)
{
	char text[SOA_COUNTS][24];
	int i;

	for (i = 0; i < SOA_COUNTS; i++)
		snprintf(text[i], sizeof text[i], "%lld", (long long)writer->counts.of[i]);
	xml_empty(&writer->xml, "counts", soa_count_names[0], text[0], soa_count_names[1], text[1], soa_count_names[2],
		text[2], soa_count_names[3], text[3], soa_count_names[4], text[4], soa_count_names[5], text[5],
		soa_count_names[6], text[6], soa_count_names[7], text[7], soa_count_names[8], text[8], NULL);
}

static void forget_lines(struct soa_writer *writer)
{
	strings_free(&writer->refs);
	memset(&writer->counts, 0, sizeof writer->counts);
}

static bool read_lines(struct soa_writer *writer, enum soa_part part, struct error *error)
{
	static const char *const columns[] = { "applicable", "status" };
	struct query *query = query_soa(store_context(writer->store), part);
	bool ok;

	query_sort(query, "ref", NULL);
	ok = store_each(writer->store, query, columns, 2, collect, writer, error);
	query_free(query);
	return ok;
}

static bool write_lines(struct soa_writer *writer, struct error *error)
{
	bool ok = true;
	size_t i;

	write_counts(writer);
	for (i = 0; ok && i < writer->refs.count; i++)
		ok = write_line(writer, writer->refs.items[i], error);
	return ok;
}

bool export_soa(struct store *store, struct output *output, struct error *error)
{
	const struct model_context *context = store_context(store);
	struct soa_writer writer = { .store = store };
	struct record *organisation = store_organisation(store, error), *catalogue;
	bool ok;

	if (!organisation)
		return false;
	catalogue = context->catalogue_ref ? store_record_by_ref(store, context->catalogue_ref, NULL) : NULL;
	if (!catalogue) {
		record_free(organisation);
		return error_set(error, ERROR_INVALID,
			_("The organisation has no catalogue for its SoA; choose one in its record."));
	}
	ok = read_lines(&writer, SOA_REFERENCE, error);
	xml_begin(&writer.xml, output);
	xml_start(&writer.xml, "soa", "xmlns", SOA_NAMESPACE, "version", "1", NULL);
	xml_start(&writer.xml, "organisation", "uuid", organisation->uuid, NULL);
	xml_leaf(&writer.xml, "name", record_get(organisation, "name"), NULL);
	xml_leaf(&writer.xml, "activity", record_get(organisation, "activity"), NULL);
	xml_leaf(&writer.xml, "scope", record_get(organisation, "scope"), NULL);
	xml_leaf(&writer.xml, "exclusions", record_get(organisation, "exclusions"), NULL);
	xml_end(&writer.xml, "organisation");
	xml_start(&writer.xml, "catalogue", "id", record_get(catalogue, "identifier"), "prefix",
		record_get(catalogue, "prefix"), "uuid", catalogue->uuid, NULL);
	xml_leaf(&writer.xml, "title", record_get(catalogue, "title"), "xml:lang", "en", NULL);
	xml_leaf(&writer.xml, "title", record_get(catalogue, "title_fr"), "xml:lang", "fr", NULL);
	xml_end(&writer.xml, "catalogue");
	ok = ok && write_lines(&writer, error);
	forget_lines(&writer);
	/* Own controls have a section and counts of their own: they never enter those of the reference. */
	if (ok && strcmp(catalogue->ref, OWN_CATALOGUE) != 0 && store_find(store, OWN_CATALOGUE, NULL))
		ok = read_lines(&writer, SOA_OWN, error);
	if (ok && writer.refs.count) {
		xml_start(&writer.xml, "own", NULL);
		ok = write_lines(&writer, error);
		xml_end(&writer.xml, "own");
	}
	forget_lines(&writer);
	xml_end(&writer.xml, "soa");
	record_free(writer.theme);
	record_free(organisation);
	record_free(catalogue);
	return ok;
}
