/* Spreadsheets of CISO Assistant: what its wizard for data reads and what its exports write, with names of fields in the first row. */
#include <stdlib.h>
#include <string.h>

#include "exchange/mapping.h"
#include "exchange/tools/tool.h"

static const struct tool_word treatments[] = {
	{ "open", NULL },
	{ "mitigate", "modify" },
	{ "accept", "retain" },
	{ "avoid", "avoid" },
	{ "transfer", "share" },
	{ NULL, NULL },
};
static const struct tool_column risk_columns[] = {
	{ "ref id", TOOL_VALUE, "ref", NULL, 0 },
	{ "name", TOOL_VALUE, "title", NULL, 0 },
	{ "description", TOOL_PLAIN, "scenario", NULL, 0 },
	{ "assets", TOOL_NAME, "asset", NULL, 0 },
	{ "threats", TOOL_NAME, "threat", NULL, 0 },
	{ "vulnerabilities", TOOL_NAME, "vulnerability", NULL, 0 },
	{ "owner|owners", TOOL_NAME, "owner", NULL, 0 },
	{ "existing controls", TOOL_CONTROLS, "controls", NULL, 0 },
	{ "existing applied controls", TOOL_CONTROLS, "controls", NULL, 0 },
	{ "additional controls", TOOL_CONTROLS, "controls", NULL, 0 },
	{ "applied controls", TOOL_CONTROLS, "controls", NULL, 0 },
	{ "inherent proba|inherent probability", TOOL_LEVEL, "inherent_likelihood", NULL, 0 },
	{ "inherent impact", TOOL_LEVEL, "inherent_impact", NULL, 0 },
	{ "inherent level", TOOL_TEXT, "scenario", NULL, 0 },
	{ "current proba|current probability", TOOL_LEVEL, "current_likelihood", NULL, 0 },
	{ "current impact", TOOL_LEVEL, "current_impact", NULL, 0 },
	{ "current level", TOOL_TEXT, "scenario", NULL, 0 },
	{ "residual proba|residual probability", TOOL_LEVEL, "residual_likelihood", NULL, 0 },
	{ "residual impact", TOOL_LEVEL, "residual_impact", NULL, 0 },
	{ "residual level", TOOL_TEXT, "scenario", NULL, 0 },
	{ "treatment", TOOL_WORDS, "treatment", treatments, 0 },
	{ "justification", TOOL_PLAIN, "treatment_reason", NULL, 0 },
	{ "strength of knowledge", TOOL_TEXT, "scenario", NULL, 0 },
	{ "qualifications", TOOL_TEXT, "scenario", NULL, 0 },
	{ NULL, TOOL_VALUE, NULL, NULL, 0 },
};
static const struct tool_sheet risks = { "risk", "scenario", NULL, risk_columns, 0 };

static const struct tool_column asset_columns[] = {
	{ "ref id", TOOL_VALUE, "ref", NULL, 0 },
	{ "name", TOOL_VALUE, "name", NULL, 0 },
	{ "description", TOOL_PLAIN, "description", NULL, 0 },
	{ "owner|owners", TOOL_NAME, "owner", NULL, 0 },
	{ "parent assets", TOOL_LINKS, "supports", NULL, 0 },
	/* Its kinds are two, ours name what an asset is; its needs are on scales of their own. */
	{ "type", TOOL_TEXT, "description", NULL, 0 },
	{ "security objectives", TOOL_TEXT, "description", NULL, 0 },
	{ "disaster recovery objectives", TOOL_TEXT, "description", NULL, 0 },
	{ "reference link|link", TOOL_TEXT, "description", NULL, 0 },
	{ "observation", TOOL_TEXT, "description", NULL, 0 },
	{ NULL, TOOL_VALUE, NULL, NULL, 0 },
};
static const struct tool_sheet assets = { "asset", "description", "ref id", asset_columns, 0 };

#define CONTROL_TEXTS                                                                                                  \
	{ "csf function", TOOL_TEXT, "description", NULL, 0 }, { "priority", TOOL_TEXT, "description", NULL, 0 },      \
		{ "effort", TOOL_TEXT, "description", NULL, 0 }, { "link", TOOL_TEXT, "description", NULL, 0 },        \
		{ "observation", TOOL_TEXT, "description", NULL, 0 },                                                  \
	{                                                                                                              \
		"expiry date", TOOL_TEXT, "description", NULL, 0                                                       \
	}

/* An applied control that is active is a mechanism that exists. */
static const struct tool_word areas[] = {
	{ "policy", "organisation" },
	{ "process", "organisation" },
	{ "procedure", "organisation" },
	{ "technical", "technical" },
	{ "physical", "physical" },
	{ NULL, NULL },
};
static const struct tool_column mechanism_columns[] = {
	{ "ref id", TOOL_VALUE, "ref", NULL, 0 },
	{ "name", TOOL_VALUE, "title", NULL, 0 },
	{ "description", TOOL_PLAIN, "description", NULL, 0 },
	{ "owner|owners", TOOL_NAME, "owner", NULL, 0 },
	{ "category", TOOL_WORDS, "area", areas, 0 },
	{ "reference control|reference control ref id", TOOL_CONTROLS, "controls", NULL, 0 },
	CONTROL_TEXTS,
	{ NULL, TOOL_VALUE, NULL, NULL, 0 },
};
static const struct tool_sheet mechanisms = { "mechanism", "description", NULL, mechanism_columns, 0 };

/* One that is to come is an action. */
static const struct tool_word works[] = {
	{ "to do", "planned" },
	{ "in progress", "ongoing" },
	{ NULL, NULL },
};
static const struct tool_column action_columns[] = {
	{ "ref id", TOOL_VALUE, "ref", NULL, 0 },
	{ "name", TOOL_VALUE, "title", NULL, 0 },
	{ "description", TOOL_PLAIN, "description", NULL, 0 },
	{ "owner|owners", TOOL_NAME, "owner", NULL, 0 },
	{ "status", TOOL_WORDS, "status", works, 0 },
	{ "start date", TOOL_VALUE, "start", NULL, 0 },
	{ "eta", TOOL_VALUE, "due", NULL, 0 },
	{ "reference control|reference control ref id", TOOL_CONTROLS, "control", NULL, 0 },
	{ "category", TOOL_TEXT, "description", NULL, 0 },
	CONTROL_TEXTS,
	{ NULL, TOOL_VALUE, NULL, NULL, 0 },
};
static const struct tool_sheet actions = { "action", "description", NULL, action_columns, 0 };

static const struct tool_word finding_words[] = {
	{ "identified", "open" },
	{ "confirmed", "open" },
	{ "assigned", "open" },
	{ "in progress", "open" },
	{ "mitigated", "closed" },
	{ "resolved", "closed" },
	{ "dismissed", "closed" },
	{ "deprecated", "closed" },
	{ NULL, NULL },
};
static const struct tool_column finding_columns[] = {
	{ "ref id", TOOL_VALUE, "ref", NULL, 0 },
	{ "name", TOOL_VALUE, "title", NULL, 0 },
	{ "description", TOOL_PLAIN, "evidence", NULL, 0 },
	{ "owner|owners", TOOL_NAME, "owner", NULL, 0 },
	{ "status", TOOL_WORDS, "status", finding_words, 0 },
	{ "due date", TOOL_VALUE, "due", NULL, 0 },
	{ "severity", TOOL_TEXT, "evidence", NULL, 0 },
	{ "priority", TOOL_TEXT, "evidence", NULL, 0 },
	{ "eta", TOOL_TEXT, "evidence", NULL, 0 },
	{ "observation", TOOL_TEXT, "evidence", NULL, 0 },
	{ NULL, TOOL_VALUE, NULL, NULL, 0 },
};
static const struct tool_sheet findings = { "finding", "evidence", NULL, finding_columns, 0 };

/* ---- which of them it is ---- */

static bool is_library(const struct grid *grid)
{
	return strings_contain(&grid->sheets, "library_content") || strings_contain(&grid->sheets, "library_meta");
}

static bool is_audit(const struct grid *grid)
{
	return tool_has(grid, "ref_id") && tool_has(grid, "compliance_result");
}

static bool has_one(const struct grid *grid, const char *const *headings)
{
	while (*headings && !tool_has(grid, *headings))
		headings++;
	return *headings != NULL;
}

static const struct tool_sheet *sheet_of(const struct grid *grid)
{
	static const char *const of_risks[] = { "current_proba", "current_probability", "current_level",
		"inherent_proba", "inherent_probability", "inherent_level", "residual_proba", "residual_probability",
		"residual_level", NULL };
	static const char *const of_assets[] = { "parent_assets", "security_objectives", "disaster_recovery_objectives",
		"is_business_function", NULL };
	static const char *const of_controls[] = { "csf_function", "reference_control", NULL };

	if (!tool_has(grid, "ref_id") || !tool_has(grid, "name"))
		return NULL;
	if (tool_has(grid, "treatment") && has_one(grid, of_risks))
		return &risks;
	if (has_one(grid, of_controls) && tool_has(grid, "status"))
		return &actions;
	if (has_one(grid, of_assets) || (tool_has(grid, "type") && tool_has(grid, "domain")))
		return &assets;
	if (tool_has(grid, "severity") && tool_has(grid, "status"))
		return &findings;
	return NULL;
}

static bool fits(const struct grid *grid)
{
	return is_library(grid) || is_audit(grid) || sheet_of(grid);
}

/* ---- applied controls ---- */

static bool has_status(const struct grid *grid, size_t row, const char *status)
{
	char *text = tool_cell(grid, row, tool_column(grid, "status")), *folded = heading_fold(text);
	bool has = strcmp(folded, status) == 0;

	free(text);
	free(folded);
	return has;
}

static bool is_active(const struct grid *grid, size_t row)
{
	return has_status(grid, row, "active");
}

static bool is_to_come(const struct grid *grid, size_t row)
{
	return !is_active(grid, row) && !has_status(grid, row, "deprecated");
}

static void read_controls(struct tool_input *input, const struct grid *grid)
{
	size_t row, gone = 0;

	for (row = 1; row < grid->count; row++)
		gone += has_status(grid, row, "deprecated");
	tool_read_sheet(input, grid, &mechanisms, is_active);
	tool_read_sheet(input, grid, &actions, is_to_come);
	tool_name_unread(input, grid, action_columns, "");
	if (gone)
		tool_unread(input, "status deprecated");
}

/* ---- audits ---- */

static const struct tool_word states[] = {
	{ "compliant", "implemented" },
	{ "partially compliant", "partial" },
	{ "non compliant", "none" },
	{ NULL, NULL },
};
static const struct tool_word conformities[] = {
	{ "compliant", "met" },
	{ "partially compliant", "partial" },
	{ "non compliant", "none" },
	{ NULL, NULL },
};

static const char *key_of(const struct tool_word *words, const char *folded)
{
	while (words->word && strcmp(words->word, folded) != 0)
		words++;
	return words->word ? words->key : NULL;
}

/* What the row says beside its result, as the paragraphs of one text. */
static void say_texts(struct tool_table *table, const char *field, const struct grid *grid, size_t row)
{
	static const char *const headings[] = { "observations|observation", "requirement progress|status", "score",
		"documentation score" };
	size_t i;

	for (i = 0; i < sizeof headings / sizeof headings[0]; i++) {
		size_t place = tool_column(grid, headings[i]);
		char *text = tool_cell(grid, row, place), *label = tool_label(grid_at(grid, 0, place)->text);

		tool_say(table, field, i ? label : NULL, text);
		free(text);
		free(label);
	}
}

static void answer(struct tool_table *table, const struct grid *grid, size_t row, const char *result)
{
	char *folded = heading_fold(result);
	bool of_control = register_field(table->def, "applicable") != NULL;

	if (of_control) {
		tool_set(table, "applicable",
			strcmp(folded, "not applicable") == 0 ? "no"
			: key_of(states, folded)              ? "yes"
							      : "");
		tool_set(table, "status", key_of(states, folded));
		say_texts(table, strcmp(folded, "not applicable") == 0 ? "justification" : "implementation", grid, row);
	} else {
		tool_set(table, "conformity", key_of(conformities, folded));
		if (strcmp(folded, "not applicable") == 0)
			tool_say(table, "answer", "Compliance result", result);
		say_texts(table, "answer", grid, row);
	}
	free(folded);
}

static bool is_assessed(const struct grid *grid, size_t row)
{
	static const char *const headings[] = { "compliance result", "observations|observation", "score" };
	size_t i;
	bool is = false;

	for (i = 0; i < sizeof headings / sizeof headings[0]; i++) {
		char *text = tool_cell(grid, row, tool_column(grid, headings[i]));

		is = is || (*text && strcmp(text, "not_assessed") != 0);
		free(text);
	}
	return is;
}

static bool read_audit(struct tool_input *input, const struct grid *grid, struct error *error)
{
	static const struct tool_column none[] = { { NULL, TOOL_VALUE, NULL, NULL, 0 } };
	size_t number = tool_column(grid, "ref id"), result = tool_column(grid, "compliance result"), row;
	struct strings lacking = { 0 };
	bool ok = true;

	for (row = 1; row < grid->count && ok; row++) {
		char *id = tool_cell(grid, row, number), *text = tool_cell(grid, row, result);
		struct tool_table *table;

		if (*id && is_assessed(grid, row)) {
			ok = tool_answer(input, id, grid_at(grid, row, number)->kind, false, grid->rows[row].line,
				&table, &lacking, error);
			if (table) {
				answer(table, grid, row, text);
				tool_answer_end(input, table);
			}
		}
		free(id);
		free(text);
	}
	tool_say_lacking(input, &lacking);
	/* The text of the framework is in the catalogue. */
	tool_name_unread(input, grid, none,
		"urn|assessable|ref id|name|description|compliance result|requirement progress|status|score|documentation score|observations|observation");
	return ok;
}

static bool read_grid(struct tool_input *input, const struct grid *grid, struct error *error)
{
	const struct tool_sheet *sheet = sheet_of(grid);

	if (is_library(grid))
		return error_set(error, ERROR_INVALID,
			_("%s is a library of CISO Assistant, a framework without answers. Catalogues come in as XML, see noria(5); export an audit from CISO Assistant to take its answers over."),
			input->name);
	if (is_audit(grid))
		return read_audit(input, grid, error);
	if (sheet == &actions) {
		read_controls(input, grid);
		return true;
	}
	if (sheet) {
		tool_read_sheet(input, grid, sheet, NULL);
		tool_name_unread(input, grid, sheet->columns, "");
	}
	return true;
}

const struct tool tool_ciso_assistant = {
	.kind = "ciso-assistant",
	.name = "CISO Assistant",
	.fits = fits,
	.read_grid = read_grid,
};
