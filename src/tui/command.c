/* Which command a key is, and which key a command has: the table's, and before them what the user bound. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

/* What the configuration binds; the last one goes first. */
struct binding {
	char *key;
	const struct command *command;
};
static struct binding *bindings;
static size_t binding_count;

void command_bind(const char *key, const struct command *command)
{
	bindings = xreallocarray(bindings, binding_count + 1, sizeof *bindings);
	bindings[binding_count].key = xstrdup(key);
	bindings[binding_count++].command = command;
}

bool command_binding(size_t i, const char **key, const struct command **command)
{
	if (i >= binding_count)
		return false;
	*key = bindings[i].key;
	*command = bindings[i].command;
	return true;
}

const struct command *command_find(const char *name)
{
	size_t i;

	for (i = 0; commands[i].name; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

/* Words that begin otherwise are passed over at once. */
static bool has_word(const char *words, const char *word)
{
	size_t length = strlen(word);
	const char *c = words;

	while (length && *c) {
		if (*c == *word && strncmp(c, word, length) == 0 && (c[length] == ' ' || !c[length]))
			return true;
		while (*c && *c != ' ')
			c++;
		while (*c == ' ')
			c++;
	}
	return false;
}

/* The key of the language for an answer; the table's own stays besides. */
static const char *local_key(const struct command *command)
{
	/* TRANSLATORS: the keys that say yes and no to a question */
	static const char *const keys[] = { N_("y"), N_("n") };
	size_t i;

	for (i = 0; command->flags & COMMAND_LOCAL_KEYS && i < sizeof keys / sizeof keys[0]; i++)
		if (strncmp(command->keys, keys[i], strlen(keys[i])) == 0)
			return _(keys[i]);
	return NULL;
}

/* One bit for what a key begins with. */
static uint64_t bit_of(const char *key)
{
	return UINT64_C(1) << ((unsigned char)*key & 63);
}

/* What the keys of each command begin with: a key is looked for in all of them, and nearly all have none like it. */
static uint64_t begins_with(const struct command *command)
{
	static uint64_t *begins;
	size_t count, i;

	if (!begins) {
		for (count = 0; commands[count].name; count++)
			;
		begins = xcalloc(count, sizeof *begins);
		for (i = 0; i < count; i++) {
			const char *c = commands[i].keys;

			for (; *c; c += strcspn(c, " "), c += strspn(c, " "))
				begins[i] |= bit_of(c);
			if (commands[i].flags & COMMAND_LOCAL_KEYS)
				begins[i] = UINT64_MAX;
		}
	}
	return begins[command - commands];
}

static bool has_key(const struct command *command, const char *key)
{
	const char *local;

	if (!(begins_with(command) & bit_of(key)))
		return false;
	local = local_key(command);

	return (local && strcmp(local, key) == 0) || has_word(command->keys, key);
}

bool command_among(const struct command *command, const char *names)
{
	return names && has_word(names, command->name);
}

bool command_applies(const struct command *command, const struct place *place)
{
	if (command_among(command, place->idle))
		return false;
	if (command->where)
		return has_word(command->where, place->name);
	return !place->modal || command->flags & COMMAND_ANYWHERE;
}

/* A key that is text where text is typed: one character, or Space. */
static bool is_text(const char *key)
{
	return strcmp(key, "Space") == 0 || text_next(key, 0) == strlen(key);
}

const struct command *command_for_key(const struct place *place, const char *key)
{
	bool typed = place->types && is_text(key);
	size_t i;

	for (i = binding_count; i-- > 0 && !typed;)
		if (strcmp(bindings[i].key, key) == 0 && command_applies(bindings[i].command, place))
			return bindings[i].command;
	/* A command of this place goes before one of everywhere. */
	for (i = 0; commands[i].name; i++)
		if (commands[i].where && has_key(&commands[i], key) && command_applies(&commands[i], place))
			return &commands[i];
	for (i = 0; commands[i].name && !typed; i++)
		if (!commands[i].where && has_key(&commands[i], key) && command_applies(&commands[i], place))
			return &commands[i];
	return NULL;
}

/* The keys that run it at that place, the first one to be told at once; `all` NULL: only that. */
static const char *find_keys(const struct command *command, const struct place *place, struct strings *all)
{
	static char first[32];
	struct strings keys = { 0 };
	const char *local = local_key(command), *c = command->keys;
	size_t i;

	for (i = binding_count; i-- > 0;)
		if (bindings[i].command == command)
			strings_add(&keys, bindings[i].key);
	if (local)
		strings_add(&keys, local);
	for (; *c; c += strcspn(c, " "), c += strspn(c, " "))
		strings_take(&keys, xstrndup(c, strcspn(c, " ")));
	*first = '\0';
	for (i = 0; i < keys.count; i++) {
		if (command_for_key(place, keys.items[i]) != command ||
			(all && strings_contain(all, key_shown(keys.items[i]))))
			continue;
		if (!*first)
			snprintf(first, sizeof first, "%s", keys.items[i]);
		if (all)
			strings_add(all, key_shown(keys.items[i]));
	}
	strings_free(&keys);
	return *first ? first : NULL;
}

const char *command_key_name(const struct command *command, const struct place *place)
{
	return find_keys(command, place, NULL);
}

void command_keys(const struct command *command, const struct place *place, struct strings *shown)
{
	find_keys(command, place, shown);
}

/* One of a few places for what is shown, in turn. */
static char *next_text(size_t *size)
{
	static char texts[4][64];
	static size_t next;

	*size = sizeof texts[0];
	return texts[next++ % 4];
}

const char *key_shown(const char *key)
{
	static const char *const names[] = { N_("Enter"), N_("Space"), N_("Tab"), N_("Backspace"), N_("PgUp"),
		N_("PgDn"), N_("Home"), N_("End"), N_("Insert"), N_("Left"), N_("Right"), N_("Up"), N_("Down"),
		/* TRANSLATORS: the key Tab together with Shift */
		N_("S-Tab") };
	size_t i, size;
	char *shown = next_text(&size);

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(key, names[i]) == 0)
			return _(names[i]);
	if (strcmp(key, "Escape") == 0)
		return _("Esc");
	if (strcmp(key, "Delete") == 0)
		/* TRANSLATORS: what is printed on the key Delete; "Delete" itself is the command */
		return _("Del");
	if (strncmp(key, "C-", 2) == 0 && key[2] && !key[3])
		snprintf(shown, size, "^%c", key[2] >= 'a' && key[2] <= 'z' ? key[2] - 32 : key[2]);
	else
		snprintf(shown, size, "%s", key);
	return shown;
}

/* A view where it applies: the first one of the table's. */
static struct place home_of(const struct command *command, char *name, size_t size)
{
	snprintf(name, size, "%.*s", (int)(command->where ? strcspn(command->where, " ") : 0),
		command->where ? command->where : "");
	return (struct place){ .name = name };
}

const char *command_key(const char *name, const struct place *place)
{
	const struct command *command = command_find(name);
	char home[32], *shown;
	const char *key = NULL;
	size_t size;

	if (command) {
		struct place at =
			place && command_applies(command, place) ? *place : home_of(command, home, sizeof home);

		key = command_key_name(command, &at);
	}
	if (key)
		return key_shown(key);
	shown = next_text(&size);
	snprintf(shown, size, ":%s", name);
	return shown;
}

char *command_told(const char *text, const struct place *place)
{
	struct buffer told = { 0 };
	const char *open, *close;

	while ((open = strchr(text, '{')) != NULL && (close = strchr(open, '}')) != NULL) {
		char *name = xstrndup(open + 1, (size_t)(close - open - 1));

		buffer_add_bytes(&told, text, (size_t)(open - text));
		if (command_find(name))
			buffer_add(&told, command_key(name, place));
		else
			buffer_add_bytes(&told, open, (size_t)(close - open) + 1);
		free(name);
		text = close + 1;
	}
	buffer_add(&told, text);
	return buffer_take(&told);
}
