/*
 * The ground on which faults are tried: a folder that is laid out anew for each try, the
 * program's own entry called in a child there, and what is found afterwards.
 */
#ifndef NORIA_TESTS_GROUND_H
#define NORIA_TESTS_GROUND_H

#include "fault.h"

#include "base/lib.h"

/* What one call of the program came to. */
struct ran {
	int status; /* of its exit; 128 + N: ended by signal N */
	struct buffer out, err;
	struct fault_report report;
};

/* Makes the folders, in shared memory where there is some: the disk's own speed is not what is tested.  Goes there. */
void ground_start(void);
/* Takes all of it away. */
void ground_end(void);
/* The folder in which the program runs is as it was kept under that name; NULL: empty. */
void ground_lay(const char *name);
/* Keeps it as it is now under a name. */
void ground_keep(const char *name);
/* Calls the program in the folder: argv ends with NULL, without the program's own name.  fault NULL: none; seed: for NORIA_SEED. */
void ground_run(const char *const *argv, const struct fault *fault, const char *seed, struct ran *ran);
void ran_free(struct ran *ran);
/* A path in the folder where the program runs; valid until the next call. */
const char *ground_path(const char *name);
/* The bytes of a file there; empty where it is not there. */
void ground_read(const char *name, struct buffer *bytes);
void ground_write(const char *name, const void *bytes, size_t count);
/* Every name below the folder, one a line, sorted. */
char *ground_names(void);
/* A number that stands for the bytes of a file there and for what the program remembers outside it. */
uint64_t ground_print(const char *name);
/* All that the file holds, table by table, as text; "ERROR ..." where it cannot be read; "" where it is not there. */
char *ground_dump(const char *name);
/* Numbers by a seed: the same each time. */
uint64_t ground_random(uint64_t *state);

#endif
