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

/* What the program can do without: there, or not. */
static void print_part(const char *helper, const char *label)
{
	char *version = helper_version(helper), *text = version ? xasprintf(_("%s: %s"), label, version) : NULL;

	if (text)
		cli_line("%s\n", text);
	else
		/* TRANSLATORS: "PDF: not there (the program noria-pdf is not installed)" */
		cli_line(_("%s: not there (the program %s is not installed)\n"), label, helper);
	free(version);
	free(text);
}

static void print_version(void)
{
	const char *zip = exchange_zip_version();

	cli_line("%s\n", PACKAGE_STRING);
	cli_line("SQLite %s, libxml2 %s, libsodium %s, utf8proc %s\n", store_engine_version(),
		exchange_engine_version(), sodium_version_string(), utf8proc_version());
	print_part("noria-pdf", "PDF");
	print_part("noria-xlsx", "XLSX");
	print_part("noria-print", _("printing"));
	if (zip)
		/* TRANSLATORS: "reading spreadsheets: libzip 1.7.3" */
		cli_line(_("reading spreadsheets: %s %s\n"), "libzip", zip);
	else
		cli_line(_("reading spreadsheets: not there (libzip is missing)\n"));
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

/* Whether who started us lets SIGPIPE end a program, as is usual. */
static bool dies_of_pipes;

static int finish(struct error *error)
{
	char *text = error_text(error);
	int status = error_exit_status(error);
	bool unread = error->kind == ERROR_UNREAD;

	if (error->message)
		cli_message("%s", text);
	free(text);
	error_clear(error);
	if (unread && dies_of_pipes) {
		signal(SIGPIPE, SIG_DFL);
		raise(SIGPIPE);
	}
	return status;
}

static bool looks_like_a_command(const char *word)
{
	return *word && strspn(word, "abcdefghijklmnopqrstuvwxyz") == strlen(word) && access(word, F_OK) != 0;
}

static void ignore_signals(void)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before;

	/* A reader that goes away is told by write(), not by a signal in the middle of something. */
	dies_of_pipes = sigaction(SIGPIPE, &ignore, &before) == 0 && before.sa_handler == SIG_DFL;
	/* So is a file that may not grow. */
	signal(SIGXFSZ, SIG_IGN);
}

/* What was written in place of a command: a file to open, or nothing that there is. */
static int no_command(int argc, char **argv, bool look)
{
	struct error error = { 0 };
	const char *names[64], *near, *word = argv[1];
	size_t count = 0;

	if (word[0] == '-') {
		error_set(&error, ERROR_USAGE, _("There is no option %s; see `noria --help`."), word);
		return finish(&error);
	}
	if (argc == 2 && !looks_like_a_command(word))
		return open_screen(word, look);
	for (; cli_commands[count]; count++)
		names[count] = cli_commands[count]->name;
	near = looks_like_a_command(word) ? cli_nearest(word, names, count) : NULL;
	if (near)
		error_set(&error, ERROR_USAGE, _("There is no command %s; did you mean %s?"), word, near);
	else if (argc > 2 && !looks_like_a_command(word))
		error_set(&error, ERROR_USAGE,
			_("One file is opened at a time: noria FILE; a command stands before the file: noria COMMAND FILE."));
	else
		error_set(&error, ERROR_USAGE, _("There is no command and no file %s; see `noria --help`."), word);
	return finish(&error);
}

static bool help_on(const struct cli_command *command, struct error *error)
{
	struct cli_words words = { 0 };
	bool ok;

	if (command)
		strings_add(&words.arguments, command->name);
	ok = cli_help.run(&words, error) && cli_flush(error);
	strings_free(&words.arguments);
	return ok;
}

static bool run_command(const struct cli_command *command, int argc, char **argv, struct error *error)
{
	struct cli_words words;
	bool ok;

	if (argc == 3 && strcmp(argv[2], "--help") == 0)
		return help_on(command, error);
	ok = cli_parse(command, argc - 2, argv + 2, &words, error) && command->run(&words, error) && cli_flush(error);
	strings_free(&words.arguments);
	return ok;
}

int cli_main(int argc, char **argv)
{
	const struct cli_command *command;
	struct error error = { 0 };
	char read_only[] = "--read-only";
	const char *first;
	bool ok = true, look;

	ignore_signals();
	/* Before a command it is that command's option. */
	look = argc > 1 && strcmp(argv[1], read_only) == 0;
	if (look && argc > 2 && cli_find(argv[2])) {
		argv[1] = argv[2];
		argv[2] = read_only;
		look = false;
	} else if (look) {
		argc--;
		argv++;
	} else if (argc == 3 && strcmp(argv[2], read_only) == 0 && !cli_find(argv[1])) {
		argc--;
		look = true;
	}
	if (argc < 2)
		return open_screen(cli_usual_file(), look);
	first = argv[1];
	command = cli_find(first);
	if (command) {
		ok = run_command(command, argc, argv, &error);
	} else if (strcmp(first, "--version") == 0 || strcmp(first, "-V") == 0) {
		print_version();
		ok = cli_flush(&error);
	} else if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0) {
		ok = help_on(NULL, &error);
	} else if (strcmp(first, "--complete") == 0) {
		ok = cli_complete(argc - 2, argv + 2, &error);
	} else {
		return no_command(argc, argv, look);
	}
	return ok ? 0 : finish(&error);
}
