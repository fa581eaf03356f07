/*
 * What is looked at in a document before libxml2 sees it: its parser and its
 * validator take time that grows with the square of some numbers, which are
 * capped here, and nothing of a document type declaration reaches them.
 */
#ifndef NORIA_EXCHANGE_XML_GUARD_H
#define NORIA_EXCHANGE_XML_GUARD_H

#include "base/lib.h"

/* All zero before the first byte. */
struct xml_guard {
	int state; /* enum guard_state */
	unsigned char first[4];
	size_t seen;       /* of first */
	bool wide, little; /* UTF-16, and which half comes first */
	int half;          /* of a unit that is not whole yet, plus 1 */
	long line;         /* newlines so far */
	int depth;
	int quote;
	bool closing, empty; /* of the tag under way: </name>, <name/> */
	size_t attributes;
	size_t length;      /* of the tag, comment, instruction or mark under way */
	size_t name;        /* of the name or reference under way; 0: none */
	size_t raw, text;   /* bytes since the last tag, and about how many they are once read */
	size_t ended;       /* how much of what ends it ("-->") was seen */
	size_t remarks;     /* comments and instructions so far */
	double work;        /* what the pieces of texts cost so far */
	struct buffer mark; /* what stands behind "<!" or in the XML declaration, as far as it is needed */
};
/* The next bytes.  False: error says which cap they pass, with `file` and the line. */
bool xml_guard_feed(struct xml_guard *guard, const char *file, const char *bytes, size_t count, struct error *error);
void xml_guard_end(struct xml_guard *guard);

#endif
