/* MONARC's export of an analysis, or of one instance of it, in JSON (2.13 and later), and its answers to controls. */
#include <stdlib.h>
#include <string.h>

#include "exchange/tools/monarc.h"

#define DEPTH_MAX 200
/* Each value takes some sixty bytes of memory, be it one in the file: analyses have a hundredth of these. */
#define VALUES_MAX 4000000

/* A list, or an object whose members are its elements. */
static void read_scales(struct monarc *monarc, const struct json *scales)
{
	const struct json *scale;
	int type;

	for (type = 1; type < 4; type++) {
		monarc->min[type] = 0;
		monarc->max[type] = -1;
	}
	for (scale = scales ? scales->child : NULL; scale; scale = scale->next) {
		type = monarc_number(scale, "type");
		if (type < 1 || type > 3 || monarc_number(scale, "max") > 100)
			continue;
		monarc->min[type] = monarc_number(scale, "min");
		monarc->max[type] = monarc_number(scale, "max");
	}
}

/* ---- the answers to controls ---- */

/* "ISO 27002 [2022]" and "5.1" as "27002:2022 5.1"; of other standards nothing is known here: NULL. */
static char *number_in(const struct json *referential, const char *code)
{
	const char *label = monarc_text(referential, "label"), *at;
	char year[5] = "";

	if (!strstr(label, "27001") && !strstr(label, "27002"))
		return NULL;
	for (at = label; *at; at++) {
		size_t digits = strspn(at, "0123456789");

		if (digits == 4 && (strncmp(at, "20", 2) == 0 || strncmp(at, "19", 2) == 0))
			memcpy(year, at, 4);
		at += digits ? digits - 1 : 0;
	}
	return *year ? xasprintf("27002:%s %s", year, code) : xstrdup(code);
}

struct monarc_measure {
	const char *uuid;
	const struct json *measure, *referential;
};

static int by_uuid(const void *a, const void *b)
{
	return strcmp(((const struct monarc_measure *)a)->uuid, ((const struct monarc_measure *)b)->uuid);
}

static struct monarc_measure *measures_of(const struct json *root, size_t *count)
{
	const struct json *list = json_member(json_member(root, "knowledgeBase"), "referentials"), *referential,
			  *measure;
	struct monarc_measure *all;

	*count = 0;
	for (referential = list ? list->child : NULL; referential; referential = referential->next)
		for (measure = json_member(referential, "measures") ? json_member(referential, "measures")->child
								    : NULL;
			measure; measure = measure->next)
			++*count;
	all = xcalloc(*count + 1, sizeof *all);
	*count = 0;
	for (referential = list ? list->child : NULL; referential; referential = referential->next)
		for (measure = json_member(referential, "measures") ? json_member(referential, "measures")->child
								    : NULL;
			measure; measure = measure->next)
			all[(*count)++] = (struct monarc_measure){ monarc_text(measure, "uuid"), measure, referential };
	qsort(all, *count, sizeof *all, by_uuid);
	return all;
}

/* Its marks for why a control is there, or is not. */
static void say_reasons(struct tool_table *table, const struct json *soa)
{
	static const char *const marks[][2] = { { "LR", "law" }, { "CO", "contract" }, { "BR", "business" },
		{ "BP", "good_practice" }, { "RRA", "risk" } };
	struct strings reasons = { 0 };
	char *list;
	size_t i;

	for (i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (monarc_number(soa, marks[i][0]) == 1)
			strings_add(&reasons, marks[i][1]);
	list = strings_join(&reasons, ", ");
	if (monarc_number(soa, "EX") == 1)
		tool_set(table, "applicable", "no");
	else if (reasons.count)
		tool_set(table, "applicable", "yes");
	tool_set(table, "reasons", list);
	free(list);
	strings_free(&reasons);
}

static void answer(struct monarc *monarc, struct tool_table *table, const struct json *soa)
{
	if (!register_field(table->def, "applicable")) {
		tool_say(table, "answer", NULL, monarc_text(soa, "remarks"));
		tool_say(table, "answer", NULL, monarc_text(soa, "evidences"));
	} else {
		say_reasons(table, soa);
		tool_say(table, "justification", NULL, monarc_text(soa, "remarks"));
		tool_say(table, "evidence", NULL, monarc_text(soa, "evidences"));
		tool_say(table, "implementation", "Actions", monarc_text(soa, "actions"));
		tool_say(table, "implementation", monarc->french ? "Conformit\xc3\xa9" : "Compliance",
			monarc_text(soa, "soaScaleCommentIndex"));
	}
	tool_answer_end(monarc->input, table);
}

static bool says_anything(const struct json *soa)
{
	static const char *const texts[] = { "remarks", "evidences", "actions", "soaScaleCommentIndex" };
	static const char *const marks[] = { "EX", "LR", "CO", "BR", "BP", "RRA" };
	size_t i;

	for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (*monarc_text(soa, texts[i]))
			return true;
	for (i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (monarc_number(soa, marks[i]) == 1)
			return true;
	return false;
}

static bool read_soas(struct monarc *monarc, const struct json *root, struct error *error)
{
	const struct json *soas = json_member(root, "soas"), *soa;
	struct strings lacking = { 0 };
	size_t count;
	struct monarc_measure *measures = measures_of(root, &count);
	long line = 0;
	bool ok = true;

	for (soa = soas ? soas->child : NULL; soa && ok; soa = soa->next) {
		struct monarc_measure wanted = { monarc_text(soa, "measureUuid"), NULL, NULL }, *found;
		char *number;
		struct tool_table *table = NULL;

		line++;
		found = says_anything(soa) ? bsearch(&wanted, measures, count, sizeof *measures, by_uuid) : NULL;
		if (!found)
			continue;
		number = number_in(found->referential, monarc_text(found->measure, "code"));
		if (number)
			ok = tool_answer(monarc->input, number, GRID_TEXT, true, line, &table, &lacking, error);
		else if (!strings_contain(&lacking, monarc_text(found->referential, "label")))
			strings_add(&lacking, monarc_text(found->referential, "label"));
		if (table)
			answer(monarc, table, soa);
		free(number);
	}
	free(measures);
	tool_say_lacking(monarc->input, &lacking);
	return ok;
}

/* ---- all ---- */

/* What else holds something, by its name there. */
static void name_unread(struct tool_input *input, const struct json *root)
{
	static const char *const others[] = { "interviews", "gdprRecords", "reassessmentTriggers", "method",
		"operationalRiskScales", "thresholds", "anrInstanceMetadataFields", "library" };
	size_t i;

	for (i = 0; i < sizeof others / sizeof others[0]; i++) {
		const struct json *member = json_member(root, others[i]);

		if (member && member->child)
			tool_unread(input, others[i]);
	}
}

static void monarc_free(struct monarc *monarc)
{
	size_t i;

	for (i = 0; i < monarc->recommendation_count; i++)
		strings_free(&monarc->treated[i]);
	free(monarc->treated);
	free(monarc->recommendations);
	tool_index_free(&monarc->known);
	tool_index_free(&monarc->rows);
}

static bool read_root(struct tool_input *input, const struct json *root, struct error *error)
{
	struct monarc monarc = { .input = input };
	const struct json *instance = json_member(root, "instance");
	struct json one = { .type = JSON_ARRAY };
	static const char *const order[] = { "asset", "threat", "vulnerability", "risk", "action" };
	bool ok;
	size_t i;

	if (!json_member(root, "monarc_version") || (!json_member(root, "instances") && !instance))
		return error_set(error, ERROR_INVALID,
			_("%s is JSON, but no export of an analysis by MONARC 2.13 or later."), input->name);
	for (i = 0; i < sizeof order / sizeof order[0]; i++)
		tool_table(input, order[i]);
	monarc.french = strcmp(monarc_text(root, "languageCode"), "fr") == 0;
	read_scales(&monarc, json_member(root, "scales"));
	if (instance) {
		struct json copy = *instance;

		copy.next = NULL;
		one.child = &copy;
		monarc_read_instances(&monarc, &one);
	} else {
		monarc_read_instances(&monarc, json_member(root, "instances"));
	}
	monarc_read_recommendations(&monarc);
	if (monarc.not_rated)
		strings_take(&input->unread, xasprintf(ngettext("%zu risk that nobody rated there",
							       "%zu risks that nobody rated there", monarc.not_rated),
						     monarc.not_rated));
	name_unread(input, root);
	ok = read_soas(&monarc, root, error);
	monarc_free(&monarc);
	return ok;
}

static bool read_bytes(struct tool_input *input, struct buffer *bytes, struct error *error)
{
	const char *text = bytes->data;
	struct json *root;
	size_t values = 0, i;
	bool ok;

	if (bytes->length > 3 && memcmp(text, UTF8_MARK, 3) == 0)
		text += 3;
	if (text[strspn(text, " \t\r\n")] != '{')
		return error_set(error, ERROR_INVALID,
			_("%s is no JSON object. If MONARC exported it with a password it is encrypted: export it again without one."),
			input->name);
	for (i = 0; i < bytes->length; i++)
		values += bytes->data[i] == ',';
	if (values > VALUES_MAX)
		return error_set(error, ERROR_INVALID, _("%s holds more objects than are read."), input->name);
	root = strlen(bytes->data) == bytes->length && text_is_valid(bytes->data, bytes->length)
		       ? json_parse_within(text, DEPTH_MAX)
		       : NULL;
	if (!root)
		return error_set(error, ERROR_INVALID,
			_("%s is damaged: its JSON cannot be read, or is nested too deep."), input->name);
	ok = read_root(input, root, error);
	json_free(root);
	return ok;
}

const struct tool tool_monarc = { .kind = "monarc", .name = "MONARC", .read_bytes = read_bytes };
