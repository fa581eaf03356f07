/* MONARC's instances, a tree: what stands below another supports it.  One object may stand in several places and is one asset. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/tools/monarc.h"

/* One asset for each object; instances of none are told apart by their place. */
struct place {
	const struct place *above;
	const char *id;
};

static void say_need(struct monarc *monarc, struct tool_table *table, const struct json *instance, const char *field,
	const char *inherited, const char *label)
{
	int value = monarc_number(instance, field), level = monarc_level(monarc, MONARC_IMPACT, "impact", value);
	char text[32];

	/* What it has from what it supports is worked out here too. */
	if (value < 0 || monarc_number(instance, inherited) == 1)
		return;
	if (level) {
		snprintf(text, sizeof text, "%d", level);
		tool_set(table, field, text);
		return;
	}
	snprintf(text, sizeof text, "%d", value);
	tool_say(table, "description", label, text);
}

static void fill_asset(struct monarc *monarc, struct tool_table *table, const struct json *instance, const char *id)
{
	const struct json *asset = json_member(instance, "asset");
	const char *name = monarc_text(instance, "name"), *label = monarc_text(instance, "label");

	tool_set(table, "ref", id);
	tool_set(table, "name", *name ? name : label);
	if (*name && strcmp(name, label) != 0)
		tool_say(table, "description", NULL, label);
	tool_say(table, "description",
		monarc->french ? "Type d\xe2\x80\x99"
				 "actif"
			       : "Asset type",
		monarc_text(asset, "label"));
	say_need(monarc, table, instance, "confidentiality", "confidentialityInherited",
		monarc->french ? "Confidentialit\xc3\xa9" : "Confidentiality");
	say_need(monarc, table, instance, "integrity", "integrityInherited",
		monarc->french ? "Int\xc3\xa9grit\xc3\xa9" : "Integrity");
	say_need(monarc, table, instance, "availability", "availabilityInherited",
		monarc->french ? "Disponibilit\xc3\xa9" : "Availability");
}

static bool is_above(const struct place *place, const char *id)
{
	for (; place; place = place->above)
		if (strcmp(place->id, id) == 0)
			return true;
	return false;
}

/* The row of the asset supports the one above it; an object that stands below itself does not. */
static void support(struct monarc *monarc, struct tool_table *table, size_t row, const struct place *above)
{
	size_t count = table->count;
	char *reference;
	const char *held;

	table->count = row + 1;
	reference = tool_foreign(monarc->input, above->id);
	held = tool_get(table, "supports");
	if (!held) {
		tool_set(table, "supports", reference);
	} else if (!strstr(held, reference)) {
		char *both = xasprintf("%s, %s", held, reference);

		tool_set(table, "supports", both);
		free(both);
	}
	free(reference);
	table->count = count;
}

static void read_below(struct monarc *monarc, const struct json *instances, const struct place *above)
{
	struct tool_table *table = tool_table(monarc->input, "asset");
	const struct json *instance;

	for (instance = instances ? instances->child : NULL; instance; instance = instance->next) {
		const char *uuid = monarc_text(json_member(instance, "object"), "uuid");
		char *id = *uuid ? xstrdup(uuid)
				 : xasprintf("%s %s", above ? above->id : "", monarc_text(instance, "name"));
		struct place here = { above, id };
		size_t *row;

		if (instance->type != JSON_OBJECT) {
			free(id);
			continue;
		}
		row = tool_index_at(&monarc->rows, id);
		if (!*row) {
			tool_begin(table, (long)++monarc->assets);
			fill_asset(monarc, table, instance, id);
			*row = table->count;
		}
		if (above && !is_above(above, id))
			support(monarc, table, *row - 1, above);
		monarc_read_risks(monarc, instance, id);
		read_below(monarc, json_member(instance, "children"), &here);
		free(id);
	}
}

void monarc_read_instances(struct monarc *monarc, const struct json *instances)
{
	read_below(monarc, instances, NULL);
}
