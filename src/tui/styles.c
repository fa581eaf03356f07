/* The styles: how the palette, the configuration and the terminal come together in attributes and colour pairs. */
#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"
#include "tui/palette.h"
#include "tui/styles.h"

#define COLOURS_DIRECT 0x1000000 /* as many has a terminal whose colours are 0xRRGGBB */
#define STYLE_NAMED STYLE_APART  /* what stands before it can be configured */
#define PAIRS_MAX (2 * STYLE_COUNT + 1)

static attr_t attributes[STYLE_COUNT];
static short pairs[STYLE_COUNT], pairs_on_bar[STYLE_COUNT];
/* As they were made: 0 is the terminal's own. */
static struct {
	int foreground, background;
} made[PAIRS_MAX];
static short made_count;
static bool bar_is_tint;

/* What the configuration asks for a style, by its name. */
static const char *const style_names[STYLE_NAMED] = {
	"plain",
	"title",
	"dim",
	"accent",
	"heading",
	"cursor",
	"marked",
	"late",
	"error",
	"key",
	"field",
	"field-active",
	"good",
	"level-1",
	"level-2",
	"level-3",
	"level-4",
	"level-5",
};
static struct {
	bool set, bold;
	int foreground, background;
} wanted[STYLE_COUNT];

attr_t style_attribute(enum style style)
{
	return attributes[style];
}

short style_pair(enum style style)
{
	return pairs[style];
}

/* One of the 256 as this terminal counts its colours; of the first eight, those that its user chose. */
static int colour_here(int colour)
{
	if (COLORS >= COLOURS_DIRECT && colour == 15)
		/* White in few bytes: the bar is sent with every move. */
		return COLOR_WHITE;
	return COLORS < COLOURS_DIRECT || colour < 8 ? colour : (int)palette_rgb(colour);
}

/* The pair of these two, made once: neighbours that look alike are one run for curses, too. */
static short pair_of(int foreground, int background)
{
	short i;

	if (foreground == -1 && background == -1)
		return 0;
	for (i = 1; i <= made_count; i++)
		if (made[i].foreground == foreground && made[i].background == background)
			return i;
	if (made_count + 1 >= PAIRS_MAX || init_extended_pair(made_count + 1, foreground, background) == ERR)
		return 0;
	made[++made_count].foreground = foreground;
	made[made_count].background = background;
	return made_count;
}

static void define(enum style style, int foreground, int background, attr_t attribute)
{
	attributes[style] = attribute;
	pairs[style] = pair_of(colour_here(foreground), colour_here(background));
}

static const char *const colour_names[] = { "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
	"default", NULL };

const char *terminal_style_name(enum style style)
{
	return style < STYLE_NAMED ? style_names[style] : NULL;
}

const char *terminal_colour_name(int i)
{
	return colour_names[i];
}

static bool colour_of(const char *word, int *colour)
{
	int64_t number;
	int i;

	if (strcmp(word, "default") == 0) {
		*colour = -1;
		return true;
	}
	for (i = 0; i < 8; i++)
		if (strcmp(word, colour_names[i]) == 0) {
			*colour = i;
			return true;
		}
	if (!number_parse_integer(word, &number) || number < 0 || number > 255)
		return false;
	*colour = (int)number;
	return true;
}

bool terminal_has_colour(const char *word)
{
	int colour;

	return colour_of(word, &colour);
}

bool terminal_style(const char *style, const char *foreground, const char *background, bool bold)
{
	int text, ground, i;

	/* A line that is wrong changes nothing. */
	if (!colour_of(foreground, &text) || !colour_of(background, &ground))
		return false;
	for (i = 0; i < STYLE_NAMED; i++)
		if (strcmp(style_names[i], style) == 0) {
			wanted[i].set = true;
			wanted[i].bold = bold;
			wanted[i].foreground = text;
			wanted[i].background = ground;
			return true;
		}
	return false;
}

/* Colours that this terminal does not have are left as they were. */
static void apply_wanted(void)
{
	int i;

	/* A heading is the accent, unless it is named itself. */
	if (wanted[STYLE_ACCENT].set && !wanted[STYLE_HEADING].set) {
		wanted[STYLE_HEADING] = wanted[STYLE_ACCENT];
		wanted[STYLE_HEADING].bold = true;
	}
	for (i = 0; i < STYLE_COUNT; i++)
		if (wanted[i].set && wanted[i].foreground < COLORS && wanted[i].background < COLORS) {
			attr_t attribute = (attributes[i] & ~(attr_t)A_BOLD) | (wanted[i].bold ? A_BOLD : A_NORMAL);

			if (wanted[i].background != -1)
				attribute &= ~(attr_t)A_REVERSE;
			define((enum style)i, wanted[i].foreground, wanted[i].background, attribute);
		}
}

/* Without colours: weight, and what is worst stands out by reverse. */
static void choose_plain(void)
{
	attributes[STYLE_TITLE] = attributes[STYLE_HEADING] = attributes[STYLE_ACCENT] = A_BOLD;
	attributes[STYLE_LATE] = attributes[STYLE_ERROR] = attributes[STYLE_LEVEL_3] = A_BOLD;
	attributes[STYLE_FIELD_ACTIVE] = attributes[STYLE_LEVEL_4] = A_REVERSE;
	attributes[STYLE_LEVEL_5] = A_REVERSE | A_BOLD;
	attributes[STYLE_MARKED] = A_UNDERLINE;
}

static void choose_eight(void)
{
	define(STYLE_TITLE, -1, -1, A_BOLD);
	define(STYLE_DIM, COLOR_WHITE, -1, A_DIM);
	define(STYLE_ACCENT, COLOR_CYAN, -1, A_BOLD);
	define(STYLE_HEADING, COLOR_CYAN, -1, A_BOLD);
	define(STYLE_MARKED, COLOR_CYAN, -1, A_NORMAL);
	define(STYLE_LATE, COLOR_YELLOW, -1, A_BOLD);
	define(STYLE_ERROR, COLOR_RED, -1, A_BOLD);
	define(STYLE_KEY, COLOR_CYAN, -1, A_NORMAL);
	define(STYLE_FIELD_ACTIVE, -1, -1, A_REVERSE);
	define(STYLE_GOOD, COLOR_GREEN, -1, A_NORMAL);
	define(STYLE_LEVEL_1, COLOR_CYAN, -1, A_NORMAL);
	define(STYLE_LEVEL_2, COLOR_BLACK, COLOR_CYAN, A_NORMAL);
	define(STYLE_LEVEL_3, COLOR_BLACK, COLOR_YELLOW, A_NORMAL);
	define(STYLE_LEVEL_4, COLOR_WHITE, COLOR_MAGENTA, A_BOLD);
	define(STYLE_LEVEL_5, COLOR_WHITE, COLOR_RED, A_BOLD);
}

static void choose_many(enum ground ground)
{
	int i;

	for (i = 0; i < STYLE_NAMED; i++) {
		const struct look *look = palette_look(ground, (enum style)i);

		attributes[i] = look->bold ? A_BOLD : A_NORMAL;
		pairs[i] = pair_of(colour_here(look->foreground),
			COLORS >= COLOURS_DIRECT && look->exact ? (int)look->exact : colour_here(look->background));
	}
}

/* Blocks cover their ground: bars of a level take its colour as their ink. */
static void choose_inks(void)
{
	int i;

	for (i = STYLE_INK_1; i <= STYLE_INK_5; i++) {
		short level = pairs[STYLE_LEVEL_1 + i - STYLE_INK_1];

		attributes[i] = A_NORMAL;
		pairs[i] = pair_of(made[level].background != -1 ? made[level].background : made[level].foreground, -1);
	}
}

/* What has no ground of its own gets that of the cursor's line. */
static void choose_bar(enum ground ground)
{
	short bar = pairs[STYLE_CURSOR];
	int i;

	for (i = 0; i < STYLE_COUNT; i++) {
		/* A colour that somebody chose may be anything, and so may his bar: text of its own is what is sure. */
		int on_bar = i >= STYLE_INK_1 ? made[pairs[i]].foreground
			     : !wanted[i].set && !wanted[STYLE_CURSOR].set
				     ? colour_here(palette_look(ground, (enum style)i)->on_bar)
			     : made[bar].foreground == -1 ? made[pairs[i]].foreground
							  : -1;

		pairs_on_bar[i] = made[pairs[i]].background != -1 || i == STYLE_APART
					  ? pairs[i]
					  : pair_of(on_bar == -1 ? made[bar].foreground : on_bar, made[bar].background);
	}
}

void styles_choose(void)
{
	const char *plain = getenv("NO_COLOR");
	enum ground ground = palette_ground(getenv("COLORFGBG"));

	memset(attributes, 0, sizeof attributes);
	memset(pairs, 0, sizeof pairs);
	made[0].foreground = made[0].background = -1;
	made_count = 0;
	attributes[STYLE_CURSOR] = A_REVERSE;
	bar_is_tint = false;
	if (!has_colors() || (plain && *plain)) {
		choose_plain();
		return;
	}
	start_color();
	use_default_colors();
	bar_is_tint = COLORS >= 256;
	if (bar_is_tint)
		choose_many(ground);
	else
		choose_eight();
	apply_wanted();
	choose_inks();
	/* A pair of its own for what looks like nothing: the bar knows it by that. */
	if (made_count + 1 < PAIRS_MAX && init_pair((short)(made_count + 1), -1, -1) != ERR) {
		made_count++;
		made[made_count].foreground = made[made_count].background = -1;
		pairs[STYLE_APART] = made_count;
	}
	/* Whoever chose colours for it has as many as a bar needs. */
	bar_is_tint = bar_is_tint || made[pairs[STYLE_CURSOR]].background != -1;
	if (bar_is_tint)
		choose_bar(ground);
}

void style_on_bar(attr_t *cell_attributes, short *pair)
{
	int i;

	if (!bar_is_tint) {
		*cell_attributes = (*cell_attributes & ~(attr_t)(A_COLOR | A_DIM)) | A_REVERSE;
		*pair = 0;
		return;
	}
	if (*pair == 0) {
		*pair = pairs[STYLE_CURSOR];
		return;
	}
	for (i = 0; i < STYLE_COUNT; i++)
		if (pairs[i] == *pair) {
			*pair = pairs_on_bar[i];
			return;
		}
}
