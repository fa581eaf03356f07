/* The items of a list within a cell or a line of a form.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_LISTS_H
#define NORIA_EXCHANGE_LISTS_H

#include "exchange/lib.h"

/* What stands between two names, by what it says of them. */
enum {
	LIST_JOINED = 1, /* both: "ERP & Laptops" */
	LIST_APART = 2,  /* certainly two, whatever they are names of: a title may have the sign within a word */
	LIST_PEOPLE = 4, /* two people, in whose names it never stands */
	LIST_CHOSEN = 8, /* one or the other */
	LIST_PARTED = 16 /* a list, as the file writes one */
};
/* The length of such a sign or word at the start of text, blanks around it counted where they are of it; 0: none is there. */
size_t list_sign(const char *text, unsigned between);
/* Whether one stands anywhere in text. */
bool list_has_sign(const char *text, unsigned between);
/* Splits at one of the signs, not inside {...}; blanks and the bullet before a piece go, empty ones too. */
void list_split(struct strings *pieces, const char *text, const char *signs);
/* The names in "ERP & Laptops", "A / B", "A et B", "A and B", "A + B"; one where no such sign stands between two. */
void list_joined(struct strings *names, const char *text);
/* What follows the number of an item, "1. ", "2) "; NULL: there is none. */
const char *list_after_number(const char *text);

/* Says how to write several in the field, where the text may be that.  False. */
bool list_refuse_several(const struct field_def *field, const char *text, struct error *error);

#endif
