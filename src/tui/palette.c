/*
 * The colours.  A worse level is the stronger colour: further from the background, be it black or
 * white, and apart from the others for every kind of colour blindness (tests/unit/tui/palette.c
 * computes both).
 */
#include <stdlib.h>
#include <string.h>

#include "tui/palette.h"

#define BLACK 16
#define WHITE 231
#define BRIGHT 15 /* of the sixteen: a shorter sequence, for what is sent with every move */
#define LEVELS                                                                                                         \
	[STYLE_LEVEL_1] = { BLACK, 109, false, -1, 0 }, [STYLE_LEVEL_2] = { BLACK, 74, false, -1, 0 },                 \
	[STYLE_LEVEL_3] = { BLACK, 179, false, -1, 0 }, [STYLE_LEVEL_4] = { BLACK, 172, false, -1, 0 },                \
	[STYLE_LEVEL_5] = { WHITE, 160, true, -1, 0 }

static const struct look looks[GROUND_COUNT][STYLE_COUNT] = {
	/* Halfway between black and white; the bar brings its own text. */
	[GROUND_UNKNOWN] = {
		[STYLE_PLAIN] = { -1, -1, false, -1, 0 },
		[STYLE_TITLE] = { -1, -1, true, -1, 0 },
		[STYLE_DIM] = { 244, -1, false, -1, 0 },
		[STYLE_ACCENT] = { 31, -1, false, -1, 0 },
		[STYLE_HEADING] = { 31, -1, true, -1, 0 },
		[STYLE_CURSOR] = { BRIGHT, 24, false, BRIGHT, 0 },
		[STYLE_MARKED] = { 31, -1, false, -1, 0 },
		[STYLE_LATE] = { 166, -1, true, 222, 0 },
		[STYLE_ERROR] = { 160, -1, true, 224, 0 },
		[STYLE_KEY] = { 31, -1, false, -1, 0 },
		[STYLE_FIELD] = { -1, -1, false, -1, 0 },
		[STYLE_FIELD_ACTIVE] = { 231, 31, false, -1, 0 },
		[STYLE_GOOD] = { 29, -1, false, 121, 0 },
		LEVELS,
	},
	[GROUND_DARK] = {
		[STYLE_PLAIN] = { -1, -1, false, -1, 0 },
		[STYLE_TITLE] = { -1, -1, true, -1, 0 },
		[STYLE_DIM] = { 245, -1, false, 250, 0 },
		[STYLE_ACCENT] = { 80, -1, false, -1, 0 },
		[STYLE_HEADING] = { 80, -1, true, 80, 0 },
		[STYLE_CURSOR] = { -1, 237, false, -1, 0x2c3a47 },
		[STYLE_MARKED] = { 80, -1, false, -1, 0 },
		[STYLE_LATE] = { 215, -1, true, 215, 0 },
		[STYLE_ERROR] = { 210, -1, true, 210, 0 },
		[STYLE_KEY] = { 80, -1, false, -1, 0 },
		[STYLE_FIELD] = { -1, -1, false, -1, 0 },
		[STYLE_FIELD_ACTIVE] = { 231, 31, false, -1, 0 },
		[STYLE_GOOD] = { 79, -1, false, 79, 0 },
		LEVELS,
	},
	[GROUND_LIGHT] = {
		[STYLE_PLAIN] = { -1, -1, false, -1, 0 },
		[STYLE_TITLE] = { -1, -1, true, -1, 0 },
		[STYLE_DIM] = { 241, -1, false, 239, 0 },
		[STYLE_ACCENT] = { 24, -1, false, -1, 0 },
		[STYLE_HEADING] = { 24, -1, true, 24, 0 },
		[STYLE_CURSOR] = { -1, 253, false, -1, 0xd3e3ee },
		[STYLE_MARKED] = { 24, -1, false, -1, 0 },
		[STYLE_LATE] = { 94, -1, true, 88, 0 },
		[STYLE_ERROR] = { 160, -1, true, 124, 0 },
		[STYLE_KEY] = { 24, -1, false, -1, 0 },
		[STYLE_FIELD] = { -1, -1, false, -1, 0 },
		[STYLE_FIELD_ACTIVE] = { 231, 24, false, -1, 0 },
		[STYLE_GOOD] = { 22, -1, false, 22, 0 },
		LEVELS,
	},
};

enum ground palette_ground(const char *colorfgbg)
{
	const char *last = colorfgbg ? strrchr(colorfgbg, ';') : NULL;
	int64_t background;

	if (!last || !number_parse_integer(last + 1, &background))
		return GROUND_UNKNOWN;
	/* Of the sixteen, white and the bright ones are light. */
	return background == 7 || (background >= 9 && background <= 15) ? GROUND_LIGHT
	       : background >= 0 && background <= 8                     ? GROUND_DARK
									: GROUND_UNKNOWN;
}

const struct look *palette_look(enum ground ground, enum style style)
{
	return &looks[ground][style];
}

uint32_t palette_rgb(int colour)
{
	static const uint32_t named[] = { 0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd,
		0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff };
	static const uint32_t steps[] = { 0, 95, 135, 175, 215, 255 };

	if (colour < 16)
		return named[colour < 0 ? 0 : colour];
	if (colour >= 232)
		return (uint32_t)(8 + 10 * (colour - 232)) * 0x010101;
	colour -= 16;
	return steps[colour / 36] << 16 | steps[colour / 6 % 6] << 8 | steps[colour % 6];
}
