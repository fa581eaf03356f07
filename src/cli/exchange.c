/* import and export. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/lib.h"

/* What the options say of how the input is read; the lists are freed by free_lists. */
struct import_lists {
	struct strings map, skip, word, create;
};

static void free_lists(struct import_lists *lists)
{
	strings_free(&lists->map);
	strings_free(&lists->skip);
	strings_free(&lists->word);
	strings_free(&lists->create);
}

/* The place of an option's value among those that there are; the first where it was not given. */
static bool one_of(const struct cli_words *words, const char *option, const char *const *values, size_t *place,
	struct error *error)
{
	const char *given = cli_option(words, option);
	struct strings known = { 0 };
	char *list;

	*place = 0;
	while (given && values[*place] && strcmp(values[*place], given) != 0)
		++*place;
	if (values[*place])
		return true;
	for (; *values; values++)
		if (**values)
			strings_add(&known, *values);
	list = strings_join(&known, ", ");
	/* TRANSLATORS: an option; what was given; the words that it takes, parted by commas */
	error_set(error, ERROR_USAGE, _("--%s cannot be %s; it is one of: %s."), option, given, list);
	free(list);
	strings_free(&known);
	return false;
}

static bool read_options(
	const struct cli_words *words, struct import_options *options, struct import_lists *lists, struct error *error)
{
	static const char *const matches[] = { "update", "skip", "stop", NULL };
	static const char *const orders[] = { "locale", "day-first", "month-first", NULL };
	static const char *const signs[] = { "either", "point", "comma", NULL };
	const char *header = cli_option(words, "header");
	size_t i, match, order, sign;
	int64_t line = 0;

	cli_options(words, "map", false, &lists->map);
	cli_options(words, "skip", false, &lists->skip);
	cli_options(words, "word", false, &lists->word);
	cli_options(words, "create", true, &lists->create);
	for (i = 0; i < lists->create.count; i++)
		if (!cli_register(lists->create.items[i], error))
			return false;
	if (!one_of(words, "on-match", matches, &match, error) || !one_of(words, "dates", orders, &order, error) ||
		!one_of(words, "decimal", signs, &sign, error))
		return false;
	if (header && (!number_parse_integer(header, &line) || line < 0))
		return error_set(error, ERROR_USAGE,
			_("--header is the number of the row that names the fields, as 3, or 0 where none does, not %s."),
			header);
	*options = (struct import_options){
		.as = cli_option(words, "as"),
		.dry_run = cli_has(words, "dry-run"),
		.encoding = cli_option(words, "encoding"),
		.sheet = cli_option(words, "sheet"),
		.header = header && !line ? IMPORT_NO_HEADER : (long)line,
		.map = &lists->map,
		.skip = &lists->skip,
		.word = &lists->word,
		.create = &lists->create,
		.key = cli_option(words, "key"),
		.on_match = (enum import_match)match,
		.given = { .order = (enum date_order)order, .decimal = (enum decimal_sign)sign },
		.only_good = cli_has(words, "only-good"),
		.refused = cli_option(words, "refused"),
		.source = cli_option(words, "source"),
	};
	return true;
}

/* A record of a rehearsal, and of one that would change what it says now and what it would say. */
static void tell_line(const struct import_line *line)
{
	size_t i;

	cli_line("%c %s %s\n", line->kind, line->ref ? line->ref : "", line->sentence ? line->sentence : "");
	for (i = 0; line->kind == '~' && i < line->change_count; i++) {
		const struct import_change *change = &line->changes[i];

		char *became = xasprintf("%s -> %s", *change->before ? change->before : "\xe2\x80\x93",
			     *change->after ? change->after : "\xe2\x80\x93"),
		     *said = xasprintf(_("%s: %s"), _(change->field->label), became);

		cli_line("    %s\n", said);
		free(became);
		free(said);
	}
}

static void tell_lines(const struct import_report *report, bool ok, bool dry, bool verbose)
{
	long long unnamed = verbose ? 0 : import_report_unnamed(report), kept = 0;
	size_t i;

	for (i = 0; i < report->line_count; i++) {
		const struct import_line *line = &report->lines[i];

		if (line->kind == '!' || ((ok || dry) && line->kind == '*'))
			cli_message("%s", line->sentence);
		else if (dry && line->kind == '-' && unnamed && ++kept > IMPORT_KEPT_NAMED)
			continue;
		else if (dry && strchr("+~-", line->kind))
			tell_line(line);
	}
	if (dry && unnamed) {
		/* TRANSLATORS: records that stay, besides those named above */
		char *more = xasprintf(ngettext("and %lld more, which --verbose names",
					       "and %lld more, which --verbose names", (unsigned long)unnamed),
			unnamed);

		cli_line("- %s\n", more);
		free(more);
	}
}

static void tell_counts(const struct import_report *report, const struct import_options *options)
{
	if (report->note)
		cli_message("%s", report->note);
	cli_message(options->dry_run ? _("It would add %lld, change %lld and leave %lld as they are.")
				     : _("%lld added, %lld changed, %lld left as they were."),
		(long long)report->added, (long long)report->changed, (long long)report->unchanged);
	if (report->gone)
		cli_message(ngettext("%lld record of the register is not in the table; it stays.",
				    "%lld records of the register are not in the table; they stay.",
				    (unsigned long)report->gone),
			(long long)report->gone);
	if (report->refused)
		cli_message(
			ngettext("%lld row is left out.", "%lld rows are left out.", (unsigned long)report->refused),
			(long long)report->refused);
}

static bool run_import(const struct cli_words *words, struct error *error)
{
	struct import_report report = { 0 };
	struct import_options options;
	struct import_lists lists = { 0 };
	struct store *store = NULL;
	bool ok = read_options(words, &options, &lists, error);

	if (ok)
		store = cli_open(words->arguments.items[0], true, error);
	if (!store) {
		free_lists(&lists);
		return false;
	}
	/* What changes nothing needs no right to write. */
	ok = !options.dry_run || !store_is_read_only(store) || store_rehearse(store, error);
	if (ok) {
		ok = import_file(store, words->arguments.items[1], &options, &report, error);
		tell_lines(&report, ok, options.dry_run, cli_has(words, "verbose"));
		ok = ok && cli_flush(error);
	}
	if (ok)
		tell_counts(&report, &options);
	if (report.kept && strcmp(options.refused, "-") != 0)
		cli_message(
			_("The refused rows are in %s, each with what is wrong; put them right and import that file."),
			options.refused);
	import_report_free(&report);
	free_lists(&lists);
	return cli_close(store, ok, error);
}

static const struct cli_option import_options[] = {
	{ "as", "KIND",
		N_("the kind, where it is not plain from the input: catalogue, soa, a register (of any table), or the tool it is from: ciso-assistant, deming, monarc, simplerisk, verinice") },
	{ "dry-run", NULL, N_("tell what would be new, changed or refused, and change nothing") },
	{ "verbose", NULL,
		N_("with --dry-run, name all records that a table of a part of the register does not have") },
	{ "map", "COLUMN=FIELD", N_("the column of that heading, or letter, is this field; once for each") },
	{ "skip", "COLUMN", N_("leave the column out; once for each") },
	{ "word", "COLUMN:WORD=VALUE",
		N_("what a word of the column means, where it takes one of a few; once for each") },
	{ "key", "FIELD",
		N_("match rows without ref by this field; the title where none is named, by refs alone with ref") },
	{ "on-match", "update|skip|stop",
		N_("what becomes of records that are in the file: update where it is not said") },
	{ "only-good", NULL, N_("leave refused rows out, and take the others") },
	{ "refused", "PATH", N_("write the refused rows there, each with its reasons, ready to be put right") },
	{ "create", "REGISTER,...", N_("make records of these registers for names that none bears") },
	{ "source", "TEXT", N_("what to call the place that foreign refs come from; the name of the input") },
	{ "sheet", "TEXT", N_("the sheet of a workbook, by its name or number") },
	{ "header", "NUMBER", N_("the row that names the fields, where it is not plain; 0: none does") },
	{ "dates", "day-first|month-first", N_("the order of days and months, where a column does not show it") },
	{ "decimal", "point|comma", N_("the sign of decimals, where a column does not show it") },
	{ "encoding", "TEXT", N_("the character set of the input, where it is not plain") },
	{ NULL, NULL, NULL },
};

const struct cli_command cli_import = {
	.name = "import",
	.arguments = "FILE INPUT",
	.least = 2,
	.most = 2,
	.options = import_options,
	.run = run_import,
	.summary = N_("read a table, a catalogue, an SoA or another tool's file"),
	.help = N_(
		"INPUT - is standard input. It is read as a whole or not at all, and is one step of undo. Records are matched by uuid, ref, foreign ref, then title: reading twice changes nothing. Columns are known by the names or labels of fields in either language; what --map and --skip say of others is remembered."),
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
