/* SimpleRisk's table of risks with their mitigations and reviews. */
#include <stdlib.h>
#include <string.h>

#include "exchange/tools/tool.h"

static const struct tool_word strategies[] = {
	{ "accept", "retain" },
	{ "mitigate", "modify" },
	{ "transfer", "share" },
	{ "avoid", "avoid" },
	{ NULL, NULL },
};
/* Its other states say where it stands in a process that is not ours. */
static const struct tool_word states[] = {
	{ "closed", "closed" },
	{ NULL, NULL },
};
static const struct tool_column columns[] = {
	{ "id|risk id", TOOL_VALUE, "ref", NULL, 0 },
	{ "subject", TOOL_VALUE, "title", NULL, 0 },
	{ "risk assessment", TOOL_PLAIN, "scenario", NULL, 0 },
	{ "status|risk status", TOOL_WORDS, "status", states, 0 },
	{ "affected assets|assets", TOOL_NAME, "asset", NULL, 0 },
	{ "owner|risk owner", TOOL_PERSON, "owner", NULL, 0 },
	{ "external reference id", TOOL_TEXT, "scenario", NULL, 0 },
	{ "control regulation", TOOL_TEXT, "scenario", NULL, 0 },
	{ "control number", TOOL_CONTROLS, "controls", NULL, 0 },
	{ "site location|location|site", TOOL_TEXT, "scenario", NULL, 0 },
	{ "risk source|source", TOOL_TEXT, "scenario", NULL, 0 },
	{ "category", TOOL_TEXT, "scenario", NULL, 0 },
	{ "team", TOOL_TEXT, "scenario", NULL, 0 },
	{ "technology", TOOL_TEXT, "scenario", NULL, 0 },
	{ "current likelihood", TOOL_LEVEL, "current_likelihood", NULL, 0 },
	{ "current impact", TOOL_LEVEL, "current_impact", NULL, 0 },
	{ "inherent risk|calculated risk", TOOL_TEXT, "scenario", NULL, 0 },
	{ "residual risk", TOOL_TEXT, "scenario", NULL, 0 },
	{ "scoring method|risk scoring method", TOOL_TEXT, "scenario", NULL, 0 },
	{ "planning strategy", TOOL_WORDS, "treatment", strategies, 0 },
	{ "current solution", TOOL_TEXT, "scenario", NULL, 0 },
	{ "security requirements", TOOL_TEXT, "treatment_reason", NULL, 0 },
	{ "security recommendations", TOOL_TEXT, "treatment_reason", NULL, 0 },
	{ "submission date", TOOL_VALUE, "identified", NULL, 0 },
	{ "next review date", TOOL_VALUE, "review", NULL, 0 },
	{ "additional notes", TOOL_PLAIN, "notes", NULL, 0 },
	{ "comments|comment", TOOL_TEXT, "notes", NULL, 0 },
	{ NULL, TOOL_VALUE, NULL, NULL, 0 },
};
/* Its likelihoods and impacts have five levels, unless somebody changed them there. */
static const struct tool_sheet risks = { "risk", "scenario", NULL, columns, 5 };

/* Its header has these words and at least three of the others. */
static bool fits(const struct grid *grid)
{
	static const char *const own[] = { "external reference id", "control regulation", "planning strategy",
		"mitigation effort", "current solution", "security requirements", "security recommendations",
		"additional stakeholders", "owner s manager", "risk scoring method", "scoring method",
		"submission date", "next review date", NULL };
	size_t i, count = 0;

	if (tool_column(grid, "subject") == grid->columns)
		return false;
	for (i = 0; own[i]; i++)
		count += tool_column(grid, own[i]) < grid->columns;
	return count >= 3;
}

/* A date that it writes in words, or of zeros, is none. */
static void drop_words(struct tool_table *table)
{
	static const char *const fields[] = { "identified", "review" };
	size_t i, row, count = table->count;

	for (row = 1; row <= count; row++) {
		table->count = row;
		for (i = 0; i < 2; i++) {
			const char *text = tool_get(table, fields[i]);

			if (text && !strpbrk(text, "123456789"))
				tool_drop(table, fields[i]);
		}
	}
}

static bool read_grid(struct tool_input *input, const struct grid *grid, struct error *error)
{
	(void)error;
	tool_read_sheet(input, grid, &risks, NULL);
	drop_words(tool_table(input, risks.name));
	tool_name_unread(input, grid, columns, "");
	return true;
}

const struct tool tool_simplerisk = {
	.kind = "simplerisk",
	.name = "SimpleRisk",
	.fits = fits,
	.read_grid = read_grid,
};
