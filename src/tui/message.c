/*
 * The message line.  What answers a key stands until the next one.  News (what others do, what was found while nobody
 * typed) never takes its place: it stands behind it where both fit, else it waits for the next key that has no answer,
 * and once it is seen it stays long enough to be read.  A warning stands before both.
 */
#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

#define READ_MS 2000 /* news that was seen for that long is read */

/* Whether it was in sight for long enough. */
static bool is_read(const struct news *news)
{
	return news->seen && environment_clock_ms() - news->seen >= READ_MS;
}

bool ui_news_wait(const struct ui *ui, enum news_kind kind)
{
	return ui->news[kind].text && !is_read(&ui->news[kind]);
}

static void drop(struct news *news)
{
	free(news->text);
	memset(news, 0, sizeof *news);
}

static void join(struct buffer *line, const char *text)
{
	if (text)
		buffer_printf(line, "%s%s", line->length ? " " : "", text);
}

/* News behind what stands there, where the line has room for both, or where it has all of the line. */
static void join_news(struct ui *ui, struct buffer *line, enum news_kind kind)
{
	struct news *news = &ui->news[kind];
	int used = line->length ? text_columns(line->data) + 1 : 0;

	news->shown =
		news->text && !ui->message_is_error && (!used || used + text_columns(news->text) <= ui->columns - 2);
	if (news->shown)
		join(line, news->text);
}

/* What stands there now, of what was answered and what is new. */
static void compose(struct ui *ui)
{
	struct news *warning = &ui->news[NEWS_WARNING];
	struct buffer line = { 0 };
	char *text;

	warning->shown = warning->text != NULL;
	ui->message_is_error = warning->text || ui->answer_is_error;
	join(&line, warning->text);
	join(&line, ui->answer);
	join_news(ui, &line, NEWS_CHANGES);
	join_news(ui, &line, NEWS_PEOPLE);
	join_news(ui, &line, NEWS_FOUND);
	text = line.length ? buffer_take(&line) : NULL;
	buffer_free(&line);
	if (text_differs(text, ui->message))
		ui->message_dirty = true;
	free(ui->message);
	ui->message = text;
}

void ui_news(struct ui *ui, enum news_kind kind, char *text)
{
	struct news *news = &ui->news[kind];

	/* The same once more is nothing new. */
	if (news->text && text && strcmp(news->text, text) == 0) {
		free(text);
		return;
	}
	drop(news);
	news->text = text;
	compose(ui);
}

/* Behind what nobody read yet. */
static void add_news(struct ui *ui, enum news_kind kind, char *text)
{
	const char *before = ui_news_wait(ui, kind) ? ui->news[kind].text : NULL;
	char *both = before && !strstr(before, text) ? xasprintf("%s %s", before, text) : NULL;

	if (both)
		ui_news(ui, kind, both);
	else if (!before)
		ui_news(ui, kind, xstrdup(text));
	free(text);
}

/* Takes the text over. */
static void answer(struct ui *ui, char *text, bool is_error)
{
	free(ui->answer);
	ui->answer = text;
	ui->answer_is_error = is_error;
	compose(ui);
	ui->message_dirty = true;
}

void ui_message(struct ui *ui, const char *format, ...)
{
	va_list arguments;
	char *told, *text;

	told = command_told(format, NULL);
	va_start(arguments, format);
	text = xvasprintf(told, arguments);
	va_end(arguments);
	free(told);
	if (ui->unasked)
		add_news(ui, NEWS_FOUND, text);
	else
		answer(ui, text, false);
}

void ui_error(struct ui *ui, const struct error *error)
{
	if (ui->unasked)
		add_news(ui, NEWS_WARNING, error_text(error));
	else
		answer(ui, error_text(error), true);
}

/* The answer to the last key goes, and what was read. */
void ui_forget_message(struct ui *ui)
{
	size_t i;

	if (!ui->message)
		return;
	free(ui->answer);
	ui->answer = NULL;
	ui->answer_is_error = false;
	for (i = 0; i < NEWS_KINDS; i++)
		if (is_read(&ui->news[i]))
			drop(&ui->news[i]);
	compose(ui);
}

void ui_drop_messages(struct ui *ui)
{
	size_t i;

	for (i = 0; i < NEWS_KINDS; i++)
		drop(&ui->news[i]);
	free(ui->answer);
	free(ui->message);
	ui->answer = ui->message = NULL;
	ui->answer_is_error = ui->message_is_error = false;
}

bool ui_answered(const struct ui *ui, const char *sentence)
{
	return ui->answer && strcmp(ui->answer, sentence) == 0;
}

/* A message that is longer than its line takes more of them, over the view, until the next key. */
void ui_draw_message(struct ui *ui)
{
	struct strings lines = { 0 };
	int width = ui->columns - 2, row;
	size_t i, all;

	for (i = 0; i < NEWS_KINDS; i++)
		if (ui->news[i].shown && !ui->news[i].seen)
			ui->news[i].seen = environment_clock_ms();
	text_wrap(ui->message, width, &lines);
	all = lines.count;
	if (lines.count > (size_t)ui->rows / 2)
		lines.count = (size_t)ui->rows / 2;
	row = ui->rows - 1 - (int)lines.count;
	for (i = 0; i < lines.count; i++, row++) {
		draw_fill(row, 0, ui->columns, STYLE_PLAIN);
		draw_text(row, 1, width, ui->message_is_error ? STYLE_ERROR : STYLE_PLAIN, lines.items[i], true);
	}
	lines.count = all;
	strings_free(&lines);
}
