/*
 * The quality of the records: the checks with how many records each finds, the worst
 * first.  Enter opens what a check finds; there m opens the form with the
 * cursor on the field that mends it.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"
#include "tui/views.h"

#define DRAW_MS 50 /* how long the first picture may wait for counts */

struct quality {
	size_t cursor, top;
	int height;
};

/* Counts what is stale, for so long; those never counted alone where `fresh`.  True when something is left. */
static bool count_lines(struct ui *ui, int64_t most, bool fresh)
{
	int64_t began = environment_clock_ms();
	struct error error = { 0 };
	size_t i;

	for (i = 0; i < ui->quality_count; i++) {
		struct quality_line *line = &ui->quality[i];

		if (!line->stale || (fresh && line->count >= 0))
			continue;
		if (environment_clock_ms() - began >= most)
			return true;
		if (!quality_count(ui->store, line, &error)) {
			line->count = -1;
			ui_error(ui, &error);
			error_clear(&error);
		}
	}
	return false;
}

/* Finds a line again after the lines were read or sorted anew. */
static bool find(const struct ui *ui, const struct quality_line *line, size_t *at)
{
	size_t i;

	for (i = 0; i < ui->quality_count; i++)
		if (ui->quality[i].check == line->check && ui->quality[i].def == line->def) {
			*at = i;
			return true;
		}
	return false;
}

/* Puts the worst first; the cursor stays on its check, but at the top on the worst. */
static void sort(struct ui *ui, struct quality *quality)
{
	struct quality_line here;

	if (quality->cursor >= ui->quality_count)
		quality->cursor = 0;
	if (!ui->quality_count)
		return;
	here = ui->quality[quality->cursor];
	qsort(ui->quality, ui->quality_count, sizeof *ui->quality, quality_compare);
	if (quality->cursor)
		find(ui, &here, &quality->cursor);
}

/* The lines, where the file or the day is another than when they were read; what was counted stays in sight until it is counted anew. */
static void read_lines(struct ui *ui, struct quality *quality)
{
	struct date today = environment_today(store_context(ui->store)->time_zone);
	struct quality_line *old = ui->quality, here = { 0 };
	size_t old_count = ui->quality_count, i, at;

	if (old && ui->quality_generation == store_generation(ui->store) && ui->quality_day == date_days(&today))
		return;
	if (old && quality->cursor < old_count)
		here = old[quality->cursor];
	ui->quality = quality_lines(ui->store, &ui->quality_count);
	ui->quality_generation = store_generation(ui->store);
	ui->quality_day = date_days(&today);
	for (i = 0; old && i < old_count; i++)
		if (find(ui, &old[i], &at))
			ui->quality[at].count = old[i].count, ui->quality[at].aside = old[i].aside,
			ui->quality[at].none = old[i].none;
	free(old);
	if (here.check)
		find(ui, &here, &quality->cursor);
	count_lines(ui, DRAW_MS, true);
	sort(ui, quality);
}

#define NUMBER 14 /* columns in front of a sentence: the cursor, the weight, the number */

/* Columns beside a sentence in which its register stands; where there are few, only of a check that looks at several. */
static int beside_columns(const struct quality_line *line, struct area area)
{
	return area.width >= 150 ? 42 : area.width >= 110 || !line->check->of ? 26 : 0;
}

/* What the check finds, with how many of these are set aside; the caller frees. */
static char *sentence_of(const struct quality_line *line)
{
	const char *sentence = _(line->check->sentence);

	/* TRANSLATORS: a line of the quality list: %s is what the check finds, a sentence; how many of these are set aside */
	return line->aside
		       ? xasprintf(ngettext("%s (%lld set aside)", "%s (%lld set aside)", (unsigned long)line->aside),
				 sentence, (long long)line->aside)
		       : xstrdup(sentence);
}

static int sentence_columns(const struct quality_line *line, struct area area)
{
	return area.width - NUMBER - beside_columns(line, area) - 1;
}

struct shown {
	const struct quality_line *lines;
	struct area area;
};

/* A sentence that is longer than its line goes on below. */
static int line_height(const void *user, size_t index)
{
	const struct shown *shown = user;
	const struct quality_line *line = &shown->lines[index];
	struct strings lines = { 0 };
	char *sentence = sentence_of(line);
	int height;

	text_wrap(sentence, sentence_columns(line, shown->area), &lines);
	free(sentence);
	height = lines.count ? (int)lines.count : 1;
	strings_free(&lines);
	return height;
}

/* The rows that it took, of at most so many. */
static int draw_line(
	const struct ui *ui, const struct quality *quality, size_t index, int row, int rows, struct area area)
{
	const struct quality_line *line = &ui->quality[index];
	enum style style = line->count == 0 ? STYLE_DIM : STYLE_PLAIN;
	char *number = line->count < 0 ? xstrdup(line->stale ? "..." : "?")
		       : line->none    ? xstrdup("-")
				       : xasprintf("%lld", (long long)line->count);
	int beside = beside_columns(line, area), i;
	char *sentence = sentence_of(line);
	struct shown shown = { ui->quality, area };
	int height = line_height(&shown, index);

	rows = height < rows ? height : rows;
	for (i = 0; i < rows; i++)
		draw_fill(row + i, area.left, area.width, STYLE_PLAIN);
	draw_wrapped(
		(struct area){ row, area.left + NUMBER, rows, sentence_columns(line, area) }, style, sentence, false);
	draw_text(row, area.left, 1, STYLE_ACCENT, index == quality->cursor ? ">" : " ", false);
	/* As many marks as it weighs: seen without colours. */
	draw_text(row, area.left + 2, 3, line->count > 0 && line->check->weight == 3 ? STYLE_LATE : STYLE_DIM,
		line->count ? &"!!!"[3 - line->check->weight] : "", true);
	draw_text_right(
		row, area.left + 5, 7, line->count > 0 && line->check->weight == 3 ? STYLE_LATE : style, number);
	if (beside)
		draw_text(row, area.left + area.width - beside, beside - 1, STYLE_DIM,
			ui_register_name(line->def, beside - 1), true);
	for (i = 0; index == quality->cursor && i < rows; i++)
		draw_bar(row + i, area.left, area.width);
	free(number);
	free(sentence);
	return rows;
}

/* "12 to mend, 2 set aside" beside the title, once all is counted. */
static void draw_sum(const struct ui *ui, struct area area)
{
	int64_t found = 0, aside = 0;
	char *first, *second, *text;
	size_t i;

	for (i = 0; i < ui->quality_count; i++) {
		if (ui->quality[i].count < 0)
			return;
		found += ui->quality[i].count;
		aside += ui->quality[i].aside;
	}
	first = xasprintf(ngettext("%lld to mend", "%lld to mend", (unsigned long)found), (long long)found);
	second = xasprintf(ngettext("%lld set aside", "%lld set aside", (unsigned long)aside), (long long)aside);
	text = aside ? xasprintf("%s, %s", first, second) : xstrdup(found ? first : "");
	draw_text_right(area.top, area.left + area.width - 1 - text_columns(text), text_columns(text), STYLE_DIM, text);
	free(text);
	free(second);
	free(first);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct quality *quality = view->data;
	struct area text;
	struct shown shown = { .area = area };
	int row, found = 0, looked = 0, foot = 3;
	size_t i;

	read_lines(ui, quality);
	quality->height = area.height - 2 - foot;
	shown.lines = ui->quality;
	if (ui->quality_count)
		cursor_in_view_tall(&quality->top, quality->cursor, quality->height, line_height, &shown);
	draw_text(area.top, area.left + 1, area.width - 1, STYLE_TITLE, _("Quality of the records"), true);
	draw_sum(ui, area);
	for (row = 0, i = quality->top; row < quality->height && i < ui->quality_count; i++)
		row += draw_line(ui, quality, i, area.top + 1 + row, quality->height - row, area);
	for (; row < quality->height; row++)
		draw_fill(area.top + 1 + row, area.left, area.width, STYLE_PLAIN);
	for (i = 0; i < ui->quality_count; i++)
		found += ui->quality[i].count != 0, looked += !ui->quality[i].none;
	row = area.top + area.height - 1 - foot;
	draw_horizontal(row, area.left, area.width);
	text = (struct area){ row + 1, area.left + 1, foot, area.width - 2 };
	if (found && ui->quality_count)
		draw_paragraph(text, STYLE_DIM, _(ui->quality[quality->cursor].check->help));
	else
		draw_paragraph(text, STYLE_DIM,
			found    ? ""
			: looked ? _("Every check is content: no record falls short.")
				 : _("There is nothing to look at yet: the checks begin with the first records."));
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct quality *quality = view->data;
	size_t page = quality->height > 0 ? (size_t)quality->height : 1;

	if (!cursor_move(&quality->cursor, ui->quality_count, page, (enum move)argument))
		return ANSWER_IGNORED;
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer open_line(struct ui *ui, struct view *view)
{
	struct quality *quality = view->data;
	const struct quality_line *line = quality->cursor < ui->quality_count ? &ui->quality[quality->cursor] : NULL;

	if (line && line->count == 0)
		ui_message(
			ui, line->none ? _("This check has nothing to look at yet.") : _("This check finds nothing."));
	else if (line)
		mend_view_open(ui, line->check, line->def);
	return ANSWER_DONE;
}

static enum answer aside(struct ui *ui, struct view *view)
{
	(void)view;
	aside_view_open(ui, NULL);
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct quality *quality = view->data;
	struct shown shown = { ui->quality, area };
	int row = area.top + 1, end = row + quality->height;
	size_t i;

	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	for (i = quality->top; i < ui->quality_count && row < end && mouse->row >= row; i++) {
		row += line_height(&shown, i);
		if (mouse->row >= row || mouse->row >= end)
			continue;
		quality->cursor = i;
		view->dirty = true;
		if (mouse->kind == MOUSE_DOUBLE)
			ui_run(ui, "open");
		break;
	}
	return ANSWER_DONE;
}

static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	bool more, stale = false;
	size_t i;

	(void)quiet;
	for (i = 0; i < ui->quality_count; i++)
		stale = stale || ui->quality[i].stale;
	if (!stale || view->dirty)
		return false;
	more = count_lines(ui, UI_SLICE_MS, false);
	sort(ui, view->data);
	view->dirty = true;
	return more;
}

static void changed(struct ui *ui, struct view *view)
{
	(void)ui;
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	(void)ui;
	free(view->data);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_line },
	{ .command = "aside", .run = aside },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "quality",
	.draw = draw,
	.actions = actions,
	.mouse = mouse,
	.idle = idle,
	.changed = changed,
	.close = close_view };

void quality_view_open(struct ui *ui)
{
	ui_push(ui, view_new(&ops, xcalloc(1, sizeof(struct quality))));
}
