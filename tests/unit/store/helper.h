/* A real file in a folder of its own for each test. */
#ifndef TESTS_UNIT_STORE_HELPER_H
#define TESTS_UNIT_STORE_HELPER_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/internal.h"

struct fixture {
	char folder[512];
	char *path;
	struct store *store;
	struct error error;
	struct strings kept; /* what fixture_add and fixture_get gave */
};

/* A file with one organisation, a method of 5 by 5 and a catalogue "mini" with three controls. */
void fixture_open(struct fixture *fixture);
/* The same, made anew: with nothing to undo but what this process did. */
void fixture_create(struct fixture *fixture);
void fixture_close(struct fixture *fixture);
/* Adds a record of a register: NAME, VALUE, ..., NULL.  The new ref, valid until the program ends. */
const char *fixture_add(struct fixture *fixture, const char *name, ...) __attribute__((sentinel));
void fixture_set(struct fixture *fixture, const char *ref, const char *field, const char *value);
const char *fixture_get(struct fixture *fixture, const char *ref, const char *field);
void fixture_remove(struct fixture *fixture, const char *ref);
/* All records as text, for comparing. Caller frees. */
char *fixture_dump(struct fixture *fixture);
/* Under sanitizers, where all takes some times as long, the share of long rows of like cases that is tried there: one of N. */
int fixture_part(int n);
/* Fails the test with what `check` finds. */
void fixture_check(struct fixture *fixture);

#endif
