/* help keys, help config: what noria-keys(7) and noria-config(5) list, from the same tables, with what this account bound. */
#include <stdlib.h>
#include <string.h>

#include "cli/help.h"
#include "tui/lib.h"

#define LINE 78

static void heading(const char *text)
{
	cli_line("\n");
	cli_line("%s\n", text);
}

/* A term and its text beside it; a long term has a line to itself. */
static void entry(const char *term, int width, const char *text)
{
	struct strings lines = { 0 };
	char *padded = text_pad(term, width, false);
	size_t i;

	text_wrap(text, LINE - 3 - width, &lines);
	if (text_columns(term) > width || !lines.count)
		cli_line("  %s\n", term);
	else
		cli_line("  %s %s\n", padded, lines.items[0]);
	for (i = text_columns(term) > width ? 0 : 1; i < lines.count; i++)
		cli_line("  %*s %s\n", width, "", lines.items[i]);
	free(padded);
	strings_free(&lines);
}

/* "F5 1": what was bound to it goes first. */
static char *keys_of(const struct tui_command *command)
{
	struct buffer keys = { 0 };
	const char *key, *name;
	size_t count = 0;

	while (tui_bound(count, &key, &name))
		count++;
	while (count-- > 0)
		if (tui_bound(count, &key, &name) && strcmp(name, command->name) == 0)
			buffer_printf(&keys, "%s ", key);
	buffer_add(&keys, command->keys);
	return buffer_take(&keys);
}

static void describe_command(const struct tui_command *command)
{
	char *keys = keys_of(command), *padded = text_pad(command->name, 16, false),
	     *term = xasprintf("%s %s", padded, keys), *told = xasprintf("%s. %s", command->label, command->help), *at;

	entry(term, 31, told);
	if (command->where) {
		/* TRANSLATORS: the views of the screen in which a command applies */
		at = xasprintf(_("In: %s"), command->where);
		entry("", 31, at);
		free(at);
	}
	free(told);
	free(term);
	free(padded);
	free(keys);
}

static void list_commands(void)
{
	struct tui_command command, other;
	size_t i, j;

	for (i = 0; tui_command(i, &command); i++) {
		for (j = 0; j < i && tui_command(j, &other) && strcmp(other.group, command.group) != 0; j++)
			;
		if (j < i)
			continue;
		heading(command.group);
		for (j = i; tui_command(j, &other); j++)
			if (strcmp(other.group, command.group) == 0)
				describe_command(&other);
	}
}

void help_configuration_faults(void)
{
	struct strings faults = { 0 };
	size_t i;

	tui_configure(&faults);
	for (i = 0; i < faults.count; i++)
		cli_message("%s", faults.items[i]);
	strings_free(&faults);
}

static void help_keys(void)
{
	help_configuration_faults();
	cli_paragraph(_(
		"Each command of the screen, with its keys as they are bound now and the views in which it applies; without a view it applies everywhere. A line `bind KEY COMMAND` in the configuration gives it one more: `noria help config`."));
	list_commands();
}

static void setting(void *user, const char *word, const char *text)
{
	(void)user;
	cli_line("  %s\n", word);
	entry("", 6, text);
}

static void style(void *user, const char *word, const char *text)
{
	(void)user;
	entry(word, 14, text);
}

static void collect(void *user, const char *word, const char *text)
{
	struct strings *list = user;

	if (*text)
		strings_take(list, xasprintf("%s (%s)", word, text));
	else
		strings_add(list, word);
}

static void list_words(void (*words)(tui_told each, void *user), const char *title)
{
	struct strings list = { 0 }, lines = { 0 };
	char *joined;
	size_t i;

	words(collect, &list);
	joined = strings_join(&list, ", ");
	text_wrap(joined, LINE - 2, &lines);
	heading(title);
	for (i = 0; i < lines.count; i++)
		cli_line("  %s\n", lines.items[i]);
	free(joined);
	strings_free(&lines);
	strings_free(&list);
}

static void list_command_names(tui_told each, void *user)
{
	struct tui_command command;
	size_t i;

	for (i = 0; tui_command(i, &command); i++)
		each(user, command.name, "");
}

static void say_what_is_wrong(const char *path, const struct strings *faults)
{
	char *text;
	size_t i;

	cli_line("\n");
	if (!path)
		text = xstrdup(_("There is no home folder, so there is no configuration."));
	else if (faults->count)
		text = xasprintf(ngettext("%zu line of the configuration is wrong and was left out:",
					 "%zu lines of the configuration are wrong and were left out:", faults->count),
			faults->count);
	else
		text = xstrdup(_("Nothing is wrong in the configuration."));
	cli_paragraph(text);
	free(text);
	for (i = 0; i < faults->count; i++)
		cli_line("  %s\n", faults->items[i]);
}

static void help_config(void)
{
	struct strings faults = { 0 };
	char *path = environment_config("config"),
	     *where = xasprintf(_("Lines in %s; # begins a comment. A line that is wrong is told and left out."),
		     path ? path : "$XDG_CONFIG_HOME/noria/config");

	tui_configure(&faults);
	cli_paragraph(where);
	heading(_("Settings"));
	tui_settings(setting, NULL);
	list_words(tui_key_names, _("Keys (and how else each may be written)"));
	cli_line("\n");
	cli_paragraph(_(
		"A character is its own key. Ctrl with x is C-x, ^X, Ctrl-X or <C-x>; Alt with x is M-x, Alt-x or <M-x>. Capitals do not matter in names, and each may stand in <...>."));
	heading(_("Styles"));
	tui_styles(style, NULL);
	list_words(tui_colours, _("Colours, besides the numbers from 0 to 255"));
	list_words(tui_themes, _("Themes"));
	list_words(list_command_names, _("Commands (`noria help keys` tells what each does)"));
	/* What is wrong comes last, where it is seen. */
	say_what_is_wrong(path, &faults);
	free(where);
	free(path);
	strings_free(&faults);
}

const struct help_topic help_topics[] = {
	{ "keys", N_("the commands of the screen and their keys"), help_keys },
	{ "expressions", N_("how the value of an indicator is counted"), help_expressions },
	{ "config", N_("what may stand in the configuration, and what is wrong there"), help_config },
	{ NULL, NULL, NULL },
};
