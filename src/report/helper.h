/*
 * The programs that render what needs large libraries: noria-pdf and
 * noria-xlsx.  They read a document from their standard input and write the file to
 * their standard output; the document never lies in a file.  They stand beside the program in a
 * build tree, else in the package's folder of programs.
 */
#ifndef NORIA_REPORT_HELPER_H
#define NORIA_REPORT_HELPER_H

#include "base/lib.h"

struct helper;
struct helper_options {
	const char *const *arguments; /* after the program's name, ends with NULL; NULL: none */
	void (*take)(void *user, const void *bytes, size_t length); /* gets the file, piece by piece */
	void *user;
	bool (*cancelled)(void *user); /* asked now and then; NULL: never */
	void *cancel_user;
	char **note; /* gets what a helper that did its work says of it: a line on its standard error behind HELPER_NOTE, else NULL; the caller frees.  NULL: it is not asked */
};
/* Libraries write their warnings there too. */
#define HELPER_NOTE "note: "

/* True where the program is there. */
bool helper_is_there(const char *name);
/* "Pango 1.50.12, cairo 1.16.0": what it says of itself; NULL: it is not there.  Caller frees. */
char *helper_version(const char *name);
/* name: of a program of ours, or the path of another.  NULL: error (ERROR_SYSTEM), told in one sentence. */
struct helper *helper_start(const char *name, const struct helper_options *options, struct error *error);
/* Gives it bytes, and takes what it has ready meanwhile.  Failures are kept until the end. */
void helper_write(void *user, const void *bytes, size_t length);
/* Waits for the end of the file, and frees.  False: error; what was taken so far is worth nothing. */
bool helper_end(struct helper *helper, struct error *error);
/* Stops it, and frees. */
void helper_abandon(struct helper *helper);

#endif
