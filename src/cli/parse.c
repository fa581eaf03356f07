/* The words after a command: options in any place, arguments, and the file that NORIA_FILE stands for. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/lib.h"

const char *cli_usual_file(void)
{
	const char *file = getenv("NORIA_FILE");

	return file && *file ? file : NULL;
}

bool cli_names_file(const char *word)
{
	size_t length = strlen(word);
	struct stat status;

	return (length > 6 && strcmp(word + length - 6, ".noria") == 0) || strchr(word, '/') ||
	       (stat(word, &status) == 0 && !S_ISDIR(status.st_mode));
}

/* True where what comes after FILE is the name of a file too: `noria backup COPY`. */
static bool takes_a_path(const struct cli_command *command)
{
	static const char *const paths[] = { "FILE INPUT", "FILE COPY" };
	size_t i;

	for (i = 0; i < sizeof paths / sizeof paths[0]; i++)
		if (strcmp(command->arguments, paths[i]) == 0)
			return true;
	return false;
}

/*
 * Whether FILE was left out, because NORIA_FILE names it.  Where the number of arguments does not
 * tell, the first one does: what is a file by its name is the file, `noria history R-1` is about the record.
 */
static bool leaves_out_file(const struct cli_command *command, const struct strings *arguments)
{
	int count = (int)arguments->count;
	bool file = count > 0 && cli_names_file(arguments->items[0]);

	if (!cli_usual_file() || strncmp(command->arguments, "FILE", 4) != 0 || count == command->most)
		return false;
	if (count < command->least)
		return !file || takes_a_path(command);
	return !file;
}

static void put_usual_file(struct strings *arguments)
{
	char *file;

	strings_add(arguments, cli_usual_file());
	file = arguments->items[arguments->count - 1];
	memmove(arguments->items + 1, arguments->items, (arguments->count - 1) * sizeof *arguments->items);
	arguments->items[0] = file;
}

/* An option that the command does not have; the nearest one that it has is named. */
static bool no_option(const struct cli_command *command, const char *given, size_t length, struct error *error)
{
	const struct cli_option *option;
	const char *names[32], *near;
	size_t count = 0;
	char *name;

	if (strcmp(given, "read-only") == 0)
		return error_set(error, ERROR_USAGE,
			_("%s is not for reading alone; --read-only goes with commands that change nothing."),
			command->name);
	name = xstrndup(given, length);
	for (option = command->options; option && option->name && count < 32; option++)
		names[count++] = option->name;
	near = cli_nearest(name, names, count);
	if (near)
		error_set(
			error, ERROR_USAGE, _("%s has no option --%s; did you mean --%s?"), command->name, name, near);
	else
		error_set(error, ERROR_USAGE, _("%s has no option --%s; see `noria help %s`."), command->name, name,
			command->name);
	free(name);
	return false;
}

/* The option at `word` ("--name", "--name=VALUE"); next: the word after it, taken (*taken) where the value stands there. */
static bool take_option(const struct cli_command *command, const char *word, const char *next, bool *taken,
	struct cli_words *words, struct error *error)
{
	const struct cli_option *option;
	const char *equals = strchr(word, '='), *value = equals ? equals + 1 : NULL;
	size_t length = equals ? (size_t)(equals - word) : strlen(word);

	for (option = command->options; option && option->name; option++)
		if (strlen(option->name) == length && strncmp(option->name, word, length) == 0)
			break;
	if (!option || !option->name)
		return no_option(command, word, length, error);
	*taken = cli_option_needs(option) && !value && next;
	if (*taken)
		value = next;
	if (cli_option_needs(option) && !value)
		return error_set(error, ERROR_USAGE, _("--%s needs a value: --%s=VALUE."), option->name, option->name);
	if (!option->takes && value)
		return error_set(error, ERROR_USAGE, _("--%s takes no value."), option->name);
	if (words->count == CLI_OPTIONS_MOST)
		return error_set(error, ERROR_USAGE, _("There are too many options."));
	words->names[words->count] = option->name;
	words->values[words->count++] = value;
	return true;
}

bool cli_parse(const struct cli_command *command, int argc, char **argv, struct cli_words *words, struct error *error)
{
	bool options = true, taken;
	int i;

	memset(words, 0, sizeof *words);
	for (i = 0; i < argc; i++) {
		if (options && strcmp(argv[i], "--") == 0) {
			options = false;
		} else if (options && strncmp(argv[i], "--", 2) == 0) {
			if (!take_option(command, argv[i] + 2, i + 1 < argc ? argv[i + 1] : NULL, &taken, words, error))
				return false;
			i += taken;
		} else if (!text_is_valid(argv[i], strlen(argv[i]))) {
			return error_set(
				error, ERROR_INVALID, _("A word of the command line is not valid UTF-8 text."));
		} else {
			strings_add(&words->arguments, argv[i]);
		}
	}
	if (leaves_out_file(command, &words->arguments))
		put_usual_file(&words->arguments);
	if ((int)words->arguments.count < command->least ||
		(command->most >= 0 && (int)words->arguments.count > command->most)) {
		char *synopsis = cli_synopsis(command);

		error_set(error, ERROR_USAGE, _("Write: %s"), synopsis);
		free(synopsis);
		return false;
	}
	return true;
}
