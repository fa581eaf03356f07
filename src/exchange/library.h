/* Libraries that are loaded by their name when they are needed.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_LIBRARY_H
#define NORIA_EXCHANGE_LIBRARY_H

#include <stddef.h>

#include "exchange/lib.h"

/* A function, or a variable, and where its address goes. */
struct library_function {
	const char *name;
	size_t place; /* in `into` */
};

/*
 * Loads the library, for good, with the addresses of its functions: *library is not NULL then, and once it
 * is so nothing is done.  False: it is not there, or lacks one; error says so by `sentence`, with two %s: the
 * name of the library, and what the system says of it.
 */
bool library_load(void **library, const char *name, const struct library_function *functions, size_t count, void *into,
	const char *sentence, struct error *error) __attribute__((format(printf, 6, 0)));

#endif
