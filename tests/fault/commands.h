/* The commands on which faults are tried, each with the ground that it wants. */
#ifndef NORIA_TESTS_COMMANDS_H
#define NORIA_TESTS_COMMANDS_H

#include <stdbool.h>

struct fault_command {
	const char *name;
	const char *ground; /* as kept by commands_prepare; NULL: an empty folder */
	const char *argv[12];
	const char *product;  /* the file that it makes beside f.noria, or NULL */
	bool product_is_file; /* that is a Noria file */
	bool confirms;        /* what it prints says that it is done */
	bool large;           /* tried at fewer points */
	bool raises; /* it reads, and notes before what has become due, where that can be written: else it goes without */
	int status; /* with which it ends where nothing fails */
};
extern const struct fault_command fault_commands[]; /* ends with name NULL */

/* Lays the grounds out.  False, with a line on standard output, when the program itself does not do what is needed. */
bool commands_prepare(void);

#endif
