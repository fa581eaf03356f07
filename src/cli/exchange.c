/* import and export. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/lib.h"

static bool run_import(const struct cli_words *words, struct error *error)
{
	struct store *store = cli_open(words->arguments.items[0], true, error);
	struct import_report report = { 0 };
	bool dry = cli_has(words, "dry-run"), ok;
	size_t i;

	if (!store)
		return false;
	/* What changes nothing needs no right to write. */
	if (dry && store_is_read_only(store) && !store_rehearse(store, error)) {
		return cli_close(store, false, error);
	}
	ok = import_file(store, words->arguments.items[1], cli_option(words, "as"), dry, &report, error);
	for (i = 0; i < report.line_count; i++)
		if (report.lines[i].kind == '!' || (ok && report.lines[i].kind == '*'))
			cli_message("%s", report.lines[i].sentence);
		else if (dry && report.lines[i].kind != '*')
			cli_line("%c %s %s\n", report.lines[i].kind, report.lines[i].ref ? report.lines[i].ref : "",
				report.lines[i].sentence ? report.lines[i].sentence : "");
	ok = ok && cli_flush(error);
	if (ok) {
		if (report.note)
			cli_message("%s", report.note);
		cli_message(dry ? _("It would add %lld, change %lld and leave %lld as they are.")
				: _("%lld added, %lld changed, %lld left as they were."),
			(long long)report.added, (long long)report.changed, (long long)report.unchanged);
	}
	import_report_free(&report);
	return cli_close(store, ok, error);
}

static const struct cli_option import_options[] = {
	{ "as", "KIND", N_("the kind, where it is not plain from the input: catalogue, soa, csv:REGISTER") },
	{ "dry-run", NULL, N_("tell what would be new, changed or refused, and change nothing") },
	{ NULL, NULL, NULL },
};

const struct cli_command cli_import = {
	.name = "import",
	.arguments = "FILE INPUT",
	.least = 2,
	.most = 2,
	.options = import_options,
	.run = run_import,
	.summary = N_("read a catalogue, an SoA or a CSV table"),
	.help = N_(
		"INPUT - is standard input. It is read as a whole or not at all, and is one step of undo. Records are matched by uuid, then ref: reading twice changes nothing."),
};

/* How a table is to be parted: by a sign or by its name. */
static bool take_separator(const char *word, char *separator, struct error *error)
{
	static const struct {
		const char *name, *sign;
	} known[] = { { "comma", "," }, { "semicolon", ";" }, { "tab", "\t" } };
	size_t i;

	for (i = 0; word && i < sizeof known / sizeof known[0]; i++)
		if (strcmp(word, known[i].name) == 0 || strcmp(word, known[i].sign) == 0)
			*separator = *known[i].sign;
	return !word || *separator ||
	       error_set(error, ERROR_USAGE, _("There is no separator \"%s\"; it is comma, semicolon or tab."), word);
}

static bool run_export(const struct cli_words *words, struct error *error)
{
	const char *place = cli_option(words, "output");
	char *note = NULL;
	struct export_request request = {
		.what = words->arguments.items[1],
		.format = cli_option(words, "format"),
		.path = place ? place : "-",
		.replace = cli_has(words, "force") ? REPLACE_ANY : REPLACE_EARLIER,
		.filter = cli_option(words, "where"),
		.mark = cli_option(words, "mark"),
		.paper = cli_option(words, "paper"),
		.template = cli_has(words, "template"),
		.csv.mark = cli_has(words, "bom"),
		.note = &note,
	};
	struct store *store;
	bool ok;

	if (!take_separator(cli_option(words, "separator"), &request.csv.separator, error))
		return false;
	store = cli_open_to_read(words, error);
	if (!store)
		return false;
	ok = app_export_request(store, &request, error);
	if (ok && note)
		cli_message("%s", note);
	free(note);
	return cli_close(store, ok, error);
}

static const struct cli_option export_options[] = {
	{ "format", "FORMAT",
		N_("one of those that stand beside the report below; the first where none is asked for") },
	{ "where", "FILTER", N_("only the records that this filter lets through, as in `noria list`") },
	{ "mark", "TEXT", N_("the confidentiality mark on every page, in place of the report's own") },
	{ "paper", "a4|letter", N_("a4 or letter") },
	{ "template", NULL, N_("a workbook to be filled in by others and read back, with none of the records") },
	{ "separator", "comma|semicolon|tab", N_("what parts the cells of CSV; a comma otherwise") },
	{ "bom", NULL, N_("begin CSV with the mark of UTF-8, and end its lines with CR LF, for spreadsheets") },
	{ "output", "PATH", N_("the file to write; standard output otherwise") },
	CLI_READ_ONLY,
	{ "force", NULL, N_("replace a file that is no earlier export; never a Noria file") },
	{ NULL, NULL, NULL },
};

const struct cli_command cli_export = {
	.name = "export",
	.arguments = "FILE WHAT",
	.least = 2,
	.most = 2,
	.options = export_options,
	.run = run_export,
	.summary = N_("write the SoA, a catalogue, a report or a register"),
	.help = N_(
		"WHAT is a report or the name of a register. A file is written beside its place and renamed, so a failure leaves the old one; one that exists is replaced where it is an earlier export in the same format, known by its content. PDF and XLSX are made by programs of the package, where they are installed (see `noria --version`)."),
};
