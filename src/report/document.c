/* Builds documents. */
#include <stdlib.h>
#include <string.h>

#include "report/document.h"

char *document_clean(const char *text)
{
	const char *c;

	if (!text)
		return NULL;
	/* Most cells are plain: a large table spends its time here. */
	for (c = text; (*c >= 0x20 && *c < 0x7f) || *c == '\n'; c++)
		;
	return *c ? text_printable(text, true) : xstrdup(text);
}

void document_set(char **string, const char *text)
{
	free(*string);
	*string = document_clean(text);
}

void document_front(struct document *document)
{
	block_free(&document->front);
	document->front.kind = BLOCK_FACTS;
	block_columns(
		&document->front, (const struct column_def[]){ { "", COLUMN_TEXT, 22 }, { "", COLUMN_TEXT, 0 } }, 2);
}

struct document *document_new(const char *title)
{
	struct document *document = xcalloc(1, sizeof *document);

	document_set(&document->title, title);
	document_front(document);
	return document;
}

void drawing_free(struct drawing *drawing)
{
	size_t i;

	if (!drawing)
		return;
	for (i = 0; i < drawing->count; i++) {
		free(drawing->marks[i].label);
		free(drawing->marks[i].text);
	}
	free(drawing->marks);
	strings_free(&drawing->rows);
	strings_free(&drawing->columns);
	free(drawing->row_axis);
	free(drawing->column_axis);
	free(drawing->title);
	free(drawing->description);
	free(drawing);
}

void block_free(struct block *block)
{
	size_t i, k;

	for (i = 0; i < block->row_count; i++) {
		for (k = 0; k < block->column_count; k++) {
			free(block->rows[i].cells[k].text);
			free(block->rows[i].cells[k].value);
		}
		free(block->rows[i].cells);
	}
	for (k = 0; k < block->column_count; k++) {
		free(block->columns[k].title);
		if (block->columns[k].entry) {
			free(block->columns[k].entry->help);
			strings_free(&block->columns[k].entry->choices);
			free(block->columns[k].entry);
		}
	}
	free(block->columns);
	free(block->rows);
	free(block->label);
	free(block->text);
	drawing_free(block->drawing);
	memset(block, 0, sizeof *block);
}

struct entry_rule *block_entry(struct block *block, size_t column)
{
	if (!block->columns[column].entry)
		block->columns[column].entry = xcalloc(1, sizeof *block->columns[column].entry);
	return block->columns[column].entry;
}

void document_free(struct document *document)
{
	size_t i;

	if (!document)
		return;
	for (i = 0; i < document->count; i++)
		block_free(&document->blocks[i]);
	block_free(&document->front);
	free(document->blocks);
	free(document->title);
	free(document->subtitle);
	free(document->organisation);
	free(document->mark);
	free(document->stamp);
	free(document->language);
	free(document->date);
	free(document->application);
	free(document->paper);
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
	block->wide = document->wide;
	block->text = document_clean(text);
	return block;
}

void document_heading(struct document *document, int level, const char *text)
{
	char *capital = text_capital(text);

	document_add(document, BLOCK_HEADING, level, capital);
	free(capital);
}

void document_heading_of(struct document *document, int level, const char *ref, const char *text)
{
	document_add(document, BLOCK_HEADING, level, text)->label = document_clean(ref);
}

void document_paragraph(struct document *document, const char *text)
{
	if (text && *text)
		document_add(document, BLOCK_PARAGRAPH, 0, text);
}

void document_item(struct document *document, const char *text)
{
	document_add(document, BLOCK_ITEM, 0, text);
}

void document_note(struct document *document, const char *text)
{
	document_add(document, BLOCK_NOTE, 0, text);
}

void document_break(struct document *document)
{
	document_add(document, BLOCK_BREAK, 0, NULL);
}

void document_wide(struct document *document, bool wide)
{
	document->wide = wide;
}

/* The text after the hyphen or bullet with which a line begins, or NULL. */
static const char *item_text(const char *line)
{
	while (*line == ' ')
		line++;
	if ((line[0] == '-' || line[0] == '*') && line[1] == ' ')
		return line + 2;
	if (strncmp(line, "\xe2\x80\xa2", 3) == 0 || strncmp(line, "\xe2\x80\x93 ", 4) == 0 ||
		strncmp(line, "\xe2\x80\x94 ", 4) == 0)
		return line + 3 + strspn(line + 3, " ");
	return NULL;
}

void document_prose(struct document *document, const char *text)
{
	struct buffer paragraph = { 0 };

	while (text && *text) {
		size_t length = strcspn(text, "\n");
		char *line = xstrndup(text, length);
		const char *item = item_text(line);

		if (item || strspn(line, " \t") == length) {
			document_paragraph(document, paragraph.data);
			buffer_reset(&paragraph);
		}
		if (item)
			document_item(document, item);
		else if (strspn(line, " \t") < length)
			buffer_printf(&paragraph, "%s%s", paragraph.length ? "\n" : "", line);
		free(line);
		text += length + (text[length] == '\n');
	}
	document_paragraph(document, paragraph.data);
	buffer_free(&paragraph);
}

void block_columns(struct block *block, const struct column_def *columns, size_t count)
{
	size_t i;

	block->column_count = count;
	block->columns = xcalloc(count ? count : 1, sizeof *block->columns);
	for (i = 0; i < count; i++) {
		block->columns[i].title = document_clean(columns[i].title ? columns[i].title : "");
		block->columns[i].kind = columns[i].kind;
		block->columns[i].width = columns[i].width;
		/* A date is not folded, however wide the locale writes it. */
		if (columns[i].kind == COLUMN_DATE && columns[i].width && columns[i].width < date_columns())
			block->columns[i].width = date_columns();
	}
}

struct block *document_table(struct document *document, const struct column_def *columns, size_t count)
{
	struct block *block = document_add(document, BLOCK_TABLE, 0, NULL);

	block_columns(block, columns, count);
	return block;
}

struct block *document_facts(struct document *document)
{
	struct block *block = document_add(document, BLOCK_FACTS, 0, NULL);

	block_columns(block, (const struct column_def[]){ { "", COLUMN_TEXT, 22 }, { "", COLUMN_TEXT, 0 } }, 2);
	return block;
}

struct table_row *table_row(struct block *table)
{
	struct table_row *row;

	if (table->row_count == table->row_capacity) {
		table->row_capacity = table->row_capacity ? table->row_capacity * 2 : 16;
		table->rows = xreallocarray(table->rows, table->row_capacity, sizeof *table->rows);
	}
	row = &table->rows[table->row_count++];
	row->cells = xcalloc(table->column_count ? table->column_count : 1, sizeof *row->cells);
	return row;
}

void table_set(struct table_row *row, size_t column, const char *text, const char *value)
{
	free(row->cells[column].text);
	free(row->cells[column].value);
	row->cells[column].text = document_clean(text ? text : "");
	row->cells[column].value = document_clean(value);
}

void table_set_level(struct table_row *row, size_t column, int level, int levels)
{
	row->cells[column].level = level;
	row->cells[column].levels = levels;
}

void table_add(struct block *table, const char *const *cells)
{
	struct table_row *row = table_row(table);
	size_t i;

	for (i = 0; i < table->column_count; i++)
		table_set(row, i, cells[i], cells[i]);
}

struct table_row *facts_add(struct block *facts, const char *label, const char *text)
{
	if (!text || !*text)
		return NULL;
	table_add(facts, (const char *const[]){ label, text });
	return &facts->rows[facts->row_count - 1];
}

struct block *document_sign(struct document *document)
{
	struct block *block = document_add(document, BLOCK_SIGN, 0, NULL);

	block_columns(block,
		(const struct column_def[]){ { _("Name"), COLUMN_TEXT, 22 }, { _("Function"), COLUMN_TEXT, 22 },
			{ _("Date"), COLUMN_DATE, 12 }, { _("Signature"), COLUMN_TEXT, 0 } },
		4);
	return block;
}

void sign_add(struct block *sign, const char *name, const char *function, const char *date)
{
	table_add(sign, (const char *const[]){ name, function, date, NULL });
}

struct drawing *document_figure(
	struct document *document, enum drawing_kind kind, const char *title, const char *description)
{
	struct block *block = document_add(document, BLOCK_FIGURE, 0, NULL);

	block->drawing = xcalloc(1, sizeof *block->drawing);
	block->drawing->kind = kind;
	block->drawing->title = document_clean(title);
	block->drawing->description = document_clean(description);
	return block->drawing;
}

struct mark *drawing_mark(struct drawing *drawing, const char *label, const char *text)
{
	struct mark *mark;

	drawing->marks = xreallocarray(drawing->marks, drawing->count + 1, sizeof *drawing->marks);
	mark = &drawing->marks[drawing->count++];
	memset(mark, 0, sizeof *mark);
	mark->label = document_clean(label ? label : "");
	mark->text = document_clean(text ? text : "");
	return mark;
}
