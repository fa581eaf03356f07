/*
 * The text of a reference: a record named in a field of another.
 *
 * One function makes it for forms, records, lists, reports, histories and the command line, so
 * that a record that has no title, is deleted or is not in the file reads the same everywhere.
 */
#ifndef NORIA_MODEL_REFERENCE_H
#define NORIA_MODEL_REFERENCE_H

#include "model/rules.h"

/* How much of it a place shows. */
enum reference_form {
	REFERENCE_WHOLE, /* "R-12 Theft of laptops": where one works with records */
	REFERENCE_READ, /* for who only reads: "A.5.1 Policies", "Alice Martin" (the SoA's catalogue goes without saying, and REGISTER_BY_NAME) */
	REFERENCE_TITLE, /* "Theft of laptops": the one record of a column; its ref where it has no title */
	REFERENCE_REF    /* "A.5.1": the many of a column */
};

enum reference_state {
	REFERENCE_HERE,
	REFERENCE_DELETED,  /* its ref is known, its record is not there any more */
	REFERENCE_ELSEWHERE /* struct unresolved: it came with a document and is not in this file */
};

struct reference {
	const struct register_def *def; /* of the record; NULL: unknown */
	const char *ref;
	const char *title; /* NULL or "": none */
	enum reference_state state;
};

/* The text; the caller frees. */
char *reference_text(const struct reference *reference, const struct model_context *context, enum reference_form form);
/* The text of an element "{...}" that names a record of elsewhere; NULL: it is none.  The caller frees. */
char *reference_elsewhere(const char *element, const struct model_context *context, enum reference_form form);
/* What names a record, with plain blanks and nothing that nobody sees; a ref with its hyphen, whichever dash it had.  The caller frees. */
char *reference_plain(const char *text);

#endif
