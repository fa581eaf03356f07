/* argv to a subcommand.  What is no subcommand is a file to open on the screen. */
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <utf8proc.h>

#include "cli/lib.h"
#include "tui/lib.h"

const struct cli_command *const cli_commands[] = {
	&cli_new,
	&cli_list,
	&cli_show,
	&cli_add,
	&cli_set,
	&cli_remove,
	&cli_undo,
	&cli_redo,
	&cli_import,
	&cli_export,
	&cli_print,
	&cli_attach,
	&cli_extract,
	&cli_edition,
	&cli_issue,
	&cli_history,
	&cli_check,
	&cli_backup,
	&cli_help,
	NULL,
};

static const struct cli_command *find(const char *name)
{
	size_t i;

	for (i = 0; cli_commands[i]; i++)
		if (strcmp(cli_commands[i]->name, name) == 0)
			return cli_commands[i];
	return NULL;
}

static bool parse(
	const struct cli_command *command, int argc, char **argv, struct cli_words *words, struct error *error)
{
	bool options = true;
	int i;

	memset(words, 0, sizeof *words);
	for (i = 0; i < argc; i++) {
		const struct cli_option *option;
		const char *equals;
		size_t length;

		if (options && strcmp(argv[i], "--") == 0) {
			options = false;
			continue;
		}
		if (!options || strncmp(argv[i], "--", 2) != 0) {
			if (!text_is_valid(argv[i], strlen(argv[i])))
				return error_set(
					error, ERROR_INVALID, _("A word of the command line is not valid UTF-8 text."));
			strings_add(&words->arguments, argv[i]);
			continue;
		}
		equals = strchr(argv[i], '=');
		length = equals ? (size_t)(equals - argv[i]) - 2 : strlen(argv[i]) - 2;
		for (option = command->options; option && option->name; option++)
			if (strlen(option->name) == length && strncmp(option->name, argv[i] + 2, length) == 0)
				break;
		if ((!option || !option->name) && strcmp(argv[i], "--read-only") == 0)
			return error_set(error, ERROR_USAGE,
				_("%s is not for reading alone; --read-only goes with commands that change nothing."),
				command->name);
		if (!option || !option->name) {
			const char *names[32], *near;
			size_t count = 0;
			char *given = xstrndup(argv[i] + 2, length);

			for (option = command->options; option && option->name && count < 32; option++)
				names[count++] = option->name;
			near = cli_nearest(given, names, count);
			if (near)
				error_set(error, ERROR_USAGE, _("%s has no option --%s; did you mean --%s?"),
					command->name, given, near);
			else
				error_set(error, ERROR_USAGE, _("%s has no option --%s; see `noria help %s`."),
					command->name, given, command->name);
			free(given);
			return false;
		}
		if (option->value && !equals && i + 1 < argc) {
			equals = argv[++i] - 1;
		} else if (option->value && !equals) {
			return error_set(
				error, ERROR_USAGE, _("--%s needs a value: --%s=VALUE."), option->name, option->name);
		} else if (!option->value && equals) {
			return error_set(error, ERROR_USAGE, _("--%s takes no value."), option->name);
		}
		if (words->count == 32)
			return error_set(error, ERROR_USAGE, _("There are too many options."));
		words->names[words->count] = option->name;
		words->values[words->count++] = option->value ? equals + 1 : NULL;
	}
	if ((int)words->arguments.count < command->least ||
		(command->most >= 0 && (int)words->arguments.count > command->most)) {
		char *synopsis = cli_synopsis(command);

		error_set(error, ERROR_USAGE, _("Write: %s"), synopsis);
		free(synopsis);
		return false;
	}
	return true;
}

/* What the program can do without: there, or not. */
static void print_part(const char *helper, const char *label)
{
	char *version = helper_version(helper);

	if (version)
		cli_line("%s: %s\n", label, version);
	else
		/* TRANSLATORS: "PDF: not there (the program noria-pdf is not installed)" */
		cli_line(_("%s: not there (the program %s is not installed)\n"), label, helper);
	free(version);
}

static void print_version(void)
{
	cli_line("%s\n", PACKAGE_STRING);
	cli_line("SQLite %s, libxml2 %s, libsodium %s, utf8proc %s\n", store_engine_version(),
		exchange_engine_version(), sodium_version_string(), utf8proc_version());
	print_part("noria-pdf", "PDF");
	print_part("noria-xlsx", "XLSX");
	print_part("noria-print", _("printing"));
	cli_line("%s\n",
		_("Free software under the GNU General Public License, version 3 or later; there is no warranty."));
}

static int open_screen(const char *path, bool look)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		cli_message(_(
			"The screen needs a terminal. On the command line, `noria help` tells what can be done without one."));
		return 3;
	}
	return tui_run(path, look);
}

static int finish(struct error *error)
{
	char *text = error_text(error);
	int status = error_exit_status(error);

	if (error->message)
		cli_message("%s", text);
	free(text);
	error_clear(error);
	return status;
}

static bool looks_like_a_command(const char *word)
{
	return *word && strspn(word, "abcdefghijklmnopqrstuvwxyz") == strlen(word) && access(word, F_OK) != 0;
}

int cli_main(int argc, char **argv)
{
	const struct cli_command *command;
	struct cli_words words;
	struct error error = { 0 };
	const char *file = getenv("NORIA_FILE");
	char read_only[] = "--read-only";
	bool ok, look;

	/* A reader that goes away is told by write(), not by a signal. */
	signal(SIGPIPE, SIG_IGN);
	/* So is a file that may not grow. */
	signal(SIGXFSZ, SIG_IGN);
	/* Before a command it is that command's option. */
	look = argc > 1 && strcmp(argv[1], "--read-only") == 0;
	if (look && argc > 2 && find(argv[2])) {
		argv[1] = argv[2];
		argv[2] = read_only;
		look = false;
	} else if (look) {
		argc--;
		argv++;
	} else if (argc == 3 && strcmp(argv[2], "--read-only") == 0 && !find(argv[1])) {
		argc--;
		look = true;
	}
	if (argc < 2)
		return open_screen(file && *file ? file : NULL, look);
	if (strcmp(argv[1], "--version") == 0) {
		print_version();
		return cli_flush(&error) ? 0 : finish(&error);
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
		memset(&words, 0, sizeof words);
		ok = cli_help.run(&words, &error) && cli_flush(&error);
		return ok ? 0 : finish(&error);
	}
	command = find(argv[1]);
	if (!command) {
		if (argv[1][0] == '-') {
			error_set(&error, ERROR_USAGE, _("There is no option %s; see `noria --help`."), argv[1]);
			return finish(&error);
		}
		if (argc == 2 && !looks_like_a_command(argv[1]))
			return open_screen(argv[1], look);
		{
			const char *names[64], *near;
			size_t count = 0;

			for (; cli_commands[count]; count++)
				names[count] = cli_commands[count]->name;
			near = looks_like_a_command(argv[1]) ? cli_nearest(argv[1], names, count) : NULL;
			if (near)
				error_set(&error, ERROR_USAGE, _("There is no command %s; did you mean %s?"), argv[1],
					near);
			else if (argc > 2 && !looks_like_a_command(argv[1]))
				error_set(&error, ERROR_USAGE,
					_("One file is opened at a time: noria FILE; a command stands before the file: noria COMMAND FILE."));
			else
				error_set(&error, ERROR_USAGE,
					_("There is no command and no file %s; see `noria --help`."), argv[1]);
		}
		return finish(&error);
	}
	if (argc == 3 && strcmp(argv[2], "--help") == 0) {
		memset(&words, 0, sizeof words);
		strings_add(&words.arguments, command->name);
		ok = cli_help.run(&words, &error) && cli_flush(&error);
	} else {
		ok = parse(command, argc - 2, argv + 2, &words, &error) && command->run(&words, &error) &&
		     cli_flush(&error);
	}
	strings_free(&words.arguments);
	return ok ? 0 : finish(&error);
}
