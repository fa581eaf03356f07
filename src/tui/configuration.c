/*
 * The configuration: keys, colours, how the screen is for those who hear it.  What may stand there is
 * the table below; noria-config(5) and `noria help config` are made of it.  A line that cannot be
 * taken is left out, and told with its file and number: nobody is kept from the records by a typing error.
 *
 * # begins a comment.  A theme holds lines of colour only.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

struct place_of_line {
	const char *path;
	long number;
	bool theme;
	struct strings *faults;
};

static void read_file(const char *path, bool theme, struct strings *faults);

static void fault(const struct place_of_line *at, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void fault(const struct place_of_line *at, const char *format, ...)
{
	struct error error = { 0 };
	const char *home = getenv("HOME");
	size_t length = home ? strlen(home) : 0;
	char *sentence, *path;
	va_list arguments;

	va_start(arguments, format);
	sentence = xvasprintf(format, arguments);
	va_end(arguments);
	/* Short, for it stands on the message line. */
	path = length > 1 && strncmp(at->path, home, length) == 0 && at->path[length] == '/'
		       ? xasprintf("~%s", at->path + length)
		       : xstrdup(at->path);
	error_tell_at(&error, ERROR_INVALID, path, at->number, "%s", sentence);
	free(path);
	strings_take(at->faults, error_text(&error));
	free(sentence);
	error_clear(&error);
}

static void set_colour(char *rest, const struct place_of_line *at)
{
	char *style = strtok_r(rest, " \t", &rest), *foreground = strtok_r(rest, " \t", &rest),
	     *background = strtok_r(rest, " \t", &rest), *bold = strtok_r(rest, " \t", &rest);

	if (!style || !foreground || !background || (bold && strcmp(bold, "bold") != 0))
		fault(at, _("Write: colour STYLE FOREGROUND BACKGROUND [bold]"));
	else if (!terminal_has_colour(foreground) || !terminal_has_colour(background))
		fault(at, _("There is no colour %s; colours are numbers from 0 to 255, names like red, or default."),
			terminal_has_colour(foreground) ? background : foreground);
	else if (!terminal_style(style, foreground, background, bold != NULL))
		fault(at, _("There is no style %s."), style);
}

static bool is_name(const char *name)
{
	return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_") == strlen(name);
}

static void set_theme(char *rest, const struct place_of_line *at)
{
	char *name = strtok_r(rest, " \t", &rest), *file, *whole;
	FILE *there;

	if (!name || !is_name(name)) {
		fault(at, _("Write: theme NAME"));
		return;
	}
	file = xasprintf("themes/%s", name);
	whole = environment_config(file);
	there = whole ? fopen(whole, "re") : NULL;
	if (!there) {
		free(whole);
		whole = environment_data(file);
		there = fopen(whole, "re");
	}
	if (there) {
		fclose(there);
		read_file(whole, true, at->faults);
	} else {
		fault(at, _("There is no theme %s."), name);
	}
	free(whole);
	free(file);
}

static void set_key(char *rest, const struct place_of_line *at)
{
	char *key = strtok_r(rest, " \t", &rest), *name = strtok_r(rest, " \t", &rest), parsed[32];
	const struct command *command;
	const char *instead;

	if (!key || !name || strtok_r(rest, " \t", &rest)) {
		fault(at, _("Write: bind KEY COMMAND"));
		return;
	}
	command = command_find(name);
	if (!command)
		fault(at, _("There is no command %s."), name);
	else if (key_parse(key, parsed, sizeof parsed, &instead))
		command_bind(parsed, command);
	else if (instead)
		fault(at, _("A terminal sends %s for %s: write %s."), instead, key, instead);
	else
		fault(at, _("There is no key %s; `noria help config` tells how keys are written."), key);
}

static void set_switch(char *rest, const struct place_of_line *at, const char *name, bool *value)
{
	char *word = strtok_r(rest, " \t", &rest);
	bool on = word && (strcmp(word, "yes") == 0 || strcmp(word, "on") == 0);

	if (!on && (!word || (strcmp(word, "no") != 0 && strcmp(word, "off") != 0)))
		fault(at, _("Write: %s yes, or %s no"), name, name);
	else
		*value = on;
}

static void set_accessible(char *rest, const struct place_of_line *at)
{
	set_switch(rest, at, "accessible", &configuration.accessible);
}

static void set_mouse(char *rest, const struct place_of_line *at)
{
	set_switch(rest, at, "mouse", &configuration.mouse);
}

static void set_title(char *rest, const struct place_of_line *at)
{
	set_switch(rest, at, "title", &configuration.title);
}

/* Taken by app_print_command. */
static void set_print(char *rest, const struct place_of_line *at)
{
	if (!rest || !rest[strspn(rest, " \t")])
		fault(at, _("Write: print COMMAND"));
}

/* The settings; yes may be written on, and no off: the word, how the line is written, what it does, and what takes it. */
static const struct setting {
	const char *name, *usage, *help;
	void (*take)(char *rest, const struct place_of_line *at);
	bool theme; /* may stand in a theme */
} settings[] = {
	{ "bind", "bind KEY COMMAND",
		N_("Gives a command one more key, which goes before those that the program has from the start; of two lines for one key the later one holds."),
		set_key, false },
	{ "theme", "theme NAME",
		N_("Takes the colours of a theme: one that ships, or the file themes/NAME beside the configuration, which holds lines of colour."),
		set_theme, false },
	{ "colour", "colour STYLE FOREGROUND BACKGROUND [bold]",
		N_("Gives a style its colours: numbers from 0 to 255, names, or default. What a terminal lacks stays as it is."),
		set_colour, true },
	{ "accessible", "accessible yes|no",
		N_("The cursor follows what is chosen, and nothing is told by colour or lines alone; so does the variable NORIA_ACCESSIBLE."),
		set_accessible, false },
	{ "mouse", "mouse yes|no",
		N_("No leaves the mouse to the terminal, which selects text by it; the command mouse turns it while the program runs."),
		set_mouse, false },
	{ "title", "title yes|no", N_("Whether the title of the terminal's window tells the organisation."), set_title,
		false },
	{ "print", "print COMMAND", N_("A command that prints the text which it reads."), set_print, false },
};
#define SETTINGS (sizeof settings / sizeof settings[0])

void tui_settings(tui_told each, void *user)
{
	size_t i;

	for (i = 0; i < SETTINGS; i++)
		each(user, settings[i].usage, _(settings[i].help));
}

static void no_setting(const char *word, const struct place_of_line *at)
{
	struct strings names = { 0 };
	char *list;
	size_t i;

	for (i = 0; i < SETTINGS; i++)
		if (!at->theme || settings[i].theme)
			strings_add(&names, settings[i].name);
	list = strings_join(&names, ", ");
	fault(at, _("There is no setting %s here; there are: %s."), word, list);
	free(list);
	strings_free(&names);
}

static void take_line(char *line, const struct place_of_line *at)
{
	char *rest = line, *word;
	size_t i;

	line[strcspn(line, "#\r\n")] = '\0';
	word = strtok_r(rest, " \t", &rest);
	if (!word)
		return;
	for (i = 0; i < SETTINGS; i++)
		if ((!at->theme || settings[i].theme) &&
			strcmp(strcmp(word, "color") == 0 ? "colour" : word, settings[i].name) == 0) {
			settings[i].take(rest, at);
			return;
		}
	no_setting(word, at);
}

static void read_file(const char *path, bool theme, struct strings *faults)
{
	struct place_of_line at = { path, 0, theme, faults };
	FILE *file = fopen(path, "re");
	char *line = NULL;
	size_t size = 0;

	if (!file) {
		if (errno != ENOENT)
			fault(&at, _("%s cannot be read: %s."), path, strerror(errno));
		return;
	}
	while (xgetline(&line, &size, file) > 0) {
		at.number++;
		take_line(line, &at);
	}
	at.number = 0;
	if (ferror(file))
		fault(&at, _("%s cannot be read: %s."), path, strerror(errno));
	free(line);
	fclose(file);
}

void configure(struct strings *faults)
{
	const char *asked = getenv("NORIA_ACCESSIBLE");
	char *path = environment_config("config");

	if (path)
		read_file(path, false, faults);
	if (asked && *asked && strcmp(asked, "0") != 0)
		configuration.accessible = true;
	free(path);
}
