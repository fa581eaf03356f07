/*
 * What a word being typed may become, for the completions of bash, zsh and fish (data/completions):
 * `noria --complete WORD...`, the last word being the one under the cursor, prints a line for
 * each answer, a tab, and what it is.  A line that begins with a tab asks the shell for the names of files, put
 * after the text that it holds.  All of it follows from the tables of commands, options, registers,
 * fields and reports; refs are read from the file without locks, a few at a time by index.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/complete.h"
#include "cli/help.h"

static void offer_files(const struct completing *c)
{
	cli_line("\t%s\n", c->before);
}

static const char *argument(const struct completing *c, size_t i)
{
	return i < c->arguments.count ? c->arguments.items[i] : NULL;
}

/* ---- reports ---- */

/* The register whose records a report, or the list of a register, is made of; NULL: none. */
static const struct register_def *register_listed(const char *what)
{
	struct report_choice choice;

	if (!what || !report_find(what, &choice))
		return NULL;
	return choice.def->lines ? choice.def->lines : choice.base;
}

/* What WHAT may be once a colon was typed. */
static void offer_what_of(struct completing *c, const char *colon)
{
	char *name = xstrndup(c->typed, (size_t)(colon - c->typed));
	size_t i;

	complete_stand(c, strlen(name) + 1);
	for (i = 0; reports[i]; i++) {
		if (!reports[i]->about || strcmp(reports[i]->name, name) != 0)
			continue;
		if (!reports[i]->of)
			complete_any_ref(c);
		else if (register_find(reports[i]->of))
			complete_refs(c, register_find(reports[i]->of));
	}
	free(name);
}

static void offer_what(struct completing *c)
{
	const char *colon = strchr(c->typed, ':');
	size_t i;

	if (colon) {
		offer_what_of(c, colon);
		return;
	}
	for (i = 0; reports[i]; i++)
		complete_offer(c, reports[i]->name, reports[i]->about ? ":" : "", _(reports[i]->label));
	complete_registers(c, "", true);
}

/* ---- options ---- */

/* "a4|letter", one after the other. */
static void offer_alternatives(const struct completing *c, const char *values)
{
	while (*values) {
		size_t length = strcspn(values, "|");
		char *value = xstrndup(values, length);

		complete_offer(c, value, "", "");
		free(value);
		values += length + (values[length] == '|');
	}
}

static void offer_strings(const struct completing *c, struct strings *values)
{
	size_t i;

	for (i = 0; i < values->count; i++)
		complete_offer(c, values->items[i], "", "");
	strings_free(values);
}

static void offer_formats(const struct completing *c, const char *what)
{
	struct report_choice choice;
	size_t i;

	if (!what || !report_find(what, &choice))
		return;
	for (i = 0; choice.def->formats[i]; i++)
		complete_offer(c, choice.def->formats[i], "", "");
}

static void offer_option_value(struct completing *c, const struct cli_option *option)
{
	const char *takes = cli_option_takes(option);
	const struct register_def *def = register_listed(argument(c, 1));
	struct strings values = { 0 };

	if (strchr(takes, '|')) {
		offer_alternatives(c, takes);
	} else if (strcmp(takes, "FILTER") == 0) {
		complete_assignment(c, def, true);
	} else if (strcmp(takes, "FIELD") == 0 && def) {
		complete_stand(c, *c->typed == '-');
		complete_fields(c, def, false, "");
	} else if (strcmp(takes, "FORMAT") == 0) {
		offer_formats(c, argument(c, 1));
	} else if (strcmp(takes, "PATH") == 0) {
		offer_files(c);
	} else if (strcmp(takes, "CATALOGUE") == 0) {
		app_shipped_catalogues(&values);
		offer_strings(c, &values);
	} else if (strcmp(takes, "METHOD") == 0) {
		app_shipped_methods(&values);
		offer_strings(c, &values);
	} else if (strcmp(takes, "KIND") == 0) {
		offer_alternatives(c, "catalogue|soa");
		import_tools(&values);
		offer_strings(c, &values);
		complete_registers(c, "csv:", true);
	}
}

static const struct cli_option *option_named(const struct cli_command *command, const char *name, size_t length)
{
	const struct cli_option *option;

	for (option = command->options; option && option->name; option++)
		if (strlen(option->name) == length && strncmp(option->name, name, length) == 0)
			return option;
	return NULL;
}

static void offer_options(const struct completing *c)
{
	const struct cli_option *option;

	for (option = c->command->options; option && option->name; option++) {
		char *name = xasprintf("--%s", option->name);

		complete_offer(c, name, cli_option_needs(option) ? "=" : "", _(option->help));
		free(name);
	}
	complete_offer(c, "--help", "", "");
}

/* ---- arguments ---- */

static void offer_commands(const struct completing *c)
{
	size_t i;

	for (i = 0; cli_commands[i]; i++)
		complete_offer(c, cli_commands[i]->name, "", _(cli_commands[i]->summary));
}

/* The word of a command's arguments at that place: "REGISTER"; the last one may be repeated.  "": there is none.  Caller frees. */
static char *placeholder(const char *arguments, size_t place)
{
	const char *word = arguments;
	size_t length;

	while (place && strchr(word, ' ')) {
		word = strchr(word, ' ') + 1;
		place--;
	}
	length = strcspn(word, " ");
	if (place && (length < 3 || strncmp(word + length - 3, "...", 3) != 0))
		return xstrdup("");
	if (*word == '[') {
		word++;
		length = strcspn(word, "]");
	}
	return xstrndup(word, length);
}

/* The words "approver=NAME" among a command's arguments, which come in any order. */
static void offer_named(const struct completing *c)
{
	struct strings words = { 0 };
	size_t i;

	for (i = 0; i < 16; i++) {
		char *word = placeholder(c->command->arguments, i), *equals = strchr(word, '=');

		if (equals && islower((unsigned char)*word)) {
			*equals = '\0';
			if (!strings_contain(&words, word))
				complete_offer(c, word, "=", "");
			strings_add(&words, word);
		}
		free(word);
	}
	strings_free(&words);
}

/* The register of the record, or of that name, that stands before FIELD=VALUE. */
static const struct register_def *register_before(const struct completing *c, bool record)
{
	const struct register_def *def = NULL;
	const char *word = argument(c, 1);

	if (!word || !record)
		return word ? register_find(word) : NULL;
	if (c->store)
		store_find(c->store, word, &def);
	return def;
}

static void offer_argument(struct completing *c, size_t place)
{
	char *kind = placeholder(c->command->arguments, place);
	struct strings catalogues = { 0 };
	const struct help_topic *topic;
	bool list = strcmp(c->command->name, "list") == 0;

	if (strcmp(kind, "FILE") == 0 || strcmp(kind, "INPUT") == 0 || strcmp(kind, "COPY") == 0 ||
		strcmp(kind, "PATH") == 0) {
		offer_files(c);
	} else if (strcmp(kind, "REGISTER") == 0) {
		complete_registers(c, "", list);
		if (list)
			offer_alternatives(c, "due|quality");
	} else if (complete_begins(kind, "REF")) {
		complete_any_ref(c);
	} else if (complete_begins(kind, "FIELD=VALUE")) {
		complete_assignment(c, register_before(c, strstr(c->command->arguments, " REF ") != NULL), false);
	} else if (strcmp(kind, "WHAT") == 0) {
		offer_what(c);
	} else if (strcmp(kind, "CATALOGUE") == 0) {
		app_shipped_catalogues(&catalogues);
		offer_strings(c, &catalogues);
	} else if (strcmp(kind, "COMMAND") == 0) {
		offer_commands(c);
		for (topic = help_topics; topic->name; topic++)
			complete_offer(c, topic->name, "", _(topic->about));
		complete_registers(c, "", true);
	} else if (strchr(kind, '=')) {
		offer_named(c);
	}
	free(kind);
}

/* ---- the line ---- */

/* The arguments before the word; the option whose value the word is, where that stands apart. */
static const struct cli_option *read_line(struct completing *c, int count, char **typed, bool *options)
{
	const struct cli_option *option = NULL;
	int i;

	*options = true;
	for (i = 0; i < count; i++) {
		if (option && cli_option_needs(option)) {
			option = NULL;
		} else if (*options && strcmp(typed[i], "--") == 0) {
			*options = false;
		} else if (*options && complete_begins(typed[i], "--")) {
			/* After "=" the value stands there already. */
			option = option_named(c->command, typed[i] + 2, strlen(typed[i] + 2));
		} else {
			strings_add(&c->arguments, typed[i]);
		}
	}
	return option && cli_option_needs(option) ? option : NULL;
}

static void offer_first(const struct completing *c)
{
	offer_commands(c);
	offer_alternatives(c, "--help|--version|--read-only");
	offer_files(c);
}

/* The file that the line names or leaves to NORIA_FILE; *shift: FILE was left out. */
static void open_file(struct completing *c, bool *shift)
{
	const char *first = argument(c, 0), *usual = cli_usual_file(), *home = getenv("HOME");
	char *path;

	*shift = complete_begins(c->command->arguments, "FILE") && usual && !(first && cli_names_file(first));
	if (!complete_begins(c->command->arguments, "FILE") || (!*shift && !first))
		return;
	if (*shift) {
		/* Everything is looked for where it stands with FILE. */
		struct strings given = c->arguments;
		size_t i;

		memset(&c->arguments, 0, sizeof c->arguments);
		strings_add(&c->arguments, usual);
		for (i = 0; i < given.count; i++)
			strings_add(&c->arguments, given.items[i]);
		strings_free(&given);
	}
	first = argument(c, 0);
	/* The shell has not read the word yet. */
	path = complete_begins(first, "~/") && home ? xasprintf("%s%s", home, first + 1) : xstrdup(first);
	c->store = store_open(path, STORE_READ_ONLY | STORE_LOOK, NULL);
	free(path);
}

static void complete_command(struct completing *c, int count, char **typed)
{
	const struct cli_option *option;
	bool options, shift;

	option = read_line(c, count, typed, &options);
	open_file(c, &shift);
	if (option) {
		offer_option_value(c, option);
	} else if (options && complete_begins(c->word, "--") && strchr(c->word, '=')) {
		size_t length = strcspn(c->word, "=");

		option = option_named(c->command, c->word + 2, length - 2);
		complete_stand(c, length + 1);
		if (option && option->takes)
			offer_option_value(c, option);
	} else if (options && *c->word == '-') {
		offer_options(c);
	} else {
		if (shift && c->arguments.count == 1)
			offer_files(c);
		offer_argument(c, c->arguments.count);
	}
	if (c->store)
		store_close(c->store);
}

bool cli_complete(int count, char **typed, struct error *error)
{
	struct completing completing = { 0 };

	if (count > 1 && strcmp(typed[0], "--read-only") == 0) {
		typed++;
		count--;
	}
	completing.word = completing.typed = count > 0 ? typed[count - 1] : "";
	completing.before = xstrdup("");
	completing.command = count > 1 ? cli_find(typed[0]) : NULL;
	if (count <= 1)
		offer_first(&completing);
	else if (completing.command)
		complete_command(&completing, count - 2, typed + 1);
	else if (count == 2)
		offer_alternatives(&completing, "--read-only");
	strings_free(&completing.arguments);
	free(completing.before);
	return cli_flush(error);
}
