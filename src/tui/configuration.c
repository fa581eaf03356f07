/*
 * The configuration: keys, colours, how the screen is for those who hear it.
 *
 *     bind KEY COMMAND                 a key for a command (noria-keys(7) lists them)
 *     theme NAME                       data/themes/NAME, or themes/NAME beside the configuration
 *     colour STYLE FOREGROUND BACKGROUND [bold]
 *     accessible yes|no
 *     print COMMAND...                 a program that prints the text that it reads
 *
 * # begins a comment.  A theme holds lines of colour only.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

static bool read_file(const char *path, bool theme, struct error *error);

static bool set_colour(char *rest, const char *path, long number, struct error *error)
{
	char *style = strtok_r(rest, " \t", &rest), *foreground = strtok_r(rest, " \t", &rest),
	     *background = strtok_r(rest, " \t", &rest), *bold = strtok_r(rest, " \t", &rest);

	if (!style || !foreground || !background || (bold && strcmp(bold, "bold") != 0))
		return error_set_at(
			error, ERROR_INVALID, path, number, _("Write: colour STYLE FOREGROUND BACKGROUND [bold]"));
	if (!terminal_style(style, foreground, background, bold != NULL))
		return error_set_at(error, ERROR_INVALID, path, number,
			_("There is no style %s, or no colour %s or %s; colours are numbers from 0 to 255, names like red, or default."),
			style, foreground, background);
	return true;
}

static bool is_name(const char *name)
{
	return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_") == strlen(name);
}

static bool set_theme(char *rest, const char *path, long number, struct error *error)
{
	char *name = strtok_r(rest, " \t", &rest), *file, *whole;
	FILE *there;
	bool ok;

	if (!name || !is_name(name))
		return error_set_at(error, ERROR_INVALID, path, number, _("Write: theme NAME"));
	file = xasprintf("themes/%s", name);
	whole = environment_config(file);
	there = whole ? fopen(whole, "re") : NULL;
	if (!there) {
		free(whole);
		whole = environment_data(file);
		there = fopen(whole, "re");
	}
	if (there)
		fclose(there);
	ok = there ? read_file(whole, true, error)
		   : error_set_at(error, ERROR_INVALID, path, number, _("There is no theme %s."), name);
	free(whole);
	free(file);
	return ok;
}

static bool set_key(char *rest, const char *path, long number, struct error *error)
{
	char *key = strtok_r(rest, " \t", &rest), *name = strtok_r(rest, " \t", &rest);
	const struct command *command;

	if (!key || !name || strtok_r(rest, " \t", &rest))
		return error_set_at(error, ERROR_INVALID, path, number, _("Write: bind KEY COMMAND"));
	command = command_find(name);
	if (!command)
		return error_set_at(error, ERROR_INVALID, path, number, _("There is no command %s."), name);
	command_bind(key, command);
	return true;
}

static bool set_accessible(char *rest, const char *path, long number, struct error *error)
{
	char *value = strtok_r(rest, " \t", &rest);

	if (!value || (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0))
		return error_set_at(error, ERROR_INVALID, path, number, _("Write: accessible yes, or accessible no"));
	configuration.accessible = strcmp(value, "yes") == 0;
	return true;
}

static bool take_line(char *line, bool theme, const char *path, long number, struct error *error)
{
	char *rest = line, *word;

	line[strcspn(line, "#\n")] = '\0';
	word = strtok_r(rest, " \t", &rest);
	if (!word)
		return true;
	if (strcmp(word, "colour") == 0 || strcmp(word, "color") == 0)
		return set_colour(rest, path, number, error);
	if (!theme && strcmp(word, "bind") == 0)
		return set_key(rest, path, number, error);
	if (!theme && strcmp(word, "theme") == 0)
		return set_theme(rest, path, number, error);
	if (!theme && strcmp(word, "accessible") == 0)
		return set_accessible(rest, path, number, error);
	/* Taken by app_print_command. */
	if (!theme && strcmp(word, "print") == 0 && rest && rest[strspn(rest, " \t")])
		return true;
	return error_set_at(error, ERROR_INVALID, path, number,
		_("There is no setting %s; the settings are bind, theme, colour, accessible and print."), word);
}

static bool read_file(const char *path, bool theme, struct error *error)
{
	FILE *file = fopen(path, "re");
	char *line = NULL;
	size_t size = 0;
	long number = 0;
	bool ok = true;

	if (!file)
		return errno == ENOENT || error_set_at(error, ERROR_UNAVAILABLE, path, 0, _("%s cannot be read: %s."),
						  path, strerror(errno));
	while (ok && xgetline(&line, &size, file) > 0)
		ok = take_line(line, theme, path, ++number, error);
	if (ok && ferror(file))
		ok = error_set_at(
			error, ERROR_UNAVAILABLE, path, 0, _("%s cannot be read: %s."), path, strerror(errno));
	free(line);
	fclose(file);
	return ok;
}

bool configure(struct error *error)
{
	const char *asked = getenv("NORIA_ACCESSIBLE");
	char *path = environment_config("config");
	bool ok = !path || read_file(path, false, error);

	if (asked && *asked && strcmp(asked, "0") != 0)
		configuration.accessible = true;
	free(path);
	return ok;
}
