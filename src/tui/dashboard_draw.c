/* A figure of the dashboard: its label, its number, its bar; and how wide these are. */
#include <stdlib.h>

#include "tui/dashboard.h"
#include "tui/draw_figure.h"

const struct measures *dashboard_measures_of(const struct dashboard_measures *both, const struct figure_group *group)
{
	return group->bars ? &both->bars : &both->plain;
}

/* "C ", in front of a label. */
static int mark_columns(const struct figure *figure)
{
	return figure->level ? draw_level_columns(method_level_mark(figure->level, figure->levels)) + 1 : 0;
}

static int digits(int64_t number)
{
	int count = 1;

	for (; number >= 10; number /= 10)
		count++;
	return count;
}

#define BAR_LEAST 8
#define BAR_READ 10 /* of a bar with its share of the whole before it */
#define BAR_MOST 40
#define SHARE 6 /* "100 %" and a gap */

/* What the widest label and numbers of the groups need. */
static void measure_parts(const struct figures *figures, bool bars, bool plain, struct measures *measures)
{
	size_t i, j;

	measures->number = 4;
	for (i = 0; i < figures->count; i++)
		for (j = 0; (figures->groups[i].bars ? bars : plain) && j < figures->groups[i].count; j++) {
			const struct figure *figure = &figures->groups[i].items[j];
			int label = mark_columns(figure) + text_columns(figure->label), number = digits(figure->count),
			    of = figure->of ? digits(figure->of) + 1 : 0;

			measures->label = label > measures->label ? label : measures->label;
			measures->number = number > measures->number ? number : measures->number;
			measures->of = of > measures->of ? of : measures->of;
		}
}

/* One column has room for both kinds in one measure; of several each kind has its own. */
struct dashboard_measures dashboard_measure(const struct figures *figures, int width, int columns)
{
	struct dashboard_measures both = { 0 };
	struct measures *bars = &both.bars;
	int rest, least;

	measure_parts(figures, true, columns == 1, bars);
	/* The cursor, the gaps, the mark of what is late. */
	rest = width - 2 - 1 - bars->number - bars->of - 3;
	least = columns > 1 && rest / 3 > BAR_LEAST ? rest / 3 : BAR_LEAST;
	if (bars->label > rest - least)
		bars->label = rest - least;
	bars->bar = rest - bars->label;
	if (columns > 1 && bars->bar >= BAR_READ + SHARE) {
		bars->share = SHARE;
		bars->bar -= SHARE;
	}
	if (bars->bar > BAR_MOST)
		bars->bar = BAR_MOST;
	both.plain = *bars;
	if (columns == 1)
		return both;
	both.plain = (struct measures){ 0 };
	measure_parts(figures, false, true, &both.plain);
	rest = width - 2 - 1 - both.plain.number - both.plain.of - 2;
	if (both.plain.label > rest)
		both.plain.label = rest;
	return both;
}

/* A label that is longer than there is room for goes on below; the caller frees the lines. */
static int wrap_label(const struct figure *figure, const struct measures *measures, struct strings *lines)
{
	text_wrap(figure->label, measures->label - mark_columns(figure), lines);
	return lines->count ? (int)lines->count : 1;
}

int dashboard_figure_height(const struct figure *figure, const struct measures *measures)
{
	struct strings lines = { 0 };
	int height = wrap_label(figure, measures, &lines);

	strings_free(&lines);
	return height;
}

/* Its part of the whole, which the bar, measured by the largest of its group, does not tell. */
static void draw_share(int row, int column, int columns, const struct figure_group *group, const struct figure *figure)
{
	int64_t whole = figure->of;
	char *number, *text;
	size_t i;

	for (i = 0; !figure->part && i < group->count; i++)
		whole += group->items[i].count;
	if (whole <= 0)
		return;
	number = xasprintf("%lld", (long long)number_percent(figure->count, whole));
	/* TRANSLATORS: a percentage; French puts a space before the sign */
	text = xasprintf(_("%s%%"), number);
	draw_text_right(row, column, columns, STYLE_DIM, text);
	free(text);
	free(number);
}

void dashboard_draw_figure(const struct figure_group *group, const struct figure *figure, bool here, int row, int rows,
	int left, int width, const struct measures *measures)
{
	struct strings lines = { 0 };
	int64_t most = 1;
	int mark = mark_columns(figure), column = left + 2 + measures->label + 1;
	enum style style = figure->late ? STYLE_LATE : figure->count ? STYLE_PLAIN : STYLE_DIM;
	char *text;
	size_t i;

	/* A part of its own whole ("16/37"), or of the largest of its group. */
	for (i = 0; i < group->count; i++)
		if (group->items[i].count > most)
			most = group->items[i].count;
	if (figure->of)
		most = figure->of;
	draw_fill(row, left, width, STYLE_PLAIN);
	if (here)
		draw_spoken(row, left + 2);
	draw_text(row, left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	if (figure->level)
		draw_chip(row, left + 2, figure->level, figure->levels);
	wrap_label(figure, measures, &lines);
	for (i = 0; i < lines.count && (int)i < rows; i++) {
		if (i)
			draw_fill(row + (int)i, left, width, STYLE_PLAIN);
		draw_text(row + (int)i, left + 2 + mark, measures->label - mark, STYLE_PLAIN, lines.items[i], false);
	}
	strings_free(&lines);
	text = figure->waits  ? xstrdup("\xe2\x80\xa6")
	       : figure->none ? xstrdup("-")
			      : xasprintf("%lld", (long long)figure->count);
	draw_text_right(row, column, measures->number, style, text);
	free(text);
	if (figure->of) {
		text = xasprintf("/%lld", (long long)figure->of);
		draw_text(row, column + measures->number, measures->of, style, text, false);
		free(text);
	}
	column += measures->number + measures->of + 1;
	if (figure->late)
		draw_text(row, column, 1, STYLE_LATE, "!", false);
	if (group->bars && measures->share && !figure->none)
		draw_share(row, column + 2, measures->share - 1, group, figure);
	if (group->bars)
		draw_measure(row, column + 2 + measures->share, measures->bar,
			figure->level ? draw_level_style(figure->level, figure->levels) : STYLE_GOOD, figure->count,
			most);
	for (i = 0; here && i < (size_t)dashboard_figure_height(figure, measures) && (int)i < rows; i++)
		draw_bar(row + (int)i, left, width);
}

/* Lines of a group: its title, its figures. */
int dashboard_group_height(const struct figure_group *group, const struct dashboard_measures *both)
{
	int height = 1;
	size_t i;

	for (i = 0; i < group->count; i++)
		height += dashboard_figure_height(&group->items[i], dashboard_measures_of(both, group));
	return height;
}
