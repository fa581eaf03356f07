/* An input wholly in memory, and its texts as UTF-8.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_INPUT_H
#define NORIA_EXCHANGE_INPUT_H

#include "base/lib.h"

/* Reads an input ("-": standard input) up to its end, into bytes, which the caller frees.  False: error; more than `most` bytes are refused. */
bool input_read(const char *path, size_t most, struct buffer *bytes, struct error *error);
/*
 * Makes of bytes a text in UTF-8, without a mark, in place.  encoding: NULL finds it out: a mark, else
 * UTF-8, else Windows-1252 where the bytes may be that.  *found: the name of what it was read as where that
 * is worth a word, else NULL; the caller frees.  False: error; what is damaged UTF-8 is left for who knows the line.
 */
bool input_decode(const char *name, struct buffer *bytes, const char *encoding, char **found, struct error *error);

#endif
