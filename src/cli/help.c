/* help COMMAND: what the command line can do. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/help.h"
#include "model/demands.h"

static bool run(const struct cli_words *words, struct error *error);

const struct cli_command cli_help = {
	.name = "help",
	.arguments = "[COMMAND]",
	.least = 0,
	.most = 1,
	.run = run,
	.summary = N_("tell how a command is used"),
	.help = N_(
		"Without COMMAND it lists the commands. In its place may stand the name of a register, whose fields are told; keys, for the commands of the screen and their keys; config, for what may stand in the configuration, and what is wrong there."),
};

static void overview(void)
{
	size_t i;

	cli_line("%s\n", _("Noria runs an ISO/IEC 27001 information security management system from a terminal."));
	cli_line("\n");
	cli_line("%s\n", "noria [--read-only] [FILE]");
	for (i = 0; cli_commands[i]; i++)
		cli_line("noria %-9s %s\n", cli_commands[i]->name, _(cli_commands[i]->summary));
	cli_line("%s\n", "noria --version, -V");
	cli_line("\n");
	cli_paragraph(_(
		"Without a command the application opens on FILE, or on the file named by NORIA_FILE. Where that is set, FILE may be left out of commands too. `noria help COMMAND` tells more, `noria help keys` and `noria help config` of the screen; noria(1) tells all."));
}

static void registers(void)
{
	struct strings names = { 0 };
	char *list, *line;
	size_t i;

	for (i = 0; dictionary[i]; i++)
		strings_add(&names, dictionary[i]->name);
	list = strings_join(&names, " ");
	line = xasprintf(_("Registers: %s"), list);
	cli_line("\n");
	cli_paragraph(line);
	free(line);
	free(list);
	strings_free(&names);
}

/* A name in a column of that width, beside it the lines that say what it means; a longer name has a line of its own. */
static void describe(const char *name, int columns, const struct strings *lines)
{
	char *padded = text_pad(name, columns, false);
	bool alone = text_columns(name) > columns;
	size_t i;

	if (alone)
		cli_line("%s\n", name);
	for (i = 0; i < lines->count; i++)
		cli_line("%*s %s\n", i || alone ? columns : 0, i || alone ? "" : padded, lines->items[i]);
	free(padded);
}

/* "soa  The scope, the counts ...", below it its formats. */
static void describe_report(const struct report_def *def)
{
	struct strings lines = { 0 }, formats = { 0 };
	char *usage = report_usage(def), *name = xasprintf("  %s", usage), *list;
	size_t i;

	for (i = 0; def->formats[i]; i++)
		strings_add(&formats, def->formats[i]);
	list = strings_join(&formats, ", ");
	text_wrap(_(def->help), 54, &lines);
	strings_add(&lines, list);
	describe(name, 23, &lines);
	free(usage);
	free(name);
	free(list);
	strings_free(&lines);
	strings_free(&formats);
}

/* The reports in one form, or in any (NULL). */
static void list_reports(const char *format)
{
	size_t i;

	cli_line("\n");
	cli_line("%s\n", _("Reports, and the formats in which each comes:"));
	for (i = 0; reports[i]; i++)
		if (!format || report_has_format(reports[i], format))
			describe_report(reports[i]);
	describe_report(&report_register);
	registers();
}

static char *words(const char *const *items)
{
	struct strings list = { 0 };
	char *joined;

	for (; *items; items++)
		strings_add(&list, *items);
	joined = strings_join(&list, ", ");
	strings_free(&list);
	return joined;
}

/* "status=accepted, with kind=residual, needs: level, owner, date, expiry" */
static void describe_demands(const struct register_def *def, const struct field_def *field, struct strings *lines)
{
	const struct demand *demand;

	for (demand = def->demands; demand && demand->sentence; demand++) {
		char *listed = demand->values ? words(demand->values) : NULL, *needed = words(demand->needed), *text,
		     *values = listed ? xasprintf("%s=%s", demand->field, listed) : NULL;

		free(listed);

		if (strcmp(demand->field, field->name) != 0) {
			free(values);
			free(needed);
			continue;
		}
		if (demand->also)
			/* TRANSLATORS: values of a field; a condition as KIND=residual; names of fields */
			text = xasprintf(_("%s, with %s=%s, needs: %s"), values ? values : _("any value"), demand->also,
				demand->as, needed);
		else
			/* TRANSLATORS: values of a field; names of fields */
			text = xasprintf(_("%s needs: %s"), values ? values : _("any value"), needed);
		text_wrap(text, 56, lines);
		free(text);
		free(values);
		free(needed);
	}
}

/* "owner  person: the person who ...", below it the keys that a choice takes. */
static void describe_field(const struct register_def *def, const struct field_def *field)
{
	const char *kind = field_is_reference(field) ? field->target : _(field->type->label);
	struct strings keys = { 0 }, lines = { 0 };
	const struct choice *choice;
	char *text, *list;

	for (choice = field->choices; choice && choice->key; choice++)
		strings_add(&keys, choice->key);
	list = strings_join(&keys, ", ");
	if (field->flags & FIELD_BY_PROGRAM)
		text = xasprintf(_("(%s, written by the program) %s"), kind, _(field->help));
	else if (field->flags & (FIELD_DERIVED | FIELD_INVERSE))
		text = xasprintf(_("(%s, follows from others) %s"), kind, _(field->help));
	else if (register_is_either(def, field)) {
		char *labels = either_labels(def);

		/* TRANSLATORS: the kind of a field, labels of fields of which one must be said, what to write there */
		text = xasprintf(_("(%s, required is one of %s) %s"), kind, labels, _(field->help));
		free(labels);
	} else if (field->flags & FIELD_REQUIRED)
		text = xasprintf(_("(%s, required) %s"), kind, _(field->help));
	else
		text = xasprintf("(%s) %s", kind, _(field->help));
	text_wrap(text, 56, &lines);
	if (keys.count) {
		free(text);
		text = xasprintf(_("One of: %s"), list);
		text_wrap(text, 56, &lines);
	}
	describe_demands(def, field, &lines);
	describe(field->name, 22, &lines);
	free(text);
	free(list);
	strings_free(&keys);
	strings_free(&lines);
}

static bool tell_topic(const char *name)
{
	const struct help_topic *topic;

	for (topic = help_topics; topic->name; topic++)
		if (strcmp(topic->name, name) == 0) {
			topic->tell();
			return true;
		}
	return false;
}

static void describe_register(const struct register_def *def)
{
	size_t i;

	cli_paragraph(_(def->help));
	cli_line("\n");
	for (i = 0; i < def->field_count; i++)
		if (!(def->fields[i].flags & FIELD_INTERNAL))
			describe_field(def, &def->fields[i]);
}

static void describe_command(const struct cli_command *command)
{
	const struct cli_option *option;
	char *synopsis = cli_synopsis(command);

	cli_paragraph(synopsis);
	free(synopsis);
	cli_line("\n");
	cli_paragraph(_(command->help));
	for (option = command->options; option && option->name; option++) {
		char *name = !option->takes ? xasprintf("  --%s", option->name)
			     : cli_option_needs(option)
				     ? xasprintf("  --%s=%s", option->name, option->takes)
				     : xasprintf("  --%s[=%s]", option->name, cli_option_takes(option));
		struct strings lines = { 0 };

		if (option == command->options)
			cli_line("\n");
		text_wrap(_(option->help), 56, &lines);
		describe(name, 22, &lines);
		strings_free(&lines);
		free(name);
	}
	if (strstr(command->arguments, "REGISTER"))
		registers();
	else if (strstr(command->arguments, "WHAT"))
		list_reports(command == &cli_print ? "text" : NULL);
}

static bool run(const struct cli_words *words, struct error *error)
{
	const struct cli_command *command = NULL;
	const struct register_def *def;
	size_t i;

	if (!words->arguments.count) {
		overview();
		return true;
	}
	if (tell_topic(words->arguments.items[0]))
		return true;
	for (i = 0; cli_commands[i]; i++)
		if (strcmp(cli_commands[i]->name, words->arguments.items[0]) == 0)
			command = cli_commands[i];
	def = register_find(words->arguments.items[0]);
	if (!command && !def)
		return error_set(error, ERROR_USAGE, _("There is no command %s; see `noria --help`."),
			words->arguments.items[0]);
	if (command)
		describe_command(command);
	/* A word may be both: `check`, `issue`. */
	if (command && def) {
		cli_line("\n");
		cli_line(_("The register %s:\n"), def->name);
	}
	if (def)
		describe_register(def);
	return true;
}
