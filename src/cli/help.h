/* What `noria help` tells besides commands and registers: help_screen.c. */
#ifndef NORIA_CLI_HELP_H
#define NORIA_CLI_HELP_H

#include "cli/lib.h"

struct help_topic {
	const char *name, *about; /* about: N_() */
	void (*tell)(void);
};
extern const struct help_topic help_topics[]; /* ends with name NULL */

/* help_expressions.c */
void help_expressions(void);

/* Reads the configuration; what is wrong there is said on standard error. */
void help_configuration_faults(void);

#endif
