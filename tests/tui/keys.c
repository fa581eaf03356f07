/* Keys by terminfo: see keys.h. */

#include "keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <curses.h>
#include <term.h>

static const struct {
	const char *name;
	const char *capability; /* of terminfo, or NULL: the same everywhere */
	const char *bytes;
} keys[] = {
	{ "Enter", NULL, "\r" },
	{ "Tab", NULL, "\t" },
	{ "S-Tab", "kcbt", NULL },
	{ "Escape", NULL, "\033" },
	{ "Space", NULL, " " },
	{ "Backspace", "kbs", "\177" },
	{ "Up", "kcuu1", NULL },
	{ "Down", "kcud1", NULL },
	{ "Left", "kcub1", NULL },
	{ "Right", "kcuf1", NULL },
	{ "Home", "khome", NULL },
	{ "End", "kend", NULL },
	{ "PgUp", "kpp", NULL },
	{ "PgDn", "knp", NULL },
	{ "Insert", "kich1", NULL },
	{ "Delete", "kdch1", NULL },
	{ "S-Left", "kLFT", NULL },
	{ "S-Right", "kRIT", NULL },
	{ "S-Up", "kri", NULL },
	{ "S-Down", "kind", NULL },
	{ "F1", "kf1", NULL },
	{ "F2", "kf2", NULL },
	{ "F3", "kf3", NULL },
	{ "F4", "kf4", NULL },
	{ "F5", "kf5", NULL },
	{ "F6", "kf6", NULL },
	{ "F7", "kf7", NULL },
	{ "F8", "kf8", NULL },
	{ "F9", "kf9", NULL },
	{ "F10", "kf10", NULL },
	{ "F11", "kf11", NULL },
	{ "F12", "kf12", NULL },
};

/* The capability's text in the terminal's entry; NULL when there is none. */
static const char *capability(const char *term, const char *name)
{
	static char *current;
	int problem;
	char *text;

	if (!current || strcmp(current, term) != 0) {
		if (cur_term)
			del_curterm(cur_term);
		free(current);
		current = NULL;
		if (setupterm(term, 1, &problem) != OK)
			return NULL;
		current = strdup(term);
	}
	text = tigetstr(name);
	return text == (char *)-1 ? NULL : text;
}

static bool give(const char *from, char *bytes, size_t size, size_t *length)
{
	if (!from || strlen(from) >= size)
		return false;
	*length = strlen(from);
	memcpy(bytes, from, *length + 1);
	return true;
}

bool key_bytes(const char *term, const char *name, char *bytes, size_t size, size_t *length)
{
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		const char *found = NULL;

		if (strcmp(keys[i].name, name) != 0)
			continue;
		if (keys[i].capability)
			found = capability(term, keys[i].capability);
		return give(found ? found : keys[i].bytes, bytes, size, length);
	}
	if (strncmp(name, "C-", 2) == 0 && name[2] && !name[3]) {
		bytes[0] = (char)(name[2] & 0x1f);
		bytes[1] = '\0';
		*length = 1;
		return true;
	}
	if (strncmp(name, "M-", 2) == 0 && name[2]) {
		bytes[0] = '\033';
		if (!key_bytes(term, name + 2, bytes + 1, size - 1, length))
			return false;
		++*length;
		return true;
	}
	/* One character: one byte, or a sequence of UTF-8 whose length its first byte tells. */
	*length = (unsigned char)name[0] < 0x80   ? 1
		  : (unsigned char)name[0] < 0xe0 ? 2
		  : (unsigned char)name[0] < 0xf0 ? 3
						  : 4;
	if (strlen(name) != *length)
		return false;
	return give(name, bytes, size, length);
}

bool mouse_bytes(const char *term, const char *event, int row, int column, char *bytes, size_t size, size_t *length)
{
	const char *introducer = capability(term, "kmous");
	int button, written;
	bool released = false;

	if (!introducer)
		return false;
	if (strcmp(event, "press") == 0) {
		button = 0;
	} else if (strcmp(event, "release") == 0) {
		button = 0;
		released = true;
	} else if (strcmp(event, "right-press") == 0) {
		button = 2;
	} else if (strcmp(event, "right-release") == 0) {
		button = 2;
		released = true;
	} else if (strcmp(event, "wheel-up") == 0) {
		button = 64;
	} else if (strcmp(event, "wheel-down") == 0) {
		button = 65;
	} else {
		return false;
	}
	if (strcmp(introducer, "\033[<") == 0)
		written = snprintf(bytes, size, "\033[<%d;%d;%d%c", button, column, row, released ? 'm' : 'M');
	else
		written = snprintf(bytes, size, "\033[M%c%c%c", 32 + (released ? 3 : button), 32 + column, 32 + row);
	if (written < 0 || (size_t)written >= size)
		return false;
	*length = (size_t)written;
	return true;
}
