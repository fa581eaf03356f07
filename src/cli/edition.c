/* edition FILE CATALOGUE: the SoA carried to a later edition of the controls. */
#include <stdlib.h>
#include <string.h>

#include "app/edition.h"
#include "cli/lib.h"

static bool print_plan(const struct edition *plan, enum table_format format, struct error *error)
{
	struct buffer text = { 0 };
	struct output *output = output_open("-", true, error);

	if (!output)
		return false;
	if (format == TABLE_TEXT)
		output_for_people(output);
	edition_write(plan, format, &text);
	output_text(output, text.data ? text.data : "");
	buffer_free(&text);
	return output_end(output, error);
}

static bool carry_out(struct store *store, struct edition *plan, struct error *error)
{
	char *told, *line, *rest;

	if (!edition_carry_out(store, plan, error))
		return false;
	cli_message(_("The SoA now answers to %s; the old lines stay to be read, and undo takes it back."), plan->to);
	told = edition_told(plan);
	for (line = strtok_r(told, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		cli_message("%s", line);
	free(told);
	return true;
}

static bool run(const struct cli_words *words, struct error *error)
{
	const char *decisions = cli_option(words, "decisions");
	bool dry = cli_has(words, "dry-run"), ok;
	struct edition plan;
	struct store *store;
	enum table_format format;
	size_t open;
	char *which = NULL;

	if (!cli_table_format(words, &format, error))
		return false;
	store = cli_open(words->arguments.items[0], !dry, error);
	if (!store)
		return false;
	if (!edition_plan(store, words->arguments.items[1], &plan, error)) {
		return cli_close(store, false, error);
	}
	ok = !decisions || edition_read_decisions(&plan, decisions, error);
	if (ok && cli_has(words, "accept-likely"))
		edition_accept(&plan);
	ok = ok && print_plan(&plan, format, error);
	open = ok ? edition_open(&plan, &which) : 0;
	if (open && dry)
		cli_message(ngettext("%zu decision is open: %s.", "%zu decisions are open: %s.", open), open, which);
	else if (open)
		ok = error_set(error, ERROR_INVALID,
			ngettext(
				"%zu decision is open: %s. Nothing was changed; give it with --decisions, or take what is proposed with --accept-likely.",
				"%zu decisions are open: %s. Nothing was changed; give them with --decisions, or take what is proposed with --accept-likely.",
				open),
			open, which);
	else if (ok && !dry)
		ok = carry_out(store, &plan, error);
	free(which);
	edition_free(&plan);
	return cli_close(store, ok, error);
}

static const struct cli_option options[] = {
	{ "dry-run", NULL, N_("show what would become of each line, and change nothing") },
	{ "decisions", "PATH",
		N_("a CSV with the columns number, decision (carry, own, close), targets, reason, owner") },
	{ "accept-likely", NULL,
		N_("whatever is open is decided as proposed: likely successors are taken, answers without successor become own controls, or end where there is no answer") },
	{ "format", "table|tsv|csv|json", N_("table (default), tsv, csv or json") },
	{ NULL, NULL, NULL },
};

const struct cli_command cli_edition = {
	.name = "edition",
	.arguments = "FILE CATALOGUE",
	.least = 2,
	.most = 2,
	.options = options,
	.run = run,
	.summary = N_("carry the SoA to a later edition of the controls"),
	.help = N_(
		"From iso27002-2005 to iso27001-2013 or iso27001-2022, from iso27001-2013 to iso27001-2022. Says of each old line where its answer goes. What is only likely, what has no successor and merged answers of several owners are yours to decide: write the plan with --dry-run --format=csv, fill in the column decision, and give it back with --decisions. It is one step of undo."),
};
