/*
 * The table of commands, for tests/scripts/keys.sh:
 *
 *     keys man      the commands as noria-keys(7) lists them
 *     keys config   settings, keys, styles, colours and commands as noria-config(5) lists them
 *     keys names    the names that a view's actions may have, with their families
 *     keys places   "COMMAND PLACE" for each place that a command names
 *     keys check    what is wrong with the table: nothing, or a line each
 */
#include <stdio.h>
#include <string.h>

#include "base/lib.h"
#include "tui/internal.h"
#include "tui/lib.h"

/* As roff wants it: a hyphen that is none, and no line that begins with what is a request. */
static void print_text(const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", stdout);
	for (; *text; text++)
		if (*text == '-')
			fputs("\\-", stdout);
		else if (*text == '\\')
			fputs("\\e", stdout);
		else if (*text == '\'')
			fputs("\\(aq", stdout);
		else
			putchar(*text);
}

static void print_command(const struct command *command)
{
	fputs(".TP\n.B ", stdout);
	print_text(command->name);
	fputs("\n(", stdout);
	print_text(command->keys);
	fputs(") ", stdout);
	print_text(command->label);
	fputs(".  ", stdout);
	print_text(command->help);
	putchar('\n');
	if (!command->where)
		return;
	fputs(".br\nIn: ", stdout);
	print_text(command->where);
	puts(".");
}

static int print_man(void)
{
	size_t i, j;

	/* Each group once, in the order of its first command. */
	for (i = 0; commands[i].name; i++) {
		for (j = 0; j < i && strcmp(commands[j].group, commands[i].group) != 0; j++)
			;
		if (j < i)
			continue;
		printf(".SS %s\n", commands[i].group);
		for (j = i; commands[j].name; j++)
			if (strcmp(commands[j].group, commands[i].group) == 0)
				print_command(&commands[j]);
	}
	return 0;
}

static void print_entry(void *user, const char *word, const char *text)
{
	(void)user;
	fputs(".TP\n.B ", stdout);
	print_text(word);
	putchar('\n');
	print_text(text);
	putchar('\n');
}

static void print_word(void *user, const char *word, const char *text)
{
	if (*(bool *)user)
		puts(",");
	*(bool *)user = true;
	print_text(word);
	if (!*text)
		return;
	fputs(" (also ", stdout);
	print_text(text);
	putchar(')');
}

static int print_config(void)
{
	bool any = false, any_key = false;
	size_t i;

	puts(".SH SETTINGS");
	tui_settings(print_entry, NULL);
	puts(".SH KEYS");
	tui_key_names(print_word, &any_key);
	puts(".");
	puts(".SH STYLES");
	tui_styles(print_entry, NULL);
	puts(".SH COLOURS");
	tui_colours(print_word, &any);
	puts(", and the numbers from 0 to 255.");
	puts(".SH COMMANDS");
	for (i = 0; commands[i].name; i++) {
		fputs(".TP\n.B ", stdout);
		print_text(commands[i].name);
		putchar('\n');
		print_text(commands[i].label);
		fputs(" (", stdout);
		print_text(commands[i].keys);
		puts(")");
	}
	return 0;
}

static int print_names(void)
{
	size_t i;

	for (i = 0; commands[i].name; i++) {
		puts(commands[i].name);
		if (commands[i].family)
			puts(commands[i].family);
	}
	return 0;
}

static int print_places(void)
{
	const char *c;
	size_t i;

	for (i = 0; commands[i].name; i++)
		for (c = commands[i].where ? commands[i].where : ""; *c; c += strcspn(c, " "), c += strspn(c, " "))
			printf("%s %.*s\n", commands[i].name, (int)strcspn(c, " "), c);
	return 0;
}

static bool has_word(const char *words, const char *word, size_t length)
{
	const char *c = words;

	for (; *c; c += strcspn(c, " "), c += strspn(c, " "))
		if (strcspn(c, " ") == length && strncmp(c, word, length) == 0)
			return true;
	return false;
}

/* The first word of `a` that `b` has too; NULL: none. */
static const char *shared(const char *a, const char *b)
{
	for (; a && b && *a; a += strcspn(a, " "), a += strspn(a, " "))
		if (has_word(b, a, strcspn(a, " ")))
			return a;
	return NULL;
}

/* A name of a key is written as it is, so that what the lists say can be bound. */
static void check_key(const char *key)
{
	const char *instead;
	char parsed[32];

	/* What is typed into the palette (":q") is no key to press. */
	if (*key == ':' && key[1])
		return;
	if (!key_parse(key, parsed, sizeof parsed, &instead) || strcmp(parsed, key) != 0)
		printf("the key %s cannot be written in the configuration\n", key);
}

static void check_keys(const char *keys)
{
	struct strings list = { 0 };
	size_t i;

	for (; *keys; keys += strcspn(keys, " "), keys += strspn(keys, " "))
		strings_take(&list, xstrndup(keys, strcspn(keys, " ")));
	for (i = 0; i < list.count; i++)
		check_key(list.items[i]);
	strings_free(&list);
}

/* A key that two commands have at one place would be the first one's for ever. */
static int check(void)
{
	const struct key_spelling *spelling;
	size_t i, j;
	const char *name;
	int style;

	for (style = 0; (name = terminal_style_name((enum style)style)) != NULL; style++)
		if (!style_help(name))
			printf("nobody says what the style %s is for (settings.c)\n", name);
	for (spelling = key_spellings; spelling->name; spelling++)
		check_key(spelling->name);
	for (i = 0; commands[i].name; i++) {
		check_keys(commands[i].keys);
		if (command_find(commands[i].name) != &commands[i])
			printf("%s is there twice\n", commands[i].name);
		if (!*commands[i].keys || !*commands[i].label || !*commands[i].help || !*commands[i].group)
			printf("%s lacks keys, label, help or group\n", commands[i].name);
		for (j = i + 1; commands[j].name; j++) {
			const char *key = shared(commands[i].keys, commands[j].keys);

			if (key && (commands[i].where ? shared(commands[i].where, commands[j].where) != NULL
						      : !commands[j].where))
				printf("%s and %s have the key %.*s at the same place\n", commands[i].name,
					commands[j].name, (int)strcspn(key, " "), key);
		}
	}
	return 0;
}

int main(int argc, char *argv[])
{
	const char *what = argc == 2 ? argv[1] : "";

	if (strcmp(what, "man") == 0)
		return print_man();
	if (strcmp(what, "config") == 0)
		return print_config();
	if (strcmp(what, "names") == 0)
		return print_names();
	if (strcmp(what, "places") == 0)
		return print_places();
	if (strcmp(what, "check") == 0)
		return check();
	return 2;
}
