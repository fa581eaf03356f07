/*
 * tui: the application on the terminal.  The only folder with curses.
 *
 * A view is a struct of operations on a stack; a command is a line of one
 * table that feeds key handling, the menu, the palette and the help.  One
 * thread, one poll loop (loop.c); lists hold a window of rows, never the register.
 */
#ifndef NORIA_TUI_LIB_H
#define NORIA_TUI_LIB_H

#include "store/lib.h"

/* Opens the application on a file (NULL: start screen), with `look` without locks and for reading only.  Returns the exit status; errors are said on standard error after the terminal is restored. */
int tui_run(const char *path, bool look);

/* ---- the tables of the screen, for help and manual: settings.c ---- */

/* A word of a table and what is told of it, translated, "": nothing; both not owned. */
typedef void (*tui_told)(void *user, const char *word, const char *text);
/* The lines of the configuration: how each is written, what it does. */
void tui_settings(tui_told each, void *user);
/* The names of keys that are no characters, and other spellings of each. */
void tui_key_names(tui_told each, void *user);
void tui_styles(tui_told each, void *user);
void tui_colours(tui_told each, void *user);
/* The themes that ship. */
void tui_themes(tui_told each, void *user);
struct tui_command {
	const char *name, *keys;
	const char *label, *help, *group; /* translated */
	const char *where;                /* the views in which it applies; NULL: everywhere */
};
/* Command number i in the order of the table; false: there are no more. */
bool tui_command(size_t i, struct tui_command *told);
/* What the configuration binds, as tui_configure read it: key number i; false: no more. */
bool tui_bound(size_t i, const char **key, const char **name);
/* Reads the configuration; adds a sentence with file and line for each line that was left out. */
void tui_configure(struct strings *faults);

#endif
