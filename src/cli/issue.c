/* issue FILE VERSION: the SoA frozen as it stands. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/issue.h"
#include "cli/lib.h"

static bool take(const char *word, struct issue_options *options, struct error *error)
{
	const struct {
		const char *name;
		const char **place;
	} words[] = {
		{ "approver=", &options->approver },
		{ "function=", &options->function },
		{ "date=", &options->date },
		{ "copy=", &options->copy },
	};
	size_t i;

	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strncmp(word, words[i].name, strlen(words[i].name)) == 0) {
			*words[i].place = word + strlen(words[i].name);
			return true;
		}
	return error_set(error, ERROR_USAGE,
		_("\"%s\" is no assignment here; write approver=NAME, function=TEXT, date=DAY or copy=PLACE."), word);
}

/* What stands in the way may be answered by an option, which a screen does not have: the command names it. */
static void tell_option(struct store *store, const struct issue_options *options, struct error *error)
{
	struct issue_refusals refusals;
	struct error again = { 0 };
	size_t i;

	if (error->kind != ERROR_INVALID || options->without || app_issue_try(store, options, &refusals, &again))
		return;
	for (i = 0; i < refusals.count; i++)
		if (strcmp(refusals.items[i].field, "without_assessment") == 0) {
			char *said = xstrdup(error->message);

			error_set(error, ERROR_INVALID, _("%s The reason is given by --without-assessment=REASON."),
				said);
			free(said);
			break;
		}
	issue_refusals_free(&refusals);
	error_clear(&again);
}

static bool run(const struct cli_words *words, struct error *error)
{
	struct issue_options options = { .version = words->arguments.items[1],
		.without = cli_option(words, "without-assessment") };
	struct store *store;
	char *ref;
	size_t i;
	bool ok;

	for (i = 2; i < words->arguments.count; i++)
		if (!take(words->arguments.items[i], &options, error))
			return false;
	store = cli_open(words->arguments.items[0], true, error);
	if (!store)
		return false;
	ok = app_issue_soa(store, &options, &ref, error);
	if (ok)
		cli_line("%s\n", ref);
	else
		tell_option(store, &options, error);
	free(ref);
	return cli_close(store, ok, error);
}

static const struct cli_option options[] = {
	{ "without-assessment", "REASON",
		N_("the reason for which it is issued though no assessment was closed since the one before") },
	{ NULL, NULL, NULL },
};

const struct cli_command cli_issue = {
	.name = "issue",
	.arguments = "FILE VERSION approver=NAME function=TEXT [date=DAY] [copy=PLACE]",
	.least = 2,
	.most = -1,
	.options = options,
	.run = run,
	.summary = N_("issue the SoA: freeze it under a version, with its approver"),
	.help = N_(
		"Refused while a line is undecided, an inclusion has no reason, or is there for a risk that no current risk of the register bears out, or an exclusion has no justification; while no assessment was closed since the version before, unless --without-assessment says why, which is printed on it; and where its approver held no role of general management on that day. All that is missing is told at once. What changed since the version before is written beside it, and that one is superseded. An issued SoA is never undone; `noria export FILE soa:SO-1` gives it as it was, --format=pdf its print."),
};
