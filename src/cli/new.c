/* new FILE: a file with its organisation, catalogue, method and lists. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/sample.h"
#include "cli/lib.h"

static bool run(const struct cli_words *words, struct error *error)
{
	const char *catalogues[32];
	struct app_new options = { .path = words->arguments.items[0] };
	struct store *store;
	size_t count = 0, i;

	for (i = 0; i < words->count; i++)
		if (strcmp(words->names[i], "catalogue") == 0 && count < 31)
			catalogues[count++] = words->values[i];
	catalogues[count] = NULL;
	options.organisation = cli_option(words, "organisation");
	options.catalogues = count ? catalogues : NULL;
	options.method = cli_option(words, "method");
	options.template_path = cli_option(words, "template");
	if (cli_has(words, "sample"))
		options.sample = cli_option(words, "sample") ? cli_option(words, "sample") : SAMPLE_USUAL;
	store = app_new(&options, error);
	if (!store)
		return false;
	return cli_close(store, true, error);
}

static const struct cli_option options[] = {
	{ "organisation", "TEXT", N_("the name of the organisation") },
	{ "catalogue", "CATALOGUE",
		N_("iso27001-2022 (default), iso27001-2013 or iso27002-2005; may be repeated, the first is the SoA's") },
	{ "method", "METHOD", N_("iso5x5 (default), ebios4x4, mehari4x4 or simple3x3") },
	{ "template", "PATH",
		N_("take catalogues, lists, scales and texts from another file, none of its confidential records") },
	{ "sample", "?" SAMPLE_NAMES,
		N_("fill it with a sample organisation: a laboratory on its way (default), or one that does all that the verdict asks") },
	{ NULL, NULL, NULL },
};

const struct cli_command cli_new = {
	.name = "new",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.options = options,
	.run = run,
	.summary = N_("make a file for an organisation"),
	.help = N_(
		"The file must not exist yet. It is readable by you alone; to share it, give it a group and the mode 0660 in a folder of that group."),
};
