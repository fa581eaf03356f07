/* Documents through a pipe: see wire.h. */
#include <stdlib.h>
#include <string.h>

#include "report/wire.h"

static const char magic[] = "NORIADOC1";
#define BODY_MAX ((size_t)64 << 20)
#define COLUMNS_MAX 200u
#define MARKS_MAX 100000u
#define CHOICES_MAX 1000u
#define FIGURE_MAX 1000000000000 /* renderers may calculate with it without care */
#define NONE 0xffffffffu

/* ---- out ---- */

static void put_32(struct buffer *body, uint32_t value)
{
	unsigned char bytes[4] = { (unsigned char)value, (unsigned char)(value >> 8), (unsigned char)(value >> 16),
		(unsigned char)(value >> 24) };

	buffer_add_bytes(body, bytes, sizeof bytes);
}

static void put_number(struct buffer *body, int64_t number)
{
	put_32(body, (uint32_t)((uint64_t)number & 0xffffffffu));
	put_32(body, (uint32_t)((uint64_t)number >> 32));
}

static void put_string(struct buffer *body, const char *text)
{
	size_t length;

	if (!text) {
		put_32(body, NONE);
		return;
	}
	length = strlen(text);
	put_32(body, (uint32_t)length);
	buffer_add_bytes(body, text, length);
}

static void send(struct wire_out *out, char kind)
{
	unsigned char head[5] = { (unsigned char)kind };
	size_t length = out->body.length;

	head[1] = (unsigned char)length;
	head[2] = (unsigned char)(length >> 8);
	head[3] = (unsigned char)(length >> 16);
	head[4] = (unsigned char)(length >> 24);
	out->write(out->user, head, sizeof head);
	if (length)
		out->write(out->user, out->body.data, length);
	buffer_reset(&out->body);
}

void wire_head(struct wire_out *out, const struct document *document)
{
	out->write(out->user, magic, sizeof magic - 1);
	put_string(&out->body, document->title);
	put_string(&out->body, document->subtitle);
	put_string(&out->body, document->organisation);
	put_string(&out->body, document->mark);
	put_string(&out->body, document->stamp);
	put_string(&out->body, document->language);
	put_string(&out->body, document->date);
	put_string(&out->body, document->application);
	put_string(&out->body, document->paper);
	put_number(&out->body, document->created);
	put_number(&out->body, (document->cover ? 1 : 0) | (document->one_page ? 2 : 0) | (document->at_once ? 4 : 0));
	send(out, 'H');
}

static void put_drawing(struct buffer *body, const struct drawing *drawing)
{
	size_t i;

	put_number(body, drawing->kind);
	put_string(body, drawing->title);
	put_string(body, drawing->description);
	put_string(body, drawing->row_axis);
	put_string(body, drawing->column_axis);
	put_number(body, drawing->from);
	put_number(body, drawing->to);
	put_number(body, drawing->today);
	put_number(body, (int64_t)drawing->rows.count);
	for (i = 0; i < drawing->rows.count; i++)
		put_string(body, drawing->rows.items[i]);
	put_number(body, (int64_t)drawing->columns.count);
	for (i = 0; i < drawing->columns.count; i++)
		put_string(body, drawing->columns.items[i]);
	put_number(body, (int64_t)drawing->count);
	for (i = 0; i < drawing->count; i++) {
		const struct mark *mark = &drawing->marks[i];

		put_string(body, mark->label);
		put_string(body, mark->text);
		put_number(body, mark->value);
		put_number(body, mark->of);
		put_number(body, mark->from);
		put_number(body, mark->to);
		put_number(body, mark->level);
		put_number(body, mark->levels);
		put_number(body, (mark->late ? 1 : 0) | (mark->done ? 2 : 0));
	}
}

/* 1: it is to be filled in, 2: it must be, 4: as text. */
static void put_entry(struct buffer *body, const struct entry_rule *entry)
{
	size_t i;

	put_number(body, entry ? 1 | (entry->required ? 2 : 0) | (entry->text ? 4 : 0) : 0);
	if (!entry)
		return;
	put_number(body, entry->other);
	put_string(body, entry->help);
	put_number(body, entry->least);
	put_number(body, entry->most);
	put_number(body, (int64_t)entry->choices.count);
	for (i = 0; i < entry->choices.count; i++)
		put_string(body, entry->choices.items[i]);
}

static bool is_filled_in(const struct block *block)
{
	size_t i;

	for (i = 0; i < block->column_count; i++)
		if (block->columns[i].entry)
			return true;
	return false;
}

void wire_block(struct wire_out *out, const struct block *block)
{
	bool filled_in = is_filled_in(block);
	size_t i;

	put_number(&out->body, block->kind);
	put_number(&out->body, block->level);
	put_number(&out->body, (block->half ? 1 : 0) | (block->wide ? 2 : 0) | (filled_in ? 4 : 0));
	put_string(&out->body, block->label);
	put_string(&out->body, block->text);
	put_number(&out->body, (int64_t)block->column_count);
	for (i = 0; i < block->column_count; i++) {
		put_string(&out->body, block->columns[i].title);
		put_number(&out->body, block->columns[i].kind);
		put_number(&out->body, block->columns[i].width);
		if (filled_in)
			put_entry(&out->body, block->columns[i].entry);
	}
	if (block->drawing)
		put_drawing(&out->body, block->drawing);
	send(out, 'B');
}

void wire_row(struct wire_out *out, const struct table_cell *cells, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		put_string(&out->body, cells[i].text);
		/* Most values are the text over again. */
		put_string(&out->body, cells[i].value && cells[i].text && strcmp(cells[i].value, cells[i].text) == 0
					       ? ""
					       : cells[i].value);
		put_32(&out->body, (uint32_t)(cells[i].level & 0xff) | (uint32_t)(cells[i].levels & 0xff) << 8);
	}
	send(out, 'R');
}

void wire_end(struct wire_out *out)
{
	send(out, 'E');
	buffer_free(&out->body);
}

static void block_with_rows(struct wire_out *out, const struct block *block)
{
	size_t i;

	wire_block(out, block);
	for (i = 0; i < block->row_count; i++)
		wire_row(out, block->rows[i].cells, block->column_count);
}

void wire_document(struct wire_out *out, const struct document *document)
{
	size_t i;

	wire_head(out, document);
	block_with_rows(out, &document->front);
	for (i = 0; i < document->count; i++)
		block_with_rows(out, &document->blocks[i]);
	wire_end(out);
}

/* ---- in ---- */

static enum wire_event fault(struct wire_in *in, const char *why)
{
	if (!in->fault)
		in->fault = why;
	return WIRE_FAULT;
}

static uint32_t get_32(struct wire_in *in)
{
	const unsigned char *bytes;

	if (in->fault || in->body.length - in->at < 4) {
		fault(in, "a record is too short");
		return 0;
	}
	bytes = (const unsigned char *)in->body.data + in->at;
	in->at += 4;
	return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static int64_t get_number(struct wire_in *in)
{
	uint64_t low = get_32(in), high = get_32(in);

	return (int64_t)(low | high << 32);
}

/* A number from least to most; outside is a fault. */
static int64_t get_bounded(struct wire_in *in, int64_t least, int64_t most)
{
	int64_t number = get_number(in);

	if (number >= least && number <= most)
		return number;
	fault(in, "a number is out of range");
	return least;
}

static int get_between(struct wire_in *in, int least, int most)
{
	return (int)get_bounded(in, least, most);
}

static char *get_string(struct wire_in *in)
{
	uint32_t length = get_32(in);
	char *text;

	if (in->fault || length == NONE)
		return NULL;
	if (length > in->body.length - in->at) {
		fault(in, "a string is longer than its record");
		return NULL;
	}
	text = xstrndup(in->body.data + in->at, length);
	in->at += length;
	if (strlen(text) != length || !text_is_valid(text, length)) {
		free(text);
		fault(in, "a string is no UTF-8 text");
		return NULL;
	}
	return text;
}

static char *get_text(struct wire_in *in)
{
	char *text = get_string(in);

	return text ? text : xstrdup("");
}

static enum wire_event get_head(struct wire_in *in)
{
	struct document *head = xcalloc(1, sizeof *head);
	int flags;

	document_free(in->head);
	in->head = head;
	head->title = get_text(in);
	head->subtitle = get_string(in);
	head->organisation = get_string(in);
	head->mark = get_string(in);
	head->stamp = get_string(in);
	head->language = get_text(in);
	head->date = get_text(in);
	head->application = get_text(in);
	head->paper = get_text(in);
	head->created = get_number(in);
	flags = get_between(in, 0, 7);
	head->cover = flags & 1;
	head->one_page = flags & 2;
	head->at_once = flags & 4;
	return in->fault ? WIRE_FAULT : WIRE_HEAD;
}

static void get_labels(struct wire_in *in, struct strings *labels)
{
	int count = get_between(in, 0, COLUMNS_MAX), i;

	for (i = 0; i < count && !in->fault; i++)
		strings_take(labels, get_text(in));
}

static struct drawing *get_drawing(struct wire_in *in)
{
	struct drawing *drawing = xcalloc(1, sizeof *drawing);
	int count, i, flags;

	drawing->kind = (enum drawing_kind)get_between(in, 0, DRAWING_KINDS - 1);
	drawing->title = get_string(in);
	drawing->description = get_string(in);
	drawing->row_axis = get_string(in);
	drawing->column_axis = get_string(in);
	drawing->from = get_between(in, -1000000, 3000000);
	drawing->to = get_between(in, -1000000, 3000000);
	drawing->today = get_between(in, -1000000, 3000000);
	get_labels(in, &drawing->rows);
	get_labels(in, &drawing->columns);
	count = get_between(in, 0, MARKS_MAX);
	for (i = 0; i < count && !in->fault; i++) {
		struct mark *mark = drawing_mark(drawing, NULL, NULL);

		free(mark->label);
		free(mark->text);
		mark->label = get_text(in);
		mark->text = get_text(in);
		mark->value = get_bounded(in, -FIGURE_MAX, FIGURE_MAX);
		mark->of = get_bounded(in, -FIGURE_MAX, FIGURE_MAX);
		mark->from = get_between(in, -1000000, 3000000);
		mark->to = get_between(in, -1000000, 3000000);
		mark->level = get_between(in, 0, 255);
		mark->levels = get_between(in, 0, 255);
		flags = get_between(in, 0, 3);
		mark->late = flags & 1;
		mark->done = flags & 2;
	}
	/* Renderers go through a matrix by its rows and columns. */
	if (drawing->kind == DRAWING_MATRIX && drawing->count != drawing->rows.count * drawing->columns.count)
		fault(in, "a matrix has cells too many or too few");
	return drawing;
}

static void get_entry(struct wire_in *in, struct block *block, size_t column)
{
	int flags = get_between(in, 0, 7), count, i;
	struct entry_rule *entry;

	if (!flags || in->fault)
		return;
	entry = block_entry(block, column);
	entry->required = flags & 2;
	entry->text = flags & 4;
	entry->other = (enum entry_others)get_between(in, 0, ENTRY_REFUSED);
	entry->help = get_text(in);
	entry->least = get_bounded(in, -FIGURE_MAX, FIGURE_MAX);
	entry->most = get_bounded(in, -FIGURE_MAX, FIGURE_MAX);
	count = get_between(in, 0, CHOICES_MAX);
	for (i = 0; i < count && !in->fault; i++)
		strings_take(&entry->choices, get_text(in));
}

static enum wire_event get_block(struct wire_in *in)
{
	struct block *block = &in->block;
	int count, i, flags;

	block_free(block);
	block->kind = (enum block_kind)get_between(in, BLOCK_HEADING, BLOCK_KINDS - 1);
	block->level = get_between(in, 0, 9);
	flags = get_between(in, 0, 7);
	block->half = flags & 1;
	block->wide = flags & 2;
	block->label = get_string(in);
	block->text = get_string(in);
	count = get_between(in, 0, COLUMNS_MAX);
	block->columns = xcalloc((size_t)count + 1, sizeof *block->columns);
	for (i = 0; i < count && !in->fault; i++) {
		block->columns[i].title = get_text(in);
		block->column_count = (size_t)i + 1;
		block->columns[i].kind = (enum column_kind)get_between(in, 0, COLUMN_KINDS - 1);
		block->columns[i].width = get_between(in, 0, 1000);
		if (flags & 4)
			get_entry(in, block, (size_t)i);
	}
	in->columns = block->column_count;
	if (!block->text && (block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH ||
				    block->kind == BLOCK_ITEM || block->kind == BLOCK_NOTE))
		block->text = xstrdup("");
	if ((block->kind == BLOCK_TABLE || block->kind == BLOCK_SIGN || block->kind == BLOCK_FACTS) && !in->columns)
		fault(in, "a table has no columns");
	if (block->kind == BLOCK_FIGURE)
		block->drawing = get_drawing(in);
	return in->fault ? WIRE_FAULT : WIRE_BLOCK;
}

static void row_free(struct table_row *row, size_t count)
{
	size_t i;

	for (i = 0; row->cells && i < count; i++) {
		free(row->cells[i].text);
		free(row->cells[i].value);
	}
	free(row->cells);
	row->cells = NULL;
}

static enum wire_event get_row(struct wire_in *in)
{
	size_t i;

	row_free(&in->row, in->columns);
	if (!in->columns)
		return fault(in, "a row belongs to no table");
	in->row.cells = xcalloc(in->columns, sizeof *in->row.cells);
	for (i = 0; i < in->columns && !in->fault; i++) {
		struct table_cell *cell = &in->row.cells[i];
		uint32_t level;

		cell->text = get_text(in);
		cell->value = get_string(in);
		if (cell->value && !*cell->value) {
			free(cell->value);
			cell->value = xstrdup(cell->text);
		}
		level = get_32(in);
		cell->level = (int)(level & 0xff);
		cell->levels = (int)(level >> 8 & 0xff);
	}
	return in->fault ? WIRE_FAULT : WIRE_ROW;
}

/* The body grows as it comes: a length that lies takes no memory. */
static bool read_body(struct wire_in *in, size_t length)
{
	char part[65536];

	buffer_reset(&in->body);
	in->at = 0;
	while (in->body.length < length) {
		size_t left = length - in->body.length,
		       count = fread(part, 1, left < sizeof part ? left : sizeof part, in->file);

		if (!count)
			return false;
		buffer_add_bytes(&in->body, part, count);
	}
	return true;
}

enum wire_event wire_next(struct wire_in *in)
{
	unsigned char head[5];
	char word[sizeof magic];
	enum wire_event event;
	size_t length;

	if (in->fault)
		return WIRE_FAULT;
	if (!in->begun) {
		in->begun = true;
		if (fread(word, 1, sizeof magic - 1, in->file) != sizeof magic - 1 ||
			memcmp(word, magic, sizeof magic - 1) != 0)
			return fault(in, "this is no document of Noria");
	}
	if (fread(head, 1, sizeof head, in->file) != sizeof head)
		return fault(in, "the document was cut");
	length = (size_t)head[1] | (size_t)head[2] << 8 | (size_t)head[3] << 16 | (size_t)head[4] << 24;
	if (length > BODY_MAX)
		return fault(in, "a record is too long");
	if (!read_body(in, length))
		return fault(in, "the document was cut");
	if ((head[0] == 'H') == in->headed)
		return fault(in, "the head of the document is not at its head");
	switch (head[0]) {
	case 'H':
		in->headed = true;
		event = get_head(in);
		break;
	case 'B':
		row_free(&in->row, in->columns);
		event = get_block(in);
		break;
	case 'R':
		event = get_row(in);
		break;
	case 'E':
		event = WIRE_END;
		break;
	default:
		return fault(in, "a record is of no known kind");
	}
	if (event != WIRE_FAULT && in->at != in->body.length)
		return fault(in, "a record is too long for what it holds");
	return event;
}

void wire_in_free(struct wire_in *in)
{
	row_free(&in->row, in->columns);
	block_free(&in->block);
	document_free(in->head);
	in->head = NULL;
	buffer_free(&in->body);
}

struct document *wire_read(FILE *file, const char **why)
{
	struct wire_in in = { .file = file };
	struct document *document = NULL;
	struct block *block = NULL;
	enum wire_event event;
	bool front = true;

	while ((event = wire_next(&in)) != WIRE_END && event != WIRE_FAULT) {
		if (event == WIRE_HEAD) {
			document = in.head;
		} else if (event == WIRE_BLOCK) {
			if (front)
				block = &document->front;
			else
				block = document_add(document, in.block.kind, 0, NULL);
			front = false;
			*block = in.block;
			memset(&in.block, 0, sizeof in.block);
		} else if (block) {
			struct table_row *row = table_row(block);

			free(row->cells);
			row->cells = in.row.cells;
			in.row.cells = NULL;
		}
	}
	if (event == WIRE_END)
		in.head = NULL;
	else
		document = NULL;
	*why = in.fault;
	wire_in_free(&in);
	return document;
}
