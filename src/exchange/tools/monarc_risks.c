/*
 * MONARC's risks.  Its risk of information is impact x threat x vulnerability: what the threat does where
 * nothing stands against it is our inherent rating, and how far something does is told in words.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/tools/monarc.h"

#define TITLE_COLUMNS 200

static void say_number(struct tool_table *table, const char *label, const struct json *risk, const char *name)
{
	char text[32];
	int value = monarc_number(risk, name);

	snprintf(text, sizeof text, "%d", value);
	if (value >= 0)
		tool_say(table, "scenario", label, text);
}

static void say_rate(const struct monarc *monarc, struct tool_table *table, int scale, const char *label,
	const struct json *risk, const char *name)
{
	int value = monarc_number(risk, name);
	char text[80];

	if (value < 0)
		return;
	if (monarc->max[scale] >= monarc->min[scale])
		snprintf(text, sizeof text, monarc->french ? "%d (de %d \xc3\xa0 %d)" : "%d (%d to %d)", value,
			monarc->min[scale], monarc->max[scale]);
	else
		snprintf(text, sizeof text, "%d", value);
	tool_say(table, "scenario", label, text);
}

static void set_level(struct tool_table *table, const char *field, int level)
{
	char text[16];

	snprintf(text, sizeof text, "%d", level);
	if (level)
		tool_set(table, field, text);
}

static void set_treatment(struct tool_table *table, const struct json *risk)
{
	static const char *const kinds[] = { NULL, "modify", "avoid", "retain", "share" };
	int kind = monarc_number(risk, "kindOfMeasure");

	if (kind > 0 && kind < 5)
		tool_set(table, "treatment", kinds[kind]);
}

/* A threat or vulnerability that a risk names. */
static char *take_named(struct monarc *monarc, const char *name, const struct json *object)
{
	const char *uuid = monarc_text(object, "uuid"), *label = monarc_text(object, "label");
	static const char *const properties[] = { "confidentiality", "integrity", "availability" };
	struct tool_table *table = tool_table(monarc->input, name);
	struct strings harmed = { 0 };
	char *list;
	size_t i;

	if (!*label)
		return NULL;
	if (!*uuid)
		return tool_name(monarc->input, label);
	if (monarc_is_first(monarc, name, uuid)) {
		tool_begin(table, (long)table->count + 1);
		tool_set(table, "ref", uuid);
		tool_set(table, "title", label);
		tool_say(table, "description", NULL, monarc_text(object, "description"));
		tool_say(table, "description", "Code", monarc_text(object, "code"));
		for (i = 0; i < 3 && register_field(table->def, "properties"); i++)
			if (monarc_number(object, properties[i]) > 0)
				strings_add(&harmed, properties[i]);
		list = strings_join(&harmed, ", ");
		tool_set(table, "properties", list);
		free(list);
		strings_free(&harmed);
	}
	return tool_foreign(monarc->input, uuid);
}

/* What is recommended for a risk may be for others too: it is one action. */
static void take_recommendations(struct monarc *monarc, const struct json *risk, const char *reference)
{
	const struct json *list = json_member(risk, "recommendations"), *item;
	size_t i;

	for (item = list ? list->child : NULL; item; item = item->next) {
		const char *uuid = monarc_text(item, "uuid");

		for (i = 0; i < monarc->recommendation_count; i++)
			if (*uuid && strcmp(monarc_text(monarc->recommendations[i], "uuid"), uuid) == 0)
				break;
		if (i == monarc->recommendation_count) {
			monarc->recommendations =
				xreallocarray(monarc->recommendations, i + 1, sizeof *monarc->recommendations);
			monarc->treated = xreallocarray(monarc->treated, i + 1, sizeof *monarc->treated);
			monarc->recommendations[i] = item;
			memset(&monarc->treated[i], 0, sizeof *monarc->treated);
			monarc->recommendation_count++;
		}
		if (!strings_contain(&monarc->treated[i], reference))
			strings_add(&monarc->treated[i], reference);
	}
}

static struct tool_table *begin_risk(
	struct monarc *monarc, const struct json *risk, const char *asset, const char *id, char *title)
{
	struct tool_table *table = tool_table(monarc->input, "risk");
	char *cut = text_cut(title, TITLE_COLUMNS), *reference = tool_foreign(monarc->input, asset);

	tool_begin(table, (long)++monarc->risks);
	tool_set(table, "ref", id);
	tool_set(table, "title", cut);
	tool_set(table, "asset", reference);
	if (*monarc_text(risk, "riskOwner")) {
		char *owner = tool_name(monarc->input, monarc_text(risk, "riskOwner"));

		tool_set(table, "owner", owner);
		free(owner);
	}
	free(reference);
	free(cut);
	free(title);
	tool_say(table, "scenario", NULL, monarc_text(risk, "context"));
	tool_say(table, "scenario", monarc->french ? "Mesures en place" : "Existing controls",
		monarc_text(risk, "comment"));
	set_treatment(table, risk);
	reference = tool_foreign(monarc->input, id);
	take_recommendations(monarc, risk, reference);
	free(reference);
	return table;
}

static void fill_ratings(
	const struct monarc *monarc, struct tool_table *table, const struct json *instance, const struct json *risk)
{
	static const char *const parts[][3] = { { "confidentiality", "inherent_impact_c", "C" },
		{ "integrity", "inherent_impact_i", "I" }, { "availability", "inherent_impact_a", "A" } };
	const struct json *threat = json_member(risk, "threat");
	bool agrees = monarc_level(monarc, MONARC_IMPACT, "impact", monarc->min[MONARC_IMPACT]) > 0;
	size_t i;

	set_level(table, "inherent_likelihood",
		monarc_level(monarc, MONARC_THREAT, "likelihood", monarc_number(risk, "threatRate")));
	say_rate(monarc, table, MONARC_THREAT, monarc->french ? "Probabilit\xc3\xa9 de la menace" : "Threat rate", risk,
		"threatRate");
	say_rate(monarc, table, MONARC_VULNERABILITY,
		monarc->french ? "Qualification de la vuln\xc3\xa9rabilit\xc3\xa9" : "Vulnerability rate", risk,
		"vulnerabilityRate");
	for (i = 0; i < 3; i++) {
		int value = monarc_number(threat, parts[i][0]) > 0 ? monarc_number(instance, parts[i][0]) : -1;

		if (value >= 0 && agrees)
			set_level(table, parts[i][1], monarc_level(monarc, MONARC_IMPACT, "impact", value));
		else if (value >= 0)
			say_rate(monarc, table, MONARC_IMPACT, parts[i][2], instance, parts[i][0]);
	}
	say_number(table, monarc->french ? "Risque maximal" : "Greatest risk", risk, "cacheMaxRisk");
	say_number(table, monarc->french ? "Risque r\xc3\xa9siduel" : "Targeted risk", risk, "cacheTargetedRisk");
}

static bool is_rated(const struct json *risk)
{
	int kind = monarc_number(risk, "kindOfMeasure");

	return monarc_number(risk, "threatRate") >= 0 || monarc_number(risk, "vulnerabilityRate") >= 0 ||
	       monarc_number(risk, "netProb") >= 0 || monarc_number(risk, "brutProb") >= 0 || (kind > 0 && kind < 5) ||
	       *monarc_text(risk, "comment");
}

static void read_information_risk(
	struct monarc *monarc, const struct json *instance, const struct json *risk, const char *asset)
{
	const struct json *threat = json_member(risk, "threat"), *vulnerability = json_member(risk, "vulnerability");
	const char *number = monarc_text(risk, "id");
	char *threat_name = take_named(monarc, "threat", threat),
	     *vulnerability_name = take_named(monarc, "vulnerability", vulnerability),
	     *id = *number ? xstrdup(number)
			   : xasprintf("%s %s %s", asset, monarc_text(threat, "code"),
				     monarc_text(vulnerability, "code"));
	struct tool_table *table;

	if (monarc_is_first(monarc, "risk", id)) {
		table = begin_risk(monarc, risk, asset, id,
			xasprintf("%s: %s (%s)", monarc_text(instance, "name"), monarc_text(threat, "label"),
				monarc_text(vulnerability, "label")));
		tool_set(table, "threat", threat_name);
		tool_set(table, "vulnerability", vulnerability_name);
		fill_ratings(monarc, table, instance, risk);
	}
	free(threat_name);
	free(vulnerability_name);
	free(id);
}

/* Its operational risks have scales of their own: all of their numbers are told. */
static void read_operational_risk(struct monarc *monarc, const struct json *risk, const char *asset)
{
	char *id = xasprintf("OP %s", monarc_text(risk, "id"));
	struct tool_table *table;

	if (monarc_is_first(monarc, "risk", id)) {
		table = begin_risk(monarc, risk, asset, id, xstrdup(monarc_text(risk, "riskCacheLabel")));
		tool_say(table, "scenario", NULL, monarc_text(risk, "riskCacheDescription"));
		say_number(
			table, monarc->french ? "Probabilit\xc3\xa9 brute" : "Inherent probability", risk, "brutProb");
		say_number(table, monarc->french ? "Probabilit\xc3\xa9 nette" : "Net probability", risk, "netProb");
		say_number(table, monarc->french ? "Risque net" : "Net risk", risk, "cacheNetRisk");
		say_number(
			table, monarc->french ? "Risque r\xc3\xa9siduel" : "Targeted risk", risk, "cacheTargetedRisk");
	}
	free(id);
}

void monarc_read_risks(struct monarc *monarc, const struct json *instance, const char *asset)
{
	const struct json *list = json_member(instance, "instanceRisks"), *risk;

	for (risk = list ? list->child : NULL; risk; risk = risk->next) {
		if (is_rated(risk))
			read_information_risk(monarc, instance, risk, asset);
		else
			monarc->not_rated++;
	}
	list = json_member(instance, "operationalInstanceRisks");
	for (risk = list ? list->child : NULL; risk; risk = risk->next) {
		if (is_rated(risk) && *monarc_text(risk, "riskCacheLabel"))
			read_operational_risk(monarc, risk, asset);
		else
			monarc->not_rated++;
	}
}

void monarc_read_recommendations(struct monarc *monarc)
{
	static const char *const priorities[] = { NULL, "low", "normal", "high" };
	struct tool_table *table = tool_table(monarc->input, "action");
	size_t i;

	for (i = 0; i < monarc->recommendation_count; i++) {
		const struct json *item = monarc->recommendations[i];
		const char *code = monarc_text(item, "code"), *text = monarc_text(item, "description");
		char *line = text_one_line(*text ? text : code), *title = text_cut(line, TITLE_COLUMNS),
		     *risks = strings_join(&monarc->treated[i], ", "), *owner;
		int importance = monarc_number(item, "importance");

		tool_begin(table, (long)i + 1);
		tool_set(table, "ref", *monarc_text(item, "uuid") ? monarc_text(item, "uuid") : code);
		tool_set(table, "title", title);
		tool_set(table, "risk", risks);
		tool_set(table, "due", monarc_text(item, "duedate"));
		if (importance > 0 && importance < 4)
			tool_set(table, "priority", priorities[importance]);
		owner = tool_name(monarc->input, monarc_text(item, "responsible"));
		tool_set(table, "owner", owner);
		if (*text && strlen(title) < strlen(line))
			tool_say(table, "description", NULL, text);
		tool_say(table, "description", "Code", code);
		tool_say(table, "description", NULL, monarc_text(item, "comment"));
		free(owner);
		free(risks);
		free(title);
		free(line);
	}
}
