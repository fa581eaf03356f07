/* The colours, as eyes get them: a worse level is the stronger one, all levels are apart, text can be read on its ground. */
#include <criterion/criterion.h>
#include <math.h>

#include "tui/palette.h"

#define LEVELS 5
#define APART 18 /* of CIE 1976: two and three are the least that anybody sees */

enum { RED, GREEN, BLUE };

/* How who lacks one kind of cones sees (Machado, Oliveira and Fernandes 2009, severity 1), of linear light. */
static const struct {
	const char *name;
	double matrix[3][3];
} eyes[] = {
	{ "usual", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
	{ "protanopia", { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
				{ -0.003882, -0.048116, 1.051998 } } },
	{ "deuteranopia", { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
				  { -0.011820, 0.042940, 0.968881 } } },
	{ "tritanopia", { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 },
				{ 0.004733, 0.691367, 0.303900 } } },
};
#define EYES (sizeof eyes / sizeof eyes[0])

static double linear_of(unsigned value)
{
	double part = value / 255.0;

	return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static void light_of(uint32_t rgb, double light[3])
{
	light[RED] = linear_of(rgb >> 16 & 0xff);
	light[GREEN] = linear_of(rgb >> 8 & 0xff);
	light[BLUE] = linear_of(rgb & 0xff);
}

/* WCAG 2.1, 1.4.3. */
static double contrast(uint32_t a, uint32_t b)
{
	double x[3], y[3], first, second;

	light_of(a, x);
	light_of(b, y);
	first = 0.2126 * x[RED] + 0.7152 * x[GREEN] + 0.0722 * x[BLUE] + 0.05;
	second = 0.2126 * y[RED] + 0.7152 * y[GREEN] + 0.0722 * y[BLUE] + 0.05;
	return first > second ? first / second : second / first;
}

static double lab_part(double value)
{
	return value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116;
}

static void lab_of(uint32_t rgb, size_t eye, double lab[3])
{
	double light[3], seen[3], x, y, z;

	light_of(rgb, light);
	for (int i = 0; i < 3; i++) {
		seen[i] = 0;
		for (int j = 0; j < 3; j++)
			seen[i] += eyes[eye].matrix[i][j] * light[j];
		seen[i] = fmin(1, fmax(0, seen[i]));
	}
	x = lab_part((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
	y = lab_part(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
	z = lab_part((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
	lab[0] = 116 * y - 16;
	lab[1] = 500 * (x - y);
	lab[2] = 200 * (y - z);
}

static double distance(uint32_t a, uint32_t b, size_t eye)
{
	double x[3], y[3];

	lab_of(a, eye, x);
	lab_of(b, eye, y);
	return sqrt((x[0] - y[0]) * (x[0] - y[0]) + (x[1] - y[1]) * (x[1] - y[1]) + (x[2] - y[2]) * (x[2] - y[2]));
}

static const struct look *level_look(enum ground ground, int level)
{
	return palette_look(ground, (enum style)(STYLE_LEVEL_1 + level));
}

/* With any colours, and with 256. */
static uint32_t ground_of(const struct look *look, bool exact)
{
	return exact && look->exact ? look->exact : palette_rgb(look->background);
}

/* What may lie behind: of dark and of light terminals. */
static const uint32_t dark[] = { 0x000000, 0x1e1e1e }, light[] = { 0xffffff, 0xf5f5f5 };
#define BACKGROUNDS 2

Test(palette, a_worse_level_is_the_stronger_colour)
{
	for (int ground = 0; ground < GROUND_COUNT; ground++)
		for (int exact = 0; exact < 2; exact++)
			for (int i = 0; i + 1 < LEVELS; i++) {
				uint32_t better = ground_of(level_look((enum ground)ground, i), exact),
					 worse = ground_of(level_look((enum ground)ground, i + 1), exact);

				for (int j = 0; j < BACKGROUNDS; j++) {
					cr_expect(distance(worse, dark[j], 0) > distance(better, dark[j], 0) + 3,
						"level %d on dark: %.1f, then %.1f", i + 1,
						distance(better, dark[j], 0), distance(worse, dark[j], 0));
					cr_expect(distance(worse, light[j], 0) > distance(better, light[j], 0) + 3,
						"level %d on light: %.1f, then %.1f", i + 1,
						distance(better, light[j], 0), distance(worse, light[j], 0));
				}
			}
}

Test(palette, levels_are_apart_for_every_eye)
{
	for (size_t eye = 0; eye < EYES; eye++)
		for (int i = 0; i < LEVELS; i++)
			for (int j = i + 1; j < LEVELS; j++) {
				double apart = distance(ground_of(level_look(GROUND_UNKNOWN, i), false),
					ground_of(level_look(GROUND_UNKNOWN, j), false), eye);

				cr_expect(apart >= APART, "%s: levels %d and %d are %.1f apart", eyes[eye].name, i + 1,
					j + 1, apart);
			}
}

Test(palette, letters_can_be_read_on_their_chips)
{
	for (int ground = 0; ground < GROUND_COUNT; ground++)
		for (int i = 0; i < LEVELS; i++) {
			const struct look *look = level_look((enum ground)ground, i);

			cr_expect(contrast(palette_rgb(look->foreground), ground_of(look, false)) >= 4.5,
				"level %d: %.1f", i + 1,
				contrast(palette_rgb(look->foreground), ground_of(look, false)));
		}
}

/* Text of a colour on a background that is not its own. */
static void expect_read(enum ground ground, uint32_t background, double least)
{
	for (int i = 0; i < STYLE_APART; i++) {
		const struct look *look = palette_look(ground, (enum style)i);
		double is;

		if (look->foreground == -1 || look->background != -1)
			continue;
		is = contrast(palette_rgb(look->foreground), background);
		cr_expect(is >= least, "style %d (%d) on #%06x: %.2f", i, look->foreground, background, is);
	}
}

Test(palette, text_can_be_read_on_its_background)
{
	for (int i = 0; i < BACKGROUNDS; i++) {
		expect_read(GROUND_DARK, dark[i], 4.5);
		expect_read(GROUND_LIGHT, light[i], 4.5);
		/* Unknown: no colour has more than 4.6 on both black and white. */
		expect_read(GROUND_UNKNOWN, i ? 0x000000 : 0xffffff, 3.7);
	}
}

Test(palette, the_bar_can_be_read)
{
	for (int ground = 0; ground < GROUND_COUNT; ground++)
		for (int exact = 0; exact < 2; exact++) {
			const struct look *bar = palette_look((enum ground)ground, STYLE_CURSOR);
			uint32_t background = ground_of(bar, exact), own = ground == GROUND_DARK    ? 0xc0c0c0
									   : ground == GROUND_LIGHT ? 0x303030
												    : 0xe5e5e5;

			cr_expect(contrast(own, background) >= 4.5, "text of bar %d: %.1f", ground,
				contrast(own, background));
			for (int i = 0; i < STYLE_APART; i++) {
				const struct look *look = palette_look((enum ground)ground, (enum style)i);

				if (look->on_bar < 16 || look->background != -1)
					continue;
				cr_expect(contrast(palette_rgb(look->on_bar), background) >= 4.5,
					"style %d on bar %d: %.2f", i, ground,
					contrast(palette_rgb(look->on_bar), background));
			}
		}
}

/* Seen as a bar: apart from what lies around it. */
Test(palette, the_bar_can_be_seen)
{
	for (int exact = 0; exact < 2; exact++) {
		cr_expect(distance(ground_of(palette_look(GROUND_DARK, STYLE_CURSOR), exact), 0x1e1e1e, 0) >= 8);
		cr_expect(distance(ground_of(palette_look(GROUND_LIGHT, STYLE_CURSOR), exact), 0xffffff, 0) >= 8);
		cr_expect(distance(ground_of(palette_look(GROUND_UNKNOWN, STYLE_CURSOR), exact), 0x1e1e1e, 0) >= 20);
		cr_expect(distance(ground_of(palette_look(GROUND_UNKNOWN, STYLE_CURSOR), exact), 0xffffff, 0) >= 20);
	}
}

Test(palette, the_terminal_tells_its_background)
{
	cr_expect(palette_ground(NULL) == GROUND_UNKNOWN);
	cr_expect(palette_ground("") == GROUND_UNKNOWN);
	cr_expect(palette_ground("15") == GROUND_UNKNOWN);
	cr_expect(palette_ground("15;default") == GROUND_UNKNOWN);
	cr_expect(palette_ground("15;0") == GROUND_DARK);
	cr_expect(palette_ground("15;default;0") == GROUND_DARK);
	cr_expect(palette_ground("7;8") == GROUND_DARK);
	cr_expect(palette_ground("0;15") == GROUND_LIGHT);
	cr_expect(palette_ground("0;default;15") == GROUND_LIGHT);
	cr_expect(palette_ground("0;7") == GROUND_LIGHT);
	cr_expect(palette_ground("0;16") == GROUND_UNKNOWN);
}

/* The formula of xterm for the colours above the sixteen. */
Test(palette, the_256_are_those_of_terminals)
{
	cr_expect(palette_rgb(16) == 0x000000);
	cr_expect(palette_rgb(24) == 0x005f87);
	cr_expect(palette_rgb(160) == 0xd70000);
	cr_expect(palette_rgb(231) == 0xffffff);
	cr_expect(palette_rgb(232) == 0x080808);
	cr_expect(palette_rgb(255) == 0xeeeeee);
}
