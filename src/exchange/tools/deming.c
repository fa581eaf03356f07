/* Spreadsheets of Deming: its measures (11 columns), its controls (14) and its risks (13).  The headings of the first two are in the language of whoever exported them. */
#include <stdlib.h>
#include <string.h>

#include "exchange/mapping.h"
#include "exchange/tools/tool.h"

static const char *const risk_headings[] = { "name", "description", "owner", "probability", "probability_comment",
	"impact", "impact_comment", "status", "status_comment", "review_frequency", "next_review_at", NULL };

static const struct tool_word decisions[] = {
	{ "not evaluated", NULL },
	{ "temporarily accepted", "retain" },
	{ "accepted", "retain" },
	{ "mitigated", "modify" },
	{ "transferred", "share" },
	{ "avoided", "avoid" },
	{ NULL, NULL },
};
/* Probability and impact are numbers of a scale that the file does not tell. */
static const struct tool_column risk_columns[] = {
	{ "name", TOOL_VALUE, "title", NULL, 0 },
	{ "description", TOOL_PLAIN, "scenario", NULL, 0 },
	{ "owner", TOOL_PERSON, "owner", NULL, 0 },
	{ "probability", TOOL_LEVEL, "current_likelihood", NULL, 0 },
	{ "probability comment", TOOL_TEXT, "scenario", NULL, 0 },
	{ "impact", TOOL_LEVEL, "current_impact", NULL, 0 },
	{ "impact comment", TOOL_TEXT, "scenario", NULL, 0 },
	{ "exposure", TOOL_TEXT, "scenario", NULL, 0 },
	{ "vulnerability", TOOL_TEXT, "scenario", NULL, 0 },
	{ "status", TOOL_WORDS, "treatment", decisions, 0 },
	{ "status", TOOL_TEXT, "treatment_reason", NULL, 0 },
	{ "status comment", TOOL_PLAIN, "treatment_reason", NULL, 0 },
	{ "next review at", TOOL_VALUE, "review", NULL, 0 },
	{ NULL, TOOL_VALUE, NULL, NULL, 0 },
};
static const struct tool_sheet risks = { "risk", "scenario", NULL, risk_columns, 0 };

/* A control that was carried out shows the measures at work. */
enum { CONTROL_CLAUSE = 0, CONTROL_NAME = 1, CONTROL_SCOPE = 2, CONTROL_DATE = 7, CONTROL_COLUMNS = 14 };
static const struct tool_column control_columns[] = {
	{ NULL, TOOL_VALUE, "title", NULL, CONTROL_NAME + 1 },
	{ NULL, TOOL_CONTROLS, "control", NULL, CONTROL_CLAUSE + 1 },
	{ NULL, TOOL_VALUE, "date", NULL, CONTROL_DATE + 1 },
	{ NULL, TOOL_TEXT, "notes", NULL, CONTROL_SCOPE + 1 },
	{ NULL, TOOL_TEXT, "notes", NULL, 6 },
	{ NULL, TOOL_TEXT, "notes", NULL, 7 },
	{ NULL, TOOL_PLAIN, "notes", NULL, 9 },
	{ NULL, TOOL_TEXT, "notes", NULL, 10 },
	{ NULL, TOOL_TEXT, "notes", NULL, 11 },
	{ NULL, TOOL_NAME, "owner", NULL, 12 },
	{ NULL, TOOL_TEXT, "notes", NULL, 14 },
	{ NULL, TOOL_VALUE, NULL, NULL, 0 },
};
static const struct tool_sheet controls = { "evidence", "notes", NULL, control_columns, 0 };

enum { MEASURE_CLAUSE = 3, MEASURE_COLUMNS = 11 };

static bool heading_is(const struct grid *grid, size_t column, const char *const *words)
{
	char *folded = heading_fold(grid_at(grid, 0, column)->text);

	while (*words && strcmp(folded, *words) != 0)
		words++;
	free(folded);
	return *words != NULL;
}

static bool is_risks(const struct grid *grid)
{
	size_t i;

	for (i = 0; risk_headings[i]; i++)
		if (strcmp(grid_at(grid, 0, i)->text, risk_headings[i]) != 0)
			return false;
	return true;
}

static const char *const clause_words[] = { "clause", "clauses", "klausel", "klauseln", "clausula", "clausola", NULL };

static bool is_measures(const struct grid *grid)
{
	static const char *const framework_words[] = { "framework", "referentiel", "cadre", "rahmen", "rahmenwerk",
		"regelwerk", NULL };

	return grid->columns == MEASURE_COLUMNS && heading_is(grid, MEASURE_CLAUSE, clause_words) &&
	       heading_is(grid, 0, framework_words);
}

static bool is_controls(const struct grid *grid)
{
	static const char *const date_words[] = { "realisation date", "date de realisation", "realization date",
		"realisierungsdatum", "durchfuhrungsdatum", NULL };

	return grid->columns == CONTROL_COLUMNS && heading_is(grid, CONTROL_CLAUSE, clause_words) &&
	       heading_is(grid, CONTROL_DATE, date_words);
}

static bool fits(const struct grid *grid)
{
	return is_risks(grid) || is_measures(grid) || is_controls(grid);
}

/* Objective, attributes and names are the framework's, and the catalogue has its own. */
static bool read_measures(struct tool_input *input, const struct grid *grid, struct error *error)
{
	static const struct tool_column none[] = { { NULL, TOOL_VALUE, NULL, NULL, 0 } };
	static const size_t texts[] = { 7, 8, 9, 10 };
	struct strings lacking = { 0 };
	struct tool_column read[sizeof texts / sizeof texts[0] + 2] = { { .field = "control", .place = 4 } };
	size_t row, i;
	bool ok = true;

	for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
		read[i + 1] = (struct tool_column){ .field = "implementation", .place = (int)texts[i] + 1 };
	read[i + 1] = none[0];
	for (row = 1; row < grid->count && ok; row++) {
		char *clause = tool_cell(grid, row, MEASURE_CLAUSE), *id;
		struct tool_table *table = NULL;

		if (*clause)
			ok = tool_answer(input, clause, grid_at(grid, row, MEASURE_CLAUSE)->kind, false,
				grid->rows[row].line, &table, &lacking, error);
		for (i = 0; table && i < sizeof texts / sizeof texts[0]; i++) {
			char *text = tool_cell(grid, row, texts[i]),
			     *label = tool_label(grid_at(grid, 0, texts[i])->text);

			tool_say(table, register_field(table->def, "implementation") ? "implementation" : "answer",
				label, text);
			free(text);
			free(label);
		}
		if (table) {
			id = text_one_line(clause);
			tool_set(table, "ref", id);
			free(id);
			tool_answer_end(input, table);
		}
		free(clause);
	}
	tool_say_lacking(input, &lacking);
	tool_name_unread(input, grid, read, "");
	return ok;
}

static bool was_carried_out(const struct grid *grid, size_t row)
{
	char *date = tool_cell(grid, row, CONTROL_DATE);
	bool was = *date != '\0';

	free(date);
	return was;
}

/* A control has no id in the file: it is told from the others by what it checks, where and when. */
static void name_controls(struct tool_input *input, const struct grid *grid)
{
	static const size_t parts[] = { CONTROL_CLAUSE, CONTROL_NAME, CONTROL_SCOPE, CONTROL_DATE };
	struct tool_table *table = tool_table(input, "evidence");
	size_t count = table->count, row, i;

	table->count = 0;
	for (row = 1; row < grid->count && table->count < count; row++) {
		struct buffer id = { 0 };

		if (!was_carried_out(grid, row))
			continue;
		table->count++;
		for (i = 0; i < sizeof parts / sizeof parts[0]; i++) {
			char *text = tool_cell(grid, row, parts[i]);

			buffer_printf(&id, "%s%s", i && *text ? " " : "", text);
			free(text);
		}
		tool_set(table, "ref", id.data);
		buffer_free(&id);
	}
}

static bool read_grid(struct tool_input *input, const struct grid *grid, struct error *error)
{
	if (is_measures(grid))
		return read_measures(input, grid, error);
	if (is_controls(grid)) {
		tool_read_sheet(input, grid, &controls, was_carried_out);
		name_controls(input, grid);
		tool_name_unread(input, grid, control_columns, "");
		return true;
	}
	tool_read_sheet(input, grid, &risks, NULL);
	tool_name_unread(input, grid, risk_columns, "");
	return true;
}

const struct tool tool_deming = { .kind = "deming", .name = "Deming", .fits = fits, .read_grid = read_grid };
