/* Included by the files of this folder only. */
#ifndef NORIA_TUI_TERMINFO_H
#define NORIA_TUI_TERMINFO_H

#include <stdbool.h>

/* True when TERM names a known terminal; *can_move: its cursor can be moved. */
bool terminfo_knows(bool *can_move);

#endif
