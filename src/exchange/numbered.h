/* Records with a number in a catalogue, found by it.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_NUMBERED_H
#define NORIA_EXCHANGE_NUMBERED_H

#include "exchange/lib.h"

/* True where the records of a register have a number in a catalogue: controls, requirements, themes. */
bool numbered_register(const struct register_def *def);
/* True for a text that begins with such a number. */
bool numbered_is(const struct register_def *target, const char *text);
/* The length of "A.5.1" or "5.1" at the start of text: digits with points between, in a word of its own; 0: none is there. */
size_t numbered_length(const char *text);
/*
 * Several numbers with nothing but signs and "and" between them: "A.5.1 A.5.2", "5.1 & 5.2", and "A.5.1 - A.5.4", which
 * is four.  False: the text is no such list, and nothing was added to pieces.
 */
bool numbered_list(const char *text, struct strings *pieces);
/* What a sign or word between two numbers says. */
enum number_sign {
	NUMBERS_BESIDE, /* both, or there is none */
	NUMBERS_DASH,   /* those between are meant too; before a bare number it may be that of a part */
	NUMBERS_RANGE   /* those between are meant too */
};
/* What follows such a sign; the text where there is none. */
const char *numbered_after_sign(const char *text, enum number_sign *found);
/* What is wrong with a text that names none of a numbered register: it is a range of them, or in a cell what a spreadsheet makes of one.  False: neither. */
bool numbered_refuse(const struct field_def *field, const char *text, bool cell, struct error *error);
/*
 * The whole ref of the record of field->target with that number, however it is written; NULL: there is none, or
 * (error) it is refused.  how->said gets what is to be said of how it was taken.  The caller frees.
 */
char *numbered_find(struct store *store, const struct field_def *field, const char *text, const struct resolving *how,
	struct error *error);

/* Whether the words are the title of the record with that ref, in either language, or (whole false) a part of it. */
bool numbered_has_title(struct store *store, const char *ref, const char *words, bool whole);

#endif
