/* What the field types share.  Included by the files of this folder only. */
#ifndef NORIA_MODEL_TYPES_PARTS_H
#define NORIA_MODEL_TYPES_PARTS_H

#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/rules.h"

/* Folded for comparing words: case and marks gone, dashes and underlines are blanks, one between two words.  The caller frees. */
char *word_fold(const char *text);
/* "72 h" of a field that counts hours: the number; false: it is no such text.  span.c. */
bool read_span(const struct field_def *field, const char *text, int64_t *number);
/* ends.c.  Whether the folded words are the label (NULL: none), in either gender and number: "publiques" is "public". */
bool words_alike(const char *word, const char *label);
/* The choice that the folded word means though it is called otherwise, of those of which no other is meant as well; NULL: none. */
const struct choice *choice_alike(const struct field_def *field, const char *word);
/* Whether the folded word, in either gender and number, means what methods call a level by that name: "presque certaine" is "Nearly certain". */
bool levels_alike(const char *word, const char *name);
/* Whether texts are in the file's own form and no other. */
bool is_read_as_file(const struct model_context *context);
/* Says what the value may be: one of these words.  False. */
bool refuse_choice(
	const struct field_def *field, const char *typed, const struct strings *allowed, struct error *error);
/* Text as it stands, both ways. */
bool parse_plain(const struct field_def *field, const struct model_context *context, const char *text, char **value,
	struct error *error);
char *format_plain(const struct field_def *field, const struct model_context *context, const char *value);
int compare_text(const char *a, const char *b);
int compare_bytes(const char *a, const char *b);
int compare_numbers(const char *a, const char *b);

#endif
