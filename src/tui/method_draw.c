/* The editor of the risk method on the screen: the grid, the levels of the scales, what a change would do. */
#include <stdlib.h>

#include "tui/method.h"

const char *method_scale_label(int scale)
{
	static const char *const labels[SCALE_COUNT] = { N_("Levels of likelihood"), N_("Levels of impact"),
		N_("Levels of risk"), N_("Maturity") };

	return _(labels[scale]);
}

/* For the mouse. */
static void note_spot(struct method_editor *editor, const struct method_spot *spot)
{
	if (editor->spot_count < sizeof editor->spots / sizeof editor->spots[0])
		editor->spots[editor->spot_count++] = *spot;
}

/* A cell or a level; the one under the cursor stands in brackets. */
static void draw_place(int row, int column, int width, enum style style, bool here, const char *text)
{
	char *shown = xasprintf("%s%s", here ? "[" : " ", text);

	draw_text(row, column, width - 1, style, shown, true);
	if (here) {
		draw_text(row, column + width - 2, 1, style, "]", false);
		draw_spoken(row, column + 1);
	}
	free(shown);
}

/* "3 Possible"; the caller frees. */
static char *level_text(struct ui *ui, int scale, int number)
{
	return xasprintf("%d %s", number, method_name(ui, scale, number));
}

/* Columns of the widest of the scale; *all: of all of them with a gap behind each. */
static int widest_level(struct ui *ui, int scale, int *all)
{
	int widest = 0, i;

	for (*all = 0, i = 1; i <= method_count(ui, scale); i++) {
		char *text = level_text(ui, scale, i);

		*all += text_columns(text) + 2;
		if (text_columns(text) > widest)
			widest = text_columns(text);
		free(text);
	}
	return widest;
}

#define LABEL_WIDE 22
#define LABEL_LEAST 15
#define LABEL_MOST 20 /* on a narrow screen */

/* Columns for the names left of the grid, as wide as they need. */
static int label_columns(struct ui *ui, struct area area)
{
	int all, label = widest_level(ui, SCALE_LIKELIHOOD, &all) + 2;

	if (area.width >= 120)
		return LABEL_WIDE;
	if (label < LABEL_LEAST)
		return LABEL_LEAST;
	return label < LABEL_MOST ? label : LABEL_MOST;
}

/* The name of a level beside or below the grid; bright where the cursor's cell is of it. */
static void draw_level(struct ui *ui, struct method_editor *editor, int scale, int number, bool numbered, int row,
	int column, int width)
{
	char *text = numbered ? level_text(ui, scale, number) : xstrdup(method_name(ui, scale, number));
	bool at = number == editor->at[scale];

	note_spot(editor, &(struct method_spot){ row, column, column + width, scale, number, 0 });
	if (at && editor->scale == scale)
		draw_place(row, column - 1, width + 2, STYLE_CURSOR, true, text);
	else
		draw_text(
			row, column, width, at && editor->scale == ON_CELLS ? STYLE_HEADING : STYLE_PLAIN, text, false);
	free(text);
}

static void draw_cell(
	struct ui *ui, struct method_editor *editor, int likelihood, int impact, int row, int column, int width)
{
	int level = editor->grid.cells[likelihood - 1][impact - 1], levels = editor->grid.levels;
	bool here = editor->scale == ON_CELLS && likelihood == editor->at[SCALE_LIKELIHOOD] &&
		    impact == editor->at[SCALE_IMPACT];
	bool new = level != editor->was.cells[likelihood - 1][impact - 1];
	char *text = xasprintf(
		"%s %s%s", method_level_mark(level, levels), method_name(ui, SCALE_RISK, level), new ? " *" : "");

	note_spot(editor, &(struct method_spot){ row, column, column + width, ON_CELLS, likelihood, impact });
	/* The bracket behind it takes the gap to the next, not a letter. */
	draw_place(row, column, here ? width + 1 : width, draw_level_style(level, levels), here, text);
	free(text);
}

/* As many likelihoods as there is room for, the cursor's among them.  Returns the row after the grid. */
static int draw_grid(struct ui *ui, struct method_editor *editor, struct area area)
{
	int label = label_columns(ui, area), width = (area.width - label - 2) / editor->grid.impacts,
	    rows = editor->grid.likelihoods, top, l, c, row = area.top, all;
	bool numbered;

	if (rows > area.height - 1)
		rows = area.height > 2 ? area.height - 1 : 1;
	top = editor->at[SCALE_LIKELIHOOD] + rows / 2;
	if (top < rows)
		top = rows;
	if (top > editor->grid.likelihoods)
		top = editor->grid.likelihoods;
	if (width > 16)
		width = 16;
	for (l = top; l > top - rows; l--, row++) {
		draw_level(ui, editor, SCALE_LIKELIHOOD, l, true, row, area.left + 1, label - 1);
		for (c = 1; c <= editor->grid.impacts; c++)
			draw_cell(ui, editor, l, c, row, area.left + label + (c - 1) * width, width);
	}
	/* Where they have no room beside it, the numbers are told by where they stand. */
	numbered = widest_level(ui, SCALE_IMPACT, &all) < width;
	for (c = 1; c <= editor->grid.impacts; c++)
		draw_level(ui, editor, SCALE_IMPACT, c, numbered, row, area.left + label + (c - 1) * width, width - 1);
	return row + 1;
}

/* A scale that no side of the grid shows: its levels in a row. */
static void draw_scale(struct ui *ui, struct method_editor *editor, int scale, int row, struct area area)
{
	int label = label_columns(ui, area), count = method_count(ui, scale), widest = 0, all = 0, width, i, column;

	if (!count)
		return;
	width = (area.width - label - 2) / count;
	if (width > 16)
		width = 16;
	widest = widest_level(ui, scale, &all);
	draw_text(row, area.left + 1, label - 2, STYLE_DIM, scale == SCALE_RISK ? _("Risk") : method_scale_label(scale),
		false);
	for (i = 1, column = area.left + label; i <= count; i++) {
		char *text = level_text(ui, scale, i);
		/* Where one has no room each stands behind the other. */
		int here = widest >= width && label + all < area.width ? text_columns(text) + 2 : width;

		draw_level(ui, editor, scale, i, true, row, column, here - 1);
		column += here;
		free(text);
	}
}

static void draw_words(const struct method_editor *editor, int row, struct area area)
{
	const struct grid_effect *effect = &editor->effect;
	struct area below = { row, area.left + 1, area.top + area.height - row, area.width - 2 };
	char *text;

	if (!editor->changed) {
		draw_told(below, STYLE_DIM,
			_("Digits set the level of the cell (0 the tenth), {fill-sum} fills the grid by sums, {fill-product} by products. On a level, left of the grid or below it, {add-level} adds one after it and {remove-level} removes it. {levels} lists all levels: their names and definitions."),
			NULL);
		return;
	}
	text = xasprintf(
		_("This would change the level of %lld inherent, %lld current and %lld residual ratings; %lld risks would stand above the threshold, now %lld do."),
		(long long)effect->moved[0], (long long)effect->moved[1], (long long)effect->moved[2],
		(long long)effect->above_after, (long long)effect->above_before);
	draw_wrapped(below, STYLE_LATE, text, true);
	free(text);
}

void method_draw(struct ui *ui, struct view *view, struct area area)
{
	struct method_editor *editor = view->data;
	const struct method *method = &store_context(ui->store)->method;
	/* Blank rows go first where the scales are long. */
	int gap = area.height >= editor->grid.likelihoods + 12 ? 1 : 0, row;
	char *text = xasprintf(_("Risk method: %s"), method->title ? method->title : method->ref ? method->ref : "");

	method_weigh(editor);
	editor->spot_count = 0;
	draw_clear(area);
	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, text, true);
	free(text);
	row = draw_grid(ui, editor, (struct area){ area.top + 1 + gap, area.left, area.height - 6 - gap, area.width }) +
	      gap;
	draw_scale(ui, editor, SCALE_RISK, row++, area);
	draw_scale(ui, editor, SCALE_MATURITY, row++, area);
	row += gap;
	text = xasprintf(
		_("Acceptable up to: %s (+ and - change it)"), method_name(ui, SCALE_RISK, editor->grid.threshold));
	draw_text(row++, area.left + 1, area.width - 2,
		editor->grid.threshold != editor->was.threshold ? STYLE_ACCENT : STYLE_PLAIN, text, true);
	free(text);
	draw_words(editor, row + gap, area);
}
