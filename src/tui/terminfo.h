/* Included by the files of this folder only. */
#ifndef NORIA_TUI_TERMINFO_H
#define NORIA_TUI_TERMINFO_H

#include <stdbool.h>

/* True when TERM names a known terminal; *can_move: its cursor can be moved. */
bool terminfo_knows(bool *can_move);
/* The name under which terminfo knows the same terminal with any colour, where COLORTERM says that it has them; NULL: there is none.  The caller frees. */
char *terminfo_direct(const char *name, const char *colorterm);

#endif
