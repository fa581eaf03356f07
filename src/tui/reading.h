/* A whole record as lines to be read. */
#ifndef NORIA_TUI_READING_H
#define NORIA_TUI_READING_H

#include "tui/internal.h"

struct line {
	char *label, *text; /* text NULL: the label is a heading */
	int64_t target;     /* record that Enter opens */
	int level;          /* of risk, that the text names; 0: none */
};

struct reading {
	int64_t id;
	const struct register_def *def; /* NULL: not read yet */
	char *title;
	struct line *lines;
	size_t count, cursor, top;
	struct failure failure;
	int height, width, label;
};

/* Reads the record's lines for that width.  False: it is not there any more; what could not be read stands in reading->failure. */
bool reading_read(struct ui *ui, struct reading *reading, int width);
/* Adds a line; the texts are copied, text NULL makes a heading. */
void reading_add(struct reading *reading, const char *label, const char *text, int64_t target);
/* Frees its lines. */
void reading_clear(struct reading *reading);

#endif
