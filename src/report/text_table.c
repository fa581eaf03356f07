/* Tables as text: columns as wide as what is in them, or a block of lines for each row. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "report/layout.h"
#include "report/text.h"

enum { GAP = 2, LABEL_LEAST = 22, LABEL_MOST = 34 };

void text_rule(struct buffer *out, int columns, const char *stroke)
{
	while (columns-- > 0)
		buffer_add(out, stroke);
	buffer_add_char(out, '\n');
}

void text_end_line(struct buffer *out)
{
	while (out->length && out->data[out->length - 1] == ' ')
		out->data[--out->length] = '\0';
	buffer_add_char(out, '\n');
}

void text_row(struct buffer *out, const char *const *cells, const bool *right, const int *widths, size_t columns)
{
	struct strings *lines = xcalloc(columns, sizeof *lines);
	size_t most = 0, line, i;

	for (i = 0; i < columns; i++) {
		text_wrap(cells[i] ? cells[i] : "", widths[i], &lines[i]);
		if (lines[i].count > most)
			most = lines[i].count;
	}
	for (line = 0; line < most; line++) {
		for (i = 0; i < columns; i++) {
			char *padded = text_pad(
				line < lines[i].count ? lines[i].items[line] : "", widths[i], right && right[i]);

			buffer_add(out, padded);
			if (i + 1 < columns)
				buffer_printf(out, "%*s", GAP, "");
			free(padded);
		}
		text_end_line(out);
	}
	for (i = 0; i < columns; i++)
		strings_free(&lines[i]);
	free(lines);
}

/* ---- widths ---- */

static double width_of(void *user, const char *text, size_t length, bool bold)
{
	int used;

	(void)user;
	(void)bold;
	text_fit_in(text, length, INT_MAX, &used);
	return used;
}

/* Whole columns that together are no wider than the room; false: they do not fit beside each other. */
static bool table_widths(const struct block *block, int columns, bool brief, int *widths)
{
	const struct measure measure = { width_of, NULL, 1, GAP, false, brief };
	struct need *needs = xcalloc(block->column_count, sizeof *needs);
	double *exact = xcalloc(block->column_count, sizeof *exact), sum = 0;
	int used = 0;
	bool fits;
	size_t j;

	layout_needs(block, &measure, needs);
	/* Behind the last there is no gap. */
	fits = layout_widths(needs, block->column_count, columns + GAP, false, exact);
	for (j = 0; j < block->column_count; j++) {
		sum += exact[j];
		widths[j] = (int)(sum + 0.001) - used - GAP;
		/* What is lost by rounding is not taken from what may not be broken. */
		if (fits && widths[j] < (int)needs[j].least - GAP)
			widths[j] = (int)needs[j].least - GAP;
		used += widths[j] + GAP;
	}
	free(needs);
	free(exact);
	return fits;
}

/* Labels stand whole, so that the value beside them reads on without a break. */
static int label_width(const struct block *block)
{
	int label = LABEL_LEAST;
	size_t i;

	for (i = 0; i < block->row_count; i++) {
		int columns = text_columns(block->rows[i].cells[0].text ? block->rows[i].cells[0].text : "");

		if (columns > label && columns <= LABEL_MOST)
			label = columns;
	}
	return label;
}

/* ---- tables ---- */

static void facts(struct buffer *out, const struct block *block, int columns)
{
	const int label = label_width(block);
	const int widths[] = { label, columns - label - GAP };
	size_t i;

	for (i = 0; i < block->row_count; i++)
		text_row(out, (const char *const[]){ block->rows[i].cells[0].text, block->rows[i].cells[1].text }, NULL,
			widths, 2);
}

/* Each row as labels and values, those that are empty left out. */
static void records(struct buffer *out, const struct block *block, int columns)
{
	struct block record = { .kind = BLOCK_FACTS };
	size_t i, j;

	for (i = 0; i < block->row_count; i++) {
		block_columns(
			&record, (const struct column_def[]){ { "", COLUMN_TEXT, 0 }, { "", COLUMN_TEXT, 0 } }, 2);
		for (j = 0; j < block->column_count; j++)
			facts_add(&record, block->columns[j].title, block->rows[i].cells[j].text);
		if (i)
			buffer_add_char(out, '\n');
		facts(out, &record, columns);
		block_free(&record);
	}
}

/* A title whose words are no wider than the column: "Avancement" is "Avanc." in six, "Présents" "Prés.".  The caller frees. */
static char *brief_title(const char *title, int width)
{
	struct buffer text = { 0 };

	while (*title) {
		size_t length = strcspn(title, " "), kept;
		int used;

		kept = text_fit_in(title, length, width, &used);
		if (kept < length)
			kept = text_fit_in(title, length, width - 1, &used);
		while (kept < length && kept > 3 && strchr("aeiouy", title[kept - 1]))
			kept--;
		buffer_printf(&text, "%s%.*s%s", text.length ? " " : "", (int)kept, title, kept < length ? "." : "");
		title += length + strspn(title + length, " ");
	}
	return text.data ? buffer_take(&text) : xstrdup("");
}

static void table(struct buffer *out, const struct block *block, int columns, const int *widths)
{
	size_t count = block->column_count, i, j;
	bool *right = xcalloc(count + 1, sizeof *right);
	const char **cells = xcalloc(count + 1, sizeof *cells);
	struct strings titles = { 0 };

	for (j = 0; j < count; j++) {
		right[j] = block->columns[j].kind == COLUMN_NUMBER || block->columns[j].kind == COLUMN_PERCENT;
		strings_take(&titles, brief_title(block->columns[j].title, widths[j]));
	}
	for (j = 0; j < count; j++)
		cells[j] = titles.items[j];
	text_row(out, cells, right, widths, count);
	text_rule(out, columns, "-");
	for (i = 0; i < block->row_count; i++) {
		for (j = 0; j < count; j++)
			cells[j] = block->rows[i].cells[j].text;
		text_row(out, cells, right, widths, count);
	}
	strings_free(&titles);
	free(right);
	free(cells);
}

void text_table(struct buffer *out, const struct block *block, int columns)
{
	int *widths = xcalloc(block->column_count + 1, sizeof *widths);

	if (block->kind == BLOCK_FACTS)
		facts(out, block, columns);
	/* Long titles are no reason to tell each row apart. */
	else if (table_widths(block, columns, false, widths) || table_widths(block, columns, true, widths))
		table(out, block, columns, widths);
	else
		records(out, block, columns);
	buffer_add_char(out, '\n');
	free(widths);
}
