/* What each style is on this terminal, as curses has it.  Included by the files of this folder only, after curses.h. */
#ifndef NORIA_TUI_STYLES_H
#define NORIA_TUI_STYLES_H

#include <curses.h>

#include "tui/draw.h"

/* Once curses has begun: by the number of colours, the background (COLORFGBG), NO_COLOR and the configuration. */
void styles_choose(void);
attr_t style_attribute(enum style style);
short style_pair(enum style style);
/* What a cell of that look is on the cursor's line. */
void style_on_bar(attr_t *attributes, short *pair);

#endif
