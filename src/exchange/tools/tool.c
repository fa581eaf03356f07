/* Which tool a file is from, and the tables that were made of it, imported in one action. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "exchange/input.h"
#include "exchange/tools/tool.h"
#include "exchange/zip.h"

#define UNREAD_TOLD 40 /* names of what was not read */
#define INPUT_MAX ((size_t)64 << 20)

static const struct tool *const tools[] = {
	&tool_ciso_assistant,
	&tool_deming,
	&tool_monarc,
	&tool_simplerisk,
	&tool_verinice,
};
#define TOOLS (sizeof tools / sizeof tools[0])

const struct tool *tool_named(const char *kind)
{
	size_t i;

	for (i = 0; kind && i < TOOLS; i++)
		if (strcmp(tools[i]->kind, kind) == 0)
			return tools[i];
	return NULL;
}

void import_tools(struct strings *kinds)
{
	size_t i;

	for (i = 0; i < TOOLS; i++)
		strings_add(kinds, tools[i]->kind);
}

const struct tool *tool_of_grid(const struct grid *grid)
{
	size_t i;

	for (i = 0; i < TOOLS && grid->count; i++)
		if (tools[i]->fits && tools[i]->fits(grid))
			return tools[i];
	return NULL;
}

/* Whether a ZIP has the part by which verinice's are known. */
static bool has_verinice_part(const char *path)
{
	struct buffer bytes = { 0 };
	struct archive *archive = NULL;
	bool has = false;
	size_t i;

	if (input_read(path, INPUT_MAX, &bytes, NULL) && archive_is(&bytes))
		archive = archive_open(path, &bytes, NULL);
	for (i = 0; archive && i < archive_count(archive) && !has; i++)
		has = strcasecmp(archive_entry(archive, i), "verinice.xml") == 0;
	archive_close(archive);
	buffer_free(&bytes);
	return has;
}

const struct tool *tool_of_file(const char *path)
{
	const char *dot = strrchr(path, '.');
	struct stat status;
	char start[64] = "";
	size_t count, at = 0;
	FILE *file;

	/* A pipe is read once. */
	if (strcmp(path, "-") == 0 || stat(path, &status) != 0 || !S_ISREG(status.st_mode))
		return NULL;
	file = fopen(path, "re");
	if (!file)
		return NULL;
	count = fread(start, 1, sizeof start - 1, file);
	fclose(file);
	if (count > 3 && memcmp(start, UTF8_MARK, 3) == 0)
		at = 3;
	at += strspn(start + at, " \t\r\n");
	/* One with a password is encrypted: to be said by its reader.  A list is what Noria writes. */
	if (start[at] == '{' || (dot && strcasecmp(dot, ".json") == 0 && start[at] != '['))
		return &tool_monarc;
	return count > 4 && memcmp(start, "PK\3\4", 4) == 0 && has_verinice_part(path) ? &tool_verinice : NULL;
}

/* ---- into the registers ---- */

static bool fill_grid(
	const struct tool_input *input, const struct tool_table *table, struct grid *grid, struct error *error)
{
	size_t i, j;

	memset(grid, 0, sizeof *grid);
	grid->name = xstrdup(input->name);
	if (!grid_add_row(grid, 1, error))
		return false;
	for (j = 0; j < table->fields.count; j++)
		if (!grid_add_cell(grid, GRID_TEXT, table->fields.items[j], strlen(table->fields.items[j]), error))
			return false;
	for (i = 0; i < table->count; i++) {
		const struct tool_row *row = &table->rows[i];

		if (!grid_add_row(grid, row->line, error))
			return false;
		for (j = 0; j < row->count; j++) {
			const char *text = row->values[j] ? row->values[j] : "";

			if (!grid_add_cell(grid, *text ? GRID_TEXT : GRID_EMPTY, text, strlen(text), error))
				return false;
		}
	}
	grid_end(grid);
	return true;
}

static struct import_plan *make_plan(const struct tool_input *input, const struct tool_table *table,
	const struct import_options *options, struct error *error)
{
	/* Names that no record bears make one: a tool that is left had them. */
	static const char *const made[] = { "asset", "threat", "vulnerability", "person" };
	struct import_plan *plan = NULL;
	struct grid grid;
	size_t i;

	if (fill_grid(input, table, &grid, error))
		plan = import_plan_of_grid(input->store, &grid, table->def, input->source, error);
	grid_free(&grid);
	if (!plan)
		return NULL;
	plan->on_match = options->on_match;
	plan->only_good = options->only_good;
	plan->details->seen = options->seen;
	for (i = 0; i < sizeof made / sizeof made[0]; i++)
		strings_add(&plan->create, made[i]);
	import_plan_set_reading(plan, options->given);
	return plan;
}

static void add_sentence(struct import_report *report, char *sentence)
{
	char *both = report->note ? xasprintf("%s %s", report->note, sentence) : xstrdup(sentence);

	free(report->note);
	free(sentence);
	report->note = both;
}

/* What it was taken for, how much of what was read, and what was not. */
static void say_what(struct tool_input *input, struct import_report *report)
{
	struct strings counts = { 0 };
	char *list;
	size_t i, more;

	for (i = 0; i < input->table_count; i++)
		if (input->tables[i].count)
			strings_take(&counts,
				/* TRANSLATORS: a register, how many of its records */
				xasprintf(_("%s %zu"), _(input->tables[i].def->plural), input->tables[i].count));
	list = strings_join(&counts, ", ");
	/* TRANSLATORS: a file, a program, a list of registers with numbers */
	add_sentence(report, xasprintf(_("%s was read as a file of %s: %s."), input->name, input->tool, list));
	free(list);
	if (input->unread.count > UNREAD_TOLD) {
		more = input->unread.count - UNREAD_TOLD;
		while (input->unread.count > UNREAD_TOLD)
			free(input->unread.items[--input->unread.count]);
		/* TRANSLATORS: how many more */
		strings_take(&input->unread, xasprintf(ngettext("and %zu more", "and %zu more", more), more));
	}
	if (input->unread.count) {
		list = strings_join(&input->unread, ", ");
		add_sentence(report, xasprintf(_("Not read, since it has no place here: %s."), list));
		free(list);
	}
	strings_free(&counts);
}

static bool carry_out(const struct tool_input *input, const struct import_options *options,
	struct import_report *report, struct error *error)
{
	struct import_plan *plans[TOOL_TABLES] = { NULL };
	size_t count = 0, i;
	bool ok = true;

	for (i = 0; i < input->table_count && ok; i++) {
		if (!input->tables[i].count)
			continue;
		plans[count] = make_plan(input, &input->tables[i], options, error);
		ok = plans[count] != NULL;
		count += ok;
	}
	if (ok && !count)
		ok = error_set(error, ERROR_INVALID,
			options->seen
				? _("%s was taken for a file of %s, and nothing in it has a place here.")
				: _("%s was taken for a file of %s, and nothing in it has a place here; --as=REGISTER reads a table as it stands."),
			input->name, input->tool);
	ok = ok && import_plans_carry_out(plans, count, input->store, options, report, error);
	for (i = 0; i < count; i++)
		import_plan_free(plans[i]);
	return ok;
}

/* Columns and keys are the mapping's own. */
static bool check_options(const struct tool *tool, const struct import_options *options, struct error *error)
{
	if ((options->map && options->map->count) || (options->skip && options->skip->count) || options->key ||
		options->header || options->refused)
		return error_set(error, ERROR_USAGE,
			_("--map, --skip, --key, --header and --refused are for tables; files of %s are read as noria(1) tells. Say --as=REGISTER for a table."),
			tool->name);
	return true;
}

static bool read_file(struct tool_input *input, const struct tool *tool, const char *path,
	const struct import_options *options, struct error *error)
{
	struct grid_options how = { options->encoding, options->sheet, options->seen };
	struct buffer bytes = { 0 };
	struct grid grid;
	bool ok;

	if (tool->read_bytes) {
		ok = input_read(path, INPUT_MAX, &bytes, error) && tool->read_bytes(input, &bytes, error);
		buffer_free(&bytes);
		return ok;
	}
	if (!grid_read(path, &how, &grid, error))
		return false;
	ok = tool->fits(&grid) ||
	     error_set(error, ERROR_INVALID,
		     _("%s has not the columns of a file of %s that is read; noria(1) tells them."), input->name,
		     tool->name);
	ok = ok && tool->read_grid(input, &grid, error);
	grid_free(&grid);
	return ok;
}

bool tool_import(struct store *store, const struct tool *tool, const char *path, const struct grid *grid,
	const struct import_options *options, struct import_report *report, struct error *error)
{
	struct tool_input input = { .store = store, .tool = tool->name };
	size_t i;
	bool ok;

	if (!check_options(tool, options, error))
		return false;
	input.source = options->source ? options->source : tool->name;
	input.name = strcmp(path, "-") == 0 ? _("standard input") : path;
	free(report->kind);
	report->kind = xstrdup(tool->kind);
	ok = grid ? tool->read_grid(&input, grid, error) : read_file(&input, tool, path, options, error);
	if (ok) {
		say_what(&input, report);
		for (i = 0; i < input.said.count; i++)
			import_report_add(report, '*', NULL, input.said.items[i]);
		ok = carry_out(&input, options, report, error);
	}
	tool_input_free(&input);
	return ok;
}
