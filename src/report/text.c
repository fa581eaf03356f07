/* A document as text of so many columns, its figures in characters. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/figure.h"
#include "report/text.h"

/* Lines to fill by hand where something is still to be said. */
static void text_sign(struct buffer *out, const struct block *block)
{
	size_t i, j;

	for (i = 0; i < block->row_count; i++) {
		for (j = 0; j < block->column_count; j++) {
			const char *text = block->rows[i].cells[j].text;
			char *label = text_pad(block->columns[j].title, 14, false);

			buffer_printf(out, "%s%s\n", label,
				text && *text ? text : "........................................");
			if (!text || !*text)
				buffer_add_char(out, '\n');
			free(label);
		}
		buffer_add_char(out, '\n');
	}
}

static void text_paragraph(struct buffer *out, const char *text, int columns, const char *first, const char *rest)
{
	struct strings lines = { 0 };
	size_t i;

	text_wrap(text ? text : "", columns - text_columns(first), &lines);
	for (i = 0; i < lines.count; i++)
		buffer_printf(out, "%s%s\n", i ? rest : first, lines.items[i]);
	strings_free(&lines);
}

/* ---- figures ---- */

/* In ASCII there is no track, and what follows a bar stands at its end. */
static void text_bar(struct buffer *out, int64_t value, int64_t whole, int columns)
{
	int used = figure_bar(out, figure_form(), value, whole, columns);

	if (figure_form() == FIGURE_UNICODE)
		figure_bar_track(out, figure_form(), columns - used);
}

static void text_bars(struct buffer *out, const struct drawing *drawing, int columns)
{
	int label_columns = columns * 44 / 80, count_columns = 8, bar;
	int64_t most = 1;
	size_t i;

	for (i = 0; i < drawing->count; i++) {
		if (drawing->marks[i].value > most)
			most = drawing->marks[i].value;
		if (text_columns(drawing->marks[i].text) > count_columns)
			count_columns = text_columns(drawing->marks[i].text);
	}
	bar = columns - label_columns - count_columns - 4;
	for (i = 0; i < drawing->count; i++) {
		const struct mark *mark = &drawing->marks[i];
		struct strings lines = { 0 };
		size_t line;

		text_wrap(mark->label, label_columns, &lines);
		for (line = 0; line < lines.count; line++) {
			char *label = text_pad(lines.items[line], label_columns, false),
			     *count = text_pad(mark->text, count_columns, true);

			buffer_printf(out, "%s%s  ", label, line ? "" : count);
			if (!line)
				text_bar(out, mark->value, mark->of > 0 ? mark->of : most, bar);
			if (!line && mark->late)
				buffer_add(out, " !");
			text_end_line(out);
			free(label);
			free(count);
		}
		strings_free(&lines);
	}
	buffer_add_char(out, '\n');
}

static int longest_word(const struct strings *labels, int least)
{
	size_t i;

	for (i = 0; i < labels->count; i++) {
		const char *c = labels->items[i];

		while (*c) {
			size_t length = strcspn(c, " ");
			char *word = xstrndup(c, length);

			if (text_columns(word) > least)
				least = text_columns(word);
			free(word);
			c += length + (c[length] == ' ');
		}
	}
	return least;
}

static void text_matrix(struct buffer *out, const struct drawing *drawing, int columns)
{
	size_t count = drawing->columns.count, i, j;
	int *widths = xcalloc(count + 1, sizeof *widths);
	const char **cells = xcalloc(count + 1, sizeof *cells);

	widths[0] = longest_word(&drawing->rows, 10);
	for (j = 0; j < count; j++) {
		widths[j + 1] = (columns - widths[0]) / (int)count - 2;
		if (widths[j + 1] < 4)
			widths[j + 1] = 4;
	}
	if (drawing->row_axis && drawing->column_axis)
		buffer_printf(out, "%s / %s\n", drawing->row_axis, drawing->column_axis);
	for (i = 0; i < drawing->rows.count; i++) {
		char **composed = xcalloc(count + 1, sizeof *composed);

		cells[0] = drawing->rows.items[i];
		for (j = 0; j < count; j++) {
			const struct mark *mark = &drawing->marks[i * count + j];

			composed[j] = xasprintf("%s%s%s", mark->label, *mark->text ? " " : "", mark->text);
			cells[j + 1] = composed[j];
		}
		text_row(out, cells, NULL, widths, count + 1);
		for (j = 0; j < count; j++)
			free(composed[j]);
		free(composed);
	}
	cells[0] = "";
	for (j = 0; j < count; j++)
		cells[j + 1] = drawing->columns.items[j];
	text_row(out, cells, NULL, widths, count + 1);
	buffer_add_char(out, '\n');
	free(widths);
	free(cells);
}

enum { GANTT_HANG = 2 }; /* by which the further lines of a label stand in */

/* What the longest asks for, as long as half of the line is left for the bars. */
static int gantt_labels(const struct drawing *drawing, int columns)
{
	int longest = 1;
	size_t i;

	for (i = 0; i < drawing->count; i++)
		if (text_columns(drawing->marks[i].label) > longest)
			longest = text_columns(drawing->marks[i].label);
	longest += GANTT_HANG;
	return longest < columns / 2 ? longest : columns / 2;
}

static void text_gantt_line(struct buffer *out, const struct figure_gantt *bar, int columns)
{
	enum figure_piece piece;
	int at;

	for (at = 0; at < columns;)
		at += figure_gantt(out, figure_form(), bar, at, columns, &piece);
}

static void text_gantt(struct buffer *out, const struct drawing *drawing, int columns)
{
	int label_columns = gantt_labels(drawing, columns), room = columns - label_columns - 2,
	    span = drawing->to > drawing->from ? drawing->to - drawing->from : 1;
	bool on_line = drawing->today >= drawing->from && drawing->today <= drawing->to;
	char *from, *to;
	struct date date = date_from_days(drawing->from);
	size_t i;

#define PLACE(days) ((int)((int64_t)((days)-drawing->from) * (room - 1) / span))
	from = date_format_paper(&date);
	date = date_from_days(drawing->to);
	to = date_format_paper(&date);
	buffer_printf(
		out, "%*s  %s%*s%s\n", label_columns, "", from, room - text_columns(from) - text_columns(to), "", to);
	free(from);
	free(to);
	for (i = 0; i < drawing->count; i++) {
		const struct mark *mark = &drawing->marks[i];
		struct strings lines = { 0 };
		size_t line;
		struct figure_gantt bar = { .dated = true,
			.from = PLACE(mark->from),
			.to = PLACE(mark->to),
			.today = on_line ? PLACE(drawing->today) : -1,
			.done = (int)mark->value,
			.late = mark->late,
			.paper = true };

		text_wrap(mark->label, label_columns - GANTT_HANG, &lines);
		for (line = 0; line < lines.count; line++) {
			char *label = text_pad(lines.items[line], label_columns, false);

			buffer_printf(out, "%*s%s  ", line ? GANTT_HANG : 0, "", label);
			if (!line)
				text_gantt_line(out, &bar, room);
			text_end_line(out);
			free(label);
		}
		strings_free(&lines);
	}
	buffer_add_char(out, '\n');
#undef PLACE
}

static void text_wheel(struct buffer *out, const struct drawing *drawing, int columns)
{
	size_t i;

	for (i = 0; i < drawing->count; i++) {
		char *first = text_pad(drawing->marks[i].label, 14, false);
		struct buffer text = { 0 };
		const char *c;

		/* What stands below each other in the picture. */
		for (c = drawing->marks[i].text; *c; c++)
			if (*c == '\n')
				buffer_add(&text, ", ");
			else
				buffer_add_char(&text, *c);
		text_paragraph(out, text.data ? text.data : "", columns, first, "              ");
		free(first);
		buffer_free(&text);
	}
	buffer_add_char(out, '\n');
}

/* Between what ends of the axis a value stands, as a sparkline draws it. */
static void text_spark(struct buffer *out, const struct drawing *drawing, size_t points)
{
	double *values = xcalloc(points + 1, sizeof *values);
	size_t i;

	for (i = 0; i < points; i++)
		values[i] = drawing->marks[i].of > 0 ? (double)drawing->marks[i].value : NAN;
	figure_spark(out, figure_form(), values, points, (int)points, 0, DRAWING_WHOLE);
	free(values);
}

/* A sparkline, and its values with what they are held against. */
static void text_line(struct buffer *out, const struct drawing *drawing, int columns)
{
	struct buffer text = { 0 };
	size_t points = 0, i;

	while (points < drawing->count && drawing->marks[points].levels == 0)
		points++;
	if (drawing->column_axis)
		buffer_printf(&text, "%s   ", drawing->column_axis);
	text_spark(&text, drawing, points);
	if (points)
		buffer_printf(&text, "   %s", drawing->marks[0].label);
	for (i = 0; i < points; i++)
		buffer_printf(&text, "  %s", drawing->marks[i].text);
	if (points > 1)
		buffer_printf(&text, "  %s", drawing->marks[points - 1].label);
	text_paragraph(out, text.data ? text.data : "", columns, "  ", "    ");
	buffer_reset(&text);
	for (i = points; i < drawing->count; i++)
		buffer_printf(
			&text, "%s%s %s", i > points ? ", " : "", drawing->marks[i].label, drawing->marks[i].text);
	if (points < drawing->count)
		text_paragraph(out, text.data, columns, "  ", "    ");
	buffer_add_char(out, '\n');
	buffer_free(&text);
}

static void text_figure(struct buffer *out, const struct drawing *drawing, int columns)
{
	static void (*const draw[])(struct buffer *, const struct drawing *, int) = {
		[DRAWING_BARS] = text_bars,
		[DRAWING_MATRIX] = text_matrix,
		[DRAWING_GANTT] = text_gantt,
		[DRAWING_WHEEL] = text_wheel,
		[DRAWING_LINE] = text_line,
	};

	if (drawing->title && *drawing->title)
		text_paragraph(out, drawing->title, columns, "", "");
	draw[drawing->kind](out, drawing, columns);
}

char *document_text(const struct document *document, int columns)
{
	struct buffer out = { 0 };
	size_t i;

	if (document->stamp) {
		char *stamp = xasprintf("*** %s ***", document->stamp);

		text_paragraph(&out, stamp, columns, "", "");
		buffer_add_char(&out, '\n');
		free(stamp);
	}
	if (document->mark && *document->mark) {
		char *mark = text_pad(document->mark, columns, true);

		buffer_printf(&out, "%s\n", mark);
		free(mark);
	}
	if (document->organisation)
		text_paragraph(&out, document->organisation, columns, "", "");
	text_paragraph(&out, document->title, columns, "", "");
	if (document->subtitle)
		text_paragraph(&out, document->subtitle, columns, "", "");
	text_rule(&out, columns, "=");
	buffer_add_char(&out, '\n');
	if (document->front.row_count)
		text_table(&out, &document->front, columns);
	for (i = 0; i < document->count; i++) {
		const struct block *block = &document->blocks[i];
		char *heading = block->kind == BLOCK_HEADING ? xasprintf("%s%s%s", block->label ? block->label : "",
								       block->label ? "  " : "", block->text)
							     : NULL;
		int wide = heading ? text_columns(heading) : 0;
		bool items_end = block->kind == BLOCK_ITEM &&
				 (i + 1 == document->count || document->blocks[i + 1].kind != BLOCK_ITEM);

		switch (block->kind) {
		case BLOCK_HEADING:
			if (block->level <= 1)
				buffer_add_char(&out, '\n');
			text_paragraph(&out, heading, columns, "", "");
			if (block->level <= 2)
				text_rule(&out, block->level <= 1 || wide > columns ? columns : wide,
					block->level <= 1 ? "=" : "-");
			break;
		case BLOCK_PARAGRAPH:
			text_paragraph(&out, block->text, columns, "", "");
			buffer_add_char(&out, '\n');
			break;
		case BLOCK_ITEM:
			text_paragraph(&out, block->text, columns, "  - ", "    ");
			if (items_end)
				buffer_add_char(&out, '\n');
			break;
		case BLOCK_NOTE:
			text_paragraph(&out, block->text, columns, "  * ", "    ");
			buffer_add_char(&out, '\n');
			break;
		case BLOCK_TABLE:
		case BLOCK_FACTS:
			text_table(&out, block, columns);
			break;
		case BLOCK_FIGURE:
			text_figure(&out, block->drawing, columns);
			break;
		case BLOCK_SIGN:
			text_sign(&out, block);
			break;
		case BLOCK_BREAK:
		case BLOCK_KINDS:
			break;
		}
		free(heading);
	}
	return buffer_take(&out);
}
