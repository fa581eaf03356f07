/* A report as a document, and its form as text. */
#include <stdlib.h>
#include <string.h>

#include "report/lib.h"

struct document *document_new(void)
{
	return xcalloc(1, sizeof(struct document));
}

void document_free(struct document *document)
{
	size_t i, j, k;

	if (!document)
		return;
	for (i = 0; i < document->count; i++) {
		struct block *block = &document->blocks[i];

		for (j = 0; j < block->row_count; j++) {
			for (k = 0; k < block->columns; k++)
				free(block->rows[j].cells[k]);
			free(block->rows[j].cells);
		}
		for (k = 0; block->headers && k < block->columns; k++)
			free(block->headers[k]);
		free(block->headers);
		free(block->widths);
		free(block->rows);
		free(block->text);
	}
	free(document->blocks);
	free(document);
}

struct block *document_add(struct document *document, enum block_kind kind, int level, const char *text)
{
	struct block *block;

	if (document->count == document->capacity) {
		document->capacity = document->capacity ? document->capacity * 2 : 32;
		document->blocks = xreallocarray(document->blocks, document->capacity, sizeof *document->blocks);
	}
	block = &document->blocks[document->count++];
	memset(block, 0, sizeof *block);
	block->kind = kind;
	block->level = level;
	block->text = xstrdup(text);
	return block;
}

struct block *document_table(struct document *document, size_t columns, const char *const *headers, const int *widths)
{
	struct block *block = document_add(document, headers ? BLOCK_TABLE : BLOCK_FACTS, 0, NULL);
	size_t i;

	block->columns = columns;
	block->widths = xcalloc(columns, sizeof *block->widths);
	memcpy(block->widths, widths, columns * sizeof *widths);
	if (headers) {
		block->headers = xcalloc(columns, sizeof *block->headers);
		for (i = 0; i < columns; i++)
			block->headers[i] = xstrdup(headers[i]);
	}
	return block;
}

void table_add(struct block *table, const char *const *cells)
{
	struct table_row *row;
	size_t i;

	if (table->row_count == table->row_capacity) {
		table->row_capacity = table->row_capacity ? table->row_capacity * 2 : 16;
		table->rows = xreallocarray(table->rows, table->row_capacity, sizeof *table->rows);
	}
	row = &table->rows[table->row_count++];
	row->cells = xcalloc(table->columns, sizeof *row->cells);
	for (i = 0; i < table->columns; i++)
		row->cells[i] = xstrdup(cells[i] ? cells[i] : "");
}

/* ---- as text ---- */

static void rule(struct buffer *out, int columns, const char *stroke)
{
	while (columns-- > 0)
		buffer_add(out, stroke);
	buffer_add_char(out, '\n');
}

static void trim(struct buffer *out)
{
	while (out->length && out->data[out->length - 1] == ' ')
		out->data[--out->length] = '\0';
}

/* One row of a table: every cell wrapped in its column, no word lost. */
static void text_row(struct buffer *out, char *const *cells, const int *widths, size_t columns)
{
	struct strings *lines = xcalloc(columns, sizeof *lines);
	size_t most = 0, line, i;

	for (i = 0; i < columns; i++) {
		char *shown = text_printable(cells[i], true);

		text_wrap(shown, widths[i], &lines[i]);
		if (lines[i].count > most)
			most = lines[i].count;
		free(shown);
	}
	for (line = 0; line < most; line++) {
		for (i = 0; i < columns; i++) {
			char *padded = text_pad(line < lines[i].count ? lines[i].items[line] : "", widths[i], false);

			buffer_add(out, padded);
			if (i + 1 < columns)
				buffer_add(out, "  ");
			free(padded);
		}
		trim(out);
		buffer_add_char(out, '\n');
	}
	for (i = 0; i < columns; i++)
		strings_free(&lines[i]);
	free(lines);
}

static void text_table(struct buffer *out, const struct block *block, int columns)
{
	int *widths = xcalloc(block->columns, sizeof *widths);
	int fixed = 0, free_columns = 0;
	size_t i;

	for (i = 0; i < block->columns; i++) {
		widths[i] = block->widths[i];
		fixed += widths[i] + (i ? 2 : 0);
		free_columns += widths[i] == 0;
	}
	for (i = 0; i < block->columns; i++)
		if (widths[i] == 0)
			widths[i] = columns - fixed > 10 * free_columns ? (columns - fixed) / free_columns : 10;
	if (block->headers) {
		text_row(out, block->headers, widths, block->columns);
		rule(out, columns, "-");
	}
	for (i = 0; i < block->row_count; i++)
		text_row(out, block->rows[i].cells, widths, block->columns);
	buffer_add_char(out, '\n');
	free(widths);
}

static void text_paragraph(struct buffer *out, const char *text, int columns, const char *first, const char *rest)
{
	struct strings lines = { 0 };
	char *shown = text_printable(text, true);
	size_t i;

	text_wrap(shown, columns - text_columns(first), &lines);
	for (i = 0; i < lines.count; i++)
		buffer_printf(out, "%s%s\n", i ? rest : first, lines.items[i]);
	strings_free(&lines);
	free(shown);
}

char *document_text(const struct document *document, int columns)
{
	struct buffer out = { 0 };
	size_t i;

	for (i = 0; i < document->count; i++) {
		const struct block *block = &document->blocks[i];

		switch (block->kind) {
		case BLOCK_TITLE:
			text_paragraph(&out, block->text, columns, "", "");
			rule(&out, columns, "=");
			buffer_add_char(&out, '\n');
			break;
		case BLOCK_HEADING:
			text_paragraph(&out, block->text, columns, "", "");
			rule(&out, block->level <= 1 ? columns : text_columns(block->text) < columns ? text_columns(block->text) : columns, block->level <= 1 ? "-" : "-");
			break;
		case BLOCK_PARAGRAPH:
			text_paragraph(&out, block->text, columns, "", "");
			buffer_add_char(&out, '\n');
			break;
		case BLOCK_ITEM:
			text_paragraph(&out, block->text, columns, "  - ", "    ");
			break;
		case BLOCK_TABLE:
		case BLOCK_FACTS:
			text_table(&out, block, columns);
			break;
		}
	}
	return buffer_take(&out);
}
