/* Objects of verinice's ISO perspective in the registers: by type, attribute by attribute, then their links. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/tools/verinice.h"

/* An attribute and where it goes; label NULL: a value, "": a paragraph without one. */
struct vna_attribute {
	const char *name, *field, *label;
};
struct vna_type {
	const char *type, *table;
	const char *title; /* the attribute that is its name */
	const struct vna_attribute *attributes;
};

static const struct vna_attribute asset_attributes[] = {
	{ "asset_description", "description", "" },
	{ "asset_desc", "description", "" },
	{ "asset_abbr", "description", "Abbreviation" },
	{ "asset_value_confidentiality", "description", "Confidentiality" },
	{ "asset_value_integrity", "description", "Integrity" },
	{ "asset_value_availability", "description", "Availability" },
	{ NULL, NULL, NULL },
};
static const struct vna_attribute process_attributes[] = {
	{ "process_description", "description", "" },
	{ "process_desc", "description", "" },
	{ "process_abbr", "description", "Abbreviation" },
	{ "process_value_confidentiality", "description", "Confidentiality" },
	{ "process_value_integrity", "description", "Integrity" },
	{ "process_value_availability", "description", "Availability" },
	{ NULL, NULL, NULL },
};
static const struct vna_attribute threat_attributes[] = {
	{ "threat_description", "description", "" },
	{ "threat_abbr", "description", "Abbreviation" },
	{ "threat_likelihood", "description", "Likelihood" },
	{ NULL, NULL, NULL },
};
static const struct vna_attribute vulnerability_attributes[] = {
	{ "vulnerability_description", "description", "" },
	{ "vulnerability_abbr", "description", "Abbreviation" },
	{ "vulnerability_level", "description", "Level" },
	{ NULL, NULL, NULL },
};
static const struct vna_attribute person_attributes[] = {
	{ "person-iso_email", "mail", NULL },
	{ "person-iso_name", NULL, NULL },
	{ NULL, NULL, NULL },
};
/* Its likelihoods count from 0, on a scale that the archive does not tell. */
static const struct vna_attribute scenario_attributes[] = {
	{ "incident_scenario_description", "scenario", "" },
	{ "incident_scenario_desc", "scenario", "" },
	{ "gsm_ism_scenario_description", "scenario", "" },
	{ "incident_scenario_abbr", "scenario", "Abbreviation" },
	{ "incscen_threat_likelihood", "scenario", "Likelihood of the threat" },
	{ "incscen_vuln_level", "scenario", "Level of the vulnerability" },
	{ "incscen_likelihood", "scenario", "Likelihood" },
	{ "incscen_likelihood_wcontrol", "scenario", "Likelihood with controls" },
	{ "incscen_likelihood_wplancontrol", "scenario", "Likelihood with planned controls" },
	{ NULL, NULL, NULL },
};
static const struct vna_type types[] = {
	{ "person-iso", "person", "person-iso_surname", person_attributes },
	{ "asset", "asset", "asset_name", asset_attributes },
	{ "process", "asset", "process_name", process_attributes },
	{ "threat", "threat", "threat_name", threat_attributes },
	{ "vulnerability", "vulnerability", "vulnerability_name", vulnerability_attributes },
	{ "incident_scenario", "risk", "incident_scenario_name", scenario_attributes },
};
#define TYPES (sizeof types / sizeof types[0])

static const struct vna_type *type_of(const struct vna_object *object)
{
	size_t i;

	for (i = 0; i < TYPES; i++)
		if (strcmp(types[i].type, object->type) == 0)
			return &types[i];
	return NULL;
}

static const char *value_of(const struct vna_object *object, const char *name)
{
	size_t i;

	for (i = 0; i < object->names.count; i++)
		if (strcmp(object->names.items[i], name) == 0)
			return object->values.items[i];
	return NULL;
}

static const struct vna_object *find(const struct vna *vna, const char *id)
{
	size_t low = 0, high = vna->order_count;

	while (id && low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(vna->order[middle]->id, id);

		if (order == 0)
			return vna->order[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* ---- attributes ---- */

static const struct vna_attribute *attribute_of(const struct vna_attribute *attributes, const char *name)
{
	while (attributes->name && strcmp(attributes->name, name) != 0)
		attributes++;
	return attributes->name ? attributes : NULL;
}

static void name_unread(struct tool_input *input, const struct vna_type *type, const struct vna_object *object)
{
	size_t i;

	for (i = 0; i < object->names.count; i++)
		if (strcmp(object->names.items[i], type->title) != 0 &&
			!attribute_of(type->attributes, object->names.items[i]))
			tool_unread(input, object->names.items[i]);
}

static void fill_attributes(struct tool_table *table, const struct vna_type *type, const struct vna_object *object)
{
	const struct vna_attribute *attribute;
	const char *title = register_title(table->def)->name, *given = value_of(object, "person-iso_name");
	const char *name = value_of(object, type->title);
	char *whole = given && name ? xasprintf("%s %s", given, name) : xstrdup(name ? name : given);

	tool_set(table, title, whole);
	free(whole);
	for (attribute = type->attributes; attribute->name; attribute++) {
		const char *value = value_of(object, attribute->name);

		if (!value || !attribute->field)
			continue;
		if (attribute->label)
			tool_say(table, attribute->field, *attribute->label ? attribute->label : NULL, value);
		else
			tool_set(table, attribute->field, value);
	}
	if (strcmp(object->type, "process") == 0)
		tool_set(table, "type", "process");
}

/* ---- links ---- */

/* The other end of the link where one end is the object; NULL: it is not, or the other is not there. */
static const struct vna_object *across(
	const struct vna *vna, const struct vna_link *link, const struct vna_object *object, bool *depends)
{
	*depends = link->dependant && strcmp(link->dependant, object->id) == 0;
	if (*depends)
		return find(vna, link->dependency);
	return link->dependency && strcmp(link->dependency, object->id) == 0 ? find(vna, link->dependant) : NULL;
}

static void add_reference(struct tool_table *table, const char *field, const char *text)
{
	const char *held = tool_get(table, field);
	char *both = held ? xasprintf("%s, %s", held, text) : xstrdup(text);

	tool_set(table, field, both);
	free(both);
}

/* The first of those that a field of one has room for; the others by name. */
static void add_one(const struct tool_input *input, struct tool_table *table, const char *field, const char *rest,
	const char *label, const struct vna_object *other)
{
	char *reference;
	const char *name;

	if (!tool_get(table, field)) {
		reference = tool_foreign(input, other->id);
		tool_set(table, field, reference);
		free(reference);
		return;
	}
	name = type_of(other) ? value_of(other, type_of(other)->title) : NULL;
	tool_say(table, rest, label, name);
}

static void add_person(const struct tool_input *input, struct tool_table *table, const struct vna_link *link,
	const struct vna_object *person)
{
	const char *rest = register_field(table->def, "scenario") ? "scenario" : "description";
	const char *given = value_of(person, "person-iso_name"), *surname = value_of(person, "person-iso_surname");
	char *name;

	if (!register_field(table->def, "owner"))
		return;
	/* What somebody is to it is the relation's to say: only who is responsible is its owner. */
	if (link->relation && (strstr(link->relation, "resp") || strstr(link->relation, "owner")) &&
		!tool_get(table, "owner")) {
		add_one(input, table, "owner", rest, "Person", person);
		return;
	}
	name = xasprintf("%s%s%s", given ? given : "", given && surname ? " " : "", surname ? surname : "");
	tool_say(table, rest, "Person", name);
	free(name);
}

/* "A.5.1", or the number with which its title begins. */
static const char *number_of(const struct vna_object *control)
{
	const char *abbreviation = value_of(control, "control_abbr"), *name = value_of(control, "control_name");

	return abbreviation && strpbrk(abbreviation, "0123456789") ? abbreviation : name;
}

static void add_link(const struct tool_input *input, struct tool_table *table, const struct vna_link *link,
	const struct vna_object *object, const struct vna_object *other, bool depends)
{
	bool is_risk = strcmp(object->type, "incident_scenario") == 0;
	bool to_asset = strcmp(other->type, "asset") == 0 || strcmp(other->type, "process") == 0;
	char *reference;

	if (strcmp(other->type, "person-iso") == 0) {
		add_person(input, table, link, other);
	} else if (is_risk && to_asset) {
		add_one(input, table, "asset", "scenario", "Asset", other);
	} else if (is_risk && strcmp(other->type, "threat") == 0) {
		add_one(input, table, "threat", "scenario", "Threat", other);
	} else if (is_risk && strcmp(other->type, "vulnerability") == 0) {
		add_one(input, table, "vulnerability", "scenario", "Vulnerability", other);
	} else if (is_risk && strcmp(other->type, "control") == 0) {
		if (number_of(other))
			tool_controls(input, table, "controls", "scenario", "Control", number_of(other));
	} else if (to_asset && !depends && register_field(table->def, "supports") && other != object) {
		/* What depends on another is supported by it. */
		reference = tool_foreign(input, other->id);
		add_reference(table, "supports", reference);
		free(reference);
	}
}

/* Links by either end, so that each object finds its own without a look at all. */
struct vna_end {
	const struct vna_object *object;
	const struct vna_link *link;
};

static int by_object(const void *a, const void *b)
{
	const struct vna_end *first = a, *second = b;

	if (first->object != second->object)
		return first->object < second->object ? -1 : 1;
	return first->link < second->link ? -1 : first->link > second->link;
}

static struct vna_end *ends_of(const struct vna *vna, size_t *count)
{
	struct vna_end *ends = xcalloc(vna->link_count * 2 + 1, sizeof *ends);
	size_t i;

	*count = 0;
	for (i = 0; i < vna->link_count; i++) {
		const struct vna_object *from = find(vna, vna->links[i].dependant),
					*to = find(vna, vna->links[i].dependency);

		if (!from || !to)
			continue;
		ends[(*count)++] = (struct vna_end){ from, &vna->links[i] };
		ends[(*count)++] = (struct vna_end){ to, &vna->links[i] };
	}
	qsort(ends, *count, sizeof *ends, by_object);
	return ends;
}

static void fill_links(const struct tool_input *input, const struct vna *vna, struct tool_table *table,
	const struct vna_object *object, const struct vna_end *ends, size_t count)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (ends[middle].object < object)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < count && ends[low].object == object; low++) {
		bool depends;
		const struct vna_object *other = across(vna, ends[low].link, object, &depends);

		if (other)
			add_link(input, table, ends[low].link, object, other, depends);
	}
}

/* ---- controls ---- */

static bool is_text_of_answer(const char *name)
{
	return strncmp(name, "control_", 8) == 0 &&
	       (strstr(name, "expl") || strstr(name, "comment") || strstr(name, "note") || strstr(name, "feedback"));
}

static void answer(struct tool_input *input, struct tool_table *table, const struct vna_object *control)
{
	const char *state = value_of(control, "control_implemented"), *end = state ? strrchr(state, '_') : NULL;
	bool of_control = register_field(table->def, "applicable") != NULL, none = end && strcmp(end, "_na") == 0;
	const char *text = !of_control ? "answer" : none ? "justification" : "implementation";
	size_t i;

	if (end && strcmp(end, "_yes") == 0)
		tool_set(table, of_control ? "status" : "conformity", of_control ? "implemented" : "met");
	else if (end && strcmp(end, "_partly") == 0)
		tool_set(table, of_control ? "status" : "conformity", "partial");
	else if (end && strcmp(end, "_no") == 0)
		tool_set(table, of_control ? "status" : "conformity", "none");
	if (of_control && end && strcmp(end, "_notedited") != 0)
		tool_set(table, "applicable", none ? "no" : "yes");
	for (i = 0; i < control->names.count; i++) {
		const char *name = control->names.items[i];

		if (is_text_of_answer(name))
			tool_say(table, text, NULL, control->values.items[i]);
		else if (strcmp(name, "control_maturity") == 0)
			tool_say(table, text, "Maturity", control->values.items[i]);
		else if (strcmp(name, "control_implemented") != 0 && strcmp(name, "control_abbr") != 0 &&
			 strcmp(name, "control_name") != 0)
			tool_unread(input, name);
	}
	tool_set(table, "ref", control->id);
	tool_answer_end(input, table);
}

static bool fill_controls(struct tool_input *input, const struct vna *vna, struct error *error)
{
	struct strings lacking = { 0 };
	size_t i;
	bool ok = true;

	for (i = 0; i < vna->count && ok; i++) {
		const struct vna_object *object = &vna->objects[i];
		struct tool_table *table;

		if (!object->id || !object->type || strcmp(object->type, "control") != 0 || !number_of(object))
			continue;
		ok = tool_answer(input, number_of(object), GRID_TEXT, true, (long)i + 1, &table, &lacking, error);
		if (table)
			answer(input, table, object);
	}
	tool_say_lacking(input, &lacking);
	return ok;
}

/* ---- all ---- */

/* What only holds others says nothing of its own. */
static bool is_group(const char *type)
{
	size_t length = strlen(type);

	return strcmp(type, "org") == 0 || (length > 5 && strcmp(type + length - 5, "group") == 0) ||
	       strstr(type, "_group") || strcmp(type, "iso27kmodel") == 0;
}

bool vna_fill(struct tool_input *input, const struct vna *vna, struct error *error)
{
	size_t i, j, count;
	struct vna_end *ends = ends_of(vna, &count);

	/* What is referred to comes first. */
	for (i = 0; i < TYPES; i++)
		for (j = 0; j < vna->count; j++) {
			const struct vna_object *object = &vna->objects[j];
			struct tool_table *table;

			if (!object->id || !object->type || type_of(object) != &types[i] ||
				find(vna, object->id) != object)
				continue;
			table = tool_table(input, types[i].table);
			tool_begin(table, (long)j + 1);
			tool_set(table, "ref", object->id);
			fill_attributes(table, &types[i], object);
			fill_links(input, vna, table, object, ends, count);
			name_unread(input, &types[i], object);
		}
	free(ends);
	for (j = 0; j < vna->count; j++) {
		const struct vna_object *object = &vna->objects[j];

		if (object->type && !type_of(object) && strcmp(object->type, "control") != 0 && !is_group(object->type))
			tool_unread(input, object->type);
	}
	if (vna->files)
		tool_unread(input, "files");
	return fill_controls(input, vna, error);
}
