/*
 * Which colours the screen is drawn in: tables without curses, so that a test can
 * compute what the eye gets.  Included by the files of this folder only.
 */
#ifndef NORIA_TUI_PALETTE_H
#define NORIA_TUI_PALETTE_H

#include <stdint.h>

#include "tui/draw.h"

/* What the terminal's own background is, as far as it is known: an unknown one gets colours that read on both. */
enum ground { GROUND_UNKNOWN, GROUND_DARK, GROUND_LIGHT, GROUND_COUNT };

struct look {
	int foreground, background; /* of the 256 colours; -1: the terminal's own */
	bool bold;
	int on_bar;     /* the foreground on the cursor's line; -1: as that line's own */
	uint32_t exact; /* the background as 0xRRGGBB where any colour can be shown; 0: that of the 256 */
};

/* Of COLORFGBG, "15;0" or "0;default;15", as terminals that tell it write it; NULL: unknown. */
enum ground palette_ground(const char *colorfgbg);
const struct look *palette_look(enum ground ground, enum style style);
/* 0xRRGGBB of one of the 256 colours, as terminals have them unless their user chose others. */
uint32_t palette_rgb(int colour);

#endif
