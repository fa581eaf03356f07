/* Parts of a document as text: what text.c and text_table.c share. */
#ifndef NORIA_REPORT_TEXT_H
#define NORIA_REPORT_TEXT_H

#include "report/document.h"

void text_rule(struct buffer *out, int columns, const char *stroke);
/* Ends a line without the blanks at its end. */
void text_end_line(struct buffer *out);
/* One row of a table: every cell wrapped in its column, no word lost.  right: which stand at the right; NULL: none. */
void text_row(struct buffer *out, const char *const *cells, const bool *right, const int *widths, size_t columns);
/* A table or facts; where the columns do not fit beside each other without a break in a word, each row as labels with their values. */
void text_table(struct buffer *out, const struct block *block, int columns);

#endif
