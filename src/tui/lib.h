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

#endif
