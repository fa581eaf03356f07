/* attach, extract: evidence in the file, and out again. */
#include <stdlib.h>
#include <string.h>

#include "cli/lib.h"

static bool run_attach(const struct cli_words *words, struct error *error)
{
	struct store *store = cli_open(words->arguments.items[0], true, error);
	bool ok = store && app_attach(store, words->arguments.items[1], words->arguments.items[2], error);

	return cli_close(store, ok, error);
}

const struct cli_command cli_attach = {
	.name = "attach",
	.arguments = "FILE REF PATH",
	.least = 3,
	.most = 3,
	.run = run_attach,
	.summary = N_("attach a file to a record of evidence"),
	.help = N_(
		"REF is a record of evidence, PATH a file of 10 MB at most. It is kept by its SHA-256 and verified whenever it is taken out."),
};

static bool run_extract(const struct cli_words *words, struct error *error)
{
	struct store *store = cli_open_to_read(words, error);
	char *written = NULL;
	bool ok = store && app_extract(store, words->arguments.items[1], words->arguments.items[2],
				   cli_has(words, "force"), &written, error);

	if (ok && strcmp(words->arguments.items[2], "-") != 0)
		cli_message(_("Written to %s."), written);
	free(written);
	return cli_close(store, ok, error);
}

static const struct cli_option extract_options[] = {
	{ "force", NULL, N_("replace a file that is there") },
	CLI_READ_ONLY,
	{ NULL, NULL, NULL },
};

const struct cli_command cli_extract = {
	.name = "extract",
	.arguments = "FILE REF PATH",
	.least = 3,
	.most = 3,
	.options = extract_options,
	.run = run_extract,
	.summary = N_("take an attached file out again, verified"),
	.help = N_(
		"PATH is a file, a folder, or - for standard output. The bytes are compared with the SHA-256 that was recorded; where they differ nothing is written and the status is 1."),
};
