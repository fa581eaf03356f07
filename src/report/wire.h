/*
 * A document on its way through a pipe to the program that renders it.
 *
 * The stream is the word NORIADOC1, then records: a letter, the length of the body as 32
 * bits (lowest byte first), the body.  H head, B block, R row of the block before it, F its figure,
 * E end; without E the stream was cut and nothing may be made of it.  Bodies hold numbers
 * (64 bits, lowest byte first) and strings (length as 32 bits, bytes; a length of all ones: NULL).
 * The reader believes nothing: lengths, kinds, UTF-8 and counts are checked.
 */
#ifndef NORIA_REPORT_WIRE_H
#define NORIA_REPORT_WIRE_H

#include <stdio.h>

#include "report/document.h"

/* ---- out ---- */

struct wire_out {
	void (*write)(void *user, const void *bytes, size_t length);
	void *user;
	struct buffer body; /* scratch; wire_end frees it */
};
void wire_head(struct wire_out *out, const struct document *document);
/* The block without its rows: they follow one by one, so that a table need not be in memory. */
void wire_block(struct wire_out *out, const struct block *block);
void wire_row(struct wire_out *out, const struct table_cell *cells, size_t count);
void wire_end(struct wire_out *out);
/* All of it. */
void wire_document(struct wire_out *out, const struct document *document);

/* ---- in ---- */

enum wire_event { WIRE_HEAD, WIRE_BLOCK, WIRE_ROW, WIRE_END, WIRE_FAULT };
struct wire_in {
	FILE *file;
	bool begun, headed;
	struct document *head; /* what WIRE_HEAD read, without blocks; owned until taken (set to NULL) */
	struct block block;    /* what WIRE_BLOCK read; owned until taken (zeroed) */
	struct table_row row;  /* what WIRE_ROW read: block.column_count cells; owned until taken */
	size_t columns;        /* of the block before */
	const char *fault;     /* why WIRE_FAULT; not translated */
	struct buffer body;
	size_t at;
};
enum wire_event wire_next(struct wire_in *in);
void wire_in_free(struct wire_in *in);
/* The whole document; NULL: *fault says why. */
struct document *wire_read(FILE *file, const char **why);

#endif
