/*
 * The table of commands, for tests/scripts/keys.sh:
 *
 *     keys man      the commands as noria-keys(7) lists them
 *     keys names    the names that a view's actions may have, with their families
 *     keys places   "COMMAND PLACE" for each place that a command names
 *     keys check    what is wrong with the table: nothing, or a line each
 */
#include <stdio.h>
#include <string.h>

#include "base/lib.h"
#include "tui/command.h"

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

/* A key that two commands have at one place would be the first one's for ever. */
static int check(void)
{
	size_t i, j;

	for (i = 0; commands[i].name; i++) {
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
	if (strcmp(what, "names") == 0)
		return print_names();
	if (strcmp(what, "places") == 0)
		return print_places();
	if (strcmp(what, "check") == 0)
		return check();
	return 2;
}
