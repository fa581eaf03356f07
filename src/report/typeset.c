/* The typography of a document: once over all that it says, whoever wrote it. */
#include <stdlib.h>
#include <string.h>

#include "report/document.h"

static void set(char **text, const char *language)
{
	char *typeset;

	if (!*text || !strchr(*text, ' '))
		return;
	typeset = text_typeset(*text, language);
	free(*text);
	*text = typeset;
}

static void set_drawing(struct drawing *drawing, const char *language)
{
	size_t i;

	set(&drawing->title, language);
	set(&drawing->description, language);
	set(&drawing->row_axis, language);
	set(&drawing->column_axis, language);
	for (i = 0; i < drawing->rows.count; i++)
		set(&drawing->rows.items[i], language);
	for (i = 0; i < drawing->columns.count; i++)
		set(&drawing->columns.items[i], language);
	for (i = 0; i < drawing->count; i++) {
		set(&drawing->marks[i].label, language);
		set(&drawing->marks[i].text, language);
	}
}

void row_typeset(struct table_cell *cells, size_t count, const char *language)
{
	size_t i;

	for (i = 0; i < count; i++)
		set(&cells[i].text, language);
}

void block_typeset(struct block *block, const char *language)
{
	size_t i;

	set(&block->text, language);
	for (i = 0; i < block->column_count; i++)
		set(&block->columns[i].title, language);
	for (i = 0; i < block->row_count; i++)
		row_typeset(block->rows[i].cells, block->column_count, language);
	if (block->drawing)
		set_drawing(block->drawing, language);
}

void document_typeset(struct document *document)
{
	const char *language = document->language;
	size_t i;

	set(&document->title, language);
	set(&document->subtitle, language);
	set(&document->organisation, language);
	set(&document->mark, language);
	set(&document->date, language);
	block_typeset(&document->front, language);
	for (i = 0; i < document->count; i++)
		block_typeset(&document->blocks[i], language);
}
