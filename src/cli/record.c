/* record FILE REF VALUE: a result of a check, or a value of an indicator, for automatons and for people. */
#include "app/record.h"
#include "cli/lib.h"

static bool run(const struct cli_words *words, struct error *error)
{
	char **arguments = words->arguments.items;
	struct store *store = cli_open(arguments[0], true, error);
	bool ok = store && record_value(store, arguments[1], arguments[2], cli_option(words, "at"),
				   cli_option(words, "note"), cli_option(words, "evidence"), error);

	return cli_close(store, ok, error);
}

static const struct cli_option options[] = {
	{ "at", "TEXT",
		N_("when it was so: a day, or a day and a time in the organisation's zone; now where it is not given") },
	{ "note", "TEXT", N_("what was seen") },
	{ "evidence", "TEXT", N_("the ref of the evidence that shows it") },
	{ NULL, NULL, NULL },
};

const struct cli_command cli_record = {
	.name = "record",
	.arguments = "FILE REF VALUE",
	.least = 3,
	.most = 3,
	.options = options,
	.run = run,
	.summary = N_("record a result of a check, or a value of an indicator"),
	.help = N_(
		"For programs that do it again and again, and for people. Of a security check VALUE is pass, part, fail, or a score, a whole number from 0 to 100, which passes from the score that the check says; it answers the due day that waits. Of an indicator it is a number, or count, which counts at once, and only now, what the program computes by a formula. Nothing is printed. As many programs as there are may record at the same time: each waits for its turn."),
};
