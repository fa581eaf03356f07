/* Widths of columns and turned pages: see layout.h. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "report/layout.h"

/* In columns, of which a measure says how wide they are. */
#define WORD_MOST 30.0   /* a longer word is an address or a digest, and may be broken */
#define LINE_MOST 70.0   /* prose that is longer asks for no more */
#define PROSE_LEAST 22.0 /* what prose has at least, where it is as long as that */

enum {
	ROWS_FEW = 4,     /* below, a table is read however narrow its columns are */
	BLOCKS_FEW = 4,   /* so many are no reason to turn the page back */
	BLOCKS_BEFORE = 8 /* so many stand between a heading and the table below it */
};

bool layout_is_whole(enum column_kind kind, const char *text)
{
	return kind != COLUMN_TEXT && !strchr(text, '\n') && text_columns(text) <= WORD_MOST + 6;
}

static bool is_letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* The bytes of a word: up to a blank, or behind a hyphen between letters. */
static size_t word_length(const char *text, size_t length, bool hyphens)
{
	size_t i;

	for (i = 0; i < length && text[i] != ' '; i++)
		if (hyphens && (text[i] == '-' || text[i] == '/') && i && is_letter(text[i - 1]) && i + 1 < length &&
			is_letter(text[i + 1]))
			return i + 1;
	return i;
}

static void line_needs(
	const char *line, size_t length, const struct measure *measure, bool bold, bool whole, struct need *need)
{
	const double most = WORD_MOST * measure->column;
	double width = measure->width(measure->user, line, length, bold);
	size_t at = 0;

	if (whole && width > need->least)
		need->least = width;
	if (!whole && width > LINE_MOST * measure->column)
		width = LINE_MOST * measure->column;
	if (width > need->natural)
		need->natural = width;
	while (!whole && at < length) {
		size_t word = word_length(line + at, length - at, measure->hyphens);

		width = measure->width(measure->user, line + at, word, bold);
		if (width > most)
			width = most;
		if (width > need->least)
			need->least = width;
		at += word + (at + word < length && line[at + word] == ' ');
	}
}

static void text_needs(const char *text, const struct measure *measure, bool bold, bool whole, struct need *need)
{
	while (text && *text) {
		size_t length = strcspn(text, "\n");

		line_needs(text, length, measure, bold, whole, need);
		text += length + (text[length] == '\n');
	}
}

void layout_needs(const struct block *block, const struct measure *measure, struct need *needs)
{
	const bool header = block->kind != BLOCK_FACTS;
	size_t i, j;

	for (j = 0; j < block->column_count; j++) {
		const enum column_kind kind = block->columns[j].kind;
		struct need title = { 0 }, *need = &needs[j];

		need->least = need->natural = 3 * measure->column;
		for (i = 0; i < block->row_count; i++) {
			const char *text = block->rows[i].cells[j].text;

			if (text && *text)
				text_needs(text, measure, header && j == 0, layout_is_whole(kind, text), need);
		}
		/* A title may go over some lines: its words ask, not the whole of it. */
		if (header)
			text_needs(block->columns[j].title, measure, true, false, &title);
		if (measure->brief && title.least > LAYOUT_BRIEF * measure->column)
			title.least = LAYOUT_BRIEF * measure->column;
		if (title.least > need->least)
			need->least = title.least;
		if (need->least > need->natural)
			need->natural = need->least;
		need->fair =
			need->natural < PROSE_LEAST * measure->column ? need->natural : PROSE_LEAST * measure->column;
		if (need->least > need->fair)
			need->fair = need->least;
		need->least += measure->pad;
		need->fair += measure->pad;
		need->natural += measure->pad;
	}
}

static struct need sum_of(const struct need *needs, size_t count)
{
	struct need sum = { 0 };
	size_t j;

	for (j = 0; j < count; j++) {
		sum.least += needs[j].least;
		sum.fair += needs[j].fair;
		sum.natural += needs[j].natural;
	}
	return sum;
}

/* So far from one width to another as the sum of all goes from one to the other. */
static double between(double from, double to, double sum_from, double sum_to, double room)
{
	return sum_to > sum_from ? from + (to - from) * (room - sum_from) / (sum_to - sum_from) : from;
}

bool layout_widths(const struct need *needs, size_t count, double room, bool fill, double *widths)
{
	const struct need sum = sum_of(needs, count);
	size_t j;

	for (j = 0; j < count; j++) {
		const struct need *need = &needs[j];

		if (sum.natural <= room)
			widths[j] = fill ? need->natural * room / sum.natural : need->natural;
		else if (sum.fair <= room)
			widths[j] = between(need->fair, need->natural, sum.fair, sum.natural, room);
		else if (sum.least <= room)
			widths[j] = between(need->least, need->fair, sum.least, sum.fair, room);
		else
			widths[j] = need->least * room / sum.least;
	}
	return sum.least <= room;
}

/* ---- pages ---- */

static bool turns(const struct block *block, const struct measure *measure, double room)
{
	struct need *needs, sum;

	if (block->kind != BLOCK_TABLE || !block->row_count)
		return false;
	needs = xcalloc(block->column_count, sizeof *needs);
	layout_needs(block, measure, needs);
	sum = sum_of(needs, block->column_count);
	free(needs);
	return sum.least > room || (block->row_count >= ROWS_FEW && sum.fair > room);
}

static bool is_heading(const struct document *document, size_t index)
{
	return document->blocks[index].kind == BLOCK_HEADING;
}

/* Where the section of a table begins: at its heading, with those right above it. */
static size_t section_start(const struct document *document, size_t table)
{
	size_t start = table;

	while (start > 0 && !is_heading(document, start)) {
		if (document->blocks[start - 1].kind == BLOCK_BREAK || table - start == BLOCKS_BEFORE)
			return table;
		start--;
	}
	while (start > 0 && is_heading(document, start) && is_heading(document, start - 1))
		start--;
	return start;
}

static bool is_small(const struct block *block)
{
	return block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_NOTE ||
	       block->kind == BLOCK_ITEM || block->kind == BLOCK_SIGN ||
	       ((block->kind == BLOCK_FACTS || block->kind == BLOCK_TABLE) && block->row_count < 3 * ROWS_FEW);
}

/* A page is not turned back for a few lines before, between or behind wide tables. */
static void join(const struct document *document, bool *wide)
{
	size_t i, end;

	for (i = 0; i < document->count; i = end) {
		size_t small = 0, k;

		for (end = i; end < document->count && wide[end] == wide[i]; end++)
			small += is_small(&document->blocks[end]);
		if (wide[i] || end - i > BLOCKS_FEW || small < end - i || (i == 0 && end == document->count))
			continue;
		for (k = i; k < end; k++)
			wide[k] = true;
	}
}

void layout_turn(const struct document *document, const struct measure *measure, double room, bool *wide)
{
	size_t i, k;

	for (i = 0; i < document->count; i++)
		wide[i] = document->blocks[i].wide && !document->one_page;
	if (document->one_page)
		return;
	for (i = 0; i < document->count; i++) {
		if (wide[i] || !turns(&document->blocks[i], measure, room))
			continue;
		for (k = section_start(document, i); k <= i; k++)
			wide[k] = true;
		while (k < document->count && !is_heading(document, k) && document->blocks[k].kind != BLOCK_BREAK)
			wide[k++] = true;
	}
	join(document, wide);
}
