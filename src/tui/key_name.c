/* The names of keys: those that input.c gives, and how else a person may write them in the configuration. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "tui/internal.h"

const struct key_spelling key_spellings[] = {
	{ "Enter", "Return, CR" },
	{ "Space", "Spc" },
	{ "Tab", NULL },
	{ "S-Tab", "Shift-Tab, BackTab" },
	{ "Backspace", "BS" },
	{ "Delete", "Del" },
	{ "Insert", "Ins" },
	{ "Escape", "Esc" },
	{ "Up", NULL },
	{ "Down", NULL },
	{ "Left", NULL },
	{ "Right", NULL },
	{ "Home", NULL },
	{ "End", NULL },
	{ "PgUp", "PageUp" },
	{ "PgDn", "PageDown" },
	{ "F1", NULL },
	{ "F2", NULL },
	{ "F3", NULL },
	{ "F4", NULL },
	{ "F5", NULL },
	{ "F6", NULL },
	{ "F7", NULL },
	{ "F8", NULL },
	{ "F9", NULL },
	{ "F10", NULL },
	{ "F11", NULL },
	{ "F12", NULL },
	{ "C-Space", "C-@" },
	/* In the configuration it begins a comment. */
	{ "#", "Hash" },
	{ NULL, NULL },
};

/* How a modifier may begin a key. */
static const char *const controls[] = { "C-", "Ctrl-", "Ctrl+", "Control-", "^", NULL };
static const char *const alts[] = { "M-", "A-", "Alt-", "Alt+", "Meta-", NULL };

static bool is_one_of(const char *words, const char *word)
{
	size_t length = strlen(word);

	for (; words && *words; words += strcspn(words, ", "), words += strspn(words, ", "))
		if (strcspn(words, ", ") == length && strncasecmp(words, word, length) == 0)
			return true;
	return false;
}

/* What follows one of the modifiers; NULL: none stands there, or nothing behind it. */
static const char *behind(const char *word, const char *const *modifiers)
{
	for (; *modifiers; modifiers++)
		if (strncasecmp(word, *modifiers, strlen(*modifiers)) == 0 && word[strlen(*modifiers)])
			return word + strlen(*modifiers);
	return NULL;
}

/* The key that a terminal sends for Ctrl with that character; NULL: one of its own. */
static const char *sent_instead(char c)
{
	static const struct {
		char c;
		const char *key;
	} same[] = { { 'i', "Tab" }, { 'm', "Enter" }, { 'j', "Enter" }, { 'h', "Backspace" }, { '[', "Escape" },
		{ '?', "Backspace" } };
	size_t i;

	for (i = 0; i < sizeof same / sizeof same[0]; i++)
		if (same[i].c == c)
			return same[i].key;
	return NULL;
}

static bool with_control(const char *rest, char *key, size_t size, const char **instead)
{
	char c = rest[0] >= 'A' && rest[0] <= 'Z' ? (char)(rest[0] + 32) : rest[0];

	if (strcasecmp(rest, "Space") == 0 || strcmp(rest, "@") == 0) {
		snprintf(key, size, "C-Space");
		return true;
	}
	if (rest[1] || !strchr("abcdefghijklmnopqrstuvwxyz\\]^_[?", c))
		return false;
	*instead = sent_instead(c);
	snprintf(key, size, "C-%c", c);
	return !*instead;
}

/* Alt is Esc and the character; with some of them that begins the sequence of another key. */
static bool with_alt(const char *rest, char *key, size_t size)
{
	if (rest[1] || rest[0] <= 0x20 || rest[0] >= 0x7f || rest[0] == '[' || rest[0] == 'O')
		return false;
	snprintf(key, size, "M-%c", rest[0]);
	return true;
}

static bool parse(const char *word, char *key, size_t size, const char **instead)
{
	const struct key_spelling *spelling;
	const char *rest;

	/* One character is that key, whatever it means elsewhere. */
	if (text_next(word, 0) == strlen(word) && !text_has_control(word, "")) {
		snprintf(key, size, "%s", word);
		return true;
	}
	for (spelling = key_spellings; spelling->name; spelling++)
		if (strcasecmp(spelling->name, word) == 0 || is_one_of(spelling->also, word) ||
			strcasecmp(key_shown(spelling->name), word) == 0) {
			snprintf(key, size, "%s", spelling->name);
			return true;
		}
	if ((rest = behind(word, controls)) != NULL)
		return with_control(rest, key, size, instead);
	if ((rest = behind(word, alts)) != NULL)
		return with_alt(rest, key, size);
	return false;
}

bool key_parse(const char *word, char *key, size_t size, const char **instead)
{
	size_t length = strlen(word);
	char inner[32];

	*instead = NULL;
	if (!length || !text_is_valid(word, length))
		return false;
	if (length > 2 && length - 2 < sizeof inner && word[0] == '<' && word[length - 1] == '>') {
		snprintf(inner, sizeof inner, "%.*s", (int)(length - 2), word + 1);
		return strcasecmp(inner, "lt") == 0 ? parse("<", key, size, instead) : parse(inner, key, size, instead);
	}
	return parse(word, key, size, instead);
}
