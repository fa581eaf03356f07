/* print: a report on paper. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/help.h"

static void tell(void *user, const char *name, const char *description, bool is_default)
{
	char *shown = text_printable(name, false), *what = text_printable(description, false);

	(void)user;
	cli_line("%s\t%s%s\n", shown, what, is_default ? _(" (default)") : "");
	free(shown);
	free(what);
}

/* The printers of CUPS; where there is none, the program that prints in their place. */
static bool list_printers(struct error *error)
{
	char *command = app_print_command();
	bool ok = app_printers(tell, NULL, error);

	if (!ok && command) {
		error_clear(error);
		tell(NULL, command, _("the program that the configuration names"), true);
		ok = true;
	}
	free(command);
	return ok && cli_flush(error);
}

static bool run(const struct cli_words *words, struct error *error)
{
	const char *copies = cli_option(words, "copies");
	struct export_request request = { .what = words->arguments.count > 1 ? words->arguments.items[1] : NULL,
		.filter = cli_option(words, "where"),
		.mark = cli_option(words, "mark"),
		.paper = cli_option(words, "paper") };
	struct print_order order = { .printer = cli_option(words, "printer"), .copies = 1 };
	struct store *store;
	int64_t number = 1;
	char *said = NULL;
	bool ok;

	/* It may say how to print. */
	help_configuration_faults();
	if (!request.what)
		return list_printers(error);
	if (copies && (!number_parse_integer(copies, &number) || number < 1 || number > 999))
		return error_set(error, ERROR_USAGE, _("The number of copies goes from 1 to 999."));
	order.copies = (int)number;
	store = cli_open_to_read(words, error);
	ok = store && app_print(store, &request, &order, &said, error);
	if (ok)
		cli_message("%s", said);
	free(said);
	return cli_close(store, ok, error);
}

static const struct cli_option options[] = {
	{ "printer", "PRINTER",
		N_("a printer of CUPS, or the address of one: ipp://HOST/ipp/print; else the default one, or the program of the configuration") },
	{ "copies", "NUMBER", N_("how many copies") },
	{ "where", "FILTER", N_("only the records that this filter lets through, as in `noria list`") },
	{ "mark", "TEXT", N_("the confidentiality mark on every page, in place of the report's own") },
	{ "paper", "a4|letter", N_("a4 or letter") },
	CLI_READ_ONLY,
	{ NULL, NULL, NULL },
};

const struct cli_command cli_print = {
	.name = "print",
	.arguments = "FILE [WHAT]",
	.least = 1,
	.most = 2,
	.options = options,
	.run = run,
	.summary = N_("print a report"),
	.help = N_(
		"WHAT is a report or the name of a register, as far as it comes as text. With FILE alone the printers are listed. Without CUPS the line `print COMMAND` of the configuration names a program that prints the text which it reads."),
};
